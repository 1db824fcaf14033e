/// What Python sees of `object`, `type`, functions, descriptors, generators and modules.
enum CoreNamespaces {
  /// Registers the population of every type of this file.
  static func install(_ vm: VM) {
    let t = vm.types
    t.object.new = { (vm, cls, args) throws(Raised) in try vm.newPlainObject(cls, args) }
    t.object.populate = populateObject
    t.type.populate = populateType
    t.type.new = { (vm, cls, args) throws(Raised) in try newType(vm, cls, args) }
    t.function.populate = populateFunction
    t.builtinFunction.populate = populateBuiltinFunction
    for descriptor in [t.methodDescriptor, t.wrapperDescriptor] {
      descriptor.populate = { (type, vm) in
        type.method(vm, "__get__(self, instance, owner=None, /)", "The method bound to an object.") { (vm, args) in
          args[1].isNone ? args[0] : .object(BoundMethod(vm, function: args[0], receiver: args[1]))
        }
        populateBuiltinFunction(type, vm)
      }
    }
    t.method.populate = populateMethod
    t.property.populate = populateProperty
    t.property.new = { (vm, cls, args) throws(Raised) in try newProperty(vm, cls, args) }
    t.classMethod.populate = { (type, vm) in
      type.specials(vm, [.get, .repr])
      for name in ["__func__", "__wrapped__"] {
        type.attribute(vm, name, get: { (vm, v) throws(Raised) in
          if case .object(let o) = v, let m = o as? ClassMethodObject { return m.function.value }
          return .none
        })
      }
      type.attribute(vm, "__dict__", get: instanceDict, set: setInstanceDict)
      type.attribute(vm, "__doc__", get: copiedDoc)
      type.attribute(vm, "__isabstractmethod__", get: { (vm, v) throws(Raised) in
        guard case .object(let o) = v, let m = o as? ClassMethodObject else { return .bool(false) }
        return .bool(try isAbstract(vm, m.function.value))
      })
    }
    t.classMethod.new = { (vm, cls, args) throws(Raised) in
      let function = try wrapped(vm, args, "classmethod")
      let made = ClassMethodObject(vm, function, type: cls)
      try copyAttributes(vm, of: function, to: made)
      return .object(made)
    }
    t.staticMethod.populate = { (type, vm) in
      type.specials(vm, [.get, .repr, .call])
      for name in ["__func__", "__wrapped__"] {
        type.attribute(vm, name, get: { (vm, v) throws(Raised) in
          if case .object(let o) = v, let m = o as? StaticMethodObject { return m.function.value }
          return .none
        })
      }
      type.attribute(vm, "__dict__", get: instanceDict, set: setInstanceDict)
      type.attribute(vm, "__doc__", get: copiedDoc)
      type.attribute(vm, "__isabstractmethod__", get: { (vm, v) throws(Raised) in
        guard case .object(let o) = v, let m = o as? StaticMethodObject else { return .bool(false) }
        return .bool(try isAbstract(vm, m.function.value))
      })
    }
    t.staticMethod.new = { (vm, cls, args) throws(Raised) in
      let function = try wrapped(vm, args, "staticmethod")
      let made = StaticMethodObject(vm, function, type: cls)
      try copyAttributes(vm, of: function, to: made)
      return .object(made)
    }
    for descriptor in [t.memberDescriptor, t.getSetDescriptor] {
      descriptor.populate = { (type, vm) in
        type.specials(vm, [.get, .set, .delete, .repr])
        type.attribute(vm, "__name__", get: { (vm, v) in
          if let attribute = v.asObject as? GetSetDescriptor { return .object(vm.string(attribute.name)) }
          return (v.asObject as? MemberDescriptor).map { .object($0.name) } ?? .none
        })
      }
    }
    t.superType.new = { (vm, cls, args) throws(Raised) in try newSuper(vm, cls, args) }
    t.superType.populate = { (type, vm) in
      type.specials(vm, [.repr, .getattribute, .get])
      func bound(_ value: Value) -> SuperObject? {
        if case .object(let o) = value { return o as? SuperObject }
        return nil
      }
      type.attribute(vm, "__thisclass__", get: { (_, v) in bound(v).map { .object($0.start) } ?? .none })
      type.attribute(vm, "__self_class__", get: { (_, v) in bound(v)?.receiverType.map { .object($0) } ?? .none })
      type.attribute(vm, "__self__", get: { (_, v) in
        guard let receiver = bound(v)?.receiver, !receiver.isUndefined else { return .none }
        return receiver.value
      })
    }
    t.module.populate = populateModule
    t.module.new = { (vm, cls, _) in .object(ModuleObject(vm, type: cls)) }
    t.module.initialize = { (vm, object, args) throws(Raised) in
      guard let module = object as? ModuleObject else { return }
      try vm.bind(args, "module(name, doc=None)") { (args) throws(Raised) in
        guard args[0].asStr != nil else {
          throw vm.typeError("module() argument 'name' must be str, not \(vm.type(of: args[0]).operandName)")
        }
        for (name, value) in [("__name__", args[0]), ("__doc__", args[1])] { module.namespace.set(vm, name, value) }
        for name in ["__package__", "__loader__", "__spec__"] { module.namespace.set(vm, name, .none) }
      }
    }
    t.code.populate = populateCode
    t.cell.populate = { (type, vm) in
      type.specials(vm, [.lt, .le, .eq, .ne, .gt, .ge])
      type.unhashable(vm)
      type.attribute(
        vm, "cell_contents",
        get: { (vm, v) throws(Raised) in
          guard case .object(let o) = v, let cell = o as? CellObject, !cell.content.isUndefined else {
            throw vm.valueError("Cell is empty")
          }
          return cell.content.value
        },
        set: { (vm, v, new) throws(Raised) in
          if case .object(let o) = v, let cell = o as? CellObject {
            vm.storeCell(.borrowed(cell), new?.owned ?? .undefined)
          }
        })
    }
    t.generator.populate = populateGenerator
    t.coroutine.populate = populateGenerator
    t.asyncGenerator.populate = populateAsyncGenerator
    t.none.populate = { (type, vm) in type.specials(vm, [.repr, .bool, .hash, .eq]) }
    t.none.new = { (_, _, _) in .none }
    t.notImplemented.populate = { (type, vm) in type.specials(vm, [.repr]) }
    t.ellipsis.populate = { (type, vm) in type.specials(vm, [.repr]) }
    t.weakref.new = { (vm, cls, args) throws(Raised) in try WeakReference.make(vm, cls, args) }
    t.weakref.populate = WeakReference.populate
    t.frame.populate = FrameObject.populate
    TracebackObject.install(t.traceback)
    GenericAlias.install(t.genericAlias)
    UnionType.install(t.unionType)
  }

