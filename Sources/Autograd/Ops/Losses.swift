import Arrays

/// Losses of `torch.nn.functional`.

/// What a loss does with the losses of the elements.
public enum Reduction: String, Sendable {
  case none, mean, sum
}

extension Reduction {
  /// Finds a reduction by its name, with torch's error.
  package init(name: String) throws(TorchError) {
    guard let found = Reduction(rawValue: name) else {
      throw .value("\(name) is not a valid value for reduction")
    }
    self = found
  }

  func apply(_ losses: Tensor) throws(TorchError) -> Tensor {
    switch self {
    case .none: return losses
    case .mean: return try Autograd.mean(losses)
    case .sum: return try Autograd.sum(losses)
    }
  }

  fileprivate func apply(_ losses: NDArray) throws(TorchError) -> NDArray {
    switch self {
    case .none: return losses
    case .mean: return try losses.mean(Dims(), keepDim: false)
    case .sum: return try losses.sum(Dims(), keepDim: false)
    }
  }

  /// Spreads the gradient of the loss over its elements.
  fileprivate func spread(_ g: Tensor, count: Int) throws(TorchError) -> Tensor {
    self == .mean ? try g ./ Double(count) : g
  }
}

/// Computes squared differences.
public func mseLoss(_ x: Tensor, _ target: Tensor, reduction: Reduction = .mean) throws(TorchError) -> Tensor {
  if try !Promotion.resultType(x.array, target.array).isFloatingPoint {
    throw .unsupported("mse_cpu", try Promotion.resultType(x.array, target.array))
  }
  let losses = try elementwise(.mse, x, target)
  let count = losses.count
  return record(
    "MseLossBackward0", x, target, try reduction.apply(losses), saving: [.x, .y],
    { (n, g) throws(TorchError) in try (n.x .- n.y) .* 2 .* reduction.spread(g, count: count) },
    { (n, g) throws(TorchError) in try (n.y .- n.x) .* 2 .* reduction.spread(g, count: count) })
}

/// Computes absolute differences.
public func l1Loss(_ x: Tensor, _ target: Tensor, reduction: Reduction = .mean) throws(TorchError) -> Tensor {
  try reduction.apply(abs(x .- target))
}

/// Computes squared differences where below `beta` and absolute ones elsewhere, joined smoothly.
public func smoothL1Loss(
  _ x: Tensor, _ target: Tensor, reduction: Reduction = .mean, beta: Double = 1
) throws(TorchError) -> Tensor {
  guard beta >= 0 else { throw .runtime("smooth_l1_loss does not support negative values for beta.") }
  if beta == 0 { return try l1Loss(x, target, reduction: reduction) }
  let losses = try NDArray.binary(.smoothL1, x.array, target.array, Parameters(beta))
  return try recordDifferenceLoss("SmoothL1LossBackward0", x, target, losses, reduction) { (d) throws(TorchError) in
    try bounded(d ./ beta, 1, "SmoothL1LossBackwardBackward0")
  }
}

/// Computes half of squared differences where below `delta` and `delta` times absolute ones elsewhere.
public func huberLoss(
  _ x: Tensor, _ target: Tensor, reduction: Reduction = .mean, delta: Double = 1
) throws(TorchError) -> Tensor {
  guard delta > 0 else { throw .runtime("huber_loss does not support non-positive values for delta.") }
  let common = try Promotion.resultType(x.array, target.array)
  _ = try Dims.broadcast(x.array.shape, target.array.shape)
  try Promotion.checkCast(from: common, to: x.dtype)
  guard common.isFloatingPoint else { throw .unsupported("huber_cpu", common) }
  let losses = try NDArray.binary(.huber, x.array, target.array, Parameters(delta)).to(x.dtype)
  return try recordDifferenceLoss("HuberLossBackward0", x, target, losses, reduction) { (d) throws(TorchError) in
    try bounded(d, delta, "HuberLossBackwardBackward0")
  }
}

/// Cuts to a range of which the ends have no slope any more.
private func bounded(_ x: Tensor, _ bound: Double, _ name: StaticString) throws(TorchError) -> Tensor {
  record(name, x, try x.array.clamp(min: .double(-bound), max: .double(bound)), saving: .x) { (n, g) throws(TorchError) in
    // A product, so that NaN comes through.
    try g .* to(lt(abs(n.x), .double(bound)), g.dtype)
  }
}

/// Records a loss of the difference of input and target by the derivative with regard to the difference, an odd function.
private func recordDifferenceLoss(
  _ name: StaticString, _ x: Tensor, _ target: Tensor, _ losses: NDArray, _ reduction: Reduction,
  _ derivative: @escaping (Tensor) throws(TorchError) -> Tensor
) throws(TorchError) -> Tensor {
  let count = losses.count
  return record(
    name, x, target, try reduction.apply(losses), saving: [.x, .y],
    { (n, g) throws(TorchError) in try derivative(n.x .- n.y) .* reduction.spread(g, count: count) },
    { (n, g) throws(TorchError) in try derivative(n.y .- n.x) .* reduction.spread(g, count: count) })
}

