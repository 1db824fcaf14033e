import Glibc
import MemoryShim

/// Where the entries of a dict are found by the hashes of their keys: open addressing, four neighbours (which share a line
/// of the cache) before each jump.
///
/// A place holds the number of an entry in as many bits as `mask` has, and bits of the key's hash in the rest: an entry of
/// another hash is mostly passed by without being read, which in a large dict would wait for the memory.
struct DictIndex {
  /// The places, a power of two of them; nil while there are few entries.
  private(set) var table: UnsafeMutablePointer<UInt32>?
  private var mask = 0

  /// What a search says of an entry.
  enum Answer { case other, same, stop }

  @inline(__always) private static var vacant: UInt32 { .max }
  @inline(__always) private static var deleted: UInt32 { .max &- 1 }

  init() {}
  /// An index with room for `capacity` entries.
  init(capacity: Int) {
    var size = 16
    while size &* 2 < capacity &* 3 { size <<= 1 }
    guard let raw = wick_memory_large(malloc(size &* 4), size &* 4) else { fatalError("out of memory for a dict index of \(size)") }
    memset(raw, 0xFF, size &* 4)
    table = raw.assumingMemoryBound(to: UInt32.self)
    mask = size &- 1
  }
  /// A copy with memory of its own; nil: there is none, or it has no places.
  init?(copying other: DictIndex) {
    guard let from = other.table, let raw = malloc((other.mask &+ 1) &* 4) else { return nil }
    memcpy(raw, from, (other.mask &+ 1) &* 4)
    table = raw.assumingMemoryBound(to: UInt32.self)
    mask = other.mask
  }
  /// Gives back the memory.
  mutating func drop() {
    free(table)
    table = nil
  }

  /// How many entries it can have.
  var mostEntries: Int { (mask &+ 1) &* 2 / 3 }

  /// Tells whether `capacity` entries are too many.
  func isSmall(for capacity: Int) -> Bool { capacity &* 3 > (mask &+ 1) &* 2 }

  /// Bits of a hash in those bits of a place that no number takes. (Ints are their own hashes: their upper bits are alike.)
  @inline(__always)
  private func mark(_ hash: Int, _ low: UInt32) -> UInt32 {
    UInt32(truncatingIfNeeded: (UInt(bitPattern: hash) &* 0x9E37_79B9_7F4A_7C15) >> 32) & ~low
  }

  /// The number of the entry that `isKey` takes for the key, of those whose hashes may be `hash`; -1: there is none, -2:
  /// `isKey` stopped the search.
  @inline(__always)
  func find<E: Error>(
    _ table: UnsafeMutablePointer<UInt32>, hash: Int, _ isKey: (Int) throws(E) -> Answer
  ) throws(E) -> Int {
    let mask = mask
    let low = UInt32(truncatingIfNeeded: mask)
    let mark = mark(hash, low)
    var home = hash & mask
    var perturb = UInt(bitPattern: hash)
    while true {
      var k = 0
      while k < 4 {
        let place = table[home & ~3 | (home &+ k) & 3]
        if (place ^ mark) & ~low == 0 && place < DictIndex.deleted {
          let number = Int(place & low)
          switch try isKey(number) {
          case .same: return number
          case .stop: return -2
          case .other: break
          }
        } else if place == DictIndex.vacant {
          return -1
        }
        k &+= 1
      }
      perturb >>= 5
      home = (home &* 5 &+ Int(bitPattern: perturb) &+ 1) & mask
    }
  }

  /// Adds an entry that is known to be missing.
  @inline(__always)
  func insert(_ number: Int, hash: Int) {
    guard let table else { return }
    let place = first(table, hash) { $0 >= DictIndex.deleted }
    let low = UInt32(truncatingIfNeeded: mask)
    table[place] = mark(hash, low) | UInt32(truncatingIfNeeded: number)
  }

  /// Marks the place of an entry as deleted.
  func remove(_ number: Int, hash: Int) {
    guard let table else { return }
    let low = UInt32(truncatingIfNeeded: mask)
    let wanted = mark(hash, low) | UInt32(truncatingIfNeeded: number)
    table[first(table, hash) { $0 == wanted }] = DictIndex.deleted
  }

  /// The first place on the way of a hash whose content is wanted; there must be one.
  @inline(__always)
  private func first(_ table: UnsafeMutablePointer<UInt32>, _ hash: Int, _ isWanted: (UInt32) -> Bool) -> Int {
    var home = hash & mask
    var perturb = UInt(bitPattern: hash)
    while true {
      for k in 0..<4 where isWanted(table[home & ~3 | (home &+ k) & 3]) { return home & ~3 | (home &+ k) & 3 }
      perturb >>= 5
      home = (home &* 5 &+ Int(bitPattern: perturb) &+ 1) & mask
    }
  }
}
