import Arrays

/// Sums, means and other reductions. Without dimensions everything is reduced to a 0-dim tensor; an empty list of
/// dimensions means all of them.

/// Sums all elements; integers and booleans give int64.
public func sum(_ x: Tensor, dtype: DType? = nil) throws(TorchError) -> Tensor {
  if dtype == nil, let dense = NDArray.denseTotal(x.arrayPointer, isMean: false) {
    guard records(x) else { return Tensor(dense) }
    let shape = x.arrayPointer.pointee.layout.shape
    return record("SumBackward0", x, dense) { (_, g) throws(TorchError) in try spread(g, shape) }
  }
  let shape = x.array.shape
  return record("SumBackward0", x, try x.array.sum(nil, dtype: dtype)) { (_, g) throws(TorchError) in
    try spread(g, shape)
  }
}

/// Repeats the gradient of a whole reduction for every element.
///
/// A view of stride zero would send small tensors through general strided loops, so those are filled instead.
private func spread(_ g: Tensor, _ shape: Dims) throws(TorchError) -> Tensor {
  if GradMode.isEnabled || (shape.product ?? Int.max) > 4096 { return try expand(g, shape) }
  return Tensor(try NDArray.repeating(g.item(), shape, g.dtype))
}

/// Sums a small matrix over one dimension when nothing records it; nil: `sum` has to look.
package func sumPlainly(_ x: Tensor, _ dim: Int, keepDim: Bool) -> Tensor? {
  if records(x) { return nil }
  return NDArray.denseSum(x.arrayPointer, dim, keepDim: keepDim).map { Tensor($0) }
}

/// Sums over dimensions.
public func sum(
  _ x: Tensor, dims: [Int], keepDim: Bool = false, dtype: DType? = nil
) throws(TorchError) -> Tensor {
  if dims.count == 1, dtype == nil, !records(x),
    let dense = NDArray.denseSum(x.arrayPointer, dims[0], keepDim: keepDim)
  {
    return Tensor(dense)
  }
  let shape = x.array.shape
  let array = try x.array.sum(Dims(dims), keepDim: keepDim, dtype: dtype)
  return record("SumBackward1", x, array) { (_, g) throws(TorchError) in
    try expand(restoreDims(g, dims, keepDim, rank: shape.count), shape)
  }
}

/// Sums elements that are not NaN.
public func nansum(
  _ x: Tensor, dims: [Int] = [], keepDim: Bool = false, dtype: DType? = nil
) throws(TorchError) -> Tensor {
  if x.dtype.isComplex { throw .runtime("nansum on CPU does not support complex inputs") }
  let shape = x.array.shape
  // A sum that is a number had no NaN in it.
  var array = try x.array.sum(Dims(dims), keepDim: keepDim, dtype: dtype)
  var isMissing: NDArray?
  if try array.unary(.isnan).sum().item().boolValue {
    let mask = try elementwise(.isnan, x)
    array = try NDArray.where(mask, .int(0), x.array).sum(Dims(dims), keepDim: keepDim, dtype: dtype)
    isMissing = mask
  }
  return record("NansumBackward0", x, array) { [isMissing] (_, g) throws(TorchError) in
    let spread = try expand(restoreDims(g, dims, keepDim, rank: shape.count), shape)
    return try isMissing.map { (mask) throws(TorchError) in try maskedFill(spread, Tensor(mask), 0) } ?? spread
  }
}

/// Averages all elements.
public func mean(_ x: Tensor, dtype: DType? = nil) throws(TorchError) -> Tensor {
  if dtype == nil, !records(x), let dense = NDArray.denseTotal(x.arrayPointer, isMean: true) { return Tensor(dense) }
  let shape = x.array.shape
  let count = x.count
  return record("MeanBackward0", x, try x.array.mean(nil, dtype: dtype)) { (_, g) throws(TorchError) in
    // One division is enough where there is an element to divide.
    try count == 0 ? div(spread(g, shape), .int(count)) : spread(div(g, .int(count)), shape)
  }
}

/// Averages over dimensions.
public func mean(
  _ x: Tensor, dims: [Int], keepDim: Bool = false, dtype: DType? = nil
) throws(TorchError) -> Tensor {
  let shape = x.array.shape
  let count = try x.array.reducedCount(Dims(dims))
  let array = try x.array.mean(Dims(dims), keepDim: keepDim, dtype: dtype)
  return record("MeanBackward1", x, array) { (_, g) throws(TorchError) in
    try div(expand(restoreDims(g, dims, keepDim, rank: shape.count), shape), .int(count))
  }
}

