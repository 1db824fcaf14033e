// Calls. A call's window is `function, arguments...` in consecutive registers; the arguments become the callee's
// first registers. Above `top` no slot of the stack holds an object, though it may hold the bits of a number: a new frame
// makes its variables undefined, and a frame that ends releases what is left of its registers.

extension VM {
  // MARK: Frames

  /// Undefined slots between a frame's registers and the next frame of native code, where `callNative` puts the
  /// defaults of arguments that are missing at the end of the registers.
  @inline(__always) static var spareRegisters: Int { 6 }

  /// Pushes the frame of a Python function whose parameters lie at `base` above `caller`.
  ///
  /// Records above the innermost frame have no locals, no generator and no handled exception: whoever removes a frame
  /// leaves it so.
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
    if kind == .generatorLoop { leaveWholeFrame(frame) } else { current = frame - 1 }
    let caller = frame - 1
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
    if _slowPath(header.pointee.isDeferred) { try complete(function.code) }
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
      let made = GeneratorObject(self, function, moving: base, count: header.pointee.parameterCount)
      return .object(made)
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
    if _slowPath(header.pointee.isDeferred) { try complete(callee.reference.code) }
    let frame = current
    var base = arguments
    let missing = header.pointee.argCount &- count
    if header.pointee.isSimple && keywordNames == nil && missing > 0 && missing <= given && defaults.isObject {
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
      let made = GeneratorObject(self, callee.reference, moving: base, count: header.pointee.parameterCount)
      let registers = frame.pointee.base
      (registers + i.b).clear()
      (registers + i.a).put(Value.object(made).intoOwned())
      return false
    }
    do throws(Raised) {
      _ = try pushFrame(frame, callee, header, base, i, kind: kind)
    } catch {
      // What was bound behind the arguments may lie above the frame, where no slot may hold an object.
      for k in count..<max(count, header.pointee.parameterCount) { (base + k).clear() }
      throw error
    }
    return true
  }

  /// Moves arguments with names to the places of their parameters and fills in the defaults; false: the general way
  /// does it, or says what is wrong.
  private static func placeKeywords(
    _ function: Unmanaged<FunctionObject>, _ arguments: Register, _ count: Int, _ names: TupleObject?
  ) -> Bool {
    let header = function._withUnsafeGuaranteedRef { $0.header }
    let (positionals, named) = (header.pointee.argCount, names?.count ?? 0)
    let total = positionals &+ header.pointee.keywordOnlyCount
    let positional = count &- named
    let first = max(positional, header.pointee.positionalOnlyCount)
    guard count <= total, positional <= positionals, total <= 32, first <= total else { return false }
    let locals = header.pointee.localNames
    return withUnsafeTemporaryAllocation(of: Slot.self, capacity: total) { places in
      for p in positional..<total { places[p] = .undefined }
      if let names {
        let items = names.items
        for k in 0..<named {
          let name = items[k].bits
          var p = first
          while p < total && locals[p].bits != name { p &+= 1 }
          let value = arguments[positional &+ k]
          if p == total || !places[p].isUndefined || value.isUndefined { return false }
          places[p] = value
        }
      }
      for k in 0..<positional where arguments[k].isUndefined { return false }
      return fillPlaces(function, places, positional, total, arguments)
    }
  }

  /// Moves the arguments in their places down to the registers, and copies there the defaults of those that are missing.
  /// False: there is one without a default, and nothing has happened.
  @inline(__always)
  private static func fillPlaces(
    _ function: Unmanaged<FunctionObject>, _ places: UnsafeMutableBufferPointer<Slot>, _ start: Int, _ total: Int,
    _ arguments: Register
  ) -> Bool {
    let header = function._withUnsafeGuaranteedRef { $0.header }
    let (tuple, byName) = function._withUnsafeGuaranteedRef { ($0.defaults, $0.keywordDefaults) }
    let positionals = header.pointee.argCount
    let (defaults, given) =
      tuple.isObject
      ? (tuple.pointer.field(SequenceLayout.items, Register.self), tuple.pointer.field(SequenceLayout.count, Int.self))
      : (arguments, 0)
    let locals = header.pointee.localNames
    var missing: UInt64 = 0
    for p in start..<total where places[p].isUndefined {
      if p < positionals {
        if p < positionals &- given { return false }
        places[p] = defaults[p &- (positionals &- given)]
      } else {
        guard byName.isKind(.dict) else { return false }
        let value = Unmanaged<DictObject>.fromOpaque(byName.pointer)._withUnsafeGuaranteedRef {
          $0.find(name: locals[p])
        }
        if value.isUndefined { return false }
        places[p] = value
      }
      missing |= 1 << UInt64(p)
    }
    for p in start..<total {
      arguments[p] = places[p]
      if missing >> UInt64(p) & 1 == 1 { places[p].retain() }
    }
    return true
  }

  /// Puts the arguments of a partial object with keywords into the places of a function's parameters: `given`, the
  /// `count` ones that lie at `arguments`, and those of `keywords`. False: nothing has happened.
  private static func placePartial(
    _ function: Unmanaged<FunctionObject>, _ given: Slot, _ keywords: Slot, _ arguments: Register, _ count: Int
  ) -> Bool {
    let header = function._withUnsafeGuaranteedRef { $0.header }
    let keywords = Unmanaged<DictObject>.fromOpaque(keywords.pointer)
    let keywordCount = keywords._withUnsafeGuaranteedRef { $0.count }
    let items = given.pointer.field(SequenceLayout.items, Register.self)
    let (more, positionals) = (given.pointer.field(SequenceLayout.count, Int.self), header.pointee.argCount)
    let total = positionals &+ header.pointee.keywordOnlyCount
    let positional = count &+ more
    guard positional <= positionals, total <= 32, keywordCount <= total &- positional else { return false }
    let locals = header.pointee.localNames
    return withUnsafeTemporaryAllocation(of: Slot.self, capacity: total) { places in
      for k in 0..<count {
        if arguments[k].isUndefined { return false }
        places[more &+ k] = arguments[k]
      }
      for k in 0..<more { places[k] = items[k] }
      var found = 0
      for p in positional..<total {
        places[p] = p < header.pointee.positionalOnlyCount
          ? .undefined : keywords._withUnsafeGuaranteedRef { $0.find(name: locals[p]) }
        if !places[p].isUndefined { found &+= 1 }
      }
      if found != keywordCount { return false }
      var fromKeywords: UInt64 = 0
      for p in positional..<total where !places[p].isUndefined { fromKeywords |= 1 << UInt64(p) }
      if !fillPlaces(function, places, positional, total, arguments) { return false }
      for p in positional..<total where fromKeywords >> UInt64(p) & 1 == 1 { arguments[p].retain() }
      for k in 0..<positional {
        arguments[k] = places[k]
        if k < more { places[k].retain() }
      }
      return true
    }
  }

  /// A native function. `checked`: the receiver is known to be of the right type.
  @inline(never)
  func callNative(
    _ i: InstructionPointer, _ base: Register, _ f: Slot, _ arguments: Register, _ count: Int, checked: Bool
  ) throws(Raised) {
    let callee = Unmanaged<NativeFunction>.fromOpaque(f.pointer)
    let quick = callee._withUnsafeGuaranteedRef { $0.quick }
    if quick != .none && count > 0 {
      let answer = try quickCall(quick, arguments, count)
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
    guard let defaults, count >= least, count < most, arguments + most <= current.pointee.end else { return false }
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

  /// A class: plain instances whose `__init__` is a simple Python function run without native recursion.
  @inline(never)
  func construct(
    _ i: InstructionPointer, _ base: Register, _ f: Slot, _ arguments: Register, _ count: Int
  ) throws(Raised) -> Bool {
    if f.pointer == rangeType, let numbers = loopRange(i, arguments, count) {
      // The arguments are ints, which need no release.
      for k in 0..<count { arguments[k] = .undefined }
      (base + i.b).clear()
      (base + i.a).put(Value.object(numbers).intoOwned())
      return false
    }
    if count == 1 && f.pointer != typeType {
      let made = quickConstruct(f.pointer, arguments[0])
      if !made.isUndefined {
        finishCall(i, base, arguments, 1, made)
        return false
      }
    }
    let callee = Unmanaged<TypeObject>.fromOpaque(f.pointer)
    let cls = callee.reference
    if count == 1 && cls === types.type && !arguments[0].isUndefined {
      finishCall(i, base, arguments, count, .owned(type(of: arguments[0])))
      return false
    }
    if cls.isHeap && cls.instanceKind == .instance && cls.isPlainConstruction(self) {
      let initializer = cls.special(self, .`init`)
      if initializer.isKind(.function) {
        let function = Unmanaged<FunctionObject>.fromOpaque(initializer.pointer)
        let header = function._withUnsafeGuaranteedRef { $0.header }
        let given = count &+ 1
        if header.pointee.isSimple && header.pointee.argCount >= given
          && arguments + (header.pointee.registerCount &+ 1) < stackLimit
          && (header.pointee.argCount == given
            || function._withUnsafeGuaranteedRef { $0.defaultCount } >= header.pointee.argCount &- given)
        {
          for k in 0..<count where arguments[k].isUndefined {
            throw unbound(current, (arguments + k) - base)
          }
          let slot = ObjectPool.instanceSlot(cls)
          var k = count
          while k > 0 {
            arguments[k] = arguments[k &- 1]
            k &-= 1
          }
          slot.retain()
          arguments[0] = slot
          if header.pointee.argCount > given {
            let defaults = function._withUnsafeGuaranteedRef { $0.defaults }
            let items = defaults.pointer.field(SequenceLayout.items, Register.self)
            let first = defaults.pointer.field(SequenceLayout.count, Int.self) &- header.pointee.argCount
            for k in given..<header.pointee.argCount {
              let value = items[first &+ k]
              value.retain()
              arguments[k] = value
            }
          }
          // The class in the function register is replaced by the instance, which keeps it alive.
          (base + i.b).put(slot)
          do throws(Raised) {
            _ = try pushFrame(current, function, header, arguments, i, kind: .constructor)
          } catch {
            // The last arguments may lie above the frame, where no slot may hold an object.
            for k in count..<header.pointee.argCount { (arguments + k).clear() }
            throw error
          }
          return true
        }
        if try constructGeneral(i, base, cls, function, arguments, count, nil) { return true }
      }
    }
    let result: Value
    if !cls.isHeap && cls !== types.type && !cls.isAbstract && !cls.type.isHeap, let new = cls.new {
      for k in 0..<count where arguments[k].isUndefined { throw unbound(current, (arguments + k) - base) }
      try enterNative(" while calling a Python object")
      defer { leaveNative() }
      let given = Arguments(base: arguments, count: count)
      result = try new(self, cls, given)
      if case .object(let made) = result, made.type === cls || made.type.isSubtype(of: cls),
        let initialize = made.type.initialize
      {
        try initialize(self, made, given)
      }
    } else {
      result = try call(f, Arguments(base: arguments, count: count))
    }
    finishCall(i, base, arguments, count, result.intoOwned())
    return false
  }

  /// What a builtin type makes of one argument of the commonest types, owned; undefined: the general way decides.
  @inline(__always)
  func quickConstruct(_ type: UnsafeMutableRawPointer, _ x: Slot) -> Slot {
    if type == strType {
      if x.isInt { return IntText.slot(self, x.asInt) }
      if x.isObject && x.typePointer == strType {
        x.retain()
        return x
      }
    } else if type == intType {
      if x.isInt { return x }
      if x.isFloat, let whole = Int(exactly: x.asDouble.rounded(.towardZero)) { return .int(whole) }
    } else if type == floatType {
      if x.isFloat { return x }
      if x.isInt { return .float(Double(x.asInt)) }
    } else if type == listType || type == tupleType {
      guard x.isObject, x.typePointer == listType || x.typePointer == tupleType else { return .undefined }
      if type == tupleType && x.typePointer == tupleType {
        x.retain()
        return x
      }
      let count = x.pointer.field(SequenceLayout.count, Int.self)
      guard count > 0, count <= ObjectPool.maximumItems || type == listType && count <= 1 << 16 else { return .undefined }
      let items = x.pointer.field(SequenceLayout.items, Register.self)
      for k in 0..<count { items[k].retain() }
      return type == listType
        ? ListObject.slot(self, moving: items, count: count) : TupleObject.slot(self, moving: items, count: count)
    }
    return .undefined
  }

  /// A plain instance whose `__init__` has a signature of any kind; false: nothing has happened.
  func constructGeneral(
    _ i: InstructionPointer, _ base: Register, _ cls: TypeObject, _ function: Unmanaged<FunctionObject>,
    _ arguments: Register, _ count: Int, _ keywordNames: TupleObject?
  ) throws(Raised) -> Bool {
    let header = function._withUnsafeGuaranteedRef { $0.header }
    if header.pointee.isDeferred { try complete(function.reference.code) }
    if header.pointee.isGenerator || arguments + (count &+ 1) >= stackLimit { return false }
    for k in 0..<count where arguments[k].isUndefined { throw unbound(current, (arguments + k) - base) }
    let slot = ObjectPool.instanceSlot(cls)
    slot.retain()
    var k = count
    while k > 0 {
      arguments[k] = arguments[k &- 1]
      k &-= 1
    }
    arguments[0] = slot
    (base + i.b).put(slot)
    do throws(Raised) {
      return try callGeneral(function, arguments, count &+ 1, keywordNames, i, kind: .constructor)
    } catch {
      for k in 0...count { (arguments + k).clear() }
      throw error
    }
  }

  /// The iterator of a `range(...)` that only the loop behind it sees; nil: there is no such loop, or a bound is no int.
  @inline(__always)
  private func loopRange(_ i: InstructionPointer, _ arguments: Register, _ count: Int) -> RangeIterator? {
    let next = i + 1
    guard next.pointee.opcode == .getIter, next.b == i.a, next.a == i.a || next.has(InstructionFlags.dropB), count > 0,
      count <= 3
    else { return nil }
    for k in 0..<count where !arguments[k].isInt { return nil }
    let start = count == 1 ? 0 : arguments[0].asInt
    let stop = arguments[count == 1 ? 0 : 1].asInt
    let step = count == 3 ? arguments[2].asInt : 1
    let bound = 1 << 62
    // Nothing overflows between these.
    guard start > -bound, start < bound, stop > -bound, stop < bound, step != 0, step > -bound, step < bound else {
      return nil
    }
    let distance = step > 0 ? stop &- start : start &- stop
    let steps = distance <= 0 ? 0 : step == 1 || step == -1 ? distance : (distance &- 1) / Int(step.magnitude) &+ 1
    return ObjectPool.rangeIterator(self, start: start, step: step, count: steps)
  }

  /// Anything else that can be called: bound methods unpack into their function.
  @inline(never)
  func callOther(
    _ frame: FramePointer, _ i: InstructionPointer, _ base: Register, _ arguments: Register, _ count: Int,
    _ keywordNames: TupleObject?
  ) throws(Raised) -> Bool {
    let f = base[i.b]
    if f.isUndefined { throw unbound(frame, i.b) }
    for k in 0..<count where arguments[k].isUndefined { throw unbound(frame, (arguments + k) - base) }
    if f.isKind(.boundMethod) {
      let method = unsafeDowncast(f.object, to: BoundMethod.self)
      if method.function.isKind(.function), arguments + (count &+ 1) < stackLimit {
        let function = Unmanaged<FunctionObject>.fromOpaque(method.function.pointer)
        // Shifts the arguments by one to make room for the receiver; the window reaches one register further,
        // which belongs to the callee.
        var k = count
        while k > 0 {
          arguments[k] = arguments[k &- 1]
          k &-= 1
        }
        method.receiver.retain()
        arguments[0] = method.receiver
        let header = function._withUnsafeGuaranteedRef { $0.header }
        do throws(Raised) {
          if header.pointee.simpleCount == count &+ 1 && keywordNames == nil {
            _ = try pushFrame(frame, function, header, arguments, i, kind: .call)
            return true
          }
          return try callGeneral(function, arguments, count &+ 1, keywordNames, i)
        } catch {
          // The last argument may lie above the frame, where no slot may hold an object.
          (arguments + count).clear()
          throw error
        }
      }
    }
    if f.isKind(.instance), keywordNames == nil, let parts = partialParts(f) {
      if parts.keywords.isUndefined { return try callPartial(frame, i, base, parts, arguments, count) }
      let function = Unmanaged<FunctionObject>.fromOpaque(parts.function.pointer)
      let header = function._withUnsafeGuaranteedRef { $0.header }
      if header.pointee.isPlain, arguments + (header.pointee.registerCount &+ VM.spareRegisters) < stackLimit,
        VM.placePartial(function, parts.given, parts.keywords, arguments, count)
      {
        do throws(Raised) {
          _ = try pushFrame(frame, function, header, arguments, i, kind: .call)
          return true
        } catch {
          // The last arguments may lie above the frame, where no slot may hold an object.
          for k in count..<max(count, header.pointee.parameterCount) { (arguments + k).clear() }
          throw error
        }
      }
    }
    if f.isKind(.boundMethod), keywordNames == nil, try callBoundNative(frame, i, base, f, arguments, count) { return false }
    let result = try call(f, Arguments(base: arguments, count: count, keywordNames: keywordNames))
    finishCall(i, base, arguments, count, result.intoOwned())
    return false
  }

  /// Function, first arguments and keywords (undefined when there are none) of a `functools.partial` of a Python function;
  /// nil: it is something else.
  @inline(__always)
  private func partialParts(_ f: Slot) -> (function: Slot, given: Slot, keywords: Slot)? {
    guard let partial else { return nil }
    let type = unsafeBitCast(f.typePointer, to: TypeObject.self)
    guard type.special(self, .call).isSame(as: .borrowed(partial.call)) else { return nil }
    let object = unsafeBitCast(f.pointer, to: Object.self)
    let keywords = instanceAttribute(object, partial.keywords)
    let function = instanceAttribute(object, partial.function)
    let given = instanceAttribute(object, partial.arguments)
    guard keywords.isObject, keywords.typePointer == dictType, function.isKind(.function), given.isObject,
      given.typePointer == tupleType
    else { return nil }
    let isEmpty = Unmanaged<DictObject>.fromOpaque(keywords.pointer)._withUnsafeGuaranteedRef { $0.count } == 0
    return (function, given, isEmpty ? .undefined : keywords)
  }

  /// Calls the Python function of a partial object: its arguments go in front of those given now. The object, in the
  /// function register, keeps both alive.
  private func callPartial(
    _ frame: FramePointer, _ i: InstructionPointer, _ base: Register, _ parts: (function: Slot, given: Slot, keywords: Slot),
    _ arguments: Register, _ count: Int
  ) throws(Raised) -> Bool {
    let more = parts.given.pointer.field(SequenceLayout.count, Int.self)
    let items = parts.given.pointer.field(SequenceLayout.items, Register.self)
    let function = Unmanaged<FunctionObject>.fromOpaque(parts.function.pointer)
    let header = function._withUnsafeGuaranteedRef { $0.header }
    if arguments + (count &+ more &+ VM.spareRegisters) >= stackLimit { throw recursionError() }
    var k = count
    while k > 0 {
      k &-= 1
      arguments[k &+ more] = arguments[k]
    }
    for k in 0..<more {
      items[k].retain()
      arguments[k] = items[k]
    }
    do throws(Raised) {
      if header.pointee.simpleCount == count &+ more {
        _ = try pushFrame(frame, function, header, arguments, i, kind: .call)
        return true
      }
      return try callGeneral(function, arguments, count &+ more, nil, i)
    } catch {
      // The last arguments may lie above the frame, where no slot may hold an object.
      for k in count..<count &+ more { (arguments + k).clear() }
      throw error
    }
  }

  /// A native method bound to its instance (`append = items.append`): the receiver goes in front of the arguments, which
  /// stay where they are. False: the window has no room for it.
  private func callBoundNative(
    _ frame: FramePointer, _ i: InstructionPointer, _ base: Register, _ f: Slot, _ arguments: Register, _ count: Int
  ) throws(Raised) -> Bool {
    let method = unsafeDowncast(f.object, to: BoundMethod.self)
    guard method.function.isKind(.nativeFunction), arguments + count < frame.pointee.end,
      !(arguments + count).pointee.isObject
    else { return false }
    var k = count
    while k > 0 {
      arguments[k] = arguments[k &- 1]
      k &-= 1
    }
    method.receiver.retain()
    arguments[0] = method.receiver
    let function = unsafeDowncast(method.function.object, to: NativeFunction.self)
    do throws(Raised) {
      let result = try function.call(self, Arguments(base: arguments, count: count &+ 1))
      finishCall(i, base, arguments, count &+ 1, result.intoOwned())
      return true
    } catch {
      (arguments + count).clear()
      throw error
    }
  }

  // MARK: Functions

  @inline(never)
  func makeFunction(_ frame: FramePointer, _ i: InstructionPointer, _ base: Register) {
    let code = unsafeDowncast(frame.pointee.header.pointee.constants[i.c].object, to: Code.self)
    let made = FunctionObject(
      self, code: code, globals: frame.pointee.globals.reference, defaults: (base + i.b).take(),
      keywordDefaults: (base + (i.b &+ 1)).take(), annotations: (base + (i.b &+ 2)).take(),
      closure: (base + (i.b &+ 3)).take())
    (base + i.a).put(Value.object(made).intoOwned())
  }
}

extension TypeObject {
  /// Calling the class makes a plain object and runs `__init__`: no `__new__`, no metaclass `__call__`.
  @inline(__always)
  func isPlainConstruction(_ vm: VM) -> Bool {
    (!type.isHeap || type.special(vm, .call).isUndefined) && special(vm, .new).isUndefined && !isAbstract
  }
}

/// `__build_class__`.
final class BuildClassFunction: Object {
  init(_ vm: VM) { super.init(kind: .native, type: vm.types.builtinFunction) }
  override var isCallable: Bool { true }
  override func call(_ vm: VM, _ arguments: Arguments) throws(Raised) -> Value { try vm.buildClass(arguments) }
  override func repr(_ vm: VM) throws(Raised) -> StrObject { vm.string("<built-in function __build_class__>") }
}

extension VM {
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
      !code.parts.flags.isDisjoint(with: [.optimized, .newLocals])
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
  /// Reports an error that cannot be raised (in `__del__`, callbacks), by `sys.unraisablehook` when a program set one.
  package func reportUnraisable(_ error: Raised, _ prefix: String, _ object: Object) {
    if let sys = builtin.sysModule, let hook = sys.namespace.get(self, "unraisablehook"),
      let own = sys.namespace.get(self, "__unraisablehook__"), !hook.isSame(as: own), !hook.isNone
    {
      let told = simpleNamespace([
        ("exc_type", .object(error.exception.type)), ("exc_value", .object(error.exception)),
        ("exc_traceback", tracebackObject(error.exception)), ("err_msg", .none), ("object", .object(object)),
      ])
      if (try? call(hook, [told])) != nil { return }
    }
    let shown = (try? repr(.object(object)).string) ?? "<object>"
    let text = "\(prefix)\(shown)\n" + tracebackText(error.exception)
    writeError(text)
  }

  /// Writes to `sys.stderr`, whatever that is by now.
  package func writeError(_ text: String) {
    if let sys = builtin.sysModule, let stream = sys.namespace.get(self, "stderr"),
      let own = sys.namespace.get(self, "__stderr__"), !stream.isSame(as: own)
    {
      if !stream.isNone { _ = try? callMethod(stream, "write", [.object(string(text))]) }
      return
    }
    var text = text
    text.withUTF8 { writeOutput(.stderr, $0) }
  }
}
