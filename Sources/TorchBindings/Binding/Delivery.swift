import Arrays
import Autograd
import Interpreter

/// Puts results where `out=` says.
struct Delivery {
  let vm: VM
  let torch: TorchState
  let name: String
  /// Functions that make tensors take their dtype from `out`.
  let takesAnyDType: Bool

  init(_ vm: VM, _ torch: TorchState, _ name: String, takesAnyDType: Bool) {
    self.vm = vm
    self.torch = torch
    self.name = name
    self.takesAnyDType = takesAnyDType
  }

  /// Writes a result, or several, and gives back what `out` holds.
  func deliver(_ result: Value, _ out: Slot) throws(Raised) -> Value {
    if out.isKind(.tensor) {
      try write(result, out)
      return out.value
    }
    guard case .object(let o) = result, let results = o as? TupleObject, let targets = Convert.items(out),
      targets.count == results.count
    else { throw vm.typeError("\(name)(): argument 'out' must be Tensor, not \(vm.type(of: out).name)") }
    for (k, target) in targets.enumerated() { try write(results[k], target) }
    // torch names the tuple of an out variant after it.
    let name = results.type.name
    let type = torch.returnFields[name].map { torch.returnType(vm, name + "_out", $0) } ?? results.type
    return .object(TupleObject(vm, targets.map { $0.value }, type: type))
  }

  private func write(_ result: Value, _ out: Slot) throws(Raised) {
    guard case .object(let o) = result, let made = o as? TensorObject else { return }
    let source = made.tensor
    let target = unsafeDowncast(out.object, to: TensorObject.self).tensor
    if source === target { return }
    if GradMode.isEnabled, source.requiresGrad || target.requiresGrad {
      throw vm.runtimeError(
        "\(name)(): functions with out=... arguments don't support automatic differentiation, but one of the arguments "
          + "requires grad.")
    }
    guard takesAnyDType || canCast(source.dtype, target.dtype) else {
      throw vm.runtimeError(
        "result type \(source.dtype.scalarTypeName) can't be cast to the desired output type "
          + target.dtype.scalarTypeName)
    }
    try torchCall(vm) { () throws(TorchError) in
      if target.array.shape == source.array.shape {
        _ = try copy_(target, source.detached())
      } else {
        target.array = try source.array.to(target.dtype)
      }
    }
  }

  /// Whether numbers of a dtype may become those of another without losing their kind.
  private func canCast(_ from: DType, _ to: DType) -> Bool {
    if from.isComplex { return to.isComplex }
    if from.isFloatingPoint { return to.isComplex || to.isFloatingPoint }
    return from == .bool || to != .bool
  }
}
