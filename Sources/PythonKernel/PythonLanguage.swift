import Glibc
import Interpreter
package import Kernel
import Syntax

// Start reading here: `execute` runs a cell (Execution/), shows its result (Display/) or its error (Errors/).
//
// Every entry takes the interpreter lock: cells run on the kernel's language thread, questions come from others.

/// Python as a language of the kernel.
package final class PythonLanguage: Language {
  /// The interpreter with its `__main__`.
  let session: PythonSession
  /// What a session of IPython remembers: inputs, results, payload.
  let shell: ShellState
  /// Cells run and their results, for history requests.
  let store = HistoryStore(path: HistoryStore.standardPath)
  /// The machine.
  var vm: VM { session.vm }
  /// For `interrupt`, which other threads call: they must not touch the machine itself.
  let interruptHandles: InterruptHandles
  /// The request that the running thread works for: the one that runs, for threads that of the cell that started them.
  var request: RunningRequest {
    get { (vm.outputOwner as? RunningRequest) ?? (vm.outputOwner == nil ? noRequest : latestCell ?? noRequest) }
    set { vm.outputOwner = newValue }
  }
  /// The last cell of the main shell: where a thread writes that follows the cells (`reset_thread_parent`).
  var latestCell: RunningRequest?
  /// Requests whose messages Python code has asked for, by message id, oldest first.
  var givenParents: [(id: String, request: RunningRequest)] = []
  /// The contexts of the language threads' last requests, by thread.
  var cellContexts: [UInt: any ExecutionContext] = [:]
  /// What waits for requests while a language thread goes on with what cells have left, by thread.
  var idleWaits: [UInt: any IdleWait] = [:]
  /// Stands for the request before there is one.
  private let noRequest = RunningRequest(nil)
  /// Where output goes.
  var context: (any ExecutionContext)? { request.context }
  /// How errors are shown (`%xmode`).
  var errorMode = ErrorMode.context
  /// Format of floats (`%precision`).
  var floatFormat: String?
  /// Whether results are laid out over lines (`%pprint`).
  var isPretty = true
  /// Whether magics need no `%` (`%automagic`).
  var isAutomagic = true
  /// Whether this process is a copy that Python code made of the kernel: it has no channels.
  var isCopy = false
  /// Magics of our own, by name.
  var lineMagics: [String: LineMagic] = [:]
  var cellMagics: [String: CellMagic] = [:]
  /// Magics registered by Python code.
  var registeredLineMagics: [String: Value] = [:]
  var registeredCellMagics: [String: Value] = [:]
  /// Functions registered for types (`for_type`).
  var typeFormatters: [TypeFormatter] = []
  /// The printer that `_repr_pretty_` receives.
  let prettyBridge: PrettyBridge
  /// Turns cells into Python.
  var transformer = CellTransformer()
  /// Breakpoints, stops, and what front ends ask about variables.
  let debugger: PythonDebugger
  /// The error of the cell that runs, for callbacks.
  var cellFailure: ExceptionObject?
  /// The last uncaught error, for `%tb` and `%debug`.
  var lastError: ExceptionObject?

  /// Makes the language of a session.
  init(_ session: PythonSession) {
    self.session = session
    interruptHandles = InterruptHandles(session.interruptHandle)
    debugger = PythonDebugger(session.interruptHandle)
    shell = ShellState(session.vm, main: session.main)
    prettyBridge = PrettyBridge(session.vm)
    connect()
  }

  /// Routes output and input of the machine to the request that runs.
  private func connect() {
    vm.writeOutput = { [unowned self] stream, bytes in
      write(stream == .stderr ? .stderr : .stdout, UnsafeRawBufferPointer(bytes))
    }
    vm.flushOutput = { [unowned self] _ in
      if !isCopy && request.captures.isEmpty { context?.flush() }
    }
    vm.readsStandardInput = false
    vm.readInput = { [unowned self] (vm, prompt, password) throws(Raised) in
      try readLine(vm, prompt: prompt, password: password)
    }
    vm.keepsFrames = true
    installShell()
    TimingMagics.install(self)
    FileMagics.install(self)
    NamespaceMagics.install(self)
    CellMagics.install(self)
    PythonMagics.install(self)
    PostMortem.install(self)
    Profiler.install(self)
    shell.install(self)
    debugger.connect(self)
  }

  /// Sends output to the innermost capture or to the request.
  func write(_ stream: StreamName, _ bytes: UnsafeRawBufferPointer) {
    guard vm.countOutput(bytes.count) else { return }
    if isCopy { return writeDirectly(stream, bytes) }
    let request = request
    if let capture = request.captures.last {
      capture.write(stream, bytes)
    } else {
      request.context?.stream(stream, bytes)
    }
  }

  /// Sends text to a stream.
  func write(_ stream: StreamName, _ text: String) {
    var text = text
    text.withUTF8 { write(stream, UnsafeRawBufferPointer($0)) }
  }

  /// Takes the machine for the calling thread, runs `body` and gives it back.
  /// `isMain` says that the thread is the one that KeyboardInterrupt goes to.
  func withMachine<R>(isMain: Bool = false, interrupts: VM.InterruptHandle? = nil, _ body: () -> R) -> R {
    vm.withLock(isMain: isMain, interrupts: interrupts, body)
  }

  /// Runs `body` if no other thread has the machine; nil if one has.
  func withFreeMachine<R>(_ body: () -> R) -> R? { vm.withFreeLock(body) }

  // MARK: Interrupts

  package func interrupt(subshell: String?) {
    interruptHandles[subshell].interrupt()
    debugger.wake()
  }

  package func memoryIsShort() { interruptHandles[nil].interruptForMemory() }

  package func clearInterrupt(subshell: String?) { interruptHandles[subshell].clear() }

  package func endSubshell(_ id: String) {
    withMachine { cellContexts[UInt(pthread_self())] = nil }
    vm.forgetThread()
    interruptHandles.remove(id)
  }

  /// `input()` and `getpass()`.
  private func readLine(_ vm: VM, prompt: String, password: Bool) throws(Raised) -> String? {
    guard let context, !isCopy else { throw vm.raised(vm.types.eofError, "EOF when reading a line") }
    if !vm.interruptPending { context.interruptWasRaised() }
    let answer = vm.withoutLock { context.input(prompt: prompt, password: password) }
    switch answer {
    // A copy: the kernel's threads hold the original.
    case .text(let line): return String(decoding: Array(line.utf8), as: UTF8.self)
    case .endOfFile: return nil
    case .interrupted:
      try vm.checkInterrupt()
      throw vm.raised(vm.types.keyboardInterrupt, "")
    case .notAllowed:
      throw inputNotImplemented(password ? "getpass" : "raw_input")
    }
  }

  /// `StdinNotImplementedError`, which IPython raises where a front end cannot answer.
  private func inputNotImplemented(_ function: String) -> Raised {
    let message = "\(function) was called, but this frontend does not support input requests."
    do throws(Raised) {
      let module = try vm.importModule("IPython.core.error", fromList: .object(vm.emptyTuple))
      if let type = try vm.getAttr(module, "StdinNotImplementedError").asType {
        return vm.raised(type, message)
      }
    } catch {}
    return vm.raised(vm.types.notImplementedError, message)
  }

  // MARK: Questions that need no machine

  package func isComplete(_ code: String) -> IsCompleteReply {
    switch checkCompleteness(code) {
    case .complete: .complete
    case .incomplete(let indent): .incomplete(indent: String(repeating: " ", count: indent))
    case .invalid: .invalid
    }
  }

  package func history(_ request: HistoryRequest) -> [HistoryEntry] {
    let found = store.answer(request)
    // As in ipykernel, who asks for session 0 gets that number back.
    guard case .range(0, _, _) = request.access else { return found }
    return found.map { entry in
      var entry = entry
      entry.session = 0
      return entry
    }
  }
}

extension PythonSession {
  /// The version of Python that is spoken.
  package static let pythonVersion = "3.12.0"

  /// Stops what runs; callable from any thread.
  package func interrupt() { interruptHandle.interrupt() }

  /// Makes the kernel's view of this session.
  package func makeLanguage() -> any Language { PythonLanguage(self) }
}
