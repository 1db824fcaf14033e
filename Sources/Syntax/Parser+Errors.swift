extension Parser {
  /// Makes an error for a place.
  func failure(
    _ message: @autoclosure () -> String, at span: Span, kind: SyntaxError.Kind = .syntaxError
  ) -> SyntaxError {
    SyntaxError(
      kind: kind, message: isTrying ? "" : message(), filename: filename, line: Int(span.line),
      column: Int(span.column) &+ 1, endLine: Int(span.endLine), endColumn: Int(span.endColumn) &+ 1)
  }

  /// Makes the general error at the current token.
  func invalidSyntax() -> SyntaxError {
    switch kind {
    case .indent, .dedent:
      isOverridable = false
      return failureAtLastToken(
        kind == .indent ? "unexpected indent" : "unexpected unindent", kind: .indentationError)
    case .not where followsOperand, .async where followsOperand && tokens[index].level > 0:
      // An infix `not` waits for `in`, `async` for `for`: the token after it is the unexpected one.
      advance()
      if kind == .error { hasMetError = true }
      return failure("invalid syntax", at: errorPlace)
    default:
      return failure("invalid syntax", at: errorPlace)
    }
  }

  /// Whether the token before the current one ends an operand.
  private var followsOperand: Bool {
    guard index > 0 else { return false }
    switch tokens[index &- 1].kind {
    case .name, .number, .string, .fstringEnd, .rightParenthesis, .rightBracket, .rightBrace, .none, .true,
      .false, .ellipsis:
      return true
    default: return false
    }
  }

  /// The place of the current token as CPython reports it: tokens without text have no column.
  var errorPlace: Span {
    let place = here
    switch kind {
    case .endMarker, .indent, .dedent:
      return Span(line: place.line, column: -1, endLine: place.line, endColumn: -1)
    case .fstringStart:
      var end = index
      var open = 0
      while end &+ 1 < tokens.count {
        if tokens[end].kind == .fstringStart { open += 1 }
        if tokens[end].kind == .fstringEnd { open -= 1 }
        if open == 0 { break }
        end &+= 1
      }
      return place.through(tokens[end].span)
    default: return place
    }
  }

  /// Makes an error at the current token, in the way CPython places errors without a node.
  func failureAtLastToken(
    _ message: @autoclosure () -> String, kind errorKind: SyntaxError.Kind = .syntaxError
  ) -> SyntaxError {
    var place = here
    switch kind {
    case .endMarker, .indent, .dedent:
      place.column &-= 1
      place.endColumn = -2
      place.endLine = place.line
    default: break
    }
    return failure(message(), at: place, kind: errorKind)
  }

  /// Makes the error for trees that are too high.
  func tooDeep() -> SyntaxError {
    isOverridable = false
    return failure(
      "maximum recursion depth exceeded during compilation", at: here, kind: .recursionError)
  }

  /// Gives an error of the parser its final form: a later error of the lexer may replace it, the line is added.
  func finish(_ error: SyntaxError) -> SyntaxError {
    var result = error
    if let lexerError {
      let isAtError = kind == .error || hasMetError
      let line = max(tokens[index].span.line, tokens[furthest].span.line)
      if let unclosedLine, isOverridable {
        let isBracket = lexerError.isIncomplete
        if isAtError || !isBracket || line > unclosedLine { result = lexerError }
      } else if isAtError || (isOverridable && lexerError.isOverriding) {
        result = lexerError
      }
    } else if isAtEnd {
      result.isIncomplete = true
    }
    if result.text == nil && result.line > 0 { result.text = source.lineText(result.line) }
    return result
  }

  /// Runs a trial: returns nil and goes back when it fails.
  func trial<Result>(_ body: () throws(SyntaxError) -> Result) -> Result? {
    let place = index
    let savedDepth = depth
    let wasTrying = isTrying
    let wasOverridable = isOverridable
    let warningCount = warnings.count
    isTrying = true
    defer {
      isTrying = wasTrying
      isOverridable = wasOverridable
      depth = savedDepth
    }
    do throws(SyntaxError) {
      let result = try body()
      if kind == .error { hasMetError = true }
      return result
    } catch {
      if kind == .error { hasMetError = true }
      restore(place)
      warnings.removeLast(warnings.count - warningCount)
      return nil
    }
  }

  /// The name CPython gives a kind of expression in its messages.
  func describe(_ expression: Expr) -> String {
    switch expression.kind {
    case .attribute: "attribute"
    case .subscript: "subscript"
    case .starred: "starred"
    case .name: "name"
    case .list: "list"
    case .tuple: "tuple"
    case .lambda: "lambda"
    case .call: "function call"
    case .boolOp, .binOp, .unaryOp: "expression"
    case .generatorExp: "generator expression"
    case .yield, .yieldFrom: "yield expression"
    case .await: "await expression"
    case .listComp: "list comprehension"
    case .setComp: "set comprehension"
    case .dictComp: "dict comprehension"
    case .dict: "dict literal"
    case .set: "set display"
    case .joinedStr, .formattedValue: "f-string expression"
    case .constant(.none): "None"
    case .constant(.true): "True"
    case .constant(.false): "False"
    case .constant(.ellipsis): "ellipsis"
    case .constant: "literal"
    case .compare: "comparison"
    case .ifExp: "conditional expression"
    case .namedExpr: "named expression"
    case .slice: "slice"
    }
  }

  /// What a target is for.
  enum TargetUse {
    case assign, delete, forLoop
  }

  /// Returns the part of an expression that cannot be a target, or nil when all can.
  func invalidTarget(in expression: Expr, for use: TargetUse) -> Expr? {
    switch expression.kind {
    case .name, .attribute, .subscript: return nil
    case .list(let elements, _), .tuple(let elements, _):
      for element in elements {
        if let found = invalidTarget(in: element, for: use) { return found }
      }
      return nil
    case .starred(let value, _):
      return use == .delete ? expression : invalidTarget(in: value, for: use)
    case .compare(let left, let operators, _) where use == .forLoop:
      return operators.first == .in ? invalidTarget(in: left, for: use) : expression
    default: return expression
    }
  }

  /// Marks an expression as assigned or deleted; fails when it cannot be.
  func setContext(
    _ expression: Expr, _ context: Expr.Context, for use: TargetUse = .assign
  ) throws(SyntaxError) {
    switch expression.kind {
    case .name(let id, _):
      expression.kind = .name(id: id, ctx: context)
    case .attribute(let value, let attr, _):
      expression.kind = .attribute(value: value, attr: attr, ctx: context)
    case .subscript(let value, let slice, _):
      expression.kind = .subscript(value: value, slice: slice, ctx: context)
    case .list(let elements, _):
      for element in elements { try setContext(element, context, for: use) }
      expression.kind = .list(elts: elements, ctx: context)
    case .tuple(let elements, _):
      for element in elements { try setContext(element, context, for: use) }
      expression.kind = .tuple(elts: elements, ctx: context)
    case .starred(let value, _) where use != .delete:
      try setContext(value, context, for: use)
      expression.kind = .starred(value: value, ctx: context)
    default:
      throw cannot(use, expression)
    }
  }

  /// Makes the error for an expression that cannot be a target.
  func cannot(_ use: TargetUse, _ expression: Expr) -> SyntaxError {
    let verb = use == .delete ? "delete" : "assign to"
    return failure("cannot \(verb) \(describe(expression))", at: expression.span)
  }
}
