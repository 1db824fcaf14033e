import ArrayKernels

/// Softmax family along a dimension.
extension NDArray {
  /// Exponentials that sum to one along a dimension.
  package func softmax(_ dim: Int, dtype: DType? = nil) throws(ArrayError) -> NDArray {
    try softmaxRows(dim, dtype, isLog: false)
  }

  /// Logarithm of the softmax along a dimension.
  package func logSoftmax(_ dim: Int, dtype: DType? = nil) throws(ArrayError) -> NDArray {
    try softmaxRows(dim, dtype, isLog: true)
  }

  private func softmaxRows(_ dim: Int, _ dtype: DType?, isLog: Bool) throws(ArrayError) -> NDArray {
    let axis = try normalize(dim: dim)
    let input = try to(dtype ?? self.dtype)
    if input.dtype.isReducedFloat {
      if isLog && axis == rank - 1 { return try input.logSoftmaxOfHalves() }
      return try input.to(.float32).softmaxRows(dim, nil, isLog: isLog).to(input.dtype)
    }
    guard input.dtype.isFloatingPoint else {
      if count == 0 { return try NDArray.empty(shape, input.dtype) }
      let place = axis == rank - 1 || rank == 0 ? "lastdim_" : ""
      throw .unsupported("\(isLog ? "log_softmax" : "softmax")_\(place)kernel_impl", input.dtype)
    }
    if rank == 0 {
      // x - x is NaN for what is not finite.
      let zero = try NDArray.binary(.sub, input, input)
      return try isLog ? zero : zero.unary(.exp)
    }
    let result = try NDArray.empty(shape, input.dtype)
    if count == 0 { return result }
    // Down the columns of a large array: whole rows at a time.
    if axis != rank - 1 && count >= 4096 && input.isContiguous {
      let n = shape[axis]
      var inner = 1
      for dim in (axis + 1)..<rank { inner *= shape[dim] }
      let (type, width) = (Int32(input.dtype.rawValue), input.dtype.size)
      let source = input.pointer.assumingMemoryBound(to: CChar.self)
      let target = result.pointer.assumingMemoryBound(to: CChar.self)
      for block in 0..<(count / (n * inner)) {
        let base = block * n * inner * width
        _ = Threads.split(inner, grain: Swift.max(16, Threads.grain / 4 / n)) { range in
          let start = base + range.lowerBound * width
          wick_softmax_columns(type, isLog ? 1 : 0, target + start, source + start, n, inner, range.count)
          return 0
        }
      }
      return result
    }
    if axis == rank - 1, input.isContiguous {
      let n = shape[axis]
      let type = Int32(input.dtype.rawValue)
      let stride = n &* input.dtype.size
      let source = input.pointer.assumingMemoryBound(to: CChar.self)
      let target = result.pointer.assumingMemoryBound(to: CChar.self)
      let grain = Swift.max(1, Threads.grain / 4 / Swift.max(1, n))
      _ = Threads.split(count / n, grain: grain) { range in
        for row in range { wick_softmax_row(type, isLog ? 1 : 0, target + row &* stride, source + row &* stride, n) }
        return 0
      }
      return result
    }
    try NDArray.rowsLast(axis, [input], into: result) { pointers, n in
      wick_softmax_row(Int32(input.dtype.rawValue), isLog ? 1 : 0, pointers[0], pointers[1], n)
    }
    return result
  }

  /// The logarithm of the softmax along the last dimension, as torch rounds it for halves: the sum and its logarithm pass
  /// through the narrow type. (Along other dimensions it does not.)
  private func logSoftmaxOfHalves() throws(ArrayError) -> NDArray {
    if count == 0 { return try NDArray.empty(shape, dtype) }
    let wide = try to(.float32)
    let last = Dims([rank - 1])
    let shifted = try NDArray.binary(.sub, wide, wide.amax(last, keepDim: true))
    let sums = try shifted.unary(.exp).sum(last, keepDim: true).to(dtype).to(.float32)
    return try NDArray.binary(.sub, shifted, sums.unary(.log).to(dtype).to(.float32)).to(dtype)
  }

