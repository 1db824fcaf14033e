/// Factors of symmetric and Hermitian matrices that need not be definite: A = L D Lᵀ with blocks of one or two rows in D.
extension NDArray {
  /// L and D in one lower triangle, LAPACK's exchanges, and its answer for each matrix.
  package func ldlFactor(hermitian: Bool) throws(ArrayError) -> (ld: NDArray, pivots: NDArray, info: [Int]) {
    try checkMatrices("torch.linalg.ldl_factor_ex", square: true)
    let trf = try LAPACK.find(symmetricName("trf", hermitian), dtype, LAPACK.Sytrf.self, size: shape[rank - 2])
    let batch = try ColumnBatch(copying: self)
    let n = batch.rows
    var pivotShape = batchShape
    pivotShape.append(n)
    let pivots = try NDArray.zeros(pivotShape, .int32)
    let exchanges = pivots.pointer.assumingMemoryBound(to: Int32.self)
    let work = try NDArray.zeros(Dims(64 * Swift.max(n, 1)), dtype)
    var (size, lda, lwork) = (Int32(n), batch.leading, Int32(clamping: work.count))
    var infos: [Int] = []
    for index in 0..<batch.count {
      var info: Int32 = 0
      trf("L", &size, batch.pointer(index), &lda, exchanges + index * n, work.pointer, &lwork, &info)
      infos.append(Int(info))
    }
    // The other triangle still holds the input; in transposed memory the sides are exchanged.
    return (try batch.transposed.triu().transpose(-2, -1), pivots, infos)
  }

  /// Solves A x = b by what `ldlFactor` gave for A.
  package func ldlSolve(_ pivots: NDArray, _ b: NDArray, hermitian: Bool) throws(ArrayError) -> NDArray {
    let name = "torch.linalg.ldl_solve"
    try checkMatrices(name, square: true)
    let n = shape[rank - 1]
    guard b.rank >= 2 else { throw .runtime("\(name): Expected B to have at least 2 dimensions, but it has \(b.rank)") }
    guard b.shape[b.rank - 2] == n else {
      throw .runtime(
        "Incompatible matrix sizes for \(name): each A matrix is \(n) by \(n) but each b matrix is "
          + "\(b.shape[b.rank - 2]) by \(b.shape[b.rank - 1])")
    }
    var expected = shape
    expected.remove(at: rank - 1)
    guard pivots.shape == expected else {
      throw .runtime(
        "\(name): Expected LD.shape[:-1] and pivots.shape to be the same, but got pivots with shape "
          + "\(pivots.shape.text) instead")
    }
    guard pivots.dtype.isIntegral, pivots.dtype != .bool else {
      throw .runtime("\(name): Expected pivots to be integers. Got \(pivots.dtype.scalarTypeName)")
    }
    guard dtype == b.dtype else {
      throw .runtime(
        "Expected b and A to have the same dtype, but found b of type \(b.dtype.scalarTypeName) and A of type "
          + "\(dtype.scalarTypeName) instead.")
    }
    let trs = try LAPACK.find(symmetricName("trs", hermitian), dtype, LAPACK.Sytrs.self, size: n)
    let batchDims = try Dims.broadcast(batchShape, b.batchShape)
    func stretched(_ array: NDArray, _ last: [Int]) throws(ArrayError) -> NDArray {
      var shape = batchDims
      for size in last { shape.append(size) }
      return try array.expand(shape)
    }
    let factors = try ColumnBatch(copying: stretched(self, [n, n]))
    let right = try ColumnBatch(copying: stretched(b, [n, b.shape[b.rank - 1]]))
    let exchanges = try stretched(pivots, [n]).integers()
    // LAPACK goes where the exchanges say.
    guard exchanges.allSatisfy({ $0 != 0 && $0.magnitude <= UInt(n) }) else {
      throw .runtime("\(name): pivots must be between 1 and \(n), or between -\(n) and -1")
    }
    var (size, width, lda, ldb) = (Int32(n), Int32(right.columns), factors.leading, right.leading)
    for index in 0..<right.count {
      var info: Int32 = 0
      var own = exchanges[(index * n)..<(index * n + n)].map { Int32($0) }
      // A block of two rows says so twice.
      guard isPaired(own) else { throw .runtime("\(name): a pivot of a block of two rows has no other") }
      trs("L", &size, &width, factors.pointer(index), &lda, &own, right.pointer(index), &ldb, &info)
    }
    return try right.array
  }

  private func symmetricName(_ name: String, _ hermitian: Bool) -> String {
    (hermitian && dtype.isComplex ? "he" : "sy") + name
  }

  private func isPaired(_ pivots: [Int32]) -> Bool {
    var row = 0
    while row < pivots.count {
      if pivots[row] > 0 {
        row += 1
        continue
      }
      guard row + 1 < pivots.count, pivots[row + 1] < 0 else { return false }
      row += 2
    }
    return true
  }
}
