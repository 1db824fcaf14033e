// Statements with a block.

extension Parser {
  /// Reads a statement that starts with a keyword and owns a block.
  func parseCompound() throws(SyntaxError) -> Stmt {
    switch kind {
    case .if: return try parseIf()
    case .while: return try parseWhile()
    case .for: return try parseFor(index, isAsync: false)
    case .try: return try parseTry()
    case .with: return try parseWith(index, isAsync: false)
    case .def: return try parseFunction(index, decorators: [], isAsync: false)
    case .class: return try parseClass(decorators: [])
    case .at: return try parseDecorated()
    default: return try parseAsync(decorators: [])
    }
  }

  private func parseAsync(decorators: [Expr]) throws(SyntaxError) -> Stmt {
    let start = index
    advance()
    switch kind {
    case .def: return try parseFunction(start, decorators: decorators, isAsync: true)
    case .for where decorators.isEmpty: return try parseFor(start, isAsync: true)
    case .with where decorators.isEmpty: return try parseWith(start, isAsync: true)
    default: throw invalidSyntax()
    }
  }

  private func parseDecorated() throws(SyntaxError) -> Stmt {
    var decorators: [Expr] = []
    while accept(.at) {
      decorators.append(try parseNamedExpression())
      try expect(.newline)
    }
    switch kind {
    case .def: return try parseFunction(index, decorators: decorators, isAsync: false)
    case .class: return try parseClass(decorators: decorators)
    case .async: return try parseAsync(decorators: decorators)
    default: throw invalidSyntax()
    }
  }

  /// Moves over the colon before a block; a line that ends instead lacks one.
  func expectColon() throws(SyntaxError) {
    if kind == .newline { throw failure("expected ':'", at: here) }
    try expect(.colon)
  }

  /// Reads an indented block, or simple statements on the same line.
  func parseBlock(_ owner: @autoclosure () -> String, line: Int32) throws(SyntaxError) -> [Stmt] {
    var body: [Stmt] = []
    if kind != .newline {
      switch kind {
      case .if, .while, .for, .try, .with, .def, .class, .async, .at: throw invalidSyntax()
      default: break
      }
      try parseSimpleStatements(into: &body)
      return body
    }
    advance()
    if kind != .indent {
      throw failureAtLastToken(
        "expected an indented block after \(owner()) on line \(line)", kind: .indentationError)
    }
    advance()
    while kind != .dedent && kind != .endMarker { try parseStatement(into: &body) }
    _ = accept(.dedent)
    return body
  }

  private func parseIf() throws(SyntaxError) -> Stmt {
    struct Branch {
      var start: Int
      var test: Expr
      var body: [Stmt]
    }
    var branches: [Branch] = []
    let savedDepth = depth
    defer { depth = savedDepth }
    repeat {
      let start = index
      let line = here.line
      let isFirst = kind == .if
      advance()
      try enter()
      let test = try parseNamedExpression()
      try expectColon()
      let body = try parseBlock(isFirst ? "'if' statement" : "'elif' statement", line: line)
      branches.append(Branch(start: start, test: test, body: body))
    } while kind == .elif
    var orelse = try parseElse()
    // Dedents stand between the last token of the statement and here; the place ends before them.
    var result: Stmt?
    for branch in branches.reversed() {
      let statement = Stmt(
        .if(test: branch.test, body: branch.body, orelse: orelse), blockSpan(branch.start))
      orelse = [statement]
      result = statement
    }
    guard let result else { throw invalidSyntax() }
    return result
  }

  /// The place from a token to the last one that has text; the end of a block has none.
  func blockSpan(_ start: Int) -> Span {
    var last = index &- 1
    while last > start, tokens[last].kind == .newline || tokens[last].kind == .dedent { last &-= 1 }
    return tokens[start].span.through(tokens[last].span)
  }

  private func parseElse() throws(SyntaxError) -> [Stmt] {
    guard kind == .else else { return [] }
    let line = here.line
    advance()
    try expectForced(.colon, ":")
    return try parseBlock("'else' statement", line: line)
  }

