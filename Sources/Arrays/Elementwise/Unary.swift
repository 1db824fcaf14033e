import ArrayKernels

/// Elementwise operations on one array.
extension NDArray {
  /// Applies an operation to every element.
  package func unary(_ op: UnaryOp, _ parameters: Parameters? = nil) throws(ArrayError) -> NDArray {
    if dtype.isFloatingPoint && isContiguous && op != .conj {
      let result = try NDArray.uninitialized(
        layout.shape, count: layout.count, op.answersBool ? .bool : dtype)
      try apply(op, into: result, parameters)
      return result
    }
    if op.isIdentityOnIntegers && dtype.isInteger { return try clone() }
    if op == .conj && !dtype.isComplex || op == .nanToNum && dtype.isIntegral { return try clone() }
    var input = self
    if op.promotesToFloat && dtype.isIntegral { input = try to(Settings.defaultDType) }
    if op == .square && dtype == .bool { input = try to(.int64) }
    let result = try NDArray.output(layout.shape, NDArray.resultType(op, input.dtype), like: [input])
    try input.apply(op, into: result, parameters)
    return result
  }

  /// Applies an operation to every element in place.
  package func unaryInPlace(_ op: UnaryOp, _ parameters: Parameters? = nil) throws(ArrayError) {
    var input = dtype
    if op.promotesToFloat && dtype.isIntegral { input = Settings.defaultDType }
    let natural = NDArray.resultType(op, input)
    try Promotion.checkCast(from: natural, to: dtype)
    try checkWritable(from: [])
    if natural == dtype && input == dtype {
      if !(op.isIdentityOnIntegers && dtype.isInteger) { try apply(op, into: self, parameters) }
      storage.version += 1
    } else {
      try copyInPlace(from: unary(op, parameters))
    }
  }

  private static func resultType(_ op: UnaryOp, _ dtype: DType) -> DType {
    if op.answersBool { return .bool }
    if op == .abs || op == .angle { return dtype.realType }
    return dtype
  }

  private func apply(_ op: UnaryOp, into output: NDArray, _ parameters: Parameters?) throws(ArrayError) {
    guard let loop = wick_unary(op.rawValue, Int32(dtype.rawValue)) else {
      throw op.unsupported(dtype)
    }
    guard let parameters else { return try NDArray.check(run(loop, into: output, nil)) }
    try NDArray.check(parameters.withPointer { run(loop, into: output, $0) })
  }

  /// Runs a C loop from this array into another of the same shape.
  func run(_ loop: wick_unary_loop, into output: NDArray, _ parameters: UnsafePointer<wick_params>?) -> Int32
  {
    let inSize = dtype.size
    let outSize = output.dtype.size
    if layout.shape == output.layout.shape
      && (isContiguous && output.isContiguous || strides == output.strides && layout.isNonOverlappingAndDense)
    {
      let count = layout.count
      let source = pointer
      let target = output.pointer
      if count < Threads.grain {
        return NDArray.call(loop, target, outSize, source, inSize, count, parameters)
      }
      return Threads.split(count) { range in
        NDArray.call(
          loop, target + range.lowerBound * outSize, outSize, source + range.lowerBound * inSize, inSize,
          range.count,
          parameters)
      }
    }
    let walk = Loop([output, self], shape: output.layout.shape)
    return walk.run { pointers, steps, n in
      NDArray.call(loop, pointers[0], steps[0], pointers[1], steps[1], n, parameters)
    }
  }

  @inline(__always)
  private static func call(
    _ loop: wick_unary_loop, _ out: UnsafeMutableRawPointer, _ outStep: Int, _ a: UnsafeMutableRawPointer,
    _ aStep: Int, _ n: Int, _ parameters: UnsafePointer<wick_params>?
  ) -> Int32 {
    loop(
      out.assumingMemoryBound(to: CChar.self), outStep, a.assumingMemoryBound(to: CChar.self), aStep, n,
      parameters)
  }
}

extension NDArray {
  /// Puts the roots of all numbers in their place, zero for negative ones: one pass over memory where three operations
  /// made two arrays more. false: not an array for this, nothing was done.
  package func takeRoots() -> Bool {
    guard isContiguous else { return false }
    func take<Number: FloatingPoint>(_ type: Number.Type) {
      let numbers = pointer.assumingMemoryBound(to: type)
      _ = Threads.split(count) { range in
        for index in range {
          let number = numbers[index]
          numbers[index] = (number < 0 ? 0 : number).squareRoot()
        }
        return 0
      }
    }
    switch dtype {
    case .float32: take(Float.self)
    case .float64: take(Double.self)
    default: return false
    }
    return true
  }
}