/// Averages elements that are not NaN.
public func nanmean(
  _ x: Tensor, dims: [Int] = [], keepDim: Bool = false, dtype: DType? = nil
) throws(TorchError) -> Tensor {
  guard x.dtype.isDifferentiable else {
    throw .runtime("nanmean(): expected input to have floating point or complex dtype but got \(x.dtype.scalarTypeName)")
  }
  if let dtype, !dtype.isDifferentiable {
    throw .runtime(
      "nanmean(): could not infer output dtype. Optional dtype must be either a floating point or complex dtype. Got: "
        + dtype.scalarTypeName)
  }
  let present = try sum(logicalNot(isnan(x)), dims: dims, keepDim: keepDim)
  return try nansum(x, dims: dims, keepDim: keepDim, dtype: dtype) ./ present
}

/// Puts back reduced dimensions as size one, so that a result broadcasts against its input.
func restoreDims(_ g: Tensor, _ dims: [Int], _ keepDim: Bool, rank: Int) throws(TorchError) -> Tensor {
  if keepDim || rank == 0 || dims.isEmpty { return g }
  var restored = g
  for position in try normalizeDims(dims, rank: rank).sorted() { restored = try unsqueeze(restored, position) }
  return restored
}

/// Multiplies all elements.
public func prod(_ x: Tensor, dtype: DType? = nil) throws(TorchError) -> Tensor {
  record("ProdBackward0", x, try x.array.prod(nil, dtype: dtype), saving: [.x, .result]) { (n, g) throws(TorchError) in
    let x = try n.x
    if x.dim == 0 { return g }
    if try countZeros(x) == 0 { return try g .* conj(n.result ./ x) }
    let flat = try reshape(x, Dims(x.count))
    return try reshape(g .* conj(productOfOthers(flat, 0)), x.array.shape)
  }
}

/// Multiplies over a dimension.
public func prod(_ x: Tensor, dim: Int, keepDim: Bool = false, dtype: DType? = nil) throws(TorchError) -> Tensor {
  let position = try x.array.normalize(dim: dim)
  let array = try x.array.prod(Dims(position), keepDim: keepDim, dtype: dtype)
  return record("ProdBackward1", x, array, saving: [.x, .result]) { (n, g) throws(TorchError) in
    let x = try n.x
    if x.dim == 0 { return g }
    let spread = try restoreDims(g, [position], keepDim, rank: x.dim)
    guard try countZeros(x) == 0 else { return try spread .* conj(productOfOthers(x, position)) }
    return try spread .* conj(restoreDims(n.result, [position], keepDim, rank: x.dim) ./ x)
  }
}

private func countZeros(_ x: Tensor) throws(TorchError) -> Int {
  try x.count - x.array.countNonzero().item().intValue
}

/// Product of all other elements along a dimension: products of those before times products of those after.
private func productOfOthers(_ x: Tensor, _ dim: Int) throws(TorchError) -> Tensor {
  let size = x.array.shape[dim]
  if size < 2 { return try onesLike(x) }
  let one = try onesLike(narrow(x, dim, 0, 1))
  let before = try cumprod(cat([one, narrow(x, dim, 0, size - 1)], dim), dim)
  let after = try flip(cumprod(cat([one, flip(narrow(x, dim, 1, size - 1), [dim])], dim), dim), [dim])
  return try before .* after
}

/// Takes the largest element of all; equal ones share the gradient.
public func max(_ x: Tensor) throws(TorchError) -> Tensor {
  let array: NDArray
  if let dense = NDArray.denseExtremum(x.arrayPointer, isMax: true) { array = dense } else { array = try x.array.max() }
  return record("MaxBackward1", x, array, saving: [.x, .result]) { (n, g) throws(TorchError) in
    try shareAmong(isChosen(n.x, n.result), g)
  }
}

/// Takes the smallest element of all; equal ones share the gradient.
public func min(_ x: Tensor) throws(TorchError) -> Tensor {
  let array: NDArray
  if let dense = NDArray.denseExtremum(x.arrayPointer, isMax: false) { array = dense } else { array = try x.array.min() }
  return record("MinBackward1", x, array, saving: [.x, .result]) { (n, g) throws(TorchError) in
    try shareAmong(isChosen(n.x, n.result), g)
  }
}

