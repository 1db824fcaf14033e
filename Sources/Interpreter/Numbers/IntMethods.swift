import GMPShim
import Glibc

/// The namespaces of `int` and `bool`, and what `int(...)` and `bool(...)` make.
enum IntMethods {
  private static func number(_ args: Arguments) -> Integer { Integer(args[0]) ?? .small(0) }

  static func populate(_ type: TypeObject, _ vm: VM) {
    type.specials(
      vm,
      [
        .repr, .format, .hash, .bool, .lt, .le, .eq, .ne, .gt, .ge, .add, .sub, .mul, .truediv, .floordiv, .mod,
        .lshift, .rshift, .and, .or, .xor, .divmod, .radd, .rsub, .rmul, .rtruediv, .rfloordiv, .rmod, .rlshift,
        .rrshift, .rand, .ror, .rxor, .rdivmod, .neg, .pos, .invert, .abs, .int, .float, .index,
      ])
    for (name, reflected) in [("__pow__", false), ("__rpow__", true)] {
      type.method(vm, "\(name)(self, value, mod=None, /)", "") { (vm, args) throws(Raised) in
        let (a, b) = reflected ? (args[1], args[0]) : (args[0], args[1])
        if args[2].isNone {
          if Integer(args[1]) == nil { return .object(vm.notImplemented) }
          return try Numbers.binaryNative(vm, .power, a, b) ?? .object(vm.notImplemented)
        }
        return try Numbers.power(vm, a, b, modulo: args[2]) ?? .object(vm.notImplemented)
      }
    }
    for name in ["__trunc__", "__floor__", "__ceil__", "conjugate"] {
      type.method(vm, "\(name)(self, /)", "The number itself.") { (vm, args) throws(Raised) in
        number(args).value(vm)
      }
    }
    type.method(vm, "__round__(self, ndigits=None, /)", "Rounds to a power of ten.") { (vm, args) throws(Raised) in
      if args[1].isNone { return number(args).value(vm) }
      return try round(vm, number(args), try vm.indexValue(args[1]))
    }
    type.method(vm, "__getnewargs__(self, /)", "") { (vm, args) throws(Raised) in
      .object(TupleObject.make(vm, [number(args).value(vm)]))
    }
    type.method(vm, "__sizeof__(self, /)", "") { (vm, args) throws(Raised) in
      .int(24 &+ 4 &* max(1, (number(args).bitLength &+ 29) / 30))
    }
    type.method(vm, "bit_length(self, /)", "Number of bits of the absolute value.") { (vm, args) throws(Raised) in
      .int(number(args).bitLength)
    }
    type.method(vm, "is_integer(self, /)", "True: exists for the sake of float.is_integer.") { (_, _) in .bool(true) }
    type.method(vm, "bit_count(self, /)", "Number of ones in the absolute value.") { (vm, args) throws(Raised) in
      if case .small(let i) = number(args) { return .int(i.magnitude.nonzeroBitCount) }
      var absolute = BigInt(number(args))
      absolute.makePositive()
      return .int(Int(truncatingIfNeeded: __gmpz_popcount(&absolute.z)))
    }
    type.method(vm, "as_integer_ratio(self, /)", "The number over one.") { (vm, args) throws(Raised) in
      .object(TupleObject.make(vm, [number(args).value(vm), .int(1)]))
    }
    bytes(type, vm)
    for (name, value) in [("real", nil), ("numerator", nil), ("imag", 0), ("denominator", 1)] as [(String, Int?)] {
      type.attribute(vm, name, get: { (vm, v) throws(Raised) in
        if let value { return .int(value) }
        return Numbers.exactInt(vm, v) ?? v
      })
    }
  }

  static func populateBool(_ type: TypeObject, _ vm: VM) {
    type.specials(vm, [.repr, .and, .or, .xor, .rand, .ror, .rxor])
  }

  // MARK: Bytes

