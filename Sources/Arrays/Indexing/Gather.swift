import ArrayKernels
import Glibc

/// Reading and writing along one dimension by an array of indices.
extension NDArray {
  /// Moves elements of any dtype by their size alone.
  @inline(__always)
  static func copyElement(_ target: UnsafeMutableRawPointer, _ source: UnsafeRawPointer, _ size: Int) {
    switch size {
    case 1: target.storeBytes(of: source.load(as: UInt8.self), as: UInt8.self)
    case 2: target.storeBytes(of: source.load(as: UInt16.self), as: UInt16.self)
    case 4: target.storeBytes(of: source.load(as: UInt32.self), as: UInt32.self)
    case 8: target.storeBytes(of: source.load(as: UInt64.self), as: UInt64.self)
    default: memcpy(target, source, size)
    }
  }

  /// Index values as int64, row-major.
  func indexValues(_ name: String) throws(ArrayError) -> NDArray {
    guard dtype == .int64 || dtype == .int32 else {
      throw .runtime("\(name): Expected dtype int32/int64 for index")
    }
    return try to(.int64).contiguous()
  }

  /// Takes whole slices of a dimension by a vector of indices.
  package func indexSelect(_ dim: Int, _ index: NDArray) throws(ArrayError) -> NDArray {
    let axis = try normalize(dim: dim)
    guard index.rank <= 1 else { throw .index("index_select(): Index is supposed to be a vector") }
    guard index.dtype == .int64 || index.dtype == .int32 else {
      throw .runtime("index_select(): Expected dtype int32 or int64 for index")
    }
    let places = try index.to(.int64).contiguous()
    let n = index.count
    if rank == 0 {
      guard n == 1 else {
        throw .runtime("index_select(): Index to scalar can have only 1 value, got \(n) value(s)")
      }
      for place in try places.integers() where place != 0 { throw .index("index out of range in self") }
      return try clone()
    }
    let size = layout.shape[axis]
    guard size > 0 || n == 0 || axis == 0 else { throw .runtime("index_select(): self indexing axis dim should be positive") }
    var shape = layout.shape
    shape[axis] = n
    let result = try NDArray.empty(shape, dtype)
    let order = places.pointer.assumingMemoryBound(to: Int64.self)
    /// The first index that is none.
    func wrong() -> ArrayError? {
      for position in 0..<n where order[position] < 0 || order[position] >= size {
        // torch's loops over the first dimension and over others word it differently.
        if axis == 0 { return .index("index out of range in self") }
        return .runtime("INDICES element is out of DATA bounds, id=\(order[position]) axis_dim=\(size)")
      }
      return nil
    }
    if result.count == 0 {
      if let error = wrong() { throw error }
      return result
    }
    let source = try contiguous()
    var inner = 1
    for dim in (axis + 1)..<Swift.max(rank, axis + 1) { inner *= shape[dim] }
    var outer = 1
    for dim in 0..<axis { outer *= shape[dim] }
    let bytes = inner * dtype.size
    let (from, to) = (source.pointer, result.pointer)
    let grain = Swift.max(1, Threads.grain * 8 / Swift.max(bytes, 1))
    if outer >= 16 {
      let status = Threads.split(outer, grain: Swift.max(1, grain / Swift.max(n, 1))) { range in
        for block in range {
          let (input, output) = (from + block &* size &* bytes, to + block &* n &* bytes)
          if wick_pick(bytes, output, input, order, n, Int64(size)) == 0 { return 1 }
        }
        return 0
      }
      if status != 0, let error = wrong() { throw error }
      return result
    }
    for block in 0..<outer {
      let (sourceBase, targetBase) = (from + block * size * bytes, to + block * n * bytes)
      let status = Threads.split(n, grain: grain) { range in
        let isRight = wick_pick(
          bytes, targetBase + range.lowerBound * bytes, sourceBase, order + range.lowerBound, range.count, Int64(size))
        return isRight == 0 ? 1 : 0
      }
      if status != 0, let error = wrong() { throw error }
    }
    return result
  }

