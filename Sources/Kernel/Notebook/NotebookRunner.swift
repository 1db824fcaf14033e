import Glibc

/// Runs the cells of a notebook in this process and puts their outputs into it.
package struct NotebookRunner: Sendable {
  /// What happens while running.
  package enum Progress: Sendable {
    case started(cell: Int, of: Int)
    case finished(cell: Int, of: Int, seconds: Double, succeeded: Bool)
  }

  /// How a run ended.
  package enum Outcome: Sendable, Equatable {
    case finished
    /// A cell raised an error that was not allowed; the cells after it did not run.
    case failed(cell: Int, ErrorReport)
    case timedOut(cell: Int)
  }

  /// Describes the language, for the metadata of the notebook.
  package var info: KernelInfo
  /// Makes the language.
  package var language: LanguageFactory
  /// Seconds a cell may take; nil for ever.
  package var timeout: Double?
  /// Goes on after errors, as for cells tagged `raises-exception`.
  package var allowsErrors = false
  /// Is told what happens, on the language thread.
  package var progress: (@Sendable (Progress) -> Void)?
  /// Answers `input()`; by default it is not allowed.
  package var answer: @Sendable (_ prompt: String, _ password: Bool) -> InputResult = { _, _ in .notAllowed }
  /// What is written into `metadata.kernelspec` if nothing is there.
  package var kernelSpecName: String?

  /// Creates a runner.
  package init(info: KernelInfo, language: @escaping LanguageFactory) {
    self.info = info
    self.language = language
  }

  /// Runs all code cells, on a thread with the stack a language needs, and waits for the end.
  package func run(_ notebook: inout Notebook) -> Outcome {
    let run = Run(runner: self, notebook: notebook)
    let thread = NativeThread(name: "python", stackSize: 512 << 20) { run.body() }
    run.watch(thread)
    notebook = run.notebook
    return run.outcome
  }
}

/// One run: the language thread works, the calling thread watches the time.
private final class Run: @unchecked Sendable {
  // Sendable: `notebook`, `outcome` and `counter` belong to the language thread until it has ended; the rest is
  // touched under the monitor.
  private let runner: NotebookRunner
  private let context: NotebookContext
  private let monitor = Monitor()
  private var deadline: UInt64?
  private var runningLanguage: (any Language)?
  private var timedOut = false
  private var hasEnded = false
  private(set) var notebook: Notebook
  private(set) var outcome = NotebookRunner.Outcome.finished
  private var counter = 0

  init(runner: NotebookRunner, notebook: Notebook) {
    self.runner = runner
    self.notebook = notebook
    context = NotebookContext(cellCount: notebook.cells.count, answer: runner.answer)
  }

  // MARK: The language thread

  func body() {
    let language = runner.language()
    language.start()
    let cells = notebook.cells.indices.filter { shouldRun(notebook.cells[$0]) }
    for cell in cells {
      guard runCell(cell, language) else { break }
    }
    language.shutdown(restart: false)
    describeLanguage()
    monitor.locked {
      hasEnded = true
      monitor.wakeAll()
    }
  }

  private func shouldRun(_ cell: NotebookCell) -> Bool {
    cell.kind == .code && !cell.tags.contains("skip-execution")
      && !cell.source.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
  }

  /// Runs one cell; false to stop.
  private func runCell(_ cell: Int, _ language: any Language) -> Bool {
    counter += 1
    runner.progress?(.started(cell: cell, of: notebook.cells.count))
    let started = Clock.now
    context.begin(cell)
    var request = ExecuteRequest(code: notebook.cells[cell].source, executionCount: counter)
    request.cellID = notebook.cells[cell].id
    arm(language)
    let result = language.execute(request, in: context)
    let wasTimedOut = disarm(language)
    // Updates may have reached earlier cells too.
    for index in notebook.cells.indices where index == cell || (index < cell && wasRun(index)) {
      notebook.cells[index].outputs = context.outputs(of: index)
    }
    notebook.cells[cell].executionCount = counter
    let seconds = Double(Clock.now - started) / 1e9
    var failure: ErrorReport?
    if case .error(let report) = result.outcome { failure = report }
    runner.progress?(
      .finished(cell: cell, of: notebook.cells.count, seconds: seconds, succeeded: failure == nil))
    if wasTimedOut {
      outcome = .timedOut(cell: cell)
      return false
    }
    guard let failure else { return !result.asksToExit }
    let isAllowed = runner.allowsErrors || notebook.cells[cell].tags.contains("raises-exception")
    if !isAllowed { outcome = .failed(cell: cell, failure) }
    return isAllowed
  }

  private func wasRun(_ cell: Int) -> Bool { shouldRun(notebook.cells[cell]) }

  private func describeLanguage() {
    notebook.metadata["language_info"] = runner.info.languageInfo
    if let name = runner.kernelSpecName, notebook.metadata["kernelspec"] == nil {
      notebook.metadata["kernelspec"] = [
        "display_name": .string(name), "language": runner.info.languageInfo["name"] ?? "python",
        "name": .string(name),
      ]
    }
  }

  // MARK: Time

  private func arm(_ language: any Language) {
    monitor.locked {
      timedOut = false
      runningLanguage = language
      deadline = runner.timeout.map { Clock.after(seconds: $0) }
      monitor.wakeAll()
    }
  }

  private func disarm(_ language: any Language) -> Bool {
    monitor.locked {
      runningLanguage = nil
      deadline = nil
      if timedOut { language.clearInterrupt(subshell: nil) }
      return timedOut
    }
  }

  /// Interrupts a cell whose time is over, again every second until it ends.
  func watch(_ thread: NativeThread) {
    monitor.locked {
      while !hasEnded {
        guard let deadline else {
          monitor.wait()
          continue
        }
        guard !monitor.wait(until: deadline), self.deadline == deadline, !hasEnded else { continue }
        timedOut = true
        self.deadline = Clock.after(milliseconds: 1000)
        runningLanguage?.interrupt(subshell: nil)
        context.interrupt()
      }
    }
    _ = thread.join(milliseconds: 1000)
  }
}

extension ExecuteResult {
  /// Whether the cell asked the process to end.
  var asksToExit: Bool {
    payload.contains { $0["source"] == "ask_exit" && $0["keepkernel"]?.bool != true }
  }
}
