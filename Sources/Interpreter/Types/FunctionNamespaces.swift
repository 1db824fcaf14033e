extension CoreNamespaces {
  private static func asFunction(_ vm: VM, _ value: Value) throws(Raised) -> FunctionObject {
    guard case .object(let o) = value, let function = o as? FunctionObject else {
      throw vm.typeError("expected a function")
    }
    return function
  }

  static func populateFunction(_ type: TypeObject, _ vm: VM) {
    type.specials(vm, [.repr, .call])
    type.method(vm, "__get__(self, instance, owner=None, /)", "Bind the function.") { (vm, args) throws(Raised) in
      args[1].isNone ? args[0] : .object(BoundMethod(vm, function: args[0], receiver: args[1]))
    }
    type.attribute(
      vm, "__name__", get: { (vm, v) throws(Raised) in .object(try asFunction(vm, v).name) },
      set: { (vm, v, new) throws(Raised) in
        guard case .object(let o)? = new, let text = o as? StrObject else {
          throw vm.typeError("__name__ must be set to a string object")
        }
        try asFunction(vm, v).name = text
      })
    type.attribute(
      vm, "__qualname__", get: { (vm, v) throws(Raised) in .object(try asFunction(vm, v).qualifiedName) },
      set: { (vm, v, new) throws(Raised) in
        guard case .object(let o)? = new, let text = o as? StrObject else {
          throw vm.typeError("__qualname__ must be set to a string object")
        }
        try asFunction(vm, v).qualifiedName = text
      })
    type.attribute(
      vm, "__doc__", get: { (vm, v) throws(Raised) in try asFunction(vm, v).doc.value },
      set: { (vm, v, new) throws(Raised) in
        let function = try asFunction(vm, v)
        let old = function.doc
        function.doc = (new ?? .none).owned
        old.release()
      })
    type.attribute(
      vm, "__module__", get: { (vm, v) throws(Raised) in try asFunction(vm, v).moduleName.value },
      set: { (vm, v, new) throws(Raised) in
        let function = try asFunction(vm, v)
        let old = function.moduleName
        function.moduleName = (new ?? .none).owned
        old.release()
      })
    type.attribute(
      vm, "__code__", get: { (vm, v) throws(Raised) in .object(try asFunction(vm, v).code) },
      set: { (vm, v, new) throws(Raised) in
        let function = try asFunction(vm, v)
        guard case .object(let o)? = new, let code = o as? Code else {
          throw vm.typeError("__code__ must be set to a code object")
        }
        let (have, wanted) = (function.code.parts.freeNames.count, code.parts.freeNames.count)
        if have != wanted {
          throw vm.valueError(
            "\(function.code.parts.name)() requires a code object with \(have) free vars, not \(wanted)")
        }
        function.replaceCode(code)
      })
    type.attribute(vm, "__globals__", get: { (vm, v) throws(Raised) in .object(try asFunction(vm, v).globals) })
    type.attribute(vm, "__builtins__", get: { (vm, v) throws(Raised) in .object(vm.builtins) })
    type.attribute(vm, "__closure__", get: { (vm, v) throws(Raised) in
      let closure = try asFunction(vm, v).closure
      return closure.isUndefined ? .none : closure.value
    })
    type.attribute(
      vm, "__type_params__",
      get: { (vm, v) throws(Raised) in
        guard case .object(let o) = v else { return .none }
        let own = vm.instanceAttribute(o, vm.names.typeParams)
        return own.isUndefined ? .object(vm.emptyTuple) : own.value
      },
      set: { (vm, v, new) throws(Raised) in
        guard let new, new.kind == .tuple else { throw vm.typeError("__type_params__ must be set to a tuple") }
        if case .object(let o) = v { vm.setInstanceAttribute(o, vm.names.typeParams, owned: new.owned) }
      })
    type.attribute(
      vm, "__defaults__",
      get: { (vm, v) throws(Raised) in
        let defaults = try asFunction(vm, v).defaults
        return defaults.isUndefined ? .none : defaults.value
      },
      set: { (vm, v, new) throws(Raised) in
        let function = try asFunction(vm, v)
        let old = function.defaults
        if let new, !new.isNone {
          guard new.kind == .tuple else { throw vm.typeError("__defaults__ must be set to a tuple object") }
          function.defaults = new.owned
        } else {
          function.defaults = .undefined
        }
        old.release()
      })
    type.attribute(
      vm, "__kwdefaults__",
      get: { (vm, v) throws(Raised) in
        let defaults = try asFunction(vm, v).keywordDefaults
        return defaults.isUndefined ? .none : defaults.value
      },
      set: { (vm, v, new) throws(Raised) in
        let function = try asFunction(vm, v)
        let old = function.keywordDefaults
        function.keywordDefaults = new?.kind == .dict ? (new ?? .none).owned : .undefined
        old.release()
      })
    type.attribute(
      vm, "__annotations__",
      get: { (vm, v) throws(Raised) in
        let function = try asFunction(vm, v)
        if function.annotations.isUndefined { function.annotations = .owned(DictObject(vm)) }
        return function.annotations.value
      },
      set: { (vm, v, new) throws(Raised) in
        let function = try asFunction(vm, v)
        let old = function.annotations
        function.annotations = new?.kind == .dict ? (new ?? .none).owned : .undefined
        old.release()
      })
  }

  static func populateBuiltinFunction(_ type: TypeObject, _ vm: VM) {
    type.specials(vm, [.repr, .call])
    func native(_ value: Value) -> NativeFunction? {
      guard case .object(let o) = value else { return nil }
      if let function = o as? NativeFunction { return function }
      if let bound = o as? BoundMethod, bound.function.isObject { return bound.function.object as? NativeFunction }
      return nil
    }
    type.attribute(vm, "__name__", get: { (vm, v) throws(Raised) in
      .object(vm.string(native(v)?.name ?? "__build_class__"))
    })
    type.attribute(vm, "__qualname__", get: { (vm, v) throws(Raised) in
      .object(vm.string(native(v)?.displayName ?? "__build_class__"))
    })
    type.attribute(vm, "__doc__", get: { (vm, v) throws(Raised) in
      .object(vm.string(native(v)?.documentation ?? ""))
    })
    type.attribute(vm, "__module__", get: { (vm, v) throws(Raised) in
      native(v)?.moduleName.map { .object(vm.string($0)) } ?? .object(vm.string("builtins"))
    })
    type.attribute(vm, "__text_signature__", get: { (vm, v) throws(Raised) in
      guard let text = native(v)?.shownSignature, let open = text.firstIndex(of: "(") else { return .none }
      return .object(vm.string(String(text[open...])))
    })
    type.attribute(vm, "__objclass__", get: { (vm, v) throws(Raised) in
      guard let owner = native(v)?.owner, let o = native(v), o.isMethod else {
        throw vm.noAttribute(v, vm.intern("__objclass__"))
      }
      return .object(owner.takeUnretainedValue())
    })
    type.attribute(vm, "__self__", get: { (vm, v) throws(Raised) in
      if case .object(let o) = v, let bound = o as? BoundMethod { return bound.receiver.value }
      return .none
    })
  }

  static func populateMethod(_ type: TypeObject, _ vm: VM) {
    type.specials(vm, [.repr, .call, .eq, .ne, .hash])
    func bound(_ vm: VM, _ value: Value) throws(Raised) -> BoundMethod {
      guard case .object(let o) = value, let method = o as? BoundMethod else { throw vm.typeError("expected a method") }
      return method
    }
    type.attribute(vm, "__func__", get: { (vm, v) throws(Raised) in try bound(vm, v).function.value })
    type.attribute(vm, "__self__", get: { (vm, v) throws(Raised) in try bound(vm, v).receiver.value })
    type.attribute(vm, "__doc__", get: { (vm, v) throws(Raised) in
      try vm.getAttr(try bound(vm, v).function.value, "__doc__")
    })
  }

  static func populateCode(_ type: TypeObject, _ vm: VM) {
    func code(_ value: Value) -> Code? {
      if case .object(let o) = value { return o as? Code }
      return nil
    }
    func strings(_ vm: VM, _ list: [String]) -> Value { .object(TupleObject.make(vm, list.map { .object(vm.string($0)) })) }
    type.specials(vm, [.repr])
    type.attribute(vm, "co_name", get: { (vm, v) in .object(vm.string(code(v)?.parts.name ?? "")) })
    type.attribute(vm, "co_qualname", get: { (vm, v) in .object(vm.string(code(v)?.parts.qualifiedName ?? "")) })
    type.attribute(vm, "co_filename", get: { (vm, v) in .object(vm.string(code(v)?.parts.filename ?? "")) })
    type.attribute(vm, "co_firstlineno", get: { (_, v) in .int(code(v)?.parts.firstLine ?? 1) })
    type.attribute(vm, "co_argcount", get: { (_, v) in .int(code(v)?.parts.argCount ?? 0) })
    type.attribute(vm, "co_posonlyargcount", get: { (_, v) in .int(code(v)?.parts.positionalOnlyCount ?? 0) })
    type.attribute(vm, "co_kwonlyargcount", get: { (_, v) in .int(code(v)?.parts.keywordOnlyCount ?? 0) })
    type.attribute(vm, "co_nlocals", get: { (_, v) in .int(code(v)?.parts.localNames.count ?? 0) })
    type.attribute(vm, "co_stacksize", get: { (_, v) in
      .int(max(1, (code(v)?.parts.registerCount ?? 0) &- (code(v)?.parts.localNames.count ?? 0)))
    })
    type.attribute(vm, "co_code", get: { (vm, v) in
      guard let code = code(v) else { return .none }
      return vm.makeBytes(code.parts.instructions.withUnsafeBytes { Array($0) })
    })
    type.attribute(vm, "co_lnotab", get: { (vm, v) in
      vm.makeBytes((code(v)?.parts.spans ?? []).map { UInt8(truncatingIfNeeded: $0.line) })
    })
    type.attribute(vm, "co_flags", get: { (_, v) in .int(Int(code(v)?.parts.flags.rawValue ?? 0)) })
    type.attribute(vm, "co_varnames", get: { (vm, v) in strings(vm, code(v)?.parts.localNames ?? []) })
    type.attribute(vm, "co_names", get: { (vm, v) in strings(vm, code(v)?.parts.names ?? []) })
    type.attribute(vm, "co_freevars", get: { (vm, v) in strings(vm, code(v)?.parts.freeNames ?? []) })
    type.attribute(vm, "co_cellvars", get: { (vm, v) in
      strings(vm, (code(v)?.parts.cellRegisters ?? []).compactMap { code(v)?.parts.localNames[$0] })
    })
    type.method(vm, "co_positions(self, /)", "Lines and columns of each instruction.") { (vm, args) throws(Raised) in
      func place(_ number: Int32) -> Value { number < 0 ? .none : .int(Int(number)) }
      let list = ListObject.make(vm)
      for span in code(args[0])?.parts.spans ?? [] {
        list.append(
          .object(
            TupleObject(
              vm, [place(span.line), place(span.endLine), place(span.column), place(span.endColumn)])))
      }
      return .object(try vm.iterator(.object(list)))
    }
    type.method(vm, "co_lines(self, /)", "First byte, last byte and line of each run of instructions.") {
      (vm, args) throws(Raised) in
      let list = ListObject.make(vm)
      let spans = code(args[0])?.parts.spans ?? []
      var start = 0
      for i in spans.indices where i + 1 == spans.count || spans[i + 1].line != spans[i].line {
        list.append(
          .object(TupleObject.make(vm, [.int(start * 2), .int((i + 1) * 2), .int(Int(spans[i].line))])))
        start = i + 1
      }
      return .object(try vm.iterator(.object(list)))
    }
    type.attribute(vm, "co_consts", get: { (vm, v) in
      guard let c = code(v) else { return .none }
      let count = c.parts.constants.count
      return .object(TupleObject.make(vm, copying: c.header.pointee.constants, count: count))
    })
  }

  // MARK: Generators

  private static func asGenerator(_ vm: VM, _ value: Value) throws(Raised) -> GeneratorObject {
    guard case .object(let o) = value, let generator = o as? GeneratorObject else {
      throw vm.typeError("expected a generator")
    }
    return generator
  }

  private static func deliver(_ vm: VM, _ generator: GeneratorObject, _ value: Value?) throws(Raised) -> Value {
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
    return try vm.instantiate(
      args[1],
      "exceptions must be classes or instances deriving from BaseException, not \(vm.type(of: args[1]).name)")
  }

  static func populateGenerator(_ type: TypeObject, _ vm: VM) {
    type.specials(vm, type.instanceKind == .generator ? [.iter, .next, .repr] : [.repr])
    type.method(vm, "send(self, value, /)", "Resume with a value.") { (vm, args) throws(Raised) in
      let generator = try asGenerator(vm, args[0])
      return try deliver(vm, generator, try vm.resume(generator, sending: args[1]))
    }
    type.method(vm, "throw(self, type, value=None, traceback=None, /)", "Raise inside the generator.") {
      (vm, args) throws(Raised) in
      let generator = try asGenerator(vm, args[0])
      return try deliver(
        vm, generator, try vm.resume(generator, sending: .none, raising: try thrown(vm, args)))
    }
    type.method(vm, "close(self, /)", "Raise GeneratorExit inside the generator.") { (vm, args) throws(Raised) in
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
  }

  private static func populateGeneratorAttributes(_ type: TypeObject, _ vm: VM, _ prefix: String) {
    type.attribute(vm, "__name__", get: { (vm, v) throws(Raised) in .object(try asGenerator(vm, v).name) })
    type.attribute(vm, "__qualname__", get: { (vm, v) throws(Raised) in
      .object(try asGenerator(vm, v).qualifiedName)
    })
    type.attribute(vm, "\(prefix)_running", get: { (vm, v) throws(Raised) in
      .bool(try asGenerator(vm, v).state == .running)
    })
    type.attribute(vm, "\(prefix)_code", get: { (vm, v) throws(Raised) in
      .object(try asGenerator(vm, v).function.code)
    })
    type.attribute(vm, "\(prefix)_frame", get: { (vm, v) throws(Raised) in
      try asGenerator(vm, v).state == .finished ? .none : v
    })
  }

  static func populateAsyncGenerator(_ type: TypeObject, _ vm: VM) {
    type.specials(vm, [.repr])
    type.method(vm, "__aiter__(self, /)", "The generator itself.") { (_, args) in args[0] }
    type.method(vm, "__anext__(self, /)", "Awaitable of the next value.") { (vm, args) throws(Raised) in
      .object(AsyncGeneratorStep(vm, try asGenerator(vm, args[0]), sending: .none))
    }
    type.method(vm, "asend(self, value, /)", "Awaitable that sends a value.") { (vm, args) throws(Raised) in
      .object(AsyncGeneratorStep(vm, try asGenerator(vm, args[0]), sending: args[1]))
    }
    type.method(vm, "athrow(self, type, value=None, traceback=None, /)", "Awaitable that raises.") {
      (vm, args) throws(Raised) in
      .object(
        AsyncGeneratorStep(vm, try asGenerator(vm, args[0]), sending: .none, raising: try thrown(vm, args)))
    }
    type.method(vm, "aclose(self, /)", "Awaitable that closes.") { (vm, args) throws(Raised) in
      let exit = vm.raised(vm.types.generatorExit, arguments: []).exception
      let generator = try asGenerator(vm, args[0])
      return .object(AsyncGeneratorStep(vm, generator, sending: .none, raising: exit, isClose: true))
    }
    populateGeneratorAttributes(type, vm, "ag")
  }
}
