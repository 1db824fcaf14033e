import Interpreter

/// Writes one object. Nothing in it runs Python code.
struct JSONWriter: ~Copyable {
  private let vm: VM
  private let ascii: Bool
  private let itemSeparator, keySeparator: StrObject
  /// What a level is moved in by; nil: all stands on one line.
  private let indent: StrObject?
  private let sortsKeys: Bool
  private var out = StrBuilder(capacity: 64)

  init(
    _ vm: VM, ascii: Bool, _ itemSeparator: StrObject, _ keySeparator: StrObject, indent: StrObject?, sortsKeys: Bool
  ) {
    self.vm = vm
    self.indent = indent
    self.sortsKeys = sortsKeys
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

  /// Begins a line at a level.
  @inline(__always)
  private mutating func line(_ depth: Int) {
    guard let indent else { return }
    out.append(10 as UInt32)
    for _ in 0..<depth { out.append(indent) }
  }

  private mutating func sequence(_ items: UnsafeMutablePointer<Slot>, _ count: Int, _ depth: Int) -> Bool {
    out.append(0x5B as UInt32)
    for k in 0..<count {
      if k > 0 { out.append(itemSeparator) }
      line(depth &+ 1)
      if !write(items[k], depth &+ 1) { return false }
    }
    if count > 0 { line(depth) }
    out.append(0x5D as UInt32)
    return true
  }

  private mutating func dict(_ dict: DictObject, _ depth: Int) -> Bool {
    out.append(0x7B as UInt32)
    if sortsKeys {
      guard let order = order(dict) else { return false }
      var isFirst = true
      for k in order {
        if !entry(dict, k, isFirst: isFirst, depth &+ 1) { return false }
        isFirst = false
      }
    } else {
      var isFirst = true
      for k in 0..<dict.used where !dict.entries[k].key.isUndefined {
        if !entry(dict, k, isFirst: isFirst, depth &+ 1) { return false }
        isFirst = false
      }
    }
    if dict.count > 0 { line(depth) }
    out.append(0x7D as UInt32)
    return true
  }
  private mutating func entry(_ dict: DictObject, _ k: Int, isFirst: Bool, _ depth: Int) -> Bool {
    if !isFirst { out.append(itemSeparator) }
    line(depth)
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
    return write(dict.entries[k].value, depth)
  }
  /// The places of the entries in the order of their keys, which must be plain texts.
  private func order(_ dict: DictObject) -> [Int]? {
    var places: [(key: StrObject, place: Int)] = []
    for k in 0..<dict.used where !dict.entries[k].key.isUndefined {
      guard let key = dict.entries[k].key.asStr, !key.hasHeapType else { return nil }
      places.append((key, k))
    }
    places.sort { $0.key.order($1.key) < 0 }
    return places.map(\.place)
  }

  private mutating func quote(_ text: StrObject) {
    out.append(0x22 as UInt32)
    var start = 0
    if text.isASCII {
      let bytes = text.bytes
      var k = 0
      while k < bytes.count, bytes[k] >= 0x20, bytes[k] != 0x22, bytes[k] != 0x5C, bytes[k] != 0x7F { k &+= 1 }
      if k == bytes.count {
        out.append(text)
        return out.append(0x22 as UInt32)
      }
    }
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
