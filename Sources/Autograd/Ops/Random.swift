import Arrays

/// Random tensors, torch's numbers to the bit.

/// Source of random numbers.
public typealias Generator = Arrays.Generator

/// Access to the generator that is used when none is given.
public enum Random {
  // Invariant: drawn from by the thread that holds the interpreter lock only.
  nonisolated(unsafe) package static let defaultGenerator = Generator()

  /// Seeds the default generator, `torch.manual_seed`.
  public static func manualSeed(_ seed: UInt64) { defaultGenerator.manualSeed(seed) }
}

/// Makes uniform numbers in [0, 1).
public func rand(_ shape: [Int], _ dtype: DType? = nil, generator: Generator? = nil) throws(TorchError) -> Tensor {
  try rand(sizes: Dims(shape), dtype, generator: generator)
}

package func rand(sizes: Dims, _ dtype: DType? = nil, generator: Generator? = nil) throws(TorchError) -> Tensor {
  let array = try NDArray.empty(sizes, dtype ?? Settings.defaultDType)
  try (generator ?? Random.defaultGenerator).uniform(into: array)
  return Tensor(array)
}

/// Makes normal numbers of mean 0 and standard deviation 1.
public func randn(_ shape: [Int], _ dtype: DType? = nil, generator: Generator? = nil) throws(TorchError) -> Tensor {
  try randn(sizes: Dims(shape), dtype, generator: generator)
}

package func randn(sizes: Dims, _ dtype: DType? = nil, generator: Generator? = nil) throws(TorchError) -> Tensor {
  let array = try NDArray.empty(sizes, dtype ?? Settings.defaultDType)
  try (generator ?? Random.defaultGenerator).normal(into: array)
  return Tensor(array)
}

/// Makes integers in [low, high).
public func randint(
  _ low: Int = 0, _ high: Int, _ shape: [Int], _ dtype: DType? = nil, generator: Generator? = nil
) throws(TorchError) -> Tensor {
  try filled(shape, dtype ?? .int64) { (array) throws(TorchError) in
    try (generator ?? Random.defaultGenerator).randint(into: array, low: low, high: high)
  }
}

/// Makes a random order of 0 to n - 1.
public func randperm(_ n: Int, _ dtype: DType? = nil, generator: Generator? = nil) throws(TorchError) -> Tensor {
  Tensor(try (generator ?? Random.defaultGenerator).randperm(n, dtype ?? .int64))
}

/// Makes uniform numbers in [0, 1) with the shape of another tensor.
public func randLike(_ x: Tensor, _ dtype: DType? = nil, generator: Generator? = nil) throws(TorchError) -> Tensor {
  try filled(like: x, dtype) { (array) throws(TorchError) in
    try (generator ?? Random.defaultGenerator).uniform(into: array)
  }
}

/// Makes normal numbers with the shape of another tensor.
public func randnLike(_ x: Tensor, _ dtype: DType? = nil, generator: Generator? = nil) throws(TorchError) -> Tensor {
  try filled(like: x, dtype) { (array) throws(TorchError) in
    try (generator ?? Random.defaultGenerator).normal(into: array)
  }
}

/// Makes integers in [low, high) with the shape of another tensor.
public func randintLike(
  _ x: Tensor, _ low: Int = 0, _ high: Int, _ dtype: DType? = nil, generator: Generator? = nil
) throws(TorchError) -> Tensor {
  try filled(like: x, dtype) { (array) throws(TorchError) in
    try (generator ?? Random.defaultGenerator).randint(into: array, low: low, high: high)
  }
}

/// Fills a new tensor that lies in memory as another one does: numbers are drawn in the order of memory.
private func filled(
  like x: Tensor, _ dtype: DType?, _ fill: (NDArray) throws(TorchError) -> Void
) throws(TorchError) -> Tensor {
  let array = try x.array.emptyLike(dtype: dtype)
  try fill(array)
  array.storage.version = 0
  return Tensor(array)
}

private func filled(
  _ shape: [Int], _ dtype: DType?, _ fill: (NDArray) throws(TorchError) -> Void
) throws(TorchError) -> Tensor {
  let array = try NDArray.empty(Dims(shape), dtype ?? Settings.defaultDType)
  try fill(array)
  array.storage.version = 0
  return Tensor(array)
}

