// The iterator types `enumerate`, `zip`, `map`, `filter`, `reversed` and the two-argument form of `iter`.

extension VM {
  /// The next item of an iterator as an owned slot; undefined at the end.
  @inline(__always)
  package func step(_ iterator: Slot) throws(Raised) -> Slot {
    switch iterator.kind {
    case .listIterator:
      return Unmanaged<ListIterator>.fromOpaque(iterator.pointer)._withUnsafeGuaranteedRef { $0.step1() }
    case .rangeIterator:
      return Unmanaged<RangeIterator>.fromOpaque(iterator.pointer)._withUnsafeGuaranteedRef { $0.step1() }
    case .strIterator:
      return Unmanaged<StrIterator>.fromOpaque(iterator.pointer)._withUnsafeGuaranteedRef { $0.step1(self) }
    case .tupleIterator:
      return Unmanaged<TupleIterator>.fromOpaque(iterator.pointer)._withUnsafeGuaranteedRef { $0.step1() }
    case .dictIterator:
      let next = DictIterator.stepQuickly(iterator.pointer)
      return next.isUndefined ? try stepSlow(iterator) : next
    case .generator: return try resumeSlot(unsafeBitCast(iterator.pointer, to: GeneratorObject.self), sending: .none)
    default: return try stepSlow(iterator)
    }
  }
  /// The next item of an iterator that the switch above does not know.
  @inline(never)
  func stepSlow(_ iterator: Slot) throws(Raised) -> Slot {
    // The machine's own count is moved, which costs a fifth of Swift's: what runs may drop the iterator.
    iterator.retain()
    defer { iterator.release() }
    return try stepHeldSlow(iterator)
  }
  /// The next item of an iterator that a register holds meanwhile.
  @inline(__always)
  func stepHeld(_ iterator: Slot) throws(Raised) -> Slot {
    switch iterator.kind {
    case .iterator, .native: return try stepHeldSlow(iterator)
    default: return try step(iterator)
    }
  }
  @inline(never)
  private func stepHeldSlow(_ iterator: Slot) throws(Raised) -> Slot {
    let object = Unmanaged<Object>.fromOpaque(iterator.pointer)
    if object._withUnsafeGuaranteedRef({ $0.hasHeapType }) {
      return try next(iterator.object)?.intoOwned() ?? .undefined
    }
    // No count need move. (The method below cannot pass a typed error on.)
    var failure: Raised?
    let item = object._withUnsafeGuaranteedRef { object -> Slot in
      do throws(Raised) {
        return try object.stepSlot(self)
      } catch {
        failure = error
        return .undefined
      }
    }
    if let failure { throw failure }
    return item
  }
}

/// `enumerate(iterable, start=0)`.
final class EnumerateObject: NativeIterator {
  let source: Slot
  private var number: Int
  /// The number once it leaves 64 bits.
  private var bigNumber: Value?
  private var pair = Slot.undefined

  /// Takes over an iterator.
  init(_ vm: VM, owned source: Slot, start: Value, type: TypeObject) {
    self.source = source
    number = start.asInt ?? 0
    bigNumber = start.asInt == nil ? start : nil
    super.init(kind: .iterator, type: type, tracked: true)
  }
  deinit {
    source.release()
    pair.release()
  }
  /// The next number while it and its successor have 64 bits.
  var smallNumber: Int? { bigNumber == nil && number < Int.max ? number : nil }
  /// Counts one item whose number was small.
  func advance() { number &+= 1 }
  /// The number of the next item.
  var nextNumber: Value { bigNumber ?? .int(number) }
  override func stepSlot(_ vm: VM) throws(Raised) -> Slot {
    let item = try vm.step(source)
    if item.isUndefined { return item }
    var place = Slot.int(number)
    if bigNumber == nil {
      let (next, overflow) = number.addingReportingOverflow(1)
      if overflow { bigNumber = try vm.binary(.add, .int(number), .int(1)) }
      number = next
    } else if let big = bigNumber {
      place = big.owned
      bigNumber = try vm.binary(.add, big, .int(1))
    }
    return ReusedPair.make(vm, &pair, place, item)
  }
  override func traverse(_ visit: (Slot) -> Void) {
    visit(source)
    visit(pair)
  }

