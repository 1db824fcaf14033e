/// The namespaces of `bytes`, `bytearray` and `memoryview`.
enum ByteMethods {
  /// The receiver's bytes.
  private static func bytes(_ args: Arguments) -> [UInt8] { Codecs.buffer(args[0]) ?? [] }

  /// A result of the receiver's type.
  private static func make(_ vm: VM, _ args: Arguments, _ bytes: [UInt8]) -> Value {
    args.slot(0).kind == .bytearray ? .object(ByteArrayObject(vm, bytes)) : vm.makeBytes(bytes)
  }

  private static func buffer(_ vm: VM, _ value: Value) throws(Raised) -> [UInt8] {
    if let bytes = Codecs.buffer(value) { return bytes }
    throw vm.typeError("a bytes-like object is required, not '\(vm.type(of: value).name)'")
  }

  /// What to search for: bytes, or one byte as an int.
  private static func needle(_ vm: VM, _ value: Value) throws(Raised) -> [UInt8] {
    if let bytes = Codecs.buffer(value) { return bytes }
    guard Integer(value) != nil else {
      throw vm.typeError("argument should be integer or bytes-like object, not '\(vm.type(of: value).name)'")
    }
    return [try ByteOperators.byte(vm, value)]
  }

  static func isSpace(_ b: UInt8) -> Bool { b == 0x20 || (b >= 9 && b <= 13) }
  private static func isUpper(_ b: UInt8) -> Bool { b >= 0x41 && b <= 0x5A }
  private static func isLower(_ b: UInt8) -> Bool { b >= 0x61 && b <= 0x7A }
  private static func isAlpha(_ b: UInt8) -> Bool { isUpper(b) || isLower(b) }
  private static func isDigit(_ b: UInt8) -> Bool { b >= 0x30 && b <= 0x39 }

  static func populate(_ type: TypeObject, _ vm: VM) {
    type.specials(
      vm,
      [.repr, .len, .iter, .lt, .le, .eq, .ne, .gt, .ge, .getitem, .contains, .add, .mul, .rmul, .mod, .rmod])
    type.constant(vm, "__doc__", .object(vm.string("A sequence of bytes.")))
    searching(type, vm)
    splitting(type, vm)
    layout(type, vm)
    conversions(type, vm)
    if type === vm.types.bytearray {
      type.unhashable(vm)
      type.specials(vm, [.setitem, .delitem, .iadd, .imul])
      mutation(type, vm)
    } else {
      type.specials(vm, [.hash])
      type.method(vm, "__getnewargs__(self, /)", "") { (vm, args) throws(Raised) in
        .object(TupleObject.make(vm, [vm.makeBytes(bytes(args))]))
      }
      type.method(vm, "__bytes__(self, /)", "") { (vm, args) throws(Raised) in vm.makeBytes(bytes(args)) }
    }
  }

