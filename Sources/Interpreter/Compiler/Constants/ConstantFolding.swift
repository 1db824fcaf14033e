import Glibc
import Syntax

/// Computes constant expressions at compile time, with the size limits of CPython.
///
/// What could raise, or would make a large object, is left to run time. Integers are folded up to 128 bits.
enum ConstantFolding {
  /// Returns the value of an expression that is constant, none otherwise.
  static func value(of expression: Expr) -> ConstantValue? {
    switch expression.kind {
    case .constant(let constant): return ConstantValue(constant)
    case .unaryOp(let op, let operand):
      guard let inner = value(of: operand) else { return nil }
      return unary(op, inner)
    case .binOp(let left, let op, let right):
      guard let b = value(of: right), let a = value(of: left) else { return nil }
      return binary(a, op, b)
    case .tuple(let items, .load): return tuple(items).map { .tuple($0) }
    case .subscript(let value, let index, .load): return item(value, index)
    default: return nil
    }
  }

  /// Returns the values of expressions that are all constant.
  static func tuple(_ items: [Expr]) -> [ConstantValue]? {
    var values: [ConstantValue] = []
    values.reserveCapacity(items.count)
    for item in items {
      guard let constant = value(of: item) else { return nil }
      values.append(constant)
    }
    return values
  }

  private static func item(_ value: Expr, _ index: Expr) -> ConstantValue? {
    guard case .constant(.int(let place)) = index.kind, let container = self.value(of: value) else { return nil }
    switch container {
    case .tuple(let items) where items.indices.contains(place): return items[place]
    case .string(let text) where text.indices.contains(place): return .string([text[place]])
    case .bytes(let bytes) where bytes.indices.contains(place): return .int(Int(bytes[place]))
    default: return nil
    }
  }

  // MARK: Unary

  private static func unary(_ op: Syntax.UnaryOperator, _ value: ConstantValue) -> ConstantValue? {
    if op == .not {
      // `not` of a display or number; CPython folds it as well.
      return .bool(!value.truth)
    }
    if case .bigInt(let digits, let radix, let isNegative) = value {
      switch op {
      case .uAdd: return value
      case .uSub:
        if !isNegative, let number = int128(value) { return int(-number) }
        return .bigInt(digits: digits, radix: radix, isNegative: !isNegative)
      case .invert, .not: break
      }
    }
    if let number = int128(value) {
      switch op {
      case .invert: return int(~number)
      case .uAdd: return int(number)
      case .uSub: return int(-number)
      case .not: return nil
      }
    }
    switch value {
    case .float(let bits):
      if op == .uAdd { return value }
      return op == .uSub ? .float(-Double(bitPattern: bits)) : nil
    case .complex(let real, let imaginary):
      if op == .uAdd { return value }
      guard op == .uSub else { return nil }
      return .complex(
        real: (-Double(bitPattern: real)).bitPattern, imaginary: (-Double(bitPattern: imaginary)).bitPattern)
    default: return nil
    }
  }

  // MARK: Binary

  private static func binary(_ a: ConstantValue, _ op: Operator, _ b: ConstantValue) -> ConstantValue? {
    if let x = int128(a), let y = int128(b) { return integers(x, op, y, bools: isBool(a) && isBool(b)) }
    if let x = double(a), let y = double(b) { return floats(x, op, y) }
    if let x = complex(a), let y = complex(b) { return complexes(x, op, y) }
    switch (a, op, b) {
    case (.string(let x), .add, .string(let y)): return .string(x + y)
    case (.bytes(let x), .add, .bytes(let y)): return .bytes(x + y)
    case (.tuple(let x), .add, .tuple(let y)): return .tuple(x + y)
    case (.string(let x), .mult, .int(let n)), (.int(let n), .mult, .string(let x)):
      return repeated(x, n, limit: 4096).map { .string($0) }
    case (.bytes(let x), .mult, .int(let n)), (.int(let n), .mult, .bytes(let x)):
      return repeated(x, n, limit: 4096).map { .bytes($0) }
    case (.tuple(let x), .mult, .int(let n)), (.int(let n), .mult, .tuple(let x)):
      return repeated(x, n, limit: 256).map { .tuple($0) }
    default: return nil
    }
  }

  private static func repeated<T>(_ items: [T], _ count: Int, limit: Int) -> [T]? {
    if items.isEmpty || count <= 0 { return [] }
    guard count <= limit / items.count else { return nil }
    return (0..<count).flatMap { _ in items }
  }

  private static func isBool(_ value: ConstantValue) -> Bool {
    if case .bool = value { true } else { false }
  }

