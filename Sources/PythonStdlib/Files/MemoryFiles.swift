import Glibc
import Interpreter

/// `_memoryfiles`: what `io.BytesIO` and `io.StringIO` derive from, and the lines of texts that files decode.
enum MemoryFiles {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(vm, name: "_memoryfiles", doc: "Files in memory.")
    var plain = Value.none
    module.function(vm, "set_up(plain, /)", "Takes the function that finds the bytes of rare objects.") { (_, args) in
      plain = args[0]
      return .none
    }
    func bytes(_ vm: VM, _ value: Value) throws(Raised) -> [UInt8] {
      if case .object(let o) = value, o.kind == .bytes || o.kind == .bytearray, let plain = Codecs.buffer(value) { return plain }
      return Codecs.buffer(try vm.call(plain, [value])) ?? []
    }
    let byteType = vm.nativeType("ByteBuffer", module: "_memoryfiles", isBase: true) { (type, vm) in
      BytesFile.populate(type, vm, bytes)
    }
    byteType.new = { (vm, cls, _) in
      let file = BytesFile(cls)
      file.open(vm, [])
      return .object(file)
    }
    byteType.initialize = { (vm, object, args) throws(Raised) in
      guard let file = object as? BytesFile else { return }
      try vm.bind(args, "BytesIO(initial_bytes=b'')") { (args) throws(Raised) in
        let start = args.has(0) && !args[0].isNone ? try bytes(vm, args[0]) : []
        file.open(vm, start)
      }
    }
    module.constant(vm, "ByteBuffer", .object(byteType))
    let textType = vm.nativeType("TextBuffer", module: "_memoryfiles", isBase: true, populate: TextFile.populate)
    textType.new = { (_, cls, _) in .object(TextFile(cls)) }
    textType.initialize = { (vm, object, args) throws(Raised) in
      guard let file = object as? TextFile else { return }
      try vm.bind(args, "StringIO(initial_value='', newline='\n')") { (args) throws(Raised) in
        try file.open(vm, args[0], newline: args.has(1) ? args[1] : .object(vm.string("\n")))
      }
    }
    module.constant(vm, "TextBuffer", .object(textType))
    ByteStream.declare(vm, module)
    module.constant(vm, "DecodedText", .object(DecodedText.makeType(vm)))
    return module
  }

  /// A size or place that a caller gave.
  static func number(_ vm: VM, _ value: Value) throws(Raised) -> Int {
    if case .int(let i) = value { return i }
    if value.kind == .float || !vm.hasIndex(value) {
      throw vm.typeError("'\(vm.type(of: value).name)' object cannot be interpreted as an integer")
    }
    return try vm.index(value)
  }
  /// The same where None stands for -1.
  static func size(_ vm: VM, _ value: Value) throws(Raised) -> Int {
    if value.isNone { return -1 }
    if case .int(let i) = value { return i }
    if value.kind == .float || !vm.hasIndex(value) {
      throw vm.typeError("argument should be integer or None, not '\(vm.type(of: value).name)'")
    }
    return try vm.index(value)
  }
}

/// The native half of `io.BytesIO`.
final class BytesFile: NativeIterator {
  /// The contents; nil while closed.
  private var store: ByteArrayObject?
  private var position = 0
  private var ownReadline = OwnReadline()

  init(_ type: TypeObject) { super.init(kind: .native, type: type, tracked: true) }
  func open(_ vm: VM, _ bytes: [UInt8]) {
    store = ByteArrayObject(vm, bytes)
    position = 0
  }
  override func traverse(_ visit: (Slot) -> Void) { if let store { visit(.held(store)) } }

  private func contents(_ vm: VM) throws(Raised) -> ByteArrayObject {
    guard let store else { throw vm.valueError("I/O operation on closed file.") }
    return store
  }
  private static func me(_ value: Value) throws(Raised) -> BytesFile {
    guard case .object(let o) = value else { fatalError("a method without its object") }
    return unsafeDowncast(o, to: BytesFile.self)
  }

