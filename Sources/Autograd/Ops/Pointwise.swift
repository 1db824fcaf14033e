import Arrays

/// Elementwise mathematics of one tensor. Integers and booleans give the default float dtype where the result is not an
/// integer.

/// Negates every element.
public func neg(_ x: Tensor) throws(TorchError) -> Tensor {
  guard x.dtype != .bool else {
    throw .runtime(
      "Negation, the `-` operator, on a bool tensor is not supported. If you are trying to invert a mask, use the `~` or "
        + "`logical_not()` operator instead.")
  }
  return record("NegBackward0", x, try elementwise(.neg, x)) { (_, g) throws(TorchError) in try neg(g) }
}

/// Computes absolute values; of complex numbers the magnitude.
public func abs(_ x: Tensor) throws(TorchError) -> Tensor {
  record("AbsBackward0", x, try elementwise(.abs, x), saving: .x) { (n, g) throws(TorchError) in
    try g .* sgn(n.x)
  }
}

/// Computes the sign: -1, 0 or 1.
public func sign(_ x: Tensor) throws(TorchError) -> Tensor {
  if x.dtype.isComplex {
    throw TorchError(
      .notImplemented, "Unlike NumPy, torch.sign is not intended to support complex numbers. Please use torch.sgn instead.")
  }
  return record("SignBackward0", x, try elementwise(.sign, x)) { (_, g) throws(TorchError) in try zerosLike(g) }
}

/// Squares every element.
public func square(_ x: Tensor) throws(TorchError) -> Tensor {
  try pow(x, 2)
}

/// Computes 1 / x.
public func reciprocal(_ x: Tensor) throws(TorchError) -> Tensor {
  record("ReciprocalBackward0", x, try elementwise(.reciprocal, x), saving: .result) { (n, g) throws(TorchError) in
    try neg(g) .* conj(n.result .* n.result)
  }
}

/// Computes square roots.
public func sqrt(_ x: Tensor) throws(TorchError) -> Tensor {
  record("SqrtBackward0", x, try elementwise(.sqrt, x), saving: .result) { (n, g) throws(TorchError) in
    try g ./ conj(n.result .* 2)
  }
}

/// Computes 1 / sqrt(x).
public func rsqrt(_ x: Tensor) throws(TorchError) -> Tensor {
  record("RsqrtBackward0", x, try elementwise(.rsqrt, x), saving: .result) { (n, g) throws(TorchError) in
    try (g .* -0.5) .* conj(pow(n.result, 3))
  }
}

/// Computes e**x.
public func exp(_ x: Tensor) throws(TorchError) -> Tensor {
  record("ExpBackward0", x, try elementwise(.exp, x), saving: .result) { (n, g) throws(TorchError) in
    try g .* conj(n.result)
  }
}

/// Computes 2**x.
public func exp2(_ x: Tensor) throws(TorchError) -> Tensor {
  record("Exp2Backward0", x, try elementwise(.exp2, x), saving: .result) { (n, g) throws(TorchError) in
    try g .* conj(n.result) .* 0.6931471805599453
  }
}

/// Computes e**x - 1 accurately near zero.
public func expm1(_ x: Tensor) throws(TorchError) -> Tensor {
  record("Expm1Backward0", x, try elementwise(.expm1, x), saving: .result) { (n, g) throws(TorchError) in
    try g .* conj(n.result .+ 1)
  }
}

/// Computes natural logarithms.
public func log(_ x: Tensor) throws(TorchError) -> Tensor {
  record("LogBackward0", x, try elementwise(.log, x), saving: .x) { (n, g) throws(TorchError) in
    try g ./ conj(n.x)
  }
}

/// Computes logarithms to base 2.
public func log2(_ x: Tensor) throws(TorchError) -> Tensor {
  record("Log2Backward0", x, try elementwise(.log2, x), saving: .x) { (n, g) throws(TorchError) in
    try g ./ conj(n.x .* 0.6931471805599453)
  }
}

