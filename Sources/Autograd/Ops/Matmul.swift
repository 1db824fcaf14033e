import Arrays

/// Products of vectors, matrices and batches.

/// Multiplies two matrices.
public func mm(_ x: Tensor, _ y: Tensor) throws(TorchError) -> Tensor {
  let array: NDArray
  if x.dim == 2, y.dim == 2, let dense = NDArray.denseProduct(x.arrayPointer, y.arrayPointer) {
    array = dense
  } else {
    array = try NDArray.mm(x.arrayPointer.pointee, y.arrayPointer.pointee)
  }
  guard records(x, y) else { return Tensor(array) }
  let (xTurned, yTurned) = (isTurned(x), isTurned(y))
  return record(
    "MmBackward0", x, y, array, saving: [.xForY, .yForX],
    { (n, g) throws(TorchError) in try xTurned ? t(mm(conj(n.y), t(g))) : mm(g, conj(t(n.y))) },
    { (n, g) throws(TorchError) in try yTurned ? t(mm(t(g), conj(n.x))) : mm(conj(t(n.x)), g) })
}

/// Whether the columns of a matrix lie one behind the other: torch then multiplies so that its gradient lies alike.
private func isTurned(_ x: Tensor) -> Bool { x.array.strides[0] == 1 && x.array.strides[1] == x.array.shape[0] }

/// Multiplies two batches of matrices.
public func bmm(_ x: Tensor, _ y: Tensor) throws(TorchError) -> Tensor {
  record(
    "BmmBackward0", x, y, try NDArray.bmm(x.array, y.array), saving: [.xForY, .yForX],
    { (n, g) throws(TorchError) in try bmm(g, conj(transpose(n.y, 1, 2))) },
    { (n, g) throws(TorchError) in try bmm(conj(transpose(n.x, 1, 2)), g) })
}

/// Multiplies a matrix by a vector.
public func mv(_ x: Tensor, _ y: Tensor) throws(TorchError) -> Tensor {
  let array: NDArray
  if x.dim == 2, y.dim == 1, let dense = NDArray.denseProduct(x.arrayPointer, y.arrayPointer) {
    array = dense
  } else {
    array = try NDArray.mv(x.array, y.array)
  }
  guard records(x, y) else { return Tensor(array) }
  return record(
    "MvBackward0", x, y, array, saving: [.xForY, .yForX],
    { (n, g) throws(TorchError) in try outer(g, conj(n.y)) },
    { (n, g) throws(TorchError) in try mv(conj(t(n.x)), g) })
}

/// Multiplies two vectors elementwise and sums.
public func dot(_ x: Tensor, _ y: Tensor) throws(TorchError) -> Tensor {
  record(
    "DotBackward0", x, y, try NDArray.dot(x.array, y.array), saving: [.xForY, .yForX],
    { (n, g) throws(TorchError) in try g .* conj(n.y) }, { (n, g) throws(TorchError) in try g .* conj(n.x) })
}

/// Multiplies the conjugate of a vector elementwise by another and sums.
public func vdot(_ x: Tensor, _ y: Tensor) throws(TorchError) -> Tensor {
  let array = try NDArray.dot(x.dtype.isComplex ? elementwise(.conj, x) : x.array, y.array)
  return record(
    "VdotBackward0", x, y, array, saving: [.xForY, .yForX],
    { (n, g) throws(TorchError) in try conj(g) .* n.y }, { (n, g) throws(TorchError) in try g .* n.x })
}

/// Multiplies every element of a vector by every element of another.
public func outer(_ x: Tensor, _ y: Tensor) throws(TorchError) -> Tensor {
  guard x.dim == 1 else { throw .runtime("outer: Expected 1-D argument self, but got \(x.dim)-D") }
  guard y.dim == 1 else { throw .runtime("outer: Expected 1-D argument vec2, but got \(y.dim)-D") }
  return try mul(reshape(x, Dims(x.count, 1)), y)
}

