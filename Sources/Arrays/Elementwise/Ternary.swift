import ArrayKernels

/// Elementwise operations on three arrays.
extension NDArray {
  /// Takes elements of `a` where the condition holds and of `b` elsewhere.
  package static func `where`(_ condition: NDArray, _ a: NDArray, _ b: NDArray) throws(ArrayError) -> NDArray
  {
    guard condition.dtype == .bool || condition.dtype == .uint8 else {
      throw .runtime(
        "where expected condition to be a boolean tensor, but got a tensor with dtype "
          + condition.dtype.scalarTypeName)
    }
    let common = try Promotion.resultType(a, b)
    return try ternary(.where, condition, a.to(common), b.to(common), common)
  }

  /// `where` with a number for either side.
  package static func `where`(_ condition: NDArray, _ a: NDArray, _ b: Scalar) throws(ArrayError) -> NDArray {
    let common = try Promotion.resultType(a, b)
    return try `where`(condition, a.to(common), scalar(b, common))
  }

  /// `where` with a number on the left.
  package static func `where`(_ condition: NDArray, _ a: Scalar, _ b: NDArray) throws(ArrayError) -> NDArray {
    let common = try Promotion.resultType(b, a)
    return try `where`(condition, scalar(a, common), b.to(common))
  }

  /// `where` between two numbers.
  package static func `where`(_ condition: NDArray, _ a: Scalar, _ b: Scalar) throws(ArrayError) -> NDArray {
    var operands = Promotion.Operands()
    try operands.add(a)
    try operands.add(b)
    return try `where`(condition, scalar(a, try operands.result), scalar(b, try operands.result))
  }

  /// Bounds every element by numbers; NaN stays.
  package func clamp(min: Scalar?, max: Scalar?) throws(ArrayError) -> NDArray {
    var operands = Promotion.Operands()
    try operands.add(self)
    if let min { try operands.add(min) }
    if let max { try operands.add(max) }
    let common = try operands.result
    let input = try to(common)
    switch (min, max) {
    case (let min?, let max?):
      if min.doubleValue.isNaN || max.doubleValue.isNaN { return try input.fullLike(.double(.nan)) }
      return try input.unary(.clamp, Parameters(min, max))
    case (let min?, nil):
      if min.doubleValue.isNaN { return try input.fullLike(.double(.nan)) }
      return try input.unary(.clampMin, Parameters(min))
    case (nil, let max?):
      if max.doubleValue.isNaN { return try input.fullLike(.double(.nan)) }
      return try input.unary(.clampMax, Parameters(.int(0), max))
    case (nil, nil): throw .runtime("torch.clamp: At least one of 'min' or 'max' must not be None")
    }
  }

  /// Bounds every element by arrays.
  package func clamp(min: NDArray?, max: NDArray?) throws(ArrayError) -> NDArray {
    switch (min, max) {
    case (let min?, let max?):
      var operands = Promotion.Operands()
      try operands.add(self)
      try operands.add(min)
      try operands.add(max)
      let common = try operands.result
      return try NDArray.ternary(.clampTensor, to(common), min.to(common), max.to(common), common)
    case (let min?, nil): return try NDArray.binary(.maximum, self, min)
    case (nil, let max?): return try NDArray.binary(.minimum, self, max)
    case (nil, nil): throw .runtime("torch.clamp: At least one of 'min' or 'max' must not be None")
    }
  }

  /// Computes `self + value * a * b`.
  package func addcmul(_ a: NDArray, _ b: NDArray, value: Scalar = .int(1)) throws(ArrayError) -> NDArray {
    let common = try Promotion.resultType(self, a, b)
    try NDArray.checkAlpha(value, common)
    return try NDArray.ternary(.addcmul, to(common), a.to(common), b.to(common), common, Parameters(value))
  }