  private func parseWhile() throws(SyntaxError) -> Stmt {
    let start = index
    let line = here.line
    advance()
    let test = try parseNamedExpression()
    try expectColon()
    let body = try parseBlock("'while' statement", line: line)
    let orelse = try parseElse()
    return Stmt(.while(test: test, body: body, orelse: orelse), blockSpan(start))
  }

  private func parseFor(_ start: Int, isAsync: Bool) throws(SyntaxError) -> Stmt {
    let line = here.line
    advance()
    let target = try parseForTarget()
    try expect(.in)
    let iter = try parseStarExpressions()
    try expectColon()
    let body = try parseBlock("'for' statement", line: line)
    let orelse = try parseElse()
    let loop = For(target: target, iter: iter, body: body, orelse: orelse)
    return Stmt(isAsync ? .asyncFor(loop) : .for(loop), blockSpan(start))
  }

  private func parseWith(_ start: Int, isAsync: Bool) throws(SyntaxError) -> Stmt {
    let line = here.line
    advance()
    let items = try parseWithItems()
    try expectColon()
    let body = try parseBlock("'with' statement", line: line)
    let place = blockSpan(start)
    return Stmt(isAsync ? .asyncWith(items: items, body: body) : .with(items: items, body: body), place)
  }

  private func parseWithItems() throws(SyntaxError) -> [WithItem] {
    if kind == .leftParenthesis {
      let items = trial { () throws(SyntaxError) -> [WithItem] in
        self.advance()
        var items: [WithItem] = []
        repeat {
          if self.kind == .rightParenthesis { break }
          items.append(try self.parseWithItem(inParentheses: true))
        } while self.accept(.comma)
        if items.isEmpty { throw self.invalidSyntax() }
        try self.expect(.rightParenthesis)
        if self.kind != .colon { throw self.invalidSyntax() }
        return items
      }
      if let items { return items }
    }
    let start = index
    do throws(SyntaxError) {
      var items: [WithItem] = []
      repeat { items.append(try parseWithItem(inParentheses: false)) } while accept(.comma)
      return items
    } catch {
      if tokens[start].kind == .leftParenthesis && !isTrying && error.message == "invalid syntax" {
        let place = index
        let advice = parenthesizedWithFailure(start, place)
        restore(place)
        if let advice { throw advice }
      }
      throw error
    }
  }

  /// Explains what is wrong with context managers in parentheses.
  private func parenthesizedWithFailure(_ start: Int, _ place: Int) -> SyntaxError? {
    restore(start)
    do throws(SyntaxError) {
      advance()
      repeat {
        if kind == .rightParenthesis { break }
        _ = try parseWithItem(inParentheses: true)
      } while accept(.comma)
      try expect(.rightParenthesis)
      if kind == .newline { return failure("expected ':'", at: here) }
      return index > place && kind != .colon ? invalidSyntax() : nil
    } catch {
      return error.message == "invalid syntax" && index <= place ? nil : error
    }
  }

  private func parseWithItem(inParentheses: Bool) throws(SyntaxError) -> WithItem {
    let context = try parseTest()
    guard accept(.as) else { return WithItem(contextExpr: context, optionalVars: nil) }
    let target = kind == .star ? try parseStarred() : try parseTest()
    try setContext(target, .store)
    if kind != .comma && kind != .colon && !(inParentheses && kind == .rightParenthesis) {
      if kind == .newline { throw failure("expected ':'", at: here) }
      throw invalidSyntax()
    }
    return WithItem(contextExpr: context, optionalVars: target)
  }

  private func parseFunction(
    _ start: Int, decorators: [Expr], isAsync: Bool
  ) throws(SyntaxError) -> Stmt {
    let line = here.line
    advance()
    let nameSpan = here
    let name = try parseName()
    let bracket = here
    let typeParams = trial { () throws(SyntaxError) -> [TypeParam] in try self.parseTypeParams() }
    guard let typeParams else { throw failure("expected '('", at: bracket) }
    try expectForced(.leftParenthesis, "(")
    let arguments = try parseParameters(end: .rightParenthesis, isLambda: false)
    try expect(.rightParenthesis)
    let returns = try parseReturns()
    try expectForced(.colon, ":")
    let body = try parseBlock("function definition", line: line)
    let definition = FunctionDef(
      name: name, nameSpan: nameSpan, args: arguments, body: body, decoratorList: decorators,
      returns: returns, typeParams: typeParams)
    let place = blockSpan(start)
    return Stmt(isAsync ? .asyncFunctionDef(definition) : .functionDef(definition), place)
  }

