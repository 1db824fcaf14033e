import Glibc
import Interpreter
internal import Kernel
import Syntax

// Errors as IPython shows them: a list of strings, one for the rule above, one for the title, one per frame and one for the
// message; chained errors one after the other, the cause first.

extension PythonLanguage {
  /// The report of an uncaught error.
  func errorReport(_ exception: ExceptionObject) -> ErrorReport {
    // A copy: the machine goes on using the name of the class while other threads send the report.
    let name = String(decoding: Array(exception.type.name.utf8), as: UTF8.self)
    let value = text(of: exception)
    return ErrorReport(name: name, value: value, traceback: TracebackReport(self, exception).lines)
  }

  /// `str(exception)`.
  func text(of exception: ExceptionObject) -> String {
    do throws(Raised) {
      return try vm.str(.object(exception)).string
    } catch {
      return "<unprintable \(exception.type.name) object>"
    }
  }
}

/// Makes the lines of one report.
struct TracebackReport {
  private let language: PythonLanguage
  private let exception: ExceptionObject
  private var vm: VM { language.vm }
  /// Width of rule and title.
  private static let width = 75
  /// Lines before and after the failing one.
  private static let context = 4
  private static let chainedContext = 2

  init(_ language: PythonLanguage, _ exception: ExceptionObject) {
    self.language = language
    self.exception = exception
  }

  /// The traceback of the report.
  var lines: [String] {
    if exception.type.isSubtype(of: vm.types.systemExit) { return systemExit }
    if exception.type.isSubtype(of: vm.types.syntaxError) { return [syntaxError] }
    // A group is told with what is in it.
    if exception.type.mroTypes.contains(where: { $0.name == "BaseExceptionGroup" && !$0.isHeap }) {
      return [vm.tracebackText(exception)]
    }
    switch language.errorMode {
    case .minimal: return [title(exception)]
    case .plain: return [vm.tracebackText(exception)]
    case .context, .verbose: return chain
    }
  }

  private var systemExit: [String] {
    let value = language.text(of: exception)
    let name = Color.red(exception.type.name)
    return [
      "An exception has occurred, use %tb to see the full traceback.\n",
      value.isEmpty ? name + "\n" : name + Color.red(":") + " \(value)\n",
    ]
  }

  // MARK: Chains

  private var chain: [String] {
    var parts: [[String]] = [whole(exception, context: TracebackReport.context)]
    var seen: [ExceptionObject] = [exception]
    var current = exception
    while let (next, isCause) = TracebackReport.previous(current), !seen.contains(where: { $0 === next }) {
      seen.append(next)
      parts.append([
        isCause
          ? "\nThe above exception was the direct cause of the following exception:\n"
          : "\nDuring handling of the above exception, another exception occurred:\n"
      ])
      parts.append(whole(next, context: TracebackReport.chainedContext))
      current = next
    }
    return [Color.red(String(repeating: "-", count: TracebackReport.width))] + parts.reversed().flatMap { $0 }
  }

  private static func previous(_ exception: ExceptionObject) -> (ExceptionObject, isCause: Bool)? {
    if exception.cause.isObject {
      return (unsafeDowncast(exception.cause.object, to: ExceptionObject.self), true)
    }
    if exception.context.isObject && !exception.suppressContext {
      return (unsafeDowncast(exception.context.object, to: ExceptionObject.self), false)
    }
    return nil
  }

  /// Title, frames and message of one exception.
  private func whole(_ exception: ExceptionObject, context: Int) -> [String] {
    let name = exception.type.name
    let words = "Traceback (most recent call last)"
    let room = max(0, TracebackReport.width - name.unicodeScalars.count - words.count)
    var lines = [Color.red(name) + String(repeating: " ", count: room) + words]
    lines += frames(exception, context: context)
    lines.append(title(exception))
    return lines + notes(exception)
  }

  private func title(_ exception: ExceptionObject) -> String {
    Color.red(exception.type.name) + ": " + language.text(of: exception)
  }

  private func notes(_ exception: ExceptionObject) -> [String] {
    do throws(Raised) {
      guard let notes = try vm.getAttrOrNil(.object(exception), vm.intern("__notes__")) else { return [] }
      var lines: [String] = []
      for note in try vm.list(of: notes) { lines.append(try vm.str(note).string) }
      return lines
    } catch {
      return []
    }
  }

  // MARK: Frames

  private func frames(_ exception: ExceptionObject, context: Int) -> [String] {
    let entries = withoutRunner(exception.traceback.reversed().filter { !isHidden($0.codeObject.parts.filename) })
    var lines: [String] = []
    var at = 0
    while at < entries.count {
      let entry = entries[at]
      var run = 1
      while at + run < entries.count, isSame(entries[at + run], entry) { run += 1 }
      // A recursion shows twice from its start and once from its end.
      if run > 4 {
        let shown = frame(entry, context: context)
        let name = entry.codeObject.parts.name
        let line = entry.codeObject.span(at: entry.instruction).line
        let skipped = "[... skipping similar frames: \(name) at line \(line) (\(run - 3) times)]"
        lines += [shown, shown, "    " + Color.red(skipped) + "\n", shown]
      } else {
        for _ in 0..<run { lines.append(frame(entry, context: context)) }
      }
      at += run
    }
    return lines
  }

