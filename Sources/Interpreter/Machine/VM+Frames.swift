// Frames come and go. Above `top` no slot of the stack holds an object, though it may hold the bits of a number: a new frame
// makes its variables undefined, and a frame that ends releases what is left of its registers.

extension VM {
  /// Undefined slots between a frame's registers and the next frame of native code, where `callNative` puts the
  /// defaults of arguments that are missing at the end of the registers.
  @inline(__always) static var spareRegisters: Int { 6 }

  /// Pushes the frame of a Python function whose parameters lie at `base` above `caller`.
  ///
  /// Records above the innermost frame have no locals, no generator and no handled exception and are not hollow: whoever
  /// removes a frame leaves it so.
  @inline(__always)
  func pushFrame(
    _ caller: FramePointer, _ function: Unmanaged<FunctionObject>, _ header: UnsafeMutablePointer<CodeHeader>,
    _ base: Register, _ i: InstructionPointer, kind: FrameRecord.Kind
  ) throws(Raised) -> FramePointer {
    let end = base.at(header.pointee.frameSize)
    if _slowPath(caller >= frameLimit || end >= stackLimit) { throw recursionError() }
    if _slowPath(pollFlag.isSet) { try pollAtCall(caller, end, header) }
    let frame = caller + 1
    // All loads first: so two of them and the stores of what they load become one.
    let (returnRegister, functionRegister) = (i.pointee.a, i.pointee.b)
    let instructions = header.pointee.instructions
    let (globals, closure) = function._withUnsafeGuaranteedRef { ($0.globalsRef, $0.closureItems) }
    current = frame
    frame.pointee.header = header
    frame.pointee.base = base
    frame.pointee.pc = instructions
    frame.pointee.globals = globals
    frame.pointee.closure = closure
    frame.pointee.end = end
    frame.pointee.returnRegister = returnRegister
    frame.pointee.functionRegister = functionRegister
    frame.pointee.kind = kind
    clearVariables(base, header)
    return frame
  }

  /// Pushes the frame of a function whose parameters were bound in place. When that fails, none of those from the
  /// `first` on is left: they may lie above the caller's frame, where no slot may hold an object.
  @inline(__always)
  func pushBoundFrame(
    _ caller: FramePointer, _ function: Unmanaged<FunctionObject>, _ header: UnsafeMutablePointer<CodeHeader>,
    _ base: Register, _ i: InstructionPointer, kind: FrameRecord.Kind, from first: Int
  ) throws(Raised) {
    do throws(Raised) {
      _ = try pushFrame(caller, function, header, base, i, kind: kind)
    } catch {
      for k in first..<max(first, header.pointee.parameterCount) { (base + k).clear() }
      throw error
    }
  }

  /// Makes the variables of a new frame undefined that are no parameters.
  @inline(__always)
  func clearVariables(_ base: Register, _ header: UnsafeMutablePointer<CodeHeader>) {
    var left = header.pointee.variableCount
    if left == 0 { return }
    var place = base + header.pointee.parameterCount
    while left > 0 {
      place.pointee = .undefined
      place += 1
      left &-= 1
    }
  }

  /// Releases the registers of a frame that returns, up to a distance in bytes.
  @inline(__always)
  func releaseRegisters(_ base: Register, _ distance: Int) {
    // The frame is still there while objects die: their `__del__` may run Python code above it.
    var place = base
    let end = base.at(distance)
    while place != end {
      let old = place.pointee
      if old.tag == Tag.object {
        place.pointee = .undefined
        Slot.releaseObject(old.pointer)
      }
      place += 1
    }
  }

  /// `poll` before a call whose arguments may lie above the registers of the caller.
  @inline(never)
  private func pollAtCall(
    _ caller: FramePointer, _ end: Register, _ header: UnsafeMutablePointer<CodeHeader>
  ) throws(Raised) {
    if isTracing { prepareTracing(header) }
    let saved = caller.pointee.end
    caller.pointee.end = max(saved, end)
    defer { caller.pointee.end = saved }
    try poll(caller, caller.pointee.pc)
  }

  /// Releases the registers of the topmost frame and removes it.
  @inline(__always)
  func popFrame(_ frame: FramePointer) {
    releaseRegisters(frame.pointee.base, frame.pointee.header.pointee.registerCount &* MemoryLayout<Slot>.stride)
    current = frame - 1
  }

