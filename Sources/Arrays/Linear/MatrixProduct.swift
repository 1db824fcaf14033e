import ArrayKernels

/// Matrix products of two-dimensional arrays.
extension NDArray {
  /// Products of fewer multiplications than this are done by plain loops.
  static let plainLimit = 16 * 16 * 16

  /// Product of two matrices.
  package static func mm(_ a: NDArray, _ b: NDArray) throws(ArrayError) -> NDArray {
    guard a.rank == 2 else { throw .runtime("self must be a matrix") }
    guard b.rank == 2 else { throw .runtime("mat2 must be a matrix") }
    let (m, k, n) = (a.shape[0], a.shape[1], b.shape[1])
    guard b.shape[0] == k else {
      throw .runtime("mat1 and mat2 shapes cannot be multiplied (\(m)x\(k) and \(b.shape[0])x\(n))")
    }
    guard a.dtype == b.dtype else {
      throw .runtime(
        "expected m1 and m2 to have the same dtype, but got: \(a.dtype.cppName) != \(b.dtype.cppName)")
    }
    if a.dtype.isReducedFloat { return try mm(a.to(.float32), b.to(.float32)).to(a.dtype) }
    let result = try empty(Dims(m, n), a.dtype)
    if m == 0 || n == 0 { return result }
    if k == 0 {
      result.fill(.int(0))
      return result
    }
    guard !a.dtype.lacksProducts else { throw .unsupported("addmm_impl_cpu_", a.dtype) }
    try multiply(a, b, into: result)
    return result
  }

  /// Writes the product of two matrices of checked shapes and dtypes into a row-major third.
  static func multiply(_ a: NDArray, _ b: NDArray, into result: NDArray) throws(ArrayError) {
    let (m, k, n) = (a.shape[0], a.shape[1], b.shape[1])
    let work = m.multipliedReportingOverflow(by: n).partialValue.multipliedReportingOverflow(by: k)
    let isSmall = !work.overflow && work.partialValue <= plainLimit
    if hasBlockedProduct(a.dtype, m, k, n) { return try multiplyBlocked(a, b, into: result) }
    if isNarrow(a.dtype, m, n) {
      if multiplyNarrow(a, b, into: result) != 0 { return }
      return try multiply(a.contiguous(), b.contiguous(), into: result)
    }
    let fits = m <= Int32.max && n <= Int32.max && k <= Int32.max
    if !isSmall && fits && !a.dtype.isIntegral {
      if try multiplyByBLAS(a, b, into: result) { return }
    }
    // Long rows of b run fastest when they are contiguous.
    let packsItself = a.dtype == .float32 || a.dtype == .float64
    let right = b.strides[1] != 1 && n > 4 && !(packsItself && m > 1 && k &* n <= 4096) ? try b.contiguous() : b
    wick_matmul_plain(
      Int32(a.dtype.rawValue), result.pointer.assumingMemoryBound(to: CChar.self),
      a.pointer.assumingMemoryBound(to: CChar.self), a.strides[0], a.strides[1],
      right.pointer.assumingMemoryBound(to: CChar.self), right.strides[0], right.strides[1], m, n, k)
  }

  private static func multiplyByBLAS(_ a: NDArray, _ b: NDArray, into result: NDArray) throws(ArrayError)
    -> Bool
  {
    BLAS.synchronizeThreads()
    let (m, k, n) = (Int32(a.shape[0]), Int32(a.shape[1]), Int32(b.shape[1]))
    let left = try BLASMatrix(a)
    let right = try BLASMatrix(b)
    let target = result.pointer
    let (order, ta, tb) = (BLASMatrix.rowMajor, left.transpose, right.transpose)
    switch a.dtype {
    case .float32:
      guard let gemm = BLAS.sgemm else { return false }
      gemm(order, ta, tb, m, n, k, 1, left.pointer, left.leading, right.pointer, right.leading, 0, target, n)
    case .float64:
      guard let gemm = BLAS.dgemm else { return false }
      gemm(order, ta, tb, m, n, k, 1, left.pointer, left.leading, right.pointer, right.leading, 0, target, n)
    case .complex64:
      guard let gemm = BLAS.cgemm else { return false }
      var (one, zero): ((Float, Float), (Float, Float)) = ((1, 0), (0, 0))
      gemm(
        order, ta, tb, m, n, k, &one, left.pointer, left.leading, right.pointer, right.leading, &zero, target,
        n)
    case .complex128:
      guard let gemm = BLAS.zgemm else { return false }
      var (one, zero): ((Double, Double), (Double, Double)) = ((1, 0), (0, 0))
      gemm(
        order, ta, tb, m, n, k, &one, left.pointer, left.leading, right.pointer, right.leading, &zero, target,
        n)
    default: return false
    }
    return true
  }

