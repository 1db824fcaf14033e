import Arrays

/// Losses over classes: negative log likelihood and cross entropy.

/// Computes the negative log likelihood of target classes from log-probabilities.
///
/// x is (C), (N, C) or (N, C, d1, …); targets are classes of shape (), (N) or (N, d1, …).
public func nllLoss(
  _ x: Tensor, _ target: Tensor, weight: Tensor? = nil, ignoreIndex: Int = -100, reduction: Reduction = .mean
) throws(TorchError) -> Tensor {
  try x.requireReal(x.dim <= 2 ? "nll_loss_out_frame" : "nll_loss2d_forward_out_frame")
  try refuseGradient(weight, "weight", of: x.dim == 4 ? "nll_loss2d_forward" : "nll_loss_forward")
  let places = try ClassTargets(x, target, weight, ignoreIndex)
  let picked = try x.array.gather(places.dim, places.index)
  let losses = try NDArray.binary(.mul, picked, places.negativeWeights).reshape(target.array.shape)
  let array: NDArray
  switch reduction {
  case .none: array = losses
  case .sum: array = try losses.sum()
  case .mean: array = try NDArray.binary(.div, losses.sum(), places.total)
  }
  let shape = x.array.shape
  let (dim, index) = (places.dim, Tensor(places.index))
  let slope = Tensor(
    reduction == .mean ? try NDArray.binary(.div, places.negativeWeights, places.total) : places.negativeWeights)
  let name: StaticString = x.dim <= 2 ? "NllLossBackward0" : "NllLoss2DBackward0"
  return record(name, x, array, saving: .x) { (n, g) throws(TorchError) in
    let spread = reduction == .none ? try reshape(g, slope.array.shape) : g
    return try depending(scatter(zeros(shape, g.dtype), dim, index, slope .* spread), on: n.x)
  }
}

/// Checked targets of a loss over classes.
private struct ClassTargets {
  let dim: Int
  /// Classes with ignored ones replaced by 0, with a dimension of one in place of the classes.
  let index: NDArray
  /// Weight of each target, negated; zero where ignored.
  let negativeWeights: NDArray
  /// Sum of the weights.
  let total: NDArray

  init(_ x: Tensor, _ target: Tensor, _ weight: Tensor?, _ ignoreIndex: Int) throws(TorchError) {
    guard x.dim > 0 else { throw .value("Expected 1 or more dimensions (got 0)") }
    if let weight, weight.dtype != x.dtype {
      throw .runtime("expected scalar type \(x.dtype.scalarTypeName) but found \(weight.dtype.scalarTypeName)")
    }
    let batch = target.dim == 0 ? 0 : target.array.shape[0]
    guard x.dim == 1 || x.array.shape[0] == batch else {
      throw .value("Expected input batch_size (\(x.array.shape[0])) to match target batch_size (\(batch)).")
    }
    try ClassTargets.checkShapes(x.array.shape, target.array.shape)
    guard target.dtype == .int64 || target.dtype == .uint8 else {
      throw .runtime("expected target dtype to be Long or Byte, but got \(target.dtype.scalarTypeName)")
    }
    dim = x.dim == 1 ? 0 : 1
    let classes = x.array.shape[dim]
    if x.dim == 1, target.count != 1 {
      throw .value("For 1D input, 1D target must have size 1, but got target size: \(target.count)")
    }
    if x.dim == 4, target.array.shape != Dims(x.array.shape[0], x.array.shape[2], x.array.shape[3]) {
      throw .runtime("size mismatch (got input: \(x.array.shape.text) , target: \(target.array.shape.text)")
    }
    if let weight {
      guard weight.dim == 1, weight.count == classes else {
        throw .runtime(
          "weight tensor should be defined either for all \(classes) classes or no classes but got weight tensor of "
            + "shape: \(weight.array.shape.text)")
      }
    }
    let plain = try target.array.to(.int64)
    for place in try plain.integers() where place != ignoreIndex && (place < 0 || place >= classes) {
      throw .index("Target \(place) is out of bounds.")
    }
    let isIgnored = try NDArray.binary(.eq, plain, .int(ignoreIndex))
    let safe = try NDArray.where(isIgnored, .int(0), plain)
    index = target.dim == x.dim ? safe : try safe.unsqueeze(dim)
    let flat = try safe.reshape([-1])
    var kept = try isIgnored.unary(.logicalNot).to(x.dtype).reshape(index.shape)
    if let weight {
      kept = try NDArray.binary(.mul, weight.array.to(x.dtype).indexSelect(0, flat).reshape(index.shape), kept)
    }
    negativeWeights = try kept.unary(.neg)
    total = try kept.sum()
  }

