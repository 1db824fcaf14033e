import Glibc
import Interpreter
internal import Kernel

// The native side of the shell: what the Python files of IPython call.

extension PythonLanguage {
  /// Declares `_wick_shell`, the modules of IPython and `get_ipython`.
  func installShell() {
    vm.registerPython(PythonFiles.all)
    vm.registerModule("_wick_shell") { [unowned self] (_) throws(Raised) in shellModule() }
    let getIPython = NativeFunction(vm, "get_ipython()", "Returns the interactive shell.") {
      [unowned self] (_, _) throws(Raised) in try shellObject()
    }
    session.main.set(vm, "get_ipython", .object(getIPython))
    // As in IPython, modules find these two without an import.
    vm.builtins.set(vm, "get_ipython", .object(getIPython))
    let display = NativeFunction(vm, "display(*objs, **kwargs)", "Displays Python objects in all front ends.") {
      [unowned self] (vm, args) throws(Raised) in
      let function = try installDisplay()
      var keywords: [(name: String, value: Value)] = []
      for item in args[1].asDict?.items ?? [] { keywords.append((item.key.asStr?.string ?? "", item.value)) }
      return try vm.call(function, args[0].asTuple?.values ?? [], keywords: keywords)
    }
    vm.builtins.set(vm, "display", .object(display))
    for name in ["exit", "quit"] {
      let made = NativeFunction(vm, "\(name)(keep_kernel=False)", "Ends the kernel.") {
        [unowned self] (vm, args) throws(Raised) in
        request.payload.append(["source": "ask_exit", "keepkernel": .bool(try vm.truth(args[0]))])
        return .none
      }
      session.main.set(vm, name, .object(made))
    }
    // A cell that awaits runs on the event loop of asyncio.
    vm.awaitRunner = { [unowned self] (vm, coroutine) throws(Raised) in
      let loop = try vm.callMethod(try importDotted("asyncio.events"), "cell_loop", [])
      return try vm.callMethod(loop, "_run_cell", [coroutine])
    }
    transformer.automagic = { [unowned self] name, rest in automagic(name, rest) }
  }

  /// Puts the function of `IPython.display` in the place of the one that loads it.
  @discardableResult
  func installDisplay() throws(Raised) -> Value {
    let function = try vm.getAttr(try importDotted("IPython.display"), "display")
    if let known = vm.builtins.get(vm, "display"), known.kind == .nativeFunction { vm.builtins.set(vm, "display", function) }
    return function
  }

  /// The object that `get_ipython()` returns.
  func shellObject() throws(Raised) -> Value {
    if let made = shell.object { return made }
    let made = try vm.getAttr(try importDotted("IPython.core.interactiveshell"), "shell")
    shell.object = made
    return made
  }

  /// The module of a dotted name itself.
  func importDotted(_ name: String) throws(Raised) -> Value {
    _ = try vm.importModule(name)
    return vm.modules.get(vm, name) ?? .none
  }

  /// What a single word at the start of a one-line cell means.
  private func automagic(_ name: String, _ rest: String) -> String? {
    if name == "exit" || name == "quit" {
      return rest.isEmpty && session.main.get(vm, name)?.kind == .nativeFunction ? name + "()" : nil
    }
    if rest.isEmpty, let value = session.main.get(vm, name), vm.type(of: value).name == "Macro",
      let code = macroText(value)
    {
      return code
    }
    guard isAutomagic, lineMagics[name] != nil || registeredLineMagics[name] != nil else { return nil }
    if session.main.get(vm, name) != nil || vm.builtins.get(vm, name) != nil { return nil }
    if Color.keywords.contains(name) { return nil }
    if let first = rest.first, "!=()<>,+*/%^&|.:[;#@-".contains(first) {
      // `ls -l` is a magic, `ls - l` is not.
      let isOption = first == "-" && rest.dropFirst().first.map { $0.isLetter } == true
      if !isOption { return nil }
    }
    if rest.hasPrefix("in ") || rest.hasPrefix("is ") || rest.hasPrefix("if ") || rest.hasPrefix("and ") {
      return nil
    }
    return "get_ipython().run_line_magic(\(CellTransformer.quoted(name)), \(CellTransformer.quoted(rest)))"
  }

  /// The cells of a macro (`%macro`).
  private func macroText(_ value: Value) -> String? {
    do throws(Raised) {
      guard let text = try vm.getAttrOrNil(value, vm.intern("value")) else { return nil }
      return CellTransformer().transform(try vm.str(text).string)
    } catch {
      return nil
    }
  }

