import Arrays

/// Copies: clones, conversions, joining, repeating, reordering.

/// Copies a tensor; the copy takes part in differentiation.
public func clone(_ x: Tensor) throws(TorchError) -> Tensor {
  record("CloneBackward0", x, try x.array.clone()) { (_, g) in g }
}

func clone(_ x: Tensor, contiguous: Bool) throws(TorchError) -> Tensor {
  let array = x.array.isContiguous ? try x.array.clone() : try x.array.contiguous()
  return record("CloneBackward0", x, array) { (_, g) in g }
}

/// Returns the tensor with its elements in row-major order, a copy if they are not.
public func contiguous(_ x: Tensor) throws(TorchError) -> Tensor {
  if x.array.isContiguous { return x }
  return try clone(x, contiguous: true)
}

/// Converts to a dtype; the same tensor if it has it already and no copy is asked for.
public func to(_ x: Tensor, _ dtype: DType, copy: Bool = false) throws(TorchError) -> Tensor {
  if x.dtype == dtype { return copy ? try clone(x) : x }
  let before = x.dtype
  return record("ToCopyBackward0", x, try x.array.to(dtype)) { (_, g) throws(TorchError) in try to(g, before) }
}

/// Sums over the dimensions in which a smaller shape was broadcast.
func sumTo(_ x: Tensor, _ shape: Dims) throws(TorchError) -> Tensor {
  if x.array.layout.shape == shape { return x }
  return record("SumBackward1", x, try x.array.summed(to: shape)) { (_, g) throws(TorchError) in
    try expand(g, x.array.layout.shape)
  }
}

/// Sums to a shape that broadcasts to this one, `x.sum_to_size`.
public func sumToSize(_ x: Tensor, _ shape: [Int]) throws(TorchError) -> Tensor {
  let target = Dims(shape)
  guard target.stretches(to: x.array.shape) else {
    throw .runtime(
      "size {\(target.text)} is not expandable to size {\(x.array.layout.shape.text)}.")
  }
  return try sumTo(x, target)
}

/// Joins tensors along a dimension.
public func cat(_ tensors: [Tensor], _ dim: Int = 0) throws(TorchError) -> Tensor {
  guard !tensors.isEmpty else { throw .value("torch.cat(): expected a non-empty list of Tensors") }
  for (index, tensor) in tensors.enumerated() where tensor.dim == 0 {
    throw .runtime("zero-dimensional tensor (at position \(index)) cannot be concatenated")
  }
  let array = try joinArrays(tensors.map { $0.array }, dim)
  let sizes = tensors.map { $0.array.layout.shape }
  return record("CatBackward0", tensors, array) { (n, g) throws(TorchError) in
    let position = try g.array.normalize(dim: dim)
    var start = 0
    var results: [Tensor?] = []
    for (index, shape) in sizes.enumerated() {
      // A legacy of torch: one-dimensional empty tensors join anything.
      guard shape.count == g.dim else {
        results.append(nil)
        continue
      }
      let size = shape[position]
      results.append(n.needs(index) ? try narrow(g, position, start, size) : nil)
      start &+= size
    }
    return results
  }
}

/// Joins tensors of equal shape along a new dimension.
public func stack(_ tensors: [Tensor], _ dim: Int = 0) throws(TorchError) -> Tensor {
  guard let first = tensors.first else { throw .runtime("stack expects a non-empty TensorList") }
  let position = try Layout.normalize(dim: dim, rank: first.dim + 1)
  for (index, tensor) in tensors.enumerated() where tensor.array.layout.shape != first.array.layout.shape {
    throw .runtime(
      "stack expects each tensor to be equal size, but got \(first.array.layout.shape.text) at entry 0 and "
        + "\(tensor.array.layout.shape.text) at entry \(index)")
  }
  var arrays: [NDArray] = []
  for tensor in tensors { arrays.append(try tensor.array.unsqueeze(position)) }
  return record("StackBackward0", tensors, try joinArrays(arrays, position)) { (n, g) throws(TorchError) in
    var results: [Tensor?] = []
    for index in 0..<n.edgeCount { results.append(n.needs(index) ? try select(g, position, index) : nil) }
    return results
  }
}

/// Repeats the whole tensor the given number of times along every dimension.
public func `repeat`(_ x: Tensor, _ counts: [Int]) throws(TorchError) -> Tensor {
  guard counts.count >= x.dim else {
    throw .runtime("Number of dimensions of repeat dims can not be smaller than number of dimensions of tensor")
  }
  let lead = counts.count - x.dim
  var padded = Dims(repeating: 1, count: lead)
  for size in x.array.layout.shape { padded.append(size) }
  var target = Dims()
  for (index, count) in counts.enumerated() {
    let (size, overflow) = padded[index].multipliedReportingOverflow(by: count)
    guard !overflow else { throw .runtime("Storage size calculation overflowed with sizes=\(Dims(counts).text)") }
    target.append(size)
  }
  for size in target where size < 0 {
    throw .runtime("Trying to create tensor with negative dimension \(size): \(target.text)")
  }
  // Each dimension becomes (count, size): expand the first, then merge both in the copy.
  var spread = Dims()
  var wide = Dims()
  for index in 0..<counts.count {
    spread.append(1)
    spread.append(padded[index])
    wide.append(counts[index])
    wide.append(padded[index])
  }
  let array = try x.array.reshape(spread).expand(wide).contiguousCopy().reshape(target)
  let shape = x.array.layout.shape
  return record("RepeatBackward0", x, array) { (_, g) throws(TorchError) in
    if counts.contains(0) { return try zeros(shape, g.dtype) }
    var dims: [Int] = []
    for index in counts.indices { dims.append(2 * index) }
    return try reshape(sum(reshape(g, wide), dims: dims), shape)
  }
}

