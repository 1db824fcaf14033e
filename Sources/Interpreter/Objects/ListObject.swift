import Glibc
import MemoryShim

/// `list`: a growing run of slots.
package final class ListObject: Object {
  /// Number of items.
  package internal(set) var count = 0
  /// The items, owned; valid for `count`. May move whenever the list grows.
  package internal(set) var items: UnsafeMutablePointer<Slot>
  package internal(set) var capacity = 0

  /// Place of `capacity`, as `SequenceLayout` says it of the others.
  @inline(__always) static var capacityOffset: Int { 72 }

  /// An empty list with room for `capacity` items.
  @inline(__always)
  package static func make(_ vm: VM, capacity: Int = 0) -> ListObject {
    guard ObjectPool.isUsed else { return ListObject(vm, capacity: capacity) }
    let made = Unmanaged<ListObject>.fromOpaque(ObjectPool.list(vm, capacity)).takeRetainedValue()
    Collector.track(made)
    return made
  }
  /// A list that takes over `count` owned slots starting at `source`.
  @inline(__always)
  package static func make(_ vm: VM, moving source: UnsafePointer<Slot>, count: Int) -> ListObject {
    let made = make(vm, capacity: count)
    made.items.initialize(from: source, count: count)
    made.count = count
    return made
  }
  /// The same as an owned slot, without moving Swift's counts.
  @inline(__always)
  static func slot(_ vm: VM, moving source: UnsafePointer<Slot>, count: Int) -> Slot {
    guard ObjectPool.isUsed else { return Value.object(make(vm, moving: source, count: count)).intoOwned() }
    let p = ObjectPool.list(vm, count)
    p.field(SequenceLayout.items, Register.self).initialize(from: source, count: count)
    p.setField(SequenceLayout.count, count)
    Collector.track(p)
    p.setField(ObjectLayout.refs, Int32(1))
    return Slot(bits: UInt(bitPattern: p), tag: Tag.object)
  }
  /// A list of `count` slots that something else holds, the last first when `backward`: each is read once.
  @inline(__always)
  static func slot(_ vm: VM, holding source: UnsafePointer<Slot>, count: Int, backward: Bool) -> Slot {
    let p: UnsafeMutableRawPointer
    if ObjectPool.isUsed {
      p = ObjectPool.list(vm, count)
    } else {
      p = Unmanaged.passUnretained(unsafeDowncast(Slot.owned(make(vm, capacity: count)).object, to: ListObject.self)).toOpaque()
    }
    var target = p.field(SequenceLayout.items, UnsafeMutablePointer<Slot>.self)
    var from = backward ? source + (count &- 1) : source
    let step = backward ? -1 : 1
    for _ in 0..<count {
      let item = from.pointee
      item.retainHeld()
      target.initialize(to: item)
      target += 1
      from += step
    }
    p.setField(SequenceLayout.count, count)
    if ObjectPool.isUsed {
      Collector.track(p)
      p.setField(ObjectLayout.refs, Int32(1))
    }
    return Slot(bits: UInt(bitPattern: p), tag: Tag.object)
  }
  /// A list of values.
  package static func make(_ vm: VM, _ values: [Value]) -> ListObject {
    let made = make(vm, capacity: values.count)
    for i in 0..<values.count { (made.items + i).initialize(to: values[i].owned) }
    made.count = values.count
    return made
  }

  /// Makes an empty list with room for `capacity` items.
  package init(_ vm: VM, capacity: Int = 0, type: TypeObject? = nil) {
    items = ListObject.allocate(capacity)
    self.capacity = capacity
    super.init(kind: .list, type: type ?? vm.types.list, tracked: true)
  }

  /// Takes over `count` owned slots starting at `source`.
  package convenience init(_ vm: VM, moving source: UnsafePointer<Slot>, count: Int) {
    self.init(vm, capacity: count)
    items.initialize(from: source, count: count)
    self.count = count
  }

  /// Makes a list of values.
  package convenience init(_ vm: VM, _ values: [Value]) {
    self.init(vm, capacity: values.count)
    for (i, value) in values.enumerated() { (items + i).initialize(to: value.owned) }
    count = values.count
  }

  deinit {
    for i in 0..<count { items[i].release() }
    SpareBlock.give(items, capacity)
  }

  private static func allocate(_ capacity: Int) -> UnsafeMutablePointer<Slot> {
    let raw = wick_memory_large(malloc(max(1, capacity) &* 16), capacity &* 16)
    guard let raw else { fatalError("out of memory for a list of \(capacity) items; callers check with reserve") }
    return raw.assumingMemoryBound(to: Slot.self)
  }

  /// Makes room for `wanted` items in all; false when memory does not suffice.
  package func reserve(_ wanted: Int) -> Bool {
    if wanted <= capacity { return true }
    let (bytes, overflow) = wanted.multipliedReportingOverflow(by: 16)
    guard !overflow, wanted >= 0, Memory.mayHold(bytes) else { return false }
    return take(wanted)
  }

  /// Moves the items to a block of `wanted` slots, whatever the machine has left.
  private func take(_ wanted: Int) -> Bool {
    let (bytes, overflow) = wanted.multipliedReportingOverflow(by: 16)
    if bytes >= SpareBlock.least, count < wanted >> 4, let (spare, size) = SpareBlock.take(wanted) {
      spare.initialize(from: items, count: count)
      free(items)
      (items, capacity) = (spare, size)
      return true
    }
    guard !overflow, let raw = wick_memory_large(realloc(items, bytes), bytes) else { return false }
    items = raw.assumingMemoryBound(to: Slot.self)
    capacity = wanted
    return true
  }

  @inline(never)
  private func grow() {
    if reserve(count &+ (count >> 1) &+ 4) { return }
    // Where memory is short, a little more: the next poll raises MemoryError before the system ends the process.
    type.machine?.reference.requestMemoryError()
    if !take(count &+ (1 << 21)) && !take(count &+ 1) {
      fatalError("out of memory while a list grows to \(count) items")
    }
  }

  /// Appends an owned slot.
  @inline(__always)
  package func append(owned slot: Slot) {
    if _slowPath(count == capacity) { grow() }
    (items + count).initialize(to: slot)
    count &+= 1
  }

  /// Appends a value.
  package func append(_ value: consuming Value) { append(owned: value.intoOwned()) }

  /// The item at `index`, which must lie in `0 ..< count`.
  package subscript(index: Int) -> Value { items[index].value }

  /// The items as values.
  package var values: [Value] { (0..<count).map { items[$0].value } }

  /// Removes everything; safe when releasing an item runs code that touches the list.
  package func removeAll() {
    let old = items
    let oldCount = count
    items = ListObject.allocate(0)
    capacity = 0
    count = 0
    for i in 0..<oldCount { old[i].release() }
    free(old)
  }

  // MARK: Protocol

  public override func repr(_ vm: VM) throws(Raised) -> StrObject { try ListMethods.repr(vm, self) }
  public override func hash(_ vm: VM) throws(Raised) -> Int {
    throw vm.typeError("unhashable type: '\(type.operandName)'")
  }
  public override func length(_ vm: VM) throws(Raised) -> Int? { count }
  public override func getItem(_ vm: VM, _ key: Value) throws(Raised) -> Value? {
    if case .int(var i) = key {
      if i < 0 { i &+= count }
      if i >= 0 && i < count { return items[i].value }
    }
    return try ListMethods.getItem(vm, self, key)
  }
  public override func setItem(_ vm: VM, _ key: Value, _ value: Value?) throws(Raised) -> Bool {
    if case .int(var i) = key, let value {
      if i < 0 { i &+= count }
      if i >= 0 && i < count {
        let old = items[i]
        items[i] = value.owned
        old.release()
        return true
      }
    }
    try ListMethods.setItem(vm, self, key, value)
    return true
  }
  public override func contains(_ vm: VM, _ item: Value) throws(Raised) -> Bool? {
    try ListMethods.index(vm, self, item, from: 0, to: Int.max) >= 0
  }
  public override func iterator(_ vm: VM) throws(Raised) -> Object? { ListIterator(vm, self) }
  public override func compare(_ vm: VM, _ comparison: Comparison, _ other: Value) throws(Raised) -> Value? {
    try ListMethods.compare(vm, self, comparison, other)
  }
  public override func binary(
    _ vm: VM, _ op: BinaryOperator, _ other: Value, reflected: Bool
  ) throws(Raised) -> Value? { try ListMethods.binary(vm, self, op, other, reflected: reflected) }
  public override func inPlace(_ vm: VM, _ op: BinaryOperator, _ other: Value) throws(Raised) -> Value? {
    try ListMethods.inPlace(vm, self, op, other)
  }

  // MARK: Whole contents

  /// Gives up the items without releasing them: the caller owns the memory (from malloc) and the slots.
  func takeItems() -> (items: UnsafeMutablePointer<Slot>, count: Int, capacity: Int) {
    let old = (items, count, capacity)
    items = ListObject.allocate(0)
    capacity = 0
    count = 0
    return old
  }
  /// Takes over memory from `takeItems`; releases what the list held.
  func putItems(_ new: UnsafeMutablePointer<Slot>, count newCount: Int, capacity newCapacity: Int) {
    let (old, oldCount) = (items, count)
    items = new
    count = newCount
    capacity = newCapacity
    for i in 0..<oldCount { old[i].release() }
    free(old)
  }
  /// Sets the number of items; the slots below are initialized.
  func setCount(_ new: Int) { count = new }

  /// Removes the last item; the caller owns it. Only when there is one.
  package func removeLastItem() -> Slot { removeLast() }

  /// Removes the last item; the caller owns it. Only when there is one.
  @inline(__always)
  func removeLast() -> Slot {
    count &-= 1
    return items[count]
  }

  public override func traverse(_ visit: (Slot) -> Void) {
    for i in 0..<count { visit(items[i]) }
  }
  public override func clearReferences() { removeAll() }
}

