// Parameters of functions and lambdas, and type parameters.

extension Parser {
  /// A parameter list while it is read.
  private struct ParameterList {
    var posonly: [Arg] = []
    var args: [Arg] = []
    var defaults: [Expr] = []
    var vararg: Arg?
    var kwonly: [Arg] = []
    var kwDefaults: [Expr?] = []
    var kwarg: Arg?
    var hasSlash = false
    var hasStar = false
  }

  /// Reads parameters up to a token that ends them, which stays.
  func parseParameters(end: TokenKind, isLambda: Bool) throws(SyntaxError) -> Arguments {
    var list = ParameterList()
    while kind != end {
      try parseParameter(into: &list, end, isLambda)
      if !accept(.comma) { break }
    }
    if kind != end {
      if kind == .equal || isTrying { throw invalidSyntax() }
      if !isLambda || kind != .newline { throw invalidSyntax() }
    }
    return Arguments(
      posonlyargs: list.posonly, args: list.args, vararg: list.vararg, kwonlyargs: list.kwonly,
      kwDefaults: list.kwDefaults, kwarg: list.kwarg, defaults: list.defaults)
  }

  private func parseParameter(
    into list: inout ParameterList, _ end: TokenKind, _ isLambda: Bool
  ) throws(SyntaxError) {
    if list.kwarg != nil {
      if kind == .name || kind == .star || kind == .doubleStar || kind == .slash {
        throw failure("arguments cannot follow var-keyword argument", at: here)
      }
      throw invalidSyntax()
    }
    switch kind {
    case .slash: try parseSlash(into: &list)
    case .star: try parseStarParameter(into: &list, end, isLambda)
    case .doubleStar:
      advance()
      list.kwarg = try parseArg(isLambda, allowStar: false)
      if kind == .equal { throw failure("var-keyword argument cannot have default value", at: here) }
    case .name: try parsePlainParameter(into: &list, end, isLambda)
    case .leftParenthesis: throw parenthesizedParameter(isLambda)
    default: throw invalidSyntax()
    }
  }

  private func parenthesizedParameter(_ isLambda: Bool) -> SyntaxError {
    let place = index
    let found = trial { () throws(SyntaxError) -> Span in
      self.advance()
      repeat {
        if self.kind == .rightParenthesis { break }
        _ = try self.parseName()
      } while self.accept(.comma)
      let close = self.here
      try self.expect(.rightParenthesis)
      return close
    }
    restore(place)
    guard let found, tokens[place &+ 1].kind == .name else { return invalidSyntax() }
    let message =
      isLambda
      ? "Lambda expression parameters cannot be parenthesized"
      : "Function parameters cannot be parenthesized"
    return failure(message, at: here.through(found))
  }

  private func parseSlash(into list: inout ParameterList) throws(SyntaxError) {
    if list.hasSlash { throw failure("/ may appear only once", at: here) }
    if list.hasStar { throw failure("/ must be ahead of *", at: here) }
    if list.args.isEmpty { throw failure("at least one argument must precede /", at: here) }
    advance()
    list.hasSlash = true
    list.posonly = list.args
    list.args = []
    if kind == .star { throw failure("expected comma between / and *", at: here) }
  }

  private func parseStarParameter(
    into list: inout ParameterList, _ end: TokenKind, _ isLambda: Bool
  ) throws(SyntaxError) {
    let star = here
    if list.hasStar {
      if peek() != .name && peek() != .comma { throw invalidSyntax() }
      throw failure("* argument may appear only once", at: star)
    }
    list.hasStar = true
    advance()
    if kind == .name {
      list.vararg = try parseArg(isLambda, allowStar: true)
      if kind == .equal { throw failure("var-positional argument cannot have default value", at: here) }
      return
    }
    if kind == end || (kind == .comma && (peek() == end || peek() == .doubleStar)) {
      if isLambda && kind == .comma { advance() }
      throw failure("named arguments must follow bare *", at: isLambda ? here : star)
    }
    if kind != .comma { throw invalidSyntax() }
  }

  private func parsePlainParameter(
    into list: inout ParameterList, _ end: TokenKind, _ isLambda: Bool
  ) throws(SyntaxError) {
    let argument = try parseArg(isLambda, allowStar: false)
    var value: Expr?
    if kind == .equal {
      let equal = here
      advance()
      if kind == .rightParenthesis || kind == .comma {
        throw failure("expected default value expression", at: equal)
      }
      value = try parseTest()
    }
    if list.hasStar {
      list.kwonly.append(argument)
      list.kwDefaults.append(value)
      return
    }
    if let value {
      list.defaults.append(value)
    } else if !list.defaults.isEmpty {
      if kind == .comma || kind == end {
        throw failure("non-default argument follows default argument", at: argument.span)
      }
      throw invalidSyntax()
    }
    list.args.append(argument)
  }

  private func parseArg(_ isLambda: Bool, allowStar: Bool) throws(SyntaxError) -> Arg {
    let start = index
    let name = try parseName()
    var annotation: Expr?
    if !isLambda && accept(.colon) {
      annotation = allowStar && kind == .star ? try parseStarred() : try parseTest()
    }
    return Arg(arg: name, annotation: annotation, span: span(from: start))
  }

  /// Reads `[type parameters]` when they are there.
  func parseTypeParams() throws(SyntaxError) -> [TypeParam] {
    guard kind == .leftBracket else { return [] }
    advance()
    var result: [TypeParam] = []
    repeat {
      if kind == .rightBracket && !result.isEmpty { break }
      result.append(try parseTypeParam())
    } while accept(.comma)
    try expect(.rightBracket)
    return result
  }

  private func parseTypeParam() throws(SyntaxError) -> TypeParam {
    let start = index
    let isTuple = accept(.star)
    let isSpec = !isTuple && accept(.doubleStar)
    let name = try parseName()
    if isTuple || isSpec {
      if kind == .colon {
        let colon = index
        let found = trial { () throws(SyntaxError) -> Expr in
          self.advance()
          return try self.parseTest()
        }
        let isPair = { if case .tuple = found?.kind { true } else { false } }()
        let what = isPair ? "constraints" : "bound"
        if found != nil {
          throw failure(
            "cannot use \(what) with \(isTuple ? "TypeVarTuple" : "ParamSpec")", at: span(from: colon))
        }
      }
      return TypeParam(isTuple ? .typeVarTuple : .paramSpec, name: name, span: span(from: start))
    }
    var bound: Expr?
    if accept(.colon) { bound = try parseTest() }
    return TypeParam(.typeVar(bound: bound), name: name, span: span(from: start))
  }
}
