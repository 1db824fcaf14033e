// Resuming and suspending generators. A running generator's registers are copied onto the register stack, so that
// calls work as everywhere; at `yield` they are copied back.

extension VM {
  /// Resumes a generator: the yielded value, or nil when it returned (then `takeGeneratorResult` has the value).
  package func resume(
    _ generator: GeneratorObject, sending sent: Value, raising: ExceptionObject? = nil
  ) throws(Raised) -> Value? {
    let slot = sent.borrowed
    return try withExtendedLifetime(sent) { () throws(Raised) in
      taken(try resumeSlot(generator, sending: slot, raising: raising))
    }
  }

  /// The same with slots: `sent` is borrowed, the yielded value owned; undefined: it returned.
  func resumeSlot(
    _ generator: GeneratorObject, sending sent: Slot, raising: ExceptionObject? = nil
  ) throws(Raised) -> Slot {
    if _fastPath(generator.state == .suspended && raising == nil) { return try resumeSuspended(generator, sent) }
    switch generator.state {
    case .running:
      throw valueError("\(generator.kindName) already executing")
    case .finished:
      if generator.kind == .coroutine { throw runtimeError("cannot reuse already awaited coroutine") }
      if let raising { throw Raised(raising) }
      generatorResult = .none
      return .undefined
    case .created:
      if let raising {
        generator.state = .finished
        generator.dropRegisters()
        addTraceback(raising, generator.code, Code.atDefinition)
        throw Raised(raising)
      }
      if !sent.isNone {
        throw typeError("can't send non-None value to a just-started \(generator.kindName)")
      }
    case .suspended: break
    }
    if raising != nil, generator.delegateRegister < 0, !thrownArguments.isEmpty { thrownArguments = [] }
    if let raising, generator.delegateRegister >= 0, let registers = generator.registers,
      raising.type.isSubtype(of: types.generatorExit) || !reachesInnermost(from: generator)
    {
      return try throwThrough(generator, registers, raising)?.intoOwned() ?? .undefined
    }
    try enterNative()
    leaveNative()
    guard enter(generator, kind: .generator, sending: sent, throwing: raising != nil) else { throw recursionError() }
    if let raising {
      chainHandled(raising, current)
      (thrown, isThrowing, comesThrown) = (raising, true, true)
    }
    yielded = false
    let result: Slot
    do throws(Raised) {
      result = try withExtendedLifetime(generator) { () throws(Raised) in try run() }
    } catch {
      generator.state = .finished
      generator.dropRegisters()
      throw stopIterationEscapes(error, generator)
    }
    if yielded {
      yielded = false
      return result
    }
    generator.state = .finished
    generator.dropRegisters()
    generatorResult = consume(result)
    return .undefined
  }

  /// The commonest case: a suspended generator goes on.
  @inline(__always)
  private func resumeSuspended(_ generator: GeneratorObject, _ sent: Slot) throws(Raised) -> Slot {
    try enterNative()
    leaveNative()
    guard enter(generator, kind: .generator, sending: sent) else { throw recursionError() }
    yielded = false
    let result: Slot
    do throws(Raised) {
      result = try run()
    } catch {
      generator.state = .finished
      generator.dropRegisters()
      throw stopIterationEscapes(error, generator)
    }
    if _fastPath(yielded) {
      yielded = false
      return result
    }
    generator.state = .finished
    generator.dropRegisters()
    generatorResult = consume(result)
    return .undefined
  }

  /// PEP 479: StopIteration must not leave a generator.
  func stopIterationEscapes(_ error: Raised, _ generator: GeneratorObject) -> Raised {
    let type = error.exception.type
    let isStop = type.isSubtype(of: types.stopIteration)
    let isAsyncStop = generator.kind == .asyncGenerator && type.isSubtype(of: types.stopAsyncIteration)
    if !isStop && !isAsyncStop { return error }
    let new = runtimeError("\(generator.kindName) raised \(isStop ? "StopIteration" : "StopAsyncIteration")")
    new.exception.setCause(error.exception)
    new.exception.setContext(error.exception)
    new.exception.suppressContext = true
    return new
  }

