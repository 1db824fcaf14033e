import Glibc
import Interpreter

/// Elementary functions of complex numbers, after Kahan ("Branch cuts for complex elementary functions"): on the cuts the sign of
/// zero decides, and what would overflow on the way is scaled. What is infinite or no number answers as Annex G of C99 says.
enum ComplexFunctions {
  /// Numbers above it are halved before they are squared or added.
  private static let large = Double.greatestFiniteMagnitude / 4
  private static let logOfLarge = Glibc.log(large)
  private static let squareRootOfSmallest = Double.leastNormalMagnitude.squareRoot()
  private static let log2 = Glibc.log(2.0)

  private static func withSign(_ magnitude: Double, _ sign: Double) -> Double { Glibc.copysign(magnitude, sign) }
  private static func isFinite(_ z: Complex) -> Bool { z.re.isFinite && z.im.isFinite }
  private static func isLarge(_ z: Complex) -> Bool { z.re.magnitude > large || z.im.magnitude > large }
  /// The logarithm of the distance from zero of a large number, doubled.
  private static func logOfDouble(_ z: Complex) -> Double { Glibc.log(hypot(z.re / 2, z.im / 2)) + 2 * log2 }
  private static let nowhere = Complex(.nan, .nan)
  /// The direction of an angle, `length` long: zero and infinity keep the signs of both parts.
  private static func turned(_ length: Double, _ angle: Double) -> Complex {
    Complex(withSign(length, Glibc.cos(angle)), withSign(length, Glibc.sin(angle)))
  }

  /// e to the power z.
  static func exp(_ z: Complex) throws(ComplexError) -> Complex {
    if isFinite(z) {
      if z.re > logOfLarge {
        let length = Glibc.exp(z.re - 1)
        return try finite(Complex(length * Glibc.cos(z.im) * M_E, length * Glibc.sin(z.im) * M_E))
      }
      let length = Glibc.exp(z.re)
      return Complex(length * Glibc.cos(z.im), length * Glibc.sin(z.im))
    }
    if z.im.isInfinite && (z.re.isFinite || z.re == .infinity) { throw .domain }
    if z.re.isNaN { return Complex(.nan, z.im == 0 ? z.im : .nan) }
    if z.re.isFinite { return nowhere }
    guard z.im.isFinite else { return z.re < 0 ? Complex(0, 0) : Complex(.infinity, .nan) }
    if z.re > 0 && z.im == 0 { return Complex(.infinity, z.im) }
    return turned(z.re < 0 ? 0 : .infinity, z.im)
  }

  private static func finite(_ z: Complex) throws(ComplexError) -> Complex {
    if z.re.isInfinite || z.im.isInfinite { throw .range }
    return z
  }

  /// The natural logarithm, whose imaginary part is the angle; of zero minus infinity.
  static func log(_ z: Complex) -> Complex {
    let angle = atan2(z.im, z.re)
    guard isFinite(z) else { return Complex(z.re.isInfinite || z.im.isInfinite ? .infinity : .nan, angle) }
    let (a, b) = (z.re.magnitude, z.im.magnitude)
    if a > large || b > large { return Complex(Glibc.log(hypot(a / 2, b / 2)) + log2, angle) }
    if a < .leastNormalMagnitude && b < .leastNormalMagnitude {
      if a == 0 && b == 0 { return Complex(-.infinity, angle) }
      return Complex(Glibc.log(hypot(ldexp(a, 53), ldexp(b, 53))) - 53 * log2, angle)
    }
    let h = hypot(a, b)
    if h >= 0.71 && h <= 1.73 {
      let (most, least) = (max(a, b), min(a, b))
      return Complex(log1p((most - 1) * (most + 1) + least * least) / 2, angle)
    }
    return Complex(Glibc.log(h), angle)
  }

  /// The square root with a real part that is not negative.
  static func sqrt(_ z: Complex) -> Complex {
    if z.im.isInfinite { return Complex(.infinity, z.im) }
    if z.re.isInfinite {
      if z.re > 0 { return Complex(.infinity, z.im.isNaN ? .nan : withSign(0, z.im)) }
      return Complex(z.im.isNaN ? .nan : 0, z.im.isNaN ? .infinity : withSign(.infinity, z.im))
    }
    guard isFinite(z) else { return nowhere }
    if z.re == 0 && z.im == 0 { return Complex(0, z.im) }
    var (a, b) = (z.re.magnitude, z.im.magnitude)
    let root: Double
    if a < .leastNormalMagnitude && b < .leastNormalMagnitude {
      a = ldexp(a, 54)
      root = ldexp(((a + hypot(a, ldexp(b, 54))) / 2).squareRoot(), -27)
    } else {
      a /= 8
      root = 2 * (a + hypot(a, b / 8)).squareRoot()
    }
    b /= 2 * root
    return z.re >= 0 ? Complex(root, withSign(b, z.im)) : Complex(b, withSign(root, z.im))
  }