/// Computes beta * x + alpha * (a @ b) of matrices.
public func addmm(
  _ x: Tensor, _ a: Tensor, _ b: Tensor, beta: Scalar = 1, alpha: Scalar = 1
) throws(TorchError) -> Tensor {
  for (tensor, name) in [(x, "self"), (a, "mat1")] where tensor.dtype != b.dtype {
    throw .runtime(
      "\(name) and mat2 must have the same dtype, but got \(tensor.dtype.scalarTypeName) and \(b.dtype.scalarTypeName)")
  }
  for (tensor, name) in [(a, "mat1"), (b, "mat2")] where tensor.dim != 2 {
    throw .runtime("\(name) must be a matrix, got \(tensor.dim)-D tensor")
  }
  let (beta, alpha) = (beta.fitting(x.dtype), alpha.fitting(x.dtype))
  let array: NDArray
  if beta == .int(1), alpha == .int(1), let dense = NDArray.denseAffine(x.arrayPointer, a.arrayPointer, b.arrayPointer) {
    array = dense
  } else {
    array = try NDArray.addmm(
      x.arrayPointer.pointee, a.arrayPointer.pointee, b.arrayPointer.pointee, beta: beta, alpha: alpha)
  }
  guard records(x, a) || records(b) else { return Tensor(array) }
  let (aTurned, bTurned) = (isTurned(a), isTurned(b))
  return record(
    "AddmmBackward0", x, a, b, array,
    saving: [.y, .z],
    { (_, g) throws(TorchError) in try scaled(g, beta) },
    { (n, g) throws(TorchError) in try scaled(aTurned ? t(mm(conj(n.z), t(g))) : mm(g, conj(t(n.z))), alpha) },
    { (n, g) throws(TorchError) in try scaled(bTurned ? t(mm(t(g), conj(n.y))) : mm(conj(t(n.y)), g), alpha) })
}

/// Computes beta * x + alpha * (a @ b) of batches of matrices.
public func baddbmm(
  _ x: Tensor, _ a: Tensor, _ b: Tensor, beta: Scalar = 1, alpha: Scalar = 1
) throws(TorchError) -> Tensor {
  _ = try x.array.expand(Dims(sizeAt(a, 0), sizeAt(a, 1), sizeAt(b, 2)))
  guard x.dtype == a.dtype else {
    throw .runtime(
      "Input dtypes must be the same, got: input \(x.dtype.cppName), batch1: \(a.dtype.cppName), batch2: \(b.dtype.cppName)")
  }
  let (beta, alpha) = (beta.fitting(x.dtype), alpha.fitting(x.dtype))
  return record(
    "BaddbmmBackward0", x, a, b, try NDArray.baddbmm(x.array, a.array, b.array, beta: beta, alpha: alpha),
    saving: [.y, .z],
    { (_, g) throws(TorchError) in try scaled(g, beta) },
    { (n, g) throws(TorchError) in try scaled(bmm(g, conj(transpose(n.z, 1, 2))), alpha) },
    { (n, g) throws(TorchError) in try scaled(bmm(conj(transpose(n.y, 1, 2)), g), alpha) })
}

private func sizeAt(_ x: Tensor, _ dim: Int) throws(TorchError) -> Int {
  guard x.dim > 0 else { throw TorchError(.index, "Dimension specified as \(dim) but tensor has no dimensions") }
  return x.array.shape[try x.array.normalize(dim: dim)]
}

