/// `repr` and `ascii` of strings, and `repr` of bytes.
enum StrRepr {
  /// `repr(text)`: single quotes unless the text holds some and no double ones.
  static func repr(_ vm: VM, _ text: StrObject, asciiOnly: Bool = false) throws(Raised) -> StrObject {
    var quote: UInt32 = 0x27
    if TextSearch.find(text, 0x27, 0, text.count) >= 0 && TextSearch.find(text, 0x22, 0, text.count) < 0 { quote = 0x22 }
    var out = StrBuilder(capacity: text.count &+ 2)
    out.append(quote)
    var start = 0
    var i = 0
    while i < text.count {
      let p = text[i]
      if isPlain(p, quote, asciiOnly) {
        i &+= 1
        continue
      }
      out.append(text, start..<i)
      escape(p, quote, into: &out)
      i &+= 1
      start = i
    }
    out.append(text, start..<text.count)
    out.append(quote)
    return try out.finish(vm)
  }

  /// `ascii(value)`: the repr with everything beyond ASCII escaped.
  static func ascii(_ vm: VM, _ value: Value) throws(Raised) -> StrObject {
    let text = try vm.repr(value)
    if text.isASCII { return text }
    var out = StrBuilder(capacity: text.count)
    for i in 0..<text.count {
      let p = text[i]
      if p < 0x80 { out.append(p) } else { hexEscape(p, into: &out) }
    }
    return try out.finish(vm)
  }

  @inline(__always)
  private static func isPlain(_ p: UInt32, _ quote: UInt32, _ asciiOnly: Bool) -> Bool {
    if p < 0x7F { return p >= 0x20 && p != quote && p != 0x5C }
    return !asciiOnly && CharacterRules.isPrintable(p)
  }

  private static func escape(_ p: UInt32, _ quote: UInt32, into out: inout StrBuilder) {
    switch p {
    case 0x5C, quote:
      out.append(0x5C)
      out.append(p)
    case 0x0A: out.append(ascii: [0x5C, 0x6E])
    case 0x0D: out.append(ascii: [0x5C, 0x72])
    case 0x09: out.append(ascii: [0x5C, 0x74])
    default: hexEscape(p, into: &out)
    }
  }

  /// `\xNN`, `\uNNNN` or `\UNNNNNNNN`.
  static func hexEscape(_ p: UInt32, into out: inout StrBuilder) {
    let digits: Int
    out.append(0x5C)
    if p < 0x100 {
      out.append(0x78)
      digits = 2
    } else if p < 0x10000 {
      out.append(0x75)
      digits = 4
    } else {
      out.append(0x55)
      digits = 8
    }
    for i in stride(from: digits - 1, through: 0, by: -1) {
      let d = UInt32(truncatingIfNeeded: p >> UInt32(4 * i)) & 15
      out.append(d < 10 ? 0x30 + d : 0x57 + d)
    }
  }

  /// `repr` of bytes between a prefix and a suffix.
  static func bytes(
    _ vm: VM, _ bytes: UnsafeBufferPointer<UInt8>, prefix: String = "b", suffix: String = ""
  ) throws(Raised) -> StrObject {
    let quote: UInt8 = bytes.contains(0x27) && !bytes.contains(0x22) && suffix.isEmpty ? 0x22 : 0x27
    var out = StrBuilder(capacity: bytes.count &+ 3)
    out.append(prefix)
    out.append(UInt32(quote))
    for byte in bytes {
      switch byte {
      case 0x5C, quote:
        out.append(0x5C)
        out.append(UInt32(byte))
      case 0x0A: out.append(ascii: [0x5C, 0x6E])
      case 0x0D: out.append(ascii: [0x5C, 0x72])
      case 0x09: out.append(ascii: [0x5C, 0x74])
      case 0x20..<0x7F: out.append(UInt32(byte))
      default: hexEscape(UInt32(byte), into: &out)
      }
    }
    out.append(UInt32(quote))
    out.append(suffix)
    return try out.finish(vm)
  }
}
