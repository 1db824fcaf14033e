import Glibc
import MemoryShim

/// Keeps a few large freed blocks for the next array of that size: fresh pages cost more than most operations that
/// fill them (adding 10 million numbers: 18 ms on fresh pages, 4 on used ones).
///
/// Invariant: arrays are made and released only by the thread that holds the interpreter lock.
enum LargeBlocks {
  /// Smaller blocks stay with malloc, which recycles them itself.
  static let smallest = 16 << 20
  /// Most bytes kept.
  static let limit = 512 << 20
  private static let pageSize = 2 << 20
  /// What an array leaves over.
  private static let reserve: Int64 = 32 << 20

  nonisolated(unsafe) private static var kept: [(pointer: UnsafeMutableRawPointer, size: Int)] = []
  nonisolated(unsafe) private static var keptBytes = 0

  private static func rounded(_ byteCount: Int) -> Int? {
    let (sum, overflow) = byteCount.addingReportingOverflow(pageSize - 1)
    return overflow ? nil : sum & ~(pageSize - 1)
  }

  /// Hands out a block of at least this size on huge pages where the system has them.
  static func take(_ byteCount: Int) -> UnsafeMutableRawPointer? {
    // Beyond the address space there is nothing to ask the system for.
    guard let size = rounded(byteCount), size < 1 << 46 else { return nil }
    if let index = kept.lastIndex(where: { $0.size == size }) {
      keptBytes -= size
      return kept.remove(at: index).pointer
    }
    // The system promises more than it has, and ends the process when it has to keep the promise.
    if size >= 1 << 26, Int64(size) >= wick_memory_left() &- reserve {
      wick_memory_release_kept()
      guard Int64(size) < wick_memory_left() &- reserve else { return nil }
    }
    var block: UnsafeMutableRawPointer?
    guard posix_memalign(&block, pageSize, size) == 0, let block else { return nil }
    madvise(block, size, MADV_HUGEPAGE)
    return block
  }

  /// Takes a block back; the oldest ones kept make room.
  static func release(_ pointer: UnsafeMutableRawPointer, _ byteCount: Int) {
    guard byteCount >= smallest, let size = rounded(byteCount), size <= limit else { return free(pointer) }
    while keptBytes + size > limit, !kept.isEmpty {
      let oldest = kept.removeFirst()
      keptBytes -= oldest.size
      free(oldest.pointer)
    }
    if kept.isEmpty { wick_memory_on_release { LargeBlocks.drop() } }
    kept.append((pointer, size))
    keptBytes += size
  }

  /// Gives what is kept back to the system: the program rests, or memory is short.
  private static func drop() {
    for block in kept { free(block.pointer) }
    kept.removeAll()
    keptBytes = 0
  }
}
