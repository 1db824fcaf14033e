// Calls whose arguments have names or come from `*args` and `**kwargs`.

extension VM {
  /// `callKw`: window as of `callMethod`; the last arguments have names.
  @inline(never)
  func callKeywords(_ frame: FramePointer, _ i: InstructionPointer, _ base: Register) throws(Raised) -> Bool {
    let names = unsafeDowncast(frame.pointee.header.pointee.constants[i.extra].object, to: TupleObject.self)
    var arguments = base + (i.b &+ 1)
    var count = i.c &+ 1
    if arguments.pointee.isUndefined {
      arguments += 1
      count &-= 1
    }
    let f = base[i.b]
    if f.isKind(.function) {
      return try callGeneral(Unmanaged<FunctionObject>.fromOpaque(f.pointer), arguments, count, names, i)
    }
    if f.isKind(.type) {
      let cls = unsafeBitCast(f.pointer, to: TypeObject.self)
      if cls.isHeap && cls.instanceKind == .instance && cls.isPlainConstruction(self) {
        let initializer = cls.special(self, .`init`)
        if initializer.isKind(.function),
          try constructGeneral(
            i, base, cls, Unmanaged<FunctionObject>.fromOpaque(initializer.pointer), arguments, count, names)
        {
          return true
        }
      }
      if cls.isHeap, try constructByNew(i, base, cls, arguments, count, names) { return true }
    }
    return try callOther(frame, i, base, arguments, count, names)
  }

  /// `callEx`: `f(*args, **kwargs)`.
  @inline(never)
  func callSpread(_ frame: FramePointer, _ i: InstructionPointer, _ base: Register) throws(Raised) -> Bool {
    let callee = base[i.b]
    var f = callee
    // The function of a method takes its receiver before the other arguments; the method keeps both alive.
    var receiver = Slot.undefined
    if callee.isKind(.boundMethod) {
      let method = unsafeBitCast(callee.pointer, to: BoundMethod.self)
      if method.function.isKind(.function) { (f, receiver) = (method.function, method.receiver) }
    }
    if !base[i.b &+ 1].isKind(.tuple) {
      guard try iteratorOrNil(base[i.b &+ 1].value) != nil else {
        throw typeError(
          "\(callableName(callee))() argument after * must be an iterable, not \(type(of: base[i.b &+ 1]).name)")
      }
      (base + (i.b &+ 1)).put(Value.object(TupleObject.make(self, try list(of: base[i.b &+ 1].value))).intoOwned())
    }
    let tuple = unsafeDowncast(base[i.b &+ 1].object, to: TupleObject.self)
    var names: TupleObject?
    var keywords: DictObject?
    let mapping = base[i.b &+ 2]
    if !mapping.isUndefined {
      guard mapping.isKind(.dict) else {
        throw typeError(
          "\(callableName(callee))() argument after ** must be a mapping, not \(type(of: mapping).name)")
      }
      let dict = unsafeDowncast(mapping.object, to: DictObject.self)
      if dict.count > 0 { (keywords, names) = (dict, try keywordNames(of: dict)) }
    }
    let extra = receiver.isUndefined ? 0 : 1
    let count = tuple.count &+ (names?.count ?? 0) &+ extra
    let start = try reserveStack(count)
    if extra == 1 {
      receiver.retain()
      start[0] = receiver
    }
    for k in 0..<tuple.count {
      let item = tuple.items[k]
      item.retain()
      start[k &+ extra] = item
    }
    if let keywords {
      var place = start + (tuple.count &+ extra)
      for k in 0..<keywords.used where !keywords.entries[k].key.isUndefined {
        place.pointee = keywords.entries[k].value
        place.pointee.retain()
        place += 1
      }
    }
    if f.isKind(.function) || f.isKind(.type) && isMadeByPython(f) {
      // The frame's own window takes the arguments: the function's frame lies over it.
      top = start
      let window = base + (i.b &+ 1)
      if start + (count &+ VM.spareRegisters) >= stackLimit { throw recursionError() }
      window.clear()
      (window + 1).clear()
      if start > window {
        for k in 0..<count {
          // The window may hold numbers of dead registers.
          (window + k).put(start[k])
          start[k] = .undefined
        }
      }
      do throws(Raised) {
        if f.isKind(.type) { return try constructByPython(i, base, f, window, count, names) }
        let function = Unmanaged<FunctionObject>.fromOpaque(f.pointer)
        let header = function._withUnsafeGuaranteedRef { $0.header }
        if names == nil && header.pointee.simpleCount == count {
          _ = try pushFrame(frame, function, header, window, i, kind: .call)
          return true
        }
        return try callGeneral(function, window, count, names, i)
      } catch {
        for k in 0..<count { (window + k).clear() }
        throw error
      }
    }
    let result: Value
    do throws(Raised) {
      result = try call(f, Arguments(base: start, count: count, keywordNames: names))
    } catch {
      releaseStack(start, count: count)
      throw error
    }
    releaseStack(start, count: count)
    (base + (i.b &+ 1)).clear()
    (base + (i.b &+ 2)).clear()
    (base + i.b).clear()
    (base + i.a).put(result.intoOwned())
    return false
  }

  /// The keys of `**mapping`, which must be strings.
  private func keywordNames(of dict: DictObject) throws(Raised) -> TupleObject {
    let start = try reserveStack(dict.count)
    defer { releaseStack(start, count: dict.count) }
    var place = 0
    for k in 0..<dict.used where !dict.entries[k].key.isUndefined {
      let key = dict.entries[k].key
      guard key.isKind(.str) else { throw typeError("keywords must be strings") }
      key.retain()
      start[place] = key
      place &+= 1
    }
    return TupleObject.make(self, copying: start, count: place)
  }

  /// Name of a callable as error texts show it: `module.f` or `f`.
  func callableName(_ f: Slot) -> String {
    guard f.isObject else { return type(of: f).name + " object" }
    let object = f.object
    if let function = object as? FunctionObject {
      let module = function.moduleName.isKind(.str) ? unsafeDowncast(function.moduleName.object, to: StrObject.self).string : ""
      return module.isEmpty ? function.qualifiedName.string : "\(module).\(function.qualifiedName.string)"
    }
    if let native = object as? NativeFunction { return native.displayName }
    if let bound = object as? BoundMethod { return callableName(bound.function) }
    if let cls = object as? TypeObject { return qualifiedTypeName(cls) }
    return "\(object.type.name) object"
  }
}
