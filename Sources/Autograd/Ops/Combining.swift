import Arrays

/// Building tensors out of others: grids, stacks, blocks, products of sets.

/// Which of two coordinates a grid's first dimension counts.
public enum GridIndexing: String, Sendable {
  /// Rows first, as matrices.
  case ij
  /// Columns first, as points in a plane.
  case xy
}

/// Expands vectors to all points of the grid they span.
public func meshgrid(_ tensors: [Tensor], indexing: GridIndexing = .ij) throws(TorchError) -> [Tensor] {
  guard let first = tensors.first else { throw .runtime("meshgrid expects a non-empty TensorList") }
  var shape = Dims()
  for tensor in tensors where tensor.dtype != first.dtype {
    throw .runtime("meshgrid expects all tensors to have the same dtype")
  }
  for tensor in tensors {
    guard tensor.dim <= 1 else {
      throw .runtime("torch.meshgrid: Expected 0D or 1D tensor in the tensor list but got: \(try tensor.array.matrixText())")
    }
    shape.append(tensor.count)
  }
  let swaps = indexing == .xy && tensors.count >= 2
  if swaps { (shape[0], shape[1]) = (shape[1], shape[0]) }
  var results: [Tensor] = []
  for (index, tensor) in tensors.enumerated() {
    var own = Dims(repeating: 1, count: tensors.count)
    own[swaps && index < 2 ? 1 - index : index] = tensor.count
    results.append(try expand(view(tensor, own), shape))
  }
  return results
}

/// Expands tensors to their common shape.
public func broadcastTensors(_ tensors: [Tensor]) throws(TorchError) -> [Tensor] {
  var shape = Dims()
  for tensor in tensors { shape = try Dims.broadcast(shape, tensor.array.shape) }
  var results: [Tensor] = []
  for tensor in tensors { results.append(tensor.array.shape == shape ? tensor : try expand(tensor, shape)) }
  return results
}

/// Gives a tensor at least one dimension.
public func atleast1d(_ x: Tensor) throws(TorchError) -> Tensor { x.dim == 0 ? try reshape(x, [1]) : x }

/// Gives a tensor at least two dimensions.
public func atleast2d(_ x: Tensor) throws(TorchError) -> Tensor {
  switch x.dim {
  case 0: try reshape(x, [1, 1])
  case 1: try unsqueeze(x, 0)
  default: x
  }
}

/// Gives a tensor at least three dimensions.
public func atleast3d(_ x: Tensor) throws(TorchError) -> Tensor {
  switch x.dim {
  case 0: try reshape(x, [1, 1, 1])
  case 1: try unsqueeze(unsqueeze(x, 0), -1)
  case 2: try unsqueeze(x, -1)
  default: x
  }
}

private func mapped(
  _ tensors: [Tensor], _ name: String, _ transform: (Tensor) throws(TorchError) -> Tensor
) throws(TorchError) -> [Tensor] {
  guard !tensors.isEmpty else { throw .runtime("\(name) expects a non-empty TensorList") }
  var results: [Tensor] = []
  for tensor in tensors { results.append(try transform(tensor)) }
  return results
}

/// Joins side by side: vectors end to end, others along the second dimension.
public func hstack(_ tensors: [Tensor]) throws(TorchError) -> Tensor {
  let parts = try mapped(tensors, "hstack", atleast1d)
  return try cat(parts, parts[0].dim == 1 ? 0 : 1)
}

/// Joins one below the other.
public func vstack(_ tensors: [Tensor]) throws(TorchError) -> Tensor {
  try cat(mapped(tensors, "vstack", atleast2d), 0)
}

/// Joins along the third dimension.
public func dstack(_ tensors: [Tensor]) throws(TorchError) -> Tensor {
  try cat(mapped(tensors, "dstack", atleast3d), 2)
}

/// Joins vectors as columns.
public func columnStack(_ tensors: [Tensor]) throws(TorchError) -> Tensor {
  try hstack(
    mapped(tensors, "column_stack") { (x) throws(TorchError) in x.dim <= 1 ? try reshape(x, [x.count, 1]) : x })
}

/// Splits along the second dimension, of vectors along the first.
public func hsplit(_ x: Tensor, sections: Int) throws(TorchError) -> [Tensor] {
  guard x.dim >= 1 else {
    throw .runtime("torch.hsplit requires a tensor with at least 1 dimension, but got a tensor with 0 dimensions!")
  }
  return try evenSplit(x, sections, x.dim == 1 ? 0 : 1, "hsplit")
}

/// Splits along the first dimension.
public func vsplit(_ x: Tensor, sections: Int) throws(TorchError) -> [Tensor] {
  guard x.dim >= 2 else {
    throw .runtime(
      "torch.vsplit requires a tensor with at least 2 dimension, but got a tensor with \(x.dim) dimensions!")
  }
  return try evenSplit(x, sections, 0, "vsplit")
}

