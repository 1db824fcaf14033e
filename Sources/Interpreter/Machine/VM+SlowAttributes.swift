// Attribute and item instructions outside the inline caches; they also fill the caches.

extension VM {
  /// True when it pushed the frame of a property's getter.
  @inline(never)
  func loadAttrSlow(_ frame: FramePointer, _ i: InstructionPointer, _ base: Register) throws(Raised) -> Bool {
    let x = base[i.b]
    if x.isUndefined { throw unbound(frame, i.b) }
    let header = frame.pointee.header
    let name = header.pointee.names[i.c]
    if x.isKind(.module) {
      let found = moduleAttribute(x, name, header.pointee.constants.cache(i))
      if !found.isUndefined {
        putAttribute(found, base, i)
        return false
      }
    }
    if let known = widelyKnown(x, name, .load, header.pointee.constants.cache(i)) {
      var value = known.pointee.value
      if value.isUndefined {
        value = x.pointer.field(ObjectLayout.attributes, Register.self)[Int(known.pointee.index)]
      }
      putAttribute(value, base, i)
      return false
    }
    if x.isKind(.type) {
      let cached = cachedOfClass(x, header.pointee.constants.cache(i))
      if !cached.isUndefined {
        putAttribute(cached, base, i)
        return false
      }
    }
    let own = listedAttribute(x, name)
    if !own.isUndefined {
      putAttribute(own, base, i)
      return false
    }
    if x.isKind(.tuple) {
      let item = namedItem(x, name)
      if !item.isUndefined {
        putAttribute(item, base, i)
        return false
      }
    }
    if !x.isObject || x.kind != .instance && x.kind != .module && x.kind != .type && x.kind != .superObject,
      let computed = try nativeAttribute(x, name)
    {
      if i.has(InstructionFlags.dropB) { (base + i.b).clear() }
      (base + i.a).put(computed.intoOwned())
      return false
    }
    if x.isObject {
      let member = classMember(x, name)
      if !member.isUndefined {
        member.retain()
        cacheOfClass(x, name, member, header.pointee.constants.cache(i))
        if i.has(InstructionFlags.dropB) { (base + i.b).clear() }
        (base + i.a).put(member)
        return false
      }
      let known = descriptionOfClass(x, name)
      if !known.isUndefined {
        known.retain()
        if x.kind == .type { cacheOfClass(x, name, known, header.pointee.constants.cache(i)) }
        if i.has(InstructionFlags.dropB) { (base + i.b).clear() }
        (base + i.a).put(known)
        return false
      }
      if x.kind == .type, let computed = try nativeAttribute(x, name) {
        if i.has(InstructionFlags.dropB) { (base + i.b).clear() }
        (base + i.a).put(computed.intoOwned())
        return false
      }
      if try enterGetter(frame, i, base, x, name) { return true }
      cacheAttribute(x, name, header.pointee.constants.cache(i), ofClass: true)
    }
    let result = try getAttr(x.value, unsafeDowncast(name.object, to: StrObject.self))
    if i.has(InstructionFlags.dropB) { (base + i.b).clear() }
    (base + i.a).put(result.intoOwned())
    return false
  }

  /// The attribute of an object whose `__dict__` somebody has asked for, borrowed; undefined: it has none, or its class has a
  /// say in it.
  @inline(__always)
  private func listedAttribute(_ x: Slot, _ name: Slot) -> Slot {
    guard x.isObject, x.pointer.field(ObjectLayout.flags, UInt8.self) & ObjectFlags.attributeDict != 0, x.kind != .type,
      x.kind != .superObject
    else { return .undefined }
    let type = unsafeBitCast(x.typePointer, to: TypeObject.self)
    if type.hasAttributeHook { return .undefined }
    let ofClass = type.lookup(self, name)
    if ofClass.isObject && ofClass.kind != .function && isDataDescriptor(ofClass) { return .undefined }
    return instanceAttribute(unsafeBitCast(x.pointer, to: Object.self), name)
  }

  /// The field of a named tuple, borrowed; undefined: the attribute is something else.
  private func namedItem(_ x: Slot, _ name: Slot) -> Slot {
    let type = unsafeBitCast(x.typePointer, to: TypeObject.self)
    guard type.isHeap, !type.hasAttributeHook else { return .undefined }
    let found = type.lookup(self, name)
    guard found.isKind(.native), found.typePointer == tupleFieldType else { return .undefined }
    let index = unsafeBitCast(found.pointer, to: TupleField.self).index
    guard index >= 0, index < x.pointer.field(SequenceLayout.count, Int.self) else { return .undefined }
    return x.pointer.field(SequenceLayout.items, Register.self)[index]
  }

