import Glibc
import Interpreter

/// `sys.stdin` and its `buffer`: the lines that the system gives, or in a kernel those that the front end asks for.
final class StandardInput: Object {
  private let isText: Bool
  /// What of the last lines was not asked for yet.
  private var rest: [UInt8] = []
  private var isClosed = false
  /// The same lines as bytes; made when asked for.
  private var bytes: StandardInput?

  init(_ vm: VM, isText: Bool = true) {
    self.isText = isText
    super.init(
      kind: .native,
      type: vm.nativeType(isText ? "TextIOWrapper" : "BufferedReader", module: "_io") { StandardInput.populate($0, $1, isText) })
  }
  override func traverse(_ visit: (Slot) -> Void) { if let bytes { visit(.held(bytes)) } }

  override func repr(_ vm: VM) throws(Raised) -> StrObject {
    vm.string(isText ? "<_io.TextIOWrapper name='<stdin>' mode='r' encoding='utf-8'>" : "<_io.BufferedReader name='<stdin>'>")
  }

  // MARK: Lines

  /// The next line with its end; nil: there is none.
  private func line(_ vm: VM) throws(Raised) -> [UInt8]? {
    if isClosed { throw vm.valueError("I/O operation on closed file.") }
    if !vm.readsStandardInput { return try askedLine(vm) }
    vm.flushOutput(.stdout)
    return try StandardLines.next(vm)
  }
  /// The next line that the front end gives.
  private func askedLine(_ vm: VM) throws(Raised) -> [UInt8]? {
    if !rest.isEmpty {
      let line = rest
      rest = []
      return line
    }
    guard let line = try vm.readInput(vm, "", false) else { return nil }
    return Array(line.utf8) + [10]
  }
  private func giveBack(_ vm: VM, _ bytes: ArraySlice<UInt8>) {
    if vm.readsStandardInput { StandardLines.giveBack(bytes) } else { rest = Array(bytes) + rest }
  }
  private func value(_ vm: VM, _ bytes: [UInt8]) throws(Raised) -> Value {
    isText ? .object(try Codecs.decode(vm, bytes)) : vm.makeBytes(bytes)
  }
  /// How many of the bytes make `size` items; all when they are fewer.
  private func length(_ bytes: [UInt8], _ size: Int) -> Int {
    if !isText { return min(size, bytes.count) }
    var (points, i) = (0, 0)
    while i < bytes.count {
      if bytes[i] & 0xC0 != 0x80 {
        if points == size { return i }
        points &+= 1
      }
      i &+= 1
    }
    return bytes.count
  }
  private func readLine(_ vm: VM, _ size: Int) throws(Raised) -> Value {
    var line = try line(vm) ?? []
    if size >= 0 {
      let end = length(line, size)
      if end < line.count {
        giveBack(vm, line[end...])
        line.removeSubrange(end...)
      }
    }
    return try value(vm, line)
  }
  private func read(_ vm: VM, _ size: Int, once: Bool = false) throws(Raised) -> Value {
    var all: [UInt8] = []
    while size < 0 || length(all, size) == all.count, let next = try line(vm) {
      if !Memory.mayHold(all.count &+ next.count) { throw vm.memoryError() }
      all += next
      if once || size >= 0 && all.count >= size && !isText { break }
    }
    if size >= 0 {
      let end = length(all, size)
      giveBack(vm, all[end...])
      all.removeSubrange(end...)
    }
    return try value(vm, all)
  }

  override var isIterator: Bool { true }
  override func iterator(_ vm: VM) throws(Raised) -> Object? { self }
  override func next(_ vm: VM) throws(Raised) -> Value? {
    guard let line = try line(vm) else { return nil }
    return try value(vm, line)
  }

  // MARK: Methods

  private static func me(_ args: Arguments) -> StandardInput {
    unsafeDowncast(args.slot(0).object, to: StandardInput.self)
  }
  private static func populate(_ type: TypeObject, _ vm: VM, _ isText: Bool) {
    type.specials(vm, [.iter, .next, .repr])
    for name in isText ? ["read"] : ["read", "read1"] {
      type.method(vm, "\(name)(self, size=-1, /)", "Reads that much, or the rest.") { (vm, args) throws(Raised) in
        try me(args).read(vm, try MemoryFiles.size(vm, args[1]), once: name == "read1")
      }
    }
    type.method(vm, "readline(self, size=-1, /)", "Reads a line.") { (vm, args) throws(Raised) in
      try me(args).readLine(vm, try MemoryFiles.size(vm, args[1]))
    }
    type.method(vm, "readlines(self, hint=-1, /)", "Reads lines up to that size, or all.") { (vm, args) throws(Raised) in
      let (me, hint) = (me(args), try MemoryFiles.size(vm, args[1]))
      let lines = ListObject.make(vm)
      var total = 0
      while hint <= 0 || total < hint, let line = try me.line(vm) {
        lines.append(try me.value(vm, line))
        total &+= line.count
      }
      return .object(lines)
    }
    type.method(vm, "__enter__(self, /)", "The stream itself.") { (_, args) in args[0] }
    type.method(vm, "__exit__(self, *args)", "Closes the stream.") { (_, args) in
      me(args).isClosed = true
      return .none
    }
    type.method(vm, "close(self, /)", "Lets nobody read any more.") { (_, args) in
      me(args).isClosed = true
      return .none
    }
    for name in ["write", "writelines"] {
      type.method(vm, "\(name)(self, data, /)", "Not possible here.") { (vm, _) throws(Raised) in
        let io = try vm.importModule("io", fromList: .object(vm.emptyTuple))
        let kind = try vm.getAttr(io, vm.intern("UnsupportedOperation"))
        guard let kind = kind.asType else { throw vm.valueError("not writable") }
        throw vm.raised(kind, isText ? "not writable" : name)
      }
    }
    for name in isText ? ["flush", "reconfigure"] : ["flush"] {
      type.method(vm, "\(name)(self, **options)", "Does nothing.") { (_, _) in .none }
    }
    for (name, answer) in [("readable", true), ("writable", false), ("seekable", false)] {
      type.method(vm, "\(name)(self, /)", "What may be done with the stream.") { (_, _) in .bool(answer) }
    }
    type.method(vm, "fileno(self, /)", "The descriptor.") { (_, _) in .int(0) }
    type.method(vm, "isatty(self, /)", "Is it a terminal?") { (_, _) in .bool(isatty(0) == 1) }
    type.attribute(vm, "closed", get: { (_, v) in .bool(v.native(StandardInput.self)?.isClosed ?? false) })
    type.attribute(vm, "name", get: { (vm, _) in .object(vm.string("<stdin>")) })
    type.attribute(vm, "mode", get: { (vm, _) in .object(vm.string(isText ? "r" : "rb")) })
    if !isText { return }
    for (name, text) in [("encoding", "utf-8"), ("errors", "strict")] {
      type.attribute(vm, name, get: { (vm, _) in .object(vm.string(text)) })
    }
    type.attribute(vm, "newlines", get: { (_, _) in .none })
    type.attribute(vm, "line_buffering", get: { (_, _) in .bool(isatty(0) == 1) })
    type.attribute(vm, "buffer", get: { (vm, v) throws(Raised) in
      guard let me = v.native(StandardInput.self) else { return .none }
      if let known = me.bytes { return .object(known) }
      let made = StandardInput(vm, isText: false)
      me.bytes = made
      return .object(made)
    })
  }
}
