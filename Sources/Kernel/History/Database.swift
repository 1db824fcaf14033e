import Glibc
import SQLiteShim

/// An SQLite database; it belongs to one thread.
final class Database {
  private let functions: wick_sqlite
  private let handle: OpaquePointer

  // Constants of <sqlite3.h>.
  private static let readWriteCreate: Int32 = 0x02 | 0x04
  private static let done: Int32 = 101
  private static let row: Int32 = 100
  /// Tells SQLite to copy what is bound.
  private static var transient: UnsafeMutableRawPointer? { UnsafeMutableRawPointer(bitPattern: -1) }

  /// A value of a row or of a parameter.
  enum Cell {
    case int(Int)
    case text(String)
  }

  /// Opens or creates a file; nil when there is no SQLite, no right, or no space.
  init?(path: String, waiting milliseconds: Int32) {
    guard let functions = wick_sqlite_load()?.pointee else { return nil }
    var made: OpaquePointer?
    guard functions.open_v2(path, &made, Database.readWriteCreate, nil) == 0, let made else {
      _ = functions.close_v2(made)
      return nil
    }
    self.functions = functions
    handle = made
    _ = functions.busy_timeout(made, milliseconds)
  }

  deinit { _ = functions.close_v2(handle) }

  /// Runs statements without parameters; false if one fails.
  @discardableResult
  func run(_ statements: String) -> Bool { functions.exec(handle, statements, nil, nil, nil) == 0 }

  /// Key of the row inserted last.
  var lastKey: Int { Int(functions.last_insert_rowid(handle)) }

  /// Runs a statement and gives each row to `body`; false if it fails.
  @discardableResult
  func run(_ statement: String, _ parameters: [Cell], _ body: (Row) -> Void = { _ in }) -> Bool {
    var made: OpaquePointer?
    guard functions.prepare_v2(handle, statement, -1, &made, nil) == 0, let made else { return false }
    defer { _ = functions.finalize(made) }
    for (position, parameter) in parameters.enumerated() {
      switch parameter {
      case .int(let value): _ = functions.bind_int64(made, Int32(position + 1), Int64(value))
      case .text(let text):
        var text = text
        text.withUTF8 { bytes in
          bytes.withMemoryRebound(to: CChar.self) {
            // An empty text has no address; NULL would bind no text at all.
            _ = functions.bind_text(
              made, Int32(position + 1), $0.baseAddress ?? Database.nothing, Int32(clamping: $0.count),
              Database.transient)
          }
        }
      }
    }
    while true {
      switch functions.step(made) {
      case Database.row: body(Row(functions: functions, statement: made))
      case Database.done: return true
      default: return false
      }
    }
  }

  // A byte that is never read or written; its address stands for an empty text.
  nonisolated(unsafe) private static let nothing = UnsafePointer(UnsafeMutablePointer<CChar>.allocate(capacity: 1))

  /// One row of a result.
  struct Row {
    fileprivate let functions: wick_sqlite
    fileprivate let statement: OpaquePointer

    /// A number; 0 if there is none.
    func int(_ column: Int32) -> Int { Int(functions.column_int64(statement, column)) }

    /// A text; nil for NULL.
    func text(_ column: Int32) -> String? {
      guard let start = functions.column_text(statement, column) else { return nil }
      let count = Int(functions.column_bytes(statement, column))
      return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }
  }
}