  /// The type of a number, or of any object.
  @inline(__always)
  private func plainType(_ x: Slot) -> Unmanaged<TypeObject>? {
    if x.isObject { return Unmanaged<TypeObject>.fromOpaque(x.typePointer) }
    if x.isInt { return Unmanaged<TypeObject>.fromOpaque(intType) }
    if x.isFloat { return Unmanaged<TypeObject>.fromOpaque(floatType) }
    return x.isBool ? Unmanaged.passUnretained(types.bool) : nil
  }

  /// What native code computes for an attribute of a native class; nil: the general rule decides.
  @inline(__always)
  private func nativeAttribute(_ x: Slot, _ name: Slot) throws(Raised) -> Value? {
    guard let type = plainType(x) else { return nil }
    if type._withUnsafeGuaranteedRef({ $0.hasAttributeHooks }) { return nil }
    let found = type._withUnsafeGuaranteedRef { $0.lookup(self, name) }
    guard found.isObject, found.kind == .getSetDescriptor else { return nil }
    let getter = Unmanaged<GetSetDescriptor>.fromOpaque(found.pointer)._withUnsafeGuaranteedRef { $0.get }
    return try getter(self, x.value)
  }

  /// The attribute of a module, borrowed; undefined when there is none or it is no plain module.
  ///
  /// The cache keeps the place of the entry; its key is no address, so that the loop takes it for no object's.
  @inline(__always)
  private func moduleAttribute(_ x: Slot, _ name: Slot, _ cache: UnsafeMutablePointer<InlineCache>) -> Slot {
    let module = unsafeBitCast(x.pointer, to: ModuleObject.self)
    if module.hasHeapType { return .undefined }
    let namespace = module.namespace
    if cache.pointee.key == x.bits | 1 && cache.pointee.version == namespace.keysVersion {
      return namespace.entries[Int(cache.pointee.index)].value
    }
    let index = namespace.findIndex(name: name)
    if index < 0 { return .undefined }
    cache.pointee = InlineCache()
    if index < Int(Int32.max) && namespace.keysVersion != 0 {
      cache.pointee.key = x.bits | 1
      cache.pointee.version = namespace.keysVersion
      cache.pointee.index = Int32(truncatingIfNeeded: index)
    }
    return namespace.entries[index].value
  }

  /// What was found last in a class, borrowed; undefined: the class is another, or it or its metaclass has changed.
  ///
  /// The key is no shape's address, so that the loop takes the entry for nothing of its own.
  @inline(__always)
  private func cachedOfClass(_ x: Slot, _ cache: UnsafeMutablePointer<InlineCache>) -> Slot {
    guard cache.pointee.key == x.bits | 1 else { return .undefined }
    let version = Unmanaged<TypeObject>.fromOpaque(x.pointer)._withUnsafeGuaranteedRef { $0.version }
    let above = Unmanaged<TypeObject>.fromOpaque(x.typePointer)._withUnsafeGuaranteedRef { $0.version }
    return cache.pointee.version == version && UInt32(bitPattern: cache.pointee.index) == above ? cache.pointee.value : .undefined
  }
  @inline(__always)
  private func cacheOfClass(_ x: Slot, _ name: Slot, _ value: Slot, _ cache: UnsafeMutablePointer<InlineCache>) {
    let cls = unsafeBitCast(x.pointer, to: TypeObject.self)
    // (An instance may become a descriptor when its class gets a `__get__`, one in the metaclass a data descriptor.)
    if x.kind != .type || value.isKind(.instance) || cls.type.lookup(self, name).isKind(.instance) { return }
    if cls.isVolatile(name) || cls.type.isVolatile(name) { return }
    cache.pointee.key = x.bits | 1
    cache.pointee.version = cls.version
    cache.pointee.index = Int32(bitPattern: cls.type.version)
    cache.pointee.value = value
  }

