// `sys.settrace` and `sys.setprofile`. Nothing in the loop knows of them: while a function is set, every code object that
// is entered gets traps (`Traps`) at the places where something is to be told: its first instruction, the starts of lines,
// the targets of jumps, what leaves the frame. Frames that native code pushes ask `VM.isTracing`; those that the loop
// pushes are seen by the poll before a call, whose flag stays set. Exceptions are told of by `unwind`.

/// What one thread has set, and the frames of its stack that have been told of.
package final class Tracer {
  /// What `sys.settrace` set.
  fileprivate(set) var traceFunction: Value?
  /// What `sys.setprofile` set.
  fileprivate(set) var profileFunction: Value?
  /// Frames whose start was told or happened before tracing began, by their number.
  fileprivate var frames: [Int: FrameObject] = [:]
  /// A trace function runs: what it does is not traced.
  fileprivate(set) var isBusy = false
  /// The frame that is being told of; those above it are the trace function's.
  fileprivate var busyNumber = 0
  /// Where `f_lineno` was set to go on, while a line is told.
  fileprivate var target: Int?

  var isActive: Bool { traceFunction != nil || profileFunction != nil }
  /// Whether events are to be told now.
  fileprivate var listens: Bool { isActive && !isBusy }

  enum Event: String {
    case call, line, opcode
    case leave = "return"
    case exception
    case nativeCall = "c_call"
    case nativeReturn = "c_return"
    case nativeException = "c_exception"

    /// Whether `sys.settrace` and `sys.setprofile` hear of it.
    var isTraced: Bool { self == .call || self == .line || self == .opcode || self == .leave || self == .exception }
    var isProfiled: Bool { self != .line && self != .opcode && self != .exception }
  }
}

extension VM {
  // MARK: Setting

  /// `sys.settrace(function)`; nil ends it.
  package func setTrace(_ function: Value?) {
    let wasActive = tracer?.isActive ?? false
    if function == nil && tracer == nil { return }
    let tracer = ownTracer
    tracer.traceFunction = function
    changeTracing(tracer, wasActive)
  }

  /// `sys.setprofile(function)`; nil ends it.
  package func setProfile(_ function: Value?) {
    let wasActive = tracer?.isActive ?? false
    if function == nil && tracer == nil { return }
    let tracer = ownTracer
    tracer.profileFunction = function
    changeTracing(tracer, wasActive)
    if function != nil { makeTraps().tracesCalls = true }
  }

  /// What `sys.settrace` set.
  package var traceFunction: Value? { tracer?.traceFunction }
  /// What `sys.setprofile` set.
  package var profileFunction: Value? { tracer?.profileFunction }

  /// The tracer of the running thread.
  private var ownTracer: Tracer {
    if let tracer { return tracer }
    let made = Tracer()
    tracer = made
    return made
  }

  private func changeTracing(_ tracer: Tracer, _ wasActive: Bool) {
    if tracer.isActive && !wasActive {
      tracingThreads &+= 1
      isTracing = true
      // A frame may have ended, and another one come in its place, since something was set in it.
      tracer.frames = tracer.frames.filter { number, frame in debugPlace(number)?.code === frame.code }
      for frame in tracer.frames.values { frame.isLive = true }
      for number in 0..<frameCount { prepare(number) }
      requestPoll()
    } else if !tracer.isActive && wasActive {
      tracingThreads &-= 1
      isTracing = tracingThreads > 0
      if !isTracing { traps?.stopTracing() }
      // They end unseen from now on.
      for frame in tracer.frames.values { frame.isLive = false }
    }
  }

  /// Called when a thread ends that may have set something.
  func endTracing() {
    setTrace(nil)
    setProfile(nil)
    tracer = nil
  }

  /// The traps of the machine, which a debugger and trace functions share.
  package func makeTraps() -> Traps {
    if let traps { return traps }
    let made = Traps()
    traps = made
    return made
  }

  // MARK: Frames

  /// The frame of a number as the one object that stands for it while there is tracing.
  func tracedFrame(_ number: Int) -> FrameObject? {
    guard let tracer, let (code, index) = debugPlace(number) else { return nil }
    if let known = tracer.frames[number], known.code === code { return known }
    let made = FrameObject(
      self, code: code, instruction: index, globals: debugGlobals(number), locals: debugNamespace(number),
      number: number, isLive: true)
    made.lastLine = Int(code.span(at: index).line)
    made.lastIndex = index
    // Frames of the trace function end unseen.
    if !(tracer.isBusy && number > tracer.busyNumber) { tracer.frames[number] = made }
    return made
  }

