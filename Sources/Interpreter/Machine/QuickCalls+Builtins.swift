// Builtin functions that a call instruction answers itself. Each answer is owned; undefined: the function's body decides,
// and nothing has happened.

extension VM {
  @inline(never)
  func quickBuiltin(_ call: QuickCall, _ x: Slot, _ arguments: Register, _ count: Int) throws(Raised) -> Slot {
    guard count == 1, !x.isUndefined else { return call == .next && count == 2 ? try quickNext(x, arguments[1]) : .undefined }
    switch call {
    case .hash: return .int(try quickHash(x))
    case .id:
      if x.isObject { return .int(Int(bitPattern: x.bits)) }
    case .callable:
      guard x.isObject else { return .bool(false) }
      if x.kind == .function || x.kind == .type || x.kind == .nativeFunction || x.kind == .boundMethod { return .bool(true) }
    case .iter:
      return quickIterator(x)
    case .next: return try quickNext(x, .undefined)
    case .sorted:
      guard let (items, length) = plainItems(x), length > 0, length <= ListSort.few else { break }
      for k in 0..<length { items[k].retain() }
      let made = ListObject.slot(self, moving: items, count: length)
      if ListSort.sortFew(self, made.pointer.field(SequenceLayout.items, Register.self), length) { return made }
      made.release()
    case .any, .all:
      guard let (items, length) = plainItems(x) else { break }
      for k in 0..<length {
        guard let truth = plainTruth(items[k]) else { return .undefined }
        if truth == (call == .any) { return .bool(truth) }
      }
      return .bool(call == .all)
    case .sum:
      guard let (items, length) = plainItems(x), length > 0, items[0].isInt else { break }
      var total = 0
      for k in 0..<length {
        guard items[k].isInt else { return .undefined }
        let (sum, overflow) = total.addingReportingOverflow(items[k].asInt)
        if overflow { return .undefined }
        total = sum
      }
      return .int(total)
    default: break
    }
    return .undefined
  }

  /// The items of an exact list or tuple.
  @inline(__always)
  private func plainItems(_ x: Slot) -> (Register, Int)? {
    guard x.isObject, x.typePointer == listType || x.typePointer == tupleType else { return nil }
    return (x.pointer.field(SequenceLayout.items, Register.self), x.pointer.field(SequenceLayout.count, Int.self))
  }

  /// The truth of numbers, None and exact texts; nil for anything else.
  @inline(__always)
  func plainTruth(_ x: Slot) -> Bool? {
    if x.isBool { return x.asBool }
    if x.isInt { return x.asInt != 0 }
    if x.isFloat { return x.asDouble != 0 }
    if x.isNone { return false }
    guard x.isObject, x.typePointer == strType || x.typePointer == listType || x.typePointer == tupleType else { return nil }
    return x.pointer.field(SequenceLayout.count, Int.self) != 0
  }

  /// The next item of a builtin iterator that steps without more ado; undefined at its end without a default, too.
  private func quickNext(_ x: Slot, _ other: Slot) throws(Raised) -> Slot {
    guard x.isObject else { return .undefined }
    switch x.kind {
    case .listIterator, .rangeIterator, .tupleIterator, .strIterator, .dictIterator, .generator:
      // (A generator at its end would lose its value.)
      if x.kind == .generator && other.isUndefined { return .undefined }
      let item = try step(x)
      if !item.isUndefined || other.isUndefined { return item }
      other.retain()
      return other
    default: return .undefined
    }
  }

  /// `math.sqrt` and its like; undefined: not one number, or the result is an error.
  @inline(never)
  func quickFloatFunction(_ function: (@convention(c) (Double) -> Double)?, _ x: Slot, _ count: Int) -> Slot {
    guard count == 1, x.isFloat || x.isInt, let function else { return .undefined }
    let result = function(x.isFloat ? x.asDouble : Double(x.asInt))
    return result.isFinite ? .float(result) : .undefined
  }
}