  /// Takes single elements along a dimension: `out[i][j] = self[index[i][j]][j]` for dimension 0.
  package func gather(_ dim: Int, _ index: NDArray) throws(ArrayError) -> NDArray {
    let axis = try normalize(dim: dim)
    guard index.count == 0 || index.dtype == .int64 || index.dtype == .int32 else {
      throw .runtime("gather(): Expected dtype int32/int64 for index")
    }
    let result = try NDArray.empty(index.shape, dtype)
    if index.count == 0 { return result }
    let self1 = rank == 0 ? try reshape([1]) : self
    let index1 = index.rank == 0 ? try index.reshape([1]) : index
    guard self1.rank == index1.rank else {
      throw .runtime("Index tensor must have the same number of dimensions as input tensor")
    }
    for d in 0..<index1.rank where d != axis && index1.shape[d] > self1.shape[d] {
      throw .runtime(
        "Size does not match at dimension \(d) expected index \(index.shape.text) to be no larger than self "
          + "\(shape.text) apart from dimension \(axis)")
    }
    let places = try index1.to(.int64).contiguous()
    let target = result.rank == 0 ? try result.reshape([1]) : result
    let size = dtype.size
    let (from, to) = (self1.pointer, target.pointer)
    if self1.rank == 1, self1.strides[0] == 1, axis == 0, size <= 16 {
      let (order, most) = (places.pointer.assumingMemoryBound(to: Int64.self), self1.shape[0])
      let status = Threads.split(places.count) { range in
        let (start, n) = (range.lowerBound, range.count)
        return wick_pick(size, to + start * size, from, order + start, n, Int64(most)) == 0 ? 1 : 0
      }
      if status != 0 { try NDArray.checkIndices(places, most, axis) }
      return result
    }
    if self1.rank == 2, self1.strides[1] == 1, axis == 1, size <= 16 {
      let (order, most, n) = (places.pointer.assumingMemoryBound(to: Int64.self), self1.shape[1], places.shape[1])
      let step = self1.strides[0] &* size
      let status = Threads.split(places.shape[0], grain: Swift.max(1, Threads.grain / n)) { range in
        for row in range
        where wick_pick(size, to + row &* n &* size, from + row &* step, order + row &* n, n, Int64(most)) == 0 { return 1 }
        return 0
      }
      if status != 0 { try NDArray.checkIndices(places, most, axis) }
      return result
    }
    if size == 4 {
      let (out, input) = (to.assumingMemoryBound(to: UInt32.self), from.assumingMemoryBound(to: UInt32.self))
      try NDArray.walkIndex(places, self1.layout, axis) { position, offset in out[position] = input[offset] }
      return result
    }
    try NDArray.walkIndex(places, self1.layout, axis) { position, offset in
      NDArray.copyElement(to + position * size, from + offset * size, size)
    }
    return result
  }

  /// Throws unless all indices lie in a dimension.
  private static func checkIndices(_ index: NDArray, _ size: Int, _ axis: Int) throws(ArrayError) {
    let order = index.pointer.assumingMemoryBound(to: Int64.self)
    let total = index.count
    var (low, high): (Int64, Int64) = (0, 0)
    wick_index_range(order, total, &low, &high)
    if low >= 0 && high < size && size > 0 { return }
    for position in 0..<total where order[position] < 0 || order[position] >= size {
      throw .runtime("index \(order[position]) is out of bounds for dimension \(axis) with size \(size)")
    }
  }

  /// Visits every element of a row-major index array with the place it names in another layout.
  @inline(__always)
  static func walkIndex(
    _ index: NDArray, _ layout: Layout, _ axis: Int, _ body: (Int, Int) -> Void
  ) throws(ArrayError) {
    let step = layout.strides[axis]
    let order = index.pointer.assumingMemoryBound(to: Int.self)
    let total = index.count
    try checkIndices(index, layout.shape[axis], axis)
    if total == 0 { return }
    // Row by row of the last dimension, whose places follow by one rule.
    let shape = index.shape
    let last = shape.count - 1
    let inner = shape[last]
    let advance = axis == last ? 0 : layout.strides[last]
    var counter = Dims(repeating: 0, count: shape.count)
    var offset = 0
    var position = 0
    while position < total {
      for k in 0..<inner { body(position &+ k, offset &+ k &* advance &+ order[position &+ k] &* step) }
      position &+= inner
      var dim = last - 1
      while dim >= 0 {
        counter[dim] += 1
        if dim != axis { offset += layout.strides[dim] }
        if counter[dim] < shape[dim] { break }
        if dim != axis { offset -= counter[dim] * layout.strides[dim] }
        counter[dim] = 0
        dim -= 1
      }
    }
  }

  /// How values that meet in one place combine.
  package enum ScatterMode: Sendable {
    case replace, add, multiply, maximum, minimum
  }

