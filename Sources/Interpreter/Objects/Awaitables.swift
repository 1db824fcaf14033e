// The iterators that `await` drives: of coroutines, of the steps of asynchronous generators, of `anext` with a default.

/// `coroutine.__await__()`.
final class CoroutineIterator: NativeIterator {
  /// The coroutine, owned by its count alone: its end may run code.
  private let owned: Slot
  private var coroutine: GeneratorObject { unsafeDowncast(owned.object, to: GeneratorObject.self) }

  init(_ vm: VM, _ coroutine: GeneratorObject) {
    owned = .owned(coroutine)
    super.init(kind: .iterator, type: vm.extraTypes.coroutineWrapper, tracked: true)
  }
  deinit { owned.release() }
  override func traverse(_ visit: (Slot) -> Void) { visit(owned) }
  override func next(_ vm: VM) throws(Raised) -> Value? { try resume(vm, .none) }

  private func resume(_ vm: VM, _ sent: Value, raising: ExceptionObject? = nil) throws(Raised) -> Value {
    if let value = try vm.resume(coroutine, sending: sent, raising: raising) { return value }
    throw vm.stopIteration(after: coroutine)
  }

  /// Declares what Python sees.
  static func populate(_ type: TypeObject, _ vm: VM) {
    func me(_ args: Arguments) -> CoroutineIterator { unsafeDowncast(args.slot(0).object, to: CoroutineIterator.self) }
    type.iteratorSpecials(vm)
    type.method(vm, "send(self, value, /)", "Resume with a value.") { (vm, args) throws(Raised) in
      try me(args).resume(vm, args[1])
    }
    type.method(vm, "throw(self, type, value=None, traceback=None, /)", "Raise inside the coroutine.") {
      (vm, args) throws(Raised) in
      try me(args).resume(vm, .none, raising: try CoreNamespaces.thrown(vm, args))
    }
    type.method(vm, "close(self, /)", "Raise GeneratorExit inside the coroutine.") { (vm, args) throws(Raised) in
      try vm.close(me(args).coroutine)
      return .none
    }
  }
}

/// A value that an asynchronous generator yields, told apart from what it awaits.
final class AsyncGeneratorValue: Object {
  let content: Slot
  init(_ vm: VM, _ content: Slot) {
    self.content = content
    super.init(kind: .asyncGeneratorValue, type: vm.types.object, tracked: true)
  }
  deinit { content.release() }
  override func traverse(_ visit: (Slot) -> Void) { visit(content) }
}

/// The awaitable of `__anext__`, `asend`, `athrow` and `aclose`.
final class AsyncGeneratorStep: NativeIterator {
  /// What a step does first.
  enum Action {
    /// `__anext__` and `asend`.
    case send(Value)
    /// `athrow`.
    case raise(ExceptionObject)
    /// `aclose`.
    case close
  }

  private enum State { case created, started, done }

  /// The generator, owned by its count alone: its end may run code.
  private let owned: Slot
  var generator: GeneratorObject { unsafeDowncast(owned.object, to: GeneratorObject.self) }
  private let action: Action
  private var state = State.created

  init(_ vm: VM, _ generator: GeneratorObject, _ action: Action) {
    owned = .owned(generator)
    self.action = action
    let types = vm.extraTypes
    let type = if case .send = action { types.asyncGeneratorSend } else { types.asyncGeneratorThrow }
    super.init(kind: .asyncGeneratorStep, type: type, tracked: true)
  }
  deinit { owned.release() }
  override func traverse(_ visit: (Slot) -> Void) {
    visit(owned)
    switch action {
    case .send(let value): visit(.held(value))
    case .raise(let error): visit(.held(error))
    case .close: break
    }
  }
  override func next(_ vm: VM) throws(Raised) -> Value? { try resume(vm, .none) }

  private var names: (what: String, reuse: String) {
    switch action {
    case .send: ("anext()", "__anext__()/asend()")
    case .raise: ("athrow()", "aclose()/athrow()")
    case .close: ("aclose()", "aclose()/athrow()")
    }
  }

  /// What the generator gets when `sent` is sent to this (both borrowed); undefined: this does not just send now.
  func sends(_ sent: Slot) -> Slot {
    guard case .send(let first) = action else { return .undefined }
    switch state {
    case .created: return generator.isAwaited ? .undefined : sent.isNone ? first.borrowed : sent
    case .started: return sent
    case .done: return .undefined
    }
  }
  /// The generator runs for this.
  func start() {
    state = .started
    generator.isAwaited = true
  }
  /// This has its result.
  func end() {
    state = .done
    generator.isAwaited = false
  }

