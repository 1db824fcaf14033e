/// Groups, conditions and flags: what begins with a parenthesis.
extension RegexParser {
  mutating func name(
    _ end: Unicode.Scalar, what: String = "group name"
  ) throws(RegexError) -> String {
    let start = at
    while let c = peek, c != end.value { at += 1; _ = c }
    if at >= text.count { throw failure(start == at ? "missing \(what)" : "missing \(end), unterminated name", start) }
    let made = text[start..<at].map { shown($0) }.joined()
    at += 1
    if made.isEmpty { throw failure("missing \(what)", start) }
    return made
  }

  /// Refuses what is no name of a group.
  mutating func checkName(_ name: String, _ position: Int) throws(RegexError) {
    if isBytes && !name.utf8.allSatisfy({ $0 < 128 }) {
      warn("bad character in group name \(quoted(name)) at position \(position)", deprecation: true)
    }
    if !isIdentifier(name) { throw failure("bad character in group name '\(name)'", position) }
  }
  /// A name as `repr` writes it, or `ascii` for a pattern of bytes.
  func quoted(_ name: String) -> String {
    if !isBytes { return "'\(name)'" }
    let parts = name.unicodeScalars.map { scalar -> String in
      if scalar.value < 128 { return String(Character(scalar)) }
      let digits = String(scalar.value, radix: 16)
      return "\\x" + (digits.count < 2 ? "0" : "") + digits
    }
    return "'\(parts.joined())'"
  }

  func isIdentifier(_ name: String) -> Bool {
    if name.isEmpty { return false }
    for (i, c) in name.unicodeScalars.enumerated() {
      let good = c == "_" || (i == 0 ? c.properties.isXIDStart : c.properties.isXIDContinue)
      if !good { return false }
    }
    return true
  }

  mutating func close(_ start: Int) throws(RegexError) {
    if !accept(")") { throw failure("missing ), unterminated subpattern", start) }
  }