  /// Copies a generator's registers onto the stack and pushes its frame; nil when the stack is full. `sent` (borrowed) is
  /// the value of the `yield` where it waits.
  @inline(__always)
  func push(_ generator: GeneratorObject, kind: FrameRecord.Kind, sending sent: Slot) -> FramePointer? {
    guard let registers = generator.registers else { return nil }
    let base = top
    let header = generator.header
    let count = header.pointee.registerCount
    if base + count >= stackLimit || current >= frameLimit { return nil }
    for k in 0..<count { base[k] = registers[k] }
    generator.isOnStack = true
    let frame = current + 1
    current = frame
    // What is not set here is undefined above the innermost frame (`pushFrame`).
    frame.pointee.header = header
    frame.pointee.base = base
    frame.pointee.pc = generator.pc
    frame.pointee.globals = generator.globals
    frame.pointee.closure = generator.closure
    frame.pointee.generator = Unmanaged.passUnretained(generator)
    frame.pointee.end = base + (count &+ VM.spareRegisters)
    frame.pointee.kind = kind
    takeHandled(frame, from: generator)
    if generator.state == .suspended {
      sent.retain()
      (base + generator.sentRegister).put(sent)
    }
    generator.state = .running
    generator.delegateRegister = -1
    return frame
  }

  /// The exception that a generator waits with, in an `except` block, is its frame's while it runs, or waits hollow.
  @inline(__always)
  func takeHandled(_ frame: FramePointer, from generator: GeneratorObject) {
    if _fastPath(generator.handled.isUndefined) { return }
    frame.pointee.handled = generator.handled
    handledCount &+= 1
    generator.handled = .undefined
  }
  @inline(__always)
  func giveHandled(_ frame: FramePointer, to generator: GeneratorObject) {
    if _fastPath(frame.pointee.handled.isUndefined) { return }
    generator.handled = frame.pointee.handled
    handledCount &-= 1
    frame.pointee.handled = .undefined
  }

  /// `for x in generator` without native recursion. False: the generator cannot simply be resumed.
  @inline(never)
  func enterGeneratorLoop(_ frame: FramePointer, _ i: InstructionPointer, _ pc: InstructionPointer, _ it: Slot) -> Bool {
    // The register of the loop keeps it alive.
    Unmanaged<GeneratorObject>.fromOpaque(it.pointer)._withUnsafeGuaranteedRef { generator in
      guard generator.state == .suspended || generator.state == .created else { return false }
      frame.pointee.pc = pc
      let entered = frame + 1
      guard enter(generator, kind: .generatorLoop, sending: .none) else { return false }
      if _slowPath(isTracing) { prepareTracing(current.pointee.header) }
      entered.pointee.returnRegister = i.pointee.a
      entered.pointee.functionRegister = i.pointee.b
      return true
    }
  }

  /// A generator driven by a loop of the machine returned.
  @inline(never)
  func finishGeneratorLoop(_ it: Slot) {
    let generator = unsafeDowncast(it.object, to: GeneratorObject.self)
    generator.state = .finished
    generator.dropRegisters()
  }

  /// Puts the topmost frame, a generator's, to sleep at the `yieldValue` instruction `i`.
  @inline(never)
  func suspend(_ frame: FramePointer, _ i: InstructionPointer) {
    guard let object = frame.pointee.generator else { return }
    Unmanaged<GeneratorObject>.fromOpaque(object.toOpaque())._withUnsafeGuaranteedRef { generator in
      guard let registers = generator.registers else { return }
      let base = frame.pointee.base
      let count = generator.header.pointee.registerCount
      for k in 0..<count {
        registers[k] = base[k]
        base[k] = .undefined
      }
      generator.isOnStack = false
      generator.pc = frame.pointee.pc
      generator.sentRegister = i.a
      generator.delegateRegister = i.has(InstructionFlags.delegates) ? i.c : -1
      giveHandled(frame, to: generator)
      frame.pointee.generator = nil
      if _slowPath(isTracing) { traps?.rearm() }
      generator.state = .suspended
      current = frame - 1
    }
  }

  /// The value a generator returned last, given up.
  package func takeGeneratorResult() -> Value {
    let result = generatorResult
    generatorResult = .none
    return result
  }