  /// Reads `-> annotation`; an annotation that cannot be read makes the arrow the unexpected token.
  private func parseReturns() throws(SyntaxError) -> Expr? {
    guard kind == .arrow else { return nil }
    let arrow = index
    let result = trial { () throws(SyntaxError) -> Expr in
      self.advance()
      return try self.parseTest()
    }
    guard let result else {
      throw failure("expected ':'", at: tokens[arrow].span)
    }
    return result
  }

  private func parseClass(decorators: [Expr]) throws(SyntaxError) -> Stmt {
    let start = index
    let line = here.line
    advance()
    let nameSpan = here
    let name = try parseName()
    let typeParams = try parseTypeParams()
    var bases: [Expr] = []
    var keywords: [Keyword] = []
    if kind == .leftParenthesis { (bases, keywords) = try parseCallArguments(isClass: true) }
    try expectColon()
    let body = try parseBlock("class definition", line: line)
    let definition = ClassDef(
      name: name, nameSpan: nameSpan, bases: bases, keywords: keywords, body: body,
      decoratorList: decorators, typeParams: typeParams)
    return Stmt(.classDef(definition), blockSpan(start))
  }

  private func parseTry() throws(SyntaxError) -> Stmt {
    let start = index
    let line = here.line
    advance()
    try expectForced(.colon, ":")
    let body = try parseBlock("'try' statement", line: line)
    var handlers: [ExceptHandler] = []
    var isStar = false
    if kind != .except && kind != .finally {
      throw failureAtLastToken("expected 'except' or 'finally' block")
    }
    while kind == .except {
      let hasStar = peek() == .star
      if !handlers.isEmpty && hasStar != isStar {
        throw failure(
          "cannot have both 'except' and 'except*' on the same 'try'",
          at: hasStar ? here.through(tokens[index &+ 1].span) : here)
      }
      isStar = hasStar
      handlers.append(try parseHandler(isStar))
    }
    let orelse = handlers.isEmpty ? [] : try parseElse()
    var finalbody: [Stmt] = []
    if kind == .finally {
      let finallyLine = here.line
      advance()
      try expectForced(.colon, ":")
      finalbody = try parseBlock("'finally' statement", line: finallyLine)
    }
    let statement = Try(body: body, handlers: handlers, orelse: orelse, finalbody: finalbody)
    let place = blockSpan(start)
    return Stmt(isStar ? .tryStar(statement) : .try(statement), place)
  }

  private func parseHandler(_ isStar: Bool) throws(SyntaxError) -> ExceptHandler {
    let start = index
    let line = here.line
    advance()
    if isStar { advance() }
    var type: Expr?
    var name: String?
    if kind == .colon || kind == .newline {
      if isStar { throw failure("expected one or more exception types", at: here) }
    } else {
      let first = try parseTest()
      if kind == .comma { throw multipleTypes(first) }
      type = first
      if accept(.as) { name = try parseName() }
    }
    try expectColon()
    let block = isStar ? "'except*' statement" : "'except' statement"
    let body = try parseBlock(block, line: line)
    return ExceptHandler(type: type, name: name, body: body, span: blockSpan(start))
  }

  private func multipleTypes(_ first: Expr) -> SyntaxError {
    let place = index
    let last = trial { () throws(SyntaxError) -> Span in
      self.advance()
      _ = try self.parseStarExpressions(allowStar: false)
      if self.accept(.as) { _ = try self.parseName() }
      if self.kind != .colon { throw self.invalidSyntax() }
      return self.here
    }
    restore(place)
    guard var last else { return invalidSyntax() }
    last.endColumn &-= 1
    return failure("multiple exception types must be parenthesized", at: first.span.through(last))
  }
}
