import Syntax

/// Statements.
extension Compiler {
  /// Compiles statements in order.
  func compile(_ statements: ArraySlice<Stmt>) throws(SyntaxError) {
    for statement in statements { try compile(statement) }
  }

  private func compile(_ statement: Stmt) throws(SyntaxError) {
    try descend(statement.span)
    defer { depth -= 1 }
    unit.span = statement.span
    switch statement.kind {
    case .functionDef(let definition), .asyncFunctionDef(let definition): try compile(definition, statement)
    case .classDef(let definition): try compile(definition, statement)
    case .return(let value):
      if let value { try compileReturn(value) } else { try compileReturnNone() }
    case .delete(let targets): for target in targets { try compileDelete(target) }
    case .assign(let targets, let value): try compileAssign(targets, value)
    case .typeAlias(let name, let parameters, let value):
      try compileTypeAlias(statement, name, parameters, value)
    case .augAssign(let target, let op, let value):
      try compileAugmented(target, op, value, statement.span)
    case .annAssign(let target, let annotation, let value, let simple):
      try compileAnnotated(target, annotation, value, simple: simple)
    case .for(let loop): try compileFor(loop)
    case .asyncFor(let loop): try compileAsyncFor(loop)
    case .while(let test, let body, let orelse): try compileWhile(test, body, orelse)
    case .if: try compileIf(statement)
    case .with(let items, let body): try compileWith(items[...], body, isAsync: false)
    case .asyncWith(let items, let body): try compileWith(items[...], body, isAsync: true)
    case .match(let subject, let cases): try compileMatch(subject, cases)
    case .raise(let exception, let cause): try compileRaise(exception, cause)
    case .try(let parts): try compileTry(parts)
    case .tryStar(let parts): try compileTryStar(parts)
    case .assert(let test, let message): try compileAssert(test, message, statement.span)
    case .import(let names): for alias in names { try compileImport(alias) }
    case .importFrom(let module, let names, let level):
      compileImportFrom(module, names, level)
    case .expr(let value): try compileExpressionStatement(value)
    case .global, .nonlocal: break
    case .pass: unit.addSilentLine()
    case .break: try compileBreak()
    case .continue: try compileContinue()
    }
  }

  private func compileExpressionStatement(_ value: Expr) throws(SyntaxError) {
    guard mode == .single, unit.outer == nil else {
      let position = unit.position
      try compileEffect(value)
      if unit.position == position { unit.addSilentLine() }
      return
    }
    let register = unit.allocate()
    try compile(value, into: register)
    unit.emit(
      .intrinsic, a: register, b: register, c: Intrinsic.displayHook.rawValue)
    unit.emit(.clear, a: register)
    unit.release(to: register)
  }

  // MARK: Conditions and loops

  private func compileIf(_ statement: Stmt) throws(SyntaxError) {
    let end = unit.label()
    var next: Stmt? = statement
    while let branch = next, case .if(let test, let body, let orelse) = branch.kind {
      next = nil
      let other = unit.label()
      unit.span = branch.span
      let position = unit.position
      try compileJump(test, to: other, when: false)
      if unit.position == position { unit.addSilentLine() }
      try compile(body[...])
      if !orelse.isEmpty { unit.jump(to: end) }
      unit.bind(other)
      if orelse.count == 1, case .if = orelse[0].kind { next = orelse[0] } else { try compile(orelse[...]) }
    }
    unit.bind(end)
  }

  /// Compiles `while` with the test at the bottom, so that an iteration has one jump.
  private func compileWhile(_ test: Expr, _ body: [Stmt], _ orelse: [Stmt]) throws(SyntaxError) {
    let start = unit.label()
    let condition = unit.label()
    let end = unit.label()
    let constant = ConstantFolding.value(of: test)?.truth
    if constant == false {
      unit.addSilentLine()
      return try compile(orelse[...])
    }
    let span = unit.span
    let entered = unit.isReachable
    // Without a test the line of the loop has no other instruction before its body.
    if constant == nil { unit.jump(to: condition) } else { unit.emit(.nop) }
    unit.bind(start, isLoopHead: entered)
    unit.blocks.append(
      Block(
        kind: .loop(
          breakLabel: end, continueLabel: constant == nil ? condition : start, iterator: nil),
        regionDepth: unit.regionDepth))
    try compile(body[...])
    unit.blocks.removeLast()
    unit.span = span
    if constant == nil {
      unit.bind(condition)
      try compileJump(test, to: start, when: true)
    } else {
      unit.jump(to: start)
    }
    try compile(orelse[...])
    unit.bind(end)
  }