  /// Writes elements along a dimension into a copy: `out[index[i][j]][j] = source[i][j]` for dimension 0.
  package func scatter(
    _ dim: Int, _ index: NDArray, _ source: NDArray, mode: ScatterMode = .replace
  ) throws(ArrayError) -> NDArray {
    let result = try contiguousCopy()
    try result.scatterInPlace(dim, index, source, mode: mode)
    return result
  }

  /// Writes elements along a dimension in place.
  package func scatterInPlace(
    _ dim: Int, _ index: NDArray, _ source: NDArray, mode: ScatterMode = .replace
  ) throws(ArrayError) {
    let axis = try normalize(dim: dim)
    guard index.count == 0 || index.dtype == .int64 || index.dtype == .int32 else {
      throw .runtime("scatter(): Expected dtype int32/int64 for index")
    }
    guard source.dtype == dtype else {
      throw .runtime("scatter(): Expected self.dtype to be equal to src.dtype")
    }
    storage.version += 1
    if index.count == 0 { return }
    let target = rank == 0 ? try reshape([1]) : self
    let places = try (index.rank == 0 ? index.reshape([1]) : index).to(.int64).contiguous()
    var values = source.rank == 0 && places.rank == 1 ? try source.reshape([1]) : source
    guard target.rank == places.rank else {
      throw .runtime("Index tensor must have the same number of dimensions as self tensor")
    }
    guard values.rank == places.rank else {
      throw .runtime("Index tensor must have the same number of dimensions as src tensor")
    }
    for d in 0..<places.rank {
      if d != axis && places.shape[d] > target.shape[d] || places.shape[d] > values.shape[d] {
        throw .runtime(
          "Expected index \(index.shape.text) to be no larger than self \(shape.text) apart from dimension \(axis) and "
            + "to be no larger size than src \(source.shape.text)")
      }
      values = try values.narrow(d, start: 0, length: places.shape[d])
    }
    values = try values.contiguous()
    try target.store(values, places, axis, mode)
  }

  private func store(_ values: NDArray, _ places: NDArray, _ axis: Int, _ mode: ScatterMode)
    throws(ArrayError)
  {
    let size = dtype.size
    let (to, from) = (pointer, values.pointer)
    let combine: BinaryOp
    switch mode {
    case .replace:
      if rank == 2, axis == 1, strides[1] == 1, strides[0] >= shape[1], size <= 16 {
        // Rows do not meet.
        let order = places.pointer.assumingMemoryBound(to: Int64.self)
        try NDArray.checkIndices(places, shape[1], axis)
        let (n, step) = (places.shape[1], strides[0] &* size)
        _ = Threads.split(places.shape[0], grain: Swift.max(1, Threads.grain / n)) { range in
          for row in range { wick_place(size, to + row &* step, from + row &* n &* size, order + row &* n, n) }
          return 0
        }
        return
      }
      if size == 4 {
        let (out, input) = (to.assumingMemoryBound(to: UInt32.self), from.assumingMemoryBound(to: UInt32.self))
        return try NDArray.walkIndex(places, layout, axis) { position, offset in out[offset] = input[position] }
      }
      return try NDArray.walkIndex(places, layout, axis) { position, offset in
        NDArray.copyElement(to + offset * size, from + position * size, size)
      }
    case .add:
      if dtype == .float32 {
        let (out, input) = (to.assumingMemoryBound(to: Float.self), from.assumingMemoryBound(to: Float.self))
        let order = places.pointer.assumingMemoryBound(to: Int64.self)
        if rank == 1, strides[0] == 1 {
          try NDArray.checkIndices(places, shape[0], axis)
          wick_scatter_add(out, order, input, places.count)
          return
        }
        if rank == 2, axis == 1, strides[1] == 1, strides[0] >= shape[1] {
          // Rows do not meet.
          try NDArray.checkIndices(places, shape[1], axis)
          let (n, step) = (places.shape[1], strides[0])
          _ = Threads.split(places.shape[0], grain: Swift.max(1, Threads.grain / n)) { range in
            for row in range { wick_scatter_add(out + row &* step, order + row &* n, input + row &* n, n) }
            return 0
          }
          return
        }
        return try NDArray.walkIndex(places, layout, axis) { position, offset in
          out[offset] += input[position]
        }
      }
      combine = .add
    case .multiply: combine = .mul
    case .maximum: combine = .maximum
    case .minimum: combine = .minimum
    }
    guard let loop = wick_binary(combine.rawValue, Int32(dtype.rawValue)) else {
      throw .unsupported("scatter_\(mode)", dtype)
    }
    try NDArray.walkIndex(places, layout, axis) { position, offset in
      let slot = (to + offset * size).assumingMemoryBound(to: CChar.self)
      _ = loop(slot, 0, slot, 0, (from + position * size).assumingMemoryBound(to: CChar.self), 0, 1, nil)
    }
  }

