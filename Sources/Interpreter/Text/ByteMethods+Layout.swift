import Glibc

// Methods of `bytes` and `bytearray` about letters and widths.
extension ByteMethods {
  static func cases(_ type: TypeObject, _ vm: VM) {
    func mapped(_ name: String, _ doc: String, _ body: @escaping (ByteView, UnsafeMutablePointer<UInt8>) -> Void) {
      type.method(vm, "\(name)(self, /)", doc) { (vm, args) throws(Raised) in
        let text = bytes(args)
        return try make(vm, args, count: text.count) { to in body(text, to) }
      }
    }
    mapped("lower", "In lower case.") { (text, to) in
      for i in 0..<text.count { to[i] = isUpper(text[i]) ? text[i] | 0x20 : text[i] }
    }
    mapped("upper", "In upper case.") { (text, to) in
      for i in 0..<text.count { to[i] = isLower(text[i]) ? text[i] & 0xDF : text[i] }
    }
    mapped("swapcase", "With the case exchanged.") { (text, to) in
      for i in 0..<text.count { to[i] = isAlpha(text[i]) ? text[i] ^ 0x20 : text[i] }
    }
    mapped("capitalize", "With a capital first letter.") { (text, to) in
      for i in 0..<text.count {
        let b = text[i]
        to[i] = i == 0 ? (isLower(b) ? b & 0xDF : b) : isUpper(b) ? b | 0x20 : b
      }
    }
    mapped("title", "Every word with a capital first letter.") { (text, to) in
      for i in 0..<text.count {
        let b = text[i]
        to[i] = i > 0 && isAlpha(text[i &- 1]) ? (isUpper(b) ? b | 0x20 : b) : isLower(b) ? b & 0xDF : b
      }
    }
  }

  static func questions(_ type: TypeObject, _ vm: VM) {
    func ask(_ name: String, _ doc: String = "A question about all bytes.", _ test: @escaping (ByteView) -> Bool) {
      type.method(vm, "\(name)(self, /)", doc) { (vm, args) throws(Raised) in .bool(test(bytes(args))) }
    }
    ask("isalpha") { $0.count > 0 && $0.bytes.allSatisfy(isAlpha) }
    ask("isdigit") { $0.count > 0 && $0.bytes.allSatisfy(isDigit) }
    ask("isalnum") { $0.count > 0 && $0.bytes.allSatisfy { isAlpha($0) || isDigit($0) } }
    ask("isspace") { $0.count > 0 && $0.bytes.allSatisfy(isSpace) }
    ask("isascii", "Tells whether all bytes are below 128.") { StrObject.isASCII($0.bytes) }
    ask("islower", "") { $0.bytes.contains(where: isLower) && !$0.bytes.contains(where: isUpper) }
    ask("isupper", "") { $0.bytes.contains(where: isUpper) && !$0.bytes.contains(where: isLower) }
    ask("istitle", "") { text in
      var (any, cased) = (false, false)
      for b in text.bytes {
        if isUpper(b) && cased || isLower(b) && !cased { return false }
        cased = isAlpha(b)
        any = any || cased
      }
      return any
    }
  }

  static func padding(_ type: TypeObject, _ vm: VM) {
    for (name, left, right) in [("center", true, true), ("ljust", false, true), ("rjust", true, false)] {
      type.method(vm, "\(name)(self, width, fillchar=..., /)", "Pads to a width.") { (vm, args) throws(Raised) in
        let width = try vm.index(args[1])
        var fill: UInt8 = 0x20
        if args.has(2) {
          guard let given = args.view(2), given.count == 1 else {
            throw vm.typeError(
              "\(name)() argument 2 must be a byte string of length 1, not \(vm.type(of: args[2]).name)")
          }
          fill = given[0]
        }
        let text = bytes(args)
        let padding = max(0, width &- text.count)
        if padding > Integer.maximumBits / 8 { throw vm.memoryError() }
        let before = left && right ? padding / 2 &+ (padding & width & 1) : left ? padding : 0
        return try make(vm, args, count: text.count &+ padding) { to in
          memset(to, Int32(fill), before)
          memcpy(to + before, text.base, text.count)
          memset(to + before + text.count, Int32(fill), padding &- before)
        }
      }
    }
    type.method(vm, "zfill(self, width, /)", "Pads with zeros after a sign.") { (vm, args) throws(Raised) in
      let width = try vm.index(args[1])
      let text = bytes(args)
      let padding = max(0, width &- text.count)
      if padding > Integer.maximumBits / 8 { throw vm.memoryError() }
      let signed = text.count > 0 && (text[0] == 0x2B || text[0] == 0x2D) ? 1 : 0
      return try make(vm, args, count: text.count &+ padding) { to in
        memcpy(to, text.base, signed)
        memset(to + signed, 0x30, padding)
        memcpy(to + signed + padding, text.base + signed, text.count &- signed)
      }
    }
    type.method(vm, "expandtabs(self, tabsize=8)", "Replaces tabs by spaces.") { (vm, args) throws(Raised) in
      let size = try vm.index(args[1])
      var (result, column): ([UInt8], Int) = ([], 0)
      for b in bytes(args).bytes {
        if b == 9 {
          if size > 0 {
            let step = size &- column % size
            if step > Integer.maximumBits / 8 || !Memory.mayHold(result.count &+ step) { throw vm.memoryError() }
            column &+= step
            result += [UInt8](repeating: 0x20, count: step)
          }
        } else {
          result.append(b)
          column = b == 10 || b == 13 ? 0 : column &+ 1
        }
      }
      return make(vm, args, result)
    }
  }

  static func translation(_ type: TypeObject, _ vm: VM) {
    type.method(vm, "translate(self, table, /, delete=...)", "Maps bytes through a table.") {
      (vm, args) throws(Raised) in
      let table = args.slot(1).isNone ? nil : try view(vm, args, 1)
      let deleted = args.has(2) ? try view(vm, args, 2) : nil
      if let table, table.count != 256 { throw vm.valueError("translation table must be 256 characters long") }
      let text = bytes(args)
      guard let deleted, deleted.count > 0 else {
        guard let table else { return try same(vm, args) }
        return try make(vm, args, count: text.count) { to in
          for i in 0..<text.count { to[i] = table[Int(text[i])] }
        }
      }
      var result: [UInt8] = []
      result.reserveCapacity(text.count)
      for b in text.bytes where memchr(deleted.base, Int32(b), deleted.count) == nil { result.append(table?[Int(b)] ?? b) }
      return make(vm, args, result)
    }
    type.staticMethod(vm, "maketrans(from, to, /)", "A table for translate.") { (vm, args) throws(Raised) in
      let (from, to) = (try view(vm, args, 0), try view(vm, args, 1))
      if from.count != to.count { throw vm.valueError("maketrans arguments must have same length") }
      return try vm.makeBytes(256) { table in
        for i in 0..<256 { table[i] = UInt8(truncatingIfNeeded: i) }
        for i in 0..<from.count { table[Int(from[i])] = to[i] }
      }
    }
  }
}
