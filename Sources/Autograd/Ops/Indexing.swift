import Arrays

/// Python's `x[…]` and its assignment: ranges and integers make views, tensors of indices and masks make copies.

/// One entry between the brackets.
public enum Index {
  /// `None`: a new dimension of size one.
  case newAxis
  /// `...`: as many whole dimensions as are missing.
  case ellipsis
  /// A single place, counted from the end when negative.
  case integer(Int)
  /// A range as in Python; missing bounds are nil.
  case slice(start: Int?, end: Int?, step: Int)
  /// `True` or `False`.
  case boolean(Bool)
  /// Places (integers) or a mask (booleans).
  case tensor(Tensor)
}

/// Takes `x[mask]` where a mask of x's own shape says so.
package func index(_ x: Tensor, mask: Tensor) throws(TorchError) -> Tensor {
  let array = try x.arrayPointer.pointee.maskedSelect(mask.array)
  guard records(x) else { return Tensor(array) }
  let shape = x.array.shape
  return record("IndexBackward0", x, array) { (_, g) throws(TorchError) in try spread(g, shape, [mask]) }
}

/// Takes `x[indices]`.
public func index(_ x: Tensor, _ indices: [Index]) throws(TorchError) -> Tensor {
  let (view, tensors) = try applyViews(x, indices)
  if tensors.isEmpty { return view === x ? alias(x) : view }
  return try index(view, tensors)
}

/// Stores a value at `x[indices]`, with broadcasting.
public func setIndex(_ x: Tensor, _ indices: [Index], _ value: Tensor) throws(TorchError) {
  let (view, tensors) = try applyViews(x, indices)
  if tensors.isEmpty {
    // torch copies the value as expanded to the place, whose message is another than that of `copy_`.
    var fitting = view.array.shape == value.array.shape ? value : try dropLeadingOnes(value)
    // A tensor without dimensions fills the place, wherever it lies.
    if value.dim == 0, value.array.storage === view.array.storage { fitting = try clone(value) }
    try copy_(
      view, fitting.array.layout.shape == view.array.layout.shape ? fitting : try expand(fitting, view.shape))
  } else {
    let fillsMask = value.count == 1 && x.dim > 0 && tensors.allSatisfy { $0.map { $0.dtype == .bool } ?? true }
    guard value.dtype == x.dtype || fillsMask || value.array.storage === x.array.storage else {
      // A value of the wrong shape is told first.
      let plain = try detach(dropLeadingOnes(value))
      _ = try noGrad { () throws(TorchError) in try indexPut_(clone(view), tensors, to(plain, x.dtype)) }
      throw .runtime(
        "Index put requires the source and destination dtypes match, got \(x.dtype.scalarTypeName) for the destination and "
          + "\(value.dtype.scalarTypeName) for the source.")
    }
    // One number for a mask is a number to torch, which has to fit even where the mask takes nothing.
    if fillsMask, value.dtype != x.dtype, !x.dtype.isComplex { try value.item().checkFits(x.dtype) }
    let overlaps =
      value.count > 0 && value.array.overlaps(view.array) && value.array.layout.isNonOverlappingAndDense
      && view.array.layout.isNonOverlappingAndDense
    guard fillsMask || !((value === x && view === x && value.array.shape.first != 1) || overlaps) else {
      throw .runtime(
        "unsupported operation: some elements of the input tensor and the written-to tensor refer to a single memory "
          + "location. Please clone() the tensor before performing the operation.")
    }
    try indexPut_(view, tensors, dropLeadingOnes(to(value, x.dtype)))
  }
}

/// Stores a number at `x[indices]`.
public func setIndex(_ x: Tensor, _ indices: [Index], _ value: Scalar) throws(TorchError) {
  let (view, tensors) = try applyViews(x, indices)
  if tensors.isEmpty {
    // A number that does not fit is told first; a place is copied to, which may not lie on itself.
    try value.checkFits(view.dtype)
    try view.array.checkWritable(from: [])
    try fill_(view, value)
  } else {
    try indexPut_(view, tensors, Tensor(NDArray.scalar(value, x.dtype)))
  }
}

private func dropLeadingOnes(_ value: Tensor) throws(TorchError) -> Tensor {
  var trimmed = value
  while trimmed.dim > 0, trimmed.array.shape[0] == 1 { trimmed = try squeeze(trimmed, 0) }
  return trimmed
}

