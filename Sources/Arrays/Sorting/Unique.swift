/// Sets and counts: unique elements, bins, histograms, binary search.
extension NDArray {
  /// Sorted distinct elements, optionally where each element went and how often each occurs.
  package func unique() throws(ArrayError) -> (values: NDArray, inverse: NDArray, counts: NDArray) {
    if dtype.isComplex { throw .unsupported("unique", dtype) }
    let flat = try reshape([-1])
    if let found = try uniqueByCounting(flat) { return found }
    let sorted = try flat.sort(0, stable: true)
    let order = try sorted.indices.contiguous()
    let places = order.pointer.assumingMemoryBound(to: Int.self)
    let n = flat.count
    // NaN differs from itself, so each one is its own value, as in torch.
    let differs = try n < 2 ? nil : NDArray.binary(
      .ne, sorted.values.narrow(0, start: 1, length: n - 1), sorted.values.narrow(0, start: 0, length: n - 1)).contiguous()
    let marks = differs?.pointer.assumingMemoryBound(to: UInt8.self)
    var starts: [Int] = []
    var inverse = [Int](repeating: 0, count: n)
    for index in 0..<n {
      if index == 0 || marks?[index - 1] != 0 { starts.append(index) }
      inverse[places[index]] = starts.count - 1
    }
    let numbers = 0..<n
    var counts: [Int] = []
    for position in starts.indices {
      counts.append((position + 1 < starts.count ? starts[position + 1] : numbers.count) - starts[position])
    }
    let values = try sorted.values.indexSelect(0, NDArray.from(starts, Dims(starts.count), .int64))
    return (
      values, try NDArray.from(inverse, Dims(inverse.count), .int64).reshape(shape),
      try NDArray.from(counts, Dims(counts.count), .int64)
    )
  }

  /// Distinct integers of a narrow range by a table of counts; nil when the range is wide.
  private func uniqueByCounting(_ flat: NDArray) throws(ArrayError) -> (
    values: NDArray, inverse: NDArray, counts: NDArray
  )? {
    guard dtype.isIntegral, count >= 64 else { return nil }
    let wide = try flat.to(.int64).contiguous()
    let numbers = wide.pointer.assumingMemoryBound(to: Int.self)
    let n = count
    var (low, high) = (numbers[0], numbers[0])
    for k in 0..<n {
      low = Swift.min(low, numbers[k])
      high = Swift.max(high, numbers[k])
    }
    let (span, overflow) = high.subtractingReportingOverflow(low)
    guard !overflow, span < 4 * n + 65536, span < 1 << 28 else { return nil }
    var table = [Int](repeating: 0, count: span + 1)
    for k in 0..<n { table[numbers[k] - low] += 1 }
    var (values, counts): ([Int], [Int]) = ([], [])
    for place in 0...span where table[place] > 0 {
      values.append(low + place)
      counts.append(table[place])
      table[place] = values.count - 1
    }
    let inverse = try NDArray.empty(shape, .int64)
    let target = inverse.pointer.assumingMemoryBound(to: Int.self)
    for k in 0..<n { target[k] = table[numbers[k] - low] }
    return (
      try NDArray.from(values, Dims(values.count), .int64).to(dtype), inverse,
      try NDArray.from(counts, Dims(counts.count), .int64)
    )
  }

  /// Distinct neighbours only.
  package func uniqueConsecutive() throws(ArrayError) -> (values: NDArray, inverse: NDArray, counts: NDArray)
  {
    let flat = try reshape([-1])
    let numbers = try flat.scalars()
    var starts: [Int] = []
    var inverse: [Int] = []
    for index in numbers.indices {
      if index == 0 || numbers[index] != numbers[index - 1] { starts.append(index) }
      inverse.append(starts.count - 1)
    }
    var counts: [Int] = []
    for position in starts.indices {
      counts.append((position + 1 < starts.count ? starts[position + 1] : numbers.count) - starts[position])
    }
    return (
      try flat.indexSelect(0, NDArray.from(starts, Dims(starts.count), .int64)),
      try NDArray.from(inverse, Dims(inverse.count), .int64).reshape(shape),
      try NDArray.from(counts, Dims(counts.count), .int64)
    )
  }

  /// Slices along a dimension that differ from the one before.
  package func uniqueConsecutive(_ dim: Int) throws(ArrayError) -> (
    values: NDArray, inverse: NDArray, counts: NDArray
  ) {
    let axis = try normalize(dim: dim)
    let source = rank == 0 ? try reshape([1]) : self
    let n = source.shape[axis]
    let rows = try source.transpose(0, axis).contiguous()
    let width = n == 0 ? 0 : rows.count / n
    let numbers = try rows.scalars()
    var starts: [Int] = []
    var counts: [Int] = []
    var inverse: [Int] = []
    for row in 0..<n {
      let isNew =
        row == 0 || (0..<width).contains { numbers[row * width + $0] != numbers[(row - 1) * width + $0] }
      if isNew {
        starts.append(row)
        counts.append(0)
      }
      counts[counts.count - 1] += 1
      inverse.append(starts.count - 1)
    }
    return (
      try source.indexSelect(axis, NDArray.from(starts, Dims(starts.count), .int64)),
      try NDArray.from(inverse, Dims(n), .int64), try NDArray.from(counts, Dims(counts.count), .int64)
    )
  }

