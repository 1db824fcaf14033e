/// What is wrong with a pattern, as `re.error` tells it.
struct RegexError: Error {
  let message: String
  let position: Int
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
  private let text: [UInt32]
  private let isBytes: Bool
  private var at = 0
  private(set) var flags: RegexFlags
  private(set) var groupCount = 0
  private(set) var names: [(name: String, group: Int)] = []
  private var open: Set<Int> = []
  private var depth = 0

  init(_ text: [UInt32], flags: RegexFlags, isBytes: Bool) {
    self.text = text
    self.flags = flags
    self.isBytes = isBytes
    if !isBytes && !flags.contains(.ascii) { self.flags.insert(.unicode) }
  }

  private func failure(_ message: String, _ position: Int) -> RegexError { RegexError(message: message, position: position) }
  private var peek: UInt32? { at < text.count ? text[at] : nil }
  private func peek(_ scalar: Unicode.Scalar) -> Bool { at < text.count && text[at] == scalar.value }
  private mutating func accept(_ scalar: Unicode.Scalar) -> Bool {
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
    return node
  }

  private mutating func alternatives(_ local: inout RegexFlags) throws(RegexError) -> RegexNode {
    depth += 1
    defer { depth -= 1 }
    if depth > 200 { throw failure("pattern nested too deeply", at) }
    var branches = [try sequence(&local)]
    while accept("|") { branches.append(try sequence(&local)) }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func sequence(_ local: inout RegexFlags) throws(RegexError) -> RegexNode {
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
      item = try quantified(item, start, local)
      items.append(item)
    }
    return items.count == 1 ? items[0] : items.isEmpty ? .empty : .sequence(items)
  }

  private func isRepeatable(_ node: RegexNode) -> Bool {
    switch node {
    case .lineStart, .textStart: return false
    default: return true
    }
  }

  private mutating func quantified(_ item: RegexNode, _ start: Int, _ local: RegexFlags) throws(RegexError) -> RegexNode {
    let quantifier = at
    guard let (low, high) = try bounds() else { return item }
    if !isRepeatable(item) { throw failure("nothing to repeat", quantifier) }
    var (greedy, possessive) = (true, false)
    if accept("?") { greedy = false } else if accept("+") { possessive = true }
    let made = RegexNode.repetition(item, min: low, max: high, greedy: greedy, possessive: possessive)
    let next = at
    if try bounds() != nil { throw failure("multiple repeat", next) }
    return made
  }

