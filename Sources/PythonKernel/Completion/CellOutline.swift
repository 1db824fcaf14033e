import Syntax

/// The tree of a cell up to the cursor, though what is written there need not be valid Python.
///
/// The statement with the cursor becomes `pass`; lines that the parser refuses become `pass` too.
struct CellOutline {
  /// The statements before the cursor.
  let body: [Stmt]
  /// The line of the cursor, counted from 1.
  let cursorLine: Int32

  /// Lines that are given up before the whole cell is.
  private static let mostRepairs = 8
  /// Longer cells are read from there on only.
  private static let longest = 200_000

  init(_ code: [Unicode.Scalar], cursor: Int) {
    let end = max(0, min(cursor, code.count))
    var lines = CellOutline.statements(before: end, code)
    let indent = CellOutline.indent(lines.last ?? "")
    let last = max(0, lines.count - 1)
    if lines.isEmpty { lines.append("") }
    lines[last] = indent + "pass"
    cursorLine = Int32(clamping: lines.count)
    var refused: Set<Int> = []
    for _ in 0..<CellOutline.mostRepairs {
      do throws(SyntaxError) {
        let text = lines.joined(separator: "\n") + "\n"
        body = try Parser(source: Array(text.utf8), filename: "<cell>").parseModule().body
        return
      } catch {
        var at = min(max(error.line, 1), lines.count) - 1
        if at == last {
          // The line before opens a block, or the cursor stands in none.
          guard refused.insert(at).inserted, let above = lines[..<last].lastIndex(where: { !$0.trimmed.isEmpty }) else {
            break
          }
          let deeper = lines[above].trimmed.hasSuffix(":") ? "    " : ""
          lines[last] = CellOutline.indent(lines[above]) + deeper + "pass"
          continue
        }
        if !refused.insert(at).inserted, let other = (0..<at).last(where: { !refused.contains($0) }) { at = other }
        refused.insert(at)
        lines[at] = lines[at].trimmed.isEmpty ? "" : CellOutline.indent(lines[at]) + "pass"
      }
    }
    body = []
  }

  /// The lines up to the cursor; a statement that goes on over several lines and holds the cursor is one line.
  private static func statements(before end: Int, _ code: [Unicode.Scalar]) -> [String] {
    var lines: [String] = []
    var state = LineState()
    var start = max(0, end - longest)
    var statement = 0
    while true {
      var stop = start
      while stop < end, code[stop] != "\n" { stop += 1 }
      if state.isClear { statement = lines.count }
      let line = Array(code[start..<stop])
      _ = LineScanner.scan(line, &state)
      let text = code.text(start..<stop)
      let mark = text.trimmed
      // What IPython adds to Python.
      let isOwn = mark.hasPrefix("%") || mark.hasPrefix("!") || mark.hasPrefix("?") || mark.hasSuffix("?")
      lines.append(isOwn && statement == lines.count ? indent(text) + "pass" : text)
      if stop >= end { break }
      start = stop + 1
    }
    lines.removeSubrange((statement + 1)...)
    return lines
  }

  private static func indent(_ line: String) -> String { String(line.prefix { $0 == " " || $0 == "\t" }) }
}
