import Interpreter

/// Writes a tree as XML, when tags, attributes and texts are plain str: others are for the Python half, which also says what
/// is wrong with them.
struct TreeWriter: ~Copyable {
  private let vm: VM
  private let comment: Slot
  private let instruction: Slot
  /// The prefixes that a program has registered, by namespace.
  private let known: DictObject
  private let isShort: Bool
  /// Prefixes of the namespaces that occur, in the order in which they do.
  private let prefixes: DictObject
  /// Names with a prefix, by names with a namespace.
  private let names: DictObject
  private var out = StrBuilder(capacity: 1024)

  init(_ vm: VM, comment: Slot, instruction: Slot, _ known: DictObject, isShort: Bool) {
    self.vm = vm
    self.comment = comment
    self.instruction = instruction
    self.known = known
    self.isShort = isShort
    prefixes = DictObject(vm)
    names = DictObject(vm)
  }

  consuming func finish() throws(Raised) -> StrObject { try out.finish(vm) }

  private static func text(_ slot: Slot) -> StrObject? {
    guard let text = slot.asStr, !text.hasHeapType else { return nil }
    return text
  }

  // MARK: Names

  /// Finds all namespaces below an element; false: something is not plain.
  func learn(_ element: ElementObject) throws(Raised) -> Bool {
    try vm.enterNative()
    defer { vm.leaveNative() }
    let tag = element.part(.tag)
    if let text = TreeWriter.text(tag) {
      if try !learn(name: text) { return false }
    } else if !tag.isSame(as: comment) && !tag.isSame(as: instruction) {
      return false
    }
    if let attributes = element.attributeSlot.asDict {
      var at = attributes.nextEntry(0)
      while at >= 0 {
        guard let key = TreeWriter.text(attributes.entries[at].key), TreeWriter.text(attributes.entries[at].value) != nil,
          try learn(name: key)
        else { return false }
        at = attributes.nextEntry(at &+ 1)
      }
    }
    for i in 0..<element.childCount {
      guard let child = ElementObject.of(element.child(i)), !child.hasHeapType, try learn(child) else { return false }
    }
    return true
  }
  private func learn(name: StrObject) throws(Raised) -> Bool {
    guard name.count > 0, name[0] == 0x7B else { return true }
    let key = Slot.borrowed(name)
    if !names.find(name: key).isUndefined { return true }
    guard let end = (1..<name.count).last(where: { name[$0] == 0x7D }) else { return false }
    let uri = try name.part(vm, 1..<end)
    let prefix: StrObject
    if let found = prefixes.find(name: .borrowed(uri)).asStr {
      prefix = found
    } else {
      let registered = known.find(name: .borrowed(uri))
      guard registered.isUndefined || registered.asStr != nil else { return false }
      prefix = registered.asStr ?? vm.string("ns\(prefixes.count)")
      if prefix.string != "xml" { prefixes.set(name: .borrowed(uri), value: .object(prefix)) }
    }
    var made = StrBuilder()
    if prefix.count > 0 {
      made.append(prefix)
      made.append(0x3A)
    }
    made.append(name, (end &+ 1)..<name.count)
    names.set(name: key, value: .object(try made.finish(vm)))
    return true
  }
  private mutating func put(name: Slot) {
    guard let text = name.asStr else { return }
    if text.count > 0, text[0] == 0x7B, let shown = names.find(name: name).asStr {
      out.append(shown)
    } else {
      out.append(text)
    }
  }

  // MARK: Writing

  private mutating func put(_ ascii: StaticString) {
    out.append(ascii: UnsafeBufferPointer(start: ascii.utf8Start, count: ascii.utf8CodeUnitCount))
  }
  /// Writes an element; false: something is not plain.
  mutating func write(_ element: ElementObject, isRoot: Bool = false) throws(Raised) -> Bool {
    try vm.enterNative()
    defer { vm.leaveNative() }
    let (tag, text, tail) = (element.part(.tag), element.part(.text), element.part(.tail))
    let isAside = tag.isSame(as: comment) || tag.isSame(as: instruction)
    if isAside {
      guard let text = TreeWriter.text(text) else { return false }
      let isComment = tag.isSame(as: comment)
      put(isComment ? "<!--" : "<?")
      out.append(text)
      put(isComment ? "-->" : "?>")
    } else {
      put("<")
      put(name: tag)
      if isRoot, try !declare() { return false }
      attributes(element)
      guard text.isNone || TreeWriter.text(text) != nil else { return false }
      let isEmpty = TreeWriter.text(text)?.count ?? 0 == 0
      if !isEmpty || element.childCount > 0 || !isShort {
        put(">")
        if let text = TreeWriter.text(text) { escape(text, inAttribute: false) }
        for i in 0..<element.childCount {
          guard let child = ElementObject.of(element.child(i)), try write(child) else { return false }
        }
        put("</")
        put(name: tag)
        put(">")
      } else {
        put(" />")
      }
    }
    if tail.isNone { return true }
    guard let tail = TreeWriter.text(tail) else { return false }
    escape(tail, inAttribute: false)
    return true
  }
  private mutating func attributes(_ element: ElementObject) {
    guard let attributes = element.attributeSlot.asDict else { return }
    var at = attributes.nextEntry(0)
    while at >= 0 {
      put(" ")
      put(name: attributes.entries[at].key)
      put("=\"")
      if let value = attributes.entries[at].value.asStr { escape(value, inAttribute: true) }
      put("\"")
      at = attributes.nextEntry(at &+ 1)
    }
  }
  /// Writes the declarations of namespaces, by prefix.
  private mutating func declare() throws(Raised) -> Bool {
    for item in prefixes.items.map({ (uri: $0.key, prefix: $0.value.asStr?.string ?? "") }).sorted(by: {
      $0.prefix.unicodeScalars.lexicographicallyPrecedes($1.prefix.unicodeScalars)
    }) {
      put(" xmlns")
      if !item.prefix.isEmpty {
        put(":")
        out.append(item.prefix)
      }
      put("=\"")
      if let uri = item.uri.asStr { escape(uri, inAttribute: true) }
      put("\"")
    }
    return true
  }

  /// Writes text with what has a meaning in XML as entities.
  private mutating func escape(_ text: StrObject, inAttribute: Bool) {
    var from = 0
    let count = text.count
    if text.width == 1 {
      // Most texts have nothing to be replaced.
      let bytes = text.bytes
      var i = 0
      while i < count, TreeWriter.entity(UInt32(bytes[i]), inAttribute) == nil { i &+= 1 }
      if i == count { return out.append(text) }
    }
    for i in 0..<count {
      guard let entity = TreeWriter.entity(text[i], inAttribute) else { continue }
      out.append(text, from..<i)
      put(entity)
      from = i &+ 1
    }
    out.append(text, from..<count)
  }
  @inline(__always)
  private static func entity(_ point: UInt32, _ inAttribute: Bool) -> StaticString? {
    if point > 0x3E { return nil }
    switch point {
    case 0x26: return "&amp;"
    case 0x3C: return "&lt;"
    case 0x3E: return "&gt;"
    case 0x22 where inAttribute: return "&quot;"
    case 0x0D where inAttribute: return "&#13;"
    case 0x0A where inAttribute: return "&#10;"
    case 0x09 where inAttribute: return "&#09;"
    default: return nil
    }
  }
}
