import Glibc
import Interpreter

/// `fcntl`: flags and locks of descriptors.
enum FileControlModule {
  /// A lock of a part of a file, as the system takes it.
  private struct Part {
    var type: Int16 = 0
    var whence: Int16 = 0
    var start = 0
    var length = 0
    var process: Int32 = 0
  }

  private static let constants: [(String, Int)] = [
    ("F_DUPFD", Int(F_DUPFD)), ("F_DUPFD_CLOEXEC", Int(F_DUPFD_CLOEXEC)), ("F_GETFD", Int(F_GETFD)), ("F_SETFD", Int(F_SETFD)),
    ("F_GETFL", Int(F_GETFL)), ("F_SETFL", Int(F_SETFL)), ("F_GETLK", Int(F_GETLK)), ("F_SETLK", Int(F_SETLK)),
    ("F_SETLKW", Int(F_SETLKW)), ("F_GETOWN", 9), ("F_SETOWN", 8), ("F_RDLCK", Int(F_RDLCK)), ("F_WRLCK", Int(F_WRLCK)),
    ("F_UNLCK", Int(F_UNLCK)), ("F_GETPIPE_SZ", 1032), ("F_SETPIPE_SZ", 1031), ("FD_CLOEXEC", Int(FD_CLOEXEC)),
    ("LOCK_SH", Int(LOCK_SH)), ("LOCK_EX", Int(LOCK_EX)), ("LOCK_NB", Int(LOCK_NB)), ("LOCK_UN", Int(LOCK_UN)),
    ("FASYNC", 8192),
  ]

  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(vm, name: "fcntl", doc: "Flags and locks of descriptors.")
    for (name, number) in constants { module.constant(vm, name, .int(number)) }
    module.function(vm, "flock(fd, operation, /)", "Locks or frees a file.") { (vm, args) throws(Raised) in
      let (fd, operation) = (try descriptor(vm, args[0]), Int32(truncatingIfNeeded: try vm.index(args[1])))
      try waiting(vm) { lock(fd, operation) }
      return .none
    }
    module.function(vm, "lockf(fd, cmd, len=0, start=0, whence=0, /)", "Locks or frees a part of a file.") {
      (vm, args) throws(Raised) in
      let (fd, operation) = (try descriptor(vm, args[0]), Int32(truncatingIfNeeded: try vm.index(args[1])))
      var part = Part()
      if operation == LOCK_UN {
        part.type = Int16(F_UNLCK)
      } else if operation & Int32(LOCK_SH) != 0 {
        part.type = Int16(F_RDLCK)
      } else if operation & Int32(LOCK_EX) != 0 {
        part.type = Int16(F_WRLCK)
      } else {
        throw vm.valueError("unrecognized lockf argument")
      }
      (part.length, part.start) = (try vm.index(args[2]), try vm.index(args[3]))
      part.whence = Int16(truncatingIfNeeded: try vm.index(args[4]))
      let command = operation & Int32(LOCK_NB) != 0 ? F_SETLK : F_SETLKW
      try waiting(vm) {
        withUnsafeMutablePointer(to: &part) { control(fd, command, Int(bitPattern: UnsafeMutableRawPointer($0))) }
      }
      return .none
    }
    module.function(vm, "fcntl(fd, cmd, arg=0, /)", "Asks or changes what belongs to a descriptor.") {
      (vm, args) throws(Raised) in
      let (fd, command) = (try descriptor(vm, args[0]), Int32(truncatingIfNeeded: try vm.index(args[1])))
      if let data = ByteView(args[2]) {
        if data.count > 1024 { throw vm.valueError("fcntl string arg too long") }
        var copy = data.array + [UInt8](repeating: 0, count: 1024 - data.count)
        if copy.withUnsafeMutableBytes({ control(fd, command, Int(bitPattern: $0.baseAddress)) }) < 0 {
          throw PosixModule.error(vm, nil)
        }
        return vm.makeBytes(Array(copy[..<data.count]))
      }
      let result = control(fd, command, try vm.index(args[2]))
      if result < 0 { throw PosixModule.error(vm, nil) }
      return .int(Int(result))
    }
    module.function(vm, "ioctl(fd, request, arg=0, mutate_flag=True, /)", "Asks or changes what belongs to a device.") {
      (vm, args) throws(Raised) in
      try vm.refuseInSandbox("ioctl")
      let (fd, request) = (try descriptor(vm, args[0]), UInt(bitPattern: try vm.index(args[1])))
      guard let data = ByteView(args[2]) else {
        let result = deviceControl(fd, request, try vm.index(args[2]))
        if result < 0 { throw PosixModule.error(vm, nil) }
        return .int(Int(result))
      }
      var copy = data.array + [UInt8](repeating: 0, count: 1024)
      let result = copy.withUnsafeMutableBytes { deviceControl(fd, request, Int(bitPattern: $0.baseAddress)) }
      if result < 0 { throw PosixModule.error(vm, nil) }
      if let target = args[2].asByteArray, try vm.truth(args[3]) {
        try target.replace(vm, 0, target.count, ByteView(copying: Array(copy[..<target.count])))
        return .int(Int(result))
      }
      return vm.makeBytes(Array(copy[..<data.count]))
    }
    return module
  }

  /// A number, or what the `fileno` of an object says.
  private static func descriptor(_ vm: VM, _ value: Value) throws(Raised) -> Int32 {
    if vm.hasIndex(value) {
      let fd = try vm.index(value)
      if fd < 0 { throw vm.valueError("file descriptor cannot be a negative integer (\(fd))") }
      return Int32(truncatingIfNeeded: fd)
    }
    guard try vm.getAttrOrNil(value, vm.intern("fileno")) != nil else {
      throw vm.typeError("argument must be an int, or have a fileno() method.")
    }
    return Int32(truncatingIfNeeded: try vm.index(try vm.callMethod(value, "fileno", [])))
  }
  /// Makes a call that may wait, without the interpreter lock.
  private static func waiting(_ vm: VM, _ call: () -> Int32) throws(Raised) {
    while true {
      let (status, number) = vm.withoutLock { (call(), errno) }
      if status >= 0 { return }
      errno = number
      if number != EINTR { throw PosixModule.error(vm, nil) }
      try vm.checkInterrupt()
    }
  }
}

// As a name of Swift this is the struct.
@_silgen_name("flock")
private func lock(_ fd: Int32, _ operation: Int32) -> Int32
// Both are variadic in C, which Swift does not call; the one further argument is passed as any other.
@_silgen_name("fcntl")
private func control(_ fd: Int32, _ command: Int32, _ argument: Int) -> Int32
@_silgen_name("ioctl")
private func deviceControl(_ fd: Int32, _ request: UInt, _ argument: Int) -> Int32