  /// Gradient of the softmax's input from the gradient of its result and the result itself.
  package static func softmaxBackward(
    _ grad: NDArray, _ result: NDArray, _ dim: Int, isLog: Bool
  ) throws(ArrayError) -> NDArray {
    let axis = try result.normalize(dim: dim)
    if result.dtype.isReducedFloat {
      let wide = try softmaxBackward(grad.to(.float32), result.to(.float32), dim, isLog: isLog)
      return try wide.to(result.dtype)
    }
    if result.rank == 0 { return try result.zerosLike() }
    let output = try empty(result.shape, result.dtype)
    if result.count == 0 { return output }
    let type = Int32(result.dtype.rawValue)
    try rowsLast(axis, [grad.to(result.dtype), result], into: output) { pointers, n in
      wick_softmax_backward_row(type, isLog ? 1 : 0, pointers[0], pointers[1], pointers[2], n)
    }
    return output
  }

  /// Hands contiguous rows along an axis to `body`: output first, then the inputs.
  ///
  /// Another axis than the last goes through transposed copies.
  private static func rowsLast(
    _ axis: Int, _ inputs: [NDArray], into output: NDArray,
    _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>>, Int) -> Void
  ) throws(ArrayError) {
    let last = output.rank - 1
    var sources: [NDArray] = []
    for input in inputs { sources.append(try input.transpose(axis, last).contiguous()) }
    let target = axis == last ? output : try output.transpose(axis, last).contiguousCopy()
    let n = output.shape[axis]
    let rows = output.count / Swift.max(n, 1)
    let stride = n * output.dtype.size
    // At most two inputs; pointers in a tuple, since threads must not touch the count of an array.
    let inputCount = sources.count
    let bases = (
      target.pointer, inputCount > 0 ? sources[0].pointer : target.pointer,
      inputCount > 1 ? sources[1].pointer : target.pointer
    )
    let grain = Swift.max(1, Threads.grain / 4 / Swift.max(1, n))
    _ = Threads.split(rows, grain: grain) { range in
      withUnsafeTemporaryAllocation(of: UnsafeMutablePointer<CChar>.self, capacity: 3) { pointers in
        guard let base = pointers.baseAddress else { return }
        for row in range {
          base.initialize(to: (bases.0 + row * stride).assumingMemoryBound(to: CChar.self))
          (base + 1).initialize(to: (bases.1 + row * stride).assumingMemoryBound(to: CChar.self))
          (base + 2).initialize(to: (bases.2 + row * stride).assumingMemoryBound(to: CChar.self))
          body(base, n)
        }
      }
      return 0
    }
    if axis != last { try output.transpose(axis, last).assign(target) }
  }

  /// Rows of `n` elements less their mean and over their deviation, with the means and the factors; nil when the rows do
  /// not lie one behind the other as float32 or float64.
  package func normalizedRows(_ n: Int, eps: Double, _ kept: Dims) throws(ArrayError) -> (
    array: NDArray, mean: NDArray, scale: NDArray
  )? {
    guard isContiguous, n > 0, count > 0, dtype == .float32 || dtype == .float64 else { return nil }
    let result = try NDArray.empty(shape, dtype)
    let mean = try NDArray.empty(kept, dtype)
    let scale = try NDArray.empty(kept, dtype)
    let (type, width) = (Int32(dtype.rawValue), dtype.size)
    let source = pointer.assumingMemoryBound(to: CChar.self)
    let target = result.pointer.assumingMemoryBound(to: CChar.self)
    let means = mean.pointer.assumingMemoryBound(to: CChar.self)
    let scales = scale.pointer.assumingMemoryBound(to: CChar.self)
    _ = Threads.split(count / n, grain: Swift.max(1, Threads.grain / n)) { range in
      for row in range {
        let place = row &* n &* width
        wick_normalize_row(type, target + place, source + place, n, eps, means + row &* width, scales + row &* width)
      }
      return 0
    }
    return (result, mean, scale)
  }
}