/// Makes normal numbers of the given means and standard deviations.
public func normal(_ mean: Tensor, _ std: Tensor, generator: Generator? = nil) throws(TorchError) -> Tensor {
  guard !std.dtype.isComplex else { throw .runtime("normal expects standard deviation to be non-complex") }
  let isNegative = std.count > 0 ? try any(lt(std, 0)).item().boolValue : false
  guard !isNegative else { throw .runtime("normal expects all elements of std >= 0.0") }
  let shape = try Dims.broadcast(mean.array.shape, std.array.shape)
  let noise = try randn(Array(shape), mean.dtype, generator: generator)
  return record(
    "NormalBackward3", mean, std, try noise.array.addMultiplied(by: std.array, plus: mean.array),
    { (_, g) throws(TorchError) in try zerosLike(g) }, { (_, g) throws(TorchError) in try zerosLike(g) })
}

/// Makes normal numbers of the given means.
public func normal(_ mean: Tensor, _ std: Double = 1, generator: Generator? = nil) throws(TorchError) -> Tensor {
  guard std >= 0 else { throw .runtime("normal expects std >= 0.0, but found std \(numberText(std))") }
  return try normal(mean, Tensor(NDArray.scalar(.double(std), mean.dtype.realType)), generator: generator)
}

/// Makes normal numbers of the given standard deviations.
public func normal(_ mean: Double, _ std: Tensor, generator: Generator? = nil) throws(TorchError) -> Tensor {
  try normal(Tensor(NDArray.scalar(.double(mean), std.dtype)), std, generator: generator)
}

/// Makes normal numbers of one mean and standard deviation.
public func normal(
  _ mean: Double, _ std: Double, _ shape: [Int], _ dtype: DType? = nil, generator: Generator? = nil
) throws(TorchError) -> Tensor {
  try filled(shape, dtype) { (array) throws(TorchError) in
    try (generator ?? Random.defaultGenerator).normal(into: array, mean: mean, std: std)
  }
}

extension NDArray {
  fileprivate func addMultiplied(by factor: NDArray, plus summand: NDArray) throws(TorchError) -> NDArray {
    try NDArray.binary(.add, NDArray.binary(.mul, self, factor), summand)
  }
}

/// Fills with uniform numbers in [from, to) in place.
@discardableResult
public func uniform_(
  _ x: Tensor, from: Double = 0, to: Double = 1, generator: Generator? = nil
) throws(TorchError) -> Tensor {
  try overwrite(x, "UniformBackward0") { (array) throws(TorchError) in
    try (generator ?? Random.defaultGenerator).uniform(into: array, from: from, to: to)
  }
}

/// Fills with normal numbers in place.
@discardableResult
public func normal_(
  _ x: Tensor, mean: Double = 0, std: Double = 1, generator: Generator? = nil
) throws(TorchError) -> Tensor {
  try overwrite(x, "NormalBackward0") { (array) throws(TorchError) in
    try (generator ?? Random.defaultGenerator).normal(into: array, mean: mean, std: std)
  }
}

/// Fills with integers of the dtype's range, or in [low, high), in place.
@discardableResult
public func random_(
  _ x: Tensor, low: Int = 0, high: Int? = nil, generator: Generator? = nil
) throws(TorchError) -> Tensor {
  if high != nil, x.dtype.isComplex {
    throw .runtime("check_random_bounds handles only integral, floating-point and boolean types")
  }
  if let high, x.dtype == .bool {
    guard low >= 0, low <= 1 else { throw .runtime("from is out of bounds for bool") }
    guard high >= 1, high <= 2 else { throw .runtime("to - 1 is out of bounds for bool") }
  }
  return try overwrite(x, "RandomBackward0") { (array) throws(TorchError) in
    let generator = generator ?? Random.defaultGenerator
    if let high {
      try generator.randint(into: array, low: low, high: high)
    } else {
      try generator.random(into: array)
    }
  }
}

/// Fills with ones of the given probability and zeros in place.
@discardableResult
public func bernoulli_(_ x: Tensor, p: Double = 0.5, generator: Generator? = nil) throws(TorchError) -> Tensor {
  if x.dtype.isComplex { throw .unsupported("bernoulli_scalar_cpu_", x.dtype) }
  return try overwrite(x, "BernoulliBackward1") { (array) throws(TorchError) in
    try (generator ?? Random.defaultGenerator).bernoulli(into: array, p: p)
  }
}

