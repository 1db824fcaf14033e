/// How LAPACK solves least squares: by a QR, by one with column exchanges, or by singular values.
package enum LeastSquaresDriver: String, Sendable {
  case gels, gelsy, gelsd, gelss

  /// Whether singular values are found on the way.
  package var findsSingularValues: Bool { self == .gelsd || self == .gelss }
}

extension NDArray {
  /// Solutions of `self @ x = b` that are nearest, the ranks found and the singular values, if the driver finds any; real
  /// matrices, of the batch shape of `b`.
  package func lstsq(_ b: NDArray, _ driver: LeastSquaresDriver, rcond: Double? = nil) throws(ArrayError) -> (
    solution: NDArray, rank: NDArray, singularValues: NDArray
  ) {
    let name = "torch.linalg.lstsq"
    try checkMatrices(name, square: false)
    guard b.rank == rank, b.batchShape == batchShape, b.shape[rank - 2] == shape[rank - 2] else {
      throw .runtime("\(name): input.size(-2) should match other.size(-2)")
    }
    let batch = try ColumnBatch(copying: self)
    let (rows, columns) = (batch.rows, batch.columns)
    let (height, width) = (Swift.max(rows, columns), b.shape[b.rank - 1])
    let right = try ColumnBatch(batch: batchShape, rows: height, columns: width, dtype)
    try right.array.narrow(-2, start: 0, length: rows).assign(b)
    let ranks = try NDArray.zeros(batchShape, .int64)
    var valueShape = batchShape
    let count = Swift.min(rows, columns)
    valueShape.append(count)
    let values = try NDArray.zeros(valueShape, dtype)
    let solution = try right.array.narrow(-2, start: 0, length: columns)
    if batch.count == 0 || width == 0 { return (solution, ranks, values) }
    var (m, n, nrhs) = (Int32(clamping: rows), Int32(clamping: columns), Int32(clamping: width))
    var (lda, ldb) = (batch.leading, right.leading)
    let epsilon = dtype == .float32 ? Double(Float.ulpOfOne) : Double.ulpOfOne
    let limit = try NDArray.scalar(.double(rcond ?? epsilon * Double(height)), dtype)
    let gels = driver == .gels ? try LAPACK.find("gels", dtype, LAPACK.Gels.self, size: rows) : nil
    let gelsy = driver == .gelsy ? try LAPACK.find("gelsy", dtype, LAPACK.Gelsy.self, size: rows) : nil
    let gelss = driver.findsSingularValues ? try LAPACK.find("gelss", dtype, LAPACK.Gelss.self, size: rows) : nil
    func run(_ index: Int, _ work: NDArray, _ length: Int32) -> (rank: Int32, info: Int32) {
      var exchanges = [Int32](repeating: 0, count: Swift.max(columns, 1))
      var (found, info, lwork): (Int32, Int32, Int32) = (0, 0, length)
      let (a, x) = (batch.pointer(index), right.pointer(index))
      gels?("N", &m, &n, &nrhs, a, &lda, x, &ldb, work.pointer, &lwork, &info)
      gelsy?(&m, &n, &nrhs, a, &lda, x, &ldb, &exchanges, limit.pointer, &found, work.pointer, &lwork, &info)
      gelss?(
        &m, &n, &nrhs, a, &lda, x, &ldb, values.pointer + index * count * dtype.size, limit.pointer, &found, work.pointer, &lwork,
        &info)
      return (found, info)
    }
    let query = try scratch(1)
    _ = run(0, query, -1)
    let lwork = workSize(query)
    let work = try scratch(Int(lwork))
    for index in 0..<batch.count {
      let (found, info) = run(index, work, lwork)
      guard info == 0 else {
        throw .linalg(
          "\(name): " + (rank > 2 ? "(Batch element \(index)): " : "")
            + "The least squares solution could not be computed because the input matrix does not have full rank (error code: \(info)).")
      }
      Scalar.int(Int(found)).store(to: ranks.pointer + 8 * index, as: .int64)
    }
    return (solution, ranks, values)
  }
}
