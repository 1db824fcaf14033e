// Operators and conversions of numbers for native code.

extension VM {
  /// `a op b`.
  package func binary(_ op: BinaryOperator, _ a: Value, _ b: Value) throws(Raised) -> Value {
    if let quick = try Numbers.binary(self, op, a, b) { return quick }
    if let r = try binaryOrNil(op, a, b) { return r }
    throw unsupported(op.symbol, a, b)
  }
  /// `a op= b`.
  package func inPlace(_ op: BinaryOperator, _ a: Value, _ b: Value) throws(Raised) -> Value {
    if let quick = try Numbers.binary(self, op, a, b) { return quick }
    if case .object(let o) = a {
      if let r = try callSpecial(o, Special.inPlace(op), [b]), !isNotImplemented(r) { return r }
      if let r = try o.inPlace(self, op, b) { return r }
    }
    if let r = try binaryOrNil(op, a, b) { return r }
    throw unsupported(op == .power ? "**=" : op.symbol + "=", a, b)
  }

  func unsupported(_ symbol: String, _ a: Value, _ b: Value) -> Raised {
    // Sequences are asked to concatenate or to repeat when no operand knows how to add or multiply.
    let (left, right) = (type(of: a).operandName, type(of: b).operandName)
    switch symbol {
    case "+", "+=":
      switch a.kind {
      case .str, .list, .tuple: return typeError("can only concatenate \(a.kind) (not \"\(right)\") to \(a.kind)")
      case .bytes, .bytearray: return typeError("can't concat \(right) to \(a.kind)")
      default: break
      }
    case "*", "*=":
      if repeats(a) { return typeError("can't multiply sequence by non-int of type '\(right)'") }
      // What changes in place is asked first, and refuses if it is a container of any kind.
      if repeats(b), symbol == "*" || !type(of: a).isHeap && !has(a, "__contains__") {
        return typeError("can't multiply sequence by non-int of type '\(left)'")
      }
    case ">>":
      if let print = builtins.get(self, "print"), a.borrowed.isSame(as: print.borrowed), a.kind == .nativeFunction {
        return typeError(
          "unsupported operand type(s) for >>: '\(left)' and '\(right)'. Did you mean \"print(<message>, file=<output_stream>)\"?")
      }
    default: break
    }
    return typeError("unsupported operand type(s) for \(symbol): '\(left)' and '\(right)'")
  }

  /// Whether a value is a sequence that `*` repeats.
  private func repeats(_ value: Value) -> Bool {
    switch value.kind {
    case .str, .bytes, .bytearray, .list, .tuple: return true
    case .native: return has(value, "__mul__") && has(value, "__getitem__")
    default: return false
    }
  }

  private func has(_ value: Value, _ name: String) -> Bool {
    !type(of: value).lookup(self, .borrowed(intern(name))).isUndefined
  }

  /// Both sides' answers in Python's order; nil: neither knows.
  package func binaryOrNil(_ op: BinaryOperator, _ a: Value, _ b: Value) throws(Raised) -> Value? {
    let (left, right) = (type(of: a), type(of: b))
    var rightTried = false
    if left !== right && right.isSubtype(of: left), right.isHeap || right.instanceKind != left.instanceKind,
      !left.isHeap || overloads(right, left, op)
    {
      rightTried = true
      if let r = try binaryHalf(op, b, a, reflected: true) { return r }
    }
    if let r = try binaryHalf(op, a, b, reflected: false) { return r }
    if !rightTried, left !== right || left.isHeap == false {
      if let r = try binaryHalf(op, b, a, reflected: true) { return r }
      // A plain number on the right knows what to do with the number that a subclass on the left is.
      if case .object = b {} else if let r = try Numbers.binaryNative(self, op, a, b) { return r }
    }
    return nil
  }

  /// Tells whether a subclass has another reflected method than its base: only then it is asked first.
  func overloads(_ right: TypeObject, _ left: TypeObject, _ op: BinaryOperator) -> Bool {
    let special = Special.reflected(op)
    return !right.special(self, special).isSame(as: left.special(self, special))
  }

  func binaryHalf(
    _ op: BinaryOperator, _ a: Value, _ b: Value, reflected: Bool
  ) throws(Raised) -> Value? {
    guard case .object(let o) = a else { return nil }
    if o.hasHeapType {
      let special = reflected ? Special.reflected(op) : Special.forward(op)
      if let r = try callHook(o, special, b.borrowed) { return isNotImplemented(r) ? nil : r }
    }
    return try o.binary(self, op, b, reflected: reflected)
  }

  /// Unary operators.
  package func unary(_ op: UnaryOperator, _ a: Value) throws(Raised) -> Value {
    if let quick = Numbers.unary(self, op, a) { return quick }
    if case .object(let o) = a {
      let special: Special
      switch op {
      case .negative: special = .neg
      case .positive: special = .pos
      case .invert: special = .invert
      case .absolute: special = .abs
      }
      if let r = try callHook(o, special) { return r }
      if let r = try o.unary(self, op) { return r }
    }
    throw typeError("bad operand type for \(op.symbol): '\(type(of: a).operandName)'")
  }

  /// `operator.index(value)` as a 64-bit int; OverflowError beyond.
  package func index(_ value: Value) throws(Raised) -> Int {
    switch try indexValue(value) {
    case .int(let i): return i
    case .bool(let b): return b ? 1 : 0
    default: throw overflowError("Python int too large to convert to C ssize_t")
    }
  }
  /// `operator.index(value)`: an int or a big int.
  package func indexValue(_ value: Value) throws(Raised) -> Value {
    switch value {
    case .int: return value
    case .bool(let b): return .int(b ? 1 : 0)
    case .object(let o):
      if o.kind == .int { return Numbers.exactInt(self, value) ?? value }
      if let r = try callHook(o, .index) {
        if r.kind == .int || r.kind == .bool { return r }
        throw typeError("__index__ returned non-int (type \(type(of: r).operandName))")
      }
      if let r = try o.index(self) { return r }
    default: break
    }
    throw typeError("'\(type(of: value).operandName)' object cannot be interpreted as an integer")
  }
  /// `float(value)` for arguments of mathematical functions.
  package func double(_ value: Value) throws(Raised) -> Double {
    switch value {
    case .float(let f): return f
    case .int(let i): return Double(i)
    case .bool(let b): return b ? 1 : 0
    case .object(let o):
      if let r = try callHook(o, .float) {
        if case .float(let f) = r { return f }
        throw typeError("\(o.type.operandName).__float__ returned non-float (type \(type(of: r).operandName))")
      }
      if let f = try o.toFloat(self) { return f }
      if let r = try callHook(o, .index) { return try double(r) }
      if let r = try o.index(self) { return try double(r) }
    case .none: break
    }
    throw typeError("must be real number, not \(type(of: value).operandName)")
  }
}