  /// The hyperbolic sine.
  static func sinh(_ z: Complex) throws(ComplexError) -> Complex {
    if isFinite(z) {
      guard z.re.magnitude > logOfLarge else {
        return Complex(Glibc.cos(z.im) * Glibc.sinh(z.re), Glibc.sin(z.im) * Glibc.cosh(z.re))
      }
      let x = z.re - withSign(1, z.re)
      return try finite(Complex(Glibc.cos(z.im) * Glibc.sinh(x) * M_E, Glibc.sin(z.im) * Glibc.cosh(x) * M_E))
    }
    if z.im.isInfinite && !z.re.isNaN { throw .domain }
    if z.re.isInfinite {
      if z.im.isNaN { return Complex(.infinity, .nan) }
      if z.im == 0 { return z }
      return Complex(withSign(.infinity, Glibc.cos(z.im) * withSign(1, z.re)), withSign(.infinity, Glibc.sin(z.im)))
    }
    if z.re == 0 { return Complex(0, .nan) }
    return Complex(.nan, z.im == 0 ? z.im : .nan)
  }

  /// The hyperbolic cosine.
  static func cosh(_ z: Complex) throws(ComplexError) -> Complex {
    if isFinite(z) {
      guard z.re.magnitude > logOfLarge else {
        return Complex(Glibc.cos(z.im) * Glibc.cosh(z.re), Glibc.sin(z.im) * Glibc.sinh(z.re))
      }
      let x = z.re - withSign(1, z.re)
      return try finite(Complex(Glibc.cos(z.im) * Glibc.cosh(x) * M_E, Glibc.sin(z.im) * Glibc.sinh(x) * M_E))
    }
    if z.im.isInfinite && !z.re.isNaN { throw .domain }
    if z.re.isInfinite {
      if z.im.isNaN { return Complex(.infinity, .nan) }
      if z.im == 0 { return Complex(.infinity, z.re > 0 ? z.im : -z.im) }
      return Complex(withSign(.infinity, Glibc.cos(z.im)), withSign(.infinity, Glibc.sin(z.im) * withSign(1, z.re)))
    }
    return Complex(.nan, z.re == 0 || z.im == 0 ? 0 : .nan)
  }

  /// The hyperbolic tangent.
  static func tanh(_ z: Complex) throws(ComplexError) -> Complex {
    if !isFinite(z) {
      if z.im.isInfinite && z.re.isFinite { throw .domain }
      guard z.re.isInfinite else { return Complex(.nan, z.im == 0 ? z.im : .nan) }
      guard z.im.isFinite else { return Complex(withSign(1, z.re), 0) }
      return Complex(withSign(1, z.re), z.im == 0 ? z.im : withSign(0, Glibc.sin(z.im) * Glibc.cos(z.im)))
    }
    if z.re.magnitude > logOfLarge {
      return Complex(
        withSign(1, z.re), 4 * Glibc.sin(z.im) * Glibc.cos(z.im) * Glibc.exp(-2 * z.re.magnitude))
    }
    let (tx, ty) = (Glibc.tanh(z.re), Glibc.tan(z.im))
    let (cx, product) = (1 / Glibc.cosh(z.re), tx * ty)
    let denominator = 1 + product * product
    return Complex(tx * (1 + ty * ty) / denominator, ((ty / denominator) * cx) * cx)
  }

  /// The inverse hyperbolic sine.
  static func asinh(_ z: Complex) -> Complex {
    if !isFinite(z) {
      if z.im.isInfinite {
        if z.re.isNaN { return Complex(.infinity, .nan) }
        return Complex(withSign(.infinity, z.re), withSign(z.re.isInfinite ? .pi / 4 : .pi / 2, z.im))
      }
      if z.re.isInfinite { return Complex(z.re, z.im.isNaN ? .nan : withSign(0, z.im)) }
      return Complex(.nan, z.im == 0 ? z.im : .nan)
    }
    if isLarge(z) { return Complex(withSign(logOfDouble(z), z.re), atan2(z.im, z.re.magnitude)) }
    let (s1, s2) = (sqrt(Complex(1 + z.im, -z.re)), sqrt(Complex(1 - z.im, z.re)))
    return Complex(Glibc.asinh(s1.re * s2.im - s2.re * s1.im), atan2(z.im, s1.re * s2.re - s1.im * s2.im))
  }

  /// The inverse hyperbolic cosine.
  static func acosh(_ z: Complex) -> Complex {
    if !isFinite(z) {
      if z.re.isInfinite || z.im.isInfinite { return Complex(.infinity, atan2(z.im, z.re)) }
      return nowhere
    }
    if isLarge(z) { return Complex(logOfDouble(z), atan2(z.im, z.re)) }
    let (s1, s2) = (sqrt(Complex(z.re - 1, z.im)), sqrt(Complex(z.re + 1, z.im)))
    return Complex(Glibc.asinh(s1.re * s2.re + s1.im * s2.im), 2 * atan2(s1.im, s2.re))
  }

