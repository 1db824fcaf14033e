extension NativeFunction {
  /// Binds raw arguments to the parameters: fills `target` with one owned slot per parameter.
  func bind(
    _ vm: VM, _ arguments: Arguments, _ signature: Signature, into target: UnsafeMutablePointer<Slot>
  ) throws(Raised) {
    let positional = arguments.positionalCount
    if isMethod && positional == 0 && isOfPython { throw noReceiver(vm) }
    if positional > signature.maximumPositional && !signature.hasVariadic {
      try refuseFirst(vm, arguments, signature)
      throw tooMany(vm, positional, signature)
    }
    var position = 0
    let rows = signature.rows
    for i in 0..<signature.rowCount {
      switch rows[i].kind {
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
    if let names = arguments.keywordNames { try bindKeywords(vm, arguments, names, signature, into: target) }
    for i in 0..<signature.rowCount where target[i].isUndefined {
      if rows[i].hasDefault {
        rows[i].defaultValue.retain()
        target[i] = rows[i].defaultValue
        continue
      }
      try refuseFirst(vm, arguments, signature)
      throw missing(vm, arguments, signature, signature.parameters[i], index: i)
    }
  }

  private func bindKeywords(
    _ vm: VM, _ arguments: Arguments, _ names: TupleObject, _ signature: Signature,
    into target: UnsafeMutablePointer<Slot>
  ) throws(Raised) {
    let first = arguments.positionalCount
    for k in 0..<names.count {
      let name = names.items[k]
      guard name.isKind(.str) else { continue }
      let value = arguments.base[first &+ k]
      let found = NativeFunction.place(of: name, signature)
      if found >= 0 && target[found].isUndefined {
        value.retain()
        target[found] = value
      } else {
        try bindOther(vm, unsafeDowncast(name.object, to: StrObject.self), value, found, signature, into: target)
      }
    }
  }

  /// Which parameter a name means, mostly the very text of the table of names; -1: none.
  private static func place(of name: Slot, _ signature: Signature) -> Int {
    let rows = signature.rows
    func isNamed(_ i: Int) -> Bool { rows[i].kind == .positional || rows[i].kind == .keywordOnly }
    for i in 0..<signature.rowCount where rows[i].name == name.pointer && isNamed(i) { return i }
    let text = unsafeDowncast(name.object, to: StrObject.self)
    for i in 0..<signature.rowCount where isNamed(i) && signature.parameters[i].name.equals(text) { return i }
    return -1
  }

  /// A name that means no parameter, or one that has its value.
  private func bindOther(
    _ vm: VM, _ name: StrObject, _ value: Slot, _ found: Int, _ signature: Signature,
    into target: UnsafeMutablePointer<Slot>
  ) throws(Raised) {
    if found >= 0 {
      throw vm.typeError(
        "argument for \(self.name)() given by name ('\(name.string)') and position (\(found + 1))")
    }
    if let rest = signature.parameters.firstIndex(where: { $0.kind == .variadicKeyword }),
      case .object(let o) = target[rest].value, let dict = o as? DictObject
    {
      dict.set(name: .borrowed(vm.intern(name)), value)
    } else if signature.parameters.contains(where: { $0.kind == .positional || $0.kind == .keywordOnly }) {
      let shown = self.name == "function" ? "this function" : "\(self.name)()"
      throw vm.typeError("'\(name.string)' is an invalid keyword argument for \(shown)")
    } else {
      throw noKeywords(vm)
    }
  }

  /// The function in messages about its arguments: with its class or its module, as CPython calls it there.
  private var calledName: String {
    guard !isMethod, owner == nil, let moduleName, moduleName != "builtins", !moduleName.hasPrefix("torch") else { return displayName }
    return "\(moduleName).\(name)"
  }

  /// Whether it only binds the arguments of a class (`VM.bind`), which belongs to nothing.
  private var isConstructor: Bool { !isMethod && owner == nil && moduleName == nil }

  /// Whether it is of Python and its library: torch has texts of its own.
  private var isOfPython: Bool { owner?.reference.methodOwner == nil }

  /// Whether CPython has it from a slot of the type: such functions count arguments in words of their own. A few special methods
  /// are written as methods there.
  private var isWrapper: Bool {
    guard isMethod, let owner, isOfPython else { return false }
    if ["__pow__", "__rpow__", "__ipow__", "__get__"].contains(name) { return true }
    guard isSlotWrapper else { return false }
    switch name {
    case "__format__", "__reversed__", "__length_hint__": return false
    case "__getitem__": return !["list", "dict"].contains(owner.reference.name)
    case "__contains__": return !["dict", "set", "frozenset"].contains(owner.reference.name)
    default: return true
    }
  }

  private func noKeywords(_ vm: VM) -> Raised {
    vm.typeError(isWrapper ? "wrapper \(name)() takes no keyword arguments" : "\(calledName)() takes no keyword arguments")
  }

  /// Refuses what CPython looks at before it counts arguments: an instance of another class, and names where there are none.
  private func refuseFirst(_ vm: VM, _ arguments: Arguments, _ signature: Signature) throws(Raised) {
    guard isOfPython else { return }
    if isMethod, let owner, arguments.positionalCount > 0 {
      let given = vm.type(of: arguments.slot(0))
      if !given.isSubtype(of: owner.reference) {
        throw vm.typeError(
          isWrapper
            ? "descriptor '\(name)' requires a '\(owner.reference.operandName)' object but received a '\(given.operandName)'"
            : "descriptor '\(name)' for '\(owner.reference.operandName)' objects doesn't apply to a '\(given.operandName)' object")
      }
    }
    if let names = arguments.keywordNames, names.count > 0,
      !signature.parameters.contains(where: { $0.kind == .positional || $0.kind == .keywordOnly || $0.kind == .variadicKeyword })
    {
      throw noKeywords(vm)
    }
  }

  private func noReceiver(_ vm: VM) -> Raised {
    isWrapper
      ? vm.typeError("descriptor '\(name)' of '\(owner?.reference.operandName ?? "object")' object needs an argument")
      : vm.typeError("unbound method \(displayName)() needs an argument")
  }

  /// A wrong number of arguments for a function of a slot. (Where CPython reads several arguments it leaves the place of a name empty.)
  private func wrongCount(_ vm: VM, low: Int, high: Int, given: Int) -> Raised {
    let bound = low == high ? "" : given < low ? "at least " : "at most "
    let wanted = given < low ? low : high
    let isRepeat = ["__mul__", "__rmul__", "__imul__"].contains(name) && ["list", "str", "bytes", "bytearray", "tuple"].contains(owner?.reference.name ?? "")
    return vm.typeError(
      "\(high > 1 || isRepeat ? " " : "")expected \(bound)\(wanted) argument\(wanted == 1 ? "" : "s"), got \(given)")
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
    if isWrapper { return wrongCount(vm, low: low, high: high, given: n) }
    if high <= 0, signature.hasKeywordOnly, isMethod, owner?.reference.methodOwner != nil {
      return vm.typeError("\(name)() takes 0 positional arguments but \(n) \(n == 1 ? "was" : "were") given")
    }
    if high <= 0 && signature.hasKeywordOnly { return vm.typeError("\(name)() takes no positional arguments") }
    if high <= 0 { return vm.typeError("\(calledName)() takes no arguments (\(n) given)") }
    if low == high && high == 1 && !signature.hasKeywordOnly && !isConstructor { return vm.typeError("\(calledName)() takes exactly one argument (\(n) given)") }
    let onlyPositional = !signature.parameters.contains { $0.kind == .positional }
    if onlyPositional {
      let bound = low == high ? "" : "at most "
      return vm.typeError("\(name) expected \(bound)\(high) argument\(high == 1 ? "" : "s"), got \(n)")
    }
    let all = signature.hasKeywordOnly ? " positional" : ""
    let bound = signature.hasKeywordOnly && low == high ? "exactly" : "at most"
    return vm.typeError(
      "\(name)() takes \(bound) \(high)\(all) argument\(high == 1 ? "" : "s") (\(n) given)")
  }

  private func missing(
    _ vm: VM, _ arguments: Arguments, _ signature: Signature, _ parameter: Parameter, index: Int
  ) -> Raised {
    let skip = isMethod ? 1 : 0
    let n = arguments.positionalCount &- skip
    let (low, high) = (signature.minimumPositional &- skip, signature.maximumPositional &- skip)
    if isMethod && index == 0 { return noReceiver(vm) }
    if name == "__new__", index == 0, let owner, isOfPython { return vm.typeError("\(owner.reference.name).__new__(): not enough arguments") }
    if isWrapper { return wrongCount(vm, low: low, high: high, given: n) }
    if parameter.kind == .positionalOnly {
      if low == high && high == 1 && !isConstructor {
        return vm.typeError("\(calledName)() takes exactly one argument (\(n) given)")
      }
      let bound = low == high ? "" : "at least "
      return vm.typeError("\(name) expected \(bound)\(low) argument\(low == 1 ? "" : "s"), got \(n)")
    }
    if isMethod, owner?.reference.methodOwner != nil {
      // torch has the plural the wrong way round.
      return vm.typeError("\(name)() missing 1 required positional arguments: \"\(parameter.name.string)\"")
    }
    // The class that a class method is of has no place there.
    let hidden = !isMethod && signature.parameters.first?.name.string == "cls" ? 1 : skip
    return vm.typeError(
      "\(name)() missing required argument '\(parameter.name.string)' (pos \(index &- hidden &+ 1))")
  }
}
