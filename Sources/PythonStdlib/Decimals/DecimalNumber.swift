import GMPShim
import Interpreter

/// What `decimal.Decimal` derives from: sign, coefficient, exponent. Numbers of up to 38 digits are computed here, the
/// rest by the Python half, which sees the same parts.
final class DecimalNumber: Object {
  var isNegative = false
  /// 0: finite; else `F`, `n` or `N` as ASCII.
  var special: UInt8 = 0
  // (In two words, so that no object must lie at a multiple of 16.)
  private var high: UInt64 = 0
  private var low: UInt64 = 0
  /// The coefficient while it has 38 digits or fewer.
  @inline(__always)
  var small: UInt128 {
    get { UInt128(high) << 64 | UInt128(low) }
    set {
      high = UInt64(truncatingIfNeeded: newValue >> 64)
      low = UInt64(truncatingIfNeeded: newValue)
    }
  }
  var exponent = 0
  /// What few numbers have.
  private final class Rare {
    /// The coefficient beyond 38 digits, an int.
    var coefficient: Value?
    /// The exponent beyond 60 bits, an int.
    var exponent: Value?
  }
  private var rare: Rare?
  private var big: Value? {
    get { rare?.coefficient }
    set { setRare(newValue, rare?.exponent) }
  }
  private var bigExponent: Value? {
    get { rare?.exponent }
    set { setRare(rare?.coefficient, newValue) }
  }
  private func setRare(_ coefficient: Value?, _ exponent: Value?) {
    if coefficient == nil && exponent == nil {
      rare = nil
      return
    }
    // (Copies of a number may hold the old one.)
    let made = Rare()
    (made.coefficient, made.exponent) = (coefficient, exponent)
    rare = made
  }

  unowned(unsafe) let tools: DecimalTools

  init(_ tools: DecimalTools, _ type: TypeObject, tracked: Bool) {
    self.tools = tools
    super.init(kind: .native, type: type, tracked: tracked)
  }

  static func of(_ value: Value) -> DecimalNumber? {
    value.native(DecimalNumber.self)
  }
  /// Tells whether it is finite and its parts are plain numbers.
  @inline(__always)
  var isQuick: Bool { special == 0 && rare == nil }

  /// Tells whether it is finite and its exponent is a plain number.
  @inline(__always)
  var isFinite: Bool { special == 0 && bigExponent == nil }

  func coefficient(_ vm: VM) -> Value { big ?? DecimalDigits.value(vm, small) }
  func setCoefficient(_ value: Value) {
    var isInt = false
    if let wide = value.asWide(&isInt), wide >= 0, wide < Int128(DecimalDigits.limit) {
      small = UInt128(wide)
      if rare != nil { big = nil }
    } else {
      small = 0
      big = value
    }
  }
  var exponentValue: Value { bigExponent ?? .int(exponent) }
  func setExponent(_ value: Value) {
    if case .int(let i) = value, i.magnitude < 1 << 60 {
      exponent = i
      if rare != nil { bigExponent = nil }
    } else {
      exponent = 0
      bigExponent = value
    }
  }
  /// Takes the parts of another.
  func copyParts(of other: DecimalNumber, _ vm: VM) {
    isNegative = other.isNegative
    special = other.special
    (small, exponent, rare) = (other.small, other.exponent, other.rare)
  }

  /// Takes the exact value of a finite float: m * 2**-k is m * 5**k * 10**-k.
  func take(_ vm: VM, _ f: Double) throws(Raised) {
    isNegative = f.sign == .minus
    guard f != 0 else { return }
    var m = Int(f.significandBitPattern)
    var power = Int(f.exponentBitPattern) &- 1075
    if f.isNormal { m += 1 << 52 } else { power += 1 }
    let zeros = m.trailingZeroBitCount
    m >>= zeros
    power += zeros
    if power >= 0 { return setCoefficient(try vm.binary(.leftShift, .int(m), .int(power))) }
    exponent = power
    if power >= -31 {
      small = UInt128(m)
      for _ in power..<0 { small *= 5 }  // at most 2**53 * 5**31 < 10**38
    } else {
      setCoefficient(try vm.binary(.multiply, .int(m), try vm.binary(.power, .int(5), .int(0 &- power))))
    }
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
    if isQuick, let places = DecimalText.places(spec), let state = try tools.context(vm),
      let rounded = DecimalMath.rescale(self, -places, state.numbers.rounding)
    {
      let text = DecimalText.fixed(isNegative, rounded, places)
      return StrObject(vm, ascii: text)
    }
    return try vm.str(try vm.callMethod(.object(self), "_format", [.object(spec)]))
  }

