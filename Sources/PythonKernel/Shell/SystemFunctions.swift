import Glibc
import Interpreter
internal import Kernel

// System calls behind the library modules `getpass`, `asyncio` and `os`.

extension PythonLanguage {
  /// Adds what `getpass`, `asyncio` and `os.system` need.
  func addSystemFunctions(_ module: ModuleObject) {
    addProcessCalls(module)
    addLoopFunctions(module)
  }

  private func addProcessCalls(_ module: ModuleObject) {
    module.function(vm, "os_system(command)", "Runs a shell command.") {
      [unowned self] (vm, args) throws(Raised) in
      context?.flush()
      let code = try runProcess(["/bin/sh", "-c", try vm.str(args[0]).string]) {
        [unowned self] stream, bytes in
        bytes.withUnsafeBytes { write(stream, $0) }
      }
      return .int(code < 0 ? -code : code << 8)
    }
    module.function(vm, "getpass(prompt)", "Asks for a password.") {
      [unowned self] (vm, args) throws(Raised) in
      context?.flush()
      guard let line = try vm.readInput(vm, try vm.str(args[0]).string, true) else {
        throw vm.raised(vm.types.eofError, arguments: [])
      }
      return .object(vm.string(line))
    }
  }

  // MARK: Waiting

  private func addLoopFunctions(_ module: ModuleObject) {
    module.function(vm, "serve(seconds)", "Waits, and handles comm messages meanwhile.") {
      [unowned self] (vm, args) throws(Raised) in
      try vm.checkInterrupt()
      guard let context else { return .none }
      context.flush()
      let seconds = try vm.double(args[0])
      if vm.withoutLock({ context.serve(seconds: seconds) }) == .interrupted {
        try vm.checkInterrupt()
        throw vm.raised(vm.types.keyboardInterrupt, "")
      }
      try vm.checkInterrupt()
      return .none
    }
    module.function(vm, "wake()", "Ends a wait.") { [unowned self] (_, _) throws(Raised) in
      context?.wake()
      return .none
    }
  }

  package func shutdown(restart: Bool) {
    defer { store.close() }
    withMachine { session.runExitFunctions() }
    // The cells that a debugger had written out.
    FileIO.removeFolder(String(PythonDebugger.cellPrefix.dropLast()))
  }
}