  /// The inverse hyperbolic tangent.
  static func atanh(_ z: Complex) throws(ComplexError) -> Complex {
    if z.re < 0 || (z.re == 0 && z.re.sign == .minus) {
      let w = try atanh(Complex(-z.re, -z.im))
      return Complex(-w.re, -w.im)
    }
    if !isFinite(z) {
      if z.im.isInfinite { return Complex(0, withSign(.pi / 2, z.im)) }
      if z.re.isInfinite { return Complex(0, z.im.isNaN ? .nan : withSign(.pi / 2, z.im)) }
      return Complex(z.re == 0 ? 0 : .nan, .nan)
    }
    let b = z.im.magnitude
    if z.re > large.squareRoot() || b > large.squareRoot() {
      let h = hypot(z.re / 2, z.im / 2)
      return Complex(z.re / 4 / h / h, -withSign(.pi / 2, -z.im))
    }
    if z.re == 1 && b < squareRootOfSmallest {
      if b == 0 { throw .domain }
      return Complex(
        -Glibc.log(b.squareRoot() / hypot(b, 2).squareRoot()), withSign(atan2(2, -b) / 2, z.im))
    }
    return Complex(
      log1p(4 * z.re / ((1 - z.re) * (1 - z.re) + b * b)) / 4,
      -atan2(-2 * z.im, (1 - z.re) * (1 + z.re) - b * b) / 2)
  }

  /// The arc cosine.
  static func acos(_ z: Complex) -> Complex {
    if !isFinite(z) {
      if z.re.isInfinite && z.im.isNaN { return Complex(.nan, .infinity) }
      if z.re.isInfinite || z.im.isInfinite {
        return Complex(z.re.isNaN ? .nan : atan2(z.im.magnitude, z.re), -withSign(.infinity, z.im))
      }
      return Complex(z.re == 0 ? .pi / 2 : .nan, .nan)
    }
    if isLarge(z) { return Complex(atan2(z.im.magnitude, z.re), -withSign(logOfDouble(z), z.im)) }
    let (s1, s2) = (sqrt(Complex(1 - z.re, -z.im)), sqrt(Complex(1 + z.re, z.im)))
    return Complex(2 * atan2(s1.re, s2.re), Glibc.asinh(s2.re * s1.im - s2.im * s1.re))
  }

  // The circular functions are the hyperbolic ones a quarter turn further.
  /// The sine.
  static func sin(_ z: Complex) throws(ComplexError) -> Complex { back(try sinh(Complex(-z.im, z.re))) }
  /// The cosine.
  static func cos(_ z: Complex) throws(ComplexError) -> Complex { try cosh(Complex(-z.im, z.re)) }
  /// The tangent.
  static func tan(_ z: Complex) throws(ComplexError) -> Complex { back(try tanh(Complex(-z.im, z.re))) }
  /// The arc sine.
  static func asin(_ z: Complex) -> Complex { back(asinh(Complex(-z.im, z.re))) }
  /// The arc tangent.
  static func atan(_ z: Complex) throws(ComplexError) -> Complex { back(try atanh(Complex(-z.im, z.re))) }
  private static func back(_ w: Complex) -> Complex { Complex(w.im, -w.re) }

  /// One number divided by another, by the ratio of the parts of the smaller magnitude (Smith); nil: by zero.
  static func quotient(_ a: Complex, _ b: Complex) -> Complex? {
    if b.re.magnitude >= b.im.magnitude {
      guard b.re != 0 else { return nil }
      let ratio = b.im / b.re
      let denominator = b.re + b.im * ratio
      return Complex((a.re + a.im * ratio) / denominator, (a.im - a.re * ratio) / denominator)
    }
    guard b.im.magnitude >= b.re.magnitude else { return nowhere }
    let ratio = b.re / b.im
    let denominator = b.re * ratio + b.im
    return Complex((a.re * ratio + a.im) / denominator, (a.im * ratio - a.re) / denominator)
  }

  /// The number of this length and angle.
  static func rect(_ r: Double, _ phi: Double) throws(ComplexError) -> Complex {
    if r.isFinite && phi.isFinite {
      return phi == 0 ? Complex(r, r * phi) : Complex(r * Glibc.cos(phi), r * Glibc.sin(phi))
    }
    if phi.isInfinite && r != 0 && !r.isNaN { throw .domain }
    if r == 0 { return Complex(0, 0) }
    guard r.isInfinite else { return Complex(.nan, r.isNaN && phi == 0 ? 0 : .nan) }
    if phi.isNaN { return Complex(.infinity, .nan) }
    if phi == 0 { return Complex(r, r < 0 ? -phi : phi) }
    return turned(.infinity, phi).times(r < 0 ? -1 : 1)
  }
}

extension Complex {
  fileprivate func times(_ sign: Double) -> Complex { Complex(re * sign, im * sign) }
}

/// Why a function has no value there.
enum ComplexError: Error {
  case domain, range
}
