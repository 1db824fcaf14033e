// What `await` steps besides coroutines: the awaitables of asynchronous generators, of `coroutine.__await__()` and of
// `anext` with a default. Each has `send`, `throw` and `close`, as a generator has.

/// An object that `await` steps by sending into it.
protocol Awaiting: Object {
  /// Goes on with a value; nil at the end, unless StopIteration tells a result.
  func send(_ vm: VM, _ value: Value) throws(Raised) -> Value?
  /// Goes on with an exception.
  func raise(_ vm: VM, _ exception: ExceptionObject) throws(Raised) -> Value?
  /// Ends it.
  func close(_ vm: VM) throws(Raised)
}

extension TypeObject {
  /// Declares what awaitables have.
  func awaitingSpecials(_ vm: VM) {
    specials(vm, [.iter, .next])
    method(vm, "__await__(self, /)", "Return an iterator to be used in await expression.") { (_, args) in args[0] }
    method(vm, "send(self, value, /)", "Goes on with a value.") { (vm, args) throws(Raised) in
      try TypeObject.given(vm, try TypeObject.awaiting(vm, args[0]).send(vm, args[1]))
    }
    method(vm, "throw(self, type, value=None, traceback=None, /)", "Goes on with an exception.") {
      (vm, args) throws(Raised) in
      let exception = try CoreNamespaces.thrown(vm, args)
      return try TypeObject.given(vm, try TypeObject.awaiting(vm, args[0]).raise(vm, exception))
    }
    method(vm, "close(self, /)", "Ends it.") { (vm, args) throws(Raised) in
      try TypeObject.awaiting(vm, args[0]).close(vm)
      return .none
    }
  }
  private static func awaiting(_ vm: VM, _ value: Value) throws(Raised) -> any Awaiting {
    guard case .object(let o) = value, let awaiting = o as? any Awaiting else { throw vm.typeError("not an awaitable") }
    return awaiting
  }
  private static func given(_ vm: VM, _ value: Value?) throws(Raised) -> Value {
    guard let value else { throw vm.raised(vm.types.stopIteration, arguments: []) }
    return value
  }
}

/// The awaitable of `__anext__`, `asend`, `athrow` and `aclose`.
final class AsyncGeneratorStep: Object, Awaiting {
  private let generator: GeneratorObject
  private var sent: Value
  private var raising: ExceptionObject?
  private let isClose: Bool
  /// Made by `athrow` or `aclose`.
  private let isThrow: Bool
  private var begun = false
  private var done = false

  init(
    _ vm: VM, _ generator: GeneratorObject, sending sent: Value, raising: ExceptionObject? = nil, isClose: Bool = false
  ) {
    self.generator = generator
    self.sent = sent
    self.raising = raising
    self.isClose = isClose
    isThrow = raising != nil
    let types = vm.extraTypes
    super.init(
      kind: .iterator, type: raising == nil ? types.asyncGeneratorSend : types.asyncGeneratorThrow, tracked: true)
  }
  override func traverse(_ visit: (Slot) -> Void) {
    visit(.held(generator))
    visit(.held(sent))
    if let raising { visit(.held(raising)) }
  }
  override var isIterator: Bool { true }
  override func iterator(_ vm: VM) throws(Raised) -> Object? { self }
  override func next(_ vm: VM) throws(Raised) -> Value? { try step(vm, .none, nil) }
  func send(_ vm: VM, _ value: Value) throws(Raised) -> Value? { try step(vm, value, nil) }
  func raise(_ vm: VM, _ exception: ExceptionObject) throws(Raised) -> Value? { try step(vm, .none, exception) }
  func close(_ vm: VM) throws(Raised) { done = true }

  private func step(_ vm: VM, _ given: Value, _ thrown: ExceptionObject?) throws(Raised) -> Value? {
    if done {
      let what = isThrow ? "aclose()/athrow()" : "__anext__()/asend()"
      throw vm.runtimeError("cannot reuse already awaited \(what)")
    }
    var (value, error) = (given, thrown)
    if !begun {
      begun = true
      if thrown == nil {
        if isThrow && !given.isNone {
          throw vm.runtimeError("can't send non-None value to a just-started coroutine")
        }
        error = raising
        if given.isNone { value = sent }
      }
      raising = nil
      sent = .none
    }
    do throws(Raised) {
      guard let yielded = try vm.resume(generator, sending: value, raising: error) else {
        done = true
        if isClose { return nil }
        throw vm.raised(vm.types.stopAsyncIteration, arguments: [])
      }
      if case .object(let o) = yielded, let wrapped = o as? AsyncGeneratorValue {
        done = true
        if isClose { throw vm.runtimeError("async generator ignored GeneratorExit") }
        throw vm.raised(vm.types.stopIteration, arguments: [wrapped.content.value])
      }
      return yielded
    } catch {
      done = true
      if isClose && (error.exception.type === vm.types.generatorExit
        || error.exception.type === vm.types.stopAsyncIteration) { return nil }
      throw error
    }
  }
}

