// String and bytes literals, their escapes and implicit concatenation. f-strings stand in Parser+FString.swift.

extension Parser {
  /// The pieces of adjacent literals, joined as they are read.
  struct StringPieces {
    /// The parts finished so far; used only when there is an f-string.
    var values: [Expr] = []
    /// The text since the last part.
    var text: [UInt32] = []
    var textSpan: Span?
    var bytes: [UInt8] = []
    var isFormatted = false

    /// Adds text met at a place.
    mutating func add(_ part: [UInt32], _ span: Span) {
      text += part
      textSpan = textSpan?.through(span) ?? span
    }

    /// Ends the text collected so far and makes a constant of it.
    mutating func endText() {
      guard !text.isEmpty else { return }
      values.append(Expr(.constant(.string(text)), textSpan ?? .none))
      text = []
      textSpan = nil
    }
  }

  /// Reads adjacent string literals into one constant or f-string.
  func parseStrings() throws(SyntaxError) -> Expr {
    let start = index
    var pieces = StringPieces()
    let isBytes = tokens[index].flags.contains(.bytes)
    while kind == .string || kind == .fstringStart {
      if tokens[index].flags.contains(.bytes) != isBytes {
        throw failure("cannot mix bytes and nonbytes literals", at: placeAfterStrings())
      }
      if kind == .fstringStart {
        pieces.isFormatted = true
        try parseFString(into: &pieces)
        continue
      }
      let token = tokens[index]
      advance()
      if isBytes {
        pieces.bytes += try decodeBytes(token)
      } else {
        let body = stringBody(token)
        pieces.add(
          token.flags.contains(.raw) ? codePoints(body) : try decodeText(body, token), token.span)
      }
    }
    let place = span(from: start)
    if isBytes { return Expr(.constant(.bytes(pieces.bytes)), place) }
    if !pieces.isFormatted { return Expr(.constant(.string(pieces.text)), place) }
    pieces.endText()
    return try make(.joinedStr(values: pieces.values), place)
  }

  /// The place of the first token after adjacent strings, where CPython reports what is wrong inside them.
  private func placeAfterStrings() -> Span {
    var place = index
    while place &+ 1 < tokens.count, tokens[place].kind == .string { place &+= 1 }
    if tokens[place].kind == .error { hasMetError = true }
    return tokens[place].span
  }

  /// The bytes of a string token between its quotes.
  private func stringBody(_ token: Token) -> Range<Int> {
    var start = Int(token.start)
    while source.bytes[start] != 0x22 && source.bytes[start] != 0x27 { start &+= 1 }
    let quotes = token.flags.contains(.triple) ? 3 : 1
    return (start &+ quotes)..<(Int(token.end) &- quotes)
  }

  /// Decodes UTF-8 that is known to be well formed.
  func codePoints(_ range: Range<Int>) -> [UInt32] {
    source.bytes.withUnsafeBufferPointer { buffer -> [UInt32] in
      var result: [UInt32] = []
      result.reserveCapacity(range.count)
      var place = range.lowerBound
      while place < range.upperBound {
        result.append(decodeScalar(buffer, &place))
      }
      return result
    }
  }

  /// Reads one character of well-formed UTF-8 and moves behind it.
  @inline(__always)
  private func decodeScalar(_ buffer: UnsafeBufferPointer<UInt8>, _ place: inout Int) -> UInt32 {
    let first = UInt32(buffer[place])
    place &+= 1
    if first < 0x80 { return first }
    let length = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1
    var value = length == 3 ? first & 0x07 : length == 2 ? first & 0x0F : first & 0x1F
    for _ in 0..<length where place < buffer.count {
      value = value << 6 | UInt32(buffer[place] & 0x3F)
      place &+= 1
    }
    return value
  }

  /// Decodes text with escapes; in an f-string's text doubled braces stand for one.
  func decodeText(_ range: Range<Int>, _ token: Token) throws(SyntaxError) -> [UInt32] {
    let isFormatted = token.flags.contains(.format) && !token.flags.contains(.spec)
    let isRaw = token.flags.contains(.raw)
    var result: [UInt32] = []
    result.reserveCapacity(range.count)
    var place = range.lowerBound
    let end = range.upperBound
    while place < end {
      let byte = source.bytes[place]
      if byte == 0x5C && !isRaw {
        place &+= 1
        try decodeEscape(&place, end, into: &result, token, range.lowerBound)
      } else if isFormatted && (byte == 0x7B || byte == 0x7D) {
        result.append(UInt32(byte))
        place &+= place &+ 1 < end && source.bytes[place &+ 1] == byte ? 2 : 1
      } else if byte < 0x80 {
        result.append(UInt32(byte))
        place &+= 1
      } else {
        source.bytes.withUnsafeBufferPointer { result.append(decodeScalar($0, &place)) }
      }
    }
    return result
  }

  /// Decodes the escape after a backslash.
  private func decodeEscape(
    _ place: inout Int, _ end: Int, into result: inout [UInt32], _ token: Token, _ bodyStart: Int
  ) throws(SyntaxError) {
    guard place < end else {
      result.append(0x5C)
      return
    }
    let byte = source.bytes[place]
    place &+= 1
    switch byte {
    case 0x0A: return
    case 0x78: result.append(try hexEscape(&place, end, 2, "truncated \\xXX escape", token, bodyStart))
    case 0x75: result.append(try hexEscape(&place, end, 4, "truncated \\uXXXX escape", token, bodyStart))
    case 0x55: result.append(try hexEscape(&place, end, 8, "truncated \\UXXXXXXXX escape", token, bodyStart))
    case 0x4E: result.append(try namedEscape(&place, end, token, bodyStart))
    default:
      if let simple = simpleEscape(byte, &place, end, token) {
        result.append(simple)
        return
      }
      warnInvalidEscape(byte, token, place &- 1)
      result.append(0x5C)
      place &-= 1
    }
  }

