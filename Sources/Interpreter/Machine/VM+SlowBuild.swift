// Displays, f-strings, unpacking, iteration outside the loop's fast paths.

extension VM {
  // MARK: Iteration

  @inline(never)
  func getIter(_ frame: FramePointer, _ i: InstructionPointer, _ base: Register) throws(Raised) {
    let x = base[i.b]
    if x.isUndefined { throw unbound(frame, i.b) }
    frame.pointee.pc = i + 1
    if x.isKind(.rangeIterator) {
      // The machine's own, made where `range(...)` stands before a loop, or the user's: each is its own iterator.
      if i.a != i.b { (base + i.a).put((base + i.b).owned(drop: i.has(InstructionFlags.dropB))) }
      return
    }
    let made = try iteratorSlot(x)
    if i.has(InstructionFlags.dropB) { (base + i.b).clear() }
    (base + i.a).put(made)
  }

  /// The iterator of a value, owned.
  ///
  /// Throws TypeError when it has none.
  @inline(__always)
  func iteratorSlot(_ x: Slot) throws(Raised) -> Slot {
    let quick = quickIterator(x)
    return quick.isUndefined ? Value.object(try iterator(x.value)).intoOwned() : quick
  }

  /// The iterator (owned) of an exact list, tuple or dict or of a view; undefined for anything else.
  @inline(__always)
  func quickIterator(_ x: Slot) -> Slot {
    guard x.isObject else { return .undefined }
    let type = x.typePointer
    if type == listType { return ObjectPool.listIterator(self, x) }
    if type == tupleType { return ObjectPool.tupleIterator(self, x) }
    if type == dictType { return ObjectPool.dictIterator(self, x, .keys) }
    switch x.kind {
    case .dictKeys, .dictValues, .dictItems:
      return ObjectPool.dictIterator(
        self, x.pointer.field(SequenceLayout.iterated, Slot.self), x.pointer.field(DictView.partOffset, DictPart.self))
    default: return .undefined
    }
  }

  /// Steps any iterator; the distance to jump: that of the loop's end, 0, or 1 past an `unpackSequence` it has done as
  /// well. (No `inout` for `pc`: it would have to live in memory in the whole loop.)
  @inline(never)
  func forIterSlow(
    _ frame: FramePointer, _ i: InstructionPointer, _ base: Register
  ) throws(Raised) -> Int {
    frame.pointee.pc = i + 2
    let iterator = base[i.b]
    let next = i + 2
    // `for a, b in enumerate(...)` and the like: no pair need be made.
    if next.pointee.opcode == .unpackSequence, next.c == 2, next.b == i.a, next.has(InstructionFlags.dropB),
      iterator.kind == .dictIterator || iterator.typePointer == enumerateType || iterator.typePointer == zipType
    {
      let target = base + next.a
      let answer = try stepPair(iterator, target, target + 1)
      if answer == .pair { return 1 }
      if answer == .end {
        (base + i.b).clear()
        return i.extra
      }
    }
    let item = try stepHeld(iterator)
    if item.isUndefined {
      (base + i.b).clear()
      return i.extra
    }
    (base + i.a).put(item)
    return 0
  }

  /// What `stepPair` found: a pair, the end, or something that `step` must handle.
  enum PairStep { case pair, end, other }

