extension BuiltinFunctions {
  /// Attributes, identity, types, text of objects.
  static func installObjects(_ vm: VM) {
    define(vm, "len(obj, /)", "Return the number of items in a container.") { (vm, args) throws(Raised) in
      let slot = args.slot(0)
      if slot.isObject {
        switch slot.kind {
        case .list:
          let list = Unmanaged<ListObject>.fromOpaque(slot.pointer)
          if !list._withUnsafeGuaranteedRef({ $0.hasHeapType }) { return .int(list._withUnsafeGuaranteedRef { $0.count }) }
        case .str: return .int(Unmanaged<StrObject>.fromOpaque(slot.pointer)._withUnsafeGuaranteedRef { $0.count })
        default: break
        }
      }
      return .int(try vm.length(slot.value))
    }
    define(vm, "repr(obj, /)", "Return the canonical string representation of the object.") { (vm, args) throws(Raised) in
      .object(try vm.repr(args[0]))
    }
    define(vm, "ascii(obj, /)", "Return an ASCII-only representation of an object.") { (vm, args) throws(Raised) in
      .object(try vm.ascii(args[0]))
    }
    define(vm, "format(value, format_spec='', /)", "Return type(value).__format__(value, format_spec).") {
      (vm, args) throws(Raised) in
      guard let spec = args[1].asStr else {
        throw vm.typeError("format() argument 2 must be str, not \(vm.type(of: args[1]).name)")
      }
      return .object(try vm.format(args[0], spec))
    }
    define(vm, "hash(obj, /)", "Return the hash value for the given object.") { (vm, args) throws(Raised) in
      .int(try vm.hash(args.slot(0)))
    }
    define(vm, "id(obj, /)", "Return the identity of an object.") { (_, args) throws(Raised) in
      let slot = args.slot(0)
      if slot.isObject { return .int(Int(bitPattern: slot.bits)) }
      return .int(Int(bitPattern: (slot.bits &* 32 ^ slot.tag << 56) & (UInt.max >> 1)))
    }
    define(vm, "callable(obj, /)", "Return whether the object is callable.") { (vm, args) throws(Raised) in
      .bool(vm.isCallable(args[0]))
    }
    define(vm, "isinstance(obj, class_or_tuple, /)", "Return whether an object is an instance of a class.") {
      (vm, args) throws(Raised) in
      let cls = args.slot(1)
      if cls.isKind(.type) {
        let slot = args.slot(0)
        let type: UnsafeMutableRawPointer
        switch slot.tag {
        case Tag.object: type = slot.typePointer
        default: type = Unmanaged.passUnretained(vm.type(of: slot)).toOpaque()
        }
        if type == cls.pointer { return .bool(true) }
        let (own, wanted) = (unsafeBitCast(type, to: TypeObject.self), unsafeBitCast(cls.pointer, to: TypeObject.self))
        // Only instances of Python classes may claim another `__class__`.
        if !own.isHeap && !wanted.type.isHeap { return .bool(own.isSubtype(of: wanted)) }
      }
      return .bool(try vm.isInstance(args[0], args[1]))
    }
    define(vm, "issubclass(cls, class_or_tuple, /)", "Return whether 'cls' is derived from another class.") {
      (vm, args) throws(Raised) in .bool(try vm.isSubclass(args[0], args[1]))
    }
    define(vm, "getattr(object, name, default=..., /)", "Get a named attribute from an object.") {
      (vm, args) throws(Raised) in
      guard let name = args[1].asStr else {
        throw vm.typeError("attribute name must be string, not '\(vm.type(of: args[1]).name)'")
      }
      if args.has(2) { return try vm.getAttrOrNil(args[0], name) ?? args[2] }
      return try vm.getAttr(args[0], name)
    }
    define(vm, "hasattr(obj, name, /)", "Return whether the object has an attribute with the given name.") {
      (vm, args) throws(Raised) in
      guard let name = args[1].asStr else {
        throw vm.typeError("attribute name must be string, not '\(vm.type(of: args[1]).name)'")
      }
      return .bool(try vm.getAttrOrNil(args[0], name) != nil)
    }
    define(vm, "setattr(obj, name, value, /)", "Set the named attribute on the given object.") {
      (vm, args) throws(Raised) in
      guard let name = args[1].asStr else {
        throw vm.typeError("attribute name must be string, not '\(vm.type(of: args[1]).name)'")
      }
      try vm.setAttr(args[0], name, args[2])
      return .none
    }
    define(vm, "delattr(obj, name, /)", "Delete the named attribute from the given object.") {
      (vm, args) throws(Raised) in
      guard let name = args[1].asStr else {
        throw vm.typeError("attribute name must be string, not '\(vm.type(of: args[1]).name)'")
      }
      try vm.setAttr(args[0], name, nil)
      return .none
    }
    define(vm, "dir(object=..., /)", "Return the names of an object's attributes, or those in scope.") {
      (vm, args) throws(Raised) in
      if !args.has(0) {
        let names = try vm.list(of: .object(vm.currentLocals ?? DictObject(vm)))
        let list = ListObject.make(vm, names)
        try ListSort.sort(vm, list, key: .none, reverse: false)
        return .object(list)
      }
      if case .object(let o) = args[0] {
        var made: Value?
        if o.hasHeapType { made = try vm.callSpecial(o, .dir, []) }
        if made == nil, let module = o as? ModuleObject, let hook = module.namespace.get(vm, "__dir__") {
          made = try vm.call(hook, [])
        }
        if let made {
          let list = ListObject.make(vm, try vm.list(of: made))
          try ListSort.sort(vm, list, key: .none, reverse: false)
          return .object(list)
        }
      }
      return .object(ListObject.make(vm, vm.attributeNames(args[0]).map { .object(vm.string($0)) }))
    }
    define(vm, "vars(object=..., /)", "Return the __dict__ of an object, or the local variables.") {
      (vm, args) throws(Raised) in
      if !args.has(0) { return .object(vm.currentLocals ?? DictObject(vm)) }
      if let found = try vm.getAttrOrNil(args[0], vm.intern("__dict__")) { return found }
      throw vm.typeError("vars() argument must have __dict__ attribute")
    }
    define(vm, "globals()", "Return the dictionary containing the current scope's global variables.") {
      (vm, _) throws(Raised) in .object(vm.currentGlobals ?? DictObject(vm))
    }
    define(vm, "locals()", "Return a dictionary containing the current scope's local variables.") {
      (vm, _) throws(Raised) in .object(vm.currentLocals ?? DictObject(vm))
    }
  }

