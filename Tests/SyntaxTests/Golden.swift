import Foundation
import Testing

@testable import Syntax

/// The tables of recorded answers in `Fixtures`, which `record.py` writes.
enum Golden {
  /// One source that cannot be parsed, with the exception CPython raises.
  struct ErrorCase: CustomTestStringConvertible, Sendable {
    let source: String
    let kind: String
    let message: String
    let place: [Int]
    var testDescription: String { source.debugDescription }
  }

  /// One source with the tree `ast.dump` shows.
  struct TreeCase: CustomTestStringConvertible, Sendable {
    let source: String
    let dump: String
    var testDescription: String { source.debugDescription }
  }

  /// One cell with IPython's answer.
  struct CompletenessCase: CustomTestStringConvertible, Sendable {
    let source: String
    let answer: Completeness
    var testDescription: String { source.debugDescription }
  }

  static func errors(_ name: String) -> [ErrorCase] {
    rows(name).compactMap { row in
      guard row.count == 7, let source = row[0] as? String, let kind = row[1] as? String,
        let message = row[2] as? String
      else { return nil }
      return ErrorCase(
        source: source, kind: kind, message: message, place: row[3...].compactMap { $0 as? Int })
    }
  }

  static func trees(_ name: String) -> [TreeCase] {
    rows(name).compactMap { row in
      guard row.count == 2, let source = row[0] as? String, let dump = row[1] as? String else { return nil }
      return TreeCase(source: source, dump: dump)
    }
  }

  static func completeness(_ name: String) -> [CompletenessCase] {
    rows(name).compactMap { row in
      guard row.count == 3, let source = row[0] as? String, let status = row[1] as? String else { return nil }
      let answer: Completeness =
        switch status {
        case "complete": .complete
        case "invalid": .invalid
        default: .incomplete(indent: row[2] as? Int ?? -1)
        }
      return CompletenessCase(source: source, answer: answer)
    }
  }

  private static func rows(_ name: String) -> [[Any]] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "Fixtures")
    guard let data = try? Data(contentsOf: folder.appendingPathComponent(name)),
      let table = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
    else { return [] }
    return table["cases"] as? [[Any]] ?? []
  }
}

/// Parses a module from text.
func parse(_ source: String) throws(SyntaxError) -> Module {
  try Parser(source: Array(source.utf8), filename: "<test>").parseModule()
}

/// Returns the error a text gives, or nil.
func parseError(_ source: String) -> SyntaxError? {
  do throws(SyntaxError) {
    _ = try parse(source)
    return nil
  } catch {
    return error
  }
}
