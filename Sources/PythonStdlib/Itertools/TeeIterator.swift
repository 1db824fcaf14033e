import Interpreter

/// What the iterators of one `tee` share.
private final class TeeSource {
  let iterator: Value
  var isReading = false

  init(_ iterator: Value) { self.iterator = iterator }
}

/// Items that were read from the source, in order. The iterators hold the chunk that they are at; those before it go.
private final class TeeChunk {
  static let capacity = 64
  var items: [Value] = []
  var next: TeeChunk?

  deinit {
    // A long chain must not end in deep recursion.
    var chunk = next
    next = nil
    while chunk != nil, isKnownUniquelyReferenced(&chunk) {
      let following = chunk?.next
      chunk?.next = nil
      chunk = following
    }
  }
}

/// One of the iterators that `tee` makes.
final class TeeIterator: Object, Reducible {
  private let source: TeeSource
  private var chunk: TeeChunk
  private var position: Int

  init(_ type: TypeObject, _ iterator: Value) {
    source = TeeSource(iterator)
    chunk = TeeChunk()
    position = 0
    super.init(kind: .native, type: type)
  }
  /// Another iterator that stands at the same place.
  init(copying other: TeeIterator) {
    source = other.source
    chunk = other.chunk
    position = other.position
    super.init(kind: .native, type: other.type)
  }

  override var isIterator: Bool { true }
  override func iterator(_ vm: VM) throws(Raised) -> Object? { self }
  override func next(_ vm: VM) throws(Raised) -> Value? {
    if position >= TeeChunk.capacity {
      let following = chunk.next ?? TeeChunk()
      chunk.next = following
      (chunk, position) = (following, 0)
    }
    if position >= chunk.items.count {
      if source.isReading { throw vm.runtimeError("cannot re-enter the tee iterator") }
      source.isReading = true
      defer { source.isReading = false }
      guard let item = vm.taken(try vm.step(source.iterator.borrowed)) else { return nil }
      chunk.items.append(item)
    }
    position &+= 1
    return chunk.items[position &- 1]
  }
  func reduced(_ vm: VM) throws(Raised) -> Value {
    var waiting: [Value] = []
    var (place, at): (TeeChunk?, Int) = (chunk, position)
    while let current = place {
      if at < current.items.count { waiting += current.items[at...] }
      (place, at) = (current.next, 0)
    }
    let module = try vm.importModule("_itertools", fromList: .object(vm.emptyTuple))
    let rest = try vm.call(try vm.getAttr(module, "chain"), [.object(ListObject.make(vm, waiting)), source.iterator])
    return vm.reduction(.object(type), [rest])
  }
}

extension ItertoolsModule {
  /// Declares `tee` and the type of its iterators.
  static func declareTee(_ vm: VM, _ module: ModuleObject) {
    let made = vm.nativeType("_tee", module: "itertools") { (type, vm) in
      type.specials(vm, [.iter, .next])
      type.reducible(vm)
      type.constant(vm, "__doc__", .object(vm.string("Iterator wrapped to make it copyable.")))
      type.method(vm, "__copy__(self, /)", "Returns an independent iterator.") { (vm, args) throws(Raised) in
        guard case .object(let o) = args[0], let tee = o as? TeeIterator else { return args[0] }
        return .object(TeeIterator(copying: tee))
      }
    }
    made.new = { (vm, cls, args) throws(Raised) in
      try vm.bind(args, "_tee(iterable, /)") { (args) throws(Raised) in
        if case .object(let o) = args[0], let tee = o as? TeeIterator { return .object(TeeIterator(copying: tee)) }
        return .object(TeeIterator(cls, .object(try vm.iterator(args[0]))))
      }
    }
    module.constant(vm, "_tee", .object(made))
    module.function(vm, "tee(iterable, n=2, /)", "Returns a tuple of n independent iterators.") {
      (vm, args) throws(Raised) in
      let count = try vm.index(args[1])
      if count < 0 { throw vm.valueError("n must be >= 0") }
      if count > 1 << 24 { throw vm.memoryError() }
      var all: [Value] = []
      if count == 0 { return .object(vm.emptyTuple) }
      let iterator = Value.object(try vm.iterator(args[0]))
      if let copy = try vm.getAttrOrNil(iterator, vm.intern("__copy__")) {
        all.append(iterator)
        while all.count < count { all.append(try vm.call(copy, [])) }
      } else {
        let first = TeeIterator(made, iterator)
        all.append(.object(first))
        while all.count < count { all.append(.object(TeeIterator(copying: first))) }
      }
      return .object(TupleObject.make(vm, all))
    }
  }
}