  /// `iter`, `next`, `all`, `any`, `sorted` and their asynchronous relatives.
  static func installIteration(_ vm: VM) {
    define(vm, "iter(object, sentinel=..., /)", "Get an iterator from an object.") { (vm, args) throws(Raised) in
      if !args.has(1) { return .object(try vm.iterator(args[0])) }
      guard vm.isCallable(args[0]) else {
        throw vm.typeError("iter(v, w): v must be callable")
      }
      return .object(CallableIterator(vm, args[0], sentinel: args[1]))
    }
    define(vm, "next(iterator, default=..., /)", "Return the next item from the iterator.") { (vm, args) throws(Raised) in
      guard case .object(let o) = args[0], vm.isIterator(o) else {
        throw vm.typeError("'\(vm.type(of: args[0]).name)' object is not an iterator")
      }
      if args.has(1) { return try vm.next(o) ?? args[1] }
      if o.hasHeapType, !o.type.special(vm, .next).isUndefined {
        // The StopIteration of a Python class keeps its value.
        return try vm.callSpecial(o, .next, []) ?? .none
      }
      if o is GeneratorObject || VM.endsByItself(o) {
        if let item = try vm.next(o) { return item }
        throw vm.stopIteration(after: o)
      }
      let (outer, last) = (vm.wantsStop, vm.lastStop)
      (vm.wantsStop, vm.lastStop) = (true, nil)
      defer { (vm.wantsStop, vm.lastStop) = (outer, last) }
      if let item = try vm.next(o) { return item }
      throw vm.lastStop.map { Raised($0) } ?? vm.stopIteration(after: o)
    }
    define(vm, "all(iterable, /)", "Return True if bool(x) is True for all values x in the iterable.") {
      (vm, args) throws(Raised) in
      let source = try vm.iterator(args[0])
      return .bool(try find(vm, source, truth: false) == false)
    }
    define(vm, "any(iterable, /)", "Return True if bool(x) is True for any x in the iterable.") {
      (vm, args) throws(Raised) in
      let source = try vm.iterator(args[0])
      return .bool(try find(vm, source, truth: true))
    }
    define(vm, "sorted(iterable, /, *, key=None, reverse=False)", "Return a new sorted list from the iterable.") {
      (vm, args) throws(Raised) in
      let list = ListObject.make(vm)
      try ListMethods.extend(vm, list, args[0])
      try ListSort.sort(vm, list, key: args.slot(1), reverse: try vm.truth(args.slot(2)))
      return .object(list)
    }
    define(vm, "aiter(async_iterable, /)", "Return an asynchronous iterator for an asynchronous iterable.") {
      (vm, args) throws(Raised) in
      let hook = vm.type(of: args[0]).lookup(vm, vm.specialNames[Int(Special.aiter.rawValue)])
      if hook.isUndefined { throw vm.typeError("'\(vm.type(of: args[0]).name)' object is not an async iterable") }
      return try vm.call(try vm.bindDescriptor(hook, args[0], vm.type(of: args[0])), [])
    }
    define(vm, "anext(async_iterator, default=..., /)", "Return the next item from the asynchronous iterator.") {
      (vm, args) throws(Raised) in
      let hook = vm.type(of: args[0]).lookup(vm, vm.specialNames[Int(Special.anext.rawValue)])
      if hook.isUndefined { throw vm.typeError("'\(vm.type(of: args[0]).name)' object is not an async iterator") }
      let step = try vm.call(try vm.bindDescriptor(hook, args[0], vm.type(of: args[0])), [])
      return args.has(1) ? .object(AnextAwaitable(vm, step, fallback: args[1])) : step
    }
  }

  /// Tells whether an iterator gives an item of that truth.
  private static func find(_ vm: VM, _ source: Object, truth: Bool) throws(Raised) -> Bool {
    let it = Slot.borrowed(source)
    return try withExtendedLifetime(source) { () throws(Raised) in
      while true {
        let item = try vm.step(it)
        if item.isUndefined { return false }
        defer { item.release() }
        if try vm.truth(item) == truth { return true }
        if vm.pollFlag.isSet { try vm.checkInterrupt() }
      }
    }
  }
}
