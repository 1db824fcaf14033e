// The library's code in the program, written by `FrozenWriter` and read by `FrozenLibrary` of the same build.
//
// Begins with the header; places are offsets from there, numbers are LEB128 unless said otherwise, signed ones zigzag.
//
//   text      flags (`FrozenText`), number of code points, ASCII bytes or code points of four bytes
//   code      `FrozenHead`; names; names of variables; exception table; constants; instructions as they are; then what
//             only slow paths read: free names, cell registers, silent lines, spans
//   constant  `FrozenConstant`, then what belongs to it

/// What stands at the beginning; little-endian numbers of 32 bits.
struct FrozenHeader {
  /// Bytes in use; 0: nothing was frozen.
  var size: UInt32 = 0
  /// Modules by name, each the numbers of its name's text and the place of its code.
  var modules: UInt32 = 0
  var moduleCount: UInt32 = 0
  /// Places of the texts.
  var texts: UInt32 = 0
  var textCount: UInt32 = 0
}

/// Flags of a text.
enum FrozenText {
  /// It has one object for all who use it.
  static let interned: UInt8 = 1
  /// It is not ASCII.
  static let wide: UInt8 = 2
}

/// The kinds of constants.
enum FrozenConstant: UInt8 {
  case none, `true`, `false`, ellipsis, int, bigInt, float, complex, text, bytes, tuple, frozenSet, code
  /// Code of a function: it is read when it is first called.
  case function
}

/// What stands first of a code object.
struct FrozenHead {
  /// Numbers of texts.
  var name = 0, qualifiedName = 0, filename = 0
  /// Number of the doc string's text and 1; 0: there is none.
  var doc = 0
  /// Counts and flags alone.
  var parts = CodeParts()
  var nameCount = 0, localCount = 0, exceptionCount = 0, constantCount = 0, instructionCount = 0
  /// Where the names begin.
  var next: UnsafePointer<UInt8>
}

/// Reads what the format says.
struct FrozenReader {
  var next: UnsafePointer<UInt8>

  /// A number.
  @inline(__always)
  mutating func number() -> Int {
    let first = next.pointee
    next += 1
    return _fastPath(first < 0x80) ? Int(first) : longNumber(first)
  }
  private mutating func longNumber(_ first: UInt8) -> Int {
    var (result, shift) = (UInt(first & 0x7f), UInt(7))
    while true {
      let byte = next.pointee
      next += 1
      result |= UInt(byte & 0x7f) << shift
      if byte < 0x80 { return Int(bitPattern: result) }
      shift += 7
    }
  }
  /// A signed number.
  mutating func signed() -> Int {
    let bits = UInt(bitPattern: number())
    return Int(bitPattern: bits >> 1) ^ -Int(bitPattern: bits & 1)
  }
  /// Eight bytes.
  mutating func word() -> UInt64 {
    defer { next += 8 }
    return UnsafeRawPointer(next).loadUnaligned(as: UInt64.self)
  }
  /// Bytes behind their number.
  mutating func bytes() -> UnsafeBufferPointer<UInt8> {
    let count = number()
    defer { next += count }
    return UnsafeBufferPointer(start: next, count: count)
  }
}
