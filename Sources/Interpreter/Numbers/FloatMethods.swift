import Glibc

/// The namespace of `float`, and what `float(...)` makes.
enum FloatMethods {
  private static func number(_ args: Arguments) -> Double { double(args[0]) }
  private static func double(_ value: Value) -> Double {
    if case .float(let f) = value { return f }
    if case .object(let o) = value, o.kind == .float { return unsafeDowncast(o, to: FloatObject.self).value }
    return 0
  }

  static func populate(_ type: TypeObject, _ vm: VM) {
    type.specials(
      vm,
      [
        .repr, .format, .hash, .bool, .lt, .le, .eq, .ne, .gt, .ge, .add, .sub, .mul, .truediv, .floordiv, .mod,
        .pow, .divmod, .radd, .rsub, .rmul, .rtruediv, .rfloordiv, .rmod, .rpow, .rdivmod, .neg, .pos, .abs, .int,
        .float,
      ])
    type.method(vm, "__trunc__(self, /)", "The integral part.") { (vm, args) throws(Raised) in
      try Numbers.truncate(vm, number(args))
    }
    type.method(vm, "__floor__(self, /)", "Rounds down.") { (vm, args) throws(Raised) in
      try Numbers.truncate(vm, number(args).rounded(.down))
    }
    type.method(vm, "__ceil__(self, /)", "Rounds up.") { (vm, args) throws(Raised) in
      try Numbers.truncate(vm, number(args).rounded(.up))
    }
    type.method(vm, "__round__(self, ndigits=None, /)", "Rounds half to even.") { (vm, args) throws(Raised) in
      let f = number(args)
      if args[1].isNone { return try Numbers.truncate(vm, f.rounded(.toNearestOrEven)) }
      return .float(try round(vm, f, args[1]))
    }
    type.method(vm, "conjugate(self, /)", "The number itself.") { (vm, args) throws(Raised) in .float(number(args)) }
    type.method(vm, "__getnewargs__(self, /)", "") { (vm, args) throws(Raised) in
      .object(TupleObject.make(vm, [.float(number(args))]))
    }
    type.method(vm, "is_integer(self, /)", "Tells whether the number is whole.") { (vm, args) throws(Raised) in
      let f = number(args)
      return .bool(f.isFinite && f == f.rounded(.down))
    }
    type.method(vm, "as_integer_ratio(self, /)", "Two ints whose ratio is the number.") { (vm, args) throws(Raised) in
      let f = number(args)
      if f.isNaN { throw vm.valueError("cannot convert NaN to integer ratio") }
      if f.isInfinite { throw vm.overflowError("cannot convert Infinity to integer ratio") }
      if f == 0 { return .object(TupleObject.make(vm, [.int(0), .int(1)])) }
      // The 53 bits of the significand without the zeros at their end, times a power of two.
      let significand = Int(f.significand * 0x1p52)
      let zeros = significand.trailingZeroBitCount
      let exponent = Int(f.exponent) - 52 + zeros
      let whole = Value.int((significand >> zeros) * (f < 0 ? -1 : 1))
      func power(_ number: Value, _ exponent: Int) throws(Raised) -> Value {
        if case .int(1) = number, exponent < 62 { return .int(1 << exponent) }
        return exponent == 0 ? number : try vm.binary(.leftShift, number, .int(exponent))
      }
      if exponent >= 0 { return .object(TupleObject.make(vm, [try power(whole, exponent), .int(1)])) }
      return .object(TupleObject.make(vm, [whole, try power(.int(1), -exponent)]))
    }
    type.method(vm, "hex(self, /)", "The number in hexadecimal.") { (vm, args) throws(Raised) in
      .object(vm.string(hex(number(args))))
    }
    type.classMethod(vm, "__getformat__(cls, typestr, /)", "How floats lie in memory.") { (vm, args) throws(Raised) in
      guard let kind = args[1].asStr else {
        throw vm.typeError("__getformat__() argument 1 must be str, not \(vm.type(of: args[1]).operandName)")
      }
      if !["double", "float"].contains(kind.string) {
        throw vm.valueError("__getformat__() argument 1 must be 'double' or 'float'")
      }
      return .object(vm.string("IEEE, little-endian"))
    }
    type.classMethod(vm, "fromhex(cls, string, /)", "A number from hexadecimal text.") {
      (vm, args) throws(Raised) in
      guard let text = args[1].asStr else { throw vm.typeError("bad argument type for built-in operation") }
      guard let f = parseHex(Array(text.utf8())) else {
        throw vm.valueError("invalid hexadecimal floating-point string")
      }
      if f.isInfinite && !text.string.lowercased().contains("inf") {
        throw vm.overflowError("hexadecimal value too large to represent as a float")
      }
      guard let cls = args[0].asType, cls !== vm.types.float else { return .float(f) }
      return try vm.call(args[0], [.float(f)])
    }
    type.attribute(vm, "real", get: { (vm, v) throws(Raised) in .float(double(v)) })
    type.attribute(vm, "imag", get: { (vm, v) throws(Raised) in .float(0) })
  }

