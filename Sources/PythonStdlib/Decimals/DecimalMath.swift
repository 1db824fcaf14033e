import GMPShim
import Interpreter

/// Sign, digits and exponent of a finite number, and what was lost on the way.
struct DecimalParts {
  var isNegative: Bool
  var digits: UInt128
  var exponent: Int
  var isRounded = false
  var isInexact = false

  init(isNegative: Bool, digits: UInt128, exponent: Int) {
    self.isNegative = isNegative
    self.digits = digits
    self.exponent = exponent
  }
  init(_ number: DecimalNumber) { self.init(isNegative: number.isNegative, digits: number.small, exponent: number.exponent) }
}

enum DecimalRounding: UInt8 {
  case up, down, ceiling, floor, halfUp, halfDown, halfEven, zeroFiveUp

  static func named(_ name: String) -> DecimalRounding? {
    switch name {
    case "ROUND_UP": return .up
    case "ROUND_DOWN": return .down
    case "ROUND_CEILING": return .ceiling
    case "ROUND_FLOOR": return .floor
    case "ROUND_HALF_UP": return .halfUp
    case "ROUND_HALF_DOWN": return .halfDown
    case "ROUND_HALF_EVEN": return .halfEven
    case "ROUND_05UP": return .zeroFiveUp
    default: return nil
    }
  }
  /// Whether `kept`, from which `rest` of `scale` was cut, is to be increased.
  func increases(_ isNegative: Bool, _ kept: UInt128, _ rest: UInt128, _ scale: UInt128) -> Bool {
    if rest == 0 { return false }
    switch self {
    case .down: return false
    case .up: return true
    case .ceiling: return !isNegative
    case .floor: return isNegative
    case .zeroFiveUp: return kept % 5 == 0
    default: break
    }
    let other = scale - rest
    if rest != other { return rest > other }
    return self == .halfUp || (self == .halfEven && kept & 1 != 0)
  }
}

/// What a context says, as numbers.
struct DecimalContext {
  var precision: Int
  var rounding: DecimalRounding
  var smallest: Int
  var largest: Int
  var tiny: Int { smallest &- precision &+ 1 }
  /// Short results are below this: ten to the power of the precision, or to the highest that is computed with here.
  var limit: UInt128 { DecimalDigits.powers[min(precision, 38)] }
  /// Whether results that are rounded have short coefficients.
  var isShort: Bool { precision <= 36 }
}

enum DecimalDigits {
  /// Ten to the powers 0 ... 38; never written again, and never freed.
  nonisolated(unsafe) static let powers: UnsafePointer<UInt128> = {
    let result = UnsafeMutablePointer<UInt128>.allocate(capacity: 39)
    result[0] = 1
    for i in 1...38 { result[i] = result[i - 1] * 10 }
    return UnsafePointer(result)
  }()
  static let limit: UInt128 = powers[38]

  /// Quotient and rest of `high * 2**128 + low` by a scale above `high`.
  @inline(__always)
  static func divide(_ high: UInt128, _ low: UInt128, by scale: UInt128) -> (UInt128, UInt128) {
    if high == 0 && scale <= UInt128(UInt64.max) {
      // Two divisions of the processor.
      let divisor = UInt64(truncatingIfNeeded: scale)
      let (top, carry) = UInt64(truncatingIfNeeded: low >> 64).quotientAndRemainder(dividingBy: divisor)
      let (bottom, rest) = divisor.dividingFullWidth((carry, UInt64(truncatingIfNeeded: low)))
      return (UInt128(top) << 64 | UInt128(bottom), UInt128(rest))
    }
    if high == 0 { return low.quotientAndRemainder(dividingBy: scale) }
    return scale.dividingFullWidth((high, low))
  }

  /// Number of decimal digits; 1 for zero.
  static func count(_ n: UInt128) -> Int {
    if n < 10 { return 1 }
    let bits = 128 &- n.leadingZeroBitCount
    let guess = min((bits &* 1233) >> 12, 38)
    return n >= powers[guess] ? guess &+ 1 : guess
  }
  /// Number of decimal digits of a positive int, or one more.
  static func size(_ n: Value) -> Int {
    switch n {
    case .int(let i): return count(UInt128(i.magnitude))
    case .object(let o) where o.kind == .int:
      var z = unsafeDowncast(o, to: IntObject.self).z
      return Int(clamping: __gmpz_sizeinbase(&z, 10))
    default: return Int.max
    }
  }
  static func value(_ vm: VM, _ n: UInt128) -> Value {
    n <= UInt128(Int.max) ? .int(Int(n)) : big(n).value(vm)
  }
  static func big(_ n: UInt128) -> BigInt {
    var made = BigInt()
    made.update { (z) in
      __gmpz_set_ui(z, UInt(truncatingIfNeeded: n >> 64))
      __gmpz_mul_2exp(z, z, 64)
      __gmpz_add_ui(z, z, UInt(truncatingIfNeeded: n))
    }
    return made
  }
  /// A positive number of at most 128 bits.
  static func small(_ n: borrowing BigInt) -> UInt128 {
    let low = n.z._mp_size > 0 ? UInt128(n.z._mp_d[0]) : 0
    return n.z._mp_size > 1 ? UInt128(n.z._mp_d[1]) << 64 | low : low
  }
  /// The digits as ASCII.
  static func text(_ n: UInt128) -> [UInt8] {
    if n <= UInt128(UInt64.max) { return Array(String(UInt64(n)).utf8) }
    return Array(String(n).utf8)
  }
}

