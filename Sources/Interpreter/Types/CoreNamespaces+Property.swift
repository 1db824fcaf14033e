/// What Python sees of `property`.
extension CoreNamespaces {
  static func newProperty(_ vm: VM, _ cls: TypeObject, _ args: Arguments) throws(Raised) -> Value {
    var parts: [Value] = [.none, .none, .none, .none]
    for (k, value) in args.positional.enumerated() where k < 4 { parts[k] = value }
    for (name, value) in args.keywords {
      guard let k = ["fget", "fset", "fdel", "doc"].firstIndex(of: name.string) else {
        throw vm.typeError("property() got an unexpected keyword argument '\(name.string)'")
      }
      parts[k] = value
    }
    return try makeProperty(vm, cls, parts)
  }

  /// A property of getter, setter, deleter and documentation; without the last the getter's is taken.
  private static func makeProperty(_ vm: VM, _ cls: TypeObject, _ parts: [Value]) throws(Raised) -> Value {
    var parts = parts
    var isGetterDoc = false
    if parts[3].isNone, let doc = parts[0].isNone ? nil : try vm.getAttrOrNil(parts[0], vm.intern("__doc__")) {
      parts[3] = doc
      isGetterDoc = !doc.isNone
    }
    let made = PropertyObject(vm, get: parts[0], set: parts[1], delete: parts[2], doc: parts[3], type: cls)
    made.isGetterDoc = isGetterDoc
    // The documentation of a subclass would hide that of its instance.
    if cls.isHeap && isGetterDoc { try vm.setAttr(.object(made), "__doc__", parts[3]) }
    return .object(made)
  }

  /// A property with one of its functions replaced, made by calling the class of the old one.
  private static func replacing(
    _ vm: VM, _ old: PropertyObject, _ part: Int, _ function: Value
  ) throws(Raised) -> Value {
    var parts = [old.getter.value, old.setter.value, old.deleter.value, old.doc.value]
    if !function.isNone { parts[part] = function }
    if old.isGetterDoc && !parts[0].isNone { parts[3] = .none }
    let made = try vm.call(.object(old.type), parts)
    if case .object(let o) = made, let property = o as? PropertyObject { property.name = old.name }
    return made
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
    type.method(vm, "getter(self, fget, /)", "Descriptor to obtain a copy of the property with a different getter.") {
      (vm, args) throws(Raised) in try replacing(vm, try asProperty(vm, args[0]), 0, args[1])
    }
    type.method(vm, "setter(self, fset, /)", "Descriptor to obtain a copy of the property with a different setter.") {
      (vm, args) throws(Raised) in try replacing(vm, try asProperty(vm, args[0]), 1, args[1])
    }
    type.method(vm, "deleter(self, fdel, /)", "Descriptor to obtain a copy of the property with a different deleter.") {
      (vm, args) throws(Raised) in try replacing(vm, try asProperty(vm, args[0]), 2, args[1])
    }
    type.attribute(vm, "__isabstractmethod__", get: { (vm, v) throws(Raised) in
      let p = try asProperty(vm, v)
      for part in [p.getter, p.setter, p.deleter] where !part.isUndefined && !part.isNone {
        if try isAbstract(vm, part.value) { return .bool(true) }
      }
      return .bool(false)
    })
    type.attribute(vm, "fget", get: { (vm, v) throws(Raised) in try asProperty(vm, v).getter.value })
    type.attribute(vm, "fset", get: { (vm, v) throws(Raised) in try asProperty(vm, v).setter.value })
    type.attribute(vm, "fdel", get: { (vm, v) throws(Raised) in try asProperty(vm, v).deleter.value })
    type.attribute(
      vm, "__doc__", get: { (vm, v) throws(Raised) in try asProperty(vm, v).doc.value },
      set: { (vm, v, new) throws(Raised) in
        let property = try asProperty(vm, v)
        let old = property.doc
        property.doc = (new ?? .none).owned
        property.isGetterDoc = false
        old.release()
      })
    type.method(vm, "__set_name__(self, *args)", "Method to set name of a property.") { (vm, args) throws(Raised) in
      let given = args[1].asTuple?.values ?? []
      if given.count != 2 {
        throw vm.typeError("__set_name__() takes 2 positional arguments but \(given.count) were given")
      }
      try asProperty(vm, args[0]).name = try vm.str(given[1]).string
      return .none
    }
  }
}
