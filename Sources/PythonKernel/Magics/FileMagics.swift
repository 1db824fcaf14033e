import Glibc
import Interpreter
internal import Kernel

/// Magics for folders, files and programs.
enum FileMagics {
  static func install(_ language: PythonLanguage) {
    language.lineMagic("pwd") { (language, _) throws(Raised) in .object(language.vm.string(FilePath.current))
    }
    language.lineMagic("cd") { (language, line) throws(Raised) in try language.changeFolder(line) }
    let aliases = [
      "ls": "ls -F", "ll": "ls -F -l", "la": "ls -F -a", "lf": "ls -F -l | grep ^-",
      "ldir": "ls -F -l | grep /$",
      "cat": "cat", "cp": "cp", "mv": "mv", "rm": "rm", "mkdir": "mkdir", "rmdir": "rmdir", "man": "man",
      "more": "cat", "less": "cat", "pip": "pip", "conda": "conda",
    ]
    for (name, command) in aliases {
      language.lineMagic(name) { (language, line) throws(Raised) in
        try language.system(command + " " + line)
        return .none
      }
    }
    language.lineMagic("sx") { (language, line) throws(Raised) in
      try language.vm.callMethod(try language.shellObject(), "getoutput", [.object(language.vm.string(line))])
    }
    language.lineMagics["system"] = language.lineMagics["sx"]
    language.lineMagic("run") { (language, line) throws(Raised) in try language.runFile(line) }
    language.lineMagic("load") { (language, line) throws(Raised) in try language.load(line) }
    language.lineMagic("pycat") { (language, line) throws(Raised) in
      try language.system("cat " + line)
      return .none
    }
    for name in ["writefile", "file"] {
      language.cellMagic(name) { (language, line, cell) throws(Raised) in try language.writeFile(line, cell) }
    }
    for (name, program) in [
      ("bash", ["bash"]), ("sh", ["sh"]), ("!", ["sh"]), ("sx", ["sh"]), ("system", ["sh"]),
    ] {
      language.cellMagic(name) { (language, _, cell) throws(Raised) in try language.script(program, cell) }
    }
    language.cellMagic("script") { (language, line, cell) throws(Raised) in
      try language.script(line.split(separator: " ").map(String.init), cell)
    }
  }
}

extension PythonLanguage {
  /// A path with `~` replaced and quotes dropped.
  fileprivate func expandedPath(_ text: String) -> String {
    var path = text.trimmed
    if path.count > 1, let quote = path.first, quote == "'" || quote == "\"", path.last == quote {
      path = String(path.dropFirst().dropLast())
    }
    if path == "~" || path.hasPrefix("~/"), let home = getenv("HOME") {
      path = String(cString: home) + path.dropFirst()
    }
    return path
  }

  fileprivate func osError(_ code: Int32, _ path: String) -> Raised {
    vm.osError([.int(Int(code)), .object(vm.string(String(cString: strerror(code)))), .object(vm.string(path))])
  }

  fileprivate func changeFolder(_ line: String) throws(Raised) -> Value {
    let (options, rest) = PythonLanguage.options(line == "-" ? "" : line, withValue: "")
    var path = expandedPath(rest)
    let visited = session.main.get(vm, "_dh")?.asList
    if line.trimmed == "-" {
      guard let visited, visited.count > 1, let last = visited.values[visited.count - 2].asStr?.string else {
        throw usageError("%cd -: No previous directory to change to.")
      }
      path = last
    }
    if path.isEmpty { path = expandedPath("~") }
    try vm.checkSandbox(path, .read)
    guard chdir(path) == 0 else {
      write(
        .stdout, "[Errno \(errno)] \(String(cString: strerror(errno))): \(CellTransformer.quoted(path))\n")
      return .none
    }
    visited?.append(.object(vm.string(FilePath.current)))
    if options["q"] == nil { write(.stdout, FilePath.current + "\n") }
    return .none
  }

  fileprivate func writeFile(_ line: String, _ cell: String) throws(Raised) -> Value {
    let words = line.split(separator: " ").map(String.init)
    let isAppending = words.contains("-a") || words.contains("--append")
    guard let name = words.first(where: { !$0.hasPrefix("-") }) else {
      throw usageError("the following arguments are required: filename")
    }
    let path = expandedPath(name)
    try vm.checkSandbox(path, .write)
    let exists = access(path, F_OK) == 0
    write(.stdout, "\(isAppending ? "Appending to" : exists ? "Overwriting" : "Writing") \(path)\n")
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | (isAppending ? O_APPEND : O_TRUNC), 0o666)
    guard descriptor >= 0 else { throw osError(errno, path) }
    defer { close(descriptor) }
    let bytes = Array(cell.utf8)
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count <= 0 { throw osError(errno, path) }
      written += count
    }
    return .none
  }

  /// `%run file`: runs a script as `__main__` and takes over its names.
  fileprivate func runFile(_ line: String) throws(Raised) -> Value {
    let (options, rest) = PythonLanguage.options(line, withValue: "")
    let words = rest.split(separator: " ").map(String.init)
    guard let name = words.first else { throw usageError("a filename is missing") }
    var path = expandedPath(name)
    if access(path, R_OK) != 0, access(path + ".py", R_OK) == 0 { path += ".py" }
    guard let source = vm.readFile(path) else {
      throw vm.raised(vm.types.exception, "File `\(CellTransformer.quoted(path))` not found.")
    }
    let space = options["i"] != nil ? session.main : DictObject(vm)
    space.set(vm, "__name__", .object(vm.string("__main__")))
    space.set(vm, "__file__", .object(vm.string(path)))
    if options["i"] == nil { space.set(vm, "__builtins__", .object(vm.builtins)) }
    defer { adopt(space) }
    _ = try vm.run(source: source, filename: path, mode: .exec, globals: space)
    return .none
  }

  private func adopt(_ space: DictObject) {
    guard space !== session.main else { return }
    for item in space.items {
      guard let name = item.key.asStr?.string, !name.hasPrefix("__") else { continue }
      session.main.set(vm, name, item.value)
    }
  }

  fileprivate func load(_ line: String) throws(Raised) -> Value {
    let path = expandedPath(line)
    guard let source = vm.readFile(path) else {
      throw usageError("'\(path)' was not found in history, as a file, url, nor in the user namespace.")
    }
    let text = "# %load \(path)\n" + String(decoding: source, as: UTF8.self)
    request.payload.append(["source": "set_next_input", "text": .string(text), "replace": true])
    return .none
  }

  fileprivate func script(_ program: [String], _ cell: String) throws(Raised) -> Value {
    guard let name = program.first else { throw usageError("the following arguments are required: script") }
    context?.flush()
    let code = try runProcess(program, input: Array(cell.utf8)) { [unowned self] stream, bytes in
      bytes.withUnsafeBytes { write(stream, $0) }
    }
    if code != 0 {
      throw vm.raised(vm.types.runtimeError, "Command '\(name)' returned non-zero exit status \(code).")
    }
    return .none
  }
}
