/// `tuple`: a fixed number of slots.
package final class TupleObject: Object {
  /// Number of items.
  package let count: Int
  /// The items, owned.
  package let items: UnsafeMutablePointer<Slot>
  private var cachedHash = -1

  /// Where the items of a tuple made by `ObjectPool` begin: behind the fields.
  @inline(__always) static var inlineOffset: Int { 80 }

  /// A tuple that takes over `count` owned slots starting at `source`.
  @inline(__always)
  package static func make(_ vm: VM, moving source: UnsafePointer<Slot>, count: Int) -> TupleObject {
    guard ObjectPool.isUsed, count > 0, count <= ObjectPool.maximumItems else {
      return TupleObject(vm, moving: source, count: count)
    }
    let made = Unmanaged<TupleObject>.fromOpaque(ObjectPool.tuple(vm, count)).takeRetainedValue()
    made.cachedHash = -1
    made.items.initialize(from: source, count: count)
    if mayCloseCycle(source, count) { Collector.track(made) }
    return made
  }
  /// The same as an owned slot, without moving Swift's counts.
  @inline(__always)
  static func slot(_ vm: VM, moving source: UnsafePointer<Slot>, count: Int) -> Slot {
    guard ObjectPool.isUsed, count > 0, count <= ObjectPool.maximumItems else {
      return Value.object(TupleObject(vm, moving: source, count: count)).intoOwned()
    }
    let p = ObjectPool.tuple(vm, count)
    p.setField(hashOffset, -1)
    (p + inlineOffset).assumingMemoryBound(to: Slot.self).initialize(from: source, count: count)
    if mayCloseCycle(source, count) { Collector.track(p) }
    p.setField(ObjectLayout.refs, Int32(1))
    return Slot(bits: UInt(bitPattern: p), tag: Tag.object)
  }
  /// `a + b` of two exact tuples, few items in all, as an owned slot; undefined: the general way makes it.
  static func concatenateQuickly(_ vm: VM, _ a: UnsafeMutableRawPointer, _ b: UnsafeMutableRawPointer) -> Slot {
    let (n, m) = (a.field(SequenceLayout.count, Int.self), b.field(SequenceLayout.count, Int.self))
    guard ObjectPool.isUsed, n > 0, m > 0, n &+ m <= ObjectPool.maximumItems else { return .undefined }
    let p = ObjectPool.tuple(vm, n &+ m)
    p.setField(hashOffset, -1)
    let target = (p + inlineOffset).assumingMemoryBound(to: Slot.self)
    target.initialize(from: a.field(SequenceLayout.items, Register.self), count: n)
    (target + n).initialize(from: b.field(SequenceLayout.items, Register.self), count: m)
    for k in 0..<n &+ m { target[k].retain() }
    if mayCloseCycle(target, n &+ m) { Collector.track(p) }
    p.setField(ObjectLayout.refs, Int32(1))
    return Slot(bits: UInt(bitPattern: p), tag: Tag.object)
  }
  /// Where the hash is kept; `StrObject.checkLayout` checks it.
  @inline(__always) private static var hashOffset: Int { 72 }

  /// A tuple that takes over two owned slots, which may be filled again (`reuse`).
  @inline(__always)
  package static func make(_ vm: VM, pair a: Slot, _ b: Slot) -> TupleObject {
    let made = make(vm, numbers: a, b)
    if made.gcIndex < 0 { Collector.track(made) }
    return made
  }
  /// A tuple that takes over two owned slots.
  @inline(__always)
  package static func make(_ vm: VM, numbers a: Slot, _ b: Slot) -> TupleObject {
    var slots = (a, b)
    return withUnsafeMutablePointer(to: &slots) {
      make(vm, moving: UnsafeRawPointer($0).assumingMemoryBound(to: Slot.self), count: 2)
    }
  }
  /// A tuple of three values.
  package static func make(_ vm: VM, _ a: Value, _ b: Value, _ c: Value) -> TupleObject {
    var slots = (a.owned, b.owned, c.owned)
    return withUnsafeMutablePointer(to: &slots) {
      make(vm, moving: UnsafeRawPointer($0).assumingMemoryBound(to: Slot.self), count: 3)
    }
  }
  /// A copy of `count` slots starting at `source`.
  package static func make(_ vm: VM, copying source: UnsafePointer<Slot>, count: Int) -> TupleObject {
    for i in 0..<count { source[i].retain() }
    return make(vm, moving: source, count: count)
  }
  /// A tuple of values.
  package static func make(_ vm: VM, _ values: [Value]) -> TupleObject {
    withUnsafeTemporaryAllocation(of: Slot.self, capacity: max(1, values.count)) { slots in
      guard let base = slots.baseAddress else { return TupleObject(vm, values) }
      for i in 0..<values.count { (base + i).initialize(to: values[i].owned) }
      return make(vm, moving: base, count: values.count)
    }
  }

  /// Takes over `count` owned slots starting at `source` (they are moved, not retained).
  package init(_ vm: VM, moving source: UnsafePointer<Slot>, count: Int, type: TypeObject? = nil) {
    self.count = count
    items = BlockPool.exactly(count)
    items.initialize(from: source, count: count)
    super.init(kind: .tuple, type: type ?? vm.types.tuple, tracked: TupleObject.mayCloseCycle(source, count))
  }

  /// Tells whether one of the items is more than a number or text: a tuple without needs no collector.
  @inline(__always)
  private static func mayCloseCycle(_ items: UnsafePointer<Slot>, _ count: Int) -> Bool {
    for k in 0..<count where items[k].isObject {
      switch items[k].kind {
      case .str, .bytes, .int, .float, .complex, .ellipsis, .notImplemented: continue
      case .tuple:
        if items[k].pointer.load(fromByteOffset: ObjectLayout.gcIndex, as: Int32.self) >= 0 { return true }
      default: return true
      }
    }
    return false
  }

  /// Copies `count` slots starting at `source`, retaining each.
  package convenience init(_ vm: VM, copying source: UnsafePointer<Slot>, count: Int, type: TypeObject? = nil) {
    for i in 0..<count { source[i].retain() }
    self.init(vm, moving: source, count: count, type: type)
  }

  /// Makes a tuple of values.
  package convenience init(_ vm: VM, _ values: [Value], type: TypeObject? = nil) {
    let slots = values.map(\.owned)
    self.init(vm, movingArray: slots, type: type)
  }

  /// The items, for whoever alone holds the tuple and fills it again.
  @inline(__always)
  func reuse() -> UnsafeMutablePointer<Slot> {
    cachedHash = -1
    return items
  }

  private convenience init(_ vm: VM, movingArray slots: [Slot], type: TypeObject?) {
    let buffer = UnsafeMutablePointer<Slot>.allocate(capacity: max(1, slots.count))
    for (i, slot) in slots.enumerated() { (buffer + i).initialize(to: slot) }
    self.init(vm, moving: buffer, count: slots.count, type: type)
    buffer.deallocate()
  }

  deinit {
    for i in 0..<count { items[i].release() }
    let own = Unmanaged.passUnretained(self).toOpaque() + TupleObject.inlineOffset
    if UnsafeMutableRawPointer(items) != own || flags & ObjectFlags.pooled == 0 { BlockPool.give(items, count) }
  }

  /// The item at `index`, which must lie in `0 ..< count`.
  package subscript(index: Int) -> Value { items[index].value }

  /// The items as values.
  package var values: [Value] { (0..<count).map { items[$0].value } }

  // MARK: Protocol

  public override func repr(_ vm: VM) throws(Raised) -> StrObject { try TupleMethods.repr(vm, self) }
  public override func hash(_ vm: VM) throws(Raised) -> Int { try hashed(vm) }
  /// The same without asking the class.
  final func hashed(_ vm: VM) throws(Raised) -> Int {
    if cachedHash == -1 { cachedHash = try TupleMethods.hash(vm, self) }
    return cachedHash
  }
  public override func length(_ vm: VM) throws(Raised) -> Int? { count }
  public override func getItem(_ vm: VM, _ key: Value) throws(Raised) -> Value? {
    if case .int(var i) = key {
      if i < 0 { i &+= count }
      if i >= 0 && i < count { return items[i].value }
    }
    return try TupleMethods.getItem(vm, self, key)
  }
  public override func contains(_ vm: VM, _ item: Value) throws(Raised) -> Bool? {
    try TupleMethods.index(vm, self, item, from: 0, to: Int.max) >= 0
  }
  public override func iterator(_ vm: VM) throws(Raised) -> Object? { TupleIterator(vm, self) }
  public override func compare(_ vm: VM, _ comparison: Comparison, _ other: Value) throws(Raised) -> Value? {
    try TupleMethods.compare(vm, self, comparison, other)
  }
  public override func binary(
    _ vm: VM, _ op: BinaryOperator, _ other: Value, reflected: Bool
  ) throws(Raised) -> Value? { try TupleMethods.binary(vm, self, op, other, reflected: reflected) }

  public override func traverse(_ visit: (Slot) -> Void) {
    for i in 0..<count { visit(items[i]) }
  }
}
