/// Collects the text of a container: bytes while everything is ASCII, code points from then on.
package struct TextBuilder {
  private var bytes: [UInt8] = []
  private var points: [UInt32] = []
  private var isWide = false

  package init() {}

  /// Appends an ASCII text of our own.
  package mutating func append(_ text: StaticString) {
    let start = text.utf8Start
    for i in 0..<text.utf8CodeUnitCount { append(byte: start[i]) }
  }
  /// Appends any text.
  package mutating func append(_ text: String) {
    for scalar in text.unicodeScalars { append(point: scalar.value) }
  }
  /// Appends one ASCII character.
  @inline(__always)
  package mutating func append(byte: UInt8) {
    if isWide { points.append(UInt32(byte)) } else { bytes.append(byte) }
  }
  /// Appends one code point.
  package mutating func append(point: UInt32) {
    if point < 128 { return append(byte: UInt8(truncatingIfNeeded: point)) }
    widen()
    points.append(point)
  }
  /// Appends a Python string.
  package mutating func append(_ text: StrObject) {
    if text.isASCII {
      if isWide {
        for byte in text.bytes { points.append(UInt32(byte)) }
      } else {
        bytes.append(contentsOf: text.bytes)
      }
      return
    }
    widen()
    for i in 0..<text.count { points.append(text[i]) }
  }

  private mutating func widen() {
    if isWide { return }
    isWide = true
    points = bytes.map { UInt32($0) }
    bytes = []
  }

  /// The text as a Python string.
  package func finish(_ vm: VM) -> StrObject {
    if isWide { return StrObject(vm, codePoints: points) }
    return bytes.withUnsafeBufferPointer { StrObject(vm, utf8: $0) }
  }
}

extension VM {
  /// Begins the text of a container; false when it is being made already.
  package func enterRepr(_ object: Object) -> Bool {
    let p = Unmanaged.passUnretained(object).toOpaque()
    if builtin.printing.contains(p) { return false }
    builtin.printing.append(p)
    return true
  }
  /// Ends what `enterRepr` began.
  package func leaveRepr() { builtin.printing.removeLast() }
}