/// Computes logarithms to base 10.
public func log10(_ x: Tensor) throws(TorchError) -> Tensor {
  record("Log10Backward0", x, try elementwise(.log10, x), saving: .x) { (n, g) throws(TorchError) in
    try g ./ conj(n.x .* 2.302585092994046)
  }
}

/// Computes log(1 + x) accurately near zero.
public func log1p(_ x: Tensor) throws(TorchError) -> Tensor {
  record("Log1PBackward0", x, try elementwise(.log1p, x), saving: .x) { (n, g) throws(TorchError) in
    try g ./ conj(n.x .+ 1)
  }
}

/// Computes sines.
public func sin(_ x: Tensor) throws(TorchError) -> Tensor {
  record("SinBackward0", x, try elementwise(.sin, x), saving: .x) { (n, g) throws(TorchError) in
    try g .* conj(cos(n.x))
  }
}

/// Computes cosines.
public func cos(_ x: Tensor) throws(TorchError) -> Tensor {
  record("CosBackward0", x, try elementwise(.cos, x), saving: .x) { (n, g) throws(TorchError) in
    try g .* neg(conj(sin(n.x)))
  }
}

/// Computes tangents.
public func tan(_ x: Tensor) throws(TorchError) -> Tensor {
  record("TanBackward0", x, try elementwise(.tan, x), saving: .result) { (n, g) throws(TorchError) in
    try g .* conj(pow(n.result, 2) .+ 1)
  }
}

/// Computes arc sines.
public func asin(_ x: Tensor) throws(TorchError) -> Tensor {
  record("AsinBackward0", x, try elementwise(.asin, x), saving: .x) { (n, g) throws(TorchError) in
    try g .* conj(rsqrt(1 .- n.x .* n.x))
  }
}

/// Computes arc cosines.
public func acos(_ x: Tensor) throws(TorchError) -> Tensor {
  record("AcosBackward0", x, try elementwise(.acos, x), saving: .x) { (n, g) throws(TorchError) in
    try g .* neg(conj(rsqrt(1 .- n.x .* n.x)))
  }
}

/// Computes arc tangents.
public func atan(_ x: Tensor) throws(TorchError) -> Tensor {
  record("AtanBackward0", x, try elementwise(.atan, x), saving: .x) { (n, g) throws(TorchError) in
    try g ./ conj(n.x .* n.x .+ 1)
  }
}

/// Computes hyperbolic sines.
public func sinh(_ x: Tensor) throws(TorchError) -> Tensor {
  record("SinhBackward0", x, try elementwise(.sinh, x), saving: .x) { (n, g) throws(TorchError) in
    try g .* conj(cosh(n.x))
  }
}

/// Computes hyperbolic cosines.
public func cosh(_ x: Tensor) throws(TorchError) -> Tensor {
  record("CoshBackward0", x, try elementwise(.cosh, x), saving: .x) { (n, g) throws(TorchError) in
    try g .* conj(sinh(n.x))
  }
}

/// Computes hyperbolic tangents.
public func tanh(_ x: Tensor) throws(TorchError) -> Tensor {
  record("TanhBackward0", x, try elementwise(.tanh, x), saving: .result) { (n, g) throws(TorchError) in
    try tanhBackward(g, n.result)
  }
}

private func tanhBackward(_ g: Tensor, _ result: Tensor) throws(TorchError) -> Tensor {
  guard !result.dtype.isComplex else { return try g .* conj(1 .- result .* result) }
  return record(
    "TanhBackwardBackward0", g, result, try elementwise(.tanhBackward, g, result), saving: [.x, .y],
    { (n, h) throws(TorchError) in try tanhBackward(h, n.y) },
    { (n, h) throws(TorchError) in try h .* n.x .* n.y .* -2 })
}

/// Computes inverse hyperbolic sines.
public func asinh(_ x: Tensor) throws(TorchError) -> Tensor {
  record("AsinhBackward0", x, try elementwise(.asinh, x), saving: .x) { (n, g) throws(TorchError) in
    try g .* conj(rsqrt(pow(n.x, 2) .+ 1))
  }
}