/// Computes -log likelihoods of labels between 0 and 1 under probabilities.
public func binaryCrossEntropy(
  _ x: Tensor, _ target: Tensor, weight: Tensor? = nil, reduction: Reduction = .mean
) throws(TorchError) -> Tensor {
  guard x.array.shape == target.array.shape else {
    throw .value(
      "Using a target size (\(sizeText(target))) that is different to the input size (\(sizeText(x))) is deprecated. "
        + "Please ensure they have the same size.")
  }
  try refuseGradient(weight, "weight", of: "binary_cross_entropy")
  guard x.dtype == target.dtype else {
    throw .runtime("Found dtype \(target.dtype.scalarTypeName) but expected \(x.dtype.scalarTypeName)")
  }
  try x.requireFloating("binary_cross_entropy")
  let inside = try noGrad { () throws(TorchError) in try all(logicalAnd(ge(x, 0), le(x, 1))).item().boolValue }
  guard inside else { throw .runtime("all elements of input should be between 0 and 1") }
  let losses = try noGrad { () throws(TorchError) -> Tensor in
    let plain = detach(x)
    let hit = try clamp(log(plain), min: -100)
    let miss = try clamp(log1p(neg(plain)), min: -100)
    let loss = try (detach(target) .- 1) .* miss .- detach(target) .* hit
    return try weight.map { (weight) throws(TorchError) in try loss .* weight } ?? loss
  }
  let count = losses.count
  return record(
    "BinaryCrossEntropyBackward0", x, target, try reduction.apply(losses.array), saving: [.x, .y],
    { (n, g) throws(TorchError) in
      let spread = try reduction.spread(g, count: count)
      let x = try n.x
      let slope = try (x .- n.y) ./ clamp((1 .- x) .* x, min: 1e-12)
      return try weighted(slope .* spread, weight)
    },
    { (n, g) throws(TorchError) in
      let spread = try reduction.spread(g, count: count)
      let x = try n.x
      return try weighted((log1p(neg(x)) .- log(x)) .* spread, weight)
    })
}

private func weighted(_ g: Tensor, _ weight: Tensor?) throws(TorchError) -> Tensor {
  guard let weight else { return g }
  return try g .* weight
}

func sizeText(_ x: Tensor) -> String { "torch.Size(\(x.array.shape.text))" }

/// Computes -log likelihoods of labels under the sigmoids of x, stably.
public func binaryCrossEntropyWithLogits(
  _ x: Tensor, _ target: Tensor, weight: Tensor? = nil, reduction: Reduction = .mean, posWeight: Tensor? = nil
) throws(TorchError) -> Tensor {
  guard x.array.shape == target.array.shape else {
    throw .value("Target size (\(sizeText(target))) must be the same as input size (\(sizeText(x)))")
  }
  try refuseGradient(weight, "weight", of: "binary_cross_entropy_with_logits")
  try refuseGradient(posWeight, "pos_weight", of: "binary_cross_entropy_with_logits")
  // What is gathered lies where 1 - target lay, and keeps its dtype.
  let losses = try noGrad { () throws(TorchError) -> Tensor in
    let logSigmoid = try logSigmoid(x)
    try checkSubtraction(target.dtype, target.dtype)
    for other in [Optional(x), weight, posWeight] {
      if let other { try Promotion.checkCast(from: Promotion.resultType(target.array, other.array), to: target.dtype) }
    }
    var loss: Tensor
    if let posWeight {
      let factor = try (posWeight .- 1) .* target .+ 1
      loss = try (1 .- target) .* x .- factor .* logSigmoid
    } else {
      loss = try (1 .- target) .* x .- logSigmoid
    }
    return try to(weighted(loss, weight), target.dtype)
  }
  let count = losses.count
  return record(
    "BinaryCrossEntropyWithLogitsBackward0", x, target, try reduction.apply(losses.array), saving: [.x, .y],
    { (n, g) throws(TorchError) in
      let spread = try reduction.spread(g, count: count)
      let (x, target) = (try n.x, try n.y)
      var slope = try sigmoid(x) .- target
      if let posWeight {
        let t = try posWeight .* target
        slope = try (t .+ 1 .- target) .* sigmoid(x) .- t
      }
      return try weighted(slope .* spread, weight)
    },
    { (n, g) throws(TorchError) in
      let spread = try reduction.spread(g, count: count)
      let x = try n.x
      guard let posWeight else { return try weighted(neg(x) .* spread, weight) }
      let slope = try logSigmoid(neg(x)) .- posWeight .* logSigmoid(x)
      return try weighted(slope .* spread, weight)
    })
}

