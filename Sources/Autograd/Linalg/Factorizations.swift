import Arrays

/// Factorisations of matrices and batches of them, real and complex, by LAPACK; the derivatives beside them.

/// Inverts matrices.
public func inv(_ x: Tensor) throws(TorchError) -> Tensor {
  record("LinalgInvExBackward0", x, try x.array.inverse(), saving: .result) { (n, g) throws(TorchError) in
    let turned = try mH(n.result)
    return try neg(matmul(turned, matmul(g, turned)))
  }
}

/// Computes determinants.
public func det(_ x: Tensor) throws(TorchError) -> Tensor {
  record("LinalgDetBackward0", x, try x.array.det(), saving: [.x, .result]) { (n, g) throws(TorchError) in
    let factor = try unsqueeze(unsqueeze(g .* conj(n.result), -1), -1)
    return try factor .* mH(inv(n.x))
  }
}

/// Computes signs and logarithms of determinants.
public func slogdet(_ x: Tensor) throws(TorchError) -> (sign: Tensor, logabsdet: Tensor) {
  let parts = try x.array.slogdet()
  let isComplex = x.dtype.isComplex
  let sign = parts.sign
  let results = record("LinalgSlogdetBackward0", [x], [sign, parts.logabsdet]) { (n) in n.save(x) } _: {
    (n, gradients) throws(TorchError) in
    var factor: Tensor?
    if let g = gradients[1] { factor = isComplex ? try to(g, sign.dtype) : g }
    if isComplex, let g = gradients[0] {
      // The phase turns by the imaginary part: -i Im(conj(g) sign).
      let turn = try mul(to(imag(conj(g) .* Tensor(sign, n, output: 0)), sign.dtype), .complex(0, -1))
      factor = if let factor { try factor .+ turn } else { turn }
    }
    guard let factor else { return [nil] }
    return [try unsqueeze(unsqueeze(factor, -1), -1) .* mH(inv(n.saved(0)))]
  }
  return (results[0], results[1])
}

/// Computes logarithms of determinants, NaN for negative ones.
public func logdet(_ x: Tensor) throws(TorchError) -> Tensor {
  guard x.dim >= 2 else { throw .runtime("logdet: The input tensor A must have at least 2 dimensions.") }
  guard x.shape[x.dim - 1] == x.shape[x.dim - 2] else {
    throw .runtime(
      "logdet: A must be batches of square matrices, but they are \(x.shape[x.dim - 2]) by \(x.shape[x.dim - 1]) matrices")
  }
  let (sign, logabsdet) = try slogdet(x)
  return try logabsdet .+ log(sign)
}

/// Solves A X = B; B holds matrices or, with one dimension less than A, vectors.
public func solve(_ a: Tensor, _ b: Tensor) throws(TorchError) -> Tensor {
  guard a.dim >= 2 else { throw .runtime("linalg.solve: The input tensor A must have at least 2 dimensions.") }
  guard a.dtype == b.dtype else {
    throw .runtime(
      "linalg.solve: Expected A and B to have the same dtype, but found A of type \(a.dtype.scalarTypeName) and B of type "
        + "\(b.dtype.scalarTypeName) instead")
  }
  let isVector = b.dim == 1 || (b.dim == a.dim - 1 && b.shape == Array(a.shape.dropLast()))
  if isVector { return try squeeze(solve(a, unsqueeze(b, -1)), -1) }
  return record(
    "LinalgSolveExBackward0", a, b, try a.array.solve(b.array), saving: [.x, .result],
    { (n, g) throws(TorchError) in try neg(matmul(solve(mH(n.x), g), mH(n.result))) },
    { (n, g) throws(TorchError) in try solve(mH(n.x), g) })
}

/// Solves A X = B for triangular A.
public func solveTriangular(
  _ a: Tensor, _ b: Tensor, upper: Bool, unitriangular: Bool = false
) throws(TorchError) -> Tensor {
  guard b.dim >= 2, a.dim >= 2 else {
    throw .runtime("linalg.solve_triangular: The input tensor \(a.dim < 2 ? "A" : "B") must have at least 2 dimensions.")
  }
  let array = try a.array.solveTriangular(b.array, upper: upper, unitDiagonal: unitriangular)
  return record(
    "LinalgSolveTriangularBackward0", a, b, array, saving: [.x, .result],
    { (n, g) throws(TorchError) in
      let right = try solveTriangular(mH(n.x), g, upper: !upper, unitriangular: unitriangular)
      let whole = try neg(matmul(right, mH(n.result)))
      let offset = unitriangular ? 1 : 0
      return try upper ? triu(whole, offset) : tril(whole, -offset)
    },
    { (n, g) throws(TorchError) in try solveTriangular(mH(n.x), g, upper: !upper, unitriangular: unitriangular) })
}

