import Glibc
import Interpreter

/// `_thread.RLock`: a lock that the thread which has taken it may take again, and frees as often.
final class ReentrantLock: LockObject {
  /// The thread that has it; 0: nobody.
  private var owner: UInt = 0
  private var count = 0

  private static var caller: UInt { UInt(pthread_self()) }
  private var isMine: Bool { count > 0 && owner == ReentrantLock.caller }

  override func repr(_ vm: VM) throws(Raised) -> StrObject {
    let address = String(UInt(bitPattern: Unmanaged.passUnretained(self).toOpaque()), radix: 16)
    let state = "\(count > 0 ? "locked" : "unlocked") \(type.operandName)"
    return vm.string("<\(state) object owner=\(Int(bitPattern: owner)) count=\(count) at 0x\(address)>")
  }

  /// Takes it once more, waiting for at most `nanoseconds` (nil: for ever) while another thread has it.
  private func takeAgain(_ vm: VM, nanoseconds: Int?) throws(Raised) -> Bool {
    if isMine {
      count &+= 1
      return true
    }
    guard try take(vm, nanoseconds: nanoseconds) else { return false }
    owner = ReentrantLock.caller
    count = 1
    return true
  }

  /// Gives back what was taken `times` times; raises RuntimeError in a thread that does not have it.
  private func give(_ vm: VM, times: Int) throws(Raised) {
    guard isMine else { throw vm.runtimeError("cannot release un-acquired lock") }
    count &-= times
    if count > 0 { return }
    owner = 0
    _ = free()
  }

  /// Makes the type.
  static func makeType(_ vm: VM) -> TypeObject {
    let type = vm.nativeType("RLock", module: "_thread", isBase: true, populate: populate)
    type.showsModule = true
    type.new = { (_, cls, _) in .object(ReentrantLock(cls)) }
    return type
  }

  private static func populate(_ type: TypeObject, _ vm: VM) {
    func me(_ args: Arguments) -> ReentrantLock { unsafeDowncast(args.slot(0).object, to: ReentrantLock.self) }
    type.specials(vm, [.repr])
    type.method(vm, "acquire(self, blocking=True, timeout=-1)", "Takes the lock; tells whether it did.") {
      (vm, args) throws(Raised) in
      let lock = me(args)
      return .bool(try lock.takeAgain(vm, nanoseconds: ThreadModule.wait(vm, blocking: args[1], timeout: args[2])))
    }
    type.method(vm, "__enter__(self, /)", "Takes the lock.") { (vm, args) throws(Raised) in
      .bool(try me(args).takeAgain(vm, nanoseconds: nil))
    }
    let release = { (vm: VM, args: Arguments) throws(Raised) -> Value in
      try me(args).give(vm, times: 1)
      return .none
    }
    type.method(vm, "release(self, /)", "Frees the lock, once.", release)
    type.method(vm, "__exit__(self, type=None, value=None, traceback=None, /)", "Frees the lock, once.", release)
    type.method(vm, "_is_owned(self, /)", "Tells whether the calling thread has the lock.") { (_, args) in
      .bool(me(args).isMine)
    }
    type.method(vm, "_recursion_count(self, /)", "How often the calling thread has taken the lock.") { (_, args) in
      .int(me(args).isMine ? me(args).count : 0)
    }
    type.method(vm, "_release_save(self, /)", "Frees the lock; returns what `_acquire_restore` takes.") {
      (vm, args) throws(Raised) in
      let lock = me(args)
      let (count, owner) = (lock.count, lock.owner)
      try lock.give(vm, times: count)
      return .object(TupleObject.make(vm, [.int(count), .int(Int(bitPattern: owner))]))
    }
    type.method(vm, "_acquire_restore(self, state, /)", "Takes the lock as often as it was taken.") {
      (vm, args) throws(Raised) in
      guard let state = args[1].asTuple, state.count == 2 else { throw vm.typeError("state must be a pair of ints") }
      let lock = me(args)
      let count = try vm.index(state[0])
      _ = try lock.take(vm, nanoseconds: nil)
      lock.count = count
      lock.owner = UInt(bitPattern: try vm.index(state[1]))
      return .none
    }
    type.method(vm, "_at_fork_reinit(self, /)", "Free again, in a forked child.") { (_, args) in
      let lock = me(args)
      (lock.owner, lock.count) = (0, 0)
      _ = lock.free()
      return .none
    }
  }
}
