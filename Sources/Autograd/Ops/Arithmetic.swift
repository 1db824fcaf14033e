import Arrays

/// Elementwise arithmetic of two tensors, or of a tensor and a number.

/// Adds `alpha` times y to x, with broadcasting and type promotion.
public func add(_ x: Tensor, _ y: Tensor, alpha: Scalar = 1) throws(TorchError) -> Tensor {
  if alpha == .int(1) {
    return record(
      "AddBackward0", x, y, try elementwise(.add, x, y), { (_, g) in g }, { (_, g) in g })
  }
  return record(
    "AddBackward0", x, y, try x.array.add(y.array, alpha: alpha), { (_, g) in g },
    { (_, g) throws(TorchError) in try mul(g, conjugate(alpha)) })
}

/// Adds `alpha` times a number to x.
public func add(_ x: Tensor, _ y: Scalar, alpha: Scalar = 1) throws(TorchError) -> Tensor {
  let array: NDArray
  if alpha == .int(1) {
    array = try elementwise(.add, x, y)
  } else {
    try NDArray.checkAlpha(alpha, Promotion.resultType(x.array, y))
    array = try NDArray.binary(.addAlpha, x.array, y, Parameters(alpha))
  }
  return record("AddBackward0", x, array, edges: 2) { (_, g) in g }
}

/// Subtracts `alpha` times y from x, with broadcasting and type promotion.
public func sub(_ x: Tensor, _ y: Tensor, alpha: Scalar = 1) throws(TorchError) -> Tensor {
  try checkSubtraction(x.dtype, y.dtype)
  if alpha == .int(1) {
    return record(
      "SubBackward0", x, y, try elementwise(.sub, x, y), { (_, g) in g },
      { (_, g) throws(TorchError) in try neg(g) })
  }
  return record(
    "SubBackward0", x, y, try x.array.sub(y.array, alpha: alpha), { (_, g) in g },
    { (_, g) throws(TorchError) in try mul(neg(g), conjugate(alpha)) })
}

/// Subtracts `alpha` times a number from x.
public func sub(_ x: Tensor, _ y: Scalar, alpha: Scalar = 1) throws(TorchError) -> Tensor {
  try checkSubtraction(x.dtype, y.category == .bool ? .bool : .int64)
  let array: NDArray
  if alpha == .int(1) {
    array = try elementwise(.sub, x, y)
  } else {
    try NDArray.checkAlpha(alpha, Promotion.resultType(x.array, y))
    array = try NDArray.binary(.subAlpha, x.array, y, Parameters(alpha))
  }
  return record("SubBackward0", x, array, edges: 2) { (_, g) in g }
}

/// Subtracts `alpha` times x from a number.
public func rsub(_ x: Tensor, _ y: Scalar, alpha: Scalar = 1) throws(TorchError) -> Tensor {
  try checkSubtraction(x.dtype, y.category == .bool ? .bool : .int64)
  let scaled = alpha == .int(1) ? x.array : try elementwise(.mul, x, alpha)
  return record("RsubBackward1", x, try NDArray.binary(.sub, y, scaled)) { (_, g) throws(TorchError) in
    try alpha == .int(1) ? neg(g) : mul(neg(g), conjugate(alpha))
  }
}

/// Subtracts `alpha` times x from y.
public func rsub(_ x: Tensor, _ y: Tensor, alpha: Scalar = 1) throws(TorchError) -> Tensor {
  try checkSubtraction(x.dtype, y.dtype)
  let array = alpha == .int(1) ? try elementwise(.sub, y, x) : try y.array.sub(x.array, alpha: alpha)
  return record(
    "RsubBackward0", x, y, array,
    { (_, g) throws(TorchError) in try alpha == .int(1) ? neg(g) : mul(neg(g), conjugate(alpha)) },
    { (_, g) in g })
}

func checkSubtraction(_ x: DType, _ y: DType) throws(TorchError) {
  guard x == .bool || y == .bool else { return }
  if x == .bool, y == .bool {
    throw .runtime(
      "Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or `logical_xor()` operator "
        + "instead.")
  }
  throw .runtime(
    "Subtraction, the `-` operator, with a bool tensor is not supported. If you are trying to invert a mask, use the "
      + "`~` or `logical_not()` operator instead.")
}

