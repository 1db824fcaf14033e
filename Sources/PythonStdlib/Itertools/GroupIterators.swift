import Interpreter

/// `groupby`: runs of items with equal keys.
final class GroupByIterator: Object, Reducible {
  fileprivate let source: Slot
  fileprivate let function: Slot
  /// The item that was read last, until a group gives it; its key; the key of the group that began last.
  fileprivate var item: Value?
  fileprivate var key: Value?
  private var target: Value?
  /// The number of the group that may still give items.
  fileprivate var generation = 0

  init(_ type: TypeObject, _ source: Object, _ function: Value) {
    self.source = .owned(source)
    self.function = function.owned
    super.init(kind: .native, type: type, tracked: true)
  }
  deinit {
    source.release()
    function.release()
  }

  /// Reads an item and its key; false at the end.
  fileprivate func advance(_ vm: VM) throws(Raised) -> Bool {
    guard let read = vm.taken(try vm.step(source)) else { return false }
    key = function.isNone ? read : try vm.call(function, [read])
    item = read
    return true
  }

  override var isIterator: Bool { true }
  override func iterator(_ vm: VM) throws(Raised) -> Object? { self }
  override func next(_ vm: VM) throws(Raised) -> Value? {
    generation &+= 1
    while true {
      if let key {
        guard let target else { break }
        if !(try vm.equal(target, key)) { break }
      }
      if !(try advance(vm)) { return nil }
      if vm.interruptPending { try vm.checkInterrupt() }
    }
    guard let key else { return nil }
    target = key
    return .object(TupleObject.make(vm, [key, .object(GroupIterator(vm, self, key))]))
  }
  func reduced(_ vm: VM) throws(Raised) -> Value {
    let arguments = [source.value, function.value]
    guard let item, let key, let target else { return vm.reduction(.object(type), arguments) }
    return vm.reduction(.object(type), arguments, .object(TupleObject.make(vm, [item, target, key])))
  }
  func restore(_ vm: VM, _ state: Value) throws(Raised) {
    guard let parts = state.asTuple else { throw vm.typeError("state is not a tuple") }
    if parts.count != 3 { throw vm.typeError("function takes exactly 3 arguments (\(parts.count) given)") }
    (item, target, key) = (parts[0], parts[1], parts[2])
  }
  override func traverse(_ visit: (Slot) -> Void) {
    visit(source)
    visit(function)
    for value in [item, key, target] { if let value { visit(.held(value)) } }
  }
}

/// The items of one group of `groupby`.
final class GroupIterator: Object, Reducible {
  private let parent: GroupByIterator
  private let key: Value
  private let generation: Int

  init(_ vm: VM, _ parent: GroupByIterator, _ key: Value) {
    self.parent = parent
    self.key = key
    generation = parent.generation
    super.init(kind: .native, type: ItertoolsModule.type(vm, "_grouper"), tracked: true)
  }
  override var isIterator: Bool { true }
  override func iterator(_ vm: VM) throws(Raised) -> Object? { self }
  override func next(_ vm: VM) throws(Raised) -> Value? {
    if parent.generation != generation { return nil }
    if parent.item == nil, !(try parent.advance(vm)) { return nil }
    guard let other = parent.key, try vm.equal(key, other) else { return nil }
    defer { parent.item = nil }
    return parent.item
  }
  func reduced(_ vm: VM) throws(Raised) -> Value {
    if parent.generation != generation { return vm.reduction(builtin: "iter", [.object(vm.emptyTuple)]) }
    return vm.reduction(.object(type), [.object(parent), key])
  }
  override func traverse(_ visit: (Slot) -> Void) {
    visit(.held(parent))
    visit(.held(key))
  }
}

/// `compress`: the items whose selector is true.
final class CompressIterator: Object, Reducible {
  private let data, selectors: Slot

  init(_ type: TypeObject, _ data: Object, _ selectors: Object) {
    self.data = .owned(data)
    self.selectors = .owned(selectors)
    super.init(kind: .native, type: type, tracked: true)
  }
  deinit {
    data.release()
    selectors.release()
  }
  override var isIterator: Bool { true }
  override func iterator(_ vm: VM) throws(Raised) -> Object? { self }
  override func next(_ vm: VM) throws(Raised) -> Value? {
    while let item = vm.taken(try vm.step(data)), let selector = vm.taken(try vm.step(selectors)) {
      if try vm.truth(selector) { return item }
      if vm.interruptPending { try vm.checkInterrupt() }
    }
    return nil
  }
  func reduced(_ vm: VM) throws(Raised) -> Value { vm.reduction(.object(type), [data.value, selectors.value]) }
  override func traverse(_ visit: (Slot) -> Void) {
    visit(data)
    visit(selectors)
  }
}

/// `zip_longest`: rows until the longest iterable ends.
final class LongestIterator: Object, Reducible {
  /// The iterators; nil for one that ended.
  private var sources: [Value?]
  private var active: Int
  private var fill: Value

