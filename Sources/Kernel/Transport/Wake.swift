import Glibc
import ZMQShim

/// An eventfd that wakes the thread which polls it.
package final class Wake: Sendable {
  /// The descriptor to poll for reading.
  let descriptor: Int32

  init() {
    let made = wick_eventfd()
    precondition(made >= 0, "eventfd failed: out of file descriptors at start-up")
    descriptor = made
  }

  deinit { close(descriptor) }

  /// Wakes the poller, now or at its next poll.
  ///
  /// Async-signal-safe.
  func signal() { wick_eventfd_signal(descriptor) }

  /// Takes back all signals given so far.
  func clear() { wick_eventfd_clear(descriptor) }
}
