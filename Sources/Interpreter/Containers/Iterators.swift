/// Iterates over a list by position: sees items appended meanwhile.
package final class ListIterator: Object {
  package final var list: ListObject?
  package final var position = 0

  package init(_ vm: VM, _ list: ListObject) {
    self.list = list
    super.init(kind: .listIterator, type: vm.types.listIterator)
  }

  /// The next item, owned; undefined at the end.
  @inline(__always)
  final func step1() -> Slot {
    guard let list else { return .undefined }
    if position < list.count {
      let item = list.items[position]
      item.retain()
      position &+= 1
      return item
    }
    self.list = nil
    return .undefined
  }
  package override var isIterator: Bool { true }
  package override func iterator(_ vm: VM) throws(Raised) -> Object? { self }
  package override func next(_ vm: VM) throws(Raised) -> Value? {
    let item = step1()
    return item.isUndefined ? nil : vm.consume(item)
  }
}

/// Iterates over a tuple.
package final class TupleIterator: Object {
  package final var tuple: TupleObject?
  package final var position = 0

  package init(_ vm: VM, _ tuple: TupleObject) {
    self.tuple = tuple
    super.init(kind: .tupleIterator, type: vm.types.tupleIterator)
  }

  /// The next item, owned; undefined at the end.
  @inline(__always)
  final func step1() -> Slot {
    guard let tuple else { return .undefined }
    if position < tuple.count {
      let item = tuple.items[position]
      item.retain()
      position &+= 1
      return item
    }
    self.tuple = nil
    return .undefined
  }
  package override var isIterator: Bool { true }
  package override func iterator(_ vm: VM) throws(Raised) -> Object? { self }
  package override func next(_ vm: VM) throws(Raised) -> Value? {
    let item = step1()
    return item.isUndefined ? nil : vm.consume(item)
  }
}

/// Iterates over a range of 64-bit ints.
package final class RangeIterator: Object {
  package final var current: Int
  package final let step: Int
  package final var remaining: Int

  package init(_ vm: VM, start: Int, step: Int, count: Int) {
    current = start
    self.step = step
    remaining = count
    super.init(kind: .rangeIterator, type: vm.types.rangeIterator)
  }

  /// The next int; undefined at the end.
  @inline(__always)
  final func step1() -> Slot {
    if remaining <= 0 { return .undefined }
    let item = current
    current = item &+ step
    remaining &-= 1
    return .int(item)
  }
  package override var isIterator: Bool { true }
  package override func iterator(_ vm: VM) throws(Raised) -> Object? { self }
  package override func next(_ vm: VM) throws(Raised) -> Value? {
    let item = step1()
    return item.isUndefined ? nil : item.value
  }
}