  /// What copying slices asks of its operands.
  private func checkIndexCopy(_ axis: Int, _ index: NDArray, _ source: NDArray) throws(ArrayError) {
    let name = "index_copy_(): "
    let count = index.count
    guard index.rank <= 1 else { throw .index(name + "Index should have dimension 1 or 0 (got \(index.rank))") }
    if source.rank == 0, count != 1 {
      throw .index(name + "When source is scalar, index should have one element (got \(count))")
    }
    guard source.rank == 0 || rank == 0 || source.rank == rank else {
      throw .index(
        name + "When source and destination are not scalars, their dimensionality must match. Source dimensionality "
          + "(\(source.rank)), destination dimensionality (\(rank))")
    }
    guard index.dtype == .int64 else {
      throw .runtime(name + "Expected a long tensor for index, but got \(index.dtype.scalarTypeName)")
    }
    guard dtype == source.dtype else {
      throw .runtime(
        name + "self and source expected to have the same dtype, but got (self) \(dtype.scalarTypeName) and (source) "
          + source.dtype.scalarTypeName)
    }
    func slice(_ x: NDArray) -> Dims {
      var sizes = x.shape
      if x.rank > 0 { sizes.remove(at: axis) }
      return sizes
    }
    let (own, other) = (slice(self), slice(source))
    guard own == other else {
      func text(_ sizes: Dims) -> String { String(sizes.text.dropFirst().dropLast()).split(separator: ",").joined(separator: ",") }
      throw .runtime(
        name + "Source/destination tensor must have same slice shapes. Destination slice shape: \(text(own)) at dimension "
          + "\(axis) and source slice shape: \(text(other)) at dimension 0.")
    }
    if source.rank > 0, source.shape[axis] != count {
      throw .index(
        name + "Number of indices (\(count)) should be equal to source.size(dim) (\(source.shape[axis]))")
    }
    let size = rank == 0 ? 1 : shape[axis]
    for place in try index.integers() where place < 0 || place >= size {
      throw .index(name + "index \(place) is out of bounds for dimension \(axis) with size \(size)")
    }
  }

  /// Adds (or writes, by mode) slices of `source` to the slices of a dimension that a vector of indices names.
  package func indexAddInPlace(
    _ dim: Int, _ index: NDArray, _ source: NDArray, alpha: Scalar = .int(1), mode: ScatterMode = .add
  ) throws(ArrayError) {
    let axis = try normalize(dim: dim)
    if mode == .replace { try checkIndexCopy(axis, index, source) }
    guard index.rank <= 1 else {
      throw .index(
        "index_add_(): Index is supposed to be a vector, but got dim: \(index.rank) with type: \(index.dtype.scalarTypeName) and size: \(index.shape.text)"
      )
    }
    guard index.dtype == .int64 || index.dtype == .int32 else {
      throw .runtime(
        "index_add_(): Expected dtype int32/int64 for index but got: \(index.dtype.scalarTypeName)")
    }
    guard source.dtype == dtype else {
      throw .runtime(
        "index_add_(): self (\(dtype.scalarTypeName)) and source (\(source.dtype.scalarTypeName)) must have the same scalar type"
      )
    }
    storage.version += 1
    let target = rank == 0 ? try reshape([1]) : self
    let values = source.rank == 0 ? try source.reshape([1]) : source
    let wide = try index.to(.int64).contiguous()
    let order = UnsafeBufferPointer(start: wide.pointer.assumingMemoryBound(to: Int.self), count: wide.count)
    defer { withExtendedLifetime(wide) {} }
    guard axis < values.rank, values.shape[axis] == order.count else {
      throw .runtime(
        "index_add_(): Number of indices (\(order.count)) should be equal to source.size(dim): (\(values.rank > axis ? values.shape[axis] : 1)), for dim: \(axis)"
      )
    }
    let size = target.shape[axis]
    var (low, high) = (0, -1)
    for place in order {
      low = Swift.min(low, place)
      high = Swift.max(high, place)
    }
    guard low >= 0, high < size else { throw .index("index out of range in self") }
    if alpha.doubleValue == 1, try target.addSlices(axis, order, values, mode) { return }
    for (position, place) in order.enumerated() {
      let slot = try target.select(axis, place)
      let slice = try values.select(axis, position)
      switch mode {
      case .replace: try slot.copyInPlace(from: slice)
      case .add where alpha.doubleValue != 1: try slot.binaryInPlace(.addAlpha, slice, Parameters(alpha))
      case .add: try slot.binaryInPlace(.add, slice)
      case .multiply: try slot.binaryInPlace(.mul, slice)
      case .maximum: try slot.binaryInPlace(.maximum, slice)
      case .minimum: try slot.binaryInPlace(.minimum, slice)
      }
    }
  }

