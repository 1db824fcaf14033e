import Arrays
import Glibc

/// Counting, searching, quantiles, covariances, differences and integrals over sampled functions.

/// Finds the distinct elements in order, where each went and how often it occurs; along a dimension distinct slices.
public func unique(
  _ x: Tensor, dim: Int? = nil
) throws(TorchError) -> (values: Tensor, inverse: Tensor, counts: Tensor) {
  let found = if let dim { try x.array.unique(dim) } else { try x.array.unique() }
  return (Tensor(found.values), Tensor(found.inverse), Tensor(found.counts))
}

/// Removes elements that equal their predecessor.
public func uniqueConsecutive(
  _ x: Tensor, dim: Int? = nil
) throws(TorchError) -> (values: Tensor, inverse: Tensor, counts: Tensor) {
  let found = if let dim { try x.array.uniqueConsecutive(dim) } else { try x.array.uniqueConsecutive() }
  return (Tensor(found.values), Tensor(found.inverse), Tensor(found.counts))
}

/// Counts each non-negative integer, or sums weights for it.
public func bincount(_ x: Tensor, weights: Tensor? = nil, minLength: Int = 0) throws(TorchError) -> Tensor {
  Tensor(try x.array.bincount(weights: weights?.array, minLength: minLength))
}

/// Counts elements in equal bins between two bounds, those of the data when both are equal.
public func histc(_ x: Tensor, bins: Int = 100, min: Double = 0, max: Double = 0) throws(TorchError) -> Tensor {
  Tensor(try x.array.histc(bins: bins, min: min, max: max))
}

/// Finds where values would be inserted into sorted rows.
public func searchsorted(
  _ sorted: Tensor, _ values: Tensor, right: Bool = false, int32: Bool = false
) throws(TorchError) -> Tensor {
  guard sorted.dim > 0 else {
    throw .runtime("torch.searchsorted(): boundaries tensor should have positive dimension, but got 0 dimension")
  }
  if sorted.dtype == values.dtype, sorted.dtype.isComplex { throw .unsupported("searchsorted_out_cpu", sorted.dtype) }
  if values.dtype.isComplex { throw .unsupported("searchsorted_out_cpu", values.dtype) }
  return Tensor(try NDArray.searchsorted(sorted.array, values.array, right: right, int32: int32))
}

/// Finds the bin of each value between boundaries.
public func bucketize(
  _ x: Tensor, _ boundaries: Tensor, right: Bool = false, int32: Bool = false
) throws(TorchError) -> Tensor {
  guard boundaries.dim == 1 else {
    throw .runtime("boundaries tensor must be 1 dimension, but got dim(\(boundaries.dim))")
  }
  return try searchsorted(boundaries, x, right: right, int32: int32)
}

/// Tests which elements occur among others.
public func isin(_ x: Tensor, _ others: Tensor, invert: Bool = false) throws(TorchError) -> Tensor {
  for tensor in [x, others] where tensor.dtype == .bool || tensor.dtype.isComplex {
    throw .runtime("Unsupported input type encountered for isin(): \(tensor.dtype.scalarTypeName)")
  }
  let found: Tensor
  if x.count == 0 || others.count == 0 {
    found = try zeros(x.array.shape, .bool)
  } else if Double(others.count) < 10 * Glibc.pow(Double(x.count), 0.145) {
    found = try any(eq(unsqueeze(detach(x), -1), view(detach(others), [-1])), dims: [-1])
  } else {
    // Many are sorted once: comparing all with all would take their product in memory.
    let common = try Promotion.resultType(x.array, others.array)
    let wanted = Tensor(try x.array.to(common))
    let row = try sort(reshape(Tensor(others.array.to(common)), [-1]), dim: 0).values
    let places = try clampMax(searchsorted(row, wanted), .int(row.count - 1))
    found = try eq(take(row, places), wanted)
  }
  return invert ? try logicalNot(found) : found
}

/// Finds the places of elements that are not zero; the same as `nonzero`.
public func argwhere(_ x: Tensor) throws(TorchError) -> Tensor { try nonzero(x) }

/// How a quantile between two elements is computed.
public enum QuantileInterpolation: String, Sendable {
  case linear, lower, higher, midpoint, nearest
}

