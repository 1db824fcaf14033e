import ArrayKernels

/// Sums, means and products.
extension NDArray {
  /// Sums over dimensions (all for nil), in torch's order of additions; integers become int64.
  package func sum(_ dims: Dims? = nil, keepDim: Bool = false, dtype: DType? = nil) throws(ArrayError)
    -> NDArray
  {
    let target = dtype ?? (self.dtype.isIntegral ? .int64 : self.dtype)
    if dims == nil, !keepDim, target == self.dtype, target == .float32 || target == .float64, isContiguous {
      return try sumOfRow()
    }
    if target.isReducedFloat { return try to(.float32).sum(dims, keepDim: keepDim).to(target) }
    if target == .complex32 { throw .unsupported("sum_cpu", target) }
    if target.isComplex { return try to(target).sumComplex(dims, keepDim: keepDim) }
    let marks = try reducedDims(dims)
    if target.isIntegral {
      let input = self.dtype.isIntegral ? self : try to(target)
      return try input.sumIntegers(marks, keepDim: keepDim).to(target)
    }
    let input = try to(target)
    let plan = ReducePlan(input, marks, keepDim: keepDim)
    let result = try NDArray.zeros(plan.resultShape, target)
    if plan.reducedCount == 0 || plan.keptCount == 0 { return result }
    input.addSums(plan, into: result)
    return result
  }

  /// Sum of all elements of a row-major array.
  private func sumOfRow() throws(ArrayError) -> NDArray {
    let result = try NDArray.uninitialized(Dims(), count: 1, dtype)
    let target = result.pointer.assumingMemoryBound(to: CChar.self)
    Scalar.int(0).store(to: result.pointer, as: dtype)
    let count = layout.count
    if count == 0 { return result }
    let source = pointer.assumingMemoryBound(to: CChar.self)
    let (type, width) = (Int32(dtype.rawValue), dtype.size)
    let threads = Settings.threadCount
    if count < Threads.grain || threads < 2 {
      wick_sum_block(type, target, 0, source, width, 0, count, 1)
      return result
    }
    // As torch does with this many threads: a part for each of them, then the sum of the parts.
    let pieces = Swift.min(threads, (count + Threads.grain - 1) / Threads.grain)
    let size = (count + pieces - 1) / pieces
    let parts = try NDArray.zeros(Dims(threads), dtype)
    let partial = parts.pointer.assumingMemoryBound(to: CChar.self)
    _ = Threads.split(pieces, grain: 1) { range in
      for piece in range {
        let start = piece &* size
        let length = Swift.min(count, start &+ size) &- start
        if length > 0 { wick_sum_block(type, partial + piece &* width, 0, source + start &* width, width, 0, length, 1) }
      }
      return 0
    }
    wick_sum_block(type, target, 0, partial, width, 0, threads, 1)
    return result
  }

  private func addSums(_ plan: ReducePlan, into result: NDArray) {
    let width = dtype.size
    let type = Int32(dtype.rawValue)
    let source = pointer.assumingMemoryBound(to: CChar.self)
    let target = result.pointer.assumingMemoryBound(to: CChar.self)
    if plan.keptCount == 1 {
      // One result: the second loop dimension is another reduced one.
      let hasOuter = plan.sizes.count > 1
      let size1 = hasOuter ? plan.sizes[1] : 1
      let step1 = hasOuter ? plan.steps[1] : 0
      ReducePlan.walk(plan.sizes, plan.steps, from: 2) { offset in
        wick_sum_block(type, target, 0, source + offset, plan.steps[0], step1, plan.sizes[0], size1)
      }
      return
    }
    if plan.sizes.count > 1 {
      // Torch's inner loop runs over two reduced dimensions, so each result collects row sums one by one.
      plan.forEachResult(0..<plan.keptCount) { index, base in
        ReducePlan.walk(plan.sizes, plan.steps, from: 2) { offset in
          wick_sum_block(
            type, target + index * width, 0, source + base + offset, plan.steps[0], plan.steps[1],
            plan.sizes[0],
            plan.sizes[1])
        }
      }
      return
    }
    let outStep = plan.outSteps[0] * width
    let columns = plan.keptSizes[0]
    ReducePlan.walkPairs(plan) { offset, outOffset in
      // A function and no closure: threads must not count its context.
      func block(_ range: Range<Int>) -> Int32 {
        wick_sum_block(
          type, target + outOffset * width + range.lowerBound * outStep, outStep,
          source + offset + range.lowerBound * plan.keptSteps[0], plan.steps[0], plan.keptSteps[0],
          plan.sizes[0],
          range.count)
        return 0
      }
      // Pieces of 128 columns keep the grouping of columns, so threads do not change a bit.
      if columns >= 256, columns * plan.sizes[0] >= 4 * Threads.grain {
        let pieces = (columns + 127) / 128
        _ = Threads.split(pieces, grain: Swift.max(1, pieces / Settings.threadCount)) { range in
          block(range.lowerBound * 128..<Swift.min(range.upperBound * 128, columns))
        }
      } else {
        _ = block(0..<columns)
      }
    }
  }

