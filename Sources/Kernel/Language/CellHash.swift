/// The hash by which front ends and debuggers name the file of a cell (`Murmur2` in `debugInfo`).
package enum CellHash {
  /// MurmurHash2, 32 bits, of the UTF-8 text.
  package static func murmur2(_ text: String, seed: UInt32) -> UInt32 {
    let multiplier: UInt32 = 0x5BD1_E995
    let bytes = Array(text.utf8)
    var hash = seed ^ UInt32(truncatingIfNeeded: bytes.count)
    var at = 0
    while bytes.count - at >= 4 {
      var word = UInt32(bytes[at]) | UInt32(bytes[at + 1]) << 8
      word |= UInt32(bytes[at + 2]) << 16 | UInt32(bytes[at + 3]) << 24
      word = word &* multiplier
      word ^= word >> 24
      word = word &* multiplier
      hash = hash &* multiplier ^ word
      at += 4
    }
    let rest = bytes[at...]
    for (position, byte) in rest.enumerated() { hash ^= UInt32(byte) << UInt32(8 * position) }
    if !rest.isEmpty { hash = hash &* multiplier }
    hash ^= hash >> 13
    hash = hash &* multiplier
    return hash ^ hash >> 15
  }
}
