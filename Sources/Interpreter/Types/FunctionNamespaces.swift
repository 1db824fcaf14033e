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
    type.attribute(vm, "__builtins__", get: { (vm, v) throws(Raised) in
      vm.ownBuiltins(of: try asFunction(vm, v).globals) ?? .object(vm.builtins)
    })
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
}
