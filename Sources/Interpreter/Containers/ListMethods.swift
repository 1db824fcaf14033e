import GMPShim
import Glibc

/// Operations and methods of `list`.
enum ListMethods {
  // MARK: Protocol

  static func repr(_ vm: VM, _ list: ListObject) throws(Raised) -> StrObject {
    if list.count == 0 { return vm.string("[]") }
    guard vm.enterRepr(list) else { return vm.string("[...]") }
    defer { vm.leaveRepr() }
    var text = TextBuilder()
    text.append("[")
    var i = 0
    while i < list.count {
      if i > 0 { text.append(", ") }
      text.append(try vm.repr(list[i]))
      i &+= 1
    }
    text.append("]")
    return text.finish(vm)
  }

  /// Index of the first item equal to `item` in a part of the list, or -1.
  static func index(_ vm: VM, _ list: ListObject, _ item: Value, from: Int, to: Int) throws(Raised) -> Int {
    let wanted = item.borrowed
    var i = from
    while i < min(to, list.count) {
      let slot = list.items[i]
      if slot.isSame(as: wanted) { if !slot.isFloat || slot.asDouble == slot.asDouble { return i } }
      if try vm.equalSlots(slot, wanted) { return i }
      i &+= 1
    }
    return -1
  }

  static func getItem(_ vm: VM, _ list: ListObject, _ key: Value) throws(Raised) -> Value {
    if let slice = key.asSlice {
      let r = try slice.indices(vm, list.count)
      return .object(copy(vm, list, r))
    }
    return list[try place(vm, list, key, "list index out of range")]
  }

  private static func place(
    _ vm: VM, _ list: ListObject, _ key: Value, _ message: String
  ) throws(Raised) -> Int {
    guard vm.hasIndex(key) else {
      throw vm.typeError("list indices must be integers or slices, not \(vm.type(of: key).operandName)")
    }
    var i = try vm.sequenceIndex(key)
    if i < 0 { i &+= list.count }
    if i < 0 || i >= list.count { throw vm.indexError(message) }
    return i
  }

  static func copy(_ vm: VM, _ list: ListObject, _ r: SliceObject.Range) -> ListObject {
    let made = ListObject.make(vm, capacity: r.count)
    let (items, out) = (list.items, made.items)
    var index = r.start
    for k in 0..<r.count {
      let slot = items[index]
      slot.retain()
      (out + k).initialize(to: slot)
      index = index &+ r.step
    }
    made.setCount(r.count)
    return made
  }

  static func setItem(_ vm: VM, _ list: ListObject, _ key: Value, _ value: Value?) throws(Raised) {
    if let slice = key.asSlice {
      if let value { return try assign(vm, list, slice, value) }
      return remove(vm, list, try slice.indices(vm, list.count))
    }
    let i = try place(vm, list, key, "list assignment index out of range")
    if let value {
      let old = list.items[i]
      list.items[i] = value.owned
      old.release()
    } else {
      removeAt(list, i).release()
    }
  }

  /// Takes the item at `i` out of the list; the caller owns it.
  static func removeAt(_ list: ListObject, _ i: Int) -> Slot {
    let old = list.items[i]
    let rest = list.count &- i &- 1
    if rest > 0 { memmove(list.items + i, list.items + i + 1, rest &* 16) }
    list.setCount(list.count &- 1)
    return old
  }

  /// `del list[slice]`.
  private static func remove(_ vm: VM, _ list: ListObject, _ slice: SliceObject.Range) {
    if slice.count == 0 { return }
    var r = slice
    if r.step < 0 { r = SliceObject.Range(start: r[r.count &- 1], stop: r.start &+ 1, step: 0 &- r.step, count: r.count) }
    var dropped: [Slot] = []
    dropped.reserveCapacity(r.count)
    var target = r.start
    var next = 0
    for i in r.start..<list.count {
      if next < r.count && i == r[next] {
        dropped.append(list.items[i])
        next &+= 1
      } else {
        list.items[target] = list.items[i]
        target &+= 1
      }
    }
    list.setCount(target)
    for slot in dropped { slot.release() }
  }

