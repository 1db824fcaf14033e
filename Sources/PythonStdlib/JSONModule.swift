import Glibc
import Interpreter

/// `_json`: JSON text of the plain kind, read and written at once. Whatever is out of the ordinary (errors, hooks,
/// subclasses, odd numbers) gives NotImplemented, and the module `json` does it step by step.
enum JSONModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(vm, name: "_native_json", doc: "Plain JSON at once.")
    module.function(vm, "parse(text, /)", "The object of a text, or NotImplemented.") { (vm, args) throws(Raised) in
      guard let text = args[0].asStr else { return .object(vm.notImplemented) }
      var parser = JSONParser(vm, text)
      return parser.whole() ?? .object(vm.notImplemented)
    }
    module.function(
      vm, "text(value, ascii, item_separator, key_separator, /)", "The text of an object, or NotImplemented."
    ) { (vm, args) throws(Raised) in
      guard let item = args[2].asStr, let key = args[3].asStr else { return .object(vm.notImplemented) }
      var writer = JSONWriter(vm, ascii: try vm.truth(args[1]), item, key)
      guard writer.write(args.slot(0), 0) else { return .object(vm.notImplemented) }
      return .object(try writer.finish())
    }
    return module
  }
}

/// Reads one text. Nothing in it runs Python code.
private struct JSONParser {
  private let vm: VM
  private let text: StrObject
  private let count: Int
  private var at = 0
  /// Keys seen before, by hash: records repeat theirs.
  private var keys: [StrObject?] = Array(repeating: nil, count: 64)

  init(_ vm: VM, _ text: StrObject) {
    self.vm = vm
    self.text = text
    count = text.count
  }

  mutating func whole() -> Value? {
    space()
    guard let made = value(0) else { return nil }
    space()
    return at == count ? made : nil
  }

  @inline(__always)
  private func peek() -> UInt32 { at < count ? text[at] : 0 }

  @inline(__always)
  private mutating func space() {
    while at < count {
      let c = text[at]
      if c != 0x20 && c != 0x0A && c != 0x0D && c != 0x09 { return }
      at &+= 1
    }
  }

  private mutating func word(_ word: StaticString, _ value: Value) -> Value? {
    let n = word.utf8CodeUnitCount
    if at &+ n > count { return nil }
    for k in 0..<n where text[at &+ k] != UInt32(word.utf8Start[k]) { return nil }
    at &+= n
    return value
  }

  private mutating func value(_ depth: Int) -> Value? {
    if depth > 200 { return nil }
    switch peek() {
    case 0x22:
      at &+= 1
      return string().map { .object($0) }
    case 0x7B: return object(depth)
    case 0x5B: return array(depth)
    case 0x74: return word("true", .bool(true))
    case 0x66: return word("false", .bool(false))
    case 0x6E: return word("null", .none)
    case 0x2D, 0x30...0x39: return number()
    default: return nil
    }
  }

  private mutating func array(_ depth: Int) -> Value? {
    at &+= 1
    let made = ListObject.make(vm)
    space()
    if peek() == 0x5D {
      at &+= 1
      return .object(made)
    }
    while true {
      guard let item = value(depth &+ 1) else { return nil }
      made.append(item)
      space()
      let c = peek()
      at &+= 1
      if c == 0x5D { return .object(made) }
      if c != 0x2C { return nil }
      space()
    }
  }

  private mutating func object(_ depth: Int) -> Value? {
    at &+= 1
    let made = DictObject(vm)
    space()
    if peek() == 0x7D {
      at &+= 1
      return .object(made)
    }
    while true {
      if peek() != 0x22 { return nil }
      at &+= 1
      guard let found = string() else { return nil }
      let key = shared(found)
      space()
      if peek() != 0x3A { return nil }
      at &+= 1
      space()
      guard let item = value(depth &+ 1) else { return nil }
      withExtendedLifetime(key) { made.set(name: .borrowed(key), value: item) }
      space()
      let c = peek()
      at &+= 1
      if c == 0x7D { return .object(made) }
      if c != 0x2C { return nil }
      space()
    }
  }

