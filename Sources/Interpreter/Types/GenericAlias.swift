// `list[int]`: a class or other object with arguments. It acts as its origin but for the few attributes it has itself.

/// `types.GenericAlias`.
package final class GenericAlias: Object {
  let origin: Slot
  let arguments: TupleObject
  let isUnpacked: Bool

  package convenience init(_ vm: VM, origin: TypeObject, _ key: Value) { self.init(vm, Value.object(origin), key) }

  init(_ vm: VM, _ origin: Value, _ key: Value, isUnpacked: Bool = false, type: TypeObject? = nil) {
    self.origin = origin.owned
    arguments = key.asTuple ?? TupleObject.make(vm, [key])
    self.isUnpacked = isUnpacked
    super.init(kind: .native, type: type ?? vm.types.genericAlias, tracked: true)
  }
  deinit { origin.release() }
  public override func traverse(_ visit: (Slot) -> Void) {
    visit(origin)
    visit(.held(arguments))
  }

  // MARK: Declaration

  /// Gives the builtin containers `__class_getitem__` (PEP 585), behind what they are populated with otherwise.
  static func installContainers(_ vm: VM) {
    let t = vm.types
    for type in [t.list, t.tuple, t.dict, t.set, t.frozenset, t.enumerate, t.mappingProxy] {
      let populate = type.populate
      type.populate = { (type, vm) in
        populate?(type, vm)
        type.genericClass(vm)
      }
    }
  }

  static func install(_ type: TypeObject) {
    type.isBase = true
    type.moduleName = "types"
    type.new = { (vm, cls, args) throws(Raised) in
      if args.count != 2 || args.keywordNames != nil {
        throw vm.typeError("GenericAlias expected 2 arguments, got \(args.count)")
      }
      return .object(GenericAlias(vm, args[0], args[1], type: cls))
    }
    type.populate = { (type, vm) in
      type.specials(vm, [.repr, .hash, .eq, .ne, .call, .getitem, .iter])
      type.method(vm, "__mro_entries__(self, bases, /)", "What stands for it among bases.") { (vm, args) throws(Raised) in
        .object(TupleObject.make(vm, [try alias(vm, args[0]).origin.value]))
      }
      type.method(vm, "__reduce__(self, /)", "Helper for pickle.") { (vm, args) throws(Raised) in
        let a = try alias(vm, args[0])
        if a.isUnpacked {
          let plain = GenericAlias(vm, a.origin.value, .object(a.arguments))
          let next = vm.builtins.get(vm, "next") ?? .none
          let iter = try vm.call(vm.builtins.get(vm, "iter") ?? .none, [.object(plain)])
          return .object(TupleObject.make(vm, [next, .object(TupleObject.make(vm, [iter]))]))
        }
        return .object(
          TupleObject.make(
            vm, [.object(a.type), .object(TupleObject.make(vm, [a.origin.value, .object(a.arguments)]))]))
      }
      type.method(vm, "__reduce_ex__(self, protocol, /)", "Helper for pickle.") { (vm, args) throws(Raised) in
        try vm.callMethod(args[0], "__reduce__", [])
      }
      for name in ["__instancecheck__(self, instance, /)", "__subclasscheck__(self, cls, /)"] {
        let function = name.hasPrefix("__inst") ? "isinstance" : "issubclass"
        type.method(vm, name, "Refuses.") { (vm, args) throws(Raised) in
          throw vm.typeError("\(function)() argument 2 cannot be a parameterized generic")
        }
      }
      type.method(vm, "__dir__(self, /)", "Names.") { (vm, args) throws(Raised) in
        let a = try alias(vm, args[0])
        var names = Set(vm.attributeNames(a.origin.value))
        names.formUnion(["__origin__", "__args__", "__parameters__", "__mro_entries__", "__reduce_ex__", "__reduce__",
          "__copy__", "__deepcopy__", "__unpacked__", "__typing_unpacked_tuple_args__", "__class__"])
        return .object(ListObject.make(vm, names.sorted().map { .object(vm.string($0)) }))
      }
    }
  }

  private static func alias(_ vm: VM, _ value: Value) throws(Raised) -> GenericAlias {
    guard case .object(let o) = value, let alias = o as? GenericAlias else {
      throw vm.typeError("expected a types.GenericAlias")
    }
    return alias
  }

  // MARK: Attributes

  private static let own: Set<String> = [
    "__class__", "__bases__", "__mro_entries__", "__reduce_ex__", "__reduce__", "__copy__", "__deepcopy__",
    "__instancecheck__", "__subclasscheck__", "__dir__",
  ]

  public override func nativeAttribute(_ vm: VM, _ name: StrObject) throws(Raised) -> Value? {
    switch name.string {
    case "__origin__": return origin.value
    case "__args__": return .object(arguments)
    case "__parameters__": return .object(TupleObject.make(vm, try parameters(vm)))
    case "__unpacked__": return .bool(isUnpacked)
    case "__typing_unpacked_tuple_args__":
      if isUnpacked, case .object(let o) = origin.value, o === vm.types.tuple { return .object(arguments) }
      return Value.none
    case "__orig_class__": return nil
    default:
      if GenericAlias.own.contains(name.string) { return nil }
      if type.isHeap, !type.lookup(vm, .borrowed(vm.intern(name))).isUndefined { return nil }
      return try vm.getAttrOrNil(origin.value, name)
    }
  }

  // MARK: Operations

  package override func getItem(_ vm: VM, _ key: Value) throws(Raised) -> Value? {
    .object(try substituting(vm, key))
  }

  public override var isCallable: Bool { true }
  public override func call(_ vm: VM, _ arguments: Arguments) throws(Raised) -> Value {
    let made = try vm.call(origin.value.borrowed, arguments)
    if case .object(let o) = made, o.kind == .instance { try? vm.setAttr(made, "__orig_class__", .object(self)) }
    return made
  }
  public override func hash(_ vm: VM) throws(Raised) -> Int {
    try vm.hash(origin.value) ^ (try vm.hash(.object(arguments)))
  }
  package override func compare(_ vm: VM, _ comparison: Comparison, _ other: Value) throws(Raised) -> Value? {
    guard comparison == .equal || comparison == .notEqual, case .object(let o) = other, let second = o as? GenericAlias
    else { return nil }
    var isEqual = isUnpacked == second.isUnpacked
    if isEqual { isEqual = try vm.equal(origin.value, second.origin.value) }
    if isEqual { isEqual = try vm.equal(.object(arguments), .object(second.arguments)) }
    return .bool(isEqual == (comparison == .equal))
  }
  package override func iterator(_ vm: VM) throws(Raised) -> Object? {
    let star = GenericAlias(vm, origin.value, .object(arguments), isUnpacked: true, type: type)
    return try TupleObject.make(vm, [.object(star)]).iterator(vm)
  }
  public override func binary(
    _ vm: VM, _ op: BinaryOperator, _ other: Value, reflected: Bool
  ) throws(Raised) -> Value? {
    guard op == .bitOr else { return nil }
    return try UnionType.make(vm, reflected ? other : .object(self), reflected ? .object(self) : other)
  }

  /// How an argument is written; a list of them is written item by item, but not the lists in it.
  static func name(_ vm: VM, _ value: Value, inList: Bool = false) throws(Raised) -> String {
    if case .object(let o) = value {
      if o.kind == .ellipsis { return "..." }
      if !inList, let list = o as? ListObject {
        var parts: [String] = []
        for item in list.values { parts.append(try name(vm, item, inList: true)) }
        return "[\(parts.joined(separator: ", "))]"
      }
      var isPlain = !(o is GenericAlias)
      if isPlain, try vm.getAttrOrNil(value, vm.intern("__origin__")) != nil {
        isPlain = try vm.getAttrOrNil(value, vm.intern("__args__")) == nil
      }
      if isPlain, let qualname = try vm.getAttrOrNil(value, vm.intern("__qualname__"))?.asStr,
        let module = try vm.getAttrOrNil(value, vm.intern("__module__"))?.asStr
      {
        return module.string == "builtins" ? qualname.string : "\(module.string).\(qualname.string)"
      }
    }
    return try vm.repr(value).string
  }

  public override func repr(_ vm: VM) throws(Raised) -> StrObject {
    var parts: [String] = []
    for value in arguments.values { parts.append(try GenericAlias.name(vm, value)) }
    let inside = parts.isEmpty ? "()" : parts.joined(separator: ", ")
    return vm.string("\(isUnpacked ? "*" : "")\(try GenericAlias.name(vm, origin.value))[\(inside)]")
  }
}

extension TypeObject {
  /// Declares `__class_getitem__`: the class with arguments is a generic alias of it (PEP 585).
  package func genericClass(_ vm: VM) {
    classMethod(vm, "__class_getitem__(cls, item, /)", "See PEP 585") { (vm, args) in
      .object(GenericAlias(vm, args[0], args[1]))
    }
  }
}
