import ArrayKernels

/// Extrema, their places, and truth over dimensions.
extension NDArray {
  /// Reduces over dimensions with a row function; a large outer dimension is folded slice by slice instead.
  func reduceRows(
    _ op: Int, _ dims: Dims?, keepDim: Bool, combine: BinaryOp, empty: Scalar?,
    result resultType: DType? = nil
  ) throws(ArrayError) -> NDArray {
    guard let row = wick_reducer(Int32(op), Int32(dtype.rawValue)) else {
      throw .unsupported(op == Int(WICK_R_PROD) ? "prod_out_cpu" : "\(combine)_cpu", dtype)
    }
    let plan = ReducePlan(self, try reducedDims(dims), keepDim: keepDim)
    let type = resultType ?? dtype
    let result = try NDArray.empty(plan.resultShape, type)
    if plan.keptCount == 0 { return result }
    if plan.reducedCount == 0 {
      if let empty { result.fill(empty) }
      return result
    }
    let source = pointer.assumingMemoryBound(to: CChar.self)
    let target = result.pointer.assumingMemoryBound(to: CChar.self)
    let width = type.size
    // Slices: the kept dimension is contiguous and the reduced one is not, so whole rows combine at once.
    if plan.sizes.count == 1, plan.keptSizes.count == 1, plan.keptSteps[0] == dtype.size,
      plan.keptSizes[0] >= 8,
      type == dtype, let loop = wick_binary(combine.rawValue, Int32(dtype.rawValue))
    {
      let columns = plan.keptSizes[0]
      let identity = wick_cast(Int32(dtype.rawValue), Int32(dtype.rawValue))
      let (rows, step) = (Swift.max(plan.sizes[0], 1), plan.steps[0])
      _ = Threads.split(columns, grain: Swift.max(16, Threads.grain / rows)) { range in
        let (slots, start) = (target + range.lowerBound * width, source + range.lowerBound * width)
        _ = identity?(slots, width, start, width, range.count, nil)
        for index in 1..<rows { _ = loop(slots, width, slots, width, start + index * step, width, range.count, nil) }
        return 0
      }
      return result
    }
    // Parts of a product would round otherwise than torch does.
    if plan.isLongRow, op != Int(WICK_R_PROD), let loop = wick_binary(combine.rawValue, Int32(type.rawValue)) {
      let parts = try reduceParts(row, plan, type)
      let partial = parts.values.pointer.assumingMemoryBound(to: CChar.self)
      target.update(from: partial, count: width)
      for part in 1..<Swift.max(parts.values.count, 1) { _ = loop(target, 0, target, 0, partial + part * width, 0, 1, nil) }
      return result
    }
    let isSingle = plan.sizes.count == 1
    let loop = isSingle ? nil : wick_binary(combine.rawValue, Int32(type.rawValue))
    let grain = Swift.max(1, Threads.grain / Swift.max(1, plan.reducedCount))
    _ = Threads.split(plan.keptCount, grain: grain) { range in
      plan.forEachResult(range) { index, base in
        let slot = target + index * width
        if isSingle { return row(source + base, plan.steps[0], plan.sizes[0], slot, nil) }
        var isFirst = true
        withUnsafeTemporaryAllocation(byteCount: 16, alignment: 16) { partial in
          guard let space = partial.baseAddress?.assumingMemoryBound(to: CChar.self) else { return }
          plan.forEachRow { offset in
            row(source + base + offset, plan.steps[0], plan.sizes[0], isFirst ? slot : space, nil)
            if !isFirst { _ = loop?(slot, 0, slot, 0, space, 0, 1, nil) }
            isFirst = false
          }
        }
      }
      return 0
    }
    return result
  }

