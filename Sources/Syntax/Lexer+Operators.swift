extension Lexer {
  /// Opens a bracket.
  mutating func openBracket(_ byte: UInt8) throws(SyntaxError) {
    let start = position
    position &+= 1
    guard brackets.count < Lexer.maximumBrackets else {
      throw failureHere("too many nested parentheses")
    }
    let span = Span(line: line, column: column(start), endLine: line, endColumn: column(position))
    brackets.append(Bracket(byte: byte, span: span))
    let kind: TokenKind = byte == 0x28 ? .leftParenthesis : byte == 0x5B ? .leftBracket : .leftBrace
    append(kind, from: start, column: column(start))
  }

  /// Closes a bracket; after the brace of a replacement field the f-string's text goes on.
  mutating func closeBracket(_ byte: UInt8) throws(SyntaxError) {
    let start = position
    position &+= 1
    let shown = Character(Unicode.Scalar(byte))
    guard let open = brackets.last else { throw failureHere("unmatched '\(shown)'") }
    if open.isField && byte != 0x7D { throw failureHere("f-string: unmatched '\(shown)'") }
    let expected: UInt8 = open.byte == 0x28 ? 0x29 : open.byte == 0x5B ? 0x5D : 0x7D
    guard byte == expected else {
      let text = "closing parenthesis '\(shown)' does not match opening parenthesis "
      let place = open.span.line == line ? "" : " on line \(open.span.line)"
      throw failureHere("\(text)'\(Character(Unicode.Scalar(open.byte)))'\(place)")
    }
    brackets.removeLast()
    let kind: TokenKind = byte == 0x29 ? .rightParenthesis : byte == 0x5D ? .rightBracket : .rightBrace
    append(kind, from: start, column: column(start))
    if open.isField { try lexFormatText() }
  }

  /// Cuts an operator.
  mutating func lexOperator(_ byte: UInt8) throws(SyntaxError) {
    let start = position
    if let open = brackets.last, open.isField, try lexFieldOperator(byte) { return }
    let (kind, length) = operatorKind(byte)
    if kind == .unknown && (byte < 0x20 || byte == 0x7F) {
      let code = String(byte, radix: 16, uppercase: true)
      position &+= 1
      throw failureHere("invalid non-printable character U+00\(code.count == 1 ? "0" : "")\(code)")
    }
    position &+= length
    append(kind, from: start, column: column(start))
  }

  /// Cuts a colon or exclamation mark that stands directly in a replacement field.
  private mutating func lexFieldOperator(_ byte: UInt8) throws(SyntaxError) -> Bool {
    let start = position
    switch byte {
    case 0x3A:
      position &+= 1
      brackets[brackets.count - 1].isInSpec = true
      append(.colon, from: start, column: column(start))
      try lexFormatText()
      return true
    case 0x21 where base[position &+ 1] != 0x3D:
      position &+= 1
      append(.exclamation, from: start, column: column(start))
      return true
    default:
      return false
    }
  }

  /// Returns the longest operator at the current position and its length.
  private func operatorKind(_ byte: UInt8) -> (TokenKind, Int) {
    let second = base[position &+ 1]
    let third = base[position &+ 2]
    let hasEqual = second == 0x3D
    switch byte {
    case 0x2C: return (.comma, 1)
    case 0x3A: return hasEqual ? (.colonEqual, 2) : (.colon, 1)
    case 0x3B: return (.semicolon, 1)
    case 0x7E: return (.tilde, 1)
    case 0x3D: return hasEqual ? (.equalEqual, 2) : (.equal, 1)
    case 0x2E: return second == 0x2E && third == 0x2E ? (.ellipsis, 3) : (.dot, 1)
    case 0x2B: return hasEqual ? (.plusEqual, 2) : (.plus, 1)
    case 0x2D:
      if second == 0x3E { return (.arrow, 2) }
      return hasEqual ? (.minusEqual, 2) : (.minus, 1)
    case 0x2A:
      if second == byte { return third == 0x3D ? (.doubleStarEqual, 3) : (.doubleStar, 2) }
      return hasEqual ? (.starEqual, 2) : (.star, 1)
    case 0x2F:
      if second == byte { return third == 0x3D ? (.doubleSlashEqual, 3) : (.doubleSlash, 2) }
      return hasEqual ? (.slashEqual, 2) : (.slash, 1)
    case 0x25: return hasEqual ? (.percentEqual, 2) : (.percent, 1)
    case 0x40: return hasEqual ? (.atEqual, 2) : (.at, 1)
    case 0x26: return hasEqual ? (.ampersandEqual, 2) : (.ampersand, 1)
    case 0x7C: return hasEqual ? (.barEqual, 2) : (.bar, 1)
    case 0x5E: return hasEqual ? (.caretEqual, 2) : (.caret, 1)
    case 0x21: return hasEqual ? (.notEqual, 2) : (.exclamation, 1)
    case 0x3C:
      if second == byte { return third == 0x3D ? (.leftShiftEqual, 3) : (.leftShift, 2) }
      if second == 0x3E { return (.lessGreater, 2) }
      return hasEqual ? (.lessEqual, 2) : (.less, 1)
    case 0x3E:
      if second == byte { return third == 0x3D ? (.rightShiftEqual, 3) : (.rightShift, 2) }
      return hasEqual ? (.greaterEqual, 2) : (.greater, 1)
    default: return (.unknown, 1)
    }
  }

  /// Cuts a name, a keyword or a string with a prefix.
  mutating func lexWord() throws(SyntaxError) {
    let start = position
    let startColumn = column(start)
    var key: UInt64 = 0
    var seen: UInt8 = 0
    while CharacterTable.isIdentifier(base[position]) {
      key = key << 8 | UInt64(base[position])
      seen |= base[position]
      position &+= 1
    }
    let length = position &- start
    let next = base[position]
    if (next == 0x22 || next == 0x27) && length <= 2, let flags = stringFlags(start, length) {
      try lexString(from: start, flags: flags)
      return
    }
    if seen >= 0x80 { try checkIdentifier(from: start) }
    append(length <= 8 ? keywords.kind(of: key) : .name, from: start, column: startColumn)
  }

  /// Reads a string prefix; none when the letters are no prefix.
  private func stringFlags(_ start: Int, _ length: Int) -> StringFlags? {
    var flags: StringFlags = []
    for offset in 0..<length {
      let flag: StringFlags
      switch base[start &+ offset] | 0x20 {
      case 0x72: flag = .raw
      case 0x62: flag = .bytes
      case 0x75: flag = .unicode
      case 0x66: flag = .format
      default: return nil
      }
      if flags.contains(flag) { return nil }
      flags.insert(flag)
    }
    let isValid =
      length < 2 || flags == [.raw, .bytes] || flags == [.raw, .format]
    return isValid ? flags : nil
  }

  /// Checks the characters of a name that is not ASCII and accounts for its columns.
  private mutating func checkIdentifier(from start: Int) throws(SyntaxError) {
    var place = start
    while place < position {
      let (value, length) = scalar(at: place)
      let isValid: Bool
      if let scalar = Unicode.Scalar(value) {
        isValid =
          place == start
          ? scalar.properties.isXIDStart || value == 0x5F
          : scalar.properties.isXIDContinue
      } else {
        isValid = false
      }
      if !isValid {
        let code = String(value, radix: 16, uppercase: true)
        let padded = String(repeating: "0", count: max(0, 4 &- code.count)) + code
        position = place &+ 1
        guard let scalar = Unicode.Scalar(value), scalar.isPythonPrintable else {
          throw failureHere("invalid non-printable character U+\(padded)")
        }
        throw failureHere("invalid character '\(Character(scalar))' (U+\(padded))")
      }
      place &+= length
      columnBase &+= length &- 1
    }
  }

  /// Decodes the character at an offset of well-formed UTF-8.
  func scalar(at place: Int) -> (value: UInt32, length: Int) {
    let first = UInt32(base[place])
    if first < 0x80 { return (first, 1) }
    let second = UInt32(base[place &+ 1]) & 0x3F
    if first < 0xE0 { return ((first & 0x1F) << 6 | second, 2) }
    let third = UInt32(base[place &+ 2]) & 0x3F
    if first < 0xF0 { return ((first & 0x0F) << 12 | second << 6 | third, 3) }
    let fourth = UInt32(base[place &+ 3]) & 0x3F
    return ((first & 0x07) << 18 | second << 12 | third << 6 | fourth, 4)
  }
}

extension Unicode.Scalar {
  /// Whether `str.isprintable` holds: no control, format, surrogate, private, unassigned or separator character.
  var isPythonPrintable: Bool {
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
    case .spaceSeparator: value == 0x20
    default: true
    }
  }
}
