// How iterators are copied and pickled: by what makes one like them, and how far it has come.

/// An iterator that another one can be made like.
protocol Restorable: Object {
  /// What makes one like it, and its place; the iterator itself does not move.
  func reduction(_ vm: VM) throws(Raised) -> IteratorReduction
  /// Moves to a place that `reduction` gave.
  func restore(_ vm: VM, _ state: Value) throws(Raised)
}

extension Restorable {
  /// Most have their place in what they are made of.
  func restore(_ vm: VM, _ state: Value) throws(Raised) {}
}

/// What `__reduce__` of an iterator returns.
struct IteratorReduction {
  /// A name of `builtins`; nil: the class of the iterator.
  var maker: String?
  var arguments: [Value]
  var state: Value?

  /// `iter` of nothing.
  static func empty(_ vm: VM) -> IteratorReduction {
    IteratorReduction(maker: "iter", arguments: [.object(vm.emptyTuple)])
  }
}

extension TypeObject {
  /// Declares `__reduce__` and `__setstate__` of an iterator.
  func declareCopies(_ vm: VM) {
    method(vm, "__reduce__(self, /)", "Return state information for pickling.") { (vm, args) throws(Raised) in
      guard case .object(let o) = args[0], let iterator = o as? any Restorable else {
        throw vm.typeError("cannot pickle '\(vm.type(of: args[0]).name)' object")
      }
      let made = try iterator.reduction(vm)
      var maker = Value.object(o.type)
      if let name = made.maker {
        guard let found = vm.builtins.get(vm, name) else {
          throw vm.attributeError("module 'builtins' has no attribute '\(name)'")
        }
        maker = found
      }
      var parts: [Value] = [maker, .object(TupleObject.make(vm, made.arguments))]
      if let state = made.state { parts.append(state) }
      return .object(TupleObject.make(vm, parts))
    }
    method(vm, "__setstate__(self, state, /)", "Set state information for unpickling.") { (vm, args) throws(Raised) in
      guard case .object(let o) = args[0], let iterator = o as? any Restorable else { return .none }
      try iterator.restore(vm, args[1])
      return .none
    }
  }
}

extension VM {
  /// A place in a sequence of `count` items, from a number that anybody may have made.
  func restoredPlace(_ state: Value, _ count: Int, from first: Int = 0) throws(Raised) -> Int {
    min(max(try index(state), first), count)
  }
}

extension ListIterator: Restorable {
  func reduction(_ vm: VM) throws(Raised) -> IteratorReduction {
    if list.isUndefined { return IteratorReduction(maker: "iter", arguments: [.object(ListObject.make(vm))]) }
    return IteratorReduction(maker: "iter", arguments: [list.value], state: .int(position))
  }
  func restore(_ vm: VM, _ state: Value) throws(Raised) {
    position = max(0, try vm.index(state))
  }
}

extension ListReverseIterator: Restorable {
  func reduction(_ vm: VM) throws(Raised) -> IteratorReduction {
    if list.isUndefined { return IteratorReduction(maker: "iter", arguments: [.object(ListObject.make(vm))]) }
    return IteratorReduction(maker: "reversed", arguments: [list.value], state: .int(position))
  }
  func restore(_ vm: VM, _ state: Value) throws(Raised) {
    guard !list.isUndefined else { return }
    let count = unsafeDowncast(list.object, to: ListObject.self).count
    position = try vm.restoredPlace(state, count &- 1, from: -1)
  }
}

extension TupleIterator: Restorable {
  func reduction(_ vm: VM) throws(Raised) -> IteratorReduction {
    if position >= count { return .empty(vm) }
    return IteratorReduction(maker: "iter", arguments: [tuple.value], state: .int(position))
  }
  func restore(_ vm: VM, _ state: Value) throws(Raised) {
    position = try vm.restoredPlace(state, count)
  }
}

extension RangeIterator: Restorable {
  func reduction(_ vm: VM) throws(Raised) -> IteratorReduction {
    let end = try vm.binary(.add, .int(current), try vm.binary(.multiply, .int(remaining), .int(step)))
    let range = try vm.call(.object(vm.types.range), [.int(current), end, .int(step)])
    return IteratorReduction(maker: "iter", arguments: [range], state: .int(0))
  }
  func restore(_ vm: VM, _ state: Value) throws(Raised) {
    let skipped = try vm.restoredPlace(state, remaining)
    remaining &-= skipped
    current = current &+ skipped &* step
  }
}

extension DictIterator: Restorable {
  func reduction(_ vm: VM) throws(Raised) -> IteratorReduction {
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
    return IteratorReduction(maker: "iter", arguments: [.object(items)])
  }
}

extension EnumerateObject: Restorable {
  func reduction(_ vm: VM) throws(Raised) -> IteratorReduction {
    IteratorReduction(arguments: [source.value, nextNumber])
  }
}

extension ZipObject: Restorable {
  func reduction(_ vm: VM) throws(Raised) -> IteratorReduction {
    IteratorReduction(arguments: parts.0, state: parts.strict ? .bool(true) : nil)
  }
  func restore(_ vm: VM, _ state: Value) throws(Raised) { setStrict(try vm.truth(state)) }
}

extension MapObject: Restorable {
  func reduction(_ vm: VM) throws(Raised) -> IteratorReduction { IteratorReduction(arguments: parts) }
}

extension FilterObject: Restorable {
  func reduction(_ vm: VM) throws(Raised) -> IteratorReduction { IteratorReduction(arguments: parts) }
}