  private mutating func shared(_ key: StrObject) -> StrObject {
    let place = key.hashValue_ & 63
    if let known = keys[place], known.equals(key) { return known }
    keys[place] = key
    return key
  }

  /// The string whose quote stands before the place.
  private mutating func string() -> StrObject? {
    let start = at
    while at < count {
      let c = text[at]
      if c == 0x22 {
        let made = try? text.part(vm, start..<at)
        at &+= 1
        return made
      }
      if c == 0x5C { break }
      if c < 0x20 { return nil }
      at &+= 1
    }
    if at >= count { return nil }
    var out = StrBuilder(capacity: at &- start &+ 16)
    out.append(text, start..<at)
    while at < count {
      let c = text[at]
      at &+= 1
      if c == 0x22 { return try? out.finish(vm) }
      if c < 0x20 { return nil }
      if c != 0x5C {
        out.append(c)
        continue
      }
      let e = peek()
      at &+= 1
      switch e {
      case 0x22, 0x5C, 0x2F: out.append(e)
      case 0x62: out.append(8 as UInt32)
      case 0x66: out.append(12 as UInt32)
      case 0x6E: out.append(10 as UInt32)
      case 0x72: out.append(13 as UInt32)
      case 0x74: out.append(9 as UInt32)
      case 0x75:
        guard var point = hex() else { return nil }
        if point & 0xFC00 == 0xD800 && at &+ 1 < count && text[at] == 0x5C && text[at &+ 1] == 0x75 {
          let saved = at
          at &+= 2
          guard let second = hex() else { return nil }
          if second & 0xFC00 == 0xDC00 {
            point = 0x10000 &+ ((point &- 0xD800) << 10 | (second &- 0xDC00))
          } else {
            at = saved
          }
        }
        out.append(point)
      default: return nil
      }
    }
    return nil
  }

  private mutating func hex() -> UInt32? {
    if at &+ 4 > count { return nil }
    var result: UInt32 = 0
    for _ in 0..<4 {
      let c = text[at]
      switch c {
      case 0x30...0x39: result = result << 4 | (c &- 0x30)
      case 0x41...0x46: result = result << 4 | (c &- 0x37)
      case 0x61...0x66: result = result << 4 | (c &- 0x57)
      default: return nil
      }
      at &+= 1
    }
    return result
  }

  private mutating func number() -> Value? {
    let start = at
    let negative = peek() == 0x2D
    if negative { at &+= 1 }
    var whole = 0
    let first = at
    while at < count, text[at] &- 0x30 < 10 {
      whole = whole &* 10 &+ Int(text[at] &- 0x30)
      at &+= 1
    }
    let digits = at &- first
    if digits == 0 || digits > 1 && text[first] == 0x30 { return nil }
    let c = peek()
    if c != 0x2E && c != 0x65 && c != 0x45 { return digits > 18 ? nil : .int(negative ? 0 &- whole : whole) }
    if c == 0x2E {
      at &+= 1
      let point = at
      while at < count, text[at] &- 0x30 < 10 { at &+= 1 }
      if at == point { return nil }
    }
    if peek() == 0x65 || peek() == 0x45 {
      at &+= 1
      if peek() == 0x2B || peek() == 0x2D { at &+= 1 }
      let exponent = at
      while at < count, text[at] &- 0x30 < 10 { at &+= 1 }
      if at == exponent { return nil }
    }
    let length = at &- start
    if length > 60 { return nil }
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { (buffer) -> Value? in
      guard let base = buffer.baseAddress else { return nil }
      for k in 0..<length { base[k] = CChar(truncatingIfNeeded: text[start &+ k]) }
      base[length] = 0
      return .float(strtod(base, nil))
    }
  }
}

/// Writes one object. Nothing in it runs Python code.
private struct JSONWriter: ~Copyable {
  private let vm: VM
  private let ascii: Bool
  private let itemSeparator, keySeparator: StrObject
  private var out = StrBuilder(capacity: 64)

