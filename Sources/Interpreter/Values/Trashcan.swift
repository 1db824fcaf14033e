/// Releases objects whose count reached zero, iteratively: a list nested a million deep must not overflow the stack.
///
/// Dropping an object runs its `deinit`, which releases its slots, which may drop further objects. Beyond a nesting
/// of 40 the objects wait in a list that the outermost drop works off.
enum Trashcan {
  // Invariant: only the thread that holds the interpreter lock drops objects.
  nonisolated(unsafe) private static var depth = 0
  nonisolated(unsafe) private static var waiting: [UnsafeMutableRawPointer] = []
  /// Runs `__del__` and weak reference callbacks; set by `VM`. Returns true when the object was resurrected.
  nonisolated(unsafe) static var finalizer: ((UnsafeMutableRawPointer) -> Bool)?

  /// Gives up the Swift reference that the slots owned together.
  @inline(never)
  static func drop(_ p: UnsafeMutableRawPointer) {
    let needsFinalizer = (p + ObjectLayout.flags).load(as: UInt8.self) & ObjectFlags.weaklyReferenced != 0
    let type = p.load(fromByteOffset: ObjectLayout.type, as: UnsafeMutableRawPointer.self)
    if needsFinalizer || Unmanaged<TypeObject>.fromOpaque(type)._withUnsafeGuaranteedRef({ $0.hasFinalizer }) {
      // Swift code that still holds the object may store it again: then it is not dying yet.
      if wickRetainCount(p) == 1, let finalizer, finalizer(p) { return }
    }
    if depth > 40 {
      waiting.append(p)
      return
    }
    depth += 1
    Unmanaged<Object>.fromOpaque(p).release()
    depth -= 1
    if depth == 0 {
      while let next = waiting.popLast() {
        depth += 1
        Unmanaged<Object>.fromOpaque(next).release()
        depth -= 1
      }
    }
  }
}
