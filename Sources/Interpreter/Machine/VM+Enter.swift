// Python functions that an instruction other than a call runs: special methods of operators and getters of properties
// get a frame like called functions, without native recursion. And slices that need no slice object.

extension VM {
  // MARK: Operators

  /// Pushes the frame of the special method of `x op y` when it is a Python function and comes first; false: take
  /// the general way.
  func enterBinary(
    _ op: BinaryOperator, _ i: InstructionPointer, _ frame: FramePointer, _ base: Register, _ x: Slot, _ y: Slot
  ) throws(Raised) -> Bool {
    let (receiver, other) = x.isObject ? (x, y) : (y, x)
    guard receiver.isKind(.instance) else { return false }
    let type = unsafeBitCast(receiver.typePointer, to: TypeObject.self)
    guard type.isHeap else { return false }
    let special: Special
    if x.isObject {
      if y.isObject && y.typePointer != x.typePointer {
        // A subclass on the right may come first.
        let right = unsafeBitCast(y.typePointer, to: TypeObject.self)
        if right.isSubtype(of: type) && overloads(right, type, op) { return false }
      }
      if i.has(InstructionFlags.inPlace) && !type.special(self, Special.inPlace(op)).isUndefined { return false }
      special = Special.forward(op)
    } else {
      special = Special.reflected(op)
    }
    let hook = type.special(self, special)
    return try enter(hook, frame, i, base, receiver, other, kind: .binary)
  }

  /// Pushes the frame of a Python function of one or two parameters above the registers of `frame`; the slot below
  /// the parameters keeps the function alive. False: it is something else.
  private func enter(
    _ callee: Slot, _ frame: FramePointer, _ i: InstructionPointer, _ base: Register, _ first: Slot, _ second: Slot,
    kind: FrameRecord.Kind
  ) throws(Raised) -> Bool {
    guard callee.isKind(.function) else { return false }
    let function = Unmanaged<FunctionObject>.fromOpaque(callee.pointer)
    let header = function._withUnsafeGuaranteedRef { $0.header }
    let count = second.isUndefined ? 1 : 2
    let window = top
    let index = window - base
    guard header.pointee.isSimple, header.pointee.argCount == count, index >= 0,
      index <= Instruction.greatestOperand
    else { return false }
    let pushed = try pushFrame(frame, function, header, window + 1, i, kind: kind)
    pushed.pointee.functionRegister = UInt16(truncatingIfNeeded: index << 1)
    callee.retain()
    window[0] = callee
    first.retain()
    window[1] = first
    if count == 2 {
      second.retain()
      window[2] = second
    }
    return true
  }

  /// Ends a binary operator whose special method returned `result` (owned).
  @inline(never)
  func finishBinary(
    _ frame: FramePointer, _ i: InstructionPointer, _ function: Int, _ result: Slot, mayDecline: Bool
  ) throws(Raised) {
    let base = frame.pointee.base
    (base + function).clear()
    var result = result
    if mayDecline && result.isKind(.notImplemented) {
      result.release()
      result = try askOther(frame, i).intoOwned()
    }
    if i.has(InstructionFlags.dropB) { (base + i.b).clear() }
    if i.has(InstructionFlags.dropC) { (base + i.c).clear() }
    (base + i.a).put(result)
  }

  /// What the other operand says after the first one declined.
  private func askOther(_ frame: FramePointer, _ i: InstructionPointer) throws(Raised) -> Value {
    let code = opcode(at: i).rawValue
    let isConstant = code >= Opcode.addK.rawValue && code <= Opcode.powerK.rawValue
    let op = BinaryOperator(rawValue: code &- (isConstant ? Opcode.addK.rawValue : Opcode.add.rawValue)) ?? .add
    let x = frame.pointee.base[i.b]
    let y = isConstant ? frame.pointee.header.pointee.constants[i.c] : frame.pointee.base[i.c]
    let (a, b) = (x.value, y.value)
    if x.isObject && type(of: x) !== type(of: y), let answer = try binaryHalf(op, b, a, reflected: true) { return answer }
    let inPlace = i.has(InstructionFlags.inPlace)
    throw unsupported(inPlace && op != .power ? op.symbol + "=" : op.symbol, a, b)
  }

  // MARK: Properties

