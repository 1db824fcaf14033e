/// A source text made ready for the lexer: decoded to UTF-8, newlines turned into `\n`, ended by zero bytes.
///
/// The trailing zeros let the lexer look a few bytes ahead without a bounds check; zero bytes inside are refused.
struct Source {
  /// The bytes with the padding.
  let bytes: [UInt8]
  /// The number of bytes without the padding.
  let count: Int

  /// How many zero bytes follow the text.
  static let padding = 8

  /// Prepares a text; only a file's bytes may name another encoding in their first lines.
  init(_ raw: [UInt8], filename: String, isFile: Bool) throws(SyntaxError) {
    guard raw.count < Int(Int32.max) - Source.padding else {
      throw SyntaxError(kind: .memoryError, message: "", filename: filename, line: 0, column: 0)
    }
    var text = raw[...]
    let hasMark = isFile && raw.starts(with: [0xEF, 0xBB, 0xBF])
    if hasMark { text = text.dropFirst(3) }
    if isFile, let name = Source.declaredEncoding(text) {
      text = try Source.decode(text, encoding: name, hasMark: hasMark, filename: filename)[...]
    }
    if Source.has(0, in: text) {
      throw SyntaxError(
        message: "source code string cannot contain null bytes", filename: filename, line: 0, column: 0)
    }
    if let place = Source.firstInvalidByte(text) {
      throw Source.invalidByte(text, at: place, filename: filename)
    }
    var result = [UInt8]()
    result.reserveCapacity(text.count + Source.padding)
    if Source.has(0x0D, in: text) {
      var previous: UInt8 = 0
      for byte in text {
        if byte == 0x0D {
          result.append(0x0A)
        } else if byte != 0x0A || previous != 0x0D {
          result.append(byte)
        }
        previous = byte
      }
    } else {
      result.append(contentsOf: text)
    }
    count = result.count
    for _ in 0..<Source.padding { result.append(0) }
    bytes = result
  }

