import Interpreter
import Syntax

/// Finds the value of a simple expression without running any of the user's code.
struct Resolver {
  private let language: PythonLanguage
  private var vm: VM { language.vm }

  init(_ language: PythonLanguage) { self.language = language }

  /// The value of names, attributes, literals and items of builtin containers; nil for anything else.
  func value(of text: String) -> Value? {
    let context = CodeContext(text, cursor: text.unicodeScalars.count)
    guard !context.tokens.isEmpty else { return nil }
    return value(context, 0, context.tokens.count)
  }

  private func value(_ context: CodeContext, _ first: Int, _ end: Int) -> Value? {
    guard first < end, var (value, at) = start(context, first, end) else { return nil }
    while at < end {
      switch context.text(context.tokens[at]) {
      case ".":
        guard at + 1 < end, let next = attribute(value, context.text(context.tokens[at + 1])) else {
          return nil
        }
        value = next
        at += 2
      case "[":
        guard at + 2 < end, context.text(context.tokens[at + 2]) == "]",
          let key = literal(context.text(context.tokens[at + 1])), let next = item(value, key)
        else { return nil }
        value = next
        at += 3
      case "(":
        // A class called gives an instance, whose attributes the class knows; other calls stay unknown.
        return nil
      default: return nil
      }
    }
    return value
  }

  /// A module of our own inside of another one, which is loaded when it is asked for.
  private func submodule(_ module: ModuleObject, _ name: String) -> Value? {
    guard let owner = module.namespace.get(vm, "__name__")?.asStr?.string else { return nil }
    let whole = owner + "." + name
    guard vm.pythonModules[whole] != nil || vm.nativeModules[whole] != nil else { return nil }
    do throws(Raised) { return try language.importDotted(whole) } catch { return nil }
  }

  private func start(_ context: CodeContext, _ first: Int, _ end: Int) -> (Value, Int)? {
    let token = context.tokens[first]
    let text = context.text(token)
    switch token.kind {
    case .name:
      if let found = language.session.main.get(vm, text) ?? vm.builtins.get(vm, text) {
        return (found, first + 1)
      }
      return literal(text).map { ($0, first + 1) }
    case .string, .number: return literal(text).map { ($0, first + 1) }
    case .op:
      guard let close = closing(context, first, end) else { return nil }
      if text == "(", let inner = value(context, first + 1, close) { return (inner, close + 1) }
      if text == "[" { return (.object(ListObject(vm, [])), close + 1) }
      if text == "{" { return (.object(DictObject(vm)), close + 1) }
      return nil
    default: return nil
    }
  }

  private func closing(_ context: CodeContext, _ open: Int, _ end: Int) -> Int? {
    var depth = 0
    for at in open..<end where context.tokens[at].kind == .op {
      switch context.text(context.tokens[at]) {
      case "(", "[", "{": depth += 1
      case ")", "]", "}":
        depth -= 1
        if depth == 0 { return at }
      default: break
      }
    }
    return nil
  }

  /// A string, number or constant.
  private func literal(_ text: String) -> Value? {
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.first else { return nil }
    if scalars.contains("{"), text.hasPrefix("f") || text.hasPrefix("F") { return .object(vm.emptyString) }
    let isNumber = first == "." || ("0"..."9").contains(first)
    let isString = scalars.last == "'" || scalars.last == "\""
    guard isNumber || isString || ["None", "True", "False"].contains(text) else { return nil }
    do throws(Raised) {
      return try vm.run(
        source: Array(text.utf8), filename: "<literal>", mode: .eval, globals: DictObject(vm))
    } catch {
      return nil
    }
  }

  /// An item of a builtin container.
  func item(_ value: Value, _ key: Value) -> Value? {
    guard case .object(let object) = value, !object.hasHeapType else { return nil }
    do throws(Raised) {
      switch object.kind {
      case .list, .tuple, .str, .range: return try vm.getItem(value, key)
      case .dict: return value.asDict?.get(vm, key.asStr?.string ?? "")
      default: return nil
      }
    } catch {
      return nil
    }
  }

