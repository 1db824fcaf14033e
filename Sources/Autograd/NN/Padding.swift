import Arrays

/// Padding of the last dimensions.

/// How values beyond the edge are made up.
public enum PaddingMode: String, Sendable {
  case constant, reflect, replicate, circular
}

/// Pads the last dimensions, `F.pad`; amounts come in pairs from the last dimension on and may be negative for
/// constant padding.
public func pad(
  _ x: Tensor, _ amounts: [Int], mode: PaddingMode = .constant, value: Double = 0
) throws(TorchError) -> Tensor {
  guard amounts.count % 2 == 0 else { throw .runtime("Padding length must be divisible by 2") }
  guard amounts.count <= 2 * x.dim else {
    throw .runtime(
      "Padding length should be less than or equal to two times the input dimension but got padding length "
        + "\(amounts.count) and input of dimension \(x.dim)")
  }
  if mode == .constant { return try constantPad(x, amounts, value) }
  let spatial = amounts.count / 2
  guard spatial >= 1, spatial <= 3, x.dim == spatial + 1 || x.dim == spatial + 2 else {
    throw .notImplemented(
      "Padding size \(amounts.count) is not supported for \(x.dim)D input tensor.\n"
        + "Supported combinations for non-constant padding:\n"
        + "  - 2D or 3D input: padding size = 2 (pads last dimension)\n"
        + "  - 3D or 4D input: padding size = 4 (pads last 2 dimensions)\n"
        + "  - 4D or 5D input: padding size = 6 (pads last 3 dimensions)")
  }
  var sources: [(dim: Int, places: [Int])] = []
  for index in 0..<spatial {
    let dim = x.dim - 1 - index
    let size = x.array.shape[dim]
    let (before, after) = (amounts[2 * index], amounts[2 * index + 1])
    try checkAmounts(x, dim, before, after, mode)
    sources.append((dim, try edgePlaces(size, before, after, mode)))
  }
  return try padByPlaces(padName(mode, spatial), x, sources)
}

private func checkAmounts(
  _ x: Tensor, _ dim: Int, _ before: Int, _ after: Int, _ mode: PaddingMode
) throws(TorchError) {
  let size = x.array.shape[dim]
  switch mode {
  case .constant, .replicate: break
  case .reflect:
    guard before < size, after < size else {
      throw .runtime(
        "Argument #4: Padding size should be less than the corresponding input dimension, but got: padding (\(before), "
          + "\(after)) at dimension \(dim) of input \(x.array.shape.text)")
    }
  case .circular:
    guard before <= size, after <= size else {
      throw .runtime("Padding value causes wrapping around more than once.")
    }
  }
}

private func edgePlaces(_ size: Int, _ before: Int, _ after: Int, _ mode: PaddingMode) throws(TorchError) -> [Int] {
  guard size > 0, before &+ after &+ size > 0, before < 1 << 40, after < 1 << 40 else {
    throw .runtime("padding leaves no elements")
  }
  // What negative amounts cut off does not come back around.
  let (first, kept) = (Swift.max(0, -before), size - Swift.max(0, -before) - Swift.max(0, -after))
  return (-before..<size + after).map { place in
    switch mode {
    case .constant, .replicate: return Swift.min(Swift.max(place, 0), size - 1)
    case .reflect: return place < 0 ? -place : place >= size ? 2 * (size - 1) - place : place
    case .circular: return kept > 0 ? first + (((place - first) % kept) + kept) % kept : 0
    }
  }
}

private func padName(_ mode: PaddingMode, _ spatial: Int) -> StaticString {
  switch (mode, spatial) {
  case (.reflect, 1): "ReflectionPad1DBackward0"
  case (.reflect, 2): "ReflectionPad2DBackward0"
  case (.reflect, _): "ReflectionPad3DBackward0"
  case (.replicate, 1): "ReplicationPad1DBackward0"
  case (.replicate, 2): "ReplicationPad2DBackward0"
  case (.replicate, _): "ReplicationPad3DBackward0"
  case (.circular, _), (.constant, _): "torch::autograd::CopySlices"
  }
}

private func padByPlaces(
  _ name: StaticString, _ x: Tensor, _ sources: [(dim: Int, places: [Int])]
) throws(TorchError) -> Tensor {
  var array = x.array
  var steps: [(dim: Int, index: Tensor, size: Int)] = []
  for source in sources {
    let index = try NDArray.from(source.places, Dims(source.places.count), .int64)
    steps.append((source.dim, Tensor(index), array.shape[source.dim]))
    array = try array.indexSelect(source.dim, index)
  }
  return record(name, x, array, saving: .x) { (n, g) throws(TorchError) in
    var gradient = g
    for step in steps.reversed() {
      var shape = gradient.array.shape
      shape[step.dim] = step.size
      gradient = try indexAdd(zeros(shape, g.dtype), step.dim, step.index, gradient)
    }
    return try depending(gradient, on: n.x)
  }
}

/// Pads with one value; negative amounts cut.
public func constantPad(_ x: Tensor, _ amounts: [Int], _ value: Double = 0) throws(TorchError) -> Tensor {
  guard amounts.count % 2 == 0, amounts.count <= 2 * x.dim else {
    throw .runtime(
      "Length of pad must be even and no more than twice the number of dimensions of the input, got \(amounts.count)")
  }
  return record("ConstantPadNdBackward0", x, try padArray(x.array, amounts, value)) { (_, g) throws(TorchError) in
    try constantPad(g, amounts.map { -$0 }, 0)
  }
}

/// Pads an array with one value; amounts come in pairs from the last dimension on.
func padArray(_ x: NDArray, _ amounts: [Int], _ value: Double) throws(TorchError) -> NDArray {
  if amounts.allSatisfy({ $0 == 0 }) { return try x.clone() }
  var shape = x.shape
  var inside = x
  var starts: [(dim: Int, start: Int)] = []
  for index in 0..<(amounts.count / 2) {
    let dim = x.rank - 1 - index
    let (before, after) = (amounts[2 * index], amounts[2 * index + 1])
    guard before.magnitude < 1 << 40, after.magnitude < 1 << 40 else {
      throw .runtime("padding is too large: \(before), \(after)")
    }
    let (size, overflow) = shape[dim].addingReportingOverflow(before &+ after)
    guard !overflow, size >= 0 else {
      throw .runtime(
        "The input size \(shape[dim]), plus negative padding \(before) and \(after) resulted in a negative output size, "
          + "which is invalid. Check dimension \(dim) of your input.")
    }
    shape[dim] = size
    if before < 0 {
      let held = inside.shape[dim]
      inside = try inside.narrow(dim, start: Swift.min(-before, held), length: Swift.max(held + before, 0))
    }
    if after < 0 { inside = try inside.narrow(dim, start: 0, length: Swift.max(inside.shape[dim] + after, 0)) }
    starts.append((dim, Swift.max(before, 0)))
  }
  let whole = try NDArray.full(shape, .double(value), x.dtype)
  var place = whole
  for entry in starts { place = try place.narrow(entry.dim, start: entry.start, length: inside.shape[entry.dim]) }
  try place.copyInPlace(from: inside)
  whole.storage.version = 0
  return whole
}
