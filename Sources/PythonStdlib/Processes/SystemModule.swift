import Glibc
import Interpreter

/// `_system`: system calls of `os` that few programs make.
enum SystemModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(vm, name: "_system", doc: "Rare system calls.")
    addPrograms(vm, module)
    addNumbers(vm, module)
    addFiles(vm, module)
    return module
  }

  private static func number(_ vm: VM, _ args: Arguments, _ k: Int) throws(Raised) -> Int32 {
    guard let small = Int32(exactly: try vm.index(args[k])) else {
      throw vm.overflowError("Python int too large to convert to C int")
    }
    return small
  }
  private static func check(_ vm: VM, _ status: Int) throws(Raised) -> Value {
    if status < 0 { throw PosixModule.error(vm, nil) }
    return .int(status)
  }

  // MARK: Programs

  private static func addPrograms(_ vm: VM, _ module: ModuleObject) {
    module.function(vm, "exec(path, arguments, environment, /)", "Makes this process run another program.") {
      (vm, args) throws(Raised) in
      try vm.refuseInSandbox("other programs")
      let path = try PosixModule.path(vm, args[0])
      func words(_ value: Value) throws(Raised) -> [UnsafeMutablePointer<CChar>?] {
        var found: [UnsafeMutablePointer<CChar>?] = []
        for word in try vm.list(of: value) {
          let bytes = try vm.bytesArgument(word)
          if bytes.contains(0) { throw vm.valueError("embedded null byte") }
          found.append(strdup(String(decoding: bytes, as: UTF8.self)))
        }
        return found + [nil]
      }
      let (arguments, environment) = (try words(args[1]), try words(args[2]))
      // The new program begins with no signal held back.
      var none = sigset_t()
      var before = sigset_t()
      sigemptyset(&none)
      pthread_sigmask(SIG_SETMASK, &none, &before)
      execve(path, arguments, environment)
      let code = errno
      pthread_sigmask(SIG_SETMASK, &before, nil)
      for word in arguments + environment { free(word) }
      errno = code
      throw PosixModule.error(vm, nil)
    }
    module.function(vm, "wait4(pid, options, /)", "Waits for a child: number, status and what it used.") {
      (vm, args) throws(Raised) in
      let (pid, options) = (try number(vm, args, 0), try number(vm, args, 1))
      let (found, status, used, code) = vm.withoutLock {
        var status: Int32 = 0
        var used = rusage()
        let found = Glibc.wait4(pid, &status, options, &used)
        return (found, status, used, errno)
      }
      if found < 0 {
        errno = code
        throw PosixModule.error(vm, nil)
      }
      return .object(
        TupleObject(vm, [.int(Int(found)), .int(Int(status)), .object(TupleObject(vm, ResourceModule.values(used)))]))
    }
    module.function(vm, "sched_yield()", "Lets others run.") { (vm, _) throws(Raised) in
      try check(vm, Int(vm.withoutLock { Glibc.sched_yield() }))
    }
    module.function(vm, "getpriority(which, who, /)", "How nice processes are.") { (vm, args) throws(Raised) in
      errno = 0
      let made = Glibc.getpriority(
        try number(vm, args, 0), id_t(truncatingIfNeeded: try vm.index(args[1])))
      if errno != 0 { throw PosixModule.error(vm, nil) }
      return .int(Int(made))
    }
    module.function(vm, "setpriority(which, who, priority, /)", "Sets how nice processes are.") { (vm, args) throws(Raised) in
      try vm.refuseInSandbox("other programs")
      return try check(
        vm,
        Int(
          Glibc.setpriority(
            try number(vm, args, 0),
            id_t(truncatingIfNeeded: try vm.index(args[1])), try number(vm, args, 2))))
    }
  }

  // MARK: Numbers

  private static func addNumbers(_ vm: VM, _ module: ModuleObject) {
    module.function(vm, "sysconf(name, /)", "A number that the system is set to.") { (vm, args) throws(Raised) in
      errno = 0
      let made = Glibc.sysconf(try number(vm, args, 0))
      if made == -1 && errno != 0 { throw PosixModule.error(vm, nil) }
      return .int(made)
    }
    module.function(vm, "getgroups()", "The groups that the process belongs to.") { (vm, _) throws(Raised) in
      let count = Glibc.getgroups(0, nil)
      if count < 0 { throw PosixModule.error(vm, nil) }
      var groups = [gid_t](repeating: 0, count: Int(count))
      let found = Glibc.getgroups(count, &groups)
      if found < 0 { throw PosixModule.error(vm, nil) }
      return .object(ListObject(vm, groups.prefix(Int(found)).map { .int(Int($0)) }))
    }
    module.function(vm, "getrandom(size, /)", "Random bytes.") { (vm, args) throws(Raised) in
      let size = try vm.index(args[0])
      if size < 0 {
        errno = EINVAL
        throw PosixModule.error(vm, nil)
      }
      if !Memory.mayHold(size) { throw vm.memoryError() }
      var source = SystemRandomNumberGenerator()
      return vm.makeBytes((0..<size).map { _ in UInt8.random(in: 0...255, using: &source) })
    }
  }

  // MARK: Files

  private static func addFiles(_ vm: VM, _ module: ModuleObject) {
    module.function(vm, "statvfs(path, /)", "What a file system has room for.") { (vm, args) throws(Raised) in
      var found = statvfs()
      let status: Int32
      if args[0].asInt != nil {
        status = fstatvfs(try number(vm, args, 0), &found)
      } else {
        let path = try PosixModule.file(vm, args[0], .read)
        status = statvfs(path, &found)
      }
      if status < 0 { throw PosixModule.error(vm, args[0].asInt == nil ? args[0] : nil) }
      let fields = [
        UInt(found.f_bsize), UInt(found.f_frsize), UInt(found.f_blocks), UInt(found.f_bfree), UInt(found.f_bavail),
        UInt(found.f_files), UInt(found.f_ffree), UInt(found.f_favail), UInt(found.f_flag), UInt(found.f_namemax),
        UInt(found.f_fsid),
      ]
      return .object(TupleObject(vm, fields.map { .int(Int(truncatingIfNeeded: $0)) }))
    }
    module.function(vm, "mkfifo(path, mode, /)", "Makes a pipe with a name.") { (vm, args) throws(Raised) in
      let path = try PosixModule.file(vm, args[0])
      if Glibc.mkfifo(path, mode_t(truncatingIfNeeded: try vm.index(args[1]))) < 0 { throw PosixModule.error(vm, args[0]) }
      return .none
    }
    module.function(vm, "pipe2(flags, /)", "A pipe: descriptors of its ends.") { (vm, args) throws(Raised) in
      var ends: [Int32] = [0, 0]
      let flags = try number(vm, args, 0)
      if Glibc.pipe(&ends) < 0 { throw PosixModule.error(vm, nil) }
      for end in ends {
        if flags & O_CLOEXEC != 0 { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        _ = fcntl(end, F_SETFL, fcntl(end, F_GETFL) | flags & ~O_CLOEXEC)
      }
      return .object(TupleObject(vm, [.int(Int(ends[0])), .int(Int(ends[1]))]))
    }
    module.function(vm, "sendfile(target, source, offset, count, /)", "Copies bytes from a file to a descriptor.") {
      (vm, args) throws(Raised) in
      let (target, source, count) = (try number(vm, args, 0), try number(vm, args, 1), try vm.index(args[3]))
      if count < 0 {
        errno = EINVAL
        throw PosixModule.error(vm, nil)
      }
      let start = args[2].isNone ? nil : try vm.index(args[2])
      let (made, code) = vm.withoutLock { [start] in
        guard let start else { return (Glibc.sendfile(target, source, nil, count), errno) }
        var offset = off_t(start)
        return (Glibc.sendfile(target, source, &offset, count), errno)
      }
      errno = code
      return try check(vm, made)
    }
    let calls: [(String, @Sendable (Int32) -> Int32)] = [
      ("fdatasync", { Glibc.fdatasync($0) }), ("fchdir", { Glibc.fchdir($0) }),
    ]
    for (name, call) in calls {
      module.function(vm, "\(name)(fd, /)", "System call.") { (vm, args) throws(Raised) in
        let fd = try number(vm, args, 0)
        if name == "fchdir" { try vm.refuseInSandbox("folders by their descriptors") }
        let (status, code) = vm.withoutLock { (call(fd), errno) }
        errno = code
        _ = try check(vm, Int(status))
        return .none
      }
    }
    module.function(vm, "sync()", "Has the system write what it holds back.") { (vm, _) in
      vm.withoutLock { Glibc.sync() }
      return .none
    }
    module.function(vm, "lockf(fd, command, length, /)", "Locks a part of a file.") { (vm, args) throws(Raised) in
      let (fd, command, length) = (try number(vm, args, 0), try number(vm, args, 1), try vm.index(args[2]))
      let (status, code) = vm.withoutLock { (Glibc.lockf(fd, command, length), errno) }
      errno = code
      _ = try check(vm, Int(status))
      return .none
    }
    module.function(vm, "reserve(fd, offset, length, advice, /)", "Reserves room (advice -1), or says how a file will be read.") {
      (vm, args) throws(Raised) in
      let (fd, offset, length) = (try number(vm, args, 0), try vm.index(args[1]), try vm.index(args[2]))
      let advice = try number(vm, args, 3)
      let status = vm.withoutLock {
        advice < 0 ? posix_fallocate(fd, offset, length) : posix_fadvise(fd, offset, length, advice)
      }
      if status != 0 {
        errno = status
        throw PosixModule.error(vm, nil)
      }
      return .none
    }
  }
}
