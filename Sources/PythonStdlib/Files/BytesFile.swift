import Glibc
import Interpreter

/// The native half of `io.BytesIO`.
final class BytesFile: NativeIterator {
  /// The contents; nil while closed, or while they are the bytes that the file began with.
  private var store: ByteArrayObject?
  /// The bytes that the file began with, until it is written to.
  private var initial: BytesObject?
  private var position = 0
  private var ownReadline = OwnReadline()

  init(_ type: TypeObject) { super.init(kind: .native, type: type, tracked: true) }
  /// Begins with bytes or a bytearray; nil: with nothing.
  func open(_ vm: VM, _ contents: Value?) {
    (store, initial, position) = (nil, nil, 0)
    if let bytes = contents?.asBytesObject, bytes.type === vm.types.bytes {
      initial = bytes
    } else {
      store = ByteArrayObject(vm, contents.flatMap { ByteView($0)?.array } ?? [])
    }
  }
  override func traverse(_ visit: (Slot) -> Void) {
    if let store { visit(.held(store)) }
    if let initial { visit(.held(initial)) }
  }

  var isClosed: Bool { store == nil && initial == nil }
  @inline(__always)
  private func check(_ vm: VM) throws(Raised) {
    if store == nil && initial == nil { throw vm.valueError("I/O operation on closed file.") }
  }
  /// The contents to be looked at.
  @inline(__always)
  private func view(_ vm: VM) throws(Raised) -> ByteView {
    if let initial { return ByteView(initial) }
    guard let store else { throw vm.valueError("I/O operation on closed file.") }
    return ByteView(store)
  }
  /// The contents to be changed.
  private func changeable(_ vm: VM) throws(Raised) -> ByteArrayObject {
    if let initial {
      store = try ByteArrayObject.make(vm, copying: ByteView(initial))
      self.initial = nil
    }
    guard let store else { throw vm.valueError("I/O operation on closed file.") }
    return store
  }
  @inline(__always)
  private static func me(_ args: Arguments) -> BytesFile { unsafeDowncast(args.slot(0).object, to: BytesFile.self) }

  /// The bytes up to a place, which becomes the position.
  private func part(_ vm: VM, _ view: ByteView, to end: Int) throws(Raised) -> Value {
    if position == 0, end >= view.count, let initial {
      position = view.count
      return .object(initial)
    }
    let start = min(position, view.count)
    let last = max(start, min(end, view.count))
    if last > position { position = last }
    return try vm.makeBytes(copying: view.base + start, last &- start)
  }
  func read(_ vm: VM, _ size: Int) throws(Raised) -> Value {
    let view = try view(vm)
    let (end, overflow) = position.addingReportingOverflow(size)
    return try part(vm, view, to: size < 0 || overflow ? Int.max : end)
  }
  private func readLine(_ vm: VM, _ size: Int) throws(Raised) -> Value {
    let view = try view(vm)
    if position >= view.count { return vm.makeBytes([]) }
    var end = view.count
    if let hit = memchr(view.base + position, 10, view.count &- position) {
      end = UnsafeRawPointer(hit) - UnsafeRawPointer(view.base) &+ 1
    }
    if size >= 0, end &- position > size { end = position &+ size }
    return try part(vm, view, to: end)
  }
  private func write(_ vm: VM, _ data: Value) throws(Raised) -> Int {
    let store = try changeable(vm)
    guard let bytes = ByteView(data), bytes.count > 0 else {
      try store.checkExports(vm)
      return 0
    }
    // A view of the file itself counts too.
    try store.checkExports(vm)
    let (end, overflow) = position.addingReportingOverflow(bytes.count)
    if overflow || (end > store.count && !Memory.mayHold(end)) { throw vm.memoryError() }
    if position > store.count { try store.resize(vm, position) }
    try store.replace(vm, position, min(end, store.count), bytes)
    position = end
    return bytes.count
  }

  override func next(_ vm: VM) throws(Raised) -> Value? {
    if !ownReadline.isThere(vm, self) {
      let view = try view(vm)
      return position < view.count ? try readLine(vm, -1) : nil
    }
    let line = try vm.callMethod(.object(self), "readline", [])
    if let bytes = line.asBytesObject, !bytes.hasHeapType { return bytes.count == 0 ? nil : line }
    return try vm.length(line) == 0 ? nil : line
  }