  /// The other operand when it is a finite number of few digits.
  @inline(__always)
  static func operand(_ other: Value) -> DecimalParts? {
    if let other = DecimalNumber.of(other) { return other.isQuick ? DecimalParts(other) : nil }
    if case .int(let i) = other { return DecimalParts(isNegative: i < 0, digits: UInt128(i.magnitude), exponent: 0) }
    return nil
  }

  override func compare(_ vm: VM, _ comparison: Comparison, _ other: Value) throws(Raised) -> Value? {
    if isQuick, let second = DecimalNumber.operand(other), let order = DecimalMath.order(DecimalParts(self), second) {
      return .bool(comparison.holds(order))
    }
    let names = ["_lt", "_le", "_eq", "_ne", "_gt", "_ge"]
    let made = try vm.callMethod(.object(self), names[Int(comparison.rawValue)], [other])
    return vm.isNotImplemented(made) ? nil : made
  }
  /// What a context says that a method was given, or the current one.
  func state(_ vm: VM, _ context: Value) throws(Raised) -> DecimalState? {
    if case .object(let object) = context { return object.kind == .instance ? try tools.state(vm, object) : nil }
    return try tools.context(vm)
  }
  override func unary(_ vm: VM, _ op: UnaryOperator) throws(Raised) -> Value? {
    if op == .invert { return nil }
    if let state = try tools.context(vm), let made = try signed(vm, op, state) { return made }
    return try vm.callMethod(.object(self), op == .negative ? "_neg" : op == .positive ? "_pos" : "_abs", [])
  }
  /// The number with another sign, rounded; nil: the Python half does it.
  func signed(_ vm: VM, _ op: UnaryOperator, _ state: DecimalState) throws(Raised) -> Value? {
    guard isQuick, small != 0 else { return nil }
    var parts = DecimalParts(self)
    if op == .negative { parts.isNegative.toggle() } else if op == .absolute { parts.isNegative = false }
    return try tools.finish(vm, parts, state)
  }
  /// The machine's way of two short numbers of the class itself.
  override func binarySlots(_ vm: VM, _ op: BinaryOperator, _ x: Slot, _ y: Slot) throws(Raised) -> Slot {
    guard op.rawValue <= BinaryOperator.remainder.rawValue, let type = tools.type else { return .undefined }
    let address = UInt(bitPattern: Unmanaged.passUnretained(type).toOpaque())
    guard let a = DecimalNumber.parts(x, address), let b = DecimalNumber.parts(y, address), let state = try tools.context(vm) else {
      return .undefined
    }
    return try tools.compute(vm, op, a, b, state)?.intoOwned() ?? .undefined
  }
  /// The parts of a short number of the class at an address, or of an int.
  @inline(__always)
  private static func parts(_ slot: Slot, _ type: UInt) -> DecimalParts? {
    if slot.isInt { return DecimalParts(isNegative: slot.asInt < 0, digits: UInt128(slot.asInt.magnitude), exponent: 0) }
    guard slot.isObject, UInt(bitPattern: slot.typePointer) == type else { return nil }
    return Unmanaged<DecimalNumber>.fromOpaque(slot.pointer)._withUnsafeGuaranteedRef { $0.isQuick ? DecimalParts($0) : nil }
  }
  override func binary(
    _ vm: VM, _ op: BinaryOperator, _ other: Value, reflected: Bool
  ) throws(Raised) -> Value? {
    guard op.rawValue <= BinaryOperator.remainder.rawValue else { return nil }
    if let state = try tools.context(vm) {
      if isQuick, let second = DecimalNumber.operand(other) {
        let (a, b) = reflected ? (second, DecimalParts(self)) : (DecimalParts(self), second)
        if let made = try tools.compute(vm, op, a, b, state) { return made }
      }
      if let made = try reflected ? tools.long(vm, op, other, .object(self), state)
        : tools.long(vm, op, .object(self), other, state)
      {
        return made
      }
    }
    let name: String
    switch op {
    case .add: name = "_add"
    case .subtract: name = reflected ? "_rsub" : "_sub"
    case .multiply: name = "_mul"
    case .trueDivide: name = reflected ? "_rtruediv" : "_truediv"
    case .floorDivide: name = reflected ? "_rfloordiv" : "_floordiv"
    default: name = reflected ? "_rmod" : "_mod"
    }
    let made = try vm.callMethod(.object(self), name, [other])
    return vm.isNotImplemented(made) ? nil : made
  }