  /// Puts the two halves of an iterator's next pair into registers.
  @inline(__always)
  private func stepPair(_ iterator: Slot, _ a: Register, _ b: Register) throws(Raised) -> PairStep {
    let (first, second): (Slot, Slot)
    if iterator.kind == .dictIterator {
      let pairs = unsafeBitCast(iterator.pointer, to: DictIterator.self)
      if pairs.part != .items { return .other }
      guard let entry = try pairs.stepEntry(self) else { return .end }
      (first, second) = (entry.pointee.key, entry.pointee.value)
      first.retain()
      second.retain()
    } else if iterator.typePointer == enumerateType {
      let pairs = unsafeBitCast(iterator.pointer, to: EnumerateObject.self)
      guard let number = pairs.smallNumber else { return .other }
      second = try step(pairs.source)
      if second.isUndefined { return .end }
      pairs.advance()
      first = .int(number)
    } else {
      let pairs = unsafeBitCast(iterator.pointer, to: ZipObject.self)
      guard let (left, right) = pairs.pairSources else { return .other }
      first = try step(left)
      if first.isUndefined { return .end }
      do {
        second = try step(right)
      } catch {
        first.release()
        throw error
      }
      if second.isUndefined {
        first.release()
        return .end
      }
    }
    a.put(first)
    b.put(second)
    return .pair
  }

  @inline(never)
  func unpackSequence(_ frame: FramePointer, _ i: InstructionPointer, _ base: Register) throws(Raised) {
    let x = base[i.b]
    if x.isUndefined { throw unbound(frame, i.b) }
    frame.pointee.pc = i + 1
    let wanted = i.c
    if x.isObject, x.kind == .tuple || x.kind == .list, isPlainSequence(x) {
      let (items, count) =
        x.kind == .tuple
        ? (unsafeDowncast(x.object, to: TupleObject.self).items, unsafeDowncast(x.object, to: TupleObject.self).count)
        : (unsafeDowncast(x.object, to: ListObject.self).items, unsafeDowncast(x.object, to: ListObject.self).count)
      if count == wanted {
        // The source may be one of the targets: keep it until all items are out.
        let source = (base + i.b).owned(drop: i.has(InstructionFlags.dropB))
        for k in 0..<count { items[k].retain() }
        for k in 0..<count { (base + (i.a &+ k)).put(items[k]) }
        source.release()
        return
      }
      throw count > wanted
        ? valueError("too many values to unpack (expected \(wanted))")
        : valueError("not enough values to unpack (expected \(wanted), got \(count))")
    }
    guard let it = try iteratorOrNil(x.value) else {
      throw typeError("cannot unpack non-iterable \(type(of: x).name) object")
    }
    var values: [Value] = []
    while values.count <= wanted, let item = try next(it) { values.append(item) }
    if values.count > wanted { throw valueError("too many values to unpack (expected \(wanted))") }
    if values.count < wanted {
      throw valueError("not enough values to unpack (expected \(wanted), got \(values.count))")
    }
    if i.has(InstructionFlags.dropB) { (base + i.b).clear() }
    for (k, value) in values.enumerated() { (base + (i.a &+ k)).put(value.owned) }
  }

  /// Tells whether a list or tuple iterates as its builtin type does: a named tuple, too.
  @inline(__always)
  private func isPlainSequence(_ x: Slot) -> Bool {
    let type = unsafeBitCast(x.typePointer, to: TypeObject.self)
    return !type.isHeap || type.special(self, .iter).isUndefined
  }

  /// `[a, *_, b]` as a pattern: the first and last items by their index, nothing of what lies between.
  private func unpackByIndex(
    _ i: InstructionPointer, _ base: Register, _ before: Int, _ after: Int
  ) throws(Raised) {
    let subject = base[i.b].value
    let count = try length(subject)
    var values: [Value] = []
    for k in 0..<before { values.append(try getItem(subject, .int(k))) }
    for k in 0..<after { values.append(try getItem(subject, .int(count &- after &+ k))) }
    if i.has(InstructionFlags.dropB) { (base + i.b).clear() }
    for k in 0..<before { (base + (i.a &+ k)).put(values[k].owned) }
    (base + (i.a &+ before)).put(.none)
    for k in 0..<after { (base + (i.a &+ before &+ 1 &+ k)).put(values[before &+ k].owned) }
  }

