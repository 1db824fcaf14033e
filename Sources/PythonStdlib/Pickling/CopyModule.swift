import Interpreter

/// `_copying`: the deep copies under `copy`.
enum CopyModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(vm, name: "_copying", doc: "Deep copies.")
    let plain = PlainClasses(
      vm, absent: ["__deepcopy__", "__setstate__", "__getnewargs__", "__getnewargs_ex__"])
    var state: (table: Value, general: Value) = (.none, .none)
    module.function(vm, "set_up(dispatch_table, general, /)", "Takes copyreg's table, and the way of all other objects.") {
      (_, args) in
      state = (args[0], args[1])
      return .none
    }
    module.function(vm, "deepcopy(x, memo=None, _nil=None)", "A copy of the object and of all it holds.") {
      (vm, args) throws(Raised) in
      guard args.slot(0).isObject else { return args[0] }
      let memo: DictObject
      if args[1].isNone {
        memo = DictObject(vm)
      } else if let dict = args[1].asDict, vm.isExact(dict) {
        memo = dict
      } else {
        return try vm.call(state.general, [args[0], args[1]])
      }
      let copier = DeepCopier(vm, memo, plain, state.table, state.general)
      return vm.taken(try copier.copy(args.slot(0))) ?? .none
    }
    module.function(vm, "copy_plain(x, /)", "A shallow copy of an instance of a plain class; None: it is none.") {
      (vm, args) throws(Raised) in
      guard case .object(let object) = args[0], plain.holds(vm, object), !object.type.isAbstract,
        object.type.special(vm, .new).isUndefined, object.type.hasAttributes, object.attributeStore == nil,
        object.type.lookup(vm, .borrowed(vm.intern("__copy__"))).isUndefined
      else { return .none }
      if let table = state.table.asDict, !(try table.get(vm, .borrowed(object.type)).isUndefined) { return .none }
      let made = Object(kind: .instance, type: object.type, tracked: true)
      try made.copyAttributes(of: object) { (slot) throws(Raised) in
        slot.retain()
        return slot
      }
      return .object(made)
    }
    return module
  }
}

extension VM {
  /// Tells whether the type of an object is the builtin one of its kind, not a subclass, native ones included.
  @inline(__always)
  func isExact(_ object: Object) -> Bool {
    switch object.kind {
    case .list: return object.type === types.list
    case .dict: return object.type === types.dict
    case .tuple: return object.type === types.tuple
    case .set: return object.type === types.set
    case .frozenset: return object.type === types.frozenset
    default: return !object.hasHeapType
    }
  }
}

/// One deep copy: the objects copied so far are in the memo, as `__deepcopy__` methods expect it.
private struct DeepCopier {
  let vm: VM
  let memo: DictObject
  let plain: PlainClasses
  let table: Value
  let general: Value

  init(_ vm: VM, _ memo: DictObject, _ plain: PlainClasses, _ table: Value, _ general: Value) {
    self.vm = vm
    self.memo = memo
    self.plain = plain
    self.table = table
    self.general = general
  }

  /// The copy of an object (borrowed), owned by the caller.
  func copy(_ slot: Slot) throws(Raised) -> Slot {
    guard slot.isObject, !isAtom(slot) else {
      slot.retain()
      return slot
    }
    let key = Slot.int(Int(bitPattern: slot.bits))
    let hash = try vm.hash(key)
    let known = try memo.find(vm, key, hash: hash)
    if known >= 0 {
      let made = memo.entries[known].value
      made.retain()
      return made
    }
    try vm.enterNative()
    defer { vm.leaveNative() }
    let object = slot.object
    if vm.isExact(object) {
      switch object.kind {
      case .list:
        let (list, made) = (unsafeDowncast(object, to: ListObject.self), ListObject.make(vm))
        remember(slot, made)
        var i = 0
        while i < list.count {
          made.append(owned: try copyItem(list.items[i]))
          i &+= 1
        }
        return try keep(slot, made)
      case .dict: return try copy(dict: unsafeDowncast(object, to: DictObject.self), slot)
      case .tuple: return try copy(tuple: unsafeDowncast(object, to: TupleObject.self), slot)
      default: break
      }
    } else if plain.holds(vm, object), object.attributeStore == nil, object.type.hasAttributes,
      object.type.special(vm, .new).isUndefined, !object.type.isAbstract, try !isInTable(object.type)
    {
      let made = Object(kind: .instance, type: object.type, tracked: true)
      remember(slot, made)
      try made.copyAttributes(of: object) { (item) throws(Raised) in try copyItem(item) }
      return try keep(slot, made)
    }
    return try vm.call(general, [slot.value, .object(memo)]).intoOwned()
  }

