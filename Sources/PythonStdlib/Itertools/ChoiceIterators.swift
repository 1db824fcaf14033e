import Interpreter

/// `permutations`, `combinations` and `combinations_with_replacement`: tuples of r items of a pool.
final class ChoiceIterator: NativeIterator, Reducible {
  enum Mode { case permutations, combinations, withReplacement }
  private let mode: Mode
  private let pool: TupleObject
  private let r: Int
  private var indices: [Int]
  private var cycles: [Int]
  private var begun = false
  private var ended: Bool
  /// The items of the choice, which the pool holds; the tuple given last, which is filled again while nobody else holds it.
  private let row: UnsafeMutablePointer<Slot>
  private var result = Slot.undefined

  init(_ type: TypeObject, _ mode: Mode, _ pool: TupleObject, _ r: Int) {
    self.mode = mode
    self.pool = pool
    self.r = r
    let n = pool.count
    switch mode {
    case .permutations, .combinations: ended = r > n
    case .withReplacement: ended = n == 0 && r > 0
    }
    switch mode {
    case _ where ended: (indices, cycles) = ([], [])
    case .permutations: (indices, cycles) = (Array(0..<n), (0..<r).map { n &- $0 })
    case .combinations: (indices, cycles) = (Array(0..<r), [])
    case .withReplacement: (indices, cycles) = (Array(repeating: 0, count: min(r, 1 << 24)), [])
    }
    row = .allocate(capacity: max(1, indices.count))
    super.init(kind: .native, type: type, tracked: true)
  }
  deinit {
    row.deallocate()
    result.release()
  }

  override func stepSlot(_ vm: VM) throws(Raised) -> Slot {
    if ended || begun && !advance() {
      ended = true
      return .undefined
    }
    begun = true
    if r == 0 { return .owned(vm.emptyTuple) }
    for k in 0..<r { row[k] = pool.items[indices[k]] }
    return ReusedPair.make(vm, &result, copying: row, count: r)
  }

  /// The next choice; false at the end.
  private func advance() -> Bool {
    let n = pool.count
    switch mode {
    case .combinations:
      var i = r &- 1
      while i >= 0 && indices[i] == i &+ n &- r { i &-= 1 }
      if i < 0 { return false }
      indices[i] &+= 1
      while i &+ 1 < r {
        indices[i &+ 1] = indices[i] &+ 1
        i &+= 1
      }
      return true
    case .withReplacement:
      var i = r &- 1
      while i >= 0 && indices[i] == n &- 1 { i &-= 1 }
      if i < 0 { return false }
      let next = indices[i] &+ 1
      for k in i..<r { indices[k] = next }
      return true
    case .permutations:
      var i = r &- 1
      while i >= 0 {
        cycles[i] &-= 1
        if cycles[i] != 0 {
          indices.swapAt(i, n &- cycles[i])
          return true
        }
        let moved = indices[i]
        for k in i..<(n &- 1) { indices[k] = indices[k &+ 1] }
        indices[n &- 1] = moved
        cycles[i] = n &- i
        i &-= 1
      }
      return false
    }
  }

  func reduced(_ vm: VM) throws(Raised) -> Value {
    func numbers(_ list: [Int]) -> Value { .object(TupleObject.make(vm, list.map { .int($0) })) }
    let arguments: [Value] = [.object(pool), .int(r)]
    if ended { return vm.reduction(.object(type), [.object(vm.emptyTuple), .int(max(1, r))]) }
    if !begun { return vm.reduction(.object(type), arguments) }
    if mode != .permutations { return vm.reduction(.object(type), arguments, numbers(indices)) }
    return vm.reduction(
      .object(type), arguments, .object(TupleObject.make(vm, [numbers(indices), numbers(cycles)])))
  }
  func restore(_ vm: VM, _ state: Value) throws(Raised) {
    if ended { return }
    let parts = state.asTuple?.values ?? []
    func numbers(_ value: Value, _ limit: (Int) -> Int, _ low: Int, _ count: Int) throws(Raised) -> [Int] {
      let list = value.asTuple?.values ?? []
      if list.count != count { throw vm.valueError("invalid arguments") }
      var result: [Int] = []
      for (place, number) in list.enumerated() { result.append(max(low, min(try vm.index(number), limit(place)))) }
      return result
    }
    let n = pool.count
    switch mode {
    case .permutations:
      if parts.count != 2 { throw vm.typeError("invalid arguments") }
      indices = try numbers(parts[0], { _ in n &- 1 }, 0, n)
      cycles = try numbers(parts[1], { n &- $0 }, 1, r)
    case .combinations: indices = try numbers(state, { $0 &+ n &- r }, 0, r)
    case .withReplacement: indices = try numbers(state, { _ in n &- 1 }, 0, r)
    }
    begun = true
  }
  override func traverse(_ visit: (Slot) -> Void) {
    visit(.held(pool))
    visit(result)
  }
}

/// `product`: one item of each pool, the last changing fastest.
final class ProductIterator: NativeIterator, Reducible {
  private let pools: [TupleObject]
  /// Place and number of items in each pool, and the item there, which the pool holds.
  private let places: UnsafeMutablePointer<Int>
  private let counts: UnsafeMutablePointer<Int>
  private let row: UnsafeMutablePointer<Slot>
  private let width: Int
  /// The tuple given last, which is filled again while nobody else holds it.
  private var result = Slot.undefined
  private var begun = false
  private var ended: Bool

  init(_ type: TypeObject, _ pools: [TupleObject]) {
    self.pools = pools
    width = pools.count
    places = .allocate(capacity: max(1, width))
    counts = .allocate(capacity: max(1, width))
    row = .allocate(capacity: max(1, width))
    ended = pools.contains { $0.count == 0 }
    for (k, pool) in pools.enumerated() {
      places[k] = 0
      counts[k] = pool.count
      row[k] = pool.count > 0 ? pool.items[0] : .undefined
    }
    super.init(kind: .native, type: type, tracked: true)
  }
  deinit {
    places.deallocate()
    counts.deallocate()
    row.deallocate()
    result.release()
  }

  override func stepSlot(_ vm: VM) throws(Raised) -> Slot {
    if ended || begun && !advance() {
      ended = true
      return .undefined
    }
    begun = true
    if width == 0 { return .owned(vm.emptyTuple) }
    return ReusedPair.make(vm, &result, copying: row, count: width)
  }

  private func advance() -> Bool {
    var i = width &- 1
    while i >= 0 {
      let next = places[i] &+ 1
      places[i] = next < counts[i] ? next : 0
      row[i] = pools[i].items[places[i]]
      if next < counts[i] { return true }
      i &-= 1
    }
    return false
  }

  func reduced(_ vm: VM) throws(Raised) -> Value {
    if ended { return vm.reduction(.object(type), [.object(vm.emptyTuple)]) }
    let arguments = pools.map { Value.object($0) }
    if !begun { return vm.reduction(.object(type), arguments) }
    return vm.reduction(
      .object(type), arguments, .object(TupleObject.make(vm, (0..<width).map { .int(places[$0]) })))
  }
  func restore(_ vm: VM, _ state: Value) throws(Raised) {
    guard let parts = state.asTuple, parts.count == width else { throw vm.valueError("invalid arguments") }
    for (k, part) in parts.values.enumerated() {
      if counts[k] == 0 {
        ended = true
        return
      }
      places[k] = max(0, min(try vm.index(part), counts[k] &- 1))
      row[k] = pools[k].items[places[k]]
    }
    begun = true
  }
  override func traverse(_ visit: (Slot) -> Void) {
    for pool in pools { visit(.held(pool)) }
    visit(result)
  }
}
