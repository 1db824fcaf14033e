import Interpreter

/// Memory of a matcher, which the next one uses again.
final class RegexScratch {
  /// One thing to undo or to try on the way back.
  struct Choice {
    enum Kind: UInt8 { case branch, restore, greedyRun, lazyRun }
    var kind: Kind
    /// Instruction of a branch or run, index of a restore.
    var place: Int32
    /// Position, old value, or the position that the run tries next.
    var at: Int
    /// Last position of a run.
    var last: Int = 0
  }
  fileprivate var choices: UnsafeMutablePointer<Choice>
  fileprivate var capacity = 64
  /// Group bounds, -1 where unset, then the registers of loops.
  fileprivate(set) var saves: UnsafeMutablePointer<Int>
  private var saveCapacity = 0

  init() {
    choices = .allocate(capacity: capacity)
    saves = .allocate(capacity: 1)
  }
  deinit {
    choices.deallocate()
    saves.deallocate()
  }
  /// Makes room for that many saves.
  func prepare(_ count: Int) {
    if count <= saveCapacity { return }
    saves.deallocate()
    saves = .allocate(capacity: count)
    saveCapacity = count
  }
  fileprivate func grow() {
    let wider = UnsafeMutablePointer<Choice>.allocate(capacity: capacity &* 2)
    wider.moveInitialize(from: choices, count: capacity)
    choices.deallocate()
    choices = wider
    capacity &*= 2
  }
  /// Gives back what a deep search took.
  func shrink() {
    if capacity <= 1 << 16 { return }
    choices.deallocate()
    capacity = 64
    choices = .allocate(capacity: capacity)
  }
}

/// Runs a program over the units of a text (code points, or bytes) with an explicit stack of choices.
struct RegexMatcher<Unit: FixedWidthInteger> {
  private typealias Choice = RegexScratch.Choice
  private let vm: VM
  private let program: RegexProgram
  private let scratch: RegexScratch
  private let code: UnsafeMutablePointer<RegexInstruction>
  private let text: UnsafeBufferPointer<Unit>
  private let end: Int
  private let saves: UnsafeMutablePointer<Int>
  /// The choices, of which there are `height`.
  private var choices: UnsafeMutablePointer<Choice>
  private var height = 0
  private var steps = 0
  /// Where the whole match must not end, or -1.
  private var forbiddenEnd = -1

  init(_ vm: VM, _ program: RegexProgram, _ scratch: RegexScratch, _ text: UnsafeBufferPointer<Unit>, end: Int) {
    self.vm = vm
    self.program = program
    self.scratch = scratch
    self.text = text
    self.end = end
    code = program.code
    scratch.prepare(program.saveCount)
    saves = scratch.saves
    choices = scratch.choices
  }

  @inline(__always)
  private func unit(_ at: Int) -> UInt32 { UInt32(truncatingIfNeeded: text[at]) }

  /// Matches at a position; with `full` only up to the end.
  mutating func match(at position: Int, full: Bool) throws(Raised) -> Bool {
    saves.update(repeating: -1, count: program.saveCount)
    height = 0
    return try run(0, position, full: full, isInner: false) >= 0
  }

  /// Finds the first match from a position on.
  /// With `mustAdvance` the match at the very position must not be empty.
  mutating func search(from position: Int, mustAdvance: Bool = false) throws(Raised) -> Bool {
    forbiddenEnd = mustAdvance ? position : -1
    if program.isAnchored { return position == 0 ? try match(at: 0, full: false) : false }
    var at = position
    while at <= end {
      if let start = program.start {
        at = first(start, from: at)
        if at >= end { return false }
      }
      if at != position { forbiddenEnd = -1 }
      if try match(at: at, full: false) { return true }
      at &+= 1
    }
    return false
  }
  /// The first place from a position on where a match can begin.
  @inline(__always)
  private func first(_ start: RegexStart, from position: Int) -> Int {
    var at = position
    while at < end && !start.contains(unit(at)) { at &+= 1 }
    return at
  }

  // MARK: Choices

  @inline(__always)
  private mutating func push(_ choice: Choice) {
    if height == scratch.capacity {
      scratch.grow()
      choices = scratch.choices
    }
    choices[height] = choice
    height &+= 1
  }
  /// Changes a save; on the way back it gets its old value, unless there is no way back.
  @inline(__always)
  private mutating func set(_ index: Int, _ value: Int, _ isInner: Bool) {
    if height > 0 || isInner {
      push(Choice(kind: .restore, place: Int32(truncatingIfNeeded: index), at: saves[index]))
    }
    saves[index] = value
  }
  /// Forgets the choices above a height but keeps what restores groups.
  private mutating func commit(_ bottom: Int) {
    var kept = bottom
    for i in bottom..<max(bottom, height) where choices[i].kind == .restore {
      choices[kept] = choices[i]
      kept &+= 1
    }
    height = kept
  }
  /// Undoes everything above a height.
  private mutating func undo(_ bottom: Int) {
    while height > bottom {
      height &-= 1
      let choice = choices[height]
      if choice.kind == .restore { saves[Int(choice.place)] = choice.at }
    }
  }

