// Oppen-style pretty printing, as IPython's `lib.pretty` does it: text and breakable separators gather in a buffer;
// when a line gets longer than the width, the outermost group that still has separators breaks all of them.

/// Lays out nested text in lines of limited width.
final class PrettyPrinter {
  /// Separators that break together.
  final class Group {
    let depth: Int
    /// Number of separators in the buffer.
    var pending = 0
    var wantsBreak = false
    init(depth: Int) { self.depth = depth }
  }

  private enum Piece {
    case text(String, width: Int)
    case separator(String, width: Int, indentation: Int, group: Group)
  }

  /// What is laid out so far.
  private(set) var output = ""
  /// Columns of the next line.
  var indentation = 0
  private let width: Int
  private var outputWidth = 0
  private var bufferWidth = 0
  private var buffer: [Piece] = []
  private var head = 0
  private var groups: [Group]
  /// Groups with separators, by depth.
  private var queue: [[Group]]

  init(width: Int = 79) {
    self.width = width
    let root = Group(depth: 0)
    groups = [root]
    queue = [[root]]
  }

  private var bufferIsEmpty: Bool { head >= buffer.count }

  /// Adds text.
  func text(_ text: String) {
    let count = text.unicodeScalars.count
    if bufferIsEmpty {
      output += text
      outputWidth += count
      return
    }
    if case .text(let before, let beforeWidth)? = buffer.last {
      buffer[buffer.count - 1] = .text(before + text, width: beforeWidth + count)
    } else {
      buffer.append(.text(text, width: count))
    }
    bufferWidth += count
    breakOuterGroups()
  }

  /// Adds a separator where a line may end.
  func breakable(_ separator: String = " ") {
    guard let group = groups.last else { return }
    if group.wantsBreak {
      flush()
      newLine(indentation)
      bufferWidth = 0
      return
    }
    let count = separator.unicodeScalars.count
    group.pending += 1
    buffer.append(.separator(separator, width: count, indentation: indentation, group: group))
    bufferWidth += count
    breakOuterGroups()
  }

  /// Ends the line.
  func breakLine() {
    if let group = dequeue() { breakOne(group) }
    flush()
    newLine(indentation)
    bufferWidth = 0
  }

  /// Starts a group that breaks together.
  func beginGroup(_ indent: Int = 0, _ open: String = "") {
    if !open.isEmpty { text(open) }
    let group = Group(depth: (groups.last?.depth ?? 0) + 1)
    groups.append(group)
    enqueue(group)
    indentation += indent
  }

  /// Ends a group.
  func endGroup(_ dedent: Int = 0, _ close: String = "") {
    indentation -= dedent
    if groups.count > 1, let group = groups.popLast(), group.pending == 0 { remove(group) }
    if !close.isEmpty { text(close) }
  }

  /// Writes what is still in the buffer.
  func flush() {
    while !bufferIsEmpty { outputFirst() }
    bufferWidth = 0
  }

  // MARK: Groups

  private func enqueue(_ group: Group) {
    while group.depth > queue.count - 1 { queue.append([]) }
    queue[group.depth].append(group)
  }

  private func remove(_ group: Group) {
    guard group.depth < queue.count, let at = queue[group.depth].firstIndex(where: { $0 === group }) else {
      return
    }
    queue[group.depth].remove(at: at)
  }

  /// The outermost group with separators; the index quirk is IPython's.
  private func dequeue() -> Group? {
    for depth in queue.indices {
      for (position, group) in queue[depth].reversed().enumerated() where group.pending > 0 {
        queue[depth].remove(at: position)
        group.wantsBreak = true
        return group
      }
      for group in queue[depth] { group.wantsBreak = true }
      queue[depth].removeAll()
    }
    return nil
  }

  private func breakOuterGroups() {
    while width < outputWidth + bufferWidth {
      guard let group = dequeue() else { return }
      breakOne(group)
    }
  }

  private func breakOne(_ group: Group) {
    while group.pending > 0 && !bufferIsEmpty { outputFirst() }
    while !bufferIsEmpty, case .text = buffer[head] { outputFirst() }
  }

  private func outputFirst() {
    let piece = buffer[head]
    head += 1
    if head > 256 && head * 2 > buffer.count {
      buffer.removeFirst(head)
      head = 0
    }
    switch piece {
    case .text(let text, let count):
      output += text
      outputWidth += count
      bufferWidth -= count
    case .separator(let text, let count, let indent, let group):
      group.pending -= 1
      bufferWidth -= count
      if group.wantsBreak {
        newLine(indent)
      } else {
        if group.pending == 0 { remove(group) }
        output += text
        outputWidth += count
      }
    }
    if bufferIsEmpty {
      buffer.removeAll(keepingCapacity: true)
      head = 0
    }
  }

  private func newLine(_ indent: Int) {
    output += "\n" + String(repeating: " ", count: max(0, indent))
    outputWidth = max(0, indent)
  }
}
