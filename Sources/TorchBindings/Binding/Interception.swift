import Interpreter

/// What takes functions over at present.
struct Overrides {
  /// Modes that were entered, innermost last.
  var modes: [Value] = []
  /// Whether functions look for takers at all.
  var isInstalled = false
  /// Set while the handler of a class runs: subclasses are plain tensors then.
  var subclassesOff = false
  /// Set where modes are off as well.
  var allOff = false
  /// Address of the handler that says that a class takes nothing over.
  var disabled: UnsafeMutableRawPointer?
  private var interned: StrObject?

  /// The interned `__torch_function__`.
  mutating func name(_ vm: VM) -> StrObject {
    if let interned { return interned }
    let made = vm.intern("__torch_function__")
    interned = made
    return made
  }
}

extension TorchState {
  /// Computes what operators look at from what is on.
  func updateOverrides() {
    hasModes = !overrides.modes.isEmpty && !overrides.allOff
    intercepts = overrides.isInstalled && !overrides.allOff && (hasModes || !overrides.subclassesOff)
  }

  /// Runs code to which subclasses are plain tensors.
  func withoutSubclasses<R>(_ body: () throws(Raised) -> R) throws(Raised) -> R {
    let before = overrides.subclassesOff
    overrides.subclassesOff = true
    updateOverrides()
    defer {
      overrides.subclassesOff = before
      updateOverrides()
    }
    return try body()
  }

  /// Notes that tensors of a class made by a program exist.
  func noteSubclass(_ vm: VM, _ type: TypeObject) {
    guard !overrides.isInstalled else { return }
    let handler = type.lookup(vm, .borrowed(overrides.name(vm)))
    if handler.isObject, handler.pointer == overrides.disabled { return }
    Interception.install(vm, self)
  }
}

/// Makes functions and attributes look for who takes them over, once there can be somebody.
enum Interception {
  /// Lets the functions of `torch` and the methods and attributes of `Tensor` look first.
  static func install(_ vm: VM, _ torch: TorchState) {
    guard !torch.overrides.isInstalled else { return }
    torch.overrides.isInstalled = true
    torch.updateOverrides()
    let type = torch.tensorType
    // Filled in when it is first looked at.
    _ = type.lookup(vm, .borrowed(vm.intern("add")))
    for row in torch.operators {
      if row.places.contains(.method) {
        operatorLooks(vm, torch, row, type.namespace, row.name, "torch.Tensor", isPython: pythonMethods.contains(row.name))
      }
      if row.places.contains(.inPlace) {
        operatorLooks(vm, torch, row, type.namespace, row.name + "_", "torch.Tensor", isPython: false)
      }
      for (place, module) in modules where row.places.contains(place) {
        let holder = vm.modules.get(vm, module)?.asModule
        let isPython = place == .functional && PythonFunctions.contains(row.name)
          || place == .function && pythonFunctions.contains(row.name)
        guard let namespace = holder?.namespace else { continue }
        operatorLooks(vm, torch, row, namespace, row.name, holderText(place, isPython: isPython), isPython: isPython)
      }
    }
    for (key, value) in type.namespace.items.map({ ($0.key, $0.value) }) {
      guard let name = key.asStr?.string, case .object(let o) = value else { continue }
      if let attribute = o as? GetSetDescriptor {
        attributeLooks(vm, torch, attribute)
      } else if let method = o as? NativeFunction, name == "__repr__" {
        // torch's takes the text of the numbers, which it is always handed on without.
        method.intercept { (vm, arguments) throws(Raised) in
          guard arguments.keywordNames != nil, arguments.count > 0, case .object(let o) = arguments[0] else { return nil }
          return .object(try o.repr(vm))
        }
      } else if let method = o as? NativeFunction, !method.isSlotWrapper, !method.isIntercepted, !plainMethods.contains(name) {
        let isPython = pythonMethods.contains(name)
        let face = TorchFunction.Face(function: .none, name: isPython ? "torch._tensor.\(name)" : "torch.Tensor.\(name)", isPython: isPython)
        functionLooks(vm, torch, type.namespace, name, face, isMethod: true)
      }
    }
    guard let namespace = torch.module?.namespace else { return }
    for name in ["numel", "is_floating_point", "is_complex", "tensor", "einsum", "meshgrid", "broadcast_tensors", "unique"] {
      let isPython = pythonFunctions.contains(name)
      let face = TorchFunction.Face(function: .none, name: isPython ? "torch.functional.\(name)" : "torch.\(name)", isPython: isPython)
      functionLooks(vm, torch, namespace, name, face, isMethod: false)
    }
  }

