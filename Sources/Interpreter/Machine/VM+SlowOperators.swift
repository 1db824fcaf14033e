// Operators outside the loop's fast paths. Each handles the dying temporaries of its instruction.

import Glibc

typealias FramePointer = UnsafeMutablePointer<FrameRecord>
typealias InstructionPointer = UnsafeMutablePointer<Instruction>

extension VM {
  // MARK: Errors of registers

  /// UnboundLocalError for a register (or NameError-like text for a temporary, which would be our bug).
  @inline(never)
  func unbound(_ frame: FramePointer, _ register: Int) -> Raised {
    guard let code = frame.pointee.header.pointee.code?.reference else {
      return raised(types.systemError, "register \(register) is undefined")
    }
    // Variables of inlined comprehensions are temporaries without a name.
    let name = register < code.parts.localNames.count ? code.parts.localNames[register] : "<comprehension>"
    let error = raised(
      types.unboundLocalError, "cannot access local variable '\(name)' where it is not associated with a value")
    setInstanceAttribute(error.exception, intern("name"), .object(intern(name)))
    return error
  }
  @inline(never)
  func unboundFree(_ frame: FramePointer, _ index: Int) -> Raised {
    guard let code = frame.pointee.header.pointee.code?.reference, index < code.parts.freeNames.count
    else { return raised(types.systemError, "free variable \(index) is undefined") }
    let name = code.parts.freeNames[index]
    return raised(
      types.nameError,
      "cannot access free variable '\(name)' where it is not associated with a value in enclosing scope")
  }
  @inline(never)
  func undefinedName(_ name: Slot) -> Raised {
    guard name.isObject, let text = name.object as? StrObject else { return raised(types.nameError, "?") }
    return nameError(text)
  }

  // MARK: Poll

  /// Interrupt and collector, at backward jumps and calls.
  @inline(never)
  func poll(_ frame: FramePointer, _ pc: InstructionPointer) throws(Raised) {
    frame.pointee.pc = pc
    pollFlag.take()
    if Collector.isDue { Collector.collect() }
    if lock.request.isSet { giveWay() }
    if let traps { traps.rearm() }
    if isTracing { pollFlag.set() }
    if let pollHook { try pollHook(self) }
    try checkInterrupt()
  }

  /// `poll` before the topmost frame runs: what it raises is raised in that frame, or else `pending`.
  @inline(never)
  func pollAtEntry() {
    // What a generator is to raise is not for the function that a signal calls.
    let waiting = (thrown, isThrowing)
    (thrown, isThrowing) = (nil, false)
    do throws(Raised) {
      try poll(current, current.pointee.pc)
      (thrown, isThrowing) = waiting
    } catch {
      (thrown, isThrowing) = (error.exception, true)
    }
  }

  /// `poll` after a backward jump: what it raises was raised at the jump, not before the place that was jumped to.
  @inline(never)
  func pollAtJump(_ frame: FramePointer, _ i: InstructionPointer) throws(Raised) {
    do throws(Raised) {
      try poll(frame, i + 1)
    } catch {
      interruptedJump = i + 1
      throw error
    }
  }

  // MARK: Arithmetic

  /// The answer (owned) for exact ints of any size and for texts that are filled in the common ways; nil: the general way
  /// decides.
  @inline(__always)
  private func binaryQuickly(_ op: BinaryOperator, _ x: Slot, _ y: Slot) throws(Raised) -> Slot? {
    if x.isObject && x.typePointer == intType || y.isObject && y.typePointer == intType || x.isInt && y.isInt && op.growsInts,
      x.isInt || x.isObject && x.typePointer == intType, y.isInt || y.isObject && y.typePointer == intType
    {
      let quick = WideInt.binary(self, op, x, y)
      if !quick.isUndefined { return quick }
      guard let a = Integer(x.value), let b = Integer(y.value) else { return nil }
      return try BigInts.binary(self, op, a, b)?.intoOwned()
    }
    if op == .remainder, x.isObject, x.typePointer == strType,
      let text = QuickPercent.format(self, unsafeBitCast(x.pointer, to: StrObject.self), y.value)
    {
      return Value.object(text).intoOwned()
    }
    return nil
  }