/// Multiplies elementwise, with broadcasting and type promotion.
public func mul(_ x: Tensor, _ y: Tensor) throws(TorchError) -> Tensor {
  record(
    "MulBackward0", x, y, try elementwise(.mul, x, y), saving: [.xForY, .yForX],
    { (n, g) throws(TorchError) in try g .* conj(n.y) }, { (n, g) throws(TorchError) in try g .* conj(n.x) })
}

/// Multiplies every element by a number.
public func mul(_ x: Tensor, _ y: Scalar) throws(TorchError) -> Tensor {
  record("MulBackward0", x, try elementwise(.mul, x, y), edges: 2) { (n, g) throws(TorchError) in
    try n.checkNotReleased()
    return try mul(g, conjugate(y))
  }
}

/// Divides elementwise; integers give the default float dtype.
public func div(_ x: Tensor, _ y: Tensor) throws(TorchError) -> Tensor {
  record(
    "DivBackward0", x, y, try elementwise(.div, x, y), saving: [.xForY, .y],
    { (n, g) throws(TorchError) in try g ./ conj(n.y) },
    { (n, g) throws(TorchError) in try neg(g) .* conj((n.x ./ n.y) ./ n.y) })
}

/// Divides every element by a number.
public func div(_ x: Tensor, _ y: Scalar) throws(TorchError) -> Tensor {
  record("DivBackward0", x, try elementwise(.div, x, y), edges: 2) { (n, g) throws(TorchError) in
    try n.checkNotReleased()
    return try div(g, conjugate(y))
  }
}

/// How `div` rounds its quotient.
public enum RoundingMode: String, Sendable {
  /// Toward negative infinity, like Python's `//`.
  case floor
  /// Toward zero, like C's integer division.
  case trunc
}

/// Divides elementwise and rounds the quotient; no gradient flows through rounding.
public func div(_ x: Tensor, _ y: Tensor, roundingMode: RoundingMode) throws(TorchError) -> Tensor {
  record(
    "DivBackward2", x, y, try NDArray.binary(roundingMode == .floor ? .floorDivide : .truncDivide, x.array, y.array),
    { (_, g) throws(TorchError) in try zerosLike(g) }, { (_, g) throws(TorchError) in try zerosLike(g) })
}

/// Divides every element by a number and rounds the quotient.
public func div(_ x: Tensor, _ y: Scalar, roundingMode: RoundingMode) throws(TorchError) -> Tensor {
  record(
    "DivBackward3", x, try NDArray.binary(roundingMode == .floor ? .floorDivide : .truncDivide, x.array, y), edges: 2
  ) { (_, g) throws(TorchError) in try zerosLike(g) }
}

/// Divides and rounds down, Python's `//`; has no derivative.
public func floorDivide(_ x: Tensor, _ y: Tensor) throws(TorchError) -> Tensor {
  record(
    "torch::autograd::NotImplemented", x, y, try elementwise(.floorDivide, x, y),
    { (_, _) throws(TorchError) in throw noDerivative("floor_divide") },
    { (_, _) throws(TorchError) in throw noDerivative("floor_divide") })
}

/// Divides by a number and rounds down; has no derivative.
public func floorDivide(_ x: Tensor, _ y: Scalar) throws(TorchError) -> Tensor {
  record("torch::autograd::NotImplemented", x, try elementwise(.floorDivide, x, y), edges: 2) {
    (_, _) throws(TorchError) in throw noDerivative("floor_divide")
  }
}

@inline(never)
func noDerivative(_ name: String) -> TorchError {
  .runtime("derivative for aten::\(name) is not implemented")
}

/// The derivative in one argument that nobody has written down, as torch's formulas say it.
func noFormula(_ name: String) -> TorchError { .notImplemented("the derivative for '\(name)' is not implemented.") }

/// Refuses an argument that a function does not differentiate by.
func refuseGradient(_ x: Tensor?, _ argument: String, of function: String) throws(TorchError) {
  guard let x, x.requiresGrad, GradMode.isEnabled else { return }
  throw .runtime(
    "The function '\(function)' is not differentiable with respect to argument '\(argument)'. This input cannot have "
      + "requires_grad True.")
}

