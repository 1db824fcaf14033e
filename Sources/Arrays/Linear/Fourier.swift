import ArrayKernels
import Glibc

/// Discrete Fourier transforms in double: powers of two by halving, other lengths by the sum itself while they are short
/// and as a convolution (Bluestein) else.
struct FourierPlan {
  fileprivate let length: Int
  fileprivate let isInverse: Bool
  /// Whether the sum is computed as it is written.
  private let isShort: Bool
  /// Power of two the transform runs at.
  private let size: Int
  /// e^(∓2πi k / size) for the first half of k.
  private let roots: [Wave]
  /// Bluestein's chirp and the transform of its conjugate; empty for powers of two.
  private var chirp: [Wave] = []
  private var filter: [Wave] = []

  /// A complex number.
  struct Wave {
    var re: Double
    var im: Double

    init(_ re: Double, _ im: Double) {
      self.re = re
      self.im = im
    }

    static func * (a: Wave, b: Wave) -> Wave { Wave(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re) }
    static func + (a: Wave, b: Wave) -> Wave { Wave(a.re + b.re, a.im + b.im) }
    static func - (a: Wave, b: Wave) -> Wave { Wave(a.re - b.re, a.im - b.im) }
    var conjugate: Wave { Wave(re, -im) }

    /// The unit wave at a fraction of the circle.
    init(turn numerator: Int, of denominator: Int, sign: Double) {
      // Quarters of the circle exactly, so that what is zero comes out as zero.
      if (4 &* numerator) % denominator == 0 {
        switch (4 &* numerator / denominator) % 4 {
        case 0: self.init(1, 0)
        case 1: self.init(0, sign)
        case 2: self.init(-1, 0)
        default: self.init(0, -sign)
        }
        return
      }
      let angle = sign * 2 * Double.pi * Double(numerator) / Double(denominator)
      self.init(cos(angle), sin(angle))
    }
  }

  init(length: Int, isInverse: Bool) {
    self.length = length
    self.isInverse = isInverse
    let isPower = length & (length - 1) == 0
    isShort = !isPower && length <= 64
    if isShort {
      size = length
      roots = (0..<length).map { Wave(turn: $0, of: length, sign: isInverse ? 1 : -1) }
      return
    }
    var size = 1
    while size < (isPower ? length : 2 * length - 1) { size *= 2 }
    self.size = size
    let sign: Double = isInverse ? 1 : -1
    // Bluestein's inner transforms are always forward.
    let inner: Double = isPower ? sign : -1
    let total = size
    roots = (0..<Swift.max(size / 2, 1)).map { Wave(turn: $0, of: total, sign: inner) }
    if isPower { return }
    // k^2 mod 2n keeps the angle exact for large k.
    chirp = (0..<length).map { Wave(turn: ($0 &* $0) % (2 * length), of: 2 * length, sign: sign) }
    var padded = [Wave](repeating: Wave(0, 0), count: size)
    for k in 0..<length {
      padded[k] = chirp[k].conjugate
      if k > 0 { padded[size - k] = chirp[k].conjugate }
    }
    run(&padded)
    filter = padded
  }

  /// Transforms `length` numbers in place, without scaling.
  func transform(_ data: inout [Wave]) {
    if length < 2 { return }
    if isShort {
      let given = data
      for k in 0..<length {
        var total = given[0]
        for j in 1..<length { total = total + given[j] * roots[(j * k) % length] }
        data[k] = total
      }
      return
    }
    if chirp.isEmpty { return run(&data) }
    var padded = [Wave](repeating: Wave(0, 0), count: size)
    for k in 0..<length { padded[k] = data[k] * chirp[k] }
    run(&padded)
    for k in 0..<size { padded[k] = (padded[k] * filter[k]).conjugate }
    run(&padded)
    let scale = 1 / Double(size)
    for k in 0..<length { data[k] = Wave(padded[k].re * scale, -padded[k].im * scale) * chirp[k] }
  }

