// Truth, equality, order and hash of any two values: numbers, texts and tuples at once, everything else by its methods.

extension VM {
  /// `bool(value)`.
  @inline(__always)
  package func truth(_ slot: Slot) throws(Raised) -> Bool {
    switch slot.tag {
    case Tag.bool: return slot.bits != 0
    case Tag.none: return false
    case Tag.int: return slot.bits != 0
    case Tag.float: return slot.asDouble != 0
    default: return try truthSlow(slot)
    }
  }
  /// `bool(value)`.
  package func truth(_ value: Value) throws(Raised) -> Bool { try truth(value.borrowed) }

  @inline(never)
  private func truthSlow(_ slot: Slot) throws(Raised) -> Bool {
    guard slot.isObject else { return false }
    let exact = slot.typePointer
    // Texts count at the same place as lists and tuples.
    if exact == listType || exact == strType || exact == tupleType {
      return slot.pointer.field(SequenceLayout.count, Int.self) != 0
    }
    let o = slot.object
    if o.hasHeapType {
      if let made = try callHook(o, .bool) {
        guard case .bool(let b) = made else {
          throw typeError("__bool__ should return bool, returned \(type(of: made).operandName)")
        }
        return b
      }
      if !o.type.special(self, .len).isUndefined { return try length(.object(o)) != 0 }
    }
    if let b = try o.truth(self) { return b }
    if let n = try o.length(self) { return n != 0 }
    return true
  }

  /// `a == b` as a truth value, identity first (as containers compare).
  package func equal(_ a: Value, _ b: Value) throws(Raised) -> Bool {
    let (x, y) = (a.borrowed, b.borrowed)
    // As CPython compares items: what is the same object is equal, `nan` too.
    if x.isSame(as: y) { return true }
    return try truth(try compare(.equal, a, b))
  }

  /// What `plainlyEqual` knows.
  enum PlainAnswer { case yes, no, unknown }

  /// Whether two keys are equal, as far as no code of the user decides: the same bits are the same key, a NaN too.
  @inline(__always)
  func plainlyEqual(_ a: Slot, _ b: Slot) -> PlainAnswer {
    if a.isSame(as: b) { return .yes }
    guard a.isObject, b.isObject, a.typePointer == strType, b.typePointer == strType else { return .unknown }
    let (x, y) = (Unmanaged<StrObject>.fromOpaque(a.pointer), Unmanaged<StrObject>.fromOpaque(b.pointer))
    return x._withUnsafeGuaranteedRef { x in y._withUnsafeGuaranteedRef { x.equals($0) } } ? .yes : .no
  }

