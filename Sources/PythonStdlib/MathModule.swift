import GMPShim
import Glibc
import Interpreter

/// `math`: functions on real numbers with CPython's error rules.
enum MathModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(vm, name: "math", doc: "Mathematical functions defined by the C standard.")
    module.constant(vm, "pi", .float(Double.pi))
    module.constant(vm, "e", .float(M_E))
    module.constant(vm, "tau", .float(2 * Double.pi))
    module.constant(vm, "inf", .float(.infinity))
    module.constant(vm, "nan", .float(.nan))
    realFunctions(vm, module)
    twoArguments(vm, module)
    logarithms(vm, module)
    rounding(vm, module)
    predicates(vm, module)
    MathIntegers.define(vm, module)
    MathSums.define(vm, module)
    return module
  }

  static func domainError(_ vm: VM) -> Raised { vm.valueError("math domain error") }
  static func rangeError(_ vm: VM) -> Raised { vm.overflowError("math range error") }

  /// A result with C's errors turned into exceptions: NaN from a number, infinity from a finite one.
  static func checked(_ vm: VM, _ r: Double, _ x: Double, overflows: Bool) throws(Raised) -> Value {
    if r.isNaN && !x.isNaN { throw domainError(vm) }
    if r.isInfinite && x.isFinite { throw overflows ? rangeError(vm) : domainError(vm) }
    return .float(r)
  }

  private static func realFunctions(_ vm: VM, _ module: ModuleObject) {
    func one(_ name: String, _ doc: String, overflows: Bool = false, _ f: @escaping @convention(c) (Double) -> Double) {
      let made = module.function(vm, "\(name)(x, /)", doc) { (vm, args) throws(Raised) in
        let x: Double
        if case .float(let plain) = args[0] { x = plain } else { x = try vm.double(args[0]) }
        return try checked(vm, f(x), x, overflows: overflows)
      }
      made.floatFunction = f
    }
    one("acos", "Return the arc cosine (measured in radians) of x.") { Glibc.acos($0) }
    one("acosh", "Return the inverse hyperbolic cosine of x.") { Glibc.acosh($0) }
    one("asin", "Return the arc sine (measured in radians) of x.") { Glibc.asin($0) }
    one("asinh", "Return the inverse hyperbolic sine of x.") { Glibc.asinh($0) }
    one("atan", "Return the arc tangent (measured in radians) of x.") { Glibc.atan($0) }
    one("atanh", "Return the inverse hyperbolic tangent of x.") { Glibc.atanh($0) }
    one("cbrt", "Return the cube root of x.") { Glibc.cbrt($0) }
    one("cos", "Return the cosine of x (measured in radians).") { Glibc.cos($0) }
    one("cosh", "Return the hyperbolic cosine of x.", overflows: true) { Glibc.cosh($0) }
    one("erf", "Error function at x.") { Glibc.erf($0) }
    one("erfc", "Complementary error function at x.") { Glibc.erfc($0) }
    one("exp", "Return e raised to the power of x.", overflows: true) { Glibc.exp($0) }
    one("exp2", "Return 2 raised to the power of x.", overflows: true) { Glibc.exp2($0) }
    one("expm1", "Return exp(x)-1.", overflows: true) { Glibc.expm1($0) }
    one("fabs", "Return the absolute value of the float x.") { $0.magnitude }
    one("log1p", "Return the natural logarithm of 1+x (base e).") { Glibc.log1p($0) }
    one("sin", "Return the sine of x (measured in radians).") { Glibc.sin($0) }
    one("sinh", "Return the hyperbolic sine of x.", overflows: true) { Glibc.sinh($0) }
    one("sqrt", "Return the square root of x.") { $0.squareRoot() }
    one("tan", "Return the tangent of x (measured in radians).") { Glibc.tan($0) }
    one("tanh", "Return the hyperbolic tangent of x.") { Glibc.tanh($0) }
    one("degrees", "Convert angle x from radians to degrees.", overflows: true) { $0 * (180 / Double.pi) }
    one("radians", "Convert angle x from degrees to radians.") { $0 * (Double.pi / 180) }
    module.function(vm, "gamma(x, /)", "Gamma function at x.") { (vm, args) throws(Raised) in
      let x = try vm.double(args[0])
      if x == 0 || x == -.infinity || (x < 0 && x == x.rounded(.down)) { throw domainError(vm) }
      if x > 0 && x <= 23 && x == x.rounded(.down) {
        var product = 1.0
        for i in 1..<max(2, Int(x)) { product *= Double(i) }
        return .float(product)
      }
      return try checked(vm, Lanczos.gamma(x), x, overflows: true)
    }
    module.function(vm, "lgamma(x, /)", "Natural logarithm of absolute value of Gamma function at x.") {
      (vm, args) throws(Raised) in
      let x = try vm.double(args[0])
      if x <= 0 && x.isFinite && x == x.rounded(.down) { throw domainError(vm) }
      if x == 1 || x == 2 { return .float(0) }
      return try checked(vm, Lanczos.logGamma(x), x, overflows: true)
    }
    module.function(vm, "modf(x, /)", "Return the fractional and integer parts of x.") { (vm, args) throws(Raised) in
      let x = try vm.double(args[0])
      if x.isInfinite { return .object(TupleObject(vm, [.float(copysign(0, x)), .float(x)])) }
      let whole = x.rounded(.towardZero)
      return .object(TupleObject(vm, [.float(copysign(x - whole, x)), .float(whole)]))
    }
    module.function(vm, "frexp(x, /)", "Return the mantissa and exponent of x, as pair (m, e).") {
      (vm, args) throws(Raised) in
      let x = try vm.double(args[0])
      var exponent: Int32 = 0
      if x == 0 || !x.isFinite { return .object(TupleObject(vm, [.float(x), .int(0)])) }
      let mantissa = Glibc.frexp(x, &exponent)
      return .object(TupleObject(vm, [.float(mantissa), .int(Int(exponent))]))
    }
    module.function(vm, "ldexp(x, i, /)", "Return x * (2**i).") { (vm, args) throws(Raised) in
      let x = try vm.double(args[0])
      guard let number = Integer(args[1]) else {
        throw vm.typeError("Expected an int as second argument to ldexp.")
      }
      if x == 0 || !x.isFinite { return .float(x) }
      let exponent: Int
      if case .small(let i) = number { exponent = i } else { exponent = number.sign < 0 ? Int.min : Int.max }
      if exponent > Int(Int32.max) { throw rangeError(vm) }
      if exponent < Int(Int32.min) { return .float(copysign(0, x)) }
      let r = scalbn(x, Int32(exponent))
      if r.isInfinite { throw rangeError(vm) }
      return .float(r)
    }
    module.function(vm, "ulp(x, /)", "Return the value of the least significant bit of the float x.") {
      (vm, args) throws(Raised) in
      let x = try vm.double(args[0]).magnitude
      if !x.isFinite { return .float(x) }
      return .float(x.ulp)
    }
  }

  private static func twoArguments(_ vm: VM, _ module: ModuleObject) {
    func two(_ name: String, _ doc: String, _ f: @escaping (Double, Double) -> Double) {
      module.function(vm, "\(name)(x, y, /)", doc) { (vm, args) throws(Raised) in
        let (x, y) = (try vm.double(args[0]), try vm.double(args[1]))
        return .float(f(x, y))
      }
    }
    two("atan2", "Return the arc tangent (measured in radians) of y/x.") { Glibc.atan2($0, $1) }
    two("copysign", "Return a float with the magnitude of x and the sign of y.") { Glibc.copysign($0, $1) }
    two("nextafter", "Return the next floating-point value after x towards y.") { Glibc.nextafter($0, $1) }
    for (name, f) in [("fmod", Glibc.fmod), ("remainder", Glibc.remainder)] as [(String, (Double, Double) -> Double)] {
      module.function(vm, "\(name)(x, y, /)", "Remainder of a division.") { (vm, args) throws(Raised) in
        let (x, y) = (try vm.double(args[0]), try vm.double(args[1]))
        let r = f(x, y)
        if r.isNaN && !x.isNaN && !y.isNaN { throw domainError(vm) }
        return .float(r)
      }
    }
    module.function(vm, "pow(x, y, /)", "Return x**y (x to the power of y).") { (vm, args) throws(Raised) in
      let (x, y) = (try vm.double(args[0]), try vm.double(args[1]))
      let r = Glibc.pow(x, y)
      if x.isFinite && y.isFinite {
        if r.isNaN { throw domainError(vm) }
        if r.isInfinite { throw x == 0 ? domainError(vm) : rangeError(vm) }
      }
      return .float(r)
    }
  }

  private static func logarithms(_ vm: VM, _ module: ModuleObject) {
    module.function(vm, "log(x, base=..., /)", "Return the logarithm of x to the given base.") {
      (vm, args) throws(Raised) in
      let numerator = try logarithm(vm, args[0], Glibc.log)
      if !args.has(1) { return .float(numerator) }
      let denominator = try logarithm(vm, args[1], Glibc.log)
      if denominator == 0 { throw vm.zeroDivisionError("float division by zero") }
      return .float(numerator / denominator)
    }
    module.function(vm, "log2(x, /)", "Return the base 2 logarithm of x.") { (vm, args) throws(Raised) in
      .float(try logarithm(vm, args[0], Glibc.log2))
    }
    module.function(vm, "log10(x, /)", "Return the base 10 logarithm of x.") { (vm, args) throws(Raised) in
      .float(try logarithm(vm, args[0], Glibc.log10))
    }
  }

  /// A logarithm of a float or an int of any size.
  private static func logarithm(_ vm: VM, _ value: Value, _ f: (Double) -> Double) throws(Raised) -> Double {
    if let number = Integer(value) {
      if number.sign <= 0 { throw domainError(vm) }
      let x = number.double
      if x.isFinite { return f(x) }
      var exponent = 0
      let mantissa = number.withZ { __gmpz_get_d_2exp(&exponent, $0) }
      return f(mantissa) + f(2) * Double(exponent)
    }
    let x = try vm.double(value)
    if x.isNaN || x == .infinity { return x }
    if x <= 0 { throw domainError(vm) }
    return f(x)
  }

  private static func rounding(_ vm: VM, _ module: ModuleObject) {
    let list: [(String, Special, FloatingPointRoundingRule)] = [
      ("floor", .floor, .down), ("ceil", .ceil, .up), ("trunc", .trunc, .towardZero),
    ]
    for (name, special, rule) in list {
      module.function(vm, "\(name)(x, /)", "Rounds to an int.") { (vm, args) throws(Raised) in
        switch args[0] {
        case .float(let f):
          let whole = f.rounded(rule)
          if let small = Int(exactly: whole) { return .int(small) }
          return try Numbers.truncate(vm, whole)
        case .int: return args[0]
        case .bool(let b): return .int(b ? 1 : 0)
        case .none: break
        case .object(let o):
          if let made = try vm.callSpecial(o, special, []) { return made }
          if let exact = Numbers.exactInt(vm, args[0]) { return exact }
          if special == .trunc && o.kind != .float && o.kind != .tensor { break }
          return try Numbers.truncate(vm, try vm.double(args[0]).rounded(rule))
        }
        if special == .trunc { throw vm.typeError("type \(vm.type(of: args[0]).name) doesn't define __trunc__ method") }
        return try Numbers.truncate(vm, try vm.double(args[0]).rounded(rule))
      }
    }
  }

  private static func predicates(_ vm: VM, _ module: ModuleObject) {
    module.function(vm, "isnan(x, /)", "Return True if x is a NaN (not a number), and False otherwise.") {
      (vm, args) throws(Raised) in .bool(try vm.double(args[0]).isNaN)
    }
    module.function(vm, "isinf(x, /)", "Return True if x is a positive or negative infinity.") {
      (vm, args) throws(Raised) in .bool(try vm.double(args[0]).isInfinite)
    }
    module.function(vm, "isfinite(x, /)", "Return True if x is neither an infinity nor a NaN.") {
      (vm, args) throws(Raised) in .bool(try vm.double(args[0]).isFinite)
    }
    module.function(
      vm, "isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)", "Determine whether two numbers are close in value."
    ) { (vm, args) throws(Raised) in
      let (a, b) = (try vm.double(args[0]), try vm.double(args[1]))
      let (relative, absolute) = (try vm.double(args[2]), try vm.double(args[3]))
      if relative < 0 || absolute < 0 { throw vm.valueError("tolerances must be non-negative") }
      if a == b { return .bool(true) }
      if a.isInfinite || b.isInfinite { return .bool(false) }
      let difference = (b - a).magnitude
      return .bool(
        difference <= (relative * b).magnitude || difference <= (relative * a).magnitude || difference <= absolute)
    }
  }
}
