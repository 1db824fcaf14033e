import Glibc
import Synchronization
import ZMQShim

/// Turns SIGINT, SIGTERM and SIGHUP into wake-ups of the main thread.
///
/// Handlers are used rather than a blocked mask, because children would inherit the mask.
enum Signals {
  // Process-wide by nature: there is one signal table. Bit n stands for signal n.
  private static let pending = Atomic<UInt64>(0)
  private static let wakeDescriptor = Atomic<Int32>(-1)

  /// Installs the handlers; the wake-up is signalled from then on.
  static func install(_ wake: Wake) {
    pending.store(0, ordering: .relaxed)
    wakeDescriptor.store(wake.descriptor, ordering: .relaxed)
    var action = sigaction()
    action.sa_flags = SA_SIGINFO | SA_RESTART
    action.__sigaction_handler.sa_sigaction = { number, details, _ in
      // Our own SIGINT to the process group is meant for the children.
      if number == SIGINT, let details, details.pointee._sifields._kill.si_pid == getpid() { return }
      Signals.pending.bitwiseOr(1 << UInt64(number), ordering: .relaxed)
      wick_eventfd_signal(Signals.wakeDescriptor.load(ordering: .relaxed))
    }
    for number in [SIGINT, SIGTERM, SIGHUP] { sigaction(number, &action, nil) }
    signal(SIGPIPE, SIG_IGN)
  }

  /// Takes the signals that came, as bits.
  static func take() -> UInt64 { pending.exchange(0, ordering: .relaxed) }

  static func contains(_ bits: UInt64, _ number: Int32) -> Bool { bits & (1 << UInt64(number)) != 0 }
}
