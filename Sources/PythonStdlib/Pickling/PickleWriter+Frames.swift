import Interpreter

/// The bytes of a pickle and the frames in which they lie since protocol 4.
extension PickleWriter {
  /// Frames end when they are as large, and larger data lies outside of them.
  static let frameTarget = 64 * 1024
  /// Size of the opcode and the length at the begin of a frame.
  static let frameHeader = 9

  @inline(__always)
  func put(_ code: PickleCode) {
    if frame < 0 { beginFrame() }
    out.append(code.rawValue)
  }
  /// The lowest bytes of a number, little end first.
  @inline(__always)
  func put(_ number: UInt64, bytes: Int) {
    for i in 0..<bytes { out.append(UInt8(truncatingIfNeeded: number >> UInt64(8 &* i))) }
  }
  /// A line of protocol 0.
  func put(line: [UInt8]) {
    out += line
    out.append(10)
  }
  /// A line of protocol 0 with a number.
  func put(line number: Int) {
    if number >= 0 && number < 10 {
      out.append(48 &+ UInt8(truncatingIfNeeded: number))
      return out.append(10)
    }
    put(line: IntText.decimal(number))
  }
  /// An opcode, the count of the data in as many bytes, and the data, which lie outside of frames when they are large.
  func put(_ code: PickleCode, bytes: Int, _ data: UnsafeBufferPointer<UInt8>) throws(Raised) {
    let isLarge = isFraming && data.count >= PickleWriter.frameTarget
    if isLarge { try endFrame() } else if frame < 0 { beginFrame() }
    if !Memory.mayHold(data.count &+ out.count) { throw vm.memoryError() }
    out.append(code.rawValue)
    put(UInt64(data.count), bytes: bytes)
    if isLarge { try flush() }
    out.append(contentsOf: data)
    if isLarge { try flush() }
  }
  func put(_ code: PickleCode, bytes: Int, _ data: [UInt8]) throws(Raised) {
    try data.withUnsafeBufferPointer { (data) throws(Raised) in try put(code, bytes: bytes, data) }
  }

  // MARK: Frames

  private func beginFrame() {
    guard isFraming else { return }
    frame = out.count
    for _ in 0..<PickleWriter.frameHeader { out.append(0) }
  }
  /// Ends the open frame.
  func endFrame() throws(Raised) {
    guard frame >= 0 else { return }
    let size = out.count &- frame &- PickleWriter.frameHeader
    if size >= 4 {
      out[frame] = PickleCode.frame.rawValue
      for i in 0..<8 { out[frame &+ 1 &+ i] = UInt8(truncatingIfNeeded: UInt64(size) >> UInt64(8 &* i)) }
    } else {
      out.removeSubrange(frame..<(frame &+ PickleWriter.frameHeader))
    }
    frame = -1
    try flush()
  }
  /// Hands what is there to the file.
  func flush() throws(Raised) {
    guard let write, !out.isEmpty else { return }
    // The header of a frame goes alone, so that readers may take the frame as it is.
    let bytes = out
    out.removeAll(keepingCapacity: true)
    let header = PickleWriter.frameHeader
    if bytes.count > header, bytes[0] == PickleCode.frame.rawValue {
      _ = try vm.call(write, [vm.makeBytes(Array(bytes[..<header]))])
      _ = try vm.call(write, [vm.makeBytes(Array(bytes[header...]))])
    } else {
      _ = try vm.call(write, [vm.makeBytes(bytes)])
    }
  }
}
