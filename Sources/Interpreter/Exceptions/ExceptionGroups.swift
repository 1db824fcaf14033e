extension ExceptionNamespaces {
  /// `BaseExceptionGroup` and `ExceptionGroup` (PEP 654).
  static func installGroups(_ vm: VM) {
    let new: TypeObject.New = { (vm, cls, args) throws(Raised) in
      guard args.positionalCount == 2 else {
        throw vm.typeError("BaseExceptionGroup.__new__() takes exactly 2 arguments (\(args.count) given)")
      }
      guard args[0].kind == .str else {
        throw vm.typeError("BaseExceptionGroup.__new__() argument 1 must be str, not \(vm.type(of: args[0]).name)")
      }
      guard try vm.isSequence(args[1]) else { throw vm.typeError("second argument (exceptions) must be a sequence") }
      let members = try vm.list(of: args[1])
      if members.isEmpty { throw vm.valueError("second argument (exceptions) must be a non-empty sequence") }
      var allOrdinary = true
      for (k, member) in members.enumerated() {
        guard case .object(let o) = member, let e = o as? ExceptionObject else {
          throw vm.valueError("Item \(k) of second argument (exceptions) is not an exception")
        }
        if !e.type.isSubtype(of: vm.types.exception) { allOrdinary = false }
      }
      var cls = cls
      if cls === vm.types.baseExceptionGroup && allOrdinary { cls = vm.types.exceptionGroup }
      if cls === vm.types.exceptionGroup && !allOrdinary {
        throw vm.typeError("Cannot nest BaseExceptions in an ExceptionGroup")
      }
      if !allOrdinary && cls.isSubtype(of: vm.types.exception) {
        throw vm.typeError("Cannot nest BaseExceptions in '\(cls.name)'")
      }
      let made = ExceptionObject(vm, type: cls, args: TupleObject(vm, [args[0], args[1]]))
      made.group = .owned(TupleObject.make(vm, members))
      return .object(made)
    }
    for type in [vm.types.baseExceptionGroup, vm.types.exceptionGroup] {
      type.new = new
      type.initialize = { (_, _, _) in }
    }
    vm.types.baseExceptionGroup.populate = { (type, vm) in
      type.nativeNew(vm, "__new__(cls, /, *args, **kwargs)", "Create a group of exceptions.") { (vm, args) throws(Raised) in
        guard case .object(let o) = args[0], let cls = o as? TypeObject, let given = args[1].asTuple else {
          throw vm.typeError("BaseExceptionGroup.__new__(X): X is not a type object")
        }
        return try new(vm, cls, Arguments(base: given.items, count: given.count))
      }
      populateGroup(type, vm)
    }
  }

  private static func populateGroup(_ type: TypeObject, _ vm: VM) {
    type.specials(vm, [.str])
    type.attribute(vm, "message", get: { (vm, v) throws(Raised) in try exception(vm, v).arguments[0] })
    type.attribute(vm, "exceptions", get: { (vm, v) throws(Raised) in
      let group = try exception(vm, v).group
      return group.isUndefined ? .object(vm.emptyTuple) : group.value
    })
    type.method(vm, "derive(self, excs, /)", "A group of the same kind with other exceptions.") {
      (vm, args) throws(Raised) in
      try vm.call(.object(vm.types.baseExceptionGroup), [try exception(vm, args[0]).arguments[0], args[1]])
    }
    type.method(vm, "split(self, condition, /)", "Matching and other exceptions.") { (vm, args) throws(Raised) in
      let parts = try split(vm, try exception(vm, args[0]), try condition(vm, args[1]))
      return .object(TupleObject.make(vm, [parts.0 ?? .none, parts.1 ?? .none]))
    }
    type.method(vm, "subgroup(self, condition, /)", "The matching exceptions.") { (vm, args) throws(Raised) in
      try split(vm, try exception(vm, args[0]), try condition(vm, args[1])).0 ?? .none
    }
    type.genericClass(vm)
  }

  /// What a class, a tuple of classes or a predicate says of an exception.
  private static func condition(
    _ vm: VM, _ condition: Value
  ) throws(Raised) -> (ExceptionObject) throws(Raised) -> Bool {
    func isClass(_ value: Value) -> Bool {
      if case .object(let o) = value, let type = o as? TypeObject { return type.isSubtype(of: vm.types.baseException) }
      return false
    }
    let isMatch = isClass(condition) || condition.asTuple.map { $0.values.allSatisfy(isClass) } ?? false
    if !isMatch && (condition.kind == .type || !vm.isCallable(condition)) {
      throw vm.typeError("expected a function, exception type or tuple of exception types")
    }
    return { (e) throws(Raised) in
      if isMatch { return try vm.exceptionMatches(e, condition.borrowed) }
      return try vm.truth(try vm.call(condition, [.object(e)]))
    }
  }

  /// Splits a group by a condition; nil for an empty side.
  static func split(
    _ vm: VM, _ e: ExceptionObject, _ matches: (ExceptionObject) throws(Raised) -> Bool
  ) throws(Raised) -> (Value?, Value?) {
    if try matches(e) { return (.object(e), nil) }
    guard e.group.isKind(.tuple) else { return (nil, .object(e)) }
    try vm.enterNative(" in exceptiongroup_split_recursive")
    defer { vm.leaveNative() }
    var (yes, no): ([Value], [Value]) = ([], [])
    for member in unsafeDowncast(e.group.object, to: TupleObject.self).values {
      let parts = try split(vm, try exception(vm, member), matches)
      if let part = parts.0 { yes.append(part) }
      if let part = parts.1 { no.append(part) }
    }
    return (try derive(vm, e, yes), try derive(vm, e, no))
  }

  /// A group like `e` with other members, its place in the program and its notes the same; nil without members.
  private static func derive(_ vm: VM, _ e: ExceptionObject, _ members: [Value]) throws(Raised) -> Value? {
    if members.isEmpty { return nil }
    let made = try vm.callMethod(.object(e), "derive", [.object(ListObject.make(vm, members))])
    guard case .object(let o) = made, let group = o as? ExceptionObject,
      group.type.isSubtype(of: vm.types.baseExceptionGroup)
    else { throw vm.typeError("derive must return an instance of BaseExceptionGroup") }
    try vm.setAttr(made, "__traceback__", vm.tracebackObject(e))
    if e.context.isObject { group.setContext(unsafeDowncast(e.context.object, to: ExceptionObject.self)) }
    if e.cause.isObject { group.setCause(unsafeDowncast(e.cause.object, to: ExceptionObject.self)) }
    group.suppressContext = e.suppressContext
    if let notes = try vm.getAttrOrNil(.object(e), vm.intern("__notes__")), try vm.isSequence(notes) {
      try vm.setAttr(made, "__notes__", .object(ListObject.make(vm, try vm.list(of: notes))))
    }
    return made
  }

  /// What `except*` raises in the end: what its clauses raised, and together what of the group they let through.
  static func reraise(_ vm: VM, _ original: ExceptionObject, _ rest: [Value]) throws(Raised) -> Value {
    guard original.group.isKind(.tuple) else { return rest.first ?? .none }
    var raised: [Value] = []
    var kept: Set<ObjectIdentifier> = []
    for value in rest {
      let e = try exception(vm, value)
      if isPart(e, of: original) { collectLeaves(e, &kept) } else { raised.append(value) }
    }
    if !kept.isEmpty, let again = try split(vm, original, { kept.contains(ObjectIdentifier($0)) }).0 {
      if raised.isEmpty { return again }
      raised.append(again)
    }
    if raised.count < 2 { return raised.first ?? .none }
    let list = Value.object(ListObject.make(vm, raised))
    return try vm.call(.object(vm.types.baseExceptionGroup), [.object(vm.emptyString), list])
  }

  /// Whether a group was split off another, nothing having been raised since.
  private static func isPart(_ e: ExceptionObject, of original: ExceptionObject) -> Bool {
    func same(_ a: Slot, _ b: Slot) -> Bool { a.isObject == b.isObject && (!a.isObject || a.bits == b.bits) }
    return e.group.isKind(.tuple) && same(e.cause, original.cause) && same(e.context, original.context)
      && e.traceback.count == original.traceback.count
      && zip(e.traceback, original.traceback).allSatisfy {
        $0.codeObject === $1.codeObject && $0.instruction == $1.instruction
      }
  }

  private static func collectLeaves(_ e: ExceptionObject, _ found: inout Set<ObjectIdentifier>) {
    var todo = [e]
    while let next = todo.popLast() {
      guard next.group.isKind(.tuple) else {
        found.insert(ObjectIdentifier(next))
        continue
      }
      for case .object(let o) in unsafeDowncast(next.group.object, to: TupleObject.self).values {
        if let member = o as? ExceptionObject { todo.append(member) }
      }
    }
  }
}

extension VM {
  /// Whether an object counts as a sequence: it has items and is no dict.
  func isSequence(_ value: Value) throws(Raised) -> Bool {
    switch value.kind {
    case .list, .tuple, .str, .bytes: return true
    case .dict, .set, .frozenset: return false
    default: return !type(of: value).lookup(self, specialNames[Int(Special.getitem.rawValue)]).isUndefined
    }
  }
}
