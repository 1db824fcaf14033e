import Arrays
import Autograd
import Interpreter

/// Records operations whose derivative is a Python function: `torch.autograd.Function`.
enum FunctionRecorder {
  /// `_record(name, inputs, outputs, backward, dirty, ctx)`: inputs and outputs are lists of tensors or None, `dirty` those
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
    if args.count > 5, !args[5].isNone {
      let context = args[5]
      node.context = { context }
      node.onRelease = {
        // What the function saved goes with the graph; this raises nothing.
        if let free = try? vm.getAttr(context, "_free") { _ = try? vm.call(free, []) }
      }
    }
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

  /// `_push_saved_hooks(pack, unpack)`: what is saved for backward goes through `pack`.
  static func pushHooks(_ vm: VM, _ args: Arguments) throws(Raised) {
    let (pack, unpack) = (args[0], args[1])
    try torchCall(vm) { () throws(TorchError) in
      try SavedTensorHooks.push { (tensor) -> (() throws(TorchError) -> Tensor)? in
        do throws(Raised) {
          let packed = try vm.call(pack, [TorchState.of(vm).value(vm, tensor)])
          return { () throws(TorchError) in
            do throws(Raised) {
              let found = try vm.call(unpack, [packed])
              guard found.kind == .tensor else {
                throw vm.typeError("Output of saved tensor unpack_hook expected to be a Tensor but got result of type "
                  + vm.type(of: found).name)
              }
              return try TorchTypes.tensor(vm, found)
            } catch {
              throw Hooks.failed(error)
            }
          }
        } catch {
          // Told when the hooks are taken away: saving itself cannot fail.
          _ = Hooks.failed(error)
          return nil
        }
      }
    }
  }

  /// The node of a derivative, which must not keep itself.
  private final class Place {
    weak var node: FunctionNode?
  }

  private static func tensors(_ vm: VM, _ value: Value) throws(Raised) -> [Tensor?] {
    try vm.list(of: value).map { (v) throws(Raised) in v.isNone ? nil : try TorchTypes.tensor(vm, v) }
  }
}