  /// True when it pushed the frame of a special method.
  @inline(never)
  func binarySlow(_ op: BinaryOperator, _ i: InstructionPointer, _ base: Register, _ y: Slot) throws(Raised) -> Bool {
    let x = base[i.b]
    let frame = current
    if x.isUndefined { throw unbound(frame, i.b) }
    if y.isUndefined { throw unbound(frame, i.c) }
    // Mixed int and float: no calls.
    if x.tag == Tag.int && y.tag == Tag.float || x.tag == Tag.float && y.tag == Tag.int, let result = VM.mixed(op, x, y) {
      (base + i.a).put(.float(result))
      return false
    }
    if x.isObject && y.isObject && x.typePointer == y.typePointer && x.typePointer == complexType {
      let result = binaryComplex(op, x, y, reuse: i.has(InstructionFlags.dropB) && x.bits != y.bits)
      if !result.isUndefined {
        if i.has(InstructionFlags.dropB) {
          if result.bits == x.bits { base[i.b] = .undefined } else { (base + i.b).clear() }
        }
        if i.has(InstructionFlags.dropC) { (base + i.c).clear() }
        (base + i.a).put(result)
        return false
      }
    }
    if op == .add, x.isObject, y.isObject, x.typePointer == strType, y.typePointer == strType,
      !i.has(InstructionFlags.inPlace) || i.a != i.b
    {
      let text = StrOperators.concatenateQuickly(self, x, y)
      if !text.isUndefined {
        if i.has(InstructionFlags.dropB) { (base + i.b).clear() }
        if i.has(InstructionFlags.dropC) { (base + i.c).clear() }
        (base + i.a).put(text)
        return false
      }
    }
    if op == .add, x.isObject, y.isObject, x.typePointer == tupleType, y.typePointer == tupleType {
      let tuple = TupleObject.concatenateQuickly(self, x.pointer, y.pointer)
      if !tuple.isUndefined {
        if i.has(InstructionFlags.dropB) { (base + i.b).clear() }
        if i.has(InstructionFlags.dropC) { (base + i.c).clear() }
        (base + i.a).put(tuple)
        return false
      }
    }
    frame.pointee.pc = i + 1
    if op == .multiply, x.isObject, x.typePointer == listType, y.isInt, !i.has(InstructionFlags.inPlace) {
      let list = try ListMethods.repeated(self, unsafeBitCast(x.pointer, to: ListObject.self), y.asInt)
      if i.has(InstructionFlags.dropB) { (base + i.b).clear() }
      (base + i.a).put(Value.object(list).intoOwned())
      return false
    }
    if let result = try binaryQuickly(op, x, y) {
      if i.has(InstructionFlags.dropB) { (base + i.b).clear() }
      if i.has(InstructionFlags.dropC) { (base + i.c).clear() }
      (base + i.a).put(result)
      return false
    }
    if !i.has(InstructionFlags.inPlace), x.isKind(.tensor) || y.isKind(.tensor) {
      let native = Unmanaged<Object>.fromOpaque(x.isKind(.tensor) ? x.pointer : y.pointer)
      let result = try native.reference.binarySlots(self, op, x, y)
      if !result.isUndefined {
        if i.has(InstructionFlags.dropB) { (base + i.b).clear() }
        if i.has(InstructionFlags.dropC) { (base + i.c).clear() }
        (base + i.a).put(result)
        return false
      }
    }
    if x.isObject || y.isObject {
      if try enterBinary(op, i, frame, base, x, y) { return true }
      if i.has(InstructionFlags.inPlace), op == .add, try appendInPlace(i, base, x, y) { return false }
    }
    if !i.has(InstructionFlags.inPlace), let answer = try binaryAlike(op, x, y) {
      if i.has(InstructionFlags.dropB) { (base + i.b).clear() }
      if i.has(InstructionFlags.dropC) { (base + i.c).clear() }
      (base + i.a).put(answer.intoOwned())
      return false
    }
    let result =
      i.has(InstructionFlags.inPlace) ? try inPlace(op, x.value, y.value) : try binary(op, x.value, y.value)
    if i.has(InstructionFlags.dropB) { (base + i.b).clear() }
    if i.has(InstructionFlags.dropC) { (base + i.c).clear() }
    (base + i.a).put(result.intoOwned())
    return false
  }

