import Glibc

/// `bytes`: immutable bytes.
package final class BytesObject: Object {
  /// The bytes.
  package let array: [UInt8]
  private var cachedHash = -1

  package init(_ vm: VM, _ array: [UInt8], type: TypeObject? = nil) {
    self.array = array
    super.init(kind: .bytes, type: type ?? vm.types.bytes, tracked: type?.isHeap ?? false)
  }

  package var count: Int { array.count }

  package override func repr(_ vm: VM) throws(Raised) -> StrObject {
    let made: Result<StrObject, Raised> = array.withUnsafeBufferPointer { buffer in
      do throws(Raised) { return .success(try StrRepr.bytes(vm, buffer)) } catch { return .failure(error) }
    }
    return try made.get()
  }
  public override func hash(_ vm: VM) throws(Raised) -> Int {
    if cachedHash == -1 { cachedHash = try Codecs.latin1(vm, array).hashValue_ }
    return cachedHash
  }
  package override func length(_ vm: VM) throws(Raised) -> Int? { array.count }
  package override func compare(_ vm: VM, _ comparison: Comparison, _ other: Value) throws(Raised) -> Value? {
    // Other kinds of memory compare themselves, if they do: an array does not.
    guard other.kind == .bytes || other.kind == .bytearray else { return nil }
    return ByteOperators.compare(array, comparison, other)
  }
  package override func binary(
    _ vm: VM, _ op: BinaryOperator, _ other: Value, reflected: Bool
  ) throws(Raised) -> Value? { try ByteOperators.binary(vm, self, array, op, other, reflected: reflected) }
  package override func getItem(_ vm: VM, _ key: Value) throws(Raised) -> Value? {
    switch try ByteOperators.item(vm, array, key, "byte", "index out of range") {
    case .byte(let b): return .int(Int(b))
    case .part(let bytes): return vm.makeBytes(bytes)
    }
  }
  package override func contains(_ vm: VM, _ item: Value) throws(Raised) -> Bool? {
    try ByteOperators.contains(vm, array, item)
  }
  package override func iterator(_ vm: VM) throws(Raised) -> Object? { BytesIterator(vm, .object(self)) }
}

/// `bytearray`: bytes that change.
package final class ByteArrayObject: Object {
  /// The bytes.
  package var array: [UInt8]

  package init(_ vm: VM, _ array: [UInt8], type: TypeObject? = nil) {
    self.array = array
    super.init(kind: .bytearray, type: type ?? vm.types.bytearray, tracked: type?.isHeap ?? false)
  }

  package var count: Int { array.count }

  package override func repr(_ vm: VM) throws(Raised) -> StrObject {
    let name = type.name
    let made: Result<StrObject, Raised> = array.withUnsafeBufferPointer { buffer in
      do throws(Raised) { return .success(try StrRepr.bytes(vm, buffer, prefix: "\(name)(b", suffix: ")")) } catch {
        return .failure(error)
      }
    }
    return try made.get()
  }
  public override func hash(_ vm: VM) throws(Raised) -> Int { throw vm.typeError("unhashable type: 'bytearray'") }
  package override func length(_ vm: VM) throws(Raised) -> Int? { array.count }
  package override func compare(_ vm: VM, _ comparison: Comparison, _ other: Value) throws(Raised) -> Value? {
    ByteOperators.compare(array, comparison, other)
  }
  package override func binary(
    _ vm: VM, _ op: BinaryOperator, _ other: Value, reflected: Bool
  ) throws(Raised) -> Value? { try ByteOperators.binary(vm, self, array, op, other, reflected: reflected) }
  package override func inPlace(_ vm: VM, _ op: BinaryOperator, _ other: Value) throws(Raised) -> Value? {
    switch op {
    case .add:
      guard let bytes = Codecs.buffer(other) else {
        throw vm.typeError("can't concat \(vm.type(of: other).name) to bytearray")
      }
      // A growing array doubles its block.
      if !Memory.mayHold(2 &* (array.count &+ bytes.count)) { throw vm.memoryError() }
      array += bytes
      return .object(self)
    case .multiply:
      guard let times = try StrOperators.repeatCount(vm, other) else { return nil }
      array = try ByteOperators.repeated(vm, array, times)
      return .object(self)
    default: return nil
    }
  }
  package override func getItem(_ vm: VM, _ key: Value) throws(Raised) -> Value? {
    switch try ByteOperators.item(vm, array, key, "bytearray", "bytearray index out of range") {
    case .byte(let b): return .int(Int(b))
    case .part(let bytes): return .object(ByteArrayObject(vm, bytes))
    }
  }
  package override func setItem(_ vm: VM, _ key: Value, _ value: Value?) throws(Raised) -> Bool {
    if let slice = key.asSlice {
      let new: [UInt8] = try value.map { (v) throws(Raised) in try ByteOperators.bytes(vm, from: v) } ?? []
      let range = try slice.indices(vm, array.count)
      if range.step == 1 {
        array.replaceSubrange(range.start..<max(range.start, range.stop), with: new)
      } else if value == nil {
        let gone = Set((0..<range.count).map { range[$0] })
        array = array.indices.filter { !gone.contains($0) }.map { array[$0] }
      } else {
        if new.count != range.count {
          throw vm.valueError(
            "attempt to assign bytes of size \(new.count) to extended slice of size \(range.count)")
        }
        for i in 0..<range.count { array[range[i]] = new[i] }
      }
      return true
    }
    guard let index = try StrOperators.optionalIndex(vm, key) else {
      throw vm.typeError("bytearray indices must be integers or slices, not \(vm.type(of: key).name)")
    }
    // First of all the value: its `__index__` may change the array.
    let byte = try value.map { (v) throws(Raised) in try ByteOperators.byte(vm, v) }
    let i = index < 0 ? index &+ array.count : index
    if i < 0 || i >= array.count { throw vm.indexError("bytearray index out of range") }
    if let byte { array[i] = byte } else { array.remove(at: i) }
    return true
  }
  package override func contains(_ vm: VM, _ item: Value) throws(Raised) -> Bool? {
    try ByteOperators.contains(vm, array, item)
  }
  package override func iterator(_ vm: VM) throws(Raised) -> Object? { BytesIterator(vm, .object(self)) }
}

