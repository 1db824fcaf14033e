import Interpreter

/// Arguments that are no tensors but know what to do with a function of torch: `__torch_function__`.
enum TorchFunction {
  /// What the first such argument answers; nil: there is none, or it does not know.
  static func call(_ vm: VM, _ torch: TorchState, _ name: String, _ arguments: Arguments) throws(Raised) -> Value? {
    var values: [Value] = []
    for k in 0..<arguments.positionalCount { values.append(arguments.base[k].value) }
    var keywords: [(StrObject, Value)] = []
    for (keyword, value) in arguments.keywords { keywords.append((keyword, value)) }
    for value in values + keywords.map(\.1) {
      guard case .object(let o) = value, !(o is TensorObject), vm.type(of: value).isHeap else { continue }
      let type = Value.object(vm.type(of: value))
      guard let handler = try vm.getAttrOrNil(type, vm.intern("__torch_function__")) else { continue }
      let kwargs = DictObject(vm)
      for (keyword, value) in keywords { try kwargs.set(vm, .object(keyword), value) }
      var function = Value.none
      if let module = torch.module {
        let key = vm.intern(name)
        if let found = try vm.getAttrOrNil(.object(module), key) {
          function = found
        } else if let layers = vm.modules.get(vm, "torch.nn.functional"), let found = try vm.getAttrOrNil(layers, key) {
          function = found
        }
      }
      let answer = try vm.call(
        handler, [function, .object(TupleObject(vm, [type])), .object(TupleObject(vm, values)), .object(kwargs)])
      if answer.asObject?.kind != .notImplemented { return answer }
    }
    return nil
  }
}
