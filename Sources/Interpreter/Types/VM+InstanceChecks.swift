/// `isinstance` and `issubclass`.
extension VM {
  /// `isinstance(value, cls)`: classes, tuples, unions, `__instancecheck__`.
  package func isInstance(_ value: Value, _ cls: Value) throws(Raised) -> Bool {
    guard case .object(let o) = cls else {
      throw typeError("isinstance() arg 2 must be a type, a tuple of types, or a union")
    }
    if let wanted = o as? TypeObject {
      if type(of: value) === wanted { return true }
      if wanted.type.isHeap {
        let own = type(of: value)
        let mayRemember = isAbstract(wanted) && hasPlainClass(own)
        if mayRemember, let known = wanted.answer(for: own, era: abstractAnswers) { return known }
        if let answer = try callSpecial(wanted, .instancecheck, [value]) {
          let holds = try truth(answer)
          if mayRemember { wanted.remember(holds, for: own, era: abstractAnswers) }
          return holds
        }
      }
      return try isInstanceByClass(value, wanted)
    }
    if let tuple = o as? TupleObject {
      try enterNative(" in __instancecheck__")
      defer { leaveNative() }
      for k in 0..<tuple.count where try isInstance(value, tuple[k]) { return true }
      return false
    }
    if let answer = try callSpecial(o, .instancecheck, [value]) { return try truth(answer) }
    if let union = o as? UnionType {
      for member in union.members {
        if member.isNone ? value.isNone : try isInstance(value, member) { return true }
      }
      return false
    }
    if o is GenericAlias { throw typeError("isinstance() argument 2 cannot be a parameterized generic") }
    if try abstractBases(cls) != nil {
      guard let own = try getAttrOrNil(value, intern("__class__")) else { return false }
      return try isAbstractSubclass(own, cls)
    }
    throw typeError("isinstance() arg 2 must be a type, a tuple of types, or a union")
  }

  /// What the check of `abc` says, remembered as if it were the class's own; for classes whose metaclass asks more.
  package func isInstanceOfAbstract(_ value: Value, _ wanted: TypeObject) throws(Raised) -> Bool {
    guard let check = abstractCheck else { return try isInstanceByClass(value, wanted) }
    let own = type(of: value)
    let mayRemember = hasPlainClass(own)
    if mayRemember, let known = wanted.answer(for: own, era: abstractAnswers) { return known }
    let holds = try truth(try call(check, [.object(wanted), value]))
    if mayRemember { wanted.remember(holds, for: own, era: abstractAnswers) }
    return holds
  }

  /// Tells whether `abc` answers for a class, by nothing but the type of what it is asked about.
  private func isAbstract(_ cls: TypeObject) -> Bool {
    guard case .object(let check)? = abstractCheck else { return false }
    return cls.type.special(self, .instancecheck).isSame(as: .borrowed(check))
  }
  /// Tells whether `__class__` of a type's instances is the type.
  func hasPlainClass(_ type: TypeObject) -> Bool {
    !type.isHeap || !type.hasAttributeHook && type.lookup(self, names.classAttribute).isKind(.getSetDescriptor)
  }

  /// `__bases__` of an object that stands for a class: a tuple; nil when it has none.
  private func abstractBases(_ value: Value) throws(Raised) -> TupleObject? {
    try getAttrOrNil(value, intern("__bases__"))?.asTuple
  }

  /// Whether `cls` or one of its `__bases__`, and theirs, is `wanted`.
  private func isAbstractSubclass(_ cls: Value, _ wanted: Value) throws(Raised) -> Bool {
    if case .object(let a) = cls, case .object(let b) = wanted, a === b { return true }
    guard let bases = try abstractBases(cls) else { return false }
    try enterNative(" in __subclasscheck__")
    defer { leaveNative() }
    for base in bases.values where try isAbstractSubclass(base, wanted) { return true }
    return false
  }

  /// `type.__instancecheck__`: the type, then `__class__`.
  func isInstanceByClass(_ value: Value, _ wanted: TypeObject) throws(Raised) -> Bool {
    if type(of: value).isSubtype(of: wanted) { return true }
    guard case .object(let o) = value, o.hasHeapType else { return false }
    if let cls = try getAttrOrNil(value, intern("__class__")), case .object(let c) = cls, let t = c as? TypeObject {
      return t !== o.type && t.isSubtype(of: wanted)
    }
    return false
  }

  /// `issubclass(cls, wanted)`.
  package func isSubclass(_ cls: Value, _ wanted: Value) throws(Raised) -> Bool {
    if case .object(let w) = wanted, let tuple = w as? TupleObject {
      try enterNative(" in __subclasscheck__")
      defer { leaveNative() }
      for k in 0..<tuple.count where try isSubclass(cls, tuple[k]) { return true }
      return false
    }
    if case .object(let w) = wanted, let union = w as? UnionType {
      for member in union.members where try isSubclass(cls, member) { return true }
      return false
    }
    if case .object(let w) = wanted, let answer = try callSpecial(w, .subclasscheck, [cls]) {
      return try truth(answer)
    }
    if case .object(let w) = wanted, w is GenericAlias {
      throw typeError("issubclass() argument 2 cannot be a parameterized generic")
    }
    guard case .object(let c) = cls, let sub = c as? TypeObject else {
      guard try abstractBases(cls) != nil else { throw typeError("issubclass() arg 1 must be a class") }
      if try abstractBases(wanted) == nil {
        throw typeError("issubclass() arg 2 must be a class, a tuple of classes, or a union")
      }
      return try isAbstractSubclass(cls, wanted)
    }
    guard case .object(let w) = wanted, let base = w as? TypeObject else {
      if try abstractBases(wanted) != nil { return try isAbstractSubclass(cls, wanted) }
      throw typeError("issubclass() arg 2 must be a class, a tuple of classes, or a union")
    }
    return sub.isSubtype(of: base)
  }
}
