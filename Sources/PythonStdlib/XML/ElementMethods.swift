import Interpreter

extension ElementObject {
  /// What Python sees of an element.
  static func populate(_ type: TypeObject, _ vm: VM) {
    for name in ["tag", "text", "tail"] { type.member(vm, name, refusal: "can't delete element attribute") }
    type.attribute(vm, "attrib", "A dictionary containing the element's attributes", get: { (vm, v) in
      v.native(ElementObject.self).map { .object($0.attributeDict(vm)) } ?? .none
    }, set: { (vm, v, new) throws(Raised) in
      guard let new else { throw vm.attributeError("can't delete element attribute") }
      guard new.asDict != nil else { throw vm.typeError("attrib must be dict, not \(vm.type(of: new).name)") }
      v.native(ElementObject.self)?.setAttributes(owned: new.owned)
    })
    type.specials(vm, [.repr, .len, .bool, .getitem, .setitem, .delitem, .`init`])
    changes(type, vm)
    searches(type, vm)
    copies(type, vm)
  }
  private static func me(_ args: Arguments) -> ElementObject {
    unsafeDowncast(args.slot(0).object, to: ElementObject.self)
  }

  private static func changes(_ type: TypeObject, _ vm: VM) {
    type.method(vm, "append(self, subelement, /)", "Adds a child at the end.") { (vm, args) throws(Raised) in
      guard ElementObject.of(args.slot(1)) != nil else {
        throw vm.typeError(
          "append() argument must be xml.etree.ElementTree.Element, not \(vm.type(of: args[1]).operandName)")
      }
      args.slot(1).retain()
      me(args).childList(vm).append(owned: args.slot(1))
      return .none
    }
    type.method(vm, "extend(self, elements, /)", "Adds children at the end.") { (vm, args) throws(Raised) in
      let new: [Value]
      do throws(Raised) { new = try vm.list(of: args[1]) } catch {
        if !error.exception.type.isSubtype(of: vm.types.typeError) { throw error }
        throw vm.typeError("expected sequence, not \"\(vm.type(of: args[1]).operandName)\"")
      }
      for child in new {
        try check(vm, child)
        me(args).childList(vm).append(owned: child.owned)
      }
      return .none
    }
    type.method(vm, "insert(self, index, subelement, /)", "Adds a child before an index.") { (vm, args) throws(Raised) in
      _ = try vm.index(args[1])
      try check(vm, args[2], "insert() argument 2 must be xml.etree.ElementTree.Element, not %")
      _ = try vm.callMethod(.object(me(args).childList(vm)), "insert", [args[1], args[2]])
      return .none
    }
    type.method(vm, "remove(self, subelement, /)", "Removes a child.") { (vm, args) throws(Raised) in
      try check(vm, args[1], "remove() argument must be xml.etree.ElementTree.Element, not %")
      let (element, wanted) = (me(args), args.slot(1))
      for i in 0..<element.childCount where element.child(i).isSame(as: wanted) {
        try vm.deleteItem(.object(element.childList(vm)), .int(i))
        return .none
      }
      var i = 0
      while i < element.childCount {
        if try vm.equal(element.child(i).value, args[1]) {
          if i < element.childCount { try vm.deleteItem(.object(element.childList(vm)), .int(i)) }
          return .none
        }
        i &+= 1
      }
      throw vm.valueError("list.remove(x): x not in list")
    }
    type.method(vm, "clear(self, /)", "Takes everything but the tag away.") { (_, args) in
      me(args).clear()
      return .none
    }
    type.method(vm, "get(self, key, default=None)", "An attribute, or the default.") { (vm, args) throws(Raised) in
      let slot = me(args).attributeSlot
      if slot.isUndefined { return args[2] }
      let found = try unsafeDowncast(slot.object, to: DictObject.self).get(vm, args.slot(1))
      return found.isUndefined ? args[2] : found.value
    }
    type.method(vm, "set(self, key, value, /)", "Sets an attribute.") { (vm, args) throws(Raised) in
      try me(args).attributeDict(vm).set(vm, args.slot(1), args.slot(2))
      return .none
    }
    type.method(vm, "keys(self, /)", "The names of the attributes.") { (vm, args) in
      let slot = me(args).attributeSlot
      let items = slot.isUndefined ? [] : unsafeDowncast(slot.object, to: DictObject.self).items
      return .object(ListObject.make(vm, items.map(\.key)))
    }
    type.method(vm, "items(self, /)", "The attributes as pairs.") { (vm, args) in
      let slot = me(args).attributeSlot
      let items = slot.isUndefined ? [] : unsafeDowncast(slot.object, to: DictObject.self).items
      return .object(ListObject.make(vm, items.map { .object(TupleObject.make(vm, [$0.key, $0.value])) }))
    }
    type.method(vm, "makeelement(self, tag, attrib, /)", "A new element.") { (vm, args) throws(Raised) in
      guard let given = args[2].asDict else {
        throw vm.typeError("makeelement() argument 2 must be dict, not \(vm.type(of: args[2]).name)")
      }
      let copy = try vm.callMethod(.object(given), "copy", [])
      return .object(ElementObject(me(args).tools, tag: args[1].owned, attributes: copy.asDict == nil ? .undefined : copy.owned))
    }
  }

