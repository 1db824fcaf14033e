import GMPShim
import Glibc
import MemoryShim

/// An int of up to 128 bits and a sign, for operators on numbers that are hardly longer than a machine int: without GMP, whose
/// calls cost more than such numbers do.
struct WideInt {
  private let magnitude: UInt128
  private let isNegative: Bool

  @inline(__always)
  private init(_ magnitude: UInt128, _ isNegative: Bool) {
    self.magnitude = magnitude
    self.isNegative = isNegative
  }
  /// The number of an exact int; nil when it is longer.
  @inline(__always)
  private init?(_ slot: Slot) {
    if slot.isInt {
      self.init(UInt128(slot.asInt.magnitude), slot.asInt < 0)
      return
    }
    let z = (slot.pointer + IntObject.numberOffset).assumingMemoryBound(to: __mpz_struct.self).pointee
    guard let limbs = z._mp_d else { return nil }
    switch z._mp_size.magnitude {
    case 1: self.init(UInt128(limbs[0]), z._mp_size < 0)
    case 2: self.init(UInt128(limbs[1]) << 64 | UInt128(limbs[0]), z._mp_size < 0)
    default: return nil
    }
  }

  /// `x op y` of exact ints, owned; undefined: the general way decides, errors included.
  static func binary(_ vm: VM, _ op: BinaryOperator, _ x: Slot, _ y: Slot) -> Slot {
    guard let a = WideInt(x), let b = WideInt(y) else { return LongInt.binary(vm, op, x, y) }
    switch op {
    case .add: return sum(vm, a, b)
    case .subtract: return sum(vm, a, WideInt(b.magnitude, !b.isNegative))
    case .multiply:
      guard a.magnitude >> 64 == 0, b.magnitude >> 64 == 0 else { return .undefined }
      // The product of two words fits two.
      return WideInt(a.magnitude &* b.magnitude, a.isNegative != b.isNegative).slot(vm)
    case .floorDivide, .remainder:
      if b.magnitude == 0 { return .undefined }
      var (quotient, rest) = a.magnitude.quotientAndRemainder(dividingBy: b.magnitude)
      if a.isNegative != b.isNegative && rest != 0 {
        quotient &+= 1
        rest = b.magnitude &- rest
      }
      return op == .remainder
        ? WideInt(rest, b.isNegative).slot(vm) : WideInt(quotient, a.isNegative != b.isNegative).slot(vm)
    case .bitAnd where !a.isNegative && !b.isNegative: return WideInt(a.magnitude & b.magnitude, false).slot(vm)
    case .bitOr where !a.isNegative && !b.isNegative: return WideInt(a.magnitude | b.magnitude, false).slot(vm)
    case .bitXor where !a.isNegative && !b.isNegative: return WideInt(a.magnitude ^ b.magnitude, false).slot(vm)
    case .rightShift where !a.isNegative && y.isInt && y.asInt >= 0:
      return WideInt(y.asInt < 128 ? a.magnitude >> UInt128(y.asInt) : 0, false).slot(vm)
    case .leftShift where y.isInt && y.asInt >= 0 && y.asInt < a.magnitude.leadingZeroBitCount:
      return WideInt(a.magnitude << UInt128(y.asInt), a.isNegative).slot(vm)
    default: return .undefined
    }
  }

  @inline(__always)
  private static func sum(_ vm: VM, _ a: WideInt, _ b: WideInt) -> Slot {
    if a.isNegative == b.isNegative {
      let (sum, overflow) = a.magnitude.addingReportingOverflow(b.magnitude)
      return overflow ? .undefined : WideInt(sum, a.isNegative).slot(vm)
    }
    return a.magnitude >= b.magnitude
      ? WideInt(a.magnitude &- b.magnitude, a.isNegative).slot(vm) : WideInt(b.magnitude &- a.magnitude, b.isNegative).slot(vm)
  }

  /// The Python int, owned.
  private func slot(_ vm: VM) -> Slot {
    let (low, high) = (UInt(truncatingIfNeeded: magnitude), UInt(truncatingIfNeeded: magnitude >> 64))
    if high == 0 {
      if low <= UInt(Int.max) { return .int(isNegative ? 0 &- Int(low) : Int(low)) }
      if isNegative && low == 1 << 63 { return .int(Int.min) }
    }
    let count: Int32 = high == 0 ? 1 : 2
    let limbs = BigInt.twoLimbs()
    limbs[0] = mp_limb_t(low)
    limbs[1] = mp_limb_t(high)
    return IntObject.slot(vm, adopting: __mpz_struct(_mp_alloc: 2, _mp_size: isNegative ? 0 &- count : count, _mp_d: limbs))
  }
}
