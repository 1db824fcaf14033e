import Glibc

/// Bytes of a bytes-like object, where they lie. Good as long as the object lives and no Python code runs that could
/// change its size: whoever looks at bytes asks for all numbers first.
package struct ByteView {
  /// The first byte.
  package let base: UnsafePointer<UInt8>
  /// Number of bytes.
  package let count: Int
  /// Memory that does not lie in one piece is copied.
  private let copy: Copy?

  private final class Copy {
    let base: UnsafeMutablePointer<UInt8>
    init(_ array: [UInt8]) {
      base = .allocate(capacity: max(1, array.count))
      let to = base
      array.withUnsafeBufferPointer { bytes in
        if let first = bytes.baseAddress { memcpy(to, first, bytes.count) }
      }
    }
    deinit { base.deallocate() }
  }

  /// No bytes.
  package static var none: ByteView { ByteView(nothing, 0) }
  // Invariant: never written.
  nonisolated(unsafe) private static let nothing: UnsafePointer<UInt8> = {
    let p = UnsafeMutablePointer<UInt8>.allocate(capacity: 1)
    p.initialize(to: 0)
    return UnsafePointer(p)
  }()

  /// Bytes at an address.
  @inline(__always)
  package init(_ base: UnsafePointer<UInt8>, _ count: Int) {
    self.base = base
    self.count = count
    copy = nil
  }
  /// The bytes of bytes.
  @inline(__always)
  package init(_ object: BytesObject) {
    self.init(UnsafePointer(object.storage.assumingMemoryBound(to: UInt8.self)), object.count)
  }
  /// The bytes of a bytearray.
  @inline(__always)
  package init(_ object: ByteArrayObject) { self.init(UnsafePointer(object.base), object.count) }

  /// The bytes of bytes, bytearray, memoryview or an object that lends a view; nil for other values.
  @inline(__always)
  package init?(_ slot: Slot) {
    guard slot.isObject else { return nil }
    if slot.kind == .bytes {
      self = Unmanaged<BytesObject>.fromOpaque(slot.pointer)._withUnsafeGuaranteedRef { ByteView($0) }
    } else if slot.kind == .bytearray {
      self = Unmanaged<ByteArrayObject>.fromOpaque(slot.pointer)._withUnsafeGuaranteedRef { ByteView($0) }
    } else {
      guard let view = ByteView.rare(slot) else { return nil }
      self = view
    }
  }
  /// The same of a value that the caller holds.
  @inline(__always)
  package init?(_ value: Value) {
    guard case .object(let o) = value else { return nil }
    if o.kind == .bytes {
      self.init(unsafeDowncast(o, to: BytesObject.self))
    } else if o.kind == .bytearray {
      self.init(unsafeDowncast(o, to: ByteArrayObject.self))
    } else {
      guard let view = ByteView.rare(value.borrowed) else { return nil }
      self = view
    }
  }
  /// A copy of an array, which lives as long as the view.
  package init(copying array: [UInt8]) {
    let copy = Copy(array)
    base = UnsafePointer(copy.base)
    count = array.count
    self.copy = copy
  }

  @inline(never)
  private static func rare(_ slot: Slot) -> ByteView? {
    if slot.kind == .memoryview {
      let view = unsafeDowncast(slot.object, to: MemoryViewObject.self)
      return view.inPlace ?? ByteView(copying: view.array)
    }
    return Codecs.buffer(slot.value).map { ByteView(copying: $0) }
  }

  /// The byte at an index below `count`.
  @inline(__always) package subscript(_ i: Int) -> UInt8 { base[i] }
  /// As a buffer of Swift.
  @inline(__always) package var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }
  /// A copy.
  package var array: [UInt8] { Array(bytes) }
  /// A part, which must lie within.
  @inline(__always)
  package func part(_ from: Int, _ to: Int) -> ByteView { ByteView(base: base + from, count: to &- from, copy: copy) }
  private init(base: UnsafePointer<UInt8>, count: Int, copy: Copy?) {
    self.base = base
    self.count = count
    self.copy = copy
  }

  /// Tells whether the bytes from `place` on are those of `other`; they must be there.
  @inline(__always)
  func has(_ other: ByteView, at place: Int) -> Bool { memcmp(base + place, other.base, other.count) == 0 }

  /// Place of the first `needle` between `start` and `end`, or -1.
  package func find(_ needle: ByteView, _ start: Int, _ end: Int) -> Int {
    if start > end || needle.count > end &- start { return -1 }
    if needle.count == 0 { return start }
    // The first byte is found fastest; where it is frequent, the whole needle is looked for.
    var (at, misses) = (start, 0)
    let last = end &- needle.count
    while at <= last {
      guard let hit = memchr(base + at, Int32(needle.base[0]), last &- at &+ 1) else { return -1 }
      let place = UnsafeRawPointer(hit) - UnsafeRawPointer(base)
      if needle.count == 1 || has(needle, at: place) { return place }
      at = place &+ 1
      misses &+= 1
      if misses > 8 { break }
    }
    if at > last { return -1 }
    guard let hit = memmem(base + at, end &- at, needle.base, needle.count) else { return -1 }
    return UnsafeRawPointer(hit) - UnsafeRawPointer(base)
  }
  /// Place of the last `needle` between `start` and `end`, or -1.
  func findLast(_ needle: ByteView, _ start: Int, _ end: Int) -> Int {
    if start > end || needle.count > end &- start { return -1 }
    if needle.count == 0 { return end }
    let first = needle.base[0]
    var place = end &- needle.count
    while place >= start {
      if base[place] == first && has(needle, at: place) { return place }
      place &-= 1
    }
    return -1
  }
  /// How often `needle`, which is not empty, occurs between `start` and `end` without overlaps, up to `limit` times.
  func occurrences(_ needle: ByteView, _ start: Int, _ end: Int, _ limit: Int = Int.max) -> Int {
    var (n, at) = (0, start)
    if needle.count == 1 && limit == Int.max {
      let wanted = needle.base[0]
      while at < end {
        if base[at] == wanted { n &+= 1 }
        at &+= 1
      }
      return n
    }
    while n < limit {
      let hit = find(needle, at, end)
      if hit < 0 { break }
      n &+= 1
      at = hit &+ needle.count
    }
    return n
  }
}

extension Arguments {
  /// The bytes of an argument; nil: it has none.
  @inline(__always) package func view(_ index: Int) -> ByteView? { ByteView(slot(index)) }
}
