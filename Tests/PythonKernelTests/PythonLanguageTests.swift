import Glibc
import Kernel
import Testing

@testable import PythonKernel

/// Cells through the language with a context that writes down what is published.
@Suite struct PythonLanguageTests {
  @Test func `the last expression is the result`() async {
    let record = await Record.of("x = 20\nx + 1")
    #expect(record.lines == ["result 21 [1]"])
  }

  @Test func `a semicolon keeps the result back`() async {
    #expect(await Record.of("1;").lines == [])
  }

  @Test func `long containers wrap at 79 columns`() async {
    let record = await Record.of("list(range(30))")
    #expect(record.lines.first?.contains(",\n 1,") == true)
  }

  @Test func `results are remembered`() async {
    let record = await Record.of("5", "6", "(_, __, _1, Out[2], In[1])")
    #expect(record.lines.last == "result (6, 5, 5, 6, '5') [3]")
  }

  @Test func `an error names its class and shows the line`() async {
    let record = await Record.of("a = 1\n1/0")
    #expect(record.lines.count == 1)
    #expect(record.lines[0].hasPrefix("error ZeroDivisionError: division by zero"))
    #expect(
      record.lines[0].contains(
        "Cell\u{1B}[39m\u{1B}[36m \u{1B}[39m\u{1B}[32mIn[1]\u{1B}[39m\u{1B}[32m, line 2"))
  }

  @Test func `an interrupt before the end stops a loop`() async {
    let record = await Record.of("while True: pass", interruptAfter: 0.2)
    #expect(record.lines.first?.hasPrefix("error KeyboardInterrupt") == true)
  }

  @Test func `representations are gathered`() async {
    let record = await Record.of(
      "class R:\n    def _repr_html_(self): return '<b>'\n    def __repr__(self): return 'r'\nR()")
    #expect(record.lines == ["result r [1] text/html=<b>"])
  }

  @Test func `completion runs no property`() async {
    let record = await Record.of(
      "hits = []\nclass P:\n    @property\n    def danger(self): hits.append(1)\np = P()", complete: "p.dan")
    #expect(record.matches == ["danger"])
  }

  @Test(arguments: [
    ("1+", false), ("for i in x:", false), ("%time 1", true), ("!ls", true), ("a?", true), ("%%time", false),
  ])
  func `completeness knows IPython syntax`(_ row: (code: String, isComplete: Bool)) {
    #expect((checkCompleteness(row.code) == .complete) == row.isComplete)
  }
}

/// What cells published.
struct Record: Sendable {
  var lines: [String] = []
  var matches: [String] = []

  /// Runs cells on a thread with the stack that Python needs.
  static func of(_ cells: String..., interruptAfter: Double? = nil, complete: String? = nil) async -> Record {
    await withCheckedContinuation { continuation in
      _ = NativeThread(name: "python", stackSize: 512 << 20) {
        let context = RecordingContext()
        let session = PythonSession(argv: [""])
        let language = session.makeLanguage()
        if let interruptAfter {
          nonisolated(unsafe) let target = language
          _ = NativeThread(name: "interrupt") {
            usleep(UInt32(interruptAfter * 1e6))
            target.interrupt(subshell: nil)
          }
        }
        for (position, code) in cells.enumerated() {
          _ = language.execute(ExecuteRequest(code: code, executionCount: position + 1), in: context)
        }
        var record = Record(lines: context.lines)
        if let complete {
          record.matches = language.complete(CompleteRequest(code: complete, cursor: complete.count)).matches
        }
        continuation.resume(returning: record)
      }
    }
  }
}

/// Writes messages down as lines of text.
final class RecordingContext: ExecutionContext, @unchecked Sendable {
  // Sendable: one test uses it from one thread.
  var lines: [String] = []
  var parentHeader: JSON { .object([:]) }
  var subshellID: String? { nil }
  var isSilent: Bool { false }

  func stream(_ name: StreamName, _ bytes: UnsafeRawBufferPointer) {
    lines.append("\(name) \(String(decoding: bytes, as: UTF8.self))")
  }
  func flush() {}
  private func text(_ data: JSON) -> String { data["text/plain"]?.string ?? "" }
  func displayData(_ data: JSON, metadata: JSON, transient: JSON) { lines.append("display \(text(data))") }
  func updateDisplayData(_ data: JSON, metadata: JSON, transient: JSON) {
    lines.append("update \(text(data))")
  }
  func executeResult(_ data: JSON, metadata: JSON, executionCount: Int) {
    let html = data["text/html"]?.string.map { " text/html=\($0)" } ?? ""
    lines.append("result \(text(data)) [\(executionCount)]\(html)")
  }
  func error(_ report: ErrorReport) {
    lines.append("error \(report.name): \(report.value)\n" + report.traceback.joined(separator: "\n"))
  }
  func clearOutput(wait: Bool) { lines.append("clear") }
  func input(prompt: String, password: Bool) -> InputResult { .text("typed") }
  func interruptWasRaised() {}
  func serve(seconds: Double) -> ServeResult { .timedOut }
  func wake() {}
  func sendComm(_ action: CommAction, _ message: CommMessage) { lines.append("comm \(action.rawValue)") }
  func publish(type: String, content: JSON, metadata: JSON, buffers: [[UInt8]]) { lines.append(type) }
}
