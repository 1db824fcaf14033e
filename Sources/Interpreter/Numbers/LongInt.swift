import GMPShim
import Glibc
import MemoryShim

/// Operators on ints of more than 128 bits where they lie: GMP reads the operands in their objects and writes into memory of
/// the size that the result may have, so that it need not ask for more.
enum LongInt {
  /// Longer numbers take the general way, which asks whether there is memory for them.
  private static var mostLimbs: Int { 1 << 12 }

  private typealias Number = UnsafePointer<__mpz_struct>

  /// Calls `body` with the number of an exact int.
  @inline(__always)
  private static func with<R>(_ slot: Slot, _ body: (Number) -> R) -> R {
    if slot.isInt {
      var limb = mp_limb_t(slot.asInt.magnitude)
      return withUnsafeMutablePointer(to: &limb) { limb in
        var z = __mpz_struct(_mp_alloc: 1, _mp_size: slot.asInt < 0 ? -1 : slot.asInt > 0 ? 1 : 0, _mp_d: limb)
        return withUnsafePointer(to: &z) { body($0) }
      }
    }
    return body((slot.pointer + IntObject.numberOffset).assumingMemoryBound(to: __mpz_struct.self))
  }
  @inline(__always)
  private static func limbs(_ z: Number) -> Int { Int(z.pointee._mp_size.magnitude) }

  /// Negative, zero or positive as `x` is below, like or above `y`, both exact ints; of one at least more than 64 bits.
  @inline(__always)
  static func order(_ x: Slot, _ y: Slot) -> Int {
    // Beyond 64 bits the sign alone decides.
    if x.isInt { return sign(y) < 0 ? 1 : -1 }
    if y.isInt { return sign(x) < 0 ? -1 : 1 }
    return Int(with(x) { a in with(y) { b in __gmpz_cmp(a, b) } })
  }
  @inline(__always)
  private static func sign(_ long: Slot) -> Int32 {
    (long.pointer + IntObject.numberOffset).assumingMemoryBound(to: __mpz_struct.self).pointee._mp_size
  }

  /// `x op y` of exact ints, owned; undefined: the general way decides, errors included.
  @inline(never)
  static func binary(_ vm: VM, _ op: BinaryOperator, _ x: Slot, _ y: Slot) -> Slot {
    with(x) { a in with(y) { b in binary(vm, op, a, b, y) } }
  }

  @inline(__always)
  private static func binary(_ vm: VM, _ op: BinaryOperator, _ a: Number, _ b: Number, _ y: Slot) -> Slot {
    let (m, n) = (limbs(a), limbs(b))
    if m > mostLimbs || n > mostLimbs { return .undefined }
    switch op {
    case .add: return made(vm, max(m, n) &+ 1) { __gmpz_add($0, a, b) }
    case .subtract: return made(vm, max(m, n) &+ 1) { __gmpz_sub($0, a, b) }
    case .multiply: return made(vm, m &+ n &+ 1) { __gmpz_mul($0, a, b) }
    case .floorDivide where n > 0: return made(vm, max(m, n) &+ 1) { __gmpz_fdiv_q($0, a, b) }
    case .remainder where n > 0: return made(vm, max(m, n) &+ 1) { __gmpz_fdiv_r($0, a, b) }
    case .bitAnd: return made(vm, max(m, n) &+ 1) { __gmpz_and($0, a, b) }
    case .bitOr: return made(vm, max(m, n) &+ 1) { __gmpz_ior($0, a, b) }
    case .bitXor: return made(vm, max(m, n) &+ 1) { __gmpz_xor($0, a, b) }
    case .leftShift where y.isInt && y.asInt >= 0 && y.asInt < mostLimbs:
      return made(vm, m &+ y.asInt >> 6 &+ 2) { __gmpz_mul_2exp($0, a, mp_bitcnt_t(y.asInt)) }
    case .rightShift where y.isInt && y.asInt >= 0:
      return made(vm, m &+ 1) { __gmpz_fdiv_q_2exp($0, a, mp_bitcnt_t(y.asInt)) }
    default: return .undefined
    }
  }

  /// The Python int that `body` writes, with room for so many limbs.
  @inline(__always)
  private static func made(_ vm: VM, _ room: Int, _ body: (UnsafeMutablePointer<__mpz_struct>) -> Void) -> Slot {
    var z = __mpz_struct(_mp_alloc: Int32(truncatingIfNeeded: room), _mp_size: 0, _mp_d: BigInt.limbs(room))
    body(&z)
    guard let small = BigInt.small(z) else { return IntObject.slot(vm, adopting: z) }
    __gmpz_clear(&z)
    return .int(small)
  }
}