enum DecimalMath {
  /// What the hash of `digits * 10**exponent` is: the rest of its division by 2**61 - 1, in which 10 has an inverse.
  static func residue(_ digits: UInt128, _ exponent: Int) -> Int {
    let prime: UInt128 = 1 << 61 - 1
    var result = digits % prime
    var factor: UInt128 = exponent < 0 ? 2_075_258_708_292_324_556 : 10
    var rest = exponent.magnitude
    while rest != 0 {
      if rest & 1 == 1 { result = result &* factor % prime }
      factor = factor &* factor % prime
      rest >>= 1
    }
    return Int(result)
  }

  /// -1, 0 or 1; nil: the numbers lie too far apart.
  static func order(_ a: DecimalParts, _ b: DecimalParts) -> Int? {
    if a.digits == 0 || b.digits == 0 {
      let x = a.digits == 0 ? 0 : a.isNegative ? -1 : 1
      let y = b.digits == 0 ? 0 : b.isNegative ? -1 : 1
      return x < y ? -1 : x > y ? 1 : 0
    }
    if a.isNegative != b.isNegative { return a.isNegative ? -1 : 1 }
    let (p, q) = (a.exponent &+ DecimalDigits.count(a.digits), b.exponent &+ DecimalDigits.count(b.digits))
    var order = p < q ? -1 : p > q ? 1 : 0
    if p == q {
      guard let (x, y, _) = aligned(a, b) else { return nil }
      order = x < y ? -1 : x > y ? 1 : 0
    }
    return a.isNegative ? 0 &- order : order
  }
  /// Both coefficients at the smaller exponent; nil: too many digits.
  private static func aligned(_ a: DecimalParts, _ b: DecimalParts) -> (UInt128, UInt128, Int)? {
    let shift = a.exponent &- b.exponent
    if shift == 0 { return (a.digits, b.digits, a.exponent) }
    func moved(_ n: UInt128, _ places: Int) -> UInt128? {
      if places > 38 || DecimalDigits.count(n) &+ places > 38 { return nil }
      return n * DecimalDigits.powers[places]
    }
    if shift > 0 {
      guard let x = moved(a.digits, shift) else { return nil }
      return (x, b.digits, b.exponent)
    }
    guard shift > -60, let y = moved(b.digits, 0 &- shift) else { return nil }
    return (a.digits, y, a.exponent)
  }

  static func sum(_ a: DecimalParts, _ b: DecimalParts, _ context: DecimalContext) -> DecimalParts? {
    guard let (x, y, exponent) = aligned(a, b) else { return nil }
    var made = DecimalParts(isNegative: a.isNegative, digits: 0, exponent: exponent)
    if a.isNegative == b.isNegative {
      made.digits = x + y
    } else {
      if x == y {
        if context.rounding == .floor { return nil }
        made.isNegative = false
      } else {
        made.isNegative = x > y ? a.isNegative : b.isNegative
        made.digits = x > y ? x - y : y - x
      }
    }
    return rounded(made, 0, made.digits, context)
  }
  static func product(_ a: DecimalParts, _ b: DecimalParts, _ context: DecimalContext) -> DecimalParts? {
    let (high, low) = a.digits.multipliedFullWidth(by: b.digits)
    let made = DecimalParts(isNegative: a.isNegative != b.isNegative, digits: 0, exponent: a.exponent &+ b.exponent)
    return rounded(made, high, low, context)
  }
  static func quotient(_ a: DecimalParts, _ b: DecimalParts, _ context: DecimalContext) -> DecimalParts? {
    if a.digits == 0 || b.digits == 0 || !context.isShort { return nil }
    let shift = DecimalDigits.count(b.digits) &- DecimalDigits.count(a.digits) &+ context.precision &+ 1
    if shift < 0 || shift > 38 { return nil }
    let (high, low) = a.digits.multipliedFullWidth(by: DecimalDigits.powers[shift])
    if high >= b.digits { return nil }
    var (n, rest) = DecimalDigits.divide(high, low, by: b.digits)
    var exponent = a.exponent &- b.exponent &- shift
    if rest != 0 {
      if n % 5 == 0 { n += 1 }
      rest = 0
    } else {
      let ideal = a.exponent &- b.exponent
      while exponent < ideal, n % 10 == 0 {
        n /= 10
        exponent &+= 1
      }
    }
    let made = DecimalParts(isNegative: a.isNegative != b.isNegative, digits: n, exponent: exponent)
    return rounded(made, 0, n, context)
  }

