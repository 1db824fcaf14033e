import ArrayKernels

/// Sorting along a dimension. Ties come in torch's order: unstable sorts follow the C++ library's introsort (insertion
/// sort up to 16 elements, median-of-three quicksort above), stable ones keep the order of the input, as do long vectors of
/// integers in ascending order. NaN counts as larger than every number.
extension NDArray {
  /// Sorted elements along a dimension and where they came from.
  package func sort(
    _ dim: Int = -1, descending: Bool = false, stable: Bool = false
  ) throws(ArrayError) -> (values: NDArray, indices: NDArray) {
    if dtype.isComplex { throw .runtime(" Sort does not support complex dtypes on CPU") }
    let axis = try normalize(dim: dim)
    let values = try emptyLike()
    let indices = try emptyLike(dtype: .int64)
    if count == 0 { return (values, indices) }
    if rank == 0 {
      try values.assign(self)
      indices.fill(.int(0))
      return (values, indices)
    }
    // Such vectors torch sorts by their digits.
    let isByDigits = rank == 1 && count >= 32_768 && !descending && dtype.isIntegral && dtype != .bool
    if try sortByKeys(axis, descending, stable || isByDigits, values, indices) { return (values, indices) }
    switch dtype {
    case .float32: sortRows(Float.self, axis, descending, stable, values, indices)
    case .float64: sortRows(Double.self, axis, descending, stable, values, indices)
    case .int64: sortRows(Int64.self, axis, descending, stable, values, indices)
    case .int32: sortRows(Int32.self, axis, descending, stable, values, indices)
    case .int16: sortRows(Int16.self, axis, descending, stable, values, indices)
    case .int8: sortRows(Int8.self, axis, descending, stable, values, indices)
    case .uint8, .bool: sortRows(UInt8.self, axis, descending, stable, values, indices)
    case .float16, .bfloat16:
      let wide = try to(.float32).sort(dim, descending: descending, stable: stable)
      return (try wide.values.to(dtype), wide.indices)
    case .uint16: sortRows(UInt16.self, axis, descending, stable, values, indices)
    case .uint32: sortRows(UInt32.self, axis, descending, stable, values, indices)
    case .uint64: sortRows(UInt64.self, axis, descending, stable, values, indices)
    case .complex64, .complex128, .complex32: break
    }
    return (values, indices)
  }

  /// Order that sorts a dimension.
  package func argsort(_ dim: Int = -1, descending: Bool = false, stable: Bool = false) throws(ArrayError)
    -> NDArray
  {
    try sort(dim, descending: descending, stable: stable).indices
  }

  /// Sorts keys of 32 bits where the numbers fit; false: the dtype or the numbers have no such keys.
  private func sortByKeys(
    _ axis: Int, _ descending: Bool, _ stable: Bool, _ values: NDArray, _ indices: NDArray
  ) throws(ArrayError) -> Bool {
    let kind: Int
    switch dtype {
    case .float32: kind = WICK_SORT_FLOAT
    case .float64: kind = WICK_SORT_DOUBLE
    case .int64: kind = WICK_SORT_INT64
    case .int32: kind = WICK_SORT_INT32
    case .int16: kind = WICK_SORT_INT16
    case .int8: kind = WICK_SORT_INT8
    case .uint8, .bool: kind = WICK_SORT_UINT8
    case .float16, .bfloat16, .complex64, .complex128, .complex32, .uint16, .uint32, .uint64: return false
    }
    let (n, width) = (layout.shape[axis], dtype.size)
    guard n >= 32 else { return false }
    let places = indices.pointer.assumingMemoryBound(to: Int64.self)
    let (source, target) = (pointer, values.pointer)
    let (step, valueStep, indexStep) = (layout.strides[axis], values.layout.strides[axis], indices.layout.strides[axis])
    let status = NDArray.splitRows(layout, values.layout, skipping: axis) { input, output in
      let (row, order) = (source + input &* width, places + output)
      guard wick_sort(Int32(kind), row, step, n, descending ? 1 : 0, stable ? 1 : 0, order, indexStep) != 0 else {
        return 1
      }
      let out = target + output &* width
      for index in 0..<n {
        NDArray.copyElement(
          out + index &* valueStep &* width, row + Int(order[index &* indexStep]) &* step &* width, width)
      }
      return 0
    }
    return status == 0
  }

  private func sortRows<T: Sortable>(
    _ type: T.Type, _ axis: Int, _ descending: Bool, _ stable: Bool, _ values: NDArray, _ indices: NDArray
  ) {
    let n = layout.shape[axis]
    let source = pointer.assumingMemoryBound(to: T.self)
    let target = values.pointer.assumingMemoryBound(to: T.self)
    let places = indices.pointer.assumingMemoryBound(to: Int.self)
    let step = layout.strides[axis]
    let outStep = values.layout.strides[axis]
    var buffer: [SortEntry<T>] = []
    buffer.reserveCapacity(n)
    NDArray.forEachRow(layout, values.layout, skipping: axis) { input, output in
      buffer.removeAll(keepingCapacity: true)
      for index in 0..<n { buffer.append(SortEntry(value: source[input + index * step], index: index)) }
      buffer.withUnsafeMutableBufferPointer { entries in
        guard let base = entries.baseAddress else { return }
        if stable {
          if descending {
            Introsort.stable(base, n, { $0.isAfter($1) })
          } else {
            Introsort.stable(base, n, { $0.isBefore($1) })
          }
        } else {
          if descending {
            Introsort.sort(base, n, { $0.isAfter($1) })
          } else {
            Introsort.sort(base, n, { $0.isBefore($1) })
          }
        }
      }
      for index in 0..<n {
        target[output + index * outStep] = buffer[index].value
        places[output + index * outStep] = buffer[index].index
      }
    }
  }
}

/// Element type of sorts.
protocol Sortable: Comparable {
  /// Whether the element is not a number.
  var isMissing: Bool { get }
}

extension Float: Sortable { var isMissing: Bool { isNaN } }
extension Double: Sortable { var isMissing: Bool { isNaN } }
extension Int64: Sortable { var isMissing: Bool { false } }
extension Int32: Sortable { var isMissing: Bool { false } }
extension Int16: Sortable { var isMissing: Bool { false } }
extension Int8: Sortable { var isMissing: Bool { false } }
extension UInt8: Sortable { var isMissing: Bool { false } }
extension UInt16: Sortable { var isMissing: Bool { false } }
extension UInt32: Sortable { var isMissing: Bool { false } }
extension UInt64: Sortable { var isMissing: Bool { false } }

/// An element and where it came from.
struct SortEntry<T: Sortable> {
  var value: T
  var index: Int

  /// Ascending order, NaN last.
  @inline(__always)
  func isBefore(_ other: SortEntry) -> Bool {
    (!value.isMissing && other.value.isMissing) || value < other.value
  }

  /// Descending order, NaN first.
  @inline(__always)
  func isAfter(_ other: SortEntry) -> Bool {
    (value.isMissing && !other.value.isMissing) || value > other.value
  }
}