/// Splits along the third dimension.
public func dsplit(_ x: Tensor, sections: Int) throws(TorchError) -> [Tensor] {
  guard x.dim >= 3 else {
    throw .runtime(
      "torch.dsplit requires a tensor with at least 3 dimension, but got a tensor with \(x.dim) dimensions!")
  }
  return try evenSplit(x, sections, 2, "dsplit")
}

private func evenSplit(_ x: Tensor, _ sections: Int, _ dim: Int, _ name: String) throws(TorchError) -> [Tensor] {
  guard sections > 0, x.array.shape[dim] % sections == 0 else {
    throw .runtime(
      "torch.\(name) attempted to split along dimension \(dim), but the size of the dimension \(x.array.shape[dim]) is not "
        + "divisible by the split_size \(sections)!")
  }
  return try tensorSplit(x, sections: sections, dim)
}

/// Rotates a plane of two dimensions by quarter turns.
public func rot90(_ x: Tensor, _ turns: Int = 1, _ dims: [Int] = [0, 1]) throws(TorchError) -> Tensor {
  guard dims.count == 2 else {
    throw .runtime("expected total rotation dims == 2, but got dims = \(dims.count)")
  }
  guard x.dim >= 2 else { throw .runtime("expected total dims >= 2, but got total dims = \(x.dim)") }
  let plane = (try x.array.normalize(dim: dims[0]), try x.array.normalize(dim: dims[1]))
  guard plane.0 != plane.1 else {
    throw .runtime("expected rotation dims to be different, but got dim0 = \(dims[0]) and dim1 = \(dims[1])")
  }
  let array: NDArray
  switch ((turns % 4) + 4) % 4 {
  case 1: array = try x.array.flip(Dims(dims[1])).transpose(dims[0], dims[1])
  case 2: array = try x.array.flip(Dims(dims))
  case 3: array = try x.array.flip(Dims(dims[0])).transpose(dims[0], dims[1])
  default: array = try x.array.contiguousCopy()
  }
  return record("Rot90Backward0", x, array) { (_, g) throws(TorchError) in try rot90(g, -turns, dims) }
}

/// Puts matrices along the diagonal of a larger one.
public func blockDiag(_ tensors: [Tensor]) throws(TorchError) -> Tensor {
  if tensors.isEmpty { return try zeros([1, 0]) }
  // Numbers count for the dtype as little as they do in arithmetic.
  var operands = Promotion.Operands()
  for tensor in tensors { try operands.add(tensor.array) }
  let dtype = try operands.result
  let parts = try mapped(tensors, "block_diag") { (x) throws(TorchError) in try to(atleast2d(x), dtype) }
  for (index, part) in parts.enumerated() where part.dim != 2 {
    throw .runtime("torch.block_diag: Input tensors must have 2 or fewer dimensions. Input \(index) has \(part.dim) dimensions")
  }
  let rows = parts.reduce(0) { $0 + $1.shape[0] }
  let columns = parts.reduce(0) { $0 + $1.shape[1] }
  var bands: [Tensor] = []
  var before = 0
  for part in parts {
    bands.append(try constantPad(part, [before, columns - before - part.shape[1]], 0))
    before += part.shape[1]
  }
  _ = rows
  return titled("BlockDiagBackward0", try cat(bands, 0))
}

/// Lists all tuples of one element from each vector.
public func cartesianProd(_ tensors: [Tensor]) throws(TorchError) -> Tensor {
  for tensor in tensors where tensor.dim != 1 {
    throw .runtime("Expect a 1D vector, but got shape \(tensor.array.shape.text)")
  }
  if tensors.count == 1 { return tensors[0] }
  let grid = try meshgrid(tensors)
  return try stack(mapped(grid, "cartesian_prod") { (x) throws(TorchError) in try flatten(x) }, 1)
}

/// Lists all choices of `size` elements of a vector.
public func combinations(_ x: Tensor, _ size: Int = 2, withReplacement: Bool = false) throws(TorchError) -> Tensor {
  guard x.dim == 1 else { throw .runtime("Expect a 1D vector, but got shape \(x.array.shape.text)") }
  guard size >= 0 else { throw .runtime("Expect a non-negative number, but got \(size)") }
  if size == 0 { return try empty([0], x.dtype) }
  var rows: [Int] = []
  var choice: [Int] = []
  func extend(_ start: Int) {
    if choice.count == size {
      rows += choice
      return
    }
    for next in start..<Swift.max(x.count, start) {
      choice.append(next)
      extend(withReplacement ? next : next + 1)
      choice.removeLast()
    }
  }
  guard size <= 64 else { throw .runtime("combinations of more than 64 elements are not supported") }
  extend(0)
  let index = Tensor(try NDArray.from(rows, Dims(rows.count), .int64))
  return try reshape(indexSelect(x, 0, index), [rows.count / size, size])
}

