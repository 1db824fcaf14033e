/// Short list of integers, one per dimension: a shape, strides, a permutation.
///
/// Up to six entries live inside the value, because an `[Int]` costs an allocation (25-45 ns) per op. Longer lists are
/// interned: the value then only points to a list that is never freed, so copying a `Dims` never counts references.
package struct Dims: RandomAccessCollection, MutableCollection, ExpressibleByArrayLiteral {
  package static let inlineCapacity = 6

  /// The entries; once there are more than six, the first is the address of all of them.
  @usableFromInline var slots: InlineArray<6, Int>
  // Four bytes, so that an `NDArray` has at most 128: up to there a copy is a few moves, above a call.
  @usableFromInline var length: UInt32

  package private(set) var count: Int {
    get { Int(length) }
    set { length = UInt32(truncatingIfNeeded: newValue) }
  }

  private var spill: UnsafePointer<Int>? { UnsafePointer(bitPattern: slots[0]) }

  package init() {
    slots = InlineArray(repeating: 0)
    length = 0
  }

  package init(repeating value: Int, count: Int) {
    slots = InlineArray(repeating: value)
    length = UInt32(truncatingIfNeeded: count)
    if count > Dims.inlineCapacity { slots[0] = LongLists.place(of: [Int](repeating: value, count: count)) }
  }

  package init(_ values: [Int]) {
    slots = InlineArray(repeating: 0)
    length = UInt32(truncatingIfNeeded: values.count)
    if count > Dims.inlineCapacity {
      slots[0] = LongLists.place(of: values)
    } else {
      for index in 0..<count { slots[index] = values[index] }
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
      count <= Dims.inlineCapacity ? slots[position] : spilled(position)
    }
    set {
      if count <= Dims.inlineCapacity {
        slots[position] = newValue
      } else {
        change { $0[position] = newValue }
      }
    }
  }

  @inline(never)
  private func spilled(_ position: Int) -> Int {
    precondition(position >= 0 && position < count, "index of a dimension out of range")
    return spill?[position] ?? 0
  }

  @inline(never)
  private mutating func change(_ body: (inout [Int]) -> Void) {
    var all = Array(self)
    body(&all)
    self = Dims(all)
  }

  package mutating func append(_ value: Int) {
    guard count < Dims.inlineCapacity else { return change { $0.append(value) } }
    slots[count] = value
    count += 1
  }

  package mutating func insert(_ value: Int, at position: Int) {
    guard count < Dims.inlineCapacity else { return change { $0.insert(value, at: position) } }
    var index = count
    while index > position {
      slots[index] = slots[index - 1]
      index -= 1
    }
    slots[position] = value
    count += 1
  }

  package mutating func remove(at position: Int) {
    guard count <= Dims.inlineCapacity else { return change { $0.remove(at: position) } }
    var index = position
    while index < count - 1 {
      slots[index] = slots[index + 1]
      index += 1
    }
    count -= 1
  }

  /// A number that tells most lists apart.
  @inline(__always)
  package var mixed: Int {
    var result = count
    if count <= Dims.inlineCapacity {
      for index in 0..<count { result = result &* 31 &+ slots[index] }
    } else {
      for index in 0..<count { result = result &* 31 &+ spilled(index) }
    }
    return result
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
    guard lhs.length == rhs.length else { return false }
    let count = lhs.count
    var index = 0
    if count <= inlineCapacity {
      while index < count {
        if lhs.slots[index] != rhs.slots[index] { return false }
        index &+= 1
      }
      return true
    }
    while index < count {
      if lhs[index] != rhs[index] { return false }
      index &+= 1
    }
    return true
  }
}

/// Lists of more than six entries, each kept once and for good.
///
/// Invariant: only the thread that holds the interpreter lock makes such lists; others only read finished ones.
private enum LongLists {
  /// Address of a list as a number.
  static func place(of values: [Int]) -> Int { Int(bitPattern: pointer(to: values)) }

  nonisolated(unsafe) private static var known: [[Int]: UnsafePointer<Int>] = [:]

  private static func pointer(to values: [Int]) -> UnsafePointer<Int> {
    if let pointer = known[values] { return pointer }
    let block = UnsafeMutablePointer<Int>.allocate(capacity: values.count)
    for index in values.indices { (block + index).initialize(to: values[index]) }
    let pointer = UnsafePointer(block)
    known[values] = pointer
    return pointer
  }
}
