import Glibc

// Sorting: natural runs are found (descending ones reversed), short ones are lengthened by binary insertion, and runs
// are merged stably; many numbers in no order are sorted by their digits. Keys that are all ints, all floats or all strings are compared without the object protocol.
// What is sorted are keys with the number of their item; the items themselves move once, at the end. So an exception
// in a comparison leaves the list as it was.

/// `list.sort`.
package enum ListSort {
  fileprivate struct Entry<Key> {
    var key: Key
    var index: Int
  }

  /// Sorts a list in place. The list is empty for whoever looks at it meanwhile.
  package static func sort(_ vm: VM, _ list: ListObject, key: Slot, reverse: Bool) throws(Raised) {
    if list.count < 2 && key.isNone { return }
    let (items, n, capacity) = list.takeItems()
    var failure: Raised?
    do throws(Raised) {
      if key.isNone {
        try sort(vm, items, n, keys: items, reverse: reverse)
      } else {
        try sort(vm, items, n, by: key, reverse: reverse)
      }
    } catch {
      failure = error
    }
    let modified = list.count > 0 || list.capacity > 0
    list.putItems(items, count: n, capacity: capacity)
    if let failure { throw failure }
    if modified { throw vm.valueError("list modified during sort") }
  }

  private static func sort(
    _ vm: VM, _ items: UnsafeMutablePointer<Slot>, _ n: Int, by function: Slot, reverse: Bool
  ) throws(Raised) {
    let isFew = n <= few
    let keys = isFew ? try vm.reserveStack(n) : UnsafeMutablePointer<Slot>.allocate(capacity: n)
    var made = 0
    defer {
      if isFew {
        vm.releaseStack(keys, count: n)
      } else {
        for i in 0..<made { keys[i].release() }
        keys.deallocate()
      }
    }
    while made < n {
      keys[made] = try vm.callOne(function, items[made])
      made &+= 1
    }
    try sort(vm, items, n, keys: keys, reverse: reverse)
  }

  /// The most items that `sortFew` sorts.
  static var few: Int { 16 }

  /// Sorts a few ints, floats in order to one another, or exact texts where they lie, equal ones staying as they are; false:
  /// they are something else, and nothing has happened.
  @inline(__always)
  static func sortFew(_ vm: VM, _ items: Register, _ n: Int) -> Bool { sortFew(items, n, keys: items, reverse: false) }

  /// The same by keys, which move with their items.
  static func sortFew(_ items: Register, _ n: Int, keys: Register, reverse: Bool) -> Bool {
    guard n > 1, n <= few else { return n <= 1 }
    switch family(keys, n) {
    case .int: insertionSort(items, n, keys, reverse) { $0.asInt < $1.asInt }
    case .float:
      for k in 0..<n where keys[k].asDouble.isNaN { return false }
      insertionSort(items, n, keys, reverse) { $0.asDouble < $1.asDouble }
    case .str: insertionSort(items, n, keys, reverse) { stringLess($0.bits, $1.bits) }
    case .other: return false
    }
    return true
  }

  @inline(__always)
  private static func insertionSort(
    _ items: Register, _ n: Int, _ keys: Register, _ reverse: Bool, _ isLess: (Slot, Slot) -> Bool
  ) {
    for k in 1..<n {
      let (key, item) = (keys[k], items[k])
      var place = k
      while place > 0 && (reverse ? isLess(keys[place &- 1], key) : isLess(key, keys[place &- 1])) {
        keys[place] = keys[place &- 1]
        items[place] = items[place &- 1]
        place &-= 1
      }
      keys[place] = key
      items[place] = item
    }
  }

  private enum Family { case int, float, str, other }

  private static func family(_ keys: UnsafePointer<Slot>, _ n: Int) -> Family {
    if n == 0 { return .other }
    let first = keys[0]
    if first.isInt {
      for i in 1..<n where !keys[i].isInt { return .other }
      return .int
    }
    if first.isFloat {
      for i in 1..<n where !keys[i].isFloat { return .other }
      return .float
    }
    if isPlainString(first) {
      for i in 1..<n where !isPlainString(keys[i]) { return .other }
      return .str
    }
    return .other
  }
  private static func isPlainString(_ slot: Slot) -> Bool {
    slot.isKind(.str) && !slot.withObject { $0.hasHeapType }
  }

  private static func sort(
    _ vm: VM, _ items: UnsafeMutablePointer<Slot>, _ n: Int, keys: UnsafeMutablePointer<Slot>, reverse: Bool
  ) throws(Raised) {
    if n < 2 || sortFew(items, n, keys: keys, reverse: reverse) { return }
    switch family(keys, n) {
    case .int where keys == items: sortInts(items, n, reverse: reverse)
    case .int where arrangeByDigits(items, n, reverse, { RadixSort.key(keys[$0].asInt) }): break
    case .float where arrangeByDigits(items, n, reverse, { RadixSort.key(keys[$0].asDouble) }): break
    case .int:
      arrange(items, n, reverse, { keys[$0].asInt }, { (a: Int, b: Int) in a < b })
    case .float:
      arrange(items, n, reverse, { keys[$0].asDouble }, { (a: Double, b: Double) in a < b })
    case .str where hasNarrowTexts(keys, n):
      arrange(
        items, n, reverse, { TextKey(keys[$0]) },
        { (a: TextKey, b: TextKey) in a.prefix != b.prefix ? a.prefix < b.prefix : stringLess(a.bits, b.bits) })
    case .str:
      arrange(items, n, reverse, { keys[$0].bits }, { (a: UInt, b: UInt) in stringLess(a, b) })
    case .other where arrangePairs(vm, items, n, reverse, keys): break
    case .other where areTuplesOfInts(vm, keys, n):
      try arrangeThrowing(
        items, n, reverse, { TupleKey(keys[$0].pointer) },
        { (a: TupleKey, b: TupleKey) throws(Raised) in
          a.first != b.first ? a.first < b.first : try lessTuple(vm, a.pointer, b.pointer)
        })
    case .other:
      try arrangeThrowing(items, n, reverse, { keys[$0] }, { (a: Slot, b: Slot) throws(Raised) in try less(vm, a, b) })
    }
  }

  /// A tuple with its first item, an int, which mostly decides.
  private struct TupleKey {
    let first: Int
    let pointer: UnsafeMutableRawPointer

    @inline(__always)
    init(_ tuple: UnsafeMutableRawPointer) {
      pointer = tuple
      first = tuple.field(SequenceLayout.items, Register.self)[0].asInt
    }
  }
  private static func areTuplesOfInts(_ vm: VM, _ keys: UnsafePointer<Slot>, _ n: Int) -> Bool {
    for i in 0..<n {
      guard keys[i].isObject, keys[i].typePointer == vm.tupleType,
        keys[i].pointer.field(SequenceLayout.count, Int.self) > 0,
        keys[i].pointer.field(SequenceLayout.items, Register.self)[0].isInt
      else { return false }
    }
    return true
  }

  /// A text of bytes, with its first eight as a number that orders alike: they mostly decide.
  private struct TextKey {
    let prefix: UInt64
    let bits: UInt

    @inline(__always)
    init(_ slot: Slot) {
      bits = slot.bits
      let text = unsafeBitCast(slot.pointer, to: StrObject.self)
      var number: UInt64 = 0
      if text.count >= 8 {
        number = UInt64(bigEndian: text.storage.loadUnaligned(as: UInt64.self))
      } else {
        for k in 0..<text.count { number |= UInt64(text.storage.load(fromByteOffset: k, as: UInt8.self)) << UInt64(56 &- 8 &* k) }
      }
      prefix = number
    }
  }
  private static func hasNarrowTexts(_ keys: UnsafePointer<Slot>, _ n: Int) -> Bool {
    for i in 0..<n where unsafeBitCast(keys[i].pointer, to: StrObject.self).width != 1 { return false }
    return true
  }

  @inline(__always)
  private static func stringLess(_ a: UInt, _ b: UInt) -> Bool {
    let x = Unmanaged<StrObject>.fromOpaque(UnsafeMutableRawPointer(bitPattern: a).unsafelyUnwrapped)
    let y = Unmanaged<StrObject>.fromOpaque(UnsafeMutableRawPointer(bitPattern: b).unsafelyUnwrapped)
    return x._withUnsafeGuaranteedRef { x in y._withUnsafeGuaranteedRef { x.order($0) < 0 } }
  }

  /// `a < b` with the usual types first.
  package static func less(_ vm: VM, _ a: Slot, _ b: Slot) throws(Raised) -> Bool {
    if a.isInt && b.isInt { return a.asInt < b.asInt }
    if a.isFloat && b.isFloat { return a.asDouble < b.asDouble }
    if a.isObject && b.isObject && a.typePointer == b.typePointer {
      if a.typePointer == vm.tupleType { return try lessTuple(vm, a.pointer, b.pointer) }
      if a.typePointer == vm.strType { return stringLess(a.bits, b.bits) }
      if a.kind == .instance {
        let answer = try vm.compareByMethod(.less, a, b)
        if answer.isBool { return answer.asBool }
        if !answer.isUndefined { return try vm.truth(vm.consume(answer)) }
      }
    }
    return try vm.truth(try vm.compare(.less, a.value, b.value))
  }

  /// The order of two exact tuples, which whoever compares them holds.
  private static func lessTuple(
    _ vm: VM, _ a: UnsafeMutableRawPointer, _ b: UnsafeMutableRawPointer
  ) throws(Raised) -> Bool {
    let (count, other) = (a.field(SequenceLayout.count, Int.self), b.field(SequenceLayout.count, Int.self))
    let (first, second) = (a.field(SequenceLayout.items, Register.self), b.field(SequenceLayout.items, Register.self))
    for i in 0..<min(count, other) {
      let (x, y) = (first[i], second[i])
      if x.isInt && y.isInt {
        if x.bits == y.bits { continue }
        return x.asInt < y.asInt
      }
      if x.isSame(as: y) && !x.isFloat { continue }
      if x.isFloat && y.isFloat {
        if x.asDouble == y.asDouble { continue }
        return x.asDouble < y.asDouble
      }
      if x.isObject && y.isObject && isPlainString(x) && isPlainString(y) {
        let order = unsafeBitCast(x.pointer, to: StrObject.self).order(unsafeBitCast(y.pointer, to: StrObject.self))
        if order == 0 { continue }
        return order < 0
      }
      if try vm.equal(x.value, y.value) { continue }
      return try less(vm, x, y)
    }
    return count < other
  }

  // MARK: Arranging

  private static func sortInts(_ items: UnsafeMutablePointer<Slot>, _ n: Int, reverse: Bool) {
    let values = UnsafeMutablePointer<Int>.allocate(capacity: n)
    defer { values.deallocate() }
    for i in 0..<n { (values + i).initialize(to: items[i].asInt) }
    if !(RadixSort.sort(values, n) { RadixSort.key($0) }) { mergeSort(values, n, { (a: Int, b: Int) in a < b }) }
    if reverse {
      for i in 0..<n { items[i] = .int(values[n &- 1 &- i]) }
    } else {
      for i in 0..<n { items[i] = .int(values[i]) }
    }
  }

  @inline(__always)
  private static func arrange<Key>(
    _ items: UnsafeMutablePointer<Slot>, _ n: Int, _ reverse: Bool, _ key: (Int) -> Key,
    _ less: (Key, Key) -> Bool
  ) {
    let entries = UnsafeMutablePointer<Entry<Key>>.allocate(capacity: n)
    defer { entries.deallocate() }
    for i in 0..<n {
      let place = reverse ? n &- 1 &- i : i
      (entries + place).initialize(to: Entry(key: key(i), index: i))
    }
    mergeSort(entries, n, { (a: Entry<Key>, b: Entry<Key>) in less(a.key, b.key) })
    place(items, n, reverse, entries)
  }

  /// Arranges the items by the digits of their keys; false: a key is no number, or comparing costs less.
  @inline(__always)
  private static func arrangeByDigits(
    _ items: UnsafeMutablePointer<Slot>, _ n: Int, _ reverse: Bool, _ key: (Int) -> UInt64?
  ) -> Bool {
    if n < 128 { return false }
    let entries = UnsafeMutablePointer<Entry<UInt64>>.allocate(capacity: n)
    defer { entries.deallocate() }
    for i in 0..<n {
      guard let number = key(i) else { return false }
      (entries + (reverse ? n &- 1 &- i : i)).initialize(to: Entry(key: number, index: i))
    }
    if !(RadixSort.sort(entries, n) { $0.key }) { return false }
    place(items, n, reverse, entries)
    return true
  }

  /// The same for pairs of ints: by the second one, then by the first.
  private static func arrangePairs(
    _ vm: VM, _ items: UnsafeMutablePointer<Slot>, _ n: Int, _ reverse: Bool, _ keys: UnsafePointer<Slot>
  ) -> Bool {
    if n < 512 { return false }
    @inline(__always) func pair(_ i: Int) -> Register { keys[i].pointer.field(SequenceLayout.items, Register.self) }
    var turns = 0
    for i in 0..<n {
      guard keys[i].isObject, keys[i].typePointer == vm.tupleType, keys[i].pointer.field(SequenceLayout.count, Int.self) == 2,
        pair(i)[0].isInt, pair(i)[1].isInt
      else { return false }
      if i > 0 {
        let (a, b) = (pair(i &- 1), pair(i))
        turns &+= b[0].asInt < a[0].asInt || b[0].bits == a[0].bits && b[1].asInt < a[1].asInt ? 1 : 0
      }
    }
    if turns < n >> 4 || turns > n &- n >> 4 { return false }
    let entries = UnsafeMutablePointer<Entry<UInt64>>.allocate(capacity: n)
    defer { entries.deallocate() }
    for i in 0..<n {
      (entries + (reverse ? n &- 1 &- i : i)).initialize(to: Entry(key: RadixSort.key(pair(i)[1].asInt), index: i))
    }
    if !(RadixSort.sort(entries, n, always: true) { $0.key }) { return false }
    for i in 0..<n { entries[i].key = RadixSort.key(pair(entries[i].index)[0].asInt) }
    if !(RadixSort.sort(entries, n, always: true) { $0.key }) { return false }
    place(items, n, reverse, entries)
    return true
  }

  @inline(__always)
  private static func arrangeThrowing<Key>(
    _ items: UnsafeMutablePointer<Slot>, _ n: Int, _ reverse: Bool, _ key: (Int) -> Key,
    _ less: (Key, Key) throws(Raised) -> Bool
  ) throws(Raised) {
    let entries = UnsafeMutablePointer<Entry<Key>>.allocate(capacity: n)
    defer { entries.deallocate() }
    for i in 0..<n {
      let place = reverse ? n &- 1 &- i : i
      (entries + place).initialize(to: Entry(key: key(i), index: i))
    }
    try mergeSort(entries, n, { (a: Entry<Key>, b: Entry<Key>) throws(Raised) in try less(a.key, b.key) })
    place(items, n, reverse, entries)
  }

  /// Moves the items into the order of the sorted entries.
  private static func place<Key>(
    _ items: UnsafeMutablePointer<Slot>, _ n: Int, _ reverse: Bool, _ entries: UnsafeMutablePointer<Entry<Key>>
  ) {
    let copy = UnsafeMutablePointer<Slot>.allocate(capacity: n)
    defer { copy.deallocate() }
    copy.initialize(from: items, count: n)
    for i in 0..<n { items[i] = copy[entries[reverse ? n &- 1 &- i : i].index] }
  }

  // MARK: Merge sort

  /// Sorts `n` trivial elements stably.
  @inline(__always)
  private static func mergeSort<T, E: Error>(
    _ a: UnsafeMutablePointer<T>, _ n: Int, _ less: (T, T) throws(E) -> Bool
  ) throws(E) {
    let spare = UnsafeMutablePointer<T>.allocate(capacity: max(1, n / 2 &+ 1))
    defer { spare.deallocate() }
    // Lengths of the pending runs at least double towards the bottom, so 64 places suffice.
    var runs: [(start: Int, count: Int)] = []
    runs.reserveCapacity(64)
    var i = 0
    while i < n {
      var end = try run(a, i, n, less)
      if end &- i < 32 {
        let wanted = min(n, i &+ 32)
        try insertionSort(a, i, end, wanted, less)
        end = wanted
      }
      runs.append((i, end &- i))
      i = end
      while runs.count >= 2 {
        let k = runs.count
        if k >= 3 && runs[k &- 3].count <= runs[k &- 2].count &+ runs[k &- 1].count
          && runs[k &- 3].count < runs[k &- 1].count
        {
          try merge(a, runs[k &- 3], runs[k &- 2], spare, less)
          runs[k &- 3].count &+= runs[k &- 2].count
          runs.remove(at: k &- 2)
        } else if runs[k &- 2].count <= runs[k &- 1].count
          || (k >= 3 && runs[k &- 3].count <= runs[k &- 2].count &+ runs[k &- 1].count)
        {
          try merge(a, runs[k &- 2], runs[k &- 1], spare, less)
          runs[k &- 2].count &+= runs[k &- 1].count
          runs.removeLast()
        } else {
          break
        }
      }
    }
    while runs.count >= 2 {
      let k = runs.count
      try merge(a, runs[k &- 2], runs[k &- 1], spare, less)
      runs[k &- 2].count &+= runs[k &- 1].count
      runs.removeLast()
    }
  }

  /// End of the run that begins at `start`; a strictly descending one is reversed.
  @inline(__always)
  private static func run<T, E: Error>(
    _ a: UnsafeMutablePointer<T>, _ start: Int, _ n: Int, _ less: (T, T) throws(E) -> Bool
  ) throws(E) -> Int {
    var i = start &+ 1
    if i >= n { return n }
    if try less(a[i], a[start]) {
      i &+= 1
      while i < n {
        if !(try less(a[i], a[i &- 1])) { break }
        i &+= 1
      }
      var (low, high) = (start, i &- 1)
      while low < high {
        let t = a[low]
        a[low] = a[high]
        a[high] = t
        low &+= 1
        high &-= 1
      }
      return i
    }
    i &+= 1
    while i < n {
      if try less(a[i], a[i &- 1]) { break }
      i &+= 1
    }
    return i
  }

  /// Sorts `start ..< end`, of which `start ..< sorted` is sorted already.
  @inline(__always)
  private static func insertionSort<T, E: Error>(
    _ a: UnsafeMutablePointer<T>, _ start: Int, _ sorted: Int, _ end: Int, _ less: (T, T) throws(E) -> Bool
  ) throws(E) {
    var i = sorted
    while i < end {
      let x = a[i]
      var (low, high) = (start, i)
      while low < high {
        let middle = (low &+ high) >> 1
        if try less(x, a[middle]) { high = middle } else { low = middle &+ 1 }
      }
      var j = i
      while j > low {
        a[j] = a[j &- 1]
        j &-= 1
      }
      a[low] = x
      i &+= 1
    }
  }

  /// Merges two neighbouring runs.
  @inline(__always)
  private static func merge<T, E: Error>(
    _ a: UnsafeMutablePointer<T>, _ left: (start: Int, count: Int), _ right: (start: Int, count: Int),
    _ spare: UnsafeMutablePointer<T>, _ less: (T, T) throws(E) -> Bool
  ) throws(E) {
    // What lies before the first of the right run stays; so does what lies after the last of the left run.
    var low = left.start
    var high = right.start
    while low < high {
      let middle = (low &+ high) >> 1
      if try less(a[right.start], a[middle]) { high = middle } else { low = middle &+ 1 }
    }
    let start = low
    if start == right.start { return }
    low = right.start
    high = right.start &+ right.count
    while low < high {
      let middle = (low &+ high) >> 1
      if try less(a[middle], a[right.start &- 1]) { low = middle &+ 1 } else { high = middle }
    }
    let end = low
    let middle = right.start
    if middle &- start <= end &- middle {
      let n = middle &- start
      spare.update(from: a + start, count: n)
      var (i, j, out) = (0, middle, start)
      while i < n && j < end {
        if try less(a[j], spare[i]) {
          a[out] = a[j]
          j &+= 1
        } else {
          a[out] = spare[i]
          i &+= 1
        }
        out &+= 1
      }
      while i < n {
        a[out] = spare[i]
        i &+= 1
        out &+= 1
      }
    } else {
      let n = end &- middle
      spare.update(from: a + middle, count: n)
      var (i, j, out) = (n &- 1, middle &- 1, end &- 1)
      while i >= 0 && j >= start {
        if try less(spare[i], a[j]) {
          a[out] = a[j]
          j &-= 1
        } else {
          a[out] = spare[i]
          i &-= 1
        }
        out &-= 1
      }
      while i >= 0 {
        a[out] = spare[i]
        i &-= 1
        out &-= 1
      }
    }
  }
}

extension ListSort.Entry: BitwiseCopyable where Key: BitwiseCopyable {}
