/// A function made by `def` or `lambda`.
package final class FunctionObject: Object {
  // Held by counts alone (see `init`).
  package unowned(unsafe) let code: Code
  package unowned(unsafe) let globals: DictObject
  /// Default values of the last positional parameters (owned tuple), or undefined.
  package internal(set) var defaults: Slot
  /// Defaults of keyword-only parameters (owned dict), or undefined.
  package internal(set) var keywordDefaults: Slot
  /// `__annotations__` (owned dict), or undefined until asked for.
  package internal(set) var annotations: Slot
  /// Cells of the free variables (owned tuple), or undefined.
  package let closure: Slot
  /// What the loop reads of the code and the globals, unowned.
  var header: UnsafeMutablePointer<CodeHeader>
  let globalsRef: Unmanaged<DictObject>
  /// First cell of the closure.
  let closureItems: UnsafeMutablePointer<Slot>?
  /// `__name__` and `__qualname__`: those of the code until they are changed.
  package internal(set) var name: StrObject {
    get { ownName ?? code.name }
    set { ownName = newValue }
  }
  package internal(set) var qualifiedName: StrObject {
    get { ownQualifiedName ?? code.qualifiedName }
    set { ownQualifiedName = newValue }
  }
  private var ownName, ownQualifiedName: StrObject?
  /// `__doc__`, owned; `__module__`, owned.
  package internal(set) var doc: Slot
  package internal(set) var moduleName: Slot

  /// Number of positional parameters that have a default.
  @inline(__always)
  var defaultCount: Int { defaults.isObject ? defaults.pointer.field(SequenceLayout.count, Int.self) : 0 }

  /// Takes over the owned slots.
  package init(
    _ vm: VM, code: Code, globals: DictObject, defaults: Slot = .undefined, keywordDefaults: Slot = .undefined,
    annotations: Slot = .undefined, closure: Slot = .undefined
  ) {
    self.code = code
    header = code.header
    self.globals = globals
    globalsRef = Unmanaged.passUnretained(globals)
    self.defaults = defaults
    self.keywordDefaults = keywordDefaults
    self.annotations = annotations
    self.closure = closure
    closureItems =
      closure.isObject
      ? Unmanaged<TupleObject>.fromOpaque(closure.pointer)._withUnsafeGuaranteedRef { $0.items } : nil
    doc = code.doc
    doc.retain()
    let module = globals.find(name: vm.names.name)
    module.retain()
    moduleName = module.isUndefined ? .none : module
    Slot.retainObject(Unmanaged.passUnretained(code as Object).toOpaque())
    Slot.retainObject(Unmanaged.passUnretained(globals as Object).toOpaque())
    super.init(kind: .function, type: vm.types.function, tracked: true)
  }

  deinit {
    defaults.release()
    keywordDefaults.release()
    annotations.release()
    closure.release()
    doc.release()
    moduleName.release()
    Slot.releaseObject(Unmanaged.passUnretained(code as Object).toOpaque())
    Slot.releaseObject(Unmanaged.passUnretained(globals as Object).toOpaque())
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
    visit(keywordDefaults)
    visit(annotations)
    visit(closure)
    visit(doc)
    visit(moduleName)
    visit(.borrowed(globals))
    visit(.borrowed(code))
  }
  public override func clearReferences() {
    let old = [defaults, keywordDefaults, annotations]
    defaults = .undefined
    keywordDefaults = .undefined
    annotations = .undefined
    for slot in old { slot.release() }
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
  public override func traverse(_ visit: (Slot) -> Void) { visit(content) }
  public override func clearReferences() {
    let old = content
    content = .undefined
    old.release()
  }
}

/// A module: its namespace is a dict.
package final class ModuleObject: Object {
  package let name: String
  package let namespace: DictObject

  package init(_ vm: VM, name: String, doc: String? = nil, namespace: DictObject? = nil) {
    self.name = name
    let dict = namespace ?? DictObject(vm)
    self.namespace = dict
    Slot.retainObject(Unmanaged.passUnretained(dict as Object).toOpaque())
    super.init(kind: .module, type: vm.types.module, tracked: true)
    dict.set(vm, "__name__", .object(vm.string(name)))
    dict.set(vm, "__doc__", doc.map { .object(vm.string($0)) } ?? .none)
    dict.set(vm, "__package__", .object(vm.string("")))
    dict.set(vm, "__loader__", .none)
    dict.set(vm, "__spec__", .none)
  }
  deinit { Slot.releaseObject(Unmanaged.passUnretained(namespace as Object).toOpaque()) }
  public override func traverse(_ visit: (Slot) -> Void) {
    visit(.borrowed(namespace))
    visit(.held(namespace))
  }

  public override func repr(_ vm: VM) throws(Raised) -> StrObject {
    let shown = namespace.find(name: vm.names.name)
    let name = shown.isUndefined ? "'?'" : try vm.repr(shown.value).string
    let file = namespace.find(name: vm.names.file)
    let place = file.isUndefined || file.isNone ? " (built-in)" : " from \(try vm.repr(file.value).string)"
    return vm.string("<module \(name)\(place)>")
  }
  public override func nativeAttribute(_ vm: VM, _ name: StrObject) throws(Raised) -> Value? {
    let found = namespace.find(name: .borrowed(name))
    if !found.isUndefined { return found.value }
    if type.lookup(vm, .borrowed(name)).isUndefined {
      let hook = namespace.find(name: vm.specialNames[Int(Special.getattr.rawValue)])
      if !hook.isUndefined { return try vm.call(hook, [.object(name)]) }
    }
    return nil
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
  package func function(_ vm: VM, _ signature: String, _ doc: String, _ body: @escaping NativeFunction.Body) {
    let made = NativeFunction(vm, signature, doc, body)
    made.moduleName = name
    namespace.set(vm, made.name, .object(made))
  }
  /// Declares a constant of the module.
  package func constant(_ vm: VM, _ name: String, _ value: Value) { namespace.set(vm, name, value) }
}
