import Interpreter

/// What `functools.lru_cache` makes of a function: a callable that remembers results.
///
/// The dict of results is in the order of their use: one that is used again moves to the end.
final class CachedFunction: Object {
  private let function: Slot
  private let results: DictObject
  /// Most results kept; nil: all of them.
  private let limit: Int?
  private let isTyped: Bool
  /// Stands in keys between positional arguments and keywords.
  private let mark: Object
  /// The class of what `cache_info()` gives.
  private let info: Slot
  private var hits = 0
  private var misses = 0
  /// No result lies before this place of the dict.
  private var first = 0

  init(_ vm: VM, _ type: TypeObject, _ function: Value, limit: Int?, isTyped: Bool, info: Value) {
    self.function = function.owned
    results = DictObject(vm)
    self.limit = limit
    self.isTyped = isTyped
    mark = TupleObject.make(vm, [.int(0)])
    self.info = info.owned
    super.init(kind: .native, type: type, tracked: true)
  }
  deinit {
    function.release()
    info.release()
  }

  override var isCallable: Bool { true }
  override func descriptorGet(_ vm: VM, _ instance: Value?, _ owner: TypeObject) throws(Raised) -> Value? {
    guard let instance else { return .object(self) }
    return .object(BoundMethod(vm, function: .object(self), receiver: instance, isPlain: true))
  }

  override func call(_ vm: VM, _ arguments: Arguments) throws(Raised) -> Value {
    if limit == 0 {
      misses &+= 1
      return try vm.call(function, arguments)
    }
    let key = try key(vm, arguments)
    let slot = key.borrowed
    let hash = try vm.hash(slot)
    let found = try results.find(vm, slot, hash: hash)
    if found >= 0 {
      hits &+= 1
      let value = results.entries[found].value.value
      if limit != nil && found != results.used &- 1 { moveToEnd(found, hash) }
      return value
    }
    misses &+= 1
    let value = try vm.call(function, arguments)
    // The call may have come to the same result.
    if try results.find(vm, slot, hash: hash) >= 0 { return value }
    if let limit, results.count >= limit { dropOldest() }
    add(key.owned, hash, value.owned)
    return value
  }

  /// An int or a text alone is its own key; otherwise a tuple, with a mark before keywords and types at the end.
  private func key(_ vm: VM, _ arguments: Arguments) throws(Raised) -> Value {
    if arguments.keywordNames == nil && !isTyped {
      let only = arguments.count == 1 ? arguments.slot(0) : .undefined
      if only.isInt || only.isKind(.str) && !only.object.hasHeapType { return only.value }
      return .object(TupleObject.make(vm, copying: arguments.base, count: arguments.count))
    }
    let (positional, named) = (arguments.positionalCount, arguments.keywordNames?.count ?? 0)
    let most = arguments.count &* 2 &+ named &+ 1
    return withUnsafeTemporaryAllocation(of: Slot.self, capacity: most) { parts in
      // Borrowed: the tuple counts what it copies.
      var count = 0
      func add(_ slot: Slot) {
        parts[count] = slot
        count &+= 1
      }
      for k in 0..<positional { add(arguments.slot(k)) }
      if let names = arguments.keywordNames {
        add(.borrowed(mark))
        for k in 0..<named {
          add(names.items[k])
          add(arguments.slot(positional &+ k))
        }
      }
      if isTyped { for k in 0..<arguments.count { add(.borrowed(vm.type(of: arguments.slot(k)))) } }
      guard let start = parts.baseAddress else { return .object(vm.emptyTuple) }
      return .object(TupleObject.make(vm, copying: start, count: count))
    }
  }

  private func moveToEnd(_ place: Int, _ hash: Int) {
    let key = results.entries[place].key
    key.retain()
    let value = results.removeEntry(place)
    add(key, hash, value)
  }

  /// Adds an owned key and value.
  private func add(_ key: Slot, _ hash: Int, _ value: Slot) {
    let used = results.used
    results.insert(hash: hash, key: key, value: value)
    // The dict has moved its entries together.
    if results.used != used &+ 1 { first = 0 }
  }

  private func dropOldest() {
    let place = results.nextEntry(first)
    if place < 0 { return }
    first = place &+ 1
    let old = results.removeEntry(place)
    old.release()
    if results.used < first { first = 0 }
  }

  func information(_ vm: VM) throws(Raised) -> Value {
    try vm.call(info.value, [.int(hits), .int(misses), limit.map { .int($0) } ?? .none, .int(results.count)])
  }
  func clear() {
    (hits, misses, first) = (0, 0, 0)
    results.removeAll()
  }

