import Autograd
import Interpreter

/// Subclasses of `Tensor` made by programs: how tensors become theirs, and what they take over by default.
enum TensorSubclass {
  /// Defines what subclasses inherit.
  static func install(_ vm: VM, _ torch: TorchState, _ type: TypeObject) {
    type.classMethod(
      vm, "__torch_function__(cls, func, types, args=(), kwargs=None)", "Calls func and makes what comes out of this class."
    ) { (vm, args) throws(Raised) in try takeOver(vm, args) }
    type.method(vm, "as_subclass(self, cls, /)", "The tensor as one of a subclass, on the same elements.") {
      (vm, args) throws(Raised) in try alias(vm, try TorchTypes.tensor(vm, args[0]), as: args[1])
    }
    type.staticMethod(vm, "_make_subclass(cls, data, require_grad=False)", "A leaf of a subclass on the same elements.") {
      (vm, args) throws(Raised) in try leaf(vm, args)
    }
    type.method(vm, "__rdiv__(self, other, /)", "The other divided by this.") { (vm, args) throws(Raised) in
      guard case .object(let o) = args[0], let x = o as? TensorObject else { return .object(vm.notImplemented) }
      return try x.binary(vm, .trueDivide, args[1], reflected: true) ?? .object(vm.notImplemented)
    }
  }

  /// The class given as an argument, which has to be one of tensors.
  private static func subclass(_ vm: VM, _ value: Value) throws(Raised) -> TypeObject {
    guard case .object(let o) = value, let cls = o as? TypeObject else {
      throw vm.typeError("cls must be a type (got \(vm.type(of: value).name))")
    }
    guard cls.isSubtype(of: TorchState.of(vm).tensorType) else {
      throw vm.typeError(
        "Creating a Tensor subclass from a class that does not inherit from Tensor is not possible. Make sure your class "
          + "inherits from Tensor.")
    }
    return cls
  }

  /// Another tensor object of the same elements and history.
  static func alias(_ vm: VM, _ tensor: Tensor, as cls: Value) throws(Raised) -> Value {
    wrap(vm, Autograd.alias(tensor), as: try subclass(vm, cls))
  }

  /// `_make_subclass(cls, data, require_grad=False)`.
  static func leaf(_ vm: VM, _ args: Arguments) throws(Raised) -> Value {
    let cls = try subclass(vm, args[0])
    guard args[1].kind == .tensor else {
      throw vm.typeError(
        "_make_subclass(): argument 'data' (position 2) must be Tensor, not \(vm.type(of: args[1]).name)")
    }
    let (source, flag) = (try TorchTypes.tensor(vm, args[1]), try vm.truth(args[2]))
    return wrap(vm, try torchCall(vm) { () throws(TorchError) in try source.detached().setRequiresGrad(flag) }, as: cls)
  }

  private static func wrap(_ vm: VM, _ tensor: Tensor, as cls: TypeObject) -> Value {
    let torch = TorchState.of(vm)
    if cls === torch.tensorType { return torch.value(vm, tensor) }
    return .object(TensorObject.wrap(vm, tensor, as: cls))
  }

  /// What subclasses do without a `__torch_function__` of their own.
  private static func takeOver(_ vm: VM, _ args: Arguments) throws(Raised) -> Value {
    guard case .object(let o) = args[0], let cls = o as? TypeObject else { throw vm.typeError("cls must be a type") }
    for value in try vm.list(of: args[2]) {
      guard case .object(let t) = value, let type = t as? TypeObject, cls.isSubtype(of: type) else {
        return .object(vm.notImplemented)
      }
    }
    let result = try plainly(vm, args[1], args[3], args[4])
    return keepsClass(args[1]) ? result : try converted(vm, result, cls)
  }