/// Computes quantiles along a dimension, of all elements without one.
public func quantile(
  _ x: Tensor, _ q: Tensor, dim: Int? = nil, keepDim: Bool = false,
  interpolation: QuantileInterpolation = .linear, ignoringNaN: Bool = false
) throws(TorchError) -> Tensor {
  guard x.count > 0 else { throw .runtime("quantile() input tensor must be non-empty") }
  guard q.dim <= 1 else { throw .runtime("quantile() q must be a scalar or 1D tensor") }
  guard x.dtype == .float32 || x.dtype == .float64 else {
    throw .runtime("quantile() input tensor must be either float or double dtype")
  }
  guard q.dtype == x.dtype else { throw .runtime("quantile() q tensor must be same dtype as the input tensor") }
  for value in try q.array.doubles() where !(value >= 0 && value <= 1) {
    throw .runtime("quantile() q values must be in the range [0, 1]")
  }
  let position = try dim.map { (dim) throws(TorchError) in try x.array.normalize(dim: dim) }
  var rows = position == nil ? try flatten(x) : try transpose(x, position ?? 0, -1)
  if rows.dim == 0 { rows = try reshape(rows, [1]) }
  let sorted = try sort(rows, dim: -1).values
  let size = sorted.shape[sorted.dim - 1]
  var place = try reshape(q, [-1]) .* Double(size - 1)
  var lead = sorted.shape
  lead.removeLast()
  let hasNaN = try any(isnan(detach(sorted)), dims: [-1], keepDim: true)
  if ignoringNaN {
    let present = try to(sum(logicalNot(isnan(detach(sorted))), dims: [-1], keepDim: true), x.dtype)
    place = try clampMin(mul(reshape(q, [-1]), present .- 1), 0)
  } else {
    place = try maskedFill(expand(place, lead + [q.count]), hasNaN, .double(Double(size - 1)))
  }
  switch interpolation {
  case .lower: place = try floor(place)
  case .higher: place = try ceil(place)
  case .nearest: place = try round(place)
  case .linear, .midpoint: break
  }
  let below = try to(floor(place), .int64)
  var result = try gather(sorted, -1, below)
  if interpolation == .linear || interpolation == .midpoint {
    let share = interpolation == .midpoint ? try fullLike(place, 0.5) : try place .- to(below, x.dtype)
    let above = try gather(sorted, -1, to(ceil(place), .int64))
    result = try lerp(result, above, weight: share)
  }
  // The quantiles become the first dimension.
  if q.dim == 0 {
    result = try squeeze(result, -1)
    if keepDim {
      if let position {
        result = try unsqueeze(result, -1)
        return try transpose(result, position, -1)
      }
      return try reshape(result, [Int](repeating: 1, count: x.dim))
    }
    guard let position, position < x.dim - 1, x.dim > 2 else { return titled("SqueezeBackward4", result) }
    return try movedim(result, [position], [-1])
  }
  result = try movedim(result, [-1], [0])
  if keepDim {
    if let position { return try transpose(unsqueeze(result, -1), position + 1, -1) }
    return try reshape(result, [q.count] + [Int](repeating: 1, count: x.dim))
  }
  guard let position, position < x.dim - 1, x.dim > 2 else { return result }
  return try movedim(result, [position + 1], [-1])
}

/// Computes one quantile along a dimension, of all elements without one.
public func quantile(
  _ x: Tensor, _ q: Double, dim: Int? = nil, keepDim: Bool = false,
  interpolation: QuantileInterpolation = .linear, ignoringNaN: Bool = false
) throws(TorchError) -> Tensor {
  guard q >= 0, q <= 1 else { throw .runtime("quantile() q must be in the range [0, 1] but got \(numberText(q))") }
  return try quantile(
    x, Tensor(NDArray.scalar(.double(q), x.dtype)), dim: dim, keepDim: keepDim, interpolation: interpolation,
    ignoringNaN: ignoringNaN)
}

