import Arrays
import Autograd
import Interpreter

/// Chooses an overload and fills its parameters, as torch's argument parser does.
enum Matching {
  /// How positional arguments fit a schema.
  enum Fit {
    case no, yes
    /// Yes, and the sizes spread over the last of them are one argument.
    case spread
    /// Only `bind` can tell.
    case unknown
  }

  /// Tells how positional arguments fit.
  @inline(__always)
  static func fit(_ schema: Schema, _ arguments: Arguments) -> Fit {
    let count = arguments.count
    let variadic = schema.variadicIndex
    let plain = variadic >= 0 ? Swift.min(variadic, count) : count
    if plain > schema.positionalCount { return .no }
    if count < schema.minimumCount { return variadic >= 0 ? .unknown : .no }
    for i in 0..<plain {
      let slot = arguments.base[i]
      if schema.usual[i].fits(slot) { continue }
      if !schema.places[i]._withUnsafeGuaranteedRef({ accepts($0, slot, isSelf: i == 0) }) { return .no }
    }
    if plain == count { return .yes }
    // Sizes spread over the arguments; or a list of them, which bind looks at.
    guard count &- plain < 1 << 15, schema.spreadsInts else { return .unknown }
    for i in plain..<count where !arguments.base[i].isInt { return .unknown }
    return .spread
  }

  /// Tells whether a parameter takes a value.
  static func accepts(_ parameter: Schema.Parameter, _ slot: Slot, isSelf: Bool) -> Bool {
    if slot.isNone {
      switch parameter.type {
      case .any, .dtype, .device, .layout, .generator, .out: return true
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
      return slot.isInt || !slot.isBool && Convert.int(slot) != nil
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
    case .out:
      if slot.isKind(.tensor) { return true }
      guard let items = Convert.items(slot) else { return false }
      return items.allSatisfy { $0.isKind(.tensor) }
    }
  }

  /// Fills `target` (undefined slots) with one owned slot per parameter; false: does not fit. `takesOthers`: what takes
  /// functions of torch over fits where tensors and numbers do.
  static func bind(
    _ vm: VM, _ torch: TorchState, _ schema: Schema, _ arguments: Arguments, into target: UnsafeMutablePointer<Slot>,
    takesOthers: Bool = false
  ) -> Bool {
    func accepts(_ parameter: Schema.Parameter, _ slot: Slot, isSelf: Bool) -> Bool {
      if Matching.accepts(parameter, slot, isSelf: isSelf) { return true }
      return takesOthers && acceptsOther(vm, torch, parameter, slot)
    }
    let positional = arguments.positionalCount
    var used = 0
    var parameterIndex = 0
    let parameterCount = schema.parameterCount
    while used < positional {
      if parameterIndex >= parameterCount { return false }
      let isVariadic = parameterIndex == schema.variadicIndex
      let slot = arguments.base[used]
      if !isVariadic {
        let fits = schema.places[parameterIndex]._withUnsafeGuaranteedRef { parameter in
          !parameter.isKeywordOnly && accepts(parameter, slot, isSelf: parameterIndex == 0)
        }
        if !fits { return false }
        slot.retain()
        target[parameterIndex] = slot
        used += 1
        parameterIndex += 1
        continue
      }
      let parameter = schema.parameters[parameterIndex]
      if parameter.isKeywordOnly { return false }
      if isVariadic, parameter.type != .tensors, Convert.int(slot) != nil, !slot.isBool {
        // Sizes spread over the arguments.
        var last = used
        while last < positional, arguments.base[last].isInt { last &+= 1 }
        if last == positional, last < 1 << 15 {
          target[parameterIndex] = Convert.run(of: arguments.base + used, count: positional &- used)
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
      func isOne(_ slot: Slot) -> Bool { slot.isKind(.tensor) || takesOthers && TorchFunction.takes(vm, torch, slot) }
      if parameterIndex == schema.variadicIndex, parameter.type == .tensors, isOne(slot) {
        // Tensors spread over the arguments.
        var values: [Value] = []
        while used < positional, isOne(arguments.base[used]) {
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
        let parameters = schema.parameters
        var place = parameters.firstIndex { $0.name === keyword }
        if place == nil { place = parameters.firstIndex { $0.matches(keyword) } }
        guard let p = place, target[p].isUndefined else { return false }
        let slot = arguments.base[positional + k]
        if !accepts(parameters[p], slot, isSelf: false) { return false }
        slot.retain()
        target[p] = slot
      }
    }
    for p in 0..<parameterCount
    where target[p].isUndefined && schema.places[p]._withUnsafeGuaranteedRef({ $0.isRequired }) {
      let parameter = schema.parameters[p]
      if p == schema.variadicIndex, parameter.type == .tensors, parameter.text.contains("...") {
        target[p] = Value.object(vm.emptyTuple).owned
        continue
      }
      return false
    }
    return true
  }

  /// Tells whether a value stands for what a parameter takes because its class takes functions over.
  private static func acceptsOther(_ vm: VM, _ torch: TorchState, _ parameter: Schema.Parameter, _ slot: Slot) -> Bool {
    switch parameter.type {
    case .tensor, .number, .float, .int, .ints, .out: return TorchFunction.takes(vm, torch, slot)
    case .tensors, .optionalTensors:
      guard let items = Convert.items(slot) else { return false }
      return items.allSatisfy { $0.isNone || $0.isKind(.tensor) || TorchFunction.takes(vm, torch, $0) }
    default: return false
    }
  }
}
