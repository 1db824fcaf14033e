import Glibc
import Interpreter

/// Code points that change: bytes as long as all are below 256.
private struct Points {
  private(set) var narrow: [UInt8] = []
  private(set) var wide: [UInt32] = []
  private(set) var isWide = false
  private var isASCII = true

  var count: Int { isWide ? wide.count : narrow.count }

  /// Puts a text in the place of the code points from `start` on, as many as it has; beyond the end are zeros.
  mutating func write(_ text: StrObject, at start: Int) {
    if text.width > 1 { widen() }
    if !text.isASCII { isASCII = false }
    if isWide {
      while wide.count < start { wide.append(0) }
      let shared = min(wide.count &- start, text.count)
      for i in 0..<shared { wide[start &+ i] = text[i] }
      wide.reserveCapacity(start &+ text.count)
      for i in shared..<text.count { wide.append(text[i]) }
    } else if start == narrow.count {
      narrow.append(contentsOf: text.bytes)
    } else {
      if narrow.count < start { narrow += [UInt8](repeating: 0, count: start &- narrow.count) }
      narrow.replaceSubrange(start..<min(start &+ text.count, narrow.count), with: text.bytes)
    }
  }
  private mutating func widen() {
    if isWide { return }
    isWide = true
    wide = narrow.map { UInt32($0) }
    narrow = []
  }
  mutating func truncate(_ size: Int) {
    if size < count { if isWide { wide.removeSubrange(size...) } else { narrow.removeSubrange(size...) } }
  }

  func text(_ vm: VM, _ start: Int, _ end: Int) throws(Raised) -> StrObject {
    if start >= end { return vm.emptyString }
    if isWide {
      if end &- start == 1 { return vm.character(wide[start]) }
      return StrObject(vm, codePoints: Array(wide[start..<end]))
    }
    if end &- start == 1 { return vm.character(UInt32(narrow[start])) }
    let made = narrow.withUnsafeBufferPointer { (bytes) -> StrObject? in
      guard let base = bytes.baseAddress else { return nil }
      let part = UnsafeBufferPointer(start: base + start, count: end &- start)
      return StrObject.make(
        vm, copying: base + start, count: end &- start, width: 1, isASCII: isASCII || StrObject.isASCII(part))
    }
    guard let made else { throw vm.memoryError() }
    return made
  }
  /// Place of a code point from `start` on, or -1.
  func find(_ point: UInt8, from start: Int) -> Int {
    if start >= count { return -1 }
    if isWide {
      var i = start
      while i < wide.count && wide[i] != UInt32(point) { i &+= 1 }
      return i < wide.count ? i : -1
    }
    return narrow.withUnsafeBytes { (bytes) -> Int in
      guard let base = bytes.baseAddress, let hit = memchr(base + start, Int32(point), bytes.count &- start) else { return -1 }
      return UnsafeRawPointer(hit) - base
    }
  }
  func point(_ i: Int) -> UInt32 { i >= count ? 0xFFFF_FFFF : isWide ? wide[i] : UInt32(narrow[i]) }
}

/// The native half of `io.StringIO`.
final class TextFile: Object {
  private enum State { case fresh, open, closed }
  private enum Newline { case translate, universal, plain, carriage, both }
  private var state = State.fresh
  private var ownReadline = OwnReadline()
  private var points = Points()
  private var position = 0
  private var newline = Newline.plain
  /// Ends of lines that were written: 1 for CR, 2 for LF, 4 for CR LF.
  private var seen = 0

  init(_ type: TypeObject) { super.init(kind: .native, type: type, tracked: true) }

  func open(_ vm: VM, _ initial: Value, newline value: Value) throws(Raised) {
    if value.isNone {
      newline = .translate
    } else {
      guard let text = value.asStr else {
        throw vm.typeError("newline must be str or None, not \(vm.type(of: value).name)")
      }
      switch text.string {
      case "": newline = .universal
      case "\n": newline = .plain
      case "\r": newline = .carriage
      case "\r\n": newline = .both
      default: throw vm.valueError("illegal newline value: \(try vm.repr(value).string)")
      }
    }
    if !initial.isNone && initial.asStr == nil {
      throw vm.typeError("initial_value must be str or None, not \(vm.type(of: initial).name)")
    }
    points = Points()
    (position, seen, state) = (0, 0, .open)
    if let text = initial.asStr { try write(vm, text) }
    position = 0
  }

  /// Opens with a text whose ends of lines stay as they are.
  func open(_ vm: VM, plain text: StrObject?) throws(Raised) {
    newline = .plain
    points = Points()
    (position, seen, state) = (0, 0, .open)
    if let text { try write(vm, text) }
    position = 0
  }

