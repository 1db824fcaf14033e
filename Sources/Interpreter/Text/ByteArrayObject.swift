import Glibc

/// `bytearray`: bytes that change. They lie in a block of malloc with room before and behind.
package final class ByteArrayObject: Object {
  private var block: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// Where the bytes begin in the block: what is deleted at the front moves nothing.
  private var start = 0
  /// Number of bytes.
  package private(set) var count = 0
  /// Views that look at the bytes: their number must stay.
  package internal(set) var exports = 0
  /// The bytes are a file's that was mapped into memory.
  private var isMapped = false

  /// An empty one.
  package init(_ vm: VM, type: TypeObject? = nil) {
    block = UnsafeMutablePointer(mutating: ByteView.none.base)
    capacity = 0
    super.init(kind: .bytearray, type: type ?? vm.types.bytearray, tracked: type?.isHeap ?? false)
  }
  /// A copy of an array's bytes.
  package convenience init(_ vm: VM, _ array: [UInt8], type: TypeObject? = nil) {
    self.init(vm, type: type)
    self.array = array
  }
  /// `count` bytes that the caller writes; MemoryError when they do not fit.
  package static func make(_ vm: VM, count: Int) throws(Raised) -> ByteArrayObject {
    let made = ByteArrayObject(vm)
    try made.reserve(vm, count)
    made.count = count
    return made
  }
  /// A copy of bytes.
  package static func make(_ vm: VM, copying view: ByteView) throws(Raised) -> ByteArrayObject {
    let made = try make(vm, count: view.count)
    memcpy(made.base, view.base, view.count)
    return made
  }
  /// Takes over memory that was mapped; its size stays as it is.
  package convenience init(_ vm: VM, mapping: UnsafeMutableRawPointer, count: Int) {
    self.init(vm)
    block = mapping.assumingMemoryBound(to: UInt8.self)
    capacity = count
    self.count = count
    isMapped = true
    exports = 1
  }
  deinit {
    if isMapped { munmap(block, capacity) } else if capacity > 0 { free(block) }
  }

  /// The first byte.
  @inline(__always) package var base: UnsafeMutablePointer<UInt8> { block + start }
  /// A copy of the bytes.
  package var array: [UInt8] {
    get { Array(UnsafeBufferPointer(start: base, count: count)) }
    set {
      guard ensure(newValue.count) else { fatalError("out of memory for \(newValue.count) bytes") }
      newValue.withUnsafeBufferPointer { bytes in
        if let first = bytes.baseAddress { memcpy(base, first, bytes.count) }
      }
      count = newValue.count
    }
  }

  // MARK: Size

  /// Makes room for `wanted` bytes; false: memory does not suffice.
  @inline(__always)
  private func ensure(_ wanted: Int) -> Bool { wanted <= capacity &- start || grow(wanted) }
  @inline(never)
  private func grow(_ wanted: Int) -> Bool {
    if wanted < 0 { return false }
    if wanted <= capacity && start &* 2 >= capacity {
      memmove(block, base, count)
      start = 0
      return true
    }
    let (size, overflow) = wanted.addingReportingOverflow(capacity == 0 ? 0 : wanted >> 2 &+ 16)
    if overflow || !Memory.mayHold(size &+ count) { return false }
    let old: UnsafeMutableRawPointer? = capacity > 0 ? UnsafeMutableRawPointer(block) : nil
    if start > 0 {
      memmove(block, base, count)
      start = 0
    }
    guard let raw = realloc(old, max(16, size)) else { return false }
    block = raw.assumingMemoryBound(to: UInt8.self)
    capacity = max(16, size)
    return true
  }
  /// Makes room for `wanted` bytes.
  package func reserve(_ vm: VM, _ wanted: Int) throws(Raised) {
    if !ensure(wanted) { throw vm.memoryError() }
  }
  /// Refuses a change of size while views look at the bytes.
  @inline(__always)
  package func checkExports(_ vm: VM) throws(Raised) {
    if exports > 0 { throw vm.raised(vm.types.bufferError, "Existing exports of data: object cannot be re-sized") }
  }

  /// Appends one byte.
  @inline(__always)
  package func append(_ vm: VM, _ byte: UInt8) throws(Raised) {
    if exports > 0 || count >= capacity &- start {
      try checkExports(vm)
      try reserve(vm, count &+ 1)
    }
    base[count] = byte
    count &+= 1
  }
  /// Appends bytes.
  package func append(_ vm: VM, _ view: ByteView) throws(Raised) { try replace(vm, count, count, view) }

  /// Puts bytes in the place of those from `from` to `to`, which must lie within.
  package func replace(_ vm: VM, _ from: Int, _ to: Int, _ view: ByteView) throws(Raised) {
    let change = view.count &- (to &- from)
    if change == 0 {
      memmove(base + from, view.base, view.count)
      return
    }
    try checkExports(vm)
    // Bytes of its own would move.
    let isOwn = view.base >= UnsafePointer(block) && view.base < UnsafePointer(block) + max(1, capacity)
    if isOwn && view.count > 0 {
      let copy = view.array
      let result: Raised? = copy.withUnsafeBufferPointer { copy in
        guard let base = copy.baseAddress else { return nil }
        do throws(Raised) { try replace(vm, from, to, ByteView(base, copy.count)) } catch { return error }
        return nil
      }
      if let result { throw result }
      return
    }
    if from == 0 && change < 0 {
      start &-= change
      count &+= change
    } else {
      let (size, overflow) = count.addingReportingOverflow(change)
      if overflow { throw vm.memoryError() }
      if change > 0 { try reserve(vm, size) }
      if to < count { memmove(base + to + change, base + to, count &- to) }
      count = size
    }
    memcpy(base + from, view.base, view.count)
    if count == 0 { start = 0 }
  }
  /// Takes bytes away.
  package func remove(_ vm: VM, _ from: Int, _ to: Int) throws(Raised) {
    if from < to { try replace(vm, from, to, ByteView(base, 0)) }
  }
  /// Gives up all bytes and their memory.
  package func clear(_ vm: VM) throws(Raised) {
    if count > 0 { try checkExports(vm) }
    if capacity > 0 { free(block) }
    block = UnsafeMutablePointer(mutating: ByteView.none.base)
    (capacity, start, count) = (0, 0, 0)
  }
  /// Sets the size; new bytes are zero.
  package func resize(_ vm: VM, _ size: Int) throws(Raised) {
    if size < count { return try remove(vm, size, count) }
    if size == count { return }
    try checkExports(vm)
    try reserve(vm, size)
    memset(base + count, 0, size &- count)
    count = size
  }

  // MARK: Protocol

  package override func repr(_ vm: VM) throws(Raised) -> StrObject {
    try StrRepr.bytes(vm, ByteView(self).bytes, prefix: "\(type.name)(b", suffix: ")")
  }
  public override func hash(_ vm: VM) throws(Raised) -> Int { throw vm.typeError("unhashable type: 'bytearray'") }
  package override func length(_ vm: VM) throws(Raised) -> Int? { count }
  package override func truth(_ vm: VM) throws(Raised) -> Bool? { count != 0 }
  package override func compare(_ vm: VM, _ comparison: Comparison, _ other: Value) throws(Raised) -> Value? {
    ByteOperators.compare(ByteView(self), comparison, other)
  }
  package override func binary(
    _ vm: VM, _ op: BinaryOperator, _ other: Value, reflected: Bool
  ) throws(Raised) -> Value? { try ByteOperators.binary(vm, self, ByteView(self), op, other, reflected: reflected) }
  package override func inPlace(_ vm: VM, _ op: BinaryOperator, _ other: Value) throws(Raised) -> Value? {
    switch op {
    case .add:
      guard let bytes = ByteView(other) else {
        throw vm.typeError("can't concat \(vm.type(of: other).name) to bytearray")
      }
      // While its own bytes are looked at, their number must stay.
      if case .object(let o) = other, o === self, count > 0 {
        throw vm.raised(vm.types.bufferError, "Existing exports of data: object cannot be re-sized")
      }
      try append(vm, bytes)
      return .object(self)
    case .multiply:
      guard let times = try StrOperators.repeatCount(vm, other) else { return nil }
      if times != 1 { try checkExports(vm) }
      let size = try ByteOperators.repeatedSize(vm, count, times)
      try reserve(vm, size)
      ByteOperators.fill(base, size, repeating: count)
      count = size
      return .object(self)
    default: return nil
    }
  }
  package override func getItem(_ vm: VM, _ key: Value) throws(Raised) -> Value? {
    if let slice = key.asSlice {
      let range = try slice.indices(vm, count)
      return try ByteOperators.part(vm, ByteView(self), range, isArray: true)
    }
    return .int(Int(base[try ByteOperators.place(vm, key, count, "bytearray", "bytearray index out of range")]))
  }
  package override func setItem(_ vm: VM, _ key: Value, _ value: Value?) throws(Raised) -> Bool {
    if let slice = key.asSlice {
      try setSlice(vm, slice, value)
      return true
    }
    guard let index = try StrOperators.optionalIndex(vm, key) else {
      throw vm.typeError("bytearray indices must be integers or slices, not \(vm.type(of: key).name)")
    }
    // First of all the value: its `__index__` may change the array.
    let byte = try value.map { (v) throws(Raised) in try ByteOperators.byte(vm, v) }
    let i = index < 0 ? index &+ count : index
    if i < 0 || i >= count { throw vm.indexError("bytearray index out of range") }
    if let byte { base[i] = byte } else { try remove(vm, i, i &+ 1) }
    return true
  }
  private func setSlice(_ vm: VM, _ slice: SliceObject, _ value: Value?) throws(Raised) {
    var source = value
    // An iterable of ints runs Python code, which must not happen while bytes are looked at.
    if let value, value.asBytesObject == nil { source = vm.makeBytes(try ByteOperators.bytes(vm, from: value)) }
    let range = try slice.indices(vm, count)
    if range.step == 1 && value == nil { return try remove(vm, range.start, range.stop) }
    let new = source.flatMap { ByteView($0) } ?? ByteView(base, 0)
    if range.step == 1 {
      try replace(vm, range.start, max(range.start, range.stop), new)
    } else if value == nil {
      if range.count == 0 { return }
      try checkExports(vm)
      // The places that go, from the front.
      let (step, first) = range.step > 0 ? (range.step, range.start) : (0 &- range.step, range[range.count &- 1])
      var (to, next, left) = (first, first, range.count)
      for i in first..<count {
        if i == next && left > 0 {
          left &-= 1
          next = left > 0 ? next &+ step : next
        } else {
          base[to] = base[i]
          to &+= 1
        }
      }
      count = to
    } else {
      if new.count != range.count {
        throw vm.valueError("attempt to assign bytes of size \(new.count) to extended slice of size \(range.count)")
      }
      for i in 0..<range.count { base[range[i]] = new[i] }
    }
  }
  package override func contains(_ vm: VM, _ item: Value) throws(Raised) -> Bool? {
    try ByteOperators.contains(vm, item) { ByteView(self) }
  }
  package override func iterator(_ vm: VM) throws(Raised) -> Object? { BytesIterator(vm, .object(self)) }
}
