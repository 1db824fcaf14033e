import Interpreter

/// `_binascii`: the conversions of `binascii` that must be fast.
enum BinasciiModule {
  private static let digits: [UInt8] = Array("0123456789abcdef".utf8)
  private static let alphabet: [UInt8] = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  /// The value of each character of Base64, 255 for others.
  private static let values: [UInt8] = {
    var table = [UInt8](repeating: 255, count: 256)
    for (i, c) in alphabet.enumerated() { table[Int(c)] = UInt8(i) }
    return table
  }()

  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(vm, name: "_binascii", doc: "Bytes as text.")
    module.function(vm, "hexlify(data, /)", "Hexadecimal digits of bytes.") { (vm, args) throws(Raised) in
      var out: [UInt8] = []
      let bytes = try vm.bytesArgument(args[0])
      out.reserveCapacity(bytes.count * 2)
      for byte in bytes {
        out.append(digits[Int(byte >> 4)])
        out.append(digits[Int(byte & 15)])
      }
      return vm.makeBytes(out)
    }
    module.function(vm, "b2a_base64(data, /)", "Base64 of bytes, without a line end.") { (vm, args) throws(Raised) in
      vm.makeBytes(encode(try vm.bytesArgument(args[0])))
    }
    module.function(vm, "a2b_base64(data, strict, /)", "Bytes of Base64, or the text of the error.") {
      (vm, args) throws(Raised) in
      let text = args[0].asStr.map { $0.utf8() }
      let source: [UInt8]
      if let text { source = text } else { source = try vm.bytesArgument(args[0]) }
      switch decode(source, strict: try vm.truth(args[1])) {
      case .success(let bytes): return vm.makeBytes(bytes)
      case .failure(let problem): return .object(vm.string(problem.text))
      }
    }
    return module
  }

  private static func encode(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity((bytes.count + 2) / 3 * 4)
    var i = 0
    while i < bytes.count {
      let (a, left) = (Int(bytes[i]), bytes.count - i)
      let b = left > 1 ? Int(bytes[i + 1]) : 0
      let c = left > 2 ? Int(bytes[i + 2]) : 0
      out.append(alphabet[a >> 2])
      out.append(alphabet[(a & 3) << 4 | b >> 4])
      out.append(left > 1 ? alphabet[(b & 15) << 2 | c >> 6] : 61)
      out.append(left > 2 ? alphabet[c & 63] : 61)
      i += 3
    }
    return out
  }

  private struct Problem: Error { var text: String }

  private static func decode(_ text: [UInt8], strict: Bool) -> Result<[UInt8], Problem> {
    var out: [UInt8] = []
    out.reserveCapacity(text.count / 4 * 3)
    var (place, rest, pads) = (0, UInt8(0), 0)
    if strict && text.first == 61 { return .failure(Problem(text: "Leading padding not allowed")) }
    var i = 0
    while i < text.count {
      let c = text[i]
      if c == 61 {
        pads += 1
        if place >= 2 && place + pads >= 4 {
          if strict && i + 1 < text.count { return .failure(Problem(text: "Excess data after padding")) }
          return .success(out)
        }
        i += 1
        continue
      }
      let value = values[Int(c)]
      if value == 255 {
        if strict { return .failure(Problem(text: "Only base64 data is allowed")) }
        i += 1
        continue
      }
      if strict && pads > 0 { return .failure(Problem(text: "Discontinuous padding not allowed")) }
      pads = 0
      switch place {
      case 0: rest = value
      case 1:
        out.append(rest << 2 | value >> 4)
        rest = value & 15
      case 2:
        out.append(rest << 4 | value >> 2)
        rest = value & 3
      default: out.append(rest << 6 | value)
      }
      place = (place + 1) & 3
      i += 1
    }
    if place == 0 { return .success(out) }
    if place == 1 {
      let n = out.count / 3 * 4 + 1
      let message =
        "Invalid base64-encoded string: number of data characters (\(n)) cannot be 1 more than a multiple of 4"
      return .failure(Problem(text: message))
    }
    return .failure(Problem(text: "Incorrect padding"))
  }
}
