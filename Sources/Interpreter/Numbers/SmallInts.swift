import Glibc

/// Operators on 64-bit ints; overflow goes on with big ints.
enum SmallInts {
  static func binary(_ vm: VM, _ op: BinaryOperator, _ a: Int, _ b: Int) throws(Raised) -> Value? {
    switch op {
    case .add:
      let (r, overflow) = a.addingReportingOverflow(b)
      if !overflow { return .int(r) }
    case .subtract:
      let (r, overflow) = a.subtractingReportingOverflow(b)
      if !overflow { return .int(r) }
    case .multiply:
      let (r, overflow) = a.multipliedReportingOverflow(by: b)
      if !overflow { return .int(r) }
    case .trueDivide:
      if b == 0 { throw vm.zeroDivisionError("division by zero") }
      if a.magnitude <= 1 << 53 && b.magnitude <= 1 << 53 { return .float(Double(a) / Double(b)) }
    case .floorDivide:
      if b == 0 { throw vm.zeroDivisionError("integer division or modulo by zero") }
      if b != -1 { return .int(floorDivide(a, b)) }
      if a != Int.min { return .int(-a) }
    case .remainder:
      if b == 0 { throw vm.zeroDivisionError("integer modulo by zero") }
      return .int(b == -1 ? 0 : remainder(a, b))
    case .divmod:
      if b == 0 { throw vm.zeroDivisionError("integer division or modulo by zero") }
      if b != -1 { return .object(TupleObject.make(vm, numbers: .int(floorDivide(a, b)), .int(remainder(a, b)))) }
      if a != Int.min { return .object(TupleObject.make(vm, [.int(-a), .int(0)])) }
    case .power:
      if b < 0 {
        if a == 0 { throw vm.zeroDivisionError("0.0 cannot be raised to a negative power") }
        return try Floats.power(vm, Double(a), Double(b))
      }
      if let r = power(a, b) { return .int(r) }
    case .leftShift:
      if b < 0 { throw vm.valueError("negative shift count") }
      if a == 0 { return .int(0) }
      if b < 63 {
        let r = a << b
        if r >> b == a { return .int(r) }
      }
    case .rightShift:
      if b < 0 { throw vm.valueError("negative shift count") }
      return .int(a >> min(b, 63))
    case .bitAnd: return .int(a & b)
    case .bitOr: return .int(a | b)
    case .bitXor: return .int(a ^ b)
    case .matrixMultiply: return nil
    }
    return try BigInts.binary(vm, op, .small(a), .small(b))
  }

  /// Quotient rounded down; `b` is neither 0 nor -1.
  @inline(__always)
  static func floorDivide(_ a: Int, _ b: Int) -> Int {
    let q = a / b
    return (a % b != 0) && ((a < 0) != (b < 0)) ? q &- 1 : q
  }
  /// Remainder with the sign of the divisor; `b` is neither 0 nor -1.
  @inline(__always)
  static func remainder(_ a: Int, _ b: Int) -> Int {
    let r = a % b
    return r != 0 && ((r < 0) != (b < 0)) ? r &+ b : r
  }
  /// `a ** b` for `b >= 0`; nil on overflow.
  static func power(_ a: Int, _ b: Int) -> Int? {
    if b > 64 && a.magnitude > 1 { return nil }
    var result = 1
    var base = a
    var rest = b
    while true {
      if rest & 1 != 0 {
        let (r, overflow) = result.multipliedReportingOverflow(by: base)
        if overflow { return nil }
        result = r
      }
      rest >>= 1
      if rest == 0 { return result }
      let (square, overflow) = base.multipliedReportingOverflow(by: base)
      if overflow { return nil }
      base = square
    }
  }
}
