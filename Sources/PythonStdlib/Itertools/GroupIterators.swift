import Interpreter

/// `groupby`: keys with the runs of items that have them.
final class GroupByIterator: NativeIterator, Reducible {
  private let source: Slot
  private let function: Slot
  private var target = Slot.undefined
  private(set) var currentKey = Slot.undefined
  private var currentItem = Slot.undefined
  /// Number of the group that may still give items.
  fileprivate(set) var group = 0
  private let groupType: TypeObject

  init(_ type: TypeObject, _ groupType: TypeObject, _ source: Object, _ function: Value) {
    self.source = .owned(source)
    self.function = function.owned
    self.groupType = groupType
    super.init(kind: .native, type: type, tracked: true)
  }
  deinit {
    source.release()
    function.release()
    target.release()
    currentKey.release()
    currentItem.release()
  }

  /// Reads the next item and its key; false at the end.
  private func advance(_ vm: VM) throws(Raised) -> Bool {
    let item = try vm.step(source)
    if item.isUndefined { return false }
    let key: Slot
    if function.isNone {
      item.retain()
      key = item
    } else {
      do throws(Raised) { key = try vm.callOne(function, item) } catch {
        item.release()
        throw error
      }
    }
    let (oldItem, oldKey) = (currentItem, currentKey)
    currentItem = item
    currentKey = key
    oldItem.release()
    oldKey.release()
    return true
  }

  /// Tells whether the current item belongs to the run whose key is `key`; both keys are kept while they are compared.
  private func isCurrent(_ vm: VM, _ key: Slot) throws(Raised) -> Bool {
    let current = currentKey
    current.retain()
    key.retain()
    defer {
      current.release()
      key.release()
    }
    return try vm.equalSlots(key, current)
  }

  override func stepSlot(_ vm: VM) throws(Raised) -> Slot {
    group &+= 1
    while true {
      if !currentKey.isUndefined {
        if target.isUndefined { break }
        if !(try isCurrent(vm, target)) { break }
      }
      if !(try advance(vm)) { return .undefined }
      if vm.interruptPending { try vm.checkInterrupt() }
    }
    let old = target
    target = currentKey
    target.retain()
    old.release()
    let made = Value.object(GroupIterator(groupType, self, group, target)).intoOwned()
    currentKey.retain()
    return Value.object(TupleObject.make(vm, pair: currentKey, made)).intoOwned()
  }

  /// The next item of a group, owned; undefined when its run has ended.
  fileprivate func stepGroup(_ vm: VM, _ number: Int, _ key: Slot) throws(Raised) -> Slot {
    if number != group { return .undefined }
    if currentItem.isUndefined {
      if !(try advance(vm)) { return .undefined }
      if number != group { return .undefined }
    }
    if !(try isCurrent(vm, key)) { return .undefined }
    let item = currentItem
    currentItem = .undefined
    return item
  }

  func reduced(_ vm: VM) throws(Raised) -> Value {
    let arguments = [source.value, function.value]
    if currentItem.isUndefined || currentKey.isUndefined || target.isUndefined {
      return vm.reduction(.object(type), arguments)
    }
    let state = TupleObject.make(vm, [currentItem.value, target.value, currentKey.value])
    return vm.reduction(.object(type), arguments, .object(state))
  }
  func restore(_ vm: VM, _ state: Value) throws(Raised) {
    guard let parts = state.asTuple else { throw vm.typeError("state is not a tuple") }
    if parts.count != 3 { throw vm.typeError("function takes exactly 3 arguments (\(parts.count) given)") }
    let old = [currentItem, target, currentKey]
    currentItem = parts[0].owned
    target = parts[1].owned
    currentKey = parts[2].owned
    for slot in old { slot.release() }
  }
  override func traverse(_ visit: (Slot) -> Void) {
    for slot in [source, function, target, currentKey, currentItem] { visit(slot) }
  }
}

