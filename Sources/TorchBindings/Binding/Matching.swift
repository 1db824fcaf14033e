import Arrays
import Autograd
import Interpreter

/// Chooses an overload and fills its parameters, as torch's argument parser does.
enum Matching {
  /// Tells whether positional arguments fit the parameters one to one.
  @inline(__always)
  static func matchesDirectly(_ torch: TorchState, _ schema: Schema, _ arguments: Arguments) -> Bool {
    let parameters = schema.parameters
    for i in parameters.indices {
      let parameter = parameters[i]
      if parameter.isKeywordOnly || !accepts(parameter, arguments.base[i], isSelf: i == 0) { return false }
    }
    return true
  }

  /// Tells whether a parameter takes a value.
  static func accepts(_ parameter: Schema.Parameter, _ slot: Slot, isSelf: Bool) -> Bool {
    if slot.isNone {
      switch parameter.type {
      case .any, .dtype, .device, .layout, .generator: return true
      default: return parameter.isOptional
      }
    }
    switch parameter.type {
    case .tensor: return slot.isKind(.tensor)
    case .number, .float:
      if slot.isInt || slot.isFloat || slot.isBool { return true }
      guard slot.isObject else { return false }
      if slot.kind == .tensor {
        let tensor = unsafeDowncast(slot.object, to: TensorObject.self).tensor
        return tensor.dim == 0 && !tensor.requiresGrad
      }
      return slot.kind == .complex || slot.kind == .float
    case .int:
      if slot.isInt { return true }
      return slot.isBool || Convert.int(slot) != nil
    case .bool: return slot.isBool
    case .string: return slot.isKind(.str)
    case .dtype: return Convert.dtype(slot) != nil
    case .device:
      return slot.isKind(.str) || slot.isInt || (slot.isObject && slot.object is DeviceObject)
    case .layout: return slot.isObject && slot.object is NamedConstant
    case .generator: return slot.isObject && slot.object is GeneratorBox
    case .tensors:
      guard let items = Convert.items(slot) else { return false }
      return items.allSatisfy { $0.isKind(.tensor) }
    case .optionalTensors:
      guard let items = Convert.items(slot) else { return false }
      return items.allSatisfy { $0.isNone || $0.isKind(.tensor) }
    case .ints(let length):
      if slot.isBool { return false }
      if length > 0, Convert.int(slot) != nil { return true }
      guard let items = Convert.items(slot) else { return false }
      return items.allSatisfy { Convert.int($0) != nil }
    case .floats:
      guard let items = Convert.items(slot) else { return false }
      return items.allSatisfy { $0.isFloat || $0.isInt }
    case .any: return true
    }
  }

