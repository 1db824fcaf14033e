// The object protocol for native code: each operation first honours a special method that a Python class defines,
// then the native protocol of `Object`, then raises the error CPython raises.

extension VM {
  // MARK: Calls

  /// Calls with positional values.
  package func call(_ function: Value, _ arguments: [Value]) throws(Raised) -> Value {
    try call(function.borrowed, arguments)
  }
  /// Calls a callable slot with positional values.
  package func call(_ function: Slot, _ arguments: [Value]) throws(Raised) -> Value {
    let count = arguments.count
    let start = try reserveStack(count)
    defer { releaseStack(start, count: count) }
    for (i, value) in arguments.enumerated() { start[i] = value.owned }
    return try call(function, Arguments(base: start, count: count))
  }
  /// Calls with positional and keyword values.
  package func call(
    _ function: Value, _ arguments: [Value], keywords: [(name: String, value: Value)]
  ) throws(Raised) -> Value {
    let names = TupleObject.make(self, keywords.map { .object(intern($0.name)) })
    let all = arguments + keywords.map(\.value)
    let start = try reserveStack(all.count)
    defer { releaseStack(start, count: all.count) }
    for (i, value) in all.enumerated() { start[i] = value.owned }
    let keywordNames = keywords.isEmpty ? nil : names
    return try call(function.borrowed, Arguments(base: start, count: all.count, keywordNames: keywordNames))
  }
  /// Calls with what `*args` and `**kwargs` of a native function hold.
  package func call(_ function: Value, spreading arguments: Value, _ keywords: Value) throws(Raised) -> Value {
    var named: [(name: String, value: Value)] = []
    for (key, value) in (keywords.asDict?.items ?? []).map({ ($0.key, $0.value) }) {
      named.append((key.asStr?.string ?? "", value))
    }
    return try call(function, arguments.asTuple?.values ?? [], keywords: named)
  }
  /// Calls a callable with prepared arguments (borrowed).
  package func call(_ function: Slot, _ arguments: Arguments) throws(Raised) -> Value {
    guard function.isObject else {
      throw typeError("'\(type(of: function).operandName)' object is not callable")
    }
    let object = function.object
    if object.kind == .instance || (object.hasHeapType && !object.isCallable) {
      let hook = object.type.special(self, .call)
      if !hook.isUndefined { return try callOwn(hook, object, arguments) }
      throw typeError("'\(object.type.operandName)' object is not callable")
    }
    if object.kind != .function && object.kind != .nativeFunction && object.kind != .boundMethod && object.kind != .type
      && object.hasHeapType
    {
      let hook = object.type.special(self, .call)
      if !hook.isUndefined { return try callOwn(hook, object, arguments) }
    }
    try enterNative(" while calling a Python object")
    defer { leaveNative() }
    return try object.call(self, arguments)
  }
  /// Calls an object by the `__call__` of its class, which binds to it as any other attribute would.
  package func callOwn(_ hook: Slot, _ object: Object, _ arguments: Arguments) throws(Raised) -> Value {
    if hook.isKind(.function) { return try call(hook, prepending: .borrowed(object), arguments) }
    if hook.isKind(.nativeFunction), unsafeBitCast(hook.pointer, to: NativeFunction.self).isMethod {
      return try call(hook, prepending: .borrowed(object), arguments)
    }
    // The hook may be an object with a hook of its own, without end.
    try enterNative(" while calling a Python object")
    defer { leaveNative() }
    return try call(bound: try bindDescriptor(hook, .object(object), object.type), arguments)
  }
  private func call(bound: Value, _ arguments: Arguments) throws(Raised) -> Value {
    try call(bound.borrowed, arguments)
  }
  /// Calls with one more positional argument in front.
  package func call(_ function: Slot, prepending first: Slot, _ arguments: Arguments) throws(Raised) -> Value {
    let count = arguments.count &+ 1
    let start = try reserveStack(count)
    defer { releaseStack(start, count: count) }
    first.retain()
    start[0] = first
    for i in 0..<arguments.count {
      let slot = arguments.base[i]
      slot.retain()
      start[i &+ 1] = slot
    }
    return try call(function, Arguments(base: start, count: count, keywordNames: arguments.keywordNames))
  }
  /// Calls `value.name(arguments)`.
  package func callMethod(_ value: Value, _ name: String, _ arguments: [Value]) throws(Raised) -> Value {
    try call(try getAttr(value, name), arguments)
  }
  /// Calls the Python-level special method of a heap type; nil when the class has none.
  /// The arguments are made only then.
  @inline(__always)
  package func callSpecial(
    _ object: Object, _ special: Special, _ arguments: @autoclosure () -> [Value]
  ) throws(Raised) -> Value? {
    if !object.hasHeapType { return nil }
    return try callHeapSpecial(object, special, arguments())
  }
  @inline(never)
  package func callHeapSpecial(
    _ object: Object, _ special: Special, _ arguments: [Value]
  ) throws(Raised) -> Value? {
    let hook = object.type.special(self, special)
    if hook.isUndefined { return nil }
    if hook.isKind(.function) {
      let count = arguments.count &+ 1
      let start = try reserveStack(count)
      defer { releaseStack(start, count: count) }
      start[0] = .owned(object)
      for (i, value) in arguments.enumerated() { start[i &+ 1] = value.owned }
      return try call(hook, Arguments(base: start, count: count))
    }
    return try call(try bindDescriptor(hook, .object(object), object.type), arguments)
  }