/// Applies ranges, integers and new dimensions; what is left are tensors by dimension of the view.
private func applyViews(_ x: Tensor, _ indices: [Index]) throws(TorchError) -> (Tensor, [Tensor?]) {
  let consumed = try consumedDimensions(x, indices)
  var view = x
  var dim = 0
  /// Dimension of x that `dim` of the view stands for, which error texts name.
  var original = 0
  var tensors: [(dim: Int, tensor: Tensor)] = []
  for index in indices {
    switch index {
    case .newAxis:
      view = try unsqueeze(view, dim)
      dim += 1
    case .ellipsis:
      dim += x.dim - consumed
      original += x.dim - consumed
    case .integer(let place):
      view = try selectPlace(view, dim, place, original)
      original += 1
    case .slice(let start, let end, let step):
      guard step > 0 else { throw .value("step must be greater than zero") }
      if step != 1 || start ?? 0 != 0 || end.map({ $0 < view.array.shape[dim] }) ?? false {
        view = try slice(view, dim, start: start, end: end, step: step)
      }
      dim += 1
      original += 1
    case .boolean(let isTaken):
      view = try unsqueeze(view, dim)
      tensors.append((dim, Tensor(try NDArray.full([1], .bool(isTaken), .bool))))
      dim += 1
    case .tensor(let tensor):
      if tensor.dim == 0, tensor.dtype.isInteger, tensor.dtype != .uint8 {
        view = try selectPlace(view, dim, tensor.item().intValue, original)
        original += 1
      } else if tensor.dim == 0, isMask(tensor) {
        view = try unsqueeze(view, dim)
        tensors.append((dim, try unsqueeze(to(tensor, .bool), 0)))
        dim += 1
      } else {
        tensors.append((dim, tensor))
        dim += isMask(tensor) ? tensor.dim : 1
        original += isMask(tensor) ? tensor.dim : 1
      }
    }
  }
  return (view, slots(tensors))
}

/// How many dimensions of x the indices take, with torch's errors when it has fewer.
private func consumedDimensions(_ x: Tensor, _ indices: [Index]) throws(TorchError) -> Int {
  var consumed = 0
  for index in indices {
    switch index {
    case .newAxis, .ellipsis, .boolean: break
    case .integer, .slice: consumed += 1
    case .tensor(let tensor): consumed += isMask(tensor) ? tensor.dim : 1
    }
  }
  guard consumed <= x.dim else {
    if x.dim == 0, indices.count == 1 {
      throw .index(
        "invalid index of a 0-dim tensor. Use `tensor.item()` in Python or `tensor.item<T>()` in C++ to convert a 0-dim "
          + "tensor to a number")
    }
    throw .index("too many indices for tensor of dimension \(x.dim)")
  }
  return consumed
}

/// Index tensors by dimension of the view.
private func slots(_ tensors: [(dim: Int, tensor: Tensor)]) -> [Tensor?] {
  guard let last = tensors.last else { return [] }
  var slots = [Tensor?](repeating: nil, count: last.dim + 1)
  for entry in tensors { slots[entry.dim] = entry.tensor }
  // A mask of several dimensions takes the slots of all of them.
  var compact: [Tensor?] = []
  var position = 0
  while position < slots.count {
    compact.append(slots[position])
    position += slots[position].map { isMask($0) ? Swift.max($0.dim, 1) : 1 } ?? 1
  }
  return compact
}

private func isMask(_ tensor: Tensor) -> Bool { tensor.dtype == .bool || tensor.dtype == .uint8 }

private func selectPlace(_ x: Tensor, _ dim: Int, _ place: Int, _ original: Int) throws(TorchError) -> Tensor {
  let size = x.array.shape[dim]
  guard place >= -size, place < size else {
    throw .index("index \(place) is out of bounds for dimension \(original) with size \(size)")
  }
  return try select(x, dim, place)
}

/// Takes elements at places given by tensors, nil standing for whole dimensions.
public func index(_ x: Tensor, _ indices: [Tensor?]) throws(TorchError) -> Tensor {
  let places = indices.map { $0?.array }
  let shape = x.array.shape
  return record("IndexBackward0", x, try x.array.index(places)) { (_, g) throws(TorchError) in
    try spread(g, shape, indices)
  }
}

