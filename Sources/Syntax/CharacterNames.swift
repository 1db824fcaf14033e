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
    for value in UInt32(0)...0x9F {
      if Unicode.Scalar(value)?.properties.nameAlias == wanted { return value }
    }
    return hangul(wanted)
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
