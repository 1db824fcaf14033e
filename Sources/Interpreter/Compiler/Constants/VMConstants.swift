/// Makes constants as objects of a machine.
struct VMConstants: ConstantBuilder {
  let vm: VM

  func string(_ codePoints: [UInt32]) -> Slot {
    let made = StrObject(vm, codePoints: codePoints)
    return .owned(Self.isName(codePoints) ? vm.intern(made) : made)
  }
  /// Whether a constant looks like a name. Such are interned, as CPython does: attribute names in calls compare by address.
  static func isName(_ points: [UInt32]) -> Bool {
    points.count > 0 && points.count <= 40
      && points.allSatisfy { $0 == 95 || ($0 >= 48 && $0 <= 57) || ($0 | 32 >= 97 && $0 | 32 <= 122) }
  }
  func bytes(_ bytes: [UInt8]) -> Slot { vm.makeBytes(bytes).owned }
  func bigInt(digits: [UInt8], radix: Int, isNegative: Bool) -> Slot {
    let value = Numbers.bigInt(vm, digits: digits, radix: radix)
    if isNegative, let negated = Numbers.unary(vm, .negative, value) { return negated.owned }
    return value.owned
  }
  func complex(real: Double, imaginary: Double) -> Slot { vm.makeComplex(real, imaginary).owned }
  func ellipsis() -> Slot { .owned(vm.ellipsis) }
  func tuple(_ items: [Slot]) -> Slot {
    let made = items.withUnsafeBufferPointer { buffer -> TupleObject in
      guard let base = buffer.baseAddress else { return vm.emptyTuple }
      return TupleObject.make(vm, moving: base, count: buffer.count)
    }
    return .owned(made)
  }
  func frozenSet(_ items: [Slot]) -> Slot {
    let made = vm.makeFrozenSet(items.map(\.value))
    for item in items { item.release() }
    return made.owned
  }
  func code(_ parts: CodeParts) -> Slot { .owned(Code(parts, vm: vm)) }
}