  /// Pushes the frame of the getter when the attribute is a property with a Python function.
  func enterGetter(
    _ frame: FramePointer, _ i: InstructionPointer, _ base: Register, _ x: Slot, _ name: Slot
  ) throws(Raised) -> Bool {
    let type = unsafeBitCast(x.typePointer, to: TypeObject.self)
    guard type.isHeap, !type.hasAttributeHooks, x.kind == .instance else { return false }
    let found = type.lookup(self, name)
    guard found.isKind(.property) else { return false }
    let property = unsafeDowncast(found.object, to: PropertyObject.self)
    if property.hasHeapType { return false }
    guard try enter(property.getter, frame, i, base, x, .undefined, kind: .call) else { return false }
    if i.has(InstructionFlags.dropB) { (base + i.b).clear() }
    let shape = x.pointer.field(ObjectLayout.shape, UInt.self)
    if shape != 0 && !type.isVolatile(name) {
      // A property comes before what the instance has.
      let cache = frame.pointee.header.pointee.constants.cache(i)
      cache.makeRoom()
      cache.pointee.key = shape
      cache.pointee.version = type.version
      cache.pointee.value = Slot(bits: found.bits, tag: Tag.held)
    }
    return true
  }

  /// Reads an attribute that the cache knows as a property. True when it pushed the frame of the getter.
  @inline(never)
  func loadProperty(
    _ frame: FramePointer, _ i: InstructionPointer, _ base: Register, _ x: Slot, _ cached: Slot
  ) throws(Raised) -> Bool {
    let property = unsafeBitCast(cached.pointer, to: PropertyObject.self)
    guard try enter(property.getter, frame, i, base, x, .undefined, kind: .call) else {
      return try loadAttrSlow(frame, i, base)
    }
    if i.has(InstructionFlags.dropB) { (base + i.b).clear() }
    return true
  }

  /// Pushes the frame of the setter when the attribute is a property with a Python function.
  func enterSetter(
    _ frame: FramePointer, _ i: InstructionPointer, _ base: Register, _ x: Slot, _ name: Slot, _ value: Slot
  ) throws(Raised) -> Bool {
    let type = unsafeBitCast(x.typePointer, to: TypeObject.self)
    guard type.isHeap, !type.hasSetAttributeHook, x.kind == .instance else { return false }
    let found = type.lookup(self, name)
    guard found.isKind(.property) else { return false }
    let property = unsafeDowncast(found.object, to: PropertyObject.self)
    if property.hasHeapType { return false }
    guard try enter(property.setter, frame, i, base, x, value, kind: .setter) else { return false }
    if i.has(InstructionFlags.dropC) { (base + i.b).clear() }
    if i.has(InstructionFlags.dropB) { (base + i.a).clear() }
    return true
  }

  // MARK: Items and context managers

  /// Pushes the frame of `__getitem__` when it is a Python function.
  func enterItem(
    _ frame: FramePointer, _ i: InstructionPointer, _ base: Register, _ x: Slot, _ key: Slot
  ) throws(Raised) -> Bool {
    guard x.isKind(.instance) else { return false }
    let type = unsafeBitCast(x.typePointer, to: TypeObject.self)
    guard type.isHeap else { return false }
    return try enter(type.special(self, .getitem), frame, i, base, x, key, kind: .item)
  }

  /// Pushes the frame of `__enter__`, whose result the register after that of `__exit__` receives.
  func enterManager(
    _ frame: FramePointer, _ i: InstructionPointer, _ base: Register, _ callee: Slot, _ manager: Slot
  ) throws(Raised) -> Bool {
    guard try enter(callee, frame, i, base, manager, .undefined, kind: .call) else { return false }
    current.pointee.returnRegister = i.pointee.a &+ 2
    return true
  }

