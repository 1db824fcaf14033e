import Arrays

/// Batch, layer, group, instance and RMS normalisation. All but the last are one computation: subtract a mean and
/// divide by a deviation over some dimensions, then scale and shift.

/// What a normalisation computed, for its derivative.
private struct Moments {
  let mean: Tensor
  /// 1 / sqrt(variance + eps).
  let scale: Tensor

  init(_ x: Tensor, _ dims: [Int], _ eps: Double) throws(TorchError) {
    let pair = try varMean(x, dims: dims, correction: 0, keepDim: true)
    mean = pair.mean
    scale = try rsqrt(pair.variance .+ eps)
  }

  init(mean: Tensor, scale: Tensor) {
    self.mean = mean
    self.scale = scale
  }
}

/// Normalises over `dims` and scales and shifts by weight and bias, given in a shape that broadcasts.
///
/// With `split` all this happens under another shape of x. `fresh` moments are those of x, computed before; `given` ones do
/// not depend on x.
private func normalized(
  _ name: StaticString, _ x: Tensor, _ dims: [Int], _ weight: Tensor?, _ bias: Tensor?, _ eps: Double,
  given: Moments? = nil, fresh: Moments? = nil, split: Dims? = nil
) throws(TorchError) -> Tensor {
  let shape = x.array.shape
  let input = Tensor(try x.array.reshape(split ?? shape))
  let moments: Moments
  var array: NDArray
  let rank = input.dim
  let parametersFit = [weight, bias].allSatisfy { $0.map { $0.dtype == x.dtype } ?? true }
  let isByChannel =
    split == nil && parametersFit && input.array.hasChannelLoops && dims == (0..<rank).filter { $0 != 1 }
  let isByRow = split == nil && parametersFit && given == nil && dims == Array((rank - dims.count)..<rank)
  var (factor, shift) = (weight?.array, bias?.array)
  if isByChannel {
    if let known = given ?? fresh {
      moments = known
    } else {
      moments = try channelMoments(input.array, eps).moments
    }
    array = try input.array.channelNormalized(
      mean: moments.mean.array, scale: moments.scale.array, weight: factor, bias: shift)
    (factor, shift) = (nil, nil)
  } else if given == nil, dims == Array((rank - dims.count)..<rank), let fast = try normalizedRows(input.array, dims, eps) {
    array = fast.array
    moments = Moments(mean: Tensor(fast.mean), scale: Tensor(fast.scale))
    if isByRow {
      try array.scaleRows(input.array.reducedCount(Dims(dims)), weight: factor, bias: shift)
      (factor, shift) = (nil, nil)
    }
  } else {
    if let given { moments = given } else { moments = try noGrad { () throws(TorchError) in try Moments(input, dims, eps) } }
    let (mean, scale) = (moments.mean.array, moments.scale.array)
    array = try NDArray.binary(.mul, NDArray.binary(.sub, input.array, mean), scale)
  }
  if let factor { array = try NDArray.binary(.mul, array, factor) }
  if let shift { array = try NDArray.binary(.add, array, shift) }
  // Rows are normalised into a dense result, whatever the strides of the input.
  if dims == Array((rank - dims.count)..<rank) { array = try array.contiguous() }
  let isFixed = given != nil
  let length = try input.array.reducedCount(Dims(dims))
  let count = Double(length)
  return record(name, [x, weight, bias], try array.reshape(shape)) { (n) in
    n.savedX = Saved(x)
    if let weight { n.savedY = Saved(weight) }
  } _: { (n, gradient) throws(TorchError) in
    let x = split == nil ? try n.x : try reshape(n.x, split ?? shape)
    let g = split == nil ? gradient : try reshape(gradient, split ?? shape)
    if !GradMode.isEnabled, isByChannel || isByRow, g.dtype == x.dtype {
      let scale = weight == nil ? nil : try n.y.array
      if isByChannel {
        let all = try x.array.channelNormalizedBackward(
          g.array, mean: moments.mean.array, scale: moments.scale.array, weight: scale, isFixed: isFixed,
          needsInput: n.needs(0))
        let wide = moments.mean.array.shape
        return [all.x.map { Tensor($0) }, Tensor(try all.weight.reshape(wide)), Tensor(try all.bias.reshape(wide))]
      }
      if let all = try x.array.rowsNormalizedBackward(
        g.array, length, mean: moments.mean.array, scale: moments.scale.array, weight: scale, needsInput: n.needs(0),
        needsScale: n.needs(1) || n.needs(2))
      {
        let wide = Dims(Array(shape.suffix(dims.count)))
        return [
          all.x.map { Tensor($0) }, try all.weight.map { (a) throws(TorchError) in Tensor(try a.reshape(wide)) },
          try all.bias.map { (a) throws(TorchError) in Tensor(try a.reshape(wide)) },
        ]
      }
    }
    // When the derivative is itself recorded, the moments are functions of x.
    let moments = GradMode.isEnabled && !isFixed ? try Moments(x, dims, eps) : moments
    let unit = try (x .- moments.mean) .* moments.scale
    var results: [Tensor?] = [nil, nil, nil]
    if n.needs(0) {
      let inner = weight == nil ? g : try g .* n.y
      if isFixed {
        results[0] = try inner .* moments.scale
      } else {
        let slope = try sum(inner, dims: dims, keepDim: true) ./ count
        let turn = try sum(inner .* unit, dims: dims, keepDim: true) ./ count
        results[0] = try (inner .- slope .- unit .* turn) .* moments.scale
      }
    }
    if let flat = results[0], split != nil { results[0] = try reshape(flat, shape) }
    if n.needs(1) { results[1] = try g .* unit }
    if n.needs(2) { results[2] = g }
    return results
  }
}

