import ArrayKernels

/// Products of float32 and float64 matrices of any strides by our own loops (`wick_product`), which are as quick as OpenBLAS
/// at its best, ask for no copies, and share our threads.
extension NDArray {
  /// Products of fewer multiplications stay on one thread.
  private static let productGrain = 400_000

  /// Whether the loops are the right ones: of these shapes they give torch's numbers to the bit, and smaller ones leave lanes
  /// idle.
  @inline(__always)
  static func hasBlockedProduct(_ dtype: DType, _ m: Int, _ k: Int, _ n: Int) -> Bool {
    (dtype == .float32 || dtype == .float64) && m >= 4 && n >= 12 && m < 1 << 16 && n < 1 << 16 && k < 1 << 24
  }

  /// Writes the product of two matrices into a row-major third, or adds it.
  static func multiplyBlocked(_ a: NDArray, _ b: NDArray, into result: NDArray, adds: Bool = false) throws(ArrayError) {
    let (m, k, n) = (a.shape[0], a.shape[1], b.shape[1])
    let (type, width) = (Int32(a.dtype.rawValue), a.dtype.size)
    let (left, right, to) = (a.pointer, b.pointer, result.pointer)
    let (ar, ac, br, bc) = (a.strides[0], a.strides[1], b.strides[0], b.strides[1])
    // Rows in eights or columns in sixteens, so that a thread's blocks are whole ones.
    let byRows = m >= n
    let unit = byRows ? 8 : 16
    let units = ((byRows ? m : n) + unit - 1) / unit
    let work = (m &* n / units) &* k
    let plus: Int32 = adds ? 1 : 0
    let status = Threads.split(units, grain: Swift.max(1, productGrain / Swift.max(work, 1))) { range in
      let (start, end) = (range.lowerBound * unit, Swift.min(range.upperBound * unit, byRows ? m : n))
      let isDone =
        byRows
        ? wick_product(
          type, to + start &* n &* width, n, left + start &* ar &* width, ar, ac, right, br, bc, end - start, n, k, plus)
        : wick_product(
          type, to + start &* width, n, left, ar, ac, right + start &* bc &* width, br, bc, m, end - start, k,
          plus)
      return isDone == 0 ? 1 : 0
    }
    guard status == 0 else { throw Storage.outOfMemory(byteCount: 192 &* (m &+ 64) &* width) }
  }

  /// Product of two batches of matrices with the same leading dimensions (some may be repeated ones), without copies; nil when
  /// the loops are not for them.
  static func batchedProduct(_ a: NDArray, _ b: NDArray) throws(ArrayError) -> NDArray? {
    let rank = a.rank
    let (m, k, n) = (a.shape[rank - 2], a.shape[rank - 1], b.shape[rank - 1])
    guard a.dtype == b.dtype, b.shape[rank - 2] == k, a.count > 0, b.count > 0 else { return nil }
    let isBlocked = hasBlockedProduct(a.dtype, m, k, n)
    let isFloat = a.dtype == .float32
    let isPlain = isFloat || !isBlocked && m &* n &* k <= plainLimit && a.dtype == .float64
    guard isPlain || isBlocked else { return nil }
    // torch multiplies small matrices of a batch by loops of its own.
    let way: Int32 = m &* n &* k < 400 ? 2 : 1
    let isNarrow = isFloat && (!isBlocked || way == 2)
    var shape = a.shape
    shape[rank - 1] = n
    let result = try empty(shape, a.dtype)
    let batch = result.count / (m &* n)
    let (type, width) = (Int32(a.dtype.rawValue), a.dtype.size)
    let (left, right, to) = (a.pointer, b.pointer, result.pointer)
    let (ar, ac) = (a.strides[rank - 2], a.strides[rank - 1])
    let (br, bc) = (b.strides[rank - 2], b.strides[rank - 1])
    let grain = Swift.max(1, productGrain / 2 / Swift.max(1, m &* n &* k))
    let status = withUnsafeTemporaryAllocation(of: Int.self, capacity: 2 &* batch) { places -> Int32 in
      // Where each matrix begins, in bytes.
      guard let places = places.baseAddress else { return 1 }
      for index in 0..<batch {
        var (rest, first, second) = (index, 0, 0)
        var dim = rank - 3
        while dim >= 0 {
          let position = rest % shape[dim]
          rest /= shape[dim]
          first &+= position &* a.strides[dim]
          second &+= position &* b.strides[dim]
          dim -= 1
        }
        (places + 2 &* index).initialize(to: first &* width)
        (places + 2 &* index + 1).initialize(to: second &* width)
      }
      let numbers = places
      return Threads.split(batch, grain: grain) { range in
        for index in range {
          let (x, y) = (left + numbers[2 &* index], right + numbers[2 &* index + 1])
          let target = to + index &* m &* n &* width
          if isNarrow,
            wick_narrow_product(
              target.assumingMemoryBound(to: Float.self), n, x.assumingMemoryBound(to: Float.self), ar, ac,
              y.assumingMemoryBound(to: Float.self), br, bc, m, n, k, nil, way) != 0
          {
            continue
          }
          if !isBlocked {
            wick_matmul_plain(
              type, target.assumingMemoryBound(to: CChar.self), x.assumingMemoryBound(to: CChar.self), ar, ac,
              y.assumingMemoryBound(to: CChar.self), br, bc, m, n, k)
          } else if wick_product(type, target, n, x, ar, ac, y, br, bc, m, n, k, 0) == 0 {
            return 1
          }
        }
        return 0
      }
    }
    guard status == 0 else { throw Storage.outOfMemory(byteCount: 192 &* (m &+ 64) &* width) }
    return result
  }
}