  /// Fills `target` (undefined slots) with one owned slot per parameter; false: does not fit.
  static func bind(
    _ vm: VM, _ torch: TorchState, _ schema: Schema, _ arguments: Arguments, into target: UnsafeMutablePointer<Slot>
  ) -> Bool {
    let positional = arguments.positionalCount
    var used = 0
    var parameterIndex = 0
    let parameters = schema.parameters
    while used < positional {
      if parameterIndex >= parameters.count || parameters[parameterIndex].isKeywordOnly { return false }
      let parameter = parameters[parameterIndex]
      let slot = arguments.base[used]
      if parameterIndex == schema.variadicIndex, parameter.type != .tensors, Convert.int(slot) != nil, !slot.isBool {
        // Sizes spread over the arguments.
        var last = used
        while last < positional, arguments.base[last].isInt { last &+= 1 }
        if last == positional {
          let tuple = TupleObject(vm, copying: arguments.base + used, count: positional &- used)
          target[parameterIndex] = Value.object(tuple).intoOwned()
          used = positional
          parameterIndex += 1
          continue
        }
        var values: [Value] = []
        while used < positional, let n = Convert.int(arguments.base[used]) {
          values.append(.int(n))
          used += 1
        }
        target[parameterIndex] = Value.object(TupleObject(vm, values)).owned
        parameterIndex += 1
        continue
      }
      if parameterIndex == schema.variadicIndex, parameter.type == .tensors, slot.isKind(.tensor) {
        // Tensors spread over the arguments.
        var values: [Value] = []
        while used < positional, arguments.base[used].isKind(.tensor) {
          values.append(arguments.base[used].value)
          used += 1
        }
        target[parameterIndex] = Value.object(TupleObject(vm, values)).owned
        parameterIndex += 1
        continue
      }
      if !accepts(parameter, slot, isSelf: parameterIndex == 0) { return false }
      slot.retain()
      target[parameterIndex] = slot
      used += 1
      parameterIndex += 1
    }
    if let names = arguments.keywordNames {
      for k in 0..<names.count {
        let name = names.items[k]
        let keyword = unsafeDowncast(name.object, to: StrObject.self)
        // Interned names are the same object; texts are compared only when that fails.
        var place = parameters.firstIndex { $0.name === keyword }
        if place == nil { place = parameters.firstIndex { $0.matches(keyword) } }
        guard let p = place, target[p].isUndefined else { return false }
        let slot = arguments.base[positional + k]
        if !accepts(parameters[p], slot, isSelf: false) { return false }
        slot.retain()
        target[p] = slot
      }
    }
    for p in parameters.indices where target[p].isUndefined && parameters[p].isRequired {
      let parameter = parameters[p]
      if p == schema.variadicIndex, parameter.text.contains("...") {
        target[p] = Value.object(vm.emptyTuple).owned
        continue
      }
      return false
    }
    return true
  }

  /// The TypeError when no overload fits.
  @inline(never)
  static func mismatch(
    _ vm: VM, _ name: String, _ schemas: [Schema], _ arguments: Arguments, isMethod: Bool
  ) -> Raised {
    if schemas.count == 1, let text = single(vm, name, schemas[0], arguments, isMethod) { return vm.typeError(text) }
    var got: [String] = []
    for k in (isMethod ? 1 : 0)..<Swift.max(arguments.positionalCount, 1) where k < arguments.positionalCount {
      got.append(typeName(vm, arguments.base[k]))
    }
    for (keyword, value) in arguments.keywords {
      got.append("\(keyword.string)=\(typeName(vm, value.borrowed))")
    }
    // torch leaves a comma when only keywords were given.
    if got.count == 1, arguments.keywords.count == 1 { got.append("") }
    let start = "\(name)() received an invalid combination of arguments - got (\(got.joined(separator: ", "))), but expected "
    let texts = schemas.map { signature($0, isMethod) }
    if texts.count == 1 { return vm.typeError(start + texts[0]) }
    return vm.typeError(start + "one of:\n" + texts.map { " * \($0)\n" }.joined())
  }

  /// A schema as torch shows it.
  private static func signature(_ schema: Schema, _ isMethod: Bool) -> String {
    var parts: [String] = []
    var sawStar = false
    for (k, parameter) in schema.parameters.enumerated() where !(isMethod && k == 0) {
      if parameter.isKeywordOnly && !sawStar {
        parts.append("*")
        sawStar = true
      }
      let type = parameter.name.string == "out" ? "Tensor" : expected(parameter)
      var text = "\(type) \(shownName(parameter, k, isMethod))"
      if let value = parameter.defaultText { text += " = \(parameter.name.string == "pin_memory" ? "False" : value)" }
      parts.append(text)
    }
    return "(" + parts.joined(separator: ", ") + ")"
  }

  /// torch calls the first tensor of functions `input`.
  private static func shownName(_ parameter: Schema.Parameter, _ index: Int, _ isMethod: Bool) -> String {
    let name = parameter.name.string
    return name == "self" && parameter.type == .tensor ? "input" : name
  }