/// Computes the Kullback-Leibler divergence of a target distribution from log-probabilities.
public func klDiv(
  _ x: Tensor, _ target: Tensor, reduction: String = "mean", logTarget: Bool = false
) throws(TorchError) -> Tensor {
  if x.dtype.isComplex || target.dtype.isComplex { throw .runtime("kl_div: Complex inputs not supported.") }
  guard x.dtype.isDifferentiable, target.dtype.isDifferentiable else {
    throw .runtime("kl_div: Integral inputs not supported.")
  }
  // The right operand first, as torch's compiler has it: gradients of the target are added up in the order of the nodes.
  let right = logTarget ? try target .- x : try target .* x
  let losses = logTarget ? try exp(target) .* right : try xlogy(target, target) .- right
  if reduction == "batchmean" {
    let batch = x.dim > 0 ? x.array.shape[0] : 1
    return try sum(losses) ./ Double(batch)
  }
  return try Reduction(name: reduction).apply(losses)
}

/// Computes the negative log likelihood of Poisson counts.
public func poissonNllLoss(
  _ x: Tensor, _ target: Tensor, logInput: Bool = true, full: Bool = false, eps: Double = 1e-8,
  reduction: Reduction = .mean
) throws(TorchError) -> Tensor {
  var losses = logInput ? try exp(x) .- target .* x : try x .- target .* log(x .+ eps)
  if full {
    let stirling = try target .* log(target) .- target .+ log(target .* (2 * Double.pi)) .* 0.5
    losses = try losses .+ maskedFill(stirling, le(target, 1), 0)
  }
  return try reduction.apply(losses)
}

/// Computes the negative log likelihood of a normal distribution.
public func gaussianNllLoss(
  _ x: Tensor, _ target: Tensor, _ variance: Tensor, full: Bool = false, eps: Double = 1e-6,
  reduction: Reduction = .mean
) throws(TorchError) -> Tensor {
  var width = variance
  if variance.array.shape != x.array.shape {
    var head = x.array.shape
    if head.count > 0 { head.remove(at: head.count - 1) }
    if variance.array.shape == head {
      width = try unsqueeze(variance, -1)
    } else if !(head.count + 1 == variance.dim && variance.dim > 0 && variance.array.shape[variance.dim - 1] == 1) {
      throw .value("var is of incorrect size")
    }
  }
  let isNegative = try noGrad { () throws(TorchError) in try any(lt(width, 0)).item().boolValue }
  guard !isNegative else { throw .value("var has negative entry/entries") }
  // The lower bound of the variance is no part of the graph.
  let bounded = try clone(width)
  try noGrad { () throws(TorchError) in
    try bounded.array.copyInPlace(from: bounded.array.clamp(min: .double(eps), max: nil))
  }
  var losses = try (log(bounded) .+ pow(x .- target, 2) ./ bounded) .* 0.5
  if full { losses = try losses .+ 0.9189385332046727 }
  return try reduction.apply(losses)
}

/// Computes max(0, -y * (a - b) + margin).
public func marginRankingLoss(
  _ a: Tensor, _ b: Tensor, _ target: Tensor, margin: Double = 0, reduction: Reduction = .mean
) throws(TorchError) -> Tensor {
  guard a.dim == b.dim, a.dim == target.dim else {
    throw .runtime(
      "margin_ranking_loss : All input tensors should have same dimension but got sizes: input1: \(sizeText(a)), "
        + "input2: \(sizeText(b)), target: \(sizeText(target)) ")
  }
  return try reduction.apply(clampMin(neg(target) .* (a .- b) .+ margin, 0))
}

/// Computes x where the target is 1 and max(0, margin - x) where it is -1.
public func hingeEmbeddingLoss(
  _ x: Tensor, _ target: Tensor, margin: Double = 1, reduction: Reduction = .mean
) throws(TorchError) -> Tensor {
  try checkSubtraction(x.dtype, x.dtype)
  let zero = try zerosLike(x)
  // The margin takes the dtype of x.
  let distance = try rsub(x, Scalar.double(margin).fitting(x.dtype))
  let far = try `where`(ne(target, 1), clampMin(distance, 0), zero)
  let near = try `where`(ne(target, -1), x, zero)
  return try reduction.apply(far .+ near)
}

