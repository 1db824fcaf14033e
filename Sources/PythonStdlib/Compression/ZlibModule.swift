import Interpreter
import ZlibShim

/// `zlib`: compression by the library of that name.
enum ZlibModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(vm, name: "zlib", doc: "Compression compatible with gzip.")
    let constants: [(String, Int32)] = [
      ("MAX_WBITS", MAX_WBITS), ("DEFLATED", Z_DEFLATED), ("DEF_MEM_LEVEL", 8), ("DEF_BUF_SIZE", 16384),
      ("Z_NO_COMPRESSION", Z_NO_COMPRESSION), ("Z_BEST_SPEED", Z_BEST_SPEED), ("Z_BEST_COMPRESSION", Z_BEST_COMPRESSION),
      ("Z_DEFAULT_COMPRESSION", Z_DEFAULT_COMPRESSION), ("Z_FILTERED", Z_FILTERED), ("Z_HUFFMAN_ONLY", Z_HUFFMAN_ONLY),
      ("Z_RLE", Z_RLE), ("Z_FIXED", Z_FIXED), ("Z_DEFAULT_STRATEGY", Z_DEFAULT_STRATEGY), ("Z_NO_FLUSH", Z_NO_FLUSH),
      ("Z_PARTIAL_FLUSH", Z_PARTIAL_FLUSH), ("Z_SYNC_FLUSH", Z_SYNC_FLUSH), ("Z_FULL_FLUSH", Z_FULL_FLUSH),
      ("Z_FINISH", Z_FINISH), ("Z_BLOCK", Z_BLOCK), ("Z_TREES", Z_TREES),
    ]
    for (name, value) in constants { module.constant(vm, name, .int(Int(value))) }
    module.constant(vm, "ZLIB_VERSION", .object(vm.string(ZLIB_VERSION)))
    module.constant(vm, "ZLIB_RUNTIME_VERSION", .object(vm.string(String(cString: zlibVersion()))))
    let space = DictObject(vm)
    space.set(vm, "__module__", .object(vm.string("zlib")))
    let error = try vm.call(
      .object(vm.types.type),
      [
        .object(vm.string("error")), .object(TupleObject(vm, [.object(vm.types.exception)])), .object(space),
      ])
    module.constant(vm, "error", error)
    checksums(vm, module)
    wholes(vm, module)
    let compress = vm.nativeType("Compress", module: "zlib", populate: populateCompress)
    let decompress = vm.nativeType("Decompress", module: "zlib", populate: populateDecompress)
    for type in [compress, decompress] { type.showsModule = true }
    module.constant(vm, "_Compress", .object(compress))
    module.constant(vm, "_Decompress", .object(decompress))
    streams(vm, module)
    return module
  }

  private static func fail(_ vm: VM, _ status: Int32, _ what: String, _ message: String?) -> Raised {
    var text = message
    if text == nil {
      switch status {
      case Z_BUF_ERROR: text = "incomplete or truncated stream"
      case Z_STREAM_ERROR: text = "inconsistent stream state"
      case Z_DATA_ERROR: text = "invalid input data"
      default: break
      }
    }
    let tail = text.map { ": \($0)" } ?? ""
    return problem(vm, "Error \(status) \(what)\(tail)")
  }
  private static func problem(_ vm: VM, _ text: String) -> Raised {
    do throws(Raised) {
      let module = try vm.importModule("zlib", fromList: .object(vm.emptyTuple))
      let made = try vm.call(try vm.getAttr(module, vm.intern("error")), [.object(vm.string(text))])
      if let exception = made.asException { return Raised(exception) }
      return vm.valueError(text)
    } catch { return error }
  }
  private static func type(_ vm: VM, _ name: String) throws(Raised) -> TypeObject {
    let module = try vm.importModule("zlib", fromList: .object(vm.emptyTuple))
    guard case .object(let o) = try vm.getAttr(module, vm.intern(name)), let type = o as? TypeObject else {
      throw vm.valueError("zlib has lost a type")
    }
    return type
  }
  private static func int32(_ vm: VM, _ value: Value) throws(Raised) -> Int32 {
    guard let small = Int32(exactly: try vm.index(value)) else {
      throw vm.raised(vm.types.overflowError, "Python int too large to convert to C int")
    }
    return small
  }

  private static func checksums(_ vm: VM, _ module: ModuleObject) {
    module.function(vm, "crc32(data, value=0, /)", "CRC-32 of bytes.") { (vm, args) throws(Raised) in
      let start = UInt(truncatingIfNeeded: UInt32(truncatingIfNeeded: try vm.index(args[1])))
      let bytes = try vm.byteView(args, 0)
      return .int(Int(crc32_z(start, bytes.base, bytes.count)))
    }
    module.function(vm, "adler32(data, value=1, /)", "Adler-32 of bytes.") { (vm, args) throws(Raised) in
      let start = UInt(truncatingIfNeeded: UInt32(truncatingIfNeeded: try vm.index(args[1])))
      let bytes = try vm.byteView(args, 0)
      return .int(Int(adler32_z(start, bytes.base, bytes.count)))
    }
  }

  private static func wholes(_ vm: VM, _ module: ModuleObject) {
    module.function(vm, "compress(data, /, level=-1, wbits=15)", "Compresses bytes.") { (vm, args) throws(Raised) in
      let bytes = try vm.bytesArgument(args[0])
      let stream = ZlibStream(type: try type(vm, "_Compress"), isCompressor: true)
      let status = stream.openCompressor(
        level: try int32(vm, args[1]), method: Z_DEFLATED, wbits: try int32(vm, args[2]), memLevel: 8,
        strategy: Z_DEFAULT_STRATEGY)
      if status == Z_STREAM_ERROR { throw problem(vm, "Bad compression level") }
      if status != Z_OK { throw fail(vm, status, "while compressing data", stream.message) }
      let out = stream.run(bytes, flush: Z_FINISH)
      if out.status != Z_STREAM_END { throw fail(vm, out.status, "while compressing data", stream.message) }
      return vm.makeBytes(out.bytes)
    }
    module.function(vm, "decompress(data, /, wbits=15, bufsize=16384)", "Decompresses bytes.") {
      (vm, args) throws(Raised) in
      let bytes = try vm.bytesArgument(args[0])
      if try vm.index(args[2]) < 0 { throw vm.valueError("bufsize must be non-negative") }
      let stream = ZlibStream(type: try type(vm, "_Decompress"), isCompressor: false)
      let status = stream.openDecompressor(wbits: try int32(vm, args[1]))
      if status != Z_OK { throw fail(vm, status, "while preparing to decompress data", stream.message) }
      let out = stream.run(bytes, flush: Z_SYNC_FLUSH)
      if out.status != Z_STREAM_END {
        let code = out.status == Z_OK ? Z_BUF_ERROR : out.status
        throw fail(vm, code, "while decompressing data", code == Z_BUF_ERROR ? nil : stream.message)
      }
      return vm.makeBytes(out.bytes)
    }
  }

  private static func streams(_ vm: VM, _ module: ModuleObject) {
    module.function(
      vm, "compressobj(level=-1, method=8, wbits=15, memLevel=8, strategy=0, zdict=None)", "A stream that compresses."
    ) { (vm, args) throws(Raised) in
      let stream = ZlibStream(type: try type(vm, "_Compress"), isCompressor: true)
      let status = stream.openCompressor(
        level: try int32(vm, args[0]), method: try int32(vm, args[1]), wbits: try int32(vm, args[2]),
        memLevel: try int32(vm, args[3]), strategy: try int32(vm, args[4]))
      if status == Z_STREAM_ERROR { throw vm.valueError("Invalid initialization option") }
      if status != Z_OK { throw fail(vm, status, "while creating compression object", stream.message) }
      if !args[5].isNone {
        guard let bytes = Codecs.buffer(args[5]) else {
          throw vm.typeError("zdict argument must support the buffer protocol")
        }
        if stream.setDeflateDictionary(bytes) != Z_OK { throw vm.valueError("Invalid dictionary") }
      }
      return .object(stream)
    }
    module.function(vm, "decompressobj(wbits=15, zdict=None)", "A stream that decompresses.") { (vm, args) throws(Raised) in
      let stream = ZlibStream(type: try type(vm, "_Decompress"), isCompressor: false)
      guard let bytes = args[1].isNone ? [] : Codecs.buffer(args[1]) else {
        throw vm.typeError("zdict argument must support the buffer protocol")
      }
      stream.dictionary = bytes
      let wbits = try int32(vm, args[0])
      let status = stream.openDecompressor(wbits: wbits)
      if status == Z_STREAM_ERROR { throw vm.valueError("Invalid initialization option") }
      if status != Z_OK { throw fail(vm, status, "while creating decompression object", stream.message) }
      if wbits < 0 && !bytes.isEmpty { _ = stream.setInflateDictionary() }
      return .object(stream)
    }
  }

  private static func me(_ args: Arguments) -> ZlibStream { unsafeDowncast(args.slot(0).object, to: ZlibStream.self) }

  private static func populateCompress(_ type: TypeObject, _ vm: VM) {
    type.method(vm, "compress(self, data, /)", "Takes more data.") { (vm, args) throws(Raised) in
      let out = me(args).run(try vm.bytesArgument(args[1]), flush: Z_NO_FLUSH)
      if out.status != Z_OK && out.status != Z_BUF_ERROR {
        throw fail(vm, out.status, "while compressing data", me(args).message)
      }
      return vm.makeBytes(out.bytes)
    }
    type.method(vm, "flush(self, mode=4, /)", "Gives what is pending.") { (vm, args) throws(Raised) in
      let mode = try int32(vm, args[1])
      if mode == Z_NO_FLUSH { return vm.makeBytes([]) }
      let out = me(args).run([], flush: mode)
      if out.status == Z_STREAM_END && mode == Z_FINISH {
        _ = me(args).close()
      } else if out.status != Z_OK && out.status != Z_BUF_ERROR {
        throw fail(vm, out.status, "while flushing", me(args).message)
      }
      return vm.makeBytes(out.bytes)
    }
    copies(type, vm)
  }

  private static func copies(_ type: TypeObject, _ vm: VM) {
    for signature in ["copy(self, /)", "__copy__(self, /)", "__deepcopy__(self, memo, /)"] {
      type.method(vm, signature, "Another stream in the same state.") { (vm, args) throws(Raised) in
        guard let made = me(args).copy() else { throw vm.valueError("Inconsistent stream state") }
        return .object(made)
      }
    }
  }

  private static func populateDecompress(_ type: TypeObject, _ vm: VM) {
    type.method(vm, "decompress(self, data, /, max_length=0)", "Takes more data.") { (vm, args) throws(Raised) in
      let stream = me(args)
      let bytes = try vm.bytesArgument(args[1])
      let limit = try vm.index(args[2])
      if limit < 0 { throw vm.valueError("max_length must be non-negative") }
      return vm.makeBytes(try feed(vm, stream, bytes, limit))
    }
    type.method(vm, "flush(self, length=16384, /)", "Gives the rest.") { (vm, args) throws(Raised) in
      let stream = me(args)
      if try vm.index(args[1]) <= 0 { throw vm.valueError("length must be greater than zero") }
      let rest = stream.unconsumedTail
      stream.unconsumedTail = []
      return vm.makeBytes(try feed(vm, stream, rest, 0))
    }
    type.attribute(vm, "unused_data", get: { (vm, v) throws(Raised) in
      guard let stream = v.native(ZlibStream.self) else { return .none }
      return vm.makeBytes(stream.unusedData)
    })
    type.attribute(vm, "unconsumed_tail", get: { (vm, v) throws(Raised) in
      guard let stream = v.native(ZlibStream.self) else { return .none }
      return vm.makeBytes(stream.unconsumedTail)
    })
    type.attribute(vm, "eof", get: { (vm, v) throws(Raised) in
      guard let stream = v.native(ZlibStream.self) else { return .none }
      return .bool(stream.atEnd)
    })
    copies(type, vm)
  }

  private static func feed(_ vm: VM, _ stream: ZlibStream, _ bytes: [UInt8], _ limit: Int) throws(Raised) -> [UInt8] {
    if stream.atEnd {
      stream.unusedData += bytes
      return []
    }
    let out = stream.run(bytes, flush: Z_SYNC_FLUSH, limit: limit)
    let rest = Array(bytes.suffix(out.unread))
    stream.unconsumedTail = []
    switch out.status {
    case Z_STREAM_END:
      stream.atEnd = true
      stream.unusedData += rest
      _ = stream.close()
    case Z_OK, Z_BUF_ERROR: stream.unconsumedTail = rest
    default: throw fail(vm, out.status, "while decompressing data", stream.message)
    }
    return out.bytes
  }
}
