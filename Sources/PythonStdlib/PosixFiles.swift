import Glibc
import Interpreter

/// Calls about links, rights, times and descriptors.
extension PosixModule {
  /// What `symlink`, `link` and `replace` begin with. A link in a sandbox may not lead up: moved, it could lead out.
  private static func source(_ vm: VM, _ args: Arguments, isLink: Bool) throws(Raised) -> String {
    guard isLink, vm.sandbox != nil else { return try file(vm, args[0]) }
    let name = try path(vm, args[0])
    if name.split(separator: "/").contains("..") { try vm.refuseInSandbox("links upwards") }
    if name.hasPrefix("/") { try vm.checkSandbox(name, .write) }
    return name
  }

  static func moreFiles(_ vm: VM, _ module: ModuleObject) {
    let pairs: [(String, @Sendable (String, String) -> Int32)] = [
      ("symlink", { Glibc.symlink($0, $1) }), ("link", { Glibc.link($0, $1) }), ("replace", { Glibc.rename($0, $1) }),
    ]
    for (name, call) in pairs {
      module.function(vm, "\(name)(source, target)", "System call.") { (vm, args) throws(Raised) in
        if call(try source(vm, args, isLink: name == "symlink"), try file(vm, args[1])) < 0 { throw error(vm, args[0], args[1]) }
        return .none
      }
    }
    module.function(vm, "readlink(path)", "Where a link leads.") { (vm, args) throws(Raised) in
      var buffer = [UInt8](repeating: 0, count: 4097)
      let name = try file(vm, args[0], .read)
      let n = buffer.withUnsafeMutableBytes { raw in
        raw.bindMemory(to: CChar.self).baseAddress.map { Glibc.readlink(name, $0, 4096) } ?? -1
      }
      if n < 0 { throw error(vm, args[0]) }
      return .object(vm.string(String(decoding: buffer[0..<n], as: UTF8.self)))
    }
    module.function(vm, "access(path, mode)", "Whether a file may be used.") { (vm, args) throws(Raised) in
      .bool(Glibc.access(try file(vm, args[0], .read), Int32(truncatingIfNeeded: try vm.index(args[1]))) == 0)
    }
    module.function(vm, "chmod(path, mode)", "Changes the rights of a file.") { (vm, args) throws(Raised) in
      let mode = mode_t(truncatingIfNeeded: try vm.index(args[1]))
      let status =
        vm.hasIndex(args[0])
        ? Glibc.fchmod(Int32(truncatingIfNeeded: try vm.index(args[0])), mode) : Glibc.chmod(try file(vm, args[0]), mode)
      if status < 0 { throw error(vm, args[0]) }
      return .none
    }
    module.function(vm, "chown(path, uid, gid)", "Changes the owner of a file.") { (vm, args) throws(Raised) in
      let (uid, gid) = (try vm.index(args[1]), try vm.index(args[2]))
      if Glibc.chown(try file(vm, args[0]), uid_t(truncatingIfNeeded: uid), gid_t(truncatingIfNeeded: gid)) < 0 {
        throw error(vm, args[0])
      }
      return .none
    }
    module.function(vm, "utime(path, access, modification)", "Sets times in nanoseconds; None: now.") {
      (vm, args) throws(Raised) in
      func time(_ value: Value) throws(Raised) -> timespec {
        if value.isNone { return timespec(tv_sec: 0, tv_nsec: 0x3fffffff) }
        let ns = try vm.index(value)
        let part = ((ns % 1_000_000_000) + 1_000_000_000) % 1_000_000_000
        return timespec(tv_sec: (ns &- part) / 1_000_000_000, tv_nsec: part)
      }
      let times = [try time(args[1]), try time(args[2])]
      if utimensat(AT_FDCWD, try file(vm, args[0]), times, 0) < 0 { throw error(vm, args[0]) }
      return .none
    }
    module.function(vm, "disk_usage(path)", "Total, used and free bytes of a file system.") { (vm, args) throws(Raised) in
      var info = Glibc.statvfs()
      let fd = Glibc.open(try file(vm, args[0], .read), O_RDONLY | O_CLOEXEC)
      if fd < 0 { throw error(vm, args[0]) }
      defer { Glibc.close(fd) }
      if fstatvfs(fd, &info) < 0 { throw error(vm, args[0]) }
      let block = Int(truncatingIfNeeded: info.f_frsize)
      let total = Int(truncatingIfNeeded: info.f_blocks) &* block
      let used = (Int(truncatingIfNeeded: info.f_blocks) &- Int(truncatingIfNeeded: info.f_bfree)) &* block
      let free = Int(truncatingIfNeeded: info.f_bavail) &* block
      return .object(TupleObject(vm, [.int(total), .int(used), .int(free)]))
    }
    module.function(vm, "truncate(path, length)", "Cuts a file.") { (vm, args) throws(Raised) in
      if Glibc.truncate(try file(vm, args[0]), try vm.index(args[1])) < 0 { throw error(vm, args[0]) }
      return .none
    }
    module.function(vm, "status(path, follow)", "All numbers of `stat`, times in nanoseconds too.") { (vm, args) throws(Raised) in
      let found = try status(vm, args)
      return .object(TupleObject(vm, found.first + found.rest))
    }
    let rest = vm.intern("_rest")
    module.function(vm, "stat_of(path, follow, cls, /)", "The same as an object of the class: a tuple of ten, the others an attribute.") {
      (vm, args) throws(Raised) in
      guard let cls = args[2].asType, cls.instanceKind == .tuple else { throw vm.typeError("a class of tuples is needed") }
      let found = try status(vm, args)
      let made = Value.object(TupleObject(vm, found.first, type: cls))
      try vm.genericSetAttr(made, cls, rest, .object(TupleObject(vm, found.rest)))
      return made
    }
  }

