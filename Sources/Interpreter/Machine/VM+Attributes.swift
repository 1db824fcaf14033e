import Glibc

// Attribute access: the general rule of `object.__getattribute__` and its relatives. The loop's inline caches
// (`VM+Run.swift`) short-cut the common cases and fall back to these.

extension VM {
  /// The type of a value.
  package func type(of value: Value) -> TypeObject {
    switch value {
    case .none: return types.none
    case .bool: return types.bool
    case .int: return types.int
    case .float: return types.float
    case .object(let o): return o.type
    }
  }
  /// The type of what a slot holds.
  package func type(of slot: Slot) -> TypeObject {
    switch slot.tag {
    case Tag.object: return Unmanaged<TypeObject>.fromOpaque(slot.typePointer).reference
    case Tag.int: return types.int
    case Tag.float: return types.float
    case Tag.bool: return types.bool
    default: return types.none
    }
  }

  // MARK: Instance attributes by shape

  /// The instance attribute, borrowed; undefined when there is none. `name` is interned.
  package func instanceAttribute(_ object: Object, _ name: Slot) -> Slot {
    guard let shape = object.shapeRef, let attributes = object.attributes else { return .undefined }
    if object.flags & ObjectFlags.attributeDict != 0 {
      return Unmanaged<DictObject>.fromOpaque(attributes[0].pointer)._withUnsafeGuaranteedRef { $0.find(name: name) }
    }
    let index = shape._withUnsafeGuaranteedRef { $0.index(of: name) }
    return index < 0 ? .undefined : attributes[index]
  }

  /// The same for a name that one place of native code asks for again and again.
  @inline(never)
  package func instanceAttribute(_ object: Object, _ places: AttributePlaces) -> Slot {
    guard let shape = object.shapeRef, let attributes = object.attributes,
      object.flags & ObjectFlags.attributeDict == 0
    else { return instanceAttribute(object, places.name) }
    let place = places.find(shape)
    return place < 0 ? .undefined : attributes[place]
  }

  /// Sets an instance attribute, whatever the class says.
  package func setInstanceAttribute(_ object: Object, _ name: StrObject, _ value: Value) {
    setInstanceAttribute(object, .borrowed(intern(name)), owned: value.owned)
  }

  /// Sets an instance attribute to an owned slot. `name` is interned.
  package func setInstanceAttribute(_ object: Object, _ name: Slot, owned value: Slot) {
    if object.flags & ObjectFlags.attributeDict != 0, let attributes = object.attributes {
      Unmanaged<DictObject>.fromOpaque(attributes[0].pointer)._withUnsafeGuaranteedRef { $0.set(name: name, value) }
      value.release()
      return
    }
    let shape = object.shapeRef?.reference ?? object.type.rootShape
    let index = shape.index(of: name)
    if index >= 0, let attributes = object.attributes {
      let old = attributes[index]
      attributes[index] = value
      old.release()
      return
    }
    if shape.count >= Shape.maximum {
      let dict = attributeDict(of: object)
      dict.set(name: name, value)
      value.release()
      return
    }
    object.addAttribute(shape: shape, next: shape.adding(name), value)
  }

  /// Removes an instance attribute; false when there is none.
  func removeInstanceAttribute(_ object: Object, _ name: Slot) -> Bool {
    guard let shape = object.shapeRef?.reference, let attributes = object.attributes else { return false }
    if object.flags & ObjectFlags.attributeDict != 0 {
      return Unmanaged<DictObject>.fromOpaque(attributes[0].pointer).reference.remove(name: name)
    }
    let index = shape.index(of: name)
    if index < 0 { return false }
    var next = object.type.rootShape
    for (i, other) in shape.names.enumerated() where i != index { next = next.adding(other) }
    let old = attributes[index]
    var i = index
    while i &+ 1 < shape.count {
      attributes[i] = attributes[i &+ 1]
      i &+= 1
    }
    attributes[shape.count &- 1] = .undefined
    object.shapeRef = Unmanaged.passUnretained(next)
    if next.count == BlockPool.largest { object.moveAttributesToBlock(next.count) }
    old.release()
    return true
  }

  /// The attribute dict of an object: from now on its attributes live there (`__dict__`, `vars()`).
  package func attributeDict(of object: Object) -> DictObject {
    if object.flags & ObjectFlags.attributeDict != 0, let attributes = object.attributes {
      return Unmanaged<DictObject>.fromOpaque(attributes[0].pointer).reference
    }
    let dict = DictObject(self)
    if let shape = object.shapeRef?.reference, let attributes = object.attributes {
      for (i, name) in shape.names.enumerated() { dict.set(name: name, attributes[i]) }
    }
    object.dropAttributes()
    object.replaceAttributes(with: dict)
    return dict
  }