  /// Resumes the generator; what it yields comes as StopIteration, its end as StopAsyncIteration.
  private func resume(_ vm: VM, _ sent: Value, raising: ExceptionObject? = nil) throws(Raised) -> Value {
    if state == .done { throw vm.runtimeError("cannot reuse already awaited \(names.reuse)") }
    var (value, error) = (sent, raising)
    if state == .created {
      if generator.isAwaited {
        state = .done
        throw vm.runtimeError("\(names.what): asynchronous generator is already running")
      }
      switch action {
      case .send(let first): if sent.isNone { value = first }
      case .raise, .close:
        if generator.isClosed {
          state = .done
          if case .close = action, raising == nil { throw vm.raised(vm.types.stopIteration, arguments: []) }
          throw vm.raised(vm.types.stopAsyncIteration, arguments: [])
        }
        if !sent.isNone { throw vm.runtimeError("can't send non-None value to a just-started coroutine") }
        if error == nil {
          if case .raise(let given) = action {
            error = given
          } else {
            generator.isClosed = true
            error = vm.raised(vm.types.generatorExit, arguments: []).exception
          }
        }
      }
      start()
    }
    do throws(Raised) {
      guard let yielded = try vm.resume(generator, sending: value, raising: error) else {
        throw vm.raised(vm.types.stopAsyncIteration, arguments: [])
      }
      guard case .object(let o) = yielded, let wrapped = o as? AsyncGeneratorValue else { return yielded }
      if case .close = action { throw vm.runtimeError("async generator ignored GeneratorExit") }
      throw vm.raised(vm.types.stopIteration, arguments: [wrapped.content.value])
    } catch {
      end()
      let type = error.exception.type
      if type.isSubtype(of: vm.types.stopAsyncIteration) || type.isSubtype(of: vm.types.generatorExit) {
        generator.isClosed = true
        if case .close = action { throw vm.raised(vm.types.stopIteration, arguments: []) }
      }
      throw error
    }
  }

  /// Declares what Python sees.
  static func populate(_ type: TypeObject, _ vm: VM) {
    func me(_ args: Arguments) -> AsyncGeneratorStep { unsafeDowncast(args.slot(0).object, to: AsyncGeneratorStep.self) }
    type.iteratorSpecials(vm)
    type.method(vm, "__await__(self, /)", "The awaitable itself.") { (_, args) in args[0] }
    type.method(vm, "send(self, value, /)", "Resume with a value.") { (vm, args) throws(Raised) in
      try me(args).resume(vm, args[1])
    }
    type.method(vm, "throw(self, type, value=None, traceback=None, /)", "Raise inside the generator.") {
      (vm, args) throws(Raised) in
      try me(args).resume(vm, .none, raising: try CoreNamespaces.thrown(vm, args))
    }
    type.method(vm, "close(self, /)", "End the awaitable.") { (_, args) in
      me(args).state = .done
      return .none
    }
  }
}

/// `anext(iterator, default)`.
final class AnextAwaitable: NativeIterator {
  private let wrapped: Slot
  private let fallback: Slot

  init(_ vm: VM, _ wrapped: Value, fallback: Value) {
    self.wrapped = wrapped.owned
    self.fallback = fallback.owned
    super.init(kind: .iterator, type: vm.extraTypes.anextAwaitable, tracked: true)
  }
  deinit {
    wrapped.release()
    fallback.release()
  }
  override func traverse(_ visit: (Slot) -> Void) {
    visit(wrapped)
    visit(fallback)
  }
  override func next(_ vm: VM) throws(Raised) -> Value? { try drive(vm, "__next__", []) }

  /// Calls a method of what is awaited; its StopAsyncIteration becomes the default.
  private func drive(_ vm: VM, _ method: String, _ arguments: [Value]) throws(Raised) -> Value {
    do throws(Raised) {
      return try vm.callMethod(try source(vm), method, arguments)
    } catch {
      guard error.exception.type.isSubtype(of: vm.types.stopAsyncIteration) else { throw error }
      throw vm.raised(vm.types.stopIteration, arguments: [fallback.value])
    }
  }

  private func source(_ vm: VM) throws(Raised) -> Value {
    let value = wrapped.value
    guard case .object(let o) = value else {
      throw vm.typeError("object \(vm.type(of: value).name) can't be used in 'await' expression")
    }
    if let coroutine = o as? GeneratorObject, coroutine.kind == .coroutine {
      return .object(CoroutineIterator(vm, coroutine))
    }
    if o is AsyncGeneratorStep { return value }
    guard let made = try vm.callSpecial(o, .await, []) else {
      throw vm.typeError("object \(o.type.name) can't be used in 'await' expression")
    }
    guard case .object(let it) = made, vm.isIterator(it) else {
      throw vm.typeError("__await__() returned non-iterator of type '\(vm.type(of: made).name)'")
    }
    return made
  }

  /// Declares what Python sees.
  static func populate(_ type: TypeObject, _ vm: VM) {
    func me(_ args: Arguments) -> AnextAwaitable { unsafeDowncast(args.slot(0).object, to: AnextAwaitable.self) }
    type.iteratorSpecials(vm)
    type.method(vm, "__await__(self, /)", "The awaitable itself.") { (_, args) in args[0] }
    type.method(vm, "send(self, value, /)", "Resume with a value.") { (vm, args) throws(Raised) in
      try me(args).drive(vm, "send", [args[1]])
    }
    type.method(vm, "throw(self, type, value=None, traceback=None, /)", "Raise where it waits.") {
      (vm, args) throws(Raised) in
      try me(args).drive(vm, "throw", [args[1], args[2], args[3]].filter { !$0.isNone })
    }
    type.method(vm, "close(self, /)", "End the awaitable.") { (vm, args) throws(Raised) in
      try me(args).drive(vm, "close", [])
    }
  }
}
