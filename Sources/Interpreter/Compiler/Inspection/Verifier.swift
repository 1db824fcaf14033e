/// Checks register code by running it over states instead of values: every temporary is written before it is read,
/// consumed exactly once, and in the same state on all ways to a place; every jump lands on an instruction; every
/// operand is within its table. For tests and debugging; the machine trusts the compiler.
package struct Verifier {
  /// What a register holds.
  fileprivate enum State: UInt8 {
    /// Certainly undefined.
    case clean
    /// Nothing that counts, perhaps the bits of a number.
    case stale
    case defined
    /// A variable that may be unbound.
    case variable
    /// A value on some ways only; not to be read.
    case mixed
  }

  private let code: CompiledCode
  private let parts: CodeParts
  private var states: [[State]?]
  private var pending: [Int] = []
  private var problems: [String] = []

  /// Returns what is wrong with the code and the code inside it.
  package static func problems(in code: CompiledCode) -> [String] {
    var verifier = Verifier(code)
    verifier.run()
    var all = verifier.problems
    for case .code(let inner) in code.constants { all += problems(in: inner) }
    return all
  }

  /// The temporaries that hold something whenever an instruction is reached; nil: it never is.
  static func temporaries(of parts: CodeParts, at index: Int) -> Set<Int>? {
    var verifier = Verifier(CompiledCode(parts, constants: []))
    verifier.run()
    guard index < verifier.states.count, let state = verifier.states[index] else { return nil }
    return Set(state.indices.filter { state[$0] == .defined && $0 >= parts.localNames.count })
  }

  private init(_ code: CompiledCode) {
    self.code = code
    parts = code.parts
    states = Array(repeating: nil, count: parts.instructions.count + 1)
  }

  private mutating func report(_ index: Int, _ text: String) {
    let line = index < parts.spans.count ? parts.spans[index].line : 0
    if problems.count < 20 {
      let listing = Disassembler(parts, constants: code.constants.map(\.shortRepr))
      let shown = index < parts.instructions.count ? listing.line(at: index) : "end"
      problems.append("\(parts.filename):\(line) \(parts.qualifiedName) @\(index) \(shown): \(text)")
    }
  }

  private mutating func run() {
    guard parts.spans.count == parts.instructions.count else { return report(0, "spans do not fit") }
    var first = Array(repeating: State.stale, count: parts.registerCount)
    for register in 0..<min(parts.localNames.count, parts.registerCount) { first[register] = .variable }
    flow(first, to: 0, from: 0)
    while let index = pending.popLast() { step(index) }
  }

  /// Carries a state to an instruction.
  private mutating func flow(_ state: [State], to target: Int, from source: Int) {
    guard target >= 0, target < parts.instructions.count else {
      return report(source, "flow leaves the code to \(target)")
    }
    if parts.instructions[target].opcode == .extension { return report(source, "jump into an extension word") }
    guard let old = states[target] else {
      states[target] = state
      pending.append(target)
      return
    }
    var merged = old
    for register in parts.localNames.count..<parts.registerCount where old[register] != state[register] {
      switch (old[register], state[register]) {
      case (.clean, .stale), (.stale, .clean): merged[register] = .stale
      default: merged[register] = .mixed
      }
    }
    if merged != old {
      states[target] = merged
      pending.append(target)
    }
  }

  // MARK: One instruction

  private mutating func step(_ index: Int) {
    guard var state = states[index] else { return }
    let instruction = parts.instructions[index]
    let opcode = instruction.opcode
    let size = opcode.hasExtension ? 2 : 1
    if size == 2 {
      guard index + 1 < parts.instructions.count, parts.instructions[index + 1].opcode == .extension else {
        return report(index, "extension word missing")
      }
    }
    let effects = Effects(instruction, extra: size == 2 ? Int(parts.instructions[index + 1].bc) : 0)
    for entry in parts.exceptionTable where Int(entry.start) <= index && index < Int(entry.end) {
      var handler = state
      for register in effects.kills + effects.cleans + effects.writes where register >= parts.localNames.count {
        handler[safe: register] = .mixed
      }
      for register in Int(entry.firstTemporary)..<max(Int(entry.firstTemporary), parts.registerCount) {
        handler[register] = .clean
      }
      if Int(entry.register) < parts.localNames.count { report(index, "handler register is a variable") }
      if Int(entry.firstTemporary) < parts.localNames.count { report(index, "handler clears variables") }
      handler[Int(entry.register)] = .defined
      flow(handler, to: Int(entry.handler), from: index)
      break
    }
    for read in effects.reads { check(read, state, index) }
    for read in effects.optional where read >= parts.localNames.count && state[safe: read] == .stale || read >= parts.localNames.count && state[safe: read] == .mixed {
      report(index, "r\(read) may be stale")
    }
    for register in effects.kills where register >= parts.localNames.count { state[safe: register] = .stale }
    for register in effects.cleans where register >= parts.localNames.count { state[safe: register] = .clean }
    for register in effects.writes {
      guard register < parts.registerCount else { return report(index, "r\(register) does not exist") }
      if register >= parts.localNames.count { state[register] = .defined }
    }
    let next = index + size
    if let distance = jumpDistance(index, instruction) {
      var jumped = state
      switch opcode {
      case .forIter:
        if let before = states[index], Int(instruction.a) >= parts.localNames.count {
          jumped[Int(instruction.a)] = before[Int(instruction.a)]
        }
        jumped[safe: Int(instruction.b)] = Int(instruction.b) < parts.localNames.count ? .variable : .clean
      case .send: jumped[safe: Int(instruction.b)] = .clean
      default: break
      }
      flow(jumped, to: next + distance, from: index)
    }
    switch opcode {
    case .jump, .jumpBack, .raise, .reraise: break
    case .returnValue, .returnNone:
      // Registers that the machine does not look at when the frame ends.
      for register in max(Int(instruction.b), 0)..<max(Int(instruction.b), parts.registerCount)
      where state[register] != .clean && state[register] != .stale {
        report(index, "r\(register) is lost")
      }
    default: flow(state, to: next, from: index)
    }
  }

  private func jumpDistance(_ index: Int, _ instruction: Instruction) -> Int? {
    switch instruction.opcode {
    case .jump, .jumpBack, .jumpIfTrue, .jumpIfFalse, .jumpIfNone, .jumpIfNotNone, .jumpIfTrueKeep,
      .jumpIfFalseKeep:
      return Int(instruction.bc)
    case .forIter, .send, .jumpEqual, .jumpNotEqual, .jumpLess, .jumpLessEqual, .jumpGreater, .jumpGreaterEqual,
      .jumpEqualK, .jumpNotEqualK, .jumpLessK, .jumpLessEqualK, .jumpGreaterK, .jumpGreaterEqualK, .jumpIs:
      return Int(parts.instructions[index + 1].bc)
    default: return nil
    }
  }

  private mutating func check(_ register: Int, _ state: [State], _ index: Int) {
    guard register < parts.registerCount else { return report(index, "r\(register) does not exist") }
    if register >= parts.localNames.count, state[register] != .defined {
      report(index, "r\(register) is read but \(state[register])")
    }
  }
}

