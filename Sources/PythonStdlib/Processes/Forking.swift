import Glibc
import Interpreter

/// Starting programs by `fork`, where something has to happen between it and `exec`: a function of Python's, another user.
///
/// The child has one thread, which holds the interpreter lock; what other threads held of the C library's locks glibc
/// frees. It tells its parent through a pipe that closes with `exec` why it could not start the program.
enum Forking {
  /// Steps that fail in the child.
  private enum Step: Int32 { case execute = 1, folder, identity, function }

  private struct Failure {
    var step: Int32 = 0
    var code: Int32 = 0
  }

  static func add(_ vm: VM, _ module: ModuleObject) {
    module.function(
      vm,
      "fork(programs, arguments, environment, folder, descriptors, keep, close, session, group, umask, uid, gid, groups, function, /)",
      "Starts a program: its number, or 0, the step that failed and why."
    ) { (vm, args) throws(Raised) in
      let (pid, failure) = try start(vm, args)
      return .object(TupleObject(vm, [.int(Int(pid)), .int(Int(failure.step)), .int(Int(failure.code))]))
    }
  }

  /// `fork` alone: the child goes on where it is, with this thread and no other.
  static func addPlain(_ vm: VM, _ module: ModuleObject) {
    module.function(vm, "fork_here()", "Makes a copy of this process: its number, in the copy 0.") {
      (vm, _) throws(Raised) in
      try vm.refuseInSandbox("other processes")
      let pid = forkProcess()
      if pid < 0 { throw PosixModule.error(vm, nil) }
      if pid > 0 { return .int(Int(pid)) }
      vm.continueAfterFork()
      // What other threads waited for signals with is gone: they do again what the system has them do.
      for number in [SIGINT, SIGTERM, SIGHUP, SIGCHLD] { _ = Glibc.signal(number, SIG_DFL) }
      var mask = sigset_t()
      sigemptyset(&mask)
      pthread_sigmask(SIG_SETMASK, &mask, nil)
      return .int(0)
    }
    module.function(vm, "waiting_bytes(fd, /)", "How many bytes lie in a pipe.") { (vm, args) throws(Raised) in
      var count: Int32 = 0
      let fd = Int32(truncatingIfNeeded: try vm.index(args[0]))
      if ioctl(fd, UInt(FIONREAD), &count) < 0 { throw PosixModule.error(vm, nil) }
      return .int(Int(count))
    }
  }

  private static func numbers(_ vm: VM, _ value: Value) throws(Raised) -> [Int32] {
    var found: [Int32] = []
    for item in try vm.list(of: value) { found.append(Int32(truncatingIfNeeded: try vm.index(item))) }
    return found
  }

  private static func optional(_ vm: VM, _ value: Value) throws(Raised) -> UInt32? {
    value.isNone ? nil : UInt32(truncatingIfNeeded: try vm.index(value))
  }

  private static func start(_ vm: VM, _ args: Arguments) throws(Raised) -> (pid_t, Failure) {
    var texts: [[UnsafeMutablePointer<CChar>?]] = []
    defer { for list in texts { for text in list { free(text) } } }
    for at in 0..<3 { texts.append(args[at].isNone ? [] : try ProcessModule.strings(vm, args[at])) }
    let folder = args[3].isNone ? nil : strdup(try PosixModule.path(vm, args[3]))
    defer { free(folder) }
    var copies: [Int32] = []
    defer { for copy in copies { close(copy) } }
    let streams = try ProcessModule.streams(vm, args[4], &copies)
    let kept = try numbers(vm, args[5])
    let plan = Plan(
      programs: texts[0], arguments: texts[1], environment: args[2].isNone ? nil : texts[2], folder: folder, streams: streams,
      kept: kept, closes: try vm.truth(args[6]), ownSession: try vm.truth(args[7]), group: try optional(vm, args[8]),
      umask: try optional(vm, args[9]), uid: try optional(vm, args[10]), gid: try optional(vm, args[11]),
      groups: args[12].isNone ? nil : try numbers(vm, args[12]).map { gid_t(bitPattern: $0) }, function: args[13])
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw PosixModule.error(vm, nil) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let pid = forkProcess()
    if pid == 0 {
      vm.continueAfterFork()
      run(vm, plan, telling: ends[1])
    }
    let code = errno
    close(ends[1])
    defer { close(ends[0]) }
    if pid < 0 {
      errno = code
      throw PosixModule.error(vm, nil)
    }
    var failure = Failure()
    var one = [pollfd(fd: ends[0], events: Int16(POLLIN), revents: 0)]
    _ = try Waiting.poll(vm, &one, milliseconds: nil)
    guard Glibc.read(ends[0], &failure, MemoryLayout<Failure>.size) == MemoryLayout<Failure>.size else {
      return (pid, Failure())
    }
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
    return (0, failure)
  }

