import Glibc
import MemoryShim

/// `str`: code points of 1, 2 or 4 bytes each, immutable, with a cached hash. Lone surrogates are possible.
///
/// Not Swift's `String`: that compares by canonical equivalence, counts "\r\n" as one and indexes in O(n).
public final class StrObject: Object {
  // Two bytes and four come first: they fill the gap after the header.
  private var byteWidth: UInt8
  private var form: UInt8
  /// The hash, 0 while it is not computed.
  private var hashBits: UInt32 = 0
  /// Number of code points.
  package internal(set) var count: Int
  /// The code points, when they fit or the object was made for them (then they go on behind it); else their address.
  private var content: (UInt64, UInt64) = (0, 0)
  private static var inlineCapacity: Int { 16 }

  /// Bits of `form`.
  @inline(__always) private static var ascii: UInt8 { 1 }
  @inline(__always) private static var external: UInt8 { 2 }

  /// Bytes per code point: 1 (Latin-1), 2 or 4; always the narrowest that fits.
  @inline(__always) package var width: Int { Int(byteWidth) }
  /// All code points are below 128.
  @inline(__always) package var isASCII: Bool { form & StrObject.ascii != 0 }
  /// Whether the code points have memory of their own.
  @inline(__always) private var isExternal: Bool { form & StrObject.external != 0 }
  /// The same of an object of which only the address is known.
  @inline(__always)
  static func isExternal(_ p: UnsafeMutableRawPointer) -> Bool { p.field(formOffset, UInt8.self) & external != 0 }

  /// Where the code points begin.
  package var storage: UnsafeMutableRawPointer {
    @inline(__always) get {
      let own = Unmanaged.passUnretained(self).toOpaque() + StrObject.inlineOffset
      return isExternal ? own.field(0, UnsafeMutableRawPointer.self) : own
    }
  }

  /// Takes over `storage` (from malloc) with `count` code points of `width` bytes; `width` must be the narrowest.
  package init(
    _ vm: VM, adopting storage: UnsafeMutableRawPointer, count: Int, width: Int, isASCII: Bool,
    type: TypeObject? = nil
  ) {
    self.count = count
    byteWidth = UInt8(truncatingIfNeeded: width)
    form = isASCII ? StrObject.ascii : 0
    super.init(kind: .str, type: type ?? vm.types.str, tracked: type?.isHeap ?? false)
    let bytes = count &* width
    if bytes <= StrObject.inlineCapacity {
      memcpy(self.storage, storage, bytes)
      free(storage)
    } else {
      keep(storage)
    }
  }
  /// Makes memory of their own the place of the code points.
  private func keep(_ storage: UnsafeMutableRawPointer) {
    form |= StrObject.external
    (Unmanaged.passUnretained(self).toOpaque() + StrObject.inlineOffset).setField(0, storage)
  }

  /// Where `content` and `form` lie.
  @inline(__always) static var inlineOffset: Int { 64 }
  @inline(__always) private static var formOffset: Int { 51 }
  /// Longer texts lie in memory of their own.
  private static var maximumInline: Int { 1024 }

