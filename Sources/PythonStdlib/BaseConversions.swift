import Interpreter

/// Base 16, 32 and 85 for `base64`: functions of `_binascii`. What is wrong with their input they tell as a value, which the
/// Python half makes an exception of.
enum BaseConversions {
  static func define(_ vm: VM, _ module: ModuleObject) {
    base16(vm, module)
    base32(vm, module)
    base85(vm, module)
  }

  /// The value of each byte in an alphabet, 255 for those that are not in it.
  private static func values(_ alphabet: ByteView) -> [UInt8] {
    var table = [UInt8](repeating: 255, count: 256)
    for i in 0..<min(alphabet.count, 255) { table[Int(alphabet[i])] = UInt8(i) }
    return table
  }

  private static func base16(_ vm: VM, _ module: ModuleObject) {
    let digits = Array("0123456789ABCDEF".utf8)
    module.function(vm, "encode16(data, /)", "Upper hexadecimal digits of bytes.") { (vm, args) throws(Raised) in
      let bytes = try vm.byteView(args, 0)
      return try vm.makeBytes(bytes.count &* 2) { out in
        for i in 0..<bytes.count {
          out[i &* 2] = digits[Int(bytes[i] >> 4)]
          out[i &* 2 &+ 1] = digits[Int(bytes[i] & 15)]
        }
      }
    }
    module.function(
      vm, "decode16(data, lower, /)", "Bytes of hexadecimal digits; None: something is no digit, or one is missing."
    ) { (vm, args) throws(Raised) in
      let (bytes, lower) = (try vm.byteView(args, 0), try vm.truth(args[1]))
      if bytes.count & 1 != 0 { return .none }
      var table = [UInt8](repeating: 255, count: 256)
      for (i, c) in digits.enumerated() {
        table[Int(c)] = UInt8(i)
        if lower, i > 9 { table[Int(c) | 32] = UInt8(i) }
      }
      var wrong: UInt8 = 0
      let made = try vm.makeBytes(bytes.count / 2) { out in
        for i in 0..<(bytes.count / 2) {
          let (high, low) = (table[Int(bytes[i &* 2])], table[Int(bytes[i &* 2 &+ 1])])
          wrong |= high | low
          out[i] = high << 4 | low & 15
        }
      }
      return wrong > 15 ? .none : made
    }
  }

  private static func base32(_ vm: VM, _ module: ModuleObject) {
    module.function(vm, "encode32(data, alphabet, /)", "Base32 of bytes.") { (vm, args) throws(Raised) in
      let (bytes, alphabet) = (try vm.byteView(args, 0), try vm.byteView(args, 1))
      guard alphabet.count == 32 else { throw vm.valueError("an alphabet of Base32 has 32 characters") }
      let groups = (bytes.count &+ 4) / 5
      return try vm.makeBytes(groups &* 8) { out in
        for group in 0..<groups {
          var bits: UInt64 = 0
          let from = group &* 5
          for k in 0..<5 { bits = bits << 8 | (from &+ k < bytes.count ? UInt64(bytes[from &+ k]) : 0) }
          for k in 0..<8 { out[group &* 8 &+ k] = alphabet[Int(bits >> UInt64(35 &- 5 &* k) & 31)] }
        }
        let left = bytes.count % 5
        let pads = left == 0 ? 0 : [0, 6, 4, 3, 1][left]
        for k in 0..<pads { out[groups &* 8 &- 1 &- k] = 61 }
      }
    }
    module.function(
      vm, "decode32(data, alphabet, /)", "Bytes of Base32 without padding, all bits of them; None: something is no digit."
    ) { (vm, args) throws(Raised) in
      let (bytes, table) = (try vm.byteView(args, 0), values(try vm.byteView(args, 1)))
      let groups = (bytes.count &+ 7) / 8
      var wrong: UInt8 = 0
      let made = try vm.makeBytes(groups &* 5) { out in
        for group in 0..<groups {
          var bits: UInt64 = 0
          let from = group &* 8
          for k in 0..<8 {
            let value = from &+ k < bytes.count ? table[Int(bytes[from &+ k])] : 0
            wrong |= value
            bits = bits << 5 | UInt64(value & 31)
          }
          for k in 0..<5 { out[group &* 5 &+ k] = UInt8(truncatingIfNeeded: bits >> UInt64(32 &- 8 &* k)) }
        }
      }
      return wrong > 31 ? .none : made
    }
  }