private func spread(_ g: Tensor, _ shape: Dims, _ indices: [Tensor?]) throws(TorchError) -> Tensor {
  let whole = try NDArray.zeros(shape, g.dtype)
  try whole.indexPutInPlace(indices.map { $0?.array }, g.array, accumulate: true)
  whole.storage.version = 0
  return record("IndexBackwardBackward0", g, whole) { (_, h) throws(TorchError) in try index(h, indices) }
}

/// Stores or adds values at places given by tensors, in place.
@discardableResult
public func indexPut_(
  _ x: Tensor, _ indices: [Tensor?], _ values: Tensor, accumulate: Bool = false
) throws(TorchError) -> Tensor {
  let places = indices.map { $0?.array }
  let recording = records(x, values)
  try checkInPlace(x, recording: recording)
  try x.array.indexPutInPlace(places, values.array, accumulate: accumulate)
  if recording {
    recordInPlace(
      "IndexPutBackward0", x, values,
      { (_, g) throws(TorchError) in
        accumulate ? g : try indexPut(g, indices, zeros(Dims(), g.dtype))
      },
      { (_, g) throws(TorchError) in try index(g, indices) })
  }
  return x
}

/// Stores or adds values at places given by tensors, in a copy.
public func indexPut(
  _ x: Tensor, _ indices: [Tensor?], _ values: Tensor, accumulate: Bool = false
) throws(TorchError) -> Tensor {
  let array = try x.array.contiguousCopy()
  try array.indexPutInPlace(indices.map { $0?.array }, values.array, accumulate: accumulate)
  array.storage.version = 0
  return record(
    "IndexPutBackward0", x, values, array,
    { (_, g) throws(TorchError) in accumulate ? g : try indexPut(g, indices, zeros(Dims(), g.dtype)) },
    { (_, g) throws(TorchError) in try index(g, indices) })
}

/// Takes whole slices of a dimension in the order of a vector of places.
public func indexSelect(_ x: Tensor, _ dim: Int, _ index: Tensor) throws(TorchError) -> Tensor {
  let shape = x.array.shape
  return record("IndexSelectBackward0", x, try x.array.indexSelect(dim, index.array)) { (_, g) throws(TorchError) in
    try indexAdd(zeros(shape, g.dtype), dim, index, g)
  }
}

/// Adds slices of a source at places of a dimension.
public func indexAdd(
  _ x: Tensor, _ dim: Int, _ index: Tensor, _ source: Tensor, alpha: Scalar = 1
) throws(TorchError) -> Tensor {
  let position = try x.array.normalize(dim: dim)
  if index.dim < 2, index.dtype == .int64 || index.dtype == .int32 {
    guard x.dtype == source.dtype else {
      throw .runtime(
        "index_add_(): self (\(x.dtype.scalarTypeName)) and source (\(source.dtype.scalarTypeName)) must have the same scalar type")
    }
    if x.dim > 0, source.dim > position, index.count != source.shape[position] {
      throw .runtime(
        "index_add_(): Number of indices (\(index.count)) should be equal to source.size(dim): (\(source.shape[position])), for dim: "
          + "\(position)")
    }
  }
  try checkAddedSlices(x, dim, source)
  let array = try x.array.contiguousCopy()
  try array.indexAddInPlace(dim, index.array, source.array, alpha: alpha)
  array.storage.version = 0
  return record(
    "IndexAddBackward0", x, source, array, { (_, g) in g },
    { (_, g) throws(TorchError) in
      let part = try indexSelect(g, dim, index)
      return alpha == .int(1) ? part : try mul(part, alpha)
    })
}

/// Raises unless a source has the sizes of a tensor in all dimensions but one.
private func checkAddedSlices(_ x: Tensor, _ dim: Int, _ source: Tensor) throws(TorchError) {
  let position = try x.array.normalize(dim: dim)
  guard source.dim > 0 || x.dim == 0 else { throw .index("Dimension specified as \(dim) but tensor has no dimensions") }
  let (own, other) = (x.array.shape, source.array.shape)
  let fits = x.dim == 0 ? other.count <= 1 : own.count == other.count && (0..<own.count).allSatisfy { $0 == position || own[$0] == other[$0] }
  guard !fits else { return }
  throw .runtime(
    "source tensor shape must match self tensor shape, excluding the specified dimension. Got self.shape = \(own.text) "
      + "source.shape = \(other.text)")
}

