import Arrays
import Autograd
import Interpreter

/// Records operations whose derivative is a Python function: `torch.autograd.Function`.
enum FunctionRecorder {
  /// `_record(name, inputs, outputs, backward, dirty)`: inputs and outputs are lists of tensors or None, the last one those
  /// that were written in place.
  static func record(_ vm: VM, _ args: Arguments) throws(Raised) {
    let name = try vm.str(args[0]).string
    let inputs = try tensors(vm, args[1])
    let outputs = try tensors(vm, args[2])
    let backward = args[3]
    let dirty = try tensors(vm, args[4]).compactMap { $0 }
    let place = Place()
    let node = FunctionNode(name) { (gradients) throws(TorchError) -> [Tensor?] in
      do throws(Raised) {
        let torch = TorchState.of(vm)
        let given = ListObject(vm, gradients.map { torch.value(vm, optional: $0) })
        let box: Value = place.node.map { .object(NodeObject(vm, torch, $0)) } ?? .none
        return try tensors(vm, try vm.call(backward, [.object(given), box]))
      } catch {
        throw Hooks.failed(error)
      }
    }
    place.node = node
    for input in inputs { node.addInput(input) }
    for (k, output) in outputs.enumerated() {
      guard let output else { continue }
      node.adopt(output, output: k, writtenInPlace: dirty.contains { $0 === output })
    }
  }

  /// `_adopt(node, tensor, number)`: a tensor with the data of `tensor` that is a result of the node.
  static func adopt(_ vm: VM, _ args: Arguments) throws(Raised) -> Value {
    guard case .object(let o) = args[0], let box = o as? NodeObject, let node = box.node as? FunctionNode else {
      throw vm.typeError("_adopt() takes the node of a function")
    }
    let result = try TorchTypes.tensor(vm, args[1]).detach()
    node.adopt(result, output: max(0, try vm.index(args[2])))
    return TorchState.of(vm).value(vm, optional: result)
  }

  /// The node of a derivative, which must not keep itself.
  private final class Place {
    weak var node: FunctionNode?
  }

  private static func tensors(_ vm: VM, _ value: Value) throws(Raised) -> [Tensor?] {
    try vm.list(of: value).map { (v) throws(Raised) in v.isNone ? nil : try TorchTypes.tensor(vm, v) }
  }
}