  static func populate(
    _ type: TypeObject, _ vm: VM, _ bytes: @escaping (VM, Value) throws(Raised) -> Value
  ) {
    type.specials(vm, [.iter, .next, .`init`])
    type.method(vm, "write(self, b, /)", "Write bytes to file.") { (vm, args) throws(Raised) in
      let file = me(args)
      try file.check(vm)
      return .int(try file.write(vm, try bytes(vm, args[1])))
    }
    reading(type, vm)
    placing(type, vm)
    type.method(vm, "getvalue(self, /)", "Retrieve the entire contents of the BytesIO object.") { (vm, args) throws(Raised) in
      let file = me(args)
      if let initial = file.initial { return .object(initial) }
      let view = try file.view(vm)
      return try vm.makeBytes(copying: view.base, view.count)
    }
    type.method(vm, "getbuffer(self, /)", "Get a read-write view over the contents of the BytesIO object.") {
      (vm, args) throws(Raised) in
      try vm.call(.object(vm.types.memoryview), [.object(try me(args).changeable(vm))])
    }
    type.method(vm, "close(self, /)", "Disable all I/O operations.") { (vm, args) throws(Raised) in
      let file = me(args)
      try file.store?.checkExports(vm)
      (file.store, file.initial) = (nil, nil)
      return .none
    }
    type.method(vm, "_restore(self, contents, position, /)", "Sets contents and position.") { (vm, args) throws(Raised) in
      let file = me(args)
      file.open(vm, try bytes(vm, args[1]))
      file.position = max(0, try vm.index(args[2]))
      return .none
    }
    for name in ["readable", "writable", "seekable"] {
      type.method(vm, "\(name)(self, /)", "Returns True if the IO object can be used so.") { (vm, args) throws(Raised) in
        try me(args).check(vm)
        return .bool(true)
      }
    }
    type.method(vm, "isatty(self, /)", "Always returns False.") { (vm, args) throws(Raised) in
      try me(args).check(vm)
      return .bool(false)
    }
    type.method(vm, "flush(self, /)", "Does nothing.") { (vm, args) throws(Raised) in
      try me(args).check(vm)
      return .none
    }
    type.method(vm, "_checkClosed(self, msg=None, /)", "Raises ValueError when the file is closed.") {
      (vm, args) throws(Raised) in
      try me(args).check(vm)
      return .none
    }
    type.attribute(vm, "closed", "True if the file is closed.", get: { (_, v) in
      .bool(v.native(BytesFile.self)?.isClosed ?? true)
    })
  }

  private static func reading(_ type: TypeObject, _ vm: VM) {
    for name in ["read", "read1"] {
      type.method(vm, "\(name)(self, size=-1, /)", "Read at most size bytes, returned as a bytes object.") {
        (vm, args) throws(Raised) in
        let file = me(args)
        if args.slot(1).isInt { return try file.read(vm, args.slot(1).asInt) }
        try file.check(vm)
        return try file.read(vm, try MemoryFiles.size(vm, args[1]))
      }
    }
    type.method(vm, "readline(self, size=-1, /)", "Next line from the file, as a bytes object.") {
      (vm, args) throws(Raised) in
      let file = me(args)
      if args.slot(1).isInt { return try file.readLine(vm, args.slot(1).asInt) }
      try file.check(vm)
      return try file.readLine(vm, try MemoryFiles.size(vm, args[1]))
    }
    type.method(vm, "readlines(self, size=None, /)", "List of bytes objects, each a line from the file.") {
      (vm, args) throws(Raised) in
      let file = me(args)
      try file.check(vm)
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
  }

  private static func placing(_ type: TypeObject, _ vm: VM) {
    type.method(vm, "tell(self, /)", "Current file position, an integer.") { (vm, args) throws(Raised) in
      let file = me(args)
      try file.check(vm)
      return .int(file.position)
    }
    type.method(vm, "seek(self, pos, whence=0, /)", "Change stream position.") { (vm, args) throws(Raised) in
      let file = me(args)
      try file.check(vm)
      let (pos, whence) = (try MemoryFiles.number(vm, args[1]), try MemoryFiles.number(vm, args[2]))
      var start = 0
      switch whence {
      case 0: if pos < 0 { throw vm.valueError("negative seek value \(pos)") }
      case 1: start = file.position
      case 2: start = try file.view(vm).count
      default: throw vm.valueError("invalid whence (\(whence), should be 0, 1 or 2)")
      }
      let (place, overflow) = start.addingReportingOverflow(pos)
      if overflow && pos > 0 { throw vm.overflowError("new position too large") }
      file.position = max(0, place)
      return .int(file.position)
    }
    type.method(vm, "truncate(self, size=None, /)", "Truncate the file to at most size bytes.") { (vm, args) throws(Raised) in
      let file = me(args)
      try file.check(vm)
      let size = args[1].isNone ? file.position : try MemoryFiles.size(vm, args[1])
      if size < 0 { throw vm.valueError("negative size value \(size)") }
      let store = try file.changeable(vm)
      try store.checkExports(vm)
      if size < store.count { try store.resize(vm, size) }
      return .int(size)
    }
  }
}