  init(_ vm: VM, ascii: Bool, _ itemSeparator: StrObject, _ keySeparator: StrObject) {
    self.vm = vm
    self.ascii = ascii
    self.itemSeparator = itemSeparator
    self.keySeparator = keySeparator
  }

  consuming func finish() throws(Raised) -> StrObject { try out.finish(vm) }

  /// Writes a value; false: it is out of the ordinary.
  mutating func write(_ slot: Slot, _ depth: Int) -> Bool {
    if depth > 200 { return false }
    switch slot.tag {
    case Tag.none: out.append("null")
    case Tag.bool: out.append(slot.asBool ? "true" : "false")
    case Tag.int: out.append(decimal: slot.asInt)
    case Tag.float:
      if !slot.asDouble.isFinite { return false }
      out.append(ascii: FloatText.shortest(slot.asDouble, alwaysPoint: true))
    case Tag.object:
      let object = slot.object
      if object.hasHeapType { return false }
      switch slot.kind {
      case .str: quote(unsafeDowncast(object, to: StrObject.self))
      case .list:
        let list = unsafeDowncast(object, to: ListObject.self)
        return sequence(list.items, list.count, depth)
      case .tuple:
        let tuple = unsafeDowncast(object, to: TupleObject.self)
        return sequence(tuple.items, tuple.count, depth)
      case .dict: return object.type === vm.types.dict && dict(unsafeDowncast(object, to: DictObject.self), depth)
      default: return false
      }
    default: return false
    }
    return true
  }

  private mutating func sequence(_ items: UnsafeMutablePointer<Slot>, _ count: Int, _ depth: Int) -> Bool {
    out.append(0x5B as UInt32)
    for k in 0..<count {
      if k > 0 { out.append(itemSeparator) }
      if !write(items[k], depth &+ 1) { return false }
    }
    out.append(0x5D as UInt32)
    return true
  }

  private mutating func dict(_ dict: DictObject, _ depth: Int) -> Bool {
    out.append(0x7B as UInt32)
    var first = true
    for k in 0..<dict.used where !dict.entries[k].key.isUndefined {
      if !first { out.append(itemSeparator) }
      first = false
      let key = dict.entries[k].key
      if key.isKind(.str), !key.object.hasHeapType {
        quote(unsafeDowncast(key.object, to: StrObject.self))
      } else if key.isInt {
        out.append(0x22 as UInt32)
        out.append(decimal: key.asInt)
        out.append(0x22 as UInt32)
      } else {
        return false
      }
      out.append(keySeparator)
      if !write(dict.entries[k].value, depth &+ 1) { return false }
    }
    out.append(0x7D as UInt32)
    return true
  }

  private mutating func quote(_ text: StrObject) {
    out.append(0x22 as UInt32)
    var start = 0
    for k in 0..<text.count {
      let c = text[k]
      if c >= 0x20 && c != 0x22 && c != 0x5C && (c < 0x7F || !ascii || c == 0x7F && !ascii) { continue }
      out.append(text, start..<k)
      start = k &+ 1
      escape(c)
    }
    out.append(text, start..<text.count)
    out.append(0x22 as UInt32)
  }

  private mutating func escape(_ c: UInt32) {
    switch c {
    case 0x22: out.append("\\\"")
    case 0x5C: out.append("\\\\")
    case 8: out.append("\\b")
    case 9: out.append("\\t")
    case 10: out.append("\\n")
    case 12: out.append("\\f")
    case 13: out.append("\\r")
    case 0x10000...:
      unit(0xD800 | (c &- 0x10000) >> 10 & 0x3FF)
      unit(0xDC00 | (c &- 0x10000) & 0x3FF)
    default: unit(c)
    }
  }
  private mutating func unit(_ c: UInt32) {
    out.append("\\u")
    var shift: UInt32 = 12
    while true {
      let digit = c >> shift & 15
      out.append(digit < 10 ? digit &+ 0x30 : digit &+ 0x57)
      if shift == 0 { return }
      shift &-= 4
    }
  }
}
