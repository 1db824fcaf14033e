import Interpreter

/// What the trees of XML share: their types, and where elements keep tag, text and tail.
final class TreeTools {
  unowned(unsafe) let vm: VM
  let element: TypeObject
  let builder: TypeObject
  let parser: TypeObject
  let walker: TypeObject
  let reader: TypeObject
  /// The names of the attributes of each element, interned.
  let names: [Slot]
  /// The shape of elements of the class itself.
  let shape: Shape
  /// `Comment` and `ProcessingInstruction`, which make elements and are their tags.
  var makeComment = Value.none
  var makeInstruction = Value.none

  init(_ vm: VM) {
    self.vm = vm
    names = ["tag", "text", "tail"].map { .borrowed(vm.intern($0)) }
    let space = "xml.etree.ElementTree"
    element = vm.nativeType("Element", module: space, isBase: true, populate: ElementObject.populate)
    builder = vm.nativeType("TreeBuilder", module: space, isBase: true, populate: TreeBuilderObject.populate)
    parser = vm.nativeType("XMLParser", module: space, isBase: true, populate: TreeParser.populate)
    walker = vm.nativeType("_element_iterator", module: "_elementtree", kind: .iterator) { (type, vm) in
      type.specials(vm, [.iter, .next])
    }
    reader = vm.nativeType("IterParseIterator", module: space, kind: .iterator) { (type, vm) in
      type.specials(vm, [.iter, .next])
      type.attribute(vm, "root", get: { (_, v) in v.native(EventReader.self)?.root ?? .none }, set: { (_, v, new) in
        v.native(EventReader.self)?.root = new ?? .none
      })
    }
    for type in [element, builder, parser, walker, reader] { type.showsModule = true }
    shape = element.shape(naming: names)
    element.new = { [unowned(unsafe) self] (_, cls, _) in .object(ElementObject(self, cls)) }
    element.initialize = { (vm, object, args) throws(Raised) in
      guard let object = object as? ElementObject else { return }
      try object.initialize(vm, args)
    }
    builder.new = { [unowned(unsafe) self] (_, cls, _) in .object(TreeBuilderObject(self, cls)) }
    builder.initialize = TreeBuilderObject.initialize
    parser.new = { [unowned(unsafe) self] (_, cls, _) in .object(TreeParser(self, cls)) }
    parser.initialize = TreeParser.initialize
  }

  /// The module of Python's with the paths.
  func paths() throws(Raised) -> Value {
    try vm.importModule("xml.etree.ElementPath", fromList: .object(vm.emptyTuple))
  }
  /// A `ParseError` with its attributes.
  func failure(_ message: String, _ found: (code: Int, text: String, line: Int, column: Int)?) -> Raised {
    do throws(Raised) {
      let module = try vm.importModule("xml.etree.ElementTree", fromList: .object(vm.emptyTuple))
      let made = try vm.call(try vm.getAttr(module, "ParseError"), [.object(vm.string(message))])
      if let found {
        try vm.setAttr(made, "code", .int(found.code))
        try vm.setAttr(made, "position", .object(TupleObject(vm, [.int(found.line), .int(found.column)])))
      }
      return made.asException.map { Raised($0) } ?? vm.valueError(message)
    } catch {
      return error
    }
  }
}

/// `xml.etree.ElementTree.Element`: a tag with attributes, children, the text in front of these and the text after it.
///
/// Tag, text and tail lie where attributes of instances lie, so that the machine reads and writes them as such.
final class ElementObject: Object {
  /// Places of `TreeTools.names`.
  enum Part: Int {
    case tag, text, tail
  }
  /// The machine keeps them.
  unowned(unsafe) let tools: TreeTools
  /// The attributes, an owned dict; undefined until there are some or somebody asks.
  private(set) var attributeSlot = Slot.undefined
  /// The children, an owned list that nobody else sees; undefined while there have been none.
  private(set) var childSlot = Slot.undefined

  /// Tag, text and tail of an instance of a subclass, which are no attributes of its `__dict__`.
  private let hidden: UnsafeMutablePointer<Slot>?

  init(_ tools: TreeTools, _ type: TypeObject) {
    self.tools = tools
    hidden = type === tools.element ? nil : .allocate(capacity: 3)
    super.init(kind: .native, type: type, tracked: true)
    if let hidden { hidden.initialize(repeating: .none, count: 3) } else { begin(tools.shape, .none, .none, .none) }
  }
  /// An element of the class itself; the tag and the attributes (undefined: none) are owned and handed over.
  init(_ tools: TreeTools, tag: Slot, attributes: Slot = .undefined) {
    self.tools = tools
    hidden = nil
    attributeSlot = attributes
    super.init(kind: .native, type: tools.element, tracked: true)
    begin(tools.shape, tag, .none, .none)
  }
  deinit {
    attributeSlot.release()
    childSlot.release()
    if let hidden {
      for i in 0..<3 { hidden[i].release() }
      hidden.deallocate()
    }
  }

