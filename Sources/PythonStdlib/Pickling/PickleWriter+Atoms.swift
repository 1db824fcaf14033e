import Interpreter

/// Numbers, texts and bytes.
extension PickleWriter {
  func saveInt(_ i: Int) {
    if isBinary {
      if i >= 0 && i <= 0xFFFF {
        put(i <= 0xFF ? .binInt1 : .binInt2)
        return put(UInt64(i), bytes: i <= 0xFF ? 1 : 2)
      }
      if i >= -0x8000_0000 && i <= 0x7FFF_FFFF {
        put(.binInt)
        return put(UInt64(bitPattern: Int64(i)), bytes: 4)
      }
    }
    if version >= 2 {
      // The fewest bytes that keep the sign.
      let bits = 65 - (i < 0 ? ~i : i).leadingZeroBitCount
      let size = (bits &+ 7) / 8
      put(.long1)
      out.append(UInt8(size))
      return put(UInt64(bitPattern: Int64(i)), bytes: size)
    }
    if i >= -0x8000_0000 && i <= 0x7FFF_FFFF {
      put(.int)
      put(line: i)
    } else {
      put(.long)
      put(line: IntText.decimal(i) + [PickleCode.long.rawValue])
    }
  }

  func saveFloat(_ f: Double) {
    if isBinary {
      put(.binFloat)
      let bits = f.bitPattern
      for i in 0..<8 { out.append(UInt8(truncatingIfNeeded: bits >> UInt64(56 &- 8 &* i))) }
    } else {
      put(.float)
      put(line: FloatText.shortest(f, alwaysPoint: true))
    }
  
  }

  func saveText(_ text: StrObject, _ slot: Slot) throws(Raised) {
    if !isBinary {
      saveLine(text)
    } else if text.isASCII {
      try saveText(text.bytes)
    } else {
      try text.utf8(surrogatePass: true).withUnsafeBufferPointer { (bytes) throws(Raised) in try saveText(bytes) }
    }
    memoize(slot)
  }
  private func saveText(_ bytes: UnsafeBufferPointer<UInt8>) throws(Raised) {
    if bytes.count <= 0xFF && version >= 4 {
      put(.shortBinUnicode)
      out.append(UInt8(bytes.count))
      out.append(contentsOf: bytes)
    } else if bytes.count > 0xFFFF_FFFF {
      if version < 4 { throw vm.overflowError("cannot serialize a string larger than 4GiB") }
      try put(.binUnicode8, bytes: 8, bytes)
    } else {
      try put(.binUnicode, bytes: 4, bytes)
    }
  }
  /// A text as a line: Latin-1, with escapes for what would end it and for all other characters.
  private func saveLine(_ text: StrObject) {
    put(.unicode)
    for i in 0..<text.count {
      let point = text[i]
      switch point {
      case 0, 10, 13, 0x1A, 0x5C, 0x100...0xFFFF: putEscape(0x75, point, digits: 4)
      case 0...0xFF: out.append(UInt8(truncatingIfNeeded: point))
      default: putEscape(0x55, point, digits: 8)
      }
    }
    out.append(10)
  }
  private func putEscape(_ letter: UInt8, _ point: UInt32, digits: Int) {
    out.append(0x5C)
    out.append(letter)
    for place in (0..<digits).reversed() {
      let digit = UInt8(truncatingIfNeeded: point >> UInt32(4 &* place) & 0xF)
      out.append(digit < 10 ? 0x30 &+ digit : 0x57 &+ digit)
    }
  }

  func saveBytes(_ object: BytesObject, _ slot: Slot) throws(Raised) {
    if version < 3 {
      if object.count == 0 {
        return try saveReduce(.object(vm.types.bytes), .object(vm.emptyTuple), object: slot)
      }
      let codecs = try vm.importModule("codecs", fromList: .object(vm.emptyTuple))
      let text = try Codecs.latin1(vm, ByteView(object))
      let arguments = TupleObject.make(vm, [.object(text), .object(vm.string("latin1"))])
      return try saveReduce(try vm.getAttr(codecs, "encode"), .object(arguments), object: slot)
    }
    try saveBytes(object.array)
    memoize(slot)
  }
  func saveBytes(_ data: [UInt8]) throws(Raised) {
    if data.count <= 0xFF {
      put(.shortBinBytes)
      out.append(UInt8(data.count))
      out += data
    } else if data.count > 0xFFFF_FFFF {
      if version < 4 { throw vm.overflowError("cannot serialize a bytes object larger than 4 GiB") }
      try put(.binBytes8, bytes: 8, data)
    } else {
      try put(.binBytes, bytes: 4, data)
    }
  }

  func saveBig(_ object: Object) throws(Raised) {
    let value = Value.object(object)
    if version < 2 {
      put(.long)
      return put(line: try vm.repr(value).utf8() + [PickleCode.long.rawValue])
    }
    guard let bytes = Codecs.buffer(try environment.helper(vm, "encode_long", [value])) else { return }
    if bytes.count < 256 {
      put(.long1)
      out.append(UInt8(bytes.count))
    } else {
      if bytes.count > 0x7FFF_FFFF { throw vm.overflowError("int too large to pickle") }
      put(.long4)
      put(UInt64(bytes.count), bytes: 4)
    }
    out += bytes
  }


  func saveBuffer(_ object: Object) throws(Raised) {
    if version < 5 { throw environment.pickling(vm, "PickleBuffer can only be pickled with protocol >= 5") }
    let value = Value.object(object)
    let view = try vm.callMethod(value, "raw", [])
    if !(try vm.truth(try vm.getAttr(view, "contiguous"))) {
      throw environment.pickling(vm, "PickleBuffer can not be pickled when pointing to a non-contiguous buffer")
    }
    let isReadOnly = try vm.truth(try vm.getAttr(view, "readonly"))
    var inside = true
    if let bufferCallback { inside = try vm.truth(try vm.call(bufferCallback, [value])) }
    if !inside {
      put(.nextBuffer)
      if isReadOnly { put(.readOnlyBuffer) }
      return
    }
    let data = Codecs.buffer(view) ?? []
    if isReadOnly {
      try saveBytes(data)
    } else {
      try put(.byteArray8, bytes: 8, data)
    }
    memoize(.undefined)
  }
}
