import Arrays

/// Hooks on what is kept for backward: one function turns a tensor into something else when it is saved, another one
/// turns that back when it is needed. Checkpoints are made of them.
package final class SavedTensorHooks {
  /// Keeps a tensor in another form, and answers what gives it back.
  package typealias Pack = (Tensor) -> (() throws(TorchError) -> Tensor)?

  let pack: Pack
  /// Hooks that apply again when these are taken away.
  let outer: SavedTensorHooks?

  private init(_ pack: @escaping Pack, outer: SavedTensorHooks?) {
    self.pack = pack
    self.outer = outer
  }

  /// Lets hooks apply to what this thread saves from now on.
  package static func push(_ pack: @escaping Pack) throws(TorchError) {
    let state = GradMode.state
    if let message = state.pointee.packingRefused { throw .runtime(message) }
    state.pointee.packing = SavedTensorHooks(pack, outer: state.pointee.packing)
  }

  /// Takes the last hooks away.
  package static func pop() {
    let state = GradMode.state
    state.pointee.packing = state.pointee.packing?.outer
  }

  /// Text of the error that hooks raise on this thread; nil where they are allowed.
  package static var refusal: String? {
    get { GradMode.state.pointee.packingRefused }
    set { GradMode.state.pointee.packingRefused = newValue }
  }

  /// Whether hooks apply.
  package static var isActive: Bool { GradMode.state.pointee.packing != nil }

  @inline(never)
  static func pack(_ tensor: Tensor) -> PackedTensor? {
    let state = GradMode.state
    guard let hooks = state.pointee.packing else { return nil }
    // What the hook itself computes is saved as usual.
    state.pointee.packing = nil
    defer { state.pointee.packing = hooks }
    return hooks.pack(tensor).map { PackedTensor($0, tensor.gradEdge) }
  }
}

/// A saved tensor in the form that a hook gave it.
final class PackedTensor {
  private let open: () throws(TorchError) -> Tensor
  /// Where the gradient of the saved tensor goes, so that differentiating twice goes on from there.
  private let edge: Edge

  init(_ open: @escaping () throws(TorchError) -> Tensor, _ edge: Edge) {
    self.open = open
    self.edge = edge
  }

  /// Gives the tensor back, with its history.
  func unpack() throws(TorchError) -> Tensor {
    let found = try open()
    guard let node = edge.node, GradMode.isEnabled, !found.requiresGrad else { return found }
    guard node.isAccumulator else { return Tensor(found.array, node, output: edge.index) }
    // A leaf has one tensor only; what stands for it hands its gradient on.
    let alias = OpNode("AliasBackward0")
    alias.addEdge(edge)
    alias.derivativeX = { (_, g) in g }
    alias.addOutput(found.array, at: 0)
    return Tensor(found.array, alias)
  }
}
