import ArrayKernels
import Glibc

/// Arrays from nothing: sizes, ranges, numbers.
extension NDArray {
  /// Makes an array of unspecified content.
  package static func empty(_ shape: Dims, _ dtype: DType) throws(ArrayError) -> NDArray {
    let bytes = try byteCount(shape, dtype)
    let storage = try Storage.allocate(byteCount: bytes)
    return NDArray(storage: storage, layout: Layout(contiguous: shape), dtype: dtype)
  }

  /// Makes a vector over memory that an object owns, `count` numbers from its start.
  package static func lent(_ pointer: UnsafeMutableRawPointer, count: Int, _ dtype: DType, owner: AnyObject) -> NDArray {
    let storage = Storage.lend(pointer, byteCount: count &* dtype.size, owner: owner)
    return NDArray(storage: storage, layout: Layout(contiguous: Dims(count)), dtype: dtype)
  }

  /// Makes an array of unspecified content for a shape that another array already has, so that no size can overflow.
  @inline(__always)
  static func uninitialized(_ shape: Dims, count: Int, _ dtype: DType) throws(ArrayError) -> NDArray {
    let storage = try Storage.allocate(byteCount: count &* dtype.size)
    return NDArray(storage: storage, layout: Layout(contiguous: shape), dtype: dtype)
  }

  /// Makes an array of zeros.
  package static func zeros(_ shape: Dims, _ dtype: DType) throws(ArrayError) -> NDArray {
    let bytes = try byteCount(shape, dtype)
    let storage = try Storage.allocate(byteCount: bytes, zeroed: true)
    return NDArray(storage: storage, layout: Layout(contiguous: shape), dtype: dtype)
  }

  /// Makes an array filled with one number.
  package static func full(_ shape: Dims, _ value: Scalar, _ dtype: DType) throws(ArrayError) -> NDArray {
    try value.checkFits(dtype)
    let result = try empty(shape, dtype)
    result.fill(value)
    return result
  }

  /// Makes a 0-dim array of one number.
  package static func scalar(_ value: Scalar, _ dtype: DType) throws(ArrayError) -> NDArray {
    try value.checkFits(dtype)
    let result = try empty(Dims(), dtype)
    value.store(to: result.pointer, as: dtype)
    return result
  }

  /// Makes an uninitialised array of the same shape; a dense order of dimensions is kept.
  package func emptyLike(dtype: DType? = nil) throws(ArrayError) -> NDArray {
    if layout.isContiguous { return try NDArray.empty(shape, dtype ?? self.dtype) }
    return try NDArray.output(shape, dtype ?? self.dtype, like: [self])
  }

  /// Makes an array of zeros of the same shape.
  package func zerosLike(dtype: DType? = nil) throws(ArrayError) -> NDArray {
    let result = try emptyLike(dtype: dtype)
    memset(result.storage.pointer, 0, result.storage.byteCount)
    return result
  }

  /// Makes an array of the same shape filled with one number.
  package func fullLike(_ value: Scalar, dtype: DType? = nil) throws(ArrayError) -> NDArray {
    try value.checkFits(dtype ?? self.dtype)
    let result = try emptyLike(dtype: dtype)
    result.fill(value)
    return result
  }

