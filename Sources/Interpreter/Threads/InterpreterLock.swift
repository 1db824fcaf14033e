import Glibc

/// The lock whose holder runs Python (the *global interpreter lock*). A thread that waits longer than the switch
/// interval asks the holder to give way at its next poll; who gives way waits until another thread has had its turn.
///
/// Plain memory and no object: threads that wait for the lock may not touch a reference count.
package struct InterpreterLock: @unchecked Sendable {
  // Sendable: all state lies behind the mutex.
  private struct State {
    var mutex = pthread_mutex_t()
    /// Signalled when the lock becomes free.
    var free = pthread_cond_t()
    /// Signalled when the lock was taken.
    var taken = pthread_cond_t()
    var isHeld = false
    var owner = pthread_t()
    var waiting = 0
    var turns: UInt = 0
    /// Nanoseconds a thread waits before it asks (`sys.setswitchinterval`).
    var interval = 5_000_000
  }
  private let state: UnsafeMutablePointer<State>
  /// Whether a waiting thread has asked the holder to give way; read at polls without the mutex, which may be late.
  let request = SharedFlag()
  private let pollFlag: SharedFlag

  /// Makes a free lock that lives as long as the process.
  init(pollFlag: SharedFlag) {
    self.pollFlag = pollFlag
    state = .allocate(capacity: 1)
    state.initialize(to: State())
    pthread_mutex_init(&state.pointee.mutex, nil)
    var attributes = pthread_condattr_t()
    pthread_condattr_init(&attributes)
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
    pthread_cond_init(&state.pointee.free, &attributes)
    pthread_cond_init(&state.pointee.taken, &attributes)
    pthread_condattr_destroy(&attributes)
  }

  /// Whether some thread holds the lock. Without threads nobody takes it.
  var isHeld: Bool { state.pointee.isHeld }

  /// Whether the calling thread holds the lock.
  package var isMine: Bool {
    pthread_mutex_lock(&state.pointee.mutex)
    defer { pthread_mutex_unlock(&state.pointee.mutex) }
    return state.pointee.isHeld && pthread_equal(state.pointee.owner, pthread_self()) != 0
  }

  /// The switch interval in nanoseconds.
  package var interval: Int {
    get { state.pointee.interval }
    nonmutating set { state.pointee.interval = newValue }
  }

  /// Waits for the lock.
  func take() {
    pthread_mutex_lock(&state.pointee.mutex)
    state.pointee.waiting &+= 1
    while state.pointee.isHeld {
      let turns = state.pointee.turns
      var until = InterpreterLock.after(nanoseconds: state.pointee.interval)
      let status = pthread_cond_timedwait(&state.pointee.free, &state.pointee.mutex, &until)
      if status == ETIMEDOUT && state.pointee.isHeld && turns == state.pointee.turns {
        request.set()
        pollFlag.set()
      }
    }
    state.pointee.waiting &-= 1
    hold()
    pthread_cond_broadcast(&state.pointee.taken)
    pthread_mutex_unlock(&state.pointee.mutex)
  }

  /// Takes the lock if it is free.
  func tryTake() -> Bool {
    pthread_mutex_lock(&state.pointee.mutex)
    defer { pthread_mutex_unlock(&state.pointee.mutex) }
    if state.pointee.isHeld { return false }
    hold()
    return true
  }

  /// Makes the calling thread the holder of a lock that nobody took so far (the first thread starts another).
  func adopt() {
    pthread_mutex_lock(&state.pointee.mutex)
    if !state.pointee.isHeld { hold() }
    pthread_mutex_unlock(&state.pointee.mutex)
  }

  private func hold() {
    state.pointee.isHeld = true
    state.pointee.owner = pthread_self()
    state.pointee.turns &+= 1
    request.take()
  }

  /// Frees the lock.
  func give() {
    pthread_mutex_lock(&state.pointee.mutex)
    state.pointee.isHeld = false
    pthread_cond_signal(&state.pointee.free)
    pthread_mutex_unlock(&state.pointee.mutex)
  }

  /// Frees the lock and takes it again after another thread that waits has had it.
  func giveWay() {
    pthread_mutex_lock(&state.pointee.mutex)
    state.pointee.isHeld = false
    let turns = state.pointee.turns
    pthread_cond_signal(&state.pointee.free)
    while state.pointee.waiting > 0 && state.pointee.turns == turns {
      pthread_cond_wait(&state.pointee.taken, &state.pointee.mutex)
    }
    pthread_mutex_unlock(&state.pointee.mutex)
    take()
  }

  /// In a child process, whose only thread is the holder: forgets the threads that waited in the parent.
  func continueAfterFork() {
    let (isHeld, interval) = (state.pointee.isHeld, state.pointee.interval)
    state.pointee = State()
    state.pointee.interval = interval
    state.pointee.isHeld = isHeld
    state.pointee.owner = pthread_self()
    pthread_mutex_init(&state.pointee.mutex, nil)
    pthread_cond_init(&state.pointee.free, nil)
    pthread_cond_init(&state.pointee.taken, nil)
    request.take()
  }

  /// A point of the monotonic clock.
  package static func after(nanoseconds: Int) -> timespec {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    let whole = now.tv_nsec &+ nanoseconds % 1_000_000_000
    return timespec(
      tv_sec: now.tv_sec &+ nanoseconds / 1_000_000_000 &+ whole / 1_000_000_000, tv_nsec: whole % 1_000_000_000)
  }
}
