import ArrayKernels

/// Elementwise operations on two arrays, or an array and a number.
extension NDArray {
  /// Applies an operation to pairs of elements after promotion and broadcasting.
  package static func binary(
    _ op: BinaryOp, _ a: NDArray, _ b: NDArray, _ parameters: Parameters? = nil
  ) throws(ArrayError) -> NDArray {
    // The common case first: one floating dtype, one shape, row-major, small.
    if a.dtype == b.dtype, a.dtype.isFloatingPoint, a.layout.shape == b.layout.shape, a.isContiguous,
      b.isContiguous
    {
      let loop = try findLoop(op, a.dtype)
      let count = a.layout.count
      let result = try uninitialized(a.layout.shape, count: count, op.answersBool ? .bool : a.dtype)
      try check(runDense(loop, result, a, b, parameters))
      return result
    }
    if op == .sub || op == .subAlpha { try checkSubtraction(a.dtype == .bool, b.dtype == .bool) }
    if let result = try scaled(op, a, b) { return result }
    if op == .heaviside && a.dtype != b.dtype && !a.dtype.isComplex && !b.dtype.isComplex {
      throw .runtime("heaviside is not yet implemented for tensors with different dtypes.")
    }
    let common = try commonType(op, a.dtype == b.dtype ? a.dtype : Promotion.resultType(a, b))
    let left = a.dtype == common ? a : try a.to(common)
    let right = b.dtype == common ? b : try b.to(common)
    let outType = op.answersBool ? .bool : common
    if left.layout.shape != right.layout.shape { _ = try Dims.broadcast(left.layout.shape, right.layout.shape) }
    let loop = try findLoop(op, common)
    if left.layout.shape == right.layout.shape && left.isContiguous && right.isContiguous {
      let result = try empty(left.layout.shape, outType)
      try check(runDense(loop, result, left, right, parameters))
      return result
    }
    let shape = try Dims.broadcast(left.layout.shape, right.layout.shape)
    let result = try output(shape, outType, like: [left, right])
    try check(run(loop, result, left, right, parameters))
    return result
  }

  /// Applies an operation to every element and one number.
  package static func binary(
    _ op: BinaryOp, _ a: NDArray, _ b: Scalar, _ parameters: Parameters? = nil
  ) throws(ArrayError) -> NDArray {
    if let result = try scaled(op, a, b) { return result }
    if a.dtype.isFloatingPoint, b.category <= .floating, a.isContiguous, op != .sub || b.category != .bool {
      let loop = try findLoop(op, a.dtype)
      let count = a.layout.count
      let result = try uninitialized(a.layout.shape, count: count, op.answersBool ? .bool : a.dtype)
      let status = b.withBytes(as: a.dtype) { number in
        withParameters(parameters) { runDense(loop, result, a, number: number, isLeft: false, $0) }
      }
      try check(status)
      return result
    }
    if op == .sub { try checkSubtraction(a.dtype == .bool, b.category == .bool) }
    let common = try commonType(op, Promotion.resultType(a, b))
    let left = a.dtype == common ? a : try a.to(common)
    let loop = try findLoop(op, common)
    let result = try output(left.layout.shape, op.answersBool ? .bool : common, like: [left])
    let status = b.withBytes(as: common) { number in
      withParameters(parameters) { run(loop, result, left, number: number, isLeft: false, $0) }
    }
    try check(status)
    return result
  }

  /// Applies an operation to one number and every element.
  package static func binary(
    _ op: BinaryOp, _ a: Scalar, _ b: NDArray, _ parameters: Parameters? = nil
  ) throws(ArrayError) -> NDArray {
    if op == .sub { try checkSubtraction(a.category == .bool, b.dtype == .bool) }
    if op == .mul, let result = try scaled(op, b, a) { return result }
    let common = try commonType(op, Promotion.resultType(b, a))
    let right = b.dtype == common ? b : try b.to(common)
    let loop = try findLoop(op, common)
    let result = try output(right.layout.shape, op.answersBool ? .bool : common, like: [right])
    let status = a.withBytes(as: common) { number in
      withParameters(parameters) { run(loop, result, right, number: number, isLeft: true, $0) }
    }
    try check(status)
    return result
  }

  /// Stores the result of an operation with another array into this one.
  package func binaryInPlace(_ op: BinaryOp, _ other: NDArray, _ parameters: Parameters? = nil)
    throws(ArrayError)
  {
    if op == .sub || op == .subAlpha { try NDArray.checkSubtraction(dtype == .bool, other.dtype == .bool) }
    try checkWritable(from: [other])
    if layout.shape != other.layout.shape {
      let shape = try Dims.broadcast(layout.shape, other.layout.shape)
      guard shape == layout.shape else {
        throw .runtime(
          "output with shape \(layout.shape.text) doesn't match the broadcast shape \(shape.text)")
      }
    }
    let common = try NDArray.commonType(op, Promotion.resultType(self, other))
    let natural = op.answersBool ? DType.bool : common
    if !op.answersBool { try Promotion.checkCast(from: natural, to: dtype) }
    guard common == dtype, natural == dtype else {
      return try copyInPlace(from: NDArray.binary(op, self, other, parameters))
    }
    var right = other.dtype == common ? other : try other.to(common)
    right = try right.separated(from: self)
    try NDArray.check(NDArray.run(NDArray.findLoop(op, common), self, self, right, parameters))
    storage.version += 1
  }