/// Computes the covariances of variables, one to a row.
public func cov(
  _ x: Tensor, correction: Int = 1, fweights: Tensor? = nil, aweights: Tensor? = nil
) throws(TorchError) -> Tensor {
  guard x.dim <= 2 else {
    throw .runtime("cov(): expected input to have two or fewer dimensions but got an input with \(x.dim) dimensions")
  }
  guard x.dtype != .bool else { throw .runtime("cov(): bool dtype is not supported for input") }
  let rows = x.dim < 2 ? try reshape(x, [1, -1]) : x
  let input = rows.dtype.isDifferentiable ? rows : try to(rows, Settings.defaultDType)
  let count = input.shape[1]
  try checkCovarianceWeights(fweights, "fweights", count)
  try checkCovarianceWeights(aweights, "aweights", count)
  var weights: Tensor?
  if let fweights { weights = try to(fweights, input.dtype.realType) }
  if let aweights {
    let own = try to(aweights, input.dtype.realType)
    weights = if let weights { try weights .* own } else { own }
  }
  let total = if let weights { try sum(weights) } else {
    Tensor(try NDArray.scalar(.int(count), input.dtype.realType))
  }
  let scaled = if let weights { try input .* weights } else { input }
  let average = try sum(scaled, dims: [1]) ./ total
  var freedom = try total .- Double(correction)
  if let aweights, correction != 0, let weights {
    freedom = try total .- (sum(weights .* to(aweights, input.dtype.realType)) ./ total) .* Double(correction)
  }
  freedom = try clampMin(freedom, 0)
  let centered = try input .- unsqueeze(average, 1)
  let right = if let weights { try centered .* weights } else { centered }
  return try squeeze(mm(centered, conj(t(right))) ./ freedom)
}

/// Refuses weights of observations that do not fit their kind or number.
private func checkCovarianceWeights(_ weights: Tensor?, _ name: String, _ count: Int) throws(TorchError) {
  guard let weights else { return }
  let counts = name == "fweights"
  guard weights.dim <= 1 else {
    throw .runtime("cov(): expected \(name) to have one or fewer dimensions but got \(name) with \(weights.dim) dimensions")
  }
  guard counts ? weights.dtype.isInteger : weights.dtype.isFloatingPoint else {
    throw .runtime(
      "cov(): expected \(name) to have \(counts ? "integral" : "floating point") dtype but got \(name) with "
        + "\(weights.dtype.scalarTypeName) dtype")
  }
  guard weights.count == count else {
    throw .runtime(
      "cov(): expected \(name) to have the same numel as there are observations in the input but got \(weights.count) != \(count)")
  }
  if weights.count > 0, try weights.array.amin().item().doubleValue < 0 { throw .runtime("cov(): \(name) cannot be negative") }
}

/// Computes the correlation coefficients of variables, one to a row.
public func corrcoef(_ x: Tensor) throws(TorchError) -> Tensor {
  let covariance = try cov(x)
  if covariance.dim == 0 { return try covariance ./ covariance }
  let deviation = try sqrt(real(diagonal(covariance)))
  let result = try covariance ./ view(deviation, [-1, 1]) ./ view(deviation, [1, -1])
  return result.dtype.isComplex ? result : try clamp(result, min: -1, max: 1)
}

/// Computes differences of neighbours, n times over.
public func diff(
  _ x: Tensor, _ n: Int = 1, _ dim: Int = -1, prepend: Tensor? = nil, append: Tensor? = nil
) throws(TorchError) -> Tensor {
  guard x.dim > 0 else { throw .runtime("diff expects input to be at least one-dimensional") }
  guard n >= 0 else { throw .runtime("order must be non-negative but got \(n)") }
  let position = try x.array.normalize(dim: dim)
  let parts = [prepend, x, append].compactMap { $0 }
  var result = parts.count == 1 ? x : try cat(parts, position)
  if n == 0 { return parts.count == 1 ? try clone(x) : result }
  for _ in 0..<Swift.min(n, result.shape[position]) {
    let size = result.shape[position]
    let (later, earlier) = (
      try narrow(result, position, Swift.min(1, size), Swift.max(size - 1, 0)),
      try narrow(result, position, 0, Swift.max(size - 1, 0))
    )
    result = result.dtype == .bool ? try logicalXor(later, earlier) : try later .- earlier
  }
  return result
}

