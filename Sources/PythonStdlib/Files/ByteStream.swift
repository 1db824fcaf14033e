import Glibc
import Interpreter

/// What `io.BufferedReader` and `io.BufferedWriter` derive from: bytes that were read ahead, and bytes to be written.
///
/// The methods here answer what needs no more than the memory and an open file of the system below (or the bytes of a
/// `BytesIO`); all else is Python.
final class ByteStream: Object {
  /// What was read from the file, and how much of it was given.
  private var ahead: BytesObject?
  private var position = 0
  /// What the file does not have yet, and how much it may be.
  private var behind: [UInt8] = []
  private var limit = 0
  /// What `fill` gave last was ahead.
  private var wasAhead = false

  private var ownReadline = OwnReadline()
  private var tools: Tools?
  /// The stream below, and the same as what is known here, if it is of one of the two exact classes.
  private var below = Value.none
  private var file: Unmanaged<RawFile>?
  private var memory: Unmanaged<BytesFile>?

  init(_ type: TypeObject) { super.init(kind: .native, type: type, tracked: true) }

  private static func of(_ value: Value) -> ByteStream? {
    value.native(ByteStream.self)
  }
  @inline(__always)
  private static func me(_ args: Arguments) -> ByteStream { unsafeDowncast(args.slot(0).object, to: ByteStream.self) }

  /// The classes `FileIO`, `BytesIO`, `BufferedReader` and `BufferedWriter` once they are known.
  final class Tools {
    var fileType, memoryType, readerType, writerType: TypeObject?
  }
  private func setBelow(_ value: Value) {
    (below, file, memory) = (value, nil, nil)
    guard case .object(let o) = value, let tools else { return }
    if o.type === tools.fileType { file = Unmanaged.passUnretained(unsafeDowncast(o, to: RawFile.self)) }
    if o.type === tools.memoryType { memory = Unmanaged.passUnretained(unsafeDowncast(o, to: BytesFile.self)) }
  }
  /// Whether the stream below is known, and open.
  @inline(__always)
  private var isOpen: Bool {
    if let file { return file._withUnsafeGuaranteedRef { !$0.isClosed } }
    return memory?._withUnsafeGuaranteedRef { !$0.isClosed } ?? false
  }
  /// The open file of the system below.
  @inline(__always)
  var openFile: RawFile? {
    guard let file, !file._withUnsafeGuaranteedRef({ $0.isClosed }) else { return nil }
    return file.takeUnretainedValue()
  }
  /// Whether this is an exact `BufferedReader`, or `BufferedWriter`, that is known to lie before an open file.
  var isPlainReader: Bool { type === tools?.readerType && openFile != nil }
  var isPlainWriter: Bool { type === tools?.writerType && openFile != nil }

