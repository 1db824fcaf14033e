import GMPShim
import Interpreter

/// `_exact_sums`: the sums that `statistics` computes of plain numbers, exactly.
///
/// Every int and every finite float is a whole number times a power of two. The smallest power among them is what all are
/// counted in, so that sums and sums of squares are sums of whole numbers.
enum StatisticsModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(vm, name: "_exact_sums", doc: "Exact sums of plain numbers.")
    module.function(
      vm, "sums(data, squares, /)",
      "Whether there are floats among the numbers of a list or tuple, the sum and the power of two to divide it by, the same of the squares if wanted; None: look closer."
    ) { (vm, args) throws(Raised) in
      guard let (items, count) = plainItems(args.slot(0)), let floor = lowest(items, count) else { return .none }
      let squares = args.slot(1).isBool && args.slot(1).asBool
      var sum = BigInt()
      var square = BigInt()
      var part = BigInt()
      var narrow: Int128 = 0
      var isNarrow = true
      for k in 0..<count {
        let (digits, power) = parts(items[k])
        if digits == 0 { continue }
        let shift = power &- floor
        if isNarrow, shift <= 60, narrow.magnitude < 1 << 125 {
          narrow += Int128(digits) << Int128(shift)
        } else {
          if isNarrow {
            isNarrow = false
            set(&sum, narrow)
          }
          part.update { __gmpz_set_si($0, digits) }
          part.update { __gmpz_mul_2exp($0, $0, UInt(shift)) }
          sum.update { (z) in part.update { __gmpz_add(z, z, $0) } }
        }
        if squares {
          part.update { __gmpz_set_si($0, digits) }
          part.update { __gmpz_mul($0, $0, $0) }
          part.update { __gmpz_mul_2exp($0, $0, UInt(2 &* shift)) }
          square.update { (z) in part.update { __gmpz_add(z, z, $0) } }
        }
      }
      if isNarrow { set(&sum, narrow) }
      if floor > 0 {
        // Ints alone, all of them even: the sums are whole.
        sum.update { __gmpz_mul_2exp($0, $0, UInt(floor)) }
        square.update { __gmpz_mul_2exp($0, $0, UInt(2 &* floor)) }
      }
      let power = max(0, 0 &- floor)
      let isFloat = (0..<count).contains { items[$0].isFloat }
      return .object(TupleObject.make(
        vm, [.bool(isFloat), sum.value(vm), .int(power), squares ? square.value(vm) : .none, .int(2 &* power)]))
    }
    return module
  }

  /// The items of an exact list or tuple.
  private static func plainItems(_ data: Slot) -> (UnsafeMutablePointer<Slot>, Int)? {
    if let list = data.value.asList, !list.hasHeapType { return (list.items, list.count) }
    if let tuple = data.value.asTuple, !tuple.hasHeapType { return (tuple.items, tuple.count) }
    return nil
  }

  /// The number as digits without zeros at their end and a power of two.
  private static func parts(_ number: Slot) -> (Int, Int) {
    if number.isInt {
      if number.asInt == 0 { return (0, 0) }
      let zeros = number.asInt.trailingZeroBitCount
      return (number.asInt >> zeros, zeros)
    }
    let f = number.asDouble
    if f == 0 { return (0, 0) }
    let isNormal = f.isNormal
    let bits = Int(f.significandBitPattern) | (isNormal ? 1 << 52 : 0)
    let zeros = bits.trailingZeroBitCount
    let power = (isNormal ? Int(f.exponentBitPattern) &- 1075 : -1074) &+ zeros
    return (f < 0 ? 0 &- (bits >> zeros) : bits >> zeros, power)
  }

  /// The smallest power of two among the numbers; nil: something else is among them, or they lie too far apart.
  private static func lowest(_ items: UnsafeMutablePointer<Slot>, _ count: Int) -> Int? {
    var (least, most) = (Int.max, Int.min)
    for k in 0..<count {
      guard items[k].isInt || items[k].isFloat && items[k].asDouble.isFinite else { return nil }
      let (digits, power) = parts(items[k])
      if digits == 0 { continue }
      least = min(least, power)
      most = max(most, power)
    }
    if least == Int.max { return 0 }
    return most &- least <= 512 ? least : nil
  }

  private static func set(_ number: inout BigInt, _ value: Int128) {
    number.update { (z) in
      __gmpz_set_ui(z, UInt(truncatingIfNeeded: value.magnitude >> 64))
      __gmpz_mul_2exp(z, z, 64)
      __gmpz_add_ui(z, z, UInt(truncatingIfNeeded: value.magnitude))
      if value < 0 { __gmpz_neg(z, z) }
    }
  }
}
