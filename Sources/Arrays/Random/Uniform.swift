import ArrayKernels
import Glibc

/// Filling arrays with random numbers, element after element in the order of memory, never in parallel.
extension Generator {
  /// Hands every element's address to `body` in the order torch's serial loop visits them.
  func forEachElement(of array: NDArray, _ body: (UnsafeMutableRawPointer) -> Void) {
    if array.count == 0 { return }
    let walk = Loop([array], shape: array.shape)
    _ = walk.run(0..<walk.count) { pointers, steps, n in
      var pointer = pointers[0]
      for _ in 0..<n {
        body(pointer)
        pointer += steps[0]
      }
      return 0
    }
  }

  func store(_ value: Double, _ pointer: UnsafeMutableRawPointer, _ dtype: DType) {
    switch dtype {
    case .float32: pointer.storeBytes(of: Float(value), as: Float.self)
    case .float64: pointer.storeBytes(of: value, as: Double.self)
    default: Scalar.double(value).store(to: pointer, as: dtype)
    }
  }

  /// Uniform numbers in `[from, to)`.
  package func uniform(into array: NDArray, from: Double = 0, to: Double = 1) throws(ArrayError) {
    guard array.dtype.isDifferentiable else {
      throw .unsupported("check_uniform_bounds", array.dtype)
    }
    guard from <= to else {
      throw .runtime(
        "uniform_ expects to return a [from, to) range, but found from=\(NDArray.cText(from)) > to=\(NDArray.cText(to))"
      )
    }
    array.storage.version += 1
    let target = array.dtype.isComplex ? try array.viewedAsReal() : array
    fillUniform(target, from, to)
  }

  private func fillUniform(_ array: NDArray, _ from: Double, _ to: Double) {
    switch array.dtype {
    case .float64:
      if from == 0 && to == 1 {
        return forEachElement(of: array) { $0.storeBytes(of: self.uniform53(), as: Double.self) }
      }
      let span = to - from
      forEachElement(of: array) { pointer in
        let value = from.addingProduct(self.uniform53(), span)
        pointer.storeBytes(of: value == to ? from : value, as: Double.self)
      }
    case .float32:
      if from == 0 && to == 1 {
        if array.isContiguous {
          return uniforms(array.pointer.assumingMemoryBound(to: Float.self), array.count)
        }
        return forEachElement(of: array) { $0.storeBytes(of: self.uniform24(), as: Float.self) }
      }
      let (low, high) = (Float(from), Float(to))
      let span = high - low
      forEachElement(of: array) { pointer in
        let value = low.addingProduct(self.uniform24(), span)
        pointer.storeBytes(of: value == high ? low : value, as: Float.self)
      }
    default:
      // half and bfloat16: computed in float32, rounded at the end.
      let dtype = array.dtype
      func rounded(_ value: Double) -> Double {
        Scalar.double(value).withBytes(as: dtype) { Scalar(loading: $0, as: dtype).doubleValue }
      }
      let (low, high) = (Float(from), Float(to))
      let span = high - low
      let bound = rounded(to)
      forEachElement(of: array) { pointer in
        let value = rounded(Double(low.addingProduct(self.uniform24(), span)))
        self.store(value == bound ? from : value, pointer, dtype)
      }
    }
  }

  /// Integers in `[low, high)`.
  package func randint(into array: NDArray, low: Int, high: Int) throws(ArrayError) {
    guard low < high else {
      throw .runtime("random_ expects 'from' to be less than 'to', but got from=\(low) >= to=\(high)")
    }
    array.storage.version += 1
    let range = UInt64(bitPattern: Int64(high &- low))
    let dtype = array.dtype
    let isWide = range >= 1 << 28
    forEachElement(of: array) { pointer in
      let draw = isWide ? self.word64() : UInt64(self.word())
      let value = Int(truncatingIfNeeded: draw % range) &+ low
      if dtype == .int64 {
        pointer.storeBytes(of: value, as: Int.self)
      } else {
        Scalar.int(value).store(to: pointer, as: dtype)
      }
    }
  }

  /// Integers over the whole range of the dtype that stays exact, `random_()` without bounds.
  package func random(into array: NDArray) throws(ArrayError) {
    array.storage.version += 1
    let dtype = array.dtype
    forEachElement(of: array) { pointer in
      let value: Int
      switch dtype {
      case .int64: value = Int(self.word64() % (1 << 63))
      case .float64: value = Int(self.word64() % ((1 << 53) + 1))
      case .bool: value = Int(self.word() & 1)
      case .float32, .complex64: value = Int(self.word() % ((1 << 24) + 1))
      case .float16: value = Int(self.word() % ((1 << 11) + 1))
      case .bfloat16: value = Int(self.word() % ((1 << 8) + 1))
      case .uint8: value = Int(self.word() % (1 << 8))
      case .int8: value = Int(self.word() % (1 << 7))
      case .int16: value = Int(self.word() % (1 << 15))
      case .int32: value = Int(self.word() % (1 << 31))
      case .complex128: value = Int(self.word64() % ((1 << 53) + 1))
      case .uint16: value = Int(self.word() % (1 << 16))
      case .uint32: value = Int(self.word())
      case .uint64: value = Int(bitPattern: UInt(self.word64()))
      case .complex32: value = Int(self.word() % ((1 << 11) + 1))
      }
      Scalar.int(value).store(to: pointer, as: dtype)
    }
  }

  /// A random order of `0..<count`.
  package func randperm(_ count: Int, _ dtype: DType) throws(ArrayError) -> NDArray {
    let result = try NDArray.empty(Dims(count), .int64)
    let base = result.pointer.assumingMemoryBound(to: Int.self)
    for index in 0..<count { base[index] = index }
    if count < 0xFFFF_FFFF / 20 {
      var index = 0
      while index < count - 1 {
        let other = index + Int(word() % UInt32(count - index))
        let value = base[index]
        base[index] = base[other]
        base[other] = value
        index += 1
      }
    } else {
      for index in 0..<count {
        let other = Int(word64() % UInt64(index + 1))
        base[index] = base[other]
        base[other] = index
      }
    }
    return try result.to(dtype)
  }
}
