import Interpreter

/// `_native_operator` and `_native_heapq`: what `operator` and `heapq` take from native code.
enum OperatorModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(vm, name: "_native_operator", doc: "Native parts of operator.")
    module.function(vm, "index(a, /)", "Same as a.__index__().") { (vm, args) throws(Raised) in
      try vm.indexValue(args[0])
    }
    declareGetters(vm, module)
    declareOperators(vm, module)
    return module
  }

  /// `object[key]`.
  @inline(__always)
  static func item(_ vm: VM, _ object: Slot, _ key: Slot) throws(Raised) -> Value {
    if key.isInt, object.isKind(.tuple) || object.isKind(.list), !object.object.hasHeapType {
      let (items, count) =
        object.isKind(.tuple)
        ? (unsafeDowncast(object.object, to: TupleObject.self).items, unsafeDowncast(object.object, to: TupleObject.self).count)
        : (unsafeDowncast(object.object, to: ListObject.self).items, unsafeDowncast(object.object, to: ListObject.self).count)
      let i = key.asInt < 0 ? key.asInt &+ count : key.asInt
      if i >= 0 && i < count { return items[i].value }
    }
    return try vm.getItem(object.value, key.value)
  }
}

/// `_heapq`: a list as a heap.
enum HeapModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(vm, name: "_native_heapq", doc: "Heap queue algorithm.")
    module.function(vm, "heappush(heap, item, /)", "Push item onto heap, maintaining the heap invariant.") {
      (vm, args) throws(Raised) in
      let heap = try list(vm, args, "heappush() argument 1")
      args.slot(1).retain()
      heap.append(owned: args.slot(1))
      try up(vm, heap, 0, heap.count &- 1)
      return .none
    }
    module.function(vm, "heappop(heap, /)", "Pop the smallest item off the heap, maintaining the heap invariant.") {
      (vm, args) throws(Raised) in
      let heap = try list(vm, args, "heappop() argument")
      guard heap.count > 0 else { throw vm.indexError("index out of range") }
      let last = heap.removeLastItem()
      if heap.count == 0 { return vm.taken(last) ?? .none }
      let first = heap.items[0]
      heap.items[0] = last
      let result = vm.taken(first) ?? .none
      try down(vm, heap, 0)
      return result
    }
    module.function(vm, "heapreplace(heap, item, /)", "Pop and return the smallest value, and add the new item.") {
      (vm, args) throws(Raised) in
      let heap = try list(vm, args, "heapreplace() argument 1")
      guard heap.count > 0 else { throw vm.indexError("index out of range") }
      return try exchange(vm, heap, args.slot(1))
    }
    module.function(vm, "heappushpop(heap, item, /)", "Push item on the heap, then pop and return the smallest item.") {
      (vm, args) throws(Raised) in
      let heap = try list(vm, args, "heappushpop() argument 1")
      guard heap.count > 0, try less(vm, heap.items[0], args.slot(1)) else { return args[1] }
      guard heap.count > 0 else { throw vm.indexError("index out of range") }
      return try exchange(vm, heap, args.slot(1))
    }
    module.function(vm, "heapify(heap, /)", "Transform list into a heap, in-place, in O(len(heap)) time.") {
      (vm, args) throws(Raised) in
      let heap = try list(vm, args, "heapify() argument")
      var i = heap.count / 2 &- 1
      while i >= 0 {
        try down(vm, heap, i)
        i &-= 1
      }
      return .none
    }
    return module
  }

  private static func list(_ vm: VM, _ args: Arguments, _ place: String) throws(Raised) -> ListObject {
    guard let heap = args[0].asList else {
      throw vm.typeError("\(place) must be list, not \(vm.type(of: args[0]).name)")
    }
    return heap
  }

  private static func exchange(_ vm: VM, _ heap: ListObject, _ item: Slot) throws(Raised) -> Value {
    let first = heap.items[0]
    item.retain()
    heap.items[0] = item
    let result = vm.taken(first) ?? .none
    try down(vm, heap, 0)
    return result
  }

  @inline(__always)
  private static func less(_ vm: VM, _ a: Slot, _ b: Slot) throws(Raised) -> Bool {
    if a.isInt && b.isInt { return a.asInt < b.asInt }
    if a.isFloat && b.isFloat { return a.asDouble < b.asDouble }
    return try vm.isLess(a, b)
  }
  /// The same for two places of the heap, whose length must not change.
  @inline(__always)
  private static func less(_ vm: VM, _ heap: ListObject, _ i: Int, _ j: Int) throws(Raised) -> Bool {
    let n = heap.count
    let answer = try less(vm, heap.items[i], heap.items[j])
    if heap.count != n { throw vm.runtimeError("list changed size during iteration") }
    return answer
  }
  @inline(__always)
  private static func swap(_ heap: ListObject, _ i: Int, _ j: Int) {
    let item = heap.items[i]
    heap.items[i] = heap.items[j]
    heap.items[j] = item
  }

  /// Moves the item at `place` towards `start` while it is less than its parent.
  private static func up(_ vm: VM, _ heap: ListObject, _ start: Int, _ place: Int) throws(Raised) {
    var place = place
    while place > start {
      let parent = (place &- 1) >> 1
      if !(try less(vm, heap, place, parent)) { return }
      swap(heap, place, parent)
      place = parent
    }
  }
  /// Moves the item at `start` down to a leaf along the lesser children, then up to where it belongs.
  private static func down(_ vm: VM, _ heap: ListObject, _ start: Int) throws(Raised) {
    let end = heap.count
    var place = start
    while 2 &* place &+ 1 < end {
      var child = 2 &* place &+ 1
      if child &+ 1 < end, !(try less(vm, heap, child, child &+ 1)) { child &+= 1 }
      swap(heap, place, child)
      place = child
    }
    try up(vm, heap, start, place)
  }
}