/// Computes lower triangular L with L Lᴴ = A, or its conjugate transpose.
public func cholesky(_ x: Tensor, upper: Bool = false) throws(TorchError) -> Tensor {
  try cholesky(x, upper: upper, named: "linalg.cholesky")
}

/// The same under the name that messages show.
package func cholesky(_ x: Tensor, upper: Bool, named name: String) throws(TorchError) -> Tensor {
  let array = try x.array.cholesky(upper: upper, name)
  return record("LinalgCholeskyExBackward0", x, array, saving: .result) { (n, g) throws(TorchError) in
    let l = upper ? try mH(n.result) : try n.result
    let product = try tril(matmul(mH(l), upper ? mH(g) : g))
    let inner = try (product .+ mH(tril(product, -1))) .* 0.5
    // L⁻ᴴ inner L⁻¹, by two solves.
    let turned = try mH(l)
    return try mH(
      solveTriangular(turned, mH(solveTriangular(turned, inner, upper: true)), upper: true))
  }
}

/// What `qr` returns.
public enum QRMode: String, Sendable {
  case reduced, complete, r
}

/// Factors into orthogonal Q and upper triangular R.
public func qr(_ x: Tensor, mode: QRMode = .reduced) throws(TorchError) -> (q: Tensor, r: Tensor) {
  let (keptQ, keptR) = try x.array.qr(complete: mode == .complete)
  let (rows, columns) = (x.shape[x.dim - 2], x.shape[x.dim - 1])
  let results = record("LinalgQrBackward0", [x], [keptQ, keptR]) { (_) in } _: { (n, gradients) throws(TorchError) in
    guard mode != .r, mode == .reduced || rows <= columns else {
      throw .runtime(
        mode == .r
          ? "The derivative of linalg.qr depends on Q, which is not computed when mode='r'. Please use linalg.qr(A, "
            + "mode='reduced') if you are going to differentiate through linalg.qr."
          : "The QR decomposition is not differentiable when mode='complete' and nrows > ncols.")
    }
    let q = Tensor(keptQ, n, output: 0)
    let r = Tensor(keptR, n, output: 1)
    if rows >= columns { return [try tallQR(q, r, gradients)] }
    // A = (X Y) with square X = Q U, so Y = Q V and V's gradient joins that of Q.
    let v = try narrow(r, -1, rows, columns - rows)
    let u = try narrow(r, -1, 0, rows)
    let y = try matmul(q, v)
    var (gq, gu, gv): (Tensor?, Tensor?, Tensor?) = (gradients[0], nil, nil)
    if let g = gradients[1] {
      gu = try narrow(g, -1, 0, rows)
      gv = try narrow(g, -1, rows, columns - rows)
    }
    if let gv {
      let more = try matmul(y, mH(gv))
      gq = if let gq { try gq .+ more } else { more }
    }
    let left = try tallQR(q, u, [gq, gu])
    let right = if let gv { try matmul(q, gv) } else { try zerosLike(y) }
    return [try cat([left, right], -1)]
  }
  let none = mode == .r ? try empty([0], x.dtype) : results[0]
  return (none, results[1])
}

/// Gradient of a matrix with at least as many rows as columns from those of its factors.
private func tallQR(_ q: Tensor, _ r: Tensor, _ gradients: [Tensor?]) throws(TorchError) -> Tensor {
  let gq = if let g = gradients[0] { g } else { try zerosLike(q) }
  let gr = if let g = gradients[1] { g } else { try zerosLike(r) }
  let m = try triu(matmul(gr, mH(r)) .- matmul(mH(q), gq))
  let both = try m .+ mH(m)
  let symmetric = try both .- diagEmbed(diagonal(both, offset: 0, -2, -1) .* 0.5)
  let right = try gq .+ matmul(q, symmetric)
  return try mH(solveTriangular(r, mH(right), upper: true))
}

