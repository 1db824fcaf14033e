import Glibc

/// The namespaces of `bytes` and `bytearray`. Arguments are looked at where they lie (`ByteView`); the numbers among
/// them are asked for first, because their `__index__` may change a bytearray.
enum ByteMethods {
  /// The receiver's bytes.
  @inline(__always)
  static func bytes(_ args: Arguments) -> ByteView { args.view(0) ?? .none }

  /// A copy of bytes as a result of the receiver's type.
  @inline(__always)
  static func make(_ vm: VM, _ args: Arguments, _ base: UnsafePointer<UInt8>, _ count: Int) throws(Raised) -> Value {
    if args.slot(0).kind == .bytearray {
      return .object(try ByteArrayObject.make(vm, copying: ByteView(base, count)))
    }
    return try vm.makeBytes(copying: base, count)
  }
  static func make(_ vm: VM, _ args: Arguments, _ bytes: [UInt8]) -> Value {
    args.slot(0).kind == .bytearray ? .object(ByteArrayObject(vm, bytes)) : vm.makeBytes(bytes)
  }
  /// A result of the receiver's type that `fill` writes.
  static func make(
    _ vm: VM, _ args: Arguments, count: Int, _ fill: (UnsafeMutablePointer<UInt8>) -> Void
  ) throws(Raised) -> Value {
    if count < 0 || count > Integer.maximumBits / 8 { throw vm.memoryError() }
    if args.slot(0).kind == .bytearray {
      let made = try ByteArrayObject.make(vm, count: count)
      fill(made.base)
      return .object(made)
    }
    return try vm.makeBytes(count, fill)
  }
  /// The receiver, or a copy when it may change or is of another class.
  static func same(_ vm: VM, _ args: Arguments) throws(Raised) -> Value {
    if args.slot(0).typePointer == vm.bytesType { return args[0] }
    let text = bytes(args)
    return try make(vm, args, text.base, text.count)
  }

  static func view(_ vm: VM, _ args: Arguments, _ i: Int) throws(Raised) -> ByteView {
    if let bytes = args.view(i) { return bytes }
    throw vm.typeError("a bytes-like object is required, not '\(vm.type(of: args[i]).name)'")
  }

  static func isSpace(_ b: UInt8) -> Bool { b == 0x20 || (b >= 9 && b <= 13) }
  static func isUpper(_ b: UInt8) -> Bool { b >= 0x41 && b <= 0x5A }
  static func isLower(_ b: UInt8) -> Bool { b >= 0x61 && b <= 0x7A }
  static func isAlpha(_ b: UInt8) -> Bool { isUpper(b) || isLower(b) }
  static func isDigit(_ b: UInt8) -> Bool { b >= 0x30 && b <= 0x39 }

  static func populate(_ type: TypeObject, _ vm: VM) {
    type.specials(
      vm,
      [.repr, .len, .iter, .lt, .le, .eq, .ne, .gt, .ge, .getitem, .contains, .add, .mul, .rmul, .mod, .rmod])
    type.constant(vm, "__doc__", .object(vm.string("A sequence of bytes.")))
    searching(type, vm)
    affixes(type, vm)
    joining(type, vm)
    splitting(type, vm)
    cases(type, vm)
    questions(type, vm)
    padding(type, vm)
    translation(type, vm)
    conversions(type, vm)
    if type === vm.types.bytearray {
      type.unhashable(vm)
      type.specials(vm, [.setitem, .delitem, .iadd, .imul])
      mutation(type, vm)
    } else {
      type.specials(vm, [.hash])
      type.method(vm, "__getnewargs__(self, /)", "") { (vm, args) throws(Raised) in
        .object(TupleObject.make(vm, [vm.makeBytes(bytes(args).array)]))
      }
      type.method(vm, "__bytes__(self, /)", "") { (vm, args) throws(Raised) in
        let text = bytes(args)
        return try vm.makeBytes(copying: text.base, text.count)
      }
    }
  }