  private static func searches(_ type: TypeObject, _ vm: VM) {
    type.method(vm, "find(self, path, namespaces=None)", "The first element at a path; None without one.") {
      (vm, args) throws(Raised) in
      guard args.slot(2).isNone, let tag = plainTag(args.slot(1)) else {
        return try vm.callMethod(try me(args).tools.paths(), "find", [args[0], args[1], args[2]])
      }
      return try me(args).first(vm, tag)?.value ?? .none
    }
    type.method(
      vm, "findtext(self, path, default=None, namespaces=None)", "The text of the first element at a path."
    ) { (vm, args) throws(Raised) in
      guard args.slot(3).isNone, let tag = plainTag(args.slot(1)) else {
        return try vm.callMethod(try me(args).tools.paths(), "findtext", [args[0], args[1], args[2], args[3]])
      }
      guard let found = try me(args).first(vm, tag) else { return args[2] }
      let text = ElementObject.of(found)?.part(.text) ?? .none
      return text.isNone ? .object(vm.string("")) : text.value
    }
    type.method(vm, "findall(self, path, namespaces=None)", "All elements at a path.") { (vm, args) throws(Raised) in
      guard args.slot(2).isNone, let tag = plainTag(args.slot(1)) else {
        return try vm.callMethod(try me(args).tools.paths(), "findall", [args[0], args[1], args[2]])
      }
      let (element, made) = (me(args), ListObject.make(vm))
      var i = 0
      while i < element.childCount {
        let child = element.child(i)
        child.retain()
        defer { child.release() }
        if try ElementObject.has(vm, child, tag) {
          child.retain()
          made.append(owned: child)
        }
        i &+= 1
      }
      return .object(made)
    }
    type.method(vm, "iterfind(self, path, namespaces=None)", "The elements at a path, one after the other.") {
      (vm, args) throws(Raised) in
      try vm.callMethod(try me(args).tools.paths(), "iterfind", [args[0], args[1], args[2]])
    }
    type.method(vm, "iter(self, tag=None)", "This element and all below it, or those with a tag.") { (vm, args) in
      var tag = args.slot(1)
      if let text = tag.asStr, text.count == 1, text[0] == 0x2A { tag = .none }
      return .object(ElementWalker(me(args), tag: tag, givesText: false))
    }
    type.method(vm, "itertext(self, /)", "All text in the element.") { (vm, args) in
      .object(ElementWalker(me(args), tag: .none, givesText: true))
    }
  }

  /// A path that is nothing but a tag.
  private static func plainTag(_ path: Slot) -> Slot? {
    guard let text = path.asStr, text.count > 0, !text.hasHeapType else { return nil }
    var isSpace = false
    for i in 0..<text.count {
      let point = text[i]
      if point == 0x7B {
        // `{*}tag` is a pattern, and `{}` means names without a namespace.
        if i &+ 1 < text.count, text[i &+ 1] == 0x2A || text[i &+ 1] == 0x7D { return nil }
        isSpace = true
      } else if point == 0x7D {
        isSpace = false
      } else if !isSpace, point < 0x60, [0x2F, 0x2A, 0x5B, 0x40, 0x2E].contains(point) {
        return nil
      }
    }
    return path
  }
  /// Whether a child has a tag.
  static func has(_ vm: VM, _ child: Slot, _ tag: Slot) throws(Raised) -> Bool {
    guard let element = ElementObject.of(child) else { return false }
    let own = element.part(.tag)
    if own.isSame(as: tag) { return true }
    if own.isObject, tag.isObject, own.typePointer == tag.typePointer { return try vm.equalSlots(own, tag) }
    own.retain()
    defer { own.release() }
    return try vm.equalSlots(own, tag)
  }
  /// The first child with a tag, borrowed.
  private func first(_ vm: VM, _ tag: Slot) throws(Raised) -> Slot? {
    var i = 0
    while i < childCount {
      let child = child(i)
      child.retain()
      defer { child.release() }
      if try ElementObject.has(vm, child, tag) { return self.child(i).isSame(as: child) ? child : nil }
      i &+= 1
    }
    return nil
  }
}
