import Glibc

/// Operators and conversions that the byte types share.
enum ByteOperators {
  static func compare(_ a: ByteView, _ comparison: Comparison, _ other: Value) -> Value? {
    guard let b = ByteView(other) else { return nil }
    if case .object(let o) = other, o.kind != .bytes, o.kind != .bytearray, comparison != .equal,
      comparison != .notEqual
    {
      return nil
    }
    return .bool(compare(a, comparison, b))
  }
  /// `a comparison b` by their bytes.
  @inline(__always)
  static func compare(_ a: ByteView, _ comparison: Comparison, _ b: ByteView) -> Bool {
    if comparison == .equal || comparison == .notEqual {
      let isEqual = a.count == b.count && a.has(b, at: 0)
      return isEqual == (comparison == .equal)
    }
    let order = Int(memcmp(a.base, b.base, min(a.count, b.count)))
    return Numbers.holds(comparison, order == 0 ? a.count &- b.count : order)
  }

  /// `x + y` of exact bytes as an owned slot.
  @inline(__always)
  static func concatenate(_ vm: VM, _ x: Slot, _ y: Slot) throws(Raised) -> Slot {
    guard let a = ByteView(x), let b = ByteView(y) else { return .undefined }
    let (count, overflow) = a.count.addingReportingOverflow(b.count)
    if overflow { throw vm.memoryError() }
    if b.count == 0 || a.count == 0 {
      let same = b.count == 0 ? x : y
      same.retain()
      return same
    }
    guard let made = BytesObject.make(vm, count: count) else { throw vm.memoryError() }
    memcpy(made.storage, a.base, a.count)
    memcpy(made.storage + a.count, b.base, b.count)
    return Value.object(made).intoOwned()
  }

  /// A value of the type of `object`.
  private static func made(
    _ vm: VM, _ object: Object, _ count: Int, _ fill: (UnsafeMutablePointer<UInt8>) -> Void
  ) throws(Raised) -> Value {
    if object.kind == .bytes { return try vm.makeBytes(count, fill) }
    let made = try ByteArrayObject.make(vm, count: count)
    fill(made.base)
    return .object(made)
  }

  static func binary(
    _ vm: VM, _ object: Object, _ a: ByteView, _ op: BinaryOperator, _ other: Value, reflected: Bool
  ) throws(Raised) -> Value? {
    switch op {
    case .add:
      // Only bytes and bytearray know how to be added to; they were asked first.
      if reflected && other.kind != .bytes && other.kind != .bytearray { return nil }
      guard let b = ByteView(other) else {
        if reflected || StrOperators.hasHook(vm, other, .radd) { return nil }
        throw vm.typeError("can't concat \(vm.type(of: other).name) to \(object.type.name)")
      }
      let (first, second) = reflected ? (b, a) : (a, b)
      let (count, overflow) = a.count.addingReportingOverflow(b.count)
      if overflow { throw vm.memoryError() }
      return try made(vm, object, count) { to in
        memcpy(to, first.base, first.count)
        memcpy(to + first.count, second.base, second.count)
      }
    case .multiply:
      guard let times = try StrOperators.repeatCount(vm, other) else {
        if reflected || StrOperators.hasHook(vm, other, .rmul) { return nil }
        throw vm.typeError("can't multiply sequence by non-int of type '\(vm.type(of: other).name)'")
      }
      if times == 1 && object.kind == .bytes && !object.hasHeapType { return .object(object) }
      let size = try repeatedSize(vm, a.count, times)
      return try made(vm, object, size) { to in
        if size == 0 { return }
        memcpy(to, a.base, a.count)
        fill(to, size, repeating: a.count)
      }
    case .remainder:
      if reflected { return nil }
      let text = try PercentFormat.formatBytes(vm, try Codecs.latin1(vm, a), other)
      return try made(vm, object, text.count) { to in memcpy(to, text.storage, text.count) }
    default: return nil
    }
  }