  /// The same with no argument or one, which needs no array.
  @inline(__always)
  func callHook(_ object: Object, _ special: Special, _ argument: Slot = .undefined) throws(Raised) -> Value? {
    if !object.hasHeapType { return nil }
    let hook = object.type.special(self, special)
    if hook.isUndefined { return nil }
    return try callHook(hook, object, argument, .undefined)
  }
  /// The result (owned) of a special method that is a Python function of its instance and `argument` (undefined: of the
  /// instance alone); undefined: it is something else.
  @inline(__always)
  func callPlainSpecial(_ x: Slot, _ special: Special, _ argument: Slot = .undefined) throws(Raised) -> Slot {
    guard x.isKind(.instance) else { return .undefined }
    let hook = Unmanaged<TypeObject>.fromOpaque(x.typePointer)._withUnsafeGuaranteedRef {
      $0.isHeap ? $0.special(self, special) : .undefined
    }
    guard hook.isKind(.function),
      Unmanaged<FunctionObject>.fromOpaque(hook.pointer)._withUnsafeGuaranteedRef({ $0.header }).pointee.simpleCount
        == (argument.isUndefined ? 1 : 2)
    else { return .undefined }
    // The method may be taken out of the class while it runs.
    hook.retain()
    defer { hook.release() }
    return try callSimple(hook, x, argument, .undefined)
  }

  /// Calls a Python function of as many parameters as there are arguments, one to three, the others undefined; the
  /// result is owned. The function must be kept alive by something else.
  func callSimple(_ callee: Slot, _ a: Slot, _ b: Slot, _ c: Slot) throws(Raised) -> Slot {
    let function = Unmanaged<FunctionObject>.fromOpaque(callee.pointer)
    let header = function._withUnsafeGuaranteedRef { $0.header }
    try enterNative()
    defer { leaveNative() }
    let base = top
    let end = base + (header.pointee.registerCount &+ VM.spareRegisters)
    if current >= frameLimit || end >= stackLimit { throw recursionError() }
    a.retain()
    base[0] = a
    if !b.isUndefined {
      b.retain()
      base[1] = b
      if !c.isUndefined {
        c.retain()
        base[2] = c
      }
    }
    return try runEntry(function, header, base, end)
  }

