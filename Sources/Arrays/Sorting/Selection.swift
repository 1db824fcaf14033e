/// Selections by rank: top k, k-th value, median, mode.
extension NDArray {
  /// The k largest (or smallest) elements along a dimension and their places.
  package func topk(
    _ k: Int, _ dim: Int = -1, largest: Bool = true, sorted: Bool = true
  ) throws(ArrayError) -> (values: NDArray, indices: NDArray) {
    let axis = try normalize(dim: dim)
    let n = rank == 0 ? 1 : layout.shape[axis]
    guard k >= 0, k <= n else { throw .runtime("selected index k out of range") }
    if dtype.isComplex { throw .runtime("topk(): complex dtypes are not supported") }
    if rank == 0 { return (try clone(), try NDArray.zeros(Dims(), .int64)) }
    let all = try sort(axis, descending: largest, stable: true)
    return (
      try all.values.narrow(axis, start: 0, length: k).contiguous(),
      try all.indices.narrow(axis, start: 0, length: k).contiguous()
    )
  }

  /// The k-th smallest element along a dimension and its place.
  package func kthvalue(
    _ k: Int, _ dim: Int = -1, keepDim: Bool = false
  ) throws(ArrayError) -> (values: NDArray, indices: NDArray) {
    let axis = try normalize(dim: dim)
    let n = rank == 0 ? 1 : layout.shape[axis]
    guard k >= 1, k <= n else { throw .runtime("kthvalue(): selected number k out of range for dimension \(axis)") }
    return try ranked(axis, keepDim, fixed: k - 1)
  }

  /// Lower median along a dimension and its place; NaN wins.
  package func median(_ dim: Int, keepDim: Bool = false, ignoreNaN: Bool = false) throws(ArrayError) -> (
    values: NDArray, indices: NDArray
  ) {
    let axis = try normalize(dim: dim)
    let n = rank == 0 ? 1 : layout.shape[axis]
    guard n > 0 else {
      throw .index("median(): Expected reduction dim \(axis) to have non-zero size.")
    }
    return try ranked(axis, keepDim, fixed: nil, ignoreNaN: ignoreNaN)
  }

  /// Lower median of all elements.
  package func median(ignoreNaN: Bool = false) throws(ArrayError) -> NDArray {
    guard count > 0 else {
      return try NDArray.full(Dims(), dtype.isFloatingPoint ? .double(.nan) : .int(Int.min), dtype)
    }
    return try reshape([-1]).median(0, ignoreNaN: ignoreNaN).values
  }

  /// Element of a rank in each sorted row; nil stands for the median.
  private func ranked(
    _ axis: Int, _ keepDim: Bool, fixed: Int?, ignoreNaN: Bool = false
  ) throws(ArrayError) -> (values: NDArray, indices: NDArray) {
    if rank == 0 { return (try clone(), try NDArray.zeros(Dims(), .int64)) }
    let sorted = try sort(axis, stable: true)
    let n = layout.shape[axis]
    var shape = layout.shape
    shape[axis] = 1
    let position: NDArray
    if let fixed {
      position = try NDArray.full(shape, .int(fixed), .int64)
    } else if dtype.isFloatingPoint {
      // Sorted NaN stand at the end: their number moves the median, or makes it NaN.
      let missing = try unary(.isnan).sum(Dims(axis), keepDim: true)
      let usual = (n - 1) / 2
      if ignoreNaN {
        let usable = try NDArray.binary(.sub, .int(n - 1), missing)
        let half = try NDArray.binary(.floorDivide, usable.clamp(min: .int(0), max: nil), .int(2))
        position = half
      } else {
        let firstNaN = try NDArray.binary(.sub, .int(n), missing)
        position = try NDArray.where(
          NDArray.binary(.gt, missing, .int(0)), firstNaN, NDArray.full(shape, .int(usual), .int64))
      }
    } else {
      position = try NDArray.full(shape, .int((n - 1) / 2), .int64)
    }
    let values = try sorted.values.gather(axis, position)
    let indices = try sorted.indices.gather(axis, position)
    if keepDim { return (values, indices) }
    return (try values.squeeze(axis), try indices.squeeze(axis))
  }

  /// Most frequent element along a dimension, the smallest among equals, and the last place it stands at.
  package func mode(_ dim: Int = -1, keepDim: Bool = false) throws(ArrayError) -> (values: NDArray, indices: NDArray) {
    let axis = try normalize(dim: dim)
    if rank == 0 { return (try clone(), try NDArray.zeros(Dims(), .int64)) }
    let n = layout.shape[axis]
    guard n > 0 else { throw .index("mode(): Expected reduction dim \(axis) to have non-zero size.") }
    let sorted = try sort(axis, stable: true)
    let rows = try sorted.values.transpose(axis, rank - 1).contiguous()
    let places = try sorted.indices.transpose(axis, rank - 1).contiguous()
    let numbers = try rows.scalars()
    let order = try places.integers()
    var shape = rows.shape
    shape[rank - 1] = 1
    let positions = try NDArray.empty(shape, .int64)
    let target = positions.pointer.assumingMemoryBound(to: Int.self)
    for row in 0..<(n == 0 ? 0 : numbers.count / n) {
      var (best, bestLength, start) = (0, 0, 0)
      for index in 1...n where index == n || numbers[row * n + index] != numbers[row * n + start] {
        if index - start > bestLength { (best, bestLength) = (index - 1, index - start) }
        start = index
      }
      target[row] = order[row * n + best]
    }
    let indices = try positions.transpose(axis, rank - 1).contiguous()
    let values = try gather(axis, indices)
    if keepDim { return (values, indices) }
    return (try values.squeeze(axis), try indices.squeeze(axis))
  }
}
