import ForeignShim
import Glibc
import Interpreter

/// `_foreign`: memory by address and functions of shared libraries, for `ctypes`. Nothing of it is there in a sandbox.
enum ForeignModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(vm, name: "_foreign", doc: "C memory and C functions.")
    addMemory(vm, module)
    addLibraries(vm, module)
    addCalls(vm, module)
    vm.refuseInSandbox(module, "C code", except: [])
    return module
  }

  // MARK: Memory

  private static func addMemory(_ vm: VM, _ module: ModuleObject) {
    module.function(vm, "address_of(buffer, /)", "Where the bytes of a bytearray lie; a view must keep them there.") {
      (vm, args) throws(Raised) in
      guard case .object(let o) = args[0], let bytes = o as? ByteArrayObject else {
        throw vm.typeError("a bytearray is required, not '\(vm.type(of: args[0]).name)'")
      }
      return .int(Int(bitPattern: bytes.base))
    }
    module.function(vm, "load(address, size, /)", "A copy of the bytes at an address.") { (vm, args) throws(Raised) in
      let count = try vm.index(args[1])
      if count < 0 { throw vm.valueError("negative size") }
      let start = try pointer(vm, args[0], count)
      return try vm.makeBytes(copying: start, count)
    }
    module.function(vm, "text(address, /)", "The bytes at an address up to a zero.") { (vm, args) throws(Raised) in
      let start = try pointer(vm, args[0], 1)
      let count = strlen(UnsafeRawPointer(start).assumingMemoryBound(to: CChar.self))
      return try vm.makeBytes(copying: start, count)
    }
    module.function(vm, "store(address, data, /)", "Writes bytes to an address.") { (vm, args) throws(Raised) in
      guard let bytes = args.view(1) else {
        throw vm.typeError("a bytes-like object is required, not '\(vm.type(of: args[1]).name)'")
      }
      memmove(UnsafeMutablePointer(mutating: try pointer(vm, args[0], bytes.count)), bytes.base, bytes.count)
      return .none
    }
  }

  /// An address, where `count` bytes are to be; the first page, where nothing can be, is refused.
  private static func pointer(_ vm: VM, _ value: Value, _ count: Int) throws(Raised) -> UnsafePointer<UInt8> {
    let address = try vm.index(value)
    if count == 0 { return ByteView.none.base }
    guard !(0..<4096).contains(address), let pointer = UnsafePointer<UInt8>(bitPattern: address) else {
      throw vm.valueError("NULL pointer access")
    }
    return pointer
  }

  // MARK: Libraries

  private static func addLibraries(_ vm: VM, _ module: ModuleObject) {
    module.function(vm, "open(name, mode, /)", "Opens a library, or with None the program itself; returns a handle.") {
      (vm, args) throws(Raised) in
      let mode = Int32(truncatingIfNeeded: try vm.index(args[1])) | RTLD_NOW
      let handle = args[0].isNone ? dlopen(nil, mode) : dlopen(try vm.str(args[0]).string, mode)
      guard let handle else { throw vm.raised(vm.types.osError, reason()) }
      return .int(Int(bitPattern: handle))
    }
    module.function(vm, "symbol(handle, name, error, /)", "The address of a name; raises `error` when there is none.") {
      (vm, args) throws(Raised) in
      let handle = UnsafeMutableRawPointer(bitPattern: try vm.index(args[0]))
      if let found = dlsym(handle, try vm.str(args[1]).string) { return .int(Int(bitPattern: found)) }
      let type = args[2].asObject as? TypeObject ?? vm.types.attributeError
      throw vm.raised(type, reason())
    }
  }

  private static func reason() -> String { dlerror().map { String(cString: $0) } ?? "dlopen() error" }

  // MARK: Calls

  private static func addCalls(_ vm: VM, _ module: ModuleObject) {
    module.function(
      vm, "call(function, wholes, floats, stack, is_float, errno, /)",
      "Calls a function with these bits in registers and on the stack; returns those of the result, and errno."
    ) { (vm, args) throws(Raised) in
      let function = UnsafeRawPointer(try pointer(vm, args[0], 1))
      var call = wick_foreign_call()
      try fill(vm, &call.wholes, args[1])
      try fill(vm, &call.floats, args[2])
      try fill(vm, &call.stack, args[3])
      call.error = Int32(truncatingIfNeeded: try vm.index(args[5]))
      let isFloat: Int32 = try vm.truth(args[4]) ? 1 : 0
      let result = wick_foreign_run(function, &call, isFloat)
      return .object(TupleObject.make(vm, [.int(Int(result)), .int(Int(call.error))]))
    }
    module.function(vm, "callback(function, is_float, /)", "A place for a callback, and its address for C.") {
      (vm, args) throws(Raised) in
      let place = try Callbacks.add(vm, args[0])
      let address = wick_callback_address(place, try vm.truth(args[1]) ? 1 : 0)
      return .object(TupleObject.make(vm, [.int(Int(place)), .int(Int(bitPattern: address))]))
    }
    module.function(vm, "forget(place, /)", "Frees the place of a callback.") { (vm, args) throws(Raised) in
      Callbacks.remove(try vm.index(args[0]))
      return .none
    }
  }

  /// Copies numbers into a row of registers.
  private static func fill<Row>(_ vm: VM, _ row: inout Row, _ numbers: Value) throws(Raised) {
    let values = try vm.list(of: numbers)
    let room = MemoryLayout<Row>.size / MemoryLayout<Int64>.size
    if values.count > room { throw vm.typeError("too many arguments: \(values.count) where there is room for \(room)") }
    var bits: [Int64] = []
    for value in values { bits.append(Int64(try vm.index(value))) }
    withUnsafeMutableBytes(of: &row) { (room) in bits.withUnsafeBytes { room.copyMemory(from: $0) } }
  }
}
