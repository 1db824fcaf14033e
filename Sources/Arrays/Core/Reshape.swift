/// Reshaping: a view where the strides allow it, else a copy.
extension NDArray {
  /// Completes a shape with one -1 and checks it against the number of elements.
  package func inferred(_ sizes: Dims) throws(ArrayError) -> Dims {
    var known = 1
    var missing: Int?
    var overflowed = false
    for dim in 0..<sizes.count {
      if sizes[dim] == -1 {
        guard missing == nil else { throw .runtime("only one dimension can be inferred") }
        missing = dim
      } else if sizes[dim] < 0 {
        throw .runtime("invalid shape dimension \(sizes[dim]) at index \(dim) of shape \(sizes.text)")
      } else {
        let (product, overflow) = known.multipliedReportingOverflow(by: sizes[dim])
        known = product
        overflowed = overflowed || overflow
      }
    }
    let count = self.count
    guard !overflowed, known == count || (missing != nil && known > 0 && count % known == 0) else {
      throw .runtime("shape '\(sizes.text)' is invalid for input of size \(count)")
    }
    guard let missing else { return sizes }
    guard known != 0 else {
      throw .runtime(
        "cannot reshape tensor of 0 elements into shape \(sizes.text) because the unspecified dimension size -1 can "
          + "be any value and is ambiguous")
    }
    var result = sizes
    result[missing] = count / known
    return result
  }

  /// The sizes with one -1 filled in when they hold exactly this many elements; nil: `inferred` tells what is wrong.
  package func wholeShape(_ sizes: Dims) -> Dims? {
    guard sizes.count <= Dims.inlineCapacity else { return nil }
    var known = 1
    var missing = -1
    for dim in 0..<sizes.count {
      let size = sizes.slots[dim]
      if size > 0 {
        let (product, overflow) = known.multipliedReportingOverflow(by: size)
        if overflow { return nil }
        known = product
      } else if size == -1, missing < 0 {
        missing = dim
      } else {
        return nil
      }
    }
    let count = self.count
    if missing < 0 { return known == count ? sizes : nil }
    guard count > 0, count % known == 0 else { return nil }
    var result = sizes
    result.slots[missing] = count / known
    return result
  }

  /// Strides under which the same storage shows another shape, or nil when there are none.
  func viewStrides(_ shape: Dims) -> Dims? {
    if count == 0 {
      return layout.shape == shape ? layout.strides : Layout.contiguousStrides(shape)
    }
    if layout.isContiguous { return Layout.contiguousStrides(shape) }
    var strides = Dims(repeating: 1, count: shape.count)
    // Walks runs of old dimensions that lie without gaps and fills new dimensions from each run, innermost first.
    var new = shape.count - 1
    var chunkStride = rank == 0 ? 1 : layout.strides[rank - 1]
    var chunkSize = 1
    var filled = 1
    if rank == 0 { return strides }
    var old = rank - 1
    while old >= 0 {
      chunkSize *= layout.shape[old]
      let ends =
        old == 0 || (layout.shape[old - 1] != 1 && layout.strides[old - 1] != chunkSize &* chunkStride)
      if ends {
        while new >= 0, filled < chunkSize || shape[new] == 1 {
          strides[new] = filled &* chunkStride
          filled *= shape[new]
          new -= 1
        }
        guard filled == chunkSize else { return nil }
        if old > 0 {
          chunkStride = layout.strides[old - 1]
          chunkSize = 1
          filled = 1
        }
      }
      old -= 1
    }
    return new == -1 ? strides : nil
  }

  /// Sees the elements under another shape; throws when that would need a copy.
  package func viewed(as sizes: Dims) throws(ArrayError) -> NDArray {
    let shape = try inferred(sizes)
    guard let strides = viewStrides(shape) else {
      throw .runtime(
        "view size is not compatible with input tensor's size and stride (at least one dimension spans across two "
          + "contiguous subspaces). Use .reshape(...) instead.")
    }
    return view(Layout(shape: shape, strides: strides, offset: layout.offset))
  }

  /// Whether `reshape` to this shape needs no copy.
  package func canView(as sizes: Dims) throws(ArrayError) -> Bool {
    try viewStrides(inferred(sizes)) != nil
  }

  /// Gives the elements another shape, as a view when possible.
  package func reshape(_ sizes: Dims) throws(ArrayError) -> NDArray {
    let shape = try inferred(sizes)
    if let strides = viewStrides(shape) {
      return view(Layout(shape: shape, strides: strides, offset: layout.offset))
    }
    let copy = try contiguousCopy()
    return copy.view(Layout(contiguous: shape))
  }

  /// Merges dimensions `start` to `end` into one.
  package func flatten(_ start: Int = 0, _ end: Int = -1) throws(ArrayError) -> NDArray {
    try reshape(flattenedShape(start, end))
  }

