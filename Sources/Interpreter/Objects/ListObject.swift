import Glibc

/// `list`: a growing run of slots.
package final class ListObject: Object {
  /// Number of items.
  package internal(set) var count = 0
  package internal(set) var capacity = 0
  /// The items, owned; valid for `count`. May move whenever the list grows.
  package internal(set) var items: UnsafeMutablePointer<Slot>

  /// Makes an empty list with room for `capacity` items.
  package init(_ vm: VM, capacity: Int = 0, type: TypeObject? = nil) {
    items = ListObject.allocate(capacity)
    self.capacity = capacity
    super.init(kind: .list, type: type ?? vm.types.list, tracked: true)
  }

  /// Takes over `count` owned slots starting at `source`.
  package convenience init(_ vm: VM, moving source: UnsafePointer<Slot>, count: Int) {
    self.init(vm, capacity: count)
    items.initialize(from: source, count: count)
    self.count = count
  }

  /// Makes a list of values.
  package convenience init(_ vm: VM, _ values: [Value]) {
    self.init(vm, capacity: values.count)
    for (i, value) in values.enumerated() { (items + i).initialize(to: value.owned) }
    count = values.count
  }

  deinit {
    for i in 0..<count { items[i].release() }
    free(items)
  }

  private static func allocate(_ capacity: Int) -> UnsafeMutablePointer<Slot> {
    let raw = malloc(max(1, capacity) &* 16)
    guard let raw else { fatalError("out of memory for a list of \(capacity) items; callers check with reserve") }
    return raw.assumingMemoryBound(to: Slot.self)
  }

  /// Makes room for `wanted` items in all; false when memory does not suffice.
  package func reserve(_ wanted: Int) -> Bool {
    if wanted <= capacity { return true }
    let (bytes, overflow) = wanted.multipliedReportingOverflow(by: 16)
    guard !overflow, wanted >= 0, let raw = realloc(items, bytes) else { return false }
    items = raw.assumingMemoryBound(to: Slot.self)
    capacity = wanted
    return true
  }

  @inline(never)
  private func grow() {
    if !reserve(count &+ (count >> 1) &+ 4) && !reserve(count &+ 1) {
      fatalError("out of memory while a list grows to \(count) items")
    }
  }

  /// Appends an owned slot.
  @inline(__always)
  package func append(owned slot: Slot) {
    if _slowPath(count == capacity) { grow() }
    (items + count).initialize(to: slot)
    count &+= 1
  }

  /// Appends a value.
  package func append(_ value: Value) { append(owned: value.owned) }

  /// The item at `index`, which must lie in `0 ..< count`.
  package subscript(index: Int) -> Value { items[index].value }

  /// The items as values.
  package var values: [Value] { (0..<count).map { items[$0].value } }

  /// Removes everything; safe when releasing an item runs code that touches the list.
  package func removeAll() {
    let old = items
    let oldCount = count
    items = ListObject.allocate(0)
    capacity = 0
    count = 0
    for i in 0..<oldCount { old[i].release() }
    free(old)
  }

  package override func traverse(_ visit: (Slot) -> Void) {
    for i in 0..<count { visit(items[i]) }
  }
  package override func clearReferences() { removeAll() }
}