  init(_ type: TypeObject, _ sources: [Value], fill: Value) {
    self.sources = sources
    active = sources.count
    self.fill = fill
    super.init(kind: .native, type: type, tracked: true)
  }
  override var isIterator: Bool { true }
  override func iterator(_ vm: VM) throws(Raised) -> Object? { self }
  override func next(_ vm: VM) throws(Raised) -> Value? {
    if active == 0 { return nil }
    var row: [Value] = []
    row.reserveCapacity(sources.count)
    for index in sources.indices {
      guard let source = sources[index] else {
        row.append(fill)
        continue
      }
      let item: Value?
      do throws(Raised) { item = vm.taken(try vm.step(source.borrowed)) } catch {
        active = 0
        throw error
      }
      if let item {
        row.append(item)
        continue
      }
      active &-= 1
      if active <= 0 { return nil }
      sources[index] = nil
      row.append(fill)
    }
    return .object(TupleObject.make(vm, row))
  }
  func reduced(_ vm: VM) throws(Raised) -> Value {
    vm.reduction(.object(type), sources.map { $0 ?? .object(vm.emptyTuple) }, fill)
  }
  func restore(_ vm: VM, _ state: Value) throws(Raised) { fill = state }
  override func traverse(_ visit: (Slot) -> Void) {
    for source in sources { if let source { visit(.held(source)) } }
    visit(.held(fill))
  }
}

/// `batched`: tuples of n items.
final class BatchedIterator: Object {
  private let source: Slot
  private let size: Int
  private var ended = false

  init(_ type: TypeObject, _ source: Object, _ size: Int) {
    self.source = .owned(source)
    self.size = size
    super.init(kind: .native, type: type, tracked: true)
  }
  deinit { source.release() }
  override var isIterator: Bool { true }
  override func iterator(_ vm: VM) throws(Raised) -> Object? { self }
  override func next(_ vm: VM) throws(Raised) -> Value? {
    if ended { return nil }
    var batch: [Value] = []
    while batch.count < size {
      guard let item = vm.taken(try vm.step(source)) else {
        ended = true
        break
      }
      batch.append(item)
      if vm.interruptPending { try vm.checkInterrupt() }
    }
    return batch.isEmpty ? nil : .object(TupleObject.make(vm, batch))
  }
  override func traverse(_ visit: (Slot) -> Void) { visit(source) }
}

extension ItertoolsModule {
  /// A type of this module that has no name in `itertools`.
  static func type(_ vm: VM, _ name: String) -> TypeObject {
    guard let module = try? vm.importModule("_itertools", fromList: .object(vm.emptyTuple)),
      let type = (try? vm.getAttr(module, name))?.asType
    else { return vm.types.object }
    return type
  }

  /// Declares the iterators of this file and `tee`.
  static func declareGroups(_ vm: VM, _ module: ModuleObject) {
    func type(_ name: String, _ doc: String, _ new: @escaping TypeObject.New) {
      let made = vm.nativeType(name, module: "itertools", isBase: true) { (type, vm) in
        type.specials(vm, [.iter, .next])
        type.reducible(vm)
        type.constant(vm, "__doc__", .object(vm.string(doc)))
      }
      made.new = new
      module.constant(vm, name, .object(made))
    }
    type("groupby", "(key, group) for runs of items with equal keys.") { (vm, cls, args) throws(Raised) in
      try vm.bind(args, "groupby(iterable, key=None)") { (args) throws(Raised) in
        .object(GroupByIterator(cls, try vm.iterator(args[0]), args[1]))
      }
    }
    type("_grouper", "The items of one group.") { (vm, cls, args) throws(Raised) in
      try vm.bind(args, "_grouper(parent, key, /)") { (args) throws(Raised) in
        guard case .object(let o) = args[0], let parent = o as? GroupByIterator else {
          throw vm.typeError("_grouper() argument 1 must be itertools.groupby, not \(vm.type(of: args[0]).name)")
        }
        return .object(GroupIterator(vm, parent, args[1]))
      }
    }
    type("compress", "Items of data whose selector is true.") { (vm, cls, args) throws(Raised) in
      try vm.bind(args, "compress(data, selectors)") { (args) throws(Raised) in
        .object(CompressIterator(cls, try vm.iterator(args[0]), try vm.iterator(args[1])))
      }
    }
    type("zip_longest", "Like zip, until the longest iterable ends.") { (vm, cls, args) throws(Raised) in
      var fill = Value.none
      for (name, value) in args.keywords {
        if name.string != "fillvalue" { throw vm.typeError("zip_longest() got an unexpected keyword argument") }
        fill = value
      }
      var sources: [Value] = []
      for value in args.positional { sources.append(.object(try vm.iterator(value))) }
      return .object(LongestIterator(cls, sources, fill: fill))
    }
    type("batched", "Tuples of n items each; the last may be shorter.") { (vm, cls, args) throws(Raised) in
      try vm.bind(args, "batched(iterable, n)") { (args) throws(Raised) in
        let size = try vm.index(args[1])
        if size < 1 { throw vm.valueError("n must be at least one") }
        return .object(BatchedIterator(cls, try vm.iterator(args[0]), size))
      }
    }
    declareTee(vm, module)
  }
}
