// Making classes: `class` statements, `type(name, bases, namespace)`, method resolution order, `__slots__`,
// `__set_name__` and `__init_subclass__`.

extension VM {
  /// What `__build_class__` is in the builtins of the running frame.
  func buildClassHook(_ frame: FramePointer) throws(Raised) -> Value {
    let own = ownBuiltins(of: frame.pointee.globals.reference)
    if let own, own.asDict == nil { return try getItem(own, .object(intern("__build_class__"))) }
    guard let hook = (own?.asDict ?? builtins).get(self, "__build_class__") else {
      throw raised(types.nameError, "__build_class__ not found")
    }
    return hook
  }

  /// `__build_class__(function, name, *bases, metaclass=None, **keywords)`.
  func buildClass(_ arguments: Arguments) throws(Raised) -> Value {
    guard arguments.positionalCount >= 2, case .object(let f) = arguments[0], let function = f as? FunctionObject,
      case .object(let n) = arguments[1], let name = n as? StrObject
    else { throw typeError("__build_class__: func must be a function") }
    let originalBases = (2..<arguments.positionalCount).map { arguments[$0] }
    let bases = try resolveBases(originalBases)
    var keywords = arguments.keywords
    var metaclass: Value?
    if let index = keywords.firstIndex(where: { $0.name.string == "metaclass" }) {
      metaclass = keywords.remove(at: index).value
    }
    if metaclass == nil {
      if let first = bases.first { metaclass = .object(type(of: first)) } else { metaclass = .object(types.type) }
    }
    if case .object(let o)? = metaclass, let meta = o as? TypeObject {
      metaclass = .object(try winner(meta, bases))
    }
    guard let metaclass else { throw typeError("metaclass missing") }
    let tuple = TupleObject.make(self, bases)
    let namespace = try prepareNamespace(metaclass, name, tuple, keywords)
    guard case .object(let locals) = namespace,
      locals is DictObject || !locals.type.lookup(self, specialNames[Int(Special.getitem.rawValue)]).isUndefined
    else {
      let name = metaclass.asType?.name ?? "<metaclass>"
      throw typeError("\(name).__prepare__() must return a mapping, not \(type(of: namespace).name)")
    }
    let cell = try runCode(function.code, globals: function.globals, locals: locals, function: function)
    if bases.count != originalBases.count || !zip(bases, originalBases).allSatisfy({ $0.isSame(as: $1) }) {
      try setItem(namespace, .object(string("__orig_bases__")), .object(TupleObject.make(self, originalBases)))
    }
    let made = try call(
      metaclass, [.object(name), .object(tuple), namespace],
      keywords: keywords.map { (name: $0.name.string, value: $0.value) })
    if case .object(let c) = cell, let holder = c as? CellObject, made.kind == .type {
      if holder.content.isUndefined {
        throw runtimeError(
          "__class__ not set defining \(try repr(.object(name)).string) as \(try repr(made).string)."
            + " Was __classcell__ propagated to type.__new__?")
      }
      if !holder.content.value.isSame(as: made) {
        throw typeError(
          "__class__ set to \(try repr(holder.content.value).string) defining \(try repr(.object(name)).string)"
            + " as \(try repr(made).string)")
      }
    }
    return made
  }

  private func prepareNamespace(
    _ metaclass: Value, _ name: StrObject, _ bases: TupleObject, _ keywords: [(name: StrObject, value: Value)]
  ) throws(Raised) -> Value {
    if case .object(let o) = metaclass, let meta = o as? TypeObject, meta === types.type {
      return .object(DictObject(self))
    }
    guard let prepare = try getAttrOrNil(metaclass, intern("__prepare__")) else { return .object(DictObject(self)) }
    return try call(
      prepare, [.object(name), .object(bases)], keywords: keywords.map { (name: $0.name.string, value: $0.value) })
  }

  /// Replaces bases that are not classes by what their `__mro_entries__` says.
  private func resolveBases(_ bases: [Value]) throws(Raised) -> [Value] {
    var result: [Value] = []
    for base in bases {
      if case .object(let o) = base, !(o is TypeObject), let hook = try getAttrOrNil(base, intern("__mro_entries__")) {
        let entries = try call(hook, [.object(TupleObject.make(self, bases))])
        result.append(contentsOf: try list(of: entries))
      } else {
        result.append(base)
      }
    }
    return result
  }

