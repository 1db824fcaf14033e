import Arrays

/// Gradients of views: putting a gradient into its place in a larger one, and taking it out again.
///
/// Whatever a view shows of its tensor, the same function shows of a gradient of the tensor's shape. So one pair of
/// mutually adjoint operations, `embed` and `extract`, differentiates `select`, `slice`, `diagonal`, `unfold`,
/// `as_strided` and writes into views.

/// Shows part of an array, always the same part for arrays of the same shape.
typealias Place = (NDArray) throws(TorchError) -> NDArray

/// Puts x into zeros of a shape; places shown twice add up.
func embed(_ x: Tensor, in shape: Dims, at place: @escaping Place) throws(TorchError) -> Tensor {
  let whole = try NDArray.zeros(shape, x.dtype)
  let part = try place(whole)
  if part.layout.mayRepeat {
    try whole.addRepeated(x.array, at: part.layout)
  } else {
    try part.copyInPlace(from: x.array)
  }
  whole.storage.version = 0
  return record("EmbedBackward0", x, whole) { (_, h) throws(TorchError) in try extract(h, at: place) }
}

/// Copies a part of x.
func extract(_ x: Tensor, at place: @escaping Place) throws(TorchError) -> Tensor {
  let shape = x.array.shape
  return record("ExtractBackward0", x, try place(x.array).clone()) { (_, h) throws(TorchError) in
    try embed(h, in: shape, at: place)
  }
}

/// Replaces a part of x by y, or by zeros.
func replace(_ x: Tensor, at place: @escaping Place, with y: Tensor?) throws(TorchError) -> Tensor {
  let whole = try x.array.contiguousCopy()
  let part = try place(whole)
  if let y { try part.copyInPlace(from: y.array) } else { try part.zeroInPlace() }
  whole.storage.version = 0
  guard let y else {
    return record("torch::autograd::CopySlices", x, whole) { (_, h) throws(TorchError) in
      try replace(h, at: place, with: nil)
    }
  }
  return record(
    "torch::autograd::CopySlices", x, y, whole, { (_, h) throws(TorchError) in try replace(h, at: place, with: nil) },
    { (_, h) throws(TorchError) in try extract(h, at: place) })
}

/// How a view lies in its base when both may be strided: everything happens in one flat block that holds the base.
struct StridedPlace {
  let baseShape: Dims
  let viewShape: Dims
  private let blockShape: Dims
  /// Whether the base is row-major, so that its own gradient can serve as the block.
  private let isPlain: Bool
  private let base: Layout
  private let view: Layout

  init(base: Layout, view: Layout) {
    baseShape = base.shape
    viewShape = view.shape
    isPlain = base.isContiguous
    let extent = base.extent ?? (base.offset, base.offset - 1)
    var inside = view
    inside.offset &-= extent.low
    self.view = inside
    var moved = base
    moved.offset &-= extent.low
    self.base = moved
    blockShape = Dims(extent.high - extent.low + 1)
  }

  private static func part(_ layout: Layout) -> Place {
    { (block) throws(TorchError) -> NDArray in
      let plain = try block.contiguous()
      return try plain.asStrided(layout.shape, layout.strides, offset: plain.offset + layout.offset)
    }
  }

  private func block(_ gradient: Tensor) throws(TorchError) -> Tensor {
    isPlain ? gradient : try embed(gradient, in: blockShape, at: StridedPlace.part(base))
  }

  /// The view's part of a gradient of the base.
  func part(of gradient: Tensor) throws(TorchError) -> Tensor {
    try extract(block(gradient), at: StridedPlace.part(view))
  }

  /// Gradient of the base from that of the view.
  func spread(_ gradient: Tensor) throws(TorchError) -> Tensor {
    if isPlain { return try embed(gradient, in: baseShape, at: StridedPlace.part(view)) }
    return try extract(
      embed(gradient, in: blockShape, at: StridedPlace.part(view)), at: StridedPlace.part(base))
  }

  /// Gradient of the base with the view's part replaced.
  func replacing(_ gradient: Tensor, by part: Tensor?) throws(TorchError) -> Tensor {
    let replaced = try replace(block(gradient), at: StridedPlace.part(view), with: part)
    return isPlain ? replaced : try extract(replaced, at: StridedPlace.part(base))
  }
}

extension Layout {
  /// Whether two indices may name one place; exact for the views torch makes, cautious for others.
  var mayRepeat: Bool {
    if hasInternalOverlap { return true }
    var dims: [(stride: Int, size: Int)] = []
    for dim in 0..<rank where shape[dim] > 1 { dims.append((Swift.abs(strides[dim]), shape[dim])) }
    dims.sort { $0.stride < $1.stride }
    var reach = 0
    for dim in dims {
      if dim.stride <= reach { return true }
      reach &+= dim.stride &* (dim.size - 1)
    }
    return false
  }
}

extension NDArray {
  /// Adds a source to places of this contiguous array that may repeat.
  fileprivate func addRepeated(_ source: NDArray, at part: Layout) throws(TorchError) {
    let places = try NDArray.arange(0, .int(count), 1, .int64).view(part).contiguousCopy()
    let line = view(Layout(contiguous: Dims(count)))
    try line.indexAddInPlace(0, places.reshape(Dims(places.count)), source.reshape(Dims(source.count)))
  }
}

extension Dims {
  /// Whether an array of this shape broadcasts to another shape without changing it.
  func stretches(to target: Dims) -> Bool {
    guard count <= target.count else { return false }
    let lead = target.count - count
    for index in 0..<count where self[index] != 1 && self[index] != target[index + lead] { return false }
    return true
  }
}
