import Interpreter

// What the streams of `bz2` and `lzma` share: a compressor takes bytes until it is flushed, a decompressor until its
// stream ends; it keeps the input that a limit did not let it read.

/// A stream of a library. Subclasses know its functions.
class PackingEngine {
  /// What one call of the library did.
  struct Step {
    let status: Int32
    let read, written: Int
  }
  /// What is asked of the library: to take input, or to end the stream.
  enum Action { case run, finish }

  /// Works on some input, as far as the output has room.
  func step(
    _ input: UnsafePointer<UInt8>, _ count: Int, _ output: UnsafeMutablePointer<UInt8>, _ room: Int, _ action: Action
  ) -> Step { fatalError("an engine without a library") }
  /// Tells whether a status says that the stream ended.
  func isEnd(_ status: Int32) -> Bool { false }
  /// The error of a status; nil: it is none.
  func failure(_ vm: VM, _ status: Int32) -> Raised? { nil }
}

/// The output of a stream, which grows by chunks.
private struct PackedOutput {
  let vm: VM
  /// The most bytes that are wanted; negative: all.
  let limit: Int
  private(set) var bytes: [UInt8] = []
  private var count = 0

  init(_ vm: VM, limit: Int, expecting: Int) {
    self.vm = vm
    self.limit = limit
    let first = max(1024, min(expecting, 1 << 20))
    bytes = [UInt8](repeating: 0, count: limit >= 0 ? min(first, max(limit, 1)) : first)
  }
  /// Whether nothing more may be written.
  var isFull: Bool { limit >= 0 && count >= limit }
  /// Lets an engine write into what is free.
  mutating func take(
    _ engine: PackingEngine, _ input: UnsafePointer<UInt8>, _ length: Int, _ action: PackingEngine.Action
  ) throws(Raised) -> (step: PackingEngine.Step, isFilled: Bool) {
    if count == bytes.count {
      var more = max(bytes.count, 1024)
      if limit >= 0 { more = min(more, limit - bytes.count) }
      if more > 0 {
        if !Memory.mayHold(2 * (bytes.count + more)) { throw vm.memoryError() }
        bytes += [UInt8](repeating: 0, count: more)
      }
    }
    let (from, room) = (count, limit >= 0 ? min(bytes.count, limit) - count : bytes.count - count)
    let step = bytes.withUnsafeMutableBufferPointer { buffer -> PackingEngine.Step in
      guard let base = buffer.baseAddress else { return PackingEngine.Step(status: 0, read: 0, written: 0) }
      return engine.step(input, length, base + from, room, action)
    }
    count += step.written
    return (step, step.written == room)
  }
  /// What was written.
  func value() throws(Raised) -> Value {
    try bytes.withUnsafeBufferPointer { (buffer) throws(Raised) in
      guard let base = buffer.baseAddress else { return vm.makeBytes([]) }
      return try vm.makeBytes(copying: base, count)
    }
  }
}

/// `BZ2Compressor` and `LZMACompressor`.
final class PackedCompressor: Object {
  /// nil before `__init__`.
  var engine: PackingEngine?
  private var isFlushed = false

  init(_ type: TypeObject) { super.init(kind: .native, type: type, tracked: true) }

  private func run(_ vm: VM, _ data: ByteView, _ action: PackingEngine.Action) throws(Raised) -> Value {
    guard let engine else { throw vm.valueError("the compressor is not initialized") }
    var output = PackedOutput(vm, limit: -1, expecting: data.count / 2)
    var at = 0
    while true {
      let (step, isFilled) = try output.take(engine, data.base + at, data.count - at, action)
      at += step.read
      if engine.isEnd(step.status) { break }
      if let failure = engine.failure(vm, step.status) { throw failure }
      if action == .run && at == data.count && !isFilled { break }
      if vm.interruptPending { try vm.checkInterrupt() }
    }
    return try output.value()
  }

