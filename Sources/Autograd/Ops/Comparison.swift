import Arrays

/// Comparisons, logic, bits and selection. Comparisons give booleans and record nothing.

/// Tests elementwise for equality.
public func eq(_ x: Tensor, _ y: Tensor) throws(TorchError) -> Tensor { Tensor(try elementwise(.eq, x, y)) }
/// Tests every element for equality with a number.
public func eq(_ x: Tensor, _ y: Scalar) throws(TorchError) -> Tensor { Tensor(try elementwise(.eq, x, y)) }
/// Tests elementwise for inequality.
public func ne(_ x: Tensor, _ y: Tensor) throws(TorchError) -> Tensor { Tensor(try elementwise(.ne, x, y)) }
/// Tests every element for inequality with a number.
public func ne(_ x: Tensor, _ y: Scalar) throws(TorchError) -> Tensor { Tensor(try elementwise(.ne, x, y)) }
/// Tests elementwise for x < y.
public func lt(_ x: Tensor, _ y: Tensor) throws(TorchError) -> Tensor { Tensor(try elementwise(.lt, x, y)) }
/// Tests every element for being less than a number.
public func lt(_ x: Tensor, _ y: Scalar) throws(TorchError) -> Tensor { Tensor(try elementwise(.lt, x, y)) }
/// Tests elementwise for x <= y.
public func le(_ x: Tensor, _ y: Tensor) throws(TorchError) -> Tensor { Tensor(try elementwise(.le, x, y)) }
/// Tests every element for being at most a number.
public func le(_ x: Tensor, _ y: Scalar) throws(TorchError) -> Tensor { Tensor(try elementwise(.le, x, y)) }
/// Tests elementwise for x > y.
public func gt(_ x: Tensor, _ y: Tensor) throws(TorchError) -> Tensor { Tensor(try elementwise(.gt, x, y)) }
/// Tests every element for being greater than a number.
public func gt(_ x: Tensor, _ y: Scalar) throws(TorchError) -> Tensor { Tensor(try elementwise(.gt, x, y)) }
/// Tests elementwise for x >= y.
public func ge(_ x: Tensor, _ y: Tensor) throws(TorchError) -> Tensor { Tensor(try elementwise(.ge, x, y)) }
/// Tests every element for being at least a number.
public func ge(_ x: Tensor, _ y: Scalar) throws(TorchError) -> Tensor { Tensor(try elementwise(.ge, x, y)) }

/// Computes elementwise "and" of truth values.
public func logicalAnd(_ x: Tensor, _ y: Tensor) throws(TorchError) -> Tensor {
  Tensor(try elementwise(.logicalAnd, x, y))
}

/// Computes elementwise "or" of truth values.
public func logicalOr(_ x: Tensor, _ y: Tensor) throws(TorchError) -> Tensor {
  Tensor(try elementwise(.logicalOr, x, y))
}

/// Computes elementwise "exclusive or" of truth values.
public func logicalXor(_ x: Tensor, _ y: Tensor) throws(TorchError) -> Tensor {
  Tensor(try elementwise(.logicalXor, x, y))
}

/// Negates truth values.
public func logicalNot(_ x: Tensor) throws(TorchError) -> Tensor { Tensor(try elementwise(.logicalNot, x)) }

/// Computes "and" of the bits of integers or booleans.
public func bitwiseAnd(_ x: Tensor, _ y: Tensor) throws(TorchError) -> Tensor {
  Tensor(try elementwise(.bitwiseAnd, x, y))
}

/// Computes "and" of the bits with a number.
public func bitwiseAnd(_ x: Tensor, _ y: Scalar) throws(TorchError) -> Tensor {
  Tensor(try elementwise(.bitwiseAnd, x, y))
}

/// Computes "or" of the bits of integers or booleans.
public func bitwiseOr(_ x: Tensor, _ y: Tensor) throws(TorchError) -> Tensor {
  Tensor(try elementwise(.bitwiseOr, x, y))
}

/// Computes "or" of the bits with a number.
public func bitwiseOr(_ x: Tensor, _ y: Scalar) throws(TorchError) -> Tensor {
  Tensor(try elementwise(.bitwiseOr, x, y))
}

