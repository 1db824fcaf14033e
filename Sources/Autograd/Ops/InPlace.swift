import Arrays

/// Operations that write into their first operand.
///
/// The common ones compute in place. All others come from their out-of-place function by `inPlace`, which moves the
/// result into the operand and hands the operand the result's node.

/// Adds `alpha` times y to x in place.
@discardableResult
public func add_(_ x: Tensor, _ y: Tensor, alpha: Scalar = 1) throws(TorchError) -> Tensor {
  if alpha != .int(1) { return try inPlace(x) { (x) throws(TorchError) in try add(x, y, alpha: alpha) } }
  let recording = records(x, y)
  try checkInPlace(x, recording: recording)
  try x.array.binaryInPlace(.add, y.array)
  if recording { recordInPlace("AddBackward0", x, y, { (_, g) in g }, { (_, g) in g }) }
  return x
}

/// Adds `alpha` times a number to x in place.
@discardableResult
public func add_(_ x: Tensor, _ y: Scalar, alpha: Scalar = 1) throws(TorchError) -> Tensor {
  if alpha != .int(1) { return try inPlace(x) { (x) throws(TorchError) in try add(x, y, alpha: alpha) } }
  let recording = records(x)
  try checkInPlace(x, recording: recording)
  try x.array.binaryInPlace(.add, y)
  if recording { recordInPlace("AddBackward0", x, nil, { (_, g) in g }, nil) }
  return x
}

/// Subtracts `alpha` times y from x in place.
@discardableResult
public func sub_(_ x: Tensor, _ y: Tensor, alpha: Scalar = 1) throws(TorchError) -> Tensor {
  if alpha != .int(1) { return try inPlace(x) { (x) throws(TorchError) in try sub(x, y, alpha: alpha) } }
  try checkSubtraction(x.dtype, y.dtype)
  let recording = records(x, y)
  try checkInPlace(x, recording: recording)
  try x.array.binaryInPlace(.sub, y.array)
  if recording {
    recordInPlace("SubBackward0", x, y, { (_, g) in g }, { (_, g) throws(TorchError) in try neg(g) })
  }
  return x
}

/// Subtracts `alpha` times a number from x in place.
@discardableResult
public func sub_(_ x: Tensor, _ y: Scalar, alpha: Scalar = 1) throws(TorchError) -> Tensor {
  if alpha != .int(1) { return try inPlace(x) { (x) throws(TorchError) in try sub(x, y, alpha: alpha) } }
  try checkSubtraction(x.dtype, y.category == .bool ? .bool : .int64)
  let recording = records(x)
  try checkInPlace(x, recording: recording)
  try x.array.binaryInPlace(.sub, y)
  if recording { recordInPlace("SubBackward0", x, nil, { (_, g) in g }, nil) }
  return x
}

/// Multiplies x by y in place.
@discardableResult
public func mul_(_ x: Tensor, _ y: Tensor) throws(TorchError) -> Tensor {
  if y.requiresGrad { return try inPlace(x) { (x) throws(TorchError) in try mul(x, y) } }
  let recording = records(x)
  try checkInPlace(x, recording: recording)
  try x.array.binaryInPlace(.mul, y.array)
  if recording {
    recordInPlace("MulBackward0", x, y, { (n, g) throws(TorchError) in try g .* conj(n.y) }, nil, saveY: true)
  }
  return x
}

/// Multiplies x by a number in place.
@discardableResult
public func mul_(_ x: Tensor, _ y: Scalar) throws(TorchError) -> Tensor {
  let recording = records(x)
  try checkInPlace(x, recording: recording)
  try x.array.binaryInPlace(.mul, y)
  if recording {
    recordInPlace("MulBackward0", x, nil, { (_, g) throws(TorchError) in try mul(g, conjugate(y)) }, nil)
  }
  return x
}

/// Divides x by y in place.
@discardableResult
public func div_(_ x: Tensor, _ y: Tensor) throws(TorchError) -> Tensor {
  if y.requiresGrad { return try inPlace(x) { (x) throws(TorchError) in try div(x, y) } }
  let recording = records(x)
  try checkInPlace(x, recording: recording)
  try x.array.binaryInPlace(.div, y.array)
  if recording {
    recordInPlace("DivBackward0", x, y, { (n, g) throws(TorchError) in try g ./ conj(n.y) }, nil, saveY: true)
  }
  return x
}

