import Interpreter

/// Runs a program over code points with an explicit stack of choices.
struct RegexMatcher {
  private let vm: VM
  private let program: RegexProgram
  private let text: UnsafeBufferPointer<UInt32>
  private let end: Int
  private let start: Int
  /// Group bounds, -1 where unset, then the registers of loops.
  private(set) var saves: [Int]
  private let registers: Int
  private var stack: [Entry] = []
  private var steps = 0
  /// Where the whole match must not end, or -1.
  private var forbiddenEnd = -1

  /// One thing to undo or to try on the way back.
  private struct Entry {
    enum Kind { case branch, restore, run }
    var kind: Kind
    /// Instruction for a branch, index for a restore, instruction after a run.
    var a: Int
    /// Position, old value, or the position to try next.
    var b: Int
    /// Last position of a run.
    var c: Int
  }

  init(_ vm: VM, _ program: RegexProgram, _ text: UnsafeBufferPointer<UInt32>, start: Int, end: Int) {
    self.vm = vm
    self.program = program
    self.text = text
    self.start = start
    self.end = end
    registers = (program.groupCount + 1) * 2
    saves = [Int](repeating: -1, count: registers + program.registerCount)
  }

  /// Matches at a position; with `full` only up to the end.
  mutating func match(at position: Int, full: Bool) throws(Raised) -> Bool {
    for i in 0..<saves.count { saves[i] = -1 }
    stack.removeAll(keepingCapacity: true)
    return try run(0, position, full: full) != nil
  }

  /// Finds the first match from a position on.
  /// With `mustAdvance` the match at the very position must not be empty.
  mutating func search(from position: Int, mustAdvance: Bool = false) throws(Raised) -> Bool {
    var at = position
    forbiddenEnd = mustAdvance ? position : -1
    if program.isAnchored { return at == 0 ? try match(at: 0, full: false) : false }
    while at <= end {
      if let first = program.firstCharacter {
        while at < end && text[at] != first { at &+= 1 }
        if at >= end { return false }
      }
      if at != position { forbiddenEnd = -1 }
      if try match(at: at, full: false) { return true }
      at &+= 1
    }
    return false
  }

  private mutating func set(_ index: Int, _ value: Int) {
    stack.append(Entry(kind: .restore, a: index, b: saves[index], c: 0))
    saves[index] = value
  }

  @inline(__always)
  private func takes(_ op: RegexOp, _ c: UInt32) -> Bool {
    switch op {
    case .character(let wanted): return c == wanted
    case .set(let i): return program.sets[i].contains(c)
    case .any: return true
    case .anyButNewline: return c != 10
    default: return false
    }
  }

