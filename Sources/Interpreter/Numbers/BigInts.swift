import GMPShim
import Glibc

/// Operators on ints of any size, through GMP. Sizes are checked first: GMP aborts when memory runs out.
enum BigInts {
  static func binary(_ vm: VM, _ op: BinaryOperator, _ a: Integer, _ b: Integer) throws(Raised) -> Value? {
    switch op {
    case .add: return apply(vm, a, b) { __gmpz_add($0, $1, $2) }
    case .subtract: return apply(vm, a, b) { __gmpz_sub($0, $1, $2) }
    case .multiply:
      try checkSize(vm, a.bitLength &+ b.bitLength)
      return apply(vm, a, b) { __gmpz_mul($0, $1, $2) }
    case .trueDivide: return .float(try trueDivide(vm, a, b))
    case .floorDivide:
      if b.sign == 0 { throw vm.zeroDivisionError("integer division or modulo by zero") }
      return apply(vm, a, b) { __gmpz_fdiv_q($0, $1, $2) }
    case .remainder:
      if b.sign == 0 { throw vm.zeroDivisionError("integer modulo by zero") }
      return apply(vm, a, b) { __gmpz_fdiv_r($0, $1, $2) }
    case .divmod:
      if b.sign == 0 { throw vm.zeroDivisionError("integer division or modulo by zero") }
      var (q, r) = (__mpz_struct(), __mpz_struct())
      __gmpz_init(&q)
      __gmpz_init(&r)
      a.withZ { x in b.withZ { y in __gmpz_fdiv_qr(&q, &r, x, y) } }
      return .object(TupleObject.make(vm, [adopt(vm, q), adopt(vm, r)]))
    case .power: return try power(vm, a, b)
    case .leftShift: return try leftShift(vm, a, b)
    case .rightShift: return try rightShift(vm, a, b)
    case .bitAnd: return apply(vm, a, b) { __gmpz_and($0, $1, $2) }
    case .bitOr: return apply(vm, a, b) { __gmpz_ior($0, $1, $2) }
    case .bitXor: return apply(vm, a, b) { __gmpz_xor($0, $1, $2) }
    case .matrixMultiply: return nil
    }
  }

  /// The Python int of a number of GMP, which it takes over.
  static func adopt(_ vm: VM, _ z: __mpz_struct) -> Value {
    guard let small = BigInt.small(z) else { return .object(IntObject.make(vm, adopting: z)) }
    var dying = z
    __gmpz_clear(&dying)
    return .int(small)
  }

  @inline(__always)
  private static func apply(
    _ vm: VM, _ a: Integer, _ b: Integer,
    _ body: (UnsafeMutablePointer<__mpz_struct>, UnsafePointer<__mpz_struct>, UnsafePointer<__mpz_struct>) -> Void
  ) -> Value {
    var r = __mpz_struct()
    __gmpz_init(&r)
    a.withZ { x in b.withZ { y in body(&r, x, y) } }
    return adopt(vm, r)
  }

  static func unary(_ vm: VM, _ op: UnaryOperator, _ a: Integer) -> Value {
    var r = __mpz_struct()
    __gmpz_init(&r)
    switch op {
    case .positive: a.withZ { __gmpz_set(&r, $0) }
    case .negative:
      a.withZ { __gmpz_set(&r, $0) }
      r._mp_size = 0 &- r._mp_size
    case .absolute:
      a.withZ { __gmpz_set(&r, $0) }
      r._mp_size = Int32(bitPattern: r._mp_size.magnitude)
    case .invert: a.withZ { __gmpz_com(&r, $0) }
    }
    return adopt(vm, r)
  }

  /// MemoryError when a result of so many bits is more than the machine should hold.
  static func checkSize(_ vm: VM, _ bits: Int) throws(Raised) {
    if bits > Integer.maximumBits || bits < 0 { throw vm.memoryError() }
  }

  private static func leftShift(_ vm: VM, _ a: Integer, _ b: Integer) throws(Raised) -> Value {
    if b.sign < 0 { throw vm.valueError("negative shift count") }
    if a.sign == 0 { return .int(0) }
    guard case .small(let shift) = b else { throw vm.overflowError("too many digits in integer") }
    let (bits, overflow) = a.bitLength.addingReportingOverflow(shift)
    if overflow { throw vm.overflowError("too many digits in integer") }
    try checkSize(vm, bits)
    var r = __mpz_struct()
    __gmpz_init(&r)
    a.withZ { __gmpz_mul_2exp(&r, $0, mp_bitcnt_t(shift)) }
    return adopt(vm, r)
  }

  private static func rightShift(_ vm: VM, _ a: Integer, _ b: Integer) throws(Raised) -> Value {
    if b.sign < 0 { throw vm.valueError("negative shift count") }
    guard case .small(let shift) = b else { return .int(a.sign < 0 ? -1 : 0) }
    var r = __mpz_struct()
    __gmpz_init(&r)
    a.withZ { __gmpz_fdiv_q_2exp(&r, $0, mp_bitcnt_t(shift)) }
    return adopt(vm, r)
  }