/// Integrates samples by trapezoids, `dx` apart.
public func trapezoid(_ y: Tensor, dx: Double = 1, dim: Int = -1) throws(TorchError) -> Tensor {
  if let nothing = try integralOfNothing(y, dim) { return nothing }
  if y.dtype == .bool { throw .runtime("trapezoid: received a bool input for `y`, but bool is not supported") }
  let position = try y.array.normalize(dim: dim)
  let ends = try select(y, position, 0) .+ select(y, position, -1)
  return try mul(sum(y, dims: [position]) .- ends .* 0.5, .double(dx))
}

/// Integrates samples at the places x by trapezoids.
public func trapezoid(_ y: Tensor, _ x: Tensor, dim: Int = -1) throws(TorchError) -> Tensor {
  if y.dim == 0 { throw TorchError(.index, "Dimension specified as 0 but tensor has no dimensions") }
  if let nothing = try integralOfNothing(y, dim) { return nothing }
  guard x.dtype != .bool, y.dtype != .bool else {
    throw .runtime("trapezoid: received a bool input for `x` or `y`, but bool is not supported")
  }
  let position = try y.array.normalize(dim: dim)
  let widths = try spacing(x, y, position)
  return try sum((widths .* neighbourSums(y, position)), dims: [position]) ./ 2
}

/// Zeros of the samples' dtype when there is none along the dimension.
private func integralOfNothing(_ y: Tensor, _ dim: Int) throws(TorchError) -> Tensor? {
  if y.dim == 0 { throw TorchError(.index, "Dimension specified as \(dim) but tensor has no dimensions") }
  let position = try y.array.normalize(dim: dim)
  guard y.array.shape[position] == 0 else { return nil }
  var shape = y.array.shape
  shape.remove(at: position)
  return try zeros(shape, y.dtype)
}

/// Integrates samples by trapezoids up to every place, `dx` apart.
public func cumulativeTrapezoid(_ y: Tensor, dx: Double = 1, dim: Int = -1) throws(TorchError) -> Tensor {
  if y.dtype == .bool {
    throw .runtime("cumulative_trapezoid: received a bool input for `y`, but bool is not supported")
  }
  if y.dim == 0 { throw TorchError(.index, "slice() cannot be applied to a 0-dim tensor.") }
  let position = try y.array.normalize(dim: dim)
  return try cumsum(mul(neighbourSums(y, position), .double(dx / 2)), position)
}

/// Integrates samples at the places x by trapezoids up to every place.
public func cumulativeTrapezoid(_ y: Tensor, _ x: Tensor, dim: Int = -1) throws(TorchError) -> Tensor {
  guard x.dtype != .bool, y.dtype != .bool else {
    throw .runtime("cumulative_trapezoid: received a bool input for `x` or `y`, but bool is not supported")
  }
  if y.dim == 0 { throw TorchError(.index, "slice() cannot be applied to a 0-dim tensor.") }
  let position = try y.array.normalize(dim: dim)
  return try cumsum(spacing(x, y, position) .* neighbourSums(y, position), position) ./ 2
}

private func neighbourSums(_ y: Tensor, _ dim: Int) throws(TorchError) -> Tensor {
  let size = y.shape[dim]
  return try narrow(y, dim, Swift.min(1, size), Swift.max(size - 1, 0))
    .+ narrow(y, dim, 0, Swift.max(size - 1, 0))
}

private func spacing(_ x: Tensor, _ y: Tensor, _ dim: Int) throws(TorchError) -> Tensor {
  if x.dim == 1 {
    guard x.count == y.shape[dim] else {
      throw .runtime("trapezoid: There must be one `x` value for each sample point")
    }
    var shape = Dims(repeating: 1, count: y.dim)
    shape[dim] = Swift.max(x.count - 1, 0)
    return try reshape(diff(x), shape)
  }
  return try diff(x, 1, x.dim < y.dim ? dim - (y.dim - x.dim) : dim)
}

/// The size of a dimension that must hold enough samples for derivatives at its edges.
private func gradientSize(_ x: Tensor, _ position: Int, _ edgeOrder: Int) throws(TorchError) -> Int {
  guard edgeOrder == 1 || edgeOrder == 2 else {
    throw .runtime("torch.gradient only supports edge_order=1 and edge_order=2.")
  }
  let size = x.dim == 0 ? 0 : x.shape[position]
  guard size > edgeOrder else {
    throw .runtime("torch.gradient expected each dimension size to be at least edge_order+1")
  }
  return size
}

