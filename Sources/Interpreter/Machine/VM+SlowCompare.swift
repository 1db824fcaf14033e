// Comparison, containment and truth that the loop does not decide itself.

extension VM {
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
    } else if x.isObject && y.isObject, x.typePointer == y.typePointer,
      x.typePointer == tupleType || x.typePointer == listType || x.kind == .tuple && comparesNatively(x, comparison)
    {
      let (p, q) = (x.pointer, y.pointer)
      let answer = compareItems(
        comparison, p.field(SequenceLayout.items, Register.self), p.field(SequenceLayout.count, Int.self),
        q.field(SequenceLayout.items, Register.self), q.field(SequenceLayout.count, Int.self))
      if !answer.isUndefined { return .bool(answer.asBool) }
    } else if x.isObject && y.isObject, x.typePointer == setType, y.typePointer == setType {
      return .bool(try SetMethods.holds(self, x, comparison, y))
    } else if let holds = comparePlainly(comparison, x, y) {
      return .bool(holds)
    } else if x.isKind(.native), y.isObject, x.typePointer == y.typePointer,
      comparesNatively(x, comparison), let answer = try x.object.compare(self, comparison, y.value)
    {
      return answer
    }
    return try compare(comparison, x.value, y.value)
  }

  /// Whether the class of an object leaves a comparison to native code.
  @inline(__always)
  private func comparesNatively(_ x: Slot, _ comparison: Comparison) -> Bool {
    let type = unsafeBitCast(x.typePointer, to: TypeObject.self)
    if !type.isHeap { return true }
    return type.special(self, Special.of(comparison)).isUndefined
      && (comparison != .notEqual || type.special(self, .eq).isUndefined)
  }

  /// Comparison of exact bytes, or of ints of which one at least has more than 64 bits; nil: it is something else.
  @inline(__always)
  private func comparePlainly(_ comparison: Comparison, _ x: Slot, _ y: Slot) -> Bool? {
    if x.isObject, x.typePointer == bytesType {
      guard y.isObject, y.typePointer == bytesType, let a = ByteView(x), let b = ByteView(y) else { return nil }
      return ByteOperators.compare(a, comparison, b)
    }
    guard x.isInt || x.isObject && x.typePointer == intType, y.isInt || y.isObject && y.typePointer == intType,
      !(x.isInt && y.isInt)
    else { return nil }
    return Numbers.holds(comparison, LongInt.order(x, y))
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
    if let (a, b) = VM.exactly(x, y) {
      if i.has(InstructionFlags.dropB) { (base + i.b).clear() }
      if i.has(InstructionFlags.dropC) { (base + i.c).clear() }
      (base + i.a).put(.bool(VM.compareDoubles(comparison, a, b)))
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

  /// The rest of `decide`: compares as the program says, which without the flag `jumpIfTrue` is the complement of what the
  /// instruction names.
  @inline(never)
  func decideSlow(
    _ named: Comparison, _ i: InstructionPointer, _ base: Register, _ right: Register
  ) throws(Raised) -> Bool {
    let (x, y) = (base[i.a], right.pointee)
    let jumpsIfTrue = i.has(InstructionFlags.jumpIfTrue)
    let comparison = jumpsIfTrue ? named : named.complement
    if x.isObject, y.isObject, x.typePointer == strType, y.typePointer == strType {
      let holds = VM.compareTexts(comparison, x, y)
      if i.has(InstructionFlags.dropB) { (base + i.a).clear() }
      if i.has(InstructionFlags.dropC) { (base + i.b).clear() }
      return holds == jumpsIfTrue
    }
    if let (a, b) = VM.exactly(x, y) {
      let holds = VM.compareDoubles(comparison, a, b)
      if i.has(InstructionFlags.dropB) { (base + i.a).clear() }
      if i.has(InstructionFlags.dropC) { (base + i.b).clear() }
      return holds == jumpsIfTrue
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
    return holds == jumpsIfTrue
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
}
