import GMPShim
import Glibc

/// Finds garbage that counting misses: cycles. CPython's algorithm: copy the counts of all tracked objects, subtract
/// the references among them, and what stays at zero and is not reachable from the rest is garbage.
///
/// Objects that Swift code still holds have a Swift reference more than the one the slots own together; they
/// count as reachable from outside. All interpreters of the process share the list.
enum Collector {
  // Invariant: only the thread that holds the interpreter lock tracks, untracks and collects.
  // (No allocation here: `swift_once` would guard every access.)
  nonisolated(unsafe) private static var list: UnsafeMutablePointer<UnsafeMutableRawPointer>?
  private static var tracked: UnsafeMutablePointer<UnsafeMutableRawPointer> {
    @inline(__always) get { list.unsafelyUnwrapped }
  }
  nonisolated(unsafe) private static var count = 0
  nonisolated(unsafe) private static var capacity = 0
  /// Number of objects that survived the last collection.
  nonisolated(unsafe) private static var survivors = 0
  nonisolated(unsafe) private static var threshold = 50_000
  nonisolated(unsafe) private static var collecting = false
  /// Set when a collection is due; the machine's poll sees it.
  nonisolated(unsafe) static var isDue = false

  /// Calls `body` with every tracked object.
  static func forEachTracked(_ body: (Object) -> Void) {
    for i in 0..<count where !isDying(tracked[i]) { body(Unmanaged<Object>.fromOpaque(tracked[i]).reference) }
  }

  /// The objects of one interpreter in the order of the list.
  static func objects(of vm: VM) -> [Object] {
    var found: [Object] = []
    forEachTracked { if $0.type.machine?.reference === vm { found.append($0) } }
    return found
  }

  /// Number of tracked objects.
  static var trackedCount: Int { count }

  /// Adds an object to the list.
  @inline(__always)
  static func track(_ object: Object) {
    if count == capacity { grow() }
    tracked[count] = Unmanaged.passUnretained(object).toOpaque()
    object.gcIndex = Int32(truncatingIfNeeded: count)
    count &+= 1
    if _slowPath(count > threshold) { request(object) }
  }

  /// The same for an object that only its address stands for.
  @inline(__always)
  static func track(_ p: UnsafeMutableRawPointer) {
    if count == capacity { grow() }
    tracked[count] = p
    p.setField(ObjectLayout.gcIndex, Int32(truncatingIfNeeded: count))
    count &+= 1
    if _slowPath(count > threshold) { request(unsafeBitCast(p, to: Object.self)) }
  }

  @inline(never)
  private static func request(_ object: Object) {
    guard !collecting, let machine = object.type.machine?.reference, machine.isCollectorEnabled else { return }
    isDue = true
    machine.pollFlag.set()
  }

  @inline(never)
  private static func grow() {
    var new = max(1024, capacity &* 2)
    // Where memory is short, a little more.
    if !Memory.mayHold((new &- capacity) &* 8) { new = capacity &+ capacity >> 4 }
    guard let raw = realloc(list, new &* 8) else { fatalError("out of memory for the collector's list of \(new) objects") }
    list = raw.assumingMemoryBound(to: UnsafeMutableRawPointer.self)
    capacity = new
  }

  /// Removes an object from the list.
  @inline(__always)
  static func untrack(_ object: Object) {
    let index = Int(object.gcIndex)
    object.gcIndex = -1
    count &-= 1
    if index != count {
      let last = tracked[count]
      tracked[index] = last
      (last + ObjectLayout.gcIndex).assumingMemoryBound(to: Int32.self).pointee = Int32(truncatingIfNeeded: index)
    }
  }

  /// Finds and frees garbage; returns how many objects it found.
  @discardableResult
  static func collect() -> Int {
    if collecting { return 0 }
    collecting = true
    defer { collecting = false }
    isDue = false
    var garbage = unreachable(holding: [])
    let found = garbage.count
    if found > 0 && VM.finalizeGarbage(garbage) {
      // Python code ran: what it made reachable again lives.
      garbage = unreachable(holding: garbage)
    }
    clear(garbage)
    garbage.removeAll()
    survivors = count
    threshold = max(50_000, count &+ max(50_000, count >> 2))
    return found
  }

  /// Collects when enough has been made since the last time to be worth a look. For moments in which nobody waits:
  /// cells without loops never reach the machine's poll, and a kernel that rests should not hold garbage.
  static func collectAtRest() {
    if isDue || count &- survivors > max(10_000, survivors >> 2) { collect() }
  }

