import Glibc

/// What one thread of Python has for itself: register stack, frames, depth. While the thread runs these values are fields
/// of the `VM`, where the loop finds them; they lie here while another thread runs.
final class ThreadState {
  fileprivate var stack: UnsafeMutablePointer<Slot>
  fileprivate var stackLimit: UnsafeMutablePointer<Slot>
  fileprivate var frames: UnsafeMutablePointer<FrameRecord>
  fileprivate var current: UnsafeMutablePointer<FrameRecord>
  fileprivate var nativeDepth = 0
  fileprivate var nativeStackLimit: UInt = 0
  fileprivate var handledCount = 0
  fileprivate var yielded = false
  fileprivate var generatorResult: Value = .none
  fileprivate var skipTraceback: ExceptionObject?
  /// See `VM.outputOwner`.
  fileprivate var outputOwner: AnyObject?
  /// See `VM.contextObject`.
  fileprivate var contextObject: Value = .none
  /// See `VM.tracer`.
  fileprivate var tracer: Tracer?
  /// What raises KeyboardInterrupt in this thread.
  fileprivate var interruptFlag: SharedFlag

  /// The state of the thread that made the machine.
  init(main vm: VM) {
    interruptFlag = vm.mainInterruptFlag
    (stack, stackLimit, frames, current) = (vm.stack, vm.stackLimit, vm.frames, vm.current)
  }

  /// The state of another thread, with stacks of its own; nil when the system has no room for them.
  init?(_ vm: VM) {
    guard let stacks = VM.mapStacks() else { return nil }
    interruptFlag = vm.unheardFlag
    (stack, stackLimit, frames) = stacks
    current = frames
  }

  /// Gives the stacks back; nothing may run on them any more.
  func unmap() { VM.unmap(stack, frames) }

  /// Takes the values from the machine.
  fileprivate func save(_ vm: VM) {
    (current, nativeDepth, nativeStackLimit) = (vm.current, vm.nativeDepth, vm.nativeStackLimit)
    (handledCount, yielded) = (vm.handledCount, vm.yielded)
    generatorResult = vm.generatorResult
    skipTraceback = vm.skipTraceback
    outputOwner = vm.outputOwner
    contextObject = vm.contextObject
    tracer = vm.tracer
  }

  /// Puts the values into the machine.
  fileprivate func load(_ vm: VM) {
    (vm.stack, vm.stackLimit, vm.frames) = (stack, stackLimit, frames)
    (vm.current, vm.nativeDepth, vm.nativeStackLimit) = (current, nativeDepth, nativeStackLimit)
    vm.countNative(0)
    (vm.handledCount, vm.yielded) = (handledCount, yielded)
    vm.generatorResult = generatorResult
    vm.skipTraceback = skipTraceback
    vm.outputOwner = outputOwner
    vm.contextObject = contextObject
    vm.tracer = tracer
    if vm.isTracing { vm.pollFlag.set() }
    contextObject = .none
    generatorResult = .none
    skipTraceback = nil
    vm.thread = self
    vm.interruptFlag = interruptFlag
    if vm.interruptPending { vm.pollFlag.set() }
  }

  /// The stack of this state for the audit: its slots and frames.
  func forEachSlot(_ visit: (Slot) -> Void) {
    var p = stack
    while p < current.pointee.end {
      visit(p.pointee)
      p += 1
    }
    var frame = frames
    while frame < current {
      frame += 1
      visit(frame.pointee.handled)
    }
  }
}

extension VM {
  /// Runs `body` while other threads may run Python: `body` must touch no Python object and no reference count.
  @inline(never)
  package func withoutLock<R>(_ body: () -> R) -> R {
    guard lock.isHeld else { return body() }
    let state = thread
    state.save(self)
    lock.give()
    let result = body()
    lock.take()
    state.load(self)
    return result
  }

  /// Called first in a child process that goes on with the calling thread alone.
  package func continueAfterFork() { lock.continueAfterFork() }

  /// Lets another thread run that has waited long enough; called at polls.
  func giveWay() {
    let state = thread
    state.save(self)
    lock.giveWay()
    state.load(self)
  }

  /// Runs `body` as Python's thread on the calling native thread, which has a state of its own per native thread.
  /// A thread that holds the machine already goes on at once.
  /// The main thread is the one that `threading` calls so; another one may name what interrupts it.
  package func withLock<R>(isMain: Bool, interrupts: InterruptHandle? = nil, _ body: () -> R) -> R {
    if lock.isMine { return body() }
    lock.take()
    return runHolding(isMain: isMain, interrupts: interrupts, body)
  }

  /// Like `withLock` if no other thread has the machine; nil if one has.
  package func withFreeLock<R>(_ body: () -> R) -> R? {
    if lock.isMine { return body() }
    return lock.tryTake() ? runHolding(isMain: false, interrupts: nil, body) : nil
  }