  /// The one argument of `classmethod` and `staticmethod`.
  private static func wrapped(_ vm: VM, _ args: Arguments, _ name: String) throws(Raised) -> Value {
    if args.keywordNames != nil { throw vm.typeError("\(name)() takes no keyword arguments") }
    if args.count != 1 { throw vm.typeError("\(name) expected 1 argument, got \(args.count)") }
    return args[0]
  }

  /// The text that `copyAttributes` took over.
  private static func copiedDoc(_ vm: VM, _ value: Value) throws(Raised) -> Value {
    guard case .object(let object) = value else { return .none }
    let doc = vm.instanceAttribute(object, .borrowed(vm.intern("__doc__")))
    return doc.isUndefined ? .none : doc.value
  }

  /// What a function is called and says of itself, for what wraps it.
  private static func copyAttributes(_ vm: VM, of function: Value, to made: Object) throws(Raised) {
    for name in ["__module__", "__name__", "__qualname__", "__doc__", "__annotations__"] {
      if let value = try vm.getAttrOrNil(function, vm.intern(name)) {
        vm.setInstanceAttribute(made, vm.intern(name), value)
      }
    }
  }

  // MARK: object

  /// Calls a native constructor with the arguments that a signature `(*args, **kwargs)` gathered.
  private static func construct(
    _ vm: VM, _ cls: TypeObject, _ positional: Value, _ keywords: Value,
    _ new: (VM, TypeObject, Arguments) throws(Raised) -> Value
  ) throws(Raised) -> Value {
    var values: [Value] = []
    if case .object(let t) = positional, let tuple = t as? TupleObject { values = tuple.values }
    var names: [Value] = []
    if case .object(let k) = keywords, let dict = k as? DictObject {
      for item in dict.items {
        names.append(item.key)
        values.append(item.value)
      }
    }
    let start = try vm.reserveStack(values.count)
    defer { vm.releaseStack(start, count: values.count) }
    for (k, value) in values.enumerated() { start[k] = value.owned }
    let raw = Arguments(
      base: start, count: values.count, keywordNames: names.isEmpty ? nil : TupleObject.make(vm, names))
    return try new(vm, cls, raw)
  }

