import Arrays

/// Tensors from nothing, from numbers and from the shape of another tensor.

/// Makes a tensor of zeros.
public func zeros(_ shape: [Int], _ dtype: DType? = nil) throws(TorchError) -> Tensor {
  try zeros(sizes: Dims(shape), dtype)
}

package func zeros(sizes: Dims, _ dtype: DType? = nil) throws(TorchError) -> Tensor {
  for index in 0..<sizes.count where sizes[index] < 0 { throw .runtime("zeros: Dimension size must be non-negative.") }
  return Tensor(try NDArray.zeros(sizes, dtype ?? Settings.defaultDType))
}

/// Makes a tensor of ones.
public func ones(_ shape: [Int], _ dtype: DType? = nil) throws(TorchError) -> Tensor {
  try ones(sizes: Dims(shape), dtype)
}

package func ones(sizes: Dims, _ dtype: DType? = nil) throws(TorchError) -> Tensor {
  Tensor(try NDArray.full(sizes, 1, dtype ?? Settings.defaultDType))
}

func ones(_ shape: Dims, _ dtype: DType) throws(TorchError) -> Tensor {
  Tensor(try NDArray.repeating(1, shape, dtype))
}

func zeros(_ shape: Dims, _ dtype: DType) throws(TorchError) -> Tensor {
  Tensor(try NDArray.zeros(shape, dtype))
}

/// Makes a tensor of unspecified content.
public func empty(_ shape: [Int], _ dtype: DType? = nil) throws(TorchError) -> Tensor {
  Tensor(try NDArray.empty(Dims(shape), dtype ?? Settings.defaultDType))
}

/// Makes a tensor of any contents in an order in memory.
package func empty(_ shape: [Int], _ dtype: DType?, _ format: MemoryFormat?) throws(TorchError) -> Tensor {
  Tensor(try NDArray.empty(Dims(shape), dtype ?? Settings.defaultDType, format ?? .contiguous))
}

/// Makes a tensor whose elements are all one number; the dtype follows the number.
public func full(_ shape: [Int], _ value: Scalar, _ dtype: DType? = nil) throws(TorchError) -> Tensor {
  Tensor(try NDArray.full(Dims(shape), value, dtype ?? Promotion.dtype(of: value.category)))
}

/// Makes a tensor of zeros with the shape of another one.
public func zerosLike(_ x: Tensor, _ dtype: DType? = nil) throws(TorchError) -> Tensor {
  Tensor(try NDArray.zeros(x.array.layout.shape, dtype ?? x.dtype))
}

/// Makes a tensor of ones with the shape of another one.
public func onesLike(_ x: Tensor, _ dtype: DType? = nil) throws(TorchError) -> Tensor {
  Tensor(try NDArray.full(x.array.layout.shape, 1, dtype ?? x.dtype))
}

/// Makes a tensor of unspecified content with the shape of another one.
public func emptyLike(_ x: Tensor, _ dtype: DType? = nil) throws(TorchError) -> Tensor {
  Tensor(try NDArray.empty(x.array.layout.shape, dtype ?? x.dtype))
}

/// Makes a tensor of one number with the shape of another one.
public func fullLike(_ x: Tensor, _ value: Scalar, _ dtype: DType? = nil) throws(TorchError) -> Tensor {
  Tensor(try NDArray.full(x.array.layout.shape, value, dtype ?? x.dtype))
}

/// Makes a 0-dim tensor of a number.
public func scalarTensor(_ value: Scalar, _ dtype: DType? = nil) throws(TorchError) -> Tensor {
  try full([], value, dtype)
}

/// Makes a 0-dim tensor of a number in the dtype it takes beside a tensor.
func scalarTensor(_ value: Scalar, beside x: Tensor) throws(TorchError) -> Tensor {
  Tensor(try NDArray.scalar(value, Promotion.resultType(x.array, value)))
}

/// Makes a tensor of the numbers 0, 1, … below end.
public func arange(_ end: Scalar, _ dtype: DType? = nil) throws(TorchError) -> Tensor {
  try arange(0, end, step: 1, dtype)
}

/// Makes a tensor of the numbers start, start + step, … below end.
public func arange(
  _ start: Scalar, _ end: Scalar, step: Scalar = 1, _ dtype: DType? = nil
) throws(TorchError) -> Tensor {
  let natural = [start, end, step].contains { $0.category >= .floating } ? Settings.defaultDType : .int64
  return Tensor(try NDArray.arange(start, end, step, dtype ?? natural))
}

/// Makes a tensor of equally spaced numbers from start to end.
public func linspace(_ start: Scalar, _ end: Scalar, steps: Int, _ dtype: DType? = nil) throws(TorchError) -> Tensor {
  Tensor(try NDArray.linspace(start, end, steps: steps, dtype ?? Settings.defaultDType))
}

/// Makes a matrix with ones on the diagonal.
public func eye(_ rows: Int, _ columns: Int? = nil, _ dtype: DType? = nil) throws(TorchError) -> Tensor {
  Tensor(try NDArray.eye(rows, columns ?? rows, dtype ?? Settings.defaultDType))
}

extension Tensor {
  /// Makes a 1-dim tensor of float32 numbers.
  public convenience init(_ values: [Double], requiresGrad: Bool = false) {
    self.init(NDArray.makeVector(values))
    if requiresGrad { node = AccumulateGrad(self) }
  }
}

extension NDArray {
  /// Makes an array of one number; floats are stored directly, which on small arrays costs a fifth of a general fill.
  static func repeating(_ value: Scalar, _ shape: Dims, _ dtype: DType) throws(TorchError) -> NDArray {
    switch dtype {
    case .float32:
      let result = try empty(shape, dtype)
      result.pointer.assumingMemoryBound(to: Float.self).update(repeating: Float(value.doubleValue), count: result.count)
      return result
    case .float64:
      let result = try empty(shape, dtype)
      result.pointer.assumingMemoryBound(to: Double.self).update(repeating: value.doubleValue, count: result.count)
      return result
    default: return try full(shape, value, dtype)
    }
  }

  /// Makes a vector in the default dtype from Swift numbers, whose count fits memory as they already do.
  fileprivate static func makeVector(_ values: [Double]) -> NDArray {
    do {
      return try NDArray.from(values, Dims(values.count), Settings.defaultDType)
    } catch {
      fatalError(error.message)
    }
  }
}
