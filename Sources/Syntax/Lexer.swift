/// Cuts a prepared source into tokens, all at once.
///
/// The lexer keeps three stacks: indentation columns, open brackets and open f-strings. An f-string is cut as PEP 701
/// says: a start token, pieces of text, ordinary tokens between braces, an end token. A brace that opens a replacement
/// field stands on the bracket stack with `isField` set; a colon met directly in it turns the field's rest into a format
/// specification, which is text again. The first error ends the tokens with one of kind `error`.
struct Lexer {
  /// An open bracket.
  struct Bracket {
    var byte: UInt8
    var span: Span
    var isField = false
    var isInSpec = false
  }

  /// An open f-string.
  struct FString {
    var quote: UInt8
    var flags: StringFlags
    var bracketCount: Int
    var span: Span
  }

  let base: UnsafePointer<UInt8>
  let count: Int
  let filename: String
  let keywords = KeywordTable()

  var position = 0
  var line: Int32 = 1
  /// The offset of the line's first byte, moved on by the continuation bytes met, so that columns are differences.
  var columnBase = 0
  var atLineStart = true
  /// Where the comment before the next newline starts.
  var commentColumn: Int32?
  var indents: [(column: Int, alternate: Int)] = [(0, 0)]
  var brackets: [Bracket] = []
  var fstrings: [FString] = []
  var tokens: [Token] = []
  var error: SyntaxError?
  /// Numbers with a keyword directly behind them.
  var warnings: [SyntaxWarning] = []
  /// The line of the bracket left open at the end, when that is the error.
  var unclosedLine: Int32?

  /// The greatest number of brackets open at a time.
  static let maximumBrackets = 200
  /// The greatest number of indentation levels.
  static let maximumIndents = 100
  /// The greatest number of f-strings inside each other.
  static let maximumFStrings = 150
  /// The greatest number of replacement fields inside each other in one f-string.
  static let maximumFields = 3

  /// Makes a lexer over bytes that end with zeros (see `Source`).
  init(base: UnsafePointer<UInt8>, count: Int, filename: String) {
    self.base = base
    self.count = count
    self.filename = filename
    tokens.reserveCapacity(count / 4 + 8)
  }

