import Arrays

/// Copies: clones, conversions, joining, repeating, reordering.

/// Copies a tensor; the copy takes part in differentiation.
public func clone(_ x: Tensor) throws(TorchError) -> Tensor {
  if !records(x), let dense = NDArray.denseCopy(x.arrayPointer) { return Tensor(dense) }
  return try cloneRecording(x)
}

private func cloneRecording(_ x: Tensor) throws(TorchError) -> Tensor {
  record("CloneBackward0", x, try x.array.clone()) { (_, g) in g }
}

func clone(_ x: Tensor, contiguous: Bool) throws(TorchError) -> Tensor {
  let array = x.array.isContiguous ? try x.array.clone() : try x.array.contiguous()
  return record("CloneBackward0", x, array) { (_, g) in g }
}

/// Copies the elements into an order in memory.
package func clone(_ x: Tensor, _ format: MemoryFormat) throws(TorchError) -> Tensor {
  if format == .preserve { return try clone(x) }
  return record("CloneBackward0", x, try x.array.arranged(format)) { (_, g) in g }
}

/// Returns the tensor with its elements in an order in memory, a copy if they are not.
package func contiguous(_ x: Tensor, _ format: MemoryFormat) throws(TorchError) -> Tensor {
  x.array.isContiguous(format) ? x : try clone(x, format)
}

/// Puts a result of images into the order of memory that those have; nobody else holds it yet.
package func inOrder(of x: Tensor, _ made: Tensor) throws(TorchError) -> Tensor {
  guard !x.array.isContiguous, x.array.suggestsChannelsLast, let format = MemoryFormat.channelsLast(rank: made.dim),
    made.array.strides != MemoryFormat.channelsLastStrides(made.array.shape)
  else { return made }
  made.array = try made.array.arranged(format)
  return made
}

/// The same of a convolution, whose weight may ask for the order as well.
package func inOrder(of x: Tensor, _ weight: Tensor, _ made: Tensor) throws(TorchError) -> Tensor {
  try inOrder(of: x.array.suggestsChannelsLast ? x : weight, made)
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
  let before = x.array.layout.shape
  return record(shape.count == 0 ? "SumBackward0" : "SumBackward1", x, try x.array.summed(to: shape)) {
    (_, g) throws(TorchError) in try expand(g, before)
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
  let array: NDArray
  if let dense = NDArray.denseCat(tensors.count, dim, { tensors[$0].arrayPointer }) {
    array = dense
  } else {
    array = try NDArray.cat(tensors.map { $0.array }, dim)
  }
  guard records(tensors) else { return Tensor(array) }
  let sizes = tensors.map { $0.array.layout.shape }
  return record("CatBackward0", tensors, array) { (n, g) throws(TorchError) in
    let position = try g.array.normalize(dim: dim)
    var start = 0
    var results: [Tensor?] = []
    for (index, shape) in sizes.enumerated() {
      // A legacy of torch: one-dimensional empty tensors join anything.
      guard shape.count == g.dim, shape.count != 1 || shape[0] != 0 else {
        results.append(n.needs(index) ? try zeros(shape, g.dtype) : nil)
        continue
      }
      let size = shape[position]
      results.append(n.needs(index) ? try narrow(g, position, start, size) : nil)
      start &+= size
    }
    return results
  }
}

/// Joins few small tensors along a dimension, or beside each other along a new one; nil: `cat` or `stack` has to look.
package func plainJoin(_ count: Int, _ dim: Int, isNew: Bool, _ tensor: (Int) -> Tensor) -> Tensor? {
  if GradMode.isEnabled {
    for index in 0..<count where tensor(index).requiresGrad { return nil }
  }
  // The caller's list keeps the tensors.
  let array = isNew
    ? NDArray.denseStack(count, dim, { tensor($0).arrayPointer }) : NDArray.denseCat(count, dim, { tensor($0).arrayPointer })
  return array.map { Tensor($0) }
}

/// Joins tensors of equal shape along a new dimension.
public func stack(_ tensors: [Tensor], _ dim: Int = 0) throws(TorchError) -> Tensor {
  let array: NDArray
  if let dense = NDArray.denseStack(tensors.count, dim, { tensors[$0].arrayPointer }) {
    array = dense
  } else {
    array = try NDArray.stack(tensors.map { $0.array }, dim)
  }
  guard records(tensors) else { return Tensor(array) }
  return record("StackBackward0", tensors, array) { (n, g) throws(TorchError) in
    var results: [Tensor?] = []
    for index in 0..<n.edgeCount { results.append(n.needs(index) ? try select(g, dim, index) : nil) }
    return results
  }
}

/// Repeats the whole tensor the given number of times along every dimension.
public func `repeat`(_ x: Tensor, _ counts: [Int]) throws(TorchError) -> Tensor {
  let array = try x.array.repeated(Dims(counts))
  let shape = x.array.shape
  return record("RepeatBackward0", x, array) { (_, g) throws(TorchError) in
    if counts.contains(0) { return try zeros(shape, g.dtype) }
    // Each dimension is (count, size): sum over the counts.
    let lead = counts.count - shape.count
    var split = Dims()
    for (index, count) in counts.enumerated() {
      split.append(count)
      split.append(index < lead ? 1 : shape[index - lead])
    }
    return try reshape(sum(reshape(g, split), dims: counts.indices.map { 2 * $0 }), shape)
  }
}

/// Repeats the whole tensor; missing counts in front are one.
public func tile(_ x: Tensor, _ counts: [Int]) throws(TorchError) -> Tensor {
  let missing = x.dim - counts.count
  return try `repeat`(x, missing > 0 ? [Int](repeating: 1, count: missing) + counts : counts)
}

/// Reverses the order of elements along dimensions.
public func flip(_ x: Tensor, _ dims: [Int]) throws(TorchError) -> Tensor {
  record("FlipBackward0", x, try x.array.flip(Dims(dims))) { (_, g) throws(TorchError) in try flip(g, dims) }
}

/// Moves elements along dimensions, those shifted out coming in at the other end; without dims the flat tensor.
public func roll(_ x: Tensor, _ shifts: [Int], _ dims: [Int] = []) throws(TorchError) -> Tensor {
  record("RollBackward0", x, try x.array.roll(Dims(shifts), Dims(dims))) { (_, g) throws(TorchError) in
    try roll(g, shifts.map { 0 &- $0 }, dims)
  }
}

/// Conjugates complex numbers; real tensors stay.
public func conj(_ x: Tensor) throws(TorchError) -> Tensor {
  guard x.dtype.isComplex else { return x }
  return record("ConjBackward0", x, try elementwise(.conj, x)) { (_, g) throws(TorchError) in try conj(g) }
}

/// Computes complex conjugates under the name that tells of numbers of their own; conj's are a view in torch.
public func conjPhysical(_ x: Tensor) throws(TorchError) -> Tensor {
  guard x.dtype.isComplex else { return x }
  return record("ConjPhysicalBackward0", x, try elementwise(.conj, x)) { (_, g) throws(TorchError) in try conjPhysical(g) }
}

/// Computes x / |x|, for real numbers the sign.
public func sgn(_ x: Tensor) throws(TorchError) -> Tensor {
  guard x.dtype.isComplex else {
    return record("SgnBackward0", x, try elementwise(.sign, x)) { (_, g) throws(TorchError) in try zerosLike(g) }
  }
  // Complex halves have no quotients.
  if x.dtype == .complex32 { return try to(sgn(to(x, .complex64)), .complex32) }
  let size = try abs(x)
  return try maskedFill(x ./ size, eq(size, 0), 0)
}
