import Interpreter

/// Options that Python takes before the program it runs (`python -h`): those that mean something here are heeded, those about
/// compiled files, site packages and buffers (what is printed is written at once) are taken and mean nothing.
struct PythonOptions: Equatable {
  /// What `-c` or `-m` names.
  enum Program: Equatable {
    case code(String), module(String)
  }

  private(set) var start = StartOptions()
  private(set) var program: Program?
  /// The words behind the options.
  private(set) var rest: [String]

  /// Whether a word holds such options.
  static func begins(_ word: String) -> Bool {
    guard word.first == "-", let letter = word.dropFirst().first else { return false }
    return "bBcdEiImOPqsSuvWX".contains(letter)
  }

  /// Reads options up to the program. Raises `Failure` for unknown ones and those without their argument.
  init(_ words: [String]) throws(Failure) {
    rest = words
    while program == nil, let word = rest.first, Self.begins(word) {
      rest.removeFirst()
      try read(word.dropFirst())
    }
    for name in ["dev", "utf8"] where start.implementation.contains(name) { start.flags["\(name)_mode"] = 1 }
    if start.flags["dev_mode"] != nil { start.warnings.insert("default", at: 0) }
    if let level = start.flags["bytes_warning"] { start.warnings.append(level > 1 ? "error::BytesWarning" : "default::BytesWarning") }
  }

  /// Reads the letters of one word.
  private mutating func read(_ word: Substring) throws(Failure) {
    var letters = word
    while let letter = letters.popFirst() {
      switch letter {
      case "b", "d", "O", "q", "v", "i": count(letter)
      case "B": start.flags["dont_write_bytecode"] = 1
      case "E": start.flags["ignore_environment"] = 1
      case "I": for name in ["isolated", "ignore_environment", "no_user_site", "safe_path"] { start.flags[name] = 1 }
      case "P": start.flags["safe_path"] = 1
      case "s": start.flags["no_user_site"] = 1
      case "S": start.flags["no_site"] = 1
      case "u": break
      case "c", "m", "W", "X":
        let argument = letters.isEmpty ? rest.first : String(letters)
        guard let argument else { throw Failure("-\(letter) needs \(Self.wanted(letter))", status: Failure.usage) }
        if letters.isEmpty { rest.removeFirst() }
        switch letter {
        case "c": program = .code(argument)
        case "m": program = .module(argument)
        case "W": start.warnings.append(argument)
        default: start.implementation.append(argument)
        }
        return
      default: throw Failure("unknown option -\(letter); see wick --help", status: Failure.usage)
      }
    }
  }

  private mutating func count(_ letter: Character) {
    let names: [String] =
      switch letter {
      case "b": ["bytes_warning"]
      case "d": ["debug"]
      case "O": ["optimize"]
      case "q": ["quiet"]
      case "v": ["verbose"]
      default: ["inspect", "interactive"]
      }
    for name in names { start.flags[name, default: 0] += 1 }
  }

  private static func wanted(_ letter: Character) -> String {
    switch letter {
    case "c": "code to run"
    case "m": "the name of a module"
    case "W": "a filter for warnings"
    default: "an option"
    }
  }
}