  /// What reading an attribute of a class gives when that is the very object in the namespace of the class or a base,
  /// borrowed; undefined: the general rule decides.
  @inline(__always)
  private func classMember(_ x: Slot, _ name: Slot) -> Slot {
    if x.kind != .type { return .undefined }
    let value = memberOfClass(x, name)
    guard value.isObject else { return value }
    switch value.kind {
    case .function: return value
    case .instance:
      // An instance of a Python class is a descriptor when that says so.
      let type = Unmanaged<TypeObject>.fromOpaque(value.typePointer)
      return type._withUnsafeGuaranteedRef { $0.special(self, .get) }.isUndefined ? value : .undefined
    default: return isPlainValue(value) ? value : .undefined
    }
  }
  /// The entry of a class's namespaces, unless the metaclass has a say.
  private func memberOfClass(_ x: Slot, _ name: Slot) -> Slot {
    let cls = unsafeBitCast(x.pointer, to: TypeObject.self)
    let metatype = unsafeBitCast(x.typePointer, to: TypeObject.self)
    // `__getattr__` is asked for what is not there, `__getattribute__` for everything.
    if metatype.hasAttributeHooks && !metatype.special(self, .getattribute).isUndefined { return .undefined }
    let above = metatype.lookup(self, name)
    if !above.isUndefined && isDataDescriptor(above) { return .undefined }
    return cls.lookup(self, name)
  }

  /// `x.__class__` and the `__name__` of a class where nothing but the builtin rule decides, borrowed; else undefined.
  @inline(__always)
  private func descriptionOfClass(_ x: Slot, _ name: Slot) -> Slot {
    let isClass = name.bits == names.classAttribute.bits
    guard isClass || name.bits == names.name.bits && x.kind == .type, x.kind != .superObject else { return .undefined }
    let type = unsafeBitCast(x.typePointer, to: TypeObject.self)
    let rule = (isClass ? types.object : types.type).lookup(self, name)
    if type.hasAttributeHook || !type.lookup(self, name).isSame(as: rule) { return .undefined }
    if isClass { return Slot(bits: UInt(bitPattern: x.typePointer), tag: Tag.object) }
    return .borrowed(unsafeBitCast(x.pointer, to: TypeObject.self).nameObject(self))
  }

  /// The function that `x.name(...)` calls and its first argument (undefined: none) for functions of classes, static
  /// methods and class methods; both borrowed. nil: it is something else.
  private func unboundMethod(_ x: Slot, _ name: Slot) -> (Slot, Slot)? {
    let value: Slot
    if x.kind == .type {
      value = memberOfClass(x, name)
      if value.isObject && value.kind == .function { return (value, .undefined) }
    } else {
      let object = unsafeBitCast(x.pointer, to: Object.self)
      if object.kind != .instance || object.type.hasAttributeHook { return nil }
      value = object.type.lookup(self, name)
      guard value.isObject, value.kind == .staticMethod || value.kind == .classMethod,
        instanceAttribute(object, name).isUndefined
      else { return nil }
    }
    guard value.isObject else { return nil }
    switch value.kind {
    case .staticMethod:
      if value.object.hasHeapType { return nil }
      return (unsafeDowncast(value.object, to: StaticMethodObject.self).function, .undefined)
    case .classMethod:
      if value.object.hasHeapType { return nil }
      let function = unsafeDowncast(value.object, to: ClassMethodObject.self).function
      if function.isKind(.nativeFunction) {
        // One with an owner checks what it is called with.
        let native = unsafeBitCast(function.pointer, to: NativeFunction.self)
        if !native.isMethod || native.owner != nil { return nil }
      } else if !function.isKind(.function) {
        return nil
      }
      return (function, x.kind == .type ? x : Slot(bits: UInt(bitPattern: x.typePointer), tag: Tag.object))
    default: return nil
    }
  }

  /// Fills a cache when the attribute lies in the instance and nothing in the class wins over it, or (`ofClass`) is a
  /// plain value of the class.
  private func cacheAttribute(
    _ x: Slot, _ name: Slot, _ cache: UnsafeMutablePointer<InlineCache>, ofClass: Bool
  ) {
    let object = x.object
    guard object.kind != .type, object.kind != .module, object.kind != .superObject, let shape = object.shapeRef,
      object.flags & ObjectFlags.attributeDict == 0
    else { return }
    let type = object.type
    if type.hasAttributeHook { return }
    let index = shape.reference.index(of: name)
    let classValue = type.lookup(self, name)
    if index < 0 {
      if !ofClass || !isPlainValue(classValue) || type.isVolatile(name) { return }
      cache.makeRoom()
      cache.pointee.key = UInt(bitPattern: shape.toOpaque())
      cache.pointee.version = type.version
      cache.pointee.value = classValue
      wideCache.keep(cache.pointee, name, ofClass ? .load : .method)
      return
    }
    // A name of `__slots__` lies among the attributes like any other.
    if !classValue.isUndefined && !classValue.isKind(.memberDescriptor) && isDataDescriptor(classValue) { return }
    cache.makeRoom()
    cache.pointee.key = UInt(bitPattern: shape.toOpaque())
    cache.pointee.version = type.version
    cache.pointee.index = Int32(truncatingIfNeeded: index)
    cache.pointee.value = .undefined
    wideCache.keep(cache.pointee, name, ofClass ? .load : .method)
  }

