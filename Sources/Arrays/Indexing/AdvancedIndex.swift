import ArrayKernels

/// Indexing by arrays: `x[i]`, `x[:, i, j]`, `x[mask]`.
///
/// Boolean masks become the columns of their `nonzero`; the index arrays broadcast against each other. If the indexed
/// dimensions stand side by side the result has the indices' shape in their place, otherwise in front. An index plan
/// holds the element offset of every index position and the view of the dimensions left over.
struct IndexPlan {
  /// Offsets from the first element, one for each position of the broadcast index.
  let offsets: [Int]
  let indexShape: Dims
  /// Dimensions that are not indexed, with the source's strides.
  let rest: Layout
  /// Number of dimensions in front of the index in the result.
  let lead: Int

  init(_ source: NDArray, _ indices: [NDArray?]) throws(ArrayError) {
    let expanded = try IndexPlan.expandMasks(source, indices)
    guard expanded.count <= source.rank else {
      throw .index("too many indices for tensor of dimension \(source.rank)")
    }
    let dims = expanded.indices.filter { expanded[$0] != nil }
    let arrays = expanded.compactMap { $0 }
    var shape = Dims()
    for array in arrays {
      do { shape = try Dims.broadcast(shape, array.shape) } catch {
        throw .index(
          "shape mismatch: indexing tensors could not be broadcast together with shapes "
            + arrays.map { $0.shape.text }.joined(separator: ", "))
      }
    }
    guard let count = shape.product, count < 1 << 36 else { throw Storage.outOfMemory(byteCount: Int.max) }
    var offsets = [Int](repeating: 0, count: count)
    for (dim, array) in zip(dims, arrays) {
      let size = source.shape[dim]
      let stride = source.strides[dim]
      let places = try array.stretched(to: shape).integers()
      for position in 0..<count {
        let place = places[position]
        guard place >= -size, place < size else {
          throw .index("index \(place) is out of bounds for dimension \(dim) with size \(size)")
        }
        offsets[position] += (place < 0 ? place + size : place) * stride
      }
    }
    var rest = Layout(shape: Dims(), strides: Dims(), offset: source.offset)
    for dim in 0..<source.rank where !dims.contains(dim) {
      rest.shape.append(source.shape[dim])
      rest.strides.append(source.strides[dim])
    }
    let isAdjacent = dims.isEmpty || dims[dims.count - 1] - dims[0] == dims.count - 1
    self.offsets = offsets
    self.rest = rest
    indexShape = shape
    lead = isAdjacent ? dims.first ?? 0 : 0
  }

  /// Shape of the result.
  var resultShape: Dims {
    var shape = Dims()
    for dim in 0..<lead { shape.append(rest.shape[dim]) }
    for size in indexShape { shape.append(size) }
    for dim in lead..<Swift.max(rest.rank, lead) { shape.append(rest.shape[dim]) }
    return shape
  }

  /// Visits pairs of result elements (in row-major order) and source offsets.
  func forEach(_ body: (Int, Int) -> Void) {
    let inner = IndexPlan.offsets(rest, from: lead, to: rest.rank)
    let outer = IndexPlan.offsets(rest, from: 0, to: lead)
    var position = 0
    for first in outer {
      for middle in offsets {
        let base = first + middle
        for last in inner {
          body(position, base + last)
          position += 1
        }
      }
    }
  }

  private static func offsets(_ layout: Layout, from first: Int, to last: Int) -> [Int] {
    var result = [0]
    for dim in first..<Swift.max(first, last) {
      var next: [Int] = []
      next.reserveCapacity(result.count * layout.shape[dim])
      for base in result {
        for index in 0..<layout.shape[dim] { next.append(base + index * layout.strides[dim]) }
      }
      result = next
    }
    return result
  }

  private static func expandMasks(_ source: NDArray, _ indices: [NDArray?]) throws(ArrayError) -> [NDArray?] {
    var result: [NDArray?] = []
    for index in indices {
      guard let index else {
        result.append(nil)
        continue
      }
      switch index.dtype {
      case .bool, .uint8:
        for dim in 0..<index.rank {
          let target = result.count + dim
          guard target < source.rank, source.shape[target] == index.shape[dim] else {
            throw .index(
              "The shape of the mask \(index.shape.text) at index \(dim) does not match the shape of the indexed tensor "
                + "\(source.shape.text) at index \(target)")
          }
        }
        let places = try index.nonzero()
        if index.rank == 0 {
          // A 0-dim mask indexes an imaginary dimension of size one.
          throw .index("0-dim masks must be expanded by the caller")
        }
        for dim in 0..<index.rank { result.append(try places.select(1, dim)) }
      case .int64, .int32, .int16, .int8: result.append(try index.to(.int64))
      default: throw .index("tensors used as indices must be long, int, byte or bool tensors")
      }
    }
    return result
  }
}

extension NDArray {
  /// Takes elements by arrays of indices; nil keeps a dimension whole.
  package func index(_ indices: [NDArray?]) throws(ArrayError) -> NDArray {
    // One vector of indices for the first dimension is the common case and a slice copy.
    if indices.count == 1, let only = indices[0], only.dtype == .int64, rank > 0, only.rank == 1 {
      if let rows = try wholeRows(only) { return rows }
    }
    let plan = try IndexPlan(self, indices)
    let result = try NDArray.empty(plan.resultShape, dtype)
    let size = dtype.size
    let (from, to) = (pointer, result.pointer)
    plan.forEach { position, offset in NDArray.copyElement(to + position * size, from + offset * size, size) }
    return result
  }

  private func wholeRows(_ index: NDArray) throws(ArrayError) -> NDArray? {
    let places = try index.contiguous()
    let base = places.pointer.assumingMemoryBound(to: Int.self)
    let size = layout.shape[0]
    var isNegative = false
    for position in 0..<places.count {
      let place = base[position]
      guard place >= -size, place < size else {
        throw .index("index \(place) is out of bounds for dimension 0 with size \(size)")
      }
      isNegative = isNegative || place < 0
    }
    return isNegative ? nil : try indexSelect(0, places)
  }

  /// Writes values at places named by arrays of indices, in place; `accumulate` adds instead.
  package func indexPutInPlace(
    _ indices: [NDArray?], _ values: NDArray, accumulate: Bool = false
  ) throws(ArrayError) {
    let plan = try IndexPlan(self, indices)
    let shape = plan.resultShape
    guard Dims.canStretch(values.shape, to: shape) else {
      throw .runtime(
        "shape mismatch: value tensor of shape \(values.shape.text) cannot be broadcast to indexing result of shape "
          + shape.text)
    }
    guard values.dtype == dtype else {
      throw .runtime(
        "Index put requires the source and destination dtypes match, got \(dtype.scalarTypeName) for the destination "
          + "and \(values.dtype.scalarTypeName) for the source.")
    }
    storage.version += 1
    let source = try values.separated(from: self).stretched(to: shape).contiguous()
    let size = dtype.size
    let (to, from) = (pointer, source.pointer)
    guard accumulate else {
      return plan.forEach { position, offset in
        NDArray.copyElement(to + offset * size, from + position * size, size)
      }
    }
    guard let loop = wick_binary(BinaryOp.add.rawValue, Int32(dtype.rawValue)) else {
      throw .unsupported("index_put", dtype)
    }
    plan.forEach { position, offset in
      let slot = (to + offset * size).assumingMemoryBound(to: CChar.self)
      _ = loop(slot, 0, slot, 0, (from + position * size).assumingMemoryBound(to: CChar.self), 0, 1, nil)
    }
  }
}
