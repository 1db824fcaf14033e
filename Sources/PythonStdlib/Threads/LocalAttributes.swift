import Glibc
import Interpreter

/// What `threading.local` does for every attribute: the calling thread's values lie in a dict of their own. The class, and
/// what a thread's first use needs, are in `threading.py`.
enum LocalAttributes {
  static func define(_ vm: VM, _ module: ModuleObject) {
    func method(_ signature: String, _ doc: String, _ body: @escaping NativeFunction.Body) {
      let made = NativeFunction(vm, signature, doc, isMethod: true, body)
      module.constant(vm, made.name, .object(made))
    }
    let names = Names(vm)
    method("_local_get(self, name, /)", "The attribute of the calling thread, or of the class.") { (vm, args) throws(Raised) in
      guard let name = args[1].asStr else {
        throw vm.typeError("attribute name must be string, not '\(vm.type(of: args[1]).name)'")
      }
      guard let space = try space(vm, args, names) else { return .none }
      let key = vm.intern(name)
      if key === names.dict { return .object(space) }
      let type = vm.type(of: args.slot(0))
      let ofClass = type.lookup(vm, .borrowed(key))
      if ofClass.isUndefined || !vm.isDataDescriptor(ofClass) {
        let own = try space.get(vm, .borrowed(key))
        if !own.isUndefined { return own.value }
      }
      if let found = try vm.genericGetAttr(args[0], type, key) { return found }
      return try helper(vm, args, names.missing, [args[0], args[1]])
    }
    method("_local_set(self, name, value, /)", "Sets the attribute of the calling thread.") { (vm, args) throws(Raised) in
      guard let name = args[1].asStr, !name.hasHeapType else {
        return try helper(vm, args, names.set, [args[0], args[1], args[2]])
      }
      let key = vm.intern(name)
      let ofClass = vm.type(of: args.slot(0)).lookup(vm, .borrowed(key))
      if key === names.dict || !ofClass.isUndefined && vm.isDataDescriptor(ofClass) {
        return try helper(vm, args, names.set, [args[0], args[1], args[2]])
      }
      try space(vm, args, names)?.set(vm, .borrowed(key), args.slot(2))
      return .none
    }
  }

  /// The names that are looked up.
  private struct Names {
    let state, dict, space, missing, set: StrObject

    init(_ vm: VM) {
      state = vm.intern("_local__impl")
      dict = vm.intern("__dict__")
      space = vm.intern("_local__space")
      missing = vm.intern("_local__missing")
      set = vm.intern("_local__set")
    }
  }

  /// The attributes of the calling thread; `threading.py` makes those of a new one.
  private static func space(_ vm: VM, _ args: Arguments, _ names: Names) throws(Raised) -> DictObject? {
    guard let object = args[0].asObject else { throw vm.typeError("a threading.local is required") }
    if let state = vm.instanceAttribute(object, .borrowed(names.state)).value.asTuple, state.count == 3,
      let spaces = state[2].asDict
    {
      let known = try spaces.get(vm, Slot.int(Int(bitPattern: UInt(pthread_self()))))
      if let space = known.value.asDict { return space }
    }
    return try helper(vm, args, names.space, [args[0]]).asDict
  }

  /// Calls a function of the class.
  private static func helper(_ vm: VM, _ args: Arguments, _ name: StrObject, _ given: [Value]) throws(Raised) -> Value {
    let function = vm.type(of: args.slot(0)).lookup(vm, .borrowed(name))
    if function.isUndefined { throw vm.typeError("a threading.local is required") }
    return try vm.call(function, given)
  }
}
