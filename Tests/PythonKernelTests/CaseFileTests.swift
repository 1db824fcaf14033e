import Interpreter
import Kernel
import PythonKernel
import Testing

/// Every program of Tests/Cases, run in this process; `Scripts/run-cases.py` runs the same through the binary.
@Suite struct CaseFileTests {
  @Test(arguments: CaseFile.all)
  func `prints what was recorded`(_ file: CaseFile) async throws {
    let expected = try file.expected
    let got = await CaseRun.output(of: file.path)
    #expect(got == expected)
  }

  @Test func `case files are found`() {
    #expect(CaseFile.all.count > 20)
  }
}

/// Runs a file on a thread with the stack that Python needs.
enum CaseRun {
  static func output(of path: String) async -> [String] {
    await withCheckedContinuation { continuation in
      _ = NativeThread(name: "python", stackSize: 512 << 20) {
        continuation.resume(returning: run(path))
      }
    }
  }

  private static func run(_ path: String) -> [String] {
    let session = PythonSession(argv: [path])
    var output: [UInt8] = []
    var errors: [UInt8] = []
    session.vm.writeOutput = { stream, bytes in
      if stream == .stdout { output.append(contentsOf: bytes) } else { errors.append(contentsOf: bytes) }
    }
    let status = session.runFile(path)
    var lines = CaseFile.lines(output)
    guard status != 0 else { return lines }
    // The exception's text follows the last indented line of the traceback.
    let told = CaseFile.lines(errors)
    let start = told.lastIndex { $0.hasPrefix(" ") || $0.hasPrefix("Traceback ") }.map { $0 + 1 } ?? 0
    lines.append("uncaught " + told[min(start, told.count)...].joined(separator: "\\n"))
    return lines
  }
}
