/// `tuple`: a fixed number of slots.
package final class TupleObject: Object {
  /// Number of items.
  package let count: Int
  /// The items, owned.
  package let items: UnsafeMutablePointer<Slot>
  private var cachedHash = -1

  /// Takes over `count` owned slots starting at `source` (they are moved, not retained).
  package init(_ vm: VM, moving source: UnsafePointer<Slot>, count: Int, type: TypeObject? = nil) {
    self.count = count
    items = BlockPool.slots(count)
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

  /// Takes over two owned slots.
  package init(_ vm: VM, pair a: Slot, _ b: Slot) {
    count = 2
    items = BlockPool.slots(2)
    items.initialize(to: a)
    (items + 1).initialize(to: b)
    super.init(kind: .tuple, type: vm.types.tuple, tracked: true)
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
    BlockPool.give(items, count)
  }

  /// The item at `index`, which must lie in `0 ..< count`.
  package subscript(index: Int) -> Value { items[index].value }

  /// The items as values.
  package var values: [Value] { (0..<count).map { items[$0].value } }

  // MARK: Protocol

  public override func repr(_ vm: VM) throws(Raised) -> StrObject { try TupleMethods.repr(vm, self) }
  public override func hash(_ vm: VM) throws(Raised) -> Int {
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
