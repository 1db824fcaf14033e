/// `range(start, stop, step)`. Bounds of 64 bits are kept as plain ints; beyond, every operation goes through values.
package final class RangeObject: Object {
  /// The parts as Python sees them, owned.
  package let startSlot, stopSlot, stepSlot: Slot
  /// Everything fits: `start`, `step` and `count` are valid.
  package let isSmall: Bool
  package let start: Int
  package let stop: Int
  package let step: Int
  /// Number of items when small.
  package let count: Int
  /// Number of items as a value, owned.
  let lengthSlot: Slot

  package init(_ vm: VM, start: Int, stop: Int, step: Int) {
    self.start = start
    self.stop = stop
    self.step = step
    let n = RangeObject.length(start, stop, step)
    count = n ?? 0
    isSmall = n != nil
    startSlot = .int(start)
    stopSlot = .int(stop)
    stepSlot = .int(step)
    lengthSlot = n.map { .int($0) } ?? .undefined
    super.init(kind: .range, type: vm.types.range)
  }

  private init(_ vm: VM, big start: Value, _ stop: Value, _ step: Value, length: Value) {
    self.start = 0
    self.stop = 0
    self.step = 1
    count = 0
    isSmall = false
    startSlot = start.owned
    stopSlot = stop.owned
    stepSlot = step.owned
    lengthSlot = length.owned
    super.init(kind: .range, type: vm.types.range)
  }

  deinit {
    startSlot.release()
    stopSlot.release()
    stepSlot.release()
    lengthSlot.release()
  }
  public override func traverse(_ visit: (Slot) -> Void) {
    visit(startSlot)
    visit(stopSlot)
    visit(stepSlot)
    visit(lengthSlot)
  }

  /// Number of items; nil when it or the last step leaves 64 bits.
  private static func length(_ start: Int, _ stop: Int, _ step: Int) -> Int? {
    if step == Int.min { return nil }
    let (distance, overflow) =
      step > 0 ? stop.subtractingReportingOverflow(start) : start.subtractingReportingOverflow(stop)
    if overflow {
      let empty = step > 0 ? stop <= start : start <= stop
      return empty ? 0 : nil
    }
    if distance <= 0 { return 0 }
    return (distance &- 1) / abs(step) &+ 1
  }

  /// Makes the range of any three integers.
  package static func make(_ vm: VM, _ start: Value, _ stop: Value, _ step: Value) throws(Raised) -> RangeObject {
    if let a = start.asInt, let b = stop.asInt, let c = step.asInt, length(a, b, c) != nil {
      return RangeObject(vm, start: a, stop: b, step: c)
    }
    let up = try vm.truth(try vm.compare(.greater, step, .int(0)))
    let (low, high) = up ? (start, stop) : (stop, start)
    let size = up ? step : try vm.unary(.negative, step)
    var length = Value.int(0)
    if try vm.truth(try vm.compare(.less, low, high)) {
      let distance = try vm.binary(.subtract, try vm.binary(.subtract, high, low), .int(1))
      length = try vm.binary(.add, try vm.binary(.floorDivide, distance, size), .int(1))
    }
    return RangeObject(vm, big: start, stop, step, length: length)
  }

  /// `range(...)`.
  static func make(_ vm: VM, _ cls: TypeObject, _ args: Arguments) throws(Raised) -> Value {
    if args.keywordNames != nil { throw vm.typeError("range() takes no keyword arguments") }
    let n = args.count
    if n == 1, args.slot(0).isInt {
      return .object(RangeObject(vm, start: 0, stop: args.slot(0).asInt, step: 1))
    }
    if n == 0 { throw vm.typeError("range expected at least 1 argument, got 0") }
    if n > 3 { throw vm.typeError("range expected at most 3 arguments, got \(n)") }
    let first = try vm.indexValue(args[0])
    if n == 1 { return .object(try make(vm, .int(0), first, .int(1))) }
    let second = try vm.indexValue(args[1])
    let third = n == 3 ? try vm.indexValue(args[2]) : .int(1)
    if case .int(0) = third { throw vm.valueError("range() arg 3 must not be zero") }
    return .object(try make(vm, first, second, third))
  }

  /// The i-th item of a range that is not small.
  private func bigItem(_ vm: VM, _ i: Value) throws(Raised) -> Value {
    try vm.binary(.add, startSlot.value, try vm.binary(.multiply, i, stepSlot.value))
  }

  private func sliced(_ vm: VM, _ slice: SliceObject) throws(Raised) -> Value {
    if isSmall {
      let r = try slice.indices(vm, count)
      let (by, overflow) = step.multipliedReportingOverflow(by: r.step)
      if !overflow {
        // `r.stop` may be -1 or `count`: the values there are just outside of the range and may leave 64 bits.
        let (far, o1) = r.stop.multipliedReportingOverflow(by: step)
        let (end, o2) = start.addingReportingOverflow(far)
        let (near, o3) = r.start.multipliedReportingOverflow(by: step)
        let (begin, o4) = start.addingReportingOverflow(near)
        if !o1 && !o2 && !o3 && !o4 { return .object(RangeObject(vm, start: begin, stop: end, step: by)) }
      }
    }
    guard case .int(let length) = lengthSlot.value else {
      throw vm.overflowError("Python int too large to convert to C ssize_t")
    }
    let r = try slice.indices(vm, length)
    return .object(
      try RangeObject.make(
        vm, try bigItem(vm, .int(r.start)), try bigItem(vm, .int(r.stop)),
        try vm.binary(.multiply, stepSlot.value, .int(r.step))))
  }

  public override func getItem(_ vm: VM, _ key: Value) throws(Raised) -> Value? {
    if let slice = key.asSlice { return try sliced(vm, slice) }
    guard vm.hasIndex(key) else {
      throw vm.typeError("range indices must be integers or slices, not \(vm.type(of: key).operandName)")
    }
    let wanted = try vm.indexValue(key)
    if isSmall, var i = wanted.asInt {
      if i < 0 { i &+= count }
      if i < 0 || i >= count { throw vm.indexError("range object index out of range") }
      return .int(start &+ i &* step)
    }
    var i = wanted
    if try vm.truth(try vm.compare(.less, i, .int(0))) { i = try vm.binary(.add, i, lengthSlot.value) }
    let low = try holds(vm, .int(0), .lessEqual, i)
    let high = try holds(vm, i, .less, lengthSlot.value)
    if !low || !high { throw vm.indexError("range object index out of range") }
    return try bigItem(vm, i)
  }

  public override func length(_ vm: VM) throws(Raised) -> Int? {
    if isSmall { return count }
    return try vm.index(lengthSlot.value)
  }
  public override func truth(_ vm: VM) throws(Raised) -> Bool? {
    isSmall ? count != 0 : try vm.truth(lengthSlot)
  }

  private func holds(_ vm: VM, _ a: Value, _ comparison: Comparison, _ b: Value) throws(Raised) -> Bool {
    try vm.truth(try vm.compare(comparison, a, b))
  }

  /// Place of an int in a small range, or -1.
  @inline(__always)
  func position(of i: Int) -> Int {
    let (d, overflow) = i.subtractingReportingOverflow(start)
    if overflow || (d == Int.min && step == -1) { return -1 }
    let (q, r) = d.quotientAndRemainder(dividingBy: step)
    return r == 0 && q >= 0 && q < count ? q : -1
  }

  public override func contains(_ vm: VM, _ item: Value) throws(Raised) -> Bool? {
    if isSmall, let i = item.asInt { return position(of: i) >= 0 }
    if item.kind != .int && item.kind != .bool { return nil }
    if isSmall { return false }
    let up = try holds(vm, .int(0), .less, stepSlot.value)
    let low = up ? try holds(vm, startSlot.value, .lessEqual, item) : try holds(vm, stopSlot.value, .less, item)
    let high = up ? try holds(vm, item, .less, stopSlot.value) : try holds(vm, item, .lessEqual, startSlot.value)
    if !low || !high { return false }
    let rest = try vm.binary(.remainder, try vm.binary(.subtract, item, startSlot.value), stepSlot.value)
    return !(try vm.truth(rest))
  }

  public override func iterator(_ vm: VM) throws(Raised) -> Object? {
    if isSmall { return RangeIterator(vm, start: start, step: step, count: count) }
    return BigRangeIterator(vm, next: startSlot.value, step: stepSlot.value, remaining: lengthSlot.value)
  }

  /// Iterates from the last item to the first.
  func reversed(_ vm: VM) throws(Raised) -> Object {
    if isSmall {
      return RangeIterator(vm, start: start &+ (count &- 1) &* step, step: 0 &- step, count: count)
    }
    let last = try bigItem(vm, try vm.binary(.subtract, lengthSlot.value, .int(1)))
    return BigRangeIterator(
      vm, next: last, step: try vm.unary(.negative, stepSlot.value), remaining: lengthSlot.value)
  }

  public override func compare(_ vm: VM, _ comparison: Comparison, _ other: Value) throws(Raised) -> Value? {
    guard let other = other.asRange, comparison == .equal || comparison == .notEqual else { return nil }
    let same = try equals(vm, other)
    return .bool(same == (comparison == .equal))
  }
  private func equals(_ vm: VM, _ other: RangeObject) throws(Raised) -> Bool {
    if self === other { return true }
    if !(try vm.equal(lengthSlot.value, other.lengthSlot.value)) { return false }
    if !(try vm.truth(lengthSlot)) { return true }
    if !(try vm.equal(startSlot.value, other.startSlot.value)) { return false }
    if try vm.equal(lengthSlot.value, .int(1)) { return true }
    return try vm.equal(stepSlot.value, other.stepSlot.value)
  }
  public override func hash(_ vm: VM) throws(Raised) -> Int {
    var parts: [Value] = [lengthSlot.value, .none, .none]
    if try vm.truth(lengthSlot) {
      parts[1] = startSlot.value
      if !(try vm.equal(lengthSlot.value, .int(1))) { parts[2] = stepSlot.value }
    }
    return try vm.hash(.object(TupleObject.make(vm, parts)))
  }
  public override func repr(_ vm: VM) throws(Raised) -> StrObject {
    var text = "range(" + (try vm.repr(startSlot.value).string) + ", " + (try vm.repr(stopSlot.value).string)
    if !(stepSlot.isInt && stepSlot.asInt == 1) { text += ", " + (try vm.repr(stepSlot.value).string) }
    return vm.string(text + ")")
  }

  static func populate(_ type: TypeObject, _ vm: VM) {
    type.specials(vm, [.repr, .len, .getitem, .contains, .iter, .eq, .ne, .hash, .bool])
    type.attribute(vm, "start", get: { (_, v) throws(Raised) in v.asRange?.startSlot.value ?? .none })
    type.attribute(vm, "stop", get: { (_, v) throws(Raised) in v.asRange?.stopSlot.value ?? .none })
    type.attribute(vm, "step", get: { (_, v) throws(Raised) in v.asRange?.stepSlot.value ?? .none })
    type.method(vm, "__reversed__(self, /)", "Return a reverse iterator.") { (vm, args) throws(Raised) in
      guard let range = args[0].asRange else { return .none }
      return .object(try range.reversed(vm))
    }
    type.method(vm, "count(self, value, /)", "Return number of occurrences of value.") { (vm, args) throws(Raised) in
      guard let range = args[0].asRange else { return .none }
      if let found = try range.contains(vm, args[1]) { return .int(found ? 1 : 0) }
      var n = 0
      try vm.forEach(args[0]) { (item) throws(Raised) in if try vm.equal(item, args[1]) { n &+= 1 } }
      return .int(n)
    }
    type.method(vm, "index(self, value, /)", "Return index of value; ValueError if not present.") {
      (vm, args) throws(Raised) in
      guard let range = args[0].asRange else { return .none }
      if range.isSmall, let i = args[1].asInt {
        let place = range.position(of: i)
        if place >= 0 { return .int(place) }
      } else if try vm.contains(args[0], args[1]) {
        if args[1].kind == .int {
          return try vm.binary(
            .floorDivide, try vm.binary(.subtract, args[1], range.startSlot.value), range.stepSlot.value)
        }
        var i = 0
        let it = try vm.iterator(args[0])
        while let item = try vm.next(it) {
          if try vm.equal(item, args[1]) { return .int(i) }
          i &+= 1
        }
      }
      if args[1].kind == .int || args[1].kind == .bool {
        throw vm.valueError("\(try vm.repr(args[1]).string) is not in range")
      }
      throw vm.valueError("sequence.index(x): x not in sequence")
    }
  }
}
