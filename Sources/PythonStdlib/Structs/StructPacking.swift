import Glibc
import Interpreter

// Values to bytes and back.
extension StructLayout {
  /// Writes values at an address, `size` bytes. They may run Python code: nobody else may know the memory.
  func pack(
    _ vm: VM, _ tools: StructTools, _ given: Arguments, into to: UnsafeMutablePointer<UInt8>
  ) throws(Raised) {
    if hasGaps { memset(to, 0, size) }
    var next = 0
    for field in fields {
      var at = to + field.offset
      switch field.code {
      case 0x73, 0x70:
        try packText(vm, tools, field, given.slot(next), at)
        next &+= 1
      default:
        for _ in 0..<field.count {
          let value = given.slot(next)
          next &+= 1
          var bits: UInt64
          if value.isInt, field.code != 0x3F, let plain = plainBits(field, value.asInt) {
            bits = plain
          } else if value.isFloat, field.code == 0x64 {
            bits = value.asDouble.bitPattern
          } else {
            bits = try self.bits(vm, tools, field, value.value)
          }
          if !isLittle { bits = (bits << UInt64(64 &- 8 &* field.size)).byteSwapped }
          switch field.size {
          case 1: at.pointee = UInt8(truncatingIfNeeded: bits)
          case 2: UnsafeMutableRawPointer(at).storeBytes(of: UInt16(truncatingIfNeeded: bits), as: UInt16.self)
          case 4: UnsafeMutableRawPointer(at).storeBytes(of: UInt32(truncatingIfNeeded: bits), as: UInt32.self)
          default: UnsafeMutableRawPointer(at).storeBytes(of: bits, as: UInt64.self)
          }
          at += field.size
        }
      }
    }
  }

  private func packText(
    _ vm: VM, _ tools: StructTools, _ field: Field, _ value: Slot, _ to: UnsafeMutablePointer<UInt8>
  ) throws(Raised) {
    guard value.isKind(.bytes) || value.isKind(.bytearray), let bytes = ByteView(value) else {
      throw tools.problem(vm, "argument for '\(field.code == 0x73 ? "s" : "p")' must be a bytes object")
    }
    if field.code == 0x73 {
      memcpy(to, bytes.base, min(bytes.count, field.count))
    } else if field.count > 0 {
      let kept = min(bytes.count, field.count &- 1, 255)
      to[0] = UInt8(truncatingIfNeeded: kept)
      memcpy(to + 1, bytes.base, kept)
    }
  }

  /// The bits of an int that fits a field of ints; nil: it does not, or the field is of another kind.
  @inline(__always)
  private func plainBits(_ field: Field, _ i: Int) -> UInt64? {
    switch Unicode.Scalar(field.code) {
    case "c", "f", "d", "e": return nil
    default:
      if field.size == 8 { return field.code >= 0x61 || i >= 0 ? UInt64(bitPattern: Int64(i)) : nil }
      let width = field.size &* 8
      let fits = field.code >= 0x61 ? i >> (width &- 1) == 0 || i >> (width &- 1) == -1 : i >> width == 0
      return fits ? UInt64(bitPattern: Int64(i)) : nil
    }
  }

  private func bits(_ vm: VM, _ tools: StructTools, _ field: Field, _ value: Value) throws(Raised) -> UInt64 {
    switch Unicode.Scalar(field.code) {
    case "c":
      guard let bytes = ByteView(value), bytes.count == 1 else {
        throw tools.problem(vm, "char format requires a bytes object of length 1")
      }
      return UInt64(bytes[0])
    case "?": return try vm.truth(value) ? 1 : 0
    case "f", "d", "e": return try floatBits(vm, tools, field, value)
    default: return try integerBits(vm, tools, field, value)
    }
  }

