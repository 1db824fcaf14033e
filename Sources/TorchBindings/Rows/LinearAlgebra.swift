import Arrays
import Autograd
import Interpreter

extension Rows {
  /// Linear algebra.
  static var linearAlgebra: [Operator] {
    var rows: [Operator] = []
    linearAlgebra0(&rows)
    linearAlgebra1(&rows)
    linearAlgebra2(&rows)
    return rows
  }

  private static func linearAlgebra0(_ rows: inout [Operator]) {
    rows.append(row(
      "inv(Tensor A, *, Tensor out=None)",
      .linalg, "Inverse."
    ) { (a) throws(TorchError) in
      a.wrap(try inv(a.tensor(0)))
    })
    rows.append(unary("inverse", .both, "Inverse.") { (x) throws(TorchError) in try inv(x) })
    rows.append(row(
      "det(Tensor A, *, Tensor out=None)",
      .linalg, "Determinant."
    ) { (a) throws(TorchError) in
      a.wrap(try det(a.tensor(0)))
    })
    rows.append(unary("det", .both, "Determinant.", hasOut: false) { (x) throws(TorchError) in try det(x) })
    rows.append(unary("logdet", .both, "Logarithm of the determinant.", hasOut: false) { (x) throws(TorchError) in try logdet(x) })
    rows.append(row(
      "slogdet(Tensor A, *, Tensor out=None)",
      .linalg, "Sign and logarithm of the determinant."
    ) { (a) throws(TorchError) in
      let r = try slogdet(a.tensor(0))
      return a.named("linalg_slogdet", [("sign", r.sign), ("logabsdet", r.logabsdet)])
    })
    rows.append(row(
      "slogdet(Tensor self, *, Tensor out=None)",
      .both, "Sign and logarithm of the determinant."
    ) { (a) throws(TorchError) in
      let r = try slogdet(a.tensor(0))
      return a.named("slogdet", [("sign", r.sign), ("logabsdet", r.logabsdet)])
    })
    rows.append(row(
      "solve(Tensor A, Tensor B, *, bool left=True, Tensor out=None)",
      .linalg, "Solves linear equations."
    ) { (a) throws(TorchError) in
      a.wrap(try a.bool(2, true) ? solve(a.tensor(0), a.tensor(1)) : transpose(solve(transpose(a.tensor(0), -2, -1), transpose(a.tensor(1), -2, -1)), -2, -1))
    })
    rows.append(row(
      "solve_triangular(Tensor self, Tensor B, *, bool upper, bool left=True, bool unitriangular=False, Tensor out=None)",
      .linalg, "Solves triangular equations."
    ) { (a) throws(TorchError) in
      a.wrap(try a.bool(3, true) ? solveTriangular(a.tensor(0), a.tensor(1), upper: a.bool(2), unitriangular: a.bool(4, false)) : transpose(solveTriangular(transpose(a.tensor(0), -2, -1), transpose(a.tensor(1), -2, -1), upper: !a.bool(2), unitriangular: a.bool(4, false)), -2, -1))
    })
    rows.append(row(
      "cholesky(Tensor self, *, bool upper=False, Tensor out=None)",
      .linalg, "Cholesky factor."
    ) { (a) throws(TorchError) in
      a.wrap(try cholesky(a.tensor(0), upper: a.bool(1, false)))
    })
    rows.append(row(
      "cholesky(Tensor self, bool upper=False, *, Tensor out=None)",
      .both, "Cholesky factor."
    ) { (a) throws(TorchError) in
      if a.tensor(0).count == 0, a.tensor(0).dim >= 2 { return a.wrap(try clone(a.tensor(0))) }
      return a.wrap(try cholesky(a.tensor(0), upper: a.bool(1, false), named: "cholesky"))
    })
    rows.append(row(
      "qr(Tensor A, str mode=reduced, *, Tensor out=None)",
      .linalg, "Orthogonal and triangular factor."
    ) { (a) throws(TorchError) in
      guard let mode = QRMode(rawValue: a.string(1, "reduced")) else { throw TorchError(.runtime, "qr received unrecognized mode '" + a.string(1) + "' but expected one of 'reduced' (default), 'r', or 'complete'") }
      let r = try qr(a.tensor(0), mode: mode)
      return a.named("linalg_qr", [("Q", r.q), ("R", r.r)])
    })
  }