  @inline(__always)
  static func mixed(_ op: BinaryOperator, _ x: Slot, _ y: Slot) -> Double? {
    let (a, b) = (x.isInt ? Double(x.asInt) : x.asDouble, y.isInt ? Double(y.asInt) : y.asDouble)
    switch op {
    case .add: return a + b
    case .subtract: return a - b
    case .multiply: return a * b
    case .trueDivide: return b != 0 ? a / b : nil
    case .power:
      let result = a > 0 ? pow(a, b) : .nan
      return result < .infinity && b.magnitude < .infinity ? result : nil
    default: return nil
    }
  }

  /// `s += t` and `l += m` where the left side is held by this register alone. False: take the general way.
  private func appendInPlace(_ i: InstructionPointer, _ base: Register, _ x: Slot, _ y: Slot) throws(Raised) -> Bool {
    if x.isObject, y.isObject, x.kind == .str, y.kind == .str, !x.isSame(as: y), i.a == i.b,
      wickRetainCount(x.pointer) == 1, isLastReference(i, x)
    {
      let (text, other) = (unsafeDowncast(x.object, to: StrObject.self), unsafeDowncast(y.object, to: StrObject.self))
      if text.hasHeapType || !text.append(other) { return false }
      if i.has(InstructionFlags.dropC) { (base + i.c).clear() }
      return true
    }
    guard x.isObject, x.kind == .list, y.isObject, y.kind == .list || y.kind == .tuple, !x.isSame(as: y) else {
      return false
    }
    let list = unsafeDowncast(x.object, to: ListObject.self)
    if list.hasHeapType || y.object.hasHeapType { return false }
    let (items, count) =
      y.kind == .list
      ? (unsafeDowncast(y.object, to: ListObject.self).items, unsafeDowncast(y.object, to: ListObject.self).count)
      : (unsafeDowncast(y.object, to: TupleObject.self).items, unsafeDowncast(y.object, to: TupleObject.self).count)
    if list.count &+ count > list.capacity {
      guard list.reserve(max(list.count &+ count, list.count &+ list.count >> 1)) else { throw memoryError() }
    }
    for k in 0..<count {
      items[k].retain()
      list.append(owned: items[k])
    }
    if i.a != i.b { (base + i.a).put((base + i.b).owned(drop: i.has(InstructionFlags.dropB))) }
    if i.has(InstructionFlags.dropC) { (base + i.c).clear() }
    return true
  }

  /// `x op y` of two objects of one builtin type, which alone decides; nil: take the general way.
  @inline(__always)
  private func binaryAlike(_ op: BinaryOperator, _ x: Slot, _ y: Slot) throws(Raised) -> Value? {
    guard x.isObject, y.isObject else { return nil }
    if x.typePointer != y.typePointer {
      // Of a set and a frozenset the left one decides.
      guard x.kind == .set || x.kind == .frozenset, y.kind == .set || y.kind == .frozenset, !y.object.hasHeapType else {
        return nil
      }
      return x.object.hasHeapType ? nil : try x.object.binary(self, op, y.value, reflected: false)
    }
    switch x.kind {
    case .str, .complex, .list, .tuple, .set, .frozenset, .dict:
      return x.object.hasHeapType ? nil : try x.object.binary(self, op, y.value, reflected: false)
    default: return nil
    }
  }

  /// Tells whether the register of an in-place operator alone holds the object, or together with the global variable
  /// that gets the result next. That variable then gives up its reference: the result is the same object.
  private func isLastReference(_ i: InstructionPointer, _ x: Slot) -> Bool {
    let refs = x.pointer.field(ObjectLayout.refs, Int32.self)
    if refs == 1 { return true }
    let next = i + 1
    guard refs == 2, next.pointee.opcode == .storeGlobal, next.a == i.a else { return false }
    let name = current.pointee.header.pointee.names[next.bc]
    return current.pointee.globals._withUnsafeGuaranteedRef { $0.find(name: name) }.isSame(as: x)
  }

