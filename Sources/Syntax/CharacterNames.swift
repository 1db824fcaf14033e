/// Finds characters by their Unicode name, for `\N{…}`.
///
/// The standard library can tell a character's name but not the reverse, so the characters are searched. That takes
/// tens of milliseconds, and the escape is rare.
package enum CharacterNames {
  /// The length of the longest name, so that absurd ones end at once.
  private static let longest = 96

  /// Returns the code point of a name or alias, in any case.
  package static func codePoint(named name: String) -> UInt32? {
    guard name.utf8.count <= longest, name.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    let wanted = name.uppercased()
    if let value = ideograph(wanted) { return value }
    for range: ClosedRange<UInt32> in [0x20...0x33FF, 0xA000...0xABFF, 0xF900...0xFFFD, 0x10000...0x1FBFF] {
      for value in range {
        guard let scalar = Unicode.Scalar(value) else { continue }
        let properties = scalar.properties
        if properties.name == wanted || properties.nameAlias == wanted { return value }
      }
    }
    return hangul(wanted) ?? alias(wanted)
  }

  /// Finds control characters and abbreviations, which have aliases but no name.
  private static func alias(_ name: String) -> UInt32? {
    switch name {
    case "NULL", "NUL": 0x00
    case "ALERT", "BEL": 0x07
    case "BACKSPACE", "BS": 0x08
    case "CHARACTER TABULATION", "HORIZONTAL TABULATION", "HT", "TAB": 0x09
    case "LINE FEED", "NEW LINE", "END OF LINE", "LF", "NL", "EOL": 0x0A
    case "LINE TABULATION", "VERTICAL TABULATION", "VT": 0x0B
    case "FORM FEED", "FF": 0x0C
    case "CARRIAGE RETURN", "CR": 0x0D
    case "SHIFT OUT", "SO": 0x0E
    case "SHIFT IN", "SI": 0x0F
    case "ESCAPE", "ESC": 0x1B
    case "SP": 0x20
    case "DELETE", "DEL": 0x7F
    case "NEXT LINE", "NEL": 0x85
    case "NBSP": 0xA0
    case "SHY": 0xAD
    case "ZWSP": 0x200B
    case "ZWNJ": 0x200C
    case "ZWJ": 0x200D
    case "LRM": 0x200E
    case "RLM": 0x200F
    case "BOM", "BYTE ORDER MARK", "ZWNBSP": 0xFEFF
    default: nil
    }
  }

  private static func ideograph(_ name: String) -> UInt32? {
    let prefix = "CJK UNIFIED IDEOGRAPH-"
    guard name.hasPrefix(prefix), let value = UInt32(name.dropFirst(prefix.count), radix: 16),
      let scalar = Unicode.Scalar(value), scalar.properties.isUnifiedIdeograph
    else { return nil }
    return value
  }

  private static func hangul(_ name: String) -> UInt32? {
    guard name.hasPrefix("HANGUL SYLLABLE") else { return nil }
    for value in UInt32(0xAC00)...0xD7A3 where Unicode.Scalar(value)?.properties.name == name { return value }
    return nil
  }
}