/// Copies slices of a source to places of a dimension.
public func indexCopy(_ x: Tensor, _ dim: Int, _ index: Tensor, _ source: Tensor) throws(TorchError) -> Tensor {
  let array = try x.array.contiguousCopy()
  try array.indexAddInPlace(dim, index.array, source.array, mode: .replace)
  array.storage.version = 0
  return record(
    "IndexCopyBackward0", x, source, array,
    { (_, g) throws(TorchError) in try indexFill(g, dim, index, 0) },
    { (_, g) throws(TorchError) in try indexSelect(g, dim, index) })
}

/// Fills slices of a dimension with a number.
public func indexFill(_ x: Tensor, _ dim: Int, _ index: Tensor, _ value: Scalar) throws(TorchError) -> Tensor {
  if value.category == .complex, !x.dtype.isComplex {
    throw .runtime("index_fill_(): Converting complex Scalar to non-complex type is not supported")
  }
  let array = try x.array.contiguousCopy()
  try fillSlices(array, dim, index.array, value)
  return record("IndexFillBackward0", x, array) { (_, g) throws(TorchError) in try indexFill(g, dim, index, 0) }
}

/// Fills slices of a dimension with a 0-dim tensor.
public func indexFill(_ x: Tensor, _ dim: Int, _ index: Tensor, _ value: Tensor) throws(TorchError) -> Tensor {
  guard value.dim == 0 else {
    throw .runtime(
      "index_fill_ only supports a 0-dimensional value tensor, but got tensor with \(value.dim) dimension(s).")
  }
  let array = try x.array.contiguousCopy()
  try fillSlices(array, dim, index.array, value.item())
  return record(
    "IndexFillBackward1", x, value, array, { (_, g) throws(TorchError) in try indexFill(g, dim, index, 0) },
    { (_, g) throws(TorchError) in try sum(indexSelect(g, dim, index)) })
}

private func fillSlices(_ array: NDArray, _ dim: Int, _ index: NDArray, _ value: Scalar) throws(TorchError) {
  let position = try array.normalize(dim: dim)
  guard index.dtype == .int64 else { throw .index("index_fill_(): Expected dtype int64 for index.") }
  guard index.rank <= 1 else { throw .runtime("Index has to be a vector/scalar") }
  if array.count == 0, array.rank > 0, index.count > 0 {
    // torch reshapes the (empty) storage before it looks at the places.
    guard array.shape[position] == 0 else { return }
    var (shape, strides) = (array.shape, array.strides)
    (shape[position], strides[position]) = (index.count, 0)
    if shape.contains(0) { return }
    var last = 1
    for dim in 0..<shape.count { last &+= (shape[dim] &- 1) &* strides[dim] }
    throw .runtime(
      "setStorage: sizes \(shape.text), strides \(strides.text), storage offset 0, and itemsize \(array.dtype.size) "
        + "requiring a storage size of \(last &* array.dtype.size) are out of bounds for storage of size 0")
  }
  for place in try index.integers() {
    if array.rank == 0 {
      guard place >= -1, place < 1 else { throw .index("index \(place) is out of bounds for dimension 0 with size 1") }
      try array.fillInPlace(value)
      continue
    }
    let size = array.shape[position]
    guard place >= -size, place < size else {
      throw .index("index \(place) is out of bounds for dimension \(position) with size \(size)")
    }
    try array.select(position, place).fillInPlace(value)
  }
  array.storage.version = 0
}

/// Takes one element for each place along a dimension: `out[i][j] = x[index[i][j]][j]` for dimension 0.
public func gather(_ x: Tensor, _ dim: Int, _ index: Tensor) throws(TorchError) -> Tensor {
  let shape = x.array.shape
  return record("GatherBackward0", x, try x.array.gather(dim, index.array)) { (_, g) throws(TorchError) in
    try scatterAdd(zeros(shape, g.dtype), dim, index, g)
  }
}

