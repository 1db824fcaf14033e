// `repr`, `str`, `format` of any value, and the names of types in messages.

extension VM {
  /// `repr(value)`.
  package func repr(_ value: Value) throws(Raised) -> StrObject {
    switch value {
    case .none: return intern("None")
    case .bool(let b): return intern(b ? "True" : "False")
    case .int(let i): return IntText.string(self, i)
    case .float(let f): return FloatText.text(self, f)
    case .object(let o):
      try enterNative(" while getting the repr of an object")
      defer { leaveNative() }
      if o.hasHeapType, let made = try callHook(o, .repr) {
        guard case .object(let s) = made, let text = s as? StrObject else {
          throw typeError("__repr__ returned non-string (type \(type(of: made).operandName))")
        }
        return text
      }
      return try o.repr(self)
    }
  }
  /// `str(value)`.
  package func str(_ value: Value) throws(Raised) -> StrObject {
    guard case .object(let o) = value else { return try repr(value) }
    if o.kind == .str && !o.hasHeapType, let text = o as? StrObject { return text }
    try enterNative(" while getting the str of an object")
    defer { leaveNative() }
    if o.hasHeapType {
      if let made = try callHook(o, .str) {
        guard case .object(let s) = made, let text = s as? StrObject else {
          throw typeError("__str__ returned non-string (type \(type(of: made).operandName))")
        }
        return text
      }
    }
    if let text = try o.str(self) { return text }
    return try repr(value)
  }
  /// `format(value, spec)`.
  package func format(_ value: Value, _ spec: StrObject) throws(Raised) -> StrObject {
    if spec.count > 0, let quick = QuickFormat.format(self, value, spec) { return quick }
    switch value {
    case .object(let o):
      if o.hasHeapType, let made = try callSpecial(o, .format, [.object(spec)]) {
        guard case .object(let s) = made, let text = s as? StrObject else {
          throw typeError("__format__ must return a str, not \(type(of: made).operandName)")
        }
        return text
      }
      return try o.format(self, spec: spec)
    default: return try Formatting.format(self, value, spec)
    }
  }
  /// The text of an object without a `__repr__` of its own.
  package func defaultRepr(_ object: Object) -> StrObject {
    switch object.kind {
    case .notImplemented: return string("NotImplemented")
    case .ellipsis: return string("Ellipsis")
    default: return string("<\(qualifiedTypeName(object.type)) object at \(addressText(object))>")
    }
  }
  /// `0x7f...` of an object.
  package func addressText(_ object: Object) -> String {
    let address = UInt(bitPattern: Unmanaged.passUnretained(object).toOpaque())
    let hex = String(address, radix: 16)
    return "0x" + String(repeating: "0", count: max(0, 12 - hex.count)) + hex
  }
  /// `module.qualname` of a type; builtins without module.
  package func qualifiedTypeName(_ type: TypeObject) -> String {
    let module = moduleName(of: type)
    return module == "builtins" ? type.qualifiedName : "\(module).\(type.qualifiedName)"
  }
  /// `type.__module__` as text.
  package func moduleName(of type: TypeObject) -> String {
    if type.isHeap {
      let slot = type.namespace.find(name: names.module)
      if slot.isKind(.str), let text = slot.object as? StrObject { return text.string }
    }
    return type.moduleName
  }
}
