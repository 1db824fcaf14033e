import Interpreter

/// The iterators over one iterable with a function: `starmap`, `takewhile`, `dropwhile`, `filterfalse`, `pairwise`,
/// `accumulate`.
final class SelectIterator: NativeIterator, Reducible {
  enum Mode { case starmap, takeWhile, dropWhile, filterFalse, pairwise, accumulate }
  private let mode: Mode
  private let function: Slot
  private let source: Slot
  /// The last item or total, owned.
  private var last = Slot.undefined
  /// `accumulate` gives `last` as it is first.
  private var isFirst = false
  private var ended = false
  private var dropped = false

  init(_ type: TypeObject, _ mode: Mode, _ function: Value, _ source: Object) {
    self.mode = mode
    self.function = function.owned
    self.source = .owned(source)
    super.init(kind: .native, type: type, tracked: true)
  }
  deinit {
    function.release()
    source.release()
    last.release()
  }

  /// The value that `accumulate` begins with.
  func begin(_ initial: Value) {
    last = initial.owned
    isFirst = true
  }

  override func stepSlot(_ vm: VM) throws(Raised) -> Slot {
    if ended { return .undefined }
    if isFirst {
      isFirst = false
      last.retain()
      return last
    }
    switch mode {
    case .starmap:
      let item = try vm.step(source)
      if item.isUndefined { return item }
      let value = vm.taken(item) ?? .none
      let row = try ItertoolsModule.pool(vm, value)
      return try withExtendedLifetime(row) { () throws(Raised) in
        try vm.call(function, Arguments(base: row.items, count: row.count)).intoOwned()
      }
    case .takeWhile:
      let item = try vm.step(source)
      if item.isUndefined { return item }
      if try holds(vm, item) { return item }
      item.release()
      ended = true
      return .undefined
    case .dropWhile:
      while true {
        let item = try vm.step(source)
        if item.isUndefined || dropped { return item }
        if !(try holds(vm, item)) {
          dropped = true
          return item
        }
        item.release()
        if vm.interruptPending { try vm.checkInterrupt() }
      }
    case .filterFalse:
      while true {
        let item = try vm.step(source)
        if item.isUndefined { return item }
        if !(try holds(vm, item)) { return item }
        item.release()
        if vm.interruptPending { try vm.checkInterrupt() }
      }
    case .pairwise:
      if last.isUndefined {
        last = try vm.step(source)
        if last.isUndefined { return last }
      }
      let item = try vm.step(source)
      if item.isUndefined { return item }
      let first = last
      item.retain()
      last = item
      return Value.object(TupleObject.make(vm, numbers: first, item)).intoOwned()
    case .accumulate:
      let item = try vm.step(source)
      if item.isUndefined { return item }
      if last.isUndefined {
        last = item
      } else if function.isNone, last.isInt, item.isInt, case let (sum, overflow) = last.asInt.addingReportingOverflow(item.asInt),
        !overflow
      {
        last = .int(sum)
      } else {
        let value = vm.taken(item) ?? .none
        let total = function.isNone
          ? try vm.binary(.add, last.value, value) : try vm.call(function, [last.value, value])
        let old = last
        last = total.intoOwned()
        old.release()
      }
      last.retain()
      return last
    }
  }

  /// Whether the function is true for an item (None: whether the item is). On an error the item is released.
  private func holds(_ vm: VM, _ item: Slot) throws(Raised) -> Bool {
    do throws(Raised) {
      if function.isNone { return item.isBool ? item.asBool : try vm.truth(item.value) }
      let answer = try vm.callOne(function, item)
      if answer.isBool { return answer.asBool }
      return try vm.truth(vm.taken(answer) ?? .none)
    } catch {
      item.release()
      throw error
    }
  }

  func reduced(_ vm: VM) throws(Raised) -> Value {
    switch mode {
    case .starmap, .filterFalse: return vm.reduction(.object(type), [function.value, source.value])
    case .takeWhile: return vm.reduction(.object(type), [function.value, source.value], .int(ended ? 1 : 0))
    case .dropWhile: return vm.reduction(.object(type), [function.value, source.value], .int(dropped ? 1 : 0))
    case .pairwise:
      if last.isUndefined { return vm.reduction(.object(type), [source.value]) }
      return vm.reduction(.object(type), [source.value], .object(TupleObject.make(vm, [last.value])))
    case .accumulate:
      let arguments = [source.value, function.value]
      if last.isUndefined { return vm.reduction(.object(type), arguments) }
      return vm.reduction(.object(type), arguments, .object(TupleObject.make(vm, [last.value, .bool(isFirst)])))
    }
  }
  func restore(_ vm: VM, _ state: Value) throws(Raised) {
    switch mode {
    case .starmap, .filterFalse: return
    case .takeWhile: ended = try vm.truth(state)
    case .dropWhile: dropped = try vm.truth(state)
    case .pairwise, .accumulate:
      guard let parts = state.asTuple, parts.count > 0 else { throw vm.typeError("state is not a tuple") }
      let old = last
      last = parts[0].owned
      isFirst = parts.count > 1 ? try vm.truth(parts[1]) : false
      old.release()
    }
  }
  override func traverse(_ visit: (Slot) -> Void) {
    visit(function)
    visit(source)
    visit(last)
  }
}

/// `islice`.
final class SliceIterator: NativeIterator, Reducible {
  private var source: Slot
  private var next: Int
  private let stop: Int
  private let step: Int
  private var position = 0

  init(_ type: TypeObject, _ source: Object, _ start: Int, _ stop: Int, _ step: Int) {
    self.source = .owned(source)
    next = start
    self.stop = stop
    self.step = step
    super.init(kind: .native, type: type, tracked: true)
  }
  deinit { source.release() }

  override func stepSlot(_ vm: VM) throws(Raised) -> Slot {
    if source.isUndefined { return .undefined }
    // A first place behind the end is reached all the same, as CPython does.
    while position < next {
      let skipped = try vm.step(source)
      if skipped.isUndefined { return finish() }
      skipped.release()
      position &+= 1
      if vm.interruptPending { try vm.checkInterrupt() }
    }
    if position >= stop { return finish() }
    let item = try vm.step(source)
    if item.isUndefined { return finish() }
    position &+= 1
    let (following, overflow) = next.addingReportingOverflow(step)
    next = overflow ? stop : min(following, stop)
    return item
  }
  private func finish() -> Slot {
    let old = source
    source = .undefined
    old.release()
    return .undefined
  }

  func reduced(_ vm: VM) throws(Raised) -> Value {
    if source.isUndefined {
      let nothing = Value.object(try vm.iterator(.object(vm.emptyTuple)))
      return vm.reduction(.object(type), [nothing, .int(0)], .int(0))
    }
    let end: Value = stop == Int.max ? .none : .int(stop)
    return vm.reduction(.object(type), [source.value, .int(next), end, .int(step)], .int(position))
  }
  func restore(_ vm: VM, _ state: Value) throws(Raised) { position = max(0, try vm.index(state)) }
  override func traverse(_ visit: (Slot) -> Void) { visit(source) }
}
