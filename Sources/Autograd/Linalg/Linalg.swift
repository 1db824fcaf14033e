import Arrays

/// What `torch.linalg` computes from the factorisations: pseudoinverses, ranks, powers, norms.

private func requireSquare(_ x: Tensor, _ name: String) throws(TorchError) {
  try requireMatrix(x, name)
  guard x.shape[x.dim - 1] == x.shape[x.dim - 2] else {
    throw .runtime(
      "linalg.\(name): A must be batches of square matrices, but they are \(x.shape[x.dim - 2]) by "
        + "\(x.shape[x.dim - 1]) matrices")
  }
}

private func requireMatrix(_ x: Tensor, _ name: String) throws(TorchError) {
  guard x.dim >= 2 else {
    throw .runtime("linalg.\(name): The input tensor A must have at least 2 dimensions.")
  }
  guard x.dtype.isDifferentiable else {
    throw .runtime(
      "linalg.\(name): Expected a floating point or complex tensor as input. Got \(x.dtype.scalarTypeName)")
  }
}

/// The conjugate transpose.
func mH(_ x: Tensor) throws(TorchError) -> Tensor { try conj(transpose(x, -2, -1)) }

/// Which singular values count as zero: those not above the absolute and the relative limit.
public struct Tolerance {
  /// Absolute limit, one for each matrix.
  public var absolute: Tensor?
  /// Limit as a part of the largest singular value; nil: by the size and dtype, or zero beside an absolute limit.
  public var relative: Tensor?

  /// States the limits.
  public init(absolute: Tensor? = nil, relative: Tensor? = nil) {
    self.absolute = absolute
    self.relative = relative
  }

  func limit(_ sizes: Tensor, _ x: Tensor) throws(TorchError) -> Tensor {
    guard sizes.array.shape[sizes.dim - 1] > 0 else { return try zerosLike(sizes) }
    let largest = try amax(sizes, dims: [-1], keepDim: true)
    let part: Tensor
    if let relative {
      part = try largest .* unsqueeze(relative, -1)
    } else if absolute != nil {
      part = try zerosLike(largest)
    } else {
      part = try largest .* (Double(Swift.max(x.shape[x.dim - 2], x.shape[x.dim - 1])) * epsilon(x.dtype))
    }
    guard let absolute else { return part }
    return try maximum(part, to(unsqueeze(absolute, -1), part.dtype))
  }
}

/// Computes the pseudoinverse; singular values within the tolerance count as zero.
public func pinv(
  _ x: Tensor, _ tolerance: Tolerance = Tolerance(), hermitian: Bool = false
) throws(TorchError) -> Tensor {
  guard x.dim >= 2, x.dtype.isDifferentiable else {
    throw .runtime(
      "linalg.pinv(\(x.dtype.scalarTypeName){\(x.array.shape.text)}): expected a tensor with 2 or more dimensions of float, double, "
        + "cfloat or cdouble types")
  }
  if x.count == 0 { return try mH(x) .* 0 }
  let array = try noGrad { () throws(TorchError) in
    if hermitian {
      let (values, vectors) = try eigh(detach(x))
      let sizes = try abs(values)
      let isKept = try gt(sizes, tolerance.limit(sizes, x))
      let inverse = try `where`(isKept, reciprocal(values), zerosLike(values))
      return try matmul(vectors .* to(unsqueeze(inverse, -2), x.dtype), mH(vectors)).array
    }
    let (u, s, vh) = try svd(detach(x))
    let isKept = try gt(s, tolerance.limit(s, x))
    let inverse = try `where`(isKept, reciprocal(s), zerosLike(s))
    return try matmul(mH(vh) .* to(unsqueeze(inverse, -2), x.dtype), mH(u)).array
  }
  return record("LinalgPinvBackward0", x, array, saving: [.x, .result]) { (n, g) throws(TorchError) in
    // dP = -P dA P + P Pᴴ dAᴴ (1 - A P) + (1 - P A) dAᴴ Pᴴ P
    let (a, p) = (try n.x, try n.result)
    let (ph, gh) = (try mH(p), try mH(g))
    let first = try neg(matmul(matmul(ph, g), ph))
    let right = try matmul(matmul(gh, p), ph)
    let left = try matmul(matmul(ph, p), gh)
    return try first .+ (right .- matmul(a, matmul(p, right))) .+ (left .- matmul(matmul(left, p), a))
  }
}

private func epsilon(_ dtype: DType) -> Double {
  dtype.realType == .float64 ? 2.220446049250313e-16 : 1.1920928955078125e-7
}