/// Computes inverse hyperbolic cosines.
public func acosh(_ x: Tensor) throws(TorchError) -> Tensor {
  record("AcoshBackward0", x, try elementwise(.acosh, x), saving: .x) { (n, g) throws(TorchError) in
    try n.x.dtype.isComplex
      ? g .* conj(rsqrt(n.x .- 1) .* rsqrt(n.x .+ 1)) : g .* rsqrt(pow(n.x, 2) .- 1)
  }
}

/// Computes inverse hyperbolic tangents.
public func atanh(_ x: Tensor) throws(TorchError) -> Tensor {
  record("AtanhBackward0", x, try elementwise(.atanh, x), saving: .x) { (n, g) throws(TorchError) in
    try g .* conj(reciprocal(1 .- pow(n.x, 2)))
  }
}

/// Computes 1 / (1 + e**-x).
public func sigmoid(_ x: Tensor) throws(TorchError) -> Tensor {
  record("SigmoidBackward0", x, try elementwise(.sigmoid, x), saving: .result) { (n, g) throws(TorchError) in
    try sigmoidBackward(g, n.result)
  }
}

private func sigmoidBackward(_ g: Tensor, _ result: Tensor) throws(TorchError) -> Tensor {
  guard !result.dtype.isComplex else { return try g .* conj((1 .- result) .* result) }
  return record(
    "SigmoidBackwardBackward0", g, result, try elementwise(.sigmoidBackward, g, result), saving: [.x, .y],
    { (n, h) throws(TorchError) in try sigmoidBackward(h, n.y) },
    { (n, h) throws(TorchError) in try h .* n.x .* (1 .- n.y .* 2) })
}

/// Computes the inverse of the sigmoid; with `eps` x is clamped to [eps, 1 - eps] first.
public func logit(_ x: Tensor, eps: Double? = nil) throws(TorchError) -> Tensor {
  record("LogitBackward0", x, try x.array.unary(.logit, Parameters(eps ?? -1)), saving: .x) { (n, g) throws(TorchError) in
    let x = try n.x
    let slope = try g ./ (x .* (1 .- x))
    guard let eps else {
      return try `where`(logicalAnd(ge(x, 0), le(x, 1)), slope, fullLike(slope, .double(.nan)))
    }
    return try `where`(logicalAnd(ge(x, .double(eps)), le(x, .double(1 - eps))), slope, zerosLike(slope))
  }
}

/// Computes the error function.
public func erf(_ x: Tensor) throws(TorchError) -> Tensor {
  record("ErfBackward0", x, try elementwise(.erf, x), saving: .x) { (n, g) throws(TorchError) in
    try exp(neg(pow(n.x, 2))) .* 1.1283791670955126 .* g
  }
}

/// Computes 1 - erf(x).
public func erfc(_ x: Tensor) throws(TorchError) -> Tensor {
  record("ErfcBackward0", x, try elementwise(.erfc, x), saving: .x) { (n, g) throws(TorchError) in
    try exp(neg(pow(n.x, 2))) .* -1.1283791670955126 .* g
  }
}

/// Computes the inverse of the error function.
public func erfinv(_ x: Tensor) throws(TorchError) -> Tensor {
  record("ErfinvBackward0", x, try elementwise(.erfinv, x), saving: .result) { (n, g) throws(TorchError) in
    try exp(pow(n.result, 2)) .* 0.886226925452758 .* g
  }
}

/// Computes the logarithm of the gamma function's magnitude.
public func lgamma(_ x: Tensor) throws(TorchError) -> Tensor {
  record("LgammaBackward0", x, try elementwise(.lgamma, x), saving: .x) { (n, g) throws(TorchError) in
    try g .* digamma(n.x)
  }
}

/// Computes the derivative of `lgamma`.
public func digamma(_ x: Tensor) throws(TorchError) -> Tensor {
  record("DigammaBackward0", x, try elementwise(.digamma, x), saving: .x) { (n, g) throws(TorchError) in
    try g .* polygamma(1, n.x)
  }
}

