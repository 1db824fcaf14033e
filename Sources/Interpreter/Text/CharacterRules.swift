/// What Python's string methods ask about single code points: answered by tables for ASCII, else by Swift's Unicode data.
package enum CharacterRules {
  /// `str.isspace` of one code point.
  @inline(__always)
  package static func isSpace(_ p: UInt32) -> Bool {
    if p < 0x80 { return p == 0x20 || (p >= 9 && p <= 13) || (p >= 0x1C && p <= 0x1F) }
    return isWideSpace(p)
  }
  @inline(never)
  private static func isWideSpace(_ p: UInt32) -> Bool {
    switch p {
    case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: return true
    default: return false
    }
  }
  /// A character that ends a line for `str.splitlines`.
  @inline(__always)
  static func isLineBreak(_ p: UInt32) -> Bool {
    if p < 0x80 { return (p >= 10 && p <= 13) || (p >= 0x1C && p <= 0x1E) }
    return p == 0x85 || p == 0x2028 || p == 0x2029
  }

  private static func properties(_ p: UInt32) -> Unicode.Scalar.Properties? { Unicode.Scalar(p)?.properties }

  /// The value of a decimal digit of any script.
  static func decimalValue(_ p: UInt32) -> Int? {
    if p < 0x80 { return p >= 0x30 && p <= 0x39 ? Int(p) - 0x30 : nil }
    guard let properties = properties(p), properties.numericType == .decimal, let value = properties.numericValue
    else { return nil }
    return Int(value)
  }
  @inline(__always)
  static func isDigit(_ p: UInt32) -> Bool { p < 0x80 ? p >= 0x30 && p <= 0x39 : isWideDigit(p) }
  @inline(never)
  private static func isWideDigit(_ p: UInt32) -> Bool {
    guard let type = properties(p)?.numericType else { return false }
    return type == .decimal || type == .digit
  }
  static func isNumeric(_ p: UInt32) -> Bool {
    if p < 0x80 { return p >= 0x30 && p <= 0x39 }
    if properties(p)?.numericType != nil { return true }
    return isIdeographicNumber(p)
  }
  /// Ideographs that stand for numbers (Unihan's numeric fields), which Swift's data leaves out.
  private static func isIdeographicNumber(_ p: UInt32) -> Bool {
    let numbers: [UInt32] = [
      0x3405, 0x3483, 0x382A, 0x3B4D, 0x4E00, 0x4E03, 0x4E07, 0x4E09, 0x4E5D, 0x4E8C, 0x4E94, 0x4E96, 0x4EBF, 0x4EC0,
      0x4EDF, 0x4EE8, 0x4F0D, 0x4F70, 0x5104, 0x5146, 0x5169, 0x516B, 0x516D, 0x5341, 0x5343, 0x5344, 0x5345, 0x534C,
      0x53C1, 0x53C2, 0x53C3, 0x53C4, 0x56DB, 0x58F1, 0x58F9, 0x5E7A, 0x5EFE, 0x5EFF, 0x5F0C, 0x5F0D, 0x5F0E, 0x5F10,
      0x62FE, 0x634C, 0x67D2, 0x6F06, 0x7396, 0x767E, 0x8086, 0x842C, 0x8CAE, 0x8CB3, 0x8D30, 0x9621, 0x9646, 0x964C,
      0x9678, 0x96F6,
    ]
    return p >= 0x3405 && p <= 0x96F6 && numbers.contains(p)
  }
  static func isAlpha(_ p: UInt32) -> Bool {
    if p < 0x80 { return (p | 0x20) >= 0x61 && (p | 0x20) <= 0x7A }
    switch properties(p)?.generalCategory {
    case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
    default: return false
    }
  }
  static func isAlphanumeric(_ p: UInt32) -> Bool {
    isAlpha(p) || isNumeric(p)
  }
  static func isLower(_ p: UInt32) -> Bool {
    if p < 0x80 { return p >= 0x61 && p <= 0x7A }
    return properties(p)?.isLowercase ?? false
  }
  static func isUpper(_ p: UInt32) -> Bool {
    if p < 0x80 { return p >= 0x41 && p <= 0x5A }
    return properties(p)?.isUppercase ?? false
  }
  static func isTitle(_ p: UInt32) -> Bool { p >= 0x80 && properties(p)?.generalCategory == .titlecaseLetter }
  static func isCased(_ p: UInt32) -> Bool {
    if p < 0x80 { return (p | 0x20) >= 0x61 && (p | 0x20) <= 0x7A }
    return properties(p)?.isCased ?? false
  }
  static func isCaseIgnorable(_ p: UInt32) -> Bool { properties(p)?.isCaseIgnorable ?? false }

  /// `str.isprintable` of one code point: everything but separators (the space excepted) and "other" categories.
  package static func isPrintable(_ p: UInt32) -> Bool {
    if p < 0x7F { return p >= 0x20 }
    if p < 0xA1 { return false }
    switch properties(p)?.generalCategory {
    case nil, .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
      .spaceSeparator:
      return false
    default: return true
    }
  }
  static func isIdentifierStart(_ p: UInt32) -> Bool {
    if p < 0x80 { return isAlpha(p) || p == 0x5F }
    return properties(p)?.isXIDStart ?? false
  }
  static func isIdentifierPart(_ p: UInt32) -> Bool {
    if p < 0x80 { return isAlpha(p) || isDigit(p) || p == 0x5F }
    return properties(p)?.isXIDContinue ?? false
  }

  /// Full case mappings.
  enum Mapping { case lower, upper, title, fold }
  /// Calls `body` with each code point that `p` maps to.
  static func map(_ p: UInt32, _ mapping: Mapping, _ body: (UInt32) -> Void) {
    if p < 0x80 {
      switch mapping {
      case .lower, .fold: body(p >= 0x41 && p <= 0x5A ? p | 0x20 : p)
      case .upper, .title: body(p >= 0x61 && p <= 0x7A ? p & ~0x20 : p)
      }
      return
    }
    guard let properties = properties(p) else {
      body(p)
      return
    }
    let text: String
    switch mapping {
    case .lower: text = properties.lowercaseMapping
    case .upper: text = properties.uppercaseMapping
    case .title: text = properties.titlecaseMapping
    case .fold:
      foldWide(p, properties, body)
      return
    }
    for scalar in text.unicodeScalars { body(scalar.value) }
  }

  /// Case folding beyond ASCII: Swift's data has no folding, but folding is the lower case of the upper case, except
  /// where Unicode says otherwise.
  private static func foldWide(_ p: UInt32, _ properties: Unicode.Scalar.Properties, _ body: (UInt32) -> Void) {
    switch p {
    case 0x0130:
      body(0x69)
      body(0x0307)
    case 0x0131: body(p)
    case 0x1FBE: body(0x03B9)
    case 0x13A0...0x13F5: body(p)
    case 0x13F8...0x13FD: body(p &- 8)
    case 0xAB70...0xABBF: body(p &- 0xAB70 &+ 0x13A0)
    case 0x1E9E:
      body(0x73)
      body(0x73)
    default:
      // (That property looks at decomposed text: letters with marks that have no capital in one piece fold all the same.)
      if !properties.changesWhenCaseFolded && properties.uppercaseMapping.unicodeScalars.count == 1 {
        body(p)
        return
      }
      for upper in properties.uppercaseMapping.unicodeScalars {
        for lower in upper.properties.lowercaseMapping.unicodeScalars { body(lower.value) }
      }
    }
  }
}
