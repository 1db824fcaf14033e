/// Operations and methods of `tuple`.
enum TupleMethods {
  static func repr(_ vm: VM, _ tuple: TupleObject) throws(Raised) -> StrObject {
    if tuple.count == 0 { return vm.string("()") }
    guard vm.enterRepr(tuple) else { return vm.string("(...)") }
    defer { vm.leaveRepr() }
    var text = TextBuilder()
    text.append("(")
    for i in 0..<tuple.count {
      if i > 0 { text.append(", ") }
      text.append(try vm.repr(tuple[i]))
    }
    text.append(tuple.count == 1 ? ",)" : ")")
    return text.finish(vm)
  }

  /// CPython's hash of a tuple (xxHash mixing of the items' hashes).
  static func hash(_ vm: VM, _ tuple: TupleObject) throws(Raised) -> Int {
    let (p1, p2, p5): (UInt, UInt, UInt) = (
      11_400_714_785_074_694_791, 14_029_467_366_897_019_727, 2_870_177_450_012_600_261
    )
    var h = p5
    for i in 0..<tuple.count {
      let item = tuple.items[i]
      let own: Int
      if item.isInt {
        own = Numbers.hash(item.asInt)
      } else if item.isObject && item.typePointer == vm.strType {
        own = Unmanaged<StrObject>.fromOpaque(item.pointer)._withUnsafeGuaranteedRef { $0.hashValue_ }
      } else {
        own = try vm.hash(item)
      }
      let lane = UInt(bitPattern: own)
      h = h &+ lane &* p2
      h = h << 31 | h >> 33
      h = h &* p1
    }
    h = h &+ (UInt(bitPattern: tuple.count) ^ (p5 ^ 3_527_539))
    return h == UInt.max ? 1_546_275_796 : Int(bitPattern: h)
  }

  /// Index of the first item equal to `item` in a part of the tuple, or -1.
  static func index(_ vm: VM, _ tuple: TupleObject, _ item: Value, from: Int, to: Int) throws(Raised) -> Int {
    let wanted = item.borrowed
    var i = from
    while i < min(to, tuple.count) {
      if try vm.equalSlots(tuple.items[i], wanted) { return i }
      i &+= 1
    }
    return -1
  }

  static func getItem(_ vm: VM, _ tuple: TupleObject, _ key: Value) throws(Raised) -> Value {
    if let slice = key.asSlice {
      let r = try slice.indices(vm, tuple.count)
      if r.step == 1 && r.count == tuple.count && !tuple.hasHeapType { return .object(tuple) }
      if r.count == 0 { return .object(vm.emptyTuple) }
      if r.step == 1 { return .object(TupleObject.make(vm, copying: tuple.items + r.start, count: r.count)) }
      return .object(TupleObject.make(vm, (0..<r.count).map { tuple[r[$0]] }))
    }
    guard vm.hasIndex(key) else {
      throw vm.typeError("tuple indices must be integers or slices, not \(vm.type(of: key).operandName)")
    }
    var i = try vm.sequenceIndex(key)
    if i < 0 { i &+= tuple.count }
    if i < 0 || i >= tuple.count { throw vm.indexError("tuple index out of range") }
    return tuple[i]
  }

  static func compare(
    _ vm: VM, _ tuple: TupleObject, _ comparison: Comparison, _ other: Value
  ) throws(Raised) -> Value? {
    guard let other = other.asTuple else { return nil }
    let quick = vm.compareItems(comparison, tuple.items, tuple.count, other.items, other.count)
    if !quick.isUndefined { return .bool(quick.asBool) }
    var i = 0
    while i < tuple.count && i < other.count {
      let (a, b) = (tuple.items[i], other.items[i])
      let same: Bool
      same = try vm.equalSlots(a, b)
      if !same {
        if comparison == .equal { return .bool(false) }
        if comparison == .notEqual { return .bool(true) }
        return try vm.compare(comparison, tuple[i], other[i])
      }
      i &+= 1
    }
    return .bool(ListMethods.ordered(comparison, tuple.count, other.count))
  }