  /// What other sites have learned of a name of such an object; nil: nothing.
  @inline(__always)
  private func widelyKnown(
    _ x: Slot, _ name: Slot, _ use: CachedUse, _ site: UnsafeMutablePointer<InlineCache>
  ) -> UnsafeMutablePointer<InlineCache>? {
    if !x.isObject { return nil }
    let shape = x.pointer.field(ObjectLayout.shape, UInt.self)
    // A class, which has no shape, is the key where nothing is read from the object itself.
    if shape == 0 && use == .load { return nil }
    return wideCache.entry(shape != 0 ? shape : UInt(bitPattern: x.typePointer), name, use, x.typePointer, for: site)
  }

  /// Tells whether a class attribute is what reading it from an instance gives: no descriptor.
  private func isPlainValue(_ slot: Slot) -> Bool {
    guard slot.isObject else { return !slot.isUndefined }
    switch slot.kind {
    case .str, .bytes, .list, .tuple, .dict, .set, .frozenset, .complex, .int, .float, .range, .module:
      return !slot.object.hasHeapType
    case .instance, .type:
      // (A class that becomes a descriptor voids all that was learned.)
      return Unmanaged<TypeObject>.fromOpaque(slot.typePointer)._withUnsafeGuaranteedRef { $0.special(self, .get) }.isUndefined
    default: return false
    }
  }

  /// Stores through the cache: replaces an attribute, or adds the one that the cached transition adds.
  @inline(__always)
  func storeAttrCached(_ frame: FramePointer, _ i: InstructionPointer, _ base: Register, _ x: Slot) -> Bool {
    let cache = frame.pointee.header.pointee.constants.cache(i)
    let shape = x.pointer.field(ObjectLayout.shape, UInt.self)
    let type = x.typePointer
    let key = shape != 0 ? shape : UInt(bitPattern: type)
    guard
      let cache = cache.entry(key, type)
        ?? wideCache.entry(key, frame.pointee.header.pointee.names[i.c], .store, type, for: cache)
    else { return false }
    let value = (base + i.b).owned(drop: i.has(InstructionFlags.dropC))
    if _slowPath(value.isUndefined) { return false }
    let index = Int(cache.pointee.index)
    if cache.pointee.value.isUndefined {
      let attributes = x.pointer.field(ObjectLayout.attributes, Register.self)
      (attributes + index).replace(value)
    } else {
      // The cached value is the next shape; `index` is the number of attributes before.
      addCached(x, index, cache.pointee.value.bits, value)
    }
    if i.has(InstructionFlags.dropB) { (base + i.a).clear() }
    return true
  }

  @inline(__always)
  private func addCached(_ x: Slot, _ count: Int, _ next: UInt, _ value: Slot) {
    let place = (x.pointer + ObjectLayout.attributes).assumingMemoryBound(to: Optional<Register>.self)
    if count == 0 && place.pointee == nil {
      place.pointee = unsafeBitCast(x.pointer, to: Object.self).firstAttributes()
    } else if count >= 4 && count & (count &- 1) == 0 && !unsafeBitCast(x.pointer, to: Object.self).isRoomy(count) {
      let grown = BlockPool.slots(count &* 2)
      if let old = place.pointee {
        grown.initialize(from: old, count: count)
        BlockPool.give(old, count)
      }
      place.pointee = grown
    }
    place.pointee.unsafelyUnwrapped[count] = value
    (x.pointer + ObjectLayout.shape).assumingMemoryBound(to: UInt.self).pointee = next
  }

  /// True when it pushed the frame of a property's setter.
  @inline(never)
  func storeAttrSlow(_ frame: FramePointer, _ i: InstructionPointer, _ base: Register) throws(Raised) -> Bool {
    let (x, value) = (base[i.a], base[i.b])
    if x.isUndefined { throw unbound(frame, i.a) }
    if value.isUndefined { throw unbound(frame, i.b) }
    let header = frame.pointee.header
    let name = header.pointee.names[i.c]
    if x.isObject {
      if try enterSetter(frame, i, base, x, name, value) { return true }
      cacheStore(x, name, header.pointee.constants.cache(i))
    }
    try setAttr(x.value, unsafeDowncast(name.object, to: StrObject.self), value.value)
    if i.has(InstructionFlags.dropC) { (base + i.b).clear() }
    if i.has(InstructionFlags.dropB) { (base + i.a).clear() }
    return false
  }

