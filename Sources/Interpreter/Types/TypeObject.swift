/// A class: builtin, of a binding, or made by a `class` statement.
///
/// The native protocol of instances is the Swift class; what Python sees (`list.append`, `__len__` as an attribute)
/// is the namespace, filled by `populate` when it is first looked into.
public final class TypeObject: Object {
  /// Makes an instance: `__new__` of a native type. Arguments exclude the class.
  package typealias New = (VM, TypeObject, Arguments) throws(Raised) -> Value
  /// Fills in an instance: `__init__` of a native type; nil where `new` does it all.
  package typealias Initialize = (VM, Object, Arguments) throws(Raised) -> Void

  /// `__name__`.
  package var name: String {
    didSet {
      // Caches hold the text.
      renewVersion()
      cachedName = nil
    }
  }
  private var cachedName: StrObject?
  /// `__name__` as Python sees it, made once.
  func nameObject(_ vm: VM) -> StrObject {
    if let cachedName { return cachedName }
    let made = vm.string(name)
    cachedName = made
    return made
  }
  /// `__qualname__`.
  package var qualifiedName: String
  /// `__module__` of a native type (heap types keep it in their namespace).
  package var moduleName: String
  /// Messages of operators show the module as well, as they do for the types of C's modules.
  package var showsModule = false
  /// The name that native methods show as their owner's, where it is not the type's own.
  package var methodOwner: String?
  /// The module of that owner.
  package var methodOwnerModule: String?
  /// The name that a method's or an attribute's text shows as its class.
  var ownerText: String { methodOwner.map { owner in (methodOwnerModule.map { $0 + "." } ?? "") + owner } ?? operandName }
  /// The name in messages of operators.
  package var operandName: String { showsModule ? "\(moduleName).\(name)" : name }
  /// Text of `__doc__` of a native type.
  package var doc: String?
  /// Base classes (owned slots of types).
  private(set) var bases: [Slot] = []
  /// Method resolution order, itself first. All but itself are owned, as slots own: `mro()` may name any class, and
  /// bases change.
  private(set) var mro: [Unmanaged<TypeObject>] = []
  /// The class namespace.
  package let namespace: DictObject
  /// Changes whenever this class or a base changes; 0 is never valid.
  package internal(set) var version: UInt32 = 0
  /// Whether the end of the type's iterators is their own (`VM.endsByItself`); the name tells, which is looked at once.
  private(set) lazy var iteratorsEndByThemselves = VM.endByThemselves(self)
  /// Layout family of instances.
  package let instanceKind: Kind
  /// The interpreter it belongs to, for objects that die or are collected; nil only while that one starts.
  private(set) var machine: Unmanaged<VM>?
  /// Made by Python code: special methods may be Python functions.
  package let isHeap: Bool
  /// May be subclassed by Python code.
  package var isBase = true
  /// Instances have attributes (`__dict__`).
  package var hasAttributes = false
  /// The `__new__` that makes tuples of `fieldCount` arguments and nothing else, by address; 0: there is none. A class of
  /// `namedtuple` has it.
  private(set) var fieldNew: UInt = 0
  private(set) var fieldCount = 0
  /// Says that `__new__` of the class makes tuples of so many arguments.
  package func setFields(_ vm: VM, count: Int) {
    let new = special(vm, .new)
    if isHeap && instanceKind == .tuple && new.isObject { (fieldNew, fieldCount) = (new.bits, count) }
  }
  /// An instance had more than four attributes.
  var hasManyAttributes = false
  /// `__del__` exists.
  var hasFinalizer = false
  /// Of a class with `__slots__`: weak references to its instances are allowed.
  var hasWeakReferences = false
  /// `__getattr__`, `__getattribute__` or `__setattr__` exist.
  var hasAttributeHooks = false
  /// `__getattribute__` exists: it is asked for every attribute, while `__getattr__` is for those that are missing.
  var hasAttributeHook = false
  var hasSetAttributeHook = false
  /// Python code takes part when attributes are read or set.
  package var hasHooks: Bool { hasAttributeHooks || hasSetAttributeHook }
  /// `__abstractmethods__` is not empty.
  package var isAbstract = false
  package var new: New?
  package var initialize: Initialize?
  /// Fills the namespace at first use.
  var populate: ((TypeObject, VM) -> Void)?
  /// Says how the namespace is filled at first use.
  package func setPopulate(_ fill: @escaping (TypeObject, VM) -> Void) { populate = fill }
  /// Subclasses, unowned; a class removes itself when it dies.
  private var subclasses: [Unmanaged<TypeObject>] = []
  private(set) lazy var rootShape = Shape(rootOf: self)
  private(set) lazy var dictionaryShape = Shape(rootOf: self, isDictionary: true)
  private var answers: Answers?
  /// Addresses of the names of plain values that change while the class is in use, counters for instance: nothing keeps
  /// what such a name means, so that setting it voids nothing.
  private var volatileNames: [UInt] = []
  private var plainChanges = 0
  private var specials: UnsafeMutablePointer<Slot>?
  private var specialsVersion: UInt32 = 0
  private var initializersVersion: UInt32 = 0
  private var lacksInitializers = false
  /// Names of `__slots__`, in order, when the class declares them.
  package var slotNames: [String]?