  static func binary(
    _ vm: VM, _ tuple: TupleObject, _ op: BinaryOperator, _ other: Value, reflected: Bool
  ) throws(Raised) -> Value? {
    switch op {
    case .add:
      if reflected { return nil }
      guard let second = other.asTuple else {
        if vm.mayReflect(other) { return nil }
        throw vm.typeError("can only concatenate tuple (not \"\(vm.type(of: other).operandName)\") to tuple")
      }
      if tuple.count == 0 && !second.hasHeapType { return other }
      if second.count == 0 && !tuple.hasHeapType { return .object(tuple) }
      let total = tuple.count &+ second.count
      return try withSlots(vm, total) { (slots) in
        ListMethods.fill(tuple.items, tuple.count, slots, 1)
        ListMethods.fill(second.items, second.count, slots + tuple.count, 1)
      }
    case .multiply:
      guard let n = try vm.repetitions(other) else { return nil }
      if n <= 0 || tuple.count == 0 { return .object(vm.emptyTuple) }
      if n == 1 && !tuple.hasHeapType { return .object(tuple) }
      let (total, overflow) = tuple.count.multipliedReportingOverflow(by: n)
      if overflow { throw vm.memoryError() }
      return try withSlots(vm, total) { (slots) in ListMethods.fill(tuple.items, tuple.count, slots, n) }
    default: return nil
    }
  }

  /// A tuple of `count` slots that `body` writes.
  static func withSlots(
    _ vm: VM, _ count: Int, type: TypeObject? = nil, _ body: (UnsafeMutablePointer<Slot>) -> Void
  ) throws(Raised) -> Value {
    if type == nil, count > 0, count <= ObjectPool.maximumItems {
      let made = withUnsafeTemporaryAllocation(of: Slot.self, capacity: ObjectPool.maximumItems) { slots in
        slots.baseAddress.map {
          body($0)
          return TupleObject.make(vm, moving: $0, count: count)
        }
      }
      if let made { return .object(made) }
    }
    let list = ListObject.make(vm)
    if !list.reserve(count) { throw vm.memoryError() }
    body(list.items)
    let made = TupleObject(vm, moving: list.items, count: count, type: type)
    return .object(made)
  }

  /// A tuple of an iterable's items.
  static func tuple(_ vm: VM, _ source: Value, type: TypeObject? = nil) throws(Raised) -> TupleObject {
    if let same = source.asTuple, type == nil, !same.hasHeapType { return same }
    let list = ListObject.make(vm)
    try ListMethods.extend(vm, list, source)
    let made =
      type == nil
      ? TupleObject.make(vm, moving: list.items, count: list.count)
      : TupleObject(vm, moving: list.items, count: list.count, type: type)
    list.setCount(0)
    return made
  }

  // MARK: Rows

  static func make(_ vm: VM, _ cls: TypeObject, _ args: Arguments) throws(Raised) -> Value {
    let exact = cls === vm.types.tuple
    if args.keywordNames != nil, cls.special(vm, .`init`).isUndefined {
      throw vm.typeError("tuple() takes no keyword arguments")
    }
    if args.positionalCount > 1 {
      throw vm.typeError("tuple expected at most 1 argument, got \(args.positionalCount)")
    }
    if args.positionalCount == 0 { return exact ? .object(vm.emptyTuple) : .object(TupleObject(vm, [], type: cls)) }
    return .object(try tuple(vm, args[0], type: exact ? nil : cls))
  }

  static func populate(_ type: TypeObject, _ vm: VM) {
    type.specials(vm, [
      .repr, .len, .getitem, .contains, .iter, .eq, .ne, .lt, .le, .gt, .ge, .hash, .add, .mul, .rmul,
    ])
    func me(_ args: Arguments) -> TupleObject { unsafeDowncast(args.slot(0).object, to: TupleObject.self) }
    type.method(
      vm, "index(self, value, start=0, stop=9223372036854775807, /)", "Return first index of value."
    ) { (vm, args) throws(Raised) in
      let tuple = me(args)
      var (from, to) = (try vm.sliceIndex(args[2]), try vm.sliceIndex(args[3]))
      if from < 0 { from = max(0, from &+ tuple.count) }
      if to < 0 { to = max(0, to &+ tuple.count) }
      let i = try index(vm, tuple, args[1], from: from, to: to)
      if i < 0 { throw vm.valueError("tuple.index(x): x not in tuple") }
      return .int(i)
    }
    type.method(vm, "count(self, value, /)", "Return number of occurrences of value.") { (vm, args) throws(Raised) in
      let tuple = me(args)
      var n = 0
      for i in 0..<tuple.count where try vm.equal(tuple[i], args[1]) { n &+= 1 }
      return .int(n)
    }
    type.method(vm, "__getnewargs__(self, /)", "") { (vm, args) throws(Raised) in
      .object(TupleObject.make(vm, [.object(TupleObject.make(vm, me(args).values))]))
    }
  }
}
