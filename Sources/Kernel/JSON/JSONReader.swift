/// Why a text is not JSON.
package struct JSONError: Error, Equatable {
  /// What is wrong.
  package var reason: String
  /// Where, in bytes from the start.
  package var offset: Int
}

extension JSON {
  /// Reads one JSON text (RFC 8259, strict UTF-8, no byte order mark).
  ///
  /// Nesting deeper than `maxDepth` is refused, since reading recurses. Escapes of lone surrogates become U+FFFD;
  /// of equal keys the last one counts. With `lenient`, NaN and Infinity are read as Python writes them.
  package init(parsing bytes: [UInt8], maxDepth: Int = 256, lenient: Bool = false) throws(JSONError) {
    let result: Result<JSON, JSONError> = bytes.withUnsafeBufferPointer { buffer in
      var reader = JSONReader(bytes: buffer, maxDepth: maxDepth, lenient: lenient)
      do throws(JSONError) {
        return .success(try reader.readText())
      } catch {
        return .failure(error)
      }
    }
    self = try result.get()
  }

  /// Reads one JSON text from a string.
  package init(parsing text: String) throws(JSONError) {
    try self.init(parsing: Array(text.utf8))
  }
}

/// Recursive-descent reader over one buffer.
struct JSONReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let maxDepth: Int
  private let lenient: Bool
  private var at = 0
  private var depth = 0

  init(bytes: UnsafeBufferPointer<UInt8>, maxDepth: Int, lenient: Bool) {
    self.bytes = bytes
    self.maxDepth = maxDepth
    self.lenient = lenient
  }

  mutating func readText() throws(JSONError) -> JSON {
    skipSpace()
    let value = try readValue()
    skipSpace()
    guard at == bytes.count else { throw fail("text after the value") }
    return value
  }

  private func fail(_ reason: String) -> JSONError { JSONError(reason: reason, offset: at) }

  private var current: UInt8? { at < bytes.count ? bytes[at] : nil }

  private mutating func skipSpace() {
    while at < bytes.count {
      let byte = bytes[at]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
      at &+= 1
    }
  }

  private mutating func readValue() throws(JSONError) -> JSON {
    guard let byte = current else { throw fail("unexpected end") }
    switch byte {
    case UInt8(ascii: "\""):
      at &+= 1
      return .string(try readString())
    case UInt8(ascii: "{"): return try readObject()
    case UInt8(ascii: "["): return try readArray()
    case UInt8(ascii: "t"):
      try expect("true")
      return .bool(true)
    case UInt8(ascii: "f"):
      try expect("false")
      return .bool(false)
    case UInt8(ascii: "n"):
      try expect("null")
      return .null
    case UInt8(ascii: "N") where lenient:
      try expect("NaN")
      return .double(.nan)
    case UInt8(ascii: "I") where lenient:
      try expect("Infinity")
      return .double(.infinity)
    default: return try readNumber()
    }
  }

  private mutating func expect(_ word: StaticString) throws(JSONError) {
    let count = word.utf8CodeUnitCount
    guard bytes.count - at >= count else { throw fail("unexpected end") }
    for offset in 0..<count where bytes[at + offset] != word.utf8Start[offset] {
      throw fail("unknown word")
    }
    at &+= count
  }

  private mutating func readObject() throws(JSONError) -> JSON {
    try enter()
    var object = JSONObject()
    skipSpace()
    if current == UInt8(ascii: "}") {
      leave()
      return .object(object)
    }
    while true {
      skipSpace()
      guard current == UInt8(ascii: "\"") else { throw fail("key expected") }
      at &+= 1
      let key = try readString()
      skipSpace()
      guard current == UInt8(ascii: ":") else { throw fail("colon expected") }
      at &+= 1
      skipSpace()
      object[key] = try readValue()
      skipSpace()
      if current == UInt8(ascii: ",") {
        at &+= 1
        continue
      }
      guard current == UInt8(ascii: "}") else { throw fail("comma or brace expected") }
      leave()
      return .object(object)
    }
  }

  private mutating func readArray() throws(JSONError) -> JSON {
    try enter()
    var array: [JSON] = []
    skipSpace()
    if current == UInt8(ascii: "]") {
      leave()
      return .array(array)
    }
    while true {
      skipSpace()
      array.append(try readValue())
      skipSpace()
      if current == UInt8(ascii: ",") {
        at &+= 1
        continue
      }
      guard current == UInt8(ascii: "]") else { throw fail("comma or bracket expected") }
      leave()
      return .array(array)
    }
  }

  private mutating func enter() throws(JSONError) {
    depth &+= 1
    guard depth <= maxDepth else { throw fail("nested deeper than \(maxDepth)") }
    at &+= 1
  }

  private mutating func leave() {
    depth &-= 1
    at &+= 1
  }

  // MARK: Strings

  private mutating func readString() throws(JSONError) -> String {
    let start = at
    while at < bytes.count {
      let byte = bytes[at]
      if byte == UInt8(ascii: "\"") {
        let text = try decode(start..<at)
        at &+= 1
        return text
      }
      if byte == UInt8(ascii: "\\") { return try readEscapedString(from: start) }
      guard byte >= 0x20 else { throw fail("control character in string") }
      at &+= 1
    }
    throw fail("unterminated string")
  }

  private func decode(_ range: Range<Int>) throws(JSONError) -> String {
    guard let text = String(validating: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self) else {
      throw fail("not UTF-8")
    }
    return text
  }

  private mutating func readEscapedString(from start: Int) throws(JSONError) -> String {
    var text: [UInt8] = Array(bytes[start..<at])
    while at < bytes.count {
      let byte = bytes[at]
      switch byte {
      case UInt8(ascii: "\""):
        guard let decoded = String(validating: text, as: UTF8.self) else { throw fail("not UTF-8") }
        at &+= 1
        return decoded
      case UInt8(ascii: "\\"):
        at &+= 1
        try readEscape(into: &text)
      case 0..<0x20: throw fail("control character in string")
      default:
        let run = at
        while at < bytes.count, bytes[at] >= 0x20, bytes[at] != UInt8(ascii: "\""),
          bytes[at] != UInt8(ascii: "\\")
        {
          at &+= 1
        }
        text.append(contentsOf: bytes[run..<at])
      }
    }
    throw fail("unterminated string")
  }

  private mutating func readEscape(into text: inout [UInt8]) throws(JSONError) {
    guard let byte = current else { throw fail("unexpected end") }
    at &+= 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): text.append(contentsOf: Array(String(try readUnicodeEscape()).utf8))
    default: throw fail("unknown escape")
    }
  }

  private mutating func readUnicodeEscape() throws(JSONError) -> Unicode.Scalar {
    let replacement: Unicode.Scalar = "\u{FFFD}"
    let first = try readHex()
    guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) ?? replacement }
    guard bytes.count - at >= 6, bytes[at] == UInt8(ascii: "\\"), bytes[at + 1] == UInt8(ascii: "u") else {
      return replacement
    }
    let mark = at
    at &+= 2
    let second = try readHex()
    guard (0xDC00..<0xE000).contains(second) else {
      at = mark
      return replacement
    }
    return Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00)) ?? replacement
  }

  private mutating func readHex() throws(JSONError) -> UInt32 {
    guard bytes.count - at >= 4 else { throw fail("unexpected end") }
    var value: UInt32 = 0
    for _ in 0..<4 {
      let byte = bytes[at]
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      default: throw fail("hex digit expected")
      }
      value = value << 4 | UInt32(digit)
      at &+= 1
    }
    return value
  }

  // MARK: Numbers

  private mutating func readNumber() throws(JSONError) -> JSON {
    let start = at
    if current == UInt8(ascii: "-") { at &+= 1 }
    if lenient, current == UInt8(ascii: "I") {
      try expect("Infinity")
      return .double(-.infinity)
    }
    let integerStart = at
    let integerDigits = skipDigits()
    guard integerDigits > 0 else { throw fail("value expected") }
    guard integerDigits == 1 || bytes[integerStart] != UInt8(ascii: "0") else { throw fail("leading zero") }
    var isInteger = true
    if current == UInt8(ascii: ".") {
      isInteger = false
      at &+= 1
      guard skipDigits() > 0 else { throw fail("digit expected") }
    }
    if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
      isInteger = false
      at &+= 1
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { at &+= 1 }
      guard skipDigits() > 0 else { throw fail("digit expected") }
    }
    if isInteger, let value = smallInteger(start..<at) { return .int(value) }
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    if isInteger { return .bigInteger(text) }
    // Beyond the range of a double this is infinite, as it is for Python.
    return .double(Double(text) ?? .nan)
  }

  private mutating func skipDigits() -> Int {
    let start = at
    while at < bytes.count, bytes[at] >= UInt8(ascii: "0"), bytes[at] <= UInt8(ascii: "9") { at &+= 1 }
    return at - start
  }

  private func smallInteger(_ range: Range<Int>) -> Int? {
    var value = 0
    let negative = bytes[range.lowerBound] == UInt8(ascii: "-")
    for position in (range.lowerBound + (negative ? 1 : 0))..<range.upperBound {
      let digit = Int(bytes[position] - UInt8(ascii: "0"))
      let (product, tooBig) = value.multipliedReportingOverflow(by: 10)
      let (sum, overflow) =
        negative ? product.subtractingReportingOverflow(digit) : product.addingReportingOverflow(digit)
      guard !tooBig, !overflow else { return nil }
      value = sum
    }
    return value
  }
}