  static func make(_ vm: VM, _ cls: TypeObject, _ args: Arguments) throws(Raised) -> Value {
    if args.count == 1 && args.keywordNames == nil {
      return .object(EnumerateObject(vm, owned: try vm.iteratorSlot(args.slot(0)), start: .int(0), type: cls))
    }
    return try vm.bind(args, "enumerate(iterable, start=0)") { (args) throws(Raised) in
      let source = try vm.iterator(args[0])
      let start = try vm.indexValue(args[1])
      return .object(EnumerateObject(vm, owned: .owned(source), start: start, type: cls))
    }
  }
}

/// `zip(*iterables, strict=False)`.
final class ZipObject: NativeIterator {
  /// The iterators that items are taken from, owned; those of a plain `zip(a, b)` are `pair`.
  private let sources: [Slot]
  private let pair: (Slot, Slot)?
  private var strict: Bool
  private var result = Slot.undefined

  init(_ vm: VM, _ sources: [Object], strict: Bool, type: TypeObject) {
    self.sources = sources.map { .owned($0) }
    pair = nil
    self.strict = strict
    super.init(kind: .iterator, type: type, tracked: true)
  }
  /// Takes over two iterators.
  init(_ vm: VM, owned first: Slot, _ second: Slot, type: TypeObject) {
    sources = []
    pair = (first, second)
    strict = false
    super.init(kind: .iterator, type: type, tracked: true)
  }
  deinit {
    all.forEach { $0.release() }
    result.release()
  }
  /// The iterators in order.
  private var all: [Slot] { pair.map { [$0.0, $0.1] } ?? sources }
  /// Both sources of a plain `zip(a, b)`, borrowed.
  var pairSources: (Slot, Slot)? { strict ? nil : pair }
  /// What it was made of.
  var parts: ([Value], strict: Bool) { (all.map(\.value), strict) }
  /// Whether all sources must be of one length.
  func setStrict(_ value: Bool) { strict = value }
  override func stepSlot(_ vm: VM) throws(Raised) -> Slot {
    if let (first, second) = pairSources {
      let a = try vm.step(first)
      if a.isUndefined { return a }
      let b: Slot
      do {
        b = try vm.step(second)
      } catch {
        a.release()
        throw error
      }
      if b.isUndefined {
        a.release()
        return b
      }
      return ReusedPair.make(vm, &result, a, b)
    }
    let sources = pair == nil ? self.sources : all
    let n = sources.count
    if n == 0 { return .undefined }
    let start = try vm.reserveStack(n)
    defer { vm.releaseStack(start, count: n) }
    for i in 0..<n {
      start[i] = try vm.step(sources[i])
      if start[i].isUndefined {
        if strict { try checkEnd(vm, i, sources) }
        return .undefined
      }
    }
    return ReusedPair.make(vm, &result, copying: start, count: n)
  }
  private func checkEnd(_ vm: VM, _ ended: Int, _ sources: [Slot]) throws(Raised) {
    if ended > 0 {
      let others = ended == 1 ? "argument 1" : "arguments 1-\(ended)"
      throw vm.valueError("zip() argument \(ended + 1) is shorter than \(others)")
    }
    for i in 1..<max(1, sources.count) {
      let more = try vm.step(sources[i])
      if !more.isUndefined {
        more.release()
        let others = i == 1 ? "argument 1" : "arguments 1-\(i)"
        throw vm.valueError("zip() argument \(i + 1) is longer than \(others)")
      }
    }
  }
  override func traverse(_ visit: (Slot) -> Void) {
    all.forEach(visit)
    visit(result)
  }

  static func make(_ vm: VM, _ cls: TypeObject, _ args: Arguments) throws(Raised) -> Value {
    if args.keywordNames == nil && args.count == 2 {
      let first = try vm.iteratorSlot(args.slot(0))
      do throws(Raised) {
        return .object(ZipObject(vm, owned: first, try vm.iteratorSlot(args.slot(1)), type: cls))
      } catch {
        first.release()
        throw error
      }
    }
    var strict = false
    for (name, value) in args.keywords {
      if name.string != "strict" {
        throw vm.typeError("'\(name.string)' is an invalid keyword argument for zip()")
      }
      strict = try vm.truth(value)
    }
    var sources: [Object] = []
    for value in args.positional { sources.append(try vm.iterator(value)) }
    return .object(ZipObject(vm, sources, strict: strict, type: cls))
  }
}

/// `map(function, *iterables)`.
final class MapObject: NativeIterator {
  private let function: Slot
  private let sources: [Slot]
  /// The source when there is one alone.
  private let only: Slot?

