import ArrayKernels

/// Weighted sums of a few places of one dimension, as interpolation makes them.
extension NDArray {
  /// Resizes a dimension: number k of `target` is the sum over taps of `places[tap][k]` times `weights[tap][k]`; both
  /// are of the shape (taps, target), places int64 and in range, weights of this dtype.
  ///
  /// nil: neither float32 nor float64.
  package func gatherTaps(_ dim: Int, _ places: NDArray, _ weights: NDArray) throws(ArrayError) -> NDArray? {
    guard dtype == .float32 || dtype == .float64, weights.dtype == dtype else { return nil }
    var shape = self.shape
    let size = shape[dim]
    let target = places.shape[1]
    shape[dim] = target
    let result = try NDArray.empty(shape, dtype)
    try runTaps(spreading: false, into: result, dim, places, weights, size, target)
    return result
  }

  /// Gradients of the places `gatherTaps` took, of which the dimension had `size`, from those of what it made; nil as there.
  package func spreadTaps(_ dim: Int, _ places: NDArray, _ weights: NDArray, size: Int) throws(ArrayError) -> NDArray? {
    guard dtype == .float32 || dtype == .float64, weights.dtype == dtype else { return nil }
    var shape = self.shape
    let target = shape[dim]
    shape[dim] = size
    let result = try NDArray.zeros(shape, dtype)
    try runTaps(spreading: true, into: result, dim, places, weights, size, target)
    return result
  }

  private func runTaps(
    spreading: Bool, into result: NDArray, _ dim: Int, _ places: NDArray, _ weights: NDArray, _ size: Int, _ target: Int
  ) throws(ArrayError) {
    if result.count == 0 || count == 0 { return }
    let (source, list, factors) = (try contiguous(), try places.contiguous(), try weights.contiguous())
    var inner = 1
    for other in (dim + 1)..<Swift.max(rank, dim + 1) { inner &*= shape[other] }
    let blocks = count / (shape[dim] &* inner)
    let (type, taps) = (Int32(dtype.rawValue), places.shape[0])
    let (from, to, steps) = (source.pointer, result.pointer, factors.pointer)
    let order = list.pointer.assumingMemoryBound(to: Int64.self)
    let grain = Swift.max(1, Threads.grain / Swift.max(1, taps &* target &* inner))
    _ = Threads.split(blocks, grain: grain) { range in
      if spreading {
        wick_spread_taps(type, from, to, order, steps, taps, size, target, inner, range.lowerBound, range.upperBound)
      } else {
        wick_gather_taps(type, from, to, order, steps, taps, size, target, inner, range.lowerBound, range.upperBound)
      }
      return 0
    }
  }
}
