// Raising and unwinding. An exception carries its traceback: one entry per frame it passed, innermost first.

extension VM {
  /// Finds the handler for an exception raised at `frame`'s instruction before `pc`; removes the frames it leaves.
  /// Returns the frame to continue, its `pc` set; throws when the entry frame of this activation is left.
  @inline(never)
  func unwind(_ exception: ExceptionObject, _ start: FramePointer) throws(Raised) -> FramePointer {
    if exception.traceback.isEmpty {
      if !comesThrown { setImplicitContext(exception) }
      if let raiseHook { raiseHook(self, exception) }
    }
    comesThrown = false
    var frame = start
    while true {
      if frame.pointee.isHollow {
        fill(frame)
        if frame.pointee.isThrownInto { chainHandled(exception, frame) }
      }
      let header = frame.pointee.header
      guard let code = header.pointee.code?.reference else { throw Raised(exception) }
      let index = (frame.pointee.pc - header.pointee.instructions) &- 1
      let isNew = skipTraceback !== exception
      addTraceback(exception, code, index)
      if _slowPath(isTracing) {
        do throws(Raised) {
          try traceException(exception, frame, code, index, isNew: isNew)
        } catch {
          if error.exception !== exception { return try unwind(error.exception, frame) }
        }
      }
      if let entry = code.handler(at: index) {
        let base = frame.pointee.base
        for r in Int(entry.firstTemporary)..<max(Int(entry.firstTemporary), header.pointee.registerCount)
        where r != Int(entry.register) {
          (base + r).clear()
        }
        (base + Int(entry.register)).put(.owned(exception))
        frame.pointee.pc = header.pointee.instructions + Int(entry.handler)
        return frame
      }
      var exception = exception
      if _slowPath(isTracing) {
        do throws(Raised) { try traceLeaving(frame) } catch { exception = error.exception }
      }
      if keepsFrames { keep(frame, code, index, exception) }
      let kind = frame.pointee.kind
      let function = frame.pointee.functionRegister
      if kind.isGenerator, let generator = frame.pointee.generator?.reference as? GeneratorObject {
        popWholeFrame(frame)
        generator.state = .finished
        generator.dropRegisters()
        frame -= 1
        let error = stopIterationEscapes(Raised(exception), generator)
        if kind == .asyncStep { stopStep(frame.pointee.base.at(function).pointee, by: error) }
        if error.exception !== exception { return try unwind(error.exception, frame) }
        continue
      }
      popWholeFrame(frame)
      if kind == .entry || kind == .generator { throw Raised(exception) }
      frame -= 1
      frame.pointee.base.at(function).clear()
    }
  }

  /// What the loop raises before its first instruction.
  @inline(never)
  func takeThrown() -> Raised {
    isThrowing = false
    guard let exception = thrown else { return raised(types.systemError, "nothing to throw") }
    thrown = nil
    return Raised(exception)
  }

  /// Keeps the variables of a frame that is being left with its traceback entry, as `pdb.pm` and `%debug` want them.
  /// Not when memory was short: they would hold on to it.
  @inline(never)
  private func keep(_ frame: FramePointer, _ code: Code, _ index: Int, _ exception: ExceptionObject) {
    let last = exception.traceback.count - 1
    guard last >= 0, exception.traceback[last].frameObject == nil, exception.traceback[last].codeObject === code,
      !exception.type.isSubtype(of: types.memoryError)
    else { return }
    let number = frame - frames &- 1
    exception.traceback[last].keep(
      FrameObject(
        self, code: code, instruction: max(0, index), globals: debugGlobals(number), locals: debugLocals(number)))
  }

  /// Adds a traceback entry, unless the exception is being re-raised at the same place of the same code.
  func addTraceback(_ exception: ExceptionObject, _ code: Code, _ index: Int) {
    if skipTraceback === exception {
      skipTraceback = nil
      return
    }
    exception.traceback.append(TracebackEntry(code: code, instruction: max(Code.atDefinition, index)))
  }