/// Iterates over bytes as ints.
final class BytesIterator: NativeIterator, Reducible {
  private var bytes: Value?
  private var position = 0

  init(_ vm: VM, _ bytes: Value) {
    self.bytes = bytes
    super.init(kind: .iterator, type: vm.types.bytesIterator)
  }
  /// How many bytes are left.
  var remaining: Int { max(0, (bytes.flatMap { Codecs.buffer($0)?.count } ?? 0) &- position) }
  func reduced(_ vm: VM) throws(Raised) -> Value {
    guard let bytes else { return try vm.reduction(builtin: "iter", [.object(vm.emptyTuple)]) }
    return try vm.reduction(builtin: "iter", [bytes], .int(position))
  }
  func restore(_ vm: VM, _ state: Value) throws(Raised) { position = max(0, try vm.index(state)) }
  override func next(_ vm: VM) throws(Raised) -> Value? {
    guard case .object(let o)? = bytes else { return nil }
    let byte: UInt8?
    if o.kind == .bytes {
      let object = unsafeDowncast(o, to: BytesObject.self)
      byte = position < object.array.count ? object.array[position] : nil
    } else {
      let object = unsafeDowncast(o, to: ByteArrayObject.self)
      byte = position < object.array.count ? object.array[position] : nil
    }
    position &+= 1
    guard let byte else {
      bytes = nil
      return nil
    }
    return .int(Int(byte))
  }
}

extension Value {
  /// A bytes object.
  package var asBytesObject: BytesObject? {
    if case .object(let o) = self, o.kind == .bytes { return unsafeDowncast(o, to: BytesObject.self) }
    return nil
  }
}

extension VM {
  /// Bytes as a value.
  package func makeBytes(_ bytes: [UInt8]) -> Value { .object(BytesObject(self, bytes)) }
}

/// Operators and conversions that the byte types share.
enum ByteOperators {
  enum Item {
    case byte(UInt8)
    case part([UInt8])
  }

  static func compare(_ a: [UInt8], _ comparison: Comparison, _ other: Value) -> Value? {
    guard let b = Codecs.buffer(other) else { return nil }
    if case .object(let o) = other, o.kind != .bytes, o.kind != .bytearray, comparison != .equal,
      comparison != .notEqual
    {
      return nil
    }
    var order = 0
    let n = min(a.count, b.count)
    var i = 0
    while i < n && a[i] == b[i] { i &+= 1 }
    if i < n { order = a[i] < b[i] ? -1 : 1 } else { order = a.count &- b.count }
    return .bool(Numbers.holds(comparison, order))
  }

  static func binary(
    _ vm: VM, _ object: Object, _ a: [UInt8], _ op: BinaryOperator, _ other: Value, reflected: Bool
  ) throws(Raised) -> Value? {
    func made(_ bytes: [UInt8]) -> Value {
      object.kind == .bytes ? vm.makeBytes(bytes) : .object(ByteArrayObject(vm, bytes))
    }
    switch op {
    case .add:
      // Only bytes and bytearray know how to be added to; they were asked first.
      if reflected && other.kind != .bytes && other.kind != .bytearray { return nil }
      guard let b = Codecs.buffer(other) else {
        if reflected || StrOperators.hasHook(vm, other, .radd) { return nil }
        throw vm.typeError("can't concat \(vm.type(of: other).name) to \(object.type.name)")
      }
      if !Memory.mayHold(a.count &+ b.count) { throw vm.memoryError() }
      return made(reflected ? b + a : a + b)
    case .multiply:
      guard let times = try StrOperators.repeatCount(vm, other) else {
        if reflected || StrOperators.hasHook(vm, other, .rmul) { return nil }
        throw vm.typeError("can't multiply sequence by non-int of type '\(vm.type(of: other).name)'")
      }
      return made(try repeated(vm, a, times))
    case .remainder:
      if reflected { return nil }
      return made(try PercentFormat.formatBytes(vm, try Codecs.latin1(vm, a), other).byteArray)
    default: return nil
    }
  }

