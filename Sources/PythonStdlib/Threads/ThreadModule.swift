import Glibc
import Interpreter

/// `_thread`: native threads and locks; `threading` is built on it.
enum ThreadModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(vm, name: "_thread", doc: "Threads and locks.")
    let lockType = vm.nativeType("lock", module: "_thread")
    lockType.showsModule = true
    lockType.new = { (vm, cls, args) throws(Raised) in .object(LockObject(cls)) }
    populateLock(lockType, vm)
    module.constant(vm, "LockType", .object(lockType))
    module.constant(vm, "error", .object(vm.types.runtimeError))
    module.constant(vm, "TIMEOUT_MAX", .float(longest))
    module.function(vm, "allocate_lock()", "A new lock, free.") { [unowned lockType] (vm, _) in
      .object(LockObject(lockType))
    }
    var stackSize = 0
    module.function(vm, "stack_size(size=0, /)", "The stack size of new threads; 0 is the default.") {
      (vm, args) throws(Raised) in
      let size = try vm.index(args[0])
      if size < 0 { throw vm.valueError("size must be 0 or a positive value") }
      if size > 0 && size < 32_768 { throw vm.valueError("size not valid: \(size) bytes") }
      let old = stackSize
      stackSize = size
      return .int(old)
    }
    module.function(vm, "start_new_thread(function, args, kwargs=None, /)", "Starts a thread; returns its identifier.") {
      (vm, args) throws(Raised) in
      guard let positional = args[1].asTuple else { throw vm.typeError("2nd arg must be a tuple") }
      var arguments: [Value] = []
      for i in 0..<positional.count { arguments.append(positional[i]) }
      var keywords: [(name: String, value: Value)] = []
      if !args[2].isNone {
        guard args[2].asDict != nil else { throw vm.typeError("optional 3rd arg must be a dictionary") }
        try vm.forEach(args[2]) { (name) throws(Raised) in
          keywords.append((try vm.str(name).string, try vm.getItem(args[2], name)))
        }
      }
      let size = stackSize > 0 ? max(stackSize, 1 << 20) : 16 << 20
      return .int(try vm.startThread(args[0], arguments, keywords: keywords, stackSize: size))
    }
    module.function(vm, "get_ident()", "A number that identifies the calling thread.") { (_, _) in
      .int(Int(bitPattern: UInt(pthread_self())))
    }
    module.function(vm, "get_native_id()", "The system's number of the calling thread.") { (_, _) in
      .int(Int(gettid()))
    }
    module.function(vm, "_main_ident()", "The identifier of the main thread.") { (vm, _) in
      .int(Int(bitPattern: vm.mainIdentifier ?? UInt(pthread_self())))
    }
    module.function(vm, "_count()", "How many threads Python has started that have not ended.") { (vm, _) in
      .int(vm.threadCount)
    }
    module.function(vm, "interrupt_main(signum=2, /)", "As if a signal came to the main thread.") {
      (vm, args) throws(Raised) in
      let number = try vm.index(args[0])
      if number < 1 || number > 64 { throw vm.valueError("signal number out of range") }
      let signals = try vm.importModule("signal", fromList: .object(vm.emptyTuple))
      let handler = try vm.callMethod(signals, "getsignal", [.int(number)])
      // Only what Python handles: the default of the system and SIG_IGN do nothing here.
      if !vm.isCallable(handler) { return .none }
      if number == 2 {
        vm.interruptHandle.interrupt()
      } else {
        _ = try vm.callMethod(signals, "raise_signal", [.int(number)])
      }
      return .none
    }
    module.function(vm, "exit()", "Ends the thread: raises SystemExit.") { (vm, _) throws(Raised) in
      throw vm.raised(vm.types.systemExit, "")
    }
    addContexts(vm, module)
    LocalAttributes.define(vm, module)
    addAdvance(vm, module)
    return module
  }

  /// What `contextvars` keeps for each thread: its context, and with it where output goes.
  private static func addContexts(_ vm: VM, _ module: ModuleObject) {
    let ownerType = vm.nativeType("_OutputOwner", module: "_thread")
    module.constant(vm, "_OutputOwner", .object(ownerType))
    module.function(vm, "_context()", "The context of the calling thread, or None.") { (vm, _) in vm.contextObject }
    module.function(vm, "_owner()", "Where the output of the calling thread goes, or None.") {
      [unowned ownerType] (vm, _) in
      guard let owner = vm.outputOwner else { return .none }
      if let known = vm.outputOwnerObject as? OutputOwner, known.owner === owner { return .object(known) }
      let made = OutputOwner(ownerType, owner)
      vm.outputOwnerObject = made
      return .object(made)
    }
    module.function(vm, "_swap(context, owner, /)", "Sets both, the second unless it is None; returns the old context.") {
      [unowned ownerType] (vm, args) in
      let old = vm.contextObject
      vm.contextObject = args[0]
      if case .object(let object) = args[1], object.type === ownerType {
        vm.outputOwner = unsafeDowncast(object, to: OutputOwner.self).owner
      }
      return old
    }
  }

  /// What the tasks of `asyncio` call instead of `send`: a coroutine's end is no exception then.
  private static func addAdvance(_ vm: VM, _ module: ModuleObject) {
    let none = Value.none
    module.function(vm, "_advance(coroutine, /)", "What the coroutine yields next, or the tuple of what it returns.") {
      (vm, args) throws(Raised) in
      guard case .object(let object) = args[0], object.kind == .coroutine, object.type === vm.types.coroutine else {
        return try vm.callMethod(args[0], "send", [none])
      }
      let coroutine = unsafeDowncast(object, to: GeneratorObject.self)
      if let yielded = try vm.resume(coroutine, sending: none) { return yielded }
      return .object(TupleObject.make(vm, [vm.takeGeneratorResult()]))
    }
  }

  /// The longest timeout of `acquire`, in seconds.
  private static let longest = 9_223_372_036.0

  private static func populateLock(_ type: TypeObject, _ vm: VM) {
    func me(_ args: Arguments) -> LockObject { unsafeDowncast(args.slot(0).object, to: LockObject.self) }
    let acquire = { (vm: VM, args: Arguments) throws(Raised) -> Value in
      .bool(try me(args).take(vm, nanoseconds: wait(vm, blocking: args[1], timeout: args[2])))
    }
    let release = { (vm: VM, args: Arguments) throws(Raised) -> Value in
      if !me(args).free() { throw vm.runtimeError("release unlocked lock") }
      return .none
    }
    for name in ["acquire", "acquire_lock"] {
      type.method(vm, "\(name)(self, blocking=True, timeout=-1)", "Takes the lock; tells whether it did.", acquire)
    }
    for name in ["release", "release_lock"] { type.method(vm, "\(name)(self, /)", "Frees the lock.", release) }
    for name in ["locked", "locked_lock"] {
      type.method(vm, "\(name)(self, /)", "Tells whether the lock is taken.") { (_, args) throws(Raised) in
        .bool(me(args).isLocked)
      }
    }
    type.method(vm, "__enter__(self, /)", "Takes the lock.") { (vm, args) throws(Raised) in
      .bool(try me(args).take(vm, nanoseconds: nil))
    }
    type.method(vm, "__exit__(self, type=None, value=None, traceback=None, /)", "Frees the lock.", release)
  }

  /// Nanoseconds to wait; nil is for ever.
  private static func wait(_ vm: VM, blocking: Value, timeout: Value) throws(Raised) -> Int? {
    let seconds = try vm.double(timeout)
    if try !vm.truth(blocking) {
      if seconds != -1 { throw vm.valueError("can't specify a timeout for a non-blocking call") }
      return 0
    }
    if seconds == -1 { return nil }
    if seconds < 0 { throw vm.valueError("timeout value must be a non-negative number") }
    if !(seconds <= longest) { throw vm.overflowError("timeout value is too large") }
    return max(Int(seconds * 1e9), 1)
  }
}

/// Where output goes, as an object.
private final class OutputOwner: Object {
  let owner: AnyObject
  init(_ type: TypeObject, _ owner: AnyObject) {
    self.owner = owner
    super.init(kind: .native, type: type)
  }
}

/// GNU extension that Glibc's module map hides behind `_GNU_SOURCE`.
@_silgen_name("gettid")
private func gettid() -> Int32
