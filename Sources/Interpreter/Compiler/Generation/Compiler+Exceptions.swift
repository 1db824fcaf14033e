import Syntax

/// `try`, `with`, and leaving them by `return`, `break` and `continue`.
///
/// A handler works with two registers: the exception, put there by the unwinder, and the exception that was handled
/// before, saved by `pushHandled` and brought back by `popHandled` on every way out. Code that leaves a protected range
/// early runs what it has to outside of that range, so ranges have holes.
extension Compiler {
  // MARK: Leaving

  /// Generates what leaving the blocks above `depth` takes, then the jump or return itself, all of it outside of the
  /// protected ranges that are left. Registers below `keeping` stay untouched.
  func leave(blocks depth: Int, keeping: Int, then finish: () -> Void) throws(SyntaxError) {
    let blocks = unit.blocks
    let span = unit.span
    let mark = unit.top
    let place = unit.place
    unit.release(to: max(keeping, unit.top))
    var suspensions: [RegionSuspension] = []
    while unit.blocks.count > depth {
      let block = unit.blocks.removeLast()
      suspensions.append(unit.suspendRegions(downTo: block.regionDepth))
      try leave(block)
    }
    // What a block runs on the way may stand at other lines: those are the last, not this one once more.
    unit.span = unit.place == place ? span : CodeUnit.nowhere
    finish()
    unit.span = span
    unit.endFlow()
    for suspension in suspensions.reversed() { unit.resume(suspension) }
    unit.blocks = blocks
    unit.release(to: mark)
  }

  private func leave(_ block: Block) throws(SyntaxError) {
    switch block.kind {
    case .loop, .protected: break
    case .finally(let body): try compile(body[...])
    case .handler(let saved, let error):
      unit.emit(.popHandled, a: saved)
      if let error { unit.emit(.clear, a: error) }
    case .handlerName(let name): unbind(name)
    case .with(let exit, let isAsync, let span):
      let outer = unit.span
      unit.span = span
      emitExit(exit, isAsync: isAsync)
      unit.span = outer
    }
  }

  /// Binds a handler's name to None and deletes it.
  private func unbind(_ name: String) {
    if let variable = localVariable(name) {
      unit.emit(.clear, a: variable.register)
      return
    }
    let register = unit.allocate()
    unit.emit(.loadNone, a: register)
    store(register, isTemporary: true, toName: name)
    delete(mangled: mangle(name))
    unit.release(to: register)
  }

  /// Calls the exit function of a `with` that ends without exception.
  private func emitExit(_ exit: Int, isAsync: Bool) {
    let mark = unit.top
    let result = unit.allocate()
    unit.emit(.withExit, a: result, b: exit)
    if isAsync { compileAwait(Operand(register: result, isTemporary: true), into: result, from: .exit) }
    unit.emit(.clear, a: result)
    unit.release(to: mark)
  }

  // MARK: try

  /// Compiles `try` with its clauses.
  func compileTry(_ parts: Try) throws(SyntaxError) {
    unit.addSilentLine()
    let inner = { [self] () throws(SyntaxError) in
      if parts.handlers.isEmpty {
        try compile(parts.body[...])
        try compile(parts.orelse[...])
      } else {
        try compileTryExcept(parts) { [self] error, saved, end throws(SyntaxError) in
          try compileHandlers(parts.handlers, error, saved, end)
        }
      }
    }
    if parts.finalbody.isEmpty { try inner() } else { try compileFinally(parts.finalbody, inner) }
  }

  /// Compiles `try` with `except*` clauses.
  func compileTryStar(_ parts: Try) throws(SyntaxError) {
    unit.addSilentLine()
    let inner = { [self] () throws(SyntaxError) in
      try compileTryExcept(parts) { [self] error, saved, end throws(SyntaxError) in
        try compileStarHandlers(parts.handlers, error, saved, end)
      }
    }
    if parts.finalbody.isEmpty { try inner() } else { try compileFinally(parts.finalbody, inner) }
  }

