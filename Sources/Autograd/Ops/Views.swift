import Arrays

/// Views: operations that show the same storage under another shape.

/// Shows the elements under another shape; one size may be -1. Throws when strides do not allow it without a copy.
public func view(_ x: Tensor, _ shape: [Int]) throws(TorchError) -> Tensor {
  try view(x, Dims(shape))
}

package func view(_ x: Tensor, _ shape: Dims) throws(TorchError) -> Tensor {
  if !records(x), x.arrayPointer.pointee.isContiguous, let whole = x.arrayPointer.pointee.wholeShape(shape) {
    return plainView(x) {
      $0.shape = whole
      $0.strides = Layout.contiguousStrides(whole)
    }
  }
  let array = try x.arrayPointer.pointee.viewed(as: shape)
  guard records(x) else { return plainView(x, array) }
  let before = x.array.shape
  return recordView("ViewBackward0", x, array) { (_, g) throws(TorchError) in try reshape(g, before) }
}

/// Gives the elements another shape, as a view where possible and as a copy elsewhere.
public func reshape(_ x: Tensor, _ shape: [Int]) throws(TorchError) -> Tensor {
  try reshape(x, Dims(shape))
}

package func reshape(_ x: Tensor, _ requested: Dims) throws(TorchError) -> Tensor {
  if x.arrayPointer.pointee.isContiguous { return try view(x, requested) }
  let shape = try x.array.inferred(requested)
  if try x.array.canView(as: shape) { return try view(x, shape) }
  let copy = try clone(x, contiguous: true)
  let before = copy.array.shape
  return record("UnsafeViewBackward0", copy, try copy.array.viewed(as: shape)) { (_, g) throws(TorchError) in
    try reshape(g, before)
  }
}

/// Merges a range of dimensions into one.
public func flatten(_ x: Tensor, _ start: Int = 0, _ end: Int = -1) throws(TorchError) -> Tensor {
  let shape = try x.array.flattenedShape(start, end)
  return shape == x.array.shape ? x : try reshape(x, shape)
}

/// Splits a dimension into several; one size may be -1.
public func unflatten(_ x: Tensor, _ dim: Int, _ sizes: [Int]) throws(TorchError) -> Tensor {
  guard !sizes.isEmpty else { throw .runtime("unflatten: sizes must be non-empty") }
  let position = try x.array.normalize(dim: dim)
  func unexpected(_ text: String) -> TorchError { .runtime("unflatten got an unexpected error:\n" + text) }
  guard x.dim > 0 else { throw unexpected("Dimension specified as 0 but tensor has no dimensions") }
  if let bad = sizes.firstIndex(where: { $0 < -1 }) {
    throw unexpected("invalid shape dimension \(sizes[bad]) at index \(bad) of shape \(Dims(sizes).text)")
  }
  if sizes.filter({ $0 == -1 }).count > 1 { throw unexpected("only one dimension can be inferred") }
  let size = x.array.shape[position]
  var known = 1
  var open: Int?
  for (index, size) in sizes.enumerated() {
    if size == -1, open == nil { open = index } else { known = known &* size }
  }
  guard open != nil ? known > 0 && size % known == 0 : known == size else {
    throw .runtime(
      "unflatten: Provided sizes \(Dims(sizes).text) don't multiply up to the size of dim \(position) (\(size)) in the "
        + "input tensor")
  }
  var inner = sizes
  if let open { inner[open] = size / known }
  var shape = x.shape
  shape.replaceSubrange(position...position, with: inner)
  return try view(x, shape)
}

/// Exchanges two dimensions.
public func transpose(_ x: Tensor, _ first: Int, _ second: Int) throws(TorchError) -> Tensor {
  let rank = x.dim
  let (a, b) = (first < 0 ? first &+ rank : first, second < 0 ? second &+ rank : second)
  if a >= 0, a < rank, b >= 0, b < rank, !records(x) { return plainView(x) { $0.swapDims(a, b) } }
  let array = try x.arrayPointer.pointee.transpose(first, second)
  guard records(x) else { return plainView(x, array) }
  return recordView("TransposeBackward0", x, array) { (_, g) throws(TorchError) in try transpose(g, first, second) }
}

