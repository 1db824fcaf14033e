import Interpreter

/// `_native_bisect`: places in sorted sequences.
enum BisectModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(vm, name: "_native_bisect", doc: "Bisection algorithms.")
    declare(vm, module, "bisect_right", "Return the index where to insert item x in list a, behind equal items.", isLeft: false)
    declare(vm, module, "bisect_left", "Return the index where to insert item x in list a, before equal items.", isLeft: true)
    insert(vm, module, "insort_right", "Insert item x in list a, behind equal items.", isLeft: false)
    insert(vm, module, "insort_left", "Insert item x in list a, before equal items.", isLeft: true)
    return module
  }

  private static func declare(_ vm: VM, _ module: ModuleObject, _ name: String, _ doc: String, isLeft: Bool) {
    let signature = "\(name)(a, x, lo=0, hi=None, *, key=None)"
    let places = NativeFunction(vm, signature, doc) { (vm, args) throws(Raised) in
      .int(try place(vm, args, args.slot(1), isLeft))
    }
    let made = NativeFunction(vm, signature, doc, isRaw: true) { (vm, args) throws(Raised) in
      // Without bounds and key nothing needs to be bound.
      if args.count != 2 || args.keywordNames != nil { return try places.call(vm, args) }
      return .int(try search(vm, args[0], args.slot(1), 0, try vm.length(args[0]), .none, isLeft))
    }
    module.constant(vm, name, .object(made))
  }

  private static func insert(_ vm: VM, _ module: ModuleObject, _ name: String, _ doc: String, isLeft: Bool) {
    let signature = "\(name)(a, x, lo=0, hi=None, *, key=None)"
    let general = NativeFunction(vm, signature, doc) { (vm, args) throws(Raised) in
      let item = args[4].isNone ? args[1] : try vm.call(args[4], [args[1]])
      let slot = item.borrowed
      let found = try withExtendedLifetime(item) { () throws(Raised) in try place(vm, args, slot, isLeft) }
      if let list = args[0].asList, !list.hasHeapType {
        put(args.slot(1), list, found)
        return .none
      }
      _ = try vm.callMethod(args[0], "insert", [.int(found), args[1]])
      return .none
    }
    let made = NativeFunction(vm, signature, doc, isRaw: true) { (vm, args) throws(Raised) in
      // Without bounds and key nothing needs to be bound.
      guard args.count == 2, args.keywordNames == nil, let list = args[0].asList, !list.hasHeapType else {
        return try general.call(vm, args)
      }
      put(args.slot(1), list, try search(vm, .object(list), args.slot(1), 0, list.count, .none, isLeft))
      return .none
    }
    module.constant(vm, name, .object(made))
  }

  /// Puts an item into a list at a place, or at its end when it has become shorter.
  private static func put(_ item: Slot, _ list: ListObject, _ found: Int) {
    let place = min(found, list.count)
    item.retain()
    list.append(owned: item)
    // The item moves from the end to its place.
    let here = list.items + place
    (here + 1).update(from: here, count: list.count &- 1 &- place)
    here.pointee = item
  }

  /// The place of `item` by bound arguments.
  private static func place(_ vm: VM, _ args: Arguments, _ item: Slot, _ isLeft: Bool) throws(Raised) -> Int {
    let low = try vm.index(args[2])
    if low < 0 { throw vm.valueError("lo must be non-negative") }
    let high = args[3].isNone ? try vm.length(args[0]) : try vm.index(args[3])
    return try search(vm, args[0], item, low, high, args[4], isLeft)
  }

  private static func search(
    _ vm: VM, _ sequence: Value, _ item: Slot, _ from: Int, _ to: Int, _ key: Value, _ isLeft: Bool
  ) throws(Raised) -> Int {
    var (low, high) = (from, to)
    // Numbers in a list, as far as they go.
    if key.isNone, to >= 0, let list = sequence.asList, !list.hasHeapType, to <= list.count, item.isInt || item.isFloat {
      let items = list.items
      while low < high {
        let middle = low &+ (high &- low) / 2
        let isBefore: Bool
        let other = items[middle]
        if item.isInt && other.isInt {
          isBefore = isLeft ? other.asInt < item.asInt : item.asInt >= other.asInt
        } else if item.isFloat && other.isFloat {
          isBefore = isLeft ? other.asDouble < item.asDouble : !(item.asDouble < other.asDouble)
        } else {
          break
        }
        if isBefore { low = middle &+ 1 } else { high = middle }
      }
    }
    if key.isNone, let list = sequence.asList, !list.hasHeapType {
      while low < high {
        let middle = low &+ (high &- low) / 2
        if middle >= list.count { throw vm.indexError("list index out of range") }
        let other = list[middle]
        let slot = other.borrowed
        let isBefore = try withExtendedLifetime(other) { () throws(Raised) in
          isLeft ? try vm.isLess(slot, item) : !(try vm.isLess(item, slot))
        }
        if isBefore { low = middle &+ 1 } else { high = middle }
      }
      return low
    }
    while low < high {
      let middle = low &+ (high &- low) / 2
      var other = try vm.getItem(sequence, .int(middle))
      if !key.isNone { other = try vm.call(key, [other]) }
      let value = item.value
      let isBefore = isLeft
        ? try vm.truth(try vm.compare(.less, other, value)) : !(try vm.truth(try vm.compare(.less, value, other)))
      if isBefore { low = middle &+ 1 } else { high = middle }
    }
    return low
  }
}
