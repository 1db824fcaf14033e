import Syntax

/// A frame as Python sees it, a snapshot; the frame of a generator shows where that is.
package final class FrameObject: Object {
  package let code: Code
  package private(set) var instruction: Int
  /// Globals and local variables, when they are known.
  package let globals: DictObject?
  package private(set) var locals: DictObject?
  private let back: FrameObject?
  /// The generator whose frame it is.
  private let generator: GeneratorObject?
  /// Number of the frame on the stack while it runs, else -1.
  private var number: Int
  /// Whether it stands for the frame of that number as long as there is tracing, and is no snapshot.
  var isLive: Bool
  /// `f_trace`, `f_trace_lines`, `f_trace_opcodes`.
  var trace: Value?
  private(set) var tracesLines = true
  private(set) var tracesOpcodes = false
  /// The line and the instruction that were told last.
  var lastLine = -1
  var lastIndex = -1
  /// The test of a loop that is about to be entered there.
  var loopEntry = -1
  /// The line that `f_lineno` shows while a call is told or the frame is to go on elsewhere.
  var shownLine: Int?
  /// The native function that the frame has called.
  var pendingCall: Value?
  /// The variables were asked for while the frame was traced.
  private var areLocalsCopied = false

  init(
    _ vm: VM, code: Code, instruction: Int, globals: DictObject? = nil, locals: DictObject? = nil,
    back: FrameObject? = nil, generator: GeneratorObject? = nil, number: Int = -1, isLive: Bool = false
  ) {
    self.code = code
    self.instruction = instruction
    self.globals = globals
    self.locals = locals
    self.back = back
    self.generator = generator
    self.number = number
    self.isLive = isLive
    super.init(kind: .frame, type: vm.types.frame, tracked: true)
  }
  public override func traverse(_ visit: (Slot) -> Void) {
    if let globals { visit(.held(globals)) }
    if let locals { visit(.held(locals)) }
    if let back { visit(.held(back)) }
    if let generator { visit(.held(generator)) }
  }

  /// Whether code runs in it, as far as can be told.
  private func isRunning(_ vm: VM) -> Bool {
    if let generator { return generator.state == .running }
    return number >= 0 && vm.debugPlace(number)?.code === code
  }

  private func line(_ vm: VM) -> Int {
    if let shownLine { return shownLine }
    if isLive, let (_, index) = vm.debugPlace(number) { return told(Int(code.span(at: index).line)) }
    guard let generator, generator.state == .created || generator.state == .suspended else {
      return told(Int(code.span(at: instruction).line))
    }
    if generator.state == .created { return code.parts.firstLine }
    return Int(code.span(at: max(0, (generator.pc - generator.header.pointee.instructions) &- 1)).line)
  }

  /// What ends a function by itself stands at no line: then it is the last one.
  private func told(_ line: Int) -> Int {
    if line > 0 { return line }
    return lastLine > 0 ? lastLine : Int(code.parts.spans.last { $0.line > 0 }?.line ?? Int32(code.parts.firstLine))
  }

  private func localVariables(_ vm: VM) -> DictObject {
    if isLive, isRunning(vm), let found = vm.debugLocals(number) {
      if areLocalsCopied, let locals { return locals }
      locals = found
      areLocalsCopied = vm.debugNamespace(number) == nil && found !== globals
      return found
    }
    if let generator, let found = vm.debugLocals(of: generator) { return found }
    if let locals { return locals }
    // Who asks for a caller's variables asks while the caller runs.
    if isRunning(vm), let found = vm.debugLocals(number) {
      locals = found
      return found
    }
    return DictObject(vm)
  }

  public override func repr(_ vm: VM) throws(Raised) -> StrObject {
    let file = try vm.repr(.object(vm.string(code.parts.filename))).string
    return vm.string("<frame at \(vm.addressText(self)), file \(file), line \(line(vm)), code \(code.parts.name)>")
  }
  private func caller(_ vm: VM) -> FrameObject? {
    if let generator { return vm.caller(of: generator) }
    if isLive { return vm.tracedFrame(number &- 1) }
    if back == nil, number > 0, isRunning(vm) {
      return vm.frameObject(depth: vm.debugFrameCount &- number) as? FrameObject
    }
    return back
  }

  private static func flag(_ vm: VM, _ value: Value?) throws(Raised) -> Bool {
    guard let value else { throw vm.typeError("can't delete numeric/char attribute") }
    guard value.kind == .bool else { throw vm.typeError("attribute value type must be bool") }
    return try vm.truth(value)
  }

  // MARK: Tracing

  /// The instruction that runs, or ran last.
  private func place(_ vm: VM) -> Int {
    max(0, isLive ? vm.debugPlace(number)?.index ?? instruction : instruction)
  }

  /// Lets the variables be copied anew.
  func forgetLocals() { areLocalsCopied = false }

  /// Puts what a trace function has changed in `f_locals` into the variables.
  func writeLocals(_ vm: VM) {
    guard areLocalsCopied, let locals else { return }
    areLocalsCopied = false
    if isLive, isRunning(vm) { vm.writeLocals(number, locals) }
  }

  /// The frame ends at an instruction: it stays as it is now.
  func end(_ vm: VM, at index: Int) {
    guard isLive else { return }
    if trace != nil || keptElsewhere { locals = vm.debugLocals(number) }
    instruction = index
    isLive = false
    number = -1
    trace = nil
  }

  /// Whether someone may ask for the variables after the end.
  private var keptElsewhere: Bool { slotReferences > 0 }

  /// Declares what Python sees.
  static func populate(_ type: TypeObject, _ vm: VM) {
    type.specials(vm, [.repr])
    func me(_ value: Value) -> FrameObject { unsafeDowncast(value.borrowed.object, to: FrameObject.self) }
    type.attribute(vm, "f_code", get: { (_, v) in .object(me(v).code) })
    type.attribute(vm, "f_back", get: { (vm, v) in me(v).caller(vm).map { .object($0) } ?? .none })
    type.attribute(vm, "f_lasti", get: { (vm, v) in
      .int(me(v).generator?.state == .created ? 0 : me(v).place(vm) &* 2)
    })
    type.attribute(vm, "f_globals", get: { (vm, v) in
      .object(me(v).globals ?? me(v).generator?.function.globals ?? DictObject(vm))
    })
    type.attribute(vm, "f_locals", get: { (vm, v) in .object(me(v).localVariables(vm)) })
    type.attribute(vm, "f_builtins", get: { (vm, _) in .object(vm.builtins) })
    type.attribute(
      vm, "f_lineno", get: { (vm, v) in .int(me(v).line(vm)) },
      set: { (vm, v, value) throws(Raised) in
        guard let value else { throw vm.attributeError("cannot delete attribute") }
        guard value.kind == .int else { throw vm.valueError("lineno must be an integer") }
        try vm.jump(me(v), me(v).number, to: try vm.index(value))
      })
    type.attribute(
      vm, "f_trace", get: { (_, v) in me(v).trace ?? .none },
      set: { (vm, v, value) in
        let frame = me(v)
        frame.trace = value.flatMap { $0.isNone ? nil : $0 }
        if frame.trace != nil && !frame.isLive && frame.number >= 0 { vm.register(frame, frame.number) }
      })
    type.attribute(
      vm, "f_trace_lines", get: { (_, v) in .bool(me(v).tracesLines) },
      set: { (vm, v, value) throws(Raised) in me(v).tracesLines = try flag(vm, value) })
    type.attribute(
      vm, "f_trace_opcodes", get: { (_, v) in .bool(me(v).tracesOpcodes) },
      set: { (vm, v, value) throws(Raised) in me(v).tracesOpcodes = try flag(vm, value) })
    type.method(vm, "clear(self, /)", "Clears most references held by the frame.") { (vm, args) throws(Raised) in
      guard case .object(let o) = args[0], let frame = o as? FrameObject else { return .none }
      if frame.isRunning(vm) { throw vm.runtimeError("cannot clear an executing frame") }
      if let generator = frame.generator, generator.state != .finished {
        try vm.close(generator)
      }
      // A module's variables live on without the frame.
      if frame.code.parts.flags.contains(.newLocals) { frame.locals = nil }
      return .none
    }
  }
}