  /// `__context__` of an exception that is raised: the one being handled. An exception that only goes on keeps what it
  /// has; the `raise` statement replaces it.
  func setImplicitContext(_ exception: ExceptionObject, replacing: Bool = false) {
    if handledCount == 0 || !replacing && !exception.context.isUndefined { return }
    if let handled = currentHandled() { link(exception, to: handled) }
  }
  /// `__context__` of what is thrown into a generator: what that one handles itself, else what it had.
  func chainHandled(_ exception: ExceptionObject, _ frame: FramePointer) {
    let handled = frame.pointee.handled
    if handled.isObject { link(exception, to: unsafeDowncast(handled.object, to: ExceptionObject.self)) }
  }
  private func link(_ exception: ExceptionObject, to handled: ExceptionObject) {
    if handled === exception { return }
    // A chain that already contains the exception would become a ring.
    // The chain may be a ring already, made by hand: the second walker goes half as fast and is met again.
    var (walk, slow) = (handled, handled)
    var isSlowsTurn = false
    while walk.context.isObject {
      let next = unsafeDowncast(walk.context.object, to: ExceptionObject.self)
      if next === exception {
        walk.setContext(nil)
        break
      }
      walk = next
      if walk === slow { break }
      if isSlowsTurn { slow = unsafeDowncast(slow.context.object, to: ExceptionObject.self) }
      isSlowsTurn.toggle()
    }
    exception.setContext(handled)
  }

  /// The innermost exception being handled (`sys.exc_info()`).
  package func currentHandled() -> ExceptionObject? {
    var frame = current
    while frame > frames {
      let handled = frame.pointee.handled
      if handled.isObject { return unsafeDowncast(handled.object, to: ExceptionObject.self) }
      frame -= 1
    }
    return nil
  }

  /// An owned exception slot as an error; its frames so far stay in the traceback.
  func takeRaised(_ slot: Slot) -> Raised {
    guard slot.isKind(.exception) else {
      slot.release()
      return raised(types.systemError, "reraise without an exception")
    }
    let exception = unsafeDowncast(slot.object, to: ExceptionObject.self)
    slot.release()
    skipTraceback = exception
    return Raised(exception)
  }

  /// The `raise` statement.
  @inline(never)
  func raise(_ frame: FramePointer, _ i: InstructionPointer, _ base: Register) throws(Raised) -> Raised {
    if i.c == 0 {
      guard let handled = currentHandled() else { return runtimeError("No active exception to reraise") }
      skipTraceback = handled.traceback.isEmpty ? nil : handled
      return Raised(handled)
    }
    let x = base[i.a]
    if x.isUndefined { return unbound(frame, i.a) }
    frame.pointee.pc = i + 1
    let exception = try instantiate(x.value, "exceptions must derive from BaseException")
    setImplicitContext(exception, replacing: true)
    if i.c == 2 {
      let cause = base[i.b]
      if cause.isUndefined { return unbound(frame, i.b) }
      if cause.isNone {
        exception.setCause(nil)
      } else {
        exception.setCause(try instantiate(cause.value, "exception causes must derive from BaseException"))
      }
      exception.suppressContext = true
      if i.has(InstructionFlags.dropC) { (base + i.b).clear() }
    }
    if i.has(InstructionFlags.dropB) { (base + i.a).clear() }
    return Raised(exception)
  }

  /// An exception of an instance or a class.
  package func instantiate(_ value: Value, _ message: String) throws(Raised) -> ExceptionObject {
    if case .object(let o) = value {
      if let exception = o as? ExceptionObject { return exception }
      if let cls = o as? TypeObject, cls.isSubtype(of: types.baseException) {
        let made = try call(value, [])
        if case .object(let m) = made, let exception = m as? ExceptionObject { return exception }
        throw typeError(
          "calling \(try repr(value).string) should have returned an instance of BaseException, not "
            + (try repr(.object(type(of: made))).string))
      }
    }
    throw typeError(message)
  }

  // MARK: Matching

  /// Tells whether an exception matches a class or a tuple of classes.
  package func exceptionMatches(_ exception: ExceptionObject, _ pattern: Slot) throws(Raised) -> Bool {
    if pattern.isKind(.tuple) {
      let tuple = unsafeDowncast(pattern.object, to: TupleObject.self)
      for k in 0..<tuple.count where try exceptionMatches(exception, tuple.items[k]) { return true }
      return false
    }
    guard pattern.isKind(.type), case let cls = unsafeDowncast(pattern.object, to: TypeObject.self),
      cls.isSubtype(of: types.baseException)
    else {
      throw typeError("catching classes that do not inherit from BaseException is not allowed")
    }
    return exception.type.isSubtype(of: cls)
  }

  @inline(never)
  func matchException(_ i: InstructionPointer, _ base: Register) throws(Raised) {
    current.pointee.pc = i + 1
    let exception = unsafeDowncast(base[i.b].object, to: ExceptionObject.self)
    let matches = try exceptionMatches(exception, base[i.c])
    if i.has(InstructionFlags.dropC) { (base + i.c).clear() }
    (base + i.a).put(.bool(matches))
  }

