import Glibc
import Interpreter

/// `_thread.lock`: a lock that Python code takes and frees. Its state belongs to the holder of the interpreter lock;
/// waiting threads sleep on a condition of their own and look again when they have the interpreter lock back.
class LockObject: Object {
  private(set) var isLocked = false
  /// What waiting threads sleep on; made when the first one has to wait.
  private var bed: UnsafeMutablePointer<Bed>?
  private var waiting = 0

  private struct Bed {
    var mutex = pthread_mutex_t()
    var freed = pthread_cond_t()
  }

  init(_ type: TypeObject) { super.init(kind: .native, type: type) }
  deinit {
    guard let bed else { return }
    pthread_cond_destroy(&bed.pointee.freed)
    pthread_mutex_destroy(&bed.pointee.mutex)
    bed.deallocate()
  }

  override func repr(_ vm: VM) throws(Raised) -> StrObject {
    let address = String(UInt(bitPattern: Unmanaged.passUnretained(self).toOpaque()), radix: 16)
    return vm.string("<\(isLocked ? "locked" : "unlocked") _thread.lock object at 0x\(address)>")
  }

  /// Takes the lock, waiting for at most `nanoseconds` (nil: for ever). Raises KeyboardInterrupt in the main thread.
  func take(_ vm: VM, nanoseconds: Int?) throws(Raised) -> Bool {
    if !isLocked {
      isLocked = true
      return true
    }
    if nanoseconds == 0 { return false }
    let bed = place()
    let start = monotonic()
    waiting &+= 1
    defer { waiting &-= 1 }
    while isLocked {
      // In pieces: an interrupt does not signal the condition.
      var piece = vm.hearsInterrupts ? 20_000_000 : 500_000_000
      if let nanoseconds {
        let rest = nanoseconds &- (monotonic() &- start)
        if rest <= 0 { return false }
        piece = min(piece, rest)
      }
      // The mutex is held before the interpreter lock is given: whoever frees the lock cannot signal in between.
      pthread_mutex_lock(&bed.pointee.mutex)
      vm.withoutLock {
        var until = InterpreterLock.after(nanoseconds: piece)
        pthread_cond_timedwait(&bed.pointee.freed, &bed.pointee.mutex, &until)
        pthread_mutex_unlock(&bed.pointee.mutex)
      }
      try vm.checkInterrupt()
    }
    isLocked = true
    return true
  }

  /// Frees the lock; false when it was free.
  func free() -> Bool {
    if !isLocked { return false }
    isLocked = false
    if waiting > 0, let bed {
      pthread_mutex_lock(&bed.pointee.mutex)
      pthread_cond_signal(&bed.pointee.freed)
      pthread_mutex_unlock(&bed.pointee.mutex)
    }
    return true
  }

  private func place() -> UnsafeMutablePointer<Bed> {
    if let bed { return bed }
    let made = UnsafeMutablePointer<Bed>.allocate(capacity: 1)
    made.initialize(to: Bed())
    pthread_mutex_init(&made.pointee.mutex, nil)
    var attributes = pthread_condattr_t()
    pthread_condattr_init(&attributes)
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
    pthread_cond_init(&made.pointee.freed, &attributes)
    pthread_condattr_destroy(&attributes)
    bed = made
    return made
  }

  private func monotonic() -> Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec &* 1_000_000_000 &+ now.tv_nsec
  }
}