  /// Pushes the frame of a bound `__exit__` for a block that ended well.
  func enterExit(_ frame: FramePointer, _ i: InstructionPointer, _ base: Register, _ exit: Slot) throws(Raised) -> Bool {
    guard exit.isKind(.boundMethod) else { return false }
    let method = unsafeBitCast(exit.pointer, to: BoundMethod.self)
    let (callee, receiver) = (method.function, method.receiver)
    guard callee.isKind(.function) else { return false }
    let function = Unmanaged<FunctionObject>.fromOpaque(callee.pointer)
    let header = function._withUnsafeGuaranteedRef { $0.header }
    let window = top
    let index = window - base
    guard !header.pointee.isDeferred, !header.pointee.isGenerator, index >= 0,
      index <= Instruction.greatestOperand, window + 8 < stackLimit
    else { return false }
    callee.retain()
    window[0] = callee
    receiver.retain()
    window[1] = receiver
    for k in 2..<5 { window[k] = .none }
    do throws(Raised) {
      if header.pointee.simpleCount == 4 {
        _ = try pushFrame(frame, function, header, window + 1, i, kind: .call)
      } else {
        _ = try callGeneral(function, window + 1, 4, nil, i)
      }
    } catch {
      clearRegisters(window, 5)
      throw error
    }
    current.pointee.functionRegister = UInt16(truncatingIfNeeded: index << 1)
    return true
  }

  // MARK: Slices

  /// Executes `buildSlice` together with the `list[slice]` or `list[slice] = sequence` that follows. False: it is
  /// something else, and nothing has happened.
  @inline(never)
  func sliceDirectly(_ i: InstructionPointer, _ base: Register) throws(Raised) -> Bool {
    let next = i + 1
    let reads = next.pointee.opcode == .getItem
    guard reads || next.pointee.opcode == .setItem, next.has(InstructionFlags.dropC), (reads ? next.c : next.b) == i.a
    else { return false }
    let container = base + (reads ? next.b : next.a)
    let window = base + i.b
    if container.pointee.isObject, container.pointee.typePointer == listType, slicePlainly(next, base, container, window) {
      return true
    }
    if reads, container.pointee.isObject, container.pointee.typePointer == tupleType {
      guard let made = sliceTuple(container.pointee.pointer, window) else { return false }
      window.update(repeating: .undefined, count: 3)
      if next.has(InstructionFlags.dropB) { container.clear() }
      (base + next.a).put(made)
      return true
    }
    guard container.pointee.isObject,
      container.pointee.typePointer == listType || reads && isTextOrBytes(container.pointee.typePointer),
      let first = VM.bound(window[0]), let end = VM.bound(window[1]), let by = VM.bound(window[2]), by != 0, by != Int.min
    else { return false }
    if container.pointee.typePointer == strType {
      let text = unsafeDowncast(container.pointee.object, to: StrObject.self)
      let range = SliceObject.Range(first, end, (by ?? 1), text.count)
      let made = try StrOperators.slice(self, text, range)
      window.update(repeating: .undefined, count: 3)
      if next.has(InstructionFlags.dropB) { container.clear() }
      (base + next.a).put(Value.object(made).intoOwned())
      return true
    }
    if container.pointee.typePointer != listType {
      guard let view = ByteView(container.pointee) else { return false }
      let range = SliceObject.Range(first, end, (by ?? 1), view.count)
      let isArray = container.pointee.typePointer == bytearrayType
      let made: Slot
      if !isArray, range.step == 1, range.count == view.count {
        made = container.pointee
        made.retain()
      } else {
        made = try ByteOperators.part(self, view, range, isArray: isArray).intoOwned()
      }
      window.update(repeating: .undefined, count: 3)
      if next.has(InstructionFlags.dropB) { container.clear() }
      (base + next.a).put(made)
      return true
    }
    let list = unsafeBitCast(container.pointee.pointer, to: ListObject.self)
    let range = SliceObject.Range(first, end, (by ?? 1), list.count)
    if reads {
      let made = ListMethods.copy(self, list, range)
      window.update(repeating: .undefined, count: 3)
      if next.has(InstructionFlags.dropB) { container.clear() }
      (base + next.a).put(Value.object(made).intoOwned())
      return true
    }
    let value = base[next.c]
    guard value.isObject, value.typePointer == listType || value.typePointer == tupleType,
      !value.isSame(as: container.pointee)
    else { return false }
    let new = value.pointer.field(SequenceLayout.items, Register.self)
    let count = value.pointer.field(SequenceLayout.count, Int.self)
    if range.step == 1 {
      try ListMethods.replace(self, list, range.start, max(range.start, range.stop), copying: new, count: count)
    } else {
      if count != range.count { return false }
      ListMethods.overwrite(list, range, new)
    }
    window.update(repeating: .undefined, count: 3)
    if next.has(InstructionFlags.dropB) { container.clear() }
    if next.has(InstructionFlags.dropThird) { (base + next.c).clear() }
    return true
  }

