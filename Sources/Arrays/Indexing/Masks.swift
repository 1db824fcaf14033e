import ArrayKernels

/// Masks: filling, selecting, finding.
extension NDArray {
  private func checkMask(_ mask: NDArray, _ name: String) throws(ArrayError) {
    guard mask.dtype == .bool else {
      throw .runtime("\(name) only supports boolean masks, but got mask with dtype \(mask.dtype.cppName)")
    }
  }

  /// A copy with a number wherever the mask holds.
  package func maskedFill(_ mask: NDArray, _ value: Scalar) throws(ArrayError) -> NDArray {
    let shape = try Dims.broadcast(mask.shape, shape)
    try checkMask(mask, "masked_fill_")
    try value.checkFits(dtype)
    let filler = try NDArray.scalar(value, dtype)
    let result = try NDArray.output(shape, dtype, like: [mask, self])
    try NDArray.ternary(.where, mask, filler, self, into: result)
    return result
  }

  /// Writes a number wherever the mask holds, in place. Elements may lie on one another: all get the same number.
  package func maskedFillInPlace(_ mask: NDArray, _ value: Scalar) throws(ArrayError) {
    try checkMask(mask, "masked_fill_")
    let full = try Dims.broadcast(shape, mask.shape)
    guard full == shape else {
      throw .runtime("output with shape \(shape.text) doesn't match the broadcast shape \(full.text)")
    }
    try value.checkFits(dtype)
    try NDArray.ternary(.where, mask, NDArray.scalar(value, dtype), self, into: self)
    storage.version += 1
  }

  /// Elements where the mask holds, as a vector.
  package func maskedSelect(_ mask: NDArray) throws(ArrayError) -> NDArray {
    guard mask.dtype == .bool || mask.dtype == .uint8 else {
      throw .runtime("masked_select: expected BoolTensor for mask")
    }
    let shape = try Dims.broadcast(mask.shape, self.shape)
    let source = try stretched(to: shape).contiguous()
    let flags = try mask.stretched(to: shape).contiguous()
    let chosen = flags.pointer.assumingMemoryBound(to: UInt8.self)
    let total = source.count
    var selected = 0
    for index in 0..<total { selected += chosen[index] != 0 ? 1 : 0 }
    let result = try NDArray.empty(Dims(selected), dtype)
    let (from, to) = (source.pointer, result.pointer)
    switch dtype.size {
    case 1: NDArray.compact(to, from, chosen, selected, UInt8.self)
    case 2: NDArray.compact(to, from, chosen, selected, UInt16.self)
    case 4: NDArray.compact(to, from, chosen, selected, UInt32.self)
    case 8: NDArray.compact(to, from, chosen, selected, UInt64.self)
    default: NDArray.compact(to, from, chosen, selected, SIMD2<UInt64>.self)
    }
    return result
  }

  /// Moves the chosen elements together. Every element is written where the next chosen one belongs: a branch on a random
  /// mask would cost more. The loop ends with the last chosen element, so that nothing is written behind it.
  @inline(__always)
  private static func compact<E>(
    _ target: UnsafeMutableRawPointer, _ source: UnsafeMutableRawPointer, _ chosen: UnsafeMutablePointer<UInt8>,
    _ selected: Int, _: E.Type
  ) {
    let (out, input) = (target.assumingMemoryBound(to: E.self), source.assumingMemoryBound(to: E.self))
    var (index, written) = (0, 0)
    while written < selected {
      out[written] = input[index]
      written &+= chosen[index] != 0 ? 1 : 0
      index &+= 1
    }
  }

  /// Writes the elements of `source` one after the other wherever the mask holds, in place.
  package func maskedScatterInPlace(_ mask: NDArray, _ source: NDArray) throws(ArrayError) {
    guard mask.dtype == .bool else {
      throw .runtime("masked_scatter_ only supports boolean masks, but got mask with dtype \(mask.dtype.scalarTypeName)")
    }
    guard source.dtype == dtype else {
      throw .runtime(
        "masked_scatter: expected self and source to have same dtypes but got\(dtype.scalarTypeName) and "
          + source.dtype.scalarTypeName)
    }
    let flags = try mask.stretched(to: shape).contiguous()
    let chosen = flags.pointer.assumingMemoryBound(to: UInt8.self)
    let values = try source.contiguous()
    let result = try contiguousCopy()
    let size = dtype.size
    var used = 0
    for index in 0..<result.count where chosen[index] != 0 {
      guard used < values.count else {
        throw .runtime("Number of elements of source < number of ones in mask")
      }
      NDArray.copyElement(result.pointer + index * size, values.pointer + used * size, size)
      used += 1
    }
    try copyInPlace(from: result)
  }

  /// Places of the elements that are not zero, one row each; stored column by column as torch does.
  package func nonzero() throws(ArrayError) -> NDArray {
    let truth = dtype == .bool ? self : try NDArray.binary(.ne, self, .int(0))
    let flags = try truth.contiguous()
    let chosen = flags.pointer.assumingMemoryBound(to: UInt8.self)
    let total = count
    var found = 0
    for index in 0..<total { found += chosen[index] != 0 ? 1 : 0 }
    let rank = self.rank
    var result = try NDArray.empty(Dims(rank, found), .int64)
    let target = result.pointer.assumingMemoryBound(to: Int.self)
    if rank == 1 {
      var (index, written) = (0, 0)
      while written < found {
        target[written] = index
        written &+= chosen[index] != 0 ? 1 : 0
        index &+= 1
      }
      return try result.transpose(0, 1)
    }
    var row = 0
    for index in 0..<total where chosen[index] != 0 {
      var place = index
      for dim in (0..<rank).reversed() {
        target[dim * found + row] = place % shape[dim]
        place /= shape[dim]
      }
      row += 1
    }
    result = try result.transpose(0, 1)
    return result
  }
}
