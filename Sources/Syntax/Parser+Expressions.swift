// Expressions from the loosest binding to the tightest; atoms and displays stand in Parser+Atoms.swift.

extension Parser {
  /// Reads expressions separated by commas into a tuple, or a single one.
  func parseStarExpressions(allowStar: Bool = true) throws(SyntaxError) -> Expr {
    let start = index
    let first = try parseStarExpression(allowStar)
    if kind != .comma { return first }
    var elements = [first]
    while accept(.comma) {
      guard kind.startsExpression || (kind == .star && allowStar) else { break }
      elements.append(try parseStarExpression(allowStar))
    }
    return try make(.tuple(elts: elements, ctx: .load), span(from: start))
  }

  private func parseStarExpression(_ allowStar: Bool) throws(SyntaxError) -> Expr {
    if kind == .star && allowStar { return try parseStarred() }
    return try parseTest()
  }

  /// Reads `*value`.
  func parseStarred() throws(SyntaxError) -> Expr {
    let start = index
    advance()
    let value = try parseBinary(1)
    return try make(.starred(value: value, ctx: .load), span(from: start))
  }

  /// Reads what may stand in a list, tuple or set: a starred value or an expression with `:=`.
  func parseStarNamed() throws(SyntaxError) -> Expr {
    kind == .star ? try parseStarred() : try parseNamedExpression()
  }

  /// Reads an expression with an optional `name :=` before it.
  func parseNamedExpression() throws(SyntaxError) -> Expr {
    let start = index
    if kind == .name && peek() == .colonEqual { return try parseWalrus() }
    let value = try parseTest()
    if kind == .colonEqual && !isTrying, let error = misplacedWalrus(value) { throw error }
    if kind == .equal && !isTrying {
      if let error = misplacedEqual(value, start) { throw error }
    }
    return value
  }

  /// Explains `:=` after something else than a name; none when no value follows it.
  func misplacedWalrus(_ target: Expr) -> SyntaxError? {
    let place = index
    let value = trial { () throws(SyntaxError) -> Expr in
      self.advance()
      return try self.parseTest()
    }
    restore(place)
    if value == nil { return nil }
    return failure("cannot use assignment expressions with \(describe(target))", at: target.span)
  }

  private func parseWalrus() throws(SyntaxError) -> Expr {
    let start = index
    let name = try make(.name(id: nameText(tokens[index]), ctx: .store), here)
    advance()
    advance()
    let value = try parseTest()
    return try make(.namedExpr(target: name, value: value), span(from: start))
  }

  /// Explains a `=` after an expression where only `==` or `:=` could stand.
  func misplacedEqual(_ value: Expr, _ start: Int) -> SyntaxError? {
    let isName = { if case .name = value.kind { true } else { false } }()
    guard isBitwise(value, start), isName || !startsWithDisplay(value, start) else { return nil }
    let place = index
    defer { restore(place) }
    let right = trial { () throws(SyntaxError) -> Expr in
      self.advance()
      return try self.parseBinary(1)
    }
    guard let right, kind != .equal, kind != .colonEqual else { return nil }
    if isName, tokens[start].kind == .name {
      return failure(
        "invalid syntax. Maybe you meant '==' or ':=' instead of '='?", at: value.span.through(right.span))
    }
    return failure(
      "cannot assign to \(describe(value)) here. Maybe you meant '==' instead of '='?", at: value.span)
  }

  /// Whether an expression begins with a list, a tuple, a generator or a singleton.
  private func startsWithDisplay(_ value: Expr, _ start: Int) -> Bool {
    var leftmost = value
    while true {
      switch leftmost.kind {
      case .call(let next, _, _), .attribute(let next, _, _), .subscript(let next, _, _),
        .binOp(let next, _, _):
        leftmost = next
      case .list, .tuple, .generatorExp, .constant(.true), .constant(.false), .constant(.none):
        return leftmost.span.column == tokens[start].span.column
          && leftmost.span.line == tokens[start].span.line
      default: return false
      }
    }
  }

  /// Whether an expression binds at least as tightly as `|`.
  private func isBitwise(_ value: Expr, _ start: Int) -> Bool {
    switch value.kind {
    case .boolOp, .compare, .ifExp, .lambda, .starred, .namedExpr, .yield, .yieldFrom:
      tokens[start].kind == .leftParenthesis && tokens[index &- 1].kind == .rightParenthesis
    case .unaryOp(.not, _): tokens[start].kind == .leftParenthesis
    default: true
    }
  }