  // Invariant: only the thread that holds the interpreter lock makes and changes types.
  nonisolated(unsafe) private static var lastVersion: UInt32 = 0

  /// Makes a type. `metatype` nil only while the VM bootstraps.
  package init(
    name: String, module: String = "builtins", bases: [TypeObject], instanceKind: Kind, isHeap: Bool = false,
    metatype: TypeObject?, namespace: DictObject
  ) {
    self.name = name
    qualifiedName = name
    moduleName = module
    self.instanceKind = instanceKind
    self.isHeap = isHeap
    self.namespace = namespace
    machine = metatype?.machine
    if let metatype {
      super.init(kind: .type, type: metatype, tracked: isHeap)
    } else {
      super.init(bootstrapKind: .type)
    }
    for base in bases { self.bases.append(.owned(base)) }
    Slot.retainObject(Unmanaged.passUnretained(namespace as Object).toOpaque())
    if let base = bases.first {
      new = base.new
      initialize = base.initialize
      hasAttributes = base.hasAttributes
    }
    for base in bases {
      base.subclasses.append(Unmanaged.passUnretained(self))
      if base.hasFinalizer { hasFinalizer = true }
      if base.hasAttributeHooks { hasAttributeHooks = true }
      if base.hasAttributeHook { hasAttributeHook = true }
      if base.hasSetAttributeHook { hasSetAttributeHook = true }
    }
    renewVersion()
  }

  deinit {
    for base in bases {
      let parent = Unmanaged<TypeObject>.fromOpaque(base.pointer).reference
      parent.subclasses.removeAll { $0.toOpaque() == Unmanaged.passUnretained(self).toOpaque() }
      base.release()
    }
    specials?.deallocate()
    let me = Unmanaged.passUnretained(self).toOpaque()
    for type in mro where type.toOpaque() != me { Slot.releaseObject(type.toOpaque()) }
    Slot.releaseObject(Unmanaged.passUnretained(namespace as Object).toOpaque())
  }

  /// Sets the type of a type made while the VM bootstraps.
  func finishBootstrap(_ vm: VM, metatype: TypeObject) {
    machine = Unmanaged.passUnretained(vm)
    typeRef = Unmanaged.passUnretained(metatype)
    metatype.countInstanceReference()
  }

  /// Counts the reference that an instance holds on its type.
  @inline(__always)
  func countInstanceReference() { Slot.retainObject(Unmanaged.passUnretained(self).toOpaque()) }

