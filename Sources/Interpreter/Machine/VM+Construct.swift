// Calls of classes: plain instances run their `__init__` without native recursion, builtin types make the commonest things
// of one argument without looking further.

extension VM {
  /// A class: plain instances whose `__init__` is a simple Python function run without native recursion.
  @inline(never)
  func construct(
    _ i: InstructionPointer, _ base: Register, _ f: Slot, _ arguments: Register, _ count: Int
  ) throws(Raised) -> Bool {
    if f.pointer == rangeType, let numbers = loopRange(i, arguments, count) {
      // The arguments are ints, which need no release.
      for k in 0..<count { arguments[k] = .undefined }
      (base + i.b).clear()
      (base + i.a).put(Value.object(numbers).intoOwned())
      return false
    }
    if count == 1 && f.pointer == typeType && !arguments[0].isUndefined {
      finishCall(i, base, arguments, count, .owned(type(of: arguments[0])))
      return false
    }
    if count == 1 {
      let made = quickConstruct(f.pointer, arguments[0])
      if !made.isUndefined {
        finishCall(i, base, arguments, 1, made)
        return false
      }
      if f.pointer == listType && !arguments[0].isUndefined {
        try enterNative(" while calling a Python object")
        defer { leaveNative() }
        let list = ListObject.make(self)
        try ListMethods.extend(self, list, arguments[0].value)
        finishCall(i, base, arguments, 1, Value.object(list).intoOwned())
        return false
      }
    }
    let callee = Unmanaged<TypeObject>.fromOpaque(f.pointer)
    let cls = callee.reference
    if cls.isHeap && cls.instanceKind == .instance && cls.isPlainConstruction(self) {
      let initializer = cls.special(self, .`init`)
      if initializer.isKind(.function) {
        let function = Unmanaged<FunctionObject>.fromOpaque(initializer.pointer)
        let header = function._withUnsafeGuaranteedRef { $0.header }
        let given = count &+ 1
        if header.pointee.isSimple && header.pointee.argCount >= given
          && arguments + (header.pointee.registerCount &+ 1) < stackLimit
          && (header.pointee.argCount == given
            || function._withUnsafeGuaranteedRef { $0.defaultCount } >= header.pointee.argCount &- given)
        {
          for k in 0..<count where arguments[k].isUndefined {
            throw unbound(current, (arguments + k) - base)
          }
          let slot = ObjectPool.instanceSlot(cls)
          var k = count
          while k > 0 {
            arguments[k] = arguments[k &- 1]
            k &-= 1
          }
          slot.retain()
          arguments[0] = slot
          if header.pointee.argCount > given {
            let defaults = function._withUnsafeGuaranteedRef { $0.defaults }
            let items = defaults.pointer.field(SequenceLayout.items, Register.self)
            let first = defaults.pointer.field(SequenceLayout.count, Int.self) &- header.pointee.argCount
            for k in given..<header.pointee.argCount {
              let value = items[first &+ k]
              value.retain()
              arguments[k] = value
            }
          }
          // The class in the function register is replaced by the instance, which keeps it alive.
          (base + i.b).put(slot)
          try pushBoundFrame(current, function, header, arguments, i, kind: .constructor, from: count)
          return true
        }
        if try constructGeneral(i, base, cls, function, arguments, count, nil) { return true }
      }
    }
    if cls.isHeap, try constructByNew(i, base, cls, arguments, count, nil) { return true }
    if cls.fieldNew != 0, cls.fieldCount == count, cls.makesPlainFields(self) {
      for k in 0..<count where arguments[k].isUndefined { throw unbound(current, (arguments + k) - base) }
      let made = TupleObject(self, copying: arguments, count: count, type: cls)
      finishCall(i, base, arguments, count, Value.object(made).intoOwned())
      return false
    }
    let result: Value
    if !cls.isHeap && cls !== types.type && !cls.isAbstract && !cls.type.isHeap, let new = cls.new {
      for k in 0..<count where arguments[k].isUndefined { throw unbound(current, (arguments + k) - base) }
      try enterNative(" while calling a Python object")
      defer { leaveNative() }
      let given = Arguments(base: arguments, count: count)
      result = try new(self, cls, given)
      if case .object(let made) = result, made.type === cls || made.type.isSubtype(of: cls),
        let initialize = made.type.initialize
      {
        try initialize(self, made, given)
      }
    } else {
      result = try call(f, Arguments(base: arguments, count: count))
    }
    finishCall(i, base, arguments, count, result.intoOwned())
    return false
  }

