/// A builtin function or method: a row "signature, doc, body".
package final class NativeFunction: Object {
  /// The body of a native function: bound arguments in, value out.
  package typealias Body = (VM, Arguments) throws(Raised) -> Value

  /// The signature as written, from which binding, errors, help and completion are computed.
  package let signatureText: String
  /// One sentence.
  package let doc: String
  /// Computes what `help` shows where signature and sentence are not written for readers of Python.
  package var description: NativeDescription?
  /// The name, cut from the signature.
  package let name: String
  package let body: Body
  /// First parameter is the instance: binds when read from an instance.
  package let isMethod: Bool
  /// Stands for a native special method: does not override the native protocol.
  package let isSlotWrapper: Bool
  /// Class whose namespace holds it, for messages such as `list.append()`.
  package let owner: Unmanaged<TypeObject>?
  /// `__module__`.
  package var moduleName: String?
  /// Computes the `repr` of a function that shows itself as another kind.
  package var shownRepr: ((VM, NativeFunction) -> String)?
  private var parsed: Signature?
  /// Defaults by place of a function whose parameters all have places (nil: not so, or not known yet), how many
  /// must and may be given without names, and how many there are: the machine fills in the missing ones.
  private(set) var fillDefaults: UnsafeMutablePointer<Slot>?
  private(set) var fillMinimum = 0
  private(set) var fillPositional = 0
  private(set) var fillMaximum = 0
  /// Number of arguments that pass straight to `body`; -1: binding is needed; -2: not known yet.
  private(set) var directCount = -2
  /// The machine answers calls with common arguments itself.
  var quick = QuickCall.none
  /// The C function behind a function of one float, which the machine calls itself; errors are left to the body.
  package var floatFunction: (@convention(c) (Double) -> Double)? {
    didSet { quick = floatFunction == nil ? .none : .floatFunction }
  }
  /// The body binds the raw arguments itself.
  package let isRaw: Bool
  /// Answers a call in place of the body; nil: the body does.
  package typealias Interceptor = (VM, Arguments) throws(Raised) -> Value?
  private var interceptor: Interceptor?
  /// Whether calls are looked at first.
  package var isIntercepted: Bool { interceptor != nil }

  package init(
    _ vm: VM, _ signature: String, _ doc: String, owner: TypeObject? = nil, isMethod: Bool = false,
    isSlotWrapper: Bool = false, isRaw: Bool = false, _ body: @escaping Body
  ) {
    self.isRaw = isRaw
    if isRaw { directCount = NativeFunction.raw }
    signatureText = signature
    self.doc = doc
    // (Bytes: to look for a Character takes the text apart into those first, for each of the thousands at a start.)
    let end = signature.utf8.firstIndex(of: 0x28) ?? signature.endIndex
    name = String(signature[..<end])
    self.body = body
    self.isMethod = isMethod
    self.isSlotWrapper = isSlotWrapper
    self.owner = owner.map { Unmanaged.passUnretained($0) }
    super.init(kind: .nativeFunction, type: isMethod ? vm.types.methodDescriptor : vm.types.builtinFunction)
  }

  /// `directCount` of functions whose body takes raw arguments.
  static var raw: Int { -3 }

  /// The parsed signature.
  package func signature(_ vm: VM) -> Signature {
    if let parsed { return parsed }
    let made = Signature(vm, text: signatureText)
    parsed = made
    if isIntercepted { return made }
    fillDefaults = isRaw ? nil : made.positionalDefaults
    fillMinimum = made.minimumPositional
    fillPositional = made.maximumPositional
    fillMaximum = made.parameters.count
    if !isRaw { directCount =
      made.hasVariadic || made.hasKeywordOnly || made.hasVariadicKeyword ? -1 : made.maximumPositional }
    return made
  }

  /// Lets every call be looked at first. The machine takes its general way then; functions without pay nothing.
  package func intercept(_ look: @escaping Interceptor) {
    interceptor = look
    directCount = NativeFunction.intercepted
    fillDefaults = nil
  }
  private static var intercepted: Int { -4 }
  /// What looking at a call first gives; nil: the body would run.
  package func look(_ vm: VM, _ arguments: Arguments) throws(Raised) -> Value? { try interceptor?(vm, arguments) }

  public override func repr(_ vm: VM) throws(Raised) -> StrObject {
    if isSlotWrapper, let owner {
      return vm.string("<slot wrapper '\(name)' of '\(owner.reference.ownerText)' objects>")
    }
    if isMethod, let owner {
      return vm.string("<method '\(name)' of '\(owner.reference.ownerText)' objects>")
    }
    if let shownRepr { return vm.string(shownRepr(vm, self)) }
    return vm.string("<built-in function \(name)>")
  }
  public override var isCallable: Bool { true }

  public override func traverse(_ visit: (Slot) -> Void) {
    guard let parsed else { return }
    for parameter in parsed.parameters { visit(parameter.defaultValue) }
  }

  /// Calls with raw arguments: binds them first.
  public override func call(_ vm: VM, _ arguments: Arguments) throws(Raised) -> Value {
    if let interceptor, let answer = try interceptor(vm, arguments) { return answer }
    if isRaw { return try body(vm, arguments) }
    let signature = parsed ?? self.signature(vm)
    if arguments.keywordNames == nil && arguments.count == directCount {
      if isMethod { try checkReceiver(vm, arguments) }
      return try body(vm, arguments)
    }
    if arguments.keywordNames == nil, let defaults = signature.positionalDefaults,
      arguments.count >= signature.minimumPositional, arguments.count <= signature.maximumPositional,
      arguments.count < fillMaximum
    {
      return try callFilling(vm, arguments, defaults, fillMaximum)
    }
    return try callBinding(vm, arguments, signature)
  }

  /// Calls with the defaults of the missing last parameters. Nothing is counted: the caller keeps the arguments.
  private func callFilling(
    _ vm: VM, _ arguments: Arguments, _ defaults: UnsafeMutablePointer<Slot>, _ slots: Int
  ) throws(Raised) -> Value {
    let start = vm.top
    if start + slots >= vm.stackLimit { throw vm.recursionError() }
    for k in 0..<slots { start[k] = k < arguments.count ? arguments.base[k] : defaults[k] }
    vm.top = start + slots
    defer {
      for k in 0..<slots { start[k] = .undefined }
      vm.top = start
    }
    let filled = Arguments(base: start, count: slots)
    if isMethod { try checkReceiver(vm, filled) }
    return try body(vm, filled)
  }

  @inline(never)
  private func callBinding(_ vm: VM, _ arguments: Arguments, _ signature: Signature) throws(Raised) -> Value {
    let slots = signature.parameters.count
    let start = try vm.reserveStack(slots)
    defer { vm.releaseStack(start, count: slots) }
    try bind(vm, arguments, signature, into: start)
    let bound = Arguments(base: start, count: slots)
    if isMethod { try checkReceiver(vm, bound) }
    return try body(vm, bound)
  }

  /// Methods of native types must see an instance of their owner.
  private func checkReceiver(_ vm: VM, _ arguments: Arguments) throws(Raised) {
    guard let owner else { return }
    if arguments.count > 0 && arguments.base[0].isObject && arguments.base[0].typePointer == owner.toOpaque() { return }
    if arguments.count > 0 && vm.type(of: arguments.slot(0)).isSubtype(of: owner.reference) { return }
    let ownerName = owner.reference.name
    if arguments.count == 0 {
      throw vm.typeError("unbound method \(ownerName).\(name)() needs an argument")
    }
    throw vm.typeError(
      "descriptor '\(name)' for '\(ownerName)' objects doesn't apply to a '\(vm.type(of: arguments.slot(0)).name)' object"
    )
  }
}