  @inline(never)
  func unpackStar(_ i: InstructionPointer, _ base: Register) throws(Raised) {
    let frame = current
    let x = base[i.b]
    if x.isUndefined { throw unbound(frame, i.b) }
    frame.pointee.pc = i + 1
    let counts = Int(i.pointee.c)
    let (before, after) = (counts & 255, counts >> 8)
    guard try iteratorOrNil(x.value) != nil else {
      throw typeError("cannot unpack non-iterable \(type(of: x).name) object")
    }
    if i.has(InstructionFlags.inPlace) { return try unpackByIndex(i, base, before, after) }
    // A tuple or list as it is, anything else as a list of its items.
    let source: Object
    if x.isObject, x.typePointer == listType || x.typePointer == tupleType {
      source = x.object
    } else {
      source = ListObject.make(self, try list(of: x.value))
    }
    let p = Unmanaged.passUnretained(source).toOpaque()
    let items = p.field(SequenceLayout.items, Register.self)
    let count = p.field(SequenceLayout.count, Int.self)
    if count < before &+ after {
      throw valueError("not enough values to unpack (expected at least \(before &+ after), got \(count))")
    }
    // All are taken before a target is overwritten: what dies then may change the list.
    let rest = ListObject.make(self, capacity: count &- before &- after)
    for k in 0..<count { items[k].retain() }
    for k in before..<(count &- after) { rest.append(owned: items[k]) }
    let taken = top
    if taken + (before &+ after) >= stackLimit {
      for k in 0..<before { items[k].release() }
      for k in (count &- after)..<count { items[k].release() }
      throw recursionError()
    }
    for k in 0..<before { taken[k] = items[k] }
    for k in 0..<after { taken[before &+ k] = items[count &- after &+ k] }
    top = taken + (before &+ after)
    if i.has(InstructionFlags.dropB) { (base + i.b).clear() }
    for k in 0..<before { (base + (i.a &+ k)).put((taken + k).take()) }
    (base + (i.a &+ before)).put(Value.object(rest).intoOwned())
    for k in 0..<after { (base + (i.a &+ before &+ 1 &+ k)).put((taken + (before &+ k)).take()) }
    top = taken
    withExtendedLifetime(source) {}
  }

  // MARK: Displays

  @inline(never)
  func buildSet(_ i: InstructionPointer, _ base: Register) throws(Raised) {
    current.pointee.pc = i + 1
    let made = SetObject.make(self)
    for k in 0..<i.c { try made.add(self, base[i.b &+ k]) }
    clearRegisters(base + i.b, i.c)
    (base + i.a).put(Value.object(made).intoOwned())
  }

  @inline(never)
  func buildMap(_ i: InstructionPointer, _ base: Register) throws(Raised) {
    current.pointee.pc = i + 1
    let made = DictObject.make(self, capacity: i.c)
    for k in 0..<i.c { try made.set(self, base[i.b &+ 2 &* k], base[i.b &+ 2 &* k &+ 1]) }
    clearRegisters(base + i.b, 2 &* i.c)
    (base + i.a).put(Value.object(made).intoOwned())
  }

  @inline(never)
  func buildSlice(_ i: InstructionPointer, _ base: Register) {
    let window = base + i.b
    let made = ObjectPool.slice(self, moving: window[0], window[1], window[2])
    window.update(repeating: .undefined, count: 3)
    (base + i.a).put(made)
  }

  @inline(never)
  func buildString(_ i: InstructionPointer, _ base: Register) throws(Raised) {
    var total = 0
    var width = 1
    var ascii = true
    for k in 0..<i.c {
      let part = unsafeDowncast(base[i.b &+ k].object, to: StrObject.self)
      total &+= part.count
      width = max(width, part.width)
      ascii = ascii && part.isASCII
    }
    guard let made = StrObject.make(self, count: total, width: width, isASCII: ascii) else { throw memoryError() }
    let raw = made.storage
    var position = 0
    for k in 0..<i.c {
      let part = unsafeDowncast(base[i.b &+ k].object, to: StrObject.self)
      part.copyPoints(to: raw, at: position, width: width)
      position &+= part.count
    }
    clearRegisters(base + i.b, i.c)
    (base + i.a).put(Value.object(made).intoOwned())
  }