/// Takes the largest elements over dimensions; equal ones share the gradient.
public func amax(_ x: Tensor, dims: [Int] = [], keepDim: Bool = false) throws(TorchError) -> Tensor {
  record("AmaxBackward0", x, try x.array.amax(Dims(dims), keepDim: keepDim), saving: [.x, .result]) {
    (n, g) throws(TorchError) in try extremumBackward(n, g, dims, keepDim)
  }
}

/// Takes the smallest elements over dimensions; equal ones share the gradient.
public func amin(_ x: Tensor, dims: [Int] = [], keepDim: Bool = false) throws(TorchError) -> Tensor {
  record("AminBackward0", x, try x.array.amin(Dims(dims), keepDim: keepDim), saving: [.x, .result]) {
    (n, g) throws(TorchError) in try extremumBackward(n, g, dims, keepDim)
  }
}

private func extremumBackward(
  _ n: OpNode, _ g: Tensor, _ dims: [Int], _ keepDim: Bool
) throws(TorchError) -> Tensor {
  let x = try n.x
  let result = try restoreDims(n.result, dims, keepDim, rank: x.dim)
  return try shareEvenly(restoreDims(g, dims, keepDim, rank: x.dim), eq(x, result), dims)
}

/// Marks the elements that a selection of one from all has chosen.
func isChosen(_ x: Tensor, _ result: Tensor) throws(TorchError) -> Tensor {
  try isnan(result).item().boolValue ? isnan(x) : eq(x, result)
}

/// Divides the gradient of one element among those a mask marks; the others get zero, whatever the gradient is.
func shareAmong(_ mask: Tensor, _ g: Tensor) throws(TorchError) -> Tensor {
  try maskedFill(zeros(Array(mask.shape), g.dtype), mask, g ./ sum(mask))
}

/// Divides a gradient among the elements a mask marks.
private func shareEvenly(_ g: Tensor, _ mask: Tensor, _ dims: [Int]) throws(TorchError) -> Tensor {
  let shares = try sum(mask, dims: dims, keepDim: true)
  return try mask .* (g ./ (dims.isEmpty ? reshape(shares, Dims()) : shares))
}

/// Tests whether all elements are true.
public func all(_ x: Tensor) throws(TorchError) -> Tensor { Tensor(try x.array.all()) }
/// Tests whether all elements over dimensions are true.
public func all(_ x: Tensor, dims: [Int], keepDim: Bool = false) throws(TorchError) -> Tensor {
  Tensor(try x.array.all(Dims(dims), keepDim: keepDim))
}

/// Tests whether any element is true.
public func any(_ x: Tensor) throws(TorchError) -> Tensor { Tensor(try x.array.any()) }
/// Tests whether any element over dimensions is true.
public func any(_ x: Tensor, dims: [Int], keepDim: Bool = false) throws(TorchError) -> Tensor {
  Tensor(try x.array.any(Dims(dims), keepDim: keepDim))
}

/// Finds the place of the largest element, of the flattened tensor without a dimension.
public func argmax(_ x: Tensor, dim: Int? = nil, keepDim: Bool = false) throws(TorchError) -> Tensor {
  if let dim, let dense = NDArray.densePlaces(x.arrayPointer, dim, keepDim: keepDim, isMax: true) { return Tensor(dense) }
  return Tensor(try x.array.argmax(dim, keepDim: keepDim))
}

/// Finds the place of the smallest element, of the flattened tensor without a dimension.
public func argmin(_ x: Tensor, dim: Int? = nil, keepDim: Bool = false) throws(TorchError) -> Tensor {
  if let dim, let dense = NDArray.densePlaces(x.arrayPointer, dim, keepDim: keepDim, isMax: false) { return Tensor(dense) }
  return Tensor(try x.array.argmin(dim, keepDim: keepDim))
}

/// Counts elements that are not zero.
public func countNonzero(_ x: Tensor, dims: [Int] = []) throws(TorchError) -> Tensor {
  Tensor(try x.array.countNonzero(Dims(dims)))
}

