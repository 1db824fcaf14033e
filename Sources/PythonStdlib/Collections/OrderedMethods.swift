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
    module.function(
      vm, "tuple_with(self, fields, values, make, /)",
      "The tuple with other values in some fields: what _replace makes. NotImplemented: a field is unknown, or `make` not the class's."
    ) { (vm, args) throws(Raised) in
      guard let me = args[0].asTuple, let fields = args[1].asTuple, let values = args[2].asDict, me.count == fields.count,
        me.hasHeapType, me.type.lookup(vm, .borrowed(vm.intern("_make"))).isSame(as: args.slot(3))
      else { return .object(vm.notImplemented) }
      var found = 0
      var items = (0..<me.count).map { me.items[$0] }
      for k in 0..<fields.count {
        let value = try values.get(vm, fields.items[k])
        if value.isUndefined { continue }
        items[k] = value
        found &+= 1
      }
      let made = items.withUnsafeBufferPointer { (items) -> TupleObject? in
        items.baseAddress.map { TupleObject(vm, copying: $0, count: items.count, type: me.type) }
      }
      guard let made else { return .object(vm.notImplemented) }
      return found == values.count ? .object(made) : .object(vm.notImplemented)
    }
    module.function(vm, "dict_of(keys, values, /)", "A dict of two tuples: what _asdict makes.") { (vm, args) throws(Raised) in
      let made = DictObject.make(vm)
      guard let keys = args[0].asTuple, let values = args[1].asTuple else { return .object(vm.notImplemented) }
      for k in 0..<min(keys.count, values.count) { try made.set(vm, keys.items[k], values.items[k]) }
      return .object(made)
    }
    return module
  }
}
