// Cuts single lines into rough tokens, as `tokenize` would: enough to find magics, colours, the end of a cell and the
// place of a cursor in text that need not be valid Python.

/// A rough token of one line.
struct LineToken {
  /// What a token is.
  enum Kind { case name, number, string, comment, op, error }
  var kind: Kind
  /// Its scalars in the line.
  var range: Range<Int>
}

/// What is open at the end of a line.
struct LineState {
  /// Brackets open.
  var depth = 0
  /// The quote of an open string of three quotes.
  var quote: Unicode.Scalar?
  /// The line ends with a backslash.
  var continues = false
  /// A string of one quote did not end.
  var hasOpenString = false
  /// A bracket was closed that was not opened in these lines.
  var hasExtraClosing = false

  /// Whether a new statement may start.
  var isClear: Bool { depth <= 0 && quote == nil && !continues }
}

/// Cuts lines.
enum LineScanner {
  /// Whether a scalar starts a name.
  static func startsName(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 128 {
      switch scalar {
      case "a"..."z", "A"..."Z", "_": return true
      default: return false
      }
    }
    return scalar.properties.isXIDStart
  }
  /// Whether a scalar continues a name.
  static func continuesName(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 128 { return startsName(scalar) || ("0"..."9").contains(scalar) }
    return scalar.properties.isXIDContinue
  }

  /// The tokens of a line without its newline; `state` is carried from line to line.
  static func scan(_ line: [Unicode.Scalar], _ state: inout LineState) -> [LineToken] {
    var tokens: [LineToken] = []
    var at = 0
    state.continues = false
    state.hasOpenString = false
    if let quote = state.quote {
      let end = endOfTriple(line, from: 0, quote)
      tokens.append(LineToken(kind: .string, range: 0..<(end ?? line.count)))
      guard let end else { return tokens }
      state.quote = nil
      at = end
    }
    while at < line.count {
      let scalar = line[at]
      if scalar == " " || scalar == "\t" || scalar == "\u{0C}" || scalar == "\r" {
        at += 1
      } else if scalar == "#" {
        tokens.append(LineToken(kind: .comment, range: at..<line.count))
        at = line.count
      } else if scalar == "\\" && at == line.count - 1 {
        state.continues = true
        at += 1
      } else if let quoteAt = stringStart(line, at) {
        at = scanString(line, at, quoteAt, &state, &tokens)
      } else if startsName(scalar) {
        let start = at
        while at < line.count, continuesName(line[at]) { at += 1 }
        tokens.append(LineToken(kind: .name, range: start..<at))
      } else if ("0"..."9").contains(scalar)
        || (scalar == "." && at + 1 < line.count && ("0"..."9").contains(line[at + 1]))
      {
        let start = at
        at = endOfNumber(line, at)
        tokens.append(LineToken(kind: .number, range: start..<at))
      } else {
        let length = operatorLength(line, at)
        if scalar == "(" || scalar == "[" || scalar == "{" { state.depth += 1 }
        if scalar == ")" || scalar == "]" || scalar == "}" {
          if state.depth > 0 { state.depth -= 1 } else { state.hasExtraClosing = true }
        }
        let isKnown = scalar.value < 128 && scalar != "$" && scalar != "?" && scalar != "`" && scalar != "!"
        tokens.append(LineToken(kind: isKnown || length > 1 ? .op : .error, range: at..<(at + length)))
        at += length
      }
    }
    return tokens
  }

  /// Where the quote stands, if a string with or without prefix starts here.
  private static func stringStart(_ line: [Unicode.Scalar], _ at: Int) -> Int? {
    var position = at
    while position < line.count, position - at < 3 {
      let scalar = line[position]
      if scalar == "'" || scalar == "\"" { return position }
      guard "rRbBuUfF".unicodeScalars.contains(scalar) else { return nil }
      position += 1
    }
    return nil
  }

  private static func scanString(
    _ line: [Unicode.Scalar], _ start: Int, _ quoteAt: Int, _ state: inout LineState,
    _ tokens: inout [LineToken]
  ) -> Int {
    let quote = line[quoteAt]
    if quoteAt + 2 < line.count, line[quoteAt + 1] == quote, line[quoteAt + 2] == quote {
      if let end = endOfTriple(line, from: quoteAt + 3, quote) {
        tokens.append(LineToken(kind: .string, range: start..<end))
        return end
      }
      state.quote = quote
      tokens.append(LineToken(kind: .string, range: start..<line.count))
      return line.count
    }
    var at = quoteAt + 1
    while at < line.count {
      if line[at] == "\\" {
        at += 2
      } else if line[at] == quote {
        tokens.append(LineToken(kind: .string, range: start..<(at + 1)))
        return at + 1
      } else {
        at += 1
      }
    }
    state.hasOpenString = true
    if quoteAt > start { tokens.append(LineToken(kind: .name, range: start..<quoteAt)) }
    tokens.append(LineToken(kind: .error, range: quoteAt..<(quoteAt + 1)))
    return quoteAt + 1
  }

  private static func endOfTriple(_ line: [Unicode.Scalar], from start: Int, _ quote: Unicode.Scalar) -> Int?
  {
    var at = start
    while at < line.count {
      if line[at] == "\\" {
        at += 2
      } else if line[at] == quote, at + 2 < line.count, line[at + 1] == quote, line[at + 2] == quote {
        return at + 3
      } else {
        at += 1
      }
    }
    return nil
  }

  private static func endOfNumber(_ line: [Unicode.Scalar], _ start: Int) -> Int {
    var at = start
    while at < line.count {
      let scalar = line[at]
      let isSign =
        (scalar == "+" || scalar == "-") && (line[at - 1] == "e" || line[at - 1] == "E") && at > start
        && !(start + 1 < line.count && (line[start + 1] == "x" || line[start + 1] == "X"))
      guard isSign || scalar == "." || continuesName(scalar) else { break }
      at += 1
    }
    return at
  }

  private static let longOperators: Set<String> = [
    "**=", "//=", ">>=", "<<=", "...", "!=", "==", "<=", ">=", "->", ":=", "+=", "-=", "*=", "/=", "%=", "&=",
    "|=",
    "^=", "@=", "**", "//", "<<", ">>",
  ]

  private static func operatorLength(_ line: [Unicode.Scalar], _ at: Int) -> Int {
    for length in [3, 2] where at + length <= line.count {
      var text = String.UnicodeScalarView()
      text.append(contentsOf: line[at..<(at + length)])
      if longOperators.contains(String(text)) { return length }
    }
    return 1
  }
}

extension Array where Element == Unicode.Scalar {
  /// The text of a range.
  func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: self[range.clamped(to: 0..<count)])
    return String(view)
  }
}