  /// The bytes up to a place, which becomes the position.
  private func part(_ vm: VM, _ store: ByteArrayObject, to end: Int) -> Value {
    let last = max(position, min(end, store.array.count))
    if position == 0 && last == store.array.count {
      position = last
      return vm.makeBytes(store.array)
    }
    if position >= store.array.count { return vm.makeBytes([]) }
    let made = vm.makeBytes(Array(store.array[position..<last]))
    position = last
    return made
  }
  private func read(_ vm: VM, _ size: Int) throws(Raised) -> Value {
    let store = try contents(vm)
    let (end, overflow) = position.addingReportingOverflow(size)
    return part(vm, store, to: size < 0 || overflow ? Int.max : end)
  }
  private func readLine(_ vm: VM, _ size: Int) throws(Raised) -> Value {
    let store = try contents(vm)
    if position >= store.array.count { return vm.makeBytes([]) }
    let start = position
    var end = store.array.withUnsafeBytes { (bytes) -> Int in
      guard let base = bytes.baseAddress, let hit = memchr(base + start, 10, bytes.count &- start) else { return bytes.count }
      return UnsafeRawPointer(hit) - base &+ 1
    }
    if size >= 0, end &- position > size { end = position &+ size }
    return part(vm, store, to: end)
  }
  private func write(_ vm: VM, _ data: [UInt8]) throws(Raised) -> Int {
    let store = try contents(vm)
    let n = data.count
    if n == 0 { return 0 }
    let (end, overflow) = position.addingReportingOverflow(n)
    if overflow || (end > store.array.count && !Memory.mayHold(end)) { throw vm.memoryError() }
    if position > store.array.count {
      store.array += [UInt8](repeating: 0, count: position &- store.array.count)
    }
    if position == store.array.count {
      store.array += data
    } else {
      store.array.replaceSubrange(position..<min(end, store.array.count), with: data)
    }
    position = end
    return n
  }

  override func next(_ vm: VM) throws(Raised) -> Value? {
    let line = ownReadline.isThere(vm, self) ? try vm.callMethod(.object(self), "readline", []) : try readLine(vm, -1)
    if let bytes = line.asBytesObject, !bytes.hasHeapType { return bytes.count == 0 ? nil : line }
    return try vm.length(line) == 0 ? nil : line
  }