  private func converted(_ value: Value, _ conversion: Int) throws(Raised) -> Value {
    switch conversion {
    case 115: return .object(try str(value))
    case 114: return .object(try repr(value))
    case 97: return .object(try ascii(value))
    default: return value
    }
  }

  @inline(never)
  func formatValue(_ frame: FramePointer, _ i: InstructionPointer, _ base: Register) throws(Raised) {
    let x = base[i.b]
    if x.isUndefined { throw unbound(frame, i.b) }
    frame.pointee.pc = i + 1
    let value = try converted(x.value, i.c)
    let text: StrObject
    if case .object(let o) = value, o.hasHeapType || (o.kind != .str && o.kind != .int) {
      text = try format(value, emptyString)
    } else {
      text = try str(value)
    }
    if i.has(InstructionFlags.dropB) { (base + i.b).clear() }
    (base + i.a).put(Value.object(text).intoOwned())
  }

  @inline(never)
  func formatSpec(_ i: InstructionPointer, _ base: Register) throws(Raised) {
    current.pointee.pc = i + 1
    let value = try converted(base[i.b].value, i.c)
    let spec = unsafeDowncast(base[i.b &+ 1].object, to: StrObject.self)
    let text = try format(value, spec)
    clearRegisters(base + i.b, 2)
    (base + i.a).put(Value.object(text).intoOwned())
  }

  @inline(never)
  func listExtend(_ i: InstructionPointer, _ base: Register) throws(Raised) {
    current.pointee.pc = i + 1
    let target = unsafeDowncast(base[i.a].object, to: ListObject.self)
    let x = base[i.b]
    // The constants of a display, mostly.
    if x.isObject, x.typePointer == tupleType || x.typePointer == listType, !x.isSame(as: base[i.a]) {
      let count = x.pointer.field(SequenceLayout.count, Int.self)
      guard target.reserve(target.count &+ count) else { throw memoryError() }
      let items = x.pointer.field(SequenceLayout.items, Register.self)
      for k in 0..<count {
        items[k].retain()
        target.append(owned: items[k])
      }
      if i.has(InstructionFlags.dropC) { (base + i.b).clear() }
      return
    }
    let source = x.value
    guard try iteratorOrNil(source) != nil else {
      throw typeError("Value after * must be an iterable, not \(type(of: source).name)")
    }
    try forEach(source) { (item) throws(Raised) in target.append(item) }
    if i.has(InstructionFlags.dropC) { (base + i.b).clear() }
  }

  @inline(never)
  func setAdd(_ frame: FramePointer, _ i: InstructionPointer, _ base: Register) throws(Raised) {
    if base[i.b].isUndefined { throw unbound(frame, i.b) }
    frame.pointee.pc = i + 1
    try unsafeDowncast(base[i.a].object, to: SetObject.self).add(self, base[i.b])
    if i.has(InstructionFlags.dropC) { (base + i.b).clear() }
  }

  @inline(never)
  func setUpdate(_ i: InstructionPointer, _ base: Register) throws(Raised) {
    current.pointee.pc = i + 1
    let target = unsafeDowncast(base[i.a].object, to: SetObject.self)
    let source = base[i.b].value
    if case .object(let o) = source, !o.hasHeapType, o.kind == .set || o.kind == .frozenset {
      try target.merge(self, unsafeDowncast(o, to: SetObject.self))
    } else {
      guard try iteratorOrNil(source) != nil else {
        throw typeError("Value after * must be an iterable, not \(type(of: source).name)")
      }
      try SetMethods.update(self, target, source)
    }
    if i.has(InstructionFlags.dropC) { (base + i.b).clear() }
  }