  /// `callee(item)`, owned: the way of `map`, keys and the like. Something else keeps both alive.
  package func callOne(_ callee: Slot, _ item: Slot) throws(Raised) -> Slot {
    if callee.isObject {
      switch callee.kind {
      case .function:
        let function = Unmanaged<FunctionObject>.fromOpaque(callee.pointer)
        if function._withUnsafeGuaranteedRef({ $0.header }).pointee.simpleCount == 1 {
          return try callSimple(callee, item, .undefined, .undefined)
        }
      case .type:
        let made = quickConstruct(callee.pointer, item)
        if !made.isUndefined { return made }
      case .nativeFunction:
        let quick = Unmanaged<NativeFunction>.fromOpaque(callee.pointer)._withUnsafeGuaranteedRef { $0.quick }
        if quick != .none {
          var argument = item
          let made = try withUnsafeMutablePointer(to: &argument) { (p) throws(Raised) in try quickCall(quick, p, 1) }
          if !made.isUndefined { return made }
        }
      default: break
      }
    }
    return try withUnsafePointer(to: item) { (p) throws(Raised) in
      try call(callee, Arguments(base: p, count: 1)).intoOwned()
    }
  }

  /// Runs a function that native code calls; its arguments lie at `base`. The result is owned.
  @inline(__always)
  func runEntry(
    _ function: Unmanaged<FunctionObject>, _ header: UnsafeMutablePointer<CodeHeader>, _ base: Register, _ end: Register
  ) throws(Raised) -> Slot {
    let frame = current + 1
    current = frame
    // What is not set here is undefined above the innermost frame (`pushFrame`).
    frame.pointee.header = header
    frame.pointee.base = base
    frame.pointee.pc = header.pointee.instructions
    frame.pointee.globals = function._withUnsafeGuaranteedRef { $0.globalsRef }
    frame.pointee.closure = function._withUnsafeGuaranteedRef { $0.closureItems }
    frame.pointee.end = end
    frame.pointee.kind = .entry
    clearVariables(base, header)
    return try run()
  }

  /// The comparison of an instance of a Python class by its method, owned; undefined: the general rule decides.
  func compareByMethod(_ comparison: Comparison, _ x: Slot, _ y: Slot) throws(Raised) -> Slot {
    let type = unsafeBitCast(x.typePointer, to: TypeObject.self)
    guard type.isHeap else { return .undefined }
    if y.isObject && y.typePointer != x.typePointer {
      // A subclass on the right may come first.
      let isAbove = Unmanaged<TypeObject>.fromOpaque(y.typePointer)._withUnsafeGuaranteedRef { $0.isSubtype(of: type) }
      if isAbove { return .undefined }
    }
    let hook = type.special(self, Special.of(comparison))
    guard hook.isKind(.function),
      Unmanaged<FunctionObject>.fromOpaque(hook.pointer)._withUnsafeGuaranteedRef({ $0.header }).pointee.simpleCount == 2
    else { return .undefined }
    // The method may be taken out of the class while it runs.
    hook.retain()
    defer { hook.release() }
    let result = try callSimple(hook, x, y, .undefined)
    if !result.isKind(.notImplemented) { return result }
    result.release()
    if let other = try compareHalf(comparison.swapped, y.value, x.value) { return other.intoOwned() }
    switch comparison {
    case .equal: return .bool(x.isSame(as: y))
    case .notEqual: return .bool(!x.isSame(as: y))
    default:
      let other = self.type(of: y).operandName
      throw typeError("'\(comparison.symbol)' not supported between instances of '\(type.operandName)' and '\(other)'")
    }
  }

  /// Calls a special method that was found in the class of `object`, with up to two arguments (borrowed).
  @inline(never)
  func callHook(_ hook: Slot, _ object: Object, _ a: Slot, _ b: Slot) throws(Raised) -> Value {
    let count = b.isUndefined ? a.isUndefined ? 1 : 2 : 3
    if hook.isKind(.function) {
      if Unmanaged<FunctionObject>.fromOpaque(hook.pointer)._withUnsafeGuaranteedRef({ $0.header }).pointee.simpleCount == count {
        return consume(try callSimple(hook, .borrowed(object), a, b))
      }
      let start = try reserveStack(count)
      defer { releaseStack(start, count: count) }
      start[0] = .owned(object)
      if count > 1 {
        a.retain()
        start[1] = a
      }
      if count > 2 {
        b.retain()
        start[2] = b
      }
      return try call(hook, Arguments(base: start, count: count))
    }
    let bound = try bindDescriptor(hook, .object(object), object.type)
    return try call(bound, count == 1 ? [] : count == 2 ? [a.value] : [a.value, b.value])
  }

  // MARK: Text