  /// `add(): argument 'other' (position 1) must be Tensor, not str` and its relatives.
  private static func single(
    _ vm: VM, _ name: String, _ schema: Schema, _ arguments: Arguments, _ isMethod: Bool
  ) -> String? {
    let skipped = isMethod ? 1 : 0
    let positional = arguments.positionalCount
    let allowed = schema.positionalCount
    let given = arguments.keywords
    func parameter(named keyword: StrObject) -> Schema.Parameter? {
      schema.parameters.first { $0.name.equals(keyword) || ($0.alias.map { $0.equals(keyword) } ?? false) }
    }
    if isMethod, schema.parameters.count == 1, positional > 1 {
      return "TensorBase.\(name)() takes no arguments (\(positional - 1) given)"
    }
    if positional > allowed && schema.variadicIndex == nil {
      let least = schema.parameters.filter { !$0.isKeywordOnly && $0.defaultText == nil }.count
      let range = least < allowed ? "from \(least - skipped) to \(allowed - skipped)" : "\(allowed - skipped)"
      let isOne = least == allowed && allowed - skipped == 1
      return "\(name)() takes \(range) positional argument\(isOne ? "" : "s") but \(positional - skipped) were given"
    }
    if let variadic = schema.variadicIndex, positional > variadic, Convert.int(arguments.base[variadic]) != nil,
      let (keyword, _) = given.first(where: { parameter(named: $0.0) == nil })
    {
      return "\(name)() got an unexpected keyword argument '\(keyword.string)'"
    }
    for (k, parameter) in schema.parameters.enumerated() where k < positional {
      if !accepts(parameter, arguments.base[k], isSelf: k == 0) {
        return
          "\(name)(): argument '\(shownName(parameter, k, isMethod))' (position \(k + 1 - skipped)) must be \(expected(parameter)), not \(parameter.type == .tensor ? vm.type(of: arguments.base[k]).name : typeName(vm, arguments.base[k]))"
      }
    }
    for (keyword, value) in given {
      guard let parameter = parameter(named: keyword) else {
        return "\(name)() got an unexpected keyword argument '\(keyword.string)'"
      }
      if !accepts(parameter, value.borrowed, isSelf: false) {
        return
          "\(name)(): argument '\(keyword.string)' must be \(expected(parameter)), not \(typeName(vm, value.borrowed))"
      }
    }
    var missing: [String] = []
    for (k, parameter) in schema.parameters.enumerated()
    where k >= positional && parameter.defaultText == nil && !given.contains(where: { $0.name.equals(parameter.name) }) {
      missing.append("\"\(shownName(parameter, k, isMethod))\"")
    }
    if missing.isEmpty { return nil }
    return "\(name)() missing \(missing.count) required positional arguments: \(missing.joined(separator: ", "))"
  }

  private static func expected(_ parameter: Schema.Parameter) -> String {
    switch parameter.type {
    case .tensor: return "Tensor"
    case .number: return "Number"
    case .int: return "int"
    case .float: return "float"
    case .bool: return "bool"
    case .string: return "str"
    case .dtype: return "torch.dtype"
    case .device: return "torch.device"
    case .layout: return "torch.layout"
    case .generator: return "torch.Generator"
    case .tensors, .optionalTensors: return "tuple of Tensors"
    case .ints: return "tuple of ints"
    case .floats: return "tuple of floats"
    case .any: return "object"
    }
  }

  /// How torch names the type of an argument.
  private static func typeName(_ vm: VM, _ slot: Slot) -> String {
    if slot.isObject, slot.kind == .list || slot.kind == .tuple, let items = Convert.items(slot) {
      let inner = items.map { vm.type(of: $0).name }
      return slot.kind == .list ? "list of [\(inner.joined(separator: ", "))]" : "tuple of (\(inner.joined(separator: ", ")))"
    }
    let type = vm.type(of: slot)
    return type.moduleName.hasPrefix("torch") && type.name != "Tensor" ? "torch.\(type.name)" : type.name
  }
}
