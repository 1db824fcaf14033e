// Generators that wait for generators in `yield from` and `await`. Resuming the outermost goes straight to the innermost:
// those between get a frame each, so that tracebacks, `sys._getframe` and handlers find them, but this frame is hollow. Its
// registers stay in the generator until the one above ends. A value yielded passes all of them at once.

extension GeneratorObject {
  /// The `send` of the `yield from` or `await` where it is suspended; nil when it is suspended elsewhere.
  var sendInstruction: InstructionPointer? {
    // The compiler lays `send`, its extension word and `yieldValue` one behind the other.
    delegateRegister >= 0 ? pc - 3 : nil
  }

  /// The generator it waits for, when that one may be resumed before it.
  @inline(__always)
  fileprivate var sleepingDelegate: Unmanaged<GeneratorObject>? {
    guard delegateRegister >= 0, let registers else { return nil }
    let slot = registers[delegateRegister]
    guard slot.isKind(.generator) || slot.isKind(.coroutine) else { return nil }
    let inner = Unmanaged<GeneratorObject>.fromOpaque(slot.pointer)
    return inner._withUnsafeGuaranteedRef { $0.state == .suspended && $0.registers != nil } ? inner : nil
  }
}

extension VM {
  /// Pushes the frame of a generator that is suspended or new, and of those that it waits for. False: no room.
  @inline(__always)
  func enter(
    _ generator: GeneratorObject, kind: FrameRecord.Kind, sending sent: Slot, throwing: Bool = false
  ) -> Bool {
    if _fastPath(generator.delegateRegister < 0) { return push(generator, kind: kind, sending: sent) != nil }
    return enterInnermost(generator, kind, sent, throwing)
  }

  @inline(never)
  private func enterInnermost(
    _ outermost: GeneratorObject, _ kind: FrameRecord.Kind, _ sent: Slot, _ throwing: Bool
  ) -> Bool {
    var (generator, kind, next) = (Unmanaged.passUnretained(outermost), kind, (a: UInt16(0), b: UInt16(0)))
    while !isTracing, current + 1 < frameLimit,
      let inner = generator._withUnsafeGuaranteedRef({ hasRoom(for: $0) ? $0.sleepingDelegate : nil }),
      inner._withUnsafeGuaranteedRef({ hasRoom(for: $0) })
    {
      next = generator._withUnsafeGuaranteedRef { pushHollow($0, kind, next) }
      current.pointee.isThrownInto = throwing
      (generator, kind) = (inner, .generatorSend)
    }
    guard let frame = generator._withUnsafeGuaranteedRef({ push($0, kind: kind, sending: sent) }) else { return false }
    if kind == .generatorSend { (frame.pointee.returnRegister, frame.pointee.functionRegister) = next }
    return true
  }

  /// Whether all that a suspended generator waits for are such generators: what is thrown may go to the innermost first.
  func reachesInnermost(from outermost: GeneratorObject) -> Bool {
    var (generator, depth) = (outermost, 0)
    while let inner = generator.sleepingDelegate?.reference {
      (generator, depth) = (inner, depth + 1)
      if !hasRoom(for: inner) || depth >= frameLimit - current { return false }
    }
    return generator.delegateRegister < 0 && hasRoom(for: outermost) && !isTracing
  }

  @inline(__always)
  private func hasRoom(for generator: GeneratorObject) -> Bool {
    top + generator.header.pointee.registerCount < stackLimit
  }

  /// Pushes a hollow frame, itself resumed by the `operands` of the frame below; the operands for the one above.
  @inline(__always)
  private func pushHollow(
    _ generator: GeneratorObject, _ kind: FrameRecord.Kind, _ operands: (a: UInt16, b: UInt16)
  ) -> (a: UInt16, b: UInt16) {
    let base = top
    let frame = current + 1
    current = frame
    let extensionWord = generator.pc - 2
    frame.pointee.header = generator.header
    if let registers = generator.registers { frame.pointee.base = registers }
    // As while the instruction runs.
    frame.pointee.pc = extensionWord + 1
    frame.pointee.globals = generator.globals
    frame.pointee.closure = generator.closure
    frame.pointee.generator = Unmanaged.passUnretained(generator)
    frame.pointee.end = base
    frame.pointee.kind = kind
    frame.pointee.isHollow = true
    (frame.pointee.returnRegister, frame.pointee.functionRegister) = operands
    takeHandled(frame, from: generator)
    generator.state = .running
    return ((extensionWord - 1).pointee.a, (extensionWord - 1).pointee.b)
  }