  /// What is searched for: bytes, or one byte as an int, and the bounds that the arguments behind it give.
  private static func search<R>(
    _ vm: VM, _ args: Arguments, _ body: (_ text: ByteView, _ needle: ByteView, _ start: Int, _ end: Int) -> R
  ) throws(Raised) -> R {
    func bounds(_ count: Int) throws(Raised) -> (Int, Int) {
      args.slot(2).isNone && args.slot(3).isNone ? (0, count) : try StrMethods.range(vm, args, 2, count)
    }
    if args.view(1) == nil {
      guard Integer(args[1]) != nil else {
        throw vm.typeError("argument should be integer or bytes-like object, not '\(vm.type(of: args[1]).name)'")
      }
      let byte = try ByteOperators.byte(vm, args[1])
      let (start, end) = try bounds(bytes(args).count)
      return withUnsafePointer(to: byte) { body(bytes(args), ByteView($0, 1), start, end) }
    }
    let (start, end) = try bounds(bytes(args).count)
    let text = bytes(args)
    // The bounds may have run code that made it shorter.
    return body(text, try view(vm, args, 1), min(start, text.count &+ 1), min(end, text.count))
  }

  private static func searching(_ type: TypeObject, _ vm: VM) {
    for (name, last, raises) in [
      ("find", false, false), ("rfind", true, false), ("index", false, true), ("rindex", true, true),
    ] {
      type.method(vm, "\(name)(self, sub, start=None, end=None, /)", "Index where sub is found.") {
        (vm, args) throws(Raised) in
        let i = try search(vm, args) { last ? $0.findLast($1, $2, $3) : $0.find($1, $2, $3) }
        if i < 0 && raises { throw vm.valueError("subsection not found") }
        return .int(i)
      }
    }
    type.method(vm, "count(self, sub, start=None, end=None, /)", "Number of occurrences without overlaps.") {
      (vm, args) throws(Raised) in
      .int(try search(vm, args) { (text, needle, start, end) in
        if start > end { return 0 }
        return needle.count == 0 ? end &- start &+ 1 : text.occurrences(needle, start, end)
      })
    }
    type.method(vm, "replace(self, old, new, count=-1, /)", "Replaces occurrences.") { (vm, args) throws(Raised) in
      let count = args.slot(3).isInt ? args.slot(3).asInt : try vm.index(args[3])
      return try replace(vm, args, count < 0 ? Int.max : count)
    }
  }

  private static func replace(_ vm: VM, _ args: Arguments, _ limit: Int) throws(Raised) -> Value {
    let (text, old, new) = (bytes(args), try view(vm, args, 1), try view(vm, args, 2))
    func size(_ times: Int, _ change: Int) throws(Raised) -> Int {
      let (grown, overflow) = times.multipliedReportingOverflow(by: change)
      let (total, tooMany) = text.count.addingReportingOverflow(grown)
      if overflow || tooMany { throw vm.memoryError() }
      return total
    }
    if old.count == 0 {
      let times = min(limit, text.count &+ 1)
      if times == 0 || new.count == 0 { return try same(vm, args) }
      return try make(vm, args, count: try size(times, new.count)) { to in
        var to = to
        for i in 0...text.count {
          if i < times {
            memcpy(to, new.base, new.count)
            to += new.count
          }
          if i < text.count {
            to.pointee = text[i]
            to += 1
          }
        }
      }
    }
    let first = limit == 0 ? -1 : text.find(old, 0, text.count)
    if first < 0 { return try same(vm, args) }
    if old.count == new.count {
      // Nothing moves.
      return try make(vm, args, count: text.count) { to in
        memcpy(to, text.base, text.count)
        var (hit, done) = (first, 0)
        while hit >= 0 && done < limit {
          memcpy(to + hit, new.base, new.count)
          done &+= 1
          hit = text.find(old, hit &+ old.count, text.count)
        }
      }
    }
    var hits = [first]
    while hits.count < limit {
      let hit = text.find(old, hits[hits.count &- 1] &+ old.count, text.count)
      if hit < 0 { break }
      hits.append(hit)
    }
    return try make(vm, args, count: try size(hits.count, new.count &- old.count)) { to in
      var (to, at) = (to, 0)
      for hit in hits {
        memcpy(to, text.base + at, hit &- at)
        to += hit &- at
        memcpy(to, new.base, new.count)
        to += new.count
        at = hit &+ old.count
      }
      memcpy(to, text.base + at, text.count &- at)
    }
  }

