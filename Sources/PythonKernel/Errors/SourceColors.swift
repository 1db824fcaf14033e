// The colours of IPython's theme "neutral" as its formatter writes them.

/// Escape sequences of a terminal.
enum Color {
  static func red(_ text: String) -> String { "\u{1B}[31m\(text)\u{1B}[39m" }
  static func green(_ text: String) -> String { "\u{1B}[32m\(text)\u{1B}[39m" }
  static func yellow(_ text: String) -> String { "\u{1B}[33m\(text)\u{1B}[39m" }
  static func blue(_ text: String) -> String { "\u{1B}[34m\(text)\u{1B}[39m" }
  static func cyan(_ text: String) -> String { "\u{1B}[36m\(text)\u{1B}[39m" }
  static func brightGreen(_ text: String) -> String { "\u{1B}[92m\(text)\u{1B}[39m" }
  static func brightMagenta(_ text: String) -> String { "\u{1B}[95m\(text)\u{1B}[39m" }
  static func keyword(_ text: String) -> String { "\u{1B}[38;5;28;01m\(text)\u{1B}[39;00m" }
  static func comment(_ text: String) -> String { "\u{1B}[38;5;66;03m\(text)\u{1B}[39;00m" }

  /// Reserved words of Python.
  static let keywords: Set<String> = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def",
    "del",
    "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda",
    "nonlocal",
    "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
  ]

  /// A line of source in colours; a line that is no statement of its own stays plain.
  static func source(_ line: String) -> String {
    let scalars = expanded(line)
    var state = LineState()
    let tokens = LineScanner.scan(scalars, &state)
    guard state.isClear && !state.hasExtraClosing else { return line }
    var out = ""
    var position = 0
    for token in tokens {
      out += scalars.text(position..<token.range.lowerBound)
      let text = scalars.text(token.range)
      switch token.kind {
      case .number: out += green(text)
      case .string: out += yellow(text)
      case .comment: out += comment(text)
      case .name: out += keywords.contains(text) ? keyword(text) : text
      case .op, .error: out += text
      }
      position = token.range.upperBound
    }
    return out
  }

  /// Tabs as spaces, without spaces at the end.
  private static func expanded(_ line: String) -> [Unicode.Scalar] {
    var out: [Unicode.Scalar] = []
    for scalar in line.unicodeScalars {
      if scalar == "\t" {
        repeat { out.append(" ") } while out.count % 8 != 0
      } else {
        out.append(scalar)
      }
    }
    while let last = out.last, last.properties.isWhitespace { out.removeLast() }
    return out
  }
}
