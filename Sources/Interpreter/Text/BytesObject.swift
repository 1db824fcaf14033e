import Glibc

/// `bytes`: immutable bytes, which lie behind the fields when they are few and else in memory of their own.
package final class BytesObject: Object {
  // One byte and four come first: they fill the gap after the header.
  private var isExternal: Bool
  /// The hash, 0 while it is not computed.
  private var hashBits: UInt32 = 0
  /// Number of bytes.
  package private(set) var count: Int
  /// The bytes, when they fit or the object was made for them (then they go on behind it); else their address.
  private var content: (UInt64, UInt64) = (0, 0)
  private static var inlineCapacity: Int { 16 }
  /// Longer ones lie in memory of their own.
  private static var maximumInline: Int { 1024 }
  @inline(__always) private static var externalOffset: Int { 50 }
  @inline(__always) static var inlineOffset: Int { 64 }

  /// Takes over `storage` (from malloc) with `count` bytes.
  package init(_ vm: VM, adopting storage: UnsafeMutableRawPointer, count: Int, type: TypeObject? = nil) {
    self.count = count
    isExternal = count > BytesObject.inlineCapacity
    super.init(kind: .bytes, type: type ?? vm.types.bytes, tracked: type?.isHeap ?? false)
    let own = Unmanaged.passUnretained(self).toOpaque() + BytesObject.inlineOffset
    if isExternal {
      own.setField(0, storage)
    } else {
      memcpy(own, storage, count)
      free(storage)
    }
  }
  /// A copy of an array's bytes.
  package convenience init(_ vm: VM, _ array: [UInt8], type: TypeObject? = nil) {
    let raw = StrObject.allocateOrDie(count: array.count, width: 1)
    array.withUnsafeBytes { bytes in
      if let base = bytes.baseAddress { memcpy(raw, base, bytes.count) }
    }
    self.init(vm, adopting: raw, count: array.count, type: type)
  }
  deinit {
    if isExternal { free(storage) }
  }

  /// Bytes that the caller writes into `storage` before anybody else sees them; nil when memory does not suffice.
  @inline(__always)
  package static func make(_ vm: VM, count: Int) -> BytesObject? {
    guard ObjectPool.isUsed, count >= 0, count <= maximumInline else { return makeLong(vm, count) }
    let p = ObjectPool.bytes(vm, count)
    p.setField(externalOffset, false)
    let made = Unmanaged<BytesObject>.fromOpaque(p).takeRetainedValue()
    made.hashBits = 0
    made.count = count
    return made
  }
  @inline(never)
  private static func makeLong(_ vm: VM, _ count: Int) -> BytesObject? {
    guard let raw = StrObject.allocate(count: count, width: 1) else { return nil }
    return BytesObject(vm, adopting: raw, count: count)
  }

  /// Whether the bytes of an object, of which only the address is known, have memory of their own.
  @inline(__always)
  static func isExternal(_ p: UnsafeMutableRawPointer) -> Bool { p.field(externalOffset, Bool.self) }

  /// Checks that the fields lie where `ObjectPool` takes them to; called once at start-up.
  static func checkLayout(_ vm: VM) {
    let made = BytesObject(vm, [0x61, 0x62, 0x63])
    withExtendedLifetime(made) {
      let p = Unmanaged.passUnretained(made as Object).toOpaque()
      precondition(
        p.field(inlineOffset, UInt32.self) == 0x63_6261 && p.field(56, Int.self) == 3 && !p.field(externalOffset, Bool.self),
        "the fields of bytes do not lie where ObjectPool takes them to")
    }
  }

  /// Where the bytes begin.
  package var storage: UnsafeMutableRawPointer {
    @inline(__always) get {
      let own = Unmanaged.passUnretained(self).toOpaque() + BytesObject.inlineOffset
      return isExternal ? own.field(0, UnsafeMutableRawPointer.self) : own
    }
  }
  /// The bytes, as long as the object lives.
  package var bytes: UnsafeBufferPointer<UInt8> {
    @inline(__always) get { UnsafeBufferPointer(start: storage.assumingMemoryBound(to: UInt8.self), count: count) }
  }
  /// A copy of the bytes.
  package var array: [UInt8] { Array(bytes) }

  // MARK: Protocol

  package override func repr(_ vm: VM) throws(Raised) -> StrObject { try StrRepr.bytes(vm, bytes) }
  public override func hash(_ vm: VM) throws(Raised) -> Int { contentHash }
  /// The hash, which is kept.
  final var contentHash: Int {
    if hashBits == 0 { hashBits = UInt32(truncatingIfNeeded: StrObject.hash(storage, count, count: count)) }
    return Int(Int32(bitPattern: hashBits))
  }
  /// Whether the other one holds the same bytes.
  final func hasSameBytes(_ other: BytesObject) -> Bool {
    count == other.count && memcmp(storage, other.storage, count) == 0
  }
  package override func length(_ vm: VM) throws(Raised) -> Int? { count }
  package override func truth(_ vm: VM) throws(Raised) -> Bool? { count != 0 }
  package override func compare(_ vm: VM, _ comparison: Comparison, _ other: Value) throws(Raised) -> Value? {
    // Other kinds of memory compare themselves, if they do: an array does not.
    guard other.kind == .bytes || other.kind == .bytearray else { return nil }
    return ByteOperators.compare(ByteView(self), comparison, other)
  }
  package override func binary(
    _ vm: VM, _ op: BinaryOperator, _ other: Value, reflected: Bool
  ) throws(Raised) -> Value? { try ByteOperators.binary(vm, self, ByteView(self), op, other, reflected: reflected) }
  package override func getItem(_ vm: VM, _ key: Value) throws(Raised) -> Value? {
    if let slice = key.asSlice {
      let range = try slice.indices(vm, count)
      if range.count == count && range.step == 1 && !hasHeapType { return .object(self) }
      return try ByteOperators.part(vm, ByteView(self), range, isArray: false)
    }
    let i = try ByteOperators.place(vm, key, count, "byte", "index out of range")
    return .int(Int(storage.load(fromByteOffset: i, as: UInt8.self)))
  }
  package override func contains(_ vm: VM, _ item: Value) throws(Raised) -> Bool? {
    try ByteOperators.contains(vm, item) { ByteView(self) }
  }
  package override func iterator(_ vm: VM) throws(Raised) -> Object? { BytesIterator(vm, .object(self)) }
}

