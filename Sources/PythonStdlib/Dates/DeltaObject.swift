import Interpreter

/// `datetime.timedelta`.
final class DeltaObject: Object {
  unowned(unsafe) let state: DateState
  let days: Int
  let seconds: Int
  let micros: Int

  init(_ state: DateState, _ type: TypeObject, _ days: Int, _ seconds: Int, _ micros: Int) {
    self.state = state
    self.days = days
    self.seconds = seconds
    self.micros = micros
    super.init(kind: .native, type: type, tracked: type.isHeap)
  }

  /// All of it in microseconds.
  var total: Int128 { Int128(days &* 86_400 &+ seconds) * 1_000_000 + Int128(micros) }
  /// The same as a Python int.
  func totalValue(_ vm: VM) throws(Raised) -> Value {
    if let small = Int(exactly: total) { return .int(small) }
    let scaled = try vm.binary(.multiply, .int(days &* 86_400 &+ seconds), .int(1_000_000))
    return try vm.binary(.add, scaled, .int(micros))
  }

  private static func of(_ value: Value) -> DeltaObject? {
    value.native(DeltaObject.self)
  }

  override func repr(_ vm: VM) throws(Raised) -> StrObject {
    var parts: [String] = []
    if days != 0 { parts.append("days=\(days)") }
    if seconds != 0 { parts.append("seconds=\(seconds)") }
    if micros != 0 { parts.append("microseconds=\(micros)") }
    return vm.string("\(state.shownName(vm, type))(\(parts.isEmpty ? "0" : parts.joined(separator: ", ")))")
  }
  override func str(_ vm: VM) throws(Raised) -> StrObject? {
    var text = DigitText()
    text.put(seconds / 60 % 60, 2)
    text.put(58)
    text.put(seconds % 60, 2)
    if micros != 0 {
      text.put(46)
      text.put(micros, 6)
    }
    let dayText = days == 0 ? "" : "\(days) day\(days.magnitude == 1 ? "" : "s"), "
    return vm.string("\(dayText)\(seconds / 3600):\(String(decoding: text.bytes, as: UTF8.self))")
  }
  override func hash(_ vm: VM) throws(Raised) -> Int {
    let mixed = (days &* 86_400 &+ seconds) &* 1_000_003 &+ micros &* 2_654_435_761
    return mixed == -1 ? -2 : mixed
  }
  override func truth(_ vm: VM) throws(Raised) -> Bool? { days != 0 || seconds != 0 || micros != 0 }
  override func compare(_ vm: VM, _ comparison: Comparison, _ other: Value) throws(Raised) -> Value? {
    guard let other = DeltaObject.of(other) else { return nil }
    let order = days != other.days ? days &- other.days
      : seconds != other.seconds ? seconds &- other.seconds : micros &- other.micros
    return .bool(comparison.holds(order))
  }
  override func unary(_ vm: VM, _ op: UnaryOperator) throws(Raised) -> Value? {
    switch op {
    case .negative: return .object(try state.delta(vm, -total))
    case .positive: return .object(try state.delta(vm, total))
    case .absolute: return .object(try state.delta(vm, total < 0 ? -total : total))
    case .invert: return nil
    }
  }
  override func binary(
    _ vm: VM, _ op: BinaryOperator, _ other: Value, reflected: Bool
  ) throws(Raised) -> Value? {
    if let second = DeltaObject.of(other) {
      if op == .add || op == .subtract, let quick = quickSum(second, op, reflected) { return .object(quick) }
      let (a, b) = reflected ? (second.total, total) : (total, second.total)
      switch op {
      case .add: return .object(try state.delta(vm, a + b))
      case .subtract: return .object(try state.delta(vm, a - b))
      case .trueDivide:
        let (x, y) = reflected ? (second, self) : (self, second)
        return try vm.binary(.trueDivide, try x.totalValue(vm), try y.totalValue(vm))
      case .floorDivide, .remainder, .divmod:
        if b == 0 {
          throw vm.zeroDivisionError(op == .remainder ? "integer modulo by zero" : "integer division or modulo by zero")
        }
        let (q, r) = floored(a, b)
        if op == .remainder { return .object(try state.delta(vm, r)) }
        let quotient = try wide(vm, q)
        if op == .floorDivide { return quotient }
        return .object(TupleObject.make(vm, [quotient, .object(try state.delta(vm, r))]))
      default: return nil
      }
    }
    if reflected && op != .multiply { return nil }
    var isInt = false
    let number = other.asWide(&isInt)
    if isInt { return try withInt(vm, op, number, other) }
    if other.kind == .float, op == .multiply || op == .trueDivide {
      return try state.helper(
        vm, "scale", [try totalValue(vm), other, .bool(op == .multiply)])
    }
    return nil
  }

