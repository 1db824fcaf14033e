/// Base of everything that is not an int, float, bool or None. An instance of a Python class without a builtin base
/// is a plain `Object` of kind `instance`.
///
/// The methods below are the native protocol of a type: subclasses override what their Python type implements.
/// They are called through `VM` (`vm.length(of:)`, `vm.getItem`, ...), which first honours special methods
/// that a Python class defines. Operands that a method cannot handle: return nil, which means `NotImplemented`.
open class Object {
  /// How many slots hold this object (see `Slot`).
  final var refs: Int32 = 0
  /// Place in the collector's list, or -1 while not tracked.
  final var gcIndex: Int32 = -1
  /// Whether the collector looks at the object.
  package final var isTracked: Bool { gcIndex >= 0 }
  /// The type, counted as one reference to it.
  final var typeRef: Unmanaged<TypeObject>
  /// Which attributes the object has and where, or nil while it has none.
  final var shapeRef: Unmanaged<Shape>?
  /// Attribute values in the order of the shape, or nil.
  final var attributes: UnsafeMutablePointer<Slot>?
  /// Layout family.
  package final let kind: Kind
  /// A set of `ObjectFlags`.
  final var flags: UInt8 = 0

  /// Makes an object of a native layout. `tracked` containers take part in cycle collection.
  package init(kind: Kind, type: TypeObject, tracked: Bool = false) {
    self.kind = kind
    typeRef = Unmanaged.passUnretained(type)
    type.countInstanceReference()
    #if WICK_CHECKED
      Audit.born(self)
    #endif
    if tracked { Collector.track(self) }
  }

  /// Only for the types that are made before `type` exists; `VM` sets the type at once.
  init(bootstrapKind kind: Kind) {
    self.kind = kind
    typeRef = Unmanaged<TypeObject>.fromOpaque(Object.bootstrapAddress)
    #if WICK_CHECKED
      Audit.born(self)
    #endif
  }

  private static var bootstrapAddress: UnsafeMutableRawPointer {
    UnsafeMutableRawPointer(bitPattern: 8).unsafelyUnwrapped
  }

  deinit {
    if gcIndex >= 0 { Collector.untrack(self) }
    if attributes != nil { dropAttributes() }
    if flags & ObjectFlags.weaklyReferenced != 0 { WeakReferences.clear(Unmanaged.passUnretained(self).toOpaque()) }
    Slot.releaseObject(typeRef.toOpaque())
    #if WICK_CHECKED
      Audit.died(self)
    #endif
  }

  /// The Python type.
  package final var type: TypeObject {
    @inline(__always) get { unsafeBitCast(typeRef.toOpaque(), to: TypeObject.self) }
  }

  /// Tells whether the type is a class made by Python code (special methods may be overridden).
  package final var hasHeapType: Bool {
    @inline(__always) get { typeRef._withUnsafeGuaranteedRef { $0.isHeap } }
  }

  // MARK: Native protocol

