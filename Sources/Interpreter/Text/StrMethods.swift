import Glibc

/// The namespace of `str`: one row per method.
enum StrMethods {
  /// The receiver.
  @inline(__always)
  static func text(_ args: Arguments) -> StrObject {
    unsafeDowncast(args.slot(0).object, to: StrObject.self)
  }

  /// A str argument, or TypeError with the text that `message` begins and the type's name ends.
  static func string(
    _ vm: VM, _ value: Value, _ message: @autoclosure () -> String = "must be str, not "
  ) throws(Raised) -> StrObject {
    if let text = value.asStr { return text }
    throw vm.typeError(message() + vm.type(of: value).name)
  }

  /// The range that `start` and `end` arguments select of `count` items, the end not clamped below the start.
  static func range(_ vm: VM, _ args: Arguments, _ first: Int, _ count: Int) throws(Raised) -> (Int, Int) {
    var (start, end) = (0, count)
    if args.has(first), !args.slot(first).isNone {
      start = try vm.sliceIndex(args[first])
      if start < 0 { start = max(0, start &+ count) }
    }
    if args.has(first &+ 1), !args.slot(first &+ 1).isNone {
      end = try vm.sliceIndex(args[first &+ 1])
      if end < 0 { end = max(0, end &+ count) } else { end = min(end, count) }
    }
    return (start, end)
  }

  static func populate(_ type: TypeObject, _ vm: VM) {
    type.specials(
      vm,
      [.repr, .str, .format, .hash, .len, .iter, .lt, .le, .eq, .ne, .gt, .ge, .getitem, .contains, .add, .mul, .rmul, .mod, .rmod])
    type.method(vm, "__getnewargs__(self, /)", "") { (vm, args) throws(Raised) in
      let text = text(args)
      return .object(TupleObject.make(vm, [.object(try text.part(vm, 0..<text.count, exact: true))]))
    }
    searching(type, vm)
    affixes(type, vm)
    cases(type, vm)
    predicates(type, vm)
    splitting(type, vm)
    layout(type, vm)
    translation(type, vm)
    type.method(vm, "encode(self, encoding='utf-8', errors='strict')", "Encode the string as bytes.") {
      (vm, args) throws(Raised) in
      let encoding = try string(vm, args[1], "encode() argument 'encoding' must be str, not ")
      let errors = try string(vm, args[2], "encode() argument 'errors' must be str, not ")
      if text(args).isASCII && Codecs.isUTF8(encoding) {
        let text = text(args)
        return try vm.makeBytes(copying: UnsafePointer(text.storage.assumingMemoryBound(to: UInt8.self)), text.count)
      }
      return vm.makeBytes(try Codecs.encode(vm, text(args), encoding.string, errors.string))
    }
    type.rawMethod(vm, "format(self, /, *args, **kwargs)", "Format with positional and keyword values.") {
      (vm, args) throws(Raised) in
      guard args.positionalCount > 0 else { throw vm.typeError("unbound method str.format() needs an argument") }
      guard let template = args[0].asStr else {
        throw vm.typeError(
          "descriptor 'format' for 'str' objects doesn't apply to a '\(vm.type(of: args.slot(0)).name)' object")
      }
      let values = UnsafeBufferPointer(start: args.base + 1, count: args.positionalCount &- 1)
      if let quick = QuickTemplate.format(vm, template, values) { return .object(quick) }
      return .object(try StrFormat.format(vm, template, values, .arguments(args)))
    }
    type.method(vm, "format_map(self, mapping, /)", "Format with the values of a mapping.") {
      (vm, args) throws(Raised) in
      .object(try StrFormat.format(vm, text(args), nil, .mapping(args[1])))
    }
  }

  private static func searching(_ type: TypeObject, _ vm: VM) {
    type.method(vm, "find(self, sub, start=None, end=None, /)", "Lowest index where sub is found, or -1.") {
      (vm, args) throws(Raised) in .int(try find(vm, args, last: false))
    }
    type.method(vm, "rfind(self, sub, start=None, end=None, /)", "Highest index where sub is found, or -1.") {
      (vm, args) throws(Raised) in .int(try find(vm, args, last: true))
    }
    type.method(vm, "index(self, sub, start=None, end=None, /)", "Like find, but raises ValueError.") {
      (vm, args) throws(Raised) in
      let i = try find(vm, args, last: false)
      if i < 0 { throw vm.valueError("substring not found") }
      return .int(i)
    }
    type.method(vm, "rindex(self, sub, start=None, end=None, /)", "Like rfind, but raises ValueError.") {
      (vm, args) throws(Raised) in
      let i = try find(vm, args, last: true)
      if i < 0 { throw vm.valueError("substring not found") }
      return .int(i)
    }
    type.method(vm, "count(self, sub, start=None, end=None, /)", "Number of occurrences without overlaps.") {
      (vm, args) throws(Raised) in
      let text = text(args)
      let needle = try string(vm, args[1])
      let (start, end) = try range(vm, args, 2, text.count)
      return .int(start > end ? 0 : TextSearch.count(text, needle, start, end))
    }
    type.method(vm, "replace(self, old, new, count=-1, /)", "Replaces occurrences of a substring.") {
      (vm, args) throws(Raised) in
      let old = try string(vm, args[1], "replace() argument 1 must be str, not ")
      let new = try string(vm, args[2], "replace() argument 2 must be str, not ")
      return .object(try replace(vm, text(args), old, new, try vm.index(args[3])))
    }
    type.method(vm, "join(self, iterable, /)", "Concatenates strings with this one between them.") {
      (vm, args) throws(Raised) in .object(try join(vm, text(args), args[1]))
    }
  }

