/// A function made by `def` or `lambda`.
package final class FunctionObject: Object {
  /// What the loop reads of the code.
  private(set) var header: UnsafeMutablePointer<CodeHeader>
  private(set) var globalsRef: Unmanaged<DictObject>
  /// First cell of the closure.
  private(set) var closureItems: UnsafeMutablePointer<Slot>?
  /// Default values of the last positional parameters (owned tuple), or undefined.
  package internal(set) var defaults: Slot
  /// Cells of the free variables (owned tuple), or undefined.
  package private(set) var closure: Slot
  /// `__module__`, owned.
  package internal(set) var moduleName: Slot
  /// What few functions have of their own.
  private var details: FunctionDetails?

  /// Number of positional parameters that have a default.
  @inline(__always)
  var defaultCount: Int { defaults.isObject ? defaults.pointer.field(SequenceLayout.count, Int.self) : 0 }

  /// What `ObjectPool` allocates, and where the only field lies that is no plain word.
  @inline(__always) static var instanceBytes: Int { 136 }
  @inline(__always) static var detailsOffset: Int { 128 }
  /// Checks that the fields fit; called once at start-up.
  static func checkLayout(_ vm: VM) {
    let made = FunctionObject(vm, code: Code(CodeParts(), vm: vm), globals: DictObject(vm))
    made.checkLayout()
    GeneratorObject.checkLayout(vm, made)
  }
  private func checkLayout() {
    let p = Unmanaged.passUnretained(self as Object).toOpaque()
    let first = withUnsafeMutablePointer(to: &header) { UnsafeMutableRawPointer($0) }
    let last = withUnsafeMutablePointer(to: &details) { UnsafeMutableRawPointer($0) }
    precondition(
      first - p == 56 && last - p == FunctionObject.detailsOffset,
      "the fields of functions do not lie where ObjectPool takes them to")
  }

  /// A function (owned) that takes over the owned slots, as `def` and `lambda` make it.
  @inline(__always)
  static func slot(
    _ vm: VM, code: Unmanaged<Code>, globals: Unmanaged<DictObject>, defaults: Slot, keywordDefaults: Slot,
    annotations: Slot, closure: Slot
  ) -> Slot {
    guard ObjectPool.isUsed else {
      return .owned(
        FunctionObject(
          vm, code: code.reference, globals: globals.reference, defaults: defaults, keywordDefaults: keywordDefaults,
          annotations: annotations, closure: closure))
    }
    let p = ObjectPool.function(vm)
    Unmanaged<FunctionObject>.fromOpaque(p)._withUnsafeGuaranteedRef {
      $0.begin(vm, code, globals, defaults, closure)
      if !keywordDefaults.isUndefined || !annotations.isUndefined { $0.setDetails(keywordDefaults, annotations) }
    }
    Collector.track(p)
    p.setField(ObjectLayout.refs, Int32(1))
    return Slot(bits: UInt(bitPattern: p), tag: Tag.object)
  }

  /// Takes over the owned slots.
  package init(
    _ vm: VM, code: Code, globals: DictObject, defaults: Slot = .undefined, keywordDefaults: Slot = .undefined,
    annotations: Slot = .undefined, closure: Slot = .undefined
  ) {
    header = code.header
    globalsRef = Unmanaged.passUnretained(globals)
    self.defaults = .undefined
    self.closure = .undefined
    moduleName = .none
    super.init(kind: .function, type: vm.types.function, tracked: true)
    begin(vm, Unmanaged.passUnretained(code), globalsRef, defaults, closure)
    if !keywordDefaults.isUndefined || !annotations.isUndefined { setDetails(keywordDefaults, annotations) }
  }

  /// Gives all fields but the details their first values, whatever stood there.
  @inline(__always)
  private func begin(
    _ vm: VM, _ code: Unmanaged<Code>, _ globals: Unmanaged<DictObject>, _ defaults: Slot, _ closure: Slot
  ) {
    header = code._withUnsafeGuaranteedRef { $0.header }
    globalsRef = globals
    self.defaults = defaults
    self.closure = closure
    closureItems = closure.isObject ? closure.pointer.field(SequenceLayout.items, Register.self) : nil
    let module = globals._withUnsafeGuaranteedRef { vm.moduleName(of: $0) }
    module.retain()
    moduleName = module.isUndefined ? .none : module
    // Code and globals are held by counts alone.
    Slot.retainObject(code.toOpaque())
    Slot.retainObject(globals.toOpaque())
  }
  @inline(never)
  private func setDetails(_ keywordDefaults: Slot, _ annotations: Slot) {
    ownDetails.keywordDefaults = keywordDefaults
    ownDetails.annotations = annotations
  }

  deinit { end() }

  /// Whether the details, which Swift must drop, exist.
  @inline(__always) final var hasDetails: Bool { details != nil }
  /// Releases what a dying function holds.
  @inline(__always)
  final func end() {
    defaults.release()
    closure.release()
    moduleName.release()
    if let code = header.pointee.code { Slot.releaseObject(code.toOpaque()) }
    Slot.releaseObject(globalsRef.toOpaque())
  }

  /// Replaces the code; the number of free variables stays.
  func replaceCode(_ code: Code) {
    let old = header.pointee.code
    Slot.retainObject(Unmanaged.passUnretained(code as Object).toOpaque())
    header = code.header
    if let old { Slot.releaseObject(old.toOpaque()) }
  }

  /// The code object.
  package var code: Code {
    guard let code = header.pointee.code else { fatalError("a function without code") }
    return code.reference
  }
  /// The namespace of the module.
  package var globals: DictObject { globalsRef.reference }

  private var ownDetails: FunctionDetails {
    if let details { return details }
    let made = FunctionDetails(doc: code.doc)
    details = made
    return made
  }
  /// Defaults of keyword-only parameters (owned dict), or undefined.
  package internal(set) var keywordDefaults: Slot {
    get { details?.keywordDefaults ?? .undefined }
    set { ownDetails.keywordDefaults = newValue }
  }
  /// `__annotations__` (owned dict), or undefined until asked for.
  package internal(set) var annotations: Slot {
    get { details?.annotations ?? .undefined }
    set { ownDetails.annotations = newValue }
  }
  /// `__doc__`; whoever sets it hands over an owned slot and releases what was there.
  package internal(set) var doc: Slot {
    get { ownDetails.doc }
    set { ownDetails.doc = newValue }
  }
  /// The names that are not the code's, borrowed; else undefined.
  var ownName: Slot { details?.name.map { .borrowed($0) } ?? .undefined }
  var ownQualifiedName: Slot { details?.qualifiedName.map { .borrowed($0) } ?? .undefined }
  /// `__name__` and `__qualname__`: those of the code until they are changed.
  package internal(set) var name: StrObject {
    get { details?.name ?? code.name }
    set { ownDetails.name = newValue }
  }
  package internal(set) var qualifiedName: StrObject {
    get { details?.qualifiedName ?? code.qualifiedName }
    set { ownDetails.qualifiedName = newValue }
  }

  public override func repr(_ vm: VM) throws(Raised) -> StrObject {
    vm.string("<function \(qualifiedName.string) at \(vm.addressText(self))>")
  }
  public override var isCallable: Bool { true }
  public override func call(_ vm: VM, _ arguments: Arguments) throws(Raised) -> Value {
    try vm.callFunction(self, arguments)
  }
  public override func traverse(_ visit: (Slot) -> Void) {
    visit(defaults)
    visit(closure)
    visit(moduleName)
    visit(Slot(bits: UInt(bitPattern: globalsRef.toOpaque()), tag: Tag.object))
    if let code = header.pointee.code { visit(Slot(bits: UInt(bitPattern: code.toOpaque()), tag: Tag.object)) }
    if let details {
      visit(details.keywordDefaults)
      visit(details.annotations)
      visit(details.doc)
    }
  }
  public override func clearReferences() {
    let old = [defaults, keywordDefaults, annotations]
    defaults = .undefined
    if let details {
      details.keywordDefaults = .undefined
      details.annotations = .undefined
    }
    for slot in old { slot.release() }
  }
}