  /// Declares `__new__` of a builtin type that has a constructor of its own.
  static func declareConstructor(_ type: TypeObject, _ vm: VM) {
    guard !type.isHeap, type.new != nil, type !== vm.types.object, !type.isSubtype(of: vm.types.baseException),
      type.namespace.get(vm, "__new__") == nil
    else { return }
    let name = type.name
    type.nativeNew(vm, "__new__(cls, /, *args, **kwargs)", "Create and return a new object.") {
      [unowned type] (vm, args) throws(Raised) in
      guard case .object(let o) = args[0], let cls = o as? TypeObject else {
        throw vm.typeError("\(name).__new__(X): X is not a type object (\(vm.type(of: args[0]).name))")
      }
      guard cls.isSubtype(of: type) else {
        throw vm.typeError("\(name).__new__(\(cls.name)): \(cls.name) is not a subtype of \(name)")
      }
      return try construct(vm, cls, args[1], args[2]) { (vm, cls, raw) throws(Raised) in
        guard let new = cls.new else { throw vm.typeError("cannot create '\(cls.operandName)' instances") }
        return try new(vm, cls, raw)
      }
    }
  }

  private static func populateObject(_ type: TypeObject, _ vm: VM) {
    type.specials(vm, [
      .repr, .str, .format, .hash, .eq, .ne, .lt, .le, .gt, .ge, .getattribute, .setattr, .delattr, .`init`,
    ])
    type.nativeNew(vm, "__new__(cls, /, *args, **kwargs)", "Create and return a new object.") {
      (vm, args) throws(Raised) in
      guard case .object(let o) = args[0], let cls = o as? TypeObject else {
        throw vm.typeError("object.__new__(X): X is not a type object (\(vm.type(of: args[0]).name))")
      }
      if cls.instanceKind != .instance, cls !== vm.types.object, !cls.isHeap || cls.instanceKind != .native {
        // Its own constructor, if it has one, must be asked.
        let own = cls.lookup(vm, vm.specialNames[Int(Special.new.rawValue)])
        let plain = vm.types.object.lookup(vm, vm.specialNames[Int(Special.new.rawValue)])
        if own.isKind(.nativeFunction), own.bits != plain.bits {
          throw vm.typeError("object.__new__(\(cls.name)) is not safe, use \(cls.name).__new__()")
        }
      }
      return try construct(vm, cls, args[1], args[2]) { (vm, cls, raw) throws(Raised) in
        if cls.instanceKind == .instance && cls.isHeap {
          // Excess arguments are __init__'s business.
          if raw.count == 0 || !cls.special(vm, .`init`).isUndefined {
            return .object(ObjectPool.instance(cls))
          }
        }
        guard let new = cls.new else { throw vm.typeError("cannot create '\(cls.operandName)' instances") }
        return try new(vm, cls, raw)
      }
    }
    type.classMethod(vm, "__subclasshook__(cls, subclass, /)", "Abstract classes may override it for issubclass().") {
      (vm, _) in .object(vm.notImplemented)
    }
    type.classMethod(vm, "__init_subclass__(cls, /, **kwargs)", "Called when a class is subclassed.") {
      (vm, args) throws(Raised) in
      if case .object(let k) = args[1], let dict = k as? DictObject, dict.count > 0,
        case .object(let c) = args[0], let cls = c as? TypeObject
      {
        throw vm.typeError("\(cls.name).__init_subclass__() takes no keyword arguments")
      }
      return .none
    }
    type.method(vm, "__dir__(self, /)", "Default dir() implementation.") { (vm, args) throws(Raised) in
      .object(ListObject.make(vm, vm.attributeNames(args[0]).map { .object(vm.string($0)) }))
    }
    type.method(vm, "__sizeof__(self, /)", "Size of object in memory, in bytes.") { (_, _) in .int(64) }
    type.method(vm, "__reduce_ex__(self, protocol, /)", "Helper for pickle.") { (vm, args) throws(Raised) in
      let copyreg = try vm.importModule("copyreg", fromList: .object(vm.emptyTuple))
      return try vm.callMethod(copyreg, "__reduce_ex__", [args[0], args[1]])
    }
    type.method(vm, "__reduce__(self, /)", "Helper for pickle.") { (vm, args) throws(Raised) in
      let copyreg = try vm.importModule("copyreg", fromList: .object(vm.emptyTuple))
      return try vm.callMethod(copyreg, "_reduce", [args[0], .int(0)])
    }
    type.method(vm, "__getstate__(self, /)", "Helper for pickle.") { (vm, args) throws(Raised) in
      let copyreg = try vm.importModule("copyreg", fromList: .object(vm.emptyTuple))
      return try vm.callMethod(copyreg, "_getstate", [args[0]])
    }
    type.attribute(
      vm, "__class__", get: { (vm, v) throws(Raised) in .object(vm.type(of: v)) },
      set: { (vm, v, new) throws(Raised) in
        guard case .object(let o) = v, case .object(let c)? = new, let cls = c as? TypeObject,
          cls.isHeap && o.hasHeapType && cls.hasLayout(of: o.type)
            || o.kind == .module && cls.isSubtype(of: vm.types.module)
        else {
          throw vm.typeError(
            "__class__ assignment only supported for mutable types or ModuleType subclasses")
        }
        vm.changeClass(o, to: cls)
      })
    type.attribute(vm, "__dict__", get: instanceDict, set: setInstanceDict)
    type.attribute(vm, "__doc__", get: { (vm, v) throws(Raised) in
      let doc = vm.type(of: v).namespace.find(name: vm.names.doc)
      if doc.isUndefined || doc.isKind(.getSetDescriptor) {
        return vm.type(of: v).doc.map { .object(vm.string($0)) } ?? .none
      }
      return doc.value
    })
  }