/// Computes beta * x + alpha * (a @ b) summed over a batch.
public func addbmm(
  _ x: Tensor, _ a: Tensor, _ b: Tensor, beta: Scalar = 1, alpha: Scalar = 1
) throws(TorchError) -> Tensor {
  try checkBatches(a, b)
  guard x.dtype == b.dtype else {
    throw .runtime(
      "self and mat2 must have the same dtype, but got \(x.dtype.scalarTypeName) and \(b.dtype.scalarTypeName)")
  }
  guard a.dtype == b.dtype else {
    throw .runtime(
      "mat1 and mat2 must have the same dtype, but got \(a.dtype.scalarTypeName) and \(b.dtype.scalarTypeName)")
  }
  if a.shape[2] == b.shape[1] { _ = try x.array.expand(Dims(a.shape[1], b.shape[2])) }
  if a.dtype == .bool, a.count > 0, b.count > 0 { throw .unsupported("addmm_impl_cpu_", .bool) }
  let product = try sum(bmm(a, b), dims: [0], dtype: a.dtype)
  return try (beta == .int(1) ? x : mul(x, beta)) .+ (alpha == .int(1) ? product : mul(product, alpha))
}

private func checkBatches(_ a: Tensor, _ b: Tensor) throws(TorchError) {
  guard a.dim == 3 else { throw .runtime("batch1 must be a 3D tensor") }
  guard b.dim == 3 else { throw .runtime("batch2 must be a 3D tensor") }
  try NDArray.checkBatchSizes(a.array.shape, b.array.shape)
}

/// Computes beta * x + alpha * (a @ b) of a matrix and a vector.
public func addmv(
  _ x: Tensor, _ a: Tensor, _ b: Tensor, beta: Scalar = 1, alpha: Scalar = 1
) throws(TorchError) -> Tensor {
  guard a.dim == 2, b.dim == 1, x.dim <= 1 else {
    throw .runtime("vector + matrix @ vector expected, got \(x.dim), \(a.dim), \(b.dim)")
  }
  let (rows, columns) = (a.array.shape[0], a.array.shape[1])
  if x.dim == 0, columns != b.count { throw TorchError(.index, "Dimension specified as 0 but tensor has no dimensions") }
  guard columns == b.count, x.count == rows || x.count == 1 else {
    throw .runtime("size mismatch, got input (\(x.count)), mat (\(rows)x\(columns)), vec (\(b.count))")
  }
  guard x.dtype == a.dtype, a.dtype == b.dtype else {
    throw .runtime(
      "addmv input tensors must have the same dtype, but got \(x.dtype.scalarTypeName), \(a.dtype.scalarTypeName), and "
        + b.dtype.scalarTypeName)
  }
  let (beta, alpha) = (beta.fitting(x.dtype), alpha.fitting(x.dtype))
  let product = try NDArray.mv(a.array, b.array)
  let array = try addScaled(x.array, beta, product, alpha)
  return record(
    "AddmvBackward0", x, a, b, array, saving: [.y, .z],
    { (_, g) throws(TorchError) in try scaled(g, beta) },
    { (n, g) throws(TorchError) in try scaled(outer(g, conj(n.z)), alpha) },
    { (n, g) throws(TorchError) in try scaled(mv(conj(t(n.y)), g), alpha) })
}

/// Computes beta * x + alpha * outer(a, b).
public func addr(
  _ x: Tensor, _ a: Tensor, _ b: Tensor, beta: Scalar = 1, alpha: Scalar = 1
) throws(TorchError) -> Tensor {
  guard a.dim == 1, b.dim == 1 else {
    throw .runtime("addr: Expected 1-D argument \(a.dim == 1 ? "vec2" : "vec1"), but got \(a.dim == 1 ? b.dim : a.dim)-D")
  }
  _ = try x.array.expand(Dims(a.count, b.count))
  // Products are of the result's dtype, and a tensor without dimensions counts like any other here.
  let factors = try Promotion.promote(a.dtype, b.dtype)
  let dtype = try Promotion.promote(x.dtype, factors)
  for factor in [beta, alpha] { try NDArray.checkAlpha(factor, factors) }
  let product = try NDArray.binary(.mul, a.array.to(dtype).unsqueeze(1), b.array.to(dtype))
  return record(
    "AddrBackward0", x, a, b, try addScaled(x.array.to(dtype), beta, product, alpha), saving: [.y, .z],
    { (_, g) throws(TorchError) in try scaled(g, beta) },
    { (n, g) throws(TorchError) in try scaled(mv(g, conj(n.z)), alpha) },
    { (n, g) throws(TorchError) in try scaled(mv(t(g), conj(n.y)), alpha) })
}

