import ArrayKernels
import Glibc

/// Source of random numbers, torch's to the bit: MT19937 and the draws built on it.
///
/// Seeding uses the low 32 bits only; the full seed is kept for `initialSeed`. One normal number may wait in the
/// generator, because Box-Muller makes two.
public final class Generator {
  /// Seed of a generator nobody seeded.
  package static let defaultSeed: UInt64 = 67_280_421_310_721
  static let stateSize = 624

  private let words: UnsafeMutablePointer<UInt32>
  private var next: Int
  /// Whether no word was drawn since seeding; torch writes this into the state.
  private var isFresh: Bool
  package private(set) var initialSeed: UInt64
  package var cachedNormal: Double?
  /// Blocks of words made so far.
  private var blocks = 0

  /// A number that changes with every draw, for those who ask whether any was made.
  package var mark: Int { (blocks &* 1024 &+ next) &* 2 &+ (cachedNormal == nil ? 0 : 1) }

  /// Makes a generator whose stream starts at a seed.
  public init(seed: UInt64 = 67_280_421_310_721) {
    words = .allocate(capacity: Generator.stateSize)
    next = Generator.stateSize
    isFresh = true
    initialSeed = seed
    manualSeed(seed)
  }

  deinit { words.deallocate() }

  /// Starts the stream of a seed anew.
  public func manualSeed(_ seed: UInt64) {
    initialSeed = seed
    var value = UInt32(truncatingIfNeeded: seed)
    words[0] = value
    for index in 1..<Generator.stateSize {
      value = 1_812_433_253 &* (value ^ (value >> 30)) &+ UInt32(index)
      words[index] = value
    }
    next = Generator.stateSize
    isFresh = true
    cachedNormal = nil
  }

  /// Draws 32 bits.
  @inline(__always)
  package func word() -> UInt32 {
    if next == Generator.stateSize {
      wick_mt19937_refill(words)
      blocks &+= 1
      next = 0
      isFresh = false
    }
    var y = words[next]
    next &+= 1
    y ^= y >> 11
    y ^= (y << 7) & 0x9D2C_5680
    y ^= (y << 15) & 0xEFC6_0000
    return y ^ (y >> 18)
  }

  /// Draws 64 bits; the first word is the high half.
  @inline(__always)
  package func word64() -> UInt64 {
    let high = UInt64(word())
    return (high << 32) | UInt64(word())
  }

  /// A uniform float32 number of 24 bits in [0, 1).
  @inline(__always)
  package func uniform24() -> Float { Float(word() & 0xFF_FFFF) * 0x1p-24 }

  /// Draws uniform float32 numbers of 24 bits in [0, 1), many at a time.
  package func uniforms(_ target: UnsafeMutablePointer<Float>, _ count: Int) {
    var done = 0
    while done < count {
      if next == Generator.stateSize {
        wick_mt19937_refill(words)
        blocks &+= 1
        next = 0
        isFresh = false
      }
      let part = Swift.min(count &- done, Generator.stateSize &- next)
      wick_mt19937_floats(words + next, target + done, part)
      next &+= part
      done &+= part
    }
  }

  /// A uniform double of 53 bits in [0, 1).
  @inline(__always)
  package func uniform53() -> Double { Double(word64() & 0x1F_FFFF_FFFF_FFFF) * 0x1p-53 }

  /// A normal number by Box-Muller; its twin waits for the next call.
  package func normal(mean: Double, std: Double) -> Double {
    let value: Double
    if let cached = cachedNormal {
      value = cached
      cachedNormal = nil
    } else {
      let u1 = uniform53()
      let u2 = uniform53()
      let radius = (-2.0 * log1p(-u2)).squareRoot()
      let angle = 2.0 * Double.pi * u1
      cachedNormal = radius * sin(angle)
      value = radius * cos(angle)
    }
    return mean.addingProduct(value, std)
  }

  /// A random int64 as `torch.empty((), dtype=torch.int64).random_()` draws it.
  package func randomInt64() -> Int { Int(word64() % (1 << 63)) }

  /// The 5,056 bytes of `torch.get_rng_state()`.
  package var state: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(5056)
    func put<T: FixedWidthInteger>(_ value: T) {
      withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }
    put(initialSeed)
    put(Int32(isFresh ? 1 : Generator.stateSize + 1 - next))
    put(Int32(1))
    put(UInt64(isFresh ? 0 : next))
    for index in 0..<Generator.stateSize { put(UInt64(words[index])) }
    put(UInt64(0))
    put((cachedNormal ?? 0).bitPattern)
    put(UInt64(0))
    put(Int32(cachedNormal == nil ? 0 : 1))
    put(Int32(0))
    put(UInt64(0))
    bytes.append(contentsOf: [UInt8](repeating: 0, count: 5056 - bytes.count))
    return bytes
  }

  /// Restores what `state` wrote.
  package func restore(_ bytes: [UInt8]) throws(ArrayError) {
    guard bytes.count == 5056 || bytes.count == 5048 else {
      throw .runtime(
        "Expected a CPUGeneratorImplState of size 5056 or a CPUGeneratorImplStateLegacy of size 5048 but found the "
          + "input RNG state size to be \(bytes.count)")
    }
    func read<T: FixedWidthInteger>(_ offset: Int, _ type: T.Type) -> T {
      bytes.withUnsafeBytes { T(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: T.self)) }
    }
    let left = Int(read(8, Int32.self))
    let position = read(16, UInt64.self)
    guard read(12, Int32.self) == 1, left > 0, left <= Generator.stateSize, position <= 624 else {
      throw .runtime("Invalid mt19937 state")
    }
    initialSeed = read(0, UInt64.self)
    for index in 0..<Generator.stateSize {
      words[index] = UInt32(truncatingIfNeeded: read(24 + 8 * index, UInt64.self))
    }
    isFresh = left == 1 && position == 0
    next = isFresh ? Generator.stateSize : Int(position)
    let tail = 24 + 8 * Generator.stateSize
    let cached = Double(bitPattern: read(tail + 8, UInt64.self))
    cachedNormal = read(tail + 24, Int32.self) != 0 ? cached : nil
  }
}
