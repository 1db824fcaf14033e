/// What Python sees of `property`.
extension CoreNamespaces {
  static func newProperty(_ vm: VM, _ cls: TypeObject, _ args: Arguments) throws(Raised) -> Value {
    var parts: [Value] = [.none, .none, .none, .none]
    if args.positionalCount > 4 {
      throw vm.typeError("property() takes at most 4 arguments (\(args.positionalCount) given)")
    }
    for (k, value) in args.positional.enumerated() where k < 4 { parts[k] = value }
    for (name, value) in args.keywords {
      guard let k = ["fget", "fset", "fdel", "doc"].firstIndex(of: name.string) else {
        throw vm.typeError("'\(name.string)' is an invalid keyword argument for property()")
      }
      parts[k] = value
    }
    return .object(try makeProperty(vm, cls, parts, docIsGetters: parts[3].isNone))
  }

  /// A property of getter, setter, deleter and text; the getter's text serves when there is none.
  private static func makeProperty(
    _ vm: VM, _ cls: TypeObject, _ given: [Value], docIsGetters: Bool
  ) throws(Raised) -> PropertyObject {
    var parts = given
    if docIsGetters {
      parts[3] = parts[0].isNone ? .none : try vm.getAttrOrNil(parts[0], vm.intern("__doc__")) ?? .none
    }
    let made = PropertyObject(vm, get: parts[0], set: parts[1], delete: parts[2], doc: parts[3], type: cls)
    made.docIsGetters = docIsGetters
    // The class of a subclass has a text of its own, which the instance's hides.
    if cls.isHeap && !parts[0].isNone && docIsGetters { try vm.setAttr(.object(made), "__doc__", parts[3]) }
    return made
  }

  /// `getter`, `setter` and `deleter`: a property of the same class with one part replaced.
  private static func copy(
    _ vm: VM, _ value: Value, _ place: Int, _ part: Value
  ) throws(Raised) -> Value {
    let p = try asProperty(vm, value)
    var parts = [p.getter.value, p.setter.value, p.deleter.value, p.doc.value]
    if !part.isNone { parts[place] = part }
    let docIsGetters = p.docIsGetters && !parts[0].isNone
    if p.type.isHeap {
      // Through the subclass's own constructor.
      let doc = docIsGetters ? Value.none : parts[3]
      return try vm.call(.object(p.type), [parts[0], parts[1], parts[2], doc])
    }
    let made = try makeProperty(vm, p.type, parts, docIsGetters: docIsGetters)
    made.name = p.name
    return .object(made)
  }

  private static func asProperty(_ vm: VM, _ value: Value) throws(Raised) -> PropertyObject {
    guard case .object(let o) = value, let property = o as? PropertyObject else {
      throw vm.typeError("expected a property")
    }
    return property
  }

  /// Whether a function is marked by `abc.abstractmethod`.
  static func isAbstract(_ vm: VM, _ function: Value) throws(Raised) -> Bool {
    guard let mark = try vm.getAttrOrNil(function, vm.intern("__isabstractmethod__")) else { return false }
    return try vm.truth(mark)
  }

  static func populateProperty(_ type: TypeObject, _ vm: VM) {
    type.specials(vm, [.get, .set, .delete])
    for (place, name) in ["getter", "setter", "deleter"].enumerated() {
      type.method(vm, "\(name)(self, f\(["get", "set", "del"][place]), /)", "Descriptor to obtain a copy with another \(name).") {
        (vm, args) throws(Raised) in
        try copy(vm, args[0], place, args[1])
      }
    }
    type.rawMethod(vm, "__set_name__(self, owner, name, /)", "Tell the property its name.") { (vm, args) throws(Raised) in
      if args.count != 3 {
        throw vm.typeError("__set_name__() takes 2 positional arguments but \(max(0, args.count - 1)) were given")
      }
      try asProperty(vm, args[0]).name = args[2].asStr?.string
      return .none
    }
    type.attribute(vm, "__isabstractmethod__", get: { (vm, v) throws(Raised) in
      let p = try asProperty(vm, v)
      for part in [p.getter, p.setter, p.deleter] where !part.isUndefined && !part.isNone {
        if try isAbstract(vm, part.value) { return .bool(true) }
      }
      return .bool(false)
    })
    type.attribute(
      vm, "fget", get: { (vm, v) throws(Raised) in try asProperty(vm, v).getter.value },
      set: { (vm, _, _) throws(Raised) in throw vm.attributeError("readonly attribute") })
    type.attribute(
      vm, "fset", get: { (vm, v) throws(Raised) in try asProperty(vm, v).setter.value },
      set: { (vm, _, _) throws(Raised) in throw vm.attributeError("readonly attribute") })
    type.attribute(
      vm, "fdel", get: { (vm, v) throws(Raised) in try asProperty(vm, v).deleter.value },
      set: { (vm, _, _) throws(Raised) in throw vm.attributeError("readonly attribute") })
    type.attribute(
      vm, "__doc__", get: { (vm, v) throws(Raised) in try asProperty(vm, v).doc.value },
      set: { (vm, v, new) throws(Raised) in
        let p = try asProperty(vm, v)
        let old = p.doc
        p.doc = (new ?? .none).owned
        old.release()
      })
  }
}