  @inline(__always)
  private func isTextOrBytes(_ type: UnsafeMutableRawPointer) -> Bool {
    type == strType || type == bytesType || type == bytearrayType
  }

  /// The commonest slices of lists: steps of 1 and -1, and assignments of as many items as there are. False: it is
  /// something else, and nothing has happened.
  @inline(__always)
  private func slicePlainly(
    _ next: InstructionPointer, _ base: Register, _ container: Register, _ window: Register
  ) -> Bool {
    let list = container.pointee.pointer
    let items = list.field(SequenceLayout.items, Register.self)
    let count = list.field(SequenceLayout.count, Int.self)
    let step = window[2]
    guard step.isNone || step.isInt && (step.asInt == 1 || step.asInt == -1) else { return false }
    let isBackward = step.isInt && step.asInt < 0
    // Where a slice may begin and end; counted from the end when negative.
    let (least, most) = isBackward ? (-1, count &- 1) : (0, count)
    guard let first = VM.place(window[0], isBackward ? most : least, least, most, count),
      let last = VM.place(window[1], isBackward ? least : most, least, most, count)
    else { return false }
    let length = max(0, isBackward ? first &- last : last &- first)
    if next.pointee.opcode == .getItem {
      guard length <= 1 << 16 else { return false }
      let from = isBackward && length > 0 ? items + (first &- length &+ 1) : items + (length > 0 ? first : 0)
      let made = ListObject.slot(self, holding: from, count: length, backward: isBackward)
      window.update(repeating: .undefined, count: 3)
      if next.has(InstructionFlags.dropB) { container.clear() }
      (base + next.a).put(made)
      return true
    }
    let value = base[next.c]
    guard !isBackward, value.isObject, value.typePointer == listType || value.typePointer == tupleType,
      value.pointer != list, value.pointer.field(SequenceLayout.count, Int.self) == length,
      VM.holdNoObjects(items + first, length)
    else { return false }
    var from = value.pointer.field(SequenceLayout.items, Register.self)
    var target = items + first
    for _ in 0..<length {
      let item = from.pointee
      item.retainHeld()
      target.pointee = item
      from += 1
      target += 1
    }
    window.update(repeating: .undefined, count: 3)
    if next.has(InstructionFlags.dropB) { container.clear() }
    if next.has(InstructionFlags.dropThird) { (base + next.c).clear() }
    return true
  }

  /// A few neighbouring items of a tuple as a tuple, owned; nil: the general way makes it.
  private func sliceTuple(_ tuple: UnsafeMutableRawPointer, _ window: Register) -> Slot? {
    let count = tuple.field(SequenceLayout.count, Int.self)
    guard window[2].isNone, let first = VM.place(window[0], 0, 0, count, count),
      let last = VM.place(window[1], count, 0, count, count), last > first, last &- first < count,
      last &- first <= ObjectPool.maximumItems
    else { return nil }
    let items = tuple.field(SequenceLayout.items, Register.self) + first
    for k in 0..<last &- first { items[k].retain() }
    return TupleObject.slot(self, moving: items, count: last &- first)
  }

  /// A bound of a slice within its limits; nil: it is neither None nor an int.
  @inline(__always)
  private static func place(_ slot: Slot, _ missing: Int, _ least: Int, _ most: Int, _ count: Int) -> Int? {
    if slot.isNone { return missing }
    guard slot.isInt else { return nil }
    let place = slot.asInt < 0 ? slot.asInt &+ count : slot.asInt
    return min(max(place, least), most)
  }

  /// Tells whether slots are all numbers and the like, which nobody needs to release.
  @inline(__always)
  static func holdNoObjects(_ items: UnsafePointer<Slot>, _ count: Int) -> Bool {
    for k in 0..<count where items[k].isObject { return false }
    return true
  }

  /// A part of a slice: nil within for None; nil when it is neither None nor an int.
  @inline(__always)
  private static func bound(_ slot: Slot) -> Int?? {
    if slot.isInt { return .some(slot.asInt) }
    return slot.isNone ? .some(nil) : nil
  }
}