  /// `repr(self)`.
  open func repr(_ vm: VM) throws(Raised) -> StrObject { vm.defaultRepr(self) }
  /// `str(self)`; nil means the same as `repr`.
  open func str(_ vm: VM) throws(Raised) -> StrObject? { nil }
  /// `format(self, spec)`; the default accepts only an empty spec.
  open func format(_ vm: VM, spec: StrObject) throws(Raised) -> StrObject {
    if spec.count == 0 { return try vm.str(.object(self)) }
    throw vm.typeError("unsupported format string passed to \(type.operandName).__format__")
  }
  /// `hash(self)`; the default is by identity.
  open func hash(_ vm: VM) throws(Raised) -> Int {
    let address = UInt(bitPattern: Unmanaged.passUnretained(self).toOpaque())
    return Int(bitPattern: address >> 4 | address << 60)
  }
  /// Tells whether the object counts as true; nil: by `length`, and true when there is none.
  open func truth(_ vm: VM) throws(Raised) -> Bool? { nil }
  /// `self <comparison> other`; nil is NotImplemented.
  open func compare(_ vm: VM, _ comparison: Comparison, _ other: Value) throws(Raised) -> Value? { nil }
  /// `self op other`, or `other op self` when `reflected`; nil is NotImplemented.
  open func binary(
    _ vm: VM, _ op: BinaryOperator, _ other: Value, reflected: Bool
  ) throws(Raised) -> Value? { nil }
  /// `x op y`, of which `self` is one, without the safe wrapping: the way of natives whose operators must be quick. Those of
  /// kind `native` are asked for `op=` as well. The answer is owned; undefined: take the general way.
  open func binarySlots(_ vm: VM, _ op: BinaryOperator, _ x: Slot, _ y: Slot) throws(Raised) -> Slot { .undefined }
  /// `self op= other`; nil: fall back to `binary`.
  open func inPlace(_ vm: VM, _ op: BinaryOperator, _ other: Value) throws(Raised) -> Value? { nil }
  /// Unary minus, plus, invert, abs; nil: bad operand.
  open func unary(_ vm: VM, _ op: UnaryOperator) throws(Raised) -> Value? { nil }
  /// `__index__`: an int or big int; nil: not an integer.
  open func index(_ vm: VM) throws(Raised) -> Value? { nil }
  /// `__int__` and `__float__`; nil: not convertible.
  open func toInt(_ vm: VM) throws(Raised) -> Value? { nil }
  open func toFloat(_ vm: VM) throws(Raised) -> Double? { nil }
  /// `len(self)`; nil: has no length.
  open func length(_ vm: VM) throws(Raised) -> Int? { nil }
  /// `self[key]`; nil: not subscriptable.
  open func getItem(_ vm: VM, _ key: Value) throws(Raised) -> Value? { nil }
  /// `self[key] = value`, or `del self[key]` when the value is nil; false: not supported.
  open func setItem(_ vm: VM, _ key: Value, _ value: Value?) throws(Raised) -> Bool { false }
  /// `self[index]`, owned, of what has items by number and finds it without more ado; undefined: `getItem` decides.
  open func itemSlot(_ vm: VM, _ index: Int) -> Slot { .undefined }
  /// `self[index] = value` (borrowed) of the same; false: `setItem` decides.
  open func setItemSlot(_ index: Int, _ value: Slot) -> Bool { false }
  /// `item in self`; nil: by iteration.
  open func contains(_ vm: VM, _ item: Value) throws(Raised) -> Bool? { nil }
  /// `iter(self)`; nil: not iterable.
  open func iterator(_ vm: VM) throws(Raised) -> Object? { nil }
  /// Next item of an iterator; nil at the end. Called only when `isIterator`.
  open func next(_ vm: VM) throws(Raised) -> Value? { nil }
  /// Next item of an iterator as an owned slot; undefined at the end. Iterators that loops step often override it.
  open func stepSlot(_ vm: VM) throws(Raised) -> Slot { try next(vm)?.intoOwned() ?? .undefined }
  /// Tells whether `next` is meaningful.
  open var isIterator: Bool { false }
  /// `self(...)`; only called when `isCallable`.
  open func call(_ vm: VM, _ arguments: Arguments) throws(Raised) -> Value {
    throw vm.typeError("'\(type.operandName)' object is not callable")
  }
  open var isCallable: Bool { false }
  /// Attribute that is neither in the type nor in the instance (modules, super, proxies); nil: AttributeError.
  open func nativeAttribute(_ vm: VM, _ name: StrObject) throws(Raised) -> Value? { nil }
  /// Takes over assignment (nil: deletion) of an attribute; false: the general rule applies.
  open func setNativeAttribute(_ vm: VM, _ name: StrObject, _ value: Value?) throws(Raised) -> Bool { false }
  /// Descriptor protocol of native descriptors: `__get__`; nil: not a descriptor. `instance` nil: class access.
  open func descriptorGet(_ vm: VM, _ instance: Value?, _ owner: TypeObject) throws(Raised) -> Value? { nil }
  /// `__set__` / `__delete__` of native data descriptors; false: not a data descriptor.
  open func descriptorSet(_ vm: VM, _ instance: Value, _ value: Value?) throws(Raised) -> Bool { false }
  /// Tells whether `descriptorSet` is implemented (data descriptors win over instance attributes).
  open var isDataDescriptor: Bool { false }

  // MARK: Collector

  /// Visits every slot that this object owns, and `Slot.held` of every object that a Swift property of it keeps alive
  /// and that may be part of a cycle. Attributes and type are visited by the collector itself.
  open func traverse(_ visit: (Slot) -> Void) {}
  /// Drops the references that may close a cycle.
  open func clearReferences() {}