  /// Sum or difference when it is no overflow.
  private func quickSum(_ second: DeltaObject, _ op: BinaryOperator, _ reflected: Bool) -> DeltaObject? {
    let (a, b) = reflected ? (second, self) : (self, second)
    let sign = op == .add ? 1 : -1
    var (d, s, m) = (a.days &+ sign &* b.days, a.seconds &+ sign &* b.seconds, a.micros &+ sign &* b.micros)
    if m < 0 { (m, s) = (m &+ 1_000_000, s &- 1) } else if m >= 1_000_000 { (m, s) = (m &- 1_000_000, s &+ 1) }
    if s < 0 { (s, d) = (s &+ 86_400, d &- 1) } else if s >= 86_400 { (s, d) = (s &- 86_400, d &+ 1) }
    return d.magnitude > 999_999_999 ? nil : DeltaObject(state, state.deltaType, d, s, m)
  }

  private func withInt(_ vm: VM, _ op: BinaryOperator, _ number: Int128?, _ other: Value) throws(Raised) -> Value? {
    switch op {
    case .multiply:
      guard let number else {
        if total == 0 { return .object(try state.delta(vm, 0)) }
        throw vm.overflowError("Python int too large to convert to C int")
      }
      let (product, overflow) = total.multipliedReportingOverflow(by: number)
      if overflow { throw vm.overflowError("Python int too large to convert to C int") }
      return .object(try state.delta(vm, product))
    case .floorDivide:
      if number == 0 { throw vm.zeroDivisionError("integer division or modulo by zero") }
      guard let number else {
        let isNegative = (Integer(other)?.sign ?? 1) < 0
        return .object(try state.delta(vm, total == 0 || (total < 0) == isNegative ? 0 : -1))
      }
      return .object(try state.delta(vm, floored(total, number).0))
    case .trueDivide:
      if number == 0 { throw vm.zeroDivisionError("integer division or modulo by zero") }
      guard let number else { return .object(try state.delta(vm, 0)) }
      return .object(try state.delta(vm, rounded(total, number)))
    default: return nil
    }
  }

  private func floored(_ a: Int128, _ b: Int128) -> (Int128, Int128) {
    var (q, r) = (a / b, a % b)
    if r != 0 && (r < 0) != (b < 0) {
      q -= 1
      r += b
    }
    return (q, r)
  }
  /// a / b rounded to the nearest integer, ties to even.
  private func rounded(_ a: Int128, _ b: Int128) -> Int128 {
    let (q, r) = floored(a, b)
    let twice = r * 2
    let isBeyond = b > 0 ? twice > b : twice < b
    return isBeyond || (twice == b && q & 1 != 0) ? q + 1 : q
  }
  private func wide(_ vm: VM, _ number: Int128) throws(Raised) -> Value {
    if let small = Int(exactly: number) { return .int(small) }
    let high = try vm.binary(.leftShift, .int(Int(truncatingIfNeeded: number >> 64)), .int(64))
    return try vm.binary(.add, high, Numbers.value(vm, unsigned: UInt(truncatingIfNeeded: number)))
  }

  // MARK: Declaration

  static func declare(_ type: TypeObject, _ vm: VM, _ state: DateState) {
    type.new = { [unowned(unsafe) state] (vm, cls, args) throws(Raised) in
      try vm.bind(
        args,
        "__new__(days=..., seconds=..., microseconds=..., milliseconds=..., minutes=..., hours=..., weeks=...)"
      ) { (args) throws(Raised) in
        .object(try state.delta(vm, try total(vm, args), type: cls))
      }
    }
  }