  private static func find(_ vm: VM, _ args: Arguments, last: Bool) throws(Raised) -> Int {
    let text = text(args)
    let needle = try string(vm, args[1])
    let (start, end) = try range(vm, args, 2, text.count)
    if start > end { return -1 }
    return last ? TextSearch.findLast(text, needle, start, end) : TextSearch.find(text, needle, start, end)
  }

  /// `text.replace(old, new, count)`; a negative count is no limit.
  /// `text.replace(old, new)` of exact texts, the new one of ASCII, owned; undefined: the general way answers.
  static func replaceSlot(_ vm: VM, _ x: Slot, _ old: StrObject, _ new: StrObject) -> Slot {
    let text = unsafeBitCast(x.pointer, to: StrObject.self)
    let (n, m, k) = (text.count, old.count, new.count)
    if m == 0 { return .undefined }
    var hit = TextSearch.find(text, old, 0, n)
    if hit < 0 {
      x.retain()
      return x
    }
    guard text.isASCII && new.isASCII && n <= 1024 && k <= 1024 else { return .undefined }
    let source = text.storage.assumingMemoryBound(to: UInt8.self)
    let (first, rest) = (source[hit], new.storage.assumingMemoryBound(to: UInt8.self))
    var hits = 1
    if m == 1 {
      for i in hit &+ 1..<n where source[i] == first { hits &+= 1 }
    } else {
      hits = TextSearch.count(text, old, hit, n)
    }
    let total = n &+ hits &* (k &- m)
    guard total > 1, let made = StrObject.makeSlot(vm, count: total, width: 1, isASCII: true) else { return .undefined }
    var out = made.storage.assumingMemoryBound(to: UInt8.self)
    var at = 0
    while true {
      memcpy(out, source + at, hit &- at)
      out += hit &- at
      memcpy(out, rest, k)
      out += k
      at = hit &+ m
      hits &-= 1
      if hits == 0 { break }
      hit = at
      if m == 1 { while source[hit] != first { hit &+= 1 } } else { hit = TextSearch.find(text, old, at, n) }
    }
    memcpy(out, source + at, n &- at)
    return made.slot
  }

  static func replace(
    _ vm: VM, _ text: StrObject, _ old: StrObject, _ new: StrObject, _ count: Int
  ) throws(Raised) -> StrObject {
    let limit = count < 0 ? Int.max : count
    if limit == 0 { return try text.part(vm, 0..<text.count) }
    if old.count == 0 {
      var out = StrBuilder(capacity: text.count)
      let (insertions, _) = (text.count &+ 1).multipliedReportingOverflow(by: 1)
      for i in 0...text.count {
        if i < min(limit, insertions) { out.append(new) }
        if i < text.count { out.append(text[i]) }
      }
      return try out.finish(vm)
    }
    var hit = TextSearch.find(text, old, 0, text.count)
    if hit < 0 { return try text.part(vm, 0..<text.count) }
    var out = StrBuilder(capacity: text.count)
    var at = 0
    var done = 0
    while hit >= 0 && done < limit {
      out.append(text, at..<hit)
      out.append(new)
      done &+= 1
      at = hit &+ old.count
      if done & 4095 == 0 && vm.interruptPending { try vm.checkInterrupt() }
      hit = TextSearch.find(text, old, at, text.count)
    }
    out.append(text, at..<text.count)
    return try out.finish(vm)
  }