/// The items of one run of `groupby`.
private final class GroupIterator: NativeIterator, Reducible {
  private let owner: Slot
  private let number: Int
  private let key: Slot

  init(_ type: TypeObject, _ owner: GroupByIterator, _ number: Int, _ key: Slot) {
    self.owner = .owned(owner)
    self.number = number
    key.retain()
    self.key = key
    super.init(kind: .native, type: type, tracked: true)
  }
  deinit {
    owner.release()
    key.release()
  }
  override func stepSlot(_ vm: VM) throws(Raised) -> Slot {
    try unsafeDowncast(owner.object, to: GroupByIterator.self).stepGroup(vm, number, key)
  }
  func reduced(_ vm: VM) throws(Raised) -> Value {
    if unsafeDowncast(owner.object, to: GroupByIterator.self).group != number {
      return try vm.reduction(builtin: "iter", [.object(vm.emptyTuple)])
    }
    return vm.reduction(.object(type), [owner.value, key.value])
  }
  override func traverse(_ visit: (Slot) -> Void) {
    visit(owner)
    visit(key)
  }
}

/// `zip_longest`: like `zip`, until the longest iterable ends.
final class LongestIterator: NativeIterator, Reducible {
  private var sources: [Slot]
  private var fill: Slot
  private var active: Int
  /// The tuple given last, which is filled again while nobody else holds it.
  private var result = Slot.undefined

  init(_ type: TypeObject, _ sources: [Object], _ fill: Value) {
    self.sources = sources.map { .owned($0) }
    self.fill = fill.owned
    active = sources.count
    super.init(kind: .native, type: type, tracked: true)
  }
  deinit {
    for source in sources { source.release() }
    fill.release()
    result.release()
  }
  override func stepSlot(_ vm: VM) throws(Raised) -> Slot {
    if active == 0 { return .undefined }
    let count = sources.count
    let row = try vm.reserveStack(count)
    for i in 0..<count {
      var item = Slot.undefined
      if !sources[i].isUndefined {
        do throws(Raised) { item = try vm.step(sources[i]) } catch {
          active = 0
          vm.releaseStack(row, count: count)
          throw error
        }
        if item.isUndefined {
          active &-= 1
          if active <= 0 {
            active = 0
            vm.releaseStack(row, count: count)
            return .undefined
          }
          let old = sources[i]
          sources[i] = .undefined
          old.release()
        }
      }
      if item.isUndefined {
        fill.retain()
        item = fill
      }
      row[i] = item
    }
    let made = ReusedPair.make(vm, &result, copying: row, count: count)
    vm.releaseStack(row, count: count)
    return made
  }
  func reduced(_ vm: VM) throws(Raised) -> Value {
    vm.reduction(
      .object(type), sources.map { $0.isUndefined ? .object(vm.emptyTuple) : $0.value }, fill.value)
  }
  func restore(_ vm: VM, _ state: Value) throws(Raised) {
    let old = fill
    fill = state.owned
    old.release()
  }
  override func traverse(_ visit: (Slot) -> Void) {
    for source in sources { visit(source) }
    visit(fill)
    visit(result)
  }
}

/// `compress`: items whose selector is true.
final class CompressIterator: NativeIterator, Reducible {
  private let data: Slot
  private let selectors: Slot

  init(_ type: TypeObject, _ data: Object, _ selectors: Object) {
    self.data = .owned(data)
    self.selectors = .owned(selectors)
    super.init(kind: .native, type: type, tracked: true)
  }
  deinit {
    data.release()
    selectors.release()
  }
  override func stepSlot(_ vm: VM) throws(Raised) -> Slot {
    while true {
      let item = try vm.step(data)
      if item.isUndefined { return item }
      do throws(Raised) {
        let selector = try vm.step(selectors)
        if selector.isUndefined {
          item.release()
          return .undefined
        }
        defer { selector.release() }
        if try vm.truth(selector) { return item }
      } catch {
        item.release()
        throw error
      }
      item.release()
      if vm.interruptPending { try vm.checkInterrupt() }
    }
  }
  func reduced(_ vm: VM) throws(Raised) -> Value { vm.reduction(.object(type), [data.value, selectors.value]) }
  override func traverse(_ visit: (Slot) -> Void) {
    visit(data)
    visit(selectors)
  }
}

