import Interpreter

/// `operator.itemgetter`, `attrgetter` and `methodcaller`: callables that take one object.
final class OperatorGetter: Object {
  enum Mode { case items, attributes, method }
  let mode: Mode
  /// The keys; the dotted names; the method's name and positional arguments. Owned.
  let parts: Slot
  /// Keyword arguments of a method: owned, or undefined when there are none.
  let keywords: Slot
  /// The names split at dots, interned; a single plain name needs no list.
  private let paths: [[StrObject]]

  init(_ type: TypeObject, _ mode: Mode, _ parts: TupleObject, _ keywords: DictObject?, _ paths: [[StrObject]]) {
    self.mode = mode
    self.parts = .owned(parts)
    self.keywords = keywords.map { .owned($0) } ?? .undefined
    self.paths = paths
    super.init(kind: .native, type: type, tracked: true)
  }
  deinit {
    parts.release()
    keywords.release()
  }

  var tuple: TupleObject { unsafeDowncast(parts.object, to: TupleObject.self) }

  override var isCallable: Bool { true }
  override func call(_ vm: VM, _ arguments: Arguments) throws(Raised) -> Value {
    if arguments.keywordNames != nil { throw vm.typeError("\(type.name)() takes no keyword arguments") }
    if arguments.count != 1 { throw vm.typeError("\(type.name) expected 1 argument, got \(arguments.count)") }
    let parts = self.tuple
    switch mode {
    case .items:
      if parts.count == 1 { return try OperatorModule.item(vm, arguments.slot(0), parts.items[0]) }
      return try collect(vm, parts.count) { (k) throws(Raised) in
        try OperatorModule.item(vm, arguments.slot(0), parts.items[k])
      }
    case .attributes:
      if paths.count == 1 { return try follow(vm, arguments[0], paths[0]) }
      return try collect(vm, paths.count) { (k) throws(Raised) in try follow(vm, arguments[0], paths[k]) }
    case .method:
      let method = try vm.getAttr(arguments[0], paths[0][0])
      if !keywords.isUndefined, let given = keywords.value.asDict {
        let named = given.items.map { (name: $0.key.asStr?.string ?? "", value: $0.value) }
        return try vm.call(method, Array(parts.values.dropFirst()), keywords: named)
      }
      let slot = method.borrowed
      return try withExtendedLifetime(method) { () throws(Raised) in
        try vm.call(slot, Arguments(base: parts.items + 1, count: parts.count &- 1))
      }
    }
  }

  private func collect(_ vm: VM, _ count: Int, _ value: (Int) throws(Raised) -> Value) throws(Raised) -> Value {
    let start = try vm.reserveStack(count)
    defer { vm.releaseStack(start, count: count) }
    for k in 0..<count { start[k] = try value(k).intoOwned() }
    return .object(TupleObject.make(vm, copying: start, count: count))
  }

  private func follow(_ vm: VM, _ object: Value, _ path: [StrObject]) throws(Raised) -> Value {
    var value = object
    for name in path { value = try vm.getAttr(value, name) }
    return value
  }

  override func repr(_ vm: VM) throws(Raised) -> StrObject {
    guard vm.enterRepr(self) else { return vm.string("...") }
    defer { vm.leaveRepr() }
    var shown: [String] = []
    for k in 0..<tuple.count { shown.append(try vm.repr(tuple[k]).string) }
    if let given = keywords.isUndefined ? nil : keywords.value.asDict {
      for (name, value) in given.items { shown.append("\(name.asStr?.string ?? "")=\(try vm.repr(value).string)") }
    }
    return vm.string("operator.\(type.name)(\(shown.joined(separator: ", ")))")
  }
  override func traverse(_ visit: (Slot) -> Void) {
    visit(parts)
    visit(keywords)
  }
}

extension OperatorModule {
  /// Declares the three types.
  static func declareGetters(_ vm: VM, _ module: ModuleObject) {
    declare(vm, module, "itemgetter", "itemgetter(2, 5)(x) gives (x[2], x[5]).") { (vm, cls, args) throws(Raised) in
      if args.keywordNames != nil { throw vm.typeError("itemgetter() takes no keyword arguments") }
      if args.count == 0 { throw vm.typeError("itemgetter expected 1 argument, got 0") }
      return .object(OperatorGetter(cls, .items, TupleObject.make(vm, copying: args.base, count: args.count), nil, []))
    }
    declare(vm, module, "attrgetter", "attrgetter('a', 'b.c')(x) gives (x.a, x.b.c).") { (vm, cls, args) throws(Raised) in
      if args.keywordNames != nil { throw vm.typeError("attrgetter() takes no keyword arguments") }
      if args.count == 0 { throw vm.typeError("attrgetter expected 1 argument, got 0") }
      var paths: [[StrObject]] = []
      for k in 0..<args.count {
        guard let name = args[k].asStr else { throw vm.typeError("attribute name must be a string") }
        if !name.string.utf8.contains(0x2E) {
          paths.append([vm.intern(name)])
          continue
        }
        paths.append(
          name.string.split(separator: ".", omittingEmptySubsequences: false).map { vm.intern(String($0)) })
      }
      let names = TupleObject.make(vm, copying: args.base, count: args.count)
      return .object(OperatorGetter(cls, .attributes, names, nil, paths))
    }
    declare(vm, module, "methodcaller", "methodcaller('name', 'x')(obj) gives obj.name('x').") {
      (vm, cls, args) throws(Raised) in
      if args.positionalCount == 0 { throw vm.typeError("methodcaller needs at least one argument, the method name") }
      guard let name = args[0].asStr else { throw vm.typeError("method name must be a string") }
      var keywords: DictObject?
      if args.keywordNames != nil {
        let made = DictObject(vm)
        for (name, value) in args.keywords { try made.set(vm, .object(name), value) }
        keywords = made
      }
      let parts = TupleObject.make(vm, copying: args.base, count: args.positionalCount)
      return .object(OperatorGetter(cls, .method, parts, keywords, [[vm.intern(name)]]))
    }
  }

  private static func declare(
    _ vm: VM, _ module: ModuleObject, _ name: String, _ doc: String, _ new: @escaping TypeObject.New
  ) {
    let type = vm.nativeType(name, module: "operator") { (type, vm) in
      type.constant(vm, "__doc__", .object(vm.string(doc)))
      type.specials(vm, [.call, .repr])
      type.method(vm, "__reduce__(self, /)", "Return state information for pickling.") { (vm, args) throws(Raised) in
        guard let me = args[0].native(OperatorGetter.self) else { return .none }
        let cls = Value.object(me.type)
        guard !me.keywords.isUndefined else { return .object(TupleObject.make(vm, [cls, me.parts.value])) }
        // Keywords need a partial object, whose arguments are the rest.
        let partial = try vm.getAttr(try vm.importModule("functools"), "partial")
        let named = (me.keywords.value.asDict?.items ?? []).map { (name: $0.key.asStr?.string ?? "", value: $0.value) }
        let made = try vm.call(partial, [cls, me.tuple[0]], keywords: named)
        return .object(TupleObject.make(vm, [made, .object(TupleObject.make(vm, Array(me.tuple.values.dropFirst())))]))
      }
    }
    type.new = new
    type.showsModule = true
    module.constant(vm, name, .object(type))
  }
}
