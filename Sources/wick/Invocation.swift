import ArgumentParser
import Glibc
import Interpreter
import PythonKernel

/// What one call of the program asks for.
///
/// Commands are declared, validated and documented by their own files. Here are only the forms Python users type,
/// which have no command, and the plainest spellings of `kernel` and `run`, so that these start without the parser.
enum Invocation: Equatable {
  case kernel(connectionFile: String)
  case code(String, arguments: [String], StartOptions)
  case module(String, arguments: [String], StartOptions)
  case script(String, arguments: [String], StartOptions)
  /// `wick`, `wick -` or `wick run -`: a prompt on a terminal, else the program on standard input.
  case standardInput(arguments: [String], StartOptions)
  case command([String])

  /// Reads the arguments after the program's name.
  init(_ arguments: [String]) throws(Failure) {
    // Programs that start Python by `sys.executable`, or by a command that ends with `run`, give it Python's options.
    let isRun = arguments.count > 1 && arguments[0] == "run"
    let words = isRun ? Array(arguments.dropFirst()) : arguments
    if let word = words.first, word == "-" || PythonOptions.begins(word) {
      self = try Self.python(words)
      return
    }
    guard let first = arguments.first else {
      self = .standardInput(arguments: [""], StartOptions())
      return
    }
    let rest = Array(arguments.dropFirst())
    if first == "kernel", rest.count == 2, rest[0] == "-f" {
      self = .kernel(connectionFile: rest[1])
    } else if first == "run", let file = rest.first, file.hasSuffix(".py"), !file.hasPrefix("-") {
      self = .script(file, arguments: Array(rest.dropFirst()), StartOptions())
    } else if first.hasPrefix("-") || Wick.commandNames.contains(first) {
      self = .command(arguments)
    } else if first.hasSuffix(".ipynb") {
      self = .command(["run"] + arguments)
    } else if first.contains("/") || first.contains(".") || access(first, F_OK) == 0 {
      self = .script(first, arguments: rest, StartOptions())
    } else {
      throw Failure("no command or file named '\(first)'; see wick --help", status: Failure.usage)
    }
  }

  /// What Python does with these arguments.
  private static func python(_ words: [String]) throws(Failure) -> Invocation {
    let options = try PythonOptions(words)
    var start = options.start
    start.words = words
    switch (options.program, options.rest.first) {
    case (.code(let code), _): return .code(code, arguments: options.rest, start)
    case (.module(let name), _): return .module(name, arguments: options.rest, start)
    case (nil, nil): return .standardInput(arguments: [""], start)
    case (nil, "-"): return .standardInput(arguments: options.rest, start)
    case (nil, let file?): return .script(file, arguments: Array(options.rest.dropFirst()), start)
    }
  }

  /// Does what is asked and returns the exit status.
  func run() throws(Failure) -> Int32 {
    switch self {
    case .kernel(let connectionFile):
      serveKernel(.connectionFile(connectionFile))
    case .code(let code, let arguments, let options):
      PythonThread.run(argv: ["-c"] + arguments, options) { $0.runCode(code) }
    case .module(let name, let arguments, let options):
      PythonThread.run(argv: ["-m"] + arguments, options) { $0.runModule(name) }
    case .script(let path, let arguments, let options):
      try PythonThread.run(script: path, arguments: arguments, options)
    case .standardInput(let arguments, let options):
      PythonThread.run(argv: arguments, options) { isatty(STDIN_FILENO) == 1 ? $0.runPrompt() : $0.runStandardInput() }
    case .command(let arguments):
      return try Wick.run(arguments)
    }
  }
}