  /// `__dict__` of an instance.
  static func instanceDict(_ vm: VM, _ value: Value) throws(Raised) -> Value {
    guard case .object(let object) = value, object.type.hasAttributes else {
      throw vm.noAttribute(value, vm.intern("__dict__"))
    }
    return .object(vm.attributeDict(of: object))
  }

  /// Assignment to `__dict__` of an instance.
  static func setInstanceDict(_ vm: VM, _ value: Value, _ new: Value?) throws(Raised) {
    guard case .object(let object) = value, object.type.hasAttributes, case .object(let d)? = new,
      let dict = d as? DictObject
    else {
      throw vm.typeError("__dict__ must be set to a dictionary, not a '\(new.map { vm.type(of: $0).name } ?? "NULL")'")
    }
    object.dropAttributes()
    object.replaceAttributes(with: dict)
  }

  // MARK: type

  private static func asType(_ vm: VM, _ value: Value) throws(Raised) -> TypeObject {
    guard case .object(let o) = value, let cls = o as? TypeObject else {
      throw vm.typeError("descriptor for 'type' objects doesn't apply to a '\(vm.type(of: value).name)' object")
    }
    return cls
  }

  private static func newType(_ vm: VM, _ metatype: TypeObject, _ args: Arguments) throws(Raised) -> Value {
    let positional = args.positional
    if positional.count == 1 && metatype === vm.types.type { return .object(vm.type(of: positional[0])) }
    guard positional.count == 3 else {
      if metatype === vm.types.type { throw vm.typeError("type() takes 1 or 3 arguments") }
      throw vm.typeError("type.__new__() takes exactly 3 arguments (\(positional.count) given)")
    }
    guard case .object(let n) = positional[0], let name = n as? StrObject else {
      throw vm.typeError("type.__new__() argument 1 must be str, not \(vm.type(of: positional[0]).name)")
    }
    guard case .object(let b) = positional[1], let bases = b as? TupleObject else {
      throw vm.typeError("type.__new__() argument 2 must be tuple, not \(vm.type(of: positional[1]).name)")
    }
    guard case .object(let d) = positional[2], let namespace = d as? DictObject else {
      throw vm.typeError("type.__new__() argument 3 must be dict, not \(vm.type(of: positional[2]).name)")
    }
    return .object(
      try vm.makeClass(metatype, try vm.className(name), bases.values, namespace, keywords: args.keywords))
  }

