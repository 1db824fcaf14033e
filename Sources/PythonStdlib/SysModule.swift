import Glibc
import Interpreter

/// `sys`.
enum SysModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(vm, name: "sys", doc: "Objects of the interpreter.")
    vm.builtin.sysModule = module
    func text(_ s: String) -> Value { .object(vm.string(s)) }
    func set(_ name: String, _ value: Value) { module.constant(vm, name, value) }
    set("version", text("3.12.0 (wick 0.1) [Swift 6]"))
    set("hexversion", .int(0x030C_00F0))
    set("api_version", .int(1013))
    set("platform", text("linux"))
    set("byteorder", text("little"))
    set("copyright", text("Copyright (c) the Wick authors."))
    set("maxsize", .int(Int.max))
    set("maxunicode", .int(0x10FFFF))
    set("argv", .object(ListObject.make(vm, vm.arguments.map { text($0) })))
    let options = vm.startOptions
    let words = options.words.isEmpty ? vm.arguments : options.words
    set("orig_argv", .object(ListObject.make(vm, ([executablePath()] + words).map { text($0) })))
    set("path", .object(ListObject.make(vm, vm.defaultPath.map { text($0) })))
    set("modules", .object(vm.modules))
    set("meta_path", .object(ListObject.make(vm, vm.finders.map { .object($0) })))
    set("path_hooks", .object(ListObject.make(vm, [])))
    set("path_importer_cache", .object(DictObject(vm)))
    set("builtin_module_names", .object(TupleObject.make(vm, vm.nativeModules.keys.sorted().map { text($0) })))
    set("executable", text(executablePath()))
    set("prefix", text("/usr"))
    set("exec_prefix", text("/usr"))
    set("base_prefix", text("/usr"))
    set("base_exec_prefix", text("/usr"))
    set("dont_write_bytecode", .bool(true))
    var warnings = options.warnings
    if options.usesEnvironment, let more = getenv("PYTHONWARNINGS"), more.pointee != 0 {
      warnings.insert(contentsOf: String(cString: more).split(separator: ",").map(String.init), at: 0)
    }
    set("warnoptions", .object(ListObject.make(vm, warnings.map { text($0) })))
    let implementation = DictObject(vm)
    for option in options.implementation {
      let parts = option.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      implementation.set(vm, String(parts[0]), parts.count > 1 ? text(String(parts[1])) : .bool(true))
    }
    set("_xoptions", .object(implementation))
    set("ps1", text(">>> "))
    set("ps2", text("... "))
    set("tracebacklimit", .int(1000))
    set("float_repr_style", text("short"))
    set("abiflags", text(""))
    set("platlibdir", text("lib"))
    set("pycache_prefix", .none)
    set("_git", .object(TupleObject.make(vm, [text("wick"), text(""), text("")])))
    set("thread_info", record(vm, "thread_info", [("name", text("pthread")), ("lock", text("mutex+cond")), ("version", .none)]))
    records(vm, module)
    streams(vm, module)
    functions(vm, module)
    errors(vm, module)
    return module
  }

  private static func executablePath() -> String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let n = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    return n > 0 ? String(decoding: buffer[0..<n].map { UInt8(bitPattern: $0) }, as: UTF8.self) : ""
  }

  /// A named tuple such as `sys.version_info`.
  static func record(_ vm: VM, _ name: String, _ fields: [(String, Value)]) -> Value {
    let type = StructSequence.type(vm, name, module: "sys", fields: fields.map(\.0), isOpen: false)
    return .object(TupleObject(vm, fields.map(\.1), type: type))
  }

  private static func records(_ vm: VM, _ module: ModuleObject) {
    func text(_ s: String) -> Value { .object(vm.string(s)) }
    let version = record(
      vm, "version_info",
      [
        ("major", .int(3)), ("minor", .int(12)), ("micro", .int(0)), ("releaselevel", text("final")),
        ("serial", .int(0)),
      ])
    module.constant(vm, "version_info", version)
    module.constant(
      vm, "float_info",
      record(
        vm, "float_info",
        [
          ("max", .float(Double.greatestFiniteMagnitude)), ("max_exp", .int(1024)), ("max_10_exp", .int(308)),
          ("min", .float(Double.leastNormalMagnitude)), ("min_exp", .int(-1021)), ("min_10_exp", .int(-307)),
          ("dig", .int(15)), ("mant_dig", .int(53)), ("epsilon", .float(Double.ulpOfOne)), ("radix", .int(2)),
          ("rounds", .int(1)),
        ]))
    module.constant(
      vm, "int_info",
      record(
        vm, "int_info",
        [
          ("bits_per_digit", .int(30)), ("sizeof_digit", .int(4)), ("default_max_str_digits", .int(4300)),
          ("str_digits_check_threshold", .int(640)),
        ]))
    module.constant(
      vm, "hash_info",
      record(
        vm, "hash_info",
        [
          ("width", .int(64)), ("modulus", .int((1 << 61) - 1)), ("inf", .int(314159)), ("nan", .int(0)),
          ("imag", .int(1_000_003)), ("algorithm", text("wick")), ("hash_bits", .int(64)), ("seed_bits", .int(128)),
          ("cutoff", .int(0)),
        ]))
    var flags: [(String, Value)] = []
    for name in [
      "debug", "inspect", "interactive", "optimize", "dont_write_bytecode", "no_user_site", "no_site",
      "ignore_environment", "verbose", "bytes_warning", "quiet", "hash_randomization", "isolated", "dev_mode",
      "utf8_mode", "warn_default_encoding", "safe_path", "int_max_str_digits",
    ] {
      let value = vm.startOptions.flags[name] ?? (name == "hash_randomization" ? 1 : name == "int_max_str_digits" ? 4300 : 0)
      flags.append((name, name == "dev_mode" || name == "safe_path" ? .bool(value != 0) : .int(value)))
    }
    module.constant(vm, "flags", record(vm, "flags", flags))
    let implementation = vm.simpleNamespace([
      ("name", text("wick")), ("cache_tag", .none), ("version", version), ("hexversion", .int(0x030C_00F0)),
    ])
    module.constant(vm, "implementation", implementation)
  }

  private static func streams(_ vm: VM, _ module: ModuleObject) {
    for (name, descriptor) in [("stdin", 0), ("stdout", 1), ("stderr", 2)] {
      let stream: Value = descriptor == 0
        ? .object(StandardInput(vm)) : .object(StandardStream(vm, descriptor: Int32(descriptor), name: name))
      module.constant(vm, name, stream)
      module.constant(vm, "__\(name)__", stream)
    }
  }

  private static func functions(_ vm: VM, _ module: ModuleObject) {
    module.function(vm, "exit(status=None, /)", "Exit the interpreter by raising SystemExit.") {
      (vm, args) throws(Raised) in
      throw vm.raised(vm.types.systemExit, arguments: args[0].isNone ? [] : [args[0]])
    }
    module.function(vm, "getrecursionlimit()", "The recursion limit.") { (vm, _) in .int(vm.recursionLimit) }
    module.function(vm, "setrecursionlimit(limit, /)", "Sets the recursion limit.") { (vm, args) throws(Raised) in
      let limit = try vm.index(args[0])
      if limit < 1 { throw vm.valueError("recursion limit must be greater or equal than 1") }
      if let sandbox = vm.sandbox, limit > sandbox.recursionLimit {
        throw vm.valueError("the sandbox lets the recursion limit be \(sandbox.recursionLimit) at most")
      }
      vm.recursionLimit = min(limit, 1_000_000)
      return .none
    }
    module.function(vm, "intern(string, /)", "Interns the string.") { (vm, args) throws(Raised) in
      guard let text = args[0].asStr else {
        throw vm.typeError("intern() argument must be str, not \(vm.type(of: args[0]).name)")
      }
      return .object(vm.intern(text))
    }
    module.function(vm, "getrefcount(object, /)", "The reference count of an object.") { (vm, args) in
      guard case .object(let o) = args[0] else { return .int(1_000_000) }
      return .int(o.slotReferences &+ 1)
    }
    module.function(vm, "getsizeof(object, default=..., /)", "Size of an object in bytes.") {
      (vm, args) throws(Raised) in
      if case .object(let o) = args[0], o.hasHeapType,
        case .int(let size)? = try? vm.callMethod(args[0], "__sizeof__", [])
      {
        return .int(size &+ 16)
      }
      if let text = args[0].asStr { return .int(49 + text.count * text.width) }
      if let list = args[0].asList { return .int(56 + 8 * list.count) }
      if let tuple = args[0].asTuple { return .int(40 + 8 * tuple.count) }
      if let dict = args[0].asDict { return .int(dict.count == 0 ? 64 : 232 + dict.count * 16) }
      switch args[0] {
      case .int: return .int(28)
      case .float: return .int(24)
      default: return .int(48)
      }
    }
    module.function(vm, "getdefaultencoding()", "utf-8.") { (vm, _) in .object(vm.string("utf-8")) }
    module.function(vm, "getfilesystemencoding()", "utf-8.") { (vm, _) in .object(vm.string("utf-8")) }
    module.function(vm, "getfilesystemencodeerrors()", "surrogateescape.") { (vm, _) in
      .object(vm.string("surrogateescape"))
    }
    module.function(vm, "_getframe(depth=0, /)", "A frame of the call stack.") { (vm, args) throws(Raised) in
      guard let frame = vm.frameObject(depth: max(0, try vm.index(args[0]))) else {
        throw vm.valueError("call stack is not deep enough")
      }
      return .object(frame)
    }
    module.function(vm, "set_coroutine_origin_tracking_depth(value, /)", "Accepted and ignored.") { (_, _) in .none }
    tracing(vm, module)
    module.function(vm, "getswitchinterval()", "Seconds after which a waiting thread asks for its turn.") { (vm, _) in
      .float(Double(vm.lock.interval) / 1e9)
    }
    module.function(vm, "setswitchinterval(interval, /)", "Sets those seconds.") { (vm, args) throws(Raised) in
      let seconds = try vm.double(args[0])
      if !(seconds > 0) || seconds > 1e9 { throw vm.valueError("switch interval must be strictly positive") }
      vm.lock.interval = max(Int(seconds * 1e9), 1000)
      return .none
    }
    module.function(vm, "get_int_max_str_digits()", "Most digits of a decimal conversion.") { (vm, _) in
      .int(vm.maximumIntegerDigits)
    }
    module.function(vm, "set_int_max_str_digits(maxdigits)", "Sets the most digits of a decimal conversion; 0: any.") {
      (vm, args) throws(Raised) in
      let digits = try vm.index(args[0])
      if digits != 0 && digits < 640 { throw vm.valueError("maxdigits must be 0 or larger than 640") }
      vm.maximumIntegerDigits = digits
      return .none
    }
    module.function(vm, "get_coroutine_origin_tracking_depth()", "Zero.") { (_, _) in .int(0) }
    module.function(vm, "getallocatedblocks()", "Not counted.") { (_, _) in .int(0) }
    module.function(vm, "audit(event, /, *args)", "Nobody listens.") { (_, _) in .none }
    module.function(vm, "addaudithook(hook, /)", "Accepted and ignored.") { (_, _) in .none }
    module.function(vm, "_clear_type_cache()", "Nothing to do.") { (_, _) in .none }
    module.function(vm, "is_finalizing()", "False while Python code runs.") { (_, _) in .bool(false) }
  }

  private static func tracing(_ vm: VM, _ module: ModuleObject) {
    module.function(vm, "settrace(function, /)", "Set the global debug tracing function.") { (vm, args) in
      vm.setTrace(args[0].isNone ? nil : args[0])
      return .none
    }
    module.function(vm, "gettrace()", "Return the global debug tracing function set with sys.settrace.") { (vm, _) in
      vm.traceFunction ?? .none
    }
    module.function(vm, "setprofile(function, /)", "Set the profiling function.") { (vm, args) in
      vm.setProfile(args[0].isNone ? nil : args[0])
      return .none
    }
    module.function(vm, "getprofile()", "Return the profiling function set with sys.setprofile.") { (vm, _) in
      vm.profileFunction ?? .none
    }
    module.function(vm, "call_tracing(func, args, /)", "Call func(*args), while tracing is enabled.") {
      (vm, args) throws(Raised) in
      let arguments = try vm.list(of: args[1])
      return try vm.whileTracing { () throws(Raised) in try vm.call(args[0], arguments) }
    }
  }

  private static func errors(_ vm: VM, _ module: ModuleObject) {
    module.function(vm, "exc_info()", "The exception being handled.") { (vm, _) in
      guard let e = vm.currentHandled() else { return .object(TupleObject.make(vm, [.none, .none, .none])) }
      return .object(TupleObject.make(vm, [.object(e.type), .object(e), vm.tracebackObject(e)]))
    }
    module.function(vm, "exception()", "The exception being handled.") { (vm, _) in
      vm.currentHandled().map { .object($0) } ?? .none
    }
    module.function(vm, "displayhook(object, /)", "Prints an object as the prompt does.") { (vm, args) throws(Raised) in
      if args[0].isNone { return .none }
      vm.builtins.set(vm, "_", .none)
      var line = try vm.repr(args[0]).string + "\n"
      if let stream = try vm.replacedStream("stdout") {
        _ = try vm.callMethod(stream, "write", [.object(vm.string(line))])
      } else {
        line.withUTF8 { vm.writeOutput(.stdout, $0) }
      }
      vm.builtins.set(vm, "_", args[0])
      return .none
    }
    module.function(vm, "excepthook(exctype, value, traceback, /)", "Prints an exception.") { (vm, args) in
      guard let e = args[1].asException else { return .none }
      vm.writeError(vm.tracebackText(e))
      return .none
    }
    module.function(vm, "breakpointhook(*args, **kwargs)", "What breakpoint() calls: pdb.set_trace, or PYTHONBREAKPOINT.") {
      (vm, args) throws(Raised) in
      let wanted = getenv("PYTHONBREAKPOINT").map { String(cString: $0) } ?? ""
      if wanted == "0" { return .none }
      let path = wanted.isEmpty ? "pdb.set_trace" : wanted
      let parts = path.split(separator: ".").map(String.init)
      let name = parts.count > 1 ? parts.dropLast().joined(separator: ".") : "builtins"
      let home = try vm.importModule(name, fromList: .object(TupleObject.make(vm, [.object(vm.string("set_trace"))])))
      return try vm.call(try vm.getAttr(home, parts.last ?? "set_trace"), spreading: args[0], args[1])
    }
    module.function(vm, "unraisablehook(unraisable, /)", "Tells of an exception that cannot be raised.") {
      (vm, args) throws(Raised) in
      let about = try vm.getAttr(args[0], "err_msg")
      let object = try vm.getAttr(args[0], "object")
      var head = ""
      if !object.isNone {
        head = "\(about.isNone ? "Exception ignored in" : try vm.str(about).string): \(try vm.repr(object).string)\n"
      } else if !about.isNone {
        head = "\(try vm.str(about).string):\n"
      }
      var text = head
      if let e = try vm.getAttr(args[0], "exc_value").asException { text += vm.tracebackText(e) }
      vm.writeError(text)
      return .none
    }
    for name in ["displayhook", "excepthook", "breakpointhook", "unraisablehook"] {
      if let hook = module.namespace.get(vm, name) { module.constant(vm, "__\(name)__", hook) }
    }
  }
}