  private static func searching(_ type: TypeObject, _ vm: VM) {
    for (name, last, raises) in [
      ("find", false, false), ("rfind", true, false), ("index", false, true), ("rindex", true, true),
    ] {
      type.method(vm, "\(name)(self, sub, start=None, end=None, /)", "Index where sub is found.") {
        (vm, args) throws(Raised) in
        let text = bytes(args)
        let wanted = try needle(vm, args[1])
        let (start, end) = try StrMethods.range(vm, args, 2, text.count)
        let i = last ? ByteSearch.findLast(text, wanted, start, end) : ByteSearch.find(text, wanted, start, end)
        if i < 0 && raises { throw vm.valueError("subsection not found") }
        return .int(i)
      }
    }
    type.method(vm, "count(self, sub, start=None, end=None, /)", "Number of occurrences without overlaps.") {
      (vm, args) throws(Raised) in
      let text = bytes(args)
      let wanted = try needle(vm, args[1])
      let (start, end) = try StrMethods.range(vm, args, 2, text.count)
      if start > end { return .int(0) }
      if wanted.isEmpty { return .int(end &- start &+ 1) }
      var (n, at) = (0, start)
      while true {
        let hit = ByteSearch.find(text, wanted, at, end)
        if hit < 0 { return .int(n) }
        n &+= 1
        at = hit &+ wanted.count
      }
    }
    for (name, atEnd) in [("startswith", false), ("endswith", true)] {
      type.method(vm, "\(name)(self, prefix, start=None, end=None, /)", "Tells whether an end matches.") {
        (vm, args) throws(Raised) in
        let text = bytes(args)
        let (start, end) = try StrMethods.range(vm, args, 2, text.count)
        func matches(_ affix: [UInt8]) -> Bool {
          if start > end || affix.count > end &- start { return false }
          let place = atEnd ? end &- affix.count : start
          return text[place..<(place &+ affix.count)].elementsEqual(affix)
        }
        if let affix = Codecs.buffer(args[1]) { return .bool(matches(affix)) }
        guard let tuple = args[1].asTuple else {
          throw vm.typeError(
            "\(name) first arg must be bytes or a tuple of bytes, not \(vm.type(of: args[1]).name)")
        }
        for item in tuple.values where matches(try buffer(vm, item)) { return .bool(true) }
        return .bool(false)
      }
    }
    type.method(vm, "replace(self, old, new, count=-1, /)", "Replaces occurrences.") { (vm, args) throws(Raised) in
      let text = bytes(args)
      let (old, new) = (try buffer(vm, args[1]), try buffer(vm, args[2]))
      let count = try vm.index(args[3])
      let limit = count < 0 ? Int.max : count
      var result: [UInt8] = []
      var (at, done) = (0, 0)
      if old.isEmpty {
        for i in 0...text.count {
          if i < limit { result += new }
          if i < text.count { result.append(text[i]) }
        }
        return make(vm, args, result)
      }
      while done < limit {
        let hit = ByteSearch.find(text, old, at, text.count)
        if hit < 0 { break }
        result += text[at..<hit]
        result += new
        at = hit &+ old.count
        done &+= 1
      }
      return make(vm, args, result + text[at...])
    }
    type.method(vm, "join(self, iterable, /)", "Concatenates bytes with these between them.") {
      (vm, args) throws(Raised) in
      let separator = bytes(args)
      guard try vm.iteratorOrNil(args[1]) != nil else { throw vm.typeError("can only join an iterable") }
      var result: [UInt8] = []
      for (i, item) in try vm.list(of: args[1]).enumerated() {
        guard let part = Codecs.buffer(item) else {
          throw vm.typeError(
            "sequence item \(i): expected a bytes-like object, \(vm.type(of: item).name) found")
        }
        if i > 0 { result += separator }
        result += part
      }
      return make(vm, args, result)
    }
    for (name, atEnd) in [("removeprefix", false), ("removesuffix", true)] {
      type.method(vm, "\(name)(self, affix, /)", "Without the prefix or suffix.") { (vm, args) throws(Raised) in
        let text = bytes(args)
        let affix = try buffer(vm, args[1])
        if atEnd { return make(vm, args, text.suffix(affix.count).elementsEqual(affix) ? Array(text.dropLast(affix.count)) : text) }
        return make(vm, args, text.starts(with: affix) ? Array(text.dropFirst(affix.count)) : text)
      }
    }
  }

