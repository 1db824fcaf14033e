import Syntax

/// What is wrong with a pattern.
struct RegexError: Error {
  let message: String
  let position: Int
  /// The exception: `error`, `ValueError` or `OverflowError`.
  var kind = "error"
  /// What was odd before the error.
  var warnings: [RegexWarning] = []
}

/// What is odd about a pattern.
struct RegexWarning {
  let message: String
  let isDeprecation: Bool
}

/// A parsed pattern.
indirect enum RegexNode {
  case empty
  case character(UInt32, RegexFlags)
  case set(CharacterSet)
  case any(RegexFlags)
  case lineStart(RegexFlags)
  case lineEnd(RegexFlags)
  case textStart, stringEnd
  case boundary(negated: Bool, RegexFlags)
  case sequence([RegexNode])
  case choice([RegexNode])
  case group(Int, RegexNode)
  case repetition(RegexNode, min: Int, max: Int, greedy: Bool, possessive: Bool)
  case backReference(Int, RegexFlags)
  case look(RegexNode, ahead: Bool, negated: Bool)
  case atomic(RegexNode)
  case condition(Int, RegexNode, RegexNode)
}

/// Parses Python's syntax of regular expressions.
struct RegexParser {
  let text: [UInt32]
  let isBytes: Bool
  var at = 0
  var flags: RegexFlags
  var groupCount = 0
  var names: [(name: String, group: Int)] = []
  var open: Set<Int> = []
  var depth = 0
  var warnings: [RegexWarning] = []
  /// Whether nothing was read yet, so that flags for the whole pattern may follow.
  var isAtStart = true
  /// How many groups there were before the look-behind that is being read; nil outside of one.
  var groupsBeforeLook: Int?
  /// Groups that conditions name, with the places; they may be defined later.
  var awaited: [(group: Int, position: Int)] = []

  init(_ text: [UInt32], flags: RegexFlags, isBytes: Bool) {
    self.text = text
    self.flags = flags
    self.isBytes = isBytes
  }

  func failure(_ message: String, _ position: Int, _ kind: String = "error") -> RegexError {
    RegexError(message: message, position: position, kind: kind, warnings: warnings)
  }
  mutating func warn(_ message: String, deprecation: Bool = false) {
    warnings.append(RegexWarning(message: message, isDeprecation: deprecation))
  }
  var peek: UInt32? { at < text.count ? text[at] : nil }
  func peek(_ scalar: Unicode.Scalar) -> Bool { at < text.count && text[at] == scalar.value }
  mutating func accept(_ scalar: Unicode.Scalar) -> Bool {
    if peek(scalar) {
      at += 1
      return true
    }
    return false
  }

  /// Parses the whole pattern.
  mutating func parse() throws(RegexError) -> RegexNode {
    var local = flags
    let node = try alternatives(&local)
    if at < text.count { throw failure("unbalanced parenthesis", at) }
    for (group, position) in awaited where group > groupCount {
      throw failure("invalid group reference \(group)", position)
    }
    try checkFlags()
    return node
  }

  /// Refuses flags that do not go together.
  mutating func checkFlags() throws(RegexError) {
    if isBytes {
      if flags.contains(.unicode) { throw failure("cannot use UNICODE flag with a bytes pattern", -1, "ValueError") }
      if flags.contains(.locale) && flags.contains(.ascii) {
        throw failure("ASCII and LOCALE flags are incompatible", -1, "ValueError")
      }
      return
    }
    if flags.contains(.locale) { throw failure("cannot use LOCALE flag with a str pattern", -1, "ValueError") }
    if flags.contains(.ascii) && flags.contains(.unicode) {
      throw failure("ASCII and UNICODE flags are incompatible", -1, "ValueError")
    }
    if !flags.contains(.ascii) { flags.insert(.unicode) }
  }

