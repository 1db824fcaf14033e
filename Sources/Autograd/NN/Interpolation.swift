import Arrays

/// Resizing of the spatial dimensions. Every mode is linear and acts on one dimension after the other: an output place is
/// a weighted sum of a few input places (taps).

/// How `interpolate` computes values between input places.
public enum InterpolationMode: String, Sendable {
  case nearest
  case nearestExact = "nearest-exact"
  case linear, bilinear, trilinear, bicubic, area
}

/// Input places and weights of one tap for all output places of a dimension.
private struct Tap {
  var places: [Int]
  /// nil stands for ones.
  var weights: [Double]?
}

/// Resizes (N, C, …) to a size or by factors, `F.interpolate`.
public func interpolate(
  _ x: Tensor, size: [Int]? = nil, scaleFactor: [Double]? = nil, mode: InterpolationMode = .nearest,
  alignCorners: Bool? = nil, recomputeScaleFactor: Bool = false, antialias: Bool = false
) throws(TorchError) -> Tensor {
  let isSmooth = [.linear, .bilinear, .trilinear, .bicubic].contains(mode)
  guard isSmooth || alignCorners == nil else {
    throw .value(
      "align_corners option can only be set with the interpolating modes: linear | bilinear | bicubic | trilinear")
  }
  let spatial = x.dim - 2
  if size != nil, scaleFactor != nil { throw .value("only one of size or scale_factor should be defined") }
  guard size != nil || scaleFactor != nil else { throw .value("either size or scale_factor should be defined") }
  if spatial < 1, size != nil || scaleFactor != nil {
    _ = try targetSizes(Array(x.shape.dropFirst(2)), size, scaleFactor, keepsFactors: !recomputeScaleFactor)
  }
  guard (1...3).contains(spatial) else {
    throw .notImplemented(
      "Input Error: Only 3D, 4D and 5D input Tensors supported (got \(x.dim)D) for the modes: nearest | linear | bilinear "
        + "| bicubic | trilinear | lanczos | area | nearest-exact (got \(mode.rawValue))")
  }
  guard !antialias || (mode == .bilinear || mode == .bicubic) && spatial == 2 else {
    throw .value(
      "Anti-alias option is restricted to bilinear, bicubic, and lanczos modes and requires a 4-D tensor as input")
  }
  let before = Array(x.shape.suffix(spatial))
  let (target, factors) = try targetSizes(before, size, scaleFactor, keepsFactors: !recomputeScaleFactor)
  if mode == .area { return try adaptiveAvgPool(x, target) }
  guard before.allSatisfy({ $0 > 0 }), target.allSatisfy({ $0 > 0 && $0 < 1 << 26 }) else {
    let names = ["D", "H", "W"].suffix(spatial)
    func text(_ sizes: [Int]) -> String { "(" + zip(names, sizes).map { "\($0): \($1)" }.joined(separator: ", ") + ")" }
    throw .runtime(
      "Input and output sizes should be greater than 0, but got input \(text(before)) output \(text(target))")
  }
  guard x.shape[1] > 0 else {
    throw .runtime("Non-empty \(x.dim)D data tensor expected but got a tensor with sizes \(x.array.shape.text)")
  }
  let name: StaticString =
    antialias ? mode == .bilinear ? "UpsampleBilinear2DAaBackward0" : "UpsampleBicubic2DAaBackward0" : try nodeName(mode, spatial)
  if x.dtype == .uint8, isSmooth {
    let smooth = try interpolate(
      to(x, .float32), size: size, scaleFactor: scaleFactor, mode: mode, alignCorners: alignCorners,
      recomputeScaleFactor: recomputeScaleFactor, antialias: antialias)
    return try to(clamp(round(smooth), min: 0, max: 255), .uint8)
  }
  if x.dtype != .uint8 { try x.requireFloating("compute_indices_weights_\(mode == .bicubic ? "cubic" : mode == .trilinear ? "linear" : mode.rawValue)") }
  var taps: [[Tap]] = []
  for dim in 0..<spatial {
    let (from, to, factor, aligned) = (before[dim], target[dim], factors[dim], alignCorners ?? false)
    if antialias {
      taps.append(
        x.dtype == .float64
          ? smoothTaps(from, to, factor, mode, aligned, Double.self) : smoothTaps(from, to, factor, mode, aligned, Float.self))
    } else if x.dtype == .float64 {
      taps.append(makeTaps(from, to, factor, mode, aligned, Double.self))
    } else {
      taps.append(makeTaps(from, to, factor, mode, aligned, Float.self))
    }
  }
  return try resample(name, x, taps)
}

