import ArgumentParser
import Glibc
import PythonKernel

/// What one call of the program asks for.
///
/// Commands are declared, validated and documented by their own files. Here are only the forms Python users type,
/// which have no command, and the plainest spellings of `kernel` and `run`, so that these start without the parser.
enum Invocation: Equatable {
  case kernel(connectionFile: String)
  case code(String, arguments: [String])
  case script(String, arguments: [String])
  /// `wick`, `wick -` or `wick run -`: a prompt on a terminal, else the program on standard input.
  case standardInput(arguments: [String])
  case command([String])

  /// Reads the arguments after the program's name.
  init(_ arguments: [String]) throws(Failure) {
    guard let first = arguments.first, first != "-" else {
      self = .standardInput(arguments: arguments.isEmpty ? [""] : arguments)
      return
    }
    if first == "run", arguments.count > 1, arguments[1] == "-" {
      self = .standardInput(arguments: Array(arguments.dropFirst()))
      return
    }
    let rest = Array(arguments.dropFirst())
    if first == "kernel", rest.count == 2, rest[0] == "-f" {
      self = .kernel(connectionFile: rest[1])
    } else if first == "run", let file = rest.first, file.hasSuffix(".py"), !file.hasPrefix("-") {
      self = .script(file, arguments: Array(rest.dropFirst()))
    } else if first == "-c" {
      guard let code = rest.first else { throw Failure("-c needs code to run", status: Failure.usage) }
      self = .code(code, arguments: Array(rest.dropFirst()))
    } else if first.hasPrefix("-") || Wick.commandNames.contains(first) {
      self = .command(arguments)
    } else if first.hasSuffix(".ipynb") {
      self = .command(["run"] + arguments)
    } else if first.contains("/") || first.contains(".") || access(first, F_OK) == 0 {
      self = .script(first, arguments: rest)
    } else {
      throw Failure("no command or file named '\(first)'; see wick --help", status: Failure.usage)
    }
  }

  /// Does what is asked and returns the exit status.
  func run() throws(Failure) -> Int32 {
    switch self {
    case .kernel(let connectionFile):
      serveKernel(.connectionFile(connectionFile))
    case .code(let code, let arguments):
      PythonThread.run(argv: ["-c"] + arguments) { $0.runCode(code) }
    case .script(let path, let arguments):
      try PythonThread.run(script: path, arguments: arguments)
    case .standardInput(let arguments):
      PythonThread.run(argv: arguments) { isatty(STDIN_FILENO) == 1 ? $0.runPrompt() : $0.runStandardInput() }
    case .command(let arguments):
      return try Wick.run(arguments)
    }
  }
}
