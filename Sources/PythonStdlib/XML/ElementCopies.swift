import Interpreter

extension ElementObject {
  /// Copying and pickling.
  static func copies(_ type: TypeObject, _ vm: VM) {
    func me(_ args: Arguments) -> ElementObject { unsafeDowncast(args.slot(0).object, to: ElementObject.self) }
    type.method(vm, "__copy__(self, /)", "A new element with the same children.") { (vm, args) in
      let element = me(args)
      let made = element.bareCopy()
      // (Both have one dict, as CPython's have.)
      element.attributeSlot.retain()
      made.setAttributes(owned: element.attributeSlot)
      if let children = element.children { made.childSlot(owned: .owned(ListObject.make(vm, children.values))) }
      return .object(made)
    }
    type.method(vm, "__deepcopy__(self, memo, /)", "A new element with copies of all it holds.") {
      (vm, args) throws(Raised) in
      guard let memo = args[1].asDict else {
        throw vm.typeError("__deepcopy__() argument must be dict, not \(vm.type(of: args[1]).name)")
      }
      return .object(try me(args).deepCopy(vm, memo))
    }
    type.method(vm, "__getstate__(self, /)", "What pickles keep.") { (vm, args) in
      let (element, made) = (me(args), DictObject(vm))
      made.set(vm, "tag", element.part(.tag).value)
      made.set(vm, "_children", .object(ListObject.make(vm, element.children?.values ?? [])))
      made.set(vm, "attrib", element.attributeSlot.isUndefined ? .object(DictObject(vm)) : element.attributeSlot.value)
      made.set(vm, "text", element.part(.text).value)
      made.set(vm, "tail", element.part(.tail).value)
      return .object(made)
    }
    type.method(vm, "__setstate__(self, state, /)", "Restores what a pickle kept.") { (vm, args) throws(Raised) in
      guard let state = args[1].asDict else {
        throw vm.typeError("Don't know how to unpickle \"\(try vm.repr(args[1]).string)\" as an Element")
      }
      guard let tag = state.get(vm, "tag") else { throw vm.typeError("tag may not be NULL") }
      let children = try state.get(vm, "_children").map { (value) throws(Raised) in try vm.list(of: value) } ?? []
      for child in children { try check(vm, child) }
      let element = me(args)
      element.set(.tag, owned: tag.owned)
      element.set(.text, owned: (state.get(vm, "text") ?? .none).owned)
      element.set(.tail, owned: (state.get(vm, "tail") ?? .none).owned)
      if let attributes = state.get(vm, "attrib"), attributes.asDict != nil {
        element.setAttributes(owned: attributes.owned)
      } else {
        element.setAttributes(owned: .undefined)
      }
      element.childSlot(owned: children.isEmpty ? .undefined : .owned(ListObject.make(vm, children)))
      return .none
    }
    type.method(vm, "__sizeof__(self, /)", "Size of the element in memory, in bytes.") { (_, args) in
      .int(160 &+ me(args).childCount &* 16)
    }
  }

  /// An element of the class itself with the same tag, text and tail.
  private func bareCopy() -> ElementObject {
    let made = ElementObject(tools, tag: part(.tag).value.owned)
    made.set(.text, owned: part(.text).value.owned)
    made.set(.tail, owned: part(.tail).value.owned)
    return made
  }
  /// A copy of the dict of attributes, owned, each key and value as `copy` gives it (owned).
  private func attributeCopy(_ vm: VM, _ copy: (Slot) throws(Raised) -> Slot) throws(Raised) -> Slot {
    if attributeSlot.isUndefined { return .undefined }
    let from = attributeDict(vm)
    if from.count == 0 { return .undefined }
    let made = DictObject.make(vm, capacity: from.count)
    var at = from.nextEntry(0)
    while at >= 0 {
      let (key, value) = (try copy(from.entries[at].key), try copy(from.entries[at].value))
      defer {
        key.release()
        value.release()
      }
      try made.set(vm, key, value)
      at = from.nextEntry(at &+ 1)
    }
    return .owned(made)
  }

