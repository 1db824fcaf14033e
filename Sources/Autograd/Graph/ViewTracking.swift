import Arrays

/// Views and writes in place.
///
/// A view knows its base, the tensor that owns the history of the shared storage. Writing into a view gives the *base* a
/// new node, `CopySlices`, and every view a new one on next use: `AsStridedBackward0` from the base. A view notices
/// through the storage's version that somebody wrote.

extension Tensor {
  /// Gives a view whose storage was written since a node that starts from its base.
  func syncView() {
    guard let base else { return }
    let current = array.storage.version
    if viewVersion == current {
      if node == nil, base.node != nil { adoptBaseRequirement() }
      return
    }
    guard base.requiresGrad else {
      viewVersion = current
      return
    }
    viewVersion = current
    let place = StridedPlace(base: base.array.layout, view: array.layout)
    let made = OpNode("AsStridedBackward0")
    made.addInput(base)
    made.derivativeX = { (_, g) throws(TorchError) -> Tensor? in try place.spread(g) }
    made.addOutput(array, at: 0)
    node = made
    outputNumber = 0
  }

  // torch calls a view made without recording a leaf of its own as soon as its base requires grad.
  private func adoptBaseRequirement() {
    node = AccumulateGrad(self)
    outputNumber = 0
  }

  /// Whether this tensor alone refers to its storage.
  var ownsStorage: Bool {
    guard base == nil else { return false }
    // The storage is the first field of the array, and a constant one, so look at it through memory.
    return withUnsafeMutableBytes(of: &array) { bytes in
      guard let start = bytes.baseAddress else { return false }
      return isKnownUniquelyReferenced(&start.assumingMemoryBound(to: Storage.self).pointee)
    }
  }
}

/// Makes a view of a tensor, recording it when the tensor requires grad.
@inline(__always)
func recordView(
  _ name: StaticString, _ x: Tensor, _ array: NDArray, _ derivative: @escaping Derivative
) -> Tensor {
  let view = record(name, x, array, derivative)
  markView(view, of: x)
  return view
}

/// Makes a view that nothing records. Asking first spares the derivative, which costs an allocation with what it holds.
@inline(__always)
func plainView(_ x: Tensor, _ array: consuming NDArray) -> Tensor {
  let view = Tensor(array)
  markView(view, of: x)
  return view
}

/// Makes a view that nothing records and changes its layout where it lies: a layout is too long to be moved about.
@inline(__always)
func plainView(_ x: Tensor, _ change: (inout Layout) -> Void) -> Tensor {
  let view = Tensor(x.array)
  change(&view.array.layout)
  markView(view, of: x)
  return view
}

/// The view of a layout; nil: it would be recorded.
package func plainView(_ x: Tensor, _ layout: Layout) -> Tensor? {
  if records(x) { return nil }
  return plainView(x) { $0 = layout }
}

/// States that a tensor shares the storage of another one.
func markView(_ view: Tensor, of x: Tensor, severalViews: Bool = false) {
  view.base = x.base ?? x
  view.viewVersion = view.array.storage.version
  if severalViews {
    view.viewOrigin = .severalViews
  } else if !GradMode.isEnabled {
    view.viewOrigin = .withoutGrad
  } else {
    view.viewOrigin = x.viewOrigin
  }
  if x.isInference { view.isInference = true }
}

/// Checks that a tensor may be written in place, with torch's errors.
///
/// `recording` tells whether the operation records, that is whether any operand requires grad and recording is on.
package func checkInPlace(_ x: Tensor, recording: Bool) throws(TorchError) {
  if x.isInference, !GradMode.isInference {
    throw .runtime(
      "Inplace update to inference tensor outside InferenceMode is not allowed.You can make a clone to get a normal "
        + "tensor before doing inplace update.See https://github.com/pytorch/rfcs/pull/17 for more details.")
  }
  guard recording else { return }
  if let base = x.base {
    if x.viewOrigin != .ordinary { try checkViewOrigin(x) }
    if base.node?.isAccumulator ?? false {
      throw .runtime("a view of a leaf Variable that requires grad is being used in an in-place operation.")
    }
  }
  if x.node?.isAccumulator ?? false {
    throw .runtime("a leaf Variable that requires grad is being used in an in-place operation.")
  }
}

private func checkViewOrigin(_ x: Tensor) throws(TorchError) {
  let advice =
    " Given that this use case is ambiguous and error-prone, it is forbidden. You can clarify your code by moving both "
    + "the view and the inplace either both inside the no_grad block (if you don't want the inplace to be tracked) or "
    + "both outside (if you want the inplace to be tracked)."
  switch x.viewOrigin {
  case .ordinary: return
  case .withoutGrad:
    throw .runtime(
      "A view was created in no_grad mode and is being modified inplace with grad mode enabled." + advice)
  case .severalViews:
    var name = x.node?.name ?? "the function"
    if let range = name.firstRange(of: "Backward") { name = String(name[..<range.lowerBound]) }
    throw .runtime(
      "Output \(x.outputNumber) of \(name) is a view and is being modified inplace. This view is the output of a "
        + "function that returns multiple views. Such functions do not allow the output views to be modified inplace. "
        + "You should replace the inplace operation by an out-of-place one.")
  }
}

/// Gives a tensor that was written in place its new node; for a view the base gets it.
package func rebaseHistory(_ x: Tensor, _ node: Node) {
  node.addOutput(x.array, at: 0)
  guard let base = x.base else {
    x.node = node
    x.outputNumber = 0
    return
  }
  base.node = CopySlices(base: base, view: x.array.layout, inner: node)
  base.outputNumber = 0
  // The view may have looked at its base between the write and this node: it has to look again.
  x.viewVersion = -1
  x.syncView()
}

/// Node of a base whose view was written in place: the inner node gets the view's part of the gradient.
final class CopySlices: Node {
  private let place: StridedPlace
  private let inner: Node

  init(base: Tensor, view: Layout, inner: Node) {
    place = StridedPlace(base: base.array.layout, view: view)
    self.inner = inner
    super.init()
    (inner as? OpNode)?.isWrapped = true
    addInput(base)
    for index in 1..<Swift.max(inner.edgeCount, 1) { addEdge(inner.edge(index)) }
    addOutput(base.array, at: 0)
  }

  override public var name: String { "torch::autograd::CopySlices" }

  override package func apply(_ gradients: [Tensor?]) throws(TorchError) -> [Tensor?] {
    var results = [Tensor?](repeating: nil, count: edgeCount)
    guard let gradient = gradients.first ?? nil else { return results }
    var inward = try inner.apply([place.part(of: gradient)])
    while inward.count < inner.edgeCount { inward.append(nil) }
    var part: Tensor?
    if let first = inward.first ?? nil { part = try expand(first, place.viewShape) }
    results[0] = try place.replacing(gradient, by: part)
    for index in 1..<Swift.max(edgeCount, 1) { results[index] = inward[index] }
    return results
  }

  override package func release() {
    super.release()
    inner.release()
  }
}