  private static func integers(_ x: Int128, _ op: Operator, _ y: Int128, bools: Bool) -> ConstantValue? {
    switch op {
    case .add: return checked(x.addingReportingOverflow(y))
    case .sub: return checked(x.subtractingReportingOverflow(y))
    case .mult: return checked(x.multipliedReportingOverflow(by: y))
    case .div:
      // Exact in doubles only while both sides are.
      let limit = Int128(1) << 53
      guard y != 0, abs(x) <= limit, abs(y) <= limit else { return nil }
      return .float(Double(x) / Double(y))
    case .floorDiv: return y == 0 ? nil : int(floorDivide(x, y))
    case .mod: return y == 0 ? nil : int(x - floorDivide(x, y) * y)
    case .pow: return power(x, y)
    case .lShift:
      guard y >= 0, y < 120, x.magnitude.leadingZeroBitCount > Int(y) + 1 else { return nil }
      return int(x << y)
    case .rShift: return y < 0 ? nil : int(x >> min(y, 127))
    case .bitOr: return bools ? .bool(x | y != 0) : int(x | y)
    case .bitXor: return bools ? .bool(x ^ y != 0) : int(x ^ y)
    case .bitAnd: return bools ? .bool(x & y != 0) : int(x & y)
    case .matMult: return nil
    }
  }

  private static func floorDivide(_ x: Int128, _ y: Int128) -> Int128 {
    let quotient = x / y
    return x % y != 0 && (x < 0) != (y < 0) ? quotient - 1 : quotient
  }

  private static func checked(_ result: (partialValue: Int128, overflow: Bool)) -> ConstantValue? {
    result.overflow ? nil : int(result.partialValue)
  }

  private static func power(_ base: Int128, _ exponent: Int128) -> ConstantValue? {
    if exponent < 0 {
      guard base != 0, abs(base) < Int128(1) << 53, exponent > -1000 else { return nil }
      return .float(pow(Double(base), Double(exponent)))
    }
    guard exponent <= 127 || abs(base) <= 1 else { return nil }
    var result: Int128 = 1
    for _ in 0..<Int(min(exponent, 128 + (exponent & 1))) {
      let (product, overflow) = result.multipliedReportingOverflow(by: base)
      if overflow { return nil }
      result = product
    }
    return int(result)
  }

  private static func floats(_ x: Double, _ op: Operator, _ y: Double) -> ConstantValue? {
    switch op {
    case .add: return .float(x + y)
    case .sub: return .float(x - y)
    case .mult: return .float(x * y)
    case .div: return y == 0 ? nil : .float(x / y)
    case .pow:
      // Complex results and overflow are left to run time.
      if x == 0 && y < 0 || x < 0 && y != y.rounded() { return nil }
      let result = pow(x, y)
      return result.isFinite ? .float(result) : nil
    default: return nil
    }
  }

  private static func complexes(
    _ x: (Double, Double), _ op: Operator, _ y: (Double, Double)
  ) -> ConstantValue? {
    switch op {
    case .add: return complex(x.0 + y.0, x.1 + y.1)
    case .sub: return complex(x.0 - y.0, x.1 - y.1)
    case .mult: return complex(x.0 * y.0 - x.1 * y.1, x.0 * y.1 + x.1 * y.0)
    default: return nil
    }
  }

  private static func complex(_ real: Double, _ imaginary: Double) -> ConstantValue {
    .complex(real: real.bitPattern, imaginary: imaginary.bitPattern)
  }

  // MARK: Conversions

  private static func double(_ value: ConstantValue) -> Double? {
    switch value {
    case .float(let bits): return Double(bitPattern: bits)
    case .int(let number): return abs(Int128(number)) <= Int128(1) << 53 ? Double(number) : nil
    case .bool(let flag): return flag ? 1 : 0
    default: return nil
    }
  }

  private static func complex(_ value: ConstantValue) -> (Double, Double)? {
    if case .complex(let real, let imaginary) = value {
      return (Double(bitPattern: real), Double(bitPattern: imaginary))
    }
    return double(value).map { ($0, 0) }
  }

  /// Returns an integer constant as 128 bits when it has at most 126.
  private static func int128(_ value: ConstantValue) -> Int128? {
    switch value {
    case .int(let number): return Int128(number)
    case .bool(let flag): return flag ? 1 : 0
    case .bigInt(let digits, let radix, let isNegative):
      guard let number = Int128(String(decoding: digits, as: UTF8.self), radix: radix),
        number < Int128(1) << 126
      else { return nil }
      return isNegative ? -number : number
    default: return nil
    }
  }

  /// Returns the constant of an integer, which is big when it does not fit 64 bits.
  private static func int(_ value: Int128) -> ConstantValue {
    if let small = Int(exactly: value) { return .int(small) }
    return .bigInt(digits: Array(String(value.magnitude).utf8), radix: 10, isNegative: value < 0)
  }
}
