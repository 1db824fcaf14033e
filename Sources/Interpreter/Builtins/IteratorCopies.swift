// How the iterators of builtin types are taken apart.

extension ListIterator: Reducible {
  package func reduced(_ vm: VM) throws(Raised) -> Value {
    if list.isUndefined { return try vm.reduction(builtin: "iter", [.object(ListObject.make(vm))]) }
    return try vm.reduction(builtin: "iter", [list.value], .int(position))
  }
  package func restore(_ vm: VM, _ state: Value) throws(Raised) {
    position = max(0, try vm.index(state))
  }
}

extension ListReverseIterator: Reducible {
  package func reduced(_ vm: VM) throws(Raised) -> Value {
    if list.isUndefined { return try vm.reduction(builtin: "iter", [.object(ListObject.make(vm))]) }
    return try vm.reduction(builtin: "reversed", [list.value], .int(position))
  }
  package func restore(_ vm: VM, _ state: Value) throws(Raised) {
    guard !list.isUndefined else { return }
    let count = unsafeDowncast(list.object, to: ListObject.self).count
    position = try vm.restoredPlace(state, count &- 1, from: -1)
  }
}

extension TupleIterator: Reducible {
  package func reduced(_ vm: VM) throws(Raised) -> Value {
    if position >= count { return try vm.reduction(builtin: "iter", [.object(vm.emptyTuple)]) }
    return try vm.reduction(builtin: "iter", [tuple.value], .int(position))
  }
  package func restore(_ vm: VM, _ state: Value) throws(Raised) {
    position = try vm.restoredPlace(state, count)
  }
}

extension RangeIterator: Reducible {
  package func reduced(_ vm: VM) throws(Raised) -> Value {
    let end = try vm.binary(.add, .int(current), try vm.binary(.multiply, .int(remaining), .int(step)))
    let range = try vm.call(.object(vm.types.range), [.int(current), end, .int(step)])
    return try vm.reduction(builtin: "iter", [range], .int(0))
  }
  package func restore(_ vm: VM, _ state: Value) throws(Raised) {
    let skipped = try vm.restoredPlace(state, remaining)
    remaining &-= skipped
    current = current &+ skipped &* step
  }
}

extension DictIterator: Reducible {
  package func reduced(_ vm: VM) throws(Raised) -> Value {
    let items = ListObject.make(vm)
    if !dict.isUndefined {
      let source = unsafeDowncast(dict.object, to: DictObject.self)
      if source.count != expected { throw vm.runtimeError("dictionary changed size during iteration") }
      var place = source.nextEntry(position)
      while place >= 0 {
        let entry = source.entries[place]
        switch part {
        case .keys: items.append(entry.key.value)
        case .values: items.append(entry.value.value)
        case .items: items.append(.object(TupleObject.make(vm, [entry.key.value, entry.value.value])))
        }
        place = source.nextEntry(place &+ 1)
      }
    }
    return try vm.reduction(builtin: "iter", [.object(items)])
  }
}

extension EnumerateObject: Reducible {
  package func reduced(_ vm: VM) throws(Raised) -> Value {
    vm.reduction(.object(type), [source.value, nextNumber])
  }
}

extension ZipObject: Reducible {
  package func reduced(_ vm: VM) throws(Raised) -> Value {
    vm.reduction(.object(type), parts.0, parts.strict ? .bool(true) : nil)
  }
  package func restore(_ vm: VM, _ state: Value) throws(Raised) { setStrict(try vm.truth(state)) }
}

extension MapObject: Reducible {
  package func reduced(_ vm: VM) throws(Raised) -> Value { vm.reduction(.object(type), parts) }
}

extension FilterObject: Reducible {
  package func reduced(_ vm: VM) throws(Raised) -> Value { vm.reduction(.object(type), parts) }
}