  /// A string whose code points the caller writes into `storage` before anybody else sees it; nil when memory does
  /// not suffice. `width` must be the narrowest.
  @inline(__always)
  package static func make(_ vm: VM, count: Int, width: Int, isASCII: Bool) -> StrObject? {
    guard ObjectPool.isUsed, count >= 0, count <= maximumInline / 4, let p = ObjectPool.text(vm, count &* width) else {
      return makeLong(vm, count: count, width: width, isASCII: isASCII)
    }
    let made = Unmanaged<StrObject>.fromOpaque(p).takeRetainedValue()
    made.byteWidth = UInt8(truncatingIfNeeded: width)
    made.form = isASCII ? ascii : 0
    made.hashBits = 0
    made.count = count
    return made
  }
  /// A fresh string as an owned slot and where its code points go, for texts that `ObjectPool` makes: no Swift count
  /// moves. nil: it is too long, or objects are not pooled.
  @inline(__always)
  static func makeSlot(
    _ vm: VM, count: Int, width: Int, isASCII: Bool
  ) -> (slot: Slot, storage: UnsafeMutableRawPointer)? {
    guard ObjectPool.isUsed, count >= 0, count <= maximumInline / 4, let p = ObjectPool.text(vm, count &* width) else {
      return nil
    }
    Unmanaged<StrObject>.fromOpaque(p)._withUnsafeGuaranteedRef { made in
      made.byteWidth = UInt8(truncatingIfNeeded: width)
      made.form = isASCII ? ascii : 0
      made.hashBits = 0
      made.count = count
    }
    let storage = p + inlineOffset
    p.setField(ObjectLayout.refs, Int32(1))
    return (Slot(bits: UInt(bitPattern: p), tag: Tag.object), storage)
  }
  @inline(never)
  private static func makeLong(_ vm: VM, count: Int, width: Int, isASCII: Bool) -> StrObject? {
    guard let raw = StrObject.allocate(count: count, width: width) else { return nil }
    return StrObject(vm, adopting: raw, count: count, width: width, isASCII: isASCII)
  }
  /// A copy of `count` code points of `width` bytes, the narrowest; nil when memory does not suffice.
  @inline(__always)
  package static func make(
    _ vm: VM, copying source: UnsafeRawPointer, count: Int, width: Int, isASCII: Bool
  ) -> StrObject? {
    guard let made = make(vm, count: count, width: width, isASCII: isASCII) else { return nil }
    memcpy(made.storage, source, count &* width)
    return made
  }
  /// A string of ASCII bytes.
  package static func make(_ vm: VM, ascii bytes: UnsafeBufferPointer<UInt8>) -> StrObject {
    guard let base = bytes.baseAddress,
      let made = make(vm, copying: base, count: bytes.count, width: 1, isASCII: true)
    else { return StrObject(vm, ascii: Array(bytes)) }
    return made
  }

  /// Checks that the fields lie where `ObjectPool` takes them to; called once at start-up.
  static func checkLayout(_ vm: VM) {
    let (text, tuple) = (StrObject(vm, "abc"), TupleObject(vm, []))
    withExtendedLifetime((text, tuple)) {
      let p = Unmanaged.passUnretained(text as Object).toOpaque()
      let q = Unmanaged.passUnretained(tuple as Object).toOpaque()
      precondition(
        p.field(inlineOffset, UInt32.self) == 0x63_6261 && p.field(formOffset, UInt8.self) == ascii
          && p.field(56, Int.self) == 3 && q.field(72, Int.self) == -1,
        "the fields of texts and tuples do not lie where ObjectPool takes them to")
    }
  }

  /// Makes a string from UTF-8 text of Swift.
  package convenience init(_ vm: VM, _ text: String) {
    var text = text
    let made: (UnsafeMutableRawPointer, Int, Int, Bool) = text.withUTF8 { StrObject.decode(utf8: $0) }
    self.init(vm, adopting: made.0, count: made.1, width: made.2, isASCII: made.3)
  }

  /// Makes a string from UTF-8 bytes; invalid sequences become U+FFFD.
  package convenience init(_ vm: VM, utf8 bytes: UnsafeBufferPointer<UInt8>) {
    let made = StrObject.decode(utf8: bytes)
    self.init(vm, adopting: made.0, count: made.1, width: made.2, isASCII: made.3)
  }

  /// Makes a string from code points (surrogates allowed).
  package convenience init(_ vm: VM, codePoints: [UInt32]) {
    let made: (UnsafeMutableRawPointer, Int, Bool) = codePoints.withUnsafeBufferPointer {
      StrObject.narrow($0)
    }
    self.init(vm, adopting: made.0, count: codePoints.count, width: made.1, isASCII: made.2)
  }

