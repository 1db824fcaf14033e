/// A token of Python: its kind, its place and its bytes in the prepared source.
struct Token {
  /// What the token is.
  var kind: TokenKind
  /// The number of brackets open after the token.
  var level: UInt8
  /// What a string's prefix and quotes say.
  var flags: StringFlags
  /// The offset of the first byte.
  var start: Int32
  /// The offset after the last byte.
  var end: Int32
  /// Where it stands in lines and columns.
  var span: Span
}

/// What the prefix and the quotes of a string literal say.
struct StringFlags: OptionSet {
  let rawValue: UInt8
  /// Prefix `r`: backslashes stand for themselves.
  static let raw = StringFlags(rawValue: 1)
  /// Prefix `b`.
  static let bytes = StringFlags(rawValue: 2)
  /// Prefix `u`.
  static let unicode = StringFlags(rawValue: 4)
  /// Prefix `f`.
  static let format = StringFlags(rawValue: 8)
  /// Three quotes on each side.
  static let triple = StringFlags(rawValue: 16)
  /// The text of a format specification, where braces are never doubled.
  static let spec = StringFlags(rawValue: 32)
}

/// The kinds of token.
///
/// Those that can start an expression come first, so that one comparison tells.
enum TokenKind: UInt8 {
  case name, number, string, fstringStart
  case leftParenthesis, leftBracket, leftBrace
  case minus, plus, tilde, ellipsis
  case not, lambda, await, none, `true`, `false`
  case endMarker, newline, indent, dedent, fstringMiddle, fstringEnd, error, unknown
  case rightParenthesis, rightBracket, rightBrace
  case comma, colon, semicolon, dot, equal, colonEqual, arrow, at, exclamation
  case star, doubleStar, slash, doubleSlash, percent, ampersand, bar, caret, leftShift, rightShift
  case less, greater, lessEqual, greaterEqual, equalEqual, notEqual, lessGreater
  case plusEqual, minusEqual, starEqual, slashEqual, doubleSlashEqual, percentEqual, atEqual, ampersandEqual
  case barEqual, caretEqual, leftShiftEqual, rightShiftEqual, doubleStarEqual
  case and, `as`, assert, async, `break`, `class`, `continue`, def, del, elif, `else`, except, finally, `for`
  case from, global, `if`, `import`, `in`, `is`, nonlocal, or, pass, raise, `return`, `try`, `while`, with
  case yield

  /// Whether an expression can start with this token (`yield` and `*` are no expressions).
  var startsExpression: Bool { rawValue <= TokenKind.false.rawValue }

  /// Whether the token is a reserved word.
  var isKeyword: Bool {
    rawValue >= TokenKind.and.rawValue
      || (rawValue >= TokenKind.not.rawValue && rawValue <= TokenKind.false.rawValue)
  }

  /// How tightly a binary operator binds, 0 for other tokens.
  var binaryPrecedence: UInt8 {
    switch self {
    case .bar: 1
    case .caret: 2
    case .ampersand: 3
    case .leftShift, .rightShift: 4
    case .plus, .minus: 5
    case .star, .slash, .doubleSlash, .percent, .at: 6
    default: 0
    }
  }

  /// The operator of a binary or augmented token.
  var binaryOperator: Operator? {
    switch self {
    case .bar, .barEqual: .bitOr
    case .caret, .caretEqual: .bitXor
    case .ampersand, .ampersandEqual: .bitAnd
    case .leftShift, .leftShiftEqual: .lShift
    case .rightShift, .rightShiftEqual: .rShift
    case .plus, .plusEqual: .add
    case .minus, .minusEqual: .sub
    case .star, .starEqual: .mult
    case .slash, .slashEqual: .div
    case .doubleSlash, .doubleSlashEqual: .floorDiv
    case .percent, .percentEqual: .mod
    case .at, .atEqual: .matMult
    case .doubleStar, .doubleStarEqual: .pow
    default: nil
    }
  }

  /// Whether the token is an augmented assignment.
  var isAugmentedAssignment: Bool {
    rawValue >= TokenKind.plusEqual.rawValue && rawValue <= TokenKind.doubleStarEqual.rawValue
  }
}

/// Finds reserved words: a table probed with the word's bytes packed into a number.
struct KeywordTable {
  private static let words: [(String, TokenKind)] = [
    ("and", .and), ("as", .as), ("assert", .assert), ("async", .async), ("await", .await), ("break", .break),
    ("class", .class), ("continue", .continue), ("def", .def), ("del", .del), ("elif", .elif),
    ("else", .else), ("except", .except), ("finally", .finally), ("for", .for), ("from", .from),
    ("global", .global), ("if", .if), ("import", .import), ("in", .in), ("is", .is), ("lambda", .lambda),
    ("nonlocal", .nonlocal), ("not", .not), ("or", .or), ("pass", .pass), ("raise", .raise),
    ("return", .return), ("try", .try), ("while", .while), ("with", .with), ("yield", .yield),
    ("None", .none), ("True", .true), ("False", .false),
  ]

  private var keys: [UInt64]
  private var kinds: [TokenKind]

  /// Makes the table.
  init() {
    keys = [UInt64](repeating: 0, count: 256)
    kinds = [TokenKind](repeating: .name, count: 256)
    for (word, kind) in KeywordTable.words {
      let key = word.utf8.reduce(0) { $0 << 8 | UInt64($1) }
      var slot = KeywordTable.slot(key)
      while keys[slot] != 0 { slot = (slot &+ 1) & 255 }
      keys[slot] = key
      kinds[slot] = kind
    }
  }

  private static func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 56)
  }

  /// Returns the kind of a word of at most eight bytes packed most significant first.
  func kind(of key: UInt64) -> TokenKind {
    var slot = KeywordTable.slot(key)
    while keys[slot] != 0 {
      if keys[slot] == key { return kinds[slot] }
      slot = (slot &+ 1) & 255
    }
    return .name
  }
}
