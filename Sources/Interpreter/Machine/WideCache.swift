import Glibc

// What inline caches have learned, for sites that see objects of more kinds than a site remembers: methods of a base class
// that many classes share, visitors of trees.

/// What a cached name is looked up for: what the cache holds differs.
enum CachedUse: UInt {
  case load = 1, method, store
}

/// Contents of inline caches by shape, name and use, each in the one place that these have.
final class WideCache {
  private static let count = 1024
  /// Addresses of names, which are multiples of 16, with the use; then the caches. Zeros are no name.
  private let names: UnsafeMutablePointer<UInt>
  private let caches: UnsafeMutablePointer<InlineCache>
  private var answers: UInt8 = 0

  init() {
    // (Pages that nobody has written take no memory.)
    func zeros<T>(_ type: T.Type) -> UnsafeMutablePointer<T> {
      guard let memory = calloc(WideCache.count, MemoryLayout<T>.stride) else { fatalError("out of memory") }
      return memory.bindMemory(to: type, capacity: WideCache.count)
    }
    names = zeros(UInt.self)
    caches = zeros(InlineCache.self)
  }
  deinit {
    free(names)
    free(caches)
  }

  @inline(__always)
  private func place(_ key: UInt, _ name: UInt) -> Int {
    Int((key &* 0x9E37_79B9_7F4A_7C15 ^ name &* 0xC2B2_AE3D_27D4_EB4F) >> 54)
  }

  /// What is known for a key, as `InlineCache` has it, and a type's version; nil: nothing. The `site` learns it too.
  @inline(__always)
  func entry(
    _ key: UInt, _ name: Slot, _ use: CachedUse, _ type: UnsafeMutableRawPointer, for site: UnsafeMutablePointer<InlineCache>
  ) -> UnsafeMutablePointer<InlineCache>? {
    let wanted = name.bits | use.rawValue
    let k = place(key, wanted)
    let cache = caches + k
    guard names[k] == wanted, cache.pointee.key == key,
      cache.pointee.version == Unmanaged<TypeObject>.fromOpaque(type)._withUnsafeGuaranteedRef({ $0.version })
    else { return nil }
    // A site that knows two classes would forget one that it needs soon. But it may have left them behind.
    answers &+= 1
    if site[1].key == 0 || answers & 15 == 0 {
      site.makeRoom()
      site.pointee = cache.pointee
    }
    return cache
  }

  /// Keeps what a site has learned.
  func keep(_ cache: InlineCache, _ name: Slot, _ use: CachedUse) {
    let wanted = name.bits | use.rawValue
    let k = place(cache.key, wanted)
    names[k] = wanted
    caches[k] = cache
  }
}
