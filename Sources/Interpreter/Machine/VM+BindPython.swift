// Binding of arguments to the parameters of a Python function, with CPython's messages.

extension VM {
  /// Fills `target` (no objects) with the parameters of `function`, owned.
  func bindPython(_ function: FunctionObject, _ arguments: Arguments, into target: Register) throws(Raised) {
    target.update(repeating: .undefined, count: function.header.pointee.parameterCount)
    do throws(Raised) {
      try bindChecked(function, arguments, into: target)
    } catch {
      clearRegisters(target, function.header.pointee.parameterCount)
      throw error
    }
  }

  private func bindChecked(_ function: FunctionObject, _ arguments: Arguments, into target: Register) throws(Raised) {
    // The header alone: a copy of the parts would count each of their arrays.
    let parts = function.header
    let positional = arguments.positionalCount
    let taken = min(positional, parts.pointee.argCount)
    for k in 0..<taken {
      arguments.base[k].retain()
      target[k] = arguments.base[k]
    }
    let variadicIndex = parts.pointee.argCount &+ parts.pointee.keywordOnlyCount
    let hasVariadic = parts.pointee.hasVariadic
    if hasVariadic {
      let rest = max(0, positional &- taken)
      target[variadicIndex] = .owned(TupleObject.make(self, copying: arguments.base + taken, count: rest))
    }
    var keywordDict: DictObject?
    if parts.pointee.hasVariadicKeywords {
      let made = DictObject.make(self)
      keywordDict = made
      target[variadicIndex &+ (hasVariadic ? 1 : 0)] = .owned(made)
    }
    if let names = arguments.keywordNames {
      try bindKeywords(function, names, arguments.base + positional, keywordDict, into: target)
    }
    if positional > parts.pointee.argCount && !hasVariadic {
      throw tooManyPositional(function, given: positional, target)
    }
    try fillDefaults(function, into: target)
  }

  private func bindKeywords(
    _ function: FunctionObject, _ names: TupleObject, _ values: UnsafePointer<Slot>, _ rest: DictObject?,
    into target: Register
  ) throws(Raised) {
    let header = function.header
    let localNames = function.code.localNames
    let positionalOnlyCount = header.pointee.positionalOnlyCount
    let named = header.pointee.argCount &+ header.pointee.keywordOnlyCount
    for k in 0..<names.count {
      let name = names.items[k]
      let text = unsafeDowncast(name.object, to: StrObject.self)
      let isInterned = name.pointer.field(ObjectLayout.flags, UInt8.self) & ObjectFlags.interned != 0
      let key = isInterned ? name : Slot.borrowed(intern(text))
      var index = -1
      for p in positionalOnlyCount..<max(named, positionalOnlyCount) where localNames[p].bits == key.bits {
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
        let positionalOnly = Set(function.code.parts.localNames.prefix(positionalOnlyCount))
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
    let header = function.header
    let (argCount, keywordOnlyCount) = (header.pointee.argCount, header.pointee.keywordOnlyCount)
    if function.defaults.isObject {
      let defaults = unsafeDowncast(function.defaults.object, to: TupleObject.self)
      let first = argCount &- defaults.count
      for p in max(0, first)..<argCount where target[p].isUndefined {
        defaults.items[p &- first].retain()
        target[p] = defaults.items[p &- first]
      }
    }
    var missing: [String] = []
    for p in 0..<argCount where target[p].isUndefined { missing.append(function.code.parts.localNames[p]) }
    if !missing.isEmpty { throw missingArguments(function, missing, kind: "positional") }
    if keywordOnlyCount == 0 { return }
    let keywordDefaults =
      function.keywordDefaults.isObject ? unsafeDowncast(function.keywordDefaults.object, to: DictObject.self) : nil
    for p in argCount..<argCount &+ keywordOnlyCount where target[p].isUndefined {
      if let value = keywordDefaults?.find(name: function.code.localNames[p]), !value.isUndefined {
        value.retain()
        target[p] = value
      } else {
        missing.append(function.code.parts.localNames[p])
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
