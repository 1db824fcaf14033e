/// Views: other layouts over the same storage.
extension NDArray {
  /// Swaps two dimensions.
  package func transpose(_ first: Int, _ second: Int) throws(ArrayError) -> NDArray {
    let a = try normalize(dim: first)
    let b = try normalize(dim: second)
    if rank == 0 { return self }
    var layout = self.layout
    let (size, stride) = (layout.shape[a], layout.strides[a])
    layout.shape[a] = layout.shape[b]
    layout.shape[b] = size
    layout.strides[a] = layout.strides[b]
    layout.strides[b] = stride
    return view(layout)
  }

  /// Reorders all dimensions.
  package func permute(_ dims: Dims) throws(ArrayError) -> NDArray {
    guard dims.count == rank else {
      throw .runtime(
        "permute(sparse_coo): number of dimensions in the tensor input does not match the length of the desired "
          + "ordering of dimensions i.e. input.dim() = \(rank) is not equal to len(dims) = \(dims.count)")
    }
    var layout = self.layout
    var seen = Dims(repeating: 0, count: rank)
    for position in 0..<rank {
      let dim = try normalize(dim: dims[position])
      guard seen[dim] == 0 else { throw .runtime("permute(): duplicate dims are not allowed.") }
      seen[dim] = 1
      layout.shape[position] = self.layout.shape[dim]
      layout.strides[position] = self.layout.strides[dim]
    }
    return view(layout)
  }

  /// Takes one index of a dimension and drops the dimension.
  package func select(_ dim: Int, _ index: Int) throws(ArrayError) -> NDArray {
    guard rank > 0 else { throw .index("select() cannot be applied to a 0-dim tensor.") }
    let dim = try normalize(dim: dim)
    let size = layout.shape[dim]
    guard index >= -size, index < size else {
      throw .index(
        "select(): index \(index) out of range for tensor of size \(shape.text) at dimension \(dim)")
    }
    var layout = self.layout
    layout.offset += (index < 0 ? index + size : index) * layout.strides[dim]
    layout.shape.remove(at: dim)
    layout.strides.remove(at: dim)
    return view(layout)
  }

  /// Takes `start..<end` of a dimension by steps, with Python's rules for missing, negative and large bounds.
  package func slice(_ dim: Int, start: Int?, end: Int?, step: Int = 1) throws(ArrayError) -> NDArray {
    guard rank > 0 else { throw .runtime("slice() cannot be applied to a 0-dim tensor.") }
    let dim = try normalize(dim: dim)
    guard step > 0 else { throw .runtime("slice step must be positive") }
    let size = layout.shape[dim]
    func bound(_ value: Int) -> Int {
      let wrapped = value < 0 ? value &+ size : value
      return Swift.min(Swift.max(wrapped, 0), size)
    }
    let from = bound(start ?? 0)
    let to = Swift.max(bound(end ?? size), from)
    var layout = self.layout
    layout.offset += from * layout.strides[dim]
    layout.shape[dim] = (to - from) / step + ((to - from) % step == 0 ? 0 : 1)
    layout.strides[dim] = layout.strides[dim].multipliedReportingOverflow(by: step).partialValue
    return view(layout)
  }

  /// Takes `length` indices of a dimension from `start` on.
  package func narrow(_ dim: Int, start: Int, length: Int) throws(ArrayError) -> NDArray {
    guard rank > 0 else { throw .runtime("narrow() cannot be applied to a 0-dim tensor.") }
    guard length >= 0 else { throw .runtime("narrow(): length must be non-negative.") }
    let dim = try normalize(dim: dim)
    let size = layout.shape[dim]
    guard start >= -size, start <= size else {
      throw .index("start out of range (expected to be in range of [\(-size), \(size)], but got \(start))")
    }
    let from = start < 0 ? start + size : start
    guard length <= size - from else {
      throw .runtime("start (\(from)) + length (\(length)) exceeds dimension size (\(size)).")
    }
    var layout = self.layout
    layout.offset += from * layout.strides[dim]
    layout.shape[dim] = length
    return view(layout)
  }

  /// Stretches dimensions of size one; -1 keeps a size.
  package func expand(_ sizes: Dims) throws(ArrayError) -> NDArray {
    guard sizes.count >= rank else {
      throw .runtime(
        "expand(\(typeText){\(shape.text)}, size=\(sizes.text)): the number of sizes provided (\(sizes.count)) must "
          + "be greater or equal to the number of dimensions in the tensor (\(rank))")
    }
    let lead = sizes.count - rank
    var shape = sizes
    var strides = Dims(repeating: 0, count: sizes.count)
    for dim in (0..<sizes.count).reversed() {
      let own = dim - lead
      let size = own < 0 ? 1 : layout.shape[own]
      var target = sizes[dim]
      if target == -1 {
        guard own >= 0 else {
          throw .runtime(
            "The expanded size of the tensor (-1) isn't allowed in a leading, non-existing dimension \(dim)")
        }
        target = size
      }
      let stride =
        own < 0 ? (rank == 0 ? 0 : dim + 1 < sizes.count ? shape[dim + 1] &* strides[dim + 1] : 1) : layout.strides[own]
      guard size == target || size == 1 else {
        throw .runtime(
          "The expanded size of the tensor (\(target)) must match the existing size (\(size)) at non-singleton "
            + "dimension \(dim).  Target sizes: \(sizes.text).  Tensor sizes: \(self.shape.text)")
      }
      guard target >= 0 else {
        throw .runtime("Trying to create tensor with negative dimension \(target): \(sizes.text)")
      }
      shape[dim] = target
      strides[dim] = size == target ? stride : 0
    }
    guard shape.product != nil else {
      throw .runtime("Storage size calculation overflowed with sizes=\(shape.text)")
    }
    return view(Layout(shape: shape, strides: strides, offset: layout.offset))
  }

