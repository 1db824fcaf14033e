import Interpreter

/// `re.Pattern`: a compiled pattern.
final class PatternObject: Object {
  let program: RegexProgram
  /// What it was compiled from, owned.
  private let source: Slot
  /// Numbers of the named groups, owned.
  private let nameSlot: Slot
  private let isText: Bool
  private unowned(unsafe) let tools: RegexTools
  /// The last replacement, owned, and its parts.
  private var lastTemplate = Slot.undefined
  private var lastParts = Slot.undefined

  init(_ tools: RegexTools, _ type: TypeObject, _ program: RegexProgram, _ source: Value, _ names: DictObject) {
    self.tools = tools
    self.program = program
    self.source = source.owned
    nameSlot = .owned(names)
    isText = source.asStr != nil
    super.init(kind: .native, type: type, tracked: true)
  }
  deinit {
    source.release()
    nameSlot.release()
    lastTemplate.release()
    lastParts.release()
  }
  override func traverse(_ visit: (Slot) -> Void) {
    for slot in [source, nameSlot, lastTemplate, lastParts] { visit(slot) }
  }

  var names: DictObject { unsafeDowncast(nameSlot.object, to: DictObject.self) }
  var groups: Int { program.groupCount }

  // MARK: Texts

  /// Raises unless the pattern can look at a subject.
  private func check(_ vm: VM, _ subject: Slot) throws(Raised) {
    if subject.asStr != nil {
      if isText { return }
      throw vm.typeError("cannot use a bytes pattern on a string-like object")
    }
    guard ByteView(subject) != nil || PatternObject.view(vm, subject) != nil else {
      throw vm.typeError("expected string or bytes-like object, got '\(vm.type(of: subject).name)'")
    }
    if isText { throw vm.typeError("cannot use a string pattern on a bytes-like object") }
  }
  /// The bytes of a subject that is no text; nil: it has none.
  private static func view(_ vm: VM, _ subject: Slot) -> ByteView? {
    if subject.isKind(.bytes) { return ByteView(subject) }
    // What may change while the pattern is looked for is copied.
    if let plain = Codecs.buffer(subject.value) { return ByteView(copying: plain) }
    guard let view = try? vm.call(.object(vm.types.memoryview), [subject.value]) else { return nil }
    return Codecs.buffer(view).map { ByteView(copying: $0) }
  }
  /// Number of characters or bytes of a subject, which was checked.
  private func count(_ vm: VM, _ subject: Slot) -> Int {
    subject.asStr?.count ?? ByteView(subject)?.count ?? PatternObject.view(vm, subject)?.count ?? 0
  }
  /// A part of a text or of bytes.
  static func part(_ vm: VM, _ subject: Slot, _ from: Int, _ to: Int) throws(Raised) -> Value {
    if let text = subject.asStr {
      let end = min(to, text.count)
      return .object(from >= end ? vm.emptyString : try text.part(vm, from..<end, exact: true))
    }
    if let bytes = subject.value.asBytesObject {
      if from == 0 && to >= bytes.count && !bytes.hasHeapType { return subject.value }
    }
    guard let bytes = PatternObject.view(vm, subject) else { return vm.makeBytes([]) }
    let start = min(max(from, 0), bytes.count)
    return try vm.makeBytes(copying: bytes.base + start, max(0, min(to, bytes.count) &- start))
  }

  // MARK: Matching

  /// How a match lies: at the position, up to the end, or anywhere behind.
  enum Mode { case match, full, search }