  /// Each number of dimensions has its own words.
  private static func checkShapes(_ x: Dims, _ target: Dims) throws(TorchError) {
    switch x.count {
    case 1, 2:
      guard target.count <= 1 else { throw .runtime("0D or 1D target tensor expected, multi-target not supported") }
    case 4:
      guard target.count == 3 else {
        throw .runtime(
          "only batches of spatial targets supported (3D tensors) but got targets of dimension: \(target.count)")
      }
    default:
      var expected = x
      expected.remove(at: 1)
      guard target == expected else { throw .runtime("Expected target size \(expected.text), got \(target.text)") }
    }
  }
}

/// Computes the cross entropy between logits and target classes, or target probabilities of the logits' shape.
public func crossEntropy(
  _ x: Tensor, _ target: Tensor, weight: Tensor? = nil, ignoreIndex: Int = -100, reduction: Reduction = .mean,
  labelSmoothing: Double = 0
) throws(TorchError) -> Tensor {
  let dim = x.dim == 1 ? 0 : 1
  guard labelSmoothing >= 0, labelSmoothing <= 1 else {
    throw .runtime("label_smoothing must be between 0.0 and 1.0. Got: \(numberText(labelSmoothing))")
  }
  if x.dim > 0, target.array.shape == x.array.shape {
    return try probabilityCrossEntropy(x, target, dim, weight, reduction, labelSmoothing)
  }
  let logits = try logSoftmax(x, dim)
  let loss = try nllLoss(logits, target, weight: weight, ignoreIndex: ignoreIndex, reduction: reduction)
  if labelSmoothing == 0 { return loss }
  let classes = x.array.shape[dim]
  var smooth: Tensor
  let scaled = try weight.map { (weight) throws(TorchError) in try logits .* alongDim(weight, dim, logits.dim) }
  smooth = try neg(sum(scaled ?? logits, dims: [dim]))
  let isIgnored = try eq(target, .int(ignoreIndex))
  smooth = try maskedFill(smooth, isIgnored, 0)
  switch reduction {
  case .none: break
  case .sum: smooth = try sum(smooth)
  case .mean:
    if let weight {
      let safe = try maskedFill(target, isIgnored, 0)
      let weights = try maskedFill(
        reshape(indexSelect(weight, 0, reshape(safe, [-1])), target.array.shape), isIgnored, 0)
      smooth = try sum(smooth) ./ sum(weights)
    } else {
      smooth = try div(sum(smooth), sum(logicalNot(isIgnored)))
    }
  }
  return try loss .* (1 - labelSmoothing) .+ smooth .* (labelSmoothing / Double(classes))
}

private func alongDim(_ weight: Tensor, _ dim: Int, _ rank: Int) throws(TorchError) -> Tensor {
  var shape = Dims(repeating: 1, count: rank)
  shape[dim] = weight.count
  return try reshape(weight, shape)
}

private func probabilityCrossEntropy(
  _ x: Tensor, _ target: Tensor, _ dim: Int, _ weight: Tensor?, _ reduction: Reduction, _ labelSmoothing: Double
) throws(TorchError) -> Tensor {
  guard target.dtype.isFloatingPoint else {
    throw .runtime(
      "Expected floating point type for target with class probabilities, got \(target.dtype.scalarTypeName)")
  }
  let classes = x.array.shape[dim]
  if let weight, weight.dim != 1 || weight.count != classes {
    throw .runtime(
      "cross_entropy: weight tensor should be defined either for all \(classes) classes or no classes but got weight "
        + "tensor of shape: \(weight.array.shape.text)")
  }
  var wanted = target
  if labelSmoothing > 0 { wanted = try target .* (1 - labelSmoothing) .+ labelSmoothing / Double(classes) }
  var products = try logSoftmax(x, dim) .* wanted
  if let weight { products = try products .* alongDim(weight, dim, x.dim) }
  switch reduction {
  case .none: return try neg(sum(products, dims: [dim]))
  case .sum: return try neg(sum(products))
  case .mean:
    return titled("DivBackward1", try neg(sum(products)) ./ Double(Swift.max(x.count / Swift.max(classes, 1), 1)))
  }
}

/// A double as C++ streams print it.
func numberText(_ value: Double) -> String { Text.general(value, 6) }
