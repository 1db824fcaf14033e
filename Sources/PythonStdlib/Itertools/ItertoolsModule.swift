import Interpreter

/// `_itertools`: the iterators of `itertools` that programs step most.
enum ItertoolsModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(vm, name: "_itertools", doc: "Native iterators.")
    func type(_ name: String, _ doc: String, _ new: @escaping TypeObject.New) {
      let made = vm.nativeType(name, module: "itertools", isBase: true) { (type, vm) in
        type.specials(vm, [.iter, .next])
        type.reducible(vm)
        type.constant(vm, "__doc__", .object(vm.string(doc)))
      }
      made.showsModule = true
      made.new = new
      module.constant(vm, name, .object(made))
    }
    type("product", "Cartesian product of the iterables.", product)
    type("permutations", "Permutations of r items.") { (vm, cls, args) throws(Raised) in
      try vm.bind(args, "permutations(iterable, r=None)") { (args) throws(Raised) in
        let pool = try pool(vm, args[0])
        if args[1].isNone { return .object(ChoiceIterator(cls, .permutations, pool, pool.count)) }
        guard case .int(let r) = args[1] else { throw vm.typeError("Expected int as r") }
        if r < 0 { throw vm.valueError("r must be non-negative") }
        return .object(ChoiceIterator(cls, .permutations, pool, r))
      }
    }
    type("combinations", "Combinations of r items.") { (vm, cls, args) throws(Raised) in
      try choices(vm, cls, args, "combinations(iterable, r)", .combinations)
    }
    type("combinations_with_replacement", "Combinations of r items, repetitions allowed.") {
      (vm, cls, args) throws(Raised) in
      try choices(vm, cls, args, "combinations_with_replacement(iterable, r)", .withReplacement)
    }
    type("islice", "Selected items: islice(iterable, [start,] stop[, step]).", slice)
    type("starmap", "function(*item) for every item.") { (vm, cls, args) throws(Raised) in
      try vm.bind(args, "starmap(function, iterable, /)") { (args) throws(Raised) in
        .object(SelectIterator(cls, .starmap, args[0], try vm.iterator(args[1])))
      }
    }
    type("takewhile", "Items while the predicate is true.") { (vm, cls, args) throws(Raised) in
      try vm.bind(args, "takewhile(predicate, iterable, /)") { (args) throws(Raised) in
        .object(SelectIterator(cls, .takeWhile, args[0], try vm.iterator(args[1])))
      }
    }
    type("dropwhile", "Drops items while the predicate is true, then gives every item.") { (vm, cls, args) throws(Raised) in
      try vm.bind(args, "dropwhile(predicate, iterable, /)") { (args) throws(Raised) in
        .object(SelectIterator(cls, .dropWhile, args[0], try vm.iterator(args[1])))
      }
    }
    type("filterfalse", "Items for which the predicate is false.") { (vm, cls, args) throws(Raised) in
      try vm.bind(args, "filterfalse(predicate, iterable, /)") { (args) throws(Raised) in
        .object(SelectIterator(cls, .filterFalse, args[0], try vm.iterator(args[1])))
      }
    }
    type("pairwise", "Overlapping pairs of items.") { (vm, cls, args) throws(Raised) in
      try vm.bind(args, "pairwise(iterable, /)") { (args) throws(Raised) in
        .object(SelectIterator(cls, .pairwise, .none, try vm.iterator(args[0])))
      }
    }
    type("accumulate", "Running totals.") { (vm, cls, args) throws(Raised) in
      try vm.bind(args, "accumulate(iterable, func=None, *, initial=None)") { (args) throws(Raised) in
        let made = SelectIterator(cls, .accumulate, args[1], try vm.iterator(args[0]))
        if !args[2].isNone { made.begin(args[2]) }
        return .object(made)
      }
    }
    declareChains(vm, module)
    declareGroups(vm, module)
    return module
  }

  /// All items of an iterable.
  static func pool(_ vm: VM, _ value: Value) throws(Raised) -> TupleObject {
    if let tuple = value.asTuple, !tuple.hasHeapType { return tuple }
    return TupleObject.make(vm, try vm.list(of: value))
  }

  private static func choices(
    _ vm: VM, _ cls: TypeObject, _ args: Arguments, _ signature: StaticString, _ mode: ChoiceIterator.Mode
  ) throws(Raised) -> Value {
    try vm.bind(args, signature) { (args) throws(Raised) in
      let pool = try pool(vm, args[0])
      let r = try vm.index(args[1])
      if r < 0 { throw vm.valueError("r must be non-negative") }
      if mode == .withReplacement, r > 1 << 24, pool.count > 0 { throw vm.memoryError() }
      return .object(ChoiceIterator(cls, mode, pool, r))
    }
  }

  private static func product(_ vm: VM, _ cls: TypeObject, _ args: Arguments) throws(Raised) -> Value {
    if args.keywordNames == nil, args.count <= 8 {
      var pools: [TupleObject] = []
      pools.reserveCapacity(args.count)
      for k in 0..<args.count { pools.append(try pool(vm, args[k])) }
      return .object(ProductIterator(cls, pools))
    }
    return try vm.bind(args, "product(*iterables, repeat=1)") { (args) throws(Raised) in
      let times = try vm.index(args[1])
      if times < 0 { throw vm.valueError("repeat argument cannot be negative") }
      var pools: [TupleObject] = []
      for value in args[0].asTuple?.values ?? [] { pools.append(try pool(vm, value)) }
      let (total, overflow) = pools.count.multipliedReportingOverflow(by: times)
      if overflow || total > 1 << 24 { throw vm.overflowError("repeat argument too large") }
      var all: [TupleObject] = []
      for _ in 0..<times { all += pools }
      return .object(ProductIterator(cls, all))
    }
  }

  private static func slice(_ vm: VM, _ cls: TypeObject, _ args: Arguments) throws(Raised) -> Value {
    if args.keywordNames != nil { throw vm.typeError("islice() takes no keyword arguments") }
    let n = args.count
    if n < 2 { throw vm.typeError("islice expected at least 2 arguments, got \(n)") }
    if n > 4 { throw vm.typeError("islice expected at most 4 arguments, got \(n)") }
    func bound(_ value: Value, _ absent: Int, _ message: String) throws(Raised) -> Int {
      if value.isNone { return absent }
      var index: Int?
      do throws(Raised) { index = try vm.index(value) } catch {}
      guard let index, index >= 0 else { throw vm.valueError(message) }
      return index
    }
    let range = "must be None or an integer: 0 <= x <= sys.maxsize."
    var (start, stop, step) = (0, Int.max, 1)
    if n == 2 {
      stop = try bound(args[1], Int.max, "Stop argument for islice() \(range)")
    } else {
      start = try bound(args[1], 0, "Indices for islice() \(range)")
      stop = try bound(args[2], Int.max, "Stop argument for islice() \(range)")
      if n == 4 { step = try bound(args[3], 1, "Step for islice() must be a positive integer or None.") }
      if step == 0 { throw vm.valueError("Step for islice() must be a positive integer or None.") }
    }
    return .object(SliceIterator(cls, try vm.iterator(args[0]), start, stop, step))
  }
}