  @inline(never)
  func unarySlow(_ op: UnaryOperator, _ i: InstructionPointer, _ base: Register) throws(Raised) {
    let x = base[i.b]
    let frame = current
    if x.isUndefined { throw unbound(frame, i.b) }
    frame.pointee.pc = i + 1
    let result = try unary(op, x.value)
    if i.has(InstructionFlags.dropB) { (base + i.b).clear() }
    (base + i.a).put(result.intoOwned())
  }

  // MARK: Comparison

  /// Comparison of two slots of any kind; strings without leaving for the protocol.
  func compareSlots(_ comparison: Comparison, _ x: Slot, _ y: Slot) throws(Raised) -> Value {
    if x.isObject && y.isObject && x.kind == .str && y.kind == .str {
      let (a, b) = (unsafeDowncast(x.object, to: StrObject.self), unsafeDowncast(y.object, to: StrObject.self))
      if !a.hasHeapType && !b.hasHeapType {
        switch comparison {
        case .equal: return .bool(a.equals(b))
        case .notEqual: return .bool(!a.equals(b))
        default: return .bool(VM.compareInts(comparison, a.order(b), 0))
        }
      }
    } else if x.isObject && y.isObject, x.typePointer == y.typePointer, x.typePointer == tupleType || x.typePointer == listType {
      let (p, q) = (x.pointer, y.pointer)
      let answer = compareItems(
        comparison, p.field(SequenceLayout.items, Register.self), p.field(SequenceLayout.count, Int.self),
        q.field(SequenceLayout.items, Register.self), q.field(SequenceLayout.count, Int.self))
      if !answer.isUndefined { return .bool(answer.asBool) }
    }
    return try compare(comparison, x.value, y.value)
  }

  /// `x comparison y` of two exact texts.
  @inline(__always)
  private static func compareTexts(_ comparison: Comparison, _ x: Slot, _ y: Slot) -> Bool {
    let (a, b) = (Unmanaged<StrObject>.fromOpaque(x.pointer), Unmanaged<StrObject>.fromOpaque(y.pointer))
    return a._withUnsafeGuaranteedRef { a in
      b._withUnsafeGuaranteedRef { b in
        switch comparison {
        case .equal: return a === b || a.hasSameText(b)
        case .notEqual: return !(a === b || a.hasSameText(b))
        default: return compareInts(comparison, a.order(b), 0)
        }
      }
    }
  }

  @inline(never)
  func compareSlow(_ comparison: Comparison, _ i: InstructionPointer, _ base: Register) throws(Raised) {
    let (x, y) = (base[i.b], base[i.c])
    if x.isObject, y.isObject, x.typePointer == strType, y.typePointer == strType {
      let holds = VM.compareTexts(comparison, x, y)
      if i.has(InstructionFlags.dropB) { (base + i.b).clear() }
      if i.has(InstructionFlags.dropC) { (base + i.c).clear() }
      (base + i.a).put(.bool(holds))
      return
    }
    let frame = current
    if x.isUndefined { throw unbound(frame, i.b) }
    if y.isUndefined { throw unbound(frame, i.c) }
    frame.pointee.pc = i + 1
    var result = Slot.undefined
    if x.isKind(.instance) { result = try compareByMethod(comparison, x, y) }
    if result.isUndefined { result = try compareSlots(comparison, x, y).intoOwned() }
    if i.has(InstructionFlags.dropB) { (base + i.b).clear() }
    if i.has(InstructionFlags.dropC) { (base + i.c).clear() }
    (base + i.a).put(result)
  }