/// Computes the n-th derivative of `digamma`.
public func polygamma(_ order: Int, _ x: Tensor) throws(TorchError) -> Tensor {
  guard order >= 0 else { throw .runtime("polygamma(n, x) does not support negative n.") }
  return record("PolygammaBackward0", x, try x.array.unary(.polygamma, Parameters(.int(order))), saving: .x) { (n, g) throws(TorchError) in
    try g .* polygamma(order &+ 1, n.x)
  }
}

/// Rounds down.
public func floor(_ x: Tensor) throws(TorchError) -> Tensor {
  record("FloorBackward0", x, try elementwise(.floor, x)) { (_, g) throws(TorchError) in try zerosLike(g) }
}

/// Rounds up.
public func ceil(_ x: Tensor) throws(TorchError) -> Tensor {
  record("CeilBackward0", x, try elementwise(.ceil, x)) { (_, g) throws(TorchError) in try zerosLike(g) }
}

/// Rounds to the nearest integer, halves to even; with `decimals` to that many digits.
public func round(_ x: Tensor, decimals: Int = 0) throws(TorchError) -> Tensor {
  if decimals != 0, x.dtype.isIntegral { throw .unsupported("round_cpu", x.dtype) }
  if decimals == 0 {
    return record("RoundBackward0", x, try elementwise(.round, x)) { (_, g) throws(TorchError) in try zerosLike(g) }
  }
  var scale = 1.0
  for _ in 0..<Swift.min(decimals.magnitude, 400) { scale *= 10 }
  var parameters = Parameters(scale)
  parameters.i0 = decimals < 0 ? 1 : 0
  return record("RoundBackward1", x, try x.array.unary(.roundDecimals, parameters)) { (_, g) throws(TorchError) in
    try zerosLike(g)
  }
}

/// Cuts off the fraction.
public func trunc(_ x: Tensor) throws(TorchError) -> Tensor {
  record("TruncBackward0", x, try elementwise(.trunc, x)) { (_, g) throws(TorchError) in try zerosLike(g) }
}

/// Computes the fraction, with the sign of x.
public func frac(_ x: Tensor) throws(TorchError) -> Tensor {
  record("FracBackward0", x, try elementwise(.frac, x)) { (_, g) in g }
}

/// Replaces NaN and infinities.
public func nanToNum(
  _ x: Tensor, nan: Double? = nil, posinf: Double? = nil, neginf: Double? = nil
) throws(TorchError) -> Tensor {
  if x.dtype.isComplex {
    let parts = try viewAsReal(x)
    return try viewAsComplex(nanToNum(parts, nan: nan, posinf: posinf, neginf: neginf))
  }
  return record("NanToNumBackward0", x, try nanToNumArray(x.array, nan, posinf, neginf), saving: .x) {
    (n, g) throws(TorchError) in try g .* isfinite(n.x)
  }
}

private func nanToNumArray(
  _ x: NDArray, _ nan: Double?, _ posinf: Double?, _ neginf: Double?
) throws(TorchError) -> NDArray {
  let largest: Double
  switch x.dtype.realType {
  case .float16: largest = 65504
  case .bfloat16: largest = 3.3895313892515355e38
  case .float64: largest = Double.greatestFiniteMagnitude
  default: largest = Double(Float.greatestFiniteMagnitude)
  }
  return try x.unary(.nanToNum, Parameters(nan ?? 0, posinf ?? largest, neginf ?? -largest))
}

/// Computes sin(pi x) / (pi x).
public func sinc(_ x: Tensor) throws(TorchError) -> Tensor {
  record("SincBackward0", x, try elementwise(.sinc, x), saving: .x) { (n, g) throws(TorchError) in
    let scaled = try n.x .* Double.pi
    let slope = try (scaled .* cos(scaled) .- sin(scaled)) ./ (scaled .* n.x)
    return try g .* conj(`where`(eq(n.x, 0), zerosLike(slope), slope))
  }
}

/// Converts degrees to radians.
public func deg2rad(_ x: Tensor) throws(TorchError) -> Tensor {
  record("Deg2RadBackward0", x, try NDArray.binary(.mul, x.array, .double(Double.pi / 180))) { (_, g) throws(TorchError) in
    try deg2rad(g)
  }
}