  private static func linearAlgebra1(_ rows: inout [Operator]) {
    rows.append(row(
      "qr(Tensor self, bool some=True, *, Tensor out=None)",
      .both, "Orthogonal and triangular factor."
    ) { (a) throws(TorchError) in
      let r = try qr(a.tensor(0), mode: a.bool(1, true) ? .reduced : .complete)
      return a.named("qr", [("Q", r.q), ("R", r.r)])
    })
    rows.append(row(
      "eigh(Tensor self, str UPLO=L, *, Tensor out=None)",
      .linalg, "Eigenvalues and eigenvectors of symmetric matrices."
    ) { (a) throws(TorchError) in
      let r = try eigh(a.tensor(0), upper: a.string(1) == "U")
      return a.named("linalg_eigh", [("eigenvalues", r.values), ("eigenvectors", r.vectors)])
    })
    rows.append(row(
      "eigvalsh(Tensor self, str UPLO=L, *, Tensor out=None)",
      .linalg, "Eigenvalues of symmetric matrices."
    ) { (a) throws(TorchError) in
      a.wrap(try eigvalsh(a.tensor(0), upper: a.string(1) == "U"))
    })
    rows.append(row(
      "svd(Tensor A, bool full_matrices=True, *, str? driver=None, Tensor out=None)",
      .linalg, "Singular values and vectors."
    ) { (a) throws(TorchError) in
      let r = try svd(a.tensor(0), fullMatrices: a.bool(1, true))
      return a.named("linalg_svd", [("U", r.u), ("S", r.s), ("Vh", r.vh)])
    })
    rows.append(row(
      "svd(Tensor self, bool some=True, bool compute_uv=True, *, Tensor out=None)",
      .both, "Singular values and vectors."
    ) { (a) throws(TorchError) in
      let r = try svd(a.tensor(0), fullMatrices: !a.bool(1, true))
      return a.named("svd", [("U", r.u), ("S", r.s), ("V", try conj(transpose(r.vh, -2, -1)))])
    })
    rows.append(row(
      "svdvals(Tensor A, *, str? driver=None, Tensor out=None)",
      .linalg, "Singular values."
    ) { (a) throws(TorchError) in
      a.wrap(try svdvals(a.tensor(0)))
    })
    rows.append(row(.linalg, "Pseudoinverse.", [
      overload("pinv(Tensor A, *, any atol=None, any rtol=None, bool hermitian=False, Tensor out=None)") {
        (a) throws(TorchError) in
        let limits = try Tolerance(absolute: a.limit(1), relative: a.limit(2))
        return a.wrap(try pinv(a.tensor(0), limits, hermitian: a.bool(3)))
      },
      overload("pinv(Tensor A, any rcond, bool hermitian=False, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try pinv(a.tensor(0), Tolerance(relative: a.limit(1)), hermitian: a.bool(2)))
      },
    ]))
    rows.append(row(
      "pinverse(Tensor self, float rcond=1e-15)",
      .both, "Pseudoinverse."
    ) { (a) throws(TorchError) in
      let limit = try scalarTensor(.double(a.double(1, 1e-15)), a.tensor(0).dtype.realType)
      return a.wrap(try pinv(a.tensor(0), Tolerance(relative: limit)))
    })
    rows.append(row(.linalg, "Rank.", [
      overload("matrix_rank(Tensor A, *, any atol=None, any rtol=None, bool hermitian=False, Tensor out=None)") {
        (a) throws(TorchError) in
        let limits = try Tolerance(absolute: a.limit(1), relative: a.limit(2))
        return a.wrap(try matrixRank(a.tensor(0), limits, hermitian: a.bool(3)))
      },
      overload("matrix_rank(Tensor A, any tol, bool hermitian=False, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try matrixRank(a.tensor(0), Tolerance(absolute: a.limit(1)), hermitian: a.bool(2)))
      },
    ]))
    rows.append(row("eig(Tensor self, *, Tensor out=None)", .linalg, "Eigenvalues and eigenvectors.") {
      (a) throws(TorchError) in
      let r = try eig(a.tensor(0))
      return a.named("linalg_eig", [("eigenvalues", r.values), ("eigenvectors", r.vectors)])
    })
    rows.append(row("eigvals(Tensor self, *, Tensor out=None)", .linalg, "Eigenvalues.") { (a) throws(TorchError) in
      a.wrap(try eig(a.tensor(0)).values)
    })
    rows.append(row("_lu_factor(Tensor A)", .linalg, "LU factors, exchanges and LAPACK's answers.") {
      (a) throws(TorchError) in
      let r = try luFactor(a.tensor(0))
      return a.tuple([r.lu, r.pivots, try answers(r.info, of: a.tensor(0))])
    })
    rows.append(row("_ldl_factor(Tensor A, bool hermitian)", .linalg, "Factors of symmetric matrices, exchanges and LAPACK's answers.") {
      (a) throws(TorchError) in
      let r = try ldlFactor(a.tensor(0), hermitian: a.bool(1))
      return a.tuple([r.ld, r.pivots, try answers(r.info, of: a.tensor(0))])
    })
    rows.append(row(
      "ldl_solve(Tensor LD, Tensor pivots, Tensor B, *, bool hermitian=False, Tensor out=None)", .linalg,
      "Solutions by the factors of symmetric matrices."
    ) { (a) throws(TorchError) in
      a.wrap(try ldlSolve(a.tensor(0), a.tensor(1), a.tensor(2), hermitian: a.bool(3)))
    })
    rows.append(row("geqrf(Tensor self, *, Tensor out=None)", .both, "Reflectors and triangular factor in LAPACK's compact form.") {
      (a) throws(TorchError) in
      let r = try a.tensor(0).array.geqrf()
      return a.named("geqrf", [("a", Tensor(r.factors)), ("tau", Tensor(r.tau))])
    })
    rows.append(row("_permutation(Tensor pivots, int rows, Tensor like)", .linalg, "Permutation matrix of exchanges.") {
      (a) throws(TorchError) in
      a.wrap(try permutation(a.tensor(0), a.int(1), a.tensor(2).dtype))
    })
    rows.append(row(
      "_fft(Tensor self, int dim, bool inverse, float scale)", .function, "Fourier transform along a dimension."
    ) { (a) throws(TorchError) in
      a.wrap(try fourier(a.tensor(0), a.int(1), inverse: a.bool(2), scale: a.double(3)))
    })
    rows.append(row("_rfft(Tensor self, int dim, float scale)", .function, "First half of a transform, without a derivative.") {
      (a) throws(TorchError) in
      a.wrap(Tensor(try a.tensor(0).array.rfft(a.int(1), scale: a.double(2))))
    })
    rows.append(row(
      "lstsq(Tensor self, Tensor b, float? rcond=None, *, str? driver=None, Tensor[] out=None)",
      .linalg, "Least squares."
    ) { (a) throws(TorchError) in
      let x = a.tensor(0)
      let r = try lstsq(x, a.tensor(1), rcond: a.optionalDouble(2), driver: a.has(3) ? a.string(3) : nil)
      let (noRank, noValues) = (try empty([0], .int64), try empty([0], x.dtype.realType))
      return a.named(
        "linalg_lstsq",
        [
          ("solution", r.solution), ("residuals", r.residuals), ("rank", r.rank ?? noRank),
          ("singular_values", r.singularValues ?? noValues),
        ])
    })
    rows.append(row(
      "matrix_power(Tensor self, int n, *, Tensor out=None)",
      .linalg, "Power of a matrix."
    ) { (a) throws(TorchError) in
      a.wrap(try matrixPower(a.tensor(0), a.int(1)))
    })
    rows.append(row(
      "matrix_power(Tensor self, int n, *, Tensor out=None)",
      .both, "Power of a matrix."
    ) { (a) throws(TorchError) in
      a.wrap(try matrixPower(a.tensor(0), a.int(1)))
    })
  }

