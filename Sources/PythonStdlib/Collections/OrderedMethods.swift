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
    module.function(vm, "fields_of(cls, count, /)", "Says that `__new__` of the class makes tuples of `count` arguments.") {
      (vm, args) throws(Raised) in
      args[0].asType?.setFields(vm, count: try vm.index(args[1]))
      return .none
    }
    module.function(vm, "same_order(left, right, /)", "Whether the keys of two dicts are equal, each to that in its place.") {
      (vm, args) throws(Raised) in
      guard let left = args[0].asDict, let right = args[1].asDict, left.count == right.count else { return .bool(false) }
      // (Comparing keys may run code that changes the dicts.)
      var (i, k) = (left.nextEntry(0), right.nextEntry(0))
      while i >= 0 && k >= 0 {
        let (a, b) = (left.entries[i].key, right.entries[k].key)
        a.retain()
        b.retain()
        defer {
          a.release()
          b.release()
        }
        if try !vm.equalSlots(a, b) { return .bool(false) }
        (i, k) = (left.nextEntry(i &+ 1), right.nextEntry(k &+ 1))
      }
      return .bool(i < 0 && k < 0)
    }
    module.function(vm, "fields_text(name, fields, values, /)", "The text of a named tuple.") { (vm, args) throws(Raised) in
      guard let name = args[0].asStr, let fields = args[1].asTuple, let values = args[2].asTuple else { return .none }
      var text = TextBuilder()
      text.append(name)
      text.append("(")
      for k in 0..<min(fields.count, values.count) {
        if k > 0 { text.append(", ") }
        if let field = fields[k].asStr { text.append(field) }
        text.append("=")
        text.append(try vm.repr(values[k]))
      }
      text.append(")")
      return .object(text.finish(vm))
    }
    defineCounts(vm, module)
    module.function(vm, "dict_of(keys, values, /)", "A dict of two tuples: what _asdict makes.") { (vm, args) throws(Raised) in
      let made = DictObject.make(vm)
      guard let keys = args[0].asTuple, let values = args[1].asTuple else { return .object(vm.notImplemented) }
      for k in 0..<min(keys.count, values.count) { try made.set(vm, keys.items[k], values.items[k]) }
      return .object(made)
    }
    return module
  }

  /// What `Counter` computes of two of its kind where all counts are small ints.
  private static func defineCounts(_ vm: VM, _ module: ModuleObject) {
    module.function(
      vm, "combine(result, left, right, operation, /)",
      "Puts the positive counts of an operation (+ - | &) into a dict; False: a count is no small int."
    ) { (vm, args) throws(Raised) in
      guard let result = args[0].asDict, let left = args[1].asDict, let right = args[2].asDict, let sign = args[3].asStr,
        sign.count == 1
      else { return .bool(false) }
      let operation = UInt8(truncatingIfNeeded: sign[0])
      func put(_ dict: DictObject, _ place: Int, _ other: DictObject, isLeft: Bool) throws(Raised) -> Bool {
        let entry = dict.entries[place]
        guard entry.value.isInt else { return false }
        entry.key.retain()
        defer { entry.key.release() }
        // (Comparing keys may run code that changes the dicts.)
        let found = try other.find(vm, entry.key, hash: entry.hash)
        if !isLeft && found >= 0 { return true }
        let second = found < 0 ? Slot.int(0) : other.entries[found].value
        guard second.isInt else { return false }
        let (a, b) = isLeft ? (entry.value.asInt, second.asInt) : (0, entry.value.asInt)
        let (count, overflow): (Int, Bool)
        switch operation {
        case 0x2B: (count, overflow) = a.addingReportingOverflow(b)
        case 0x2D: (count, overflow) = a.subtractingReportingOverflow(b)
        case 0x7C: (count, overflow) = (max(a, b), false)
        default: (count, overflow) = (min(a, b), false)
        }
        if overflow { return false }
        if count > 0 { try result.set(vm, entry.key, .int(count)) }
        return true
      }
      for (dict, other, isLeft) in [(left, right, true), (right, left, false)] {
        var place = dict.nextEntry(0)
        while place >= 0 {
          if try !put(dict, place, other, isLeft: isLeft) { return .bool(false) }
          place = dict.nextEntry(place &+ 1)
        }
      }
      return .bool(true)
    }
  }
}
