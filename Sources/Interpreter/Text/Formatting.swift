/// The format mini-language.
package enum Formatting {
  /// `format(value, spec)` of numbers, bools and None.
  static func format(_ vm: VM, _ value: Value, _ spec: StrObject) throws(Raised) -> StrObject {
    if spec.count == 0 { return try vm.str(value) }
    switch value {
    case .int(let i): return try formatInt(vm, .small(i), spec, typeName: "int")
    case .bool(let b): return try formatInt(vm, .small(b ? 1 : 0), spec, typeName: "bool")
    case .float(let f): return try formatFloat(vm, f, spec, typeName: "float")
    case .none: throw vm.typeError("unsupported format string passed to NoneType.__format__")
    case .object(let o): return try o.format(vm, spec: spec)
    }
  }

  // MARK: int

  /// `int.__format__`.
  static func formatInt(
    _ vm: VM, _ number: Integer, _ text: StrObject, typeName: String
  ) throws(Raised) -> StrObject {
    let spec = try FormatSpec(vm, text, typeName: typeName, defaultAlign: 0x3E)
    var out = StrBuilder()
    switch spec.type {
    case 0, 0x62, 0x63, 0x64, 0x6E, 0x6F, 0x78, 0x58: try writeInt(vm, number, spec, into: &out)
    case 0x65, 0x45, 0x66, 0x46, 0x67, 0x47, 0x25:
      try writeFloat(vm, try Numbers.double(vm, number), spec, into: &out, typeName: typeName)
    default: throw spec.unknownType(vm, typeName)
    }
    return try out.finish(vm)
  }

  private static func writeInt(
    _ vm: VM, _ number: Integer, _ spec: FormatSpec, into out: inout StrBuilder
  ) throws(Raised) {
    if spec.precision != -1 { throw vm.valueError("Precision not allowed in integer format specifier") }
    if spec.noNegativeZero {
      throw vm.valueError("Negative zero coercion (z) not allowed in integer format specifier")
    }
    if spec.type == 0x63 {
      if spec.sign != 0 { throw vm.valueError("Sign not allowed with integer format specifier 'c'") }
      if spec.alternate {
        throw vm.valueError("Alternate form (#) not allowed with integer format specifier 'c'")
      }
      guard case .small(let point) = number, point >= 0, point < 0x110000 else {
        throw vm.overflowError("%c arg not in range(0x110000)")
      }
      try pad(vm, 1, spec, defaultAlign: 0x3E, into: &out) { $0.append(UInt32(point)) }
      return
    }
    var parts = NumberParts(whole: [])
    var group = 3
    var digits: [UInt8]
    switch spec.type {
    case 0x62:
      digits = IntText.text(number, base: 2)
      if spec.alternate { parts.prefix = [0x30, 0x62] }
      group = 4
    case 0x6F:
      digits = IntText.text(number, base: 8)
      if spec.alternate { parts.prefix = [0x30, 0x6F] }
      group = 4
    case 0x78, 0x58:
      digits = IntText.text(number, base: 16)
      if spec.type == 0x58 { upper(&digits) }
      if spec.alternate { parts.prefix = [0x30, UInt8(spec.type)] }
      group = 4
    default: digits = try IntText.decimalBytes(vm, number)
    }
    if digits.first == 0x2D {
      parts.sign = 0x2D
      digits.removeFirst()
    } else if spec.sign == 0x2B || spec.sign == 0x20 {
      parts.sign = UInt8(spec.sign)
    }
    parts.whole = digits
    try parts.write(vm, spec, groupSize: group, into: &out)
  }

  static func upper(_ bytes: inout [UInt8]) {
    for i in 0..<bytes.count where bytes[i] >= 0x61 && bytes[i] <= 0x7A { bytes[i] &-= 32 }
  }

  // MARK: float

  /// `float.__format__`.
  package static func formatFloat(
    _ vm: VM, _ f: Double, _ text: StrObject, typeName: String = "float"
  ) throws(Raised) -> StrObject {
    let spec = try FormatSpec(vm, text, typeName: typeName, defaultAlign: 0x3E)
    var out = StrBuilder()
    switch spec.type {
    case 0, 0x65, 0x45, 0x66, 0x46, 0x67, 0x47, 0x25, 0x6E:
      try writeFloat(vm, f, spec, into: &out, typeName: typeName)
    default: throw spec.unknownType(vm, typeName)
    }
    return try out.finish(vm)
  }

  private static func writeFloat(
    _ vm: VM, _ f: Double, _ spec: FormatSpec, into out: inout StrBuilder, typeName: String
  ) throws(Raised) {
    if spec.precision > Int(Int32.max) { throw vm.valueError("precision too big") }
    let parts = try floatParts(
      vm, f, type: spec.type, precision: spec.precision, alternate: spec.alternate, sign: spec.sign,
      noNegativeZero: spec.noNegativeZero, addPoint: spec.type == 0)
    try parts.write(vm, spec, into: &out)
  }

  /// The parts of a float's text for a presentation type (0: the shortest, or like `g` with a precision).
  static func floatParts(
    _ vm: VM, _ f: Double, type: UInt32, precision given: Int, alternate: Bool, sign: UInt32,
    noNegativeZero: Bool = false, addPoint: Bool = false
  ) throws(Raised) -> NumberParts {
    if given > 1 << 28 { throw vm.memoryError() }
    let value = type == 0x25 ? f * 100 : f
    var negative = f.sign == .minus && !f.isNaN
    let isUpper = type == 0x45 || type == 0x46 || type == 0x47
    var text: [UInt8]
    if !value.isFinite {
      text = Array((value.isNaN ? "nan" : "inf").utf8)
      if isUpper { upper(&text) }
      if type == 0x25 { text.append(0x25) }
      var parts = NumberParts(whole: text)
      parts.sign = negative ? 0x2D : sign == 0x2B || sign == 0x20 ? UInt8(sign) : nil
      return parts
    }
    let magnitude = value.magnitude
    switch type {
    case 0 where given < 0:
      text = FloatText.shortest(magnitude, alwaysPoint: addPoint)
      if alternate && !text.contains(0x2E) { insertPoint(&text) }
    case 0x66, 0x46, 0x25:
      text = FloatText.printf(magnitude, "f", precision: given < 0 ? 6 : given, alternate: alternate)
    case 0x65, 0x45:
      text = FloatText.printf(magnitude, "e", precision: given < 0 ? 6 : given, alternate: alternate)
    default:
      text = general(
        magnitude, precision: given < 0 ? 6 : max(given, 1), alternate: alternate,
        addPoint: type == 0 && addPoint)
    }
    if isUpper { upper(&text) }
    if type == 0x25 { text.append(0x25) }
    if noNegativeZero && negative && !text.contains(where: { $0 >= 0x31 && $0 <= 0x39 }) { negative = false }
    let end = text.firstIndex { $0 < 0x30 || $0 > 0x39 } ?? text.count
    var parts = NumberParts(whole: Array(text[..<end]), rest: Array(text[end...]))
    parts.sign = negative ? 0x2D : sign == 0x2B || sign == 0x20 ? UInt8(sign) : nil
    return parts
  }

  private static func insertPoint(_ text: inout [UInt8]) {
    let at = text.firstIndex { $0 == 0x65 } ?? text.count
    text.insert(0x2E, at: at)
  }

  /// `%g` with `precision` significant digits; `addPoint` is the rule of an empty type: `1e+02` for 100 at three
  /// digits and `100.0` at five.
  private static func general(_ f: Double, precision: Int, alternate: Bool, addPoint: Bool) -> [UInt8] {
    let scientific = FloatText.printf(f, "e", precision: min(precision &- 1, 1100))
    var d = FloatText.Digits(digits: [], point: 1)
    var i = 0
    while i < scientific.count, scientific[i] != 0x65 {
      if scientific[i] != 0x2E { d.digits.append(scientific[i]) }
      i &+= 1
    }
    var exponent = 0
    let negative = i &+ 1 < scientific.count && scientific[i &+ 1] == 0x2D
    for c in scientific[min(i &+ 2, scientific.count)...] { exponent = exponent &* 10 &+ Int(c) &- 0x30 }
    d.point = (negative ? -exponent : exponent) &+ 1
    if !alternate {
      while d.digits.count > 1 && d.digits.last == 0x30 { d.digits.removeLast() }
    } else if d.digits.count < precision {
      d.digits.append(contentsOf: [UInt8](repeating: 0x30, count: precision &- d.digits.count))
    }
    var result: [UInt8] = []
    if d.point > precision &- (addPoint ? 1 : 0) || d.point < -3 {
      FloatText.appendExponential(&result, d, precision: nil, letter: 0x65)
      if alternate && !result.contains(0x2E) { insertPoint(&result) }
      return result
    }
    FloatText.appendFixed(&result, d)
    if d.point >= d.digits.count && (alternate || addPoint) {
      result.append(0x2E)
      if addPoint { result.append(0x30) }
    }
    return result
  }

  // MARK: complex

  /// `complex.__format__`.
  static func formatComplex(
    _ vm: VM, _ z: Complex, _ text: StrObject, typeName: String
  ) throws(Raised) -> StrObject {
    let spec = try FormatSpec(vm, text, typeName: typeName, defaultAlign: 0x3E)
    switch spec.type {
    case 0, 0x65, 0x45, 0x66, 0x46, 0x67, 0x47, 0x6E: break
    default: throw spec.unknownType(vm, typeName)
    }
    if spec.zeroPadded || spec.fill == 0x30 {
      throw vm.valueError("Zero padding is not allowed in complex format specifier")
    }
    if spec.align == 0x3D {
      throw vm.valueError("'=' alignment flag is not allowed in complex format specifier")
    }
    if spec.precision > Int(Int32.max) { throw vm.valueError("precision too big") }
    let skipReal = spec.type == 0 && z.re == 0 && z.re.sign == .plus
    var inner = FormatSpec(grouping: spec.grouping)
    inner.align = 0x3C
    var body = StrBuilder()
    if spec.type == 0 && !skipReal { body.append(0x28) }
    if !skipReal {
      let real = try floatParts(
        vm, z.re, type: spec.type, precision: spec.precision, alternate: spec.alternate, sign: spec.sign,
        noNegativeZero: spec.noNegativeZero)
      try real.write(vm, inner, into: &body)
    }
    let imaginary = try floatParts(
      vm, z.im, type: spec.type, precision: spec.precision, alternate: spec.alternate,
      sign: skipReal ? spec.sign : 0x2B, noNegativeZero: spec.noNegativeZero)
    try imaginary.write(vm, inner, into: &body)
    body.append(0x6A)
    if spec.type == 0 && !skipReal { body.append(0x29) }
    let made = try body.finish(vm)
    var out = StrBuilder()
    try pad(vm, made.count, spec, defaultAlign: 0x3E, into: &out) { $0.append(made) }
    return try out.finish(vm)
  }

  // MARK: str

  /// `str.__format__`.
  static func formatStr(_ vm: VM, _ value: StrObject, _ text: StrObject, typeName: String) throws(Raised) -> StrObject {
    let spec = try FormatSpec(vm, text, typeName: typeName, defaultType: 0x73, defaultAlign: 0x3C)
    if spec.type != 0x73 { throw spec.unknownType(vm, typeName) }
    if spec.sign != 0 {
      throw vm.valueError(
        spec.sign == 0x20
          ? "Space not allowed in string format specifier" : "Sign not allowed in string format specifier")
    }
    if spec.noNegativeZero {
      throw vm.valueError("Negative zero coercion (z) not allowed in string format specifier")
    }
    if spec.alternate { throw vm.valueError("Alternate form (#) not allowed in string format specifier") }
    if spec.align == 0x3D { throw vm.valueError("'=' alignment not allowed in string format specifier") }
    let count = spec.precision >= 0 ? min(spec.precision, value.count) : value.count
    if spec.width <= count && count == value.count && !value.hasHeapType { return value }
    var out = StrBuilder()
    try pad(vm, count, spec, defaultAlign: 0x3C, into: &out) { $0.append(value, 0..<count) }
    return try out.finish(vm)
  }

  /// Writes `count` code points of `body` between fill characters.
  static func pad(
    _ vm: VM, _ count: Int, _ spec: FormatSpec, defaultAlign: UInt32, into out: inout StrBuilder,
    _ body: (inout StrBuilder) -> Void
  ) throws(Raised) {
    let padding = max(0, spec.width &- count)
    if padding > 1 << 40 { throw vm.memoryError() }
    let before: Int
    switch spec.align == 0 ? defaultAlign : spec.align {
    case 0x3E, 0x3D: before = padding
    case 0x5E: before = padding / 2
    default: before = 0
    }
    out.append(spec.fill, times: before)
    body(&out)
    out.append(spec.fill, times: padding &- before)
  }
}

extension FormatSpec {
  /// A specification that only groups.
  fileprivate init(grouping: UInt32) {
    self.grouping = grouping
  }
  /// A specification without any wishes.
  static var plain: FormatSpec { FormatSpec(grouping: 0) }
}
