/// `classmethod`.
package final class ClassMethodObject: Object {
  package let function: Slot

  package init(_ vm: VM, _ function: Value, type: TypeObject? = nil) {
    self.function = function.owned
    super.init(kind: .classMethod, type: type ?? vm.types.classMethod, tracked: true)
  }
  deinit { function.release() }
  public override func descriptorGet(_ vm: VM, _ instance: Value?, _ owner: TypeObject) throws(Raised) -> Value? {
    let bound = try vm.bindDescriptor(function, .object(owner), owner)
    if case .object(let o) = bound, case .object(let f) = function.value, o === f {
      return .object(BoundMethod(vm, function: bound, receiver: .object(owner), isPlain: true))
    }
    return bound
  }
  /// What it tells of its function as if it were its own.
  public override func nativeAttribute(_ vm: VM, _ name: StrObject) throws(Raised) -> Value? {
    try functionAttribute(vm, name, of: self, function)
  }
  public override func traverse(_ visit: (Slot) -> Void) { visit(function) }
  public override func repr(_ vm: VM) throws(Raised) -> StrObject {
    vm.string("<classmethod(\(try vm.repr(function.value).string))>")
  }
}

/// `staticmethod`.
package final class StaticMethodObject: Object {
  package let function: Slot

  package init(_ vm: VM, _ function: Value, type: TypeObject? = nil) {
    self.function = function.owned
    super.init(kind: .staticMethod, type: type ?? vm.types.staticMethod, tracked: true)
  }
  deinit { function.release() }
  public override func descriptorGet(_ vm: VM, _ instance: Value?, _ owner: TypeObject) throws(Raised) -> Value? {
    function.value
  }
  public override var isCallable: Bool { true }
  public override func call(_ vm: VM, _ arguments: Arguments) throws(Raised) -> Value {
    try vm.call(function, arguments)
  }
  /// What it tells of its function as if it were its own.
  public override func nativeAttribute(_ vm: VM, _ name: StrObject) throws(Raised) -> Value? {
    try functionAttribute(vm, name, of: self, function)
  }
  public override func traverse(_ visit: (Slot) -> Void) { visit(function) }
  public override func repr(_ vm: VM) throws(Raised) -> StrObject {
    vm.string("<staticmethod(\(try vm.repr(function.value).string))>")
  }
}

/// The attributes that `classmethod` and `staticmethod` take over from the function; nil for others.
private func functionAttribute(
  _ vm: VM, _ name: StrObject, of method: Object, _ function: Slot
) throws(Raised) -> Value? {
  switch name.string {
  case "__name__", "__qualname__", "__module__", "__doc__", "__annotations__":
    let own = vm.instanceAttribute(method, .borrowed(vm.intern(name)))
    return own.isUndefined ? try vm.getAttrOrNil(function.value, name) : own.value
  default: return nil
  }
}

/// `property`.
package final class PropertyObject: Object {
  package internal(set) var getter: Slot
  package internal(set) var setter: Slot
  package internal(set) var deleter: Slot
  package internal(set) var doc: Slot
  /// Name under which the class holds it, for messages.
  var name: String?
  /// The text is the getter's.
  var docIsGetters = false

  package init(_ vm: VM, get: Value, set: Value, delete: Value, doc: Value, type: TypeObject? = nil) {
    getter = get.owned
    setter = set.owned
    deleter = delete.owned
    self.doc = doc.owned
    super.init(kind: .property, type: type ?? vm.types.property, tracked: true)
  }
  deinit {
    getter.release()
    setter.release()
    deleter.release()
    doc.release()
  }
  public override var isDataDescriptor: Bool { true }
  public override func descriptorGet(_ vm: VM, _ instance: Value?, _ owner: TypeObject) throws(Raised) -> Value? {
    guard let instance else { return .object(self) }
    if getter.isNone { throw vm.attributeError("\(title(vm, instance)) has no getter") }
    return try vm.call(getter, [instance])
  }
  public override func descriptorSet(_ vm: VM, _ instance: Value, _ value: Value?) throws(Raised) -> Bool {
    if let value {
      if setter.isNone { throw vm.attributeError("\(title(vm, instance)) has no setter") }
      _ = try vm.call(setter, [instance, value])
    } else {
      if deleter.isNone { throw vm.attributeError("\(title(vm, instance)) has no deleter") }
      _ = try vm.call(deleter, [instance])
    }
    return true
  }
  private func title(_ vm: VM, _ instance: Value) -> String {
    var shown = name
    if shown == nil, getter.isKind(.function) {
      shown = unsafeDowncast(getter.object, to: FunctionObject.self).name.string
    }
    let cls = vm.type(of: instance).qualifiedName
    return shown.map { "property '\($0)' of '\(cls)' object" } ?? "property of '\(cls)' object"
  }
  public override func traverse(_ visit: (Slot) -> Void) {
    visit(getter)
    visit(setter)
    visit(deleter)
    visit(doc)
  }
}

