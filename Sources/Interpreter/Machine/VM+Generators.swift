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
        addTraceback(raising, generator.code, 0)
        throw Raised(raising)
      }
      if !sent.isNone {
        throw typeError("can't send non-None value to a just-started \(generator.kindName)")
      }
    case .suspended: break
    }
    if raising != nil, generator.delegateRegister < 0, !thrownArguments.isEmpty { thrownArguments = [] }
    if let raising, generator.delegateRegister >= 0, let registers = generator.registers {
      return try throwThrough(generator, registers, raising)?.intoOwned() ?? .undefined
    }
    try enterNative()
    leaveNative()
    let resumed = generator.state == .suspended
    guard let frame = enter(generator, kind: .generator) else { throw recursionError() }
    if resumed {
      sent.retain()
      (frame.pointee.base + generator.sentRegister).put(sent)
    }
    if let raising {
      setImplicitContext(raising)
      (thrown, isThrowing) = (raising, true)
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
    guard let frame = enter(generator, kind: .generator) else { throw recursionError() }
    sent.retain()
    (frame.pointee.base + generator.sentRegister).put(sent)
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
  private func stopIterationEscapes(_ error: Raised, _ generator: GeneratorObject) -> Raised {
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

  /// Copies a generator's registers onto the stack and pushes its frame; nil when the stack is full.
  @inline(__always)
  private func enter(_ generator: GeneratorObject, kind: FrameRecord.Kind) -> FramePointer? {
    guard let registers = generator.registers else { return nil }
    let base = top
    let header = generator.header
    let count = header.pointee.registerCount
    if base + count >= stackLimit { return nil }
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
    if !generator.handled.isUndefined {
      frame.pointee.handled = generator.handled
      handledCount &+= 1
      generator.handled = .undefined
    }
    generator.state = .running
    generator.delegateRegister = -1
    return frame
  }

  /// `for x in generator` without native recursion. False: the generator cannot simply be resumed.
  @inline(never)
  func enterGeneratorLoop(_ frame: FramePointer, _ i: InstructionPointer, _ pc: InstructionPointer, _ it: Slot) -> Bool {
    // The register of the loop keeps it alive.
    Unmanaged<GeneratorObject>.fromOpaque(it.pointer)._withUnsafeGuaranteedRef { generator in
      guard generator.state == .suspended || generator.state == .created, current < frameLimit else { return false }
      let resumed = generator.state == .suspended
      frame.pointee.pc = pc
      guard let entered = enter(generator, kind: .generatorLoop) else { return false }
      if _slowPath(isTracing) { prepareTracing(entered.pointee.header) }
      entered.pointee.returnRegister = i.pointee.a
      entered.pointee.functionRegister = i.pointee.b
      if resumed { (entered.pointee.base + generator.sentRegister).put(.none) }
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
      if _slowPath(!frame.pointee.handled.isUndefined) {
        generator.handled = frame.pointee.handled
        handledCount &-= 1
        frame.pointee.handled = .undefined
      }
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
    // The loop is `send` (+x), `yieldValue`, `jumpBack`: after the yield comes the jump back to `send`.
    var pc = generator.pc
    let opcode = opcode(at: pc)
    if opcode == .jumpBack || opcode == .jump { pc = pc + 1 + pc.bc }
    guard self.opcode(at: pc) == .send, let registers = generator.registers else {
      return try resume(generator, sending: value)
    }
    (registers + pc.b).clear()
    generator.sentRegister = pc.a
    generator.pc = pc + 2 + pc.extra
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

  // MARK: Instructions

  @inline(never)
  func getYieldFromIter(_ frame: FramePointer, _ i: InstructionPointer, _ base: Register) throws(Raised) {
    let x = base[i.b]
    if x.isUndefined { throw unbound(frame, i.b) }
    frame.pointee.pc = i + 1
    let result: Object
    if x.isKind(.coroutine) {
      if let flags = frame.pointee.header.pointee.code?.reference.codeFlags,
        flags.isDisjoint(with: [.coroutine, .iterableCoroutine])
      {
        throw typeError("cannot 'yield from' a coroutine object in a non-coroutine generator")
      }
      result = x.object
    } else {
      result = try iterator(x.value)
    }
    if i.has(InstructionFlags.dropB) { (base + i.b).clear() }
    (base + i.a).put(Value.object(result).intoOwned())
  }

  /// `send`: true when the sub-iterator stopped (its value is in `r[a]`).
  @inline(never)
  func sendTo(_ frame: FramePointer, _ i: InstructionPointer, _ base: Register) throws(Raised) -> Bool {
    let target = base[i.b].value
    let sent = base[i.c].isUndefined ? Value.none : base[i.c].value
    guard case .object(let sub) = target else { throw typeError("cannot send to a non-iterator") }
    var value: Value?
    var stopped: Value = .none
    do throws(Raised) {
      if let generator = sub as? GeneratorObject, generator.kind != .asyncGenerator {
        value = try resume(generator, sending: sent)
        if value == nil { stopped = takeGeneratorResult() }
      } else if sent.isNone {
        if sub.hasHeapType && !sub.type.special(self, .next).isUndefined {
          value = try callSpecial(sub, .next, [])
        } else {
          value = try sub.next(self)
        }
      } else {
        value = try callMethod(target, "send", [sent])
      }
    } catch {
      if !error.exception.type.isSubtype(of: types.stopIteration) { throw error }
      value = nil
      stopped = stopValue(error.exception)
    }
    if let value {
      (base + i.a).put(value.intoOwned())
      return false
    }
    (base + i.b).clear()
    (base + i.a).put(stopped.intoOwned())
    return true
  }

  @inline(never)
  func getAwaitable(_ i: InstructionPointer, _ base: Register) throws(Raised) {
    let x = base[i.b].value
    current.pointee.pc = i + 1
    let result: Object
    if case .object(let o) = x, o.kind == .coroutine {
      result = o
    } else if case .object(let o) = x, let made = try callSpecial(o, .await, []) {
      result = try awaitIterator(made)
    } else if case .object(let o) = x, let made = try o.awaitable(self) {
      result = made
    } else if i.c > 0 {
      throw typeError(
        "'async with' received an object from __a\(i.c == 1 ? "enter" : "exit")__ that does not implement __await__: "
          + type(of: x).name)
    } else {
      throw typeError("object \(type(of: x).name) can't be used in 'await' expression")
    }
    if i.has(InstructionFlags.dropB) { (base + i.b).clear() }
    (base + i.a).put(Value.object(result).intoOwned())
  }

  /// What `__await__` returned, which must be an iterator and no coroutine.
  private func awaitIterator(_ made: Value) throws(Raised) -> Object {
    if case .object(let it) = made {
      if it.kind == .coroutine { throw typeError("__await__() returned a coroutine") }
      if isIterator(it) { return it }
    }
    throw typeError("__await__() returned non-iterator of type '\(type(of: made).name)'")
  }

  @inline(never)
  func getAiter(_ i: InstructionPointer, _ base: Register) throws(Raised) {
    let x = base[i.b].value
    current.pointee.pc = i + 1
    let result: Value
    if case .object(let o) = x, let made = try callSpecial(o, .aiter, []) {
      result = made
    } else if case .object(let o) = x, o.kind == .asyncGenerator {
      result = x
    } else {
      throw typeError("'async for' requires an object with __aiter__ method, got \(type(of: x).name)")
    }
    let cls = type(of: result)
    if result.kind != .asyncGenerator, cls.lookup(self, specialNames[Int(Special.anext.rawValue)]).isUndefined {
      throw typeError(
        "'async for' received an object from __aiter__ that does not implement __anext__: \(cls.name)")
    }
    if i.has(InstructionFlags.dropB) { (base + i.b).clear() }
    (base + i.a).put(result.intoOwned())
  }

  @inline(never)
  func getAnext(_ i: InstructionPointer, _ base: Register) throws(Raised) {
    let x = base[i.b].value
    current.pointee.pc = i + 1
    var result: Value
    if case .object(let o) = x, let made = try callSpecial(o, .anext, []) {
      result = made
    } else if case .object(let o) = x, let generator = o as? GeneratorObject, generator.kind == .asyncGenerator {
      result = .object(AsyncGeneratorStep(self, generator, .send(.none)))
    } else {
      throw typeError("'async for' requires an iterator with __anext__ method, got \(type(of: x).name)")
    }
    if result.kind != .coroutine {
      var cause: ExceptionObject?
      var iterator: Object?
      do throws(Raised) {
        if case .object(let o) = result {
          if let made = try callSpecial(o, .await, []) {
            iterator = try awaitIterator(made)
          } else {
            iterator = try o.awaitable(self)
          }
        }
      } catch {
        cause = error.exception
      }
      guard let iterator else {
        let error = typeError("'async for' received an invalid object from __anext__: \(type(of: result).name)")
        if let cause {
          error.exception.setCause(cause)
          error.exception.setContext(cause)
          error.exception.suppressContext = true
        }
        throw error
      }
      result = .object(iterator)
    }
    (base + i.a).put(result.intoOwned())
  }

  @inline(never)
  func endAsyncFor(_ i: InstructionPointer, _ base: Register) throws(Raised) {
    let exception = unsafeDowncast(base[i.a].object, to: ExceptionObject.self)
    if exception.type.isSubtype(of: types.stopAsyncIteration) {
      (base + i.a).clear()
      (base + i.b).clear()
      return
    }
    throw takeRaised((base + i.a).take())
  }

  @inline(never)
  func asyncGenWrap(_ i: InstructionPointer, _ base: Register) {
    let wrapped = AsyncGeneratorValue(self, (base + i.b).owned(drop: i.has(InstructionFlags.dropB)))
    (base + i.a).put(Value.object(wrapped).intoOwned())
  }
}

extension Object {
  /// Iterator of a native awaitable; nil: not awaitable.
  func awaitable(_ vm: VM) throws(Raised) -> Object? {
    if self is AsyncGeneratorStep || self is AnextAwaitable { return self }
    guard let generator = self as? GeneratorObject else { return nil }
    return generator.kind == .coroutine || generator.code.codeFlags.contains(.iterableCoroutine)
      ? generator : nil
  }
}