  /// `a == b` of slots as containers compare; texts, numbers and tuples of them without leaving for the protocol.
  @inline(__always)
  package func equalSlots(_ a: Slot, _ b: Slot) throws(Raised) -> Bool {
    if a.tag == b.tag {
      if a.tag == Tag.object {
        if a.bits == b.bits { return true }
        let type = a.typePointer
        if type == b.typePointer {
          if type == strType {
            let x = Unmanaged<StrObject>.fromOpaque(a.pointer)
            let y = Unmanaged<StrObject>.fromOpaque(b.pointer)
            return x._withUnsafeGuaranteedRef { x in y._withUnsafeGuaranteedRef { x.equals($0) } }
          }
          if type == tupleType { return try equalTuples(a, b) }
          if type == bytesType {
            let (x, y) = (Unmanaged<BytesObject>.fromOpaque(a.pointer), Unmanaged<BytesObject>.fromOpaque(b.pointer))
            return x._withUnsafeGuaranteedRef { x in y._withUnsafeGuaranteedRef { x.hasSameBytes($0) } }
          }
          // Classes whose metaclass has no say are equal to themselves only.
          if type == typeType { return false }
        }
      } else if a.tag == Tag.float {
        return a.bits == b.bits || a.asDouble == b.asDouble
      } else {
        return a.bits == b.bits
      }
    }
    return a.isKind(.instance) ? try equalInstance(a, b) : try equal(a.value, b.value)
  }
  /// The same for an instance of a Python class, whose method decides.
  @inline(never)
  private func equalInstance(_ a: Slot, _ b: Slot) throws(Raised) -> Bool {
    // What the method does may take them out of where they lie.
    a.retain()
    b.retain()
    defer {
      a.release()
      b.release()
    }
    let answer = try compareByMethod(.equal, a, b)
    if answer.isUndefined { return try equal(a.value, b.value) }
    return answer.isBool ? answer.asBool : try truth(consume(answer))
  }
  /// `a < b` of slots as heaps and sorted lists ask it; texts and tuples of plain items without leaving for the protocol.
  package func isLess(_ a: Slot, _ b: Slot) throws(Raised) -> Bool {
    if a.isObject && b.isObject && a.typePointer == b.typePointer {
      if a.typePointer == strType {
        let (x, y) = (Unmanaged<StrObject>.fromOpaque(a.pointer), Unmanaged<StrObject>.fromOpaque(b.pointer))
        return x._withUnsafeGuaranteedRef { x in y._withUnsafeGuaranteedRef { x.order($0) } } < 0
      }
      if a.typePointer == tupleType {
        let known = compareItems(
          .less, a.pointer.field(SequenceLayout.items, Register.self), a.pointer.field(SequenceLayout.count, Int.self),
          b.pointer.field(SequenceLayout.items, Register.self), b.pointer.field(SequenceLayout.count, Int.self))
        if !known.isUndefined { return known.asBool }
      }
    }
    return try truth(try compare(.less, a.value, b.value))
  }
  /// The comparison of two runs of items that begin with numbers and texts and are decided by one of them, or by their
  /// lengths, as a bool; undefined: code of the user may have a say.
  func compareItems(
    _ comparison: Comparison, _ first: UnsafePointer<Slot>, _ count: Int, _ second: UnsafePointer<Slot>, _ other: Int
  ) -> Slot {
    if count != other {
      if comparison == .equal { return .bool(false) }
      if comparison == .notEqual { return .bool(true) }
    }
    var k = 0
    let common = min(count, other)
    while k < common {
      let (x, y) = (first[k], second[k])
      k &+= 1
      if x.isSame(as: y) { continue }
      if x.tag != y.tag { return .undefined }
      if x.tag == Tag.int { return .bool(VM.compareInts(comparison, x.asInt, y.asInt)) }
      if x.tag == Tag.float {
        if x.asDouble == y.asDouble { continue }
        return .bool(VM.compareDoubles(comparison, x.asDouble, y.asDouble))
      }
      guard x.tag == Tag.object, x.typePointer == strType, y.typePointer == strType else { return .undefined }
      let (one, two) = (Unmanaged<StrObject>.fromOpaque(x.pointer), Unmanaged<StrObject>.fromOpaque(y.pointer))
      if one._withUnsafeGuaranteedRef({ one in two._withUnsafeGuaranteedRef { one.equals($0) } }) { continue }
      if comparison == .equal { return .bool(false) }
      if comparison == .notEqual { return .bool(true) }
      let order = one._withUnsafeGuaranteedRef { one in two._withUnsafeGuaranteedRef { one.order($0) } }
      return .bool(VM.compareInts(comparison, order, 0))
    }
    return .bool(ListMethods.ordered(comparison, count, other))
  }

  @inline(never)
  private func equalTuples(_ a: Slot, _ b: Slot) throws(Raised) -> Bool {
    let count = a.pointer.field(SequenceLayout.count, Int.self)
    if count != b.pointer.field(SequenceLayout.count, Int.self) { return false }
    let first = a.pointer.field(SequenceLayout.items, Register.self)
    let second = b.pointer.field(SequenceLayout.items, Register.self)
    var k = 0
    // Those items first that no code of the user compares.
    while k < count {
      let (x, y) = (first[k], second[k])
      if x.tag != y.tag { break }
      if x.tag == Tag.int {
        if x.bits != y.bits { return false }
      } else if x.tag == Tag.object && x.bits != y.bits {
        if x.typePointer != strType || y.typePointer != strType { break }
        let (one, other) = (Unmanaged<StrObject>.fromOpaque(x.pointer), Unmanaged<StrObject>.fromOpaque(y.pointer))
        if !one._withUnsafeGuaranteedRef({ one in other._withUnsafeGuaranteedRef { one.equals($0) } }) { return false }
      } else if x.tag != Tag.object {
        break
      }
      k &+= 1
    }
    if k == count { return true }
    let (x, y) = (unsafeDowncast(a.object, to: TupleObject.self), unsafeDowncast(b.object, to: TupleObject.self))
    try enterNative(" in comparison")
    defer { leaveNative() }
    while k < count {
      if !(try equalSlots(x.items[k], y.items[k])) { return false }
      k &+= 1
    }
    return true
  }

