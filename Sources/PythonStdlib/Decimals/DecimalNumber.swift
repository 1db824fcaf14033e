import GMPShim
import Interpreter

/// What `decimal.Decimal` derives from: sign, coefficient, exponent. Numbers of up to 38 digits are computed here, the
/// rest by the Python half, which sees the same parts.
final class DecimalNumber: Object {
  var isNegative = false
  /// 0: finite; else `F`, `n` or `N` as ASCII.
  var special: UInt8 = 0
  /// The coefficient while it has 38 digits or fewer.
  var small: UInt128 = 0
  /// The coefficient beyond that, an int.
  private var big: Value?
  var exponent = 0
  /// The exponent beyond 60 bits, an int.
  private var bigExponent: Value?

  unowned(unsafe) private let tools: DecimalTools

  init(_ tools: DecimalTools, _ type: TypeObject, tracked: Bool) {
    self.tools = tools
    super.init(kind: .native, type: type, tracked: tracked)
  }

  static func of(_ value: Value) -> DecimalNumber? {
    value.native(DecimalNumber.self)
  }
  /// Tells whether it is finite and its parts are plain numbers.
  @inline(__always)
  var isQuick: Bool { special == 0 && big == nil && bigExponent == nil }

  func coefficient(_ vm: VM) -> Value { big ?? DecimalDigits.value(vm, small) }
  func setCoefficient(_ value: Value) {
    var isInt = false
    if let wide = value.asWide(&isInt), wide >= 0, wide < Int128(DecimalDigits.limit) {
      small = UInt128(wide)
      big = nil
    } else {
      small = 0
      big = value
    }
  }
  var exponentValue: Value { bigExponent ?? .int(exponent) }
  func setExponent(_ value: Value) {
    if case .int(let i) = value, i.magnitude < 1 << 60 {
      exponent = i
      bigExponent = nil
    } else {
      exponent = 0
      bigExponent = value
    }
  }
  /// Takes the parts of another.
  func copyParts(of other: DecimalNumber, _ vm: VM) {
    isNegative = other.isNegative
    special = other.special
    (small, big) = (other.small, other.big)
    (exponent, bigExponent) = (other.exponent, other.bigExponent)
  }

