// Names, literals, displays, comprehensions and subscripts.

extension Parser {
  /// Reads an atom.
  func parseAtom() throws(SyntaxError) -> Expr {
    let token = tokens[index]
    switch kind {
    case .name:
      advance()
      return Expr(.name(id: nameText(token), ctx: .load), token.span)
    case .number:
      advance()
      return Expr(.constant(try numberValue(token)), token.span)
    case .string, .fstringStart:
      return try parseStrings()
    case .leftParenthesis: return try nested(parseParenthesized)
    case .leftBracket: return try nested(parseList)
    case .leftBrace: return try nested(parseBrace)
    case .none: return constant(.none)
    case .true: return constant(.true)
    case .false: return constant(.false)
    case .ellipsis: return constant(.ellipsis)
    default: throw invalidSyntax()
    }
  }

  private func constant(_ value: Constant) -> Expr {
    let place = here
    advance()
    return Expr(.constant(value), place)
  }

  private func nested(_ body: () throws(SyntaxError) -> Expr) throws(SyntaxError) -> Expr {
    try enter()
    defer { leave() }
    return try body()
  }

  /// Reads a tuple, a generator, a `yield` or an expression in parentheses.
  private func parseParenthesized() throws(SyntaxError) -> Expr {
    let start = index
    advance()
    if accept(.rightParenthesis) {
      return try make(.tuple(elts: [], ctx: .load), span(from: start))
    }
    if kind == .yield {
      let value = try parseYield()
      try expect(.rightParenthesis)
      return value
    }
    if kind == .doubleStar { throw doubleStarInGroup() }
    let first = try parseStarNamed()
    if kind == .for || kind == .async {
      try refuseStarred(first)
      let generators = try parseComprehension()
      try expect(.rightParenthesis)
      return try make(.generatorExp(elt: first, generators: generators), span(from: start))
    }
    if kind == .comma {
      let elements = try parseElements(after: first, end: .rightParenthesis, start)
      return try make(.tuple(elts: elements, ctx: .load), span(from: start))
    }
    if kind == .rightParenthesis, case .starred = first.kind {
      throw failure("cannot use starred expression here", at: first.span)
    }
    try expect(.rightParenthesis)
    return first
  }

  private func doubleStarInGroup() -> SyntaxError {
    let place = here
    let found = trial { () throws(SyntaxError) -> Bool in
      self.advance()
      _ = try self.parseTest()
      return self.kind == .rightParenthesis
    }
    if found == true { return failure("cannot use double starred expression here", at: place) }
    return invalidSyntax()
  }

  private func refuseStarred(_ element: Expr) throws(SyntaxError) {
    if case .starred = element.kind {
      throw failure("iterable unpacking cannot be used in comprehension", at: element.span)
    }
  }

  /// Reads the elements after a first one up to a bracket, which is passed.
  private func parseElements(
    after first: Expr, end: TokenKind, _ start: Int
  ) throws(SyntaxError) -> [Expr] {
    var elements = [first]
    while accept(.comma) {
      if kind == end { break }
      if (kind == .for || kind == .async) && end != .rightParenthesis && !isTrying {
        throw failure(
          "did you forget parentheses around the comprehension target?",
          at: first.span.through(tokens[index &- 1].span))
      }
      elements.append(try parseStarNamed())
    }
    if kind == .for || kind == .async, let last = elements.last, end != .rightParenthesis, !isTrying {
      let found = trial { () throws(SyntaxError) -> [Comprehension] in try self.parseComprehension() }
      if found != nil {
        throw failure(
          "did you forget parentheses around the comprehension target?", at: first.span.through(last.span))
      }
    }
    try expect(end)
    return elements
  }

  private func parseList() throws(SyntaxError) -> Expr {
    let start = index
    advance()
    if accept(.rightBracket) {
      return try make(.list(elts: [], ctx: .load), span(from: start))
    }
    let first = try parseStarNamed()
    if kind == .for || kind == .async {
      try refuseStarred(first)
      let generators = try parseComprehension()
      try expect(.rightBracket)
      return try make(.listComp(elt: first, generators: generators), span(from: start))
    }
    let elements = try parseElements(after: first, end: .rightBracket, start)
    return try make(.list(elts: elements, ctx: .load), span(from: start))
  }

  /// Reads a dictionary, a set or a comprehension of either.
  private func parseBrace() throws(SyntaxError) -> Expr {
    let start = index
    advance()
    if accept(.rightBrace) {
      return try make(.dict(keys: [], values: []), span(from: start))
    }
    if kind == .doubleStar { return try parseDict(start, firstKey: nil) }
    let first = try parseStarNamed()
    if kind == .colon, isDictKey(first) { return try parseDict(start, firstKey: first) }
    if kind == .for || kind == .async {
      try refuseStarred(first)
      let generators = try parseComprehension()
      try expect(.rightBrace)
      return try make(.setComp(elt: first, generators: generators), span(from: start))
    }
    let elements = try parseElements(after: first, end: .rightBrace, start)
    return try make(.set(elts: elements), span(from: start))
  }

  private func isDictKey(_ value: Expr) -> Bool {
    switch value.kind {
    case .starred: false
    case .namedExpr: tokens[index &- 1].kind == .rightParenthesis
    default: true
    }
  }