/// Estimates derivatives of samples along a dimension, second order inside, at the edges by `edgeOrder`.
public func gradient(_ x: Tensor, spacing h: Double = 1, dim: Int, edgeOrder: Int = 1) throws(TorchError) -> Tensor {
  let position = try x.array.normalize(dim: dim)
  let size = try gradientSize(x, position, edgeOrder)
  func part(_ start: Int, _ length: Int) throws(TorchError) -> Tensor { try narrow(x, position, start, length) }
  let inner = try (part(2, size - 2) .- part(0, size - 2)) ./ (2 * h)
  let first: Tensor
  let last: Tensor
  if edgeOrder == 1 {
    first = try (part(1, 1) .- part(0, 1)) ./ h
    last = try (part(size - 1, 1) .- part(size - 2, 1)) ./ h
  } else {
    first = try (part(0, 1) .* -1.5 .+ part(1, 1) .* 2 .- part(2, 1) .* 0.5) ./ h
    last = try (part(size - 1, 1) .* 1.5 .- part(size - 2, 1) .* 2 .+ part(size - 3, 1) .* 0.5) ./ h
  }
  return try cat([first, inner, last], position)
}

/// Approximates derivatives along a dimension whose places have coordinates.
public func gradient(
  _ x: Tensor, coordinates: Tensor, dim: Int, edgeOrder: Int = 1
) throws(TorchError) -> Tensor {
  let position = try x.array.normalize(dim: dim)
  let size = try gradientSize(x, position, edgeOrder)
  guard coordinates.dim == 1, coordinates.count == size else {
    throw .runtime(
      "torch.gradient expected each tensor of spacing to have as many elements as the dimension has places")
  }
  func part(_ start: Int, _ length: Int) throws(TorchError) -> Tensor { try narrow(x, position, start, length) }
  var shape = [Int](repeating: 1, count: x.dim)
  shape[position] = -1
  let steps = try reshape(narrow(coordinates, 0, 1, size - 1) .- narrow(coordinates, 0, 0, size - 1), shape)
  func step(_ start: Int, _ length: Int = 1) throws(TorchError) -> Tensor {
    try narrow(steps, position, start, length)
  }
  // The parabola through three places, its slope at the middle one or at an end.
  let (left, right) = (try step(0, size - 2), try step(1, size - 2))
  let both = try left .+ right
  let inner =
    try part(2, size - 2) .* (left ./ (right .* both)) .+ part(1, size - 2) .* ((right .- left) ./ (left .* right))
    .- part(0, size - 2) .* (right ./ (left .* both))
  if edgeOrder == 1 {
    let first = try (part(1, 1) .- part(0, 1)) ./ step(0)
    let last = try (part(size - 1, 1) .- part(size - 2, 1)) ./ step(size - 2)
    return try cat([first, inner, last], position)
  }
  func end(_ near: Int, _ middle: Int, _ far: Int, _ a: Tensor, _ b: Tensor) throws(TorchError) -> Tensor {
    let sum = try a .+ b
    let outer = try part(near, 1) .* ((a .+ sum) ./ (a .* sum)) .+ part(far, 1) .* (a ./ (b .* sum))
    return try outer .- part(middle, 1) .* (sum ./ (a .* b))
  }
  let first = try neg(end(0, 1, 2, step(0), step(1)))
  let last = try end(size - 1, size - 2, size - 3, step(size - 2), step(size - 3))
  return try cat([first, inner, last], position)
}

/// When Euclidean distances are taken from a matrix product: quicker, and less exact where points lie close.
public enum DistanceMode: String, Sendable {
  /// For more than 25 points.
  case ifNecessary = "use_mm_for_euclid_dist_if_necessary"
  case always = "use_mm_for_euclid_dist"
  case never = "donot_use_mm_for_euclid_dist"
}

