import Glibc

// embed-python OUTPUT FOLDER FILE…: writes a Swift file that holds the Python files by their module names.
//
// `FOLDER/collections/abc.py` is the module `collections.abc`, `FOLDER/torch/__init__.py` the package `torch`. A string
// literal costs the compiler nothing; SwiftPM's `.embedInCode` writes a number for every byte, which takes a minute.

/// The whole file.
func read(_ path: String) -> String {
  guard let file = fopen(path, "r") else { fail("cannot read", path) }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
  return String(decoding: bytes, as: UTF8.self)
}

/// Writes the whole file.
func write(_ text: String, to path: String) {
  guard let file = fopen(path, "w"), fputs(text, file) >= 0, fclose(file) == 0 else { fail("cannot write", path) }
}

/// The module's name of a path relative to the folder.
func moduleName(_ path: Substring) -> String {
  var parts = path.dropLast(".py".count).split(separator: "/")
  if parts.last == "__init__" { parts.removeLast() }
  return parts.joined(separator: ".")
}

/// A raw literal with as many signs as the text needs. The text ends with a NUL: the linker puts strings without one among
/// the short ones, and a start that needs twenty of these would map two megabytes of library.
func literal(_ text: String) -> String {
  var signs = "#"
  while text.contains("\"\"\"" + signs) || text.contains("\\" + signs) { signs += "#" }
  return "\(signs)\"\"\"\n\(text)\n\\\(signs)0\n\"\"\"\(signs)"
}

/// Ends the build with a message.
func fail(_ what: String, _ path: String) -> Never {
  let message = "embed-python: \(what) \(path): \(String(cString: strerror(errno)))\n"
  _ = Glibc.write(2, message, message.utf8.count)
  exit(1)
}

let arguments = CommandLine.arguments
guard arguments.count > 2 else { fail("needs OUTPUT FOLDER FILE…, got", arguments.joined(separator: " ")) }
let rows = arguments.dropFirst(3).map { path in
  "    (\"\(moduleName(path.dropFirst(arguments[2].count)))\", \(literal(read(path)))),\n"
}
let head = "/// The files of the target's Python folder by module name.\nenum PythonFiles {\n"
write(
  head + "  static let all: [(module: String, source: String)] = [\n" + rows.joined() + "  ]\n}\n", to: arguments[1])