  /// `list[slice] = iterable`.
  private static func assign(_ vm: VM, _ list: ListObject, _ slice: SliceObject, _ value: Value) throws(Raised) {
    let isPlain = slice.step.isNone || (slice.step.isInt && slice.step.asInt == 1)
    guard let iterable = try vm.iteratorOrNil(value) else {
      throw vm.typeError(isPlain ? "can only assign an iterable" : "must assign iterable to extended slice")
    }
    let new: [Value]
    if value.kind == .list || value.kind == .tuple {
      new = try vm.list(of: value)
    } else {
      new = try vm.list(of: .object(iterable))
    }
    let r = try slice.indices(vm, list.count)
    if r.step == 1 { return try replace(vm, list, r.start, max(r.start, r.stop), new) }
    if new.count != r.count {
      throw vm.valueError(
        "attempt to assign sequence of size \(new.count) to extended slice of size \(r.count)")
    }
    var dropped: [Slot] = []
    dropped.reserveCapacity(new.count)
    for (k, item) in new.enumerated() {
      dropped.append(list.items[r[k]])
      list.items[r[k]] = item.owned
    }
    for slot in dropped { slot.release() }
  }

  /// Replaces the items `start ..< end` by others.
  static func replace(
    _ vm: VM, _ list: ListObject, _ start: Int, _ end: Int, _ new: [Value]
  ) throws(Raised) {
    let growth = new.count &- (end &- start)
    if growth > 0 && !list.reserve(list.count &+ growth) { throw vm.memoryError() }
    var dropped: [Slot] = []
    for i in start..<end { dropped.append(list.items[i]) }
    memmove(list.items + start + new.count, list.items + end, (list.count &- end) &* 16)
    for (k, item) in new.enumerated() { (list.items + start + k).initialize(to: item.owned) }
    list.setCount(list.count &+ growth)
    for slot in dropped { slot.release() }
  }

  /// Replaces the items `start ..< end` by copies of `count` slots of another object.
  static func replace(
    _ vm: VM, _ list: ListObject, _ start: Int, _ end: Int, copying new: UnsafePointer<Slot>, count: Int
  ) throws(Raised) {
    let removed = end &- start
    let growth = count &- removed
    if growth == 0 && VM.holdNoObjects(list.items + start, count) {
      for k in 0..<count {
        new[k].retain()
        list.items[start &+ k] = new[k]
      }
      return
    }
    if growth > 0 && !list.reserve(list.count &+ growth) { throw vm.memoryError() }
    withUnsafeTemporaryAllocation(of: Slot.self, capacity: max(1, removed)) { old in
      // The old items die when the list is whole again: that may run code which looks at it.
      let items = list.items
      for k in 0..<removed { old[k] = items[start &+ k] }
      if growth != 0 { memmove(items + (start &+ count), items + end, (list.count &- end) &* 16) }
      for k in 0..<count {
        new[k].retain()
        (items + (start &+ k)).initialize(to: new[k])
      }
      list.setCount(list.count &+ growth)
      for k in 0..<removed { old[k].release() }
    }
  }

  /// Replaces the items that an extended slice takes by copies of as many slots of another object.
  static func overwrite(_ list: ListObject, _ range: SliceObject.Range, _ new: UnsafePointer<Slot>) {
    var dropped: [Slot] = []
    let step = range.step
    var place = list.items + range.start
    for k in 0..<range.count {
      // Far steps leave the processor without a guess.
      wick_prefetch(place + 12 &* step)
      let (old, item) = (place.pointee, new[k])
      if _slowPath(old.isObject) { dropped.append(old) }
      item.retain()
      place.pointee = item
      place += step
    }
    for slot in dropped { slot.release() }
  }

  static func compare(
    _ vm: VM, _ list: ListObject, _ comparison: Comparison, _ other: Value
  ) throws(Raised) -> Value? {
    guard let other = other.asList else { return nil }
    let quick = vm.compareItems(comparison, list.items, list.count, other.items, other.count)
    if !quick.isUndefined { return .bool(quick.asBool) }
    if list.count != other.count {
      if comparison == .equal { return .bool(false) }
      if comparison == .notEqual { return .bool(true) }
    }
    var i = 0
    while i < list.count && i < other.count {
      let (a, b) = (list.items[i], other.items[i])
      let same: Bool
      same = try vm.equalSlots(a, b)
      if !same {
        if comparison == .equal { return .bool(false) }
        if comparison == .notEqual { return .bool(true) }
        if i >= list.count || i >= other.count { break }
        return try vm.compare(comparison, list[i], other[i])
      }
      i &+= 1
    }
    return .bool(ordered(comparison, list.count, other.count))
  }