  /// Reduces one long row in parts, one for each thread; the places are those in the row, none unless asked for.
  private func reduceParts(
    _ row: wick_row_reducer, _ plan: ReducePlan, _ type: DType, withPlaces: Bool = false
  ) throws(ArrayError) -> (values: NDArray, places: NDArray) {
    let (length, step, width) = (plan.sizes[0], plan.steps[0], type.size)
    let size = (length + Settings.threadCount - 1) / Settings.threadCount
    let count = (length + size - 1) / size
    let values = try NDArray.zeros(Dims(count), type)
    let places = try NDArray.zeros(Dims(count), .int64)
    let source = pointer.assumingMemoryBound(to: CChar.self)
    let slots = values.pointer.assumingMemoryBound(to: CChar.self)
    let found = withPlaces ? places.pointer.assumingMemoryBound(to: Int64.self) : nil
    _ = Threads.split(count, grain: 1) { range in
      for part in range {
        let start = part * size
        row(source + start * step, step, Swift.min(size, length - start), slots + part * width, found.map { $0 + part })
        if let found { found[part] += Int64(start) }
      }
      return 0
    }
    return (values, places)
  }

  /// Largest elements over dimensions (all for nil); NaN wins.
  package func amax(_ dims: Dims? = nil, keepDim: Bool = false) throws(ArrayError) -> NDArray {
    try checkNotEmpty("amax", dims)
    return try reduceRows(Int(WICK_R_MAX), dims, keepDim: keepDim, combine: .maximum, empty: nil)
  }

  /// Smallest elements over dimensions (all for nil); NaN wins.
  package func amin(_ dims: Dims? = nil, keepDim: Bool = false) throws(ArrayError) -> NDArray {
    try checkNotEmpty("amin", dims)
    return try reduceRows(Int(WICK_R_MIN), dims, keepDim: keepDim, combine: .minimum, empty: nil)
  }

  /// Largest element of all.
  package func max() throws(ArrayError) -> NDArray {
    try checkWhole("max")
    if dtype.isComplex { throw .unsupported("max_all", dtype) }
    return try amax()
  }

  /// Smallest element of all.
  package func min() throws(ArrayError) -> NDArray {
    try checkWhole("min")
    if dtype.isComplex { throw .unsupported("min_all", dtype) }
    return try amin()
  }

  /// Largest elements along a dimension and their first places.
  package func max(_ dim: Int, keepDim: Bool = false) throws(ArrayError) -> (
    values: NDArray, indices: NDArray
  ) {
    try extremum(Int(WICK_R_MAX), "max", dim, keepDim)
  }

  /// Smallest elements along a dimension and their first places.
  package func min(_ dim: Int, keepDim: Bool = false) throws(ArrayError) -> (
    values: NDArray, indices: NDArray
  ) {
    try extremum(Int(WICK_R_MIN), "min", dim, keepDim)
  }

  /// Place of the largest element, of the flattened array for nil.
  package func argmax(_ dim: Int? = nil, keepDim: Bool = false) throws(ArrayError) -> NDArray {
    try place(Int(WICK_R_MAX), "argmax", dim, keepDim)
  }

  /// Place of the smallest element, of the flattened array for nil.
  package func argmin(_ dim: Int? = nil, keepDim: Bool = false) throws(ArrayError) -> NDArray {
    try place(Int(WICK_R_MIN), "argmin", dim, keepDim)
  }

  private func place(_ op: Int, _ name: String, _ dim: Int?, _ keepDim: Bool) throws(ArrayError) -> NDArray {
    if dtype == .bool || dtype.isComplex {
      throw .runtime("\(name)(): does not support \(dtype == .bool ? "bool" : "complex") input")
    }
    if let dim { return try extremum(op, name, dim, keepDim).indices }
    guard count > 0 else {
      throw .index("\(name)(): Expected reduction dim to be specified for input.numel() == 0.")
    }
    let flat = try reshape([-1]).extremum(op, name, 0, false).indices
    return keepDim ? try flat.reshape(Dims(repeating: 1, count: rank)) : flat
  }

