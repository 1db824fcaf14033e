/// The functions Swift programs call most, as methods. Each does what the function of its name does.
extension Tensor {
  /// Sums all elements, or over dimensions.
  public func sum(_ dims: [Int]? = nil, keepDim: Bool = false) throws(TorchError) -> Tensor {
    guard let dims else { return try Autograd.sum(self) }
    return try Autograd.sum(self, dims: dims, keepDim: keepDim)
  }

  /// Averages all elements, or over dimensions.
  public func mean(_ dims: [Int]? = nil, keepDim: Bool = false) throws(TorchError) -> Tensor {
    guard let dims else { return try Autograd.mean(self) }
    return try Autograd.mean(self, dims: dims, keepDim: keepDim)
  }

  /// Multiplies vectors, matrices or batches.
  public func matmul(_ other: Tensor) throws(TorchError) -> Tensor { try Autograd.matmul(self, other) }
  /// Gives the elements another shape.
  public func reshape(_ shape: Int...) throws(TorchError) -> Tensor { try Autograd.reshape(self, shape) }
  /// Exchanges two dimensions.
  public func transpose(_ first: Int, _ second: Int) throws(TorchError) -> Tensor {
    try Autograd.transpose(self, first, second)
  }
  /// Transposes a matrix.
  public func t() throws(TorchError) -> Tensor { try Autograd.t(self) }
  /// Shares storage without sharing history.
  public func detach() -> Tensor { Autograd.detach(self) }
  /// Copies a tensor; the copy takes part in differentiation.
  public func clone() throws(TorchError) -> Tensor { try Autograd.clone(self) }
  /// Converts to a dtype.
  public func to(_ dtype: DType) throws(TorchError) -> Tensor { try Autograd.to(self, dtype) }
  /// Computes e**x.
  public func exp() throws(TorchError) -> Tensor { try Autograd.exp(self) }
  /// Computes natural logarithms.
  public func log() throws(TorchError) -> Tensor { try Autograd.log(self) }
  /// Computes hyperbolic tangents.
  public func tanh() throws(TorchError) -> Tensor { try Autograd.tanh(self) }
  /// Computes 1 / (1 + e**-x).
  public func sigmoid() throws(TorchError) -> Tensor { try Autograd.sigmoid(self) }
  /// Computes max(x, 0).
  public func relu() throws(TorchError) -> Tensor { try Autograd.relu(self) }
  /// Computes exponentials that sum to one along a dimension.
  public func softmax(_ dim: Int) throws(TorchError) -> Tensor { try Autograd.softmax(self, dim) }
  /// Takes one index of the first dimension.
  public subscript(_ index: Int) -> Tensor {
    get throws(TorchError) { try select(self, 0, index) }
  }
}
