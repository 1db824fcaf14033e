/// A property of characters whose values stand in runs.
struct UnicodeRuns {
  /// Where each run begins.
  private var starts: [UInt32] = []
  private var kinds: [UInt8] = []
  private let names: [String]

  /// Reads what `Scripts/record-unicode.py` writes.
  init(_ text: StaticString, _ names: [String]) {
    self.names = names
    var (at, length): (UInt32, UInt32) = (0, 0)
    text.withUTF8Buffer { bytes in
      for byte in bytes {
        if let digit = UnicodeRuns.digit(byte) {
          length = length << 4 | digit
          continue
        }
        starts.append(at)
        kinds.append(byte < 0x61 ? byte &- 0x47 : byte &- 0x67 &+ 20)
        at &+= max(1, length)
        length = 0
      }
    }
  }
  /// A hexadecimal digit in capitals.
  @inline(__always)
  static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte &- 0x30)
    case 0x41...0x46: UInt32(byte &- 0x41 &+ 10)
    default: nil
    }
  }

  /// The value of a code point.
  subscript(p: UInt32) -> String {
    var (low, high) = (0, starts.count)
    while high &- low > 1 {
      let middle = (low &+ high) >> 1
      if starts[middle] <= p { low = middle } else { high = middle }
    }
    guard low < kinds.count, Int(kinds[low]) < names.count else { return "" }
    return names[Int(kinds[low])]
  }
}

/// What the tables say, each read when first asked for.
enum UnicodeData {
  static let categories = UnicodeRuns(UnicodeTables.categories, UnicodeTables.categoriesKinds)
  static let directions = UnicodeRuns(UnicodeTables.directions, UnicodeTables.directionsKinds)
  static let widths = UnicodeRuns(UnicodeTables.widths, UnicodeTables.widthsKinds)

  /// What compatibility characters stand for: which tag, and the code points.
  static let mappings: [UInt32: (tag: String, points: [UInt32])] = {
    var found: [UInt32: (tag: String, points: [UInt32])] = [:]
    found.reserveCapacity(4000)
    var (code, number): (UInt32, UInt32) = (0, 0)
    var tag = ""
    var points: [UInt32] = []
    UnicodeTables.mappings.withUTF8Buffer { bytes in
      for byte in bytes {
        if let digit = UnicodeRuns.digit(byte) {
          number = number << 4 | digit
          continue
        }
        switch byte {
        case 0x5F:
          points.append(number)
        case 0x2C:
          points.append(number)
          found[code] = (tag, points)
          points = []
        default:
          code &+= number
          let kind = Int(byte &- 0x67)
          tag = kind < UnicodeTables.mappingsKinds.count ? UnicodeTables.mappingsKinds[kind] : ""
        }
        number = 0
      }
    }
    points.append(number)
    found[code] = (tag, points)
    return found
  }()
}
