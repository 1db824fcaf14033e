import Interpreter

extension VM {
  /// The bytes of a bytes-like argument, or the TypeError that names what came instead.
  func bytesArgument(_ value: Value) throws(Raised) -> [UInt8] {
    if let plain = Codecs.buffer(value) { return plain }
    // `array.array` and its like are classes of Python code.
    if value.asStr == nil, let method = try getAttrOrNil(value, intern("tobytes")) {
      if let made = Codecs.buffer(try call(method, [])) { return made }
    }
    throw typeError("a bytes-like object is required, not '\(type(of: value).name)'")
  }

  /// The same where they lie.
  func byteView(_ args: Arguments, _ i: Int) throws(Raised) -> ByteView {
    if let view = args.view(i) { return view }
    return ByteView(copying: try bytesArgument(args[i]))
  }
}