/// What few functions have of their own: keyword defaults, annotations, another name or text. All slots are owned.
private final class FunctionDetails {
  var keywordDefaults = Slot.undefined
  var annotations = Slot.undefined
  var doc: Slot
  var name, qualifiedName: StrObject?

  init(doc: Slot) {
    doc.retain()
    self.doc = doc
  }
  deinit {
    keywordDefaults.release()
    annotations.release()
    doc.release()
  }
}

/// A variable shared by a function and those inside it.
package final class CellObject: Object {
  /// The content, owned; undefined when unbound.
  package var content: Slot

  /// Takes over an owned slot.
  package init(_ vm: VM, moving content: Slot) {
    self.content = content
    super.init(kind: .cell, type: vm.types.cell, tracked: true)
  }
  deinit { content.release() }
  /// By the contents; an empty cell comes first.
  package override func compare(_ vm: VM, _ comparison: Comparison, _ other: Value) throws(Raised) -> Value? {
    guard case .object(let o) = other, let second = o as? CellObject else { return nil }
    if content.isUndefined || second.content.isUndefined {
      let (a, b) = (content.isUndefined ? 0 : 1, second.content.isUndefined ? 0 : 1)
      return try vm.compare(comparison, .int(a), .int(b))
    }
    return try vm.compare(comparison, content.value, second.content.value)
  }
  public override func traverse(_ visit: (Slot) -> Void) { visit(content) }
  public override func clearReferences() {
    let old = content
    content = .undefined
    old.release()
  }
}

