import Syntax

/// `match`. A pattern tests a register and jumps to a label when it does not fit; names are bound when all of it did.
extension Compiler {
  /// What a pattern has found so far.
  struct Captures {
    /// Names to be bound, with where their values are.
    var names: [(name: String, source: Operand)] = []
    /// Where to go when the pattern does not fit.
    let fail: Label
  }

  /// Compiles `match`.
  func compileMatch(_ subject: Expr, _ cases: [MatchCase]) throws(SyntaxError) {
    let mark = unit.top
    let end = unit.label()
    let register = unit.allocate()
    try compile(subject, into: register)
    for item in cases {
      let next = unit.label()
      try compile(item, Operand(register: register, isTemporary: false), next: next, end: end)
      unit.bind(next)
      unit.release(to: register + 1)
    }
    unit.span = CodeUnit.nowhere
    unit.emit(.clear, a: register)
    unit.bind(end)
    unit.release(to: mark)
  }

  private func compile(
    _ item: MatchCase, _ subject: Operand, next: Label, end: Label
  ) throws(SyntaxError) {
    let mark = unit.top
    let fail = unit.label()
    var captures = Captures(fail: fail)
    let usedBefore = unit.startHighWater()
    unit.span = item.pattern.span
    let position = unit.position
    try compile(item.pattern, subject, &captures)
    if unit.position == position { unit.addSilentLine() }
    for capture in captures.names {
      store(capture.source.register, isTemporary: capture.source.isTemporary, toName: capture.name)
    }
    let used = unit.endHighWater(usedBefore)
    unit.release(to: mark)
    if let condition = item.guard {
      unit.span = condition.span
      try compileJump(condition, to: next, when: false)
    }
    unit.span = CodeUnit.nowhere
    unit.emit(.clear, a: subject.register)
    try compile(item.body[...])
    unit.span = CodeUnit.nowhere
    unit.jump(to: end)
    unit.bind(fail)
    // Parts of the subject that the pattern took before it failed.
    if used > mark { unit.emit(.clearRange, a: mark, b: used - mark) }
  }

  private func compile(
    _ pattern: Pattern, _ subject: Operand, _ captures: inout Captures
  ) throws(SyntaxError) {
    try descend(pattern.span)
    defer { depth -= 1 }
    let outer = unit.span
    unit.span = pattern.span
    switch pattern.kind {
    case .matchValue(let value):
      let mark = unit.top
      let other = try operand(value, isChecked: true)
      var flags: UInt8 = subject.isTemporary ? InstructionFlags.dropB : 0
      if other.isTemporary { flags |= InstructionFlags.dropC }
      unit.jumpExtended(
        .jumpEqual, a: subject.register, b: other.register, flags: flags, to: captures.fail)
      unit.release(to: mark)
    case .matchSingleton(let constant): matchSingleton(constant, subject, captures.fail)
    case .matchSequence(let patterns): try matchSequence(patterns, subject, &captures)
    case .matchMapping(let keys, let patterns, let rest):
      try matchMapping(keys, patterns, rest, subject, &captures)
    case .matchClass(let type, let patterns, let attributes, let attributePatterns):
      try matchClass(type, patterns, attributes, attributePatterns, subject, &captures)
    case .matchStar(let name): capture(name, subject, &captures)
    case .matchAs(let inner, let name):
      guard let inner else { return capture(name, subject, &captures) }
      try compile(inner, Operand(register: subject.register, isTemporary: false), &captures)
      capture(name, subject, &captures)
    case .matchOr(let patterns): try matchAlternatives(patterns, subject, &captures)
    }
    unit.span = outer
  }

  private func capture(_ name: String?, _ subject: Operand, _ captures: inout Captures) {
    if let name {
      captures.names.append((name, subject))
    } else {
      drop(subject)
    }
  }

  private func drop(_ subject: Operand) {
    if subject.isTemporary { unit.emit(.clear, a: subject.register) }
  }

