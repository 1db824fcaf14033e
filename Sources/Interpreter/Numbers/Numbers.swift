import GMPShim
import Glibc

/// Arithmetic of ints, floats, bools and big ints: what the machine calls when its inline paths do not apply.
///
/// `binary`, `compare` and `unary` decline instances of Python subclasses, whose special methods come first;
/// the native protocol of those objects leads to `binaryNative` and `compareNative`.
package enum Numbers {
  /// A number of the exact builtin types or, for the native protocol, of subclasses.
  enum Operand {
    case int(Integer)
    case float(Double)

    /// nil when the value is neither int, bool nor float.
    @inline(__always)
    init?(_ value: Value) {
      switch value {
      case .int(let i): self = .int(.small(i))
      case .float(let f): self = .float(f)
      case .bool(let b): self = .int(.small(b ? 1 : 0))
      case .object(let o):
        if o.kind == .int {
          self = .int(Integer(unsafeDowncast(o, to: IntObject.self)))
        } else if o.kind == .float {
          self = .float(unsafeDowncast(o, to: FloatObject.self).value)
        } else {
          return nil
        }
      case .none: return nil
      }
    }
  }

  /// Tells whether a value may not be taken by its number alone: an instance of a Python subclass.
  @inline(__always)
  private static func mayOverride(_ value: Value) -> Bool {
    if case .object(let o) = value { return o.kind != .int || o.hasHeapType }
    return false
  }

  // MARK: Comparison

  /// Comparison of two numbers; nil when either is not a number. NaN compares false (true for `!=`).
  static func compare(_ vm: VM, _ comparison: Comparison, _ a: Value, _ b: Value) -> Bool? {
    switch (a, b) {
    case (.int(let x), .int(let y)): return holds(comparison, x < y ? -1 : x > y ? 1 : 0)
    case (.float(let x), .float(let y)): return holds(comparison, x, y)
    default:
      if mayOverride(a) || mayOverride(b) { return nil }
      return compareNative(comparison, a, b)
    }
  }

  /// Comparison by number, of subclass instances as well.
  static func compareNative(_ comparison: Comparison, _ a: Value, _ b: Value) -> Bool? {
    guard let x = Operand(a), let y = Operand(b) else { return nil }
    switch (x, y) {
    case (.int(let x), .int(let y)): return holds(comparison, x.order(y))
    case (.float(let x), .float(let y)): return holds(comparison, x, y)
    case (.int(let x), .float(let y)):
      if y.isNaN { return comparison == .notEqual }
      return holds(comparison, x.order(y))
    case (.float(let x), .int(let y)):
      if x.isNaN { return comparison == .notEqual }
      return holds(comparison.swapped, y.order(x))
    }
  }

  /// Whether an order (negative, zero, positive) satisfies a comparison.
  @inline(__always)
  static func holds(_ comparison: Comparison, _ order: Int) -> Bool {
    switch comparison {
    case .less: return order < 0
    case .lessEqual: return order <= 0
    case .equal: return order == 0
    case .notEqual: return order != 0
    case .greater: return order > 0
    case .greaterEqual: return order >= 0
    }
  }

  @inline(__always)
  private static func holds(_ comparison: Comparison, _ x: Double, _ y: Double) -> Bool {
    switch comparison {
    case .less: return x < y
    case .lessEqual: return x <= y
    case .equal: return x == y
    case .notEqual: return x != y
    case .greater: return x > y
    case .greaterEqual: return x >= y
    }
  }

  // MARK: Operators

  /// `a op b` of two numbers; nil when either is not a number.
  static func binary(_ vm: VM, _ op: BinaryOperator, _ a: Value, _ b: Value) throws(Raised) -> Value? {
    switch (a, b) {
    case (.int(let x), .int(let y)): return try SmallInts.binary(vm, op, x, y)
    case (.float(let x), .float(let y)): return try Floats.binary(vm, op, x, y)
    case (.float(let x), .int(let y)): return try Floats.binary(vm, op, x, Double(y))
    case (.int(let x), .float(let y)): return try Floats.binary(vm, op, Double(x), y)
    case (.none, _), (_, .none): return nil
    default:
      if mayOverride(a) || mayOverride(b) { return nil }
      return try binaryNative(vm, op, a, b)
    }
  }

  /// `a op b` by number, of subclass instances as well.
  static func binaryNative(_ vm: VM, _ op: BinaryOperator, _ a: Value, _ b: Value) throws(Raised) -> Value? {
    guard let x = Operand(a), let y = Operand(b) else { return nil }
    switch (x, y) {
    case (.int(.small(let i)), .int(.small(let j))):
      if case .bool = a, case .bool = b {
        switch op {
        case .bitAnd: return .bool(i & j != 0)
        case .bitOr: return .bool(i | j != 0)
        case .bitXor: return .bool(i ^ j != 0)
        default: break
        }
      }
      return try SmallInts.binary(vm, op, i, j)
    case (.int(let i), .int(let j)): return try BigInts.binary(vm, op, i, j)
    case (.float(let f), .float(let g)): return try Floats.binary(vm, op, f, g)
    case (.int(let i), .float(let g)):
      if Floats.lacks(op) { return nil }
      return try Floats.binary(vm, op, try double(vm, i), g)
    case (.float(let f), .int(let j)):
      if Floats.lacks(op) { return nil }
      return try Floats.binary(vm, op, f, try double(vm, j))
    }
  }

  /// Unary operators of numbers; nil when `a` is not a number (or `~` of a float).
  static func unary(_ vm: VM, _ op: UnaryOperator, _ a: Value) -> Value? {
    switch a {
    case .float(let f):
      switch op {
      case .negative: return .float(-f)
      case .positive: return a
      case .absolute: return .float(f.magnitude)
      case .invert: return nil
      }
    case .int(let i): return unary(vm, op, small: i)
    case .bool(let b): return unary(vm, op, small: b ? 1 : 0)
    case .object(let o):
      if o.kind != .int || o.hasHeapType { return nil }
      return BigInts.unary(vm, op, .big(unsafeDowncast(o, to: IntObject.self)))
    case .none: return nil
    }
  }

  private static func unary(_ vm: VM, _ op: UnaryOperator, small i: Int) -> Value {
    switch op {
    case .positive: return .int(i)
    case .invert: return .int(~i)
    case .negative: return i == Int.min ? BigInts.unary(vm, op, .small(i)) : .int(-i)
    case .absolute:
      if i >= 0 { return .int(i) }
      return i == Int.min ? BigInts.unary(vm, op, .small(i)) : .int(-i)
    }
  }

  // MARK: Hashes

  /// CPython's hash of an int: modulo 2**61 - 1, never -1.
  @inline(__always)
  package static func hash(_ i: Int) -> Int {
    if _fastPath(i.magnitude < (1 << 61) - 1) { return i == -1 ? -2 : i }
    let rest = i % ((1 << 61) - 1)
    return rest == -1 ? -2 : rest
  }
  /// CPython's hash of a float; `identity` stands for NaN.
  static func hash(_ f: Double, identity: Int) -> Int {
    if f.isInfinite { return f > 0 ? 314_159 : -314_159 }
    if f.isNaN { return identity }
    if f.magnitude < 0x1p53, f == f.rounded(.towardZero) { return hash(Int(f)) }
    var exponent: Int32 = 0
    var mantissa = frexp(f.magnitude, &exponent)
    let modulus: UInt64 = (1 << 61) - 1
    var x: UInt64 = 0
    while mantissa != 0 {
      x = ((x << 28) & modulus) | x >> (61 - 28)
      mantissa *= 268_435_456.0
      exponent -= 28
      let y = UInt64(mantissa)
      mantissa -= Double(y)
      x &+= y
      if x >= modulus { x &-= modulus }
    }
    let turn = UInt64((Int(exponent) % 61 + 61) % 61)
    x = ((x << turn) & modulus) | x >> (61 - turn)
    let signed = f < 0 ? -Int(x) : Int(x)
    return signed == -1 ? -2 : signed
  }
  /// What `__hash__` returned as a hash; nil when it is no integer.
  static func hashResult(_ vm: VM, _ value: Value) -> Int? {
    guard let number = Integer(value) else { return nil }
    if case .small(let i) = number { return i == -1 ? -2 : i }
    return number.hash
  }

  // MARK: Conversions

  /// `int(f)`; ValueError or OverflowError for nan and infinities.
  package static func truncate(_ vm: VM, _ f: Double) throws(Raised) -> Value {
    if f.magnitude < 0x1p63 { return .int(Int(f)) }
    if f.isNaN { throw vm.valueError("cannot convert float NaN to integer") }
    if f.isInfinite { throw vm.overflowError("cannot convert float infinity to integer") }
    return BigInt(truncating: f).value(vm)
  }

  /// `float(i)`; OverflowError when it is too large.
  package static func double(_ vm: VM, _ number: Integer) throws(Raised) -> Double {
    if case .small(let i) = number { return Double(i) }
    let f = number.double
    if f.isInfinite { throw vm.overflowError("int too large to convert to float") }
    return f
  }

  /// The value of an int of any size (bool and subclass instances included) as an exact `int`; nil otherwise.
  package static func exactInt(_ vm: VM, _ value: Value) -> Value? { Integer(value)?.value(vm) }

  /// An int constant from its digits (of a literal, underscores removed): nil when a digit is invalid.
  package static func bigInt(_ vm: VM, digits: [UInt8], radix: Int) -> Value {
    var small = 0
    var fits = true
    for digit in digits {
      let (scaled, o1) = small.multipliedReportingOverflow(by: radix)
      let (sum, o2) = scaled.addingReportingOverflow(IntText.digitValue(UInt32(digit)))
      if o1 || o2 {
        fits = false
        break
      }
      small = sum
    }
    if fits { return .int(small) }
    return IntText.parse(digits, radix: radix).value(vm)
  }

  /// A 64-bit unsigned number as an int.
  package static func value(_ vm: VM, unsigned: UInt) -> Value {
    if unsigned <= UInt(Int.max) { return .int(Int(unsigned)) }
    var made = BigInt()
    __gmpz_set_ui(&made.z, unsigned)
    return made.value(vm)
  }
}