/// Computes p-norm distances between all pairs of rows.
public func cdist(
  _ x: Tensor, _ y: Tensor, _ p: Double = 2, mode: DistanceMode = .ifNecessary
) throws(TorchError) -> Tensor {
  guard x.dim >= 2 else { throw .runtime("cdist only supports at least 2D tensors, X1 got: \(x.dim)D") }
  guard y.dim >= 2 else { throw .runtime("cdist only supports at least 2D tensors, X2 got: \(y.dim)D") }
  guard x.shape[x.dim - 1] == y.shape[y.dim - 1] else {
    throw .runtime(
      "X1 and X2 must have the same number of columns. X1: \(x.shape[x.dim - 1]) X2: \(y.shape[y.dim - 1])")
  }
  for (tensor, name) in [(x, "X1"), (y, "X2")] where !tensor.dtype.isFloatingPoint {
    throw .runtime("cdist only supports floating-point dtypes, \(name) got: \(tensor.dtype.scalarTypeName)")
  }
  guard p >= 0 else { throw .runtime("cdist only supports non-negative p values") }
  // Without rows or columns there is nothing to compute, in any dtype.
  if x.count == 0 || y.count == 0, x.dtype.isReducedFloat || x.dtype != y.dtype {
    let lead = try Dims.broadcast(Dims(Array(x.array.shape.dropLast(2))), Dims(Array(y.array.shape.dropLast(2))))
    return try zeros(Array(lead) + [x.shape[x.dim - 2], y.shape[y.dim - 2]], x.dtype)
  }
  if x.dtype.isReducedFloat { throw .unsupported("cdist", x.dtype) }
  guard x.dtype == y.dtype else {
    throw .runtime("expected scalar type \(x.dtype.scalarTypeName) but found \(y.dtype.scalarTypeName)")
  }
  let isLarge = x.shape[x.dim - 2] > 25 || y.shape[y.dim - 2] > 25
  // torch's way for more than 25 rows: |x|^2 + |y|^2 - 2 x.y as one matrix product.
  if p == 2, !records(x, y), mode == .always || mode == .ifNecessary && isLarge {
    let (xx, yy) = (try sum(x .* x, dims: [-1], keepDim: true), try sum(y .* y, dims: [-1], keepDim: true))
    let left = try cat([x .* -2.0, xx, onesLike(xx)], -1)
    let right = try cat([y, onesLike(yy), yy], -1)
    let squares = try matmul(left, transpose(right, -2, -1))
    if squares.array.takeRoots() { return squares }
    return try sqrt(clampMin(squares, 0))
  }
  guard records(x, y), p != 2 || !isLarge else { return try distances(x, y, p) }
  let array = try noGrad { () throws(TorchError) in try distances(x, y, p).array }
  // The first derivative is that of the formula; torch has none of the second order.
  return record("CdistBackward0", x, y, array, saving: [.x, .y],
    { (n, g) throws(TorchError) in try distanceSlope(n.x, n.y, p, g, ofFirst: true) },
    { (n, g) throws(TorchError) in try distanceSlope(n.x, n.y, p, g, ofFirst: false) })
}

private func distances(_ x: Tensor, _ y: Tensor, _ p: Double) throws(TorchError) -> Tensor {
  if !records(x, y), let found = try NDArray.distances(x.array, y.array, p) { return Tensor(found) }
  let difference = try unsqueeze(x, -2) .- unsqueeze(y, -3)
  let last = difference.dim - 1
  if difference.shape[last] == 0 { return try sum(difference, dims: [last]) }
  return try titled("CdistBackward0", linalgVectorNorm(difference, p, dims: [last]))
}

private func distanceSlope(
  _ x: Tensor, _ y: Tensor, _ p: Double, _ g: Tensor, ofFirst: Bool
) throws(TorchError) -> Tensor {
  let (own, other) = ofFirst ? (x, y) : (y, x)
  let slope = try enableGrad { () throws(TorchError) -> Tensor in
    let leaf = try Tensor(own.array).setRequiresGrad()
    let formula = try ofFirst ? distances(leaf, detach(other), p) : distances(detach(other), leaf, p)
    let found = try grad([formula], [leaf], gradOutputs: [detach(g)], allowUnused: true)[0]
    if let found { return found }
    return try zerosLike(leaf)
  }
  return try undifferentiable(g, own, detach(slope).array) { () throws(TorchError) in
    throw .notImplemented("the derivative for '_cdist_backward' is not implemented.")
  }
}