  /// Decodes an escape that strings and bytes share.
  private func simpleEscape(_ byte: UInt8, _ place: inout Int, _ end: Int, _ token: Token) -> UInt32? {
    switch byte {
    case 0x5C, 0x27, 0x22: return UInt32(byte)
    case 0x61: return 7
    case 0x62: return 8
    case 0x66: return 12
    case 0x6E: return 10
    case 0x72: return 13
    case 0x74: return 9
    case 0x76: return 11
    case 0x30...0x37:
      var value = UInt32(byte &- 0x30)
      for _ in 0..<2 where place < end && source.bytes[place] &- 0x30 < 8 {
        value = value << 3 | UInt32(source.bytes[place] &- 0x30)
        place &+= 1
      }
      return value
    default: return nil
    }
  }

  private func warnInvalidEscape(_ byte: UInt8, _ token: Token, _ place: Int) {
    guard byte < 0x80 else { return }
    var line = Int(token.span.line)
    for before in Int(token.start)..<place where source.bytes[before] == 0x0A { line += 1 }
    warnings.append(
      SyntaxWarning(
        message: "invalid escape sequence '\\\(Character(Unicode.Scalar(byte)))'", line: line, isDeprecation: true))
  }

  private func hexEscape(
    _ place: inout Int, _ end: Int, _ digits: Int, _ complaint: StaticString, _ token: Token,
    _ bodyStart: Int
  ) throws(SyntaxError) -> UInt32 {
    let start = place &- 2
    var value: UInt32 = 0
    var count = 0
    while count < digits, place < end, let digit = CharacterTable.hexValue(source.bytes[place]) {
      value = value << 4 | digit
      place &+= 1
      count &+= 1
    }
    if count < digits {
      throw escapeFailure("\(complaint)", start, place &- 1, token, bodyStart)
    }
    if value > 0x10FFFF {
      throw escapeFailure("illegal Unicode character", start, place &- 1, token, bodyStart)
    }
    return value
  }

  private func namedEscape(
    _ place: inout Int, _ end: Int, _ token: Token, _ bodyStart: Int
  ) throws(SyntaxError) -> UInt32 {
    let start = place &- 2
    guard place < end, source.bytes[place] == 0x7B,
      let close = source.bytes[place..<end].firstIndex(of: 0x7D), close > place &+ 1
    else {
      let isOpen = place < end && source.bytes[place] == 0x7B
      let close = isOpen ? source.bytes[place..<end].firstIndex(of: 0x7D) : nil
      let last = close == nil && isOpen ? end &- 1 : isOpen ? place : place &- 1
      throw escapeFailure("malformed \\N character escape", start, last, token, bodyStart)
    }
    let name = String(decoding: source.bytes[(place &+ 1)..<close], as: UTF8.self)
    guard let value = CharacterNames.codePoint(named: name) else {
      throw escapeFailure("unknown Unicode character name", start, close, token, bodyStart)
    }
    place = close &+ 1
    return value
  }

  /// Makes the error for an escape; positions count the body's bytes as CPython's decoder sees them.
  private func escapeFailure(
    _ reason: String, _ start: Int, _ end: Int, _ token: Token, _ bodyStart: Int
  ) -> SyntaxError {
    let first = decoderOffset(start, bodyStart)
    let last = decoderOffset(end, bodyStart)
    let range = first == last ? "byte 0x5c in position \(first)" : "bytes in position \(first)-\(last)"
    return failure(
      "(unicode error) 'unicodeescape' codec can't decode \(range): \(reason)", at: placeAfterStrings())
  }

  /// Counts a non-ASCII character as the ten bytes CPython's parser turns it into before decoding.
  private func decoderOffset(_ place: Int, _ bodyStart: Int) -> Int {
    var result = 0
    var index = bodyStart
    while index < place {
      let byte = source.bytes[index]
      if byte < 0x80 { result += 1 } else if byte & 0xC0 != 0x80 { result += 10 }
      index += 1
    }
    return result
  }

  private func decodeBytes(_ token: Token) throws(SyntaxError) -> [UInt8] {
    let range = stringBody(token)
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    let isRaw = token.flags.contains(.raw)
    var place = range.lowerBound
    for byte in source.bytes[range] where byte >= 0x80 {
      throw failure("bytes can only contain ASCII literal characters", at: token.span)
    }
    while place < range.upperBound {
      let byte = source.bytes[place]
      place &+= 1
      guard byte == 0x5C && !isRaw && place < range.upperBound else {
        result.append(byte)
        continue
      }
      let escape = source.bytes[place]
      place &+= 1
      if escape == 0x0A { continue }
      if escape == 0x78 {
        result.append(try bytesHexEscape(&place, range, token))
      } else if let simple = simpleEscape(escape, &place, range.upperBound, token) {
        result.append(UInt8(truncatingIfNeeded: simple))
      } else {
        warnInvalidEscape(escape, token, place &- 1)
        result.append(0x5C)
        place &-= 1
      }
    }
    return result
  }

  private func bytesHexEscape(
    _ place: inout Int, _ range: Range<Int>, _ token: Token
  ) throws(SyntaxError) -> UInt8 {
    guard place &+ 1 < range.upperBound, let high = CharacterTable.hexValue(source.bytes[place]),
      let low = CharacterTable.hexValue(source.bytes[place &+ 1])
    else {
      throw failure(
        "(value error) invalid \\x escape at position \(place &- 2 &- range.lowerBound)",
        at: placeAfterStrings())
    }
    place &+= 2
    return UInt8(truncatingIfNeeded: high << 4 | low)
  }
}
