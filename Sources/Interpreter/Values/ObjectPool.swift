import Glibc
import MemoryShim

/// Dead objects of the layouts that programs make most, kept whole for the next one: then neither malloc nor Swift's
/// initialisers and deinitialisers run. They lie in blocks of the slab (MemoryShim/slab.c).
///
/// Such an object is made from raw memory: header and fields are written by hand, its items or text lie right behind
/// the fields. It is an ordinary instance of its class all the same: when Swift code holds it longest, Swift frees it.
package enum ObjectPool {
  /// Dead objects of one layout and size; each holds the address of the next in place of its attributes.
  struct FreeList {
    private var head: UnsafeMutableRawPointer?
    private var count = 0

    @inline(__always)
    mutating func take() -> UnsafeMutableRawPointer? {
      guard let p = head else { return nil }
      head = p.field(ObjectLayout.attributes, Optional<UnsafeMutableRawPointer>.self)
      count &-= 1
      return p
    }
    /// Whether another one is wanted: few, so that they lie in the cache.
    @inline(__always) var hasRoom: Bool { count < 256 }
    @inline(__always)
    mutating func give(_ p: UnsafeMutableRawPointer) {
      p.setField(ObjectLayout.attributes, head)
      head = p
      count &+= 1
    }
    /// Keeps an object that is all of one block, or frees it.
    @inline(__always)
    mutating func giveOrFree(_ p: UnsafeMutableRawPointer) {
      if hasRoom { give(p) } else { ObjectPool.discard(p) }
    }
  }

  // Invariant: only the thread that holds the interpreter lock makes and drops objects.
  nonisolated(unsafe) private static var tuples1 = FreeList()
  nonisolated(unsafe) private static var tuples2 = FreeList()
  nonisolated(unsafe) private static var tuples3 = FreeList()
  nonisolated(unsafe) private static var tuples4 = FreeList()
  nonisolated(unsafe) private static var lists = FreeList()
  nonisolated(unsafe) private static var dicts = FreeList()
  nonisolated(unsafe) private static var sets = FreeList()
  nonisolated(unsafe) private static var complexes = FreeList()
  nonisolated(unsafe) private static var methods = FreeList()
  nonisolated(unsafe) private static var instances = FreeList()
  nonisolated(unsafe) private static var cells = FreeList()
  /// Iterators of lists and ranges, which are of one size.
  nonisolated(unsafe) private static var iterators = FreeList()
  nonisolated(unsafe) private static var tupleIterators = FreeList()
  nonisolated(unsafe) private static var slices = FreeList()

  nonisolated(unsafe) private static var dictViews = FreeList()
  nonisolated(unsafe) private static var dictIterators = FreeList()

  nonisolated(unsafe) private static var generators = FreeList()
  nonisolated(unsafe) private static var functions = FreeList()

  nonisolated(unsafe) private static var tensors = FreeList()
  /// Gives up the tensor (owned) of a dead `torch.Tensor`; set by the binding, which alone makes such objects.
  nonisolated(unsafe) package static var dropTensor: (@convention(c) (UnsafeMutableRawPointer) -> Void)?

  /// The bits of Swift's count when there is one reference alone and no side table.
  @inline(__always) private static var single: UInt64 { 3 }

  /// The most items that lie behind the fields of a pooled tuple.
  @inline(__always) static var maximumItems: Int { 8 }
  /// A list keeps memory for as many items when it dies.
  @inline(__always) private static var keptItems: Int { 16 }

  /// Whether objects are pooled: not where the address sanitizer and the audit must see each one's end.
  @inline(__always) package static var isUsed: Bool {
    #if WICK_CHECKED
      return false
    #else
      return true
    #endif
  }

  /// Checks that Swift's count looks as this file takes it; called once at start-up.
  static func check(_ fresh: Object) {
    let bits = Unmanaged.passUnretained(fresh).toOpaque().field(8, UInt64.self)
    precondition(bits & 0xFFFF_FFFF == single, "Swift's reference count does not look as ObjectPool takes it")
  }

  // MARK: Making

  /// Memory of an object of `type`'s class; refs 0, one Swift reference, fields behind the header undefined.
  @inline(__always)
  private static func raw(_ cls: AnyClass, _ bytes: Int) -> UnsafeMutableRawPointer {
    guard let p = wick_slab_is_known_to_swift() && bytes <= largestBlock ? wick_slab_take(bytes) : malloc(bytes) else {
      fatalError("out of memory for an object")
    }
    p.setField(0, unsafeBitCast(cls, to: UInt.self))
    p.setField(8, single)
    return p
  }
  @inline(__always) private static var largestBlock: Int { Int(WICK_SLAB_LARGEST) }

  /// Gives back the memory of an object of no more than `largestBlock`.
  @inline(__always)
  fileprivate static func discard(_ p: UnsafeMutableRawPointer) {
    if wick_slab_is_known_to_swift() { wick_slab_give(p) } else { free(p) }
  }

  @inline(__always)
  private static func head(_ p: UnsafeMutableRawPointer, _ kind: Kind, _ type: Unmanaged<TypeObject>) {
    p.setField(ObjectLayout.refs, Int32(0))
    p.setField(ObjectLayout.gcIndex, Int32(-1))
    p.setField(ObjectLayout.type, UInt(bitPattern: type.toOpaque()))
    p.setField(ObjectLayout.shape, UInt(0))
    p.setField(ObjectLayout.attributes, UInt(0))
    p.setField(ObjectLayout.kind, kind)
    p.setField(ObjectLayout.flags, ObjectFlags.pooled)
    Slot.retainObject(type.toOpaque())
  }

  /// A tuple of 1 to `maximumItems` items, which are undefined.
  @inline(__always)
  static func tuple(_ vm: VM, _ count: Int) -> UnsafeMutableRawPointer {
    let old: UnsafeMutableRawPointer?
    switch count {
    case 1: old = tuples1.take()
    case 2: old = tuples2.take()
    case 3: old = tuples3.take()
    case 4: old = tuples4.take()
    default: old = nil
    }
    let p = old ?? raw(TupleObject.self, TupleObject.inlineOffset &+ count &* 16)
    head(p, .tuple, Unmanaged.passUnretained(vm.types.tuple))
    p.setField(SequenceLayout.count, count)
    p.setField(SequenceLayout.items, UInt(bitPattern: p + TupleObject.inlineOffset))
    return p
  }

  /// A text with room for `bytes` behind its fields, which the caller fills; nil when memory does not suffice.
  @inline(__always)
  static func text(_ vm: VM, _ bytes: Int) -> UnsafeMutableRawPointer? {
    // An address has room as well.
    let size = StrObject.inlineOffset &+ max(8, bytes)
    let p = raw(StrObject.self, size)
    head(p, .str, Unmanaged.passUnretained(vm.types.str))
    if size > largestBlock { p.setField(ObjectLayout.flags, UInt8(0)) }
    return p
  }

  /// Bytes with room for `count` behind their fields, which the caller fills.
  @inline(__always)
  static func bytes(_ vm: VM, _ count: Int) -> UnsafeMutableRawPointer {
    let size = BytesObject.inlineOffset &+ max(8, count)
    let p = raw(BytesObject.self, size)
    head(p, .bytes, Unmanaged.passUnretained(vm.types.bytes))
    if size > largestBlock { p.setField(ObjectLayout.flags, UInt8(0)) }
    return p
  }

  /// An empty list with room for `capacity` items.
  @inline(__always)
  static func list(_ vm: VM, _ capacity: Int) -> UnsafeMutableRawPointer {
    let p: UnsafeMutableRawPointer
    if let old = lists.take() {
      p = old
      if p.field(ListObject.capacityOffset, Int.self) < capacity { giveRoom(p, max(4, capacity)) }
    } else {
      p = raw(ListObject.self, ListObject.capacityOffset &+ 8)
      p.setField(SequenceLayout.items, UInt(0))
      giveRoom(p, max(4, capacity))
    }
    head(p, .list, Unmanaged.passUnretained(vm.types.list))
    p.setField(SequenceLayout.count, 0)
    return p
  }
  /// A dict without an index, whose counts are undefined.
  @inline(__always)
  static func dict(_ vm: VM) -> UnsafeMutableRawPointer {
    let old = dicts.take()
    let p = old ?? raw(DictObject.self, DictObject.instanceBytes)
    head(p, .dict, Unmanaged.passUnretained(vm.types.dict))
    if old == nil { Unmanaged<DictObject>.fromOpaque(p)._withUnsafeGuaranteedRef { $0.allocateEntries() } }
    return p
  }

  /// A set or frozenset whose counts are undefined and whose table is free.
  @inline(__always)
  static func set(_ vm: VM, frozen: Bool) -> UnsafeMutableRawPointer {
    let old = sets.take()
    let p = old ?? raw(SetObject.self, SetObject.instanceBytes)
    head(p, frozen ? .frozenset : .set, Unmanaged.passUnretained(frozen ? vm.types.frozenset : vm.types.set))
    if old == nil { Unmanaged<SetObject>.fromOpaque(p)._withUnsafeGuaranteedRef { $0.allocateTable() } }
    return p
  }

  @inline(never)
  private static func giveRoom(_ p: UnsafeMutableRawPointer, _ capacity: Int) {
    let old = p.field(SequenceLayout.items, Optional<UnsafeMutableRawPointer>.self)
    // No realloc: it would copy what is not needed.
    free(old)
    guard let items = wick_memory_large(malloc(capacity &* 16), capacity &* 16) else {
      fatalError("out of memory for a list of \(capacity) items; callers check with reserve")
    }
    p.setField(SequenceLayout.items, UInt(bitPattern: items))
    p.setField(ListObject.capacityOffset, capacity)
  }

  /// An int beyond 64 bits; its number is undefined.
  @inline(__always)
  static func integer(_ vm: VM) -> UnsafeMutableRawPointer {
    let p = raw(IntObject.self, IntObject.numberOffset &+ 16)
    head(p, .int, Unmanaged.passUnretained(vm.types.int))
    return p
  }

  /// A complex number; its value is undefined.
  @inline(__always)
  static func complex(_ vm: VM) -> UnsafeMutableRawPointer {
    let p = complexes.take() ?? raw(ComplexObject.self, 72)
    head(p, .complex, Unmanaged.passUnretained(vm.types.complex))
    return p
  }

  /// A bound method of a Python function; its slots are undefined.
  @inline(__always)
  static func method(_ vm: VM) -> UnsafeMutableRawPointer {
    let p = methods.take() ?? raw(BoundMethod.self, 88)
    head(p, .boundMethod, Unmanaged.passUnretained(vm.types.method))
    return p
  }

  /// A generator, coroutine or asynchronous generator, whose fields are undefined.
  @inline(__always)
  static func generator(_ kind: Kind, _ type: Unmanaged<TypeObject>) -> UnsafeMutableRawPointer {
    let p = generators.take() ?? raw(GeneratorObject.self, GeneratorObject.instanceBytes)
    head(p, kind, type)
    return p
  }
  /// A function without details, whose other fields are undefined.
  @inline(__always)
  static func function(_ vm: VM) -> UnsafeMutableRawPointer {
    let p = functions.take() ?? raw(FunctionObject.self, FunctionObject.instanceBytes)
    head(p, .function, Unmanaged.passUnretained(vm.types.function))
    p.setField(FunctionObject.detailsOffset, UInt(0))
    return p
  }

  /// A `torch.Tensor` of the binding's class `cls`, which has one field: what it stands for (owned).
  @inline(__always)
  package static func tensor(_ cls: AnyClass, _ type: TypeObject, _ content: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer {
    let p = tensors.take() ?? raw(cls, tensorContent &+ 8)
    head(p, .tensor, Unmanaged.passUnretained(type))
    p.setField(tensorContent, content)
    return p
  }
  /// Where a tensor's field lies.
  @inline(__always) package static var tensorContent: Int { 56 }

  /// An instance of a Python class without a builtin base.
  @inline(__always)
  static func instance(_ cls: TypeObject) -> Object {
    guard isUsed else { return Object(kind: .instance, type: cls, tracked: true) }
    let p = instances.take() ?? raw(Object.self, 56)
    head(p, .instance, Unmanaged.passUnretained(cls))
    let made = Unmanaged<Object>.fromOpaque(p).takeRetainedValue()
    Collector.track(made)
    return made
  }

  /// The same as an owned slot, without moving Swift's counts.
  @inline(__always)
  static func instanceSlot(_ cls: TypeObject) -> Slot {
    guard isUsed else { return Value.object(Object(kind: .instance, type: cls, tracked: true)).intoOwned() }
    let p = instances.take() ?? raw(Object.self, 56)
    head(p, .instance, Unmanaged.passUnretained(cls))
    Collector.track(p)
    p.setField(ObjectLayout.refs, Int32(1))
    return Slot(bits: UInt(bitPattern: p), tag: Tag.object)
  }

  /// A cell that takes over an owned slot.
  @inline(__always)
  static func cell(_ vm: VM, moving content: Slot) -> CellObject {
    guard isUsed else { return CellObject(vm, moving: content) }
    let p = cells.take() ?? raw(CellObject.self, 72)
    head(p, .cell, Unmanaged.passUnretained(vm.types.cell))
    p.setField(SequenceLayout.content, content)
    let made = Unmanaged<CellObject>.fromOpaque(p).takeRetainedValue()
    Collector.track(made)
    return made
  }

  /// Memory of an iterator of a list or range.
  @inline(__always)
  private static func iterator(_ cls: AnyClass, _ kind: Kind, _ type: TypeObject) -> UnsafeMutableRawPointer {
    let p = iterators.take() ?? raw(cls, 80)
    p.setField(0, unsafeBitCast(cls, to: UInt.self))
    head(p, kind, Unmanaged.passUnretained(type))
    return p
  }

  /// The iterator of a range.
  @inline(__always)
  static func rangeIterator(_ vm: VM, start: Int, step: Int, count: Int) -> RangeIterator {
    guard isUsed else { return RangeIterator(vm, start: start, step: step, count: count) }
    let p = iterator(RangeIterator.self, .rangeIterator, vm.types.rangeIterator)
    p.setField(SequenceLayout.current, start)
    p.setField(SequenceLayout.step, step)
    p.setField(SequenceLayout.remaining, count)
    return Unmanaged<RangeIterator>.fromOpaque(p).takeRetainedValue()
  }

  /// The iterator of the list in a slot, owned.
  @inline(__always)
  static func listIterator(_ vm: VM, _ list: Slot) -> Slot {
    guard isUsed else {
      return Value.object(ListIterator(vm, unsafeDowncast(list.object, to: ListObject.self))).intoOwned()
    }
    let p = iterator(ListIterator.self, .listIterator, vm.types.listIterator)
    list.retain()
    p.setField(SequenceLayout.iterated, list)
    p.setField(SequenceLayout.position, 0)
    Collector.track(p)
    p.setField(ObjectLayout.refs, Int32(1))
    return Slot(bits: UInt(bitPattern: p), tag: Tag.object)
  }

  /// The iterator of the exact tuple in a slot, owned.
  @inline(__always)
  static func tupleIterator(_ vm: VM, _ tuple: Slot) -> Slot {
    guard isUsed else {
      return Value.object(TupleIterator(vm, unsafeDowncast(tuple.object, to: TupleObject.self))).intoOwned()
    }
    let p = tupleIterators.take() ?? raw(TupleIterator.self, 96)
    head(p, .tupleIterator, Unmanaged.passUnretained(vm.types.tupleIterator))
    tuple.retain()
    p.setField(SequenceLayout.iterated, tuple)
    p.setField(SequenceLayout.position, 0)
    p.setField(SequenceLayout.tupleItems, tuple.pointer.field(SequenceLayout.items, UInt.self))
    p.setField(SequenceLayout.tupleCount, tuple.pointer.field(SequenceLayout.count, Int.self))
    Collector.track(p)
    p.setField(ObjectLayout.refs, Int32(1))
    return Slot(bits: UInt(bitPattern: p), tag: Tag.object)
  }

  /// A slice of three parts, which the caller owns and gives up; owned.
  @inline(__always)
  static func slice(_ vm: VM, moving start: Slot, _ stop: Slot, _ step: Slot) -> Slot {
    guard isUsed else { return Value.object(SliceObject(vm, moving: start, stop, step)).intoOwned() }
    let p = slices.take() ?? raw(SliceObject.self, SliceObject.partsOffset &+ 48)
    head(p, .slice, Unmanaged.passUnretained(vm.types.slice))
    p.setField(SliceObject.partsOffset, start)
    p.setField(SliceObject.partsOffset &+ 16, stop)
    p.setField(SliceObject.partsOffset &+ 32, step)
    p.setField(ObjectLayout.refs, Int32(1))
    return Slot(bits: UInt(bitPattern: p), tag: Tag.object)
  }

  /// A view of the dict in a slot, owned.
  @inline(__always)
  static func dictView(_ vm: VM, _ dict: Slot, _ part: DictPart) -> Slot {
    guard isUsed else {
      return Value.object(DictView(vm, unsafeDowncast(dict.object, to: DictObject.self), part)).intoOwned()
    }
    let p = dictViews.take() ?? raw(DictView.self, DictView.instanceBytes)
    switch part {
    case .keys: head(p, .dictKeys, Unmanaged.passUnretained(vm.types.dictKeys))
    case .values: head(p, .dictValues, Unmanaged.passUnretained(vm.types.dictValues))
    case .items: head(p, .dictItems, Unmanaged.passUnretained(vm.types.dictItems))
    }
    dict.retain()
    p.setField(SequenceLayout.iterated, dict)
    p.setField(DictView.partOffset, part)
    Collector.track(p)
    p.setField(ObjectLayout.refs, Int32(1))
    return Slot(bits: UInt(bitPattern: p), tag: Tag.object)
  }

  /// The iterator of the dict in a slot, owned.
  @inline(__always)
  static func dictIterator(_ vm: VM, _ dict: Slot, _ part: DictPart) -> Slot {
    guard isUsed else {
      return Value.object(DictIterator(vm, unsafeDowncast(dict.object, to: DictObject.self), part)).intoOwned()
    }
    let p = dictIterators.take() ?? raw(DictIterator.self, DictIterator.instanceBytes)
    head(p, .dictIterator, Unmanaged.passUnretained(DictIterator.type(vm, part)))
    dict.retain()
    p.setField(SequenceLayout.iterated, dict)
    Unmanaged<DictIterator>.fromOpaque(p)._withUnsafeGuaranteedRef { $0.begin(part) }
    Collector.track(p)
    p.setField(ObjectLayout.refs, Int32(1))
    return Slot(bits: UInt(bitPattern: p), tag: Tag.object)
  }

  // MARK: Dropping

  /// Tells whether a pooled object has no Swift reference but the slots' common one, and no weak reference.
  @inline(__always)
  static func isHeldOnce(_ p: UnsafeMutableRawPointer) -> Bool {
    let flags = p.field(ObjectLayout.flags, UInt8.self)
    return flags & (ObjectFlags.pooled | ObjectFlags.weaklyReferenced) == ObjectFlags.pooled && p.field(8, UInt64.self) == single
  }

  /// Takes an object that nothing holds any more, `deinit` included; false: Swift's way is to be gone.
  @inline(__always)
  static func recycle(_ p: UnsafeMutableRawPointer, _ flags: UInt8) -> Bool {
    if flags & (ObjectFlags.pooled | ObjectFlags.weaklyReferenced) != ObjectFlags.pooled { return false }
    return p.field(8, UInt64.self) == single && keep(p)
  }

  @inline(never)
  private static func keep(_ p: UnsafeMutableRawPointer) -> Bool {
    switch p.field(ObjectLayout.kind, Kind.self) {
    case .tuple:
      let count = p.field(SequenceLayout.count, Int.self)
      guard p.field(ObjectLayout.attributes, UInt.self) == 0 else { return false }
      untrack(p)
      let items = p.field(SequenceLayout.items, Register.self)
      for k in 0..<count { items[k].release() }
      releaseType(p)
      switch count {
      case 1: tuples1.giveOrFree(p)
      case 2: tuples2.giveOrFree(p)
      case 3: tuples3.giveOrFree(p)
      case 4: tuples4.giveOrFree(p)
      default: discard(p)
      }
    case .str:
      // A text that grew has memory of its own.
      guard p.field(ObjectLayout.attributes, UInt.self) == 0, !StrObject.isExternal(p) else { return false }
      releaseType(p)
      discard(p)
    case .bytes:
      guard p.field(ObjectLayout.attributes, UInt.self) == 0, !BytesObject.isExternal(p) else { return false }
      releaseType(p)
      discard(p)
    case .boundMethod:
      guard p.field(ObjectLayout.attributes, UInt.self) == 0 else { return false }
      untrack(p)
      p.field(BoundMethod.functionOffset, Slot.self).release()
      p.field(BoundMethod.receiverOffset, Slot.self).release()
      releaseType(p)
      methods.giveOrFree(p)
    case .int:
      guard p.field(ObjectLayout.attributes, UInt.self) == 0 else { return false }
      IntObject.dropNumber(p)
      releaseType(p)
      discard(p)
    case .complex:
      guard p.field(ObjectLayout.attributes, UInt.self) == 0 else { return false }
      releaseType(p)
      complexes.giveOrFree(p)
    case .list:
      guard p.field(ObjectLayout.attributes, UInt.self) == 0 else { return false }
      untrack(p)
      let items = p.field(SequenceLayout.items, Register.self)
      let count = p.field(SequenceLayout.count, Int.self)
      for k in 0..<count { items[k].release() }
      releaseType(p)
      if !lists.hasRoom {
        SpareBlock.give(items, p.field(ListObject.capacityOffset, Int.self))
        discard(p)
        return true
      }
      if p.field(ListObject.capacityOffset, Int.self) > keptItems {
        SpareBlock.give(items, p.field(ListObject.capacityOffset, Int.self))
        p.setField(SequenceLayout.items, UInt(0))
        p.setField(ListObject.capacityOffset, -1)
      }
      lists.give(p)
    case .dict:
      guard dicts.hasRoom, p.field(ObjectLayout.attributes, UInt.self) == 0 else { return false }
      untrack(p)
      Unmanaged<DictObject>.fromOpaque(p)._withUnsafeGuaranteedRef { $0.empty() }
      releaseType(p)
      dicts.give(p)
    case .set, .frozenset:
      guard sets.hasRoom, p.field(ObjectLayout.attributes, UInt.self) == 0 else { return false }
      untrack(p)
      Unmanaged<SetObject>.fromOpaque(p)._withUnsafeGuaranteedRef { $0.empty() }
      releaseType(p)
      sets.give(p)
    case .tensor:
      guard tensors.hasRoom, p.field(ObjectLayout.attributes, UInt.self) == 0, let dropTensor else { return false }
      untrack(p)
      releaseType(p)
      dropTensor(p.field(tensorContent, UnsafeMutableRawPointer.self))
      tensors.give(p)
    case .cell:
      guard p.field(ObjectLayout.attributes, UInt.self) == 0 else { return false }
      untrack(p)
      p.field(SequenceLayout.content, Slot.self).release()
      releaseType(p)
      cells.giveOrFree(p)
    case .rangeIterator:
      guard iterators.hasRoom, p.field(ObjectLayout.attributes, UInt.self) == 0 else { return false }
      releaseType(p)
      iterators.give(p)
    case .listIterator:
      guard iterators.hasRoom, p.field(ObjectLayout.attributes, UInt.self) == 0 else { return false }
      untrack(p)
      p.field(SequenceLayout.iterated, Slot.self).release()
      releaseType(p)
      iterators.give(p)
    case .tupleIterator:
      guard p.field(ObjectLayout.attributes, UInt.self) == 0 else { return false }
      untrack(p)
      p.field(SequenceLayout.iterated, Slot.self).release()
      releaseType(p)
      tupleIterators.giveOrFree(p)
    case .slice:
      guard p.field(ObjectLayout.attributes, UInt.self) == 0 else { return false }
      for k in 0..<3 { p.field(SliceObject.partsOffset &+ k &* 16, Slot.self).release() }
      releaseType(p)
      slices.giveOrFree(p)
    case .dictKeys, .dictValues, .dictItems:
      guard p.field(ObjectLayout.attributes, UInt.self) == 0 else { return false }
      untrack(p)
      p.field(SequenceLayout.iterated, Slot.self).release()
      releaseType(p)
      dictViews.giveOrFree(p)
    case .dictIterator:
      guard p.field(ObjectLayout.attributes, UInt.self) == 0 else { return false }
      untrack(p)
      Unmanaged<DictIterator>.fromOpaque(p)._withUnsafeGuaranteedRef { $0.end() }
      releaseType(p)
      dictIterators.giveOrFree(p)
    case .generator, .coroutine, .asyncGenerator:
      guard p.field(ObjectLayout.attributes, UInt.self) == 0 else { return false }
      untrack(p)
      Unmanaged<GeneratorObject>.fromOpaque(p)._withUnsafeGuaranteedRef { $0.end() }
      releaseType(p)
      generators.giveOrFree(p)
    case .function:
      guard p.field(ObjectLayout.attributes, UInt.self) == 0, p.field(FunctionObject.detailsOffset, UInt.self) == 0 else {
        return false
      }
      untrack(p)
      Unmanaged<FunctionObject>.fromOpaque(p)._withUnsafeGuaranteedRef { $0.end() }
      releaseType(p)
      functions.giveOrFree(p)
    case .instance:
      untrack(p)
      if p.field(ObjectLayout.attributes, UInt.self) != 0 { unsafeBitCast(p, to: Object.self).dropAttributes() }
      releaseType(p)
      instances.giveOrFree(p)
    default: return false
    }
    return true
  }

  @inline(__always)
  private static func untrack(_ p: UnsafeMutableRawPointer) {
    if p.field(ObjectLayout.gcIndex, Int32.self) >= 0 { Collector.untrack(unsafeBitCast(p, to: Object.self)) }
  }
  @inline(__always)
  private static func releaseType(_ p: UnsafeMutableRawPointer) {
    Slot.releaseObject(p.field(ObjectLayout.type, UnsafeMutableRawPointer.self))
  }
}

extension VM {
  /// An instance of a Python class without a builtin base, which has no attributes yet.
  package func makeInstance(of cls: TypeObject) -> Object { ObjectPool.instance(cls) }
}
