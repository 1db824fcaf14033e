import ArrayKernels
import Glibc

/// Normal numbers and the other distributions.
extension Generator {
  /// Fills with normal numbers.
  ///
  /// Sixteen or more contiguous elements take the vector path, which ignores the waiting twin.
  package func normal(into array: NDArray, mean: Double = 0, std: Double = 1) throws(ArrayError) {
    guard array.dtype.isDifferentiable else { throw .unsupported("normal_kernel_cpu", array.dtype) }
    guard std >= 0 else { throw .runtime("normal expects std >= 0.0, but found std \(NDArray.cText(std))") }
    array.storage.version += 1
    if array.dtype.isComplex {
      let parts = try array.viewedAsReal()
      fillNormal(parts, 0, std * 0.5.squareRoot())
      if mean != 0 { try parts.select(parts.rank - 1, 0).binaryInPlace(.add, .double(mean)) }
      return
    }
    fillNormal(array, mean, std)
  }

  private func fillNormal(_ array: NDArray, _ mean: Double, _ std: Double) {
    let count = array.count
    let dtype = array.dtype
    guard count >= 16, array.isContiguous else {
      return forEachElement(of: array) { self.store(self.normal(mean: mean, std: std), $0, dtype) }
    }
    switch dtype {
    case .float64: fillDoubles(array.pointer.assumingMemoryBound(to: Double.self), count, mean, std)
    case .float32:
      let base = array.pointer.assumingMemoryBound(to: Float.self)
      uniforms(base, count)
      wick_normal_fill16(base, count / 16, Float(mean), Float(std))
      if count % 16 != 0 {
        let tail = base + (count - 16)
        uniforms(tail, 16)
        wick_normal_fill16(tail, 1, Float(mean), Float(std))
      }
    default: fillHalves(array, mean, std)
    }
  }

  private func fillDoubles(_ base: UnsafeMutablePointer<Double>, _ count: Int, _ mean: Double, _ std: Double)
  {
    func block(_ data: UnsafeMutablePointer<Double>) {
      for index in 0..<8 {
        let radius = (-2 * log(1 - data[index])).squareRoot()
        let angle = 2.0 * Double.pi * data[index + 8]
        data[index] = mean.addingProduct(radius * cos(angle), std)
        data[index + 8] = mean.addingProduct(radius * sin(angle), std)
      }
    }
    for index in 0..<count { base[index] = uniform53() }
    var index = 0
    while index + 16 <= count {
      block(base + index)
      index += 16
    }
    if count % 16 != 0 {
      let tail = base + (count - 16)
      for index in 0..<16 { tail[index] = uniform53() }
      block(tail)
    }
  }

  /// half and bfloat16: each block draws sixteen float32 uniforms of its own and is rounded at the end.
  private func fillHalves(_ array: NDArray, _ mean: Double, _ std: Double) {
    let count = array.count
    let (base, dtype) = (array.pointer, array.dtype)
    withUnsafeTemporaryAllocation(of: Float.self, capacity: 16) { buffer in
      guard let block = buffer.baseAddress else { return }
      func transform(_ start: Int) {
        for index in 0..<16 { (block + index).initialize(to: uniform24()) }
        wick_normal_fill16(block, 1, Float(mean), Float(std))
        for index in 0..<16 { store(Double(block[index]), base + 2 * (start + index), dtype) }
      }
      var start = 0
      while start + 16 <= count {
        transform(start)
        start += 16
      }
      if count % 16 != 0 { transform(count - 16) }
    }
  }

  /// Ones with probability `p` (two words an element), zeros else.
  package func bernoulli(into array: NDArray, p: Double) throws(ArrayError) {
    guard p >= 0, p <= 1 else {
      throw .runtime("bernoulli_ expects p to be in [0, 1], but got p=\(NDArray.cText(p))")
    }
    array.storage.version += 1
    let dtype = array.dtype
    forEachElement(of: array) { pointer in
      let value = self.uniform53() < p
      if dtype == .float32 {
        pointer.storeBytes(of: value ? 1 : 0, as: Float.self)
      } else {
        Scalar.bool(value).store(to: pointer, as: dtype)
      }
    }
  }

