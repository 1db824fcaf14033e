import Glibc
import Syntax

extension VM {
  /// What a source is compiled for.
  package enum CompileMode {
    /// A module or file.
    case exec
    /// A notebook cell: its last expression is the result; top-level `await` is allowed.
    case cell
    /// An expression.
    case eval
    /// One interactive statement.
    case single
  }

  /// The syntax tree of source as calls that make the nodes of `ast`.
  package func treeConstructors(
    _ source: [UInt8], filename: String, mode: CompileMode, isFile: Bool = false
  ) throws(Raised) -> String {
    let decoded = isFile ? try decodedSource(source, filename) : nil
    let (source, isFile) = (decoded ?? source, isFile && decoded == nil)
    rememberSource(filename, source)
    do throws(SyntaxError) {
      let parser = try Parser(source: source, filename: filename, isFile: isFile)
      switch mode {
      case .exec, .cell: return constructors(of: try parser.parseModule())
      case .eval: return constructors(of: try parser.parseExpression().body)
      case .single: return constructors(of: Module(body: try parser.parseInteractive().body), named: "Interactive")
      }
    } catch {
      throw syntaxError(error)
    }
  }

  /// Compiles source text; errors are Python's SyntaxError and its relatives.
  package func compile(
    _ source: [UInt8], filename: String, mode: CompileMode, topLevelIsGlobals: Bool = true,
    isFile: Bool? = nil, file: stat? = nil
  ) throws(Raised) -> Code {
    var options = Compiler.Options()
    options.topLevelIsGlobals = topLevelIsGlobals
    options.optimize(startOptions.optimization)
    options.allowsTopLevelAwait = mode == .cell
    options.keepsLines = mode == .cell && traps != nil
    return try compile(
      source, filename: filename, mode: mode, isFile: isFile ?? (mode == .exec),
      options: options, file: file)
  }

  /// The same with every choice of the compiler; the bytes of a file may name their encoding.
  ///
  /// `file`: what is known of the file of a module, whose code is kept in the cache then; tracebacks read such files again.
  package func compile(
    _ source: [UInt8], filename: String, mode: CompileMode, isFile: Bool,
    options: Compiler.Options, file: stat? = nil
  ) throws(Raised) -> Code {
    let decoded = isFile ? try decodedSource(source, filename) : nil
    let (source, isFile) = (decoded ?? source, isFile && decoded == nil)
    if file == nil { rememberSource(filename, source) }
    let compiled: CompiledCode
    let warnings: [SyntaxWarning]
    do throws(SyntaxError) {
      let parser = try Parser(source: source, filename: filename, isFile: isFile)
      switch mode {
      case .exec: compiled = try Compiler.compile(try parser.parseModule(), filename: filename, options: options)
      case .cell:
        compiled = try Compiler.compile(try parser.parseModule(), filename: filename, mode: .cell, options: options)
      case .eval: compiled = try Compiler.compile(try parser.parseExpression(), filename: filename, options: options)
      case .single:
        compiled = try Compiler.compile(try parser.parseInteractive(), filename: filename, options: options)
      }
      warnings = parser.warnings + compiled.warnings
    } catch {
      throw syntaxError(error)
    }
    if !warnings.isEmpty {
      // ipykernel compiles a cell under this name before, to learn whether it awaits, and again when it runs it.
      if mode == .cell { for _ in 0..<2 { try issue(warnings, "<>") } }
      try issue(warnings, filename)
    } else if let file {
      codeCache?.keep(compiled, filename, file)
    }
    return Code(compiled.build(VMConstants(vm: self)), vm: self)
  }

  /// The bytes of a file as UTF-8 when a comment in its first lines names an encoding that only a codec knows, else nil.
  private func decodedSource(_ source: [UInt8], _ filename: String) throws(Raised) -> [UInt8]? {
    guard let encoding = foreignEncoding(of: source) else { return nil }
    do throws(Raised) {
      guard let text = try callMethod(makeBytes(source), "decode", [.object(string(encoding))]).asStr else { return nil }
      return text.utf8()
    } catch {
      let type = error.exception.type
      if type.isSubtype(of: types.lookupError) {
        throw syntaxError(SyntaxError(message: "unknown encoding: \(encoding)", filename: filename, line: 0, column: 0))
      }
      guard type.isSubtype(of: types.unicodeError) else { throw error }
      let message = "(unicode error) \(try str(.object(error.exception)).string)"
      throw syntaxError(SyntaxError(message: message, filename: filename, line: 0, column: 0))
    }
  }