  // MARK: throw and close

  /// `generator.throw(exception)` while it waits in `yield from`: the sub-iterator comes first.
  private func throwThrough(
    _ generator: GeneratorObject, _ registers: Register, _ exception: ExceptionObject
  ) throws(Raised) -> Value? {
    let delegate = registers[generator.delegateRegister].value
    let thrown = thrownArguments
    thrownArguments = []
    guard case .object(let sub) = delegate else {
      generator.delegateRegister = -1
      return try resume(generator, sending: .none, raising: exception)
    }
    generator.state = .running
    let value: Value?
    do throws(Raised) {
      if exception.type.isSubtype(of: types.generatorExit) {
        try closeDelegate(sub)
        return try raise(exception, in: generator)
      }
      if let inner = sub as? GeneratorObject {
        thrownArguments = thrown
        value = try resume(inner, sending: .none, raising: exception)
      } else if let method = try getAttrOrNil(delegate, intern("throw")) {
        value = try call(method, thrown.isEmpty ? [.object(exception)] : thrown)
      } else {
        return try raise(exception, in: generator)
      }
    } catch {
      // What the generator itself lets out has ended it.
      if generator.state == .finished { throw error }
      generator.state = .suspended
      if error.exception.type.isSubtype(of: types.stopIteration) {
        return try finishDelegate(generator, stopValue(error.exception))
      }
      return try raise(error.exception, in: generator)
    }
    generator.state = .suspended
    if let value { return value }
    return try finishDelegate(generator, takeGeneratorResult())
  }

  /// Whether a generator waits for an iterator that is none, but has a method `throw`.
  func delegateCanThrow(_ generator: GeneratorObject) throws(Raised) -> Bool {
    guard generator.state == .suspended, generator.delegateRegister >= 0, let registers = generator.registers,
      case .object(let sub) = registers[generator.delegateRegister].value, !(sub is GeneratorObject)
    else { return false }
    return try getAttrOrNil(.object(sub), intern("throw")) != nil
  }

  /// Raises where the generator waits, past its sub-iterator.
  private func raise(_ exception: ExceptionObject, in generator: GeneratorObject) throws(Raised) -> Value? {
    generator.state = .suspended
    generator.delegateRegister = -1
    return try resume(generator, sending: .none, raising: exception)
  }

  /// The sub-iterator ended: the `send` instruction before the yield jumps out with its value.
  private func finishDelegate(_ generator: GeneratorObject, _ value: Value) throws(Raised) -> Value? {
    guard let send = generator.sendInstruction, let registers = generator.registers else {
      return try resume(generator, sending: value)
    }
    (registers + send.b).clear()
    generator.sentRegister = send.a
    generator.pc = send + 2 + send.extra
    generator.delegateRegister = -1
    return try resume(generator, sending: value)
  }

  private func closeDelegate(_ sub: Object) throws(Raised) {
    if let inner = sub as? GeneratorObject {
      try close(inner)
    } else if let method = try getAttrOrNil(.object(sub), intern("close")) {
      _ = try call(method, [])
    }
  }

  /// `generator.close()`.
  package func close(_ generator: GeneratorObject) throws(Raised) {
    switch generator.state {
    case .created:
      generator.state = .finished
      generator.dropRegisters()
      return
    case .finished: return
    case .running, .suspended: break
    }
    let exit = raised(types.generatorExit, arguments: []).exception
    setImplicitContext(exit)
    do throws(Raised) {
      if try resume(generator, sending: .none, raising: exit) != nil {
        throw runtimeError("\(generator.kindName) ignored GeneratorExit")
      }
    } catch {
      let type = error.exception.type
      if type.isSubtype(of: types.generatorExit) || type.isSubtype(of: types.stopIteration) { return }
      throw error
    }
  }

  /// `StopIteration.value`.
  package func stopValue(_ exception: ExceptionObject) -> Value {
    let own = exception.attributes == nil ? Slot.undefined : instanceAttribute(exception, .borrowed(intern("value")))
    if !own.isUndefined { return own.value }
    return exception.arguments.count > 0 ? exception.arguments[0] : .none
  }
}
