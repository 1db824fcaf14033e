// The instructions of `match` and `except*`.

extension VM {
  @inline(never)
  func matchContainer(_ i: InstructionPointer, _ base: Register) throws(Raised) {
    let x = base[i.b]
    var matches = false
    if x.isObject {
      let wantsSequence = i.pointee.opcode == .matchSequence
      switch x.kind {
      case .list, .tuple, .range, .memoryview: matches = wantsSequence
      case .dict, .mappingProxy: matches = !wantsSequence
      case .str, .bytes, .bytearray: matches = false
      default: matches = try isAbstract(x.value, sequence: wantsSequence)
      }
    }
    (base + i.a).put(.bool(matches))
  }

  /// Whether the class counts as a sequence or mapping; of both, the base that comes first decides.
  private func isAbstract(_ value: Value, sequence: Bool) throws(Raised) -> Bool {
    guard let classes = try abstractClasses() else { return false }
    guard try isInstance(value, sequence ? classes.0 : classes.1) else { return false }
    guard try isInstance(value, sequence ? classes.1 : classes.0) else { return true }
    for base in type(of: value).mroTypes.reversed() {
      let (first, second) = (try isSubclass(.object(base), classes.0), try isSubclass(.object(base), classes.1))
      if first != second && (base.baseTypes.count > 1 || base.isHeap) { return first == sequence }
    }
    return true
  }

  /// `Sequence` and `Mapping` of `collections.abc`; nil: that module is not loaded, nor are there any of their kind.
  private func abstractClasses() throws(Raised) -> (Value, Value)? {
    if let patternClasses { return patternClasses }
    guard let module = modules.get(self, "collections.abc"), let sequence = try getAttrOrNil(module, intern("Sequence")),
      let mapping = try getAttrOrNil(module, intern("Mapping"))
    else { return nil }
    patternClasses = (sequence, mapping)
    return patternClasses
  }

  @inline(never)
  func matchKeys(_ i: InstructionPointer, _ base: Register) throws(Raised) {
    let subject = base[i.b].value
    let keys = unsafeDowncast(base[i.c].object, to: TupleObject.self)
    var values: [Value] = []
    if keys.count > 1 {
      // Constants have been compared when the pattern was compiled.
      let seen = SetObject(self)
      for key in keys.values {
        let before = seen.count
        try seen.add(self, key.borrowed)
        if seen.count == before {
          throw valueError("mapping pattern checks duplicate key (\(try repr(key).string))")
        }
      }
    }
    for key in keys.values {
      if case .object(let o) = subject, let dict = o as? DictObject {
        guard let value = try dict.get(self, key) else {
          (base + i.a).put(.none)
          return
        }
        values.append(value)
      } else {
        let missing = Object(kind: .instance, type: types.object)
        let value = try callMethod(subject, "get", [key, .object(missing)])
        if value.isSame(as: .object(missing)) {
          (base + i.a).put(.none)
          return
        }
        values.append(value)
      }
    }
    (base + i.a).put(.owned(TupleObject.make(self, values)))
  }

  @inline(never)
  func mapWithoutKeys(_ i: InstructionPointer, _ base: Register) throws(Raised) {
    let keys = unsafeDowncast(base[i.c].object, to: TupleObject.self)
    let rest = DictObject(self)
    try forEachItem(of: base[i.b].value, "not a mapping") { (key, value) throws(Raised) in
      try rest.set(self, key, value)
    }
    for key in keys.values { (try rest.remove(self, key.borrowed)).release() }
    (base + i.a).put(.owned(rest))
  }

  @inline(never)
  func matchClass(_ frame: FramePointer, _ i: InstructionPointer, _ base: Register) throws(Raised) {
    let subject = base[i.b].value
    let names = unsafeDowncast(frame.pointee.header.pointee.constants[i.c].object, to: TupleObject.self)
    let positional = i.extra
    guard base[i.b &+ 1].isKind(.type) else { throw typeError("called match pattern must be a class") }
    let cls = unsafeDowncast(base[i.b &+ 1].object, to: TypeObject.self)
    if !(try isInstance(subject, .object(cls))) {
      clearRegisters(base + i.b, 2)
      (base + i.a).put(.none)
      return
    }
    var values: [Value] = []
    if positional > 0, !(try matchPositional(subject, cls, positional, &values)) {
      clearRegisters(base + i.b, 2)
      (base + i.a).put(.none)
      return
    }
    for name in names.values {
      if positional > 0 { try requireNew(name, cls, positional) }
      guard case .object(let o) = name, let text = o as? StrObject,
        let value = try getAttrOrNil(subject, text)
      else {
        clearRegisters(base + i.b, 2)
        (base + i.a).put(.none)
        return
      }
      values.append(value)
    }
    clearRegisters(base + i.b, 2)
    (base + i.a).put(.owned(TupleObject.make(self, values)))
  }

  private func matchPositional(
    _ subject: Value, _ cls: TypeObject, _ count: Int, _ values: inout [Value]
  ) throws(Raised) -> Bool {
    if let args = try getAttrOrNil(.object(cls), intern("__match_args__")) {
      guard case .object(let o) = args, let tuple = o as? TupleObject else {
        throw typeError("\(cls.name).__match_args__ must be a tuple (got \(type(of: args).name))")
      }
      if count > tuple.count {
        throw typeError(
          "\(cls.name)() accepts \(tuple.count) positional sub-pattern\(tuple.count == 1 ? "" : "s") (\(count) given)")
      }
      for k in 0..<count {
        guard case .object(let n) = tuple[k], let text = n as? StrObject else {
          throw typeError("__match_args__ elements must be strings (got \(type(of: tuple[k]).name))")
        }
        try requireNew(tuple[k], cls, k)
        guard let value = try getAttrOrNil(subject, text) else { return false }
        values.append(value)
      }
      return true
    }
    switch cls.instanceKind {
    case .bool, .int, .float, .str, .bytes, .bytearray, .list, .tuple, .dict, .set, .frozenset:
      if count > 1 { throw typeError("\(cls.name)() accepts 1 positional sub-pattern (\(count) given)") }
      values.append(subject)
      return true
    default:
      throw typeError("\(cls.name)() accepts 0 positional sub-patterns (\(count) given)")
    }
  }