  private static let units: [(name: StaticString, factor: Int)] = [
    ("days", 86_400_000_000), ("seconds", 1_000_000), ("microseconds", 1), ("milliseconds", 1000),
    ("minutes", 60_000_000), ("hours", 3_600_000_000), ("weeks", 604_800_000_000),
  ]

  private static func total(_ vm: VM, _ args: Arguments) throws(Raised) -> Int128 {
    var total: Int128 = 0
    var rest = 0.0
    func tooLarge() -> Raised { vm.overflowError("Python int too large to convert to C int") }
    for k in 0..<7 where args.has(k) {
      let (name, factor) = units[k]
      var isInt = false
      if let number = args[k].asWide(&isInt) {
        let (product, overflow) = number.multipliedReportingOverflow(by: Int128(factor))
        let (sum, overflow2) = total.addingReportingOverflow(product)
        if overflow || overflow2 { throw tooLarge() }
        total = sum
        continue
      }
      if isInt { throw tooLarge() }
      guard args[k].kind == .float else {
        throw vm.typeError("unsupported type for timedelta \(name) component: \(vm.type(of: args[k]).name)")
      }
      let f = try vm.double(args[k])
      if f.isNaN { throw vm.valueError("cannot convert float NaN to integer") }
      if f.isInfinite { throw vm.overflowError("cannot convert float infinity to integer") }
      let whole = f.rounded(.towardZero)
      guard whole.magnitude < 1e20 else { throw tooLarge() }
      let part = (f - whole) * Double(factor)
      let wholePart = part.rounded(.towardZero)
      total += Int128(whole) * Int128(factor) + Int128(wholePart)
      rest += part - wholePart
    }
    if rest != 0 {
      let whole = rest.rounded(.down)
      total += Int128(whole)
      rest -= whole
      if rest > 0.5 || (rest == 0.5 && total & 1 != 0) { total += 1 }
    }
    return total
  }

  static func populate(_ type: TypeObject, _ vm: VM) {
    type.specials(vm, [
      .repr, .str, .hash, .eq, .ne, .lt, .le, .gt, .ge, .bool, .add, .radd, .sub, .rsub, .mul, .rmul, .truediv,
      .rtruediv, .floordiv, .rfloordiv, .mod, .rmod, .divmod, .rdivmod, .neg, .pos, .abs,
    ])
    func me(_ value: Value) -> DeltaObject? { of(value) }
    func attribute(_ name: String, _ doc: String, _ get: @escaping (DeltaObject) -> Int) {
      type.attribute(vm, name, doc, get: { (_, v) in of(v).map { .int(get($0)) } ?? .none }, set: { (vm, v, _) throws(Raised) in
        throw vm.attributeError("readonly attribute")
      })
    }
    attribute("days", "Number of days.") { $0.days }
    attribute("seconds", "Number of seconds (>= 0 and less than 1 day).") { $0.seconds }
    attribute("microseconds", "Number of microseconds (>= 0 and less than 1 second).") { $0.micros }
    type.method(vm, "total_seconds(self, /)", "Total seconds in the duration.") { (vm, args) throws(Raised) in
      guard let me = of(args[0]) else { return .none }
      let seconds = me.days &* 86_400 &+ me.seconds
      if seconds.magnitude < 1 << 32 { return .float(Double(seconds &* 1_000_000 &+ me.micros) / 1e6) }
      return try vm.binary(.trueDivide, try me.totalValue(vm), .int(1_000_000))
    }
    type.method(vm, "__reduce__(self, /)", "__reduce__() -> (cls, state)") { (vm, args) throws(Raised) in
      guard let me = of(args[0]) else { return .none }
      let state = TupleObject.make(vm, [.int(me.days), .int(me.seconds), .int(me.micros)])
      return .object(TupleObject.make(vm, [.object(vm.type(of: args[0])), .object(state)]))
    }
  }
}

extension Comparison {
  /// Whether the comparison is true of two things whose order is negative, zero or positive.
  func holds(_ order: Int) -> Bool {
    switch self {
    case .less: return order < 0
    case .lessEqual: return order <= 0
    case .equal: return order == 0
    case .notEqual: return order != 0
    case .greater: return order > 0
    case .greaterEqual: return order >= 0
    }
  }
}
