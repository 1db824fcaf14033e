import Interpreter

/// What `pickle` tells its native half: the errors, and functions for what is rare.
final class PickleEnvironment {
  /// `PicklingError` and `UnpicklingError`.
  var picklingError: TypeObject?
  var unpicklingError: TypeObject?
  /// The functions of `pickle.py` by name.
  var helpers: [String: Value] = [:]
  var bufferType: TypeObject?
  private var plainClasses: PlainClasses?

  /// The classes whose instances are their attributes.
  func plain(_ vm: VM) -> PlainClasses {
    if let plainClasses { return plainClasses }
    let made = PlainClasses(vm, absent: ["__getnewargs__", "__getnewargs_ex__"])
    plainClasses = made
    return made
  }

  func helper(_ vm: VM, _ name: String, _ arguments: [Value]) throws(Raised) -> Value {
    guard let function = helpers[name] else { throw vm.runtimeError("pickle is not set up") }
    return try vm.call(function, arguments)
  }
  func pickling(_ vm: VM, _ message: String) -> Raised { vm.raised(picklingError ?? vm.types.valueError, message) }
  func unpickling(_ vm: VM, _ message: String) -> Raised { vm.raised(unpicklingError ?? vm.types.valueError, message) }
}

/// `_pickling`: the writing and reading under `pickle`.
enum PickleModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(vm, name: "_pickling", doc: "Writes and reads pickles.")
    let environment = PickleEnvironment()
    module.function(vm, "set_up(pickling_error, unpickling_error, buffer_type, helpers, /)", "Takes errors and helpers.") {
      (vm, args) in
      environment.picklingError = args[0].asType
      environment.unpicklingError = args[1].asType
      environment.bufferType = args[2].asType
      for item in args[3].asDict?.items ?? [] { if let name = item.key.asStr { environment.helpers[name.string] = item.value } }
      return .none
    }
    module.function(
      vm, "dump(obj, write, protocol, fix_imports, fast, memo, persistent_id, reducer_override, dispatch_table, buffer_callback, /)",
      "Writes a pickle with `write`; without one the answer is the pickle."
    ) { (vm, args) throws(Raised) in
      let writer = PickleWriter(vm, environment, protocol: try vm.index(args[2]))
      writer.fixImports = try vm.truth(args[3])
      writer.isFast = try vm.truth(args[4])
      if !args[1].isNone { writer.write = args[1] }
      if !args[6].isNone { writer.persistentID = args[6] }
      if !args[7].isNone { writer.reducerOverride = args[7] }
      writer.dispatchTable = args[8]
      if !args[9].isNone { writer.bufferCallback = args[9] }
      let memo = args[5].asDict
      if let memo { try writer.memo.load(vm, memo) }
      let known = writer.memo.count
      do throws(Raised) {
        try writer.dump(args.slot(0))
        if let memo { try writer.memo.store(vm, memo, from: known) }
      } catch {
        if let memo { try writer.memo.store(vm, memo, from: known) }
        throw error
      }
      return writer.write == nil ? vm.makeBytes(writer.out) : .none
    }
    module.function(
      vm, "load(data, read, readline, owner, fix_imports, encoding, errors, buffers, memo, find_class, persistent_load, /)",
      "Reads a pickle from bytes, or with the functions of a file."
    ) { (vm, args) throws(Raised) in
      let reader = PickleReader(vm, environment)
      if args[0].isNone {
        reader.readFile = args[1]
        reader.readLine = args[2]
      } else {
        guard let data = Codecs.buffer(args[0]) else {
          throw vm.typeError("a bytes-like object is required, not '\(vm.type(of: args[0]).name)'")
        }
        reader.data = data
      }
      reader.owner = args[3]
      reader.fixImports = try vm.truth(args[4])
      reader.encoding = args[5].asStr?.string ?? "ASCII"
      reader.errors = args[6].asStr?.string ?? "strict"
      reader.buffers = args[7]
      reader.findClass = args[9]
      reader.persistentLoad = args[10]
      if let memo = args[8].asDict {
        try reader.takeMemo(memo)
        let result = try reader.load()
        try reader.giveMemo(memo)
        return result
      }
      return try reader.load()
    }
    return module
  }
}
