import ArgumentParser
import Glibc
import Kernel
import PythonKernel

/// `wick kernel`: what Jupyter starts.
struct KernelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kernel",
    abstract: "Serve a front end (Jupyter starts this).",
    discussion: """
      WICK_LOG=debug writes what the kernel does to stderr.

      Example:
        wick kernel -f connection.json
      """)

  @Option(
    name: [.short, .customLong("connection-file")],
    help: ArgumentHelp("The connection file of Jupyter.", valueName: "file"))
  var file: String

  func run() throws {
    serveKernel(connectionFile: file)
  }
}

/// Serves a connection file until the front end shuts the kernel down, and ends the process.
func serveKernel(connectionFile: String) -> Never {
  // Without exit handlers: threads of the kernel may still run.
  _exit(KernelServer.serve(connectionFile: connectionFile, info: .wick, language: makeLanguage))
}

/// Makes the language of a kernel or a notebook.
@Sendable func makeLanguage() -> any Language {
  PythonSession(argv: [""]).makeLanguage()
}

extension KernelInfo {
  /// Wick, as it introduces itself to front ends.
  static var wick: KernelInfo {
    KernelInfo(
      implementation: "wick", implementationVersion: version,
      languageInfo: KernelInfo.python(version: PythonSession.pythonVersion),
      banner: "Wick \(version): Python \(PythonSession.pythonVersion) and PyTorch on one native binary",
      helpLinks: [
        ("PyTorch", "https://pytorch.org/docs/stable/"), ("Python", "https://docs.python.org/3/"),
      ], supportsDebugger: true, supportsSubshells: true)
  }
}