  private static func populateType(_ type: TypeObject, _ vm: VM) {
    type.specials(vm, [.repr, .call, .getattribute, .setattr, .delattr, .hash, .eq, .ne, .or, .ror, .`init`])
    type.nativeNew(vm, "__new__(metacls, /, *args, **kwargs)", "Create a class.") { (vm, args) throws(Raised) in
      let metatype = try asType(vm, args[0])
      var values: [Value] = []
      if case .object(let t) = args[1], let tuple = t as? TupleObject { values = tuple.values }
      var keywords: [(name: StrObject, value: Value)] = []
      if case .object(let k) = args[2], let dict = k as? DictObject {
        for item in dict.items {
          if case .object(let n) = item.key, let name = n as? StrObject { keywords.append((name, item.value)) }
        }
      }
      guard values.count == 3, case .object(let n) = values[0], let name = n as? StrObject,
        case .object(let b) = values[1], let bases = b as? TupleObject, case .object(let d) = values[2],
        let namespace = d as? DictObject
      else { throw vm.typeError("type.__new__() takes exactly 3 arguments (\(values.count) given)") }
      return .object(try vm.makeClass(metatype, try vm.className(name), bases.values, namespace, keywords: keywords))
    }
    type.classMethod(vm, "__prepare__(cls, name, bases, /, **kwds)", "Make the namespace of a class.") { (vm, _) in
      .object(DictObject(vm))
    }
    type.method(vm, "mro(self, /)", "Return a type's method resolution order.") { (vm, args) throws(Raised) in
      let cls = try asType(vm, args[0])
      return .object(ListObject.make(vm, try vm.usualOrder(cls, cls.baseTypes).map { .object($0) }))
    }
    type.method(vm, "__subclasses__(self, /)", "Return the direct subclasses.") { (vm, args) throws(Raised) in
      .object(ListObject.make(vm, try asType(vm, args[0]).subclassTypes.map { .object($0) }))
    }
    type.method(vm, "__instancecheck__(self, instance, /)", "Check if an object is an instance.") {
      (vm, args) throws(Raised) in
      .bool(try vm.isInstanceByClass(args[1], try asType(vm, args[0])))
    }
    type.method(vm, "__subclasscheck__(self, subclass, /)", "Check if a class is a subclass.") {
      (vm, args) throws(Raised) in
      guard case .object(let o) = args[1], let sub = o as? TypeObject else {
        throw vm.typeError("issubclass() arg 1 must be a class")
      }
      return .bool(sub.isSubtype(of: try asType(vm, args[0])))
    }
    type.method(vm, "__dir__(self, /)", "Names of the class's attributes.") { (vm, args) throws(Raised) in
      .object(ListObject.make(vm, vm.attributeNames(args[0]).map { .object(vm.string($0)) }))
    }
    populateTypeAttributes(type, vm)
  }

  /// Raises TypeError unless an attribute of a class may be set to a value.
  private static func requireMutable(_ vm: VM, _ cls: TypeObject, _ name: String, _ new: Value?) throws(Raised) {
    if new != nil && cls.isHeap { return }
    throw vm.typeError("cannot \(new == nil ? "delete" : "set") '\(name)' attribute of immutable type '\(cls.name)'")
  }