  /// A frozen library by its number.
  func library(_ number: Int) -> FrozenLibrary? {
    if number == 0 { return frozenLibrary }
    return cachedLibraries.indices.contains(number - 1) ? cachedLibraries[number - 1] : nil
  }
  /// Takes in a library of one file that lies in memory for good, and returns its code; nil when it is of another file.
  func codeOfLibrary(at room: UnsafeMutableRawPointer, _ filename: String) -> Code? {
    let start = UnsafePointer(room.assumingMemoryBound(to: UInt8.self))
    guard let made = FrozenLibrary(self, room: start, number: cachedLibraries.count + 1) else { return nil }
    cachedLibraries.append(made)
    if let code = made.code(ofModule: filename) { return code }
    cachedLibraries.removeLast()
    return nil
  }

  /// The code of a module of the library: frozen, or compiled now.
  package func libraryCode(_ name: String) throws(Raised) -> Code? {
    if let frozen = frozenLibrary?.code(ofModule: name) { return frozen }
    guard let source = librarySource(of: name) else { return nil }
    return try compile(source, filename: "<frozen \(name)>", mode: .exec)
  }

  /// Hands warnings to the module `warnings`; one that a filter makes an error becomes a SyntaxError.
  private func issue(_ warnings: [SyntaxWarning], _ filename: String) throws(Raised) {
    // Deprecations are not shown unless somebody asked for them, which takes the module.
    if warnings.allSatisfy(\.isDeprecation), modules.get(self, "warnings") == nil { return }
    let module = try importModule("warnings")
    for warning in warnings {
      let category = warning.isDeprecation ? types.deprecationWarning : types.syntaxWarning
      do throws(Raised) {
        _ = try callMethod(
          module, "warn_explicit",
          [.object(string(warning.message)), .object(category), .object(string(filename)), .int(warning.line)])
      } catch {
        guard error.exception.type.isSubtype(of: category) else { throw error }
        throw syntaxError(SyntaxError(message: warning.message, filename: filename, line: warning.line, column: 1))
      }
    }
  }

  /// The Python exception of a syntax error.
  package func syntaxError(_ error: SyntaxError) -> Raised {
    let type: TypeObject
    switch error.kind {
    case .syntaxError: type = types.syntaxError
    case .indentationError: type = types.indentationError
    case .tabError: type = types.tabError
    case .recursionError: return raised(types.recursionError, error.message)
    case .memoryError: return error.message.isEmpty ? memoryError() : raised(types.memoryError, error.message)
    case .valueError: return valueError(error.message)
    }
    let place = TupleObject(
      self,
      [
        .object(string(error.filename)), .int(error.line), .int(error.column),
        error.text.map { .object(string($0)) } ?? .none, .int(error.endLine), .int(error.endColumn),
      ])
    let made = raised(type, arguments: [.object(string(error.message)), .object(place)])
    let fields: [(String, Value)] = [
      ("msg", .object(string(error.message))), ("filename", place[0]), ("lineno", place[1]), ("offset", place[2]),
      ("text", place[3]), ("end_lineno", place[4]), ("end_offset", place[5]), ("print_file_and_line", .none),
    ]
    for (name, value) in fields { setInstanceAttribute(made.exception, intern(name), value) }
    return made
  }

  /// Runs source text in a namespace: what `exec`, `eval`, files and cells come down to.
  package func run(
    source: [UInt8], filename: String, mode: CompileMode, globals: DictObject, locals: Object? = nil,
    isFile: Bool? = nil
  ) throws(Raised) -> Value {
    let separate = locals != nil && (locals !== globals || globals.hasHeapType)
    let code = try compile(source, filename: filename, mode: mode, topLevelIsGlobals: !separate, isFile: isFile)
    return try run(code, globals: globals, locals: separate ? locals : nil)
  }

  /// Runs a code object in a namespace; a coroutine (top-level `await`) is driven to its end.
  package func run(
    _ code: Code, globals: DictObject, locals: Object? = nil, function: FunctionObject? = nil
  ) throws(Raised) -> Value {
    if globals.find(name: names.builtins).isUndefined {
      globals.set(name: names.builtins, .borrowed(builtins))
    }
    if code.codeFlags.contains(.coroutine) {
      let function = function ?? FunctionObject(self, code: code, globals: globals)
      let made = try callFunction(function, Arguments(base: UnsafePointer(top), count: 0))
      return try driveCoroutine(made)
    }
    return try runCode(code, globals: globals, locals: locals, function: function)
  }

  /// Runs an awaitable to its end through the event loop when `asyncio` is loaded, else step by step.
  private func driveCoroutine(_ value: Value) throws(Raised) -> Value {
    if let runner = awaitRunner { return try runner(self, value) }
    guard case .object(let o) = value, let coroutine = o as? GeneratorObject else { return value }
    while true {
      if try resume(coroutine, sending: .none) == nil { return takeGeneratorResult() }
      try checkInterrupt()
    }
  }
}
