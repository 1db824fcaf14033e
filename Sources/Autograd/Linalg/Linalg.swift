import Arrays

/// `torch.linalg` for real matrices and batches of them.

/// Checks that x holds real square matrices; `name` is that of torch's function.
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
  guard x.dtype == .float32 || x.dtype == .float64 else {
    if x.dtype.isComplex { throw .notImplemented("linalg.\(name): complex matrices are not supported") }
    throw .runtime(
      "linalg.\(name): Expected a floating point or complex tensor as input. Got \(x.dtype.scalarTypeName)")
  }
}

private func batch(_ x: Tensor) -> [Int] { Array(x.shape.dropLast(2)) }
private func mT(_ x: Tensor) throws(TorchError) -> Tensor { try transpose(x, -2, -1) }

private func singular(_ name: String, _ element: Int) -> TorchError {
  .runtime(
    "linalg.\(name): The diagonal element \(element) is zero, the \(name == "inv" ? "inversion" : "solve") could not be "
      + "completed because the input matrix is singular.")
}

/// Inverts matrices.
public func inv(_ x: Tensor) throws(TorchError) -> Tensor {
  try requireSquare(x, "inv")
  let size = x.shape[x.dim - 1]
  var parts: [[Double]] = []
  for matrix in try x.array.matrices() {
    let (solution, firstZero) = matrix.solved(.identity(size))
    if let firstZero { throw singular("inv", firstZero) }
    parts.append(solution.values)
  }
  let array = try NDArray.collect(parts, batch(x), [size, size], x.dtype)
  return record("LinalgInvExBackward0", x, array, saving: .result) { (n, g) throws(TorchError) in
    let turned = try mT(n.result)
    return try neg(matmul(turned, matmul(g, turned)))
  }
}

/// Computes determinants.
public func det(_ x: Tensor) throws(TorchError) -> Tensor {
  try requireSquare(x, "det")
  var values: [Double] = []
  for matrix in try x.array.matrices() {
    let (lu, _, sign, _) = matrix.factored()
    values.append((0..<matrix.rows).reduce(sign) { $0 * lu[$1, $1] })
  }
  let array = try NDArray.from(values, Dims(batch(x)), x.dtype)
  return record("LinalgDetBackward0", x, array, saving: [.x, .result]) { (n, g) throws(TorchError) in
    let factor = try unsqueeze(unsqueeze(g .* n.result, -1), -1)
    return try factor .* mT(inv(n.x))
  }
}

/// Computes signs and logarithms of determinants.
public func slogdet(_ x: Tensor) throws(TorchError) -> (sign: Tensor, logabsdet: Tensor) {
  try requireSquare(x, "slogdet")
  var (signs, logs): ([Double], [Double]) = ([], [])
  for matrix in try x.array.matrices() {
    let (lu, _, sign, _) = matrix.factored()
    let diagonal = (0..<matrix.rows).map { lu[$0, $0] }
    signs.append(diagonal.contains(0) ? 0 : diagonal.reduce(sign) { $1 < 0 ? -$0 : $0 })
    logs.append(diagonal.contains(0) ? -.infinity : diagonal.reduce(0) { $0 + NDArray.naturalLog(Swift.abs($1)) })
  }
  let shape = Dims(batch(x))
  let results = record(
    "LinalgSlogdetBackward0", [x], [try NDArray.from(signs, shape, x.dtype), try NDArray.from(logs, shape, x.dtype)]
  ) { (n) in n.save(x) } _: { (n, gradients) throws(TorchError) in
    guard let g = gradients[1] else { return [nil] }
    return [try unsqueeze(unsqueeze(g, -1), -1) .* mT(inv(n.saved(0)))]
  }
  return (results[0], results[1])
}

/// Computes logarithms of determinants, NaN for negative ones.
public func logdet(_ x: Tensor) throws(TorchError) -> Tensor {
  let (sign, logabsdet) = try slogdet(x)
  return try logabsdet .+ log(sign)
}