  /// `repr(value)`.
  package func repr(_ value: Value) throws(Raised) -> StrObject {
    switch value {
    case .none: return intern("None")
    case .bool(let b): return intern(b ? "True" : "False")
    case .int(let i): return IntText.string(self, i)
    case .float(let f): return string(FloatText.repr(f))
    case .object(let o):
      try enterNative(" while getting the repr of an object")
      defer { leaveNative() }
      if o.hasHeapType, let made = try callHook(o, .repr) {
        guard case .object(let s) = made, let text = s as? StrObject else {
          throw typeError("__repr__ returned non-string (type \(type(of: made).operandName))")
        }
        return text
      }
      return try o.repr(self)
    }
  }
  /// `str(value)`.
  package func str(_ value: Value) throws(Raised) -> StrObject {
    guard case .object(let o) = value else { return try repr(value) }
    if o.kind == .str && !o.hasHeapType, let text = o as? StrObject { return text }
    try enterNative(" while getting the str of an object")
    defer { leaveNative() }
    if o.hasHeapType {
      if let made = try callHook(o, .str) {
        guard case .object(let s) = made, let text = s as? StrObject else {
          throw typeError("__str__ returned non-string (type \(type(of: made).operandName))")
        }
        return text
      }
    }
    if let text = try o.str(self) { return text }
    return try repr(value)
  }
  /// `format(value, spec)`.
  package func format(_ value: Value, _ spec: StrObject) throws(Raised) -> StrObject {
    if spec.count > 0, let quick = QuickFormat.format(self, value, spec) { return quick }
    switch value {
    case .object(let o):
      if o.hasHeapType, let made = try callSpecial(o, .format, [.object(spec)]) {
        guard case .object(let s) = made, let text = s as? StrObject else {
          throw typeError("__format__ must return a str, not \(type(of: made).operandName)")
        }
        return text
      }
      return try o.format(self, spec: spec)
    default: return try Formatting.format(self, value, spec)
    }
  }
  /// The text of an object without a `__repr__` of its own.
  package func defaultRepr(_ object: Object) -> StrObject {
    switch object.kind {
    case .notImplemented: return string("NotImplemented")
    case .ellipsis: return string("Ellipsis")
    default: return string("<\(qualifiedTypeName(object.type)) object at \(addressText(object))>")
    }
  }
  /// `0x7f...` of an object.
  package func addressText(_ object: Object) -> String {
    let address = UInt(bitPattern: Unmanaged.passUnretained(object).toOpaque())
    let hex = String(address, radix: 16)
    return "0x" + String(repeating: "0", count: max(0, 12 - hex.count)) + hex
  }
  /// `module.qualname` of a type; builtins without module.
  package func qualifiedTypeName(_ type: TypeObject) -> String {
    let module = moduleName(of: type)
    return module == "builtins" ? type.qualifiedName : "\(module).\(type.qualifiedName)"
  }
  /// `type.__module__` as text.
  package func moduleName(of type: TypeObject) -> String {
    if type.isHeap {
      let slot = type.namespace.find(name: names.module)
      if slot.isKind(.str), let text = slot.object as? StrObject { return text.string }
    }
    return type.moduleName
  }

  // MARK: Truth, equality, order, hash

  /// `bool(value)`.
  @inline(__always)
  package func truth(_ slot: Slot) throws(Raised) -> Bool {
    switch slot.tag {
    case Tag.bool: return slot.bits != 0
    case Tag.none: return false
    case Tag.int: return slot.bits != 0
    case Tag.float: return slot.asDouble != 0
    default: return try truthSlow(slot)
    }
  }
  /// `bool(value)`.
  package func truth(_ value: Value) throws(Raised) -> Bool { try truth(value.borrowed) }

