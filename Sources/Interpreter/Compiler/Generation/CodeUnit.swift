import Syntax

/// A place in the code that jumps aim at.
struct Label {
  fileprivate let index: Int
}

/// The code of one frame while it is being generated: instructions, tables, registers in use, what is known to be bound.
///
/// Instructions after an unconditional jump are dropped until a label that something jumps to is bound, so that code
/// generation need not care about dead code.
final class CodeUnit {
  /// Scope of the frame.
  let frame: Scope
  /// Innermost scope at this point: the frame's or that of an inlined comprehension.
  var scope: Scope
  let outer: CodeUnit?
  var parts = CodeParts()
  /// Whether each line gets an instruction.
  var keepsLines = false

  private(set) var instructions: [Instruction] = []
  private(set) var spans: [Span] = []
  /// Place that the next instructions belong to.
  var span: Span
  private(set) var constants: [ConstantValue] = []
  private var constantIndices: [ConstantValue: Int] = [:]
  private(set) var names: [String] = []
  private var nameIndices: [String: Int] = [:]
  private(set) var cacheCount = 0

  /// Number of registers that are named variables; temporaries follow.
  var localCount = 0
  /// First register that is free.
  private(set) var top = 0
  private(set) var registerCount = 0
  private var highWater = 0

  /// Statements that `return`, `break` and `continue` have to leave in order, outermost first.
  var blocks: [Block] = []
  private var exceptionTable: [ExceptionEntry] = []
  private var openRegions: [Region] = []

  private(set) var isReachable = true
  /// Local registers that certainly hold a value here; meaningful while reachable.
  var bound = BitSet()
  private var labels: [LabelState] = []
  private var patches: [Patch] = []

  private struct LabelState {
    var position = -1
    var isTarget = false
    var bound: BitSet? = nil
  }

  private struct Patch {
    let label: Int
    /// The word whose `bc` is the distance.
    let word: Int
    /// What the distance counts from.
    let base: Int
  }

  init(frame: Scope, outer: CodeUnit?, span: Span) {
    self.frame = frame
    scope = frame
    self.outer = outer
    self.span = span
  }

  // MARK: Instructions

  /// Appends an instruction; returns its index.
  @discardableResult
  func emit(_ opcode: Opcode, a: Int = 0, b: Int = 0, c: Int = 0, flags: UInt8 = 0) -> Int {
    append(Instruction(opcode, a: a, b: b, c: c, flags: flags))
  }

  /// Appends an instruction with a 32-bit operand.
  @discardableResult
  func emit(_ opcode: Opcode, a: Int = 0, bc: Int, flags: UInt8 = 0) -> Int {
    append(Instruction(opcode, a: a, bc: Int32(truncatingIfNeeded: bc), flags: flags))
  }

  /// Appends a `return` of a register, or of None. Temporaries from `top` on are dead.
  func emitReturn(_ register: Int? = nil) {
    var live = max(top, localCount)
    if let register {
      // Moved out.
      if register == live - 1 && isTemporary(register) { live -= 1 }
      emit(.returnValue, a: register, b: live, flags: InstructionFlags.dropB)
    } else {
      emit(.returnNone, b: live)
    }
  }

  /// Appends the extension word of the instruction before.
  func emitExtension(_ value: Int) { append(Instruction(.extension, bc: Int32(truncatingIfNeeded: value))) }

  /// Appends an extension word with the number of a new inline cache.
  func emitCache() {
    guard isReachable else { return }
    emitExtension(cacheCount)
    cacheCount += 1
  }

  @discardableResult
  private func append(_ instruction: Instruction) -> Int {
    guard isReachable else { return -1 }
    instructions.append(instruction)
    spans.append(span)
    return instructions.count - 1
  }

  /// Index of the next instruction.
  var position: Int { instructions.count }

  /// How far the code goes, with the lines that have no instructions.
  var place: [Int] { [instructions.count, parts.silentLines.count] }

  /// Notes that control does not get past the last instruction.
  func endFlow() { isReachable = false }

  // MARK: Labels and jumps

  /// Makes a label to be bound later.
  func label() -> Label {
    labels.append(LabelState())
    return Label(index: labels.count - 1)
  }

  /// Puts a label here. A loop head is reached by jumps that come later, so it counts as reached when `isLoopHead`.
  func bind(_ label: Label, isLoopHead: Bool = false) {
    if labels[label.index].isTarget || isLoopHead { separateSilentLine() }
    labels[label.index].position = instructions.count
    if labels[label.index].isTarget || isLoopHead {
      if let others = labels[label.index].bound {
        bound = isReachable ? bound.intersection(others) : others
      }
      isReachable = true
    }
  }

