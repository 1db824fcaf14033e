/// The place of a node in its source: lines count from 1, columns from 0 in code points of their line.
///
/// `ast` counts columns in UTF-8 bytes; tracebacks and carets need characters, so these are characters. Both are the
/// same on ASCII lines, and `SourceLines` converts on the others.
package struct Span: Equatable, Sendable {
  /// The first line of the node.
  package var line: Int32
  /// The column of the node's first character.
  package var column: Int32
  /// The line of the node's last character.
  package var endLine: Int32
  /// The column after the node's last character.
  package var endColumn: Int32

  /// Makes a span from its four numbers.
  package init(line: Int32, column: Int32, endLine: Int32, endColumn: Int32) {
    self.line = line
    self.column = column
    self.endLine = endLine
    self.endColumn = endColumn
  }

  /// Returns the span from the start of this one to the end of the other.
  package func through(_ other: Span) -> Span {
    Span(line: line, column: column, endLine: other.endLine, endColumn: other.endColumn)
  }

  /// The span used where no source exists.
  package static let none = Span(line: 1, column: 0, endLine: 1, endColumn: 0)
}
