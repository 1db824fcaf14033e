/// Makes a program of a parsed pattern.
struct RegexCompiler {
  private let program = RegexProgram()
  private let isBytes: Bool

  /// Parses and compiles a pattern.
  static func compile(_ pattern: [UInt32], flags: RegexFlags, isBytes: Bool) throws(RegexError) -> RegexProgram {
    var parser = RegexParser(pattern, flags: flags, isBytes: isBytes)
    var node = try parser.parse()
    if parser.flags.contains(.verbose) && !flags.contains(.verbose) {
      // `(?x)` at the start changes how the rest reads.
      parser = RegexParser(pattern, flags: parser.flags, isBytes: isBytes)
      node = try parser.parse()
    }
    let compiler = RegexCompiler(isBytes: isBytes)
    let program = compiler.program
    program.groupCount = parser.groupCount
    program.groupNames = parser.names
    program.flags = parser.flags
    program.isAnchored = compiler.isAnchored(node)
    program.warnings = parser.warnings
    compiler.measure(node)
    program.ops.append(.save(0))
    try compiler.emit(node)
    program.ops.append(.save(1))
    program.ops.append(.accept)
    program.seal()
    return program
  }

  private init(isBytes: Bool) { self.isBytes = isBytes }

  /// Whether the node matches nowhere but at the start of the text.
  private func isAnchored(_ node: RegexNode) -> Bool {
    switch node {
    case .textStart: return true
    case .lineStart(let flags): return !flags.contains(.multiline)
    case .sequence(let items): return items.first.map { isAnchored($0) } ?? false
    case .group(_, let inner): return isAnchored(inner)
    default: return false
    }
  }

  /// Remembers how wide the groups are, for references to them from a look-behind.
  private func measure(_ node: RegexNode) {
    switch node {
    case .group(let number, let inner):
      measure(inner)
      program.groupWidths[number] = width(inner)
    case .sequence(let items), .choice(let items): for item in items { measure(item) }
    case .repetition(let inner, _, _, _, _), .look(let inner, _, _), .atomic(let inner): measure(inner)
    case .condition(_, let yes, let no):
      measure(yes)
      measure(no)
    default: return
    }
  }

  private func add(_ op: RegexOp) -> Int {
    program.ops.append(op)
    return program.ops.count - 1
  }
  private func set(_ set: CharacterSet) -> RegexOp {
    program.sets.append(set)
    return .set(program.sets.count - 1)
  }

  /// The instruction of a node that always takes exactly one character; nil for others.
  private func single(_ node: RegexNode) -> RegexOp? {
    switch node {
    case .character(let c, let flags):
      let asciiOnly = isBytes || flags.contains(.ascii)
      if flags.contains(.ignoreCase) && !RegexRules.variants(c, asciiOnly: asciiOnly).isEmpty {
        var made = CharacterSet()
        made.ranges = [c...c]
        made.ignoreCase = true
        made.asciiOnly = asciiOnly
        made.seal()
        return set(made)
      }
      return .character(c)
    case .set(let characters): return set(characters)
    case .any(let flags): return flags.contains(.dotAll) ? .any : .anyButNewline
    default: return nil
    }
  }

