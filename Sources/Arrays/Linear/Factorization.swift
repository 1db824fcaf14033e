/// LU and Cholesky factors and what is computed from them: determinants, inverses, solutions.
extension NDArray {
  /// LU factors of square or rectangular matrices, 1-based row exchanges, and LAPACK's answer for each matrix.
  package func luFactor(_ name: String = "linalg.lu_factor") throws(ArrayError) -> (
    lu: NDArray, pivots: NDArray, info: [Int]
  ) {
    try checkMatrices(name, square: false)
    let getrf = try LAPACK.find("getrf", dtype, LAPACK.Getrf.self, size: shape[rank - 2])
    let batch = try ColumnBatch(copying: self)
    var pivotShape = batchShape
    let k = Swift.min(batch.rows, batch.columns)
    pivotShape.append(k)
    let pivots = try NDArray.zeros(pivotShape, .int32)
    let exchanges = pivots.pointer.assumingMemoryBound(to: Int32.self)
    var infos: [Int] = []
    var (m, n, lda) = (Int32(batch.rows), Int32(batch.columns), batch.leading)
    for index in 0..<batch.count {
      var info: Int32 = 0
      getrf(&m, &n, batch.pointer(index), &lda, exchanges + index * k, &info)
      infos.append(Int(info))
    }
    return (try batch.array, pivots, infos)
  }

  /// Sign and logarithm of the absolute value of determinants.
  package func slogdet() throws(ArrayError) -> (sign: NDArray, logabsdet: NDArray) {
    try checkMatrices("linalg.slogdet", square: true)
    let parts = try determinantParts("linalg.slogdet")
    let size = try parts.diagonal.unary(.abs)
    let sign = try NDArray.binary(.mul, parts.parity, parts.diagonal.unary(.sign).prod([-1]))
    return (sign, try size.unary(.log).sum([-1]))
  }

  /// Determinants.
  package func det() throws(ArrayError) -> NDArray {
    try checkMatrices("linalg.det", square: true)
    let parts = try determinantParts("linalg.det")
    return try NDArray.binary(.mul, parts.parity, parts.diagonal.prod([-1]))
  }

  private func determinantParts(_ name: String) throws(ArrayError) -> (diagonal: NDArray, parity: NDArray) {
    // torch factors the transposed matrix when that saves the copy.
    let factors = try (isContiguous && !dtype.isComplex ? transpose(-2, -1) : self).luFactor(name)
    let n = shape[rank - 1]
    let exchanges = try factors.pivots.integers()
    let count = n == 0 ? batchShape.product ?? 0 : exchanges.count / n
    var signs: [Double] = []
    for index in 0..<count {
      var swaps = 0
      for row in 0..<n where exchanges[index * n + row] != row + 1 { swaps += 1 }
      signs.append(swaps % 2 == 0 ? 1 : -1)
    }
    let parity = try NDArray.from(signs, batchShape, dtype)
    return (try factors.lu.diagonal(offset: 0, -2, -1), parity)
  }

  /// Solves `self @ x = b`, where `b` holds columns and both are batches of one shape.
  ///
  /// `info` tells singular matrices.
  package func solveColumns(_ b: NDArray, _ name: String) throws(ArrayError) -> (
    solution: NDArray, info: [Int]
  ) {
    try checkMatrices(name, square: true)
    let getrf = try LAPACK.find("getrf", dtype, LAPACK.Getrf.self, size: shape[rank - 2])
    let getrs = try LAPACK.find("getrs", dtype, LAPACK.Getrs.self, size: shape[rank - 2])
    let factors = try ColumnBatch(copying: self)
    let right = try ColumnBatch(copying: b)
    var (n, m, nrhs) = (Int32(factors.rows), Int32(factors.rows), Int32(right.columns))
    var (lda, ldb) = (factors.leading, right.leading)
    var exchanges = [Int32](repeating: 0, count: Swift.max(factors.rows, 1))
    var infos: [Int] = []
    for index in 0..<factors.count {
      var info: Int32 = 0
      getrf(&m, &n, factors.pointer(index), &lda, &exchanges, &info)
      infos.append(Int(info))
      if info == 0 && right.count > 0 {
        getrs("N", &n, &nrhs, factors.pointer(index), &lda, &exchanges, right.pointer(index), &ldb, &info)
      }
    }
    return (try right.array, infos)
  }

  /// Inverses of square matrices; throws torch's error for a singular one.
  package func inverse() throws(ArrayError) -> NDArray {
    try checkMatrices("linalg.inv", square: true)
    let unit = try NDArray.eye(shape[rank - 1], shape[rank - 1], dtype).expand(shape)
    let result = try solveColumns(unit, "linalg.inv")
    try checkInfo(result.info, "linalg.inv") {
      "The diagonal element \($0) is zero, the inversion could not be completed because the input matrix is singular."
    }
    return result.solution
  }

