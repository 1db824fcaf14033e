// Simple statements; those with a block stand in Parser+Compound.swift.

extension Parser {
  /// Reads one statement, or all simple statements of a line.
  func parseStatement(into body: inout [Stmt]) throws(SyntaxError) {
    switch kind {
    case .if, .while, .for, .try, .with, .def, .class, .async, .at:
      body.append(try parseCompound())
      return
    case .name where isWord("match"):
      if let statement = try parseMatch() {
        body.append(statement)
        return
      }
    case .newline:
      // A line of nothing but a comment after a continuation.
      advance()
      return
    default: break
    }
    try parseSimpleStatements(into: &body)
  }

  /// Reads the simple statements of a line.
  func parseSimpleStatements(into body: inout [Stmt]) throws(SyntaxError) {
    while true {
      body.append(try parseSimpleStatement())
      if !accept(.semicolon) { break }
      if kind == .newline { break }
    }
    if kind != .newline { throw invalidSyntax() }
    advance()
  }

  private func parseSimpleStatement() throws(SyntaxError) -> Stmt {
    let start = index
    switch kind {
    case .pass:
      advance()
      return Stmt(.pass, span(from: start))
    case .break:
      advance()
      return Stmt(.break, span(from: start))
    case .continue:
      advance()
      return Stmt(.continue, span(from: start))
    case .return:
      advance()
      let value = kind.startsExpression || kind == .star ? try parseStarExpressions() : nil
      return Stmt(.return(value: value), span(from: start))
    case .raise: return try parseRaise()
    case .global, .nonlocal: return try parseScope()
    case .del: return try parseDelete()
    case .assert: return try parseAssert()
    case .import: return try parseImport()
    case .from: return try parseFromImport()
    case .name where isWord("type"):
      if let statement = try parseTypeAlias() { return statement }
      return try parseExpressionStatement()
    default: return try parseExpressionStatement()
    }
  }

  private func parseRaise() throws(SyntaxError) -> Stmt {
    let start = index
    advance()
    guard kind.startsExpression else { return Stmt(.raise(exc: nil, cause: nil), span(from: start)) }
    let exc = try parseTest()
    let cause = accept(.from) ? try parseTest() : nil
    return Stmt(.raise(exc: exc, cause: cause), span(from: start))
  }

  private func parseScope() throws(SyntaxError) -> Stmt {
    let start = index
    let isGlobal = kind == .global
    var names: [String] = []
    repeat {
      advance()
      names.append(try parseName())
    } while kind == .comma
    return Stmt(isGlobal ? .global(names: names) : .nonlocal(names: names), span(from: start))
  }

  private func parseDelete() throws(SyntaxError) -> Stmt {
    let start = index
    advance()
    var targets: [Expr] = []
    repeat {
      if !targets.isEmpty && (kind == .newline || kind == .semicolon) { break }
      targets.append(kind == .star ? try parseStarred() : try parseTest())
    } while accept(.comma)
    for target in targets {
      if let invalid = invalidTarget(in: target, for: .delete) { throw cannot(.delete, invalid) }
    }
    if kind != .semicolon && kind != .newline { throw invalidSyntax() }
    for target in targets { try setContext(target, .del, for: .delete) }
    return Stmt(.delete(targets: targets), span(from: start))
  }

  private func parseAssert() throws(SyntaxError) -> Stmt {
    let start = index
    advance()
    let test = try parseTest()
    let message = accept(.comma) ? try parseTest() : nil
    return Stmt(.assert(test: test, msg: message), span(from: start))
  }

  private func parseDottedName() throws(SyntaxError) -> String {
    var name = try parseName()
    while accept(.dot) {
      name += "."
      name += try parseName()
    }
    return name
  }

  private func parseImport() throws(SyntaxError) -> Stmt {
    let start = index
    var names: [Alias] = []
    repeat {
      advance()
      let first = index
      let name = try parseDottedName()
      let asname = accept(.as) ? try parseName() : nil
      names.append(Alias(name: name, asname: asname, span: span(from: first)))
    } while kind == .comma
    return Stmt(.import(names: names), span(from: start))
  }

  private func parseFromImport() throws(SyntaxError) -> Stmt {
    let start = index
    advance()
    var level = 0
    while kind == .dot || kind == .ellipsis {
      level += kind == .dot ? 1 : 3
      advance()
    }
    let module = kind == .name || level == 0 ? try parseDottedName() : nil
    try expect(.import)
    if kind == .star {
      let alias = Alias(name: "*", asname: nil, span: here)
      advance()
      return Stmt(.importFrom(module: module, names: [alias], level: level), span(from: start))
    }
    let isParenthesized = accept(.leftParenthesis)
    var names: [Alias] = []
    repeat {
      if isParenthesized && kind == .rightParenthesis && !names.isEmpty { break }
      if !isParenthesized && kind == .newline && !names.isEmpty {
        throw failure("trailing comma not allowed without surrounding parentheses", at: here)
      }
      let first = index
      let name = try parseName()
      let asname = accept(.as) ? try parseName() : nil
      names.append(Alias(name: name, asname: asname, span: span(from: first)))
    } while accept(.comma)
    if isParenthesized { try expect(.rightParenthesis) }
    return Stmt(.importFrom(module: module, names: names, level: level), span(from: start))
  }