  mutating func group(_ start: Int, _ local: inout RegexFlags) throws(RegexError) -> RegexNode? {
    let mayTakeFlags = isAtStart && depth == 1
    if !accept("?") {
      isAtStart = false
      return try capture(start, local, name: nil)
    }
    guard let c = peek else { throw failure("unexpected end of pattern", at) }
    at += 1
    if c != 0x23 && flag(c) == nil { isAtStart = false }
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
      let isOuter = groupsBeforeLook == nil
      if isOuter { groupsBeforeLook = groupCount }
      let node = try inner(start, local)
      if isOuter { groupsBeforeLook = nil }
      return .look(node, ahead: false, negated: d == 0x21)
    case 0x50:
      if accept("<") {
        let nameStart = at
        let name = try name(">")
        try checkName(name, nameStart)
        if let known = names.first(where: { $0.name == name }) {
          throw failure("redefinition of group name '\(name)' as group \(groupCount + 1); was group \(known.group)", nameStart)
        }
        return try capture(start, local, name: name)
      }
      if accept("=") {
        let nameStart = at
        let name = try name(")")
        try checkName(name, nameStart)
        guard let known = names.first(where: { $0.name == name }) else {
          throw failure("unknown group name \(quoted(name))", nameStart)
        }
        if open.contains(known.group) { throw failure("cannot refer to an open group", nameStart) }
        try checkLook(known.group)
        return .backReference(known.group, local)
      }
      guard let d = peek else { throw failure("unexpected end of pattern", at) }
      throw failure("unknown extension ?P\(shown(d))", start + 1)
    case 0x28: return try conditional(start, local)
    default: return try inlineFlags(start, &local, c, mayBeGlobal: mayTakeFlags)
    }
  }

  mutating func inner(_ start: Int, _ local: RegexFlags) throws(RegexError) -> RegexNode {
    var scoped = local
    let node = try alternatives(&scoped)
    try close(start)
    return node
  }

  mutating func capture(_ start: Int, _ local: RegexFlags, name: String?) throws(RegexError) -> RegexNode {
    groupCount += 1
    let number = groupCount
    if let name { names.append((name, number)) }
    open.insert(number)
    let node = try inner(start, local)
    open.remove(number)
    return .group(number, node)
  }

  mutating func conditional(_ start: Int, _ local: RegexFlags) throws(RegexError) -> RegexNode {
    let nameStart = at
    let name = try name(")")
    let number: Int
    if isIdentifier(name) {
      try checkName(name, nameStart)
      guard let known = names.first(where: { $0.name == name }) else {
        throw failure("unknown group name \(quoted(name))", nameStart)
      }
      number = known.group
    } else {
      guard let n = groupNumber(name) else { throw failure("bad character in group name '\(name)'", nameStart) }
      if n == 0 { throw failure("bad group number", nameStart) }
      if n >= 1_073_741_823 { throw failure("invalid group reference \(n)", nameStart) }
      awaited.append((n, nameStart))
      if !name.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
        warn("bad character in group name \(quoted(name)) at position \(nameStart)", deprecation: true)
      }
      number = n
    }
    if groupsBeforeLook != nil && number > groupCount { throw failure("cannot refer to an open group", nameStart) }
    try checkLook(number)
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

  /// The number of a group as int() reads it: signs, spaces and digits of other scripts are on their way out.
  func groupNumber(_ name: String) -> Int? {
    var digits = Array(name.unicodeScalars)
    while let last = digits.last, last.properties.isWhitespace { digits.removeLast() }
    while let first = digits.first, first.properties.isWhitespace { digits.removeFirst() }
    if digits.first == "+" { digits.removeFirst() }
    var (value, wasDigit) = (0, false)
    for scalar in digits {
      if scalar == "_" && wasDigit {
        wasDigit = false
        continue
      }
      guard scalar.properties.numericType == .decimal, let digit = scalar.properties.numericValue else { return nil }
      value = min(value &* 10 &+ Int(digit), 1 << 40)
      wasDigit = true
    }
    return wasDigit ? value : nil
  }

  func flag(_ c: UInt32) -> RegexFlags? {
    switch c {
    case 0x69: .ignoreCase
    case 0x6D: .multiline
    case 0x73: .dotAll
    case 0x78: .verbose
    case 0x61: .ascii
    case 0x75: .unicode
    case 0x4C: .locale
    case 0x74: .template
    default: nil
    }
  }
  func isLetter(_ c: UInt32) -> Bool { Unicode.Scalar(c)?.properties.isAlphabetic ?? false }

  /// `(?flags)`, `(?flags-flags:...)`; the first character behind the question mark is read.
  mutating func inlineFlags(
    _ start: Int, _ local: inout RegexFlags, _ first: UInt32, mayBeGlobal: Bool
  ) throws(RegexError) -> RegexNode? {
    let types: RegexFlags = [.ascii, .unicode, .locale]
    var (on, off): (RegexFlags, RegexFlags) = ([], [])
    var c = first
    if c != 0x2D {
      guard flag(c) != nil else { throw failure("unknown extension ?\(shown(c))", start + 1) }
      while let flag = flag(c) {
        if !isBytes && flag == .locale {
          throw failure("bad inline flags: cannot use 'L' flag with a str pattern", at)
        }
        if isBytes && flag == .unicode {
          throw failure("bad inline flags: cannot use 'u' flag with a bytes pattern", at)
        }
        on.formUnion(flag)
        if types.contains(flag) && on.intersection(types) != flag {
          throw failure("bad inline flags: flags 'a', 'u' and 'L' are incompatible", at)
        }
        guard let next = peek else { throw failure("missing -, : or )", at) }
        at += 1
        c = next
        if c == 0x29 || c == 0x2D || c == 0x3A { break }
        if self.flag(c) == nil { throw failure(isLetter(c) ? "unknown flag" : "missing -, : or )", at - 1) }
      }
    }
    if c == 0x29 {
      if !mayBeGlobal { throw failure("global flags not at the start of the expression", start) }
      flags.formUnion(on)
      local.formUnion(on)
      return nil
    }
    if c == 0x2D { off = try flagsToTurnOff(types) }
    if !on.isDisjoint(with: off) { throw failure("bad inline flags: flag turned on and off", at - 1) }
    isAtStart = false
    var scoped = local.union(on).subtracting(off)
    if !on.isDisjoint(with: types) { scoped = scoped.subtracting(types).union(on.intersection(types)) }
    let node = try alternatives(&scoped)
    try close(start)
    return node
  }

  mutating func flagsToTurnOff(_ types: RegexFlags) throws(RegexError) -> RegexFlags {
    var off: RegexFlags = []
    guard let next = peek else { throw failure("missing flag", at) }
    guard flag(next) != nil else { throw failure(isLetter(next) ? "unknown flag" : "missing flag", at) }
    while let c = peek, let flag = flag(c) {
      at += 1
      if types.contains(flag) {
        throw failure("bad inline flags: cannot turn off flags 'a', 'u' and 'L'", at)
      }
      off.formUnion(flag)
    }
    guard let last = peek else { throw failure("missing :", at) }
    if last != 0x3A { throw failure(isLetter(last) ? "unknown flag" : "missing :", at) }
    at += 1
    return off
  }
}
