// `list[T][int]`: other types in the place of the type variables. What a type variable accepts, and which arguments a
// variable of several types takes, these know themselves: `__typing_subst__` and `__typing_prepare_subst__`.

extension GenericAlias {
  /// The type variables among the arguments, each once.
  func parameters(_ vm: VM) throws(Raised) -> [Value] {
    var found: [Value] = []
    try collect(vm, arguments.values, into: &found)
    return found
  }

  private func collect(_ vm: VM, _ arguments: [Value], into found: inout [Value]) throws(Raised) {
    func add(_ value: Value) {
      if !found.contains(where: { $0.isSame(as: value) }) { found.append(value) }
    }
    for argument in arguments {
      if case .object(let o) = argument, o is TypeObject { continue }
      if let inner = argument.asTuple {
        try collect(vm, inner.values, into: &found)
      } else if try vm.getAttrOrNil(argument, vm.intern("__typing_subst__")) != nil {
        add(argument)
      } else if let inner = try vm.getAttrOrNil(argument, vm.intern("__parameters__"))?.asTuple {
        for value in inner.values { add(value) }
      }
    }
  }

  /// The alias with arguments in the place of its type variables.
  func substituting(_ vm: VM, _ key: Value) throws(Raised) -> GenericAlias {
    let parameters = try parameters(vm)
    if parameters.isEmpty { throw vm.typeError("\(try repr(vm).string) is not a generic class") }
    var given = try Self.unpacked(vm, key.asTuple?.values ?? [key])
    for parameter in parameters {
      guard let prepare = try vm.getAttrOrNil(parameter, vm.intern("__typing_prepare_subst__")) else { continue }
      let prepared = try vm.call(prepare, [.object(self), .object(TupleObject.make(vm, given))])
      guard let tuple = prepared.asTuple else {
        throw vm.typeError("expected a tuple, not \(vm.type(of: prepared).name)")
      }
      given = tuple.values
    }
    if given.count != parameters.count {
      throw vm.typeError(
        "Too \(given.count > parameters.count ? "many" : "few") arguments for \(try repr(vm).string);"
          + " actual \(given.count), expected \(parameters.count)")
    }
    let choice = Choice(parameters: parameters, given: given)
    let result = try Self.substitute(vm, arguments.values, choice)
    return GenericAlias(
      vm, origin.value, .object(TupleObject.make(vm, result)), isUnpacked: isUnpacked, type: type)
  }

  /// Which type each type variable becomes.
  private struct Choice {
    let parameters: [Value]
    let given: [Value]

    func value(of parameter: Value) -> Value? {
      for (index, candidate) in parameters.enumerated() where candidate.isSame(as: parameter) {
        return given[index]
      }
      return nil
    }
  }

  /// Arguments with the items of `*tuple[A, B]` in its place, unless it goes on for ever.
  private static func unpacked(_ vm: VM, _ arguments: [Value]) throws(Raised) -> [Value] {
    var flat: [Value] = []
    for argument in arguments {
      var items: [Value]?
      if case .object(let o) = argument, !(o is TypeObject),
        let tuple = try vm.getAttrOrNil(argument, vm.intern("__typing_unpacked_tuple_args__"))?.asTuple
      {
        items = tuple.values
        if case .object(let last)? = items?.last, last.kind == .ellipsis { items = nil }
      }
      if let items { flat += items } else { flat.append(argument) }
    }
    return flat
  }

  private static func substitute(
    _ vm: VM, _ arguments: [Value], _ choice: Choice, depth: Int = 0
  ) throws(Raised) -> [Value] {
    var result: [Value] = []
    for argument in arguments {
      guard case .object(let o) = argument, !(o is TypeObject) else {
        result.append(argument)
        continue
      }
      if let inner = argument.asTuple, depth < 100 {
        let items = try substitute(vm, inner.values, choice, depth: depth + 1)
        result.append(.object(TupleObject.make(vm, items)))
        continue
      }
      var value = argument
      if let replace = try vm.getAttrOrNil(argument, vm.intern("__typing_subst__")) {
        value = try vm.call(replace, [choice.value(of: argument) ?? argument])
      } else if let inner = try vm.getAttrOrNil(argument, vm.intern("__parameters__"))?.asTuple, inner.count > 0 {
        var values: [Value] = []
        for parameter in inner.values {
          let chosen = choice.value(of: parameter) ?? parameter
          if let several = chosen.asTuple, case .object(let variable) = parameter,
            !variable.type.lookup(vm, .borrowed(vm.intern("__iter__"))).isUndefined
          {
            values += several.values
          } else {
            values.append(chosen)
          }
        }
        value = try vm.getItem(argument, .object(TupleObject.make(vm, values)))
      }
      let mark = try vm.getAttrOrNil(argument, vm.intern("__typing_is_unpacked_typevartuple__"))
      if let several = value.asTuple, let mark, try vm.truth(mark) {
        result += several.values
      } else {
        result.append(value)
      }
    }
    return result
  }
}