  /// How two counts compare: what decides between sequences that begin alike.
  static func ordered(_ comparison: Comparison, _ a: Int, _ b: Int) -> Bool {
    switch comparison {
    case .less: return a < b
    case .lessEqual: return a <= b
    case .equal: return a == b
    case .notEqual: return a != b
    case .greater: return a > b
    case .greaterEqual: return a >= b
    }
  }

  static func binary(
    _ vm: VM, _ list: ListObject, _ op: BinaryOperator, _ other: Value, reflected: Bool
  ) throws(Raised) -> Value? {
    switch op {
    case .add:
      if reflected { return nil }
      guard let second = other.asList else {
        if vm.mayReflect(other) { return nil }
        throw vm.typeError("can only concatenate list (not \"\(vm.type(of: other).operandName)\") to list")
      }
      let total = list.count &+ second.count
      guard total < 64 || Memory.mayHold(total &* 16) else { throw vm.memoryError() }
      let made = ListObject.make(vm, capacity: total)
      fill(list.items, list.count, made.items, 1)
      fill(second.items, second.count, made.items + list.count, 1)
      made.setCount(total)
      return .object(made)
    case .multiply:
      guard let n = try vm.repetitions(other) else { return nil }
      return .object(try repeated(vm, list, n))
    default: return nil
    }
  }

  /// `a + b` of two lists, owned.
  static func concatenate(_ vm: VM, _ a: UnsafeMutableRawPointer, _ b: UnsafeMutableRawPointer) throws(Raised) -> Slot {
    let (n, m) = (a.field(SequenceLayout.count, Int.self), b.field(SequenceLayout.count, Int.self))
    let made = ListObject.make(vm, capacity: n &+ m > 64 ? 0 : n &+ m)
    if !made.reserve(n &+ m) { throw vm.memoryError() }
    for (source, count) in [(a, n), (b, m)] {
      let items = source.field(SequenceLayout.items, Register.self)
      for k in 0..<count {
        items[k].retain()
        made.append(owned: items[k])
      }
    }
    return Value.object(made).intoOwned()
  }

  static func repeated(_ vm: VM, _ list: ListObject, _ n: Int) throws(Raised) -> ListObject {
    if n <= 0 || list.count == 0 { return ListObject.make(vm) }
    let (total, overflow) = list.count.multipliedReportingOverflow(by: n)
    let made = ListObject.make(vm, capacity: overflow || total > 64 ? 0 : total)
    if overflow || !made.reserve(total) { throw vm.memoryError() }
    fill(list.items, list.count, made.items, n)
    made.setCount(total)
    return made
  }

  /// Writes `n` copies of `count` slots, retaining each.
  static func fill(_ source: UnsafePointer<Slot>, _ count: Int, _ target: UnsafeMutablePointer<Slot>, _ n: Int) {
    if count == 1 && !source[0].isObject {
      target.initialize(repeating: source[0], count: n)
      return
    }
    var out = target
    for _ in 0..<n {
      for i in 0..<count {
        source[i].retain()
        out.initialize(to: source[i])
        out += 1
      }
    }
  }

  static func inPlace(
    _ vm: VM, _ list: ListObject, _ op: BinaryOperator, _ other: Value
  ) throws(Raised) -> Value? {
    switch op {
    case .add:
      try extend(vm, list, other)
      return .object(list)
    case .multiply:
      guard let n = try vm.repetitions(other) else { return nil }
      let size = list.count
      if n <= 0 {
        list.removeAll()
        return .object(list)
      }
      let (total, overflow) = size.multipliedReportingOverflow(by: n)
      if overflow || !list.reserve(total) { throw vm.memoryError() }
      fill(list.items, size, list.items + size, n &- 1)
      list.setCount(total)
      return .object(list)
    default: return nil
    }
  }