  @inline(never)
  private func truthSlow(_ slot: Slot) throws(Raised) -> Bool {
    guard slot.isObject else { return false }
    let exact = slot.typePointer
    // Texts count at the same place as lists and tuples.
    if exact == listType || exact == strType || exact == tupleType {
      return slot.pointer.field(SequenceLayout.count, Int.self) != 0
    }
    let o = slot.object
    if o.hasHeapType {
      if let made = try callHook(o, .bool) {
        guard case .bool(let b) = made else {
          throw typeError("__bool__ should return bool, returned \(type(of: made).operandName)")
        }
        return b
      }
      if !o.type.special(self, .len).isUndefined { return try length(.object(o)) != 0 }
    }
    if let b = try o.truth(self) { return b }
    if let n = try o.length(self) { return n != 0 }
    return true
  }

  /// `a == b` as a truth value, identity first (as containers compare).
  package func equal(_ a: Value, _ b: Value) throws(Raised) -> Bool {
    let (x, y) = (a.borrowed, b.borrowed)
    // As CPython compares items: what is the same object is equal, `nan` too.
    if x.isSame(as: y) { return true }
    return try truth(try compare(.equal, a, b))
  }

  /// What `plainlyEqual` knows.
  enum PlainAnswer { case yes, no, unknown }

  /// Whether two keys are equal, as far as no code of the user decides: the same bits are the same key, a NaN too.
  @inline(__always)
  func plainlyEqual(_ a: Slot, _ b: Slot) -> PlainAnswer {
    if a.isSame(as: b) { return .yes }
    guard a.isObject, b.isObject, a.typePointer == strType, b.typePointer == strType else { return .unknown }
    let (x, y) = (Unmanaged<StrObject>.fromOpaque(a.pointer), Unmanaged<StrObject>.fromOpaque(b.pointer))
    return x._withUnsafeGuaranteedRef { x in y._withUnsafeGuaranteedRef { x.equals($0) } } ? .yes : .no
  }

  /// `a == b` of slots as containers compare; texts, numbers and tuples of them without leaving for the protocol.
  @inline(__always)
  package func equalSlots(_ a: Slot, _ b: Slot) throws(Raised) -> Bool {
    if a.tag == b.tag {
      if a.tag == Tag.object {
        if a.bits == b.bits { return true }
        let type = a.typePointer
        if type == b.typePointer {
          if type == strType {
            let x = Unmanaged<StrObject>.fromOpaque(a.pointer)
            let y = Unmanaged<StrObject>.fromOpaque(b.pointer)
            return x._withUnsafeGuaranteedRef { x in y._withUnsafeGuaranteedRef { x.equals($0) } }
          }
          if type == tupleType { return try equalTuples(a, b) }
        }
      } else if a.tag == Tag.float {
        return a.bits == b.bits || a.asDouble == b.asDouble
      } else {
        return a.bits == b.bits
      }
    }
    return try equal(a.value, b.value)
  }
  /// `a < b` of slots as heaps and sorted lists ask it; texts and tuples of plain items without leaving for the protocol.
  package func isLess(_ a: Slot, _ b: Slot) throws(Raised) -> Bool {
    if a.isObject && b.isObject && a.typePointer == b.typePointer {
      if a.typePointer == strType {
        let (x, y) = (Unmanaged<StrObject>.fromOpaque(a.pointer), Unmanaged<StrObject>.fromOpaque(b.pointer))
        return x._withUnsafeGuaranteedRef { x in y._withUnsafeGuaranteedRef { x.order($0) } } < 0
      }
      if a.typePointer == tupleType {
        let known = compareItems(
          .less, a.pointer.field(SequenceLayout.items, Register.self), a.pointer.field(SequenceLayout.count, Int.self),
          b.pointer.field(SequenceLayout.items, Register.self), b.pointer.field(SequenceLayout.count, Int.self))
        if !known.isUndefined { return known.asBool }
      }
    }
    return try truth(try compare(.less, a.value, b.value))
  }
  /// The comparison of two runs of items that begin with numbers and texts and are decided by one of them, or by their
  /// lengths, as a bool; undefined: code of the user may have a say.
  func compareItems(
    _ comparison: Comparison, _ first: UnsafePointer<Slot>, _ count: Int, _ second: UnsafePointer<Slot>, _ other: Int
  ) -> Slot {
    if count != other {
      if comparison == .equal { return .bool(false) }
      if comparison == .notEqual { return .bool(true) }
    }
    var k = 0
    let common = min(count, other)
    while k < common {
      let (x, y) = (first[k], second[k])
      k &+= 1
      if x.isSame(as: y) { continue }
      if x.tag != y.tag { return .undefined }
      if x.tag == Tag.int { return .bool(VM.compareInts(comparison, x.asInt, y.asInt)) }
      if x.tag == Tag.float {
        if x.asDouble == y.asDouble { continue }
        return .bool(VM.compareDoubles(comparison, x.asDouble, y.asDouble))
      }
      guard x.tag == Tag.object, x.typePointer == strType, y.typePointer == strType else { return .undefined }
      let (one, two) = (Unmanaged<StrObject>.fromOpaque(x.pointer), Unmanaged<StrObject>.fromOpaque(y.pointer))
      if one._withUnsafeGuaranteedRef({ one in two._withUnsafeGuaranteedRef { one.equals($0) } }) { continue }
      if comparison == .equal { return .bool(false) }
      if comparison == .notEqual { return .bool(true) }
      let order = one._withUnsafeGuaranteedRef { one in two._withUnsafeGuaranteedRef { one.order($0) } }
      return .bool(VM.compareInts(comparison, order, 0))
    }
    return .bool(ListMethods.ordered(comparison, count, other))
  }