/// Transposes a matrix; tensors of fewer dimensions stay.
public func t(_ x: Tensor) throws(TorchError) -> Tensor {
  guard x.dim <= 2 else { throw .runtime("t() expects a tensor with <= 2 dimensions, but self is \(x.dim)D") }
  if x.dim == 2, !records(x) { return plainView(x) { $0.swapDims(0, 1) } }
  let array = x.dim == 2 ? try x.arrayPointer.pointee.transpose(0, 1) : x.array
  guard records(x) else { return plainView(x, array) }
  return recordView("TBackward0", x, array) { (_, g) throws(TorchError) in try t(g) }
}

/// Reorders all dimensions.
public func permute(_ x: Tensor, _ dims: [Int]) throws(TorchError) -> Tensor {
  recordView("PermuteBackward0", x, try x.array.permute(Dims(dims))) { (_, g) throws(TorchError) in
    var inverse = [Int](repeating: 0, count: dims.count)
    for (index, dim) in dims.enumerated() { inverse[try g.array.normalize(dim: dim)] = index }
    return try permute(g, inverse)
  }
}

/// Reverses all dimensions, `x.T`.
public func reverseDims(_ x: Tensor) throws(TorchError) -> Tensor {
  try permute(x, Array((0..<x.dim).reversed()))
}

/// Moves dimensions to other positions; the others keep their order.
public func movedim(_ x: Tensor, _ source: [Int], _ destination: [Int]) throws(TorchError) -> Tensor {
  guard source.count == destination.count else {
    throw .runtime(
      "movedim: Invalid source or destination dims: source (\(Dims(source).text) dims) should contain the same number of "
        + "dims as destination (\(Dims(destination).text) dims)")
  }
  var from: [Int] = []
  var to: [Int] = []
  for dim in source { from.append(try x.array.normalize(dim: dim)) }
  for dim in destination { to.append(try x.array.normalize(dim: dim)) }
  guard Set(from).count == from.count else {
    throw .runtime("movedim: repeated dim in `source` (\(Dims(source).text))")
  }
  guard Set(to).count == to.count else {
    throw .runtime("movedim: repeated dim in `destination` (\(Dims(destination).text))")
  }
  if x.dim == 0 { return alias(x) }
  var order = [Int](repeating: -1, count: x.dim)
  for (index, position) in to.enumerated() { order[position] = from[index] }
  var rest = (0..<x.dim).filter { !from.contains($0) }.makeIterator()
  for index in order.indices where order[index] < 0 { order[index] = rest.next() ?? 0 }
  return try permute(x, order)
}

/// Removes all dimensions of size one.
public func squeeze(_ x: Tensor) throws(TorchError) -> Tensor {
  let before = x.array.shape
  return recordView("SqueezeBackward0", x, x.array.squeeze()) { (_, g) throws(TorchError) in try reshape(g, before) }
}

/// Removes a dimension if its size is one.
public func squeeze(_ x: Tensor, _ dim: Int) throws(TorchError) -> Tensor {
  let before = x.array.shape
  return recordView("SqueezeBackward1", x, try x.array.squeeze(dim)) { (_, g) throws(TorchError) in
    try reshape(g, before)
  }
}

/// Removes those of the given dimensions whose size is one.
public func squeeze(_ x: Tensor, dims: [Int]) throws(TorchError) -> Tensor {
  let before = x.array.shape
  var array = x.array
  for dim in try normalizeDims(dims, rank: x.dim).sorted(by: >) where x.dim > 0 { array = try array.squeeze(dim) }
  return recordView("SqueezeBackward2", x, array) { (_, g) throws(TorchError) in try reshape(g, before) }
}

/// Inserts a dimension of size one.
public func unsqueeze(_ x: Tensor, _ dim: Int) throws(TorchError) -> Tensor {
  let array = try x.arrayPointer.pointee.unsqueeze(dim)
  guard records(x) else { return plainView(x, array) }
  let before = x.array.shape
  return recordView("UnsqueezeBackward0", x, array) { (_, g) throws(TorchError) in try reshape(g, before) }
}