  private func compileFor(_ loop: For) throws(SyntaxError) {
    let mark = unit.top
    let start = unit.label()
    let exhausted = unit.label()
    let end = unit.label()
    let iterator = unit.allocate()
    let source = try operand(loop.iter, scratch: iterator, isChecked: true)
    try at(loop.iter.span) { () throws(SyntaxError) in
      unit.emit(.getIter, a: iterator, b: source.register, flags: drops(source, into: iterator))
    }
    unit.release(to: iterator + 1)
    unit.bind(start, isLoopHead: unit.isReachable)
    try at(loop.iter.span) { () throws(SyntaxError) in
      try compileForIter(loop.target, iterator: iterator, to: exhausted)
    }
    try compileLoopBody(loop, start: start, end: end, iterator: iterator)
    unit.jump(to: start)
    unit.bind(exhausted)
    unit.release(to: mark)
    try compile(loop.orelse[...])
    unit.bind(end)
  }

  private func compileLoopBody(
    _ loop: For, start: Label, end: Label, iterator: Int
  ) throws(SyntaxError) {
    let span = unit.span
    unit.blocks.append(
      Block(
        kind: .loop(breakLabel: end, continueLabel: start, iterator: iterator), regionDepth: unit.regionDepth))
    try compile(loop.body[...])
    unit.blocks.removeLast()
    unit.span = span
  }

  /// Takes the next item into a target, or jumps when there is none.
  func compileForIter(_ target: Expr, iterator: Int, to end: Label) throws(SyntaxError) {
    if case .name(let id, _) = target.kind, let variable = localVariable(id) {
      unit.jumpExtended(.forIter, a: variable.register, b: iterator, to: end)
      markBound(variable)
      return
    }
    let mark = unit.top
    let item = unit.allocate()
    unit.jumpExtended(.forIter, a: item, b: iterator, to: end)
    try store(Operand(register: item, isTemporary: true), to: target)
    unit.release(to: mark)
  }

  private func compileAsyncFor(_ loop: For) throws(SyntaxError) {
    let mark = unit.top
    let start = unit.label()
    let exhausted = unit.label()
    let end = unit.label()
    let iterator = unit.allocate()
    let source = try operand(loop.iter, scratch: iterator, isChecked: true)
    try at(loop.iter.span) { () throws(SyntaxError) in
      unit.emit(.getAiter, a: iterator, b: source.register, flags: drops(source, into: iterator))
    }
    unit.release(to: iterator + 1)
    try compileAsyncLoop(loop.target, iterator: iterator, next: start, end: exhausted) {
      [self] () throws(SyntaxError) in
      try compileLoopBody(loop, start: start, end: end, iterator: iterator)
    }
    unit.bind(exhausted)
    unit.release(to: mark)
    try compile(loop.orelse[...])
    unit.bind(end)
  }

  /// Generates an asynchronous loop: takes items from `iterator` until StopAsyncIteration.
  func compileAsyncLoop(
    _ target: Expr, iterator: Int, next: Label, end: Label, body: () throws(SyntaxError) -> Void
  ) throws(SyntaxError) {
    let mark = unit.top
    let handler = unit.label()
    let item = unit.allocate()
    unit.bind(next, isLoopHead: unit.isReachable)
    unit.openRegion(handler: handler, register: item, firstTemporary: item)
    let awaitable = unit.allocate()
    unit.emit(.getAnext, a: awaitable, b: iterator)
    awaitIterator(awaitable, into: item)
    let known = unit.closeRegion()
    unit.release(to: item + 1)
    try store(Operand(register: item, isTemporary: true), to: target)
    unit.release(to: mark)
    try body()
    unit.jump(to: next)
    if let known {
      unit.bindHandler(handler, bound: known)
      unit.emit(.endAsyncFor, a: item, b: iterator)
      unit.jump(to: end)
    }
  }

  // MARK: return, break, continue

  /// Compiles `return value`.
  func compileReturn(_ value: Expr) throws(SyntaxError) {
    let mark = unit.top
    if case .constant(.none) = value.kind { return try compileReturnNone() }
    if unit.blocks.contains(where: \.runsCode) {
      let constant = ConstantFolding.value(of: value)
      let register = unit.allocate()
      if constant == nil { try compile(value, into: register) } else { unit.addSilentLine() }
      try leave(blocks: 0, keeping: register + 1) {
        if let constant { load(constant, into: register) }
        unit.emitReturn(register)
      }
    } else if case .ifExp(let test, let body, let orelse) = value.kind {
      let other = unit.label()
      try compileJump(test, to: other, when: false)
      try compileReturn(body)
      unit.bind(other)
      if unit.isReachable { try compileReturn(orelse) }
    } else {
      let source = try operand(value)
      try leave(blocks: 0, keeping: unit.top) {
        // The frame ends here, so that a local variable can be moved out as well.
        unit.emitReturn(source.register)
      }
    }
    unit.release(to: mark)
  }