  private static func splitting(_ type: TypeObject, _ vm: VM) {
    for (name, fromRight) in [("split", false), ("rsplit", true)] {
      type.method(vm, "\(name)(self, sep=None, maxsplit=-1)", "Splits at a separator or at whitespace.") {
        (vm, args) throws(Raised) in
        let text = bytes(args)
        let maximum = try vm.index(args[2])
        let limit = maximum < 0 ? Int.max : maximum
        let separator: [UInt8]? = args[1].isNone ? nil : try buffer(vm, args[1])
        if separator?.isEmpty == true { throw vm.valueError("empty separator") }
        let pieces =
          fromRight ? splitFromRight(text, separator, limit) : split(text, separator, limit)
        return .object(ListObject.make(vm, pieces.map { make(vm, args, Array($0)) }))
      }
    }
    for (name, left, right) in [("strip", true, true), ("lstrip", true, false), ("rstrip", false, true)] {
      type.method(vm, "\(name)(self, bytes=None, /)", "Without leading or trailing bytes.") {
        (vm, args) throws(Raised) in
        let text = bytes(args)
        let removed: [UInt8] = args[1].isNone ? [0x20, 9, 10, 11, 12, 13] : try buffer(vm, args[1])
        var (start, end) = (0, text.count)
        if left { while start < end && removed.contains(text[start]) { start &+= 1 } }
        if right { while end > start && removed.contains(text[end &- 1]) { end &-= 1 } }
        if end &- start == text.count, args[0].kind == .bytes, case .object(let o) = args[0], !o.hasHeapType {
          return args[0]
        }
        return make(vm, args, Array(text[start..<end]))
      }
    }
    for (name, last) in [("partition", false), ("rpartition", true)] {
      type.method(vm, "\(name)(self, sep, /)", "Splits at a separator into three parts.") {
        (vm, args) throws(Raised) in
        let text = bytes(args)
        let separator = try buffer(vm, args[1])
        if separator.isEmpty { throw vm.valueError("empty separator") }
        let i =
          last ? ByteSearch.findLast(text, separator, 0, text.count) : ByteSearch.find(text, separator, 0, text.count)
        var parts: [[UInt8]] = last ? [[], [], text] : [text, [], []]
        if i >= 0 { parts = [Array(text[..<i]), separator, Array(text[(i &+ separator.count)...])] }
        return .object(TupleObject.make(vm, parts.map { make(vm, args, $0) }))
      }
    }
    type.method(vm, "splitlines(self, keepends=False)", "The lines.") { (vm, args) throws(Raised) in
      let text = bytes(args)
      let keep = try vm.truth(args[1])
      let result = ListObject.make(vm)
      var (start, i) = (0, 0)
      while i < text.count {
        if text[i] != 10 && text[i] != 13 {
          i &+= 1
          continue
        }
        let end = i
        i &+= text[i] == 13 && i &+ 1 < text.count && text[i &+ 1] == 10 ? 2 : 1
        result.append(make(vm, args, Array(text[start..<(keep ? i : end)])))
        start = i
      }
      if start < text.count { result.append(make(vm, args, Array(text[start...]))) }
      return .object(result)
    }
  }

  private static func split(_ text: [UInt8], _ separator: [UInt8]?, _ limit: Int) -> [ArraySlice<UInt8>] {
    var result: [ArraySlice<UInt8>] = []
    var i = 0
    if let separator {
      while result.count < limit {
        let hit = ByteSearch.find(text, separator, i, text.count)
        if hit < 0 { break }
        result.append(text[i..<hit])
        i = hit &+ separator.count
      }
      result.append(text[i...])
      return result
    }
    while true {
      while i < text.count && isSpace(text[i]) { i &+= 1 }
      if i >= text.count { return result }
      if result.count >= limit {
        result.append(text[i...])
        return result
      }
      let start = i
      while i < text.count && !isSpace(text[i]) { i &+= 1 }
      result.append(text[start..<i])
    }
  }

  private static func splitFromRight(_ text: [UInt8], _ separator: [UInt8]?, _ limit: Int) -> [ArraySlice<UInt8>] {
    if limit == Int.max { return split(text, separator, limit) }
    var result: [ArraySlice<UInt8>] = []
    var end = text.count
    if let separator {
      while result.count < limit {
        let hit = ByteSearch.findLast(text, separator, 0, end)
        if hit < 0 { break }
        result.append(text[(hit &+ separator.count)..<end])
        end = hit
      }
      result.append(text[..<end])
    } else {
      while true {
        while end > 0 && isSpace(text[end &- 1]) { end &-= 1 }
        if end == 0 { break }
        var start = end
        if result.count >= limit {
          result.append(text[..<end])
          break
        }
        while start > 0 && !isSpace(text[start &- 1]) { start &-= 1 }
        result.append(text[start..<end])
        end = start
      }
    }
    return result.reversed()
  }

