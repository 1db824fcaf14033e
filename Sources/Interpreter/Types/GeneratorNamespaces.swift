// What Python sees of generators, coroutines and asynchronous generators.

extension CoreNamespaces {
  static func asGenerator(_ vm: VM, _ value: Value) throws(Raised) -> GeneratorObject {
    guard case .object(let o) = value, let generator = o as? GeneratorObject else {
      throw vm.typeError("expected a generator")
    }
    return generator
  }

  static func deliver(_ vm: VM, _ generator: GeneratorObject, _ value: Value?) throws(Raised) -> Value {
    if let value { return value }
    throw vm.stopIteration(after: generator)
  }

  /// The exception of `throw(type, value, traceback)`.
  static func thrown(_ vm: VM, _ args: Arguments) throws(Raised) -> ExceptionObject {
    if !args[2].isNone, case .object(let o) = args[1], o is TypeObject {
      if case .object(let v) = args[2], let made = v as? ExceptionObject { return made }
      let made = try vm.call(args[1], [args[2]])
      return try vm.instantiate(made, "exceptions must be classes or instances deriving from BaseException")
    }
    if case .object(let o) = args[1], let cls = o as? TypeObject, cls.isSubtype(of: vm.types.baseException) {
      let made = try vm.call(args[1], [])
      if let exception = made.asException { return exception }
      throw vm.typeError(
        "calling \(try vm.repr(args[1]).string) should have returned an instance of BaseException, not "
          + vm.type(of: made).name)
    }
    return try vm.instantiate(
      args[1],
      "exceptions must be classes or instances deriving from BaseException, not \(vm.type(of: args[1]).name)")
  }

  static func populateGenerator(_ type: TypeObject, _ vm: VM) {
    type.specials(vm, type.instanceKind == .generator ? [.iter, .next, .repr] : [.repr])
    let what = type.instanceKind == .coroutine ? "coroutine" : "generator"
    type.method(vm, "send(self, value, /)", "Send a value into \(what) and resume it.") { (vm, args) throws(Raised) in
      let generator = try asGenerator(vm, args[0])
      return try deliver(vm, generator, try vm.resume(generator, sending: args[1]))
    }
    type.method(vm, "throw(self, type, value=None, traceback=None, /)", "Raise an exception in \(what).") {
      (vm, args) throws(Raised) in
      let generator = try asGenerator(vm, args[0])
      // A sub-iterator that is no generator gets what was thrown as it is.
      let exception: ExceptionObject
      do throws(Raised) {
        exception = try thrown(vm, args)
      } catch {
        guard try vm.delegateCanThrow(generator) else { throw error }
        exception = error.exception
      }
      vm.thrownArguments = [args[1], args[2], args[3]]
      while vm.thrownArguments.last?.isNone == true { vm.thrownArguments.removeLast() }
      defer { vm.thrownArguments = [] }
      return try deliver(vm, generator, try vm.resume(generator, sending: .none, raising: exception))
    }
    type.method(vm, "close(self, /)", "Raise GeneratorExit inside \(what).") { (vm, args) throws(Raised) in
      try vm.close(try asGenerator(vm, args[0]))
      return .none
    }
    if type.instanceKind == .coroutine {
      type.method(vm, "__await__(self, /)", "Iterator of the coroutine.") { (vm, args) throws(Raised) in
        let made = try asGenerator(vm, args[0])
        return .object(CoroutineIterator(vm, made))
      }
    }
    populateGeneratorAttributes(type, vm, type.instanceKind == .coroutine ? "cr" : "gi")
    if type.instanceKind == .coroutine {
      type.attribute(vm, "cr_origin", get: { (_, _) in .none })
    }
  }

  private static func populateGeneratorAttributes(_ type: TypeObject, _ vm: VM, _ prefix: String) {
    func text(_ vm: VM, _ name: String, _ new: Value?) throws(Raised) -> StrObject {
      guard let text = new?.asStr else { throw vm.typeError("\(name) must be set to a string object") }
      return text
    }
    type.attribute(
      vm, "__name__", get: { (vm, v) throws(Raised) in .object(try asGenerator(vm, v).name) },
      set: { (vm, v, new) throws(Raised) in try asGenerator(vm, v).name = try text(vm, "__name__", new) })
    type.attribute(
      vm, "__qualname__", get: { (vm, v) throws(Raised) in .object(try asGenerator(vm, v).qualifiedName) },
      set: { (vm, v, new) throws(Raised) in
        try asGenerator(vm, v).qualifiedName = try text(vm, "__qualname__", new)
      })
    type.attribute(vm, "\(prefix)_running", get: { (vm, v) throws(Raised) in
      let generator = try asGenerator(vm, v)
      return .bool(generator.kind == .asyncGenerator ? generator.isAwaited : generator.state == .running)
    })
    type.attribute(vm, "\(prefix)_suspended", get: { (vm, v) throws(Raised) in
      .bool(try asGenerator(vm, v).state == .suspended)
    })
    type.attribute(vm, "\(prefix)_code", get: { (vm, v) throws(Raised) in
      .object(try asGenerator(vm, v).code)
    })
    type.attribute(vm, "\(prefix)_frame", get: { (vm, v) throws(Raised) in
      vm.frameObject(of: try asGenerator(vm, v)).map { .object($0) } ?? .none
    })
    type.attribute(vm, prefix == "gi" ? "gi_yieldfrom" : "\(prefix)_await", get: { (vm, v) throws(Raised) in
      try asGenerator(vm, v).delegate ?? .none
    })
  }

  static func populateAsyncGenerator(_ type: TypeObject, _ vm: VM) {
    type.specials(vm, [.repr])
    type.method(vm, "__aiter__(self, /)", "The generator itself.") { (_, args) in args[0] }
    type.method(vm, "__anext__(self, /)", "Awaitable of the next value.") { (vm, args) throws(Raised) in
      .object(AsyncGeneratorStep(vm, try asGenerator(vm, args[0]), .send(.none)))
    }
    type.method(vm, "asend(self, value, /)", "Awaitable that sends a value.") { (vm, args) throws(Raised) in
      .object(AsyncGeneratorStep(vm, try asGenerator(vm, args[0]), .send(args[1])))
    }
    type.method(vm, "athrow(self, type, value=None, traceback=None, /)", "Awaitable that raises.") {
      (vm, args) throws(Raised) in
      .object(AsyncGeneratorStep(vm, try asGenerator(vm, args[0]), .raise(try thrown(vm, args))))
    }
    type.method(vm, "aclose(self, /)", "Awaitable that closes.") { (vm, args) throws(Raised) in
      .object(AsyncGeneratorStep(vm, try asGenerator(vm, args[0]), .close))
    }
    type.genericClass(vm)
    populateGeneratorAttributes(type, vm, "ag")
  }
}