/// Computes the variance over dimensions, divided by the count less `correction`.
public func `var`(
  _ x: Tensor, dims: [Int] = [], correction: Double = 1, keepDim: Bool = false
) throws(TorchError) -> Tensor {
  try requireDeviations(x, "std and var")
  let array = try x.array.variance(Dims(dims), correction: correction, keepDim: keepDim)
  return record("VarBackward0", x, array, saving: .x) { (n, g) throws(TorchError) in
    try varianceBackward(g, n.x, dims, correction, keepDim)
  }
}

private func requireDeviations(_ x: Tensor, _ name: String) throws(TorchError) {
  guard x.dtype.isDifferentiable else {
    throw .runtime("\(name) only support floating point and complex dtypes")
  }
}

private func varianceBackward(
  _ g: Tensor, _ x: Tensor, _ dims: [Int], _ correction: Double, _ keepDim: Bool
) throws(TorchError) -> Tensor {
  let freedom = Double(try x.array.reducedCount(Dims(dims))) - correction
  let centered = try x .- mean(x, dims: dims, keepDim: true)
  return try restoreDims(g, dims, keepDim, rank: x.dim) .* (2 / freedom) .* centered
}

/// Computes the standard deviation over dimensions.
public func std(
  _ x: Tensor, dims: [Int] = [], correction: Double = 1, keepDim: Bool = false
) throws(TorchError) -> Tensor {
  try requireDeviations(x, "std and var")
  let array = try x.array.std(Dims(dims), correction: correction, keepDim: keepDim)
  return record("StdBackward0", x, array, saving: [.x, .result]) { (n, g) throws(TorchError) in
    try varianceBackward(deviationBackward(g, n.result), n.x, dims, correction, keepDim)
  }
}

private func deviationBackward(_ g: Tensor, _ result: Tensor) throws(TorchError) -> Tensor {
  try maskedFill(g ./ (result .* 2), eq(result, 0), 0)
}

/// Computes variance and mean over dimensions.
public func varMean(
  _ x: Tensor, dims: [Int] = [], correction: Double = 1, keepDim: Bool = false
) throws(TorchError) -> (variance: Tensor, mean: Tensor) {
  try requireDeviations(x, "var_mean")
  let pair = try x.array.varianceAndMean(Dims(dims), correction: correction, keepDim: keepDim)
  let results = record("VarMeanBackward0", [x], [pair.variance, pair.mean]) { (n) in n.save(x) } _: {
    (n, gradients) throws(TorchError) in
    let x = try n.saved(0)
    let spread = try gradients[0].map { (g) throws(TorchError) in
      try varianceBackward(g, x, dims, correction, keepDim)
    }
    return [try addMeanBackward(spread, gradients[1], x, dims, keepDim)]
  }
  return (results[0], results[1])
}

/// Computes standard deviation and mean over dimensions.
public func stdMean(
  _ x: Tensor, dims: [Int] = [], correction: Double = 1, keepDim: Bool = false
) throws(TorchError) -> (std: Tensor, mean: Tensor) {
  try requireDeviations(x, "std_mean")
  let pair = try x.array.varianceAndMean(Dims(dims), correction: correction, keepDim: keepDim, root: true)
  let deviation = pair.variance
  let results = record("StdMeanBackward0", [x], [deviation, pair.mean]) { (n) in
    n.save(x)
    n.savedResult = SavedResult(deviation)
  } _: { (n, gradients) throws(TorchError) in
    let x = try n.saved(0)
    let spread = try gradients[0].map { (g) throws(TorchError) in
      try varianceBackward(deviationBackward(g, n.result), x, dims, correction, keepDim)
    }
    return [try addMeanBackward(spread, gradients[1], x, dims, keepDim)]
  }
  return (results[0], results[1])
}

private func addMeanBackward(
  _ spread: Tensor?, _ g: Tensor?, _ x: Tensor, _ dims: [Int], _ keepDim: Bool
) throws(TorchError) -> Tensor? {
  guard let g else { return spread }
  let count = try x.array.reducedCount(Dims(dims))
  let share = try expand(restoreDims(g, dims, keepDim, rank: x.dim), x.array.shape) ./ Double(count)
  return try spread.map { (spread) throws(TorchError) in try spread .+ share } ?? share
}

