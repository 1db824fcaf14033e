// Calls. A call's window is `function, arguments...` in consecutive registers; the arguments become the callee's
// first registers.

extension VM {
  // MARK: From native code

  /// Runs a code object as a frame of its own: modules, cells, class bodies, exec.
  package func runCode(
    _ code: Code, globals: DictObject, locals: Object? = nil, function: FunctionObject? = nil
  ) throws(Raised) -> Value {
    let base = top
    let end = base + (code.header.pointee.registerCount &+ VM.spareRegisters)
    try enterNative()
    leaveNative()
    if end >= stackLimit { throw recursionError() }
    let frame = current + 1
    current = frame
    frame.initialize(
      to: FrameRecord(
        header: code.header, base: base, pc: code.header.pointee.instructions,
        globals: Unmanaged.passUnretained(globals), locals: locals.map { Unmanaged.passUnretained($0) },
        closure: function?.closureItems, handled: .undefined, generator: nil, end: end, returnRegister: 0,
        functionRegister: 0, kind: .entry))
    // All of them: a function's code may be run without arguments.
    base.update(repeating: .undefined, count: code.header.pointee.parameterCount &+ code.header.pointee.variableCount)
    let result = try withExtendedLifetime((code, globals, locals, function)) { () throws(Raised) in try run() }
    return consume(result)
  }

  /// The value of an owned slot, whose count is given up.
  @inline(__always)
  func consume(_ slot: Slot) -> Value {
    let value = slot.value
    slot.release()
    return value
  }

  /// Calls a Python function from native code.
  func callFunction(_ function: FunctionObject, _ arguments: Arguments) throws(Raised) -> Value {
    let header = function.header
    if _slowPath(header.pointee.isDeferred) { function.code.complete() }
    let base = top
    if header.pointee.simpleCount == arguments.count && arguments.keywordNames == nil {
      let end = base + (header.pointee.registerCount &+ VM.spareRegisters)
      if current >= frameLimit || end >= stackLimit { throw recursionError() }
      for k in 0..<arguments.count {
        let value = arguments.base[k]
        value.retain()
        base[k] = value
      }
      let result = try withExtendedLifetime(function) { () throws(Raised) in
        try runEntry(Unmanaged.passUnretained(function), header, base, end)
      }
      return consume(result)
    }
    if current >= frameLimit || base + (header.pointee.registerCount &+ arguments.count &+ VM.spareRegisters) >= stackLimit {
      throw recursionError()
    }
    if header.pointee.isSimple && header.pointee.argCount == arguments.count && arguments.keywordNames == nil {
      for k in 0..<arguments.count {
        arguments.base[k].retain()
        base[k] = arguments.base[k]
      }
    } else {
      try bindPython(function, arguments, into: base)
    }
    if header.pointee.isGenerator {
      return consume(
        GeneratorObject.slot(self, Unmanaged.passUnretained(function), moving: base, count: header.pointee.parameterCount))
    }
    let frame = current + 1
    current = frame
    frame.initialize(
      to: FrameRecord(
        header: header, base: base, pc: header.pointee.instructions, globals: function.globalsRef, locals: nil,
        closure: function.closureItems, handled: .undefined, generator: nil,
        end: base + (header.pointee.registerCount &+ VM.spareRegisters), returnRegister: 0,
        functionRegister: 0, kind: .entry))
    clearVariables(base, header)
    let result = try withExtendedLifetime(function) { () throws(Raised) in try run() }
    return consume(result)
  }

  // MARK: From the loop; each answers true when it pushed a frame

  /// A Python function with missing defaults, variadic parameters, keywords, or a generator.
  @inline(never)
  func callGeneral(
    _ callee: Unmanaged<FunctionObject>, _ arguments: Register, _ count: Int, _ keywordNames: TupleObject?,
    _ i: InstructionPointer, kind: FrameRecord.Kind = .call
  ) throws(Raised) -> Bool {
    // (References to the function would be counted.)
    let (header, defaults, given) = callee._withUnsafeGuaranteedRef { ($0.header, $0.defaults, $0.defaultCount) }
    if _slowPath(header.pointee.isDeferred) { callee.reference.code.complete() }
    let frame = current
    var base = arguments
    let missing = header.pointee.argCount &- count
    let isSimpleGenerator = header.pointee.isGenerator && header.pointee.parameterCount == header.pointee.argCount
    if isSimpleGenerator && keywordNames == nil && missing == 0 && arguments + header.pointee.registerCount < stackLimit {
      for k in 0..<count where arguments[k].isUndefined { throw unbound(frame, (arguments + k) - frame.pointee.base) }
    } else if header.pointee.isSimple && keywordNames == nil && missing > 0 && missing <= given && defaults.isObject {
      if arguments + header.pointee.registerCount >= stackLimit { throw recursionError() }
      let items = defaults.pointer.field(SequenceLayout.items, Register.self) + (given &- missing)
      for k in 0..<missing {
        items[k].retainHeld()
        (arguments + (count &+ k)).put(items[k])
      }
    } else if header.pointee.isPlain, keywordNames != nil || header.pointee.keywordOnlyCount > 0,
      arguments + (header.pointee.registerCount &+ VM.spareRegisters) < stackLimit,
      VM.placeKeywords(callee, arguments, count, keywordNames)
    {
      // They lie in their places.
    } else if header.pointee.hasVariadic || header.pointee.hasVariadicKeywords,
      arguments + (header.pointee.registerCount &+ VM.spareRegisters) < stackLimit,
      VM.placeVariadic(self, callee, arguments, count, keywordNames)
    {
      // So do these, and the rest in a tuple and a dict.
    } else {
      // Binds above the arguments, then moves down over them.
      for k in 0..<count where arguments[k].isUndefined { throw unbound(frame, (arguments + k) - frame.pointee.base) }
      let target = max(arguments + count, top)
      if target + (header.pointee.registerCount &+ 8) >= stackLimit { throw recursionError() }
      let savedTop = top
      top = target
      defer { top = savedTop }
      try bindPython(
        callee.reference, Arguments(base: arguments, count: count, keywordNames: keywordNames), into: target)
      for k in 0..<count { (arguments + k).clear() }
      // Without arguments both may be the same place.
      let total = target == arguments ? 0 : header.pointee.parameterCount
      for k in 0..<total {
        arguments[k] = target[k]
        target[k] = .undefined
      }
      base = arguments
    }
    if header.pointee.isGenerator {
      let made = GeneratorObject.slot(self, callee, moving: base, count: header.pointee.parameterCount)
      let registers = frame.pointee.base
      (registers + i.b).clear()
      (registers + i.a).put(made)
      return false
    }
    try pushBoundFrame(frame, callee, header, base, i, kind: kind, from: count)
    return true
  }

