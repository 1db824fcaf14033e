/// Whether a cell could be run as it stands, as IPython answers.
package enum Completeness: Equatable, Sendable {
  /// The cell can run.
  case complete
  /// More lines are needed; the next starts with this many spaces.
  case incomplete(indent: Int)
  /// No further input makes the cell valid.
  case invalid

  var shown: String {
    switch self {
    case .complete: "complete"
    case .incomplete(let indent): "incomplete \(indent)"
    case .invalid: "invalid"
    }
  }
}

package func isComplete(_ source: [UInt8]) -> Completeness { .complete }

/// Parses any bytes as a cell, as an expression and as interactive input; used by the fuzzer, which looks for traps.
package func fuzzParse(_ bytes: [UInt8]) {
  _ = try? Parser(source: bytes, filename: "<fuzz>", isFile: true).parseModule()
  _ = try? Parser(source: bytes, filename: "<fuzz>").parseExpression()
  _ = try? Parser(source: bytes, filename: "<fuzz>").parseInteractive()
  _ = isComplete(bytes)
}
