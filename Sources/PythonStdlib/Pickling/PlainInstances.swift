import Interpreter

/// Which classes of Python are taken apart in the general way: an instance is its class and its attributes.
/// `copy` and `pickle` need no call of Python for them.
final class PlainClasses {
  private let natives: [Slot]
  private let absent: [Slot]
  private var known: [UInt32: Bool] = [:]

  /// `absent`: names of methods that would change the way.
  init(_ vm: VM, absent: [String]) {
    natives = ["__reduce_ex__", "__reduce__", "__getstate__", "__class__"].map { Slot.borrowed(vm.intern($0)) }
    self.absent = absent.map { Slot.borrowed(vm.intern($0)) }
  }

  /// Tells whether an object is an instance of such a class.
  @inline(__always)
  func holds(_ vm: VM, _ object: Object) -> Bool {
    guard object.kind == .instance, object.hasHeapType else { return false }
    if let answer = known[object.type.version] { return answer }
    return find(vm, object.type)
  }
  private func find(_ vm: VM, _ type: TypeObject) -> Bool {
    var answer = !type.hasHooks
    for name in natives where !type.lookup(vm, name).isSame(as: vm.types.object.lookup(vm, name)) { answer = false }
    for name in absent where !type.lookup(vm, name).isUndefined { answer = false }
    for base in type.mroTypes where base.isHeap && base.slotNames?.isEmpty == false { answer = false }
    if known.count > 1000 { known = [:] }
    known[type.version] = answer
    return answer
  }
}