  /// What `stat` and its kin tell: the ten fields of old, with whole seconds, and the others.
  private static func status(_ vm: VM, _ args: Arguments) throws(Raised) -> (first: [Value], rest: [Value]) {
    var info = Glibc.stat()
    let status: Int32
    if vm.hasIndex(args[0]) {
      status = fstat(Int32(truncatingIfNeeded: try vm.index(args[0])), &info)
    } else {
      let flags = try vm.truth(args[1]) ? 0 : AT_SYMLINK_NOFOLLOW
      status = fstatat(AT_FDCWD, try file(vm, args[0], .read), &info, flags)
    }
    if status < 0 { throw error(vm, args[0]) }
    func exact(_ t: timespec) -> Value { .int(t.tv_sec &* 1_000_000_000 &+ t.tv_nsec) }
    return (
      [
        .int(Int(info.st_mode)), .int(Int(truncatingIfNeeded: info.st_ino)), .int(Int(truncatingIfNeeded: info.st_dev)),
        .int(Int(info.st_nlink)), .int(Int(info.st_uid)), .int(Int(info.st_gid)), .int(Int(info.st_size)),
        .int(info.st_atim.tv_sec), .int(info.st_mtim.tv_sec), .int(info.st_ctim.tv_sec),
      ],
      [
        exact(info.st_atim), exact(info.st_mtim), exact(info.st_ctim), .int(Int(info.st_blksize)), .int(Int(info.st_blocks)),
        .int(Int(truncatingIfNeeded: info.st_rdev)),
      ]
    )
  }