private func addScaled(_ x: NDArray, _ beta: Scalar, _ y: NDArray, _ alpha: Scalar) throws(TorchError) -> NDArray {
  // NaN in x must not come through when beta is zero.
  let product = alpha == .int(1) ? y : try NDArray.binary(.mul, y, alpha)
  if !beta.boolValue { return product }
  return try NDArray.binary(.add, beta == .int(1) ? x : NDArray.binary(.mul, x, beta), product)
}

private func scaled(_ g: Tensor, _ factor: Scalar) throws(TorchError) -> Tensor {
  factor == .int(1) ? g : try mul(g, conjugate(factor))
}

/// Multiplies vectors, matrices or batches by the rules of `torch.matmul`.
public func matmul(_ x: Tensor, _ y: Tensor) throws(TorchError) -> Tensor {
  switch (x.dim, y.dim) {
  case (0, _), (_, 0):
    throw .runtime("both arguments to matmul need to be at least 1D, but they are \(x.dim)D and \(y.dim)D")
  case (1, 1): return try dot(x, y)
  case (2, 1): return try mv(x, y)
  case (2, 2): return try mm(x, y)
  case (1, 2): return try dropFirst(mm(unsqueeze(x, 0), y))
  case (_, 1), (_, 2):
    return y.requiresGrad || foldsIntoRows(x.array.layout) ? try foldedMatmul(x, y) : try batchedMatmul(x, y)
  case (1, _), (2, _):
    // The batch folds into rows when everything is transposed: (y^T x^T)^T.
    let folds = try foldsIntoRows(y.array.transpose(-2, -1).layout)
    if x.requiresGrad || (x.dim == 1 && folds) {
      let swapped = try transpose(y, -2, -1)
      if x.dim == 1 { return try foldedMatmul(swapped, x) }
      return try contiguous(transpose(foldedMatmul(swapped, t(x)), -2, -1))
    }
    return try batchedMatmul(x, y)
  case (3, 3) where y.requiresGrad && y.array.shape[0] == 1 && x.array.shape[0] != 1:
    return try foldedMatmul(x, squeeze(y, 0))
  case (3, 3) where x.requiresGrad && x.array.shape[0] == 1 && y.array.shape[0] != 1:
    return try contiguous(transpose(foldedMatmul(transpose(y, -2, -1), t(squeeze(x, 0))), -2, -1))
  default: return try batchedMatmul(x, y)
  }
}

/// Whether all dimensions but the last are one in memory, so that torch multiplies a single matrix.
private func foldsIntoRows(_ layout: Layout) -> Bool {
  if layout.shape.contains(0) { return true }
  for dim in 0..<Swift.max(layout.rank - 2, 0)
  where layout.strides[dim] != layout.strides[dim + 1] &* layout.shape[dim + 1] { return false }
  return true
}

private func dropFirst(_ x: Tensor) throws(TorchError) -> Tensor {
  let before = x.array.shape
  return record("SqueezeBackward4", x, try x.array.squeeze(0)) { (_, g) throws(TorchError) in try reshape(g, before) }
}

private func foldedMatmul(_ x: Tensor, _ y: Tensor) throws(TorchError) -> Tensor {
  var shape = x.array.shape
  let inner = shape[shape.count - 1]
  shape.remove(at: shape.count - 1)
  let rows = shape.product ?? 0
  let folded = try reshape(x, Dims(rows, inner))
  if y.dim == 1 { return try unsafeView(mv(folded, y), shape) }
  shape.append(y.array.shape[1])
  return try unsafeView(mm(folded, y), shape)
}

