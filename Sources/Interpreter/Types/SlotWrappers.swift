/// Native special methods as attributes (`list.__len__`, `super().__eq__(other)`): each calls the native protocol of
/// the Swift class, never the Python-level override.
enum SlotWrappers {
  /// The function object for one special method.
  static func make(_ vm: VM, _ special: Special, owner: TypeObject) -> NativeFunction {
    NativeFunction(
      vm, signature(special), "", owner: owner, isMethod: true, isSlotWrapper: true,
      { (vm, args) throws(Raised) in try run(vm, special, args) })
  }

  private static func signature(_ special: Special) -> String {
    let name = special.name
    switch special {
    case .repr, .str, .hash, .bool, .len, .iter, .next, .neg, .pos, .invert, .abs, .int, .float, .index, .lengthHint,
      .reversed:
      return "\(name)(self, /)"
    case .setitem: return "\(name)(self, key, value, /)"
    case .set: return "\(name)(self, instance, value, /)"
    case .get: return "\(name)(self, instance, owner=None, /)"
    case .setattr: return "\(name)(self, name, value, /)"
    case .pow, .rpow: return "\(name)(self, value, mod=None, /)"
    case .call, .`init`: return "\(name)(self, /, *args, **kwargs)"
    default: return "\(name)(self, value, /)"
    }
  }

  private static func object(_ vm: VM, _ args: Arguments) throws(Raised) -> Object {
    if case .object(let o) = args[0] { return o }
    return NumberBox(vm, args[0])
  }

  private static func orNotImplemented(_ vm: VM, _ value: Value?) -> Value { value ?? .object(vm.notImplemented) }

  private static func run(_ vm: VM, _ special: Special, _ args: Arguments) throws(Raised) -> Value {
    let o = try object(vm, args)
    switch special {
    case .repr: return .object(try o.repr(vm))
    case .str:
      if let text = try o.str(vm) { return .object(text) }
      return .object(try vm.repr(args[0]))
    case .format:
      guard case .object(let s) = args[1], let spec = s as? StrObject else {
        throw vm.typeError("__format__() argument must be str, not \(vm.type(of: args[1]).name)")
      }
      return .object(try o.format(vm, spec: spec))
    case .hash: return .int(try o.hash(vm))
    case .bool: return .bool(try o.truth(vm) ?? true)
    case .len: return .int(try o.length(vm) ?? 0)
    case .iter:
      if let it = try o.iterator(vm) { return .object(it) }
      throw vm.typeError("'\(o.type.name)' object is not iterable")
    case .next:
      if let item = try o.next(vm) { return item }
      throw vm.stopIteration(after: o)
    case .lt: return orNotImplemented(vm, try o.compare(vm, .less, args[1]))
    case .le: return orNotImplemented(vm, try o.compare(vm, .lessEqual, args[1]))
    case .eq: return try equality(vm, o, args[1], wanted: true)
    case .ne: return try equality(vm, o, args[1], wanted: false)
    case .gt: return orNotImplemented(vm, try o.compare(vm, .greater, args[1]))
    case .ge: return orNotImplemented(vm, try o.compare(vm, .greaterEqual, args[1]))
    case .getitem:
      if let item = try o.getItem(vm, args[1]) { return item }
      throw vm.typeError("'\(o.type.name)' object is not subscriptable")
    case .setitem:
      _ = try o.setItem(vm, args[1], args[2])
      return .none
    case .delitem:
      _ = try o.setItem(vm, args[1], nil)
      return .none
    case .contains:
      if let found = try o.contains(vm, args[1]) { return .bool(found) }
      return .bool(try vm.contains(args[0], args[1]))
    case .neg: return orNotImplemented(vm, try o.unary(vm, .negative))
    case .pos: return orNotImplemented(vm, try o.unary(vm, .positive))
    case .invert: return orNotImplemented(vm, try o.unary(vm, .invert))
    case .abs: return orNotImplemented(vm, try o.unary(vm, .absolute))
    case .int: return orNotImplemented(vm, try o.toInt(vm))
    case .index: return orNotImplemented(vm, try o.index(vm))
    case .float:
      if let f = try o.toFloat(vm) { return .float(f) }
      return .object(vm.notImplemented)
    case .get:
      let owner = args.count > 2 ? args[2].asObject as? TypeObject : nil
      return try o.descriptorGet(vm, args[1].isNone ? nil : args[1], owner ?? vm.type(of: args[1])) ?? args[0]
    case .set:
      _ = try o.descriptorSet(vm, args[1], args[2])
      return .none
    case .delete:
      _ = try o.descriptorSet(vm, args[1], nil)
      return .none
    case .getattribute: return try getattribute(vm, args)
    case .setattr: return try setattr(vm, args[0], args[1], args[2])
    case .delattr: return try setattr(vm, args[0], args[1], nil)
    case .call: return try call(vm, o, args)
    case .`init`: return try initialize(vm, o, args)
    default: return try number(vm, special, o, args[1])
    }
  }

  private static func number(_ vm: VM, _ special: Special, _ o: Object, _ other: Value) throws(Raised) -> Value {
    let raw = special.rawValue
    if raw >= Special.add.rawValue && raw <= Special.divmod.rawValue,
      let op = BinaryOperator(rawValue: raw &- Special.add.rawValue)
    {
      return orNotImplemented(vm, try o.binary(vm, op, other, reflected: false))
    }
    if raw >= Special.radd.rawValue && raw <= Special.rdivmod.rawValue,
      let op = BinaryOperator(rawValue: raw &- Special.radd.rawValue)
    {
      return orNotImplemented(vm, try o.binary(vm, op, other, reflected: true))
    }
    if raw >= Special.iadd.rawValue && raw <= Special.imatmul.rawValue,
      let op = BinaryOperator(rawValue: raw &- Special.iadd.rawValue)
    {
      return orNotImplemented(vm, try o.inPlace(vm, op, other))
    }
    return .object(vm.notImplemented)
  }

