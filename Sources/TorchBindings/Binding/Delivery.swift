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
    else { throw vm.typeError("\(name)(): argument 'out' must be Tensor, not \(vm.type(of: out).operandName)") }
    for (k, target) in targets.enumerated() { try write(results[k], target) }
    // torch names the tuple of an out variant after it.
    let name = results.type.name
    let type = torch.returnFields[name].map { torch.returnType(vm, name + "_out", $0) } ?? results.type
    return .object(TupleObject(vm, targets.map { $0.value }, type: type))
  }

  /// Refuses targets that some functions look at themselves: of another dtype, or lying where an argument does.
  func check(_ out: Slot, _ bound: UnsafePointer<Slot>, _ count: Int) throws(Raised) {
    let target = unsafeDowncast(out.object, to: TensorObject.self).tensor
    if let text = OutChecks.dtypeText(name, target.dtype) { throw vm.runtimeError(text) }
    guard OutChecks.readsWhileWriting.contains(name) else { return }
    for k in 0..<count {
      let items = Convert.items(bound[k]).map { Array($0) } ?? [bound[k]]
      for item in items where item.isKind(.tensor) && Convert.tensor(torch, item).array.storage === target.array.storage {
        throw vm.runtimeError(
          "unsupported operation: some elements of the input tensor and the written-to tensor refer to a single memory "
            + "location. Please clone() the tensor before performing the operation.")
      }
    }
  }

  /// Operations on every element, which read an element before they write its result.
  private static let writesInPlace: Set<String> = [
    "add", "sub", "subtract", "mul", "multiply", "div", "divide", "true_divide", "maximum", "minimum", "pow", "atan2", "hypot", "fmod",
    "remainder", "abs", "neg", "exp", "expm1", "log", "log1p", "log2", "log10", "sin", "cos", "tan", "tanh", "sigmoid", "sqrt",
    "rsqrt", "square", "reciprocal", "floor", "ceil", "round", "trunc", "erf", "clamp", "mm", "matmul", "bmm",
  ]

  /// Lets a large result be computed where `out` lies, if no argument lies there and nothing is recorded.
  static func offer(_ name: String, _ out: Slot, _ bound: UnsafePointer<Slot>, _ count: Int, _ torch: TorchState) {
    let target = unsafeDowncast(out.object, to: TensorObject.self).tensor
    let array = target.array
    guard array.count > 256, writesInPlace.contains(name), array.layout.offset == 0, array.isContiguous, !target.requiresGrad,
      array.storage.byteCount == array.count &* array.dtype.size
    else { return }
    for k in 0..<count where bound[k].isKind(.tensor) {
      let given = unsafeDowncast(bound[k].object, to: TensorObject.self).tensor
      if given.requiresGrad || given.array.storage === array.storage { return }
    }
    Storage.offered = array.storage
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
    let (own, needed) = (target.array.shape, source.array.shape)
    if source.array.storage === target.array.storage, source.dtype == target.dtype, own == needed, source.array.isContiguous {
      // It was computed there.
      target.array.storage.version += 1
      return
    }
    if own != needed, target.count > 0 { try Advice.resizedTarget(vm, own, needed) }
    try torchCall(vm) { () throws(TorchError) in
      if target.array.shape == source.array.shape {
        let isThere = source.array.storage === target.array.storage
        _ = try copy_(target, isThere ? Tensor(source.array.clone()) : source.detached())
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

/// What functions demand of their `out`.
private enum OutChecks {
  /// Functions that refuse a target in the memory of an argument.
  static let readsWhileWriting: Set<String> = [
    "cat", "concat", "concatenate", "hstack", "vstack", "gather", "index_select", "masked_select", "take", "take_along_dim", "kron",
  ]

  /// What is wrong with the dtype of a target; nil: the function says nothing of it.
  static func dtypeText(_ name: String, _ dtype: DType) -> String? {
    let kind = dtype.scalarTypeName
    switch name {
    case "argmax", "argmin":
      return dtype == .int64 ? nil : "Expected out tensor to have dtype long int, but got \(dtype.cppName) instead"
    case "any", "all":
      return dtype == .bool || dtype == .uint8 ? nil : "\(name) only supports bool tensor for result, got: \(kind)"
    case "nonzero": return dtype == .int64 ? nil : "nonzero: Expected out tensor to have scalar type Long but got scalar type\(kind)"
    case "multinomial": return dtype == .int64 ? nil : "multinomial expects Long tensor out, got: \(kind)"
    case "searchsorted", "bucketize":
      guard dtype != .int64 && dtype != .int32 else { return nil }
      return "torch.searchsorted(): output tensor's dtype is wrong, it can only be Int(int32) or Long(int64) depending on whether "
        + "out_int32 flag is True, but we got output tensor's dtype \(kind) and out_int32 flag is False"
    case "complex", "polar":
      return dtype.isComplex ? nil : "Expected object of scalar type ComplexFloat but got scalar type \(kind) for argument 'out'"
    default: return nil
    }
  }
}