  private func sumIntegers(_ marks: Dims, keepDim: Bool) throws(ArrayError) -> NDArray {
    let plan = ReducePlan(self, marks, keepDim: keepDim)
    let result = try NDArray.zeros(plan.resultShape, .int64)
    if plan.reducedCount == 0 { return result }
    let source = pointer.assumingMemoryBound(to: CChar.self)
    let target = result.pointer.assumingMemoryBound(to: Int64.self)
    let type = Int32(dtype.rawValue)
    if plan.sizes.count == 1, plan.keptSizes.count == 1, plan.keptSteps[0] == dtype.size {
      // Columns: row after row is added to all of them.
      let (rows, step, width) = (plan.sizes[0], plan.steps[0], dtype.size)
      let grain = Swift.max(64, Threads.grain / rows)
      _ = Threads.split(plan.keptSizes[0], grain: grain) { range in
        let start = range.lowerBound
        wick_add_integers(type, target + start, source + start &* width, step, rows, range.count)
        return 0
      }
      return result
    }
    plan.forEachResult(0..<plan.keptCount) { index, base in
      var total: Int64 = 0
      plan.forEachRow { offset in
        total &+= wick_sum_integers(type, source + base + offset, plan.steps[0], plan.sizes[0])
      }
      target[index] = total
    }
    return result
  }

  private func sumComplex(_ dims: Dims?, keepDim: Bool) throws(ArrayError) -> NDArray {
    let marks = try reducedDims(dims)
    var all = Dims()
    for dim in 0..<rank where marks[dim] == 1 { all.append(dim) }
    if all.isEmpty { return try clone() }
    return try viewedAsReal().sum(all, keepDim: keepDim).contiguous().viewedAsComplex()
  }

  /// Means over dimensions: the sum divided by the number of elements.
  package func mean(_ dims: Dims? = nil, keepDim: Bool = false, dtype: DType? = nil) throws(ArrayError)
    -> NDArray
  {
    let target = dtype ?? self.dtype
    guard target.isDifferentiable else {
      throw .runtime(
        "mean(): could not infer output dtype. \(dtype == nil ? "Input" : "Optional") dtype must be either a floating point or "
          + "complex dtype. Got: \(target.scalarTypeName)")
    }
    let count = try reducedCount(dims)
    if target.isReducedFloat {
      let wide = try to(.float32).sum(dims, keepDim: keepDim)
      return try NDArray.binary(.div, wide, .int(count)).to(target)
    }
    let total = try sum(dims, keepDim: keepDim, dtype: target)
    try total.binaryInPlace(.div, .int(count))
    return total
  }

  /// Products over dimensions; integers become int64.
  package func prod(_ dims: Dims? = nil, keepDim: Bool = false, dtype: DType? = nil) throws(ArrayError)
    -> NDArray
  {
    let target = dtype ?? (self.dtype.isIntegral ? .int64 : self.dtype)
    let compute: DType = target.isIntegral ? .int64 : target
    let input = try to(compute)
    let result = try input.reduceRows(Int(WICK_R_PROD), dims, keepDim: keepDim, combine: .mul, empty: .int(1))
    return try result.to(target)
  }

  /// Counts elements that are not zero.
  package func countNonzero(_ dims: Dims? = nil) throws(ArrayError) -> NDArray {
    try NDArray.binary(.ne, self, .int(0)).sum(dims)
  }
}

extension ReducePlan {
  /// Visits every combination of the kept dimensions from the second on, with input and output offsets.
  static func walkPairs(_ plan: ReducePlan, _ body: (Int, Int) -> Void) {
    let sizes = plan.keptSizes
    for dim in 0..<sizes.count where sizes[dim] == 0 { return }
    var index = Dims(repeating: 0, count: sizes.count)
    var offset = 0
    var outOffset = 0
    while true {
      body(offset, outOffset)
      var dim = 1
      while dim < sizes.count {
        index[dim] += 1
        offset += plan.keptSteps[dim]
        outOffset += plan.outSteps[dim]
        if index[dim] < sizes[dim] { break }
        offset -= index[dim] * plan.keptSteps[dim]
        outOffset -= index[dim] * plan.outSteps[dim]
        index[dim] = 0
        dim += 1
      }
      if dim >= sizes.count { return }
    }
  }
}