  private static func layout(_ type: TypeObject, _ vm: VM) {
    func mapped(_ name: String, _ doc: String, _ body: @escaping (UInt8, _ previous: UInt8, _ first: Bool) -> UInt8) {
      type.method(vm, "\(name)(self, /)", doc) { (vm, args) throws(Raised) in
        let text = bytes(args)
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        for (i, b) in text.enumerated() { result.append(body(b, i > 0 ? text[i &- 1] : 0, i == 0)) }
        return make(vm, args, result)
      }
    }
    mapped("lower", "In lower case.") { (b, _, _) in isUpper(b) ? b | 0x20 : b }
    mapped("upper", "In upper case.") { (b, _, _) in isLower(b) ? b & 0xDF : b }
    mapped("swapcase", "With the case exchanged.") { (b, _, _) in isAlpha(b) ? b ^ 0x20 : b }
    mapped("capitalize", "With a capital first letter.") { (b, _, first) in
      first ? (isLower(b) ? b & 0xDF : b) : isUpper(b) ? b | 0x20 : b
    }
    mapped("title", "Every word with a capital first letter.") { (b, previous, _) in
      isAlpha(previous) ? (isUpper(b) ? b | 0x20 : b) : isLower(b) ? b & 0xDF : b
    }
    func all(_ name: String, _ test: @escaping (UInt8) -> Bool) {
      type.method(vm, "\(name)(self, /)", "A question about all bytes.") { (vm, args) throws(Raised) in
        let text = bytes(args)
        return .bool(!text.isEmpty && text.allSatisfy(test))
      }
    }
    all("isalpha", isAlpha)
    all("isdigit", isDigit)
    all("isalnum") { isAlpha($0) || isDigit($0) }
    all("isspace", isSpace)
    type.method(vm, "isascii(self, /)", "Tells whether all bytes are below 128.") { (vm, args) throws(Raised) in
      .bool(bytes(args).allSatisfy { $0 < 0x80 })
    }
    type.method(vm, "islower(self, /)", "") { (vm, args) throws(Raised) in
      let text = bytes(args)
      return .bool(text.contains(where: isLower) && !text.contains(where: isUpper))
    }
    type.method(vm, "isupper(self, /)", "") { (vm, args) throws(Raised) in
      let text = bytes(args)
      return .bool(text.contains(where: isUpper) && !text.contains(where: isLower))
    }
    type.method(vm, "istitle(self, /)", "") { (vm, args) throws(Raised) in
      var (any, cased) = (false, false)
      for b in bytes(args) {
        if isUpper(b) && cased || isLower(b) && !cased { return .bool(false) }
        cased = isAlpha(b)
        any = any || cased
      }
      return .bool(any)
    }
    for (name, left, right) in [("center", true, true), ("ljust", false, true), ("rjust", true, false)] {
      type.method(vm, "\(name)(self, width, fillchar=..., /)", "Pads to a width.") { (vm, args) throws(Raised) in
        let text = bytes(args)
        let width = try vm.index(args[1])
        var fill: UInt8 = 0x20
        if args.has(2) {
          guard let given = Codecs.buffer(args[2]), given.count == 1 else {
            throw vm.typeError(
              "\(name)() argument 2 must be a byte string of length 1, not \(vm.type(of: args[2]).name)")
          }
          fill = given[0]
        }
        let padding = max(0, width &- text.count)
        if padding > Integer.maximumBits / 8 { throw vm.memoryError() }
        let before = left && right ? padding / 2 &+ (padding & width & 1) : left ? padding : 0
        return make(
          vm, args,
          [UInt8](repeating: fill, count: before) + text + [UInt8](repeating: fill, count: padding &- before))
      }
    }
    type.method(vm, "zfill(self, width, /)", "Pads with zeros after a sign.") { (vm, args) throws(Raised) in
      let text = bytes(args)
      let padding = max(0, try vm.index(args[1]) &- text.count)
      if padding > Integer.maximumBits / 8 { throw vm.memoryError() }
      let signed = text.first == 0x2B || text.first == 0x2D ? 1 : 0
      return make(vm, args, Array(text[..<signed]) + [UInt8](repeating: 0x30, count: padding) + text[signed...])
    }
    type.method(vm, "expandtabs(self, tabsize=8)", "Replaces tabs by spaces.") { (vm, args) throws(Raised) in
      let size = try vm.index(args[1])
      var (result, column): ([UInt8], Int) = ([], 0)
      for b in bytes(args) {
        if b == 9 {
          if size > 0 {
            let step = size &- column % size
            if step > Integer.maximumBits / 8 { throw vm.memoryError() }
            column &+= step
            result += [UInt8](repeating: 0x20, count: step)
          }
        } else {
          result.append(b)
          column = b == 10 || b == 13 ? 0 : column &+ 1
        }
      }
      return make(vm, args, result)
    }
    type.method(vm, "translate(self, table, /, delete=...)", "Maps bytes through a table.") {
      (vm, args) throws(Raised) in
      let deleted = args.has(2) ? try buffer(vm, args[2]) : []
      if args[1].isNone { return make(vm, args, bytes(args).filter { !deleted.contains($0) }) }
      let table = try buffer(vm, args[1])
      if table.count != 256 { throw vm.valueError("translation table must be 256 characters long") }
      return make(vm, args, bytes(args).filter { !deleted.contains($0) }.map { table[Int($0)] })
    }
    type.staticMethod(vm, "maketrans(from, to, /)", "A table for translate.") { (vm, args) throws(Raised) in
      let (from, to) = (try buffer(vm, args[0]), try buffer(vm, args[1]))
      if from.count != to.count { throw vm.valueError("maketrans arguments must have same length") }
      var table = (0..<256).map { UInt8($0) }
      for i in 0..<from.count { table[Int(from[i])] = to[i] }
      return vm.makeBytes(table)
    }
  }

