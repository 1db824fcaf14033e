import ArrayKernels

/// Sizes of a convolution of float32 or float64 numbers over up to three spatial dimensions, and the three computations on
/// it, which lay no windows out as columns (see `ArrayKernels/convolution_loops.h`).
package struct ConvolutionShape {
  private var sizes = wick_conv_shape()
  private let inputShape: Dims
  private let outputShape: Dims
  private let weightShape: Dims
  /// Multiplications for one number of the output.
  private let depth: Int

  /// Work below this many multiplications stays on one thread.
  private static let grain = 200_000

  /// nil: another dtype, more dimensions, or sizes that no field in memory could have.
  package init?(
    dtype: DType, samples: Int, groups: Int, inChannels: Int, outChannels: Int, input: [Int], output: [Int],
    kernel: [Int], stride: [Int], padding: [Int], dilation: [Int]
  ) {
    guard dtype == .float32 || dtype == .float64 || dtype.isReducedFloat, input.count <= 3, groups > 0 else { return nil }
    guard inChannels % groups == 0, outChannels % groups == 0 else { return nil }
    inputShape = Dims([samples, inChannels] + input)
    outputShape = Dims([samples, outChannels] + output)
    weightShape = Dims([outChannels, inChannels / groups] + kernel)
    let missing = 3 - input.count
    var (field, work) = (Swift.max(inChannels, outChannels), inChannels / groups)
    for dim in 0..<input.count {
      let sizes = [input[dim], output[dim], kernel[dim], stride[dim], padding[dim], dilation[dim]]
      guard sizes.allSatisfy({ $0 >= 0 && $0 < 1 << 28 }), stride[dim] > 0, dilation[dim] > 0, input[dim] > 0 else {
        return nil
      }
      // Both kinds of fields: the padded input, and the output with what the kernel reaches over.
      let reach = (kernel[dim] &- 1) &* dilation[dim]
      let padded = input[dim] &+ 2 &* padding[dim] &+ stride[dim] &+ reach
      guard reach < 1 << 28, let wide = product(field, padded), let more = product(work, kernel[dim]) else { return nil }
      (field, work) = (wide, more)
    }
    guard field < 1 << 31, stride.reduce(1, { $0 &* $1 }) <= 4096, work > 0, outChannels > 0 else { return nil }
    depth = work
    // Numbers of an absent dimension: size, stride, dilation 1, no padding.
    func three(_ values: [Int], _ absent: Int) -> (Int, Int, Int) {
      let all = [Int](repeating: absent, count: missing) + values
      return (all[0], all[1], all[2])
    }
    sizes.dtype = Int32(dtype == .float64 ? DType.float64.rawValue : DType.float32.rawValue)
    (sizes.samples, sizes.groups, sizes.in_channels, sizes.out_channels) = (samples, groups, inChannels, outChannels)
    (sizes.in, sizes.out) = (three(input, 1), three(output, 1))
    (sizes.kernel, sizes.stride) = (three(kernel, 1), three(stride, 1))
    (sizes.padding, sizes.dilation) = (three(padding, 0), three(dilation, 1))
  }

  /// Convolves an input, and adds a number to each channel.
  package func forward(_ x: NDArray, _ weight: NDArray, bias: NDArray? = nil) throws(ArrayError) -> NDArray {
    let (kernel, addends) = (try weight.contiguous(), try bias?.contiguous())
    return try run(x, addends, outputShape, withUnsafePointer(to: sizes) { wick_conv_forward($0, kernel.pointer) })
  }

  /// Computes the gradient of the input from that of the output.
  package func inputGradient(_ g: NDArray, _ weight: NDArray) throws(ArrayError) -> NDArray {
    let kernel = try weight.contiguous()
    return try run(g, nil, inputShape, withUnsafePointer(to: sizes) { wick_conv_input_gradient($0, kernel.pointer) })
  }

  private func run(
    _ x: NDArray, _ bias: NDArray?, _ shape: Dims, _ plan: OpaquePointer?
  ) throws(ArrayError) -> NDArray {
    guard let plan else { throw Storage.outOfMemory(byteCount: inputShape.product ?? Int.max) }
    defer { wick_conv_free(plan) }
    let source = try x.contiguous()
    let result = try NDArray.empty(shape, x.dtype)
    let parts = wick_conv_parts(plan)
    // The gradient of the input has as many multiplications as the output.
    let work = (outputShape.product ?? 0) / Swift.max(parts, 1) &* depth
    let (from, to, addends) = (source.pointer, result.pointer, bias?.pointer)
    let status = Threads.split(parts, grain: Swift.max(1, ConvolutionShape.grain / Swift.max(work, 1))) { range in
      wick_conv_run(plan, from, addends, to, range.lowerBound, range.upperBound) == 0 ? 1 : 0
    }
    guard status == 0 else { throw Storage.outOfMemory(byteCount: inputShape.product ?? Int.max) }
    return result
  }

  /// Computes the gradient of the weight.
  package func weightGradient(_ x: NDArray, _ g: NDArray) throws(ArrayError) -> NDArray {
    let (source, slopes) = (try x.contiguous(), try g.contiguous())
    let (samples, channels) = (sizes.samples, sizes.out_channels)
    let work = (outputShape.product ?? 0) / Swift.max(samples, 1) &* depth
    let most = Swift.min(Settings.threadCount, Swift.max(1, work &* samples / ConvolutionShape.grain))
    // Every thread sums its own samples, or all samples for its own channels.
    let bySamples = samples >= most && (samples % most == 0 || samples >= 4 &* most)
    let pieces = bySamples ? most : Swift.min(most, (channels + 3) / 4)
    let total = try NDArray.zeros(weightShape, x.dtype)
    let others = try NDArray.zeros(Dims(bySamples ? pieces - 1 : 0, total.count), x.dtype)
    let (from, along, first, rest) = (source.pointer, slopes.pointer, total.pointer, others.pointer)
    let (bytes, width) = (total.count &* x.dtype.size, bySamples ? 0 : (channels + 4 &* pieces - 1) / (4 &* pieces) &* 4)
    let status = withUnsafePointer(to: sizes) { sizes in
      Threads.split(pieces, grain: 1) { range in
        for piece in range {
          let target = piece == 0 || !bySamples ? first : rest + (piece - 1) &* bytes
          let (low, high) = bySamples ? (piece * samples / pieces, (piece + 1) * samples / pieces) : (0, samples)
          let begin = bySamples ? 0 : Swift.min(piece * width, channels)
          let end = bySamples ? channels : Swift.min(begin + width, channels)
          if wick_conv_weight_gradient(sizes, from, along, target, low, high, begin, end) == 0 { return 1 }
        }
        return 0
      }
    }
    guard status == 0 else { throw Storage.outOfMemory(byteCount: inputShape.product ?? Int.max) }
    for piece in 0..<others.shape[0] { try total.binaryInPlace(.add, others.select(0, piece).reshape(weightShape)) }
    total.storage.version = 0
    return total
  }
}

/// Product of two sizes; nil when it overflows.
private func product(_ a: Int, _ b: Int) -> Int? {
  let (result, overflow) = a.multipliedReportingOverflow(by: b)
  return overflow ? nil : result
}
