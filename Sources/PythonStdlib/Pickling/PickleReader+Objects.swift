import Interpreter

/// Globals, new objects and their state.
extension PickleReader {
  func find(_ module: Value, _ name: Value) throws(Raised) -> Value {
    if findClass.isNone {
      return try environment.helper(vm, "find_class", [module, name, .int(version), .bool(fixImports)])
    }
    return try vm.call(findClass, [module, name])
  }
  func global() throws(Raised) {
    let module = try name(try line())
    push(try find(module, try name(try line())))
  }
  func extensionObject(_ code: Int) throws(Raised) {
    let finder: Value = findClass
    push(try environment.helper(vm, "extension", [.int(code), finder, .int(version), .bool(fixImports)]))
  }

  func newObject(_ arguments: Value, keywords: Value?) throws(Raised) {
    let cls = try popValue()
    let what = keywords == nil ? "NEWOBJ" : "NEWOBJ_EX"
    guard let type = cls.asType else {
      throw environment.unpickling(vm, "\(what) class argument must be a type, not \(vm.type(of: cls).name)")
    }
    guard let args = arguments.asTuple else {
      throw environment.unpickling(vm, "\(what) args argument must be a tuple, not \(vm.type(of: arguments).name)")
    }
    if keywords == nil, args.count == 0, type.isHeap, type.instanceKind == .instance, !type.isAbstract,
      type.special(vm, .new).isUndefined
    {
      return push(.object(vm.makeInstance(of: type)))
    }
    let new = try vm.getAttr(cls, "__new__")
    if let keywords {
      guard let keywords = keywords.asDict else {
        throw environment.unpickling(vm, "NEWOBJ_EX kwargs argument must be a dict, not \(vm.type(of: keywords).name)")
      }
      var named: [(name: String, value: Value)] = []
      for item in keywords.items { named.append((item.key.asStr?.string ?? "", item.value)) }
      return push(try vm.call(new, [cls] + args.values, keywords: named))
    }
    push(try vm.call(new, [cls] + args.values))
  }

  func build() throws(Raised) {
    let state = try popValue()
    let target = try top().value
    if case .object(let object) = target, object.kind == .instance, object.hasHeapType, object.type.hasAttributes, !object.type.hasHooks,
      object.type.lookup(vm, .borrowed(vm.intern("__setstate__"))).isUndefined, let dict = state.asDict
    {
      return try fill(object, dict)
    }
    if let setter = try vm.getAttrOrNil(target, vm.intern("__setstate__")) {
      _ = try vm.call(setter, [state])
      return
    }
    var (attributes, slots) = (state, Value.none)
    if let pair = state.asTuple, pair.count == 2 { (attributes, slots) = (pair[0], pair[1]) }
    if !attributes.isNone {
      guard let dict = attributes.asDict else { throw environment.unpickling(vm, "state is not a dictionary") }
      if dict.count > 0 {
        let inside = try vm.getAttr(target, "__dict__")
        for item in dict.items { try vm.setItem(inside, interned(item.key), item.value) }
      }
    }
    if !slots.isNone {
      guard let dict = slots.asDict else { throw environment.unpickling(vm, "slot state is not a dictionary") }
      for item in dict.items {
        guard let name = item.key.asStr else { throw vm.typeError("attribute name must be string") }
        try vm.setAttr(target, vm.intern(name), item.value)
      }
    }
  }
  private func interned(_ key: Value) -> Value {
    guard let name = key.asStr, !name.hasHeapType else { return key }
    return .object(vm.intern(name))
  }
  /// Gives an instance its attributes.
  func fill(_ object: Object, _ dict: DictObject) throws(Raised) {
    var at = dict.nextEntry(0)
    while at >= 0 {
      let (key, value) = (dict.entries[at].key, dict.entries[at].value)
      if let name = key.asStr, !name.hasHeapType, object.attributeStore == nil {
        value.retain()
        vm.setInstanceAttribute(object, .borrowed(vm.intern(name)), owned: value)
      } else {
        try vm.attributeDict(of: object).set(vm, interned(key.value), value.value)
      }
      at = dict.nextEntry(at &+ 1)
    }
  }
}
