import Interpreter

/// The bytes of a pickle: all at once, or as the functions of a file give them.
extension PickleReader {
  func truncated() -> Raised { environment.unpickling(vm, "pickle data was truncated") }

  /// The place of the next `n` bytes in `data`.
  @inline(__always)
  func take(_ n: Int) throws(Raised) -> Int {
    let start = at
    let (end, overflow) = start.addingReportingOverflow(n)
    if overflow || end > data.count { return try fill(n) }
    at = end
    return start
  }
  /// The next `n` bytes as an array.
  func bytes(_ n: Int) throws(Raised) -> [UInt8] {
    let start = try take(n)
    return Array(data[start..<(start &+ n)])
  }
  /// The next opcode.
  @inline(__always)
  func byte() throws(Raised) -> UInt8 {
    if at < data.count {
      at &+= 1
      return data[at &- 1]
    }
    return try firstByte()
  }
  /// An unsigned number of `n` bytes, little end first.
  @inline(__always)
  func number(_ n: Int) throws(Raised) -> UInt64 {
    let start = try take(n)
    var result: UInt64 = 0
    for i in 0..<n { result |= UInt64(data[start &+ i]) << UInt64(8 &* i) }
    return result
  }
  /// A byte count of `n` bytes.
  func size(_ n: Int, _ what: String, signed: Bool = false) throws(Raised) -> Int {
    let bits = try number(n)
    if signed && Int32(truncatingIfNeeded: bits) < 0 {
      throw environment.unpickling(vm, "\(what) pickle has negative byte count")
    }
    if bits > UInt64(Int.max) {
      throw environment.unpickling(vm, "\(what) exceeds system's maximum size of \(Int.max) bytes")
    }
    return Int(bits)
  }
  /// The next line without its end.
  func line() throws(Raised) -> [UInt8] {
    if at >= data.count, let readLine {
      let bytes = try asked(readLine, [], "readline")
      if bytes.isEmpty { throw ended() }
      if bytes.last != 10 { throw truncated() }
      return Array(bytes.dropLast())
    }
    var end = at
    while end < data.count && data[end] != 10 { end &+= 1 }
    if end >= data.count { throw truncated() }
    let result = Array(data[at..<end])
    at = end &+ 1
    return result
  }
  /// Begins a frame: a file gives it whole.
  func frame() throws(Raised) {
    let bits = try number(8)
    guard let n = Int(exactly: bits) else {
      throw vm.overflowError("FRAME length exceeds system's maximum of \(Int.max) bytes")
    }
    if readFile == nil {
      if n > data.count &- at { throw truncated() }
      return
    }
    if at < data.count { throw environment.unpickling(vm, "beginning of a new frame before end of current frame") }
    _ = try fill(n)
    at = 0
  }

  // MARK: Files

  @inline(never)
  private func fill(_ n: Int) throws(Raised) -> Int {
    guard let readFile else { throw truncated() }
    if at < data.count { throw environment.unpickling(vm, "pickle exhausted before end of frame") }
    let bytes = try asked(readFile, [.int(n)], "read")
    if bytes.count < n { throw truncated() }
    data = bytes
    at = n
    return 0
  }
  @inline(never)
  private func firstByte() throws(Raised) -> UInt8 {
    guard let readFile, let byte = try asked(readFile, [.int(1)], "read").first else { throw ended() }
    return byte
  }
  private func asked(_ function: Value, _ arguments: [Value], _ name: String) throws(Raised) -> [UInt8] {
    let made = try vm.call(function, arguments)
    guard let bytes = Codecs.buffer(made) else {
      throw vm.typeError("\(name)() returned non-bytes object (\(vm.type(of: made).name))")
    }
    return bytes
  }
  private func ended() -> Raised { vm.raised(vm.types.eofError, "Ran out of input") }
}