  private func cacheStore(_ x: Slot, _ name: Slot, _ cache: UnsafeMutablePointer<InlineCache>) {
    let object = x.object
    let type = object.type
    guard !type.hasSetAttributeHook, object.flags & ObjectFlags.attributeDict == 0 else { return }
    let classValue = type.lookup(self, name)
    let isMember =
      object.kind == .native && classValue.isKind(.memberDescriptor)
      && unsafeBitCast(classValue.pointer, to: MemberDescriptor.self).isNative
    guard object.kind == .instance || object.kind == .exception || object.kind == .function || isMember else { return }
    if !type.hasAttributes && !classValue.isKind(.memberDescriptor) { return }
    if classValue.isObject && !classValue.isKind(.memberDescriptor) {
      let descriptor = classValue.object
      if isDataDescriptor(classValue) || descriptor.hasHeapType { return }
    }
    let shape = object.shapeRef?.reference ?? type.rootShape
    let index = shape.index(of: name)
    let hasShape = object.shapeRef != nil
    cache.makeRoom()
    cache.pointee.key =
      hasShape ? UInt(bitPattern: Unmanaged.passUnretained(shape).toOpaque())
      : UInt(bitPattern: Unmanaged.passUnretained(type).toOpaque())
    cache.pointee.version = type.version
    if index >= 0 {
      cache.pointee.index = Int32(truncatingIfNeeded: index)
      cache.pointee.value = .undefined
    } else if shape.count < Shape.maximum {
      cache.pointee.index = Int32(truncatingIfNeeded: shape.count)
      let next = shape.adding(name)
      cache.pointee.value = Slot(bits: UInt(bitPattern: Unmanaged.passUnretained(next).toOpaque()), tag: Tag.none)
    } else {
      cache.pointee.key = 0
      return
    }
    wideCache.keep(cache.pointee, name, .store)
  }

  @inline(never)
  func deleteAttr(_ frame: FramePointer, _ i: InstructionPointer, _ base: Register) throws(Raised) {
    let x = base[i.a]
    if x.isUndefined { throw unbound(frame, i.a) }
    let name = frame.pointee.header.pointee.names[i.c]
    try setAttr(x.value, unsafeDowncast(name.object, to: StrObject.self), nil)
    if i.has(InstructionFlags.dropB) { (base + i.a).clear() }
  }

  @inline(never)
  func loadMethodSlow(_ frame: FramePointer, _ i: InstructionPointer, _ base: Register) throws(Raised) {
    let x = base[i.b]
    if x.isUndefined { throw unbound(frame, i.b) }
    let header = frame.pointee.header
    let name = header.pointee.names[i.c]
    if x.isKind(.module) {
      let found = moduleAttribute(x, name, header.pointee.constants.cache(i))
      if !found.isUndefined {
        if found.isKind(.boundMethod), let parts = partsOfMethod(found) { return putMethod(parts, base, i) }
        putAttribute(found, base, i)
        return (base + (i.a &+ 1)).clear()
      }
    }
    if let known = widelyKnown(x, name, .method, header.pointee.constants.cache(i)) {
      var function = known.pointee.value
      let isOwn = function.isUndefined
      if isOwn { function = x.pointer.field(ObjectLayout.attributes, Register.self)[Int(known.pointee.index)] }
      function.retain()
      let receiver = (base + i.b).owned(drop: i.has(InstructionFlags.dropB))
      (base + i.a).put(function)
      (base + (i.a &+ 1)).put(isOwn ? .undefined : receiver)
      if isOwn { receiver.release() }
      return
    }
    let own = listedAttribute(x, name)
    if !own.isUndefined {
      putAttribute(own, base, i)
      return (base + (i.a &+ 1)).clear()
    }
    if x.isObject, x.kind != .module, let function = methodForCall(x, name, header.pointee.constants.cache(i)) {
      function.retain()
      let receiver = (base + i.b).owned(drop: i.has(InstructionFlags.dropB))
      (base + i.a).put(function)
      (base + (i.a &+ 1)).put(receiver)
      return
    }
    if !x.isObject, let type = plainType(x) {
      // Numbers have no attributes of their own.
      let function = type._withUnsafeGuaranteedRef { $0.lookup(self, name) }
      if function.isKind(.nativeFunction),
        Unmanaged<NativeFunction>.fromOpaque(function.pointer)._withUnsafeGuaranteedRef({ $0.isMethod })
      {
        function.retain()
        let receiver = base[i.b]
        (base + i.a).put(function)
        (base + (i.a &+ 1)).put(receiver)
        return
      }
    }
    if x.isObject {
      if let parts = unboundMethod(x, name) { return putMethod(parts, base, i) }
      cacheAttribute(x, name, header.pointee.constants.cache(i), ofClass: false)
    }
    let result = try getAttr(x.value, unsafeDowncast(name.object, to: StrObject.self))
    if i.has(InstructionFlags.dropB) { (base + i.b).clear() }
    (base + i.a).put(result.intoOwned())
    (base + (i.a &+ 1)).clear()
  }

