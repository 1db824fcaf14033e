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
          loop, target + first * outSize, outSize, left + first * size, size, right + first * size, size, range.count,
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
    let walk = Loop([out, a, b], shape: out.layout.shape)
    return withParameters(parameters) { parameters in
      walk.run { pointers, steps, n in
        call(loop, pointers[0], steps[0], pointers[1], steps[1], pointers[2], steps[2], n, parameters)
      }
    }
  }

  /// Runs over one array and a number, which stands left or right of the operator.
  static func run(
    _ loop: wick_binary_loop, _ out: NDArray, _ a: NDArray, number: UnsafeMutableRawPointer, isLeft: Bool,
    _ parameters: UnsafePointer<wick_params>?
  ) -> Int32 {
    let size = a.dtype.size
    let outSize = out.dtype.size
    if a.isContiguous && out.isContiguous
      || a.strides == out.strides && out.layout.shape == a.layout.shape && out.layout.isNonOverlappingAndDense
    {
      let count = out.layout.count
      let (target, source) = (out.pointer, a.pointer)
      let run: (Range<Int>) -> Int32 = { range in
        let o = target + range.lowerBound * outSize
        let s = source + range.lowerBound * size
        return isLeft
          ? call(loop, o, outSize, number, 0, s, size, range.count, parameters)
          : call(loop, o, outSize, s, size, number, 0, range.count, parameters)
      }
      return count < Threads.grain ? run(0..<count) : Threads.split(count, run)
    }
    let walk = Loop([out, a], shape: out.layout.shape)
    return walk.run { pointers, steps, n in
      isLeft
        ? call(loop, pointers[0], steps[0], number, 0, pointers[1], steps[1], n, parameters)
        : call(loop, pointers[0], steps[0], pointers[1], steps[1], number, 0, n, parameters)
    }
  }

  @inline(__always)
  private static func call(
    _ loop: wick_binary_loop, _ out: UnsafeMutableRawPointer, _ outStep: Int, _ a: UnsafeMutableRawPointer,
    _ aStep: Int, _ b: UnsafeMutableRawPointer, _ bStep: Int, _ n: Int, _ parameters: UnsafePointer<wick_params>?
  ) -> Int32 {
    loop(
      out.assumingMemoryBound(to: CChar.self), outStep, a.assumingMemoryBound(to: CChar.self), aStep,
      b.assumingMemoryBound(to: CChar.self), bStep, n, parameters)
  }
}