/// Computes eigenvalues (ascending) and eigenvectors of symmetric or Hermitian matrices.
public func eigh(_ x: Tensor, upper: Bool = false) throws(TorchError) -> (values: Tensor, vectors: Tensor) {
  let (w, v) = try x.array.eigh(upper: upper)
  let results = record("LinalgEighBackward0", [x], [w, v]) { (_) in } _: { (n, gradients) throws(TorchError) in
    let values = Tensor(w, n, output: 0)
    let vectors = Tensor(v, n, output: 1)
    var inner = try gradients[0].map { (g) throws(TorchError) in try to(diagEmbed(g), v.dtype) }
    if let g = gradients[1] {
      let gaps = try unsqueeze(values, -2) .- unsqueeze(values, -1)
      let off = try eye(w.shape[w.rank - 1], nil, .bool)
      // Symmetric matrices change along skew-symmetric directions only.
      let turned = try matmul(mH(vectors), g)
      let skew = try (turned .- mH(turned)) .* 0.5
      let part = try maskedFill(skew, off, 0) ./ maskedFill(gaps, off, 1)
      inner = if let inner { try inner .+ part } else { part }
    }
    guard let inner else { return [nil] }
    return [try matmul(vectors, matmul(inner, mH(vectors)))]
  }
  return (results[0], results[1])
}

/// Computes eigenvalues of symmetric or Hermitian matrices, ascending; without their vectors unless a gradient needs those.
public func eigvalsh(_ x: Tensor, upper: Bool = false) throws(TorchError) -> Tensor {
  if records(x) { return try eigh(x, upper: upper).values }
  return Tensor(try x.array.eigh(upper: upper, vectors: false).values)
}

/// Computes singular values, descending; without their vectors unless a gradient needs those.
public func svdvals(_ x: Tensor) throws(TorchError) -> Tensor {
  if records(x) { return try svd(x).s }
  return Tensor(try x.array.svd(full: false, vectors: false).s)
}

/// Computes complex eigenvalues and eigenvectors of square matrices.
public func eig(_ x: Tensor) throws(TorchError) -> (values: Tensor, vectors: Tensor) {
  let (w, v) = try x.array.eig()
  let results = record("LinalgEigBackward0", [x], [w, v]) { (_) in } _: { (n, gradients) throws(TorchError) in
    let values = Tensor(w, n, output: 0)
    let vectors = Tensor(v, n, output: 1)
    var inner: Tensor?
    if let g = gradients[1] {
      let product = try matmul(mH(vectors), g)
      let size = try real(diagonal(product, offset: 0, -2, -1))
      let rest = try product .- matmul(mH(vectors), vectors) .* to(unsqueeze(size, -2), v.dtype)
      let off = try eye(w.shape[w.rank - 1], nil, .bool)
      let gaps = try conj(unsqueeze(values, -2) .- unsqueeze(values, -1))
      inner = try maskedFill(rest, off, 0) ./ maskedFill(gaps, off, 1)
    }
    if let g = gradients[0] {
      let part = try diagEmbed(g)
      inner = if let inner { try inner .+ part } else { part }
    }
    guard let inner else { return [nil] }
    let turned = try mH(vectors)
    return [try solve(turned, matmul(inner, turned))]
  }
  return (results[0], results[1])
}

