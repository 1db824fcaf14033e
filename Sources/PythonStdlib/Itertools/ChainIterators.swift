import Interpreter

/// `count`: numbers in equal steps.
final class CountIterator: NativeIterator {
  private var current: Slot
  private let step: Slot

  init(_ type: TypeObject, _ start: Value, _ step: Value) {
    current = start.owned
    self.step = step.owned
    super.init(kind: .native, type: type, tracked: true)
  }
  deinit {
    current.release()
    step.release()
  }

  override func stepSlot(_ vm: VM) throws(Raised) -> Slot {
    let number = current
    if number.isInt && step.isInt {
      let (sum, overflow) = number.asInt.addingReportingOverflow(step.asInt)
      if !overflow {
        current = .int(sum)
        return number
      }
    }
    current = try vm.binary(.add, number.value, step.value).intoOwned()
    return number
  }
  override func repr(_ vm: VM) throws(Raised) -> StrObject {
    let start = try vm.repr(current.value).string
    if step.isInt && step.asInt == 1 { return vm.string("count(\(start))") }
    return vm.string("count(\(start), \(try vm.repr(step.value).string))")
  }
  /// What makes an equal one: `count(start)` or `count(start, step)`.
  var parts: [Value] { step.isInt && step.asInt == 1 ? [current.value] : [current.value, step.value] }
  override func traverse(_ visit: (Slot) -> Void) {
    visit(current)
    visit(step)
  }
}

/// `repeat`: one object again and again.
final class RepeatIterator: NativeIterator {
  private let item: Slot
  /// How many times it is still given; nil: for ever.
  private(set) var times: Int?

  init(_ type: TypeObject, _ item: Value, _ times: Int?) {
    self.item = item.owned
    self.times = times.map { max(0, $0) }
    super.init(kind: .native, type: type, tracked: true)
  }
  deinit { item.release() }

  override func stepSlot(_ vm: VM) throws(Raised) -> Slot {
    if let left = times {
      if left <= 0 { return .undefined }
      times = left &- 1
    }
    item.retain()
    return item
  }
  override func repr(_ vm: VM) throws(Raised) -> StrObject {
    let shown = try vm.repr(item.value).string
    return vm.string(times.map { "repeat(\(shown), \($0))" } ?? "repeat(\(shown))")
  }
  /// What makes an equal one.
  var parts: [Value] { times.map { [item.value, .int($0)] } ?? [item.value] }
  override func traverse(_ visit: (Slot) -> Void) { visit(item) }
}

/// `chain`: the items of one iterable after the other.
final class ChainIterator: NativeIterator, Reducible {
  private var sources: Slot
  private var active = Slot.undefined

  init(_ type: TypeObject, _ sources: Object) {
    self.sources = .owned(sources)
    super.init(kind: .native, type: type, tracked: true)
  }
  deinit {
    sources.release()
    active.release()
  }

  override func stepSlot(_ vm: VM) throws(Raised) -> Slot {
    while true {
      if active.isUndefined {
        if sources.isUndefined { return .undefined }
        do throws(Raised) {
          let source = try vm.step(sources)
          guard let next = vm.taken(source) else {
            finish()
            return .undefined
          }
          active = .owned(try vm.iterator(next))
        } catch {
          finish()
          throw error
        }
      }
      // Stepping may run code that steps this chain as well.
      let current = active
      current.retain()
      defer { current.release() }
      let item = try vm.step(current)
      if !item.isUndefined { return item }
      if active.isSame(as: current) {
        active = .undefined
        current.release()
      }
      if vm.interruptPending { try vm.checkInterrupt() }
    }
  }
  private func finish() {
    let old = sources
    sources = .undefined
    old.release()
  }
  func reduced(_ vm: VM) throws(Raised) -> Value {
    if sources.isUndefined && active.isUndefined { return vm.reduction(.object(type), []) }
    let rest = sources.isUndefined ? Value.object(try vm.iterator(.object(vm.emptyTuple))) : sources.value
    let state = active.isUndefined ? [rest] : [rest, active.value]
    return vm.reduction(.object(type), [], .object(TupleObject.make(vm, state)))
  }
  func restore(_ vm: VM, _ state: Value) throws(Raised) {
    guard let parts = state.asTuple else { throw vm.typeError("state is not a tuple") }
    if parts.count < 1 || parts.count > 2 {
      throw vm.typeError("function takes 1 to 2 arguments (\(parts.count) given)")
    }
    for part in parts.values {
      if try vm.getAttrOrNil(part, vm.intern("__next__")) == nil { throw vm.typeError("Arguments must be iterators.") }
    }
    let (old, oldActive) = (sources, active)
    sources = parts[0].owned
    active = parts.count > 1 ? parts[1].owned : .undefined
    old.release()
    oldActive.release()
  }
  override func traverse(_ visit: (Slot) -> Void) {
    visit(sources)
    visit(active)
  }
}

/// `cycle`: the items of an iterable, for ever.
final class CycleIterator: NativeIterator, Reducible {
  private var source: Slot
  private var saved: ListObject
  private var position = 0
  /// The items of the source were saved already.
  private var isRepeating = false

  init(_ vm: VM, _ type: TypeObject, _ source: Object) {
    self.source = .owned(source)
    saved = ListObject.make(vm)
    super.init(kind: .native, type: type, tracked: true)
  }
  deinit { source.release() }