/// Solves A X = B; B holds matrices or, with one dimension less than A, vectors.
public func solve(_ a: Tensor, _ b: Tensor) throws(TorchError) -> Tensor {
  try requireSquare(a, "solve")
  guard a.dtype == b.dtype else {
    throw .runtime(
      "linalg.solve: Expected A and B to have the same dtype, but found A of type \(a.dtype.scalarTypeName) and B of type "
        + "\(b.dtype.scalarTypeName) instead")
  }
  let isVector = b.dim == 1 || (b.dim == a.dim - 1 && b.shape == Array(a.shape.dropLast()))
  if isVector { return try squeeze(solve(a, unsqueeze(b, -1)), -1) }
  let size = a.shape[a.dim - 1]
  guard b.dim >= 2, b.shape[b.dim - 2] == size else {
    throw .runtime(
      "linalg.solve: Incompatible shapes of A and B for the equation AX = B (\(size)x\(size) and "
        + "\(b.dim > 1 ? b.shape[b.dim - 2] : 1)x\(b.dim > 0 ? b.shape[b.dim - 1] : 1))")
  }
  let lead = try Dims.broadcast(Dims(batch(a)), Dims(batch(b)))
  let left = try expand(a, Array(lead) + [size, size])
  let right = try expand(b, Array(lead) + [size, b.shape[b.dim - 1]])
  var parts: [[Double]] = []
  for (matrix, column) in zip(try left.array.matrices(), try right.array.matrices()) {
    let (solution, firstZero) = matrix.solved(column)
    if let firstZero { throw singular("solve", firstZero) }
    parts.append(solution.values)
  }
  let array = try NDArray.collect(parts, Array(lead), [size, b.shape[b.dim - 1]], a.dtype)
  return record(
    "LinalgSolveExBackward0", left, right, array, saving: [.x, .result],
    { (n, g) throws(TorchError) in try neg(matmul(solve(mT(n.x), g), mT(n.result))) },
    { (n, g) throws(TorchError) in try solve(mT(n.x), g) })
}

/// Solves A X = B for triangular A.
public func solveTriangular(
  _ a: Tensor, _ b: Tensor, upper: Bool, unitriangular: Bool = false
) throws(TorchError) -> Tensor {
  var triangle = upper ? try triu(a) : try tril(a)
  if unitriangular {
    let rest = upper ? try triu(a, 1) : try tril(a, -1)
    triangle = try rest .+ eye(a.shape[a.dim - 1], nil, a.dtype)
  }
  return try solve(triangle, b)
}

/// Computes lower triangular L with L Lᵀ = A, or its transpose.
public func cholesky(_ x: Tensor, upper: Bool = false) throws(TorchError) -> Tensor {
  try requireSquare(x, "cholesky")
  if upper { return try mT(cholesky(mT(x))) }
  let size = x.shape[x.dim - 1]
  var parts: [[Double]] = []
  for matrix in try x.array.matrices() {
    let (factor, failed) = matrix.cholesky()
    if let failed {
      throw .runtime(
        "linalg.cholesky: The factorization could not be completed because the input is not positive-definite (the leading "
          + "minor of order \(failed) is not positive-definite).")
    }
    parts.append(factor.values)
  }
  let array = try NDArray.collect(parts, batch(x), [size, size], x.dtype)
  return record("LinalgCholeskyExBackward0", x, array, saving: .result) { (n, g) throws(TorchError) in
    let l = try n.result
    let inner = try tril(matmul(mT(l), g))
    let half = try (inner .+ mT(tril(inner, -1))) .* 0.5
    let turned = try mT(l)
    // L⁻ᵀ half L⁻¹, by two solves.
    return try mT(solve(turned, mT(solve(turned, half))))
  }
}

/// What `qr` returns.
public enum QRMode: String, Sendable {
  case reduced, complete, r
}

/// Factors into orthogonal Q and upper triangular R.
public func qr(_ x: Tensor, mode: QRMode = .reduced) throws(TorchError) -> (q: Tensor, r: Tensor) {
  try requireMatrix(x, "qr")
  var (qs, rs): ([[Double]], [[Double]]) = ([], [])
  let (rows, columns) = (x.shape[x.dim - 2], x.shape[x.dim - 1])
  let width = mode == .complete ? rows : Swift.min(rows, columns)
  for matrix in try x.array.matrices() {
    let (q, r) = matrix.qr(complete: mode == .complete)
    qs.append(q.values)
    rs.append(r.values)
  }
  let q = try NDArray.collect(qs, batch(x), [rows, width], x.dtype)
  let r = try NDArray.collect(rs, batch(x), [width, columns], x.dtype)
  let (keptQ, keptR) = (q, r)
  let results = record("LinalgQrBackward0", [x], [q, r]) { (_) in } _: { (n, gradients) throws(TorchError) in
    guard mode != .r, mode == .reduced || rows <= columns, rows >= columns else {
      throw .runtime(
        mode == .r
          ? "The derivative of linalg.qr depends on Q, which is not computed when mode='r'. Please use linalg.qr(A, "
            + "mode='reduced') if you are going to differentiate through linalg.qr."
          : "The QR decomposition is not differentiable when mode='complete' and nrows > ncols.")
    }
    let q = Tensor(keptQ, n, output: 0)
    let r = Tensor(keptR, n, output: 1)
    let gq = if let g = gradients[0] { g } else { try zerosLike(q) }
    let gr = if let g = gradients[1] { g } else { try zerosLike(r) }
    let m = try matmul(r, mT(gr)) .- matmul(mT(gq), q)
    let symmetric = try tril(m) .+ mT(tril(m, -1))
    let right = try gq .+ matmul(q, symmetric)
    return [try mT(solve(r, mT(right)))]
  }
  let none = mode == .r ? try empty([0], x.dtype) : results[0]
  return (none, results[1])
}