  init(_ vm: VM, _ function: Value, _ sources: [Object], type: TypeObject) {
    self.function = function.owned
    self.sources = sources.map { .owned($0) }
    only = self.sources.count == 1 ? self.sources[0] : nil
    super.init(kind: .iterator, type: type, tracked: true)
  }
  deinit {
    function.release()
    for source in sources { source.release() }
  }
  /// What it was made of.
  var parts: [Value] { [function.value] + sources.map(\.value) }
  override func stepSlot(_ vm: VM) throws(Raised) -> Slot {
    try vm.enterNative(" while calling a Python object")
    defer { vm.leaveNative() }
    if let only {
      let item = try vm.step(only)
      if item.isUndefined { return item }
      defer { item.release() }
      return try vm.callOne(function, item)
    }
    let n = sources.count
    let start = try vm.reserveStack(n)
    defer { vm.releaseStack(start, count: n) }
    for i in 0..<n {
      start[i] = try vm.step(sources[i])
      if start[i].isUndefined { return .undefined }
    }
    return try vm.call(function, Arguments(base: start, count: n)).intoOwned()
  }
  override func traverse(_ visit: (Slot) -> Void) {
    visit(function)
    for source in sources { visit(source) }
  }

  static func make(_ vm: VM, _ cls: TypeObject, _ args: Arguments) throws(Raised) -> Value {
    if args.keywordNames != nil && cls === vm.types.map { throw vm.typeError("map() takes no keyword arguments") }
    if args.positionalCount < 2 { throw vm.typeError("map() must have at least two arguments.") }
    var sources: [Object] = []
    for i in 1..<args.positionalCount { sources.append(try vm.iterator(args[i])) }
    return .object(MapObject(vm, args[0], sources, type: cls))
  }
}

/// `filter(function, iterable)`.
final class FilterObject: NativeIterator {
  private let function: Slot
  private let source: Slot

  init(_ vm: VM, _ function: Value, _ source: Object, type: TypeObject) {
    self.function = function.owned
    self.source = .owned(source)
    super.init(kind: .iterator, type: type, tracked: true)
  }
  deinit {
    function.release()
    source.release()
  }
  /// What it was made of.
  var parts: [Value] { [function.value, source.value] }
  override func next(_ vm: VM) throws(Raised) -> Value? {
    try vm.enterNative(" while calling a Python object")
    defer { vm.leaveNative() }
    while true {
      let item = try vm.step(source)
      if item.isUndefined { return nil }
      let keep: Bool
      do throws(Raised) {
        if function.isNone {
          keep = try vm.truth(item)
        } else {
          let answer = try vm.callOne(function, item)
          defer { answer.release() }
          keep = try vm.truth(answer)
        }
      } catch {
        item.release()
        throw error
      }
      if keep { return vm.taken(item) }
      item.release()
      if vm.pollFlag.isSet { try vm.checkInterrupt() }
    }
  }
  override func traverse(_ visit: (Slot) -> Void) {
    visit(function)
    visit(source)
  }

  static func make(_ vm: VM, _ cls: TypeObject, _ args: Arguments) throws(Raised) -> Value {
    if args.keywordNames != nil && cls === vm.types.filter { throw vm.typeError("filter() takes no keyword arguments") }
    if args.positionalCount != 2 { throw vm.typeError("filter expected 2 arguments, got \(args.positionalCount)") }
    return .object(FilterObject(vm, args[0], try vm.iterator(args[1]), type: cls))
  }
}

/// `reversed(sequence)` of whatever has a length and items.
final class ReversedObject: NativeIterator, Reducible {
  private var sequence: Slot
  private var position: Int

