import Glibc
import Interpreter

/// Makes texts of what libexpat gives, and keeps those of names: a document says the same few again and again.
struct ExpatNames: ~Copyable {
  private struct Entry {
    var hash: UInt
    /// The bytes as libexpat gives them.
    var bytes: UnsafeMutablePointer<UInt8>
    var count: Int
    /// The text, owned.
    var text: Slot
  }
  private var entries: UnsafeMutablePointer<Entry?>
  private var mask = 63
  private var used = 0
  private let seed: UInt
  /// Whether `space}name` is to become `{space}name`.
  private let isTree: Bool
  /// Whoever chooses names that meet in the table gains nothing: after so many steps a name is not kept.
  private static var longestSearch: Int { 16 }
  private static var largest: Int { 1 << 20 }

  init(isTree: Bool) {
    entries = .allocate(capacity: 64)
    entries.initialize(repeating: nil, count: 64)
    seed = UInt.random(in: 0...UInt.max)
    self.isTree = isTree
  }
  deinit {
    for i in 0...mask {
      guard let entry = entries[i] else { continue }
      entry.text.release()
      entry.bytes.deallocate()
    }
    entries.deallocate()
  }

  /// Visits the texts.
  func traverse(_ visit: (Slot) -> Void) {
    for i in 0...mask { if let entry = entries[i] { visit(entry.text) } }
  }

  /// A text of UTF-8.
  static func text(_ vm: VM, _ start: UnsafePointer<CChar>, _ count: Int) -> StrObject {
    let bytes = UnsafeBufferPointer(start: UnsafeRawPointer(start).assumingMemoryBound(to: UInt8.self), count: count)
    return text(vm, bytes)
  }
  /// A text of UTF-8.
  static func text(_ vm: VM, _ bytes: UnsafeBufferPointer<UInt8>) -> StrObject {
    if bytes.count == 1, bytes[0] < 0x80 { return vm.character(UInt32(bytes[0])) }
    return isASCII(bytes) ? StrObject.make(vm, ascii: bytes) : StrObject(vm, utf8: bytes)
  }
  private static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = bytes.baseAddress else { return true }
    var i = 0
    let raw = UnsafeRawPointer(base)
    while i &+ 8 <= bytes.count {
      if raw.loadUnaligned(fromByteOffset: i, as: UInt64.self) & 0x8080_8080_8080_8080 != 0 { return false }
      i &+= 8
    }
    while i < bytes.count {
      if base[i] >= 0x80 { return false }
      i &+= 1
    }
    return true
  }

  /// The text of a name, owned, and whether it is there for the first time.
  mutating func name(_ vm: VM, _ start: UnsafePointer<CChar>) -> (text: Slot, isNew: Bool) {
    let bytes = UnsafeRawPointer(start).assumingMemoryBound(to: UInt8.self)
    var hash = seed
    var count = 0
    while bytes[count] != 0 {
      hash = (hash ^ UInt(bytes[count])) &* 0x0000_0100_0000_01B3
      count &+= 1
    }
    hash ^= hash >> 29
    var (at, steps) = (Int(truncatingIfNeeded: hash) & mask, 0)
    while let entry = entries[at], steps < ExpatNames.longestSearch {
      if entry.hash == hash, entry.count == count, memcmp(entry.bytes, bytes, count) == 0 {
        entry.text.retain()
        return (entry.text, false)
      }
      at = (at &+ 1) & mask
      steps &+= 1
    }
    let made = Slot.owned(make(vm, bytes, count))
    if entries[at] == nil, used < ExpatNames.largest {
      let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, count))
      memcpy(copy, bytes, count)
      made.retain()
      entries[at] = Entry(hash: hash, bytes: copy, count: count, text: made)
      used &+= 1
      if used &* 2 > mask { grow() }
    }
    return (made, true)
  }

  private func make(_ vm: VM, _ bytes: UnsafePointer<UInt8>, _ count: Int) -> StrObject {
    let given = UnsafeBufferPointer(start: bytes, count: count)
    guard isTree, given.contains(0x7D) else { return ExpatNames.text(vm, given) }
    return ([0x7B] + Array(given)).withUnsafeBufferPointer { ExpatNames.text(vm, $0) }
  }

  private mutating func grow() {
    let (old, count) = (entries, mask &+ 1)
    mask = count &* 2 &- 1
    entries = .allocate(capacity: count &* 2)
    entries.initialize(repeating: nil, count: count &* 2)
    for i in 0..<count {
      guard let entry = old[i] else { continue }
      var at = Int(truncatingIfNeeded: entry.hash) & mask
      while entries[at] != nil { at = (at &+ 1) & mask }
      entries[at] = entry
    }
    old.deallocate()
  }
}
