import Glibc
import Interpreter
internal import Kernel

extension PythonLanguage {
  /// `!command`: streams its output, sets `_exit_code`.
  func system(_ command: String) throws(Raised) {
    context?.flush()
    let status = try runProcess(["/bin/sh", "-c", command], mergesErrors: true) {
      [unowned self] stream, bytes in
      bytes.withUnsafeBytes { write(stream, $0) }
      if request.captures.isEmpty { context?.flush() }
    }
    session.main.set(vm, "_exit_code", .int(status))
    shell.hiddenNames.insert("_exit_code")
    if status > 128 { try vm.checkInterrupt() }
  }

  /// Runs a program; returns its exit code, negative for a signal as Python's subprocess has it.
  ///
  /// An interrupt is passed on to the program's process group and raised afterwards.
  func runProcess(
    _ arguments: [String], input: [UInt8] = [], mergesErrors: Bool = false,
    _ receive: (StreamName, [UInt8]) -> Void
  ) throws(Raised) -> Int {
    try vm.refuseInSandbox("other programs")
    var out: (Int32, Int32) = (-1, -1)
    var err: (Int32, Int32) = (-1, -1)
    var inn: (Int32, Int32) = (-1, -1)
    guard ChildProcess.pipe(&out), ChildProcess.pipe(&err), ChildProcess.pipe(&inn) else {
      throw vm.raised(vm.types.osError, "cannot make pipes: \(String(cString: strerror(errno)))")
    }
    let pid = ChildProcess.spawn(
      arguments, stdin: inn.0, stdout: out.1, stderr: mergesErrors ? out.1 : err.1)
    for end in [out.1, err.1, inn.0] { close(end) }
    guard let pid else {
      for end in [out.0, err.0, inn.1] { close(end) }
      throw vm.raised(
        vm.types.fileNotFoundError,
        arguments: [
          .int(Int(ENOENT)), .object(vm.string("No such file or directory")),
          .object(vm.string(arguments[0])),
        ])
    }
    ChildProcess.feed(inn.1, input)
    var ends = [
      pollfd(fd: out.0, events: Int16(POLLIN), revents: 0),
      pollfd(fd: err.0, events: Int16(POLLIN), revents: 0),
    ]
    var wasInterrupted = false
    var interruptedAt = 0
    while ends.contains(where: { $0.fd >= 0 }) {
      ends.withUnsafeMutableBufferPointer { buffer in
        let base = buffer.baseAddress
        vm.withoutLock { _ = poll(base, 2, 5) }
      }
      for at in 0..<2 where ends[at].fd >= 0 && ends[at].revents != 0 {
        guard let bytes = ChildProcess.read(ends[at].fd) else {
          close(ends[at].fd)
          ends[at].fd = -1
          continue
        }
        receive(at == 0 ? .stdout : .stderr, bytes)
      }
      if vm.interruptPending && !wasInterrupted {
        wasInterrupted = true
        kill(-pid, SIGINT)
      } else if wasInterrupted {
        interruptedAt += 1
        if interruptedAt == 200 { kill(-pid, SIGKILL) }
      }
    }
    let code = vm.withoutLock { ChildProcess.wait(pid) }
    if wasInterrupted { try vm.checkInterrupt() }
    return code
  }
}

/// System calls around a child process.
enum ChildProcess {
  /// Makes a pipe that programs do not inherit.
  static func pipe(_ ends: inout (Int32, Int32)) -> Bool {
    var pair: [Int32] = [-1, -1]
    guard Glibc.pipe(&pair) == 0 else { return false }
    for end in pair { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    ends = (pair[0], pair[1])
    return true
  }

  /// Starts a program in a process group of its own; nil when there is none of that name.
  static func spawn(_ arguments: [String], stdin: Int32, stdout: Int32, stderr: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_adddup2(&actions, stdin, 0)
    posix_spawn_file_actions_adddup2(&actions, stdout, 1)
    posix_spawn_file_actions_adddup2(&actions, stderr, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    var defaults = sigset_t()
    sigemptyset(&defaults)
    sigaddset(&defaults, SIGPIPE)
    sigaddset(&defaults, SIGINT)
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP))
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    var pid: pid_t = 0
    let result = posix_spawnp(&pid, arguments[0], &actions, &attributes, pointers, environ)
    return result == 0 ? pid : nil
  }

  /// Writes the input and closes the pipe; what does not fit into the pipe waits for the reader.
  static func feed(_ end: Int32, _ input: [UInt8]) {
    var written = 0
    while written < input.count {
      let count = input[written...].withUnsafeBytes { Glibc.write(end, $0.baseAddress, $0.count) }
      if count <= 0 { break }
      written += count
    }
    close(end)
  }

  /// What can be read now; nil at the end.
  static func read(_ end: Int32) -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: 65536)
    let count = Glibc.read(end, &buffer, buffer.count)
    return count > 0 ? Array(buffer[0..<count]) : nil
  }

  /// Waits for the end of a process.
  static func wait(_ pid: pid_t) -> Int {
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
    return status & 0x7F == 0 ? Int(status >> 8 & 0xFF) : -Int(status & 0x7F)
  }
}