  /// The most derived metaclass of the given one and those of the bases.
  private func winner(_ metaclass: TypeObject, _ bases: [Value]) throws(Raised) -> TypeObject {
    var best = metaclass
    for base in bases {
      guard case .object(let o) = base, let cls = o as? TypeObject else { continue }
      let other = cls.type
      if best.isSubtype(of: other) { continue }
      if other.isSubtype(of: best) {
        best = other
        continue
      }
      throw typeError(
        "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases"
      )
    }
    return best
  }

  /// `type.__new__(metatype, name, bases, namespace, **keywords)`.
  package func makeClass(
    _ metatype: TypeObject, _ name: String, _ bases: [Value], _ namespace: DictObject,
    keywords: [(name: StrObject, value: Value)] = []
  ) throws(Raised) -> TypeObject {
    var baseTypes: [TypeObject] = []
    for base in bases {
      guard case .object(let o) = base, let cls = o as? TypeObject else {
        if try getAttrOrNil(base, intern("__mro_entries__")) != nil {
          throw typeError("type() doesn't support MRO entry resolution; use types.new_class()")
        }
        throw typeError("bases must be types")
      }
      if !cls.isBase { throw typeError("type '\(cls.name)' is not an acceptable base type") }
      if baseTypes.contains(where: { $0 === cls }) { throw typeError("duplicate base class \(cls.name)") }
      baseTypes.append(cls)
    }
    if baseTypes.isEmpty { baseTypes = [types.object] }
    let metatype = try winner(metatype, bases)
    let qualname = namespace.find(name: names.qualname)
    if !qualname.isUndefined && !qualname.isKind(.str) {
      throw typeError("type __qualname__ must be a str, not \(type(of: qualname.value).name)")
    }
    let classCell = namespace.find(name: names.classCell)
    if !classCell.isUndefined && !classCell.isKind(.cell) {
      throw typeError("__classcell__ must be a nonlocal cell, not \(try repr(.object(type(of: classCell.value))).string)")
    }
    let layoutBase = try bestBase(baseTypes)
    let copy = DictObject(self, capacity: namespace.count)
    for item in namespace.items { try copy.set(self, item.key, item.value) }
    let made = TypeObject(
      name: name, bases: baseTypes, instanceKind: layoutBase.instanceKind, isHeap: true, metatype: metatype,
      namespace: copy)
    made.new = layoutBase.new
    made.initialize = layoutBase.initialize
    made.hasAttributes = true
    try finishClass(made, baseTypes, copy)
    try announceClass(made, copy, keywords)
    return made
  }

  /// The base whose layout instances get.
  private func bestBase(_ bases: [TypeObject]) throws(Raised) -> TypeObject {
    var best = bases[0]
    for base in bases.dropFirst() where base.instanceKind != .instance {
      if best.instanceKind == .instance || base.isSubtype(of: best) {
        best = base
      } else if base.instanceKind != best.instanceKind {
        throw typeError("multiple bases have instance lay-out conflict")
      }
    }
    return best
  }

  private func finishClass(_ made: TypeObject, _ bases: [TypeObject], _ namespace: DictObject) throws(Raised) {
    made.setMRO(try linearize(made, bases))
    if namespace.find(name: names.module).isUndefined {
      let module = frameCount > 0 ? currentGlobals?.get(self, "__name__") : nil
      namespace.set(name: names.module, value: module ?? .object(string("builtins")))
    }
    let qualname = namespace.find(name: names.qualname)
    if qualname.isKind(.str) {
      made.qualifiedName = unsafeDowncast(qualname.object, to: StrObject.self).string
      _ = namespace.remove(name: names.qualname)
    }
    // `__class__` works from here on: `__set_name__` and `__init_subclass__` may call methods that use it.
    let cell = namespace.find(name: names.classCell)
    if cell.isObject, cell.object is CellObject { storeCell(cell, .owned(made)) }
    _ = namespace.remove(name: names.classCell)
    for special in [Special.initSubclass, .classGetitem] {
      let value = namespace.find(name: specialNames[Int(special.rawValue)])
      if value.isKind(.function) {
        namespace.set(
          name: specialNames[Int(special.rawValue)], value: .object(ClassMethodObject(self, value.value)))
      }
    }
    let new = namespace.find(name: specialNames[Int(Special.new.rawValue)])
    if new.isKind(.function) {
      namespace.set(name: specialNames[Int(Special.new.rawValue)], value: .object(StaticMethodObject(self, new.value)))
    }
    // A class that defines __eq__ without __hash__ is unhashable.
    if !namespace.find(name: specialNames[Int(Special.eq.rawValue)]).isUndefined,
      namespace.find(name: specialNames[Int(Special.hash.rawValue)]).isUndefined
    {
      namespace.set(name: specialNames[Int(Special.hash.rawValue)], .none)
    }
    try makeSlots(made, bases, namespace)
    addInstanceAttributes(made, bases, namespace)
    if namespace.find(name: names.doc).isUndefined { namespace.set(name: names.doc, .none) }
    made.refreshHooks(self)
  }

