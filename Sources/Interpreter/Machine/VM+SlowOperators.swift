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

  /// `r[b] op` the slot at `right`. True when it pushed the frame of a special method.
  @inline(never)
  func binarySlow(_ op: BinaryOperator, _ i: InstructionPointer, _ base: Register, _ right: Register) throws(Raised) -> Bool {
    let (x, y) = (base[i.b], right.pointee)
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
    frame.pointee.pc = i + 1
    if x.isObject, op == .add || op == .multiply {
      let made = try binarySequences(op, x, y, inPlace: i.has(InstructionFlags.inPlace))
      if !made.isUndefined {
        if i.has(InstructionFlags.dropB) { (base + i.b).clear() }
        if i.has(InstructionFlags.dropC) { (base + i.c).clear() }
        (base + i.a).put(made)
        return false
      }
    }
    if op == .add, x.isObject, y.isObject, x.typePointer == bytesType, y.typePointer == bytesType {
      let bytes = try ByteOperators.concatenate(self, x, y)
      if i.has(InstructionFlags.dropB) { (base + i.b).clear() }
      if i.has(InstructionFlags.dropC) { (base + i.c).clear() }
      (base + i.a).put(bytes)
      return false
    }
    if let result = try binaryQuickly(op, x, y) {
      if i.has(InstructionFlags.dropB) { (base + i.b).clear() }
      if i.has(InstructionFlags.dropC) { (base + i.c).clear() }
      (base + i.a).put(result)
      return false
    }
    if x.isKind(.tensor) || y.isKind(.tensor) ? !i.has(InstructionFlags.inPlace) : x.isKind(.native) || y.isKind(.native) {
      let native = Unmanaged<Object>.fromOpaque(
        x.isKind(.tensor) || x.isKind(.native) && !y.isKind(.tensor) ? x.pointer : y.pointer)
      let result = try native.reference.binarySlots(self, op, x, y)
      if !result.isUndefined {
        if i.has(InstructionFlags.dropB) { (base + i.b).clear() }
        if i.has(InstructionFlags.dropC) { (base + i.c).clear() }
        (base + i.a).put(result)
        return false
      }
    }
    if !i.has(InstructionFlags.inPlace), x.isKind(.native) || y.isKind(.native) {
      let answer = try binaryNatives(op, x, y)
      if !answer.isUndefined {
        if i.has(InstructionFlags.dropB) { (base + i.b).clear() }
        if i.has(InstructionFlags.dropC) { (base + i.c).clear() }
        (base + i.a).put(answer)
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

  /// Sums and multiples of exact lists, tuples and texts, owned; undefined: the general way makes them.
  @inline(__always)
  private func binarySequences(_ op: BinaryOperator, _ x: Slot, _ y: Slot, inPlace: Bool) throws(Raised) -> Slot {
    let type = x.typePointer
    if op == .multiply {
      guard y.isInt else { return .undefined }
      if type == listType && !inPlace {
        return Value.object(try ListMethods.repeated(self, unsafeBitCast(x.pointer, to: ListObject.self), y.asInt)).intoOwned()
      }
      return type == strType ? StrOperators.repeatQuickly(self, x, y.asInt) : .undefined
    }
    guard y.isObject, y.typePointer == type else { return .undefined }
    if type == tupleType { return TupleObject.concatenateQuickly(self, x.pointer, y.pointer) }
    return type == listType && !inPlace ? try ListMethods.concatenate(self, x.pointer, y.pointer) : .undefined
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

  /// `x op y` where one is of a native type of the library and the other of such a type or a plain number, owned; undefined:
  /// take the general way.
  @inline(__always)
  private func binaryNatives(_ op: BinaryOperator, _ x: Slot, _ y: Slot) throws(Raised) -> Slot {
    guard x.isKind(.native) else {
      guard !x.isObject, leaves(y, op) else { return .undefined }
      return try y.object.binary(self, op, x.value, reflected: true)?.intoOwned() ?? .undefined
    }
    if !leaves(x, op) { return .undefined }
    if y.isObject && y.typePointer != x.typePointer {
      let other = unsafeBitCast(y.typePointer, to: TypeObject.self)
      // (A subclass is asked first.)
      if y.kind != .native || other.isHeap || other.isSubtype(of: unsafeBitCast(x.typePointer, to: TypeObject.self)) {
        return .undefined
      }
    }
    return try x.object.binary(self, op, y.value, reflected: false)?.intoOwned() ?? .undefined
  }

  /// Whether the class of an object leaves an operator to native code.
  @inline(__always)
  private func leaves(_ x: Slot, _ op: BinaryOperator) -> Bool {
    let type = unsafeBitCast(x.typePointer, to: TypeObject.self)
    return !type.isHeap
      || type.special(self, Special.forward(op)).isUndefined && type.special(self, Special.reflected(op)).isUndefined
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
}

extension BinaryOperator {
  /// Whether two ints of 64 bits may give one beyond them and nothing else.
  var growsInts: Bool { self == .add || self == .subtract || self == .multiply }
}
