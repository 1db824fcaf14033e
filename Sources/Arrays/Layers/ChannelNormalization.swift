import ArrayKernels

/// Normalisation of the channels of (N, C, …) and of rows, in loops that read their input once or twice.
extension NDArray {
  /// Samples, channels and numbers of a channel of one sample.
  private var channelSizes: (samples: Int, channels: Int, inner: Int) {
    let channels = shape[1]
    return (shape[0], channels, count / Swift.max(shape[0] &* channels, 1))
  }

  /// Whether the loops below take this array: one with rows to run along, of a channel or of all channels.
  package var hasChannelLoops: Bool {
    guard rank >= 2, count > 0, dtype == .float32 || dtype == .float64 else { return false }
    let lines = shape[0] &* shape[1]
    return count == lines || count >= 8 &* lines
  }

  /// Mean, and variance over n and over n - 1, of each channel.
  package func channelMoments() throws(ArrayError) -> (mean: NDArray, variance: NDArray, unbiased: NDArray) {
    let source = try contiguous()
    let (samples, channels, inner) = channelSizes
    let mean = try NDArray.empty(Dims(channels), .float64)
    let deviations = try NDArray.empty(Dims(channels), .float64)
    let (type, from) = (Int32(dtype.rawValue), source.pointer)
    let means = mean.pointer.assumingMemoryBound(to: Double.self)
    let squares = deviations.pointer.assumingMemoryBound(to: Double.self)
    let shares = samples > Settings.threadCount ? Settings.threadCount : 1
    _ = Threads.split(channels, grain: Swift.max(1, Threads.grain / Swift.max(1, samples &* inner))) { range in
      wick_channel_moments(
        type, from, samples, channels, inner, shares, means, squares, range.lowerBound, range.upperBound)
      return 0
    }
    let n = Double(samples &* inner)
    return (
      try mean.to(dtype), try NDArray.binary(.div, deviations, .double(n)).to(dtype),
      try NDArray.binary(.div, deviations, .double(n - 1)).to(dtype)
    )
  }

  /// Computes x * (scale * weight) + (bias - mean * scale * weight) with a number of each for every channel.
  package func channelNormalized(
    mean: NDArray, scale: NDArray, weight: NDArray?, bias: NDArray?
  ) throws(ArrayError) -> NDArray {
    let source = try contiguous()
    let (samples, channels, inner) = channelSizes
    let result = try NDArray.empty(shape, dtype)
    let (m, s) = (try mean.contiguous(), try scale.contiguous())
    let (w, b) = (try weight?.contiguous(), try bias?.contiguous())
    let (type, from, to) = (Int32(dtype.rawValue), source.pointer, result.pointer)
    let (means, scales, weights, biases) = (m.pointer, s.pointer, w?.pointer, b?.pointer)
    _ = Threads.split(samples &* channels, grain: Swift.max(1, Threads.grain / Swift.max(1, inner))) { range in
      wick_channel_normalize(
        type, from, to, channels, inner, means, scales, weights, biases, range.lowerBound, range.upperBound)
      return 0
    }
    return result
  }

  /// Gradients of x, weight and bias from the gradient of `channelNormalized`; those of x only when wanted.
  ///
  /// With `isFixed` mean and scale do not depend on x.
  package func channelNormalizedBackward(
    _ gradient: NDArray, mean: NDArray, scale: NDArray, weight: NDArray?, isFixed: Bool, needsInput: Bool
  ) throws(ArrayError) -> (x: NDArray?, weight: NDArray, bias: NDArray) {
    let (source, slopes) = (try contiguous(), try gradient.contiguous())
    let (samples, channels, inner) = channelSizes
    let (m, s, w) = (try mean.contiguous(), try scale.contiguous(), try weight?.contiguous())
    let sum = try NDArray.empty(Dims(channels), .float64)
    let turn = try NDArray.empty(Dims(channels), .float64)
    let (type, from, along) = (Int32(dtype.rawValue), source.pointer, slopes.pointer)
    let (means, scales, weights) = (m.pointer, s.pointer, w?.pointer)
    let sums = sum.pointer.assumingMemoryBound(to: Double.self)
    let turns = turn.pointer.assumingMemoryBound(to: Double.self)
    _ = Threads.split(channels, grain: Swift.max(1, Threads.grain / Swift.max(1, samples &* inner))) { range in
      wick_channel_slopes(
        type, from, along, samples, channels, inner, means, scales, sums, turns, range.lowerBound, range.upperBound)
      return 0
    }
    var result: NDArray?
    if needsInput {
      let target = try NDArray.empty(shape, dtype)
      let to = target.pointer
      _ = Threads.split(samples &* channels, grain: Swift.max(1, Threads.grain / Swift.max(1, inner))) { range in
        wick_channel_backward(
          type, from, along, to, samples, channels, inner, means, scales, weights, isFixed ? nil : sums,
          isFixed ? nil : turns, range.lowerBound, range.upperBound)
        return 0
      }
      result = target
    }
    return (result, try turn.to(dtype), try sum.to(dtype))
  }

  /// Gradients of rows of `n` normalised, scaled and shifted numbers: those of x, of the weight and of the bias where wanted;
  /// nil when the loops do not take the arrays.
  package func rowsNormalizedBackward(
    _ gradient: NDArray, _ n: Int, mean: NDArray, scale: NDArray, weight: NDArray?, needsInput: Bool, needsScale: Bool
  ) throws(ArrayError) -> (x: NDArray?, weight: NDArray?, bias: NDArray?)? {
    guard dtype == .float32 || dtype == .float64, gradient.dtype == dtype, n > 0, count > 0 else { return nil }
    guard weight == nil || weight?.dtype == dtype, mean.dtype == dtype, mean.count &* n == count else { return nil }
    let (source, slopes) = (try contiguous(), try gradient.contiguous())
    let (m, s, w) = (try mean.contiguous(), try scale.contiguous(), try weight?.contiguous())
    let result = needsInput ? try NDArray.empty(shape, dtype) : nil
    let rows = count / n
    let pieces = Swift.max(1, Swift.min(Settings.threadCount, count / Threads.grain))
    let sums = needsScale ? try NDArray.zeros(Dims(pieces, 2, n), .float64) : nil
    let (type, from, along, to) = (Int32(dtype.rawValue), source.pointer, slopes.pointer, result?.pointer)
    let (means, scales, weights) = (m.pointer, s.pointer, w?.pointer)
    let totals = sums?.pointer.assumingMemoryBound(to: Double.self)
    _ = Threads.split(pieces, grain: 1) { range in
      for piece in range {
        let own = totals.map { $0 + piece &* 2 &* n }
        wick_layer_backward(
          type, from, along, to, means, scales, weights, own, own.map { $0 + n }, n, piece &* rows / pieces,
          (piece + 1) &* rows / pieces)
      }
      return 0
    }
    let both = try sums?.sum(Dims(0)).to(dtype)
    return (result, try both?.select(0, 0), try both?.select(0, 1))
  }

  /// Multiplies contiguous rows of `n` numbers by a weight and adds a bias, in place.
  package func scaleRows(_ n: Int, weight: NDArray?, bias: NDArray?) throws(ArrayError) {
    let (w, b) = (try weight?.contiguous(), try bias?.contiguous())
    let (type, to, bytes) = (Int32(dtype.rawValue), pointer, n &* dtype.size)
    let (weights, biases) = (w?.pointer, b?.pointer)
    _ = Threads.split(count / n, grain: Swift.max(1, Threads.grain / n)) { range in
      for row in range { wick_scale_row(type, to + row &* bytes, weights, biases, n) }
      return 0
    }
  }
}