  /// `ending`: of the message that what comes from `IOBase` ends with a full stop.
  private func check(_ vm: VM, ending: String = "") throws(Raised) {
    if state == .open { return }
    throw vm.valueError(
      state == .fresh ? "I/O operation on uninitialized object" : "I/O operation on closed file\(ending)")
  }
  private static func me(_ vm: VM, _ value: Value) throws(Raised) -> TextFile {
    guard case .object(let o) = value else { fatalError("a method without its object") }
    let file = unsafeDowncast(o, to: TextFile.self)
    try file.check(vm)
    return file
  }

  private func write(_ vm: VM, _ text: StrObject) throws(Raised) {
    var text = text
    switch newline {
    case .plain: break
    case .carriage, .both:
      let ending = vm.string(newline == .both ? "\r\n" : "\r")
      text = try vm.str(try vm.callMethod(.object(text), "replace", [.object(vm.string("\n")), .object(ending)]))
    case .translate, .universal: text = try translated(vm, text)
    }
    if text.count == 0 { return }
    let (end, overflow) = position.addingReportingOverflow(text.count)
    if overflow || (end > points.count && !Memory.mayHold(end &* 4)) { throw vm.memoryError() }
    points.write(text, at: position)
    position = end
  }
  /// Notes the ends of lines, and makes them all LF if wanted.
  private func translated(_ vm: VM, _ text: StrObject) throws(Raised) -> StrObject {
    var hasCarriage = false
    for i in 0..<text.count {
      let point = text[i]
      if point == 13 {
        hasCarriage = true
        seen |= i &+ 1 < text.count && text[i &+ 1] == 10 ? 4 : 1
      } else if point == 10, i == 0 || text[i &- 1] != 13 {
        seen |= 2
      }
    }
    if !hasCarriage || newline == .universal { return text }
    var out = StrBuilder(capacity: text.count)
    for i in 0..<text.count {
      let point = text[i]
      if point == 13 { out.append(10) } else if point != 10 || i == 0 || text[i &- 1] != 13 { out.append(point) }
    }
    return try out.finish(vm)
  }

  private func read(_ vm: VM, _ size: Int) throws(Raised) -> StrObject {
    let (wanted, overflow) = position.addingReportingOverflow(size)
    let end = size < 0 || overflow ? points.count : min(wanted, points.count)
    if position >= end { return vm.emptyString }
    let made = try points.text(vm, position, end)
    position = end
    return made
  }
  private func readLine(_ vm: VM, _ size: Int) throws(Raised) -> StrObject {
    let count = points.count
    if position >= count { return vm.emptyString }
    var end: Int
    switch newline {
    case .translate, .plain: end = points.find(10, from: position) &+ 1
    case .carriage: end = points.find(13, from: position) &+ 1
    case .both:
      end = 0
      var at = points.find(13, from: position)
      while at >= 0 {
        if points.point(at &+ 1) == 10 {
          end = at &+ 2
          break
        }
        at = points.find(13, from: at &+ 1)
      }
    case .universal:
      let (feed, carriage) = (points.find(10, from: position), points.find(13, from: position))
      if carriage < 0 || (feed >= 0 && feed < carriage) {
        end = feed &+ 1
      } else {
        end = feed == carriage &+ 1 ? carriage &+ 2 : carriage &+ 1
      }
    }
    if end == 0 { end = count }
    if size >= 0, end &- position > size { end = position &+ size }
    let made = try points.text(vm, position, end)
    position = end
    return made
  }

  override var isIterator: Bool { true }
  override func iterator(_ vm: VM) throws(Raised) -> Object? {
    try check(vm, ending: ".")
    return self
  }
  override func next(_ vm: VM) throws(Raised) -> Value? {
    try check(vm)
    if ownReadline.isThere(vm, self) {
      let line = try vm.callMethod(.object(self), "readline", [])
      guard let text = line.asStr else {
        throw vm.raised(
          vm.types.osError, "readline() should have returned a str object, not '\(vm.type(of: line).name)'")
      }
      return text.count == 0 ? nil : line
    }
    let line = try readLine(vm, -1)
    return line.count == 0 ? nil : .object(line)
  }

