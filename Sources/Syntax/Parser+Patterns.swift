// `match`, its cases and their patterns.

extension Parser {
  /// Reads a `match` statement, or returns nil when `match` is a name here.
  func parseMatch() throws(SyntaxError) -> Stmt? {
    guard peek().startsExpression || peek() == .star else { return nil }
    let start = index
    let line = here.line
    guard let subject = try parseMatchHeader() else {
      restore(start)
      return nil
    }
    if kind != .indent {
      throw failureAtLastToken(
        "expected an indented block after 'match' statement on line \(line)", kind: .indentationError)
    }
    advance()
    var cases: [MatchCase] = []
    while kind != .dedent {
      guard isWord("case") else { throw invalidSyntax() }
      cases.append(try parseCase())
    }
    advance()
    return Stmt(.match(subject: subject, cases: cases), blockSpan(start))
  }

  /// Reads `match subject:` and the newline, or returns nil when this is an expression that starts with `match`.
  private func parseMatchHeader() throws(SyntaxError) -> Expr? {
    var subject: Expr?
    switch peek() {
    case .not where peek(2) == .in, .leftParenthesis, .leftBracket, .minus, .plus, .star:
      subject = trial { () throws(SyntaxError) -> Expr in
        self.advance()
        let value = try self.parseSubject()
        if self.kind != .colon || self.peek() != .newline { throw self.invalidSyntax() }
        return value
      }
    default:
      advance()
      subject = try parseSubject()
      if kind == .newline { throw failure("expected ':'", at: here) }
      try expect(.colon)
      if kind != .newline { throw invalidSyntax() }
      restore(index &- 1)
    }
    if subject != nil {
      advance()
      advance()
    }
    return subject
  }

  private func parseSubject() throws(SyntaxError) -> Expr {
    let start = index
    let first = try parseStarNamed()
    if kind != .comma {
      if case .starred = first.kind { throw invalidSyntax() }
      return first
    }
    var elements = [first]
    while accept(.comma) {
      guard kind.startsExpression || kind == .star else { break }
      elements.append(try parseStarNamed())
    }
    return try make(.tuple(elts: elements, ctx: .load), span(from: start))
  }

  private func parseCase() throws(SyntaxError) -> MatchCase {
    let line = here.line
    advance()
    let pattern = try parsePatterns()
    let condition = accept(.if) ? try parseNamedExpression() : nil
    try expectColon()
    let body = try parseBlock("'case' statement", line: line)
    return MatchCase(pattern: pattern, guard: condition, body: body)
  }

  /// Reads a pattern, or an open sequence of them.
  private func parsePatterns() throws(SyntaxError) -> Pattern {
    let start = index
    let first = try parseMaybeStarPattern()
    if kind != .comma {
      if case .matchStar = first.kind { throw invalidSyntax() }
      return first
    }
    var patterns = [first]
    while accept(.comma) {
      if kind == .colon || kind == .if { break }
      patterns.append(try parseMaybeStarPattern())
    }
    return Pattern(.matchSequence(patterns: patterns), span(from: start))
  }

  private func parseMaybeStarPattern() throws(SyntaxError) -> Pattern {
    guard kind == .star else { return try parseAsPattern() }
    let start = index
    advance()
    let isWildcard = isWord("_")
    let name = try parseName()
    return Pattern(.matchStar(name: isWildcard ? nil : name), span(from: start))
  }

  private func parseAsPattern() throws(SyntaxError) -> Pattern {
    try enter()
    defer { leave() }
    let start = index
    let pattern = try parseOrPattern()
    guard accept(.as) else { return pattern }
    if isWord("_") { throw failure("cannot use '_' as a target", at: here) }
    if kind != .name {
      let place = index
      let found = trial { () throws(SyntaxError) -> Expr in try self.parseTest() }
      restore(place)
      guard let found else { throw invalidSyntax() }
      throw failure("invalid pattern target", at: found.span)
    }
    let name = try parseName()
    return Pattern(.matchAs(pattern: pattern, name: name), span(from: start))
  }

  private func parseOrPattern() throws(SyntaxError) -> Pattern {
    let start = index
    let first = try parseClosedPattern()
    if kind != .bar { return first }
    var patterns = [first]
    while accept(.bar) { patterns.append(try parseClosedPattern()) }
    return Pattern(.matchOr(patterns: patterns), span(from: start))
  }

  private func parseClosedPattern() throws(SyntaxError) -> Pattern {
    let start = index
    switch kind {
    case .none: return singleton(.none)
    case .true: return singleton(.true)
    case .false: return singleton(.false)
    case .number, .minus, .string, .fstringStart:
      let value = try parseLiteralPattern()
      return Pattern(.matchValue(value: value), span(from: start))
    case .name: return try parseNamePattern()
    case .leftParenthesis: return try parseGroupPattern()
    case .leftBracket:
      advance()
      let patterns = try parsePatternList(.rightBracket)
      return Pattern(.matchSequence(patterns: patterns), span(from: start))
    case .leftBrace: return try parseMappingPattern()
    default: throw failure("invalid syntax", at: errorPlace)
    }
  }

  private func singleton(_ value: Constant) -> Pattern {
    let place = here
    advance()
    return Pattern(.matchSingleton(value: value), place)
  }

