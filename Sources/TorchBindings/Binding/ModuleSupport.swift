import Arrays
import Autograd
import Interpreter

/// Interned names of the attributes that modules and grad modes use at every call.
final class ModuleNames {
  let parameters: StrObject
  let buffers: StrObject
  let modules: StrObject
  let hooks: StrObject
  let preHooks: StrObject
  let backwardHooks: StrObject
  let forward: StrObject
  let weight: StrObject
  let bias: StrObject
  let previous: StrObject
  let mode: StrObject
  /// Where modules keep what every call looks at.
  let parameterPlaces: AttributePlaces
  let modulePlaces: AttributePlaces
  let hookPlaces: AttributePlaces
  let preHookPlaces: AttributePlaces
  let backwardHookPlaces: AttributePlaces
  let forwardPlaces: AttributePlaces
  let weightPlaces: AttributePlaces
  let biasPlaces: AttributePlaces

  init(_ vm: VM) {
    parameters = vm.intern("_parameters")
    buffers = vm.intern("_buffers")
    modules = vm.intern("_modules")
    hooks = vm.intern("_forward_hooks")
    preHooks = vm.intern("_forward_pre_hooks")
    backwardHooks = vm.intern("_backward_hooks")
    forward = vm.intern("forward")
    weight = vm.intern("weight")
    bias = vm.intern("bias")
    previous = vm.intern("prev")
    mode = vm.intern("mode")
    parameterPlaces = AttributePlaces(vm, "_parameters")
    modulePlaces = AttributePlaces(vm, "_modules")
    hookPlaces = AttributePlaces(vm, "_forward_hooks")
    preHookPlaces = AttributePlaces(vm, "_forward_pre_hooks")
    backwardHookPlaces = AttributePlaces(vm, "_backward_hooks")
    forwardPlaces = AttributePlaces(vm, "forward")
    weightPlaces = AttributePlaces(vm, "weight")
    biasPlaces = AttributePlaces(vm, "bias")
  }
}

/// What `nn.Module` and `no_grad` do at every call, natively: in Python it cost more than the layers.
enum ModuleSupport {
  static func install(_ vm: VM, _ module: ModuleObject) {
    func method(_ name: String, _ body: @escaping NativeFunction.Body) {
      module.constant(
        vm, name, .object(NativeFunction(vm, "\(name)(self, /)", "", isMethod: true, isRaw: true, body)))
    }
    method("_module_getattr") { (vm, args) throws(Raised) in try attribute(vm, args) }
    method("_module_call") { (vm, args) throws(Raised) in try call(vm, args) }
    func forward(_ name: String, _ cls: String, _ body: @escaping NativeFunction.Body) {
      let made = BoundFunction.python(vm, "forward(self, input)", "", named: "\(cls).forward", isMethod: true, body)
      module.constant(vm, name, .object(made))
    }
    forward("_sequential_forward", "Sequential") { (vm, args) throws(Raised) in
      guard case .object(let module) = args[0] else { return args[1] }
      let slot = vm.instanceAttribute(module, TorchState.of(vm).names(vm).modulePlaces)
      guard slot.isKind(.dict) else { return args[1] }
      var value = args[1]
      let children = unsafeDowncast(slot.object, to: DictObject.self)
      let modules = (0..<children.used).map { children.entries[$0].value.value }
      for (k, child) in modules.enumerated() where !children.entries[k].value.isUndefined {
        let start = try vm.reserveStack(1)
        defer { vm.releaseStack(start, count: 1) }
        start[0] = value.owned
        value = try vm.call(child.borrowed, Arguments(base: start, count: 1))
      }
      return value
    }
    forward("_linear_forward", "Linear") { (vm, args) throws(Raised) in
      let torch = TorchState.of(vm)
      if args.base[1].isKind(.tensor), args.base[0].isObject,
        torch.autocast == nil, !torch.intercepts, let weight = plainParameter(vm, args.base[0], torch.names(vm).weight, torch.names(vm).weightPlaces),
        let bias = plainParameter(vm, args.base[0], torch.names(vm).bias, torch.names(vm).biasPlaces), weight.isKind(.tensor),
        bias.isNone || bias.isKind(.tensor), !args.base[1].object.hasHeapType
      {
        return torch.value(
          vm,
          try torchCall(vm) { () throws(TorchError) in
            try linear(
              Convert.tensor(torch, args.base[1]), Convert.tensor(torch, weight),
              bias.isNone ? nil : Convert.tensor(torch, bias))
          })
      }
      // Whatever is not the plain case goes the way of Python: through the attributes and `F.linear`.
      let functional = try vm.importModule("torch.nn.functional", fromList: .object(vm.emptyTuple))
      let function = try vm.getAttr(functional, "linear")
      return try vm.call(function, [args[1], try vm.getAttr(args[0], "weight"), try vm.getAttr(args[0], "bias")])
    }
    method("_grad_mode_enter") { (vm, args) throws(Raised) in
      let names = TorchState.of(vm).names(vm)
      guard args.count > 0, case .object(let mode) = args[0] else { return .none }
      vm.setInstanceAttribute(mode, names.previous, .bool(GradMode.isEnabled))
      let own = vm.instanceAttribute(mode, .borrowed(names.mode))
      let wanted = own.isUndefined ? mode.type.lookup(vm, .borrowed(names.mode)) : own
      GradMode.isEnabled = wanted.isBool ? wanted.asBool : try vm.truth(try vm.getAttr(args[0], names.mode))
      return .none
    }
    method("_grad_mode_exit") { (vm, args) throws(Raised) in
      let name = TorchState.of(vm).names(vm).previous
      guard args.count > 0, case .object(let mode) = args[0] else { return .none }
      let before = vm.instanceAttribute(mode, .borrowed(name))
      GradMode.isEnabled = before.isBool ? before.asBool : try vm.truth(try vm.getAttr(args[0], name))
      return .none
    }
    let modeMaker = BoundFunction.python(
      vm, "_grad_mode_new(cls, orig_func=None)", "A mode, or the function under it.",
      named: "_NoParamDecoratorContextManager.__new__"
    ) { (vm, args) throws(Raised) in
      guard case .object(let o) = args[0], o.kind == .type else { throw vm.typeError("cls must be a type") }
      let made = Object(kind: .instance, type: unsafeDowncast(o, to: TypeObject.self), tracked: true)
      return args[1].isNone ? .object(made) : try vm.call(.object(made), [args[1]])
    }
    module.namespace.set(vm, "_grad_mode_new", .object(modeMaker))
    module.function(vm, "_set_parameter_class(cls, /)", "Tells which class is Parameter.") { (vm, args) in
      if case .object(let cls) = args[0] {
        TorchState.of(vm).parameterClass = Unmanaged.passUnretained(cls).toOpaque()
      }
      return .none
    }
  }