  /// A return that ends something else than an ordinary call, with its `result` (owned). Where to go on; nil: the loop
  /// ends with the result.
  @inline(never)
  func finishReturn(_ frame: FramePointer, _ i: InstructionPointer, _ result: Slot) throws(Raised) -> FramePointer? {
    let kind = frame.pointee.kind
    if kind == .entry || kind == .generator {
      frame.pointee.pc = i + 1
      releaseRegisters(frame.pointee.base, i.rb)
      leaveWholeFrame(frame)
      return nil
    }
    if kind == .constructor && !result.isNone {
      let type = self.type(of: result).name
      result.release()
      throw typeError("__init__() should return None, not '\(type)'")
    }
    releaseRegisters(frame.pointee.base, i.rb)
    if kind.isGenerator { leaveWholeFrame(frame) } else { current = frame - 1 }
    let caller = frame - 1
    if caller.pointee.isHollow { fill(caller) }
    let base = caller.pointee.base
    let (target, function) = (base.at(frame.pointee.returnRegister), base.at(frame.pointee.functionRegister))
    switch kind {
    case .binary, .item:
      do throws(Raised) {
        try finishBinary(caller, caller.pointee.pc - 1, function - base, result, mayDecline: kind == .binary)
      } catch {
        // Raised by the instruction of the caller.
        interruptedJump = caller.pointee.pc
        throw error
      }
    case .setter:
      function.clear()
      result.release()
    case .generatorLoop:
      // A generator of a `for` loop ended: the extension word before `pc` says where the loop ends.
      result.release()
      finishGeneratorLoop(function.pointee)
      function.clear()
      caller.pointee.pc += (caller.pointee.pc - 1).bc
    case .generatorSend:
      finishGeneratorLoop(function.pointee)
      function.clear()
      target.put(result)
      caller.pointee.pc += (caller.pointee.pc - 1).bc
    case .asyncStep:
      result.release()
      interruptedJump = caller.pointee.pc
      throw endStep(function.pointee)
    case .constructor:
      if function != target { target.put(function.take()) }
    case .call, .entry, .generator:
      if function != target { function.clear() }
      target.put(result)
    }
    return caller
  }

  /// The same for frames that native code entered or that end by an exception.
  @inline(never)
  func popWholeFrame(_ frame: FramePointer) {
    popFrame(frame)
    leaveWholeFrame(frame)
  }

  /// Removes a frame whose registers are released with all that it has.
  @inline(__always)
  private func leaveWholeFrame(_ frame: FramePointer) {
    current = frame - 1
    frame.pointee.locals = nil
    frame.pointee.generator = nil
    if !frame.pointee.handled.isUndefined { dropHandled(frame) }
  }

  @inline(never)
  private func dropHandled(_ frame: FramePointer) {
    let old = frame.pointee.handled
    frame.pointee.handled = .undefined
    handledCount &-= 1
    old.release()
  }

  /// Clears `count` registers from `base`.
  func clearRegisters(_ base: Register, _ count: Int) {
    for r in 0..<count { (base + r).clear() }
  }

  // MARK: Names of the innermost frame

  /// Globals of the innermost Python frame.
  package var currentGlobals: DictObject? {
    frameCount > 0 ? current.pointee.globals.reference : nil
  }
  /// Locals mapping of the innermost Python frame: of functions a new dict of the bound variables.
  package var currentLocals: DictObject? {
    guard frameCount > 0 else { return nil }
    let frame = current
    if let locals = frame.pointee.locals?.reference as? DictObject { return locals }
    guard let code = frame.pointee.header.pointee.code?.reference,
      !code.codeFlags.isDisjoint(with: [.optimized, .newLocals])
    else { return currentGlobals }
    let dict = DictObject(self)
    for k in 0..<code.parts.localNames.count {
      var value = frame.pointee.base[k]
      if value.isKind(.cell) { value = unsafeDowncast(value.object, to: CellObject.self).content }
      if !value.isUndefined { dict.set(name: code.localNames[k], value) }
    }
    if let closure = frame.pointee.closure {
      for (k, name) in code.parts.freeNames.enumerated() {
        let value = unsafeDowncast(closure[k].object, to: CellObject.self).content
        if !value.isUndefined { dict.set(self, name, value.value) }
      }
    }
    return dict
  }
}
