import Glibc
import Interpreter

/// `_process`: starting programs and waiting for them; `subprocess` and parts of `os` are written on it.
enum ProcessModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(vm, name: "_process", doc: "Starting programs and waiting for them.")
    module.function(
      vm, "spawn(program, arguments, environment, folder, descriptors, keep, close, session, group, /)",
      "Starts a program; returns its number."
    ) { (vm, args) throws(Raised) in .int(try spawn(vm, args)) }
    module.function(vm, "wait(pid, options, timeout, /)", "Waits for a child: (pid, status), (0, 0) when it still runs.") {
      (vm, args) throws(Raised) in
      let pid = pid_t(truncatingIfNeeded: try vm.index(args[0]))
      let options = Int32(truncatingIfNeeded: try vm.index(args[1]))
      let limit = try Waiting.milliseconds(vm, args[2])
      let (found, status) = try wait(vm, pid, options, milliseconds: limit)
      return .object(TupleObject(vm, [.int(Int(found)), .int(Int(status))]))
    }
    module.function(vm, "poll(pairs, timeout, /)", "Waits for descriptors: those that are ready, with what they are.") {
      (vm, args) throws(Raised) in
      var polled: [pollfd] = []
      for pair in try vm.list(of: args[0]) {
        guard let both = pair.asTuple, both.count == 2 else { throw vm.typeError("pairs of descriptor and events") }
        polled.append(
          pollfd(
            fd: Int32(truncatingIfNeeded: try vm.index(both[0])),
            events: Int16(truncatingIfNeeded: try vm.index(both[1])), revents: 0))
      }
      if try Waiting.poll(vm, &polled, milliseconds: try Waiting.milliseconds(vm, args[1])) < 0 {
        throw PosixModule.error(vm, nil)
      }
      let found = ListObject(vm)
      for one in polled where one.revents != 0 {
        let events = Int(UInt16(bitPattern: one.revents))
        found.append(.object(TupleObject(vm, [.int(Int(one.fd)), .int(events)])))
      }
      return .object(found)
    }
    addGroups(vm, module)
    Forking.add(vm, module)
    Forking.addPlain(vm, module)
    vm.refuseInSandbox(module, "other programs", except: ["poll", "wait", "set_blocking", "get_blocking"])
    return module
  }

  private static func addGroups(_ vm: VM, _ module: ModuleObject) {
    let calls: [(String, @Sendable (pid_t) -> Int32)] = [
      ("getpgid", { Glibc.getpgid($0) }), ("getsid", { Glibc.getsid($0) }),
    ]
    for (name, call) in calls {
      module.function(vm, "\(name)(pid, /)", "System call.") { (vm, args) throws(Raised) in
        let made = call(pid_t(truncatingIfNeeded: try vm.index(args[0])))
        if made < 0 { throw PosixModule.error(vm, nil) }
        return .int(Int(made))
      }
    }
    module.function(vm, "setsid()", "Makes this process the leader of a new session.") { (vm, _) throws(Raised) in
      if Glibc.setsid() < 0 { throw PosixModule.error(vm, nil) }
      return .none
    }
    let pairs: [(String, @Sendable (Int, Int) -> Int32)] = [
      ("setpgid", { Glibc.setpgid(pid_t(truncatingIfNeeded: $0), pid_t(truncatingIfNeeded: $1)) }),
      ("setreuid", { Glibc.setreuid(uid_t(truncatingIfNeeded: $0), uid_t(truncatingIfNeeded: $1)) }),
      ("setregid", { Glibc.setregid(gid_t(truncatingIfNeeded: $0), gid_t(truncatingIfNeeded: $1)) }),
    ]
    for (name, call) in pairs {
      module.function(vm, "\(name)(first, second, /)", "System call.") { (vm, args) throws(Raised) in
        if call(try vm.index(args[0]), try vm.index(args[1])) < 0 { throw PosixModule.error(vm, nil) }
        return .none
      }
    }
    module.function(vm, "nice(increment, /)", "Changes how much processor time the process gets.") { (vm, args) throws(Raised) in
      errno = 0
      let made = Glibc.nice(Int32(truncatingIfNeeded: try vm.index(args[0])))
      if made == -1 && errno != 0 { throw PosixModule.error(vm, nil) }
      return .int(Int(made))
    }
    module.function(vm, "setgroups(groups, /)", "Sets the other groups of this process.") { (vm, args) throws(Raised) in
      var groups: [gid_t] = []
      for item in try vm.list(of: args[0]) { groups.append(gid_t(truncatingIfNeeded: try vm.index(item))) }
      if Glibc.setgroups(groups.count, groups) < 0 { throw PosixModule.error(vm, nil) }
      return .none
    }
    module.function(vm, "killpg(group, signal, /)", "Sends a signal to a process group.") { (vm, args) throws(Raised) in
      let (group, number) = (try vm.index(args[0]), try vm.index(args[1]))
      if Glibc.killpg(pid_t(truncatingIfNeeded: group), Int32(truncatingIfNeeded: number)) < 0 {
        throw PosixModule.error(vm, nil)
      }
      return .none
    }
    module.function(vm, "set_blocking(fd, blocking, /)", "Whether calls on the descriptor wait.") {
      (vm, args) throws(Raised) in
      let fd = Int32(truncatingIfNeeded: try vm.index(args[0]))
      let old = fcntl(fd, F_GETFL)
      let new = try vm.truth(args[1]) ? old & ~O_NONBLOCK : old | O_NONBLOCK
      if old < 0 || fcntl(fd, F_SETFL, new) < 0 { throw PosixModule.error(vm, nil) }
      return .none
    }
    module.function(vm, "get_blocking(fd, /)", "Whether calls on the descriptor wait.") { (vm, args) throws(Raised) in
      let flags = fcntl(Int32(truncatingIfNeeded: try vm.index(args[0])), F_GETFL)
      if flags < 0 { throw PosixModule.error(vm, nil) }
      return .bool(flags & O_NONBLOCK == 0)
    }
  }

  // MARK: Waiting

  /// `waitpid` in pieces: a wait for ever could not be interrupted.
  private static func wait(
    _ vm: VM, _ pid: pid_t, _ options: Int32, milliseconds: Int?
  ) throws(Raised) -> (pid_t, Int32) {
    let start = Waiting.monotonic()
    while true {
      var status: Int32 = 0
      let found = waitpid(pid, &status, options | WNOHANG)
      if found > 0 { return (found, status) }
      if found < 0 && errno != EINTR { throw PosixModule.error(vm, nil) }
      if options & WNOHANG != 0 { return (0, 0) }
      let passed = Waiting.monotonic() &- start
      if let milliseconds, passed / 1_000_000 >= milliseconds { return (0, 0) }
      // Short programs are noticed soon, long ones cost little.
      let nap = max(100, min(passed / 8000, 5000))
      vm.withoutLock { _ = usleep(useconds_t(truncatingIfNeeded: nap)) }
      try vm.checkInterrupt()
    }
  }

  // MARK: Starting

  /// C strings of a list; nil at the end.
  static func strings(_ vm: VM, _ list: Value) throws(Raised) -> [UnsafeMutablePointer<CChar>?] {
    var made: [UnsafeMutablePointer<CChar>?] = []
    do throws(Raised) {
      for item in try vm.list(of: list) { made.append(strdup(try PosixModule.path(vm, item))) }
    } catch {
      for pointer in made { free(pointer) }
      throw error
    }
    made.append(nil)
    return made
  }

  private static func spawn(_ vm: VM, _ args: Arguments) throws(Raised) -> Int {
    let program = strdup(try PosixModule.path(vm, args[0]))
    defer { free(program) }
    var arguments = try strings(vm, args[1])
    defer { for pointer in arguments { free(pointer) } }
    var environment = args[2].isNone ? [] : try strings(vm, args[2])
    defer { for pointer in environment { free(pointer) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    var copies: [Int32] = []
    defer { for copy in copies { close(copy) } }
    try redirect(vm, args, &actions, &copies)
    if !args[3].isNone {
      _ = addFolder(&actions, try PosixModule.path(vm, args[3]))
    }
    var attributes = try attributes(vm, session: args[7], group: args[8])
    defer { posix_spawnattr_destroy(&attributes) }
    var pid: pid_t = 0
    let ownEnvironment = !args[2].isNone
    let status = withUnsafePointer(to: actions) { actions in
      withUnsafePointer(to: attributes) { attributes in
        arguments.withUnsafeMutableBufferPointer { arguments in
          environment.withUnsafeMutableBufferPointer { environment in
            withUnsafeMutablePointer(to: &pid) { pid in
              let (argv, envp) = (arguments.baseAddress, environment.baseAddress)
              return vm.withoutLock {
                guard let program, let argv else { return EINVAL }
                return posix_spawn(pid, program, actions, attributes, argv, ownEnvironment ? envp : environ)
              }
            }
          }
        }
      }
    }
    if status != 0 {
      errno = status
      throw PosixModule.error(vm, nil)
    }
    return Int(pid)
  }

  /// The descriptors that become the three streams of a program; -1: as here.
  static func streams(_ vm: VM, _ value: Value, _ copies: inout [Int32]) throws(Raised) -> [Int32] {
    guard let wanted = value.asTuple, wanted.count == 3 else { throw vm.typeError("three descriptors") }
    var sources: [Int32] = []
    for at in 0..<3 {
      var source = Int32(truncatingIfNeeded: try vm.index(wanted[at]))
      // What lies at a place of the three itself might be overwritten before it is used.
      if source >= 0 && source < 3 && source != Int32(at) {
        source = fcntl(source, F_DUPFD_CLOEXEC, 3)
        if source < 0 { throw PosixModule.error(vm, nil) }
        copies.append(source)
      }
      sources.append(source)
    }
    return sources
  }

  /// The three streams of the program, and which other descriptors it gets.
  private static func redirect(
    _ vm: VM, _ args: Arguments, _ actions: inout posix_spawn_file_actions_t, _ copies: inout [Int32]
  ) throws(Raised) {
    let sources = try streams(vm, args[4], &copies)
    for at in 0..<3 where sources[at] >= 0 {
      posix_spawn_file_actions_adddup2(&actions, sources[at], Int32(at))
    }
    var kept: Set<Int32> = []
    for item in try vm.list(of: args[5]) {
      let fd = Int32(truncatingIfNeeded: try vm.index(item))
      if fd >= 3 && kept.insert(fd).inserted { posix_spawn_file_actions_adddup2(&actions, fd, fd) }
    }
    guard try vm.truth(args[6]) else { return }
    if kept.isEmpty {
      _ = addCloseFrom(&actions, 3)
    } else {
      for fd in Forking.openDescriptors(but: Array(kept)) where fcntl(fd, F_GETFD) & FD_CLOEXEC == 0 {
        posix_spawn_file_actions_addclose(&actions, fd)
      }
    }
  }

  /// No signal is blocked or ignored in the program; a session or a process group of its own when wanted.
  private static func attributes(
    _ vm: VM, session: Value, group: Value
  ) throws(Raised) -> posix_spawnattr_t {
    var flags = Int32(POSIX_SPAWN_SETSIGDEF) | Int32(POSIX_SPAWN_SETSIGMASK)
    let groupNumber = group.isNone ? -1 : pid_t(truncatingIfNeeded: try vm.index(group))
    // POSIX_SPAWN_SETSID
    if try vm.truth(session) { flags |= 0x80 }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for number in [SIGPIPE, SIGXFSZ, SIGINT] { sigaddset(&signals, number) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    if groupNumber >= 0 {
      flags |= Int32(POSIX_SPAWN_SETPGROUP)
      posix_spawnattr_setpgroup(&attributes, groupNumber)
    }
    posix_spawnattr_setflags(&attributes, Int16(truncatingIfNeeded: flags))
    return attributes
  }
}

// GNU extensions that Glibc's module map hides behind `_GNU_SOURCE`.

@_silgen_name("posix_spawn_file_actions_addchdir_np")
private func addFolder(
  _ actions: UnsafeMutablePointer<posix_spawn_file_actions_t>, _ path: UnsafePointer<CChar>
) -> Int32

@_silgen_name("posix_spawn_file_actions_addclosefrom_np")
private func addCloseFrom(_ actions: UnsafeMutablePointer<posix_spawn_file_actions_t>, _ from: Int32) -> Int32
