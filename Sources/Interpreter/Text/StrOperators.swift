import Glibc

/// Operators, indexing and slicing of strings.
package enum StrOperators {
  static func binary(
    _ vm: VM, _ text: StrObject, _ op: BinaryOperator, _ other: Value, reflected: Bool
  ) throws(Raised) -> Value? {
    switch op {
    case .add:
      if case .object(let o) = other, o.kind == .str {
        let second = unsafeDowncast(o, to: StrObject.self)
        return .object(reflected ? try concatenate(vm, second, text) : try concatenate(vm, text, second))
      }
      if reflected || hasHook(vm, other, .radd) { return nil }
      throw vm.typeError("can only concatenate str (not \"\(vm.type(of: other).operandName)\") to str")
    case .multiply:
      guard let times = try repeatCount(vm, other) else {
        if reflected || hasHook(vm, other, .rmul) { return nil }
        throw vm.typeError("can't multiply sequence by non-int of type '\(vm.type(of: other).operandName)'")
      }
      return .object(try repeated(vm, text, times))
    case .remainder:
      if reflected { return nil }
      return .object(try PercentFormat.format(vm, text, other))
    default: return nil
    }
  }

  /// Tells whether a Python class of the other operand has its own reflected operator.
  static func hasHook(_ vm: VM, _ other: Value, _ special: Special) -> Bool {
    guard case .object(let o) = other else { return false }
    if o.hasHeapType { return !o.type.special(vm, special).isUndefined }
    return o.kind == .native || o.kind == .tensor
  }

  /// A factor of sequence repetition; nil when the value is no integer.
  static func repeatCount(_ vm: VM, _ value: Value) throws(Raised) -> Int? {
    switch value {
    case .int(let i): return i
    case .bool(let b): return b ? 1 : 0
    case .float, .none: return nil
    case .object(let o):
      if o.kind == .int {
        guard let small = unsafeDowncast(o, to: IntObject.self).small else {
          throw vm.overflowError("cannot fit '\(o.type.operandName)' into an index-sized integer")
        }
        return small
      }
      if o.kind == .str || o.kind == .list || o.kind == .tuple || o.kind == .bytes { return nil }
      if o.hasHeapType, !o.type.special(vm, .index).isUndefined { return try vm.index(value) }
      guard let index = try o.index(vm) else { return nil }
      return try vm.index(index)
    }
  }

  /// `a + b`.
  package static func concatenate(_ vm: VM, _ a: StrObject, _ b: StrObject) throws(Raised) -> StrObject {
    if b.count == 0 && !a.hasHeapType { return a }
    if a.count == 0 && !b.hasHeapType { return b }
    let width = max(a.width, b.width)
    let (count, overflow) = a.count.addingReportingOverflow(b.count)
    if overflow { throw vm.memoryError() }
    guard let made = StrObject.make(vm, count: count, width: width, isASCII: a.isASCII && b.isASCII) else {
      throw vm.memoryError()
    }
    let raw = made.storage
    if width == 1 {
      memcpy(raw, a.storage, a.count)
      memcpy(raw + a.count, b.storage, b.count)
    } else {
      a.copyPoints(to: raw, at: 0, width: width)
      b.copyPoints(to: raw, at: a.count, width: width)
    }
    return made
  }

  /// `a + b` of two exact texts as an owned slot; undefined: the general way makes it.
  @inline(__always)
  static func concatenateQuickly(_ vm: VM, _ a: Slot, _ b: Slot) -> Slot {
    let (x, y) = (Unmanaged<StrObject>.fromOpaque(a.pointer), Unmanaged<StrObject>.fromOpaque(b.pointer))
    return x._withUnsafeGuaranteedRef { x in
      y._withUnsafeGuaranteedRef { y in
        let (n, m) = (x.count, y.count)
        guard x.width == 1, y.width == 1, n > 0, m > 0,
          let made = StrObject.makeSlot(vm, count: n &+ m, width: 1, isASCII: x.isASCII && y.isASCII)
        else { return Slot.undefined }
        memcpy(made.storage, x.storage, n)
        memcpy(made.storage + n, y.storage, m)
        return made.slot
      }
    }
  }

  /// `text * times` of an exact text, where little comes of it, owned; undefined: the general way makes it.
  static func repeatQuickly(_ vm: VM, _ x: Slot, _ times: Int) -> Slot {
    let text = unsafeBitCast(x.pointer, to: StrObject.self)
    guard times > 1, times <= 256, text.width == 1, text.count > 0, text.count <= 256 / times,
      let made = StrObject.makeSlot(vm, count: text.count &* times, width: 1, isASCII: text.isASCII)
    else { return .undefined }
    if text.count == 1 {
      memset(made.storage, Int32(text[0]), times)
    } else {
      for k in 0..<times { memcpy(made.storage + k &* text.count, text.storage, text.count) }
    }
    return made.slot
  }

  /// `text * times`.
  static func repeated(_ vm: VM, _ text: StrObject, _ times: Int) throws(Raised) -> StrObject {
    if times <= 0 || text.count == 0 { return vm.emptyString }
    if times == 1 && !text.hasHeapType { return text }
    let (count, overflow) = text.count.multipliedReportingOverflow(by: times)
    if overflow { throw vm.overflowError("repeated string is too long") }
    guard count < 1 << 46, let raw = StrObject.allocate(count: count, width: text.width) else { throw vm.memoryError() }
    let total = count &* text.width
    if text.count == 1 && text.width == 1 {
      memset(raw, Int32(text[0]), total)
    } else {
      var done = text.count &* text.width
      memcpy(raw, text.storage, done)
      while done < total {
        let step = min(done, total &- done)
        memcpy(raw + done, raw, step)
        done &+= step
      }
    }
    return StrObject(vm, adopting: raw, count: count, width: text.width, isASCII: text.isASCII)
  }

  /// `text[key]`.
  static func item(_ vm: VM, _ text: StrObject, _ key: Value) throws(Raised) -> Value {
    switch key {
    case .int(var i):
      if i < 0 { i &+= text.count }
      if i < 0 || i >= text.count { throw vm.indexError("string index out of range") }
      return .object(vm.character(text[i]))
    case .bool(let b): return try item(vm, text, .int(b ? 1 : 0))
    case .object(let o):
      if o.kind == .slice {
        let range = try unsafeDowncast(o, to: SliceObject.self).indices(vm, text.count)
        return .object(try slice(vm, text, range))
      }
      if o.kind == .int || (o.hasHeapType && !o.type.special(vm, .index).isUndefined) || o.kind == .tensor
        || o.kind == .native, let i = try optionalIndex(vm, key)
      {
        return try item(vm, text, .int(i))
      }
    case .float, .none: break
    }
    throw vm.typeError("string indices must be integers, not '\(vm.type(of: key).operandName)'")
  }

  /// An index of a sequence; nil when the value is no integer, IndexError when it does not fit.
  static func optionalIndex(_ vm: VM, _ value: Value) throws(Raised) -> Int? {
    guard case .object(let o) = value else { return try vm.index(value) }
    if o.kind == .int {
      if let small = unsafeDowncast(o, to: IntObject.self).small { return small }
      throw vm.indexError("cannot fit '\(o.type.operandName)' into an index-sized integer")
    }
    if o.hasHeapType, !o.type.special(vm, .index).isUndefined { return try vm.index(value) }
    guard let index = try o.index(vm) else { return nil }
    return try vm.index(index)
  }

  static func slice(_ vm: VM, _ text: StrObject, _ range: SliceObject.Range) throws(Raised) -> StrObject {
    if range.count <= 0 { return vm.emptyString }
    if range.step == 1 { return try text.part(vm, range.start..<(range.start &+ range.count)) }
    if range.count == 1 { return vm.character(text[range.start]) }
    if text.isASCII {
      guard let made = StrObject.make(vm, count: range.count, width: 1, isASCII: true) else { throw vm.memoryError() }
      let (target, source) = (
        made.storage.assumingMemoryBound(to: UInt8.self), text.storage.assumingMemoryBound(to: UInt8.self)
      )
      var place = range.start
      for i in 0..<range.count {
        target[i] = source[place]
        place = place &+ range.step
      }
      return made
    }
    var out = StrBuilder(capacity: range.count)
    for i in 0..<range.count { out.append(text[range[i]]) }
    return try out.finish(vm)
  }
}