  /// Reads an expression: a disjunction, a conditional or a lambda.
  func parseTest(isAdvising: Bool = true) throws(SyntaxError) -> Expr {
    if kind == .lambda { return try parseLambda() }
    let start = index
    let body = try parseDisjunction()
    if kind != .if {
      if isAdvising && kind.startsExpression && !isTrying {
        if let error = misplacedExpression(after: body, start) { throw error }
      }
      return body
    }
    return try parseConditional(body, start)
  }

  private func parseConditional(_ body: Expr, _ start: Int) throws(SyntaxError) -> Expr {
    advance()
    let test = try parseDisjunction()
    if kind != .else {
      if kind != .colon {
        throw failure("expected 'else' after 'if' expression", at: body.span.through(test.span))
      }
      throw invalidSyntax()
    }
    advance()
    try enter()
    let orelse = try parseTest()
    leave()
    return try make(.ifExp(test: test, body: body, orelse: orelse), span(from: start))
  }

  /// Explains two expressions in a row: a missing comma, or `print` as a statement.
  private func misplacedExpression(after first: Expr, _ start: Int) -> SyntaxError? {
    let place = index
    defer { restore(place) }
    if tokens[place].level == 0, let error = legacyStatement(place) { return error }
    let isStatement = tokens[start].kind == .name && tokens[start &+ 1].kind != .leftParenthesis
    if isStatement && (tokenMatches(tokens[start], "print") || tokenMatches(tokens[start], "exec")) {
      return legacyStatement(start)
    }
    if tokens[start].kind == .name {
      let next = tokens[start &+ 1].kind
      if next == .string || next == .fstringStart || isSoftKeywordPrefix(tokens[start]) {
        return forgottenComma(after: start)
      }
    }
    restore(place)
    let second = trial { () throws(SyntaxError) -> Expr in try self.parseTest() }
    guard let second, tokens[index &- 1].level > 0 else { return nil }
    return failure("invalid syntax. Perhaps you forgot a comma?", at: first.span.through(second.span))
  }

  /// Explains `print value` or `exec value` at a token.
  private func legacyStatement(_ start: Int) -> SyntaxError? {
    guard tokens[start].kind == .name, tokens[start &+ 1].kind != .leftParenthesis,
      tokenMatches(tokens[start], "print") || tokenMatches(tokens[start], "exec")
    else { return nil }
    restore(start &+ 1)
    let rest = trial { () throws(SyntaxError) -> Expr in try self.parseStarExpressions() }
    guard let rest else { return nil }
    let name = nameText(tokens[start])
    return failure(
      "Missing parentheses in call to '\(name)'. Did you mean \(name)(...)?",
      at: tokens[start].span.through(rest.span))
  }

  /// Looks for a missing comma after a name that CPython passes over in its own search.
  private func forgottenComma(after name: Int) -> SyntaxError? {
    restore(name &+ 1)
    guard kind.startsExpression else { return nil }
    let first = trial { () throws(SyntaxError) -> Expr in try self.parseDisjunction() }
    guard let first, kind.startsExpression else { return nil }
    let second = trial { () throws(SyntaxError) -> Expr in try self.parseTest() }
    guard let second, tokens[index &- 1].level > 0 else { return nil }
    return failure("invalid syntax. Perhaps you forgot a comma?", at: first.span.through(second.span))
  }

  /// Whether a name is a soft keyword or the start of one: CPython 3.11 compares no further.
  private func isSoftKeywordPrefix(_ token: Token) -> Bool {
    guard token.kind == .name else { return false }
    let text = nameText(token)
    return "match".hasPrefix(text) || "case".hasPrefix(text) || text == "_"
  }

  private func parseLambda() throws(SyntaxError) -> Expr {
    let start = index
    advance()
    let arguments = try parseParameters(end: .colon, isLambda: true)
    try expect(.colon)
    if kind == .fstringMiddle {
      throw failure(
        "f-string: lambda expressions are not allowed without parentheses", at: span(from: start))
    }
    try enter()
    let body = try parseTest()
    leave()
    return try make(.lambda(args: arguments, body: body), span(from: start))
  }

  /// Reads values joined by `or`.
  func parseDisjunction() throws(SyntaxError) -> Expr {
    let start = index
    let first = try parseConjunction()
    if kind != .or { return first }
    var values = [first]
    while accept(.or) { values.append(try parseConjunction()) }
    return try make(.boolOp(op: .or, values: values), span(from: start))
  }