  static func populate(
    _ type: TypeObject, _ vm: VM, _ bytes: @escaping (VM, Value) throws(Raised) -> [UInt8]
  ) {
    type.specials(vm, [.iter, .next, .`init`])
    type.method(vm, "write(self, b, /)", "Write bytes to file.") { (vm, args) throws(Raised) in
      let file = try me(args[0])
      _ = try file.contents(vm)
      return .int(try file.write(vm, try bytes(vm, args[1])))
    }
    type.method(vm, "read(self, size=-1, /)", "Read at most size bytes, returned as a bytes object.") {
      (vm, args) throws(Raised) in
      let file = try me(args[0])
      _ = try file.contents(vm)
      return try file.read(vm, try MemoryFiles.size(vm, args[1]))
    }
    type.method(vm, "read1(self, size=-1, /)", "Read at most size bytes, returned as a bytes object.") {
      (vm, args) throws(Raised) in try me(args[0]).read(vm, try MemoryFiles.size(vm, args[1]))
    }
    type.method(vm, "readline(self, size=-1, /)", "Next line from the file, as a bytes object.") {
      (vm, args) throws(Raised) in
      let file = try me(args[0])
      _ = try file.contents(vm)
      return try file.readLine(vm, try MemoryFiles.size(vm, args[1]))
    }
    type.method(vm, "readlines(self, size=None, /)", "List of bytes objects, each a line from the file.") {
      (vm, args) throws(Raised) in
      let file = try me(args[0])
      _ = try file.contents(vm)
      let limit = try MemoryFiles.size(vm, args[1])
      let lines = ListObject.make(vm)
      var total = 0
      while limit <= 0 || total < limit {
        let line = try file.readLine(vm, -1)
        let n = line.asBytesObject?.count ?? 0
        if n == 0 { break }
        lines.append(line)
        total &+= n
      }
      return .object(lines)
    }
    type.method(vm, "getvalue(self, /)", "Retrieve the entire contents of the BytesIO object.") { (vm, args) throws(Raised) in
      vm.makeBytes(try me(args[0]).contents(vm).array)
    }
    type.method(vm, "getbuffer(self, /)", "Get a read-write view over the contents of the BytesIO object.") {
      (vm, args) throws(Raised) in
      try vm.call(.object(vm.types.memoryview), [.object(try me(args[0]).contents(vm))])
    }
    type.method(vm, "tell(self, /)", "Current file position, an integer.") { (vm, args) throws(Raised) in
      let file = try me(args[0])
      _ = try file.contents(vm)
      return .int(file.position)
    }
    type.method(vm, "seek(self, pos, whence=0, /)", "Change stream position.") { (vm, args) throws(Raised) in
      let file = try me(args[0])
      let store = try file.contents(vm)
      let (pos, whence) = (try MemoryFiles.number(vm, args[1]), try MemoryFiles.number(vm, args[2]))
      var start = 0
      switch whence {
      case 0: if pos < 0 { throw vm.valueError("negative seek value \(pos)") }
      case 1: start = file.position
      case 2: start = store.array.count
      default: throw vm.valueError("invalid whence (\(whence), should be 0, 1 or 2)")
      }
      let (place, overflow) = start.addingReportingOverflow(pos)
      if overflow && pos > 0 { throw vm.overflowError("new position too large") }
      file.position = max(0, place)
      return .int(file.position)
    }
    type.method(vm, "truncate(self, size=None, /)", "Truncate the file to at most size bytes.") { (vm, args) throws(Raised) in
      let file = try me(args[0])
      let store = try file.contents(vm)
      let size = args[1].isNone ? file.position : try MemoryFiles.size(vm, args[1])
      if size < 0 { throw vm.valueError("negative size value \(size)") }
      if size < store.array.count { store.array.removeSubrange(size...) }
      return .int(size)
    }
    type.method(vm, "close(self, /)", "Disable all I/O operations.") { (_, args) throws(Raised) in
      try me(args[0]).store = nil
      return .none
    }
    type.method(vm, "_restore(self, contents, position, /)", "Sets contents and position.") { (vm, args) throws(Raised) in
      let file = try me(args[0])
      file.open(vm, try bytes(vm, args[1]))
      file.position = max(0, try vm.index(args[2]))
      return .none
    }
    for name in ["readable", "writable", "seekable"] {
      type.method(vm, "\(name)(self, /)", "Returns True if the IO object can be used so.") { (vm, args) throws(Raised) in
        _ = try me(args[0]).contents(vm)
        return .bool(true)
      }
    }
    type.method(vm, "isatty(self, /)", "Always returns False.") { (vm, args) throws(Raised) in
      _ = try me(args[0]).contents(vm)
      return .bool(false)
    }
    type.method(vm, "flush(self, /)", "Does nothing.") { (vm, args) throws(Raised) in
      _ = try me(args[0]).contents(vm)
      return .none
    }
    type.method(vm, "_checkClosed(self, msg=None, /)", "Raises ValueError when the file is closed.") {
      (vm, args) throws(Raised) in
      _ = try me(args[0]).contents(vm)
      return .none
    }
    type.attribute(vm, "closed", "True if the file is closed.", get: { (_, v) throws(Raised) in .bool(try me(v).store == nil) })
  }
}

/// Whether a class of Python puts its own `readline` before that of a native file; asked once per state of the class.
struct OwnReadline {
  private var version: UInt32 = 0
  private var answer = false

  @inline(__always)
  mutating func isThere(_ vm: VM, _ file: Object) -> Bool {
    if file.type.version == version && version != 0 { return answer }
    return look(vm, file)
  }
  @inline(never)
  private mutating func look(_ vm: VM, _ file: Object) -> Bool {
    answer = !file.type.lookup(vm, .borrowed(vm.intern("readline"))).isKind(.nativeFunction)
    version = file.type.version
    return answer
  }
}