  @inline(never)
  private func equalTuples(_ a: Slot, _ b: Slot) throws(Raised) -> Bool {
    let count = a.pointer.field(SequenceLayout.count, Int.self)
    if count != b.pointer.field(SequenceLayout.count, Int.self) { return false }
    let first = a.pointer.field(SequenceLayout.items, Register.self)
    let second = b.pointer.field(SequenceLayout.items, Register.self)
    var k = 0
    // Those items first that no code of the user compares.
    while k < count {
      let (x, y) = (first[k], second[k])
      if x.tag != y.tag { break }
      if x.tag == Tag.int {
        if x.bits != y.bits { return false }
      } else if x.tag == Tag.object && x.bits != y.bits {
        if x.typePointer != strType || y.typePointer != strType { break }
        let (one, other) = (Unmanaged<StrObject>.fromOpaque(x.pointer), Unmanaged<StrObject>.fromOpaque(y.pointer))
        if !one._withUnsafeGuaranteedRef({ one in other._withUnsafeGuaranteedRef { one.equals($0) } }) { return false }
      } else if x.tag != Tag.object {
        break
      }
      k &+= 1
    }
    if k == count { return true }
    let (x, y) = (unsafeDowncast(a.object, to: TupleObject.self), unsafeDowncast(b.object, to: TupleObject.self))
    try enterNative(" in comparison")
    defer { leaveNative() }
    while k < count {
      if !(try equalSlots(x.items[k], y.items[k])) { return false }
      k &+= 1
    }
    return true
  }

  /// Rich comparison; identity decides `==` and `!=` in the end, the rest raises TypeError.
  package func compare(_ comparison: Comparison, _ a: Value, _ b: Value) throws(Raised) -> Value {
    if let quick = Numbers.compare(self, comparison, a, b) { return .bool(quick) }
    try enterNative(" in comparison")
    defer { leaveNative() }
    let (left, right) = (type(of: a), type(of: b))
    var rightFirst = left !== right && right.isHeap && right.isSubtype(of: left)
    if rightFirst && right.special(self, Special.of(comparison.swapped)).isUndefined {
      // The `__ne__` that every class inherits asks `__eq__`.
      rightFirst = comparison == .notEqual && !right.special(self, .eq).isUndefined
    }
    if rightFirst, let r = try compareHalf(comparison.swapped, b, a) { return r }
    if let r = try compareHalf(comparison, a, b) { return r }
    if !rightFirst, let r = try compareHalf(comparison.swapped, b, a) { return r }
    switch comparison {
    case .equal: return .bool(a.isSame(as: b))
    case .notEqual: return .bool(!a.isSame(as: b))
    default:
      throw typeError(
        "'\(comparison.symbol)' not supported between instances of '\(left.operandName)' and '\(right.operandName)'")
    }
  }