/// `coroutine.__await__()`.
final class CoroutineIterator: Object, Awaiting {
  private let coroutine: GeneratorObject

  init(_ vm: VM, _ coroutine: GeneratorObject) {
    self.coroutine = coroutine
    super.init(kind: .iterator, type: vm.extraTypes.coroutineWrapper, tracked: true)
  }
  override func traverse(_ visit: (Slot) -> Void) { visit(.held(coroutine)) }
  override var isIterator: Bool { true }
  override func iterator(_ vm: VM) throws(Raised) -> Object? { self }
  override func next(_ vm: VM) throws(Raised) -> Value? { try send(vm, .none) }
  func send(_ vm: VM, _ value: Value) throws(Raised) -> Value? {
    try result(vm, try vm.resume(coroutine, sending: value))
  }
  func raise(_ vm: VM, _ exception: ExceptionObject) throws(Raised) -> Value? {
    try result(vm, try vm.resume(coroutine, sending: .none, raising: exception))
  }
  func close(_ vm: VM) throws(Raised) { try vm.close(coroutine) }
  private func result(_ vm: VM, _ yielded: Value?) throws(Raised) -> Value? {
    if let yielded { return yielded }
    throw vm.raised(vm.types.stopIteration, arguments: [vm.takeGeneratorResult()])
  }
}

/// `anext(iterator, default)`: the awaitable of the next item, which gives the default at the end.
final class AnextAwaitable: Object, Awaiting {
  private let awaited: Value
  private let fallback: Value
  private var inner: Object?

  init(_ vm: VM, _ awaited: Value, fallback: Value) {
    self.awaited = awaited
    self.fallback = fallback
    super.init(kind: .iterator, type: vm.extraTypes.anextAwaitable, tracked: true)
  }
  override func traverse(_ visit: (Slot) -> Void) {
    visit(.held(awaited))
    visit(.held(fallback))
    if let inner { visit(.held(inner)) }
  }
  override var isIterator: Bool { true }
  override func iterator(_ vm: VM) throws(Raised) -> Object? { self }

  /// What `await` would step.
  private func source(_ vm: VM) throws(Raised) -> Object {
    if let inner { return inner }
    let made = try vm.awaitIterator(awaited)
    inner = made
    return made
  }
  private func orFallback(_ vm: VM, _ body: () throws(Raised) -> Value?) throws(Raised) -> Value? {
    do throws(Raised) { return try body() } catch {
      if !error.exception.type.isSubtype(of: vm.types.stopAsyncIteration) { throw error }
      throw vm.raised(vm.types.stopIteration, arguments: [fallback])
    }
  }
  override func next(_ vm: VM) throws(Raised) -> Value? {
    let source = try source(vm)
    return try orFallback(vm) { () throws(Raised) in
      if let coroutine = source as? GeneratorObject {
        if let yielded = try vm.resume(coroutine, sending: .none) { return yielded }
        throw vm.raised(vm.types.stopIteration, arguments: [vm.takeGeneratorResult()])
      }
      return try vm.next(source)
    }
  }
  func send(_ vm: VM, _ value: Value) throws(Raised) -> Value? {
    let source = try source(vm)
    return try orFallback(vm) { () throws(Raised) in try vm.callMethod(.object(source), "send", [value]) }
  }
  func raise(_ vm: VM, _ exception: ExceptionObject) throws(Raised) -> Value? {
    let source = try source(vm)
    return try orFallback(vm) { () throws(Raised) in
      try vm.callMethod(.object(source), "throw", [.object(exception)])
    }
  }
  func close(_ vm: VM) throws(Raised) { _ = try vm.callMethod(.object(try source(vm)), "close", []) }
}
