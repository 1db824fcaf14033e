import ArrayKernels

/// Maxima over windows of planes, the last two dimensions of an array.
extension NDArray {
  /// Sizes of windows along one dimension.
  package struct WindowSteps {
    let kernel: Int
    let stride: Int
    let padding: Int
    let dilation: Int

    package init(kernel: Int, stride: Int, padding: Int, dilation: Int) {
      self.kernel = kernel
      self.stride = stride
      self.padding = padding
      self.dilation = dilation
    }
  }

  /// The largest number of each window of a plane and its place in the plane; nil: another dtype, or planes too large.
  ///
  /// `shape` is that of the result: the windows must lie inside the padded planes.
  package func maxPool(
    rows: WindowSteps, columns: WindowSteps, shape: Dims
  ) throws(ArrayError) -> (values: NDArray, places: NDArray)? {
    guard dtype == .float32 || dtype == .float64, rank >= 2, shape.count == rank else { return nil }
    let (height, width) = (self.shape[rank - 2], self.shape[rank - 1])
    let (size, overflow) = height.multipliedReportingOverflow(by: width)
    guard !overflow, size > 0, size < 1 << 31 else { return nil }
    let source = try contiguous()
    let values = try NDArray.empty(shape, dtype)
    let places = try NDArray.empty(shape, .int64)
    let outCount = shape[rank - 2] &* shape[rank - 1]
    if values.count == 0 { return (values, places) }
    let windows = wick_windows(
      rows: height, columns: width, out_rows: shape[rank - 2], out_columns: shape[rank - 1],
      kernel: (rows.kernel, columns.kernel), stride: (rows.stride, columns.stride),
      padding: (rows.padding, columns.padding), dilation: (rows.dilation, columns.dilation))
    let (type, from, to) = (Int32(dtype.rawValue), source.pointer, values.pointer)
    let indices = places.pointer.assumingMemoryBound(to: Int64.self)
    let grain = Swift.max(1, Threads.grain / (outCount &* rows.kernel &* columns.kernel))
    _ = withUnsafePointer(to: windows) { windows in
      Threads.split(values.count / outCount, grain: grain) { range in
        wick_max_pool(type, windows, from, to, indices, range.lowerBound, range.upperBound)
        return 0
      }
    }
    return (values, places)
  }

  /// Adds the numbers of each plane to zeros at their places in planes of a size; nil: another dtype.
  ///
  /// The places are those of `maxPool`, so they lie inside.
  package func addedAtPlaces(_ places: NDArray, planes: Int, into shape: Dims) throws(ArrayError) -> NDArray? {
    guard dtype == .float32 || dtype == .float64, count == places.count, planes > 0 else { return nil }
    let (source, indices) = (try contiguous(), try places.contiguous())
    let result = try NDArray.zeros(shape, dtype)
    let (outCount, size) = (count / planes, result.count / planes)
    let (type, from, to) = (Int32(dtype.rawValue), source.pointer, result.pointer)
    let numbers = indices.pointer.assumingMemoryBound(to: Int64.self)
    _ = Threads.split(planes, grain: Swift.max(1, Threads.grain / Swift.max(1, outCount))) { range in
      wick_add_at_places(type, from, numbers, to, outCount, size, range.lowerBound, range.upperBound)
      return 0
    }
    return result
  }
}
