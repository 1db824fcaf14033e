/// Short list of integers, one per dimension: a shape, strides, a permutation.
///
/// Up to eight entries live inside the value, because an `[Int]` costs an allocation (25-45 ns) per op; more spill to
/// an array on the heap.
package struct Dims: RandomAccessCollection, MutableCollection, ExpressibleByArrayLiteral {
  package static let inlineCapacity = 8

  @usableFromInline var slots: InlineArray<8, Int>
  /// All entries once there are more than eight; then `slots` is unused.
  @usableFromInline var spill: [Int]?
  package private(set) var count: Int

  package init() {
    slots = InlineArray(repeating: 0)
    spill = nil
    count = 0
  }

  package init(repeating value: Int, count: Int) {
    slots = InlineArray(repeating: value)
    spill = count > Dims.inlineCapacity ? [Int](repeating: value, count: count) : nil
    self.count = count
  }

  package init(_ values: [Int]) {
    self.init(repeating: 0, count: values.count)
    if spill != nil {
      spill = values
    } else {
      for index in 0..<values.count { slots[index] = values[index] }
    }
  }

  package init(arrayLiteral elements: Int...) { self.init(elements) }

  package init(_ a: Int) {
    self.init()
    slots[0] = a
    count = 1
  }

  package init(_ a: Int, _ b: Int) {
    self.init()
    slots[0] = a
    slots[1] = b
    count = 2
  }

  package init(_ a: Int, _ b: Int, _ c: Int) {
    self.init(a, b)
    slots[2] = c
    count = 3
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { count }

  package subscript(position: Int) -> Int {
    get {
      if let spill { return spill[position] }
      return slots[position]
    }
    set {
      if spill != nil {
        spill?[position] = newValue
      } else {
        slots[position] = newValue
      }
    }
  }

  package mutating func append(_ value: Int) {
    insert(value, at: count)
  }

  package mutating func insert(_ value: Int, at position: Int) {
    if spill != nil {
      spill?.insert(value, at: position)
    } else if count == Dims.inlineCapacity {
      var all = Array(self)
      all.insert(value, at: position)
      spill = all
    } else {
      var index = count
      while index > position {
        slots[index] = slots[index - 1]
        index -= 1
      }
      slots[position] = value
    }
    count += 1
  }

  package mutating func remove(at position: Int) {
    if var all = spill {
      all.remove(at: position)
      count -= 1
      if count > Dims.inlineCapacity {
        spill = all
      } else {
        spill = nil
        for index in 0..<count { slots[index] = all[index] }
      }
    } else {
      for index in position..<(count - 1) { slots[index] = slots[index + 1] }
      count -= 1
    }
  }

  /// Product of the entries, or nil when it does not fit an integer.
  package var product: Int? {
    var result = 1
    var overflowed = false
    for index in 0..<count {
      let entry = self[index]
      if entry == 0 { return 0 }
      let (next, overflow) = result.multipliedReportingOverflow(by: entry)
      overflowed = overflowed || overflow
      result = next
    }
    return overflowed ? nil : result
  }

  /// Entries as torch prints a size in messages: `[2, 3]`.
  package var text: String { "[" + map { String($0) }.joined(separator: ", ") + "]" }
}

extension Dims: Equatable {
  package static func == (lhs: Dims, rhs: Dims) -> Bool {
    guard lhs.count == rhs.count else { return false }
    for index in 0..<lhs.count where lhs[index] != rhs[index] { return false }
    return true
  }
}
