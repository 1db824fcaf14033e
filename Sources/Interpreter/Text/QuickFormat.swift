import Glibc

/// The commonest format specifications, `5d`, `05d`, `>10`, `.2f`, `,`, without intermediate arrays.
///
/// It answers nil to everything else, errors included: the general way decides those.
package enum QuickFormat {
  /// A specification of the form `[[fill]align][0][width][,][.precision][type]` in ASCII.
  private struct Spec {
    var fill: UInt8 = 0x20
    var align: UInt8 = 0
    var zero = false
    var width = 0
    var comma = false
    var precision = -1
    var type: UInt8 = 0

    init?(_ p: UnsafePointer<UInt8>, _ n: Int) {
      guard n <= 12 else { return nil }
      var i = 0
      if n >= 2 && Spec.isAlign(p[1]) {
        (fill, align) = (p[0], p[1])
        i = 2
      } else if n >= 1 && Spec.isAlign(p[0]) {
        align = p[0]
        i = 1
        if n > 1 && p[1] == 0x30 { fill = 0x30 }
      } else if n >= 1 && p[0] == 0x30 {
        zero = true
        i = 1
      }
      while i < n, p[i] &- 0x30 < 10 {
        width = width &* 10 &+ Int(p[i] &- 0x30)
        i &+= 1
        if width > 200 { return nil }
      }
      if i < n && p[i] == 0x2C {
        comma = true
        i &+= 1
      }
      if i < n && p[i] == 0x2E {
        i &+= 1
        precision = 0
        let start = i
        while i < n, p[i] &- 0x30 < 10 {
          precision = precision &* 10 &+ Int(p[i] &- 0x30)
          i &+= 1
        }
        if i == start || precision > 15 { return nil }
      }
      if i < n {
        type = p[i]
        i &+= 1
      }
      if i < n || comma && zero { return nil }
    }

    @inline(__always)
    private static func isAlign(_ c: UInt8) -> Bool { c == 0x3C || c == 0x3E || c == 0x5E }
  }

  /// `format(value, text)`; nil: not one of the common cases.
  @inline(__always)
  static func format(_ vm: VM, _ value: Value, _ text: StrObject) -> StrObject? {
    text.isASCII ? format(vm, value, text.storage.assumingMemoryBound(to: UInt8.self), text.count) : nil
  }
  /// The same with the ASCII bytes of the specification.
  static func format(_ vm: VM, _ value: Value, _ text: UnsafePointer<UInt8>, _ length: Int) -> StrObject? {
    switch value {
    case .int(let i):
      guard let spec = Spec(text, length), spec.precision < 0 else { return nil }
      return int(vm, i, spec)
    case .float(let f):
      guard let spec = Spec(text, length) else { return nil }
      switch spec.type {
      case 0x66, 0x25: return float(vm, f, spec)
      case 0x65, 0x67: return spec.comma || spec.precision == 0 ? nil : significant(vm, f, spec)
      default: return nil
      }
    case .object(let o):
      guard o.kind == .str, !o.hasHeapType, let spec = Spec(text, length), spec.type == 0 || spec.type == 0x73,
        spec.precision < 0, !spec.zero, !spec.comma
      else { return nil }
      return string(vm, unsafeDowncast(o, to: StrObject.self), spec)
    default: return nil
    }
  }

  private static func int(_ vm: VM, _ i: Int, _ spec: Spec) -> StrObject? {
    let base: UInt
    switch spec.type {
    case 0, 0x64: base = 10
    case 0x78: base = 16
    case 0x62 where !spec.comma: base = 2
    case 0x6F where !spec.comma: base = 8
    default: return nil
    }
    if spec.comma && base != 10 { return nil }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 96) { buffer in
      guard let p = buffer.baseAddress else { return nil }
      var at = 96
      var rest = i.magnitude
      var digits = 0
      repeat {
        if spec.comma && digits > 0 && digits % 3 == 0 {
          at &-= 1
          p[at] = 0x2C
        }
        at &-= 1
        // Constant divisors are multiplications.
        let digit: UInt8
        switch base {
        case 10: (rest, digit) = (rest / 10, UInt8(truncatingIfNeeded: rest % 10))
        case 16: (rest, digit) = (rest >> 4, UInt8(truncatingIfNeeded: rest & 15))
        case 8: (rest, digit) = (rest >> 3, UInt8(truncatingIfNeeded: rest & 7))
        default: (rest, digit) = (rest >> 1, UInt8(truncatingIfNeeded: rest & 1))
        }
        p[at] = digit < 10 ? digit &+ 0x30 : digit &+ 0x57
        digits &+= 1
      } while rest != 0
      return lay(vm, p + at, 96 &- at, negative: i < 0, spec)
    }
  }

  private static func float(_ vm: VM, _ f: Double, _ spec: Spec) -> StrObject? {
    let precision = spec.precision < 0 ? 6 : spec.precision
    let isPercent = spec.type == 0x25
    if f.sign == .minus && f == 0 { return nil }
    guard let number = FloatText.scaled(isPercent ? f.magnitude * 100 : f.magnitude, precision) else { return nil }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { buffer in
      guard let p = buffer.baseAddress else { return nil }
      var at = 64
      if isPercent {
        at &-= 1
        p[at] = 0x25
      }
      at = writeDigits(number, point: precision, comma: spec.comma, before: at, in: p)
      return lay(vm, p + at, 64 &- at, negative: f < 0, spec)
    }
  }

  /// Writes a number backwards, the last `point` digits behind a point and at least one before it, with a comma at every
  /// thousand if wanted; answers where the text begins.
  @inline(__always)
  package static func writeDigits(
    _ number: UInt64, point: Int, comma: Bool = false, before end: Int, in p: UnsafeMutablePointer<UInt8>
  ) -> Int {
    var (at, rest, written) = (end, number, 0)
    while rest != 0 || written <= point {
      if written == point && point > 0 {
        at &-= 1
        p[at] = 0x2E
      }
      if comma && written > point && (written &- point) % 3 == 0 {
        at &-= 1
        p[at] = 0x2C
      }
      at &-= 1
      p[at] = UInt8(truncatingIfNeeded: rest % 10) &+ 0x30
      rest /= 10
      written &+= 1
    }
    return at
  }

  /// `e` and `g` of a number that is not zero.
  private static func significant(_ vm: VM, _ f: Double, _ spec: Spec) -> StrObject? {
    let isGeneral = spec.type == 0x67
    let places = spec.precision < 0 ? 6 : spec.precision
    var count = isGeneral ? places : places &+ 1
    guard let (digits, exponent) = FloatText.leading(f.magnitude, count) else { return nil }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { buffer in
      guard let p = buffer.baseAddress else { return nil }
      var rest = digits
      if isGeneral {
        while count > 1 && rest % 10 == 0 {
          rest /= 10
          count &-= 1
        }
      }
      var end = 0
      func put(_ byte: UInt8) {
        p[end] = byte
        end &+= 1
      }
      // The digits lie at the far end first.
      let text = p + 40
      for k in (0..<count).reversed() {
        text[k] = UInt8(truncatingIfNeeded: rest % 10) &+ 0x30
        rest /= 10
      }
      if isGeneral && exponent >= -4 && exponent < places {
        for k in min(exponent, 0)..<max(count, exponent &+ 1) {
          if k == exponent &+ 1 { put(0x2E) }
          put(k >= 0 && k < count ? text[k] : 0x30)
        }
      } else {
        for k in 0..<count {
          if k == 1 { put(0x2E) }
          put(text[k])
        }
        let size = UInt8(truncatingIfNeeded: exponent.magnitude)
        put(0x65)
        put(exponent < 0 ? 0x2D : 0x2B)
        put(size / 10 &+ 0x30)
        put(size % 10 &+ 0x30)
      }
      return lay(vm, p, end, negative: f < 0, spec)
    }
  }

  /// Lays a number's text out to the width.
  private static func lay(
    _ vm: VM, _ digits: UnsafePointer<UInt8>, _ count: Int, negative: Bool, _ spec: Spec
  ) -> StrObject? {
    let length = count &+ (negative ? 1 : 0)
    let total = max(length, spec.width)
    guard spec.fill < 0x80, let made = StrObject.make(vm, count: total, width: 1, isASCII: true) else { return nil }
    let out = made.storage.assumingMemoryBound(to: UInt8.self)
    let padding = total &- length
    if spec.zero {
      if negative { out[0] = 0x2D }
      memset(out + (negative ? 1 : 0), 0x30, padding)
      memcpy(out + (padding &+ (negative ? 1 : 0)), digits, count)
      return made
    }
    let before = spec.align == 0x3C ? 0 : spec.align == 0x5E ? padding / 2 : padding
    memset(out, Int32(spec.fill), before)
    if negative { out[before] = 0x2D }
    memcpy(out + (before &+ (negative ? 1 : 0)), digits, count)
    memset(out + (before &+ length), Int32(spec.fill), padding &- before)
    return made
  }

  private static func string(_ vm: VM, _ text: StrObject, _ spec: Spec) -> StrObject? {
    if text.count >= spec.width { return text }
    guard text.width == 1, let made = StrObject.make(vm, count: spec.width, width: 1, isASCII: text.isASCII) else {
      return nil
    }
    let out = made.storage.assumingMemoryBound(to: UInt8.self)
    let padding = spec.width &- text.count
    let before = spec.align == 0x3E ? padding : spec.align == 0x5E ? padding / 2 : 0
    memset(out, Int32(spec.fill), before)
    memcpy(out + before, text.storage, text.count)
    memset(out + (before &+ text.count), Int32(spec.fill), padding &- before)
    return made
  }
}
