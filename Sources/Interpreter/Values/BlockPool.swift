import Glibc

/// Free blocks of the sizes that attributes, small tuples and small sets take: malloc splits and joins neighbours on the
/// way, which costs more than the rest of making and dropping an object.
enum BlockPool {
  /// Blocks of one size; each free block begins with the address of the next.
  private struct FreeList {
    var head: UnsafeMutableRawPointer?
    var count = 0

    /// A block; its content is undefined. nil: malloc has none.
    @inline(__always)
    mutating func take(_ bytes: Int) -> UnsafeMutableRawPointer? {
      guard let block = head else { return malloc(bytes) }
      head = block.field(0, Optional<UnsafeMutableRawPointer>.self)
      count &-= 1
      return block
    }

    /// Gives back a block of at least this list's size.
    @inline(__always)
    mutating func give(_ block: UnsafeMutableRawPointer) {
      #if WICK_CHECKED
        // The address sanitizer must see when a block is free.
        if count >= 0 { return free(block) }
      #endif
      // Few, so that they lie in the cache: many free blocks would come back in the order of their death, all over
      // the memory, while malloc joins them again.
      if count >= 256 { return free(block) }
      block.setField(0, head)
      head = block
      count &+= 1
    }
  }

  // Invariant: only the thread that holds the interpreter lock makes and drops objects.
  nonisolated(unsafe) private static var four = FreeList()
  nonisolated(unsafe) private static var eight = FreeList()
  nonisolated(unsafe) private static var twelve = FreeList()

  /// Uninitialized memory for `count` slots.
  @inline(__always)
  static func slots(_ count: Int) -> UnsafeMutablePointer<Slot> {
    let block = count <= 4 ? four.take(64) : count <= 8 ? eight.take(128) : malloc(count &* 16)
    guard let block else { fatalError("out of memory for \(count) values") }
    return block.assumingMemoryBound(to: Slot.self)
  }
  /// Gives back memory made for `count` slots, or for more.
  @inline(__always)
  static func give(_ slots: UnsafeMutablePointer<Slot>, _ count: Int) {
    let block = UnsafeMutableRawPointer(slots)
    if count <= 4 { four.give(block) } else if count <= 8 { eight.give(block) } else { free(block) }
  }

  /// A block of 192 bytes.
  @inline(__always)
  static func table() -> UnsafeMutableRawPointer? { twelve.take(192) }
  @inline(__always)
  static func give(table: UnsafeMutableRawPointer) { twelve.give(table) }
}
