import ArrayKernels

/// Running results along a dimension.
extension NDArray {
  /// Running sums; integers become int64.
  package func cumsum(_ dim: Int, dtype: DType? = nil) throws(ArrayError) -> NDArray {
    try accumulated(Int(WICK_SCAN_SUM), dim, dtype)
  }

  /// Running products; integers become int64.
  package func cumprod(_ dim: Int, dtype: DType? = nil) throws(ArrayError) -> NDArray {
    try accumulated(Int(WICK_SCAN_PROD), dim, dtype)
  }

  /// Running logarithms of sums of exponentials.
  package func logcumsumexp(_ dim: Int) throws(ArrayError) -> NDArray {
    try scan(Int(WICK_SCAN_LOGSUMEXP), dim, "logcumsumexp_out_cpu", wantsIndices: false).values
  }

  /// Running maxima and the places of the last of them.
  package func cummax(_ dim: Int) throws(ArrayError) -> (values: NDArray, indices: NDArray) {
    let result = try scan(Int(WICK_SCAN_MAX), dim, "cummax_cpu", wantsIndices: true)
    return (result.values, result.indices ?? result.values)
  }

  /// Running minima and the places of the last of them.
  package func cummin(_ dim: Int) throws(ArrayError) -> (values: NDArray, indices: NDArray) {
    let result = try scan(Int(WICK_SCAN_MIN), dim, "cummin_cpu", wantsIndices: true)
    return (result.values, result.indices ?? result.values)
  }

  private func accumulated(_ op: Int, _ dim: Int, _ dtype: DType?) throws(ArrayError) -> NDArray {
    let target = dtype ?? (self.dtype.isIntegral ? .int64 : self.dtype)
    let compute: DType = target.isIntegral ? .int64 : target
    let name = op == Int(WICK_SCAN_PROD) ? "cumprod_out_cpu" : "cumsum_out_cpu"
    if target == .bool, rank > 0, count > 0 {
      _ = try normalize(dim: dim)
      throw .unsupported(name, .bool)
    }
    return try to(compute).scan(op, dim, name, wantsIndices: false).values.to(target)
  }

  private func scan(
    _ op: Int, _ dim: Int, _ name: String, wantsIndices: Bool
  ) throws(ArrayError) -> (values: NDArray, indices: NDArray?) {
    let axis = try normalize(dim: dim)
    guard let row = wick_scanner(Int32(op), Int32(dtype.rawValue)) else { throw .unsupported(name, dtype) }
    let values = try NDArray.empty(shape, dtype)
    let indices = wantsIndices ? try NDArray.empty(shape, .int64) : nil
    if count == 0 { return (values, indices) }
    let n = rank == 0 ? 1 : layout.shape[axis]
    let source = pointer.assumingMemoryBound(to: CChar.self)
    let target = values.pointer.assumingMemoryBound(to: CChar.self)
    let places = indices?.pointer.assumingMemoryBound(to: Int64.self)
    let width = dtype.size
    let step = rank == 0 ? 0 : layout.strides[axis] * width
    let outStep = rank == 0 ? 1 : values.layout.strides[axis]
    _ = NDArray.splitRows(layout, values.layout, skipping: rank == 0 ? -1 : axis) { input, output in
      row(
        target + output &* width, outStep &* width, source + input &* width, step, n, places.map { $0 + output },
        outStep &* 8)
      return 0
    }
    return (values, indices)
  }

  /// Visits rows as `forEachRow` does; those of a large matrix are shared among threads, so `body` captures plain values only.
  /// Answers the first status that is not zero.
  static func splitRows(_ a: Layout, _ b: Layout, skipping axis: Int, _ body: (Int, Int) -> Int32) -> Int32 {
    if a.rank == 2, axis >= 0 {
      let (n, other) = (Swift.max(a.shape[axis], 1), 1 - axis)
      let (aStep, bStep) = (a.strides[other], b.strides[other])
      return Threads.split(a.shape[other], grain: Swift.max(1, Threads.grain / n)) { range in
        for line in range {
          let status = body(line &* aStep, line &* bStep)
          if status != 0 { return status }
        }
        return 0
      }
    }
    var status: Int32 = 0
    forEachRow(a, b, skipping: axis) { input, output in
      if status == 0 { status = body(input, output) }
    }
    return status
  }

  /// Visits the rows along one dimension of two layouts of one shape, with element offsets from each first element.
  static func forEachRow(_ a: Layout, _ b: Layout, skipping axis: Int, _ body: (Int, Int) -> Void) {
    var sizes = Dims()
    var aSteps = Dims()
    var bSteps = Dims()
    for dim in (0..<a.rank).reversed() where dim != axis {
      if a.shape[dim] == 0 { return }
      sizes.append(a.shape[dim])
      aSteps.append(a.strides[dim])
      bSteps.append(b.strides[dim])
    }
    var index = Dims(repeating: 0, count: sizes.count)
    var aOffset = 0
    var bOffset = 0
    while true {
      body(aOffset, bOffset)
      var dim = 0
      while dim < sizes.count {
        index[dim] += 1
        aOffset += aSteps[dim]
        bOffset += bSteps[dim]
        if index[dim] < sizes[dim] { break }
        aOffset -= index[dim] * aSteps[dim]
        bOffset -= index[dim] * bSteps[dim]
        index[dim] = 0
        dim += 1
      }
      if dim == sizes.count { return }
    }
  }
}