/// Computes eigenvalues (ascending) and eigenvectors of symmetric matrices.
public func eigh(_ x: Tensor, upper: Bool = false) throws(TorchError) -> (values: Tensor, vectors: Tensor) {
  try requireSquare(x, "eigh")
  let size = x.shape[x.dim - 1]
  let source = upper ? try x.array.transpose(-2, -1) : x.array
  var (values, vectors): ([[Double]], [[Double]]) = ([], [])
  for matrix in try source.matrices() {
    let (w, v) = matrix.symmetricEigen()
    values.append(w)
    vectors.append(v.values)
  }
  let w = try NDArray.collect(values, batch(x), [size], x.dtype)
  let v = try NDArray.collect(vectors, batch(x), [size, size], x.dtype)
  let results = record("LinalgEighBackward0", [x], [w, v]) { (_) in } _: { (n, gradients) throws(TorchError) in
    let values = Tensor(w, n, output: 0)
    let vectors = Tensor(v, n, output: 1)
    var inner = try gradients[0].map { (g) throws(TorchError) in try diagEmbed(g) }
    if let g = gradients[1] {
      let gaps = try unsqueeze(values, -2) .- unsqueeze(values, -1)
      let off = try eye(size, nil, .bool)
      let part = try maskedFill(matmul(mT(vectors), g), off, 0) ./ maskedFill(gaps, off, 1)
      inner = if let inner { try inner .+ part } else { part }
    }
    guard let inner else { return [nil] }
    return [try matmul(vectors, matmul(inner, mT(vectors)))]
  }
  return (results[0], results[1])
}

/// Computes U, S and Vᵀ of the singular value decomposition, thin unless `fullMatrices`.
public func svd(_ x: Tensor, fullMatrices: Bool = false) throws(TorchError) -> (u: Tensor, s: Tensor, vh: Tensor) {
  try requireMatrix(x, "svd")
  let (rows, columns) = (x.shape[x.dim - 2], x.shape[x.dim - 1])
  let width = Swift.min(rows, columns)
  if fullMatrices, rows != columns { return try fullSVD(x, rows, columns) }
  var (us, ss, vs): ([[Double]], [[Double]], [[Double]]) = ([], [], [])
  for matrix in try x.array.matrices() {
    let (u, s, vt) = matrix.svd()
    us.append(u.values)
    ss.append(s)
    vs.append(vt.values)
  }
  let u = try NDArray.collect(us, batch(x), [rows, width], x.dtype)
  let s = try NDArray.collect(ss, batch(x), [width], x.dtype)
  let v = try NDArray.collect(vs, batch(x), [width, columns], x.dtype)
  let results = record("LinalgSvdBackward0", [x], [u, s, v]) { (_) in } _: { (n, gradients) throws(TorchError) in
    [try svdBackward(gradients, Tensor(u, n, output: 0), Tensor(s, n, output: 1), Tensor(v, n, output: 2))]
  }
  return (results[0], results[1], results[2])
}

private func svdBackward(_ gradients: [Tensor?], _ u: Tensor, _ s: Tensor, _ vh: Tensor) throws(TorchError) -> Tensor? {
  let size = s.shape[s.dim - 1]
  let isDiagonal = try eye(size, nil, .bool)
  let squares = try s .* s
  let gaps = try maskedFill(unsqueeze(squares, -2) .- unsqueeze(squares, -1), isDiagonal, 1)
  let row = try unsqueeze(s, -2)
  let column = try unsqueeze(s, -1)
  func skew(_ m: Tensor) throws(TorchError) -> Tensor { try m .- mT(m) }
  var inner: Tensor?
  if let g = gradients[1] { inner = try diagEmbed(g) }
  if let g = gradients[0] {
    let part = try skew(matmul(mT(u), g)) ./ gaps .* row
    inner = if let inner { try inner .+ part } else { part }
  }
  if let g = gradients[2] {
    let part = try column .* (skew(matmul(vh, mT(g))) ./ gaps)
    inner = if let inner { try inner .+ part } else { part }
  }
  guard let inner else { return nil }
  var result = try matmul(u, matmul(inner, vh))
  if let g = gradients[0], u.shape[u.dim - 2] > size {
    let scaled = try g ./ row
    result = try result .+ matmul(scaled .- matmul(u, matmul(mT(u), scaled)), vh)
  }
  if let g = gradients[2], vh.shape[vh.dim - 1] > size {
    let scaled = try g ./ column
    result = try result .+ matmul(u, scaled .- matmul(matmul(scaled, mT(vh)), vh))
  }
  return result
}

