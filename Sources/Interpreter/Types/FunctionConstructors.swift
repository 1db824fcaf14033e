/// `types.FunctionType(…)`, `types.MethodType(…)`, `types.CellType(…)`.
enum FunctionConstructors {
  static func install(_ vm: VM) {
    let t = vm.types
    t.method.new = { (vm, cls, args) throws(Raised) in
      if args.count != 2 || args.keywordNames != nil {
        throw vm.typeError("method expected 2 arguments, got \(args.count)")
      }
      if !vm.isCallable(args[0]) { throw vm.typeError("first argument must be callable") }
      if args[1].isNone { throw vm.typeError("instance must not be None") }
      return .object(BoundMethod(vm, function: args[0], receiver: args[1], isPlain: true))
    }
    t.cell.new = { (vm, cls, args) throws(Raised) in
      if args.count > 1 { throw vm.typeError("cell expected at most 1 argument, got \(args.count)") }
      return .object(CellObject(vm, moving: args.count == 1 ? args[0].owned : .undefined))
    }
    t.function.new = { (vm, cls, args) throws(Raised) in
      try vm.bind(args, "function(code, globals, name=None, argdefs=None, closure=None)") {
        (args) throws(Raised) in try makeFunction(vm, args)
      }
    }
  }

  private static func makeFunction(_ vm: VM, _ args: Arguments) throws(Raised) -> Value {
    guard case .object(let o) = args[0], let code = o as? Code else {
      throw vm.typeError("function() argument 'code' must be code, not \(vm.type(of: args[0]).name)")
    }
    guard let globals = args[1].asDict else {
      throw vm.typeError("function() argument 'globals' must be dict, not \(vm.type(of: args[1]).name)")
    }
    if !args[2].isNone && args[2].asStr == nil { throw vm.typeError("arg 3 (name) must be None or string") }
    if !args[3].isNone && args[3].asTuple == nil { throw vm.typeError("arg 4 (defaults) must be None or tuple") }
    let free = code.parts.freeNames.count
    let cells = args[4].asTuple
    if !args[4].isNone && cells == nil { throw vm.typeError("arg 5 (closure) must be tuple") }
    if cells == nil && free > 0 { throw vm.typeError("arg 5 (closure) must be tuple") }
    if (cells?.count ?? 0) != free {
      throw vm.valueError("\(code.parts.name) requires closure of length \(free), not \(cells?.count ?? 0)")
    }
    for cell in cells?.values ?? [] {
      guard case .object(let o) = cell, o is CellObject else {
        throw vm.typeError("arg 5 (closure) expected cell, found \(vm.type(of: cell).name)")
      }
    }
    let made = FunctionObject(
      vm, code: code, globals: globals, defaults: args[3].isNone ? .undefined : args[3].owned,
      closure: free > 0 ? args[4].owned : .undefined)
    if args[2].asStr != nil { try vm.setAttr(.object(made), "__name__", args[2]) }
    return .object(made)
  }
}