  override func traverse(_ visit: (Slot) -> Void) {
    if let ahead { visit(.held(ahead)) }
    visit(.held(below))
  }
  private var aheadCount: Int { ahead?.count ?? 0 }
  /// What lies between the position and `end`, which becomes the position.
  @inline(__always)
  private func take(_ vm: VM, _ end: Int) throws(Raised) -> Value {
    guard let ahead else { return vm.makeBytes([]) }
    let made = try vm.makeBytes(copying: ByteView(ahead).base + position, end &- position)
    position = end
    return made
  }
  /// The next line when all of it was read.
  @inline(__always)
  private func line(_ vm: VM) throws(Raised) -> Value? {
    guard let ahead, position >= 0, position < ahead.count else { return nil }
    let view = ByteView(ahead)
    guard let hit = memchr(view.base + position, 10, view.count &- position) else { return nil }
    return try take(vm, UnsafeRawPointer(hit) - UnsafeRawPointer(view.base) &+ 1)
  }
  /// Takes up to `wanted` bytes out of what was read ahead, or reads them: how many there were. When fewer than
  /// `mostLeft` were ahead, `wanted` more are read behind them.
  func fill(_ vm: VM, into raw: UnsafeMutableRawPointer, _ wanted: Int) throws(Raised) -> Int {
    var n = 0
    if let ahead, position >= 0, position < ahead.count {
      n = min(wanted, ahead.count &- position)
      memcpy(raw, ByteView(ahead).base + position, n)
    }
    wasAhead = n >= ByteStream.mostLeft
    let more = wasAhead ? 0 : try openFile?.read(vm, into: raw + n, wanted) ?? 0
    position &+= n
    return n &+ more
  }
  /// Bytes of a code point that the next ones complete are fewer.
  static var mostLeft: Int { 4 }
  /// Puts bytes that `fill` gave in front of those read ahead.
  func giveBack(_ vm: VM, _ bytes: UnsafeBufferPointer<UInt8>) {
    if wasAhead {
      position &-= bytes.count
    } else {
      // All that was ahead is among them.
      (ahead, position) = (BytesObject(vm, Array(bytes)), 0)
    }
  }
  /// Reads more when the file below is known and nothing was read ahead any more. False: it is something else.
  private func refill(_ vm: VM) throws(Raised) -> Bool {
    guard position >= aheadCount, limit > 0, type === tools?.readerType else { return false }
    if let memory, memory._withUnsafeGuaranteedRef({ !$0.isClosed }) {
      ahead = try memory.takeUnretainedValue().read(vm, limit).asBytesObject
      position = 0
      return true
    }
    guard let file = openFile else { return false }
    guard let raw = malloc(limit) else { throw vm.memoryError() }
    let n: Int
    do throws(Raised) { n = try file.read(vm, into: raw, limit) } catch {
      free(raw)
      throw error
    }
    ahead = BytesObject(vm, adopting: raw, count: n)
    position = 0
    return true
  }
  /// Places the reader without Python: within what was read ahead, or anywhere in the file.
  private func seek(_ vm: VM, _ offset: Int, _ whence: Int) throws(Raised) -> Int? {
    guard let file = openFile, type === tools?.readerType, whence == 0 && offset >= 0 || whence == 1 || whence == 2 else {
      return nil
    }
    let left = aheadCount &- position
    if whence != 2, left > 0 || position > 0 {
      let now = try file.position(vm)
      let target = whence == 0 ? offset : now &- left &+ offset
      let start = now &- aheadCount
      if target >= start && target <= now {
        position = target &- start
        return target
      }
    }
    let (place, overflow) = whence == 1 ? offset.subtractingReportingOverflow(left) : (offset, false)
    if overflow { return nil }
    let now = try file.move(vm, place, Int32(whence))
    (ahead, position) = (nil, 0)
    return now
  }

  override var isIterator: Bool { true }
  override func iterator(_ vm: VM) throws(Raised) -> Object? {
    _ = try vm.callMethod(.object(self), "_checkClosed", [])
    return self
  }
  override func next(_ vm: VM) throws(Raised) -> Value? {
    if isOpen, !ownReadline.isThere(vm, self), let line = try line(vm) { return line }
    let line = try vm.callMethod(.object(self), "readline", [])
    return try vm.length(line) == 0 ? nil : line
  }