  /// Appends the items of an iterable.
  static func extend(_ vm: VM, _ list: ListObject, _ source: Value) throws(Raised) {
    if case .object(let o) = source, !o.hasHeapType {
      switch o.kind {
      case .list:
        let other = unsafeDowncast(o, to: ListObject.self)
        let n = other.count
        if !list.reserve(max(list.count &+ n, list.capacity)) { throw vm.memoryError() }
        for i in 0..<n {
          other.items[i].retain()
          list.append(owned: other.items[i])
        }
        return
      case .tuple:
        let other = unsafeDowncast(o, to: TupleObject.self)
        if !list.reserve(max(list.count &+ other.count, list.capacity)) { throw vm.memoryError() }
        for i in 0..<other.count {
          other.items[i].retain()
          list.append(owned: other.items[i])
        }
        return
      case .range:
        let range = unsafeDowncast(o, to: RangeObject.self)
        if range.isSmall { return try extend(vm, list, range) }
        _ = try vm.length(source)  // OverflowError beyond 64 bits
      case .dict:
        let dict = unsafeDowncast(o, to: DictObject.self)
        if !list.reserve(max(list.count &+ dict.count, list.capacity)) { throw vm.memoryError() }
        var i = dict.nextEntry(0)
        while i >= 0 {
          dict.entries[i].key.retain()
          list.append(owned: dict.entries[i].key)
          i = dict.nextEntry(i &+ 1)
        }
        return
      default: break
      }
    }
    if let text = source.asStr, !text.hasHeapType {
      for k in 0..<text.count { list.append(owned: vm.characterSlot(text[k])) }
      return
    }
    let iterator = try vm.iteratorSlot(source.borrowed)
    defer { iterator.release() }
    while true {
      let item = try vm.step(iterator)
      if item.isUndefined { return }
      list.append(owned: item)
      if vm.pollFlag.isSet { try vm.checkInterrupt() }
    }
  }

  private static func extend(_ vm: VM, _ list: ListObject, _ range: RangeObject) throws(Raised) {
    let (total, overflow) = list.count.addingReportingOverflow(range.count)
    if overflow || !list.reserve(max(total, list.capacity)) { throw vm.memoryError() }
    var i = range.start
    let step = range.step
    var out = list.items + list.count
    for _ in 0..<range.count {
      out.initialize(to: .int(i))
      i = i &+ step
      out += 1
    }
    list.setCount(total)
  }

  // MARK: Rows

  static func make(_ vm: VM, _ cls: TypeObject, _ args: Arguments) throws(Raised) -> Value {
    .object(ListObject(vm, type: cls))
  }
  static func initialize(_ vm: VM, _ object: Object, _ args: Arguments) throws(Raised) {
    guard object.kind == .list else { return }
    let list = unsafeDowncast(object, to: ListObject.self)
    // (A class with a `__new__` of its own has dealt with them there.)
    if args.keywordNames != nil, list.type.special(vm, .new).isUndefined {
      throw vm.typeError("list() takes no keyword arguments")
    }
    let count = args.positionalCount
    if count > 1 { throw vm.typeError("list expected at most 1 argument, got \(count)") }
    if list.count > 0 { list.removeAll() }
    if count == 1 { try extend(vm, list, args[0]) }
  }

  private static func me(_ args: Arguments) -> ListObject { unsafeDowncast(args.slot(0).object, to: ListObject.self) }