  private static func base85(_ vm: VM, _ module: ModuleObject) {
    module.function(
      vm, "encode85(data, alphabet, pad, zeros, spaces, /)",
      "Base85 of bytes: each four are five digits, or `z` and `y` for zeros and spaces if wanted."
    ) { (vm, args) throws(Raised) in
      let (bytes, alphabet) = (try vm.byteView(args, 0), try vm.byteView(args, 1))
      guard alphabet.count == 85 else { throw vm.valueError("an alphabet of Base85 has 85 characters") }
      let (pad, zeros, spaces) = (try vm.truth(args[2]), try vm.truth(args[3]), try vm.truth(args[4]))
      let groups = (bytes.count &+ 3) / 4
      let missing = groups &* 4 &- bytes.count
      func word(_ group: Int) -> UInt32 {
        var bits: UInt32 = 0
        for k in 0..<4 {
          let at = group &* 4 &+ k
          bits = bits << 8 | (at < bytes.count ? UInt32(bytes[at]) : 0)
        }
        return bits
      }
      /// Whether a group is written as one letter. The last one is cut, so that it needs its digits.
      func letter(_ group: Int, _ bits: UInt32) -> UInt8? {
        let isCut = missing > 0 && !pad && group == groups &- 1
        if zeros && bits == 0 { return isCut ? nil : 0x7A }
        return spaces && bits == 0x2020_2020 ? 0x79 : nil
      }
      var size = groups &* 5 &- (pad ? 0 : missing)
      if zeros || spaces { for group in 0..<groups where letter(group, word(group)) != nil { size &-= 4 } }
      let count = size
      return try vm.makeBytes(count) { out in
        var at = 0
        for group in 0..<groups {
          var bits = word(group)
          if zeros || spaces, let letter = letter(group, bits) {
            out[at] = letter
            at &+= 1
            continue
          }
          for k in (0..<5).reversed() {
            if at &+ k < count { out[at &+ k] = alphabet[Int(bits % 85)] }
            bits /= 85
          }
          at &+= 5
        }
      }
    }
    module.function(
      vm, "decode85(data, alphabet, /)",
      "Bytes of Base85; where one is no digit its place, where four bytes do not hold the number -1 minus its place."
    ) { (vm, args) throws(Raised) in
      let (bytes, table) = (try vm.byteView(args, 0), values(try vm.byteView(args, 1)))
      let groups = (bytes.count &+ 4) / 5
      let missing = groups &* 5 &- bytes.count
      var problem: Int?
      let size = groups &* 4 &- missing
      let made = try vm.makeBytes(max(1, size)) { out in
        out[0] = 0
        for group in 0..<groups {
          var value: UInt64 = 0
          for k in 0..<5 {
            let at = group &* 5 &+ k
            let digit = at < bytes.count ? table[Int(bytes[at])] : 84
            if digit == 255 {
              problem = at
              return
            }
            value = value &* 85 &+ UInt64(digit)
          }
          if value > 0xFFFF_FFFF {
            problem = -1 &- group &* 5
            return
          }
          for k in 0..<4 where group &* 4 &+ k < size {
            out[group &* 4 &+ k] = UInt8(truncatingIfNeeded: value >> UInt64(24 &- 8 &* k))
          }
        }
      }
      return problem.map { .int($0) } ?? (size > 0 ? made : vm.makeBytes([]))
    }
    module.function(
      vm, "decode_ascii85(data, spaces, ignored, /)", "Bytes of Ascii85, or the text of the error."
    ) { (vm, args) throws(Raised) in
      let (bytes, ignored) = (try vm.byteView(args, 0), try vm.byteView(args, 2))
      let spaces = try vm.truth(args[1])
      var out: [UInt8] = []
      out.reserveCapacity(bytes.count / 5 &* 4 &+ 4)
      var (value, count) = (UInt64(0), 0)
      for i in 0..<(bytes.count &+ 4) {
        let c = i < bytes.count ? bytes[i] : 0x75
        if c >= 33 && c <= 117 {
          value = value &* 85 &+ UInt64(c &- 33)
          count &+= 1
          if count < 5 { continue }
          if value > 0xFFFF_FFFF { return .object(vm.string("Ascii85 overflow")) }
          for k in 0..<4 { out.append(UInt8(truncatingIfNeeded: value >> UInt64(24 &- 8 &* k))) }
          (value, count) = (0, 0)
        } else if c == 122 || spaces && c == 121 {
          if count > 0 { return .object(vm.string("\(c == 122 ? "z" : "y") inside Ascii85 5-tuple")) }
          for _ in 0..<4 { out.append(c == 122 ? 0 : 32) }
        } else if !ignored.bytes.contains(c) {
          return .object(vm.string("Non-Ascii85 digit found: \(String(UnicodeScalar(c)))"))
        }
      }
      out.removeLast(min(out.count, 4 &- count))
      return vm.makeBytes(out)
    }
  }
}
