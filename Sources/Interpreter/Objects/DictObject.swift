import Glibc
import MemoryShim

/// `dict`: an insertion-ordered hash table. Entries lie in order; an index of open addressing points into them.
/// Up to eight entries there is no index: a scan over the hashes is faster.
package final class DictObject: Object {
  /// One entry; `key` is undefined where an item was deleted.
  package struct Entry {
    package var hash: Int
    package var key: Slot
    package var value: Slot
  }

  /// Number of items.
  package private(set) var count = 0
  /// Entries used, deleted ones included.
  package private(set) var used = 0
  private var capacity = 0
  package private(set) var entries: UnsafeMutablePointer<Entry>
  private var index = DictIndex()
  /// Changes whenever the set of keys or their places change; globally unique, so it identifies the dict as well.
  package private(set) var keysVersion: UInt32 = 0

  // Invariant: only the thread that holds the interpreter lock touches dicts.
  nonisolated(unsafe) private static var lastVersion: UInt32 = 0

  /// Makes an empty dict.
  package init(_ vm: VM, capacity: Int = 0, type: TypeObject? = nil) {
    entries = DictObject.allocate(max(capacity, 1))
    self.capacity = max(capacity, 1)
    super.init(kind: .dict, type: type ?? vm.types.dict, tracked: true)
    if capacity > 8 { rebuildIndex() }
  }

  /// An empty dict with room for `capacity` entries.
  @inline(__always)
  package static func make(_ vm: VM, capacity: Int = 0) -> DictObject {
    guard ObjectPool.isUsed, capacity <= pooledCapacity else { return DictObject(vm, capacity: capacity) }
    let made = Unmanaged<DictObject>.fromOpaque(ObjectPool.dict(vm)).takeRetainedValue()
    made.count = 0
    made.used = 0
    made.index = DictIndex()
    made.keysVersion = 0
    Collector.track(made)
    return made
  }
  /// Entries of a pooled dict, which has no index.
  @inline(__always) private static var pooledCapacity: Int { 4 }
  /// What `ObjectPool` allocates for a dict: the fields; entries are `allocateEntries`.
  @inline(__always) static var instanceBytes: Int { 112 }
  /// Gives a dict of raw memory its first entries.
  func allocateEntries() {
    let raw = DictObject.allocate(DictObject.pooledCapacity)
    withUnsafeMutablePointer(to: &entries) { $0.initialize(to: raw) }
    capacity = DictObject.pooledCapacity
  }
  /// Releases what a dying dict holds and keeps room for a few entries.
  func empty() {
    for i in 0..<used where !entries[i].key.isUndefined {
      entries[i].key.release()
      entries[i].value.release()
    }
    used = 0
    index.drop()
    if capacity > 8 {
      free(entries)
      allocateEntries()
    }
  }
  /// Checks that a dict takes no more than `instanceBytes`; called once at start-up.
  static func checkLayout(_ vm: VM) {
    let made = DictObject(vm)
    let begin = Unmanaged.passUnretained(made as Object).toOpaque()
    let last = withUnsafeMutablePointer(to: &made.keysVersion) { UnsafeMutableRawPointer($0) }
    precondition(last - begin == 104, "the fields of dicts do not lie where ObjectPool takes them to")
  }

  /// Makes the namespace of a type while the VM bootstraps.
  init(bootstrap: Void) {
    entries = DictObject.allocate(4)
    capacity = 4
    super.init(bootstrapKind: .dict)
  }

  /// Sets the type of a dict made while the VM bootstraps.
  func finishBootstrap(type: TypeObject) {
    typeRef = Unmanaged.passUnretained(type)
    type.countInstanceReference()
    Collector.track(self)
  }

  deinit {
    for i in 0..<used where !entries[i].key.isUndefined {
      entries[i].key.release()
      entries[i].value.release()
    }
    free(entries)
    index.drop()
  }

  private static func allocate(_ capacity: Int) -> UnsafeMutablePointer<Entry> {
    let bytes = max(1, capacity) &* MemoryLayout<Entry>.stride
    guard let raw = wick_memory_large(malloc(bytes), bytes) else {
      fatalError("out of memory for a dict of \(capacity) entries")
    }
    return raw.assumingMemoryBound(to: Entry.self)
  }

  @inline(__always)
  private func bumpVersion() {
    DictObject.lastVersion &+= 1
    keysVersion = DictObject.lastVersion
  }

  // MARK: Lookup

  /// The number of the entry that `isKey` takes for the key, of those whose hashes may be `hash`; -1: there is none, -2:
  /// `isKey` stopped the search.
  @inline(__always)
  private func search<E: Error>(
    _ hash: Int, _ isKey: (UnsafeMutablePointer<Entry>) throws(E) -> DictIndex.Answer
  ) throws(E) -> Int {
    let entries = entries
    if let table = index.table {
      return try index.find(table, hash: hash) { (i) throws(E) in try isKey(entries + i) }
    }
    let used = used
    var i = 0
    while i < used {
      switch try isKey(entries + i) {
      case .same: return i
      case .stop: return -2
      case .other: i &+= 1
      }
    }
    return -1
  }

  /// Index of the entry with `key`, or -1. Comparing keys may run Python code.
  package func find(_ vm: VM, _ key: Slot, hash: Int) throws(Raised) -> Int {
    while true {
      let (startEntries, startVersion) = (entries, keysVersion)
      let found = try search(hash) { (entry) throws(Raised) -> DictIndex.Answer in
        let other = entry.pointee.key
        if entry.pointee.hash != hash || other.isUndefined { return .other }
        // The same bits are the same key, a NaN too.
        if other.isSame(as: key) { return .same }
        if other.isInt && key.isInt { return .other }
        let same = try vm.equalSlots(other, key)
        if self.entries != startEntries || self.keysVersion != startVersion { return .stop }
        return same ? .same : .other
      }
      if found != -2 { return found }
    }
  }

  /// Index of the entry of an exact text; -1 when missing, -2 when a key of another type has the same hash: code of the
  /// user may decide.
  @inline(__always)
  func findText(_ vm: VM, _ key: Slot, hash: Int) -> Int {
    let strType = vm.strType
    return search(hash) { entry in
      let other = entry.pointee.key
      if other.bits == key.bits && other.tag == Tag.object { return .same }
      if entry.pointee.hash != hash || other.isUndefined { return .other }
      if other.tag != Tag.object || other.typePointer != strType { return .stop }
      return DictObject.haveSameText(other, key) ? .same : .other
    }
  }

  @inline(__always)
  private static func haveSameText(_ a: Slot, _ b: Slot) -> Bool {
    let (x, y) = (Unmanaged<StrObject>.fromOpaque(a.pointer), Unmanaged<StrObject>.fromOpaque(b.pointer))
    return x._withUnsafeGuaranteedRef { x in y._withUnsafeGuaranteedRef { x.hasSameText($0) } }
  }

  /// Hash of a key and the index of its entry, or -1.
  @inline(__always)
  private func locate(_ vm: VM, _ key: Slot) throws(Raised) -> (hash: Int, index: Int) {
    if key.tag == Tag.object && key.typePointer == vm.strType {
      let hash = Unmanaged<StrObject>.fromOpaque(key.pointer)._withUnsafeGuaranteedRef { $0.hashValue_ }
      let i = findText(vm, key, hash: hash)
      return (hash, i == -2 ? try find(vm, key, hash: hash) : i)
    }
    let hash = try vm.quickHash(key)
    return (hash, try find(vm, key, hash: hash))
  }

  /// Index of the entry of an interned (or at least string) name, without running Python code; -1 when missing.
  @inline(__always)
  package func findIndex(name: Slot) -> Int {
    let hash = Unmanaged<StrObject>.fromOpaque(name.pointer)._withUnsafeGuaranteedRef { $0.hashValue_ }
    return search(hash) { entry in
      let other = entry.pointee.key
      if other.isSame(as: name) { return .same }
      if entry.pointee.hash != hash || !other.isKind(.str) { return .other }
      return DictObject.haveSameText(other, name) ? .same : .other
    }
  }

  /// Address of the value of an entry, good while `keysVersion` stays the same.
  func place(of index: Int) -> UnsafeMutablePointer<Slot> {
    (UnsafeMutableRawPointer(entries + index) + (MemoryLayout<Entry>.offset(of: \.value) ?? 0))
      .assumingMemoryBound(to: Slot.self)
  }

  /// The value under a name, borrowed; undefined when missing.
  @inline(__always)
  package func find(name: Slot) -> Slot {
    let i = findIndex(name: name)
    return i < 0 ? .undefined : entries[i].value
  }

  /// The value under `key`, borrowed; undefined when missing.
  package func get(_ vm: VM, _ key: Slot) throws(Raised) -> Slot {
    let i = try locate(vm, key).index
    return i < 0 ? .undefined : entries[i].value
  }

  /// The value under `key`; nil when missing.
  package func get(_ vm: VM, _ key: Value) throws(Raised) -> Value? {
    let found = try get(vm, key.borrowed)
    return found.isUndefined ? nil : found.value
  }

  /// The value under the name `key`; nil when missing.
  package func get(_ vm: VM, _ key: String) -> Value? {
    let found = find(name: .borrowed(vm.intern(key)))
    return found.isUndefined ? nil : found.value
  }

  // MARK: Change

  /// Sets `key` to `value`; both are retained.
  package func set(_ vm: VM, _ key: Slot, _ value: Slot) throws(Raised) {
    let (hash, i) = try locate(vm, key)
    value.retain()
    if i >= 0 {
      let old = entries[i].value
      entries[i].value = value
      old.release()
    } else {
      key.retain()
      insert(hash: hash, key: key, value: value)
    }
  }

  /// Sets `key` to `value`.
  package func set(_ vm: VM, _ key: Value, _ value: Value) throws(Raised) {
    try set(vm, key.borrowed, value.borrowed)
  }

  /// Sets the name `key` to `value`.
  package func set(_ vm: VM, _ key: String, _ value: Value) {
    set(name: .borrowed(vm.intern(key)), value: value)
  }

  /// Sets a name to a value; both are retained.
  package func set(name: Slot, value: Value) {
    // Named, so that the object lives until the slot is retained: a slot made of a temporary would dangle.
    let slot = value.borrowed
    withExtendedLifetime(value) { set(name: name, slot) }
  }

  /// Sets a name; both are retained.
  package func set(name: Slot, _ value: Slot) {
    value.retain()
    let i = findIndex(name: name)
    if i >= 0 {
      let old = entries[i].value
      entries[i].value = value
      old.release()
    } else {
      name.retain()
      let hash = Unmanaged<StrObject>.fromOpaque(name.pointer)._withUnsafeGuaranteedRef { $0.hashValue_ }
      insert(hash: hash, key: name, value: value)
    }
  }

  /// Removes `key` and returns its value (owned by the caller); undefined when missing.
  package func remove(_ vm: VM, _ key: Slot) throws(Raised) -> Slot {
    let hash = try vm.quickHash(key)
    let i = try find(vm, key, hash: hash)
    return i < 0 ? .undefined : removeEntry(i)
  }

  /// Removes a name; false when missing.
  package func remove(name: Slot) -> Bool {
    let i = findIndex(name: name)
    if i < 0 { return false }
    removeEntry(i).release()
    return true
  }

  /// Removes the entry at `i` (of `find`) and returns its value, owned by the caller.
  package func removeEntry(_ i: Int) -> Slot {
    let entry = entries[i]
    index.remove(i, hash: entry.hash)
    entries[i] = Entry(hash: 0, key: .undefined, value: .undefined)
    count &-= 1
    if i == used &- 1 {
      // Keeps `popitem` from scanning over holes.
      while used > 0 && entries[used &- 1].key.isUndefined { used &-= 1 }
    }
    bumpVersion()
    entry.key.release()
    return entry.value
  }

  /// Inserts an entry that is known to be missing; key and value are owned and handed over.
  package func insert(hash: Int, key: Slot, value: Slot) {
    if used == capacity { growEntries() }
    (entries + used).initialize(to: Entry(hash: hash, key: key, value: value))
    index.insert(used, hash: hash)
    used &+= 1
    count &+= 1
    bumpVersion()
  }

  /// Inserts in front of all others an entry that is known to be missing; key and value are owned and handed over.
  package func insertFirst(hash: Int, key: Slot, value: Slot) {
    let first = nextEntry(0)
    if first > 0 {
      // A gap is in front of the first entry.
      entries[first &- 1] = Entry(hash: hash, key: key, value: value)
      count &+= 1
    } else {
      insert(hash: hash, key: key, value: value)
      let last = entries[used &- 1]
      memmove(entries + 1, entries, (used &- 1) &* MemoryLayout<Entry>.stride)
      entries[0] = last
    }
    if capacity > 8 { rebuildIndex() }
    bumpVersion()
  }

  /// Fills this dict, when it is empty, with the entries of another that has no gaps; false: one of them is otherwise.
  func copyEntries(of other: DictObject) -> Bool {
    let n = other.used
    guard used == 0, n > 0, other.count == n else { return false }
    // An index of the same size is copied with the places in it.
    let wanted = other.index.table != nil && other.capacity >> 1 <= n ? other.capacity : n
    if capacity < wanted {
      let raw = DictObject.allocate(wanted)
      free(entries)
      entries = raw
      capacity = wanted
    }
    entries.initialize(from: other.entries, count: n)
    for i in 0..<n {
      entries[i].key.retain()
      entries[i].value.retain()
    }
    used = n
    count = n
    if capacity == other.capacity, let copied = DictIndex(copying: other.index) {
      index.drop()
      index = copied
    } else if capacity > 8 {
      rebuildIndex()
    }
    bumpVersion()
    return true
  }

  @inline(never)
  private func growEntries() {
    if count < used &- used >> 2 && used > 8 {
      compact()
      return
    }
    var new = capacity < 4 ? 4 : capacity < 8 ? 8 : capacity &+ (capacity >> 1) &+ 8
    let more = (new &- capacity) &* MemoryLayout<Entry>.stride &+ (index.isSmall(for: new) ? index.mostEntries &* 12 : 0)
    if _slowPath(!Memory.mayHold(more)) {
      // A little more, without another index where that is possible: the next poll raises MemoryError.
      type.machine?.reference.requestMemoryError()
      let most = index.mostEntries
      new = most > capacity ? min(capacity &+ 4096, most) : capacity &+ 4096
    }
    let bytes = new &* MemoryLayout<Entry>.stride
    guard let raw = wick_memory_large(realloc(entries, bytes), bytes) else {
      fatalError("out of memory for a dict of \(new) entries")
    }
    entries = raw.assumingMemoryBound(to: Entry.self)
    capacity = new
    if new > 8 && (index.table == nil || index.isSmall(for: new)) { rebuildIndex() }
  }

  private func compact() {
    var target = 0
    for i in 0..<used where !entries[i].key.isUndefined {
      if target != i { entries[target] = entries[i] }
      target &+= 1
    }
    used = target
    if capacity > 8 { rebuildIndex() }
    bumpVersion()
  }

  private func rebuildIndex() {
    index.drop()
    index = DictIndex(capacity: capacity)
    for i in 0..<used where !entries[i].key.isUndefined { index.insert(i, hash: entries[i].hash) }
  }

  /// Removes everything; safe when releasing an item runs code that touches the dict.
  package func removeAll() {
    var (old, oldUsed, oldIndex) = (entries, used, index)
    entries = DictObject.allocate(1)
    capacity = 1
    used = 0
    count = 0
    index = DictIndex()
    bumpVersion()
    for i in 0..<oldUsed where !old[i].key.isUndefined {
      old[i].key.release()
      old[i].value.release()
    }
    free(old)
    oldIndex.drop()
  }

  /// Index of the first living entry at or after `position`, or -1: the step of every iteration.
  @inline(__always)
  package func nextEntry(_ position: Int) -> Int {
    var i = position
    while i < used {
      if !entries[i].key.isUndefined { return i }
      i &+= 1
    }
    return -1
  }

  /// Keys and values in order.
  package var items: [(key: Value, value: Value)] {
    var result: [(key: Value, value: Value)] = []
    result.reserveCapacity(count)
    for i in 0..<used where !entries[i].key.isUndefined {
      result.append((entries[i].key.value, entries[i].value.value))
    }
    return result
  }

  // MARK: Protocol

  public override func repr(_ vm: VM) throws(Raised) -> StrObject { try DictMethods.repr(vm, self) }
  public override func hash(_ vm: VM) throws(Raised) -> Int {
    throw vm.typeError("unhashable type: '\(type.operandName)'")
  }
  public override func length(_ vm: VM) throws(Raised) -> Int? { count }
  public override func getItem(_ vm: VM, _ key: Value) throws(Raised) -> Value? {
    let found = try get(vm, key.borrowed)
    if !found.isUndefined { return found.value }
    return try DictMethods.missing(vm, self, key)
  }
  public override func setItem(_ vm: VM, _ key: Value, _ value: Value?) throws(Raised) -> Bool {
    if let value {
      try set(vm, key.borrowed, value.borrowed)
    } else {
      let old = try remove(vm, key.borrowed)
      if old.isUndefined { throw vm.keyError(key) }
      old.release()
    }
    return true
  }
  public override func contains(_ vm: VM, _ item: Value) throws(Raised) -> Bool? {
    try find(vm, item.borrowed, hash: try vm.hash(item.borrowed)) >= 0
  }
  public override func iterator(_ vm: VM) throws(Raised) -> Object? { DictIterator(vm, self, .keys) }
  public override func compare(_ vm: VM, _ comparison: Comparison, _ other: Value) throws(Raised) -> Value? {
    guard comparison == .equal || comparison == .notEqual, let other = other.asDict else { return nil }
    return .bool(try DictMethods.equal(vm, self, other) == (comparison == .equal))
  }
  public override func binary(
    _ vm: VM, _ op: BinaryOperator, _ other: Value, reflected: Bool
  ) throws(Raised) -> Value? {
    guard op == .bitOr, let other = other.asDict else { return nil }
    let isOwnKind = isOwnKind(vm)
    if reflected ? !isOwnKind : !isOwnKind && other.isOwnKind(vm) { return nil }
    let copied = isOwnKind ? try vm.callMethod(.object(self), "copy", []).asDict : try DictMethods.copy(vm, self)
    guard let made = copied else { return nil }
    if reflected {
      made.removeAll()
      try DictMethods.merge(vm, made, .object(other))
    }
    try DictMethods.merge(vm, made, .object(reflected ? self : other))
    return .object(made)
  }
  /// Whether this is a `defaultdict` or the like, whose unions are dicts of that class.
  private func isOwnKind(_ vm: VM) -> Bool {
    type.mroTypes.first { !$0.isHeap } !== vm.types.dict
  }
  public override func inPlace(_ vm: VM, _ op: BinaryOperator, _ other: Value) throws(Raised) -> Value? {
    if op != .bitOr { return nil }
    try DictMethods.merge(vm, self, other)
    return .object(self)
  }

  public override func traverse(_ visit: (Slot) -> Void) {
    for i in 0..<used where !entries[i].key.isUndefined {
      visit(entries[i].key)
      visit(entries[i].value)
    }
  }
  public override func clearReferences() { removeAll() }
}
