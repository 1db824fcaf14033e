import Syntax

extension VM {
  /// `exception.__traceback__`: the same object again, and below a new one when the exception passed more frames.
  package func tracebackObject(_ exception: ExceptionObject) -> Value {
    if exception.traceback.isEmpty { return .none }
    var known: TracebackObject?
    if exception.tracebackCache.isKind(.traceback) {
      let last = unsafeDowncast(exception.tracebackCache.object, to: TracebackObject.self)
      if last.depth == exception.traceback.count { return .object(last) }
      if last.depth < exception.traceback.count { known = last }
    }
    var made = known
    for entry in exception.traceback[(known?.depth ?? 0)...] { made = TracebackObject(self, entry.copy, next: made) }
    guard let made else { return .none }
    let old = exception.tracebackCache
    exception.tracebackCache = .owned(made)
    old.release()
    return .object(made)
  }

  /// Line of source for tracebacks; nil when the source is not known.
  package func sourceLine(_ filename: String, _ line: Int) -> String? {
    if let lines = sources[filename] {
      return line >= 1 && line <= lines.count ? lines[line - 1] : nil
    }
    guard let bytes = filename.hasPrefix("<") ? librarySource(filename) : readFile(filename) else { return nil }
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

  /// The line of marks below a source line: `^^^^`, or `~~^~~` where an operator or a subscript stands for the expression.
  /// Empty when the marks would only say "the whole line".
  private func caretLine(_ line: String, _ stripped: String, _ span: Span) -> String {
    let indent = line.count - stripped.count
    let start = Int(span.column)
    let trimmedCount = stripped.reversed().drop { $0 == " " }.count
    let end = span.endLine == span.line ? Int(span.endColumn) : indent + trimmedCount
    if start < indent || end <= start { return "" }
    let segment = Array(line.dropFirst(start).prefix(end - start))
    let place = span.endLine == span.line ? operatorPlace(segment) : nil
    if place == nil && start == indent && end >= indent + trimmedCount { return "" }
    let marks = (0..<end - start).map { place?.contains($0) ?? true ? "^" : "~" }.joined()
    return "    " + String(repeating: " ", count: start - indent) + marks + "\n"
  }

  /// Where the operator of a binary operation stands, or the brackets of a subscript; nil for other expressions.
  private func operatorPlace(_ segment: [Character]) -> Range<Int>? {
    guard let parser = try? Parser(source: Array("(\n\(String(segment))\n)".utf8), filename: ""),
      let expression = try? parser.parseExpression().body
    else { return nil }
    switch expression.kind {
    case .binOp(let left, let op, _):
      var start = Int(left.span.endColumn)
      while start < segment.count, segment[start].isWhitespace || segment[start] == ")" { start += 1 }
      let width = [.pow, .floorDiv, .lShift, .rShift].contains(op) ? 2 : 1
      return start + width <= segment.count ? start..<start + width : nil
    case .subscript(let value, _, _):
      var start = Int(value.span.endColumn)
      while start < segment.count, segment[start] != "[" { start += 1 }
      return start..<segment.count
    default: return nil
    }
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