  /// Gives a hollow frame, the innermost now, its registers: it goes on itself.
  @inline(never)
  func fill(_ frame: FramePointer) {
    guard let object = frame.pointee.generator else { return }
    Unmanaged<GeneratorObject>.fromOpaque(object.toOpaque())._withUnsafeGuaranteedRef { generator in
      // There was room when the frame was pushed.
      let (base, count) = (frame.pointee.end, generator.header.pointee.registerCount)
      let registers = frame.pointee.base
      for k in 0..<count { base[k] = registers[k] }
      generator.isOnStack = true
      generator.delegateRegister = -1
      frame.pointee.base = base
      frame.pointee.end = base + (count &+ VM.spareRegisters)
      frame.pointee.isHollow = false
    }
  }

  /// The innermost generator has yielded: removes the hollow frames from `frame` down. The last of them removed.
  @inline(never)
  func leaveHollow(_ frame: FramePointer) -> FramePointer {
    var frame = frame
    while true {
      if let object = frame.pointee.generator {
        Unmanaged<GeneratorObject>.fromOpaque(object.toOpaque())._withUnsafeGuaranteedRef {
          giveHandled(frame, to: $0)
          $0.state = .suspended
        }
      }
      frame.pointee.generator = nil
      frame.pointee.isHollow = false
      guard frame.pointee.kind == .generatorSend, (frame - 1).pointee.isHollow else { break }
      frame -= 1
    }
    current = frame - 1
    return frame
  }

  /// `send` to a generator or coroutine without native recursion. False: it cannot simply be resumed.
  @inline(never)
  func enterSend(_ i: InstructionPointer, _ base: Register) -> Bool {
    let it = base.at(i.rb).pointee
    guard it.isKind(.generator) || it.isKind(.coroutine), !isTracing else {
      return it.isKind(.asyncGeneratorStep) && !isTracing && enterStep(i, base, it)
    }
    // The register keeps it alive.
    return Unmanaged<GeneratorObject>.fromOpaque(it.pointer)._withUnsafeGuaranteedRef { generator in
      let given = base.at(i.rc).pointee
      let sent = given.isUndefined ? Slot.none : given
      guard generator.state == .suspended || generator.state == .created && sent.isNone else { return false }
      let entered = current + 1
      guard enter(generator, kind: .generatorSend, sending: sent) else { return false }
      (entered.pointee.returnRegister, entered.pointee.functionRegister) = (i.pointee.a, i.pointee.b)
      return true
    }
  }

  // MARK: Steps of asynchronous generators

  /// `send` to a step that has not ended: its generator goes on. False: the general way.
  private func enterStep(_ i: InstructionPointer, _ base: Register, _ it: Slot) -> Bool {
    let step = unsafeDowncast(it.object, to: AsyncGeneratorStep.self)
    let given = base.at(i.rc).pointee
    let (generator, sent) = (step.generator, step.sends(given.isUndefined ? .none : given))
    guard !sent.isUndefined, generator.state == .suspended || generator.state == .created && sent.isNone else {
      return false
    }
    let entered = current + 1
    guard enter(generator, kind: .asyncStep, sending: sent) else { return false }
    step.start()
    (entered.pointee.returnRegister, entered.pointee.functionRegister) = (i.pointee.a, i.pointee.b)
    return true
  }

  /// The generator of a step has yielded `value` (owned), which is the step's result, to the frame below `frame`.
  @inline(never)
  func finishStep(_ frame: FramePointer, _ value: Slot) {
    let caller = frame - 1
    let base = caller.pointee.base
    let place = base.at(frame.pointee.functionRegister)
    unsafeDowncast(place.pointee.object, to: AsyncGeneratorStep.self).end()
    place.clear()
    let content = unsafeDowncast(value.object, to: AsyncGeneratorValue.self).content
    content.retain()
    base.at(frame.pointee.returnRegister).put(content)
    value.release()
    caller.pointee.pc += (caller.pointee.pc - 1).bc
  }

  /// The generator of a step has returned: what the step raises.
  func endStep(_ it: Slot) -> Raised {
    let step = unsafeDowncast(it.object, to: AsyncGeneratorStep.self)
    finishGeneratorLoop(.borrowed(step.generator))
    let error = raised(types.stopAsyncIteration, arguments: [])
    stopStep(it, by: error)
    return error
  }

  /// A step ends with an exception.
  func stopStep(_ it: Slot, by error: Raised) {
    unsafeDowncast(it.object, to: AsyncGeneratorStep.self).end()
    let type = error.exception.type
    if type.isSubtype(of: types.stopAsyncIteration) || type.isSubtype(of: types.generatorExit) {
      unsafeDowncast(it.object, to: AsyncGeneratorStep.self).generator.isClosed = true
    }
  }
}
