import ArrayKernels
import Glibc

/// Copies, conversions and fills.
extension NDArray {
  /// Copies the elements; a dense layout in another order of dimensions is kept, anything else becomes row-major.
  package func clone() throws(ArrayError) -> NDArray {
    try converted(to: dtype)
  }

  /// This array when it is row-major already, else a row-major copy.
  package func contiguous() throws(ArrayError) -> NDArray {
    if isContiguous { return self }
    let result = try NDArray.empty(shape, dtype)
    try result.assign(self)
    return result
  }

  /// A row-major copy, always new.
  package func contiguousCopy() throws(ArrayError) -> NDArray {
    let result = try NDArray.empty(shape, dtype)
    try result.assign(self)
    return result
  }

  /// This array when it has the dtype already, else a converted copy.
  package func to(_ dtype: DType) throws(ArrayError) -> NDArray {
    if dtype == self.dtype { return self }
    return try converted(to: dtype)
  }

  private func converted(to dtype: DType) throws(ArrayError) -> NDArray {
    let result = try emptyLike(dtype: dtype)
    try result.assign(self)
    return result
  }

  /// Overwrites the elements with those of another array, converted and broadcast.
  package func copyInPlace(from source: NDArray) throws(ArrayError) {
    if source.storage === storage && source.layout == layout && source.dtype == dtype { return }
    try checkWritable(from: [source])
    if source.shape != shape {
      guard Dims.canStretch(source.shape, to: shape) else {
        let broadcast = try Dims.broadcast(shape, source.shape)
        throw .runtime("output with shape \(shape.text) doesn't match the broadcast shape \(broadcast.text)")
      }
    }
    // Where it is too hard to tell whether the two overlap, torch reads what it has just written.
    try assign(source)
    storage.version += 1
  }

  /// Overwrites the elements without checks and without counting a write.
  func assign(_ source: NDArray) throws(ArrayError) {
    if source.dtype == dtype && isContiguous && source.isContiguous && source.count == count {
      if source.storage === storage {
        memmove(pointer, source.pointer, count &* dtype.size)
      } else {
        Threads.copy(pointer, source.pointer, count &* dtype.size)
      }
      return
    }
    let stretched = source.stretched(to: shape)
    if source.dtype == dtype, source.storage !== storage, count >= 64 {
      Loop([self, stretched], shape: shape).copy(width: dtype.size)
      return
    }
    guard let loop = wick_cast(Int32(source.dtype.rawValue), Int32(dtype.rawValue)) else { return }
    _ = stretched.run(loop, into: self, nil)
  }

  /// Sets every element to a number.
  package func fillInPlace(_ value: Scalar) throws(ArrayError) {
    try value.checkFits(dtype)
    fill(value)
    storage.version += 1
  }

  /// Sets every element to zero.
  package func zeroInPlace() throws(ArrayError) {
    try fillInPlace(.int(0))
  }

  /// Sets every element without counting a write.
  func fill(_ value: Scalar) {
    let count = self.count
    if count == 0 { return }
    if isContiguous && !value.boolValue && value.doubleValue.sign == .plus {
      Threads.clear(pointer, count &* dtype.size)
      return
    }
    let (width, pointer) = (dtype.size, pointer)
    let isContiguous = self.isContiguous
    value.withBytes(as: dtype) { number in
      if isContiguous {
        _ = Threads.split(count) { range in
          wick_copy_plane(width, pointer + range.lowerBound &* width, width, 0, number, 0, 0, range.count, 1)
          return 0
        }
        return
      }
      _ = Loop([self], shape: shape).run { pointers, steps, n in
        wick_copy_plane(width, pointers[0], steps[0], 0, number, 0, 0, n, 1)
        return 0
      }
    }
  }

  /// Reads the only element, as `item()` does.
  package func item() throws(ArrayError) -> Scalar {
    guard count == 1 else {
      throw .runtime("a Tensor with \(count) elements cannot be converted to Scalar")
    }
    return Scalar(loading: pointer, as: dtype)
  }

  /// Reads one element by its index; the index must be in range.
  package func element(_ index: Dims) -> Scalar {
    var position = layout.offset
    for dim in 0..<index.count { position += index[dim] * layout.strides[dim] }
    return Scalar(loading: storage.pointer + position * dtype.size, as: dtype)
  }

  /// Elements in row-major order as numbers.
  package func scalars() throws(ArrayError) -> [Scalar] {
    let source = try contiguous()
    let base = source.pointer
    let size = dtype.size
    return (0..<count).map { Scalar(loading: base + $0 * size, as: dtype) }
  }

  /// Elements in row-major order as doubles; complex numbers lose their imaginary part.
  package func doubles() throws(ArrayError) -> [Double] {
    let source = try contiguous().to(.float64)
    let base = source.pointer.assumingMemoryBound(to: Double.self)
    return Array(UnsafeBufferPointer(start: base, count: count))
  }

  /// Elements in row-major order as integers.
  package func integers() throws(ArrayError) -> [Int] {
    let source = try contiguous().to(.int64)
    let base = source.pointer.assumingMemoryBound(to: Int.self)
    return Array(UnsafeBufferPointer(start: base, count: count))
  }
}

extension Dims {
  /// Whether a shape broadcasts to another without changing it.
  static func canStretch(_ shape: Dims, to target: Dims) -> Bool {
    guard shape.count <= target.count else {
      // torch lets copies drop leading dimensions of size one.
      let extra = shape.count - target.count
      for dim in 0..<extra where shape[dim] != 1 { return false }
      for dim in 0..<target.count where shape[dim + extra] != 1 && shape[dim + extra] != target[dim] {
        return false
      }
      return true
    }
    let lead = target.count - shape.count
    for dim in 0..<shape.count where shape[dim] != 1 && shape[dim] != target[dim + lead] { return false }
    return true
  }
}
