import GMPShim

/// `int` as an object: a number beyond 64 bits, or an instance of a subclass of `int` of any size.
package final class IntObject: Object {
  /// Sign and limbs, never changed once the object is made.
  package private(set) var z: __mpz_struct

  /// Takes over a number of GMP.
  package init(_ vm: VM, adopting z: __mpz_struct, type: TypeObject? = nil) {
    self.z = z
    super.init(kind: .int, type: type ?? vm.types.int, tracked: type?.isHeap ?? false)
  }

  /// An exact int of a number of GMP, which it takes over.
  static func make(_ vm: VM, adopting z: __mpz_struct) -> IntObject {
    guard ObjectPool.isUsed else { return IntObject(vm, adopting: z) }
    let p = ObjectPool.integer(vm)
    p.setField(numberOffset, z)
    return Unmanaged<IntObject>.fromOpaque(p).takeRetainedValue()
  }
  /// The same as an owned slot, without moving Swift's counts.
  static func slot(_ vm: VM, adopting z: __mpz_struct) -> Slot {
    guard ObjectPool.isUsed else { return Value.object(IntObject(vm, adopting: z)).intoOwned() }
    let p = ObjectPool.integer(vm)
    p.setField(numberOffset, z)
    p.setField(ObjectLayout.refs, Int32(1))
    return Slot(bits: UInt(bitPattern: p), tag: Tag.object)
  }
  /// Where `z` lies.
  @inline(__always) static var numberOffset: Int { 56 }
  /// Gives back the number of a dying object of which only the address is known.
  static func dropNumber(_ p: UnsafeMutableRawPointer) {
    __gmpz_clear((p + numberOffset).assumingMemoryBound(to: __mpz_struct.self))
  }
  /// Checks that the number lies where this says; called once at start-up.
  static func checkLayout(_ vm: VM) {
    let made = IntObject(vm, Integer.small(7), type: vm.types.int)
    let begin = Unmanaged.passUnretained(made as Object).toOpaque()
    precondition(
      withUnsafeMutablePointer(to: &made.z) { UnsafeMutableRawPointer($0) } - begin == numberOffset
        && MemoryLayout<__mpz_struct>.size == 16, "the number of an int does not lie where ObjectPool takes it to")
  }

  /// Makes an instance of a subclass.
  package convenience init(_ vm: VM, _ number: Integer, type: TypeObject) {
    var copy = __mpz_struct()
    number.withZ { __gmpz_init_set(&copy, $0) }
    self.init(vm, adopting: copy, type: type)
  }

  deinit { __gmpz_clear(&z) }

  /// The number when it fits 64 bits: only instances of subclasses are that small.
  package var small: Int? { BigInt.small(z) }

  private var number: Integer { Integer(self) }
  /// The number with the exact type `int`, on which the operators work.
  private func plain(_ vm: VM) -> Value { number.value(vm) }

  public override func repr(_ vm: VM) throws(Raised) -> StrObject { try IntText.decimal(vm, number) }
  public override func format(_ vm: VM, spec: StrObject) throws(Raised) -> StrObject {
    if spec.count == 0 { return try vm.str(.object(self)) }
    return try Formatting.formatInt(vm, number, spec, typeName: type.name)
  }
  public override func hash(_ vm: VM) throws(Raised) -> Int { number.hash }
  public override func truth(_ vm: VM) throws(Raised) -> Bool? { z._mp_size != 0 }
  public override func compare(_ vm: VM, _ comparison: Comparison, _ other: Value) throws(Raised) -> Value? {
    Numbers.compareNative(comparison, .object(self), other).map { .bool($0) }
  }
  public override func binary(
    _ vm: VM, _ op: BinaryOperator, _ other: Value, reflected: Bool
  ) throws(Raised) -> Value? {
    reflected
      ? try Numbers.binaryNative(vm, op, other, .object(self)) : try Numbers.binaryNative(vm, op, .object(self), other)
  }
  public override func unary(_ vm: VM, _ op: UnaryOperator) throws(Raised) -> Value? {
    Numbers.unary(vm, op, plain(vm))
  }
  public override func index(_ vm: VM) throws(Raised) -> Value? { plain(vm) }
  public override func toInt(_ vm: VM) throws(Raised) -> Value? { plain(vm) }
  public override func toFloat(_ vm: VM) throws(Raised) -> Double? { try Numbers.double(vm, number) }
}

/// An instance of a subclass of `float`.
package final class FloatObject: Object {
  /// The number.
  package let value: Double

  package init(_ vm: VM, _ value: Double, type: TypeObject) {
    self.value = value
    super.init(kind: .float, type: type, tracked: type.isHeap)
  }

  public override func repr(_ vm: VM) throws(Raised) -> StrObject { vm.string(FloatText.repr(value)) }
  public override func format(_ vm: VM, spec: StrObject) throws(Raised) -> StrObject {
    if spec.count == 0 { return try vm.str(.object(self)) }
    return try Formatting.formatFloat(vm, value, spec, typeName: type.name)
  }
  public override func hash(_ vm: VM) throws(Raised) -> Int {
    Numbers.hash(value, identity: try vm.hash(.object(type)))
  }
  public override func truth(_ vm: VM) throws(Raised) -> Bool? { value != 0 }
  public override func compare(_ vm: VM, _ comparison: Comparison, _ other: Value) throws(Raised) -> Value? {
    Numbers.compareNative(comparison, .float(value), other).map { .bool($0) }
  }
  public override func binary(
    _ vm: VM, _ op: BinaryOperator, _ other: Value, reflected: Bool
  ) throws(Raised) -> Value? {
    reflected
      ? try Numbers.binaryNative(vm, op, other, .float(value)) : try Numbers.binaryNative(vm, op, .float(value), other)
  }
  public override func unary(_ vm: VM, _ op: UnaryOperator) throws(Raised) -> Value? {
    Numbers.unary(vm, op, .float(value))
  }
  public override func toInt(_ vm: VM) throws(Raised) -> Value? { try Numbers.truncate(vm, value) }
  public override func toFloat(_ vm: VM) throws(Raised) -> Double? { value }
}
