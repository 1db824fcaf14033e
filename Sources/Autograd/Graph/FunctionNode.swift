/// Node whose derivative is given from outside, as by `torch.autograd.Function`.
package final class FunctionNode: Node {
  private let title: String
  private var derivative: (([Tensor?]) throws(TorchError) -> [Tensor?])?
  /// Called when a pass frees the graph.
  package var onRelease: (() -> Void)?
  /// What the binding keeps for this function, `ctx` in Python.
  package var context: (() -> Any?)?

  /// Makes a node called `name`; `derivative` takes one gradient per result and answers one per input.
  ///
  /// Add inputs with `addInput`, then make every result a part of the graph with `adopt`.
  package init(_ name: String, _ derivative: @escaping ([Tensor?]) throws(TorchError) -> [Tensor?]) {
    title = name
    self.derivative = derivative
    super.init()
  }

  // As saved tensors of other nodes, what the derivative holds goes before the edges.
  deinit {
    derivative = nil
    onRelease = nil
    context = nil
  }

  override public var name: String { title }

  override package func apply(_ gradients: [Tensor?]) throws(TorchError) -> [Tensor?] {
    guard let derivative else { throw Saved.freed(self) }
    return try derivative(gradients)
  }

  override package func release() {
    super.release()
    onRelease?()
  }

  /// Makes a tensor result number `output` of this node; a tensor that was written in place gets a new history.
  package func adopt(_ tensor: Tensor, output: Int, writtenInPlace: Bool = false) {
    addOutput(tensor.array, at: output)
    if writtenInPlace, output == 0 {
      rebaseHistory(tensor, self)
    } else {
      tensor.node = self
      tensor.outputNumber = output
    }
  }
}
