import CompressionShim
import Interpreter

/// `_lzma`: compression by liblzma.
enum LzmaModule {
  /// `FORMAT_AUTO` and so on.
  enum Format: Int { case auto, xz, alone, raw }
  /// `CHECK_UNKNOWN`: the stream has not told yet how it is checked.
  static var unknownCheck: Int32 { 16 }

  private static let constants: [(String, Int)] = [
    ("FORMAT_AUTO", 0), ("FORMAT_XZ", 1), ("FORMAT_ALONE", 2), ("FORMAT_RAW", 3), ("CHECK_NONE", 0), ("CHECK_CRC32", 1),
    ("CHECK_CRC64", 4), ("CHECK_SHA256", 10), ("CHECK_ID_MAX", 15), ("CHECK_UNKNOWN", Int(unknownCheck)),
    ("FILTER_LZMA1", 0x4000_0000_0000_0001), ("FILTER_LZMA2", 0x21), ("FILTER_DELTA", 3), ("FILTER_X86", 4),
    ("FILTER_POWERPC", 5), ("FILTER_IA64", 6), ("FILTER_ARM", 7), ("FILTER_ARMTHUMB", 8), ("FILTER_SPARC", 9), ("MF_HC3", 3),
    ("MF_HC4", 4), ("MF_BT2", 0x12), ("MF_BT3", 0x13), ("MF_BT4", 0x14), ("MODE_FAST", 1), ("MODE_NORMAL", 2),
    ("PRESET_DEFAULT", 6), ("PRESET_EXTREME", 1 << 31),
  ]

  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    guard let library = wick_lzma_load()?.pointee else {
      throw vm.raised(vm.types.importError, "lzma needs the library liblzma.so.5 (apt install liblzma5)")
    }
    let module = ModuleObject(vm, name: "_lzma", doc: "Compression compatible with xz.")
    for (name, value) in constants { module.constant(vm, name, .int(value)) }
    let space = DictObject(vm)
    space.set(vm, "__module__", .object(vm.string("_lzma")))
    space.set(vm, "__doc__", .object(vm.string("Call to liblzma failed.")))
    let bases = Value.object(TupleObject.make(vm, [.object(vm.types.exception)]))
    let error = try vm.call(.object(vm.types.type), [.object(vm.string("LZMAError")), bases, .object(space)])
    module.constant(vm, "LZMAError", error)
    guard let errorType = error.asType else { return module }
    let tools = LzmaTools(library: library, error: errorType)
    let types = [compressor(vm, tools), decompressor(vm, tools)]
    for type in types {
      type.showsModule = true
      module.constant(vm, type.name, .object(type))
    }
    functions(vm, module, tools)
    return module
  }

  private static func format(_ vm: VM, _ value: Value) throws(Raised) -> Format? { Format(rawValue: try vm.index(value)) }

  private static func compressor(_ vm: VM, _ tools: LzmaTools) -> TypeObject {
    let type = vm.nativeType("LZMACompressor", module: "_lzma", populate: PackedCompressor.populate)
    type.new = { (_, cls, _) in .object(PackedCompressor(cls)) }
    type.initialize = { (vm, object, args) throws(Raised) in
      guard let object = object as? PackedCompressor else { return }
      try vm.bind(args, "LZMACompressor(format=1, check=-1, preset=None, filters=None)") { (args) throws(Raised) in
        if !args[2].isNone && !args[3].isNone { throw vm.valueError("Cannot specify both preset and filter chain") }
        let kind = try format(vm, args[0])
        var check = try vm.index(args[1])
        if kind != .xz && check != -1 && check != 0 {
          throw vm.valueError("Integrity checks are only supported by FORMAT_XZ")
        }
        if check == -1 { check = 4 }
        let preset = args[2].isNone ? 6 : UInt32(truncatingIfNeeded: try vm.index(args[2]))
        let filters = args[3].isNone ? nil : try LzmaFilters(vm, tools, args[3])
        let engine = LzmaEngine(tools)
        switch kind {
        case .xz:
          try engine.open(vm) { stream in
            filters?.use { tools.library.stream_encoder(stream, $0, Int32(check)) }
              ?? tools.library.easy_encoder(stream, preset, Int32(check))
          }
        case .alone:
          if let filters, !filters.isSingleLZMA1 {
            throw vm.valueError("Invalid filter chain for FORMAT_ALONE - must be a single LZMA1 filter")
          }
          let given: LzmaFilters
          if let filters { given = filters } else { given = try LzmaFilters(vm, tools, preset: preset) }
          try engine.open(vm) { stream in given.withOptions { tools.library.alone_encoder(stream, $0) } }
        case .raw:
          guard let filters else { throw vm.valueError("Must specify filters for FORMAT_RAW") }
          try engine.open(vm) { stream in filters.use { tools.library.raw_encoder(stream, $0) } }
        case .auto, nil: throw vm.valueError("Invalid container format: \(try vm.index(args[0]))")
        }
        object.engine = engine
      }
    }
    return type
  }

  private static func decompressor(_ vm: VM, _ tools: LzmaTools) -> TypeObject {
    let type = vm.nativeType("LZMADecompressor", module: "_lzma") { (type, vm) in
      PackedDecompressor.populate(type, vm)
      type.attribute(vm, "check", "ID of the integrity check used by the input stream.", get: { (_, v) in
        .int(Int((v.native(PackedDecompressor.self)?.engine as? LzmaEngine)?.check ?? unknownCheck))
      })
    }
    type.new = { (_, cls, _) in .object(PackedDecompressor(cls)) }
    type.initialize = { (vm, object, args) throws(Raised) in
      guard let object = object as? PackedDecompressor else { return }
      try vm.bind(args, "LZMADecompressor(format=0, memlimit=None, filters=None)") { (args) throws(Raised) in
        let kind = try format(vm, args[0])
        var limit = UInt64.max
        if !args[1].isNone {
          if kind == .raw { throw vm.valueError("Cannot specify memory limit with FORMAT_RAW") }
          limit = UInt64(max(0, try vm.index(args[1])))
        }
        if kind == .raw && args[2].isNone { throw vm.valueError("Must specify filters for FORMAT_RAW") }
        if kind != .raw && !args[2].isNone { throw vm.valueError("Cannot specify filters except with FORMAT_RAW") }
        let engine = LzmaEngine(tools)
        // LZMA_TELL_NO_CHECK and LZMA_TELL_ANY_CHECK.
        let flags: UInt32 = 1 | 4
        switch kind {
        case .auto: try engine.open(vm) { tools.library.auto_decoder($0, limit, flags) }
        case .xz: try engine.open(vm) { tools.library.stream_decoder($0, limit, flags) }
        case .alone:
          try engine.open(vm) { tools.library.alone_decoder($0, limit) }
          engine.check = 0
        case .raw:
          let filters = try LzmaFilters(vm, tools, args[2])
          try engine.open(vm) { stream in filters.use { tools.library.raw_decoder(stream, $0) } }
          engine.check = 0
        case nil: throw vm.valueError("Invalid container format: \(try vm.index(args[0]))")
        }
        object.engine = engine
      }
    }
    return type
  }

  private static func functions(_ vm: VM, _ module: ModuleObject, _ tools: LzmaTools) {
    module.function(vm, "is_check_supported(check_id, /)", "Test whether the given integrity check is supported.") {
      (vm, args) throws(Raised) in
      .bool(tools.library.check_is_supported(Int32(truncatingIfNeeded: try vm.index(args[0]))) != 0)
    }
    module.function(vm, "_encode_filter_properties(filter, /)", "The options of a filter as bytes, without its id.") {
      (vm, args) throws(Raised) in
      let filters = try LzmaFilters(vm, tools, .object(ListObject.make(vm, [args[0]])))
      var size: UInt32 = 0
      if let failure = tools.failure(vm, filters.use { tools.library.properties_size(&size, $0) }) { throw failure }
      var bytes = [UInt8](repeating: 0, count: Int(size) + 1)
      if let failure = tools.failure(vm, filters.use { tools.library.properties_encode($0, &bytes) }) { throw failure }
      return vm.makeBytes(Array(bytes[..<Int(size)]))
    }
    module.function(vm, "_decode_filter_properties(filter_id, encoded_props, /)", "The options that bytes tell, as a dict.") {
      (vm, args) throws(Raised) in
      let id = UInt64(bitPattern: Int64(try vm.index(args[0])))
      return try LzmaFilters.decoded(vm, tools, id, try vm.bytesArgument(args[1]))
    }
  }
}

