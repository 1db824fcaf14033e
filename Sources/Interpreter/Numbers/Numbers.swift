/// Arithmetic of ints, floats, bools and big ints.
package enum Numbers {
  /// Comparison of two numbers; nil when either is not a number. NaN compares false (true for `!=`).
  static func compare(_ vm: VM, _ comparison: Comparison, _ a: Value, _ b: Value) -> Bool? { nil }
  /// `a op b` of two numbers; nil when either is not a number.
  static func binary(_ vm: VM, _ op: BinaryOperator, _ a: Value, _ b: Value) throws(Raised) -> Value? { nil }
  /// Unary operators of numbers; nil when `a` is not a number (or `~` of a float).
  static func unary(_ vm: VM, _ op: UnaryOperator, _ a: Value) -> Value? { nil }
  /// CPython's hash of an int: modulo 2**61 - 1, never -1.
  static func hash(_ i: Int) -> Int { i == -1 ? -2 : i % ((1 << 61) - 1) }
  /// CPython's hash of a float; `identity` stands for NaN.
  static func hash(_ f: Double, identity: Int) -> Int { 0 }
  /// What `__hash__` returned as a hash; nil when it is no integer.
  static func hashResult(_ vm: VM, _ value: Value) -> Int? { nil }
  /// `int(f)`; ValueError or OverflowError for nan and infinities.
  package static func truncate(_ vm: VM, _ f: Double) throws(Raised) -> Value { .int(0) }
}