  private func compileFinally(
    _ finalbody: [Stmt], _ body: () throws(SyntaxError) -> Void
  ) throws(SyntaxError) {
    let span = unit.span
    let mark = unit.top
    let handler = unit.label()
    let end = unit.label()
    unit.blocks.append(Block(kind: .finally(finalbody), regionDepth: unit.regionDepth))
    unit.openRegion(handler: handler, register: mark, firstTemporary: mark)
    try body()
    let known = unit.closeRegion()
    unit.blocks.removeLast()
    if unit.isReachable { try compile(finalbody[...]) }
    unit.span = CodeUnit.nowhere
    unit.jump(to: end)
    unit.span = span
    guard let known else { return unit.bind(end) }
    unit.bindHandler(handler, bound: known)
    try compileCleanup(mark) { [self] (_, _) throws(SyntaxError) in try compile(finalbody[...]) }
    unit.bind(end)
    unit.release(to: mark)
  }

  /// Generates a handler that runs a body and raises the exception in register `error` again, or the one that the body
  /// raised in its place.
  private func compileCleanup(
    _ error: Int, _ body: (_ error: Int, _ saved: Int) throws(SyntaxError) -> Void
  ) throws(SyntaxError) {
    let span = unit.span
    unit.release(to: error)
    let saved = unit.allocate(2) + 1
    unit.span = CodeUnit.nowhere
    unit.emit(.pushHandled, a: saved, b: error)
    unit.span = span
    let cleanup = unit.label()
    unit.blocks.append(Block(kind: .handler(saved: saved, error: error), regionDepth: unit.regionDepth))
    unit.openRegion(handler: cleanup, register: error, firstTemporary: saved + 1)
    try body(error, saved)
    let known = unit.closeRegion()
    unit.blocks.removeLast()
    unit.span = CodeUnit.nowhere
    if let known, !unit.isReachable {
      unit.bindHandler(cleanup, bound: known)
    } else {
      unit.bind(cleanup)
    }
    unit.emit(.popHandled, a: saved)
    unit.emit(.reraise, a: error)
    unit.endFlow()
    unit.release(to: error)
    unit.span = span
  }

  private func compileTryExcept(
    _ parts: Try, _ handlers: (_ error: Int, _ saved: Int, _ end: Label) throws(SyntaxError) -> Void
  ) throws(SyntaxError) {
    let mark = unit.top
    let handler = unit.label()
    let end = unit.label()
    unit.blocks.append(Block(kind: .protected, regionDepth: unit.regionDepth))
    unit.openRegion(handler: handler, register: mark, firstTemporary: mark)
    try compile(parts.body[...])
    let known = unit.closeRegion()
    unit.blocks.removeLast()
    try compile(parts.orelse[...])
    unit.jump(to: end)
    if let known {
      unit.bindHandler(handler, bound: known)
      let error = unit.allocate()
      let saved = unit.allocate()
      if let first = parts.handlers.first { unit.span = first.span }
      unit.emit(.pushHandled, a: saved, b: error)
      try handlers(error, saved, end)
    }
    unit.bind(end)
    unit.release(to: mark)
  }