  private func extremum(
    _ op: Int, _ name: String, _ dim: Int, _ keepDim: Bool
  ) throws(ArrayError) -> (values: NDArray, indices: NDArray) {
    let axis = try normalize(dim: dim)
    if dtype.isComplex { throw .runtime("\(name)(): does not support complex input") }
    guard let row = wick_reducer(Int32(op), Int32(dtype.rawValue)) else {
      throw .unsupported("\(name)_cpu", dtype)
    }
    if rank == 0 { return (try clone(), try NDArray.zeros(Dims(), .int64)) }
    var marks = Dims(repeating: 0, count: rank)
    marks[axis] = 1
    let plan = ReducePlan(self, marks, keepDim: keepDim)
    guard layout.shape[axis] > 0 else {
      throw .index("\(name)(): Expected reduction dim \(axis) to have non-zero size.")
    }
    let values = try NDArray.empty(plan.resultShape, dtype)
    let indices = try NDArray.empty(plan.resultShape, .int64)
    if plan.keptCount == 0 { return (values, indices) }
    let source = pointer.assumingMemoryBound(to: CChar.self)
    let target = values.pointer.assumingMemoryBound(to: CChar.self)
    let places = indices.pointer.assumingMemoryBound(to: Int64.self)
    let width = dtype.size
    let grain = Swift.max(1, Threads.grain / Swift.max(1, plan.reducedCount))
    // Columns of a row-major block: row after row, instead of jumping down each column.
    if plan.keptSteps[0] == width, plan.keptSizes[0] >= 8, plan.steps[0] != width,
      let fold = wick_column_extremum(Int32(op), Int32(dtype.rawValue))
    {
      ReducePlan.walkPairs(plan) { offset, outOffset in
        _ = Threads.split(plan.keptSizes[0], grain: grain) { range in
          for r in 0..<plan.sizes[0] {
            fold(
              source + offset + r * plan.steps[0] + range.lowerBound * width, range.count, Int64(r),
              target + (outOffset + range.lowerBound) * width, places + outOffset + range.lowerBound)
          }
          return 0
        }
      }
      return (values, indices)
    }
    if plan.isLongRow {
      // The first of the parts that hold the extremum holds the first place.
      let parts = try reduceParts(row, plan, dtype, withPlaces: true)
      row(parts.values.pointer.assumingMemoryBound(to: CChar.self), width, parts.values.count, target, places)
      places.pointee = parts.places.pointer.assumingMemoryBound(to: Int64.self)[Int(places.pointee)]
      return (values, indices)
    }
    _ = Threads.split(plan.keptCount, grain: grain) { range in
      plan.forEachResult(range) { index, base in
        row(source + base, plan.steps[0], plan.sizes[0], target + index * width, places + index)
      }
      return 0
    }
    return (values, indices)
  }

  /// Whether all elements over dimensions are true.
  package func all(_ dims: Dims? = nil, keepDim: Bool = false) throws(ArrayError) -> NDArray {
    try truth(Int(WICK_R_ALL), dims, keepDim, .logicalAnd, true)
  }

  /// Whether any element over dimensions is true.
  package func any(_ dims: Dims? = nil, keepDim: Bool = false) throws(ArrayError) -> NDArray {
    try truth(Int(WICK_R_ANY), dims, keepDim, .logicalOr, false)
  }

  private func truth(
    _ op: Int, _ dims: Dims?, _ keepDim: Bool, _ combine: BinaryOp, _ empty: Bool
  ) throws(ArrayError) -> NDArray {
    // torch keeps uint8 for uint8 inputs.
    let result = try reduceRows(
      op, dims, keepDim: keepDim, combine: combine, empty: .bool(empty), result: .bool)
    return dtype == .uint8 ? try result.to(.uint8) : result
  }

  private func checkWhole(_ name: String) throws(ArrayError) {
    guard count > 0 else {
      throw .runtime(
        "\(name)(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with the "
          + "'dim' argument.")
    }
  }

  private func checkNotEmpty(_ name: String, _ dims: Dims?) throws(ArrayError) {
    guard count == 0 else { return }
    guard let dims, !dims.isEmpty else {
      throw .runtime(
        "\(name)(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with the "
          + "'dim' argument.")
    }
    for dim in dims {
      let axis = try normalize(dim: dim)
      guard rank == 0 || layout.shape[axis] != 0 else {
        throw .index("\(name)(): Expected reduction dim \(dim) to have non-zero size.")
      }
    }
  }
}