  /// Cuts a prepared source into tokens.
  static func tokenize(_ source: Source, filename: String, firstLine: Int = 1) -> (
    tokens: [Token], error: SyntaxError?, unclosedLine: Int32?, warnings: [SyntaxWarning]
  ) {
    source.bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return ([], nil, nil, []) }
      var lexer = Lexer(base: base, count: source.count, filename: filename)
      lexer.line = Int32(truncatingIfNeeded: firstLine)
      lexer.run()
      return (lexer.tokens, lexer.error, lexer.unclosedLine, lexer.warnings)
    }
  }

  /// Cuts everything; keeps the first error.
  mutating func run() {
    do throws(SyntaxError) {
      while try step() {}
    } catch {
      self.error = error
      // CPython looks for further errors of its tokenizer, but not for these.
      let isLate = error.message.hasPrefix("unexpected")
      self.error?.isOverriding = error.kind == .syntaxError && !isLate
      append(.error, from: position, column: column(position))
    }
  }

  /// The column of an offset in the current line.
  @inline(__always)
  func column(_ offset: Int) -> Int32 { Int32(truncatingIfNeeded: offset &- columnBase) }

  /// Appends a token of one line that ends at the current position.
  @inline(__always)
  mutating func append(_ kind: TokenKind, from start: Int, column startColumn: Int32) {
    tokens.append(
      Token(
        kind: kind, level: UInt8(truncatingIfNeeded: brackets.count), flags: [],
        start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: position),
        span: Span(line: line, column: startColumn, endLine: line, endColumn: column(position))))
  }

  /// Makes an error at a place.
  func failure(
    _ message: String, kind: SyntaxError.Kind = .syntaxError, line: Int32, column: Int32,
    endLine: Int32? = nil, endColumn: Int32? = nil
  ) -> SyntaxError {
    SyntaxError(
      kind: kind, message: message, filename: filename, line: Int(line), column: Int(column) &+ 1,
      endLine: Int(endLine ?? line), endColumn: Int(endColumn ?? column) &+ 1)
  }

  /// Makes an error whose last character is at the current position, as the tokenizer of CPython places them.
  func failureHere(_ message: String) -> SyntaxError {
    failure(message, line: line, column: column(position) &- 1)
  }

  /// Cuts one token, or a few that belong together; returns false at the end.
  private mutating func step() throws(SyntaxError) -> Bool {
    if atLineStart && brackets.isEmpty {
      if try !lexIndentation() { return true }
    }
    while base[position] == 0x20 || base[position] == 0x09 || base[position] == 0x0C { position &+= 1 }
    let byte = base[position]
    switch byte {
    case 0x61...0x7A, 0x41...0x5A, 0x5F, 0x80...0xFF:
      try lexWord()
    case 0x30...0x39:
      try lexNumber()
    case 0x22, 0x27:
      try lexString(from: position, flags: [])
    case 0x0A:
      lexNewline()
    case 0x23:
      skipComment()
    case 0x5C:
      try lexContinuation()
    case 0x00:
      try lexEnd()
      return false
    case 0x2E where CharacterTable.isDigit(base[position &+ 1]):
      try lexNumber()
    case 0x28, 0x5B, 0x7B:
      try openBracket(byte)
    case 0x29, 0x5D, 0x7D:
      try closeBracket(byte)
    default:
      try lexOperator(byte)
    }
    return true
  }

  /// Measures a line's indentation and emits what it changes; returns false when the line is blank.
  private mutating func lexIndentation() throws(SyntaxError) -> Bool {
    var width = 0
    var alternate = 0
    var continued: Int?
    scan: while true {
      switch base[position] {
      case 0x20:
        width &+= 1
        alternate &+= 1
      case 0x09:
        width = (width / 8 &+ 1) &* 8
        alternate &+= 1
      case 0x0C:
        width = 0
        alternate = 0
      case 0x5C:
        continued = continued ?? width
        try lexContinuation()
        continue scan
      default:
        break scan
      }
      position &+= 1
    }
    if base[position] == 0x23 { skipComment() }
    if base[position] == 0x0A {
      position &+= 1
      startLine()
      return false
    }
    if base[position] == 0 && position >= count { return true }
    atLineStart = false
    if let continued {
      width = continued
      alternate = continued
    }
    try emitIndentation(width, alternate)
    return true
  }

  private mutating func emitIndentation(_ width: Int, _ alternate: Int) throws(SyntaxError) {
    guard let last = indents.last else { return }
    let inconsistent = "inconsistent use of tabs and spaces in indentation"
    if width == last.column {
      if alternate != last.alternate { throw indentationFailure(inconsistent, .tabError) }
    } else if width > last.column {
      if alternate <= last.alternate { throw indentationFailure(inconsistent, .tabError) }
      if indents.count >= Lexer.maximumIndents {
        throw withoutEnd(
          failure("too many levels of indentation", kind: .indentationError, line: line, column: 0))
      }
      indents.append((width, alternate))
      append(.indent, from: position, column: column(position))
    } else {
      while let top = indents.last, top.column > width {
        indents.removeLast()
        append(.dedent, from: position, column: column(position))
      }
      guard let top = indents.last, top.column == width else {
        throw indentationFailure("unindent does not match any outer indentation level", .indentationError)
      }
      if top.alternate != alternate { throw indentationFailure(inconsistent, .tabError) }
    }
  }

  /// Makes an indentation error, which CPython places at the end of its line.
  private func indentationFailure(_ message: String, _ kind: SyntaxError.Kind) -> SyntaxError {
    var end = position
    var continuation = 0
    while base[end] != 0x0A && base[end] != 0 {
      if base[end] & 0xC0 == 0x80 { continuation &+= 1 }
      end &+= 1
    }
    if kind == .tabError { return withoutEnd(failure(message, kind: kind, line: line, column: 0)) }
    var error = failure(message, kind: kind, line: line, column: column(end &- continuation))
    error.endColumn = -1
    return error
  }

  /// Starts a line at the current position.
  @inline(__always)
  mutating func startLine() {
    line &+= 1
    columnBase = position
    atLineStart = true
  }

  private mutating func lexNewline() {
    let start = position
    position &+= 1
    let isEnd = brackets.isEmpty
    if isEnd {
      append(.newline, from: start, column: commentColumn ?? column(start))
      tokens[tokens.count &- 1].span.endColumn &-= 1
    }
    commentColumn = nil
    startLine()
    atLineStart = isEnd
  }

  /// Moves to the end of the line.
  private mutating func skipComment() {
    commentColumn = column(position)
    while base[position] != 0x0A && base[position] != 0 {
      if base[position] & 0xC0 == 0x80 { columnBase &+= 1 }
      position &+= 1
    }
  }

  /// Joins two lines at a backslash.
  private mutating func lexContinuation() throws(SyntaxError) {
    position &+= 1
    let end = column(position)
    let backslashLine = line
    if base[position] == 0 && position >= count { throw eofFailure(line: line, column: end) }
    guard base[position] == 0x0A else {
      position &+= 1
      throw withoutEnd(failureHere("unexpected character after line continuation character"))
    }
    position &+= 1
    let wasAtStart = atLineStart
    startLine()
    atLineStart = wasAtStart
    if base[position] == 0 && position >= count { throw eofFailure(line: backslashLine, column: end) }
  }

  /// Makes the error for a backslash that ends the source, in its line.
  private func eofFailure(line: Int32, column: Int32) -> SyntaxError {
    var error = failure("unexpected EOF while parsing", line: line, column: column)
    error.endColumn = -1
    error.isIncomplete = true
    return error
  }

  /// Takes the end from an error, where CPython gives none.
  private func withoutEnd(_ error: SyntaxError) -> SyntaxError {
    var result = error
    result.endColumn = 0
    return result
  }

  /// Ends the last line, closes the blocks and marks the end.
  private mutating func lexEnd() throws(SyntaxError) {
    if let bracket = brackets.last {
      unclosedLine = bracket.span.line
      let character = Character(Unicode.Scalar(bracket.byte))
      var error = failure(
        "'\(character)' was never closed", line: bracket.span.line, column: bracket.span.column)
      error.endLine = error.line
      error.endColumn = 0
      error.isIncomplete = true
      throw error
    }
    let hasOpenLine = tokens.last.map { $0.kind != .newline && $0.kind != .dedent } ?? false
    if hasOpenLine { append(.newline, from: position, column: column(position)) }
    let (lastLine, lastColumn) = endOfLastLine()
    line = lastLine
    while indents.count > 1 {
      indents.removeLast()
      append(.dedent, from: position, column: lastColumn)
    }
    append(.endMarker, from: position, column: lastColumn)
    for place in tokens.indices.reversed() {
      guard tokens[place].kind == .dedent || tokens[place].kind == .endMarker else { break }
      tokens[place].span.endColumn = tokens[place].span.column
    }
  }

  /// The last line that has text and its length with the newline, where CPython sees the end.
  private func endOfLastLine() -> (Int32, Int32) {
    guard position == columnBase, position > 0 else { return (line, column(position) &+ 1) }
    var start = position &- 1
    var length: Int32 = 1
    while start > 0 && base[start &- 1] != 0x0A {
      start &-= 1
      if base[start] & 0xC0 != 0x80 { length &+= 1 }
    }
    return (line &- 1, length)
  }
}