  // MARK: Runs of one character

  @inline(__always)
  private func takes(_ i: UnsafeMutablePointer<RegexInstruction>, _ kind: RegexInstruction.Code, _ c: UInt32) -> Bool {
    switch kind {
    case .character: return c == i.pointee.character
    case .set: return c < 128 ? i.pointee.accepted.contains(c) : program.sets[i.pointee.set].contains(c)
    case .anyButNewline: return c != 10
    default: return true
    }
  }
  /// Where a run from a position ends at the latest.
  @inline(__always)
  private func stop(_ i: UnsafeMutablePointer<RegexInstruction>, _ from: Int, _ limit: Int) -> Int {
    var at = from
    switch i.pointee.taken {
    case .character:
      let c = i.pointee.character
      while at < limit && unit(at) == c { at &+= 1 }
    case .set:
      let accepted = i.pointee.accepted
      while at < limit {
        let c = unit(at)
        if !(c < 128 ? accepted.contains(c) : program.sets[i.pointee.set].contains(c)) { break }
        at &+= 1
      }
    case .anyButNewline: while at < limit && unit(at) != 10 { at &+= 1 }
    default: at = limit
    }
    return at
  }
  /// Whether what follows a run can begin at a place.
  @inline(__always)
  private func follows(_ i: UnsafeMutablePointer<RegexInstruction>, _ at: Int) -> Bool {
    !i.pointee.hasFollow || (at < end && i.pointee.follow.contains(unit(at)))
  }
  /// The next end of a lazy run from a place on, or -1.
  @inline(__always)
  private func lazyEnd(_ i: UnsafeMutablePointer<RegexInstruction>, _ from: Int, _ limit: Int) -> Int {
    var at = from
    while !follows(i, at) {
      if at >= limit || !takes(i, i.pointee.taken, unit(at)) { return -1 }
      at &+= 1
    }
    return at
  }

  // MARK: Running