  /// What a class is to be called.
  private static func newName(
    _ vm: VM, _ cls: TypeObject, _ attribute: String, _ new: Value?
  ) throws(Raised) -> String {
    try requireMutable(vm, cls, attribute, new)
    guard let text = new?.asStr else {
      throw vm.typeError(
        "can only assign string to \(cls.name).\(attribute), not '\(vm.type(of: new ?? .none).name)'")
    }
    return attribute == "__name__" ? try vm.className(text) : text.string
  }

  private static func populateTypeAttributes(_ type: TypeObject, _ vm: VM) {
    type.attribute(
      vm, "__name__", get: { (vm, v) throws(Raised) in .object(try asType(vm, v).nameObject(vm)) },
      set: { (vm, v, new) throws(Raised) in
        try asType(vm, v).name = try newName(vm, try asType(vm, v), "__name__", new)
      })
    type.attribute(
      vm, "__qualname__", get: { (vm, v) throws(Raised) in .object(vm.string(try asType(vm, v).qualifiedName)) },
      set: { (vm, v, new) throws(Raised) in
        try asType(vm, v).qualifiedName = try newName(vm, try asType(vm, v), "__qualname__", new)
      })
    type.attribute(
      vm, "__module__",
      get: { (vm, v) throws(Raised) in
        let cls = try asType(vm, v)
        let own = cls.namespace.find(name: vm.names.module)
        return own.isUndefined || own.isKind(.getSetDescriptor) ? .object(vm.string(cls.moduleName)) : own.value
      },
      set: { (vm, v, new) throws(Raised) in
        try requireMutable(vm, try asType(vm, v), "__module__", new)
        try asType(vm, v).setAttribute(vm, vm.intern("__module__"), new)
      })
    type.attribute(vm, "__bases__", get: { (vm, v) throws(Raised) in
      .object(TupleObject.make(vm, try asType(vm, v).baseTypes.map { .object($0) }))
    }, set: { (vm, v, new) throws(Raised) in
      let cls = try asType(vm, v)
      guard let new, cls.isHeap else { throw vm.typeError("cannot set '__bases__' attribute of immutable type") }
      try vm.replaceBases(of: cls, with: new)
    })
    type.attribute(vm, "__flags__", get: { (vm, v) throws(Raised) in
      let cls = try asType(vm, v)
      let heap = cls.isHeap ? 1 << 9 : 1 << 8
      return .int(heap | (cls.isBase ? 1 << 10 : 0) | 1 << 12)
    })
    for (name, size) in [("__basicsize__", 64), ("__itemsize__", 0), ("__dictoffset__", 16), ("__weakrefoffset__", 24)] {
      type.attribute(vm, name, get: { (_, _) throws(Raised) in .int(size) })
    }
    type.attribute(vm, "__base__", get: { (vm, v) throws(Raised) in
      try asType(vm, v).base.map { .object($0) } ?? .none
    })
    type.attribute(vm, "__mro__", get: { (vm, v) throws(Raised) in
      .object(TupleObject.make(vm, try asType(vm, v).mroTypes.map { .object($0) }))
    })
    type.attribute(vm, "__dict__", get: { (vm, v) throws(Raised) in
      let cls = try asType(vm, v)
      cls.ensurePopulated(vm)
      return .object(MappingProxy(vm, cls.namespace))
    })
    type.attribute(
      vm, "__doc__",
      get: { (vm, v) throws(Raised) in
        let cls = try asType(vm, v)
        cls.ensurePopulated(vm)
        let doc = cls.namespace.find(name: vm.names.doc)
        if doc.isUndefined || doc.isKind(.getSetDescriptor) {
          return cls.doc.map { .object(vm.string($0)) } ?? .none
        }
        return try vm.bindDescriptor(doc, nil, cls)
      },
      set: { (vm, v, new) throws(Raised) in
        try requireMutable(vm, try asType(vm, v), "__doc__", new)
        try asType(vm, v).setAttribute(vm, vm.intern("__doc__"), new)
      })
    type.attribute(
      vm, "__abstractmethods__",
      get: { (vm, v) throws(Raised) in
        let found = try asType(vm, v).namespace.find(name: .borrowed(vm.intern("__abstractmethods__")))
        if found.isUndefined { throw vm.attributeError("__abstractmethods__") }
        return found.value
      },
      set: { (vm, v, new) throws(Raised) in
        let cls = try asType(vm, v)
        cls.setAttribute(vm, vm.intern("__abstractmethods__"), new)
        cls.isAbstract = try new.map { (value) throws(Raised) in try vm.truth(value) } ?? false
      })
    type.attribute(vm, "__annotations__", get: { (vm, v) throws(Raised) in
      let cls = try asType(vm, v)
      let found = cls.namespace.find(name: vm.names.annotations)
      if !found.isUndefined { return found.value }
      let made = DictObject(vm)
      cls.namespace.set(name: vm.names.annotations, value: .object(made))
      return .object(made)
    }, set: { (vm, v, new) throws(Raised) in
      try asType(vm, v).setAttribute(vm, vm.intern("__annotations__"), new)
    })
  }