  /// Sets the method resolution order (itself first) computed by `VM`.
  package func setMRO(_ order: [TypeObject]) {
    let old = mro
    mro = order.map { Unmanaged.passUnretained($0) }
    for type in order where type !== self { type.countInstanceReference() }
    let me = Unmanaged.passUnretained(self).toOpaque()
    for type in old where type.toOpaque() != me { Slot.releaseObject(type.toOpaque()) }
    renewVersion()
  }

  /// Replaces the bases (`__bases__` assignment).
  package func setBases(_ new: [TypeObject]) {
    let old = bases
    for base in old {
      let parent = Unmanaged<TypeObject>.fromOpaque(base.pointer).reference
      parent.subclasses.removeAll { $0.toOpaque() == Unmanaged.passUnretained(self).toOpaque() }
    }
    bases = new.map { .owned($0) }
    for base in new { base.subclasses.append(Unmanaged.passUnretained(self)) }
    for base in old { base.release() }
  }

  /// The builtin or binding class that decides how instances lie in memory.
  package var layoutType: TypeObject {
    if !isHeap { return self }
    for type in mroTypes where !type.isHeap && type.instanceKind == instanceKind { return type }
    return self
  }

  /// Tells whether methods of `other` may see an instance of this class as one of their own.
  func hasLayout(of other: TypeObject) -> Bool {
    guard instanceKind == other.instanceKind else { return false }
    return instanceKind != .native || layoutType === other.layoutType
  }

  /// The direct base classes.
  package var baseTypes: [TypeObject] {
    bases.map { Unmanaged<TypeObject>.fromOpaque($0.pointer).reference }
  }
  /// The first base: the one that decides the layout comes first in builtin types.
  package var base: TypeObject? { bases.first.map { Unmanaged<TypeObject>.fromOpaque($0.pointer).reference } }
  /// The living direct subclasses.
  package var subclassTypes: [TypeObject] { subclasses.map { $0.reference } }
  /// The method resolution order as types.
  package var mroTypes: [TypeObject] { mro.map { $0.reference } }

  /// The same as a tuple.
  func mroTuple(_ vm: VM) -> TupleObject {
    withUnsafeTemporaryAllocation(of: Slot.self, capacity: max(1, mro.count)) { slots in
      for (k, type) in mro.enumerated() { slots[k] = Slot(bits: UInt(bitPattern: type.toOpaque()), tag: Tag.object) }
      guard let start = slots.baseAddress else { return vm.emptyTuple }
      return TupleObject.make(vm, copying: start, count: mro.count)
    }
  }

  /// Gives the class and its subclasses new versions: their cached lookups are void.
  package func renewVersion() {
    TypeObject.lastVersion &+= 1
    version = TypeObject.lastVersion
    for child in subclasses { child._withUnsafeGuaranteedRef { $0.renewVersion() } }
  }

  /// Whether neither this class nor one derived from it has an `__init__`: what its `__new__` makes is ready.
  func hasNoInitializers(_ vm: VM) -> Bool {
    // Any class that is made or changed may add one.
    if initializersVersion == TypeObject.lastVersion { return lacksInitializers }
    lacksInitializers =
      special(vm, .`init`).isUndefined && initialize == nil
      && subclasses.allSatisfy { $0._withUnsafeGuaranteedRef { $0.hasNoInitializers(vm) } }
    initializersVersion = TypeObject.lastVersion
    return lacksInitializers
  }

  /// Tells whether this class is `other` or derives from it.
  package func isSubtype(of other: TypeObject) -> Bool {
    if self === other { return true }
    let wanted = Unmanaged.passUnretained(other).toOpaque()
    for type in mro where type.toOpaque() == wanted { return true }
    return false
  }

  /// Runs `populate` when it has not run yet.
  @inline(__always)
  package func ensurePopulated(_ vm: VM) {
    if populate != nil { runPopulate(vm) }
  }

  @inline(never)
  private func runPopulate(_ vm: VM) {
    let fill = populate
    populate = nil
    defer { CoreNamespaces.declareConstructor(self, vm) }
    fill?(self, vm)
  }