/// Computes the remainder with the sign of the divisor, Python's `%`.
public func remainder(_ x: Tensor, _ y: Tensor) throws(TorchError) -> Tensor {
  record(
    "RemainderBackward1", x, y, try elementwise(.remainder, x, y), saving: [.xForY, .y], { (_, g) in g },
    { (n, g) throws(TorchError) in try neg(g) .* div(n.x, n.y, roundingMode: .floor) })
}

/// Computes the remainder with the sign of a number, Python's `%`.
public func remainder(_ x: Tensor, _ y: Scalar) throws(TorchError) -> Tensor {
  record("RemainderBackward0", x, try elementwise(.remainder, x, y)) { (_, g) in g }
}

/// Computes the remainder of a number by every element.
public func remainder(_ x: Scalar, _ y: Tensor) throws(TorchError) -> Tensor {
  try remainder(scalarTensor(x, beside: y), y)
}

/// Computes the remainder with the sign of the dividend, C's `fmod`.
public func fmod(_ x: Tensor, _ y: Tensor) throws(TorchError) -> Tensor {
  record(
    "FmodBackward1", x, y, try elementwise(.fmod, x, y), saving: [.xForY, .y], { (_, g) in g },
    { (n, g) throws(TorchError) in try neg(g) .* div(n.x, n.y, roundingMode: .trunc) })
}

/// Computes the remainder by a number with the sign of the dividend.
public func fmod(_ x: Tensor, _ y: Scalar) throws(TorchError) -> Tensor {
  record("FmodBackward0", x, try elementwise(.fmod, x, y)) { (_, g) in g }
}

/// Raises every element to a power.
public func pow(_ x: Tensor, _ exponent: Scalar) throws(TorchError) -> Tensor {
  let array: NDArray
  if let dense = NDArray.densePower(x.arrayPointer, exponent) { array = dense } else { array = try x.array.pow(exponent) }
  guard records(x) else { return Tensor(array) }
  return record("PowBackward0", x, array, saving: .x) { (n, g) throws(TorchError) in
    try powBackward(g, n.x, exponent)
  }
}

private func powBackward(_ g: Tensor, _ x: Tensor, _ exponent: Scalar) throws(TorchError) -> Tensor {
  switch exponent {
  case .bool, .int:
    let power = exponent.intValue
    if power == 0 { return try zerosLike(g) }
    return try g .* conj(mul(power == 2 ? x : pow(x, .int(power &- 1)), exponent))
  case .double(let power):
    if power == 0 { return try zerosLike(g) }
    return try g .* conj(mul(pow(x, .double(power - 1)), exponent))
  case .complex(let real, let imaginary):
    if real == 0, imaginary == 0 { return try zerosLike(g) }
    return try g .* conj(mul(pow(x, .complex(real - 1, imaginary)), exponent))
  }
}

/// Raises elementwise to powers, with broadcasting.
public func pow(_ x: Tensor, _ y: Tensor) throws(TorchError) -> Tensor {
  record(
    "PowBackward1", x, y, try elementwise(.pow, x, y), saving: [.x, .y, .result],
    { (n, g) throws(TorchError) in
      let (x, y) = (try n.x, try n.y)
      let slope = try g .* conj(y .* pow(x, y .- 1))
      return try `where`(eq(y, 0), zerosLike(slope), slope)
    },
    { (n, g) throws(TorchError) in
      let (x, y) = (try n.x, try n.y)
      let isFlat = try logicalAnd(eq(x, 0), x.dtype.isComplex || y.dtype.isComplex ? ge(real(y), 0) : ge(y, 0))
      let slope = try g .* conj(n.result .* log(x))
      return try `where`(isFlat, zerosLike(slope), slope)
    })
}

/// Raises a number to powers.
public func pow(_ base: Scalar, _ y: Tensor) throws(TorchError) -> Tensor {
  let x = try scalarTensor(base, beside: y)
  return record("PowBackward2", y, try elementwise(.pow, x, y), saving: [.x, .result]) {
    (n, g) throws(TorchError) in
    let y = try n.x
    let slope = try g .* conj(n.result .* log(to(x, n.result.dtype)))
    guard !base.boolValue else { return slope }
    return try `where`(ge(y, 0), zerosLike(slope), slope)
  }
}