  private static func conversions(_ type: TypeObject, _ vm: VM) {
    type.method(vm, "decode(self, encoding='utf-8', errors='strict')", "Decode the bytes to a str.") {
      (vm, args) throws(Raised) in
      let encoding = try StrMethods.string(vm, args[1], "decode() argument 'encoding' must be str, not ")
      let errors = try StrMethods.string(vm, args[2], "decode() argument 'errors' must be str, not ")
      if Codecs.isUTF8(encoding), let made = bytes(args).withUnsafeBufferPointer({ StrObject.isASCII($0) ? StrObject.make(vm, ascii: $0) : nil }) {
        return .object(made)
      }
      return .object(try Codecs.decode(vm, bytes(args), encoding.string, errors.string))
    }
    hexMethod(type, vm)
    type.classMethod(vm, "fromhex(cls, string, /)", "Bytes from hexadecimal digits.") { (vm, args) throws(Raised) in
      let text = try StrMethods.string(vm, args[1], "fromhex() argument must be str, not ")
      var result: [UInt8] = []
      var i = 0
      while i < text.count {
        if text[i] < 0x80 && isSpace(UInt8(text[i])) {
          i &+= 1
          continue
        }
        let high = IntText.digitValue(text[i])
        let low = i &+ 1 < text.count ? IntText.digitValue(text[i &+ 1]) : 37
        if high > 15 || low > 15 {
          throw vm.valueError(
            "non-hexadecimal number found in fromhex() arg at position \(high > 15 ? i : i &+ 1)")
        }
        result.append(UInt8(high &* 16 &+ low))
        i &+= 2
      }
      guard let cls = args[0].asType, cls !== vm.types.bytes else { return vm.makeBytes(result) }
      if cls === vm.types.bytearray { return .object(ByteArrayObject(vm, result)) }
      return try vm.call(args[0], [vm.makeBytes(result)])
    }
  }

