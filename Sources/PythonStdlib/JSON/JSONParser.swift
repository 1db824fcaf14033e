import Glibc
import Interpreter

/// Reads one text. Nothing in it runs Python code.
struct JSONParser<Unit: FixedWidthInteger> {
  private let vm: VM
  private let text: StrObject
  /// Its code points.
  private let units: UnsafePointer<Unit>
  private let count: Int
  private var at = 0
  /// Keys seen before, by hash: records repeat theirs.
  private var keys: [StrObject?] = Array(repeating: nil, count: 64)

  /// `Unit` is as wide as the text.
  init(_ vm: VM, _ text: StrObject, _: Unit.Type) {
    self.vm = vm
    self.text = text
    units = UnsafePointer(text.storage.assumingMemoryBound(to: Unit.self))
    count = text.count
  }

  mutating func whole() -> Value? {
    space()
    guard let made = value(0) else { return nil }
    space()
    return at == count ? made : nil
  }

  @inline(__always)
  private func unit(_ i: Int) -> UInt32 { UInt32(truncatingIfNeeded: units[i]) }
  @inline(__always)
  private func peek() -> UInt32 { at < count ? unit(at) : 0 }

  @inline(__always)
  private mutating func space() {
    while at < count {
      let c = unit(at)
      if c != 0x20 && c != 0x0A && c != 0x0D && c != 0x09 { return }
      at &+= 1
    }
  }

  private mutating func word(_ word: StaticString, _ value: Value) -> Value? {
    let n = word.utf8CodeUnitCount
    if at &+ n > count { return nil }
    for k in 0..<n where unit(at &+ k) != UInt32(word.utf8Start[k]) { return nil }
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
    let made = DictObject.make(vm)
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
      let c = unit(at)
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
      let c = unit(at)
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
        if point & 0xFC00 == 0xD800 && at &+ 1 < count && unit(at) == 0x5C && unit(at &+ 1) == 0x75 {
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
      let c = unit(at)
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
    while at < count, unit(at) &- 0x30 < 10 {
      whole = whole &* 10 &+ Int(unit(at) &- 0x30)
      at &+= 1
    }
    let digits = at &- first
    if digits == 0 || digits > 1 && unit(first) == 0x30 { return nil }
    let c = peek()
    if c != 0x2E && c != 0x65 && c != 0x45 { return digits > 18 ? nil : .int(negative ? 0 &- whole : whole) }
    if c == 0x2E {
      at &+= 1
      let point = at
      while at < count, unit(at) &- 0x30 < 10 { at &+= 1 }
      if at == point { return nil }
    }
    if peek() == 0x65 || peek() == 0x45 {
      at &+= 1
      if peek() == 0x2B || peek() == 0x2D { at &+= 1 }
      let exponent = at
      while at < count, unit(at) &- 0x30 < 10 { at &+= 1 }
      if at == exponent { return nil }
    }
    let length = at &- start
    if length > 60 { return nil }
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { (buffer) -> Value? in
      guard let base = buffer.baseAddress else { return nil }
      for k in 0..<length { base[k] = CChar(truncatingIfNeeded: unit(start &+ k)) }
      base[length] = 0
      return .float(strtod(base, nil))
    }
  }
}