/// Moments of the channels of an array for `normalized`, and the variance that running moments take.
private func channelMoments(
  _ x: NDArray, _ eps: Double
) throws(TorchError) -> (moments: Moments, mean: NDArray, unbiased: NDArray) {
  let found = try x.channelMoments()
  var wide = Dims(repeating: 1, count: x.rank)
  wide[1] = x.shape[1]
  // The sum in double, as torch has it here.
  let scale = try NDArray.binary(.add, found.variance.to(.float64), .double(eps)).unary(.rsqrt).to(x.dtype)
  let moments = Moments(mean: Tensor(try found.mean.reshape(wide)), scale: Tensor(try scale.reshape(wide)))
  return (moments, found.mean, found.unbiased)
}

/// The last dimensions as rows, in one pass.
private func normalizedRows(
  _ x: NDArray, _ dims: [Int], _ eps: Double
) throws(TorchError) -> (array: NDArray, mean: NDArray, scale: NDArray)? {
  var kept = x.shape
  var n = 1
  for dim in dims {
    n &*= x.shape[dim]
    kept[dim] = 1
  }
  return try x.normalizedRows(n, eps: eps, kept)
}

/// Normalises over the last dimensions, `F.layer_norm`.
public func layerNorm(
  _ x: Tensor, _ shape: [Int], weight: Tensor? = nil, bias: Tensor? = nil, eps: Double = 1e-5
) throws(TorchError) -> Tensor {
  let wanted = Dims(shape)
  guard !shape.isEmpty else {
    throw .runtime(
      "Expected normalized_shape to be at least 1-dimensional, i.e., containing at least one element, but got "
        + "normalized_shape = []")
  }
  try checkScale(weight, wanted, "weight")
  try checkScale(bias, wanted, "bias")
  guard x.dim >= shape.count, Array(x.shape.suffix(shape.count)) == shape else {
    let stars = "[*, " + shape.map { String($0) }.joined(separator: ", ") + "]"
    throw .runtime(
      "Given normalized_shape=\(wanted.text), expected input with shape \(stars), but got input of "
        + "size\(x.array.shape.text)")
  }
  if !x.dtype.isFloatingPoint, weight != nil || bias != nil {
    throw .runtime("mixed dtype (CPU): all inputs must share same datatype.")
  }
  try x.requireReal("LayerNormKernelImpl")
  try requireSameDType(x, [weight, bias], alwaysNamed: true)
  let dims = Array((x.dim - shape.count)..<x.dim)
  return try normalized("NativeLayerNormBackward0", x, dims, weight, bias, eps)
}

