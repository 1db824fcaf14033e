import Interpreter

/// What fills lists, dicts, sets and other containers.
extension PickleReader {
  func append(_ items: [Value]) throws(Raised) {
    let target = try top().value
    if let list = target.asList, vm.isExact(list) {
      for item in items { list.append(owned: item.owned) }
      return
    }
    if items.count != 1, let extend = try vm.getAttrOrNil(target, vm.intern("extend")) {
      _ = try vm.call(extend, [.object(ListObject.make(vm, items))])
      return
    }
    let append = try vm.getAttr(target, "append")
    for item in items { _ = try vm.call(append, [item]) }
  }
  func set(_ items: [Value]) throws(Raised) {
    let target = try top().value
    for i in stride(from: 0, to: items.count &- 1, by: 2) { try vm.setItem(target, items[i], items[i &+ 1]) }
  }
  /// Key and value in turn above the mark, into the dict below.
  func setItems() throws(Raised) {
    let first = try mark()
    if first == 0 || first <= (marks.last ?? 0) { throw underflow() }
    if (stack.count &- first) & 1 != 0 { throw environment.unpickling(vm, "odd number of items for SETITEMS") }
    let target = stack[first &- 1]
    if target.isKind(.dict), vm.isExact(target.object), let dict = target.asDict {
      var i = first
      while i < stack.count {
        try dict.set(vm, stack[i], stack[i &+ 1])
        i &+= 2
      }
      return drop(first)
    }
    let items = stack[first...].map { $0.value }
    drop(first)
    try set(items)
  }
  func add(_ items: [Value]) throws(Raised) {
    let target = try top().value
    if let set = target.asSet, set.kind == .set, vm.isExact(set) {
      for item in items { try set.add(vm, item) }
      return
    }
    let add = try vm.getAttr(target, "add")
    for item in items { _ = try vm.call(add, [item]) }
  }
}
