/// Dead small storages kept whole for the next array of about their size: neither malloc nor Swift's making and
/// unmaking of objects runs then.
///
/// Invariant: arrays are made and released only by the thread that holds the interpreter lock.
package enum StoragePool {
  /// Where the bytes of a storage are: in the object, with room for so many, outside of it, or in memory of others.
  enum Room: UInt8 {
    case outside, bytes16, bytes128, bytes512, inside, lent

    /// Room that a number of bytes is given.
    @inline(__always)
    static func fitting(_ byteCount: Int) -> Room {
      byteCount <= 16 ? .bytes16 : byteCount <= 128 ? .bytes128 : byteCount <= 512 ? .bytes512 : .inside
    }
  }

  /// Dead storages of one size; the first bytes of each hold the address of the next.
  private struct FreeList {
    var head: UnsafeMutableRawPointer?
    var count = 0

    @inline(__always)
    mutating func take(_ byteCount: Int) -> Storage? {
      guard let first = head else { return nil }
      let storage = Unmanaged<Storage>.fromOpaque(first).takeRetainedValue()
      storage.withUnsafeMutablePointerToHeader { header in
        head = header.pointee.pointer.load(as: UnsafeMutableRawPointer?.self)
        header.pointee.byteCount = byteCount
        header.pointee.version = 0
      }
      count &-= 1
      return storage
    }

    @inline(__always)
    mutating func give(_ storage: UnsafeMutableRawPointer, _ bytes: UnsafeMutableRawPointer) {
      bytes.storeBytes(of: head, as: UnsafeMutableRawPointer?.self)
      head = storage
      count &+= 1
    }
  }

  nonisolated(unsafe) private static var tiny = FreeList()
  nonisolated(unsafe) private static var small = FreeList()
  nonisolated(unsafe) private static var medium = FreeList()
  /// Few, so that they lie in the cache.
  private static var limit: Int { 256 }

  /// A kept storage; nil: there is none of that size.
  @inline(__always)
  static func take(_ byteCount: Int) -> Storage? {
    switch Room.fitting(byteCount) {
    case .bytes16: return tiny.take(byteCount)
    case .bytes128: return small.take(byteCount)
    case .bytes512: return medium.take(byteCount)
    case .outside, .inside, .lent: return nil
    }
  }

  /// A new storage with its bytes inside.
  @inline(never)
  static func make(_ byteCount: Int) -> Storage {
    let room = Room.fitting(byteCount)
    let bytes = room == .bytes16 ? 16 : room == .bytes128 ? 128 : room == .bytes512 ? 512 : byteCount
    let object = Storage.create(minimumCapacity: (bytes &+ 7) >> 3) { buffer in
      let start = buffer.withUnsafeMutablePointerToElements { UnsafeMutableRawPointer($0) }
      return StorageHeader(pointer: start, byteCount: byteCount, version: 0, room: room)
    }
    return unsafeDowncast(object, to: Storage.self)
  }

  /// Gives up one reference (owned) to a storage, and keeps the storage if it was the last one.
  @inline(__always)
  package static func drop(_ p: UnsafeMutableRawPointer) {
    let storage = Unmanaged<Storage>.fromOpaque(p)
    guard ReferenceCount.isSingle(p) else { return storage.release() }
    let (room, bytes) = storage._withUnsafeGuaranteedRef { ($0.header.room, $0.header.pointer) }
    switch room {
    case .bytes16 where tiny.count < limit: tiny.give(p, bytes)
    case .bytes128 where small.count < limit: small.give(p, bytes)
    case .bytes512 where medium.count < limit: medium.give(p, bytes)
    default: storage.release()
    }
  }
}

/// Swift's count of references as it lies in an object.
package enum ReferenceCount {
  /// Whether there is one reference alone and no side table, so that the object may be kept instead of freed.
  @inline(__always)
  package static func isSingle(_ p: UnsafeMutableRawPointer) -> Bool {
    #if WICK_CHECKED
      // The address sanitizer must see each object's end.
      return false
    #else
      return (p + 8).assumingMemoryBound(to: UInt64.self).pointee == 3
    #endif
  }
}