private func checkScale(_ scale: Tensor?, _ shape: Dims, _ name: String) throws(TorchError) {
  guard let scale, scale.array.shape != shape else { return }
  throw .runtime(
    "Expected \(name) to be of same shape as normalized_shape, but got \(name) of shape \(scale.array.shape.text) and "
      + "normalized_shape = \(shape.text)")
}

/// Normalises each channel of (N, C, …) over batch and space, `F.batch_norm`.
///
/// While training the running moments are updated in place; else they are what is subtracted and divided by.
public func batchNorm(
  _ x: Tensor, runningMean: Tensor? = nil, runningVar: Tensor? = nil, weight: Tensor? = nil, bias: Tensor? = nil,
  training: Bool = false, momentum: Double = 0.1, eps: Double = 1e-5
) throws(TorchError) -> Tensor {
  if x.dim == 1, x.count == 0 { return try clone(x) }
  if x.count == 0, x.dim >= 2, x.array.shape[1] == 0 { return try clone(x) }
  guard x.dim != 1 else { throw .runtime("Expected more than 1 dimension, got \(x.dim)") }
  let channels = x.dim == 0 ? 0 : x.array.shape[1]
  if !training {
    guard runningMean != nil else { throw .runtime("running_mean must be defined in evaluation mode") }
    guard runningVar != nil else { throw .runtime("running_var must be defined in evaluation mode") }
  }
  let pieces: [(Tensor?, String)] = [
    (runningMean, "running_mean"), (runningVar, "running_var"), (weight, "weight"), (bias, "bias"),
  ]
  for (piece, name) in pieces {
    if let piece, piece.count != channels {
      throw .runtime("\(name) should contain \(channels) elements not \(piece.count)")
    }
  }
  guard x.dim >= 2 else { throw .runtime("Expected more than 1 dimension, got \(x.dim)") }
  try refuseGradient(runningMean, "running_mean", of: "native_batch_norm")
  try refuseGradient(runningVar, "running_var", of: "native_batch_norm")
  try x.requireReal("batch_norm")
  try requireSameDType(x, [weight, bias, runningMean, runningVar])
  let perChannel = x.count / Swift.max(channels, 1)
  if training, perChannel == 1 {
    throw .value("Expected more than 1 value per channel when training, got input size \(sizeText(x))")
  }
  var wide = Dims(repeating: 1, count: x.dim)
  wide[1] = channels
  func spread(_ tensor: Tensor?) throws(TorchError) -> Tensor? {
    try tensor.map { (tensor) throws(TorchError) in try reshape(tensor, wide) }
  }
  let dims = (0..<x.dim).filter { $0 != 1 }
  if training {
    guard x.array.hasChannelLoops else {
      let pair = try x.array.varianceAndMean(Dims(dims), correction: 1)
      try updateRunning(pair.mean, pair.variance, runningMean, runningVar, momentum)
      return try normalized("NativeBatchNormBackward0", x, dims, spread(weight), spread(bias), eps)
    }
    let found = try channelMoments(x.array, eps)
    try updateRunning(found.mean, found.unbiased, runningMean, runningVar, momentum)
    return try normalized(
      "NativeBatchNormBackward0", x, dims, spread(weight), spread(bias), eps, fresh: found.moments)
  }
  let given = try noGrad { () throws(TorchError) -> Moments? in
    guard let mean = try spread(runningMean), let variance = try spread(runningVar) else { return nil }
    return Moments(mean: mean, scale: try reciprocal(sqrt(variance .+ eps)))
  }
  return try normalized("NativeBatchNormBackward0", x, dims, spread(weight), spread(bias), eps, given: given)
}