/// Repeats the whole tensor; missing counts in front are one.
public func tile(_ x: Tensor, _ counts: [Int]) throws(TorchError) -> Tensor {
  let missing = x.dim - counts.count
  return try `repeat`(x, missing > 0 ? [Int](repeating: 1, count: missing) + counts : counts)
}

/// Reverses the order of elements along dimensions.
public func flip(_ x: Tensor, _ dims: [Int]) throws(TorchError) -> Tensor {
  let positions = try normalizeDims(dims, rank: x.dim)
  var layout = x.array.layout
  if x.count > 0 {
    for dim in positions where dim < layout.rank {
      layout.offset &+= (layout.shape[dim] - 1) &* layout.strides[dim]
      layout.strides[dim] = -layout.strides[dim]
    }
  }
  return record("FlipBackward0", x, try x.array.view(layout).contiguousCopy()) { (_, g) throws(TorchError) in
    try flip(g, positions)
  }
}

/// Moves elements along dimensions, those shifted out coming in at the other end; without dims the flat tensor.
public func roll(_ x: Tensor, _ shifts: [Int], _ dims: [Int] = []) throws(TorchError) -> Tensor {
  guard !shifts.isEmpty else { throw .runtime("`shifts` required") }
  if dims.isEmpty, shifts.count == 1 {
    let shape = x.array.layout.shape
    return try view(roll(contiguous(view(contiguous(x), Dims(x.count))), shifts, [0]), shape)
  }
  guard shifts.count == dims.count else {
    throw .runtime("shifts and dimensions must align. shifts: \(shifts.count), dims:\(dims.count)")
  }
  var array = x.array
  var positions: [Int] = []
  for (index, dim) in dims.enumerated() {
    let position = try x.array.normalize(dim: dim)
    positions.append(position)
    let size = x.dim == 0 ? 1 : array.layout.shape[position]
    guard size > 1 else { continue }
    let shift = ((shifts[index] % size) + size) % size
    guard shift != 0 else { continue }
    let head = try array.narrow(position, start: 0, length: size - shift)
    let tail = try array.narrow(position, start: size - shift, length: shift)
    array = try joinArrays([tail, head], position)
  }
  if array.storage === x.array.storage { array = try array.clone() }
  return record("RollBackward0", x, array) { (_, g) throws(TorchError) in
    try roll(g, shifts.map { 0 &- $0 }, positions)
  }
}

/// Conjugates complex numbers; real tensors stay.
public func conj(_ x: Tensor) throws(TorchError) -> Tensor {
  guard x.dtype.isComplex else { return x }
  return record("ConjBackward0", x, try x.array.unary(.conj)) { (_, g) throws(TorchError) in try conj(g) }
}

/// Computes x / |x|, for real numbers the sign.
public func sgn(_ x: Tensor) throws(TorchError) -> Tensor {
  guard x.dtype.isComplex else {
    return record("SgnBackward0", x, try x.array.unary(.sign)) { (_, g) throws(TorchError) in try zerosLike(g) }
  }
  let size = try abs(x)
  return try maskedFill(x ./ size, eq(size, 0), 0)
}

/// Copies arrays one after the other along a dimension into a new array of the common dtype.
private func joinArrays(_ arrays: [NDArray], _ dim: Int) throws(TorchError) -> NDArray {
  // A legacy of torch: one-dimensional empty arrays join anything.
  let kept = arrays.filter { !($0.rank == 1 && $0.isEmpty) }
  var operands = Promotion.Operands()
  for array in arrays { operands.add(array) }
  guard let first = kept.first else { return try NDArray.empty(Dims(0), operands.result) }
  let position = try first.normalize(dim: dim)
  var shape = first.shape
  shape[position] = 0
  for array in kept {
    guard array.rank == first.rank else {
      throw .runtime("Tensors must have same number of dimensions: got \(first.rank) and \(array.rank)")
    }
    for index in 0..<first.rank where index != position && array.shape[index] != first.shape[index] {
      let number = arrays.firstIndex { $0.storage === array.storage && $0.layout == array.layout } ?? 0
      throw .runtime(
        "Sizes of tensors must match except in dimension \(position). Expected size \(first.shape[index]) but got size "
          + "\(array.shape[index]) for tensor number \(number) in the list.")
    }
    shape[position] &+= array.shape[position]
  }
  let result = try NDArray.empty(shape, operands.result)
  var start = 0
  for array in kept {
    let size = array.shape[position]
    try result.narrow(position, start: start, length: size).copyInPlace(from: array)
    start &+= size
  }
  result.storage.version = 0
  return result
}