  private func matchSingleton(_ constant: Constant, _ subject: Operand, _ fail: Label) {
    let dropB = subject.isTemporary ? InstructionFlags.dropB : 0
    if case .none = constant {
      return unit.jump(.jumpIfNotNone, a: subject.register, flags: dropB, to: fail)
    }
    let other = unit.allocate()
    load(ConstantValue(constant), into: other)
    unit.jumpExtended(
      .jumpIs, a: subject.register, b: other, flags: dropB | InstructionFlags.dropC, to: fail)
    unit.release(to: other)
  }

  /// Jumps to `fail` when the register is false.
  private func require(_ test: Int, _ fail: Label) {
    unit.jump(.jumpIfFalse, a: test, flags: InstructionFlags.dropB, to: fail)
  }

  /// Jumps to `fail` unless the subject's length fits.
  private func requireLength(_ subject: Operand, _ count: Int, orMore: Bool, _ fail: Label) {
    if orMore, count == 0 { return }
    let length = unit.allocate()
    unit.emit(.matchLength, a: length, b: subject.register)
    let opcode: Opcode = orMore ? .jumpGreaterEqualK : .jumpEqualK
    unit.jumpExtended(
      opcode, a: length, b: unit.constant(.int(count)), flags: InstructionFlags.dropB, to: fail)
    unit.release(to: length)
  }

  private func matchSequence(
    _ patterns: [Pattern], _ subject: Operand, _ captures: inout Captures
  ) throws(SyntaxError) {
    let test = unit.allocate()
    unit.emit(.matchSequence, a: test, b: subject.register)
    require(test, captures.fail)
    unit.release(to: test)
    let star = patterns.firstIndex { if case .matchStar = $0.kind { true } else { false } }
    let count = patterns.count - (star == nil ? 0 : 1)
    requireLength(subject, count, orMore: star != nil, captures.fail)
    if patterns.allSatisfy(\.isWildcard) { return drop(subject) }
    let base = unit.allocate(patterns.count)
    let flags = subject.isTemporary ? InstructionFlags.dropB : 0
    if let star {
      let after = patterns.count - star - 1
      guard star < 256, after < 256 else {
        throw error("too many expressions in star-unpacking sequence pattern", unit.span)
      }
      let byIndex = patterns[star].isWildcard ? InstructionFlags.inPlace : 0
      unit.emit(.unpackStar, a: base, b: subject.register, c: star | after << 8, flags: flags | byIndex)
    } else {
      unit.emit(.unpackSequence, a: base, b: subject.register, c: count, flags: flags)
    }
    for (index, pattern) in patterns.enumerated() {
      try compile(pattern, Operand(register: base + index, isTemporary: true), &captures)
    }
  }

  private func matchMapping(
    _ keys: [Expr], _ patterns: [Pattern], _ rest: String?, _ subject: Operand, _ captures: inout Captures
  ) throws(SyntaxError) {
    let test = unit.allocate()
    unit.emit(.matchMapping, a: test, b: subject.register)
    require(test, captures.fail)
    unit.release(to: test)
    if keys.isEmpty, rest == nil { return drop(subject) }
    requireLength(subject, keys.count, orMore: true, captures.fail)
    let keyTuple = unit.allocate()
    let restRegister = unit.allocate()
    let base = unit.allocate(patterns.count)
    let values = unit.allocate()
    if let constants = ConstantFolding.tuple(keys) {
      load(.tuple(constants), into: keyTuple)
    } else {
      try compileDisplay(keys, .tuple, into: keyTuple)
      unit.release(to: values + 1)
    }
    unit.emit(.matchKeys, a: values, b: subject.register, c: keyTuple)
    unit.jump(.jumpIfNone, a: values, to: captures.fail)
    unit.emit(
      .unpackSequence, a: base, b: values, c: patterns.count, flags: InstructionFlags.dropB)
    unit.release(to: values)
    if let rest {
      unit.emit(.mapWithoutKeys, a: restRegister, b: subject.register, c: keyTuple)
      captures.names.append((rest, Operand(register: restRegister, isTemporary: true)))
    }
    unit.emit(.clear, a: keyTuple)
    drop(subject)
    for (index, pattern) in patterns.enumerated() {
      try compile(pattern, Operand(register: base + index, isTemporary: true), &captures)
    }
  }

