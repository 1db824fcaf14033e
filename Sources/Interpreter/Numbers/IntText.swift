import GMPShim
import Glibc

/// Texts of ints: decimal with CPython's limit of digits, other bases, and reading with `int()`'s rules.
package enum IntText {
  /// The value of a digit in bases up to 36; 37 for anything else.
  @inline(__always)
  static func digitValue(_ c: UInt32) -> Int {
    switch c {
    case 0x30...0x39: return Int(c &- 0x30)
    case 0x61...0x7A: return Int(c &- 0x61 &+ 10)
    case 0x41...0x5A: return Int(c &- 0x41 &+ 10)
    default: return 37
    }
  }

  // MARK: Writing

  /// `str(i)`.
  static func decimal(_ vm: VM, _ number: Integer) throws(Raised) -> StrObject {
    StrObject(vm, ascii: try decimalBytes(vm, number))
  }

  /// The decimal digits with a sign.
  static func decimalBytes(_ vm: VM, _ number: Integer) throws(Raised) -> [UInt8] {
    guard case .big = number else {
      if case .small(let i) = number { return decimal(i) }
      return []
    }
    if vm.maximumIntegerDigits > 0 {
      // log2(10) lies between 3.3219 and 3.322: a safe bound before the conversion, the exact count after it.
      let (tooMany, overflow) = (vm.maximumIntegerDigits &+ 1).multipliedReportingOverflow(by: 33_220)
      if !overflow && number.bitLength > tooMany / 10_000 { throw tooLong(vm) }
    }
    let result = text(number, base: 10)
    if vm.maximumIntegerDigits > 0 && result.count &- (number.sign < 0 ? 1 : 0) > vm.maximumIntegerDigits { throw tooLong(vm) }
    return result
  }

  private static func tooLong(_ vm: VM) -> Raised {
    vm.valueError(
      "Exceeds the limit (\(vm.maximumIntegerDigits) digits) for integer string conversion; "
        + "use sys.set_int_max_str_digits() to increase the limit")
  }

  /// The decimal text of a machine int as an owned slot.
  static func slot(_ vm: VM, _ i: Int) -> Slot {
    if i >= 0 && i < 10 { return vm.characterSlot(UInt32(truncatingIfNeeded: i &+ 0x30)) }
    let length = decimalLength(i)
    guard let made = StrObject.makeSlot(vm, count: length, width: 1, isASCII: true) else {
      return Value.object(string(vm, i)).intoOwned()
    }
    writeDecimal(i, length, to: made.storage.assumingMemoryBound(to: UInt8.self))
    return made.slot
  }

  @inline(__always)
  private static func decimalLength(_ i: Int) -> Int {
    let size = i.magnitude
    if size < 100_000 {
      let digits = size < 10 ? 1 : size < 100 ? 2 : size < 1000 ? 3 : size < 10_000 ? 4 : 5
      return i < 0 ? digits &+ 1 : digits
    }
    var length = i < 0 ? 6 : 5
    var probe = size / 100_000
    while probe != 0 {
      length &+= 1
      probe /= 10
    }
    return length
  }

  @inline(__always)
  private static func writeDecimal(_ i: Int, _ length: Int, to bytes: UnsafeMutablePointer<UInt8>) {
    var rest = i.magnitude
    var at = length
    // Divisions of 32 bits take half the time.
    while rest > UInt(UInt32.max) {
      at &-= 1
      bytes[at] = UInt8(truncatingIfNeeded: rest % 10) &+ 0x30
      rest /= 10
    }
    var small = UInt32(truncatingIfNeeded: rest)
    repeat {
      at &-= 1
      bytes[at] = UInt8(truncatingIfNeeded: small % 10) &+ 0x30
      small /= 10
    } while small != 0
    if i < 0 { bytes[0] = 0x2D }
  }

  /// The decimal digits of a machine int as a string object, which alone is allocated.
  static func string(_ vm: VM, _ i: Int) -> StrObject {
    if i >= 0 && i < 10 { return vm.character(UInt32(truncatingIfNeeded: i &+ 0x30)) }
    let length = decimalLength(i)
    guard let made = StrObject.make(vm, count: length, width: 1, isASCII: true) else { return vm.emptyString }
    writeDecimal(i, length, to: made.storage.assumingMemoryBound(to: UInt8.self))
    return made
  }

  /// The text of `bin` (1 bit per digit), `oct` (3) and `hex` (4).
  static func string(_ vm: VM, _ i: Int, bitsPerDigit bits: Int) -> StrObject {
    let digits = max(1, (UInt.bitWidth &- i.magnitude.leadingZeroBitCount &+ bits &- 1) / bits)
    let length = digits &+ (i < 0 ? 3 : 2)
    guard let made = StrObject.make(vm, count: length, width: 1, isASCII: true) else { return vm.emptyString }
    let bytes = made.storage.assumingMemoryBound(to: UInt8.self)
    var rest = i.magnitude
    var at = length
    for _ in 0..<digits {
      at &-= 1
      let digit = UInt8(truncatingIfNeeded: rest & (1 << UInt(bits) &- 1))
      bytes[at] = digit < 10 ? digit &+ 0x30 : digit &+ 0x57
      rest >>= UInt(bits)
    }
    bytes[at &- 1] = bits == 1 ? 0x62 : bits == 3 ? 0x6F : 0x78
    bytes[at &- 2] = 0x30
    if i < 0 { bytes[0] = 0x2D }
    return made
  }

  /// The decimal digits of a machine int.
  package static func decimal(_ i: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 20) { buffer, count in
      var rest = i.magnitude
      var length = i < 0 ? 1 : 0
      var probe = rest
      repeat {
        length &+= 1
        probe /= 10
      } while probe != 0
      count = length
      var at = length
      repeat {
        at &-= 1
        buffer[at] = UInt8(truncatingIfNeeded: rest % 10) &+ 0x30
        rest /= 10
      } while rest != 0
      if i < 0 { buffer[0] = 0x2D }
    }
  }

  /// Digits in a base from 2 to 36, lower case, with a sign and without a limit.
  static func text(_ number: Integer, base: Int) -> [UInt8] {
    if case .small(let i) = number {
      return base == 10 ? decimal(i) : Array(String(i, radix: base).utf8)
    }
    return number.withZ { z in
      let size = Int(__gmpz_sizeinbase(z, Int32(base))) &+ 2
      var result = [UInt8](repeating: 0, count: size)
      result.withUnsafeMutableBytes { raw in
        if let p = raw.baseAddress?.assumingMemoryBound(to: CChar.self) { _ = __gmpz_get_str(p, Int32(base), z) }
      }
      while result.last == 0 { result.removeLast() }
      return result
    }
  }

  // MARK: Reading

  /// A number from ASCII digits that are valid in the base.
  static func parse(_ digits: [UInt8], radix: Int) -> BigInt {
    var made = BigInt()
    var text = digits
    text.append(0)
    text.withUnsafeBytes { raw in
      if let p = raw.baseAddress?.assumingMemoryBound(to: CChar.self) {
        _ = __gmpz_set_str(&made.z, p, Int32(radix))
      }
    }
    return made
  }

  /// The number of a text of a sign and at most 18 ASCII digits; nil: not that simple.
  static func short(_ text: StrObject) -> Int? {
    let n = text.count
    guard text.isASCII, n > 0, n <= 19 else { return nil }
    let bytes = text.storage.assumingMemoryBound(to: UInt8.self)
    var i = bytes[0] == 0x2D || bytes[0] == 0x2B ? 1 : 0
    if i == n || n &- i > 18 { return nil }
    var result = 0
    while i < n {
      let digit = Int(bytes[i]) &- 0x30
      if digit < 0 || digit > 9 { return nil }
      result = result &* 10 &+ digit
      i &+= 1
    }
    return bytes[0] == 0x2D ? 0 &- result : result
  }

  /// The base that `0x`, `0o` or `0b` stands for, 0 without one.
  private static func markedBase(_ text: [UInt8], _ at: Int, _ end: Int) -> Int {
    guard at &+ 1 < end, text[at] == 0x30 else { return 0 }
    switch text[at &+ 1] | 0x20 {
    case 0x78: return 16
    case 0x6F: return 8
    case 0x62: return 2
    default: return 0
    }
  }

  /// What `int(text, base)` reads; nil when the text is no number.
  static func parse(_ vm: VM, _ text: [UInt8], base: Int) throws(Raised) -> Value? {
    var at = 0
    var end = text.count
    while at < end && CharacterRules.isSpace(UInt32(text[at])) { at &+= 1 }
    while end > at && CharacterRules.isSpace(UInt32(text[end &- 1])) { end &-= 1 }
    var negative = false
    if at < end, text[at] == 0x2B || text[at] == 0x2D {
      negative = text[at] == 0x2D
      at &+= 1
    }
    let marked = markedBase(text, at, end)
    let prefixed = marked != 0 && (base == 0 || base == marked)
    if prefixed { at &+= 2 }
    let radix = prefixed ? marked : base == 0 ? 10 : base
    // "010" is no decimal literal, "000" is zero.
    let mustBeZero = base == 0 && !prefixed && at < end && text[at] == 0x30
    var digits: [UInt8] = []
    digits.reserveCapacity(end &- at)
    var small = 0
    var fits = true
    // An underscore may follow a prefix or a digit, and a digit must follow it.
    var mayUnderscore = prefixed
    var lastUnderscore = false
    while at < end {
      let c = text[at]
      at &+= 1
      if c == 0x5F {
        if !mayUnderscore { return nil }
        mayUnderscore = false
        lastUnderscore = true
        continue
      }
      let digit = digitValue(UInt32(c))
      if digit >= radix { return nil }
      mayUnderscore = true
      lastUnderscore = false
      digits.append(c)
      if fits {
        let (scaled, o1) = small.multipliedReportingOverflow(by: radix)
        let (sum, o2) = scaled.addingReportingOverflow(digit)
        if o1 || o2 { fits = false } else { small = sum }
      }
    }
    if digits.isEmpty || lastUnderscore { return nil }
    if radix & (radix &- 1) != 0 && vm.maximumIntegerDigits > 0 && digits.count > vm.maximumIntegerDigits {
      throw vm.valueError(
        "Exceeds the limit (\(vm.maximumIntegerDigits) digits) for integer string conversion: value has \(digits.count) digits; "
          + "use sys.set_int_max_str_digits() to increase the limit")
    }
    if mustBeZero && !(fits && small == 0) { return nil }
    if fits { return .int(negative ? -small : small) }
    var made = parse(digits, radix: radix)
    if negative { made.z._mp_size = 0 &- made.z._mp_size }
    return made.value(vm)
  }

  /// The text of a str in ASCII for the number readers: decimal digits of all scripts, spaces; nil: other characters.
  static func asciiNumber(_ text: StrObject) -> [UInt8]? {
    if text.isASCII { return text.byteArray }
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    for i in 0..<text.count {
      let p = text[i]
      if p < 0x80 {
        result.append(UInt8(p))
      } else if CharacterRules.isSpace(p) {
        result.append(0x20)
      } else if let digit = CharacterRules.decimalValue(p) {
        result.append(UInt8(0x30 + digit))
      } else {
        return nil
      }
    }
    return result
  }
}
