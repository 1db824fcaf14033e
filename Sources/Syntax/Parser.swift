/// Reads Python 3.12 into a tree: recursive descent over the tokens, precedence climbing for operators.
///
/// The parser never goes back except where the grammar needs it (`match` as a name, parenthesised `with`); such trials
/// run with `isTrying` set, where errors are cheap and no advice is looked for. Errors are those of CPython 3.11: the
/// first pass of its parser finds the failing token, a second looks for a better text. Here both happen at the failing
/// place: functions that see a well-known mistake throw its text, all others throw `invalidSyntax()`. An error of the
/// lexer further on replaces the parser's, as there (see `finish`).
package final class Parser {
  let source: Source
  let filename: String
  let tokens: [Token]
  let lexerError: SyntaxError?
  let unclosedLine: Int32?

  /// The index of the current token.
  var index = 0
  /// The kind of the current token.
  var kind: TokenKind
  /// The nesting of the constructs being read.
  var depth: Int32 = 0
  /// The lowest stack address to use, once it has been asked for.
  var stackLimit: UInt = 0
  /// The nesting any thread's stack has room for.
  static let uncheckedDepth: Int32 = 50
  /// Whether errors only end a trial.
  var isTrying = false
  /// The index of the last token ever looked at, where a trial went further than the parser.
  var furthest = 0
  /// Whether a trial ran into the lexer's error.
  var hasMetError = false
  /// Whether an error of the lexer replaces the error thrown.
  var isOverridable = true
  /// Names already made, by hash of their bytes.
  var nameCache: [NameEntry]

  /// The warnings met so far, such as invalid escape sequences.
  package internal(set) var warnings: [SyntaxWarning]

  /// Prepares a source; only the bytes of a file may declare another encoding than UTF-8.
  package init(source raw: [UInt8], filename: String, isFile: Bool = false, firstLine: Int = 1) throws(SyntaxError) {
    self.filename = filename
    source = try Source(raw, filename: filename, isFile: isFile)
    (tokens, lexerError, unclosedLine, warnings) = Lexer.tokenize(source, filename: filename, firstLine: firstLine)
    kind = tokens.first?.kind ?? .endMarker
    nameCache = [NameEntry](repeating: NameEntry(), count: 256)
  }

  /// Reads a whole file or cell.
  package func parseModule() throws(SyntaxError) -> Module {
    Module(body: try parseAll())
  }

  /// Reads one expression, as `eval` does.
  package func parseExpression() throws(SyntaxError) -> ExpressionModule {
    do throws(SyntaxError) {
      let value = try parseStarExpressions(allowStar: false)
      while kind == .newline { advance() }
      if kind != .endMarker { throw invalidSyntax() }
      return ExpressionModule(body: value)
    } catch {
      throw finish(error)
    }
  }

  /// Reads one interactive statement, or several on a line; more lines are refused.
  package func parseInteractive() throws(SyntaxError) -> Interactive {
    do throws(SyntaxError) {
      var body: [Stmt] = []
      while kind == .newline { advance() }
      try parseStatement(into: &body)
      // A block ends with a line of its own.
      if let last = body.last?.kind, last.isCompound, kind == .endMarker, index > 0, tokens[index &- 1].kind != .dedent,
        source.count > 0, source.bytes[source.count &- 1] != 0x0A
      {
        throw failure("invalid syntax", at: tokens[index].span)
      }
      while kind == .newline { advance() }
      if kind != .endMarker {
        isOverridable = false
        throw failure(
          "multiple statements found while compiling a single statement", at: tokens[index].span)
      }
      return Interactive(body: body)
    } catch {
      throw finish(error)
    }
  }

  /// Reads all statements up to the end.
  func parseAll() throws(SyntaxError) -> [Stmt] {
    do throws(SyntaxError) {
      var body: [Stmt] = []
      while kind != .endMarker { try parseStatement(into: &body) }
      return body
    } catch {
      throw finish(error)
    }
  }
}

/// A name made before.
struct NameEntry {
  var start: Int32 = 0
  var length: Int32 = 0
  var text = ""
}

/// Something that is allowed and yet hardly meant, or that Python will refuse one day.
package struct SyntaxWarning: Equatable, Sendable {
  package let message: String
  /// The line, counted from 1.
  package let line: Int
  /// Whether CPython 3.11 issues it as a `DeprecationWarning`, which is not shown by default.
  package let isDeprecation: Bool

  /// Makes a warning.
  package init(message: String, line: Int, isDeprecation: Bool = false) {
    self.message = message
    self.line = line
    self.isDeprecation = isDeprecation
  }
}

// MARK: - Tokens

extension Parser {
  /// Moves to the next token; stays at the last one.
  @inline(__always)
  func advance() {
    if index &+ 1 < tokens.count { index &+= 1 }
    kind = tokens[index].kind
  }