  private func limits(_ vm: VM, _ args: Arguments, _ count: Int) throws(Raised) -> (Int, Int) {
    let pos = args.slot(2).isInt ? args.slot(2).asInt : vm.clamped(try vm.indexValue(args[2]))
    let end = args.slot(3).isInt ? args.slot(3).asInt : vm.clamped(try vm.indexValue(args[3]))
    return (max(0, min(pos, count)), max(0, min(end, count)))
  }
  private func run(_ vm: VM, _ subject: Slot, _ args: Arguments, _ mode: Mode) throws(Raised) -> Value {
    try check(vm, subject)
    let (pos, end) = try limits(vm, args, count(vm, subject))
    if pos > end { return .none }
    guard let bounds = try find(vm, subject, pos, end, mode) else { return .none }
    return .object(MatchObject(tools.matchType, self, subject, pos, end, matched(bounds)))
  }
  /// The bounds of a match, which are good until the next search; nil: there is none. The end may lie behind the text's.
  private func find(
    _ vm: VM, _ subject: Slot, _ pos: Int, _ end: Int, _ mode: Mode, mustAdvance: Bool = false
  ) throws(Raised) -> UnsafePointer<Int>? {
    let scratch = tools.scratch ?? RegexScratch()
    tools.scratch = nil
    defer {
      scratch.shrink()
      tools.scratch = scratch
    }
    func found<Unit: FixedWidthInteger>(_ text: UnsafeBufferPointer<Unit>) throws(Raised) -> Bool {
      if pos > text.count { return false }
      var matcher = RegexMatcher(vm, program, scratch, text, end: min(end, text.count))
      if mode == .search { return try matcher.search(from: pos, mustAdvance: mustAdvance) }
      return try matcher.match(at: pos, full: mode == .full)
    }
    func units<Unit>(_ text: StrObject, _ unit: Unit.Type) -> UnsafeBufferPointer<Unit> {
      UnsafeBufferPointer(start: text.storage.assumingMemoryBound(to: unit), count: text.count)
    }
    let isFound: Bool
    if let text = subject.asStr {
      switch text.width {
      case 1: isFound = try found(text.bytes)
      case 2: isFound = try found(units(text, UInt16.self))
      default: isFound = try found(units(text, UInt32.self))
      }
    } else {
      let view = PatternObject.view(vm, subject)
      isFound = try view.map { (view) throws(Raised) in try found(view.bytes) } ?? false
    }
    return isFound ? UnsafePointer(scratch.saves) : nil
  }
  private func matched(_ bounds: UnsafePointer<Int>) -> [Int] {
    Array(UnsafeBufferPointer(start: bounds, count: program.firstRegister))
  }

  /// Calls `body` with the bounds of every match until it answers false; after an empty match the next must move on.
  private func each(
    _ vm: VM, _ subject: Slot, _ pos: Int, _ end: Int, _ body: ([Int]) throws(Raised) -> Bool
  ) throws(Raised) {
    var (at, mustAdvance) = (pos, false)
    let count = program.firstRegister
    var bounds = [Int](repeating: -1, count: count)
    while at <= end {
      guard let found = try find(vm, subject, at, end, .search, mustAdvance: mustAdvance) else { break }
      for i in 0..<count { bounds[i] = found[i] }
      if !(try body(bounds)) { break }
      at = bounds[1]
      mustAdvance = bounds[0] == bounds[1]
      if vm.interruptPending { try vm.checkInterrupt() }
    }
  }

  /// The next match for `finditer` and scanners.
  func next(
    _ vm: VM, _ subject: Slot, from at: Int, _ end: Int, _ mode: Mode, mustAdvance: Bool, shownPos: Int
  ) throws(Raised) -> MatchObject? {
    if at > end { return nil }
    guard let bounds = try find(vm, subject, at, end, mode, mustAdvance: mustAdvance) else { return nil }
    return MatchObject(tools.matchType, self, subject, shownPos, end, matched(bounds))
  }

  // MARK: Replacing

  /// The parts of a replacement: texts, and numbers of groups.
  func template(_ vm: VM, _ text: Value) throws(Raised) -> ListObject {
    if lastTemplate.isObject, case .object(let o) = text, o === lastTemplate.object, let parts = lastParts.asList { return parts }
    let made = try tools.helper(vm, "template", [.object(self), text])
    guard let parts = made.asList else { throw vm.typeError("no template") }
    let old = (lastTemplate, lastParts)
    lastTemplate = text.owned
    lastParts = .owned(parts)
    old.0.release()
    old.1.release()
    return parts
  }
  /// The parts with what the groups matched.
  func expand(_ vm: VM, _ parts: ListObject, _ match: MatchObject) throws(Raised) -> Value {
    let empty: Value = match.subject.asStr != nil ? .object(vm.emptyString) : vm.makeBytes([])
    var pieces: [Value] = []
    for part in parts.values {
      if case .int(let group) = part { pieces.append(try match.part(vm, group, empty)) } else { pieces.append(part) }
    }
    return try vm.callMethod(empty, "join", [.object(ListObject.make(vm, pieces))])
  }