  /// Combines slices of row-major arrays where they lie; false when they lie otherwise.
  private func addSlices(
    _ axis: Int, _ order: UnsafeBufferPointer<Int>, _ values: NDArray, _ mode: ScatterMode
  ) throws(ArrayError) -> Bool {
    guard isContiguous, values.rank == rank, values.storage !== storage else { return false }
    for dim in 0..<rank where dim != axis && values.shape[dim] != shape[dim] { return false }
    let source = try values.contiguous()
    var (inner, outer) = (1, 1)
    for dim in (axis + 1)..<Swift.max(rank, axis + 1) { inner *= shape[dim] }
    for dim in 0..<axis { outer *= shape[dim] }
    let (size, n, width) = (shape[axis], order.count, dtype.size)
    if mode == .add, dtype == .float32, inner == 1 {
      let (out, input) = (pointer.assumingMemoryBound(to: Float.self), source.pointer.assumingMemoryBound(to: Float.self))
      for block in 0..<outer {
        let (to, from) = (out + block * size, input + block * n)
        for position in 0..<n { to[order[position]] += from[position] }
      }
      return true
    }
    if mode == .add, dtype == .float32, inner <= 64 {
      let (out, input) = (pointer.assumingMemoryBound(to: Float.self), source.pointer.assumingMemoryBound(to: Float.self))
      for block in 0..<outer {
        for position in 0..<n {
          let (to, from) = ((block * size + order[position]) * inner, (block * n + position) * inner)
          for k in 0..<inner { out[to + k] += input[from + k] }
        }
      }
      return true
    }
    let operation: BinaryOp?
    switch mode {
    case .replace: operation = nil
    case .add: operation = .add
    case .multiply: operation = .mul
    case .maximum: operation = .maximum
    case .minimum: operation = .minimum
    }
    let loop = operation.flatMap { wick_binary($0.rawValue, Int32(dtype.rawValue)) }
    guard mode == .replace || loop != nil else { return false }
    let out = pointer.assumingMemoryBound(to: CChar.self)
    let input = source.pointer.assumingMemoryBound(to: CChar.self)
    for block in 0..<outer {
      for position in 0..<n {
        let slot = out + (block * size + order[position]) * inner * width
        let slice = input + (block * n + position) * inner * width
        if let loop {
          _ = loop(slot, width, slot, width, slice, width, inner, nil)
        } else {
          memcpy(slot, slice, inner * width)
        }
      }
    }
    return true
  }

  /// Takes elements by their place in the flattened array.
  package func take(_ index: NDArray) throws(ArrayError) -> NDArray {
    guard index.dtype == .int64 || index.dtype == .int32 else {
      throw .runtime("take(): Expected a long tensor for index, but got \(index.dtype.scalarTypeName)")
    }
    let source = try contiguous()
    let places = try index.to(.int64).contiguous()
    let result = try NDArray.empty(index.shape, dtype)
    let total = source.count
    let order = places.pointer.assumingMemoryBound(to: Int.self)
    let size = dtype.size
    let (from, to) = (source.pointer, result.pointer)
    if total == 0 && index.count > 0 { throw .index("take(): tried to take from an empty tensor") }
    for position in 0..<index.count {
      let place = order[position]
      guard place >= -total, place < total else {
        throw .index("out of range: tried to access index \(place) on a tensor of \(total) elements.")
      }
      NDArray.copyElement(to + position * size, from + (place < 0 ? place + total : place) * size, size)
    }
    return result
  }
}
