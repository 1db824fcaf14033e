// What stands before the cursor: the dotted expression being written, the call it is in.

/// The text around a cursor, cut into rough tokens; positions count code points.
struct CodeContext {
  let scalars: [Unicode.Scalar]
  let cursor: Int
  /// Tokens of all lines before the cursor, with positions in the whole text.
  let tokens: [LineToken]
  /// Whether the cursor is in a string or comment.
  let isInText: Bool
  /// Start of the line with the cursor.
  let lineStart: Int

  init(_ code: String, cursor: Int) {
    scalars = Array(code.unicodeScalars)
    self.cursor = max(0, min(cursor, scalars.count))
    var tokens: [LineToken] = []
    var state = LineState()
    var start = 0
    while true {
      var end = start
      while end < self.cursor, scalars[end] != "\n" { end += 1 }
      for token in LineScanner.scan(Array(scalars[start..<end]), &state) {
        tokens.append(
          LineToken(
            kind: token.kind, range: (token.range.lowerBound + start)..<(token.range.upperBound + start)))
      }
      if end >= self.cursor { break }
      start = end + 1
    }
    self.tokens = tokens
    lineStart = start
    isInText =
      state.quote != nil || state.hasOpenString
      || (tokens.last?.kind == .comment && tokens.last?.range.upperBound == self.cursor)
  }

  /// The text of a token.
  func text(_ token: LineToken) -> String { scalars.text(token.range) }

  /// The name being written: empty when the cursor follows something else.
  var word: Range<Int> {
    if let last = tokens.last, last.kind == .name, last.range.upperBound == cursor { return last.range }
    return cursor..<cursor
  }

  /// The index of the first token at or after a position.
  private func tokenIndex(before position: Int) -> Int {
    (tokens.lastIndex { $0.range.upperBound <= position } ?? -1)
  }

  /// The expression before the dot that precedes the word, as text; nil without a dot.
  func receiver(before position: Int) -> String? {
    let dot = tokenIndex(before: position)
    guard dot > 0, text(tokens[dot]) == ".",
      tokens[dot].range.upperBound == position
        || scalars[tokens[dot].range.upperBound..<position].allSatisfy({ $0 == " " })
    else { return nil }
    guard let start = primaryStart(endingAt: dot - 1) else { return nil }
    return scalars.text(tokens[start].range.lowerBound..<tokens[dot].range.lowerBound)
  }

  /// The first token of the primary expression that ends with a token.
  func primaryStart(endingAt end: Int) -> Int? {
    var at = end
    while at >= 0 {
      let token = tokens[at]
      let word = text(token)
      switch token.kind {
      case .name:
        if Color.keywords.contains(word), !["None", "True", "False"].contains(word) { return nil }
      case .string, .number: break
      case .op where word == ")" || word == "]" || word == "}":
        guard let open = opening(of: at) else { return nil }
        // A name or bracket directly before belongs to it: a call or an index.
        if word != "}", open > 0, isPrimaryEnd(open - 1),
          tokens[open - 1].range.upperBound == tokens[open].range.lowerBound
        {
          at = open - 1
          continue
        }
        at = open
      default: return nil
      }
      if at > 1, text(tokens[at - 1]) == "." {
        at -= 2
        continue
      }
      return at
    }
    return nil
  }

  private func isPrimaryEnd(_ at: Int) -> Bool {
    let token = tokens[at]
    if token.kind == .name { return !Color.keywords.contains(text(token)) }
    return token.kind == .string || text(token) == ")" || text(token) == "]"
  }

  private func opening(of close: Int) -> Int? {
    var depth = 0
    var at = close
    while at >= 0 {
      if tokens[at].kind == .op {
        switch text(tokens[at]) {
        case ")", "]", "}": depth += 1
        case "(", "[", "{":
          depth -= 1
          if depth == 0 { return at }
        default: break
        }
      }
      at -= 1
    }
    return nil
  }

  /// The callee of the innermost open call before the cursor, as text.
  var callee: String? {
    var depth = 0
    var at = tokens.count - 1
    while at >= 0 {
      if tokens[at].kind == .op {
        switch text(tokens[at]) {
        case ")", "]", "}": depth += 1
        case "(", "[", "{":
          if depth == 0 {
            guard text(tokens[at]) == "(", at > 0, let start = primaryStart(endingAt: at - 1) else {
              return nil
            }
            return scalars.text(tokens[start].range.lowerBound..<tokens[at].range.lowerBound)
          }
          depth -= 1
        default: break
        }
      }
      at -= 1
    }
    return nil
  }

  /// The whole line with the cursor, up to it.
  var lineText: String { scalars.text(lineStart..<cursor) }
}
