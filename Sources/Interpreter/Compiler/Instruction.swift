// Register code. A frame's registers are, in this order: parameters (positional, keyword-only, *args, **kwargs),
// other local variables, then temporaries. Every register owns what it holds. An instruction reads its sources
// borrowed; the flags `dropB` and `dropC` say that a source is a temporary at its last use, so that it is
// released (or moved) right after the instruction. Results are stored owned, releasing what was there before.
//
// Instructions are eight bytes. Those marked "+x" in `Opcode` are followed by one extension word
// (`op == .extension`) whose `bc` is an inline-cache index, a jump distance or an extra operand.
// Jump distances count instruction words and are relative to the word after the whole instruction
// (after the extension word where there is one).

/// One word of register code.
package struct Instruction {
  /// What to do; raw value of `Opcode`.
  package var opcode: Opcode
  /// A set of `InstructionFlags`.
  package var flags: UInt8
  /// First operand: usually the destination register.
  package var a: UInt16
  /// Second operand: usually the first source register.
  package var b: UInt16
  /// Third operand: usually the second source register, a constant, a name or a count.
  package var c: UInt16

  /// Makes an instruction with three 16-bit operands.
  @inline(__always)
  package init(_ opcode: Opcode, a: Int = 0, b: Int = 0, c: Int = 0, flags: UInt8 = 0) {
    self.opcode = opcode
    self.flags = flags
    self.a = UInt16(truncatingIfNeeded: a)
    self.b = UInt16(truncatingIfNeeded: b)
    self.c = UInt16(truncatingIfNeeded: c)
  }

  /// Makes an instruction whose second and third operands form one signed 32-bit operand.
  @inline(__always)
  package init(_ opcode: Opcode, a: Int = 0, bc: Int32, flags: UInt8 = 0) {
    self.opcode = opcode
    self.flags = flags
    self.a = UInt16(truncatingIfNeeded: a)
    self.b = UInt16(truncatingIfNeeded: bc)
    self.c = UInt16(truncatingIfNeeded: bc >> 16)
  }

  /// The instruction as the machine reads it: operands are doubled, so that eight times an operand is a distance in bytes
  /// among slots of sixteen. Wide operands and the two counts of `unpackStar` stay as they are.
  var forMachine: Instruction {
    if opcode == .extension { return self }
    var made = self
    made.a = a << 1
    if opcode.hasWideOperand { return made }
    made.b = b << 1
    if opcode != .unpackStar { made.c = c << 1 }
    return made
  }
  /// Greatest operand that can be doubled.
  static var greatestOperand: Int { 0x7fff }

  /// Second and third operand as one signed 32-bit number.
  @inline(__always)
  package var bc: Int32 {
    get { Int32(bitPattern: UInt32(b) | UInt32(c) << 16) }
    set {
      b = UInt16(truncatingIfNeeded: newValue)
      c = UInt16(truncatingIfNeeded: newValue >> 16)
    }
  }
}

/// Bits of `Instruction.flags`.
package enum InstructionFlags {
  /// The first source (operand `b`; for instructions without a destination, operand `a`) is a dying temporary.
  package static let dropB: UInt8 = 1
  /// The second source (operand `c`; for instructions without a destination, operand `b`) is a dying temporary.
  package static let dropC: UInt8 = 2
  /// Binary operation from an augmented assignment.
  package static let inPlace: UInt8 = 4
  /// Fused comparison: jump when it holds. Without the flag the program asks for the complement and the jump is taken when
  /// that does not hold: the same for numbers, not for other objects, nor for what has no order (NaN).
  package static let jumpIfTrue: UInt8 = 8
  /// The third source of a three-source instruction is a dying temporary.
  package static let dropThird: UInt8 = 16
  /// `yieldValue` stands in a `yield from` or `await`; operand `c` is the register of the sub-iterator.
  package static let delegates: UInt8 = 32
}