  private static func isLittle(_ vm: VM, _ value: Slot) throws(Raised) -> Bool {
    guard let order = value.asStr, order.width == 1, order.count == 6 || order.count == 3 else {
      throw vm.valueError("byteorder must be either 'little' or 'big'")
    }
    if order.count == 3, memcmp(order.storage, "big", 3) == 0 { return false }
    if order.count == 6, memcmp(order.storage, "little", 6) == 0 { return true }
    throw vm.valueError("byteorder must be either 'little' or 'big'")
  }

  private static func bytes(_ type: TypeObject, _ vm: VM) {
    let toSignature: StaticString = "to_bytes(self, /, length=1, byteorder='big', *, signed=False)"
    func toBytesBound(_ vm: VM, _ args: Arguments) throws(Raised) -> Value {
      let little = try isLittle(vm, args.slot(2))
      let length = args.slot(1).isInt ? args.slot(1).asInt : try vm.index(args[1])
      if length < 0 { throw vm.valueError("length argument must be non-negative") }
      if length > Integer.maximumBits / 8 { throw vm.memoryError() }
      let signed = args.slot(3).isBool ? args.slot(3).asBool : try vm.truth(args[3])
      if args.slot(0).isInt { return try toBytes(vm, args.slot(0).asInt, length, little, signed: signed) }
      return vm.makeBytes(try toBytes(vm, number(args), length, little, signed: signed))
    }
    // Arguments by place go the short way: binding those with names costs more than the work.
    type.rawMethod(vm, "\(toSignature)", "The number as bytes.") { (vm, args) throws(Raised) in
      if args.keywordNames == nil, args.count == 3, args.slot(0).isInt, args.slot(1).isInt, args.slot(1).asInt >= 0,
        args.slot(1).asInt < 1 << 20
      {
        return try toBytes(vm, args.slot(0).asInt, args.slot(1).asInt, try isLittle(vm, args.slot(2)), signed: false)
      }
      if args.count == 0 || Integer(args[0]) == nil {
        throw vm.typeError(
          args.count == 0 ? "unbound method int.to_bytes() needs an argument"
            : "descriptor 'to_bytes' for 'int' objects doesn't apply to a '\(vm.type(of: args[0]).name)' object")
      }
      return try vm.bind(args, toSignature) { (args) throws(Raised) in try toBytesBound(vm, args) }
    }
    let fromSignature: StaticString = "from_bytes(cls, /, bytes, byteorder='big', *, signed=False)"
    func fromBytesBound(_ vm: VM, _ args: Arguments) throws(Raised) -> Value {
      let little = try isLittle(vm, args.slot(2))
      let signed = args.slot(3).isBool ? args.slot(3).asBool : try vm.truth(args[3])
      let made: Value
      if args.slot(1).isKind(.bytes) || args.slot(1).isKind(.bytearray), let plain = args.view(1) {
        made = fromBytes(vm, plain, little: little, signed: signed)
      } else {
        if args[1].asStr != nil { throw vm.typeError("cannot convert 'str' object to bytes") }
        let array = try ByteOperators.bytes(vm, from: args[1])
        made = fromBytes(vm, ByteView(copying: array), little: little, signed: signed)
      }
      guard let cls = args[0].asType, cls !== vm.types.int else { return made }
      return try vm.call(args[0], [made])
    }
    let from = NativeFunction(vm, "\(fromSignature)", "The number that bytes represent.", isMethod: true, isRaw: true) {
      (vm, args) throws(Raised) in
      if args.keywordNames == nil, args.count == 3, args.slot(1).isKind(.bytes), args.slot(0).isObject,
        args.slot(0).pointer == Unmanaged.passUnretained(vm.types.int as Object).toOpaque(), let plain = args.view(1)
      {
        return fromBytes(vm, plain, little: try isLittle(vm, args.slot(2)), signed: false)
      }
      return try vm.bind(args, fromSignature) { (args) throws(Raised) in try fromBytesBound(vm, args) }
    }
    type.constant(vm, from.name, .object(ClassMethodObject(vm, .object(from))))
  }