  /// Without the frames that run a cell which awaits.
  private func withoutRunner(_ entries: [TracebackEntry]) -> [TracebackEntry] {
    guard let first = entries.first?.codeObject.parts, first.name == "_run_cell",
      first.filename == "<frozen asyncio.base_events>"
    else { return entries }
    let rest = Array(entries.drop { $0.codeObject.parts.filename.hasPrefix("<frozen asyncio") })
    return rest.isEmpty ? entries : rest
  }

  private func isSame(_ a: TracebackEntry, _ b: TracebackEntry) -> Bool {
    a.codeObject === b.codeObject
      && a.codeObject.span(at: a.instruction).line == b.codeObject.span(at: b.instruction).line
  }

  /// Frames of the shell itself.
  private func isHidden(_ filename: String) -> Bool { filename.hasPrefix("<frozen IPython") }

  private func frame(_ entry: TracebackEntry, context: Int) -> String {
    let parts = entry.codeObject.parts
    let line = Int(entry.codeObject.span(at: entry.instruction).line)
    var text = place(parts.filename, line)
    if parts.name != "<module>" {
      text += ", in " + Color.cyan(parts.qualifiedName) + Color.blue(arguments(entry))
    }
    return text + "\n" + excerpt(parts, line, context)
  }

  /// `Cell In[3], line 1` or `File path:1`.
  private func place(_ filename: String, _ line: Int) -> String {
    if let number = language.shell.cellNumbers[filename] {
      return Color.cyan("Cell") + Color.cyan(" ") + Color.green("In[\(number)]")
        + Color.green(", line \(line)")
    }
    return Color.cyan("File ") + Color.green("\(shortened(filename)):\(line)")
  }

  private func shortened(_ path: String) -> String {
    guard let home = getenv("HOME").map({ String(cString: $0) }), !home.isEmpty, path.hasPrefix(home + "/")
    else {
      return path
    }
    return "~" + path.dropFirst(home.count)
  }

  /// The parameters; with their values when errors are shown in full.
  private func arguments(_ entry: TracebackEntry) -> String {
    let parts = entry.codeObject.parts
    let count = parts.argCount + parts.keywordOnlyCount
    var names = parts.localNames.prefix(count).map { ("", $0) }
    var next = count
    if parts.flags.contains(.varArgs), next < parts.localNames.count {
      names.append(("*", parts.localNames[next]))
      next += 1
    }
    if parts.flags.contains(.varKeywords), next < parts.localNames.count {
      names.append(("**", parts.localNames[next]))
    }
    let values = language.errorMode == .verbose ? entry.frameObject?.locals : nil
    return "(" + names.map { $0.0 + $0.1 + shown($0.1, values) }.joined(separator: ", ") + ")"
  }

  private func shown(_ name: String, _ values: DictObject?) -> String {
    guard let value = values?.get(vm, name) else { return "" }
    do throws(Raised) {
      return "=" + (try vm.repr(value).string)
    } catch {
      return "=<unprintable>"
    }
  }

  /// The failing line with its neighbours in the same block.
  private func excerpt(_ parts: CodeParts, _ line: Int, _ context: Int) -> String {
    guard let block = SourceBlock(vm, parts) else {
      return row(
        "'Could not get source, probably due dynamically evaluated source code.'", parts.firstLine, line)
    }
    let index = line - block.first
    let start = index >= context ? index - context : 0
    let stop = min(index + context, block.lines.count)
    guard start < stop else { return "" }
    return (start..<stop).map { row(block.lines[$0], block.first + $0, line) }.joined()
  }

  private func row(_ text: String, _ number: Int, _ current: Int) -> String {
    let digits = String(number)
    let colored = Color.source(text) + "\n"
    if number == current {
      let pad = 7 - digits.count
      let arrow = pad >= 2 ? String(repeating: "-", count: pad - 2) + "> " : pad == 1 ? ">" : ""
      return Color.green(arrow) + Color.green(digits) + " " + colored
    }
    return Color.green(String(repeating: " ", count: max(0, 7 - digits.count)) + digits) + " " + colored
  }

  // MARK: Syntax errors

  private var syntaxError: String {
    let frames = exception.traceback.reversed().filter { !isHidden($0.codeObject.parts.filename) }
    var text = ""
    if !frames.isEmpty { text += "Traceback \(Color.cyan("(most recent call last)")):\n\n" }
    for (position, entry) in frames.enumerated() {
      text += position == frames.count - 1 ? lastFrame(entry) : middleFrame(entry)
      text += "\n"
    }
    return text + syntaxErrorOnly
  }

  private func middleFrame(_ entry: TracebackEntry) -> String {
    let parts = entry.codeObject.parts
    let line = Int(entry.codeObject.span(at: entry.instruction).line)
    var text = "  "
    if let number = language.shell.cellNumbers[parts.filename] {
      text += "Cell " + Color.brightGreen("In[\(number)]") + Color.brightGreen(", line \(line)")
    } else {
      text += "File " + Color.brightGreen("\(shortened(parts.filename)):\(line)")
    }
    if parts.name != "<module>" { text += " in " + Color.brightMagenta(parts.name) }
    text += "\n"
    if let source = vm.sourceLine(parts.filename, line) { text += "    " + source.trimmed + "\n" }
    return text
  }