private func updateRunning(
  _ freshMean: NDArray, _ freshVariance: NDArray, _ mean: Tensor?, _ variance: Tensor?, _ momentum: Double
) throws(TorchError) {
  for (running, fresh) in [(mean, freshMean), (variance, freshVariance)] {
    guard let running else { continue }
    let kept = try NDArray.binary(.mul, running.array, .double(1 - momentum))
    let added = try NDArray.binary(.mul, fresh.to(running.dtype), .double(momentum))
    try running.array.copyInPlace(from: NDArray.binary(.add, added, kept))
  }
}

/// Normalises groups of channels of (N, C, …), `F.group_norm`.
public func groupNorm(
  _ x: Tensor, _ groups: Int, weight: Tensor? = nil, bias: Tensor? = nil, eps: Double = 1e-5
) throws(TorchError) -> Tensor {
  guard x.dim >= 2 else {
    throw .runtime("Expected at least 2 dimensions for input tensor but received \(x.dim)")
  }
  let channels = x.array.shape[1]
  guard groups > 0 else { throw .runtime("Expected num groups to be greater than 0, got \(groups)") }
  guard channels % groups == 0 else {
    throw .runtime(
      "Expected number of channels in input to be divisible by num_groups, but got input of shape "
        + "\(x.array.shape.text) and num_groups=\(groups)")
  }
  for (piece, name) in [(weight, "weight"), (bias, "bias")] {
    if let piece, piece.dim != 1 || piece.count != channels {
      throw .runtime(
        "Expected \(name) to be a vector of size equal to the number of channels in input, but got \(name) of shape "
          + "\(piece.array.shape.text) and input of shape \(x.array.shape.text)")
    }
  }
  try x.requireReal("GroupNormKernelImpl")
  try requireSameDType(x, [weight, bias], alwaysNamed: true)
  let shape = x.array.shape
  let inner = x.count / Swift.max(shape[0] &* channels, 1)
  let split = Dims([shape[0], groups, channels / groups, inner])
  func spread(_ tensor: Tensor?) throws(TorchError) -> Tensor? {
    try tensor.map { (tensor) throws(TorchError) in try reshape(tensor, [1, groups, channels / groups, 1]) }
  }
  return try normalized(
    "NativeGroupNormBackward0", x, [2, 3], spread(weight), spread(bias), eps, split: split)
}

/// Normalises each channel of each sample, `F.instance_norm`.
public func instanceNorm(
  _ x: Tensor, runningMean: Tensor? = nil, runningVar: Tensor? = nil, weight: Tensor? = nil, bias: Tensor? = nil,
  useInputStats: Bool = true, momentum: Double = 0.1, eps: Double = 1e-5
) throws(TorchError) -> Tensor {
  let shape = x.array.shape
  guard (runningMean == nil) == (runningVar == nil) else {
    throw .value("running_mean and running_var must either both be None or neither be None")
  }
  if useInputStats, shape.count < 3 {
    throw .value("Expected more than 1 spatial element when training, got input size \(sizeText(x))")
  }
  guard shape.count >= 2 else { throw .runtime("instance_norm expects at least 2 dimensions") }
  let spatial = Array(x.shape.dropFirst(2))
  if useInputStats, spatial.reduce(1, &*) == 1 {
    throw .value("Expected more than 1 spatial element when training, got input size \(sizeText(x))")
  }
  let (batch, channels) = (shape[0], shape[1])
  func tiled(_ tensor: Tensor?) throws(TorchError) -> Tensor? {
    try tensor.map { (tensor) throws(TorchError) in try `repeat`(tensor, [batch]) }
  }
  let means = try tiled(runningMean)
  let variances = try tiled(runningVar)
  let result = try batchNorm(
    view(contiguous(x), [1, batch * channels] + spatial), runningMean: means, runningVar: variances,
    weight: tiled(weight), bias: tiled(bias), training: useInputStats, momentum: momentum, eps: eps)
  try noGrad { () throws(TorchError) in
    for (running, fresh) in [(runningMean, means), (runningVar, variances)] {
      guard let running, let fresh else { continue }
      try running.array.copyInPlace(from: fresh.array.reshape(Dims(batch, channels)).mean(Dims(0)))
    }
  }
  return try view(result, Array(shape))
}

