import Glibc
import MemoryShim

/// Memory for attributes, the items of tuples and small sets: blocks of the slab up to 16 slots.
///
/// Whoever gives a block back says for how many slots it was, or for how many fewer; both are no more than 16, or both are more.
enum BlockPool {
  /// The most slots of a block; more are malloc's.
  @inline(__always) static var largest: Int { 16 }

  /// Uninitialized memory for `count` slots, and for more than that: 4, 8 or 16 at least.
  @inline(__always)
  static func slots(_ count: Int) -> UnsafeMutablePointer<Slot> {
    exactly(count <= 4 ? 4 : count <= 8 ? 8 : count <= 16 ? 16 : count)
  }
  /// Uninitialized memory for `count` slots.
  @inline(__always)
  static func exactly(_ count: Int) -> UnsafeMutablePointer<Slot> {
    guard let block = count <= largest ? take(max(1, count) &* 16) : malloc(count &* 16) else {
      fatalError("out of memory for \(count) values")
    }
    return block.assumingMemoryBound(to: Slot.self)
  }
  /// Gives back memory made for `count` slots.
  @inline(__always)
  static func give(_ slots: UnsafeMutablePointer<Slot>, _ count: Int) {
    if count <= largest { give(slots) } else { free(slots) }
  }

  /// A block of 192 bytes.
  @inline(__always)
  static func table() -> UnsafeMutableRawPointer? { take(192) }
  @inline(__always)
  static func give(table: UnsafeMutableRawPointer) { give(table) }

  // The address sanitizer must see when a block is free.
  @inline(__always)
  private static func take(_ bytes: Int) -> UnsafeMutableRawPointer? {
    #if WICK_CHECKED
      return malloc(bytes)
    #else
      return wick_slab_take(bytes)
    #endif
  }
  @inline(__always)
  private static func give(_ block: UnsafeMutableRawPointer) {
    #if WICK_CHECKED
      free(block)
    #else
      wick_slab_give(block)
    #endif
  }
}
