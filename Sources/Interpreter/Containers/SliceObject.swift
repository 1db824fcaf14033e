/// `slice(start, stop, step)`.
package final class SliceObject: Object {
  /// The three parts, owned.
  package let start, stop, step: Slot

  package convenience init(_ vm: VM, start: Value, stop: Value, step: Value) {
    self.init(vm, moving: start.owned, stop.owned, step.owned)
  }
  /// Takes over three owned parts.
  init(_ vm: VM, moving start: Slot, _ stop: Slot, _ step: Slot) {
    self.start = start
    self.stop = stop
    self.step = step
    super.init(kind: .slice, type: vm.types.slice, tracked: false)
  }
  /// Where the parts lie.
  @inline(__always) static var partsOffset: Int { 56 }
  /// Checks that the parts lie where `ObjectPool` takes them to; called once at start-up.
  static func checkLayout(_ vm: VM) {
    let made = SliceObject(vm, start: .int(5), stop: .int(6), step: .int(7))
    withExtendedLifetime(made) {
      let p = Unmanaged.passUnretained(made as Object).toOpaque()
      precondition(
        (0..<3).allSatisfy { p.field(partsOffset &+ $0 &* 16, Slot.self).asInt == 5 &+ $0 },
        "the parts of a slice do not lie where ObjectPool takes them to")
    }
  }
  deinit {
    start.release()
    stop.release()
    step.release()
  }

  /// The slice applied to a sequence: `count` items from `start` in steps of `step`; `stop` ends before the first
  /// item that is not taken.
  package struct Range {
    package var start: Int
    package var stop: Int
    package var step: Int
    package var count: Int

    /// What `[first:end:step]` takes of `length` items; the step is not zero.
    init(_ first: Int?, _ end: Int?, _ step: Int, _ length: Int) {
      let (low, high) = step < 0 ? (-1, length &- 1) : (0, length)
      func place(_ number: Int?, _ missing: Int) -> Int {
        guard var i = number else { return missing }
        if i < 0 { i = i &+ length }
        return i < low ? low : i > high ? high : i
      }
      start = place(first, step < 0 ? high : low)
      stop = place(end, step < 0 ? low : high)
      self.step = step
      count = SliceObject.count(start, stop, step)
    }

    /// A range of known count.
    init(start: Int, stop: Int, step: Int, count: Int) {
      self.start = start
      self.stop = stop
      self.step = step
      self.count = count
    }

    /// Index of the i-th item.
    @inline(__always) package subscript(_ i: Int) -> Int { start &+ i &* step }
  }

  /// Computes what the slice takes of a sequence of `length` items. The length is asked for last: an `__index__` of the
  /// slice may change the sequence.
  package func indices(_ vm: VM, _ length: @autoclosure () -> Int) throws(Raised) -> Range {
    var by = 1
    if !step.isNone {
      by = step.isInt ? step.asInt : try vm.sliceIndex(step.value)
      if by == 0 { throw vm.valueError("slice step cannot be zero") }
      if by == Int.min { by = -Int.max }
    }
    func number(_ slot: Slot) throws(Raised) -> Int? {
      slot.isInt ? slot.asInt : slot.isNone ? nil : try vm.sliceIndex(slot.value)
    }
    let first = try number(start)
    let end = try number(stop)
    return Range(first, end, by, length())
  }

  /// Number of items from `start` to before `stop`.
  static func count(_ start: Int, _ stop: Int, _ step: Int) -> Int {
    // A division takes as long as the rest of a slice.
    if step == 1 { return start < stop ? stop &- start : 0 }
    if step == -1 { return start > stop ? start &- stop : 0 }
    if step > 0 { return start < stop ? (stop &- start &- 1) / step &+ 1 : 0 }
    return start > stop ? (start &- stop &- 1) / (0 &- step) &+ 1 : 0
  }

  public override func repr(_ vm: VM) throws(Raised) -> StrObject {
    var text = "slice("
    text += try vm.repr(start.value).string + ", "
    text += try vm.repr(stop.value).string + ", "
    text += try vm.repr(step.value).string + ")"
    return vm.string(text)
  }
  public override func compare(_ vm: VM, _ comparison: Comparison, _ other: Value) throws(Raised) -> Value? {
    guard let other = other.asSlice else { return nil }
    if other === self { return .bool(comparison == .equal || comparison == .lessEqual || comparison == .greaterEqual) }
    return try vm.compare(comparison, .object(asTuple(vm)), .object(other.asTuple(vm)))
  }
  private func asTuple(_ vm: VM) -> TupleObject { TupleObject.make(vm, [start.value, stop.value, step.value]) }
  public override func hash(_ vm: VM) throws(Raised) -> Int {
    try vm.hash(.object(asTuple(vm)))
  }
  public override func traverse(_ visit: (Slot) -> Void) {
    visit(start)
    visit(stop)
    visit(step)
  }

  static func populate(_ type: TypeObject, _ vm: VM) {
    type.specials(vm, [.repr, .eq, .ne, .lt, .le, .gt, .ge])
    type.unhashable(vm)
    type.attribute(vm, "start", get: { (vm, v) throws(Raised) in v.asSlice?.start.value ?? .none })
    type.attribute(vm, "stop", get: { (vm, v) throws(Raised) in v.asSlice?.stop.value ?? .none })
    type.attribute(vm, "step", get: { (vm, v) throws(Raised) in v.asSlice?.step.value ?? .none })
    type.method(vm, "indices(self, length, /)", "Start, stop and step for a sequence of the given length.") {
      (vm, args) throws(Raised) in
      guard let slice = args[0].asSlice else { return .none }
      let length = try vm.index(args[1])
      if length < 0 { throw vm.valueError("length should not be negative") }
      let r = try slice.indices(vm, length)
      return .object(TupleObject.make(vm, [.int(r.start), .int(r.stop), .int(r.step)]))
    }
  }

  static func make(_ vm: VM, _ cls: TypeObject, _ args: Arguments) throws(Raised) -> Value {
    if args.keywordNames != nil { throw vm.typeError("slice() takes no keyword arguments") }
    func part(_ index: Int) -> Slot {
      let slot = args.slot(index)
      slot.retain()
      return slot
    }
    switch args.count {
    case 0: throw vm.typeError("slice expected at least 1 argument, got 0")
    case 1: return vm.consume(ObjectPool.slice(vm, moving: .none, part(0), .none))
    case 2: return vm.consume(ObjectPool.slice(vm, moving: part(0), part(1), .none))
    case 3: return vm.consume(ObjectPool.slice(vm, moving: part(0), part(1), part(2)))
    default: throw vm.typeError("slice expected at most 3 arguments, got \(args.count)")
    }
  }
}

