// Typed access to values: a kind test and an unchecked downcast (kind and Swift class belong together one to one).
// Instances of Python subclasses count: a subclass of `list` is a `ListObject` with a heap type.

extension Value {
  /// The Swift object of one of the kinds, without looking at its class.
  @inline(__always)
  private func object<T: Object>(_ kind: Kind, _ type: T.Type) -> T? {
    if case .object(let o) = self, o.kind == kind { return unsafeDowncast(o, to: T.self) }
    return nil
  }

  /// The object as an instance of a final class of Swift; nil: it is none. A comparison, where `as?` is a call.
  @inline(__always)
  package func native<T: Object>(_ type: T.Type) -> T? {
    guard case .object(let o) = self, Swift.type(of: o) == type else { return nil }
    return unsafeDowncast(o, to: type)
  }

  @inline(__always) package var asStr: StrObject? { object(.str, StrObject.self) }
  @inline(__always) package var asList: ListObject? { object(.list, ListObject.self) }
  @inline(__always) package var asTuple: TupleObject? { object(.tuple, TupleObject.self) }
  @inline(__always) package var asDict: DictObject? { object(.dict, DictObject.self) }
  @inline(__always) package var asType: TypeObject? { object(.type, TypeObject.self) }
  @inline(__always) package var asFunction: FunctionObject? { object(.function, FunctionObject.self) }
  @inline(__always) package var asException: ExceptionObject? { object(.exception, ExceptionObject.self) }
  @inline(__always) package var asModule: ModuleObject? { object(.module, ModuleObject.self) }
  @inline(__always) package var asCode: Code? { object(.code, Code.self) }
  @inline(__always) package var asBoundMethod: BoundMethod? { object(.boundMethod, BoundMethod.self) }
  @inline(__always) package var asRange: RangeObject? { object(.range, RangeObject.self) }
  @inline(__always) package var asSlice: SliceObject? { object(.slice, SliceObject.self) }

  /// A `set` or a `frozenset`.
  @inline(__always) package var asSet: SetObject? {
    if case .object(let o) = self, o.kind == .set || o.kind == .frozenset {
      return unsafeDowncast(o, to: SetObject.self)
    }
    return nil
  }

  /// An int of 64 bits or a bool; nil for big ints and everything else.
  @inline(__always) package var asInt: Int? {
    switch self {
    case .int(let i): return i
    case .bool(let b): return b ? 1 : 0
    default: return nil
    }
  }

  /// A float that lives in the slot.
  @inline(__always) package var asFloat: Double? {
    if case .float(let f) = self { return f }
    return nil
  }

  /// The singleton `...`.
  @inline(__always) package var isEllipsis: Bool { kind == .ellipsis }
}

extension Slot {
  @inline(__always) package var asStr: StrObject? {
    isKind(.str) ? unsafeDowncast(object, to: StrObject.self) : nil
  }
  @inline(__always) package var asList: ListObject? {
    isKind(.list) ? unsafeDowncast(object, to: ListObject.self) : nil
  }
  @inline(__always) package var asTuple: TupleObject? {
    isKind(.tuple) ? unsafeDowncast(object, to: TupleObject.self) : nil
  }
  @inline(__always) package var asDict: DictObject? {
    isKind(.dict) ? unsafeDowncast(object, to: DictObject.self) : nil
  }
  @inline(__always) package var asType: TypeObject? {
    isKind(.type) ? unsafeDowncast(object, to: TypeObject.self) : nil
  }
}