  /// Distinct slices along a dimension, sorted as lists of numbers.
  package func unique(_ dim: Int) throws(ArrayError) -> (values: NDArray, inverse: NDArray, counts: NDArray) {
    let axis = try normalize(dim: dim)
    if dtype.isComplex { throw .unsupported("unique_dim", dtype) }
    let n = rank == 0 ? 1 : shape[axis]
    let rows = try (rank == 0 ? reshape([1]) : transpose(0, axis)).contiguous()
    let width = n == 0 ? 0 : rows.count / n
    let numbers = try rows.doubles()
    func compare(_ a: Int, _ b: Int) -> Int {
      for column in 0..<width {
        let (left, right) = (numbers[a * width + column], numbers[b * width + column])
        if left < right { return -1 }
        if left > right { return 1 }
      }
      return 0
    }
    var order = Array(0..<n)
    order.sort { left, right in
      let comparison = compare(left, right)
      return comparison == 0 ? left < right : comparison < 0
    }
    var starts: [Int] = []
    var counts: [Int] = []
    var inverse = [Int](repeating: 0, count: n)
    for position in order.indices {
      if position == 0 || compare(order[position - 1], order[position]) != 0 {
        starts.append(order[position])
        counts.append(0)
      }
      counts[counts.count - 1] += 1
      inverse[order[position]] = starts.count - 1
    }
    let source = rank == 0 ? try reshape([1]) : self
    return (
      try source.indexSelect(axis, NDArray.from(starts, Dims(starts.count), .int64)),
      try NDArray.from(inverse, Dims(n), .int64), try NDArray.from(counts, Dims(counts.count), .int64)
    )
  }

  /// Counts each non-negative integer, or sums weights for it.
  package func bincount(weights: NDArray? = nil, minLength: Int = 0) throws(ArrayError) -> NDArray {
    guard minLength >= 0 else { throw .runtime("minlength should be >= 0") }
    guard dtype.isInteger else { throw .unsupported("bincount_cpu", dtype) }
    guard rank == 1 else { throw .runtime("bincount only supports 1-d non-negative integral inputs.") }
    let wide = try to(.int64).contiguous()
    let places = UnsafeBufferPointer(start: wide.pointer.assumingMemoryBound(to: Int.self), count: count)
    defer { withExtendedLifetime(wide) {} }
    var (low, high) = (0, -1)
    for place in places {
      low = Swift.min(low, place)
      high = Swift.max(high, place)
    }
    guard low >= 0 else { throw .runtime("bincount only supports 1-d non-negative integral inputs.") }
    if let weights, weights.rank != 1 || weights.count != count {
      throw .runtime("weights should be 1-d and have the same length as input")
    }
    let size = Swift.max(high &+ 1, minLength)
    guard let weights else {
      let result = try NDArray.zeros(Dims(size), .int64)
      let base = result.pointer.assumingMemoryBound(to: Int.self)
      for place in places { base[place] += 1 }
      return result
    }
    let isFloat = weights.dtype == .float32
    let result = try NDArray.zeros(Dims(size), isFloat ? .float32 : .float64)
    let values = try weights.doubles()
    if isFloat {
      let base = result.pointer.assumingMemoryBound(to: Float.self)
      for (index, place) in places.enumerated() { base[place] += Float(values[index]) }
    } else {
      let base = result.pointer.assumingMemoryBound(to: Double.self)
      for (index, place) in places.enumerated() { base[place] += values[index] }
    }
    return result
  }

  /// Histogram of `bins` equal bins between two bounds (of the data when both are equal).
  package func histc(bins: Int, min: Double, max: Double) throws(ArrayError) -> NDArray {
    guard bins > 0 else {
      throw .runtime("torch.histogram(): bins must be > 0, but got \(bins) for dimension 0")
    }
    if dtype == .bool { throw .unsupported("linspace_cpu", .bool) }
    let values = try doubles()
    var (low, high) = (min, max)
    if low == high && !values.isEmpty {
      guard !values.contains(where: \.isNaN) else {
        // Comparisons make the NaN of the processor, which has a sign; a lone number is not compared.
        let text = dtype == .bfloat16 || (values.count == 1 && values[0].sign == .plus) ? "nan, nan" : "-nan, -nan"
        throw .runtime("torch.histc: range of [\(text)] is not finite")
      }
      low = values.min() ?? 0
      high = values.max() ?? 0
    }
    if low == high {
      low -= 1
      high += 1
    }
    guard low.isFinite, high.isFinite else {
      throw .runtime("torch.histc: range of [\(NDArray.cText(low)), \(NDArray.cText(high))] is not finite")
    }
    guard low < high else { throw .runtime("torch.histc: max must be larger than min") }
    // The ends of the bins are numbers of the dtype, whether it can be counted or not.
    for end in [low, high] { try Scalar.double(end).checkFits(dtype) }
    guard dtype.isFloatingPoint else { throw .unsupported("histogram_cpu", dtype) }
    switch dtype {
    case .float32: return try histogram(values, bins, low, high) { Double(Float($0)) }
    case .float16: return try histogram(values, bins, low, high) { Double(Float(Float16(Float($0)))) }
    case .bfloat16:
      return try histogram(values, bins, low, high) {
        let bits = Float($0).bitPattern
        return Double(Float(bitPattern: (bits &+ 0x7FFF &+ (bits >> 16 & 1)) & 0xFFFF_0000))
      }
    default: return try histogram(values, bins, low, high) { $0 }
    }
  }