  @inline(never)
  func decideSlow(
    _ comparison: Comparison, _ i: InstructionPointer, _ base: Register, _ y: Slot
  ) throws(Raised) -> Bool {
    let x = base[i.a]
    if x.isObject, y.isObject, x.typePointer == strType, y.typePointer == strType {
      let holds = VM.compareTexts(comparison, x, y)
      if i.has(InstructionFlags.dropB) { (base + i.a).clear() }
      if i.has(InstructionFlags.dropC) { (base + i.b).clear() }
      return holds == i.has(InstructionFlags.jumpIfTrue)
    }
    let frame = current
    if x.isUndefined { throw unbound(frame, i.a) }
    if y.isUndefined { throw unbound(frame, i.b) }
    frame.pointee.pc = i + 1
    var result = Slot.undefined
    if x.isKind(.instance) { result = try compareByMethod(comparison, x, y) }
    let holds: Bool
    if result.isBool {
      holds = result.asBool
    } else if result.isUndefined {
      holds = try truth(try compareSlots(comparison, x, y))
    } else {
      holds = try truth(consume(result))
    }
    if i.has(InstructionFlags.dropB) { (base + i.a).clear() }
    if i.has(InstructionFlags.dropC) { (base + i.b).clear() }
    return holds == i.has(InstructionFlags.jumpIfTrue)
  }

  @inline(never)
  func containsSlow(_ i: InstructionPointer, _ base: Register) throws(Raised) -> Bool {
    let (x, y) = (base[i.b], base[i.c])
    let frame = current
    if x.isUndefined { throw unbound(frame, i.b) }
    if y.isUndefined { throw unbound(frame, i.c) }
    frame.pointee.pc = i + 1
    let found: Bool
    if x.isObject && y.isObject && x.typePointer == strType && y.typePointer == strType {
      found = VM.isPart(x, y)
    } else if y.isObject, y.typePointer == dictType {
      found = !(try unsafeBitCast(y.pointer, to: DictObject.self).get(self, x)).isUndefined
    } else if y.isObject, y.typePointer == setType || y.typePointer == frozensetType,
      x.isInt || x.isObject && (x.typePointer == strType || x.typePointer == tupleType)
    {
      found = try unsafeBitCast(y.pointer, to: SetObject.self).find(self, x, hash: try quickHash(x)) >= 0
    } else if x.isInt, y.isObject, y.typePointer == listType || y.typePointer == tupleType, let known = VM.holds(y, x) {
      found = known
    } else if y.isKind(.dict), !y.object.hasHeapType {
      let dict = unsafeDowncast(y.object, to: DictObject.self)
      found = !(try dict.get(self, x)).isUndefined
    } else if y.isObject, y.typePointer == setType {
      found = try y.object.contains(self, x.value) ?? false
    } else if y.isKind(.str), x.isKind(.str), !y.object.hasHeapType, !x.object.hasHeapType {
      let text = unsafeDowncast(y.object, to: StrObject.self)
      found = TextSearch.find(text, unsafeDowncast(x.object, to: StrObject.self), 0, text.count) >= 0
    } else {
      let answer = try callPlainSpecial(y, .contains, x)
      if answer.isBool {
        found = answer.asBool
      } else if answer.isUndefined {
        found = try contains(y.value, x.value)
      } else {
        found = try truth(consume(answer))
      }
    }
    if i.has(InstructionFlags.dropB) { (base + i.b).clear() }
    if i.has(InstructionFlags.dropC) { (base + i.c).clear() }
    return found == (opcode(at: i) == .contains)
  }

  /// Whether an int is among the items of an exact list or tuple; nil: some of them are no ints.
  @inline(__always)
  private static func holds(_ sequence: Slot, _ number: Slot) -> Bool? {
    let items = sequence.pointer.field(SequenceLayout.items, Register.self)
    for k in 0..<sequence.pointer.field(SequenceLayout.count, Int.self) {
      if items[k].bits == number.bits && items[k].isInt { return true }
      if !items[k].isInt { return nil }
    }
    return false
  }

  /// `x in y` of two texts.
  @inline(__always)
  private static func isPart(_ x: Slot, _ y: Slot) -> Bool {
    let (part, text) = (unsafeBitCast(x.pointer, to: StrObject.self), unsafeBitCast(y.pointer, to: StrObject.self))
    if part.count == 1 && part.width == 1 && text.width == 1 && text.count <= 16 {
      let (point, bytes) = (UInt8(truncatingIfNeeded: part[0]), text.storage.assumingMemoryBound(to: UInt8.self))
      for k in 0..<text.count where bytes[k] == point { return true }
      return false
    }
    return TextSearch.find(text, part, 0, text.count) >= 0
  }

