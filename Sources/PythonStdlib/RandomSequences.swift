import Glibc
import Interpreter

/// Integers and choices of `random`.
enum RandomSequences {
  static func define(_ type: TypeObject, _ vm: VM) {
    type.method(vm, "randrange(self, start, stop=None, step=1)", "Choose a random item from range(start, stop[, step]).") {
      (vm, args) throws(Raised) in
      try range(vm, RandomModule.generator(args), args[1], args[2], args[3])
    }
    type.method(vm, "randint(self, a, b)", "Return random integer in range [a, b], including both end points.") {
      (vm, args) throws(Raised) in
      if case .int(let a) = args[1], case .int(let b) = args[2] {
        let (width, overflow) = b.subtractingReportingOverflow(a)
        if !overflow && width >= 0 && width < Int.max { return .int(a &+ RandomModule.generator(args).below(width &+ 1)) }
      }
      let stop = try vm.binary(.add, args[2], .int(1))
      return try range(vm, RandomModule.generator(args), args[1], stop, .int(1))
    }
    type.method(vm, "choice(self, seq)", "Choose a random element from a non-empty sequence.") {
      (vm, args) throws(Raised) in
      let count = try vm.length(args[1])
      if count == 0 { throw vm.indexError("Cannot choose from an empty sequence") }
      return try vm.getItem(args[1], .int(RandomModule.generator(args).below(count)))
    }
    type.method(vm, "shuffle(self, x)", "Shuffle list x in place, and return None.") { (vm, args) throws(Raised) in
      let generator = RandomModule.generator(args)
      var i = try vm.length(args[1]) &- 1
      while i >= 1 {
        let j = generator.below(i &+ 1)
        let (a, b) = (try vm.getItem(args[1], .int(i)), try vm.getItem(args[1], .int(j)))
        try vm.setItem(args[1], .int(i), b)
        try vm.setItem(args[1], .int(j), a)
        i &-= 1
        if i & 1023 == 0 { try vm.checkInterrupt() }
      }
      return .none
    }
    type.method(vm, "sample(self, population, k, *, counts=None)", "Chooses k unique random elements from a population sequence.") {
      (vm, args) throws(Raised) in
      try sample(vm, RandomModule.generator(args), args[1], args[2], args[3])
    }
    type.method(
      vm, "choices(self, population, weights=None, *, cum_weights=None, k=1)",
      "Return a k sized list of population elements chosen with replacement."
    ) { (vm, args) throws(Raised) in
      try choices(vm, RandomModule.generator(args), args[1], args[2], args[3], try vm.index(args[4]))
    }
  }

  private static func integer(_ vm: VM, _ value: Value) throws(Raised) -> Value {
    if case .float(let f) = value {
      if f == f.rounded(.down) && f.isFinite { return try Numbers.truncate(vm, f) }
      throw vm.valueError("non-integer arg 1 for randrange()")
    }
    return try vm.indexValue(value)
  }

  private static func range(
    _ vm: VM, _ generator: RandomObject, _ start: Value, _ stop: Value, _ step: Value
  ) throws(Raised) -> Value {
    let first = try integer(vm, start)
    if stop.isNone {
      if case .int(1) = step {} else { throw vm.typeError("Missing a non-None stop argument") }
      if let limit = Integer(first), limit.sign > 0 { return try generator.below(vm, limit) }
      throw vm.valueError("empty range for randrange()")
    }
    let last = try integer(vm, stop)
    let width = try vm.binary(.subtract, last, first)
    let by = try integer(vm, step)
    if case .int(1) = by {
      guard let limit = Integer(width), limit.sign > 0 else {
        let parts = [try vm.str(first).string, try vm.str(last).string, try vm.str(width).string]
        throw vm.valueError("empty range for randrange() (\(parts[0]), \(parts[1]), \(parts[2]))")
      }
      return try vm.binary(.add, first, try generator.below(vm, limit))
    }
    guard let unit = Integer(by), unit.sign != 0 else { throw vm.valueError("zero step for randrange()") }
    let rounded = try vm.binary(.add, try vm.binary(.add, width, by), .int(unit.sign > 0 ? -1 : 1))
    let count = try vm.binary(.floorDivide, rounded, by)
    guard let limit = Integer(count), limit.sign > 0 else { throw vm.valueError("empty range for randrange()") }
    return try vm.binary(.add, first, try vm.binary(.multiply, by, try generator.below(vm, limit)))
  }