  /// `__dict__` and `__weakref__` of the first class in a line whose instances have them.
  private func addInstanceAttributes(_ made: TypeObject, _ bases: [TypeObject], _ namespace: DictObject) {
    if made.instanceKind == .type { return }
    let parents = bases.filter { $0 !== types.object }
    if made.hasAttributes && !parents.contains(where: \.hasAttributes) && namespace.find(name: names.dict).isUndefined {
      made.attribute(self, "__dict__", get: CoreNamespaces.instanceDict, set: CoreNamespaces.setInstanceDict)
    }
    // Tuples, bytes and ints keep their items in the object: CPython has no room for a list of references there.
    let isOpen = made.slotNames == nil && ![.tuple, .bytes, .int].contains(made.instanceKind)
    if isOpen && !parents.contains(where: { $0.isHeap && $0.slotNames == nil }) {
      made.attribute(
        self, "__weakref__",
        get: Self.firstReference)
    }
  }

  /// `__weakref__` of an instance.
  private static func firstReference(_ vm: VM, _ value: Value) throws(Raised) -> Value {
    guard case .object(let object) = value, let first = WeakReferences.all(of: object).first else { return .none }
    return .object(first)
  }

  /// `__slots__`: member descriptors; without `__dict__` other attributes are refused.
  private func makeSlots(_ made: TypeObject, _ bases: [TypeObject], _ namespace: DictObject) throws(Raised) {
    let declared = namespace.find(name: names.slots)
    if declared.isUndefined { return }
    var slotNames: [String] = []
    let value = declared.value
    let entries: [Value]
    if case .object(let o) = value, o is StrObject { entries = [value] } else { entries = try list(of: value) }
    var hasDict = bases.contains { $0.hasAttributes && $0 !== types.object }
    var isReferable = bases.contains { $0.isHeap && ($0.slotNames == nil || $0.hasWeakReferences) }
    let isSized = [.tuple, .bytes, .int].contains(made.instanceKind)
    if isSized, !entries.isEmpty {
      throw typeError("nonempty __slots__ not supported for subtype of '\(made.base?.name ?? "object")'")
    }
    for entry in entries {
      guard case .object(let o) = entry, let text = o as? StrObject else {
        throw typeError("__slots__ items must be strings, not '\(type(of: entry).name)'")
      }
      let slotName = text.string
      if !(try truth(try callMethod(entry, "isidentifier", []))) { throw typeError("__slots__ must be identifiers") }
      if slotName == "__dict__" {
        if hasDict { throw typeError("__dict__ slot disallowed: we already got one") }
        hasDict = true
        continue
      }
      if slotName == "__weakref__" {
        if isReferable {
          throw typeError("__weakref__ slot disallowed: either we already got one, or __itemsize__ != 0")
        }
        isReferable = true
        made.attribute(self, "__weakref__", get: Self.firstReference)
        continue
      }
      if slotNames.contains(mangle(slotName, in: made.name)) { continue }
      if !namespace.find(name: .borrowed(intern(text))).isUndefined {
        throw valueError("'\(slotName)' in __slots__ conflicts with class variable")
      }
      let mangled = mangle(slotName, in: made.name)
      slotNames.append(mangled)
      namespace.set(
        name: .borrowed(intern(mangled)), value: .object(MemberDescriptor(self, name: intern(mangled), owner: made)))
    }
    made.slotNames = slotNames
    made.hasWeakReferences = isReferable
    made.hasAttributes = hasDict
  }

  /// `__x` inside class `C` is `_C__x`.
  package func mangle(_ name: String, in cls: String) -> String {
    if !name.hasPrefix("__") || name.hasSuffix("__") || name.contains(".") { return name }
    let stripped = cls.drop { $0 == "_" }
    return stripped.isEmpty ? name : "_\(stripped)\(name)"
  }