  private func compileHandlers(
    _ handlers: [ExceptHandler], _ error: Int, _ saved: Int, _ end: Label
  ) throws(SyntaxError) {
    let cleanup = unit.label()
    unit.blocks.append(Block(kind: .handler(saved: saved, error: nil), regionDepth: unit.regionDepth))
    unit.openRegion(handler: cleanup, register: error, firstTemporary: saved + 1)
    for handler in handlers {
      let next = unit.label()
      unit.span = handler.span
      if let type = handler.type {
        let mark = unit.top
        let classes = try operand(type)
        let result = unit.allocate()
        unit.span = type.span
        unit.emit(
          .matchException, a: result, b: error, c: classes.register,
          flags: classes.isTemporary ? InstructionFlags.dropC : 0)
        unit.jump(.jumpIfFalse, a: result, flags: InstructionFlags.dropB, to: next)
        unit.release(to: mark)
        unit.span = handler.span
      }
      try compileHandlerBody(handler, error)
      let suspension = unit.suspendRegions(downTo: unit.regionDepth - 1)
      unit.span = CodeUnit.nowhere
      unit.emit(.popHandled, a: saved)
      unit.jump(to: end)
      unit.resume(suspension)
      unit.bind(next)
    }
    let known = unit.closeRegion()
    unit.blocks.removeLast()
    // Reached when no clause matched, and as handler of what the clauses raise.
    if let known {
      if unit.isReachable { unit.bind(cleanup) } else { unit.bindHandler(cleanup, bound: known) }
    }
    unit.span = CodeUnit.nowhere
    unit.emit(.popHandled, a: saved)
    unit.emit(.reraise, a: error)
    unit.endFlow()
  }

  private func compileHandlerBody(_ handler: ExceptHandler, _ error: Int) throws(SyntaxError) {
    guard let name = handler.name else {
      unit.emit(.clear, a: error)
      return try compile(handler.body[...])
    }
    store(error, isTemporary: true, toName: name)
    let span = unit.span
    let cleanup = unit.label()
    let end = unit.label()
    unit.blocks.append(Block(kind: .handlerName(name), regionDepth: unit.regionDepth))
    unit.openRegion(handler: cleanup, register: error, firstTemporary: unit.top)
    try compile(handler.body[...])
    let known = unit.closeRegion()
    unit.blocks.removeLast()
    unit.span = CodeUnit.nowhere
    if unit.isReachable { unbind(name) }
    unit.jump(to: end)
    if let known {
      unit.bindHandler(cleanup, bound: known)
      unbind(name)
      unit.emit(.reraise, a: error)
      unit.endFlow()
    }
    unit.bind(end)
  }

  // MARK: except*

  /// Generates `except*` clauses: each takes its part of the group; what they raise and what is left is raised together.
  private func compileStarHandlers(
    _ handlers: [ExceptHandler], _ error: Int, _ saved: Int, _ end: Label
  ) throws(SyntaxError) {
    let cleanup = unit.label()
    let original = unit.allocate()
    let raised = unit.allocate()
    unit.emit(.move, a: original, b: error)
    unit.emit(.buildList, a: raised, b: unit.top, c: 0)
    unit.blocks.append(Block(kind: .handler(saved: saved, error: nil), regionDepth: unit.regionDepth))
    unit.openRegion(handler: cleanup, register: error, firstTemporary: original)
    // `error` holds what no clause has taken yet.
    for handler in handlers { try compileStarHandler(handler, rest: error, raised: raised) }
    unit.span = CodeUnit.nowhere
    let mark = unit.top
    let finished = unit.label()
    unit.jump(.jumpIfNone, a: error, to: finished)
    unit.emit(.listAppend, a: raised, b: error)
    unit.bind(finished)
    let result = unit.allocate()
    unit.emit(.prepReraiseStar, a: result, b: original, c: raised)
    unit.emit(.clearRange, a: original, b: 2)
    unit.emit(.take, a: error, b: result)
    unit.release(to: mark)
    let known = unit.closeRegion()
    unit.blocks.removeLast()
    let again = unit.label()
    unit.jump(.jumpIfNotNone, a: error, to: again)
    unit.emit(.popHandled, a: saved)
    unit.emit(.clear, a: error)
    unit.jump(to: end)
    if let known { unit.bindHandler(cleanup, bound: known) }
    unit.bind(again)
    unit.emit(.popHandled, a: saved)
    unit.emit(.reraise, a: error)
    unit.endFlow()
  }

