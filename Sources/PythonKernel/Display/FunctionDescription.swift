import Interpreter

/// Name, module and signature of anything callable, for display, completion and inspection.
struct FunctionDescription {
  let vm: VM
  let value: Value

  init(_ vm: VM, _ value: Value) {
    self.vm = vm
    self.value = value
  }

  /// `__qualname__`.
  var qualifiedName: String {
    if let function = value.asFunction { return function.qualifiedName.string }
    guard case .object(let o) = value else { return "" }
    if let native = o as? NativeFunction {
      return native.owner.map { $0.takeUnretainedValue().name + "." + native.name } ?? native.name
    }
    if let method = value.asBoundMethod {
      return FunctionDescription(vm, method.function.value).qualifiedName
    }
    if let type = value.asType { return type.qualifiedName }
    return vm.type(of: value).name
  }

  /// `__module__`; empty when there is none.
  var module: String {
    if value.kind == .function {
      do throws(Raised) { return try vm.getAttr(value, "__module__").asStr?.string ?? "" } catch { return "" }
    }
    guard case .object(let o) = value else { return "" }
    if let native = o as? NativeFunction { return native.moduleName ?? "" }
    if let method = value.asBoundMethod { return FunctionDescription(vm, method.function.value).module }
    return ""
  }

  /// `(a, b=2, *args)`; nil when it is not known.
  func signature() throws(Raised) -> String? {
    if let function = value.asFunction { return try python(function, skip: 0) }
    guard case .object(let o) = value else { return nil }
    if let native = o as? NativeFunction { return FunctionDescription.native(native, isBound: false) }
    if let method = value.asBoundMethod {
      let inner = method.function.value
      if let function = inner.asFunction { return try python(function, skip: 1) }
      if case .object(let f) = inner, let native = f as? NativeFunction {
        return FunctionDescription.native(native, isBound: true)
      }
      return nil
    }
    if let type = value.asType { return try ofClass(type) }
    if o.hasHeapType {
      let hook = o.type.special(vm, .call)
      if !hook.isUndefined, let function = hook.value.asFunction { return try python(function, skip: 1) }
    }
    return nil
  }

  /// Names of the parameters with a tag for those that may be given by keyword.
  func parameterNames() -> [String] {
    if let function = value.asFunction { return names(function, skip: 0) }
    if let method = value.asBoundMethod {
      let inner = method.function.value
      if let function = inner.asFunction { return names(function, skip: 1) }
      return FunctionDescription(vm, inner).parameterNames()
    }
    if let type = value.asType {
      for name in ["__init__", "__new__"] {
        if let function = type.lookup(vm, .borrowed(vm.intern(name))).asValue?.asFunction {
          return names(function, skip: 1)
        }
      }
      return []
    }
    if case .object(let o) = value, let native = o as? NativeFunction {
      if native.description != nil { return FunctionDescription.names(native.shownSignature) }
      return native.signature(vm).parameters.compactMap {
        $0.kind == .positional || $0.kind == .keywordOnly ? $0.name.string : nil
      }.filter { $0 != "self" }
    }
    return []
  }

  /// The names in a signature such as `clamp(input, min=None, *, out=None)`.
  private static func names(_ signature: String) -> [String] {
    var depth = 0
    var pieces: [String] = [""]
    for character in signature.drop(while: { $0 != "(" }).dropFirst().dropLast() {
      if character == "(" || character == "[" { depth += 1 }
      if character == ")" || character == "]" { depth -= 1 }
      if character == ",", depth == 0 { pieces.append("") } else { pieces[pieces.count - 1].append(character) }
    }
    return pieces.map { String($0.trimmed.prefix { $0 != "=" && $0 != ":" }) }.filter {
      $0 != "self" && $0.unicodeScalars.first.map(LineScanner.startsName) == true
    }
  }

  private func names(_ function: FunctionObject, skip: Int) -> [String] {
    let parts = function.code.parts
    let all = parts.localNames.prefix(parts.argCount + parts.keywordOnlyCount)
    return Array(all.dropFirst(max(skip, parts.positionalOnlyCount)))
  }

  private func ofClass(_ type: TypeObject) throws(Raised) -> String? {
    for name in ["__init__", "__new__"] {
      let slot = type.lookup(vm, .borrowed(vm.intern(name)))
      if let function = slot.asValue?.asFunction { return try python(function, skip: 1) }
    }
    return type.isHeap && type.baseTypes.allSatisfy({ $0 === vm.types.object }) ? "()" : nil
  }

  /// A native signature as `inspect.signature` shows it.
  private static func native(_ function: NativeFunction, isBound: Bool) -> String {
    let text = function.shownSignature
    guard let open = text.firstIndex(of: "(") else { return "()" }
    var inside = String(text[open...])
    if isBound {
      for prefix in ["(self, /, ", "(self, "] where inside.hasPrefix(prefix) {
        inside = "(" + inside.dropFirst(prefix.count)
        break
      }
      if inside.hasPrefix("(/, ") { inside = "(" + inside.dropFirst(4) }
      if inside == "(self)" || inside == "(self, /)" || inside == "(/)" { inside = "()" }
    }
    return inside
  }

  private func python(_ function: FunctionObject, skip: Int) throws(Raised) -> String {
    let parts = function.code.parts
    let defaults = function.defaults.asTuple?.values ?? []
    let keywordDefaults = function.keywordDefaults.asDict
    let annotations = function.annotations.asDict
    var pieces: [String] = []
    func piece(_ name: String, _ value: Value?) throws(Raised) -> String {
      let annotation = annotations?.get(vm, name)
      var text = name
      if let annotation { text += ": " + (try annotationText(annotation)) }
      if let value { text += (annotation == nil ? "=" : " = ") + (try vm.repr(value).string) }
      return text
    }
    let names = parts.localNames
    for position in 0..<min(parts.argCount, names.count) where position >= skip {
      let fromEnd = parts.argCount - position
      let value = fromEnd <= defaults.count ? defaults[defaults.count - fromEnd] : nil
      pieces.append(try piece(names[position], value))
      if position + 1 == parts.positionalOnlyCount { pieces.append("/") }
    }
    var next = parts.argCount + parts.keywordOnlyCount
    if parts.flags.contains(.varArgs), next < names.count {
      pieces.append("*" + (try piece(names[next], nil)))
      next += 1
    } else if parts.keywordOnlyCount > 0 {
      pieces.append("*")
    }
    for position in 0..<parts.keywordOnlyCount where parts.argCount + position < names.count {
      let name = names[parts.argCount + position]
      pieces.append(try piece(name, keywordDefaults?.get(vm, name)))
    }
    if parts.flags.contains(.varKeywords), next < names.count {
      pieces.append("**" + (try piece(names[next], nil)))
    }
    var text = "(" + pieces.joined(separator: ", ") + ")"
    if let annotation = annotations?.get(vm, "return") { text += " -> " + (try annotationText(annotation)) }
    return text
  }

  private func annotationText(_ value: Value) throws(Raised) -> String {
    if let type = value.asType { return vm.qualifiedTypeName(type) }
    return try vm.repr(value).string
  }
}

extension Slot {
  /// The value, nil when undefined.
  var asValue: Value? { isUndefined ? nil : value }
}
