import GMPShim
import Interpreter

/// Texts of numbers.
enum DecimalText {
  /// The text of a number of 64 bits when no exponent is shown; nil: look closer.
  static func plain(_ vm: VM, _ number: DecimalNumber) -> StrObject? {
    guard number.small <= UInt128(UInt64.max), number.exponent <= 0, number.exponent > -26 else {
      return plain(number).map { StrObject(vm, ascii: $0) }
    }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { buffer in
      guard let p = buffer.baseAddress else { return nil }
      var at = QuickFormat.writeDigits(UInt64(number.small), point: 0 &- number.exponent, before: 64, in: p)
      if number.exponent &+ DecimalDigits.count(number.small) <= -6 { return nil }
      if number.isNegative {
        at &-= 1
        p[at] = 45
      }
      return StrObject.make(vm, copying: p + at, count: 64 &- at, width: 1, isASCII: true)
    }
  }

  /// The text when no exponent is shown; nil otherwise.
  static func plain(_ number: DecimalNumber) -> [UInt8]? {
    let digits = DecimalDigits.text(number.small)
    let left = number.exponent &+ digits.count
    guard number.exponent <= 0, left > -6 else { return nil }
    var text: [UInt8] = number.isNegative ? [45] : []
    if number.exponent == 0 { return text + digits }
    if left <= 0 {
      text += [48, 46]
      for _ in 0..<(0 &- left) { text.append(48) }
      return text + digits
    }
    text += digits[..<left]
    text.append(46)
    text += digits[left...]
    return text
  }
  /// Number of places in a format such as `.2f`.
  static func places(_ spec: StrObject) -> Int? {
    guard spec.isASCII, spec.count >= 3, spec.count <= 4, spec[0] == 46, spec[spec.count - 1] == 0x66 else { return nil }
    var n = 0
    for i in 1..<(spec.count - 1) {
      let digit = Int(spec[i]) - 48
      if digit < 0 || digit > 9 { return nil }
      n = n * 10 + digit
    }
    return n <= 30 ? n : nil
  }
  static func fixed(_ isNegative: Bool, _ parts: DecimalParts, _ places: Int) -> [UInt8] {
    var digits = DecimalDigits.text(parts.digits)
    while digits.count <= places { digits.insert(48, at: 0) }
    var text: [UInt8] = isNegative ? [45] : []
    text += digits[..<(digits.count - places)]
    if places > 0 {
      text.append(46)
      text += digits[(digits.count - places)...]
    }
    return text
  }
  /// The number of a text of plain ASCII; nil: look closer.
  static func parse(_ text: StrObject) -> DecimalParts? {
    guard text.isASCII, text.count > 0, text.count < 60 else { return nil }
    let bytes = text.bytes
    var i = 0
    var parts = DecimalParts(isNegative: false, digits: 0, exponent: 0)
    if bytes[0] == 45 || bytes[0] == 43 {
      parts.isNegative = bytes[0] == 45
      i = 1
    }
    var (count, significant, hasPoint) = (0, 0, false)
    while i < bytes.count {
      let byte = bytes[i]
      if byte == 46 {
        if hasPoint { return nil }
        hasPoint = true
      } else if byte >= 48 && byte <= 57 {
        count &+= 1
        if significant > 0 || byte != 48 { significant &+= 1 }
        if significant > 37 { return nil }
        parts.digits = parts.digits * 10 + UInt128(byte - 48)
        if hasPoint { parts.exponent &-= 1 }
      } else {
        break
      }
      i &+= 1
    }
    if count == 0 { return nil }
    if i < bytes.count {
      guard bytes[i] | 0x20 == 0x65, i &+ 1 < bytes.count else { return nil }
      i &+= 1
      var sign = 1
      if bytes[i] == 45 || bytes[i] == 43 {
        sign = bytes[i] == 45 ? -1 : 1
        i &+= 1
      }
      if i >= bytes.count || bytes.count &- i > 6 { return nil }
      var power = 0
      while i < bytes.count {
        guard bytes[i] >= 48, bytes[i] <= 57 else { return nil }
        power = power &* 10 &+ Int(bytes[i] - 48)
        i &+= 1
      }
      parts.exponent &+= sign &* power
    }
    return parts
  }
}
