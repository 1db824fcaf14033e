import Syntax

/// Functions and lambdas.
extension Compiler {
  // MARK: Units

  /// Starts the code of a new frame.
  func beginUnit(_ scope: Scope, name: String, span: Span) {
    let qualifiedName = qualifiedName(of: scope, name: name)
    let inner = CodeUnit(frame: scope, outer: unit, span: span)
    inner.keepsLines = options.keepsLines
    inner.parts.filename = filename
    inner.parts.name = name
    inner.parts.qualifiedName = qualifiedName
    inner.parts.firstLine = Int(span.line)
    inner.parts.freeNames = scope.freeNames
    if scope.isFunctionLike {
      inner.parts.flags = [.optimized, .newLocals]
      var outer = scope.parent
      while let around = outer {
        if around.isFunctionLike, !around.isInlined { inner.parts.flags.insert(.nested) }
        outer = around.parent
      }
    }
    unit = inner
    var locals: [Variable] = []
    if scope.kind == .comprehension {
      let iterator = Variable(".0")
      iterator.isParameter = true
      locals.append(iterator)
    }
    if scope.isFunctionLike {
      for name in scope.order {
        if case .local(let variable) = scope.symbol(name).binding, variable.isFrameLocal {
          locals.append(variable)
        }
      }
    } else if let cell = scope.classCell {
      locals.append(cell)
    }
    for (index, variable) in locals.enumerated() {
      variable.register = index
      inner.parts.localNames.append(variable.name)
      if variable.isCell { inner.parts.cellRegisters.append(index) }
      if variable.isParameter { markBound(variable) }
    }
    inner.setLocals(locals.count)
    for register in inner.parts.cellRegisters { inner.emit(.makeCell, a: register) }
  }

  /// Ends the code of the innermost frame and returns to the one around it.
  func endUnit() throws(SyntaxError) -> CompiledCode {
    let code = try finishUnit()
    if let outer = unit.outer { unit = outer }
    return code
  }

  private func qualifiedName(of scope: Scope, name: String) -> String {
    guard let parent = scope.parent else { return name }
    if scope.kind == .function || scope.kind == .class, case .global = access(mangle(name)),
      parent.frame.kind != .module, parent.hasSymbol(mangle(name)),
      parent.symbol(mangle(name)).uses.contains(.global)
    {
      return name
    }
    switch parent.frame.kind {
    case .module: return name
    case .class: return unit.parts.qualifiedName + "." + name
    case .function, .lambda, .comprehension, .typeParameters, .typeAlias:
      return unit.parts.qualifiedName + ".<locals>." + name
    }
  }

  // MARK: Definitions

  /// Compiles `def`.
  func compile(_ definition: FunctionDef, _ statement: Stmt) throws(SyntaxError) {
    let mark = unit.top
    let first = unit.top
    for decorator in definition.decoratorList { try compile(decorator, into: unit.allocate()) }
    let variable = definition.decoratorList.isEmpty ? localVariable(definition.name) : nil
    let dest = variable?.register ?? unit.allocate()
    let firstLine = definition.decoratorList.first?.span ?? statement.span
    try withTypeParameters(definition.typeParams, definition) { parameters throws(SyntaxError) in
      try compileFunction(definition, statement.span, firstLine, into: dest)
      if let parameters {
        unit.emit(.storeAttr, a: dest, b: parameters, c: unit.name("__type_params__"))
        unit.emitCache()
      }
    }
    applyDecorators(definition.decoratorList, first)
    if let variable {
      markBound(variable)
    } else {
      store(first, isTemporary: true, toName: definition.name)
    }
    unit.release(to: mark)
  }

  /// Calls decorators in registers from `first` on, the innermost on the object behind it; the result is in `first`.
  func applyDecorators(_ decorators: [Expr], _ first: Int) {
    let outer = unit.span
    for index in decorators.indices.reversed() {
      unit.span = decorators[index].span
      unit.emit(.call, a: first + index, b: first + index, c: 1)
    }
    unit.span = outer
  }

