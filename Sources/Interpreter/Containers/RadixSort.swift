import Glibc

/// Sorting by whole numbers, digit by digit from the lowest: half of the comparisons of other ways are guessed wrongly by
/// the processor, and here are none.
enum RadixSort {
  /// The order of ints as that of numbers without a sign.
  @inline(__always)
  static func key(_ i: Int) -> UInt64 { UInt64(bitPattern: Int64(i)) ^ 1 << 63 }
  /// The order of doubles, both zeros alike; nil for what is no number.
  @inline(__always)
  static func key(_ f: Double) -> UInt64? {
    if f.isNaN { return nil }
    let bits = (f == 0 ? 0 : f).bitPattern
    return bits >> 63 == 0 ? bits | 1 << 63 : ~bits
  }

  /// Sorts `n` elements stably by their keys; false, and nothing has happened: comparing costs less, since they are few or
  /// lie in long runs. `always`: sort them all the same, while memory suffices.
  @inline(__always)
  static func sort<T: BitwiseCopyable>(
    _ a: UnsafeMutablePointer<T>, _ n: Int, always: Bool = false, _ key: (T) -> UInt64
  ) -> Bool {
    if n < 128 && !always { return false }
    if n < 2 { return true }
    var (least, most, previous, turns) = (key(a[0]), key(a[0]), key(a[0]), 0)
    for i in 1..<n {
      let k = key(a[i])
      least = min(least, k)
      most = max(most, k)
      turns &+= k < previous ? 1 : 0
      previous = k
    }
    if turns == 0 { return true }
    let digit = n < 2048 ? 8 : 11
    let passes = (64 &- (most &- least).leadingZeroBitCount &+ digit &- 1) / digit
    if !always {
      if turns < n >> 4 || turns > n &- n >> 4 { return false }
      if passes &* (n &+ 1 << digit) > n &* (63 &- n.leadingZeroBitCount) { return false }
    }
    guard let memory = malloc(n &* MemoryLayout<T>.stride), let table = calloc(passes << digit, 8) else { return false }
    defer {
      free(memory)
      free(table)
    }
    let (spare, counts) = (memory.assumingMemoryBound(to: T.self), table.assumingMemoryBound(to: Int.self))
    let mask = 1 << digit &- 1
    for i in 0..<n {
      let k = key(a[i]) &- least
      for p in 0..<passes { counts[p << digit &+ Int(truncatingIfNeeded: k >> UInt64(p &* digit)) & mask] &+= 1 }
    }
    var (from, to) = (a, spare)
    for p in 0..<passes {
      let (places, shift) = (counts + p << digit, UInt64(p &* digit))
      var (sum, isOne) = (0, false)
      for d in 0...mask {
        let count = places[d]
        isOne = isOne || count == n
        places[d] = sum
        sum &+= count
      }
      // One digit for all moves nothing.
      if isOne { continue }
      for i in 0..<n {
        let x = from[i]
        let d = Int(truncatingIfNeeded: (key(x) &- least) >> shift) & mask
        to[places[d]] = x
        places[d] &+= 1
      }
      (from, to) = (to, from)
    }
    if from != a { a.update(from: from, count: n) }
    return true
  }
}
