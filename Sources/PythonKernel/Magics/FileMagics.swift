import Glibc
import Interpreter
internal import Kernel

/// Magics for files.
enum FileMagics {
  static func install(_ language: PythonLanguage) {
    language.lineMagic("pwd") { (language, _) throws(Raised) in .object(language.vm.string(FilePath.current)) }
    for name in ["writefile", "file"] {
      language.cellMagic(name) { (language, line, cell) throws(Raised) in try language.writeFile(line, cell) }
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
}
