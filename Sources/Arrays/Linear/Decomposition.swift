/// Orthogonal and spectral decompositions: QR, eigenvalues, singular values.
extension NDArray {
  /// Zeroed scratch memory of a dtype.
  func scratch(_ count: Int) throws(ArrayError) -> NDArray {
    try NDArray.zeros(Dims(Swift.max(count, 1)), dtype)
  }

  /// Reads the size LAPACK asks for out of the first element of its work array.
  func workSize(_ work: NDArray) -> Int32 {
    Int32(clamping: Scalar(loading: work.pointer, as: dtype).intValue)
  }

  /// Orthogonal and triangular factors; `complete` gives square orthogonal ones.
  package func qr(complete: Bool = false) throws(ArrayError) -> (q: NDArray, r: NDArray) {
    try checkMatrices("linalg.qr", square: false)
    let geqrf = try LAPACK.find("geqrf", dtype, LAPACK.Geqrf.self, size: shape[rank - 2])
    let orgqr = try LAPACK.find(dtype.isComplex ? "ungqr" : "orgqr", dtype, LAPACK.Orgqr.self, size: shape[rank - 2])
    let factors = try ColumnBatch(copying: self)
    let (rows, columns) = (factors.rows, factors.columns)
    let k = Swift.min(rows, columns)
    let width = complete ? rows : k
    let q = try ColumnBatch(batch: batchShape, rows: rows, columns: width, dtype)
    let tau = try scratch(k)
    let work = try scratch(64 * Swift.max(rows, columns, 1))
    var lwork = Int32(clamping: work.count)
    var (m, n, lda) = (Int32(rows), Int32(columns), factors.leading)
    var (kk, w) = (Int32(k), Int32(width))
    for index in 0..<factors.count {
      var info: Int32 = 0
      geqrf(&m, &n, factors.pointer(index), &lda, tau.pointer, work.pointer, &lwork, &info)
      let bytes = rows * k * dtype.size
      q.pointer(index).copyMemory(from: factors.pointer(index), byteCount: bytes)
      orgqr(&m, &w, &kk, q.pointer(index), &lda, tau.pointer, work.pointer, &lwork, &info)
    }
    let upper = try factors.array.narrow(-2, start: 0, length: width).triu()
    return (try q.array, try upper.transpose(-2, -1).contiguousCopy().transpose(-2, -1))
  }

  /// LAPACK's compact form of orthogonal and triangular factors: reflectors below the diagonal, and their factors.
  package func geqrf() throws(ArrayError) -> (factors: NDArray, tau: NDArray) {
    try checkMatrices("geqrf", square: false)
    let geqrf = try LAPACK.find("geqrf", dtype, LAPACK.Geqrf.self, size: shape[rank - 2])
    let factors = try ColumnBatch(copying: self)
    let k = Swift.min(factors.rows, factors.columns)
    var shape = batchShape
    shape.append(k)
    let tau = try NDArray.zeros(shape, dtype)
    let work = try scratch(64 * Swift.max(factors.rows, factors.columns, 1))
    var lwork = Int32(clamping: work.count)
    var (m, n, lda) = (Int32(factors.rows), Int32(factors.columns), factors.leading)
    for index in 0..<factors.count {
      var info: Int32 = 0
      geqrf(&m, &n, factors.pointer(index), &lda, tau.pointer + index * k * dtype.size, work.pointer, &lwork, &info)
    }
    return (try factors.array, tau)
  }