/// Counts singular values that are not negligible.
public func matrixRank(
  _ x: Tensor, _ tolerance: Tolerance = Tolerance(), hermitian: Bool = false
) throws(TorchError) -> Tensor {
  guard x.dim >= 2 else {
    throw .runtime("torch.linalg.matrix_rank: The input tensor input must have at least 2 dimensions.")
  }
  let s = hermitian ? try abs(eigvalsh(detach(x))) : try svdvals(detach(x))
  if s.array.shape[s.dim - 1] == 0 { return try zeros(Dims(Array(s.shape.dropLast())), .int64) }
  return try sum(gt(s, tolerance.limit(s, x)), dims: [-1])
}

/// What least squares problems have for an answer.
public struct LeastSquares {
  /// The nearest solutions.
  public let solution: Tensor
  /// Sums of the squares of what is left over; empty where the driver does not tell.
  public let residuals: Tensor
  /// Ranks of the matrices; nil where the driver does not tell.
  public let rank: Tensor?
  /// Singular values of the matrices; nil where the driver does not tell.
  public let singularValues: Tensor?
}

/// Solves least squares problems by one of LAPACK's drivers: `gelsy`, `gels`, `gelsd` or `gelss`.
public func lstsq(_ a: Tensor, _ b: Tensor, rcond: Double? = nil, driver: String? = nil) throws(TorchError) -> LeastSquares {
  let name = "torch.linalg.lstsq"
  guard a.dim >= 2 else { throw .runtime("\(name): input must have at least 2 dimensions.") }
  guard b.dim >= 1 else { throw .runtime("\(name): other must have at least 1 dimension.") }
  guard a.dtype == b.dtype else {
    throw .runtime(
      "\(name): Expected input and other to have the same dtype, but got input's dtype \(a.dtype.scalarTypeName) and other's "
        + "dtype \(b.dtype.scalarTypeName)")
  }
  let isVector = b.dim == 1 || (b.dim == a.dim - 1 && b.shape == Array(a.shape.dropLast()))
  guard a.shape[a.dim - 2] == b.shape[isVector ? b.dim - 1 : b.dim - 2] else {
    throw .runtime("\(name): input.size(-2) should match other.size(\(isVector ? -1 : -2))")
  }
  guard let driver = LeastSquaresDriver(rawValue: driver ?? "gelsy") else {
    throw .runtime("\(name): parameter `driver` should be one of (gels, gelsy, gelsd, gelss)")
  }
  guard a.dtype.isDifferentiable, !a.dtype.isReducedFloat else {
    throw .runtime("This function doesn't handle types other than float and double")
  }
  var right = isVector ? try unsqueeze(b, -1) : b
  let batch = try Dims.broadcast(Dims(Array(a.shape.dropLast(2))), Dims(Array(right.shape.dropLast(2))))
  let left = try expand(a, Array(batch) + a.shape.suffix(2))
  right = try expand(right, Array(batch) + right.shape.suffix(2))
  let (rows, columns) = (a.shape[a.dim - 2], a.shape[a.dim - 1])
  var solution: Tensor
  let (rank, values): (Tensor, Tensor)
  if a.dtype.isComplex {
    var tolerance = Tolerance()
    if let rcond { tolerance.relative = try scalarTensor(.double(rcond), a.dtype.realType) }
    (solution, rank, values) = (try matmul(pinv(left, tolerance), right), try matrixRank(left, tolerance), try svdvals(detach(left)))
  } else {
    let made = try left.array.lstsq(right.array, driver, rcond: rcond)
    (solution, rank, values) = (Tensor(made.solution), Tensor(made.rank), Tensor(made.singularValues))
    // Where a gradient is wanted the pseudoinverse stands for the matrix: torch's derivative is its derivative.
    if records(a, b) { solution = try matmul(pinv(left), right) }
  }
  var residuals = try empty([0], a.dtype.realType)
  var isFull = driver == .gels || rank.count == 0
  if !isFull { isFull = try rank.array.amin().item().intValue == columns }
  if driver != .gelsy, rows > columns, isFull {
    let rest = try detach(sub(matmul(left, solution), right))
    residuals = try sum(pow(abs(rest), 2), dims: [-2])
  }
  return LeastSquares(
    solution: isVector ? try squeeze(solution, -1) : solution, residuals: residuals, rank: driver == .gels ? nil : rank,
    singularValues: driver.findsSingularValues ? values : nil)
}

