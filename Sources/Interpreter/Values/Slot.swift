// How values live in the machine.
//
// A `Slot` is two plain words: a tag and a payload. Ints, floats, bools and None are in the slot itself; everything
// else is a pointer to an `Object`. Copying a slot moves no counts: whoever stores one calls `retain()`, whoever
// drops one calls `release()`. Registers, list items, dict entries, attributes and cells are slots.
//
// An object's `refs` counts the slots that hold it. While `refs > 0` the slots together own ONE Swift reference;
// Swift code that handles a `Value` or a typed reference (`StrObject`, ...) owns its own Swift references in the
// ordinary way. So builtins and library code are ordinary safe Swift over `Value`, and only the machine and the
// containers move counts by hand. A count in the object costs 0.5 ns a pair, Swift's atomic retain/release 11 ns.

/// A value as the machine stores it: trivial, 16 bytes, counts moved by hand.
public struct Slot: BitwiseCopyable {
  /// Payload: Int64 bits, Double bits, 0/1 for bool, object address.
  package var bits: UInt
  /// One of `Tag`.
  package var tag: UInt

  @inline(__always)
  package init(bits: UInt, tag: UInt) {
    self.bits = bits
    self.tag = tag
  }

  /// No value at all: unbound variable, missing argument, empty cell.
  @inline(__always) package static var undefined: Slot { Slot(bits: 0, tag: Tag.undefined) }
  @inline(__always) package static var none: Slot { Slot(bits: 0, tag: Tag.none) }
  @inline(__always) package static func bool(_ value: Bool) -> Slot { Slot(bits: value ? 1 : 0, tag: Tag.bool) }
  @inline(__always) package static func int(_ value: Int) -> Slot { Slot(bits: UInt(bitPattern: value), tag: Tag.int) }
  @inline(__always) package static func float(_ value: Double) -> Slot {
    Slot(bits: UInt(value.bitPattern), tag: Tag.float)
  }

  /// A borrowed slot for an object: the caller keeps the object alive and no count moves.
  @inline(__always) package static func borrowed(_ object: Object) -> Slot {
    Slot(bits: UInt(bitPattern: Unmanaged.passUnretained(object).toOpaque()), tag: Tag.object)
  }

  /// What `traverse` reports for an object that a Swift reference keeps alive: such a reference is not in `refs`.
  @inline(__always) package static func held(_ object: Object) -> Slot {
    Slot(bits: UInt(bitPattern: Unmanaged.passUnretained(object).toOpaque()), tag: Tag.held)
  }

  /// The same for a value that Swift code holds.
  @inline(__always) package static func held(_ value: Value) -> Slot {
    if case .object(let object) = value { return held(object) }
    return .none
  }

  /// An owned slot for an object.
  @inline(__always) package static func owned(_ object: Object) -> Slot {
    let slot = borrowed(object)
    slot.retain()
    return slot
  }

  @inline(__always) package var isUndefined: Bool { tag == Tag.undefined }
  @inline(__always) package var isNone: Bool { tag == Tag.none }
  @inline(__always) package var isInt: Bool { tag == Tag.int }
  @inline(__always) package var isFloat: Bool { tag == Tag.float }
  @inline(__always) package var isBool: Bool { tag == Tag.bool }
  @inline(__always) package var isObject: Bool { tag == Tag.object }
  /// Made by `held`; only the visitors of `traverse` meet such slots.
  @inline(__always) package var isHeld: Bool { tag == Tag.held }
  @inline(__always) package var asInt: Int { Int(bitPattern: bits) }
  @inline(__always) package var asDouble: Double { Double(bitPattern: UInt64(bits)) }
  @inline(__always) package var asBool: Bool { bits != 0 }

  /// Address of the object; only when `isObject`.
  @inline(__always) package var pointer: UnsafeMutableRawPointer {
    UnsafeMutableRawPointer(bitPattern: bits).unsafelyUnwrapped
  }