  /// Stores what was found (borrowed); the object may be what keeps it alive.
  @inline(__always)
  private func putAttribute(_ value: Slot, _ base: Register, _ i: InstructionPointer) {
    value.retain()
    if i.has(InstructionFlags.dropB) { (base + i.b).clear() }
    (base + i.a).put(value)
  }

  /// Leaves a function and what it is bound to, both borrowed, for the call that follows.
  @inline(__always)
  private func putMethod(_ parts: (function: Slot, receiver: Slot), _ base: Register, _ i: InstructionPointer) {
    parts.function.retain()
    parts.receiver.retain()
    if i.has(InstructionFlags.dropB) { (base + i.b).clear() }
    (base + i.a).put(parts.function)
    (base + (i.a &+ 1)).put(parts.receiver)
  }
  /// Function and instance of a bound method (`random.random`), borrowed, when calling the one with the other is the same.
  private func partsOfMethod(_ x: Slot) -> (Slot, Slot)? {
    let method = unsafeBitCast(x.pointer, to: BoundMethod.self)
    let (function, receiver) = (method.function, method.receiver)
    if function.isKind(.function) { return (function, receiver) }
    guard function.isKind(.nativeFunction) else { return nil }
    let native = unsafeBitCast(function.pointer, to: NativeFunction.self)
    // (`types.MethodType` binds to anything.)
    guard native.isMethod, let owner = native.owner?.reference, type(of: receiver).isSubtype(of: owner) else { return nil }
    return (function, receiver)
  }

  /// The function that `x.name(...)` calls with `x` as first argument (borrowed), when it is plainly in the class.
  private func methodForCall(_ x: Slot, _ name: Slot, _ cache: UnsafeMutablePointer<InlineCache>) -> Slot? {
    let object = x.object
    guard object.kind != .type, object.kind != .module, object.kind != .superObject else { return nil }
    let type = object.type
    if type.hasAttributeHook { return nil }
    let function = type.lookup(self, name)
    guard function.isObject else { return nil }
    if function.kind == .nativeFunction {
      if !unsafeDowncast(function.object, to: NativeFunction.self).isMethod { return nil }
    } else if function.kind != .function {
      return nil
    }
    if object.flags & ObjectFlags.attributeDict != 0 {
      return instanceAttribute(object, name).isUndefined ? function : nil
    }
    if let shape = object.shapeRef {
      if shape.reference.index(of: name) >= 0 { return nil }
      cache.makeRoom()
      cache.pointee.key = UInt(bitPattern: shape.toOpaque())
    } else {
      cache.makeRoom()
      cache.pointee.key = UInt(bitPattern: object.typeRef.toOpaque())
    }
    cache.pointee.version = type.version
    cache.pointee.value = function
    wideCache.keep(cache.pointee, name, .method)
    return function
  }

  // MARK: Items

  /// `dict[key]` of an exact dict, owned.
  @inline(never)
  func dictItem(_ x: Slot, _ key: Slot) throws(Raised) -> Slot {
    let result = try unsafeBitCast(x.pointer, to: DictObject.self).get(self, key)
    if result.isUndefined { throw keyError(key.value) }
    result.retain()
    return result
  }

  /// True when it pushed the frame of `__getitem__`.
  @inline(never)
  func getItemAtSlow(_ frame: FramePointer, _ i: InstructionPointer, _ base: Register) throws(Raised) -> Bool {
    let (x, key) = (base[i.b], Slot.int(i.c))
    if x.isObject && x.typePointer == dictType {
      let value = try dictItem(x, key)
      if i.has(InstructionFlags.dropB) { (base + i.b).clear() }
      (base + i.a).put(value)
      return false
    }
    var place = key
    return try getItemSlow(frame, i, base, &place, keyIsConstant: true)
  }