/// Fills with zeros and ones of the probabilities of another tensor in place.
@discardableResult
public func bernoulli_(_ x: Tensor, _ p: Tensor, generator: Generator? = nil) throws(TorchError) -> Tensor {
  // A single probability is looked at as a number.
  if p.dim == 0 {
    guard try p.item().doubleValue >= 0, try p.item().doubleValue <= 1 else {
      throw .runtime(
        "Expected p_in >= 0 && p_in <= 1 to be true, but got false.  (Could this error message be improved?  If so, please "
          + "report an enhancement request to PyTorch.)")
    }
  } else {
    _ = try expand(p, x.array.shape)
  }
  return try overwrite(x, "BernoulliBackward2") { (array) throws(TorchError) in
    try (generator ?? Random.defaultGenerator).bernoulli(into: array, probabilities: p.array)
  }
}

/// Fills with exponentially distributed numbers in place.
@discardableResult
public func exponential_(_ x: Tensor, lambda: Double = 1, generator: Generator? = nil) throws(TorchError) -> Tensor {
  guard x.dtype.isFloatingPoint else {
    throw .runtime(
      "Exponential distribution is a continuous probability distribution. dtype must be a floating point but you specified "
        + x.dtype.scalarTypeName)
  }
  return try overwrite(x, "ExponentialBackward0") { (array) throws(TorchError) in
    try (generator ?? Random.defaultGenerator).exponential(into: array, lambda: lambda)
  }
}

/// Fills with numbers of trials up to the first success of probability `p` in place.
@discardableResult
public func geometric_(_ x: Tensor, p: Double, generator: Generator? = nil) throws(TorchError) -> Tensor {
  if x.dtype.isComplex || x.dtype == .bool { throw .unsupported("geometric_cpu", x.dtype) }
  return try overwrite(x, "GeometricBackward0") { (array) throws(TorchError) in
    try (generator ?? Random.defaultGenerator).geometric(into: array, p: p)
  }
}

/// Fills with numbers of Cauchy's distribution in place.
@discardableResult
public func cauchy_(
  _ x: Tensor, median: Double = 0, sigma: Double = 1, generator: Generator? = nil
) throws(TorchError) -> Tensor {
  guard x.dtype.isFloatingPoint else {
    throw .runtime(
      "Cauchy distribution is a continuous probability distribution. dtype must be a floating point but you specified "
        + x.dtype.cppName)
  }
  return try overwrite(x, "CauchyBackward0") { (array) throws(TorchError) in
    try (generator ?? Random.defaultGenerator).cauchy(into: array, median: median, sigma: sigma)
  }
}

/// Fills with exponentials of normal numbers in place.
@discardableResult
public func logNormal_(
  _ x: Tensor, mean: Double = 1, std: Double = 2, generator: Generator? = nil
) throws(TorchError) -> Tensor {
  try x.requireReal("log_normal_cpu")
  return try overwrite(x, "LogNormalBackward0") { (array) throws(TorchError) in
    try (generator ?? Random.defaultGenerator).logNormal(into: array, mean: mean, std: std)
  }
}

/// Draws ones with the probabilities x holds, zeros else.
public func bernoulli(_ x: Tensor, generator: Generator? = nil) throws(TorchError) -> Tensor {
  if x.dtype.isComplex { throw .unsupported("bernoulli_tensor_cpu_self_", x.dtype) }
  let array = try NDArray.empty(x.array.shape, x.dtype)
  try (generator ?? Random.defaultGenerator).bernoulli(into: array, probabilities: x.array)
  array.storage.version = 0
  return record("BernoulliBackward0", x, array) { (_, g) throws(TorchError) in try zerosLike(g) }
}

/// Draws places with probabilities in proportion to weights, from each row.
public func multinomial(
  _ x: Tensor, _ count: Int, replacement: Bool = false, generator: Generator? = nil
) throws(TorchError) -> Tensor {
  Tensor(
    try (generator ?? Random.defaultGenerator).multinomial(x.array, count: count, replacement: replacement))
}

/// Draws Poisson counts of the given rates.
public func poisson(_ x: Tensor, generator: Generator? = nil) throws(TorchError) -> Tensor {
  try x.requireReal("poisson_cpu")
  return record("PoissonBackward0", x, try (generator ?? Random.defaultGenerator).poisson(x.array)) {
    (_, g) throws(TorchError) in try zerosLike(g)
  }
}