  /// Stores the result of an operation with a number into this array.
  package func binaryInPlace(_ op: BinaryOp, _ other: Scalar, _ parameters: Parameters? = nil)
    throws(ArrayError)
  {
    if op == .sub { try NDArray.checkSubtraction(dtype == .bool, other.category == .bool) }
    try checkWritable(from: [])
    let common = try NDArray.commonType(op, Promotion.resultType(self, other))
    let natural = op.answersBool ? DType.bool : common
    if !op.answersBool { try Promotion.checkCast(from: natural, to: dtype) }
    guard common == dtype, natural == dtype else {
      return try copyInPlace(from: NDArray.binary(op, self, other, parameters))
    }
    if let result = try NDArray.scaled(op, self, other) { return try copyInPlace(from: result) }
    let loop = try NDArray.findLoop(op, common)
    let status = other.withBytes(as: common) { number in
      NDArray.withParameters(parameters) { NDArray.run(loop, self, self, number: number, isLeft: false, $0) }
    }
    try NDArray.check(status)
    storage.version += 1
  }

  /// Adds `alpha * other`; floats are fused, as torch does.
  package func add(_ other: NDArray, alpha: Scalar = .int(1)) throws(ArrayError) -> NDArray {
    if alpha == .int(1) { return try NDArray.binary(.add, self, other) }
    _ = try Dims.broadcast(layout.shape, other.layout.shape)
    try NDArray.checkAlpha(alpha, Promotion.resultType(self, other))
    return try NDArray.binary(.addAlpha, self, other, Parameters(alpha))
  }

  /// Subtracts `alpha * other`.
  package func sub(_ other: NDArray, alpha: Scalar = .int(1)) throws(ArrayError) -> NDArray {
    if alpha == .int(1) { return try NDArray.binary(.sub, self, other) }
    _ = try Dims.broadcast(layout.shape, other.layout.shape)
    try NDArray.checkAlpha(alpha, Promotion.resultType(self, other))
    return try NDArray.binary(.subAlpha, self, other, Parameters(alpha))
  }

  /// Throws torch's errors for an `alpha` that does not suit the dtype.
  package static func checkAlpha(_ alpha: Scalar, _ dtype: DType) throws(ArrayError) {
    if alpha.category == .bool && dtype != .bool {
      throw .runtime("Boolean alpha only supported for Boolean results.")
    }
    if alpha.category == .floating && dtype.isIntegral {
      throw .runtime("For integral input tensors, argument alpha must not be a floating point number.")
    }
    if alpha.category == .complex && !dtype.isComplex {
      throw .runtime("For non-complex input tensors, argument alpha must not be a complex number.")
    }
  }

  /// Raises every element to a power; the exponents torch singles out are computed by multiplication and roots.
  package func pow(_ exponent: Scalar) throws(ArrayError) -> NDArray {
    let common = try Promotion.resultType(self, exponent)
    let base = dtype == common ? self : try to(common)
    // Without a loop for truth values: their first power is a copy, the one of order zero all ones.
    if common == .bool { return exponent.boolValue ? try base.clone() : try base.fullLike(.bool(true)) }
    if common.isIntegral {
      if exponent.intValue < 0 { throw .runtime("Integers to negative integer powers are not allowed.") }
      if exponent.intValue == 2 { return try base.unary(.square) }
      return try base.unary(.powScalar, Parameters(exponent))
    }
    if exponent.imaginaryValue == 0 {
      switch exponent.doubleValue {
      case 0: return try base.fullLike(.int(1))
      case 1: return try base.clone()
      case 0.5: return try base.unary(.sqrt)
      case 2: return try base.unary(.square)
      case 3: return try base.unary(.cube)
      case -0.5: return try base.unary(.rsqrt)
      case -1: return try base.unary(.reciprocal)
      case -2: return try base.unary(.inverseSquare)
      default: break
      }
    }
    return try base.unary(.powScalar, Parameters(exponent))
  }

  /// Products and quotients of a 16-bit type and a number, which keeps the digits of a float32; nil for other operands.
  private static func scaled(_ op: BinaryOp, _ a: NDArray, _ b: Scalar) throws(ArrayError) -> NDArray? {
    guard a.dtype.isReducedFloat, op == .mul || op == .div, b.category <= .floating else { return nil }
    return try a.unary(op == .mul ? .mulNumber : .divNumber, Parameters(b))
  }

  /// The same for a number in an array without dimensions.
  private static func scaled(_ op: BinaryOp, _ a: NDArray, _ b: NDArray) throws(ArrayError) -> NDArray? {
    guard op == .mul || op == .div else { return nil }
    if b.rank == 0, a.rank > 0, a.dtype.isReducedFloat { return b.dtype.isComplex ? nil : try scaled(op, a, b.item()) }
    if a.rank == 0, b.rank > 0, b.dtype.isReducedFloat, op == .mul, !a.dtype.isComplex { return try scaled(op, b, a.item()) }
    return nil
  }

  private static func commonType(_ op: BinaryOp, _ promoted: DType) throws(ArrayError) -> DType {
    if op.promotesToFloat && promoted.isIntegral { return Settings.defaultDType }
    return promoted
  }

  private static func checkSubtraction(_ left: Bool, _ right: Bool) throws(ArrayError) {
    if left && right {
      throw .runtime(
        "Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or `logical_xor()` "
          + "operator instead.")
    }
    if left || right {
      throw .runtime(
        "Subtraction, the `-` operator, with a bool tensor is not supported. If you are trying to invert a mask, use "
          + "the `~` or `logical_not()` operator instead.")
    }
  }

  private static func findLoop(_ op: BinaryOp, _ dtype: DType) throws(ArrayError) -> wick_binary_loop {
    guard let loop = wick_binary(op.rawValue, Int32(dtype.rawValue)) else {
      throw op.unsupported(dtype)
    }
    return loop
  }
}
