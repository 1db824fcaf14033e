// How a native type declares what Python sees: one row per method, attribute or special method.

extension TypeObject {
  /// Declares a method: `self` is the first parameter of the signature.
  package func method(_ vm: VM, _ signature: String, _ doc: String, _ body: @escaping NativeFunction.Body) {
    let made = NativeFunction(vm, signature, doc, owner: self, isMethod: true, body)
    if self === vm.types.list || self === vm.types.dict || self === vm.types.str || self === vm.types.set { made.quick = QuickCall.of(made.name, name) }
    namespace.set(vm, made.name, .object(made))
  }
  /// Declares a method whose body takes the arguments as they were given and checks the instance itself.
  package func rawMethod(_ vm: VM, _ signature: String, _ doc: String, _ body: @escaping NativeFunction.Body) {
    let made = NativeFunction(vm, signature, doc, owner: self, isMethod: true, isRaw: true, body)
    namespace.set(vm, made.name, .object(made))
  }
  /// Declares a class method: the class is the first parameter.
  package func classMethod(_ vm: VM, _ signature: String, _ doc: String, _ body: @escaping NativeFunction.Body) {
    let made = NativeFunction(vm, signature, doc, owner: nil, isMethod: true, body)
    namespace.set(vm, made.name, .object(ClassMethodObject(vm, .object(made))))
  }
  /// Declares a static method.
  package func staticMethod(_ vm: VM, _ signature: String, _ doc: String, _ body: @escaping NativeFunction.Body) {
    let made = NativeFunction(vm, signature, doc, owner: self, isMethod: false, body)
    namespace.set(vm, made.name, .object(made))
  }
  /// Declares `__new__` of a native type as an attribute; the machine itself calls `TypeObject.new`.
  package func nativeNew(_ vm: VM, _ signature: String, _ doc: String, _ body: @escaping NativeFunction.Body) {
    let made = NativeFunction(vm, signature, doc, owner: self, isMethod: false, isSlotWrapper: true, body)
    namespace.set(vm, made.name, .object(made))
  }
  /// Declares an attribute computed by native code.
  package func attribute(
    _ vm: VM, _ name: String, _ doc: String = "", get: @escaping GetSetDescriptor.Getter,
    set: GetSetDescriptor.Setter? = nil
  ) {
    let made = GetSetDescriptor(vm, name: name, doc: doc, owner: self, get: get, set: set)
    namespace.set(vm, name, .object(made))
  }
  /// Declares an attribute that lies in each instance (`Object.begin`), where the machine's caches find it; it cannot be
  /// deleted, which `refusal` says.
  package func member(_ vm: VM, _ name: String, refusal: String) {
    let name = vm.intern(name)
    namespace.set(name: .borrowed(name), value: .object(MemberDescriptor(vm, name: name, owner: self, refusal: refusal)))
  }
  /// The shape of instances that have attributes of these names (interned) and no others.
  package func shape(naming names: [Slot]) -> Shape { names.reduce(rootShape) { $0.adding($1) } }
  /// Declares a class constant.
  package func constant(_ vm: VM, _ name: String, _ value: Value) { namespace.set(vm, name, value) }

  /// Declares which special methods the Swift class implements natively (see `SlotWrappers`).
  package func specials(_ vm: VM, _ list: [Special]) {
    for special in list {
      let made = SlotWrappers.make(vm, special, owner: self)
      namespace.set(name: vm.specialNames[Int(special.rawValue)], value: .object(made))
    }
  }
  /// Declares `__hash__ = None`.
  package func unhashable(_ vm: VM) {
    namespace.set(name: vm.specialNames[Int(Special.hash.rawValue)], .none)
  }
}

/// An attribute of a native type that Swift code computes.
package final class GetSetDescriptor: Object {
  package typealias Getter = (VM, Value) throws(Raised) -> Value
  /// The new value is nil for deletion.
  package typealias Setter = (VM, Value, Value?) throws(Raised) -> Void
  package let name: String
  package let doc: String
  /// Name of the class that declares it: the descriptor may outlive the class.
  private let owner: String
  private(set) var get: Getter
  private var set: Setter?

  init(_ vm: VM, name: String, doc: String, owner: TypeObject, get: @escaping Getter, set: Setter?) {
    self.name = name
    self.doc = doc
    self.owner = owner.ownerText
    self.get = get
    self.set = set
    super.init(kind: .getSetDescriptor, type: vm.types.getSetDescriptor)
  }
  /// Lets every use be looked at first: what reading gives, and whether writing is done; nil and false: as ever.
  package func intercept(
    get look: @escaping (VM, Value) throws(Raised) -> Value?,
    set write: @escaping (VM, Value, Value?) throws(Raised) -> Bool
  ) {
    let (plainGet, plainSet) = (get, set)
    get = { (vm, value) throws(Raised) in
      if let answer = try look(vm, value) { return answer }
      return try plainGet(vm, value)
    }
    guard let plainSet else { return }
    set = { (vm, value, new) throws(Raised) in
      if try !write(vm, value, new) { try plainSet(vm, value, new) }
    }
  }
  public override var isDataDescriptor: Bool { true }
  public override func descriptorGet(_ vm: VM, _ instance: Value?, _ owner: TypeObject) throws(Raised) -> Value? {
    guard let instance else { return .object(self) }
    return try get(vm, instance)
  }
  public override func descriptorSet(_ vm: VM, _ instance: Value, _ value: Value?) throws(Raised) -> Bool {
    guard let set else {
      throw vm.attributeError(
        "attribute '\(name)' of '\(self.owner)' objects is not writable")
    }
    try set(vm, instance, value)
    return true
  }
  public override func repr(_ vm: VM) throws(Raised) -> StrObject {
    vm.string("<attribute '\(name)' of '\(owner)' objects>")
  }
}
