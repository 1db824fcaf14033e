import Glibc

/// A mutex with one condition: the only lock of the kernel.
///
/// Critical sections are a few lines and call out at most to set a flag.
package final class Monitor: @unchecked Sendable {
  // Sendable: pthread objects at a fixed heap address, made in init and destroyed in deinit.
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  /// Creates an open monitor.
  package init() {
    pthread_mutex_init(mutex, nil)
    var attributes = pthread_condattr_t()
    pthread_condattr_init(&attributes)
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
    pthread_cond_init(condition, &attributes)
    pthread_condattr_destroy(&attributes)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
  }

  /// Runs the body alone.
  package func locked<Result>(_ body: () throws -> Result) rethrows -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return try body()
  }

  /// Runs the body while others may enter; only inside `locked`.
  func unlocked<Result>(_ body: () -> Result) -> Result {
    pthread_mutex_unlock(mutex)
    defer { pthread_mutex_lock(mutex) }
    return body()
  }

  /// Waits for a wake-up; only inside `locked`.
  package func wait() { pthread_cond_wait(condition, mutex) }

  /// Waits until a deadline of `Clock.now`; false when it has passed.
  ///
  /// Only inside `locked`.
  package func wait(until deadline: UInt64) -> Bool {
    var time = timespec()
    time.tv_sec = Int(deadline / 1_000_000_000)
    time.tv_nsec = Int(deadline % 1_000_000_000)
    return pthread_cond_timedwait(condition, mutex, &time) != ETIMEDOUT
  }

  /// Wakes all that wait.
  package func wakeAll() { pthread_cond_broadcast(condition) }
}

/// The monotonic clock.
package enum Clock {
  /// Nanoseconds since some start.
  package static var now: UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec)
  }

  /// The deadline that lies some seconds ahead; at most 30 years, and now for negative numbers and NaN.
  package static func after(seconds: Double) -> UInt64 {
    guard seconds > 0 else { return now }
    return now &+ UInt64(min(seconds, 1e9) * 1e9)
  }

  /// The deadline that lies some milliseconds ahead.
  package static func after(milliseconds: Int) -> UInt64 { now &+ UInt64(max(0, milliseconds)) &* 1_000_000 }
}
