// f-strings: text and replacement fields between the tokens fstringStart and fstringEnd.

extension Parser {
  /// Reads one f-string into the pieces of adjacent literals.
  func parseFString(into pieces: inout StringPieces) throws(SyntaxError) {
    try enter()
    defer { leave() }
    advance()
    while true {
      switch kind {
      case .fstringMiddle:
        let token = tokens[index]
        advance()
        pieces.add(try decodeText(Int(token.start)..<Int(token.end), token), token.span)
      case .leftBrace:
        try parseField(into: &pieces)
      case .fstringEnd:
        advance()
        return
      default:
        throw invalidSyntax()
      }
    }
  }

  /// Reads `{value=!conversion:spec}`.
  private func parseField(into pieces: inout StringPieces) throws(SyntaxError) {
    let start = index
    let open = tokens[index]
    advance()
    if let error = emptyField() { throw error }
    let value = try fieldValue()
    var hasEqual = false
    if kind == .equal {
      hasEqual = true
      advance()
      addSource(from: Int(open.end), to: Int(tokens[index].start), open.span, into: &pieces)
    }
    var conversion = Expr.Conversion.none
    if kind == .exclamation { conversion = try parseConversion() }
    var spec: Expr?
    if kind == .colon {
      spec = try parseFormatSpec()
    } else if kind != .rightBrace {
      throw unexpectedInField(hasEqual, conversion)
    }
    if kind != .rightBrace {
      throw failure("f-string: expecting '}'", at: here)
    }
    advance()
    if hasEqual && conversion == .none && spec == nil { conversion = .repr }
    pieces.endText()
    pieces.values.append(
      try make(
        .formattedValue(value: value, conversion: conversion, formatSpec: spec), span(from: start)))
  }

  /// Explains a field that starts with what ends one.
  private func emptyField() -> SyntaxError? {
    let sign: String
    switch kind {
    case .rightBrace: sign = "}"
    case .equal: sign = "="
    case .exclamation: sign = "!"
    case .colon: sign = ":"
    default: return nil
    }
    return failure("f-string: valid expression required before '\(sign)'", at: here)
  }

  private func fieldValue() throws(SyntaxError) -> Expr {
    guard kind == .yield || kind.startsExpression || kind == .star || kind == .error else {
      throw failure("f-string: expecting a valid expression after '{'", at: tokens[index].span)
    }
    let start = index
    do throws(SyntaxError) {
      return kind == .yield ? try parseYield() : try parseStarExpressions()
    } catch {
      guard error.message == "invalid syntax" else { throw error }
      throw fieldFailure(start)
    }
  }

  /// Explains a field whose expression cannot be read: CPython takes what can be and refuses the next token.
  private func fieldFailure(_ start: Int) -> SyntaxError {
    let level = tokens[start &- 1].level
    var place = index &- 1
    while place > start && tokens[place &- 1].level > level { place &-= 1 }
    switch tokens[start].kind {
    case .name, .number, .string, .fstringStart, .none, .true, .false, .ellipsis:
      if place > start {
        return failure(
          "f-string: expecting '=', or '!', or ':', or '}'", at: tokens[place].span)
      }
    default: break
    }
    return failure("f-string: expecting a valid expression after '{'", at: tokens[start].span)
  }

  private func unexpectedInField(_ hasEqual: Bool, _ conversion: Expr.Conversion) -> SyntaxError {
    let message: String
    if conversion != .none {
      message = "f-string: expecting ':' or '}'"
    } else if hasEqual {
      message = "f-string: expecting '!', or ':', or '}'"
    } else {
      message = "f-string: expecting '=', or '!', or ':', or '}'"
    }
    return failure(message, at: here)
  }

  /// Adds the source of a field with `=` to the text before it.
  private func addSource(from start: Int, to end: Int, _ place: Span, into pieces: inout StringPieces) {
    guard start < end else { return }
    pieces.add(codePoints(start..<end), place)
  }

  private func parseConversion() throws(SyntaxError) -> Expr.Conversion {
    let mark = tokens[index]
    advance()
    guard kind == .name else {
      let isMissing = kind == .rightBrace || kind == .colon
      throw failure("f-string: \(isMissing ? "missing" : "invalid") conversion character", at: here)
    }
    let token = tokens[index]
    if token.start != mark.end {
      throw failure(
        "f-string: conversion type must come right after the exclamation mark",
        at: mark.span.through(token.span))
    }
    let text = nameText(token)
    advance()
    switch text {
    case "s": return .str
    case "r": return .repr
    case "a": return .ascii
    default:
      throw failure(
        "f-string: invalid conversion character '\(text)': expected 's', 'r', or 'a'", at: token.span)
    }
  }

  /// Reads the text and fields after a colon.
  private func parseFormatSpec() throws(SyntaxError) -> Expr {
    try enter()
    defer { leave() }
    let start = index
    advance()
    var pieces = StringPieces()
    while kind == .fstringMiddle || kind == .leftBrace {
      if kind == .leftBrace {
        try parseField(into: &pieces)
      } else {
        let token = tokens[index]
        advance()
        pieces.add(try decodeText(Int(token.start)..<Int(token.end), token), token.span)
      }
    }
    pieces.endText()
    return try make(.joinedStr(values: pieces.values), span(from: start))
  }
}
