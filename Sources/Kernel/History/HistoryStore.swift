// The cells of this and earlier processes, in a file of JSON lines that all kernels of a user append to:
//
//     {"session":12}                                   a session has started
//     {"session":12,"line":1,"input":"6*7"}            a cell
//     {"session":12,"line":1,"output":"42"}            its result
//
// One line is written by one system call, so kernels do not mix; session numbers are given under a file lock. The
// file is read only when somebody asks about earlier sessions.

import Glibc

/// Remembers cells and answers history requests.
package final class HistoryStore {
  private let path: String?
  private var entries: [Stored] = []
  private var sessionNumber: Int?

  private struct Stored {
    var entry: HistoryEntry
    var raw: String
  }

  /// Opens a history; without a path it lives in memory.
  ///
  /// Nothing is read or written yet.
  package init(path: String?) { self.path = path }

  /// Where the history of this user is kept; `WICK_HISTORY` names another file, or with an empty value none.
  package static var standardPath: String? {
    func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
    if let chosen = variable("WICK_HISTORY") { return chosen.isEmpty ? nil : chosen }
    if let folder = variable("IPYTHONDIR"), !folder.isEmpty { return folder + "/wick-history.jsonl" }
    if let state = variable("XDG_STATE_HOME"), !state.isEmpty { return state + "/wick/history.jsonl" }
    guard let home = variable("HOME"), !home.isEmpty else { return nil }
    return home + "/.local/state/wick/history.jsonl"
  }

  /// Number of this session; the first call takes the next free one.
  package var session: Int {
    if let sessionNumber { return sessionNumber }
    let number = startSession()
    sessionNumber = number
    return number
  }

  /// Stores a cell: as it runs, and as it was typed if magics changed it.
  package func store(line: Int, input: String, raw: String? = nil) {
    let entry = HistoryEntry(session: session, line: line, input: input)
    entries.append(Stored(entry: entry, raw: raw ?? input))
    var record: JSONObject = ["session": .int(session), "line": .int(line), "input": .string(raw ?? input)]
    if let raw, raw != input { record["transformed"] = .string(input) }
    append(.object(record))
  }

  /// Stores the text of a result.
  package func store(line: Int, output: String) {
    guard let at = entries.lastIndex(where: { $0.entry.line == line }) else { return }
    entries[at].entry.output = output
    append(["session": .int(session), "line": .int(line), "output": .string(output)])
  }

  // MARK: Questions

  /// The cells a request asks for, oldest first.
  package func answer(_ request: HistoryRequest) -> [HistoryEntry] {
    var found: [Stored]
    switch request.access {
    case .range(let session, let start, let stop):
      found = range(session, start, stop)
    case .tail(let count):
      found = entries.count >= count ? entries : earlier() + entries
      found = Array(found.suffix(count))
    case .search(let pattern, let count, let unique):
      let glob = Glob(pattern)
      found = (earlier() + entries).filter { glob.matches($0.raw) }
      if unique { found = HistoryStore.unique(found) }
      if let count { found = Array(found.suffix(count)) }
    }
    return found.map { stored in
      var entry = stored.entry
      if request.raw { entry.input = stored.raw }
      if !request.output { entry.output = nil }
      return entry
    }
  }

  private func range(_ session: Int, _ start: Int, _ stop: Int?) -> [Stored] {
    let number = session > 0 ? session : self.session &+ session
    let all = number == self.session ? entries : earlier().filter { $0.entry.session == number }
    return all.filter { $0.entry.line >= start && $0.entry.line < (stop ?? .max) }
  }

  // The last of equal sources stays.
  private static func unique(_ found: [Stored]) -> [Stored] {
    var seen: Set<String> = []
    return found.reversed().filter { seen.insert($0.raw).inserted }.reversed()
  }

  // MARK: The file

  private func append(_ record: JSON) {
    guard let path else { return }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    let line = record.bytes + [0x0A]
    _ = write(descriptor, line, line.count)
    close(descriptor)
  }

  private func startSession() -> Int {
    guard let path else { return 1 }
    if let slash = path.lastIndex(of: "/") { try? FileIO.makeFolder(String(path[..<slash])) }
    let descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return 1 }
    defer { close(descriptor) }
    flock(descriptor, LOCK_EX)
    // The last session is named in every line; look at the end of the file, wherever a line starts there.
    let size = lseek(descriptor, 0, SEEK_END)
    var last = 0
    var span = 64 << 10
    while last == 0, size > 0 {
      lseek(descriptor, max(0, size - off_t(span)), SEEK_SET)
      var tail = [UInt8](repeating: 0, count: min(span, size))
      let count = read(descriptor, &tail, tail.count)
      guard count > 0 else { break }
      last = HistoryStore.records(tail[..<count]).compactMap { $0["session"]?.int }.max() ?? 0
      if span >= size { break }
      span = span &* 8
    }
    let number = last &+ 1
    let line = JSON.object(["session": .int(number)]).bytes + [0x0A]
    _ = write(descriptor, line, line.count)
    return number
  }

  private func earlier() -> [Stored] {
    guard let path, let bytes = try? FileIO.read(path, limit: 256 << 20) else { return [] }
    let own = session
    var stored: [Stored] = []
    var positions: [Int: [Int: Int]] = [:]
    for record in HistoryStore.records(bytes[...]) {
      guard let session = record["session"]?.int, session != own, let line = record["line"]?.int else {
        continue
      }
      if let raw = record["input"]?.string {
        positions[session, default: [:]][line] = stored.count
        let entry = HistoryEntry(session: session, line: line, input: record["transformed"]?.string ?? raw)
        stored.append(Stored(entry: entry, raw: raw))
      } else if let output = record["output"]?.string, let at = positions[session]?[line] {
        stored[at].entry.output = output
      }
    }
    return stored
  }

  // Lines that are not whole records (a cut start, a full disk) are skipped.
  private static func records(_ bytes: ArraySlice<UInt8>) -> [JSON] {
    bytes.split(separator: 0x0A).compactMap { try? JSON(parsing: Array($0)) }
  }
}