/// Repeats dimensions of size one without copying; -1 keeps a size.
public func expand(_ x: Tensor, _ sizes: [Int]) throws(TorchError) -> Tensor {
  try expand(x, Dims(sizes))
}

func expand(_ x: Tensor, _ sizes: Dims) throws(TorchError) -> Tensor {
  // The engine sums the gradient to the smaller shape.
  recordView("ExpandBackward0", x, try x.array.expand(sizes)) { (_, g) in g }
}

/// Broadcasts to a shape.
public func broadcastTo(_ x: Tensor, _ sizes: [Int]) throws(TorchError) -> Tensor { try expand(x, sizes) }

/// Fixes the index of one dimension, which goes away.
public func select(_ x: Tensor, _ dim: Int, _ index: Int) throws(TorchError) -> Tensor {
  if dim >= 0, dim < x.dim, index >= 0, index < x.arrayPointer.pointee.layout.shape[dim], !records(x) {
    return plainView(x) { $0.select(dim, index) }
  }
  let array = try x.arrayPointer.pointee.select(dim, index)
  guard records(x) else { return plainView(x, array) }
  let shape = x.array.shape
  return recordView("SelectBackward0", x, array) { (_, g) throws(TorchError) in
    try embed(g, in: shape) { (whole) throws(TorchError) in try whole.select(dim, index) }
  }
}

/// Takes a range of one dimension as Python's slices do: bounds may be negative or beyond the ends.
public func slice(
  _ x: Tensor, _ dim: Int = 0, start: Int? = nil, end: Int? = nil, step: Int = 1
) throws(TorchError) -> Tensor {
  let array = try x.arrayPointer.pointee.slice(dim, start: start, end: end, step: step)
  guard records(x) else { return plainView(x, array) }
  let shape = x.array.shape
  return recordView("SliceBackward0", x, array) {
    (_, g) throws(TorchError) in
    try embed(g, in: shape) { (whole) throws(TorchError) in
      try whole.slice(dim, start: start, end: end, step: step)
    }
  }
}

/// Takes `length` elements of a dimension from `start` on.
public func narrow(_ x: Tensor, _ dim: Int, _ start: Int, _ length: Int) throws(TorchError) -> Tensor {
  let shape = x.array.shape
  return recordView("SliceBackward0", x, try x.array.narrow(dim, start: start, length: length)) {
    (_, g) throws(TorchError) in
    try embed(g, in: shape) { (whole) throws(TorchError) in try whole.narrow(dim, start: start, length: length) }
  }
}

/// Shows a diagonal of two dimensions as the last dimension.
public func diagonal(
  _ x: Tensor, offset: Int = 0, _ dim1: Int = 0, _ dim2: Int = 1
) throws(TorchError) -> Tensor {
  let shape = x.array.shape
  return recordView("DiagonalBackward0", x, try x.array.diagonal(offset: offset, dim1, dim2)) {
    (_, g) throws(TorchError) in
    try embed(g, in: shape) { (whole) throws(TorchError) in try whole.diagonal(offset: offset, dim1, dim2) }
  }
}

/// Shows windows of a dimension; the position inside a window becomes the last dimension.
public func unfold(_ x: Tensor, _ dim: Int, size: Int, step: Int) throws(TorchError) -> Tensor {
  let shape = x.array.shape
  return recordView("UnfoldBackward0", x, try x.array.unfold(dim, size: size, step: step)) {
    (_, g) throws(TorchError) in
    try embed(g, in: shape) { (whole) throws(TorchError) in try whole.unfold(dim, size: size, step: step) }
  }
}

/// Shows the storage under any shape, strides and offset that stay inside it.
public func asStrided(
  _ x: Tensor, _ shape: [Int], _ strides: [Int], offset: Int? = nil
) throws(TorchError) -> Tensor {
  let array = try x.array.asStrided(Dims(shape), Dims(strides), offset: offset)
  let place = StridedPlace(base: x.array.layout, view: array.layout)
  return recordView("AsStridedBackward0", x, array) { (_, g) throws(TorchError) in try place.spread(g) }
}