  /// Rich comparison; identity decides `==` and `!=` in the end, the rest raises TypeError.
  package func compare(_ comparison: Comparison, _ a: Value, _ b: Value) throws(Raised) -> Value {
    if let quick = Numbers.compare(self, comparison, a, b) { return .bool(quick) }
    try enterNative(" in comparison")
    defer { leaveNative() }
    let (left, right) = (type(of: a), type(of: b))
    var rightFirst = left !== right && right.isHeap && right.isSubtype(of: left)
    if rightFirst && right.special(self, Special.of(comparison.swapped)).isUndefined {
      // The `__ne__` that every class inherits asks `__eq__`.
      rightFirst = comparison == .notEqual && !right.special(self, .eq).isUndefined
    }
    if rightFirst, let r = try compareHalf(comparison.swapped, b, a) { return r }
    if let r = try compareHalf(comparison, a, b) { return r }
    if !rightFirst, let r = try compareHalf(comparison.swapped, b, a) { return r }
    switch comparison {
    case .equal: return .bool(a.isSame(as: b))
    case .notEqual: return .bool(!a.isSame(as: b))
    default:
      throw typeError(
        "'\(comparison.symbol)' not supported between instances of '\(left.operandName)' and '\(right.operandName)'")
    }
  }

  /// One side's answer; nil is NotImplemented.
  func compareHalf(_ comparison: Comparison, _ a: Value, _ b: Value) throws(Raised) -> Value? {
    guard case .object(let o) = a else { return nil }
    if o.hasHeapType {
      if let r = try callHook(o, Special.of(comparison), b.borrowed) { return isNotImplemented(r) ? nil : r }
      if comparison == .notEqual, let r = try callHook(o, .eq, b.borrowed) {
        // The default `__ne__` inverts `__eq__`.
        return isNotImplemented(r) ? nil : .bool(!(try truth(r)))
      }
    }
    if let r = try o.compare(self, comparison, b) { return r }
    if comparison == .notEqual, let r = try o.compare(self, .equal, b) { return .bool(!(try truth(r))) }
    return nil
  }

  /// Tells whether a value is the NotImplemented singleton.
  @inline(__always)
  package func isNotImplemented(_ value: Value) -> Bool {
    if case .object(let o) = value { return o.kind == .notImplemented }
    return false
  }

  /// `hash(value)`; ints and texts without a call.
  @inline(__always)
  func quickHash(_ slot: Slot) throws(Raised) -> Int {
    if slot.tag == Tag.int { return Numbers.hash(slot.asInt) }
    if slot.tag == Tag.object && slot.typePointer == strType {
      return Unmanaged<StrObject>.fromOpaque(slot.pointer)._withUnsafeGuaranteedRef { $0.hashValue_ }
    }
    return try hash(slot)
  }

  /// `hash(value)`.
  package func hash(_ slot: Slot) throws(Raised) -> Int {
    switch slot.tag {
    case Tag.int: return Numbers.hash(slot.asInt)
    case Tag.bool: return slot.bits != 0 ? 1 : 0
    // A float has no address: what stands in the slot tells one NaN from another.
    case Tag.float: return Numbers.hash(slot.asDouble, identity: Int(bitPattern: slot.bits >> 4))
    case Tag.none, Tag.undefined: return 0x0123_4567
    default: break
    }
    if slot.kind == .str {
      return Unmanaged<StrObject>.fromOpaque(slot.pointer)._withUnsafeGuaranteedRef { $0.hashValue_ }
    }
    if slot.typePointer == tupleType { return try unsafeBitCast(slot.pointer, to: TupleObject.self).hashed(self) }
    if slot.typePointer == bytesType {
      return Unmanaged<BytesObject>.fromOpaque(slot.pointer)._withUnsafeGuaranteedRef { $0.contentHash }
    }
    let o = slot.object
    if o.hasHeapType {
      let hook = o.type.special(self, .hash)
      if hook.isNone { throw typeError("unhashable type: '\(o.type.operandName)'") }
      if !hook.isUndefined, let made = try callHook(o, .hash) {
        guard let h = Numbers.hashResult(self, made) else {
          throw typeError("__hash__ method should return an integer")
        }
        return h
      }
    }
    return try o.hash(self)
  }
  /// `hash(value)`.
  package func hash(_ value: Value) throws(Raised) -> Int { try hash(value.borrowed) }
}
