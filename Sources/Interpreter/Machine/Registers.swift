/// A register or any other owned slot in memory.
typealias Register = UnsafeMutablePointer<Slot>

extension UnsafeMutablePointer where Pointee == Slot {
  /// Stores an owned slot in a register and releases what was there.
  ///
  /// What dies does so in a function that stores as well: so the likely way keeps nothing across a call, and each way
  /// ends in a jump to the next instruction of its own. What dies sees the register undefined.
  @inline(__always)
  func put(_ slot: Slot) {
    let old = pointee
    if old.tag == Tag.object {
      let counter = (old.pointer + ObjectLayout.refs).assumingMemoryBound(to: Int32.self)
      let new = counter.pointee &- 1
      #if WICK_CHECKED
        if new < 0 { Audit.stop("release", old.pointer) }
      #endif
      counter.pointee = new
      if _slowPath(new == 0) {
        putOverDying(slot, old.pointer)
        return
      }
    }
    pointee = slot
  }
  /// The rest of `put` where the register held an object last.
  @inline(never)
  private func putOverDying(_ slot: Slot, _ p: UnsafeMutableRawPointer) {
    pointee = .undefined
    Trashcan.drop(p)
    pointee = slot
  }
  /// Stores an owned slot in memory that may move while what was there dies.
  @inline(__always)
  func replace(_ slot: Slot) {
    let old = pointee
    pointee = slot
    old.release()
  }
  /// Releases what is there and leaves the register undefined.
  @inline(__always)
  func clear() {
    let old = pointee
    pointee = .undefined
    old.release()
  }
  /// Moves the content out.
  @inline(__always)
  func take() -> Slot {
    let old = pointee
    pointee = .undefined
    return old
  }
  /// A retained copy of the content.
  @inline(__always)
  func copy() -> Slot {
    let slot = pointee
    slot.retain()
    return slot
  }
  /// Content for storing elsewhere: moved when `drop`, else copied.
  @inline(__always)
  func owned(drop: Bool) -> Slot { drop ? take() : copy() }
  /// `copy` of a register, list item or attribute, which counts what it holds.
  @inline(__always)
  func copyHeld() -> Slot {
    let slot = pointee
    slot.retainHeld()
    return slot
  }
  /// `owned` of a register, list item or attribute, which counts what it holds.
  @inline(__always)
  func ownedHeld(drop: Bool) -> Slot { drop ? take() : copyHeld() }

  /// The slot at a distance in bytes (`InstructionPointer.ra`).
  @inline(__always)
  func at(_ distance: Int) -> Register {
    (UnsafeMutableRawPointer(self) + distance).assumingMemoryBound(to: Slot.self)
  }
  /// The register that an operand names.
  @inline(__always)
  func at(_ operand: UInt16) -> Register { at(Int(operand) &* 8) }
  /// Of constants: the inline cache of an instruction, which lies below them.
  @inline(__always)
  func cache(_ i: UnsafeMutablePointer<Instruction>) -> UnsafeMutablePointer<InlineCache> {
    (UnsafeMutableRawPointer(self) + i.extra).assumingMemoryBound(to: InlineCache.self)
  }
}

/// Operand access of an instruction in the machine's memory, where operands are doubled (`Instruction.forMachine`).
extension UnsafeMutablePointer where Pointee == Instruction {
  @inline(__always) var a: Int { Int(pointee.a) >> 1 }
  @inline(__always) var b: Int { Int(pointee.b) >> 1 }
  @inline(__always) var c: Int { Int(pointee.c) >> 1 }
  /// The operands as distances in bytes from the first register, constant or cell: a processor adds eight times the
  /// doubled operand in the very instruction that reads the slot.
  @inline(__always) var ra: Int { Int(pointee.a) &* 8 }
  @inline(__always) var rb: Int { Int(pointee.b) &* 8 }
  @inline(__always) var rc: Int { Int(pointee.c) &* 8 }
  @inline(__always) var bc: Int { Int(pointee.bc) }
  @inline(__always) var flags: UInt8 { pointee.flags }
  /// What the extension word that follows says; of instructions with a cache its distance from the constants in bytes.
  @inline(__always) var extra: Int { Int((self + 1).pointee.bc) }
  @inline(__always) func has(_ flag: UInt8) -> Bool { pointee.flags & flag != 0 }
}
