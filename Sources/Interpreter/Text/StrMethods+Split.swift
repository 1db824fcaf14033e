extension StrMethods {
  static func splitting(_ type: TypeObject, _ vm: VM) {
    type.method(vm, "split(self, sep=None, maxsplit=-1)", "Splits at a separator, or at runs of whitespace.") {
      (vm, args) throws(Raised) in
      .object(try split(vm, text(args), args[1], try vm.index(args[2])))
    }
    type.method(vm, "rsplit(self, sep=None, maxsplit=-1)", "Like split, but counts from the right.") {
      (vm, args) throws(Raised) in
      .object(try splitFromRight(vm, text(args), args[1], try vm.index(args[2])))
    }
    type.method(vm, "splitlines(self, keepends=False)", "The lines of the string.") { (vm, args) throws(Raised) in
      .object(try lines(vm, text(args), keepEnds: try vm.truth(args[1])))
    }
  }

  private static func separator(_ vm: VM, _ value: Value) throws(Raised) -> StrObject? {
    if value.isNone { return nil }
    let separator = try string(vm, value, "must be str or None, not ")
    if separator.count == 0 { throw vm.valueError("empty separator") }
    return separator
  }

  static func split(_ vm: VM, _ text: StrObject, _ sep: Value, _ maximum: Int) throws(Raised) -> ListObject {
    let limit = maximum < 0 ? Int.max : maximum
    let result = ListObject.make(vm)
    let n = text.count
    guard let separator = try separator(vm, sep) else {
      if text.isASCII && limit == Int.max { return try words(vm, text, result) }
      var i = 0
      while true {
        while i < n && CharacterRules.isSpace(text[i]) { i &+= 1 }
        if i >= n { return result }
        if result.count >= limit {
          result.append(.object(try text.part(vm, i..<n)))
          return result
        }
        let start = i
        while i < n && !CharacterRules.isSpace(text[i]) { i &+= 1 }
        result.append(.object(try text.part(vm, start..<i)))
      }
    }
    var at = 0
    if separator.count == 1 && text.isASCII && separator.width == 1 && n < 4096 {
      // Short texts: looking at each byte costs less than a search per part.
      let (bytes, point) = (text.storage.assumingMemoryBound(to: UInt8.self), UInt8(truncatingIfNeeded: separator[0]))
      var k = 0
      while k < n && result.count < limit {
        if bytes[k] == point {
          result.append(owned: try text.partSlot(vm, at, k))
          at = k &+ 1
        }
        k &+= 1
      }
      result.append(owned: try text.partSlot(vm, at, n))
      return result
    }
    while result.count < limit {
      let hit = TextSearch.find(text, separator, at, n)
      if hit < 0 { break }
      result.append(owned: try text.partSlot(vm, at, hit))
      at = hit &+ separator.count
      if result.count & 4095 == 0 && vm.interruptPending { try vm.checkInterrupt() }
    }
    result.append(owned: try text.partSlot(vm, at, n))
    return result
  }

  /// Appends the words of an ASCII text to a list.
  private static func words(_ vm: VM, _ text: StrObject, _ result: ListObject) throws(Raised) -> ListObject {
    let (bytes, n) = (text.storage.assumingMemoryBound(to: UInt8.self), text.count)
    @inline(__always)
    func isSpace(_ c: UInt8) -> Bool { c <= 0x20 && (c == 0x20 || c &- 9 < 5 || c &- 0x1C < 4) }
    var i = 0
    while true {
      while i < n && isSpace(bytes[i]) { i &+= 1 }
      if i >= n { return result }
      let start = i
      while i < n && !isSpace(bytes[i]) { i &+= 1 }
      result.append(owned: try text.partSlot(vm, start, i))
    }
  }

  private static func splitFromRight(
    _ vm: VM, _ text: StrObject, _ sep: Value, _ maximum: Int
  ) throws(Raised) -> ListObject {
    if maximum < 0 { return try split(vm, text, sep, maximum) }
    let pieces = ListObject.make(vm)
    if let separator = try separator(vm, sep) {
      var end = text.count
      while pieces.count < maximum {
        let hit = TextSearch.findLast(text, separator, 0, end)
        if hit < 0 { break }
        pieces.append(owned: try text.partSlot(vm, hit &+ separator.count, end))
        end = hit
      }
      pieces.append(owned: try text.partSlot(vm, 0, end))
    } else {
      var end = text.count
      while true {
        while end > 0 && CharacterRules.isSpace(text[end &- 1]) { end &-= 1 }
        if end == 0 { break }
        if pieces.count >= maximum {
          pieces.append(owned: try text.partSlot(vm, 0, end))
          break
        }
        var start = end
        while start > 0 && !CharacterRules.isSpace(text[start &- 1]) { start &-= 1 }
        pieces.append(owned: try text.partSlot(vm, start, end))
        end = start
      }
    }
    var all = UnsafeMutableBufferPointer(start: pieces.items, count: pieces.count)
    all.reverse()
    return pieces
  }

  static func lines(_ vm: VM, _ text: StrObject, keepEnds: Bool) throws(Raised) -> ListObject {
    let result = ListObject.make(vm)
    var start = 0
    var i = 0
    while i < text.count {
      let p = text[i]
      if !CharacterRules.isLineBreak(p) {
        i &+= 1
        continue
      }
      let end = i
      i &+= p == 13 && i &+ 1 < text.count && text[i &+ 1] == 10 ? 2 : 1
      result.append(owned: try text.partSlot(vm, start, keepEnds ? i : end))
      start = i
    }
    if start < text.count { result.append(.object(try text.part(vm, start..<text.count))) }
    return result
  }
}