  /// Calls a function to which subclasses are plain tensors.
  static func plainly(_ vm: VM, _ function: Value, _ args: Value, _ kwargs: Value) throws(Raised) -> Value {
    let given = Value.object(TupleObject(vm, try vm.list(of: args)))
    return try TorchState.of(vm).withoutSubclasses { () throws(Raised) in
      try vm.call(function, spreading: given, kwargs)
    }
  }

  /// Whether results of a function are left as they are: gradients and bases have a class of their own.
  private static func keepsClass(_ function: Value) -> Bool {
    guard case .object(let o) = function, let method = o as? BoundMethod, method.receiver.isObject,
      let attribute = method.receiver.object as? GetSetDescriptor
    else { return false }
    return ["grad", "_grad", "_base"].contains(attribute.name)
  }

  private static func converted(_ vm: VM, _ value: Value, _ cls: TypeObject) throws(Raised) -> Value {
    guard case .object(let o) = value else { return value }
    switch o.kind {
    case .tensor:
      if o.type.isSubtype(of: cls) { return value }
      return try alias(vm, try TorchTypes.tensor(vm, value), as: .object(cls))
    case .tuple:
      guard let tuple = o as? TupleObject, tuple.values.contains(where: { $0.asObject != nil }) else { return value }
      return .object(
        TupleObject(vm, try tuple.values.map { (v) throws(Raised) in try converted(vm, v, cls) }, type: tuple.type))
    case .list where !o.hasHeapType:
      return .object(ListObject(vm, try vm.list(of: value).map { (v) throws(Raised) in try converted(vm, v, cls) }))
    default: return value
    }
  }
}

/// Modes, and where nothing is taken over, for `torch._C` and `torch.overrides`.
enum TorchFunctionState {
  static func install(_ vm: VM, _ module: ModuleObject) {
    module.function(
      vm, "_disabled_torch_function_impl(func, types, args=(), kwargs=None)", "The handler of classes that take nothing over."
    ) { (vm, args) throws(Raised) in try TensorSubclass.plainly(vm, args[0], args[2], args[3]) }
    if let handler = module.namespace.get(vm, "_disabled_torch_function_impl"), case .object(let o) = handler {
      TorchState.of(vm).overrides.disabled = Unmanaged.passUnretained(o).toOpaque()
    }
    module.function(vm, "_set_torch_function_off(subclasses, all, /)", "Sets who takes functions over; what was set.") {
      (vm, args) throws(Raised) in
      let torch = TorchState.of(vm)
      let before: [Value] = [.bool(torch.overrides.subclassesOff), .bool(torch.overrides.allOff)]
      torch.overrides.subclassesOff = try vm.truth(args[0])
      torch.overrides.allOff = try vm.truth(args[1])
      torch.updateOverrides()
      return .object(TupleObject(vm, before))
    }
    module.function(vm, "_torch_function_off()", "Whether subclasses, and all, take nothing over.") { (vm, _) in
      let now = TorchState.of(vm).overrides
      return .object(TupleObject(vm, [.bool(now.subclassesOff), .bool(now.allOff)]))
    }
    module.function(vm, "_push_torch_function_mode(mode, /)", "Enters a mode.") { (vm, args) in
      let torch = TorchState.of(vm)
      Interception.install(vm, torch)
      torch.overrides.modes.append(args[0])
      torch.updateOverrides()
      return .none
    }
    module.function(vm, "_pop_torch_function_mode()", "Leaves the innermost mode.") { (vm, _) in
      let torch = TorchState.of(vm)
      let mode = torch.overrides.modes.popLast()
      torch.updateOverrides()
      return mode ?? .none
    }
    module.function(vm, "_looking(function, holder, /)", "A function that classes and modes may take over, if there are any.") {
      (vm, args) in Interception.looking(vm, TorchState.of(vm), args[0], args[1].asStr?.string ?? "torch")
    }
    module.function(vm, "_torch_function_modes()", "The modes, innermost last.") { (vm, _) in
      .object(ListObject(vm, TorchState.of(vm).overrides.modes))
    }
  }
}
