import Glibc
import Interpreter
internal import Kernel

// `%history`: cells of this and earlier sessions, as IPython shows them.

/// What the line of `%history` asks for.
private struct HistoryOptions {
  var numbers = false
  var outputs = false
  var prompts = false
  var translated = false
  var unique = false
  /// A file instead of the screen.
  var file: String?
  /// Cells that match (`-g`).
  var pattern: String?
  /// The last cells of all sessions (`-l`).
  var tail: Int?
  /// Cells by number: `3`, `2-5`, `~1/2-~0/4`.
  var ranges: [Substring] = []

  init(_ line: String) {
    var words = line.split(separator: " ")[...]
    while let word = words.popFirst() {
      guard word.hasPrefix("-"), word.count > 1, word.dropFirst().allSatisfy({ $0.isLetter }) else {
        ranges.append(word)
        continue
      }
      for letter in word.dropFirst() {
        switch letter {
        case "n": numbers = true
        case "o": outputs = true
        case "p": prompts = true
        case "t": translated = true
        case "u": unique = true
        case "f": file = words.popFirst().map(String.init)
        case "l":
          tail = words.first.flatMap { Int($0) } ?? 10
          if words.first.flatMap({ Int($0) }) != nil { words.removeFirst() }
        case "g":
          let taken = words.prefix { !$0.hasPrefix("-") }
          pattern = taken.joined(separator: " ")
          words = words.dropFirst(taken.count)
        default: break
        }
      }
    }
  }
}

extension PythonLanguage {
  /// Runs `%history line`.
  func showHistory(_ line: String) throws(Raised) -> Value {
    let options = HistoryOptions(line)
    var path = options.file
    if let name = path, name.hasPrefix("~/"), let home = getenv("HOME") {
      path = String(cString: home) + name.dropFirst()
    }
    if let path, access(path, F_OK) == 0 {
      let answer = try vm.readInput(vm, "File \(quoted(path)) exists. Overwrite? ", false) ?? ""
      guard ["y", "yes"].contains(answer.trimmed.lowercased()) else {
        write(.stdout, "Aborting.\n")
        return .none
      }
    }
    let text = entries(options).map { entry in historyText(entry, options) }.joined()
    guard let path else {
      write(.stdout, text)
      return .none
    }
    do {
      try FileIO.write(path, Array(text.utf8))
    } catch {
      throw usageError("cannot write \(path)")
    }
    return .none
  }

  private func quoted(_ text: String) -> String { "'" + text + "'" }

  /// The cells to show; those of this session have the number 0.
  private func entries(_ options: HistoryOptions) -> [HistoryEntry] {
    func ask(_ access: HistoryRequest.Access) -> [HistoryEntry] {
      let own = store.session
      return store.answer(HistoryRequest(access, raw: !options.translated, output: options.outputs)).map { entry in
        var entry = entry
        if entry.session == own { entry.session = 0 }
        return entry
      }
    }
    if let pattern = options.pattern {
      return ask(.search(pattern: "*" + pattern + "*", count: options.tail, unique: options.unique))
    }
    if let count = options.tail {
      // Without the cell that asks.
      let found = ask(.tail(count: max(0, count) &+ 1))
      return Array(found.dropLast().suffix(max(0, count)))
    }
    if options.ranges.isEmpty { return ask(.range(session: 0, start: 1, stop: nil)) }
    return options.ranges.flatMap { word in HistoryRange(word).map { $0.requests(own: store.session) } ?? [] }.flatMap(ask)
  }

  /// The cells of ranges like `3`, `2-5`, `~1/4`; of this session without one.
  func cells(in ranges: [String], raw: Bool) -> [HistoryEntry] {
    let own = store.session
    let wanted =
      ranges.isEmpty
      ? [HistoryRequest.Access.range(session: own, start: 1, stop: nil)]
      : ranges.flatMap { word in HistoryRange(Substring(word)).map { $0.requests(own: own) } ?? [] }
    return wanted.flatMap { store.answer(HistoryRequest($0, raw: raw, output: false)) }
  }

  /// One cell as text.
  private func historyText(_ entry: HistoryEntry, _ options: HistoryOptions) -> String {
    var input = entry.input
    while let last = input.last, last.isWhitespace { input.removeLast() }
    var text = ""
    let lines = input.split(separator: "\n", omittingEmptySubsequences: false)
    if options.numbers || options.pattern != nil {
      let number = entry.session == 0 ? "\(entry.line)" : "\(entry.session)/\(entry.line)"
      text = String(repeating: " ", count: max(0, 4 - number.count)) + number + ":" + (lines.count > 1 ? "\n" : " ")
    }
    if options.prompts {
      text += ">>> " + lines.joined(separator: "\n... ") + (lines.count > 1 ? "\n..." : "")
    } else {
      text += input
    }
    text += "\n"
    if options.outputs, let output = entry.output { text += output + "\n" }
    return text
  }
}

/// Cells by number: `4`, `2-5`, `~2/1-~1/4`, `~1/`.
private struct HistoryRange {
  var first: (session: Int, line: Int)
  /// Inclusive; nil: to the end.
  var last: (session: Int, line: Int)?

  init?(_ word: Substring) {
    let ends = word.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard let start = HistoryRange.place(ends[0], session: 0) else { return nil }
    first = (start.session, start.line ?? 1)
    guard ends.count == 2 else {
      last = start.line.map { (start.session, $0) }
      return
    }
    guard let end = HistoryRange.place(ends[1], session: start.session) else { return nil }
    last = end.line.map { (end.session, $0) }
  }

  /// `~1/3`: session and number; nil if it is neither.
  private static func place(_ text: Substring, session: Int) -> (session: Int, line: Int?)? {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    var session = session
    if parts.count == 2 {
      let isBack = parts[0].hasPrefix("~")
      guard let number = Int(isBack ? parts[0].dropFirst() : parts[0]), number >= 0 else { return nil }
      session = isBack ? -number : number
    }
    guard let number = parts.last else { return nil }
    if number.isEmpty { return (session, nil) }
    guard let line = Int(number), line >= 0 else { return nil }
    return (session, line)
  }

  /// What to ask the store, session by session.
  func requests(own: Int) -> [HistoryRequest.Access] {
    guard let last else { return [.range(session: first.session, start: first.line, stop: nil)] }
    let (from, to) = (absolute(first.session, own), absolute(last.session, own))
    if from == to { return [.range(session: from, start: first.line, stop: last.line &+ 1)] }
    guard from < to, to &- from < 10_000 else { return [] }
    var made: [HistoryRequest.Access] = [.range(session: from, start: first.line, stop: nil)]
    for session in (from &+ 1)..<to { made.append(.range(session: session, start: 1, stop: nil)) }
    made.append(.range(session: to, start: 1, stop: last.line &+ 1))
    return made
  }

  private func absolute(_ session: Int, _ own: Int) -> Int { session > 0 ? session : own &+ session }
}