  static func populate(_ type: TypeObject, _ vm: VM) {
    type.specials(vm, [.`init`])
    type.method(vm, "compress(self, data, /)", "Provide data to the compressor object.") { (vm, args) throws(Raised) in
      let me = unsafeDowncast(args.slot(0).object, to: PackedCompressor.self)
      // A copy of what may change: an interrupt runs Python code.
      let data = args.slot(1).isKind(.bytes) ? try vm.byteView(args, 1) : ByteView(copying: try vm.bytesArgument(args[1]))
      if me.isFlushed { throw vm.valueError("Compressor has been flushed") }
      return try me.run(vm, data, .run)
    }
    type.method(vm, "flush(self, /)", "Finish the compression process.") { (vm, args) throws(Raised) in
      let me = unsafeDowncast(args.slot(0).object, to: PackedCompressor.self)
      if me.isFlushed { throw vm.valueError("Repeated call to flush()") }
      me.isFlushed = true
      return try me.run(vm, .none, .finish)
    }
  }
}

/// `BZ2Decompressor` and `LZMADecompressor`.
final class PackedDecompressor: Object {
  /// nil before `__init__`.
  var engine: PackingEngine?
  /// Input that was not read yet.
  private var rest: [UInt8] = []
  private var atEnd = false
  private var needsInput = true

  init(_ type: TypeObject) { super.init(kind: .native, type: type, tracked: true) }

  private func run(_ vm: VM, _ data: ByteView, _ limit: Int) throws(Raised) -> Value {
    guard let engine else { throw vm.valueError("the decompressor is not initialized") }
    if atEnd { throw vm.raised(vm.types.eofError, "End of stream already reached") }
    let whole = rest.isEmpty ? nil : rest + data.bytes
    rest = []
    let input = whole.map { ByteView(copying: $0) } ?? data
    var output = PackedOutput(vm, limit: limit, expecting: input.count * 3)
    var (at, isFilled) = (0, false)
    // Also without input: the library may hold back output.
    while !output.isFull || limit == 0 {
      let (step, filled) = try output.take(engine, input.base + at, input.count - at, .run)
      at += step.read
      isFilled = filled
      if engine.isEnd(step.status) {
        atEnd = true
        break
      }
      if let failure = engine.failure(vm, step.status) { throw failure }
      if limit == 0 || at == input.count && !filled || step.read == 0 && step.written == 0 { break }
      if vm.interruptPending { try vm.checkInterrupt() }
    }
    rest = Array(input.bytes[at...])
    needsInput = !atEnd && rest.isEmpty && !(isFilled && limit > 0)
    return try output.value()
  }

  private static func me(_ value: Value) -> PackedDecompressor? { value.native(PackedDecompressor.self) }

  static func populate(_ type: TypeObject, _ vm: VM) {
    type.specials(vm, [.`init`])
    type.method(vm, "decompress(self, data, max_length=-1)", "Decompress data, returning uncompressed data as bytes.") {
      (vm, args) throws(Raised) in
      let limit = try vm.index(args[2])
      let data = args.slot(1).isKind(.bytes) ? try vm.byteView(args, 1) : ByteView(copying: try vm.bytesArgument(args[1]))
      return try unsafeDowncast(args.slot(0).object, to: PackedDecompressor.self).run(vm, data, limit)
    }
    type.attribute(vm, "eof", "True if the end-of-stream marker has been reached.", get: { (_, v) in .bool(me(v)?.atEnd ?? false) })
    type.attribute(vm, "unused_data", "Data found after the end of the compressed stream.", get: { (vm, v) in
      guard let me = me(v), me.atEnd else { return vm.makeBytes([]) }
      return vm.makeBytes(me.rest)
    })
    type.attribute(vm, "needs_input", "True if more input is needed before more decompressed data can be produced.", get: {
      (_, v) in .bool(me(v)?.needsInput ?? false)
    })
  }
}