/// Scales slices along a dimension down to a largest norm.
public func renorm(_ x: Tensor, _ p: Double, _ dim: Int, _ maxNorm: Double) throws(TorchError) -> Tensor {
  guard p > 0 else { throw .runtime("non-positive-norm not supported") }
  guard maxNorm >= 0 else { throw .runtime("renorm: expected maxnorm to be >= 0 but got \(maxNorm)") }
  guard x.dim > 1 else {
    throw .runtime("renorm: input needs at least 2 dimensions, got \(x.dim) dimensions")
  }
  let position = try x.array.normalize(dim: dim)
  let others = (0..<x.dim).filter { $0 != position }
  let size = try norm(x, p, dims: others, keepDim: true)
  let factor = try `where`(gt(size, .double(maxNorm)), mul(reciprocal(size .+ 1e-7), .double(maxNorm)), onesLike(size))
  return try titled("RenormBackward0", x .* factor)
}

/// How `scatterReduce` combines elements that meet.
public enum ScatterReduction: String, Sendable {
  case sum, prod, mean, amax, amin
}

/// Combines elements of a source along a dimension: `out[index[i][j]][j]` with all `source[i][j]`.
public func scatterReduce(
  _ x: Tensor, _ dim: Int, _ index: Tensor, _ source: Tensor, _ reduction: ScatterReduction, includeSelf: Bool = true
) throws(TorchError) -> Tensor {
  var start = x
  if !includeSelf {
    // Elements that receive anything begin at the neutral one.
    let neutral: Scalar
    switch reduction {
    case .sum, .mean: neutral = 0
    case .prod: neutral = 1
    case .amax: neutral = x.dtype.isFloatingPoint ? .double(-.infinity) : .int(lowest(x.dtype))
    case .amin: neutral = x.dtype.isFloatingPoint ? .double(.infinity) : .int(highest(x.dtype))
    }
    start = try scatter(x, dim, index, neutral)
  }
  switch reduction {
  case .sum: return try titled("ScatterReduceBackward0", scatterAdd(start, dim, index, source))
  case .mean:
    let total = try scatterAdd(start, dim, index, source)
    let one = try ones(index.array.shape, x.dtype)
    let counts = try clampMin(
      scatterAdd(includeSelf ? onesLike(x) : scatter(onesLike(x), dim, index, 0), dim, index, one), 1)
    return try titled(
      "ScatterReduceBackward0",
      x.dtype.isDifferentiable ? total ./ counts : div(total, counts, roundingMode: .floor))
  case .prod, .amax, .amin:
    let mode: NDArray.ScatterMode = reduction == .prod ? .multiply : reduction == .amax ? .maximum : .minimum
    let array = try start.array.scatter(dim, index.array, source.array, mode: mode)
    return record(
      "ScatterReduceBackward0", start, source, array, saving: [.x, .y, .result],
      { (n, g) throws(TorchError) in
        let (x, result) = (try n.x, try n.result)
        if reduction == .prod { return try maskedFill(g .* result ./ x, eq(x, 0), 0) }
        return try g .* meetings(x, n.y, result, dim, index).selfShare
      },
      { (n, g) throws(TorchError) in
        let (source, result) = (try n.y, try n.result)
        let met = try gather(result, dim, index)
        if reduction == .prod { return try maskedFill(gather(g, dim, index) .* met ./ source, eq(source, 0), 0) }
        return try gather(g .* meetings(n.x, source, result, dim, index).share, dim, index) .* eq(source, met)
      })
  }
}

/// Among how many equal elements an extremum's gradient is shared.
private func meetings(
  _ x: Tensor, _ source: Tensor, _ result: Tensor, _ dim: Int, _ index: Tensor
) throws(TorchError) -> (selfShare: Tensor, share: Tensor) {
  let own = try to(eq(x, result), x.dtype)
  let theirs = try to(eq(source, gather(result, dim, index)), x.dtype)
  let share = try reciprocal(clampMin(scatterAdd(own, dim, index, theirs), 1))
  return (try own .* share, share)
}

private func lowest(_ dtype: DType) -> Int {
  switch dtype {
  case .uint8, .bool: 0
  case .int8: -128
  case .int16: -32768
  case .int32: Int(Int32.min)
  default: Int.min
  }
}

private func highest(_ dtype: DType) -> Int {
  switch dtype {
  case .uint8: 255
  case .bool: 1
  case .int8: 127
  case .int16: 32767
  case .int32: Int(Int32.max)
  default: Int.max
  }
}