/// Divides x by a number in place.
@discardableResult
public func div_(_ x: Tensor, _ y: Scalar) throws(TorchError) -> Tensor {
  let recording = records(x)
  try checkInPlace(x, recording: recording)
  try x.array.binaryInPlace(.div, y)
  if recording {
    recordInPlace("DivBackward0", x, nil, { (_, g) throws(TorchError) in try div(g, conjugate(y)) }, nil)
  }
  return x
}

/// Sets all elements to zero.
@discardableResult
public func zero_(_ x: Tensor) throws(TorchError) -> Tensor {
  try overwrite(x, "ZeroBackward0", allowsOverlap: true) { (array) throws(TorchError) in try array.fillInPlace(0) }
}

/// Sets all elements to a number.
@discardableResult
public func fill_(_ x: Tensor, _ value: Scalar) throws(TorchError) -> Tensor {
  try overwrite(x, "FillBackward2", allowsOverlap: true) { (array) throws(TorchError) in try array.fillInPlace(value) }
}

/// Sets all elements to a 0-dim tensor.
@discardableResult
public func fill_(_ x: Tensor, _ value: Tensor) throws(TorchError) -> Tensor {
  guard value.dim == 0 else {
    throw .runtime(
      "fill_ only supports 0-dimension value tensor but got tensor with \(value.dim) dimensions.")
  }
  let recording = records(x, value)
  try checkInPlace(x, recording: recording)
  // A tensor is copied: what does not fit is cut.
  try x.array.fillInPlace(value.dtype.isComplex && !x.dtype.isComplex ? value.array.to(x.dtype).item() : value.array.item())
  if recording {
    recordInPlace(
      "FillBackward1", x, value, { (_, g) throws(TorchError) in try zerosLike(g) },
      { (_, g) throws(TorchError) in try sum(g) })
  }
  return x
}

/// Writes random numbers or other values that do not depend on what was there; the gradient ends here.
@discardableResult
package func overwrite(
  _ x: Tensor, _ name: StaticString, allowsOverlap: Bool = false, _ write: (NDArray) throws(TorchError) -> Void
) throws(TorchError) -> Tensor {
  let recording = records(x)
  try checkInPlace(x, recording: recording)
  if !allowsOverlap { try x.array.checkWritable(from: []) }
  try write(x.array)
  if recording { recordInPlace(name, x, nil, { (_, g) throws(TorchError) in try zerosLike(g) }, nil) }
  return x
}

/// Copies elements from another tensor, with broadcasting and conversion.
@discardableResult
public func copy_(_ x: Tensor, _ source: Tensor) throws(TorchError) -> Tensor {
  let recording = records(x, source)
  try checkInPlace(x, recording: recording)
  guard source.dim <= x.dim else {
    try x.array.checkWritable(from: [source.array])
    let shape = try Dims.broadcast(x.array.shape, source.array.shape)
    throw .runtime("output with shape \(x.array.shape.text) doesn't match the broadcast shape \(shape.text)")
  }
  try x.array.copyInPlace(from: source.array)
  if recording {
    recordInPlace(
      "torch::autograd::CopyBackwards", x, source, { (_, g) throws(TorchError) in try zerosLike(g) }, { (_, g) in g })
  }
  return x
}

/// Gives x the node of an operation that was done in place.
func recordInPlace(
  _ name: StaticString, _ x: Tensor, _ y: Tensor?, _ derivativeX: @escaping Derivative, _ derivativeY: Derivative?,
  saveY: Bool = false
) {
  guard x.dtype.isDifferentiable else { return }
  let node = OpNode(name)
  node.addInput(x)
  node.addInput(y)
  node.derivativeX = derivativeX
  node.derivativeY = derivativeY
  if saveY, let y { node.savedY = Saved(y) }
  rebaseHistory(x, node)
}

