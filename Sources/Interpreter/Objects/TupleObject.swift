/// `tuple`: a fixed number of slots.
package final class TupleObject: Object {
  /// Number of items.
  package let count: Int
  /// The items, owned.
  package let items: UnsafeMutablePointer<Slot>
  private var cachedHash = -1

  /// Takes over `count` owned slots starting at `source` (they are moved, not retained).
  package init(_ vm: VM, moving source: UnsafePointer<Slot>, count: Int, type: TypeObject? = nil) {
    self.count = count
    items = .allocate(capacity: max(1, count))
    items.initialize(from: source, count: count)
    super.init(kind: .tuple, type: type ?? vm.types.tuple, tracked: true)
  }

  /// Copies `count` slots starting at `source`, retaining each.
  package convenience init(_ vm: VM, copying source: UnsafePointer<Slot>, count: Int, type: TypeObject? = nil) {
    for i in 0..<count { source[i].retain() }
    self.init(vm, moving: source, count: count, type: type)
  }

  /// Makes a tuple of values.
  package convenience init(_ vm: VM, _ values: [Value], type: TypeObject? = nil) {
    let slots = values.map(\.owned)
    self.init(vm, movingArray: slots, type: type)
  }

  private convenience init(_ vm: VM, movingArray slots: [Slot], type: TypeObject?) {
    let buffer = UnsafeMutablePointer<Slot>.allocate(capacity: max(1, slots.count))
    for (i, slot) in slots.enumerated() { (buffer + i).initialize(to: slot) }
    self.init(vm, moving: buffer, count: slots.count, type: type)
    buffer.deallocate()
  }

  deinit {
    for i in 0..<count { items[i].release() }
    items.deallocate()
  }

  /// The item at `index`, which must lie in `0 ..< count`.
  package subscript(index: Int) -> Value { items[index].value }

  /// The items as values.
  package var values: [Value] { (0..<count).map { items[$0].value } }

  package override func traverse(_ visit: (Slot) -> Void) {
    for i in 0..<count { visit(items[i]) }
  }
}
