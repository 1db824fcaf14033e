import Syntax

/// Turns a syntax tree into register code.
///
/// Every frame (module, class body, function, generator expression) becomes a `CodeUnit`. Expressions are compiled *into*
/// a register that the caller chooses: a local variable directly, or a temporary. Temporaries are allocated like a stack
/// above the locals. `operand` gives the register of an expression and avoids a move when it is a local variable already.
package final class Compiler {
  /// Flags for the code of a module or expression.
  package struct Options {
    /// Whether names of the top level are in the globals (`exec` with one namespace, cells, modules), which is faster,
    /// or are looked up in a separate namespace first.
    package var topLevelIsGlobals = true
    /// Whether `await` may stand at the top level; the code is a coroutine's then.
    package var allowsTopLevelAwait = false
    /// Whether annotations are text although no `from __future__ import annotations` is in the source.
    package var annotationsAreText = false
    /// Whether functions, classes and modules have no docstrings.
    package var omitsDocstrings = false
    /// Whether `assert` statements are left out.
    package var omitsAsserts = false
    /// Whether lines that need no instruction (`pass`, `try:`) get one, at which a debugger can stop.
    package var keepsLines = false

    package init() {}

    /// Leaves out what a level of `-O` does, or `compile` with `optimize`.
    package mutating func optimize(_ level: Int) {
      omitsAsserts = level >= 1
      omitsDocstrings = level >= 2
    }
  }

  /// What the code of a module does with its expression statements.
  package enum Mode {
    /// Drops their values.
    case exec
    /// Returns the value of the last statement when it is an expression, None otherwise.
    case cell
    /// Hands each value to `sys.displayhook`.
    case single
  }

  let filename: String
  let options: Options
  let symbols: SymbolTable
  var unit: CodeUnit
  var mode: Mode = .exec
  /// Nesting of expressions and statements being compiled.
  var depth = 0

  private init(filename: String, options: Options, symbols: SymbolTable) {
    self.filename = filename
    self.options = options
    self.symbols = symbols
    unit = CodeUnit(frame: symbols.top, outer: nil, span: Span(line: 1, column: 0, endLine: 1, endColumn: 0))
    unit.keepsLines = options.keepsLines
  }

  // MARK: Entry points

  /// Compiles a module or cell.
  package static func compile(
    _ module: Module, filename: String, mode: Mode = .exec, options: Options = Options()
  ) throws(SyntaxError) -> CompiledCode {
    let symbols = SymbolTable(filename: filename, allowsTopLevelAwait: options.allowsTopLevelAwait)
    try symbols.build(module.body, annotationsAreText: options.annotationsAreText)
    let compiler = Compiler(filename: filename, options: options, symbols: symbols)
    compiler.mode = mode
    let code = try compiler.compileModule(module.body)
    code.warnings = symbols.warnings
    return code
  }

  /// Compiles an interactive input: the values of expression statements go to `sys.displayhook`.
  package static func compile(
    _ input: Interactive, filename: String, options: Options = Options()
  ) throws(SyntaxError) -> CompiledCode {
    try compile(Module(body: input.body), filename: filename, mode: .single, options: options)
  }

  /// Compiles an expression for `eval`; the code returns its value.
  package static func compile(
    _ expression: ExpressionModule, filename: String, options: Options = Options()
  ) throws(SyntaxError) -> CompiledCode {
    let symbols = SymbolTable(filename: filename, allowsTopLevelAwait: options.allowsTopLevelAwait)
    try symbols.build(expression.body)
    let compiler = Compiler(filename: filename, options: options, symbols: symbols)
    compiler.beginTopLevel()
    try compiler.compileReturn(expression.body)
    let code = try compiler.finishUnit()
    code.warnings = symbols.warnings
    return code
  }

  private func compileModule(_ body: [Stmt]) throws(SyntaxError) -> CompiledCode {
    beginTopLevel()
    if mode == .exec, !options.omitsDocstrings, let text = docstring(of: body) {
      unit.span = body[0].span
      let register = unit.allocate()
      load(.string(text), into: register)
      store(register, isTemporary: true, toName: "__doc__")
      unit.release(to: register)
    }
    if Self.hasAnnotations(body) { unit.emit(.setupAnnotations) }
    var statements = body[...]
    if mode == .cell, let last = body.last, case .expr(let value) = last.kind {
      statements = statements.dropLast()
      try compile(statements)
      unit.span = last.span
      try compileReturn(value)
    } else {
      try compile(statements)
    }
    return try finishUnit()
  }

  private func beginTopLevel() {
    unit.parts.filename = filename
    if symbols.top.isCoroutine { unit.parts.flags.insert(.coroutine) }
    unit.setLocals(0)
  }

  /// Ends the code of the current unit.
  func finishUnit() throws(SyntaxError) -> CompiledCode {
    // What ends the code by itself stands at no line.
    unit.span = CodeUnit.nowhere
    unit.emitReturn()
    if let table = unit.overflow { throw error("too many \(table)", unit.span) }
    return unit.finish()
  }

  // MARK: Errors and depth

  /// Makes an error at a place.
  func error(_ message: String, _ span: Span) -> SyntaxError { symbols.error(message, span) }

  /// Makes the error for a tree that is too deep.
  static func tooDeep(_ filename: String, _ span: Span) -> SyntaxError {
    SyntaxError(
      kind: .recursionError, message: "maximum recursion depth exceeded during compilation",
      filename: filename, line: Int(span.line), column: Int(span.column) + 1)
  }

  /// Goes one level deeper; the caller leaves it by `depth -= 1`.
  func descend(_ span: Span) throws(SyntaxError) {
    depth += 1
    if depth > 6000 { throw Compiler.tooDeep(filename, span) }
    // `finally` bodies are copied to every way out, which doubles with each level of nesting.
    if unit.position > 4_000_000 { throw error("too many instructions", span) }
  }

  // MARK: Names

  /// How a name is reached from the current unit.
  enum Access {
    /// A register.
    case local(Variable)
    /// A cell in a register.
    case cell(Variable)
    /// A cell of the closure.
    case free(Int)
    /// A cell of the closure, after the class namespace.
    case classFree(Int)
    case global
    /// The namespace of a class body or of code run with separate locals.
    case namespace
  }

  /// Returns how a name, already mangled, is reached.
  func access(_ name: String) -> Access {
    switch unit.scope.hasSymbol(name) ? unit.scope.symbol(name).binding : .globalImplicit {
    case .local(let variable): return variable.isCell ? .cell(variable) : .local(variable)
    case .free:
      let index = unit.frame.freeIndices[name] ?? 0
      return unit.frame.kind == .class && name != "__class__" ? .classFree(index) : .free(index)
    case .globalExplicit: return .global
    case .globalImplicit, .namespace:
      switch unit.frame.kind {
      case .module: return options.topLevelIsGlobals ? .global : .namespace
      case .class: return .namespace
      case .function, .lambda, .comprehension, .typeParameters, .typeAlias: return .global
      }
    }
  }

  /// Returns a name as it is stored in the current scope.
  func mangle(_ name: String) -> String { unit.scope.mangle(name) }

  /// Tells whether statements annotate a name in their own scope.
  static func hasAnnotations(_ body: [Stmt]) -> Bool {
    body.contains { statement in
      switch statement.kind {
      case .annAssign(_, _, _, let simple): simple
      case .for(let loop), .asyncFor(let loop): hasAnnotations(loop.body) || hasAnnotations(loop.orelse)
      case .while(_, let body, let orelse), .if(_, let body, let orelse):
        hasAnnotations(body) || hasAnnotations(orelse)
      case .with(_, let body), .asyncWith(_, let body): hasAnnotations(body)
      case .try(let parts), .tryStar(let parts):
        hasAnnotations(parts.body) || hasAnnotations(parts.orelse) || hasAnnotations(parts.finalbody)
          || parts.handlers.contains { hasAnnotations($0.body) }
      case .match(_, let cases): cases.contains { hasAnnotations($0.body) }
      default: false
      }
    }
  }
}