  /// Runs `body` with the state of the calling thread, which has just taken the lock, and gives the lock back.
  private func runHolding<R>(isMain: Bool, interrupts: InterruptHandle?, _ body: () -> R) -> R {
    let identifier = UInt(pthread_self())
    let state: ThreadState
    if isMain && mainIdentifier == nil {
      state = mainThread
      bind(state, identifier)
      mainIdentifier = identifier
    } else if let known = languageThreads[identifier] {
      state = known
    } else {
      state = waitForState()
      bind(state, identifier)
    }
    if let interrupts { state.interruptFlag = interrupts.interruptFlag }
    state.load(self)
    let result = body()
    state.save(self)
    lock.give()
    return result
  }

  /// Forgets the calling native thread, which has used `withLock` and will not again.
  package func forgetThread() {
    lock.take()
    let state = languageThreads.removeValue(forKey: UInt(pthread_self()))
    // Nobody runs until the lock is given: the next holder loads its own state.
    mainThread.lendStacks(self)
    if let state, state !== mainThread { state.unmap() }
    lock.give()
  }

  /// Makes `state` the one of the calling thread.
  private func bind(_ state: ThreadState, _ identifier: UInt) {
    state.load(self)
    setNativeStackLimit()
    state.save(self)
    languageThreads[identifier] = state
  }

  /// A new state, waiting until the system has room for its stacks.
  private func waitForState() -> ThreadState {
    while true {
      if let state = ThreadState(self) { return state }
      lock.give()
      usleep(10_000)
      lock.take()
    }
  }

  /// Starts a native thread that calls `function`; what it raises goes to `sys.stderr`. Returns the thread's identifier,
  /// or throws RuntimeError when the system has no more threads.
  package func startThread(
    _ function: Value, _ arguments: [Value], keywords: [(name: String, value: Value)] = [], stackSize: Int
  ) throws(Raised) -> Int {
    lock.adopt()
    var made = ThreadState(self)
    // Threads that are about to end make room.
    var attempts = 0
    while made == nil, threadCount > 0, attempts < 100 {
      withoutLock { usleep(5000) }
      made = ThreadState(self)
      attempts += 1
    }
    guard let state = made else { throw runtimeError("can't start new thread") }
    state.outputOwner = outputOwner
    let start = UnsafeMutablePointer<ThreadStart>.allocate(capacity: 1)
    start.initialize(
      to: ThreadStart(
        vm: self, lock: lock, state: state, function: function, arguments: arguments, keywords: keywords))
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setstacksize(&attributes, stackSize)
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    defer { pthread_attr_destroy(&attributes) }
    var identifier = pthread_t()
    threadCount += 1
    var status = pthread_create(&identifier, &attributes, VM.threadMain, start)
    while status == EAGAIN, threadCount > 1, attempts < 100 {
      withoutLock { usleep(5000) }
      status = pthread_create(&identifier, &attributes, VM.threadMain, start)
      attempts += 1
    }
    if status != 0 {
      threadCount -= 1
      start.deinitialize(count: 1)
      start.deallocate()
      state.unmap()
      throw runtimeError("can't start new thread")
    }
    return Int(bitPattern: UInt(identifier))
  }

  /// What a new thread needs; read under the lock.
  private struct ThreadStart {
    let vm: VM
    let lock: InterpreterLock
    let state: ThreadState
    let function: Value
    let arguments: [Value]
    let keywords: [(name: String, value: Value)]
  }

  private static let threadMain: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { raw in
    guard let start = raw?.assumingMemoryBound(to: ThreadStart.self) else { return nil }
    let lock = start.pointee.lock
    lock.take()
    run(start)
    lock.give()
    return nil
  }

  /// The life of a thread, under the lock.
  @inline(never)
  private static func run(_ pointer: UnsafeMutablePointer<ThreadStart>) {
    let start = pointer.move()
    pointer.deallocate()
    let vm = start.vm
    let state = start.state
    state.load(vm)
    vm.setNativeStackLimit()
    vm.threads.append(state)
    do throws(Raised) {
      _ = try vm.call(start.function, start.arguments, keywords: start.keywords)
    } catch {
      if !error.exception.type.isSubtype(of: vm.types.systemExit) {
        let name = (try? vm.repr(start.function).string) ?? "?"
        var text = "Exception ignored in thread started by: \(name)\n" + vm.tracebackText(error.exception)
        text.withUTF8 { vm.writeOutput(.stderr, $0) }
      }
    }
    vm.endTracing()
    state.save(vm)
    vm.threads.removeAll { $0 === state }
    vm.threadCount -= 1
    // Nobody runs until the lock is given: the next holder loads its own state.
    vm.mainThread.lendStacks(vm)
    state.unmap()
  }
}

extension ThreadState {
  /// Points the machine at this state's stacks, so that it never refers to memory that is gone.
  fileprivate func lendStacks(_ vm: VM) { load(vm); save(vm) }
}
