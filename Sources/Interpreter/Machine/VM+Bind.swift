extension NativeFunction {
  /// Binds raw arguments to the parameters: fills `target` with one owned slot per parameter.
  func bind(
    _ vm: VM, _ arguments: Arguments, _ signature: Signature, into target: UnsafeMutablePointer<Slot>
  ) throws(Raised) {
    let positional = arguments.positionalCount
    if positional > signature.maximumPositional && !signature.hasVariadic {
      throw tooMany(vm, positional, signature)
    }
    var position = 0
    for (i, parameter) in signature.parameters.enumerated() {
      switch parameter.kind {
      case .positionalOnly, .positional:
        if position < positional {
          let slot = arguments.base[position]
          slot.retain()
          target[i] = slot
          position &+= 1
        }
      case .variadic:
        let rest = max(0, positional &- position)
        target[i] = .owned(TupleObject.make(vm, copying: arguments.base + position, count: rest))
        position &+= rest
      case .variadicKeyword: target[i] = .owned(DictObject(vm))
      case .keywordOnly: break
      }
    }
    try bindKeywords(vm, arguments, signature, into: target)
    for (i, parameter) in signature.parameters.enumerated() where target[i].isUndefined {
      if parameter.defaultText != nil {
        parameter.defaultValue.retain()
        target[i] = parameter.defaultValue
      } else {
        throw missing(vm, arguments, signature, parameter, index: i)
      }
    }
  }

  private func bindKeywords(
    _ vm: VM, _ arguments: Arguments, _ signature: Signature, into target: UnsafeMutablePointer<Slot>
  ) throws(Raised) {
    for (name, value) in arguments.keywords {
      let found = signature.parameters.firstIndex {
        ($0.kind == .positional || $0.kind == .keywordOnly) && $0.name.equals(name)
      }
      if let found {
        if !target[found].isUndefined {
          throw vm.typeError(
            "argument for \(self.name)() given by name ('\(name.string)') and position (\(found + 1))")
        }
        target[found] = value.owned
      } else if let rest = signature.parameters.firstIndex(where: { $0.kind == .variadicKeyword }),
        case .object(let o) = target[rest].value, let dict = o as? DictObject
      {
        dict.set(name: .borrowed(vm.intern(name)), value.borrowed)
      } else if signature.parameters.contains(where: { $0.kind == .positional || $0.kind == .keywordOnly }) {
        let shown = self.name == "function" ? "this function" : "\(self.name)()"
        throw vm.typeError("'\(name.string)' is an invalid keyword argument for \(shown)")
      } else {
        throw vm.typeError("\(displayName)() takes no keyword arguments")
      }
    }
  }

  /// `list.append` for methods, `len` for functions.
  var displayName: String {
    if isMethod, let owner { return "\(owner.reference.methodOwner ?? owner.reference.name).\(name)" }
    return name
  }

  private func tooMany(_ vm: VM, _ given: Int, _ signature: Signature) -> Raised {
    let skip = isMethod ? 1 : 0
    let (low, high, n) = (
      signature.minimumPositional &- skip, signature.maximumPositional &- skip, given &- skip
    )
    if high <= 0, signature.hasKeywordOnly, isMethod, owner?.reference.methodOwner != nil {
      return vm.typeError("\(name)() takes 0 positional arguments but \(n) \(n == 1 ? "was" : "were") given")
    }
    if high <= 0 && signature.hasKeywordOnly { return vm.typeError("\(name)() takes no positional arguments") }
    if high <= 0 { return vm.typeError("\(displayName)() takes no arguments (\(n) given)") }
    if low == high && high == 1 && !signature.hasKeywordOnly { return vm.typeError("\(displayName)() takes exactly one argument (\(n) given)") }
    let onlyPositional = !signature.parameters.contains { $0.kind == .positional }
    if onlyPositional {
      let bound = low == high ? "" : "at most "
      return vm.typeError("\(name) expected \(bound)\(high) argument\(high == 1 ? "" : "s"), got \(n)")
    }
    let all = signature.hasKeywordOnly ? " positional" : ""
    return vm.typeError(
      "\(name)() takes at most \(high)\(all) argument\(high == 1 ? "" : "s") (\(n) given)")
  }

  private func missing(
    _ vm: VM, _ arguments: Arguments, _ signature: Signature, _ parameter: Parameter, index: Int
  ) -> Raised {
    let skip = isMethod ? 1 : 0
    let n = arguments.positionalCount &- skip
    let (low, high) = (signature.minimumPositional &- skip, signature.maximumPositional &- skip)
    if isMethod && index == 0 {
      return vm.typeError("unbound method \(displayName)() needs an argument")
    }
    if parameter.kind == .positionalOnly {
      if low == high && high == 1 {
        return vm.typeError("\(displayName)() takes exactly one argument (\(n) given)")
      }
      let bound = low == high ? "" : "at least "
      return vm.typeError("\(name) expected \(bound)\(low) argument\(low == 1 ? "" : "s"), got \(n)")
    }
    if isMethod, owner?.reference.methodOwner != nil {
      // torch has the plural the wrong way round.
      return vm.typeError("\(name)() missing 1 required positional arguments: \"\(parameter.name.string)\"")
    }
    return vm.typeError(
      "\(name)() missing required argument '\(parameter.name.string)' (pos \(index &- skip &+ 1))")
  }
}