  /// What a builtin type makes of one argument of the commonest types, owned; undefined: the general way decides.
  @inline(__always)
  func quickConstruct(_ type: UnsafeMutableRawPointer, _ x: Slot) -> Slot {
    if type == strType {
      if x.isInt { return IntText.slot(self, x.asInt) }
      if x.isFloat { return Value.object(FloatText.text(self, x.asDouble)).intoOwned() }
      if x.isObject && x.typePointer == strType {
        x.retain()
        return x
      }
    } else if type == intType {
      if x.isInt { return x }
      if x.isFloat, let whole = Int(exactly: x.asDouble.rounded(.towardZero)) { return .int(whole) }
    } else if type == floatType {
      if x.isFloat { return x }
      if x.isInt { return .float(Double(x.asInt)) }
    } else if type == boolType {
      if let truth = plainTruth(x) { return .bool(truth) }
    } else if type == dictType {
      guard x.isObject, x.typePointer == dictType else { return .undefined }
      let made = DictObject.make(self)
      made.addMissing(of: unsafeBitCast(x.pointer, to: DictObject.self))
      return .owned(made)
    } else if type == listType || type == tupleType {
      guard x.isObject, x.typePointer == listType || x.typePointer == tupleType else { return .undefined }
      if type == tupleType && x.typePointer == tupleType {
        x.retain()
        return x
      }
      let count = x.pointer.field(SequenceLayout.count, Int.self)
      guard count > 0, count <= ObjectPool.maximumItems || type == listType && count <= 1 << 16 else { return .undefined }
      let items = x.pointer.field(SequenceLayout.items, Register.self)
      for k in 0..<count { items[k].retain() }
      return type == listType
        ? ListObject.slot(self, moving: items, count: count) : TupleObject.slot(self, moving: items, count: count)
    }
    return .undefined
  }

  /// A plain instance whose `__init__` has a signature of any kind; false: nothing has happened.
  func constructGeneral(
    _ i: InstructionPointer, _ base: Register, _ cls: TypeObject, _ function: Unmanaged<FunctionObject>,
    _ arguments: Register, _ count: Int, _ keywordNames: TupleObject?
  ) throws(Raised) -> Bool {
    let header = function._withUnsafeGuaranteedRef { $0.header }
    if header.pointee.isDeferred { function.reference.code.complete() }
    if header.pointee.isGenerator || arguments + (count &+ 1) >= stackLimit { return false }
    for k in 0..<count where arguments[k].isUndefined { throw unbound(current, (arguments + k) - base) }
    let slot = ObjectPool.instanceSlot(cls)
    slot.retain()
    var k = count
    while k > 0 {
      arguments[k] = arguments[k &- 1]
      k &-= 1
    }
    arguments[0] = slot
    (base + i.b).put(slot)
    do throws(Raised) {
      return try callGeneral(function, arguments, count &+ 1, keywordNames, i, kind: .constructor)
    } catch {
      for k in 0...count { (arguments + k).clear() }
      throw error
    }
  }

  /// The Python function `__new__` of a class, when calling the class does nothing else; undefined: it does, or there is none.
  @inline(__always)
  private func makingFunction(_ cls: TypeObject) -> Slot {
    let new = cls.special(self, .new)
    guard new.isKind(.staticMethod), !new.object.hasHeapType, !cls.isAbstract,
      !cls.type.isHeap || cls.type.special(self, .call).isUndefined,
      case let function = unsafeBitCast(new.pointer, to: StaticMethodObject.self).function, function.isKind(.function),
      cls.hasNoInitializers(self)
    else { return .undefined }
    return function
  }

  /// Whether a call of a class runs its Python `__init__` or its `__new__`, and nothing else.
  func isMadeByPython(_ f: Slot) -> Bool {
    let cls = unsafeBitCast(f.pointer, to: TypeObject.self)
    if !cls.isHeap { return false }
    return cls.instanceKind == .instance && cls.isPlainConstruction(self)
      ? cls.special(self, .`init`).isKind(.function) : !makingFunction(cls).isUndefined
  }
  /// Calls such a class. The arguments in the window are given up, whatever happens.
  func constructByPython(
    _ i: InstructionPointer, _ base: Register, _ f: Slot, _ window: Register, _ count: Int, _ names: TupleObject?
  ) throws(Raised) -> Bool {
    let cls = unsafeBitCast(f.pointer, to: TypeObject.self)
    let initializer = cls.special(self, .`init`)
    if initializer.isKind(.function) && cls.special(self, .new).isUndefined {
      let function = Unmanaged<FunctionObject>.fromOpaque(initializer.pointer)
      if try constructGeneral(i, base, cls, function, window, count, names) { return true }
    } else if try constructByNew(i, base, cls, window, count, names) {
      return true
    }
    let saved = top
    top = max(window + count, saved)
    defer {
      top = saved
      for k in 0..<count { (window + k).clear() }
    }
    let result = try call(f, Arguments(base: window, count: count, keywordNames: names))
    (base + i.b).clear()
    (base + i.a).put(result.intoOwned())
    return false
  }

