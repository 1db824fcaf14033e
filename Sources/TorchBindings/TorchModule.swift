import Arrays
import Autograd
import Interpreter

/// `import torch`: the module and its submodules.
package enum TorchModule {
  /// Makes `torch` importable; nothing is built before it is imported.
  package static func install(_ vm: VM) {
    vm.registerModule("torch", make)
  }

  private static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let torch = TorchState.of(vm)
    let module = ModuleObject(vm, name: "torch", doc: "Tensors with gradients, by Wick.")
    torch.module = module
    module.constant(vm, "__version__", .object(vm.string("2.13.0+wick")))
    module.constant(vm, "__path__", .object(ListObject(vm, [])))
    module.constant(vm, "Tensor", .object(torch.tensorType))
    module.constant(vm, "dtype", .object(torch.dtypeType))
    module.constant(vm, "device", .object(torch.deviceType))
    module.constant(vm, "Size", .object(torch.sizeType))
    module.constant(vm, "Generator", .object(torch.generatorType))
    module.constant(vm, "strided", .object(torch.strided))
    for dtype in DType.allCases { module.constant(vm, dtype.name, torch.object(of: dtype)) }
    for (name, dtype) in shortNames { module.constant(vm, name, torch.object(of: dtype)) }
    module.constant(vm, "inf", .float(.infinity))
    module.constant(vm, "nan", .float(.nan))
    module.constant(vm, "pi", .float(.pi))
    module.constant(vm, "e", .float(2.718281828459045))
    OperatorTable.install(vm, .function, into: module.namespace)
    functions(vm, module)
    // The module must be known before the Python part imports it.
    vm.modules.set(vm, "torch", .object(module))
    _ = try vm.run(
      source: Array(TorchSource.torch.utf8), filename: "<frozen torch>", mode: .exec, globals: module.namespace)
    return module
  }

  private static let shortNames: [(String, DType)] = [
    ("float", .float32), ("double", .float64), ("half", .float16), ("long", .int64), ("int", .int32),
    ("short", .int16), ("cfloat", .complex64), ("cdouble", .complex128),
  ]

  private static func functions(_ vm: VM, _ module: ModuleObject) {
    module.function(vm, "tensor(data, *, dtype=None, device=None, requires_grad=False, pin_memory=False)",
      "Makes a tensor of data.") { (vm, args) throws(Raised) in
      let torch = TorchState.of(vm)
      let made = try Construct.tensor(vm, torch, args[0], dtype: Convert.dtype(args.slot(1)))
      if try vm.truth(args[3]) {
        _ = try torchCall(vm) { () throws(TorchError) in try made.setRequiresGrad(true) }
      }
      return torch.value(vm, made)
    }
    module.function(vm, "manual_seed(seed)", "Seeds the default generator.") { (vm, args) throws(Raised) in
      Random.manualSeed(try Constructors.seed(vm, args[0]))
      return try vm.getAttr(.object(TorchState.of(vm).module ?? ModuleObject(vm, name: "torch")), "default_generator")
    }
    module.function(vm, "is_grad_enabled()", "Tells whether operations are recorded.") { (_, _) in
      .bool(GradMode.isEnabled)
    }
    module.function(vm, "_set_grad_enabled(mode, /)", "Sets whether operations are recorded.") {
      (vm, args) throws(Raised) in
      GradMode.isEnabled = try vm.truth(args[0])
      return .none
    }
    module.function(vm, "_grad(outputs, inputs, grad_outputs, retain_graph, create_graph, allow_unused, materialize_grads, /)",
      "Gradients of outputs by inputs; lists.") { (vm, args) throws(Raised) in try gradients(vm, args) }
    module.constant(
      vm, "default_generator", .object(GeneratorBox(vm, TorchState.of(vm), Random.defaultGenerator)))
  }

  private static func gradients(_ vm: VM, _ args: Arguments) throws(Raised) -> Value {
    let torch = TorchState.of(vm)
    func tensors(_ value: Value) throws(Raised) -> [Tensor] {
      try vm.list(of: value).map { (v) throws(Raised) in try TorchTypes.tensor(vm, v) }
    }
    let outputs = try tensors(args[0])
    let inputs = try tensors(args[1])
    var gradients: [Tensor?]?
    if !args[2].isNone {
      gradients = try vm.list(of: args[2]).map { (v) throws(Raised) in v.isNone ? nil : try TorchTypes.tensor(vm, v) }
    }
    let retain: Bool? = args[3].isNone ? nil : try vm.truth(args[3])
    let create = try vm.truth(args[4])
    let unused: Bool? = args[5].isNone ? nil : try vm.truth(args[5])
    let materialize = try vm.truth(args[6])
    let results = try torchCall(vm) { () throws(TorchError) in
      try grad(
        outputs, inputs, gradOutputs: gradients, retainGraph: retain, createGraph: create, allowUnused: unused,
        materializeGrads: materialize)
    }
    return .object(TupleObject(vm, results.map { torch.value(vm, optional: $0) }))
  }
}