/// Computes the Kronecker product.
public func kron(_ x: Tensor, _ y: Tensor) throws(TorchError) -> Tensor {
  let rank = Swift.max(x.dim, y.dim)
  let a = [Int](repeating: 1, count: rank - x.dim) + x.shape
  let b = [Int](repeating: 1, count: rank - y.dim) + y.shape
  var (left, right, result): ([Int], [Int], [Int]) = ([], [], [])
  for dim in 0..<rank {
    left += [a[dim], 1]
    right += [1, b[dim]]
    result.append(a[dim] &* b[dim])
  }
  return titled("UnsafeViewBackward0", try view(reshape(x, left) .* reshape(y, right), result))
}

/// Computes the cross product of vectors along a dimension of size three.
public func cross(_ x: Tensor, _ y: Tensor, _ dim: Int = -1) throws(TorchError) -> Tensor {
  guard x.dim == y.dim else {
    throw .runtime("linalg.cross: inputs must have the same number of dimensions.")
  }
  let position = try x.array.normalize(dim: dim)
  if x.dtype == .bool, y.dtype == .bool { throw .unsupported("cross", x.dtype) }
  guard x.dim > 0, x.array.shape[position] == 3, y.array.shape[position] == 3 else {
    throw .runtime(
      "linalg.cross: inputs dimension \(dim) must have length 3. Got \(x.dim > 0 ? x.array.shape[position] : 1) and "
        + "\(y.dim > 0 ? y.array.shape[position] : 1)")
  }
  guard x.dtype == y.dtype else {
    throw .runtime("expected scalar type \(x.dtype.scalarTypeName) but found \(y.dtype.scalarTypeName)")
  }
  let array = try noGrad { () throws(TorchError) in try crossProduct(detach(x), detach(y), position).array }
  return record(
    "LinalgCrossBackward0", x, y, array, saving: [.x, .y],
    { (n, g) throws(TorchError) in try cross(conj(n.y), g, position) },
    { (n, g) throws(TorchError) in try cross(g, conj(n.x), position) })
}

private func crossProduct(_ x: Tensor, _ y: Tensor, _ dim: Int) throws(TorchError) -> Tensor {
  let shape = try Dims.broadcast(x.array.shape, y.array.shape)
  let (a, b) = (try expand(x, shape), try expand(y, shape))
  let second = try roll(a, [-2], [dim]) .* roll(b, [-1], [dim])
  return Tensor(
    try NDArray.fusedDifference(roll(a, [-1], [dim]).array, roll(b, [-2], [dim]).array, minus: second.array))
}

/// Lists the places of the lower triangle, rows above columns.
public func trilIndices(_ rows: Int, _ columns: Int, offset: Int = 0) throws(TorchError) -> Tensor {
  try triangleIndices(rows, columns) { $1 - $0 <= offset }
}

/// Lists the places of the upper triangle, rows above columns.
public func triuIndices(_ rows: Int, _ columns: Int, offset: Int = 0) throws(TorchError) -> Tensor {
  try triangleIndices(rows, columns) { $1 - $0 >= offset }
}

private func triangleIndices(_ rows: Int, _ columns: Int, _ isIn: (Int, Int) -> Bool) throws(TorchError) -> Tensor {
  guard rows >= 0, columns >= 0 else { throw .runtime("row and col must be non-negative, got row\(rows)") }
  var (first, second): ([Int], [Int]) = ([], [])
  for row in 0..<rows {
    for column in 0..<columns where isIn(row, column) {
      first.append(row)
      second.append(column)
    }
  }
  return Tensor(try NDArray.from(first + second, Dims(2, first.count), .int64))
}

/// Lists powers of the elements as columns, highest first unless `increasing`.
public func vander(_ x: Tensor, columns: Int? = nil, increasing: Bool = false) throws(TorchError) -> Tensor {
  guard x.dim >= 1 else { throw .runtime("x must be a one-dimensional tensor.") }
  let count = columns ?? x.shape[x.dim - 1]
  guard count >= 0, count < 1 << 24 else { throw .runtime("N must be non-negative.") }
  let base = x.dtype.isIntegral ? try to(x, .int64) : x
  if count == 0 { return try empty(x.shape + [0], base.dtype) }
  let result = try pow(unsqueeze(base, -1), to(arange(0, .int(count)), base.dtype))
  return increasing ? result : try flip(result, [-1])
}