  /// Makes a frame that Python code got before the one that stands for its number.
  func register(_ frame: FrameObject, _ number: Int) {
    guard let (code, index) = debugPlace(number), code === frame.code else { return }
    let tracer = ownTracer
    if tracer.isBusy && number > tracer.busyNumber { return }
    tracer.frames[number] = frame
    frame.isLive = tracer.isActive
    (frame.lastLine, frame.lastIndex) = (Int(code.span(at: index).line), index)
    if tracer.isActive { prepare(number) }
  }

  /// A frame that was there before tracing began: what it does from now on is told to its own function, if it has one.
  private func prepare(_ number: Int) {
    guard let code = debugPlace(number)?.code else { return }
    _ = tracedFrame(number)
    makeTraps().trace(code)
  }

  /// Code that is about to run.
  func prepareTracing(_ header: UnsafeMutablePointer<CodeHeader>) {
    guard let tracer, tracer.listens, let code = header.pointee.code?.reference else { return }
    makeTraps().trace(code)
  }

  // MARK: Events

  /// A trap of tracing in a frame, before its instruction runs.
  func traceTrap(_ number: Int, _ code: Code, _ index: Int) throws(Raised) -> Int? {
    guard let tracer, tracer.listens else { return nil }
    let frame = try enteredFrame(tracer, number, code, index)
    guard tracer.isActive else { return nil }
    if let called = frame.pendingCall {
      frame.pendingCall = nil
      try tell(tracer, .nativeReturn, number, frame, called)
    }
    let i = code.header.pointee.instructions + index
    let opcode = opcode(at: i)
    for silent in code.parts.silentLines where silent.index == index {
      if let target = try traceSilentLine(tracer, number, frame, silent.line, index) { return target }
    }
    if let target = try traceLine(tracer, number, frame, code, index, opcode) { return target }
    if frame.tracesOpcodes && frame.trace != nil { try tell(tracer, .opcode, number, frame, .none) }
    switch opcode {
    case .returnNone: try leave(tracer, number, frame, .none)
    case .returnValue:
      let value = (frames + (number &+ 1)).pointee.base[i.a]
      if !value.isUndefined {
        let returned = value.value
        try leave(tracer, number, frame, returned)
        try tellStop(tracer, number, returned)
      }
    case .yieldValue:
      let value = (frames + (number &+ 1)).pointee.base[i.b]
      if !value.isUndefined { try leave(tracer, number, frame, value.value) }
    case .call, .callMethod, .callKw, .callEx:
      if tracer.profileFunction != nil { try traceNativeCall(tracer, number, frame, i, opcode) }
    default: break
    }
    return nil
  }

  /// The object of a frame, whose start is told when that has not happened.
  private func enteredFrame(
    _ tracer: Tracer, _ number: Int, _ code: Code, _ index: Int
  ) throws(Raised) -> FrameObject {
    if let known = tracer.frames[number], known.code === code { return known }
    tracer.frames[number] = nil
    guard let made = tracedFrame(number) else { throw raised(types.systemError, "no frame to trace") }
    (made.lastLine, made.lastIndex) = (-1, -1)
    let before = code.header.pointee.instructions + (index &- 1)
    if index > 0, opcode(at: before) == .yieldValue {
      // A generator goes on at the line where it waited.
      made.lastLine = Int(code.span(at: index &- 1).line)
      made.shownLine = made.lastLine
    } else if index == 0 {
      made.shownLine = code.parts.name == "<module>" ? 0 : code.parts.firstLine
    }
    defer { made.shownLine = nil }
    try tell(tracer, .call, number, made, .none)
    return made
  }