  /// Computes `self + value * a / b`.
  package func addcdiv(_ a: NDArray, _ b: NDArray, value: Scalar = .int(1)) throws(ArrayError) -> NDArray {
    guard !(a.dtype.isIntegral && b.dtype.isIntegral) else {
      throw .runtime(
        "Integer division with addcdiv is no longer supported, and in a future  release addcdiv will perform a true "
          + "division of tensor1 and tensor2. The historic addcdiv behavior can be implemented as (input + value * "
          + "torch.trunc(tensor1 / tensor2)).to(input.dtype) for integer inputs and as (input + value * tensor1 / "
          + "tensor2) for float inputs. The future addcdiv behavior is just the latter implementation: (input + value "
          + "* tensor1 / tensor2), for all dtypes.")
    }
    let common = try Promotion.resultType(self, a, b)
    return try NDArray.ternary(.addcdiv, to(common), a.to(common), b.to(common), common, Parameters(value))
  }

  /// Interpolates between this array and `end`.
  package func lerp(_ end: NDArray, weight: NDArray) throws(ArrayError) -> NDArray {
    guard end.dtype == dtype else {
      throw .runtime("expected dtype \(dtype.cppName) for `end` but got dtype \(end.dtype.cppName)")
    }
    guard weight.dtype == dtype else {
      throw .runtime("expected dtype \(dtype.cppName) for `weight` but got dtype \(weight.dtype.cppName)")
    }
    guard dtype.isDifferentiable else { throw .unsupported("lerp_kernel_tensor", dtype) }
    return try NDArray.ternary(.lerp, self, end, weight, dtype)
  }

  /// Interpolates between this array and `end` by a number.
  package func lerp(_ end: NDArray, weight: Scalar) throws(ArrayError) -> NDArray {
    guard end.dtype != dtype || dtype.isDifferentiable else {
      _ = try Dims.broadcast(shape, end.shape)
      throw .unsupported("lerp_kernel_scalar", dtype)
    }
    if end.dtype == dtype, dtype.isFloatingPoint {
      if weight.category == .complex { _ = try NDArray.scalar(weight, dtype) }
      return try NDArray.binary(.lerp, self, end, Parameters(weight))
    }
    return try lerp(end, weight: NDArray.scalar(weight, dtype))
  }

  /// Runs a loop over three arrays that already have their dtypes.
  package static func ternary(
    _ op: TernaryOp, _ a: NDArray, _ b: NDArray, _ c: NDArray, _ dtype: DType, _ parameters: Parameters? = nil
  ) throws(ArrayError) -> NDArray {
    let shape = try Dims.broadcast(Dims.broadcast(a.shape, b.shape), c.shape)
    let result = try output(shape, dtype, like: [a, b, c])
    try ternary(op, a, b, c, into: result, parameters)
    return result
  }

  /// Runs a loop over three arrays into a fourth whose shape they broadcast to.
  package static func ternary(
    _ op: TernaryOp, _ a: NDArray, _ b: NDArray, _ c: NDArray, into result: NDArray,
    _ parameters: Parameters? = nil
  ) throws(ArrayError) {
    guard let loop = wick_ternary(op.rawValue, Int32(result.dtype.rawValue)) else {
      throw .unsupported("\(op)_cpu\(op == .addcmul ? "_out" : "")", result.dtype)
    }
    let walk = Loop([result, a, b, c], shape: result.shape)
    let status = withParameters(parameters) { parameters in
      walk.run { pointers, steps, n in
        loop(
          pointers[0].assumingMemoryBound(to: CChar.self), steps[0],
          pointers[1].assumingMemoryBound(to: CChar.self), steps[1],
          pointers[2].assumingMemoryBound(to: CChar.self), steps[2],
          pointers[3].assumingMemoryBound(to: CChar.self), steps[3], n, parameters)
      }
    }
    try check(status)
  }
}

extension Promotion {
  /// Result type of three arrays.
  package static func resultType(_ a: NDArray, _ b: NDArray, _ c: NDArray) throws(ArrayError) -> DType {
    var operands = Operands()
    try operands.add(a)
    try operands.add(b)
    try operands.add(c)
    return try operands.result
  }
}
