import Interpreter

/// `collections.deque`: a ring of slots that grows at both ends.
final class DequeObject: Object {
  private var ring: UnsafeMutablePointer<Slot>
  private var mask: Int
  private var first = 0
  private(set) var count = 0
  /// Longest length, or nil.
  var limit: Int?
  /// Changes with every insertion and removal: iterators notice.
  private(set) var state = 0

  init(_ type: TypeObject) {
    ring = .allocate(capacity: 8)
    mask = 7
    super.init(kind: .native, type: type, tracked: true)
  }
  deinit {
    for i in 0..<count { self[i].release() }
    ring.deallocate()
  }

  /// The slot at a place, borrowed.
  subscript(i: Int) -> Slot {
    get { ring[(first &+ i) & mask] }
    set { ring[(first &+ i) & mask] = newValue }
  }

  private func grow() {
    let new = UnsafeMutablePointer<Slot>.allocate(capacity: (mask &+ 1) &* 2)
    for i in 0..<count { (new + i).initialize(to: self[i]) }
    ring.deallocate()
    ring = new
    mask = mask &* 2 &+ 1
    first = 0
  }

  /// Appends an owned slot; a full deque drops its first item.
  func append(owned slot: Slot) {
    if let limit, count >= limit {
      if limit == 0 {
        slot.release()
        return
      }
      let old = popFirst()
      append(owned: slot)
      old.release()
      return
    }
    if count > mask { grow() }
    (ring + ((first &+ count) & mask)).initialize(to: slot)
    count &+= 1
    state &+= 1
  }
  /// Puts an owned slot in front; a full deque drops its last item.
  func prepend(owned slot: Slot) {
    if let limit, count >= limit {
      if limit == 0 {
        slot.release()
        return
      }
      let old = popLast()
      prepend(owned: slot)
      old.release()
      return
    }
    if count > mask { grow() }
    first = (first &- 1) & mask
    (ring + first).initialize(to: slot)
    count &+= 1
    state &+= 1
  }
  /// Takes the first item, owned by the caller; only when there is one.
  func popFirst() -> Slot {
    let slot = ring[first]
    first = (first &+ 1) & mask
    count &-= 1
    state &+= 1
    return slot
  }
  /// Takes the last item, owned by the caller; only when there is one.
  func popLast() -> Slot {
    count &-= 1
    state &+= 1
    return ring[(first &+ count) & mask]
  }
  /// Takes the item at a place, owned by the caller.
  func remove(at i: Int) -> Slot {
    let old = self[i]
    for k in i..<(count &- 1) { self[k] = self[k &+ 1] }
    count &-= 1
    state &+= 1
    return old
  }
  /// Inserts an owned slot before a place.
  func insert(owned slot: Slot, at i: Int) {
    append(owned: slot)
    var k = count &- 1
    while k > i {
      self[k] = self[k &- 1]
      k &-= 1
    }
    self[i] = slot
  }
  func removeAll() {
    let old = (0..<count).map { self[$0] }
    count = 0
    first = 0
    state &+= 1
    for slot in old { slot.release() }
  }
  func rotate(_ n: Int) {
    if count < 2 { return }
    var k = n % count
    if k < 0 { k &+= count }
    if k > count / 2 {
      for _ in k..<count {
        let slot = popFirst()
        append(owned: slot)
      }
      return
    }
    for _ in 0..<k {
      let slot = popLast()
      prepend(owned: slot)
    }
  }