  @inline(never)
  func getItemSlow(
    _ frame: FramePointer, _ i: InstructionPointer, _ base: Register, _ place: Register, keyIsConstant: Bool
  ) throws(Raised) -> Bool {
    let (x, key) = (base[i.b], place.pointee)
    if x.isUndefined { throw unbound(frame, i.b) }
    if key.isUndefined { throw unbound(frame, i.c) }
    var result: Slot
    if key.isInt, x.isObject, x.typePointer == strType, let point = VM.point(x, key.asInt) {
      result = characterSlot(point)
    } else if key.isInt, x.isObject, x.typePointer == bytesType, let byte = VM.constantByte(x, key.asInt) {
      result = .int(byte)
    } else if key.isInt, x.isObject, x.typePointer == bytearrayType, let byte = VM.byte(x, key.asInt) {
      result = .int(byte)
    } else if x.isKind(.dict), x.typePointer == dictType || leaves(x, .getitem) {
      let dict = unsafeBitCast(x.pointer, to: DictObject.self)
      result = try dict.get(self, key)
      if result.isUndefined {
        result = try DictMethods.missing(self, dict, key.value).intoOwned()
      } else {
        result.retain()
      }
    } else if key.isInt, x.isKind(.tuple), leaves(x, .getitem), let item = VM.item(x, key.asInt) {
      item.retain()
      result = item
    } else {
      if x.isKind(.native), leaves(x, .getitem) {
        frame.pointee.pc = i + 1
        let object = unsafeBitCast(x.pointer, to: Object.self)
        result = key.isInt ? object.itemSlot(self, key.asInt) : .undefined
        if result.isUndefined { result = try object.getItem(self, key.value)?.intoOwned() ?? .undefined }
      } else {
        if try enterItem(frame, i, base, x, key) { return true }
        result = .undefined
      }
      if result.isUndefined { result = try getItem(x.value, key.value).intoOwned() }
    }
    if i.has(InstructionFlags.dropB) { (base + i.b).clear() }
    if !keyIsConstant && i.has(InstructionFlags.dropC) { (base + i.c).clear() }
    (base + i.a).put(result)
    return false
  }

  /// An item of a tuple in range, borrowed; nil: it is not.
  @inline(__always)
  private static func item(_ x: Slot, _ index: Int) -> Slot? {
    let count = x.pointer.field(SequenceLayout.count, Int.self)
    let position = index < 0 ? index &+ count : index
    return position >= 0 && position < count ? x.pointer.field(SequenceLayout.items, Register.self)[position] : nil
  }
  /// Tells whether the class of an object leaves an operation to native code.
  @inline(__always)
  func leaves(_ x: Slot, _ special: Special) -> Bool {
    let type = unsafeBitCast(x.typePointer, to: TypeObject.self)
    return !type.isHeap || type.special(self, special).isUndefined
  }

  /// `str[i]` in range; nil: it is not.
  @inline(__always)
  private static func point(_ x: Slot, _ index: Int) -> UInt32? {
    Unmanaged<StrObject>.fromOpaque(x.pointer)._withUnsafeGuaranteedRef { (text) -> UInt32? in
      let position = index < 0 ? index &+ text.count : index
      return position >= 0 && position < text.count ? text[position] : nil
    }
  }

  /// `bytearray[i]` in range; nil: it is not.
  @inline(__always)
  static func byte(_ x: Slot, _ index: Int) -> Int? {
    Unmanaged<ByteArrayObject>.fromOpaque(x.pointer)._withUnsafeGuaranteedRef { (bytes) -> Int? in
      let position = index < 0 ? index &+ bytes.count : index
      return position >= 0 && position < bytes.count ? Int(bytes.base[position]) : nil
    }
  }
  /// `bytes[i]` in range; nil: it is not.
  @inline(__always)
  private static func constantByte(_ x: Slot, _ index: Int) -> Int? {
    Unmanaged<BytesObject>.fromOpaque(x.pointer)._withUnsafeGuaranteedRef { (bytes) -> Int? in
      let position = index < 0 ? index &+ bytes.count : index
      return position >= 0 && position < bytes.count ? Int(bytes.bytes[position]) : nil
    }
  }
  /// `bytearray[i] = value` in range; false: it is not.
  @inline(__always)
  static func setByte(_ x: Slot, _ index: Int, _ value: Slot) -> Bool {
    guard value.isInt, let byte = UInt8(exactly: value.asInt) else { return false }
    return Unmanaged<ByteArrayObject>.fromOpaque(x.pointer)._withUnsafeGuaranteedRef { (bytes) -> Bool in
      let position = index < 0 ? index &+ bytes.count : index
      if position < 0 || position >= bytes.count { return false }
      bytes.base[position] = byte
      return true
    }
  }