/// A method bound to its instance.
package final class BoundMethod: Object {
  /// The function, owned.
  package private(set) var function: Slot
  /// The instance, owned.
  package private(set) var receiver: Slot

  /// A method of a Python function bound to an instance (both borrowed), as an owned slot.
  static func make(_ vm: VM, function: Slot, receiver: Slot) -> Slot {
    guard ObjectPool.isUsed else {
      return Value.object(BoundMethod(vm, function: function.value, receiver: receiver.value)).intoOwned()
    }
    let made = Unmanaged<BoundMethod>.fromOpaque(ObjectPool.method(vm)).takeRetainedValue()
    function.retain()
    receiver.retain()
    made.function = function
    made.receiver = receiver
    Collector.track(made)
    return Value.object(made).intoOwned()
  }
  /// Where `ObjectPool` finds the slots.
  @inline(__always) static var functionOffset: Int { 56 }
  @inline(__always) static var receiverOffset: Int { 72 }

  /// `isPlain`: a method object also of a native function, as `types.MethodType` makes it.
  package init(_ vm: VM, function: Value, receiver: Value, isPlain: Bool = false) {
    self.function = function.owned
    self.receiver = receiver.owned
    super.init(
      kind: .boundMethod, type: function.kind == .nativeFunction && !isPlain ? vm.types.builtinFunction : vm.types.method,
      tracked: true)
  }
  deinit {
    function.release()
    receiver.release()
  }
  public override func repr(_ vm: VM) throws(Raised) -> StrObject {
    if function.isKind(.nativeFunction) {
      let native = unsafeDowncast(function.object, to: NativeFunction.self)
      let owner = vm.type(of: receiver).name
      return vm.string(
        native.isSlotWrapper
          ? "<method-wrapper '\(native.name)' of \(owner) object at \(vm.addressText(self))>"
          : "<built-in method \(native.name) of \(owner) object at \(vm.addressText(self))>")
    }
    let name =
      function.isKind(.function)
      ? unsafeDowncast(function.object, to: FunctionObject.self).qualifiedName.string : try vm.repr(function.value).string
    return vm.string("<bound method \(name) of \(try vm.repr(receiver.value).string)>")
  }
  public override func compare(_ vm: VM, _ comparison: Comparison, _ other: Value) throws(Raised) -> Value? {
    guard comparison == .equal || comparison == .notEqual, case .object(let o) = other, let method = o as? BoundMethod
    else { return nil }
    let same = method.function.isSame(as: function) && method.receiver.isSame(as: receiver)
    return .bool(same == (comparison == .equal))
  }
  public override func hash(_ vm: VM) throws(Raised) -> Int {
    Int(bitPattern: function.bits >> 4 &+ receiver.bits >> 3)
  }
  public override func nativeAttribute(_ vm: VM, _ name: StrObject) throws(Raised) -> Value? {
    // Attributes of the function show through (`method.__name__`).
    try vm.lookupAttr(function.value, name)
  }
  public override var isCallable: Bool { true }
  public override func call(_ vm: VM, _ arguments: Arguments) throws(Raised) -> Value {
    try vm.call(function, prepending: receiver, arguments)
  }
  public override func traverse(_ visit: (Slot) -> Void) {
    visit(function)
    visit(receiver)
  }
}

/// How a family of native functions shows itself; both are functions of the function, computed when somebody asks.
package struct NativeDescription: Sendable {
  /// The signature in Python's words: `clamp(input, min=None, max=None)`.
  let signature: @Sendable (NativeFunction) -> String
  /// The whole text of `__doc__`.
  let documentation: @Sendable (NativeFunction) -> String

  package init(
    signature: @escaping @Sendable (NativeFunction) -> String, documentation: @escaping @Sendable (NativeFunction) -> String
  ) {
    self.signature = signature
    self.documentation = documentation
  }
}

extension NativeFunction {
  /// The signature that `help`, `inspect` and completion show.
  package var shownSignature: String { description?.signature(self) ?? signatureText }
  /// The text of `__doc__`.
  package var documentation: String { description?.documentation(self) ?? doc }
}
