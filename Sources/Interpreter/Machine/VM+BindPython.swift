// Binding of arguments to the parameters of a Python function, with CPython's messages.

extension VM {
  /// Fills `target` (undefined slots) with the parameters of `function`, owned.
  func bindPython(_ function: FunctionObject, _ arguments: Arguments, into target: Register) throws(Raised) {
    do throws(Raised) {
      try bindChecked(function, arguments, into: target)
    } catch {
      clearRegisters(target, function.header.pointee.parameterCount)
      throw error
    }
  }

  private func bindChecked(_ function: FunctionObject, _ arguments: Arguments, into target: Register) throws(Raised) {
    let code = function.code
    let parts = code.parts
    let positional = arguments.positionalCount
    let taken = min(positional, parts.argCount)
    for k in 0..<taken {
      arguments.base[k].retain()
      target[k] = arguments.base[k]
    }
    let variadicIndex = parts.argCount &+ parts.keywordOnlyCount
    let hasVariadic = parts.flags.contains(.varArgs)
    if hasVariadic {
      let rest = max(0, positional &- taken)
      target[variadicIndex] = .owned(TupleObject.make(self, copying: arguments.base + taken, count: rest))
    }
    var keywordDict: DictObject?
    if parts.flags.contains(.varKeywords) {
      let made = DictObject(self)
      keywordDict = made
      target[variadicIndex &+ (hasVariadic ? 1 : 0)] = .owned(made)
    }
    if let names = arguments.keywordNames {
      try bindKeywords(function, names, arguments.base + positional, keywordDict, into: target)
    }
    if positional > parts.argCount && !hasVariadic {
      throw tooManyPositional(function, given: positional, target)
    }
    try fillDefaults(function, into: target)
  }

  private func bindKeywords(
    _ function: FunctionObject, _ names: TupleObject, _ values: UnsafePointer<Slot>, _ rest: DictObject?,
    into target: Register
  ) throws(Raised) {
    let parts = function.code.parts
    let localNames = function.code.localNames
    let named = parts.argCount &+ parts.keywordOnlyCount
    for k in 0..<names.count {
      let name = names.items[k]
      let text = unsafeDowncast(name.object, to: StrObject.self)
      let key = Slot.borrowed(intern(text))
      var index = -1
      for p in parts.positionalOnlyCount..<max(named, parts.positionalOnlyCount) where localNames[p].bits == key.bits {
        index = p
        break
      }
      if index >= 0 {
        if !target[index].isUndefined {
          throw typeError("\(function.qualifiedName.string)() got multiple values for argument '\(text.string)'")
        }
        values[k].retain()
        target[index] = values[k]
      } else if let rest {
        rest.set(name: key, values[k])
      } else {
        let positionalOnly = Set(parts.localNames.prefix(parts.positionalOnlyCount))
        if positionalOnly.contains(text.string) {
          let wrong = names.values.compactMap { $0.asStr?.string }.filter { positionalOnly.contains($0) }
          throw typeError(
            "\(function.qualifiedName.string)() got some positional-only arguments passed as keyword arguments: '\(wrong.joined(separator: ", "))'"
          )
        }
        throw typeError(
          "\(function.qualifiedName.string)() got an unexpected keyword argument '\(text.string)'")
      }
    }
  }

  private func fillDefaults(_ function: FunctionObject, into target: Register) throws(Raised) {
    let parts = function.code.parts
    if function.defaults.isObject {
      let defaults = unsafeDowncast(function.defaults.object, to: TupleObject.self)
      let first = parts.argCount &- defaults.count
      for p in max(0, first)..<parts.argCount where target[p].isUndefined {
        defaults.items[p &- first].retain()
        target[p] = defaults.items[p &- first]
      }
    }
    var missing: [String] = []
    for p in 0..<parts.argCount where target[p].isUndefined { missing.append(parts.localNames[p]) }
    if !missing.isEmpty { throw missingArguments(function, missing, kind: "positional") }
    if parts.keywordOnlyCount == 0 { return }
    let keywordDefaults =
      function.keywordDefaults.isObject ? unsafeDowncast(function.keywordDefaults.object, to: DictObject.self) : nil
    for p in parts.argCount..<parts.argCount &+ parts.keywordOnlyCount where target[p].isUndefined {
      if let value = keywordDefaults?.find(name: function.code.localNames[p]), !value.isUndefined {
        value.retain()
        target[p] = value
      } else {
        missing.append(parts.localNames[p])
      }
    }
    if !missing.isEmpty { throw missingArguments(function, missing, kind: "keyword-only") }
  }

  private func missingArguments(_ function: FunctionObject, _ names: [String], kind: String) -> Raised {
    let quoted = names.map { "'\($0)'" }
    let list: String
    switch quoted.count {
    case 1: list = quoted[0]
    case 2: list = "\(quoted[0]) and \(quoted[1])"
    default: list = quoted.dropLast().joined(separator: ", ") + ", and " + (quoted.last ?? "")
    }
    let plural = names.count == 1 ? "" : "s"
    return typeError(
      "\(function.qualifiedName.string)() missing \(names.count) required \(kind) argument\(plural): \(list)")
  }

  private func tooManyPositional(_ function: FunctionObject, given: Int, _ target: Register) -> Raised {
    let parts = function.code.parts
    let defaultCount =
      function.defaults.isObject ? unsafeDowncast(function.defaults.object, to: TupleObject.self).count : 0
    let takes: String
    let plural: Bool
    if defaultCount > 0 {
      takes = "from \(parts.argCount &- defaultCount) to \(parts.argCount)"
      plural = true
    } else {
      takes = "\(parts.argCount)"
      plural = parts.argCount != 1
    }
    var keywordOnlyGiven = 0
    for p in parts.argCount..<parts.argCount &+ parts.keywordOnlyCount where !target[p].isUndefined {
      keywordOnlyGiven += 1
    }
    let extra =
      keywordOnlyGiven > 0
      ? " positional argument\(given == 1 ? "" : "s") (and \(keywordOnlyGiven) keyword-only argument\(keywordOnlyGiven == 1 ? "" : "s"))"
      : ""
    return typeError(
      "\(function.qualifiedName.string)() takes \(takes) positional argument\(plural ? "s" : "") but \(given)\(extra) \(given == 1 && keywordOnlyGiven == 0 ? "was" : "were") given"
    )
  }
}