  init(_ vm: VM, _ sequence: Value, count: Int, type: TypeObject) {
    self.sequence = sequence.owned
    position = count &- 1
    super.init(kind: .iterator, type: type, tracked: true)
  }
  deinit { sequence.release() }
  func reduced(_ vm: VM) throws(Raised) -> Value {
    if sequence.isUndefined { return vm.reduction(.object(type), [.object(vm.emptyTuple)]) }
    return vm.reduction(.object(type), [sequence.value], .int(position))
  }
  func restore(_ vm: VM, _ state: Value) throws(Raised) {
    guard !sequence.isUndefined else { return }
    position = try vm.restoredPlace(state, try vm.length(sequence.value) &- 1, from: -1)
  }
  /// How many items are left.
  var remaining: Int { sequence.isUndefined ? 0 : position &+ 1 }
  override func next(_ vm: VM) throws(Raised) -> Value? {
    if sequence.isUndefined { return nil }
    if position >= 0 {
      do {
        let item = try vm.getItem(sequence.value, .int(position))
        position &-= 1
        return item
      } catch {
        let type = error.exception.type
        if !type.isSubtype(of: vm.types.indexError) && !type.isSubtype(of: vm.types.stopIteration) { throw error }
      }
    }
    let old = sequence
    sequence = .undefined
    old.release()
    return nil
  }
  override func traverse(_ visit: (Slot) -> Void) { visit(sequence) }

  static func make(_ vm: VM, _ cls: TypeObject, _ args: Arguments) throws(Raised) -> Value {
    if args.count != 1 || args.keywordNames != nil {
      throw vm.typeError("reversed expected 1 argument, got \(args.count)")
    }
    guard case .object(let o) = args[0] else {
      throw vm.typeError("'\(vm.type(of: args[0]).name)' object is not reversible")
    }
    if !o.hasHeapType {
      if o.kind == .list { return .object(ListReverseIterator(vm, unsafeDowncast(o, to: ListObject.self))) }
      if o.kind == .range { return .object(try unsafeDowncast(o, to: RangeObject.self).reversed(vm)) }
    }
    let hook = o.type.lookup(vm, vm.specialNames[Int(Special.reversed.rawValue)])
    if hook.isNone { throw vm.typeError("'\(o.type.name)' object is not reversible") }
    if !hook.isUndefined { return try vm.call(try vm.bindDescriptor(hook, args[0], o.type), []) }
    let isSequence: Bool
    switch o.kind {
    case .dict, .set, .frozenset, .dictKeys, .dictValues, .dictItems, .mappingProxy, .generator, .iterator:
      isSequence = false
    default:
      isSequence =
        !o.type.lookup(vm, vm.specialNames[Int(Special.getitem.rawValue)]).isUndefined
        && !o.type.lookup(vm, vm.specialNames[Int(Special.len.rawValue)]).isUndefined
    }
    if !isSequence { throw vm.typeError("'\(o.type.name)' object is not reversible") }
    return .object(ReversedObject(vm, args[0], count: try vm.length(args[0]), type: cls))
  }
}

/// `iter(function, sentinel)`.
final class CallableIterator: NativeIterator, Reducible {
  private var function: Slot
  private let sentinel: Slot

  init(_ vm: VM, _ function: Value, sentinel: Value) {
    self.function = function.owned
    self.sentinel = sentinel.owned
    super.init(kind: .iterator, type: vm.types.callableIterator, tracked: true)
  }
  deinit {
    function.release()
    sentinel.release()
  }
  func reduced(_ vm: VM) throws(Raised) -> Value {
    if function.isUndefined { return try vm.reduction(builtin: "iter", [.object(vm.emptyTuple)]) }
    return try vm.reduction(builtin: "iter", [function.value, sentinel.value])
  }
  override func next(_ vm: VM) throws(Raised) -> Value? {
    if function.isUndefined { return nil }
    let item: Value
    do {
      item = try vm.call(function, [])
    } catch {
      if !error.exception.type.isSubtype(of: vm.types.stopIteration) { throw error }
      end()
      return nil
    }
    if try vm.equal(item, sentinel.value) {
      end()
      return nil
    }
    return item
  }
  private func end() {
    let old = function
    function = .undefined
    old.release()
  }
  override func traverse(_ visit: (Slot) -> Void) {
    visit(function)
    visit(sentinel)
  }
}

/// Registration of the iterator types.
enum IterationTools {
  static func install(_ vm: VM) {
    let t = vm.types
    t.enumerate.new = EnumerateObject.make
    t.zip.new = ZipObject.make
    t.map.new = MapObject.make
    t.filter.new = FilterObject.make
    t.reversed.new = ReversedObject.make
    for type in [t.enumerate, t.zip, t.map, t.filter, t.callableIterator, t.sequenceIterator] {
      type.populate = { (type, vm) in type.iteratorSpecials(vm) }
    }
    t.reversed.populate = { (type, vm) in
      type.iteratorSpecials(vm) { unsafeDowncast($0, to: ReversedObject.self).remaining }
    }
  }
}