/// A shell pattern over a whole text: `*` any text, `?` one character, `[…]` one of several.
struct Glob {
  private let pattern: [Unicode.Scalar]

  init(_ pattern: String) { self.pattern = Array(pattern.unicodeScalars) }

  /// Matches in O(pattern × text): only the last `*` is ever tried again.
  func matches(_ text: String) -> Bool {
    let text = Array(text.unicodeScalars)
    var at = 0
    var position = 0
    var star: (pattern: Int, text: Int)?
    while position < text.count {
      if at < pattern.count, pattern[at] == "*" {
        star = (at, position)
        at += 1
      } else if let next = matchOne(at, text[position]) {
        at = next
        position += 1
      } else if let last = star {
        at = last.pattern + 1
        position = last.text + 1
        star = (last.pattern, position)
      } else {
        return false
      }
    }
    return pattern[at...].allSatisfy { $0 == "*" }
  }

  /// The position after the element at `at` if it matches one character.
  private func matchOne(_ at: Int, _ scalar: Unicode.Scalar) -> Int? {
    guard at < pattern.count else { return nil }
    if pattern[at] == "?" { return at + 1 }
    guard pattern[at] == "[", let end = pattern[(at + 1)...].dropFirst().firstIndex(of: "]") else {
      return pattern[at] == scalar ? at + 1 : nil
    }
    var set = pattern[(at + 1)..<end]
    let isNegated = set.first == "!" || set.first == "^"
    if isNegated { set = set.dropFirst() }
    var isMember = false
    var index = set.startIndex
    while index < set.endIndex {
      if index + 2 < set.endIndex, set[index + 1] == "-" {
        isMember = isMember || (set[index]...max(set[index], set[index + 2])).contains(scalar)
        index += 3
      } else {
        isMember = isMember || set[index] == scalar
        index += 1
      }
    }
    return isMember != isNegated ? end + 1 : nil
  }
}
