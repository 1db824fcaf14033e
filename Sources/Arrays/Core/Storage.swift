import Glibc
import MemoryShim

/// Fields of a storage block.
package struct StorageHeader {
  var pointer: UnsafeMutableRawPointer
  var byteCount: Int
  var version: Int
  /// Where the bytes are and what becomes of the object when it dies.
  var room: StoragePool.Room
  /// How far the first byte lies behind the start of malloc's block.
  var offset: UInt8 = 0
}

/// Block of bytes shared by an array and its views, with a count of the writes it has seen.
///
/// Small blocks lie behind the object's own fields (one allocation instead of two); larger ones come from malloc, whose
/// failure is an error and not a trap. Memory of others is lent by an owner, whose address lies behind the fields.
package final class Storage: ManagedBuffer<StorageHeader, UInt64> {
  /// Largest block kept inside the object.
  static let inlineLimit = 1024

  /// Block that the next array of its size is made in, `out=` of an elementwise operation: what is computed there need not
  /// be copied. Whoever offers it takes it back, and copies if it was not taken.
  package nonisolated(unsafe) static var offered: Storage?  // confined to the holder of the interpreter lock

  /// Reserves a block, zeroed on request.
  package static func allocate(byteCount: Int, zeroed: Bool = false) throws(ArrayError) -> Storage {
    if let storage = small(byteCount: byteCount) {
      if zeroed { memset(storage.pointer, 0, byteCount) }
      return storage
    }
    if let offered, offered.byteCount == byteCount, !zeroed {
      Storage.offered = nil
      return offered
    }
    guard let (block, offset) = Storage.block(byteCount: byteCount, zeroed: zeroed) else {
      throw outOfMemory(byteCount: byteCount)
    }
    let object = Storage.create(minimumCapacity: 0) { _ in
      StorageHeader(pointer: block, byteCount: byteCount, version: 0, room: .outside, offset: offset)
    }
    return unsafeDowncast(object, to: Storage.self)
  }

  /// Looks at memory that an object owns, which is kept as long as the storage is.
  package static func lend(_ pointer: UnsafeMutableRawPointer, byteCount: Int, owner: AnyObject) -> Storage {
    let object = Storage.create(minimumCapacity: 1) { buffer in
      buffer.withUnsafeMutablePointerToElements { place in
        place.initialize(to: UInt64(UInt(bitPattern: Unmanaged.passRetained(owner).toOpaque())))
      }
      return StorageHeader(pointer: pointer, byteCount: byteCount, version: 0, room: .lent)
    }
    return unsafeDowncast(object, to: Storage.self)
  }

  /// Reserves a block that lies inside the object; nil when it is too large for that.
  @inline(__always)
  static func small(byteCount: Int) -> Storage? {
    guard byteCount >= 0, byteCount <= inlineLimit else { return nil }
    return StoragePool.take(byteCount) ?? StoragePool.make(byteCount)
  }

  /// First byte as C loops take it.
  @inline(__always)
  var bytes: UnsafeMutablePointer<CChar> { header.pointer.assumingMemoryBound(to: CChar.self) }

  deinit {
    withUnsafeMutablePointers { header, places in
      switch header.pointee.room {
      case .outside: LargeBlocks.release(header.pointee.pointer - Int(header.pointee.offset), header.pointee.byteCount)
      case .lent:
        if let owner = UnsafeRawPointer(bitPattern: UInt(places.pointee)) {
          Unmanaged<AnyObject>.fromOpaque(owner).release()
        }
      case .bytes16, .bytes128, .bytes512, .inside: break
      }
    }
  }

  /// First byte.
  package var pointer: UnsafeMutableRawPointer { header.pointer }
  /// Size in bytes.
  package var byteCount: Int { header.byteCount }
  /// Counts how often the block was written in place, so that backward can refuse stale values.
  package var version: Int {
    get { header.version }
    set { header.version = newValue }
  }

  /// Address as a number, what `data_ptr()` and storage comparisons show.
  package var address: Int { Int(bitPattern: header.pointer) }

  /// A block and how far its first byte lies behind what malloc gave; from 64 kB it is aligned to a line of the cache.
  private static func block(byteCount: Int, zeroed: Bool) -> (UnsafeMutableRawPointer, UInt8)? {
    guard byteCount >= 0 else { return nil }
    if byteCount >= LargeBlocks.smallest {
      guard let block = LargeBlocks.take(byteCount) else { return nil }
      if zeroed { memset(block, 0, byteCount) }
      return (block, 0)
    }
    let isAligned = byteCount >= 1 << 16
    // Not posix_memalign: that takes a larger block and gives the ends back, so the block of a dead array never fits the
    // next array of its size.
    let room = isAligned ? byteCount &+ 64 : byteCount
    guard let block = wick_memory_large(zeroed ? calloc(room, 1) : malloc(room), room) else { return nil }
    guard isAligned else { return (block, 0) }
    let aligned = block.alignedUp(toMultipleOf: 64)
    return (aligned, UInt8(truncatingIfNeeded: aligned - block))
  }

  @inline(never)
  static func outOfMemory(byteCount: Int) -> ArrayError {
    let bytes = UInt(bitPattern: byteCount)
    return .runtime(
      "[enforce fail at alloc_cpu.cpp:127] err == 0. DefaultCPUAllocator: can't allocate memory: you tried to "
        + "allocate \(bytes) bytes. Error code 12 (Cannot allocate memory)")
  }
}
