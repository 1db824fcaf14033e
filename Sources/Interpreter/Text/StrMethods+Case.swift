extension StrMethods {
  static func cases(_ type: TypeObject, _ vm: VM) {
    type.method(vm, "lower(self, /)", "The string in lower case.") { (vm, args) throws(Raised) in
      .object(try lower(vm, text(args)))
    }
    type.method(vm, "upper(self, /)", "The string in upper case.") { (vm, args) throws(Raised) in
      .object(try upper(vm, text(args)))
    }
    type.method(vm, "casefold(self, /)", "The string for caseless comparison.") { (vm, args) throws(Raised) in
      let text = text(args)
      if text.isASCII { return .object(try lower(vm, text)) }
      var out = StrBuilder(capacity: text.count)
      for i in 0..<text.count { map(text[i], .fold, &out) }
      return .object(try out.finish(vm))
    }
    type.method(vm, "capitalize(self, /)", "First character in title case, the rest in lower case.") {
      (vm, args) throws(Raised) in
      let text = text(args)
      if let quick = cased(vm, text, { c, before in isLetter(c) ? before == nil ? c & 0xDF : c | 0x20 : c }) {
        return .object(quick)
      }
      var out = StrBuilder(capacity: text.count)
      for i in 0..<text.count {
        if i == 0 { map(text[0], .title, &out) } else { appendLower(text, i, &out) }
      }
      return .object(try out.finish(vm))
    }
    type.method(vm, "title(self, /)", "Every word with a capital first letter.") { (vm, args) throws(Raised) in
      let text = text(args)
      if let quick = cased(vm, text, { c, before in isLetter(c) ? before.map(isLetter) == true ? c | 0x20 : c & 0xDF : c }) {
        return .object(quick)
      }
      var out = StrBuilder(capacity: text.count)
      var inWord = false
      for i in 0..<text.count {
        if inWord { appendLower(text, i, &out) } else { map(text[i], .title, &out) }
        inWord = CharacterRules.isCased(text[i])
      }
      return .object(try out.finish(vm))
    }
    type.method(vm, "swapcase(self, /)", "Upper case becomes lower case and the reverse.") {
      (vm, args) throws(Raised) in
      let text = text(args)
      if let quick = cased(vm, text, { c, _ in isLetter(c) ? c ^ 0x20 : c }) { return .object(quick) }
      var out = StrBuilder(capacity: text.count)
      for i in 0..<text.count {
        let p = text[i]
        if CharacterRules.isUpper(p) {
          appendLower(text, i, &out)
        } else if CharacterRules.isLower(p) {
          map(p, .upper, &out)
        } else {
          out.append(p)
        }
      }
      return .object(try out.finish(vm))
    }
  }

  @inline(__always)
  private static func isLetter(_ c: UInt8) -> Bool { (c | 0x20) &- 0x61 < 26 }
  /// An ASCII text whose letters `map` changes, of a character and the one before it; nil: it is no ASCII, or there is no
  /// memory.
  @inline(__always)
  private static func cased(_ vm: VM, _ text: StrObject, _ map: (UInt8, UInt8?) -> UInt8) -> StrObject? {
    let n = text.count
    guard text.isASCII, n > 1, let made = StrObject.make(vm, count: n, width: 1, isASCII: true) else { return nil }
    let from = text.storage.assumingMemoryBound(to: UInt8.self)
    let out = made.storage.assumingMemoryBound(to: UInt8.self)
    out[0] = map(from[0], nil)
    for i in 1..<n { out[i] = map(from[i], from[i &- 1]) }
    return made
  }

  static func lower(_ vm: VM, _ text: StrObject) throws(Raised) -> StrObject {
    if text.isASCII { return try mapASCII(vm, text, from: 0x41, to: 0x5A) }
    var out = StrBuilder(capacity: text.count)
    for i in 0..<text.count { appendLower(text, i, &out) }
    return try out.finish(vm)
  }
  static func upper(_ vm: VM, _ text: StrObject) throws(Raised) -> StrObject {
    if text.isASCII { return try mapASCII(vm, text, from: 0x61, to: 0x7A) }
    var out = StrBuilder(capacity: text.count)
    for i in 0..<text.count { map(text[i], .upper, &out) }
    return try out.finish(vm)
  }

  /// `upper` or `lower` of an exact ASCII text as an owned slot; undefined: the general way makes it.
  static func caseSlot(_ vm: VM, _ text: StrObject, upper: Bool) -> Slot {
    guard text.isASCII, text.count > 0, let made = StrObject.makeSlot(vm, count: text.count, width: 1, isASCII: true) else {
      return .undefined
    }
    let target = made.storage.assumingMemoryBound(to: UInt8.self)
    let source = text.storage.assumingMemoryBound(to: UInt8.self)
    let first: UInt8 = upper ? 0x61 : 0x41
    for i in 0..<text.count {
      let c = source[i]
      target[i] = c &- first < 26 ? c ^ 0x20 : c
    }
    return made.slot
  }

  /// Flips the case bit of ASCII letters in a range.
  private static func mapASCII(_ vm: VM, _ text: StrObject, from: UInt8, to: UInt8) throws(Raised) -> StrObject {
    if text.count == 0 { return vm.emptyString }
    guard let made = StrObject.make(vm, count: text.count, width: 1, isASCII: true) else { throw vm.memoryError() }
    let target = made.storage.assumingMemoryBound(to: UInt8.self)
    let source = text.storage.assumingMemoryBound(to: UInt8.self)
    for i in 0..<text.count {
      let c = source[i]
      target[i] = c >= from && c <= to ? c ^ 0x20 : c
    }
    return made
  }

  private static func map(_ p: UInt32, _ mapping: CharacterRules.Mapping, _ out: inout StrBuilder) {
    if p < 0x80 {
      let isLetter: Bool
      switch mapping {
      case .lower, .fold: isLetter = p >= 0x41 && p <= 0x5A
      case .upper, .title: isLetter = p >= 0x61 && p <= 0x7A
      }
      out.append(isLetter ? p ^ 0x20 : p)
      return
    }
    var points: [UInt32] = []
    CharacterRules.map(p, mapping) { points.append($0) }
    for point in points { out.append(point) }
  }

  /// Lower case of one position: a capital sigma at the end of a word becomes the final form.
  private static func appendLower(_ text: StrObject, _ i: Int, _ out: inout StrBuilder) {
    let p = text[i]
    if p != 0x3A3 {
      map(p, .lower, &out)
      return
    }
    var j = i &- 1
    while j >= 0 && CharacterRules.isCaseIgnorable(text[j]) { j &-= 1 }
    var isFinal = j >= 0 && CharacterRules.isCased(text[j])
    if isFinal {
      j = i &+ 1
      while j < text.count && CharacterRules.isCaseIgnorable(text[j]) { j &+= 1 }
      isFinal = j == text.count || !CharacterRules.isCased(text[j])
    }
    out.append(isFinal ? 0x3C2 : 0x3C3)
  }

  // MARK: Predicates

  static func predicates(_ type: TypeObject, _ vm: VM) {
    func all(_ name: String, _ doc: String, _ test: @escaping (UInt32) -> Bool) {
      type.method(vm, "\(name)(self, /)", doc) { (vm, args) throws(Raised) in
        let text = text(args)
        if text.count == 0 { return .bool(false) }
        for i in 0..<text.count where !test(text[i]) { return .bool(false) }
        return .bool(true)
      }
    }
    all("isalnum", "Letters and numbers only.", CharacterRules.isAlphanumeric)
    all("isalpha", "Letters only.", CharacterRules.isAlpha)
    all("isdecimal", "Decimal digits only.") { CharacterRules.decimalValue($0) != nil }
    all("isdigit", "Digits only.", CharacterRules.isDigit)
    all("isnumeric", "Numeric characters only.", CharacterRules.isNumeric)
    all("isspace", "Whitespace only.", CharacterRules.isSpace)
    type.method(vm, "isascii(self, /)", "Tells whether all characters are ASCII.") { (vm, args) throws(Raised) in
      .bool(text(args).isASCII)
    }
    type.method(vm, "isprintable(self, /)", "Tells whether all characters are printable.") {
      (vm, args) throws(Raised) in
      let text = text(args)
      for i in 0..<text.count where !CharacterRules.isPrintable(text[i]) { return .bool(false) }
      return .bool(true)
    }
    type.method(vm, "isidentifier(self, /)", "Tells whether the string is a valid identifier.") {
      (vm, args) throws(Raised) in
      .bool(isIdentifier(text(args)))
    }
    type.method(vm, "islower(self, /)", "Tells whether all cased characters are lower case.") {
      (vm, args) throws(Raised) in
      let text = text(args)
      var any = false
      for i in 0..<text.count {
        if CharacterRules.isUpper(text[i]) || CharacterRules.isTitle(text[i]) { return .bool(false) }
        if CharacterRules.isLower(text[i]) { any = true }
      }
      return .bool(any)
    }
    type.method(vm, "isupper(self, /)", "Tells whether all cased characters are upper case.") {
      (vm, args) throws(Raised) in
      let text = text(args)
      var any = false
      for i in 0..<text.count {
        if CharacterRules.isLower(text[i]) || CharacterRules.isTitle(text[i]) { return .bool(false) }
        if CharacterRules.isUpper(text[i]) { any = true }
      }
      return .bool(any)
    }
    type.method(vm, "istitle(self, /)", "Tells whether every word begins with a capital.") {
      (vm, args) throws(Raised) in
      let text = text(args)
      var (any, previousCased) = (false, false)
      for i in 0..<text.count {
        let p = text[i]
        if CharacterRules.isUpper(p) || CharacterRules.isTitle(p) {
          if previousCased { return .bool(false) }
          previousCased = true
          any = true
        } else if CharacterRules.isLower(p) {
          if !previousCased { return .bool(false) }
          any = true
        } else {
          previousCased = false
        }
      }
      return .bool(any)
    }
  }

  /// Tells whether a text has the form of a name.
  package static func isIdentifier(_ text: StrObject) -> Bool {
    if text.count == 0 || !CharacterRules.isIdentifierStart(text[0]) { return false }
    for i in 1..<max(1, text.count) where !CharacterRules.isIdentifierPart(text[i]) { return false }
    return true
  }
}