  private func lastFrame(_ entry: TracebackEntry) -> String {
    let parts = entry.codeObject.parts
    let line = Int(entry.codeObject.span(at: entry.instruction).line)
    var text = Color.cyan("  ") + place(parts.filename, line)
    if parts.name != "<module>" { text += Color.cyan(" in ") + "\u{1B}[35m\(parts.name)\u{1B}[39m" }
    text += "\n"
    if let source = vm.sourceLine(parts.filename, line) {
      text += Color.red("    ") + Color.red(source.trimmed) + "\n"
    }
    return text
  }

  private var syntaxErrorOnly: String {
    func field(_ name: String) -> Value? {
      let slot = vm.instanceAttribute(exception, .borrowed(vm.intern(name)))
      return slot.isUndefined || slot.isNone ? nil : slot.value
    }
    let filename = field("filename")?.asStr?.string ?? "<string>"
    let line = field("lineno")?.asInt
    var text = "  "
    if let line { text += place(filename, line) } else { text += Color.cyan("File ") + Color.green(filename) }
    text += "\n"
    let source = line.flatMap { vm.sourceLine(filename, $0) } ?? field("text")?.asStr?.string ?? ""
    text += Color.red("    ") + Color.red(source.trimmed) + "\n"
    if let offset = field("offset")?.asInt {
      let scalars = Array(source.unicodeScalars)
      let indent = scalars.firstIndex { !$0.properties.isWhitespace } ?? scalars.count
      var caret = "    "
      if offset - 1 > indent {
        for at in indent..<(offset - 1) {
          guard at < scalars.count else { break }
          caret.unicodeScalars.append(scalars[at].properties.isWhitespace ? scalars[at] : " ")
        }
      }
      text += caret + "^\n"
    }
    let message = field("msg").flatMap { $0.asStr?.string } ?? ""
    text += Color.red(exception.type.name)
    text += message.isEmpty ? "\n" : Color.red(":") + " \(message)\n"
    return text
  }
}

/// How uncaught errors are shown (`%xmode`).
enum ErrorMode: String { case context = "Context", plain = "Plain", minimal = "Minimal", verbose = "Verbose" }

/// The lines of a function or module in its source.
struct SourceBlock {
  /// Number of the first line.
  let first: Int
  /// The lines.
  let lines: [String]

  /// The block of a code object; nil without source.
  init?(_ vm: VM, _ parts: CodeParts) {
    if parts.filename.hasPrefix("<") && !parts.filename.hasPrefix("<frozen") { return nil }
    if vm.sources[parts.filename] == nil { _ = vm.sourceLine(parts.filename, 1) }
    guard let all = vm.sources[parts.filename] else { return nil }
    if parts.name == "<module>" {
      first = 1
      lines = all.last?.isEmpty == true ? Array(all.dropLast()) : all
      return
    }
    let start = max(1, parts.firstLine)
    guard start <= all.count else { return nil }
    first = start
    lines = SourceBlock.block(Array(all[(start - 1)...]))
  }

  /// The definition that starts at the first line: decorators, header and indented body.
  private static func block(_ lines: [String]) -> [String] {
    var state = LineState()
    var indent: Int?
    var hasHeader = false
    var end = 0
    for (position, line) in lines.enumerated() {
      let scalars = Array(line.unicodeScalars)
      let isClear = state.isClear
      let tokens = LineScanner.scan(scalars, &state)
      guard let firstToken = tokens.first else {
        if !isClear { end = position + 1 }
        continue
      }
      let column = firstToken.range.lowerBound
      if isClear && hasHeader && column <= (indent ?? 0) {
        if firstToken.kind == .comment { continue }
        break
      }
      if isClear && !hasHeader {
        indent = indent ?? column
        let words = tokens.filter { $0.kind == .name }.map { scalars.text($0.range) }
        let isDecorator = scalars[column] == "@"
        if !isDecorator {
          hasHeader = true
          let isDefinition = words.first == "def" || words.first == "class" || words.first == "async"
          // A lambda or comprehension: only its own statement.
          if !isDefinition { return statement(lines, from: position) }
        }
      }
      if firstToken.kind == .comment && tokens.count == 1 && isClear && column <= (indent ?? 0) { continue }
      end = position + 1
    }
    return Array(lines.prefix(max(1, end)))
  }

  private static func statement(_ lines: [String], from start: Int) -> [String] {
    var state = LineState()
    var at = start
    while at < lines.count {
      _ = LineScanner.scan(Array(lines[at].unicodeScalars), &state)
      at += 1
      if state.isClear { break }
    }
    return Array(lines.prefix(max(1, at)))
  }
}

extension String {
  /// Without spaces at both ends.
  var trimmed: String {
    var scalars = Substring(self).unicodeScalars
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
  }
}