  static func of(_ slot: Slot) -> ElementObject? {
    guard slot.isObject else { return nil }
    let object = slot.object
    return Swift.type(of: object) == ElementObject.self ? unsafeDowncast(object, to: ElementObject.self) : nil
  }

  override func traverse(_ visit: (Slot) -> Void) {
    visit(attributeSlot)
    visit(childSlot)
    if let hidden { for i in 0..<3 { visit(hidden[i]) } }
  }
  override func clearReferences() { clear() }

  // MARK: Parts

  /// Tag, text or tail, borrowed.
  func part(_ part: Part) -> Slot { (hidden ?? shapedAttributes)?[part.rawValue] ?? .none }
  /// Sets tag, text or tail to an owned slot.
  func set(_ part: Part, owned value: Slot) {
    guard let places = hidden ?? shapedAttributes else { return value.release() }
    let old = places[part.rawValue]
    places[part.rawValue] = value
    old.release()
  }
  private func part(named name: StrObject) -> Part? {
    tools.names.firstIndex { $0.isSame(as: .borrowed(name)) }.flatMap { Part(rawValue: $0) }
  }
  override func nativeAttribute(_ vm: VM, _ name: StrObject) throws(Raised) -> Value? {
    hidden == nil ? nil : part(named: vm.intern(name)).map { part($0).value }
  }
  override func setNativeAttribute(_ vm: VM, _ name: StrObject, _ value: Value?) throws(Raised) -> Bool {
    guard hidden != nil, let value, let part = part(named: vm.intern(name)) else { return false }
    set(part, owned: value.owned)
    return true
  }
  /// The attributes as a dict, borrowed by the element.
  func attributeDict(_ vm: VM) -> DictObject {
    if attributeSlot.isUndefined { attributeSlot = .owned(DictObject.make(vm)) }
    return unsafeDowncast(attributeSlot.object, to: DictObject.self)
  }
  /// Replaces the attributes by an owned dict; undefined: there are none.
  func setAttributes(owned slot: Slot) {
    let old = attributeSlot
    attributeSlot = slot
    old.release()
  }
  /// The children; nil while there have been none.
  var children: ListObject? {
    childSlot.isUndefined ? nil : unsafeDowncast(childSlot.object, to: ListObject.self)
  }
  /// The list of the children.
  func childList(_ vm: VM) -> ListObject {
    if childSlot.isUndefined { childSlot = .owned(ListObject.make(vm)) }
    return unsafeDowncast(childSlot.object, to: ListObject.self)
  }
  /// Replaces the list of the children by an owned one; undefined: there are none.
  func childSlot(owned slot: Slot) {
    let old = childSlot
    childSlot = slot
    old.release()
  }
  var childCount: Int { children?.count ?? 0 }
  /// A child, borrowed; undefined: there are not so many.
  func child(_ i: Int) -> Slot {
    guard let children, i < children.count else { return .undefined }
    return children.items[i]
  }
  /// Takes everything but the tag away.
  func clear() {
    setAttributes(owned: .undefined)
    children?.removeAll()
    set(.text, owned: .none)
    set(.tail, owned: .none)
  }
  /// Raises TypeError unless a child is an element.
  static func check(_ vm: VM, _ child: Value, _ what: String = "expected an Element, not \"%\"") throws(Raised) {
    if child.native(ElementObject.self) == nil {
      throw vm.typeError(what.split(separator: "%", omittingEmptySubsequences: false).joined(separator: vm.type(of: child).operandName))
    }
  }

  // MARK: Protocol