  private func parseDict(_ start: Int, firstKey: Expr?) throws(SyntaxError) -> Expr {
    var keys: [Expr?] = []
    var values: [Expr] = []
    var key = firstKey
    while true {
      if let key {
        keys.append(key)
        values.append(try parseDictValue())
      } else {
        let stars = here
        advance()
        keys.append(nil)
        values.append(try parseBinary(1))
        if kind == .for || kind == .async, values.count == 1, !isTrying {
          throw failure("dict unpacking cannot be used in dict comprehension", at: stars)
        }
      }
      if (kind == .for || kind == .async) && values.count == 1 {
        return try finishDictComp(start, keys, values)
      }
      if !accept(.comma) || kind == .rightBrace { break }
      if kind == .doubleStar {
        key = nil
      } else {
        let next = try parseTest(isAdvising: false)
        if kind != .colon {
          let last = tokens[index &- 1].span
          let place = Span(line: last.line, column: last.endColumn &- 1, endLine: last.endLine, endColumn: -1)
          throw failure("':' expected after dictionary key", at: place)
        }
        key = next
      }
    }
    try expect(.rightBrace)
    return try make(.dict(keys: keys, values: values), span(from: start))
  }

  private func finishDictComp(
    _ start: Int, _ keys: [Expr?], _ values: [Expr]
  ) throws(SyntaxError) -> Expr {
    guard let first = keys.first, let key = first, let value = values.first else { throw invalidSyntax() }
    let generators = try parseComprehension()
    try expect(.rightBrace)
    return try make(.dictComp(key: key, value: value, generators: generators), span(from: start))
  }

  private func parseDictValue() throws(SyntaxError) -> Expr {
    let colon = here
    advance()
    if kind == .rightBrace || kind == .comma {
      throw failure("expression expected after dictionary key and ':'", at: colon)
    }
    if kind == .star {
      var place = here
      let found = trial { () throws(SyntaxError) -> Expr in try self.parseStarred() }
      if found != nil {
        place.endLine = here.endLine
        place.endColumn = here.endColumn &- 1
        throw failure("cannot use a starred expression in a dictionary value", at: place)
      }
    }
    return try parseTest()
  }

  /// Reads the `for` and `if` clauses of a comprehension.
  func parseComprehension() throws(SyntaxError) -> [Comprehension] {
    var generators: [Comprehension] = []
    while kind == .for || (kind == .async && peek() == .for) {
      let isAsync = accept(.async)
      advance()
      let target = try parseForTarget()
      try expect(.in)
      let iter = try parseDisjunction()
      var conditions: [Expr] = []
      while accept(.if) { conditions.append(try parseDisjunction()) }
      generators.append(Comprehension(target: target, iter: iter, ifs: conditions, isAsync: isAsync))
    }
    if kind == .async || generators.isEmpty { throw invalidSyntax() }
    return generators
  }

  /// Reads the targets of a `for`, which end before `in`.
  func parseForTarget() throws(SyntaxError) -> Expr {
    let start = index
    let first = try parseTargetElement()
    var result = first
    if kind == .comma {
      var elements = [first]
      while accept(.comma) {
        guard kind.startsExpression || kind == .star else { break }
        elements.append(try parseTargetElement())
      }
      result = try make(.tuple(elts: elements, ctx: .load), span(from: start))
    }
    if let invalid = invalidTarget(in: result, for: .forLoop) { throw cannot(.forLoop, invalid) }
    if kind != .in && !isTrying { throw misplacedTarget(start) }
    if invalidTarget(in: result, for: .assign) != nil { throw invalidSyntax() }
    try setContext(result, .store)
    return result
  }

  private func parseTargetElement() throws(SyntaxError) -> Expr {
    let start = index
    let hasStar = accept(.star)
    let value = try parseBinary(1)
    return hasStar ? try make(.starred(value: value, ctx: .load), span(from: start)) : value
  }

  /// Explains targets that no `in` follows.
  private func misplacedTarget(_ start: Int) -> SyntaxError {
    let general = invalidSyntax()
    let place = index
    restore(start)
    defer { restore(place) }
    do throws(SyntaxError) {
      let targets = try parseStarExpressions()
      if let invalid = invalidTarget(in: targets, for: .forLoop) { return cannot(.forLoop, invalid) }
    } catch {
      return error.message == "invalid syntax" ? general : error
    }
    return general
  }

  /// Reads `[slices]`.
  func parseSubscript() throws(SyntaxError) -> Expr {
    advance()
    try enter()
    defer { leave() }
    let start = index
    let first = try parseSlice()
    if kind == .rightBracket {
      if case .starred = first.kind {
        let place = span(from: start)
        advance()
        return try make(.tuple(elts: [first], ctx: .load), place)
      }
      advance()
      return first
    }
    var elements = [first]
    while accept(.comma) {
      if kind == .rightBracket { break }
      elements.append(try parseSlice())
    }
    let place = span(from: start)
    try expect(.rightBracket)
    return try make(.tuple(elts: elements, ctx: .load), place)
  }

  private func parseSlice() throws(SyntaxError) -> Expr {
    if kind == .star { return try parseStarred() }
    let start = index
    var lower: Expr?
    if kind != .colon {
      let value = try parseNamedExpression()
      if kind != .colon { return value }
      if case .namedExpr = value.kind, tokens[index &- 1].kind != .rightParenthesis { throw invalidSyntax() }
      lower = value
    }
    advance()
    var upper: Expr?
    var step: Expr?
    if kind.startsExpression { upper = try parseTest() }
    if accept(.colon), kind.startsExpression { step = try parseTest() }
    return try make(.slice(lower: lower, upper: upper, step: step), span(from: start))
  }
}