  static func hexMethod(_ type: TypeObject, _ vm: VM) {
    type.method(vm, "hex(self, sep=..., bytes_per_sep=1)", "Hexadecimal digits.") { (vm, args) throws(Raised) in
      let text = bytes(args)
      var separator: UInt32?
      if args.has(1) {
        let given: StrObject
        if let text = args[1].asStr { given = text } else { given = try Codecs.latin1(vm, try buffer(vm, args[1])) }
        if given.count != 1 { throw vm.valueError("sep must be length 1.") }
        if given[0] >= 0x80 { throw vm.valueError("sep must be ASCII.") }
        separator = given[0]
      }
      let group = try vm.index(args[2])
      var out = StrBuilder(capacity: text.count &* 2)
      for (i, byte) in text.enumerated() {
        if let separator, i > 0, group != 0 {
          let size = group == Int.min ? Int.max : abs(group)
          if (group > 0 ? text.count &- i : i) % size == 0 { out.append(separator) }
        }
        for digit in [UInt32(byte >> 4), UInt32(byte & 15)] { out.append(digit < 10 ? 0x30 + digit : 0x57 + digit) }
      }
      return .object(try out.finish(vm))
    }
  }

  private static func mutation(_ type: TypeObject, _ vm: VM) {
    func target(_ args: Arguments) -> ByteArrayObject { unsafeDowncast(args.slot(0).object, to: ByteArrayObject.self) }
    type.method(vm, "append(self, item, /)", "Appends one byte.") { (vm, args) throws(Raised) in
      target(args).array.append(try ByteOperators.byte(vm, args[1]))
      return .none
    }
    type.method(vm, "extend(self, iterable, /)", "Appends all bytes of an iterable.") { (vm, args) throws(Raised) in
      if let plain = Codecs.buffer(args[1]) {
        target(args).array += plain
        return .none
      }
      var new: [UInt8] = []
      try vm.forEach(args[1]) { (item) throws(Raised) in new.append(try ByteOperators.byte(vm, item)) }
      target(args).array += new
      return .none
    }
    type.method(vm, "insert(self, index, item, /)", "Inserts one byte.") { (vm, args) throws(Raised) in
      var i = try vm.index(args[1])
      let byte = try ByteOperators.byte(vm, args[2])
      let object = target(args)
      if i < 0 { i = max(0, i &+ object.count) }
      object.array.insert(byte, at: min(i, object.count))
      return .none
    }
    type.method(vm, "pop(self, index=-1, /)", "Removes and returns one byte.") { (vm, args) throws(Raised) in
      var i = try vm.index(args[1])
      let object = target(args)
      if object.count == 0 { throw vm.indexError("pop from empty bytearray") }
      if i < 0 { i &+= object.count }
      if i < 0 || i >= object.count { throw vm.indexError("pop index out of range") }
      return .int(Int(object.array.remove(at: i)))
    }
    type.method(vm, "remove(self, value, /)", "Removes the first occurrence of a byte.") { (vm, args) throws(Raised) in
      let byte = try ByteOperators.byte(vm, args[1])
      let object = target(args)
      guard let i = object.array.firstIndex(of: byte) else { throw vm.valueError("value not found in bytearray") }
      object.array.remove(at: i)
      return .none
    }
    type.method(vm, "clear(self, /)", "Removes all bytes.") { (vm, args) throws(Raised) in
      target(args).array = []
      return .none
    }
    type.method(vm, "copy(self, /)", "A copy.") { (vm, args) throws(Raised) in
      .object(ByteArrayObject(vm, bytes(args)))
    }
    type.method(vm, "reverse(self, /)", "Reverses the order in place.") { (vm, args) throws(Raised) in
      target(args).array.reverse()
      return .none
    }
  }
}
