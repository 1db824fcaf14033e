/// `compile`, `eval`, `exec`, `__import__`.
enum BuiltinCode {
  static func install(_ vm: VM) {
    BuiltinFunctions.define(
      vm, "compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1)",
      "Compile source into a code object."
    ) { (vm, args) throws(Raised) in
      guard let mode = args[2].asStr?.string else {
        throw vm.typeError("compile() argument 'mode' must be str, not \(vm.type(of: args[2]).name)")
      }
      let filename = args[1].asStr?.string ?? args[1].asBytesObject.map { String(decoding: $0.array, as: UTF8.self) }
        ?? "<string>"
      if case .object(let o) = args[0], o.hasHeapType,
        !o.type.lookup(vm, .borrowed(vm.intern("_attributes"))).isUndefined
      {
        let ast = try vm.importModule("ast", fromList: .object(vm.emptyTuple))
        return try vm.callMethod(ast, "_compile", [args[0], args[1], args[2], args[3]])
      }
      let source = try text(vm, args[0], "compile")
      if try vm.index(args[3]) & 0x400 != 0 {
        let ast = try vm.importModule("ast", fromList: .object(vm.emptyTuple))
        let made = try vm.treeConstructors(source, filename: filename, mode: try self.mode(vm, mode))
        return try vm.callMethod(ast, "_build", [.object(vm.string(made))])
      }
      return .object(try vm.compile(source, filename: filename, mode: try self.mode(vm, mode), topLevelIsGlobals: false))
    }
    BuiltinFunctions.define(
      vm, "eval(source, globals=None, locals=None, /)", "Evaluate an expression in the context of globals and locals."
    ) { (vm, args) throws(Raised) in
      try run(vm, args, .eval, "eval")
    }
    BuiltinFunctions.define(
      vm, "exec(source, globals=None, locals=None, /, *, closure=None)",
      "Execute source in the context of globals and locals."
    ) { (vm, args) throws(Raised) in
      _ = try run(vm, args, .exec, "exec")
      return .none
    }
    BuiltinFunctions.define(
      vm, "__import__(name, globals=None, locals=None, fromlist=(), level=0)", "Import a module."
    ) { (vm, args) throws(Raised) in
      guard let name = args[0].asStr else { throw vm.typeError("module name must be a string") }
      var fromList = args[3]
      if !fromList.isNone, try vm.length(fromList) == 0 { fromList = .none }
      if fromList.asTuple == nil, !fromList.isNone {
        fromList = .object(TupleObject.make(vm, try vm.list(of: fromList)))
      }
      return try vm.importModule(
        name.string, globals: args[1].asDict, fromList: fromList, level: try vm.index(args[4]))
    }
  }

  private static func mode(_ vm: VM, _ text: String) throws(Raised) -> VM.CompileMode {
    switch text {
    case "exec": return .exec
    case "eval": return .eval
    case "single": return .single
    default: throw vm.valueError("compile() mode must be 'exec', 'eval' or 'single'")
    }
  }

  private static func text(_ vm: VM, _ value: Value, _ function: String) throws(Raised) -> [UInt8] {
    if let text = value.asStr {
      let bytes = text.utf8()
      if bytes.contains(0) { throw vm.raised(vm.types.syntaxError, "source code string cannot contain null bytes") }
      return bytes
    }
    if value.kind == .memoryview || value.kind == .instance, let plain = Codecs.buffer(value) { return plain }
    if value.kind == .bytes || value.kind == .bytearray {
      return try vm.list(of: value).map { (v) throws(Raised) in UInt8(truncatingIfNeeded: try vm.index(v)) }
    }
    throw vm.typeError("\(function)() arg 1 must be a string, bytes or code object")
  }

  private static func run(
    _ vm: VM, _ args: Arguments, _ mode: VM.CompileMode, _ function: String
  ) throws(Raised) -> Value {
    if !args[1].isNone && args[1].asDict == nil {
      throw vm.typeError("\(function)() globals must be a dict, not \(vm.type(of: args[1]).name)")
    }
    if !args[2].isNone && (!args.slot(2).isObject || args[2].kind == .str || args[2].kind == .int) {
      throw vm.typeError(
        mode == .eval
          ? "locals must be a mapping" : "locals must be a mapping or None, not \(vm.type(of: args[2]).name)")
    }
    let globals = args[1].asDict ?? vm.currentGlobals ?? DictObject(vm)
    var locals: Object?
    if case .object(let o) = args[2] { locals = o }
    if locals == nil, args[1].isNone { locals = vm.currentLocals }
    if let code = args[0].asCode {
      return try vm.run(code, globals: globals, locals: locals === globals ? nil : locals)
    }
    var source = try text(vm, args[0], function)
    if mode == .eval {
      source = Array(source.drop { $0 == 32 || $0 == 9 })
    }
    return try vm.run(source: source, filename: "<string>", mode: mode, globals: globals, locals: locals)
  }
}