/// Converts radians to degrees.
public func rad2deg(_ x: Tensor) throws(TorchError) -> Tensor {
  record("Rad2DegBackward0", x, try NDArray.binary(.mul, x.array, .double(180 / Double.pi))) { (_, g) throws(TorchError) in
    try rad2deg(g)
  }
}

/// Clamps every element into [min, max]; a bound that is nil is none.
public func clamp(_ x: Tensor, min: Scalar? = nil, max: Scalar? = nil) throws(TorchError) -> Tensor {
  guard min != nil || max != nil else {
    throw .runtime("torch.clamp: At least one of 'min' or 'max' must not be None")
  }
  return record("ClampBackward1", x, try x.array.clamp(min: min, max: max), saving: .x) {
    (n, g) throws(TorchError) in
    let x = try n.x
    switch (min, max) {
    case (let low?, let high?): return try `where`(logicalAnd(ge(x, low), le(x, high)), g, zerosLike(g))
    case (let low?, nil): return try `where`(ge(x, low), g, zerosLike(g))
    case (nil, let high?): return try `where`(le(x, high), g, zerosLike(g))
    case (nil, nil): return g
    }
  }
}

/// Clamps every element into bounds given by tensors.
public func clamp(_ x: Tensor, min: Tensor?, max: Tensor?) throws(TorchError) -> Tensor {
  switch (min, max) {
  case (nil, nil): throw .runtime("torch.clamp: At least one of 'min' or 'max' must not be None")
  case (let low?, nil): return try clampMin(x, low)
  case (nil, let high?): return try clampMax(x, high)
  case (let low?, let high?):
    return record(
      "ClampBackward0", x, low, high, try x.array.clamp(min: low.array, max: high.array), saving: [.x, .y, .z],
      { (n, g) throws(TorchError) in
        try `where`(logicalAnd(ge(n.x, n.y), le(n.x, n.z)), g, zerosLike(g))
      },
      { (n, g) throws(TorchError) in
        try `where`(logicalAnd(lt(n.x, n.y), lt(n.y, n.z)), g, zerosLike(g))
      },
      { (n, g) throws(TorchError) in
        try `where`(logicalOr(gt(n.x, n.z), gt(n.y, n.z)), g, zerosLike(g))
      })
  }
}

/// Raises every element to at least a number.
public func clampMin(_ x: Tensor, _ min: Scalar) throws(TorchError) -> Tensor {
  record("ClampMinBackward0", x, try x.array.clamp(min: min, max: nil), saving: .x) { (n, g) throws(TorchError) in
    try `where`(ge(n.x, min), g, zerosLike(g))
  }
}

/// Lowers every element to at most a number.
public func clampMax(_ x: Tensor, _ max: Scalar) throws(TorchError) -> Tensor {
  record("ClampMaxBackward0", x, try x.array.clamp(min: nil, max: max), saving: .x) { (n, g) throws(TorchError) in
    try `where`(le(n.x, max), g, zerosLike(g))
  }
}

/// Raises every element to at least that of another tensor.
public func clampMin(_ x: Tensor, _ min: Tensor) throws(TorchError) -> Tensor {
  record(
    "ClampMinBackward1", x, min, try elementwise(.maximum, x, min), saving: [.x, .y],
    { (n, g) throws(TorchError) in try `where`(ge(n.x, n.y), g, zerosLike(g)) },
    { (n, g) throws(TorchError) in try `where`(lt(n.x, n.y), g, zerosLike(g)) })
}

/// Lowers every element to at most that of another tensor.
public func clampMax(_ x: Tensor, _ max: Tensor) throws(TorchError) -> Tensor {
  record(
    "ClampMaxBackward1", x, max, try elementwise(.minimum, x, max), saving: [.x, .y],
    { (n, g) throws(TorchError) in try `where`(le(n.x, n.y), g, zerosLike(g)) },
    { (n, g) throws(TorchError) in try `where`(gt(n.x, n.y), g, zerosLike(g)) })
}