  static func declare(_ vm: VM, _ module: ModuleObject) {
    let tools = Tools()
    let type = vm.nativeType("ByteStream", module: "_memoryfiles", isBase: true) { (type, vm) in
      type.specials(vm, [.iter, .next])
      attributes(type, vm)
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
    module.function(vm, "set_files(file, memory, /)", "Takes the classes FileIO and BytesIO.") { (_, args) in
      (tools.fileType, tools.memoryType) = (args[0].asType, args[1].asType)
      return .none
    }
    module.function(vm, "set_buffers(reader, writer, /)", "Takes the classes BufferedReader and BufferedWriter.") { (_, args) in
      (tools.readerType, tools.writerType) = (args[0].asType, args[1].asType)
      return .none
    }
    // Methods that only some of the classes have: each takes what lies in memory, the rest is Python.
    func method(_ signature: String, _ doc: String, _ body: @escaping NativeFunction.Body) {
      let made = NativeFunction(vm, signature, doc, owner: type, isMethod: true, body)
      module.constant(vm, made.name, .object(made))
    }
    reading(method)
    placing(method)
    method("write(self, data, /)", "Write bytes to the stream.") { (vm, args) throws(Raised) in
      let me = me(args)
      if args.slot(1).isKind(.bytes) || args.slot(1).isKind(.bytearray), let data = args.view(1),
        data.count &+ me.behind.count <= me.limit, me.isOpen
      {
        me.behind.append(contentsOf: data.bytes)
        return .int(data.count)
      }
      return try vm.callMethod(args[0], "_write", [args[1]])
    }
  }

  private static func attributes(_ type: TypeObject, _ vm: VM) {
    type.attribute(vm, "_buf", get: { (vm, v) in of(v)?.ahead.map { .object($0) } ?? vm.makeBytes([]) }, set: { (vm, v, new) in
      let bytes = new?.asBytesObject ?? new.flatMap { Codecs.buffer($0) }.map { BytesObject(vm, $0) }
      of(v)?.ahead = bytes
    })
    type.attribute(vm, "_pos", get: { (_, v) in .int(of(v)?.position ?? 0) }, set: { (vm, v, new) throws(Raised) in
      of(v)?.position = try vm.index(new ?? .int(0))
    })
    type.attribute(vm, "_raw", get: { (_, v) in of(v)?.below ?? .none }, set: { (_, v, new) in
      of(v)?.setBelow(new ?? .none)
    })
    type.attribute(vm, "_pending", get: { (_, v) in .int(of(v)?.behind.count ?? 0) })
    type.attribute(vm, "_limit", get: { (_, v) in .int(of(v)?.limit ?? 0) }, set: { (vm, v, new) throws(Raised) in
      of(v)?.limit = try vm.index(new ?? .int(0))
    })
  }

  private static func reading(_ method: (String, String, @escaping NativeFunction.Body) -> Void) {
    method("read(self, size=None, /)", "Read and return up to size bytes.") { (vm, args) throws(Raised) in
      if args.slot(1).isInt {
        let (me, size) = (me(args), args.slot(1).asInt)
        if size >= 0, me.position >= 0, me.isOpen {
          if size <= me.aheadCount &- me.position { return try me.take(vm, me.position &+ size) }
          if size < me.limit, try me.refill(vm), size <= me.aheadCount { return try me.take(vm, size) }
        }
      }
      return try vm.callMethod(args[0], "_read", [args[1]])
    }
    method("readline(self, size=-1, /)", "Read and return a line from the stream.") { (vm, args) throws(Raised) in
      let me = me(args)
      if args.slot(1).isNone || args.slot(1).isInt && args.slot(1).asInt < 0, me.isOpen {
        if let line = try me.line(vm) { return line }
        if try me.refill(vm), let line = try me.line(vm) { return line }
      }
      return try vm.callMethod(args[0], "_readline", [args[1]])
    }
    method("readinto(self, buffer, /)", "Fills a buffer: how many bytes.") { (vm, args) throws(Raised) in
      let me = me(args)
      if let target = args[1].asByteArray, target.count > 0, me.position >= 0, me.isOpen, me.type === me.tools?.readerType {
        if me.position >= me.aheadCount && target.count < me.limit { _ = try me.refill(vm) }
        if let ahead = me.ahead, target.count <= ahead.count &- me.position {
          memcpy(target.base, ByteView(ahead).base + me.position, target.count)
          me.position &+= target.count
          return .int(target.count)
        }
      }
      return try vm.callMethod(args[0], "_readinto", [args[1], .bool(false)])
    }
    method("peek(self, size=0, /)", "The bytes read ahead; the position stays.") { (vm, args) throws(Raised) in
      let me = me(args)
      // (A stream of another kind, such as one that is written to as well, reads on by itself.)
      var isReady = me.position >= 0 && me.isOpen
      if isReady && me.position >= me.aheadCount { isReady = try me.refill(vm) }
      if isReady, let ahead = me.ahead {
        return try vm.makeBytes(copying: ByteView(ahead).base + me.position, ahead.count &- me.position)
      }
      return try vm.callMethod(args[0], "_peek", [args[1]])
    }
    method("read1(self, size=-1, /)", "Up to size bytes, with one read of the file at most.") { (vm, args) throws(Raised) in
      if args.slot(1).isInt {
        let (me, size) = (me(args), args.slot(1).asInt)
        if size > 0, me.position >= 0, me.position < me.aheadCount, me.isOpen {
          return try me.take(vm, min(me.aheadCount, me.position &+ min(size, me.aheadCount)))
        }
      }
      return try vm.callMethod(args[0], "_read1", [args[1]])
    }
  }

  private static func placing(_ method: (String, String, @escaping NativeFunction.Body) -> Void) {
    method("seek(self, pos, whence=0, /)", "Change stream position.") { (vm, args) throws(Raised) in
      if args.slot(1).isInt, args.slot(2).isInt, let place = try me(args).seek(vm, args.slot(1).asInt, args.slot(2).asInt) {
        return .int(place)
      }
      return try vm.callMethod(args[0], "_seek", [args[1], args[2]])
    }
    method("tell(self, /)", "Current stream position.") { (vm, args) throws(Raised) in
      let me = me(args)
      if let file = me.openFile, me.type === me.tools?.readerType {
        return .int(max(0, try file.position(vm) &- me.aheadCount &+ me.position))
      }
      return try vm.callMethod(args[0], "_tell", [])
    }
  }
}