  /// What the child does, made before it exists.
  private struct Plan {
    var programs: [UnsafeMutablePointer<CChar>?]
    var arguments: [UnsafeMutablePointer<CChar>?]
    var environment: [UnsafeMutablePointer<CChar>?]?
    var folder: UnsafeMutablePointer<CChar>?
    var streams: [Int32]
    var kept: [Int32]
    var closes: Bool
    var ownSession: Bool
    var group: UInt32?
    var umask: UInt32?
    var uid: UInt32?
    var gid: UInt32?
    var groups: [gid_t]?
    var function: Value
  }

  private static func run(_ vm: VM, _ plan: Plan, telling end: Int32) -> Never {
    func fail(_ step: Step) -> Never {
      var failure = Failure(step: step.rawValue, code: errno)
      _ = Glibc.write(end, &failure, MemoryLayout<Failure>.size)
      _exit(255)
    }
    for at in 0..<3 where plan.streams[at] >= 0 {
      if plan.streams[at] == Int32(at) { _ = fcntl(Int32(at), F_SETFD, 0) } else { dup2(plan.streams[at], Int32(at)) }
    }
    if let folder = plan.folder, chdir(folder) < 0 { fail(.folder) }
    if let mask = plan.umask { _ = Glibc.umask(mode_t(mask)) }
    for number in [SIGPIPE, SIGXFSZ] { _ = Glibc.signal(number, SIG_DFL) }
    var mask = sigset_t()
    sigemptyset(&mask)
    pthread_sigmask(SIG_SETMASK, &mask, nil)
    if plan.ownSession { _ = setsid() }
    if let group = plan.group, setpgid(0, pid_t(bitPattern: group)) < 0 { fail(.identity) }
    if let groups = plan.groups, setgroups(groups.count, groups) < 0 { fail(.identity) }
    if let gid = plan.gid, setregid(gid, gid) < 0 { fail(.identity) }
    if let uid = plan.uid, setreuid(uid, uid) < 0 { fail(.identity) }
    if !plan.function.isNone {
      do throws(Raised) { _ = try vm.call(plan.function, []) } catch { fail(.function) }
    }
    if plan.closes { for fd in openDescriptors(but: plan.kept + [end]) { close(fd) } }
    for fd in plan.kept where fd >= 3 { _ = fcntl(fd, F_SETFD, 0) }
    execute(plan)
    fail(.execute)
  }

  /// The descriptors of this process from 3 on, without some; that of the look itself may be among them, closed.
  static func openDescriptors(but kept: [Int32]) -> [Int32] {
    guard let folder = opendir("/proc/self/fd") else { return [] }
    defer { closedir(folder) }
    var all: [Int32] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if let fd = Int32(name), fd >= 3, !kept.contains(fd) { all.append(fd) }
    }
    return all
  }

  /// Tries the places of the program one after the other; returns with `errno` when there is none.
  private static func execute(_ plan: Plan) {
    var reason: Int32 = ENOENT
    plan.arguments.withUnsafeBufferPointer { buffer in
      guard let arguments = buffer.baseAddress else { return }
      for case let program? in plan.programs {
        if let own = plan.environment {
          own.withUnsafeBufferPointer { if let own = $0.baseAddress { _ = execve(program, arguments, own) } }
        } else {
          _ = execve(program, arguments, environ)
        }
        // A folder that may not be read does not hide the program in the next one.
        if errno != ENOENT && errno != ENOTDIR { reason = errno }
        if errno != ENOENT && errno != ENOTDIR && errno != EACCES { break }
      }
    }
    errno = reason
  }
}

// Not for Swift as it cannot know what the child may touch: here that is one thread's world, under its lock.
@_silgen_name("fork")
private func forkProcess() -> pid_t
