// The arguments of calls and class definitions.

extension Parser {
  /// What is read of an argument list so far.
  private struct ArgumentList {
    var args: [Expr] = []
    var keywords: [Keyword] = []
    /// Whether a plain keyword argument was seen last or ever, and whether `**` was.
    var hasKeyword = false
    var hasUnpacking = false
    /// Whether the only argument is a generator without parentheses, and where its `for` stands.
    var isGenerator = false
    var generatorPlace = Span.none
  }

  /// Reads `(arguments)`.
  func parseCallArguments(isClass: Bool = false) throws(SyntaxError) -> ([Expr], [Keyword]) {
    let open = index
    advance()
    try enter()
    defer { leave() }
    var list = ArgumentList()
    while kind != .rightParenthesis {
      try parseArgument(into: &list, open)
      if !accept(.comma) { break }
    }
    if isClass, list.isGenerator { throw failure("invalid syntax", at: list.generatorPlace) }
    try expect(.rightParenthesis)
    return (list.args, list.keywords)
  }

  private func parseArgument(into list: inout ArgumentList, _ open: Int) throws(SyntaxError) {
    let start = index
    switch kind {
    case .star:
      if list.hasUnpacking {
        throw failure(
          "iterable argument unpacking follows keyword argument unpacking", at: here)
      }
      advance()
      let value = try parseTest()
      list.args.append(try make(.starred(value: value, ctx: .load), span(from: start)))
    case .doubleStar:
      advance()
      let value = try parseTest()
      list.hasUnpacking = true
      list.keywords.append(Keyword(arg: nil, value: value, span: span(from: start)))
    case .name where peek() == .equal:
      try parseKeyword(into: &list)
    case .true, .false, .none:
      if peek() == .equal {
        let equal = tokens[index &+ 1].span
        throw failure(
          "cannot assign to \(String(decoding: bytes(of: tokens[index]), as: UTF8.self))",
          at: here.through(equal))
      }
      try parsePositional(into: &list, open)
    default:
      try parsePositional(into: &list, open)
    }
  }

  private func parseKeyword(into list: inout ArgumentList) throws(SyntaxError) {
    let start = index
    let name = nameText(tokens[index])
    advance()
    advance()
    let value = try parseTest()
    if kind == .for || kind == .async {
      let found = trial { () throws(SyntaxError) -> [Comprehension] in try self.parseComprehension() }
      if found != nil {
        throw failure(
          "invalid syntax. Maybe you meant '==' or ':=' instead of '='?",
          at: tokens[start].span.through(tokens[start &+ 1].span))
      }
    }
    list.hasKeyword = true
    list.keywords.append(Keyword(arg: name, value: value, span: span(from: start)))
  }

  private func parsePositional(into list: inout ArgumentList, _ open: Int) throws(SyntaxError) {
    let start = index
    let value: Expr
    if kind == .name && peek() == .colonEqual {
      value = try parseNamedExpression()
    } else {
      value = try parseTest()
      if kind == .equal {
        throw failure(
          "expression cannot contain assignment, perhaps you meant \"==\"?",
          at: value.span.through(here))
      }
    }
    if kind == .for || kind == .async {
      try parseBareGenerator(value, into: &list, start, open)
      return
    }
    if list.hasUnpacking || list.hasKeyword {
      let isUnpacking = list.hasUnpacking
      // The failing place is the last argument before the next comma or the end.
      while kind == .comma, peek() != .rightParenthesis {
        advance()
        var rest = ArgumentList()
        try parseArgument(into: &rest, open)
      }
      if kind == .comma { advance() }
      throw failure(
        isUnpacking
          ? "positional argument follows keyword argument unpacking"
          : "positional argument follows keyword argument", at: here)
    }
    list.args.append(value)
  }

  /// Reads a generator without parentheses, which must be the only argument.
  private func parseBareGenerator(
    _ element: Expr, into list: inout ArgumentList, _ start: Int, _ open: Int
  ) throws(SyntaxError) {
    list.isGenerator = true
    list.generatorPlace = here
    if !list.args.isEmpty || !list.keywords.isEmpty {
      let start = index
      let found = trial { () throws(SyntaxError) -> [Comprehension] in try self.parseComprehension() }
      restore(start)
      if found == nil { throw failure("invalid syntax", at: here) }
    }
    let generators = try parseComprehension()
    let place = span(from: start)
    let isAlone = list.args.isEmpty && list.keywords.isEmpty
    if !isAlone || (kind == .comma && peek() != .rightParenthesis) {
      throw failure("Generator expression must be parenthesized", at: place)
    }
    if kind == .comma {
      throw failure("Generator expression must be parenthesized", at: place)
    }
    if kind != .rightParenthesis { throw invalidSyntax() }
    // CPython gives a generator that is the only argument the place of the call's parentheses.
    let whole = tokens[open].span.through(here)
    list.args.append(try make(.generatorExp(elt: element, generators: generators), whole))
  }
}