/// The memory of the last large list that died, for the next one: pages that the system takes back and gives again cost more
/// than most of what is done with them.
enum SpareBlock {
  // Invariant: only the thread that holds the interpreter lock makes and drops lists.
  nonisolated(unsafe) private static var block: UnsafeMutablePointer<Slot>?
  nonisolated(unsafe) private static var capacity = 0

  /// Smaller blocks (in bytes) stay in malloc's heap anyway.
  @inline(__always) static var least: Int { 8 << 20 }
  /// Larger ones are not kept.
  private static var most: Int { 128 << 20 }

  /// Gives up the memory of `count` slots.
  @inline(__always)
  static func give(_ slots: UnsafeMutablePointer<Slot>, _ count: Int) {
    if _slowPath(count &* 16 >= least) { keep(slots, count) } else { free(slots) }
  }
  @inline(never)
  private static func keep(_ slots: UnsafeMutablePointer<Slot>, _ count: Int) {
    #if WICK_CHECKED
      // The address sanitizer must see when a block is free.
      if count >= 0 { return free(slots) }
    #endif
    if count &* 16 > most || count <= capacity { return free(slots) }
    free(block)
    (block, capacity) = (slots, count)
  }
  /// Memory for `count` slots or some more, if there is any.
  @inline(never)
  static func take(_ count: Int) -> (UnsafeMutablePointer<Slot>, Int)? {
    guard let block, count <= capacity, capacity >> 3 <= count else { return nil }
    defer { (self.block, capacity) = (nil, 0) }
    return (block, capacity)
  }
  /// Gives the memory back to the system.
  static func drop() {
    free(block)
    (block, capacity) = (nil, 0)
  }
}

/// How much memory one object may take.
package enum Memory {
  /// Gives back memory that is kept for what the program may do next: it has done all it was asked to.
  package static func rest() {
    SpareBlock.drop()
    wick_memory_release_kept()
    wick_slab_rest()
  }

  /// Below this the system is not asked.
  private static let small = 1 << 26
  /// What a large allocation leaves over.
  private static let reserve = 32 << 20

  /// Tells whether an allocation can succeed at all: the system promises more than it has, and ends the process when it
  /// has to keep the promise.
  @inline(__always)
  package static func mayHold(_ bytes: Int) -> Bool { bytes < small || isLeft(bytes) }

  @inline(never)
  private static func isLeft(_ bytes: Int) -> Bool {
    if bytes < wick_memory_left() &- Int64(reserve) { return true }
    // What was freed may still lie in the heap.
    SpareBlock.drop()
    wick_memory_release_kept()
    wick_memory_trim()
    return bytes < wick_memory_left() &- Int64(reserve)
  }
}
