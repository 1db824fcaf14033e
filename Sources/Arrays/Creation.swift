import Glibc

/// Arrays from nothing: sizes, ranges, numbers.
extension NDArray {
  /// Makes an array of unspecified content.
  package static func empty(_ shape: Dims, _ dtype: DType) throws(ArrayError) -> NDArray {
    let bytes = try byteCount(shape, dtype)
    let storage = try Storage.allocate(byteCount: bytes)
    return NDArray(storage: storage, layout: Layout(contiguous: shape), dtype: dtype)
  }

  /// Makes an array of zeros.
  package static func zeros(_ shape: Dims, _ dtype: DType) throws(ArrayError) -> NDArray {
    let bytes = try byteCount(shape, dtype)
    let storage = try Storage.allocate(byteCount: bytes, zeroed: true)
    return NDArray(storage: storage, layout: Layout(contiguous: shape), dtype: dtype)
  }
}