  private func compileStarHandler(
    _ handler: ExceptHandler, rest: Int, raised: Int
  ) throws(SyntaxError) {
    let mark = unit.top
    let next = unit.label()
    let failed = unit.label()
    guard let type = handler.type else { return }
    unit.span = handler.span
    unit.jump(.jumpIfNone, a: rest, to: next)
    let match = unit.allocate(2)
    let classes = try operand(type)
    unit.emit(
      .matchExceptionStar, a: match, b: rest, c: classes.register,
      flags: classes.isTemporary ? InstructionFlags.dropC : 0)
    unit.release(to: match + 2)
    let inner = unit.allocate()
    let skip = unit.label()
    unit.emit(.take, a: rest, b: match + 1)
    unit.jump(.jumpIfNone, a: match, to: skip)
    // The part is the handled exception while the clause runs.
    unit.emit(.pushHandled, a: inner, b: match)
    if let name = handler.name { store(match, isTemporary: false, toName: name) }
    unit.emit(.clear, a: match)
    unit.openRegion(handler: failed, register: match, firstTemporary: inner + 1)
    try compile(handler.body[...])
    let known = unit.closeRegion()
    unit.span = CodeUnit.nowhere
    if let name = handler.name, unit.isReachable { unbind(name) }
    unit.emit(.popHandled, a: inner)
    unit.jump(to: next)
    if let known {
      unit.bindHandler(failed, bound: known)
      if let name = handler.name { unbind(name) }
      unit.emit(.popHandled, a: inner)
      unit.emit(.listAppend, a: raised, b: match, flags: InstructionFlags.dropC)
      unit.jump(to: next)
    }
    unit.bind(skip)
    unit.emit(.clear, a: match)
    unit.bind(next)
    unit.release(to: mark)
  }

  // MARK: with

  /// Compiles `with`; several items nest.
  func compileWith(
    _ items: ArraySlice<WithItem>, _ body: [Stmt], isAsync: Bool
  ) throws(SyntaxError) {
    guard let item = items.first else { return try compile(body[...]) }
    try descend(item.contextExpr.span)
    defer { depth -= 1 }
    let mark = unit.top
    let exit = unit.allocate(2)
    let handler = unit.label()
    let end = unit.label()
    let span = item.contextExpr.span
    let source = try operand(item.contextExpr, scratch: exit, isChecked: true)
    unit.span = span
    unit.emit(
      isAsync ? .beforeAsyncWith : .beforeWith, a: exit, b: source.register, flags: drops(source, into: exit))
    unit.release(to: exit + 2)
    if isAsync { compileAwait(Operand(register: exit + 1, isTemporary: true), into: exit + 1, from: .enter) }
    unit.blocks.append(
      Block(kind: .with(exit: exit, isAsync: isAsync, span: span), regionDepth: unit.regionDepth))
    unit.openRegion(handler: handler, register: exit + 1, firstTemporary: exit + 1)
    if let target = item.optionalVars {
      try store(Operand(register: exit + 1, isTemporary: true), to: target)
    } else {
      unit.emit(.clear, a: exit + 1)
    }
    unit.release(to: exit + 1)
    try compileWith(items.dropFirst(), body, isAsync: isAsync)
    let known = unit.closeRegion()
    unit.blocks.removeLast()
    unit.span = span
    emitExit(exit, isAsync: isAsync)
    unit.jump(to: end)
    if let known {
      unit.bindHandler(handler, bound: known)
      unit.release(to: exit + 1)
      try compileCleanup(exit + 1) { [self] (error, saved) throws(SyntaxError) in
        let again = unit.label()
        let result = unit.allocate()
        unit.emit(.withExceptStart, a: result, b: exit, c: error)
        if isAsync { compileAwait(Operand(register: result, isTemporary: true), into: result, from: .exit) }
        unit.jump(.jumpIfFalse, a: result, flags: InstructionFlags.dropB, to: again)
        let suspension = unit.suspendRegions(downTo: unit.regionDepth - 1)
        unit.emit(.popHandled, a: saved)
        unit.emit(.clear, a: error)
        unit.jump(to: end)
        unit.resume(suspension)
        unit.bind(again)
      }
    }
    unit.bind(end)
    unit.release(to: mark)
  }
}