  /// Makes a string from ASCII bytes.
  package convenience init(_ vm: VM, ascii: [UInt8]) {
    let raw = StrObject.allocateOrDie(count: ascii.count, width: 1)
    ascii.withUnsafeBytes { bytes in
      if let base = bytes.baseAddress { memcpy(raw, base, bytes.count) }
    }
    self.init(vm, adopting: raw, count: ascii.count, width: 1, isASCII: true)
  }

  deinit {
    if isExternal { free(storage) }
  }

  /// Raw memory for `count` code points of `width` bytes; nil when memory does not suffice.
  package static func allocate(count: Int, width: Int) -> UnsafeMutableRawPointer? {
    let (bytes, overflow) = count.multipliedReportingOverflow(by: width)
    // The small ones first: a `static let` is guarded.
    if overflow || count < 0 || bytes > 1 << 24 && (bytes > maximumBytes || !Memory.mayHold(bytes)) { return nil }
    return wick_memory_large(malloc(max(1, bytes)), bytes)
  }

  /// More than a text may take: half of the machine's memory. The system would kill us rather than fail.
  static let maximumBytes: Int = {
    let (bytes, overflow) = sysconf(Int32(_SC_PHYS_PAGES)).multipliedReportingOverflow(by: sysconf(Int32(_SC_PAGESIZE)))
    return overflow || bytes <= 0 ? 1 << 32 : bytes / 2
  }()

  static func allocateOrDie(count: Int, width: Int) -> UnsafeMutableRawPointer {
    guard let raw = allocate(count: count, width: width) else {
      fatalError("out of memory for a string of \(count) code points")
    }
    return raw
  }

