extension Lexer {
  /// Cuts a number and checks its form; the parser computes its value.
  mutating func lexNumber() throws(SyntaxError) {
    let start = position
    let startColumn = column(start)
    if base[position] == 0x30 {
      switch base[position &+ 1] | 0x20 {
      case 0x78: try lexRadix("hexadecimal", isDigit: { CharacterTable.hexValue($0) != nil })
      case 0x6F: try lexRadix("octal", isDigit: { $0 &- 0x30 < 8 })
      case 0x62: try lexRadix("binary", isDigit: { $0 &- 0x30 < 2 })
      default: try lexDecimal(start)
      }
    } else {
      try lexDecimal(start)
    }
    append(.number, from: start, column: startColumn)
  }

  private mutating func lexRadix(_ name: String, isDigit: (UInt8) -> Bool) throws(SyntaxError) {
    position &+= 2
    repeat {
      if base[position] == 0x5F { position &+= 1 }
      guard isDigit(base[position]) else {
        if CharacterTable.isDigit(base[position]) {
          position &+= 1
          let digit = Character(Unicode.Scalar(base[position &- 1]))
          throw failureHere("invalid digit '\(digit)' in \(name) literal")
        }
        throw failureHere("invalid \(name) literal")
      }
      while isDigit(base[position]) { position &+= 1 }
    } while base[position] == 0x5F
    if CharacterTable.isDigit(base[position]) {
      position &+= 1
      let digit = Character(Unicode.Scalar(base[position &- 1]))
      throw failureHere("invalid digit '\(digit)' in \(name) literal")
    }
    try checkNumberEnd(name)
  }

  private mutating func lexDecimal(_ start: Int) throws(SyntaxError) {
    var isFloat = false
    if base[position] != 0x2E { try lexDigits() }
    let hasLeadingZero = base[start] == 0x30
    let integerEnd = position
    if base[position] == 0x2E {
      isFloat = true
      position &+= 1
      if CharacterTable.isDigit(base[position]) { try lexDigits() }
    }
    if base[position] | 0x20 == 0x65 {
      let sign = base[position &+ 1]
      let isSigned = sign == 0x2B || sign == 0x2D
      if CharacterTable.isDigit(base[position &+ (isSigned ? 2 : 1)]) {
        isFloat = true
        position &+= isSigned ? 2 : 1
        try lexDigits()
      } else if isSigned {
        position &+= 2
        throw failureHere("invalid decimal literal")
      }
    }
    if base[position] | 0x20 == 0x6A {
      position &+= 1
      try checkNumberEnd("imaginary")
      return
    }
    if hasLeadingZero && !isFloat {
      for place in start..<integerEnd where base[place] != 0x30 && base[place] != 0x5F {
        throw failure(
          "leading zeros in decimal integer literals are not permitted; "
            + "use an 0o prefix for octal integers",
          line: line, column: column(start), endColumn: column(place))
      }
    }
    try checkNumberEnd("decimal")
  }

  /// Passes digits that single underscores may separate.
  private mutating func lexDigits() throws(SyntaxError) {
    while true {
      while CharacterTable.isDigit(base[position]) { position &+= 1 }
      guard base[position] == 0x5F else { return }
      position &+= 1
      guard CharacterTable.isDigit(base[position]) else {
        throw failureHere("invalid decimal literal")
      }
    }
  }

  /// Refuses letters directly after a number; the keywords that may follow one give a warning.
  private mutating func checkNumberEnd(_ name: String) throws(SyntaxError) {
    let byte = base[position]
    guard CharacterTable.isIdentifier(byte) else { return }
    let allowed: [StaticString] = ["and", "else", "for", "if", "in", "is", "or", "not"]
    for word in allowed where matches(word) {
      warnings.append(SyntaxWarning(message: "invalid \(name) literal", line: Int(line)))
      return
    }
    if byte >= 0x80 {
      let (value, _) = scalar(at: position)
      if let scalar = Unicode.Scalar(value), !scalar.properties.isXIDContinue { return }
    }
    throw failure(
      "invalid \(name) literal", line: line, column: column(position) &- 1)
  }

  private func matches(_ word: StaticString) -> Bool {
    word.withUTF8Buffer { buffer in
      for (offset, byte) in buffer.enumerated() where base[position &+ offset] != byte { return false }
      return true
    }
  }
}
