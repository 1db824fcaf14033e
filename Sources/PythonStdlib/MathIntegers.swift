import GMPShim
import Interpreter

/// The functions of `math` on ints of any size.
enum MathIntegers {
  private static func integer(_ vm: VM, _ value: Value) throws(Raised) -> Integer {
    if let number = Integer(value) { return number }
    guard let number = Integer(try vm.indexValue(value)) else {
      throw vm.typeError("'\(vm.type(of: value).name)' object cannot be interpreted as an integer")
    }
    return number
  }

  static func define(_ vm: VM, _ module: ModuleObject) {
    module.function(vm, "gcd(*integers)", "Greatest Common Divisor.", isRaw: true) { (vm, args) throws(Raised) in
      if args.keywordNames != nil { throw vm.typeError("math.gcd() takes no keyword arguments") }
      if args.count == 2, args.slot(0).isInt, args.slot(1).isInt {
        let (a, b) = (args.slot(0).asInt, args.slot(1).asInt)
        if a != Int.min && b != Int.min { return .int(gcd(abs(a), abs(b))) }
      }
      var result = BigInt()
      var small = 0
      var isSmall = true
      for k in 0..<args.count {
        let number = try integer(vm, args[k])
        if isSmall, case .small(let i) = number, i != Int.min {
          small = gcd(small, abs(i))
          continue
        }
        if isSmall {
          isSmall = false
          result = BigInt(small)
        }
        result.update { r in number.withZ { __gmpz_gcd(r, r, $0) } }
      }
      return isSmall ? .int(small) : result.value(vm)
    }
    module.function(vm, "lcm(*integers)", "Least Common Multiple.", isRaw: true) { (vm, args) throws(Raised) in
      if args.keywordNames != nil { throw vm.typeError("math.lcm() takes no keyword arguments") }
      if args.count == 2, args.slot(0).isInt, args.slot(1).isInt {
        let (a, b) = (args.slot(0).asInt, args.slot(1).asInt)
        if a == 0 || b == 0 { return .int(0) }
        if a != Int.min && b != Int.min {
          let (product, overflow) = (abs(a) / gcd(abs(a), abs(b))).multipliedReportingOverflow(by: abs(b))
          if !overflow { return .int(product) }
        }
      }
      var result = BigInt(1)
      for k in 0..<args.count {
        let number = try integer(vm, args[k])
        result.update { r in number.withZ { __gmpz_lcm(r, r, $0) } }
      }
      return result.value(vm)
    }
    module.function(vm, "isqrt(n, /)", "Return the integer part of the square root of the input.") {
      (vm, args) throws(Raised) in
      let number = try integer(vm, args[0])
      if number.sign < 0 { throw vm.valueError("isqrt() argument must be nonnegative") }
      // (Below 2**52 the root of the float is that of the int, rounded.)
      if case .small(let n) = number, n < 1 << 52 { return .int(Int(Double(n).squareRoot())) }
      var result = BigInt()
      number.withZ { __gmpz_sqrt(&result.z, $0) }
      return result.value(vm)
    }
    module.function(vm, "factorial(n, /)", "Find n!.") { (vm, args) throws(Raised) in
      let number = try integer(vm, args[0])
      if number.sign < 0 { throw vm.valueError("factorial() not defined for negative values") }
      guard case .small(let n) = number else {
        throw vm.overflowError("factorial() argument should not exceed \(Int.max)")
      }
      if n <= 20 { return .int((0..<n).reduce(1) { $0 &* ($1 &+ 1) }) }
      try checkBits(vm, n, n)
      var result = BigInt()
      __gmpz_fac_ui(&result.z, UInt(n))
      return result.value(vm)
    }
    module.function(vm, "comb(n, k, /)", "Number of ways to choose k items from n items.") {
      (vm, args) throws(Raised) in
      let (n, k) = (try integer(vm, args[0]), try integer(vm, args[1]))
      if n.sign < 0 { throw vm.valueError("n must be a non-negative integer") }
      if k.sign < 0 { throw vm.valueError("k must be a non-negative integer") }
      if k.order(n) > 0 { return .int(0) }
      if case .small(let all) = n, case .small(let some) = k, let small = smallComb(all, min(some, all &- some)) {
        return .int(small)
      }
      // C(n, k) = C(n, n - k): the smaller of the two decides the work.
      var rest = BigInt()
      n.withZ { a in k.withZ { b in __gmpz_sub(&rest.z, a, b) } }
      let other = rest.value(vm)
      guard let second = Integer(other), case .small(let least) = k.order(second) < 0 ? k : second else {
        throw vm.overflowError("min(n - k, k) must not exceed \(Int.max)")
      }
      try checkBits(vm, least, Int.max, bits: n.bitLength)
      var result = BigInt()
      n.withZ { __gmpz_bin_ui(&result.z, $0, UInt(least)) }
      return result.value(vm)
    }
    module.function(vm, "perm(n, k=None, /)", "Number of ways to choose k items from n items with order.") {
      (vm, args) throws(Raised) in
      let n = try integer(vm, args[0])
      let k = args[1].isNone ? n : try integer(vm, args[1])
      if n.sign < 0 { throw vm.valueError("n must be a non-negative integer") }
      if k.sign < 0 { throw vm.valueError("k must be a non-negative integer") }
      if k.order(n) > 0 { return .int(0) }
      guard case .small(let count) = k else { throw vm.overflowError("k must not exceed \(Int.max)") }
      try checkBits(vm, count, Int.max, bits: n.bitLength)
      if case .small(let m) = n, m == count {
        var result = BigInt()
        __gmpz_fac_ui(&result.z, UInt(m))
        return result.value(vm)
      }
      var result = BigInt(1)
      var factor = BigInt(n)
      var i = 0
      while i < count {
        if i & 1023 == 0 { try vm.checkInterrupt() }
        result.update { r in withUnsafePointer(to: &factor.z) { __gmpz_mul(r, r, $0) } }
        factor.update { __gmpz_sub_ui($0, $0, 1) }
        i &+= 1
      }
      return result.value(vm)
    }
  }

  /// The number of ways to choose `k` of `n` where every product on the way has 64 bits; nil: it has more.
  private static func smallComb(_ n: Int, _ k: Int) -> Int? {
    if k > 62 { return nil }
    var ways = 1
    for i in 0..<k {
      let (product, overflow) = ways.multipliedReportingOverflow(by: n &- i)
      if overflow { return nil }
      ways = product / (i &+ 1)
    }
    return ways
  }

  /// MemoryError when a product of `count` numbers is too large to hold.
  private static func checkBits(_ vm: VM, _ count: Int, _ largest: Int, bits: Int? = nil) throws(Raised) {
    let size = bits ?? (64 - largest.leadingZeroBitCount)
    let (total, overflow) = count.multipliedReportingOverflow(by: size)
    if overflow || total > 1 << 36 { throw vm.memoryError() }
  }

  private static func gcd(_ a: Int, _ b: Int) -> Int {
    var (x, y) = (a, b)
    while y != 0 { (x, y) = (y, x % y) }
    return x
  }
}