  private func matchClass(
    _ type: Expr, _ patterns: [Pattern], _ attributes: [String], _ attributePatterns: [Pattern],
    _ subject: Operand, _ captures: inout Captures
  ) throws(SyntaxError) {
    let all = patterns + attributePatterns
    let parts = unit.allocate(all.count)
    let window = unit.allocate(2)
    unit.emit(subject.isTemporary ? .take : .move, a: window, b: subject.register)
    try compile(type, into: window + 1)
    guard let names = smallConstant(.tuple(attributes.map { .text(mangle($0)) })) else {
      throw error("too many constants", unit.span)
    }
    unit.emit(.matchClass, a: window, b: window, c: names)
    unit.emitExtension(patterns.count)
    unit.jump(.jumpIfNone, a: window, to: captures.fail)
    if all.isEmpty {
      unit.emit(.clear, a: window)
    } else {
      unit.emit(.unpackSequence, a: parts, b: window, c: all.count, flags: InstructionFlags.dropB)
    }
    unit.release(to: window)
    for (index, pattern) in all.enumerated() {
      try compile(pattern, Operand(register: parts + index, isTemporary: true), &captures)
    }
  }

  /// Tries alternatives in turn; the values they capture end up in the same registers.
  private func matchAlternatives(
    _ patterns: [Pattern], _ subject: Operand, _ captures: inout Captures
  ) throws(SyntaxError) {
    var names: [String] = []
    patterns.first?.collectNames(&names)
    let base = unit.allocate(names.count)
    let success = unit.label()
    let borrowed = Operand(register: subject.register, isTemporary: false)
    for (index, pattern) in patterns.enumerated() {
      let mark = unit.top
      let fail = unit.label()
      let usedBefore = unit.startHighWater()
      var own = Captures(fail: fail)
      try compile(pattern, borrowed, &own)
      for capture in own.names {
        guard let place = names.firstIndex(of: capture.name) else { continue }
        unit.emit(
          capture.source.isTemporary ? .take : .move, a: base + place, b: capture.source.register)
      }
      let used = unit.endHighWater(usedBefore)
      unit.jump(to: success)
      unit.bind(fail)
      if used > mark { unit.emit(.clearRange, a: mark, b: used - mark) }
      unit.release(to: mark)
      if index + 1 == patterns.count { unit.jump(to: captures.fail) }
    }
    unit.bind(success)
    for (index, name) in names.enumerated() {
      captures.names.append((name, Operand(register: base + index, isTemporary: true)))
    }
    drop(subject)
  }
}

extension Pattern {
  /// Whether it matches anything and binds nothing.
  fileprivate var isWildcard: Bool {
    switch kind {
    case .matchAs(nil, nil), .matchStar(nil): true
    default: false
    }
  }

  /// Adds the names it binds.
  fileprivate func collectNames(_ names: inout [String]) {
    switch kind {
    case .matchValue, .matchSingleton: break
    case .matchSequence(let patterns): for item in patterns { item.collectNames(&names) }
    case .matchMapping(_, let patterns, let rest):
      for item in patterns { item.collectNames(&names) }
      if let rest { names.append(rest) }
    case .matchClass(_, let patterns, _, let attributePatterns):
      for item in patterns + attributePatterns { item.collectNames(&names) }
    case .matchStar(let name): if let name { names.append(name) }
    case .matchAs(let inner, let name):
      inner?.collectNames(&names)
      if let name { names.append(name) }
    case .matchOr(let patterns): patterns.first?.collectNames(&names)
    }
  }
}