  /// A class whose `__new__`, a Python function, makes all of it: the call is one of that function with the class in front.
  /// False: nothing has happened.
  func constructByNew(
    _ i: InstructionPointer, _ base: Register, _ cls: TypeObject, _ arguments: Register, _ count: Int,
    _ keywordNames: TupleObject?
  ) throws(Raised) -> Bool {
    let slot = makingFunction(cls)
    if slot.isUndefined || arguments + (count &+ 1) >= stackLimit { return false }
    let function = Unmanaged<FunctionObject>.fromOpaque(slot.pointer)
    let header = function._withUnsafeGuaranteedRef { $0.header }
    if header.pointee.isDeferred { function.reference.code.complete() }
    if header.pointee.isGenerator { return false }
    for k in 0..<count where arguments[k].isUndefined { throw unbound(current, (arguments + k) - base) }
    var k = count
    while k > 0 {
      arguments[k] = arguments[k &- 1]
      k &-= 1
    }
    // The function takes the place of the class, and keeps its code alive.
    arguments[0] = (base + i.b).take()
    slot.retain()
    (base + i.b).put(slot)
    do throws(Raised) {
      if header.pointee.simpleCount == count &+ 1 && keywordNames == nil {
        _ = try pushFrame(current, function, header, arguments, i, kind: .call)
        return true
      }
      return try callGeneral(function, arguments, count &+ 1, keywordNames, i)
    } catch {
      for k in 0...count { (arguments + k).clear() }
      throw error
    }
  }

  /// The iterator of a `range(...)` that only the loop behind it sees; nil: there is no such loop, or a bound is no int.
  @inline(__always)
  private func loopRange(_ i: InstructionPointer, _ arguments: Register, _ count: Int) -> RangeIterator? {
    let next = i + 1
    guard next.pointee.opcode == .getIter, next.b == i.a, next.a == i.a || next.has(InstructionFlags.dropB), count > 0,
      count <= 3
    else { return nil }
    for k in 0..<count where !arguments[k].isInt { return nil }
    let start = count == 1 ? 0 : arguments[0].asInt
    let stop = arguments[count == 1 ? 0 : 1].asInt
    let step = count == 3 ? arguments[2].asInt : 1
    let bound = 1 << 62
    // Nothing overflows between these.
    guard start > -bound, start < bound, stop > -bound, stop < bound, step != 0, step > -bound, step < bound else {
      return nil
    }
    let distance = step > 0 ? stop &- start : start &- stop
    let steps = distance <= 0 ? 0 : step == 1 || step == -1 ? distance : (distance &- 1) / Int(step.magnitude) &+ 1
    return ObjectPool.rangeIterator(self, start: start, step: step, count: steps)
  }
}

extension TypeObject {
  /// Calling the class makes a plain object and runs `__init__`: no `__new__`, no metaclass `__call__`.
  @inline(__always)
  func isPlainConstruction(_ vm: VM) -> Bool {
    (!type.isHeap || type.special(vm, .call).isUndefined) && special(vm, .new).isUndefined && !isAbstract
  }
  /// Calling the class makes a tuple of the arguments and nothing else.
  @inline(__always)
  func makesPlainFields(_ vm: VM) -> Bool {
    let new = special(vm, .new)
    return new.isObject && new.bits == fieldNew && special(vm, .`init`).isUndefined && !isAbstract
      && (!type.isHeap || type.special(vm, .call).isUndefined)
  }
}

/// `__build_class__`.
final class BuildClassFunction: Object {
  init(_ vm: VM) { super.init(kind: .native, type: vm.types.builtinFunction) }
  override var isCallable: Bool { true }
  override func call(_ vm: VM, _ arguments: Arguments) throws(Raised) -> Value { try vm.buildClass(arguments) }
  override func repr(_ vm: VM) throws(Raised) -> StrObject { vm.string("<built-in function __build_class__>") }
}