  /// One side's answer; nil is NotImplemented.
  private func compareHalf(_ comparison: Comparison, _ a: Value, _ b: Value) throws(Raised) -> Value? {
    guard case .object(let o) = a else { return nil }
    if o.hasHeapType {
      if let r = try callHook(o, Special.of(comparison), b.borrowed) { return isNotImplemented(r) ? nil : r }
      if comparison == .notEqual, let r = try callHook(o, .eq, b.borrowed) {
        // The default `__ne__` inverts `__eq__`.
        return isNotImplemented(r) ? nil : .bool(!(try truth(r)))
      }
    }
    if let r = try o.compare(self, comparison, b) { return r }
    if comparison == .notEqual, let r = try o.compare(self, .equal, b) { return .bool(!(try truth(r))) }
    return nil
  }

  /// Tells whether a value is the NotImplemented singleton.
  @inline(__always)
  package func isNotImplemented(_ value: Value) -> Bool {
    if case .object(let o) = value { return o.kind == .notImplemented }
    return false
  }

  /// `hash(value)`; ints and texts without a call.
  @inline(__always)
  func quickHash(_ slot: Slot) throws(Raised) -> Int {
    if slot.tag == Tag.int { return Numbers.hash(slot.asInt) }
    if slot.tag == Tag.object && slot.typePointer == strType {
      return Unmanaged<StrObject>.fromOpaque(slot.pointer)._withUnsafeGuaranteedRef { $0.hashValue_ }
    }
    return try hash(slot)
  }

  /// `hash(value)`.
  package func hash(_ slot: Slot) throws(Raised) -> Int {
    switch slot.tag {
    case Tag.int: return Numbers.hash(slot.asInt)
    case Tag.bool: return slot.bits != 0 ? 1 : 0
    // A float has no address: what stands in the slot tells one NaN from another.
    case Tag.float: return Numbers.hash(slot.asDouble, identity: Int(bitPattern: slot.bits >> 4))
    case Tag.none, Tag.undefined: return 0x0123_4567
    default: break
    }
    if slot.kind == .str {
      return Unmanaged<StrObject>.fromOpaque(slot.pointer)._withUnsafeGuaranteedRef { $0.hashValue_ }
    }
    if slot.typePointer == tupleType { return try unsafeBitCast(slot.pointer, to: TupleObject.self).hashed(self) }
    let o = slot.object
    if o.hasHeapType {
      let hook = o.type.special(self, .hash)
      if hook.isNone { throw typeError("unhashable type: '\(o.type.operandName)'") }
      if !hook.isUndefined, let made = try callHook(o, .hash) {
        guard let h = Numbers.hashResult(self, made) else {
          throw typeError("__hash__ method should return an integer")
        }
        return h
      }
    }
    return try o.hash(self)
  }
  /// `hash(value)`.
  package func hash(_ value: Value) throws(Raised) -> Int { try hash(value.borrowed) }

  // MARK: Numbers

  /// `a op b`.
  package func binary(_ op: BinaryOperator, _ a: Value, _ b: Value) throws(Raised) -> Value {
    if let quick = try Numbers.binary(self, op, a, b) { return quick }
    if let r = try binaryOrNil(op, a, b) { return r }
    throw unsupported(op.symbol, a, b)
  }
  /// `a op= b`.
  package func inPlace(_ op: BinaryOperator, _ a: Value, _ b: Value) throws(Raised) -> Value {
    if let quick = try Numbers.binary(self, op, a, b) { return quick }
    if case .object(let o) = a {
      if let r = try callSpecial(o, Special.inPlace(op), [b]), !isNotImplemented(r) { return r }
      if let r = try o.inPlace(self, op, b) { return r }
    }
    if let r = try binaryOrNil(op, a, b) { return r }
    throw unsupported(op == .power ? "**=" : op.symbol + "=", a, b)
  }

  func unsupported(_ symbol: String, _ a: Value, _ b: Value) -> Raised {
    // Sequences are asked to concatenate when no operand knows how to add.
    if symbol == "+", [.str, .list, .tuple].contains(a.kind), b.kind == .tensor {
      return typeError("can only concatenate \(type(of: a).operandName) (not \"\(type(of: b).operandName)\") to \(type(of: a).operandName)")
    }
    if symbol == "+", a.kind == .bytes, b.kind == .tensor { return typeError("can't concat \(type(of: b).operandName) to bytes") }
    return typeError(
      "unsupported operand type(s) for \(symbol): '\(type(of: a).operandName)' and '\(type(of: b).operandName)'")
  }