extension [Verifier.State] {
  fileprivate subscript(safe index: Int) -> Element {
    get { indices.contains(index) ? self[index] : .defined }
    set { if indices.contains(index) { self[index] = newValue } }
  }
}

/// What an instruction does to registers.
private struct Effects {
  var reads: [Int] = []
  /// Read, but may be undefined.
  var optional: [Int] = []
  /// Left without a value.
  var kills: [Int] = []
  /// Left undefined.
  var cleans: [Int] = []
  var writes: [Int] = []

  init(_ instruction: Instruction, extra: Int) {
    let (a, b, c) = (Int(instruction.a), Int(instruction.b), Int(instruction.c))
    let dropB = instruction.flags & InstructionFlags.dropB != 0
    let dropC = instruction.flags & InstructionFlags.dropC != 0
    let dropThird = instruction.flags & InstructionFlags.dropThird != 0
    switch instruction.opcode {
    case .extension, .nop, .trap, .jump, .jumpBack, .returnNone, .setupAnnotations, .deleteGlobal, .deleteName,
      .deleteFree:
      break
    case .move:
      reads = [b]
      writes = [a]
    case .take:
      reads = [b]
      cleans = [b]
      writes = [a]
    case .loadConst, .loadInt, .loadNone, .loadBool, .loadGlobal, .loadName, .loadClassFree, .loadFree,
      .loadFreeCell, .loadBuildClass, .loadAssertionError:
      writes = [a]
    case .clear: cleans = [a]
    case .clearRange: cleans = Array(a..<a + b)
    case .deleteLocal, .checkLocal, .deleteCell, .jumpIfTrueKeep, .jumpIfFalseKeep: reads = [a]
    case .storeGlobal, .storeName, .jumpIfTrue, .jumpIfFalse, .jumpIfNone, .jumpIfNotNone, .deleteAttr,
      .returnValue, .importStar:
      reads = [a]
      if dropB { kills = [a] }
    case .makeCell:
      optional = [a]
      writes = [a]
    case .copyToCell:
      optional = [b]
      writes = [a]
    case .loadCell:
      reads = [b]
      writes = [a]
    case .storeCell:
      reads = [a, b]
      if dropC { kills = [b] }
    case .storeFree:
      reads = [b]
      if dropC { kills = [b] }
    case .add, .subtract, .multiply, .trueDivide, .floorDivide, .remainder, .power, .leftShift, .rightShift, .bitAnd,
      .bitOr, .bitXor, .matrixMultiply, .equal, .notEqual, .less, .lessEqual, .greater, .greaterEqual, .isSame,
      .isNotSame, .contains, .notContains, .getItem:
      reads = [b, c]
      drop(dropB ? b : nil, dropC ? c : nil)
      writes = [a]
    case .addK, .subtractK, .multiplyK, .trueDivideK, .floorDivideK, .remainderK, .powerK, .negative, .positive,
      .invert, .not, .getIter, .loadAttr, .getItemK, .getItemAt, .formatValue, .listToTuple, .getYieldFromIter, .getAwaitable,
      .getAiter, .asyncGenWrap, .importName, .intrinsic:
      reads = [b]
      drop(dropB ? b : nil)
      writes = [a]
    case .jumpEqual, .jumpNotEqual, .jumpLess, .jumpLessEqual, .jumpGreater, .jumpGreaterEqual, .jumpIs,
      .deleteItem, .storeAttr:
      reads = [a, b]
      drop(dropB ? a : nil, dropC ? b : nil)
    case .jumpEqualK, .jumpNotEqualK, .jumpLessK, .jumpLessEqualK, .jumpGreaterK, .jumpGreaterEqualK:
      reads = [a]
      drop(dropB ? a : nil)
    case .forIter:
      reads = [b]
      writes = [a]
    case .unpackSequence:
      reads = [b]
      drop(dropB ? b : nil)
      writes = Array(a..<a + c)
    case .unpackStar:
      reads = [b]
      drop(dropB ? b : nil)
      writes = Array(a..<a + (c & 255) + 1 + (c >> 8))
    case .loadMethod:
      reads = [b]
      drop(dropB ? b : nil)
      writes = [a, a + 1]
    case .loadSuperAttr:
      reads = [b, b + 1]
      drop(dropB ? b : nil, dropB ? b + 1 : nil)
      writes = [a]
    case .setItem:
      reads = [a, b, c]
      drop(dropB ? a : nil, dropC ? b : nil, dropThird ? c : nil)
    case .setItemK, .setItemAt:
      reads = [a, c]
      drop(dropB ? a : nil, dropThird ? c : nil)
    case .buildTuple, .buildList, .buildSet, .buildString:
      reads = Array(b..<b + c)
      kills = reads
      writes = [a]
    case .buildMap:
      reads = Array(b..<b + 2 * c)
      kills = reads
      writes = [a]
    case .buildSlice:
      reads = [b, b + 1, b + 2]
      kills = reads
      writes = [a]
    case .formatSpec, .matchClass:
      reads = [b, b + 1]
      kills = reads
      writes = [a]
    case .listAppend, .listExtend, .setAdd, .setUpdate, .mapUpdate:
      reads = [a, b]
      drop(dropC ? b : nil)
    case .mapAdd:
      reads = [a, b, c]
      drop(dropC ? b : nil, dropThird ? c : nil)
    case .mapMerge:
      reads = [a, b, c]
      drop(dropC ? b : nil)
    case .call:
      reads = Array(b...b + c)
      kills = reads
      writes = [a]
    case .callMethod:
      reads = [b] + Array(b + 2..<b + 2 + c)
      optional = [b + 1]
      kills = reads + optional
      writes = [a]
    case .callKw:
      reads = [b] + Array(b + 2..<b + 2 + c)
      optional = [b + 1]
      kills = reads + optional
      writes = [a]
    case .callEx:
      reads = [b, b + 1]
      optional = [b + 2]
      kills = [b, b + 1, b + 2]
      writes = [a]
    case .makeFunction:
      optional = [b, b + 1, b + 2, b + 3]
      kills = optional
      writes = [a]
    case .yieldValue:
      reads = [b]
      if instruction.flags & InstructionFlags.delegates != 0 { reads.append(c) }
      drop(dropB ? b : nil)
      writes = [a]
    case .send:
      reads = [b, c]
      writes = [a]
    case .getAnext, .matchSequence, .matchMapping, .matchLength, .importFrom:
      reads = [b]
      writes = [a]
    case .endAsyncFor:
      reads = [a, b]
      cleans = [a, b]
    case .raise:
      if c > 0 { reads = c == 2 ? [a, b] : [a] }
    case .reraise:
      reads = [a]
      kills = [a]
    case .pushHandled:
      reads = [b]
      writes = [a]
    case .popHandled:
      reads = [a]
      cleans = [a]
    case .matchException:
      reads = [b, c]
      drop(dropC ? c : nil)
      writes = [a]
    case .matchExceptionStar:
      reads = [b, c]
      drop(dropC ? c : nil)
      writes = [a, a + 1]
    case .prepReraiseStar, .matchKeys, .mapWithoutKeys:
      reads = [b, c]
      writes = [a]
    case .beforeWith, .beforeAsyncWith:
      reads = [b]
      drop(dropB ? b : nil)
      writes = [a, a + 1]
    case .withExit:
      reads = [b]
      kills = [b]
      writes = [a]
    case .withExceptStart:
      reads = [b, c]
      kills = [b]
      writes = [a]
    }
  }

  private mutating func drop(_ registers: Int?...) { kills += registers.compactMap { $0 } }
}