  private func parseConjunction() throws(SyntaxError) -> Expr {
    let start = index
    let first = try parseInversion()
    if kind != .and { return first }
    var values = [first]
    while accept(.and) { values.append(try parseInversion()) }
    return try make(.boolOp(op: .and, values: values), span(from: start))
  }

  private func parseInversion() throws(SyntaxError) -> Expr {
    if kind != .not { return try parseComparison() }
    let start = index
    advance()
    try enter()
    let operand = try parseInversion()
    leave()
    return try make(.unaryOp(op: .not, operand: operand), span(from: start))
  }

  private func parseComparison() throws(SyntaxError) -> Expr {
    let start = index
    let left = try parseBinary(1)
    guard var comparison = acceptComparison() else { return left }
    var operators: [CompareOperator] = []
    var comparators: [Expr] = []
    while true {
      operators.append(comparison)
      comparators.append(try parseBinary(1))
      guard let next = acceptComparison() else { break }
      comparison = next
    }
    return try make(
      .compare(left: left, ops: operators, comparators: comparators), span(from: start))
  }

  private func acceptComparison() -> CompareOperator? {
    let result: CompareOperator
    switch kind {
    case .equalEqual: result = .eq
    case .notEqual: result = .notEq
    case .less: result = .lt
    case .lessEqual: result = .ltE
    case .greater: result = .gt
    case .greaterEqual: result = .gtE
    case .in: result = .in
    case .is:
      advance()
      return accept(.not) ? .isNot : .is
    case .not where peek() == .in:
      advance()
      result = .notIn
    default: return nil
    }
    advance()
    return result
  }

  /// Reads binary operators that bind at least as tightly as a precedence.
  func parseBinary(_ minimum: UInt8) throws(SyntaxError) -> Expr {
    let start = index
    var left = try parseUnary()
    while true {
      let precedence = kind.binaryPrecedence
      guard precedence >= minimum, precedence > 0, let op = kind.binaryOperator else { return left }
      advance()
      let right = try parseBinary(precedence &+ 1)
      left = try make(.binOp(left: left, op: op, right: right), span(from: start))
    }
  }

  private func parseUnary() throws(SyntaxError) -> Expr {
    let op: UnaryOperator
    switch kind {
    case .minus: op = .uSub
    case .plus: op = .uAdd
    case .tilde: op = .invert
    default: return try parsePower()
    }
    let start = index
    advance()
    try enter()
    let operand = try parseUnary()
    leave()
    return try make(.unaryOp(op: op, operand: operand), span(from: start))
  }

  private func parsePower() throws(SyntaxError) -> Expr {
    let start = index
    let base = try parseAwait()
    if kind != .doubleStar { return base }
    advance()
    try enter()
    let exponent = try parseUnary()
    leave()
    return try make(.binOp(left: base, op: .pow, right: exponent), span(from: start))
  }

  private func parseAwait() throws(SyntaxError) -> Expr {
    if kind != .await { return try parsePrimary() }
    let start = index
    advance()
    let value = try parsePrimary()
    return try make(.await(value: value), span(from: start))
  }

  /// Reads an atom and the attributes, calls and subscripts after it.
  func parsePrimary() throws(SyntaxError) -> Expr {
    let start = index
    var value = try parseAtom()
    while true {
      switch kind {
      case .dot:
        advance()
        let name = try parseName()
        value = try make(.attribute(value: value, attr: name, ctx: .load), span(from: start))
      case .leftParenthesis:
        let (arguments, keywords) = try parseCallArguments()
        value = try make(
          .call(func: value, args: arguments, keywords: keywords), span(from: start))
      case .leftBracket:
        if peek() == .rightBracket && !isTrying && tokens[index].level > 1
          && !isSoftKeywordPrefix(tokens[start])
        {
          throw failure(
            "invalid syntax. Perhaps you forgot a comma?", at: value.span.through(tokens[index &+ 1].span))
        }
        let slice = try parseSubscript()
        value = try make(.subscript(value: value, slice: slice, ctx: .load), span(from: start))
      default:
        return value
      }
    }
  }

  /// Reads `yield`, `yield value` or `yield from value`.
  func parseYield() throws(SyntaxError) -> Expr {
    let start = index
    advance()
    if accept(.from) {
      let value = try parseTest()
      return try make(.yieldFrom(value: value), span(from: start))
    }
    if !kind.startsExpression && kind != .star {
      return try make(.yield(value: nil), span(from: start))
    }
    let value = try parseStarExpressions()
    return try make(.yield(value: value), span(from: start))
  }
}