/// Shares storage without sharing history, `x.detach()`.
public func detach(_ x: Tensor) -> Tensor {
  let result = Tensor(x.array)
  result.isInference = x.isInference
  return result
}

/// The same tensor as a view of itself.
package func alias(_ x: Tensor) -> Tensor {
  recordView("AliasBackward0", x, x.array) { (_, g) in g }
}

/// Real parts as a view; real tensors stay.
public func real(_ x: Tensor) throws(TorchError) -> Tensor {
  x.dtype.isComplex ? try select(viewAsReal(x), -1, 0) : x
}

/// Imaginary parts as a view.
public func imag(_ x: Tensor) throws(TorchError) -> Tensor {
  guard x.dtype.isComplex else { throw .runtime("imag is not implemented for tensors with non-complex dtypes.") }
  return try select(viewAsReal(x), -1, 1)
}

/// Shows complex numbers as pairs of real ones in a new last dimension.
public func viewAsReal(_ x: Tensor) throws(TorchError) -> Tensor {
  recordView("ViewAsRealBackward0", x, try x.array.viewedAsReal()) { (_, g) throws(TorchError) in
    try viewAsComplex(contiguous(g))
  }
}

/// Shows pairs of real numbers in the last dimension as complex ones.
public func viewAsComplex(_ x: Tensor) throws(TorchError) -> Tensor {
  recordView("ViewAsComplexBackward0", x, try x.array.viewedAsComplex()) { (_, g) throws(TorchError) in
    try viewAsReal(g)
  }
}

/// Turns dimensions that may be negative into positions, refusing repeated ones.
func normalizeDims(_ dims: [Int], rank: Int) throws(TorchError) -> [Int] {
  var result: [Int] = []
  result.reserveCapacity(dims.count)
  for dim in dims {
    let position = try Layout.normalize(dim: dim, rank: rank)
    guard !result.contains(position) else {
      throw .runtime("dim \(position) appears multiple times in the list of dims")
    }
    result.append(position)
  }
  return result
}

/// The bytes of a tensor as elements of another dtype; no gradient goes through it.
public func view(_ x: Tensor, as dtype: DType) throws(TorchError) -> Tensor {
  let old = x.array
  let (from, to) = (old.dtype.size, dtype.size)
  let what = "to view \(old.dtype.scalarTypeName) as \(dtype.scalarTypeName) (different element sizes)"
  var layout = old.layout
  if from != to {
    guard old.rank > 0 else { throw .runtime("self.dim() cannot be 0 \(what)") }
    let last = old.rank - 1
    guard old.strides[last] == 1 else {
      throw .runtime("self.stride(-1) must be 1 \(what), but got \(old.strides[last])")
    }
    var (shape, strides) = (old.shape, old.strides)
    if from > to {
      let ratio = from / to
      for k in 0..<last { strides[k] = old.strides[k] &* ratio }
      shape[last] = old.shape[last] &* ratio
      layout = Layout(shape: shape, strides: strides, offset: old.offset &* ratio)
    } else {
      let ratio = to / from
      guard old.shape[last] % ratio == 0 else {
        throw .runtime("self.size(-1) must be divisible by \(ratio) \(what), but got \(old.shape[last])")
      }
      guard old.offset % ratio == 0 else {
        throw .runtime("self.storage_offset() must be divisible by \(ratio) \(what), but got \(old.offset)")
      }
      for k in 0..<last {
        guard old.strides[k] % ratio == 0 else {
          throw .runtime("self.stride(\(k)) must be divisible by \(ratio) \(what), but got \(old.strides[k])")
        }
        strides[k] = old.strides[k] / ratio
      }
      shape[last] = old.shape[last] / ratio
      layout = Layout(shape: shape, strides: strides, offset: old.offset / ratio)
    }
  }
  return Tensor(NDArray(storage: old.storage, layout: layout, dtype: dtype))
}
