// Library modules define far more functions than a program calls. Of those the parser passes over the body; the compiler
// makes a stand-in, and the machine reads the function again when it is first called or looked at.

/// A function whose body has been passed over: where it stands in its source.
package struct DeferredBody {
  /// The offset of the line of `def`, and the end of the body.
  package let start: Int
  package let end: Int
  /// The line of `def`, counted from 1.
  package let line: Int
  /// The class around it: private names take its name.
  package let className: String?
  /// Whether the line is indented.
  package let isIndented: Bool

  /// A source of this function alone, and the number of its first line: spans come out as in the whole source.
  package func source(of module: [UInt8]) -> (text: [UInt8], firstLine: Int) {
    let part = module[min(start, module.count)..<min(end, module.count)]
    if !isIndented { return (Array(part), line) }
    return (Array((className.map { "class \($0):\n" } ?? "if 1:\n").utf8) + part, line - 1)
  }
}

extension Parser {
  /// Passes over the body behind a colon, but for the text that documents the function; `first` is the token that
  /// begins the definition. nil: the body must be read, as it is short or needs what is around it.
  func deferBody(_ first: Int, into body: inout [Stmt]) throws(SyntaxError) -> DeferredBody? {
    guard defersBodies, functionDepth == 0, classNames.count <= 1, kind == .newline, index + 2 < tokens.count,
      tokens[index + 1].kind == .indent
    else { return nil }
    var (place, level, end) = (index + 2, 1, 0)
    while level > 0 {
      switch tokens[place].kind {
      case .indent: level += 1
      case .dedent: level -= 1
      case .newline: end = Int(tokens[place].end)
      case .name where needsClass(tokens[place]): return nil
      case .error, .endMarker: return nil
      default: break
      }
      place += 1
    }
    let docEnd = tokens[index + 2].kind == .string && tokens[index + 3].kind == .newline ? index + 4 : 0
    if place - max(index + 2, docEnd) < 12 { return nil }
    if docEnd > 0 {
      advance()
      advance()
      try parseStatement(into: &body)
    }
    index = place
    kind = tokens[place].kind
    var start = Int(tokens[first].start)
    while start > 0 && source.bytes[start - 1] != 0x0A { start -= 1 }
    return DeferredBody(
      start: start, end: end, line: Int(tokens[first].span.line), className: classNames.last,
      isIndented: start != Int(tokens[first].start))
  }

  /// Whether a name stands for the class around a method.
  private func needsClass(_ token: Token) -> Bool {
    let text = source.bytes[Int(token.start)..<Int(token.end)]
    return text.count == 5 && text.elementsEqual("super".utf8) || text.count == 9 && text.elementsEqual("__class__".utf8)
  }
}