  private func floatBits(_ vm: VM, _ tools: StructTools, _ field: Field, _ value: Value) throws(Raised) -> UInt64 {
    let f: Double
    do throws(Raised) { f = try vm.double(value) } catch {
      if error.exception.type.isSubtype(of: vm.types.typeError) { throw tools.problem(vm, "required argument is not a float") }
      throw error
    }
    if field.code == 0x64 { return f.bitPattern }
    if field.code == 0x66 {
      let single = Float(f)
      if single.isInfinite && f.isFinite && !isNative { throw vm.overflowError("float too large to pack with f format") }
      return UInt64(single.bitPattern)
    }
    let half = StructLayout.halfBits(f)
    if half & 0x7FFF == 0x7C00 && f.isFinite { throw vm.overflowError("float too large to pack with e format") }
    return UInt64(half)
  }

  private func integerBits(_ vm: VM, _ tools: StructTools, _ field: Field, _ value: Value) throws(Raised) -> UInt64 {
    let number: Integer
    if let plain = Integer(value) { number = plain } else {
      guard case .object(let o) = value, o.hasHeapType || o.kind == .tensor, let index = Integer(try vm.indexValue(value))
      else { throw tools.problem(vm, "required argument is not an integer") }
      number = index
    }
    let isSigned = field.code >= 0x61
    let bits = field.size &* 8
    func outside() -> Raised {
      if field.size == 8 { return tools.problem(vm, "int too large to convert") }
      let (low, high) = isSigned ? (-(1 << (bits - 1)), (1 << (bits - 1)) - 1) : (0, (1 << bits) - 1)
      let name =
        field.size == 1 ? (isSigned ? "byte" : "ubyte") : field.size == 2 ? (isSigned ? "short" : "ushort")
        : "'\(Character(Unicode.Scalar(field.code)))'"
      return tools.problem(vm, "\(name) format requires \(low) <= number <= \(high)")
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

  /// The values at an address, `size` bytes of which are there.
  func unpack(_ vm: VM, _ tools: StructTools, _ from: UnsafePointer<UInt8>) throws(Raised) -> TupleObject {
    let isLarge = values > StructTools.room
    let slots = isLarge ? UnsafeMutablePointer<Slot>.allocate(capacity: values) : tools.scratch
    defer { if isLarge { slots.deallocate() } }
    var n = 0
    do throws(Raised) {
      for field in fields {
        var at = from + field.offset
        switch field.code {
        case 0x73:
          slots[n] = try vm.makeBytes(copying: at, field.count).intoOwned()
          n &+= 1
        case 0x70:
          let kept = field.count == 0 ? 0 : min(Int(at[0]), field.count &- 1)
          slots[n] = try vm.makeBytes(copying: at + (field.count == 0 ? 0 : 1), kept).intoOwned()
          n &+= 1
        default:
          for _ in 0..<field.count {
            slots[n] = try item(vm, field, at)
            n &+= 1
            at += field.size
          }
        }
      }
    } catch {
      for i in 0..<n { slots[i].release() }
      throw error
    }
    return TupleObject.make(vm, moving: slots, count: n)
  }

  @inline(__always)
  private func item(_ vm: VM, _ field: Field, _ at: UnsafePointer<UInt8>) throws(Raised) -> Slot {
    let raw = UnsafeRawPointer(at)
    var bits: UInt64
    switch field.size {
    case 1: bits = UInt64(at.pointee)
    case 2: bits = UInt64(raw.loadUnaligned(as: UInt16.self))
    case 4: bits = UInt64(raw.loadUnaligned(as: UInt32.self))
    default: bits = raw.loadUnaligned(as: UInt64.self)
    }
    if !isLittle { bits = bits.byteSwapped >> UInt64(64 &- 8 &* field.size) }
    switch Unicode.Scalar(field.code) {
    case "c": return try vm.makeBytes(copying: at, 1).intoOwned()
    case "?": return .bool(bits != 0)
    case "d": return .float(Double(bitPattern: bits))
    case "f": return .float(Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits))))
    case "e": return .float(StructLayout.half(UInt16(truncatingIfNeeded: bits)))
    default:
      if field.code < 0x61 { return bits >> 63 == 0 ? .int(Int(bits)) : Numbers.value(vm, unsigned: UInt(bits)).intoOwned() }
      let shift = UInt64(64 &- field.size &* 8)
      return .int(Int(Int64(bitPattern: bits << shift) >> Int64(shift)))
    }
  }

  // MARK: Half precision

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
}