  /// The whole quotient or the remainder; nil: one of them does not fit, or a number is zero.
  static func whole(
    _ a: DecimalParts, _ b: DecimalParts, _ context: DecimalContext, wantsRest: Bool
  ) -> DecimalParts? {
    guard a.digits != 0, b.digits != 0, let (x, y, exponent) = aligned(a, b) else { return nil }
    let (n, rest) = x.quotientAndRemainder(dividingBy: y)
    if n >= context.limit { return nil }
    if wantsRest { return rounded(DecimalParts(isNegative: a.isNegative, digits: rest, exponent: exponent), 0, rest, context) }
    return DecimalParts(isNegative: a.isNegative != b.isNegative, digits: n, exponent: 0)
  }

  /// The root of a positive number, from one digit more than the precision; nil: the number has more digits.
  static func squareRoot(_ a: DecimalParts, _ context: DecimalContext) -> DecimalParts? {
    if !context.isShort { return nil }
    let isOdd = a.exponent & 1 != 0
    let size = DecimalDigits.count(a.digits)
    let shift = context.precision &+ 1 &- (isOdd ? size >> 1 &+ 1 : (size &+ 1) >> 1)
    if shift < 0 { return nil }
    var number = DecimalDigits.big(a.digits)
    var root = BigInt()
    var rest = BigInt(10)
    rest.update { __gmpz_pow_ui($0, $0, UInt(2 &* shift &+ (isOdd ? 1 : 0))) }
    number.update { (z) in rest.update { __gmpz_mul(z, z, $0) } }
    number.update { (z) in root.update { (r) in rest.update { __gmpz_sqrtrem(r, $0, z) } } }
    var made = DecimalParts(isNegative: false, digits: DecimalDigits.small(root), exponent: (a.exponent >> 1) &- shift)
    if rest.sign == 0 {
      made.digits /= DecimalDigits.powers[shift]
      made.exponent &+= shift
    } else if made.digits % 5 == 0 {
      // A digit that tells that more would follow.
      made.digits += 1
    }
    return rounded(made, 0, made.digits, context)
  }

  /// The number with the coefficient (high, low) at the precision of a context; nil: it needs the other half.
  private static func rounded(
    _ number: DecimalParts, _ high: UInt128, _ low: UInt128, _ context: DecimalContext
  ) -> DecimalParts? {
    var made = number
    if high == 0 && low < context.limit {
      made.digits = low
      return made
    }
    if !context.isShort { return nil }
    var size: Int
    if high == 0 { size = DecimalDigits.count(low) } else {
      if high >= DecimalDigits.limit { return nil }
      let (top, _) = DecimalDigits.limit.dividingFullWidth((high, low))
      size = top == 0 ? 38 : 38 &+ DecimalDigits.count(top)
      if top == 0 { size = DecimalDigits.count(low) }
    }
    let cut = size &- context.precision
    if cut <= 0 || cut > 38 { return nil }
    let scale = DecimalDigits.powers[cut]
    if high >= scale { return nil }
    var (kept, rest) = DecimalDigits.divide(high, low, by: scale)
    made.isRounded = true
    made.isInexact = rest != 0
    made.exponent &+= cut
    if context.rounding.increases(number.isNegative, kept, rest, scale) {
      kept += 1
      rest = 0
      if kept >= DecimalDigits.powers[context.precision] {
        kept /= 10
        made.exponent &+= 1
      }
    }
    made.digits = kept
    return made
  }

  /// A number at another exponent; nil: too many digits.
  static func rescale(_ number: DecimalNumber, _ exponent: Int, _ rounding: DecimalRounding) -> DecimalParts? {
    var made = DecimalParts(number)
    if made.digits == 0 {
      made.exponent = exponent
      return made
    }
    let cut = exponent &- made.exponent
    if cut <= 0 {
      if cut < -38 || DecimalDigits.count(made.digits) &- cut > 38 { return nil }
      made.digits *= DecimalDigits.powers[0 &- cut]
    } else {
      if cut > 38 { return nil }
      let scale = DecimalDigits.powers[cut]
      let (kept, rest) = DecimalDigits.divide(0, made.digits, by: scale)
      made.digits = kept
      made.isInexact = rest != 0
      if rounding.increases(made.isNegative, kept, rest, scale) { made.digits += 1 }
    }
    made.exponent = exponent
    return made
  }
}