  private func replace(_ vm: VM, _ replacement: Value, _ subject: Slot, _ limit: Int) throws(Raised) -> (Value, Int) {
    try check(vm, subject)
    var replacement = replacement
    let isCallable = vm.isCallable(replacement)
    if !isCallable, !isText, replacement.asStr == nil, replacement.asBytesObject == nil {
      replacement = try vm.call(.object(vm.types.bytes), [replacement])
    }
    var template: ListObject?
    if !isCallable, !isPlain(replacement) { template = try self.template(vm, replacement) }
    let end = count(vm, subject)
    let parts = template?.values
    var pieces: [Piece] = []
    var (last, number) = (0, 0)
    if limit < 0 { return (try PatternObject.part(vm, subject, 0, end), 0) }
    try each(vm, subject, 0, end) { (bounds) throws(Raised) in
      if bounds[0] > last { pieces.append(.subject(last, bounds[0])) }
      if let parts {
        for part in parts {
          guard case .int(let group) = part else {
            pieces.append(.value(part))
            continue
          }
          let (from, to) = (bounds[2 &* group], bounds[2 &* group &+ 1])
          if from >= 0 && to > from { pieces.append(.subject(from, to)) }
        }
      } else if isCallable {
        let made = try vm.call(replacement, [.object(MatchObject(tools.matchType, self, subject, 0, end, bounds))])
        if !made.isNone { pieces.append(.value(made)) }
      } else {
        pieces.append(.value(replacement))
      }
      last = bounds[1]
      number &+= 1
      return limit <= 0 || number < limit
    }
    if number == 0 { return (try PatternObject.part(vm, subject, 0, end), 0) }
    if last < end { pieces.append(.subject(last, end)) }
    return (try join(vm, pieces, subject, end), number)
  }
  /// A piece of what a replacement makes: a part of the subject, or what stands in its place.
  private enum Piece {
    case subject(Int, Int)
    case value(Value)
  }
  private func join(_ vm: VM, _ pieces: [Piece], _ subject: Slot, _ size: Int) throws(Raised) -> Value {
    if let text = subject.asStr {
      var out = StrBuilder(capacity: size)
      var isJoined = true
      joining: for piece in pieces {
        switch piece {
        case .subject(let from, let to): out.append(text, from..<min(to, text.count))
        case .value(let value):
          guard let value = value.asStr else {
            isJoined = false
            break joining
          }
          out.append(value)
        }
      }
      if isJoined { return .object(try out.finish(vm)) }
    }
    var values: [Value] = []
    for piece in pieces {
      switch piece {
      case .subject(let from, let to): values.append(try PatternObject.part(vm, subject, from, to))
      case .value(let value): values.append(value)
      }
    }
    let empty: Value = subject.asStr != nil ? .object(vm.emptyString) : vm.makeBytes([])
    return try vm.callMethod(empty, "join", [.object(ListObject.make(vm, values))])
  }
  /// Tells whether a replacement of the pattern's kind has no escapes.
  private func isPlain(_ replacement: Value) -> Bool {
    if let text = replacement.asStr {
      if !isText { return false }
      for i in 0..<text.count where text[i] == 92 { return false }
      return true
    }
    if let bytes = replacement.asBytesObject, !isText { return !bytes.bytes.contains(92) }
    return false
  }

  private func split(_ vm: VM, _ subject: Slot, _ limit: Int) throws(Raised) -> Value {
    try check(vm, subject)
    let end = count(vm, subject)
    let parts = ListObject.make(vm)
    if limit < 0 { return .object(ListObject.make(vm, [try PatternObject.part(vm, subject, 0, end)])) }
    var (last, number) = (0, 0)
    try each(vm, subject, 0, end) { (bounds) throws(Raised) in
      parts.append(try PatternObject.part(vm, subject, last, bounds[0]))
      for group in 1..<(groups &+ 1) {
        let (from, to) = (bounds[2 &* group], bounds[2 &* group &+ 1])
        parts.append(from < 0 || to < 0 ? .none : try PatternObject.part(vm, subject, from, to))
      }
      last = bounds[1]
      number &+= 1
      return limit == 0 || number < limit
    }
    parts.append(try PatternObject.part(vm, subject, last, end))
    return .object(parts)
  }