  // MARK: Reading

  /// `getattr(value, name)`.
  package func getAttr(_ value: Value, _ name: StrObject) throws(Raised) -> Value {
    let name = intern(name)
    if let found = try lookupAttr(value, name) { return found }
    throw noAttribute(value, name)
  }
  /// `getattr(value, name)` for a name known to native code.
  package func getAttr(_ value: Value, _ name: String) throws(Raised) -> Value { try getAttr(value, intern(name)) }

  /// `getattr` that answers nil instead of raising AttributeError (`hasattr`, `getattr` with default).
  package func getAttrOrNil(_ value: Value, _ name: StrObject) throws(Raised) -> Value? {
    do {
      return try lookupAttr(value, intern(name))
    } catch {
      if error.exception.type.isSubtype(of: types.attributeError) { return nil }
      throw error
    }
  }

  /// The whole rule, hooks included; nil: no such attribute.
  func lookupAttr(_ value: Value, _ name: StrObject) throws(Raised) -> Value? {
    let type = self.type(of: value)
    if type.hasAttributeHooks { return try lookupWithHooks(value, type, name) }
    return try genericGetAttr(value, type, name)
  }

  @inline(never)
  private func lookupWithHooks(_ value: Value, _ type: TypeObject, _ name: StrObject) throws(Raised) -> Value? {
    let hook = type.special(self, .getattribute)
    let fallback = type.special(self, .getattr)
    do {
      if !hook.isUndefined { return try callHook(hook, value, name) }
      if let found = try genericGetAttr(value, type, name) { return found }
      if fallback.isUndefined { return nil }
    } catch {
      if fallback.isUndefined || !error.exception.type.isSubtype(of: types.attributeError) { throw error }
    }
    return try callHook(fallback, value, name)
  }
  private func callHook(_ hook: Slot, _ value: Value, _ name: StrObject) throws(Raised) -> Value {
    let start = try reserveStack(2)
    defer { releaseStack(start, count: 2) }
    start[0] = value.owned
    start[1] = .owned(name)
    return try call(hook, Arguments(base: start, count: 2))
  }

  /// `object.__getattribute__`; nil: no such attribute. `name` is interned.
  package func genericGetAttr(_ value: Value, _ type: TypeObject, _ name: StrObject) throws(Raised) -> Value? {
    let key = Slot.borrowed(name)
    if case .object(let object) = value {
      if object.kind == .type { return try typeGetAttr(object, name) }
      if object.kind == .module, !hasPropertyOfClass(object, type, key), let found = try object.nativeAttribute(self, name) {
        return found
      }
      if object.kind == .superObject, let found = try object.nativeAttribute(self, name) { return found }
    }
    let classValue = type.lookup(self, key)
    if !classValue.isUndefined && isDataDescriptor(classValue) {
      return try bindDescriptor(classValue, value, type)
    }
    if case .object(let object) = value {
      let own = instanceAttribute(object, key)
      if !own.isUndefined { return own.value }
    }
    if !classValue.isUndefined { return try bindDescriptor(classValue, value, type) }
    if case .object(let object) = value { return try object.nativeAttribute(self, name) }
    return nil
  }

  /// Whether a module is of a class with a property of that name, which goes before the namespace.
  private func hasPropertyOfClass(_ object: Object, _ type: TypeObject, _ key: Slot) -> Bool {
    object.kind == .module && object.hasHeapType && isDataDescriptor(type.lookup(self, key))
  }

  /// `type.__getattribute__`.
  private func typeGetAttr(_ object: Object, _ name: StrObject) throws(Raised) -> Value? {
    guard let cls = object as? TypeObject else { return nil }
    let key = Slot.borrowed(name)
    let metatype = cls.type
    let meta = metatype.lookup(self, key)
    if !meta.isUndefined && isDataDescriptor(meta) { return try bindDescriptor(meta, .object(cls), metatype) }
    let own = cls.lookup(self, key)
    if !own.isUndefined { return try bindDescriptor(own, nil, cls) }
    if !meta.isUndefined { return try bindDescriptor(meta, .object(cls), metatype) }
    return nil
  }

  /// Tells whether a class attribute wins over instance attributes.
  package func isDataDescriptor(_ slot: Slot) -> Bool {
    guard slot.isObject else { return false }
    switch slot.kind {
    case .property, .memberDescriptor, .getSetDescriptor: return true
    case .instance:
      let type = slot.object.type
      // Without `__get__` the instance's own attribute is read, though `__set__` is asked when it is written.
      return type.isHeap && !type.special(self, .get).isUndefined && (!type.special(self, .set).isUndefined || !type.special(self, .delete).isUndefined)
    default: return slot.object.isDataDescriptor
    }
  }

