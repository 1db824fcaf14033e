// Calls of what is neither a function nor a class: bound methods, partial objects and instances with `__call__`.

extension VM {
  /// Anything else that can be called: bound methods unpack into their function.
  @inline(never)
  func callOther(
    _ frame: FramePointer, _ i: InstructionPointer, _ base: Register, _ arguments: Register, _ count: Int,
    _ keywordNames: TupleObject?
  ) throws(Raised) -> Bool {
    let f = base[i.b]
    if f.isUndefined { throw unbound(frame, i.b) }
    for k in 0..<count where arguments[k].isUndefined { throw unbound(frame, (arguments + k) - base) }
    if f.isKind(.boundMethod) {
      let method = unsafeDowncast(f.object, to: BoundMethod.self)
      if method.function.isKind(.function), arguments + (count &+ 1) < stackLimit {
        let function = Unmanaged<FunctionObject>.fromOpaque(method.function.pointer)
        // Shifts the arguments by one to make room for the receiver; the window reaches one register further,
        // which belongs to the callee.
        var k = count
        while k > 0 {
          arguments[k] = arguments[k &- 1]
          k &-= 1
        }
        method.receiver.retain()
        arguments[0] = method.receiver
        let header = function._withUnsafeGuaranteedRef { $0.header }
        do throws(Raised) {
          if header.pointee.simpleCount == count &+ 1 && keywordNames == nil {
            _ = try pushFrame(frame, function, header, arguments, i, kind: .call)
            return true
          }
          return try callGeneral(function, arguments, count &+ 1, keywordNames, i)
        } catch {
          // The last argument may lie above the frame, where no slot may hold an object.
          (arguments + count).clear()
          throw error
        }
      }
    }
    if keywordNames == nil, f.isKind(.boundMethod), try callBoundNative(frame, i, base, f, arguments, count) { return false }
    if f.isKind(.instance), keywordNames == nil, let parts = partialParts(f) {
      if parts.keywords.isUndefined { return try callPartial(frame, i, base, parts, arguments, count) }
      let function = Unmanaged<FunctionObject>.fromOpaque(parts.function.pointer)
      let header = function._withUnsafeGuaranteedRef { $0.header }
      if header.pointee.isPlain, arguments + (header.pointee.registerCount &+ VM.spareRegisters) < stackLimit,
        VM.placePartial(function, parts.given, parts.keywords, arguments, count)
      {
        try pushBoundFrame(frame, function, header, arguments, i, kind: .call, from: count)
        return true
      }
    }
    let result = try call(f, Arguments(base: arguments, count: count, keywordNames: keywordNames))
    finishCall(i, base, arguments, count, result.intoOwned())
    return false
  }

  /// Function, first arguments and keywords (undefined when there are none) of a `functools.partial` of a Python function;
  /// nil: it is something else.
  @inline(__always)
  private func partialParts(_ f: Slot) -> (function: Slot, given: Slot, keywords: Slot)? {
    guard let partial else { return nil }
    let type = unsafeBitCast(f.typePointer, to: TypeObject.self)
    guard type.special(self, .call).isSame(as: .borrowed(partial.call)) else { return nil }
    let object = unsafeBitCast(f.pointer, to: Object.self)
    let keywords = instanceAttribute(object, partial.keywords)
    let function = instanceAttribute(object, partial.function)
    let given = instanceAttribute(object, partial.arguments)
    guard keywords.isObject, keywords.typePointer == dictType, function.isKind(.function), given.isObject,
      given.typePointer == tupleType
    else { return nil }
    let isEmpty = Unmanaged<DictObject>.fromOpaque(keywords.pointer)._withUnsafeGuaranteedRef { $0.count } == 0
    return (function, given, isEmpty ? .undefined : keywords)
  }

  /// Calls the Python function of a partial object: its arguments go in front of those given now. The object, in the
  /// function register, keeps both alive.
  private func callPartial(
    _ frame: FramePointer, _ i: InstructionPointer, _ base: Register, _ parts: (function: Slot, given: Slot, keywords: Slot),
    _ arguments: Register, _ count: Int
  ) throws(Raised) -> Bool {
    let more = parts.given.pointer.field(SequenceLayout.count, Int.self)
    let items = parts.given.pointer.field(SequenceLayout.items, Register.self)
    let function = Unmanaged<FunctionObject>.fromOpaque(parts.function.pointer)
    let header = function._withUnsafeGuaranteedRef { $0.header }
    if arguments + (count &+ more &+ VM.spareRegisters) >= stackLimit { throw recursionError() }
    var k = count
    while k > 0 {
      k &-= 1
      arguments[k &+ more] = arguments[k]
    }
    for k in 0..<more {
      items[k].retain()
      arguments[k] = items[k]
    }
    do throws(Raised) {
      if header.pointee.simpleCount == count &+ more {
        _ = try pushFrame(frame, function, header, arguments, i, kind: .call)
        return true
      }
      return try callGeneral(function, arguments, count &+ more, nil, i)
    } catch {
      // The last arguments may lie above the frame, where no slot may hold an object.
      for k in count..<count &+ more { (arguments + k).clear() }
      throw error
    }
  }

  /// A native method bound to its instance (`append = items.append`): the receiver goes in front of the arguments, which
  /// stay where they are. False: the window has no room for it.
  private func callBoundNative(
    _ frame: FramePointer, _ i: InstructionPointer, _ base: Register, _ f: Slot, _ arguments: Register, _ count: Int
  ) throws(Raised) -> Bool {
    let method = unsafeDowncast(f.object, to: BoundMethod.self)
    guard method.function.isKind(.nativeFunction), arguments + count < frame.pointee.end,
      !(arguments + count).pointee.isObject
    else { return false }
    var k = count
    while k > 0 {
      arguments[k] = arguments[k &- 1]
      k &-= 1
    }
    method.receiver.retain()
    arguments[0] = method.receiver
    let owner = Unmanaged<NativeFunction>.fromOpaque(method.function.pointer)._withUnsafeGuaranteedRef { $0.owner }
    let isOwn = method.receiver.isObject && method.receiver.typePointer == owner?.toOpaque()
    do throws(Raised) {
      try callNative(i, base, method.function, arguments, count &+ 1, checked: isOwn)
      return true
    } catch {
      (arguments + count).clear()
      throw error
    }
  }
}
