import Glibc
import MemoryShim

// A set is an open-addressing table of keys and hashes. To show sets of small ints in CPython's order it follows the
// same rules: from the home position nine neighbours are tried before the next jump (`i * 5 + 1 + perturb`), deleted
// keys leave a mark that is not reused, and the table grows fourfold (twofold beyond 50 000) at three fifths.

/// `set` and `frozenset`.
package final class SetObject: Object {
  /// One place of the table: `key` is undefined when free; a deleted key has `hash == -1` (no hash is -1).
  package struct Entry {
    package var hash: Int
    package var key: Slot
  }

  /// Number of items.
  package private(set) var count = 0
  /// Places used, deleted keys included.
  private var fill = 0
  package private(set) var mask = 7
  package private(set) var table: UnsafeMutablePointer<Entry>
  /// Changes with every insertion, deletion and resize.
  package private(set) var version = 0
  private var finger = 0
  private var cachedHash = -1

  private static var linearProbes: Int { 9 }

  /// Makes an empty set, or an empty frozenset when the type says so.
  package init(_ vm: VM, frozen: Bool = false, type: TypeObject? = nil) {
    table = SetObject.allocate(8)
    super.init(
      kind: frozen ? .frozenset : .set, type: type ?? (frozen ? vm.types.frozenset : vm.types.set), tracked: true)
  }

  /// An empty `set`, or `frozenset`.
  @inline(__always)
  package static func make(_ vm: VM, frozen: Bool = false) -> SetObject {
    guard ObjectPool.isUsed else { return SetObject(vm, frozen: frozen) }
    let made = Unmanaged<SetObject>.fromOpaque(ObjectPool.set(vm, frozen: frozen)).takeRetainedValue()
    made.count = 0
    made.fill = 0
    made.mask = 7
    made.version = 0
    made.finger = 0
    made.cachedHash = -1
    Collector.track(made)
    return made
  }
  /// What `ObjectPool` allocates for a set: the fields; the table is `allocateTable`.
  @inline(__always) static var instanceBytes: Int { 112 }
  /// Gives a set of raw memory its first table.
  func allocateTable() {
    let made = SetObject.allocate(8)
    withUnsafeMutablePointer(to: &table) { $0.initialize(to: made) }
  }
  /// Releases what a dying set holds and keeps the first table.
  func empty() {
    if count > 0 { for i in 0...mask { table[i].key.release() } }
    if mask == 7 {
      if fill > 0 { memset(table, 0, 8 &* MemoryLayout<Entry>.stride) }
    } else {
      free(table)
      allocateTable()
    }
  }
  /// Checks that a set takes no more than `instanceBytes`; called once at start-up.
  static func checkLayout(_ vm: VM) {
    let made = SetObject(vm)
    let begin = Unmanaged.passUnretained(made as Object).toOpaque()
    let last = withUnsafeMutablePointer(to: &made.cachedHash) { UnsafeMutableRawPointer($0) }
    precondition(last - begin == 104, "the fields of sets do not lie where ObjectPool takes them to")
  }

  deinit {
    if count > 0 { for i in 0...mask { table[i].key.release() } }
    SetObject.give(table, mask)
  }

  /// Gives back a table.
  @inline(__always)
  private static func give(_ table: UnsafeMutablePointer<Entry>, _ mask: Int) {
    if mask == 7 { BlockPool.give(table: table) } else { free(table) }
  }

  /// A table of free places: zeroed memory is one.
  private static func allocate(_ size: Int) -> UnsafeMutablePointer<Entry> {
    let bytes = size &* MemoryLayout<Entry>.stride
    guard let raw = size == 8 ? BlockPool.table() : wick_memory_large(malloc(bytes), bytes) else {
      fatalError("out of memory for a set of \(size) places")
    }
    memset(raw, 0, bytes)
    return raw.assumingMemoryBound(to: Entry.self)
  }

  // MARK: Table

  /// Place of `key`, or -1. Comparing keys may run Python code.
  package func find(_ vm: VM, _ key: Slot, hash: Int) throws(Raised) -> Int {
    max(-1, try search(vm, key, hash: hash))
  }

  /// What a search says of an entry.
  private enum Answer { case other, same, stop }

  /// Place of the entry that `isKey` takes for the key, of those with the hash, or `-2 - p` where `p` is the free place that
  /// the key would take; nil: `isKey` stopped the search.
  @inline(__always)
  private func walk<E: Error>(_ hash: Int, _ isKey: (Slot) throws(E) -> Answer) throws(E) -> Int? {
    let (table, mask) = (table, mask)
    var perturb = UInt(bitPattern: hash)
    var i = hash & mask
    while true {
      let last = i &+ SetObject.linearProbes <= mask ? i &+ SetObject.linearProbes : i
      var p = i
      while p <= last {
        let entry = table[p]
        if entry.key.isUndefined {
          if entry.hash != -1 { return -2 &- p }
        } else if entry.hash == hash {
          switch try isKey(entry.key) {
          case .same: return p
          case .stop: return nil
          case .other: break
          }
        }
        p &+= 1
      }
      perturb >>= 5
      i = (i &* 5 &+ 1 &+ Int(bitPattern: perturb)) & mask
    }
  }

  /// Place of `key`, or `-2 - p` where `p` is the free place that it would take.
  private func search(_ vm: VM, _ key: Slot, hash: Int) throws(Raised) -> Int {
    if key.isInt {
      if let place = searchInt(key, hash: hash) { return place }
    } else if key.isObject && key.typePointer == vm.strType, let place = searchText(vm, key, hash: hash) {
      return place
    }
    while true {
      let startVersion = version
      let place = try walk(hash) { (other) throws(Raised) -> Answer in
        if other.isSame(as: key) { return .same }
        if other.isInt && key.isInt { return .other }
        let same = try vm.equalSlots(other, key)
        if version != startVersion { return .stop }
        return same ? .same : .other
      }
      if let place { return place }
    }
  }

  /// The same for an int; nil when a key of another type has its hash.
  @inline(__always)
  private func searchInt(_ key: Slot, hash: Int) -> Int? {
    walk(hash) { other in !other.isInt ? .stop : other.bits == key.bits ? .same : .other }
  }

  /// The same for an exact text; nil when a key of another type has its hash: code of the user may decide.
  @inline(__always)
  private func searchText(_ vm: VM, _ key: Slot, hash: Int) -> Int? {
    let (strType, text) = (vm.strType, Unmanaged<StrObject>.fromOpaque(key.pointer))
    return walk(hash) { other in
      if other.bits == key.bits && other.isObject { return .same }
      if !other.isObject || other.typePointer != strType { return .stop }
      let second = Unmanaged<StrObject>.fromOpaque(other.pointer)
      return text._withUnsafeGuaranteedRef { x in second._withUnsafeGuaranteedRef { x.hasSameText($0) } } ? .same : .other
    }
  }

  /// Adds a key that is missing at a free place; it is owned and handed over.
  @inline(__always)
  private func insert(_ key: Slot, hash: Int, at place: Int) {
    table[place] = Entry(hash: hash, key: key)
    fill &+= 1
    count &+= 1
    version &+= 1
    if fill &* 5 >= mask &* 3 { resize(count > 50_000 ? count &* 2 : count &* 4) }
  }

  private func resize(_ minimum: Int) {
    var size = 8
    while size <= minimum { size <<= 1 }
    let old = table
    let oldMask = mask
    table = SetObject.allocate(size)
    mask = size &- 1
    fill = count
    for i in 0...oldMask where !old[i].key.isUndefined { insertClean(old[i]) }
    SetObject.give(old, oldMask)
    version &+= 1
  }

  /// Places an entry in a table without deleted keys.
  private func insertClean(_ entry: Entry) {
    var perturb = UInt(bitPattern: entry.hash)
    var i = entry.hash & mask
    while true {
      let last = i &+ SetObject.linearProbes <= mask ? i &+ SetObject.linearProbes : i
      var p = i
      while p <= last {
        if table[p].key.isUndefined {
          table[p] = entry
          return
        }
        p &+= 1
      }
      perturb >>= 5
      i = (i &* 5 &+ 1 &+ Int(bitPattern: perturb)) & mask
    }
  }

  // MARK: Items

  /// Adds an item (retained).
  package func add(_ vm: VM, _ key: Slot) throws(Raised) { try add(vm, key, hash: try vm.quickHash(key)) }

  /// Adds an item whose hash is known; true when it was missing.
  @discardableResult
  package func add(_ vm: VM, _ key: Slot, hash: Int) throws(Raised) -> Bool {
    let place = try search(vm, key, hash: hash)
    if place >= 0 { return false }
    key.retain()
    insert(key, hash: hash, at: -2 &- place)
    return true
  }

  /// Adds an int; false: a key that is no int has its hash, and the general way decides.
  @inline(__always)
  func addInt(_ key: Slot) -> Bool {
    let hash = Numbers.hash(key.asInt)
    var perturb = UInt(bitPattern: hash)
    var i = hash & mask
    while true {
      let last = i &+ SetObject.linearProbes <= mask ? i &+ SetObject.linearProbes : i
      var p = i
      while p <= last {
        let entry = table[p]
        if entry.key.isUndefined {
          if entry.hash != -1 {
            insert(key, hash: hash, at: p)
            return true
          }
        } else if entry.hash == hash {
          if !entry.key.isInt { return false }
          if entry.key.bits == key.bits { return true }
        }
        p &+= 1
      }
      perturb >>= 5
      i = (i &* 5 &+ 1 &+ Int(bitPattern: perturb)) & mask
    }
  }

  /// Adds an item.
  package func add(_ vm: VM, _ key: Value) throws(Raised) { try add(vm, key.borrowed) }

  /// Tells whether an item is in the set.
  package func has(_ vm: VM, _ key: Slot) throws(Raised) -> Bool {
    try find(vm, key, hash: try vm.quickHash(key)) >= 0
  }

  /// Removes an item; false when it is missing.
  package func remove(_ vm: VM, _ key: Slot, hash: Int) throws(Raised) -> Bool {
    let p = try find(vm, key, hash: hash)
    if p < 0 { return false }
    removePlace(p).release()
    return true
  }

  /// Removes what lies at a place of the table; the caller owns the key.
  private func removePlace(_ p: Int) -> Slot {
    let key = table[p].key
    table[p] = Entry(hash: -1, key: .undefined)
    count &-= 1
    version &+= 1
    return key
  }

  /// Removes any item, owned by the caller; undefined when the set is empty.
  package func pop() -> Slot {
    if count == 0 { return .undefined }
    var p = finger & mask
    while table[p].key.isUndefined { p = (p &+ 1) & mask }
    finger = p &+ 1
    return removePlace(p)
  }

  /// Removes everything; safe when releasing an item runs code that touches the set.
  package func removeAll() {
    let old = table
    let oldMask = mask
    table = SetObject.allocate(8)
    mask = 7
    count = 0
    fill = 0
    version &+= 1
    for i in 0...oldMask { old[i].key.release() }
    SetObject.give(old, oldMask)
  }

  /// First occupied place at or after `position`, or -1: the step of every iteration.
  @inline(__always)
  package func nextPlace(_ position: Int) -> Int {
    var i = position
    while i <= mask {
      if !table[i].key.isUndefined { return i }
      i &+= 1
    }
    return -1
  }

  /// The items in the order of iteration.
  package var values: [Value] {
    var result: [Value] = []
    result.reserveCapacity(count)
    var p = nextPlace(0)
    while p >= 0 {
      result.append(table[p].key.value)
      p = nextPlace(p &+ 1)
    }
    return result
  }

  /// Adds all items of another set.
  package func merge(_ vm: VM, _ other: SetObject) throws(Raised) {
    if other === self || other.count == 0 { return }
    if (fill &+ other.count) &* 5 >= mask &* 3 { resize((count &+ other.count) &* 2) }
    if fill == 0 {
      if mask == other.mask && other.fill == other.count {
        for i in 0...mask {
          table[i] = other.table[i]
          table[i].key.retain()
        }
      } else {
        for i in 0...other.mask where !other.table[i].key.isUndefined {
          other.table[i].key.retain()
          insertClean(other.table[i])
        }
      }
      count = other.count
      fill = other.count
      version &+= 1
      return
    }
    var p = other.nextPlace(0)
    while p >= 0 {
      let entry = other.table[p]
      entry.key.retain()
      defer { entry.key.release() }
      try add(vm, entry.key, hash: entry.hash)
      p = other.nextPlace(p &+ 1)
    }
  }

  /// Makes room for the keys of a dict about to be added.
  func reserve(forDictOf n: Int) {
    if (fill &+ n) &* 5 >= mask &* 3 { resize((count &+ n) &* 2) }
  }

  /// Replaces the items by those of another set, which is left empty.
  func take(from other: SetObject) {
    (table, other.table) = (other.table, table)
    (mask, other.mask) = (other.mask, mask)
    (fill, other.fill) = (other.fill, fill)
    (count, other.count) = (other.count, count)
    version &+= 1
    other.version &+= 1
    other.removeAll()
  }

  // MARK: Protocol

  public override func repr(_ vm: VM) throws(Raised) -> StrObject { try SetMethods.repr(vm, self) }
  public override func hash(_ vm: VM) throws(Raised) -> Int {
    if kind == .set { throw vm.typeError("unhashable type: '\(type.name)'") }
    if cachedHash == -1 { cachedHash = frozenHash() }
    return cachedHash
  }
  public override func length(_ vm: VM) throws(Raised) -> Int? { count }
  public override func contains(_ vm: VM, _ item: Value) throws(Raised) -> Bool? {
    try SetMethods.contains(vm, self, item)
  }
  public override func iterator(_ vm: VM) throws(Raised) -> Object? { SetIterator(vm, self) }
  public override func compare(_ vm: VM, _ comparison: Comparison, _ other: Value) throws(Raised) -> Value? {
    try SetMethods.compare(vm, self, comparison, other)
  }
  public override func binary(
    _ vm: VM, _ op: BinaryOperator, _ other: Value, reflected: Bool
  ) throws(Raised) -> Value? {
    guard !reflected, let other = other.asSet else { return nil }
    return try SetMethods.binary(vm, self, op, other)
  }
  public override func inPlace(_ vm: VM, _ op: BinaryOperator, _ other: Value) throws(Raised) -> Value? {
    guard kind == .set, let other = other.asSet else { return nil }
    return try SetMethods.inPlace(vm, self, op, other)
  }

  /// Whether the hashes of two frozensets are known and differ.
  func isKnownToDiffer(from other: SetObject) -> Bool {
    cachedHash != -1 && other.cachedHash != -1 && cachedHash != other.cachedHash
  }

  /// A hash that does not depend on the order of the items.
  private func frozenHash() -> Int {
    var h: UInt = 0
    for i in 0...mask where !table[i].key.isUndefined {
      let x = UInt(bitPattern: table[i].hash)
      h ^= ((x ^ 89_869_747) ^ (x << 16)) &* 3_644_798_167
    }
    h ^= (UInt(bitPattern: count) &+ 1) &* 1_927_868_237
    h ^= (h >> 11) ^ (h >> 25)
    h = h &* 69069 &+ 907_133_923
    let result = Int(bitPattern: h)
    return result == -1 ? 590_923_713 : result
  }

  public override func traverse(_ visit: (Slot) -> Void) {
    var (left, i) = (count, 0)
    while left > 0 {
      if !table[i].key.isUndefined {
        visit(table[i].key)
        left &-= 1
      }
      i &+= 1
    }
  }
  public override func clearReferences() { if count > 0 { removeAll() } }
}