  static func populate(_ type: TypeObject, _ vm: VM) {
    type.specials(vm, [.iter, .next, .`init`])
    type.method(vm, "write(self, s, /)", "Write string to file.") { (vm, args) throws(Raised) in
      let file = try me(vm, args[0])
      guard let text = args.slot(1).asStr else {
        throw vm.typeError("string argument expected, got '\(vm.type(of: args[1]).name)'")
      }
      try file.write(vm, text)
      return .int(text.count)
    }
    type.method(vm, "read(self, size=-1, /)", "Read at most size characters, returned as a string.") {
      (vm, args) throws(Raised) in
      let file = try me(vm, args[0])
      return .object(try file.read(vm, try MemoryFiles.size(vm, args[1])))
    }
    type.method(vm, "readline(self, size=-1, /)", "Read until newline or EOF.") { (vm, args) throws(Raised) in
      let file = try me(vm, args[0])
      return .object(try file.readLine(vm, try MemoryFiles.size(vm, args[1])))
    }
    type.method(vm, "getvalue(self, /)", "Retrieve the entire contents of the object.") { (vm, args) throws(Raised) in
      let file = try me(vm, args[0])
      return .object(try file.points.text(vm, 0, file.points.count))
    }
    type.method(vm, "tell(self, /)", "Tell the current file position.") { (vm, args) throws(Raised) in
      .int(try me(vm, args[0]).position)
    }
    type.method(vm, "seek(self, pos, whence=0, /)", "Change stream position.") { (vm, args) throws(Raised) in
      let file = try me(vm, args[0])
      var pos = try MemoryFiles.number(vm, args[1])
      let whence = try MemoryFiles.number(vm, args[2])
      if whence < 0 || whence > 2 { throw vm.valueError("Invalid whence (\(whence), should be 0, 1 or 2)") }
      if whence == 0 {
        if pos < 0 { throw vm.valueError("Negative seek position \(pos)") }
      } else {
        if pos != 0 { throw vm.raised(vm.types.osError, "Can't do nonzero cur-relative seeks") }
        pos = whence == 1 ? file.position : file.points.count
      }
      file.position = pos
      return .int(pos)
    }
    type.method(vm, "truncate(self, pos=None, /)", "Truncate size to pos.") { (vm, args) throws(Raised) in
      let file = try me(vm, args[0])
      let size = args[1].isNone ? file.position : try MemoryFiles.size(vm, args[1])
      if size < 0 { throw vm.valueError("Negative size value \(size)") }
      file.points.truncate(size)
      return .int(size)
    }
    type.method(vm, "close(self, /)", "Close the IO object.") { (vm, args) throws(Raised) in
      guard case .object(let o) = args[0] else { return .none }
      let file = unsafeDowncast(o, to: TextFile.self)
      file.state = .closed
      file.points = Points()
      return .none
    }
    type.method(vm, "_restore(self, text, position, /)", "Sets contents and position.") { (vm, args) throws(Raised) in
      let file = try me(vm, args[0])
      file.points = Points()
      if let text = args[1].asStr { file.points.write(text, at: 0) }
      file.position = max(0, try vm.index(args[2]))
      return .none
    }
    for name in ["readable", "writable", "seekable"] {
      type.method(vm, "\(name)(self, /)", "Returns True if the IO object can be used so.") { (vm, args) throws(Raised) in
        _ = try me(vm, args[0])
        return .bool(true)
      }
    }
    func file(_ value: Value) -> TextFile? {
      value.native(TextFile.self)
    }
    type.method(vm, "isatty(self, /)", "Always returns False.") { (vm, args) throws(Raised) in
      try file(args[0])?.check(vm, ending: ".")
      return .bool(false)
    }
    type.method(vm, "flush(self, /)", "Does nothing.") { (_, _) in .none }
    type.method(vm, "_checkClosed(self, msg=None, /)", "Raises ValueError when the file is closed.") {
      (vm, args) throws(Raised) in
      try file(args[0])?.check(vm, ending: ".")
      return .none
    }
    type.method(vm, "_checkState(self, /)", "Raises ValueError when the file was closed.") { (vm, args) throws(Raised) in
      if let file = file(args[0]), file.state == .closed { try file.check(vm) }
      return .none
    }
    type.attribute(vm, "closed", "True if the file is closed.", get: { (vm, v) throws(Raised) in
      guard let file = file(v) else { return .none }
      if file.state == .fresh { try file.check(vm) }
      return .bool(file.state == .closed)
    })
    type.attribute(vm, "line_buffering", "False.", get: { (vm, v) throws(Raised) in
      try file(v)?.check(vm)
      return .bool(false)
    })
    type.attribute(vm, "newlines", "Ends of lines that were read so far.", get: { (vm, v) throws(Raised) in
      guard let file = file(v) else { return .none }
      try file.check(vm)
      var kinds: [Value] = []
      for (bit, text) in [(1, "\r"), (2, "\n"), (4, "\r\n")] where file.seen & bit != 0 { kinds.append(.object(vm.string(text))) }
      return kinds.isEmpty ? .none : kinds.count == 1 ? kinds[0] : .object(TupleObject.make(vm, kinds))
    })
    type.attribute(vm, "_newline", "How ends of lines are written.", get: { (vm, v) in
      switch file(v)?.newline ?? .plain {
      case .translate: return .none
      case .universal: return .object(vm.emptyString)
      case .plain: return .object(vm.string("\n"))
      case .carriage: return .object(vm.string("\r"))
      case .both: return .object(vm.string("\r\n"))
      }
    })
  }
}