/// Computes log(1 + e**(-y x)).
public func softMarginLoss(
  _ x: Tensor, _ target: Tensor, reduction: Reduction = .mean
) throws(TorchError) -> Tensor {
  try refuseGradient(target, "target", of: "soft_margin_loss")
  let turned = try neg(x)
  // The steps are done in place: their results must fit the dtype of x.
  try Promotion.checkCast(from: Promotion.resultType(x.array, target.array), to: x.dtype)
  if x.dtype.isIntegral { try Promotion.checkCast(from: Settings.defaultDType, to: x.dtype) }
  return titled("SoftMarginLossBackward0", try reduction.apply(log1p(exp(to(turned .* target, x.dtype)))))
}

/// Computes cosine similarity along a dimension.
public func cosineSimilarity(
  _ a: Tensor, _ b: Tensor, dim: Int = 1, eps: Double = 1e-8
) throws(TorchError) -> Tensor {
  let common = try Promotion.resultType(a.array, b.array)
  guard common.isFloatingPoint else {
    throw .runtime("expected common dtype to be floating point, yet common dtype is \(common.scalarTypeName)")
  }
  let shape = try Dims.broadcast(a.array.shape, b.array.shape)
  // Floats keep their dtype until they are divided by their norm.
  let x = try spread(a.dtype.isDifferentiable ? a : to(a, common), shape)
  let y = try spread(b.dtype.isDifferentiable ? b : to(b, common), shape)
  let position = try x.array.normalize(dim: dim)
  let xUnit = try x ./ boundedNorm(x, position, eps)
  let yUnit = try y ./ boundedNorm(y, position, eps)
  return try sum(xUnit .* yUnit, dims: [position])
}

/// Expands what does not have the shape yet, so that the graph holds no more than torch's.
private func spread(_ x: Tensor, _ shape: Dims) throws(TorchError) -> Tensor {
  x.array.shape == shape ? x : try expand(x, shape)
}

/// Norms that are at least `eps`; the bound is no part of the graph.
private func boundedNorm(_ x: Tensor, _ dim: Int, _ eps: Double) throws(TorchError) -> Tensor {
  let norm = try clone(linalgVectorNorm(x, 2, dims: [dim], keepDim: true))
  try noGrad { () throws(TorchError) in
    try norm.array.copyInPlace(from: norm.array.clamp(min: .double(eps), max: nil))
  }
  return norm
}

/// Computes 1 - cos where the target is 1 and max(0, cos - margin) where it is -1.
public func cosineEmbeddingLoss(
  _ a: Tensor, _ b: Tensor, _ target: Tensor, margin: Double = 0, reduction: Reduction = .mean
) throws(TorchError) -> Tensor {
  let dim = target.dim
  guard dim <= 1 else { throw .runtime("0D or 1D target tensor expected, multi-target not supported") }
  guard a.dim == dim + 1, b.dim == dim + 1 else {
    throw .runtime(
      "\(dim)D target tensor expects \(dim + 1)D input tensors, but found inputs with sizes \(a.array.shape.text) and "
        + "\(b.array.shape.text).")
  }
  let product = try sum(a .* b, dims: [dim])
  let aSize = try sum(a .* a, dims: [dim]) .+ 1e-12
  let bSize = try sum(b .* b, dims: [dim]) .+ 1e-12
  let cosine = try product ./ sqrt(aSize .* bSize)
  let zero = try zerosLike(cosine)
  let near = try `where`(eq(target, 1), 1 .- cosine, zero)
  let far = try `where`(eq(target, -1), clampMin(cosine .- margin, 0), zero)
  return try reduction.apply(near .+ far)
}

/// Computes the p-norm of differences along the last dimension.
public func pairwiseDistance(
  _ a: Tensor, _ b: Tensor, p: Double = 2, eps: Double = 1e-6, keepDim: Bool = false
) throws(TorchError) -> Tensor {
  let difference = try a .- b .+ eps
  return titled("NormBackward1", try norm(difference, p, dims: [difference.dim - 1], keepDim: keepDim))
}

/// Computes max(0, d(anchor, positive) - d(anchor, negative) + margin).
public func tripletMarginLoss(
  _ anchor: Tensor, _ positive: Tensor, _ negative: Tensor, margin: Double = 1, p: Double = 2, eps: Double = 1e-6,
  swap: Bool = false, reduction: Reduction = .mean
) throws(TorchError) -> Tensor {
  guard anchor.dim == positive.dim, positive.dim == negative.dim else {
    throw .runtime(
      "The anchor, positive, and negative tensors are expected to have the same number of dimensions, but got: anchor "
        + "\(anchor.dim)D, positive \(positive.dim)D, and negative \(negative.dim)D inputs")
  }
  let near = try pairwiseDistance(anchor, positive, p: p, eps: eps)
  var far = try pairwiseDistance(anchor, negative, p: p, eps: eps)
  if swap { far = try minimum(far, pairwiseDistance(positive, negative, p: p, eps: eps)) }
  return try reduction.apply(clampMin(near .+ margin .- far, 0))
}
