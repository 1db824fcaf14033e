/// What is looked for in the text of a statement without parsing it.
enum SQLText {
  /// The place behind spaces and comments.
  private static func start(of text: ArraySlice<UInt8>) -> Int? {
    var at = text.startIndex
    while at < text.endIndex {
      let byte = text[at]
      let next = at &+ 1 < text.endIndex ? text[at &+ 1] : 0
      if isSpace(byte) {
        at &+= 1
      } else if byte == 0x2D && next == 0x2D {
        guard let end = text[at...].firstIndex(of: 0x0A) else { return nil }
        at = end
      } else if byte == 0x2F && next == 0x2A {
        at &+= 2
        while at < text.endIndex, !(text[at] == 0x2A && at &+ 1 < text.endIndex && text[at &+ 1] == 0x2F) { at &+= 1 }
        if at >= text.endIndex { return nil }
        at &+= 2
      } else {
        return at
      }
    }
    return nil
  }
  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A }

  /// Whether something but spaces and comments is there.
  static func hasMore(_ text: ArraySlice<UInt8>) -> Bool { start(of: text) != nil }

  /// Whether the first word is one of those that change rows.
  static func writes(_ text: ArraySlice<UInt8>) -> Bool {
    guard let start = start(of: text) else { return false }
    let word = text[start...].prefix { $0 & 0xDF >= 0x41 && $0 & 0xDF <= 0x5A }.map { $0 & 0xDF }
    return ["INSERT", "UPDATE", "DELETE", "REPLACE"].contains { word.elementsEqual($0.utf8) }
  }
}
