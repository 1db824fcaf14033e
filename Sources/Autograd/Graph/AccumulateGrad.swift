import Arrays

/// Node of a leaf: adds the gradient that arrives to the leaf's `grad`.
///
/// The leaf owns its node, not the other way round: a leaf that is gone has no `grad` anybody could read. The back
/// reference is cleared by the leaf's deinit.
public final class AccumulateGrad: Node {
  /// Leaf whose gradient is collected; nil once it is gone.
  unowned(unsafe) package var variable: Tensor?

  init(_ variable: Tensor) {
    self.variable = variable
    super.init(isAccumulator: true)
    addOutput(variable.array, at: 0)
  }

  override public var name: String { "torch::autograd::AccumulateGrad" }

  override package func apply(_ gradients: [Tensor?]) throws(TorchError) -> [Tensor?] {
    if let gradient = gradients.first ?? nil {
      var owned = gradient
      try accumulate(&owned)
    }
    return []
  }

  override func run(in pass: BackwardPass) throws(TorchError) {
    guard rare == nil else { return try pass.runCollecting(self) }
    guard var gradient = pending else { return }
    pending = nil
    try accumulate(&gradient)
  }

  /// Adds a gradient; takes over its storage when nobody else holds it.
  func accumulate(_ gradient: inout Tensor) throws(TorchError) {
    guard let variable else { return }
    if let grad = variable.storedGrad {
      if GradMode.isEnabled {
        variable.storedGrad = try add(grad, gradient)
      } else {
        // In place, so that whoever holds `grad` sees the sum, as in torch.
        try addInPlaceUnrecorded(grad, gradient)
      }
    } else if GradMode.isEnabled {
      // torch copies into a new tensor here, which shows in the name of the node.
      variable.storedGrad = record("torch::autograd::CopyBackwards", gradient, try gradient.array.clone()) { (_, g) in g }
    } else if isKnownUniquelyReferenced(&gradient), gradient.array.isContiguous, gradient.base == nil,
      gradient.array.layout.offset == 0, gradient.ownsStorage
    {
      gradient.node = nil
      variable.storedGrad = gradient
    } else {
      variable.storedGrad = Tensor(try gradient.array.clone())
    }
    if let hooks = rare?.hooks.afterAccumulation, !hooks.isEmpty {
      for hook in hooks { try hook.body(variable) }
    }
  }
}
