import Syntax

/// A traceback as Python sees it: a linked list, outermost frame first.
package final class TracebackObject: Object {
  private let entries: [TracebackEntry]
  /// Index of the entry of this object; the list continues towards 0 (innermost).
  let position: Int

  init(_ vm: VM, _ entries: [TracebackEntry], position: Int) {
    self.entries = entries.map(\.copy)
    self.position = position
    super.init(kind: .traceback, type: vm.types.traceback)
  }
  deinit {
    for entry in entries { entry.release() }
  }
  public override func traverse(_ visit: (Slot) -> Void) {
    for entry in entries { entry.traverse(visit) }
  }
  /// Copies for an exception's own list.
  func entriesForException() -> [TracebackEntry] {
    entries[0...position].map(\.copy)
  }
  public override func nativeAttribute(_ vm: VM, _ name: StrObject) throws(Raised) -> Value? {
    let entry = entries[position]
    switch name.string {
    case "tb_lineno": return .int(Int(entry.codeObject.span(at: entry.instruction).line))
    case "tb_next": return position > 0 ? .object(TracebackObject(vm, entries, position: position - 1)) : Value.none
    case "tb_lasti": return .int(entry.instruction &* 2)
    case "tb_frame":
      return .object(entry.frameObject ?? FrameObject(vm, code: entry.codeObject, instruction: entry.instruction))
    default: return nil
    }
  }
}

/// A frame as Python sees it, a snapshot.
package final class FrameObject: Object {
  package let code: Code
  package let instruction: Int
  /// Globals and local variables, when they are known.
  package let globals: DictObject?
  package let locals: DictObject?
  private let back: FrameObject?

  init(
    _ vm: VM, code: Code, instruction: Int, globals: DictObject? = nil, locals: DictObject? = nil,
    back: FrameObject? = nil
  ) {
    self.code = code
    self.instruction = instruction
    self.globals = globals
    self.locals = locals
    self.back = back
    super.init(kind: .frame, type: vm.types.frame, tracked: true)
  }
  public override func traverse(_ visit: (Slot) -> Void) {
    if let globals { visit(.held(globals)) }
    if let locals { visit(.held(locals)) }
    if let back { visit(.held(back)) }
  }
  public override func nativeAttribute(_ vm: VM, _ name: StrObject) throws(Raised) -> Value? {
    switch name.string {
    case "f_code": return .object(code)
    case "f_lineno": return .int(Int(code.span(at: instruction).line))
    case "f_lasti": return .int(instruction &* 2)
    case "f_globals": return .object(globals ?? DictObject(vm))
    case "f_locals": return .object(locals ?? globals ?? DictObject(vm))
    case "f_back": return back.map { .object($0) } ?? Value.none
    case "f_builtins": return .object(vm.builtins)
    case "f_trace": return Value.none
    default: return nil
    }
  }
}

extension VM {
  /// `exception.__traceback__`.
  package func tracebackObject(_ exception: ExceptionObject) -> Value {
    if exception.traceback.isEmpty { return .none }
    if exception.tracebackCache.isKind(.traceback) {
      let known = unsafeDowncast(exception.tracebackCache.object, to: TracebackObject.self)
      if known.position &+ 1 == exception.traceback.count { return .object(known) }
    }
    let made = TracebackObject(self, exception.traceback, position: exception.traceback.count - 1)
    let old = exception.tracebackCache
    exception.tracebackCache = .owned(made)
    old.release()
    return .object(made)
  }

  /// `sys._getframe(depth)`; nil when the stack is not that deep.
  package func frameObject(depth: Int) -> Object? {
    let k = frameCount &- 1 &- depth
    if k < 0 { return nil }
    let frame = frames + (k &+ 1)
    guard let code = frame.pointee.header.pointee.code?.reference else { return nil }
    let instruction = (frame.pointee.pc - frame.pointee.header.pointee.instructions) &- 1
    let back = depth < 64 ? frameObject(depth: depth &+ 1) as? FrameObject : nil
    return FrameObject(
      self, code: code, instruction: instruction, globals: frame.pointee.globals.reference,
      locals: frame.pointee.locals?.reference as? DictObject, back: back)
  }

  /// Line of source for tracebacks; nil when the source is not known.
  package func sourceLine(_ filename: String, _ line: Int) -> String? {
    if let lines = sources[filename] {
      return line >= 1 && line <= lines.count ? lines[line - 1] : nil
    }
    if filename.hasPrefix("<") { return nil }
    guard let bytes = readFile(filename) else { return nil }
    rememberSource(filename, bytes)
    return sourceLine(filename, line)
  }

  /// Keeps the lines of a source for tracebacks.
  package func rememberSource(_ filename: String, _ bytes: [UInt8]) {
    // Every text given to `exec`, `eval` or `-c` has this name: no line is better than another text's.
    if filename == "<string>" { return }
    sources.keep(filename, bytes)
  }

  /// The traceback as CPython's `traceback.print_exception` prints it, chained causes included.
  package func tracebackText(_ exception: ExceptionObject) -> String {
    var seen: [ExceptionObject] = []
    return chainText(exception, &seen)
  }