  /// The number without its fraction, when it is short; only of quick ones.
  var whole: Int? {
    guard small <= UInt128(Int.max) else { return nil }
    var n = Int(small)
    if exponent > 0 {
      if n != 0 && exponent > 18 { return nil }
      for _ in 0..<min(exponent, 19) {
        let (next, overflow) = n.multipliedReportingOverflow(by: 10)
        if overflow { return nil }
        n = next
      }
    } else {
      for _ in 0..<min(0 &- exponent, 20) where n != 0 { n /= 10 }
    }
    return isNegative ? 0 &- n : n
  }
  private static let tens: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]
  /// The nearest float, when coefficient and power of ten are floats themselves: then one operation rounds right.
  var nearest: Double? {
    guard small < 1 << 53, exponent.magnitude <= 22 else { return nil }
    let f = Double(UInt64(truncatingIfNeeded: small))
    let value = exponent < 0 ? f / DecimalNumber.tens[0 &- exponent] : f * DecimalNumber.tens[exponent]
    return isNegative ? -value : value
  }

  // MARK: Python's operations

  override func truth(_ vm: VM) throws(Raised) -> Bool? { special != 0 || big != nil || small != 0 }
  override func hash(_ vm: VM) throws(Raised) -> Int {
    if isQuick, exponent == 0, small <= UInt128(Int.max) { return Numbers.hash(isNegative ? 0 &- Int(small) : Int(small)) }
    if isQuick, exponent.magnitude <= 1 << 16 {
      let hash = DecimalMath.residue(small, exponent)
      return isNegative ? hash == 1 ? -2 : 0 &- hash : hash
    }
    return try vm.index(try vm.callMethod(.object(self), "_hash", []))
  }
  override func str(_ vm: VM) throws(Raised) -> StrObject? {
    if isQuick, let text = DecimalText.plain(vm, self) { return text }
    return try vm.str(try vm.callMethod(.object(self), "_str", []))
  }
  override func repr(_ vm: VM) throws(Raised) -> StrObject {
    var text = TextBuilder()
    text.append("Decimal('")
    text.append(try vm.str(.object(self)))
    text.append("')")
    return text.finish(vm)
  }
  override func format(_ vm: VM, spec: StrObject) throws(Raised) -> StrObject {
    if isQuick, let places = DecimalText.places(spec), let context = try tools.context(vm),
      let rounded = DecimalMath.rescale(self, -places, context.rounding)
    {
      let text = DecimalText.fixed(isNegative, rounded, places)
      return StrObject(vm, ascii: text)
    }
    return try vm.str(try vm.callMethod(.object(self), "_format", [.object(spec)]))
  }

  /// The other operand when it is a finite number of few digits.
  @inline(__always)
  private func operand(_ other: Value) -> DecimalParts? {
    if let other = DecimalNumber.of(other) { return other.isQuick ? DecimalParts(other) : nil }
    if case .int(let i) = other { return DecimalParts(isNegative: i < 0, digits: UInt128(i.magnitude), exponent: 0) }
    return nil
  }

  override func compare(_ vm: VM, _ comparison: Comparison, _ other: Value) throws(Raised) -> Value? {
    if isQuick, let second = operand(other), let order = DecimalMath.order(DecimalParts(self), second) {
      return .bool(comparison.holds(order))
    }
    let names = ["_lt", "_le", "_eq", "_ne", "_gt", "_ge"]
    let made = try vm.callMethod(.object(self), names[Int(comparison.rawValue)], [other])
    return vm.isNotImplemented(made) ? nil : made
  }
  override func unary(_ vm: VM, _ op: UnaryOperator) throws(Raised) -> Value? {
    if op == .invert { return nil }
    if isQuick, small != 0, let context = try tools.context(vm) {
      var parts = DecimalParts(self)
      if op == .negative { parts.isNegative.toggle() } else if op == .absolute { parts.isNegative = false }
      if let made = try tools.finish(vm, parts, context) { return made }
    }
    return try vm.callMethod(.object(self), op == .negative ? "_neg" : op == .positive ? "_pos" : "_abs", [])
  }
  override func binary(
    _ vm: VM, _ op: BinaryOperator, _ other: Value, reflected: Bool
  ) throws(Raised) -> Value? {
    if isQuick, let second = operand(other), op.rawValue <= BinaryOperator.trueDivide.rawValue, let context = try tools.context(vm) {
      let (a, b) = reflected ? (second, DecimalParts(self)) : (DecimalParts(self), second)
      let made: DecimalParts?
      switch op {
      case .add: made = DecimalMath.sum(a, b, context)
      case .subtract:
        var negated = b
        negated.isNegative.toggle()
        made = DecimalMath.sum(a, negated, context)
      case .multiply: made = DecimalMath.product(a, b, context)
      default: made = DecimalMath.quotient(a, b, context)
      }
      if let made, let value = try tools.finish(vm, made, context) { return value }
    }
    let name: String
    switch op {
    case .add: name = "_add"
    case .subtract: name = reflected ? "_rsub" : "_sub"
    case .multiply: name = "_mul"
    case .trueDivide: name = reflected ? "_rtruediv" : "_truediv"
    default: return nil
    }
    let made = try vm.callMethod(.object(self), name, [other])
    return vm.isNotImplemented(made) ? nil : made
  }

  /// `sqrt` in the common case; nil: the Python half does it.
  func squareRoot(_ vm: VM) throws(Raised) -> Value? {
    guard isQuick, !isNegative, small != 0, var context = try tools.context(vm) else { return nil }
    context.rounding = .halfEven
    guard let made = DecimalMath.squareRoot(DecimalParts(self), context) else { return nil }
    return try tools.finish(vm, made, context)
  }
  /// The power of a short number where the result is exact and the exponent a small positive int; nil: the Python half does
  /// it.
  func power(_ vm: VM, _ other: Value) throws(Raised) -> Value? {
    guard isQuick, small != 0, let power = operand(other), power.exponent == 0, !power.isNegative, power.digits >= 1,
      power.digits <= 126, let context = try tools.context(vm)
    else { return nil }
    let n = Int(power.digits)
    var made = DecimalParts(self)
    for _ in 1..<n {
      let (product, overflow) = made.digits.multipliedReportingOverflow(by: small)
      if overflow || product >= DecimalDigits.powers[context.precision] { return nil }
      made.digits = product
    }
    let (total, overflow) = exponent.multipliedReportingOverflow(by: n)
    if overflow { return nil }
    made.exponent = total
    made.isNegative = isNegative && n & 1 == 1
    return try tools.finish(vm, made, context)
  }
  /// `round(self, places)` in the common case; nil: the Python half does it.
  func rounded(_ vm: VM, _ places: Slot) throws(Raised) -> Value? {
    guard isQuick, places.isInt, places.asInt.magnitude < 1000 else { return nil }
    return try quantized(vm, to: 0 &- places.asInt, nil)
  }
  /// `quantize` in the common case; nil: the Python half does it.
  func quantized(_ vm: VM, _ exponent: Value, _ rounding: Value) throws(Raised) -> Value? {
    guard isQuick, let pattern = DecimalNumber.of(exponent), pattern.isQuick else { return nil }
    var way: DecimalRounding?
    if !rounding.isNone {
      guard let name = rounding.asStr, let known = DecimalRounding.named(name.string) else { return nil }
      way = known
    }
    return try quantized(vm, to: pattern.exponent, way)
  }
  private func quantized(_ vm: VM, to place: Int, _ way: DecimalRounding?) throws(Raised) -> Value? {
    guard let context = try tools.context(vm), let parts = DecimalMath.rescale(self, place, way ?? context.rounding), DecimalDigits.count(parts.digits) <= context.precision,
      parts.exponent >= context.tiny, parts.exponent <= context.largest
    else { return nil }
    var made = parts
    if parts.exponent > self.exponent, small != 0 {
      made.isRounded = true
      made.isInexact = DecimalMath.order(parts, DecimalParts(self)) != 0
    }
    return try tools.finish(vm, made, context)
  }
}

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
    if a.digits == 0 || b.digits == 0 { return nil }
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

  /// The root of a positive number, from one digit more than the precision; nil: the number has more digits.
  static func squareRoot(_ a: DecimalParts, _ context: DecimalContext) -> DecimalParts? {
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
    if high == 0 && low < DecimalDigits.powers[context.precision] {
      made.digits = low
      return made
    }
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
      if rounding.increases(made.isNegative, kept, rest, scale) { made.digits += 1 }
    }
    made.exponent = exponent
    return made
  }
}

/// Texts of numbers.
enum DecimalText {
  /// The text of a number of 64 bits when no exponent is shown; nil: look closer.
  static func plain(_ vm: VM, _ number: DecimalNumber) -> StrObject? {
    guard number.small <= UInt128(UInt64.max), number.exponent <= 0, number.exponent > -26 else {
      return plain(number).map { StrObject(vm, ascii: $0) }
    }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { buffer in
      guard let p = buffer.baseAddress else { return nil }
      var (at, rest, written) = (64, UInt64(number.small), 0)
      let places = 0 &- number.exponent
      while rest != 0 || written <= places {
        if written == places && places > 0 {
          at &-= 1
          p[at] = 46
        }
        at &-= 1
        p[at] = UInt8(truncatingIfNeeded: rest % 10) &+ 48
        rest /= 10
        written &+= 1
      }
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
