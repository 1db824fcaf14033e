import ArrayKernels

/// Where results of elementwise operations go.
extension NDArray {
  /// Makes the output of an operation whose inputs have this shape: row-major, unless all inputs that matter lie in
  /// another order of dimensions, which the output then copies (torch's memory format rule).
  static func output(_ shape: Dims, _ dtype: DType, like inputs: [NDArray]) throws(ArrayError) -> NDArray {
    var result = try NDArray.empty(shape, dtype)
    if shape.count < 2 { return result }
    if inputs.allSatisfy({ $0.isContiguous }) { return result }
    result.layout.strides = permutedStrides(shape, inputs)
    return result
  }

  /// Dense strides in the order of the inputs' strides.
  private static func permutedStrides(_ shape: Dims, _ inputs: [NDArray]) -> Dims {
    let rank = shape.count
    let strides = inputs.map { $0.layout.broadcastStrides(to: shape) }
    // Innermost first; torch's insertion sort, where dimensions that tie in one input are decided by the next.
    var order = [Int](stride(from: rank - 1, through: 0, by: -1))
    func compare(_ a: Int, _ b: Int) -> Int {
      for input in strides {
        let left = input[a]
        let right = input[b]
        if left == 0 || right == 0 { continue }
        if left < right { return -1 }
        if left > right { return 1 }
        if shape[a] > shape[b] { return 1 }
      }
      return 0
    }
    for index in 1..<rank {
      var moving = index
      var other = index - 1
      while other >= 0 {
        let comparison = compare(order[other], order[moving])
        if comparison > 0 {
          order.swapAt(other, moving)
          moving = other
        } else if comparison < 0 {
          break
        }
        other -= 1
      }
    }
    var result = Dims(repeating: 1, count: rank)
    var step = 1
    for dim in order {
      result[dim] = step
      step &*= Swift.max(shape[dim], 1)
    }
    return result
  }

  /// Throws torch's errors when an array cannot be written element by element from these inputs, looked at before
  /// they are broadcast.
  package func checkWritable(from inputs: [NDArray]) throws(ArrayError) {
    if layout.hasInternalOverlap, count > 0 {
      throw .runtime(
        "unsupported operation: more than one element of the written-to tensor refers to a single memory location. "
          + "Please clone() the tensor before performing the operation.")
    }
    for input in inputs where input.storage === storage && input.layout != layout {
      guard let mine = layout.extent, let theirs = input.layout.extent else { continue }
      if mine.low > theirs.high || theirs.low > mine.high { continue }
      if layout.isNonOverlappingAndDense && input.layout.isNonOverlappingAndDense {
        if input.count == count && input.offset == offset && input.strides == strides { continue }
        throw .runtime(
          "unsupported operation: some elements of the input tensor and the written-to tensor refer to a single "
            + "memory location. Please clone() the tensor before performing the operation.")
      }
    }
  }

  /// Whether two arrays of one storage share elements, as far as their extents tell.
  package func overlaps(_ other: NDArray) -> Bool {
    guard storage === other.storage, let mine = layout.extent, let theirs = other.layout.extent else { return false }
    return mine.low <= theirs.high && theirs.low <= mine.high
  }

  /// Input safe to read while `self` is written: a copy when the two overlap in any other way than exactly.
  func separated(from output: NDArray) throws(ArrayError) -> NDArray {
    guard storage === output.storage, layout != output.layout else { return self }
    guard let mine = layout.extent, let theirs = output.layout.extent else { return self }
    if mine.low > theirs.high || theirs.low > mine.high { return self }
    return try clone()
  }

  /// Turns the answer of a C loop into torch's error.
  static func check(_ status: Int32) throws(ArrayError) {
    if status == 0 { return }
    if status == Int32(WICK_ZERO_DIVISION) { throw .runtime("ZeroDivisionError") }
    throw .runtime("Integers to negative integer powers are not allowed.")
  }
}

extension Scalar {
  /// Converts the number to a dtype and hands its bytes to `body`.
  func withBytes<R>(as dtype: DType, _ body: (UnsafeMutableRawPointer) -> R) -> R {
    var space: (UInt64, UInt64) = (0, 0)
    return withUnsafeMutableBytes(of: &space) { bytes in
      guard let base = bytes.baseAddress else { preconditionFailure("a tuple has an address") }
      store(to: base, as: dtype)
      return body(base)
    }
  }

