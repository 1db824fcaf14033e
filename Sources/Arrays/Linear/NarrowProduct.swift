import ArrayKernels

/// Products of float32 matrices with few rows or columns, by loops that add up in torch's order (`narrow.c`): the outputs of
/// small models, which training makes visible, agree to the bit.
extension NDArray {
  /// Products of fewer multiplications stay on one thread.
  private static let narrowGrain = 400_000

  /// Whether the loops are the ones for these shapes.
  @inline(__always)
  static func isNarrow(_ dtype: DType, _ m: Int, _ n: Int) -> Bool { dtype == .float32 && (m < 4 || n < 12) }

  /// Writes the product of two matrices that are not empty into a row-major third; answers what `wick_narrow_product` does.
  static func multiplyNarrow(
    _ a: NDArray, _ b: NDArray, into result: NDArray, start: UnsafePointer<Float>? = nil
  ) -> Int32 {
    let (m, k, n) = (a.shape[0], a.shape[1], b.shape[1])
    let (ar, ac, br, bc) = (a.strides[0], a.strides[1], b.strides[0], b.strides[1])
    let left = a.pointer.assumingMemoryBound(to: Float.self)
    let right = b.pointer.assumingMemoryBound(to: Float.self)
    let to = result.pointer.assumingMemoryBound(to: Float.self)
    // Rows in fours, or columns in sixteens where the result's alignment does not count: threads change no sum.
    let byRows = m >= 8
    guard byRows || m == 1 || (br == 1 && bc != 1), m &* n &* k >= 2 &* narrowGrain else {
      return wick_narrow_product(to, n, left, ar, ac, right, br, bc, m, n, k, start, 0)
    }
    let (size, unit) = byRows ? (m, 4) : (n, 16)
    let units = (size + unit - 1) / unit
    let work = Swift.max(1, m &* n / size &* unit &* k)
    // All parts answer alike.
    return Threads.split(units, grain: Swift.max(1, narrowGrain / work)) { range in
      let (from, end) = (range.lowerBound * unit, Swift.min(range.upperBound * unit, size))
      let status =
        byRows
        ? wick_narrow_product(to + from * n, n, left + from &* ar, ar, ac, right, br, bc, end - from, n, k, start, 0)
        : wick_narrow_product(
          to + from, n, left, ar, ac, right + from &* bc, br, bc, m, end - from, k, start.map { $0 + from }, 0)
      return status - 1
    } + 1
  }
}