  /// Solves `self @ x = b` for matrices `b`, or vectors where the shapes say so.
  package func solve(_ b: NDArray) throws(ArrayError) -> NDArray {
    let name = "linalg.solve"
    try checkMatrices(name, square: true)
    let isVector = b.rank == 1 || (rank - 1 == b.rank && b.shape == shapeOfVectors)
    let columns = isVector ? try b.unsqueeze(-1) : b
    let n = shape[rank - 1]
    guard columns.rank >= 2, columns.shape[columns.rank - 2] == n else {
      let (rows, width) =
        columns.rank >= 2
        ? (columns.shape[columns.rank - 2], columns.shape[columns.rank - 1]) : (columns.count, 1)
      throw .runtime(
        "\(name): Incompatible shapes of A and B for the equation AX = B (\(n)x\(n) and \(rows)x\(width))")
    }
    let batch = try Dims.broadcast(batchShape, columns.batchShape)
    func stretch(_ array: NDArray) throws(ArrayError) -> NDArray {
      var shape = batch
      shape.append(array.shape[array.rank - 2])
      shape.append(array.shape[array.rank - 1])
      return try array.expand(shape)
    }
    let result = try stretch(self).solveColumns(stretch(columns), name)
    try checkInfo(result.info, "torch.linalg.solve") { _ in
      "The solver failed because the input matrix is singular."
    }
    return isVector ? try result.solution.squeeze(-1) : result.solution
  }

  private var shapeOfVectors: Dims {
    var shape = self.shape
    shape.remove(at: rank - 1)
    return shape
  }

  /// Lower (or upper) triangular Cholesky factors; `info` tells matrices that are not positive definite.
  package func choleskyFactor(upper: Bool = false, _ name: String) throws(ArrayError) -> (factor: NDArray, info: [Int]) {
    try checkMatrices(name, square: true)
    let potrf = try LAPACK.find("potrf", dtype, LAPACK.Potrf.self)
    let batch = try ColumnBatch(copying: self)
    var (n, lda) = (Int32(batch.rows), batch.leading)
    var infos: [Int] = []
    for index in 0..<batch.count {
      var info: Int32 = 0
      potrf(upper ? "U" : "L", &n, batch.pointer(index), &lda, &info)
      infos.append(Int(info))
    }
    // The other triangle still holds the input; in transposed memory the sides are exchanged.
    let clean = upper ? try batch.transposed.tril() : try batch.transposed.triu()
    return (try clean.transpose(-2, -1), infos)
  }

  /// Cholesky factors; throws torch's error for a matrix that is not positive definite.
  package func cholesky(upper: Bool = false, _ name: String = "linalg.cholesky") throws(ArrayError) -> NDArray {
    let result = try choleskyFactor(upper: upper, name)
    try checkInfo(result.info, name) {
      "The factorization could not be completed because the input is not positive-definite (the leading minor of order "
        + "\($0) is not positive-definite)."
    }
    return result.factor
  }

  /// Throws torch's error for the first matrix LAPACK refused.
  func checkInfo(_ infos: [Int], _ name: String, _ text: (Int) -> String) throws(ArrayError) {
    guard let index = infos.firstIndex(where: { $0 != 0 }) else { return }
    let place = rank > 2 ? "(Batch element \(index)): " : ""
    throw .linalg("\(name): \(place)\(text(infos[index]))")
  }

  /// Solves triangular systems `self @ x = b`.
  package func solveTriangular(
    _ b: NDArray, upper: Bool, unitDiagonal: Bool = false
  ) throws(ArrayError) -> NDArray {
    try checkMatrices("linalg.solve_triangular", square: true)
    let trtrs = try LAPACK.find("trtrs", dtype, LAPACK.Trtrs.self)
    let batchDims = try Dims.broadcast(batchShape, b.batchShape)
    func stretch(_ array: NDArray) throws(ArrayError) -> NDArray {
      var shape = batchDims
      shape.append(array.shape[array.rank - 2])
      shape.append(array.shape[array.rank - 1])
      return try array.expand(shape)
    }
    guard b.shape[b.rank - 2] == shape[rank - 1] else {
      throw .runtime(
        "linalg.solve_triangular: Incompatible shapes of A and B for the equation AX = B (\(shape[rank - 2])x"
          + "\(shape[rank - 1]) and \(b.shape[b.rank - 2])x\(b.shape[b.rank - 1]))")
    }
    let factors = try ColumnBatch(copying: stretch(self))
    // The answer has the matrix' dtype.
    let right = try ColumnBatch(copying: stretch(b.dtype == dtype ? b : b.to(dtype)))
    var (n, nrhs) = (Int32(factors.rows), Int32(right.columns))
    var (lda, ldb) = (factors.leading, right.leading)
    for index in 0..<right.count {
      var info: Int32 = 0
      trtrs(
        upper ? "U" : "L", "N", unitDiagonal ? "U" : "N", &n, &nrhs, factors.pointer(index), &lda,
        right.pointer(index),
        &ldb, &info)
    }
    return try right.array
  }
}