/// What the parts of `_lzma` share.
final class LzmaTools {
  let library: wick_lzma
  /// `LZMAError`.
  let error: TypeObject
  init(library: wick_lzma, error: TypeObject) {
    self.library = library
    self.error = error
  }
  func problem(_ vm: VM, _ text: String) -> Raised { vm.raised(error, text) }

  /// The error of a status; nil: it is none.
  func failure(_ vm: VM, _ status: Int32) -> Raised? {
    switch status {
    case 0, 1, 2, 4: return nil
    case 3: return problem(vm, "Unsupported integrity check")
    case 5: return vm.memoryError()
    case 6: return problem(vm, "Memory usage limit exceeded")
    case 7: return problem(vm, "Input format not supported by decoder")
    case 8: return problem(vm, "Invalid or unsupported options")
    case 9: return problem(vm, "Corrupt input data")
    case 10: return problem(vm, "Insufficient buffer space")
    case 11: return problem(vm, "Internal error")
    default: return problem(vm, "Unrecognized error from liblzma: \(status)")
    }
  }
}

/// One stream of liblzma.
final class LzmaEngine: PackingEngine {
  private let tools: LzmaTools
  private let stream = UnsafeMutablePointer<wick_lzma_stream>.allocate(capacity: 1)
  /// How the stream is checked.
  var check = LzmaModule.unknownCheck