/// Sizes after, and the factors that places are computed with where they are not the quotient of the sizes.
private func targetSizes(
  _ before: [Int], _ size: [Int]?, _ scaleFactor: [Double]?, keepsFactors: Bool
) throws(TorchError) -> (sizes: [Int], factors: [Double?]) {
  let spatial = before.count
  let target: [Int]
  var factors: [Double?] = [Double?](repeating: nil, count: spatial)
  if let size {
    target = size.count == 1 ? [Int](repeating: size[0], count: spatial) : size
    guard target.count == spatial else {
      throw .value(
        "Input and output must have the same number of spatial dimensions, but got input with spatial dimensions of "
          + "\(Dims(before).text) and output size of (\(size.map { String($0) }.joined(separator: ", "))). Please provide "
          + "input tensor in (N, C, d1, d2, ...,dK) format and output size in (o1, o2, ...,oK) format.")
    }
  } else {
    let given = scaleFactor ?? []
    let wide = given.count == 1 ? [Double](repeating: given[0], count: spatial) : given
    guard wide.count == spatial else {
      throw .value(
        "Input and scale_factor must have the same number of spatial dimensions, but got input with spatial dimensions of "
          + "\(Dims(before).text) and scale_factor of shape \(given). Please provide input tensor in (N, C, d1, d2, "
          + "...,dK) format and scale_factor in (s1, s2, ...,sK) format.")
    }
    target = zip(before, wide).map { Int(truncatingDouble: (Double($0) * $1).rounded(.down)) }
    if keepsFactors { factors = wide }
  }
  return (target, factors)
}

private func nodeName(_ mode: InterpolationMode, _ spatial: Int) throws(TorchError) -> StaticString {
  switch (mode, spatial) {
  case (.nearest, 1): return "UpsampleNearest1DBackward0"
  case (.nearest, 2): return "UpsampleNearest2DBackward0"
  case (.nearest, _): return "UpsampleNearest3DBackward0"
  case (.nearestExact, 1): return "UpsampleNearestExact1DBackward0"
  case (.nearestExact, 2): return "UpsampleNearestExact2DBackward0"
  case (.nearestExact, _): return "UpsampleNearestExact3DBackward0"
  case (.linear, 1): return "UpsampleLinear1DBackward0"
  case (.bilinear, 2): return "UpsampleBilinear2DBackward0"
  case (.trilinear, 3): return "UpsampleTrilinear3DBackward0"
  case (.bicubic, 2): return "UpsampleBicubic2DBackward0"
  case (.linear, _), (.bilinear, _), (.trilinear, _), (.bicubic, _), (.area, _):
    if mode == .bicubic {
      throw .notImplemented(
        "Input Error: Only 3D, 4D and 5D input Tensors supported (got \(spatial + 2)D) for the modes: nearest | linear | bilinear "
          + "| bicubic | trilinear | lanczos | area | nearest-exact (got bicubic)")
    }
    let needed = mode == .linear ? 3 : mode == .trilinear ? 5 : 4
    throw .notImplemented("Got \(spatial + 2)D input, but \(mode.rawValue) mode needs \(needed)D input")
  }
}

