import Interpreter

/// What fills lists, dicts, sets and other containers.
extension PickleReader {
  /// Appends the items from a place on to the list below them.
  func appendItems(from first: Int) throws(Raised) {
    if first == 0 || first <= marks.last ?? 0 { throw underflow() }
    let target = stack[first &- 1]
    if target.isKind(.list), vm.isExact(target.object) {
      let list = unsafeDowncast(target.object, to: ListObject.self)
      for i in first..<stack.count { list.append(owned: stack[i]) }
      stack.removeLast(stack.count &- first)
      return
    }
    let items = stack[first...].map { $0.value }
    drop(first)
    if items.count != 1, let extend = try vm.getAttrOrNil(target.value, vm.intern("extend")) {
      _ = try vm.call(extend, [.object(ListObject.make(vm, items))])
      return
    }
    let append = try vm.getAttr(target.value, "append")
    for item in items { _ = try vm.call(append, [item]) }
  }
  /// Puts key and value in turn from a place on into the dict below them.
  func setItems(from first: Int) throws(Raised) {
    if first == 0 || first <= marks.last ?? 0 { throw underflow() }
    if (stack.count &- first) & 1 != 0 { throw environment.unpickling(vm, "odd number of items for SETITEMS") }
    let target = stack[first &- 1]
    if target.isKind(.dict), vm.isExact(target.object) {
      let dict = unsafeDowncast(target.object, to: DictObject.self)
      var i = first
      while i < stack.count {
        try dict.set(vm, stack[i], stack[i &+ 1])
        i &+= 2
      }
      return drop(first)
    }
    let items = stack[first...].map { $0.value }
    drop(first)
    for i in stride(from: 0, to: items.count, by: 2) { try vm.setItem(target.value, items[i], items[i &+ 1]) }
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