  /// Eigenvalues in ascending order and eigenvectors of symmetric matrices, read from one triangle.
  package func eigh(upper: Bool = false, vectors: Bool = true) throws(ArrayError) -> (
    values: NDArray, vectors: NDArray
  ) {
    let name = "linalg.eigh"
    try checkMatrices(name, square: true)
    let syevd = dtype.isComplex ? nil : try LAPACK.find("syevd", dtype, LAPACK.Syevd.self, size: shape[rank - 2])
    let heevd = dtype.isComplex ? try LAPACK.find("heevd", dtype, LAPACK.Heevd.self, size: shape[rank - 2]) : nil
    let batch = try ColumnBatch(copying: self)
    let n = batch.rows
    var valueShape = batchShape
    valueShape.append(n)
    let real = dtype.realType
    let values = try NDArray.zeros(valueShape, real)
    let realWork = try NDArray.zeros(Dims(dtype.isComplex ? 1 + 5 * n + 2 * n * n : 1), real)
    let work = try scratch(1 + 6 * n + 2 * n * n)
    var integers = [Int32](repeating: 0, count: 3 + 5 * n)
    var (size, lda, lwork) = (Int32(n), batch.leading, Int32(clamping: work.count))
    var liwork = Int32(integers.count)
    for index in 0..<batch.count {
      var info: Int32 = 0
      let (job, triangle) = (vectors ? "V" : "N", upper ? "U" : "L")
      let target = values.pointer + index * n * real.size
      syevd?(
        job, triangle, &size, batch.pointer(index), &lda, target, work.pointer, &lwork, &integers, &liwork, &info)
      var lrwork = Int32(clamping: realWork.count)
      heevd?(
        job, triangle, &size, batch.pointer(index), &lda, target, work.pointer, &lwork, realWork.pointer, &lrwork,
        &integers, &liwork, &info)
      guard info == 0 else {
        throw .linalg(
          "\(name): The algorithm failed to converge because the input matrix is ill-conditioned or has too many "
            + "repeated eigenvalues (error code: \(info)).")
      }
    }
    return (values, try batch.array)
  }

  /// Singular values in descending order with left and (transposed) right vectors; `full` gives square ones.
  package func svd(full: Bool = true, vectors: Bool = true) throws(ArrayError) -> (
    u: NDArray, s: NDArray, vh: NDArray
  ) {
    let name = "linalg.svd"
    try checkMatrices(name, square: false)
    let batch = try ColumnBatch(copying: self)
    let (rows, columns) = (batch.rows, batch.columns)
    let k = Swift.min(rows, columns)
    let u = try ColumnBatch(batch: batchShape, rows: rows, columns: full ? rows : k, dtype)
    let vh = try ColumnBatch(batch: batchShape, rows: full ? columns : k, columns: columns, dtype)
    var valueShape = batchShape
    valueShape.append(k)
    let real = dtype.realType
    let s = try NDArray.zeros(valueShape, real)
    if k == 0 { return (try u.array, s, try vh.array) }
    let job = vectors ? (full ? "A" : "S") : "N"
    var integers = [Int32](repeating: 0, count: 8 * k)
    let large = Swift.max(rows, columns)
    let realCount = dtype.isComplex ? k * Swift.max(5 * k + 7, 2 * large + 2 * k + 1) : 1
    let realWork = try NDArray.zeros(Dims(realCount), real)
    var (m, n, lda, ldu, ldvt) = (Int32(rows), Int32(columns), batch.leading, u.leading, vh.leading)
    let gesdd = dtype.isComplex ? nil : try LAPACK.find("gesdd", dtype, LAPACK.Gesdd.self, size: shape[rank - 2])
    let complex = dtype.isComplex ? try LAPACK.find("gesdd", dtype, LAPACK.ComplexGesdd.self, size: shape[rank - 2]) : nil
    func decompose(_ index: Int, _ work: NDArray, _ length: Int32) -> Int32 {
      var (info, lwork): (Int32, Int32) = (0, length)
      let target = s.pointer + index * k * real.size
      gesdd?(
        job, &m, &n, batch.pointer(index), &lda, target, u.pointer(index), &ldu, vh.pointer(index), &ldvt,
        work.pointer, &lwork, &integers, &info)
      complex?(
        job, &m, &n, batch.pointer(index), &lda, target, u.pointer(index), &ldu, vh.pointer(index), &ldvt,
        work.pointer, &lwork, realWork.pointer, &integers, &info)
      return info
    }
    let query = try scratch(1)
    _ = decompose(0, query, -1)
    let lwork = workSize(query)
    let work = try scratch(Int(lwork))
    for index in 0..<batch.count {
      let info = decompose(index, work, lwork)
      guard info == 0 else {
        throw .linalg(
          "\(name): The algorithm failed to converge because the input matrix is ill-conditioned or has too many "
            + "repeated singular values (error code: \(info)).")
      }
    }
    return (try u.array, s, try vh.array)
  }

