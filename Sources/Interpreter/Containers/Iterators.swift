// Iterators that the machine's loop steps directly: `step1()` gives an owned slot, undefined at the end.

/// Base of the iterators: they are their own iterators. Subclasses override `next` or, better, `stepSlot`.
open class NativeIterator: Object {
  open override var isIterator: Bool { true }
  open override func iterator(_ vm: VM) throws(Raised) -> Object? { self }
  open override func next(_ vm: VM) throws(Raised) -> Value? { vm.taken(try stepSlot(vm)) }
}

/// Iterates a list; sees changes made meanwhile, and stays ended once it ended.
package final class ListIterator: NativeIterator {
  /// The list, owned; undefined once exhausted.
  package final var list: Slot
  package final var position: Int

  package init(_ vm: VM, _ list: ListObject) {
    self.list = .owned(list)
    position = 0
    super.init(kind: .listIterator, type: vm.types.listIterator, tracked: true)
  }
  deinit { list.release() }

  /// The next item, owned; undefined at the end.
  @inline(__always)
  package final func step1() -> Slot {
    if list.isUndefined { return .undefined }
    let found = Unmanaged<ListObject>.fromOpaque(list.pointer)._withUnsafeGuaranteedRef {
      position < $0.count ? $0.items[position] : Slot.undefined
    }
    if _fastPath(!found.isUndefined) {
      position &+= 1
      found.retain()
      return found
    }
    finish()
    return .undefined
  }
  package override func stepSlot(_ vm: VM) throws(Raised) -> Slot { step1() }

  @inline(never)
  private final func finish() {
    let old = list
    list = .undefined
    old.release()
  }

  var remaining: Int {
    list.isUndefined ? 0 : max(0, unsafeDowncast(list.object, to: ListObject.self).count &- position)
  }
  public override func traverse(_ visit: (Slot) -> Void) { visit(list) }
  public override func clearReferences() { finish() }
}

/// Iterates a list from its end.
package final class ListReverseIterator: NativeIterator {
  var list: Slot
  var position: Int

  init(_ vm: VM, _ list: ListObject) {
    self.list = .owned(list)
    position = list.count &- 1
    super.init(kind: .iterator, type: vm.extraTypes.listReverseIterator, tracked: true)
  }
  deinit { list.release() }
  package override func stepSlot(_ vm: VM) throws(Raised) -> Slot {
    if list.isUndefined { return .undefined }
    if position >= 0 && position < list.pointer.field(SequenceLayout.count, Int.self) {
      let item = list.pointer.field(SequenceLayout.items, Register.self)[position]
      position &-= 1
      item.retain()
      return item
    }
    let old = list
    list = .undefined
    old.release()
    return .undefined
  }
  var remaining: Int {
    if list.isUndefined { return 0 }
    return position < unsafeDowncast(list.object, to: ListObject.self).count ? position &+ 1 : 0
  }
  public override func traverse(_ visit: (Slot) -> Void) { visit(list) }
}

/// Iterates a tuple.
package final class TupleIterator: NativeIterator {
  /// The tuple, owned.
  package final let tuple: Slot
  package final var position: Int
  package final let items: UnsafeMutablePointer<Slot>
  package final let count: Int

  package init(_ vm: VM, _ tuple: TupleObject) {
    self.tuple = .owned(tuple)
    items = tuple.items
    count = tuple.count
    position = 0
    super.init(kind: .tupleIterator, type: vm.types.tupleIterator, tracked: true)
  }
  deinit { tuple.release() }

  /// The next item, owned; undefined at the end.
  @inline(__always)
  package final func step1() -> Slot {
    if position >= count { return .undefined }
    let found = items[position]
    position &+= 1
    found.retain()
    return found
  }
  package override func stepSlot(_ vm: VM) throws(Raised) -> Slot { step1() }

  public override func traverse(_ visit: (Slot) -> Void) { visit(tuple) }
}

/// Iterates a range of 64-bit ints.
package final class RangeIterator: NativeIterator {
  package final var current: Int
  package final let step: Int
  package final var remaining: Int

  package init(_ vm: VM, start: Int, step: Int, count: Int) {
    current = start
    self.step = step
    remaining = count
    super.init(kind: .rangeIterator, type: vm.types.rangeIterator)
  }

  /// The next item; undefined at the end.
  @inline(__always)
  package final func step1() -> Slot {
    if remaining <= 0 { return .undefined }
    remaining &-= 1
    let i = current
    current = i &+ step
    return .int(i)
  }
  package override func stepSlot(_ vm: VM) throws(Raised) -> Slot { step1() }
}

/// Iterates a range whose numbers leave 64 bits.
final class BigRangeIterator: NativeIterator, Reducible {
  private var upcoming: Value
  private let step: Value
  private var remaining: Value

  init(_ vm: VM, next: Value, step: Value, remaining: Value) {
    upcoming = next
    self.step = step
    self.remaining = remaining
    super.init(kind: .iterator, type: vm.extraTypes.longRangeIterator)
  }
  func reduced(_ vm: VM) throws(Raised) -> Value {
    let end = try vm.binary(.add, upcoming, try vm.binary(.multiply, remaining, step))
    let range = try vm.call(.object(vm.types.range), [upcoming, end, step])
    return try vm.reduction(builtin: "iter", [range], .int(0))
  }
  override func next(_ vm: VM) throws(Raised) -> Value? {
    if !(try vm.truth(remaining)) { return nil }
    let item = upcoming
    remaining = try vm.binary(.subtract, remaining, .int(1))
    upcoming = try vm.binary(.add, item, step)
    return item
  }
}

extension VM {
  /// The value of an owned slot whose count is given up; nil when it is undefined.
  @inline(__always)
  package func taken(_ slot: Slot) -> Value? {
    if slot.isUndefined { return nil }
    let value = slot.value
    slot.release()
    return value
  }
}

extension TypeObject {
  /// Declares `__iter__`, `__next__` and, when given, `__length_hint__`.
  func iteratorSpecials(_ vm: VM, hint: ((Object) -> Int)? = nil) {
    specials(vm, [.iter, .next])
    reducible(vm)
    if let hint {
      method(vm, "__length_hint__(self, /)", "Private method returning an estimate of len(list(it)).") {
        (_, args) throws(Raised) in
        guard case .object(let o) = args[0] else { return .int(0) }
        return .int(hint(o))
      }
    }
  }
}