  /// Whether a byte occurs, looked for eight at a time.
  private static func has(_ byte: UInt8, in text: ArraySlice<UInt8>) -> Bool {
    text.withUnsafeBytes { bytes in
      let (ones, tops) = (0x0101_0101_0101_0101 as UInt64, 0x8080_8080_8080_8080 as UInt64)
      var i = 0
      while i + 8 <= bytes.count {
        // Zero where the byte is; only a zero borrows from its top bit.
        let word = bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self) ^ (UInt64(byte) &* ones)
        if (word &- ones) & ~word & tops != 0 { return true }
        i += 8
      }
      return bytes[i...].contains(byte)
    }
  }

  /// Returns a line's text with its newline, counted from 1; none beyond the end.
  func lineText(_ line: Int) -> String? {
    guard line >= 1 else { return nil }
    var start = 0
    var number = 1
    while number < line {
      guard let newline = bytes[start..<count].firstIndex(of: 0x0A) else { return nil }
      start = newline + 1
      number += 1
    }
    guard start < count else { return nil }
    let end = bytes[start..<count].firstIndex(of: 0x0A) ?? count
    return String(decoding: bytes[start..<end], as: UTF8.self) + "\n"
  }

  /// Returns the encoding named by a comment in the first two lines (PEP 263), in lower case with hyphens.
  static func declaredEncoding(_ text: ArraySlice<UInt8>) -> String? {
    var rest = text
    for _ in 0..<2 {
      let end = rest.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? rest.endIndex
      let line = rest[rest.startIndex..<end]
      let body = line.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0C }
      if !body.isEmpty && body.first != UInt8(ascii: "#") { return nil }
      if let name = encodingName(in: body) { return name }
      guard end < rest.endIndex else { return nil }
      rest = rest[(end + 1)...]
    }
    return nil
  }

  private static func encodingName(in comment: ArraySlice<UInt8>) -> String? {
    let word = Array("coding".utf8)
    var place = comment.startIndex
    while place + word.count < comment.endIndex {
      let after = place + word.count
      if comment[place..<after].elementsEqual(word), comment[after] == 0x3A || comment[after] == 0x3D {
        let value = comment[(after + 1)...].drop { $0 == 0x20 || $0 == 0x09 }
        let name = value.prefix { byte in
          byte == 0x2D || byte == 0x2E || byte == 0x5F || CharacterTable.isASCIILetterOrDigit(byte)
        }
        if !name.isEmpty {
          let hyphenated = name.map {
            $0 == 0x5F ? UInt8(0x2D) : $0 | (CharacterTable.isUpper($0) ? 0x20 : 0)
          }
          return String(decoding: hyphenated, as: UTF8.self)
        }
      }
      place += 1
    }
    return nil
  }

  /// Whether `decode` knows an encoding.
  fileprivate static func isKnown(_ name: String) -> Bool {
    name == "utf-8" || name.hasPrefix("utf-8-") || name == "utf8" || ["ascii", "us-ascii"].contains(name)
      || latin1.contains(name)
  }

  private static let latin1: [String] = ["latin-1", "iso-8859-1", "iso-latin-1", "latin1", "l1", "iso8859-1"]

  private static func decode(
    _ text: ArraySlice<UInt8>, encoding: String, hasMark: Bool, filename: String
  ) throws(SyntaxError) -> [UInt8] {
    if encoding == "utf-8" || encoding.hasPrefix("utf-8-") || (encoding == "utf8" && !hasMark) {
      return Array(text)
    }
    if hasMark {
      throw SyntaxError(
        message: "encoding problem: \(encoding) with BOM", filename: filename, line: 0, column: 0)
    }
    switch encoding {
    case "ascii", "us-ascii":
      if let place = text.firstIndex(where: { $0 >= 0x80 }) {
        let code = String(text[place], radix: 16)
        throw SyntaxError(
          message: "(unicode error) 'ascii' codec can't decode byte 0x\(code) in position "
            + "\(place - text.startIndex): ordinal not in range(128)", filename: filename, line: 0, column: 0)
      }
      return Array(text)
    case _ where latin1.contains(encoding):
      var result = [UInt8]()
      for byte in text {
        if byte < 0x80 {
          result.append(byte)
        } else {
          result.append(0xC0 | byte >> 6)
          result.append(0x80 | byte & 0x3F)
        }
      }
      return result
    default:
      throw SyntaxError(message: "unknown encoding: \(encoding)", filename: filename, line: 0, column: 0)
    }
  }

  /// Returns the place of the first byte that is not part of well-formed UTF-8.
  static func firstInvalidByte(_ text: ArraySlice<UInt8>) -> Int? {
    // Most sources are ASCII: eight bytes at a time.
    let plain = text.withUnsafeBytes { bytes in
      var i = 0
      while i + 8 <= bytes.count, bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self) & 0x8080_8080_8080_8080 == 0 { i += 8 }
      return i
    }
    var place = text.startIndex + plain
    let end = text.endIndex
    while place < end {
      let byte = text[place]
      if byte < 0x80 {
        place += 1
        continue
      }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      guard byte >= 0xC2, byte <= 0xF4, place + length <= end else { return place }
      for offset in 1..<length where text[place + offset] & 0xC0 != 0x80 { return place }
      let second = text[place + 1]
      let isMalformed =
        (byte == 0xE0 && second < 0xA0) || (byte == 0xED && second > 0x9F)
        || (byte == 0xF0 && second < 0x90) || (byte == 0xF4 && second > 0x8F)
      if isMalformed { return place }
      place += length
    }
    return nil
  }

  private static func invalidByte(_ text: ArraySlice<UInt8>, at place: Int, filename: String) -> SyntaxError {
    let line = text[text.startIndex..<place].reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
    let code = String(text[place], radix: 16)
    return SyntaxError(
      message: "(unicode error) 'utf-8' codec can't decode byte 0x\(code) in position "
        + "\(place - text.startIndex): invalid \(text[place] & 0xC0 == 0x80 || text[place] > 0xF4 ? "start" : "continuation") byte",
      filename: filename, line: line, column: 0)
  }
}

/// The encoding that a comment in the first two lines of a file's bytes names, when it takes a codec to read it.
package func foreignEncoding(of raw: [UInt8]) -> String? {
  if raw.starts(with: [0xEF, 0xBB, 0xBF]) { return nil }
  guard let name = Source.declaredEncoding(raw[...]), !Source.isKnown(name) else { return nil }
  return name
}

/// Classes of ASCII bytes.
enum CharacterTable {
  /// Whether a byte may continue an identifier; every byte of a non-ASCII character may.
  @inline(__always)
  static func isIdentifier(_ byte: UInt8) -> Bool {
    isASCIILetterOrDigit(byte) || byte == 0x5F || byte >= 0x80
  }

  /// Whether a byte is a letter or digit of ASCII.
  @inline(__always)
  static func isASCIILetterOrDigit(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  /// Whether a byte is a capital letter of ASCII.
  @inline(__always)
  static func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }

  /// Whether a byte is a decimal digit.
  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// Returns the value of a hexadecimal digit, or nil.
  @inline(__always)
  static func hexValue(_ byte: UInt8) -> UInt32? {
    if byte &- 0x30 < 10 { return UInt32(byte &- 0x30) }
    let letter = (byte | 0x20) &- 0x61
    return letter < 6 ? UInt32(letter) &+ 10 : nil
  }
}
