import Glibc

/// Items of memory in native byte order.
enum MemoryItem {
  /// Bytes of an item; nil for formats that are not one native character.
  static func size(_ format: String) -> Int? {
    var code = format
    if code.hasPrefix("@") { code.removeFirst() }
    switch code {
    case "b", "B", "c", "?": return 1
    case "h", "H", "e": return 2
    case "i", "I", "f": return 4
    case "l", "L", "q", "Q", "n", "N", "d", "P": return 8
    default: return nil
    }
  }

  /// The item at a place; what lies behind the memory counts as zeros. `code` is the last character of the format.
  static func read(
    _ vm: VM, _ memory: ByteView, _ at: Int, _ code: UInt8, _ size: Int, _ format: String
  ) throws(Raised) -> Value {
    var bits: UInt64 = 0
    if size <= 8, at >= 0, at &+ size <= memory.count {
      withUnsafeMutableBytes(of: &bits) { bits in
        if let to = bits.baseAddress { memcpy(to, memory.base + at, size) }
      }
      bits = UInt64(littleEndian: bits)
    } else {
      for i in 0..<min(size, 8) where at >= 0 && at &+ i < memory.count { bits |= UInt64(memory[at &+ i]) << UInt64(8 &* i) }
    }
    switch Unicode.Scalar(code) {
    case "B": return .int(Int(bits))
    case "c": return vm.types.byteConstants.find(vm, Int(bits & 0xFF))
    case "?": return .bool(bits != 0)
    case "d": return .float(Double(bitPattern: bits))
    case "f": return .float(Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits))))
    case "H", "I", "L", "Q", "N", "P": return Numbers.value(vm, unsigned: UInt(bits))
    case "b", "h", "i", "l", "q", "n":
      let shift = UInt64(64 &- size &* 8)
      return .int(Int(Int64(bitPattern: bits << shift) >> Int64(shift)))
    default:
      throw vm.raised(vm.types.notImplementedError, "memoryview: format \(format) not supported")
    }
  }

  /// The bits of a value as an item.
  static func bits(_ vm: VM, _ value: Value, _ format: String, _ size: Int) throws(Raised) -> UInt64 {
    switch format.last ?? "B" {
    case "c":
      guard let bytes = value.asBytesObject else {
        throw vm.typeError("memoryview: invalid type for format '\(format)'")
      }
      if bytes.count != 1 { throw vm.valueError("memoryview: invalid value for format '\(format)'") }
      return UInt64(bytes.bytes[0])
    case "?": return try vm.truth(value) ? 1 : 0
    case "d": return try double(vm, value, format).bitPattern
    case "f": return UInt64(Float(try double(vm, value, format)).bitPattern)
    default: return try integer(vm, value, format, size)
    }
  }

  private static func double(_ vm: VM, _ value: Value, _ format: String) throws(Raised) -> Double {
    do throws(Raised) { return try vm.double(value) } catch {
      if error.exception.type.isSubtype(of: vm.types.typeError) {
        throw vm.typeError("memoryview: invalid type for format '\(format)'")
      }
      throw error
    }
  }

  private static func integer(_ vm: VM, _ value: Value, _ format: String, _ size: Int) throws(Raised) -> UInt64 {
    let wrong = { vm.valueError("memoryview: invalid value for format '\(format)'") }
    let number: Integer
    do throws(Raised) {
      guard let given = Integer(try vm.indexValue(value)) else {
        throw vm.typeError("memoryview: invalid type for format '\(format)'")
      }
      number = given
    } catch {
      if error.exception.type.isSubtype(of: vm.types.typeError) {
        throw vm.typeError("memoryview: invalid type for format '\(format)'")
      }
      throw error
    }
    let isSigned = format.last?.isLowercase ?? false
    let bits = size &* 8
    switch number {
    case .small(let i):
      if isSigned {
        if bits < 64 && (i < -(1 << (bits &- 1)) || i > (1 << (bits &- 1)) &- 1) { throw wrong() }
      } else if i < 0 || (bits < 64 && i > (1 << bits) &- 1) {
        throw wrong()
      }
      return UInt64(bitPattern: Int64(i))
    case .big:
      if isSigned || number.sign < 0 || number.bitLength > 64 || bits < 64 { throw wrong() }
      return number.withZ { UInt64($0.pointee._mp_d[0]) }
    }
  }
}

/// Iterates over the items of a view of one dimension.
final class MemoryIterator: NativeIterator {
  /// The view, owned; undefined once exhausted.
  private var view: Slot
  private var position = 0

  init(_ vm: VM, _ view: MemoryViewObject) {
    self.view = .owned(view)
    super.init(kind: .iterator, type: vm.types.sequenceIterator)
  }
  deinit { view.release() }
  override func traverse(_ visit: (Slot) -> Void) { visit(view) }
  override func stepSlot(_ vm: VM) throws(Raised) -> Slot {
    if view.isUndefined { return .undefined }
    let object = unsafeDowncast(view.object, to: MemoryViewObject.self)
    try object.check(vm)
    if position >= object.length {
      let old = view
      view = .undefined
      old.release()
      return .undefined
    }
    position &+= 1
    return try object.item(vm, position &- 1)
  }
}