  @inline(never)
  func setItemSlow(
    _ frame: FramePointer, _ i: InstructionPointer, _ base: Register, _ key: Slot, keyIsConstant: Bool
  ) throws(Raised) {
    let (x, value) = (base[i.a], base[i.c])
    if x.isUndefined { throw unbound(frame, i.a) }
    if key.isUndefined { throw unbound(frame, i.b) }
    if value.isUndefined { throw unbound(frame, i.c) }
    if key.isInt, x.isObject, x.typePointer == bytearrayType, VM.setByte(x, key.asInt, value) {
    } else if x.isKind(.dict), x.typePointer == dictType || leaves(x, .setitem) {
      try unsafeBitCast(x.pointer, to: DictObject.self).set(self, key, value)
    } else if x.isKind(.native), leaves(x, .setitem), try setNativeItem(x, key, value) {
    } else {
      try setItem(x.value, key.value, value.value)
    }
    if i.has(InstructionFlags.dropB) { (base + i.a).clear() }
    if !keyIsConstant && i.has(InstructionFlags.dropC) { (base + i.b).clear() }
    if i.has(InstructionFlags.dropThird) { (base + i.c).clear() }
  }

  /// Sets an item of a native object; false: it has none.
  @inline(__always)
  private func setNativeItem(_ x: Slot, _ key: Slot, _ value: Slot) throws(Raised) -> Bool {
    let object = unsafeBitCast(x.pointer, to: Object.self)
    if key.isInt && object.setItemSlot(key.asInt, value) { return true }
    return try object.setItem(self, key.value, value.value)
  }

  @inline(never)
  func deleteItem(_ frame: FramePointer, _ i: InstructionPointer, _ base: Register) throws(Raised) {
    let (x, key) = (base[i.a], base[i.b])
    if x.isUndefined { throw unbound(frame, i.a) }
    if key.isUndefined { throw unbound(frame, i.b) }
    frame.pointee.pc = i + 1
    try deleteItem(x.value, key.value)
    if i.has(InstructionFlags.dropB) { (base + i.a).clear() }
    if i.has(InstructionFlags.dropC) { (base + i.b).clear() }
  }

  // MARK: super

  /// The Python function that `super().name` finds for a plain instance, borrowed; nil: the general rule decides.
  private func superFunction(_ cls: Slot, _ receiver: Slot, _ name: Slot) -> Slot? {
    guard receiver.isObject, receiver.kind != .type, name.bits != names.classAttribute.bits else { return nil }
    let start = Unmanaged<TypeObject>.fromOpaque(cls.pointer)
    let found = unsafeBitCast(receiver.typePointer, to: TypeObject.self).lookup(self, name, after: start)
    return found.isKind(.function) ? found : nil
  }

  @inline(never)
  func loadSuperAttr(_ frame: FramePointer, _ i: InstructionPointer, _ base: Register) throws(Raised) {
    let (cls, receiver) = (base[i.b], base[i.b &+ 1])
    frame.pointee.pc = i + 1
    guard cls.isKind(.type) else { throw runtimeError("super(): __class__ is not a type (NULL)") }
    if receiver.isUndefined { throw runtimeError("super(): arg[0] deleted") }
    let name = frame.pointee.header.pointee.names[i.c]
    if let function = superFunction(cls, receiver, name) {
      let bound = BoundMethod.make(self, function: function, receiver: receiver)
      if i.has(InstructionFlags.dropB) {
        (base + i.b).clear()
        (base + (i.b &+ 1)).clear()
      }
      (base + i.a).put(bound)
      return
    }
    let proxy = try SuperObject(self, unsafeDowncast(cls.object, to: TypeObject.self), receiver.value)
    let result = try getAttr(.object(proxy), unsafeDowncast(name.object, to: StrObject.self))
    if i.has(InstructionFlags.dropB) {
      (base + i.b).clear()
      (base + (i.b &+ 1)).clear()
    }
    (base + i.a).put(result.intoOwned())
  }
}