  /// The bytes of a number of 64 bits.
  private static func toBytes(
    _ vm: VM, _ number: Int, _ length: Int, _ little: Bool, signed: Bool
  ) throws(Raised) -> Value {
    if !signed && number < 0 { throw vm.overflowError("can't convert negative int to unsigned") }
    if length < 8 {
      // What does not go into the bytes must be copies of the sign.
      let rest = length == 0 ? number : signed ? number >> (length &* 8 &- 1) : number >> (length &* 8)
      if rest != 0 && !(signed && rest == -1) || length == 0 && number != 0 { throw vm.overflowError("int too big to convert") }
    }
    return try vm.makeBytes(length) { to in
      for i in 0..<length {
        to[little ? i : length &- 1 &- i] = UInt8(truncatingIfNeeded: number >> min(63, i &* 8))
      }
    }
  }

  private static func toBytes(
    _ vm: VM, _ number: Integer, _ length: Int, _ little: Bool, signed: Bool
  ) throws(Raised) -> [UInt8] {
    if !signed && number.sign < 0 { throw vm.overflowError("can't convert negative int to unsigned") }
    var magnitude = BigInt(number)
    let bits: Int
    if number.sign < 0 {
      // Two's complement of n bytes is 256**n - |i|; it needs one bit more than |i| - 1.
      magnitude.update { __gmpz_com($0, $0) }
      bits = magnitude.bitLength() &+ 1
    } else {
      bits = magnitude.bitLength() &+ (signed ? 1 : 0)
    }
    if bits > length &* 8 && !(bits == 1 && length == 0 && number.sign == 0) {
      throw vm.overflowError("int too big to convert")
    }
    var result = [UInt8](repeating: 0, count: length)
    var written = 0
    result.withUnsafeMutableBytes { raw in
      if magnitude.sign != 0 { _ = __gmpz_export(raw.baseAddress, &written, -1, 1, 0, 0, &magnitude.z) }
    }
    if number.sign < 0 { for i in 0..<length { result[i] = ~result[i] } }
    return little ? result : result.reversed()
  }

  static func fromBytes(_ vm: VM, _ source: ByteView, little: Bool, signed: Bool) -> Value {
    let top = source.count == 0 ? 0 : little ? source[source.count &- 1] : source[0]
    if source.count < 8 || source.count == 8 && (signed || top & 0x80 == 0) {
      var bits: UInt64 = 0
      for i in 0..<source.count { bits = bits << 8 | UInt64(source[little ? source.count &- 1 &- i : i]) }
      let unused = UInt64(64 &- source.count &* 8)
      if signed && unused < 64 { return .int(Int(Int64(bitPattern: bits << unused) >> Int64(unused))) }
      return .int(Int(bits))
    }
    var made = BigInt()
    __gmpz_import(&made.z, source.count, little ? -1 : 1, 1, 0, 0, source.base)
    if signed && top & 0x80 != 0 {
      var whole = BigInt(1)
      whole.shiftLeft(source.count &* 8)
      made.update { z in withUnsafePointer(to: &whole.z) { __gmpz_sub(z, z, $0) } }
    }
    return made.value(vm)
  }

  // MARK: Rounding

  /// Rounds to a multiple of a power of ten, half to even.
  private static func round(_ vm: VM, _ number: Integer, _ digits: Value) throws(Raised) -> Value {
    guard case .small(let n)? = Integer(digits) else {
      return Integer(digits)?.sign == 1 ? number.value(vm) : .int(0)
    }
    if n >= 0 { return number.value(vm) }
    if n == Int.min || -n > number.bitLength { return .int(0) }
    let unit = try Numbers.binaryNative(vm, .power, .int(10), .int(-n)) ?? .int(1)
    guard let u = Integer(unit) else { return .int(0) }
    let value = number.value(vm)
    let rest = try vm.binary(.remainder, value, u.value(vm))
    let down = try vm.binary(.subtract, value, rest)
    let twice = try vm.binary(.multiply, rest, .int(2))
    var up = false
    if let t = Integer(twice) {
      let order = t.order(u)
      up = order > 0
      if order == 0, let q = Integer(try vm.binary(.floorDivide, down, unit)) { up = q.isOdd }
    }
    return up ? try vm.binary(.add, down, unit) : down
  }