  /// C3 linearization.
  package func linearize(_ cls: TypeObject, _ bases: [TypeObject]) throws(Raised) -> [TypeObject] {
    if cls.type.isHeap, case let hook = cls.type.lookup(self, .borrowed(intern("mro"))), hook.isKind(.function) {
      let order = try list(of: try call(hook, [.object(cls)]))
      return try checkedOrder(order, of: cls)
    }
    return try usualOrder(cls, bases)
  }

  /// The order without regard to a metaclass' `mro()`.
  func usualOrder(_ cls: TypeObject, _ bases: [TypeObject]) throws(Raised) -> [TypeObject] {
    var sequences = bases.map { $0.mroTypes }
    sequences.append(bases)
    var result: [TypeObject] = [cls]
    while true {
      sequences.removeAll { $0.isEmpty }
      if sequences.isEmpty { return result }
      var candidate: TypeObject?
      for sequence in sequences {
        let head = sequence[0]
        if !sequences.contains(where: { $0.dropFirst().contains { $0 === head } }) {
          candidate = head
          break
        }
      }
      guard let next = candidate else {
        var heads: [String] = []
        for sequence in sequences where !heads.contains(sequence[0].name) { heads.append(sequence[0].name) }
        throw typeError(
          "Cannot create a consistent method resolution\norder (MRO) for bases \(heads.joined(separator: ", "))")
      }
      result.append(next)
      for k in sequences.indices where sequences[k][0] === next { sequences[k].removeFirst() }
    }
  }

  /// What a metaclass' `mro()` returned, when methods of all its classes can work on instances.
  private func checkedOrder(_ order: [Value], of cls: TypeObject) throws(Raised) -> [TypeObject] {
    let layout = cls.baseTypes.first { $0.instanceKind == cls.instanceKind }?.layoutType ?? types.object
    var result: [TypeObject] = []
    for value in order {
      guard let other = value.asType else {
        throw typeError("mro() returned a non-class ('\(type(of: value).name)')")
      }
      guard other === cls || other.instanceKind == .instance || layout.isSubtype(of: other.layoutType) else {
        throw typeError("mro() returned base with unsuitable layout ('\(other.name)')")
      }
      result.append(other)
    }
    return result
  }

  /// `cls.__bases__ = bases`: new orders for the class and all that derive from it.
  func replaceBases(of cls: TypeObject, with value: Value) throws(Raised) {
    guard let tuple = value.asTuple else {
      throw typeError("can only assign tuple to \(cls.name).__bases__, not \(type(of: value).name)")
    }
    guard tuple.count > 0 else {
      throw typeError("can only assign non-empty tuple to \(cls.name).__bases__, not ()")
    }
    var bases: [TypeObject] = []
    for item in tuple.values {
      guard let base = item.asType else {
        throw typeError("\(cls.name).__bases__ must be tuple of classes, not '\(type(of: item).name)'")
      }
      // An order that is being renewed further out may not tell yet.
      if base.isSubtype(of: cls) || base.isSubtypeByBases(of: cls) { throw typeError("a __bases__ item causes an inheritance cycle") }
      bases.append(base)
    }
    let best = try bestBase(bases)
    guard cls.hasLayout(of: best) else {
      throw typeError(
        "__bases__ assignment: '\(best.name)' object layout differs from '\(cls.base?.name ?? cls.name)'")
    }
    let oldBases = cls.baseTypes
    cls.setBases(bases)
    var changed: [(type: TypeObject, order: [TypeObject])] = []
    do throws(Raised) {
      try renewOrder(of: cls, &changed)
    } catch {
      cls.setBases(oldBases)
      for entry in changed { entry.type.setMRO(entry.order) }
      throw error
    }
    cls.refreshHooks(self)
  }

  private func renewOrder(
    of cls: TypeObject, _ changed: inout [(type: TypeObject, order: [TypeObject])]
  ) throws(Raised) {
    changed.append((cls, cls.mroTypes))
    cls.setMRO(try linearize(cls, cls.baseTypes))
    for child in cls.subclassTypes { try renewOrder(of: child, &changed) }
  }

