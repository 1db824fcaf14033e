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
    if parts[3].isNone, let doc = parts[0].isNone ? nil : try vm.getAttrOrNil(parts[0], vm.intern("__doc__")) {
      parts[3] = doc
    }
    return .object(
      PropertyObject(vm, get: parts[0], set: parts[1], delete: parts[2], doc: parts[3], type: cls))
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
    type.method(vm, "getter(self, fget, /)", "Descriptor to obtain a copy with another getter.") {
      (vm, args) throws(Raised) in
      let p = try asProperty(vm, args[0])
      return .object(
        PropertyObject(
          vm, get: args[1], set: p.setter.value, delete: p.deleter.value, doc: p.doc.value, type: p.type))
    }
    type.method(vm, "setter(self, fset, /)", "Descriptor to obtain a copy with another setter.") {
      (vm, args) throws(Raised) in
      let p = try asProperty(vm, args[0])
      return .object(
        PropertyObject(
          vm, get: p.getter.value, set: args[1], delete: p.deleter.value, doc: p.doc.value, type: p.type))
    }
    type.method(vm, "deleter(self, fdel, /)", "Descriptor to obtain a copy with another deleter.") {
      (vm, args) throws(Raised) in
      let p = try asProperty(vm, args[0])
      return .object(
        PropertyObject(
          vm, get: p.getter.value, set: p.setter.value, delete: args[1], doc: p.doc.value, type: p.type))
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
    type.attribute(vm, "__doc__", get: { (vm, v) throws(Raised) in try asProperty(vm, v).doc.value })
  }
}
