import Interpreter

/// `_ordered`: the methods of `OrderedDict` that change the order of a dict.
enum OrderedMethods {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(vm, name: "_ordered", doc: "Methods that change the order of a dict.")
    func method(_ signature: String, _ doc: String, _ body: @escaping NativeFunction.Body) {
      let made = NativeFunction(vm, signature, doc, owner: vm.types.dict, isMethod: true, body)
      module.constant(vm, made.name, .object(made))
    }
    method("move_to_end(self, key, last=True)", "Moves an existing key to either end.") { (vm, args) throws(Raised) in
      guard let dict = args[0].asDict else { return .none }
      let key = args.slot(1)
      let hash = try vm.hash(key)
      let place = try dict.find(vm, key, hash: hash)
      if place < 0 { throw vm.keyError(args[1]) }
      let isLast = try vm.truth(args[2])
      if isLast ? place == dict.used &- 1 : place == dict.nextEntry(0) { return .none }
      // The key that the dict holds, which need not be the one that was asked for.
      let own = dict.entries[place].key
      own.retain()
      let value = dict.removeEntry(place)
      if isLast {
        dict.insert(hash: hash, key: own, value: value)
      } else {
        dict.insertFirst(hash: hash, key: own, value: value)
      }
      return .none
    }
    method("popitem(self, last=True)", "Removes the last or first pair and returns it.") { (vm, args) throws(Raised) in
      guard let dict = args[0].asDict else { return .none }
      if dict.count == 0 { throw vm.keyError(.object(vm.string("dictionary is empty"))) }
      let place = try vm.truth(args[1]) ? dict.used &- 1 : dict.nextEntry(0)
      if place < 0 || dict.entries[place].key.isUndefined { throw vm.keyError(.object(vm.string("dictionary is empty"))) }
      let key = dict.entries[place].key
      key.retain()
      let value = dict.removeEntry(place)
      return .object(TupleObject.make(vm, pair: key, value))
    }
    module.function(vm, "tuple_of(cls, items, /)", "A tuple of a class of tuples: what namedtuple makes.") { (vm, args) throws(Raised) in
      guard let cls = args[0].asType, cls.instanceKind == .tuple, let items = args.slot(1).asTuple else {
        return try vm.callMethod(.object(vm.types.tuple), "__new__", [args[0], args[1]])
      }
      return .object(TupleObject(vm, copying: items.items, count: items.count, type: cls))
    }
    return module
  }
}
