import Glibc

/// Putting arrays together and turning them around.
extension NDArray {
  /// Joins arrays along a dimension.
  package static func cat(_ arrays: [NDArray], _ dim: Int = 0) throws(ArrayError) -> NDArray {
    guard !arrays.isEmpty else { throw .value("torch.cat(): expected a non-empty list of Tensors") }
    for (position, array) in arrays.enumerated() where array.rank == 0 {
      throw .runtime("zero-dimensional tensor (at position \(position)) cannot be concatenated")
    }
    var promoted = Promotion.Operands()
    for array in arrays { try promoted.add(array) }
    let dtype = try promoted.result
    // A vector of no elements is skipped whatever the other shapes are.
    let used = arrays.filter { !($0.rank == 1 && $0.shape[0] == 0) }
    guard let first = used.first else { return try empty(Dims(0), dtype) }
    let axis = try first.normalize(dim: dim)
    var shape = first.shape
    shape[axis] = 0
    for (position, array) in arrays.enumerated() where !(array.rank == 1 && array.shape[0] == 0) {
      guard array.rank == first.rank else {
        throw .runtime("Tensors must have same number of dimensions: got \(first.rank) and \(array.rank)")
      }
      for other in 0..<first.rank where other != axis && array.shape[other] != first.shape[other] {
        throw .runtime(
          "Sizes of tensors must match except in dimension \(axis). Expected size \(first.shape[other]) but got size "
            + "\(array.shape[other]) for tensor number \(position) in the list.")
      }
      shape[axis] = shape[axis] &+ array.shape[axis]
    }
    let result = try empty(shape, dtype)
    if result.count < 4096, used.allSatisfy({ $0.dtype == dtype && $0.isContiguous }) {
      copyChunks(used, axis, into: result)
      return result
    }
    var start = 0
    for array in used {
      let length = array.shape[axis]
      try result.narrow(axis, start: start, length: length).assign(array)
      start += length
    }
    return result
  }

  /// Copies small row-major arrays of one dtype beside each other.
  private static func copyChunks(_ arrays: [NDArray], _ axis: Int, into result: NDArray) {
    let width = result.dtype.size
    var (outer, inner) = (1, width)
    for dim in 0..<axis { outer &*= result.shape[dim] }
    for dim in (axis + 1)..<Swift.max(result.rank, axis + 1) { inner &*= result.shape[dim] }
    let stride = inner &* result.shape[axis]
    var start = result.pointer
    for array in arrays {
      let chunk = inner &* array.shape[axis]
      var (source, target) = (array.pointer, start)
      for _ in 0..<outer {
        memcpy(target, source, chunk)
        source += chunk
        target += stride
      }
      start += chunk
    }
  }

  /// Joins arrays of one shape along a new dimension.
  package static func stack(_ arrays: [NDArray], _ dim: Int = 0) throws(ArrayError) -> NDArray {
    guard let first = arrays.first else { throw .runtime("stack expects a non-empty TensorList") }
    let axis = try Layout.normalize(dim: dim, rank: first.rank + 1)
    for (position, array) in arrays.enumerated() where array.shape != first.shape {
      throw .runtime(
        "stack expects each tensor to be equal size, but got \(first.shape.text) at entry 0 and \(array.shape.text) at "
          + "entry \(position)")
    }
    var slices: [NDArray] = []
    for array in arrays { slices.append(try array.unsqueeze(axis)) }
    return try cat(slices, axis)
  }

  /// Repeats the whole array along each dimension.
  package func repeated(_ times: Dims) throws(ArrayError) -> NDArray {
    guard times.count >= rank else {
      throw .runtime(
        "Number of dimensions of repeat dims can not be smaller than number of dimensions of tensor")
    }
    let lead = times.count - rank
    if let bad = times.firstIndex(where: { $0 < 0 }) {
      var wanted = times
      for k in lead..<times.count { wanted[k] = times[k].multipliedReportingOverflow(by: self.shape[k - lead]).partialValue }
      throw .runtime("Trying to create tensor with negative dimension \(wanted[bad]): \(wanted.text)")
    }
    var shape = Dims()
    var source = Dims()
    var split = Dims()
    var stretch = Dims()
    for dim in 0..<times.count {
      let size = dim < lead ? 1 : layout.shape[dim - lead]
      source.append(size)
      let (total, overflow) = size.multipliedReportingOverflow(by: times[dim])
      guard !overflow else { throw .runtime("Storage size calculation overflowed with sizes=\(times.text)") }
      shape.append(total)
      split.append(1)
      split.append(size)
      stretch.append(times[dim])
      stretch.append(size)
    }
    let result = try NDArray.empty(shape, dtype)
    if result.count == 0 { return result }
    let target = result.view(Layout(contiguous: stretch))
    try target.assign(reshape(source).reshape(split))
    return result
  }

