import Interpreter

/// `struct`: values as packed bytes.
enum StructModule {
  /// One field of a format.
  private struct Field {
    var code: UInt8
    var count: Int
    var size: Int
    /// Bytes of padding before the field.
    var padding: Int
    /// Of a native format: floats too large become infinite.
    var isNative: Bool
  }
  private struct Layout {
    var fields: [Field] = []
    var size = 0
    var isLittle = true
    /// Number of values.
    var values = 0
  }

  /// The layout of the format used last.
  private final class Latest {
    var format: StrObject?
    var layout = Layout()
    /// `struct.error`.
    var error: TypeObject?
  }

  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let latest = Latest()
    func layout(_ vm: VM, _ value: Value) throws(Raised) -> Layout {
      guard let format = value.asStr else { return try StructModule.layout(vm, value) }
      if latest.format === format { return latest.layout }
      let made = try StructModule.layout(vm, value)
      latest.format = format
      latest.layout = made
      return made
    }
    // What is wrong with a format or a value is raised as ValueError in this file, and is `struct.error` outside.
    func guarded(_ vm: VM, _ body: () throws(Raised) -> Value) throws(Raised) -> Value {
      do throws(Raised) {
        return try body()
      } catch {
        guard let type = latest.error, error.exception.type === vm.types.valueError else { throw error }
        throw vm.raised(type, arguments: error.exception.arguments.values)
      }
    }
    func bytes(_ vm: VM, _ value: Value) throws(Raised) -> [UInt8] {
      guard let bytes = Codecs.buffer(value) else {
        throw vm.typeError("a bytes-like object is required, not '\(vm.type(of: value).name)'")
      }
      return bytes
    }
    let module = ModuleObject(vm, name: "_struct", doc: "Values as packed bytes.")
    module.function(vm, "set_error(type, /)", "Tells what the exception is.") { (_, args) in
      latest.error = args[0].asType
      return .none
    }
    module.function(vm, "calcsize(format, /)", "Return size in bytes of the struct described by the format string.") {
      (vm, args) throws(Raised) in
      try guarded(vm) { () throws(Raised) in .int(try layout(vm, args[0]).size) }
    }
    let pack = NativeFunction(vm, "pack(format, /, *values)", "Return the values packed by the format.", isRaw: true) {
      (vm, args) throws(Raised) in
      if args.keywordNames != nil { throw vm.typeError("pack() takes no keyword arguments") }
      if args.count == 0 { throw vm.typeError("pack expected at least 1 argument, got 0") }
      return try guarded(vm) { () throws(Raised) in
        vm.makeBytes(try StructModule.pack(vm, try layout(vm, args[0]), args.dropFirst(1)))
      }
    }
    module.constant(vm, "pack", .object(pack))
    module.function(vm, "unpack(format, buffer, /)", "Return a tuple of the values that a buffer holds.") {
      (vm, args) throws(Raised) in
      let data = try bytes(vm, args[1])
      return try guarded(vm) { () throws(Raised) in
        let found = try layout(vm, args[0])
        if data.count != found.size { throw problem(vm, "unpack requires a buffer of \(found.size) bytes") }
        return .object(try unpack(vm, found, data, 0))
      }
    }
    module.function(
      vm, "unpack_from(format, /, buffer, offset=0)", "Return a tuple of the values that a buffer holds at a place."
    ) { (vm, args) throws(Raised) in
      let data = try bytes(vm, args[1])
      return try guarded(vm) { () throws(Raised) in
        let found = try layout(vm, args[0])
        var offset = try vm.index(args[2])
        if offset < 0 { offset &+= data.count }
        if offset < 0 || data.count - offset < found.size {
          throw problem(
            vm,
            "unpack_from requires a buffer of at least \(UInt(max(0, offset)) + UInt(found.size)) bytes for unpacking \(found.size) bytes at offset \(max(0, offset)) (actual buffer size is \(data.count))")
        }
        return .object(try unpack(vm, found, data, offset))
      }
    }
    return module
  }

  /// `make` turns this into `struct.error`.
  private static func problem(_ vm: VM, _ message: String) -> Raised { vm.valueError(message) }

  private static func layout(_ vm: VM, _ value: Value) throws(Raised) -> Layout {
    let text: [UInt8]
    if let s = value.asStr { text = s.utf8() } else if let b = Codecs.buffer(value) { text = b } else {
      throw vm.typeError("Struct() argument 1 must be a str or bytes object, not \(vm.type(of: value).name)")
    }
    var layout = Layout()
    var native = true
    var at = 0
    if let mark = text.first, [0x40, 0x3D, 0x3C, 0x3E, 0x21].contains(mark) {
      native = mark == 0x40
      layout.isLittle = mark != 0x3E && mark != 0x21
      at = 1
    }
    while at < text.count {
      if ByteMethodsSpace.isSpace(text[at]) {
        at += 1
        continue
      }
      var count: Int?
      while at < text.count, text[at] >= 0x30, text[at] <= 0x39 {
        count = min((count ?? 0) * 10 + Int(text[at] - 0x30), 1 << 40)
        at += 1
      }
      if at >= text.count { throw problem(vm, "repeat count given without format specifier") }
      let code = text[at]
      at += 1
      let size: Int
      switch code {
      case 0x78, 0x63, 0x62, 0x42, 0x3F, 0x73, 0x70: size = 1
      case 0x68, 0x48, 0x65: size = 2
      case 0x69, 0x49, 0x66: size = 4
      case 0x6C, 0x4C: size = native ? 8 : 4
      case 0x71, 0x51, 0x64: size = 8
      case 0x6E, 0x4E, 0x50:
        if !native { throw problem(vm, "bad char in struct format") }
        size = 8
      default: throw problem(vm, "bad char in struct format")
      }
      var field = Field(code: code, count: count ?? 1, size: size, padding: 0, isNative: native)
      if native && size > 1 { field.padding = (size - layout.size % size) % size }
      let (bytes, overflow) = field.count.multipliedReportingOverflow(by: size)
      if overflow || bytes > 1 << 40 { throw problem(vm, "total struct size too long") }
      layout.size += field.padding + bytes
      if code != 0x78 { layout.values += code == 0x73 || code == 0x70 ? 1 : field.count }
      layout.fields.append(field)
    }
    return layout
  }

  private static func pack(_ vm: VM, _ layout: Layout, _ values: Arguments) throws(Raised) -> [UInt8] {
    if values.count != layout.values {
      throw problem(vm, "pack expected \(layout.values) items for packing (got \(values.count))")
    }
    if layout.size > 1 << 32 { throw vm.memoryError() }
    var result: [UInt8] = []
    result.reserveCapacity(layout.size)
    var next = 0
    func put(_ bits: UInt64, _ size: Int) {
      if size == 1 { return result.append(UInt8(truncatingIfNeeded: bits)) }
      // The wanted bytes come first in memory.
      let ordered = layout.isLittle ? bits.littleEndian : (bits << UInt64(64 - 8 * size)).bigEndian
      withUnsafeBytes(of: ordered) { result.append(contentsOf: $0.prefix(size)) }
    }
    for field in layout.fields {
      for _ in 0..<field.padding { result.append(0) }
      switch field.code {
      case 0x78: result += [UInt8](repeating: 0, count: field.count)
      case 0x73, 0x70:
        guard let bytes = Codecs.buffer(values[next]) else {
          throw problem(vm, "argument for '\(field.code == 0x73 ? "s" : "p")' must be a bytes object")
        }
        next += 1
        if field.code == 0x70 {
          if field.count > 0 {
            let kept = Array(bytes.prefix(min(field.count - 1, 255)))
            result.append(UInt8(kept.count))
            result += kept + [UInt8](repeating: 0, count: field.count - 1 - kept.count)
          }
        } else {
          let kept = bytes.prefix(field.count)
          result += kept + [UInt8](repeating: 0, count: field.count - kept.count)
        }
      default:
        for _ in 0..<field.count {
          put(try bits(vm, field, values[next]), field.size)
          next += 1
        }
      }
    }
    return result
  }

  private static func bits(_ vm: VM, _ field: Field, _ value: Value) throws(Raised) -> UInt64 {
    switch field.code {
    case 0x63:
      guard let bytes = Codecs.buffer(value), bytes.count == 1 else {
        throw problem(vm, "char format requires a bytes object of length 1")
      }
      return UInt64(bytes[0])
    case 0x3F: return try vm.truth(value) ? 1 : 0
    case 0x66, 0x64, 0x65:
      let f: Double
      do throws(Raised) { f = try vm.double(value) } catch {
        if error.exception.type.isSubtype(of: vm.types.typeError) { throw problem(vm, "required argument is not a float") }
        throw error
      }
      if field.code == 0x64 { return f.bitPattern }
      if field.code == 0x66 {
        let single = Float(f)
        if single.isInfinite && f.isFinite && !field.isNative { throw vm.overflowError("float too large to pack with f format") }
        return UInt64(single.bitPattern)
      }
      let half = halfBits(f)
      if half & 0x7FFF == 0x7C00 && f.isFinite { throw vm.overflowError("float too large to pack with e format") }
      return UInt64(half)
    default:
      if case .int(let i) = value, i >= 0, field.size == 8 || i >> (field.size * 8 - 1) == 0 { return UInt64(i) }
      let number: Integer
      if let plain = Integer(value) { number = plain } else {
        guard case .object(let o) = value, o.hasHeapType || o.kind == .tensor,
          let index = Integer(try vm.indexValue(value))
        else { throw problem(vm, "required argument is not an integer") }
        number = index
      }
      let isSigned = field.code >= 0x61
      let bits = field.size * 8
      let name = Character(Unicode.Scalar(field.code))
      func outside() -> Raised {
        if field.size == 8 {
          return problem(vm, "int too large to convert")
        }
        let (low, high) = isSigned ? (-(1 << (bits - 1)), (1 << (bits - 1)) - 1) : (0, (1 << bits) - 1)
        if field.size == 1 { return problem(vm, "\(isSigned ? "byte" : "ubyte") format requires \(low) <= number <= \(high)") }
        if field.size == 2 { return problem(vm, "\(isSigned ? "short" : "ushort") format requires \(low) <= number <= \(high)") }
        return problem(vm, "'\(name)' format requires \(low) <= number <= \(high)")
      }
      switch number {
      case .small(let i):
        if isSigned {
          if bits < 64 && (i < -(1 << (bits - 1)) || i > (1 << (bits - 1)) - 1) { throw outside() }
        } else if i < 0 || (bits < 64 && i > (1 << bits) - 1) {
          throw outside()
        }
        return UInt64(bitPattern: Int64(i))
      case .big:
        if isSigned || number.sign < 0 || number.bitLength > 64 || bits < 64 { throw outside() }
        return number.withZ { UInt64($0.pointee._mp_d[0]) }
      }
    }
  }

  /// A double rounded to half precision, ties to even.
  private static func halfBits(_ f: Double) -> UInt16 {
    let sign: UInt16 = f.sign == .minus ? 0x8000 : 0
    if f.isNaN { return sign | 0x7E00 }
    if f.isInfinite { return sign | 0x7C00 }
    let m = f.magnitude
    if m == 0 { return sign }
    if m < 0x1p-14 { return sign | UInt16((m * 0x1p24).rounded(.toNearestOrEven)) }
    let exponent = Int(m.exponent)
    if exponent > 15 { return sign | 0x7C00 }
    let fraction = (m.significand - 1) * 1024
    let rounded = UInt16(fraction.rounded(.toNearestOrEven))
    return sign | (UInt16(exponent + 15) << 10) &+ rounded
  }

  private static func half(_ bits: UInt16) -> Double {
    let exponent = Int(bits >> 10 & 31)
    let fraction = Double(bits & 1023)
    let size: Double
    if exponent == 0 { size = fraction * 0x1p-24 } else if exponent == 31 { size = fraction == 0 ? .infinity : .nan } else {
      size = (1 + fraction / 1024) * Double(sign: .plus, exponent: exponent - 15, significand: 1)
    }
    return bits & 0x8000 != 0 ? -size : size
  }

  private static func unpack(_ vm: VM, _ layout: Layout, _ bytes: [UInt8], _ offset: Int) throws(Raised) -> TupleObject {
    var result: [Value] = []
    result.reserveCapacity(layout.values)
    var at = offset
    for field in layout.fields {
      at += field.padding
      switch field.code {
      case 0x78: at += field.count
      case 0x73:
        result.append(vm.makeBytes(Array(bytes[at..<(at + field.count)])))
        at += field.count
      case 0x70:
        let n = field.count == 0 ? 0 : min(Int(bytes[at]), field.count - 1)
        result.append(vm.makeBytes(field.count == 0 ? [] : Array(bytes[(at + 1)..<(at + 1 + n)])))
        at += field.count
      default:
        for _ in 0..<field.count {
          var bits: UInt64 = 0
          if field.size == 1 {
            bits = UInt64(bytes[at])
          } else {
            // The layout was compared with the number of bytes.
            bytes.withUnsafeBytes { bytes in
              withUnsafeMutableBytes(of: &bits) { $0.copyMemory(from: .init(rebasing: bytes[at..<(at + field.size)])) }
            }
            bits = layout.isLittle ? UInt64(littleEndian: bits) : UInt64(bigEndian: bits) >> UInt64(64 - 8 * field.size)
          }
          at += field.size
          result.append(value(vm, field, bits))
        }
      }
    }
    return TupleObject.make(vm, result)
  }

  private static func value(_ vm: VM, _ field: Field, _ bits: UInt64) -> Value {
    switch field.code {
    case 0x63: return vm.makeBytes([UInt8(truncatingIfNeeded: bits)])
    case 0x3F: return .bool(bits != 0)
    case 0x64: return .float(Double(bitPattern: bits))
    case 0x66: return .float(Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits))))
    case 0x65: return .float(half(UInt16(truncatingIfNeeded: bits)))
    default:
      if field.code < 0x61 { return Numbers.value(vm, unsigned: UInt(bits)) }
      let shift = UInt64(64 - field.size * 8)
      return .int(Int(Int64(bitPattern: bits << shift) >> Int64(shift)))
    }
  }
}

private enum ByteMethodsSpace {
  static func isSpace(_ b: UInt8) -> Bool { b == 0x20 || (b >= 9 && b <= 13) }
}
