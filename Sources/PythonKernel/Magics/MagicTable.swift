import Interpreter
internal import Kernel

/// A magic of one line.
struct LineMagic {
  /// Runs it with the text after its name.
  let run: (PythonLanguage, String) throws(Raised) -> Value
}

/// A magic of a cell.
struct CellMagic {
  /// Runs it with the text after its name and the rest of the cell.
  let run: (PythonLanguage, String, String) throws(Raised) -> Value
}

extension PythonLanguage {
  /// Names of all line magics.
  var lineMagicNames: [String] { Set(lineMagics.keys).union(registeredLineMagics.keys).sorted() }
  /// Names of all cell magics.
  var cellMagicNames: [String] { Set(cellMagics.keys).union(registeredCellMagics.keys).sorted() }

  /// Declares a line magic.
  func lineMagic(_ name: String, _ run: @escaping (PythonLanguage, String) throws(Raised) -> Value) {
    lineMagics[name] = LineMagic(run: run)
  }
  /// Declares a cell magic.
  func cellMagic(_ name: String, _ run: @escaping (PythonLanguage, String, String) throws(Raised) -> Value) {
    cellMagics[name] = CellMagic(run: run)
  }

  /// Runs `%name line`.
  func runLineMagic(_ name: String, _ line: String) throws(Raised) -> Value {
    let isVerbatim = PythonLanguage.verbatimMagics.contains(name)
    let text = isVerbatim ? line : expand(line)
    if let registered = registeredLineMagics[name] {
      return try vm.call(registered, [.object(vm.string(text))], keywords: try localScope(registered))
    }
    if let magic = lineMagics[name] { return try magic.run(self, text) }
    if cellMagics[name] != nil || registeredCellMagics[name] != nil {
      throw usageError(
        "Line magic function `%\(name)` not found (But cell magic `%%\(name)` exists, did you mean that instead?)."
      )
    }
    throw usageError("Line magic function `%\(name)` not found.")
  }

  /// What `@needs_local_scope` asks for.
  private func localScope(_ function: Value) throws(Raised) -> [(name: String, value: Value)] {
    guard let needs = try vm.getAttrOrNil(function, vm.intern("needs_local_scope")), try vm.truth(needs) else { return [] }
    return [("local_ns", .object(session.main))]
  }

  /// Runs `%%name line` over a cell.
  func runCellMagic(_ name: String, _ line: String, _ cell: String) throws(Raised) -> Value {
    let text = PythonLanguage.verbatimMagics.contains(name) ? line : expand(line)
    if let registered = registeredCellMagics[name] {
      return try vm.call(
        registered, [.object(vm.string(text)), .object(vm.string(cell))], keywords: try localScope(registered))
    }
    if let magic = cellMagics[name] { return try magic.run(self, text, cell) }
    if lineMagics[name] != nil || registeredLineMagics[name] != nil {
      throw usageError(
        "Cell magic `%%\(name)` not found (But line magic `%\(name)` exists, did you mean that instead?).")
    }
    throw usageError("Cell magic `%%\(name)` not found.")
  }

  /// Magics whose line is Python or must stay as it is.
  private static let verbatimMagics: Set<String> = [
    "time", "timeit", "prun", "capture", "debug", "pinfo", "pinfo2", "psearch", "who", "whos", "pdef", "pdoc", "psource",
    "pfile", "alias", "macro",
  ]

  /// The error of a magic used wrongly, which is shown without traceback.
  func usageError(_ message: String) -> Raised {
    do throws(Raised) {
      if let type = try vm.getAttr(try importDotted("IPython.core.error"), "UsageError").asType {
        return vm.raised(type, message)
      }
    } catch {
      return error
    }
    return vm.valueError(message)
  }

  /// Runs Python from a magic: the value of its last expression.
  func runMagicCode(_ code: String) throws(Raised) -> Value { try runCell(transformer.transform(code)) }

  /// Replaces `$name`, `${name}` and `{expression}` by their values; what cannot be evaluated stays.
  func expand(_ text: String) -> String {
    guard text.contains("$") || text.contains("{") else { return text }
    let scalars = Array(text.unicodeScalars)
    var out = ""
    var at = 0
    while at < scalars.count {
      let scalar = scalars[at]
      if scalar == "$", at + 1 < scalars.count {
        if scalars[at + 1] == "$" {
          out += "$"
          at += 2
          continue
        }
        var end = at + 1
        while end < scalars.count,
          LineScanner.continuesName(scalars[end])
            || (scalars[end] == "." && end + 1 < scalars.count && LineScanner.startsName(scalars[end + 1]))
        {
          end += 1
        }
        if end > at + 1, LineScanner.startsName(scalars[at + 1]),
          let value = evaluatedText(scalars.text((at + 1)..<end))
        {
          out += value
          at = end
          continue
        }
      } else if scalar == "{" {
        if at + 1 < scalars.count, scalars[at + 1] == "{" {
          // Doubled braces stand for themselves, as in format strings.
          out += "{"
          at += 2
          continue
        }
        if let end = scalars[at...].firstIndex(of: "}"),
          let value = evaluatedText(scalars.text((at + 1)..<end))
        {
          out += value
          at = end + 1
          continue
        }
      }
      out.unicodeScalars.append(scalar)
      at += 1
    }
    return out
  }

  private func evaluatedText(_ expression: String) -> String? {
    if expression.trimmed.isEmpty { return nil }
    do throws(Raised) {
      let value = try vm.run(
        source: Array(expression.utf8), filename: "<magic>", mode: .eval, globals: session.main)
      return try vm.str(value).string
    } catch {
      return nil
    }
  }

  /// Splits options (`-n 5`, `-q`) from the rest; `withValue` names the letters that take one.
  static func options(_ line: String, withValue: String) -> (options: [Character: String], rest: String) {
    var options: [Character: String] = [:]
    var rest = Substring(line).drop { $0 == " " }
    while rest.hasPrefix("-"), let letter = rest.dropFirst().first, letter.isLetter {
      rest = rest.dropFirst(2)
      if withValue.contains(letter) {
        rest = rest.drop { $0 == " " }
        let value = rest.prefix { $0 != " " }
        options[letter] = String(value)
        rest = rest.dropFirst(value.count)
      } else {
        options[letter] = ""
        while let next = rest.first, next.isLetter {
          options[next] = ""
          rest = rest.dropFirst()
        }
      }
      rest = rest.drop { $0 == " " }
    }
    return (options, String(rest))
  }
}