  private func emit(_ node: RegexNode) throws(RegexError) {
    if program.ops.count > 1_000_000 { throw RegexError(message: "regular expression code size limit exceeded", position: 0) }
    if let op = single(node) {
      _ = add(op)
      return
    }
    switch node {
    case .empty, .character, .set, .any: return
    case .lineStart(let flags): _ = add(flags.contains(.multiline) ? .lineStart : .textStart)
    case .lineEnd(let flags): _ = add(flags.contains(.multiline) ? .lineEnd : .textEnd)
    case .textStart: _ = add(.textStart)
    case .stringEnd: _ = add(.stringEnd)
    case .boundary(let negated, let flags):
      _ = add(.wordBoundary(negated: negated, asciiOnly: isBytes || flags.contains(.ascii)))
    case .sequence(let items): for item in items { try emit(item) }
    case .choice(let branches):
      var exits: [Int] = []
      for (i, branch) in branches.enumerated() {
        if i == branches.count - 1 {
          try emit(branch)
          break
        }
        let split = add(.accept)
        try emit(branch)
        exits.append(add(.accept))
        program.ops[split] = .split(first: split + 1, second: program.ops.count)
      }
      for exit in exits { program.ops[exit] = .jump(program.ops.count) }
    case .group(let number, let inner):
      _ = add(.save(number * 2))
      try emit(inner)
      _ = add(.save(number * 2 + 1))
    case .repetition(let inner, let min, let max, let greedy, let possessive):
      try emitRepetition(inner, min, max, greedy, possessive)
    case .backReference(let number, let flags):
      _ = add(.backReference(number, ignoreCase: flags.contains(.ignoreCase)))
    case .look(let inner, let ahead, let negated):
      var width = 0
      if !ahead {
        guard let fixed = self.width(inner) else {
          throw RegexError(message: "look-behind requires fixed-width pattern", position: -1)
        }
        if fixed >= 1 << 32 { throw RegexError(message: "looks too much behind", position: -1) }
        width = fixed
      }
      let look = add(.accept)
      try emit(inner)
      _ = add(.accept)
      program.ops[look] = .look(ahead: ahead, negated: negated, width: width, next: program.ops.count)
    case .atomic(let inner):
      let start = add(.accept)
      try emit(inner)
      _ = add(.accept)
      program.ops[start] = .atomic(next: program.ops.count)
    case .condition(let group, let yes, let no):
      let test = add(.accept)
      try emit(yes)
      let exit = add(.accept)
      program.ops[test] = .condition(group: group, otherwise: program.ops.count)
      try emit(no)
      program.ops[exit] = .jump(program.ops.count)
    }
  }

  private func emitRepetition(
    _ inner: RegexNode, _ min: Int, _ max: Int, _ greedy: Bool, _ possessive: Bool
  ) throws(RegexError) {
    if let op = single(inner) {
      _ = add(.run(min: min, max: max, greedy: greedy, possessive: possessive))
      _ = add(op)
      return
    }
    if possessive {
      let start = add(.accept)
      try emitRepetition(inner, min, max, true, false)
      _ = add(.accept)
      program.ops[start] = .atomic(next: program.ops.count)
      return
    }
    if max == 0 { return }
    let mark = program.registerCount
    if min == 0 && max == 1 {
      let split = add(.accept)
      try emit(inner)
      let end = program.ops.count
      program.ops[split] = greedy ? .split(first: split + 1, second: end) : .split(first: end, second: split + 1)
      return
    }
    if min <= 1 && max == Int.max {
      // x+ is x x*: the body once more, unless it is large.
      if min == 1 { try emit(inner) }
      program.registerCount += 1
      let split = add(.accept)
      _ = add(.mark(mark))
      try emit(inner)
      let check = add(.accept)
      _ = add(.jump(split))
      let end = program.ops.count
      program.ops[check] = .checkProgress(mark, exit: end)
      program.ops[split] = greedy ? .split(first: split + 1, second: end) : .split(first: end, second: split + 1)
      return
    }
    // Counted: a register counts the turns, another one remembers where the turn began.
    program.registerCount += 2
    let counter = mark + 1
    _ = add(.setCounter(counter, 0))
    _ = add(.setCounter(mark, 0))
    let entry = add(.accept)
    let body = program.ops.count
    _ = add(.mark(mark))
    try emit(inner)
    let check = add(.accept)
    let loop = add(.loop(counter: counter, mark: mark, min: min, max: max, greedy: greedy, body: body))
    program.ops[entry] = .jump(loop)
    program.ops[check] = min == 0 ? .checkProgress(mark, exit: loop + 1) : .jump(loop)
  }

  /// The fixed width of a node; nil when it varies.
  private func width(_ node: RegexNode) -> Int? {
    switch node {
    case .character, .set, .any: return 1
    case .empty, .lineStart, .lineEnd, .textStart, .stringEnd, .boundary, .look: return 0
    case .sequence(let items):
      var total = 0
      for item in items {
        guard let w = width(item) else { return nil }
        total += w
      }
      return total
    case .choice(let branches):
      let widths = Set(branches.map { width($0) })
      return widths.count == 1 ? widths.first ?? nil : nil
    case .group(_, let inner), .atomic(let inner): return width(inner)
    case .repetition(let inner, let min, let max, _, _):
      guard min == max, let w = width(inner) else { return nil }
      let (total, overflow) = w.multipliedReportingOverflow(by: min)
      return overflow ? 1 << 40 : Swift.min(total, 1 << 40)
    case .backReference(let number, _): return program.groupWidths[number]
    case .condition(_, let yes, let no):
      guard let w = width(yes), w == width(no) else { return nil }
      return w
    }
  }
}
