import Glibc

/// Operators on floats with CPython's rules for zeros, signs and infinities.
enum Floats {
  /// Tells whether floats do not have an operator at all.
  static func lacks(_ op: BinaryOperator) -> Bool {
    switch op {
    case .leftShift, .rightShift, .bitAnd, .bitOr, .bitXor, .matrixMultiply: return true
    default: return false
    }
  }

  static func binary(_ vm: VM, _ op: BinaryOperator, _ a: Double, _ b: Double) throws(Raised) -> Value? {
    switch op {
    case .add: return .float(a + b)
    case .subtract: return .float(a - b)
    case .multiply: return .float(a * b)
    case .trueDivide:
      if b == 0 { throw vm.zeroDivisionError("float division by zero") }
      return .float(a / b)
    case .floorDivide:
      if b == 0 { throw vm.zeroDivisionError("float floor division by zero") }
      return .float(divide(a, b).quotient)
    case .remainder:
      if b == 0 { throw vm.zeroDivisionError("float modulo") }
      return .float(remainder(a, b))
    case .divmod:
      if b == 0 { throw vm.zeroDivisionError("float divmod()") }
      let (q, r) = divide(a, b)
      return .object(TupleObject.make(vm, [.float(q), .float(r)]))
    case .power: return try power(vm, a, b)
    case .leftShift, .rightShift, .bitAnd, .bitOr, .bitXor, .matrixMultiply: return nil
    }
  }

  /// `a % b`: the sign of the divisor, also for zero.
  static func remainder(_ a: Double, _ b: Double) -> Double {
    let r = fmod(a, b)
    if r == 0 { return copysign(0, b) }
    return (b < 0) != (r < 0) ? r + b : r
  }

  /// `divmod(a, b)`.
  static func divide(_ a: Double, _ b: Double) -> (quotient: Double, remainder: Double) {
    var r = fmod(a, b)
    var q = (a - r) / b
    if r != 0 {
      if (b < 0) != (r < 0) {
        r += b
        q -= 1
      }
    } else {
      r = copysign(0, b)
    }
    if q == 0 { return (copysign(0, a / b), r) }
    var whole = q.rounded(.down)
    if q - whole > 0.5 { whole += 1 }
    return (whole, r)
  }

  /// `a ** b`; complex for a negative base and a fractional exponent.
  static func power(_ vm: VM, _ a: Double, _ b: Double) throws(Raised) -> Value {
    if b == 0 || a == 1 { return .float(1) }
    if a.isNaN { return .float(a) }
    if b.isNaN { return .float(b) }
    if b.isInfinite {
      let m = a.magnitude
      if m == 1 { return .float(1) }
      return .float((b > 0) == (m > 1) ? .infinity : 0)
    }
    if a == 0 && b < 0 { throw vm.zeroDivisionError("0.0 cannot be raised to a negative power") }
    if a < 0 && a.isFinite && b != b.rounded(.towardZero) {
      return .object(ComplexObject(vm, try Complex.power(vm, Complex(a, 0), Complex(b, 0))))
    }
    let r = pow(a, b)
    if r.isInfinite && a.isFinite { throw rangeError(vm) }
    return .float(r)
  }

  private static func rangeError(_ vm: VM) -> Raised {
    vm.raised(
      vm.types.overflowError, arguments: [.int(34), .object(vm.string("Numerical result out of range"))])
  }
}