/// Computes "exclusive or" of the bits of integers or booleans.
public func bitwiseXor(_ x: Tensor, _ y: Tensor) throws(TorchError) -> Tensor {
  Tensor(try elementwise(.bitwiseXor, x, y))
}

/// Computes "exclusive or" of the bits with a number.
public func bitwiseXor(_ x: Tensor, _ y: Scalar) throws(TorchError) -> Tensor {
  Tensor(try elementwise(.bitwiseXor, x, y))
}

/// Inverts the bits; of booleans the truth value.
public func bitwiseNot(_ x: Tensor) throws(TorchError) -> Tensor { Tensor(try elementwise(.bitwiseNot, x)) }

/// Shifts bits to the left.
public func bitwiseLeftShift(_ x: Tensor, _ y: Tensor) throws(TorchError) -> Tensor {
  Tensor(try elementwise(.lshift, x, y))
}

/// Shifts bits to the right.
public func bitwiseRightShift(_ x: Tensor, _ y: Tensor) throws(TorchError) -> Tensor {
  Tensor(try elementwise(.rshift, x, y))
}

/// Computes greatest common divisors.
public func gcd(_ x: Tensor, _ y: Tensor) throws(TorchError) -> Tensor { Tensor(try elementwise(.gcd, x, y)) }
/// Computes least common multiples.
public func lcm(_ x: Tensor, _ y: Tensor) throws(TorchError) -> Tensor { Tensor(try elementwise(.lcm, x, y)) }

/// Tests for NaN.
public func isnan(_ x: Tensor) throws(TorchError) -> Tensor { Tensor(try elementwise(.isnan, x)) }
/// Tests for infinity.
public func isinf(_ x: Tensor) throws(TorchError) -> Tensor { Tensor(try elementwise(.isinf, x)) }
/// Tests for neither NaN nor infinity.
public func isfinite(_ x: Tensor) throws(TorchError) -> Tensor { Tensor(try elementwise(.isfinite, x)) }
/// Tests for positive infinity.
public func isposinf(_ x: Tensor) throws(TorchError) -> Tensor { Tensor(try elementwise(.isposinf, x)) }
/// Tests for negative infinity.
public func isneginf(_ x: Tensor) throws(TorchError) -> Tensor { Tensor(try elementwise(.isneginf, x)) }
/// Tests for the sign bit, that of -0.0 included.
public func signbit(_ x: Tensor) throws(TorchError) -> Tensor { Tensor(try elementwise(.signbit, x)) }

/// Tests whether shapes and all elements are equal.
public func equal(_ x: Tensor, _ y: Tensor) throws(TorchError) -> Bool {
  guard x.array.layout.shape == y.array.layout.shape else { return false }
  return try !any(ne(x, y)).item().boolValue
}

/// Tests elementwise whether |x - y| <= atol + rtol * |y|.
public func isclose(
  _ x: Tensor, _ y: Tensor, rtol: Double = 1e-5, atol: Double = 1e-8, equalNan: Bool = false
) throws(TorchError) -> Tensor {
  guard x.dtype == y.dtype else {
    throw .runtime("\(x.dtype.scalarTypeName) did not match \(y.dtype.scalarTypeName)")
  }
  guard rtol >= 0 else { throw .runtime("rtol must be greater than or equal to zero, but got \(shortText(rtol))") }
  guard atol >= 0 else { throw .runtime("atol must be greater than or equal to zero, but got \(shortText(atol))") }
  return try noGrad { () throws(TorchError) -> Tensor in
    var close = try eq(x, y)
    if equalNan, x.dtype.isDifferentiable {
      close = try logicalOr(close, logicalAnd(isnan(x), isnan(y)))
    }
    if rtol == 0, atol == 0 { return close }
    let wide = x.dtype.isIntegral
    let (left, right) = wide ? (try to(x, .float64), try to(y, .float64)) : (x, y)
    let allowed = try abs(right) .* rtol .+ atol
    let difference = try abs(left .- right)
    return try logicalOr(close, logicalAnd(isfinite(difference), le(difference, allowed)))
  }
}

/// Tests whether all elements are close.
public func allclose(
  _ x: Tensor, _ y: Tensor, rtol: Double = 1e-5, atol: Double = 1e-8, equalNan: Bool = false
) throws(TorchError) -> Bool {
  try all(isclose(x, y, rtol: rtol, atol: atol, equalNan: equalNan)).item().boolValue
}

