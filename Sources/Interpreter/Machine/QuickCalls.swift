import Glibc

/// Builtins that a call instruction answers itself for the commonest arguments.
///
/// A new one is a case here, a name in `of` and an answer in `quickCall` or in the function for its family.
enum QuickCall: UInt8 {
  case none, len, ord, chr, isInstance, abs, min, max, listAppend, dictGet, dictSetDefault, setAdd
  case hasAttribute, getAttribute, setAttribute
  case hash, id, callable, iter, next, sorted, any, all, sum, floatFunction
  case listPop, listExtend, listSort, listReverse, listInsert, listIndex, listCount, listCopy, listRemove
  case dictKeys, dictValues, dictItems, dictPop, dictCopy, dictUpdate, setDiscard, setRemove
  case textStrip, textLeftStrip, textRightStrip, textUpper, textLower, textStartsWith, textEndsWith, textReplace
  case textSplit, textJoin, textFind, textRightFind, textIndex, textCount, textEncode
  case textIsAlphanumeric, textIsAlpha, textIsDigit, textIsSpace, textIsUpper, textIsLower

  /// The one for a row of builtins or of a type.
  static func of(_ name: String, _ type: String?) -> QuickCall {
    switch type {
    case nil: return ofBuiltin(name)
    case "list": return ofList(name)
    case "dict": return ofDict(name)
    case "str": return ofText(name)
    case "set":
      switch name {
      case "add": return .setAdd
      case "discard": return .setDiscard
      case "remove": return .setRemove
      default: return .none
      }
    default: return .none
    }
  }

  private static func ofBuiltin(_ name: String) -> QuickCall {
    switch name {
    case "len": return .len
    case "ord": return .ord
    case "chr": return .chr
    case "isinstance": return .isInstance
    case "abs": return .abs
    case "min": return .min
    case "max": return .max
    case "hasattr": return .hasAttribute
    case "getattr": return .getAttribute
    case "setattr": return .setAttribute
    case "hash": return .hash
    case "id": return .id
    case "callable": return .callable
    case "iter": return .iter
    case "next": return .next
    case "sorted": return .sorted
    case "any": return .any
    case "all": return .all
    case "sum": return .sum
    default: return .none
    }
  }
  private static func ofList(_ name: String) -> QuickCall {
    switch name {
    case "append": return .listAppend
    case "pop": return .listPop
    case "extend": return .listExtend
    case "sort": return .listSort
    case "reverse": return .listReverse
    case "insert": return .listInsert
    case "index": return .listIndex
    case "count": return .listCount
    case "copy": return .listCopy
    case "remove": return .listRemove
    default: return .none
    }
  }
  private static func ofDict(_ name: String) -> QuickCall {
    switch name {
    case "get": return .dictGet
    case "setdefault": return .dictSetDefault
    case "keys": return .dictKeys
    case "values": return .dictValues
    case "items": return .dictItems
    case "pop": return .dictPop
    case "copy": return .dictCopy
    case "update": return .dictUpdate
    default: return .none
    }
  }
  private static func ofText(_ name: String) -> QuickCall {
    switch name {
    case "strip": return .textStrip
    case "lstrip": return .textLeftStrip
    case "rstrip": return .textRightStrip
    case "upper": return .textUpper
    case "lower": return .textLower
    case "startswith": return .textStartsWith
    case "endswith": return .textEndsWith
    case "replace": return .textReplace
    case "split": return .textSplit
    case "join": return .textJoin
    case "find": return .textFind
    case "rfind": return .textRightFind
    case "index": return .textIndex
    case "count": return .textCount
    case "encode": return .textEncode
    case "isalnum": return .textIsAlphanumeric
    case "isalpha": return .textIsAlpha
    case "isdigit", "isdecimal", "isnumeric": return .textIsDigit
    case "isspace": return .textIsSpace
    case "isupper": return .textIsUpper
    case "islower": return .textIsLower
    default: return .none
    }
  }
}