/// Iterates over bytes as ints.
final class BytesIterator: NativeIterator, Reducible {
  /// The bytes or the bytearray, owned; undefined once exhausted.
  private var bytes: Slot
  private var position = 0

  init(_ vm: VM, _ bytes: Value) {
    self.bytes = bytes.owned
    super.init(kind: .iterator, type: vm.types.bytesIterator)
  }
  deinit { bytes.release() }
  override func traverse(_ visit: (Slot) -> Void) { visit(bytes) }
  /// How many bytes are left.
  var remaining: Int { max(0, (ByteView(bytes)?.count ?? 0) &- position) }
  func reduced(_ vm: VM) throws(Raised) -> Value {
    if bytes.isUndefined { return try vm.reduction(builtin: "iter", [.object(vm.emptyTuple)]) }
    return try vm.reduction(builtin: "iter", [bytes.value], .int(position))
  }
  func restore(_ vm: VM, _ state: Value) throws(Raised) { position = max(0, try vm.index(state)) }
  override func stepSlot(_ vm: VM) throws(Raised) -> Slot {
    guard let view = ByteView(bytes) else { return .undefined }
    if position >= view.count {
      let old = bytes
      bytes = .undefined
      old.release()
      return .undefined
    }
    position &+= 1
    return .int(Int(view.base[position &- 1]))
  }
}

extension Value {
  /// A bytes object.
  package var asBytesObject: BytesObject? {
    if case .object(let o) = self, o.kind == .bytes { return unsafeDowncast(o, to: BytesObject.self) }
    return nil
  }
  /// A bytearray.
  package var asByteArray: ByteArrayObject? {
    if case .object(let o) = self, o.kind == .bytearray { return unsafeDowncast(o, to: ByteArrayObject.self) }
    return nil
  }
}

/// The empty bytes and those of one byte, which exist once.
final class ByteConstants {
  /// By length and byte; held by a slot, so that nobody pays for being the first or the last to hold one.
  private let table = UnsafeMutablePointer<UnsafeMutableRawPointer?>.allocate(capacity: 257)

  init() { table.initialize(repeating: nil, count: 257) }
  deinit { table.deallocate() }

  /// The object of one byte, or of none (256).
  @inline(__always)
  func find(_ vm: VM, _ place: Int) -> Value {
    if let known = table[place] { return .object(unsafeBitCast(known, to: Object.self)) }
    return make(vm, place)
  }
  @inline(never)
  private func make(_ vm: VM, _ place: Int) -> Value {
    let made = BytesObject(vm, place < 256 ? [UInt8(truncatingIfNeeded: place)] : [])
    made.flags |= ObjectFlags.interned
    let p = Unmanaged.passUnretained(made as Object).toOpaque()
    Slot.retainObject(p)
    table[place] = p
    return .object(made)
  }
}

extension VM {
  /// Bytes as a value.
  package func makeBytes(_ bytes: [UInt8]) -> Value {
    if bytes.count == 1 { return types.byteConstants.find(self, Int(bytes[0])) }
    if bytes.isEmpty { return types.byteConstants.find(self, 256) }
    return bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress, let made = BytesObject.make(self, count: bytes.count) else {
        fatalError("out of memory for \(bytes.count) bytes; callers ask Memory.mayHold")
      }
      memcpy(made.storage, base, bytes.count)
      return .object(made)
    }
  }

  /// A copy of bytes in memory as a value.
  @inline(__always)
  package func makeBytes(copying base: UnsafePointer<UInt8>, _ count: Int) throws(Raised) -> Value {
    if count <= 1 { return types.byteConstants.find(self, count == 1 ? Int(base[0]) : 256) }
    guard let made = BytesObject.make(self, count: count) else { throw memoryError() }
    memcpy(made.storage, base, count)
    return .object(made)
  }

  /// Bytes that `fill` writes, all of them.
  package func makeBytes(
    _ count: Int, _ fill: (UnsafeMutablePointer<UInt8>) -> Void
  ) throws(Raised) -> Value {
    if count <= 0 { return types.byteConstants.find(self, 256) }
    guard let made = BytesObject.make(self, count: count) else { throw memoryError() }
    fill(made.storage.assumingMemoryBound(to: UInt8.self))
    return .object(made)
  }
}
