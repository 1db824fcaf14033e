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
      if !(try isSequence(vm, args[1])) { throw vm.typeError("second argument (exceptions) must be a sequence") }
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
      if !allOrdinary && cls.isSubtype(of: vm.types.exception) {
        let name = cls === vm.types.exceptionGroup ? "an ExceptionGroup" : "'\(cls.name)'"
        throw vm.typeError("Cannot nest BaseExceptions in \(name)")
      }
      let made = ExceptionObject(vm, type: cls, args: TupleObject(vm, [args[0], args[1]]))
      made.group = .owned(TupleObject.make(vm, members))
      return .object(made)
    }
    for type in [vm.types.baseExceptionGroup, vm.types.exceptionGroup] {
      type.new = new
      type.initialize = { (_, _, _) in }
    }
    vm.types.baseExceptionGroup.populate = populateGroup
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
      let parts = try split(vm, try exception(vm, args[0]), args[1])
      return .object(TupleObject.make(vm, [parts.0, parts.1]))
    }
    type.method(vm, "subgroup(self, condition, /)", "The matching exceptions.") { (vm, args) throws(Raised) in
      try split(vm, try exception(vm, args[0]), args[1]).0
    }
    type.classMethod(vm, "__class_getitem__(cls, item, /)", "Generic alias.") { (vm, args) throws(Raised) in
      guard let cls = args[0].asType else { return args[0] }
      return .object(GenericAlias(vm, origin: cls, args[1]))
    }
  }

  /// Whether a value has places with items, as lists and tuples have and sets and dicts have not.
  private static func isSequence(_ vm: VM, _ value: Value) throws(Raised) -> Bool {
    guard case .object(let o) = value, o.kind != .dict, o.kind != .set, o.kind != .frozenset else { return false }
    return !o.type.lookup(vm, vm.specialNames[Int(Special.getitem.rawValue)]).isUndefined
  }

  /// Splits by a class, a tuple of classes or a predicate; None for an empty side.
  private static func split(
    _ vm: VM, _ e: ExceptionObject, _ condition: Value
  ) throws(Raised) -> (Value, Value) {
    func isClass(_ value: Value) -> Bool { value.asType?.isSubtype(of: vm.types.baseException) ?? false }
    if isClass(condition) || (condition.asTuple?.values.allSatisfy(isClass) ?? false) {
      return try split(vm, e) { (e) throws(Raised) in try vm.exceptionMatches(e, condition.borrowed) }
    }
    if condition.kind == .type || !vm.isCallable(condition) {
      throw vm.typeError("expected a function, exception type or tuple of exception types")
    }
    return try split(vm, e) { (e) throws(Raised) in try vm.truth(try vm.call(condition, [.object(e)])) }
  }

  private static func split(
    _ vm: VM, _ e: ExceptionObject, _ matches: (ExceptionObject) throws(Raised) -> Bool
  ) throws(Raised) -> (Value, Value) {
    try vm.enterNative(" in exceptiongroup_split_recursive")
    defer { vm.leaveNative() }
    if try matches(e) { return (.object(e), .none) }
    guard e.group.isKind(.tuple) else { return (.none, .object(e)) }
    var (yes, no): ([Value], [Value]) = ([], [])
    for member in unsafeDowncast(e.group.object, to: TupleObject.self).values {
      let parts = try split(vm, try exception(vm, member), matches)
      if !parts.0.isNone { yes.append(parts.0) }
      if !parts.1.isNone { no.append(parts.1) }
    }
    return (try subset(vm, e, yes), try subset(vm, e, no))
  }

  /// A group like another one with some of its members; None when there are none.
  private static func subset(_ vm: VM, _ e: ExceptionObject, _ members: [Value]) throws(Raised) -> Value {
    if members.isEmpty { return .none }
    let made = try vm.callMethod(.object(e), "derive", [.object(ListObject.make(vm, members))])
    guard case .object(let o) = made, let group = o as? ExceptionObject,
      group.type.isSubtype(of: vm.types.baseExceptionGroup)
    else { throw vm.typeError("derive must return an instance of BaseExceptionGroup") }
    group.traceback = e.traceback.map(\.copy)
    if case .object(let shared) = vm.tracebackObject(e) { group.tracebackCache = .owned(shared) }
    if e.cause.isObject { group.setCause(unsafeDowncast(e.cause.object, to: ExceptionObject.self)) }
    if e.context.isObject { group.setContext(unsafeDowncast(e.context.object, to: ExceptionObject.self)) }
    if let notes = try vm.getAttrOrNil(.object(e), vm.intern("__notes__")), try isSequence(vm, notes) {
      try vm.setAttr(made, "__notes__", .object(ListObject.make(vm, try vm.list(of: notes))))
    }
    return made
  }

  // MARK: except*

  /// What is raised after the clauses of `except*`: what they raised themselves, and one group of all that goes on.
  static func afterClauses(
    _ vm: VM, _ original: ExceptionObject, _ rest: [ExceptionObject]
  ) throws(Raised) -> ExceptionObject? {
    guard original.group.isKind(.tuple) else { return rest.first }
    var raised: [ExceptionObject] = []
    var leaves: Set<ObjectIdentifier> = []
    for exception in rest {
      if goesOn(exception, original) { collect(exception, into: &leaves) } else { raised.append(exception) }
    }
    if !leaves.isEmpty {
      let part = try split(vm, original) { (e) in
        !e.group.isKind(.tuple) && leaves.contains(ObjectIdentifier(e))
      }.0
      if case .object(let o) = part, let group = o as? ExceptionObject { raised.append(group) }
    }
    if raised.count < 2 { return raised.first }
    let group = try vm.call(
      .object(vm.types.baseExceptionGroup),
      [.object(vm.emptyString), .object(ListObject.make(vm, raised.map { .object($0) }))])
    return try exception(vm, group)
  }

  private static func collect(_ e: ExceptionObject, into leaves: inout Set<ObjectIdentifier>) {
    guard e.group.isKind(.tuple) else {
      leaves.insert(ObjectIdentifier(e))
      return
    }
    for member in unsafeDowncast(e.group.object, to: TupleObject.self).values {
      if case .object(let o) = member, let inner = o as? ExceptionObject { collect(inner, into: &leaves) }
    }
  }

  /// Whether an exception is a part of the original that nobody raised anew.
  private static func goesOn(_ e: ExceptionObject, _ original: ExceptionObject) -> Bool {
    guard e.group.isKind(.tuple), e.cause.isSame(as: original.cause), e.context.isSame(as: original.context),
      e.traceback.count >= original.traceback.count
    else { return e === original }
    for (a, b) in zip(e.traceback, original.traceback)
    where a.instruction != b.instruction || !a.code.isSame(as: b.code) { return false }
    return true
  }
}
