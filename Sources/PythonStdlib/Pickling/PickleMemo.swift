import Interpreter

/// Which objects a pickle holds already: numbers by address. It keeps the objects alive.
final class PickleMemo {
  private var keys: [UInt]
  private var numbers: [Int32]
  private var mask = 63
  /// The objects by number; undefined where nobody else can hold the object.
  private var objects: [Slot] = []

  init() {
    keys = [UInt](repeating: 0, count: 64)
    numbers = [Int32](repeating: -1, count: 64)
  }
  deinit { for slot in objects { slot.release() } }

  var count: Int { objects.count }

  /// The number of an object, or -1.
  @inline(__always)
  func find(_ slot: Slot) -> Int {
    var place = Int(truncatingIfNeeded: (slot.bits >> 4) &* 0x9E37_79B9_7F4A_7C15 >> 32) & mask
    while keys[place] != 0 {
      if keys[place] == slot.bits { return Int(numbers[place]) }
      place = (place &+ 1) & mask
    }
    return -1
  }
  /// Gives an object the next number.
  @discardableResult
  func add(_ slot: Slot) -> Int {
    let number = objects.count
    slot.retain()
    objects.append(slot)
    if slot.isObject { enter(slot.bits, number) }
    return number
  }
  private func enter(_ key: UInt, _ number: Int) {
    if (number &+ 1) &* 2 > mask { grow() }
    var place = Int(truncatingIfNeeded: (key >> 4) &* 0x9E37_79B9_7F4A_7C15 >> 32) & mask
    while keys[place] != 0 && keys[place] != key { place = (place &+ 1) & mask }
    keys[place] = key
    numbers[place] = Int32(truncatingIfNeeded: number)
  }
  private func grow() {
    mask = mask &* 4 &+ 3
    keys = [UInt](repeating: 0, count: mask &+ 1)
    numbers = [Int32](repeating: -1, count: mask &+ 1)
    for (number, slot) in objects.enumerated() where slot.isObject { enter(slot.bits, number) }
  }

  /// Takes what `Pickler.memo` holds: numbers and objects by `id`.
  func load(_ vm: VM, _ dict: DictObject) throws(Raised) {
    for item in dict.items {
      guard let pair = item.value.asTuple, pair.count == 2, let number = pair[0].asInt, number >= 0, number < 1 << 28 else {
        throw vm.typeError("the values of 'memo' must be tuples of a number and an object")
      }
      while objects.count <= number { objects.append(.undefined) }
      objects[number].release()
      objects[number] = pair.items[1]
      pair.items[1].retain()
    }
    mask = 15
    grow()
    while objects.count &* 2 > mask { grow() }
  }
  /// Puts the objects from a number on into `Pickler.memo`.
  func store(_ vm: VM, _ dict: DictObject, from first: Int) throws(Raised) {
    for number in first..<max(first, objects.count) {
      let slot = objects[number]
      let key = slot.isObject ? Int(bitPattern: slot.bits) : -1 &- number
      try dict.set(vm, .int(key), .object(TupleObject.make(vm, [.int(number), slot.value])))
    }
  }
}
