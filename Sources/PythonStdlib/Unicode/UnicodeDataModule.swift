@_spi(_Unicode) import Swift
import Interpreter

/// `unicodedata`: what Unicode says about characters, from the tables in Swift's library.
enum UnicodeDataModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(vm, name: "unicodedata", doc: "What Unicode says about characters.")
    module.constant(vm, "unidata_version", .object(vm.string("15.0.0")))
    names(vm, module)
    classes(vm, module)
    numbers(vm, module)
    forms(vm, module)
    return module
  }

  /// The character of an argument; a lone surrogate has no scalar.
  private static func point(_ vm: VM, _ value: Value, _ function: String) throws(Raised) -> UInt32 {
    guard let text = value.asStr else {
      throw vm.typeError("\(function)() argument 1 must be a unicode character, not \(vm.type(of: value).name)")
    }
    guard text.count == 1 else {
      throw vm.typeError("\(function)(): argument must be a unicode character, not a string of length \(text.count)")
    }
    return text[0]
  }

  private static func names(_ vm: VM, _ module: ModuleObject) {
    module.function(vm, "name(chr, default=..., /)", "The name of a character.") { (vm, args) throws(Raised) in
      let p = try point(vm, args[0], "name")
      if let name = name(of: p) { return .object(vm.string(name)) }
      if !args.has(1) { throw vm.valueError("no such name") }
      return args[1]
    }
    module.function(vm, "lookup(name, /)", "The character of a name.") { (vm, args) throws(Raised) in
      guard let text = args[0].asStr else {
        throw vm.typeError("lookup() argument must be str, not \(vm.type(of: args[0]).name)")
      }
      guard let p = find(text.string.uppercased()) else {
        throw vm.raised(vm.types.keyError, "undefined character name '\(text.string)'")
      }
      return .object(vm.character(p))
    }
  }

  private static let leading = [
    "G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C", "K", "T", "P", "H",
  ]
  private static let vowels = [
    "A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE", "OE", "YO", "U", "WEO", "WE", "WI", "YU", "EU",
    "YI", "I",
  ]
  private static let trailing = [
    "", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT", "LP", "LH", "M", "B", "BS", "S", "SS",
    "NG", "J", "C", "K", "T", "P", "H",
  ]

  /// The name of a code point; nil without one.
  private static func name(of p: UInt32) -> String? {
    if p >= 0xAC00 && p <= 0xD7A3 {
      let i = Int(p - 0xAC00)
      return "HANGUL SYLLABLE " + leading[i / 588] + vowels[i % 588 / 28] + trailing[i % 28]
    }
    return Unicode.Scalar(p)?.properties.name
  }

  /// The code point of a name in capitals.
  private static func find(_ name: String) -> UInt32? {
    for prefix in ["CJK UNIFIED IDEOGRAPH-", "CJK COMPATIBILITY IDEOGRAPH-", "TANGUT IDEOGRAPH-"] where name.hasPrefix(prefix) {
      guard let p = UInt32(name.dropFirst(prefix.count), radix: 16) else { return nil }
      return Unicode.Scalar(p)?.properties.name == name ? p : nil
    }
    if name.hasPrefix("HANGUL SYLLABLE ") { return (0xAC00...0xD7A3).first { self.name(of: $0) == name } }
    return names.find(name)
  }

  /// Names and aliases of all code points whose names are not counted through, by hash; made at the first question, which
  /// takes some hundredths of a second.
  private static let names = NameTable()

  private struct NameTable {
    /// Code points and 1; 0: nothing.
    private var points = [UInt32](repeating: 0, count: 1 << 17)

    init() {
      let ranges: [ClosedRange<UInt32>] = [
        0...0x33FF, 0x4DC0...0x4DFF, 0xA000...0xABFF, 0xF900...0x16FFF, 0x18800...0x1FBFF, 0xE0001...0xE01EF,
      ]
      for range in ranges {
        for p in range {
          guard let properties = Unicode.Scalar(p)?.properties else { continue }
          if let name = properties.name { add(name, p) }
          if let alias = properties.nameAlias { add(alias, p) }
        }
      }
    }
    private mutating func add(_ name: String, _ p: UInt32) {
      var place = Self.hash(name)
      while points[place] != 0 { place = (place + 1) & (points.count - 1) }
      points[place] = p + 1
    }
    func find(_ name: String) -> UInt32? {
      var place = Self.hash(name)
      while points[place] != 0 {
        let properties = Unicode.Scalar(points[place] - 1)?.properties
        if properties?.name == name || properties?.nameAlias == name { return points[place] - 1 }
        place = (place + 1) & (points.count - 1)
      }
      return nil
    }
    /// FNV-1a, down to the table's size.
    private static func hash(_ name: String) -> Int {
      var hash: UInt32 = 0x811C_9DC5
      for byte in name.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
      return Int((hash ^ hash >> 15) & 0x1FFFF)
    }
  }

  private static func category(_ p: UInt32) -> String {
    guard let scalar = Unicode.Scalar(p) else { return "Cs" }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter: return "Lu"
    case .lowercaseLetter: return "Ll"
    case .titlecaseLetter: return "Lt"
    case .modifierLetter: return "Lm"
    case .otherLetter: return "Lo"
    case .nonspacingMark: return "Mn"
    case .spacingMark: return "Mc"
    case .enclosingMark: return "Me"
    case .decimalNumber: return "Nd"
    case .letterNumber: return "Nl"
    case .otherNumber: return "No"
    case .connectorPunctuation: return "Pc"
    case .dashPunctuation: return "Pd"
    case .openPunctuation: return "Ps"
    case .closePunctuation: return "Pe"
    case .initialPunctuation: return "Pi"
    case .finalPunctuation: return "Pf"
    case .otherPunctuation: return "Po"
    case .mathSymbol: return "Sm"
    case .currencySymbol: return "Sc"
    case .modifierSymbol: return "Sk"
    case .otherSymbol: return "So"
    case .spaceSeparator: return "Zs"
    case .lineSeparator: return "Zl"
    case .paragraphSeparator: return "Zp"
    case .control: return "Cc"
    case .format: return "Cf"
    case .surrogate: return "Cs"
    case .privateUse: return "Co"
    case .unassigned: return "Cn"
    @unknown default: return "Cn"
    }
  }

  private static func classes(_ vm: VM, _ module: ModuleObject) {
    module.function(vm, "category(chr, /)", "The general category.") { (vm, args) throws(Raised) in
      .object(vm.string(category(try point(vm, args[0], "category"))))
    }
    module.function(vm, "combining(chr, /)", "The canonical combining class.") { (vm, args) throws(Raised) in
      let p = try point(vm, args[0], "combining")
      return .int(Int(Unicode.Scalar(p)?.properties.canonicalCombiningClass.rawValue ?? 0))
    }
    module.function(vm, "mirrored(chr, /)", "Whether the character is mirrored in text from right to left.") {
      (vm, args) throws(Raised) in
      let p = try point(vm, args[0], "mirrored")
      return .int(Unicode.Scalar(p)?.properties.isBidiMirrored ?? false ? 1 : 0)
    }
    module.function(vm, "east_asian_width(chr, /)", "How wide the character is in East Asian text.") {
      (vm, args) throws(Raised) in
      .object(vm.string(width(try point(vm, args[0], "east_asian_width"))))
    }
    module.function(vm, "bidirectional(chr, /)", "The class of direction.") { (vm, args) throws(Raised) in
      .object(vm.string(direction(try point(vm, args[0], "bidirectional"))))
    }
  }

  private static func width(_ p: UInt32) -> String {
    if p == 0x20A9 || (p >= 0xFF61 && p <= 0xFFDC) || (p >= 0xFFE8 && p <= 0xFFEE) { return "H" }
    if p == 0x3000 || (p >= 0xFF01 && p <= 0xFF60) || (p >= 0xFFE0 && p <= 0xFFE6) { return "F" }
    if p >= 0x20 && p <= 0x7E { return "Na" }
    let wide: [ClosedRange<UInt32>] = [
      0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x25FD...0x25FE, 0x2614...0x2615,
      0x2648...0x2653, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97C,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0x16FE0...0x18D08, 0x1AFF0...0x1B2FB,
      0x1F200...0x1F320, 0x1F32D...0x1F335, 0x1F337...0x1F37C, 0x1F37E...0x1F393, 0x1F3A0...0x1F3CA, 0x1F3E0...0x1F3F0,
      0x1F400...0x1F43E, 0x1F442...0x1F4FC, 0x1F4FF...0x1F53D, 0x1F550...0x1F567, 0x1F5FB...0x1F64F,
      0x1F680...0x1F6C5, 0x1F7E0...0x1F7EB, 0x1F90C...0x1F9FF, 0x1FA70...0x1FAF8, 0x20000...0x3FFFD,
    ]
    if wide.contains(where: { $0.contains(p) }) { return "W" }
    let ambiguous: [ClosedRange<UInt32>] = [
      0xA1...0xA1, 0xA4...0xA4, 0xA7...0xA8, 0xAA...0xAA, 0xAD...0xAE, 0xB0...0xB4, 0xB6...0xBA, 0xBC...0xBF,
      0xC6...0xC6, 0xD0...0xD0, 0xD7...0xD8, 0xDE...0xE1, 0xE6...0xE6, 0x391...0x3A9, 0x3B1...0x3C9, 0x410...0x44F,
      0x2010...0x2010, 0x2013...0x2016, 0x2018...0x2019, 0x201C...0x201D, 0x2020...0x2022, 0x2460...0x24E9,
      0x2500...0x254B, 0xE000...0xF8FF,
    ]
    return ambiguous.contains { $0.contains(p) } ? "A" : "N"
  }

  private static func direction(_ p: UInt32) -> String {
    switch p {
    case 0x30...0x39, 0x6F0...0x6F9, 0xB2, 0xB3, 0xB9: return "EN"
    case 0x660...0x669, 0x66B...0x66C: return "AN"
    case 0x2B, 0x2D: return "ES"
    case 0x23...0x25, 0xA2...0xA5, 0xB0, 0xB1: return "ET"
    case 0x2C, 0x2E, 0x2F, 0x3A, 0xA0: return "CS"
    case 0x0A, 0x0D, 0x1C...0x1E, 0x85, 0x2029: return "B"
    case 0x09, 0x0B, 0x1F: return "S"
    case 0x0C, 0x20, 0x1680, 0x2000...0x200A, 0x2028, 0x3000: return "WS"
    case 0x202A: return "LRE"
    case 0x202B: return "RLE"
    case 0x202C: return "PDF"
    case 0x202D: return "LRO"
    case 0x202E: return "RLO"
    case 0x590...0x5FF, 0x7C0...0x85F, 0xFB1D...0xFB4F:
      let kind = category(p)
      return kind == "Mn" ? "NSM" : kind == "Cn" ? "" : "R"
    case 0x600...0x7BF, 0x860...0x8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFE:
      let kind = category(p)
      return kind == "Mn" ? "NSM" : kind == "Cn" ? "" : "AL"
    default:
      switch category(p) {
      case "Cn": return ""
      case "Cc", "Cf": return "BN"
      case "Mn", "Me": return "NSM"
      case "Lu", "Ll", "Lt", "Lm", "Lo", "Mc", "Nd", "Nl", "Co", "Cs": return "L"
      default: return "ON"
      }
    }
  }

  private static func numbers(_ vm: VM, _ module: ModuleObject) {
    func value(_ p: UInt32, _ kinds: Set<Unicode.NumericType>) -> Double? {
      guard let properties = Unicode.Scalar(p)?.properties, let kind = properties.numericType, kinds.contains(kind)
      else { return nil }
      return properties.numericValue
    }
    func answer(_ vm: VM, _ args: Arguments, _ found: Value?, _ what: String) throws(Raised) -> Value {
      if let found { return found }
      if !args.has(1) { throw vm.valueError("not a \(what)") }
      return args[1]
    }
    module.function(vm, "decimal(chr, default=..., /)", "The value of a decimal digit.") { (vm, args) throws(Raised) in
      let found = value(try point(vm, args[0], "decimal"), [.decimal]).map { Value.int(Int($0)) }
      return try answer(vm, args, found, "decimal")
    }
    module.function(vm, "digit(chr, default=..., /)", "The value of a digit.") { (vm, args) throws(Raised) in
      let found = value(try point(vm, args[0], "digit"), [.decimal, .digit]).map { Value.int(Int($0)) }
      return try answer(vm, args, found, "digit")
    }
    module.function(vm, "numeric(chr, default=..., /)", "The value of a character that is a number.") {
      (vm, args) throws(Raised) in
      let found = value(try point(vm, args[0], "numeric"), [.decimal, .digit, .numeric]).map { Value.float($0) }
      return try answer(vm, args, found, "numeric character")
    }
  }

  // MARK: Normal forms

  private static func points(_ text: StrObject) -> [UInt32] { (0..<text.count).map { text[$0] } }

  /// Text in one of the four forms; surrogates stay.
  private static func normalized(_ points: [UInt32], _ form: String) -> [UInt32] {
    var source = String.UnicodeScalarView()
    var out: [UInt32] = []
    func flush() {
      let text = String(source)
      let scalars = form.hasSuffix("D") ? Array(text._nfd) : Array(text._nfc)
      out += scalars.map(\.value)
      source = String.UnicodeScalarView()
    }
    for p in points {
      guard let scalar = Unicode.Scalar(p) else {
        flush()
        out.append(p)
        continue
      }
      if form.hasPrefix("NFK"), let plain = compatible(p) {
        source.append(contentsOf: plain)
      } else {
        source.append(scalar)
      }
    }
    flush()
    return out
  }

  /// What a compatibility character stands for; the families that occur in practice.
  private static func compatible(_ p: UInt32) -> [Unicode.Scalar]? {
    func scalars(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }
    func one(_ p: UInt32) -> [Unicode.Scalar]? { Unicode.Scalar(p).map { [$0] } }
    switch p {
    case 0xFF01...0xFF5E: return one(p - 0xFF01 + 0x21)
    case 0x3000, 0xA0, 0x2002...0x200A, 0x202F, 0x205F: return one(0x20)
    case 0xAA: return one(0x61)
    case 0xBA: return one(0x6F)
    case 0xB2, 0xB3: return one(p - 0xB2 + 0x32)
    case 0xB9: return one(0x31)
    case 0x2070, 0x2074...0x2079: return one(p - 0x2070 + 0x30)
    case 0x2080...0x2089: return one(p - 0x2080 + 0x30)
    case 0xB5: return one(0x3BC)
    case 0xBC: return scalars("1\u{2044}4")
    case 0xBD: return scalars("1\u{2044}2")
    case 0xBE: return scalars("3\u{2044}4")
    case 0xFB00: return scalars("ff")
    case 0xFB01: return scalars("fi")
    case 0xFB02: return scalars("fl")
    case 0xFB03: return scalars("ffi")
    case 0xFB04: return scalars("ffl")
    case 0xFB05, 0xFB06: return scalars("st")
    case 0x132: return scalars("IJ")
    case 0x133: return scalars("ij")
    case 0x17F: return one(0x73)
    case 0x2026: return scalars("...")
    case 0x2025: return scalars("..")
    case 0x2122: return scalars("TM")
    case 0x2103: return scalars("\u{B0}C")
    case 0x2100: return scalars("a/c")
    case 0x2116: return scalars("No")
    case 0x2460...0x2468: return one(p - 0x2460 + 0x31)
    case 0x2469...0x2473: return scalars(String(p - 0x2469 + 10))
    case 0x24B6...0x24CF: return one(p - 0x24B6 + 0x41)
    case 0x24D0...0x24E9: return one(p - 0x24D0 + 0x61)
    case 0x1D400...0x1D433: return letters(p - 0x1D400)
    case 0x1D434...0x1D467: return letters(p - 0x1D434)
    case 0x1D468...0x1D49B: return letters(p - 0x1D468)
    case 0x1D7CE...0x1D7FF: return one((p - 0x1D7CE) % 10 + 0x30)
    case 0x2160...0x216B:
      return scalars(["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"][Int(p - 0x2160)])
    case 0x210C, 0x210D, 0x210B: return one(0x48)
    case 0x2113: return one(0x6C)
    case 0x211D: return one(0x52)
    case 0x2124: return one(0x5A)
    case 0x2102: return one(0x43)
    case 0x2115: return one(0x4E)
    default: return nil
    }
  }
  private static func letters(_ i: UInt32) -> [Unicode.Scalar]? {
    Unicode.Scalar(i < 26 ? 0x41 + i : 0x61 + i - 26).map { [$0] }
  }

  private static func forms(_ vm: VM, _ module: ModuleObject) {
    func form(_ vm: VM, _ value: Value) throws(Raised) -> String {
      guard let text = value.asStr else {
        throw vm.typeError("normalize() argument 1 must be str, not \(vm.type(of: value).name)")
      }
      guard ["NFC", "NFD", "NFKC", "NFKD"].contains(text.string) else { throw vm.valueError("invalid normalization form") }
      return text.string
    }
    func text(_ vm: VM, _ value: Value) throws(Raised) -> StrObject {
      guard let text = value.asStr else {
        throw vm.typeError("normalize() argument 2 must be str, not \(vm.type(of: value).name)")
      }
      return text
    }
    module.function(vm, "normalize(form, unistr, /)", "Text in a normal form.") { (vm, args) throws(Raised) in
      let form = try form(vm, args[0])
      let source = try text(vm, args[1])
      if source.isASCII { return .object(source) }
      var out = StrBuilder(capacity: source.count)
      for p in normalized(points(source), form) { out.append(p) }
      return .object(try out.finish(vm))
    }
    module.function(vm, "is_normalized(form, unistr, /)", "Whether text is in a normal form.") { (vm, args) throws(Raised) in
      let form = try form(vm, args[0])
      let source = try text(vm, args[1])
      if source.isASCII { return .bool(true) }
      let all = points(source)
      return .bool(normalized(all, form) == all)
    }
    module.function(vm, "decomposition(chr, /)", "The mapping of a character, as hexadecimal numbers.") {
      (vm, args) throws(Raised) in
      let p = try point(vm, args[0], "decomposition")
      guard let scalar = Unicode.Scalar(p), !(p >= 0xAC00 && p <= 0xD7A3) else { return .object(vm.string("")) }
      var parts = Array(String(scalar)._nfd).map(\.value)
      if parts == [p] { return .object(vm.string("")) }
      // The table gives one step: all marks but the last stay composed with the letter.
      if parts.count > 2, let last = parts.last {
        let head = normalized(Array(parts.dropLast()), "NFC")
        parts = head + [last]
      }
      let digits = parts.map { part in
        let hex = String(part, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - hex.count)) + hex
      }
      return .object(vm.string(digits.joined(separator: " ")))
    }
  }
}