  /// Goes back to a token seen before.
  func restore(_ place: Int) {
    furthest = max(furthest, index)
    index = place
    kind = tokens[place].kind
  }

  /// Returns the kind of a token further on.
  @inline(__always)
  func peek(_ distance: Int = 1) -> TokenKind {
    let place = index &+ distance
    return place < tokens.count ? tokens[place].kind : .endMarker
  }

  /// Moves on when the current token is of a kind.
  @inline(__always)
  func accept(_ wanted: TokenKind) -> Bool {
    if kind != wanted { return false }
    advance()
    return true
  }

  /// Moves over a token of a kind, or fails with "invalid syntax".
  @inline(__always)
  func expect(_ wanted: TokenKind) throws(SyntaxError) {
    if kind != wanted { throw invalidSyntax() }
    advance()
  }

  /// Moves over a token of a kind, or fails with "expected 'text'".
  @inline(__always)
  func expectForced(_ wanted: TokenKind, _ text: StaticString) throws(SyntaxError) {
    if kind != wanted { throw failure("expected '\(text)'", at: errorPlace) }
    advance()
  }

  /// The place of the current token.
  var here: Span { tokens[index].span }

  /// The place from a token to the last one read.
  @inline(__always)
  func span(from start: Int) -> Span {
    let first = tokens[start].span
    let last = tokens[index > 0 ? index &- 1 : 0].span
    return Span(line: first.line, column: first.column, endLine: last.endLine, endColumn: last.endColumn)
  }

  /// The place from a node to the last token read.
  @inline(__always)
  func span(from start: Span) -> Span {
    let last = tokens[index > 0 ? index &- 1 : 0].span
    return Span(line: start.line, column: start.column, endLine: last.endLine, endColumn: last.endColumn)
  }

  /// The bytes of a token.
  func bytes(of token: Token) -> ArraySlice<UInt8> { source.bytes[Int(token.start)..<Int(token.end)] }

  /// Whether the current token is a given soft keyword.
  func isWord(_ word: StaticString) -> Bool {
    kind == .name && tokenMatches(tokens[index], word)
  }

  /// Whether a token has exactly the bytes of a word.
  func tokenMatches(_ token: Token, _ word: StaticString) -> Bool {
    guard Int(token.end &- token.start) == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { buffer in
      var place = Int(token.start)
      for byte in buffer {
        if source.bytes[place] != byte { return false }
        place &+= 1
      }
      return true
    }
  }

  /// Reads a name.
  func parseName() throws(SyntaxError) -> String {
    if kind != .name { throw invalidSyntax() }
    let text = nameText(tokens[index])
    advance()
    return text
  }

  /// Returns a name token's text, sharing the storage of equal names met before.
  func nameText(_ token: Token) -> String {
    let start = Int(token.start)
    let length = Int(token.end &- token.start)
    return source.bytes.withUnsafeBufferPointer { buffer -> String in
      let text = UnsafeBufferPointer(rebasing: buffer[start..<(start &+ length)])
      if length <= 15 {
        for byte in text where byte >= 0x80 { return normalizedIdentifier(text) }
        return String(decoding: text, as: UTF8.self)
      }
      var hash = UInt32(truncatingIfNeeded: length)
      for byte in text { hash = hash &* 31 &+ UInt32(byte) }
      let slot = Int(hash & 255)
      let entry = nameCache[slot]
      if Int(entry.length) == length {
        let other = UnsafeBufferPointer(rebasing: buffer[Int(entry.start)..<(Int(entry.start) &+ length)])
        if other.elementsEqual(text) { return entry.text }
      }
      let name =
        text.contains { $0 >= 0x80 } ? normalizedIdentifier(text) : String(decoding: text, as: UTF8.self)
      nameCache[slot] = NameEntry(start: token.start, length: Int32(length), text: name)
      return name
    }
  }

  /// Makes an expression, or fails when it is higher than a compiler could follow.
  @inline(__always)
  func make(_ kind: Expr.Kind, _ span: Span) throws(SyntaxError) -> Expr {
    let result = Expr(kind, span)
    if result.height > Expr.maximumHeight { throw tooDeep() }
    return result
  }

  /// Enters a nested construct, or fails when there are too many.
  @inline(__always)
  func enter() throws(SyntaxError) {
    depth &+= 1
    if depth > Parser.uncheckedDepth { try checkDepth() }
  }

  /// Fails when the nesting is beyond CPython's or the thread's stack is nearly used.
  @inline(never)
  private func checkDepth() throws(SyntaxError) {
    if stackLimit == 0 { stackLimit = StackGuard.limit() }
    // Releasing the tree takes stack again: a chain of `elif` is read by a loop but released by recursion.
    let limit = stackLimit &+ UInt(depth) &* 256
    if depth > Expr.maximumHeight || StackGuard.isBelow(limit) { throw tooDeep() }
  }

  /// Leaves a nested construct.
  @inline(__always)
  func leave() { depth &-= 1 }
}