  /// A native function. `checked`: the receiver is known to be of the right type.
  @inline(never)
  func callNative(
    _ i: InstructionPointer, _ base: Register, _ f: Slot, _ arguments: Register, _ count: Int, checked: Bool
  ) throws(Raised) {
    let callee = Unmanaged<NativeFunction>.fromOpaque(f.pointer)
    let quick = callee._withUnsafeGuaranteedRef { $0.quick }
    if quick != .none && count > 0 {
      let answer =
        quick == .floatFunction
        ? quickFloatFunction(callee._withUnsafeGuaranteedRef { $0.floatFunction }, arguments[0], count)
        : try quickCall(quick, arguments, count)
      if !answer.isUndefined { return finishCall(i, base, arguments, count, answer) }
    }
    let result: Value
    let direct = callee._withUnsafeGuaranteedRef { $0.directCount }
    for k in 0..<count where arguments[k].isUndefined {
      throw unbound(current, (arguments + k) - base)
    }
    if direct == NativeFunction.raw || direct == count && (checked || callee._withUnsafeGuaranteedRef { !$0.isMethod }) {
      // (Taken out of a generic function the body would be wrapped anew, which allocates.)
      result = try unsafeBitCast(f.pointer, to: NativeFunction.self).body(self, Arguments(base: arguments, count: count))
    } else if checked || callee._withUnsafeGuaranteedRef({ !$0.isMethod }), fill(callee, arguments, count) {
      let all = callee._withUnsafeGuaranteedRef { $0.fillMaximum }
      defer { (arguments + count).update(repeating: .undefined, count: all &- count) }
      result = try unsafeBitCast(f.pointer, to: NativeFunction.self).body(self, Arguments(base: arguments, count: all))
    } else {
      result = try callee.reference.call(self, Arguments(base: arguments, count: count))
    }
    finishCall(i, base, arguments, count, result.intoOwned())
  }

  /// Puts the defaults of missing arguments behind those given, uncounted; false: the general way binds them.
  @inline(__always)
  private func fill(_ callee: Unmanaged<NativeFunction>, _ arguments: Register, _ count: Int) -> Bool {
    let (defaults, least, most) = callee._withUnsafeGuaranteedRef { ($0.fillDefaults, $0.fillMinimum, $0.fillMaximum) }
    guard let defaults, count >= least, count < most, count <= callee._withUnsafeGuaranteedRef({ $0.fillPositional }),
      arguments + most <= current.pointee.end
    else { return false }
    // Registers above a call's window are dead, but may hold a number.
    for k in count..<most where arguments[k].isObject { return false }
    for k in count..<most { arguments[k] = defaults[k] }
    return true
  }

  /// Releases the window of a call and stores its owned result.
  @inline(__always)
  func finishCall(_ i: InstructionPointer, _ base: Register, _ arguments: Register, _ count: Int, _ result: Slot) {
    for k in 0..<count { (arguments + k).clear() }
    if i.a == i.b {
      (base + i.a).replace(result)
    } else {
      (base + i.b).clear()
      (base + i.a).put(result)
    }
  }

  // MARK: Functions

  @inline(never)
  func makeFunction(_ frame: FramePointer, _ i: InstructionPointer, _ base: Register) {
    let code = Unmanaged<Code>.fromOpaque(frame.pointee.header.pointee.constants[i.c].pointer)
    let made = FunctionObject.slot(
      self, code: code, globals: frame.pointee.globals, defaults: (base + i.b).take(),
      keywordDefaults: (base + (i.b &+ 1)).take(), annotations: (base + (i.b &+ 2)).take(),
      closure: (base + (i.b &+ 3)).take())
    (base + i.a).put(made)
  }

  /// The `__name__` of a namespace, borrowed; where it lies is remembered while the keys are the same.
  @inline(__always)
  func moduleName(of globals: DictObject) -> Slot {
    if moduleNameVersion == globals.keysVersion, globals.keysVersion != 0 {
      return globals.entries[moduleNameIndex].value
    }
    return findModuleName(globals)
  }
  @inline(never)
  private func findModuleName(_ globals: DictObject) -> Slot {
    let index = globals.findIndex(name: names.name)
    if index < 0 { return .undefined }
    (moduleNameVersion, moduleNameIndex) = (globals.keysVersion, index)
    return globals.entries[index].value
  }
}
