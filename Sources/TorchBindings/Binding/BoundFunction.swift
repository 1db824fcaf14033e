import Interpreter

/// Functions and methods that are no operators, declared as builtins are, whose wrong calls fail in torch's words: those of
/// its parser, or CPython's where torch has the function in Python.
enum BoundFunction {
  /// What the body gets: a slot for each parameter; undefined, which reads as None: not given.
  typealias Body = NativeFunction.Body

  /// A function whose calls are checked by a schema: `size(Tensor self, int? dim=None)`. `|` stands between several.
  static func parsed(
    _ vm: VM, _ signature: String, _ schemas: String, _ doc: String, owner: TypeObject? = nil, _ body: @escaping Body
  ) -> NativeFunction {
    let torch = TorchState.of(vm)
    let schemas = schemas.split(separator: "|").map { Schema(vm, String($0)) }
    return NativeFunction(vm, signature, doc, owner: owner, isMethod: owner != nil, isRaw: true) {
      (vm, arguments) throws(Raised) in
      for schema in schemas {
        if arguments.keywordNames == nil, Matching.fit(schema, arguments) == .yes {
          return try filled(vm, arguments, schema.parameterCount, body)
        }
        let count = schema.parameterCount
        let target = try vm.reserveStack(count)
        defer { vm.releaseStack(target, count: count) }
        if Matching.bind(vm, torch, schema, arguments, into: target) {
          return try body(vm, Arguments(base: target, count: count))
        }
      }
      throw Mismatch.error(vm, schemas.first?.name ?? "", schemas, arguments, isMethod: owner != nil)
    }
  }

  /// A function that torch has in Python; messages call it by its qualified name.
  static func python(
    _ vm: VM, _ signature: String, _ doc: String, named name: String, owner: TypeObject? = nil, isMethod: Bool = false,
    _ body: @escaping Body
  ) -> NativeFunction {
    let isMethod = isMethod || owner != nil
    // The parameters are read as those of a builtin, which is never called.
    let declared = NativeFunction(vm, signature, doc, owner: owner, isMethod: isMethod, body)
    let rows = declared.signature(vm).parameters
    let places = rows.prefix { $0.kind == .positional || $0.kind == .positionalOnly }.count
    let least = rows.prefix(places).prefix { $0.defaultText == nil }.count
    return NativeFunction(vm, signature, doc, owner: owner, isMethod: isMethod, isRaw: true) {
      [declared] (vm, arguments) throws(Raised) in
      // Defaults belong to it.
      defer { withExtendedLifetime(declared) {} }
      let count = rows.count
      if arguments.keywordNames == nil, arguments.count >= least, arguments.count <= places, count == places {
        return try filled(vm, arguments, count, body, rows)
      }
      let target = try vm.reserveStack(count)
      defer { vm.releaseStack(target, count: count) }
      let binding = PythonBinding(vm: vm, name: name, rows: rows, places: places)
      try binding.bind(arguments, into: target)
      return try body(vm, Arguments(base: target, count: count))
    }
  }

  /// Calls with what was given and the defaults of the rest. Nothing is counted: the caller keeps the arguments.
  @inline(__always)
  private static func filled(
    _ vm: VM, _ arguments: Arguments, _ count: Int, _ body: Body, _ rows: [Parameter]? = nil
  ) throws(Raised) -> Value {
    if arguments.count == count { return try body(vm, arguments) }
    let target = try vm.reserveStack(count)
    for k in 0..<arguments.count { target[k] = arguments.base[k] }
    if let rows { for k in arguments.count..<count { target[k] = rows[k].defaultValue } }
    let result: Value
    do throws(Raised) {
      result = try body(vm, Arguments(base: target, count: count))
    } catch {
      vm.returnStack(target, count: count)
      throw error
    }
    vm.returnStack(target, count: count)
    return result
  }
}

/// Binds arguments as a call of a Python function does, and refuses them in its words.
private struct PythonBinding {
  let vm: VM
  let name: String
  let rows: [Parameter]
  /// How many parameters have places.
  let places: Int