  private func shellModule() -> ModuleObject {
    let module = ModuleObject(vm, name: "_wick_shell")
    addDisplayFunctions(module)
    addMagicFunctions(module)
    addMagicSupport(module)
    addProcessFunctions(module)
    addSessionFunctions(module)
    addCommFunctions(module)
    addSystemFunctions(module)
    return module
  }

  // MARK: Display

  private func addDisplayFunctions(_ module: ModuleObject) {
    module.function(vm, "display(data, metadata, transient, update)", "Publishes a bundle.") {
      [unowned self] (vm, args) throws(Raised) in
      guard args[0].kind == .dict else {
        throw vm.typeError("data must be a dict, got: \(vm.type(of: args[0]).name)")
      }
      publish(
        JSON(vm, args[0], isMimeData: true), metadata: JSON(vm, args[1]), transient: JSON(vm, args[2]),
        isUpdate: try vm.truth(args[3]))
      return .none
    }
    module.function(vm, "clear_output(wait=False)", "Clears the output of the cell.") {
      [unowned self] (vm, args) throws(Raised) in
      context?.flush()
      context?.clearOutput(wait: try vm.truth(args[0]))
      return .none
    }
    module.function(vm, "format(obj, include=None, exclude=None)", "Makes the bundle of an object.") {
      [unowned self] (vm, args) throws(Raised) in
      let include = args[1].isNone ? nil : Set(try texts(args[1]))
      guard let bundle = try format(args[0], include: include, exclude: Set(try texts(args[2]))) else {
        return .none
      }
      return .object(
        TupleObject(vm, [JSON.object(bundle.data).value(vm), JSON.object(bundle.metadata).value(vm)]))
    }
    module.function(vm, "pretty(obj)", "Pretty prints an object.") {
      [unowned self] (vm, args) throws(Raised) in
      .object(vm.string(try Pretty.text(vm, prettyBridge, args[0], floatFormat: floatFormat)))
    }
    module.function(vm, "formatter(mime, typ, func)", "Registers a function that represents a type.") {
      [unowned self] (vm, args) throws(Raised) in
      let mime = try vm.str(args[0]).string
      let old = typeFormatters.first { $0.mime == mime && $0.type.isSame(as: args[1]) }?.function
      if !args[2].isNone {
        typeFormatters.removeAll { $0.mime == mime && $0.type.isSame(as: args[1]) }
        // False takes the function away.
        if args[2].kind != .bool { typeFormatters.append(TypeFormatter(mime: mime, type: args[1], function: args[2])) }
        prettyBridge.printers = typeFormatters.filter { $0.mime == "text/plain" }
      }
      return old ?? .none
    }
    module.function(vm, "begin_capture(out, err, displays)", "Starts to hold back output.") {
      [unowned self] (vm, args) throws(Raised) in
      beginCapture(out: try vm.truth(args[0]), err: try vm.truth(args[1]), displays: try vm.truth(args[2]))
      return .none
    }
    module.function(vm, "end_capture()", "Ends the capture; returns (stdout, stderr, displays).") {
      [unowned self] (vm, _) throws(Raised) in .object(TupleObject(vm, endCapture()))
    }
  }

  /// The strings of an iterable, none for None.
  func texts(_ value: Value) throws(Raised) -> [String] {
    if value.isNone { return [] }
    var result: [String] = []
    for item in try vm.list(of: value) { result.append(try vm.str(item).string) }
    return result
  }

  /// Sends a bundle, or keeps it for a capture.
  func publish(
    _ data: JSON, metadata: JSON = .object([:]), transient: JSON = .object([:]), isUpdate: Bool = false
  ) {
    if isCopy {
      if let text = data["text/plain"]?.string { write(.stdout, text + "\n") }
      return
    }
    if let capture = request.captures.last, capture.catchesDisplays {
      capture.display(data, metadata: metadata)
      return
    }
    context?.flush()
    if isUpdate {
      context?.updateDisplayData(data, metadata: metadata, transient: transient)
    } else {
      context?.displayData(data, metadata: metadata, transient: transient)
    }
  }

  /// Starts to hold back output.
  func beginCapture(out: Bool = true, err: Bool = true, displays: Bool = true) {
    let request = request
    let outer = request.captures.last
    request.captures.append(
      OutputCapture(out: out, err: err, displays: displays) { [context = request.context] stream, bytes in
        if let outer { outer.write(stream, bytes) } else { context?.stream(stream, bytes) }
      })
  }