/// Takes elements along a dimension, index and x broadcast against each other; without a dimension from the flat x.
public func takeAlongDim(_ x: Tensor, _ index: Tensor, _ dim: Int? = nil) throws(TorchError) -> Tensor {
  guard index.dtype == .int64 else {
    throw .runtime("torch.take_along_dim(): dtype of indices should be Long but got \(index.dtype.scalarTypeName)")
  }
  guard let dim else { return try gather(reshape(x, [-1]), 0, reshape(index, [-1])) }
  guard x.dim == index.dim else {
    throw .runtime(
      "torch.take_along_dim(): input and indices should have the same number of dimensions, but got \(x.dim) dimensions "
        + "for input, and \(index.dim) dimensions for indices")
  }
  let position = try x.array.normalize(dim: dim)
  guard x.dim > 0 else { throw .index("Dimension specified as 0 but tensor has no dimensions") }
  var (source, places) = (x.array.shape, index.array.shape)
  source[position] = 1
  places[position] = 1
  var wide = try Dims.broadcast(source, places)
  wide[position] = index.array.shape[position]
  let spread = try expand(index, wide)
  wide[position] = x.array.shape[position]
  return try gather(expand(x, wide), position, spread)
}

/// Writes elements of a source along a dimension: `out[index[i][j]][j] = source[i][j]` for dimension 0.
public func scatter(_ x: Tensor, _ dim: Int, _ index: Tensor, _ source: Tensor) throws(TorchError) -> Tensor {
  record(
    "ScatterBackward0", x, source, try x.array.scatter(dim, index.array, source.array),
    { (_, g) throws(TorchError) in try scatter(g, dim, index, .int(0)) },
    { (_, g) throws(TorchError) in try gather(g, dim, index) })
}

/// Writes a number along a dimension.
public func scatter(_ x: Tensor, _ dim: Int, _ index: Tensor, _ value: Scalar) throws(TorchError) -> Tensor {
  let source = try NDArray.scalar(value, x.dtype).expand(index.array.shape)
  return record("ScatterBackward1", x, try x.array.scatter(dim, index.array, source)) { (_, g) throws(TorchError) in
    try scatter(g, dim, index, .int(0))
  }
}

/// Adds elements of a source along a dimension.
public func scatterAdd(_ x: Tensor, _ dim: Int, _ index: Tensor, _ source: Tensor) throws(TorchError) -> Tensor {
  record(
    "ScatterAddBackward0", x, source, try x.array.scatter(dim, index.array, source.array, mode: .add),
    { (_, g) in g }, { (_, g) throws(TorchError) in try gather(g, dim, index) })
}

/// Takes elements of the flattened tensor.
public func take(_ x: Tensor, _ index: Tensor) throws(TorchError) -> Tensor {
  let shape = x.array.shape
  return record("TakeBackward0", x, try x.array.take(index.array)) { (_, g) throws(TorchError) in
    let flat = try zeros(Dims(shape.product ?? 0), g.dtype)
    return try reshape(
      indexPut(flat, [reshape(index, [-1])], reshape(g, [-1]), accumulate: true), shape)
  }
}

/// Stores or adds elements at places of the flattened tensor.
public func put(
  _ x: Tensor, _ index: Tensor, _ source: Tensor, accumulate: Bool = false
) throws(TorchError) -> Tensor {
  guard index.dtype == .int64 else {
    throw .runtime("put_(): Expected a long tensor for index, but got \(index.dtype.scalarTypeName)")
  }
  guard x.dtype == source.dtype else {
    throw .runtime(
      "put_(): self and source expected to have the same dtype, but got self.dtype = \(x.dtype.scalarTypeName) and "
        + "source.dtype = \(source.dtype.scalarTypeName)")
  }
  guard index.count == source.count else {
    throw .index(
      "put_(): Expected source and index to have the same number of elements, but got source.numel() = \(source.count), "
        + "index.numel() = \(index.count)")
  }
  guard x.count > 0 || index.count == 0 else { throw .index("put_(): Tried to put elements into an empty tensor") }
  for place in try index.array.integers() where place < -x.count || place >= x.count {
    throw .index("out of range: tried to access index \(place) on a tensor of \(x.count) elements.")
  }
  let flat = try x.array.contiguousCopy().reshape([-1])
  try flat.indexPutInPlace([index.array.reshape([-1])], source.array.reshape([-1]), accumulate: accumulate)
  flat.storage.version = 0
  return record(
    "PutBackward0", x, source, try flat.reshape(x.array.shape),
    { (_, g) throws(TorchError) in accumulate ? g : try put(g, index, zerosLike(source)) },
    { (_, g) throws(TorchError) in try reshape(take(g, index), source.array.shape) })
}

