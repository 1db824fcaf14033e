// Writing JSON: always strict UTF-8 (Swift strings cannot hold anything else), never NaN or Infinity.

extension JSON {
  /// The compact JSON text.
  package var bytes: [UInt8] {
    var writer = JSONWriter()
    writer.write(self)
    return writer.bytes
  }

  /// The compact JSON text as a string.
  package var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// Appends JSON to a growing buffer, compact or in the layout of notebook files.
package struct JSONWriter {
  /// What was written so far.
  package private(set) var bytes: [UInt8] = []
  /// Spaces per level; nil writes compactly.
  private let indent: Int?
  private let sortsKeys: Bool
  private var level = 0
  /// Deeper levels are written as null, since writing recurses.
  private static let maxDepth = 512

  /// Creates a writer; `indent` and `sortsKeys` give the layout of Python's `json.dumps`.
  package init(indent: Int? = nil, sortsKeys: Bool = false) {
    self.indent = indent
    self.sortsKeys = sortsKeys
    bytes.reserveCapacity(256)
  }

  /// Appends a value.
  package mutating func write(_ value: JSON) {
    switch value {
    case .null: literal("null")
    case .bool(let flag): literal(flag ? "true" : "false")
    case .int(let number): write(number)
    case .double(let number): write(number)
    case .bigInteger(let digits): bytes.append(contentsOf: digits.utf8)
    case .string(let text): write(text)
    case .array where level >= JSONWriter.maxDepth: literal("null")
    case .object where level >= JSONWriter.maxDepth: literal("null")
    case .array(let elements): write(elements)
    case .object(let object): write(object)
    case .encoded(let raw): bytes.append(contentsOf: raw)
    }
  }

  /// Appends text that already is JSON.
  package mutating func literal(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends an integer.
  package mutating func write(_ number: Int) {
    if number >= 0, number < 10 {
      bytes.append(UInt8(ascii: "0") + UInt8(number))
    } else {
      bytes.append(contentsOf: String(number).utf8)
    }
  }

  private mutating func write(_ number: Double) {
    if number.isFinite {
      bytes.append(contentsOf: number.description.utf8)
    } else {
      literal("null")
    }
  }

  /// Appends a string with its quotes.
  package mutating func write(_ text: String) {
    var text = text
    text.withUTF8 { writeValid($0) }
  }

  /// Appends bytes as a string with its quotes; what is not UTF-8 becomes U+FFFD.
  package mutating func writeString(utf8 text: UnsafeBufferPointer<UInt8>) {
    if let valid = String(validating: text, as: UTF8.self) {
      write(valid)
    } else {
      write(String(decoding: text, as: UTF8.self))
    }
  }

  private mutating func writeValid(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.reserveCapacity(bytes.count + text.count + 2)
    bytes.append(UInt8(ascii: "\""))
    var run = 0
    for at in 0..<text.count {
      let byte = text[at]
      guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
      if run < at { bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[run..<at])) }
      writeEscape(byte)
      run = at + 1
    }
    if run < text.count { bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[run..<text.count])) }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func writeEscape(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
    default:
      literal("u00")
      bytes.append(Hex.digit(byte >> 4))
      bytes.append(Hex.digit(byte & 15))
    }
  }

  private mutating func write(_ elements: [JSON]) {
    guard !elements.isEmpty else { return literal("[]") }
    bytes.append(UInt8(ascii: "["))
    level += 1
    for (position, element) in elements.enumerated() {
      if position > 0 { bytes.append(UInt8(ascii: ",")) }
      newLine()
      write(element)
    }
    level -= 1
    newLine()
    bytes.append(UInt8(ascii: "]"))
  }

  private mutating func write(_ object: JSONObject) {
    guard !object.isEmpty else { return literal("{}") }
    bytes.append(UInt8(ascii: "{"))
    level += 1
    var members = object.members
    // Python compares code points, which is the order of the UTF-8 bytes.
    if sortsKeys { members.sort { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) } }
    for (position, member) in members.enumerated() {
      if position > 0 { bytes.append(UInt8(ascii: ",")) }
      newLine()
      write(member.key)
      bytes.append(UInt8(ascii: ":"))
      if indent != nil { bytes.append(0x20) }
      write(member.value)
    }
    level -= 1
    newLine()
    bytes.append(UInt8(ascii: "}"))
  }

  private mutating func newLine() {
    guard let indent else { return }
    bytes.append(0x0A)
    for _ in 0..<(indent * level) { bytes.append(0x20) }
  }
}

/// Hexadecimal digits in lower case.
enum Hex {
  static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + (value - 10)
  }

  static func encode(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    for byte in bytes {
      text.append(digit(byte >> 4))
      text.append(digit(byte & 15))
    }
    return text
  }
}