  /// Runs from an instruction until `accept`; the end position, or -1. Choices below the height at entry stay.
  private mutating func run(_ entry: Int, _ from: Int, full: Bool, isInner: Bool) throws(Raised) -> Int {
    let base = height
    var i = code + entry
    var at = from
    while true {
      steps &+= 1
      if steps & 0xFFFF == 0 {
        try vm.checkInterrupt()
        if height > 50_000_000 { throw vm.memoryError() }
      }
      // What succeeds continues; what leaves the switch has failed.
      switch i.pointee.code {
      case .character:
        if at < end && unit(at) == i.pointee.character {
          at &+= 1
          i += 1
          continue
        }
      case .set, .any, .anyButNewline:
        if at < end && takes(i, i.pointee.code, unit(at)) {
          at &+= 1
          i += 1
          continue
        }
      case .lineStart:
        if at == 0 || unit(at &- 1) == 10 {
          i += 1
          continue
        }
      case .lineEnd:
        if at == end || unit(at) == 10 {
          i += 1
          continue
        }
      case .textStart:
        if at == 0 {
          i += 1
          continue
        }
      case .textEnd:
        if at == end || (at &+ 1 == end && unit(at) == 10) {
          i += 1
          continue
        }
      case .stringEnd:
        if at == end {
          i += 1
          continue
        }
      case .wordBoundary:
        let before = at > 0 && RegexRules.isWord(unit(at &- 1), asciiOnly: i.pointee.second)
        let after = at < end && RegexRules.isWord(unit(at), asciiOnly: i.pointee.second)
        // There is no place in an empty text that is no boundary either.
        if (before != after) != i.pointee.flag && (!i.pointee.flag || end > 0) {
          i += 1
          continue
        }
      case .split:
        push(Choice(kind: .branch, place: Int32(truncatingIfNeeded: i.pointee.b), at: at))
        i = code + i.pointee.a
        continue
      case .jump:
        i = code + i.pointee.a
        continue
      case .save:
        set(i.pointee.a, at, isInner)
        i += 1
        continue
      case .greedyRun:
        if i.pointee.a <= end &- at {
          let low = at &+ i.pointee.a
          var high = stop(i, at, i.pointee.b < end &- at ? at &+ i.pointee.b : end)
          while high >= low && !follows(i, high) { high &-= 1 }
          if high >= low {
            if high > low {
              push(Choice(kind: .greedyRun, place: Int32(truncatingIfNeeded: i - code), at: high &- 1, last: low))
            }
            at = high
            i += 2
            continue
          }
        }
      case .possessiveRun:
        let high = stop(i, at, i.pointee.b < end &- at ? at &+ i.pointee.b : end)
        if high &- at >= i.pointee.a {
          at = high
          i += 2
          continue
        }
      case .lazyRun:
        if i.pointee.a <= end &- at, stop(i, at, at &+ i.pointee.a) == at &+ i.pointee.a {
          let limit = i.pointee.b < end &- at ? at &+ i.pointee.b : end
          let low = lazyEnd(i, at &+ i.pointee.a, limit)
          if low >= 0 {
            if low < limit {
              push(Choice(kind: .lazyRun, place: Int32(truncatingIfNeeded: i - code), at: low, last: limit))
            }
            at = low
            i += 2
            continue
          }
        }
      case .backReference:
        let width = referenceWidth(i, at)
        if width >= 0 {
          at &+= width
          i += 1
          continue
        }
      case .look:
        let place = i.pointee.second ? at : at &- i.pointee.a
        var found = false
        if place >= 0 {
          let bottom = height
          found = try run((i - code) &+ 1, place, full: false, isInner: true) >= 0
          if found && !i.pointee.flag { commit(bottom) } else { undo(bottom) }
        }
        if found != i.pointee.flag {
          i = code + i.pointee.b
          continue
        }
      case .atomic:
        let bottom = height
        let stop = try run((i - code) &+ 1, at, full: false, isInner: true)
        if stop >= 0 {
          commit(bottom)
          at = stop
          i = code + i.pointee.a
          continue
        }
        undo(bottom)
      case .condition:
        i = saves[i.pointee.a &+ 1] >= 0 ? i + 1 : code + i.pointee.b
        continue
      case .mark:
        set(i.pointee.a, at, isInner)
        i += 1
        continue
      case .checkProgress:
        i = saves[i.pointee.a] == at ? code + i.pointee.b : i + 1
        continue
      case .setCounter:
        set(i.pointee.a, i.pointee.b, isInner)
        i += 1
        continue
      case .loop:
        let count = saves[i.pointee.a] &+ 1
        set(i.pointee.a, count, isInner)
        let (body, exit) = (code + i.pointee.set, i + 1)
        if count < i.pointee.c {
          i = body
        } else if count >= i.pointee.d || (count > 0 && saves[i.pointee.b] == at) {
          i = exit
        } else {
          let (next, other) = i.pointee.flag ? (body, exit) : (exit, body)
          push(Choice(kind: .branch, place: Int32(truncatingIfNeeded: other - code), at: at))
          i = next
        }
        continue
      case .accept:
        if i != code + (program.codeCount &- 1) || ((!full || at == end) && at != forbiddenEnd) { return at }
      }
      if !backtrack(base, &i, &at) { return -1 }
    }
  }

  /// Goes back to the last choice above `base`; false when there is none.
  @inline(__always)
  private mutating func backtrack(
    _ base: Int, _ i: inout UnsafeMutablePointer<RegexInstruction>, _ at: inout Int
  ) -> Bool {
    while height > base {
      let top = choices + (height &- 1)
      switch top.pointee.kind {
      case .restore:
        saves[Int(top.pointee.place)] = top.pointee.at
        height &-= 1
      case .branch:
        i = code + Int(top.pointee.place)
        at = top.pointee.at
        height &-= 1
        return true
      case .greedyRun:
        let run = code + Int(top.pointee.place)
        var next = top.pointee.at
        while next >= top.pointee.last && !follows(run, next) { next &-= 1 }
        if next <= top.pointee.last { height &-= 1 } else { top.pointee.at = next &- 1 }
        if next >= top.pointee.last {
          i = run + 2
          at = next
          return true
        }
      case .lazyRun:
        let run = code + Int(top.pointee.place)
        let (from, limit) = (top.pointee.at, top.pointee.last)
        let next = takes(run, run.pointee.taken, unit(from)) ? lazyEnd(run, from &+ 1, limit) : -1
        if next < 0 || next >= limit { height &-= 1 } else { top.pointee.at = next }
        if next >= 0 {
          i = run + 2
          at = next
          return true
        }
      }
    }
    return false
  }

  /// How far a reference to a group reaches, or -1 when the text is another one.
  private func referenceWidth(_ i: UnsafeMutablePointer<RegexInstruction>, _ at: Int) -> Int {
    let (low, high) = (saves[i.pointee.a], saves[i.pointee.a &+ 1])
    if low < 0 || high < low || high &- low > end &- at { return -1 }
    for k in 0..<(high &- low) {
      let (x, y) = (unit(low &+ k), unit(at &+ k))
      if x == y { continue }
      if !i.pointee.flag || RegexRules.fold(x, asciiOnly: false) != RegexRules.fold(y, asciiOnly: false) { return -1 }
    }
    return high &- low
  }
}