  /// `separator.join(items)`.
  static func join(_ vm: VM, _ separator: StrObject, _ items: Value) throws(Raised) -> StrObject {
    if let list = items.asList, !list.hasHeapType {
      return try join(vm, separator, UnsafeBufferPointer(start: list.items, count: list.count))
    }
    if let tuple = items.asTuple, !tuple.hasHeapType {
      return try join(vm, separator, UnsafeBufferPointer(start: tuple.items, count: tuple.count))
    }
    guard try vm.iteratorOrNil(items) != nil else { throw vm.typeError("can only join an iterable") }
    let values = ListObject.make(vm)
    let source = try vm.iterator(items)
    let it = Slot.borrowed(source)
    try withExtendedLifetime(source) { () throws(Raised) in
      while true {
        let item = try vm.step(it)
        if item.isUndefined { break }
        values.append(owned: item)
        if vm.interruptPending { try vm.checkInterrupt() }
      }
    }
    return try join(vm, separator, UnsafeBufferPointer(start: values.items, count: values.count))
  }

  /// Joins slots: nothing here runs Python code, so they cannot move.
  static func join(
    _ vm: VM, _ separator: StrObject, _ items: UnsafeBufferPointer<Slot>
  ) throws(Raised) -> StrObject {
    if items.count == 0 { return vm.emptyString }
    var total = 0
    var width = items.count > 1 ? separator.width : 1
    var ascii = items.count > 1 ? separator.isASCII : true
    var overflow = false
    for i in 0..<items.count {
      guard items[i].isKind(.str) else {
        throw vm.typeError("sequence item \(i): expected str instance, \(vm.type(of: items[i]).operandName) found")
      }
      Unmanaged<StrObject>.fromOpaque(items[i].pointer)._withUnsafeGuaranteedRef {
        let (sum, o) = total.addingReportingOverflow($0.count &+ separator.count)
        total = sum
        overflow = overflow || o
        width = max(width, $0.width)
        ascii = ascii && $0.isASCII
      }
    }
    if items.count == 1, let only = items[0].value.asStr, !only.hasHeapType { return only }
    total &-= separator.count
    guard !overflow, let made = StrObject.make(vm, count: total, width: width, isASCII: ascii) else {
      throw vm.memoryError()
    }
    let raw = made.storage
    if width == 1 {
      joinBytes(separator, items, raw)
      return made
    }
    var at = 0
    for i in 0..<items.count {
      if i > 0 && separator.count > 0 {
        separator.copyPoints(to: raw, at: at, width: width)
        at &+= separator.count
      }
      Unmanaged<StrObject>.fromOpaque(items[i].pointer)._withUnsafeGuaranteedRef {
        $0.copyPoints(to: raw, at: at, width: width)
        at &+= $0.count
      }
    }
    return made
  }

  /// Writes texts of one byte per code point with a separator between them.
  private static func joinBytes(
    _ separator: StrObject, _ items: UnsafeBufferPointer<Slot>, _ target: UnsafeMutableRawPointer
  ) {
    let (between, length) = (separator.storage, separator.count)
    var out = target
    for i in 0..<items.count {
      if i > 0 {
        if length == 1 {
          out.storeBytes(of: between.load(as: UInt8.self), as: UInt8.self)
        } else {
          memcpy(out, between, length)
        }
        out += length
      }
      let text = items[i].pointer
      let (bytes, count) = Unmanaged<StrObject>.fromOpaque(text)._withUnsafeGuaranteedRef { ($0.storage, $0.count) }
      if count == 1 {
        out.storeBytes(of: bytes.load(as: UInt8.self), as: UInt8.self)
      } else {
        memcpy(out, bytes, count)
      }
      out += count
    }
  }

  // MARK: Prefixes and suffixes

