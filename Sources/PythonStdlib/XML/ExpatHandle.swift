import ExpatShim
import Interpreter

/// A parser of libexpat, with what all users of one need: feeding it in pieces, and the exception that stopped it.
///
/// libexpat is called with the interpreter lock held. Its callbacks run Python code, which may do anything but parse with the
/// same parser once more: that is refused, as libexpat would work on memory that it has moved.
final class ExpatHandle {
  let api: wick_expat
  let parser: wick_expat_parser
  /// What a callback raised: no other is called then.
  private(set) var pending: Raised?
  private(set) var isParsing = false
  /// The parser whose entity this one reads: libexpat looks into it until this one is freed.
  private let parent: ExpatHandle?
  /// Entities that name others: libexpat reads those inside of each other by recursion.
  private var nestingEntities = 0
  private static var mostNestingEntities: Int { 20_000 }
  private static var largestPiece: Int { 1 << 20 }

  private init(_ api: wick_expat, _ parser: wick_expat_parser, parent: ExpatHandle?) {
    self.api = api
    self.parser = parser
    self.parent = parent
  }
  deinit { api.release(parser) }

  /// The functions of the library.
  static func library(_ vm: VM) throws(Raised) -> wick_expat {
    guard let found = wick_expat_load() else {
      throw vm.raised(vm.types.importError, "XML needs the library libexpat.so.1 (apt install libexpat1)")
    }
    return found.pointee
  }

  /// A new parser; names of namespaces are joined by `separator`.
  static func make(_ vm: VM, encoding: String?, separator: String?) throws(Raised) -> ExpatHandle {
    let api = try library(vm)
    let made = withText(encoding) { encoding in withText(separator) { api.create(encoding, nil, $0) } }
    guard let made else { throw vm.memoryError() }
    return ExpatHandle(api, made, parent: nil)
  }
  /// A parser for an entity of the document.
  func external(_ vm: VM, context: String?, encoding: String?) throws(Raised) -> ExpatHandle {
    let made = ExpatHandle.withText(context) { context in
      ExpatHandle.withText(encoding) { api.create_external(parser, context, $0) }
    }
    guard let made else { throw vm.memoryError() }
    return ExpatHandle(api, made, parent: self)
  }
  private static func withText<R>(_ text: String?, _ body: (UnsafePointer<CChar>?) -> R) -> R {
    guard let text else { return body(nil) }
    return text.withCString { body($0) }
  }

  /// Keeps what a callback raised and stops the parser.
  func fail(_ error: Raised) {
    if pending == nil { pending = error }
    _ = api.stop(parser, 0)
  }
  /// Notes an entity; too many that may lie in each other stop the parser, whose recursion has no end of its own.
  func note(_ vm: VM, entity value: UnsafePointer<CChar>?, _ count: Int) {
    guard let value, UnsafeBufferPointer(start: value, count: count).contains(where: { $0 == 0x26 || $0 == 0x25 }) else { return }
    nestingEntities &+= 1
    if nestingEntities > ExpatHandle.mostNestingEntities { fail(vm.recursionError(" in entities of XML")) }
  }

  /// Parses what is in a str or in bytes; false: the input is at fault, as `api.error_code` says.
  func parse(_ vm: VM, _ data: Value, isLast: Bool) throws(Raised) -> Bool {
    if isParsing { throw vm.runtimeError("a parser of XML cannot parse from within its own handlers") }
    if let text = data.asStr {
      // Only the first piece has a say, and only for a parser that was not told an encoding.
      _ = api.set_encoding(parser, "utf-8")
      if text.isASCII { return try parse(vm, text.bytes, isLast) }
      let bytes = try Codecs.encode(vm, text)
      return try parse(vm, copy: bytes, isLast)
    }
    if let bytes = data.asBytesObject { return try parse(vm, bytes.bytes, isLast) }
    guard let view = ByteView(data) else {
      throw vm.typeError("a bytes-like object is required, not '\(vm.type(of: data).name)'")
    }
    // A handler might change what it is.
    return try parse(vm, copy: view.array, isLast)
  }
  private func parse(_ vm: VM, copy bytes: [UInt8], _ isLast: Bool) throws(Raised) -> Bool {
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, bytes.count))
    defer { copy.deallocate() }
    _ = copy.initialize(from: bytes)
    return try parse(vm, UnsafeBufferPointer(start: copy.baseAddress, count: bytes.count), isLast)
  }
  private func parse(_ vm: VM, _ bytes: UnsafeBufferPointer<UInt8>, _ isLast: Bool) throws(Raised) -> Bool {
    isParsing = true
    defer { isParsing = false }
    var at = 0
    while true {
      let count = min(ExpatHandle.largestPiece, bytes.count &- at)
      let ends = at &+ count == bytes.count
      let start = bytes.baseAddress.map { UnsafeRawPointer($0 + at).assumingMemoryBound(to: CChar.self) }
      let status = api.parse(parser, start, Int32(truncatingIfNeeded: count), ends && isLast ? 1 : 0)
      if let error = pending {
        pending = nil
        throw error
      }
      if status == 0 { return false }
      at &+= count
      if ends { return true }
      try vm.checkInterrupt()
    }
  }

  /// Number and text of an error, and where the parser stands.
  var failure: (code: Int, text: String, line: Int, column: Int) {
    let code = api.error_code(parser)
    return (Int(code), ExpatHandle.text(api, code) ?? "unknown error", line, column)
  }
  /// The text of an error's number; nil: there is no such error.
  static func text(_ api: wick_expat, _ code: Int32) -> String? { api.error_text(code).map { String(cString: $0) } }
  var line: Int { Int(truncatingIfNeeded: api.line(parser)) }
  var column: Int { Int(truncatingIfNeeded: api.column(parser)) }

  /// Fills in the map of an encoding that Python knows and libexpat does not; 0: there is no such encoding.
  func fill(_ vm: VM, _ name: UnsafePointer<CChar>?, _ map: UnsafeMutablePointer<Int32>?) -> Int32 {
    guard let name, let map, pending == nil else { return 0 }
    do throws(Raised) {
      let text = try Codecs.decode(vm, (0...255).map { UInt8($0) }, String(cString: name), "replace")
      guard text.count == 256 else { throw vm.valueError("multi-byte encodings are not supported") }
      for i in 0..<256 { map[i] = text[i] == 0xFFFD ? -1 : Int32(truncatingIfNeeded: text[i]) }
      return 1
    } catch {
      fail(error)
      return 0
    }
  }
}

extension VM {
  /// Calls a function of Python's with arguments that `fill` writes (owned) into undefined slots.
  @inline(__always)
  func call(
    _ function: Slot, _ count: Int, _ fill: (UnsafeMutablePointer<Slot>) throws(Raised) -> Void
  ) throws(Raised) -> Value {
    let start = try reserveStack(count)
    defer { releaseStack(start, count: count) }
    try fill(start)
    // The function may be taken from its place while it runs.
    function.retain()
    defer { function.release() }
    return try call(function, Arguments(base: start, count: count))
  }
}