  static func descriptors(_ vm: VM, _ module: ModuleObject) {
    module.function(vm, "pipe()", "Two descriptors: what is written to the second is read from the first.") {
      (vm, _) throws(Raised) in
      var ends: [Int32] = [0, 0]
      if Glibc.pipe(&ends) < 0 { throw error(vm, nil) }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      return .object(TupleObject(vm, [.int(Int(ends[0])), .int(Int(ends[1]))]))
    }
    module.function(vm, "dup(fd, /)", "Another descriptor of the same file.") { (vm, args) throws(Raised) in
      let fd = fcntl(Int32(truncatingIfNeeded: try vm.index(args[0])), F_DUPFD_CLOEXEC, 0)
      if fd < 0 { throw error(vm, nil) }
      return .int(Int(fd))
    }
    module.function(vm, "dup2(fd, fd2, inheritable=True)", "Makes a descriptor name another file.") {
      (vm, args) throws(Raised) in
      let fd = Glibc.dup2(
        Int32(truncatingIfNeeded: try vm.index(args[0])), Int32(truncatingIfNeeded: try vm.index(args[1])))
      if fd < 0 { throw error(vm, nil) }
      return .int(Int(fd))
    }
    module.function(vm, "fsync(fd)", "Writes a file to the disk.") { (vm, args) throws(Raised) in
      if Glibc.fsync(Int32(truncatingIfNeeded: try vm.index(args[0]))) < 0 { throw error(vm, nil) }
      return .none
    }
    module.function(vm, "get_inheritable(fd, /)", "Whether programs started here get the descriptor.") {
      (vm, args) throws(Raised) in
      let flags = fcntl(Int32(truncatingIfNeeded: try vm.index(args[0])), F_GETFD)
      if flags < 0 { throw error(vm, nil) }
      return .bool(flags & FD_CLOEXEC == 0)
    }
    module.function(vm, "set_inheritable(fd, inheritable, /)", "Says whether programs started here get it.") {
      (vm, args) throws(Raised) in
      let flag = try vm.truth(args[1]) ? 0 : FD_CLOEXEC
      if fcntl(Int32(truncatingIfNeeded: try vm.index(args[0])), F_SETFD, flag) < 0 { throw error(vm, nil) }
      return .none
    }
    module.function(vm, "terminal_size(fd, /)", "Columns and lines of a terminal.") { (vm, args) throws(Raised) in
      var size = winsize()
      if ioctl(Int32(truncatingIfNeeded: try vm.index(args[0])), UInt(TIOCGWINSZ), &size) < 0 { throw error(vm, nil) }
      return .object(TupleObject(vm, [.int(Int(size.ws_col)), .int(Int(size.ws_row))]))
    }
  }

  static func identity(_ vm: VM, _ module: ModuleObject) {
    let numbers: [(String, @Sendable () -> Int)] = [
      ("getuid", { Int(Glibc.getuid()) }), ("geteuid", { Int(Glibc.geteuid()) }), ("getgid", { Int(Glibc.getgid()) }),
      ("getegid", { Int(Glibc.getegid()) }), ("getppid", { Int(Glibc.getppid()) }),
    ]
    for (name, call) in numbers {
      module.function(vm, "\(name)()", "A number of this process.") { (_, _) throws(Raised) in .int(call()) }
    }
    module.function(vm, "umask(mask, /)", "Sets the mask of rights: the old one.") { (vm, args) throws(Raised) in
      .int(Int(Glibc.umask(mode_t(truncatingIfNeeded: try vm.index(args[0])))))
    }
    module.function(vm, "kill(pid, signal, /)", "Sends a signal.") { (vm, args) throws(Raised) in
      let (pid, number) = (try vm.index(args[0]), try vm.index(args[1]))
      if pid == Int(Glibc.getpid()) {
        // SIGINT comes as an interrupt; other signals go to this thread, so that they have come on return.
        if number == Int(SIGINT) {
          vm.interruptHandle.interrupt()
          try vm.checkInterrupt()
          return .none
        }
        if number > 0 && Glibc.raise(Int32(truncatingIfNeeded: number)) == 0 {
          try vm.checkInterrupt()
          return .none
        }
      }
      if pid != Int(Glibc.getpid()) { try vm.refuseInSandbox("signals to other programs") }
      if Glibc.kill(pid_t(truncatingIfNeeded: pid), Int32(truncatingIfNeeded: number)) < 0 { throw error(vm, nil) }
      return .none
    }
    module.function(vm, "uname()", "Five texts about the system.") { (vm, _) throws(Raised) in
      var info = utsname()
      if Glibc.uname(&info) < 0 { throw error(vm, nil) }
      func text<T>(_ field: T) -> Value {
        withUnsafeBytes(of: field) { raw in .object(vm.string(String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self))) }
      }
      return .object(
        TupleObject(
          vm, [text(info.sysname), text(info.nodename), text(info.release), text(info.version), text(info.machine)]))
    }
    module.function(vm, "getloadavg()", "The load of the machine.") { (vm, _) throws(Raised) in
      var loads: [Double] = [0, 0, 0]
      if Glibc.getloadavg(&loads, 3) < 3 { throw vm.raised(vm.types.osError, "Load averages are unobtainable") }
      return .object(TupleObject(vm, loads.map { .float($0) }))
    }
    module.function(vm, "_exit(status)", "Ends the process at once.") { (vm, args) throws(Raised) in
      Glibc._exit(Int32(truncatingIfNeeded: try vm.index(args[0])))
    }
  }
}