/// `sys.stdout` and `sys.stderr` over the machine's hooks.
final class StandardStream: Object {
  private let descriptor: Int32
  private let name: String

  init(_ vm: VM, descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
    super.init(kind: .native, type: StandardStream.streamType(vm))
  }

  private static func streamType(_ vm: VM) -> TypeObject {
    vm.nativeType("TextIOWrapper", module: "_io", populate: populate)
  }

  private static func stream(_ vm: VM, _ value: Value) throws(Raised) -> StandardStream {
    guard let stream = value.native(StandardStream.self) else { throw vm.typeError("expected a stream") }
    return stream
  }

  private static func populate(_ type: TypeObject, _ vm: VM) {
    type.method(vm, "write(self, text, /)", "Writes text.") { (vm, args) throws(Raised) in
      let stream = try stream(vm, args[0])
      guard let text = args[1].asStr else {
        throw vm.typeError("write() argument must be str, not \(vm.type(of: args[1]).name)")
      }
      let target: VM.OutputStream = stream.descriptor == 2 ? .stderr : .stdout
      text.utf8(surrogatePass: true).withUnsafeBufferPointer { vm.writeOutput(target, $0) }
      return .int(text.count)
    }
    type.method(vm, "writelines(self, lines, /)", "Writes lines.") { (vm, args) throws(Raised) in
      for line in try vm.list(of: args[1]) { _ = try vm.callMethod(args[0], "write", [line]) }
      return .none
    }
    type.method(vm, "flush(self, /)", "Flushes.") { (vm, args) throws(Raised) in
      vm.flushOutput(try stream(vm, args[0]).descriptor == 2 ? .stderr : .stdout)
      return .none
    }
    type.method(vm, "fileno(self, /)", "The descriptor.") { (vm, args) throws(Raised) in
      .int(Int(try stream(vm, args[0]).descriptor))
    }
    type.method(vm, "isatty(self, /)", "Is it a terminal?") { (vm, args) throws(Raised) in
      .bool(isatty(try stream(vm, args[0]).descriptor) == 1)
    }
    for (name, answer) in [("readable", false), ("writable", true), ("seekable", false)] {
      type.method(vm, "\(name)(self, /)", "") { (_, _) in .bool(answer) }
    }
    type.method(vm, "reconfigure(self, **options)", "Accepted and ignored.") { (_, _) in .none }
    type.method(vm, "close(self, /)", "Does nothing.") { (_, _) in .none }
    type.attribute(vm, "buffer", get: { (vm, v) throws(Raised) in
      .object(StandardBuffer(vm, descriptor: try stream(vm, v).descriptor))
    })
    type.attribute(vm, "encoding", get: { (vm, _) in .object(vm.string("utf-8")) })
    type.attribute(vm, "errors", get: { (vm, _) in .object(vm.string("strict")) })
    type.attribute(vm, "closed", get: { (_, _) in .bool(false) })
    type.attribute(vm, "name", get: { (vm, v) throws(Raised) in
      .object(vm.string("<\(try stream(vm, v).name)>"))
    })
  }
}

