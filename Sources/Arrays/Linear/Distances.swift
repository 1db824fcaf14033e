import ArrayKernels

/// Distances between rows, without an array of all differences.
extension NDArray {
  /// Distances of all rows of one batch of matrices from those of another, of orders 0, 1, 2 and infinity; nil: another order or
  /// dtype.
  package static func distances(_ x: NDArray, _ y: NDArray, _ p: Double) throws(ArrayError) -> NDArray? {
    let kind: Int
    switch p {
    case 0: kind = WICK_DISTANCE_DIFFERENT
    case 1: kind = WICK_DISTANCE_ABSOLUTE
    case 2: kind = WICK_DISTANCE_SQUARES
    case .infinity: kind = WICK_DISTANCE_LARGEST
    default: return nil
    }
    guard x.dtype == y.dtype, x.dtype == .float32 || x.dtype == .float64, x.rank >= 2, y.rank >= 2 else { return nil }
    let (rows, columns, width) = (x.shape[x.rank - 2], y.shape[y.rank - 2], x.shape[x.rank - 1])
    guard width == y.shape[y.rank - 1], width > 0, x.count > 0, y.count > 0 else { return nil }
    let lead = try Dims.broadcast(Dims(Array(x.shape.dropLast(2))), Dims(Array(y.shape.dropLast(2))))
    let result = try empty(Dims(Array(lead) + [rows, columns]), x.dtype)
    let left = try x.expand(Dims(Array(lead) + [rows, width])).contiguous()
    let right = try y.expand(Dims(Array(lead) + [columns, width])).contiguous()
    let (type, size) = (Int32(x.dtype.rawValue), x.dtype.size)
    let (from, to, target) = (left.pointer, right.pointer, result.pointer)
    let grain = Swift.max(1, 200_000 / Swift.max(1, columns &* width))
    for batch in 0..<(result.count / Swift.max(1, rows &* columns)) {
      let (a, b) = (from + batch &* rows &* width &* size, to + batch &* columns &* width &* size)
      let out = target + batch &* rows &* columns &* size
      let status = Threads.split(rows, grain: grain) { range in
        wick_distances(type, a, b, out, columns, width, Int32(kind), range.lowerBound, range.upperBound) == 0 ? 1 : 0
      }
      guard status == 0 else { throw Storage.outOfMemory(byteCount: 16 &* width &* size) }
    }
    return result
  }
}