  /// Makes a label that is reached from outside the ordinary flow, with what is known to be bound there.
  func bindHandler(_ label: Label, bound known: BitSet) {
    labels[label.index].position = instructions.count
    bound = known
    isReachable = true
  }

  /// Tells whether a jump to the label has been generated.
  func isTarget(_ label: Label) -> Bool { labels[label.index].isTarget }

  private func aim(_ label: Label, word: Int, base: Int) {
    guard word >= 0 else { return }
    labels[label.index].isTarget = true
    if labels[label.index].position < 0 {
      labels[label.index].bound = labels[label.index].bound.map { $0.intersection(bound) } ?? bound
    }
    patches.append(Patch(label: label.index, word: word, base: base))
  }

  /// Appends an unconditional jump, forward or back.
  func jump(to label: Label) {
    guard isReachable else { return }
    let isBack = labels[label.index].position >= 0
    let word = emit(isBack ? .jumpBack : .jump, bc: 0)
    aim(label, word: word, base: word + 1)
    endFlow()
  }

  /// Appends a conditional jump whose distance is in the instruction itself.
  func jump(_ opcode: Opcode, a: Int, flags: UInt8 = 0, to label: Label) {
    let word = emit(opcode, a: a, bc: 0, flags: flags)
    aim(label, word: word, base: word + 1)
  }

  /// Appends an instruction whose distance is in its extension word. A comparison without the flag `jumpIfTrue` jumps when
  /// it does not hold, and is written as its complement (`InstructionFlags.jumpIfTrue`).
  func jumpExtended(_ opcode: Opcode, a: Int, b: Int, c: Int = 0, flags: UInt8 = 0, to label: Label) {
    let word = emit(flags & InstructionFlags.jumpIfTrue == 0 ? opcode.complement : opcode, a: a, b: b, c: c, flags: flags)
    emitExtension(0)
    aim(label, word: word < 0 ? -1 : word + 1, base: word + 2)
  }

  // MARK: Tables

  /// Returns the index of a constant.
  func constant(_ value: ConstantValue) -> Int {
    if let index = constantIndices[value] { return index }
    constants.append(value)
    constantIndices[value] = constants.count - 1
    return constants.count - 1
  }

  /// Returns the index of a name.
  func name(_ name: String) -> Int {
    if let index = nameIndices[name] { return index }
    names.append(name)
    nameIndices[name] = names.count - 1
    return names.count - 1
  }

  // MARK: Registers

  /// Sets the number of named locals; temporaries start after them.
  func setLocals(_ count: Int) {
    localCount = count
    top = count
    registerCount = max(registerCount, count)
  }

  /// Reserves the next temporary.
  func allocate() -> Int {
    top += 1
    noteTop()
    return top - 1
  }

  /// Reserves several consecutive temporaries; returns the first.
  func allocate(_ count: Int) -> Int {
    top += count
    noteTop()
    return top - count
  }

  private func noteTop() {
    registerCount = max(registerCount, top)
    highWater = max(highWater, top)
  }

  /// Starts measuring how far the temporaries reach; returns what `endHighWater` needs.
  func startHighWater() -> Int {
    let outer = highWater
    highWater = top
    return outer
  }

  /// Returns the first register that no temporary has used since the measurement began.
  func endHighWater(_ outer: Int) -> Int {
    let result = highWater
    highWater = max(outer, result)
    return result
  }

  /// Frees the temporaries from `mark` on.
  func release(to mark: Int) { top = mark }

  /// Tells whether a register is a temporary.
  func isTemporary(_ register: Int) -> Bool { register >= localCount }

  // MARK: Protected regions

  /// A protected range, which may have holes where code leaves it.
  fileprivate struct Region {
    var start: Int
    var ranges: [Range<Int>] = []
    let handler: Label
    let register: Int
    let firstTemporary: Int
    let bound: BitSet

  }

  /// Starts a protected range; ranges end in the opposite order.
  func openRegion(handler: Label, register: Int, firstTemporary: Int) {
    openRegions.append(
      Region(
        start: position, handler: handler, register: register, firstTemporary: firstTemporary, bound: bound))
  }

  /// Interrupts the innermost `count` protected ranges; returns what is needed to resume them.
  func suspendRegions(downTo depth: Int) -> RegionSuspension {
    var suspended: [Region] = []
    while openRegions.count > depth {
      var region = openRegions.removeLast()
      if position > region.start { region.ranges.append(region.start..<position) }
      suspended.append(region)
    }
    return RegionSuspension(regions: suspended)
  }

  /// Continues interrupted ranges from here.
  func resume(_ suspension: RegionSuspension) {
    for item in suspension.regions.reversed() {
      var region = item
      region.start = position
      openRegions.append(region)
    }
  }

  /// Number of open protected ranges.
  var regionDepth: Int { openRegions.count }

