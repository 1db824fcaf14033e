import Arrays

/// Embedding, dropout, one-hot vectors, normalising to unit length.

/// Takes rows of a table, `F.embedding`. The row `paddingIndex` gets no gradient.
public func embedding(
  _ indices: Tensor, _ weight: Tensor, paddingIndex: Int? = nil, scaleGradByFreq: Bool = false
) throws(TorchError) -> Tensor {
  guard weight.dim == 2 else { throw .runtime("'weight' must be 2-D") }
  guard indices.dtype == .int64 || indices.dtype == .int32 else {
    throw .runtime(
      "Expected tensor for argument #1 'indices' to have one of the following scalar types: Long, Int; but got "
        + "\(indices.dtype.backendTypeName) instead (while checking arguments for embedding)")
  }
  let rows = weight.array.shape[0]
  var padding: Int?
  if let paddingIndex {
    guard paddingIndex >= -rows, paddingIndex < rows else {
      throw .value("Padding_idx must be within num_embeddings")
    }
    padding = paddingIndex < 0 ? paddingIndex &+ rows : paddingIndex
  }
  let flat = try indices.array.reshape([-1])
  var shape = indices.array.shape
  shape.append(weight.array.shape[1])
  let array = try weight.array.indexSelect(0, flat).reshape(shape)
  let table = weight.array.shape
  let places = Tensor(flat)
  return record("EmbeddingBackward0", weight, array) { (_, g) throws(TorchError) in
    var rowsOfG = try reshape(g, Dims(flat.count, table[1]))
    if let padding { rowsOfG = try maskedFill(rowsOfG, unsqueeze(eq(places, .int(padding)), 1), 0) }
    if scaleGradByFreq {
      let one = try ones(Dims(flat.count), g.dtype)
      let counts = try indexSelect(indexAdd(zeros(Dims(table[0]), g.dtype), 0, places, one), 0, places)
      rowsOfG = try rowsOfG ./ unsqueeze(counts, 1)
    }
    return try indexAdd(zeros(table, g.dtype), 0, places, rowsOfG)
  }
}

/// Scales the rows of a table that indices name to a norm of at most `most`, in place and unrecorded.
public func shortenRows(_ weight: Tensor, _ indices: Tensor, to most: Double, _ p: Double = 2) throws(TorchError) {
  guard weight.dim == 2, indices.count > 0, indices.dtype == .int64 || indices.dtype == .int32 else { return }
  try noGrad { () throws(TorchError) in
    let used = try unique(reshape(indices, [-1])).values
    let rows = try renorm(indexSelect(detach(weight), 0, used), p, 0, most)
    try weight.array.indexAddInPlace(0, used.array, rows.array, mode: .replace)
  }
}

/// Sets elements to zero with probability p and scales the others by 1 / (1 - p), while training.
public func dropout(
  _ x: Tensor, _ p: Double = 0.5, training: Bool = true, generator: Generator? = nil
) throws(TorchError) -> Tensor {
  try dropout(x, p, training, noiseShape: x.array.shape, generator)
}

/// Drops whole channels of (N, C, …), `F.dropout1d`, `dropout2d` and `dropout3d`.
public func featureDropout(
  _ x: Tensor, _ p: Double = 0.5, training: Bool = true, generator: Generator? = nil
) throws(TorchError) -> Tensor {
  guard x.dim >= 2 else { throw .runtime("Feature dropout requires at least 2 dimensions in the input") }
  var shape = Dims(repeating: 1, count: x.dim)
  shape[0] = x.array.shape[0]
  shape[1] = x.array.shape[1]
  return try dropout(x, p, training, noiseShape: shape, generator)
}

private func dropout(
  _ x: Tensor, _ p: Double, _ training: Bool, noiseShape: Dims, _ generator: Generator?
) throws(TorchError) -> Tensor {
  try checkProbability(p)
  if p == 0 || !training || x.count == 0 { return x }
  if p == 1 { return try x .* zeros(Dims(), x.dtype) }
  let noise = noiseShape == x.array.shape ? try x.array.emptyLike() : try NDArray.empty(noiseShape, x.dtype)
  if x.dtype.isComplex { throw .unsupported("bernoulli_scalar_cpu_", x.dtype) }
  try (generator ?? Random.defaultGenerator).bernoulli(into: noise, p: 1 - p)
  try noise.binaryInPlace(.div, .double(1 - p))
  noise.storage.version = 0
  return try x .* Tensor(noise)
}

private func checkProbability(_ p: Double) throws(TorchError) {
  guard p >= 0, p <= 1 else {
    throw .value("dropout probability has to be between 0 and 1, but got \(p == p.rounded() ? "\(Int(p))" : "\(p)")")
  }
}