/// Takes elements of x where the condition holds and of y elsewhere, with broadcasting.
public func `where`(_ condition: Tensor, _ x: Tensor, _ y: Tensor) throws(TorchError) -> Tensor {
  guard condition.dtype == .bool || condition.dtype == .uint8 else {
    throw .runtime(
      "where expected condition to be a boolean tensor, but got a tensor with dtype \(condition.dtype.scalarTypeName)")
  }
  return record(
    "WhereBackward0", x, y, try NDArray.where(condition.array, x.array, y.array),
    { (_, g) throws(TorchError) in try `where`(condition, g, zerosLike(g)) },
    { (_, g) throws(TorchError) in try `where`(condition, zerosLike(g), g) })
}

/// Takes elements of x where the condition holds and a number elsewhere.
public func `where`(_ condition: Tensor, _ x: Tensor, _ y: Scalar) throws(TorchError) -> Tensor {
  try `where`(condition, x, scalarTensor(y, beside: x))
}

/// Takes a number where the condition holds and elements of y elsewhere.
public func `where`(_ condition: Tensor, _ x: Scalar, _ y: Tensor) throws(TorchError) -> Tensor {
  try `where`(condition, scalarTensor(x, beside: y), y)
}

/// Takes one number where the condition holds and another elsewhere.
public func `where`(_ condition: Tensor, _ x: Scalar, _ y: Scalar) throws(TorchError) -> Tensor {
  let category = Swift.max(x.category, y.category)
  let dtype = Promotion.dtype(of: category)
  return try `where`(condition, full([], x, dtype), full([], y, dtype))
}

/// Replaces elements where the mask holds by a number.
public func maskedFill(_ x: Tensor, _ mask: Tensor, _ value: Scalar) throws(TorchError) -> Tensor {
  record("MaskedFillBackward0", x, try x.array.maskedFill(mask.array, value)) { (_, g) throws(TorchError) in
    try maskedFill(g, mask, 0)
  }
}

/// Replaces elements where the mask holds by a 0-dim tensor.
public func maskedFill(_ x: Tensor, _ mask: Tensor, _ value: Tensor) throws(TorchError) -> Tensor {
  try checkFiller(value)
  return record(
    "MaskedFillBackward1", x, value, try x.array.maskedFill(mask.array, value.array.item()),
    { (_, g) throws(TorchError) in try maskedFill(g, mask, 0) },
    { (_, g) throws(TorchError) in try sum(`where`(mask, g, zerosLike(g))) })
}

/// Replaces elements where the mask holds by a number, in place; the mask stretches to x, not x to the mask.
@discardableResult
public func maskedFill_(_ x: Tensor, _ mask: Tensor, _ value: Scalar) throws(TorchError) -> Tensor {
  let recording = records(x)
  try checkInPlace(x, recording: recording)
  try x.array.maskedFillInPlace(mask.array, value)
  if recording {
    recordInPlace("MaskedFillBackward0", x, nil, { (_, g) throws(TorchError) in try maskedFill(g, mask, 0) }, nil)
  }
  return x
}

/// Replaces elements where the mask holds by a 0-dim tensor, in place.
@discardableResult
public func maskedFill_(_ x: Tensor, _ mask: Tensor, _ value: Tensor) throws(TorchError) -> Tensor {
  try checkFiller(value)
  let recording = records(x, value)
  try checkInPlace(x, recording: recording)
  try x.array.maskedFillInPlace(mask.array, value.array.item())
  if recording {
    recordInPlace(
      "MaskedFillBackward1", x, value, { (_, g) throws(TorchError) in try maskedFill(g, mask, 0) },
      { (_, g) throws(TorchError) in try sum(`where`(mask, g, zerosLike(g))) })
  }
  return x
}

private func checkFiller(_ value: Tensor) throws(TorchError) {
  guard value.dim == 0 else {
    throw .runtime(
      "masked_fill_ only supports a 0-dimensional value tensor, but got tensor with \(value.dim) dimension(s).")
  }
}

/// A number as C++ streams write it: whole numbers without a point.
private func shortText(_ value: Double) -> String { Int(exactly: value).map(String.init) ?? "\(value)" }
