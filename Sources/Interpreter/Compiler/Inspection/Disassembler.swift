import Syntax

/// Writes register code as text, one line per instruction, for `dis` and for reading what the compiler does.
package struct Disassembler {
  private let parts: CodeParts
  private let constants: [String]

  /// Returns the listing of code just compiled, with the code inside it.
  package static func listing(_ code: CompiledCode) -> String {
    var text = Disassembler(code.parts, constants: code.constants.map(\.shortRepr)).listing()
    for case .code(let inner) in code.constants { text += "\n" + listing(inner) }
    return text
  }

  /// Prepares the listing of a code object whose constants have the given texts.
  package init(_ parts: CodeParts, constants: [String]) {
    self.parts = parts
    self.constants = constants
  }

  /// Returns the listing.
  package func listing() -> String {
    var text = "\(parts.qualifiedName) (line \(parts.firstLine), \(parts.registerCount) registers)\n"
    if !parts.localNames.isEmpty { text += "  locals: \(parts.localNames.joined(separator: " "))\n" }
    if !parts.freeNames.isEmpty { text += "  free: \(parts.freeNames.joined(separator: " "))\n" }
    var line: Int32 = -1
    var index = 0
    while index < parts.instructions.count {
      let own = index < parts.spans.count ? parts.spans[index].line : 0
      let number = own == line ? "     " : pad("\(own)", 5)
      line = own
      text += "\(number) \(pad("\(index)", 4))  \(self.line(at: index))\n"
      index += parts.instructions[index].opcode.hasExtension ? 2 : 1
    }
    for entry in parts.exceptionTable {
      text += "  \(entry.start)..<\(entry.end) -> \(entry.handler) in \(register(Int(entry.register)))"
      text += ", temporaries from r\(entry.firstTemporary)\n"
    }
    return text
  }

  /// Returns the text of the instruction at an index.
  package func line(at index: Int) -> String {
    let instruction = parts.instructions[index]
    let opcode = instruction.opcode
    let (a, b, c) = (Int(instruction.a), Int(instruction.b), Int(instruction.c))
    let extra = opcode.hasExtension ? Int(parts.instructions[index + 1].bc) : 0
    var words: [String] = []
    switch opcode {
    case .loadConst: words = [register(a), constant(Int(instruction.bc))]
    case .loadInt: words = [register(a), "\(instruction.bc)"]
    case .loadBool: words = [register(a), b != 0 ? "True" : "False"]
    case .loadGlobal, .storeGlobal, .deleteGlobal, .loadName, .storeName, .deleteName:
      words = [register(a), name(Int(instruction.bc))]
    case .jump, .jumpBack: words = [target(index + 1 + Int(instruction.bc))]
    case .jumpIfTrue, .jumpIfFalse, .jumpIfNone, .jumpIfNotNone, .jumpIfTrueKeep, .jumpIfFalseKeep:
      words = [register(a), target(index + 1 + Int(instruction.bc))]
    case .jumpEqual, .jumpNotEqual, .jumpLess, .jumpLessEqual, .jumpGreater, .jumpGreaterEqual, .jumpIs:
      words = [register(a), register(b), target(index + 2 + extra)]
    case .jumpEqualK, .jumpNotEqualK, .jumpLessK, .jumpLessEqualK, .jumpGreaterK, .jumpGreaterEqualK:
      words = [register(a), constant(b), target(index + 2 + extra)]
    case .forIter: words = [register(a), register(b), target(index + 2 + extra)]
    case .send: words = [register(a), register(b), register(c), target(index + 2 + extra)]
    case .addK, .subtractK, .multiplyK, .trueDivideK, .floorDivideK, .remainderK, .powerK, .getItemK:
      words = [register(a), register(b), constant(c)]
    case .getItemAt: words = [register(a), register(b), "\(c)"]
    case .setItemAt: words = [register(a), "\(b)", register(c)]
    case .setItemK: words = [register(a), constant(b), register(c)]
    case .loadAttr, .loadMethod, .loadSuperAttr, .importFrom, .importName:
      words = [register(a), register(b), name(c)]
    case .storeAttr, .deleteAttr: words = [register(a), name(c), register(b)]
    case .loadFree, .loadFreeCell: words = [register(a), free(b)]
    case .storeFree: words = [free(a), register(b)]
    case .deleteFree: words = [free(a)]
    case .loadClassFree: words = [register(a), free(b), name(c)]
    case .makeFunction, .matchClass: words = [register(a), register(b), constant(c)]
    case .call, .callMethod, .buildTuple, .buildList, .buildSet, .buildMap, .buildString, .unpackSequence,
      .formatValue, .formatSpec, .intrinsic, .unpackStar:
      words = [register(a), register(b), "\(c)"]
    case .callKw: words = [register(a), register(b), "\(c)", constant(extra)]
    default: words = [register(a), register(b), register(c)].dropLast(unused(opcode))
    }
    return pad(left: "\(opcode)", 16) + words.joined(separator: " ") + flags(instruction.flags)
  }

  private func unused(_ opcode: Opcode) -> Int {
    switch opcode {
    case .returnNone, .nop, .trap, .extension, .setupAnnotations: 3
    case .loadNone, .clear, .deleteLocal, .checkLocal, .makeCell, .deleteCell, .returnValue, .reraise,
      .popHandled, .loadBuildClass, .loadAssertionError, .importStar:
      2
    case .setItem, .mapAdd, .mapMerge, .getItem, .add, .subtract, .multiply, .trueDivide, .floorDivide,
      .remainder, .power, .leftShift, .rightShift, .bitAnd, .bitOr, .bitXor, .matrixMultiply, .equal, .notEqual,
      .less, .lessEqual, .greater, .greaterEqual, .isSame, .isNotSame, .contains, .notContains, .yieldValue,
      .raise, .matchException, .matchExceptionStar, .prepReraiseStar, .withExceptStart, .matchKeys,
      .mapWithoutKeys:
      0
    default: 1
    }
  }

  private func flags(_ flags: UInt8) -> String {
    var words: [String] = []
    if flags & InstructionFlags.dropB != 0 { words.append("dropB") }
    if flags & InstructionFlags.dropC != 0 { words.append("dropC") }
    if flags & InstructionFlags.dropThird != 0 { words.append("dropThird") }
    if flags & InstructionFlags.inPlace != 0 { words.append("inPlace") }
    if flags & InstructionFlags.jumpIfTrue != 0 { words.append("ifTrue") }
    if flags & InstructionFlags.delegates != 0 { words.append("delegates") }
    return words.isEmpty ? "" : "  [" + words.joined(separator: " ") + "]"
  }

  private func register(_ index: Int) -> String {
    index < parts.localNames.count ? "\(parts.localNames[index])" : "r\(index)"
  }

  private func constant(_ index: Int) -> String {
    constants.indices.contains(index) ? constants[index] : "k\(index)"
  }

  private func name(_ index: Int) -> String {
    parts.names.indices.contains(index) ? "'\(parts.names[index])'" : "n\(index)"
  }

  private func free(_ index: Int) -> String {
    parts.freeNames.indices.contains(index) ? "^\(parts.freeNames[index])" : "^\(index)"
  }

  private func target(_ index: Int) -> String { "-> \(index)" }

  private func pad(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.utf8.count)) + text
  }

  private func pad(left text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.utf8.count))
  }
}
