import Arrays

/// Softmax family and running sums and products.

/// Computes exponentials that sum to one along a dimension.
public func softmax(_ x: Tensor, _ dim: Int, dtype: DType? = nil) throws(TorchError) -> Tensor {
  if dtype == nil, !records(x), let dense = NDArray.denseSoftmax(x.arrayPointer, dim, isLog: false) { return Tensor(dense) }
  let input = dtype == nil ? x : try to(x, dtype ?? x.dtype)
  return record("SoftmaxBackward0", input, try input.array.softmax(dim), saving: .result) { (n, g) throws(TorchError) in
    try softmaxBackward(g, n.result, dim)
  }
}

private func softmaxBackward(_ g: Tensor, _ result: Tensor, _ dim: Int) throws(TorchError) -> Tensor {
  let array = try NDArray.softmaxBackward(g.array, result.array, dim, isLog: false)
  return record(
    "SoftmaxBackwardDataBackward0", g, result, array, saving: [.x, .y],
    { (n, h) throws(TorchError) in try softmaxBackward(h, n.y, dim) },
    { (n, h) throws(TorchError) in
      let (g, y) = (try n.x, try n.y)
      let weighted = try sum(g .* y, dims: [dim], keepDim: true)
      return try h .* (g .- weighted) .- g .* sum(h .* y, dims: [dim], keepDim: true)
    })
}

/// Computes the logarithm of the softmax along a dimension.
public func logSoftmax(_ x: Tensor, _ dim: Int, dtype: DType? = nil) throws(TorchError) -> Tensor {
  if dtype == nil, !records(x), let dense = NDArray.denseSoftmax(x.arrayPointer, dim, isLog: true) { return Tensor(dense) }
  let input = dtype == nil ? x : try to(x, dtype ?? x.dtype)
  return record("LogSoftmaxBackward0", input, try input.array.logSoftmax(dim), saving: .result) {
    (n, g) throws(TorchError) in try logSoftmaxBackward(g, n.result, dim)
  }
}

private func logSoftmaxBackward(_ g: Tensor, _ result: Tensor, _ dim: Int) throws(TorchError) -> Tensor {
  let array = try NDArray.softmaxBackward(g.array, result.array, dim, isLog: true)
  return record(
    "LogSoftmaxBackwardDataBackward0", g, result, array, saving: [.x, .y],
    { (n, h) throws(TorchError) in try h .- sum(h .* exp(n.y), dims: [dim], keepDim: true) },
    { (n, h) throws(TorchError) in try neg(h) .* exp(n.y) .* sum(n.x, dims: [dim], keepDim: true) })
}

/// Computes the softmax of -x.
public func softmin(_ x: Tensor, _ dim: Int, dtype: DType? = nil) throws(TorchError) -> Tensor {
  try softmax(neg(x), dim, dtype: dtype)
}

/// Computes running sums along a dimension.
public func cumsum(_ x: Tensor, _ dim: Int, dtype: DType? = nil) throws(TorchError) -> Tensor {
  record("CumsumBackward0", x, try x.array.cumsum(dim, dtype: dtype)) { (_, g) throws(TorchError) in
    try reversedCumsum(g, dim)
  }
}

private func reversedCumsum(_ g: Tensor, _ dim: Int) throws(TorchError) -> Tensor {
  g.dim == 0 ? g : try flip(cumsum(flip(g, [dim]), dim), [dim])
}

/// Computes running products along a dimension.
public func cumprod(_ x: Tensor, _ dim: Int, dtype: DType? = nil) throws(TorchError) -> Tensor {
  record("CumprodBackward0", x, try x.array.cumprod(dim, dtype: dtype), saving: [.x, .result]) {
    (n, g) throws(TorchError) in
    let (x, result) = (try n.x, try n.result)
    if x.dim == 0 || x.count <= 1 { return g }
    let position = try x.array.normalize(dim: dim)
    if x.array.shape[position] == 1 { return g }
    let hasZero = try noGrad { () throws(TorchError) in try any(eq(x, 0)).item().boolValue }
    if !hasZero { return try reversedCumsum(g .* conj(result), dim) ./ conj(x) }
    return try cumprodBackwardWithZeros(g, x, dim)
  }
}

/// Gradient of running products where an element is zero: each result without the element is computed by itself.
private func cumprodBackwardWithZeros(_ g: Tensor, _ x: Tensor, _ dim: Int) throws(TorchError) -> Tensor {
  let position = try x.array.normalize(dim: dim)
  let size = x.array.shape[position]
  var parts: [Tensor] = []
  for index in 0..<size {
    // d result[j] / d x[index] for j >= index: product of x[0...j] without x[index].
    let one = try onesLike(narrow(x, position, index, 1))
    let others = try cat([narrow(x, position, 0, index), one, narrow(x, position, index + 1, size - index - 1)], position)
    let slopes = try narrow(cumprod(others, position), position, index, size - index)
    parts.append(try sum(narrow(g, position, index, size - index) .* conj(slopes), dims: [position], keepDim: true))
  }
  return try cat(parts, position)
}

/// Computes the logarithm of running sums of exponentials along a dimension.
public func logcumsumexp(_ x: Tensor, _ dim: Int) throws(TorchError) -> Tensor {
  record("LogcumsumexpBackward0", x, try x.array.logcumsumexp(dim), saving: [.x, .result]) {
    (n, g) throws(TorchError) in
    let (x, result) = (try n.x, try n.result)
    if x.dim == 0 || x.count == 0 { return g }
    if x.dtype.isComplex {
      return try conj(exp(flip(logcumsumexp(flip(log(conj(g)) .- result, [dim]), dim), [dim]) .+ x))
    }
    // Positive and negative gradients apart, in logarithms, so that nothing overflows.
    let size = try log(abs(g))
    let bound = size.dtype == .float64 ? Double.greatestFiniteMagnitude : Double(Float.greatestFiniteMagnitude)
    let lowest = try fullLike(size, .double(-bound))
    let positive = try `where`(gt(g, 0), size, lowest)
    let negative = try `where`(lt(g, 0), size, lowest)
    func backward(_ part: Tensor) throws(TorchError) -> Tensor {
      try exp(flip(logcumsumexp(flip(part .- result, [dim]), dim), [dim]) .+ x)
    }
    return try backward(positive) .- backward(negative)
  }
}