  /// An attribute without calling properties, descriptors of the user or `__getattr__`.
  func attribute(_ value: Value, _ name: String) -> Value? {
    if let module = value.asModule { return module.namespace.get(vm, name) ?? submodule(module, name) }
    let key = vm.intern(name)
    if case .object(let object) = value {
      if let type = value.asType {
        let slot = type.lookup(vm, .borrowed(key))
        if !slot.isUndefined { return unwrapped(slot.value) }
        return nil
      }
      if object.kind != .bytes {
        let own = vm.instanceAttribute(object, .borrowed(key))
        if !own.isUndefined { return own.value }
      }
    }
    let slot = vm.type(of: value).lookup(vm, .borrowed(key))
    if slot.isUndefined { return nil }
    let found = slot.value
    if found.kind == .function || found.kind == .nativeFunction {
      return .object(BoundMethod(vm, function: found, receiver: value))
    }
    if found.kind == .getSetDescriptor || found.kind == .memberDescriptor {
      // Native attributes have no effects.
      do throws(Raised) { return try vm.getAttr(value, name) } catch { return nil }
    }
    return found.kind == .property ? nil : unwrapped(found)
  }

  private func unwrapped(_ value: Value) -> Value {
    guard value.kind == .classMethod || value.kind == .staticMethod else { return value }
    do throws(Raised) { return try vm.getAttr(value, "__func__") } catch { return value }
  }

  /// All attributes with their values as far as they are known without running anything.
  func attributes(of value: Value) -> [(name: String, value: Value?)] {
    var found: [(name: String, value: Value?)] = []
    var seen: Set<String> = []
    func add(_ dict: DictObject, isClass: Bool) {
      for item in dict.items {
        guard let name = item.key.asStr?.string, seen.insert(name).inserted else { continue }
        found.append((name, isClass ? bound(item.value, value) : item.value))
      }
    }
    if let module = value.asModule {
      add(module.namespace, isClass: false)
      return found
    }
    if let type = value.asType {
      for base in type.mroTypes {
        base.ensurePopulated(vm)
        add(base.namespace, isClass: false)
      }
      if !type.type.isHeap { return found }
    }
    if case .object(let object) = value, object.kind == .instance || object.hasHeapType, value.asType == nil {
      add(vm.attributeDict(of: object), isClass: false)
    }
    for base in vm.type(of: value).mroTypes {
      base.ensurePopulated(vm)
      add(base.namespace, isClass: true)
      addExceptionFields(base, &found, &seen)
    }
    return found
  }

  private func addExceptionFields(
    _ base: TypeObject, _ found: inout [(name: String, value: Value?)], _ seen: inout Set<String>
  ) {
    for field in KnownResults.exceptionFields[base.name]?.split(separator: " ") ?? [] where !base.isHeap {
      if seen.insert(String(field)).inserted { found.append((String(field), nil)) }
    }
  }

  /// The attributes that all instances of a class have.
  func attributes(ofInstancesOf type: TypeObject) -> [(name: String, value: Value?)] {
    var found: [(name: String, value: Value?)] = []
    var seen: Set<String> = []
    for base in type.mroTypes {
      base.ensurePopulated(vm)
      for item in base.namespace.items {
        guard let name = item.key.asStr?.string, seen.insert(name).inserted else { continue }
        found.append((name, item.value))
      }
      addExceptionFields(base, &found, &seen)
      // Fields that are declared only.
      for item in base.isHeap ? base.namespace.get(vm, "__annotations__")?.asDict?.items ?? [] : [] {
        if let name = item.key.asStr?.string, seen.insert(name).inserted { found.append((name, nil)) }
      }
    }
    return found
  }

  private func bound(_ value: Value, _ receiver: Value) -> Value? {
    switch value.kind {
    case .function, .nativeFunction: .object(BoundMethod(vm, function: value, receiver: receiver))
    default: value
    }
  }
}
