import Glibc

/// Encodings of text: UTF-8, ASCII, Latin-1, UTF-16 and UTF-32 with CPython's error handlers and messages.
package enum Codecs {
  /// The encodings, by normalised name.
  private enum Encoding {
    case utf8, utf8WithMark, ascii, latin1
    case utf16(bigEndian: Bool?)
    case utf32(bigEndian: Bool?)
    /// A codec of the library module `codecs`.
    case library
  }

  /// Whether this is the usual name of UTF-8.
  static func isUTF8(_ name: StrObject) -> Bool {
    name.count == 5 && name.width == 1 && memcmp(name.storage, "utf-8", 5) == 0
  }

  private static func encoding(_ vm: VM, _ name: String) throws(Raised) -> Encoding {
    // The usual names need no normalising.
    switch name {
    case "utf-8", "utf8": return .utf8
    case "latin-1", "latin1", "iso-8859-1": return .latin1
    case "ascii": return .ascii
    default: break
    }
    switch String(name.lowercased().map { $0 == "_" || $0 == " " ? "-" : $0 }) {
    case "utf-8", "utf8", "u8", "utf", "cp65001": return .utf8
    case "utf-8-sig", "utf8-sig": return .utf8WithMark
    case "ascii", "us-ascii", "646", "ansi-x3.4-1968": return .ascii
    case "latin-1", "latin1", "latin", "l1", "iso-8859-1", "iso8859-1", "8859", "cp819": return .latin1
    case "utf-16", "utf16", "u16": return .utf16(bigEndian: nil)
    case "utf-16-le", "utf-16le", "utf16-le", "utf16le": return .utf16(bigEndian: false)
    case "utf-16-be", "utf-16be", "utf16-be", "utf16be": return .utf16(bigEndian: true)
    case "utf-32", "utf32", "u32": return .utf32(bigEndian: nil)
    case "utf-32-le", "utf-32le", "utf32-le", "utf32le": return .utf32(bigEndian: false)
    case "utf-32-be", "utf-32be", "utf32-be", "utf32be": return .utf32(bigEndian: true)
    default:
      if vm.pythonModules["codecs"] != nil { return .library }
      throw vm.raised(vm.types.lookupError, "unknown encoding: \(name)")
    }
  }

  private static func library(
    _ vm: VM, _ function: String, _ object: Value, _ name: String, _ errors: String
  ) throws(Raised) -> Value {
    let codecs = try vm.importModule("codecs", fromList: .object(vm.emptyTuple))
    return try vm.callMethod(codecs, function, [object, .object(vm.string(name)), .object(vm.string(errors))])
  }

  /// An error with its attributes.
  private static func made(_ vm: VM, _ type: TypeObject, _ arguments: [Value]) throws(Raised) -> Raised {
    guard let exception = try vm.call(.object(type), arguments).asException else {
      return vm.raised(type, arguments: arguments)
    }
    return Raised(exception)
  }

  /// What a handler registered in `codecs` makes of an error; it must go on behind the error.
  private static func handle(_ vm: VM, _ errors: String, _ error: Raised, _ end: Int) throws(Raised) -> Value {
    guard vm.pythonModules["codecs"] != nil else {
      throw vm.raised(vm.types.lookupError, "unknown error handler name '\(errors)'")
    }
    let codecs = try vm.importModule("codecs", fromList: .object(vm.emptyTuple))
    let pair = try vm.callMethod(codecs, "_handle", [.object(vm.string(errors)), .object(error.exception)])
    guard let values = pair.asTuple?.values, values.count == 2, try vm.index(values[1]) == end else {
      throw vm.raised(vm.types.indexError, "position from error handler is not the end of the error")
    }
    return values[0]
  }

  // MARK: Encoding

  /// `text.encode(encoding, errors)`.
  package static func encode(
    _ vm: VM, _ text: StrObject, _ name: String = "utf-8", _ errors: String = "strict"
  ) throws(Raised) -> [UInt8] {
    switch try encoding(vm, name) {
    case .utf8: return try encodeUTF8(vm, text, errors)
    case .utf8WithMark: return [0xEF, 0xBB, 0xBF] + (try encodeUTF8(vm, text, errors))
    case .ascii: return try encodeBytes(vm, text, 0x80, "ascii", errors)
    case .latin1: return try encodeBytes(vm, text, 0x100, "latin-1", errors)
    case .utf16(let big): return try encodeWide(vm, text, 2, big, errors)
    case .utf32(let big): return try encodeWide(vm, text, 4, big, errors)
    case .library: return buffer(try library(vm, "_encode_text", .object(text), name, errors)) ?? []
    }
  }

  private static func encodeUTF8(_ vm: VM, _ text: StrObject, _ errors: String) throws(Raised) -> [UInt8] {
    if text.isASCII || errors == "surrogatepass" { return text.utf8(surrogatePass: true) }
    var hasSurrogate = false
    if text.width > 1 {
      for i in 0..<text.count where text[i] & 0xFFFF_F800 == 0xD800 {
        hasSurrogate = true
        break
      }
    }
    if !hasSurrogate { return text.utf8() }
    var result: [UInt8] = []
    var i = 0
    while i < text.count {
      let p = text[i]
      if p & 0xFFFF_F800 != 0xD800 {
        result.append(contentsOf: vm.character(p).utf8())
        i &+= 1
        continue
      }
      var end = i &+ 1
      while end < text.count && text[end] & 0xFFFF_F800 == 0xD800 { end &+= 1 }
      try replaceUnencodable(vm, text, i..<end, "utf-8", "surrogates not allowed", errors, &result)
      i = end
    }
    return result
  }

  private static func encodeBytes(
    _ vm: VM, _ text: StrObject, _ limit: UInt32, _ name: String, _ errors: String
  ) throws(Raised) -> [UInt8] {
    if text.isASCII || (text.width == 1 && limit == 0x100) { return text.byteArray }
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var i = 0
    while i < text.count {
      let p = text[i]
      if p < limit {
        result.append(UInt8(p))
        i &+= 1
        continue
      }
      var end = i &+ 1
      while end < text.count && text[end] >= limit { end &+= 1 }
      try replaceUnencodable(vm, text, i..<end, name, "ordinal not in range(\(limit))", errors, &result)
      i = end
    }
    return result
  }

  /// What an error handler makes of code points that an encoding does not have.
  private static func replaceUnencodable(
    _ vm: VM, _ text: StrObject, _ range: Range<Int>, _ name: String, _ reason: String, _ errors: String,
    _ result: inout [UInt8]
  ) throws(Raised) {
    switch errors {
    case "ignore": return
    case "replace": for _ in range { result.append(0x3F) }
    case "backslashreplace":
      var out = StrBuilder()
      for i in range { StrRepr.hexEscape(text[i], into: &out) }
      result.append(contentsOf: try out.finish(vm).byteArray)
    case "xmlcharrefreplace": for i in range { result.append(contentsOf: Array("&#\(text[i]);".utf8)) }
    case "namereplace":
      for i in range {
        if let name = Unicode.Scalar(text[i])?.properties.name {
          result.append(contentsOf: Array("\\N{\(name)}".utf8))
        } else {
          var out = StrBuilder()
          StrRepr.hexEscape(text[i], into: &out)
          result.append(contentsOf: try out.finish(vm).byteArray)
        }
      }
    case "surrogateescape" where range.allSatisfy({ text[$0] >= 0xDC80 && text[$0] <= 0xDCFF }):
      for i in range { result.append(UInt8(truncatingIfNeeded: text[i])) }
    default:
      let error = try made(
        vm, vm.types.unicodeEncodeError,
        [
          .object(vm.string(name)), .object(text), .int(range.lowerBound), .int(range.upperBound),
          .object(vm.string(reason)),
        ])
      if ["strict", "surrogateescape", "surrogatepass"].contains(errors) { throw error }
      let made = try handle(vm, errors, error, range.upperBound)
      if let bytes = buffer(made) {
        result.append(contentsOf: bytes)
      } else if let replacement = made.asStr {
        // The replacement must be encodable itself.
        result.append(contentsOf: try encode(vm, replacement, name == "utf-8" ? "utf-8" : name, "strict"))
      }
    }
  }

  private static func encodeWide(
    _ vm: VM, _ text: StrObject, _ size: Int, _ bigEndian: Bool?, _ errors: String
  ) throws(Raised) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count &* size &+ 4)
    let big = bigEndian ?? false
    func put(_ unit: UInt32) {
      for i in 0..<size {
        let shift = UInt32(8 * (big ? size - 1 - i : i))
        result.append(UInt8(truncatingIfNeeded: unit >> shift))
      }
    }
    if bigEndian == nil { put(0xFEFF) }
    let name = size == 2 ? "utf-16" : "utf-32"
    for i in 0..<text.count {
      let p = text[i]
      if p & 0xFFFF_F800 == 0xD800 && errors != "surrogatepass" {
        var replacement: [UInt8] = []
        try replaceUnencodable(vm, text, i..<(i &+ 1), name, "surrogates not allowed", errors, &replacement)
        for byte in replacement { put(UInt32(byte)) }
      } else if size == 2 && p > 0xFFFF {
        put(0xD800 + ((p - 0x10000) >> 10))
        put(0xDC00 + ((p - 0x10000) & 0x3FF))
      } else {
        put(p)
      }
    }
    return result
  }

  // MARK: Decoding

  /// `bytes.decode(encoding, errors)`.
  package static func decode(
    _ vm: VM, _ bytes: [UInt8], _ name: String = "utf-8", _ errors: String = "strict"
  ) throws(Raised) -> StrObject {
    switch try encoding(vm, name) {
    case .utf8: return try decodeUTF8(vm, bytes, 0, errors)
    case .utf8WithMark:
      let marked = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
      return try decodeUTF8(vm, bytes, marked ? 3 : 0, errors)
    case .latin1: return try latin1(vm, bytes)
    case .ascii:
      var out = StrBuilder(capacity: bytes.count)
      for (i, byte) in bytes.enumerated() {
        if byte < 0x80 {
          out.append(UInt32(byte))
        } else {
          try replaceUndecodable(vm, bytes, i..<(i &+ 1), "ascii", "ordinal not in range(128)", errors, &out)
        }
      }
      return try out.finish(vm)
    case .utf16(let big): return try decode16(vm, bytes, big, errors)
    case .utf32(let big): return try decode32(vm, bytes, big, errors)
    case .library:
      guard let text = try library(vm, "_decode_text", vm.makeBytes(bytes), name, errors).asStr else {
        return vm.string("")
      }
      return text
    }
  }

  /// One code point for each byte.
  package static func latin1(_ vm: VM, _ bytes: ByteView) throws(Raised) -> StrObject {
    var out = StrBuilder(capacity: bytes.count)
    out.append(latin1: bytes.bytes)
    return try out.finish(vm)
  }
  /// The same of an array.
  package static func latin1(_ vm: VM, _ bytes: [UInt8]) throws(Raised) -> StrObject {
    var out = StrBuilder(capacity: bytes.count)
    bytes.withUnsafeBufferPointer { out.append(latin1: $0) }
    return try out.finish(vm)
  }

  /// The code point that begins at `i` and how many bytes it takes, 0 where the bytes are no UTF-8.
  @inline(__always)
  private static func point(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int) -> (UInt32, Int) {
    let lead = bytes[i]
    if lead < 0x80 { return (UInt32(lead), 1) }
    func next(_ k: Int) -> UInt32? {
      i &+ k < bytes.count && bytes[i &+ k] & 0xC0 == 0x80 ? UInt32(bytes[i &+ k] & 0x3F) : nil
    }
    guard lead >= 0xC2, let a = next(1) else { return (0, 0) }
    if lead < 0xE0 { return (UInt32(lead & 0x1F) << 6 | a, 2) }
    guard let b = next(2) else { return (0, 0) }
    if lead < 0xF0 {
      let point = UInt32(lead & 0x0F) << 12 | a << 6 | b
      return point < 0x800 || point >> 11 == 0x1B ? (0, 0) : (point, 3)
    }
    guard lead < 0xF5, let c = next(3) else { return (0, 0) }
    let point = UInt32(lead & 0x07) << 18 | a << 12 | b << 6 | c
    return point < 0x10000 || point > 0x10FFFF ? (0, 0) : (point, 4)
  }

  /// The text of bytes that are UTF-8 without a fault; nil: there is one.
  package static func plainUTF8(_ vm: VM, _ bytes: UnsafeBufferPointer<UInt8>) -> StrObject? {
    var (count, greatest, i) = (0, UInt32(0), 0)
    while i < bytes.count {
      let (point, length) = point(bytes, i)
      if length == 0 { return nil }
      greatest = max(greatest, point)
      count &+= 1
      i &+= length
    }
    let width = greatest < 0x100 ? 1 : greatest < 0x10000 ? 2 : 4
    guard let made = StrObject.make(vm, count: count, width: width, isASCII: greatest < 0x80) else { return nil }
    let raw = made.storage
    i = 0
    for k in 0..<count {
      let (point, length) = point(bytes, i)
      switch width {
      case 1: raw.storeBytes(of: UInt8(truncatingIfNeeded: point), toByteOffset: k, as: UInt8.self)
      case 2: raw.storeBytes(of: UInt16(truncatingIfNeeded: point), toByteOffset: k &* 2, as: UInt16.self)
      default: raw.storeBytes(of: point, toByteOffset: k &* 4, as: UInt32.self)
      }
      i &+= length
    }
    return made
  }

  private static func decodeUTF8(
    _ vm: VM, _ bytes: [UInt8], _ start: Int, _ errors: String
  ) throws(Raised) -> StrObject {
    if let plain = bytes.withUnsafeBufferPointer({ plainUTF8(vm, UnsafeBufferPointer(rebasing: $0[start...])) }) { return plain }
    var out = StrBuilder(capacity: bytes.count)
    let n = bytes.count
    var i = start
    while i < n {
      var run = i
      while run < n && bytes[run] < 0x80 { run &+= 1 }
      if run > i {
        bytes.withUnsafeBufferPointer { out.append(ascii: UnsafeBufferPointer(rebasing: $0[i..<run])) }
        i = run
        continue
      }
      let lead = bytes[i]
      let length: Int
      var (low, high): (UInt8, UInt8) = (0x80, 0xBF)
      switch lead {
      case 0xC2...0xDF: length = 2
      case 0xE0...0xEF:
        length = 3
        if lead == 0xE0 { low = 0xA0 }
        if lead == 0xED { high = 0x9F }
      case 0xF0...0xF4:
        length = 4
        if lead == 0xF0 { low = 0x90 }
        if lead == 0xF4 { high = 0x8F }
      default: length = 0
      }
      if length == 0 {
        try replaceUndecodable(vm, bytes, i..<(i &+ 1), "utf-8", "invalid start byte", errors, &out)
        i &+= 1
        continue
      }
      var point = UInt32(lead) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
      var j = 1
      var broken = false
      while j < length && i &+ j < n {
        let c = bytes[i &+ j]
        if c < low || c > high {
          broken = true
          break
        }
        (low, high) = (0x80, 0xBF)
        point = point << 6 | UInt32(c & 0x3F)
        j &+= 1
      }
      if !broken && j == length {
        out.append(point)
        i &+= length
        continue
      }
      if broken && errors == "surrogatepass" && lead == 0xED && i &+ 2 < n && bytes[i &+ 1] >= 0xA0
        && bytes[i &+ 1] <= 0xBF && bytes[i &+ 2] & 0xC0 == 0x80
      {
        out.append(0xD000 | UInt32(bytes[i &+ 1] & 0x3F) << 6 | UInt32(bytes[i &+ 2] & 0x3F))
        i &+= 3
        continue
      }
      let reason = broken ? "invalid continuation byte" : "unexpected end of data"
      try replaceUndecodable(vm, bytes, i..<(i &+ j), "utf-8", reason, errors, &out)
      i &+= j
    }
    return try out.finish(vm)
  }

  private static func replaceUndecodable(
    _ vm: VM, _ bytes: [UInt8], _ range: Range<Int>, _ name: String, _ reason: String, _ errors: String,
    _ out: inout StrBuilder
  ) throws(Raised) {
    switch errors {
    case "ignore": return
    case "replace": out.append(0xFFFD)
    case "backslashreplace": for i in range { StrRepr.hexEscape(UInt32(bytes[i]), into: &out) }
    case "surrogateescape" where range.allSatisfy({ bytes[$0] >= 0x80 }):
      for i in range { out.append(0xDC00 + UInt32(bytes[i])) }
    default:
      let error = try made(
        vm, vm.types.unicodeDecodeError,
        [
          .object(vm.string(name)), vm.makeBytes(bytes), .int(range.lowerBound), .int(range.upperBound),
          .object(vm.string(reason)),
        ])
      if ["strict", "surrogateescape", "surrogatepass"].contains(errors) { throw error }
      if let replacement = try handle(vm, errors, error, range.upperBound).asStr {
        for i in 0..<replacement.count { out.append(replacement[i]) }
      }
    }
  }

  private static func decode16(
    _ vm: VM, _ bytes: [UInt8], _ bigEndian: Bool?, _ errors: String
  ) throws(Raised) -> StrObject {
    var out = StrBuilder(capacity: bytes.count / 2)
    var i = 0
    var big = bigEndian ?? false
    if bigEndian == nil && bytes.count >= 2 {
      if bytes[0] == 0xFF && bytes[1] == 0xFE { i = 2 }
      if bytes[0] == 0xFE && bytes[1] == 0xFF {
        i = 2
        big = true
      }
    }
    let name = big ? "utf-16-be" : "utf-16-le"
    func unit(_ at: Int) -> UInt32 {
      big ? UInt32(bytes[at]) << 8 | UInt32(bytes[at &+ 1]) : UInt32(bytes[at &+ 1]) << 8 | UInt32(bytes[at])
    }
    while i < bytes.count {
      if i &+ 1 >= bytes.count {
        try replaceUndecodable(vm, bytes, i..<bytes.count, name, "truncated data", errors, &out)
        break
      }
      let first = unit(i)
      if first & 0xF800 != 0xD800 {
        out.append(first)
        i &+= 2
      } else if first < 0xDC00 && i &+ 3 < bytes.count && unit(i &+ 2) & 0xFC00 == 0xDC00 {
        out.append(0x10000 + ((first & 0x3FF) << 10) + (unit(i &+ 2) & 0x3FF))
        i &+= 4
      } else if errors == "surrogatepass" {
        out.append(first)
        i &+= 2
      } else {
        let ends = first < 0xDC00 && i &+ 3 >= bytes.count
        let end = ends ? bytes.count : i &+ 2
        let reason = ends ? "unexpected end of data" : first < 0xDC00 ? "illegal UTF-16 surrogate" : "illegal encoding"
        try replaceUndecodable(vm, bytes, i..<end, name, reason, errors, &out)
        i = end
      }
    }
    return try out.finish(vm)
  }

  private static func decode32(
    _ vm: VM, _ bytes: [UInt8], _ bigEndian: Bool?, _ errors: String
  ) throws(Raised) -> StrObject {
    var out = StrBuilder(capacity: bytes.count / 4)
    var i = 0
    var big = bigEndian ?? false
    if bigEndian == nil && bytes.count >= 4 {
      if bytes[0] == 0xFF && bytes[1] == 0xFE && bytes[2] == 0 && bytes[3] == 0 { i = 4 }
      if bytes[0] == 0 && bytes[1] == 0 && bytes[2] == 0xFE && bytes[3] == 0xFF {
        i = 4
        big = true
      }
    }
    let name = big ? "utf-32-be" : "utf-32-le"
    while i < bytes.count {
      if i &+ 3 >= bytes.count {
        try replaceUndecodable(vm, bytes, i..<bytes.count, name, "truncated data", errors, &out)
        break
      }
      var point: UInt32 = 0
      for j in 0..<4 { point |= UInt32(bytes[i &+ j]) << UInt32(8 * (big ? 3 - j : j)) }
      if point > 0x10FFFF || (point & 0xFFFF_F800 == 0xD800 && errors != "surrogatepass") {
        let reason = point > 0x10FFFF ? "code point not in range(0x110000)" : "code point in surrogate code point range(0xd800, 0xe000)"
        try replaceUndecodable(vm, bytes, i..<(i &+ 4), name, reason, errors, &out)
      } else {
        out.append(point)
      }
      i &+= 4
    }
    return try out.finish(vm)
  }

  /// The bytes of bytes, bytearray or memoryview, or of an object with `__bytes__`; nil for other values.
  package static func bytesLike(_ vm: VM, _ value: Value) throws(Raised) -> [UInt8]? {
    if case .object(let o) = value, o.kind == .memoryview {
      try unsafeDowncast(o, to: MemoryViewObject.self).check(vm)
    }
    if let plain = buffer(value) { return plain }
    if case .object(let o) = value, let made = try vm.callSpecial(o, .bytes, []) {
      guard let bytes = made.asBytesObject else {
        throw vm.typeError("__bytes__ returned non-bytes (type \(vm.type(of: made).name))")
      }
      return bytes.array
    }
    return nil
  }

  /// A copy of the bytes of bytes, bytearray or memoryview; nil for other values. `ByteView` copies nothing.
  package static func buffer(_ value: Value) -> [UInt8]? {
    guard case .object(let o) = value else { return nil }
    switch o.kind {
    case .bytes: return unsafeDowncast(o, to: BytesObject.self).array
    case .bytearray: return unsafeDowncast(o, to: ByteArrayObject.self).array
    case .memoryview: return unsafeDowncast(o, to: MemoryViewObject.self).array
    default:
      guard o.hasHeapType, let machine = o.type.machine else { return nil }
      return MemoryViewObject.lent(machine.takeUnretainedValue(), o)?.array
    }
  }
}
