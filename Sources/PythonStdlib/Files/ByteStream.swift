import Glibc
import Interpreter

/// What `io.BufferedReader` and `io.BufferedWriter` derive from: bytes that were read ahead, and bytes to be written.
final class ByteStream: Object {
  /// What was read from the file, and how much of it was given.
  private var ahead: BytesObject?
  private var position = 0
  /// What the file does not have yet, and how much it may be.
  private var behind: [UInt8] = []
  private var limit = 0

  private var ownReadline = OwnReadline()
  private var tools: Tools?

  init(_ type: TypeObject) { super.init(kind: .native, type: type, tracked: true) }

  private static func of(_ value: Value) -> ByteStream? {
    value.native(ByteStream.self)
  }
  /// The attribute of a `FileIO` that tells whether it was closed.
  static var closedName: String { "_IOBase__closed" }
  /// Tells whether a `FileIO` was closed, by that attribute.
  static func isClosed(_ vm: VM, _ file: Slot, _ name: StrObject) -> Bool {
    let flag = vm.instanceAttribute(file.object, .borrowed(name))
    return flag.isBool && flag.asBool
  }

  /// The class `FileIO` once it is known: only what lies in such a file goes the short way.
  final class Tools {
    var fileType: TypeObject?
    let raw: StrObject
    let closed: StrObject
    init(_ vm: VM) { (raw, closed) = (vm.intern("_raw"), vm.intern(ByteStream.closedName)) }
  }
  private func isOpen(_ vm: VM, _ tools: Tools) -> Bool {
    let file = vm.instanceAttribute(self, .borrowed(tools.raw))
    guard file.isObject, let type = tools.fileType, file.object.type === type else { return false }
    return !ByteStream.isClosed(vm, file, tools.closed)
  }
  override func traverse(_ visit: (Slot) -> Void) { if let ahead { visit(.held(ahead)) } }
  private var aheadCount: Int { ahead?.count ?? 0 }
  /// What lies between the position and `end`, which becomes the position.
  private func take(_ vm: VM, _ end: Int) throws(Raised) -> Value {
    guard let ahead else { return vm.makeBytes([]) }
    let made = try vm.makeBytes(copying: ByteView(ahead).base + position, end &- position)
    position = end
    return made
  }
  /// The next line when all of it was read.
  private func line(_ vm: VM) throws(Raised) -> Value? {
    guard let ahead, position >= 0, position < ahead.count else { return nil }
    let view = ByteView(ahead)
    guard let hit = memchr(view.base + position, 10, view.count &- position) else { return nil }
    return try take(vm, UnsafeRawPointer(hit) - UnsafeRawPointer(view.base) &+ 1)
  }

  override var isIterator: Bool { true }
  override func iterator(_ vm: VM) throws(Raised) -> Object? {
    _ = try vm.callMethod(.object(self), "_checkClosed", [])
    return self
  }
  override func next(_ vm: VM) throws(Raised) -> Value? {
    if let tools, !ownReadline.isThere(vm, self), isOpen(vm, tools), let line = try line(vm) { return line }
    let line = try vm.callMethod(.object(self), "readline", [])
    return try vm.length(line) == 0 ? nil : line
  }

  static func declare(_ vm: VM, _ module: ModuleObject) {
    let tools = Tools(vm)
    let type = vm.nativeType("ByteStream", module: "_memoryfiles", isBase: true) { (type, vm) in
      type.specials(vm, [.iter, .next])
      type.attribute(vm, "_buf", get: { (vm, v) in of(v)?.ahead.map { .object($0) } ?? vm.makeBytes([]) }, set: { (vm, v, new) in
        let bytes = new?.asBytesObject ?? new.flatMap { Codecs.buffer($0) }.map { BytesObject(vm, $0) }
        of(v)?.ahead = bytes
      })
      type.attribute(vm, "_pos", get: { (_, v) in .int(of(v)?.position ?? 0) }, set: { (vm, v, new) throws(Raised) in
        of(v)?.position = try vm.index(new ?? .int(0))
      })
      type.attribute(vm, "_pending", get: { (_, v) in .int(of(v)?.behind.count ?? 0) })
      type.attribute(vm, "_limit", get: { (_, v) in .int(of(v)?.limit ?? 0) }, set: { (vm, v, new) throws(Raised) in
        of(v)?.limit = try vm.index(new ?? .int(0))
      })
      type.method(vm, "_take(self, /)", "The bytes to be written, which are given up.") { (vm, args) in
        guard let me = of(args[0]) else { return .none }
        let bytes = me.behind
        me.behind = []
        return vm.makeBytes(bytes)
      }
      type.method(vm, "_put(self, data, /)", "Keeps bytes to be written.") { (vm, args) throws(Raised) in
        guard let me = of(args[0]), let data = args.view(1) else { return .none }
        if !Memory.mayHold(2 &* (me.behind.count &+ data.count)) { throw vm.memoryError() }
        me.behind.append(contentsOf: data.bytes)
        return .none
      }
    }
    type.new = { (_, cls, _) in
      let made = ByteStream(cls)
      made.tools = tools
      return .object(made)
    }
    module.constant(vm, "ByteStream", .object(type))
    module.function(vm, "set_file(type, /)", "Takes the class FileIO.") { (_, args) in
      tools.fileType = args[0].asType
      return .none
    }
    // Methods that only some of the classes have: each takes what lies in memory, the rest is Python.
    func method(_ signature: String, _ doc: String, _ body: @escaping NativeFunction.Body) {
      let made = NativeFunction(vm, signature, doc, owner: type, isMethod: true, body)
      module.constant(vm, made.name, .object(made))
    }
    method("read(self, size=None, /)", "Read and return up to size bytes.") { (vm, args) throws(Raised) in
      if let me = of(args[0]), args.slot(1).isInt {
        let size = args.slot(1).asInt
        if size >= 0, me.position >= 0, size <= me.aheadCount &- me.position, me.isOpen(vm, tools) {
          return try me.take(vm, me.position &+ size)
        }
      }
      return try vm.callMethod(args[0], "_read", [args[1]])
    }
    method("readline(self, size=-1, /)", "Read and return a line from the stream.") { (vm, args) throws(Raised) in
      if let me = of(args[0]), args.slot(1).isNone || args.slot(1).isInt && args.slot(1).asInt < 0, me.isOpen(vm, tools),
        let line = try me.line(vm)
      {
        return line
      }
      return try vm.callMethod(args[0], "_readline", [args[1]])
    }
    method("write(self, data, /)", "Write bytes to the stream.") { (vm, args) throws(Raised) in
      if let me = of(args[0]), args.slot(1).isKind(.bytes) || args.slot(1).isKind(.bytearray),
        let data = args.view(1), data.count &+ me.behind.count <= me.limit, me.isOpen(vm, tools)
      {
        me.behind.append(contentsOf: data.bytes)
        return .int(data.count)
      }
      return try vm.callMethod(args[0], "_write", [args[1]])
    }
  }
}
