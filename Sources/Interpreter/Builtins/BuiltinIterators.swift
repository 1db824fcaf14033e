/// `enumerate`, `zip`, `map`, `filter`, `reversed`.
enum BuiltinIterators {
  static func install(_ vm: VM) {
    let t = vm.types
    for type in [t.enumerate, t.zip, t.map, t.filter, t.reversed, t.callableIterator, t.sequenceIterator] {
      type.populate = { (type, vm) in type.specials(vm, [.iter, .next]) }
    }
    t.enumerate.new = { (vm, cls, args) throws(Raised) in
      try vm.bind(args, "enumerate(iterable, start=0)") { (a) throws(Raised) in
        .object(EnumerateIterator(vm, try vm.iterator(a[0]), try vm.indexValue(a[1]), cls))
      }
    }
    t.zip.new = { (vm, cls, args) throws(Raised) in
      var strict = false
      for (name, value) in args.keywords {
        if name.string != "strict" { throw vm.typeError("zip() got an unexpected keyword argument '\(name.string)'") }
        strict = try vm.truth(value)
      }
      var sources: [Object] = []
      for (k, value) in args.positional.enumerated() {
        guard let it = try vm.iteratorOrNil(value) else {
          throw vm.typeError("zip argument #\(k + 1) must support iteration")
        }
        sources.append(it)
      }
      return .object(ZipIterator(vm, sources, strict: strict, cls))
    }
    t.map.new = { (vm, cls, args) throws(Raised) in
      guard args.positionalCount >= 2 else { throw vm.typeError("map() must have at least two arguments.") }
      let sources = try args.positional.dropFirst().map { (v) throws(Raised) in try vm.iterator(v) }
      return .object(MapIterator(vm, args[0], sources, cls))
    }
    t.filter.new = { (vm, cls, args) throws(Raised) in
      guard args.count == 2 else { throw vm.typeError("filter expected 2 arguments, got \(args.count)") }
      return .object(FilterIterator(vm, args[0], try vm.iterator(args[1]), cls))
    }
    t.reversed.new = { (vm, cls, args) throws(Raised) in
      guard args.count == 1 else { throw vm.typeError("reversed expected 1 argument, got \(args.count)") }
      let hook = vm.type(of: args[0]).lookup(vm, vm.specialNames[Int(Special.reversed.rawValue)])
      if hook.isNone { throw vm.typeError("'\(vm.type(of: args[0]).name)' object is not reversible") }
      if !hook.isUndefined { return try vm.call(try vm.bindDescriptor(hook, args[0], vm.type(of: args[0])), []) }
      guard case .object(let o) = args[0], o.hasHeapType ? !o.type.special(vm, .getitem).isUndefined : true,
        let n = try? vm.length(args[0]), o.kind != .dict, o.kind != .set
      else { throw vm.typeError("'\(vm.type(of: args[0]).name)' object is not reversible") }
      return .object(ReversedIterator(vm, o, n, cls))
    }
  }
}

/// `enumerate`.
final class EnumerateIterator: Object {
  private let source: Object
  private var position: Value
  init(_ vm: VM, _ source: Object, _ start: Value, _ type: TypeObject) {
    self.source = source
    position = start
    super.init(kind: .iterator, type: type)
  }
  override var isIterator: Bool { true }
  override func iterator(_ vm: VM) throws(Raised) -> Object? { self }
  override func next(_ vm: VM) throws(Raised) -> Value? {
    guard let item = try vm.next(source) else { return nil }
    let pair = TupleObject(vm, [position, item])
    if case .int(let i) = position, i < Int.max {
      position = .int(i &+ 1)
    } else {
      position = try vm.binary(.add, position, .int(1))
    }
    return .object(pair)
  }
}

/// `zip`.
final class ZipIterator: Object {
  private let sources: [Object]
  private let strict: Bool
  init(_ vm: VM, _ sources: [Object], strict: Bool, _ type: TypeObject) {
    self.sources = sources
    self.strict = strict
    super.init(kind: .iterator, type: type)
  }
  override var isIterator: Bool { true }
  override func iterator(_ vm: VM) throws(Raised) -> Object? { self }
  override func next(_ vm: VM) throws(Raised) -> Value? {
    if sources.isEmpty { return nil }
    var items: [Value] = []
    items.reserveCapacity(sources.count)
    for (k, source) in sources.enumerated() {
      guard let item = try vm.next(source) else {
        if strict { try checkEqualLength(vm, k) }
        return nil
      }
      items.append(item)
    }
    return .object(TupleObject(vm, items))
  }
  private func checkEqualLength(_ vm: VM, _ k: Int) throws(Raised) {
    if k > 0 {
      throw vm.valueError(
        "zip() argument \(k + 1) is shorter than argument\(k == 1 ? " 1" : "s 1-\(k)")")
    }
    for (j, source) in sources.enumerated().dropFirst() where try vm.next(source) != nil {
      throw vm.valueError("zip() argument \(j + 1) is longer than argument\(j == 1 ? " 1" : "s 1-\(j)")")
    }
  }
}

/// `map`.
final class MapIterator: Object {
  private let function: Value
  private let sources: [Object]
  init(_ vm: VM, _ function: Value, _ sources: [Object], _ type: TypeObject) {
    self.function = function
    self.sources = sources
    super.init(kind: .iterator, type: type)
  }
  override var isIterator: Bool { true }
  override func iterator(_ vm: VM) throws(Raised) -> Object? { self }
  override func next(_ vm: VM) throws(Raised) -> Value? {
    try vm.enterNative()
    defer { vm.leaveNative() }
    var items: [Value] = []
    for source in sources {
      guard let item = try vm.next(source) else { return nil }
      items.append(item)
    }
    return try vm.call(function, items)
  }
}

/// `filter`.
final class FilterIterator: Object {
  private let function: Value
  private let source: Object
  init(_ vm: VM, _ function: Value, _ source: Object, _ type: TypeObject) {
    self.function = function
    self.source = source
    super.init(kind: .iterator, type: type)
  }
  override var isIterator: Bool { true }
  override func iterator(_ vm: VM) throws(Raised) -> Object? { self }
  override func next(_ vm: VM) throws(Raised) -> Value? {
    try vm.enterNative()
    defer { vm.leaveNative() }
    while let item = try vm.next(source) {
      if vm.pollFlag.pointee != 0 { try vm.checkInterrupt() }
      let keep = function.isNone ? item : try vm.call(function, [item])
      if try vm.truth(keep) { return item }
    }
    return nil
  }
}

/// `reversed` over a sequence.
final class ReversedIterator: Object {
  private var sequence: Object?
  private var position: Int
  init(_ vm: VM, _ sequence: Object, _ count: Int, _ type: TypeObject) {
    self.sequence = sequence
    position = count &- 1
    super.init(kind: .iterator, type: type)
  }
  override var isIterator: Bool { true }
  override func iterator(_ vm: VM) throws(Raised) -> Object? { self }
  override func next(_ vm: VM) throws(Raised) -> Value? {
    guard let sequence, position >= 0 else {
      self.sequence = nil
      return nil
    }
    do throws(Raised) {
      let item = try vm.getItem(.object(sequence), .int(position))
      position &-= 1
      return item
    } catch {
      let type = error.exception.type
      if type.isSubtype(of: vm.types.indexError) || type.isSubtype(of: vm.types.stopIteration) {
        self.sequence = nil
        return nil
      }
      throw error
    }
  }
}