  override func stepSlot(_ vm: VM) throws(Raised) -> Slot {
    if !source.isUndefined {
      let item = try vm.step(source)
      if !item.isUndefined {
        if isRepeating { return item }
        item.retain()
        saved.append(owned: item)
        return item
      }
      let old = source
      source = .undefined
      old.release()
    }
    if saved.count == 0 { return .undefined }
    if position >= saved.count { position = 0 }
    let item = saved.items[position]
    position &+= 1
    item.retain()
    return item
  }
  func reduced(_ vm: VM) throws(Raised) -> Value {
    let copy = Value.object(ListObject.make(vm, saved.values))
    if !source.isUndefined {
      return vm.reduction(.object(type), [source.value], .object(TupleObject.make(vm, [copy, .int(isRepeating ? 1 : 0)])))
    }
    let rest = ListIterator(vm, ListObject.make(vm, saved.values))
    rest.position = min(position, saved.count)
    return vm.reduction(.object(type), [.object(rest)], .object(TupleObject.make(vm, [copy, .int(1)])))
  }
  func restore(_ vm: VM, _ state: Value) throws(Raised) {
    guard let parts = state.asTuple else { throw vm.typeError("state is not a tuple") }
    if parts.count != 2 { throw vm.typeError("function takes exactly 2 arguments (\(parts.count) given)") }
    guard let list = parts[0].asList else {
      throw vm.typeError("argument 1 must be list, not \(vm.type(of: parts[0]).name)")
    }
    let repeating = try vm.index(parts[1]) != 0
    saved = ListObject.make(vm, list.values)
    isRepeating = repeating
    position = 0
  }
  override func traverse(_ visit: (Slot) -> Void) {
    visit(source)
    visit(.held(saved))
  }
}

extension ItertoolsModule {
  /// Declares the iterators of this file.
  static func declareChains(_ vm: VM, _ module: ModuleObject) {
    func type(_ name: String, _ doc: String, _ populate: @escaping (TypeObject, VM) -> Void) -> TypeObject {
      let made = vm.nativeType(name, module: "itertools", isBase: true) { (type, vm) in
        type.constant(vm, "__doc__", .object(vm.string(doc)))
        populate(type, vm)
      }
      made.showsModule = true
      module.constant(vm, name, .object(made))
      return made
    }
    type("count", "Numbers in equal steps: start, start+step, start+2*step, ...") { (type, vm) in
      type.specials(vm, [.iter, .next, .repr])
      type.method(vm, "__reduce__(self, /)", "Return state information for pickling.") { (vm, args) throws(Raised) in
        let parts = (args[0].asObject as? CountIterator)?.parts ?? []
        return .object(TupleObject.make(vm, [.object(vm.type(of: args[0])), .object(TupleObject.make(vm, parts))]))
      }
    }.new = { (vm, cls, args) throws(Raised) in
      try vm.bind(args, "count(start=0, step=1)") { (args) throws(Raised) in
        for k in 0..<2 where !args.slot(k).isInt && !args.slot(k).isFloat && !args.slot(k).isBool {
          guard args.slot(k).isObject, args.slot(k).kind != .str, args.slot(k).kind != .list, args.slot(k).kind != .tuple else {
            throw vm.typeError("a number is required")
          }
        }
        return .object(CountIterator(cls, args[0], args[1]))
      }
    }
    type("repeat", "One object again and again, or a number of times.") { (type, vm) in
      type.specials(vm, [.iter, .next, .repr])
      type.method(vm, "__length_hint__(self, /)", "How many items are left.") { (vm, args) throws(Raised) in
        guard let left = (args[0].asObject as? RepeatIterator)?.times else {
          throw vm.typeError("len() of unsized object")
        }
        return .int(left)
      }
      type.method(vm, "__reduce__(self, /)", "Return state information for pickling.") { (vm, args) throws(Raised) in
        let parts = (args[0].asObject as? RepeatIterator)?.parts ?? []
        return .object(TupleObject.make(vm, [.object(vm.type(of: args[0])), .object(TupleObject.make(vm, parts))]))
      }
    }.new = { (vm, cls, args) throws(Raised) in
      try vm.bind(args, "repeat(object, times=...)") { (args) throws(Raised) in
        .object(RepeatIterator(cls, args[0], args.has(1) ? try vm.index(args[1]) : nil))
      }
    }
    type("chain", "The items of one iterable after the other.") { (type, vm) in
      type.specials(vm, [.iter, .next])
      type.reducible(vm)
      type.classMethod(vm, "from_iterable(type, iterable, /)", "Alternative chain() constructor taking a single iterable.") {
        (vm, args) throws(Raised) in
        guard let cls = args[0].asType else { throw vm.typeError("from_iterable() needs a class") }
        return .object(ChainIterator(cls, try vm.iterator(args[1])))
      }
      type.genericClass(vm)
    }.new = { (vm, cls, args) throws(Raised) in
      if args.keywordNames != nil { throw vm.typeError("chain() takes no keyword arguments") }
      let all = TupleObject.make(vm, args.positional)
      return .object(ChainIterator(cls, try vm.iterator(.object(all))))
    }
    type("cycle", "The items of an iterable, for ever.") { (type, vm) in
      type.specials(vm, [.iter, .next])
      type.reducible(vm)
    }.new = { (vm, cls, args) throws(Raised) in
      try vm.bind(args, "cycle(iterable, /)") { (args) throws(Raised) in
        .object(CycleIterator(vm, cls, try vm.iterator(args[0])))
      }
    }
  }
}