  /// Ends the innermost protected range. Returns what is bound in its handler, or none when nothing is protected.
  func closeRegion() -> BitSet? {
    guard var region = openRegions.popLast() else { return nil }
    if position > region.start { region.ranges.append(region.start..<position) }
    if region.ranges.isEmpty { return nil }
    labels[region.handler.index].isTarget = true
    for range in region.ranges {
      exceptionTable.append(
        ExceptionEntry(
          start: Int32(range.lowerBound), end: Int32(range.upperBound), handler: Int32(region.handler.index),
          register: UInt16(truncatingIfNeeded: region.register),
          firstTemporary: UInt16(truncatingIfNeeded: region.firstTemporary)))
    }
    return region.bound
  }

  // MARK: Finishing

  /// The place of what stands at no line of the source.
  static let nowhere = Span(line: 0, column: 0, endLine: 0, endColumn: 0)

  /// Remembers that the current line, which has no instructions of its own, comes before the next one.
  func addSilentLine() {
    if keepsLines {
      emit(.nop)
    } else if isReachable {
      parts.silentLines.append((instructions.count, Int(span.line)))
    }
  }

  /// Gives a line without instructions one of its own where jumps that do not come by it are about to meet.
  private func separateSilentLine() {
    guard isReachable, let silent = parts.silentLines.last, silent.index == instructions.count else { return }
    parts.silentLines.removeLast()
    let outer = span
    let line = Int32(truncatingIfNeeded: silent.line)
    span = Span(line: line, column: 0, endLine: line, endColumn: 0)
    emit(.nop)
    span = outer
  }

  /// Resolves the jumps and returns the finished code; none when a table is too large.
  func finish() -> CompiledCode {
    for patch in patches {
      instructions[patch.word].bc = Int32(truncatingIfNeeded: labels[patch.label].position - patch.base)
    }
    let silent = Set(parts.silentLines.map(\.index))
    for patch in patches { shorten(patch, silent) }
    parts.instructions = instructions
    parts.spans = spans
    parts.names = names
    parts.cacheCount = cacheCount
    parts.registerCount = registerCount
    parts.exceptionTable = exceptionTable.map { entry in
      var entry = entry
      entry.handler = Int32(truncatingIfNeeded: labels[Int(entry.handler)].position)
      return entry
    }
    return CompiledCode(parts, constants: constants)
  }

  /// Lets a jump that lands on another jump go where that one goes.
  private func shorten(_ patch: Patch, _ silent: Set<Int>) {
    let opcode = instructions[patch.base - 1].opcode == .extension
      ? instructions[patch.base - 2].opcode : instructions[patch.base - 1].opcode
    // The others do not poll when they go back.
    if opcode == .forIter || opcode == .send || opcode == .jumpIfTrueKeep || opcode == .jumpIfFalseKeep { return }
    var target = patch.base + Int(instructions[patch.word].bc)
    for _ in 0..<16 {
      // What a debugger is to hear of on the way is not passed over.
      guard target < instructions.count, !silent.contains(target),
        instructions[target].opcode == .jump || instructions[target].opcode == .jumpBack
      else { break }
      target = target + 1 + Int(instructions[target].bc)
    }
    instructions[patch.word].bc = Int32(truncatingIfNeeded: target - patch.base)
    if opcode == .jump || opcode == .jumpBack {
      instructions[patch.word].opcode = target < patch.base ? .jumpBack : .jump
    }
  }

  /// The table that outgrew its 16-bit operands, if one did.
  var overflow: String? {
    if registerCount > Instruction.greatestOperand - 256 { return "registers" }
    if names.count > Instruction.greatestOperand { return "names" }
    return instructions.count > 1 << 30 ? "instructions" : nil
  }
}

/// Protected ranges that are interrupted while code leaves them.
struct RegionSuspension {
  fileprivate let regions: [CodeUnit.Region]
}

/// A set of small numbers.
struct BitSet: Equatable {
  private var words: [UInt64] = []

  /// Tells whether the number is in the set.
  func contains(_ index: Int) -> Bool {
    let word = index >> 6
    return word < words.count && words[word] >> UInt64(index & 63) & 1 == 1
  }

  /// Adds a number.
  mutating func insert(_ index: Int) {
    let word = index >> 6
    while words.count <= word { words.append(0) }
    words[word] |= 1 << UInt64(index & 63)
  }

  /// Removes a number.
  mutating func remove(_ index: Int) {
    let word = index >> 6
    if word < words.count { words[word] &= ~(1 << UInt64(index & 63)) }
  }

  /// Returns what is in both sets.
  func intersection(_ other: BitSet) -> BitSet {
    var result = BitSet()
    result.words = zip(words, other.words).map { $0 & $1 }
    return result
  }
}