  private static func sample(
    _ vm: VM, _ generator: RandomObject, _ population: Value, _ size: Value, _ counts: Value
  ) throws(Raised) -> Value {
    switch population.kind {
    case .set, .frozenset, .dict, .dictKeys, .int, .float, .none, .bool, .generator, .iterator:
      throw vm.typeError("Population must be a sequence.  For dicts or sets, use sorted(d).")
    default: break
    }
    var n = try vm.length(population)
    var sums: [Int] = []
    if !counts.isNone {
      var total = 0
      for value in try vm.list(of: counts) {
        let (sum, overflow) = total.addingReportingOverflow(try vm.index(value))
        if overflow { throw vm.overflowError("counts are too large") }
        total = sum
        sums.append(total)
      }
      if sums.count != n { throw vm.valueError("The number of counts does not match the population") }
      if total <= 0 { throw vm.valueError("Total of counts must be greater than zero") }
      n = total
    }
    let k = try vm.index(size)
    if k < 0 || k > n { throw vm.valueError("Sample larger than population or is negative") }
    var chosen: [Int] = []
    chosen.reserveCapacity(k)
    var setSize = 21.0
    if k > 5 { setSize += pow(4, ceil(log(Double(k) * 3) / log(4))) }
    if Double(n) <= setSize {
      var pool = Array(0..<n)
      for i in 0..<k {
        let j = generator.below(n &- i)
        chosen.append(pool[j])
        pool[j] = pool[n &- i &- 1]
      }
    } else {
      var selected: Set<Int> = []
      for _ in 0..<k {
        var j = generator.below(n)
        while !selected.insert(j).inserted { j = generator.below(n) }
        chosen.append(j)
      }
    }
    let result = ListObject(vm)
    for place in chosen {
      var i = place
      if !sums.isEmpty { i = sums.firstIndex { $0 > place } ?? 0 }
      result.append(try vm.getItem(population, .int(i)))
    }
    return .object(result)
  }

  private static func choices(
    _ vm: VM, _ generator: RandomObject, _ population: Value, _ weights: Value, _ cumulative: Value, _ k: Int
  ) throws(Raised) -> Value {
    let n = try vm.length(population)
    let result = ListObject(vm)
    if cumulative.isNone && weights.isNone {
      if n == 0 && k > 0 { throw vm.indexError("list index out of range") }
      var i = 0
      while i < k {
        result.append(try vm.getItem(population, .int(Int((generator.random() * Double(n)).rounded(.down)))))
        i &+= 1
      }
      return .object(result)
    }
    if !cumulative.isNone && !weights.isNone {
      throw vm.typeError("Cannot specify both weights and cumulative weights")
    }
    var sums: [Double] = []
    if weights.isNone {
      for value in try vm.list(of: cumulative) { sums.append(try vm.double(value)) }
    } else {
      var total = Value.int(0)
      for (i, value) in try vm.list(of: weights).enumerated() {
        total = i == 0 ? value : try vm.binary(.add, total, value)
        sums.append(try vm.double(total))
      }
    }
    if sums.count != n { throw vm.valueError("The number of weights does not match the population") }
    guard let total = sums.last else { throw vm.indexError("list index out of range") }
    if total <= 0 { throw vm.valueError("Total of weights must be greater than zero") }
    if !total.isFinite { throw vm.valueError("Total of weights must be finite") }
    var i = 0
    while i < k {
      let x = generator.random() * total
      var (low, high) = (0, n &- 1)
      while low < high {
        let middle = (low &+ high) / 2
        if x < sums[middle] { high = middle } else { low = middle &+ 1 }
      }
      result.append(try vm.getItem(population, .int(low)))
      i &+= 1
    }
    return .object(result)
  }
}
