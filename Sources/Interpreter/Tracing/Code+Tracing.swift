// Where trace functions are called in a code object, and where `f_lineno` may jump.

extension Code {
  /// Instructions before which something may have to be told. `calls`: those around calls, too.
  func tracePlaces(calls: Bool) -> Set<Int> {
    var places: Set<Int> = [0]
    let instructions = parts.instructions
    var line: Int32 = -1
    var k = 0
    while k < instructions.count {
      let instruction = instructions[k]
      let size = instruction.opcode.hasExtension ? 2 : 1
      if k < parts.spans.count, parts.spans[k].line != line {
        line = parts.spans[k].line
        places.insert(k)
      }
      switch instruction.opcode {
      case .returnValue, .returnNone: places.insert(k)
      case .yieldValue:
        places.insert(k)
        places.insert(k + size)
      case .call, .callMethod, .callKw, .callEx:
        if calls {
          places.insert(k)
          places.insert(k + size)
        }
      default:
        if let distance = jumpDistance(k) { places.insert(k + size + distance) }
      }
      k += size
    }
    for silent in parts.silentLines { places.insert(silent.index) }
    for entry in parts.exceptionTable { places.insert(Int(entry.handler)) }
    return places.filter { $0 >= 0 && $0 < instructions.count && instructions[$0].opcode != .extension }
  }

  private func jumpDistance(_ index: Int) -> Int? {
    let instruction = parts.instructions[index]
    switch instruction.opcode {
    case .jump, .jumpBack, .jumpIfTrue, .jumpIfFalse, .jumpIfNone, .jumpIfNotNone, .jumpIfTrueKeep, .jumpIfFalseKeep:
      return Int(instruction.bc)
    case .forIter, .send, .jumpEqual, .jumpNotEqual, .jumpLess, .jumpLessEqual, .jumpGreater, .jumpGreaterEqual,
      .jumpEqualK, .jumpNotEqualK, .jumpLessK, .jumpLessEqualK, .jumpGreaterK, .jumpGreaterEqualK, .jumpIs:
      return index + 1 < parts.instructions.count ? Int(parts.instructions[index + 1].bc) : nil
    default: return nil
    }
  }

  /// Where a frame that stands at an instruction may go on for a line.
  func jumpTarget(_ vm: VM, from index: Int, to line: Int) throws(Raised) -> Int {
    if line < parts.firstLine { throw vm.valueError("line \(line) comes before the current code block") }
    let starts = lineStarts
    guard let wanted = starts.map(\.line).filter({ $0 >= line }).min() else {
      throw vm.valueError("line \(line) comes after the current code block")
    }
    let here = blocks(at: index)
    let held = Verifier.temporaries(of: parts, at: index) ?? []
    let normal = reachableWithoutErrors()
    var refused = "incompatible stacks"
    for start in starts where start.line == wanted {
      if !normal.contains(start.index) && normal.contains(index) {
        refused = "can't jump into an 'except' block as there's no exception"
        continue
      }
      let there = blocks(at: start.index)
      if there != Array(here.prefix(there.count)) {
        if there.last?.isLoop == true { refused = "can't jump into the body of a for loop" }
        continue
      }
      // Every temporary that is read there must hold what belongs into it.
      guard let needed = Verifier.temporaries(of: parts, at: start.index), needed.isSubset(of: held) else { continue }
      return start.index
    }
    throw vm.valueError(refused)
  }

  /// Instructions that are reached without an exception.
  private func reachableWithoutErrors() -> Set<Int> {
    var found: Set<Int> = []
    var pending = [0]
    while let index = pending.popLast() {
      guard index >= 0, index < parts.instructions.count, found.insert(index).inserted else { continue }
      let opcode = parts.instructions[index].opcode
      let next = index + (opcode.hasExtension ? 2 : 1)
      if let distance = jumpDistance(index) { pending.append(next + distance) }
      switch opcode {
      case .jump, .jumpBack, .returnValue, .returnNone, .raise, .reraise: break
      default: pending.append(next)
      }
    }
    return found
  }

  /// What holds temporaries around an instruction, outermost first.
  private func blocks(at index: Int) -> [Block] {
    var found: [Block] = []
    for k in parts.instructions.indices where parts.instructions[k].opcode == .forIter {
      guard let distance = jumpDistance(k) else { continue }
      // The first instruction of a loop's line makes its iterator.
      if index >= k && index < k + 2 + distance { found.append(Block(start: k, end: k + 2 + distance, isLoop: true)) }
    }
    for entry in parts.exceptionTable where index >= Int(entry.start) && index < Int(entry.end) {
      // Code that is protected but holds nothing may be entered.
      let holds = Int(entry.firstTemporary) > parts.localNames.count
      if holds { found.append(Block(start: Int(entry.start), end: Int(entry.end), isLoop: false)) }
    }
    return found.sorted { ($0.start, -$0.end) < ($1.start, -$1.end) }
  }

  private struct Block: Equatable {
    var start: Int
    var end: Int
    var isLoop: Bool
  }
}
