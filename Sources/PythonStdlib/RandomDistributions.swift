import Glibc
import Interpreter

/// Real-valued distributions of `random`, by the methods CPython uses, so that the same seed gives the same numbers.
enum RandomDistributions {
  private static let magicNormal = 4 * exp(-0.5) / 2.0.squareRoot()
  private static let logFour = log(4.0)
  private static let magicGamma = 1 + log(4.5)

  static func define(_ type: TypeObject, _ vm: VM) {
    func two(
      _ signature: String, _ doc: String, _ body: @escaping (VM, RandomObject, Double, Double) throws(Raised) -> Double
    ) {
      type.method(vm, signature, doc) { (vm, args) throws(Raised) in
        let (a, b) = (try vm.double(args[1]), try vm.double(args[2]))
        return .float(try body(vm, RandomModule.generator(args), a, b))
      }
    }
    two("uniform(self, a, b)", "A random number in the range [a, b) or [a, b].") { (_, g, a, b) in a + (b - a) * g.random() }
    two("normalvariate(self, mu=0.0, sigma=1.0)", "Normal distribution.") { (_, g, mu, sigma) in
      normal(g, mu, sigma)
    }
    two("gauss(self, mu=0.0, sigma=1.0)", "Gaussian distribution.") { (_, g, mu, sigma) in
      if let z = g.gaussNext {
        g.gaussNext = nil
        return mu + z * sigma
      }
      let angle = g.random() * (2 * Double.pi)
      let radius = (-2 * log(1 - g.random())).squareRoot()
      g.gaussNext = sin(angle) * radius
      return mu + cos(angle) * radius * sigma
    }
    two("lognormvariate(self, mu, sigma)", "Log normal distribution.") { (_, g, mu, sigma) in
      exp(normal(g, mu, sigma))
    }
    two("vonmisesvariate(self, mu, kappa)", "Circular data distribution.") { (_, g, mu, kappa) in
      vonMises(g, mu, kappa)
    }
    two("gammavariate(self, alpha, beta)", "Gamma distribution.") { (vm, g, alpha, beta) throws(Raised) in
      try gamma(vm, g, alpha, beta)
    }
    two("betavariate(self, alpha, beta)", "Beta distribution.") { (vm, g, alpha, beta) throws(Raised) in
      let y = try gamma(vm, g, alpha, 1)
      if y == 0 { return 0 }
      return y / (y + (try gamma(vm, g, beta, 1)))
    }
    two("weibullvariate(self, alpha, beta)", "Weibull distribution.") { (vm, g, alpha, beta) throws(Raised) in
      let u = 1 - g.random()
      if beta == 0 { throw vm.zeroDivisionError("float division by zero") }
      return alpha * pow(-log(u), 1 / beta)
    }
    type.method(vm, "expovariate(self, lambd)", "Exponential distribution.") { (vm, args) throws(Raised) in
      let rate = try vm.double(args[1])
      let x = -log(1 - RandomModule.generator(args).random())
      if rate == 0 { throw vm.zeroDivisionError("float division by zero") }
      return .float(x / rate)
    }
    type.method(vm, "paretovariate(self, alpha)", "Pareto distribution.") { (vm, args) throws(Raised) in
      let alpha = try vm.double(args[1])
      let u = 1 - RandomModule.generator(args).random()
      if alpha == 0 { throw vm.zeroDivisionError("float division by zero") }
      return .float(pow(u, -1 / alpha))
    }
    type.method(vm, "triangular(self, low=0.0, high=1.0, mode=None)", "Triangular distribution.") {
      (vm, args) throws(Raised) in
      var (low, high) = (try vm.double(args[1]), try vm.double(args[2]))
      var u = RandomModule.generator(args).random()
      var c = 0.5
      if !args[3].isNone {
        if high == low { return args[1] }
        c = (try vm.double(args[3]) - low) / (high - low)
      }
      if u > c {
        u = 1 - u
        c = 1 - c
        swap(&low, &high)
      }
      return .float(low + (high - low) * (u * c).squareRoot())
    }
  }

  /// Kinderman and Monahan's ratio of uniform deviates.
  private static func normal(_ g: RandomObject, _ mu: Double, _ sigma: Double) -> Double {
    while true {
      let u1 = g.random()
      let u2 = 1 - g.random()
      let z = magicNormal * (u1 - 0.5) / u2
      if z * z / 4 <= -log(u2) { return mu + z * sigma }
    }
  }

  private static func vonMises(_ g: RandomObject, _ mu: Double, _ kappa: Double) -> Double {
    let turn = 2 * Double.pi
    if kappa <= 1e-6 { return turn * g.random() }
    let s = 0.5 / kappa
    let r = s + (1 + s * s).squareRoot()
    var z = 0.0
    while true {
      z = cos(Double.pi * g.random())
      let d = z / (r + z)
      let u = g.random()
      if u < 1 - d * d || u <= (1 - d) * exp(d) { break }
    }
    let q = 1 / r
    let f = (q + z) / (1 + q * z)
    let angle = g.random() > 0.5 ? mu + acos(f) : mu - acos(f)
    let rest = fmod(angle, turn)
    return rest < 0 ? rest + turn : rest
  }

  private static func gamma(_ vm: VM, _ g: RandomObject, _ alpha: Double, _ beta: Double) throws(Raised) -> Double {
    if alpha <= 0 || beta <= 0 { throw vm.valueError("gammavariate: alpha and beta must be > 0.0") }
    if alpha > 1 {
      let ainv = (2 * alpha - 1).squareRoot()
      let bbb = alpha - logFour
      let ccc = alpha + ainv
      while true {
        let u1 = g.random()
        if !(1e-7 < u1 && u1 < 0.9999999) { continue }
        let u2 = 1 - g.random()
        let v = log(u1 / (1 - u1)) / ainv
        let x = alpha * exp(v)
        let z = u1 * u1 * u2
        let r = bbb + ccc * v - x
        if r + magicGamma - 4.5 * z >= 0 || r >= log(z) { return x * beta }
      }
    }
    if alpha == 1 { return -log(1 - g.random()) * beta }
    while true {
      let b = (M_E + alpha) / M_E
      let p = b * g.random()
      let x = p <= 1 ? pow(p, 1 / alpha) : -log((b - p) / alpha)
      let u = g.random()
      if p > 1 ? u <= pow(x, alpha - 1) : u <= exp(-x) { return x * beta }
    }
  }
}
