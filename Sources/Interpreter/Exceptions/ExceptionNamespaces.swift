/// What Python sees of exceptions.
enum ExceptionNamespaces {
  static func install(_ vm: VM) {
    let base = vm.types.baseException
    base.new = nil
    base.populate = populateBase
    let new: TypeObject.New = { (vm, cls, args) throws(Raised) in
      .object(ExceptionObject(vm, type: cls, args: TupleObject.make(vm, copying: args.base, count: args.positionalCount)))
    }
    let initialize: TypeObject.Initialize = { (vm, object, args) throws(Raised) in
      guard object.kind == .exception else { return }
      let exception = unsafeDowncast(object, to: ExceptionObject.self)
      if args.keywordNames != nil { throw vm.typeError("\(object.type.name)() takes no keyword arguments") }
      // Mostly they are those that `__new__` has put there.
      let known = exception.arguments
      if known.count == args.count {
        var k = 0
        while k < args.count && known.items[k].isSame(as: args.base[k]) { k &+= 1 }
        if k == args.count { return }
      }
      exception.setArguments(TupleObject.make(vm, copying: args.base, count: args.count))
    }
    for type in vm.types.exceptions {
      type.new = new
      type.initialize = initialize
    }
    vm.types.stopIteration.populate = { (type, vm) in
      type.attribute(
        vm, "value", get: { (vm, v) throws(Raised) in vm.stopValue(try exception(vm, v)) },
        set: { (vm, v, new) throws(Raised) in
          vm.setInstanceAttribute(try exception(vm, v), vm.intern("value"), new ?? .none)
        })
    }
    vm.types.systemExit.populate = { (type, vm) in
      type.attribute(vm, "code", get: { (vm, v) throws(Raised) in
        let args = try exception(vm, v).arguments
        let own = vm.instanceAttribute(try exception(vm, v), .borrowed(vm.intern("code")))
        if !own.isUndefined { return own.value }
        return args.count == 0 ? .none : args.count == 1 ? args[0] : .object(args)
      }, set: { (vm, v, new) throws(Raised) in
        vm.setInstanceAttribute(try exception(vm, v), vm.intern("code"), new ?? .none)
      })
    }
    vm.types.keyError.populate = { (type, vm) in type.specials(vm, [.str]) }
    installNamed(vm)
    installOSError(vm)
    installGroups(vm)
  }

  static func exception(_ vm: VM, _ value: Value) throws(Raised) -> ExceptionObject {
    guard case .object(let o) = value, let exception = o as? ExceptionObject else {
      throw vm.typeError("expected an exception")
    }
    return exception
  }

  private static func populateBase(_ type: TypeObject, _ vm: VM) {
    type.specials(vm, [.repr, .str, .`init`])
    type.nativeNew(vm, "__new__(cls, /, *args, **kwargs)", "Create an exception.") { (vm, args) throws(Raised) in
      guard case .object(let o) = args[0], let cls = o as? TypeObject, case .object(let t) = args[1],
        let tuple = t as? TupleObject
      else { throw vm.typeError("BaseException.__new__(X): X is not a type object") }
      return .object(ExceptionObject(vm, type: cls, args: tuple))
    }
    type.attribute(
      vm, "args", get: { (vm, v) throws(Raised) in .object(try exception(vm, v).arguments) },
      set: { (vm, v, new) throws(Raised) in
        guard let new else { throw vm.typeError("args may not be deleted") }
        try exception(vm, v).setArguments(TupleObject.make(vm, try vm.list(of: new)))
      })
    type.attribute(
      vm, "__cause__",
      get: { (vm, v) throws(Raised) in
        let cause = try exception(vm, v).cause
        return cause.isUndefined ? .none : cause.value
      },
      set: { (vm, v, new) throws(Raised) in
        let e = try exception(vm, v)
        if let new, !new.isNone {
          guard case .object(let o) = new, let cause = o as? ExceptionObject else {
            throw vm.typeError("exception cause must be None or derive from BaseException")
          }
          e.setCause(cause)
        } else {
          e.setCause(nil)
        }
        e.suppressContext = true
      })
    type.attribute(
      vm, "__context__",
      get: { (vm, v) throws(Raised) in
        let context = try exception(vm, v).context
        return context.isUndefined ? .none : context.value
      },
      set: { (vm, v, new) throws(Raised) in
        let e = try exception(vm, v)
        if let new, !new.isNone {
          guard case .object(let o) = new, let context = o as? ExceptionObject else {
            throw vm.typeError("exception context must be None or derive from BaseException")
          }
          e.setContext(context)
        } else {
          e.setContext(nil)
        }
      })
    type.attribute(
      vm, "__suppress_context__", get: { (vm, v) throws(Raised) in .bool(try exception(vm, v).suppressContext) },
      set: { (vm, v, new) throws(Raised) in
        try exception(vm, v).suppressContext = try vm.truth(new ?? .none)
      })
    type.attribute(
      vm, "__traceback__", get: { (vm, v) throws(Raised) in vm.tracebackObject(try exception(vm, v)) },
      set: { (vm, v, new) throws(Raised) in
        let e = try exception(vm, v)
        let old = e.traceback
        if case .object(let o)? = new, let traceback = o as? TracebackObject {
          e.traceback = traceback.entriesForException()
          let known = e.tracebackCache
          e.tracebackCache = .owned(traceback)
          known.release()
        } else if let new, !new.isNone {
          throw vm.typeError("__traceback__ must be a traceback or None")
        } else {
          e.traceback = []
          let known = e.tracebackCache
          e.tracebackCache = .undefined
          known.release()
        }
        for entry in old { entry.release() }
      })
    populateMethods(type, vm)
  }