  private static func equality(_ vm: VM, _ o: Object, _ other: Value, wanted: Bool) throws(Raised) -> Value {
    if let r = try o.compare(vm, wanted ? .equal : .notEqual, other) { return r }
    if !wanted, let r = try o.compare(vm, .equal, other) { return .bool(!(try vm.truth(r))) }
    if case .object(let p) = other, p === o { return .bool(wanted) }
    return .object(vm.notImplemented)
  }

  private static func getattribute(_ vm: VM, _ args: Arguments) throws(Raised) -> Value {
    guard case .object(let s) = args[1], let name = s as? StrObject else {
      throw vm.typeError("attribute name must be string, not '\(vm.type(of: args[1]).name)'")
    }
    let interned = vm.intern(name)
    if let found = try vm.genericGetAttr(args[0], vm.type(of: args[0]), interned) { return found }
    throw vm.noAttribute(args[0], interned)
  }

  private static func setattr(_ vm: VM, _ target: Value, _ name: Value, _ value: Value?) throws(Raised) -> Value {
    guard case .object(let s) = name, let text = s as? StrObject else {
      throw vm.typeError("attribute name must be string, not '\(vm.type(of: name).name)'")
    }
    try vm.genericSetAttr(target, vm.type(of: target), vm.intern(text), value)
    return .none
  }

  /// Calls with `*args` (bound parameter 1) and `**kwargs` (bound parameter 2).
  private static func spread<R>(
    _ vm: VM, _ args: Arguments, _ body: (Arguments) throws(Raised) -> R
  ) throws(Raised) -> R {
    guard case .object(let t) = args[1], let tuple = t as? TupleObject else {
      throw vm.typeError("arguments must be a tuple")
    }
    var values = tuple.values
    var names: [Value] = []
    if case .object(let k) = args[2], let dict = k as? DictObject {
      for item in dict.items {
        names.append(item.key)
        values.append(item.value)
      }
    }
    let start = try vm.reserveStack(values.count)
    defer { vm.releaseStack(start, count: values.count) }
    for (i, value) in values.enumerated() { start[i] = value.owned }
    return try body(
      Arguments(base: start, count: values.count, keywordNames: names.isEmpty ? nil : TupleObject.make(vm, names)))
  }

  private static func call(_ vm: VM, _ o: Object, _ args: Arguments) throws(Raised) -> Value {
    try spread(vm, args) { (all) throws(Raised) in
      // `super().__call__` of a metaclass must not find the metaclass' own `__call__` again.
      if o.kind == .type { return try vm.instantiateClass(unsafeDowncast(o, to: TypeObject.self), all) }
      return try o.call(vm, all)
    }
  }

  private static func initialize(_ vm: VM, _ o: Object, _ args: Arguments) throws(Raised) -> Value {
    // The nearest native ancestor's initializer; inherited by heap types at creation.
    guard let initialize = o.type.initialize else {
      let given = (args[1].asTuple?.count ?? 0) &+ (args[2].asDict?.count ?? 0)
      if given > 0 && o.type.instanceKind == .instance {
        // Excess arguments are all right for one of `__new__` and `__init__` when the other takes them.
        if !o.type.special(vm, .`init`).isUndefined {
          throw vm.typeError("object.__init__() takes exactly one argument (the instance to initialize)")
        }
        if o.type.special(vm, .new).isUndefined {
          throw vm.typeError("\(o.type.name).__init__() takes exactly one argument (the instance to initialize)")
        }
      }
      return .none
    }
    try spread(vm, args) { (all) throws(Raised) in try initialize(vm, o, all) }
    return .none
  }
}

/// An int, float, bool or None as an object, so that `int.__add__(1, 2)` finds the native protocol.
final class NumberBox: Object {
  private let number: Value

  init(_ vm: VM, _ number: Value) {
    self.number = number
    super.init(kind: .native, type: vm.type(of: number))
  }
  override func repr(_ vm: VM) throws(Raised) -> StrObject { try vm.repr(number) }
  override func format(_ vm: VM, spec: StrObject) throws(Raised) -> StrObject { try vm.format(number, spec) }
  override func hash(_ vm: VM) throws(Raised) -> Int { try vm.hash(number) }
  override func truth(_ vm: VM) throws(Raised) -> Bool? { try vm.truth(number) }
  override func compare(_ vm: VM, _ comparison: Comparison, _ other: Value) throws(Raised) -> Value? {
    if let answer = Numbers.compare(vm, comparison, number, other) { return .bool(answer) }
    if case .none = number, case .none = other { return .bool(comparison == .equal) }
    return nil
  }
  override func binary(
    _ vm: VM, _ op: BinaryOperator, _ other: Value, reflected: Bool
  ) throws(Raised) -> Value? {
    // `int.__add__` does not know floats: it answers NotImplemented.
    if number.kind != .float && other.kind == .float { return nil }
    return reflected ? try Numbers.binary(vm, op, other, number) : try Numbers.binary(vm, op, number, other)
  }
  override func unary(_ vm: VM, _ op: UnaryOperator) throws(Raised) -> Value? { Numbers.unary(vm, op, number) }
  override func index(_ vm: VM) throws(Raised) -> Value? {
    switch number {
    case .int, .bool: return try vm.indexValue(number)
    default: return nil
    }
  }
  override func toInt(_ vm: VM) throws(Raised) -> Value? {
    if case .float(let f) = number { return try Numbers.truncate(vm, f) }
    return try index(vm)
  }
  override func toFloat(_ vm: VM) throws(Raised) -> Double? { try vm.double(number) }
}