/// Computes U, S and Vᴴ of the singular value decomposition, thin unless `fullMatrices`.
public func svd(_ x: Tensor, fullMatrices: Bool = false) throws(TorchError) -> (u: Tensor, s: Tensor, vh: Tensor) {
  let (u, s, v) = try x.array.svd(full: fullMatrices)
  let results = record("LinalgSvdBackward0", [x], [u, s, v]) { (_) in } _: { (n, gradients) throws(TorchError) in
    let width = s.shape[s.rank - 1]
    var (left, right) = (Tensor(u, n, output: 0), Tensor(v, n, output: 2))
    var given = gradients
    if fullMatrices {
      left = try narrow(left, -1, 0, width)
      right = try narrow(right, -2, 0, width)
      if let g = given[0] { given[0] = try narrow(g, -1, 0, width) }
      if let g = given[2] { given[2] = try narrow(g, -2, 0, width) }
    }
    return [try svdBackward(given, left, Tensor(s, n, output: 1), right)]
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
  func skew(_ m: Tensor) throws(TorchError) -> Tensor { try m .- mH(m) }
  var inner: Tensor?
  if let g = gradients[1] { inner = try to(diagEmbed(g), u.dtype) }
  if let g = gradients[0] {
    let turned = try skew(matmul(mH(u), g))
    var part = try maskedFill(turned, isDiagonal, 0) ./ gaps .* row
    // The phase of a pair of complex vectors.
    if u.dtype.isComplex { part = try part .+ diagEmbed(diagonal(turned, offset: 0, -2, -1) ./ (s .* 2)) }
    inner = if let inner { try inner .+ part } else { part }
  }
  if let g = gradients[2] {
    let part = try column .* (maskedFill(skew(matmul(vh, mH(g))), isDiagonal, 0) ./ gaps)
    inner = if let inner { try inner .+ part } else { part }
  }
  guard let inner else { return nil }
  var result = try matmul(u, matmul(inner, vh))
  if let g = gradients[0], u.shape[u.dim - 2] > size {
    let scaled = try g ./ row
    result = try result .+ matmul(scaled .- matmul(u, matmul(mH(u), scaled)), vh)
  }
  if let g = gradients[2], vh.shape[vh.dim - 1] > size {
    let scaled = try g ./ column
    result = try result .+ matmul(u, scaled .- matmul(matmul(scaled, mH(vh)), vh))
  }
  return result
}

/// LU factors with row exchanges: L (unit lower) and U in one matrix, and LAPACK's exchanges counted from one.
public func luFactor(_ x: Tensor) throws(TorchError) -> (lu: Tensor, pivots: Tensor, info: [Int]) {
  let (lu, pivots, info) = try x.array.luFactor()
  let exchanges = Tensor(pivots)
  let results = record("LinalgLuFactorExBackward0", [x], [lu]) { (_) in } _: { (n, gradients) throws(TorchError) in
    guard let g = gradients[0] else { return [nil] }
    let factors = Tensor(lu, n, output: 0)
    let (rows, columns) = (lu.shape[lu.rank - 2], lu.shape[lu.rank - 1])
    let p = try permutation(exchanges, rows, lu.dtype)
    guard rows == columns else { throw noDerivative("linalg_lu_factor of a matrix that is not square") }
    let unit = try eye(rows, nil, lu.dtype)
    let l = try tril(factors, -1) .+ unit
    let u = try triu(factors)
    // L⁻ᴴ (tril(Lᴴ gL, -1) + triu(gU Uᴴ)) U⁻ᴴ
    let lower = try tril(matmul(mH(l), tril(g, -1)), -1)
    let upper = try triu(matmul(triu(g), mH(u)))
    let left = try solveTriangular(mH(l), lower .+ upper, upper: true, unitriangular: true)
    let both = try mH(solveTriangular(u, mH(left), upper: true))
    return [try matmul(p, both)]
  }
  return (results[0], exchanges, info)
}

/// Factors of symmetric or Hermitian matrices, L and D in one triangle; torch has no derivative of them.
public func ldlFactor(_ x: Tensor, hermitian: Bool = false) throws(TorchError) -> (ld: Tensor, pivots: Tensor, info: [Int]) {
  let (ld, pivots, info) = try x.array.ldlFactor(hermitian: hermitian)
  let results = record("torch::autograd::NotImplemented", [x], [ld]) { (_) in } _: { (_, _) throws(TorchError) in
    throw noDerivative("linalg_ldl_factor_ex")
  }
  return (results[0], Tensor(pivots), info)
}

/// Solutions by such factors; torch has no derivative of them.
public func ldlSolve(_ ld: Tensor, _ pivots: Tensor, _ b: Tensor, hermitian: Bool = false) throws(TorchError) -> Tensor {
  let x = try ld.array.ldlSolve(pivots.array, b.array, hermitian: hermitian)
  return record("torch::autograd::NotImplemented", [ld, b], [x]) { (_) in } _: { (_, _) throws(TorchError) in
    throw noDerivative("linalg_ldl_solve")
  }[0]
}

/// Permutation matrix P with A = P L U from LAPACK's row exchanges.
public func permutation(_ exchanges: Tensor, _ rows: Int, _ dtype: DType) throws(TorchError) -> Tensor {
  let width = exchanges.shape[exchanges.dim - 1]
  let all = try exchanges.array.integers()
  let count = width == 0 ? exchanges.shape.dropLast().reduce(1, &*) : all.count / width
  var numbers = [Double](repeating: 0, count: count * rows * rows)
  for batch in 0..<count {
    var order = Array(0..<rows)
    for row in 0..<width {
      let other = all[batch * width + row] - 1
      guard other >= 0, other < rows else { throw .runtime("Pivots given to lu_solve must all be greater or equal to 1.") }
      order.swapAt(row, other)
    }
    for row in 0..<rows { numbers[(batch * rows + order[row]) * rows + row] = 1 }
  }
  return Tensor(try NDArray.from(numbers, Dims(Array(exchanges.shape.dropLast()) + [rows, rows]), dtype))
}