  /// The object as a Swift reference (+1 for Swift); only when `isObject`.
  ///
  /// A cast, not `Unmanaged.takeUnretainedValue`: that one counts with atomic instructions in this module too.
  @inline(__always) package var object: Object { unsafeBitCast(pointer, to: Object.self) }

  /// Calls `body` with the object without moving Swift's count; only when `isObject`.
  @inline(__always) package func withObject<R, E: Error>(_ body: (Object) throws(E) -> R) throws(E) -> R {
    // `_withUnsafeGuaranteedRef` is rethrows-only, hence the plain form; the optimiser drops the pair here.
    try body(Unmanaged<Object>.fromOpaque(pointer)._withUnsafeGuaranteedRef { $0 })
  }

  /// Layout kind of the object; only when `isObject`.
  @inline(__always) package var kind: Kind {
    pointer.field(ObjectLayout.kind, Kind.self)
  }

  /// Tells whether this is an object of the layout `kind` (also of a subclass).
  @inline(__always) package func isKind(_ kind: Kind) -> Bool { tag == Tag.object && self.kind == kind }

  /// Address of the object's type; only when `isObject`.
  @inline(__always) package var typePointer: UnsafeMutableRawPointer {
    pointer.field(ObjectLayout.type, UnsafeMutableRawPointer.self)
  }

  /// Adds one to the count of the object, if it is one.
  @inline(__always) package func retain() {
    if tag == Tag.object { Slot.retainObject(pointer) }
  }

  /// `retain` of what some slot holds already: the count is not zero.
  @inline(__always) func retainHeld() {
    if tag == Tag.object {
      let counter = (pointer + ObjectLayout.refs).assumingMemoryBound(to: Int32.self)
      #if WICK_CHECKED
        if counter.pointee <= 0 { Audit.stop("retain", pointer) }
      #endif
      counter.pointee &+= 1
    }
  }

  /// Takes one from the count of the object, if it is one, and destroys it at zero.
  @inline(__always) package func release() {
    if tag == Tag.object { Slot.releaseObject(pointer) }
  }

  @inline(__always) static func retainObject(_ p: UnsafeMutableRawPointer) {
    let counter = (p + ObjectLayout.refs).assumingMemoryBound(to: Int32.self)
    let old = counter.pointee
    #if WICK_CHECKED
      if old < 0 { Audit.stop("retain", p) }
    #endif
    counter.pointee = old &+ 1
    if _slowPath(old == 0) { _ = Unmanaged.passRetained(unsafeBitCast(p, to: Object.self)) }
  }

  @inline(__always) static func releaseObject(_ p: UnsafeMutableRawPointer) {
    let counter = (p + ObjectLayout.refs).assumingMemoryBound(to: Int32.self)
    let new = counter.pointee &- 1
    #if WICK_CHECKED
      if new < 0 { Audit.stop("release", p) }
    #endif
    counter.pointee = new
    if _slowPath(new == 0) { Trashcan.drop(p) }
  }

  /// The safe form: for objects one more Swift reference.
  @inline(__always) package var value: Value {
    switch tag {
    case Tag.int: return .int(asInt)
    case Tag.float: return .float(asDouble)
    case Tag.object: return .object(object)
    case Tag.bool: return .bool(asBool)
    default: return .none
    }
  }

  /// Same tag and payload: identity for objects, equality of bits for the rest.
  @inline(__always) package func isSame(as other: Slot) -> Bool { bits == other.bits && tag == other.tag }
}

/// Tags of `Slot`. Zero is undefined, so that zeroed memory holds unbound variables.
package enum Tag {
  @inline(__always) package static var undefined: UInt { 0 }
  @inline(__always) package static var none: UInt { 1 }
  @inline(__always) package static var bool: UInt { 2 }
  @inline(__always) package static var int: UInt { 3 }
  @inline(__always) package static var float: UInt { 4 }
  @inline(__always) package static var object: UInt { 5 }
  /// Only among what `traverse` reports.
  @inline(__always) package static var held: UInt { 6 }
}

