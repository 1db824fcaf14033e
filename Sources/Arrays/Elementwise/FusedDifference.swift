/// A product and a difference rounded once.
extension NDArray {
  /// Computes `x * y - product` of arrays of one shape and dtype; float32 and float64 round once, as torch's cross product does.
  package static func fusedDifference(_ x: NDArray, _ y: NDArray, minus product: NDArray) throws(ArrayError) -> NDArray {
    guard x.dtype == .float32 || x.dtype == .float64, y.dtype == x.dtype, product.dtype == x.dtype, x.shape == y.shape,
      x.shape == product.shape
    else { return try binary(.sub, binary(.mul, x, y), product) }
    let (left, right, result) = (try x.contiguous(), try y.contiguous(), try product.contiguousCopy())
    func fuse<T: BinaryFloatingPoint>(_: T.Type) {
      let (a, b) = (left.pointer.assumingMemoryBound(to: T.self), right.pointer.assumingMemoryBound(to: T.self))
      let c = result.pointer.assumingMemoryBound(to: T.self)
      for index in 0..<result.count { c[index] = (-c[index]).addingProduct(a[index], b[index]) }
    }
    if x.dtype == .float32 { fuse(Float.self) } else { fuse(Double.self) }
    return result
  }
}
