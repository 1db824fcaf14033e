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
      let filename = try filename(vm, args[1])
      let flags = try vm.index(args[3])
      if flags & ~Self.knownFlags != 0 { throw vm.valueError("compile(): unrecognised flags") }
      let optimize = try vm.index(args[5])
      if optimize < -1 || optimize > 2 { throw vm.valueError("compile(): invalid optimize value") }
      var options = Compiler.Options()
      options.topLevelIsGlobals = false
      options.allowsTopLevelAwait = flags & 0x2000 != 0
      options.annotationsAreText = flags & 0x100_0000 != 0
      options.optimize(optimize < 0 ? vm.startOptions.optimization : optimize)
      if case .object(let o) = args[0], o.hasHeapType,
        !o.type.lookup(vm, .borrowed(vm.intern("_attributes"))).isUndefined
      {
        let mode = try self.mode(vm, mode)
        if flags & 0x400 != 0 { return args[0] }
        return .object(try vm.compile(tree: args[0], filename: filename, mode: mode, options: options))
      }
      let source = try text(vm, args[0], "compile")
      let isBytes = args[0].asStr == nil
      if flags & 0x400 != 0 {
        let ast = try vm.importModule("ast", fromList: .object(vm.emptyTuple))
        let made = try vm.treeConstructors(source, filename: filename, mode: try self.mode(vm, mode), isFile: isBytes)
        return try vm.callMethod(ast, "_build", [.object(vm.string(made))])
      }
      return .object(
        try vm.compile(source, filename: filename, mode: try self.mode(vm, mode), isFile: isBytes, options: options))
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
      _ = try run(vm, args, .exec, "exec", closure: args[3])
      return .none
    }
    BuiltinFunctions.define(
      vm, "__import__(name, globals=None, locals=None, fromlist=(), level=0)", "Import a module."
    ) { (vm, args) throws(Raised) in
      guard let name = args[0].asStr else { throw vm.typeError("module name must be a string") }
      let level = try vm.index(args[4])
      if level < 0 { throw vm.valueError("level must be >= 0") }
      var fromList = args[3]
      if try !vm.truth(fromList) { fromList = .none }
      if level > 0, args[1].asDict == nil { throw vm.typeError("globals must be a dict") }
      if fromList.asTuple == nil, !fromList.isNone {
        // Only packages look at the names.
        let names = try? vm.list(of: fromList)
        fromList = .object(names.map { TupleObject.make(vm, $0) } ?? vm.emptyTuple)
      }
      return try vm.importModule(
        name.string, globals: args[1].asDict, fromList: fromList, level: level)
    }
  }

  /// The bits of `flags`: ONLY_AST, TYPE_COMMENTS and the like, and those of `__future__`.
  private static let knownFlags = 0x400 | 0x200 | 0x800 | 0x1000 | 0x2000 | 0x4000 | 0x10 | 0x1FF_0000

  private static func filename(_ vm: VM, _ value: Value) throws(Raised) -> String {
    if let text = value.asStr { return text.string }
    var name = value
    if value.kind == .bytearray || value.kind == .memoryview {
      let warnings = try vm.importModule("warnings", fromList: .object(vm.emptyTuple))
      let text = vm.string("path should be string, bytes, or os.PathLike, not \(vm.type(of: value).name)")
      _ = try vm.callMethod(warnings, "warn", [.object(text), .object(vm.types.deprecationWarning)])
    } else if value.kind != .bytes {
      let os = try vm.importModule("os", fromList: .object(vm.emptyTuple))
      name = try vm.callMethod(os, "fspath", [value])
      if let text = name.asStr { return text.string }
    }
    return String(decoding: Codecs.buffer(name) ?? [], as: UTF8.self)
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

  /// A function that holds the cells for code with free variables; nil: it has none.
  private static func withCells(
    _ vm: VM, _ code: Code, _ globals: DictObject, _ closure: Value, _ function: String
  ) throws(Raised) -> FunctionObject? {
    let count = code.parts.freeNames.count
    if count == 0 {
      if !closure.isNone { throw vm.typeError("cannot use a closure with this code object") }
      return nil
    }
    if function == "eval" { throw vm.typeError("code object passed to eval() may not contain free variables") }
    guard let cells = closure.asTuple else {
      throw vm.typeError("code object requires a closure of exactly length \(count)")
    }
    let isFit = cells.count == count && cells.values.allSatisfy { value in
      if case .object(let o) = value { return o is CellObject }
      return false
    }
    if !isFit { throw vm.typeError("code object requires a closure of exactly length \(count)") }
    return FunctionObject(vm, code: code, globals: globals, closure: closure.owned)
  }

  private static func run(
    _ vm: VM, _ args: Arguments, _ mode: VM.CompileMode, _ function: String, closure: Value = .none
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
    // A class of dicts of the program's own is asked as a mapping is.
    if locals == nil, globals.hasHeapType { locals = globals }
    if let code = args[0].asCode {
      let function = try withCells(vm, code, globals, closure, function)
      return try vm.run(code, globals: globals, locals: locals === globals && !globals.hasHeapType ? nil : locals, function: function)
    }
    if !closure.isNone { throw vm.typeError("closure can only be used when source is a code object") }
    var source = try text(vm, args[0], function)
    if mode == .eval {
      source = Array(source.drop { $0 == 32 || $0 == 9 })
    }
    return try vm.run(
      source: source, filename: "<string>", mode: mode, globals: globals, locals: locals, isFile: args[0].asStr == nil)
  }
}