  /// `round(f, digits)`: the nearest to the exact decimal value, half to even.
  static func round(_ vm: VM, _ f: Double, _ digits: Value) throws(Raised) -> Double {
    let n = vm.clamped(try vm.indexValue(digits))
    if !f.isFinite || n > 323 { return f }
    if n < -308 { return f * 0 }
    if n >= 0 {
      if let whole = FloatText.scaled(f.magnitude, n), whole < 1 << 53 {
        let result = Double(whole) / Double(FloatText.powersOfTen[n])
        return f.sign == .minus ? -result : result
      }
      let text = FloatText.printf(f.magnitude, "f", precision: n)
      return copysign(FloatText.parse(text) ?? f, f)
    }
    // A power of ten before the point: exact in integers.
    let whole = try Numbers.truncate(vm, f.magnitude)
    var unit = Value.int(1)
    for _ in 0..<(-n) { unit = try vm.binary(.multiply, unit, .int(10)) }
    let rest = try vm.binary(.remainder, whole, unit)
    var down = try vm.binary(.subtract, whole, rest)
    let fraction = f.magnitude - f.magnitude.rounded(.down)
    let twice = try vm.binary(.multiply, rest, .int(2))
    var up = try vm.truth(try vm.compare(.greater, twice, unit))
    if !up, try vm.equal(twice, unit) {
      up = fraction > 0
      if !up, let q = Integer(try vm.binary(.floorDivide, down, unit)) { up = q.isOdd }
    }
    if up { down = try vm.binary(.add, down, unit) }
    let result = try vm.double(down)
    if result.isInfinite { throw vm.overflowError("rounded value too large to represent") }
    return copysign(result, f)
  }

  private static func hex(_ f: Double) -> String {
    if f.isNaN { return "nan" }
    if f.isInfinite { return f < 0 ? "-inf" : "inf" }
    let sign = f.sign == .minus ? "-" : ""
    if f == 0 { return sign + "0x0.0p+0" }
    let digits = String(f.significandBitPattern, radix: 16)
    let padded = String(repeating: "0", count: max(0, 13 - digits.count)) + digits
    let normal = f.magnitude >= Double.leastNormalMagnitude
    let exponent = normal ? Int(f.exponent) : -1022
    return "\(sign)0x\(normal ? 1 : 0).\(padded)p\(exponent < 0 ? "-" : "+")\(exponent.magnitude)"
  }

  private static func parseHex(_ bytes: [UInt8]) -> Double? {
    var text = bytes[...]
    while let c = text.first, CharacterRules.isSpace(UInt32(c)) { text = text.dropFirst() }
    while let c = text.last, CharacterRules.isSpace(UInt32(c)) { text = text.dropLast() }
    if let plain = FloatText.parse(Array(text)), !plain.isFinite, text.count < 10 { return plain }
    var body = Array(text)
    var negative = false
    if body.first == 0x2B || body.first == 0x2D {
      negative = body.removeFirst() == 0x2D
    }
    if body.count >= 2 && body[0] == 0x30 && body[1] | 0x20 == 0x78 { body.removeFirst(2) }
    var (seenPoint, seenDigit, i) = (false, false, 0)
    while i < body.count {
      if body[i] == 0x2E && !seenPoint { seenPoint = true } else if IntText.digitValue(UInt32(body[i])) < 16 {
        seenDigit = true
      } else {
        break
      }
      i &+= 1
    }
    if !seenDigit { return nil }
    if i < body.count {
      guard body[i] | 0x20 == 0x70 else { return nil }
      var j = i &+ 1
      if j < body.count, body[j] == 0x2B || body[j] == 0x2D { j &+= 1 }
      if j >= body.count || !body[j...].allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) { return nil }
    }
    var clean: [CChar] = [0x30, 0x78]
    for c in body { clean.append(CChar(bitPattern: c)) }
    clean.append(0)
    let value = strtod(clean, nil)
    return negative ? -value : value
  }

  /// `float.__new__`.
  static func make(_ vm: VM, _ cls: TypeObject, _ args: Arguments) throws(Raised) -> Value {
    let value: Double
    if args.positionalCount == 1 && (args.keywordNames == nil || !cls.special(vm, .`init`).isUndefined) {
      value = try convert(vm, args[0])
    } else {
      value = try vm.bind(args, "float(x=0.0, /)") { (bound) throws(Raised) in try convert(vm, bound[0]) }
    }
    return cls === vm.types.float ? .float(value) : .object(FloatObject(vm, value, type: cls))
  }

  /// What `float(value)` is.
  static func convert(_ vm: VM, _ value: Value) throws(Raised) -> Double {
    switch value {
    case .float(let f): return f
    case .int(let i): return Double(i)
    case .bool(let b): return b ? 1 : 0
    case .none: break
    case .object(let o):
      if o.hasHeapType, let made = try vm.callSpecial(o, .float, []) {
        if case .float(let f) = made { return f }
        if case .object(let p) = made, p.kind == .float { return unsafeDowncast(p, to: FloatObject.self).value }
        throw vm.typeError("\(o.type.operandName).__float__ returned non-float (type \(vm.type(of: made).operandName))")
      }
      if o.kind == .str || o.kind == .bytes || o.kind == .bytearray {
        if let text = value.asStr, let quick = FloatText.short(text) { return quick }
        let text = value.asStr.map { IntText.asciiNumber($0) } ?? Codecs.buffer(value)
        if let text, let f = FloatText.parse(text) { return f }
        throw vm.valueError("could not convert string to float: \(try vm.repr(value).string)")
      }
      if let f = try o.toFloat(vm) { return f }
      if let made = try vm.callSpecial(o, .index, []) { return try vm.double(made) }
      if let made = try o.index(vm), let number = Integer(made) { return try Numbers.double(vm, number) }
      if let bytes = Codecs.buffer(value) { return try convert(vm, vm.makeBytes(bytes)) }
    }
    throw vm.typeError("float() argument must be a string or a real number, not '\(vm.type(of: value).operandName)'")
  }
}
