import Glibc
import Interpreter
import Synchronization

/// `_signal`: handlers of the system; `signal` is written on it.
///
/// A handler only sets bits. Python's functions run in the main thread, where the machine looks at interrupts.
enum SignalModule {
  // Process-wide by nature: there is one signal table. Bit n stands for signal n.
  private static let pending = Atomic<UInt64>(0)
  // Written before the first handler is installed.
  nonisolated(unsafe) private static var handle: VM.InterruptHandle?

  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(vm, name: "_signal", doc: "Handlers of signals.")
    handle = vm.interruptHandle
    var call: Value = .none
    module.function(vm, "connect(function, /)", "Sets the function that is called with the number of a signal.") {
      (vm, args) throws(Raised) in
      call = args[0]
      vm.signalHandler = { (vm) throws(Raised) in
        let bits = pending.exchange(0, ordering: .sequentiallyConsistent)
        for number in 1..<64 where bits & (1 << UInt64(number)) != 0 { _ = try vm.call(call, [.int(number)]) }
      }
      return .none
    }
    module.function(vm, "handle_interrupts(flag, /)", "Whether the function is called instead of KeyboardInterrupt.") {
      (vm, args) throws(Raised) in
      vm.interruptHandler =
        try vm.truth(args[0]) ? { (vm) throws(Raised) in _ = try vm.call(call, [.int(Int(SIGINT))]) } : nil
      return .none
    }
    module.function(vm, "install(number, kind, /)", "Lets the system do its default (0), ignore (1) or call (2).") {
      (vm, args) throws(Raised) in
      var action = sigaction()
      switch try vm.index(args[1]) {
      case 0: action.__sigaction_handler.sa_handler = SIG_DFL
      case 1: action.__sigaction_handler.sa_handler = SIG_IGN
      default:
        action.__sigaction_handler.sa_handler = { number in
          SignalModule.pending.bitwiseOr(1 << UInt64(number & 63), ordering: .sequentiallyConsistent)
          SignalModule.handle?.signal()
        }
      }
      action.sa_flags = Int32(SA_RESTART)
      let number = Int32(truncatingIfNeeded: try vm.index(args[0]))
      if sigaction(number, &action, nil) < 0 { throw PosixModule.error(vm, nil) }
      // A host may have started this thread with signals blocked.
      var mask = sigset_t()
      sigemptyset(&mask)
      sigaddset(&mask, number)
      pthread_sigmask(SIG_UNBLOCK, &mask, nil)
      return .none
    }
    addTimers(vm, module)
    return module
  }

  private static func addTimers(_ vm: VM, _ module: ModuleObject) {
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    func timer(_ value: itimerval) -> Value {
      .object(TupleObject(vm, [.float(seconds(value.it_value)), .float(seconds(value.it_interval))]))
    }
    func kind(_ value: Value) throws(Raised) -> __itimer_which_t {
      __itimer_which_t(truncatingIfNeeded: try vm.index(value))
    }
    func time(_ value: Value) throws(Raised) -> timeval {
      let seconds = try vm.double(value)
      guard seconds >= 0, seconds < 1e9 else { throw vm.valueError("Invalid argument") }
      let whole = Int(seconds)
      return timeval(tv_sec: whole, tv_usec: Int((seconds - Double(whole)) * 1e6))
    }
    module.function(vm, "alarm(seconds, /)", "Sends SIGALRM later.") { (vm, args) throws(Raised) in
      .int(Int(Glibc.alarm(UInt32(truncatingIfNeeded: try vm.index(args[0])))))
    }
    module.function(vm, "setitimer(which, seconds, interval=0.0, /)", "Sets a timer; the old one is the answer.") {
      (vm, args) throws(Raised) in
      var new = itimerval(it_interval: try time(args[2]), it_value: try time(args[1]))
      var old = itimerval()
      if Glibc.setitimer(try kind(args[0]), &new, &old) < 0 { throw PosixModule.error(vm, nil) }
      return timer(old)
    }
    module.function(vm, "getitimer(which, /)", "The timer.") { (vm, args) throws(Raised) in
      var old = itimerval()
      if Glibc.getitimer(try kind(args[0]), &old) < 0 { throw PosixModule.error(vm, nil) }
      return timer(old)
    }
    module.function(vm, "pending()", "Whether a signal waits for its function.") { (_, _) throws(Raised) in
      .bool(pending.load(ordering: .relaxed) != 0)
    }
    module.function(vm, "strsignal(number, /)", "The name of a signal in words.") { (vm, args) throws(Raised) in
      guard let text = Glibc.strsignal(Int32(truncatingIfNeeded: try vm.index(args[0]))) else { return .none }
      return .object(vm.string(String(cString: text)))
    }
  }
}