/// Divides by the root of the mean square over the last dimensions, `F.rms_norm`.
public func rmsNorm(
  _ x: Tensor, _ shape: [Int], weight: Tensor? = nil, eps: Double? = nil
) throws(TorchError) -> Tensor {
  guard x.dim >= shape.count else {
    throw .value("Input tensor must have at least \(shape.count) dimensions, but got \(x.dim)")
  }
  guard !shape.isEmpty else {
    throw .runtime(
      "Expected normalized_shape to be at least 1-dimensional, i.e., containing at least one element, but got normalized_shape = []")
  }
  try checkScale(weight, Dims(shape), "weight")
  guard Array(x.shape.suffix(shape.count)) == shape, !shape.isEmpty else {
    let stars = "[*" + shape.map { String($0) }.joined(separator: ", ") + "]"
    throw .runtime(
      "Given normalized_shape=\(Dims(shape).text), expected input with shape \(stars), but got input of "
        + "size\(x.array.shape.text)")
  }
  try x.requireFloating("rms_norm")
  let dims = Array((x.dim - shape.count)..<x.dim)
  let smallest = x.dtype == .float64 ? 2.220446049250313e-16 : 1.1920928955078125e-7
  // Halves are widened, and rounded once at the end.
  let wide = x.dtype.isReducedFloat ? try to(x, .float32) : x
  let power = try mean(pow(wide, 2), dims: dims, keepDim: true)
  // The overload for numbers, by its name.
  let raised = record("AddBackward1", power, try NDArray.binary(.add, power.array, .double(eps ?? smallest))) { (_, g) in g }
  let unit = try wide .* rsqrt(raised)
  let result = try weight.map { (weight) throws(TorchError) in try unit .* weight } ?? unit
  return result.dtype == x.dtype ? result : try to(result, x.dtype)
}

/// Divides by a power of the mean square over neighbouring channels, `F.local_response_norm`.
public func localResponseNorm(
  _ x: Tensor, _ size: Int, alpha: Double = 1e-4, beta: Double = 0.75, k: Double = 1
) throws(TorchError) -> Tensor {
  guard x.dim >= 3 else {
    throw .value("Expected 3D or higher dimensionality                          input (got \(x.dim) dimensions)")
  }
  if x.count == 0 { return x }
  let shape = x.shape
  let squares = try reshape(mul(x, x), [shape[0], 1, shape[1], -1])
  let padded = try constantPad(squares, [0, 0, size / 2, (size - 1) / 2], 0)
  let average = try avgPool(padded, kernel: [size, 1], stride: [1, 1])
  return try x ./ pow(reshape(average, shape) .* alpha .+ k, .double(beta))
}

/// Raises unless the parameters of a normalisation have the dtype of its input; reduced inputs may have wider ones.
private func requireSameDType(
  _ x: Tensor, _ parameters: [Tensor?], alwaysNamed: Bool = false
) throws(TorchError) {
  guard x.dtype == .float32 || x.dtype == .float64 else { return }
  for case let parameter? in parameters where parameter.dtype != x.dtype {
    throw .runtime(
      alwaysNamed && x.dtype == .float32 || x.dtype == .float32 && parameter.dtype == .float64
        ? "mixed dtype (CPU): expect parameter to have scalar type of Float"
        : "mixed dtype (CPU): all inputs must share same datatype.")
  }
}