  private static func populateMethods(_ type: TypeObject, _ vm: VM) {
    type.method(vm, "with_traceback(self, tb, /)", "Set self.__traceback__ and return self.") {
      (vm, args) throws(Raised) in
      try vm.setAttr(args[0], "__traceback__", args[1])
      return args[0]
    }
    type.method(vm, "add_note(self, note, /)", "Add a note to the exception.") { (vm, args) throws(Raised) in
      guard args[1].kind == .str else {
        throw vm.typeError("note must be a str, not '\(vm.type(of: args[1]).name)'")
      }
      let notes = try vm.getAttrOrNil(args[0], vm.intern("__notes__"))
      if case .object(let o)? = notes, let list = o as? ListObject {
        list.append(args[1])
      } else if notes != nil {
        throw vm.typeError("Cannot add note: __notes__ is not a list")
      } else {
        try vm.setAttr(args[0], "__notes__", .object(ListObject.make(vm, [args[1]])))
      }
      return .none
    }
    type.method(vm, "__setstate__(self, state, /)", "For pickle.") { (vm, args) throws(Raised) in
      if case .object(let o) = args[1], let dict = o as? DictObject, case .object(let target) = args[0] {
        for item in dict.items {
          if case .object(let k) = item.key, let name = k as? StrObject {
            vm.setInstanceAttribute(target, name, item.value)
          }
        }
      }
      return .none
    }
    type.method(vm, "__reduce__(self, /)", "For pickle and copy.") { (vm, args) throws(Raised) in
      let e = try exception(vm, args[0])
      var parts: [Value] = [.object(e.type), .object(e.arguments)]
      let state = vm.attributeDict(of: e)
      if state.count > 0 { parts.append(.object(state)) }
      return .object(TupleObject.make(vm, parts))
    }
  }

  /// An attribute of an exception that is None while nobody has set it; `msg` is the only argument then.
  private static func fieldAttribute(_ type: TypeObject, _ vm: VM, _ field: String) {
    let name = vm.intern(field)
    type.attribute(
      vm, field,
      get: { (vm, v) throws(Raised) in
        let exception = try exception(vm, v)
        let own = vm.instanceAttribute(exception, .borrowed(name))
        if !own.isUndefined { return own.value }
        return field == "msg" && exception.arguments.count == 1 ? exception.arguments[0] : .none
      },
      set: { (vm, v, new) throws(Raised) in vm.setInstanceAttribute(try exception(vm, v), name, new ?? .none) })
  }