extension VM {
  /// The answer (owned) of a builtin to arguments of exact builtin types; undefined: its body decides.
  @inline(__always)
  func quickCall(_ call: QuickCall, _ arguments: Register, _ count: Int) throws(Raised) -> Slot {
    let x = arguments[0]
    switch call {
    case .none, .floatFunction: break
    case .listAppend:
      if count == 2 && x.isObject && x.typePointer == listType && !arguments[1].isUndefined {
        let item = (arguments + 1).copy()
        Unmanaged<ListObject>.fromOpaque(x.pointer)._withUnsafeGuaranteedRef { $0.append(owned: item) }
        return .none
      }
    case .len:
      if count == 1 && x.isObject {
        let type = x.typePointer
        // Texts count at the same place as lists and tuples.
        if type == listType || type == strType || type == tupleType {
          return .int(x.pointer.field(SequenceLayout.count, Int.self))
        }
        if type == dictType {
          return .int(Unmanaged<DictObject>.fromOpaque(x.pointer)._withUnsafeGuaranteedRef { $0.count })
        }
        if type == setType {
          return .int(Unmanaged<SetObject>.fromOpaque(x.pointer)._withUnsafeGuaranteedRef { $0.count })
        }
        if x.kind != .instance, leaves(x, .len) {
          if let count = try x.object.length(self) { return .int(count) }
          break
        }
        let answer = try callPlainSpecial(x, .len)
        if answer.isInt && answer.asInt >= 0 { return answer }
        if !answer.isUndefined { return .int(try checkedLength(consume(answer))) }
      }
    case .ord:
      if count == 1 && x.isObject && x.typePointer == strType {
        let text = Unmanaged<StrObject>.fromOpaque(x.pointer)
        if text._withUnsafeGuaranteedRef({ $0.count == 1 }) {
          return .int(Int(text._withUnsafeGuaranteedRef { $0[0] }))
        }
      }
    case .chr:
      if count == 1 && x.isInt && x.asInt >= 0 && x.asInt < 0x11_0000 {
        return characterSlot(UInt32(truncatingIfNeeded: x.asInt))
      }
    case .abs:
      if count == 1 {
        if x.isInt && x.asInt != Int.min { return .int(Int(x.asInt.magnitude)) }
        if x.isFloat { return .float(x.asDouble.magnitude) }
        if x.isObject && x.typePointer == complexType {
          let z = Unmanaged<ComplexObject>.fromOpaque(x.pointer)._withUnsafeGuaranteedRef { $0.value }
          let size = hypot(z.re, z.im)
          if size.isFinite { return .float(size) }
        }
      }
    case .isInstance:
      if count == 2 && !x.isUndefined { return quickInstance(x, arguments[1]) }
    case .hasAttribute:
      guard count == 2, let (own, ofClass) = plainAttribute(x, arguments[1]) else { break }
      if !own.isUndefined || ofClass.isUndefined { return .bool(!own.isUndefined) }
      // A property may raise AttributeError.
      if ofClass.isKind(.function) || ofClass.isKind(.nativeFunction) { return .bool(true) }
    case .getAttribute:
      guard count == 2 || count == 3, let (own, ofClass) = plainAttribute(x, arguments[1]) else { break }
      if !own.isUndefined {
        own.retain()
        return own
      }
      if count == 3 && ofClass.isUndefined && !arguments[2].isUndefined { return (arguments + 2).copy() }
    case .setAttribute:
      if count == 3 && !arguments[2].isUndefined && setPlainAttribute(x, arguments[1], arguments[2]) { return .none }
    case .min, .max: return VM.quickExtreme(arguments, count, greatest: call == .max)
    case .dictGet:
      if (count == 2 || count == 3) && x.isObject && x.typePointer == dictType && !arguments[1].isUndefined {
        let found = try unsafeBitCast(x.pointer, to: DictObject.self).get(self, arguments[1])
        if !found.isUndefined {
          found.retain()
          return found
        }
        if count == 2 { return .none }
        return (arguments + 2).copy()
      }
    case .dictSetDefault:
      if (count == 2 || count == 3) && x.isObject && x.typePointer == dictType && !arguments[1].isUndefined {
        return try setDefault(x, arguments[1], count == 3 ? arguments[2] : .none)
      }
    case .setAdd:
      if count == 2 && x.isObject && x.typePointer == setType && !arguments[1].isUndefined {
        try unsafeBitCast(x.pointer, to: SetObject.self).add(self, arguments[1])
        return .none
      }
    case .hash, .id, .callable, .iter, .next, .sorted, .any, .all, .sum: return try quickBuiltin(call, x, arguments, count)
    case .listPop, .listExtend, .listSort, .listReverse, .listInsert, .listIndex, .listCount, .listCopy, .listRemove:
      if x.isObject && x.typePointer == listType { return try quickList(call, x, arguments, count) }
    case .dictKeys, .dictValues, .dictItems, .dictPop, .dictCopy, .dictUpdate:
      if x.isObject && x.typePointer == dictType { return try quickDict(call, x, arguments, count) }
    case .setDiscard, .setRemove:
      if x.isObject && x.typePointer == setType { return try quickSet(call, x, arguments, count) }
    default:
      if x.isObject && x.typePointer == strType { return try quickText(call, x, arguments, count) }
    }
    return .undefined
  }

