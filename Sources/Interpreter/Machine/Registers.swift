/// A register or any other owned slot in memory.
typealias Register = UnsafeMutablePointer<Slot>

extension UnsafeMutablePointer where Pointee == Slot {
  /// Stores an owned slot in a register and releases what was there.
  ///
  /// The store comes last: so every way through ends in one place, to which the compiler can append the jump to the next
  /// instruction. What dies sees the register undefined.
  @inline(__always)
  func put(_ slot: Slot) {
    let old = pointee
    if old.tag == Tag.object { dropContent(old.pointer) }
    pointee = slot
  }
  @inline(__always)
  private func dropContent(_ p: UnsafeMutableRawPointer) {
    let counter = (p + ObjectLayout.refs).assumingMemoryBound(to: Int32.self)
    let new = counter.pointee &- 1
    #if WICK_CHECKED
      if new < 0 { Audit.stop("release", p) }
    #endif
    counter.pointee = new
    if _slowPath(new == 0) {
      pointee = .undefined
      Trashcan.drop(p)
    }
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
}

/// Operand access of an instruction pointer.
extension UnsafeMutablePointer where Pointee == Instruction {
  @inline(__always) var a: Int { Int(pointee.a) }
  @inline(__always) var b: Int { Int(pointee.b) }
  @inline(__always) var c: Int { Int(pointee.c) }
  @inline(__always) var bc: Int { Int(pointee.bc) }
  @inline(__always) var flags: UInt8 { pointee.flags }
  /// Cache index or distance in the extension word that follows.
  @inline(__always) var extra: Int { Int((self + 1).pointee.bc) }
  @inline(__always) func has(_ flag: UInt8) -> Bool { pointee.flags & flag != 0 }
}