  /// Raises TypeError when an attribute is among the first `count` of `__match_args__` already.
  private func requireNew(_ name: Value, _ cls: TypeObject, _ count: Int) throws(Raised) {
    guard let args = try getAttrOrNil(.object(cls), intern("__match_args__"))?.asTuple else { return }
    for k in 0..<min(count, args.count) where try equal(args[k], name) {
      throw typeError("\(cls.name)() got multiple sub-patterns for attribute \(try repr(name).string)")
    }
  }

  // MARK: except*

  @inline(never)
  func matchExceptionStar(_ i: InstructionPointer, _ base: Register) throws(Raised) {
    current.pointee.pc = i + 1
    let pattern = base[i.c]
    guard base[i.b].isKind(.exception) else {
      (base + i.a).put(.none)
      (base + (i.a &+ 1)).put(.none)
      return
    }
    let exception = unsafeDowncast(base[i.b].object, to: ExceptionObject.self)
    try requireNoGroup(pattern)
    let parts = try splitGroup(exception, pattern)
    if i.has(InstructionFlags.dropC) { (base + i.c).clear() }
    (base + i.a).put(parts.0.map { .owned($0) } ?? .none)
    (base + (i.a &+ 1)).put(parts.1.map { .owned($0) } ?? .none)
  }

  /// Raises TypeError unless `except*` may catch what the pattern says.
  private func requireNoGroup(_ pattern: Slot) throws(Raised) {
    if pattern.isKind(.tuple) {
      let tuple = unsafeDowncast(pattern.object, to: TupleObject.self)
      for k in 0..<tuple.count { try requireNoGroup(tuple.items[k]) }
      return
    }
    guard pattern.isKind(.type), case let cls = unsafeDowncast(pattern.object, to: TypeObject.self),
      cls.isSubtype(of: types.baseException)
    else { throw typeError("catching classes that do not inherit from BaseException is not allowed") }
    if cls.isSubtype(of: types.baseExceptionGroup) {
      throw typeError("catching ExceptionGroup with except* is not allowed. Use except instead.")
    }
  }

  /// Splits an exception (group) into what matches and the rest; a naked match is wrapped into a group.
  private func splitGroup(
    _ exception: ExceptionObject, _ pattern: Slot
  ) throws(Raised) -> (ExceptionObject?, ExceptionObject?) {
    if !exception.type.isSubtype(of: types.baseExceptionGroup) {
      if try exceptionMatches(exception, pattern) {
        let group = try call(
          .object(types.exceptionGroup), [.object(emptyString), .object(TupleObject.make(self, [.object(exception)]))])
        if case .object(let o) = group, let made = o as? ExceptionObject { return (made, nil) }
      }
      return (nil, exception)
    }
    let parts = try list(of: try callMethod(.object(exception), "split", [pattern.value]))
    func part(_ k: Int) -> ExceptionObject? {
      if k < parts.count, case .object(let o) = parts[k] { return o as? ExceptionObject }
      return nil
    }
    return (part(0), part(1))
  }

  @inline(never)
  func prepReraiseStar(_ i: InstructionPointer, _ base: Register) throws(Raised) {
    let rest = try list(of: base[i.c].value).filter { !$0.isNone }
    guard !rest.isEmpty, base[i.b].isKind(.exception) else { return (base + i.a).put(.none) }
    let original = unsafeDowncast(base[i.b].object, to: ExceptionObject.self)
    (base + i.a).put(try ExceptionNamespaces.reraise(self, original, rest).owned)
  }

  /// Calls one of the functions in `typing` that make what the syntax of type parameters stands for.
  private func callTyping(_ name: String, _ arguments: [Value]) throws(Raised) -> Value {
    let typing = try importModule("typing", fromList: .object(TupleObject.make(self, [.object(string(name))])))
    return try call(try getAttr(typing, name), arguments)
  }

  /// Rare operations.
  @inline(never)
  func runIntrinsic(_ frame: FramePointer, _ i: InstructionPointer, _ base: Register) throws(Raised) {
    frame.pointee.pc = i + 1
    let value = base[i.b].value
    let result: Value
    switch Intrinsic(rawValue: i.c) {
    case .typeVar, .typeVarWithBound, .paramSpec, .typeVarTuple:
      let kind =
        i.c == Intrinsic.paramSpec.rawValue
        ? "ParamSpec" : i.c == Intrinsic.typeVarTuple.rawValue ? "TypeVarTuple" : "TypeVar"
      result = try callTyping("_from_syntax", [.object(string(kind))] + (value.asTuple?.values ?? [value]))
    case .typeAlias: result = try callTyping("_alias_from_syntax", value.asTuple?.values ?? [])
    case .subscriptGeneric: result = try callTyping("_generic_over", [value])
    case .displayHook:
      let sys = try importModule("sys", fromList: .object(emptyTuple))
      result = try call(try getAttr(sys, "displayhook"), [value])
    case .unsupported, nil:
      throw notImplementedError(try str(value).string)
    }
    if i.has(InstructionFlags.dropB) { (base + i.b).clear() }
    (base + i.a).put(result.intoOwned())
  }
}