  override func traverse(_ visit: (Slot) -> Void) {
    visit(function)
    visit(info)
    visit(.held(results))
    visit(.held(mark))
  }
  override func clearReferences() { results.removeAll() }
}

/// What `functools.cmp_to_key` makes: without an object it makes keys, with one it is a key.
final class ComparisonKey: Object {
  private let function: Slot
  private(set) var object: Slot

  init(_ type: TypeObject, _ function: Slot, _ object: Slot) {
    function.retain()
    object.retain()
    self.function = function
    self.object = object
    super.init(kind: .native, type: type, tracked: true)
  }
  deinit {
    function.release()
    object.release()
  }

  /// Sets the object.
  func set(_ new: Value) {
    let old = object
    object = new.owned
    old.release()
  }

  override var isCallable: Bool { true }
  override func call(_ vm: VM, _ arguments: Arguments) throws(Raised) -> Value {
    if arguments.count == 1 && arguments.keywordNames == nil {
      return .object(ComparisonKey(type, function, arguments.slot(0)))
    }
    return try vm.bind(arguments, "K(obj)") { (args) throws(Raised) in
      .object(ComparisonKey(type, function, args.slot(0)))
    }
  }
  override func compare(_ vm: VM, _ comparison: Comparison, _ other: Value) throws(Raised) -> Value? {
    guard let second = other.native(ComparisonKey.self) else {
      throw vm.typeError("other argument must be K instance")
    }
    if object.isUndefined || second.object.isUndefined { throw vm.attributeError("object") }
    let start = try vm.reserveStack(2)
    defer { vm.releaseStack(start, count: 2) }
    start[0] = object
    start[1] = second.object
    start[0].retain()
    start[1].retain()
    let order = try vm.call(function, Arguments(base: start, count: 2))
    return try vm.compare(comparison, order, .int(0))
  }
  override func hash(_ vm: VM) throws(Raised) -> Int {
    throw vm.typeError("unhashable type: 'functools.KeyWrapper'")
  }
  override func traverse(_ visit: (Slot) -> Void) {
    visit(function)
    visit(object)
  }
}

extension FunctoolsModule {
  /// Declares the functions that make the objects of this file.
  static func declareCaches(_ vm: VM, _ module: ModuleObject) {
    let wrapper = vm.nativeType("_lru_cache_wrapper", module: "functools") { (type, vm) in
      type.specials(vm, [.call, .get])
      type.constant(vm, "__doc__", .object(vm.string("Create a cached callable that wraps another function.")))
      type.method(vm, "cache_info(self, /)", "Report cache statistics") { (vm, args) throws(Raised) in
        guard let me = args[0].native(CachedFunction.self) else { return .none }
        return try me.information(vm)
      }
      type.method(vm, "cache_clear(self, /)", "Clear the cache and cache statistics") { (_, args) in
        if let me = args[0].native(CachedFunction.self) { me.clear() }
        return .none
      }
      type.method(vm, "__reduce__(self, /)", "The name under which it is found again.") { (vm, args) throws(Raised) in
        try vm.getAttr(args[0], "__qualname__")
      }
      type.method(vm, "__copy__(self, /)", "Itself.") { (_, args) in args[0] }
      type.method(vm, "__deepcopy__(self, memo, /)", "Itself.") { (_, args) in args[0] }
    }
    wrapper.hasAttributes = true
    wrapper.showsModule = true
    module.function(vm, "cached(function, maxsize, typed, info, /)", "A function that remembers results.") {
      (vm, args) throws(Raised) in
      let limit: Int? = args[1].isNone ? nil : try vm.index(args[1])
      let typed = try vm.truth(args[2])
      return .object(CachedFunction(vm, wrapper, args[0], limit: limit, isTyped: typed, info: args[3]))
    }
    let key = vm.nativeType("KeyWrapper", module: "functools") { (type, vm) in
      type.specials(vm, [.call, .lt, .le, .eq, .ne, .gt, .ge])
      type.unhashable(vm)
      type.attribute(
        vm, "obj", "Value wrapped by a key function.",
        get: { (vm, value) throws(Raised) in
          guard let me = value.native(ComparisonKey.self), !me.object.isUndefined else {
            throw vm.attributeError("object")
          }
          return me.object.value
        },
        set: { (vm, value, new) throws(Raised) in
          if let me = value.native(ComparisonKey.self), let new { me.set(new) }
        })
    }
    key.showsModule = true
    module.function(vm, "cmp_to_key(mycmp)", "Convert a cmp= function into a key= function.") { (_, args) in
      .object(ComparisonKey(key, args.slot(0), .undefined))
    }
  }
}
