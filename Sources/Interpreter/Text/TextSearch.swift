import Glibc

/// Finding texts in texts: memchr and memmem where the widths allow.
enum TextSearch {
  /// First place of `needle` in `text[start ..< end]`, or -1.
  static func find(_ text: StrObject, _ needle: StrObject, _ start: Int, _ end: Int) -> Int {
    let n = needle.count
    if n > end &- start { return -1 }
    if n == 0 { return start }
    if needle.width > text.width { return -1 }
    if n == 1 { return find(text, needle[0], start, end) }
    if text.width == needle.width {
      return find(text.storage, needle.storage, n, text.width, start, end)
    }
    return withWidened(needle, text.width) { find(text.storage, $0, n, text.width, start, end) }
  }

  /// Calls `body` with the code points of `text` at a greater width.
  private static func withWidened<R>(_ text: StrObject, _ width: Int, _ body: (UnsafeRawPointer) -> R) -> R {
    withUnsafeTemporaryAllocation(byteCount: text.count &* width, alignment: 4) { buffer in
      if let base = buffer.baseAddress {
        text.copyPoints(to: base, at: 0, width: width)
        return body(base)
      }
      return body(text.storage)
    }
  }

  private static func find(
    _ text: UnsafeRawPointer, _ needle: UnsafeRawPointer, _ n: Int, _ width: Int, _ start: Int, _ end: Int
  ) -> Int {
    if width == 1 && end &- start < 4096 && n < 64 { return findNear(text, needle, n, start, end) }
    var from = start &* width
    let stop = end &* width
    while stop &- from >= n &* width {
      guard let hit = memmem(text + from, stop &- from, needle, n &* width) else { return -1 }
      let offset = UnsafeRawPointer(hit) - text
      if width == 1 || offset % width == 0 { return offset / width }
      // The bytes match across the border of two code points: no match.
      from = (offset / width &+ 1) &* width
    }
    return -1
  }

  /// The same for bytes in a short text, where preparing a search costs more than the search.
  private static func findNear(
    _ text: UnsafeRawPointer, _ needle: UnsafeRawPointer, _ n: Int, _ start: Int, _ end: Int
  ) -> Int {
    let first = Int32(needle.load(as: UInt8.self))
    let second = needle.load(fromByteOffset: 1, as: UInt8.self)
    var at = start
    let last = end &- n
    while at <= last {
      guard let hit = memchr(text + at, first, last &- at &+ 1) else { return -1 }
      at = UnsafeRawPointer(hit) - text
      if text.load(fromByteOffset: at &+ 1, as: UInt8.self) == second
        && (n == 2 || memcmp(text + at + 2, needle + 2, n &- 2) == 0)
      {
        return at
      }
      at &+= 1
    }
    return -1
  }

  /// First place of a code point in `text[start ..< end]`, or -1.
  static func find(_ text: StrObject, _ point: UInt32, _ start: Int, _ end: Int) -> Int {
    if start >= end { return -1 }
    switch text.width {
    case 1:
      if point > 0xFF { return -1 }
      guard let hit = memchr(text.storage + start, Int32(point), end &- start) else { return -1 }
      return UnsafeRawPointer(hit) - UnsafeRawPointer(text.storage)
    case 2:
      if point > 0xFFFF { return -1 }
      return scan(text.storage.assumingMemoryBound(to: UInt16.self), UInt16(point), start, end)
    default: return scan(text.storage.assumingMemoryBound(to: UInt32.self), point, start, end)
    }
  }

  @inline(__always)
  private static func scan<T: Equatable>(_ p: UnsafePointer<T>, _ wanted: T, _ start: Int, _ end: Int) -> Int {
    var i = start
    while i < end {
      if p[i] == wanted { return i }
      i &+= 1
    }
    return -1
  }

  /// Last place of `needle` in `text[start ..< end]`, or -1.
  static func findLast(_ text: StrObject, _ needle: StrObject, _ start: Int, _ end: Int) -> Int {
    let n = needle.count
    if n > end &- start { return -1 }
    if n == 0 { return end }
    if needle.width > text.width { return -1 }
    if text.width != needle.width {
      return withWidened(needle, text.width) { findLast(text.storage, $0, n, text.width, start, end) }
    }
    return findLast(text.storage, needle.storage, n, text.width, start, end)
  }

  private static func findLast(
    _ text: UnsafeRawPointer, _ needle: UnsafeRawPointer, _ n: Int, _ width: Int, _ start: Int, _ end: Int
  ) -> Int {
    let first = needle.load(as: UInt8.self)
    var i = end &- n
    while i >= start {
      let p = text + i &* width
      if p.load(as: UInt8.self) == first && memcmp(p, needle, n &* width) == 0 { return i }
      i &-= 1
    }
    return -1
  }

  /// How often `needle` occurs in `text[start ..< end]` without overlaps, at most `limit` times.
  static func count(_ text: StrObject, _ needle: StrObject, _ start: Int, _ end: Int, limit: Int = Int.max) -> Int {
    if needle.count == 0 { return end < start ? 0 : min(limit, end &- start &+ 1) }
    var result = 0
    var at = start
    while result < limit {
      let hit = find(text, needle, at, end)
      if hit < 0 { break }
      result &+= 1
      at = hit &+ needle.count
    }
    return result
  }

  /// Tells whether `needle` lies at `place` of `text` (which must have room for it).
  static func matches(_ text: StrObject, _ needle: StrObject, at place: Int) -> Bool {
    if needle.width > text.width { return false }
    if needle.width == text.width {
      return memcmp(text.storage + place &* text.width, needle.storage, needle.count &* text.width) == 0
    }
    for i in 0..<needle.count where text[place &+ i] != needle[i] { return false }
    return true
  }
}

/// GNU extension that Glibc's module map hides behind `_GNU_SOURCE`.
@_silgen_name("memmem")
func memmem(
  _ text: UnsafeRawPointer, _ count: Int, _ needle: UnsafeRawPointer, _ needleCount: Int
) -> UnsafeMutableRawPointer?
