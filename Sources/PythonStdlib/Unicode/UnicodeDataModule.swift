@_spi(_Unicode) import Swift
import Interpreter

/// `unicodedata`: what Unicode says about characters, from the tables in Swift's library and those of `UnicodeTables`.
enum UnicodeDataModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(vm, name: "unicodedata", doc: "What Unicode says about characters.")
    module.constant(vm, "unidata_version", .object(vm.string(UnicodeTables.version)))
    names(vm, module)
    classes(vm, module)
    numbers(vm, module)
    forms(vm, module)
    return module
  }

  /// The character of an argument; a lone surrogate has no scalar.
  private static func point(_ vm: VM, _ value: Value, _ function: String) throws(Raised) -> UInt32 {
    guard let text = value.asStr else {
      // Functions with one argument do not number it.
      let which = ["name", "decimal", "digit", "numeric"].contains(function) ? "argument 1" : "argument"
      let kind = value.isNone ? "None" : vm.type(of: value).name
      throw vm.typeError("\(function)() \(which) must be a unicode character, not \(kind)")
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
        throw vm.typeError("a bytes-like object is required, not '\(vm.type(of: args[0]).name)'")
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
    return isUnknown(p) ? nil : Unicode.Scalar(p)?.properties.name
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

  /// Whether the version of Unicode that Python has does not know a character.
  private static func isUnknown(_ p: UInt32) -> Bool { UnicodeData.categories[p] == "Cn" }

  private static func classes(_ vm: VM, _ module: ModuleObject) {
    module.function(vm, "category(chr, /)", "The general category.") { (vm, args) throws(Raised) in
      .object(vm.string(UnicodeData.categories[try point(vm, args[0], "category")]))
    }
    module.function(vm, "combining(chr, /)", "The canonical combining class.") { (vm, args) throws(Raised) in
      let p = try point(vm, args[0], "combining")
      return .int(isUnknown(p) ? 0 : Int(Unicode.Scalar(p)?.properties.canonicalCombiningClass.rawValue ?? 0))
    }
    module.function(vm, "mirrored(chr, /)", "Whether the character is mirrored in text from right to left.") {
      (vm, args) throws(Raised) in
      let p = try point(vm, args[0], "mirrored")
      return .int(Unicode.Scalar(p)?.properties.isBidiMirrored ?? false ? 1 : 0)
    }
    module.function(vm, "east_asian_width(chr, /)", "How wide the character is in East Asian text.") {
      (vm, args) throws(Raised) in
      .object(vm.string(UnicodeData.widths[try point(vm, args[0], "east_asian_width")]))
    }
    module.function(vm, "bidirectional(chr, /)", "The class of direction.") { (vm, args) throws(Raised) in
      .object(vm.string(UnicodeData.directions[try point(vm, args[0], "bidirectional")]))
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
      if form.hasPrefix("NFK") && p >= 0xA0 { expand(scalar, into: &source) } else { source.append(scalar) }
    }
    flush()
    return out
  }

  /// Appends what a character stands for when compatibility does not count.
  private static func expand(_ scalar: Unicode.Scalar, into out: inout String.UnicodeScalarView) {
    if let mapping = UnicodeData.mappings[scalar.value] {
      for p in mapping.points { if let part = Unicode.Scalar(p) { expand(part, into: &out) } }
      return
    }
    let p = scalar.value
    if p < 0xA0 || p >= 0x3400 && p <= 0x9FFF || p >= 0xAC00 && p <= 0xD7A3 {
      out.append(scalar)
      return
    }
    // A composed character may have parts that stand for others.
    for part in String(scalar)._nfd {
      if part == scalar || UnicodeData.mappings[part.value] == nil { out.append(part) } else { expand(part, into: &out) }
    }
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
      func hexadecimal(_ parts: [UInt32]) -> String {
        parts.map { part in
          let hex = String(part, radix: 16, uppercase: true)
          return String(repeating: "0", count: max(0, 4 - hex.count)) + hex
        }.joined(separator: " ")
      }
      if let mapping = UnicodeData.mappings[p] {
        return .object(vm.string(mapping.tag + " " + hexadecimal(mapping.points)))
      }
      guard let scalar = Unicode.Scalar(p), !(p >= 0xAC00 && p <= 0xD7A3), !isUnknown(p) else {
        return .object(vm.string(""))
      }
      var parts = Array(String(scalar)._nfd).map(\.value)
      if parts == [p] { return .object(vm.string("")) }
      // The table gives one step: all marks but the last stay composed with the letter.
      if parts.count > 2, let last = parts.last {
        let head = normalized(Array(parts.dropLast()), "NFC")
        parts = head + [last]
      }
      return .object(vm.string(hexadecimal(parts)))
    }
  }
}
