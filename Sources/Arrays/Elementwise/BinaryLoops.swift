import ArrayKernels

/// How binary C loops are run over arrays.
extension NDArray {
  static func withParameters<R>(_ parameters: Parameters?, _ body: (UnsafePointer<wick_params>?) -> R) -> R {
    guard let parameters else { return body(nil) }
    return parameters.withPointer { body($0) }
  }

  /// Runs over three row-major arrays of one shape.
  static func runDense(
    _ loop: wick_binary_loop, _ out: NDArray, _ a: NDArray, _ b: NDArray, _ parameters: Parameters?
  ) -> Int32 {
    let count = out.layout.count
    let size = a.dtype.size
    let outSize = out.dtype.size
    let (target, left, right) = (out.pointer, a.pointer, b.pointer)
    if count < Threads.grain {
      return withParameters(parameters) { call(loop, target, outSize, left, size, right, size, count, $0) }
    }
    return withParameters(parameters) { parameters in
      Threads.split(count) { range in
        let first = range.lowerBound
        return call(
          loop, target + first * outSize, outSize, left + first * size, size, right + first * size, size,
          range.count,
          parameters)
      }
    }
  }

  /// Runs over arrays of any layout; the inputs broadcast to the output's shape.
  static func run(
    _ loop: wick_binary_loop, _ out: NDArray, _ a: NDArray, _ b: NDArray, _ parameters: Parameters?
  ) -> Int32 {
    if a.layout.shape == b.layout.shape && out.layout.shape == a.layout.shape {
      if a.isContiguous && b.isContiguous && out.isContiguous { return runDense(loop, out, a, b, parameters) }
      if a.strides == b.strides && out.strides == a.strides && out.layout.isNonOverlappingAndDense {
        return runDense(loop, out, a, b, parameters)
      }
    }
    if out.isContiguous && a.isContiguous && a.layout.shape == out.layout.shape && b.isContiguous,
      let columns = b.trailingCount(in: out.layout.shape)
    {
      return runRows(loop, out, a, b, columns, parameters)
    }
    let walk = Loop([out, a, b], shape: out.layout.shape)
    return withParameters(parameters) { parameters in
      walk.run { pointers, steps, n in
        call(loop, pointers[0], steps[0], pointers[1], steps[1], pointers[2], steps[2], n, parameters)
      }
    }
  }

  /// Number of elements when the shape is the end of another shape, so that rows of the other line up with it.
  private func trailingCount(in shape: Dims) -> Int? {
    let own = layout.shape
    let lead = shape.count - own.count
    if lead < 0 { return nil }
    var dim = 0
    while dim < own.count {
      if own[dim] != shape[dim + lead] { return nil }
      dim += 1
    }
    return layout.count
  }

  /// Runs over a row-major array and a shorter one that repeats along it: adding a bias, scaling by a scalar array.
  private static func runRows(
    _ loop: wick_binary_loop, _ out: NDArray, _ a: NDArray, _ b: NDArray, _ columns: Int,
    _ parameters: Parameters?
  ) -> Int32 {
    let count = out.layout.count
    if count == 0 { return 0 }
    let (size, outSize) = (a.dtype.size, out.dtype.size)
    let (target, left, right) = (out.pointer, a.pointer, b.pointer)
    return withParameters(parameters) { parameters in
      if columns == 1 { return runDense(loop, out, a, number: right, isLeft: false, parameters) }
      let grain = Swift.max(1, Threads.grain / columns)
      return Threads.split(count / columns, grain: grain) { range in
        for row in range {
          let first = row * columns
          let status = call(
            loop, target + first * outSize, outSize, left + first * size, size, right, size, columns,
            parameters)
          if status != 0 { return status }
        }
        return 0
      }
    }
  }

  /// Runs over one array and a number, which stands left or right of the operator.
  static func run(
    _ loop: wick_binary_loop, _ out: NDArray, _ a: NDArray, number: UnsafeMutableRawPointer, isLeft: Bool,
    _ parameters: UnsafePointer<wick_params>?
  ) -> Int32 {
    if a.isContiguous && out.isContiguous
      || a.strides == out.strides && out.layout.shape == a.layout.shape && out.layout.isNonOverlappingAndDense
    {
      return runDense(loop, out, a, number: number, isLeft: isLeft, parameters)
    }
    let walk = Loop([out, a], shape: out.layout.shape)
    return walk.run { pointers, steps, n in
      isLeft
        ? call(loop, pointers[0], steps[0], number, 0, pointers[1], steps[1], n, parameters)
        : call(loop, pointers[0], steps[0], pointers[1], steps[1], number, 0, n, parameters)
    }
  }

  /// Runs over one dense array and a number.
  static func runDense(
    _ loop: wick_binary_loop, _ out: NDArray, _ a: NDArray, number: UnsafeMutableRawPointer, isLeft: Bool,
    _ parameters: UnsafePointer<wick_params>?
  ) -> Int32 {
    let size = a.dtype.size
    let outSize = out.dtype.size
    let count = out.layout.count
    let (target, source) = (out.pointer, a.pointer)
    if count < Threads.grain {
      return isLeft
        ? call(loop, target, outSize, number, 0, source, size, count, parameters)
        : call(loop, target, outSize, source, size, number, 0, count, parameters)
    }
    return Threads.split(count) { range in
      let o = target + range.lowerBound * outSize
      let s = source + range.lowerBound * size
      return isLeft
        ? call(loop, o, outSize, number, 0, s, size, range.count, parameters)
        : call(loop, o, outSize, s, size, number, 0, range.count, parameters)
    }
  }

  @inline(__always)
  private static func call(
    _ loop: wick_binary_loop, _ out: UnsafeMutableRawPointer, _ outStep: Int, _ a: UnsafeMutableRawPointer,
    _ aStep: Int, _ b: UnsafeMutableRawPointer, _ bStep: Int, _ n: Int,
    _ parameters: UnsafePointer<wick_params>?
  ) -> Int32 {
    loop(
      out.assumingMemoryBound(to: CChar.self), outStep, a.assumingMemoryBound(to: CChar.self), aStep,
      b.assumingMemoryBound(to: CChar.self), bStep, n, parameters)
  }
}
