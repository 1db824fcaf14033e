import Interpreter
import Kernel
import PythonKernel

// Stands in until PythonKernel brings the language of the kernel.

extension PythonSession {
  /// The version of Python that is spoken.
  static let pythonVersion = "3.12.0"
  /// Stops what runs.
  func interrupt() { vm.interrupt() }
  /// The language of a kernel.
  func makeLanguage() -> any Language { InterimLanguage(self) }
}

/// Runs cells: output, result, error.
final class InterimLanguage: Language {
  private let session: PythonSession
  private nonisolated(unsafe) var context: (any ExecutionContext)?

  init(_ session: PythonSession) {
    self.session = session
    session.vm.writeOutput = { [unowned self] stream, bytes in
      self.context?.stream(stream == .stdout ? .stdout : .stderr, UnsafeRawBufferPointer(bytes))
    }
  }

  func execute(_ request: ExecuteRequest, in context: any ExecutionContext) -> ExecuteResult {
    self.context = context
    let vm = session.vm
    do throws(Raised) {
      let value = try vm.run(
        source: Array(request.code.utf8), filename: "<cell \(request.executionCount)>", mode: .cell, globals: session.main)
      if !value.isNone {
        session.main.set(vm, "_", value)
        context.executeResult(
          ["text/plain": .string(try vm.repr(value).string)], metadata: .object([:]),
          executionCount: request.executionCount)
      }
      return .ok
    } catch {
      let exception = error.exception
      let text = vm.tracebackText(exception)
      let report = ErrorReport(
        name: exception.type.name, value: (try? vm.str(.object(exception)).string) ?? "",
        traceback: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
      context.error(report)
      return ExecuteResult(.error(report))
    }
  }

  func interrupt() { session.vm.interrupt() }
}
