import Interpreter

/// `_functools`: what `functools` takes from native code.
enum FunctoolsModule {
  /// What `cached_property` asks of an instance: its attributes need no dictionary for that.
  private static func addAttributes(_ vm: VM, _ module: ModuleObject) {
    let dict = vm.intern("__dict__")
    func isPlain(_ vm: VM, _ value: Value, _ name: Value) -> (Object, StrObject)? {
      guard let object = value.asObject, object.kind == .instance, object.attributeCount >= 0, let name = name.asStr,
        !name.hasHeapType
      else { return nil }
      let type = vm.type(of: value)
      // A class without `__dict__`, or with one of its own, is asked for it.
      guard type.hasAttributes, type.lookup(vm, .borrowed(dict)).isKind(.getSetDescriptor) else { return nil }
      return (object, vm.intern(name))
    }
    module.function(vm, "keeps_attributes(instance, name, /)", "Whether `keep_attribute` would set the attribute, which is missing.") {
      (vm, args) in
      guard let (object, name) = isPlain(vm, args[0], args[1]) else { return .bool(false) }
      return .bool(vm.instanceAttribute(object, .borrowed(name)).isUndefined)
    }
    module.function(vm, "keep_attribute(instance, name, value, /)", "Sets an attribute of the instance, whatever its class says.") {
      (vm, args) in
      guard let (object, name) = isPlain(vm, args[0], args[1]) else { return .bool(false) }
      vm.setInstanceAttribute(object, name, args[2])
      return .bool(true)
    }
  }

  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(vm, name: "_functools", doc: "Native parts of functools.")
    let names = (function: vm.intern("func"), arguments: vm.intern("args"), keywords: vm.intern("keywords"), call: vm.intern("__call__"))
    let call = NativeFunction(
      vm, "__call__(self, /, *args, **keywords)", "Call the function with what was given and what is given now.",
      isMethod: true, isRaw: true
    ) { (vm, args) throws(Raised) in
      guard args.positionalCount > 0, case .object(let me) = args[0] else {
        throw vm.typeError("unbound method partial.__call__() needs an argument")
      }
      let function = vm.instanceAttribute(me, .borrowed(names.function))
      let given = vm.instanceAttribute(me, .borrowed(names.arguments))
      let keywords = vm.instanceAttribute(me, .borrowed(names.keywords))
      guard function.isObject, given.isKind(.tuple), keywords.isKind(.dict) else {
        throw vm.typeError("partial object lacks its function")
      }
      return try apply(
        vm, function.value, unsafeDowncast(given.object, to: TupleObject.self),
        unsafeDowncast(keywords.object, to: DictObject.self), args)
    }
    module.constant(vm, "partial_call", .object(call))
    addAttributes(vm, module)
    vm.partial = (call, .borrowed(names.function), .borrowed(names.arguments), .borrowed(names.keywords))
    let new = NativeFunction(vm, "__new__(cls, func, /, *args, **keywords)", "A partial object.", isRaw: true) {
      (vm, args) throws(Raised) in
      guard args.positionalCount > 0, let cls = args[0].asType else {
        throw vm.typeError("partial.__new__(): not enough arguments")
      }
      if args.positionalCount == 1 { throw vm.typeError("type 'partial' takes at least one argument") }
      var function = args[1]
      if !vm.isCallable(function) { throw vm.typeError("the first argument must be callable") }
      var first: [Value] = []
      let keywords = DictObject(vm)
      // A partial object without attributes of its own is taken apart.
      if case .object(let inner) = function, inner.kind == .instance, inner.attributeCount == 3,
        vm.type(of: function).lookup(vm, .borrowed(names.call)).isSame(as: .borrowed(call))
      {
        let given = vm.instanceAttribute(inner, .borrowed(names.arguments))
        let named = vm.instanceAttribute(inner, .borrowed(names.keywords))
        let called = vm.instanceAttribute(inner, .borrowed(names.function))
        if called.isObject, let given = given.isObject ? given.value.asTuple : nil,
          let named = named.isObject ? named.value.asDict : nil
        {
          function = called.value
          first = given.values
          for (name, value) in named.items { try keywords.set(vm, name, value) }
        }
      }
      for (name, value) in args.keywords { try keywords.set(vm, .object(name), value) }
      let count = args.positionalCount &- 2
      let arguments =
        first.isEmpty
        ? TupleObject.make(vm, copying: args.base + 2, count: count)
        : TupleObject.make(vm, first + (0..<count).map { args[$0 &+ 2] })
      let made = Object(kind: .instance, type: cls, tracked: true)
      vm.setInstanceAttribute(made, names.function, function)
      vm.setInstanceAttribute(made, names.arguments, .object(arguments))
      vm.setInstanceAttribute(made, names.keywords, .object(keywords))
      return .object(made)
    }
    module.constant(vm, "partial_new", .object(new))
    declareCaches(vm, module)
    return module
  }

  /// Calls with the earlier arguments first; of keywords given twice the later value counts, at the first place.
  private static func apply(
    _ vm: VM, _ function: Value, _ first: TupleObject, _ keywords: DictObject, _ args: Arguments
  ) throws(Raised) -> Value {
    let positional = first.count &+ args.positionalCount &- 1
    let named = keywords.count &+ (args.count &- args.positionalCount)
    // The values, and behind them the names of the last ones.
    let room = positional &+ 2 &* named
    let start = try vm.reserveStack(room)
    defer { vm.releaseStack(start, count: room) }
    for k in 0..<first.count {
      first.items[k].retain()
      start[k] = first.items[k]
    }
    for k in 1..<args.positionalCount {
      args.slot(k).retain()
      start[first.count &+ k &- 1] = args.slot(k)
    }
    if keywords.count == 0 && args.keywordNames == nil {
      return try vm.call(function.borrowed, Arguments(base: start, count: positional))
    }
    let (values, names) = (start + positional, start + positional + named)
    let (later, laterValues) = (args.keywordNames, args.base + args.positionalCount)
    var count = 0
    func add(_ name: Slot, _ value: Slot) {
      name.retain()
      names[count] = name
      value.retain()
      values[count] = value
      count &+= 1
    }
    for k in 0..<keywords.used where !keywords.entries[k].key.isUndefined {
      let entry = keywords.entries[k]
      guard entry.key.isKind(.str) else { throw vm.typeError("keywords must be strings") }
      var value = entry.value
      for p in 0..<(later?.count ?? 0) where same(later?.items[p] ?? .undefined, entry.key) { value = laterValues[p] }
      add(entry.key, value)
    }
    for p in 0..<(later?.count ?? 0) {
      guard let name = later?.items[p], keywords.findIndex(name: name) < 0 else { continue }
      add(name, laterValues[p])
    }
    return try vm.call(
      function.borrowed,
      Arguments(base: start, count: positional &+ count, keywordNames: TupleObject.make(vm, copying: names, count: count)))
  }

  /// Tells whether two names are the same text.
  private static func same(_ a: Slot, _ b: Slot) -> Bool {
    if a.isSame(as: b) { return true }
    guard a.isKind(.str), b.isKind(.str) else { return false }
    return unsafeDowncast(a.object, to: StrObject.self).equals(unsafeDowncast(b.object, to: StrObject.self))
  }
}