  /// Runs from an instruction until `accept`; the end position, or nil. Choices below the stack's height at entry stay.
  private mutating func run(_ entry: Int, _ from: Int, full: Bool) throws(Raised) -> Int? {
    let base = stack.count
    var pc = entry
    var at = from
    while true {
      steps &+= 1
      if steps & 0xFFFF == 0 { try vm.checkInterrupt() }
      var failed = false
      let op = program.ops[pc]
      switch op {
      case .character(let c):
        if at < end && text[at] == c {
          at &+= 1
          pc &+= 1
        } else {
          failed = true
        }
      case .set, .any, .anyButNewline:
        if at < end && takes(op, text[at]) {
          at &+= 1
          pc &+= 1
        } else {
          failed = true
        }
      case .lineStart:
        if at == 0 || text[at &- 1] == 10 { pc &+= 1 } else { failed = true }
      case .lineEnd:
        if at == end || text[at] == 10 { pc &+= 1 } else { failed = true }
      case .textStart:
        if at == 0 { pc &+= 1 } else { failed = true }
      case .textEnd:
        if at == end || (at &+ 1 == end && text[at] == 10) { pc &+= 1 } else { failed = true }
      case .stringEnd:
        if at == end { pc &+= 1 } else { failed = true }
      case .wordBoundary(let negated, let asciiOnly):
        let before = at > 0 && RegexRules.isWord(text[at &- 1], asciiOnly: asciiOnly)
        let after = at < end && RegexRules.isWord(text[at], asciiOnly: asciiOnly)
        // There is no place in an empty text that is no boundary either.
        if (before != after) != negated && (!negated || end > 0) { pc &+= 1 } else { failed = true }
      case .split(let first, let second):
        stack.append(Entry(kind: .branch, a: second, b: at, c: 0))
        pc = first
      case .jump(let target): pc = target
      case .save(let i):
        set(i, at)
        pc &+= 1
      case .run(let min, let max, let greedy, let possessive):
        let taker = program.ops[pc &+ 1]
        let limit = max < end &- at ? at &+ max : end
        var stop = at
        let wanted = greedy ? limit : Swift.min(limit, at &+ min)
        while stop < wanted && takes(taker, text[stop]) { stop &+= 1 }
        if stop &- at < min {
          failed = true
        } else if greedy {
          if !possessive && stop > at &+ min {
            stack.append(Entry(kind: .run, a: pc &+ 2, b: stop &- 1, c: at &+ min))
          }
          at = stop
          pc &+= 2
        } else {
          // Lazy: on failure take one more, if the character allows it.
          if stop < limit { stack.append(Entry(kind: .run, a: -(pc &+ 2), b: stop, c: limit)) }
          at = stop
          pc &+= 2
        }
      case .backReference(let group, let ignoreCase):
        let (low, high) = (saves[group * 2], saves[group * 2 + 1])
        if low < 0 || high < low || high &- low > end &- at {
          failed = true
          break
        }
        var i = 0
        while i < high &- low {
          let (x, y) = (text[low &+ i], text[at &+ i])
          if x != y && !(ignoreCase && RegexRules.fold(x, asciiOnly: false) == RegexRules.fold(y, asciiOnly: false)) {
            failed = true
            break
          }
          i &+= 1
        }
        if !failed {
          at &+= high &- low
          pc &+= 1
        }
      case .look(let ahead, let negated, let width, let next):
        let place = ahead ? at : at &- width
        if place < 0 {
          if negated { pc = next } else { failed = true }
          break
        }
        let height = stack.count
        let found = try run(pc &+ 1, place, full: false) != nil
        if found && !negated {
          commit(height)
        } else {
          undo(height)
        }
        if found != negated { pc = next } else { failed = true }
      case .atomic(let next):
        let height = stack.count
        if let stop = try run(pc &+ 1, at, full: false) {
          commit(height)
          at = stop
          pc = next
        } else {
          undo(height)
          failed = true
        }
      case .condition(let group, let otherwise):
        pc = saves[group * 2 + 1] >= 0 ? pc &+ 1 : otherwise
      case .mark(let r):
        set(registers &+ r, at)
        pc &+= 1
      case .checkProgress(let r, let exit):
        pc = saves[registers &+ r] == at ? exit : pc &+ 1
      case .setCounter(let r, let value):
        set(registers &+ r, value - 1)
        pc &+= 1
      case .loop(let counter, let mark, let min, let max, let greedy, let body):
        let count = saves[registers &+ counter] &+ 1
        set(registers &+ counter, count)
        if count < min {
          pc = body
        } else if count >= max || (count > 0 && saves[registers &+ mark] == at) {
          pc &+= 1
        } else if greedy {
          stack.append(Entry(kind: .branch, a: pc &+ 1, b: at, c: 0))
          pc = body
        } else {
          stack.append(Entry(kind: .branch, a: body, b: at, c: 0))
          pc &+= 1
        }
      case .accept:
        if pc != program.ops.count - 1 { return at }
        if (!full || at == end) && at != forbiddenEnd { return at }
        failed = true
      }
      if failed {
        guard let (nextPC, nextAt) = backtrack(base) else { return nil }
        (pc, at) = (nextPC, nextAt)
        if stack.count > 50_000_000 { throw vm.memoryError() }
      }
    }
  }

  /// Goes back to the last choice above `base`.
  private mutating func backtrack(_ base: Int) -> (Int, Int)? {
    while stack.count > base {
      let i = stack.count - 1
      let entry = stack[i]
      switch entry.kind {
      case .restore:
        saves[entry.a] = entry.b
        stack.removeLast()
      case .branch:
        stack.removeLast()
        return (entry.a, entry.b)
      case .run where entry.a >= 0:
        if entry.b <= entry.c { stack.removeLast() } else { stack[i].b = entry.b &- 1 }
        return (entry.a, entry.b)
      case .run:
        let pc = -entry.a
        if takes(program.ops[pc &- 1], text[entry.b]) {
          if entry.b &+ 1 >= entry.c { stack.removeLast() } else { stack[i].b = entry.b &+ 1 }
          return (pc, entry.b &+ 1)
        }
        stack.removeLast()
      }
    }
    return nil
  }

  /// Forgets the choices above a height but keeps what restores groups.
  private mutating func commit(_ height: Int) {
    var kept = height
    for i in height..<stack.count where stack[i].kind == .restore {
      stack[kept] = stack[i]
      kept += 1
    }
    stack.removeLast(stack.count - kept)
  }

  /// Undoes everything above a height.
  private mutating func undo(_ height: Int) {
    while stack.count > height {
      let entry = stack.removeLast()
      if entry.kind == .restore { saves[entry.a] = entry.b }
    }
  }
}
