/// Operations and methods of `dict`.
enum DictMethods {
  // MARK: Protocol

  static func repr(_ vm: VM, _ dict: DictObject) throws(Raised) -> StrObject {
    if dict.type !== vm.types.dict && !dict.hasHeapType {
      // A native subclass (`defaultdict`) declares its text as a method.
      let hook = dict.type.lookup(vm, vm.specialNames[Int(Special.repr.rawValue)])
      if hook.isKind(.nativeFunction), !unsafeDowncast(hook.object, to: NativeFunction.self).isSlotWrapper,
        let text = try vm.call(hook, [.object(dict)]).asStr
      {
        return text
      }
    }
    if dict.count == 0 { return vm.string("{}") }
    guard vm.enterRepr(dict) else { return vm.string("{...}") }
    defer { vm.leaveRepr() }
    var text = TextBuilder()
    text.append("{")
    var first = true
    var i = dict.nextEntry(0)
    while i >= 0 {
      let (key, value) = (dict.entries[i].key.value, dict.entries[i].value.value)
      if !first { text.append(", ") }
      first = false
      text.append(try vm.repr(key))
      text.append(": ")
      text.append(try vm.repr(value))
      i = dict.nextEntry(i &+ 1)
    }
    text.append("}")
    return text.finish(vm)
  }

  /// `__missing__` of a subclass, else KeyError.
  static func missing(_ vm: VM, _ dict: DictObject, _ key: Value) throws(Raised) -> Value {
    if dict.type !== vm.types.dict {
      let hook = dict.type.lookup(vm, vm.specialNames[Int(Special.missing.rawValue)])
      if hook.isKind(.function) || hook.isKind(.nativeFunction) { return try vm.call(hook, [.object(dict), key]) }
      if !hook.isUndefined { return try vm.call(try vm.bindDescriptor(hook, .object(dict), dict.type), [key]) }
    }
    throw vm.keyError(key)
  }

  static func equal(_ vm: VM, _ a: DictObject, _ b: DictObject) throws(Raised) -> Bool {
    if a === b { return true }
    if a.count != b.count { return false }
    var i = a.nextEntry(0)
    while i >= 0 {
      let entry = a.entries[i]
      let (key, value) = (entry.key.value, entry.value.value)
      let j = try b.find(vm, key.borrowed, hash: entry.hash)
      if j < 0 { return false }
      if !(try vm.equal(value, b.entries[j].value.value)) { return false }
      i = a.nextEntry(i &+ 1)
    }
    return true
  }

  static func copy(_ vm: VM, _ dict: DictObject) throws(Raised) -> DictObject {
    let made = DictObject.make(vm)
    made.addMissing(of: dict)
    return made
  }

  /// `dict.update(source)`: a mapping or an iterable of pairs.
  static func merge(_ vm: VM, _ dict: DictObject, _ source: Value) throws(Raised) {
    if let other = source.asDict, !other.hasHeapType {
      if other === dict { return }
      if dict.count == 0 && dict.used == 0 {
        dict.addMissing(of: other)
        return
      }
      var i = other.nextEntry(0)
      while i >= 0 {
        let entry = other.entries[i]
        entry.key.retain()
        entry.value.retain()
        defer {
          entry.key.release()
          entry.value.release()
        }
        try dict.set(vm, entry.key, hash: entry.hash, entry.value)
        i = other.nextEntry(i &+ 1)
      }
      return
    }
    if let keys = try vm.getAttrOrNil(source, vm.intern("keys")) {
      try vm.forEach(try vm.call(keys, [])) { (key) throws(Raised) in
        let value = try vm.getItem(source, key)
        try dict.set(vm, key, value)
      }
      return
    }
    var number = 0
    try vm.forEach(source) { (item) throws(Raised) in
      if case .object(let pair) = item, pair.kind == .tuple, !pair.hasHeapType,
        unsafeDowncast(pair, to: TupleObject.self).count == 2
      {
        let items = unsafeDowncast(pair, to: TupleObject.self).items
        try withExtendedLifetime(pair) { () throws(Raised) in try dict.set(vm, items[0], items[1]) }
        number &+= 1
        return
      }
      guard try vm.iteratorOrNil(item) != nil else {
        throw vm.typeError("cannot convert dictionary update sequence element #\(number) to a sequence")
      }
      let pair = try vm.list(of: item)
      if pair.count != 2 {
        throw vm.valueError(
          "dictionary update sequence element #\(number) has length \(pair.count); 2 is required")
      }
      try dict.set(vm, pair[0], pair[1])
      number &+= 1
    }
  }

  // MARK: Rows

  static func make(_ vm: VM, _ cls: TypeObject, _ args: Arguments) throws(Raised) -> Value {
    .object(cls === vm.types.dict ? DictObject.make(vm) : DictObject(vm, type: cls))
  }
  static func initialize(_ vm: VM, _ object: Object, _ args: Arguments) throws(Raised) {
    guard object.kind == .dict else { return }
    let dict = unsafeDowncast(object, to: DictObject.self)
    try update(vm, dict, args, "dict")
  }
  /// `update(source, **names)` with raw arguments.
  static func update(_ vm: VM, _ dict: DictObject, _ args: Arguments, _ name: String) throws(Raised) {
    let n = args.positionalCount
    if n > 1 { throw vm.typeError("\(name) expected at most 1 argument, got \(n)") }
    if n == 1 { try merge(vm, dict, args[0]) }
    if let names = args.keywordNames {
      for i in 0..<names.count { dict.set(name: .borrowed(internedName(vm, names[i])), args.slot(n &+ i)) }
    }
  }
  private static func internedName(_ vm: VM, _ name: Value) -> StrObject {
    name.asStr.map { vm.intern($0) } ?? vm.emptyString
  }

