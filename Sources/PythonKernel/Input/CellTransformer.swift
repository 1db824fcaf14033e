// IPython's input syntax becomes Python: `%magic`, `%%magic`, `!command`, `x = !command`, `name?`, prompts pasted with the
// code. Lines are looked at one by one, because what follows a magic need not be Python.

/// Turns the text of a cell into Python.
struct CellTransformer {
  /// Whether a single word at the start of a one-line cell is a magic or calls itself (`exit`).
  var automagic: (_ name: String, _ rest: String) -> String? = { _, _ in nil }

  init() {}

  /// The Python text of a cell.
  func transform(_ code: String) -> String {
    var text = code
    if text.utf8.contains(0x0D) { text = CellTransformer.withoutReturns(text) }
    text = CellTransformer.withoutCommonIndent(CellTransformer.withoutLeadingBlankLines(text))
    text = CellTransformer.withoutPrompts(text)
    if text.hasPrefix("%%"), let made = cellMagic(text) { return made }
    if let made = wholeCell(text) { return made }
    guard text.utf8.contains(where: { $0 == 0x25 || $0 == 0x21 || $0 == 0x3F }) else { return text }
    return transformLines(text)
  }

  // MARK: Lines

  private func transformLines(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0.unicodeScalars) }
    var result: [String] = []
    var state = LineState()
    var at = 0
    while at < lines.count {
      let line = lines[at]
      if state.isClear, let (made, used) = escaped(lines, at) ?? assigned(lines, at) ?? help(lines, at) {
        result.append(made)
        at += used
        continue
      }
      _ = LineScanner.scan(line, &state)
      result.append(line.text(0..<line.count))
      at += 1
    }
    return result.joined(separator: "\n")
  }

  /// A line that starts with `%`, `!` or `?`.
  private func escaped(_ lines: [[Unicode.Scalar]], _ at: Int) -> (String, Int)? {
    let line = lines[at]
    guard let start = line.firstIndex(where: { $0 != " " && $0 != "\t" }) else { return nil }
    guard line[start] == "%" || line[start] == "!" || line[start] == "?" else { return nil }
    // `%magic?` asks for help on the magic.
    if line[start] == "%", let asked = help(lines, at) { return asked }
    let (content, used) = CellTransformer.assemble(lines, at, from: start)
    let indent = line.text(0..<start)
    let body: String
    if content.hasPrefix("!!") {
      body = "get_ipython().getoutput(\(CellTransformer.quoted(String(content.dropFirst(2)))))"
    } else if content.hasPrefix("!") {
      body = "get_ipython().system(\(CellTransformer.quoted(String(content.dropFirst()))))"
    } else if content.hasPrefix("??") {
      body = CellTransformer.helpCall(String(content.dropFirst(2)), "??")
    } else if content.hasPrefix("?") {
      body = CellTransformer.helpCall(String(content.dropFirst()), "?")
    } else {
      body = CellTransformer.lineMagic(String(content.drop { $0 == "%" }))
    }
    return (indent + body, used)
  }

  /// `name = %magic` and `name = !command`.
  private func assigned(_ lines: [[Unicode.Scalar]], _ at: Int) -> (String, Int)? {
    let line = lines[at]
    guard line.contains("%") || line.contains("!") else { return nil }
    var state = LineState()
    let tokens = LineScanner.scan(line, &state)
    for (position, token) in tokens.enumerated() where line.text(token.range) == "=" {
      guard position > 0, position + 1 < tokens.count else { return nil }
      let next = tokens[position + 1]
      let mark = line[next.range.lowerBound]
      let isMagic =
        mark == "%" && next.range.upperBound < line.count
        && LineScanner.startsName(line[next.range.upperBound])
      guard isMagic || mark == "!" else { return nil }
      let (content, used) = CellTransformer.assemble(lines, at, from: next.range.lowerBound + 1)
      let before = line.text(0..<next.range.lowerBound)
      let call =
        isMagic
        ? CellTransformer.lineMagic(content)
        : "get_ipython().getoutput(\(CellTransformer.quoted(content)))"
      return (before + call, used)
    }
    return nil
  }

  /// A line that ends with `?` or `??`.
  private func help(_ lines: [[Unicode.Scalar]], _ at: Int) -> (String, Int)? {
    var line = lines[at]
    while let last = line.last, last == " " || last == "\t" { line.removeLast() }
    guard line.last == "?" else { return nil }
    if !(line.first { $0 != " " && $0 != "\t" } == "%") {
      var state = LineState()
      let tokens = LineScanner.scan(line, &state)
      guard let last = tokens.last, last.kind == .error else { return nil }
    }
    var end = line.count - 1
    var mark = "?"
    if end > 0, line[end - 1] == "?" {
      end -= 1
      mark = "??"
    }
    var start = end
    while start > 0 {
      let scalar = line[start - 1]
      let isPart =
        LineScanner.continuesName(scalar) || scalar == "." || scalar == "*" || scalar == "%"
        || scalar == "[" || scalar == "]" || scalar == "-"
      if !isPart { break }
      start -= 1
    }
    guard start < end else { return nil }
    let indentEnd = line.firstIndex { $0 != " " && $0 != "\t" } ?? 0
    return (line.text(0..<min(indentEnd, start)) + CellTransformer.helpCall(line.text(start..<end), mark), 1)
  }

  /// Joins lines that end with a backslash.
  private static func assemble(_ lines: [[Unicode.Scalar]], _ at: Int, from start: Int) -> (String, Int) {
    var text = ""
    var line = Array(lines[at][start...])
    var used = 1
    while line.last == "\\", at + used < lines.count {
      text += line.text(0..<(line.count - 1)) + " "
      line = lines[at + used]
      used += 1
    }
    return (text + line.text(0..<line.count), used)
  }

  // MARK: Calls

  private static func lineMagic(_ content: String) -> String {
    let parts = content.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    let rest = parts.count > 1 ? String(parts[1]) : ""
    return "get_ipython().run_line_magic(\(quoted(String(parts.first ?? ""))), \(quoted(rest)))"
  }

  private static func helpCall(_ target: String, _ mark: String) -> String {
    let name = target.filter { $0 != " " }
    if name.isEmpty { return "get_ipython().show_usage()" }
    let magic = mark == "??" ? "pinfo2" : name.contains("*") ? "psearch" : "pinfo"
    return "get_ipython().run_line_magic(\(quoted(magic)), \(quoted(name)))"
  }

  /// `%%name line` with the rest of the cell as body.
  private func cellMagic(_ text: String) -> String? {
    let end = text.firstIndex(of: "\n") ?? text.endIndex
    let first = String(text[text.index(text.startIndex, offsetBy: 2)..<end])
    let trimmed = first.reversed().drop { $0 == " " }
    if trimmed.first == "?" { return nil }
    let body = end < text.endIndex ? String(text[text.index(after: end)...]) : ""
    let parts = first.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    let rest = parts.count > 1 ? String(parts[1]) : ""
    let name = CellTransformer.quoted(String(parts.first ?? ""))
    let ended = body.isEmpty || body.hasSuffix("\n") ? body : body + "\n"
    return
      "get_ipython().run_cell_magic(\(name), \(CellTransformer.quoted(rest)), \(CellTransformer.quoted(ended)))\n"
  }

  /// A cell of one line that starts with a word: a magic without `%`, or a name that calls itself.
  private func wholeCell(_ text: String) -> String? {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    while let last = lines.last, last.allSatisfy({ $0 == " " || $0 == "\t" }) { lines.removeLast() }
    guard lines.count == 1, let line = lines.first.map({ Array($0.unicodeScalars) }),
      let first = line.first, LineScanner.startsName(first)
    else { return nil }
    let end = line.firstIndex { !LineScanner.continuesName($0) } ?? line.count
    let rest = line.text(end..<line.count).drop { $0 == " " }
    return automagic(line.text(0..<end), String(rest))
  }

  /// A Python string literal.
  static func quoted(_ text: String) -> String {
    let quote: Unicode.Scalar =
      text.unicodeScalars.contains("'") && !text.unicodeScalars.contains("\"") ? "\"" : "'"
    var out = String.UnicodeScalarView()
    out.append(quote)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": out.append(contentsOf: "\\\\".unicodeScalars)
      case "\n": out.append(contentsOf: "\\n".unicodeScalars)
      case "\r": out.append(contentsOf: "\\r".unicodeScalars)
      case "\t": out.append(contentsOf: "\\t".unicodeScalars)
      case quote:
        out.append("\\")
        out.append(scalar)
      default:
        if scalar.value < 32 || scalar.value == 127 {
          let hex = String(scalar.value, radix: 16)
          out.append(contentsOf: ("\\x" + (hex.count < 2 ? "0" : "") + hex).unicodeScalars)
        } else {
          out.append(scalar)
        }
      }
    }
    out.append(quote)
    return String(out)
  }

  // MARK: Cleaning

  private static func withoutReturns(_ text: String) -> String {
    var out: [UInt8] = []
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if byte == 0x0D { out.append(0x0A) } else if byte != 0x0A || previous != 0x0D { out.append(byte) }
      previous = byte
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func withoutLeadingBlankLines(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, first == " " || first == "\n" || first == "\t" else {
      return text
    }
    var start = text.startIndex
    var at = text.startIndex
    while at < text.endIndex {
      let character = text[at]
      if character == "\n" {
        start = text.index(after: at)
      } else if character != " " && character != "\t" {
        break
      }
      at = text.index(after: at)
    }
    return at == text.endIndex ? text : String(text[start...])
  }

  /// `textwrap.dedent`: takes off the whitespace that all lines start with.
  private static func withoutCommonIndent(_ text: String) -> String {
    guard text.first == " " || text.first == "\t" else { return text }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var margin: Substring?
    for line in lines {
      let indent = line.prefix { $0 == " " || $0 == "\t" }
      if indent.count == line.count { continue }
      guard let known = margin else {
        margin = indent
        continue
      }
      margin =
        zip(known, indent).prefix { $0 == $1 }.count < known.count
        ? known.prefix(zip(known, indent).prefix { $0 == $1 }.count) : known
    }
    guard let margin, !margin.isEmpty else { return text }
    return lines.map { $0.hasPrefix(margin) ? String($0.dropFirst(margin.count)) : "" }.joined(
      separator: "\n")
  }

  /// Takes `>>> ` and `In [1]: ` from pasted sessions.
  private static func withoutPrompts(_ text: String) -> String {
    let isClassic = text.hasPrefix(">>> ")
    let isIPython = text.hasPrefix("In [") && text.prefix { $0 != "\n" }.contains("]: ")
    guard isClassic || isIPython else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      if isClassic {
        for mark in [">>> ", "... "] where line.hasPrefix(mark) { return String(line.dropFirst(4)) }
        return line == ">>>" || line == "..." ? "" : String(line)
      }
      if line.hasPrefix("In ["), let end = line.range(of: "]: ") { return String(line[end...]) }
      let trimmed = line.drop { $0 == " " }
      if trimmed.hasPrefix("...: ") { return String(trimmed.dropFirst(5)) }
      return String(line)
    }.joined(separator: "\n")
  }

  /// Whether the cell ends with a semicolon, which keeps its value from being shown.
  static func endsWithSemicolon(_ code: String) -> Bool {
    guard code.utf8.contains(0x3B) else { return false }
    var state = LineState()
    var last: String?
    for line in code.split(separator: "\n", omittingEmptySubsequences: false) {
      let scalars = Array(line.unicodeScalars)
      for token in LineScanner.scan(scalars, &state) where token.kind != .comment {
        last = token.kind == .op ? scalars.text(token.range) : ""
      }
    }
    return last == ";"
  }
}

extension Substring {
  /// The index after the first occurrence of a text.
  fileprivate func range(of text: String) -> Index? {
    var at = startIndex
    while at < endIndex {
      if self[at...].hasPrefix(text) { return index(at, offsetBy: text.count) }
      at = index(after: at)
    }
    return nil
  }
}