  private func findAll(_ vm: VM, _ subject: Slot, _ args: Arguments) throws(Raised) -> Value {
    try check(vm, subject)
    let (pos, end) = try limits(vm, args, count(vm, subject))
    let result = ListObject.make(vm)
    let empty: Value = subject.asStr != nil ? .object(vm.emptyString) : vm.makeBytes([])
    func part(_ bounds: [Int], _ group: Int) throws(Raised) -> Value {
      let (from, to) = (bounds[2 &* group], bounds[2 &* group &+ 1])
      return from < 0 || to < 0 ? empty : try PatternObject.part(vm, subject, from, to)
    }
    try each(vm, subject, pos, end) { (bounds) throws(Raised) in
      if groups < 2 {
        result.append(try part(bounds, groups))
      } else {
        var parts: [Value] = []
        for group in 1...groups { parts.append(try part(bounds, group)) }
        result.append(.object(TupleObject.make(vm, parts)))
      }
      return true
    }
    return .object(result)
  }

  // MARK: Python's operations

  override func compare(_ vm: VM, _ comparison: Comparison, _ other: Value) throws(Raised) -> Value? {
    guard comparison == .equal || comparison == .notEqual, let other = other.native(PatternObject.self) else {
      return nil
    }
    var same = program.flags.rawValue == other.program.flags.rawValue && isText == other.isText
    if same { same = try vm.equal(source.value, other.source.value) }
    return .bool(same == (comparison == .equal))
  }
  override func hash(_ vm: VM) throws(Raised) -> Int { try vm.hash(source) ^ (program.flags.rawValue &* 1_000_003) }
  override func repr(_ vm: VM) throws(Raised) -> StrObject { try vm.str(try tools.helper(vm, "repr", [.object(self)])) }

  static func populate(_ type: TypeObject, _ vm: VM, _ tools: RegexTools) {
    func me(_ args: Arguments) -> PatternObject { unsafeDowncast(args.slot(0).object, to: PatternObject.self) }
    func of(_ value: Value) -> PatternObject? {
      value.native(PatternObject.self)
    }
    let limits = "pos=0, endpos=9223372036854775807"
    type.specials(vm, [.repr, .hash, .eq, .ne])
    let ways: [(String, Mode, String)] = [
      ("match", .match, "Matches zero or more characters at the beginning of the string."),
      ("fullmatch", .full, "Matches against all of the string."),
      ("search", .search, "Scan through string looking for a match, and return a corresponding match object instance."),
    ]
    for (name, mode, doc) in ways {
      type.method(vm, "\(name)(self, /, string, \(limits))", doc) { (vm, args) throws(Raised) in
        try me(args).run(vm, args.slot(1), args, mode)
      }
    }
    type.method(vm, "findall(self, /, string, \(limits))", "Return a list of all non-overlapping matches of pattern in string.") {
      (vm, args) throws(Raised) in try me(args).findAll(vm, args.slot(1), args)
    }
    type.method(
      vm, "finditer(self, /, string, \(limits))",
      "Return an iterator over all non-overlapping matches for the RE pattern in string."
    ) { (vm, args) throws(Raised) in
      let pattern = me(args)
      try pattern.check(vm, args.slot(1))
      let (pos, end) = try pattern.limits(vm, args, pattern.count(vm, args.slot(1)))
      return .object(MatchIterator(vm, pattern, args.slot(1), pos, end))
    }
    type.method(vm, "scanner(self, /, string, \(limits))", "A scanner.") { (vm, args) throws(Raised) in
      let pattern = me(args)
      try pattern.check(vm, args.slot(1))
      let (pos, end) = try pattern.limits(vm, args, pattern.count(vm, args.slot(1)))
      return .object(ScannerObject(vm, pattern.tools.scannerType, pattern, args.slot(1), pos, end))
    }
    type.method(vm, "split(self, /, string, maxsplit=0)", "Split string by the occurrences of pattern.") {
      (vm, args) throws(Raised) in try me(args).split(vm, args.slot(1), try vm.index(args[2]))
    }
    type.method(
      vm, "sub(self, /, repl, string, count=0)",
      "Return the string obtained by replacing the leftmost non-overlapping occurrences of pattern in string by the replacement repl."
    ) { (vm, args) throws(Raised) in try me(args).replace(vm, args[1], args.slot(2), try vm.index(args[3])).0 }
    type.method(
      vm, "subn(self, /, repl, string, count=0)", "Return the tuple (new_string, number_of_subs_made)."
    ) { (vm, args) throws(Raised) in
      let (text, number) = try me(args).replace(vm, args[1], args.slot(2), try vm.index(args[3]))
      return .object(TupleObject.make(vm, [text, .int(number)]))
    }
    for name in ["__copy__(self, /)", "__deepcopy__(self, memo, /)"] { type.method(vm, name, "Itself.") { (_, args) in args[0] } }
    type.method(vm, "__reduce__(self, /)", "Helper for pickle.") { [unowned(unsafe) tools] (vm, args) throws(Raised) in
      try tools.helper(vm, "reduce", [args[0]])
    }
    type.method(vm, "__reduce_ex__(self, protocol, /)", "Helper for pickle.") {
      [unowned(unsafe) tools] (vm, args) throws(Raised) in try tools.helper(vm, "reduce", [args[0]])
    }
    type.genericClass(vm)
    type.attribute(vm, "pattern", "The pattern string from which the RE object was compiled.", get: { (_, v) in
      of(v)?.source.value ?? .none
    })
    type.attribute(vm, "flags", "The regex matching flags.", get: { (_, v) in .int(of(v)?.program.flags.rawValue ?? 0) })
    type.attribute(vm, "groups", "The number of capturing groups in the pattern.", get: { (_, v) in .int(of(v)?.groups ?? 0) })
    type.attribute(vm, "groupindex", "A dictionary mapping group names to group numbers.", get: { (vm, v) throws(Raised) in
      guard let names = of(v)?.names else { return .none }
      return try vm.call(.object(vm.types.mappingProxy), [.object(names)])
    })
  }
}

