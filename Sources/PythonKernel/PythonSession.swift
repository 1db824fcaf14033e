import Glibc
import Interpreter
import PythonStdlib
import TorchBindings

/// A Python interpreter with the whole library, ready to run files, code and cells.
package final class PythonSession {
  /// The interpreter.
  package let vm: VM
  let interruptHandle: VM.InterruptHandle
  /// Namespace of `__main__`.
  package let main: DictObject

  /// Makes an interpreter whose `sys.argv` is `argv`.
  package init(argv: [String], _ options: StartOptions = StartOptions()) {
    // Writing to a pipe nobody reads is an error for Python, not the end.
    signal(SIGPIPE, SIG_IGN)
    vm = VM()
    let options = options.withEnvironment()
    vm.startOptions = options
    if options.optimization > 0 { vm.builtins.set(vm, "__debug__", .bool(false)) }
    vm.sandbox = Sandbox.fromEnvironment(packages: Self.extraPath(options))
    interruptHandle = vm.interruptHandle
    Stdlib.install(vm)
    TorchModule.install(vm)
    #if WICK_CHECKED
      vm.installAuditModule()
    #endif
    vm.arguments = argv
    let module = ModuleObject(vm, name: "__main__")
    main = module.namespace
    main.set(vm, "__builtins__", (try? vm.importModule("builtins")) ?? .object(vm.builtins))
    vm.modules.set(vm, "__main__", .object(module))
    vm.defaultPath = searchPath("")
  }

  /// `sys.path` of a program in a folder.
  private func searchPath(_ folder: String) -> [String] {
    (vm.startOptions.hasSafePath ? [] : [folder]) + Self.extraPath(vm.startOptions)
  }

  /// The folders that `PYTHONPATH` and `WICK_PATH` name, for `sys.path`. A sandbox knows the second alone: whoever sets it up
  /// lets what lies there be read.
  private static func extraPath(_ options: StartOptions) -> [String] {
    var folders: [String] = []
    if !Sandbox.isAskedFor, options.usesEnvironment, let text = getenv("PYTHONPATH"), text.pointee != 0 {
      // An empty entry is the working folder.
      for entry in String(cString: text).split(separator: ":", omittingEmptySubsequences: false) {
        let path = entry.hasPrefix("/") ? String(entry) : entry.isEmpty ? workingFolder() : workingFolder() + "/" + entry
        if !folders.contains(path) { folders.append(path) }
      }
    }
    if let text = getenv("WICK_PATH") { folders += String(cString: text).split(separator: ":").map(String.init) }
    return folders
  }

  private static func workingFolder() -> String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    guard getcwd(&buffer, buffer.count) != nil else { return "." }
    let end = buffer.firstIndex(of: 0) ?? 0
    return String(decoding: buffer[..<end].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Runs a file as a script; returns the exit code.
  package func runFile(_ path: String, args: [String] = []) -> Int32 {
    guard let source = vm.readFile(path, streams: true) else {
      let reason = String(cString: strerror(errno))
      complain("wick: can't open file '\(path)': [Errno \(errno)] \(reason)\n")
      return 2
    }
    vm.arguments = [path] + args
    let absolute = path.hasPrefix("/") ? path : Self.workingFolder() + "/" + path
    let folder = absolute.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
      separator: "/")
    vm.defaultPath = searchPath(folder.isEmpty ? "/" : folder)
    main.set(vm, "__file__", .object(vm.string(absolute)))
    return finish { () throws(Raised) in
      _ = try self.vm.run(source: source, filename: absolute, mode: .exec, globals: self.main)
    }
  }

  /// Runs the program on standard input; returns the exit code.
  package func runStandardInput() -> Int32 {
    guard let source = vm.readDescriptor(STDIN_FILENO) else {
      complain("wick: can't read standard input: [Errno \(errno)] \(String(cString: strerror(errno)))\n")
      return 2
    }
    return finish { () throws(Raised) in
      _ = try self.vm.run(source: source, filename: "<stdin>", mode: .exec, globals: self.main)
    }
  }

  /// Runs source text (`-c`); returns the exit code.
  package func runCode(_ source: String) -> Int32 {
    finish { () throws(Raised) in
      _ = try self.vm.run(source: Array(source.utf8), filename: "<string>", mode: .exec, globals: self.main)
    }
  }

  /// Runs a module of the library or of `sys.path` as a program (`-m`); returns the exit code.
  package func runModule(_ name: String) -> Int32 {
    vm.defaultPath = searchPath(Self.workingFolder())
    return finish { () throws(Raised) in
      let runner = try self.vm.importModule("runpy")
      _ = try self.vm.callMethod(runner, "_run_module_as_main", [.object(self.vm.string(name))])
    }
  }

  /// Reads statements from the terminal until the end of input; returns the exit code.
  package func runPrompt() -> Int32 {
    var number = 0
    while true {
      guard let source = readStatement() else {
        print("")
        return 0
      }
      if source.allSatisfy({ $0 == "\n" || $0 == " " }) { continue }
      number += 1
      do throws(Raised) {
        let value = try vm.run(
          source: Array(source.utf8), filename: "<stdin-\(number)>", mode: .cell, globals: main)
        if !value.isNone {
          main.set(vm, "_", value)
          complain(try vm.repr(value).string + "\n", to: .stdout)
        }
      } catch {
        if let code = exitCode(error) { return code }
        complain(vm.tracebackText(error.exception))
      }
      vm.flushOutput(.stdout)
    }
  }

  /// Reads one statement, with continuation lines while it is incomplete.
  private func readStatement() -> String? {
    var source = ""
    while true {
      complain(source.isEmpty ? ">>> " : "... ", to: .stdout)
      vm.flushOutput(.stdout)
      guard let line = readLine(strippingNewline: false) else { return source.isEmpty ? nil : source }
      source += line
      if case .incomplete = checkCompleteness(source), line != "\n" { continue }
      return source
    }
  }

  private func finish(_ body: () throws(Raised) -> Void) -> Int32 {
    var code: Int32 = 0
    do throws(Raised) {
      // Filters are set before the program is compiled.
      if !vm.startOptions.warnings.isEmpty { _ = try vm.importModule("warnings") }
      try body()
    } catch {
      if let wanted = exitCode(error) {
        code = wanted
      } else {
        code = 1
        complain(vm.tracebackText(error.exception))
      }
    }
    runExitFunctions(waiting: true)
    vm.flushOutput(.stdout)
    vm.flushOutput(.stderr)
    #if WICK_CHECKED
      if vm.reportAudit(vm.arguments.joined(separator: " ")) { return 70 }
    #endif
    return code
  }

  /// Runs what `atexit` registered and writes out files that are still open; a script waits for its threads first.
  func runExitFunctions(waiting: Bool = false) {
    if waiting, let threading = vm.modules.get(vm, "threading") {
      do throws(Raised) { _ = try vm.callMethod(threading, "_shutdown", []) } catch {
        complain(vm.tracebackText(error.exception))
      }
    }
    for (module, function) in [("atexit", "_run_exitfuncs"), ("io", "_flush_all")] {
      guard let loaded = vm.modules.get(vm, module) else { continue }
      do throws(Raised) {
        _ = try vm.callMethod(loaded, function, [])
      } catch {
        complain(vm.tracebackText(error.exception))
      }
    }
  }

  /// The exit code of SystemExit; nil for other errors.
  private func exitCode(_ error: Raised) -> Int32? {
    guard error.exception.type.isSubtype(of: vm.types.systemExit) else { return nil }
    let arguments = error.exception.arguments
    guard arguments.count > 0 else { return 0 }
    switch arguments[0] {
    case .none: return 0
    case .int(let code): return Int32(truncatingIfNeeded: code)
    case .bool(let flag): return flag ? 1 : 0
    default:
      complain(((try? vm.str(arguments[0]).string) ?? "") + "\n")
      return 1
    }
  }

  private func complain(_ text: String, to stream: VM.OutputStream = .stderr) {
    if stream == .stderr { vm.flushOutput(.stdout) }
    var text = text
    text.withUTF8 { vm.writeOutput(stream, $0) }
  }
}
