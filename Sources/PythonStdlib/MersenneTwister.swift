import Glibc

/// MT19937 as CPython seeds and reads it, and the system's generator behind the same interface.
struct MersenneTwister {
  /// 624 words of state and the place of the next one.
  private(set) var state = [UInt32](repeating: 0, count: 624)
  private(set) var index = 624
  /// Reads `/dev/urandom`'s source instead (`SystemRandom`).
  let isSystem: Bool

  /// Whether the state comes from a seed yet. Until the first number is wanted it does not: most get a seed before.
  private var isSeeded = false

  init(isSystem: Bool = false) { self.isSystem = isSystem }

  /// Random words of the operating system.
  static func systemWords(_ count: Int) -> [UInt32] {
    [UInt32](unsafeUninitializedCapacity: count) { (words, filled) in
      fillFromSystem(UnsafeMutableRawBufferPointer(words))
      filled = count
    }
  }
  /// Fills memory with random bytes of the operating system.
  static func fillFromSystem(_ memory: UnsafeMutableRawBufferPointer) {
    var rest = memory[...]
    while !rest.isEmpty {
      // The system gives up to 256 bytes at a time.
      let part = UnsafeMutableRawBufferPointer(rebasing: rest.prefix(256))
      if getentropy(part.baseAddress, part.count) != 0 { for k in part.indices { part[k] = UInt8.random(in: 0...255) } }
      rest = rest.dropFirst(part.count)
    }
  }

  mutating func seedFromSystem() { seed(MersenneTwister.systemWords(624)) }
  /// Seeds from the system unless there was a seed.
  mutating func prepare() { if !isSeeded && !isSystem { seedFromSystem() } }

  private mutating func initialize(_ seed: UInt32) {
    isSeeded = true
    state[0] = seed
    for i in 1..<624 {
      state[i] = 1_812_433_253 &* (state[i &- 1] ^ (state[i &- 1] >> 30)) &+ UInt32(i)
    }
    index = 624
  }

  /// Seeds with the 32-bit words of a number, lowest first.
  mutating func seed(_ key: [UInt32]) {
    initialize(19_650_218)
    let key = key.isEmpty ? [0] : key
    var (i, j) = (1, 0)
    for _ in 0..<max(624, key.count) {
      state[i] = (state[i] ^ ((state[i &- 1] ^ (state[i &- 1] >> 30)) &* 1_664_525)) &+ key[j] &+ UInt32(truncatingIfNeeded: j)
      i &+= 1
      j &+= 1
      if i >= 624 {
        state[0] = state[623]
        i = 1
      }
      if j >= key.count { j = 0 }
    }
    for _ in 0..<623 {
      state[i] = (state[i] ^ ((state[i &- 1] ^ (state[i &- 1] >> 30)) &* 1_566_083_941)) &- UInt32(i)
      i &+= 1
      if i >= 624 {
        state[0] = state[623]
        i = 1
      }
    }
    state[0] = 0x8000_0000
  }

  /// Goes on from a state that was read before.
  mutating func restore(_ state: [UInt32], _ index: Int) {
    self.state = state
    self.index = index
    isSeeded = true
  }

  /// The next 32 bits.
  mutating func next() -> UInt32 {
    if isSystem { return MersenneTwister.systemWords(1)[0] }
    if index >= 624 { generate() }
    var y = state[index]
    index &+= 1
    y ^= y >> 11
    y ^= (y << 7) & 0x9D2C_5680
    y ^= (y << 15) & 0xEFC6_0000
    y ^= y >> 18
    return y
  }

  @inline(never)
  private mutating func generate() {
    prepare()
    index = 0
    state.withUnsafeMutableBufferPointer { (state) in
      func mix(_ k: Int, _ next: Int, _ far: Int) {
        let y = (state[k] & 0x8000_0000) | (state[next] & 0x7FFF_FFFF)
        state[k] = state[far] ^ (y >> 1) ^ (y & 1 != 0 ? 0x9908_B0DF : 0)
      }
      for k in 0..<227 { mix(k, k &+ 1, k &+ 397) }
      for k in 227..<623 { mix(k, k &+ 1, k &- 227) }
      mix(623, 0, 396)
    }
  }

  /// A float in [0, 1) with 53 bits.
  mutating func random() -> Double {
    let a = next() >> 5
    let b = next() >> 6
    return (Double(a) * 67_108_864 + Double(b)) * (1.0 / 9_007_199_254_740_992.0)
  }
}
