/// An exception instance.
public final class ExceptionObject: Object {
  /// `args` (owned tuple).
  package internal(set) var args: Slot
  /// `__cause__`, `__context__`: owned; undefined means None.
  package var cause: Slot = .undefined
  package var context: Slot = .undefined
  package var suppressContext = false
  /// Traceback entries, innermost last (the order of unwinding reversed by readers).
  package var traceback: [TracebackEntry] = []
  /// The object that `__traceback__` gave last (owned), so that it gives the same one again; undefined: none.
  package var tracebackCache: Slot = .undefined
  /// Sub-exceptions of a group (owned tuple), or undefined.
  package var group: Slot = .undefined

  package init(_ vm: VM, type: TypeObject, args: TupleObject) {
    self.args = .owned(args)
    super.init(kind: .exception, type: type, tracked: true)
  }
  deinit {
    args.release()
    cause.release()
    context.release()
    group.release()
    tracebackCache.release()
    for entry in traceback { entry.release() }
  }

  /// `args` as a tuple.
  package var arguments: TupleObject {
    Unmanaged<TupleObject>.fromOpaque(args.pointer).reference
  }
  /// Replaces `args`.
  package func setArguments(_ new: TupleObject) {
    let old = args
    args = .owned(new)
    old.release()
  }
  /// Sets `__cause__`, nil: None.
  package func setCause(_ value: ExceptionObject?) {
    let old = cause
    cause = value.map { .owned($0) } ?? .undefined
    old.release()
  }
  /// Sets `__context__`, nil: None.
  package func setContext(_ value: ExceptionObject?) {
    let old = context
    context = value.map { .owned($0) } ?? .undefined
    old.release()
  }

  public override func repr(_ vm: VM) throws(Raised) -> StrObject {
    let items = arguments
    if items.count == 1 { return vm.string("\(type.name)(\(try vm.repr(items[0]).string))") }
    return vm.string(type.name + (try vm.repr(.object(items)).string))
  }
  public override func str(_ vm: VM) throws(Raised) -> StrObject? {
    let items = arguments
    if group.isObject {
      let n = unsafeDowncast(group.object, to: TupleObject.self).count
      return vm.string("\(try vm.str(items[0]).string) (\(n) sub-exception\(n == 1 ? "" : "s"))")
    }
    if type.isSubtype(of: vm.types.osError), let text = try osErrorText(vm) { return text }
    if type.isSubtype(of: vm.types.syntaxError) || type.isSubtype(of: vm.types.unicodeError),
      let text = try placedText(vm)
    {
      return text
    }
    switch items.count {
    case 0: return vm.emptyString
    case 1:
      if type.isSubtype(of: vm.types.keyError) { return try vm.repr(items[0]) }
      return try vm.str(items[0])
    default: return try vm.str(.object(items))
    }
  }

  /// `[Errno 2] No such file or directory: 'x'`.
  private func osErrorText(_ vm: VM) throws(Raised) -> StrObject? {
    func field(_ name: String) -> Value? {
      let slot = vm.instanceAttribute(self, .borrowed(vm.intern(name)))
      return slot.isUndefined || slot.isNone ? nil : slot.value
    }
    guard let code = field("errno"), let text = field("strerror") else { return nil }
    var result = "[Errno \(try vm.str(code).string)] \(try vm.str(text).string)"
    if let file = field("filename") {
      result += ": \(try vm.repr(file).string)"
      if let other = field("filename2") { result += " -> \(try vm.repr(other).string)" }
    }
    return vm.string(result)
  }