  private func deepCopy(_ vm: VM, _ memo: DictObject) throws(Raised) -> ElementObject {
    try vm.enterNative()
    defer { vm.leaveNative() }
    let made = ElementObject(tools, tag: .none)
    for place in [Part.tag, .text, .tail] { made.set(place, owned: try ElementObject.deep(vm, part(place), memo)) }
    made.setAttributes(owned: try attributeCopy(vm) { (slot) throws(Raised) in try ElementObject.deep(vm, slot, memo) })
    var i = 0
    while i < childCount {
      let child = child(i)
      child.retain()
      defer { child.release() }
      if let element = ElementObject.of(child), !element.hasHeapType {
        made.childList(vm).append(owned: .owned(try element.deepCopy(vm, memo)))
      } else {
        let copy = try ElementObject.deep(vm, child, memo)
        defer { copy.release() }
        try ElementObject.check(vm, copy.value)
        copy.retain()
        made.childList(vm).append(owned: copy)
      }
      i &+= 1
    }
    let address = Int(bitPattern: Slot.borrowed(self).bits)
    try memo.set(vm, .int(address), .object(made))
    return made
  }
  /// A deep copy of what an element holds, owned.
  private static func deep(_ vm: VM, _ slot: Slot, _ memo: DictObject) throws(Raised) -> Slot {
    if !slot.isObject || slot.kind == .str && !slot.object.hasHeapType {
      slot.retain()
      return slot
    }
    let copy = try vm.importModule("copy", fromList: .object(vm.emptyTuple))
    return try vm.callMethod(copy, "deepcopy", [slot.value, .object(memo)]).intoOwned()
  }
}

/// Walks through an element and all below it, or through the text in there.
final class ElementWalker: NativeIterator {
  /// The elements that are open (owned), with the places of their next children.
  private var open: [(element: Slot, next: Int)] = []
  private var root: Slot
  /// The tag that is looked for, owned; None: any.
  private let tag: Slot
  private let givesText: Bool

  init(_ root: ElementObject, tag: Slot, givesText: Bool) {
    self.root = .owned(root)
    tag.retain()
    self.tag = tag
    self.givesText = givesText
    super.init(kind: .iterator, type: root.tools.walker, tracked: true)
  }
  deinit {
    root.release()
    tag.release()
    for level in open { level.element.release() }
  }
  override func traverse(_ visit: (Slot) -> Void) {
    visit(root)
    visit(tag)
    for level in open { visit(level.element) }
  }

  override func stepSlot(_ vm: VM) throws(Raised) -> Slot {
    while true {
      if !root.isUndefined {
        open.append((root, 0))
        root = .undefined
      } else if let last = open.last, let element = ElementObject.of(last.element) {
        let child = element.child(last.next)
        if child.isUndefined {
          open.removeLast()
          defer { last.element.release() }
          if givesText, !open.isEmpty {
            let text = try given(vm, element.part(.tail))
            if !text.isUndefined { return text }
          }
          continue
        }
        open[open.count &- 1].next = last.next &+ 1
        child.retain()
        open.append((child, 0))
      } else {
        return .undefined
      }
      guard let last = open.last, let element = ElementObject.of(last.element) else { return .undefined }
      if givesText {
        let text = try given(vm, element.part(.text))
        if !text.isUndefined { return text }
      } else {
        let found = last.element
        found.retain()
        if tag.isNone { return found }
        do throws(Raised) {
          if try ElementObject.has(vm, found, tag) { return found }
        } catch {
          found.release()
          throw error
        }
        found.release()
      }
    }
  }
  /// A text, owned, where it is one that counts.
  private func given(_ vm: VM, _ slot: Slot) throws(Raised) -> Slot {
    if slot.isNone { return .undefined }
    slot.retain()
    do throws(Raised) {
      if try vm.truth(slot) { return slot }
    } catch {
      slot.release()
      throw error
    }
    slot.release()
    return .undefined
  }
}
