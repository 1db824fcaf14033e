/// What a view or an iterator of a dict shows.
package enum DictPart: UInt8, BitwiseCopyable { case keys, values, items }

/// Iterates a dict.
package final class DictIterator: NativeIterator {
  /// The dict, owned; undefined once exhausted.
  package final var dict: Slot
  package final var position = 0
  /// Number of items at the start: RuntimeError when it changes.
  package private(set) final var expected: Int
  package private(set) final var part: DictPart
  /// The pair given last, reused when nobody else holds it.
  private final var pair = Slot.undefined
  private final var left: Int

  package init(_ vm: VM, _ dict: DictObject, _ part: DictPart) {
    self.dict = .owned(dict)
    expected = dict.count
    left = dict.count
    self.part = part
    super.init(kind: .dictIterator, type: DictIterator.type(vm, part), tracked: true)
  }
  deinit { end() }

  /// Gives the fields of an iterator made of raw memory their first values; it has its dict.
  @inline(__always)
  final func begin(_ part: DictPart) {
    let count = Unmanaged<DictObject>.fromOpaque(dict.pointer)._withUnsafeGuaranteedRef { $0.count }
    (position, expected, left) = (0, count, count)
    self.part = part
    pair = .undefined
  }
  /// Releases what a dying iterator holds.
  @inline(__always)
  final func end() {
    dict.release()
    pair.release()
  }
  /// The type of the iterators of a part.
  @inline(__always)
  static func type(_ vm: VM, _ part: DictPart) -> TypeObject {
    switch part {
    case .keys: return vm.types.dictKeyIterator
    case .values: return vm.types.dictValueIterator
    case .items: return vm.types.dictItemIterator
    }
  }
  /// What `ObjectPool` allocates for an iterator; the dict lies where other iterators have what they iterate.
  @inline(__always) static var instanceBytes: Int { 120 }
  /// Checks that the fields fit; called once at start-up.
  static func checkLayout(_ vm: VM) {
    let made = DictIterator(vm, DictObject(vm), .keys)
    let p = Unmanaged.passUnretained(made as Object).toOpaque()
    let last = withUnsafeMutablePointer(to: &made.left) { UnsafeMutableRawPointer($0) }
    precondition(
      p.field(SequenceLayout.iterated, Slot.self).bits == made.dict.bits && last - p == instanceBytes &- 8,
      "the fields of iterators of dicts do not lie where ObjectPool takes them to")
  }

  /// The next entry, borrowed until the dict changes; nil at the end.
  @inline(__always)
  final func stepEntry(_ vm: VM) throws(Raised) -> UnsafeMutablePointer<DictObject.Entry>? {
    if dict.isUndefined { return nil }
    let items = Unmanaged<DictObject>.fromOpaque(dict.pointer)
    if items._withUnsafeGuaranteedRef({ $0.count }) != expected {
      throw vm.runtimeError("dictionary changed size during iteration")
    }
    let i = items._withUnsafeGuaranteedRef { $0.nextEntry(position) }
    if i < 0 {
      let old = dict
      dict = .undefined
      old.release()
      return nil
    }
    if left <= 0 { throw vm.runtimeError("dictionary keys changed during iteration") }
    left &-= 1
    position = i &+ 1
    return items._withUnsafeGuaranteedRef { $0.entries + i }
  }

  /// The next item, owned; undefined at the end.
  package override func stepSlot(_ vm: VM) throws(Raised) -> Slot {
    guard let entry = try stepEntry(vm)?.pointee else { return .undefined }
    switch part {
    case .keys:
      entry.key.retain()
      return entry.key
    case .values:
      entry.value.retain()
      return entry.value
    case .items:
      entry.key.retain()
      entry.value.retain()
      return ReusedPair.make(vm, &pair, entry.key, entry.value)
    }
  }

  /// The next key or value, owned; undefined: the end, a pair or an error, of which `stepSlot` knows.
  @inline(__always)
  static func stepQuickly(_ p: UnsafeMutableRawPointer) -> Slot {
    Unmanaged<DictIterator>.fromOpaque(p)._withUnsafeGuaranteedRef { me in
      guard me.part != .items, me.dict.isObject, me.left > 0 else { return .undefined }
      return Unmanaged<DictObject>.fromOpaque(me.dict.pointer)._withUnsafeGuaranteedRef { items in
        guard items.count == me.expected else { return .undefined }
        let i = items.nextEntry(me.position)
        if i < 0 { return .undefined }
        me.left &-= 1
        me.position = i &+ 1
        let found = me.part == .keys ? items.entries[i].key : items.entries[i].value
        found.retain()
        return found
      }
    }
  }

  var remaining: Int {
    dict.isUndefined || unsafeDowncast(dict.object, to: DictObject.self).count != expected ? 0 : left
  }
  public override func traverse(_ visit: (Slot) -> Void) {
    visit(dict)
    visit(pair)
  }
}

