/// `matmul`: vectors, matrices and batches by the rules of numpy.
extension NDArray {
  package static func matmul(_ a: NDArray, _ b: NDArray) throws(ArrayError) -> NDArray {
    guard a.rank > 0, b.rank > 0 else {
      throw .runtime(
        "both arguments to matmul need to be at least 1D, but they are \(a.rank)D and \(b.rank)D")
    }
    switch (a.rank, b.rank) {
    case (1, 1): return try dot(a, b)
    case (2, 1): return try mv(a, b)
    case (1, 2): return try mm(a.unsqueeze(0), b).squeeze(0)
    case (2, 2): return try mm(a, b)
    default: break
    }
    // A batch times one matrix or vector folds into a single product.
    if a.rank >= 3 && b.rank <= 2 {
      let k = a.shape[a.rank - 1]
      var lead = a.shape
      lead.remove(at: a.rank - 1)
      let rows = lead.product ?? 0
      let folded = try a.reshape(Dims(rows, k))
      if b.rank == 1 { return try mv(folded, b).reshape(lead) }
      let product = try mm(folded, b)
      lead.append(b.shape[1])
      return try product.reshape(lead)
    }
    if b.rank >= 3 && a.rank <= 2 {
      // Computed transposed: (b^T a^T)^T folds the batch of b.
      let last = b.rank - 1
      let swapped = try b.transpose(last - 1, last)
      if a.rank == 1 { return try matmul(swapped, a) }
      guard a.shape[1] == b.shape[last - 1] else {
        let batch = leading(b.shape).product ?? 0
        throw .runtime(
          "Expected size for first two dimensions of batch2 tensor to be: [\(batch), \(a.shape[1])] but got: [\(batch), "
            + "\(b.shape[last - 1])].")
      }
      let product = try matmul(swapped, a.transpose(0, 1))
      return try product.transpose(product.rank - 2, product.rank - 1)
    }
    return try batched(a, b)
  }

  private static func batched(_ a: NDArray, _ b: NDArray) throws(ArrayError) -> NDArray {
    let (m, k) = (a.shape[a.rank - 2], a.shape[a.rank - 1])
    let (kb, n) = (b.shape[b.rank - 2], b.shape[b.rank - 1])
    let batch = try Dims.broadcast(leading(a.shape), leading(b.shape))
    let count = batch.product ?? 0
    if count > 0, k == kb {
      func spread(_ array: NDArray, _ rows: Int, _ columns: Int) throws(ArrayError) -> NDArray {
        var shape = batch
        shape.append(rows)
        shape.append(columns)
        return try array.expand(shape)
      }
      if let product = try batchedProduct(spread(a, m, k), spread(b, kb, n)) { return product }
    }
    func stretch(_ array: NDArray, _ rows: Int, _ columns: Int) throws(ArrayError) -> NDArray {
      var shape = batch
      shape.append(rows)
      shape.append(columns)
      return try array.expand(shape).reshape(Dims(count, rows, columns))
    }
    let product = try bmm(stretch(a, m, k), stretch(b, kb, n))
    var shape = batch
    shape.append(m)
    shape.append(n)
    return try product.reshape(shape)
  }

  private static func leading(_ shape: Dims) -> Dims {
    var result = shape
    result.remove(at: shape.count - 1)
    result.remove(at: shape.count - 2)
    return result
  }
}