  private func compileFunction(
    _ definition: FunctionDef, _ span: Span, _ first: Span, into dest: Int
  ) throws(SyntaxError) {
    guard let scope = symbols.scope(of: definition) else { return }
    try makeFunction(definition.args, returns: definition.returns, definition, into: dest) {
      () throws(SyntaxError) in
      beginUnit(scope, name: definition.name, span: first)
      unit.span = span
      setParameters(definition.args)
      if scope.isCoroutine {
        unit.parts.flags.insert(scope.isGenerator ? .asyncGenerator : .coroutine)
      } else if scope.isGenerator {
        unit.parts.flags.insert(.generator)
      }
      unit.parts.docString = options.omitsDocstrings ? nil : docstring(of: definition.body).map(Self.text)
      try compile(definition.body[...])
      return try endUnit()
    }
  }

  /// Compiles `lambda`.
  func compileLambda(
    _ expression: Expr, _ arguments: Syntax.Arguments, _ body: Expr, into dest: Int
  ) throws(SyntaxError) {
    guard let scope = symbols.scope(of: expression) else { return }
    try makeFunction(arguments, returns: nil, nil, into: dest) { () throws(SyntaxError) in
      beginUnit(scope, name: "<lambda>", span: expression.span)
      setParameters(arguments)
      if scope.isGenerator { unit.parts.flags.insert(.generator) }
      try compileReturn(body)
      return try endUnit()
    }
  }

  private func setParameters(_ arguments: Syntax.Arguments) {
    unit.parts.argCount = arguments.posonlyargs.count + arguments.args.count
    unit.parts.positionalOnlyCount = arguments.posonlyargs.count
    unit.parts.keywordOnlyCount = arguments.kwonlyargs.count
    if arguments.vararg != nil { unit.parts.flags.insert(.varArgs) }
    if arguments.kwarg != nil { unit.parts.flags.insert(.varKeywords) }
  }

  /// Evaluates defaults and annotations, compiles the code and makes the function.
  private func makeFunction(
    _ arguments: Syntax.Arguments, returns: Expr?, _ definition: FunctionDef?, into dest: Int,
    _ body: () throws(SyntaxError) -> CompiledCode
  ) throws(SyntaxError) {
    let base = unit.allocate(4)
    var isSet = [false, false, false, false]
    if !arguments.defaults.isEmpty {
      try compileTuple(arguments.defaults, into: base)
      isSet[0] = true
    }
    if arguments.kwDefaults.contains(where: { $0 != nil }) {
      try compileKeywordDefaults(arguments, into: base + 1)
      isSet[1] = true
    }
    if definition != nil {
      isSet[2] = try compileAnnotations(arguments, returns, into: base + 2)
    }
    let code = try body()
    try emitFunction(code, base, isSet, into: dest)
  }

  /// Makes a function of code with the given parts in a window of four registers.
  func emitFunction(_ code: CompiledCode, _ base: Int, _ isSet: [Bool], into dest: Int) throws(SyntaxError) {
    var isSet = isSet
    if !code.parts.freeNames.isEmpty {
      loadClosure(code.parts.freeNames, into: base + 3)
      isSet[3] = true
    }
    var index = 0
    while index < 4 {
      let start = index
      while index < 4, !isSet[index] { index += 1 }
      if index - start == 1 {
        unit.emit(.clear, a: base + start)
      } else if index > start {
        unit.emit(.clearRange, a: base + start, b: index - start)
      }
      index += 1
    }
    guard let number = smallConstant(.code(code)) else { throw error("too many constants", unit.span) }
    unit.emit(.makeFunction, a: dest, b: base, c: number)
  }

  /// Makes a function that needs nothing but its closure, in a register.
  func emitPlainFunction(_ code: CompiledCode, into dest: Int) throws(SyntaxError) {
    let base = unit.allocate(4)
    try emitFunction(code, base, [false, false, false, false], into: dest)
    unit.release(to: base)
  }