  /// `sqrt` in the common case; nil: the Python half does it.
  func squareRoot(_ vm: VM, _ state: DecimalState) throws(Raised) -> Value? {
    guard isQuick, !isNegative, small != 0 else { return nil }
    var context = state.numbers
    context.rounding = .halfEven
    guard let made = DecimalMath.squareRoot(DecimalParts(self), context) else { return nil }
    return try tools.finish(vm, made, state)
  }
  /// The power of a short number where the result is exact and the exponent a small positive int; nil: the Python half does
  /// it.
  func power(_ vm: VM, _ other: Value) throws(Raised) -> Value? {
    guard isQuick, small != 0, let power = DecimalNumber.operand(other), power.exponent == 0, !power.isNegative, power.digits >= 1,
      power.digits <= 126, let state = try tools.context(vm)
    else { return nil }
    let n = Int(power.digits)
    var made = DecimalParts(self)
    for _ in 1..<n {
      let (product, overflow) = made.digits.multipliedReportingOverflow(by: small)
      if overflow || product >= state.numbers.limit { return nil }
      made.digits = product
    }
    let (total, overflow) = exponent.multipliedReportingOverflow(by: n)
    if overflow { return nil }
    made.exponent = total
    made.isNegative = isNegative && n & 1 == 1
    return try tools.finish(vm, made, state)
  }
  /// `round(self, places)` in the common case; nil: the Python half does it.
  func rounded(_ vm: VM, _ places: Slot) throws(Raised) -> Value? {
    guard isQuick, places.isInt, places.asInt.magnitude < 1000, let state = try tools.context(vm) else { return nil }
    return try quantized(vm, to: 0 &- places.asInt, nil, state)
  }
  /// `quantize` in the common case; nil: the Python half does it.
  func quantized(
    _ vm: VM, _ exponent: Value, _ rounding: Value, _ state: DecimalState
  ) throws(Raised) -> Value? {
    guard isQuick, let pattern = DecimalNumber.of(exponent), pattern.isQuick else { return nil }
    var way: DecimalRounding?
    if !rounding.isNone {
      guard let name = rounding.asStr, let known = DecimalRounding.named(name.string) else { return nil }
      way = known
    }
    return try quantized(vm, to: pattern.exponent, way, state)
  }
  private func quantized(
    _ vm: VM, to place: Int, _ way: DecimalRounding?, _ state: DecimalState
  ) throws(Raised) -> Value? {
    let context = state.numbers
    guard let parts = DecimalMath.rescale(self, place, way ?? context.rounding), DecimalDigits.count(parts.digits) <= context.precision,
      parts.exponent >= context.tiny, parts.exponent <= context.largest
    else { return nil }
    var made = parts
    if parts.exponent > self.exponent, small != 0 {
      made.isRounded = true
      made.isInexact = parts.isInexact
    }
    return try tools.finish(vm, made, state)
  }
}