  /// How many bytes `times` times `count` are.
  static func repeatedSize(_ vm: VM, _ count: Int, _ times: Int) throws(Raised) -> Int {
    if times <= 0 || count == 0 { return 0 }
    let (total, overflow) = count.multipliedReportingOverflow(by: times)
    if overflow || total > Integer.maximumBits / 8 || !Memory.mayHold(total) { throw vm.memoryError() }
    return total
  }
  /// Writes the first `count` bytes again until there are `size`.
  static func fill(_ to: UnsafeMutablePointer<UInt8>, _ size: Int, repeating count: Int) {
    if count <= 0 || size <= count { return }
    if count == 1 {
      memset(to, Int32(to[0]), size)
      return
    }
    var done = count
    while done < size {
      let n = min(done, size &- done)
      memcpy(to + done, to, n)
      done &+= n
    }
  }

  /// What a slice takes.
  static func part(_ vm: VM, _ a: ByteView, _ range: SliceObject.Range, isArray: Bool) throws(Raised) -> Value {
    let count = max(0, range.count)
    if range.step == 1 || count == 0 {
      if isArray { return .object(try ByteArrayObject.make(vm, copying: ByteView(a.base + range.start, count))) }
      return try vm.makeBytes(copying: a.base + range.start, count)
    }
    func fill(_ to: UnsafeMutablePointer<UInt8>) { for i in 0..<count { to[i] = a.base[range[i]] } }
    if isArray {
      let made = try ByteArrayObject.make(vm, count: count)
      fill(made.base)
      return .object(made)
    }
    return try vm.makeBytes(count, fill)
  }

  /// The place that an index names.
  static func place(
    _ vm: VM, _ key: Value, _ count: @autoclosure () -> Int, _ name: String, _ message: String
  ) throws(Raised) -> Int {
    guard !key.isNone, key.asFloat == nil, let index = try StrOperators.optionalIndex(vm, key) else {
      throw vm.typeError("\(name) indices must be integers or slices, not \(vm.type(of: key).name)")
    }
    let count = count()
    let i = index < 0 ? index &+ count : index
    if i < 0 || i >= count { throw vm.indexError(message) }
    return i
  }

  static func contains(_ vm: VM, _ item: Value, _ view: () -> ByteView) throws(Raised) -> Bool {
    if let needle = ByteView(item) {
      let a = view()
      return a.find(needle, 0, a.count) >= 0
    }
    if case .object(let o) = item, o.kind != .int, try o.index(vm) == nil,
      o.type.special(vm, .index).isUndefined
    {
      throw vm.typeError("a bytes-like object is required, not '\(vm.type(of: item).name)'")
    }
    let byte = try byte(vm, item)
    let a = view()
    return memchr(a.base, Int32(byte), a.count) != nil
  }

  /// An int in `range(256)`.
  static func byte(_ vm: VM, _ value: Value) throws(Raised) -> UInt8 {
    if case .int(let i) = value, i >= 0, i < 256 { return UInt8(truncatingIfNeeded: i) }
    guard case .int(let i) = try plainIndex(vm, value), i >= 0, i < 256 else {
      throw vm.valueError("byte must be in range(0, 256)")
    }
    return UInt8(truncatingIfNeeded: i)
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
    if let list = value.asList, !list.hasHeapType {
      // Ints run no code, so that the list stays as it is.
      result.reserveCapacity(list.count)
      var i = 0
      while i < list.count, list.items[i].isInt, list.items[i].asInt >= 0, list.items[i].asInt < 256 {
        result.append(UInt8(truncatingIfNeeded: list.items[i].asInt))
        i &+= 1
      }
      if i == list.count { return result }
      result.removeAll()
    }
    try vm.forEach(value) { (item) throws(Raised) in
      if case .int(let i) = item, i >= 0, i < 256 {
        result.append(UInt8(truncatingIfNeeded: i))
        return
      }
      guard case .int(let i) = try plainIndex(vm, item), i >= 0, i < 256 else {
        throw vm.valueError("bytes must be in range(0, 256)")
      }
      result.append(UInt8(truncatingIfNeeded: i))
    }
    return result
  }
}
