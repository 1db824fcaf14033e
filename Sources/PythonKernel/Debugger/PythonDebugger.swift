import Glibc
import Interpreter
package import Kernel

// The debugger: Debug Adapter Protocol over the control channel (JEP 47).
//
// Two threads. The control thread answers requests. Whatever needs the machine it hands over as a job: to the Python
// thread while that stands at a stop or comes to a poll, and if no cell runs it takes the machine itself. No object of the
// interpreter ever passes from one thread to the other; jobs get the language as an argument.

/// Breakpoints, stepping and variables of one kernel.
package final class PythonDebugger: @unchecked Sendable {
  // Sendable: everything the two threads share is touched under the monitor; `machine` only by who has the machine.

  /// Something to do for whoever has the machine.
  struct Job {
    var number: Int
    var run: @Sendable (PythonLanguage) -> JSON
  }

  /// How the program goes on after a stop.
  enum Resume { case run, over, into, out }

  /// A line at which to stop.
  struct Breakpoint {
    var line: Int
    var condition: String?
    var hitCondition: String?
    var logMessage: String?
    var hits = 0
    /// As the client wrote it.
    var source: JSON
  }

  /// What both threads share.
  struct Shared {
    var isStarted = false
    var isStopped = false
    var isInterrupted = false
    var resume: Resume?
    var pauseIsWanted = false
    var jobs: [Job] = []
    var results: [Int: JSON] = [:]
    var breakpoints: [String: [Breakpoint]] = [:]
    var exceptionFilters: Set<String> = []
    var events: (any DebugEvents)?
    var jobNumber = 0
    var sequence = 0
  }

  let monitor = Monitor()
  var shared = Shared()
  let interruptHandle: VM.InterruptHandle
  /// What belongs to the holder of the machine.
  let machine = DebuggedMachine()

  /// Seed of the names of cells.
  static let hashSeed: UInt32 = 0xC70F_6907
  /// Start of the names of cells.
  static let cellPrefix = "/tmp/wick_\(getpid())/"
  /// The one thread of Python, as clients see it.
  static let threadID = 1

  init(_ interruptHandle: VM.InterruptHandle) { self.interruptHandle = interruptHandle }

  /// Whether sources other than cells are kept from clients.
  private(set) var isSandboxed = false

  /// Serves jobs at the machine's polls.
  func connect(_ language: PythonLanguage) {
    isSandboxed = language.vm.sandbox != nil
    language.vm.pollHook = { [unowned self, unowned language] (_) throws(Raised) in
      runJobs(language)
      if monitor.locked({ shared.pauseIsWanted }) { updateTraps(language) }
    }
  }

  /// Remembers the code of a cell, so that lines of it can be found.
  func register(_ code: Code, _ filename: String) {
    machine.codes[filename] = code
    machine.changed = true
    if machine.traps != nil { applyTraps() }
  }

  // MARK: Jobs

  /// Runs a job where the machine is, and waits for its answer; nil when the machine does not come to a poll in time.
  func perform(
    _ language: PythonLanguage, seconds: Double = 10, _ run: @escaping @Sendable (PythonLanguage) -> JSON
  ) -> JSON? {
    let number = monitor.locked {
      shared.jobNumber += 1
      shared.jobs.append(Job(number: shared.jobNumber, run: run))
      monitor.wakeAll()
      return shared.jobNumber
    }
    let deadline = Clock.after(seconds: seconds)
    while true {
      if let result = monitor.locked({ shared.results.removeValue(forKey: number) }) { return result }
      if Clock.now >= deadline { break }
      if language.withFreeMachine({ runJobs(language) }) == nil {
        interruptHandle.requestPoll()
        monitor.locked {
          if shared.results[number] == nil { _ = monitor.wait(until: Clock.after(milliseconds: 5)) }
        }
      }
    }
    monitor.locked { shared.jobs.removeAll { $0.number == number } }
    return nil
  }

  /// Does what waits; only by the holder of the machine.
  func runJobs(_ language: PythonLanguage) {
    while let job = monitor.locked({ shared.jobs.isEmpty ? nil : shared.jobs.removeFirst() }) {
      let result = job.run(language)
      monitor.locked {
        shared.results[job.number] = result
        monitor.wakeAll()
      }
    }
  }

  /// Lets a stop look whether an interrupt came.
  func wake() {
    monitor.locked {
      shared.isInterrupted = true
      monitor.wakeAll()
    }
  }

  // MARK: Events

  /// Sends an event to the clients.
  func send(_ event: String, _ body: JSON) {
    let (events, number) = monitor.locked {
      shared.sequence += 1
      return (shared.events, shared.sequence)
    }
    events?.send(["seq": .int(number), "type": "event", "event": .string(event), "body": body])
  }

  // MARK: Stops

  /// Waits at a stop for what comes next, and does the jobs of the control thread meanwhile.
  func stop(_ language: PythonLanguage, reason: String, text: String? = nil) {
    monitor.locked {
      shared.isStopped = true
      shared.isInterrupted = false
      shared.resume = nil
      shared.pauseIsWanted = false
    }
    machine.references.removeAll()
    language.context?.flush()
    var body: JSONObject = [
      "reason": .string(reason), "threadId": .int(PythonDebugger.threadID), "allThreadsStopped": true,
      "preserveFocusHint": false,
    ]
    if let text { body["text"] = .string(text) }
    send("stopped", .object(body))
    machine.isStanding = true
    while true {
      runJobs(language)
      let isOver = monitor.locked {
        if shared.resume == nil, !shared.isInterrupted, shared.isStarted, shared.jobs.isEmpty { monitor.wait() }
        return shared.resume != nil || shared.isInterrupted || !shared.isStarted
      }
      if isOver { break }
    }
    machine.isStanding = false
    machine.references.removeAll()
    let resume = monitor.locked {
      shared.isStopped = false
      defer { shared.resume = nil }
      return shared.resume
    }
    machine.step = resume.flatMap { $0 == .run ? nil : DebuggedMachine.Step(kind: $0, vm: language.vm) }
    machine.changed = true
    send("continued", ["threadId": .int(PythonDebugger.threadID), "allThreadsContinued": true])
    updateTraps(language)
  }

  /// Tells how to go on; false if nothing stands at a stop.
  func resume(_ kind: Resume) -> Bool {
    monitor.locked {
      guard shared.isStopped else { return false }
      shared.resume = kind
      monitor.wakeAll()
      return true
    }
  }
}
