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