/// Items that the iterators of a `tee` share: a part of the source, and the part behind it.
private final class TeePart: Object {
  let source: Slot
  let items: UnsafeMutablePointer<Slot>
  var count = 0
  /// The next part once there is one.
  var next = Slot.undefined
  var isRunning = false
  static var size: Int { 64 }

  init(_ vm: VM, _ source: Slot) {
    source.retain()
    self.source = source
    items = .allocate(capacity: TeePart.size)
    super.init(kind: .native, type: vm.types.object, tracked: true)
  }
  deinit {
    for k in 0..<count { items[k].release() }
    items.deallocate()
    // A long chain of parts dies one by one.
    next.release()
    source.release()
  }
  override func traverse(_ visit: (Slot) -> Void) {
    visit(source)
    visit(next)
    for k in 0..<count { visit(items[k]) }
  }
}

/// One of the iterators that `tee` makes.
final class TeeIterator: NativeIterator, Reducible {
  private var part: Slot
  private var place: Int

  init(_ vm: VM, _ type: TypeObject, _ source: Object) {
    part = .owned(TeePart(vm, .borrowed(source)))
    place = 0
    super.init(kind: .native, type: type, tracked: true)
  }
  /// Another iterator from the same place on.
  init(_ other: TeeIterator) {
    part = other.part
    part.retain()
    place = other.place
    super.init(kind: .native, type: other.type, tracked: true)
  }
  deinit { part.release() }

  override func stepSlot(_ vm: VM) throws(Raised) -> Slot {
    var held = unsafeDowncast(part.object, to: TeePart.self)
    if place >= TeePart.size {
      if held.next.isUndefined { held.next = .owned(TeePart(vm, held.source)) }
      let (old, next) = (part, held.next)
      next.retain()
      part = next
      place = 0
      old.release()
      held = unsafeDowncast(part.object, to: TeePart.self)
    }
    if place >= held.count {
      if held.isRunning { throw vm.runtimeError("cannot re-enter the tee iterator") }
      held.isRunning = true
      defer { held.isRunning = false }
      let item = try vm.step(held.source)
      if item.isUndefined { return item }
      held.items[held.count] = item
      held.count &+= 1
    }
    let item = held.items[place]
    place &+= 1
    item.retain()
    return item
  }
  func reduced(_ vm: VM) throws(Raised) -> Value {
    var waiting: [Value] = []
    var (current, at) = (unsafeDowncast(part.object, to: TeePart.self), place)
    while true {
      if at < current.count { waiting += (at..<current.count).map { current.items[$0].value } }
      if current.next.isUndefined { break }
      (current, at) = (unsafeDowncast(current.next.object, to: TeePart.self), 0)
    }
    let module = try vm.importModule("_itertools", fromList: .object(vm.emptyTuple))
    let rest = try vm.call(
      try vm.getAttr(module, "chain"), [.object(ListObject.make(vm, waiting)), current.source.value])
    return vm.reduction(.object(type), [rest])
  }
  override func traverse(_ visit: (Slot) -> Void) { visit(part) }
}

