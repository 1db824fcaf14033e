import Glibc

/// The gamma function by Lanczos' approximation with the 13 published coefficients for doubles (Boost's `lanczos13m53`).
enum Lanczos {
  private static let g = 6.024680040776729583740234375
  private static let gMinusHalf = 5.524680040776729583740234375
  private static let numerators: [Double] = [
    23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408,
  ]
  private static let denominators: [Double] = [
    0, 39_916_800, 120_543_840, 150_917_976, 105_258_076, 45_995_730, 13_339_535, 2_637_558, 357_423, 32_670, 1925,
    66, 1,
  ]

  private static func sum(_ x: Double) -> Double {
    var (numerator, denominator) = (0.0, 0.0)
    if x < 5 {
      for i in (0..<13).reversed() {
        numerator = numerator * x + numerators[i]
        denominator = denominator * x + denominators[i]
      }
    } else {
      for i in 0..<13 {
        numerator = numerator / x + numerators[i]
        denominator = denominator / x + denominators[i]
      }
    }
    return numerator / denominator
  }

  /// `sin(pi * x)` for positive x.
  private static func sinPi(_ x: Double) -> Double {
    let y = fmod(x, 2)
    switch Int((2 * y).rounded()) {
    case 0: return sin(Double.pi * y)
    case 1: return cos(Double.pi * (y - 0.5))
    case 2: return sin(Double.pi * (1 - y))
    case 3: return -cos(Double.pi * (y - 1.5))
    default: return sin(Double.pi * (y - 2))
    }
  }

  /// Gamma of a number that is neither zero nor a negative integer.
  static func gamma(_ x: Double) -> Double {
    if !x.isFinite { return x }
    let size = x.magnitude
    if size < 1e-20 { return 1 / x }
    if size > 200 { return x < 0 ? 0 / sinPi(x) : .infinity }
    let y = size + gMinusHalf
    var z: Double
    if size > gMinusHalf { z = (y - size) - gMinusHalf } else { z = (y - gMinusHalf) - size }
    z = z * g / y
    var r: Double
    if x < 0 {
      r = -Double.pi / sinPi(size) / size * exp(y) / sum(size)
      r -= z * r
      if size < 140 { return r / pow(y, size - 0.5) }
      let root = pow(y, size / 2 - 0.25)
      return r / root / root
    }
    r = sum(size) / exp(y)
    r += z * r
    if size < 140 { return r * pow(y, size - 0.5) }
    let root = pow(y, size / 2 - 0.25)
    return r * root * root
  }

  /// The logarithm of gamma's absolute value.
  static func logGamma(_ x: Double) -> Double {
    if x.isNaN { return x }
    if x.isInfinite { return .infinity }
    let size = x.magnitude
    if size < 1e-20 { return -log(size) }
    var r = log(sum(size)) - g
    r += (size - 0.5) * (log(size + g - 0.5) - 1)
    if x < 0 { r = log(Double.pi) - log(sinPi(size).magnitude) - log(size) - r }
    return r
  }
}