  /// The tracked objects that nothing outside of them holds; when `candidates` are given, those among them.
  /// The caller's array `candidates` itself does not count.
  private static func unreachable(holding candidates: [Object]) -> [Object] {
    let n = count
    // Without memory for it nothing is found.
    guard let raw = malloc(max(1, n) &* MemoryLayout<Int32>.stride) else { return [] }
    defer { free(raw) }
    let external = raw.assumingMemoryBound(to: Int32.self)
    for i in 0..<n {
      if i &+ 12 < n { wick_prefetch(tracked[i &+ 12]) }
      let p = tracked[i]
      let refs = (p + ObjectLayout.refs).load(as: Int32.self)
      let swiftCount = quickRetainCount(p)
      external[i] = refs &+ Int32(truncatingIfNeeded: swiftCount) &- (refs > 0 ? 1 : 0)
    }
    for object in candidates where object.gcIndex >= 0 { external[Int(object.gcIndex)] &-= 1 }
    for i in 0..<n {
      if i &+ 16 < n {
        wick_prefetch(tracked[i &+ 16])
        let next = tracked[i &+ 8]
        wick_prefetch(UnsafeRawPointer(bitPattern: next.field(ObjectLayout.attributes, UInt.self)))
        let kind = next.field(ObjectLayout.kind, Kind.self)
        if kind == .list || kind == .tuple {
          wick_prefetch(UnsafeRawPointer(bitPattern: next.field(SequenceLayout.items, UInt.self)))
        }
      }
      visitReferences(of: tracked[i]) { slot in
        guard slot.isObject || slot.isHeld else { return }
        let index = slot.pointer.field(ObjectLayout.gcIndex, Int32.self)
        if index >= 0 && Int(index) < n { external[Int(index)] &-= 1 }
      }
    }
    // Everything reachable from an object with outside references lives. Reachable: marked by Int32.max.
    var work: [Int32] = []
    for i in 0..<n where external[i] > 0 {
      external[i] = Int32.max
      work.append(Int32(truncatingIfNeeded: i))
    }
    while let i = work.popLast() {
      visitReferences(of: tracked[Int(i)]) { slot in
        guard slot.isObject || slot.isHeld else { return }
        let index = slot.pointer.field(ObjectLayout.gcIndex, Int32.self)
        if index >= 0 && Int(index) < n && external[Int(index)] != Int32.max {
          external[Int(index)] = Int32.max
          work.append(index)
        }
      }
    }
    if !candidates.isEmpty {
      return candidates.filter { $0.gcIndex >= 0 && external[Int($0.gcIndex)] != Int32.max }
    }
    var garbage: [Object] = []
    for i in 0..<n where external[i] != Int32.max {
      garbage.append(Unmanaged<Object>.fromOpaque(tracked[i]).reference)
    }
    return garbage
  }

  /// Calls `visit` with every reference of an object, as `traverseAll` does; the commonest layouts without calls.
  @inline(__always)
  private static func visitReferences(of p: UnsafeMutableRawPointer, _ visit: (Slot) -> Void) {
    if isDying(p) { return }
    switch p.field(ObjectLayout.kind, Kind.self) {
    case .tuple, .list:
      let items = p.field(SequenceLayout.items, Register.self)
      for k in 0..<p.field(SequenceLayout.count, Int.self) { visit(items[k]) }
    case .cell: visit(p.field(SequenceLayout.content, Slot.self))
    case .instance: break
    default: Unmanaged<Object>.fromOpaque(p)._withUnsafeGuaranteedRef { $0.traverse(visit) }
    }
    if let shape = p.field(ObjectLayout.shape, Optional<UnsafeMutableRawPointer>.self),
      let attributes = p.field(ObjectLayout.attributes, Optional<Register>.self)
    {
      let count = Unmanaged<Shape>.fromOpaque(shape)._withUnsafeGuaranteedRef { $0.count }
      for k in 0..<count { visit(attributes[k]) }
    }
    visit(Slot(bits: p.field(ObjectLayout.type, UInt.self), tag: Tag.object))
  }

  /// Breaks the cycles. Namespaces of classes go last, with new versions for the classes: caches remember methods by
  /// version, and objects that die here may still look for one.
  private static func clear(_ garbage: [Object]) {
    let types = garbage.compactMap { $0.kind == .type ? unsafeDowncast($0, to: TypeObject.self) : nil }
    let namespaces = Set(types.map { ObjectIdentifier($0.namespace) })
    for object in garbage where namespaces.isEmpty || !namespaces.contains(ObjectIdentifier(object)) {
      object.clearAll()
    }
    for type in types {
      type.renewVersion()
      type.namespace.clearReferences()
      type.renewVersion()
    }
  }
}

/// Swift's own reference count of an object (without the reference of the caller).
@_silgen_name("swift_retainCount")
private func swift_retainCount(_ object: UnsafeMutableRawPointer) -> UInt

/// Number of Swift references to an object.
@inline(__always)
func wickRetainCount(_ object: UnsafeMutableRawPointer) -> Int { Int(swift_retainCount(object)) }

/// The same from the count's bits, unless they lie in a side table.
@inline(__always)
private func quickRetainCount(_ object: UnsafeMutableRawPointer) -> Int {
  let bits = object.field(8, UInt64.self)
  // Bit 63: a side table; bits 33 to 62: strong references beyond the first.
  return bits >> 63 != 0 ? wickRetainCount(object) : Int(bits >> 33) &+ 1
}

/// Whether an object's `deinit` runs: what it held may be gone (bit 32 of the count).
@inline(__always)
private func isDying(_ object: UnsafeMutableRawPointer) -> Bool {
  let bits = object.field(8, UInt64.self)
  return bits >> 63 == 0 && bits & (1 << 32) != 0
}

extension Object {
  /// Drops everything that may close a cycle, attributes included.
  final func clearAll() {
    clearReferences()
    if attributes != nil { dropAttributes() }
  }
}
