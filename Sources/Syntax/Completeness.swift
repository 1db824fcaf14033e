/// Whether a cell could be run as it stands, as IPython answers.
package enum Completeness: Equatable, Sendable {
  /// The cell can run.
  case complete
  /// More lines are needed; the next starts with this many spaces.
  case incomplete(indent: Int)
  /// No further input makes the cell valid.
  case invalid
}

/// Tells whether a cell is complete, by the rules of IPython's `check_complete`.
///
/// The cell must be Python: line magics are to be transformed before. A cell magic (`%%name`) ends with a blank line.
package func isComplete(_ source: [UInt8]) -> Completeness {
  CompletenessCheck(source).answer()
}

/// The state of one check.
private struct CompletenessCheck {
  let lines: [ArraySlice<UInt8>]
  let text: [UInt8]
  let endsWithNewline: Bool

  init(_ source: [UInt8]) {
    let tail = source.reversed().prefix { CompletenessCheck.isSpace($0) }
    endsWithNewline = tail.contains(0x0A)
    var text = CompletenessCheck.withoutCommonIndent(source)
    if !endsWithNewline { text.append(0x0A) }
    self.text = text
    var lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    self.lines = lines
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 9 < 5 }

  /// Takes the first line's indentation from every line that has it.
  private static func withoutCommonIndent(_ source: [UInt8]) -> [UInt8] {
    let indent = source.prefix { $0 == 0x20 || $0 == 0x09 }
    if indent.isEmpty { return source }
    let lines = source.split(separator: 0x0A, omittingEmptySubsequences: false)
    let cut = lines.map { $0.starts(with: indent) ? $0.dropFirst(indent.count) : $0 }
    return Array(cut.joined(separator: [0x0A]))
  }

  /// The answer for code that needs more lines with the indentation of the last one.
  private var incomplete: Completeness {
    let last = lines.last ?? []
    var width = 0
    for byte in last {
      if byte == 0x20 { width += 1 } else if byte == 0x09 { width = (width / 4 + 1) * 4 } else { break }
    }
    return .incomplete(indent: width)
  }

  func answer() -> Completeness {
    if let last = lines.last(where: { !$0.allSatisfy(CompletenessCheck.isSpace) }), last.last == 0x5C {
      return incomplete
    }
    if lines.first?.starts(with: [0x25, 0x25]) == true {
      return lines.last?.allSatisfy(CompletenessCheck.isSpace) == true ? .complete : incomplete
    }
    do throws(SyntaxError) {
      let parser = try Parser(source: text, filename: "<cell>")
      if let error = parser.lexerError { return error.isIncomplete ? incomplete : .invalid }
      if let indent = parser.openBlockIndent() { return .incomplete(indent: indent + 4) }
      _ = try parser.parseModule()
      return parser.endsInBlock && !endsWithNewline ? incomplete : .complete
    } catch {
      return error.isIncomplete ? incomplete : .invalid
    }
  }
}

extension Parser {
  /// The indentation of a last line that ends with a colon, which starts a block.
  fileprivate func openBlockIndent() -> Int? {
    var place = tokens.count &- 1
    while place > 0 {
      switch tokens[place].kind {
      case .endMarker, .dedent, .newline, .indent: place &-= 1
      default:
        guard tokens[place].kind == .colon else { return nil }
        while place > 0, tokens[place &- 1].kind != .newline { place &-= 1 }
        while tokens[place].kind == .indent || tokens[place].kind == .dedent { place &+= 1 }
        return Int(tokens[place].span.column)
      }
    }
    return nil
  }

  /// Whether the last statement stands in a block.
  fileprivate var endsInBlock: Bool {
    tokens.count > 1 && tokens[tokens.count &- 2].kind == .dedent
  }

  /// Whether only the ends of blocks are left.
  var isAtEnd: Bool {
    var place = index
    while place < tokens.count, tokens[place].kind == .dedent { place &+= 1 }
    return place >= tokens.count || tokens[place].kind == .endMarker
  }
}

/// Parses any bytes as a file, as an expression and as interactive input; the fuzzer looks for traps with it.
package func fuzzParse(_ bytes: [UInt8]) {
  _ = try? Parser(source: bytes, filename: "<fuzz>", isFile: true).parseModule()
  _ = try? Parser(source: bytes, filename: "<fuzz>").parseExpression()
  _ = try? Parser(source: bytes, filename: "<fuzz>").parseInteractive()
  _ = isComplete(bytes)
}