  /// Calls `visit` with every slot this object owns, attributes and a heap type included.
  final func traverseAll(_ visit: (Slot) -> Void) {
    traverse(visit)
    if let attributes, let shape = shapeRef {
      let count = shape._withUnsafeGuaranteedRef { $0.count }
      for i in 0..<count { visit(attributes[i]) }
    }
    visit(Slot(bits: UInt(bitPattern: typeRef.toOpaque()), tag: Tag.object))
  }

  /// Checks that the header fields lie where `ObjectLayout` says; called once at start-up.
  package static func checkLayout(_ object: Object) {
    let p = Unmanaged.passUnretained(object).toOpaque()
    precondition(MemoryLayout<Slot>.stride == 16, "Slot must be 16 bytes")
    precondition(
      p.load(fromByteOffset: ObjectLayout.kind, as: Kind.self) == object.kind
        && p.load(fromByteOffset: ObjectLayout.type, as: UnsafeMutableRawPointer.self) == object.typeRef.toOpaque()
        && p.load(fromByteOffset: ObjectLayout.refs, as: Int32.self) == object.refs
        && p.load(fromByteOffset: ObjectLayout.gcIndex, as: Int32.self) == object.gcIndex,
      "the header of Object does not lie where ObjectLayout says")
  }
}

/// Bits of `Object.flags`.
package enum ObjectFlags {
  /// `__del__` has run already.
  static let finalized: UInt8 = 1
  /// The object lives in the old generation of the collector.
  static let old: UInt8 = 2
  /// A weak reference to it exists.
  static let weaklyReferenced: UInt8 = 4
  /// The string is the one of the intern table.
  static let interned: UInt8 = 8
  /// Attributes live in a dict (slot 0), not by shape.
  static let attributeDict: UInt8 = 16
  /// The attributes' storage has had room for eight from the start.
  static let roomy: UInt8 = 64
  /// Being destroyed.
  static let dying: UInt8 = 32
  /// Made by `ObjectPool`, which may keep it when it dies.
  @inline(__always) static var pooled: UInt8 { 128 }
}

/// Six rich comparisons.
public enum Comparison: UInt8 {
  case less, lessEqual, equal, notEqual, greater, greaterEqual

  /// The comparison with the operands exchanged.
  package var swapped: Comparison {
    switch self {
    case .less: return .greater
    case .lessEqual: return .greaterEqual
    case .greater: return .less
    case .greaterEqual: return .lessEqual
    case .equal, .notEqual: return self
    }
  }
  /// The comparison that holds when this one does not, as numbers are compared.
  var complement: Comparison {
    switch self {
    case .less: return .greaterEqual
    case .lessEqual: return .greater
    case .greater: return .lessEqual
    case .greaterEqual: return .less
    case .equal: return .notEqual
    case .notEqual: return .equal
    }
  }
  /// As written in Python.
  package var symbol: String {
    switch self {
    case .less: return "<"
    case .lessEqual: return "<="
    case .equal: return "=="
    case .notEqual: return "!="
    case .greater: return ">"
    case .greaterEqual: return ">="
    }
  }
}

/// Binary operators, in the order of the opcodes `add` ... `matrixMultiply`.
public enum BinaryOperator: UInt8 {
  case add, subtract, multiply, trueDivide, floorDivide, remainder, power
  case leftShift, rightShift, bitAnd, bitOr, bitXor, matrixMultiply
  /// `divmod(a, b)`; no opcode.
  case divmod

  /// As written in Python.
  package var symbol: String {
    switch self {
    case .add: return "+"
    case .subtract: return "-"
    case .multiply: return "*"
    case .trueDivide: return "/"
    case .floorDivide: return "//"
    case .remainder: return "%"
    case .power: return "** or pow()"
    case .leftShift: return "<<"
    case .rightShift: return ">>"
    case .bitAnd: return "&"
    case .bitOr: return "|"
    case .bitXor: return "^"
    case .matrixMultiply: return "@"
    case .divmod: return "divmod()"
    }
  }
}

/// Unary operators (`not` is not one: it goes by truth).
public enum UnaryOperator: UInt8 {
  case negative, positive, invert, absolute
  /// As CPython's messages write it.
  package var symbol: String {
    switch self {
    case .negative: return "unary -"
    case .positive: return "unary +"
    case .invert: return "unary ~"
    case .absolute: return "abs()"
    }
  }
}
