/// Classes: `[...]`.
extension RegexParser {
  mutating func characterClass(_ start: Int, _ local: RegexFlags) throws(RegexError) -> CharacterSet {
    var set = CharacterSet()
    set.ignoreCase = local.contains(.ignoreCase)
    set.asciiOnly = isBytes || local.contains(.ascii)
    if peek("[") { warn("Possible nested set at position \(start + 1)") }
    set.isNegated = accept("^")
    var first = true
    while true {
      guard let c = peek else { throw failure("unterminated character set", start) }
      if c == 0x5D && !first {
        at += 1
        break
      }
      let itemStart = at
      if !first, at + 1 < text.count, text[at + 1] == c, let operation = operation(c) {
        warn("Possible set \(operation) at position \(at)")
      }
      first = false
      let low = try classItem(&set, start)
      guard accept("-") else {
        if let low { set.ranges.append(low...low) }
        continue
      }
      guard let next = peek else { throw failure("unterminated character set", start) }
      if next == 0x5D {
        if let low { set.ranges.append(low...low) }
        set.ranges.append(0x2D...0x2D)
        at += 1
        break
      }
      if next == 0x2D { warn("Possible set difference at position \(at - 1)") }
      var other = CharacterSet()
      let high = try classItem(&other, start)
      guard let low, let high, low <= high else {
        throw failure("bad character range \(text[itemStart..<at].map { shown($0) }.joined())", itemStart)
      }
      set.ranges.append(low...high)
    }
    set.seal()
    return set
  }

  /// What two of a character may come to mean in a class.
  func operation(_ c: UInt32) -> String? {
    switch c {
    case 0x2D: "difference"
    case 0x26: "intersection"
    case 0x7E: "symmetric difference"
    case 0x7C: "union"
    default: nil
    }
  }

  /// One character of a class; nil when it was a kind such as `\d`.
  mutating func classItem(_ set: inout CharacterSet, _ open: Int) throws(RegexError) -> UInt32? {
    let start = at
    guard let c = peek else { throw failure("unterminated character set", open) }
    at += 1
    if c != 0x5C { return c }
    guard let d = peek else { throw failure("bad escape (end of pattern)", start) }
    if let (kind, negated) = kind(d) {
      at += 1
      set.kinds.append((kind, negated))
      return nil
    }
    if d == 0x62 {
      at += 1
      return 8
    }
    return try characterEscape(start)
  }
}
