import Glibc
import ZMQShim

/// Notices the end of the process that started the kernel (`JPY_PARENT_PID`).
struct ParentWatch {
  private let process: pid_t
  private let isDirectParent: Bool
  /// Readable when the parent has ended; -1 where the system has no such descriptors.
  let descriptor: Int32

  /// Nil when no parent is named.
  init?() {
    guard let text = getenv("JPY_PARENT_PID"), let number = pid_t(String(cString: text)), number > 1 else {
      return nil
    }
    process = number
    isDirectParent = getppid() == number
    descriptor = wick_pidfd_open(number)
  }

  /// Whether the parent is gone.
  var hasEnded: Bool {
    if isDirectParent { return getppid() != process }
    return kill(process, 0) != 0 && errno == ESRCH
  }
}
