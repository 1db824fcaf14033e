import Glibc

// `memoryview`: a window on the bytes of bytes or a bytearray, read as items of one format. A window is an offset, and
// per dimension a length and a stride in bytes; slicing and casting make new windows and copy nothing. An object of a
// class with `__buffer__` lends the view that this method returns.

/// A view on memory.
package final class MemoryViewObject: Object {
  /// The object looked at, owned.
  package let base: Slot
  /// Format of an item, as in `struct`.
  let format: String
  /// Its last character, which tells how an item is read.
  let code: UInt8
  let itemSize: Int
  let offset: Int
  /// Items and distance in bytes of the first dimension.
  let length: Int
  let stride: Int
  /// All dimensions when there is not one.
  private let dimensions: (shape: [Int], strides: [Int])?
  let isLocked: Bool
  private(set) var isReleased = false
  private var knownHash: Int?

  /// A view of bytes.
  package convenience init(_ vm: VM, _ base: Value, _ range: Range<Int>) {
    self.init(vm, base, format: "B", itemSize: 1, offset: range.lowerBound, length: range.count, stride: 1)
  }

  /// A view of one dimension.
  init(
    _ vm: VM, _ base: Value, format: String, itemSize: Int, offset: Int, length: Int, stride: Int, isLocked: Bool = false,
    dimensions: (shape: [Int], strides: [Int])? = nil
  ) {
    self.base = base.owned
    self.format = format
    code = format.utf8.last ?? 0x42
    self.itemSize = itemSize
    self.offset = offset
    self.length = length
    self.stride = stride
    self.dimensions = dimensions
    self.isLocked = isLocked
    super.init(kind: .memoryview, type: vm.types.memoryview)
    base.asByteArray?.exports += 1
  }
  /// A view of any number of dimensions.
  convenience init(
    _ vm: VM, _ base: Value, format: String, itemSize: Int, offset: Int, shape: [Int], strides: [Int],
    isLocked: Bool = false
  ) {
    self.init(
      vm, base, format: format, itemSize: itemSize, offset: offset, length: shape.first ?? 1, stride: strides.first ?? itemSize,
      isLocked: isLocked, dimensions: shape.count == 1 ? nil : (shape, strides))
  }
  deinit {
    release()
    base.release()
  }
  public override func traverse(_ visit: (Slot) -> Void) { visit(base) }

  /// Lets the memory go: its size may change again.
  func release() {
    if isReleased { return }
    isReleased = true
    base.value.asByteArray?.exports -= 1
  }

  var shape: [Int] { dimensions?.shape ?? [length] }
  var strides: [Int] { dimensions?.strides ?? [stride] }
  /// Number of dimensions.
  @inline(__always) var rank: Int { dimensions?.shape.count ?? 1 }
  /// Number of items.
  var itemCount: Int { dimensions?.shape.reduce(1, &*) ?? length }
  var isContiguous: Bool {
    guard let dimensions else { return stride == itemSize || length == 0 }
    return dimensions.strides == MemoryViewObject.packedStrides(dimensions.shape, itemSize) || itemCount == 0
  }
  package var isReadOnly: Bool { isLocked || !base.isKind(.bytearray) }
  /// The bytes of the whole object.
  @inline(__always) var memory: ByteView { base.isKind(.bytes) || base.isKind(.bytearray) ? ByteView(base) ?? .none : .none }

  static func packedStrides(_ shape: [Int], _ itemSize: Int) -> [Int] {
    var result = [Int](repeating: itemSize, count: shape.count)
    var step = itemSize
    for k in shape.indices.reversed() {
      result[k] = step
      step = step &* shape[k]
    }
    return result
  }

  /// The bytes of the items where they lie; nil: not in one piece.
  var inPlace: ByteView? {
    guard isContiguous else { return nil }
    let all = memory
    let size = itemCount &* itemSize
    return all.part(min(offset, all.count), min(offset &+ size, all.count))
  }
  /// The bytes of the items in order.
  package var array: [UInt8] {
    if let inPlace { return inPlace.array }
    let all = memory
    var result: [UInt8] = []
    result.reserveCapacity(itemCount &* itemSize)
    eachOffset { at in
      for i in 0..<itemSize { result.append(at &+ i < all.count ? all[at &+ i] : 0) }
    }
    return result
  }

  /// Calls `body` with the place of each item, the last dimension fastest.
  private func eachOffset(_ body: (Int) -> Void) {
    if itemCount == 0 { return }
    let (shape, strides) = (shape, strides)
    var index = [Int](repeating: 0, count: shape.count)
    var at = offset
    while true {
      body(at)
      var k = shape.count &- 1
      while k >= 0 {
        index[k] &+= 1
        at &+= strides[k]
        if index[k] < shape[k] { break }
        at &-= strides[k] &* shape[k]
        index[k] = 0
        k &-= 1
      }
      if k < 0 { return }
    }
  }

  func part(_ vm: VM, offset: Int, shape: [Int], strides: [Int]) -> MemoryViewObject {
    MemoryViewObject(
      vm, base.value, format: format, itemSize: itemSize, offset: offset, shape: shape, strides: strides,
      isLocked: isLocked)
  }

  func check(_ vm: VM) throws(Raised) {
    if isReleased { throw vm.valueError("operation forbidden on released memoryview object") }
  }

  /// Reads an item of the first dimension, owned.
  @inline(__always)
  func item(_ vm: VM, _ index: Int) throws(Raised) -> Slot {
    let (all, at) = (memory, offset &+ index &* stride)
    if code == 0x42, at < all.count { return .int(Int(all[at])) }
    return try MemoryItem.read(vm, all, at, code, itemSize, format).intoOwned()
  }

  // MARK: Python's operations

  package override func length(_ vm: VM) throws(Raised) -> Int? {
    try check(vm)
    if rank == 0 { throw vm.typeError("0-dim memory has no length") }
    return length
  }
  public override func repr(_ vm: VM) throws(Raised) -> StrObject {
    let plain = try super.repr(vm).string
    return vm.string(isReleased ? "<released memory at" + (plain.split(separator: " ").last.map { " " + $0 } ?? ">")
      : "<memory at" + (plain.split(separator: " ").last.map { " " + $0 } ?? ">"))
  }
  public override func hash(_ vm: VM) throws(Raised) -> Int {
    if let knownHash { return knownHash }
    try check(vm)
    if !isReadOnly { throw vm.valueError("cannot hash writable memoryview object") }
    if !["B", "b", "c", "@B", "@b", "@c"].contains(format) {
      throw vm.valueError("memoryview: hashing is restricted to formats 'B', 'b' or 'c'")
    }
    let made = try vm.hash(vm.makeBytes(array))
    knownHash = made
    return made
  }
  package override func compare(_ vm: VM, _ comparison: Comparison, _ other: Value) throws(Raised) -> Value? {
    guard comparison == .equal || comparison == .notEqual else { return nil }
    let isEqual: Bool
    if case .object(let o) = other, o === self {
      isEqual = true
    } else if isReleased {
      isEqual = false
    } else {
      guard let second = MemoryViewObject.view(vm, other) else { return nil }
      if second.isReleased || shape != second.shape {
        isEqual = false
      } else if format == second.format && !"fde".contains(format.last ?? "B") {
        isEqual = array == second.array
      } else {
        let (a, b) = (try items(vm), try second.items(vm))
        var same = true
        for k in a.indices where same { same = try vm.equal(a[k], b[k]) }
        isEqual = same
      }
    }
    return .bool(isEqual == (comparison == .equal))
  }

  /// A view of any object that lends memory; nil for others.
  static func view(_ vm: VM, _ value: Value) -> MemoryViewObject? {
    guard case .object(let o) = value else { return nil }
    switch o.kind {
    case .memoryview: return unsafeDowncast(o, to: MemoryViewObject.self)
    case .bytes: return MemoryViewObject(vm, value, 0..<unsafeDowncast(o, to: BytesObject.self).count)
    case .bytearray: return MemoryViewObject(vm, value, 0..<unsafeDowncast(o, to: ByteArrayObject.self).count)
    default: return lent(vm, o)
    }
  }

  /// The view that `__buffer__` of the object's class returns; nil without such a method.
  static func lent(_ vm: VM, _ object: Object) -> MemoryViewObject? {
    guard object.hasHeapType, !object.type.lookup(vm, .borrowed(vm.intern("__buffer__"))).isUndefined,
      let made = try? vm.callMethod(.object(object), "__buffer__", [.int(284)]), case .object(let o) = made,
      o.kind == .memoryview
    else { return nil }
    return unsafeDowncast(o, to: MemoryViewObject.self)
  }

  /// Every item in order.
  func items(_ vm: VM) throws(Raised) -> [Value] {
    let all = memory
    var places: [Int] = []
    eachOffset { places.append($0) }
    var result: [Value] = []
    result.reserveCapacity(places.count)
    for at in places { result.append(try MemoryItem.read(vm, all, at, code, itemSize, format)) }
    return result
  }

  /// Items as nested lists.
  func nested(_ vm: VM) throws(Raised) -> Value {
    if shape.isEmpty { return try MemoryItem.read(vm, memory, offset, code, itemSize, format) }
    if shape.count == 1 {
      let list = ListObject.make(vm)
      if !list.reserve(length) { throw vm.memoryError() }
      for i in 0..<length { list.append(owned: try item(vm, i)) }
      return .object(list)
    }
    var rows: [Value] = []
    for i in 0..<shape[0] {
      let row = part(
        vm, offset: offset &+ i &* strides[0], shape: Array(shape.dropFirst()), strides: Array(strides.dropFirst()))
      rows.append(try row.nested(vm))
    }
    return .object(ListObject.make(vm, rows))
  }

  private func place(_ vm: VM, _ index: Int, _ dimension: Int) throws(Raised) -> Int {
    let i = index < 0 ? index &+ shape[dimension] : index
    if i < 0 || i >= shape[dimension] { throw vm.indexError("index out of bounds on dimension \(dimension &+ 1)") }
    return i &* strides[dimension]
  }

  /// The place of one item for an int or a tuple of ints; nil for other keys.
  private func itemOffset(_ vm: VM, _ key: Value) throws(Raised) -> Int? {
    if let tuple = key.asTuple {
      if tuple.count > 0, tuple.values.allSatisfy({ $0.asSlice != nil }) {
        throw vm.raised(vm.types.notImplementedError, "multi-dimensional slicing is not implemented")
      }
      if tuple.values.contains(where: { $0.asSlice != nil }) { return nil }
      if tuple.count < shape.count {
        throw vm.raised(vm.types.notImplementedError, "sub-views are not implemented")
      }
      if tuple.count > shape.count {
        throw vm.typeError("cannot index \(shape.count)-dimension view with \(tuple.count)-element tuple")
      }
      var at = offset
      for (k, value) in tuple.values.enumerated() {
        guard let index = try StrOperators.optionalIndex(vm, value) else { return nil }
        at &+= try place(vm, index, k)
      }
      return at
    }
    guard let index = try StrOperators.optionalIndex(vm, key) else { return nil }
    if shape.isEmpty { throw vm.typeError("invalid indexing of 0-dim memory") }
    if shape.count > 1 {
      throw vm.raised(vm.types.notImplementedError, "multi-dimensional sub-views are not implemented")
    }
    return offset &+ (try place(vm, index, 0))
  }

  package override func getItem(_ vm: VM, _ key: Value) throws(Raised) -> Value? {
    try check(vm)
    if case .int(let index) = key, rank == 1 {
      let i = index < 0 ? index &+ length : index
      if i < 0 || i >= length { throw vm.indexError("index out of bounds on dimension 1") }
      return vm.taken(try item(vm, i))
    }
    if case .object(let o) = key, o === vm.ellipsis, rank == 0 { return .object(self) }
    if let slice = key.asSlice {
      if rank == 0 { throw vm.typeError("invalid indexing of 0-dim memory") }
      if rank > 1 {
        throw vm.raised(vm.types.notImplementedError, "multi-dimensional slicing is not implemented")
      }
      let part = try slice.indices(vm, length)
      try check(vm)
      return .object(
        MemoryViewObject(
          vm, base.value, format: format, itemSize: itemSize, offset: part.count > 0 ? offset &+ part.start &* stride : offset,
          length: max(0, part.count), stride: stride &* part.step, isLocked: isLocked))
    }
    guard let at = try itemOffset(vm, key) else { throw vm.typeError("memoryview: invalid slice key") }
    try check(vm)
    return try MemoryItem.read(vm, memory, at, code, itemSize, format)
  }

  package override func setItem(_ vm: VM, _ key: Value, _ value: Value?) throws(Raised) -> Bool {
    try check(vm)
    if isReadOnly { throw vm.typeError("cannot modify read-only memory") }
    guard let value else { throw vm.typeError("cannot delete memory") }
    guard case .object(let o) = base.value, o.kind == .bytearray else {
      throw vm.typeError("cannot modify read-only memory")
    }
    let target = unsafeDowncast(o, to: ByteArrayObject.self)
    func store(_ bytes: UnsafePointer<UInt8>, at place: Int) {
      if place >= 0 && place &+ itemSize <= target.count { memmove(target.base + place, bytes, itemSize) }
    }
    if let slice = key.asSlice {
      if rank != 1 {
        throw vm.raised(vm.types.notImplementedError, "memoryview slice assignments are currently restricted to ndim = 1")
      }
      let part = try slice.indices(vm, length)
      guard let source = MemoryViewObject.view(vm, value) else {
        throw vm.typeError("a bytes-like object is required, not '\(vm.type(of: value).name)'")
      }
      try source.check(vm)
      try check(vm)
      if source.shape != [part.count] || source.format != format {
        throw vm.valueError("memoryview assignment: lvalue and rvalue have different structures")
      }
      let at = offset &+ part.start &* stride
      if part.step == 1, stride == itemSize, let new = source.inPlace, at &+ new.count <= target.count {
        memmove(target.base + at, new.base, new.count)
        return true
      }
      source.array.withUnsafeBufferPointer { new in
        guard let first = new.baseAddress else { return }
        for i in 0..<part.count { store(first + i &* itemSize, at: offset &+ part[i] &* stride) }
      }
      return true
    }
    guard let at = try itemOffset(vm, key) else { throw vm.typeError("memoryview: invalid slice key") }
    let bits = try MemoryItem.bits(vm, value, format, itemSize).littleEndian
    try check(vm)
    withUnsafeBytes(of: bits) { bits in
      if let first = bits.baseAddress { store(first.assumingMemoryBound(to: UInt8.self), at: at) }
    }
    return true
  }

  package override func iterator(_ vm: VM) throws(Raised) -> Object? {
    try check(vm)
    if rank == 0 { throw vm.typeError("invalid indexing of 0-dim memory") }
    if rank > 1 {
      throw vm.raised(vm.types.notImplementedError, "multi-dimensional sub-views are not implemented")
    }
    return MemoryIterator(vm, self)
  }

  // MARK: Casting

  /// `cast(format, shape)`.
  func cast(_ vm: VM, _ code: String, _ wanted: [Int]?) throws(Raised) -> MemoryViewObject {
    if !isContiguous { throw vm.typeError("memoryview: casts are restricted to C-contiguous views") }
    guard let size = MemoryItem.size(code) else {
      throw vm.valueError(
        "memoryview: destination format must be a native single character format prefixed with an optional '@'")
    }
    let isBytes = { (f: String) in ["B", "b", "c", "@B", "@b", "@c"].contains(f) }
    if !isBytes(format) && !isBytes(code) {
      throw vm.typeError("memoryview: cannot cast between two non-byte formats")
    }
    if wanted != nil && shape.count > 1 || (wanted?.count ?? 1) > 1 && shape.count > 1 {
      throw vm.typeError("memoryview: cast must be 1D -> ND or ND -> 1D")
    }
    let total = itemCount &* itemSize
    if total % size != 0 { throw vm.typeError("memoryview: length is not a multiple of itemsize") }
    let shape = wanted ?? [total / size]
    var product = size
    for n in wanted ?? [] {
      if n <= 0 { throw vm.valueError("memoryview.cast(): elements of shape must be integers > 0") }
      let (next, overflow) = product.multipliedReportingOverflow(by: n)
      if overflow { throw vm.valueError("memoryview.cast(): product(shape) > SSIZE_MAX") }
      product = next
    }
    if wanted != nil && product != total {
      throw vm.typeError("memoryview: product(shape) * itemsize != buffer size")
    }
    return MemoryViewObject(
      vm, base.value, format: code, itemSize: size, offset: offset, shape: shape,
      strides: MemoryViewObject.packedStrides(shape, size), isLocked: isLocked)
  }
}