  /// Counts from `start` towards `end` by `step`; each element is `start + index * step`.
  package static func arange(
    _ start: Scalar, _ end: Scalar, _ step: Scalar, _ dtype: DType
  ) throws(ArrayError) -> NDArray {
    let (from, to, by) = (start.doubleValue, end.doubleValue, step.doubleValue)
    guard by != 0 else { throw .runtime("step must be nonzero") }
    guard from.isFinite, to.isFinite else {
      throw .runtime("unsupported range: \(cText(from)) -> \(cText(to))")
    }
    guard by > 0 && to >= from || by < 0 && to <= from else {
      throw .runtime("upper bound and lower bound inconsistent with step sign")
    }
    let allIntegers = start.category <= .integral && end.category <= .integral && step.category <= .integral
    let size: Double
    if allIntegers {
      let (span, overflow) = end.intValue.subtractingReportingOverflow(start.intValue)
      guard !overflow else { throw .runtime("invalid size, possible overflow?") }
      let magnitude = span.magnitude
      let stride = step.intValue.magnitude
      size = Double((magnitude + stride - 1) / stride)
    } else {
      size = ((to - from) / by).rounded(.up)
    }
    guard size >= 0, size <= 9.2e18 else { throw .runtime("invalid size, possible overflow?") }
    let count = Int(size)
    if dtype.isIntegral {
      let result = try empty(Dims(count), .int64)
      let base = result.pointer.assumingMemoryBound(to: Int64.self)
      let first = Int64(start.intValue)
      let stride = Int64(step.intValue)
      _ = Threads.split(count) { range in
        wick_count_i64(base + range.lowerBound, first, stride, range.lowerBound, range.count)
        return 0
      }
      return try result.to(dtype)
    }
    let result = try empty(Dims(count), dtype == .float32 ? .float32 : .float64)
    if dtype == .float32 {
      let base = result.pointer.assumingMemoryBound(to: Float.self)
      _ = Threads.split(count) { range in
        wick_count_f32(base + range.lowerBound, from, by, range.lowerBound, range.count)
        return 0
      }
      return result
    }
    let base = result.pointer.assumingMemoryBound(to: Double.self)
    _ = Threads.split(count) { range in
      wick_count_f64(base + range.lowerBound, from, by, range.lowerBound, range.count)
      return 0
    }
    return try result.to(dtype)
  }

  /// Spaces `steps` numbers evenly from `start` to `end`, symmetric about the middle as torch computes them.
  package static func linspace(
    _ start: Scalar, _ end: Scalar, steps: Int, _ dtype: DType
  ) throws(ArrayError) -> NDArray {
    guard steps >= 0 else { throw .runtime("number of steps must be non-negative") }
    let result = try empty(Dims(steps), dtype)
    let half = steps / 2
    let size = dtype.size
    if dtype == .float64 || dtype.isComplex {
      let wide = try empty(Dims(steps), dtype.isComplex ? .complex128 : .float64)
      let (from, to) = (start.doubleValue, end.doubleValue)
      let (fromI, toI) = (start.imaginaryValue, end.imaginaryValue)
      let step = steps > 1 ? (to - from) / Double(steps - 1) : 0
      let stepI = steps > 1 ? (toI - fromI) / Double(steps - 1) : 0
      for index in 0..<steps {
        let back = Double(steps - index - 1)
        let isFirstHalf = index < half || steps == 1
        let value = isFirstHalf ? from.addingProduct(step, Double(index)) : to.addingProduct(-step, back)
        let imaginary =
          isFirstHalf ? fromI.addingProduct(stepI, Double(index)) : toI.addingProduct(-stepI, back)
        let number: Scalar = dtype.isComplex ? .complex(value, imaginary) : .double(value)
        number.store(to: wide.pointer + index * wide.dtype.size, as: wide.dtype)
      }
      return try wide.to(dtype)
    }
    let from = Float(start.doubleValue)
    let to = Float(end.doubleValue)
    if dtype.isIntegral {
      let step = steps > 1 ? Float(end.intValue - start.intValue) / Float(steps - 1) : 0
      for index in 0..<steps {
        let value =
          index < half || steps == 1
          ? Float(start.intValue) + step * Float(index)
          : Float(end.intValue) - step * Float(steps - index - 1)
        Scalar.double(Double(value)).store(to: result.pointer + index * size, as: dtype)
      }
      return result
    }
    if dtype.isReducedFloat { return try halfLinspace(start, end, steps, dtype) }
    let step = steps > 1 ? (to - from) / Float(steps - 1) : 0
    let base = result.pointer.assumingMemoryBound(to: Float.self)
    let middle = steps == 1 ? 1 : half
    guard steps <= Int(Int32.max) else {
      for index in 0..<steps {
        base[index] =
          index < middle
          ? from.addingProduct(step, Float(index)) : to.addingProduct(-step, Float(steps - index - 1))
      }
      return result
    }
    _ = Threads.split(steps) { range in
      let turn = Swift.min(Swift.max(middle, range.lowerBound), range.upperBound)
      wick_space_f32(base + range.lowerBound, from, step, Int64(range.lowerBound), 1, turn - range.lowerBound)
      wick_space_f32(base + turn, to, -step, Int64(steps - turn - 1), -1, range.upperBound - turn)
      return 0
    }
    return result
  }

