import Interpreter

/// `_base64`: the coding behind `binascii` and `base64`.
enum Base64Module {
  private static let alphabet: [UInt8] = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let padding = UInt8(ascii: "=")
  /// The six bits of a character, 255 for any other.
  private static let values: [UInt8] = {
    var table = [UInt8](repeating: 255, count: 256)
    for (value, character) in alphabet.enumerated() { table[Int(character)] = UInt8(truncatingIfNeeded: value) }
    return table
  }()

  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(vm, name: "_base64", doc: "Base64 coding.")
    module.function(vm, "encode(data, /)", "Base64 of bytes.") { (vm, args) throws(Raised) in
      guard let data = Codecs.buffer(args[0]) else {
        throw vm.typeError("a bytes-like object is required, not '\(vm.type(of: args[0]).name)'")
      }
      return vm.makeBytes(encode(data))
    }
    module.function(vm, "decode(data, strict, /)", "Bytes of Base64; ValueError for what is none.") {
      (vm, args) throws(Raised) in
      try decode(vm, Codecs.buffer(args[0]) ?? [], isStrict: try vm.truth(args[1]))
    }
    return module
  }

  private static func encode(_ data: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity((data.count / 3 &+ 1) &* 4)
    var start = 0
    while start < data.count {
      let rest = data.count &- start
      let bits =
        UInt32(data[start]) << 16 | (rest > 1 ? UInt32(data[start &+ 1]) << 8 : 0)
        | (rest > 2 ? UInt32(data[start &+ 2]) : 0)
      result.append(alphabet[Int(bits >> 18)])
      result.append(alphabet[Int(bits >> 12 & 63)])
      result.append(rest > 1 ? alphabet[Int(bits >> 6 & 63)] : padding)
      result.append(rest > 2 ? alphabet[Int(bits & 63)] : padding)
      start &+= 3
    }
    return result
  }

  /// Other characters are skipped unless `isStrict`; what follows complete padding is ignored.
  private static func decode(_ vm: VM, _ text: [UInt8], isStrict: Bool) throws(Raised) -> Value {
    var result: [UInt8] = []
    result.reserveCapacity(text.count / 4 &* 3)
    var bits: UInt32 = 0
    var count = 0
    var pads = 0
    for (place, character) in text.enumerated() {
      if character == padding {
        if isStrict && count & 3 == 0 {
          throw vm.valueError(place == 0 ? "Leading padding not allowed" : "Excess data after padding")
        }
        pads &+= 1
        if count & 3 >= 2 && (count & 3) &+ pads >= 4 {
          if isStrict && place &+ 1 < text.count { throw vm.valueError("Excess data after padding") }
          return vm.makeBytes(result)
        }
        continue
      }
      let value = values[Int(character)]
      if value == 255 {
        if isStrict { throw vm.valueError("Only base64 data is allowed") }
        continue
      }
      if isStrict && pads > 0 { throw vm.valueError("Discontinuous padding not allowed") }
      pads = 0
      bits = bits << 6 | UInt32(value)
      count &+= 1
      switch count & 3 {
      case 2: result.append(UInt8(truncatingIfNeeded: bits >> 4))
      case 3: result.append(UInt8(truncatingIfNeeded: bits >> 2))
      case 0: result.append(UInt8(truncatingIfNeeded: bits))
      default: break
      }
    }
    if count & 3 == 1 {
      throw vm.valueError(
        "Invalid base64-encoded string: number of data characters (\(count)) cannot be 1 more than a multiple of 4")
    }
    if count & 3 != 0 { throw vm.valueError("Incorrect padding") }
    return vm.makeBytes(result)
  }
}
