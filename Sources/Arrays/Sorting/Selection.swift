/// Selections by rank: top k, k-th value, median, mode. Ties come out as torch's algorithms leave them.
extension NDArray {
  /// The k largest (or smallest) elements along a dimension and their places.
  package func topk(
    _ k: Int, _ dim: Int = -1, largest: Bool = true, sorted: Bool = true
  ) throws(ArrayError) -> (values: NDArray, indices: NDArray) {
    let axis = try normalize(dim: dim)
    let n = rank == 0 ? 1 : layout.shape[axis]
    guard k >= 0, k <= n else { throw .runtime("selected index k out of range") }
    if dtype.isComplex || dtype == .bool {
      let kind = dtype == .bool ? "bool" : "complex"
      throw .runtime("\(dtype == .bool ? "" : " ")topk does not support \(kind) dtypes on CPU")
    }
    return try selectRows(axis, k, "topk_cpu", TopK(count: k, isLargest: largest, isSorted: sorted))
  }

  /// The k-th smallest element along a dimension and its place.
  package func kthvalue(
    _ k: Int, _ dim: Int = -1, keepDim: Bool = false
  ) throws(ArrayError) -> (values: NDArray, indices: NDArray) {
    let axis = try normalize(dim: dim)
    let n = rank == 0 ? 1 : layout.shape[axis]
    guard n > 0 else { throw .index("kthvalue(): Expected reduction dim \(axis) to have non-zero size.") }
    guard k >= 1, k <= n else {
      throw .runtime("kthvalue(): selected number k out of range for dimension \(axis)")
    }
    if rank == 0 { return (try clone(), try NDArray.full(Dims(), .int(0), .int64)) }
    if dtype == .bool || dtype.isComplex { throw .unsupported("kthvalue_cpu", dtype) }
    return try squeezed(selectRows(axis, 1, "kthvalue_cpu", KthValue(position: k - 1)), axis, keepDim)
  }

  /// Lower median along a dimension and its place; NaN wins unless it is ignored.
  package func median(_ dim: Int, keepDim: Bool = false, ignoreNaN: Bool = false) throws(ArrayError) -> (
    values: NDArray, indices: NDArray
  ) {
    let axis = try normalize(dim: dim)
    let n = rank == 0 ? 1 : layout.shape[axis]
    guard n > 0 else { throw .index("median(): Expected reduction dim \(axis) to have non-zero size.") }
    if dtype == .bool || dtype.isComplex { throw .unsupported("median_out", dtype) }
    return try squeezed(selectRows(axis, 1, "median_out", Median(ignoresNaN: ignoreNaN)), axis, keepDim)
  }

  /// Lower median of all elements.
  package func median(ignoreNaN: Bool = false) throws(ArrayError) -> NDArray {
    guard count > 0 else {
      if dtype == .bool { return try NDArray.full(Dims(), .bool(true), dtype) }
      let narrow = dtype == .int64 ? Int.min : dtype == .int32 ? Int(Int32.min) : 0
      return try NDArray.full(Dims(), dtype.isDifferentiable ? .double(.nan) : .int(narrow), dtype)
    }
    if dtype == .bool || dtype.isComplex { throw .unsupported("median_cpu", dtype) }
    return try reshape([-1]).median(0, ignoreNaN: ignoreNaN).values
  }

  /// Most frequent element along a dimension, the smallest among equals, and a place it stands at.
  package func mode(_ dim: Int = -1, keepDim: Bool = false) throws(ArrayError) -> (
    values: NDArray, indices: NDArray
  ) {
    let axis = try normalize(dim: dim)
    let n = rank == 0 ? 1 : layout.shape[axis]
    guard n > 0 else { throw .index("mode(): Expected reduction dim \(axis) to have non-zero size.") }
    if dtype.isComplex { throw .unsupported("mode_cpu", dtype) }
    return try squeezed(selectRows(axis, 1, "mode_cpu", Mode()), axis, keepDim)
  }

  private func squeezed(
    _ pair: (values: NDArray, indices: NDArray), _ axis: Int, _ keepDim: Bool
  ) throws(ArrayError) -> (values: NDArray, indices: NDArray) {
    if keepDim || rank == 0 { return pair }
    return (try pair.values.squeeze(axis), try pair.indices.squeeze(axis))
  }

  private func selectRows<S: RowSelection>(
    _ axis: Int, _ kept: Int, _ name: String, _ selection: S
  ) throws(ArrayError) -> (values: NDArray, indices: NDArray) {
    if rank == 0 { return (try clone(), try NDArray.zeros(Dims(), .int64)) }
    var shape = layout.shape
    shape[axis] = kept
    let values = try NDArray.empty(shape, dtype)
    let indices = try NDArray.empty(shape, .int64)
    if values.count == 0 { return (values, indices) }
    switch dtype {
    case .float32: selectRows(Float.self, axis, kept, selection, values, indices)
    case .float64: selectRows(Double.self, axis, kept, selection, values, indices)
    case .int64: selectRows(Int64.self, axis, kept, selection, values, indices)
    case .int32: selectRows(Int32.self, axis, kept, selection, values, indices)
    case .int16: selectRows(Int16.self, axis, kept, selection, values, indices)
    case .int8: selectRows(Int8.self, axis, kept, selection, values, indices)
    case .uint8, .bool: selectRows(UInt8.self, axis, kept, selection, values, indices)
    case .float16, .bfloat16:
      let wide = try to(.float32).selectRows(axis, kept, name, selection)
      return (try wide.values.to(dtype), wide.indices)
    case .complex64, .complex128, .complex32, .uint16, .uint32, .uint64: throw .unsupported(name, dtype)
    }
    return (values, indices)
  }