/// Takes the elements where a mask holds, as a vector.
public func maskedSelect(_ x: Tensor, _ mask: Tensor) throws(TorchError) -> Tensor {
  guard mask.dtype == .bool else { throw .runtime("masked_select: expected BoolTensor for mask") }
  let shape = try Dims.broadcast(mask.array.shape, x.array.shape)
  return record("MaskedSelectBackward0", x, try x.array.maskedSelect(mask.array)) { (_, g) throws(TorchError) in
    try maskedScatter(zeros(shape, g.dtype), mask, g)
  }
}

/// Writes the elements of a source one after the other where a mask holds.
public func maskedScatter(_ x: Tensor, _ mask: Tensor, _ source: Tensor) throws(TorchError) -> Tensor {
  let shape = try Dims.broadcast(mask.array.shape, x.array.shape)
  let array = try x.array.expand(shape).contiguousCopy()
  try array.maskedScatterInPlace(mask.array, source.array)
  array.storage.version = 0
  let sourceShape = source.array.shape
  return record(
    "MaskedScatterBackward0", x, source, array, { (_, g) throws(TorchError) in try maskedFill(g, mask, 0) },
    { (_, g) throws(TorchError) in
      let taken = try maskedSelect(g, expand(mask, shape))
      let rest = (sourceShape.product ?? 0) - taken.count
      let padded = rest > 0 ? try cat([taken, zeros(Dims(rest), g.dtype)]) : taken
      return try reshape(padded, sourceShape)
    })
}

/// Writes the elements of a source where a mask holds, in place; the mask stretches to x.
@discardableResult
public func maskedScatter_(_ x: Tensor, _ mask: Tensor, _ source: Tensor) throws(TorchError) -> Tensor {
  let full = Tensor(try mask.array.expand(x.array.shape))
  return try inPlace(x) { (x) throws(TorchError) in try maskedScatter(x, full, source) }
}

/// Finds the places of elements that are not zero, one row each.
public func nonzero(_ x: Tensor) throws(TorchError) -> Tensor { Tensor(try x.array.nonzero()) }

/// Keeps the lower triangle of matrices.
public func tril(_ x: Tensor, _ diagonal: Int = 0) throws(TorchError) -> Tensor {
  record("TrilBackward0", x, try x.array.tril(diagonal)) { (_, g) throws(TorchError) in try tril(g, diagonal) }
}

/// Keeps the upper triangle of matrices.
public func triu(_ x: Tensor, _ diagonal: Int = 0) throws(TorchError) -> Tensor {
  record("TriuBackward0", x, try x.array.triu(diagonal)) { (_, g) throws(TorchError) in try triu(g, diagonal) }
}

/// Makes a matrix from a vector as its diagonal, or takes the diagonal of a matrix.
public func diag(_ x: Tensor, _ offset: Int = 0) throws(TorchError) -> Tensor {
  switch x.dim {
  case 1: return try diagEmbed(x, offset: offset)
  case 2:
    let shape = x.array.shape
    return record("DiagonalBackward0_copy", x, try x.array.diagonal(offset: offset).contiguousCopy()) {
      (_, g) throws(TorchError) in
      try embed(g, in: shape) { (whole) throws(TorchError) in try whole.diagonal(offset: offset) }
    }
  default: throw .runtime("diag(): Supports 1D or 2D tensors. Got \(x.dim)D")
  }
}

/// Puts the last dimension on a diagonal of two new dimensions.
public func diagEmbed(_ x: Tensor, offset: Int = 0, _ dim1: Int = -2, _ dim2: Int = -1) throws(TorchError) -> Tensor {
  let rank = x.dim + 1
  let first = try Layout.normalize(dim: dim1, rank: rank)
  let second = try Layout.normalize(dim: dim2, rank: rank)
  guard first != second else { throw .runtime("diagonal dimensions cannot be identical \(dim1), \(dim2)") }
  guard x.dim > 0 else { throw .runtime("diag_embed expects at least a 1-dimensional tensor") }
  let size = x.array.shape[x.dim - 1] &+ Int(clamping: offset.magnitude)
  var shape = x.array.shape
  shape.remove(at: shape.count - 1)
  shape.insert(size, at: Swift.min(first, second))
  shape.insert(size, at: Swift.max(first, second))
  let whole = try NDArray.zeros(shape, x.dtype)
  try whole.diagonal(offset: offset, first, second).copyInPlace(from: x.array)
  whole.storage.version = 0
  return record("DiagEmbedBackward0", x, whole) { (_, g) throws(TorchError) in
    try diagonal(g, offset: offset, first, second)
  }
}
