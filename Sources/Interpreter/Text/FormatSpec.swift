/// A parsed format specification: `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`.
struct FormatSpec {
  var fill: UInt32 = 0x20
  /// One of `<>=^`; 0 when not given.
  var align: UInt32 = 0
  /// One of `+-` and the space; 0 when not given.
  var sign: UInt32 = 0
  var noNegativeZero = false
  var alternate = false
  var zeroPadded = false
  var width = -1
  /// `,` or `_`; 0 for none.
  var grouping: UInt32 = 0
  var precision = -1
  /// The presentation type; 0 when not given.
  var type: UInt32 = 0

  /// Parses a specification for values of a type. `defaultType` is what the type is called when it is left out.
  init(_ vm: VM, _ text: StrObject, typeName: String, defaultType: UInt32 = 0, defaultAlign: UInt32) throws(Raised) {
    let n = text.count
    var at = 0
    func isAlign(_ p: UInt32) -> Bool { p == 0x3C || p == 0x3E || p == 0x3D || p == 0x5E }
    func peek() -> UInt32 { at < n ? text[at] : 0 }
    type = defaultType
    var fillGiven = false
    if n >= 2 && isAlign(text[1]) {
      fill = text[0]
      fillGiven = true
      align = text[1]
      at = 2
    } else if n >= 1 && isAlign(text[0]) {
      align = text[0]
      at = 1
    }
    if peek() == 0x2B || peek() == 0x2D || peek() == 0x20, at < n {
      sign = peek()
      at &+= 1
    }
    if peek() == 0x7A {
      noNegativeZero = true
      at &+= 1
    }
    if peek() == 0x23 {
      alternate = true
      at &+= 1
    }
    if !fillGiven && peek() == 0x30 {
      fill = 0x30
      zeroPadded = true
      if align == 0 && defaultAlign == 0x3E { align = 0x3D }
      at &+= 1
    }
    if let digits = try FormatSpec.number(vm, text, &at) { width = digits }
    if peek() == 0x2C {
      grouping = 0x2C
      at &+= 1
    }
    if peek() == 0x5F {
      if grouping != 0 { throw vm.valueError("Cannot specify both ',' and '_'.") }
      grouping = 0x5F
      at &+= 1
    }
    if peek() == 0x2C && grouping == 0x5F { throw vm.valueError("Cannot specify both ',' and '_'.") }
    if peek() == 0x2E {
      at &+= 1
      guard let digits = try FormatSpec.number(vm, text, &at) else {
        throw vm.valueError("Format specifier missing precision")
      }
      precision = digits
    }
    if n &- at > 1 {
      throw vm.valueError("Invalid format specifier '\(text.string)' for object of type '\(typeName)'")
    }
    if n &- at == 1 { type = text[at] }
    if grouping != 0 { try checkGrouping(vm) }
  }

  private func checkGrouping(_ vm: VM) throws(Raised) {
    switch type {
    case 0, 0x64, 0x65, 0x66, 0x67, 0x45, 0x47, 0x25, 0x46: return
    case 0x62, 0x6F, 0x78, 0x58: if grouping == 0x5F { return }
    default: break
    }
    let mark = grouping == 0x2C ? "," : "_"
    if type > 32 && type < 128 {
      throw vm.valueError("Cannot specify '\(mark)' with '\(Character(Unicode.Scalar(UInt8(type))))'.")
    }
    throw vm.valueError("Cannot specify '\(mark)' with '\\x\(String(type, radix: 16))'.")
  }

  /// Reads a run of decimal digits; nil when there is none.
  static func number(_ vm: VM, _ text: StrObject, _ at: inout Int) throws(Raised) -> Int? {
    var result = 0
    var any = false
    while at < text.count, let digit = CharacterRules.decimalValue(text[at]) {
      let (scaled, o1) = result.multipliedReportingOverflow(by: 10)
      let (sum, o2) = scaled.addingReportingOverflow(digit)
      if o1 || o2 { throw vm.valueError("Too many decimal digits in format string") }
      result = sum
      any = true
      at &+= 1
    }
    return any ? result : nil
  }

  /// The error for a type that the value does not have.
  func unknownType(_ vm: VM, _ typeName: String) -> Raised {
    if type > 32 && type < 128 {
      return vm.valueError(
        "Unknown format code '\(Character(Unicode.Scalar(UInt8(type))))' for object of type '\(typeName)'")
    }
    return vm.valueError("Unknown format code '\\x\(String(type, radix: 16))' for object of type '\(typeName)'")
  }
}

/// A number's text in parts, laid out to a width.
struct NumberParts {
  /// `-`, `+`, a space, or nothing.
  var sign: UInt8?
  /// `0x` and the like.
  var prefix: [UInt8] = []
  /// Digits before the point, without separators.
  var whole: [UInt8]
  /// The rest: point, decimals, exponent, percent sign.
  var rest: [UInt8] = []

  /// Lays out with the fill, alignment, width and grouping of a specification.
  func write(_ vm: VM, _ spec: FormatSpec, groupSize: Int = 3, into out: inout StrBuilder) throws(Raised) {
    let width = spec.width
    if width > 1 << 40 { throw vm.memoryError() }
    let align = spec.align == 0 ? 0x3E : spec.align
    let edge = (sign == nil ? 0 : 1) &+ prefix.count &+ rest.count
    var digits = whole
    if spec.grouping != 0 {
      let minimum = spec.fill == 0x30 && align == 0x3D ? width &- edge : 0
      if minimum > 1 << 30 { throw vm.memoryError() }
      digits = grouped(UInt8(spec.grouping), groupSize, minimum)
    }
    let padding = max(0, width &- edge &- digits.count)
    let before: Int
    switch align {
    case 0x3E: before = padding
    case 0x5E: before = padding / 2
    default: before = 0
    }
    out.append(spec.fill, times: before)
    if let sign { out.append(UInt32(sign)) }
    out.append(ascii: prefix)
    if align == 0x3D { out.append(spec.fill, times: padding) }
    out.append(ascii: digits)
    out.append(ascii: rest)
    if align != 0x3D { out.append(spec.fill, times: padding &- before) }
  }

  private func grouped(_ separator: UInt8, _ size: Int, _ minimum: Int) -> [UInt8] {
    var reversed: [UInt8] = []
    var i = 0
    while i < whole.count || reversed.count < minimum {
      if i > 0 && i % size == 0 { reversed.append(separator) }
      reversed.append(i < whole.count ? whole[whole.count &- 1 &- i] : 0x30)
      i &+= 1
    }
    return reversed.reversed()
  }
}
