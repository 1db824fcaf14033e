import Glibc

// Methods of `bytes` and `bytearray` that make texts of them and read them from texts.
extension ByteMethods {
  static func conversions(_ type: TypeObject, _ vm: VM) {
    type.method(vm, "decode(self, encoding='utf-8', errors='strict')", "Decode the bytes to a str.") {
      (vm, args) throws(Raised) in
      let encoding = try StrMethods.string(vm, args[1], "decode() argument 'encoding' must be str, not ")
      let errors = try StrMethods.string(vm, args[2], "decode() argument 'errors' must be str, not ")
      let text = bytes(args)
      if Codecs.isUTF8(encoding), StrObject.isASCII(text.bytes) {
        if text.count == 0 { return .object(vm.emptyString) }
        if text.count == 1 { return .object(vm.character(UInt32(text[0]))) }
        guard let made = StrObject.make(vm, copying: text.base, count: text.count, width: 1, isASCII: true) else {
          throw vm.memoryError()
        }
        return .object(made)
      }
      return .object(try Codecs.decode(vm, text.array, encoding.string, errors.string))
    }
    hexMethod(type, vm)
    type.classMethod(vm, "fromhex(cls, string, /)", "Bytes from hexadecimal digits.") { (vm, args) throws(Raised) in
      let text = try StrMethods.string(vm, args[1], "fromhex() argument must be str, not ")
      if args.slot(0).isObject, args.slot(0).pointer == Unmanaged.passUnretained(vm.types.bytes as Object).toOpaque(),
        let plain = try plainHex(vm, text)
      {
        return plain
      }
      var result: [UInt8] = []
      result.reserveCapacity(text.count / 2)
      var i = 0
      while i < text.count {
        if text[i] < 0x80 && isSpace(UInt8(text[i])) {
          i &+= 1
          continue
        }
        let high = IntText.digitValue(text[i])
        let low = i &+ 1 < text.count ? IntText.digitValue(text[i &+ 1]) : 37
        if high > 15 || low > 15 {
          throw vm.valueError(
            "non-hexadecimal number found in fromhex() arg at position \(high > 15 ? i : i &+ 1)")
        }
        result.append(UInt8(truncatingIfNeeded: high &* 16 &+ low))
        i &+= 2
      }
      guard let cls = args[0].asType, cls !== vm.types.bytes else { return vm.makeBytes(result) }
      if cls === vm.types.bytearray { return .object(ByteArrayObject(vm, result)) }
      return try vm.call(args[0], [vm.makeBytes(result)])
    }
  }

  /// The bytes of digits without spaces; nil: it is not so.
  private static func plainHex(_ vm: VM, _ text: StrObject) throws(Raised) -> Value? {
    guard text.isASCII, text.count & 1 == 0 else { return nil }
    func digit(_ c: UInt8) -> UInt8 {
      c >= 0x30 && c <= 0x39 ? c &- 0x30 : (c | 0x20) >= 0x61 && (c | 0x20) <= 0x66 ? (c | 0x20) &- 0x57 : 255
    }
    let source = text.bytes
    var isPlain = true
    let made = try vm.makeBytes(text.count / 2) { to in
      for i in 0..<(source.count / 2) {
        let (high, low) = (digit(source[i &* 2]), digit(source[i &* 2 &+ 1]))
        if high | low > 15 { isPlain = false }
        to[i] = high << 4 | low
      }
    }
    return isPlain ? made : nil
  }

  static func hexMethod(_ type: TypeObject, _ vm: VM) {
    type.method(vm, "hex(self, sep=..., bytes_per_sep=1)", "Hexadecimal digits.") { (vm, args) throws(Raised) in
      var separator: UInt8?
      if args.has(1) {
        let given: StrObject
        if let text = args[1].asStr { given = text } else { given = try Codecs.latin1(vm, try view(vm, args, 1)) }
        if given.count != 1 { throw vm.valueError("sep must be length 1.") }
        if given[0] >= 0x80 { throw vm.valueError("sep must be ASCII.") }
        separator = UInt8(truncatingIfNeeded: given[0])
      }
      let group = args.slot(2).isInt ? args.slot(2).asInt : try vm.index(args[2])
      let text = bytes(args)
      let size = group == Int.min ? Int.max : abs(group)
      let separators = separator == nil || size == 0 || text.count == 0 ? 0 : (text.count &- 1) / size
      let (digits, overflow) = text.count.multipliedReportingOverflow(by: 3)
      guard !overflow, Memory.mayHold(digits),
        let made = StrObject.make(vm, count: text.count &* 2 &+ separators, width: 1, isASCII: true)
      else { throw vm.memoryError() }
      var to = made.storage.assumingMemoryBound(to: UInt8.self)
      for i in 0..<text.count {
        if separators > 0, let separator, i > 0, (group > 0 ? text.count &- i : i) % size == 0 {
          to.pointee = separator
          to += 1
        }
        let (high, low) = (text[i] >> 4, text[i] & 15)
        to[0] = high < 10 ? 0x30 &+ high : 0x57 &+ high
        to[1] = low < 10 ? 0x30 &+ low : 0x57 &+ low
        to += 2
      }
      return .object(made.count == 0 ? vm.emptyString : made)
    }
  }
}