  /// Syntax errors with their line, codec errors with their place; nil: the general rule.
  private func placedText(_ vm: VM) throws(Raised) -> StrObject? {
    func field(_ name: String) -> Value? {
      let slot = vm.instanceAttribute(self, .borrowed(vm.intern(name)))
      return slot.isUndefined || slot.isNone ? nil : slot.value
    }
    if type.isSubtype(of: vm.types.syntaxError) {
      guard let message = field("msg") else { return nil }
      let text = try vm.str(message).string
      var place: [String] = []
      if let file = field("filename") {
        let path = try vm.str(file).string
        place.append(path.split(separator: "/").last.map(String.init) ?? path)
      }
      if let line = field("lineno") { place.append("line \(try vm.str(line).string)") }
      return vm.string(place.isEmpty ? text : "\(text) (\(place.joined(separator: ", ")))")
    }
    guard arguments.count == 5, case .int(let start) = arguments[2], case .int(let end) = arguments[3] else {
      return nil
    }
    let encoding = try vm.str(arguments[0]).string
    let reason = try vm.str(arguments[4]).string
    let isDecode = type.isSubtype(of: vm.types.unicodeDecodeError)
    let verb = isDecode ? "decode" : "encode"
    if end == start + 1 {
      if isDecode {
        let byte = try vm.index(try vm.getItem(arguments[1], .int(start)))
        let hex = String(byte, radix: 16)
        let two = hex.count < 2 ? "0" + hex : hex
        return vm.string("'\(encoding)' codec can't decode byte 0x\(two) in position \(start): \(reason)")
      }
      if case .object(let o) = arguments[1], let text = o as? StrObject, start < text.count {
        let hex = String(text[start], radix: 16)
        let escaped: String
        switch text[start] {
        case 0..<0x100: escaped = "\\x" + String(repeating: "0", count: 2 - hex.count) + hex
        case 0x100..<0x10000: escaped = "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
        default: escaped = "\\U" + String(repeating: "0", count: 8 - hex.count) + hex
        }
        return vm.string("'\(encoding)' codec can't encode character '\(escaped)' in position \(start): \(reason)")
      }
    }
    let what = isDecode ? "bytes" : "characters"
    return vm.string("'\(encoding)' codec can't \(verb) \(what) in position \(start)-\(end - 1): \(reason)")
  }

  public override func traverse(_ visit: (Slot) -> Void) {
    visit(args)
    visit(cause)
    visit(context)
    visit(group)
    visit(tracebackCache)
    for entry in traceback { entry.traverse(visit) }
  }
  public override func clearReferences() {
    let old = [cause, context, group]
    cause = .undefined
    context = .undefined
    group = .undefined
    for slot in old { slot.release() }
    // `args` is always a tuple.
    if let vm = type.machine?.reference { setArguments(vm.emptyTuple) }
  }
}

/// One frame that an exception passed.
package struct TracebackEntry {
  /// The code (owned slot).
  package let code: Slot
  /// Index of the instruction.
  package let instruction: Int

  /// The frame that was left (owned), when the machine keeps frames.
  private(set) var frame: Slot = .undefined

  /// The line when it was given by hand, else 0.
  private let line: Int32

  init(code: Code, instruction: Int, frame: FrameObject? = nil, line: Int32 = 0) {
    self.code = .owned(code)
    self.instruction = instruction
    self.line = line
    if let frame { self.frame = .owned(frame) }
  }
  /// A copy with counts of its own.
  var copy: TracebackEntry { TracebackEntry(code: codeObject, instruction: instruction, frame: frameObject, line: line) }
  /// The line that was running.
  package var shownLine: Int { line != 0 ? Int(line) : Int(codeObject.span(at: instruction).line) }
  /// The frame that was left, with its variables; nil when it was not kept.
  package var frameObject: FrameObject? {
    frame.isObject ? unsafeDowncast(frame.object, to: FrameObject.self) : nil
  }
  /// Keeps the frame that was left.
  mutating func keep(_ made: FrameObject) {
    frame.release()
    frame = .owned(made)
  }
  func release() {
    code.release()
    frame.release()
  }
  func traverse(_ visit: (Slot) -> Void) {
    visit(code)
    visit(frame)
  }
  /// The code object.
  package var codeObject: Code { Unmanaged<Code>.fromOpaque(code.pointer).reference }
}