  /// Reverses dimensions.
  package func flip(_ dims: Dims) throws(ArrayError) -> NDArray {
    var layout = self.layout
    var seen = Dims(repeating: 0, count: Swift.max(rank, 1))
    for dim in dims {
      let axis = try normalize(dim: dim)
      guard seen[axis] == 0 else { throw .runtime("dim \(axis) appears multiple times in the list of dims") }
      seen[axis] = 1
      if rank == 0 || layout.shape[axis] == 0 { continue }
      layout.offset += (layout.shape[axis] - 1) * layout.strides[axis]
      layout.strides[axis] = -layout.strides[axis]
    }
    let result = try emptyLike()
    try result.assign(view(layout))
    return result
  }

  /// Shifts elements along dimensions; what falls off comes back at the other end.
  ///
  /// Without dimensions the flattened array is shifted.
  package func roll(_ shifts: Dims, _ dims: Dims) throws(ArrayError) -> NDArray {
    if dims.isEmpty && shifts.count == 1 {
      return try contiguous().reshape([-1]).roll(shifts, [0]).reshape(shape)
    }
    guard shifts.count == dims.count, !shifts.isEmpty else {
      if shifts.isEmpty { throw .runtime("`shifts` required") }
      throw .runtime("shifts and dimensions must align. shifts: \(shifts.count), dims:\(dims.count)")
    }
    if rank == 0, let dim = dims.first {
      throw .index("Dimension specified as \(dim) but tensor has no dimensions")
    }
    var current = try contiguous()
    for position in 0..<dims.count {
      let axis = try normalize(dim: dims[position])
      let result = try NDArray.empty(shape, dtype)
      if count == 0 { return result }
      if rank == 0 { return try clone() }
      let size = shape[axis]
      let shift = ((shifts[position] % size) + size) % size
      try result.narrow(axis, start: shift, length: size - shift)
        .assign(current.narrow(axis, start: 0, length: size - shift))
      try result.narrow(axis, start: 0, length: shift)
        .assign(current.narrow(axis, start: size - shift, length: shift))
      current = result
    }
    return current
  }

  /// Lower triangle of matrices; the rest becomes zero.
  package func tril(_ diagonal: Int = 0) throws(ArrayError) -> NDArray {
    try triangle("tril", diagonal, lower: true)
  }

  /// Upper triangle of matrices; the rest becomes zero.
  package func triu(_ diagonal: Int = 0) throws(ArrayError) -> NDArray {
    try triangle("triu", diagonal, lower: false)
  }

  private func triangle(_ name: String, _ diagonal: Int, lower: Bool) throws(ArrayError) -> NDArray {
    guard rank >= 2 else { throw .runtime("\(name): input tensor must have at least 2 dimensions") }
    let result = try contiguousCopy()
    let (rows, columns) = (shape[rank - 2], shape[rank - 1])
    if result.count == 0 { return result }
    let size = dtype.size
    let base = result.pointer
    for matrix in 0..<(result.count / (rows * columns)) {
      for row in 0..<rows {
        let (sum, overflow) = row.addingReportingOverflow(diagonal)
        let cut = overflow ? (diagonal > 0 ? columns : 0) : sum
        let line = base + (matrix * rows + row) * columns * size
        if lower {
          let keep = Swift.min(Swift.max(cut &+ 1, 0), columns)
          memset(line + keep * size, 0, (columns - keep) * size)
        } else {
          memset(line, 0, Swift.min(Swift.max(cut, 0), columns) * size)
        }
      }
    }
    return result
  }

  /// Repeats each slice of a dimension as often as `repeats` says.
  package func repeatInterleave(_ repeats: NDArray, _ dim: Int) throws(ArrayError) -> NDArray {
    let axis = try normalize(dim: dim)
    let size = rank == 0 ? 1 : shape[axis]
    let times = try repeats.integers()
    guard times.allSatisfy({ $0 >= 0 }) else { throw .runtime("repeats can not be negative") }
    guard times.count == 1 || times.count == size else {
      throw .runtime(
        "repeats must have the same size as input along dim, but got repeats.size(0) = \(times.count) and "
          + "input.size(\(axis)) = \(size)")
    }
    var total = 0
    for index in 0..<size {
      let (sum, overflow) = total.addingReportingOverflow(times.count == 1 ? times[0] : times[index])
      guard !overflow else { throw Storage.outOfMemory(byteCount: Int.max) }
      total = sum
    }
    let order = try NDArray.empty(Dims(total), .int64)
    var slot = order.pointer.assumingMemoryBound(to: Int.self)
    for index in 0..<size {
      for _ in 0..<(times.count == 1 ? times[0] : times[index]) {
        slot.pointee = index
        slot += 1
      }
    }
    let source = rank == 0 ? try reshape([1]) : self
    return try source.indexSelect(axis, order)
  }
}