  private static func decode(utf8: UnsafeBufferPointer<UInt8>) -> (UnsafeMutableRawPointer, Int, Int, Bool) {
    if isASCII(utf8) {
      let raw = allocateOrDie(count: utf8.count, width: 1)
      if let base = utf8.baseAddress { memcpy(raw, base, utf8.count) }
      return (raw, utf8.count, 1, true)
    }
    var points: [UInt32] = []
    points.reserveCapacity(utf8.count)
    var decoder = UTF8()
    var iterator = utf8.makeIterator()
    decoding: while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): points.append(scalar.value)
      case .emptyInput: break decoding
      case .error: points.append(0xFFFD)
      }
    }
    let made = points.withUnsafeBufferPointer { narrow($0) }
    return (made.0, points.count, made.1, made.2)
  }

  /// Copies code points into the narrowest storage: memory, width, ASCII.
  package static func narrow(_ points: UnsafeBufferPointer<UInt32>) -> (UnsafeMutableRawPointer, Int, Bool) {
    var all: UInt32 = 0
    for point in points { all |= point }
    let width = all < 0x100 ? 1 : all < 0x10000 ? 2 : 4
    let raw = allocateOrDie(count: points.count, width: width)
    switch width {
    case 1:
      let target = raw.assumingMemoryBound(to: UInt8.self)
      for i in 0..<points.count { target[i] = UInt8(truncatingIfNeeded: points[i]) }
    case 2:
      let target = raw.assumingMemoryBound(to: UInt16.self)
      for i in 0..<points.count { target[i] = UInt16(truncatingIfNeeded: points[i]) }
    default:
      let target = raw.assumingMemoryBound(to: UInt32.self)
      for i in 0..<points.count { target[i] = points[i] }
    }
    return (raw, width, all < 0x80)
  }

  /// The code point at `index`, which must lie in `0 ..< count`.
  @inline(__always)
  package subscript(index: Int) -> UInt32 {
    switch width {
    case 1: return UInt32(storage.load(fromByteOffset: index, as: UInt8.self))
    case 2: return UInt32(storage.load(fromByteOffset: index &* 2, as: UInt16.self))
    default: return storage.load(fromByteOffset: index &* 4, as: UInt32.self)
    }
  }

  /// The bytes of an ASCII or Latin-1 string (`width == 1`).
  package var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: storage.assumingMemoryBound(to: UInt8.self), count: count)
  }

  /// A copy of the bytes of an ASCII or Latin-1 string (`width == 1`).
  package var byteArray: [UInt8] { Array(bytes) }

  /// All code points.
  package var codePoints: [UInt32] { (0..<count).map { self[$0] } }

  /// The narrowest width of a part, and whether it is ASCII.
  package func narrowest(_ range: Range<Int>) -> (width: Int, isASCII: Bool) {
    if isASCII { return (1, true) }
    var all: UInt32 = 0
    switch width {
    case 1: return (1, StrObject.isASCII(UnsafeBufferPointer(rebasing: bytes[range])))
    case 2:
      let p = storage.assumingMemoryBound(to: UInt16.self)
      for i in range { all |= UInt32(p[i]) }
    default:
      let p = storage.assumingMemoryBound(to: UInt32.self)
      for i in range { all |= p[i] }
    }
    return (all < 0x100 ? 1 : all < 0x10000 ? 2 : 4, all < 0x80)
  }

  /// Tells whether all bytes are below 128.
  package static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = bytes.baseAddress else { return true }
    let raw = UnsafeRawPointer(base)
    var i = 0
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

  /// Copies all code points into a buffer of `width` bytes each (wide enough), beginning at `position`.
  package func copyPoints(to raw: UnsafeMutableRawPointer, at position: Int, width: Int) {
    StrBuilder.copy(storage, self.width, to: raw + position &* width, width, count: count)
  }

  /// As a Swift string; lone surrogates become U+FFFD.
  package var string: String {
    if isASCII { return String(decoding: bytes, as: UTF8.self) }
    var result = ""
    result.reserveCapacity(count)
    for i in 0..<count { result.unicodeScalars.append(Unicode.Scalar(self[i]) ?? "\u{FFFD}") }
    return result
  }

  /// UTF-8 bytes; lone surrogates become "?" unless `surrogatePass`, which encodes them like any code point.
  package func utf8(surrogatePass: Bool = false) -> [UInt8] {
    if isASCII { return Array(bytes) }
    var result: [UInt8] = []
    result.reserveCapacity(count &* 2)
    for i in 0..<count {
      let p = self[i]
      switch p {
      case 0..<0x80: result.append(UInt8(p))
      case 0x80..<0x800:
        result.append(UInt8(0xC0 | p >> 6))
        result.append(UInt8(0x80 | p & 0x3F))
      case 0xD800..<0xE000 where !surrogatePass: result.append(0x3F)
      case 0x800..<0x10000:
        result.append(UInt8(0xE0 | p >> 12))
        result.append(UInt8(0x80 | (p >> 6) & 0x3F))
        result.append(UInt8(0x80 | p & 0x3F))
      default:
        result.append(UInt8(truncatingIfNeeded: 0xF0 | p >> 18))
        result.append(UInt8(0x80 | (p >> 12) & 0x3F))
        result.append(UInt8(0x80 | (p >> 6) & 0x3F))
        result.append(UInt8(0x80 | p & 0x3F))
      }
    }
    return result
  }

  /// Appends in place. Only for a string that a single register holds and nothing else knows: strings are immutable
  /// to everybody who could see it. False: the other is wider, or memory does not suffice.
  func append(_ other: StrObject) -> Bool {
    guard other.width <= width, flags & ObjectFlags.interned == 0 else { return false }
    let (total, overflow) = count.addingReportingOverflow(other.count)
    let (bytes, tooLarge) = total.multipliedReportingOverflow(by: width)
    if overflow || tooLarge { return false }
    let isOutside = isExternal
    if !isOutside || bytes > wick_memory_room(storage) {
      let wanted = bytes &+ bytes >> 1 &+ 32
      guard wanted <= 1 << 24 || wanted <= StrObject.maximumBytes && Memory.mayHold(wanted),
        let grown = isOutside ? realloc(storage, wanted) : malloc(wanted)
      else { return false }
      if !isOutside { memcpy(grown, storage, count &* width) }
      keep(grown)
    }
    other.copyPoints(to: storage, at: count, width: width)
    count = total
    if !other.isASCII { form &= ~StrObject.ascii }
    hashBits = 0
    return true
  }

  /// Equality of code points of texts with one hash; short ones without a call.
  @inline(__always)
  func hasSameText(_ other: StrObject) -> Bool {
    if count != other.count || byteWidth != other.byteWidth { return false }
    let bytes = count &* width
    if bytes >= 8 && bytes <= 16 {
      let (a, b) = (UnsafeRawPointer(storage), UnsafeRawPointer(other.storage))
      let last = bytes &- 8
      return a.loadUnaligned(as: UInt64.self) == b.loadUnaligned(as: UInt64.self)
        && a.loadUnaligned(fromByteOffset: last, as: UInt64.self) == b.loadUnaligned(fromByteOffset: last, as: UInt64.self)
    }
    if bytes >= 4 && bytes < 8 {
      let (a, b) = (UnsafeRawPointer(storage), UnsafeRawPointer(other.storage))
      let last = bytes &- 4
      return a.loadUnaligned(as: UInt32.self) == b.loadUnaligned(as: UInt32.self)
        && a.loadUnaligned(fromByteOffset: last, as: UInt32.self) == b.loadUnaligned(fromByteOffset: last, as: UInt32.self)
    }
    return memcmp(storage, other.storage, bytes) == 0
  }

  /// Equality of code points.
  package func equals(_ other: StrObject) -> Bool {
    if self === other { return true }
    if count != other.count || width != other.width { return false }
    if hashBits != 0 && other.hashBits != 0 && hashBits != other.hashBits { return false }
    return hasSameText(other)
  }

  /// Order by code points: negative, zero or positive.
  package func order(_ other: StrObject) -> Int {
    if width == 1 && other.width == 1 {
      let r = memcmp(storage, other.storage, min(count, other.count))
      return r != 0 ? Int(r) : count &- other.count
    }
    for i in 0..<min(count, other.count) {
      let (a, b) = (self[i], other[i])
      if a != b { return a < b ? -1 : 1 }
    }
    return count &- other.count
  }

  /// Cached hash of the code points, never -1: 32 bits, with the sign, so that a short text takes a block less.
  package var hashValue_: Int {
    @inline(__always) get { _fastPath(hashBits != 0) ? Int(Int32(bitPattern: hashBits)) : computeHash() }
  }
  @inline(never)
  private func computeHash() -> Int {
    let made = StrObject.hash(storage, count &* width, count: count)
    hashBits = UInt32(truncatingIfNeeded: made)
    return made
  }

  /// The hash of `length` bytes that are `count` code points.
  static func hash(_ storage: UnsafeRawPointer, _ length: Int, count: Int) -> Int {
    var h: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: count)
    var tail: UInt64 = 0
    if length >= 8 {
      var i = 0
      while i &+ 8 <= length {
        h = (h ^ storage.loadUnaligned(fromByteOffset: i, as: UInt64.self)) &* 0xFF51_AFD7_ED55_8CCD
        h ^= h >> 32
        i &+= 8
      }
      // The last eight bytes, of which some were read before.
      if i < length { tail = storage.loadUnaligned(fromByteOffset: length &- 8, as: UInt64.self) }
    } else if length >= 4 {
      tail = UInt64(storage.loadUnaligned(as: UInt32.self))
      tail |= UInt64(storage.loadUnaligned(fromByteOffset: length &- 4, as: UInt32.self)) << 32
    } else {
      for i in 0..<length { tail = tail << 8 | UInt64(storage.load(fromByteOffset: i, as: UInt8.self)) }
    }
    // The last letter, in which many keys differ, is the highest byte: it must reach the lowest bits.
    h = (h ^ tail) &* 0xC4CE_B9FE_1A85_EC53
    h = (h ^ h >> 32) &* 0x9E37_79B9_7F4A_7C15
    let bits = UInt32(truncatingIfNeeded: h ^ h >> 32)
    // 0 is none yet, and -1 no hash.
    return bits == 0 ? 1 : bits == .max ? -2 : Int(Int32(bitPattern: bits))
  }

  // MARK: Protocol

  public override func hash(_ vm: VM) throws(Raised) -> Int { hashValue_ }
  public override func repr(_ vm: VM) throws(Raised) -> StrObject { try StrRepr.repr(vm, self) }
  public override func str(_ vm: VM) throws(Raised) -> StrObject? {
    hasHeapType ? try part(vm, 0..<count, exact: true) : self
  }
  public override func format(_ vm: VM, spec: StrObject) throws(Raised) -> StrObject {
    if spec.count == 0 { return try vm.str(.object(self)) }
    return try Formatting.formatStr(vm, self, spec, typeName: type.name)
  }
  public override func truth(_ vm: VM) throws(Raised) -> Bool? { count != 0 }
  public override func length(_ vm: VM) throws(Raised) -> Int? { count }
  public override func compare(_ vm: VM, _ comparison: Comparison, _ other: Value) throws(Raised) -> Value? {
    guard case .object(let o) = other, o.kind == .str else { return nil }
    let text = unsafeDowncast(o, to: StrObject.self)
    switch comparison {
    case .equal: return .bool(equals(text))
    case .notEqual: return .bool(!equals(text))
    default: return .bool(Numbers.holds(comparison, order(text)))
    }
  }
  public override func binary(
    _ vm: VM, _ op: BinaryOperator, _ other: Value, reflected: Bool
  ) throws(Raised) -> Value? { try StrOperators.binary(vm, self, op, other, reflected: reflected) }
  public override func getItem(_ vm: VM, _ key: Value) throws(Raised) -> Value? {
    try StrOperators.item(vm, self, key)
  }
  public override func contains(_ vm: VM, _ item: Value) throws(Raised) -> Bool? {
    guard case .object(let o) = item, o.kind == .str else {
      throw vm.typeError("'in <string>' requires string as left operand, not \(vm.type(of: item).name)")
    }
    return TextSearch.find(self, unsafeDowncast(o, to: StrObject.self), 0, count) >= 0
  }
  public override func iterator(_ vm: VM) throws(Raised) -> Object? { StrIterator(vm, self) }
}