  private static func affixes(_ type: TypeObject, _ vm: VM) {
    for (name, atEnd) in [("startswith", false), ("endswith", true)] {
      type.method(vm, "\(name)(self, prefix, start=None, end=None, /)", "Tells whether an end matches.") {
        (vm, args) throws(Raised) in
        var (start, end) = (0, Int.max)
        if !args.slot(2).isNone || !args.slot(3).isNone { (start, end) = try StrMethods.range(vm, args, 2, bytes(args).count) }
        let text = bytes(args)
        end = min(end, text.count)
        func matches(_ affix: ByteView) -> Bool {
          if start > end || affix.count > end &- start { return false }
          return text.has(affix, at: atEnd ? end &- affix.count : start)
        }
        if let affix = args.view(1) { return .bool(matches(affix)) }
        guard let tuple = args[1].asTuple else {
          throw vm.typeError("\(name) first arg must be bytes or a tuple of bytes, not \(vm.type(of: args[1]).name)")
        }
        for item in tuple.values {
          guard let affix = ByteView(item) else {
            throw vm.typeError("a bytes-like object is required, not '\(vm.type(of: item).name)'")
          }
          if matches(affix) { return .bool(true) }
        }
        return .bool(false)
      }
    }
    for (name, atEnd) in [("removeprefix", false), ("removesuffix", true)] {
      type.method(vm, "\(name)(self, affix, /)", "Without the prefix or suffix.") { (vm, args) throws(Raised) in
        let (text, affix) = (bytes(args), try view(vm, args, 1))
        let rest = text.count &- affix.count
        if rest < 0 || affix.count == 0 || !text.has(affix, at: atEnd ? rest : 0) { return try same(vm, args) }
        return try make(vm, args, atEnd ? text.base : text.base + affix.count, rest)
      }
    }
  }

  private static func joining(_ type: TypeObject, _ vm: VM) {
    type.method(vm, "join(self, iterable, /)", "Concatenates bytes with these between them.") {
      (vm, args) throws(Raised) in
      // The items of a list or tuple are looked at where they lie; an iterator runs to its end first.
      let list: Value
      if args.slot(1).isKind(.list) || args.slot(1).isKind(.tuple) { list = args[1] } else {
        guard try vm.iteratorOrNil(args[1]) != nil else { throw vm.typeError("can only join an iterable") }
        list = .object(ListObject.make(vm, try vm.list(of: args[1])))
      }
      if let tuple = list.asTuple { return try join(vm, args, UnsafePointer(tuple.items), tuple.count) }
      guard let items = list.asList else { throw vm.typeError("can only join an iterable") }
      let made = try join(vm, args, UnsafePointer(items.items), items.count)
      return withExtendedLifetime(items) { made }
    }
  }
  private static func join(
    _ vm: VM, _ args: Arguments, _ items: UnsafePointer<Slot>, _ n: Int
  ) throws(Raised) -> Value {
    let separator = bytes(args)
    var total = n > 1 ? separator.count &* (n &- 1) : 0
    var isPlain = true
    for i in 0..<n {
      guard let part = ByteView(items[i]) else {
        throw vm.typeError(
          "sequence item \(i): expected a bytes-like object, \(vm.type(of: items[i].value).name) found")
      }
      if items[i].kind != .bytes && items[i].kind != .bytearray { isPlain = false }
      let (sum, overflow) = total.addingReportingOverflow(part.count)
      if overflow { throw vm.memoryError() }
      total = sum
    }
    if n == 1, items[0].typePointer == vm.bytesType, args.slot(0).kind == .bytes { return items[0].value }
    if !isPlain {
      // What `__buffer__` lends may differ each time it is asked.
      var result: [UInt8] = []
      for (i, item) in (0..<n).map({ items[$0].value }).enumerated() {
        if i > 0 { result += separator.bytes }
        if let part = ByteView(item) { result += part.bytes }
      }
      return make(vm, args, result)
    }
    return try make(vm, args, count: total) { to in
      var to = to
      for i in 0..<n {
        if i > 0 && separator.count > 0 {
          memcpy(to, separator.base, separator.count)
          to += separator.count
        }
        if let part = ByteView(items[i]) {
          memcpy(to, part.base, part.count)
          to += part.count
        }
      }
    }
  }
}
