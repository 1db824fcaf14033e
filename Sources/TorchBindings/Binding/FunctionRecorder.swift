import Arrays
import Autograd
import Interpreter

/// Records operations whose derivative is a Python function: `torch.autograd.Function`.
enum FunctionRecorder {
  /// `_record(name, inputs, outputs, backward)`: inputs and outputs are lists of tensors or None.
  static func record(_ vm: VM, _ args: Arguments) throws(Raised) {
    let name = try vm.str(args[0]).string
    let inputs = try tensors(vm, args[1])
    let outputs = try tensors(vm, args[2])
    let backward = args[3]
    let node = FunctionNode(name) { (gradients) throws(TorchError) -> [Tensor?] in
      do throws(Raised) {
        let torch = TorchState.of(vm)
        let given = ListObject(vm, gradients.map { torch.value(vm, optional: $0) })
        return try tensors(vm, try vm.call(backward, [.object(given)]))
      } catch {
        throw Hooks.failed(error)
      }
    }
    for input in inputs { node.addInput(input) }
    for (k, output) in outputs.enumerated() {
      if let output { node.adopt(output, output: k) }
    }
  }

  private static func tensors(_ vm: VM, _ value: Value) throws(Raised) -> [Tensor?] {
    try vm.list(of: value).map { (v) throws(Raised) in v.isNone ? nil : try TorchTypes.tensor(vm, v) }
  }
}