extension ItertoolsModule {
  /// Declares `groupby`, `zip_longest`, `compress`, `batched` and `tee`.
  static func declareGroups(_ vm: VM, _ module: ModuleObject) {
    func type(_ name: String, _ doc: String, _ new: TypeObject.New?) -> TypeObject {
      let made = vm.nativeType(name, module: "itertools", isBase: true) { (type, vm) in
        type.specials(vm, [.iter, .next])
        type.reducible(vm)
        type.constant(vm, "__doc__", .object(vm.string(doc)))
      }
      made.showsModule = true
      made.new = new
      module.constant(vm, name, .object(made))
      return made
    }
    let group = type("_grouper", "Items with the same key.", nil)
    group.new = { (vm, cls, args) throws(Raised) in
      try vm.bind(args, "_grouper(parent, key, /)") { (args) throws(Raised) in
        guard let parent = args[0].native(GroupByIterator.self) else {
          throw vm.typeError("_grouper() argument 1 must be itertools.groupby, not \(vm.type(of: args[0]).name)")
        }
        return .object(GroupIterator(cls, parent, parent.group, args[1].borrowed))
      }
    }
    _ = type("groupby", "Keys with the runs of items that have them.") { (vm, cls, args) throws(Raised) in
      try vm.bind(args, "groupby(iterable, key=None)") { (args) throws(Raised) in
        .object(GroupByIterator(cls, group, try vm.iterator(args[0]), args[1]))
      }
    }
    _ = type("zip_longest", "Like zip, until the longest iterable ends.") { (vm, cls, args) throws(Raised) in
      try vm.bind(args, "zip_longest(*iterables, fillvalue=None)") { (args) throws(Raised) in
        var sources: [Object] = []
        for value in args[0].asTuple?.values ?? [] { sources.append(try vm.iterator(value)) }
        return .object(LongestIterator(cls, sources, args[1]))
      }
    }
    _ = type("compress", "Items of data whose selector is true.") { (vm, cls, args) throws(Raised) in
      try vm.bind(args, "compress(data, selectors)") { (args) throws(Raised) in
        .object(CompressIterator(cls, try vm.iterator(args[0]), try vm.iterator(args[1])))
      }
    }
    _ = type("batched", "Tuples of n items each; the last may be shorter.") { (vm, cls, args) throws(Raised) in
      try vm.bind(args, "batched(iterable, n)") { (args) throws(Raised) in
        let size = try vm.index(args[1])
        if size < 1 { throw vm.valueError("n must be at least one") }
        return .object(BatchedIterator(cls, try vm.iterator(args[0]), size))
      }
    }
    let tee = vm.nativeType("_tee", module: "itertools") { (type, vm) in
      type.specials(vm, [.iter, .next])
      type.reducible(vm)
      type.constant(vm, "__doc__", .object(vm.string("Iterator wrapped to make it copyable.")))
      type.method(vm, "__copy__(self, /)", "Another iterator from the same place on.") { (_, args) in
        guard let me = args[0].native(TeeIterator.self) else { return .none }
        return .object(TeeIterator(me))
      }
    }
    func teed(_ vm: VM, _ source: Value) throws(Raised) -> TeeIterator {
      let iterator = try vm.iterator(source)
      if let known = iterator as? TeeIterator { return TeeIterator(known) }
      return TeeIterator(vm, tee, iterator)
    }
    tee.new = { (vm, cls, args) throws(Raised) in
      try vm.bind(args, "_tee(iterable, /)") { (args) throws(Raised) in .object(try teed(vm, args[0])) }
    }
    module.constant(vm, "_tee", .object(tee))
    module.function(vm, "tee(iterable, n=2, /)", "n independent iterators over one iterable.") {
      (vm, args) throws(Raised) in
      let n = try vm.index(args[1])
      if n < 0 { throw vm.valueError("n must be >= 0") }
      if n == 0 { return .object(vm.emptyTuple) }
      if !Memory.mayHold(n.multipliedReportingOverflow(by: 128).overflow ? Int.max : n &* 128) { throw vm.memoryError() }
      var made: [Value] = []
      let iterator = try vm.iterator(args[0])
      if !(iterator is TeeIterator), let copy = try vm.getAttrOrNil(.object(iterator), vm.intern("__copy__")) {
        made.append(.object(iterator))
        for _ in 1..<n { made.append(try vm.call(copy, [])) }
      } else {
        let first = try teed(vm, .object(iterator))
        made.append(.object(first))
        for _ in 1..<n { made.append(.object(TeeIterator(first))) }
      }
      return .object(TupleObject.make(vm, made))
    }
  }
}
