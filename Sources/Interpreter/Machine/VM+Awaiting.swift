// The instructions of `yield from`, `await`, `async for`: what is sent to, and what is awaited.

extension VM {
  @inline(never)
  func getYieldFromIter(_ frame: FramePointer, _ i: InstructionPointer, _ base: Register) throws(Raised) {
    let x = base[i.b]
    if x.isUndefined { throw unbound(frame, i.b) }
    if x.isKind(.generator) { return (base + i.a).put((base + i.b).owned(drop: i.has(InstructionFlags.dropB))) }
    frame.pointee.pc = i + 1
    let result: Object
    if x.isKind(.coroutine) {
      if let flags = frame.pointee.header.pointee.code?.reference.codeFlags,
        flags.isDisjoint(with: [.coroutine, .iterableCoroutine])
      {
        throw typeError("cannot 'yield from' a coroutine object in a non-coroutine generator")
      }
      result = x.object
    } else {
      result = try iterator(x.value)
    }
    if i.has(InstructionFlags.dropB) { (base + i.b).clear() }
    (base + i.a).put(Value.object(result).intoOwned())
  }

  /// `send`: true when the sub-iterator stopped (its value is in `r[a]`).
  @inline(never)
  func sendTo(_ frame: FramePointer, _ i: InstructionPointer, _ base: Register) throws(Raised) -> Bool {
    let target = base[i.b].value
    let sent = base[i.c].isUndefined ? Value.none : base[i.c].value
    guard case .object(let sub) = target else { throw typeError("cannot send to a non-iterator") }
    var value: Value?
    var stopped: Value = .none
    do throws(Raised) {
      if let generator = sub as? GeneratorObject, generator.kind != .asyncGenerator {
        value = try resume(generator, sending: sent)
        if value == nil { stopped = takeGeneratorResult() }
      } else if sent.isNone {
        if sub.hasHeapType && !sub.type.special(self, .next).isUndefined {
          value = try callSpecial(sub, .next, [])
        } else {
          value = try sub.next(self)
        }
      } else {
        value = try callMethod(target, "send", [sent])
      }
    } catch {
      if !error.exception.type.isSubtype(of: types.stopIteration) { throw error }
      value = nil
      stopped = stopValue(error.exception)
    }
    if let value {
      (base + i.a).put(value.intoOwned())
      return false
    }
    (base + i.b).clear()
    (base + i.a).put(stopped.intoOwned())
    return true
  }

  @inline(never)
  func getAwaitable(_ i: InstructionPointer, _ base: Register) throws(Raised) {
    if base[i.b].isKind(.coroutine) {
      return (base + i.a).put((base + i.b).owned(drop: i.has(InstructionFlags.dropB)))
    }
    let x = base[i.b].value
    current.pointee.pc = i + 1
    let result: Object
    if case .object(let o) = x, let made = try callSpecial(o, .await, []) {
      result = try awaitIterator(made)
    } else if case .object(let o) = x, let made = try o.awaitable(self) {
      result = made
    } else if i.c > 0 {
      throw typeError(
        "'async with' received an object from __a\(i.c == 1 ? "enter" : "exit")__ that does not implement __await__: "
          + type(of: x).name)
    } else {
      throw typeError("object \(type(of: x).name) can't be used in 'await' expression")
    }
    if i.has(InstructionFlags.dropB) { (base + i.b).clear() }
    (base + i.a).put(Value.object(result).intoOwned())
  }

  /// What `__await__` returned, which must be an iterator and no coroutine.
  private func awaitIterator(_ made: Value) throws(Raised) -> Object {
    if case .object(let it) = made {
      if it.kind == .coroutine { throw typeError("__await__() returned a coroutine") }
      if isIterator(it) { return it }
    }
    throw typeError("__await__() returned non-iterator of type '\(type(of: made).name)'")
  }

  @inline(never)
  func getAiter(_ i: InstructionPointer, _ base: Register) throws(Raised) {
    if base[i.b].isKind(.asyncGenerator) {
      return (base + i.a).put((base + i.b).owned(drop: i.has(InstructionFlags.dropB)))
    }
    let x = base[i.b].value
    current.pointee.pc = i + 1
    let result: Value
    if case .object(let o) = x, let made = try callSpecial(o, .aiter, []) {
      result = made
    } else {
      throw typeError("'async for' requires an object with __aiter__ method, got \(type(of: x).name)")
    }
    let cls = type(of: result)
    if result.kind != .asyncGenerator, cls.lookup(self, specialNames[Int(Special.anext.rawValue)]).isUndefined {
      throw typeError(
        "'async for' received an object from __aiter__ that does not implement __anext__: \(cls.name)")
    }
    if i.has(InstructionFlags.dropB) { (base + i.b).clear() }
    (base + i.a).put(result.intoOwned())
  }

  @inline(never)
  func getAnext(_ i: InstructionPointer, _ base: Register) throws(Raised) {
    if base[i.b].isKind(.asyncGenerator) {
      let generator = unsafeDowncast(base[i.b].object, to: GeneratorObject.self)
      return (base + i.a).put(.owned(AsyncGeneratorStep(self, generator, .send(.none))))
    }
    let x = base[i.b].value
    current.pointee.pc = i + 1
    var result: Value
    if case .object(let o) = x, let made = try callSpecial(o, .anext, []) {
      result = made
    } else {
      throw typeError("'async for' requires an iterator with __anext__ method, got \(type(of: x).name)")
    }
    if result.kind != .coroutine {
      var cause: ExceptionObject?
      var iterator: Object?
      do throws(Raised) {
        if case .object(let o) = result {
          if let made = try callSpecial(o, .await, []) {
            iterator = try awaitIterator(made)
          } else {
            iterator = try o.awaitable(self)
          }
        }
      } catch {
        cause = error.exception
      }
      guard let iterator else {
        let error = typeError("'async for' received an invalid object from __anext__: \(type(of: result).name)")
        if let cause {
          error.exception.setCause(cause)
          error.exception.setContext(cause)
          error.exception.suppressContext = true
        }
        throw error
      }
      result = .object(iterator)
    }
    (base + i.a).put(result.intoOwned())
  }

  @inline(never)
  func endAsyncFor(_ i: InstructionPointer, _ base: Register) throws(Raised) {
    let exception = unsafeDowncast(base[i.a].object, to: ExceptionObject.self)
    if exception.type.isSubtype(of: types.stopAsyncIteration) {
      (base + i.a).clear()
      (base + i.b).clear()
      return
    }
    throw takeRaised((base + i.a).take())
  }

  @inline(never)
  func asyncGenWrap(_ i: InstructionPointer, _ base: Register) {
    let wrapped = AsyncGeneratorValue(self, (base + i.b).owned(drop: i.has(InstructionFlags.dropB)))
    (base + i.a).put(Value.object(wrapped).intoOwned())
  }
}

extension Object {
  /// Iterator of a native awaitable; nil: not awaitable.
  func awaitable(_ vm: VM) throws(Raised) -> Object? {
    if self is AsyncGeneratorStep || self is AnextAwaitable { return self }
    guard let generator = self as? GeneratorObject else { return nil }
    return generator.kind == .coroutine || generator.code.codeFlags.contains(.iterableCoroutine)
      ? generator : nil
  }
}