/// Byte offsets in lists, tuples and iterators that the loop reads; checked at start-up by `SequenceLayout.check()`.
enum SequenceLayout {
  /// `ListObject` and `TupleObject` begin alike.
  @inline(__always) static var count: Int { 56 }
  @inline(__always) static var items: Int { 64 }
  /// `ListIterator`.
  @inline(__always) static var iterated: Int { 56 }
  @inline(__always) static var position: Int { 72 }
  /// `TupleIterator`, which begins as `ListIterator` does.
  @inline(__always) static var tupleItems: Int { 80 }
  @inline(__always) static var tupleCount: Int { 88 }
  /// `CellObject`.
  @inline(__always) static var content: Int { 56 }
  /// `RangeIterator`.
  @inline(__always) static var current: Int { 56 }
  @inline(__always) static var step: Int { 64 }
  @inline(__always) static var remaining: Int { 72 }

  /// `StrIterator`.
  @inline(__always) static var textPosition: Int { 64 }
  @inline(__always) static var textLimit: Int { 72 }
  @inline(__always) static var text: Int { 80 }
  @inline(__always) static var textWidth: Int { 88 }

  /// Checks that the fields lie where this says.
  static func check(_ vm: VM) {
    func word(_ object: Object, _ offset: Int) -> Int {
      Unmanaged.passUnretained(object).toOpaque().field(offset, Int.self)
    }
    let list = ListObject(vm, [.int(7), .int(8), .int(9)])
    let tuple = TupleObject(vm, [.int(7), .int(8)])
    let iterator = ListIterator(vm, list)
    iterator.position = 2
    let places = TupleIterator(vm, tuple)
    places.position = 1
    precondition(
      word(places, iterated) == Int(bitPattern: places.tuple.bits) && word(places, position) == 1
        && word(places, tupleItems) == Int(bitPattern: tuple.items) && word(places, tupleCount) == 2,
      "the fields of iterators of tuples do not lie where SequenceLayout says")
    let numbers = RangeIterator(vm, start: 5, step: 6, count: 7)
    let cell = CellObject(vm, moving: .int(6))
    let letters = StrIterator(vm, vm.string("abc"))
    letters.checkLayout()
    precondition(
      word(list, count) == 3 && word(list, items) == Int(bitPattern: list.items) && word(tuple, count) == 2
        && word(tuple, items) == Int(bitPattern: tuple.items)
        && word(iterator, iterated) == Int(bitPattern: iterator.list.bits) && word(iterator, position) == 2
        && word(list, ListObject.capacityOffset) == list.capacity && list.capacity >= 3
        && word(cell, content) == 6 && word(numbers, current) == 5 && word(numbers, step) == 6 && word(numbers, remaining) == 7,
      "the fields of sequences do not lie where SequenceLayout says")
  }
}

/// Byte offsets of the header fields of `Object`, checked at start-up by `Object.checkLayout()`.
package enum ObjectLayout {
  @inline(__always) package static var refs: Int { 16 }
  @inline(__always) package static var gcIndex: Int { 20 }
  @inline(__always) package static var type: Int { 24 }
  @inline(__always) package static var shape: Int { 32 }
  @inline(__always) package static var attributes: Int { 40 }
  @inline(__always) package static var kind: Int { 48 }
  @inline(__always) package static var flags: Int { 49 }
}

extension Unmanaged {
  /// `takeUnretainedValue` without the atomic count it takes even where counts need not be atomic.
  @inline(__always) var reference: Instance { unsafeBitCast(toOpaque(), to: Instance.self) }
}

extension UnsafeMutableRawPointer {
  /// A field at a byte offset. (The standard library's `load` is not always inlined.)
  @_transparent
  func field<T: BitwiseCopyable>(_ offset: Int, _ type: T.Type) -> T {
    (self + offset).assumingMemoryBound(to: T.self).pointee
  }
  /// Sets a field at a byte offset.
  @_transparent
  func setField<T: BitwiseCopyable>(_ offset: Int, _ value: T) {
    (self + offset).assumingMemoryBound(to: T.self).pointee = value
  }
}