/// Multiplies a matrix by itself n times; negative powers invert it first.
public func matrixPower(_ x: Tensor, _ n: Int) throws(TorchError) -> Tensor {
  guard x.dim >= 2, x.shape[x.dim - 1] == x.shape[x.dim - 2] else {
    if x.dim >= 2 {
      throw .runtime(
        "linalg.matrix_power: A must be batches of square matrices, but they are \(x.shape[x.dim - 2]) by "
          + "\(x.shape[x.dim - 1]) matrices")
    }
    throw .runtime("linalg.matrix_power: The input tensor A must have at least 2 dimensions.")
  }
  if n == 0 { return try depending(clone(expand(eye(x.shape[x.dim - 1], nil, x.dtype), x.shape)), on: x) }
  guard n >= 0 || x.dtype.isDifferentiable else {
    throw .runtime("linalg.inv: Expected a floating point or complex tensor as input. Got \(x.dtype.scalarTypeName)")
  }
  var base = n < 0 ? try inv(x) : x
  var rest = n.magnitude
  var result: Tensor?
  while rest > 0 {
    if rest & 1 == 1 { result = if let result { try matmul(result, base) } else { base } }
    rest >>= 1
    if rest > 0 { base = try matmul(base, base) }
  }
  return result ?? base
}

/// Computes the matrix exponential by scaling, a Taylor polynomial and squaring.
public func matrixExp(_ x: Tensor) throws(TorchError) -> Tensor {
  try requireSquare(x, "matrix_exp")
  if x.count == 0 { return x }
  let size = try amax(sum(abs(detach(x)), dims: [-1])).item().doubleValue
  guard size.isFinite else { return try fullLike(x, .double(.nan)) }
  var squarings = 0
  var scaledSize = size
  while scaledSize > 0.5, squarings < 1100 {
    scaledSize /= 2
    squarings += 1
  }
  let scaled = try x .* (scaledSize == 0 ? 1 : scaledSize / size)
  let unit = try eye(x.shape[x.dim - 1], nil, x.dtype)
  var result = try expand(unit, x.shape)
  for term in stride(from: 18, to: 0, by: -1) {
    result = try matmul(scaled, result) ./ Double(term) .+ unit
  }
  for _ in 0..<squarings { result = try matmul(result, result) }
  return result
}

/// Norm of matrices.
public enum MatrixNorm: Sendable {
  /// Root of the sum of squares.
  case frobenius
  /// Sum of the singular values.
  case nuclear
  /// Largest (1) or smallest (-1) column sum, row sum (infinity), or singular value (2).
  case order(Double)
}

/// Computes norms of the matrices in the last two dimensions.
public func matrixNorm(_ x: Tensor, _ kind: MatrixNorm = .frobenius, keepDim: Bool = false) throws(TorchError) -> Tensor {
  guard x.dim >= 2 else {
    throw .runtime("linalg.matrix_norm: The input tensor A must have at least 2 dimensions.")
  }
  guard x.dtype.isDifferentiable else {
    throw .runtime("linalg.matrix_norm: Expected a floating point or complex tensor as input. Got \(x.dtype.scalarTypeName)")
  }
  let last = [x.dim - 2, x.dim - 1]
  func restored(_ y: Tensor) throws(TorchError) -> Tensor {
    keepDim ? try unsqueeze(unsqueeze(y, -1), -1) : y
  }
  switch kind {
  case .frobenius: return try linalgVectorNorm(x, 2, dims: last, keepDim: keepDim)
  case .nuclear: return try restored(sum(svdvals(x), dims: [-1]))
  case .order(let p):
    switch Swift.abs(p) {
    case 2:
      if x.shape[x.dim - 1] == 0 || x.shape[x.dim - 2] == 0, p > 0 {
        return try zeros(Array(x.shape.dropLast(2)) + (keepDim ? [1, 1] : []), x.dtype.realType)
      }
      let s = try svdvals(x)
      return try restored(p > 0 ? amax(s, dims: [-1]) : amin(s, dims: [-1]))
    case 1, .infinity:
      let sums = try sum(abs(x), dims: [Swift.abs(p) == 1 ? -2 : -1])
      return try restored(p > 0 ? amax(sums, dims: [-1]) : amin(sums, dims: [-1]))
    default:
      throw .runtime("linalg.matrix_norm: Order \(numberText(p)) not supported.")
    }
  }
}

/// Computes condition numbers: the largest singular value by the smallest, or by another norm that of x times that of
/// its inverse.
public func cond(_ x: Tensor, _ kind: MatrixNorm? = nil) throws(TorchError) -> Tensor {
  guard let kind else {
    let s = try svdvals(x)
    return try amax(s, dims: [-1]) ./ amin(s, dims: [-1])
  }
  if case .order(let p) = kind, Swift.abs(p) == 2 {
    let s = try svdvals(x)
    let (largest, smallest) = (try amax(s, dims: [-1]), try amin(s, dims: [-1]))
    return try p > 0 ? largest ./ smallest : smallest ./ largest
  }
  return try matrixNorm(x, kind) .* matrixNorm(inv(x), kind)
}