/// A pair that an iterator gives out and fills again when nobody else holds it: unpacking loops then allocate nothing.
package enum ReusedPair {
  /// The items of the tuple in `cache` when nobody else holds it: to be overwritten. nil otherwise.
  @inline(__always)
  private static func ownItems(_ cache: Slot) -> UnsafeMutablePointer<Slot>? {
    let p = cache.pointer
    guard p.field(ObjectLayout.refs, Int32.self) == 1, ObjectPool.isHeldOnce(p) || wickRetainCount(p) == 1 else { return nil }
    return Unmanaged<TupleObject>.fromOpaque(p)._withUnsafeGuaranteedRef { $0.reuse() }
  }
  /// An owned slot of a pair of two owned slots. `cache` holds the pair given last.
  @inline(__always)
  static func make(_ vm: VM, _ cache: inout Slot, _ a: Slot, _ b: Slot) -> Slot {
    if cache.isObject {
      if let items = ownItems(cache) {
        let (x, y) = (items[0], items[1])
        items[0] = a
        items[1] = b
        x.release()
        y.release()
        cache.retain()
        return cache
      }
      cache.release()
    }
    var both = (a, b)
    cache = withUnsafeMutablePointer(to: &both) {
      TupleObject.slot(vm, moving: UnsafeRawPointer($0).assumingMemoryBound(to: Slot.self), count: 2)
    }
    if cache.pointer.field(ObjectLayout.gcIndex, Int32.self) < 0 { Collector.track(cache.pointer) }
    cache.retainHeld()
    return cache
  }
  /// The same for a tuple of `count` slots, which are borrowed.
  package static func make(_ vm: VM, _ cache: inout Slot, copying source: UnsafePointer<Slot>, count: Int) -> Slot {
    if cache.isObject {
      if let items = ownItems(cache) {
        for k in 0..<count where !items[k].isSame(as: source[k]) {
          let old = items[k]
          source[k].retain()
          items[k] = source[k]
          old.release()
        }
        cache.retain()
        return cache
      }
      cache.release()
    }
    for k in 0..<count { source[k].retain() }
    cache = TupleObject.slot(vm, moving: source, count: count)
    if cache.pointer.field(ObjectLayout.gcIndex, Int32.self) < 0 { Collector.track(cache.pointer) }
    cache.retainHeld()
    return cache
  }
}

/// Iterates a dict from its end.
final class DictReverseIterator: NativeIterator, Reducible {
  private var dict: Slot
  private var position: Int
  private let expected: Int
  private let part: DictPart

  init(_ vm: VM, _ dict: DictObject, _ part: DictPart) {
    self.dict = .owned(dict)
    position = dict.used &- 1
    expected = dict.count
    self.part = part
    let type: TypeObject
    switch part {
    case .keys: type = vm.extraTypes.dictReverseKeyIterator
    case .values: type = vm.extraTypes.dictReverseValueIterator
    case .items: type = vm.extraTypes.dictReverseItemIterator
    }
    super.init(kind: .iterator, type: type, tracked: true)
  }
  deinit { dict.release() }
  func reduced(_ vm: VM) throws(Raised) -> Value {
    let rest = ListObject.make(vm)
    if !dict.isUndefined {
      let items = unsafeDowncast(dict.object, to: DictObject.self)
      var place = min(position, items.used &- 1)
      while place >= 0 {
        let entry = items.entries[place]
        place &-= 1
        if entry.key.isUndefined { continue }
        switch part {
        case .keys: rest.append(entry.key.value)
        case .values: rest.append(entry.value.value)
        case .items: rest.append(.object(TupleObject.make(vm, [entry.key.value, entry.value.value])))
        }
      }
    }
    return try vm.reduction(builtin: "iter", [.object(rest)])
  }
  override func next(_ vm: VM) throws(Raised) -> Value? {
    if dict.isUndefined { return nil }
    let items = unsafeDowncast(dict.object, to: DictObject.self)
    if items.count != expected { throw vm.runtimeError("dictionary changed size during iteration") }
    position = min(position, items.used &- 1)
    while position >= 0 && items.entries[position].key.isUndefined { position &-= 1 }
    if position < 0 {
      let old = dict
      dict = .undefined
      old.release()
      return nil
    }
    let entry = items.entries[position]
    position &-= 1
    switch part {
    case .keys: return entry.key.value
    case .values: return entry.value.value
    case .items: return .object(TupleObject.make(vm, [entry.key.value, entry.value.value]))
    }
  }
  override func traverse(_ visit: (Slot) -> Void) { visit(dict) }
}
