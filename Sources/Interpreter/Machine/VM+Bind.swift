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
      if !rows[i].hasDefault { throw missing(vm, arguments, signature, signature.parameters[i], index: i) }
      rows[i].defaultValue.retain()
      target[i] = rows[i].defaultValue
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
      throw vm.typeError("\(displayName)() takes no keyword arguments")
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