  /// The power-of-two transform: bit reversal, then butterflies of doubling width.
  private func run(_ data: inout [Wave]) {
    let n = size
    if !chirp.isEmpty, let plan = Transforms.plan(n, false) {
      let given = data
      given.withUnsafeBytes { from in
        data.withUnsafeMutableBytes { to in
          guard let from = from.baseAddress, let to = to.baseAddress else { return }
          wick_fft_run(plan, from.assumingMemoryBound(to: Double.self), to.assumingMemoryBound(to: Double.self), 1)
        }
      }
      return
    }
    var reversed = 0
    for index in 1..<Swift.max(n, 1) {
      var bit = n >> 1
      while reversed & bit != 0 {
        reversed ^= bit
        bit >>= 1
      }
      reversed |= bit
      if index < reversed { data.swapAt(index, reversed) }
    }
    var half = 1
    while half < n {
      let stride = n / (2 * half)
      var start = 0
      while start < n {
        for k in 0..<half {
          let odd = data[start + k + half] * roots[k * stride]
          let even = data[start + k]
          data[start + k] = even + odd
          data[start + k + half] = even - odd
        }
        start += 2 * half
      }
      half *= 2
    }
  }
}

extension NDArray {
  /// Fourier transform along a dimension times a scale; real arrays become complex first.
  package func fft(_ dim: Int = -1, inverse: Bool = false, scale: Double = 1) throws(ArrayError) -> NDArray {
    let axis = try normalize(dim: dim)
    let isReal = !dtype.isComplex
    let target = dtype.isComplex ? dtype : (dtype.isIntegral ? Settings.defaultDType : dtype).complexType
    guard rank > 0 else { throw .runtime("Expected more than 0 dimensions for a Fourier transform") }
    let n = shape[axis]
    guard n > 0 else { throw .runtime("Invalid number of data points (\(n)) specified") }
    guard n < 1 << 30 else { throw Storage.outOfMemory(byteCount: Int.max) }
    if let result = try shortLines(axis, target, inverse: inverse, scale: scale) { return result }
    if n > 64, n % 2 == 0, isReal, let plan = Transforms.plan(n / 2, false) {
      let rows = try to(.float64).transpose(axis, rank - 1).contiguous()
      let result = try NDArray.empty(rows.shape, target == .complex64 ? .complex64 : .complex128)
      let room = try NDArray.empty([8, n], .float64)
      let done = wick_fft_real(
        plan, rows.pointer.assumingMemoryBound(to: Double.self), room.pointer.assumingMemoryBound(to: Double.self),
        result.pointer, rows.count / n, inverse ? 1 : 0, target == .complex64 ? 1 : 0, scale)
      guard done == 1 else { throw Storage.outOfMemory(byteCount: n &* 16) }
      return try result.transpose(axis, rank - 1).contiguous().to(target)
    }
    if n > 64, let plan = Transforms.plan(n, inverse) {
      let rows = try to(.complex128).transpose(axis, rank - 1).contiguous()
      let result = try NDArray.empty(rows.shape, .complex128)
      let (from, out) = (rows.pointer.assumingMemoryBound(to: Double.self), result.pointer.assumingMemoryBound(to: Double.self))
      wick_fft_run(plan, from, out, rows.count / n)
      for row in 0..<(rows.count / n) {
        let line = out + 2 * row * n
        if isReal {
          line[1] = 0
          if n % 2 == 0 { line[n + 1] = 0 }
          for k in 1..<(n - n / 2) {
            line[2 * (n - k)] = line[2 * k]
            line[2 * (n - k) + 1] = -line[2 * k + 1]
          }
        }
        if scale != 1 { for k in 0..<(2 * n) { line[k] *= scale } }
      }
      return try result.transpose(axis, rank - 1).contiguous().to(target)
    }
    let rows = try to(.complex128).transpose(axis, rank - 1).contiguousCopy()
    let plan = Transforms.chirp(n, inverse)
    let base = rows.pointer.assumingMemoryBound(to: Double.self)
    var line = [FourierPlan.Wave](repeating: FourierPlan.Wave(0, 0), count: n)
    for row in 0..<(rows.count / n) {
      let start = base + 2 * row * n
      for k in 0..<n { line[k] = FourierPlan.Wave(start[2 * k], start[2 * k + 1]) }
      plan.transform(&line)
      if isReal {
        // The transform of real numbers is symmetric; so is its rounding here.
        line[0].im = 0
        if n % 2 == 0 { line[n / 2].im = 0 }
        for k in 1..<Swift.max(n - n / 2, 1) { line[n - k] = line[k].conjugate }
      }
      for k in 0..<n {
        start[2 * k] = line[k].re * scale
        start[2 * k + 1] = line[k].im * scale
      }
    }
    return try rows.transpose(axis, rank - 1).contiguous().to(target)
  }