  private static func affixes(_ type: TypeObject, _ vm: VM) {
    type.method(vm, "startswith(self, prefix, start=None, end=None, /)", "Tells whether the string starts with prefix.") {
      (vm, args) throws(Raised) in .bool(try affix(vm, args, "startswith", atEnd: false))
    }
    type.method(vm, "endswith(self, suffix, start=None, end=None, /)", "Tells whether the string ends with suffix.") {
      (vm, args) throws(Raised) in .bool(try affix(vm, args, "endswith", atEnd: true))
    }
    type.method(vm, "removeprefix(self, prefix, /)", "The string without the prefix, if it has it.") {
      (vm, args) throws(Raised) in
      let text = text(args)
      let prefix = try string(vm, args[1], "removeprefix() argument must be str, not ")
      let has = prefix.count <= text.count && TextSearch.matches(text, prefix, at: 0)
      return .object(try text.part(vm, (has ? prefix.count : 0)..<text.count))
    }
    type.method(vm, "removesuffix(self, suffix, /)", "The string without the suffix, if it has it.") {
      (vm, args) throws(Raised) in
      let text = text(args)
      let suffix = try string(vm, args[1], "removesuffix() argument must be str, not ")
      let has = suffix.count <= text.count && TextSearch.matches(text, suffix, at: text.count &- suffix.count)
      return .object(try text.part(vm, 0..<(text.count &- (has ? suffix.count : 0))))
    }
    for (name, left, right) in [("strip", true, true), ("lstrip", true, false), ("rstrip", false, true)] {
      type.method(vm, "\(name)(self, chars=None, /)", "The string without leading or trailing characters.") {
        (vm, args) throws(Raised) in
        let text = text(args)
        if args[1].isNone { return .object(try stripSpaces(vm, text, left, right)) }
        guard let characters = args[1].asStr else { throw vm.typeError("\(name) arg must be None or str") }
        return .object(try strip(vm, text, characters, left, right))
      }
    }
    type.method(vm, "partition(self, sep, /)", "Splits at the first separator into three parts.") {
      (vm, args) throws(Raised) in
      let text = text(args)
      let separator = try string(vm, args[1])
      if separator.count == 0 { throw vm.valueError("empty separator") }
      let i = TextSearch.find(text, separator, 0, text.count)
      if i < 0 {
        let empty = Value.object(vm.emptyString)
        return .object(TupleObject.make(vm, .object(try text.part(vm, 0..<text.count)), empty, empty))
      }
      return .object(try parts(vm, text, i, separator))
    }
    type.method(vm, "rpartition(self, sep, /)", "Splits at the last separator into three parts.") {
      (vm, args) throws(Raised) in
      let text = text(args)
      let separator = try string(vm, args[1])
      if separator.count == 0 { throw vm.valueError("empty separator") }
      let i = TextSearch.findLast(text, separator, 0, text.count)
      if i < 0 {
        let empty = Value.object(vm.emptyString)
        return .object(TupleObject.make(vm, empty, empty, .object(try text.part(vm, 0..<text.count))))
      }
      return .object(try parts(vm, text, i, separator))
    }
  }

  private static func parts(_ vm: VM, _ text: StrObject, _ i: Int, _ separator: StrObject) throws(Raised) -> TupleObject {
    TupleObject.make(
      vm, .object(try text.part(vm, 0..<i)), .object(separator),
      .object(try text.part(vm, (i &+ separator.count)..<text.count)))
  }

  private static func affix(_ vm: VM, _ args: Arguments, _ name: String, atEnd: Bool) throws(Raised) -> Bool {
    let text = text(args)
    let (start, end) = try range(vm, args, 2, text.count)
    func matches(_ affix: StrObject) -> Bool {
      if start > end || affix.count > end &- start { return false }
      return TextSearch.matches(text, affix, at: atEnd ? end &- affix.count : start)
    }
    if let affix = args[1].asStr { return matches(affix) }
    guard let tuple = args[1].asTuple else {
      throw vm.typeError("\(name) first arg must be str or a tuple of str, not \(vm.type(of: args[1]).operandName)")
    }
    for i in 0..<tuple.count {
      if matches(try string(vm, tuple[i], "tuple for \(name) must only contain str, not ")) { return true }
    }
    return false
  }

  /// An exact text without white space at its left or right end or both, owned.
  static func stripSlot(_ vm: VM, _ x: Slot, left: Bool, right: Bool) throws(Raised) -> Slot {
    let text = unsafeBitCast(x.pointer, to: StrObject.self)
    var (start, end) = (0, text.count)
    if text.width == 1 {
      let bytes = text.storage.assumingMemoryBound(to: UInt8.self)
      if left { while start < end && CharacterRules.isSpace(UInt32(bytes[start])) { start &+= 1 } }
      if right { while end > start && CharacterRules.isSpace(UInt32(bytes[end &- 1])) { end &-= 1 } }
    } else {
      if left { while start < end && CharacterRules.isSpace(text[start]) { start &+= 1 } }
      if right { while end > start && CharacterRules.isSpace(text[end &- 1]) { end &-= 1 } }
    }
    if start == 0 && end == text.count {
      x.retain()
      return x
    }
    return try text.partSlot(vm, start, end)
  }

  static func stripSpaces(_ vm: VM, _ text: StrObject, _ left: Bool, _ right: Bool) throws(Raised) -> StrObject {
    var (start, end) = (0, text.count)
    if left { while start < end && CharacterRules.isSpace(text[start]) { start &+= 1 } }
    if right { while end > start && CharacterRules.isSpace(text[end &- 1]) { end &-= 1 } }
    return try text.part(vm, start..<end)
  }

  static func strip(
    _ vm: VM, _ text: StrObject, _ characters: StrObject, _ left: Bool, _ right: Bool
  ) throws(Raised) -> StrObject {
    var (start, end) = (0, text.count)
    func has(_ p: UInt32) -> Bool { TextSearch.find(characters, p, 0, characters.count) >= 0 }
    if left { while start < end && has(text[start]) { start &+= 1 } }
    if right { while end > start && has(text[end &- 1]) { end &-= 1 } }
    return try text.part(vm, start..<end)
  }
}