/// One name of `__slots__`: the value lives among the instance's attributes.
package final class MemberDescriptor: Object {
  let name: StrObject
  /// Name of the class: the descriptor may outlive it.
  private let ownerName: String
  /// The class by its address alone, to be compared.
  private let owner: ObjectIdentifier
  /// Of a native class, whose instances are never without it: what deleting says.
  private let refusal: String?
  /// Declared by native code.
  var isNative: Bool { refusal != nil }

  init(_ vm: VM, name: StrObject, owner: TypeObject, refusal: String? = nil) {
    self.name = name
    ownerName = owner.ownerText
    self.owner = ObjectIdentifier(owner)
    self.refusal = refusal
    super.init(kind: .memberDescriptor, type: vm.types.memberDescriptor)
  }
  public override var isDataDescriptor: Bool { true }
  public override func descriptorGet(_ vm: VM, _ instance: Value?, _ owner: TypeObject) throws(Raised) -> Value? {
    guard let instance else { return .object(self) }
    try check(vm, instance)
    guard case .object(let object) = instance else { return nil }
    let value = vm.instanceAttribute(object, .borrowed(name))
    if value.isUndefined {
      if isNative, let own = try object.nativeAttribute(vm, name) { return own }
      throw vm.noAttribute(instance, name)
    }
    return value.value
  }
  public override func descriptorSet(_ vm: VM, _ instance: Value, _ value: Value?) throws(Raised) -> Bool {
    try check(vm, instance)
    guard case .object(let object) = instance else { return false }
    if let refusal, value == nil { throw vm.attributeError(refusal) }
    if isNative, try object.setNativeAttribute(vm, name, value) { return true }
    if let value {
      vm.setInstanceAttribute(object, .borrowed(name), owned: value.owned)
    } else if !vm.removeInstanceAttribute(object, .borrowed(name)) {
      throw vm.noAttribute(instance, name)
    }
    return true
  }
  public override func repr(_ vm: VM) throws(Raised) -> StrObject {
    vm.string("<member '\(name.string)' of '\(ownerName)' objects>")
  }
  /// Raises TypeError unless an object is an instance of the class.
  private func check(_ vm: VM, _ instance: Value) throws(Raised) {
    let type = vm.type(of: instance)
    if !type.mroTypes.contains(where: { ObjectIdentifier($0) == owner }) {
      throw vm.typeError("descriptor '\(name.string)' for '\(ownerName)' objects doesn't apply to a '\(type.name)' object")
    }
  }
}

/// `super(cls, object)`: attributes of the classes after `cls` in the object's MRO.
package final class SuperObject: Object {
  let start: TypeObject
  /// The object; undefined while unbound.
  let receiver: Slot
  /// The class whose MRO is searched; nil while unbound.
  let receiverType: TypeObject?

  /// `super(cls)`, which binds as an attribute of a class.
  init(_ vm: VM, unbound start: TypeObject, type: TypeObject) {
    self.start = start
    receiver = .undefined
    receiverType = nil
    super.init(kind: .superObject, type: type, tracked: true)
  }

  package init(_ vm: VM, _ start: TypeObject, _ receiver: Value, type: TypeObject? = nil) throws(Raised) {
    var cls = vm.type(of: receiver)
    if case .object(let o) = receiver, let own = o as? TypeObject, own.isSubtype(of: start) { cls = own }
    if !cls.isSubtype(of: start), case .object(let o)? = try vm.getAttrOrNil(receiver, vm.intern("__class__")),
      let shown = o as? TypeObject
    {
      // A proxy shows another class than its own.
      cls = shown
    }
    if !cls.isSubtype(of: start) {
      throw vm.typeError("super(type, obj): obj must be an instance or subtype of type")
    }
    self.start = start
    self.receiver = receiver.owned
    receiverType = cls
    super.init(kind: .superObject, type: type ?? vm.types.superType, tracked: true)
  }
  deinit { receiver.release() }

  public override func nativeAttribute(_ vm: VM, _ name: StrObject) throws(Raised) -> Value? {
    if name.isSameName(vm.names.classAttribute) { return .object(type) }
    guard let receiverType else { return nil }
    let order = receiverType.mroTypes
    guard let index = order.firstIndex(where: { $0 === start }) else { return nil }
    for cls in order[(index + 1)...] {
      cls.ensurePopulated(vm)
      let found = cls.namespace.find(name: .borrowed(name))
      if found.isUndefined { continue }
      let isClassAccess: Bool
      if receiver.isKind(.type), receiver.object === receiverType { isClassAccess = true } else { isClassAccess = false }
      return try vm.bindDescriptor(found, isClassAccess ? nil : receiver.value, receiverType)
    }
    return nil
  }
  public override func repr(_ vm: VM) throws(Raised) -> StrObject {
    vm.string("<super: <class '\(start.name)'>, \(receiverType.map { "<\($0.name) object>" } ?? "NULL")>")
  }
  public override func descriptorGet(_ vm: VM, _ instance: Value?, _ owner: TypeObject) throws(Raised) -> Value? {
    guard receiverType == nil, let instance, !instance.isNone else { return .object(self) }
    return .object(try SuperObject(vm, start, instance, type: type))
  }
  public override func traverse(_ visit: (Slot) -> Void) {
    visit(receiver)
    visit(.held(start))
    if let receiverType { visit(.held(receiverType)) }
  }
}

extension StrObject {
  /// Same interned name.
  func isSameName(_ slot: Slot) -> Bool { Slot.borrowed(self).bits == slot.bits }
}

/// A descriptor that reads an item of a tuple by its place: the machine does so itself when it knows the type.
open class TupleField: Object {
  package final let index: Int

  package init(_ index: Int, type: TypeObject) {
    self.index = index
    super.init(kind: .native, type: type, tracked: true)
  }
}
