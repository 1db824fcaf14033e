import Glibc

/// Texts of floats: the shortest that reads back, fixed precision, and reading.
package enum FloatText {
  /// `repr(f)`: the shortest text that reads back as `f`, in CPython's form.
  package static func repr(_ f: Double) -> String {
    String(decoding: shortest(f, alwaysPoint: true), as: UTF8.self)
  }

  /// The same as a text object.
  static func text(_ vm: VM, _ f: Double) -> StrObject {
    guard f.magnitude >= 1e-4 && f.magnitude < 1e15 else { return vm.string(repr(f)) }
    var text = f.description
    let made = text.withUTF8 { bytes in
      bytes.baseAddress.flatMap { StrObject.make(vm, copying: $0, count: bytes.count, width: 1, isASCII: true) }
    }
    return made ?? vm.string(text)
  }

  /// Decimal digits of a finite, non-negative double: value = 0.d1d2d3... * 10**point.
  struct Digits {
    var digits: [UInt8]
    var point: Int
  }

  /// The shortest digits that read back as `f` (finite); "0" for zero.
  static func shortestDigits(_ f: Double) -> Digits {
    if f == 0 { return Digits(digits: [0x30], point: 1) }
    var text = f.magnitude.description
    return text.withUTF8 { bytes in
      // Swift writes "12.5", "5e-324" or "1.25e+16": the same digits in another form.
      var digits: [UInt8] = []
      digits.reserveCapacity(20)
      var point = 0
      var seenPoint = false
      var i = 0
      while i < bytes.count {
        let c = bytes[i]
        if c == 0x2E {
          seenPoint = true
        } else if c == 0x65 {
          break
        } else {
          if !(c == 0x30 && digits.isEmpty) { digits.append(c) } else if seenPoint { point &-= 1 }
          if !seenPoint && !digits.isEmpty { point &+= 1 }
        }
        i &+= 1
      }
      if i < bytes.count {
        i &+= 1
        let negative = bytes[i] == 0x2D
        if bytes[i] == 0x2D || bytes[i] == 0x2B { i &+= 1 }
        var exponent = 0
        while i < bytes.count {
          exponent = exponent &* 10 &+ Int(bytes[i]) &- 0x30
          i &+= 1
        }
        point &+= negative ? -exponent : exponent
      }
      while digits.count > 1 && digits.last == 0x30 { digits.removeLast() }
      return Digits(digits: digits, point: point)
    }
  }

  /// The text of `repr`; `alwaysPoint` adds ".0" to whole numbers.
  package static func shortest(_ f: Double, alwaysPoint: Bool) -> [UInt8] {
    if f.isNaN { return [0x6E, 0x61, 0x6E] }
    if f.isInfinite { return Array((f < 0 ? "-inf" : "inf").utf8) }
    if f.magnitude >= 1e-4 && f.magnitude < 1e15 {
      // Where neither writes an exponent, Swift's text is CPython's.
      var text = f.description
      return text.withUTF8 { Array(!alwaysPoint && $0.suffix(2).elementsEqual([0x2E, 0x30]) ? $0.dropLast(2) : $0[...]) }
    }
    var result: [UInt8] = []
    result.reserveCapacity(26)
    if f.sign == .minus { result.append(0x2D) }
    let d = shortestDigits(f)
    if d.point > 16 || d.point < -3 {
      appendExponential(&result, d, precision: nil, letter: 0x65)
    } else {
      appendFixed(&result, d)
      if alwaysPoint && d.point >= d.digits.count {
        result.append(0x2E)
        result.append(0x30)
      }
    }
    return result
  }

  /// Appends all digits in positional notation.
  static func appendFixed(_ result: inout [UInt8], _ d: Digits) {
    if d.point <= 0 {
      result.append(0x30)
      result.append(0x2E)
      for _ in 0..<(-d.point) { result.append(0x30) }
      result.append(contentsOf: d.digits)
    } else if d.point >= d.digits.count {
      result.append(contentsOf: d.digits)
      for _ in 0..<(d.point &- d.digits.count) { result.append(0x30) }
    } else {
      result.append(contentsOf: d.digits[..<d.point])
      result.append(0x2E)
      result.append(contentsOf: d.digits[d.point...])
    }
  }

  /// Appends in scientific notation with a two-digit exponent at least.
  static func appendExponential(_ result: inout [UInt8], _ d: Digits, precision: Int?, letter: UInt8) {
    result.append(d.digits[0])
    if d.digits.count > 1 {
      result.append(0x2E)
      result.append(contentsOf: d.digits[1...])
    }
    appendExponent(&result, d.point &- 1, letter: letter)
  }

  static func appendExponent(_ result: inout [UInt8], _ exponent: Int, letter: UInt8) {
    result.append(letter)
    result.append(exponent < 0 ? 0x2D : 0x2B)
    let size = exponent.magnitude
    if size < 10 { result.append(0x30) }
    result.append(contentsOf: IntText.decimal(Int(size)))
  }

  // MARK: Fixed precision

  /// `printf` of a finite, non-negative double with a conversion of `e`, `f` or `g`, at any precision.
  static func printf(_ f: Double, _ conversion: Character, precision: Int, alternate: Bool = false) -> [UInt8] {
    if !alternate && precision > 0 {
      if conversion == "f", let quick = fixed(f, precision) { return quick }
      if conversion == "e", let quick = exponential(f, precision) { return quick }
    }
    let format = "%\(alternate ? "#" : "").*\(conversion)"
    let arguments: [any CVarArg] = [Int32(truncatingIfNeeded: precision), f]
    var buffer = [UInt8](repeating: 0, count: 64)
    while true {
      let needed = withVaList(arguments) { list in
        buffer.withUnsafeMutableBytes { raw in
          Int(vsnprintf(raw.baseAddress?.assumingMemoryBound(to: CChar.self), raw.count, format, list))
        }
      }
      if needed < 0 { return [] }
      if needed < buffer.count { return Array(buffer[..<needed]) }
      buffer = [UInt8](repeating: 0, count: needed &+ 1)
    }
  }

  /// `f` rounded to `precision` decimals, half to even on the exact value, times 10**precision; nil: not in 64 bits.
  static func scaled(_ f: Double, _ precision: Int) -> UInt64? {
    guard precision <= 15, f < 0x1p53 else { return nil }
    if f == 0 { return 0 }
    let exponent = Int(f.exponent) &- 52
    let mantissa = UInt128(f.significandBitPattern | 1 << 52)
    if !f.isNormal || exponent >= 0 || exponent < -126 { return nil }
    let product = mantissa &* UInt128(powersOfTen[precision])
    let shift = UInt128(-exponent)
    var q = product >> shift
    let rest = product & ((1 << shift) &- 1)
    let half: UInt128 = 1 << (shift &- 1)
    if rest > half || (rest == half && q & 1 != 0) { q &+= 1 }
    return q <= UInt128(UInt64.max) ? UInt64(q) : nil
  }

  /// The first `count` digits of a positive double, rounded half to even on the exact value, as a number, and the power
  /// of ten of the first; nil: 128 bits do not hold the computation.
  static func leading(_ f: Double, _ count: Int) -> (digits: UInt64, exponent: Int)? {
    guard count >= 1, count <= 17, f >= 1e-15, f < 1e22 else { return nil }
    let least = power(count &- 1)
    var exponent = Int(log10(f).rounded(.down))
    // The logarithm may be one off, and rounding may make one digit more.
    for _ in 0..<3 {
      guard let number = scaled(f, byTen: count &- 1 &- exponent) else { return nil }
      if number < least {
        exponent &-= 1
      } else if number >= least * 10 {
        exponent &+= 1
      } else {
        return (UInt64(number), exponent)
      }
    }
    return nil
  }

  /// 10**n for n up to 30.
  private static func power(_ n: Int) -> UInt128 {
    n <= 15 ? UInt128(powersOfTen[n]) : UInt128(powersOfTen[15]) &* UInt128(powersOfTen[n &- 15])
  }

  /// `f * 10**places` rounded to a whole number, half to even; nil: not within 128 bits.
  private static func scaled(_ f: Double, byTen places: Int) -> UInt128? {
    guard f.isNormal, places.magnitude <= 22 else { return nil }
    let shift = Int(f.exponent) &- 52
    var top = UInt128(f.significandBitPattern | 1 << 52)
    var below: UInt128 = 1
    if places >= 0 { top = top &* power(places) } else { below = power(-places) }
    if shift >= 0 {
      // Doubles below 10**22 have at most 74 bits.
      guard shift <= 21, places <= 12 else { return nil }
      top <<= UInt128(shift)
    } else {
      guard -shift <= 126 &- (128 &- below.leadingZeroBitCount) else { return nil }
      below <<= UInt128(-shift)
    }
    let (q, rest) = top.quotientAndRemainder(dividingBy: below)
    let other = below &- rest
    return rest > other || rest == other && q & 1 != 0 ? q + 1 : q
  }

  /// `%.{precision}e` of a positive double by exact 128-bit arithmetic; nil when it does not fit.
  private static func exponential(_ f: Double, _ precision: Int) -> [UInt8]? {
    guard let (digits, exponent) = leading(f, precision &+ 1) else { return nil }
    return [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
      var rest = digits
      var at = precision &+ 1
      while at >= 0 {
        if at == 1 {
          buffer[1] = 0x2E
          at = 0
        }
        buffer[at] = UInt8(truncatingIfNeeded: rest % 10) &+ 0x30
        rest /= 10
        at &-= 1
      }
      let size = UInt8(truncatingIfNeeded: exponent.magnitude)
      buffer[precision &+ 2] = 0x65
      buffer[precision &+ 3] = exponent < 0 ? 0x2D : 0x2B
      buffer[precision &+ 4] = size / 10 &+ 0x30
      buffer[precision &+ 5] = size % 10 &+ 0x30
      count = precision &+ 6
    }
  }

  static let powersOfTen: [UInt64] = [
    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000,
    100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000,
  ]

  /// `%.{precision}f` of a non-negative double by exact 128-bit arithmetic; nil when it does not fit.
  private static func fixed(_ f: Double, _ precision: Int) -> [UInt8]? {
    guard let number = scaled(f, precision) else { return nil }
    return [UInt8](unsafeUninitializedCapacity: 40) { buffer, count in
      var digits = 0
      var probe = number
      repeat {
        digits &+= 1
        probe /= 10
      } while probe != 0
      digits = max(digits, precision &+ 1)
      count = digits &+ 1
      var at = count &- 1
      var rest = number
      for i in 0..<digits {
        if i == precision {
          buffer[at] = 0x2E
          at &-= 1
        }
        buffer[at] = UInt8(truncatingIfNeeded: rest % 10) &+ 0x30
        rest /= 10
        at &-= 1
      }
    }
  }

  // MARK: Reading

  /// The number of a short text of digits, point, exponent and signs; nil: not that simple.
  static func short(_ text: StrObject) -> Double? {
    let n = text.count
    guard text.isASCII, n > 0, n < 40 else { return nil }
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 40) { buffer in
      let bytes = text.storage.assumingMemoryBound(to: UInt8.self)
      for i in 0..<n {
        switch bytes[i] {
        case 0x30...0x39, 0x2E, 0x65, 0x45, 0x2B, 0x2D: buffer[i] = CChar(bitPattern: bytes[i])
        default: return nil
        }
      }
      buffer[n] = 0
      guard let start = buffer.baseAddress else { return nil }
      var end: UnsafeMutablePointer<CChar>?
      let value = strtod(start, &end)
      return end == start + n ? value : nil
    }
  }

  /// What `float(text)` reads from ASCII; nil when the text is no number.
  static func parse(_ text: [UInt8]) -> Double? {
    var at = 0
    var end = text.count
    while at < end && CharacterRules.isSpace(UInt32(text[at])) { at &+= 1 }
    while end > at && CharacterRules.isSpace(UInt32(text[end &- 1])) { end &-= 1 }
    guard at < end, let (value, next) = scan(text, at, end), next == end else { return nil }
    return value
  }

  /// Reads the longest number at `start`; nil when there is none.
  static func scan(_ text: [UInt8], _ start: Int, _ end: Int) -> (Double, Int)? {
    var at = start
    var clean: [CChar] = []
    clean.reserveCapacity(end &- start &+ 1)
    var negative = false
    if at < end, text[at] == 0x2B || text[at] == 0x2D {
      negative = text[at] == 0x2D
      clean.append(CChar(bitPattern: text[at]))
      at &+= 1
    }
    for (word, value) in [("infinity", Double.infinity), ("inf", .infinity), ("nan", .nan)] {
      let letters = Array(word.utf8)
      if at &+ letters.count <= end, (0..<letters.count).allSatisfy({ text[at &+ $0] | 0x20 == letters[$0] }) {
        return (negative ? -value : value, at &+ letters.count)
      }
    }
    var digits = 0
    func isDigit(_ i: Int) -> Bool { i < end && text[i] >= 0x30 && text[i] <= 0x39 }
    func run() {
      while at < end {
        if isDigit(at) {
          digits &+= 1
          clean.append(CChar(bitPattern: text[at]))
        } else if !(text[at] == 0x5F && at > start && isDigit(at &- 1) && isDigit(at &+ 1)) {
          return
        }
        at &+= 1
      }
    }
    run()
    if at < end && text[at] == 0x2E {
      clean.append(0x2E)
      at &+= 1
      run()
    }
    if digits == 0 { return nil }
    if at < end && text[at] | 0x20 == 0x65 {
      let mark = (at, clean.count)
      clean.append(0x65)
      at &+= 1
      if at < end, text[at] == 0x2B || text[at] == 0x2D {
        clean.append(CChar(bitPattern: text[at]))
        at &+= 1
      }
      digits = 0
      run()
      if digits == 0 {
        at = mark.0
        clean.removeSubrange(mark.1...)
      }
    }
    clean.append(0)
    return (strtod(clean, nil), at)
  }
}