  private static let modules: [(Places, String)] = [
    (.function, "torch"), (.functional, "torch.nn.functional"), (.linalg, "torch.linalg"), (.special, "torch.special"),
    (.fft, "torch.fft"),
  ]

  /// What messages put before a function's name: torch's functions in C have names of their own in some modules.
  static func holderText(_ place: Places, isPython: Bool) -> String {
    switch place {
    case .function: return isPython ? "torch.functional" : "torch"
    case .functional: return isPython ? "torch.nn.functional" : "torch.nn"
    case .linalg: return "torch.linalg.linalg_"
    case .special: return "torch.special.special_"
    default: return "torch.fft"
    }
  }

  /// Functions of `torch` that it has in Python.
  private static let pythonFunctions: Set<String> = [
    "norm", "split", "einsum", "meshgrid", "unique", "unique_consecutive", "cdist", "tensordot", "broadcast_tensors",
    "atleast_1d", "atleast_2d", "atleast_3d", "block_diag", "cartesian_prod", "chain_matmul",
  ]

  /// Methods of `Tensor` that it has in Python.
  private static let pythonMethods: Set<String> = [
    "norm", "split", "unique", "unique_consecutive", "backward", "register_hook", "unflatten", "share_memory_",
    "__reversed__", "__deepcopy__", "__rdiv__",
  ]

  /// What the class of an argument answers where the function of that name does not look first yet; nil: nobody asks.
  static func late(_ vm: VM, _ name: String, _ values: [Value]) throws(Raised) -> Value? {
    let torch = TorchState.of(vm)
    guard !torch.overrides.isInstalled, let module = torch.module,
      values.contains(where: { TorchFunction.takes(vm, torch, $0.borrowed) })
    else { return nil }
    install(vm, torch)
    return try vm.call(try vm.getAttr(.object(module), name), values)
  }

  /// Methods that nobody takes over.
  private static let plainMethods: Set<String> = ["as_subclass", "_make_subclass", "__reduce_ex__"]

  /// A function written in Python that looks first; itself where nothing can take it over.
  static func looking(_ vm: VM, _ torch: TorchState, _ function: Value, _ holder: String) -> Value {
    guard torch.intercepts, case .object(let o) = function, let plain = o as? FunctionObject else { return function }
    let (kept, name) = (Value.object(plain), plain.name.string)
    let made = NativeFunction(vm, name + "(*args, **kwargs)", "", isRaw: true) { [unowned torch] (vm, arguments) throws(Raised) in
      if torch.intercepts, torch.hasModes || !TorchFunction.isPlain(vm, torch, arguments) {
        var takers = TorchFunction.Takers()
        for k in 0..<arguments.count { takers.addAll(vm, torch, arguments.base[k], plain: true) }
        let face = TorchFunction.Face(function: kept, name: holder + "." + name, isPython: true)
        let kwargs = arguments.keywordDict(vm) ?? DictObject(vm)
        if let answer = try TorchFunction.call(vm, torch, face, takers, arguments.positional, kwargs) { return answer }
      }
      return try vm.call(kept.borrowed, arguments)
    }
    made.moduleName = holder
    return .object(made)
  }