  private static func me(_ args: Arguments) -> DictObject { unsafeDowncast(args.slot(0).object, to: DictObject.self) }

  static func populate(_ type: TypeObject, _ vm: VM) {
    type.specials(vm, [
      .repr, .len, .getitem, .setitem, .delitem, .contains, .iter, .eq, .ne, .or, .ror, .ior, .`init`,
    ])
    type.unhashable(vm)
    type.method(vm, "get(self, key, default=None, /)", "Return the value for key if it is there, else default.") {
      (vm, args) throws(Raised) in
      let found = try Unmanaged<DictObject>.fromOpaque(args.slot(0).pointer).reference.get(vm, args.slot(1))
      return found.isUndefined ? args[2] : found.value
    }
    type.method(
      vm, "setdefault(self, key, default=None, /)", "Insert key with a value of default if key is not there."
    ) { (vm, args) throws(Raised) in
      let dict = me(args)
      let hash = try vm.hash(args.slot(1))
      let i = try dict.find(vm, args.slot(1), hash: hash)
      if i >= 0 { return dict.entries[i].value.value }
      args.slot(1).retain()
      args.slot(2).retain()
      dict.insert(hash: hash, key: args.slot(1), value: args.slot(2))
      return args[2]
    }
    type.method(vm, "pop(self, key, default=..., /)", "Remove the key and return its value, or default.") {
      (vm, args) throws(Raised) in
      if let value = vm.taken(try me(args).remove(vm, args.slot(1))) { return value }
      if args.has(2) { return args[2] }
      throw vm.keyError(args[1])
    }
    type.method(vm, "popitem(self, /)", "Remove and return the last (key, value) pair.") { (vm, args) throws(Raised) in
      let dict = me(args)
      if dict.count == 0 { throw vm.keyError(.object(vm.string("popitem(): dictionary is empty"))) }
      var i = dict.used &- 1
      while i > 0 && dict.entries[i].key.isUndefined { i &-= 1 }
      let key = dict.entries[i].key.value
      let value = vm.taken(dict.removeEntry(i)) ?? .none
      return .object(TupleObject.make(vm, [key, value]))
    }
    type.method(vm, "update(self, /, *args, **kwargs)", "Update the dict from a mapping or iterable and keywords.") {
      (vm, args) throws(Raised) in
      let sources = args[1].asTuple?.values ?? []
      if sources.count > 1 { throw vm.typeError("update expected at most 1 argument, got \(sources.count)") }
      for source in sources { try merge(vm, me(args), source) }
      try merge(vm, me(args), args[2])
      return .none
    }
    type.method(vm, "clear(self, /)", "Remove all items.") { (_, args) throws(Raised) in
      me(args).removeAll()
      return .none
    }
    type.method(vm, "copy(self, /)", "Return a shallow copy.") { (vm, args) throws(Raised) in
      .object(try copy(vm, me(args)))
    }
    type.method(vm, "keys(self, /)", "A set-like object providing a view on the keys.") { (vm, args) throws(Raised) in
      .object(DictView(vm, me(args), .keys))
    }
    type.method(vm, "values(self, /)", "An object providing a view on the values.") { (vm, args) throws(Raised) in
      .object(DictView(vm, me(args), .values))
    }
    type.method(vm, "items(self, /)", "A set-like object providing a view on the items.") { (vm, args) throws(Raised) in
      .object(DictView(vm, me(args), .items))
    }
    type.method(vm, "__reversed__(self, /)", "Return a reverse iterator over the dict keys.") {
      (vm, args) throws(Raised) in .object(DictReverseIterator(vm, me(args), .keys))
    }
    type.method(vm, "__sizeof__(self, /)", "Size of the dict in memory, in bytes.") { (_, args) throws(Raised) in
      .int(64 &+ me(args).used &* 24)
    }
    type.classMethod(vm, "fromkeys(cls, iterable, value=None, /)", "Create a dict with keys from iterable.") {
      (vm, args) throws(Raised) in
      let made = args[0].asType === vm.types.dict ? .object(DictObject(vm)) : try vm.call(args[0], [])
      if let dict = made.asDict, !dict.hasHeapType {
        try vm.forEach(args[1]) { (key) throws(Raised) in try dict.set(vm, key, args[2]) }
      } else {
        try vm.forEach(args[1]) { (key) throws(Raised) in try vm.setItem(made, key, args[2]) }
      }
      return made
    }
  }
}

extension DictObject {
  /// Sets `key` (hash known) to `value`; both are retained.
  package func set(_ vm: VM, _ key: Slot, hash: Int, _ value: Slot) throws(Raised) {
    let i = try find(vm, key, hash: hash)
    value.retain()
    if i >= 0 {
      replaceValue(i, owned: value).release()
    } else {
      key.retain()
      insert(hash: hash, key: key, value: value)
    }
  }

  /// Replaces the value of the entry at `i` by an owned slot; the caller owns the old one.
  func replaceValue(_ i: Int, owned value: Slot) -> Slot {
    let old = entries[i].value
    entries[i].value = value
    return old
  }

  /// Appends all entries of another dict, whose keys are known to be missing here.
  func addMissing(of other: DictObject) {
    if copyEntries(of: other) { return }
    var i = other.nextEntry(0)
    while i >= 0 {
      let entry = other.entries[i]
      entry.key.retain()
      entry.value.retain()
      insert(hash: entry.hash, key: entry.key, value: entry.value)
      i = other.nextEntry(i &+ 1)
    }
  }
}