  /// Product of two batches of matrices.
  package static func bmm(_ a: NDArray, _ b: NDArray, named name: String = "bmm") throws(ArrayError) -> NDArray {
    guard a.rank == 3 else { throw .runtime("batch1 must be a 3D tensor") }
    guard b.rank == 3 else { throw .runtime("batch2 must be a 3D tensor") }
    let (batch, m, k, n) = (a.shape[0], a.shape[1], a.shape[2], b.shape[2])
    try checkBatchSizes(a.shape, b.shape)
    // Of nothing the dtypes are not looked at.
    if batch == 0 || m == 0 || n == 0 || k == 0 { return try zeros(Dims(batch, m, n), b.dtype) }
    if a.dtype == .bool, m &* k &* n < 400 { throw .unsupported(name, .bool) }
    guard a.dtype == b.dtype else {
      throw .runtime(
        "expected scalar type \(a.dtype.scalarTypeName) but found \(b.dtype.scalarTypeName)")
    }
    if a.dtype.isReducedFloat { return try bmm(a.to(.float32), b.to(.float32)).to(a.dtype) }
    let result = try empty(Dims(batch, m, n), a.dtype)
    guard !a.dtype.lacksProducts else { throw .unsupported("addmm_impl_cpu_", a.dtype) }
    if let product = try batchedProduct(a, b) { return product }
    for index in 0..<batch {
      try multiply(a.select(0, index), b.select(0, index), into: result.select(0, index))
    }
    return result
  }

  /// Tells that two batches of matrices do not go together.
  package static func checkBatchSizes(_ a: Dims, _ b: Dims) throws(ArrayError) {
    guard b[0] == a[0], b[1] == a[2] else {
      throw .runtime(
        "Expected size for first two dimensions of batch2 tensor to be: [\(a[0]), \(a[2])] but got: [\(b[0]), "
          + "\(b[1])].")
    }
  }

  /// Product of a matrix and a vector.
  package static func mv(_ a: NDArray, _ b: NDArray) throws(ArrayError) -> NDArray {
    if a.rank == 0 { throw .index("Dimension specified as 0 but tensor has no dimensions") }
    guard a.rank == 2, b.rank == 1 else {
      throw .runtime("vector + matrix @ vector expected, got 1, \(a.rank), \(b.rank)")
    }
    guard a.shape[1] == b.shape[0] else {
      throw .runtime(
        "size mismatch, got input (\(a.shape[0])), mat (\(a.shape[0])x\(a.shape[1])), vec (\(b.shape[0]))")
    }
    guard a.dtype == b.dtype else {
      throw .runtime(
        "addmv input tensors must have the same dtype, but got \(b.dtype.scalarTypeName), \(a.dtype.scalarTypeName), and "
          + "\(b.dtype.scalarTypeName)")
    }
    guard !a.dtype.lacksProducts || a.count == 0 else { throw .unsupported("addmv_impl_cpu", a.dtype) }
    // A vector's second stride says that it lies as a row would.
    var column = try b.unsqueeze(1)
    if column.strides[0] == 1 { column.layout.strides[1] = Swift.max(b.count, 2) }
    return try mm(a, column).squeeze(1)
  }

  /// Scalar product of two vectors.
  package static func dot(_ a: NDArray, _ b: NDArray) throws(ArrayError) -> NDArray {
    guard a.rank == 1, b.rank == 1 else {
      throw .runtime("1D tensors expected, but got \(a.rank)D and \(b.rank)D tensors")
    }
    guard a.dtype == b.dtype else {
      throw .runtime(
        "dot : expected both vectors to have same dtype, but found \(a.dtype.scalarTypeName) and "
          + b.dtype.scalarTypeName)
    }
    guard a.shape[0] == b.shape[0] else {
      throw .runtime(
        "inconsistent tensor size, expected tensor \(a.shape.text) and src \(b.shape.text) to have the same number "
          + "of elements, but got \(a.shape[0]) and \(b.shape[0]) elements respectively")
    }
    if a.dtype.lacksProducts { throw .unsupported("dot", a.dtype) }
    if a.dtype == .float32 || a.dtype == .float64, a.isContiguous, b.isContiguous {
      let result = try NDArray.empty(Dims(), a.dtype)
      wick_dot(
        Int32(a.dtype.rawValue), a.pointer.assumingMemoryBound(to: CChar.self),
        b.pointer.assumingMemoryBound(to: CChar.self), a.count, result.pointer.assumingMemoryBound(to: CChar.self))
      return result
    }
    return try mm(a.unsqueeze(0), b.unsqueeze(1)).reshape(Dims())
  }

