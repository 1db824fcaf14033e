/// The characters with which a match can begin: the answers for ASCII, and one for all others.
struct RegexStart {
  var low: UInt64 = 0
  var high: UInt64 = 0
  var others = false

  @inline(__always)
  func contains(_ c: UInt32) -> Bool {
    if c < 64 { return low >> UInt64(c) & 1 != 0 }
    return c < 128 ? high >> UInt64(c &- 64) & 1 != 0 : others
  }
  mutating func add(_ c: UInt32) {
    if c < 64 { low |= 1 << UInt64(c) } else if c < 128 { high |= 1 << UInt64(c &- 64) } else { others = true }
  }
  mutating func add(_ other: RegexStart) {
    low |= other.low
    high |= other.high
    others = others || other.others
  }
}

/// An instruction as the matcher runs it: flat, so that a step copies nothing.
struct RegexInstruction {
  enum Code: UInt8 {
    case character, set, any, anyButNewline, lineStart, lineEnd, textStart, textEnd, stringEnd, wordBoundary, split, jump,
      save, greedyRun, possessiveRun, lazyRun, backReference, look, atomic, condition, mark, checkProgress, setCounter, loop,
      accept
  }
  var code: Code
  /// What a run repeats: `character`, `set`, `any` or `anyButNewline`.
  var taken: Code = .any
  /// Negation of a boundary or look, greed of a loop, blindness to case of a reference.
  var flag = false
  /// ASCII words only, or a look ahead.
  var second = false
  /// What comes after a run must begin with one of `follow`.
  var hasFollow = false
  var character: UInt32 = 0
  /// Targets, groups, registers, limits, as in `RegexOp`.
  var a = 0
  var b = 0
  var c = 0
  var d = 0
  /// The set's answers for ASCII; its place among the sets.
  var accepted = RegexStart()
  var set = 0
  var follow = RegexStart()

  init(_ code: Code, _ a: Int = 0, _ b: Int = 0, _ c: Int = 0, _ d: Int = 0, flag: Bool = false, second: Bool = false) {
    self.code = code
    (self.a, self.b, self.c, self.d) = (a, b, c, d)
    self.flag = flag
    self.second = second
  }
}

extension RegexProgram {
  /// Makes the flat instructions of the ops, which are given up.
  func seal() {
    codeCount = ops.count
    code.deallocate()
    code = UnsafeMutablePointer<RegexInstruction>.allocate(capacity: ops.count)
    start = starts(at: 0)
    for (pc, op) in ops.enumerated() {
      var made = flat(op)
      if case .run = op {
        let repeated = flat(ops[pc + 1])
        (made.taken, made.character, made.accepted, made.set) =
          (repeated.code, repeated.character, repeated.accepted, repeated.set)
        if let follow = starts(at: pc + 2) { (made.hasFollow, made.follow) = (true, follow) }
      }
      (code + pc).initialize(to: made)
    }
    ops = []
  }

  private func flat(_ op: RegexOp) -> RegexInstruction {
    switch op {
    case .character(let c):
      var made = RegexInstruction(.character)
      made.character = c
      return made
    case .set(let i):
      var made = RegexInstruction(.set)
      made.set = i
      made.accepted = sets[i].start
      return made
    case .any: return RegexInstruction(.any)
    case .anyButNewline: return RegexInstruction(.anyButNewline)
    case .lineStart: return RegexInstruction(.lineStart)
    case .lineEnd: return RegexInstruction(.lineEnd)
    case .textStart: return RegexInstruction(.textStart)
    case .textEnd: return RegexInstruction(.textEnd)
    case .stringEnd: return RegexInstruction(.stringEnd)
    case .wordBoundary(let negated, let asciiOnly): return RegexInstruction(.wordBoundary, flag: negated, second: asciiOnly)
    case .split(let first, let second): return RegexInstruction(.split, first, second)
    case .jump(let target): return RegexInstruction(.jump, target)
    case .save(let i): return RegexInstruction(.save, i)
    case .run(let min, let max, let greedy, let possessive):
      return RegexInstruction(possessive ? .possessiveRun : greedy ? .greedyRun : .lazyRun, min, max)
    case .backReference(let group, let ignoreCase): return RegexInstruction(.backReference, group * 2, flag: ignoreCase)
    case .look(let ahead, let negated, let width, let next):
      return RegexInstruction(.look, width, next, flag: negated, second: ahead)
    case .atomic(let next): return RegexInstruction(.atomic, next)
    case .condition(let group, let otherwise): return RegexInstruction(.condition, group * 2, otherwise)
    case .mark(let r): return RegexInstruction(.mark, firstRegister + r)
    case .checkProgress(let r, let exit): return RegexInstruction(.checkProgress, firstRegister + r, exit)
    case .setCounter(let r, let value): return RegexInstruction(.setCounter, firstRegister + r, value - 1)
    case .loop(let counter, let mark, let min, let max, let greedy, let body):
      var made = RegexInstruction(.loop, firstRegister + counter, firstRegister + mark, min, max, flag: greedy)
      made.set = body
      return made
    case .accept: return RegexInstruction(.accept)
    }
  }

  /// What any match from an instruction on begins with; nil: it may match without a character, or that is not known.
  private func starts(at pc: Int) -> RegexStart? {
    var seen: Set<Int> = []
    var open = [pc]
    var result = RegexStart()
    while let next = open.popLast() {
      if !seen.insert(next).inserted { continue }
      if seen.count > 200 { return nil }
      switch ops[next] {
      case .character(let c): result.add(c)
      case .set(let i): result.add(sets[i].start)
      case .run(let min, _, _, _):
        switch ops[next + 1] {
        case .character(let c): result.add(c)
        case .set(let i): result.add(sets[i].start)
        default: return nil
        }
        if min == 0 { open.append(next + 2) }
      case .lineStart, .lineEnd, .textStart, .textEnd, .stringEnd, .wordBoundary, .save, .mark, .setCounter:
        open.append(next + 1)
      case .split(let first, let second): open += [first, second]
      case .jump(let target): open.append(target)
      case .look(_, _, _, let after): open.append(after)
      case .atomic: open.append(next + 1)
      case .condition(_, let otherwise): open += [next + 1, otherwise]
      case .checkProgress(_, let exit): open += [next + 1, exit]
      case .loop(_, _, _, _, _, let body): open += [next + 1, body]
      case .any, .anyButNewline, .backReference, .accept: return nil
      }
    }
    return result
  }
}