  // MARK: with

  /// True when it pushed the frame of `__enter__`.
  @inline(never)
  func beforeWith(_ frame: FramePointer, _ i: InstructionPointer, _ base: Register) throws(Raised) -> Bool {
    try enterManager(frame, i, base, enter: .enter, exit: .exit, what: "context manager")
  }
  @inline(never)
  func beforeAsyncWith(_ i: InstructionPointer, _ base: Register) throws(Raised) {
    _ = try enterManager(
      current, i, base, enter: .aenter, exit: .aexit, what: "asynchronous context manager")
  }
  private func enterManager(
    _ frame: FramePointer, _ i: InstructionPointer, _ base: Register, enter: Special, exit: Special, what: String
  ) throws(Raised) -> Bool {
    let x = base[i.b]
    if x.isUndefined { throw unbound(frame, i.b) }
    frame.pointee.pc = i + 1
    let manager = x.value
    let cls = type(of: manager)
    let enterSlot = cls.lookup(self, specialNames[Int(enter.rawValue)])
    if enterSlot.isUndefined {
      throw typeError("'\(cls.name)' object does not support the \(what) protocol")
    }
    let exitSlot = cls.lookup(self, specialNames[Int(exit.rawValue)])
    if exitSlot.isUndefined {
      throw typeError("'\(cls.name)' object does not support the \(what) protocol (missed \(exit.name) method)")
    }
    let exitMethod = try bindDescriptor(exitSlot, manager, cls)
    if enter == .enter, try enterManager(frame, i, base, enterSlot, x) {
      if i.has(InstructionFlags.dropB) { (base + i.b).clear() }
      (base + i.a).put(exitMethod.intoOwned())
      return true
    }
    let entered: Value
    if enterSlot.isKind(.function), case .object(let o) = manager {
      entered = try callHook(enterSlot, o, .undefined, .undefined)
    } else if enterSlot.isKind(.nativeFunction) {
      let start = try reserveStack(1)
      defer { releaseStack(start, count: 1) }
      start[0] = manager.owned
      entered = try call(enterSlot, Arguments(base: start, count: 1))
    } else {
      entered = try call(try bindDescriptor(enterSlot, manager, cls), [])
    }
    if i.has(InstructionFlags.dropB) { (base + i.b).clear() }
    (base + i.a).put(exitMethod.intoOwned())
    (base + (i.a &+ 1)).put(entered.intoOwned())
    return false
  }

  /// True when it pushed the frame of `__exit__`.
  @inline(never)
  func withExit(_ frame: FramePointer, _ i: InstructionPointer, _ base: Register) throws(Raised) -> Bool {
    frame.pointee.pc = i + 1
    if try enterExit(frame, i, base, base[i.b]) {
      (base + i.b).clear()
      return true
    }
    let exit = consume((base + i.b).take())
    let result = try call(exit, [.none, .none, .none])
    (base + i.a).put(result.intoOwned())
    return false
  }

  @inline(never)
  func withExceptStart(_ i: InstructionPointer, _ base: Register) throws(Raised) {
    current.pointee.pc = i + 1
    let exit = consume((base + i.b).take())
    let exception = unsafeDowncast(base[i.c].object, to: ExceptionObject.self)
    let result = try call(exit, [.object(exception.type), .object(exception), tracebackObject(exception)])
    (base + i.a).put(result.intoOwned())
  }

  /// Whether an iterator's end is its own, and not that of an iterator inside of it that said StopIteration.
  static func endsByItself(_ iterator: Object) -> Bool {
    iterator.typeRef._withUnsafeGuaranteedRef { $0.iteratorsEndByThemselves }
  }
  /// The same for the iterators of a type.
  static func endByThemselves(_ type: TypeObject) -> Bool {
    switch type.name {
    case "enumerate", "map", "zip", "filter", "islice", "takewhile", "dropwhile", "filterfalse", "accumulate",
      "starmap", "compress", "pairwise":
      return false
    default: return true
    }
  }

  /// StopIteration at the end of `iterator`, with a generator's return value.
  package func stopIteration(after iterator: Object) -> Raised {
    if iterator is GeneratorObject {
      let result = takeGeneratorResult()
      return raised(types.stopIteration, arguments: result.isNone ? [] : [result])
    }
    return raised(types.stopIteration, arguments: [])
  }
}
