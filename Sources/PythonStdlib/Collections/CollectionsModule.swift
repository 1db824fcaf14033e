import Interpreter

/// `_collections`: what `collections` takes from native code.
enum CollectionsModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(vm, name: "_collections", doc: "Native containers.")
    module.constant(vm, "deque", .object(dequeType(vm)))
    module.constant(vm, "defaultdict", .object(defaultDictType(vm)))
    module.constant(vm, "_tuplegetter", .object(TupleGetter.makeType(vm)))
    module.function(vm, "count_elements(mapping, iterable, /)", "Counts the items of an iterable in a dict.") {
      (vm, args) throws(Raised) in
      guard let dict = args[0].asDict else { throw vm.typeError("count_elements() needs a dict") }
      try CollectionsModule.count(vm, dict, args[1])
      return .none
    }
    return module
  }

  /// Adds one to the count of each item of an iterable.
  private static func count(_ vm: VM, _ dict: DictObject, _ items: Value) throws(Raised) {
    if let text = items.asStr, !text.hasHeapType, text.width == 1 { return try count(vm, dict, text) }
    if let list = items.asList, !list.hasHeapType {
      // (Hashing and comparing items may run code that changes the list.)
      var k = 0
      while k < list.count {
        let item = list.items[k]
        item.retain()
        defer { item.release() }
        try add(vm, dict, item, 1)
        k &+= 1
      }
      return
    }
    if let tuple = items.asTuple, !tuple.hasHeapType {
      for k in 0..<tuple.count { try add(vm, dict, tuple.items[k], 1) }
      return
    }
    try vm.forEach(items) { (item) throws(Raised) in try add(vm, dict, item.borrowed, 1) }
  }
  /// Counts the characters of a text of bytes, first where they lie.
  private static func count(_ vm: VM, _ dict: DictObject, _ text: StrObject) throws(Raised) {
    let found = withUnsafeTemporaryAllocation(of: Int.self, capacity: 256) { (counts) -> [(UInt32, Int)] in
      counts.initialize(repeating: 0)
      var order: [UInt8] = []
      for byte in text.bytes {
        if counts[Int(byte)] == 0 { order.append(byte) }
        counts[Int(byte)] &+= 1
      }
      return order.map { (UInt32($0), counts[Int($0)]) }
    }
    for (point, n) in found {
      let key = Value.object(vm.character(point)).intoOwned()
      defer { key.release() }
      try add(vm, dict, key, n)
    }
  }
  /// Adds to the count of a borrowed key.
  private static func add(_ vm: VM, _ dict: DictObject, _ key: Slot, _ n: Int) throws(Raised) {
    let hash = try vm.hash(key)
    let i = try dict.find(vm, key, hash: hash)
    if i < 0 {
      key.retain()
      dict.insert(hash: hash, key: key, value: .int(n))
      return
    }
    if dict.entries[i].value.isInt {
      let (sum, overflow) = dict.entries[i].value.asInt.addingReportingOverflow(n)
      if !overflow {
        dict.entries[i].value = .int(sum)
        return
      }
    }
    try dict.set(vm, key.value, try vm.binary(.add, dict.entries[i].value.value, .int(n)))
  }

  private static func dequeType(_ vm: VM) -> TypeObject {
    let type = vm.nativeType("deque", module: "collections", isBase: true, populate: populateDeque)
    type.showsModule = true
    type.new = { (vm, cls, args) throws(Raised) in .object(DequeObject(cls)) }
    type.initialize = { (vm, object, args) throws(Raised) in
      guard let deque = object as? DequeObject else { return }
      try vm.bind(args, "deque(iterable=..., maxlen=None)") { (args) throws(Raised) in
        deque.removeAll()
        deque.limit = nil
        if !args[1].isNone {
          let limit = try vm.index(args[1])
          if limit < 0 { throw vm.valueError("maxlen must be non-negative") }
          deque.limit = limit
        }
        if args.has(0), !deque.appendPlainly(args[0]) {
          try vm.forEach(args[0]) { (item) throws(Raised) in deque.append(owned: item.owned) }
        }
      }
    }
    return type
  }

  private static func populateDeque(_ type: TypeObject, _ vm: VM) {
    func me(_ args: Arguments) -> DequeObject { unsafeDowncast(args.slot(0).object, to: DequeObject.self) }
    type.specials(vm, [
      .repr, .len, .getitem, .setitem, .delitem, .contains, .iter, .eq, .ne, .lt, .le, .gt, .ge, .add, .mul, .rmul,
      .iadd, .bool, .`init`,
    ])
    type.unhashable(vm)
    type.genericClass(vm)
    type.method(vm, "__reduce__(self, /)", "Return state information for pickling.") { (vm, args) throws(Raised) in
      let limit = me(args).limit
      let arguments = limit.map { [Value.object(vm.emptyTuple), .int($0)] } ?? []
      let state = try vm.callMethod(args[0], "__getstate__", [])
      return .object(TupleObject.make(vm, [
        .object(vm.type(of: args[0])), .object(TupleObject.make(vm, arguments)), state, .object(try vm.iterator(args[0])),
      ]))
    }
    type.method(vm, "append(self, item, /)", "Add an element to the right side.") { (_, args) throws(Raised) in
      args.slot(1).retain()
      me(args).append(owned: args.slot(1))
      return .none
    }
    type.method(vm, "appendleft(self, item, /)", "Add an element to the left side.") { (_, args) throws(Raised) in
      args.slot(1).retain()
      me(args).prepend(owned: args.slot(1))
      return .none
    }
    type.method(vm, "pop(self, /)", "Remove and return the rightmost element.") { (vm, args) throws(Raised) in
      if me(args).count == 0 { throw vm.indexError("pop from an empty deque") }
      return vm.taken(me(args).popLast()) ?? .none
    }
    type.method(vm, "popleft(self, /)", "Remove and return the leftmost element.") { (vm, args) throws(Raised) in
      if me(args).count == 0 { throw vm.indexError("pop from an empty deque") }
      return vm.taken(me(args).popFirst()) ?? .none
    }
    type.method(vm, "extend(self, iterable, /)", "Extend the right side with the elements of an iterable.") {
      (vm, args) throws(Raised) in
      try me(args).extend(vm, args[1])
      return .none
    }
    type.method(vm, "extendleft(self, iterable, /)", "Extend the left side with the elements of an iterable.") {
      (vm, args) throws(Raised) in
      for value in try vm.list(of: args[1]) { me(args).prepend(owned: value.owned) }
      return .none
    }
    type.method(vm, "clear(self, /)", "Remove all elements.") { (_, args) throws(Raised) in
      me(args).removeAll()
      return .none
    }
    type.method(vm, "rotate(self, n=1, /)", "Rotate n steps to the right.") { (vm, args) throws(Raised) in
      me(args).rotate(try vm.index(args[1]))
      return .none
    }
    type.method(vm, "reverse(self, /)", "Reverse in place.") { (_, args) throws(Raised) in
      let deque = me(args)
      for i in 0..<(deque.count / 2) {
        let slot = deque[i]
        deque[i] = deque[deque.count &- 1 &- i]
        deque[deque.count &- 1 &- i] = slot
      }
      return .none
    }
    type.method(vm, "copy(self, /)", "Return a shallow copy.") { (_, args) throws(Raised) in .object(me(args).copy()) }
    type.method(vm, "__copy__(self, /)", "Return a shallow copy.") { (_, args) throws(Raised) in .object(me(args).copy()) }
    type.method(vm, "__reduce__(self, /)", "Return state information for pickling.") { (vm, args) throws(Raised) in
      let deque = me(args)
      let given: [Value] = deque.limit.map { [.object(vm.emptyTuple), .int($0)] } ?? []
      let state = try vm.callMethod(args[0], "__getstate__", [])
      return .object(
        TupleObject.make(
          vm,
          [.object(deque.type), .object(TupleObject.make(vm, given)), state, .object(try vm.iterator(args[0]))]))
    }
    type.method(vm, "count(self, value, /)", "Return number of occurrences of value.") { (vm, args) throws(Raised) in
      var n = 0
      let deque = me(args)
      let before = deque.state
      for i in 0..<deque.count {
        let own = deque[i]
        own.retain()
        defer { own.release() }
        if try vm.equalSlots(own, args.slot(1)) { n &+= 1 }
        if deque.state != before { throw vm.runtimeError("deque mutated during iteration") }
      }
      return .int(n)
    }
    type.method(vm, "index(self, value, start=0, stop=9223372036854775807, /)", "Return first index of value.") {
      (vm, args) throws(Raised) in
      let deque = me(args)
      var (from, to) = (try vm.sliceIndex(args[2]), try vm.sliceIndex(args[3]))
      if from < 0 { from = max(0, from &+ deque.count) }
      if to < 0 { to = max(0, to &+ deque.count) }
      let i = try deque.index(vm, args[1], from, to)
      if i < 0 { throw vm.valueError("\(try vm.repr(args[1]).string) is not in deque") }
      return .int(i)
    }
    type.method(vm, "insert(self, index, value, /)", "Insert value before index.") { (vm, args) throws(Raised) in
      let deque = me(args)
      if let limit = deque.limit, deque.count >= limit { throw vm.indexError("deque already at its maximum size") }
      var i = try vm.index(args[1])
      if i < 0 { i = max(0, i &+ deque.count) }
      args.slot(2).retain()
      deque.insert(owned: args.slot(2), at: min(i, deque.count))
      return .none
    }
    type.method(vm, "remove(self, value, /)", "Remove first occurrence of value.") { (vm, args) throws(Raised) in
      let deque = me(args)
      let before = deque.state
      for i in 0..<deque.count {
        let isEqual = try vm.equal(deque[i].value, args[1])
        if deque.state != before { throw vm.indexError("deque mutated during iteration") }
        if isEqual {
          deque.remove(at: i).release()
          return .none
        }
      }
      throw vm.valueError("deque.remove(x): x not in deque")
    }
    type.method(vm, "__reversed__(self, /)", "Return a reverse iterator.") { (vm, args) throws(Raised) in
      .object(DequeIterator(vm, me(args), backwards: true))
    }
    type.attribute(vm, "maxlen", get: { (_, v) throws(Raised) in
      guard let deque = v.native(DequeObject.self), let limit = deque.limit else { return .none }
      return .int(limit)
    })
  }

  /// `defaultdict`: a dict whose factory lies in an instance attribute.
  private static func defaultDictType(_ vm: VM) -> TypeObject {
    let type = vm.nativeType(
      "defaultdict", module: "collections", kind: .dict, base: vm.types.dict, isBase: true, populate: populateDefaultDict)
    type.hasAttributes = true
    type.showsModule = true
    let fill = vm.types.dict.initialize
    type.new = vm.types.dict.new
    type.initialize = { (vm, object, args) throws(Raised) in
      var factory = Value.none
      var rest = args
      if args.positionalCount > 0 {
        factory = args[0]
        rest = args.dropFirst(1)
        if !factory.isNone && !vm.isCallable(factory) { throw vm.typeError("first argument must be callable or None") }
      }
      vm.setInstanceAttribute(object, vm.intern("default_factory"), factory)
      try fill?(vm, object, rest)
    }
    return type
  }

  private static func factory(_ vm: VM, _ value: Value) throws(Raised) -> Value {
    try vm.getAttrOrNil(value, vm.intern("default_factory")) ?? .none
  }

  private static func populateDefaultDict(_ type: TypeObject, _ vm: VM) {
    type.specials(vm, [.`init`])
    type.method(vm, "__missing__(self, key, /)", "Makes the value of a missing key.") { (vm, args) throws(Raised) in
      let make = try factory(vm, args[0])
      if make.isNone { throw vm.keyError(args[1]) }
      let value = try vm.call(make, [])
      try vm.setItem(args[0], args[1], value)
      return value
    }
    type.method(vm, "__repr__(self, /)", "") { (vm, args) throws(Raised) in
      guard case .object(let o) = args[0], let dict = args[0].asDict else { return .none }
      var items = "{...}"
      if vm.enterRepr(o) {
        defer { vm.leaveRepr() }
        let plain = DictObject(vm)
        for item in dict.items { try plain.set(vm, item.key, item.value) }
        items = try vm.repr(.object(plain)).string
      }
      let make = try factory(vm, args[0])
      var shown = "..."
      if case .object(let f) = make {
        if vm.enterRepr(f) {
          defer { vm.leaveRepr() }
          shown = try vm.repr(make).string
        }
      } else {
        shown = try vm.repr(make).string
      }
      return .object(vm.string("\(o.type.name)(\(shown), \(items))"))
    }
    type.method(vm, "copy(self, /)", "Return a shallow copy.") { (vm, args) throws(Raised) in
      let cls = Value.object(vm.type(of: args[0]))
      return try vm.call(cls, [try factory(vm, args[0]), args[0]])
    }
    type.method(vm, "__copy__(self, /)", "Return a shallow copy.") { (vm, args) throws(Raised) in
      try vm.callMethod(args[0], "copy", [])
    }
    type.method(vm, "__reduce__(self, /)", "Return state information for pickling.") { (vm, args) throws(Raised) in
      let make = try factory(vm, args[0])
      let given = TupleObject.make(vm, make.isNone ? [] : [make])
      let items = Value.object(try vm.iterator(try vm.callMethod(args[0], "items", [])))
      return .object(TupleObject.make(vm, [.object(vm.type(of: args[0])), .object(given), .none, .none, items]))
    }
  }
}