/// What `finditer` answers.
final class MatchIterator: NativeIterator {
  private let pattern: Slot
  private let subject: Slot
  private var at: Int
  private let pos: Int
  private let end: Int
  private var mustAdvance = false

  init(_ vm: VM, _ pattern: PatternObject, _ subject: Slot, _ pos: Int, _ end: Int) {
    self.pattern = .owned(pattern)
    subject.retain()
    self.subject = subject
    at = pos
    self.pos = pos
    self.end = end
    super.init(kind: .iterator, type: vm.types.callableIterator, tracked: true)
  }
  deinit {
    pattern.release()
    subject.release()
  }
  override func next(_ vm: VM) throws(Raised) -> Value? {
    if at > end { return nil }
    let owner = unsafeDowncast(pattern.object, to: PatternObject.self)
    guard
      let match = try owner.next(vm, subject, from: at, end, .search, mustAdvance: mustAdvance, shownPos: pos)
    else {
      at = Int.max
      return nil
    }
    at = match.bounds[1]
    mustAdvance = match.bounds[0] == match.bounds[1]
    return .object(match)
  }
  override func traverse(_ visit: (Slot) -> Void) {
    visit(pattern)
    visit(subject)
  }
}

/// `Pattern.scanner()`: matches one after the other.
final class ScannerObject: Object {
  private let pattern: Slot
  private let subject: Slot
  private var at: Int
  private let end: Int
  private var mustAdvance = false

  init(_ vm: VM, _ type: TypeObject, _ pattern: PatternObject, _ subject: Slot, _ pos: Int, _ end: Int) {
    self.pattern = .owned(pattern)
    subject.retain()
    self.subject = subject
    at = pos
    self.end = end
    super.init(kind: .native, type: type, tracked: true)
  }
  deinit {
    pattern.release()
    subject.release()
  }
  private func next(_ vm: VM, _ mode: PatternObject.Mode) throws(Raised) -> Value {
    if at > end { return .none }
    let owner = unsafeDowncast(pattern.object, to: PatternObject.self)
    guard
      let match = try owner.next(vm, subject, from: at, end, mode, mustAdvance: mustAdvance && mode == .search, shownPos: at)
    else {
      at = Int.max
      return .none
    }
    at = match.bounds[1]
    mustAdvance = match.bounds[0] == match.bounds[1]
    if mode == .match && mustAdvance { at &+= 1 }
    return .object(match)
  }
  override func traverse(_ visit: (Slot) -> Void) {
    visit(pattern)
    visit(subject)
  }
  static func populate(_ type: TypeObject, _ vm: VM) {
    for (name, mode) in [("match", PatternObject.Mode.match), ("search", .search)] {
      type.method(vm, "\(name)(self, /)", "The next match.") { (vm, args) throws(Raised) in
        guard let me = args[0].native(ScannerObject.self) else { return .none }
        return try me.next(vm, mode)
      }
    }
    type.attribute(vm, "pattern", get: { (_, v) in
      guard let me = v.native(ScannerObject.self) else { return .none }
      return me.pattern.value
    })
  }
}
