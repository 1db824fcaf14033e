/// `dict.keys()`, `dict.values()`, `dict.items()`.
package final class DictView: Object {
  /// The dict, owned.
  package let dict: Slot
  package let part: DictPart

  package init(_ vm: VM, _ dict: DictObject, _ part: DictPart) {
    self.dict = .owned(dict)
    self.part = part
    switch part {
    case .keys: super.init(kind: .dictKeys, type: vm.types.dictKeys, tracked: true)
    case .values: super.init(kind: .dictValues, type: vm.types.dictValues, tracked: true)
    case .items: super.init(kind: .dictItems, type: vm.types.dictItems, tracked: true)
    }
  }
  deinit { dict.release() }

  /// What `ObjectPool` allocates for a view, and where it puts the part; the dict lies where iterators have theirs.
  @inline(__always) static var instanceBytes: Int { 80 }
  @inline(__always) static var partOffset: Int { 72 }
  /// Checks that the fields lie there; called once at start-up.
  static func checkLayout(_ vm: VM) {
    let view = DictView(vm, DictObject(vm), .items)
    let p = Unmanaged.passUnretained(view as Object).toOpaque()
    precondition(
      p.field(SequenceLayout.iterated, Slot.self).bits == view.dict.bits && p.field(partOffset, DictPart.self) == .items,
      "the fields of views do not lie where ObjectPool takes them to")
  }

  /// The dict.
  package var target: DictObject { unsafeDowncast(dict.object, to: DictObject.self) }

  public override func length(_ vm: VM) throws(Raised) -> Int? { target.count }
  public override func iterator(_ vm: VM) throws(Raised) -> Object? { DictIterator(vm, target, part) }
  public override func repr(_ vm: VM) throws(Raised) -> StrObject {
    guard vm.enterRepr(self) else { return vm.string("...") }
    defer { vm.leaveRepr() }
    // The views of an OrderedDict have types of their own in CPython.
    let isOrdered = target.type !== vm.types.dict && target.type.mroTypes.contains { $0.name == "OrderedDict" }
    return vm.string("\(isOrdered ? "o" : "")\(type.name)(\(try vm.repr(.object(ListObject.make(vm, try vm.list(of: .object(self))))).string))")
  }
  public override func contains(_ vm: VM, _ item: Value) throws(Raised) -> Bool? {
    switch part {
    case .keys: return try target.contains(vm, item)
    case .values: return nil
    case .items:
      guard let pair = item.asTuple, pair.count == 2 else { return false }
      guard let found = try target.get(vm, pair[0]) else { return false }
      return try vm.equal(found, pair[1])
    }
  }
  public override func hash(_ vm: VM) throws(Raised) -> Int {
    if part == .values { return try super.hash(vm) }
    throw vm.typeError("unhashable type: '\(type.name)'")
  }
  public override func compare(_ vm: VM, _ comparison: Comparison, _ other: Value) throws(Raised) -> Value? {
    guard part != .values else { return nil }
    guard let size = DictView.setLikeCount(other) else { return nil }
    func inside(_ a: Value, _ b: Value) throws(Raised) -> Bool {
      for item in try vm.list(of: a) where !(try vm.contains(b, item)) { return false }
      return true
    }
    let me = Value.object(self)
    let n = target.count
    switch comparison {
    case .equal: return .bool(n != size ? false : try inside(me, other))
    case .notEqual: return .bool(n != size ? true : !(try inside(me, other)))
    case .less: return .bool(n >= size ? false : try inside(me, other))
    case .lessEqual: return .bool(n > size ? false : try inside(me, other))
    case .greater: return .bool(n <= size ? false : try inside(other, me))
    case .greaterEqual: return .bool(n < size ? false : try inside(other, me))
    }
  }
  /// Number of items of a set or a set-like view; nil for anything else.
  static func setLikeCount(_ value: Value) -> Int? {
    if let set = value.asSet { return set.count }
    if case .object(let o) = value, o.kind == .dictKeys || o.kind == .dictItems, let view = o as? DictView {
      return view.target.count
    }
    return nil
  }
  public override func binary(
    _ vm: VM, _ op: BinaryOperator, _ other: Value, reflected: Bool
  ) throws(Raised) -> Value? {
    guard part != .values, op == .bitAnd || op == .bitOr || op == .subtract || op == .bitXor else { return nil }
    let (left, right): (Value, Value) = reflected ? (other, .object(self)) : (.object(self), other)
    let made = SetObject.make(vm)
    try SetMethods.update(vm, made, left)
    switch op {
    case .bitOr: try SetMethods.update(vm, made, right)
    case .subtract: try SetMethods.removeAll(vm, made, right)
    case .bitAnd: return .object(try SetMethods.intersection(vm, made, right))
    default: return .object(try SetMethods.symmetricDifference(vm, made, .object(try SetMethods.asSet(vm, right))))
    }
    return .object(made)
  }
  public override func traverse(_ visit: (Slot) -> Void) { visit(dict) }

  private static func me(_ args: Arguments) -> DictView { unsafeDowncast(args.slot(0).object, to: DictView.self) }

  static func populateValues(_ type: TypeObject, _ vm: VM) {
    type.specials(vm, [.repr, .len, .iter])
    shared(type, vm)
  }
  static func populate(_ type: TypeObject, _ vm: VM) {
    type.specials(vm, [
      .repr, .len, .iter, .contains, .eq, .ne, .lt, .le, .gt, .ge, .and, .or, .sub, .xor, .rand, .ror, .rsub, .rxor,
    ])
    type.unhashable(vm)
    shared(type, vm)
    type.method(vm, "isdisjoint(self, other, /)", "Return True if the view and the iterable have no common item.") {
      (vm, args) throws(Raised) in
      for item in try vm.list(of: args[1]) where try vm.contains(args[0], item) { return .bool(false) }
      return .bool(true)
    }
  }
  private static func shared(_ type: TypeObject, _ vm: VM) {
    type.method(vm, "__reversed__(self, /)", "Return a reverse iterator over the view.") { (vm, args) throws(Raised) in
      .object(DictReverseIterator(vm, me(args).target, me(args).part))
    }
    type.attribute(vm, "mapping", "dictionary that this view refers to", get: { (vm, v) throws(Raised) in
      guard case .object(let o) = v, let view = o as? DictView else { return .none }
      return .object(MappingProxy(vm, .object(view.target)))
    })
  }
}

