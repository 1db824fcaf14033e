// Regular expressions: the pattern becomes a program for a backtracking machine with its own stack, so that no text
// can overflow the native one.

/// Flags of `re`.
struct RegexFlags: OptionSet {
  let rawValue: Int
  static let template = RegexFlags(rawValue: 1)
  static let ignoreCase = RegexFlags(rawValue: 2)
  static let locale = RegexFlags(rawValue: 4)
  static let multiline = RegexFlags(rawValue: 8)
  static let dotAll = RegexFlags(rawValue: 16)
  static let unicode = RegexFlags(rawValue: 32)
  static let verbose = RegexFlags(rawValue: 64)
  static let ascii = RegexFlags(rawValue: 256)
}

/// A class of characters that an escape names.
enum CharacterKind {
  case digit, word, space
}

/// A set of characters: `[...]`, an escape such as `\d`, or one character.
struct CharacterSet {
  var ranges: [ClosedRange<UInt32>] = []
  var kinds: [(kind: CharacterKind, negated: Bool)] = []
  var isNegated = false
  var ignoreCase = false
  var asciiOnly = false
  /// Answers for ASCII, computed by `seal`.
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  /// The answers for ASCII; others may be in the set.
  var start: RegexStart { RegexStart(low: low, high: high, others: true) }

  /// Computes the answers for ASCII.
  mutating func seal() {
    for p in 0..<UInt32(128) where slow(p) {
      if p < 64 { low |= 1 << UInt64(p) } else { high |= 1 << UInt64(p - 64) }
    }
  }

  @inline(__always)
  func contains(_ p: UInt32) -> Bool {
    if p < 64 { return low >> UInt64(p) & 1 != 0 }
    if p < 128 { return high >> UInt64(p - 64) & 1 != 0 }
    return slow(p)
  }

  private func slow(_ p: UInt32) -> Bool {
    var found = has(p)
    if !found && ignoreCase {
      for variant in RegexRules.variants(p, asciiOnly: asciiOnly) where has(variant) {
        found = true
        break
      }
    }
    return found != isNegated
  }

  private func has(_ p: UInt32) -> Bool {
    for range in ranges where range.contains(p) { return true }
    for (kind, negated) in kinds where RegexRules.isKind(p, kind, asciiOnly: asciiOnly) != negated { return true }
    return false
  }
}

/// One instruction; targets are indexes into the program.
enum RegexOp {
  case character(UInt32)
  case set(Int)
  case any
  case anyButNewline
  case lineStart, lineEnd, textStart, textEnd, stringEnd
  case wordBoundary(negated: Bool, asciiOnly: Bool)
  /// Tries `first`, then `second`.
  case split(first: Int, second: Int)
  case jump(Int)
  case save(Int)
  /// Repeats the single-character instruction that follows; the program goes on after it.
  case run(min: Int, max: Int, greedy: Bool, possessive: Bool)
  case backReference(Int, ignoreCase: Bool)
  /// Runs the program up to its `accept` from here; goes on at `next`.
  case look(ahead: Bool, negated: Bool, width: Int, next: Int)
  case atomic(next: Int)
  case condition(group: Int, otherwise: Int)
  /// Remembers a place in a register, and breaks a loop that did not move since.
  case mark(Int)
  case checkProgress(Int, exit: Int)
  case setCounter(Int, Int)
  /// Counts a turn: below `min` back to `body`; below `max` tries body or exit by greed; else on. A turn that did not
  /// move since `mark` is the last one.
  case loop(counter: Int, mark: Int, min: Int, max: Int, greedy: Bool, body: Int)
  case accept
}

/// A compiled pattern.
final class RegexProgram {
  /// The instructions while the pattern is compiled.
  var ops: [RegexOp] = []
  /// The instructions as they are run, once `seal` made them.
  var code: UnsafeMutablePointer<RegexInstruction>
  var codeCount = 0
  var sets: [CharacterSet] = []
  var groupCount = 0
  var groupNames: [(name: String, group: Int)] = []
  /// The groups that always take the same number of characters.
  var groupWidths: [Int: Int] = [:]
  var registerCount = 0
  var flags: RegexFlags = []
  /// What is odd about the pattern, though it is no error.
  var warnings: [RegexWarning] = []
  /// Every match begins where the text begins.
  var isAnchored = false
  /// What every match begins with; nil: some begin with anything, or are empty.
  var start: RegexStart?

  init() { code = .allocate(capacity: 1) }
  deinit { code.deallocate() }

  /// Bounds of all groups, then the registers of loops.
  var firstRegister: Int { (groupCount + 1) * 2 }
  var saveCount: Int { firstRegister + registerCount }
}

/// What characters are for `re`.
enum RegexRules {
  static func isWord(_ p: UInt32, asciiOnly: Bool) -> Bool {
    if p < 128 {
      return (p >= 0x30 && p <= 0x39) || ((p | 0x20) >= 0x61 && (p | 0x20) <= 0x7A) || p == 0x5F
    }
    if asciiOnly { return false }
    guard let properties = Unicode.Scalar(p)?.properties else { return false }
    switch properties.generalCategory {
    case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber:
      return true
    default: return properties.numericType != nil
    }
  }

  static func isKind(_ p: UInt32, _ kind: CharacterKind, asciiOnly: Bool) -> Bool {
    switch kind {
    case .word: return isWord(p, asciiOnly: asciiOnly)
    case .digit:
      if p < 128 { return p >= 0x30 && p <= 0x39 }
      return !asciiOnly && Unicode.Scalar(p)?.properties.numericType == .decimal
    case .space:
      if p < 128 { return p == 0x20 || (p >= 9 && p <= 13) || (!asciiOnly && p >= 0x1C && p <= 0x1F) }
      return !asciiOnly && (Unicode.Scalar(p)?.properties.isWhitespace ?? false)
    }
  }

  /// The other cases of a character.
  static func variants(_ p: UInt32, asciiOnly: Bool) -> [UInt32] {
    if p < 128 {
      let letter = p | 0x20
      if letter < 0x61 || letter > 0x7A { return [] }
      return asciiOnly ? [p ^ 0x20] : irregularVariants(p) ?? [p ^ 0x20]
    }
    if asciiOnly { return [] }
    if let irregular = irregularVariants(p) { return irregular }
    guard let properties = Unicode.Scalar(p)?.properties else { return [] }
    var result: [UInt32] = []
    for text in [properties.lowercaseMapping, properties.uppercaseMapping] {
      let scalars = text.unicodeScalars
      if scalars.count == 1, let scalar = scalars.first, scalar.value != p { result.append(scalar.value) }
    }
    return result
  }

  /// One representative of a character's cases.
  static func fold(_ p: UInt32, asciiOnly: Bool) -> UInt32 {
    if p < 128 { return p >= 0x41 && p <= 0x5A ? p | 0x20 : p }
    if asciiOnly { return p }
    guard let scalars = Unicode.Scalar(p)?.properties.lowercaseMapping.unicodeScalars, scalars.count == 1,
      let scalar = scalars.first
    else { return p }
    return scalar.value
  }
}
