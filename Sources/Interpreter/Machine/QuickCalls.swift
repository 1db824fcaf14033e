import Glibc

/// Builtins that a call instruction answers itself for the commonest arguments.
enum QuickCall: UInt8 {
  case none, len, ord, chr, isInstance, abs, min, max, listAppend, listPop, dictGet, dictSetDefault, setAdd
  case hasAttribute, getAttribute, setAttribute, listExtend, textStrip, textUpper, textLower, textStartsWith, textEndsWith, textReplace

  /// The one for a row of builtins or of a type.
  static func of(_ name: String, _ type: String?) -> QuickCall {
    switch (type, name) {
    case (nil, "len"): return .len
    case (nil, "ord"): return .ord
    case (nil, "chr"): return .chr
    case (nil, "isinstance"): return .isInstance
    case (nil, "abs"): return .abs
    case (nil, "min"): return .min
    case (nil, "max"): return .max
    case (nil, "hasattr"): return .hasAttribute
    case (nil, "getattr"): return .getAttribute
    case (nil, "setattr"): return .setAttribute
    case ("list", "extend"): return .listExtend
    case ("list", "append"): return .listAppend
    case ("list", "pop"): return .listPop
    case ("dict", "get"): return .dictGet
    case ("dict", "setdefault"): return .dictSetDefault
    case ("set", "add"): return .setAdd
    case ("str", "strip"): return .textStrip
    case ("str", "upper"): return .textUpper
    case ("str", "lower"): return .textLower
    case ("str", "startswith"): return .textStartsWith
    case ("str", "endswith"): return .textEndsWith
    case ("str", "replace"): return .textReplace
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
    case .none: break
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
      if ofClass.isKind(.function) { return .bool(true) }
    case .getAttribute:
      guard count == 2 || count == 3, let (own, ofClass) = plainAttribute(x, arguments[1]) else { break }
      if !own.isUndefined {
        own.retain()
        return own
      }
      if count == 3 && ofClass.isUndefined && !arguments[2].isUndefined { return (arguments + 2).copy() }
    case .setAttribute:
      if count == 3 && !arguments[2].isUndefined && setPlainAttribute(x, arguments[1], arguments[2]) { return .none }
    case .listExtend:
      guard count == 2, x.isObject, x.typePointer == listType, arguments[1].isObject, !arguments[1].isSame(as: x),
        arguments[1].typePointer == tupleType || arguments[1].typePointer == listType
      else { break }
      let list = unsafeBitCast(x.pointer, to: ListObject.self)
      let items = arguments[1].pointer.field(SequenceLayout.items, Register.self)
      let more = arguments[1].pointer.field(SequenceLayout.count, Int.self)
      if list.count &+ more > list.capacity {
        guard list.reserve(max(list.count &+ more, list.count &+ list.count >> 1)) else { throw memoryError() }
      }
      for k in 0..<more {
        items[k].retain()
        list.append(owned: items[k])
      }
      return .none
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
    case .listPop:
      if count == 1 && x.isObject && x.typePointer == listType && x.pointer.field(SequenceLayout.count, Int.self) > 0 {
        return unsafeBitCast(x.pointer, to: ListObject.self).removeLast()
      }
    case .textStrip, .textUpper, .textLower, .textStartsWith, .textEndsWith, .textReplace:
      if x.isObject && x.typePointer == strType { return try quickText(call, x, arguments, count) }
    }
    return .undefined
  }

  /// `dict.setdefault`, owned; undefined when the default is.
  private func setDefault(_ x: Slot, _ key: Slot, _ other: Slot) throws(Raised) -> Slot {
    if other.isUndefined { return .undefined }
    let dict = unsafeBitCast(x.pointer, to: DictObject.self)
    let hash = try hash(key)
    let place = try dict.find(self, key, hash: hash)
    let found = place >= 0 ? dict.entries[place].value : other
    found.retain()
    if place < 0 {
      key.retain()
      found.retain()
      dict.insert(hash: hash, key: key, value: found)
    }
    return found
  }

  /// Methods of an exact str with no more than their commonest arguments.
  private func quickText(_ call: QuickCall, _ x: Slot, _ arguments: Register, _ count: Int) throws(Raised) -> Slot {
    let text = unsafeBitCast(x.pointer, to: StrObject.self)
    switch call {
    case .textStrip:
      if count == 1 { return try StrMethods.stripSlot(self, x) }
      if count == 2 && arguments[1].isObject && arguments[1].typePointer == strType {
        let characters = unsafeBitCast(arguments[1].pointer, to: StrObject.self)
        return Value.object(try StrMethods.strip(self, text, characters, true, true)).intoOwned()
      }
    case .textUpper:
      if count == 1 {
        let made = StrMethods.caseSlot(self, text, upper: true)
        return made.isUndefined ? Value.object(try StrMethods.upper(self, text)).intoOwned() : made
      }
    case .textLower:
      if count == 1 {
        let made = StrMethods.caseSlot(self, text, upper: false)
        return made.isUndefined ? Value.object(try StrMethods.lower(self, text)).intoOwned() : made
      }
    case .textStartsWith, .textEndsWith:
      guard count == 2, arguments[1].isObject, arguments[1].typePointer == strType else { break }
      let affix = unsafeBitCast(arguments[1].pointer, to: StrObject.self)
      if affix.count > text.count { return .bool(false) }
      return .bool(TextSearch.matches(text, affix, at: call == .textEndsWith ? text.count &- affix.count : 0))
    case .textReplace:
      guard count == 3, arguments[1].isObject, arguments[1].typePointer == strType, arguments[2].isObject,
        arguments[2].typePointer == strType
      else { break }
      let old = unsafeBitCast(arguments[1].pointer, to: StrObject.self)
      let new = unsafeBitCast(arguments[2].pointer, to: StrObject.self)
      let made = StrMethods.replaceSlot(self, x, old, new)
      if !made.isUndefined { return made }
      return Value.object(try StrMethods.replace(self, text, old, new, -1)).intoOwned()
    default: break
    }
    return .undefined
  }

  /// The attribute of a plain instance, borrowed, and what its class has under the name; either may be undefined. nil:
  /// the class has a say in it, or it is no plain instance.
  @inline(__always)
  private func plainAttribute(_ x: Slot, _ name: Slot) -> (Slot, Slot)? {
    guard x.isKind(.instance), name.isObject, name.typePointer == strType,
      name.pointer.field(ObjectLayout.flags, UInt8.self) & ObjectFlags.interned != 0
    else { return nil }
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