  private func compileReturnNone() throws(SyntaxError) {
    unit.addSilentLine()
    try leave(blocks: 0, keeping: unit.top) { unit.emitReturn() }
  }

  private func loopIndex() -> Int? {
    unit.blocks.lastIndex { if case .loop = $0.kind { true } else { false } }
  }

  private func compileBreak() throws(SyntaxError) {
    guard let index = loopIndex(), case .loop(let end, _, let iterator) = unit.blocks[index].kind else { return }
    unit.addSilentLine()
    try leave(blocks: index + 1, keeping: unit.top) {
      if let iterator { unit.emit(.clear, a: iterator) }
      unit.jump(to: end)
    }
  }

  private func compileContinue() throws(SyntaxError) {
    guard let index = loopIndex(), case .loop(_, let next, _) = unit.blocks[index].kind else { return }
    unit.addSilentLine()
    try leave(blocks: index + 1, keeping: unit.top) { unit.jump(to: next) }
  }

  // MARK: assert and raise

  private func compileAssert(_ test: Expr, _ message: Expr?, _ span: Span) throws(SyntaxError) {
    if options.omitsAsserts { return }
    let end = unit.label()
    let mark = unit.top
    try compileJump(test, to: end, when: true)
    let base = unit.allocate()
    unit.span = test.span
    unit.emit(.loadAssertionError, a: base)
    if let message {
      try compile(message, into: unit.allocate())
      unit.emit(.call, a: base, b: base, c: 1)
    }
    unit.emit(.raise, a: base, c: 1, flags: InstructionFlags.dropB)
    unit.endFlow()
    unit.release(to: mark)
    unit.bind(end)
  }

  private func compileRaise(_ exception: Expr?, _ cause: Expr?) throws(SyntaxError) {
    let mark = unit.top
    if let exception {
      let source = try operand(exception, before: cause.map { [$0] } ?? [])
      var flags: UInt8 = source.isTemporary ? InstructionFlags.dropB : 0
      if let cause {
        let other = try operand(cause)
        if other.isTemporary { flags |= InstructionFlags.dropC }
        unit.emit(.raise, a: source.register, b: other.register, c: 2, flags: flags)
      } else {
        unit.emit(.raise, a: source.register, c: 1, flags: flags)
      }
    } else {
      unit.emit(.raise)
    }
    unit.endFlow()
    unit.release(to: mark)
  }

  // MARK: Imports

  private func compileImport(_ alias: Alias) throws(SyntaxError) {
    let register = unit.allocate()
    unit.emit(.loadNone, a: register)
    unit.emit(.importName, a: register, b: register, c: unit.name(alias.name))
    unit.emitExtension(0)
    let parts = alias.name.split(separator: ".").map(String.init)
    if let asname = alias.asname {
      for part in parts.dropFirst() {
        let inner = unit.allocate()
        unit.emit(.importFrom, a: inner, b: register, c: unit.name(part))
        unit.emit(.take, a: register, b: inner)
        unit.release(to: inner)
      }
      store(register, isTemporary: true, toName: asname)
    } else {
      store(register, isTemporary: true, toName: parts.first ?? alias.name)
    }
    unit.release(to: register)
  }

  private func compileImportFrom(_ module: String?, _ names: [Alias], _ level: Int) {
    let register = unit.allocate()
    load(.tuple(names.map { .text($0.name) }), into: register)
    unit.emit(.importName, a: register, b: register, c: unit.name(module ?? ""))
    unit.emitExtension(level)
    for alias in names {
      if alias.name == "*" {
        unit.emit(.importStar, a: register, flags: InstructionFlags.dropB)
        unit.release(to: register)
        return
      }
      let item = unit.allocate()
      let outer = unit.span
      unit.span = alias.span
      unit.emit(.importFrom, a: item, b: register, c: unit.name(alias.name))
      store(item, isTemporary: true, toName: alias.asname ?? alias.name)
      unit.span = outer
      unit.release(to: item)
    }
    unit.emit(.clear, a: register)
    unit.release(to: register)
  }
}