  /// Attribute of the class by MRO, borrowed; undefined when there is none. `name` is interned.
  package func lookup(_ vm: VM, _ name: Slot) -> Slot {
    let entry = vm.methodCache + Int(truncatingIfNeeded: ((name.bits >> 4) ^ (UInt(version) &* 2_654_435_761)) & 4095)
    if entry.pointee.name == name.bits && entry.pointee.version == version { return entry.pointee.value }
    return lookupSlow(vm, name)
  }

  @inline(never)
  private func lookupSlow(_ vm: VM, _ name: Slot) -> Slot {
    var found = Slot.undefined
    for type in mro {
      let type = type.reference
      type.ensurePopulated(vm)
      let value = type.namespace.find(name: name)
      if !value.isUndefined {
        if _slowPath(!type.volatileNames.isEmpty) && type.volatileNames.contains(name.bits) { return value }
        found = value
        break
      }
    }
    let index = Int(truncatingIfNeeded: ((name.bits >> 4) ^ (UInt(version) &* 2_654_435_761)) & 4095)
    vm.methodCache[index] = VM.MethodCacheEntry(name: name.bits, version: version, value: found)
    return found
  }

  /// Attribute by MRO from behind `start` on, borrowed; undefined when there is none or `start` is not in the MRO.
  func lookup(_ vm: VM, _ name: Slot, after start: Unmanaged<TypeObject>) -> Slot {
    var isBehind = false
    for type in mro {
      if isBehind {
        let type = type.reference
        type.ensurePopulated(vm)
        let value = type.namespace.find(name: name)
        if !value.isUndefined { return value }
      } else if type.toOpaque() == start.toOpaque() {
        isBehind = true
      }
    }
    return .undefined
  }

  /// The Python-level special method of a heap type, borrowed; undefined when there is none or it is native.
  package func special(_ vm: VM, _ special: Special) -> Slot {
    if specialsVersion != version { resetSpecials() }
    guard let specials else { return .undefined }
    let cached = specials[Int(special.rawValue)]
    if cached.tag != TypeObject.unknownSpecial { return cached }
    var value = lookup(vm, vm.specialNames[Int(special.rawValue)])
    if value.isObject, value.kind == .nativeFunction,
      Unmanaged<NativeFunction>.fromOpaque(value.pointer)._withUnsafeGuaranteedRef({ $0.isSlotWrapper && $0.name == special.name })
    {
      value = .undefined
    }
    specials[Int(special.rawValue)] = value
    return value
  }

  // MARK: Answers of abstract classes

  /// Whether instances of a type are instances of this abstract class, as it said in this era; nil: not known.
  func answer(for type: TypeObject, era: Int) -> Bool? {
    guard let answers, answers.era == era, answers.version == version else { return nil }
    // Versions are the types' own: a type that changes gets a new one.
    return answers.known[type.version]
  }
  /// Keeps what this abstract class said.
  func remember(_ answer: Bool, for type: TypeObject, era: Int) {
    if answers == nil || answers?.era != era || answers?.version != version || (answers?.known.count ?? 0) > 1000 {
      answers = Answers(era: era, version: version)
    }
    answers?.known[type.version] = answer
  }
  private struct Answers {
    let era: Int
    let version: UInt32
    var known: [UInt32: Bool] = [:]
  }

  private static var unknownSpecial: UInt { 255 }

  @inline(never)
  private func resetSpecials() {
    let count = Special.allCases.count
    let table = specials ?? .allocate(capacity: count)
    table.initialize(repeating: Slot(bits: 0, tag: TypeObject.unknownSpecial), count: count)
    specials = table
    specialsVersion = version
  }

