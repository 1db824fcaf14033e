import Arrays

/// Less common elementwise functions, complex numbers among them.

/// Raises to powers in double precision.
public func floatPower(_ x: Tensor, _ exponent: Scalar) throws(TorchError) -> Tensor {
  let isComplex = x.dtype.isComplex || exponent.category == .complex
  return try pow(to(x, isComplex ? .complex128 : .float64), exponent)
}

/// Raises elementwise to powers in double precision.
public func floatPower(_ x: Tensor, _ y: Tensor) throws(TorchError) -> Tensor {
  let dtype: DType = x.dtype.isComplex || y.dtype.isComplex ? .complex128 : .float64
  return try pow(to(x, dtype), to(y, dtype))
}

/// Computes x * log(1 + y), zero where x is zero.
public func xlog1py(_ x: Tensor, _ y: Tensor) throws(TorchError) -> Tensor {
  record(
    "SpecialXlog1PyBackward0", x, y, try elementwise(.xlog1py, x, y), saving: [.x, .y],
    { (n, g) throws(TorchError) in try g .* maskedFill(log1p(n.y), logicalAnd(eq(n.x, 0), le(n.y, -1)), 0) },
    { (n, g) throws(TorchError) in try g .* n.x ./ (n.y .+ 1) })
}

/// Computes 0 below zero, 1 above and `values` at zero.
public func heaviside(_ x: Tensor, _ values: Tensor) throws(TorchError) -> Tensor {
  if x.dtype.isComplex || values.dtype.isComplex {
    throw .runtime("heaviside is not yet implemented for complex tensors.")
  }
  guard x.dtype == values.dtype else {
    throw .runtime("heaviside is not yet implemented for tensors with different dtypes.")
  }
  return record(
    "torch::autograd::NotImplemented", x, values, try elementwise(.heaviside, x, values),
    { (_, _) throws(TorchError) in throw noDerivative("heaviside") },
    { (_, _) throws(TorchError) in throw noDerivative("heaviside") })
}

/// Takes the next representable number toward y.
public func nextafter(_ x: Tensor, _ y: Tensor) throws(TorchError) -> Tensor {
  record(
    "NextafterBackward0", x, y, try elementwise(.nextafter, x, y),
    { (_, g) in g }, { (_, g) throws(TorchError) in try zerosLike(g) })
}

/// Multiplies by powers of two.
public func ldexp(_ x: Tensor, _ y: Tensor) throws(TorchError) -> Tensor {
  // Whole exponents leave the dtype of floats alone; they are ints of C.
  let isWhole = x.dtype.isFloatingPoint && y.dtype.isIntegral
  _ = try Dims.broadcast(x.array.shape, y.array.shape)
  if isWhole, y.dtype == .bool { throw .unsupported("ldexp_cpu_exp", .bool) }
  let exponents = isWhole ? try y.array.to(.int32).to(.float64) : y.array
  let powers = try NDArray.binary(.pow, .double(2), exponents)
  let array =
    isWhole
    ? try NDArray.binary(.mul, x.array.to(.float64), powers).to(x.dtype) : try NDArray.binary(.mul, x.array, powers)
  return record(
    "LdexpBackward0", x, y, array, saving: [.y, .result],
    { (n, g) throws(TorchError) in try g .* conj(pow(2.0, isWhole ? to(to(n.y, .int32), g.dtype) : n.y)) },
    { (n, g) throws(TorchError) in try g .* conj(n.result) .* 0.6931471805599453 })
}

/// Computes -x log x.
public func entr(_ x: Tensor) throws(TorchError) -> Tensor {
  record("SpecialEntrBackward0", x, try elementwise(.entr, x), saving: .x) { (n, g) throws(TorchError) in
    try g .* (-1.0 .- log(n.x))
  }
}

/// Computes the distribution function of the normal distribution.
public func ndtr(_ x: Tensor) throws(TorchError) -> Tensor {
  try erfc(x .* -0.7071067811865476) .* 0.5
}

/// Computes the modified Bessel function of order zero.
public func i0(_ x: Tensor) throws(TorchError) -> Tensor {
  record("I0Backward0", x, try elementwise(.i0, x), saving: .x) { (n, g) throws(TorchError) in try g .* i1(n.x) }
}

/// Computes the modified Bessel function of order one.
public func i1(_ x: Tensor) throws(TorchError) -> Tensor {
  record("SpecialI1Backward0", x, try elementwise(.i1, x), saving: [.x, .result]) { (n, g) throws(TorchError) in
    let x = try n.x
    let slope = try i0(x) .- n.result ./ x
    return try g .* `where`(eq(x, 0), fullLike(slope, 0.5), slope)
  }
}

/// Computes the regularised lower incomplete gamma function.
public func igamma(_ a: Tensor, _ x: Tensor) throws(TorchError) -> Tensor {
  record(
    "IgammaBackward0", a, x, try elementwise(.igamma, a, x), saving: [.x, .y],
    { (_, _) throws(TorchError) in throw noFormula("igamma: input") },
    { (n, g) throws(TorchError) in try g .* exp((n.x .- 1) .* log(n.y) .- n.y .- lgamma(n.x)) })
}