  init(_ tools: LzmaTools) {
    self.tools = tools
    stream.initialize(to: wick_lzma_stream())
  }
  deinit {
    tools.library.end(stream)
    stream.deallocate()
  }
  /// Calls one of the functions that begin a stream.
  func open(_ vm: VM, _ body: (UnsafeMutablePointer<wick_lzma_stream>) -> Int32) throws(Raised) {
    if let failure = tools.failure(vm, body(stream)) { throw failure }
  }

  override func step(
    _ input: UnsafePointer<UInt8>, _ count: Int, _ output: UnsafeMutablePointer<UInt8>, _ room: Int, _ action: Action
  ) -> Step {
    stream.pointee.next_in = input
    stream.pointee.avail_in = count
    stream.pointee.next_out = output
    stream.pointee.avail_out = room
    // LZMA_RUN 0, LZMA_FINISH 3.
    var status = tools.library.code(stream, action == .run ? 0 : 3)
    // LZMA_NO_CHECK and LZMA_GET_CHECK stop it once, where the check is known.
    while status == 2 || status == 4 {
      check = tools.library.get_check(stream)
      status = tools.library.code(stream, action == .run ? 0 : 3)
    }
    let (read, written) = (count - stream.pointee.avail_in, room - stream.pointee.avail_out)
    // LZMA_BUF_ERROR: there was nothing to do.
    if status == 10, read == count, action == .run { status = 0 }
    if status == 10, room == 0 { status = 0 }
    stream.pointee.next_in = nil
    stream.pointee.next_out = nil
    return Step(status: status, read: read, written: written)
  }
  override func isEnd(_ status: Int32) -> Bool { status == 1 }
  override func failure(_ vm: VM, _ status: Int32) -> Raised? { tools.failure(vm, status) }
}
