/// A Python value in safe Swift: what builtins, library code and bindings take and return.
public enum Value {
  case none
  case bool(Bool)
  case int(Int)
  case float(Double)
  /// Everything else; ints beyond 64 bits are `IntObject`.
  case object(Object)

  /// An owned slot holding this value.
  @inline(__always) package var owned: Slot {
    switch self {
    case .none: return .none
    case .bool(let b): return .bool(b)
    case .int(let i): return .int(i)
    case .float(let f): return .float(f)
    case .object(let o): return .owned(o)
    }
  }

  /// An owned slot made of this value's own Swift reference: a fresh object moves without touching Swift's count.
  @inline(__always) package consuming func intoOwned() -> Slot {
    switch consume self {
    case .none: return .none
    case .bool(let b): return .bool(b)
    case .int(let i): return .int(i)
    case .float(let f): return .float(f)
    case .object(let o):
      if o.refs == 0 {
        o.refs = 1
        return Slot(bits: UInt(bitPattern: Unmanaged.passRetained(o).toOpaque()), tag: Tag.object)
      }
      o.refs &+= 1
      return .borrowed(o)
    }
  }

  /// A slot that moves no count: valid while this value is alive.
  @inline(__always) package var borrowed: Slot {
    switch self {
    case .none: return .none
    case .bool(let b): return .bool(b)
    case .int(let i): return .int(i)
    case .float(let f): return .float(f)
    case .object(let o): return .borrowed(o)
    }
  }

  /// Layout kind, with pseudo kinds for the values that live in the slot.
  @inline(__always) package var kind: Kind {
    switch self {
    case .none: return .none
    case .bool: return .bool
    case .int: return .int
    case .float: return .float
    case .object(let o): return o.kind
    }
  }

  /// The object, when it is one.
  @inline(__always) package var asObject: Object? {
    if case .object(let o) = self { return o }
    return nil
  }

  /// `is` of Python.
  @inline(__always) package func isSame(as other: Value) -> Bool { borrowed.isSame(as: other.borrowed) }

  @inline(__always) package var isNone: Bool {
    if case .none = self { return true }
    return false
  }
}

/// The error that carries a Python exception through Swift code: `throws(Raised)`.
public struct Raised: Error {
  /// The exception instance.
  package let exception: ExceptionObject

  package init(_ exception: ExceptionObject) { self.exception = exception }
}

/// Layout families of objects: a tag test and an unchecked downcast replace `as?`.
public enum Kind: UInt8, BitwiseCopyable {
  // values that live in slots (objects of kind `int` and `float` exist too: big ints, instances of subclasses)
  case none, bool, int, float
  case instance  // plain `Object`: instance of a Python class without builtin base
  case complex, str, bytes, bytearray, memoryview
  case list, tuple, dict, set, frozenset, range, slice
  case dictKeys, dictValues, dictItems, mappingProxy
  case type, function, nativeFunction, boundMethod, property, classMethod, staticMethod, superObject
  case memberDescriptor, getSetDescriptor
  case module, code, cell, frame, traceback, exception
  case generator, coroutine, asyncGenerator
  case iterator  // every other native iterator; virtual `next`
  case asyncGeneratorStep, asyncGeneratorValue
  case listIterator, tupleIterator, rangeIterator, strIterator, dictIterator  // those the loop knows
  case notImplemented, ellipsis
  case weakref
  case native  // any other native type; downcast by its own Swift type check
  case tensor  // torch.Tensor of the binding
}
