/// Releases objects whose count reached zero, iteratively: a list nested a million deep must not overflow the stack.
///
/// Dropping an object runs its `deinit`, which releases its slots, which may drop further objects. Beyond a nesting
/// of 40 the objects wait in a list that the outermost drop works off.
enum Trashcan {
  // Invariant: only the thread that holds the interpreter lock drops objects.
  nonisolated(unsafe) private static var depth = 0
  /// nil until needed, so that no `swift_once` guards it.
  nonisolated(unsafe) private static var waiting: [UnsafeMutableRawPointer]?

  /// Gives up the Swift reference that the slots owned together.
  @inline(never)
  static func drop(_ p: UnsafeMutableRawPointer) {
    let flags = p.field(ObjectLayout.flags, UInt8.self)
    let needsFinalizer = flags & ObjectFlags.weaklyReferenced != 0
    let type = Unmanaged<TypeObject>.fromOpaque(
      p.load(fromByteOffset: ObjectLayout.type, as: UnsafeMutableRawPointer.self))
    if needsFinalizer || type._withUnsafeGuaranteedRef({ $0.hasFinalizer }) && !GeneratorObject.endsQuietly(p) {
      // Swift code that still holds the object may store it again: then it is not dying yet. Else `__del__` and the
      // callbacks of weak references run, and `__del__` may resurrect it.
      let vm = type._withUnsafeGuaranteedRef { $0.machine }
      if wickRetainCount(p) == 1, let vm, vm._withUnsafeGuaranteedRef({ $0.finalize(p) }) { return }
    }
    if depth > 40 {
      waiting = waiting ?? []
      waiting?.append(p)
      return
    }
    depth &+= 1
    if !ObjectPool.recycle(p, flags) { release(p) }
    depth &-= 1
    if depth == 0 {
      while waiting != nil, let next = waiting?.popLast() {
        depth += 1
        release(next)
        depth -= 1
      }
    }
  }

  /// Gives up the slots' reference. What dies of it is no longer the collector's: what it releases may run a `__del__` that
  /// collects, or asks for all objects, and finds it half taken apart.
  @inline(__always)
  private static func release(_ p: UnsafeMutableRawPointer) {
    if p.field(ObjectLayout.gcIndex, Int32.self) >= 0, wickRetainCount(p) == 1 {
      Collector.untrack(unsafeBitCast(p, to: Object.self))
    }
    Unmanaged<Object>.fromOpaque(p).release()
  }
}
