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

  package func shutdown(restart: Bool) {
    defer { store.close() }
    withMachine { session.runExitFunctions() }
    // The cells that a debugger had written out.
    FileIO.removeFolder(String(PythonDebugger.cellPrefix.dropLast()))
  }
}
