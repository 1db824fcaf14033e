import Interpreter

/// Classes and functions, which are written as names.
extension PickleWriter {
  /// A class or function by the name under which its module knows it.
  func saveGlobal(_ slot: Slot, _ name: Value) throws(Raised) {
    let found = try environment.helper(vm, "global", [slot.value, name, .int(version)])
    guard let parts = found.asTuple, parts.count == 5, let module = parts[0].asStr, let name = parts[1].asStr else {
      throw environment.pickling(vm, "not a global")
    }
    if let code = parts[4].asInt, code > 0, version >= 2 {
      put(code <= 0xFF ? .extension1 : code <= 0xFFFF ? .extension2 : .extension4)
      return put(UInt64(code), bytes: code <= 0xFF ? 1 : code <= 0xFFFF ? 2 : 4)
    }
    if version >= 4 {
      // Interned: the same names are the same objects.
      try save(.borrowed(vm.intern(module)))
      try save(.borrowed(vm.intern(name)))
      put(.stackGlobal)
    } else if !parts[2].isNone {
      let getattr = vm.builtins.get(vm, "getattr") ?? .none
      try saveReduce(getattr, .object(TupleObject.make(vm, [parts[2], parts[3]])), object: .undefined)
    } else if version >= 3 {
      put(.global)
      put(line: module.utf8())
      put(line: name.utf8())
    } else {
      var (oldModule, oldName) = (module, name)
      if fixImports, let old = try environment.helper(vm, "old_global", [parts[0], parts[1]]).asTuple, old.count == 2 {
        oldModule = old[0].asStr ?? module
        oldName = old[1].asStr ?? name
      }
      if !oldModule.isASCII || !oldName.isASCII {
        throw environment.pickling(
          vm, "can't pickle global identifier '\(module.string).\(name.string)' using pickle protocol \(version)")
      }
      put(.global)
      put(line: oldModule.utf8())
      put(line: oldName.utf8())
    }
    memoize(slot)
  
  }

  /// A type: the nameless ones by what they are the types of.
  func saveType(_ object: Object, _ slot: Slot) throws(Raised) {
    let of: Value
    if object === vm.types.none {
      of = .none
    } else if object === vm.types.notImplemented {
      of = .object(vm.notImplemented)
    } else if object === vm.types.ellipsis {
      of = .object(vm.ellipsis)
    } else {
      return try saveGlobal(slot, .none)
    }
    try saveReduce(.object(vm.types.type), .object(TupleObject.make(vm, [of])), object: slot)
  }
}
