/// Registration of the text and byte types.
enum Text {
  /// Sets how the types fill their namespaces and make instances.
  static func install(_ vm: VM) {
    let types = vm.types
    types.str.populate = StrMethods.populate
    types.str.new = { (vm, cls, args) throws(Raised) in try newStr(vm, cls, args) }
    types.bytes.populate = { ByteMethods.populate($0, $1) }
    types.bytes.new = { (vm, cls, args) throws(Raised) in
      if cls === vm.types.bytes, args.count == 1, args.keywordNames == nil {
        if args.slot(0).isObject && args.slot(0).typePointer == vm.bytesType { return args[0] }
        if let plain = plain(vm, args) { return try vm.makeBytes(copying: plain.base, plain.count) }
        if let quick = try numbers(vm, args.slot(0)) { return quick }
      }
      let content = try newBytes(vm, args, "bytes")
      return cls === vm.types.bytes ? vm.makeBytes(content) : .object(BytesObject(vm, content, type: cls))
    }
    types.bytearray.populate = { ByteMethods.populate($0, $1) }
    types.bytearray.new = { (vm, cls, args) throws(Raised) in .object(ByteArrayObject(vm, [], type: cls)) }
    types.bytearray.initialize = { (vm, object, args) throws(Raised) in
      guard object.kind == .bytearray else { return }
      let array = unsafeDowncast(object, to: ByteArrayObject.self)
      if args.count == 0 { return try array.resize(vm, 0) }
      if args.count == 1, args.keywordNames == nil, let plain = plain(vm, args) {
        return try array.replace(vm, 0, array.count, plain)
      }
      let content = try newBytes(vm, args, "bytearray")
      if array.count != content.count { try array.checkExports(vm) }
      array.array = content
    }
    types.memoryview.populate = MemoryViewMethods.populate
    types.memoryview.new = { (vm, cls, args) throws(Raised) in
      try vm.bind(args, "memoryview(object)") { (bound) throws(Raised) in
        try MemoryViewMethods.make(vm, bound[0])
      }
    }
    types.strIterator.populate = { (type, vm) in
      type.iteratorSpecials(vm) { unsafeDowncast($0, to: StrIterator.self).remaining }
    }
    types.bytesIterator.populate = { (type, vm) in
      type.iteratorSpecials(vm) { unsafeDowncast($0, to: BytesIterator.self).remaining }
    }
  }

  /// The bytes of an argument that is bytes, a bytearray or a view of neither class of Python; nil: any other.
  private static func plain(_ vm: VM, _ args: Arguments) -> ByteView? {
    let slot = args.slot(0)
    guard slot.isObject, slot.typePointer == vm.bytesType || slot.typePointer == vm.bytearrayType else { return nil }
    return ByteView(slot)
  }

  /// So many zeros, or the ints of an exact list or tuple as bytes; nil: look closer.
  private static func numbers(_ vm: VM, _ source: Slot) throws(Raised) -> Value? {
    if source.isInt {
      let count = source.asInt
      return count >= 0 && count <= 1 << 20 ? try vm.makeBytes(count) { $0.update(repeating: 0, count: count) } : nil
    }
    guard source.isObject, source.typePointer == vm.listType || source.typePointer == vm.tupleType else { return nil }
    let items = source.pointer.field(SequenceLayout.items, Register.self)
    let count = source.pointer.field(SequenceLayout.count, Int.self)
    for k in 0..<count where !items[k].isInt || items[k].bits > 255 { return nil }
    return try vm.makeBytes(count) { for k in 0..<count { $0[k] = UInt8(truncatingIfNeeded: items[k].bits) } }
  }

  private static func newStr(_ vm: VM, _ cls: TypeObject, _ args: Arguments) throws(Raised) -> Value {
    if args.count == 1 && args.keywordNames == nil && cls === vm.types.str { return .object(try vm.str(args[0])) }
    return try vm.bind(args, "str(object=..., encoding=..., errors=...)") { (bound) throws(Raised) in
      let text: StrObject
      if !bound.has(0) {
        text = vm.emptyString
      } else if bound.has(1) || bound.has(2) {
        if bound[0].asStr != nil { throw vm.typeError("decoding str is not supported") }
        guard let bytes = Codecs.buffer(bound[0]) else {
          throw vm.typeError(
            "decoding to str: need a bytes-like object, \(vm.type(of: bound[0]).name) found")
        }
        let encoding =
          bound.has(1)
          ? try StrMethods.string(vm, bound[1], "str() argument 'encoding' must be str, not ").string : "utf-8"
        let errors =
          bound.has(2)
          ? try StrMethods.string(vm, bound[2], "str() argument 'errors' must be str, not ").string : "strict"
        text = try Codecs.decode(vm, bytes, encoding, errors)
      } else {
        text = try vm.str(bound[0])
      }
      if cls === vm.types.str { return .object(text) }
      return .object(try text.copied(vm, type: cls))
    }
  }

  private static func newBytes(_ vm: VM, _ args: Arguments, _ name: String) throws(Raised) -> [UInt8] {
    try vm.bind(args, "bytes(source=..., encoding=..., errors=...)") { (bound) throws(Raised) in
      guard bound.has(0) else {
        if bound.has(1) || bound.has(2) {
          throw vm.typeError("\(bound.has(1) ? "encoding" : "errors") without a string argument")
        }
        return []
      }
      let source = bound[0]
      let encoding =
        bound.has(1) ? try StrMethods.string(vm, bound[1], "\(name)() argument 'encoding' must be str, not ") : nil
      let errors =
        bound.has(2) ? try StrMethods.string(vm, bound[2], "\(name)() argument 'errors' must be str, not ") : nil
      if let text = source.asStr {
        guard let encoding else {
          throw vm.typeError(errors == nil ? "string argument without an encoding" : "string argument without an encoding")
        }
        return try Codecs.encode(vm, text, encoding.string, errors?.string ?? "strict")
      }
      if encoding != nil || errors != nil {
        throw vm.typeError("\(encoding != nil ? "encoding" : "errors") without a string argument")
      }
      if let plain = try Codecs.bytesLike(vm, source) { return plain }
      if let count = try StrOperators.repeatCount(vm, source) {
        if count < 0 { throw vm.valueError("negative count") }
        if count > Integer.maximumBits / 8 { throw vm.memoryError() }
        return [UInt8](repeating: 0, count: count)
      }
      return try ByteOperators.bytes(vm, from: source)
    }
  }
}