/// A module: its namespace is a dict.
package final class ModuleObject: Object {
  /// The name it was made with; what Python may have changed it to is `__name__` in the namespace.
  package let name: String
  package let namespace: DictObject

  /// A module without a name or any other entry, as `ModuleType.__new__` makes it; `__init__` writes them.
  init(_ vm: VM, type: TypeObject) {
    name = "?"
    namespace = DictObject(vm)
    Slot.retainObject(Unmanaged.passUnretained(namespace as Object).toOpaque())
    super.init(kind: .module, type: type, tracked: true)
  }

  package init(_ vm: VM, name: String, doc: String? = nil, namespace: DictObject? = nil) {
    self.name = name
    let dict = namespace ?? DictObject(vm)
    self.namespace = dict
    Slot.retainObject(Unmanaged.passUnretained(dict as Object).toOpaque())
    super.init(kind: .module, type: vm.types.module, tracked: true)
    dict.set(vm, "__name__", .object(vm.string(name)))
    dict.set(vm, "__doc__", doc.map { .object(vm.string($0)) } ?? .none)
    dict.set(vm, "__package__", .object(vm.string("")))
    if name == "__main__" {
      dict.set(vm, "__loader__", .none)
      dict.set(vm, "__spec__", .none)
    }
  }
  deinit { Slot.releaseObject(Unmanaged.passUnretained(namespace as Object).toOpaque()) }
  public override func traverse(_ visit: (Slot) -> Void) {
    visit(.borrowed(namespace))
    visit(.held(namespace))
  }

  public override func repr(_ vm: VM) throws(Raised) -> StrObject {
    let spec = namespace.find(name: .borrowed(vm.intern("__spec__")))
    if !spec.isUndefined, !spec.isNone, let text = try described(vm, spec.value) { return text }
    let shown = namespace.find(name: vm.names.name)
    let name = shown.isUndefined ? "'?'" : try vm.repr(shown.value).string
    let file = namespace.find(name: vm.names.file)
    // What Python code made by `ModuleType(name)` comes from nowhere.
    let source = self.name == "?" ? "" : " (built-in)"
    let place = file.isUndefined || file.isNone ? source : " from \(try vm.repr(file.value).string)"
    return vm.string("<module \(name)\(place)>")
  }
  /// The repr of a module that says of itself where it comes from; nil: its description lacks something.
  private func described(_ vm: VM, _ spec: Value) throws(Raised) -> StrObject? {
    func part(_ name: String) throws(Raised) -> Value { try vm.getAttrOrNil(spec, vm.intern(name)) ?? .none }
    let (name, origin, loader) = (try part("name"), try part("origin"), try part("loader"))
    if name.isNone { return nil }
    let shown = try vm.repr(name).string
    if origin.isNone { return vm.string("<module \(shown)\(loader.isNone ? "" : " (\(try vm.repr(loader).string))")>") }
    let isFile = try vm.truth(try part("has_location"))
    return vm.string("<module \(shown) \(isFile ? "from \(try vm.repr(origin).string)" : "(\(try vm.str(origin).string))")>")
  }
  public override func nativeAttribute(_ vm: VM, _ name: StrObject) throws(Raised) -> Value? {
    let found = namespace.find(name: .borrowed(name))
    if !found.isUndefined { return found.value }
    if name.string == "__spec__" || name.string == "__loader__" {
      try describe(vm)
      let made = namespace.find(name: .borrowed(name))
      return made.isUndefined ? Value.none : made.value
    }
    if type.lookup(vm, .borrowed(name)).isUndefined {
      let hook = namespace.find(name: vm.specialNames[Int(Special.getattr.rawValue)])
      if !hook.isUndefined { return try vm.call(hook, [.object(name)]) }
    }
    return nil
  }
  /// Fills in `__spec__` and `__loader__` of an imported module when they are asked for, which is rare.
  private func describe(_ vm: VM) throws(Raised) {
    let shown = namespace.find(name: vm.names.name).value
    guard let name = shown.asStr?.string, name != "__main__", !name.hasPrefix("importlib"),
      case .object(let known)? = vm.modules.get(vm, name), known === self
    else { return }
    let util = try vm.importModule("importlib.util", fromList: .object(vm.emptyTuple))
    let spec = try vm.callMethod(util, "_spec_of_module", [shown, .object(self)])
    namespace.set(vm, "__spec__", spec)
    if let loader = try vm.getAttrOrNil(spec, vm.intern("loader")) { namespace.set(vm, "__loader__", loader) }
  }
  public override func setNativeAttribute(_ vm: VM, _ name: StrObject, _ value: Value?) throws(Raised) -> Bool {
    if name.isSameName(vm.names.dict) || name.isSameName(vm.names.classAttribute) { return false }
    if let value {
      namespace.set(name: .borrowed(name), value.borrowed)
    } else if !namespace.remove(name: .borrowed(name)) {
      throw vm.noAttribute(.object(self), name)
    }
    return true
  }

  /// Declares a function of the module: one row.
  @discardableResult
  package func function(
    _ vm: VM, _ signature: String, _ doc: String, isRaw: Bool = false, _ body: @escaping NativeFunction.Body
  ) -> NativeFunction {
    let made = NativeFunction(vm, signature, doc, isRaw: isRaw, body)
    made.moduleName = name
    namespace.set(vm, made.name, .object(made))
    return made
  }
  /// Declares a constant of the module.
  package func constant(_ vm: VM, _ name: String, _ value: Value) { namespace.set(vm, name, value) }
}