  /// Complex eigenvalues and eigenvectors of real square matrices.
  package func eig() throws(ArrayError) -> (values: NDArray, vectors: NDArray) {
    let name = "linalg.eig"
    try checkMatrices(name, square: true)
    if dtype.isComplex { return try complexEig(name) }
    let geev = try LAPACK.find("geev", dtype, LAPACK.Geev.self, size: shape[rank - 2])
    let batch = try ColumnBatch(copying: self)
    let n = batch.rows
    let right = try ColumnBatch(batch: batchShape, rows: n, columns: n, dtype)
    var valueShape = batchShape
    valueShape.append(n)
    let values = try NDArray.zeros(valueShape, dtype.complexType)
    let vectors = try ColumnBatch(batch: batchShape, rows: n, columns: n, dtype.complexType)
    let (real, imaginary) = (try scratch(n), try scratch(n))
    let work = try scratch(64 * Swift.max(n, 1))
    var (size, lwork) = (Int32(n), Int32(clamping: work.count))
    var (lda, ldl, ldr) = (batch.leading, batch.leading, batch.leading)
    let width = dtype.size
    for index in 0..<batch.count {
      var info: Int32 = 0
      geev(
        "N", "V", &size, batch.pointer(index), &lda, real.pointer, imaginary.pointer, work.pointer, &ldl,
        right.pointer(index), &ldr, work.pointer, &lwork, &info)
      guard info == 0 else {
        throw .linalg("\(name): The algorithm failed to converge (error code: \(info)).")
      }
      func load(_ base: UnsafeMutableRawPointer, _ position: Int) -> Double {
        Scalar(loading: base + position * width, as: dtype).doubleValue
      }
      func put(_ base: UnsafeMutableRawPointer, _ position: Int, _ re: Double, _ im: Double) {
        Scalar.complex(re, im).store(to: base + position * 2 * width, as: dtype.complexType)
      }
      let source = right.pointer(index)
      var column = 0
      while column < n {
        let im = load(imaginary.pointer, column)
        put(values.pointer, index * n + column, load(real.pointer, column), im)
        for row in 0..<n {
          let re = load(source, column * n + row)
          if im == 0 {
            put(vectors.pointer(index), column * n + row, re, 0)
          } else {
            // A pair of conjugate vectors is stored as its real and imaginary parts.
            let part = load(source, (column + 1) * n + row)
            put(vectors.pointer(index), column * n + row, re, part)
            put(vectors.pointer(index), (column + 1) * n + row, re, -part)
          }
        }
        if im != 0 {
          put(values.pointer, index * n + column + 1, load(real.pointer, column + 1), -im)
          column += 1
        }
        column += 1
      }
    }
    return (values, try vectors.array)
  }

  private func complexEig(_ name: String) throws(ArrayError) -> (values: NDArray, vectors: NDArray) {
    let geev = try LAPACK.find("geev", dtype, LAPACK.ComplexGeev.self, size: shape[rank - 2])
    let batch = try ColumnBatch(copying: self)
    let n = batch.rows
    let right = try ColumnBatch(batch: batchShape, rows: n, columns: n, dtype)
    var valueShape = batchShape
    valueShape.append(n)
    let values = try NDArray.zeros(valueShape, dtype)
    let work = try scratch(64 * Swift.max(n, 1))
    let realWork = try NDArray.zeros(Dims(Swift.max(2 * n, 1)), dtype.realType)
    var (size, lwork) = (Int32(n), Int32(clamping: work.count))
    var (lda, ldl, ldr) = (batch.leading, batch.leading, batch.leading)
    for index in 0..<batch.count {
      var info: Int32 = 0
      geev(
        "N", "V", &size, batch.pointer(index), &lda, values.pointer + index * n * dtype.size, work.pointer, &ldl,
        right.pointer(index), &ldr, work.pointer, &lwork, realWork.pointer, &info)
      guard info == 0 else { throw .linalg("\(name): The algorithm failed to converge (error code: \(info)).") }
    }
    return (values, try right.array)
  }
}