  /// Shape after merging dimensions `start` to `end` into one.
  package func flattenedShape(_ start: Int, _ end: Int) throws(ArrayError) -> Dims {
    let first = try normalize(dim: start)
    let last = try normalize(dim: end)
    guard first <= last else {
      throw .runtime("flatten() has invalid args: start_dim cannot come after end_dim")
    }
    if rank == 0 { return [1] }
    var shape = Dims()
    var merged = 1
    for dim in 0..<rank {
      if dim < first || dim > last {
        shape.append(layout.shape[dim])
      } else {
        merged &*= layout.shape[dim]
        if dim == last { shape.append(merged) }
      }
    }
    return shape
  }

  /// Reads the bytes as another dtype; the last dimension grows or shrinks with the element size.
  package func viewed(as dtype: DType) throws(ArrayError) -> NDArray {
    let from = self.dtype.size
    let to = dtype.size
    if from == to { return NDArray(storage: storage, layout: layout, dtype: dtype) }
    guard rank > 0 else {
      throw .runtime(
        "self.dim() cannot be 0 to view \(self.dtype.scalarTypeName) as \(dtype.scalarTypeName) (different element "
          + "sizes)")
    }
    guard layout.strides[rank - 1] == 1 else {
      throw .runtime(
        "self.stride(-1) must be 1 to view \(self.dtype.scalarTypeName) as \(dtype.scalarTypeName) (different "
          + "element sizes), but got \(layout.strides[rank - 1])")
    }
    var layout = self.layout
    if from > to {
      let ratio = from / to
      layout.shape[rank - 1] = layout.shape[rank - 1] &* ratio
      layout.offset *= ratio
      for dim in 0..<(rank - 1) { layout.strides[dim] = layout.strides[dim] &* ratio }
      try layout.checkCount()
    } else {
      let ratio = to / from
      guard layout.shape[rank - 1] % ratio == 0 else {
        throw .runtime(
          "self.size(-1) must be divisible by \(ratio) to view \(self.dtype.scalarTypeName) as "
            + "\(dtype.scalarTypeName) (different element sizes), but got \(layout.shape[rank - 1])")
      }
      guard layout.offset % ratio == 0 else {
        throw .runtime(
          "self.storage_offset() must be divisible by \(ratio) to view \(self.dtype.scalarTypeName) as "
            + "\(dtype.scalarTypeName) (different element sizes), but got \(layout.offset)")
      }
      layout.shape[rank - 1] = layout.shape[rank - 1] / ratio
      layout.offset /= ratio
      for dim in 0..<(rank - 1) {
        guard layout.strides[dim] % ratio == 0 else {
          throw .runtime(
            "self.stride(\(dim)) must be divisible by \(ratio) to view \(self.dtype.scalarTypeName) as "
              + "\(dtype.scalarTypeName) (different element sizes), but got \(layout.strides[dim])")
        }
        layout.strides[dim] = layout.strides[dim] / ratio
      }
    }
    return NDArray(storage: storage, layout: layout, dtype: dtype)
  }

  /// Pairs of real numbers in the last dimension seen as complex numbers.
  package func viewedAsComplex() throws(ArrayError) -> NDArray {
    guard dtype == .float16 || dtype == .float32 || dtype == .float64 else {
      throw .runtime(
        "view_as_complex is only supported for half, float and double tensors, but got a tensor of scalar type: "
          + dtype.scalarTypeName)
    }
    guard rank > 0 else { throw .runtime("Input tensor must have one or more dimensions") }
    guard layout.shape[rank - 1] == 2 else { throw .runtime("Tensor must have a last dimension of size 2") }
    guard layout.strides[rank - 1] == 1 else {
      throw .runtime("Tensor must have a last dimension with stride 1")
    }
    var layout = self.layout
    layout.shape.remove(at: rank - 1)
    layout.strides.remove(at: rank - 1)
    for dim in 0..<layout.rank {
      guard layout.strides[dim] % 2 == 0 else {
        throw .runtime("Tensor must have a stride divisible by 2 for all but last dimension")
      }
      layout.strides[dim] = layout.strides[dim] / 2
    }
    guard layout.offset % 2 == 0 else { throw .runtime("Tensor must have a storage_offset divisible by 2") }
    layout.offset /= 2
    return NDArray(storage: storage, layout: layout, dtype: dtype == .float16 ? .complex32 : dtype.complexType)
  }

  /// Complex numbers seen as pairs of real numbers in a new last dimension.
  package func viewedAsReal() throws(ArrayError) -> NDArray {
    guard dtype.isComplex else { throw .runtime("view_as_real is only supported for complex tensors") }
    var layout = self.layout
    for dim in 0..<rank { layout.strides[dim] = layout.strides[dim] &* 2 }
    layout.offset *= 2
    layout.shape.append(2)
    layout.strides.append(1)
    try layout.checkCount()
    return NDArray(storage: storage, layout: layout, dtype: dtype.realType)
  }
}
