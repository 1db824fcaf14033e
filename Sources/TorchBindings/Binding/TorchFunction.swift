import Interpreter

/// `__torch_function__`: classes and modes that take functions of torch over.
///
/// Programs without such classes pay nothing. A plain tensor never asks; what is no tensor is asked when no overload took
/// the arguments. With the first subclass of `Tensor` or the first mode, `Interception` makes every function look first.
enum TorchFunction {
  /// A function that may be taken over, as handlers and messages name it.
  struct Face {
    let function: Value
    let name: String
    /// torch has it in Python: handlers see all defaults, and plain tensors count among the types.
    var isPython = false
  }

  /// How a call that may be taken over went.
  enum Answer {
    /// Nobody wants it.
    case untaken
    /// All that could have taken it said NotImplemented.
    case refused
    case made(Value)
  }

  /// Objects whose classes take functions over: one a class, subclasses before their bases.
  struct Takers {
    private(set) var objects: [Value] = []
    private(set) var types: [TypeObject] = []

    /// Adds an argument. `plain`: tensors of no such class count as well.
    mutating func add(_ vm: VM, _ torch: TorchState, _ slot: Slot, plain: Bool = false) {
      guard slot.isObject else { return }
      let isTaker = TorchFunction.takes(vm, torch, slot)
      guard isTaker || plain && slot.kind == .tensor && slot.typePointer != torch.parameterClass else { return }
      let type = vm.type(of: slot)
      if types.contains(where: { $0 === type }) { return }
      let place = types.firstIndex { type.isSubtype(of: $0) } ?? types.count
      types.insert(type, at: place)
      objects.insert(slot.value, at: place)
    }

    /// Adds an argument, or the items of a list.
    mutating func addAll(_ vm: VM, _ torch: TorchState, _ slot: Slot, plain: Bool = false) {
      guard slot.isObject, slot.kind == .list || slot.kind == .tuple, let items = Convert.items(slot) else {
        return add(vm, torch, slot, plain: plain)
      }
      for item in items { add(vm, torch, item, plain: plain) }
    }

    /// Whether somebody other than plain tensors is there.
    func isWanted(_ torch: TorchState) -> Bool {
      torch.hasModes || types.contains { $0 !== torch.tensorType }
    }
  }

  /// Whether the class of an argument takes functions over.
  static func takes(_ vm: VM, _ torch: TorchState, _ slot: Slot) -> Bool {
    guard slot.isObject, !torch.overrides.subclassesOff, !torch.overrides.allOff else { return false }
    guard slot.object.hasHeapType, slot.typePointer != torch.parameterClass else { return false }
    let handler = vm.type(of: slot).lookup(vm, .borrowed(torch.overrides.name(vm)))
    return !handler.isUndefined && !(handler.isObject && handler.pointer == torch.overrides.disabled)
  }

  /// Whether a look at the arguments alone tells that nobody takes the call.
  static func isPlain(_ vm: VM, _ torch: TorchState, _ arguments: Arguments) -> Bool {
    for k in 0..<arguments.count {
      let slot = arguments.base[k]
      guard slot.isObject else { continue }
      if slot.object.hasHeapType && takes(vm, torch, slot) { return false }
      guard slot.kind == .list || slot.kind == .tuple, let items = Convert.items(slot) else { continue }
      for item in items where takes(vm, torch, item) { return false }
    }
    return true
  }

  /// Asks the innermost mode, then the takers in order.
  static func ask(
    _ vm: VM, _ torch: TorchState, _ face: Face, _ takers: Takers, _ args: [Value], _ kwargs: DictObject?
  ) throws(Raised) -> Answer {
    guard takers.isWanted(torch) else { return .untaken }
    let name = torch.overrides.name(vm)
    var given: [Value] = [
      face.function, .object(TupleObject(vm, takers.types.map { .object($0) })), .object(TupleObject(vm, args)),
    ]
    if let kwargs { given.append(.object(kwargs)) }
    if torch.hasModes, let mode = torch.overrides.modes.popLast() {
      torch.updateOverrides()
      defer {
        torch.overrides.modes.append(mode)
        torch.updateOverrides()
      }
      let answer = try vm.call(try vm.getAttr(mode, name), given)
      if answer.asObject?.kind != .notImplemented { return .made(answer) }
    }
    for taker in takers.objects where takes(vm, torch, taker.borrowed) || face.isPython {
      let answer = try vm.call(try vm.getAttr(taker, name), given)
      if answer.asObject?.kind != .notImplemented { return .made(answer) }
    }
    return .refused
  }

  /// The same for a function whose refusal is an error; nil: nobody wants it.
  static func call(
    _ vm: VM, _ torch: TorchState, _ face: Face, _ takers: Takers, _ args: [Value], _ kwargs: DictObject?
  ) throws(Raised) -> Value? {
    switch try ask(vm, torch, face, takers, args, kwargs) {
    case .untaken: return nil
    case .made(let value): return value
    case .refused: throw refusal(vm, face, takers)
    }
  }