  private func selectRows<T: Sortable, S: RowSelection>(
    _ type: T.Type, _ axis: Int, _ kept: Int, _ selection: S, _ values: NDArray, _ indices: NDArray
  ) {
    let n = layout.shape[axis]
    let source = pointer.assumingMemoryBound(to: T.self)
    let target = values.pointer.assumingMemoryBound(to: T.self)
    let places = indices.pointer.assumingMemoryBound(to: Int.self)
    let step = layout.strides[axis]
    let outStep = values.layout.strides[axis]
    if let top = selection as? TopK, top.count > 0, top.count * 64 <= n {
      let (count, isLargest) = (top.count, top.isLargest)
      _ = NDArray.splitRows(layout, values.layout, skipping: axis) { input, output in
        withUnsafeTemporaryAllocation(of: SortEntry<T>.self, capacity: count) { heap in
          guard let heap = heap.baseAddress else { return }
          if isLargest {
            Introsort.partialSort(heap, count, n, source + input, step) { $0.isAfter($1) }
          } else {
            Introsort.partialSort(heap, count, n, source + input, step) { $0.isBefore($1) }
          }
          for index in 0..<kept {
            target[output &+ index &* outStep] = heap[index].value
            places[output &+ index &* outStep] = heap[index].index
          }
        }
        return 0
      }
      return
    }
    _ = NDArray.splitRows(layout, values.layout, skipping: axis) { input, output in
      withUnsafeTemporaryAllocation(of: SortEntry<T>.self, capacity: n) { entries in
        guard let entries = entries.baseAddress else { return }
        for index in 0..<n {
          (entries + index).initialize(to: SortEntry(value: source[input &+ index &* step], index: index))
        }
        let first = selection.arrange(entries, n)
        for index in 0..<kept {
          target[output &+ index &* outStep] = entries[first &+ index].value
          places[output &+ index &* outStep] = entries[first &+ index].index
        }
      }
      return 0
    }
  }
}

/// Brings what is selected from a row together and answers where it starts.
private protocol RowSelection {
  func arrange<T: Sortable>(_ entries: UnsafeMutablePointer<SortEntry<T>>, _ n: Int) -> Int
}

/// `std::partial_sort` for few elements of many, else `std::nth_element` and a sort of what stands in front.
private struct TopK: RowSelection {
  let count: Int
  let isLargest: Bool
  let isSorted: Bool

  func arrange<T: Sortable>(_ entries: UnsafeMutablePointer<SortEntry<T>>, _ n: Int) -> Int {
    if isLargest { pick(entries, n) { $0.isAfter($1) } } else { pick(entries, n) { $0.isBefore($1) } }
    return 0
  }

  @inline(__always)
  private func pick<T: Sortable>(
    _ entries: UnsafeMutablePointer<SortEntry<T>>, _ n: Int, _ less: (SortEntry<T>, SortEntry<T>) -> Bool
  ) {
    if count == 0 { return }
    if count * 64 <= n { return Introsort.partialSort(entries, count, n, less) }
    Introsort.nthElement(entries, count - 1, n, less)
    if isSorted { Introsort.sort(entries, count - 1, less) }
  }
}

/// Quickselect with the middle element as pivot.
private struct KthValue: RowSelection {
  let position: Int

  func arrange<T: Sortable>(_ entries: UnsafeMutablePointer<SortEntry<T>>, _ n: Int) -> Int {
    Introsort.quickSelect(entries, position, n) { $0.isAfterOrMissing($1) }
    return position
  }
}

private struct Median: RowSelection {
  let ignoresNaN: Bool

  func arrange<T: Sortable>(_ entries: UnsafeMutablePointer<SortEntry<T>>, _ n: Int) -> Int {
    var missing = 0
    var firstMissing = 0
    for index in (0..<n).reversed() where entries[index].value.isMissing {
      missing += 1
      firstMissing = index
    }
    if missing > 0 && !ignoresNaN { return firstMissing }
    let position = Swift.max(n - missing - 1, 0) / 2
    // Among equals the earlier place counts as smaller.
    Introsort.nthElement(entries, position, n) {
      $0.isBefore($1) || ($0.value == $1.value && $0.index < $1.index)
    }
    return position
  }
}

private struct Mode: RowSelection {
  func arrange<T: Sortable>(_ entries: UnsafeMutablePointer<SortEntry<T>>, _ n: Int) -> Int {
    Introsort.sort(entries, n) { $0.value < $1.value }
    var (best, bestLength, start) = (0, 0, 0)
    for index in 1...n where index == n || entries[index].value != entries[start].value {
      if index - start > bestLength { (best, bestLength) = (index - 1, index - start) }
      start = index
    }
    return best
  }
}

extension SortEntry {
  /// Order of quickselect: NaN counts as larger, ties do not move.
  @inline(__always)
  fileprivate func isAfterOrMissing(_ other: SortEntry) -> Bool {
    (value.isMissing && !other.value.isMissing) || value > other.value
  }
}