  /// Fills the slots; keyword arguments are looked at first, then the number of those without names, as CPython does.
  func bind(_ arguments: Arguments, into target: UnsafeMutablePointer<Slot>) throws(Raised) {
    let positional = arguments.positionalCount
    for k in 0..<Swift.min(positional, places) { put(arguments.base[k], target + k) }
    if places < rows.count, rows[places].kind == .variadic {
      let rest = Swift.max(positional - places, 0)
      target[places] = .owned(TupleObject.make(vm, copying: arguments.base + Swift.min(positional, places), count: rest))
    }
    for (keyword, value) in arguments.keywords {
      guard let place = rows.firstIndex(where: { isNamed($0) && $0.name.equals(keyword) }) else {
        if rows.contains(where: { $0.kind == .positionalOnly && $0.name.equals(keyword) }) {
          throw vm.typeError(
            "\(name)() got some positional-only arguments passed as keyword arguments: '\(keyword.string)'")
        }
        throw vm.typeError("\(name)() got an unexpected keyword argument '\(keyword.string)'")
      }
      guard target[place].isUndefined else {
        throw vm.typeError("\(name)() got multiple values for argument '\(keyword.string)'")
      }
      put(value.borrowed, target + place)
    }
    if positional > places, !rows.contains(where: { $0.kind == .variadic }) { throw tooMany(positional) }
    var missing: [String] = []
    for k in 0..<rows.count where target[k].isUndefined {
      if rows[k].defaultText == nil { missing.append("'\(rows[k].name.string)'") } else { put(rows[k].defaultValue, target + k) }
    }
    if !missing.isEmpty { throw self.missing(missing) }
  }

  private func put(_ slot: Slot, _ target: UnsafeMutablePointer<Slot>) {
    slot.retain()
    target.pointee = slot
  }

  private func isNamed(_ row: Parameter) -> Bool { row.kind == .positional || row.kind == .keywordOnly }

  private func tooMany(_ given: Int) -> Raised {
    let least = rows.prefix(places).filter { $0.defaultText == nil }.count
    let range = least < places ? "from \(least) to \(places)" : "\(places)"
    let isOne = least == places && places == 1
    return vm.typeError(
      "\(name)() takes \(range) positional argument\(isOne ? "" : "s") but \(given) \(given == 1 ? "was" : "were") given")
  }

  private func missing(_ names: [String]) -> Raised {
    let list = names.count < 3 ? names.joined(separator: " and ")
      : names.dropLast().joined(separator: ", ") + ", and " + names[names.count - 1]
    return vm.typeError(
      "\(name)() missing \(names.count) required positional argument\(names.count == 1 ? "" : "s"): \(list)")
  }
}

extension TypeObject {
  /// Declares a method whose calls are checked by a schema.
  func parsedMethod(_ vm: VM, _ signature: String, _ schemas: String, _ doc: String, _ body: @escaping NativeFunction.Body) {
    let made = BoundFunction.parsed(vm, signature, schemas, doc, owner: self, body)
    namespace.set(vm, made.name, .object(made))
  }

  /// Declares a method that torch has in Python.
  func pythonMethod(_ vm: VM, _ signature: String, _ doc: String, _ body: @escaping NativeFunction.Body) {
    let name = String(signature.prefix { $0 != "(" })
    let made = BoundFunction.python(vm, signature, doc, named: "\(self.name).\(name)", owner: self, body)
    namespace.set(vm, name, .object(made))
  }
}

extension ModuleObject {
  /// Declares a function whose calls are checked by a schema.
  func parsedFunction(_ vm: VM, _ signature: String, _ schemas: String, _ doc: String, _ body: @escaping NativeFunction.Body) {
    let made = BoundFunction.parsed(vm, signature, schemas, doc, body)
    made.moduleName = name
    namespace.set(vm, made.name, .object(made))
  }

  /// Declares a function that torch has in Python.
  func pythonFunction(_ vm: VM, _ signature: String, _ doc: String, _ body: @escaping NativeFunction.Body) {
    let name = String(signature.prefix { $0 != "(" })
    let made = BoundFunction.python(vm, signature, doc, named: name, body)
    made.moduleName = self.name
    namespace.set(vm, name, .object(made))
  }
}