  private func chainText(_ exception: ExceptionObject, _ seen: inout [ExceptionObject]) -> String {
    seen.append(exception)
    var text = ""
    if exception.cause.isObject {
      let cause = unsafeDowncast(exception.cause.object, to: ExceptionObject.self)
      if !seen.contains(where: { $0 === cause }) {
        text += chainText(cause, &seen)
        text += "\nThe above exception was the direct cause of the following exception:\n\n"
      }
    } else if exception.context.isObject && !exception.suppressContext {
      let context = unsafeDowncast(exception.context.object, to: ExceptionObject.self)
      if !seen.contains(where: { $0 === context }) {
        text += chainText(context, &seen)
        text += "\nDuring handling of the above exception, another exception occurred:\n\n"
      }
    }
    if !exception.traceback.isEmpty { text += "Traceback (most recent call last):\n" }
    text += frameLines(exception)
    return text + exceptionLines(exception)
  }

  private func frameLines(_ exception: ExceptionObject) -> String {
    var text = ""
    var previous = ""
    var repeats = 0
    func flushRepeats() {
      if repeats > 3 {
        let more = repeats - 3
        text += "  [Previous line repeated \(more) more time\(more == 1 ? "" : "s")]\n"
      }
    }
    for entry in exception.traceback.reversed() {
      let code = entry.codeObject
      let span = code.span(at: entry.instruction)
      var piece = "  File \"\(code.parts.filename)\", line \(span.line), in \(code.parts.name)\n"
      let key = piece
      if let line = sourceLine(code.parts.filename, Int(span.line)) {
        let stripped = String(line.drop { $0 == " " || $0 == "\t" })
        piece += "    \(stripped)\n"
        piece += caretLine(line, stripped, span)
      }
      if key == previous {
        repeats += 1
        if repeats > 3 { continue }
      } else {
        flushRepeats()
        previous = key
        repeats = 1
      }
      text += piece
    }
    flushRepeats()
    return text
  }

  /// The `^^^^` line below a source line; empty when the span is the whole line.
  private func caretLine(_ line: String, _ stripped: String, _ span: Span) -> String {
    let indent = line.count - stripped.count
    let start = Int(span.column)
    let trimmedCount = stripped.reversed().drop { $0 == " " }.count
    let end = span.endLine == span.line ? Int(span.endColumn) : indent + trimmedCount
    if start < indent || end <= start { return "" }
    if start == indent && end >= indent + trimmedCount { return "" }
    return "    " + String(repeating: " ", count: start - indent) + String(repeating: "^", count: end - start) + "\n"
  }

  /// The last lines of a traceback: type and message, notes; syntax errors with their place.
  package func exceptionLines(_ exception: ExceptionObject) -> String {
    var text = ""
    if exception.type.isSubtype(of: types.syntaxError) { text += syntaxErrorPlace(exception) }
    text += exceptionTitle(exception) + "\n"
    if let notes = try? getAttrOrNil(.object(exception), intern("__notes__")), let all = try? list(of: notes) {
      for note in all { text += ((try? str(note).string) ?? "") + "\n" }
    }
    return text
  }

  /// `TypeName: message`.
  package func exceptionTitle(_ exception: ExceptionObject) -> String {
    let name =
      moduleName(of: exception.type) == "__main__"
      ? exception.type.qualifiedName : qualifiedTypeName(exception.type)
    let message: String
    if exception.type.isSubtype(of: types.syntaxError) {
      message = attributeText(exception, "msg") ?? "None"
    } else {
      message = (try? str(.object(exception)).string) ?? "<exception str() failed>"
    }
    return message.isEmpty ? name : "\(name): \(message)"
  }

  private func attributeText(_ exception: ExceptionObject, _ name: String) -> String? {
    let slot = instanceAttribute(exception, .borrowed(intern(name)))
    return slot.isKind(.str) ? unsafeDowncast(slot.object, to: StrObject.self).string : nil
  }

  private func syntaxErrorPlace(_ exception: ExceptionObject) -> String {
    func number(_ name: String) -> Int? {
      let slot = instanceAttribute(exception, .borrowed(intern(name)))
      return slot.isInt ? slot.asInt : nil
    }
    guard let line = number("lineno") else { return "" }
    var text = "  File \"\(attributeText(exception, "filename") ?? "<string>")\", line \(line)\n"
    guard let source = attributeText(exception, "text") else { return text }
    let withoutEnd = source.last == "\n" ? String(source.dropLast()) : source
    let stripped = String(withoutEnd.drop { $0 == " " || $0 == "\t" })
    text += "    \(stripped)\n"
    if let offset = number("offset"), offset >= 1 {
      let indent = withoutEnd.count - stripped.count
      // The numbers may be a user's own: no line of carets becomes longer than the text and a little more.
      let start = min(max(0, offset - 1 - indent), stripped.count)
      var end = start + 1
      if let endOffset = number("end_offset"), number("end_lineno") == line, endOffset > offset {
        end = min(endOffset - 1 - indent, stripped.count + 80)
      }
      text += "    " + String(repeating: " ", count: start) + String(repeating: "^", count: max(1, end - start)) + "\n"
    }
    return text
  }
}

/// The lines of every source that ran, split when they are first asked for: most never are.
package final class SourceLines {
  private var texts: [String: [UInt8]] = [:]
  private var lines: [String: [String]] = [:]

  /// The lines of a file; nil when it is not known.
  package subscript(filename: String) -> [String]? {
    if let known = lines[filename] { return known }
    guard let text = texts.removeValue(forKey: filename) else { return nil }
    let made = text.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
    }
    lines[filename] = made
    return made
  }

  /// Keeps a text, in place of an older one.
  func keep(_ filename: String, _ text: [UInt8]) {
    lines[filename] = nil
    texts[filename] = text
  }
}