  // MARK: int(...)

  /// `int.__new__`.
  static func make(_ vm: VM, _ cls: TypeObject, _ args: Arguments) throws(Raised) -> Value {
    let value: Value
    if args.count == 1 && args.keywordNames == nil {
      value = try convert(vm, args[0], base: nil)
    } else {
      value = try vm.bind(args, "int(x=..., /, base=...)") { (bound) throws(Raised) in
        guard bound.has(0) else {
          if bound.has(1) { throw vm.typeError("int() missing string argument") }
          return .int(0)
        }
        return try convert(vm, bound[0], base: bound.has(1) ? bound[1] : nil)
      }
    }
    if cls === vm.types.int { return value }
    guard let number = Integer(value) else { return value }
    return .object(IntObject(vm, number, type: cls))
  }

  /// What `int(value, base)` is.
  static func convert(_ vm: VM, _ value: Value, base: Value?) throws(Raised) -> Value {
    if let base {
      let index = try vm.indexValue(base)
      guard case .small(let radix)? = Integer(index), radix == 0 || (radix >= 2 && radix <= 36) else {
        throw vm.valueError("int() base must be >= 2 and <= 36, or 0")
      }
      if value.asStr != nil || value.kind == .bytes || value.kind == .bytearray {
        return try parse(vm, value, radix)
      }
      throw vm.typeError("int() can't convert non-string with explicit base")
    }
    switch value {
    case .int: return value
    case .bool(let b): return .int(b ? 1 : 0)
    case .float(let f): return try Numbers.truncate(vm, f)
    case .none: break
    case .object(let o):
      if o.hasHeapType {
        for special in [Special.int, .index] {
          if let made = try vm.callSpecial(o, special, []) {
            guard let exact = Numbers.exactInt(vm, made) else {
              throw vm.typeError("\(special.name) returned non-int (type \(vm.type(of: made).operandName))")
            }
            return exact
          }
        }
        if o.kind == .instance, let made = try vm.callSpecial(o, .trunc, []) {
          guard let exact = Numbers.exactInt(vm, try vm.indexValue(made)) else { break }
          return exact
        }
      }
      if o.kind == .str || o.kind == .bytes || o.kind == .bytearray { return try parse(vm, value, 10) }
      if let made = try o.toInt(vm) { return made }
      if let made = try o.index(vm) { return made }
      if let bytes = Codecs.buffer(value) { return try parse(vm, vm.makeBytes(bytes), 10) }
    }
    throw vm.typeError(
      "int() argument must be a string, a bytes-like object or a real number, not '\(vm.type(of: value).operandName)'")
  }

  private static func parse(_ vm: VM, _ value: Value, _ radix: Int) throws(Raised) -> Value {
    if radix == 10, let text = value.asStr, let quick = IntText.short(text) { return .int(quick) }
    let text = value.asStr.map { IntText.asciiNumber($0) } ?? Codecs.buffer(value)
    if let text, let made = try IntText.parse(vm, text, base: radix) { return made }
    let shown = try vm.repr(value.kind == .bytearray ? vm.makeBytes(Codecs.buffer(value) ?? []) : value)
    let cut = try shown.part(vm, 0..<min(200, shown.count))
    throw vm.valueError("invalid literal for int() with base \(radix): \(cut.string)")
  }

  /// `bool.__new__`.
  static func makeBool(_ vm: VM, _ cls: TypeObject, _ args: Arguments) throws(Raised) -> Value {
    if args.count == 1 && args.keywordNames == nil { return .bool(try vm.truth(args.slot(0))) }
    return try vm.bind(args, "bool(x=False, /)") { (bound) throws(Raised) in .bool(try vm.truth(bound[0])) }
  }
}