extension VM {
  /// `sys._getframe(depth)`; nil when the stack is not that deep.
  package func frameObject(depth: Int) -> Object? {
    let number = frameCount &- 1 &- depth
    if let tracer, tracer.isActive, let frame = tracedFrame(number) { return frame }
    return number < 0 ? nil : frameObject(number: number, levels: 64)
  }

  /// The frame of a number as an object, with its callers as far as `levels` goes.
  private func frameObject(number: Int, levels: Int) -> FrameObject? {
    let frame = frames + (number &+ 1)
    guard number >= 0, let code = frame.pointee.header.pointee.code?.reference else { return nil }
    let instruction = (frame.pointee.pc - frame.pointee.header.pointee.instructions) &- 1
    return FrameObject(
      self, code: code, instruction: max(0, instruction), globals: frame.pointee.globals.reference,
      locals: frame.pointee.locals?.reference as? DictObject,
      back: levels > 0 ? frameObject(number: number &- 1, levels: levels &- 1) : nil, number: number)
  }

  /// `gi_frame`: the frame of a generator that has not ended.
  func frameObject(of generator: GeneratorObject) -> FrameObject? {
    if generator.state == .finished { return nil }
    let code = generator.code
    let index = (generator.pc - generator.header.pointee.instructions) &- 1
    return FrameObject(
      self, code: code, instruction: max(0, index), globals: generator.function.globals, generator: generator)
  }

  /// The frame that resumed a generator that runs; nil: it does not run.
  func caller(of generator: GeneratorObject) -> FrameObject? {
    guard generator.state == .running, let number = number(of: generator) else { return nil }
    return frameObject(number: number &- 1, levels: 64)
  }

  private func number(of generator: GeneratorObject) -> Int? {
    let wanted = Unmanaged.passUnretained(generator as Object).toOpaque()
    return (0..<frameCount).reversed().first { frames[$0 &+ 1].generator?.toOpaque() == wanted }
  }

  /// Local variables of a generator; nil once it has ended.
  func debugLocals(of generator: GeneratorObject) -> DictObject? {
    if let number = number(of: generator) { return debugLocals(number) }
    guard generator.state != .finished, let registers = generator.registers else { return nil }
    return debugLocals(generator.code, registers, generator.function.closureItems)
  }
}