  /// Lets an operator, found under a name, look first.
  private static func operatorLooks(
    _ vm: VM, _ torch: TorchState, _ row: Operator, _ namespace: DictObject, _ name: String, _ holder: String, isPython: Bool
  ) {
    guard let function = namespace.get(vm, name)?.asObject as? NativeFunction, !function.isIntercepted else { return }
    let fullName = (isPython && holder == "torch.Tensor" ? "torch._tensor" : holder) + (holder.hasSuffix("_") ? "" : ".") + name
    function.intercept { [unowned torch, unowned function] (vm, arguments) throws(Raised) in
      guard torch.intercepts, torch.hasModes || !TorchFunction.isPlain(vm, torch, arguments) else { return nil }
      let face = TorchFunction.Face(function: .object(function), name: fullName, isPython: isPython)
      return try row.taken(vm, torch, arguments, face)
    }
  }

  /// Lets a function without a row look first.
  private static func functionLooks(
    _ vm: VM, _ torch: TorchState, _ namespace: DictObject, _ name: String, _ template: TorchFunction.Face, isMethod: Bool
  ) {
    guard let function = namespace.get(vm, name)?.asObject as? NativeFunction, !function.isIntercepted else { return }
    // These parse their arguments in torch: a plain `self` is none of the types.
    let parses = ["size", "stride", "to", "requires_grad_", "tensor"].contains(name)
    function.intercept { [unowned torch, unowned function] (vm, arguments) throws(Raised) in
      guard torch.intercepts, torch.hasModes || !TorchFunction.isPlain(vm, torch, arguments) else { return nil }
      let face = TorchFunction.Face(function: .object(function), name: template.name, isPython: template.isPython)
      var takers = TorchFunction.Takers()
      if name != "tensor" {
        for k in 0..<arguments.count {
          takers.addAll(vm, torch, arguments.base[k], plain: face.isPython || isMethod && k == 0 && !parses)
        }
      }
      var kwargs = arguments.keywordDict(vm)
      if face.isPython { kwargs = defaults(vm, function, arguments, kwargs) }
      return try TorchFunction.call(vm, torch, face, takers, arguments.positional, kwargs)
    }
  }

  /// The keyword arguments with the defaults of what was not given.
  private static func defaults(
    _ vm: VM, _ function: NativeFunction, _ arguments: Arguments, _ given: DictObject?
  ) -> DictObject {
    let all = DictObject(vm)
    for (k, parameter) in function.signature(vm).parameters.enumerated() where k >= arguments.positionalCount {
      if let own = given?.get(vm, parameter.name.string) {
        all.set(name: .borrowed(parameter.name), value: own)
      } else if !parameter.defaultValue.isUndefined {
        all.set(name: .borrowed(parameter.name), value: parameter.defaultValue.value)
      }
    }
    return all
  }

  /// Lets an attribute look first, read and written.
  private static func attributeLooks(_ vm: VM, _ torch: TorchState, _ attribute: GetSetDescriptor) {
    // Not held by itself: every count of an object is a slot's.
    attribute.intercept(
      get: { [unowned torch, unowned attribute] (vm, value) throws(Raised) in
        try ask(vm, torch, attribute, "__get__", [value])
      },
      set: { [unowned torch, unowned attribute] (vm, value, new) throws(Raised) in
        guard let new else { return try ask(vm, torch, attribute, "__delete__", [value]) != nil }
        return try ask(vm, torch, attribute, "__set__", [value, new]) != nil
      })
  }

  private static func ask(
    _ vm: VM, _ torch: TorchState, _ attribute: GetSetDescriptor, _ method: String, _ args: [Value]
  ) throws(Raised) -> Value? {
    guard torch.intercepts, case .object(let o) = args[0], torch.hasModes || o.hasHeapType else { return nil }
    var takers = TorchFunction.Takers()
    takers.add(vm, torch, args[0].borrowed, plain: true)
    guard takers.isWanted(torch) else { return nil }
    let face = TorchFunction.Face(
      function: try vm.getAttr(.object(attribute), method), name: "torch.Tensor.\(attribute.name).\(method)")
    return try TorchFunction.call(vm, torch, face, takers, args, nil)
  }
}
