/// `print`, `input` and the like.
enum BuiltinIO {
  static func install(_ vm: VM) {
    BuiltinFunctions.define(
      vm, "print(*args, sep=None, end=None, file=None, flush=False)", "Prints the values to a stream."
    ) { (vm, args) throws(Raised) in
      try printValues(vm, args)
      return .none
    }
    BuiltinFunctions.define(vm, "input(prompt='', /)", "Read a string from standard input.") {
      (vm, args) throws(Raised) in
      let prompt = try vm.str(args[0]).string
      vm.flushOutput(.stdout)
      guard let line = try vm.readInput(vm, prompt, false) else {
        throw vm.raised(vm.types.eofError, "EOF when reading a line")
      }
      return .object(vm.string(line))
    }
    for name in ["exit", "quit"] {
      BuiltinFunctions.define(vm, "\(name)(code=None)", "Raises SystemExit.") { (vm, args) throws(Raised) in
        throw vm.raised(vm.types.systemExit, arguments: args[0].isNone ? [] : [args[0]])
      }
    }
    BuiltinFunctions.define(vm, "help(request=..., /)", "Shows signature and documentation.") {
      (vm, args) throws(Raised) in
      guard args.has(0) else { return .none }
      guard case .object(let o) = args[0], let native = o as? NativeFunction else {
        let module = try vm.importModule("pydoc")
        return try vm.call(try vm.getAttr(module, vm.intern("help")), [args[0]])
      }
      let home = try vm.getAttrOrNil(args[0], vm.intern("__module__"))?.asStr.map { " in module \($0.string)" } ?? ""
      var text = "Help on built-in function \(native.name)\(home):\n\n\(native.shownSignature)\n"
      let lines = native.documentation.split(separator: "\n", omittingEmptySubsequences: false)
      for line in lines { text += line.isEmpty ? "\n" : "    \(line)\n" }
      text += "\n"
      try write(vm, text)
      return .none
    }
    BuiltinFunctions.define(
      vm, "open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)",
      "Open file and return a stream; raises OSError upon failure."
    ) { (vm, args) throws(Raised) in
      let io = try vm.importModule("io")
      let values = (0..<8).map { args[$0] }
      return try vm.call(try vm.getAttr(io, "_open"), values)
    }
    BuiltinFunctions.define(vm, "breakpoint(*args, **kws)", "Call sys.breakpointhook(*args, **kws).") {
      (vm, args) throws(Raised) in
      let sys = try vm.importModule("sys", fromList: .object(vm.emptyTuple))
      guard let hook = try vm.getAttrOrNil(sys, vm.intern("breakpointhook")) else {
        throw vm.runtimeError("lost sys.breakpointhook")
      }
      return try vm.call(hook, spreading: args[0], args[1])
    }
  }

  private static func write(_ vm: VM, _ text: String) throws(Raised) {
    if let stream = try vm.replacedStream("stdout") {
      _ = try vm.callMethod(stream, "write", [.object(vm.string(text))])
      return
    }
    var text = text
    text.withUTF8 { vm.writeOutput(.stdout, $0) }
  }

  /// What ints and texts print; nil: code of the user has a say.
  private static func plainLine(
    _ vm: VM, _ values: TupleObject, _ separator: StrObject, _ end: StrObject
  ) throws(Raised) -> StrObject? {
    var whole = StrBuilder()
    for k in 0..<values.count {
      if k > 0 { whole.append(separator) }
      if !whole.append(plain: values[k]) { return nil }
    }
    whole.append(end)
    return try whole.finish(vm)
  }