  /// `__set_name__` of the namespace's values, then `__init_subclass__` of the parent.
  private func announceClass(
    _ made: TypeObject, _ namespace: DictObject, _ keywords: [(name: StrObject, value: Value)]
  ) throws(Raised) {
    for item in namespace.items {
      guard case .object(let o) = item.value else { continue }
      if let property = o as? PropertyObject, !o.hasHeapType { property.name = item.key.asStr?.string }
      if o.hasHeapType {
        do throws(Raised) {
          _ = try callSpecial(o, .setName, [.object(made), item.key])
        } catch {
          let wrapped = runtimeError(
            "Error calling __set_name__ on '\(o.type.name)' instance \(try repr(item.key).string) in '\(made.name)'")
          wrapped.exception.setCause(error.exception)
          wrapped.exception.setContext(error.exception)
          wrapped.exception.suppressContext = true
          throw wrapped
        }
      }
    }
    let proxy = try SuperObject(self, made, .object(made))
    guard let hook = try getAttrOrNil(.object(proxy), intern("__init_subclass__")) else { return }
    _ = try call(hook, [], keywords: keywords.map { (name: $0.name.string, value: $0.value) })
  }

  /// A class's name; null characters and lone surrogates are refused.
  func className(_ text: StrObject) throws(Raised) -> String {
    for k in 0..<text.count where text[k] == 0 || text[k] & ~0x7FF == 0xD800 {
      if text[k] == 0 { throw valueError("type name must not contain null characters") }
      _ = try callMethod(.object(text), "encode", [])
    }
    return text.string
  }

  // MARK: Instances

  /// `cls(...)`: `__new__`, then `__init__` when the result is an instance.
  package func instantiateClass(_ cls: TypeObject, _ arguments: Arguments) throws(Raised) -> Value {
    if cls === types.type && arguments.count == 1 && arguments.keywordNames == nil {
      return .object(type(of: arguments[0]))
    }
    if cls.isAbstract { throw try abstractError(cls) }
    let made: Value
    let newHook = cls.special(self, .new)
    if !newHook.isUndefined {
      let function = try bindDescriptor(newHook, nil, cls)
      made = try call(function.borrowed, prepending: .borrowed(cls), arguments)
      if !type(of: made).isSubtype(of: cls) { return made }
    } else {
      guard let new = cls.new else { throw typeError("cannot create '\(cls.operandName)' instances") }
      made = try new(self, cls, arguments)
      if !type(of: made).isSubtype(of: cls) { return made }
    }
    guard case .object(let instance) = made else { return made }
    let initHook = instance.type.special(self, .`init`)
    if !initHook.isUndefined {
      let bound = try bindDescriptor(initHook, made, instance.type)
      let result: Value
      if case .object(let b) = bound, let method = b as? BoundMethod {
        result = try call(method.function, prepending: method.receiver, arguments)
      } else {
        result = try call(bound.borrowed, arguments)
      }
      if !result.isNone {
        throw typeError("__init__() should return None, not '\(type(of: result).name)'")
      }
    } else if let initialize = instance.type.initialize {
      try initialize(self, instance, arguments)
    }
    return made
  }

  /// `object.__new__` and `object.__init__` of plain classes.
  func newPlainObject(_ cls: TypeObject, _ arguments: Arguments) throws(Raised) -> Value {
    if arguments.count > 0 {
      if !cls.special(self, .new).isUndefined {
        throw typeError("object.__new__() takes exactly one argument (the type to instantiate)")
      }
      if cls.special(self, .`init`).isUndefined { throw typeError("\(cls.name)() takes no arguments") }
    }
    if cls.instanceKind != .instance {
      throw typeError(
        "object.__new__(\(cls.name)) is not safe, use \(cls.name).__new__()")
    }
    return .object(Object(kind: .instance, type: cls, tracked: cls.isHeap))
  }

  private func abstractError(_ cls: TypeObject) throws(Raised) -> Raised {
    let set = try getAttr(.object(cls), "__abstractmethods__")
    var methods: [String] = []
    for name in try list(of: set) { methods.append(try str(name).string) }
    methods.sort()
    let plural = methods.count == 1 ? "" : "s"
    return typeError(
      "Can't instantiate abstract class \(cls.name) with abstract method\(plural) \(methods.joined(separator: ", "))")
  }

  /// `cls[key]`: `__class_getitem__`; `type` has none, but may be written so.
  package func classGetItem(_ cls: TypeObject, _ key: Value) throws(Raised) -> Value {
    if cls.type.isHeap, let made = try callSpecial(cls, .getitem, [key]) { return made }
    if let hook = try getAttrOrNil(.object(cls), intern("__class_getitem__")) { return try call(hook, [key]) }
    if cls === types.type { return .object(GenericAlias(self, origin: cls, key)) }
    throw typeError("type '\(cls.name)' is not subscriptable")
  }
}