  private static func refusal(_ vm: VM, _ face: Face, _ takers: Takers) -> Raised {
    func name(_ type: TypeObject) -> String { (try? vm.repr(.object(type)).string) ?? type.name }
    if face.isPython {
      return vm.typeError(
        "no implementation found for '\(face.name)' on types that implement __torch_function__: "
          + "[\(takers.types.map(name).joined(separator: ", "))]")
    }
    let lines = takers.types.map { "  - tensor subclass \(name($0))\n" }.joined()
    return vm.typeError(
      "Multiple dispatch failed for '\(face.name)'; all __torch_function__ handlers returned NotImplemented:\n\n"
        + lines + "\nFor more information, try re-running with TORCH_LOGS=not_implemented")
  }
}

extension Operator {
  /// What a class or a mode answers that takes the call over; nil: none does, or no overload accepts the arguments.
  func taken(
    _ vm: VM, _ torch: TorchState, _ arguments: Arguments, _ face: TorchFunction.Face
  ) throws(Raised) -> Value? {
    for schema in schemas(vm) {
      let count = schema.parameterCount
      let target = try vm.reserveStack(count)
      defer { vm.releaseStack(target, count: count) }
      guard Matching.bind(vm, torch, schema, arguments, into: target, takesOthers: true) else { continue }
      var takers = TorchFunction.Takers()
      for k in 0..<count { takers.addAll(vm, torch, target[k], plain: face.isPython) }
      guard takers.isWanted(torch) else { return nil }
      if face.isPython {
        let (args, kwargs) = filled(vm, schema, target, arguments)
        return try TorchFunction.call(vm, torch, face, takers, args, kwargs)
      }
      return try TorchFunction.call(vm, torch, face, takers, arguments.positional, arguments.keywordDict(vm))
    }
    return nil
  }

  /// The same when no overload took the arguments: some may be no tensors, but take functions over.
  func takenByOther(
    _ vm: VM, _ torch: TorchState, _ arguments: Arguments, _ shownName: String, isMethod: Bool
  ) throws(Raised) -> Value? {
    guard !TorchFunction.isPlain(vm, torch, arguments) else { return nil }
    Interception.install(vm, torch)
    if isMethod {
      // The stand-in of an in-place twin is nobody's tensor.
      guard shownName == name else { return nil }
      let function = try vm.getAttr(.object(torch.tensorType), name)
      return try taken(vm, torch, arguments, .init(function: function, name: "torch.Tensor.\(name)"))
    }
    // It looks first by now.
    let holder =
      shownName.hasPrefix("linalg_") ? "torch.linalg"
      : shownName.hasPrefix("special_") ? "torch.special"
      : shownName.hasPrefix(PythonFunctions.prefix) || !places.contains(.function) ? "torch.nn.functional" : "torch"
    guard let module = vm.modules.get(vm, holder), let function = try vm.getAttrOrNil(module, vm.intern(name)),
      (function.asObject as? NativeFunction)?.isIntercepted ?? false
    else { return nil }
    return try (function.asObject as? NativeFunction)?.look(vm, arguments)
  }

  /// Arguments as torch's functions in Python hand them on: by name what has a default, whether given or not.
  private func filled(
    _ vm: VM, _ schema: Schema, _ bound: UnsafePointer<Slot>, _ given: Arguments
  ) -> ([Value], DictObject) {
    var args: [Value] = []
    let kwargs = DictObject(vm)
    for (k, parameter) in schema.parameters.enumerated() {
      var value = bound[k].isUndefined ? Value.none : bound[k].value
      if !bound[k].isUndefined, !bound[k].isObject, let sizes = Convert.items(bound[k]) {
        value = .object(TupleObject(vm, sizes.map { $0.value }))
      }
      guard let text = parameter.defaultText else {
        let isSpread = k == schema.variadicIndex && k < given.positionalCount && Convert.items(given.base[k]) == nil
        if isSpread, let items = Convert.items(value.borrowed) {
          args += items.map { $0.value }
        } else {
          args.append(value)
        }
        continue
      }
      kwargs.set(name: .borrowed(parameter.name), value: bound[k].isUndefined ? Operator.value(vm, text) : value)
    }
    return (args, kwargs)
  }

  /// A default of a schema as Python has it.
  private static func value(_ vm: VM, _ text: String) -> Value {
    switch text {
    case "None": return .none
    case "True": return .bool(true)
    case "False": return .bool(false)
    default:
      if let int = Int(text) { return .int(int) }
      if let number = Double(text) { return .float(number) }
      return .object(vm.string(text))
    }
  }
}

extension Arguments {
  /// The keyword arguments as a dict; nil: there are none.
  func keywordDict(_ vm: VM) -> DictObject? {
    guard keywordNames != nil else { return nil }
    let dict = DictObject(vm)
    for (name, value) in keywords { dict.set(vm, name.string, value) }
    return dict
  }
}