/// How far apart the input places of neighbouring output places are.
private func distance(_ size: Int, _ target: Int, _ factor: Double?, _ alignCorners: Bool) -> Double {
  if alignCorners { return target > 1 ? Double(size - 1) / Double(target - 1) : 0 }
  if let factor, factor > 0 { return 1 / factor }
  return Double(size) / Double(target)
}

/// Taps of one dimension that look at all input places an output place covers, `antialias=True`: a triangle or a cubic, as
/// wide as the distance of output places where that is more than one, with weights that add up to one.
private func smoothTaps<Real: BinaryFloatingPoint>(
  _ size: Int, _ target: Int, _ factor: Double?, _ mode: InterpolationMode, _ alignCorners: Bool, _: Real.Type
) -> [Tap] {
  let scale = Real(distance(size, target, factor, alignCorners))
  let reach: Real = mode == .bicubic ? 2 : 1
  let support = scale >= 1 ? reach * scale : reach
  let shrink: Real = scale >= 1 ? 1 / scale : 1
  func filter(_ x: Real) -> Real {
    let x = abs(x)
    if mode != .bicubic { return x < 1 ? 1 - x : 0 }
    let a: Real = -0.5
    let square: Real = x * x
    if x < 1 {
      let inner: Real = (a + 2) * x - (a + 3)
      return inner * square + 1
    }
    let outer: Real = ((x - 5) * x + 8) * x - 4
    return x < 2 ? outer * a : 0
  }
  var windows: [(start: Int, weights: [Real])] = []
  for output in 0..<target {
    let center = scale * (Real(output) + 0.5)
    let start = Swift.max(Int(center - support + 0.5), 0)
    let end = Swift.min(Int(center + support + 0.5), size)
    var weights: [Real] = []
    var total: Real = 0
    for place in start..<Swift.max(end, start) {
      let weight: Real = filter((Real(place) - center + 0.5) * shrink)
      weights.append(weight)
      total += weight
    }
    if total != 0 { for index in weights.indices { weights[index] /= total } }
    windows.append((start, weights))
  }
  var taps: [Tap] = []
  let longest = windows.reduce(0) { Swift.max($0, $1.weights.count) }
  for number in 0..<longest {
    var tap = Tap(places: [], weights: [])
    for window in windows {
      tap.places.append(Swift.min(window.start + number, size - 1))
      tap.weights?.append(number < window.weights.count ? Double(window.weights[number]) : 0)
    }
    taps.append(tap)
  }
  return taps
}

/// Taps of one dimension. torch computes places in the dtype of the elements, those of `nearest` always in float32.
private func makeTaps<Real: BinaryFloatingPoint>(
  _ size: Int, _ target: Int, _ factor: Double?, _ mode: InterpolationMode, _ alignCorners: Bool, _: Real.Type
) -> [Tap] {
  let ratio = distance(size, target, factor, alignCorners)
  let scale = Real(ratio)
  let narrow = Float(ratio)
  func clamped(_ place: Int) -> Int { Swift.min(Swift.max(place, 0), size - 1) }
  func position(_ output: Int) -> Real {
    alignCorners ? Real(output) * scale : Real(-0.5).addingProduct(scale, Real(output) + 0.5)
  }
  switch mode {
  case .nearest:
    return [Tap(places: (0..<target).map { clamped(Int((Float($0) * narrow).rounded(.down))) })]
  case .nearestExact:
    return [Tap(places: (0..<target).map { clamped(Int(((Float($0) + 0.5) * narrow).rounded(.down))) })]
  case .linear, .bilinear, .trilinear, .area:
    var low = Tap(places: [], weights: [])
    var high = Tap(places: [], weights: [])
    for output in 0..<target {
      let exact = Swift.max(position(output), 0)
      let place = clamped(Int(exact))
      let share = Double(Swift.min(Swift.max(exact - Real(place), 0), 1))
      low.places.append(place)
      low.weights?.append(1 - share)
      high.places.append(clamped(place + 1))
      high.weights?.append(share)
    }
    return [low, high]
  case .bicubic:
    var taps = [Tap](repeating: Tap(places: [], weights: []), count: 4)
    for output in 0..<target {
      let exact = position(output)
      let base = exact.rounded(.down)
      let weights = cubicWeights(Double(exact - base))
      for tap in 0..<4 {
        taps[tap].places.append(clamped(Int(base) - 1 + tap))
        taps[tap].weights?.append(weights[tap])
      }
    }
    return taps
  }
}