  /// Both sides' answers in Python's order; nil: neither knows.
  package func binaryOrNil(_ op: BinaryOperator, _ a: Value, _ b: Value) throws(Raised) -> Value? {
    let (left, right) = (type(of: a), type(of: b))
    var rightTried = false
    if left !== right && right.isSubtype(of: left), right.isHeap || right.instanceKind != left.instanceKind,
      !left.isHeap || overloads(right, left, op)
    {
      rightTried = true
      if let r = try binaryHalf(op, b, a, reflected: true) { return r }
    }
    if let r = try binaryHalf(op, a, b, reflected: false) { return r }
    if !rightTried, left !== right || left.isHeap == false {
      if let r = try binaryHalf(op, b, a, reflected: true) { return r }
    }
    return nil
  }

  /// Tells whether a subclass has another reflected method than its base: only then it is asked first.
  func overloads(_ right: TypeObject, _ left: TypeObject, _ op: BinaryOperator) -> Bool {
    let special = Special.reflected(op)
    return !right.special(self, special).isSame(as: left.special(self, special))
  }

  func binaryHalf(
    _ op: BinaryOperator, _ a: Value, _ b: Value, reflected: Bool
  ) throws(Raised) -> Value? {
    guard case .object(let o) = a else { return nil }
    if o.hasHeapType {
      let special = reflected ? Special.reflected(op) : Special.forward(op)
      if let r = try callHook(o, special, b.borrowed) { return isNotImplemented(r) ? nil : r }
    }
    return try o.binary(self, op, b, reflected: reflected)
  }

  /// Unary operators.
  package func unary(_ op: UnaryOperator, _ a: Value) throws(Raised) -> Value {
    if let quick = Numbers.unary(self, op, a) { return quick }
    if case .object(let o) = a {
      let special: Special
      switch op {
      case .negative: special = .neg
      case .positive: special = .pos
      case .invert: special = .invert
      case .absolute: special = .abs
      }
      if let r = try callHook(o, special) { return r }
      if let r = try o.unary(self, op) { return r }
    }
    throw typeError("bad operand type for \(op.symbol): '\(type(of: a).operandName)'")
  }

  /// `operator.index(value)` as a 64-bit int; OverflowError beyond.
  package func index(_ value: Value) throws(Raised) -> Int {
    switch try indexValue(value) {
    case .int(let i): return i
    case .bool(let b): return b ? 1 : 0
    default: throw overflowError("Python int too large to convert to C ssize_t")
    }
  }
  /// `operator.index(value)`: an int or a big int.
  package func indexValue(_ value: Value) throws(Raised) -> Value {
    switch value {
    case .int: return value
    case .bool(let b): return .int(b ? 1 : 0)
    case .object(let o):
      if o.kind == .int { return Numbers.exactInt(self, value) ?? value }
      if let r = try callHook(o, .index) {
        if r.kind == .int || r.kind == .bool { return r }
        throw typeError("__index__ returned non-int (type \(type(of: r).operandName))")
      }
      if let r = try o.index(self) { return r }
    default: break
    }
    throw typeError("'\(type(of: value).operandName)' object cannot be interpreted as an integer")
  }
  /// `float(value)` for arguments of mathematical functions.
  package func double(_ value: Value) throws(Raised) -> Double {
    switch value {
    case .float(let f): return f
    case .int(let i): return Double(i)
    case .bool(let b): return b ? 1 : 0
    case .object(let o):
      if let r = try callHook(o, .float) {
        if case .float(let f) = r { return f }
        throw typeError("\(o.type.operandName).__float__ returned non-float (type \(type(of: r).operandName))")
      }
      if let f = try o.toFloat(self) { return f }
      if let r = try callHook(o, .index) { return try double(r) }
      if let r = try o.index(self) { return try double(r) }
    case .none: break
    }
    throw typeError("must be real number, not \(type(of: value).operandName)")
  }
}