/// Drops elements to the negative saturation of `selu`, keeping mean and variance.
public func alphaDropout(
  _ x: Tensor, _ p: Double = 0.5, training: Bool = true, wholeChannels: Bool = false, generator: Generator? = nil
) throws(TorchError) -> Tensor {
  try checkProbability(p)
  if p == 0 || !training || x.count == 0 { return x }
  if p == 1 { return try x .* zeros(Dims(), x.dtype) }
  var shape = x.array.shape
  if wholeChannels { for dim in 2..<Swift.max(shape.count, 2) { shape[dim] = 1 } }
  let noise = shape == x.array.shape ? try x.array.emptyLike() : try NDArray.empty(shape, x.dtype)
  try (generator ?? Random.defaultGenerator).bernoulli(into: noise, p: 1 - p)
  noise.storage.version = 0
  let alpha = 1.7580993408473766
  let a = 1 / ((alpha * alpha * p + 1) * (1 - p)).squareRoot()
  let shift = try (Tensor(noise) .- 1) .* (alpha * a) .+ alpha * a * p
  return try x .* (Tensor(noise) .* a) .+ shift
}

/// Makes vectors with a one at the place of each class.
public func oneHot(_ x: Tensor, classes: Int = -1) throws(TorchError) -> Tensor {
  guard x.dtype == .int64 else { throw .runtime("one_hot is only applicable to index tensor of type LongTensor.") }
  if x.count == 0 {
    guard classes > 0 else { throw .runtime("Can not infer total number of classes from empty tensor.") }
    return try zeros(x.shape + [classes], .int64)
  }
  let lowest = try x.array.amin().item().intValue
  guard lowest >= 0 else { throw .runtime("Class values must be non-negative.") }
  let highest = try x.array.amax().item().intValue
  guard classes != 0 else { throw .runtime("num_classes should be positive") }
  guard classes == -1 || classes > highest else { throw .runtime("Class values must be smaller than num_classes.") }
  let size = classes == -1 ? highest &+ 1 : classes
  let whole = try NDArray.zeros(Dims(x.shape + [size]), .int64)
  let index = try x.array.unsqueeze(x.dim)
  try whole.scatterInPlace(x.dim, index, NDArray.full(index.shape, 1, .int64))
  whole.storage.version = 0
  return Tensor(whole)
}

/// Divides by the p-norm along a dimension, `F.normalize`.
public func normalize(
  _ x: Tensor, _ p: Double = 2, dims: [Int] = [1], eps: Double = 1e-12
) throws(TorchError) -> Tensor {
  let size = try clampMin(norm(x, p, dims: dims, keepDim: true), .double(eps))
  return try x ./ expand(size, x.array.shape)
}

/// Rearranges (…, C r², H, W) to (…, C, H r, W r).
public func pixelShuffle(_ x: Tensor, _ factor: Int) throws(TorchError) -> Tensor {
  guard x.dim >= 3 else {
    throw .runtime("pixel_shuffle expects input to have at least 3 dimensions, but got input with \(x.dim) dimension(s)")
  }
  guard factor > 0, factor < 1 << 24 else {
    throw .runtime("pixel_shuffle expects a positive upscale_factor, but got \(factor)")
  }
  let lead = Array(x.shape.dropLast(3))
  let (channels, height, width) = (x.shape[x.dim - 3], x.shape[x.dim - 2], x.shape[x.dim - 1])
  let square = factor &* factor
  guard channels % square == 0 else {
    throw .runtime(
      "pixel_shuffle expects its input's 'channel' dimension to be divisible by the square of upscale_factor, but "
        + "input.size(-3)=\(channels) is not divisible by \(square)")
  }
  let n = lead.count
  let split = try x.array.reshape(Dims(lead + [channels / square, factor, factor, height, width]))
  let order = Array(0..<n) + [n, n + 3, n + 1, n + 4, n + 2]
  let array = try split.permute(Dims(order)).contiguousCopy()
    .reshape(Dims(lead + [channels / square, height &* factor, width &* factor]))
  return record("PixelShuffleBackward0", x, array) { (_, g) throws(TorchError) in try pixelUnshuffle(g, factor) }
}

/// Rearranges (…, C, H r, W r) to (…, C r², H, W).
public func pixelUnshuffle(_ x: Tensor, _ factor: Int) throws(TorchError) -> Tensor {
  guard x.dim >= 3 else {
    throw .runtime(
      "pixel_unshuffle expects input to have at least 3 dimensions, but got input with \(x.dim) dimension(s)")
  }
  guard factor > 0 else { throw .runtime("pixel_unshuffle expects a positive downscale_factor, but got \(factor)") }
  let lead = Array(x.shape.dropLast(3))
  let (channels, height, width) = (x.shape[x.dim - 3], x.shape[x.dim - 2], x.shape[x.dim - 1])
  guard height % factor == 0 else {
    throw .runtime(
      "pixel_unshuffle expects height to be divisible by downscale_factor, but input.size(-2)=\(height) is not divisible "
        + "by \(factor)")
  }
  guard width % factor == 0 else {
    throw .runtime(
      "pixel_unshuffle expects width to be divisible by downscale_factor, but input.size(-1)=\(width) is not divisible "
        + "by \(factor)")
  }
  let n = lead.count
  let split = try x.array.reshape(Dims(lead + [channels, height / factor, factor, width / factor, factor]))
  let order = Array(0..<n) + [n, n + 2, n + 4, n + 1, n + 3]
  let array = try split.permute(Dims(order)).contiguousCopy()
    .reshape(Dims(lead + [channels &* factor &* factor, height / factor, width / factor]))
  return record("PixelUnshuffleBackward0", x, array) { (_, g) throws(TorchError) in try pixelShuffle(g, factor) }
}