  /// 16-bit floats round after every step.
  private static func halfLinspace(
    _ start: Scalar, _ end: Scalar, _ steps: Int, _ dtype: DType
  ) throws(ArrayError) -> NDArray {
    func rounded(_ value: Double) -> Double {
      Scalar.double(value).withBytes(as: dtype) { Scalar(loading: $0, as: dtype).doubleValue }
    }
    let (from, to) = (rounded(start.doubleValue), rounded(end.doubleValue))
    let step = steps > 1 ? rounded(rounded(to - from) / Double(steps - 1)) : 0
    var values: [Double] = []
    for index in 0..<steps {
      let isFirstHalf = index < steps / 2 || steps == 1
      let distance = rounded(step * Double(isFirstHalf ? index : steps - index - 1))
      values.append(rounded(isFirstHalf ? from + distance : to - distance))
    }
    return try NDArray.from(values, Dims(steps), dtype)
  }

  /// Spaces `steps` powers of `base` evenly in the exponent.
  package static func logspace(
    _ start: Scalar, _ end: Scalar, steps: Int, base: Double, _ dtype: DType
  ) throws(ArrayError) -> NDArray {
    // Integer results start from integer exponents.
    let first = dtype.isIntegral ? .int(start.intValue) : start
    let last = dtype.isIntegral ? .int(end.intValue) : end
    let exponents = try linspace(first, last, steps: steps, dtype.isComplex ? dtype : .float64)
    return try binary(.pow, .double(base), exponents).to(dtype)
  }

  /// Makes a matrix with ones on the diagonal.
  package static func eye(_ rows: Int, _ columns: Int, _ dtype: DType) throws(ArrayError) -> NDArray {
    guard rows >= 0 else { throw .runtime("n must be greater or equal to 0, got \(rows)") }
    guard columns >= 0 else { throw .runtime("m must be greater or equal to 0, got \(columns)") }
    let result = try zeros(Dims(rows, columns), dtype)
    let step = (columns &+ 1) &* dtype.size
    for index in 0..<Swift.min(rows, columns) {
      Scalar.int(1).store(to: result.pointer + index * step, as: dtype)
    }
    return result
  }

  /// Makes an array from numbers in row-major order, stored as doubles and converted.
  package static func from(_ values: [Double], _ shape: Dims, _ dtype: DType) throws(ArrayError) -> NDArray {
    let wide = try empty(shape, .float64)
    precondition(wide.count == values.count, "as many numbers as elements")
    values.withUnsafeBytes { bytes in
      if let base = bytes.baseAddress { memcpy(wide.pointer, base, bytes.count) }
    }
    return try wide.to(dtype)
  }

  /// Makes an array from integers in row-major order.
  package static func from(_ values: [Int], _ shape: Dims, _ dtype: DType) throws(ArrayError) -> NDArray {
    let wide = try empty(shape, .int64)
    precondition(wide.count == values.count, "as many numbers as elements")
    values.withUnsafeBytes { bytes in
      if let base = bytes.baseAddress { memcpy(wide.pointer, base, bytes.count) }
    }
    return try wide.to(dtype)
  }

  /// Makes an array from numbers of any kind in row-major order.
  package static func from(_ values: [Scalar], _ shape: Dims, _ dtype: DType) throws(ArrayError) -> NDArray {
    let result = try empty(shape, dtype)
    precondition(result.count == values.count, "as many numbers as elements")
    let size = dtype.size
    let base = result.pointer
    for index in values.indices {
      try values[index].checkFits(dtype)
      values[index].store(to: base + index * size, as: dtype)
    }
    return result
  }

  /// A double as C++ streams print it.
  static func cText(_ value: Double) -> String { Text.general(value, 6) }
}
