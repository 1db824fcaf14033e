import CompressionShim
import Interpreter

/// `_bz2`: compression by libbz2.
enum Bzip2Module {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    guard let library = wick_bzip2_load() else {
      throw vm.raised(vm.types.importError, "bz2 needs the library libbz2.so.1.0 (apt install libbz2-1.0)")
    }
    let module = ModuleObject(vm, name: "_bz2", doc: "Compression compatible with bzip2.")
    let compressor = vm.nativeType("BZ2Compressor", module: "_bz2", populate: PackedCompressor.populate)
    compressor.new = { (_, cls, _) in .object(PackedCompressor(cls)) }
    compressor.initialize = { (vm, object, args) throws(Raised) in
      guard let object = object as? PackedCompressor else { return }
      try vm.bind(args, "BZ2Compressor(compresslevel=9, /)") { (args) throws(Raised) in
        let level = try vm.index(args[0])
        if level < 1 || level > 9 { throw vm.valueError("compresslevel must be between 1 and 9") }
        let engine = Bzip2Engine(library.pointee, level: Int32(level))
        if let failure = engine.failure(vm, engine.opened) { throw failure }
        object.engine = engine
      }
    }
    let decompressor = vm.nativeType("BZ2Decompressor", module: "_bz2", populate: PackedDecompressor.populate)
    decompressor.new = { (_, cls, _) in .object(PackedDecompressor(cls)) }
    decompressor.initialize = { (vm, object, args) throws(Raised) in
      guard let object = object as? PackedDecompressor else { return }
      try vm.bind(args, "BZ2Decompressor()") { (_) throws(Raised) in
        let engine = Bzip2Engine(library.pointee, level: nil)
        if let failure = engine.failure(vm, engine.opened) { throw failure }
        object.engine = engine
      }
    }
    for type in [compressor, decompressor] {
      type.showsModule = true
      module.constant(vm, type.name, .object(type))
    }
    return module
  }
}

/// One stream of libbz2.
private final class Bzip2Engine: PackingEngine {
  private let library: wick_bzip2
  private let isCompressor: Bool
  private let stream = UnsafeMutablePointer<wick_bz_stream>.allocate(capacity: 1)
  /// The status of opening it.
  let opened: Int32

  /// Without a level it decompresses.
  init(_ library: wick_bzip2, level: Int32?) {
    self.library = library
    isCompressor = level != nil
    stream.initialize(to: wick_bz_stream())
    if let level { opened = library.compress_init(stream, level, 0, 0) } else { opened = library.decompress_init(stream, 0, 0) }
  }
  deinit {
    if opened == 0 { _ = isCompressor ? library.compress_end(stream) : library.decompress_end(stream) }
    stream.deallocate()
  }

  override func step(
    _ input: UnsafePointer<UInt8>, _ count: Int, _ output: UnsafeMutablePointer<UInt8>, _ room: Int, _ action: Action
  ) -> Step {
    let (given, free) = (UInt32(min(count, 1 << 30)), UInt32(min(room, 1 << 30)))
    stream.pointee.next_in = UnsafeRawPointer(input).assumingMemoryBound(to: CChar.self)
    stream.pointee.avail_in = given
    stream.pointee.next_out = UnsafeMutableRawPointer(output).assumingMemoryBound(to: CChar.self)
    stream.pointee.avail_out = free
    // BZ_RUN 0, BZ_FINISH 2. Without input there is nothing to run.
    let status =
      isCompressor
      ? (action == .run && given == 0 ? 0 : library.compress(stream, action == .run ? 0 : 2)) : library.decompress(stream)
    let (read, written) = (Int(given - stream.pointee.avail_in), Int(free - stream.pointee.avail_out))
    stream.pointee.next_in = nil
    stream.pointee.next_out = nil
    return Step(status: status, read: read, written: written)
  }
  override func isEnd(_ status: Int32) -> Bool { status == 4 }
  override func failure(_ vm: VM, _ status: Int32) -> Raised? {
    switch status {
    case 0...4: return nil
    case -2: return vm.valueError("Internal error - invalid parameters passed to libbzip2")
    case -3: return vm.memoryError()
    case -4, -5: return vm.raised(vm.types.osError, "Invalid data stream")
    case -6: return vm.raised(vm.types.osError, "Unknown I/O error")
    case -7: return vm.raised(vm.types.eofError, "Compressed file ended before the logical end-of-stream was detected")
    case -1: return vm.raised(vm.types.runtimeError, "Internal error - Invalid sequence of commands sent to libbzip2")
    default: return vm.raised(vm.types.osError, "Unrecognized error from libbzip2: \(status)")
    }
  }
}
