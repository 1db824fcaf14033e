extension Lexer {
  /// Cuts a string from its prefix on, or the start of an f-string with the text that follows.
  mutating func lexString(from start: Int, flags prefix: StringFlags) throws(SyntaxError) {
    var flags = prefix
    let quote = base[position]
    let startLine = line
    let startColumn = column(start)
    position &+= 1
    if base[position] == quote && base[position &+ 1] == quote {
      flags.insert(.triple)
      position &+= 2
    }
    if flags.contains(.format) {
      try openFString(quote, flags, from: start)
      return
    }
    let isTriple = flags.contains(.triple)
    while true {
      let byte = base[position]
      if byte == quote {
        if !isTriple {
          position &+= 1
          break
        }
        if base[position &+ 1] == quote && base[position &+ 2] == quote {
          position &+= 3
          break
        }
        position &+= 1
      } else if byte == 0x5C {
        position &+= 1
        skipStringByte()
      } else if byte == 0x0A && !isTriple || byte == 0 && position >= count {
        if let outer = fstrings.last, outer.quote == quote, outer.flags.contains(.triple) == isTriple {
          throw failure("f-string: expecting '}'", line: startLine, column: startColumn)
        }
        throw unterminated(isTriple, "string", line: startLine, column: startColumn)
      } else {
        skipStringByte()
      }
    }
    tokens.append(
      Token(
        kind: .string, level: UInt8(truncatingIfNeeded: brackets.count), flags: flags,
        start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: position),
        span: Span(line: startLine, column: startColumn, endLine: line, endColumn: column(position))))
  }

  /// Passes one byte of a string and keeps count of lines and columns; stays at the end of the source.
  @inline(__always)
  private mutating func skipStringByte() {
    let byte = base[position]
    if byte == 0 { return }
    position &+= 1
    if byte == 0x0A {
      line &+= 1
      columnBase = position
    } else if byte & 0xC0 == 0x80 {
      columnBase &+= 1
    }
  }

  private func unterminated(
    _ isTriple: Bool, _ what: String, line startLine: Int32, column startColumn: Int32
  ) -> SyntaxError {
    // A source that ends with a newline has no line after it.
    let last = position == columnBase && position >= count ? line &- 1 : line
    let literal = isTriple ? "unterminated triple-quoted \(what) literal" : "unterminated \(what) literal"
    var error = failure("\(literal) (detected at line \(last))", line: startLine, column: startColumn)
    error.isIncomplete = isTriple || !brackets.isEmpty
    return error
  }

  private mutating func openFString(
    _ quote: UInt8, _ flags: StringFlags, from start: Int
  ) throws(SyntaxError) {
    guard fstrings.count < Lexer.maximumFStrings else {
      throw failureHere("too many nested f-strings")
    }
    append(.fstringStart, from: start, column: column(start))
    tokens[tokens.count - 1].flags = flags
    let span = tokens[tokens.count - 1].span
    fstrings.append(FString(quote: quote, flags: flags, bracketCount: brackets.count, span: span))
    try lexFormatText()
  }

  /// Cuts the text of the innermost f-string up to a replacement field, the field's end or the string's end.
  mutating func lexFormatText() throws(SyntaxError) {
    guard let string = fstrings.last else { return }
    let isSpec = brackets.count > string.bracketCount && brackets[brackets.count - 1].isInSpec
    let isTriple = string.flags.contains(.triple)
    let start = position
    let startLine = line
    let startColumn = column(position)
    while true {
      let byte = base[position]
      if byte == string.quote && isAtEnd(of: string) {
        appendText(string, isSpec, start, startLine, startColumn)
        try closeFString(string, isTriple ? 3 : 1, isSpec)
        return
      }
      if byte == 0x7B {
        if !isSpec && base[position &+ 1] == 0x7B {
          position &+= 2
          continue
        }
        appendText(string, isSpec, start, startLine, startColumn)
        try openField()
        return
      }
      if byte == 0x7D {
        if isSpec {
          appendText(string, isSpec, start, startLine, startColumn)
          return
        }
        guard base[position &+ 1] == 0x7D else {
          position &+= 1
          throw failureHere("f-string: single '}' is not allowed")
        }
        position &+= 2
        continue
      }
      if byte == 0x0A && !isTriple || byte == 0 && position >= count {
        if isSpec && byte == 0x0A { throw failureHere("f-string: expecting '}'") }
        throw unterminated(isTriple, "f-string", line: string.span.line, column: string.span.column)
      }
      skipFormatByte(isRaw: string.flags.contains(.raw))
    }
  }

  /// Passes one byte of an f-string's text, or an escape with the character it protects.
  private mutating func skipFormatByte(isRaw: Bool) {
    guard base[position] == 0x5C else {
      skipStringByte()
      return
    }
    position &+= 1
    if isRaw {
      if base[position] != 0x7B && base[position] != 0x7D { skipStringByte() }
      return
    }
    if base[position] == 0x4E && base[position &+ 1] == 0x7B {
      var end = position &+ 2
      while base[end] != 0x7D && base[end] != 0x0A && base[end] >= 0x20 && base[end] < 0x80 { end &+= 1 }
      if base[end] == 0x7D { position = end &+ 1 } else { position &+= 1 }
      return
    }
    if base[position] != 0x7B && base[position] != 0x7D { skipStringByte() }
  }

  private func isAtEnd(of string: FString) -> Bool {
    guard string.flags.contains(.triple) else { return true }
    return base[position &+ 1] == string.quote && base[position &+ 2] == string.quote
  }

  private mutating func appendText(
    _ string: FString, _ isSpec: Bool, _ start: Int, _ startLine: Int32, _ startColumn: Int32
  ) {
    guard position > start else { return }
    var flags = string.flags
    if isSpec { flags.insert(.spec) }
    tokens.append(
      Token(
        kind: .fstringMiddle, level: UInt8(truncatingIfNeeded: brackets.count), flags: flags,
        start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: position),
        span: Span(line: startLine, column: startColumn, endLine: line, endColumn: column(position))))
  }

  private mutating func closeFString(_ string: FString, _ length: Int, _ isSpec: Bool) throws(SyntaxError) {
    if isSpec {
      let quote = column(position)
      throw failure(
        "f-string: expecting '}', or format specs", line: line, column: quote, endColumn: quote &+ 1)
    }
    let start = position
    position &+= length
    fstrings.removeLast()
    append(.fstringEnd, from: start, column: column(start))
  }

  private mutating func openField() throws(SyntaxError) {
    let depth = brackets.count &- (fstrings.last?.bracketCount ?? 0)
    if depth >= Lexer.maximumFields { throw failureHere("f-string: expressions nested too deeply") }
    try openBracket(0x7B)
    brackets[brackets.count - 1].isField = true
  }
}
