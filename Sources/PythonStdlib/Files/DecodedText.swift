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

  private let closedName: StrObject

  init(_ vm: VM, _ type: TypeObject) {
    text = vm.emptyString
    closedName = vm.intern(ByteStream.closedName)
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

  deinit { quickFile.release() }
  override func traverse(_ visit: (Slot) -> Void) { visit(quickFile) }

  /// Keeps a text to be written; false: the general way must take it.
  private func write(_ vm: VM, _ text: StrObject) -> Bool {
    guard quickFile.isObject, !ByteStream.isClosed(vm, quickFile, closedName) else { return false }
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
    if !tells, !ownReadline.isThere(vm, self), let line = try line(vm) { return .object(line) }
    let line = try vm.callMethod(.object(self), "_next", [])
    return line.isNone ? nil : line
  }

  static func makeType(_ vm: VM) -> TypeObject {
    let type = vm.nativeType("DecodedText", module: "_memoryfiles", isBase: true) { (type, vm) in
      type.specials(vm, [.iter, .next])
      type.method(vm, "readline(self, size=None, /)", "Read until newline or EOF.") { (vm, args) throws(Raised) in
        let size = args.slot(1)
        if size.isNone || (size.isInt && size.asInt < 0), let line = try me(args[0])?.line(vm) { return .object(line) }
        return try vm.callMethod(args[0], "_readline", [args[1]])
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
        me.quickFile = args[1].owned
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
