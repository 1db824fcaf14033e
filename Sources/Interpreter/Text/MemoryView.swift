// `memoryview`: a window on the bytes of bytes or a bytearray, read as items of one format. A window is an offset, and
// per dimension a length and a stride in bytes; slicing and casting make new windows and copy nothing. An object of a
// class with `__buffer__` lends the view that this method returns.

/// A view on memory.
package final class MemoryViewObject: Object {
  /// The object looked at, owned.
  package let base: Slot
  /// Format of an item, as in `struct`.
  let format: String
  let itemSize: Int
  let offset: Int
  let shape: [Int]
  let strides: [Int]
  let isLocked: Bool
  var isReleased = false
  private var knownHash: Int?

  /// A view of bytes.
  package convenience init(_ vm: VM, _ base: Value, _ range: Range<Int>) {
    self.init(vm, base, format: "B", itemSize: 1, offset: range.lowerBound, shape: [range.count], strides: [1])
  }

  init(
    _ vm: VM, _ base: Value, format: String, itemSize: Int, offset: Int, shape: [Int], strides: [Int],
    isLocked: Bool = false
  ) {
    self.base = base.owned
    self.format = format
    self.itemSize = itemSize
    self.offset = offset
    self.shape = shape
    self.strides = strides
    self.isLocked = isLocked
    super.init(kind: .memoryview, type: vm.types.memoryview)
  }
  deinit { base.release() }
  public override func traverse(_ visit: (Slot) -> Void) { visit(base) }

  /// Number of items.
  var itemCount: Int { shape.reduce(1, &*) }
  var isContiguous: Bool { strides == MemoryViewObject.packedStrides(shape, itemSize) || itemCount == 0 }
  package var isReadOnly: Bool { isLocked || !base.isKind(.bytearray) }
  /// The bytes of the whole object.
  var memory: [UInt8] {
    guard case .object(let o) = base.value else { return [] }
    if o.kind == .bytes { return unsafeDowncast(o, to: BytesObject.self).array }
    return o.kind == .bytearray ? unsafeDowncast(o, to: ByteArrayObject.self).array : []
  }

  static func packedStrides(_ shape: [Int], _ itemSize: Int) -> [Int] {
    var result = [Int](repeating: itemSize, count: shape.count)
    var step = itemSize
    for k in shape.indices.reversed() {
      result[k] = step
      step = step &* shape[k]
    }
    return result
  }

  /// The bytes of the items in order.
  package var array: [UInt8] {
    let all = memory
    let size = itemCount &* itemSize
    if isContiguous {
      return Array(all[min(offset, all.count)..<min(offset &+ size, all.count)])
    }
    var result: [UInt8] = []
    result.reserveCapacity(size)
    eachOffset { at in
      for i in 0..<itemSize { result.append(at &+ i < all.count ? all[at &+ i] : 0) }
    }
    return result
  }

  /// Calls `body` with the place of each item, the last dimension fastest.
  private func eachOffset(_ body: (Int) -> Void) {
    if itemCount == 0 { return }
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

  // MARK: Python's operations

  package override func length(_ vm: VM) throws(Raised) -> Int? {
    try check(vm)
    if shape.isEmpty { throw vm.typeError("0-dim memory has no length") }
    return shape[0]
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
    case .bytes: return MemoryViewObject(vm, value, 0..<unsafeDowncast(o, to: BytesObject.self).array.count)
    case .bytearray: return MemoryViewObject(vm, value, 0..<unsafeDowncast(o, to: ByteArrayObject.self).array.count)
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
    for at in places { result.append(try MemoryItem.read(vm, all, at, format, itemSize)) }
    return result
  }

  /// Items as nested lists.
  func nested(_ vm: VM) throws(Raised) -> Value {
    if shape.isEmpty { return try MemoryItem.read(vm, memory, offset, format, itemSize) }
    if shape.count == 1 { return .object(ListObject.make(vm, try items(vm))) }
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
    if case .object(let o) = key, o === vm.ellipsis, shape.isEmpty { return .object(self) }
    if let slice = key.asSlice {
      if shape.isEmpty { throw vm.typeError("invalid indexing of 0-dim memory") }
      if shape.count > 1 {
        throw vm.raised(vm.types.notImplementedError, "multi-dimensional slicing is not implemented")
      }
      let part = try slice.indices(vm, shape[0])
      return .object(
        self.part(
          vm, offset: part.count > 0 ? offset &+ part.start &* strides[0] : offset, shape: [part.count],
          strides: [strides[0] &* part.step]))
    }
    guard let at = try itemOffset(vm, key) else { throw vm.typeError("memoryview: invalid slice key") }
    try check(vm)
    return try MemoryItem.read(vm, memory, at, format, itemSize)
  }

  package override func setItem(_ vm: VM, _ key: Value, _ value: Value?) throws(Raised) -> Bool {
    try check(vm)
    if isReadOnly { throw vm.typeError("cannot modify read-only memory") }
    guard let value else { throw vm.typeError("cannot delete memory") }
    guard case .object(let o) = base.value, o.kind == .bytearray else {
      throw vm.typeError("cannot modify read-only memory")
    }
    let target = unsafeDowncast(o, to: ByteArrayObject.self)
    func store(_ bytes: ArraySlice<UInt8>, at place: Int) {
      for (i, byte) in bytes.enumerated() where place &+ i < target.array.count { target.array[place &+ i] = byte }
    }
    if let slice = key.asSlice {
      if shape.count != 1 {
        throw vm.raised(vm.types.notImplementedError, "memoryview slice assignments are currently restricted to ndim = 1")
      }
      let part = try slice.indices(vm, shape[0])
      guard let source = MemoryViewObject.view(vm, value) else {
        throw vm.typeError("a bytes-like object is required, not '\(vm.type(of: value).name)'")
      }
      if source.shape != [part.count] || source.format != format {
        throw vm.valueError("memoryview assignment: lvalue and rvalue have different structures")
      }
      let new = source.array
      for i in 0..<part.count {
        store(new[(i &* itemSize)..<((i &+ 1) &* itemSize)], at: offset &+ part[i] &* strides[0])
      }
      return true
    }
    guard let at = try itemOffset(vm, key) else { throw vm.typeError("memoryview: invalid slice key") }
    let bytes = try MemoryItem.write(vm, value, format, itemSize)
    try check(vm)
    store(bytes[...], at: at)
    return true
  }

  package override func iterator(_ vm: VM) throws(Raised) -> Object? {
    try check(vm)
    if shape.isEmpty { throw vm.typeError("invalid indexing of 0-dim memory") }
    if shape.count > 1 {
      throw vm.raised(vm.types.notImplementedError, "multi-dimensional sub-views are not implemented")
    }
    return try ListObject.make(vm, try items(vm)).iterator(vm)
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

/// Items of memory in native byte order.
enum MemoryItem {
  /// Bytes of an item; nil for formats that are not one native character.
  static func size(_ format: String) -> Int? {
    var code = format
    if code.hasPrefix("@") { code.removeFirst() }
    switch code {
    case "b", "B", "c", "?": return 1
    case "h", "H", "e": return 2
    case "i", "I", "f": return 4
    case "l", "L", "q", "Q", "n", "N", "d", "P": return 8
    default: return nil
    }
  }

  static func read(_ vm: VM, _ memory: [UInt8], _ at: Int, _ format: String, _ size: Int) throws(Raised) -> Value {
    var bits: UInt64 = 0
    for i in 0..<min(size, 8) where at &+ i < memory.count { bits |= UInt64(memory[at &+ i]) << UInt64(8 &* i) }
    switch format.last ?? "B" {
    case "B": return .int(Int(bits))
    case "c": return vm.makeBytes([UInt8(truncatingIfNeeded: bits)])
    case "?": return .bool(bits != 0)
    case "d": return .float(Double(bitPattern: bits))
    case "f": return .float(Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits))))
    case "H", "I", "L", "Q", "N", "P": return Numbers.value(vm, unsigned: UInt(bits))
    case "b", "h", "i", "l", "q", "n":
      let shift = UInt64(64 &- size &* 8)
      return .int(Int(Int64(bitPattern: bits << shift) >> Int64(shift)))
    default:
      throw vm.raised(vm.types.notImplementedError, "memoryview: format \(format) not supported")
    }
  }

  static func write(_ vm: VM, _ value: Value, _ format: String, _ size: Int) throws(Raised) -> [UInt8] {
    let bits: UInt64
    switch format.last ?? "B" {
    case "c":
      guard let bytes = value.asBytesObject else {
        throw vm.typeError("memoryview: invalid type for format '\(format)'")
      }
      if bytes.array.count != 1 { throw vm.valueError("memoryview: invalid value for format '\(format)'") }
      return bytes.array
    case "?": bits = try vm.truth(value) ? 1 : 0
    case "d": bits = try double(vm, value, format).bitPattern
    case "f": bits = UInt64(Float(try double(vm, value, format)).bitPattern)
    default: bits = try integer(vm, value, format, size)
    }
    var result: [UInt8] = []
    for i in 0..<size { result.append(UInt8(truncatingIfNeeded: bits >> UInt64(8 &* i))) }
    return result
  }

  private static func double(_ vm: VM, _ value: Value, _ format: String) throws(Raised) -> Double {
    do throws(Raised) { return try vm.double(value) } catch {
      if error.exception.type.isSubtype(of: vm.types.typeError) {
        throw vm.typeError("memoryview: invalid type for format '\(format)'")
      }
      throw error
    }
  }

  private static func integer(_ vm: VM, _ value: Value, _ format: String, _ size: Int) throws(Raised) -> UInt64 {
    let wrong = { vm.valueError("memoryview: invalid value for format '\(format)'") }
    let number: Integer
    do throws(Raised) {
      guard let given = Integer(try vm.indexValue(value)) else {
        throw vm.typeError("memoryview: invalid type for format '\(format)'")
      }
      number = given
    } catch {
      if error.exception.type.isSubtype(of: vm.types.typeError) {
        throw vm.typeError("memoryview: invalid type for format '\(format)'")
      }
      throw error
    }
    let isSigned = format.last?.isLowercase ?? false
    let bits = size &* 8
    switch number {
    case .small(let i):
      if isSigned {
        if bits < 64 && (i < -(1 << (bits &- 1)) || i > (1 << (bits &- 1)) &- 1) { throw wrong() }
      } else if i < 0 || (bits < 64 && i > (1 << bits) &- 1) {
        throw wrong()
      }
      return UInt64(bitPattern: Int64(i))
    case .big:
      if isSigned || number.sign < 0 || number.bitLength > 64 || bits < 64 { throw wrong() }
      return number.withZ { UInt64($0.pointee._mp_d[0]) }
    }
  }
}
