import Interpreter
internal import Kernel

/// `%debug`: looks at the frames of the last error, with questions on stdin.
struct PostMortem {
  private let language: PythonLanguage
  private var vm: VM { language.vm }
  /// Frames of the error, outermost first.
  private let entries: [TracebackEntry]
  private var position: Int

  static func install(_ language: PythonLanguage) {
    language.lineMagic("debug") { (language, _) throws(Raised) in
      guard let error = language.lastError, let session = PostMortem(language, error) else {
        language.write(.stderr, "No traceback has been produced, nothing to debug.\n")
        return .none
      }
      var running = session
      try running.run()
      return .none
    }
  }

  private init?(_ language: PythonLanguage, _ error: ExceptionObject) {
    self.language = language
    entries = error.traceback.reversed()
    guard !entries.isEmpty else { return nil }
    // A frame of the library says less than the user's that called it.
    position = entries.lastIndex { !$0.codeObject.parts.filename.hasPrefix("<") } ?? entries.count - 1
  }

  private mutating func run() throws(Raised) {
    show()
    var last = ""
    while let line = try vm.readInput(vm, "ipdb> ", false) {
      let text = line.trimmed.isEmpty ? last : line.trimmed
      last = text
      if try !perform(text) { return }
    }
  }

  /// Does what a line asks for; false ends the session.
  private mutating func perform(_ text: String) throws(Raised) -> Bool {
    let name = String(text.prefix { $0.isLetter || $0 == "?" })
    let rest = String(text.dropFirst(name.count)).trimmed
    // `u = 3` is a statement, `u 3` a command.
    let isCommand = text.isEmpty || !(rest.hasPrefix("=") || rest.hasPrefix("(") || rest.hasPrefix(".") || rest.hasPrefix("["))
    guard isCommand, !text.hasPrefix("!") else {
      try evaluate(text.hasPrefix("!") ? String(text.dropFirst()) : text)
      return true
    }
    switch name {
    case "" where text.isEmpty: break
    case "q", "quit", "exit", "c", "cont", "continue": return false
    case "p", "pp": try evaluate(rest)
    case "u", "up": move(-(Int(rest) ?? 1), "Oldest frame")
    case "d", "down": move(Int(rest) ?? 1, "Newest frame")
    case "w", "where", "bt": for at in entries.indices { say(title(at)) }
    case "l", "list", "ll", "longlist": show(lines: name.hasPrefix("ll") || name == "longlist" ? 1000 : 5)
    case "a", "args": showArguments()
    case "h", "help", "?":
      say("p EXPRESSION, pp, u(p), d(own), w(here), l(ist), ll, a(rgs), !STATEMENT, q(uit)")
    default: try evaluate(text)
    }
    return true
  }

  private func say(_ text: String) { language.write(.stdout, text + "\n") }

  private mutating func move(_ distance: Int, _ end: String) {
    let wanted = position.addingReportingOverflow(distance)
    guard !wanted.overflow, entries.indices.contains(wanted.partialValue) else { return say("*** " + end) }
    position = wanted.partialValue
    show()
  }

  private func evaluate(_ text: String) throws(Raised) {
    let frame = entries[position].frameObject
    let globals = frame?.globals ?? language.session.main
    let locals = frame?.locals
    do throws(Raised) {
      let value = try vm.run(
        source: Array(text.utf8), filename: "<debugger>", mode: .cell, globals: globals,
        locals: locals === globals ? nil : locals)
      if !value.isNone { say(try Pretty.text(vm, language.prettyBridge, value)) }
    } catch {
      if error.exception.type.isSubtype(of: vm.types.keyboardInterrupt) { throw error }
      say("*** \(error.exception.type.name): \((try? vm.str(.object(error.exception)).string) ?? "")")
    }
  }

  private func line(_ at: Int) -> Int { Int(entries[at].codeObject.span(at: entries[at].instruction).line) }

  private func title(_ at: Int) -> String {
    let parts = entries[at].codeObject.parts
    let name = parts.name == "<cell>" ? "<module>" : parts.name
    return "\(at == position ? ">" : " ") \(place(parts.filename))(\(line(at)))\(name)()"
  }

  private func place(_ filename: String) -> String {
    if let number = language.shell.cellNumbers[filename] { return "In[\(number)]" }
    return filename
  }

  /// The frame with the lines around.
  private func show(lines around: Int = 2) {
    say(title(position))
    let filename = entries[position].codeObject.parts.filename
    let here = line(position)
    for number in max(1, here - around)...max(1, here + around) {
      guard let text = vm.sourceLine(filename, number) else { continue }
      let digits = String(number)
      let arrow = number == here ? "-" + String(repeating: "-", count: max(0, 4 - digits.count)) + "> " : ""
      let pad = arrow.isEmpty ? String(repeating: " ", count: max(0, 7 - digits.count)) : ""
      say("\(arrow)\(pad)\(digits) \(text)")
    }
  }

  private func showArguments() {
    let frame = entries[position].frameObject
    guard let locals = frame?.locals, locals !== frame?.globals else { return }
    let parts = entries[position].codeObject.parts
    for name in parts.localNames.prefix(parts.argCount + parts.keywordOnlyCount) {
      guard let value = locals.get(vm, name) else { continue }
      say("\(name) = \((try? vm.repr(value).string) ?? "?")")
    }
  }
}
