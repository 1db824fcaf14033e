import Glibc
import Interpreter

/// What `io.TextIOWrapper` derives from: the text that was decoded last, and the lines in it.
final class DecodedText: Object {
  private var text: StrObject
  private var at = 0
  private var ownReadline = OwnReadline()
  /// Ends of lines are LF alone.
  private var translates = false
  /// `tell` works: `__next__` must switch it off first.
  private var tells = true
  /// The file behind the buffer when texts need nothing but encoding (owned), and whether that is UTF-8.
  private var quickFile = Slot.none
  private var isUTF8 = false
  /// Encoded texts that the buffer does not have yet.
  private var store: [UInt8] = []
  /// The buffer that UTF-8 is read from without Python (owned), and whether the decoder keeps nothing from before.
  private var source = Slot.none
  private var isClean = false
  private var sawNewline = false
  /// From what bytes `text` was decoded, as long as `tell` may ask: bytes read here, or what Python set (owned).
  private var chunk: BytesObject?
  private var snapshot = Slot.none
  private static var chunkSize: Int { 8192 }

  init(_ vm: VM, _ type: TypeObject) {
    text = vm.emptyString
    super.init(kind: .native, type: type, tracked: true)
  }
  private static func me(_ value: Value) -> DecodedText? {
    value.native(DecodedText.self)
  }

  /// The next line when all of it is decoded.
  @inline(__always)
  private func line(_ vm: VM) throws(Raised) -> StrObject? {
    let start = at
    guard translates, start >= 0, start < text.count else { return nil }
    let end = TextLines.find(text, from: start)
    if end < 0 { return nil }
    at = end &+ 1
    return try text.part(vm, start..<(end &+ 1))
  }

  deinit {
    quickFile.release()
    source.release()
    snapshot.release()
  }
  override func traverse(_ visit: (Slot) -> Void) {
    visit(quickFile)
    visit(source)
    visit(snapshot)
    if let chunk { visit(.held(chunk)) }
  }

  // MARK: Reading on

  /// Decodes the next bytes of the source into `text`, whose rest the caller has. False: Python must read on, because the
  /// file is at its end, or because of bytes that are no UTF-8 or ends of lines other than LF; nothing has happened.
  private func readOn(_ vm: VM) throws(Raised) -> Bool {
    guard isClean, translates, source.isObject else { return false }
    let stream = unsafeDowncast(source.object, to: ByteStream.self)
    guard stream.isPlainReader, store.isEmpty else { return false }
    let room = DecodedText.chunkSize &+ ByteStream.mostLeft
    guard let raw = malloc(room) else { throw vm.memoryError() }
    defer { free(raw) }
    let bytes = raw.assumingMemoryBound(to: UInt8.self)
    let count = try stream.fill(vm, into: raw, DecodedText.chunkSize)
    if count == 0 { return false }
    let view = UnsafeBufferPointer(start: UnsafePointer(bytes), count: count)
    let isASCII = StrObject.isASCII(view)
    let whole = isASCII ? count : DecodedText.wholePoints(view)
    var decoded: StrObject?
    if whole > 0, memchr(raw, 13, whole) == nil {
      if isASCII {
        decoded = StrObject.make(vm, copying: bytes, count: count, width: 1, isASCII: true)
        if decoded == nil { throw vm.memoryError() }
      } else {
        decoded = Codecs.plainUTF8(vm, UnsafeBufferPointer(start: UnsafePointer(bytes), count: whole))
      }
    }
    guard let decoded else {
      stream.giveBack(vm, view)
      return false
    }
    if whole < count { stream.giveBack(vm, UnsafeBufferPointer(rebasing: view[whole...])) }
    if !sawNewline { sawNewline = memchr(raw, 10, whole) != nil }
    (text, at) = (decoded, 0)
    setSnapshot(.none)
    chunk = tells ? BytesObject(vm, Array(view[..<whole])) : nil
    return true
  }
  /// How many of the bytes make whole code points: of the last one some may be missing.
  private static func wholePoints(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var start = bytes.count
    while start > 0 && bytes.count &- start < 4 {
      start &-= 1
      let byte = bytes[start]
      if byte & 0xC0 == 0x80 { continue }
      let length = byte < 0x80 ? 1 : byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      return start &+ length <= bytes.count ? bytes.count : start
    }
    return bytes.count
  }
  private func setSnapshot(_ new: Slot) {
    let old = snapshot
    snapshot = new
    chunk = nil
    old.release()
  }

