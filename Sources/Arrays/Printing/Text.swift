import ArrayKernels

/// Numbers as C's `printf` writes them.
package enum Text {
  /// Writes as `%.*e` does.
  package static func scientific(_ value: Double, _ precision: Int) -> String {
    format(101, value, precision)
  }
  /// Writes as `%.*f` does.
  package static func fixed(_ value: Double, _ precision: Int) -> String { format(102, value, precision) }
  /// Writes as `%.*g` does.
  package static func general(_ value: Double, _ precision: Int) -> String { format(103, value, precision) }

  private static func format(_ kind: CChar, _ value: Double, _ precision: Int) -> String {
    if value.isNaN { return "nan" }
    if value.isInfinite { return value < 0 ? "-inf" : "inf" }
    // In C: Swift's lists of variable arguments cost ten times what the digits do.
    let precision = Int32(clamping: Swift.min(Swift.max(precision, 0), 1000))
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1400) { buffer in
      let length = Int(wick_format_double(buffer.baseAddress, buffer.count, kind, precision, value))
      return String(decoding: UnsafeBufferPointer(rebasing: buffer[..<Swift.max(0, Swift.min(length, 1399))]), as: UTF8.self)
    }
  }
}