/// Iterates over the code points of a str.
package final class StrIterator: NativeIterator, Reducible {
  private var text: StrObject?
  private var position = 0
  /// The number of code points; 0 once it ended.
  private var limit: Int
  /// Where they lie: a text that an iterator holds does not grow in place.
  private let storage: UnsafeMutableRawPointer
  private let width: Int

  package init(_ vm: VM, _ text: StrObject) {
    self.text = text
    limit = text.count
    storage = text.storage
    width = text.width
    super.init(kind: .strIterator, type: vm.types.strIterator)
  }
  package func reduced(_ vm: VM) throws(Raised) -> Value {
    guard let text else { return try vm.reduction(builtin: "iter", [.object(vm.emptyString)]) }
    return try vm.reduction(builtin: "iter", [.object(text)], .int(position))
  }
  package func restore(_ vm: VM, _ state: Value) throws(Raised) {
    position = try vm.restoredPlace(state, text?.count ?? 0)
  }
  package override func stepSlot(_ vm: VM) throws(Raised) -> Slot { step1(vm) }
  /// The next item, owned; undefined at the end.
  @inline(__always)
  final func step1(_ vm: VM) -> Slot {
    if _slowPath(position >= limit) {
      end()
      return .undefined
    }
    let point = width == 1 ? UInt32(storage.assumingMemoryBound(to: UInt8.self)[position]) : widePoint()
    position &+= 1
    return vm.characterSlot(point)
  }
  /// Checks that the fields lie where `SequenceLayout` says.
  func checkLayout() {
    let p = Unmanaged.passUnretained(self as Object).toOpaque()
    precondition(
      p.field(SequenceLayout.textPosition, Int.self) == 0 && p.field(SequenceLayout.textLimit, Int.self) == limit && limit == 3
        && p.field(SequenceLayout.text, UnsafeMutableRawPointer.self) == storage
        && p.field(SequenceLayout.textWidth, Int.self) == 1,
      "the fields of text iterators do not lie where SequenceLayout says")
  }
  @inline(never)
  private func widePoint() -> UInt32 {
    width == 2
      ? UInt32(storage.assumingMemoryBound(to: UInt16.self)[position])
      : storage.assumingMemoryBound(to: UInt32.self)[position]
  }
  @inline(never)
  private func end() {
    text = nil
    limit = 0
  }
  /// Code points that are left.
  package var remaining: Int { max(0, limit &- position) }
}