  /// Computes `beta * bias + alpha * (a @ b)`; the bias is added after the product, as torch rounds.
  package static func addmm(
    _ bias: NDArray, _ a: NDArray, _ b: NDArray, beta: Scalar = .int(1), alpha: Scalar = .int(1)
  ) throws(ArrayError) -> NDArray {
    guard a.dtype == b.dtype || a.rank != 2 || b.rank != 2 else {
      throw .runtime(
        "mat1 and mat2 must have the same dtype, but got \(a.dtype.scalarTypeName) and \(b.dtype.scalarTypeName)")
    }
    // A summand that does not fit is told before the kernel refuses the dtype, or widens it.
    if a.rank == 2, b.rank == 2, a.shape[1] == b.shape[0] { _ = try bias.expand(Dims(a.shape[0], b.shape[1])) }
    // Short floats are added up in float32 and rounded once.
    if a.dtype.isReducedFloat, bias.dtype == a.dtype {
      return try addmm(bias.to(.float32), a.to(.float32), b.to(.float32), beta: beta, alpha: alpha).to(a.dtype)
    }
    // The product is added to the bias piece by piece.
    if alpha == .int(1), beta == .int(1), bias.rank == 1, a.rank == 2, b.rank == 2, bias.dtype == a.dtype,
      a.shape[1] == b.shape[0], a.shape[1] > 0, bias.count == b.shape[1],
      hasBlockedProduct(a.dtype, a.shape[0], a.shape[1], b.shape[1])
    {
      let result = try empty(Dims(a.shape[0], b.shape[1]), a.dtype)
      try result.assign(bias)
      try multiplyBlocked(a, b, into: result, adds: true)
      return result
    }
    if alpha == .int(1), beta == .int(1), bias.rank == 1, a.rank == 2, b.rank == 2, bias.dtype == a.dtype,
      a.shape[1] == b.shape[0], a.shape[1] > 0, a.shape[0] > 0, bias.count == b.shape[1], bias.count > 0,
      isNarrow(a.dtype, a.shape[0], b.shape[1])
    {
      let (row, result) = (try bias.contiguous(), try empty(Dims(a.shape[0], b.shape[1]), a.dtype))
      let status = multiplyNarrow(a, b, into: result, start: row.pointer.assumingMemoryBound(to: Float.self))
      if status == 2 { return result }
      if status == 1 { return try scaledSum(bias, result, beta: beta, alpha: alpha) }
    }
    return try scaledSum(bias, mm(a, b), beta: beta, alpha: alpha)
  }

  /// Computes `beta * bias + alpha * bmm(a, b)`.
  package static func baddbmm(
    _ bias: NDArray, _ a: NDArray, _ b: NDArray, beta: Scalar = .int(1), alpha: Scalar = .int(1)
  ) throws(ArrayError) -> NDArray {
    // Of nothing the dtype is that of the second batch.
    let product = try bmm(a, b, named: "baddbmm")
    if product.dtype == .bool, product.count > 0 { try Promotion.checkCast(from: .int64, to: .bool) }
    return try scaledSum(bias.to(product.dtype), product, beta: beta, alpha: alpha)
  }

  private static func scaledSum(
    _ bias: NDArray, _ product: NDArray, beta: Scalar, alpha: Scalar
  ) throws(ArrayError) -> NDArray {
    if !Dims.canStretch(bias.shape, to: product.shape) || bias.rank > product.rank { _ = try bias.expand(product.shape) }
    if alpha == .int(1), beta == .int(1), bias.rank == 1, bias.dtype == product.dtype, product.rank == 2,
      bias.count == product.shape[1], bias.isContiguous, product.count < Threads.grain,
      let loop = wick_binary(BinaryOp.add.rawValue, Int32(product.dtype.rawValue))
    {
      // A bias for every row of a small product.
      let (width, columns) = (product.dtype.size, bias.count)
      let numbers = bias.pointer.assumingMemoryBound(to: CChar.self)
      var row = product.pointer.assumingMemoryBound(to: CChar.self)
      for _ in 0..<product.shape[0] {
        _ = loop(row, width, row, width, numbers, width, columns, nil)
        row += columns &* width
      }
      return product
    }
    if alpha.doubleValue != 1 || alpha.imaginaryValue != 0 { try product.binaryInPlace(.mul, alpha) }
    if beta.doubleValue == 0 && beta.imaginaryValue == 0 { return product }
    let scaled = beta.doubleValue == 1 && beta.imaginaryValue == 0 ? bias : try binary(.mul, bias, beta)
    try product.binaryInPlace(.add, scaled)
    return product
  }
}
