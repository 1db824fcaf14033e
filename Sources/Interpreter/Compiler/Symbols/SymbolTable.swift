import Syntax

/// Finds the scopes of a module and what every name in them means.
///
/// The first pass walks the tree, makes a `Scope` for every block and notes how names are used in it; it also reports
/// the errors that need no more than that. The second (`SymbolTable+Analysis.swift`) resolves every name.
final class SymbolTable {
  let filename: String
  let allowsTopLevelAwait: Bool
  /// Scope of the module or expression.
  let top: Scope
  /// Whether annotations are kept as text (`from __future__ import annotations`).
  private(set) var annotationsAreText = false
  private(set) var scopes: [ObjectIdentifier: Scope] = [:]
  private var typeParameterScopes: [ObjectIdentifier: Scope] = [:]

  var current: Scope
  /// What CPython warns of, in the order of the source.
  var warnings: [SyntaxWarning] = []
  /// Loops around the current statement in its frame, as far as `break` and `continue` see them.
  private var loops: [Loop] = []
  /// Whether annotations are being visited, where walrus, yield and await are errors.
  var isInAnnotation = false
  private var depth = 0
  /// Counts bindings and scopes in the order they run, loops aside.
  private var sequence = 0
  private var futureAllowed = true
  /// Statements nested in blocks; CPython allows 20.
  private var blockDepth = 0

  /// What `break` and `continue` would leave.
  private enum Loop { case loop, exceptStar }

  /// Makes an empty table.
  init(filename: String, allowsTopLevelAwait: Bool) {
    self.filename = filename
    self.allowsTopLevelAwait = allowsTopLevelAwait
    top = Scope(.module, name: "<module>", parent: nil, privateClass: nil)
    current = top
  }

  /// Builds the table of statements.
  func build(_ body: [Stmt], annotationsAreText inherited: Bool) throws(SyntaxError) {
    annotationsAreText = inherited
    try visit(body)
    try analyze()
  }

  /// Builds the table of one expression.
  func build(_ expression: Expr) throws(SyntaxError) {
    futureAllowed = false
    try visit(expression)
    try analyze()
  }

  /// Returns the scope that a function, class, lambda or comprehension opens.
  func scope(of node: AnyObject) -> Scope? { scopes[ObjectIdentifier(node)] }

  /// Returns the scope of a definition's type parameters.
  func typeParameterScope(of node: AnyObject) -> Scope? { typeParameterScopes[ObjectIdentifier(node)] }

  /// Makes an error at a place.
  func error(_ message: String, _ span: Span) -> SyntaxError {
    SyntaxError(
      message: message, filename: filename, line: Int(span.line), column: Int(span.column) + 1,
      endLine: Int(span.endLine), endColumn: Int(span.endColumn) + 1)
  }

  // MARK: Names

  /// Notes a binding of a name in the current scope.
  func bind(_ name: String, _ uses: Symbol.Uses, _ span: Span) throws(SyntaxError) {
    let mangled = current.mangle(name)
    let symbol = current.symbol(mangled)
    if uses.contains(.parameter), symbol.uses.contains(.parameter) {
      throw error("duplicate argument '\(name)' in function definition", span)
    }
    symbol.uses.formUnion(uses)
    noteBinding(symbol)
  }

  /// Counts a binding; `isRepeated` when it may run several times in one activation of the frame.
  func noteBinding(_ symbol: Symbol, isRepeated: Bool = false) {
    symbol.bindingCount += isRepeated || loops.contains(.loop) ? 2 : 1
    symbol.bindingOrder = nextOrder()
  }

  /// Moves the binding of a definition's name behind the definition.
  func postponeBinding(_ name: String) { current.symbol(current.mangle(name)).bindingOrder = nextOrder() }

  private func nextOrder() -> Int {
    sequence += 1
    return sequence
  }

  /// Notes a use of a name in the current scope.
  func use(_ name: String) { current.symbol(current.mangle(name)).uses.insert(.read) }