  /// Writes the number as an element of a dtype, converted as C does.
  func store(to pointer: UnsafeMutableRawPointer, as dtype: DType) {
    switch dtype {
    case .float32: pointer.storeBytes(of: Float(doubleValue), as: Float.self)
    case .float64: pointer.storeBytes(of: doubleValue, as: Double.self)
    case .int64: pointer.storeBytes(of: Int64(intValue), as: Int64.self)
    case .int32: pointer.storeBytes(of: Int32(truncatingIfNeeded: intValue), as: Int32.self)
    case .int16: pointer.storeBytes(of: Int16(truncatingIfNeeded: intValue), as: Int16.self)
    case .int8: pointer.storeBytes(of: Int8(truncatingIfNeeded: intValue), as: Int8.self)
    case .uint8: pointer.storeBytes(of: UInt8(truncatingIfNeeded: intValue), as: UInt8.self)
    case .bool: pointer.storeBytes(of: boolValue ? 1 : 0, as: UInt8.self)
    case .complex64:
      pointer.storeBytes(of: Float(doubleValue), as: Float.self)
      pointer.storeBytes(of: Float(imaginaryValue), toByteOffset: 4, as: Float.self)
    case .complex128:
      pointer.storeBytes(of: doubleValue, as: Double.self)
      pointer.storeBytes(of: imaginaryValue, toByteOffset: 8, as: Double.self)
    case .uint16: pointer.storeBytes(of: UInt16(truncatingIfNeeded: intValue), as: UInt16.self)
    case .uint32: pointer.storeBytes(of: UInt32(truncatingIfNeeded: intValue), as: UInt32.self)
    case .uint64: pointer.storeBytes(of: UInt64(bitPattern: Int64(intValue)), as: UInt64.self)
    case .complex32:
      Scalar.double(doubleValue).store(to: pointer, as: .float16)
      Scalar.double(imaginaryValue).store(to: pointer + 2, as: .float16)
    case .float16, .bfloat16:
      var value = doubleValue
      withUnsafeMutableBytes(of: &value) { Scalar.convert($0.baseAddress, .float64, pointer, dtype) }
    }
  }

  /// Reads an element of a dtype.
  package init(loading pointer: UnsafeRawPointer, as dtype: DType) {
    switch dtype {
    case .float32: self = .double(Double(pointer.load(as: Float.self)))
    case .float64: self = .double(pointer.load(as: Double.self))
    case .int64: self = .int(Int(pointer.load(as: Int64.self)))
    case .int32: self = .int(Int(pointer.load(as: Int32.self)))
    case .int16: self = .int(Int(pointer.load(as: Int16.self)))
    case .int8: self = .int(Int(pointer.load(as: Int8.self)))
    case .uint8: self = .int(Int(pointer.load(as: UInt8.self)))
    case .bool: self = .bool(pointer.load(as: UInt8.self) != 0)
    case .complex64:
      self = .complex(
        Double(pointer.load(as: Float.self)), Double(pointer.load(fromByteOffset: 4, as: Float.self)))
    case .complex128:
      self = .complex(pointer.load(as: Double.self), pointer.load(fromByteOffset: 8, as: Double.self))
    case .uint16: self = .int(Int(pointer.load(as: UInt16.self)))
    case .uint32: self = .int(Int(pointer.load(as: UInt32.self)))
    // The upper half of the range comes out negative; who shows a number looks at the dtype.
    case .uint64: self = .int(Int(bitPattern: UInt(pointer.load(as: UInt64.self))))
    case .complex32:
      let (re, im) = (Scalar(loading: pointer, as: .float16), Scalar(loading: pointer + 2, as: .float16))
      self = .complex(re.doubleValue, im.doubleValue)
    case .float16, .bfloat16:
      var value = 0.0
      withUnsafeMutableBytes(of: &value) { Scalar.convert(pointer, dtype, $0.baseAddress, .float64) }
      self = .double(value)
    }
  }

  /// Converts one element.
  private static func convert(
    _ source: UnsafeRawPointer?, _ from: DType, _ target: UnsafeMutableRawPointer?, _ to: DType
  ) {
    guard let source, let target else { return }
    guard let loop = wick_cast(Int32(from.rawValue), Int32(to.rawValue)) else { return }
    let out = target.assumingMemoryBound(to: CChar.self)
    let input = source.assumingMemoryBound(to: CChar.self)
    _ = loop(out, to.size, input, from.size, 1, nil)
  }
}