  /// `a ** b` with an interruptible loop over the bits of the exponent.
  private static func power(_ vm: VM, _ a: Integer, _ b: Integer) throws(Raised) -> Value {
    if b.sign < 0 {
      if a.sign == 0 { throw vm.zeroDivisionError("0.0 cannot be raised to a negative power") }
      return try Floats.power(vm, try Numbers.double(vm, a), try Numbers.double(vm, b))
    }
    if case .small(let base) = a, base.magnitude <= 1 {
      return .int(base >= 0 || !b.isOdd ? (b.sign == 0 ? 1 : base.magnitude == 1 ? 1 : 0) : -1)
    }
    guard case .small(let exponent) = b else { throw vm.memoryError() }
    // A base of n bits is at least 2**(n-1), which bounds the result from below.
    let (low, overflow) = (a.bitLength &- 1).multipliedReportingOverflow(by: exponent)
    if overflow { throw vm.memoryError() }
    try checkSize(vm, low)
    if low < 1 << 22 {
      var r = __mpz_struct()
      __gmpz_init(&r)
      a.withZ { __gmpz_pow_ui(&r, $0, UInt(exponent)) }
      return adopt(vm, r)
    }
    var r = BigInt(1)
    var bit = 63 - exponent.leadingZeroBitCount
    while bit >= 0 {
      if vm.interruptPending { try vm.checkInterrupt() }
      var square = BigInt()
      __gmpz_mul(&square.z, &r.z, &r.z)
      if exponent >> bit & 1 != 0 {
        a.withZ { __gmpz_mul(&r.z, &square.z, $0) }
      } else {
        __gmpz_swap(&r.z, &square.z)
      }
      bit -= 1
    }
    return r.value(vm)
  }

  /// `pow(a, b, m)` of three ints.
  static func power(_ vm: VM, _ a: Integer, _ b: Integer, modulo m: Integer) throws(Raised) -> Value {
    if m.sign == 0 { throw vm.valueError("pow() 3rd argument cannot be 0") }
    var base = BigInt()
    var r = BigInt()
    var modulus = BigInt(m)
    modulus.makePositive()
    a.withZ { __gmpz_fdiv_r(&base.z, $0, &modulus.z) }
    if b.sign < 0 {
      var inverse = BigInt()
      if __gmpz_invert(&inverse.z, &base.z, &modulus.z) == 0 {
        throw vm.valueError("base is not invertible for the given modulus")
      }
      var exponent = BigInt(b)
      exponent.makePositive()
      __gmpz_powm(&r.z, &inverse.z, &exponent.z, &modulus.z)
    } else {
      b.withZ { __gmpz_powm(&r.z, &base.z, $0, &modulus.z) }
    }
    if m.sign < 0 && r.sign != 0 {
      r.update { r in m.withZ { __gmpz_add(r, r, $0) } }
    }
    return r.value(vm)
  }

  /// `a / b`, correctly rounded.
  static func trueDivide(_ vm: VM, _ a: Integer, _ b: Integer) throws(Raised) -> Double {
    if b.sign == 0 { throw vm.zeroDivisionError("division by zero") }
    if a.sign == 0 { return 0 }
    if case .small(let x) = a, case .small(let y) = b, x.magnitude <= 1 << 53, y.magnitude <= 1 << 53 {
      return Double(x) / Double(y)
    }
    let difference = a.bitLength &- b.bitLength
    if difference > 1024 { throw vm.overflowError("integer division result too large for a float") }
    if difference < -1076 { return (a.sign < 0) != (b.sign < 0) ? -0.0 : 0 }
    // The quotient gets 60 bits or more, or its unit is 2**-1076 (a quarter of the smallest float); what is cut
    // off sets the lowest bit, so that one rounding is right.
    let unit = max(difference &- 61, -1076)
    var x = BigInt(a)
    var y = BigInt(b)
    var rest = BigInt()
    var quotient = BigInt()
    x.makePositive()
    y.makePositive()
    if unit < 0 { x.shiftLeft(-unit) } else { y.shiftLeft(unit) }
    __gmpz_tdiv_qr(&quotient.z, &rest.z, &x.z, &y.z)
    var q = __gmpz_get_ui(&quotient.z)
    if rest.sign != 0 { q |= 1 }
    var result: Double
    if (64 - q.leadingZeroBitCount) &+ unit < -1021 {
      // Subnormal: round to multiples of 2**-1074 here, the scaling is exact then.
      let drop = -1074 &- unit
      let half: UInt = 1 << UInt(drop - 1)
      let low = q & (half << 1 &- 1)
      var kept = q >> UInt(drop)
      if low > half || (low == half && kept & 1 != 0) { kept &+= 1 }
      result = scalbn(Double(kept), -1074)
    } else {
      result = scalbn(Double(q), Int32(unit))
    }
    if result.isInfinite { throw vm.overflowError("integer division result too large for a float") }
    if (a.sign < 0) != (b.sign < 0) { result = -result }
    return result
  }
}

extension Numbers {
  /// `pow(a, b, m)`; nil when one is no int.
  package static func power(_ vm: VM, _ a: Value, _ b: Value, modulo m: Value) throws(Raised) -> Value? {
    guard let x = Integer(a), let y = Integer(b), let z = Integer(m) else { return nil }
    return try BigInts.power(vm, x, y, modulo: z)
  }
}