/// `sys.stdout.buffer` and the others: the bytes of a standard stream.
final class StandardBuffer: Object {
  private let descriptor: Int32

  init(_ vm: VM, descriptor: Int32) {
    self.descriptor = descriptor
    super.init(kind: .native, type: vm.nativeType("BufferedWriter", module: "_io", populate: Self.populate))
  }

  private static func descriptor(_ value: Value) -> Int32 {
    if let buffer = value.native(StandardBuffer.self) { return buffer.descriptor }
    return 1
  }

  private static func populate(_ type: TypeObject, _ vm: VM) {
    type.method(vm, "write(self, data, /)", "Writes bytes.") { (vm, args) throws(Raised) in
      guard let bytes = Codecs.buffer(args[1]) else {
        throw vm.typeError("a bytes-like object is required, not '\(vm.type(of: args[1]).name)'")
      }
      let target: VM.OutputStream = descriptor(args[0]) == 2 ? .stderr : .stdout
      bytes.withUnsafeBufferPointer { vm.writeOutput(target, $0) }
      return .int(bytes.count)
    }
    type.method(vm, "flush(self, /)", "Flushes.") { (vm, args) in
      vm.flushOutput(descriptor(args[0]) == 2 ? .stderr : .stdout)
      return .none
    }
    type.method(vm, "fileno(self, /)", "The descriptor.") { (_, args) in .int(Int(descriptor(args[0]))) }
    type.method(vm, "isatty(self, /)", "Is it a terminal?") { (_, args) in .bool(isatty(descriptor(args[0])) == 1) }
    type.attribute(vm, "closed", get: { (_, _) in .bool(false) })
  }
}