  private func loadClosure(_ names: [String], into dest: Int) {
    let base = unit.allocate(names.count)
    for (index, name) in names.enumerated() {
      if name == "__class__", let cell = unit.frame.classCell, unit.frame.kind == .class {
        unit.emit(.move, a: base + index, b: cell.register)
        continue
      }
      switch closureSource(name) {
      case .cell(let variable): unit.emit(.move, a: base + index, b: variable.register)
      case .local(let variable): unit.emit(.copyToCell, a: base + index, b: variable.register)
      case .free(let number), .classFree(let number): unit.emit(.loadFreeCell, a: base + index, b: number)
      case .global, .namespace:
        preconditionFailure("closure variable \(name) is not in \(unit.parts.qualifiedName)")
      }
    }
    unit.emit(.buildTuple, a: dest, b: base, c: names.count)
    unit.release(to: base)
  }

  /// Finds the variable that an inner frame means by a name: of the scopes of this frame, or one of its own closure.
  private func closureSource(_ name: String) -> Access {
    var scope = unit.scope
    while true {
      if scope.isFunctionLike, scope.hasSymbol(name) {
        let symbol = scope.symbol(name)
        if symbol.isBound, symbol.uses.isDisjoint(with: [.global, .nonlocal]),
          case .local(let variable) = symbol.binding
        {
          return variable.isCell ? .cell(variable) : .local(variable)
        }
      }
      guard scope.isInlined, let parent = scope.parent else { break }
      scope = parent
    }
    return unit.frame.freeIndices[name].map { .free($0) } ?? .global
  }

  // MARK: Defaults and annotations

  private func compileTuple(_ items: [Expr], into dest: Int) throws(SyntaxError) {
    let mark = unit.top
    if let values = ConstantFolding.tuple(items) {
      load(.tuple(values), into: dest)
    } else {
      try compileDisplay(items, .tuple, into: dest)
    }
    unit.release(to: mark)
  }

  private func compileKeywordDefaults(_ arguments: Syntax.Arguments, into dest: Int) throws(SyntaxError) {
    let base = unit.top
    var count = 0
    for (argument, value) in zip(arguments.kwonlyargs, arguments.kwDefaults) {
      guard let value else { continue }
      load(.text(mangle(argument.arg)), into: unit.allocate())
      try compile(value, into: unit.allocate())
      count += 1
    }
    unit.emit(.buildMap, a: dest, b: base, c: count)
    unit.release(to: base)
  }

  /// Builds the dict of annotations; returns whether there are any.
  private func compileAnnotations(
    _ arguments: Syntax.Arguments, _ returns: Expr?, into dest: Int
  ) throws(SyntaxError) -> Bool {
    var all = (arguments.posonlyargs + arguments.args).map { ($0.arg, $0.annotation) }
    if let argument = arguments.vararg { all.append((argument.arg, argument.annotation)) }
    all += arguments.kwonlyargs.map { ($0.arg, $0.annotation) }
    if let argument = arguments.kwarg { all.append((argument.arg, argument.annotation)) }
    all.append(("return", returns))
    let base = unit.top
    var count = 0
    for (name, annotation) in all {
      guard let annotation else { continue }
      load(.text(mangle(name)), into: unit.allocate())
      try compileAnnotation(annotation, into: unit.allocate())
      count += 1
    }
    if count > 0 { unit.emit(.buildMap, a: dest, b: base, c: count) }
    unit.release(to: base)
    return count > 0
  }

  /// Evaluates an annotation, or makes its text.
  func compileAnnotation(_ annotation: Expr, into dest: Int) throws(SyntaxError) {
    if symbols.annotationsAreText {
      load(.string(Unparser.text(of: annotation)), into: dest)
    } else if case .starred(let value, _) = annotation.kind {
      // `*args: *Ts`: the one item that iterating the value gives.
      try compileStarredAnnotation(value, into: dest)
    } else {
      try compile(annotation, into: dest)
    }
  }

  private func compileStarredAnnotation(_ value: Expr, into dest: Int) throws(SyntaxError) {
    let source = try operand(value, scratch: dest)
    unit.emit(.unpackSequence, a: dest, b: source.register, c: 1, flags: drops(source, into: dest))
  }

  /// Returns code points as text; lone surrogates become replacement characters.
  static func text(_ codePoints: [UInt32]) -> String {
    var result = String.UnicodeScalarView()
    for point in codePoints { result.append(Unicode.Scalar(point) ?? "\u{FFFD}") }
    return String(result)
  }
}
