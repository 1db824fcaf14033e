import Glibc
import Interpreter
import Kernel
import PythonKernel
import Synchronization

/// Runs Python in this process: on a thread with the stack that deep recursion needs, stopped by Control-C.
enum PythonThread {
  /// Bytes of stack; pages are only touched when they are used.
  private static let stackSize = 512 << 20

  // Both are written before the thread that reads them can: the session once, on the Python thread, before `isReady`;
  // the descriptor before the handler is installed.
  nonisolated(unsafe) private static var session: PythonSession?
  private static let isReady = Atomic<Bool>(false)
  nonisolated(unsafe) private static var wakeUp: Int32 = -1

  /// Makes a session and ends the process with the status that the body returns.
  static func run(argv: [String], _ options: StartOptions = StartOptions(), _ body: @escaping @Sendable (PythonSession) -> Int32) -> Never {
    var ends: [Int32] = [-1, -1]
    pipe(&ends)
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    wakeUp = ends[1]
    // Before the thread: its first line may run while this one has not gone on yet.
    installHandler()
    _ = NativeThread(name: "python", stackSize: stackSize) {
      let session = PythonSession(argv: argv, options)
      self.session = session
      isReady.store(true, ordering: .releasing)
      exit(body(session))
    }
    while true { waitForInterrupt(ends[0]) }
  }

  /// Runs a file as a script and ends the process.
  static func run(script path: String, arguments: [String], _ options: StartOptions = StartOptions()) throws(Failure) -> Never {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      throw Failure("can't open file '\(path)': it is a folder", status: Failure.usage)
    }
    run(argv: [path] + arguments, options) { $0.runFile(path, args: arguments) }
  }

  /// Lets SIGINT write to the pipe: nothing else is safe in a handler.
  private static func installHandler() {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in
      var byte: UInt8 = 0
      _ = write(PythonThread.wakeUp, &byte, 1)
    }
    action.sa_flags = Int32(SA_RESTART)
    sigaction(SIGINT, &action, nil)
  }

  private static func waitForInterrupt(_ descriptor: Int32) {
    var byte: UInt8 = 0
    let count = read(descriptor, &byte, 1)
    if count == 1 {
      if isReady.load(ordering: .acquiring) {
        session?.interrupt()
      } else {
        // Nothing of the user's runs yet.
        signal(SIGINT, SIG_DFL)
        raise(SIGINT)
      }
    } else if count == 0 || errno != EINTR { pause() }
  }
}
