public import Arrays

/// Failure of a tensor operation: the kind of Python exception torch raises and torch's text.
public typealias TorchError = ArrayError
extension Tensor {
  /// Throws torch's error for a kernel that exists for floating point only.
  func requireFloating(_ kernel: String) throws(TorchError) {
    if !dtype.isDifferentiable { throw .unsupported(kernel, dtype) }
  }

  /// Raises unless the dtype is real floating point: kernels without complex numbers.
  func requireReal(_ kernel: String) throws(TorchError) {
    if !dtype.isFloatingPoint { throw .unsupported(kernel, dtype) }
  }
}

/// Element type of a tensor.
public typealias DType = Arrays.DType
/// One number, real or complex, where torch takes a Python number.
public typealias Scalar = Arrays.Scalar