  /// Ends the innermost capture: stdout, stderr and displays as Python values.
  func endCapture() -> [Value] {
    guard let capture = request.captures.popLast() else { return [.none, .none, .none] }
    let displays = capture.displays.map { item in
      Value.object(TupleObject(vm, [item.data.value(vm), item.metadata.value(vm)]))
    }
    return [
      .object(vm.string(String(decoding: capture.out, as: UTF8.self))),
      .object(vm.string(String(decoding: capture.err, as: UTF8.self))), .object(ListObject(vm, displays)),
    ]
  }

  // MARK: Magics

  private func addMagicFunctions(_ module: ModuleObject) {
    module.function(vm, "run_line_magic(name, line='')", "Runs a line magic.") {
      [unowned self] (vm, args) throws(Raised) in
      try runLineMagic(try vm.str(args[0]).string, try vm.str(args[1]).string)
    }
    module.function(vm, "run_cell_magic(name, line, cell)", "Runs a cell magic.") {
      [unowned self] (vm, args) throws(Raised) in
      try runCellMagic(try vm.str(args[0]).string, try vm.str(args[1]).string, try vm.str(args[2]).string)
    }
    module.function(vm, "register_magic(kind, name, func)", "Registers a magic.") {
      [unowned self] (vm, args) throws(Raised) in
      let kind = try vm.str(args[0]).string
      let name = try vm.str(args[1]).string
      if kind != "cell" { registeredLineMagics[name] = args[2] }
      if kind != "line" { registeredCellMagics[name] = args[2] }
      return .none
    }
    module.function(vm, "magic_names()", "Names of line and cell magics.") {
      [unowned self] (vm, _) throws(Raised) in
      func list(_ names: [String]) -> Value { .object(ListObject(vm, names.map { .object(vm.string($0)) })) }
      return .object(TupleObject(vm, [list(lineMagicNames), list(cellMagicNames)]))
    }
    module.function(vm, "expand(text)", "Expands $name and {expression}.") {
      [unowned self] (vm, args) throws(Raised) in
      .object(vm.string(expand(try vm.str(args[0]).string)))
    }
    module.function(
      vm, "timeit_text(average, stdev, repeat, loops, precision)", "The line that timeit prints."
    ) {
      [unowned self] (vm, args) throws(Raised) in
      .object(
        vm.string(
          timeitText(
            average: try vm.double(args[0]), deviation: try vm.double(args[1]), runs: try vm.index(args[2]),
            loops: try vm.index(args[3]), precision: try vm.index(args[4]))))
    }
  }

  // MARK: Processes and files

  private func addProcessFunctions(_ module: ModuleObject) {
    module.function(vm, "system(cmd)", "Runs a shell command.") { [unowned self] (vm, args) throws(Raised) in
      try system(expand(try vm.str(args[0]).string))
      return .none
    }
    module.function(vm, "getoutput(cmd)", "Runs a shell command; returns what it wrote.") {
      [unowned self] (vm, args) throws(Raised) in
      var output: [UInt8] = []
      _ = try runProcess(["/bin/sh", "-c", expand(try vm.str(args[0]).string)], mergesErrors: true) {
        _, bytes in
        output.append(contentsOf: bytes)
      }
      return .object(vm.string(String(decoding: output, as: UTF8.self)))
    }
    module.function(vm, "is_file(path)", "Whether a file exists.") { (vm, args) throws(Raised) in
      let path = try vm.str(args[0]).string
      return .bool(path.utf8.count < 4096 && !path.contains("\n") && access(path, F_OK) == 0)
    }
    module.function(vm, "read_file(path, binary)", "The content of a file.") { (vm, args) throws(Raised) in
      let path = try vm.str(args[0]).string
      guard let bytes = vm.readFile(path) else {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        let code = descriptor < 0 ? errno : EISDIR
        if descriptor >= 0 { close(descriptor) }
        throw vm.osError([
          .int(Int(code)), .object(vm.string(String(cString: strerror(code)))), .object(vm.string(path)),
        ])
      }
      if try vm.truth(args[1]) { return vm.makeBytes(bytes) }
      return .object(vm.string(String(decoding: bytes, as: UTF8.self)))
    }
    module.function(vm, "base64(data)", "Base64 of bytes.") { (vm, args) throws(Raised) in
      .object(vm.string(Base64.encode(JSON.bytes(vm, args[0]))))
    }
    module.function(vm, "parse_json(text)", "The value of a JSON text.") { (vm, args) throws(Raised) in
      let text = try vm.str(args[0]).string
      guard let made = try? JSON(parsing: Array(text.utf8)) else {
        throw vm.valueError("no JSON: \(text.prefix(60))")
      }
      return made.value(vm)
    }
    module.function(vm, "random_hex()", "A random identity.") { (vm, _) throws(Raised) in
      var generator = SystemRandomNumberGenerator()
      let words = [generator.next(), generator.next()].map { String($0, radix: 16) }
      let padded = words.map { String(repeating: "0", count: 16 - $0.count) + $0 }
      return .object(vm.string(padded.joined()))
    }
  }

