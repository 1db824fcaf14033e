extension ExceptionNamespaces {
  /// `BaseExceptionGroup` and `ExceptionGroup` (PEP 654).
  static func installGroups(_ vm: VM) {
    let new: TypeObject.New = { (vm, cls, args) throws(Raised) in
      guard args.positionalCount == 2 else {
        throw vm.typeError("BaseExceptionGroup.__new__() takes exactly 2 arguments (\(args.count) given)")
      }
      guard args[0].kind == .str else {
        throw vm.typeError("argument 1 must be str, not \(vm.type(of: args[0]).name)")
      }
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
    type.classMethod(vm, "__class_getitem__(cls, item, /)", "Generic alias.") { (_, args) in args[0] }
  }

  /// Splits by a class, a tuple of classes or a predicate; None for an empty side.
  private static func split(
    _ vm: VM, _ e: ExceptionObject, _ condition: Value
  ) throws(Raised) -> (Value, Value) {
    func matches(_ e: ExceptionObject) throws(Raised) -> Bool {
      if condition.kind == .type || condition.kind == .tuple {
        return try vm.exceptionMatches(e, condition.borrowed)
      }
      return try vm.truth(try vm.call(condition, [.object(e)]))
    }
    if try matches(e) { return (.object(e), .none) }
    guard e.group.isKind(.tuple) else { return (.none, .object(e)) }
    var (yes, no): ([Value], [Value]) = ([], [])
    for member in unsafeDowncast(e.group.object, to: TupleObject.self).values {
      let parts = try split(vm, try exception(vm, member), condition)
      if !parts.0.isNone { yes.append(parts.0) }
      if !parts.1.isNone { no.append(parts.1) }
    }
    func derive(_ members: [Value]) throws(Raised) -> Value {
      if members.isEmpty { return .none }
      let made = try vm.callMethod(.object(e), "derive", [.object(ListObject.make(vm, members))])
      let group = try exception(vm, made)
      group.traceback = e.traceback.map(\.copy)
      if e.cause.isObject { group.setCause(unsafeDowncast(e.cause.object, to: ExceptionObject.self)) }
      if e.context.isObject { group.setContext(unsafeDowncast(e.context.object, to: ExceptionObject.self)) }
      return made
    }
    return (try derive(yes), try derive(no))
  }
}