  /// Ones with the probabilities of another array, zeros else; float32 probabilities take one word each.
  package func bernoulli(into array: NDArray, probabilities: NDArray) throws(ArrayError) {
    guard probabilities.dtype.isFloatingPoint else {
      throw .unsupported("bernoulli_tensor_cpu_p_", probabilities.dtype)
    }
    if !array.isContiguous, array.rank > 1 {
      // In the order of memory.
      let order = Dims((0..<array.rank).sorted { array.strides[$0] > array.strides[$1] })
      if (0..<array.rank).contains(where: { order[$0] != $0 }) {
        return try bernoulli(
          into: array.permute(order), probabilities: probabilities.stretched(to: array.shape).permute(order))
      }
    }
    let values = try probabilities.stretched(to: array.shape).contiguous().doubles()
    guard values.allSatisfy({ $0 >= 0 && $0 <= 1 }) else {
      throw .runtime(
        "Expected p_in >= 0 && p_in <= 1 to be true, but got false.  (Could this error message be improved?  If so, "
          + "please report an enhancement request to PyTorch.)")
    }
    array.storage.version += 1
    let isWide = probabilities.dtype == .float64
    let source = try NDArray.empty(array.shape, .float64)
    let base = source.pointer.assumingMemoryBound(to: Double.self)
    for index in values.indices {
      base[index] = (isWide ? uniform53() : Double(uniform24())) < values[index] ? 1 : 0
    }
    try array.assign(source)
  }

  /// Fills with values of a function that draws what it needs; all these distributions compute in double.
  private func fill(_ array: NDArray, _ draw: () -> Double) {
    array.storage.version += 1
    let dtype = array.dtype
    forEachElement(of: array) { self.store(draw(), $0, dtype) }
  }

  /// Exponential numbers of rate `lambda`.
  package func exponential(into array: NDArray, lambda: Double = 1) throws(ArrayError) {
    guard lambda > 0 else {
      throw .runtime("exponential_ expects lambda > 0.0, but found lambda=\(NDArray.cText(lambda))")
    }
    guard array.dtype.isFloatingPoint else { throw .unsupported("exponential_cpu", array.dtype) }
    fill(array) { -1.0 / lambda * log1p(-self.uniform53()) }
  }

  /// Numbers of trials up to the first success of probability `p`.
  package func geometric(into array: NDArray, p: Double) throws(ArrayError) {
    guard p > 0, p < 1 else {
      throw .runtime("geometric_ expects p to be in (0, 1), but got p=\(NDArray.cText(p))")
    }
    array.storage.version += 1
    let dtype = array.dtype
    forEachElement(of: array) { pointer in
      let value = (log(self.uniform53()) / log1p(-p)).rounded(.up)
      Scalar.double(value).store(to: pointer, as: dtype)
    }
  }

  /// Cauchy numbers.
  package func cauchy(into array: NDArray, median: Double = 0, sigma: Double = 1) throws(ArrayError) {
    guard sigma > 0 else {
      throw .runtime("cauchy_ expects sigma > 0.0, but found sigma=\(NDArray.cText(sigma))")
    }
    fill(array) { median.addingProduct(sigma, tan(Double.pi * (self.uniform53() - 0.5))) }
  }

  /// Exponentials of normal numbers.
  package func logNormal(into array: NDArray, mean: Double = 1, std: Double = 2) throws(ArrayError) {
    guard std > 0 else {
      throw .runtime("log_normal_ expects std > 0.0, but found std=\(NDArray.cText(std))")
    }
    fill(array) { exp(self.normal(mean: mean, std: std)) }
  }