extension StrObject {
  /// The code points of a range as a string: itself when it is all of an exact str.
  package func part(_ vm: VM, _ range: Range<Int>, exact: Bool = false) throws(Raised) -> StrObject {
    if range.isEmpty { return vm.emptyString }
    if range.count == count && !exact && !hasHeapType { return self }
    if range.count == 1 { return vm.character(self[range.lowerBound]) }
    let (narrow, ascii) = narrowest(range)
    guard let made = StrObject.make(vm, count: range.count, width: narrow, isASCII: ascii) else {
      throw vm.memoryError()
    }
    StrBuilder.copy(storage + range.lowerBound &* width, width, to: made.storage, narrow, count: range.count)
    return made
  }

  /// The code points of a range as an owned slot.
  @inline(__always)
  func partSlot(_ vm: VM, _ start: Int, _ end: Int) throws(Raised) -> Slot {
    let n = end &- start
    if isASCII && n > 0 && n < count {
      if n == 1 { return vm.characterSlot(self[start]) }
      if let made = StrObject.makeSlot(vm, count: n, width: 1, isASCII: true) {
        memcpy(made.storage, storage + start, n)
        return made.slot
      }
    }
    return Value.object(try part(vm, start..<max(start, end))).intoOwned()
  }

  /// A copy with another type (an instance of a subclass of `str`).
  func copied(_ vm: VM, type: TypeObject) throws(Raised) -> StrObject {
    guard let raw = StrObject.allocate(count: count, width: width) else { throw vm.memoryError() }
    memcpy(raw, storage, count &* width)
    return StrObject(vm, adopting: raw, count: count, width: width, isASCII: isASCII, type: type)
  }
}