  /// The type as torch's C++ names it.
  var typeText: String {
    // Those without a name in the old interface.
    dtype == .bool || dtype == .bfloat16 || dtype.isComplex ? "CPU\(dtype.scalarTypeName)Type" : "torch.\(dtype.scalarTypeName)Tensor"
  }

  /// Drops all dimensions of size one.
  package func squeeze() -> NDArray {
    var layout = Layout(shape: Dims(), strides: Dims(), offset: self.layout.offset)
    for dim in 0..<rank where self.layout.shape[dim] != 1 {
      layout.shape.append(self.layout.shape[dim])
      layout.strides.append(self.layout.strides[dim])
    }
    return view(layout)
  }

  /// Drops a dimension if its size is one.
  package func squeeze(_ dim: Int) throws(ArrayError) -> NDArray {
    let dim = try normalize(dim: dim)
    if rank == 0 || layout.shape[dim] != 1 { return self }
    var layout = self.layout
    layout.shape.remove(at: dim)
    layout.strides.remove(at: dim)
    return view(layout)
  }

  /// Inserts a dimension of size one.
  package func unsqueeze(_ dim: Int) throws(ArrayError) -> NDArray {
    let dim = try Layout.normalize(dim: dim, rank: rank + 1)
    var layout = self.layout
    let stride = dim < rank ? layout.shape[dim] &* layout.strides[dim] : 1
    layout.shape.insert(1, at: dim)
    layout.strides.insert(stride, at: dim)
    return view(layout)
  }

  /// Sees the storage through any layout that stays inside it.
  package func asStrided(_ size: Dims, _ stride: Dims, offset: Int? = nil) throws(ArrayError) -> NDArray {
    guard size.count == stride.count else {
      throw .runtime("mismatch in length of strides and shape")
    }
    let offset = offset ?? layout.offset
    for dim in 0..<stride.count where stride[dim] < 0 {
      throw .runtime(
        "as_strided: Negative strides are not supported at the moment, got strides: \(stride.text)")
    }
    guard size.product != nil, offset >= 0 else { throw .runtime("as_strided: invalid layout") }
    var last = offset
    var isEmpty = false
    for dim in 0..<size.count {
      if size[dim] == 0 { isEmpty = true }
      guard size[dim] >= 0 else { throw .runtime("as_strided: invalid layout") }
      let (reach, overflow) = (size[dim] - 1).multipliedReportingOverflow(by: stride[dim])
      let (sum, more) = last.addingReportingOverflow(reach)
      guard !overflow, !more else { throw .runtime("as_strided: invalid layout") }
      last = sum
    }
    let needed = (last &+ 1) &* dtype.size
    if !isEmpty && needed > storage.byteCount {
      throw .runtime(
        "setStorage: sizes \(size.text), strides \(stride.text), storage offset \(offset), and itemsize "
          + "\(dtype.size) requiring a storage size of \(needed) are out of bounds for storage of size "
          + "\(storage.byteCount)")
    }
    return view(Layout(shape: size, strides: stride, offset: offset))
  }

  /// Windows of `size` along a dimension, `step` apart, as a new last dimension.
  package func unfold(_ dim: Int, size: Int, step: Int) throws(ArrayError) -> NDArray {
    let dim = try normalize(dim: dim)
    let extent = rank == 0 ? 1 : layout.shape[dim]
    guard size >= 0 else { throw .runtime("size is \(size) but must be >= 0") }
    guard size <= extent else {
      throw .runtime("maximum size for tensor at dimension \(dim) is \(extent) but size is \(size)")
    }
    guard step > 0 else { throw .runtime("step is \(step) but must be > 0") }
    var layout = self.layout
    let stride = rank == 0 ? 1 : layout.strides[dim]
    if rank > 0 {
      layout.shape[dim] = (extent - size) / step + 1
      layout.strides[dim] = stride &* step
    }
    layout.shape.append(size)
    layout.strides.append(stride)
    try layout.checkCount()
    return view(layout)
  }

  /// Diagonal of two dimensions as a new last dimension.
  package func diagonal(offset: Int = 0, _ first: Int = 0, _ second: Int = 1) throws(ArrayError) -> NDArray {
    let a = try normalize(dim: first)
    let b = try normalize(dim: second)
    guard a != b else { throw .runtime("diagonal dimensions cannot be identical \(first), \(second)") }
    let rows = layout.shape[a]
    let columns = layout.shape[b]
    var layout = self.layout
    let length: Int
    if offset >= 0 {
      length = Swift.max(Swift.min(rows, columns &- offset), 0)
      if length > 0 { layout.offset += offset * layout.strides[b] }
    } else {
      length = Swift.max(Swift.min(rows &+ offset, columns), 0)
      if length > 0 { layout.offset -= offset * layout.strides[a] }
    }
    let stride = layout.strides[a] + layout.strides[b]
    for dim in [Swift.max(a, b), Swift.min(a, b)] {
      layout.shape.remove(at: dim)
      layout.strides.remove(at: dim)
    }
    layout.shape.append(length)
    layout.strides.append(stride)
    return view(layout)
  }
}
