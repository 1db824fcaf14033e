import Arrays

/// Splitting a dimension into views.

/// Splits a dimension into pieces of a size; the last may be smaller.
public func split(_ x: Tensor, _ size: Int, _ dim: Int = 0) throws(TorchError) -> [Tensor] {
  guard x.dim > 0 else { throw .runtime("split expects at least a 1-dimensional tensor") }
  guard size >= 0 else { throw .runtime("split expects split_size be non-negative, but got split_size=\(size)") }
  let position = try x.array.normalize(dim: dim)
  let total = x.array.shape[position]
  guard size > 0 || total == 0 else {
    throw .runtime("split_size can only be 0 if dimension size is 0, but got dimension size of \(total)")
  }
  var sizes: [Int] = []
  var rest = total
  repeat {
    sizes.append(Swift.min(size, rest))
    rest -= sizes[sizes.count - 1]
  } while rest > 0
  return try splitViews("SplitBackward0", x, sizes, position)
}

/// Splits a dimension into pieces of given sizes.
public func split(_ x: Tensor, sizes: [Int], _ dim: Int = 0) throws(TorchError) -> [Tensor] {
  guard x.dim > 0 else { throw .runtime("split expects at least a 1-dimensional tensor") }
  let position = try x.array.normalize(dim: dim)
  let total = x.array.shape[position]
  for size in sizes where size < 0 {
    throw .runtime(
      "split_with_sizes expects split_sizes have only non-negative entries, but got split_sizes=\(Dims(sizes).text)")
  }
  guard sizes.reduce(0, &+) == total else {
    throw .runtime(
      "split_with_sizes expects split_sizes to sum exactly to \(total) (input tensor's size at dimension \(position)), "
        + "but got split_sizes=\(Dims(sizes).text)")
  }
  return try splitViews("SplitWithSizesBackward0", x, sizes, position)
}

/// Splits a dimension into a number of pieces of equal size; there may be fewer.
public func chunk(_ x: Tensor, _ chunks: Int, _ dim: Int = 0) throws(TorchError) -> [Tensor] {
  guard x.dim > 0 else { throw .runtime("chunk expects at least a 1-dimensional tensor") }
  guard chunks > 0 else { throw .runtime("chunk expects `chunks` to be greater than 0, got: \(chunks)") }
  let position = try x.array.normalize(dim: dim)
  let total = x.array.shape[position]
  if total == 0 {
    let sizes = [Int](repeating: 0, count: Swift.min(chunks, 1 << 20))
    return try splitViews("SplitWithSizesBackward0", x, sizes, position)
  }
  return try split(x, total / chunks + (total % chunks == 0 ? 0 : 1), position)
}

private func splitViews(
  _ name: StaticString, _ x: Tensor, _ sizes: [Int], _ dim: Int
) throws(TorchError) -> [Tensor] {
  var arrays: [NDArray] = []
  var start = 0
  for size in sizes {
    arrays.append(try x.array.narrow(dim, start: start, length: size))
    start &+= size
  }
  let shape = x.array.shape
  return try severalViews(name, x, arrays) { (index, dtype) throws(TorchError) in
    var piece = shape
    piece[dim] = sizes[index]
    return try zeros(piece, dtype)
  } join: { (parts) throws(TorchError) in
    try cat(parts, dim)
  }
}

/// Takes all indices of a dimension apart.
public func unbind(_ x: Tensor, _ dim: Int = 0) throws(TorchError) -> [Tensor] {
  guard x.dim > 0 else { throw .index("Dimension specified as \(dim) but tensor has no dimensions") }
  let position = try x.array.normalize(dim: dim)
  var piece = x.array.shape
  var arrays: [NDArray] = []
  for index in 0..<piece[position] { arrays.append(try x.array.select(position, index)) }
  piece.remove(at: position)
  return try severalViews("UnbindBackward0", x, arrays) { (_, dtype) throws(TorchError) in
    try zeros(piece, dtype)
  } join: { (parts) throws(TorchError) in
    try stack(parts, position)
  }
}

/// Row `index` (which must exist) as `unbind` gives it where nothing records; nil: it would be recorded.
package func plainRow(_ x: Tensor, _ index: Int) -> Tensor? {
  if records(x) { return nil }
  let view = Tensor(x.array)
  view.array.layout.select(0, index)
  markView(view, of: x, severalViews: true)
  return view
}

/// Records an operation that returns several views; pieces without a gradient get zeros before all are joined.
private func severalViews(
  _ name: StaticString, _ x: Tensor, _ arrays: [NDArray],
  zeros: @escaping (Int, DType) throws(TorchError) -> Tensor,
  join: @escaping ([Tensor]) throws(TorchError) -> Tensor
) throws(TorchError) -> [Tensor] {
  let dtype = x.dtype
  let results = record(name, [x], arrays) { (_, gradients) throws(TorchError) in
    var parts: [Tensor] = []
    for (index, gradient) in gradients.enumerated() {
      if let gradient { parts.append(gradient) } else { parts.append(try zeros(index, dtype)) }
    }
    return [try join(parts)]
  }
  for result in results { markView(result, of: x, severalViews: true) }
  return results
}

/// Splits a dimension into sections whose sizes differ by at most one.
public func tensorSplit(_ x: Tensor, sections: Int, _ dim: Int = 0) throws(TorchError) -> [Tensor] {
  guard x.dim > 0 else {
    throw .runtime("tensor_split expected at least a 1-dimensional tensor, but got a tensor with 0 dims")
  }
  let position = try x.array.normalize(dim: dim)
  guard sections > 0 else { throw .runtime("number of sections must be larger than 0, got \(sections)") }
  guard sections < 1 << 24 else { throw .runtime("number of sections is too large: \(sections)") }
  let total = x.array.shape[position]
  var results: [Tensor] = []
  var start = 0
  for section in 0..<sections {
    let size = total / sections + (section < total % sections ? 1 : 0)
    results.append(try slice(x, position, start: start, end: start &+ size))
    start &+= size
  }
  return results
}

/// Splits a dimension before the given indices.
public func tensorSplit(_ x: Tensor, indices: [Int], _ dim: Int = 0) throws(TorchError) -> [Tensor] {
  guard x.dim > 0 else {
    throw .runtime("tensor_split expected at least a 1-dimensional tensor, but got a tensor with 0 dims")
  }
  let position = try x.array.normalize(dim: dim)
  var results: [Tensor] = []
  var start = 0
  for end in indices {
    results.append(try slice(x, position, start: start, end: end))
    start = end
  }
  results.append(try slice(x, position, start: start, end: nil))
  return results
}
