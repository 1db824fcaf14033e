import Glibc
import MemoryShim
import Synchronization

/// Tells when a request is about to take the last memory of the machine, so that the request fails and not the process.
///
/// While a request runs it looks every 20 milliseconds; a second after the last one it sleeps until the next.
final class MemoryWatch: @unchecked Sendable {
  // Sendable: the flags are atomic; the rest belongs to the watching thread.
  private let monitor = Monitor()
  private let running = Atomic<Int>(0)
  /// How many requests have started.
  private let started = Atomic<Int>(0)
  private let isAsleep = Atomic<Bool>(true)
  private let isStopped = Atomic<Bool>(false)
  private let act: @Sendable () -> Void
  /// What must be left over; half of it after each time it was not, until there is plenty again.
  private var floor: Int64
  private let reserve: Int64

  private static let interval = 20
  private static let quiet: UInt64 = 1_000_000_000

  /// `act` is called on the watching thread.
  init(act: @escaping @Sendable () -> Void) {
    self.act = act
    let whole = wick_memory_left()
    // Between 48 MB and half a GB, a sixteenth of what there is at the start.
    reserve = max(48 << 20, min(512 << 20, whole / 16))
    floor = reserve
  }

  /// Starts the watching thread.
  func start() { _ = NativeThread(name: "memory") { [self] in watch() } }

  /// A request starts.
  func begin() {
    started.wrappingAdd(1, ordering: .sequentiallyConsistent)
    running.wrappingAdd(1, ordering: .sequentiallyConsistent)
    if isAsleep.load(ordering: .sequentiallyConsistent) { monitor.locked { monitor.wakeAll() } }
  }

  /// The request has ended.
  func end() { running.wrappingSubtract(1, ordering: .relaxed) }

  /// Ends the thread.
  func stop() {
    isStopped.store(true, ordering: .relaxed)
    monitor.locked { monitor.wakeAll() }
  }

  private func watch() {
    var lastRun = Clock.now
    while !isStopped.load(ordering: .relaxed) {
      if running.load(ordering: .relaxed) > 0 {
        lastRun = Clock.now
        look()
      } else if Clock.now &- lastRun > MemoryWatch.quiet {
        monitor.locked {
          isAsleep.store(true, ordering: .sequentiallyConsistent)
          while running.load(ordering: .sequentiallyConsistent) == 0, !isStopped.load(ordering: .relaxed) {
            monitor.wait()
          }
          isAsleep.store(false, ordering: .sequentiallyConsistent)
        }
        lastRun = Clock.now
      }
      monitor.locked { _ = monitor.wait(until: Clock.after(milliseconds: MemoryWatch.interval)) }
    }
  }

  private func look() {
    let request = started.load(ordering: .sequentiallyConsistent)
    var left = wick_memory_left()
    if left > reserve &* 2 { floor = reserve }
    guard left < floor else { return }
    // What was freed may still lie in the heap. Only who holds much himself is to blame.
    wick_memory_trim()
    left = wick_memory_left()
    guard left < floor, wick_memory_held() > reserve else { return }
    // Giving back takes a while: the next request is not to blame for the last one.
    guard request == started.load(ordering: .sequentiallyConsistent) else { return }
    floor = max(8 << 20, min(floor, left) / 2)
    act()
  }
}
