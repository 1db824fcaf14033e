import Glibc

/// The history of a user in an SQLite file, which all kernels share. It belongs to the history thread.
///
/// The tables are those of IPython's history.sqlite; a rollback journal, not a write-ahead log, because homes lie on
/// network file systems. What cannot be written (a full disk, a lock that is not given up) is
/// lost to later sessions, never to this one, and never makes a cell wait.
final class HistoryFile {
  private let database: Database

  private static let tables = """
    PRAGMA synchronous = NORMAL;
    CREATE TABLE IF NOT EXISTS sessions (session INTEGER PRIMARY KEY AUTOINCREMENT, start TIMESTAMP, end TIMESTAMP,
      num_cmds INTEGER, remark TEXT);
    CREATE TABLE IF NOT EXISTS history (session INTEGER, line INTEGER, source TEXT, source_raw TEXT,
      PRIMARY KEY (session, line));
    CREATE TABLE IF NOT EXISTS output_history (session INTEGER, line INTEGER, output TEXT,
      PRIMARY KEY (session, line));
    """
  /// How long another kernel may hold the file.
  private static let patience: Int32 = 500

  /// Opens the file and makes its folder; nil if that is not possible.
  init?(_ path: String) {
    if let slash = path.lastIndex(of: "/") { try? FileIO.makeFolder(String(path[..<slash])) }
    // Only the user may read it; the files that SQLite makes beside it follow.
    let made = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard made >= 0 else { return nil }
    Glibc.close(made)
    guard let database = Database(path: path, waiting: HistoryFile.patience), database.run(HistoryFile.tables) else {
      return nil
    }
    self.database = database
  }

  /// Takes the next number; nil if it cannot be written.
  func startSession() -> Int? {
    guard database.run("INSERT INTO sessions (start) VALUES (?)", [.text(Timestamp.now.text)]) else { return nil }
    return database.lastKey
  }

  /// Notes the end of a session.
  func endSession(_ session: Int, count: Int) {
    database.run(
      "UPDATE sessions SET end = ?, num_cmds = ? WHERE session = ?",
      [.text(Timestamp.now.text), .int(count), .int(session)])
  }

  /// Writes cells and results in one transaction; false if it failed.
  func write(_ jobs: [HistoryStore.Job], session: Int) -> Bool {
    guard database.run("BEGIN IMMEDIATE") else { return false }
    var isGood = true
    for job in jobs where isGood {
      switch job {
      case .input(let line, let input, let raw):
        isGood = database.run(
          "INSERT OR REPLACE INTO history VALUES (?, ?, ?, ?)",
          [.int(session), .int(line), .text(input), .text(raw)])
      case .output(let line, let output):
        isGood = database.run(
          "INSERT OR REPLACE INTO output_history VALUES (?, ?, ?)", [.int(session), .int(line), .text(output)])
      }
    }
    guard isGood, database.run("COMMIT") else {
      database.run("ROLLBACK")
      return false
    }
    return true
  }

  // MARK: Questions about other sessions

  private static let columns = """
    SELECT session, line, source, source_raw, output FROM history LEFT JOIN output_history USING (session, line)
    """

  private func entries(_ condition: String, _ parameters: [Database.Cell]) -> [HistoryStore.Stored] {
    var found: [HistoryStore.Stored] = []
    database.run(HistoryFile.columns + " " + condition, parameters) { row in
      let input = row.text(2) ?? ""
      let entry = HistoryEntry(session: row.int(0), line: row.int(1), input: input, output: row.text(4))
      found.append(HistoryStore.Stored(entry: entry, raw: row.text(3) ?? input))
    }
    return found
  }

  /// The last cells of sessions other than `own`, oldest first.
  func tail(_ count: Int, except own: Int) -> [HistoryStore.Stored] {
    entries("WHERE session <> ? ORDER BY session DESC, line DESC LIMIT ?", [.int(own), .int(count)]).reversed()
  }

  /// Cells of one session.
  func range(session: Int, start: Int, stop: Int?) -> [HistoryStore.Stored] {
    entries(
      "WHERE session = ? AND line >= ? AND line < ? ORDER BY line", [.int(session), .int(start), .int(stop ?? .max)])
  }

  /// Cells that a shell pattern fits, of sessions other than `own`, oldest first; at most the last `count`.
  func search(_ pattern: String, count: Int?, isUnique: Bool, except own: Int) -> [HistoryStore.Stored] {
    let group = isUnique ? "GROUP BY source_raw HAVING max(session * 1000000 + line)" : ""
    return entries(
      "WHERE session <> ? AND source_raw GLOB ? \(group) ORDER BY session DESC, line DESC LIMIT ?",
      [.int(own), .text(pattern), .int(count ?? -1)]
    ).reversed()
  }
}
