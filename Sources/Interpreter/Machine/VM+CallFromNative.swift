// Native code calls Python: functions, methods, special methods, with arguments in arrays or in registers.

extension VM {
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
      case .boundMethod:
        let made = try callBoundOne(callee, item)
        if !made.isUndefined { return made }
      default: break
      }
    }
    return try withUnsafePointer(to: item) { (p) throws(Raised) in
      try call(callee, Arguments(base: p, count: 1)).intoOwned()
    }
  }

  /// `callee(item)` where that is a native method bound to its instance (`d.get`), owned; undefined: the general way calls it.
  private func callBoundOne(_ callee: Slot, _ item: Slot) throws(Raised) -> Slot {
    let method = unsafeBitCast(callee.pointer, to: BoundMethod.self)
    guard method.function.isKind(.nativeFunction) else {
      guard method.function.isKind(.function),
        unsafeBitCast(method.function.pointer, to: FunctionObject.self).header.pointee.simpleCount == 2
      else { return .undefined }
      return try callSimple(method.function, method.receiver, item, .undefined)
    }
    let quick = unsafeBitCast(method.function.pointer, to: NativeFunction.self).quick
    if quick == .none || quick == .floatFunction { return .undefined }
    let (start, receiver) = (try reserveStack(2), method.receiver)
    defer { releaseStack(start, count: 2) }
    receiver.retain()
    item.retain()
    start[0] = receiver
    start[1] = item
    return try quickCall(quick, start, 2)
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
    if hook.isUndefined, comparison == .equal || comparison == .notEqual, y.isKind(.instance),
      y.typePointer == x.typePointer, comparison == .equal || type.special(self, .eq).isUndefined
    {
      // Nobody but `object` says when they are equal.
      return .bool(x.isSame(as: y) == (comparison == .equal))
    }
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
}
