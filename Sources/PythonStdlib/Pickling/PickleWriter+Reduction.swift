import Interpreter

/// All other objects: what `__reduce_ex__` says of them.
extension PickleWriter {
  func saveByReduction(_ object: Object, _ slot: Slot) throws(Raised) {
    let cls = object.type
    let reduce: Value
    let made: Value
    if let known = try reduction(of: cls) {
      reduce = known
      made = try vm.call(known, [slot.value])
    } else if cls.isSubtype(of: vm.types.type) {
      return try saveGlobal(slot, .none)
    } else if version >= 2, environment.plain(vm).holds(vm, object) {
      return try savePlain(object, slot)
    } else if let hook = try vm.getAttrOrNil(slot.value, vm.intern("__reduce_ex__")) {
      reduce = hook
      made = try vm.call(hook, [.int(version)])
    } else {
      reduce = try vm.getAttr(slot.value, "__reduce__")
      made = try vm.call(reduce, [])
    }
    try saveReduced(made, slot, reduce)
  }

  /// The function that the dispatch table has for a class.
  private func reduction(of cls: TypeObject) throws(Raised) -> Value? {
    if let dict = dispatchTable.asDict, !dict.hasHeapType {
      let found = try dict.get(vm, .borrowed(cls))
      return found.isUndefined ? nil : found.value
    }
    let found = try vm.callMethod(dispatchTable, "get", [.object(cls), .none])
    return found.isNone ? nil : found
  }

  /// An instance of a class of Python that says nothing of how it is pickled.
  private func savePlain(_ object: Object, _ slot: Slot) throws(Raised) {
    let cls = object.type
    try save(.borrowed(cls))
    put(.emptyTuple)
    put(.newObject)
    memoize(slot)
    if let dict = object.attributeStore {
      if dict.count == 0 { return }
      try save(.borrowed(dict))
      return put(.build)
    }
    let count = object.attributeCount
    if count <= 0 { return }
    put(.emptyDict)
    memoize(.undefined)
    let names = object.attributeNames
    if count > 1 { put(.mark) }
    for i in 0..<count {
      guard object.attributeCount == count else {
        throw vm.runtimeError("dictionary changed size during iteration")
      }
      let value = object.attributeSlot(i)
      value.retain()
      defer { value.release() }
      try save(names[i])
      try save(value)
    }
    put(count > 1 ? .setItems : .setItem)
    put(.build)
  }

  func saveReduced(_ made: Value, _ slot: Slot, _ reduce: Value) throws(Raised) {
    if let name = made.asStr { return try saveGlobal(slot, .object(name)) }
    guard let parts = made.asTuple else { throw environment.pickling(vm, "__reduce__ must return a string or tuple") }
    let n = parts.count
    guard n >= 2, n <= 6 else {
      throw environment.pickling(vm, "tuple returned by __reduce__ must contain 2 through 6 elements")
    }
    func part(_ i: Int) -> Value { i < n ? parts[i] : .none }
    try saveReduce(part(0), part(1), state: part(2), list: part(3), dict: part(4), setter: part(5), object: slot)
  }

  func saveReduce(
    _ function: Value, _ arguments: Value, state: Value = .none, list: Value = .none, dict: Value = .none,
    setter: Value = .none, object: Slot
  ) throws(Raised) {
    if !vm.isCallable(function) { throw environment.pickling(vm, "first item of the tuple returned by __reduce__ must be callable") }
    guard let args = arguments.asTuple else {
      throw environment.pickling(vm, "second item of the tuple returned by __reduce__ must be a tuple")
    }
    if !list.isNone, !isIterator(list) {
      throw environment.pickling(vm, "fourth element of the tuple returned by __reduce__ must be an iterator, not \(vm.type(of: list).name)")
    }
    if !dict.isNone, !isIterator(dict) {
      throw environment.pickling(vm, "fifth element of the tuple returned by __reduce__ must be an iterator, not \(vm.type(of: dict).name)")
    }
    if !setter.isNone, !vm.isCallable(setter) {
      throw environment.pickling(vm, "sixth element of the tuple returned by __reduce__ must be a function, not \(vm.type(of: setter).name)")
    }
    var name = ""
    if version >= 2 { name = try vm.getAttrOrNil(function, vm.intern("__name__"))?.asStr?.string ?? "" }
    if name == "__newobj_ex__" {
      try saveNewWithKeywords(args, object)
    } else if name == "__newobj__" {
      guard args.count > 0 else { throw environment.pickling(vm, "__newobj__ arglist is empty") }
      try checkClass(args[0], object, name)
      try save(args.items[0])
      let rest = TupleObject.make(vm, copying: args.items + 1, count: args.count &- 1)
      try save(.borrowed(rest))
      withExtendedLifetime(rest) {}
      put(.newObject)
    } else {
      try save(function.borrowed)
      try save(arguments.borrowed)
      put(.reduce)
    }
    if !object.isUndefined {
      let known = memo.find(object)
      if known >= 0 {
        put(.pop)
        get(known)
      } else {
        memoize(object)
      }
    }
    if !list.isNone { try saveItems(list, one: .append, many: .appends, pairs: false) }
    if !dict.isNone { try saveItems(dict, one: .setItem, many: .setItems, pairs: true) }
    if state.isNone { return }
    if setter.isNone {
      try save(state.borrowed)
      put(.build)
    } else {
      try save(setter.borrowed)
      try save(object)
      try save(state.borrowed)
      put(.tuple2)
      put(.reduce)
      put(.pop)
    }
    withExtendedLifetime((function, arguments, state, setter)) {}
  }

  private func isIterator(_ value: Value) -> Bool {
    if case .object(let object) = value { return vm.isIterator(object) }
    return false
  }

  private func checkClass(_ cls: Value, _ object: Slot, _ name: String) throws(Raised) {
    if try vm.getAttrOrNil(cls, vm.intern("__new__")) == nil {
      throw environment.pickling(vm, "args[0] from \(name) args has no __new__")
    }
    if object.isObject, !(try vm.getAttr(object.value, "__class__")).isSame(as: cls) {
      throw environment.pickling(vm, "args[0] from \(name) args has the wrong class")
    }
  }

  private func saveNewWithKeywords(_ args: TupleObject, _ object: Slot) throws(Raised) {
    guard args.count == 3 else {
      throw environment.pickling(vm, "length of the NEWOBJ_EX argument tuple must be exactly 3, not \(args.count)")
    }
    try checkClass(args[0], object, "__newobj_ex__")
    guard args[1].asTuple != nil else {
      throw environment.pickling(vm, "second item from NEWOBJ_EX argument tuple must be a tuple, not \(vm.type(of: args[1]).name)")
    }
    guard args[2].asDict != nil else {
      throw environment.pickling(vm, "third item from NEWOBJ_EX argument tuple must be a dict, not \(vm.type(of: args[2]).name)")
    }
    if version >= 4 {
      for i in 0..<3 { try save(args.items[i]) }
      return put(.newObjectEx)
    }
    let partial = try environment.helper(vm, "partial_new", args.values)
    try save(partial.borrowed)
    withExtendedLifetime(partial) {}
    put(.emptyTuple)
    put(.reduce)
  }
}
