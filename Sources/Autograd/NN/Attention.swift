import Arrays

/// Attention of queries to keys and values.

/// Computes softmax(q kᵀ * scale + mask) v, `F.scaled_dot_product_attention`.
///
/// q is (…, L, E), k (…, S, E), v (…, S, V). A boolean mask marks what takes part, another one is added.
public func scaledDotProductAttention(
  _ q: Tensor, _ k: Tensor, _ v: Tensor, mask: Tensor? = nil, dropout p: Double = 0, isCausal: Bool = false,
  scale: Double? = nil, enableGqa: Bool = false
) throws(TorchError) -> Tensor {
  guard q.dim >= 2, k.dim >= 2, v.dim >= 2 else {
    throw .runtime(
      "Expected query, key, and value to all be  at least 2 dimensional, but got query.dim: \(q.dim) key.dim: \(k.dim) and "
        + "value.dim: \(v.dim) instead.")
  }
  guard q.dtype == k.dtype, q.dtype == v.dtype else {
    throw .runtime(
      "Expected query, key, and value to have the same dtype, but got query.dtype: \(q.dtype.cppName) key.dtype: "
        + "\(k.dtype.cppName) and value.dtype: \(v.dtype.cppName) instead.")
  }
  guard mask == nil || !isCausal else {
    throw .runtime(
      "_scaled_dot_product_attention: Explicit attn_mask should not be set when is_causal=True")
  }
  let factor = scale ?? 1 / Double(Swift.max(q.shape[q.dim - 1], 1)).squareRoot()
  var bias: Tensor?
  if isCausal {
    let (rows, columns) = (q.shape[q.dim - 2], k.shape[k.dim - 2])
    let allowed = try tril(ones([rows, columns], .bool))
    bias = try maskBias(allowed, q.dtype)
  } else if let mask {
    bias = mask.dtype == .bool ? try maskBias(mask, q.dtype) : mask
  }
  var (key, value) = (k, v)
  if enableGqa, q.dim >= 3, q.shape[q.dim - 3] != k.shape[k.dim - 3] {
    key = try repeatInterleave(k, q.shape[q.dim - 3] / Swift.max(k.shape[k.dim - 3], 1), dim: -3)
    value = try repeatInterleave(v, q.shape[q.dim - 3] / Swift.max(v.shape[v.dim - 3], 1), dim: -3)
  }
  if q.dim == 4, p == 0, !(bias?.requiresGrad ?? false), q.shape[3] == key.shape[3], key.shape[3] == value.shape[3] {
    return try fusedAttention(q, key, value, bias, factor)
  }
  // Both operands take a root of the factor, as torch does.
  let root = factor.squareRoot()
  var scores = try matmul(q .* root, transpose(key .* root, -2, -1))
  if let bias { scores = try scores .+ bias }
  var weights = try safeSoftmax(scores)
  if p > 0 { weights = try dropout(weights, p) }
  return try matmul(weights, value)
}

private func maskBias(_ allowed: Tensor, _ dtype: DType) throws(TorchError) -> Tensor {
  try maskedFill(zerosLike(allowed, dtype), logicalNot(allowed), .double(-.infinity))
}

/// Softmax that answers zeros where a whole row is masked out.
private func safeSoftmax(_ scores: Tensor) throws(TorchError) -> Tensor {
  let weights = try softmax(scores, -1)
  let isOut = try noGrad { () throws(TorchError) in
    try all(eq(scores, .double(-.infinity)), dims: [-1], keepDim: true)
  }
  return try any(isOut).item().boolValue ? maskedFill(weights, isOut, 0) : weights
}

private func fusedAttention(
  _ q: Tensor, _ k: Tensor, _ v: Tensor, _ bias: Tensor?, _ factor: Double
) throws(TorchError) -> Tensor {
  func weights(_ q: Tensor, _ k: Tensor) throws(TorchError) -> Tensor {
    let scores = try matmul(q, transpose(k, -2, -1)) .* factor
    return try safeSoftmax(bias.map { (bias) throws(TorchError) in try scores .+ bias } ?? scores)
  }
  let array = try noGrad { () throws(TorchError) in try matmul(weights(q, k), v).array }
  return record("ScaledDotProductFlashAttentionForCpuBackward0", [q, k, v], array) { (n) in n.save(q, k, v) } _: {
    (n, g) throws(TorchError) in
    let (q, k, v) = (try n.saved(0), try n.saved(1), try n.saved(2))
    let w = try weights(q, k)
    let toValue = try matmul(transpose(w, -2, -1), g)
    let toWeights = try matmul(g, transpose(v, -2, -1))
    let toScores = try w .* (toWeights .- sum(toWeights .* w, dims: [-1], keepDim: true)) .* factor
    return [try matmul(toScores, k), try matmul(transpose(toScores, -2, -1), q), toValue]
  }
}

/// Repeats every element of a dimension, or of the flattened tensor.
public func repeatInterleave(_ x: Tensor, _ count: Int, dim: Int? = nil) throws(TorchError) -> Tensor {
  guard count >= 0 else { throw .runtime("Repeats must be non-negative") }
  let source = dim == nil ? try reshape(x, [-1]) : x
  let position = try source.array.normalize(dim: dim ?? 0)
  // A tensor without dimensions has no place for another one behind the first.
  if source.dim == 0 { _ = try source.array.normalize(dim: 1) }
  var shape = source.shape
  shape.insert(count, at: position + 1)
  let spread = try clone(expand(unsqueeze(source, position + 1), shape), contiguous: true)
  var merged = source.shape
  merged[position] = merged[position] &* count
  return try view(spread, merged)
}

/// Repeats every element of a dimension its own number of times.
public func repeatInterleave(_ x: Tensor, _ counts: Tensor, dim: Int? = nil) throws(TorchError) -> Tensor {
  let source = dim == nil ? try reshape(x, [-1]) : x
  guard counts.dim <= 1 else { throw .runtime("repeats must be 0-dim or 1-dim tensor") }
  guard source.dim > 0 else {
    throw TorchError(.index, "Dimension specified as \(dim ?? 0) but tensor has no dimensions")
  }
  let position = try source.array.normalize(dim: dim ?? 0)
  let size = source.shape[position]
  guard counts.dtype == .int64 || counts.dtype == .int32 else { throw .unsupported("repeat_interleave_cpu", counts.dtype) }
  let order = try NDArray.arange(0, .int(size), 1, .int64).repeatInterleave(counts.array, 0)
  return try indexSelect(source, position, Tensor(order))
}