  /// `NameError(name=)`, `AttributeError(name=, obj=)`, `ImportError(name=, path=)`: keywords become attributes.
  private static func installNamed(_ vm: VM) {
    func named(_ type: TypeObject, _ fields: [String], others: [String] = []) {
      let initialize: TypeObject.Initialize = { (vm, object, args) throws(Raised) in
        guard let exception = object as? ExceptionObject else { return }
        exception.setArguments(TupleObject.make(vm, copying: args.base, count: args.positionalCount))
        for (name, value) in args.keywords {
          guard fields.contains(name.string) else {
            throw vm.typeError("'\(name.string)' is an invalid keyword argument for \(type.name)()")
          }
          vm.setInstanceAttribute(object, name, value)
        }
      }
      type.populate = { (type, vm) in
        for field in fields + others { fieldAttribute(type, vm, field) }
      }
      for sub in vm.types.exceptions where sub === type || sub.isSubtypeByBases(of: type) {
        sub.initialize = initialize
      }
    }
    named(vm.types.nameError, ["name"])
    named(vm.types.attributeError, ["name", "obj"])
    named(vm.types.importError, ["name", "path"], others: ["msg", "name_from"])
    let syntax: TypeObject.Initialize = { (vm, object, args) throws(Raised) in
      guard let exception = object as? ExceptionObject else { return }
      exception.setArguments(TupleObject.make(vm, copying: args.base, count: args.positionalCount))
      let fields = ["msg", "filename", "lineno", "offset", "text", "end_lineno", "end_offset", "print_file_and_line"]
      for field in fields { vm.setInstanceAttribute(object, vm.intern(field), .none) }
      if args.count > 0 { vm.setInstanceAttribute(object, vm.intern("msg"), args[0]) }
      if args.count > 1 {
        let place = try vm.list(of: args[1])
        if place.count < 4 { throw vm.typeError("function missing required argument '\(fields[place.count + 1])' (pos \(place.count + 1))") }
        if place.count > 6 { throw vm.typeError("function takes at most 6 arguments (\(place.count) given)") }
        if place.count == 5 { throw vm.typeError("end_offset must be provided when end_lineno is provided") }
        for (k, value) in place.enumerated() where k + 1 < fields.count {
          vm.setInstanceAttribute(object, vm.intern(fields[k + 1]), value)
        }
      }
    }
    for type in [vm.types.syntaxError, vm.types.indentationError, vm.types.tabError] { type.initialize = syntax }
    let unicode: TypeObject.Initialize = { (vm, object, args) throws(Raised) in
      guard let exception = object as? ExceptionObject else { return }
      exception.setArguments(TupleObject.make(vm, copying: args.base, count: args.positionalCount))
      let fields = ["encoding", "object", "start", "end", "reason"]
      guard args.count == 5 else {
        throw vm.typeError("function takes exactly 5 arguments (\(args.count) given)")
      }
      for (k, field) in fields.enumerated() { vm.setInstanceAttribute(object, vm.intern(field), args[k]) }
    }
    vm.types.unicodeDecodeError.initialize = unicode
    vm.types.unicodeEncodeError.initialize = unicode
    vm.types.unicodeTranslateError.initialize = { (vm, object, args) throws(Raised) in
      guard let exception = object as? ExceptionObject else { return }
      exception.setArguments(TupleObject.make(vm, copying: args.base, count: args.positionalCount))
      guard args.count == 4 else {
        throw vm.typeError("function takes exactly 4 arguments (\(args.count) given)")
      }
      for (k, field) in ["object", "start", "end", "reason"].enumerated() {
        vm.setInstanceAttribute(object, vm.intern(field), args[k])
      }
    }
  }

  private static func installOSError(_ vm: VM) {
    let initialize: TypeObject.Initialize = { (vm, object, args) throws(Raised) in
      guard let exception = object as? ExceptionObject else { return }
      let count = args.positionalCount
      exception.setArguments(TupleObject.make(vm, copying: args.base, count: count >= 2 && count <= 5 ? 2 : count))
      vm.setInstanceAttribute(object, vm.intern("errno"), count >= 2 ? args[0] : .none)
      vm.setInstanceAttribute(object, vm.intern("strerror"), count >= 2 ? args[1] : .none)
      vm.setInstanceAttribute(object, vm.intern("filename"), count >= 3 ? args[2] : .none)
      vm.setInstanceAttribute(object, vm.intern("filename2"), count >= 5 ? args[4] : .none)
    }
    let populate = vm.types.osError.populate
    vm.types.osError.populate = { (type, vm) in
      populate?(type, vm)
      // For a subclass whose `__init__` does not call this one.
      for name in ["errno", "strerror", "filename", "filename2"] { type.constant(vm, name, .none) }
    }
    let new: TypeObject.New = { (vm, cls, args) throws(Raised) in
      var cls = cls
      if cls === vm.types.osError, args.positionalCount >= 2, case .int(let code) = args[0] {
        cls = vm.osErrorType(code)
      }
      return .object(
        ExceptionObject(vm, type: cls, args: TupleObject.make(vm, copying: args.base, count: args.positionalCount)))
    }
    for type in vm.types.exceptions where type.isSubtypeByBases(of: vm.types.osError) {
      type.initialize = initialize
      type.new = new
    }
  }
}

extension TypeObject {
  /// Like `isSubtype`, by the bases (before the MRO exists).
  func isSubtypeByBases(of other: TypeObject) -> Bool {
    self === other
      || bases.contains { Unmanaged<TypeObject>.fromOpaque($0.pointer).reference.isSubtypeByBases(of: other) }
  }
}

extension VM {
  /// The subclass of OSError for an errno.
  package func osErrorType(_ code: Int) -> TypeObject {
    switch code {
    case 1, 13: return types.permissionError
    case 2: return types.fileNotFoundError
    case 3: return types.processLookupError
    case 4: return types.interruptedError
    case 10: return types.childProcessError
    case 11, 114, 115: return types.blockingIOError
    case 17: return types.fileExistsError
    case 20: return types.notADirectoryError
    case 21: return types.isADirectoryError
    case 32, 108: return types.brokenPipeError
    case 103: return types.connectionAbortedError
    case 104: return types.connectionResetError
    case 110: return types.timeoutError
    case 111: return types.connectionRefusedError
    default: return types.osError
    }
  }
}