  /// Copies an item that its container might drop meanwhile.
  @inline(__always)
  private func copyItem(_ item: Slot) throws(Raised) -> Slot {
    guard item.isObject else { return item }
    item.retain()
    defer { item.release() }
    return try copy(item)
  }

  private func isInTable(_ type: TypeObject) throws(Raised) -> Bool {
    guard let table = table.asDict else { return false }
    return try !table.get(vm, .borrowed(type)).isUndefined
  }

  @inline(__always)
  private func isAtom(_ slot: Slot) -> Bool {
    switch slot.kind {
    case .str, .bytes, .int, .float, .complex, .function, .nativeFunction, .range, .ellipsis, .notImplemented, .code, .property,
      .weakref:
      return !slot.object.hasHeapType
    case .type: return true
    default: return false
    }
  }

  /// Keeps what was copied.
  private func remember(_ slot: Slot, _ made: Object) {
    memo.insert(hash: Numbers.hash(Int(bitPattern: slot.bits)), key: .int(Int(bitPattern: slot.bits)), value: .owned(made))
  }
  /// Keeps the original as long as its address is a key; the answer is the copy, owned.
  private func keep(_ slot: Slot, _ made: Object) throws(Raised) -> Slot {
    let own = Slot.int(Int(bitPattern: Slot.borrowed(memo).bits))
    if let list = try memo.get(vm, own).asList {
      list.append(owned: slot.value.owned)
    } else {
      try memo.set(vm, own.value, .object(ListObject.make(vm, [slot.value])))
    }
    return Value.object(made).intoOwned()
  }

  private func copy(dict: DictObject, _ slot: Slot) throws(Raised) -> Slot {
    let made = DictObject(vm)
    remember(slot, made)
    let count = dict.count
    var at = dict.nextEntry(0)
    while at >= 0 {
      let value = dict.entries[at].value
      value.retain()
      defer { value.release() }
      let key = try copyItem(dict.entries[at].key)
      defer { key.release() }
      let copied = try copy(value)
      defer { copied.release() }
      try made.set(vm, key, copied)
      if dict.count != count { throw vm.runtimeError("dictionary changed size during iteration") }
      at = dict.nextEntry(at &+ 1)
    }
    return try keep(slot, made)
  }

  private func copy(tuple: TupleObject, _ slot: Slot) throws(Raised) -> Slot {
    var items: [Slot] = []
    items.reserveCapacity(tuple.count)
    defer { for item in items { item.release() } }
    var isSame = true
    for i in 0..<tuple.count {
      let item = try copy(tuple.items[i])
      if !item.isSame(as: tuple.items[i]) { isSame = false }
      items.append(item)
    }
    // A tuple that holds itself was copied with its items.
    let known = try memo.get(vm, Slot.int(Int(bitPattern: slot.bits)))
    if !known.isUndefined {
      known.retain()
      return known
    }
    if isSame {
      slot.retain()
      return slot
    }
    let made = items.withUnsafeBufferPointer { (slots) -> TupleObject in
      guard let base = slots.baseAddress else { return vm.emptyTuple }
      return TupleObject.make(vm, copying: base, count: slots.count)
    }
    remember(slot, made)
    return try keep(slot, made)
  }
}