  /// Runs the body in a new scope, remembered for the node.
  func enter(
    _ kind: Scope.Kind, name: String, node: AnyObject, privateClass: String? = nil,
    _ body: (Scope) throws(SyntaxError) -> Void
  ) throws(SyntaxError) {
    let scope = Scope(kind, name: name, parent: current, privateClass: privateClass ?? current.privateClass)
    if kind == .typeParameters {
      typeParameterScopes[ObjectIdentifier(node)] = scope
      scope.isInlined = true
    } else {
      scopes[ObjectIdentifier(node)] = scope
    }
    scope.creationOrder = nextOrder()
    let outer = current
    let outerLoops = loops
    let outerBlockDepth = blockDepth
    if kind != .comprehension, kind != .typeParameters {
      loops = []
      blockDepth = 0
    }
    current = scope
    try body(scope)
    current = outer
    loops = outerLoops
    blockDepth = outerBlockDepth
  }

  // MARK: Statements

  /// Visits statements in order.
  func visit(_ body: [Stmt]) throws(SyntaxError) {
    for statement in body { try visit(statement) }
  }

  private func visit(_ statement: Stmt) throws(SyntaxError) {
    depth += 1
    defer { depth -= 1 }
    if depth > 1000 { throw Compiler.tooDeep(filename, statement.span) }
    if futureAllowed { futureAllowed = mayPrecedeFuture(statement) }
    switch statement.kind {
    case .functionDef(let definition): try visit(definition, statement, isAsync: false)
    case .asyncFunctionDef(let definition): try visit(definition, statement, isAsync: true)
    case .classDef(let definition): try visit(definition, statement)
    case .return(let value):
      let frame = current.frame
      guard frame.kind == .function else { throw error("'return' outside function", statement.span) }
      if loops.contains(.exceptStar) { throw exceptStarError(statement) }
      if let value {
        try visit(value)
        if frame.returnWithValue == nil { frame.returnWithValue = statement.span }
      }
    case .delete(let targets):
      for target in targets { try visitTarget(target, .deleted) }
    case .assign(let targets, let value):
      for target in targets { try checkStar(target) }
      try visit(value)
      for target in targets { try visitTarget(target, .assigned) }
    case .typeAlias(let name, let parameters, let value):
      try visitTypeAlias(statement, name, parameters, value)
    case .augAssign(let target, _, let value):
      if case .name(let id, _) = target.kind { use(id) }
      try visitTarget(target, .assigned)
      try visit(value)
    case .annAssign(let target, let annotation, let value, let simple):
      try visitAnnotated(target, annotation, value, simple)
    case .for(let loop): try visit(loop)
    case .asyncFor(let loop):
      try requireAsync("'async for'", statement.span)
      try visit(loop)
    case .while(let test, let body, let orelse):
      try visit(test)
      try inLoop(statement.span, body)
      try visit(orelse)
    case .if: try visitIf(statement)
    case .with(let items, let body): try visitWith(items, body, statement.span)
    case .asyncWith(let items, let body):
      try requireAsync("'async with'", statement.span)
      try visitWith(items, body, statement.span)
    case .match(let subject, let cases):
      try visit(subject)
      try visit(cases)
    case .raise(let exception, let cause):
      try visit(exception)
      try visit(cause)
    case .try(let parts): try visit(parts, statement.span, isStar: false)
    case .tryStar(let parts): try visit(parts, statement.span, isStar: true)
    case .assert(let test, let message):
      checkAssertion(test, statement.span)
      try visit(test)
      try visit(message)
    case .import(let names):
      for alias in names { try visitImport(alias, statement.span) }
    case .importFrom(let module, let names, let level):
      try visitImportFrom(module, names, level, statement)
    case .global(let names):
      for name in names { try declare(name, .global, statement.span) }
    case .nonlocal(let names):
      for name in names { try declare(name, .nonlocal, statement.span) }
    case .expr(let value): try visit(value)
    case .pass: break
    case .break:
      guard let loop = loops.last else { throw error("'break' outside loop", statement.span) }
      if loop == .exceptStar { throw exceptStarError(statement) }
    case .continue:
      guard let loop = loops.last else { throw error("'continue' not properly in loop", statement.span) }
      if loop == .exceptStar { throw exceptStarError(statement) }
    }
  }