private func fullSVD(_ x: Tensor, _ rows: Int, _ columns: Int) throws(TorchError) -> (u: Tensor, s: Tensor, vh: Tensor) {
  let thin = try svd(x)
  // The missing vectors come from the complete QR factorisation of those that are known.
  func completed(_ basis: Tensor, _ size: Int, _ known: Int) throws(TorchError) -> Tensor {
    let all = try qr(detach(basis), mode: .complete).q
    return try cat([basis, narrow(all, -1, known, size - known)], -1)
  }
  let width = Swift.min(rows, columns)
  if rows > columns { return (try completed(thin.u, rows, width), thin.s, thin.vh) }
  return (thin.u, thin.s, try mT(completed(mT(thin.vh), columns, width)))
}

/// Computes the pseudoinverse; singular values below `rcond` times the largest count as zero.
public func pinv(_ x: Tensor, rcond: Double? = nil) throws(TorchError) -> Tensor {
  try requireMatrix(x, "pinv")
  let (u, s, vh) = try svd(x)
  let limit = rcond ?? Double(Swift.max(x.shape[x.dim - 2], x.shape[x.dim - 1])) * epsilon(x.dtype)
  let largest = try amax(detach(s), dims: [-1], keepDim: true)
  let isKept = try gt(detach(s), largest .* limit)
  let inverse = try `where`(isKept, reciprocal(s), zerosLike(s))
  return try matmul(mT(vh) .* unsqueeze(inverse, -2), mT(u))
}

private func epsilon(_ dtype: DType) -> Double { dtype == .float64 ? 2.220446049250313e-16 : 1.1920928955078125e-7 }

/// Counts singular values that are not negligible.
public func matrixRank(_ x: Tensor, rtol: Double? = nil) throws(TorchError) -> Tensor {
  let s = try svd(detach(x)).s
  let limit = rtol ?? Double(Swift.max(x.shape[x.dim - 2], x.shape[x.dim - 1])) * epsilon(x.dtype)
  return try sum(gt(s, amax(s, dims: [-1], keepDim: true) .* limit), dims: [-1])
}

/// Solves least squares problems.
public func lstsq(_ a: Tensor, _ b: Tensor) throws(TorchError) -> Tensor {
  if b.dim == 1 || b.dim == a.dim - 1 { return try squeeze(matmul(pinv(a), unsqueeze(b, -1)), -1) }
  return try matmul(pinv(a), b)
}

/// Multiplies a matrix by itself n times; negative powers invert it first.
public func matrixPower(_ x: Tensor, _ n: Int) throws(TorchError) -> Tensor {
  guard x.dim >= 2, x.shape[x.dim - 1] == x.shape[x.dim - 2] else {
    throw .runtime("linalg.matrix_power: The input tensor A must have at least 2 dimensions.")
  }
  if n == 0 { return try expand(eye(x.shape[x.dim - 1], nil, x.dtype), x.shape) }
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
  let last = [x.dim - 2, x.dim - 1]
  func restored(_ y: Tensor) throws(TorchError) -> Tensor {
    keepDim ? try unsqueeze(unsqueeze(y, -1), -1) : y
  }
  switch kind {
  case .frobenius: return try linalgVectorNorm(x, 2, dims: last, keepDim: keepDim)
  case .nuclear: return try restored(sum(svd(x).s, dims: [-1]))
  case .order(let p):
    switch Swift.abs(p) {
    case 2:
      let s = try svd(x).s
      return try restored(p > 0 ? amax(s, dims: [-1]) : amin(s, dims: [-1]))
    case 1, .infinity:
      let sums = try sum(abs(x), dims: [Swift.abs(p) == 1 ? -2 : -1])
      return try restored(p > 0 ? amax(sums, dims: [-1]) : amin(sums, dims: [-1]))
    default:
      throw .runtime("linalg.matrix_norm: Order \(numberText(p)) not supported.")
    }
  }
}

/// Computes condition numbers: the largest singular value by the smallest.
public func cond(_ x: Tensor) throws(TorchError) -> Tensor {
  let s = try svd(x).s
  return try amax(s, dims: [-1]) ./ amin(s, dims: [-1])
}
