/// `types.SimpleNamespace`: an object with attributes and a repr that shows them.
final class NamespaceObject: Object {
  init(_ vm: VM, type: TypeObject? = nil) {
    super.init(kind: .native, type: type ?? vm.simpleNamespaceType, tracked: true)
  }

  public override func repr(_ vm: VM) throws(Raised) -> StrObject {
    let name = type === vm.simpleNamespaceType ? "namespace" : type.name
    guard vm.enterRepr(self) else { return vm.string("\(name)(...)") }
    defer { vm.leaveRepr() }
    var parts: [String] = []
    for (key, value) in vm.attributeDict(of: self).items.map({ ($0.key, $0.value) }) {
      guard let text = key.asStr, text.count > 0 else { continue }
      parts.append("\(text.string)=\(try vm.repr(value).string)")
    }
    return vm.string("\(name)(\(parts.joined(separator: ", ")))")
  }

  package override func compare(_ vm: VM, _ comparison: Comparison, _ other: Value) throws(Raised) -> Value? {
    guard case .object(let o) = other, let second = o as? NamespaceObject else { return nil }
    let (mine, theirs) = (vm.attributeDict(of: self), vm.attributeDict(of: second))
    return try vm.compare(comparison, .object(mine), .object(theirs))
  }

  package override func hash(_ vm: VM) throws(Raised) -> Int {
    throw vm.typeError("unhashable type: '\(type.operandName)'")
  }

  /// Makes the type.
  static func makeType(_ vm: VM) -> TypeObject {
    let made = vm.nativeType("SimpleNamespace", module: "types", isBase: true) { (type, vm) in
      type.specials(vm, [.repr, .eq, .ne, .lt, .le, .gt, .ge])
      type.namespace.set(vm, "__hash__", .none)
      type.namespace.set(
        vm, "__doc__",
        .object(vm.string("A simple attribute-based namespace.\n\nSimpleNamespace(**kwargs)")))
      type.method(vm, "__reduce__(self, /)", "Return state information for pickling") { (vm, args) throws(Raised) in
        guard case .object(let o) = args[0] else { return .none }
        return .object(
          TupleObject.make(vm, [.object(o.type), .object(vm.emptyTuple), .object(vm.attributeDict(of: o))]))
      }
    }
    made.hasAttributes = true
    made.showsModule = true
    made.new = { (vm, cls, _) throws(Raised) in .object(NamespaceObject(vm, type: cls)) }
    made.initialize = { (vm, object, args) throws(Raised) in
      if args.positionalCount > 0 { throw vm.typeError("no positional arguments expected") }
      guard let names = args.keywordNames else { return }
      for k in 0..<names.count {
        guard let name = names[k].asStr else { continue }
        vm.setInstanceAttribute(object, name, args[args.positionalCount &+ k])
      }
    }
    return made
  }
}

extension VM {
  /// `types.SimpleNamespace`, also of `sys.implementation`.
  package var simpleNamespaceType: TypeObject { extraTypes.simpleNamespace }

  /// A `types.SimpleNamespace` with attributes.
  package func simpleNamespace(_ attributes: [(name: String, value: Value)]) -> Value {
    let made = NamespaceObject(self)
    for (name, value) in attributes { setInstanceAttribute(made, intern(name), value) }
    return .object(made)
  }
}
