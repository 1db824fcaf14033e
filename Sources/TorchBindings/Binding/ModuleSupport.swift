import Arrays
import Autograd
import Interpreter

/// Interned names of the attributes that modules and grad modes use at every call.
struct ModuleNames {
  let parameters: StrObject
  let buffers: StrObject
  let modules: StrObject
  let hooks: StrObject
  let preHooks: StrObject
  let backwardHooks: StrObject
  let forward: StrObject
  let previous: StrObject
  let mode: StrObject

  init(_ vm: VM) {
    parameters = vm.intern("_parameters")
    buffers = vm.intern("_buffers")
    modules = vm.intern("_modules")
    hooks = vm.intern("_forward_hooks")
    preHooks = vm.intern("_forward_pre_hooks")
    backwardHooks = vm.intern("_backward_hooks")
    forward = vm.intern("forward")
    previous = vm.intern("prev")
    mode = vm.intern("mode")
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
    method("_grad_mode_enter") { (vm, args) throws(Raised) in
      let names = TorchState.of(vm).names(vm)
      guard args.count > 0, case .object(let mode) = args[0] else { return .none }
      vm.setInstanceAttribute(mode, names.previous, .bool(GradMode.isEnabled))
      let wanted = try vm.getAttr(args[0], names.mode)
      GradMode.isEnabled = try vm.truth(wanted)
      return .none
    }
    method("_grad_mode_exit") { (vm, args) throws(Raised) in
      GradMode.isEnabled = try vm.truth(try vm.getAttr(args[0], TorchState.of(vm).names(vm).previous))
      return .none
    }
    module.function(vm, "_grad_mode_new(cls, orig_func=None)", "A mode, or the function under it.") {
      (vm, args) throws(Raised) in
      guard case .object(let o) = args[0], o.kind == .type else { throw vm.typeError("cls must be a type") }
      let made = Object(kind: .instance, type: unsafeDowncast(o, to: TypeObject.self), tracked: true)
      return args[1].isNone ? .object(made) : try vm.call(.object(made), [args[1]])
    }
    module.function(vm, "_set_parameter_class(cls, /)", "Tells which class is Parameter.") { (vm, args) in
      if case .object(let cls) = args[0] {
        TorchState.of(vm).parameterClass = Unmanaged.passUnretained(cls).toOpaque()
      }
      return .none
    }
  }

  /// `module.name` of what is no ordinary attribute: a parameter, a buffer or a child.
  private static func attribute(_ vm: VM, _ args: Arguments) throws(Raised) -> Value {
    let names = TorchState.of(vm).names(vm)
    guard args.count == 2, case .object(let module) = args[0], let name = args[1].asStr else {
      throw vm.typeError("__getattr__() takes 2 positional arguments but \(args.count) were given")
    }
    let key = vm.intern(name)
    for holder in [names.parameters, names.buffers, names.modules] {
      let slot = vm.instanceAttribute(module, .borrowed(holder))
      guard slot.isKind(.dict) else { continue }
      let found = unsafeDowncast(slot.object, to: DictObject.self).find(name: .borrowed(key))
      if !found.isUndefined { return found.value }
    }
    throw vm.raised(
      vm.types.attributeError, "'\(vm.type(of: args[0]).name)' object has no attribute '\(name.string)'")
  }

  /// `module(...)`: `forward`, or the long way when there are hooks.
  private static func call(_ vm: VM, _ args: Arguments) throws(Raised) -> Value {
    let names = TorchState.of(vm).names(vm)
    guard args.count > 0, case .object(let module) = args[0] else { throw vm.typeError("__call__ needs a module") }
    for holder in [names.hooks, names.preHooks, names.backwardHooks] {
      let slot = vm.instanceAttribute(module, .borrowed(holder))
      guard slot.isKind(.dict), unsafeDowncast(slot.object, to: DictObject.self).count == 0 else {
        let long = try vm.getAttr(args[0], "_call_with_hooks")
        return try vm.call(long.borrowed, args.dropFirst(1))
      }
    }
    // A function of the class takes the module as its first argument, which is what lies here.
    let own = vm.instanceAttribute(module, .borrowed(names.forward))
    let function = module.type.lookup(vm, .borrowed(names.forward))
    if own.isUndefined, function.isKind(.function) { return try vm.call(function, args) }
    let forward = try vm.getAttr(args[0], names.forward)
    return try vm.call(forward.borrowed, args.dropFirst(1))
  }
}
