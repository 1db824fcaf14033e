import Glibc
import Interpreter

/// `_mapping`: files mapped into memory, under `mmap` and `multiprocessing.shared_memory`.
enum MappingModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(vm, name: "_mapping", doc: "Files in memory.")
    module.function(vm, "map(fd, length, flags, protection, offset, /)", "The bytes of a file, as a bytearray that writes to it.") {
      (vm, args) throws(Raised) in
      let fd = Int32(truncatingIfNeeded: try vm.index(args[0]))
      let length = try vm.index(args[1])
      if length <= 0 { throw vm.valueError("cannot mmap an empty file") }
      let (flags, protection) = (Int32(truncatingIfNeeded: try vm.index(args[2])), Int32(truncatingIfNeeded: try vm.index(args[3])))
      let anonymous = fd < 0 ? Int32(MAP_ANONYMOUS) : 0
      if fd < 0 && !Memory.mayHold(length) { throw vm.memoryError() }
      // Whatever the protection, the bytes are read.
      let memory = mmap(nil, length, protection | PROT_READ, flags | anonymous, fd, off_t(try vm.index(args[4])))
      guard let memory, memory != MAP_FAILED else { throw PosixModule.error(vm, nil) }
      return .object(ByteArrayObject(vm, mapping: memory, count: length))
    }
    module.function(vm, "sync(memory, offset, length, /)", "Writes a part of the bytes to their file.") {
      (vm, args) throws(Raised) in
      let (offset, length) = (try vm.index(args[1]), try vm.index(args[2]))
      guard let array = args[0].asByteArray, offset >= 0, length >= 0, length <= array.count, offset <= array.count - length
      else { throw vm.valueError("flush values out of range") }
      if msync(array.base + offset, length, MS_SYNC) < 0 { throw PosixModule.error(vm, nil) }
      return .none
    }
    module.function(vm, "exports(memory, /)", "How many views look at the bytes.") { (_, args) in
      .int((args[0].asByteArray?.exports ?? 1) - 1)
    }
    module.function(vm, "shm_open(name, flags, mode, /)", "Opens shared memory: its descriptor.") { (vm, args) throws(Raised) in
      try vm.refuseInSandbox("shared memory")
      let flags = Int32(truncatingIfNeeded: try vm.index(args[1])) | O_CLOEXEC
      let fd = Glibc.shm_open(try PosixModule.path(vm, args[0]), flags, mode_t(truncatingIfNeeded: try vm.index(args[2])))
      if fd < 0 { throw PosixModule.error(vm, args[0]) }
      return .int(Int(fd))
    }
    module.function(vm, "shm_unlink(name, /)", "Removes the name of shared memory.") { (vm, args) throws(Raised) in
      try vm.refuseInSandbox("shared memory")
      if Glibc.shm_unlink(try PosixModule.path(vm, args[0])) < 0 { throw PosixModule.error(vm, args[0]) }
      return .none
    }
    return module
  }
}