  mutating func alternatives(_ local: inout RegexFlags) throws(RegexError) -> RegexNode {
    depth += 1
    defer { depth -= 1 }
    if depth > 200 { throw failure("pattern nested too deeply", at) }
    var branches = [try sequence(&local)]
    while accept("|") {
      isAtStart = false
      branches.append(try sequence(&local))
    }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  mutating func sequence(_ local: inout RegexFlags) throws(RegexError) -> RegexNode {
    var items: [RegexNode] = []
    while let c = peek {
      if c == 0x7C || c == 0x29 { break }
      if local.contains(.verbose) {
        if c == 0x20 || (c >= 9 && c <= 13) {
          at += 1
          continue
        }
        if c == 0x23 {
          while let d = peek, d != 10 { at += 1; _ = d }
          continue
        }
      }
      let start = at
      guard var item = try atom(&local) else { continue }
      isAtStart = false
      item = try quantified(item, start, local)
      items.append(item)
    }
    return items.count == 1 ? items[0] : items.isEmpty ? .empty : .sequence(items)
  }

  /// Whether a repetition may follow: not a place alone, though one in parentheses.
  func isRepeatable(_ node: RegexNode, _ start: Int) -> Bool {
    if start < text.count, text[start] == 0x28 { return true }
    switch node {
    case .lineStart, .lineEnd, .textStart, .stringEnd, .boundary: return false
    default: return true
    }
  }

  mutating func quantified(_ item: RegexNode, _ start: Int, _ local: RegexFlags) throws(RegexError) -> RegexNode {
    let quantifier = at
    guard let (low, high) = try bounds() else { return item }
    if !isRepeatable(item, start) { throw failure("nothing to repeat", quantifier) }
    var (greedy, possessive) = (true, false)
    if accept("?") { greedy = false } else if accept("+") { possessive = true }
    let made = RegexNode.repetition(item, min: low, max: high, greedy: greedy, possessive: possessive)
    let next = at
    if try bounds() != nil { throw failure("multiple repeat", next) }
    return made
  }

  /// `*`, `+`, `?` or `{m,n}`; nil when none is here.
  mutating func bounds() throws(RegexError) -> (Int, Int)? {
    switch peek {
    case 0x2A:
      at += 1
      return (0, Int.max)
    case 0x2B:
      at += 1
      return (1, Int.max)
    case 0x3F:
      at += 1
      return (0, 1)
    case 0x7B:
      let start = at
      at += 1
      if peek("}") {
        at = start
        return nil
      }
      let low = number()
      var high = low
      var ranged = false
      if accept(",") {
        ranged = true
        high = number()
      }
      if !accept("}") || (low == nil && !ranged) {
        at = start
        return nil
      }
      let (m, n) = (low ?? 0, ranged ? high ?? Int.max : high ?? 0)
      if m >= 1 << 32 - 1 || (n != Int.max && n >= 1 << 32 - 1) {
        throw failure("the repetition number is too large", -1, "OverflowError")
      }
      if n < m { throw failure("min repeat greater than max repeat", start + 1) }
      return (m, n)
    default: return nil
    }
  }

  mutating func number() -> Int? {
    var result: Int?
    while let c = peek, c >= 0x30 && c <= 0x39 {
      result = min((result ?? 0) &* 10 &+ Int(c &- 0x30), 1 << 40)
      at += 1
    }
    return result
  }

  mutating func atom(_ local: inout RegexFlags) throws(RegexError) -> RegexNode? {
    let start = at
    guard let c = peek else { return nil }
    at += 1
    switch c {
    case 0x2E: return .any(local)
    case 0x5E: return .lineStart(local)
    case 0x24: return .lineEnd(local)
    case 0x5B: return .set(try characterClass(start, local))
    case 0x28: return try group(start, &local)
    case 0x2A, 0x2B, 0x3F: throw failure("nothing to repeat", start)
    case 0x7B:
      at = start
      if try bounds() != nil { throw failure("nothing to repeat", start) }
      at = start + 1
      return .character(c, local)
    case 0x5C: return try escape(start, local)
    default: return .character(c, local)
    }
  }

  // MARK: Escapes

  func kindSet(_ kind: CharacterKind, _ negated: Bool, _ local: RegexFlags) -> CharacterSet {
    var set = CharacterSet()
    set.kinds = [(kind, negated)]
    set.asciiOnly = isBytes || local.contains(.ascii)
    set.seal()
    return set
  }

  func kind(_ c: UInt32) -> (CharacterKind, Bool)? {
    switch c {
    case 0x64: return (.digit, false)
    case 0x44: return (.digit, true)
    case 0x77: return (.word, false)
    case 0x57: return (.word, true)
    case 0x73: return (.space, false)
    case 0x53: return (.space, true)
    default: return nil
    }
  }

  mutating func escape(_ start: Int, _ local: RegexFlags) throws(RegexError) -> RegexNode {
    guard let c = peek else { throw failure("bad escape (end of pattern)", start) }
    if let (kind, negated) = kind(c) {
      at += 1
      return .set(kindSet(kind, negated, local))
    }
    switch c {
    case 0x41:
      at += 1
      return .textStart
    case 0x5A:
      at += 1
      return .stringEnd
    case 0x62, 0x42:
      at += 1
      return .boundary(negated: c == 0x42, local)
    case 0x31...0x39:
      let digitStart = at
      at += 1
      var group = Int(c &- 0x30)
      if let d = peek, d >= 0x30 && d <= 0x39 {
        // Three octal digits are a character, two digits a group.
        if c <= 0x37, d <= 0x37, at + 1 < text.count, text[at + 1] >= 0x30, text[at + 1] <= 0x37 {
          let value = (c &- 0x30) &* 64 &+ (d &- 0x30) &* 8 &+ (text[at + 1] &- 0x30)
          at += 2
          return .character(try octal(value, start), local)
        }
        group = group * 10 + Int(d &- 0x30)
        at += 1
      }
      if group > groupCount { throw failure("invalid group reference \(group)", digitStart) }
      if open.contains(group) { throw failure("cannot refer to an open group", start) }
      try checkLook(group)
      return .backReference(group, local)
    default: return .character(try characterEscape(start), local)
    }
  }

  /// The character that an escape stands for, inside and outside of classes.
  mutating func characterEscape(_ start: Int) throws(RegexError) -> UInt32 {
    guard let c = peek else { throw failure("bad escape (end of pattern)", start) }
    at += 1
    switch c {
    case 0x6E: return 10
    case 0x74: return 9
    case 0x72: return 13
    case 0x66: return 12
    case 0x76: return 11
    case 0x61: return 7
    case 0x30...0x37:
      var value = c &- 0x30
      var digits = 1
      while digits < 3, let d = peek, d >= 0x30 && d <= 0x37 {
        value = value &* 8 &+ (d &- 0x30)
        at += 1
        digits += 1
      }
      return try octal(value, start)
    case 0x4E where !isBytes: return try namedCharacter(start)
    case 0x78: return try hexadecimal(2, start)
    case 0x75 where !isBytes: return try hexadecimal(4, start)
    case 0x55 where !isBytes:
      let value = try hexadecimal(8, start)
      if value > 0x10FFFF {
        throw failure("bad escape \(text[start..<at].map { shown($0) }.joined())", start)
      }
      return value
    default:
      if (c | 0x20) >= 0x61 && (c | 0x20) <= 0x7A || (c >= 0x30 && c <= 0x39) {
        throw failure("bad escape \\\(shown(c))", start)
      }
      return c
    }
  }

  func octal(_ value: UInt32, _ start: Int) throws(RegexError) -> UInt32 {
    if value <= 0o377 { return value }
    throw failure("octal escape value \\\(String(value, radix: 8)) outside of range 0-0o377", start)
  }

  /// `\N{name}`; the N is read.
  mutating func namedCharacter(_ start: Int) throws(RegexError) -> UInt32 {
    if !accept("{") { throw failure("missing {", at) }
    let name = try self.name("}", what: "character name")
    guard let point = CharacterNames.codePoint(named: name) else {
      throw failure("undefined character name '\(name)'", start)
    }
    return point
  }

  /// Refuses a reference to a group that the same look-behind defines.
  func checkLook(_ group: Int) throws(RegexError) {
    guard let groupsBeforeLook else { return }
    if open.contains(group) { throw failure("cannot refer to an open group", at) }
    if group > groupsBeforeLook {
      throw failure("cannot refer to group defined in the same lookbehind subpattern", at)
    }
  }

  func shown(_ c: UInt32) -> String { Unicode.Scalar(c).map { String(Character($0)) } ?? "?" }

  mutating func hexadecimal(_ count: Int, _ start: Int) throws(RegexError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<count {
      guard let c = peek, let digit = Unicode.Scalar(c).flatMap({ Character($0).hexDigitValue }) else {
        let seen = text[start..<at].map { shown($0) }.joined()
        throw failure("incomplete escape \(seen)", start)
      }
      value = value &* 16 &+ UInt32(digit)
      at += 1
    }
    return value
  }
}
