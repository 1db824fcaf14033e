import Testing

@testable import Arrays
@testable import Autograd

/// One function of tensors whose derivatives are compared with finite differences.
struct GradientCase: CustomTestStringConvertible, Sendable {
  /// Where random inputs are drawn from.
  enum Domain: Sendable {
    /// Numbers between -2 and 2, away from the kinks of piecewise functions.
    case any
    case positive
    /// Numbers strictly between 0 and 1.
    case unit
    /// Numbers strictly between -1 and 1.
    case open
    case above(Double)
    /// All different and far apart, for maxima and sorting.
    case distinct
  }

  let name: String
  let shapes: [[Int]]
  let domain: Domain
  let isTwiceDifferentiable: Bool
  let function: @Sendable ([Tensor]) throws -> Tensor

  var testDescription: String { name }

  init(
    _ name: String, _ shapes: [[Int]], _ domain: Domain = .any, twice: Bool = true,
    _ function: @escaping @Sendable ([Tensor]) throws -> Tensor
  ) {
    self.name = name
    self.shapes = shapes
    self.domain = domain
    isTwiceDifferentiable = twice
    self.function = function
  }

  /// Inputs of a seed, float64.
  func makeInputs(seed: UInt64) throws -> [Tensor] {
    let generator = Generator(seed: seed)
    return try shapes.map { shape in
      let count = shape.reduce(1, *)
      if case .distinct = domain {
        let order = try randperm(count, generator: generator).array.doubles()
        return Tensor(try NDArray.from(order.map { $0 * 0.37 - Double(count) * 0.17 + 0.05 }, Dims(shape), .float64))
      }
      let u = try rand(shape, .float64, generator: generator)
      switch domain {
      case .any:
        // Two intervals that leave out zero, one and their neighbourhood.
        let magnitude = u * 0.7 + 0.15
        return try magnitude * to(randint(0, 2, shape, generator: generator), .float64) * 2 - magnitude
      case .positive: return u * 1.5 + 0.3
      case .unit: return u * 0.8 + 0.1
      case .open: return u * 1.6 - 0.8
      case .above(let low): return u * 1.5 + .double(low + 0.2)
      case .distinct: return u
      }
    }
  }

  /// Weighted sum of the result, so that one number depends on every element.
  func loss(_ inputs: [Tensor]) throws -> Tensor {
    let result = try function(inputs)
    let weights = try linspace(-1, 1.3, steps: result.count, .float64).reshaped(result.shape)
    return try sum(mul(result, weights))
  }
}


extension GradientCase {
  /// Compares the derivative along a random direction with a central difference.
  func check(
    _ value: ([Tensor]) throws -> Tensor, _ derivative: ([Tensor]) throws -> [Tensor?], seed: UInt64, tolerance: Double
  ) throws {
    let inputs = try makeInputs(seed: seed)
    let generator = Generator(seed: seed &+ 77)
    let directions = try inputs.map { try randn($0.shape, .float64, generator: generator) }
    let leaves = try inputs.map { try detach($0).setRequiresGrad() }
    var expected = 0.0
    let gradients = try derivative(leaves)
    for (gradient, direction) in zip(gradients, directions) {
      if let gradient { expected += try sum(mul(detach(gradient), direction)).item().doubleValue }
    }
    let step = 1e-6
    func shifted(_ sign: Double) throws -> Double {
      let moved = try zip(inputs, directions).map { try detach(add($0, mul($1, .double(sign * step)))).setRequiresGrad() }
      return try value(moved).item().doubleValue
    }
    let difference = (try shifted(1) - shifted(-1)) / (2 * step)
    let scale = Swift.max(1, Swift.abs(expected), Swift.abs(difference))
    #expect(
      Swift.abs(expected - difference) <= tolerance * scale,
      "\(name): derivative \(expected), difference \(difference), seed \(seed)")
  }

  /// Gradient of the loss contracted with fixed weights, as a differentiable number.
  func secondLoss(_ leaves: [Tensor]) throws -> Tensor {
    let first = try grad([loss(leaves)], leaves, createGraph: true, allowUnused: true)
    var total = try zeros([], .float64)
    for gradient in first {
      guard let gradient, gradient.count > 0 else { continue }
      let weights = try linspace(0.7, -0.9, steps: gradient.count, .float64).reshaped(gradient.shape)
      total = try add(total, sum(mul(gradient, weights)))
    }
    return total
  }
}

extension AutogradTests {
  @Suite struct Gradients {
    @Test(arguments: GradientCase.all) func `first derivative is the difference quotient`(_ sample: GradientCase) throws {
      for seed in [3, 11] as [UInt64] {
        try sample.check(
          { try sample.loss($0) }, { try grad([sample.loss($0)], $0, allowUnused: true) }, seed: seed,
          tolerance: 1e-6)
      }
    }

    @Test(arguments: GradientCase.all.filter { $0.isTwiceDifferentiable })
    func `second derivative is the difference quotient`(_ sample: GradientCase) throws {
      try sample.check(
        { try sample.secondLoss($0) },
        { leaves in
          let loss = try sample.secondLoss(leaves)
          guard loss.requiresGrad else { return leaves.map { _ in nil } }
          return try grad([loss], leaves, allowUnused: true)
        }, seed: 5, tolerance: 2e-5)
    }
  }
}