  /// The next line, some of which is to be read; nil: Python decides.
  private func lineReadingOn(_ vm: VM) throws(Raised) -> StrObject? {
    guard at >= 0, at <= text.count else { return nil }
    var begun: StrObject?
    while true {
      if let end = try line(vm) {
        guard let begun else { return end }
        return try StrOperators.concatenate(vm, begun, end)
      }
      let rest = at < text.count ? try text.part(vm, at..<text.count) : nil
      let all = try joined(vm, begun, rest)
      if try !readOn(vm) {
        if begun != nil, let all {
          // Of several chunks only the text is left.
          (text, at) = (all, 0)
        }
        return nil
      }
      begun = all
    }
  }
  private func joined(_ vm: VM, _ first: StrObject?, _ second: StrObject?) throws(Raised) -> StrObject? {
    guard let first else { return second }
    guard let second else { return first }
    return try StrOperators.concatenate(vm, first, second)
  }
  /// The next `size` code points; nil: Python decides.
  private func read(_ vm: VM, _ size: Int) throws(Raised) -> StrObject? {
    guard size >= 0, at >= 0, at <= text.count, store.isEmpty, source.isObject,
      unsafeDowncast(source.object, to: ByteStream.self).isPlainReader
    else { return nil }
    if size <= text.count &- at {
      at &+= size
      return try text.part(vm, (at &- size)..<at)
    }
    // One chunk more; who reads much more is served by Python's loop.
    if size > DecodedText.chunkSize / 2 { return nil }
    let rest = at < text.count ? try text.part(vm, at..<text.count) : nil
    let wanted = size &- (rest?.count ?? 0)
    if try !readOn(vm) { return nil }
    if text.count < wanted {
      if let rest { (text, at) = (try StrOperators.concatenate(vm, rest, text), 0) }
      return nil
    }
    at = wanted
    return try joined(vm, rest, try text.part(vm, 0..<wanted))
  }

  /// Keeps a text to be written; false: the general way must take it.
  private func write(_ vm: VM, _ text: StrObject) -> Bool {
    guard quickFile.isObject, !unsafeDowncast(quickFile.object, to: RawFile.self).isClosed else { return false }
    if text.isASCII {
      store.append(contentsOf: text.bytes)
    } else {
      guard isUTF8, let bytes = try? Codecs.encode(vm, text) else { return false }
      store += bytes
    }
    return true
  }

  override var isIterator: Bool { true }
  override func iterator(_ vm: VM) throws(Raised) -> Object? {
    _ = try vm.callMethod(.object(self), "_checkClosed", [])
    return self
  }
  override func next(_ vm: VM) throws(Raised) -> Value? {
    if !tells, !ownReadline.isThere(vm, self), let line = try lineReadingOn(vm) { return .object(line) }
    let line = try vm.callMethod(.object(self), "_next", [])
    return line.isNone ? nil : line
  }

