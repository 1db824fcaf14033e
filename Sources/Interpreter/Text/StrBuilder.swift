import Glibc
import MemoryShim

/// Grows a string: as wide as its widest code point, without an object until `finish`.
///
/// When memory runs out it drops what is appended and `finish` raises MemoryError.
package struct StrBuilder: ~Copyable {
  private var storage: UnsafeMutableRawPointer?
  /// Code points so far.
  package private(set) var count = 0
  private var capacity = 0
  private var width = 1
  private var isASCII = true
  private var failed = false

  /// Makes an empty text with room for `capacity` code points of one byte.
  package init(capacity: Int = 0) {
    if capacity > 0 { grow(to: capacity) }
  }

  deinit { free(storage) }

  private mutating func grow(to wanted: Int) {
    let (bytes, overflow) = wanted.multipliedReportingOverflow(by: width)
    guard !overflow, bytes <= StrObject.maximumBytes, Memory.mayHold(bytes),
      let raw = wick_memory_large(realloc(storage, max(bytes, 16)), bytes)
    else {
      failed = true
      return
    }
    storage = raw
    capacity = max(bytes, 16) / width
  }

  /// Makes room for `extra` more code points of at least `width` bytes; false when memory does not suffice.
  @inline(__always)
  private mutating func prepare(_ extra: Int, width needed: Int) -> Bool {
    if _slowPath(needed > width) { widen(to: needed) }
    let (wanted, overflow) = count.addingReportingOverflow(extra)
    if _slowPath(overflow) { failed = true }
    if _slowPath(wanted > capacity) { grow(to: max(wanted, count &+ count >> 1 &+ 16)) }
    return !failed
  }

  @inline(never)
  private mutating func widen(to new: Int) {
    guard !failed else { return }
    let (bytes, overflow) = max(capacity, 16).multipliedReportingOverflow(by: new)
    guard !overflow, bytes <= StrObject.maximumBytes, Memory.mayHold(bytes), let raw = malloc(bytes) else {
      failed = true
      return
    }
    if let old = storage { StrBuilder.copy(old, width, to: raw, new, count: count) }
    free(storage)
    storage = raw
    width = new
    capacity = bytes / new
  }

  /// Copies code points between widths; the target must be wide enough for them.
  static func copy(
    _ source: UnsafeRawPointer, _ from: Int, to target: UnsafeMutableRawPointer, _ to: Int, count: Int
  ) {
    if from == to {
      memcpy(target, source, count &* to)
      return
    }
    switch (from, to) {
    case (1, 2): convert(source.assumingMemoryBound(to: UInt8.self), target.assumingMemoryBound(to: UInt16.self), count)
    case (1, 4): convert(source.assumingMemoryBound(to: UInt8.self), target.assumingMemoryBound(to: UInt32.self), count)
    case (2, 4):
      convert(source.assumingMemoryBound(to: UInt16.self), target.assumingMemoryBound(to: UInt32.self), count)
    case (2, 1): convert(source.assumingMemoryBound(to: UInt16.self), target.assumingMemoryBound(to: UInt8.self), count)
    case (4, 1): convert(source.assumingMemoryBound(to: UInt32.self), target.assumingMemoryBound(to: UInt8.self), count)
    default:
      convert(source.assumingMemoryBound(to: UInt32.self), target.assumingMemoryBound(to: UInt16.self), count)
    }
  }

  @inline(__always)
  private static func convert<A: FixedWidthInteger, B: FixedWidthInteger>(
    _ source: UnsafePointer<A>, _ target: UnsafeMutablePointer<B>, _ count: Int
  ) {
    for i in 0..<count { target[i] = B(truncatingIfNeeded: source[i]) }
  }

  /// Appends one code point.
  @inline(__always)
  package mutating func append(_ point: UInt32) {
    guard prepare(1, width: point < 0x100 ? 1 : point < 0x10000 ? 2 : 4), let storage else { return }
    switch width {
    case 1: storage.storeBytes(of: UInt8(truncatingIfNeeded: point), toByteOffset: count, as: UInt8.self)
    case 2: storage.storeBytes(of: UInt16(truncatingIfNeeded: point), toByteOffset: count &* 2, as: UInt16.self)
    default: storage.storeBytes(of: point, toByteOffset: count &* 4, as: UInt32.self)
    }
    if point >= 0x80 { isASCII = false }
    count &+= 1
  }

  /// Appends a whole string.
  package mutating func append(_ text: StrObject) {
    guard text.count > 0, prepare(text.count, width: text.width), let storage else { return }
    StrBuilder.copy(text.storage, text.width, to: storage + count &* width, width, count: text.count)
    if !text.isASCII { isASCII = false }
    count &+= text.count
  }

  /// Appends the code points `range` of a string.
  package mutating func append(_ text: StrObject, _ range: Range<Int>) {
    if range.isEmpty { return }
    if range.count == text.count {
      append(text)
      return
    }
    var (needed, ascii) = (1, true)
    if !text.isASCII { (needed, ascii) = text.narrowest(range) }
    guard prepare(range.count, width: needed), let storage else { return }
    StrBuilder.copy(
      text.storage + range.lowerBound &* text.width, text.width, to: storage + count &* width, width,
      count: range.count)
    if !ascii { isASCII = false }
    count &+= range.count
  }

  /// Appends ASCII bytes.
  package mutating func append(ascii bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { append(ascii: $0) }
  }
  /// Appends ASCII bytes.
  package mutating func append(ascii bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress, prepare(bytes.count, width: 1), let storage else { return }
    StrBuilder.copy(base, 1, to: storage + count &* width, width, count: bytes.count)
    count &+= bytes.count
  }
  /// Appends Latin-1 bytes.
  package mutating func append(latin1 bytes: UnsafeBufferPointer<UInt8>) {
    append(ascii: bytes)
    if isASCII { isASCII = StrObject.isASCII(bytes) }
  }
  /// Appends the decimal digits of an int.
  package mutating func append(decimal i: Int) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { buffer in
      var at = 20
      var rest = i.magnitude
      repeat {
        at &-= 1
        buffer[at] = UInt8(truncatingIfNeeded: rest % 10) &+ 0x30
        rest /= 10
      } while rest != 0
      if i < 0 {
        at &-= 1
        buffer[at] = 0x2D
      }
      append(ascii: UnsafeBufferPointer(rebasing: buffer[at..<20]))
    }
  }
  /// Appends `str(value)` of the values whose text needs no object; false for all others.
  @inline(__always)
  mutating func append(plain value: Value) -> Bool {
    switch value {
    case .int(let i):
      append(decimal: i)
      return true
    case .object(let o):
      if o.kind != .str || o.hasHeapType { return false }
      append(unsafeDowncast(o, to: StrObject.self))
      return true
    case .float(let f):
      append(ascii: FloatText.shortest(f, alwaysPoint: true))
      return true
    case .none, .bool: return false
    }
  }
  /// Appends text of Swift.
  package mutating func append(_ text: String) {
    for scalar in text.unicodeScalars { append(scalar.value) }
  }
  /// Appends a code point `times` times.
  package mutating func append(_ point: UInt32, times: Int) {
    guard times > 0, prepare(times, width: point < 0x100 ? 1 : point < 0x10000 ? 2 : 4) else { return }
    if width == 1, let storage {
      memset(storage + count, Int32(point), times)
      if point >= 0x80 { isASCII = false }
      count &+= times
      return
    }
    for _ in 0..<times { append(point) }
  }

  /// The string; MemoryError when it did not fit into memory.
  package consuming func finish(_ vm: VM, type: TypeObject? = nil) throws(Raised) -> StrObject {
    if failed { throw vm.memoryError() }
    if count == 1 && width == 1 && type == nil, let storage {
      return vm.character(UInt32(storage.load(as: UInt8.self)))
    }
    if type == nil, count <= 256, let storage,
      let made = StrObject.make(vm, copying: storage, count: count, width: width, isASCII: isASCII)
    {
      return made
    }
    guard let raw = storage ?? malloc(1) else { throw vm.memoryError() }
    var kept = raw
    if capacity > count &+ 32, let smaller = realloc(raw, max(1, count &* width)) { kept = smaller }
    storage = nil
    return StrObject(vm, adopting: kept, count: count, width: width, isASCII: isASCII, type: type)
  }
}