  override func repr(_ vm: VM) throws(Raised) -> StrObject {
    guard vm.enterRepr(self) else { throw vm.runtimeError("reentrant call inside \(type.name).__repr__") }
    defer { vm.leaveRepr() }
    var text = StrBuilder()
    text.append("<\(type.name) ")
    text.append(try vm.repr(part(.tag).value))
    text.append(" at \(vm.addressText(self))>")
    return try text.finish(vm)
  }
  override func length(_ vm: VM) throws(Raised) -> Int? { childCount }
  override func truth(_ vm: VM) throws(Raised) -> Bool? {
    let warnings = try vm.importModule("warnings", fromList: .object(vm.emptyTuple))
    let text = vm.string(
      "Testing an element's truth value will raise an exception in future versions.  "
        + "Use specific 'len(elem)' or 'elem is not None' test instead.")
    _ = try vm.callMethod(warnings, "warn", [.object(text), .object(vm.types.deprecationWarning)])
    return childCount != 0
  }
  override func iterator(_ vm: VM) throws(Raised) -> Object? { ListIterator(vm, childList(vm)) }
  override func getItem(_ vm: VM, _ key: Value) throws(Raised) -> Value? {
    if key.asSlice != nil { return try vm.getItem(.object(childList(vm)), key) }
    return child(try index(vm, key, "child index out of range")).value
  }
  private func index(_ vm: VM, _ key: Value, _ message: String) throws(Raised) -> Int {
    guard vm.hasIndex(key) else { throw vm.typeError("element indices must be integers") }
    var i = try vm.sequenceIndex(key)
    if i < 0 { i &+= childCount }
    if i < 0 || i >= childCount { throw vm.indexError(message) }
    return i
  }
  override func setItem(_ vm: VM, _ key: Value, _ value: Value?) throws(Raised) -> Bool {
    guard key.asSlice != nil else {
      let i = try index(vm, key, "child assignment index out of range")
      if let value { try ElementObject.check(vm, value) }
      // (An index may be an object of Python's, which did what it wanted.)
      let list = childList(vm)
      if i >= list.count { throw vm.indexError("child assignment index out of range") }
      if let value { try vm.setItem(.object(list), .int(i), value) } else { try vm.deleteItem(.object(list), .int(i)) }
      return true
    }
    guard let value else {
      try vm.deleteItem(.object(childList(vm)), key)
      return true
    }
    let new: [Value]
    do throws(Raised) { new = try vm.list(of: value) } catch {
      if !error.exception.type.isSubtype(of: vm.types.typeError) { throw error }
      throw vm.typeError("expected sequence, not \"\(vm.type(of: value).operandName)\"")
    }
    for child in new { try ElementObject.check(vm, child) }
    try vm.setItem(.object(childList(vm)), key, .object(ListObject.make(vm, new)))
    return true
  }

  /// `__init__`: a tag, a dict of attributes, and more of those by name.
  func initialize(_ vm: VM, _ args: Arguments) throws(Raised) {
    let count = args.positionalCount
    if count < 1 { throw vm.typeError("Element() takes at least 1 argument (0 given)") }
    if count > 2 { throw vm.typeError("Element() takes at most 2 arguments (\(count) given)") }
    set(.tag, owned: args[0].owned)
    setAttributes(owned: try ElementObject.attributes(vm, args, after: 1, "Element() argument 2"))
    set(.text, owned: .none)
    set(.tail, owned: .none)
    children?.removeAll()
  }
  /// The attributes that arguments give from a place on, as an owned dict; undefined: none.
  static func attributes(_ vm: VM, _ args: Arguments, after place: Int, _ what: String) throws(Raised) -> Slot {
    let positional = args.positionalCount
    var given: DictObject?
    if positional > place {
      guard let dict = args[place].asDict else {
        throw vm.typeError("\(what) must be dict, not \(args[place].isNone ? "None" : vm.type(of: args[place]).name)")
      }
      given = dict
    }
    let keywords = args.keywordNames
    if given?.count ?? 0 == 0 && keywords == nil { return .undefined }
    let made = DictObject.make(vm, capacity: given?.count ?? 0)
    if let given { try copy(vm, given, to: made) }
    guard let keywords else { return .owned(made) }
    let named = vm.intern("attrib")
    for i in 0..<keywords.count where given == nil && keywords.items[i].isSame(as: .borrowed(named)) {
      let value = args[positional &+ i]
      guard let dict = value.asDict else { throw vm.typeError("attrib must be dict, not \(vm.type(of: value).name)") }
      try copy(vm, dict, to: made)
    }
    for i in 0..<keywords.count where given != nil || !keywords.items[i].isSame(as: .borrowed(named)) {
      try made.set(vm, keywords.items[i], args.slot(positional &+ i))
    }
    return .owned(made)
  }
  /// Copies the items of a dict (of a subclass: what its own table holds).
  private static func copy(_ vm: VM, _ dict: DictObject, to made: DictObject) throws(Raised) {
    var at = dict.nextEntry(0)
    while at >= 0 {
      let entry = dict.entries[at]
      if made.count == 0 || entry.key.isKind(.str) && !entry.key.object.hasHeapType {
        try made.set(vm, entry.key, entry.value)
      } else {
        // Comparing keys may run code that changes the dict.
        let (key, value) = (entry.key.value, entry.value.value)
        try made.set(vm, key, value)
      }
      at = dict.nextEntry(at &+ 1)
    }
  }
}