/// Weights of the four neighbours by the cubic convolution with a = -0.75.
private func cubicWeights(_ t: Double) -> [Double] {
  let a = -0.75
  func near(_ x: Double) -> Double { ((a + 2) * x - (a + 3)) * x * x + 1 }
  func far(_ x: Double) -> Double { ((a * x - 5 * a) * x + 8 * a) * x - 4 * a }
  return [far(t + 1), near(t), near(1 - t), far(2 - t)]
}

private func resample(_ name: StaticString, _ x: Tensor, _ taps: [[Tap]]) throws(TorchError) -> Tensor {
  let first = x.dim - taps.count
  var array = x.array
  // The last dimension first, as torch nests its sums.
  for (dim, list) in taps.enumerated().reversed() { array = try gatherTaps(array, first + dim, list) }
  let before = x.array.shape
  return record(name, x, array) { (_, g) throws(TorchError) in
    var gradient = g
    for (dim, list) in taps.enumerated() {
      gradient = try spreadTaps(gradient, first + dim, list, before[first + dim])
    }
    return gradient
  }
}

private func factorArray(_ weights: [Double], _ dim: Int, _ rank: Int, _ dtype: DType) throws(TorchError) -> NDArray {
  var shape = Dims(repeating: 1, count: rank)
  shape[dim] = weights.count
  return try NDArray.from(weights, shape, dtype)
}

/// Places and weights of all taps as arrays of the shape (taps, places); nil without weights.
private func tapArrays(_ taps: [Tap], _ dtype: DType) throws(TorchError) -> (places: NDArray, weights: NDArray)? {
  guard let first = taps.first, first.weights != nil else { return nil }
  let shape = Dims(taps.count, first.places.count)
  return (
    try NDArray.from(taps.flatMap(\.places), shape, .int64), try NDArray.from(taps.flatMap { $0.weights ?? [] }, shape, dtype)
  )
}

private func gatherTaps(_ x: NDArray, _ dim: Int, _ taps: [Tap]) throws(TorchError) -> NDArray {
  if let (places, weights) = try tapArrays(taps, x.dtype), let found = try x.gatherTaps(dim, places, weights) { return found }
  var total: NDArray?
  for tap in taps {
    var part = try x.indexSelect(dim, NDArray.from(tap.places, Dims(tap.places.count), .int64))
    if let weights = tap.weights {
      part = try NDArray.binary(.mul, part, factorArray(weights, dim, x.rank, x.dtype))
    }
    total = try total.map { (total) throws(TorchError) in try NDArray.binary(.add, total, part) } ?? part
  }
  return total ?? x
}

private func spreadTaps(_ g: Tensor, _ dim: Int, _ taps: [Tap], _ size: Int) throws(TorchError) -> Tensor {
  if !records(g), let (places, weights) = try tapArrays(taps, g.dtype),
    let found = try g.array.spreadTaps(dim, places, weights, size: size)
  {
    return Tensor(found)
  }
  var shape = g.array.shape
  shape[dim] = size
  var total = try zeros(shape, g.dtype)
  for tap in taps {
    let index = Tensor(try NDArray.from(tap.places, Dims(tap.places.count), .int64))
    let part = try tap.weights.map { (weights) throws(TorchError) in
      try g .* Tensor(factorArray(weights, dim, g.dim, g.dtype))
    }
    total = try indexAdd(total, dim, index, part ?? g)
  }
  return total
}