/// Computes the p-norm over dimensions, in `dtype` if one is given.
public func linalgVectorNorm(
  _ x: Tensor, _ p: Double = 2, dims: [Int] = [], keepDim: Bool = false, dtype: DType? = nil
) throws(TorchError) -> Tensor {
  let input = try dtype.map { (dtype) throws(TorchError) in try x.array.to(dtype) } ?? x.array
  let array = try input.norm(p, Dims(dims), keepDim: keepDim)
  return record("LinalgVectorNormBackward0", x, array, saving: [.x, .result]) { (n, g) throws(TorchError) in
    try normBackward(g, n.x, n.result, p, dims, keepDim)
  }
}

/// Computes the p-norm over dimensions, `torch.norm`.
public func norm(
  _ x: Tensor, _ p: Double = 2, dims: [Int] = [], keepDim: Bool = false, dtype: DType? = nil
) throws(TorchError) -> Tensor {
  try linalgVectorNorm(x, p, dims: dims, keepDim: keepDim, dtype: dtype)
}

private func normBackward(
  _ gradient: Tensor, _ x: Tensor, _ result: Tensor, _ p: Double, _ dims: [Int], _ keepDim: Bool
) throws(TorchError) -> Tensor {
  let g = try restoreDims(gradient, dims, keepDim, rank: x.dim)
  let norm = try restoreDims(result, dims, keepDim, rank: x.dim)
  switch p {
  case 0: return try zerosLike(x)
  case 1: return try sgn(x) .* g
  case 2:
    // In torch's order: a gradient that is no number shows at zero as well, and in second derivatives.
    return try maskedFill(x ./ norm, eq(norm, 0), 0) .* g
  case .infinity, -.infinity:
    let isExtreme = try eq(abs(x), norm)
    let shares = try sum(isExtreme, dims: dims, keepDim: true)
    return try sgn(x) .* isExtreme .* (g ./ (dims.isEmpty ? reshape(shares, Dims()) : shares))
  default: break
  }
  let size = try abs(x)
  if p < 1 {
    let scaled = try maskedFill(sgn(x) .* pow(size, .double(p - 1)), eq(x, 0), 0)
    return try scaled .* g .* pow(norm, .double(1 - p))
  }
  let scale = try maskedFill(g ./ pow(norm, .double(p - 1)), eq(norm, 0), 0)
  if p < 2 { return try maskedFill(sgn(x) .* pow(size, .double(p - 1)), eq(x, 0), 0) .* scale }
  return try x .* pow(size, .double(p - 2)) .* scale
}

/// Computes the logarithm of the sum of exponentials over dimensions.
public func logsumexp(_ x: Tensor, dims: [Int], keepDim: Bool = false) throws(TorchError) -> Tensor {
  let array = try x.array.logsumexp(Dims(dims), keepDim: keepDim)
  return record("LogsumexpBackward0", x, array, saving: [.x, .result]) { (n, g) throws(TorchError) in
    let x = try n.x
    let result = try restoreDims(n.result, dims, keepDim, rank: x.dim)
    return try restoreDims(g, dims, keepDim, rank: x.dim) .* conj(exp(x .- result))
  }
}

/// Sums the diagonal of a matrix.
public func trace(_ x: Tensor) throws(TorchError) -> Tensor {
  guard x.dtype != .bool else { throw .unsupported("trace", x.dtype) }
  guard x.dim == 2 else { throw .runtime("trace: expected a matrix, but got tensor with dim \(x.dim)") }
  let shape = x.array.shape
  return record("TraceBackward0", x, try x.array.diagonal().sum()) { (_, g) throws(TorchError) in
    let length = Swift.min(shape[0], shape[1])
    return try embed(expand(g, Dims(length)), in: shape) { (whole) throws(TorchError) in try whole.diagonal() }
  }
}

/// Computes the p-norm of a difference.
public func dist(_ x: Tensor, _ y: Tensor, _ p: Double = 2) throws(TorchError) -> Tensor {
  let difference = try elementwise(.sub, x, y)
  guard difference.dtype.isDifferentiable else {
    throw .runtime(
      "norm(): input dtype should be either floating point or complex. Got \(difference.dtype.scalarTypeName) instead.")
  }
  let array = try difference.norm(p)
  return record(
    "DistBackward0", x, y, array, saving: [.x, .y, .result],
    { (n, g) throws(TorchError) in try normBackward(g, n.x .- n.y, n.result, p, [], false) },
    { (n, g) throws(TorchError) in try neg(normBackward(g, n.x .- n.y, n.result, p, [], false)) })
}
