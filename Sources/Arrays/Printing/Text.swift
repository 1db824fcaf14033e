import ArrayKernels
import Glibc

/// Numbers as C's `printf` writes them.
package enum Text {
  /// Writes as `%.*e` does.
  package static func scientific(_ value: Double, _ precision: Int) -> String {
    format("e", value, precision)
  }
  /// Writes as `%.*f` does.
  package static func fixed(_ value: Double, _ precision: Int) -> String { format("f", value, precision) }
  /// Writes as `%.*g` does.
  package static func general(_ value: Double, _ precision: Int) -> String { format("g", value, precision) }

  private static func format(_ kind: String, _ value: Double, _ precision: Int) -> String {
    if value.isNaN { return "nan" }
    if value.isInfinite { return value < 0 ? "-inf" : "inf" }
    let pattern = "%.*" + kind
    let precision = Int32(clamping: Swift.min(Swift.max(precision, 0), 1000))
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 1400) { buffer in
      let length = withVaList([precision, value]) { vsnprintf(buffer.baseAddress, buffer.count, pattern, $0) }
      return String(decoding: buffer.prefix(Int(length)).lazy.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }
}
