// Start reading here. A request enters through `ShellChannel` or `ControlChannel`, which verify it; the ones that
// need the language wait in the queue of a `Shell`; `KernelServer+Requests` answers them on the language thread.
// Replies leave through an `Outbox`, everything else through `IOPub`.

import Glibc

/// A Jupyter kernel: serves the five channels for one language until it is told to shut down.
package final class KernelServer: @unchecked Sendable {
  // Sendable: constants, objects that lock by themselves, and fields that are touched under `monitor` only.
  let info: KernelInfo
  let session = Session()
  let scheme: SignatureScheme
  let connection: ConnectionInfo?
  let iopub: IOPub
  let replays = ReplayGuard()
  let inputs = InputBroker()
  let shellOutbox = Outbox()
  let controlOutbox = Outbox()
  let heartbeatWake = Wake()
  let mainWake = Wake()
  let mainShell = Shell(id: nil)
  let usage = UsageMeter()
  /// Watches the memory while cells run, in a process of its own.
  nonisolated(unsafe) var memory: MemoryWatch?
  let log: Log
  /// What is written to the descriptors 1 and 2, if that is captured.
  ///
  /// Set once, before any thread starts.
  nonisolated(unsafe) var outputCapture: OutputCapture?

  /// Whether this kernel is all the process does, so that its process group is the kernel's.
  ///
  /// Set before the start.
  nonisolated(unsafe) var ownsProcess = false

  private let factory: LanguageFactory
  private let monitor = Monitor()
  private var languageBox: LanguageBox?
  private var subshells: [(id: String, shell: Shell)] = []
  private var stopRequest: StopRequest?
  private var latestContext: RequestContext?
  private var latestControl: Message?
  private var threads: [NativeThread] = []
  private var languageThreads: [NativeThread] = []

  /// Why and how the kernel ends.
  struct StopRequest: Sendable {
    var restart: Bool
  }

  /// The language, shared with the threads that may call `interrupt` and `debug`.
  private struct LanguageBox: @unchecked Sendable {
    // Sendable: only methods that `Language` declares callable from any thread are called through it.
    let language: any Language
  }

  /// Each has a thread of its own, and a process cannot have any number of them.
  private static let mostSubshells = 256
  /// Stack of the threads that run the language.
  private static let languageStack = 512 << 20

  /// Creates a kernel; nothing runs yet.
  ///
  /// `connection` is what `connect_request` tells.
  package init(
    info: KernelInfo, language: @escaping LanguageFactory, scheme: SignatureScheme,
    connection: ConnectionInfo? = nil, logDescriptor: Int32 = STDERR_FILENO
  ) {
    self.info = info
    self.scheme = scheme
    self.connection = connection
    factory = language
    iopub = IOPub(session: session)
    log = Log(descriptor: logDescriptor)
  }

  // MARK: Life

  /// Starts all threads; false when the signature scheme is unknown.
  package func start(_ endpoints: Endpoints) -> Bool {
    guard WireCodec(scheme: scheme, session: session, replays: replays) != nil else { return false }
    if ownsProcess {
      memory = MemoryWatch { [unowned self] in startedLanguage()?.memoryIsShort() }
      memory?.start()
    }
    let shellThread = NativeThread(name: "shell") { [self] in
      withCodec { ShellChannel(server: self, codec: $0).run(shell: endpoints.shell, stdin: endpoints.stdin) }
    }
    startLanguageThread(mainShell, name: "python")
    let controlThread = NativeThread(name: "control") { [self] in
      withCodec { ControlChannel(server: self, codec: $0).run(endpoints.control) }
    }
    let iopubThread = NativeThread(name: "iopub") { [self] in
      withCodec { iopub.run(socket: endpoints.iopub, codec: $0) }
      endpoints.iopub.close(lingerMilliseconds: KernelServer.linger)
    }
    let heartbeatThread = NativeThread(name: "heartbeat") { [self] in runHeartbeat(endpoints.heartbeat) }
    monitor.locked { threads = [shellThread, controlThread, heartbeatThread, iopubThread] }
    return true
  }

  /// Milliseconds a closing socket keeps trying to send.
  static let linger = 300

  private func withCodec(_ body: (WireCodec) -> Void) {
    guard let codec = WireCodec(scheme: scheme, session: session, replays: replays) else { return }
    body(codec)
  }

  private func startLanguageThread(_ shell: Shell, name: String) {
    let thread = NativeThread(name: name, stackSize: KernelServer.languageStack) { [self] in
      runLanguage(shell)
    }
    monitor.locked {
      languageThreads.removeAll { $0.hasFinished }
      languageThreads.append(thread)
    }
  }

  /// Asks the kernel to end; the first request counts.
  func requestStop(restart: Bool) {
    monitor.locked { if stopRequest == nil { stopRequest = StopRequest(restart: restart) } }
    mainWake.signal()
  }

  /// Whether and how the kernel was asked to end.
  var stopIsRequested: StopRequest? { monitor.locked { stopRequest } }

  /// Interrupts what runs, lets the language run its exit handlers and ends the threads, all within a few seconds.
  package func stop() {
    requestStop(restart: false)
    let shells = monitor.locked { [mainShell] + subshells.map { $0.shell } }
    interrupt()
    for shell in shells { shell.stop() }
    let running = monitor.locked { languageThreads }
    // A cell may swallow KeyboardInterrupt: ask again, then leave it behind.
    var attempts = 0
    while attempts < 15, !running.allSatisfy({ $0.join(milliseconds: attempts == 0 ? 300 : 100) }) {
      interrupt()
      attempts += 1
    }
    memory?.stop()
    iopub.stop()
    shellOutbox.wake.signal()
    controlOutbox.wake.signal()
    heartbeatWake.signal()
    for thread in monitor.locked({ threads }) { _ = thread.join(milliseconds: 1000) }
  }

  /// Whether the channel threads should end.
  var channelsAreStopped: Bool { iopub.hasStopped }

  // MARK: Language and shells

  private func runLanguage(_ shell: Shell) {
    let language: any Language
    if shell === mainShell {
      language = factory()
      language.start()
      monitor.locked {
        languageBox = LanguageBox(language: language)
        monitor.wakeAll()
      }
    } else {
      language = monitor.locked {
        while true {
          if let languageBox { return languageBox.language }
          monitor.wait()
        }
      }
    }
    while let turn = shell.next() {
      switch turn {
      case .request(let message, let isAborted): handle(message, isAborted: isAborted, on: shell, language)
      case .background: language.runBackground(subshell: shell.id, until: shell)
      }
      shell.finish { language.clearInterrupt(subshell: shell.id) }
      if language.hasBackgroundWork(subshell: shell.id) { shell.wake() }
    }
    if let id = shell.id { return language.endSubshell(id) }
    language.shutdown(restart: stopIsRequested?.restart ?? false)
  }

  /// The language once it has started, for its methods that any thread may call; waits a moment for the start.
  func startedLanguage(waiting milliseconds: Int = 0) -> (any Language)? {
    let deadline = Clock.after(milliseconds: milliseconds)
    return monitor.locked {
      while languageBox == nil { guard monitor.wait(until: deadline) else { break } }
      return languageBox
    }?.language
  }

  /// Interrupts the requests that run; true if there was one.
  @discardableResult
  func interrupt() -> Bool {
    let (shells, box) = monitor.locked { ([mainShell] + subshells.map { $0.shell }, languageBox) }
    var wasRunning = false
    for shell in shells where shell.interrupt({ box?.language.interrupt(subshell: shell.id) }) { wasRunning = true }
    inputs.poke()
    return wasRunning
  }

  /// The shell a request is meant for; nil for an unknown subshell.
  func shell(_ id: String?) -> Shell? {
    guard let id else { return mainShell }
    return monitor.locked { subshells.first { $0.id == id }?.shell }
  }

  /// Starts a subshell; nil when there are too many.
  func createSubshell() -> String? {
    let shell = Shell(id: Session.makeUUID())
    let id = shell.id ?? ""
    let number: Int? = monitor.locked {
      guard subshells.count < KernelServer.mostSubshells else { return nil }
      subshells.append((id, shell))
      return subshells.count
    }
    guard let number else { return nil }
    startLanguageThread(shell, name: "subshell-\(number)")
    return id
  }

  /// Ends a subshell after what it runs; false if there is none.
  func deleteSubshell(_ id: String) -> Bool {
    let shell: Shell? = monitor.locked {
      guard let at = subshells.firstIndex(where: { $0.id == id }) else { return nil }
      return subshells.remove(at: at).shell
    }
    shell?.stop()
    return shell != nil
  }

  /// The open subshells, oldest first.
  var subshellIDs: [String] { monitor.locked { subshells.map { $0.id } } }

  /// The last request on the control channel.
  var lastControl: Message? {
    get { monitor.locked { latestControl } }
    set { monitor.locked { latestControl = newValue } }
  }

  // MARK: Output outside of requests

  /// Makes a context the receiver of output that belongs to no request.
  func setLatest(_ context: RequestContext) { monitor.locked { latestContext = context } }

  /// Publishes what was written to the file descriptors 1 and 2.
  func captured(_ name: StreamName, _ bytes: UnsafeRawBufferPointer) {
    if let context = monitor.locked({ latestContext }) {
      context.stream(name, bytes)
    } else {
      iopub.stream(name, bytes, parent: nil) { false }
    }
  }

  // MARK: Heartbeat

  /// Echoes whatever comes, all frames of it.
  private func runHeartbeat(_ socket: any MessageSocket) {
    var poller = Poller([socket], wake: heartbeatWake)
    while !channelsAreStopped {
      while let frames = socket.receive() { socket.send(frames) }
      poller.wait(milliseconds: -1)
    }
    socket.close(lingerMilliseconds: 0)
  }
}