/// The intern table of an interpreter: one object per name, so that names compare by address. Interned names live for
/// ever (as in CPython 3.12): a borrowed slot of one is always good.
final class Interning {
  /// Open addressing; a power of two, at most two thirds full.
  private var table: UnsafeMutablePointer<Unmanaged<StrObject>?>
  private var mask = 4095
  private var count = 0

  init() {
    // Zeroed memory is free places; pages of it that nobody touches cost nothing.
    guard let raw = calloc(mask &+ 1, MemoryLayout<Unmanaged<StrObject>?>.stride) else { fatalError("out of memory for names") }
    table = raw.assumingMemoryBound(to: Unmanaged<StrObject>?.self)
  }
  deinit { free(table) }

  /// The interned equal of `text`: itself when there was none.
  func intern(_ text: StrObject) -> StrObject {
    if text.flags & ObjectFlags.interned != 0 { return text }
    var place = text.hashValue_ & mask
    while let candidate = table[place] {
      if candidate._withUnsafeGuaranteedRef({ $0.equals(text) }) { return candidate.reference }
      place = (place &+ 1) & mask
    }
    text.flags |= ObjectFlags.interned
    Slot.retainObject(Unmanaged.passUnretained(text as Object).toOpaque())
    table[place] = Unmanaged.passUnretained(text)
    count &+= 1
    if count &* 3 > mask &* 2 { grow() }
    return text
  }

  /// The interned string of ASCII bytes; nil when there is none.
  func find(ascii bytes: UnsafeBufferPointer<UInt8>) -> StrObject? {
    guard let base = bytes.baseAddress else { return nil }
    let hash = StrObject.hash(base, bytes.count, count: bytes.count)
    var place = hash & mask
    while let candidate = table[place] {
      let isSame = candidate._withUnsafeGuaranteedRef {
        $0.hashValue_ == hash && $0.count == bytes.count && $0.width == 1 && memcmp($0.storage, base, bytes.count) == 0
      }
      if isSame { return candidate.reference }
      place = (place &+ 1) & mask
    }
    return nil
  }

  private func grow() {
    let (old, size) = (table, mask &+ 1)
    guard let raw = calloc(size &* 2, MemoryLayout<Unmanaged<StrObject>?>.stride) else { fatalError("out of memory for names") }
    table = raw.assumingMemoryBound(to: Unmanaged<StrObject>?.self)
    mask = size &* 2 &- 1
    for k in 0..<size {
      guard let text = old[k] else { continue }
      var place = text._withUnsafeGuaranteedRef { $0.hashValue_ } & mask
      while table[place] != nil { place = (place &+ 1) & mask }
      table[place] = text
    }
    free(old)
  }
}
