public import Arrays

/// Failure of a tensor operation: the kind of Python exception torch raises and torch's text.
public typealias TorchError = ArrayError
/// Element type of a tensor.
public typealias DType = Arrays.DType
/// One number, real or complex, where torch takes a Python number.
public typealias Scalar = Arrays.Scalar