  @inline(never)
  func mapAdd(_ frame: FramePointer, _ i: InstructionPointer, _ base: Register) throws(Raised) {
    if base[i.b].isUndefined { throw unbound(frame, i.b) }
    if base[i.c].isUndefined { throw unbound(frame, i.c) }
    frame.pointee.pc = i + 1
    try unsafeDowncast(base[i.a].object, to: DictObject.self).set(self, base[i.b], base[i.c])
    if i.has(InstructionFlags.dropC) { (base + i.b).clear() }
    if i.has(InstructionFlags.dropThird) { (base + i.c).clear() }
  }

  @inline(never)
  func mapUpdate(_ i: InstructionPointer, _ base: Register) throws(Raised) {
    current.pointee.pc = i + 1
    let target = unsafeDowncast(base[i.a].object, to: DictObject.self)
    let source = base[i.b].value
    if source.kind == .dict {
      try DictMethods.merge(self, target, source)
    } else {
      try forEachItem(of: source, "'\(type(of: source).name)' object is not a mapping") { (key, value) throws(Raised) in
        try target.set(self, key, value)
      }
    }
    if i.has(InstructionFlags.dropC) { (base + i.b).clear() }
  }

  @inline(never)
  func mapMerge(_ i: InstructionPointer, _ base: Register) throws(Raised) {
    current.pointee.pc = i + 1
    let target = unsafeDowncast(base[i.a].object, to: DictObject.self)
    let source = base[i.b].value
    let callee = base[i.c]
    // Nothing can be there twice in an empty dict.
    if target.count == 0, let dict = source.asDict, !dict.hasHeapType {
      if !target.copyEntries(of: dict) { try DictMethods.merge(self, target, source) }
      if i.has(InstructionFlags.dropC) { (base + i.b).clear() }
      return
    }
    let message =
      source.kind == .dict
      ? "" : "\(callableName(callee))() argument after ** must be a mapping, not \(type(of: source).name)"
    try forEachItem(of: source, message) { (key, value) throws(Raised) in
      if try target.get(self, key) != nil {
        throw typeError(
          "\(callableName(callee))() got multiple values for keyword argument '\(try str(key).string)'")
      }
      try target.set(self, key, value)
    }
    if i.has(InstructionFlags.dropC) { (base + i.b).clear() }
  }

  /// Calls `body` with the items of a mapping (`keys()` and `__getitem__`).
  package func forEachItem(
    of source: Value, _ message: String, _ body: (Value, Value) throws(Raised) -> Void
  ) throws(Raised) {
    if case .object(let o) = source, let dict = o as? DictObject, !o.hasHeapType {
      for item in dict.items { try body(item.key, item.value) }
      return
    }
    guard let keys = try getAttrOrNil(source, intern("keys")) else { throw typeError(message) }
    for key in try list(of: try call(keys, [])) { try body(key, try getItem(source, key)) }
  }

  @inline(never)
  func listToTuple(_ i: InstructionPointer, _ base: Register) {
    let list = unsafeDowncast(base[i.b].object, to: ListObject.self)
    let made = TupleObject.make(self, copying: list.items, count: list.count)
    if i.has(InstructionFlags.dropB) { (base + i.b).clear() }
    (base + i.a).put(Value.object(made).intoOwned())
  }

  /// `ascii(value)`: repr with everything beyond ASCII escaped.
  package func ascii(_ value: Value) throws(Raised) -> StrObject {
    let text = try repr(value)
    if text.isASCII { return text }
    var result: [UInt32] = []
    func escape(_ prefix: String, _ point: UInt32, _ digits: Int) {
      let hex = String(point, radix: 16)
      let padded = prefix + String(repeating: "0", count: max(0, digits - hex.count)) + hex
      result.append(contentsOf: padded.unicodeScalars.map(\.value))
    }
    for point in text.codePoints {
      if point < 0x80 {
        result.append(point)
      } else if point < 0x100 {
        escape("\\x", point, 2)
      } else if point < 0x10000 {
        escape("\\u", point, 4)
      } else {
        escape("\\U", point, 8)
      }
    }
    return StrObject(self, codePoints: result)
  }
}