  /// `*`, `+`, `?` or `{m,n}`; nil when none is here.
  private mutating func bounds() throws(RegexError) -> (Int, Int)? {
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
      if m > 1 << 32 || (n != Int.max && n > 1 << 32) { throw failure("the repetition number is too large", start) }
      if n < m { throw failure("min repeat greater than max repeat", start + 1) }
      return (m, n)
    default: return nil
    }
  }

  private mutating func number() -> Int? {
    var result: Int?
    while let c = peek, c >= 0x30 && c <= 0x39 {
      result = min((result ?? 0) &* 10 &+ Int(c &- 0x30), 1 << 40)
      at += 1
    }
    return result
  }

  private mutating func atom(_ local: inout RegexFlags) throws(RegexError) -> RegexNode? {
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

  private func kindSet(_ kind: CharacterKind, _ negated: Bool, _ local: RegexFlags) -> CharacterSet {
    var set = CharacterSet()
    set.kinds = [(kind, negated)]
    set.asciiOnly = isBytes || local.contains(.ascii)
    set.seal()
    return set
  }

  private func kind(_ c: UInt32) -> (CharacterKind, Bool)? {
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

  private mutating func escape(_ start: Int, _ local: RegexFlags) throws(RegexError) -> RegexNode {
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
        if c <= 0x33, d <= 0x37, at + 1 < text.count, text[at + 1] >= 0x30, text[at + 1] <= 0x37 {
          let value = (c &- 0x30) &* 64 &+ (d &- 0x30) &* 8 &+ (text[at + 1] &- 0x30)
          at += 2
          return .character(value, local)
        }
        group = group * 10 + Int(d &- 0x30)
        at += 1
      }
      if group > groupCount { throw failure("invalid group reference \(group)", digitStart) }
      if open.contains(group) { throw failure("cannot refer to an open group", start) }
      return .backReference(group, local)
    default: return .character(try characterEscape(start), local)
    }
  }

  /// The character that an escape stands for, inside and outside of classes.
  private mutating func characterEscape(_ start: Int) throws(RegexError) -> UInt32 {
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
      if value > 0o377 {
        throw failure("octal escape value \\\(String(value, radix: 8)) outside of range 0-0o377", start)
      }
      return value
    case 0x78: return try hexadecimal(2, start)
    case 0x75 where !isBytes: return try hexadecimal(4, start)
    case 0x55 where !isBytes: return try hexadecimal(8, start)
    default:
      if (c | 0x20) >= 0x61 && (c | 0x20) <= 0x7A || (c >= 0x30 && c <= 0x39) {
        throw failure("bad escape \\\(shown(c))", start)
      }
      return c
    }
  }

  private func shown(_ c: UInt32) -> String { Unicode.Scalar(c).map { String(Character($0)) } ?? "?" }

  private mutating func hexadecimal(_ count: Int, _ start: Int) throws(RegexError) -> UInt32 {
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

  // MARK: Classes

  private mutating func characterClass(_ start: Int, _ local: RegexFlags) throws(RegexError) -> CharacterSet {
    var set = CharacterSet()
    set.ignoreCase = local.contains(.ignoreCase)
    set.asciiOnly = isBytes || local.contains(.ascii)
    set.isNegated = accept("^")
    var first = true
    while true {
      guard let c = peek else { throw failure("unterminated character set", start) }
      if c == 0x5D && !first {
        at += 1
        break
      }
      first = false
      let itemStart = at
      guard let low = try classItem(&set) else { continue }
      if peek("-"), at + 1 < text.count, text[at + 1] != 0x5D {
        at += 1
        let highStart = at
        var other = CharacterSet()
        guard let high = try classItem(&other) else {
          let range = text[itemStart..<at].map { shown($0) }.joined()
          throw failure("bad character range \(range)", itemStart)
        }
        _ = highStart
        if high < low {
          let range = text[itemStart..<at].map { shown($0) }.joined()
          throw failure("bad character range \(range)", itemStart)
        }
        set.ranges.append(low...high)
      } else {
        set.ranges.append(low...low)
      }
    }
    set.seal()
    return set
  }

  /// One character of a class; nil when it was a kind such as `\d`.
  private mutating func classItem(_ set: inout CharacterSet) throws(RegexError) -> UInt32? {
    let start = at
    guard let c = peek else { throw failure("unterminated character set", start) }
    at += 1
    if c != 0x5C { return c }
    guard let d = peek else { throw failure("unterminated character set", start) }
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

  // MARK: Groups

  private mutating func name(_ end: Unicode.Scalar) throws(RegexError) -> String {
    let start = at
    while let c = peek, c != end.value { at += 1; _ = c }
    if at >= text.count { throw failure(start == at ? "missing group name" : "missing \(end), unterminated name", start) }
    let made = text[start..<at].map { shown($0) }.joined()
    at += 1
    if made.isEmpty { throw failure("missing group name", start) }
    return made
  }

  private func isIdentifier(_ name: String) -> Bool {
    for (i, c) in name.unicodeScalars.enumerated() {
      let good = c == "_" || (i == 0 ? c.properties.isXIDStart : c.properties.isXIDContinue)
      if !good { return false }
    }
    return true
  }

  private mutating func close(_ start: Int) throws(RegexError) {
    if !accept(")") { throw failure("missing ), unterminated subpattern", start) }
  }

  private mutating func group(_ start: Int, _ local: inout RegexFlags) throws(RegexError) -> RegexNode? {
    if !accept("?") { return try capture(start, local, name: nil) }
    guard let c = peek else { throw failure("unexpected end of pattern", at) }
    at += 1
    switch c {
    case 0x3A: return try inner(start, local)
    case 0x3D, 0x21:
      return .look(try inner(start, local), ahead: true, negated: c == 0x21)
    case 0x3E: return .atomic(try inner(start, local))
    case 0x23:
      while let d = peek, d != 0x29 { at += 1; _ = d }
      if !accept(")") { throw failure("missing ), unterminated comment", start) }
      return nil
    case 0x3C:
      guard let d = peek else { throw failure("unexpected end of pattern", at) }
      at += 1
      if d != 0x3D && d != 0x21 { throw failure("unknown extension ?<\(shown(d))", start + 1) }
      return .look(try inner(start, local), ahead: false, negated: d == 0x21)
    case 0x50:
      if accept("<") {
        let nameStart = at
        let name = try name(">")
        if !isIdentifier(name) { throw failure("bad character in group name '\(name)'", nameStart) }
        if let known = names.first(where: { $0.name == name }) {
          throw failure("redefinition of group name '\(name)' as group \(groupCount + 1); was group \(known.group)", nameStart)
        }
        return try capture(start, local, name: name)
      }
      if accept("=") {
        let nameStart = at
        let name = try name(")")
        guard let known = names.first(where: { $0.name == name }) else {
          throw failure(isIdentifier(name) ? "unknown group name '\(name)'" : "bad character in group name '\(name)'", nameStart)
        }
        if open.contains(known.group) { throw failure("cannot refer to an open group", nameStart) }
        return .backReference(known.group, local)
      }
      guard let d = peek else { throw failure("unexpected end of pattern", at) }
      throw failure("unknown extension ?P\(shown(d))", start + 1)
    case 0x28: return try conditional(start, local)
    default:
      at -= 1
      return try inlineFlags(start, &local)
    }
  }

  private mutating func inner(_ start: Int, _ local: RegexFlags) throws(RegexError) -> RegexNode {
    var scoped = local
    let node = try alternatives(&scoped)
    try close(start)
    return node
  }

  private mutating func capture(_ start: Int, _ local: RegexFlags, name: String?) throws(RegexError) -> RegexNode {
    groupCount += 1
    let number = groupCount
    if let name { names.append((name, number)) }
    open.insert(number)
    let node = try inner(start, local)
    open.remove(number)
    return .group(number, node)
  }

  private mutating func conditional(_ start: Int, _ local: RegexFlags) throws(RegexError) -> RegexNode {
    let nameStart = at
    let name = try name(")")
    let number: Int
    if let n = Int(name) { number = n } else if let known = names.first(where: { $0.name == name }) {
      number = known.group
    } else {
      throw failure("unknown group name '\(name)'", nameStart)
    }
    if number > groupCount || number < 1 { throw failure("invalid group reference \(number)", nameStart) }
    var scoped = local
    let yes = try sequence(&scoped)
    var no = RegexNode.empty
    if accept("|") {
      no = try sequence(&scoped)
      if peek("|") { throw failure("conditional backref with more than two branches", at) }
    }
    try close(start)
    return .condition(number, yes, no)
  }

  private mutating func inlineFlags(_ start: Int, _ local: inout RegexFlags) throws(RegexError) -> RegexNode? {
    var (on, off): (RegexFlags, RegexFlags) = ([], [])
    var negative = false
    while let c = peek {
      at += 1
      var flag: RegexFlags = []
      switch c {
      case 0x69: flag = .ignoreCase
      case 0x6D: flag = .multiline
      case 0x73: flag = .dotAll
      case 0x78: flag = .verbose
      case 0x61: flag = .ascii
      case 0x75: flag = .unicode
      case 0x4C: flag = []
      case 0x2D where !negative:
        negative = true
        continue
      case 0x3A:
        var scoped = local.union(on).subtracting(off)
        if on.contains(.ascii) { scoped.remove(.unicode) }
        let node = try alternatives(&scoped)
        try close(start)
        return node
      case 0x29 where !negative:
        if start != 0 { throw failure("global flags not at the start of the expression", start) }
        local.formUnion(on)
        flags.formUnion(on)
        if on.contains(.ascii) {
          flags.remove(.unicode)
          local.remove(.unicode)
        }
        return nil
      default:
        at -= 1
        let isLetter = (c | 0x20) >= 0x61 && (c | 0x20) <= 0x7A
        if on.isEmpty && off.isEmpty && !negative { throw failure("unknown extension ?\(shown(c))", start + 1) }
        throw failure(isLetter ? "unknown flag" : "missing -, : or )", at)
      }
      if negative { off.formUnion(flag) } else { on.formUnion(flag) }
    }
    throw failure("missing -, : or )", at)
  }
}
