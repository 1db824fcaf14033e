import ArrayKernels
import Glibc

/// Variance, norms and log-sum-exp.
extension NDArray {
  /// Variance (or its root) and mean over dimensions; `correction` is subtracted from the number of elements.
  package func varianceAndMean(
    _ dims: Dims? = nil, correction: Double = 1, keepDim: Bool = false, root: Bool = false
  ) throws(ArrayError) -> (variance: NDArray, mean: NDArray) {
    let name = root ? "std" : "var"
    guard dtype.isDifferentiable else {
      throw .runtime("\(name): only support floating point and complex dtypes")
    }
    if dtype.isReducedFloat {
      let wide = try to(.float32).varianceAndMean(dims, correction: correction, keepDim: keepDim, root: root)
      return (try wide.variance.to(dtype), try wide.mean.to(dtype))
    }
    if dtype.isComplex { return try complexVariance(dims, correction, keepDim, root) }
    let plan = ReducePlan(self, try reducedDims(dims), keepDim: keepDim)
    // Several reduced dimensions become one row by a copy.
    if plan.sizes.count > 1 {
      return try mergedForRows(dims, keepDim) { (array, keptRank) throws(ArrayError) in
        try array.varianceAndMean(Dims(keptRank), correction: correction, root: root)
      }
    }
    let variance = try NDArray.empty(plan.resultShape, dtype)
    let mean = try NDArray.empty(plan.resultShape, dtype)
    let source = pointer.assumingMemoryBound(to: CChar.self)
    let type = Int32(dtype.rawValue)
    let width = dtype.size
    let (varianceOut, meanOut) = (variance.pointer, mean.pointer)
    let n = plan.reducedCount
    let divisor = Swift.max(Double(n) - correction, 0)
    let dtype = self.dtype
    let grain = Swift.max(1, Threads.grain / Swift.max(1, n))
    _ = Threads.split(plan.keptCount, grain: grain) { range in
      plan.forEachResult(range) { index, base in
        var average = Double.nan
        var deviations = Double.nan
        if n > 0 { wick_moments(type, source + base, plan.steps[0], n, &average, &deviations) }
        let value = deviations / divisor
        Scalar.double(root ? value.squareRoot() : value).store(to: varianceOut + index * width, as: dtype)
        Scalar.double(average).store(to: meanOut + index * width, as: dtype)
      }
      return 0
    }
    return (variance, mean)
  }

  /// Variance over dimensions.
  package func variance(
    _ dims: Dims? = nil, correction: Double = 1, keepDim: Bool = false
  ) throws(ArrayError) -> NDArray {
    try varianceAndMean(dims, correction: correction, keepDim: keepDim).variance
  }

  /// Standard deviation over dimensions.
  package func std(_ dims: Dims? = nil, correction: Double = 1, keepDim: Bool = false) throws(ArrayError)
    -> NDArray
  {
    try varianceAndMean(dims, correction: correction, keepDim: keepDim, root: true).variance
  }

  /// Moves the reduced dimensions to the end and merges them; restores `keepDim` afterwards.
  private func mergedForRows(
    _ dims: Dims?, _ keepDim: Bool,
    _ body: (NDArray, Int) throws(ArrayError) -> (variance: NDArray, mean: NDArray)
  ) throws(ArrayError) -> (variance: NDArray, mean: NDArray) {
    let marks = try reducedDims(dims)
    var order = Dims()
    var kept = Dims()
    for dim in 0..<rank where marks[dim] == 0 {
      order.append(dim)
      kept.append(layout.shape[dim])
    }
    for dim in 0..<rank where marks[dim] == 1 { order.append(dim) }
    var merged = kept
    merged.append(try reducedCount(dims))
    let result = try body(try permute(order).contiguous().reshape(merged), kept.count)
    guard keepDim else { return result }
    var shape = layout.shape
    for dim in 0..<rank where marks[dim] == 1 { shape[dim] = 1 }
    return (try result.variance.reshape(shape), try result.mean.reshape(shape))
  }

  private func complexVariance(
    _ dims: Dims?, _ correction: Double, _ keepDim: Bool, _ root: Bool
  ) throws(ArrayError) -> (variance: NDArray, mean: NDArray) {
    let parts = try viewedAsReal()
    let real = try parts.select(rank, 0).varianceAndMean(dims, correction: correction, keepDim: keepDim)
    let imaginary = try parts.select(rank, 1).varianceAndMean(dims, correction: correction, keepDim: keepDim)
    let total = try NDArray.binary(.add, real.variance, imaginary.variance)
    return (root ? try total.unary(.sqrt) : total, try mean(dims, keepDim: keepDim))
  }

  /// The p-norm over dimensions (all for nil).
  package func norm(_ p: Double = 2, _ dims: Dims? = nil, keepDim: Bool = false) throws(ArrayError) -> NDArray
  {
    if dtype.isComplex { return try unary(.abs).norm(p, dims, keepDim: keepDim) }
    if dtype.isReducedFloat { return try to(.float32).norm(p, dims, keepDim: keepDim).to(dtype) }
    guard dtype.isFloatingPoint else {
      throw .runtime(
        "linalg.vector_norm: Expected a floating point or complex tensor as input. Got \(dtype.scalarTypeName)"
      )
    }
    let plan = ReducePlan(self, try reducedDims(dims), keepDim: keepDim)
    let result = try NDArray.zeros(plan.resultShape, dtype)
    if plan.reducedCount == 0 { return result }
    let source = pointer.assumingMemoryBound(to: CChar.self)
    let target = result.pointer
    let type = Int32(dtype.rawValue)
    let width = dtype.size
    let dtype = self.dtype
    let grain = Swift.max(1, Threads.grain / plan.reducedCount)
    _ = Threads.split(plan.keptCount, grain: grain) { range in
      plan.forEachResult(range) { index, base in
        var total = p == -Double.infinity ? Double.infinity : 0
        plan.forEachRow { offset in
          let part = wick_power_sum(type, source + base + offset, plan.steps[0], plan.sizes[0], p)
          if p == .infinity {
            total = part.isNaN || part > total ? part : total
          } else if p == -.infinity {
            total = part.isNaN || part < total ? part : total
          } else {
            total += part
          }
        }
        let value: Double
        switch p {
        case 0, 1, .infinity, -.infinity: value = total
        case 2: value = total.squareRoot()
        default: value = Glibc.pow(total, 1 / p)
        }
        Scalar.double(value).store(to: target + index * width, as: dtype)
      }
      return 0
    }
    return result
  }

  /// Logarithm of the sum of exponentials over dimensions.
  package func logsumexp(_ dims: Dims, keepDim: Bool = false) throws(ArrayError) -> NDArray {
    let input = dtype.isIntegral ? try to(Settings.defaultDType) : self
    if input.count == 0 { return try input.unary(.exp).sum(dims, keepDim: keepDim).unary(.log) }
    let real = input.dtype.isComplex ? try input.viewedAsReal().select(rank, 0) : input
    let top = try real.amax(dims, keepDim: true)
    // An infinite maximum would make inf - inf.
    let isInfinite = try top.unary(.isinf)
    let shift = try NDArray.where(isInfinite, .int(0), top)
    let powers = try NDArray.binary(.sub, input, shift)
    try powers.unaryInPlace(.exp)
    let total = try powers.sum(dims, keepDim: keepDim).unary(.log)
    return try NDArray.binary(.add, total, keepDim ? shift : shift.reshape(total.shape))
  }
}