  /// Draws `count` category numbers from each row of weights.
  package func multinomial(_ weights: NDArray, count: Int, replacement: Bool) throws(ArrayError) -> NDArray {
    guard weights.rank == 1 || weights.rank == 2 else {
      throw .runtime("prob_dist must be 1 or 2 dim")
    }
    guard weights.dtype.isFloatingPoint else {
      throw .runtime(
        "multinomial only supports floating-point dtypes for input, got: \(weights.dtype.scalarTypeName)")
    }
    guard count > 0 else { throw .runtime("cannot sample n_sample <= 0 samples") }
    let categories = weights.shape[weights.rank - 1]
    guard replacement || count <= categories else {
      throw .runtime("cannot sample n_sample > prob_dist.size(-1) samples without replacement")
    }
    guard categories <= 1 << 24 else { throw .runtime("number of categories cannot exceed 2^24") }
    let rows = weights.rank == 1 ? 1 : weights.shape[0]
    let values = try weights.doubles()
    try checkWeights(values, rows, categories, oneByOne: replacement && count > 1)
    var shape = weights.shape
    shape[shape.count - 1] = count
    // A single number is drawn like this in any case.
    if !replacement || count == 1 {
      let noise = try NDArray.empty(weights.shape, weights.dtype)
      try exponential(into: noise)
      let quotient = try NDArray.binary(.div, weights, noise)
      if count == 1 { return try quotient.argmax(-1, keepDim: true) }
      return try quotient.topk(count, -1).indices
    }
    let result = try NDArray.empty(shape, .int64)
    let target = result.pointer.assumingMemoryBound(to: Int.self)
    let isWide = weights.dtype == .float64
    for row in 0..<rows {
      var cumulative = [Double](repeating: 0, count: categories)
      var total = 0.0
      for index in 0..<categories {
        total += values[row * categories + index]
        if !isWide { total = Double(Float(total)) }
        cumulative[index] = total
      }
      for index in 0..<categories {
        cumulative[index] =
          isWide ? cumulative[index] / total : Double(Float(cumulative[index]) / Float(total))
      }
      cumulative[categories - 1] = 1
      for sample in 0..<count {
        let draw = uniform53()
        var (low, high) = (0, categories)
        while high > low {
          let middle = low + (high - low) / 2
          if cumulative[middle] < draw { low = middle + 1 } else { high = middle }
        }
        target[row * count + sample] = low
      }
    }
    return result
  }

  /// Refuses what is no weight; where samples are drawn one by one, torch says which weight is none.
  private func checkWeights(
    _ values: [Double], _ rows: Int, _ categories: Int, oneByOne: Bool
  ) throws(ArrayError) {
    if oneByOne, let wrong = values.first(where: { !($0.isFinite && $0 >= 0) }) {
      throw .runtime(
        "invalid multinomial distribution (encountering probability entry \(wrong < 0 ? "< 0" : "= infinity or NaN"))")
    }
    guard values.allSatisfy({ $0.isFinite && $0 >= 0 }) else {
      throw .runtime("probability tensor contains either `inf`, `nan` or element < 0")
    }
    for row in 0..<rows {
      var total = 0.0
      for index in 0..<categories { total += values[row * categories + index] }
      guard total > 0 else {
        throw .runtime("invalid multinomial distribution (sum of probabilities <= 0)")
      }
    }
  }

  /// Poisson counts with the rates of another array.
  package func poisson(_ rates: NDArray) throws(ArrayError) -> NDArray {
    let result = try NDArray.empty(rates.shape, rates.dtype)
    let values = try rates.doubles()
    guard values.allSatisfy({ $0 >= 0 }) else {
      throw .runtime("invalid Poisson rate, expected rate to be non-negative")
    }
    for index in values.indices {
      Scalar.double(Double(poisson(values[index]))).store(
        to: result.pointer + index * rates.dtype.size, as: rates.dtype)
    }
    return result
  }

  /// One Poisson count: products of uniforms below a rate of 10, Hoermann's transformed rejection from there.
  private func poisson(_ lambda: Double) -> Int {
    if lambda >= 10 {
      let root = lambda.squareRoot()
      let b = 0.931 + 2.53 * root
      let a = -0.059 + 0.02483 * b
      let inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
      let vr = 0.9277 - 3.6224 / (b - 2)
      while true {
        let u = uniform53() - 0.5
        let v = uniform53()
        let us = 0.5 - abs(u)
        let k = ((2 * a / us + b) * u + lambda + 0.43).rounded(.down)
        if us >= 0.07 && v <= vr { return Int(truncatingDouble: k) }
        if k < 0 || (us < 0.013 && v > us) { continue }
        if log(v) + log(inverseAlpha) - log(a / (us * us) + b) <= -lambda + k * log(lambda) - lgamma(k + 1) {
          return Int(truncatingDouble: k)
        }
      }
    }
    if lambda == 0 { return 0 }
    let limit = exp(-lambda)
    var product = 1.0
    var count = 0
    while true {
      product *= uniform53()
      if product > limit { count += 1 } else { return count }
    }
  }
}