/// Takes the larger of two elements; equal ones share the gradient.
public func maximum(_ x: Tensor, _ y: Tensor) throws(TorchError) -> Tensor {
  record(
    "MaximumBackward0", x, y, try elementwise(.maximum, x, y), saving: [.x, .y],
    { (n, g) throws(TorchError) in try maskedFill(halfWhere(eq(n.x, n.y), g), lt(n.x, n.y), 0) },
    { (n, g) throws(TorchError) in try maskedFill(halfWhere(eq(n.x, n.y), g), gt(n.x, n.y), 0) })
}

/// Takes the smaller of two elements; equal ones share the gradient.
public func minimum(_ x: Tensor, _ y: Tensor) throws(TorchError) -> Tensor {
  record(
    "MinimumBackward0", x, y, try elementwise(.minimum, x, y), saving: [.x, .y],
    { (n, g) throws(TorchError) in try maskedFill(halfWhere(eq(n.x, n.y), g), gt(n.x, n.y), 0) },
    { (n, g) throws(TorchError) in try maskedFill(halfWhere(eq(n.x, n.y), g), lt(n.x, n.y), 0) })
}

private func halfWhere(_ mask: Tensor, _ g: Tensor) throws(TorchError) -> Tensor {
  try `where`(mask, g ./ 2, g)
}

/// Takes the larger of two elements and ignores NaN.
public func fmax(_ x: Tensor, _ y: Tensor) throws(TorchError) -> Tensor {
  record(
    "FmaxBackward0", x, y, try elementwise(.fmax, x, y), saving: [.x, .y],
    { (n, g) throws(TorchError) in try maskedFill(g, logicalNot(logicalOr(ge(n.x, n.y), isnan(n.y))), 0) },
    { (n, g) throws(TorchError) in try maskedFill(g, logicalOr(ge(n.x, n.y), isnan(n.y)), 0) })
}

/// Takes the smaller of two elements and ignores NaN.
public func fmin(_ x: Tensor, _ y: Tensor) throws(TorchError) -> Tensor {
  record(
    "FminBackward0", x, y, try elementwise(.fmin, x, y), saving: [.x, .y],
    { (n, g) throws(TorchError) in try maskedFill(g, logicalNot(logicalOr(le(n.x, n.y), isnan(n.y))), 0) },
    { (n, g) throws(TorchError) in try maskedFill(g, logicalOr(le(n.x, n.y), isnan(n.y)), 0) })
}

/// Computes the angle of the point (y, x) in its quadrant.
public func atan2(_ x: Tensor, _ y: Tensor) throws(TorchError) -> Tensor {
  record(
    "Atan2Backward0", x, y, try elementwise(.atan2, x, y), saving: [.x, .y],
    { (n, g) throws(TorchError) in try g .* (n.y ./ (n.x .* n.x .+ n.y .* n.y)) },
    { (n, g) throws(TorchError) in try g .* (neg(n.x) ./ (n.x .* n.x .+ n.y .* n.y)) })
}

/// Computes the hypotenuse of a right triangle.
public func hypot(_ x: Tensor, _ y: Tensor) throws(TorchError) -> Tensor {
  record(
    "HypotBackward0", x, y, try elementwise(.hypot, x, y), saving: [.x, .y, .result],
    { (n, g) throws(TorchError) in try g .* (n.x ./ n.result) },
    { (n, g) throws(TorchError) in try g .* (n.y ./ n.result) })
}

/// Computes log(exp(x) + exp(y)) without overflow.
public func logaddexp(_ x: Tensor, _ y: Tensor) throws(TorchError) -> Tensor {
  record(
    "LogaddexpBackward0", x, y, try elementwise(.logaddexp, x, y), saving: [.x, .y],
    { (n, g) throws(TorchError) in try g ./ conj(exp(n.y .- n.x) .+ 1) },
    { (n, g) throws(TorchError) in try g ./ conj(exp(n.x .- n.y) .+ 1) })
}

/// Computes log2(2**x + 2**y) without overflow.
public func logaddexp2(_ x: Tensor, _ y: Tensor) throws(TorchError) -> Tensor {
  record(
    "Logaddexp2Backward0", x, y, try elementwise(.logaddexp2, x, y), saving: [.x, .y],
    { (n, g) throws(TorchError) in try g ./ (pow(2, n.y .- n.x) .+ 1) },
    { (n, g) throws(TorchError) in try g ./ (pow(2, n.x .- n.y) .+ 1) })
}