  /// Hands plain values at once to a native `write` of the stream's class, without making a method of it; false: the general
  /// way must do it.
  private static func printPlainly(
    _ vm: VM, _ values: TupleObject, _ separator: StrObject, _ end: StrObject, to stream: Value
  ) throws(Raised) -> Bool {
    guard case .object(let o) = stream, o.kind == .native else { return false }
    let name = vm.types.writeName(vm)
    let write = o.type.lookup(vm, .borrowed(name))
    guard write.isKind(.nativeFunction), vm.instanceAttribute(o, .borrowed(name)).isUndefined,
      let whole = try plainLine(vm, values, separator, end)
    else { return false }
    let start = try vm.reserveStack(2)
    defer { vm.releaseStack(start, count: 2) }
    start[0] = .owned(o)
    start[1] = .owned(whole)
    do throws(Raised) { _ = try vm.call(write, Arguments(base: start, count: 2)) } catch {
      // The general way finds the piece that is refused.
      return false
    }
    return true
  }

  /// Hands values and separators to a method `write` one by one. A native one gets all at once, unless it cannot take it.
  private static func printValues(
    _ vm: VM, _ values: TupleObject, _ separator: StrObject, _ end: StrObject, to write: Value
  ) throws(Raised) {
    let isNative = write.asBoundMethod?.function.isKind(.nativeFunction) ?? false
    if isNative, let whole = try plainLine(vm, values, separator, end) {
      do throws(Raised) {
        _ = try vm.call(write, [.object(whole)])
        return
      } catch {
        // The way below finds the piece that is refused.
      }
    }
    // One by one: the text of a value may print, or raise when others were written.
    for k in 0..<values.count {
      if k > 0 { _ = try vm.call(write, [.object(separator)]) }
      _ = try vm.call(write, [.object(try vm.str(values[k]))])
    }
    _ = try vm.call(write, [.object(end)])
  }

  private static func printValues(_ vm: VM, _ args: Arguments) throws(Raised) {
    guard let values = args[0].asTuple else { return }
    func part(_ k: Int, _ name: String, _ fallback: UInt32) throws(Raised) -> StrObject {
      if args[k].isNone { return vm.character(fallback) }
      guard let text = args[k].asStr else {
        throw vm.typeError("\(name) must be None or a string, not \(vm.type(of: args[k]).name)")
      }
      return text
    }
    let separator = try part(1, "sep", 32)
    let end = try part(2, "end", 10)
    var stream: Value? = args[3].isNone ? nil : args[3]
    if stream == nil { stream = try vm.replacedStream("stdout") }
    if let stream, stream.isNone { return }
    if let stream {
      if try !printPlainly(vm, values, separator, end, to: stream) {
        try printValues(vm, values, separator, end, to: try vm.getAttr(stream, "write"))
      }
      if args.slot(4).isBool ? args.slot(4).asBool : try vm.truth(args[4]), let flush = try vm.getAttrOrNil(stream, vm.intern("flush")) {
        _ = try vm.call(flush, [])
      }
      return
    }
    var bytes: [UInt8] = []
    func put(_ text: StrObject) {
      if text.isASCII { bytes.append(contentsOf: text.bytes) } else { bytes.append(contentsOf: text.utf8(surrogatePass: true)) }
    }
    func write() {
      bytes.withUnsafeBufferPointer { vm.writeOutput(.stdout, $0) }
      bytes.removeAll(keepingCapacity: true)
    }
    for k in 0..<values.count {
      if k > 0 { put(separator) }
      let value = values[k]
      // The text of what may hold the user's objects may print, or raise: what stands before it is written by then.
      if !bytes.isEmpty, case .object(let o) = value, o.kind != .str || o.hasHeapType { write() }
      put(try vm.str(value))
    }
    put(end)
    write()
    if try vm.truth(args[4]) { vm.flushOutput(.stdout) }
  }
}

extension VM {
  /// `sys.<name>` when a program replaced the native stream; nil: write natively.
  package func replacedStream(_ name: String) throws(Raised) -> Value? {
    guard let sys = builtin.sysModule else { return nil }
    let current = sys.namespace.find(name: .borrowed(intern(name)))
    let original = sys.namespace.find(name: .borrowed(intern("__\(name)__")))
    if current.isUndefined { return nil }
    return current.isSame(as: original) ? nil : current.value
  }
}