  /// `descriptor.__get__(instance, owner)`, or the value itself when it is no descriptor. nil instance: class access.
  package func bindDescriptor(_ slot: Slot, _ instance: Value?, _ owner: TypeObject) throws(Raised) -> Value {
    guard slot.isObject else { return slot.value }
    let object = slot.object
    switch object.kind {
    case .function:
      guard let instance else { return .object(object) }
      let receiver = instance.borrowed
      return withExtendedLifetime(instance) { consume(BoundMethod.make(self, function: slot, receiver: receiver)) }
    case .nativeFunction:
      guard let instance, let native = object as? NativeFunction, native.isMethod else { return .object(object) }
      return .object(BoundMethod(self, function: .object(object), receiver: instance))
    default:
      if object.hasHeapType {
        let get = object.type.special(self, .get)
        if !get.isUndefined { return try call(get, [.object(object), instance ?? .none, .object(owner)]) }
      }
      return try object.descriptorGet(self, instance, owner) ?? .object(object)
    }
  }

  // MARK: Writing

  /// `setattr(value, name, new)`, or `delattr` when `new` is nil.
  package func setAttr(_ value: Value, _ name: StrObject, _ new: Value?) throws(Raised) {
    let name = intern(name)
    let type = self.type(of: value)
    if type.hasSetAttributeHook {
      let hook = type.special(self, new == nil ? .delattr : .setattr)
      if !hook.isUndefined {
        var arguments: [Value] = [value, .object(name)]
        if let new { arguments.append(new) }
        _ = try call(hook, arguments)
        return
      }
    }
    try genericSetAttr(value, type, name, new)
  }
  /// `setattr` for a name known to native code.
  package func setAttr(_ value: Value, _ name: String, _ new: Value?) throws(Raised) {
    try setAttr(value, intern(name), new)
  }

  /// `object.__setattr__` and `object.__delattr__`. `name` is interned.
  package func genericSetAttr(_ value: Value, _ type: TypeObject, _ name: StrObject, _ new: Value?) throws(Raised) {
    let key = Slot.borrowed(name)
    if case .object(let object) = value {
      if let cls = object as? TypeObject { return try typeSetAttr(cls, name, new) }
      if !hasPropertyOfClass(object, type, key), try object.setNativeAttribute(self, name, new) { return }
    }
    let classValue = type.lookup(self, key)
    if classValue.isObject {
      let descriptor = classValue.object
      if descriptor.hasHeapType {
        let hook = descriptor.type.special(self, new == nil ? .delete : .set)
        if !hook.isUndefined {
          var arguments: [Value] = [.object(descriptor), value]
          if let new { arguments.append(new) }
          _ = try call(hook, arguments)
          return
        }
      }
      if try descriptor.descriptorSet(self, value, new) { return }
    }
    guard case .object(let object) = value, type.hasAttributes else {
      if classValue.isUndefined {
        throw noAttribute(value, name)
      }
      throw attributeError("'\(type.name)' object attribute '\(name.string)' is read-only")
    }
    if let new {
      setInstanceAttribute(object, key, owned: new.owned)
    } else if !removeInstanceAttribute(object, key) {
      throw noAttribute(value, name)
    }
  }

  private func typeSetAttr(_ cls: TypeObject, _ name: StrObject, _ new: Value?) throws(Raised) {
    let meta = cls.type.lookup(self, .borrowed(name))
    if meta.isObject {
      let descriptor = meta.object
      if descriptor.hasHeapType {
        let hook = descriptor.type.special(self, new == nil ? .delete : .set)
        if !hook.isUndefined {
          var arguments: [Value] = [.object(descriptor), .object(cls)]
          if let new { arguments.append(new) }
          _ = try call(hook, arguments)
          return
        }
      }
      if try descriptor.descriptorSet(self, .object(cls), new) { return }
    }
    if !cls.isHeap {
      throw typeError("cannot set '\(name.string)' attribute of immutable type '\(cls.name)'")
    }
    if !cls.setAttribute(self, name, new) {
      throw noAttribute(.object(cls), name)
    }
  }
}