/// Computes x * log(y), zero where x is zero.
public func xlogy(_ x: Tensor, _ y: Tensor) throws(TorchError) -> Tensor {
  record(
    "XlogyBackward0", x, y, try elementwise(.xlogy, x, y), saving: [.x, .y],
    { (n, g) throws(TorchError) in
      try g .* maskedFill(log(n.y), logicalAnd(eq(n.x, 0), le(n.y, 0)), 0)
    },
    { (n, g) throws(TorchError) in try g .* n.x ./ n.y })
}

/// Gives x the sign of y.
public func copysign(_ x: Tensor, _ y: Tensor) throws(TorchError) -> Tensor {
  record(
    "CopysignBackward0", x, y, try elementwise(.copysign, x, y), saving: [.x, .result],
    { (n, g) throws(TorchError) in
      let ratio = try n.result ./ n.x
      return try g .* maskedFill(ratio, eq(n.x, 0), 0)
    },
    { (n, g) throws(TorchError) in try zerosLike(g) })
}

/// Gives elements the sign of a number.
public func copysign(_ x: Tensor, _ sign: Scalar) throws(TorchError) -> Tensor {
  record("CopysignBackward1", x, try elementwise(.copysign, x, sign), saving: [.x, .result]) {
    (n, g) throws(TorchError) in
    let ratio = try n.result ./ n.x
    return try g .* maskedFill(ratio, eq(n.x, 0), 0)
  }
}

/// Interpolates from x to end: x + weight * (end - x).
public func lerp(_ x: Tensor, _ end: Tensor, weight: Scalar) throws(TorchError) -> Tensor {
  return record(
    "LerpBackward0", x, end, try x.array.lerp(end.array, weight: weight),
    { (_, g) throws(TorchError) in try mul(g, subtractFromOne(conjugate(weight))) },
    { (_, g) throws(TorchError) in try mul(g, conjugate(weight)) })
}

/// Interpolates from x to end with a weight for each element.
public func lerp(_ x: Tensor, _ end: Tensor, weight: Tensor) throws(TorchError) -> Tensor {
  record(
    "LerpBackward1", x, end, weight, try x.array.lerp(end.array, weight: weight.array), saving: [.x, .y, .z],
    { (n, g) throws(TorchError) in try g .* conj(1 .- n.z) }, { (n, g) throws(TorchError) in try g .* conj(n.z) },
    { (n, g) throws(TorchError) in try g .* conj(n.y .- n.x) })
}

private func subtractFromOne(_ x: Scalar) -> Scalar {
  if case .complex(let real, let imaginary) = x { return .complex(1 - real, -imaginary) }
  return .double(1 - x.doubleValue)
}

/// Computes x + value * a * b.
public func addcmul(_ x: Tensor, _ a: Tensor, _ b: Tensor, value: Scalar = 1) throws(TorchError) -> Tensor {
  let value = try value.fitting(Promotion.resultType(x.array, a.array, b.array))
  return record(
    "AddcmulBackward0", x, a, b, try x.array.addcmul(a.array, b.array, value: value), saving: [.y, .z],
    { (_, g) in g }, { (n, g) throws(TorchError) in try g .* conj(mul(n.z, value)) },
    { (n, g) throws(TorchError) in try g .* conj(mul(n.y, value)) })
}

/// Computes x + value * a / b.
public func addcdiv(_ x: Tensor, _ a: Tensor, _ b: Tensor, value: Scalar = 1) throws(TorchError) -> Tensor {
  record(
    "AddcdivBackward0", x, a, b, try x.array.addcdiv(a.array, b.array, value: value), saving: [.y, .z],
    { (_, g) in g }, { (n, g) throws(TorchError) in try g .* conj(mul(reciprocal(n.z), value)) },
    { (n, g) throws(TorchError) in try neg(g) .* conj(mul(n.y, value) ./ (n.z .* n.z)) })
}

extension Scalar {
  /// The number as factor of an array of a dtype: torch cuts it to an integer beside integers.
  func fitting(_ dtype: DType) -> Scalar {
    dtype.isInteger && category == .floating ? .int(intValue) : self
  }
}

/// Conjugate of a number; a gradient of a complex function is multiplied by conjugates.
func conjugate(_ x: Scalar) -> Scalar {
  if case .complex(let real, let imaginary) = x { return .complex(real, -imaginary) }
  return x
}
