// The cells of this and earlier processes. Those of this process live in memory; a thread of their own writes them to the
// file of the user and reads what others wrote, so that no cell waits for a disk.

import Glibc

/// Remembers cells and answers history requests.
package final class HistoryStore: @unchecked Sendable {
  // Sendable: everything mutable is touched under the monitor; `file` only on the history thread.
  private let monitor = Monitor()
  private let path: String?
  private var entries: [Stored] = []
  private var jobs: [Job] = []
  private var question: Question?
  private var answered: [Stored]?
  private var isRunning = false
  private var isClosing = false
  private var sessionNumber: Int?
  private var file: HistoryFile?
  private var hasFailed = false

  /// A cell with what was typed.
  struct Stored {
    var entry: HistoryEntry
    var raw: String
  }

  /// Something to write.
  enum Job {
    case input(line: Int, input: String, raw: String)
    case output(line: Int, output: String)
  }

  /// Something to read about other sessions.
  private enum Question {
    case tail(Int)
    case range(session: Int, start: Int, stop: Int?)
    case search(pattern: String, count: Int?, isUnique: Bool)
  }

  /// How long the thread waits for more to write before it ends and closes the file.
  private static let linger = 3000
  /// How long an answer waits for the file before it is given from memory alone.
  private static let patience = 2000
  /// Lines that wait to be written while the disk is full or slow.
  private static let bound = 10_000

  /// Opens a history; without a path it lives in memory.
  ///
  /// Nothing is read or written yet.
  package init(path: String?) { self.path = path }

  /// Where the history of this user is kept; `WICK_HISTORY` names another file, or with an empty value none.
  package static var standardPath: String? {
    func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
    if let chosen = variable("WICK_HISTORY") { return chosen.isEmpty ? nil : chosen }
    if let folder = variable("IPYTHONDIR"), !folder.isEmpty { return folder + "/wick-history.sqlite" }
    if let state = variable("XDG_STATE_HOME"), !state.isEmpty { return state + "/wick/history.sqlite" }
    guard let home = variable("HOME"), !home.isEmpty else { return nil }
    return home + "/.local/state/wick/history.sqlite"
  }

  /// Number of this session; 1 when the file cannot tell in time.
  package var session: Int {
    guard path != nil else { return 1 }
    let deadline = Clock.after(milliseconds: HistoryStore.patience)
    return monitor.locked {
      if sessionNumber == nil { startThread() }
      while sessionNumber == nil, !hasFailed { guard monitor.wait(until: deadline) else { break } }
      return sessionNumber ?? 1
    }
  }

  /// Stores a cell: as it runs, and as it was typed if magics changed it.
  package func store(line: Int, input: String, raw: String? = nil) {
    monitor.locked {
      entries.append(Stored(entry: HistoryEntry(session: 0, line: line, input: input), raw: raw ?? input))
      add(.input(line: line, input: input, raw: raw ?? input))
    }
  }

  /// Stores the text of a result.
  package func store(line: Int, output: String) {
    monitor.locked {
      guard let at = entries.lastIndex(where: { $0.entry.line == line }) else { return }
      entries[at].entry.output = output
      add(.output(line: line, output: output))
    }
  }

  /// Writes what waits and closes the file; waits for that a short time only.
  package func close() {
    let deadline = Clock.after(milliseconds: 500)
    monitor.locked {
      isClosing = true
      monitor.wakeAll()
      while isRunning { guard monitor.wait(until: deadline) else { break } }
    }
  }

  // MARK: Questions

  /// The cells a request asks for, oldest first.
  package func answer(_ request: HistoryRequest) -> [HistoryEntry] {
    let number = session
    var own = monitor.locked { entries }
    for at in own.indices { own[at].entry.session = number }
    var found: [Stored]
    switch request.access {
    case .range(let session, let start, let stop):
      let wanted = session > 0 ? session : number &+ session
      found = wanted == number ? own : ask(.range(session: wanted, start: start, stop: stop))
      found = found.filter { $0.entry.line >= start && $0.entry.line < (stop ?? .max) }
    case .tail(let count):
      found = own.count >= count ? own : ask(.tail(count &- own.count)) + own
      found = Array(found.suffix(max(0, count)))
    case .search(let pattern, let count, let unique):
      let glob = Glob(pattern)
      found =
        ask(.search(pattern: pattern, count: count, isUnique: unique)) + own.filter { glob.matches($0.raw) }
      if unique { found = HistoryStore.unique(found) }
      if let count { found = Array(found.suffix(max(0, count))) }
    }
    return found.map { stored in
      var entry = stored.entry
      if request.raw { entry.input = stored.raw }
      if !request.output { entry.output = nil }
      return entry
    }
  }

  // The last of equal sources stays.
  private static func unique(_ found: [Stored]) -> [Stored] {
    var seen: Set<String> = []
    return found.reversed().filter { seen.insert($0.raw).inserted }.reversed()
  }

  /// Asks the history thread; nothing when it cannot tell in time.
  private func ask(_ question: Question) -> [Stored] {
    guard path != nil else { return [] }
    let deadline = Clock.after(milliseconds: HistoryStore.patience)
    return monitor.locked {
      self.question = question
      answered = nil
      startThread()
      monitor.wakeAll()
      while answered == nil, !hasFailed { guard monitor.wait(until: deadline) else { break } }
      defer { answered = nil }
      return answered ?? []
    }
  }

  // MARK: The history thread

  // Under the monitor.
  private func add(_ job: Job) {
    guard path != nil else { return }
    if jobs.count < HistoryStore.bound { jobs.append(job) }
    startThread()
    monitor.wakeAll()
  }

  // Under the monitor.
  private func startThread() {
    guard !isRunning, !isClosing else { return }
    isRunning = true
    hasFailed = false
    _ = NativeThread(name: "history") { [self] in work() }
  }

  /// Writes and reads until nothing has come for a while.
  private func work() {
    open()
    while let (taken, question) = next() {
      var rest: [Job] = []
      if !taken.isEmpty, let number = monitor.locked({ sessionNumber }) {
        if file?.write(taken, session: number) != true { rest = taken }
      }
      let found = question.map { read($0) }
      monitor.locked {
        if let found, self.question == nil { answered = found }
        jobs.insert(contentsOf: rest.prefix(max(0, HistoryStore.bound - jobs.count)), at: 0)
        monitor.wakeAll()
      }
      if rest.isEmpty { continue }
      // A disk that is full may have space later; do not spin until then.
      let isLast = monitor.locked {
        if !isClosing { _ = monitor.wait(until: Clock.after(milliseconds: 1000)) }
        return isClosing
      }
      if isLast { break }
    }
    let (number, count) = monitor.locked { (sessionNumber, entries.count) }
    if let number { file?.endSession(number, count: count) }
    file = nil
    monitor.locked {
      isRunning = false
      // What came in the very last moment is for the next thread.
      if !isClosing, !jobs.isEmpty || question != nil, !hasFailed { startThread() }
      monitor.wakeAll()
    }
  }

  private func open() {
    file = path.flatMap { HistoryFile($0) }
    let known = monitor.locked { sessionNumber }
    let number = known ?? file?.startSession()
    monitor.locked {
      sessionNumber = number
      hasFailed = file == nil || number == nil
      monitor.wakeAll()
    }
  }

  /// What is to do; nil when the thread should end.
  private func next() -> (jobs: [Job], question: Question?)? {
    let deadline = Clock.after(milliseconds: HistoryStore.linger)
    return monitor.locked {
      // Without a file nothing can be done; a later cell tries again.
      guard !hasFailed else {
        answered = []
        question = nil
        return nil
      }
      while jobs.isEmpty, question == nil {
        guard !isClosing, monitor.wait(until: deadline) else { return nil }
      }
      defer {
        jobs = []
        question = nil
      }
      return (jobs, question)
    }
  }

  private func read(_ question: Question) -> [Stored] {
    let own = monitor.locked { sessionNumber } ?? 0
    switch question {
    case .tail(let count): return file?.tail(count, except: own) ?? []
    case .range(let session, let start, let stop):
      return file?.range(session: session, start: start, stop: stop) ?? []
    case .search(let pattern, let count, let isUnique):
      return file?.search(pattern, count: count, isUnique: isUnique, except: own) ?? []
    }
  }
}
