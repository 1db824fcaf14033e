import Syntax

/// Classes, type parameters and type aliases.
extension Compiler {
  /// Compiles `class`.
  func compile(_ definition: ClassDef, _ statement: Stmt) throws(SyntaxError) {
    let first = unit.top
    for decorator in definition.decoratorList { try compile(decorator, into: unit.allocate()) }
    let dest = unit.allocate()
    let firstLine = definition.decoratorList.first?.span ?? statement.span
    try withTypeParameters(definition.typeParams, definition) { parameters throws(SyntaxError) in
      try compileClass(definition, firstLine, parameters, into: dest)
      if let parameters {
        unit.emit(.storeAttr, a: dest, b: parameters, c: unit.name("__type_params__"))
        unit.emitCache()
      }
    }
    applyDecorators(definition.decoratorList, first)
    store(first, isTemporary: true, toName: definition.name)
    unit.release(to: first)
  }

  private func compileClass(
    _ definition: ClassDef, _ first: Span, _ parameters: Int?, into dest: Int
  ) throws(SyntaxError) {
    guard let scope = symbols.scope(of: definition) else { return }
    let code = try compileBody(definition, scope, first)
    let mark = unit.top
    let base = unit.allocate()
    unit.emit(.loadBuildClass, a: base)
    let isMethod = CallLayout(definition.bases, definition.keywords) == .keywords
    if isMethod { unit.emit(.clear, a: unit.allocate()) }
    try emitPlainFunction(code, into: unit.allocate())
    load(.text(definition.name), into: unit.allocate())
    try compileArguments(
      base, isMethod: isMethod, leading: 2, definition.bases, definition.keywords, generic: parameters,
      into: dest)
    unit.release(to: mark)
  }

  private func compileBody(
    _ definition: ClassDef, _ scope: Scope, _ first: Span
  ) throws(SyntaxError) -> CompiledCode {
    beginUnit(scope, name: definition.name, span: first)
    let register = unit.allocate()
    unit.emit(.loadName, a: register, bc: unit.name("__name__"))
    unit.emit(.storeName, a: register, bc: unit.name("__module__"), flags: InstructionFlags.dropB)
    load(.text(unit.parts.qualifiedName), into: register)
    unit.emit(.storeName, a: register, bc: unit.name("__qualname__"), flags: InstructionFlags.dropB)
    if !options.omitsDocstrings, let text = docstring(of: definition.body) {
      load(.string(text), into: register)
      unit.emit(.storeName, a: register, bc: unit.name("__doc__"), flags: InstructionFlags.dropB)
    }
    unit.release(to: register)
    if Self.hasAnnotations(definition.body) { unit.emit(.setupAnnotations) }
    try compile(definition.body[...])
    if let cell = scope.classCell {
      unit.emit(.storeName, a: cell.register, bc: unit.name("__classcell__"))
      unit.emitReturn(cell.register)
      unit.endFlow()
    }
    return try endUnit()
  }

  // MARK: Type parameters

  /// Makes the type parameters of a definition as variables that only its body sees.
  ///
  /// `body` gets the register of a tuple of them, none when there are no type parameters.
  func withTypeParameters(
    _ parameters: [TypeParam], _ node: AnyObject, _ body: (Int?) throws(SyntaxError) -> Void
  ) throws(SyntaxError) {
    guard !parameters.isEmpty, let scope = symbols.typeParameterScope(of: node) else { return try body(nil) }
    let mark = unit.top
    let outer = unit.scope
    let tuple = unit.allocate()
    let count = enterInlined(scope)
    for parameter in parameters { try compile(parameter) }
    let base = unit.top
    for parameter in parameters { load(name: parameter.name, into: unit.allocate()) }
    unit.emit(.buildTuple, a: tuple, b: base, c: parameters.count)
    unit.release(to: base)
    try body(tuple)
    unit.scope = outer
    unit.emit(.clearRange, a: tuple, b: count + 1)
    unit.release(to: mark)
  }

  /// Enters a scope whose variables are temporaries of this frame; returns how many there are.
  func enterInlined(_ scope: Scope) -> Int {
    unit.scope = scope
    var count = 0
    for name in scope.order {
      guard case .local(let variable) = scope.symbol(name).binding, scope.symbol(name).isBound else { continue }
      variable.register = unit.allocate()
      count += 1
      if variable.isCell {
        unit.emit(.clear, a: variable.register)
        unit.emit(.makeCell, a: variable.register)
      }
    }
    return count
  }

  private func compile(_ parameter: TypeParam) throws(SyntaxError) {
    let mark = unit.top
    let register = unit.allocate()
    unit.span = parameter.span
    let name = ConstantValue.text(parameter.name)
    let kind: Intrinsic
    switch parameter.kind {
    case .typeVar(nil):
      load(name, into: register)
      kind = .typeVar
    case .typeVar(let bound?):
      load(name, into: register)
      try compileLazy(bound, node: parameter, name: parameter.name, into: unit.allocate())
      unit.emit(.buildTuple, a: register, b: register, c: 2)
      kind = .typeVarWithBound
    case .paramSpec:
      load(name, into: register)
      kind = .paramSpec
    case .typeVarTuple:
      load(name, into: register)
      kind = .typeVarTuple
    }
    unit.emit(.intrinsic, a: register, b: register, c: kind.rawValue)
    store(register, isTemporary: true, toName: parameter.name)
    unit.release(to: mark)
  }

  /// Makes a function without parameters that evaluates an expression when called.
  private func compileLazy(_ value: Expr, node: AnyObject, name: String, into dest: Int) throws(SyntaxError) {
    guard let scope = symbols.scope(of: node) else { return }
    beginUnit(scope, name: name, span: value.span)
    try compileReturn(value)
    try emitPlainFunction(try endUnit(), into: dest)
  }

  /// Compiles `type name = value`.
  func compileTypeAlias(
    _ statement: Stmt, _ name: Expr, _ parameters: [TypeParam], _ value: Expr
  ) throws(SyntaxError) {
    guard case .name(let id, _) = name.kind else { return }
    let dest = unit.allocate()
    try withTypeParameters(parameters, statement) { tuple throws(SyntaxError) in
      let base = unit.allocate()
      load(.text(id), into: base)
      let second = unit.allocate()
      if let tuple { unit.emit(.move, a: second, b: tuple) } else { load(.tuple([]), into: second) }
      try compileLazy(value, node: statement, name: id, into: unit.allocate())
      unit.emit(.buildTuple, a: base, b: base, c: 3)
      unit.emit(.intrinsic, a: dest, b: base, c: Intrinsic.typeAlias.rawValue, flags: InstructionFlags.dropB)
      unit.release(to: base)
    }
    store(dest, isTemporary: true, toName: id)
    unit.release(to: dest)
  }
}
