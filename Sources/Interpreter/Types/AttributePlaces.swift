/// Remembers where objects of the shapes met last keep the attribute of one name.
package final class AttributePlaces {
  /// The name, interned.
  let name: Slot
  /// Shapes met, which are kept so that no other shape gets their address, and places; -1: no such attribute.
  private let entries: UnsafeMutablePointer<(shape: Shape?, place: Int)>
  private static var count: Int { 8 }

  package init(_ vm: VM, _ name: String) {
    self.name = .borrowed(vm.intern(name))
    entries = .allocate(capacity: AttributePlaces.count)
    entries.initialize(repeating: (nil, -1), count: AttributePlaces.count)
  }

  deinit {
    entries.deinitialize(count: AttributePlaces.count)
    entries.deallocate()
  }

  /// Where objects of a shape keep the attribute.
  @inline(__always)
  func find(_ shape: Unmanaged<Shape>) -> Int {
    let address = UInt(bitPattern: shape.toOpaque())
    let entry = entries + Int((address >> 6 ^ address >> 9) & 7)
    if let known = entry.pointee.shape, Unmanaged.passUnretained(known).toOpaque() == shape.toOpaque() {
      return entry.pointee.place
    }
    let place = shape._withUnsafeGuaranteedRef { $0.index(of: name) }
    entry.pointee = (shape.reference, place)
    return place
  }
}