  /// Tells of a line. Where the frame goes on, when the function has said so.
  private func traceLine(
    _ tracer: Tracer, _ number: Int, _ frame: FrameObject, _ code: Code, _ index: Int, _ opcode: Opcode
  ) throws(Raised) -> Int? {
    let line = Int(code.span(at: index).line)
    if line <= 0 { return nil }
    var last = index
    switch opcode {
    case .makeCell, .copyToCell:
      // What is done on entry belongs to no line.
      if line == code.parts.firstLine { return nil }
    case .jump, .jumpBack:
      // The end of a loop is told of as its head, to which it goes.
      let target = index &+ 1 &+ Int(code.header.pointee.instructions[index].bc)
      if code.span(at: target).line == code.span(at: index).line {
        if opcode == .jumpBack { return nil }
        // A loop is entered at its test, which lies behind the body.
        frame.loopEntry = target
      }
    default:
      if frame.loopEntry == index { last = -1 }
      frame.loopEntry = -1
    }
    let isNew = line != frame.lastLine || index <= frame.lastIndex
    frame.lastLine = line
    frame.lastIndex = last
    return isNew ? try tellLine(tracer, number, frame) : nil
  }

  /// Tells of a line that has no instructions.
  private func traceSilentLine(
    _ tracer: Tracer, _ number: Int, _ frame: FrameObject, _ line: Int, _ index: Int
  ) throws(Raised) -> Int? {
    let isNew = line != frame.lastLine || index <= frame.lastIndex
    frame.lastLine = line
    frame.lastIndex = index &- 1
    guard isNew else { return nil }
    frame.shownLine = line
    defer { frame.shownLine = nil }
    return try tellLine(tracer, number, frame)
  }

  private func tellLine(_ tracer: Tracer, _ number: Int, _ frame: FrameObject) throws(Raised) -> Int? {
    guard frame.trace != nil, frame.tracesLines else { return nil }
    tracer.target = nil
    try tell(tracer, .line, number, frame, .none)
    guard let target = tracer.target, let code = debugPlace(number)?.code else { return nil }
    tracer.target = nil
    let needed = Verifier.temporaries(of: code.parts, at: target) ?? []
    let base = (frames + (number &+ 1)).pointee.base
    for r in code.parts.localNames.count..<max(code.parts.localNames.count, code.parts.registerCount)
    where !needed.contains(r) { (base + r).clear() }
    frame.shownLine = nil
    frame.lastLine = -1
    frame.lastIndex = -1
    return target
  }

  /// Tells that a frame ends or yields.
  private func leave(_ tracer: Tracer, _ number: Int, _ frame: FrameObject, _ value: Value) throws(Raised) {
    defer { forget(tracer, number, frame) }
    try tell(tracer, .leave, number, frame, value)
  }

  private func forget(_ tracer: Tracer, _ number: Int, _ frame: FrameObject) {
    if let index = debugPlace(number)?.index { frame.end(self, at: index) }
    if tracer.frames[number] === frame { tracer.frames[number] = nil }
  }

  /// What a generator returns to a `for` comes to the loop in an exception, of which a trace function hears.
  private func tellStop(_ tracer: Tracer, _ number: Int, _ returned: Value) throws(Raised) {
    guard !returned.isNone, (frames + (number &+ 1)).pointee.kind == .generatorLoop, tracer.listens,
      let loop = tracer.frames[number &- 1], loop.trace != nil
    else { return }
    let stop = raised(types.stopIteration, arguments: [returned]).exception
    try tell(tracer, .exception, number &- 1, loop, aboutException(stop))
  }

  /// What an `exception` event tells: type, value, traceback.
  private func aboutException(_ exception: ExceptionObject) -> Value {
    .object(TupleObject.make(self, [.object(exception.type), .object(exception), tracebackObject(exception)]))
  }

  private func traceNativeCall(
    _ tracer: Tracer, _ number: Int, _ frame: FrameObject, _ i: InstructionPointer, _ opcode: Opcode
  ) throws(Raised) {
    let base = (frames + (number &+ 1)).pointee.base
    let callee = base[i.b]
    guard callee.isObject, callee.isKind(.nativeFunction) || callee.isKind(.boundMethod) else { return }
    var called = callee.value
    if opcode == .callMethod || opcode == .callKw, !base[i.b &+ 1].isUndefined, callee.isKind(.nativeFunction) {
      let receiver = base[i.b &+ 1].value
      called = try bindDescriptor(callee, receiver, type(of: receiver))
    }
    if callee.isKind(.boundMethod), try !isNative(called) { return }
    try tell(tracer, .nativeCall, number, frame, called)
    if tracer.profileFunction != nil { frame.pendingCall = called }
  }