  /// Counts values in places that are computed in the dtype, to which `settle` rounds each step.
  ///
  /// There are as many parts as torch would have threads, each with counts of its own: in 16 bits a count stays where adding one
  /// changes nothing, and how many parts there were is seen in the sum.
  @inline(__always)
  private func histogram(
    _ values: [Double], _ bins: Int, _ lowest: Double, _ highest: Double, _ settle: (Double) -> Double
  ) throws(ArrayError) -> NDArray {
    let (low, high, number) = (settle(lowest), settle(highest), settle(Double(bins)))
    let width = settle(high - low)
    let parts = Swift.max(1, Swift.min(Settings.threadCount, (values.count + 199) / 200))
    let size = (values.count + parts - 1) / parts
    let counts = try NDArray.zeros(Dims(parts, bins), .float64)
    let base = counts.pointer.assumingMemoryBound(to: Double.self)
    for part in 0..<parts {
      let mine = base + part * bins
      for value in values[Swift.min(part * size, values.count)..<Swift.min((part + 1) * size, values.count)]
      where value >= low && value <= high {
        let position = Int(truncatingDouble: settle(settle(settle(value - low) * number) / width))
        let bin = Swift.max(0, Swift.min(position, bins - 1))
        mine[bin] = settle(mine[bin] + 1)
      }
    }
    return try counts.sum(Dims(0)).to(dtype)
  }

  /// Where values would be inserted into sorted rows: before (`right` false) or after equal elements.
  package static func searchsorted(
    _ sorted: NDArray, _ values: NDArray, right: Bool = false, int32: Bool = false
  ) throws(ArrayError) -> NDArray {
    let n = sorted.rank == 0 ? 1 : sorted.shape[sorted.rank - 1]
    if sorted.rank != 1 {
      guard sorted.rank == values.rank, sorted.rank > 0,
        (0..<(sorted.rank - 1)).allSatisfy({ sorted.shape[$0] == values.shape[$0] })
      else {
        throw .runtime(
          "torch.searchsorted(): boundaries tensor should be 1 dimension or the first N-1 dimensions of boundaries "
            + "tensor and input value tensor must match, but we got boundaries tensor \(sorted.shape.text) and input "
            + "value tensor \(values.shape.text)")
      }
    }
    let places = try NDArray.empty(values.shape, .int64)
    // Doubles tell all numbers of the narrower dtypes apart.
    let isWide = sorted.dtype == .int64 && values.dtype == .int64
    let isSingle = sorted.dtype == .float32 && values.dtype == .float32
    let common: DType = isWide ? .int64 : isSingle ? .float32 : .float64
    let rows = try sorted.to(common).contiguous()
    let queries = try values.to(common).contiguous()
    let perRow = sorted.rank <= 1 ? 0 : values.shape[values.rank - 1]
    switch common {
    case .int64: search(Int64.self, rows, n, queries, perRow, right, places)
    case .float32: search(Float.self, rows, n, queries, perRow, right, places)
    default: search(Double.self, rows, n, queries, perRow, right, places)
    }
    return int32 ? try places.to(.int32) : places
  }

  /// Halves rows of `n` numbers for each query; `perRow` queries belong to a row, 0: all to the only one.
  private static func search<Number: Comparable>(
    _: Number.Type, _ rows: NDArray, _ n: Int, _ queries: NDArray, _ perRow: Int, _ right: Bool, _ places: NDArray
  ) {
    let row = rows.pointer.assumingMemoryBound(to: Number.self)
    let query = queries.pointer.assumingMemoryBound(to: Number.self)
    let place = places.pointer.assumingMemoryBound(to: Int.self)
    _ = Threads.split(queries.count, grain: 4096) { range in
      for index in range {
        let own = perRow == 0 ? row : row + index / perRow &* n
        let wanted = query[index]
        var (low, high) = (0, n)
        while low < high {
          let middle = (low &+ high) / 2
          // (Written so that NaN ends up last.)
          let goesOn = right ? !(own[middle] > wanted) : !(own[middle] >= wanted)
          if goesOn { low = middle &+ 1 } else { high = middle }
        }
        place[index] = low
      }
      return 0
    }
  }
}