  /// Truth of `r[a]` for a conditional jump, dropping it when it dies.
  @inline(never)
  func truthOfRegister(_ frame: FramePointer, _ i: InstructionPointer, _ base: Register) throws(Raised) -> Bool {
    let x = base[i.a]
    if x.isUndefined { throw unbound(frame, i.a) }
    frame.pointee.pc = i + 1
    let holds = try truth(x)
    if i.has(InstructionFlags.dropB) { (base + i.a).clear() }
    return holds
  }

  // MARK: Names

  /// Global or builtin, borrowed; fills the cache.
  @inline(never)
  func loadGlobalSlow(_ frame: FramePointer, _ i: InstructionPointer) throws(Raised) -> Slot {
    let header = frame.pointee.header
    // The name index is in the instruction, the cache index in the extension word.
    let name = header.pointee.names[i.bc]
    let cache = header.pointee.constants.cache(i)
    let globals = frame.pointee.globals.reference
    let index = globals.findIndex(name: name)
    if index >= 0 {
      cache.pointee.version = globals.keysVersion
      cache.pointee.key = 0
      cache.pointee.value = VM.address(of: globals.entries + index)
      return globals.entries[index].value
    }
    let found = builtins.findIndex(name: name)
    if found >= 0 {
      cache.pointee.version = globals.keysVersion
      cache.pointee.key = UInt(builtins.keysVersion)
      cache.pointee.value = VM.address(of: builtins.entries + found)
      return builtins.entries[found].value
    }
    frame.pointee.pc = i + 2
    throw undefinedName(name)
  }

  /// Address of an entry's value, as a slot that is no object.
  private static func address(of entry: UnsafeMutablePointer<DictObject.Entry>) -> Slot {
    let place = UnsafeMutableRawPointer(entry) + (MemoryLayout<DictObject.Entry>.offset(of: \.value) ?? 0)
    return Slot(bits: UInt(bitPattern: place), tag: Tag.none)
  }

  func storeGlobal(_ frame: FramePointer, _ i: InstructionPointer, _ base: Register) throws(Raised) {
    let value = base[i.a]
    if value.isUndefined { throw unbound(frame, i.a) }
    let header = frame.pointee.header
    let version = frame.pointee.globals._withUnsafeGuaranteedRef { $0.keysVersion }
    // Where the variable lies holds while the keys are the same.
    if let places = header.pointee.globalPlaces, places[i.bc].version == version, let place = places[i.bc].place {
      place.replace((base + i.a).owned(drop: i.has(InstructionFlags.dropB)))
      return
    }
    try storeGlobalSlow(frame, i, base, value)
  }
  @inline(never)
  private func storeGlobalSlow(
    _ frame: FramePointer, _ i: InstructionPointer, _ base: Register, _ value: Slot
  ) throws(Raised) {
    let header = frame.pointee.header
    let name = header.pointee.names[i.bc]
    let globals = frame.pointee.globals.reference
    globals.set(name: name, value)
    if i.has(InstructionFlags.dropB) { (base + i.a).clear() }
    // Most modules set each of their names once.
    if header.pointee.globalMisses < 64 {
      header.pointee.globalMisses &+= 1
      return
    }
    guard let count = header.pointee.code?.reference.parts.names.count else { return }
    let places: UnsafeMutablePointer<GlobalPlace>
    if let known = header.pointee.globalPlaces {
      places = known
    } else {
      places = .allocate(capacity: max(1, count))
      places.initialize(repeating: GlobalPlace(), count: max(1, count))
      header.pointee.globalPlaces = places
    }
    let index = globals.findIndex(name: name)
    if index < 0 { return }
    places[i.bc] = GlobalPlace(version: globals.keysVersion, place: globals.place(of: index))
  }