  private func isNative(_ value: Value) throws(Raised) -> Bool {
    guard case .object(let o) = value, let method = o as? BoundMethod else { return true }
    return method.function.isKind(.nativeFunction)
  }

  /// An exception has come to a frame. `isNew`: it was not just raised again there.
  func traceException(
    _ exception: ExceptionObject, _ frame: FramePointer, _ code: Code, _ index: Int, isNew: Bool
  ) throws(Raised) {
    guard let tracer, tracer.listens else { return }
    let number = frame - frames &- 1
    let object: FrameObject
    if let known = tracer.frames[number], known.code === code {
      object = known
    } else {
      object = try enteredFrame(tracer, number, code, index &+ 1)
    }
    if let called = object.pendingCall {
      object.pendingCall = nil
      try tell(tracer, .nativeException, number, object, called)
    }
    if let last = exception.traceback.indices.last, exception.traceback[last].codeObject === code {
      exception.traceback[last].keep(object)
    }
    guard isNew, object.trace != nil else { return }
    try tell(tracer, .exception, number, object, aboutException(exception))
  }

  /// A frame is left by an exception.
  func traceLeaving(_ frame: FramePointer) throws(Raised) {
    guard let tracer, tracer.listens else { return }
    let number = frame - frames &- 1
    guard let object = tracer.frames[number] else { return }
    try leave(tracer, number, object, .none)
  }

  /// Calls the functions that hear of an event.
  private func tell(
    _ tracer: Tracer, _ event: Tracer.Event, _ number: Int, _ frame: FrameObject, _ argument: Value
  ) throws(Raised) {
    if event.isTraced, let global = tracer.traceFunction, let function = event == .call ? global : frame.trace {
      do throws(Raised) {
        let answer = try callTracer(tracer, function, event, number, frame, argument)
        if !answer.isNone && tracer.traceFunction != nil { frame.trace = answer }
      } catch {
        frame.trace = nil
        setTrace(nil)
        throw error
      }
    }
    // A frame that was there before has no beginning for the profiler either, but an end.
    if event.isProfiled, let function = tracer.profileFunction {
      do throws(Raised) {
        _ = try callTracer(tracer, function, event, number, frame, argument)
      } catch {
        setProfile(nil)
        throw error
      }
    }
  }

  private func callTracer(
    _ tracer: Tracer, _ function: Value, _ event: Tracer.Event, _ number: Int, _ frame: FrameObject, _ argument: Value
  ) throws(Raised) -> Value {
    tracer.isBusy = true
    tracer.busyNumber = number
    frame.forgetLocals()
    // What the instruction at hand holds stays as it is.
    let (saved, skipped) = (generatorResult, skipTraceback)
    defer {
      tracer.isBusy = false
      frame.writeLocals(self)
      (generatorResult, skipTraceback) = (saved, skipped)
    }
    return try call(function, [.object(frame), .object(intern(event.rawValue)), argument])
  }

  /// Runs `body` from a trace function as if it were none: what it does is traced.
  package func whileTracing(_ body: () throws(Raised) -> Value) throws(Raised) -> Value {
    guard let tracer, tracer.isBusy else { return try body() }
    tracer.isBusy = false
    defer { tracer.isBusy = true }
    return try body()
  }

  /// Sets where a frame goes on, `frame.f_lineno = line`; only while its line is told.
  func jump(_ frame: FrameObject, _ number: Int, to line: Int) throws(Raised) {
    guard let tracer, tracer.isBusy, tracer.busyNumber == number, tracer.frames[number] === frame,
      let (code, index) = debugPlace(number)
    else {
      throw valueError("f_lineno can only be set by a trace function")
    }
    let target = try code.jumpTarget(self, from: index, to: line)
    let record = frames + (number &+ 1)
    let (held, needed) = (Verifier.temporaries(of: code.parts, at: index), Verifier.temporaries(of: code.parts, at: target))
    // An exception that is being handled would stay so.
    if !record.pointee.handled.isUndefined, held != needed { throw valueError("can't jump out of a handler") }
    tracer.target = target
    frame.shownLine = Int(code.span(at: target).line)
  }

  /// The opcode of an instruction, on which a trap may stand.
  @inline(__always)
  func opcode(at i: InstructionPointer) -> Opcode {
    let opcode = i.pointee.opcode
    return _fastPath(opcode != .trap) ? opcode : traps?.opcode(at: i) ?? opcode
  }
}