  private func exceptStarError(_ statement: Stmt) -> SyntaxError {
    error("'break', 'continue' and 'return' cannot appear in an except* block", statement.span)
  }

  private func requireAsync(_ what: String, _ span: Span) throws(SyntaxError) {
    let frame = current.frame
    if frame.isCoroutine { return }
    if frame.kind == .module, allowsTopLevelAwait {
      frame.isCoroutine = true
      return
    }
    throw error("\(what) outside async function", span)
  }

  /// Visits an `if` with its `elif` clauses without recursion.
  private func visitIf(_ statement: Stmt) throws(SyntaxError) {
    var next: Stmt? = statement
    while let branch = next, case .if(let test, let body, let orelse) = branch.kind {
      try visit(test)
      try visit(body)
      next = nil
      if orelse.count == 1, case .if = orelse[0].kind {
        next = orelse[0]
      } else {
        try visit(orelse)
      }
    }
  }

  private func inLoop(_ span: Span, _ body: [Stmt]) throws(SyntaxError) {
    loops.append(.loop)
    try inBlock(span, body)
    loops.removeLast()
  }

  private func inBlock(_ span: Span, _ body: [Stmt]) throws(SyntaxError) {
    blockDepth += 1
    if blockDepth > 20 { throw error("too many statically nested blocks", span) }
    try visit(body)
    blockDepth -= 1
  }

  private func visit(_ loop: For) throws(SyntaxError) {
    try checkStar(loop.target)
    try visit(loop.iter)
    loops.append(.loop)
    try visitTarget(loop.target, .assigned)
    loops.removeLast()
    try inLoop(loop.target.span, loop.body)
    try visit(loop.orelse)
  }

  private func visitWith(_ items: [WithItem], _ body: [Stmt], _ span: Span) throws(SyntaxError) {
    for item in items {
      try visit(item.contextExpr)
      if let target = item.optionalVars {
        try checkStar(target)
        try visitTarget(target, .assigned)
      }
    }
    blockDepth += items.count - 1
    try inBlock(span, body)
    blockDepth -= items.count - 1
  }

  private func visit(_ parts: Try, _ span: Span, isStar: Bool) throws(SyntaxError) {
    let blocks = parts.finalbody.isEmpty || parts.handlers.isEmpty ? 0 : 1
    blockDepth += blocks
    try inBlock(span, parts.body)
    for (index, handler) in parts.handlers.enumerated() {
      if handler.type == nil, index + 1 < parts.handlers.count {
        throw error("default 'except:' must be last", handler.span)
      }
      try visit(handler.type)
      if let name = handler.name {
        try checkName(name, "assign to", handler.span)
        try bind(name, [.assigned, .deleted], handler.span)
      }
      if isStar { loops.append(.exceptStar) }
      try inBlock(handler.span, handler.body)
      if isStar { loops.removeLast() }
    }
    try visit(parts.orelse)
    blockDepth -= blocks
    try visit(parts.finalbody)
  }

  // MARK: Imports and declarations

  private func visitImport(_ alias: Alias, _ span: Span) throws(SyntaxError) {
    let name = alias.asname ?? String(alias.name.prefix { $0 != "." })
    try checkName(name, "assign to", span)
    try bind(name, .imported, alias.span)
  }

  private func visitImportFrom(
    _ module: String?, _ names: [Alias], _ level: Int, _ statement: Stmt
  ) throws(SyntaxError) {
    if module == "__future__", level == 0 { try visitFuture(names, statement.span) }
    for alias in names {
      if alias.name == "*" {
        if current.kind != .module { throw error("import * only allowed at module level", alias.span) }
      } else {
        let name = alias.asname ?? alias.name
        try checkName(name, "assign to", statement.span)
        try bind(name, .imported, alias.span)
      }
    }
  }

