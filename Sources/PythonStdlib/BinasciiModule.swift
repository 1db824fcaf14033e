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
    var failure = Value.none
    module.function(vm, "set_error(cls, /)", "Takes the class of the exceptions.") { (_, args) in
      failure = args[0]
      return .none
    }
    func failed(_ vm: VM, _ text: String) -> Raised {
      do throws(Raised) {
        return try vm.call(failure, [.object(vm.string(text))]).asException.map { Raised($0) } ?? vm.valueError(text)
      } catch { return error }
    }
    for name in ["hexlify", "b2a_hex"] {
      module.function(vm, "\(name)(data, sep=..., bytes_per_sep=1)", "Hexadecimal representation of binary data.") {
        (vm, args) throws(Raised) in
        let bytes = try vm.byteView(args, 0)
        if args.has(1) {
          let text = try vm.callMethod(vm.makeBytes(bytes.array), "hex", [args[1], args[2]])
          return vm.makeBytes(text.asStr?.utf8() ?? [])
        }
        return try vm.makeBytes(bytes.count &* 2) { out in
          for i in 0..<bytes.count {
            out[i &* 2] = digits[Int(bytes[i] >> 4)]
            out[i &* 2 &+ 1] = digits[Int(bytes[i] & 15)]
          }
        }
      }
    }
    module.function(vm, "b2a_base64(data, /, *, newline=True)", "Base64-code line of data.") { (vm, args) throws(Raised) in
      let newline = try vm.truth(args[1])
      return try encode(vm, try vm.byteView(args, 0), newline)
    }
    module.function(vm, "a2b_base64(data, /, *, strict_mode=False)", "Decode a line of base64 data.") {
      (vm, args) throws(Raised) in
      let source = try ascii(vm, args)
      if let made = try plain(vm, source) { return made }
      switch decode(source.array, strict: try vm.truth(args[1])) {
      case .success(let bytes): return vm.makeBytes(bytes)
      case .failure(let problem): throw failed(vm, problem.text)
      }
    }
    BaseConversions.define(vm, module)
    return module
  }

  /// Bytes, or those of a text of ASCII.
  private static func ascii(_ vm: VM, _ args: Arguments) throws(Raised) -> ByteView {
    if let text = args.slot(0).asStr {
      if !text.isASCII { throw vm.valueError("string argument should contain only ASCII characters") }
      return ByteView(copying: text.utf8())
    }
    if let view = args.view(0) { return view }
    if let method = try vm.getAttrOrNil(args[0], vm.intern("tobytes")), let made = Codecs.buffer(try vm.call(method, [])) {
      return ByteView(copying: made)
    }
    throw vm.typeError(
      "argument should be bytes, buffer or ASCII string, not '\(vm.type(of: args[0]).name)'")
  }
  /// Bytes of whole groups of Base64 with nothing between them; nil: there is something else.
  private static func plain(_ vm: VM, _ text: ByteView) throws(Raised) -> Value? {
    let count = text.count
    if count == 0 || count & 3 != 0 { return nil }
    let pads = text[count &- 1] == 61 ? text[count &- 2] == 61 ? 2 : 1 : 0
    var wrong: UInt8 = 0
    let made = try values.withUnsafeBufferPointer { (values) throws(Raised) in
      try vm.makeBytes(count / 4 &* 3 &- pads) { to in
        var (from, out) = (text.base, to)
        for _ in 0..<(count / 4 &- (pads > 0 ? 1 : 0)) {
          let (a, b) = (values[Int(from[0])], values[Int(from[1])])
          let (c, d) = (values[Int(from[2])], values[Int(from[3])])
          wrong |= a | b | c | d
          out[0] = a << 2 | b >> 4
          out[1] = b << 4 | c >> 2
          out[2] = c << 6 | d
          from += 4
          out += 3
        }
        if pads > 0 {
          let (a, b, c) = (values[Int(from[0])], values[Int(from[1])], pads == 1 ? values[Int(from[2])] : 0)
          wrong |= a | b | c
          out[0] = a << 2 | b >> 4
          if pads == 1 { out[1] = b << 4 | c >> 2 }
        }
      }
    }
    return wrong & 0xC0 != 0 ? nil : made
  }
  private static func encode(_ vm: VM, _ bytes: ByteView, _ newline: Bool) throws(Raised) -> Value {
    let whole = bytes.count / 3
    let size = (bytes.count &+ 2) / 3 &* 4
    return try alphabet.withUnsafeBufferPointer { (alphabet) throws(Raised) in
      try vm.makeBytes(size &+ (newline ? 1 : 0)) { to in
        var (from, out) = (bytes.base, to)
        for _ in 0..<whole {
          let bits = Int(from[0]) << 16 | Int(from[1]) << 8 | Int(from[2])
          out[0] = alphabet[bits >> 18]
          out[1] = alphabet[bits >> 12 & 63]
          out[2] = alphabet[bits >> 6 & 63]
          out[3] = alphabet[bits & 63]
          from += 3
          out += 4
        }
        let left = bytes.count &- whole &* 3
        if left > 0 {
          let bits = Int(from[0]) << 16 | (left > 1 ? Int(from[1]) << 8 : 0)
          out[0] = alphabet[bits >> 18]
          out[1] = alphabet[bits >> 12 & 63]
          out[2] = left > 1 ? alphabet[bits >> 6 & 63] : 61
          out[3] = 61
        }
        if newline { to[size] = 10 }
      }
    }
  }

  private struct Problem: Error { var text: String }

  private static func decode(_ text: [UInt8], strict: Bool) -> Result<[UInt8], Problem> {
    var out: [UInt8] = []
    out.reserveCapacity(text.count / 4 * 3)
    var (place, rest, pads) = (0, UInt8(0), 0)
    if strict && text.first == 61 { return .failure(Problem(text: "Leading padding not allowed")) }
    var i = 0
    while i < text.count {
      if place == 0 && pads == 0 {
        // Whole groups.
        while i &+ 4 <= text.count {
          let (a, b) = (values[Int(text[i])], values[Int(text[i &+ 1])])
          let (c, d) = (values[Int(text[i &+ 2])], values[Int(text[i &+ 3])])
          if (a | b | c | d) & 0xC0 != 0 { break }
          out.append(a << 2 | b >> 4)
          out.append(b << 4 | c >> 2)
          out.append(c << 6 | d)
          i &+= 4
        }
        if i >= text.count { break }
      }
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
