import Arrays

/// Elementwise operations on the arrays of tensors: the short cut for small row-major ones, else the general function.

@inline(__always)
func elementwise(_ op: BinaryOp, _ x: Tensor, _ y: Tensor) throws(TorchError) -> NDArray {
  if let result = NDArray.dense(op, x.arrayPointer, y.arrayPointer) { return result }
  return try NDArray.binary(op, x.array, y.array)
}

@inline(__always)
func elementwise(_ op: BinaryOp, _ x: Tensor, _ y: Scalar) throws(TorchError) -> NDArray {
  if let result = NDArray.dense(op, x.arrayPointer, y) { return result }
  return try NDArray.binary(op, x.array, y)
}

@inline(__always)
func elementwise(_ op: UnaryOp, _ x: Tensor) throws(TorchError) -> NDArray {
  if let result = NDArray.dense(op, x.arrayPointer) { return result }
  return try x.array.unary(op)
}
