import GMPShim
import Glibc
import MemoryShim

/// A number of GMP while it is computed; `value` turns it into a Python int.
package struct BigInt: ~Copyable {
  /// Sign and limbs.
  package var z = __mpz_struct()

  /// Zero.
  package init() { __gmpz_init(&z) }
  /// A machine int.
  package init(_ value: Int) { __gmpz_init_set_si(&z, value) }
  /// A copy of an integer.
  package init(_ value: Integer) {
    switch value {
    case .small(let i): __gmpz_init_set_si(&z, i)
    case .big(let o):
      z = __mpz_struct()
      var source = o.z
      __gmpz_init_set(&z, &source)
    }
  }
  /// The integral part of a finite double.
  package init(truncating f: Double) { __gmpz_init_set_d(&z, f) }

  deinit {
    var dying = z
    __gmpz_clear(&dying)
  }

  /// Lets GMP change the number in place, with the number as an operand as well.
  package mutating func update(_ body: (UnsafeMutablePointer<__mpz_struct>) -> Void) {
    withUnsafeMutablePointer(to: &z, body)
  }
  /// Makes the number its absolute value.
  package mutating func makePositive() { z._mp_size = Int32(bitPattern: z._mp_size.magnitude) }
  /// Multiplies by a power of two.
  package mutating func shiftLeft(_ bits: Int) { update { __gmpz_mul_2exp($0, $0, mp_bitcnt_t(bits)) } }

  /// -1, 0 or 1.
  package var sign: Int { z._mp_size < 0 ? -1 : z._mp_size > 0 ? 1 : 0 }
  /// Bits of the absolute value; 0 for zero.
  package mutating func bitLength() -> Int { z._mp_size == 0 ? 0 : Int(__gmpz_sizeinbase(&z, 2)) }

  /// The Python int: in the slot when it fits 64 bits.
  package consuming func value(_ vm: VM) -> Value {
    if let small = BigInt.small(z) { return .int(small) }
    let kept = z
    __gmpz_init(&z)
    return .object(IntObject.make(vm, adopting: kept))
  }

  /// Makes GMP take the memory of its numbers from the slab, before it takes any: most of them are short, and short-lived.
  static func useSlab() {
    #if !WICK_CHECKED
      __gmp_set_memory_functions(wick_slab_allocate, wick_slab_reallocate, wick_slab_free)
    #endif
  }

  /// Memory for two limbs, which GMP may give back.
  @inline(__always)
  static func twoLimbs() -> UnsafeMutablePointer<mp_limb_t> { limbs(2) }
  /// Memory for limbs, which GMP may give back; few enough for it to be there.
  @inline(__always)
  static func limbs(_ count: Int) -> UnsafeMutablePointer<mp_limb_t> {
    #if WICK_CHECKED
      let memory = malloc(count &* 8)
    #else
      let memory = wick_slab_allocate(count &* 8)
    #endif
    guard let memory else { fatalError("out of memory for an int") }
    return memory.assumingMemoryBound(to: mp_limb_t.self)
  }

  /// The machine int, when it fits.
  @inline(__always)
  package static func small(_ z: __mpz_struct) -> Int? {
    switch z._mp_size {
    case 0: return 0
    case 1:
      let limb = z._mp_d[0]
      return limb <= UInt(Int.max) ? Int(limb) : nil
    case -1:
      let limb = z._mp_d[0]
      return limb <= 1 << 63 ? Int(truncatingIfNeeded: 0 &- limb) : nil
    default: return nil
    }
  }
}