extension VM {
  /// A bound of a slice, clamped to 64 bits.
  package func sliceIndex(_ value: Value) throws(Raised) -> Int {
    if case .int(let i) = value { return i }
    if case .bool(let b) = value { return b ? 1 : 0 }
    guard hasIndex(value) else {
      throw typeError("slice indices must be integers or None or have an __index__ method")
    }
    return clamped(try indexValue(value))
  }

  /// An integer clamped to 64 bits.
  package func clamped(_ value: Value) -> Int {
    switch value {
    case .int(let i): return i
    case .bool(let b): return b ? 1 : 0
    default: return Numbers.compare(self, .less, value, .int(0)) == true ? Int.min : Int.max
    }
  }

  /// Tells whether `operator.index` accepts the value.
  package func hasIndex(_ value: Value) -> Bool {
    switch value {
    case .int, .bool: return true
    case .object(let o):
      if o.kind == .int { return true }
      if o.hasHeapType && !o.type.special(self, .index).isUndefined { return true }
      // Which tensors are numbers is told by the error of the conversion.
      if o.kind == .tensor { return true }
      if o.kind == .native { return (try? o.index(self)) != nil }
      return false
    default: return false
    }
  }

  /// An index into a sequence: IndexError when it does not fit 64 bits.
  package func sequenceIndex(_ value: Value) throws(Raised) -> Int {
    switch try indexValue(value) {
    case .int(let i): return i
    case .bool(let b): return b ? 1 : 0
    default: throw indexError("cannot fit 'int' into an index-sized integer")
    }
  }

  /// Tells whether a right operand may handle an operation itself, so that a sequence must not refuse it yet.
  func mayReflect(_ other: Value) -> Bool {
    guard case .object(let o) = other else { return false }
    return o.hasHeapType || o.kind == .tensor || o.kind == .native || o.kind == .instance
  }

  /// The repetition count of `sequence * n`; nil: let the other operand answer.
  func repetitions(_ other: Value) throws(Raised) -> Int? {
    if case .int(let n) = other { return n }
    guard hasIndex(other) else {
      if mayReflect(other) { return nil }
      throw typeError("can't multiply sequence by non-int of type '\(type(of: other).name)'")
    }
    switch try indexValue(other) {
    case .int(let n): return n
    case .bool(let b): return b ? 1 : 0
    default: throw overflowError("cannot fit 'int' into an index-sized integer")
    }
  }
}