  /// Reads a number, a complex number or strings.
  private func parseLiteralPattern() throws(SyntaxError) -> Expr {
    if kind == .string || kind == .fstringStart {
      return try parseStrings()
    }
    let start = index
    let real = try parseSignedNumber()
    guard kind == .plus || kind == .minus else { return real }
    let op: Operator = kind == .plus ? .add : .sub
    if isImaginary(real) { throw failure("real number required in complex literal", at: real.span) }
    advance()
    if kind != .number { throw invalidSyntax() }
    let imaginary = Expr(.constant(try numberValue(tokens[index])), here)
    if !isImaginary(imaginary) {
      throw failure("imaginary number required in complex literal", at: imaginary.span)
    }
    advance()
    return try make(.binOp(left: real, op: op, right: imaginary), span(from: start))
  }

  private func isImaginary(_ value: Expr) -> Bool {
    switch value.kind {
    case .constant(.imaginary): true
    case .unaryOp(_, let operand): isImaginary(operand)
    default: false
    }
  }

  private func parseSignedNumber() throws(SyntaxError) -> Expr {
    let start = index
    let isNegative = accept(.minus)
    if kind != .number { throw invalidSyntax() }
    let number = Expr(.constant(try numberValue(tokens[index])), here)
    advance()
    return isNegative ? try make(.unaryOp(op: .uSub, operand: number), span(from: start)) : number
  }

  private func parseNamePattern() throws(SyntaxError) -> Pattern {
    let start = index
    if peek() != .dot && peek() != .leftParenthesis {
      let isWildcard = isWord("_")
      let name = try parseName()
      return Pattern(.matchAs(pattern: nil, name: isWildcard ? nil : name), span(from: start))
    }
    let value = try parseDottedExpression()
    if kind == .leftParenthesis { return try parseClassPattern(value, start) }
    return Pattern(.matchValue(value: value), span(from: start))
  }

  private func parseDottedExpression() throws(SyntaxError) -> Expr {
    let start = index
    var value = try make(.name(id: nameText(tokens[index]), ctx: .load), here)
    advance()
    while accept(.dot) {
      let name = try parseName()
      value = try make(.attribute(value: value, attr: name, ctx: .load), span(from: start))
    }
    return value
  }

  private func parseGroupPattern() throws(SyntaxError) -> Pattern {
    let start = index
    advance()
    if accept(.rightParenthesis) { return Pattern(.matchSequence(patterns: []), span(from: start)) }
    let first = try parseMaybeStarPattern()
    if kind == .rightParenthesis {
      if case .matchStar = first.kind { throw invalidSyntax() }
      advance()
      return first
    }
    if kind != .comma { throw invalidSyntax() }
    var patterns = [first]
    while accept(.comma) {
      if kind == .rightParenthesis { break }
      patterns.append(try parseMaybeStarPattern())
    }
    try expect(.rightParenthesis)
    return Pattern(.matchSequence(patterns: patterns), span(from: start))
  }

  private func parsePatternList(_ end: TokenKind) throws(SyntaxError) -> [Pattern] {
    var patterns: [Pattern] = []
    while kind != end {
      patterns.append(try parseMaybeStarPattern())
      if !accept(.comma) { break }
    }
    try expect(end)
    return patterns
  }

  private func parseMappingPattern() throws(SyntaxError) -> Pattern {
    let start = index
    advance()
    var keys: [Expr] = []
    var patterns: [Pattern] = []
    var rest: String?
    while kind != .rightBrace && rest == nil {
      if accept(.doubleStar) {
        if isWord("_") { throw invalidSyntax() }
        rest = try parseName()
      } else {
        keys.append(try parseMappingKey())
        try expect(.colon)
        patterns.append(try parseAsPattern())
      }
      if !accept(.comma) { break }
    }
    try expect(.rightBrace)
    return Pattern(.matchMapping(keys: keys, patterns: patterns, rest: rest), span(from: start))
  }

  private func parseMappingKey() throws(SyntaxError) -> Expr {
    let place = here
    switch kind {
    case .none:
      advance()
      return Expr(.constant(.none), place)
    case .true:
      advance()
      return Expr(.constant(.true), place)
    case .false:
      advance()
      return Expr(.constant(.false), place)
    case .name:
      if peek() != .dot { throw invalidAfterName() }
      return try parseDottedExpression()
    default: return try parseLiteralPattern()
    }
  }

  private func invalidAfterName() -> SyntaxError {
    advance()
    return invalidSyntax()
  }

  /// Makes the error for positional patterns after named ones; it covers all that follow each other.
  private func misplacedPositional(_ first: Pattern) throws(SyntaxError) -> SyntaxError {
    var last = first
    while kind == .comma, peek() != .rightParenthesis, !(peek() == .name && peek(2) == .equal) {
      advance()
      last = try parseAsPattern()
    }
    return failure("positional patterns follow keyword patterns", at: first.span.through(last.span))
  }

  private func parseClassPattern(_ cls: Expr, _ start: Int) throws(SyntaxError) -> Pattern {
    advance()
    var patterns: [Pattern] = []
    var names: [String] = []
    var named: [Pattern] = []
    while kind != .rightParenthesis {
      if kind == .name && peek() == .equal {
        names.append(try parseName())
        advance()
        named.append(try parseAsPattern())
      } else {
        let pattern = try parseAsPattern()
        if !names.isEmpty { throw try misplacedPositional(pattern) }
        patterns.append(pattern)
      }
      if !accept(.comma) { break }
    }
    try expect(.rightParenthesis)
    return Pattern(
      .matchClass(cls: cls, patterns: patterns, kwdAttrs: names, kwdPatterns: named), span(from: start))
  }
}