extension Object {
  /// The dict in which the attributes lie, borrowed; nil: they lie by shape.
  package final var attributeStore: DictObject? {
    guard flags & ObjectFlags.attributeDict != 0, let attributes else { return nil }
    return Unmanaged<DictObject>.fromOpaque(attributes[0].pointer).reference
  }
  /// Names of the attributes that lie by shape, interned.
  package final var attributeNames: [Slot] { shapeRef?.reference.names ?? [] }
  /// An attribute that lies by shape, borrowed; the place must be below `attributeCount`.
  package final func attributeSlot(_ i: Int) -> Slot { attributes.map { $0[i] } ?? .undefined }
  /// Gives an object without attributes those of another of the same type, by shape, with what `value` answers for each
  /// (owned).
  package final func copyAttributes(of other: Object, _ value: (Slot) throws(Raised) -> Slot) throws(Raised) {
    guard typeRef.toOpaque() == other.typeRef.toOpaque(), attributes == nil, let target = other.shapeRef?.reference else {
      return
    }
    var shape = type.rootShape
    for (i, name) in target.names.enumerated() {
      guard other.shapeRef?.toOpaque() == Unmanaged.passUnretained(target).toOpaque(), let from = other.attributes else { return }
      let made = try value(from[i])
      // What runs there may have set attributes here.
      guard attributeCount == i else { return made.release() }
      let next = shape.adding(name)
      addAttribute(shape: shape, next: next, made)
      shape = next
    }
  }

  /// Where the attributes lie by shape; nil: there are none, or they lie in a dict.
  @inline(__always)
  package final var shapedAttributes: UnsafeMutablePointer<Slot>? {
    flags & ObjectFlags.attributeDict != 0 ? nil : attributes
  }
  /// Gives a new object three attributes (owned), in the order of a shape of its type.
  package final func begin(_ shape: Shape, _ a: Slot, _ b: Slot, _ c: Slot) {
    let storage = firstAttributes()
    storage[0] = a
    storage[1] = b
    storage[2] = c
    attributes = storage
    shapeRef = Unmanaged.passUnretained(shape)
  }

  /// How many attributes the object has by shape; -1 when they lie in a dict.
  package final var attributeCount: Int {
    flags & ObjectFlags.attributeDict != 0 ? -1 : shapeRef?._withUnsafeGuaranteedRef { $0.count } ?? 0
  }

  /// Adds one attribute: `next` is `shape` plus its name. Takes over the owned slot.
  @inline(__always)
  final func addAttribute(shape: Shape, next: Shape, _ value: Slot) {
    let count = shape.count
    // Capacities are 4, 8, 16, ...: a count that is one of them means the storage is full.
    if attributes == nil {
      attributes = firstAttributes()
    } else if count >= 4 && count & (count &- 1) == 0 && !isRoomy(count) {
      growAttributes(count)
    }
    attributes.unsafelyUnwrapped[count] = value
    shapeRef = Unmanaged.passUnretained(next)
  }

  /// Storage for the first attributes: four, or eight where an object of the type had more than four before.
  @inline(__always)
  final func firstAttributes() -> UnsafeMutablePointer<Slot> {
    if !typeRef._withUnsafeGuaranteedRef({ $0.hasManyAttributes }) { return BlockPool.slots(4) }
    flags |= ObjectFlags.roomy
    return BlockPool.slots(8)
  }

  /// Tells whether storage for eight was made at once, so that four attributes do not fill it.
  @inline(__always)
  final func isRoomy(_ count: Int) -> Bool {
    if count != 4 { return false }
    if flags & ObjectFlags.roomy != 0 { return true }
    typeRef._withUnsafeGuaranteedRef { $0.hasManyAttributes = true }
    return false
  }

  @inline(never)
  private final func growAttributes(_ count: Int) {
    guard let old = attributes else { return }
    let new = BlockPool.slots(count &* 2)
    new.initialize(from: old, count: count)
    BlockPool.give(old, count)
    attributes = new
  }

  /// Leaves storage that is no block of `BlockPool` when so few are left that one is expected.
  fileprivate final func moveAttributesToBlock(_ count: Int) {
    guard let old = attributes else { return }
    let new = BlockPool.slots(count)
    new.initialize(from: old, count: count)
    free(old)
    attributes = new
  }

  /// Releases all attributes.
  @inline(never)
  final func dropAttributes() {
    guard let old = attributes, let shape = shapeRef else { return }
    let count = shape._withUnsafeGuaranteedRef { $0.count }
    // Room for 4, 8, 16, ... (more after attributes were deleted).
    let room = flags & ObjectFlags.roomy != 0 ? max(8, count) : count
    attributes = nil
    shapeRef = nil
    flags &= ~(ObjectFlags.attributeDict | ObjectFlags.roomy)
    for i in 0..<count { old[i].release() }
    BlockPool.give(old, room)
  }

  /// Makes `dict` the place of all attributes; the object has none at that moment.
  final func replaceAttributes(with dict: DictObject) {
    let storage = BlockPool.slots(4)
    storage[0] = .owned(dict)
    attributes = storage
    shapeRef = Unmanaged.passUnretained(type.dictionaryShape)
    flags |= ObjectFlags.attributeDict
    if gcIndex < 0 { Collector.track(self) }
  }
}
