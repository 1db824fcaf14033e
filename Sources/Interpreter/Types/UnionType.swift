/// `int | str`.
package final class UnionType: Object {
  package let members: [Value]

  package init(_ vm: VM, _ members: [Value]) {
    self.members = members
    super.init(kind: .native, type: vm.types.unionType, tracked: true)
  }
  public override func traverse(_ visit: (Slot) -> Void) {
    for member in members { visit(.held(member)) }
  }

  /// The union of two operands of `|`: flat, each member once; nil when one of them is no type.
  static func make(_ vm: VM, _ a: Value, _ b: Value) throws(Raised) -> Value? {
    var members: [Value] = []
    for operand in [a, b] {
      var parts = [operand]
      if case .object(let o) = operand {
        if let union = o as? UnionType {
          parts = union.members
        } else if !(o is TypeObject) && !(o is GenericAlias) {
          return nil
        }
      } else if operand.isNone {
        parts = [.object(vm.types.none)]
      } else {
        return nil
      }
      for part in parts {
        var isKnown = false
        for known in members where !isKnown { isKnown = try vm.equal(known, part) }
        if !isKnown { members.append(part) }
      }
    }
    return members.count == 1 ? members[0] : .object(UnionType(vm, members))
  }

  static func install(_ type: TypeObject) {
    type.moduleName = "types"
    type.populate = { (type, vm) in
      type.specials(vm, [.repr, .hash, .eq, .ne, .getitem])
      for (name, function) in [("__instancecheck__(self, instance, /)", "isinstance"),
        ("__subclasscheck__(self, cls, /)", "issubclass")]
      {
        type.method(vm, name, "Whether one of the members says yes.") { (vm, args) throws(Raised) in
          try vm.call(vm.builtins.get(vm, function) ?? .none, [args[1], args[0]])
        }
      }
      type.method(vm, "__reduce_ex__(self, protocol, /)", "Helper for pickle.") { (vm, args) throws(Raised) in
        guard case .object(let o) = args[0], let union = o as? UnionType else { return .none }
        let functools = try vm.importModule("functools", fromList: .object(vm.emptyTuple))
        let or = try vm.getAttr(try vm.importModule("operator", fromList: .object(vm.emptyTuple)), "or_")
        return .object(
          TupleObject.make(
            vm, [
              try vm.getAttr(functools, "reduce"),
              .object(TupleObject.make(vm, [or, .object(TupleObject.make(vm, union.members))])),
            ]))
      }
    }
  }

  public override func nativeAttribute(_ vm: VM, _ name: StrObject) throws(Raised) -> Value? {
    switch name.string {
    case "__args__": return .object(TupleObject.make(vm, members))
    case "__parameters__":
      return try vm.getAttr(.object(GenericAlias(vm, origin: vm.types.tuple, .object(TupleObject.make(vm, members)))), name)
    default: return nil
    }
  }
  package override func getItem(_ vm: VM, _ key: Value) throws(Raised) -> Value? {
    let tuple = GenericAlias(vm, origin: vm.types.tuple, .object(TupleObject.make(vm, members)))
    let alias = try tuple.substituting(vm, key)
    guard var result = alias.arguments.values.first else { return nil }
    for value in alias.arguments.values.dropFirst() { result = try vm.binary(.bitOr, result, value) }
    return result
  }
  public override func hash(_ vm: VM) throws(Raised) -> Int {
    var result = 0
    for member in members { result ^= try vm.hash(member) }
    return result
  }
  package override func compare(_ vm: VM, _ comparison: Comparison, _ other: Value) throws(Raised) -> Value? {
    guard comparison == .equal || comparison == .notEqual, case .object(let o) = other, let second = o as? UnionType
    else { return nil }
    var isEqual = members.count == second.members.count
    for member in members where isEqual {
      var isFound = false
      for candidate in second.members where !isFound { isFound = try vm.equal(member, candidate) }
      isEqual = isFound
    }
    return .bool(isEqual == (comparison == .equal))
  }
  public override func binary(
    _ vm: VM, _ op: BinaryOperator, _ other: Value, reflected: Bool
  ) throws(Raised) -> Value? {
    guard op == .bitOr else { return nil }
    return try UnionType.make(vm, reflected ? other : .object(self), reflected ? .object(self) : other)
  }
  public override func repr(_ vm: VM) throws(Raised) -> StrObject {
    var parts: [String] = []
    for value in members {
      if case .object(let o) = value, o === vm.types.none { parts.append("None") } else {
        parts.append(try GenericAlias.name(vm, value))
      }
    }
    return vm.string(parts.joined(separator: " | "))
  }
}