  @inline(never)
  func loadName(_ frame: FramePointer, _ i: InstructionPointer, _ base: Register) throws(Raised) {
    let name = frame.pointee.header.pointee.names[i.bc]
    if let found = try localsValue(frame, name) {
      (base + i.a).put(found.intoOwned())
      return
    }
    var value = frame.pointee.globals._withUnsafeGuaranteedRef { $0.find(name: name) }
    if value.isUndefined { value = builtins.find(name: name) }
    if value.isUndefined {
      frame.pointee.pc = i + 1
      throw undefinedName(name)
    }
    value.retain()
    (base + i.a).put(value)
  }

  /// Value of a name in the frame's locals mapping; nil when missing.
  private func localsValue(_ frame: FramePointer, _ name: Slot) throws(Raised) -> Value? {
    guard let locals = frame.pointee.locals?.reference else { return nil }
    if locals.kind == .dict, !locals.hasHeapType {
      let value = unsafeDowncast(locals, to: DictObject.self).find(name: name)
      return value.isUndefined ? nil : value.value
    }
    do {
      return try getItem(.object(locals), name.value)
    } catch {
      if error.exception.type.isSubtype(of: types.keyError) { return nil }
      throw error
    }
  }

  @inline(never)
  func storeName(_ frame: FramePointer, _ i: InstructionPointer, _ base: Register) throws(Raised) {
    let value = base[i.a]
    if value.isUndefined { throw unbound(frame, i.a) }
    let name = frame.pointee.header.pointee.names[i.bc]
    if let locals = frame.pointee.locals?.reference {
      if locals.kind == .dict, !locals.hasHeapType {
        unsafeDowncast(locals, to: DictObject.self).set(name: name, value)
      } else {
        try setItem(.object(locals), name.value, value.value)
      }
    } else {
      frame.pointee.globals._withUnsafeGuaranteedRef { $0.set(name: name, value) }
    }
    if i.has(InstructionFlags.dropB) { (base + i.a).clear() }
  }

  @inline(never)
  func deleteName(_ frame: FramePointer, _ i: InstructionPointer) throws(Raised) {
    let name = frame.pointee.header.pointee.names[i.bc]
    let removed: Bool
    if let locals = frame.pointee.locals?.reference {
      if locals.kind == .dict {
        removed = unsafeDowncast(locals, to: DictObject.self).remove(name: name)
      } else {
        try deleteItem(.object(locals), name.value)
        removed = true
      }
    } else {
      removed = frame.pointee.globals._withUnsafeGuaranteedRef { $0.remove(name: name) }
    }
    if !removed { throw undefinedName(name) }
  }

  @inline(never)
  func loadClassFree(_ frame: FramePointer, _ i: InstructionPointer, _ base: Register) throws(Raised) {
    let name = frame.pointee.header.pointee.names[i.c]
    if let found = try localsValue(frame, name) {
      (base + i.a).put(found.intoOwned())
      return
    }
    let cell = frame.pointee.closure.unsafelyUnwrapped[i.b]
    let value = unsafeDowncast(cell.object, to: CellObject.self).content
    if value.isUndefined { throw unboundFree(frame, i.b) }
    value.retain()
    (base + i.a).put(value)
  }

  /// Replaces the content of a cell by an owned slot.
  @inline(__always)
  func storeCell(_ cell: Slot, _ value: Slot) {
    let old = Unmanaged<CellObject>.fromOpaque(cell.pointer)._withUnsafeGuaranteedRef { cell in
      let old = cell.content
      cell.content = value
      return old
    }
    old.release()
  }

  @inline(never)
  func setupAnnotations(_ frame: FramePointer) {
    let namespace: DictObject
    if let locals = frame.pointee.locals?.reference as? DictObject {
      namespace = locals
    } else {
      namespace = frame.pointee.globals.reference
    }
    if namespace.find(name: names.annotations).isUndefined {
      namespace.set(name: names.annotations, value: .object(DictObject(self)))
    }
  }
}

extension BinaryOperator {
  /// Whether two ints of 64 bits may give one beyond them and nothing else.
  fileprivate var growsInts: Bool { self == .add || self == .subtract || self == .multiply }
}