  // MARK: Session

  private func addSessionFunctions(_ module: ModuleObject) {
    module.function(vm, "namespace()", "The namespace of the user.") { [unowned self] (_, _) throws(Raised) in
      .object(session.main)
    }
    module.function(vm, "execution_count()", "The number of the cell.") {
      [unowned self] (_, _) throws(Raised) in
      .int(request.executionCount)
    }
    module.function(vm, "parent()", "The header of the request that runs.") {
      [unowned self] (vm, _) throws(Raised) in
      guard let context else { return .object(DictObject(vm)) }
      let header = context.parentHeader.value(vm)
      remember(parent: header.asDict?.get(vm, "msg_id")?.asStr?.string ?? "")
      return header
    }
    addParentFunctions(module)
    module.function(vm, "_after_fork()", "This process is a copy from now on.") { [unowned self] (_, _) throws(Raised) in
      becomeCopy()
      return .none
    }
    module.function(vm, "payload(data, single=False)", "Adds to the payload of the reply, or replaces its like.") {
      [unowned self] (vm, args) throws(Raised) in
      let data = JSON(vm, args[0])
      if try vm.truth(args[1]), let at = request.payload.firstIndex(where: { $0["source"] == data["source"] }) {
        request.payload[at] = data
      } else {
        request.payload.append(data)
      }
      return .none
    }
    module.function(vm, "events_changed(manager)", "Callbacks exist from now on.") {
      [unowned self] (_, args) throws(Raised) in
      shell.events = args[0]
      return .none
    }
    module.function(vm, "run_cell(code, silent)", "Runs a cell inside of a cell; returns (value, error).") {
      [unowned self] (vm, args) throws(Raised) in
      do throws(Raised) {
        let code = transformer.transform(try vm.str(args[0]).string)
        let value = try runCell(code)
        if !value.isNone, !(try vm.truth(args[1])), !CellTransformer.endsWithSemicolon(code) {
          if let bundle = try format(value), !bundle.data.isEmpty {
            showResult(bundle, number: request.executionCount)
          }
        }
        return .object(TupleObject(vm, [value, .none]))
      } catch {
        show(error)
        return .object(TupleObject(vm, [.none, .object(error.exception)]))
      }
    }
    module.function(vm, "show_traceback(error=None)", "Shows an error.") {
      [unowned self] (vm, args) throws(Raised) in
      if let error = args[0].asException ?? lastError { show(Raised(error)) }
      return .none
    }
    module.function(vm, "transform(code)", "Turns IPython syntax into Python.") {
      [unowned self] (vm, args) throws(Raised) in
      .object(vm.string(transformer.transform(try vm.str(args[0]).string)))
    }
    module.function(vm, "complete(code, cursor)", "Completions at a cursor.") {
      [unowned self] (vm, args) throws(Raised) in
      let reply = complete(CompleteRequest(code: try vm.str(args[0]).string, cursor: try vm.index(args[1])))
      return .object(ListObject(vm, reply.matches.map { .object(vm.string($0)) }))
    }
    module.function(vm, "inspect(name, level)", "Describes an object.") {
      [unowned self] (vm, args) throws(Raised) in
      let name = try vm.str(args[0]).string
      let text = describe(name, level: try vm.index(args[1]))
      let made = DictObject(vm)
      made.set(vm, "found", .bool(text != nil))
      made.set(vm, "text", .object(vm.string(text ?? "")))
      return .object(made)
    }
    module.function(vm, "warn(text)", "Writes to stderr.") { [unowned self] (vm, args) throws(Raised) in
      write(.stderr, try vm.str(args[0]).string)
      return .none
    }
    module.function(vm, "write_traceback(error)", "Writes a traceback to stderr.") {
      [unowned self] (vm, args) throws(Raised) in
      if let error = args[0].asException { write(.stderr, vm.tracebackText(error)) }
      return .none
    }
  }
}

/// A function that represents instances of a type in one mime type.
struct TypeFormatter {
  let mime: String
  let type: Value
  let function: Value
}