private func batchedMatmul(_ x: Tensor, _ y: Tensor) throws(TorchError) -> Tensor {
  func batch(_ tensor: Tensor) -> Dims { Dims(Array(tensor.shape.dropLast(2))) }
  func folded(_ tensor: Tensor, _ lead: Dims) throws(TorchError) -> Tensor {
    let (rows, columns) = (tensor.shape[tensor.dim - 2], tensor.shape[tensor.dim - 1])
    var wide = lead
    wide.append(rows)
    wide.append(columns)
    return try reshape(expand(tensor, wide), Dims(lead.product ?? 0, rows, columns))
  }
  let left = x.dim == 1 ? try unsqueeze(x, 0) : x
  let right = y.dim == 1 ? try unsqueeze(y, 1) : y
  var lead = try Dims.broadcast(batch(left), batch(right))
  let product = try bmm(folded(left, lead), folded(right, lead))
  if x.dim > 1 { lead.append(x.shape[x.dim - 2]) }
  if y.dim > 1 { lead.append(y.shape[y.dim - 1]) }
  return try unsafeView(product, lead)
}

/// Shows a fresh result under another shape; nobody else refers to it, so this counts as no view.
private func unsafeView(_ x: Tensor, _ shape: Dims) throws(TorchError) -> Tensor {
  let before = x.array.shape
  return record("UnsafeViewBackward0", x, try x.array.viewed(as: shape)) { (_, g) throws(TorchError) in
    try reshape(g, before)
  }
}

/// Computes x @ weight.T + bias, `F.linear`.
public func linear(_ x: Tensor, _ weight: Tensor, _ bias: Tensor? = nil) throws(TorchError) -> Tensor {
  guard x.dim > 0, weight.dim > 0 else {
    throw .runtime("both arguments to linear need to be at least 1D, but they are \(x.dim)D and \(weight.dim)D")
  }
  if weight.dim == 1, bias != nil { throw .runtime("mat2 must be a matrix, got 1-D tensor") }
  guard let bias, weight.dim == 2, x.dim > 0 else {
    let product = try matmul(x, t(weight))
    return try bias.map { (bias) throws(TorchError) in try product .+ bias } ?? product
  }
  if x.dim == 2 {
    if records(x, weight) || records(bias) || bias.dtype != weight.dtype { return try addmm(bias, x, t(weight)) }
    var turned = weight.array
    turned.layout.swapDims(0, 1)
    let dense = withUnsafePointer(to: turned) { NDArray.denseAffine(bias.arrayPointer, x.arrayPointer, $0) }
    if let dense { return Tensor(dense) }
    return Tensor(try NDArray.addmm(bias.arrayPointer.pointee, x.arrayPointer.pointee, turned))
  }
  let inner = x.shape[x.dim - 1]
  let flat = try reshape(x, Dims(x.shape.dropLast().reduce(1, &*), inner))
  return try view(addmm(bias, flat, t(weight)), x.shape.dropLast() + [weight.shape[0]])
}

/// Contracts the given dimensions of two tensors.
public func tensordot(_ x: Tensor, _ y: Tensor, dims: ([Int], [Int])) throws(TorchError) -> Tensor {
  guard x.dtype == y.dtype else { throw .runtime("both inputs should have same dtype") }
  if x.dim == 1, y.dim == 1, dims.0.count == 1, x.count == y.count, dims.1.count == 1 { return try dot(x, y) }
  guard dims.0.count == dims.1.count else { throw .runtime("both dimension lists should have same length") }
  let left = try normalizeDims(dims.0, rank: x.dim)
  let right = try normalizeDims(dims.1, rank: y.dim)
  var (first, second) = (x, y)
  var size = 1
  for (index, (a, b)) in zip(left, right).enumerated() {
    let (m, n) = (first.shape[a], second.shape[b])
    if m == 1, n != 1 {
      second = try sum(second, dims: [b], keepDim: true, dtype: second.dtype)
    } else if n == 1, m != 1 {
      first = try sum(first, dims: [a], keepDim: true, dtype: first.dtype)
    } else if m != n {
      throw .runtime(
        "contracted dimensions need to match, but first has size \(m) in dim \(dims.0[index]) and "
          + "second has size \(n) in dim \(dims.1[index])")
    }
    size = size &* first.shape[a]
  }
  let leftFree = (0..<x.dim).filter { !left.contains($0) }
  let rightFree = (0..<y.dim).filter { !right.contains($0) }
  let rows = leftFree.map { first.shape[$0] }
  let columns = rightFree.map { second.shape[$0] }
  let a = try reshape(permute(first, leftFree + left), [rows.reduce(1, &*), size])
  let b = try reshape(permute(second, right + rightFree), [size, columns.reduce(1, &*)])
  // One number is a scalar product.
  if a.shape[0] == 1, b.shape[1] == 1 { return try view(dot(view(a, [-1]), view(b, [-1])), rows + columns) }
  return try view(mm(a, b), rows + columns)
}