/// Does an elementwise operation in place: the result of `operation` on x moves into x.
///
/// The operation sees a stand-in with x's history and elements. Should it keep the stand-in for backward, the stand-in
/// gets a copy of the elements before they are overwritten, as torch saves clones for in-place operations.
@discardableResult
package func inPlace(
  _ x: Tensor, misfit: (Dims, Dims) -> String = broadcastMisfit, _ operation: (Tensor) throws(TorchError) -> Tensor
) throws(TorchError) -> Tensor {
  if !records(x) { try x.array.checkWritable(from: []) }
  var standIn = Tensor(x.array)
  let edge = x.gradEdge
  if GradMode.isEnabled {
    standIn.node = edge.node
    standIn.outputNumber = edge.index
  }
  defer {
    // The stand-in must not tell a leaf's node that its leaf is gone.
    if standIn.node?.isAccumulator ?? false { standIn.node = nil }
  }
  let result = try operation(standIn)
  let recording = GradMode.isEnabled && result.requiresGrad
  try checkInPlace(x, recording: recording)
  guard result.array.layout.shape == x.array.layout.shape else {
    throw .runtime(misfit(x.array.layout.shape, result.array.layout.shape))
  }
  try Promotion.checkCast(from: result.dtype, to: x.dtype)
  if recording, !isKnownUniquelyReferenced(&standIn) {
    let version = x.array.storage.version
    standIn.array = try x.array.clone()
    standIn.array.storage.version = version
  }
  try x.array.copyInPlace(from: result.array)
  if recording, let node = result.node {
    node.redirectSavedResult(from: result.array, to: x.array)
    rebaseHistory(x, node)
  }
  return x
}

/// What most operations say when their result does not fit.
package func broadcastMisfit(_ own: Dims, _ result: Dims) -> String {
  "output with shape \(own.text) doesn't match the broadcast shape \(result.text)"
}

extension Node {
  /// Lets an operation that keeps its result keep the place the result moved to.
  func redirectSavedResult(from old: NDArray, to new: NDArray) {
    guard let node = self as? OpNode, let kept = node.savedResult.array, kept.storage === old.storage,
      kept.dtype == new.dtype
    else { return }
    node.savedResult = SavedResult(new)
  }
}

/// Adds in place without recording and without counting as a user's write.
func addInPlaceUnrecorded(_ x: Tensor, _ y: Tensor) throws(TorchError) {
  let count = x.array.count
  guard x.dtype == .float32, y.dtype == .float32, count <= 4096, x.array.shape == y.array.shape, x.array.isContiguous,
    y.array.isContiguous
  else { return try x.array.binaryInPlace(.add, y.array) }
  // Small gradients are most of what the engine adds up: a plain loop over both rows.
  let target = x.array.pointer.assumingMemoryBound(to: Float.self)
  let source = y.array.pointer.assumingMemoryBound(to: Float.self)
  for index in 0..<count { target[index] += source[index] }
  x.array.storage.version &+= 1
}

/// Cuts a tensor off its history in place, `x.detach_()`.
@discardableResult
public func detach_(_ x: Tensor) throws(TorchError) -> Tensor {
  guard x.base == nil else {
    throw .runtime(
      "Can't detach views in-place. Use detach() instead. If you are using DistributedDataParallel (DDP) for training, "
        + "and gradient_as_bucket_view is set as True, gradients are views of DDP buckets, and hence detach_() cannot be "
        + "called on these gradients. To fix this error, please refer to the Optimizer.zero_grad() function in "
        + "torch/optim/optimizer.py as the solution.")
  }
  if let leaf = x.node as? AccumulateGrad { leaf.variable = nil }
  x.node = nil
  x.outputNumber = 0
  return x
}

/// Gives a tensor another size in place: the same storage where it is large enough, else a larger one that begins with
/// what there was.
package func resize_(_ x: Tensor, _ shape: Dims) throws(TorchError) {
  guard !x.requiresGrad else { throw .runtime("cannot resize variables that require grad") }
  let bytes = try NDArray.byteCount(shape, x.dtype)
  let layout = Layout(shape: shape, strides: Layout.contiguousStrides(shape), offset: x.array.layout.offset)
  let (end, overflow) = bytes.addingReportingOverflow(layout.offset &* x.dtype.size)
  if !overflow, end <= x.array.storage.byteCount {
    x.array = x.array.view(layout)
    return
  }
  let larger = try NDArray.zeros(shape, x.dtype)
  let old = x.array.storage
  let start = layout.offset &* x.dtype.size
  let kept = Swift.min(Swift.max(old.byteCount &- start, 0), larger.storage.byteCount)
  if kept > 0 { larger.storage.pointer.copyMemory(from: old.pointer + start, byteCount: kept) }
  x.array = larger
}