  static func populate(_ type: TypeObject, _ vm: VM) {
    type.specials(vm, [
      .repr, .len, .getitem, .setitem, .delitem, .contains, .iter, .eq, .ne, .lt, .le, .gt, .ge, .add, .mul, .rmul,
      .iadd, .imul, .`init`,
    ])
    type.unhashable(vm)
    type.method(vm, "append(self, object, /)", "Append object to the end of the list.") { (_, args) throws(Raised) in
      let slot = args.slot(1)
      slot.retain()
      Unmanaged<ListObject>.fromOpaque(args.slot(0).pointer)._withUnsafeGuaranteedRef { $0.append(owned: slot) }
      return .none
    }
    type.method(vm, "extend(self, iterable, /)", "Extend list by appending elements from the iterable.") {
      (vm, args) throws(Raised) in
      try extend(vm, me(args), args[1])
      return .none
    }
    type.method(vm, "insert(self, index, object, /)", "Insert object before index.") { (vm, args) throws(Raised) in
      let list = me(args)
      var i = vm.clamped(try vm.indexValue(args[1]))
      if i < 0 { i = max(0, i &+ list.count) }
      i = min(i, list.count)
      let slot = args.slot(2)
      slot.retain()
      list.append(owned: slot)
      memmove(list.items + i + 1, list.items + i, (list.count &- 1 &- i) &* 16)
      list.items[i] = slot
      return .none
    }
    type.method(vm, "pop(self, index=-1, /)", "Remove and return item at index (default last).") {
      (vm, args) throws(Raised) in
      let list = me(args)
      var i = args.slot(1).isInt ? args.slot(1).asInt : try vm.sequenceIndex(args[1])
      if list.count == 0 { throw vm.indexError("pop from empty list") }
      if i < 0 { i &+= list.count }
      if i < 0 || i >= list.count { throw vm.indexError("pop index out of range") }
      return vm.taken(i == list.count &- 1 ? list.removeLast() : removeAt(list, i)) ?? .none
    }
    type.method(vm, "remove(self, value, /)", "Remove first occurrence of value.") { (vm, args) throws(Raised) in
      let list = me(args)
      let i = try index(vm, list, args[1], from: 0, to: Int.max)
      if i < 0 { throw vm.valueError("list.remove(x): x not in list") }
      if i < list.count { removeAt(list, i).release() }
      return .none
    }
    type.method(
      vm, "index(self, value, start=0, stop=9223372036854775807, /)", "Return first index of value."
    ) { (vm, args) throws(Raised) in
      let list = me(args)
      var (from, to) = (try vm.sliceIndex(args[2]), try vm.sliceIndex(args[3]))
      if from < 0 { from = max(0, from &+ list.count) }
      if to < 0 { to = max(0, to &+ list.count) }
      let i = try index(vm, list, args[1], from: from, to: to)
      if i < 0 { throw vm.valueError("\(try vm.repr(args[1]).string) is not in list") }
      return .int(i)
    }
    type.method(vm, "count(self, value, /)", "Return number of occurrences of value.") { (vm, args) throws(Raised) in
      let list = me(args)
      var n = 0
      var i = 0
      while i < list.count {
        if try vm.equal(list[i], args[1]) { n &+= 1 }
        i &+= 1
      }
      return .int(n)
    }
    type.method(vm, "reverse(self, /)", "Reverse *IN PLACE*.") { (_, args) throws(Raised) in
      reverse(me(args))
      return .none
    }
    type.method(vm, "copy(self, /)", "Return a shallow copy of the list.") { (vm, args) throws(Raised) in
      let list = me(args)
      return .object(
        copy(vm, list, SliceObject.Range(start: 0, stop: list.count, step: 1, count: list.count)))
    }
    type.method(vm, "clear(self, /)", "Remove all items from list.") { (_, args) throws(Raised) in
      me(args).removeAll()
      return .none
    }
    type.method(vm, "sort(self, /, *, key=None, reverse=False)", "Sort the list in ascending order and return None.") {
      (vm, args) throws(Raised) in
      try ListSort.sort(vm, me(args), key: args.slot(1), reverse: try vm.truth(args.slot(2)))
      return .none
    }
    type.method(vm, "__reversed__(self, /)", "Return a reverse iterator over the list.") {
      (vm, args) throws(Raised) in .object(ListReverseIterator(vm, me(args)))
    }
    type.method(vm, "__sizeof__(self, /)", "Return the size of the list in memory, in bytes.") {
      (_, args) throws(Raised) in .int(40 &+ me(args).capacity &* 8)
    }
  }

  static func reverse(_ list: ListObject) {
    var (low, high) = (0, list.count &- 1)
    while low < high {
      let slot = list.items[low]
      list.items[low] = list.items[high]
      list.items[high] = slot
      low &+= 1
      high &-= 1
    }
  }
}