  /// The attribute of a plain instance, borrowed, and what its class has under the name; either may be undefined. nil:
  /// the class has a say in it, or it is no plain instance.
  @inline(__always)
  private func plainAttribute(_ x: Slot, _ name: Slot) -> (Slot, Slot)? {
    guard name.isObject, name.typePointer == strType,
      name.pointer.field(ObjectLayout.flags, UInt8.self) & ObjectFlags.interned != 0
    else { return nil }
    guard x.isKind(.instance) else {
      guard let type = bareType(x) else { return nil }
      return (.undefined, type._withUnsafeGuaranteedRef { $0.lookup(self, name) })
    }
    let object = unsafeBitCast(x.pointer, to: Object.self)
    let type = unsafeBitCast(x.typePointer, to: TypeObject.self)
    if type.hasAttributeHook { return nil }
    let ofClass = type.lookup(self, name)
    let own = instanceAttribute(object, name)
    // A name of `__slots__` lies among the attributes like any other.
    let isSlot = ofClass.isObject && ofClass.kind == .memberDescriptor
    if isSlot && own.isUndefined || ofClass.isObject && !isSlot && ofClass.kind != .function && isDataDescriptor(ofClass) {
      return nil
    }
    // `__getattr__` is asked for what is in neither.
    if type.hasAttributeHooks && own.isUndefined && ofClass.isUndefined { return nil }
    return (own, ofClass)
  }

  /// The type of a number, text or container of an exact builtin type, none of which has attributes of its own.
  private func bareType(_ x: Slot) -> Unmanaged<TypeObject>? {
    if x.isInt { return Unmanaged<TypeObject>.fromOpaque(intType) }
    if x.isFloat { return Unmanaged<TypeObject>.fromOpaque(floatType) }
    guard x.isObject else { return nil }
    let type = x.typePointer
    return type == strType || type == listType || type == tupleType || type == dictType || type == setType
      ? Unmanaged<TypeObject>.fromOpaque(type) : nil
  }

  /// Sets an attribute of a plain instance whose class has nothing under the name; false: the class has a say in it.
  private func setPlainAttribute(_ x: Slot, _ name: Slot, _ value: Slot) -> Bool {
    guard x.isKind(.instance), name.isObject, name.typePointer == strType,
      name.pointer.field(ObjectLayout.flags, UInt8.self) & ObjectFlags.interned != 0
    else { return false }
    let object = unsafeBitCast(x.pointer, to: Object.self)
    let type = unsafeBitCast(x.typePointer, to: TypeObject.self)
    guard type.isHeap, !type.hasSetAttributeHook, type.hasAttributes, type.lookup(self, name).isUndefined else { return false }
    value.retain()
    setInstanceAttribute(object, name, owned: value)
    return true
  }

  private func quickInstance(_ x: Slot, _ cls: Slot) -> Slot {
    let own = type(of: x)
    if cls.isKind(.type) {
      if own === unsafeBitCast(cls.pointer, to: TypeObject.self) { return .bool(true) }
      return plainInstance(own, cls)
    }
    guard cls.isObject, cls.typePointer == tupleType else { return .undefined }
    let items = cls.pointer.field(SequenceLayout.items, Register.self)
    for k in 0..<cls.pointer.field(SequenceLayout.count, Int.self) {
      guard items[k].isKind(.type) else { return .undefined }
      let answer = plainInstance(own, items[k])
      if answer.isUndefined || answer.asBool { return answer }
    }
    return .bool(false)
  }
  /// Only instances of Python classes may claim another `__class__`, and only metaclasses another answer.
  private func plainInstance(_ own: TypeObject, _ cls: Slot) -> Slot {
    let wanted = unsafeBitCast(cls.pointer, to: TypeObject.self)
    if own === wanted { return .bool(true) }
    if wanted.hasHeapType { return .undefined }
    if own.isSubtype(of: wanted) { return .bool(true) }
    return hasPlainClass(own) ? .bool(false) : .undefined
  }

  private static func quickExtreme(_ arguments: Register, _ count: Int, greatest: Bool) -> Slot {
    if count < 2 { return .undefined }
    var best = arguments[0]
    for k in 1..<count {
      let item = arguments[k]
      if best.isInt && item.isInt {
        if greatest ? item.asInt > best.asInt : item.asInt < best.asInt { best = item }
      } else if best.isFloat && item.isFloat {
        if greatest ? item.asDouble > best.asDouble : item.asDouble < best.asDouble { best = item }
      } else {
        return .undefined
      }
    }
    return best
  }

  // MARK: complex

  /// `x op y` of two exact complex numbers, owned; undefined: the general way decides.
  ///
  /// `reuse`: the register of `x` is dying. The answer may be `x` itself then, whose count stays.
  @inline(__always)
  func binaryComplex(_ op: BinaryOperator, _ x: Slot, _ y: Slot, reuse: Bool) -> Slot {
    let a = Unmanaged<ComplexObject>.fromOpaque(x.pointer)._withUnsafeGuaranteedRef { $0.value }
    let b = Unmanaged<ComplexObject>.fromOpaque(y.pointer)._withUnsafeGuaranteedRef { $0.value }
    let result: Complex
    switch op {
    case .add: result = Complex(a.re + b.re, a.im + b.im)
    case .subtract: result = Complex(a.re - b.re, a.im - b.im)
    case .multiply: result = a * b
    default: return .undefined
    }
    if reuse && ObjectPool.isUsed && ComplexObject.replace(x.pointer, result) { return x }
    return Value.object(ComplexObject.make(self, result)).intoOwned()
  }
}