  /// LAPACK's answers as a tensor; matrices without elements were not asked about.
  private static func answers(_ info: [Int], of x: Tensor) throws(TorchError) -> Tensor {
    let batch = Dims(Array(x.shape.dropLast(2)))
    let missing = Swift.max(0, (batch.product ?? 0) - info.count)
    return Tensor(try NDArray.from(info.map { Double($0) } + [Double](repeating: 0, count: missing), batch, .int32))
  }

  private static func linearAlgebra2(_ rows: inout [Operator]) {
    rows.append(row(
      "matrix_exp(Tensor self)",
      .linalg, "Exponential of a matrix."
    ) { (a) throws(TorchError) in
      a.wrap(try matrixExp(a.tensor(0)))
    })
    rows.append(unary("matrix_exp", .both, "Exponential of a matrix.", hasOut: false) { (x) throws(TorchError) in try matrixExp(x) })
    rows.append(row(
      "cond(Tensor self, any p=None, *, Tensor out=None)",
      .linalg, "Condition number."
    ) { (a) throws(TorchError) in
      if !a.has(1) { return a.wrap(try cond(a.tensor(0))) }
      if a.base[1].isKind(.str) { return a.wrap(try cond(a.tensor(0), a.string(1) == "nuc" ? .nuclear : .frobenius)) }
      return a.wrap(try cond(a.tensor(0), .order(a.double(1))))
    })
    rows.append(row(
      "matrix_norm(Tensor self, any ord=None, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None, Tensor out=None)",
      .linalg, "Norm of matrices."
    ) { (a) throws(TorchError) in
      guard let dims = a.optionalInts(2), dims.count == 2 else {
        return a.wrap(try a.matrixNorm(a.normed(4, "matrix"), 1, keepDim: a.bool(3, false)))
      }
      return a.wrap(try matrixNorm(a, a.normed(4, "matrix"), over: dims))
    })
    rows.append(row(
      "norm(Tensor self, any ord=None, int[1]? dim=None, bool keepdim=False, *, Tensor out=None, ScalarType? dtype=None)",
      .linalg, "Norm of vectors or matrices."
    ) { (a) throws(TorchError) in
      let dims = a.optionalInts(2)
      let x = try a.normed(5, a.has(1) && (dims?.count ?? a.tensor(0).dim) == 2 ? "matrix" : "vector")
      if dims == nil, a.has(1), x.dim != 1, x.dim != 2 {
        throw TorchError(
          .runtime, "linalg.norm: If dim is not specified but ord is, the input must be 1D or 2D. Got \(x.dim)D.")
      }
      let isMatrix = a.has(1) && (dims?.count ?? x.dim) == 2
      if isMatrix && dims == nil { return a.wrap(try a.matrixNorm(x, 1, keepDim: a.bool(3, false))) }
      if isMatrix, let dims, a.base[1].isKind(.str) && a.string(1) == "nuc" || a.base[1].isInt || a.base[1].isFloat {
        return a.wrap(try matrixNorm(a, x, over: dims))
      }
      if a.base[1].isKind(.str) && a.string(1) != "fro" { throw TorchError(.runtime, "linalg.matrix_norm: Order " + a.string(1) + " not supported.") }
      return a.wrap(try linalgVectorNorm(x, a.order(1), dims: dims ?? [], keepDim: a.bool(3, false)))
    })
  }

  /// The norm of the matrices in two dimensions; a kept dimension stays in its place.
  private static func matrixNorm(_ a: Call, _ x: Tensor, over dims: [Int]) throws(TorchError) -> Tensor {
    let (first, second) = (try x.array.normalize(dim: dims[0]), try x.array.normalize(dim: dims[1]))
    guard first != second else { throw .runtime("linalg.matrix_norm: dims must be different. Got (\(dims[0]), \(dims[1]))") }
    let norm = try a.matrixNorm(movedim(x, [first, second], [x.dim - 2, x.dim - 1]), 1, keepDim: false)
    guard a.bool(3, false) else { return norm }
    return try unsqueeze(unsqueeze(norm, min(first, second)), max(first, second))
  }
}
