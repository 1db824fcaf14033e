import Arrays

/// Joins a gradient to an input that it does not depend on.
///
/// torch's backward kernels of pooling and padding take the input itself, so that a second derivative is zeros where it
/// would be missing; the gradient keeps its values.
func depending(_ gradient: Tensor, on input: Tensor) -> Tensor {
  guard records(input) else { return gradient }
  let (shape, dtype) = (input.array.shape, input.dtype)
  return record(
    "BackwardBackward0", gradient, input, gradient.array, { (_, h) in h },
    { (_, _) throws(TorchError) in try zeros(shape, dtype) })
}
