import Glibc
import Interpreter
internal import Kernel

// System calls behind the small library modules of PythonSources/FallbackSources.swift.

extension PythonLanguage {
  /// Adds environment, folders, files.
  func addSystemFunctions(_ module: ModuleObject) {
    module.function(vm, "getenv(name)", "A variable of the environment.") { (vm, args) throws(Raised) in
      guard let value = getenv(try vm.str(args[0]).string) else { return .none }
      return .object(vm.string(String(cString: value)))
    }
    module.function(vm, "setenv(name, value)", "Sets or, with None, removes a variable.") {
      (vm, args) throws(Raised) in
      let name = try vm.str(args[0]).string
      if args[1].isNone { unsetenv(name) } else { setenv(name, try vm.str(args[1]).string, 1) }
      return .none
    }
    module.function(vm, "environ()", "All variables.") { (vm, _) throws(Raised) in
      let made = DictObject(vm)
      var at = 0
      while let entry = environ[at] {
        let pair = String(cString: entry).split(
          separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        if pair.count == 2 { made.set(vm, String(pair[0]), .object(vm.string(String(pair[1])))) }
        at += 1
      }
      return .object(made)
    }
    module.function(vm, "getcwd()", "The working directory.") { (vm, _) throws(Raised) in
      .object(vm.string(FilePath.current))
    }
    module.function(vm, "getpid()", "The number of this process.") { (_, _) throws(Raised) in
      .int(Int(getpid()))
    }
    module.function(vm, "getppid()", "The number of the parent process.") { (_, _) throws(Raised) in
      .int(Int(getppid()))
    }
    module.function(vm, "cpu_count()", "The number of processors.") { (_, _) throws(Raised) in
      .int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    }
    module.function(vm, "fd_write(fd, data, /)", "Writes to a descriptor.") { (vm, args) throws(Raised) in
      let bytes = JSON.bytes(vm, args[1])
      let count = bytes.withUnsafeBytes {
        Glibc.write(Int32(truncatingIfNeeded: args[0].asInt ?? -1), $0.baseAddress, $0.count)
      }
      if count < 0 { throw PythonLanguage.failure(vm, nil) }
      return .int(count)
    }
    module.function(vm, "urandom(size, /)", "Random bytes.") { (vm, args) throws(Raised) in
      let count = try vm.index(args[0])
      guard count >= 0, count < 1 << 26 else { throw vm.valueError("negative argument not allowed") }
      var generator = SystemRandomNumberGenerator()
      return vm.makeBytes((0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) })
    }
    module.function(vm, "unbase64(text)", "Bytes of Base64.") { (vm, args) throws(Raised) in
      guard let bytes = Base64.decode(try vm.str(args[0]).string) else {
        throw vm.valueError("Incorrect padding")
      }
      return vm.makeBytes(bytes)
    }
    addFileFunctions(module)
    addLoopFunctions(module)
  }

  /// The error of the last system call.
  private static func failure(_ vm: VM, _ path: String?) -> Raised {
    let code = errno
    let type: TypeObject
    switch code {
    case ENOENT: type = vm.types.fileNotFoundError
    default: type = vm.types.osError
    }
    var arguments: [Value] = [.int(Int(code)), .object(vm.string(String(cString: strerror(code))))]
    if let path { arguments.append(.object(vm.string(path))) }
    // The constructor of OSError sets `errno` and chooses the subclass.
    do throws(Raised) {
      if let made = try vm.call(.object(type), arguments).asException { return Raised(made) }
    } catch {
      return error
    }
    return vm.raised(type, arguments: arguments)
  }

  private func addFileFunctions(_ module: ModuleObject) {
    func call(_ signature: String, _ doc: String, _ body: @escaping (String) -> Int32) {
      module.function(vm, signature, doc) { (vm, args) throws(Raised) in
        let path = try vm.str(args[0]).string
        if body(path) != 0 { throw PythonLanguage.failure(vm, path) }
        return .none
      }
    }
    call("chdir(path)", "Changes the working directory.") { chdir($0) }
    call("mkdir(path, mode=511)", "Makes a directory.") { mkdir($0, 0o777) }
    call("rmdir(path)", "Removes an empty directory.") { rmdir($0) }
    call("remove(path)", "Removes a file.") { unlink($0) }
    module.function(vm, "rename(src, dst)", "Renames a file.") { (vm, args) throws(Raised) in
      let from = try vm.str(args[0]).string
      if Glibc.rename(from, try vm.str(args[1]).string) != 0 { throw PythonLanguage.failure(vm, from) }
      return .none
    }
    module.function(vm, "listdir(path='.')", "Names in a directory.") { (vm, args) throws(Raised) in
      let path = args[0].isNone ? "." : try vm.str(args[0]).string
      guard let directory = opendir(path) else { throw PythonLanguage.failure(vm, path) }
      defer { closedir(directory) }
      let made = ListObject(vm, [])
      while let entry = readdir(directory) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != "." && name != ".." { made.append(.object(vm.string(name))) }
      }
      return .object(made)
    }
    module.function(vm, "file_kind(path)", "'file', 'dir', 'other' or nothing.") {
      (vm, args) throws(Raised) in
      var info = stat()
      guard stat(try vm.str(args[0]).string, &info) == 0 else { return .object(vm.emptyString) }
      let kind = info.st_mode & S_IFMT
      return .object(vm.string(kind == S_IFREG ? "file" : kind == S_IFDIR ? "dir" : "other"))
    }
    module.function(vm, "file_size(path)", "The size of a file.") { (vm, args) throws(Raised) in
      let path = try vm.str(args[0]).string
      var info = stat()
      guard stat(path, &info) == 0 else { throw PythonLanguage.failure(vm, path) }
      return .int(Int(info.st_size))
    }
    module.function(vm, "source_line(filename, line)", "A line of source, if it is known.") {
      (vm, args) throws(Raised) in
      guard let line = vm.sourceLine(try vm.str(args[0]).string, try vm.index(args[1])) else { return .none }
      return .object(vm.string(line))
    }
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
      if context.serve(seconds: try vm.double(args[0])) == .interrupted {
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
    withMachine {
      guard vm.modules.get(vm, "atexit") != nil else { return }
      do throws(Raised) { _ = try vm.callMethod(try importDotted("atexit"), "_run_exitfuncs", []) } catch {
        return
      }
    }
  }
}