/// An operand of integer arithmetic, of any size.
package enum Integer {
  case small(Int)
  case big(IntObject)

  /// An int, a bool or an instance of a subclass; nil for other values.
  @inline(__always)
  package init?(_ value: Value) {
    switch value {
    case .int(let i): self = .small(i)
    case .bool(let b): self = .small(b ? 1 : 0)
    case .object(let o):
      guard o.kind == .int else { return nil }
      self = Integer(unsafeDowncast(o, to: IntObject.self))
    case .float, .none: return nil
    }
  }

  /// The number of an int object.
  package init(_ object: IntObject) {
    if let small = object.small { self = .small(small) } else { self = .big(object) }
  }

  /// As a Python int of the exact type.
  package func value(_ vm: VM) -> Value {
    switch self {
    case .small(let i): return .int(i)
    case .big(let o):
      if !o.hasHeapType { return .object(o) }
      return BigInt(self).value(vm)
    }
  }

  /// Calls `body` with the number in GMP's form; a small one lies on the stack.
  @inline(__always)
  package func withZ<R, E: Error>(_ body: (UnsafePointer<__mpz_struct>) throws(E) -> R) throws(E) -> R {
    switch self {
    case .small(let i):
      var limb: mp_limb_t = mp_limb_t(i.magnitude)
      let size: Int32 = i == 0 ? 0 : i < 0 ? -1 : 1
      var result: R?
      try withUnsafeMutablePointer(to: &limb) { (p) throws(E) in
        var z = __mpz_struct(_mp_alloc: 0, _mp_size: size, _mp_d: p)
        result = try body(&z)
      }
      return result.unsafelyUnwrapped
    case .big(let o):
      var z = o.z
      defer { withExtendedLifetime(o) {} }
      return try body(&z)
    }
  }

  /// -1, 0 or 1.
  package var sign: Int {
    switch self {
    case .small(let i): return i.signum()
    case .big(let o): return o.z._mp_size < 0 ? -1 : 1
    }
  }
  /// Tells whether the lowest bit is set.
  package var isOdd: Bool {
    switch self {
    case .small(let i): return i & 1 != 0
    case .big(let o): return o.z._mp_d[0] & 1 != 0
    }
  }
  /// Bits of the absolute value.
  package var bitLength: Int {
    switch self {
    case .small(let i): return 64 - i.magnitude.leadingZeroBitCount
    case .big: return withZ { Int(__gmpz_sizeinbase($0, 2)) }
    }
  }

  /// The nearest double, ties to even; infinite when it is too large.
  package var double: Double {
    guard case .big(let o) = self else {
      if case .small(let i) = self { return Double(i) }
      return 0
    }
    let limbs = Int(o.z._mp_size.magnitude)
    guard limbs > 0, let d = o.z._mp_d else { return 0 }
    let negative = o.z._mp_size < 0
    let high = UInt64(d[limbs &- 1])
    let zeros = high.leadingZeroBitCount
    var top = high << UInt64(zeros)
    var sticky = false
    if limbs > 1 {
      let next = UInt64(d[limbs &- 2])
      if zeros > 0 { top |= next >> UInt64(64 - zeros) }
      sticky = zeros == 0 ? next != 0 : next << UInt64(zeros) != 0
      var i = limbs &- 3
      while !sticky && i >= 0 {
        sticky = d[i] != 0
        i &-= 1
      }
    }
    if sticky { top |= 1 }
    let bits = limbs &* 64 &- zeros
    if bits > 1025 { return negative ? -Double.infinity : Double.infinity }
    let magnitude = scalbn(Double(top), Int32(truncatingIfNeeded: bits &- 64))
    withExtendedLifetime(o) {}
    return negative ? -magnitude : magnitude
  }

  /// Order of two integers: negative, zero or positive.
  package func order(_ other: Integer) -> Int {
    switch (self, other) {
    case (.small(let a), .small(let b)): return a < b ? -1 : a > b ? 1 : 0
    default: return withZ { a in other.withZ { b in Int(__gmpz_cmp(a, b)) } }
    }
  }

  /// Order against a double that is no NaN, exactly.
  package func order(_ f: Double) -> Int {
    switch self {
    case .small(let i):
      if f >= 0x1p63 { return -1 }
      if f < -0x1p63 { return 1 }
      let whole = f.rounded(.towardZero)
      let j = Int(whole)
      if i != j { return i < j ? -1 : 1 }
      return f > whole ? -1 : f < whole ? 1 : 0
    case .big: return withZ { Int(__gmpz_cmp_d($0, f)) }
    }
  }

  /// CPython's hash: modulo 2**61 - 1 with the sign, never -1.
  package var hash: Int {
    switch self {
    case .small(let i): return Numbers.hash(i)
    case .big:
      let rest = withZ { Int(__gmpz_tdiv_ui($0, (1 << 61) - 1)) }
      let signed = sign < 0 ? -rest : rest
      return signed == -1 ? -2 : signed
    }
  }
}

extension Integer {
  /// More bits than a result may have: an eighth of the machine's memory. GMP aborts when memory runs out.
  static let maximumBits: Int = {
    let pages = sysconf(Int32(_SC_PHYS_PAGES))
    let (bytes, overflow) = pages.multipliedReportingOverflow(by: sysconf(Int32(_SC_PAGESIZE)))
    return overflow || bytes <= 0 ? 1 << 33 : min(bytes, 1 << 40)
  }()
}