  private func visitFuture(_ names: [Alias], _ span: Span) throws(SyntaxError) {
    guard futureAllowed else {
      throw error("from __future__ imports must occur at the beginning of the file", span)
    }
    let known: Set<String> = [
      "nested_scopes", "generators", "division", "absolute_import", "with_statement", "print_function",
      "unicode_literals", "barry_as_FLUFL", "generator_stop",
    ]
    for alias in names {
      if alias.name == "annotations" {
        annotationsAreText = true
      } else if alias.name == "braces" {
        throw error("not a chance", span)
      } else if !known.contains(alias.name) {
        throw error("future feature \(alias.name) is not defined", span)
      }
    }
  }

  /// Tells whether `from __future__` may still follow after this statement.
  private func mayPrecedeFuture(_ statement: Stmt) -> Bool {
    guard current.kind == .module else { return false }
    switch statement.kind {
    case .importFrom(let module, _, let level): return module == "__future__" && level == 0
    case .expr(let value):
      if case .constant(.string) = value.kind, statement === firstStatement ?? statement {
        firstStatement = statement
        return true
      }
      return false
    default: return false
    }
  }

  private var firstStatement: Stmt? = nil

  private func declare(_ name: String, _ kind: Symbol.Uses, _ span: Span) throws(SyntaxError) {
    let word = kind == .global ? "global" : "nonlocal"
    if kind == .nonlocal, current.kind == .module {
      throw error("nonlocal declaration not allowed at module level", span)
    }
    let symbol = current.symbol(current.mangle(name))
    if symbol.uses.contains(.parameter) { throw error("name '\(name)' is parameter and \(word)", span) }
    if symbol.uses.contains(.annotated) { throw error("annotated name '\(name)' can't be \(word)", span) }
    if symbol.uses.contains(.read) {
      throw error("name '\(name)' is used prior to \(word) declaration", span)
    }
    if symbol.uses.contains(.assigned) {
      throw error("name '\(name)' is assigned to before \(word) declaration", span)
    }
    if symbol.uses.union(kind).isSuperset(of: [.global, .nonlocal]) {
      throw error("name '\(name)' is nonlocal and global", symbol.declaration)
    }
    if symbol.uses.isDisjoint(with: [.global, .nonlocal]) { symbol.declaration = span }
    symbol.uses.insert(kind)
    // What a function declares global is global in the module's own statements too, whatever namespace they run in.
    if kind == .global, current.kind != .module { top.symbol(current.mangle(name)).isGlobalInFunction = true }
  }

  private func visitAnnotated(
    _ target: Expr, _ annotation: Expr, _ value: Expr?, _ simple: Bool
  ) throws(SyntaxError) {
    if case .name(let id, _) = target.kind {
      let symbol = current.symbol(current.mangle(id))
      if simple, !symbol.uses.isDisjoint(with: [.global, .nonlocal]),
        current.kind != .module
      {
        let word = symbol.uses.contains(.global) ? "global" : "nonlocal"
        throw error("annotated name '\(id)' can't be \(word)", target.span.through(value?.span ?? annotation.span))
      }
      try checkName(id, "assign to", target.span)
      if simple {
        symbol.uses.formUnion([.annotated, .assigned])
      } else if value != nil {
        symbol.uses.insert(.assigned)
      }
    } else {
      try visitTarget(target, .assigned)
    }
    try visitAnnotation(annotation)
    try visit(value)
    if value != nil, case .name(let id, _) = target.kind { noteBinding(current.symbol(current.mangle(id))) }
    // `__annotations__` of a class or module is an ordinary name of its namespace.
    if simple, current.kind == .class || current.kind == .module { use("__annotations__") }
  }

  /// Visits an annotation, which is evaluated in the current scope unless annotations are text.
  func visitAnnotation(_ annotation: Expr?) throws(SyntaxError) {
    guard let annotation else { return }
    let outer = isInAnnotation
    isInAnnotation = annotationsAreText || outer
    defer { isInAnnotation = outer }
    try visit(annotation)
  }
}
