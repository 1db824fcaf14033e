import Glibc

/// glibc's function, which its headers show only to GNU sources.
@_silgen_name("pthread_getattr_np")
private func pthreadAttributes(_ thread: pthread_t, _ attributes: UnsafeMutablePointer<pthread_attr_t>)
  -> Int32

/// Tells how far the stack of the current thread may grow.
enum StackGuard {
  /// What stays free for the callees of the deepest frame, and for walking and releasing the tree.
  private static let reserve: UInt = 160 << 10

  /// Returns the lowest address a frame of this thread may use; 0 when unknown, so that no frame is refused.
  static func limit() -> UInt {
    var attributes = pthread_attr_t()
    guard pthreadAttributes(pthread_self(), &attributes) == 0 else { return 0 }
    defer { pthread_attr_destroy(&attributes) }
    var base: UnsafeMutableRawPointer?
    var size = 0
    guard pthread_attr_getstack(&attributes, &base, &size) == 0, let base else { return 0 }
    return UInt(bitPattern: base) &+ reserve
  }

  /// Whether the caller's frame lies below a limit.
  @inline(never)
  static func isBelow(_ limit: UInt) -> Bool {
    var mark: UInt8 = 0
    return withUnsafeMutablePointer(to: &mark) { UInt(bitPattern: $0) < limit }
  }
}