  override func length(_ vm: VM) throws(Raised) -> Int? { count }
  override func truth(_ vm: VM) throws(Raised) -> Bool? { count != 0 }
  private func place(_ vm: VM, _ key: Value) throws(Raised) -> Int {
    guard vm.hasIndex(key) else {
      throw vm.typeError("sequence index must be integer, not '\(vm.type(of: key).name)'")
    }
    var i = try vm.sequenceIndex(key)
    if i < 0 { i &+= count }
    if i < 0 || i >= count { throw vm.indexError("deque index out of range") }
    return i
  }
  override func getItem(_ vm: VM, _ key: Value) throws(Raised) -> Value? { self[try place(vm, key)].value }
  override func setItem(_ vm: VM, _ key: Value, _ value: Value?) throws(Raised) -> Bool {
    let i = try place(vm, key)
    if let value {
      let old = self[i]
      self[i] = value.owned
      old.release()
    } else {
      remove(at: i).release()
    }
    return true
  }
  override func contains(_ vm: VM, _ item: Value) throws(Raised) -> Bool? { try index(vm, item, 0, Int.max) >= 0 }
  /// Place of the first equal item, or -1.
  func index(_ vm: VM, _ item: Value, _ from: Int, _ to: Int) throws(Raised) -> Int {
    let before = state
    var i = from
    while i < min(count, to) {
      // (Comparing may run code that drops the item.)
      let own = self[i]
      own.retain()
      defer { own.release() }
      if try vm.equalSlots(own, item.borrowed) { return i }
      if state != before { throw vm.runtimeError("deque mutated during iteration") }
      i &+= 1
    }
    return -1
  }
  override func iterator(_ vm: VM) throws(Raised) -> Object? { DequeIterator(vm, self, backwards: false) }
  override func repr(_ vm: VM) throws(Raised) -> StrObject {
    guard vm.enterRepr(self) else { return vm.string("[...]") }
    defer { vm.leaveRepr() }
    var text = TextBuilder()
    text.append(type.name + "([")
    for i in 0..<count {
      if i > 0 { text.append(", ") }
      text.append(try vm.repr(self[i].value))
    }
    if let limit { text.append("], maxlen=\(limit))") } else { text.append("])") }
    return text.finish(vm)
  }
  override func hash(_ vm: VM) throws(Raised) -> Int { throw vm.typeError("unhashable type: '\(type.name)'") }
  override func compare(_ vm: VM, _ comparison: Comparison, _ other: Value) throws(Raised) -> Value? {
    guard let other = other.native(DequeObject.self) else { return nil }
    return try vm.compare(comparison, .object(ListObject(vm, values)), .object(ListObject(vm, other.values)))
  }
  override func binary(
    _ vm: VM, _ op: BinaryOperator, _ other: Value, reflected: Bool
  ) throws(Raised) -> Value? {
    switch op {
    case .add:
      if reflected { return nil }
      guard let second = other.native(DequeObject.self) else {
        throw vm.typeError("can only concatenate deque (not \"\(vm.type(of: other).name)\") to deque")
      }
      let made = copy()
      for value in second.values { made.append(owned: value.owned) }
      return .object(made)
    case .multiply:
      guard vm.hasIndex(other) else { return nil }
      let made = copy()
      made.removeAll()
      let items = values
      var times = items.isEmpty ? 0 : max(0, try vm.index(other))
      if let limit, !items.isEmpty { times = min(times, limit / items.count &+ 2) }
      // The ring doubles, and the old one is there while the new one fills.
      let (bytes, overflow) = times.multipliedReportingOverflow(by: items.count &* 48)
      if overflow || !Memory.mayHold(bytes) { throw vm.memoryError() }
      for _ in 0..<times {
        try vm.checkInterrupt()
        for value in items { made.append(owned: value.owned) }
      }
      return .object(made)
    default: return nil
    }
  }
  override func inPlace(_ vm: VM, _ op: BinaryOperator, _ other: Value) throws(Raised) -> Value? {
    guard op == .add else { return nil }
    try extend(vm, other)
    return .object(self)
  }
  /// Appends the items of an iterable.
  func extend(_ vm: VM, _ items: Value) throws(Raised) {
    if appendPlainly(items) { return }
    for value in try vm.list(of: items) { append(owned: value.owned) }
  }
  /// Appends the items of an exact list or tuple; false: it is something else.
  func appendPlainly(_ items: Value) -> Bool {
    if let list = items.asList, !list.hasHeapType {
      append(copying: list.items, list.count)
    } else if let tuple = items.asTuple, !tuple.hasHeapType {
      append(copying: tuple.items, tuple.count)
    } else {
      return false
    }
    return true
  }
  private func append(copying items: UnsafePointer<Slot>, _ count: Int) {
    // Where there is room nothing is dropped, and no code runs that changes the list.
    let isFree = limit == nil
    let all = isFree ? [] : (0..<count).map { items[$0] }
    for k in 0..<count { items[k].retain() }
    for k in 0..<count { append(owned: isFree ? items[k] : all[k]) }
  }
  /// The items as values.
  var values: [Value] { (0..<count).map { self[$0].value } }
  func copy() -> DequeObject {
    let made = DequeObject(type)
    made.limit = limit
    for k in 0..<count {
      let slot = self[k]
      slot.retain()
      made.append(owned: slot)
    }
    return made
  }
  override func traverse(_ visit: (Slot) -> Void) { for i in 0..<count { visit(self[i]) } }
  override func clearReferences() { removeAll() }
}

/// Iterates a deque.
final class DequeIterator: NativeIterator {
  private let deque: Slot
  private var position = 0
  private let state: Int
  private let backwards: Bool

  init(_ vm: VM, _ deque: DequeObject, backwards: Bool) {
    self.deque = .owned(deque)
    state = deque.state
    self.backwards = backwards
    super.init(kind: .iterator, type: vm.types.sequenceIterator, tracked: true)
  }
  deinit { deque.release() }
  override func stepSlot(_ vm: VM) throws(Raised) -> Slot {
    let items = unsafeDowncast(deque.object, to: DequeObject.self)
    if items.state != state { throw vm.runtimeError("deque mutated during iteration") }
    if position >= items.count { return .undefined }
    position &+= 1
    let item = items[backwards ? items.count &- position : position &- 1]
    item.retain()
    return item
  }
  override func traverse(_ visit: (Slot) -> Void) { visit(deque) }
}