  static func makeType(_ vm: VM) -> TypeObject {
    let type = vm.nativeType("DecodedText", module: "_memoryfiles", isBase: true) { (type, vm) in
      type.specials(vm, [.iter, .next])
      type.method(vm, "readline(self, size=None, /)", "Read until newline or EOF.") { (vm, args) throws(Raised) in
        let size = args.slot(1)
        if size.isNone || (size.isInt && size.asInt < 0), let line = try me(args[0])?.lineReadingOn(vm) {
          return .object(line)
        }
        return try vm.callMethod(args[0], "_readline", [args[1]])
      }
      type.method(vm, "read(self, size=None, /)", "Read at most size characters from stream.") { (vm, args) throws(Raised) in
        if args.slot(1).isInt, let text = try me(args[0])?.read(vm, args.slot(1).asInt) { return .object(text) }
        return try vm.callMethod(args[0], "_read", [args[1]])
      }
      type.method(vm, "_quick_line(self, /)", "The next line, or None.") { (vm, args) throws(Raised) in
        try me(args[0])?.lineReadingOn(vm).map { .object($0) } ?? .none
      }
      type.method(vm, "_quick_read(self, size, /)", "The next characters, or None.") { (vm, args) throws(Raised) in
        guard args.slot(1).isInt else { return .none }
        return try me(args[0])?.read(vm, args.slot(1).asInt).map { .object($0) } ?? .none
      }
      type.method(vm, "_set_source(self, buffer, strict, /)", "Takes the buffer, whose decoder is as new.") {
        (vm, args) throws(Raised) in
        guard let me = me(args[0]), let stream = args[1].native(ByteStream.self), stream.isPlainReader else { return .none }
        let old = me.source
        me.source = try vm.truth(args[2]) ? args[1].owned : .none
        me.isClean = true
        old.release()
        return .none
      }
      type.method(vm, "write(self, text, /)", "Write string to stream.") { (vm, args) throws(Raised) in
        if let me = me(args[0]), let text = args.slot(1).asStr, me.write(vm, text) {
          if me.store.count > 8192 { _ = try vm.callMethod(args[0], "_settle", []) }
          return .int(text.count)
        }
        return try vm.callMethod(args[0], "_write", [args[1]])
      }
      type.method(vm, "_set_quick(self, file, utf8, /)", "Takes the file behind the buffer, or None.") {
        (vm, args) throws(Raised) in
        guard let me = me(args[0]) else { return .none }
        let old = me.quickFile
        me.quickFile = args[1].native(RawFile.self) == nil ? .none : args[1].owned
        me.isUTF8 = try vm.truth(args[2])
        old.release()
        return .none
      }
      type.method(vm, "_take(self, /)", "The encoded texts, which are given up.") { (vm, args) in
        guard let me = me(args[0]) else { return .none }
        let bytes = me.store
        me.store = []
        return vm.makeBytes(bytes)
      }
      type.attribute(vm, "_stored", get: { (_, v) in .int(me(v)?.store.count ?? 0) })
      type.attribute(vm, "_text", get: { (vm, v) in .object(me(v)?.text ?? vm.emptyString) }, set: { (vm, v, new) throws(Raised) in
        guard let text = new?.asStr else { throw vm.typeError("_text must be str") }
        me(v)?.text = text
      })
      type.attribute(vm, "_at", get: { (_, v) in .int(me(v)?.at ?? 0) }, set: { (vm, v, new) throws(Raised) in
        me(v)?.at = try vm.index(new ?? .int(0))
      })
      type.attribute(vm, "_clean", get: { (_, v) in .bool(me(v)?.isClean ?? false) }, set: { (vm, v, new) throws(Raised) in
        me(v)?.isClean = try vm.truth(new ?? .none)
      })
      type.attribute(vm, "_saw_newline", get: { (_, v) in .bool(me(v)?.sawNewline ?? false) }, set: {
        (vm, v, new) throws(Raised) in
        me(v)?.sawNewline = try vm.truth(new ?? .none)
      })
      type.attribute(vm, "_snapshot", get: { (vm, v) in
        guard let me = me(v) else { return .none }
        if let chunk = me.chunk { return .object(TupleObject.make(vm, [.int(0), .object(chunk)])) }
        return me.snapshot.value
      }, set: { (_, v, new) in me(v)?.setSnapshot((new ?? .none).owned) })
      type.attribute(vm, "_readtranslate", get: { (_, v) in .bool(me(v)?.translates ?? false) }, set: { (vm, v, new) throws(Raised) in
        me(v)?.translates = try vm.truth(new ?? .none)
      })
      type.attribute(vm, "_telling", get: { (_, v) in .bool(me(v)?.tells ?? false) }, set: { (vm, v, new) throws(Raised) in
        me(v)?.tells = try vm.truth(new ?? .none)
      })
    }
    type.new = { (vm, cls, _) in .object(DecodedText(vm, cls)) }
    return type
  }
}

enum TextLines {
  /// Place of the next LF, or -1.
  static func find(_ text: StrObject, from start: Int) -> Int {
    if text.width == 1 {
      let bytes = text.bytes
      guard let base = bytes.baseAddress, let hit = memchr(base + start, 10, text.count &- start) else { return -1 }
      return UnsafeRawPointer(hit) - UnsafeRawPointer(base)
    }
    var i = start
    while i < text.count && text[i] != 10 { i &+= 1 }
    return i < text.count ? i : -1
  }
}