  /// Reads `type name = value`, or returns nil when `type` is a name here.
  private func parseTypeAlias() throws(SyntaxError) -> Stmt? {
    guard peek() == .name, peek(2) == .equal || peek(2) == .leftBracket else { return nil }
    let start = index
    advance()
    let name = try make(.name(id: nameText(tokens[index]), ctx: .store), here)
    advance()
    let parameters = try parseTypeParams()
    try expect(.equal)
    let value = try parseTest()
    return Stmt(.typeAlias(name: name, typeParams: parameters, value: value), span(from: start))
  }

  private func parseYieldOrStarExpressions() throws(SyntaxError) -> Expr {
    kind == .yield ? try parseYield() : try parseStarExpressions()
  }

  /// Reads an expression, an assignment or an annotation.
  private func parseExpressionStatement() throws(SyntaxError) -> Stmt {
    let start = index
    let first = try parseYieldOrStarExpressions()
    switch kind {
    case .equal: return try parseAssignment(first, start)
    case .colon: return try parseAnnotation(first, start)
    case .colonEqual:
      if !isTrying, let invalid = walrusTarget(first), let error = misplacedWalrus(invalid) { throw error }
      return Stmt(.expr(value: first), span(from: start))
    default:
      if kind.isAugmentedAssignment { return try parseAugmented(first, start) }
      return Stmt(.expr(value: first), span(from: start))
    }
  }

  /// What stands before a `:=` at the start of a statement, when it is no plain name.
  private func walrusTarget(_ value: Expr) -> Expr? {
    if case .name = value.kind { return nil }
    if case .tuple = value.kind { return nil }
    return value
  }

  private func parseAssignment(_ first: Expr, _ start: Int) throws(SyntaxError) -> Stmt {
    var targets: [Expr] = []
    var value = first
    var valueStart = start
    while kind == .equal {
      if let error = targetFailure(value, valueStart, isFirst: targets.isEmpty) { throw error }
      try setContext(value, .store)
      targets.append(value)
      advance()
      valueStart = index
      value = try parseYieldOrStarExpressions()
    }
    return Stmt(.assign(targets: targets, value: value), span(from: start))
  }

  private func targetFailure(_ target: Expr, _ start: Int, isFirst: Bool) -> SyntaxError? {
    switch target.kind {
    case .yield where tokens[start].kind == .yield, .yieldFrom where tokens[start].kind == .yield:
      return failure("assignment to yield expression not possible", at: target.span)
    default: break
    }
    guard let invalid = invalidTarget(in: target, for: .assign) else { return nil }
    if isFirst, !isTrying {
      let (last, lastStart) = lastElement(of: target, start)
      if let error = misplacedEqual(last, lastStart) { return error }
    }
    return cannot(.assign, invalid)
  }

  /// Returns the last element of a tuple without parentheses with its token, or the target itself.
  private func lastElement(of target: Expr, _ start: Int) -> (Expr, Int) {
    guard case .tuple(let elements, _) = target.kind, let last = elements.last, let first = elements.first,
      tokens[start].kind != .leftParenthesis || first.span == target.span
    else { return (target, start) }
    if case .starred = last.kind { return (target, start) }
    var place = index &- 1
    while place > start && tokens[place].span.column != last.span.column { place &-= 1 }
    return (last, place)
  }

  private func parseAnnotation(_ target: Expr, _ start: Int) throws(SyntaxError) -> Stmt {
    if let error = annotationFailure(target, start) { throw error }
    advance()
    let annotation = try parseTest()
    try setContext(target, .store)
    var isSimple = false
    if case .name = target.kind { isSimple = tokens[start].kind == .name }
    let value = accept(.equal) ? try parseYieldOrStarExpressions() : nil
    return Stmt(
      .annAssign(target: target, annotation: annotation, value: value, simple: isSimple), span(from: start))
  }

  /// Explains a target that cannot be annotated; none when it can, or when no annotation follows.
  private func annotationFailure(_ target: Expr, _ start: Int) -> SyntaxError? {
    let text: String
    var place = target.span
    switch target.kind {
    case .name, .attribute, .subscript: return nil
    case .list: text = "only single target (not list) can be annotated"
    case .tuple(let elements, _):
      text = "only single target (not tuple) can be annotated"
      if tokens[start].kind != .leftParenthesis, let first = elements.first { place = first.span }
    case .starred, .yield, .yieldFrom: return invalidSyntax()
    default: text = "illegal target for annotation"
    }
    let colon = index
    let annotation = trial { () throws(SyntaxError) -> Expr in
      self.advance()
      return try self.parseTest()
    }
    restore(colon)
    return annotation == nil ? invalidSyntax() : failure(text, at: place)
  }

  private func parseAugmented(_ target: Expr, _ start: Int) throws(SyntaxError) -> Stmt {
    switch target.kind {
    case .name, .attribute, .subscript: break
    default:
      throw failure(
        "'\(describe(target))' is an illegal expression for augmented assignment", at: target.span)
    }
    guard let op = kind.binaryOperator else { throw invalidSyntax() }
    advance()
    let value = try parseYieldOrStarExpressions()
    try setContext(target, .store)
    return Stmt(.augAssign(target: target, op: op, value: value), span(from: start))
  }
}