  // MARK: super, module

  private static func newSuper(_ vm: VM, _ cls: TypeObject, _ args: Arguments) throws(Raised) -> Value {
    guard args.count >= 1 else { throw vm.runtimeError("super(): no arguments") }
    guard case .object(let o) = args[0], let start = o as? TypeObject else {
      throw vm.typeError("super() argument 1 must be a type, not \(vm.type(of: args[0]).name)")
    }
    if args.count > 2 { throw vm.typeError("super() expected at most 2 arguments, got \(args.count)") }
    if args.count < 2 || args[1].isNone { return .object(SuperObject(vm, unbound: start, type: cls)) }
    return .object(try SuperObject(vm, start, args[1], type: cls))
  }

  private static func populateModule(_ type: TypeObject, _ vm: VM) {
    type.specials(vm, [.repr])
    type.attribute(vm, "__dict__", get: { (vm, v) throws(Raised) in
      if case .object(let o) = v, let module = o as? ModuleObject { return .object(module.namespace) }
      return .none
    })
  }
}

extension VM {
  /// Gives an instance another class: its attributes move to the shapes of that class.
  func changeClass(_ object: Object, to cls: TypeObject) {
    let dict = attributeDict(of: object)
    let items = dict.items
    object.dropAttributes()
    let old = object.typeRef
    object.typeRef = Unmanaged.passUnretained(cls)
    cls.countInstanceReference()
    Slot.releaseObject(old.toOpaque())
    for item in items {
      if case .object(let o) = item.key, let name = o as? StrObject { setInstanceAttribute(object, name, item.value) }
    }
  }

  /// `dir(value)` without `__dir__` hooks, sorted.
  package func attributeNames(_ value: Value) -> [String] {
    var found: Set<String> = []
    func add(_ dict: DictObject) {
      for item in dict.items {
        if case .object(let o) = item.key, let name = o as? StrObject { found.insert(name.string) }
      }
    }
    func addClass(_ cls: TypeObject) {
      for base in cls.mroTypes {
        base.ensurePopulated(self)
        add(base.namespace)
      }
    }
    if case .object(let o) = value {
      if let module = o as? ModuleObject {
        add(module.namespace)
        return found.sorted()
      }
      if let cls = o as? TypeObject {
        addClass(cls)
        return found.sorted()
      }
      if o.flags & ObjectFlags.attributeDict != 0, let attributes = o.attributes, attributes[0].isKind(.dict) {
        add(unsafeDowncast(attributes[0].object, to: DictObject.self))
      } else if let shape = o.shapeRef?.reference {
        for name in shape.names where name.isKind(.str) {
          found.insert(unsafeDowncast(name.object, to: StrObject.self).string)
        }
      }
    }
    addClass(type(of: value))
    return found.sorted()
  }
}
