import Glibc
import Interpreter

/// `posix`: the calls of the system that `os` and `io` are written on.
enum PosixModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(vm, name: "posix", doc: "System calls.")
    for (name, value) in [
      ("O_RDONLY", O_RDONLY), ("O_WRONLY", O_WRONLY), ("O_RDWR", O_RDWR), ("O_CREAT", O_CREAT), ("O_EXCL", O_EXCL),
      ("O_TRUNC", O_TRUNC), ("O_APPEND", O_APPEND), ("O_CLOEXEC", O_CLOEXEC),
    ] { module.constant(vm, name, .int(Int(value))) }
    files(vm, module)
    folders(vm, module)
    process(vm, module)
    moreFiles(vm, module)
    descriptors(vm, module)
    identity(vm, module)
    return module
  }

  /// The OSError of the last failed call; `path` nil: without a file name.
  static func error(_ vm: VM, _ path: Value?, _ second: Value? = nil) -> Raised {
    let code = errno
    let text = vm.string(String(cString: strerror(code)))
    var arguments: [Value] = [.int(Int(code)), .object(text)]
    // A path object is told as the text it stands for.
    func told(_ value: Value) -> Value {
      guard case .object(let o) = value, o.hasHeapType, value.asStr == nil, value.kind != .bytes,
        let text = try? self.path(vm, value)
      else { return value }
      return .object(vm.string(text))
    }
    if let path { arguments.append(told(path)) }
    if let second { arguments += [.none, told(second)] }
    return vm.osError(arguments)
  }

  /// A path as bytes for the system.
  static func path(_ vm: VM, _ value: Value) throws(Raised) -> String {
    if let text = value.asStr {
      let s = text.string
      if s.utf8.contains(0) { throw vm.valueError("embedded null byte") }
      return s
    }
    if let bytes = bytes(value) { return String(decoding: bytes, as: UTF8.self) }
    if let hook = try vm.getAttrOrNil(value, vm.intern("__fspath__")) { return try path(vm, try vm.call(hook, [])) }
    throw vm.typeError("expected str, bytes or os.PathLike object, not \(vm.type(of: value).name)")
  }

  /// The path of a file that may be used so, in a sandbox too.
  static func file(_ vm: VM, _ value: Value, _ access: Sandbox.Access = .write) throws(Raised) -> String {
    let name = try path(vm, value)
    try vm.checkSandbox(name, access)
    return name
  }

  private static func bytes(_ value: Value) -> [UInt8]? {
    if case .object(let o) = value, let b = o as? BytesObject { return b.array }
    return nil
  }

  /// What a system call reads into memory of `wanted` bytes.
  private static func read(
    _ vm: VM, _ wanted: Int, _ body: (UnsafeMutableRawPointer) -> Int
  ) throws(Raised) -> Value {
    guard Memory.mayHold(wanted), let raw = malloc(max(1, wanted)) else { throw vm.memoryError() }
    let n = body(raw)
    if n < 0 {
      let number = errno
      free(raw)
      errno = number
      throw error(vm, nil)
    }
    if n <= 512 || n == wanted && wanted > 1 << 16 {
      // Few bytes lie behind their object's fields; many stay where they are.
      if n > 512 { return .object(BytesObject(vm, adopting: raw, count: n)) }
      defer { free(raw) }
      return try vm.makeBytes(copying: UnsafePointer(raw.assumingMemoryBound(to: UInt8.self)), n)
    }
    return .object(BytesObject(vm, adopting: realloc(raw, n) ?? raw, count: n))
  }

  /// The rest of a file: of an ordinary one the size is known.
  private static func readAll(_ vm: VM, _ fd: Int32) throws(Raised) -> Value {
    var info = Glibc.stat()
    let known = fstat(fd, &info) == 0 && info.st_mode & S_IFMT == S_IFREG ? Int(info.st_size) - max(0, Int(lseek(fd, 0, SEEK_CUR))) : 0
    var (capacity, count) = (max(known + 1, 4096), 0)
    guard Memory.mayHold(capacity), var raw = malloc(capacity) else { throw vm.memoryError() }
    while true {
      if count == capacity {
        let more = capacity < 1 << 20 ? capacity * 4 : capacity * 2
        guard Memory.mayHold(more), let grown = realloc(raw, more) else {
          free(raw)
          throw vm.memoryError()
        }
        (raw, capacity) = (grown, more)
      }
      do throws(Raised) { if known <= 0 { try Waiting.ready(vm, fd, POLLIN) } } catch {
        free(raw)
        throw error
      }
      let n = Glibc.read(fd, raw + count, capacity - count)
      if n < 0 {
        let number = errno
        free(raw)
        errno = number
        throw error(vm, nil)
      }
      if n == 0 { break }
      count += n
      if vm.interruptPending {
        do throws(Raised) { try vm.checkInterrupt() } catch {
          free(raw)
          throw error
        }
      }
    }
    if count <= 512 {
      defer { free(raw) }
      return try vm.makeBytes(copying: UnsafePointer(raw.assumingMemoryBound(to: UInt8.self)), count)
    }
    return .object(BytesObject(vm, adopting: realloc(raw, count) ?? raw, count: count))
  }

  private static func files(_ vm: VM, _ module: ModuleObject) {
    module.function(vm, "open(path, flags, mode=511)", "Opens a file: its descriptor.") { (vm, args) throws(Raised) in
      let flags = Int32(truncatingIfNeeded: try vm.index(args[1])) | O_CLOEXEC
      let isChange = flags & (O_ACCMODE | O_CREAT | O_TRUNC) != 0
      let name = try file(vm, args[0], isChange ? .write : .read)
      let fd = Glibc.open(name, flags, mode_t(truncatingIfNeeded: try vm.index(args[2])))
      if fd < 0 { throw error(vm, args[0]) }
      return .int(Int(fd))
    }
    module.function(vm, "open_file(path, flags, mode, /)", "Opens a file that is no folder: its descriptor and size of blocks.") {
      (vm, args) throws(Raised) in
      let flags = Int32(truncatingIfNeeded: try vm.index(args[1])) | O_CLOEXEC
      let isChange = flags & (O_ACCMODE | O_CREAT | O_TRUNC) != 0
      let name = try file(vm, args[0], isChange ? .write : .read)
      let fd = Glibc.open(name, flags, mode_t(truncatingIfNeeded: try vm.index(args[2])))
      if fd < 0 { throw error(vm, args[0]) }
      var info = Glibc.stat()
      if fstat(fd, &info) < 0 || info.st_mode & S_IFMT == S_IFDIR {
        let number = info.st_mode & S_IFMT == S_IFDIR ? EISDIR : errno
        _ = Glibc.close(fd)
        errno = number
        throw error(vm, args[0])
      }
      return .object(TupleObject.make(vm, [.int(Int(fd)), .int(info.st_blksize > 1 ? Int(info.st_blksize) : 8192)]))
    }
    module.function(vm, "close(fd, /)", "Closes a descriptor.") { (vm, args) throws(Raised) in
      if Glibc.close(Int32(truncatingIfNeeded: try vm.index(args[0]))) < 0 { throw error(vm, nil) }
      return .none
    }
    module.function(vm, "read(fd, length, /)", "Reads bytes.") { (vm, args) throws(Raised) in
      let wanted = min(max(0, try vm.index(args[1])), 1 << 26)
      let fd = Int32(truncatingIfNeeded: try vm.index(args[0]))
      try Waiting.ready(vm, fd, POLLIN)
      return try read(vm, wanted) { Glibc.read(fd, $0, wanted) }
    }
    module.function(vm, "pread(fd, length, offset, /)", "Reads bytes at a place of a file.") { (vm, args) throws(Raised) in
      let wanted = min(max(0, try vm.index(args[1])), 1 << 30)
      let fd = Int32(truncatingIfNeeded: try vm.index(args[0]))
      let place = off_t(try vm.index(args[2]))
      return try read(vm, wanted) { Glibc.pread(fd, $0, wanted, place) }
    }
    module.function(vm, "readall(fd, /)", "Reads bytes up to the end of the file.") { (vm, args) throws(Raised) in
      try readAll(vm, Int32(truncatingIfNeeded: try vm.index(args[0])))
    }
    module.function(vm, "pwrite(fd, data, offset, /)", "Writes bytes at a place of a file.") { (vm, args) throws(Raised) in
      let data = try vm.bytesArgument(args[1])
      let fd = Int32(truncatingIfNeeded: try vm.index(args[0]))
      let n = Glibc.pwrite(fd, data, data.count, off_t(try vm.index(args[2])))
      if n < 0 { throw error(vm, nil) }
      return .int(n)
    }
    module.function(vm, "memfd_create(name, flags=1)", "A file that lies in memory.") { (vm, args) throws(Raised) in
      try vm.refuseInSandbox("files in memory")
      let name = try path(vm, args[0])
      // memfd_create, which Glibc shows to _GNU_SOURCE only.
      let fd = memoryFile(name, UInt32(truncatingIfNeeded: try vm.index(args[1])))
      if fd < 0 { throw error(vm, args[0]) }
      return .int(Int(fd))
    }
    module.function(vm, "write(fd, data, /)", "Writes bytes.") { (vm, args) throws(Raised) in
      var data: [UInt8] = []
      if let plain = bytes(args[1]) {
        data = plain
      } else {
        for item in try vm.list(of: args[1]) { data.append(UInt8(truncatingIfNeeded: try vm.index(item))) }
      }
      let fd = Int32(truncatingIfNeeded: try vm.index(args[0]))
      if (1...2).contains(fd), !vm.countOutput(data.count) { try vm.checkInterrupt() }
      var info = Glibc.stat()
      // A pipe that is ready takes this much without blocking.
      let isFile = fstat(fd, &info) == 0 && info.st_mode & S_IFMT == S_IFREG
      let most = isFile || fcntl(fd, F_GETFL) & O_NONBLOCK != 0 ? Int.max : 4096
      var done = 0
      while done < data.count {
        if most < Int.max { try Waiting.ready(vm, fd, POLLOUT) }
        let n = data.withUnsafeBytes { raw in
          raw.baseAddress.map { Glibc.write(fd, $0 + done, min(raw.count - done, most)) } ?? 0
        }
        if n < 0 {
          if errno == EINTR { continue }
          if errno == EAGAIN && done > 0 { break }
          throw error(vm, nil)
        }
        done += n
      }
      return .int(done)
    }
    module.function(vm, "lseek(fd, position, how, /)", "Moves the position of a descriptor.") { (vm, args) throws(Raised) in
      let r = Glibc.lseek(
        Int32(truncatingIfNeeded: try vm.index(args[0])), try vm.index(args[1]),
        Int32(truncatingIfNeeded: try vm.index(args[2])))
      if r < 0 { throw error(vm, nil) }
      return .int(r)
    }
    module.function(vm, "ftruncate(fd, length, /)", "Cuts a file.") { (vm, args) throws(Raised) in
      if Glibc.ftruncate(Int32(truncatingIfNeeded: try vm.index(args[0])), try vm.index(args[1])) < 0 {
        throw error(vm, nil)
      }
      return .none
    }
    module.function(vm, "isatty(fd, /)", "Tells whether a descriptor is a terminal.") { (vm, args) throws(Raised) in
      .bool(Glibc.isatty(Int32(truncatingIfNeeded: try vm.index(args[0]))) == 1)
    }
    module.function(vm, "stat(path, follow=True)", "Mode, size and times of a file as a tuple.") { (vm, args) throws(Raised) in
      let name = try file(vm, args[0], .read)
      var info = Glibc.stat()
      let flags = try vm.truth(args[1]) ? 0 : AT_SYMLINK_NOFOLLOW
      if fstatat(AT_FDCWD, name, &info, flags) < 0 { throw error(vm, args[0]) }
      return .object(
        TupleObject(vm, [
          .int(Int(info.st_mode)), .int(Int(info.st_ino)), .int(Int(info.st_dev)), .int(Int(info.st_nlink)),
          .int(Int(info.st_uid)), .int(Int(info.st_gid)), .int(Int(info.st_size)),
          .float(Double(info.st_atim.tv_sec) + Double(info.st_atim.tv_nsec) / 1e9),
          .float(Double(info.st_mtim.tv_sec) + Double(info.st_mtim.tv_nsec) / 1e9),
          .float(Double(info.st_ctim.tv_sec) + Double(info.st_ctim.tv_nsec) / 1e9),
        ]))
    }
    let calls: [(String, @Sendable (String) -> Int32)] = [
      ("remove", { Glibc.unlink($0) }), ("rmdir", { Glibc.rmdir($0) }), ("chdir", { Glibc.chdir($0) }),
    ]
    for (name, call) in calls {
      module.function(vm, "\(name)(path)", "System call.") { (vm, args) throws(Raised) in
        if call(try file(vm, args[0])) < 0 { throw error(vm, args[0]) }
        return .none
      }
    }
    module.function(vm, "rename(source, target)", "Renames a file.") { (vm, args) throws(Raised) in
      if Glibc.rename(try file(vm, args[0]), try file(vm, args[1])) < 0 { throw error(vm, args[0]) }
      return .none
    }
  }

  private static func folders(_ vm: VM, _ module: ModuleObject) {
    module.function(vm, "mkdir(path, mode=511)", "Makes a folder.") { (vm, args) throws(Raised) in
      if Glibc.mkdir(try file(vm, args[0]), mode_t(truncatingIfNeeded: try vm.index(args[1]))) < 0 {
        throw error(vm, args[0])
      }
      return .none
    }
    module.function(vm, "listdir(path='.')", "Names in a folder.") { (vm, args) throws(Raised) in
      let shown: Value = args[0].isNone ? .object(vm.string(".")) : args[0]
      guard let folder = opendir(try file(vm, shown, .read)) else { throw error(vm, shown) }
      defer { closedir(folder) }
      let names = ListObject(vm)
      while let entry = readdir(folder) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != "." && name != ".." { names.append(.object(vm.string(name))) }
      }
      return .object(names)
    }
    module.function(vm, "getcwd()", "The current folder.") { (vm, _) throws(Raised) in
      var buffer = [CChar](repeating: 0, count: 4096)
      guard getcwd(&buffer, buffer.count) != nil else { throw error(vm, nil) }
      return .object(vm.string(String(cString: buffer)))
    }
    module.function(vm, "realpath(path, /)", "The path without links; None when it does not exist.") {
      (vm, args) throws(Raised) in
      guard let found = Glibc.realpath(try file(vm, args[0], .read), nil) else { return .none }
      defer { free(found) }
      return .object(vm.string(String(cString: found)))
    }
  }

  private static func process(_ vm: VM, _ module: ModuleObject) {
    module.function(vm, "getpid()", "Number of this process.") { (_, _) throws(Raised) in .int(Int(Glibc.getpid())) }
    module.function(vm, "cpu_count()", "Number of processors.") { (_, _) throws(Raised) in
      .int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    }
    module.function(vm, "urandom(size, /)", "Random bytes.") { (vm, args) throws(Raised) in
      let n = try vm.index(args[0])
      if n < 0 { throw vm.valueError("negative argument not allowed") }
      if !Memory.mayHold(n) { throw vm.memoryError() }
      if n < 2 {
        var generator = SystemRandomNumberGenerator()
        return vm.makeBytes(n == 0 ? [] : [UInt8.random(in: 0...255, using: &generator)])
      }
      return try vm.makeBytes(n) { MersenneTwister.fillFromSystem(UnsafeMutableRawBufferPointer(start: $0, count: n)) }
    }
    module.function(vm, "environ()", "The environment as pairs.") { (vm, _) throws(Raised) in
      let list = ListObject(vm)
      var at = 0
      while let entry = environ[at] {
        at &+= 1
        let line = String(cString: entry)
        guard let equals = line.firstIndex(of: "=") else { continue }
        let (name, value) = (String(line[..<equals]), String(line[line.index(after: equals)...]))
        list.append(.object(TupleObject(vm, [.object(vm.string(name)), .object(vm.string(value))])))
      }
      return .object(list)
    }
    module.function(vm, "putenv(name, value, /)", "Sets an environment variable.") { (vm, args) throws(Raised) in
      setenv(try path(vm, args[0]), try path(vm, args[1]), 1)
      return .none
    }
    module.function(vm, "unsetenv(name, /)", "Removes an environment variable.") { (vm, args) throws(Raised) in
      Glibc.unsetenv(try path(vm, args[0]))
      return .none
    }
    module.function(vm, "strerror(code, /)", "Text of an error number.") { (vm, args) throws(Raised) in
      .object(vm.string(String(cString: strerror(Int32(truncatingIfNeeded: try vm.index(args[0]))))))
    }
  }
}

@_silgen_name("memfd_create")
private func memoryFile(_ name: UnsafePointer<CChar>, _ flags: UInt32) -> Int32