/// `types.MappingProxyType`: a read-only view of a mapping.
package final class MappingProxy: Object {
  /// The mapping, owned.
  package let mapping: Slot

  package init(_ vm: VM, _ mapping: Value) {
    self.mapping = mapping.owned
    super.init(kind: .mappingProxy, type: vm.types.mappingProxy, tracked: true)
  }
  /// A view of a dict.
  package convenience init(_ vm: VM, _ dict: DictObject) { self.init(vm, .object(dict)) }
  deinit { mapping.release() }
  public override func length(_ vm: VM) throws(Raised) -> Int? { try vm.length(mapping.value) }
  public override func getItem(_ vm: VM, _ key: Value) throws(Raised) -> Value? { try vm.getItem(mapping.value, key) }
  public override func contains(_ vm: VM, _ item: Value) throws(Raised) -> Bool? {
    try vm.contains(mapping.value, item)
  }
  public override func iterator(_ vm: VM) throws(Raised) -> Object? { try vm.iterator(mapping.value) }
  public override func repr(_ vm: VM) throws(Raised) -> StrObject {
    vm.string("mappingproxy(\(try vm.repr(mapping.value).string))")
  }
  public override func str(_ vm: VM) throws(Raised) -> StrObject? { try vm.str(mapping.value) }
  public override func compare(_ vm: VM, _ comparison: Comparison, _ other: Value) throws(Raised) -> Value? {
    var other = other
    if case .object(let o) = other, let proxy = o as? MappingProxy { other = proxy.mapping.value }
    return try vm.compare(comparison, mapping.value, other)
  }
  public override func binary(
    _ vm: VM, _ op: BinaryOperator, _ other: Value, reflected: Bool
  ) throws(Raised) -> Value? {
    var other = other
    if case .object(let o) = other, let proxy = o as? MappingProxy { other = proxy.mapping.value }
    return op == .bitOr ? try vm.binaryOrNil(op, reflected ? other : mapping.value, reflected ? mapping.value : other) : nil
  }
  public override func traverse(_ visit: (Slot) -> Void) { visit(mapping) }

  static func populate(_ type: TypeObject, _ vm: VM) {
    type.specials(vm, [.repr, .str, .len, .getitem, .contains, .iter, .eq, .ne, .or, .ror])
    func target(_ args: Arguments) -> Value {
      if case .object(let o) = args[0], let proxy = o as? MappingProxy { return proxy.mapping.value }
      return .none
    }
    type.method(vm, "get(self, key, default=None, /)", "Return the value for key if it is there, else default.") {
      (vm, args) throws(Raised) in try vm.callMethod(target(args), "get", [args[1], args[2]])
    }
    type.method(vm, "keys(self, /)", "A view on the keys.") { (vm, args) throws(Raised) in
      try vm.callMethod(target(args), "keys", [])
    }
    type.method(vm, "values(self, /)", "A view on the values.") { (vm, args) throws(Raised) in
      try vm.callMethod(target(args), "values", [])
    }
    type.method(vm, "items(self, /)", "A view on the items.") { (vm, args) throws(Raised) in
      try vm.callMethod(target(args), "items", [])
    }
    type.method(vm, "copy(self, /)", "A shallow copy of the mapping.") { (vm, args) throws(Raised) in
      try vm.callMethod(target(args), "copy", [])
    }
    type.method(vm, "__reversed__(self, /)", "Reverse iterator over the keys.") { (vm, args) throws(Raised) in
      try vm.callMethod(target(args), "__reversed__", [])
    }
  }
}