  /// Sets a class attribute (nil deletes) and voids cached lookups. False: nothing to delete.
  @discardableResult
  package func setAttribute(_ vm: VM, _ name: StrObject, _ value: Value?) -> Bool {
    ensurePopulated(vm)
    let key = Slot.borrowed(name)
    if let value {
      if isQuiet(vm, name, value) { return true }
      namespace.set(name: key, value: value)
      // The classes of files, which the library has in Python, are native ones in CPython and shown as those are.
      if key.isSame(as: vm.names.module), value.asStr?.string == "_io" { (moduleName, showsModule) = ("_io", true) }
    } else if !namespace.remove(name: key) {
      return false
    }
    refreshHooks(vm)
    renewVersion()
    return true
  }

  /// Sets a plain value in place of another where nothing keeps either; false: cached lookups are to be voided.
  private func isQuiet(_ vm: VM, _ name: StrObject, _ value: Value) -> Bool {
    let key = Slot.borrowed(name)
    guard name.flags & ObjectFlags.interned != 0, name.count > 1, name[0] != 0x5F || name[1] != 0x5F,
      volatileNames.count < 64, TypeObject.isPlain(namespace.find(name: key)), TypeObject.isPlain(value.borrowed)
    else { return false }
    if !volatileNames.contains(key.bits) {
      // What is set a few times only is better kept.
      plainChanges &+= 1
      if plainChanges > 16 { volatileNames.append(key.bits) }
      return false
    }
    namespace.set(name: key, value: value)
    return true
  }
  /// Tells whether a class or one of its bases has such a name.
  func isVolatile(_ name: Slot) -> Bool {
    for type in mro where type._withUnsafeGuaranteedRef({ $0.volatileNames.contains(name.bits) }) { return true }
    return false
  }
  /// Tells whether a value of a class is what instances see: no function, no descriptor, and no instance of a Python class.
  private static func isPlain(_ slot: Slot) -> Bool {
    guard slot.isObject else { return !slot.isUndefined }
    switch slot.kind {
    case .str, .bytes, .list, .tuple, .dict, .set, .frozenset, .complex, .int, .float: return !slot.object.hasHeapType
    default: return false
    }
  }

  /// Recomputes the flags that depend on which special methods exist.
  package func refreshHooks(_ vm: VM) {
    func defined(_ special: Special) -> Bool {
      let value = lookup(vm, vm.specialNames[Int(special.rawValue)])
      if value.isUndefined { return false }
      if value.isObject, value.kind == .nativeFunction {
        return !Unmanaged<NativeFunction>.fromOpaque(value.pointer)._withUnsafeGuaranteedRef { $0.isSlotWrapper }
      }
      return true
    }
    renewVersion()
    guard isHeap else { return }
    hasFinalizer = defined(.del)
    hasAttributeHook = defined(.getattribute)
    hasAttributeHooks = hasAttributeHook || defined(.getattr)
    hasSetAttributeHook = defined(.setattr) || defined(.delattr)
    for child in subclassTypes { child.refreshHooks(vm) }
  }

  public override func repr(_ vm: VM) throws(Raised) -> StrObject {
    vm.string("<class '\(vm.qualifiedTypeName(self))'>")
  }
  public override func binary(
    _ vm: VM, _ op: BinaryOperator, _ other: Value, reflected: Bool
  ) throws(Raised) -> Value? {
    guard op == .bitOr else { return nil }
    return try UnionType.make(vm, reflected ? other : .object(self), reflected ? .object(self) : other)
  }
  public override var isCallable: Bool { true }
  public override func call(_ vm: VM, _ arguments: Arguments) throws(Raised) -> Value {
    if type.isHeap {
      let hook = type.special(vm, .call)
      if !hook.isUndefined { return try vm.callOwn(hook, self, arguments) }
    }
    return try vm.instantiateClass(self, arguments)
  }

  public override func traverse(_ visit: (Slot) -> Void) {
    for base in bases { visit(base) }
    for type in mro {
      let other = type.reference
      if other !== self { visit(.borrowed(other)) }
    }
    visit(.borrowed(namespace))
    visit(.held(namespace))
  }
}
