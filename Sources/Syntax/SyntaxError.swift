/// What is wrong with a source text, with the fields Python's `SyntaxError` has.
package struct SyntaxError: Error, Equatable, Sendable {
  /// The exception class that reports the error.
  package enum Kind: UInt8, Sendable {
    /// `SyntaxError`.
    case syntaxError
    /// `IndentationError`.
    case indentationError
    /// `TabError`.
    case tabError
    /// `RecursionError`: the tree is higher than CPython's compiler would follow.
    case recursionError
    /// `MemoryError`: the nesting is deeper than CPython's parser would follow.
    case memoryError
    /// `ValueError`: an integer literal with more digits than CPython converts.
    case valueError
  }

  /// The exception class that reports the error.
  package var kind: Kind
  /// The text without the place.
  package var message: String
  /// The name of the file or cell.
  package var filename: String
  /// The line, counted from 1.
  package var line: Int
  /// The column, counted from 1 in code points; 0 when only the line is known.
  package var column: Int
  /// The last line of the faulty part; 0 when unknown.
  package var endLine: Int
  /// The column after the faulty part, counted from 1; 0 when unknown.
  package var endColumn: Int
  /// The line's text with its newline; none when the source ends before it.
  package var text: String?
  /// Whether more input could make the source valid.
  package var isIncomplete: Bool
  /// Whether the lexer's error replaces one of the parser before it.
  var isOverriding = true

  /// Makes an error.
  package init(
    kind: Kind = .syntaxError, message: String, filename: String, line: Int, column: Int, endLine: Int = 0,
    endColumn: Int = 0, text: String? = nil, isIncomplete: Bool = false
  ) {
    self.kind = kind
    self.message = message
    self.filename = filename
    self.line = line
    self.column = column
    self.endLine = endLine
    self.endColumn = endColumn
    self.text = text
    self.isIncomplete = isIncomplete
  }
}