/// Iterates a set.
package final class SetIterator: NativeIterator, Reducible {
  private var source: Slot
  private var position = 0
  private let expected: Int
  private var left: Int

  init(_ vm: VM, _ set: SetObject) {
    source = .owned(set)
    expected = set.count
    left = set.count
    super.init(kind: .iterator, type: vm.types.setIterator, tracked: true)
  }
  deinit { source.release() }
  package func reduced(_ vm: VM) throws(Raised) -> Value {
    let rest = ListObject.make(vm)
    if !source.isUndefined {
      let items = unsafeDowncast(source.object, to: SetObject.self)
      var place = items.nextPlace(position)
      while place >= 0 {
        rest.append(items.table[place].key.value)
        place = items.nextPlace(place &+ 1)
      }
    }
    return try vm.reduction(builtin: "iter", [.object(rest)])
  }
  package override func stepSlot(_ vm: VM) throws(Raised) -> Slot {
    if source.isUndefined { return .undefined }
    let items = unsafeDowncast(source.object, to: SetObject.self)
    if items.count != expected { throw vm.runtimeError("Set changed size during iteration") }
    let p = items.nextPlace(position)
    if p >= 0 {
      position = p &+ 1
      left &-= 1
      let key = items.table[p].key
      key.retain()
      return key
    }
    let old = source
    source = .undefined
    old.release()
    return .undefined
  }
  var remaining: Int {
    source.isUndefined || unsafeDowncast(source.object, to: SetObject.self).count != expected ? 0 : left
  }
  public override func traverse(_ visit: (Slot) -> Void) { visit(source) }
}