  /// A parameter where neither the instance nor its class has something else under the name, borrowed.
  private static func plainParameter(_ vm: VM, _ slot: Slot, _ name: StrObject, _ places: AttributePlaces) -> Slot? {
    let module = unsafeDowncast(slot.object, to: Object.self)
    guard module.kind == .instance, module.type.lookup(vm, .borrowed(name)).isUndefined,
      vm.instanceAttribute(module, places).isUndefined
    else { return nil }
    let parameters = vm.instanceAttribute(module, TorchState.of(vm).names(vm).parameterPlaces)
    guard parameters.isKind(.dict) else { return nil }
    let found = unsafeDowncast(parameters.object, to: DictObject.self).find(name: .borrowed(name))
    return found.isUndefined ? nil : found
  }

  /// `module.name` of what is no ordinary attribute: a parameter, a buffer or a child.
  private static func attribute(_ vm: VM, _ args: Arguments) throws(Raised) -> Value {
    let names = TorchState.of(vm).names(vm)
    guard args.count == 2, case .object(let module) = args[0], let name = args[1].asStr else {
      throw vm.typeError("__getattr__() takes 2 positional arguments but \(args.count) were given")
    }
    let key = vm.intern(name)
    for k in 0..<3 {
      let holder = k == 0 ? names.parameters : k == 1 ? names.buffers : names.modules
      let slot = vm.instanceAttribute(module, .borrowed(holder))
      guard slot.isKind(.dict) else { continue }
      let found = Unmanaged<DictObject>.fromOpaque(slot.pointer)._withUnsafeGuaranteedRef { $0.find(name: .borrowed(key)) }
      if !found.isUndefined { return found.value }
    }
    throw vm.raised(
      vm.types.attributeError, "'\(vm.type(of: args[0]).name)' object has no attribute '\(name.string)'")
  }

  /// `module(...)`: `forward`, or the long way when there are hooks.
  private static func call(_ vm: VM, _ args: Arguments) throws(Raised) -> Value {
    let names = TorchState.of(vm).names(vm)
    guard args.count > 0, case .object(let module) = args[0] else { throw vm.typeError("__call__ needs a module") }
    for k in 0..<3 {
      let holder = k == 0 ? names.hookPlaces : k == 1 ? names.preHookPlaces : names.backwardHookPlaces
      let slot = vm.instanceAttribute(module, holder)
      guard slot.isKind(.dict),
        Unmanaged<DictObject>.fromOpaque(slot.pointer)._withUnsafeGuaranteedRef({ $0.count }) == 0
      else {
        let long = try vm.getAttr(args[0], "_call_with_hooks")
        return try vm.call(long.borrowed, args.dropFirst(1))
      }
    }
    // A function of the class takes the module as its first argument, which is what lies here.
    let own = vm.instanceAttribute(module, names.forwardPlaces)
    let function = module.type.lookup(vm, .borrowed(names.forward))
    if own.isUndefined, function.isKind(.function) || function.isKind(.nativeFunction) { return try vm.call(function, args) }
    let forward = try vm.getAttr(args[0], names.forward)
    return try vm.call(forward.borrowed, args.dropFirst(1))
  }
}
