import Glibc
import Kernel

/// One `wick run` of a notebook: reads it, runs it, tells what happens, writes it.
struct NotebookRun {
  let source: String
  let destination: String
  let allowsErrors: Bool
  let timeout: Double?

  /// Runs the notebook; the file is written even if a cell fails.
  func run() throws(Failure) {
    var notebook = try read()
    let outcome = runner(for: notebook).run(&notebook)
    do throws(FileError) {
      try FileIO.write(destination, notebook.bytes)
    } catch {
      throw Failure("cannot write \(destination): \(error.reason)")
    }
    switch outcome {
    case .finished:
      writeError("wick: wrote \(destination)\n")
    case .failed(let cell, let report):
      writeError(report.traceback.joined(separator: "\n") + "\n")
      throw Failure("cell \(cell + 1) of \(source) failed with \(report.name); see \(destination)")
    case .timedOut(let cell):
      throw Failure("cell \(cell + 1) of \(source) ran longer than \(timeout ?? 0) s; see \(destination)")
    }
  }

  private func read() throws(Failure) -> Notebook {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FileIO.read(source)
    } catch {
      throw Failure("can't open file '\(source)': \(error.reason)", status: Failure.usage)
    }
    do throws(NotebookError) {
      return try Notebook(parsing: bytes)
    } catch {
      throw Failure("\(source) is not a notebook: \(error.reason)")
    }
  }

  private func runner(for notebook: Notebook) -> NotebookRunner {
    var runner = NotebookRunner(info: .wick, language: makeLanguage)
    runner.allowsErrors = allowsErrors
    runner.timeout = timeout
    runner.kernelSpecName = "wick"
    if isatty(STDERR_FILENO) == 1 {
      let titles = notebook.cells.map { $0.source.prefix { $0 != "\n" }.prefix(60) }
      runner.progress = { progress in
        switch progress {
        case .started(let cell, let count):
          writeError("[\(cell + 1)/\(count)] \(titles[cell])")
        case .finished(_, _, let seconds, let succeeded):
          let hundredths = Int((seconds * 100).rounded())
          let fraction = hundredths % 100
          writeError(
            "  \(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction) s\(succeeded ? "" : "  failed")\n")
        }
      }
    }
    return runner
  }
}