/// Computes the regularised upper incomplete gamma function.
public func igammac(_ a: Tensor, _ x: Tensor) throws(TorchError) -> Tensor {
  record(
    "IgammacBackward0", a, x, try elementwise(.igammac, a, x), saving: [.x, .y],
    { (_, _) throws(TorchError) in throw noFormula("igammac: input") },
    { (n, g) throws(TorchError) in try neg(g) .* exp((n.x .- 1) .* log(n.y) .- n.y .- lgamma(n.x)) })
}

/// Computes the logarithm of the multivariate gamma function.
public func mvlgamma(_ x: Tensor, _ p: Int) throws(TorchError) -> Tensor {
  guard x.dtype != .bool else { throw .runtime("The input tensor may not be a boolean tensor.") }
  guard p >= 1, p < 1 << 16 else { throw .runtime("p has to be greater than or equal to 1") }
  let offsets = try to(arange(.double(-Double(p - 1) / 2), .double(0.25), step: 0.5, .float64), x.dtype.isDifferentiable ? x.dtype : Settings.defaultDType)
  let constant = Double(p * (p - 1)) / 4 * 1.1447298858494002
  return titled("MvlgammaBackward0", try sum(lgamma(unsqueeze(x, -1) .+ offsets), dims: [-1]) .+ constant)
}

/// Splits into a fraction between 0.5 and 1 and a power of two.
public func frexp(_ x: Tensor) throws(TorchError) -> (mantissa: Tensor, exponent: Tensor) {
  guard x.dtype.isFloatingPoint else { throw .runtime("torch.frexp() only supports floating-point dtypes") }
  let numbers = try x.array.doubles()
  var exponents: [Int] = []
  exponents.reserveCapacity(numbers.count)
  for number in numbers {
    exponents.append(number == 0 || !number.isFinite ? 0 : Int(number.exponent) + 1)
  }
  let exponent = try NDArray.from(exponents, x.array.shape, .int32)
  let scale = Tensor(try NDArray.binary(.pow, .double(2), exponent.to(.float64).unary(.neg)).to(x.dtype))
  let mantissa = record("FrexpBackward0", x, try elementwise(.mul, x, scale)) {
    (_, g) throws(TorchError) in try g .* scale
  }
  return (mantissa, Tensor(exponent))
}

/// Computes the angle of complex numbers; of real ones 0 or pi.
public func angle(_ x: Tensor) throws(TorchError) -> Tensor {
  record("AngleBackward0", x, try elementwise(.angle, x), saving: .x) { (n, g) throws(TorchError) in
    let x = try n.x
    guard x.dtype.isComplex else { return try zerosLike(g) }
    let (a, b) = (try real(x), try imag(x))
    let square = try a .* a .+ b .* b
    let factor = try complex(neg(b) ./ square, a ./ square)
    return try maskedFill(factor .* g, eq(x, 0), 0)
  }
}

/// Makes complex numbers of real and imaginary parts.
public func complex(_ real: Tensor, _ imaginary: Tensor) throws(TorchError) -> Tensor {
  let allowed: [DType] = [.float16, .float32, .float64]
  guard allowed.contains(real.dtype), allowed.contains(imaginary.dtype) else {
    throw .runtime(
      "Expected both inputs to be Half, Float or Double tensors but got \(real.dtype.scalarTypeName) and "
        + imaginary.dtype.scalarTypeName)
  }
  guard real.dtype == imaginary.dtype else {
    throw .runtime(
      "Expected object of scalar type \(real.dtype.scalarTypeName) but got scalar type "
        + "\(imaginary.dtype.scalarTypeName) for second argument")
  }
  let shape = try Dims.broadcast(real.array.shape, imaginary.array.shape)
  let pair = try NDArray.stack([real.array.expand(shape), imaginary.array.expand(shape)], shape.count)
  return record(
    "ComplexBackward0", real, imaginary, try pair.viewedAsComplex(),
    { (_, g) throws(TorchError) in try Autograd.real(g) }, { (_, g) throws(TorchError) in try imag(g) })
}

/// Makes complex numbers of magnitudes and angles.
public func polar(_ size: Tensor, _ angle: Tensor) throws(TorchError) -> Tensor {
  let taken: [DType] = [.float16, .float32, .float64]
  guard taken.contains(size.dtype), taken.contains(angle.dtype) else {
    throw .runtime(
      "Expected both inputs to be Half, Float or Double tensors but got \(size.dtype.scalarTypeName) and "
        + angle.dtype.scalarTypeName)
  }
  guard size.dtype == angle.dtype else {
    throw .runtime(
      "Expected object of scalar type \(size.dtype.scalarTypeName) but got scalar type \(angle.dtype.scalarTypeName) for "
        + "second argument")
  }
  return try complex(size .* cos(angle), size .* sin(angle))
}