/// Multiplies matrices in a row in the cheapest order.
public func multiDot(_ matrices: [Tensor]) throws(TorchError) -> Tensor {
  guard matrices.count >= 2 else {
    throw .runtime("multi_dot(): expected at least 2 tensors but got \(matrices.count)")
  }
  for (matrix, place) in [(matrices[0], "first"), (matrices[matrices.count - 1], "last")] where matrix.dim != 1 && matrix.dim != 2 {
    throw .runtime("multi_dot(): the \(place) tensor must be 1D or 2D but got \(matrix.dim)D")
  }
  for (index, matrix) in matrices.enumerated().dropFirst().dropLast() where matrix.dim != 2 {
    throw .runtime("multi_dot(): tensor \(index) must be 2D but got \(matrix.dim)D")
  }
  for (index, matrix) in matrices.enumerated() where matrix.dtype != matrices[0].dtype {
    throw .runtime(
      "multi_dot(): all tensors must have be the same dtype but tensor 0 is \(matrices[0].dtype.cppName) and tensor \(index) "
        + matrix.dtype.cppName)
  }
  var chain = matrices
  let isRow = chain[0].dim == 1
  let isColumn = chain[chain.count - 1].dim == 1
  if isRow { chain[0] = try unsqueeze(chain[0], 0) }
  if isColumn { chain[chain.count - 1] = try unsqueeze(chain[chain.count - 1], -1) }
  for (index, matrix) in chain.enumerated() where matrix.dim != 2 {
    throw .runtime("multi_dot(): tensor \(index) must be 2D but got \(matrix.dim)D")
  }
  for index in 0..<(chain.count - 1) where chain[index].array.shape[1] != chain[index + 1].array.shape[0] {
    let (left, right) = (matrices[index].array.shape.text, matrices[index + 1].array.shape.text)
    throw .runtime(
      "multi_dot(): tensors \(index) and \(index + 1) with shapes \(left) and \(right) cannot be multiplied")
  }
  var product = try multiplyChain(chain)
  if isColumn { product = try squeeze(product, -1) }
  if isRow { product = try squeeze(product, 0) }
  return product
}

/// Multiplies a chain of matrices by the textbook's table of cheapest splits.
private func multiplyChain(_ chain: [Tensor]) throws(TorchError) -> Tensor {
  let count = chain.count
  var cost = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
  var split = [[Int]](repeating: [Int](repeating: 0, count: count), count: count)
  let sizes = chain.map { Double($0.shape[0]) } + [Double(chain[count - 1].shape[1])]
  for length in 1..<count {
    for start in 0..<(count - length) {
      let end = start + length
      cost[start][end] = .infinity
      for middle in start..<end {
        let total = cost[start][middle] + cost[middle + 1][end] + sizes[start] * sizes[middle + 1] * sizes[end + 1]
        if total < cost[start][end] { (cost[start][end], split[start][end]) = (total, middle) }
      }
    }
  }
  func multiply(_ start: Int, _ end: Int) throws(TorchError) -> Tensor {
    if start == end { return chain[start] }
    return try mm(multiply(start, split[start][end]), multiply(split[start][end] + 1, end))
  }
  return try multiply(0, count - 1)
}