  /// The first half of the transform of real numbers along a dimension, times a scale.
  package func rfft(_ dim: Int = -1, scale: Double = 1) throws(ArrayError) -> NDArray {
    let axis = try normalize(dim: dim)
    let n = rank > 0 ? shape[axis] : 0
    if n > 0, !dtype.isComplex {
      let target = (dtype.isIntegral ? Settings.defaultDType : dtype).complexType
      if let result = try shortLines(axis, target, inverse: false, scale: scale, half: true) { return result }
    }
    return try fft(axis, scale: scale).narrow(axis, start: 0, length: n / 2 + 1).contiguousCopy()
  }

  /// Transforms of a length below 4096 with small prime factors, or of few numbers: lines as they lie. nil: not such.
  private func shortLines(
    _ axis: Int, _ target: DType, inverse: Bool, scale: Double, half: Bool = false
  ) throws(ArrayError) -> NDArray? {
    let n = shape[axis]
    let isReal = !dtype.isComplex
    if n >= 4096 { return nil }
    guard let plan = Transforms.plan(n, inverse && !isReal) else { return nil }
    let isNarrow = target == .complex64
    let wanted: DType = isReal ? (isNarrow ? .float32 : .float64) : (isNarrow ? .complex64 : .complex128)
    guard dtype == wanted || dtype.isIntegral || dtype == .float16 || dtype == .bfloat16 else { return nil }
    // Lines that do not lie in a row meet a page for each number: they are turned around first, and back.
    if axis < rank - 1, count >= 2048 {
      let turned = try to(wanted).transpose(axis, rank - 1).contiguous()
      guard let result = try turned.shortLines(rank - 1, target, inverse: inverse, scale: scale, half: half) else { return nil }
      return try result.transpose(axis, rank - 1).contiguous()
    }
    let input = try to(wanted).contiguous()
    let made: DType = isNarrow ? .complex64 : .complex128
    var wholeShape = input.shape
    if half { wholeShape[axis] = n / 2 + 1 }
    let result = try NDArray.empty(wholeShape, made)
    var inner = 1
    for dim in (axis + 1)..<Swift.max(rank, axis + 1) { inner *= shape[dim] }
    let lines = input.count / n
    if lines > 0 {
      let (from, to) = (input.pointer, result.pointer)
      let (outer, beside) = (lines / inner, inner)
      // Whole groups of sixteen lines, as many as lie side by side in the lanes of floats.
      let groups = (lines + 15) / 16
      let status = Threads.split(groups, grain: Swift.max(1, Threads.grain / (16 * n))) { range in
        let done = wick_fft_lines(
          plan, from, to, isReal ? 1 : 0, isNarrow ? 1 : 0, outer, beside, inverse ? 1 : 0, scale, half ? 1 : 0,
          range.lowerBound &* 16, Swift.min(range.upperBound &* 16, lines))
        return done == 0 ? 1 : 0
      }
      if status != 0 { return nil }
    }
    return try result.to(target)
  }
}

/// The plans used last: their tables of roots take longer than a transform.
///
/// Invariant: only the holder of the interpreter lock transforms.
private enum Transforms {
  private struct Kept {
    let length: Int
    let isInverse: Bool
    let plan: OpaquePointer
  }

  nonisolated(unsafe) private static var kept: [Kept] = []
  /// Plans of Bluestein's form, for lengths with large prime factors.
  nonisolated(unsafe) private static var chirps: [FourierPlan] = []
  /// Lengths beyond this are kept one at a time: their tables are large.
  private static var long: Int { 1 << 14 }

  /// A plan, or nil when the length has a large prime factor.
  static func plan(_ n: Int, _ inverse: Bool) -> OpaquePointer? {
    for entry in kept where entry.length == n && entry.isInverse == inverse { return entry.plan }
    guard let made = wick_fft_make(n, inverse ? 1 : 0) else { return nil }
    if let place = kept.firstIndex(where: { kept.count >= 16 || n > long && $0.length > long }) {
      wick_fft_free(kept.remove(at: place).plan)
    }
    kept.append(Kept(length: n, isInverse: inverse, plan: made))
    return made
  }

  /// A plan for any length.
  static func chirp(_ n: Int, _ inverse: Bool) -> FourierPlan {
    for plan in chirps where plan.length == n && plan.isInverse == inverse { return plan }
    let made = FourierPlan(length: n, isInverse: inverse)
    if n > long { return made }
    if chirps.count >= 4 { chirps.removeFirst() }
    chirps.append(made)
    return made
  }
}
