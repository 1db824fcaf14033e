import Syntax

/// `yield`, `yield from` and `await`.
extension Compiler {
  /// Compiles `yield value`.
  func compileYield(_ value: Expr?, into dest: Int) throws(SyntaxError) {
    let source: Operand
    if let value {
      source = try operand(value, scratch: dest)
    } else {
      let register = usable(dest) ?? unit.allocate()
      unit.emit(.loadNone, a: register)
      source = Operand(register: register, isTemporary: true)
    }
    emitYield(source, into: dest)
  }

  /// Yields a register; what is sent goes to `dest`.
  func emitYield(_ source: Operand, into dest: Int) {
    var source = source
    if unit.parts.flags.contains(.asyncGenerator) {
      let wrapped = usable(dest) ?? unit.allocate()
      unit.emit(.asyncGenWrap, a: wrapped, b: source.register, flags: drops(source, into: wrapped))
      source = Operand(register: wrapped, isTemporary: true)
    }
    // The value yielded leaves the frame before the value sent arrives, so both may share a register.
    unit.emit(
      .yieldValue, a: dest, b: source.register, flags: source.isTemporary ? InstructionFlags.dropB : 0)
  }

  /// Compiles `yield from value`.
  func compileYieldFrom(_ value: Expr, into dest: Int) throws(SyntaxError) {
    let source = try operand(value, scratch: dest)
    delegate(.getYieldFromIter, source, into: dest)
  }

  /// Where an object comes from that is awaited: errors tell it.
  enum Awaited: Int {
    /// An `await` expression or a comprehension.
    case expression
    /// What `__aenter__` gave.
    case enter
    /// What `__aexit__` gave.
    case exit
  }

  /// Awaits the object in a register.
  func compileAwait(_ source: Operand, into dest: Int, from origin: Awaited = .expression) {
    delegate(.getAwaitable, source, into: dest, c: origin.rawValue)
  }

  /// Awaits an iterator in a register that is one already.
  func awaitIterator(_ iterator: Int, into dest: Int) {
    let mark = unit.top
    let sent = unit.allocate()
    let result = usable(dest) ?? unit.allocate()
    sendLoop(iterator, sent, result)
    if result != dest { unit.emit(.take, a: dest, b: result) }
    unit.release(to: mark)
  }

  private func delegate(_ opcode: Opcode, _ source: Operand, into dest: Int, c: Int = 0) {
    let mark = unit.top
    let iterator = unit.allocate()
    unit.emit(opcode, a: iterator, b: source.register, c: c, flags: drops(source, into: iterator))
    awaitIterator(iterator, into: dest)
    unit.release(to: mark)
  }

  /// Sends to an iterator until it stops. `yieldValue` is always followed by the jump back to its `send`.
  private func sendLoop(_ iterator: Int, _ sent: Int, _ result: Int) {
    let again = unit.label()
    let done = unit.label()
    unit.emit(.loadNone, a: sent)
    unit.bind(again, isLoopHead: unit.isReachable)
    unit.jumpExtended(.send, a: result, b: iterator, c: sent, to: done)
    unit.emit(
      .yieldValue, a: sent, b: result, c: iterator,
      flags: InstructionFlags.delegates | InstructionFlags.dropB)
    unit.jump(to: again)
    unit.bind(done)
    unit.emit(.clear, a: sent)
  }
}