  static func repeated(_ vm: VM, _ a: [UInt8], _ times: Int) throws(Raised) -> [UInt8] {
    if times <= 0 || a.isEmpty { return [] }
    let (total, overflow) = a.count.multipliedReportingOverflow(by: times)
    if overflow || total > Integer.maximumBits / 8 || !Memory.mayHold(total) { throw vm.memoryError() }
    if a.count == 1 { return [UInt8](repeating: a[0], count: total) }
    var result: [UInt8] = []
    result.reserveCapacity(total)
    for _ in 0..<times { result += a }
    return result
  }

  static func item(
    _ vm: VM, _ a: [UInt8], _ key: Value, _ name: String, _ message: String
  ) throws(Raised) -> Item {
    if let slice = key.asSlice {
      let range = try slice.indices(vm, a.count)
      if range.count <= 0 { return .part([]) }
      if range.step == 1 { return .part(Array(a[range.start..<(range.start &+ range.count)])) }
      return .part((0..<range.count).map { a[range[$0]] })
    }
    guard !key.isNone, key.asFloat == nil, let index = try StrOperators.optionalIndex(vm, key) else {
      throw vm.typeError("\(name) indices must be integers or slices, not \(vm.type(of: key).name)")
    }
    let i = index < 0 ? index &+ a.count : index
    if i < 0 || i >= a.count { throw vm.indexError(message) }
    return .byte(a[i])
  }

  static func contains(_ vm: VM, _ a: [UInt8], _ item: Value) throws(Raised) -> Bool {
    if let needle = Codecs.buffer(item) { return ByteSearch.find(a, needle, 0, a.count) >= 0 }
    if case .object(let o) = item, o.kind != .int, try o.index(vm) == nil,
      o.type.special(vm, .index).isUndefined
    {
      throw vm.typeError("a bytes-like object is required, not '\(vm.type(of: item).name)'")
    }
    return a.contains(try byte(vm, item))
  }

  /// An int in `range(256)`.
  static func byte(_ vm: VM, _ value: Value) throws(Raised) -> UInt8 {
    guard case .int(let i) = try plainIndex(vm, value), i >= 0, i < 256 else {
      throw vm.valueError("byte must be in range(0, 256)")
    }
    return UInt8(i)
  }

  private static func plainIndex(_ vm: VM, _ value: Value) throws(Raised) -> Value {
    let index = try vm.indexValue(value)
    return Numbers.exactInt(vm, index) ?? index
  }

  /// What `bytes(value)` holds for a buffer or an iterable of ints.
  static func bytes(_ vm: VM, from value: Value) throws(Raised) -> [UInt8] {
    if let plain = try Codecs.bytesLike(vm, value) { return plain }
    guard try vm.iteratorOrNil(value) != nil else {
      throw vm.typeError("cannot convert '\(vm.type(of: value).name)' object to bytes")
    }
    var result: [UInt8] = []
    try vm.forEach(value) { (item) throws(Raised) in
      guard case .int(let i) = try plainIndex(vm, item), i >= 0, i < 256 else {
        throw vm.valueError("bytes must be in range(0, 256)")
      }
      result.append(UInt8(i))
    }
    return result
  }
}

/// Finding bytes in bytes.
enum ByteSearch {
  static func find(_ text: [UInt8], _ needle: [UInt8], _ start: Int, _ end: Int) -> Int {
    if start > end || needle.count > end &- start { return -1 }
    if needle.isEmpty { return start }
    return text.withUnsafeBytes { a in
      needle.withUnsafeBytes { b in
        guard let base = a.baseAddress, let wanted = b.baseAddress,
          let hit = memmem(base + start, end &- start, wanted, b.count)
        else { return -1 }
        return UnsafeRawPointer(hit) - base
      }
    }
  }
  static func findLast(_ text: [UInt8], _ needle: [UInt8], _ start: Int, _ end: Int) -> Int {
    if start > end || needle.count > end &- start { return -1 }
    if needle.isEmpty { return end }
    var i = end &- needle.count
    while i >= start {
      if text[i] == needle[0] && text[i..<(i &+ needle.count)].elementsEqual(needle) { return i }
      i &-= 1
    }
    return -1
  }
}
