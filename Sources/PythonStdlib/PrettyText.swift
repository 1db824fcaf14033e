import Interpreter

/// `_pretty`: text of nested containers on one line, as `pprint` writes it.
enum PrettyModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(vm, name: "_pretty", doc: "Objects on one line.")
    module.function(
      vm, "line(object, context, depth, level, sort, /)",
      "The text of an object; None: its dicts have keys that must be compared with care."
    ) { (vm, args) throws(Raised) in
      guard let context = args[1].asDict else { throw vm.typeError("a dict is needed") }
      var writer = PrettyLine(
        vm, context, depth: args[2].isNone ? 0 : try vm.index(args[2]), sorts: try vm.truth(args[4]))
      guard try writer.write(args.slot(0), level: try vm.index(args[3])), !writer.isRecursive else { return .none }
      return .object(try writer.finish())
    }
    module.function(
      vm, "facts(object, context, depth, level, sort, /)",
      "The text of an object, whether it can be read back, and whether the object contains itself; None as for `line`."
    ) { (vm, args) throws(Raised) in
      guard let context = args[1].asDict else { throw vm.typeError("a dict is needed") }
      var writer = PrettyLine(
        vm, context, depth: args[2].isNone ? 0 : try vm.index(args[2]), sorts: try vm.truth(args[4]))
      guard try writer.write(args.slot(0), level: try vm.index(args[3])) else { return .none }
      let (isReadable, isRecursive) = (writer.isReadable, writer.isRecursive)
      return .object(TupleObject.make(vm, .object(try writer.finish()), .bool(isReadable), .bool(isRecursive)))
    }
    return module
  }
}

/// A line under construction.
private struct PrettyLine: ~Copyable {
  private let vm: VM
  private var out = StrBuilder(capacity: 128)
  /// What lies around the object, by address.
  private let context: DictObject
  private var open: [UInt] = []
  private let depth: Int
  private let sorts: Bool
  private(set) var isReadable = true
  private(set) var isRecursive = false

  init(_ vm: VM, _ context: DictObject, depth: Int, sorts: Bool) {
    self.vm = vm
    self.context = context
    self.depth = depth
    self.sorts = sorts
  }
  consuming func finish() throws(Raised) -> StrObject { try out.finish(vm) }

  /// Writes an object (borrowed, held by somebody); false: it cannot be written here.
  mutating func write(_ slot: Slot, level: Int) throws(Raised) -> Bool {
    if slot.isInt {
      out.append(decimal: slot.asInt)
      return true
    }
    guard slot.isObject, slot.kind == .list || slot.kind == .tuple || slot.kind == .dict else {
      return try write(leaf: slot)
    }
    let object = slot.object
    // A class that writes its instances itself.
    if object.hasHeapType, !object.type.special(vm, .repr).isUndefined { return try write(leaf: slot) }
    try vm.enterNative()
    defer { vm.leaveNative() }
    let (start, end): (UInt32, UInt32) =
      slot.kind == .list ? (0x5B, 0x5D) : slot.kind == .tuple ? (0x28, 0x29) : (0x7B, 0x7D)
    let isEmpty = try vm.length(slot.value) == 0
    let isCut = !isEmpty && depth > 0 && level >= depth
    let isOpen = isEmpty ? false : try self.isOpen(slot)
    if isOpen { isRecursive = true }
    if isOpen || isCut { isReadable = false }
    if isOpen && !isCut {
      out.append("<Recursion on \(object.type.name) with id=\(slot.bits)>")
      return true
    }
    out.append(start)
    if isCut {
      out.append("...")
    } else if !isEmpty {
      open.append(slot.bits)
      defer { open.removeLast() }
      if let dict = slot.asDict {
        if try !write(dict, level: level &+ 1) { return false }
      } else if try !write(items: slot, level: level &+ 1) {
        return false
      }
    }
    out.append(end)
    return true
  }
  /// Writes what is no container that is looked into.
  private mutating func write(leaf slot: Slot) throws(Raised) -> Bool {
    let text = try vm.repr(slot.value)
    if text.count == 0 || text[0] == 0x3C { isReadable = false }
    out.append(text)
    return true
  }
  private func isOpen(_ slot: Slot) throws(Raised) -> Bool {
    if open.contains(slot.bits) { return true }
    if context.count == 0 { return false }
    return try !context.get(vm, Slot.int(Int(bitPattern: slot.bits))).isUndefined
  }
  private mutating func write(items slot: Slot, level: Int) throws(Raised) -> Bool {
    let list = slot.asList
    let tuple = list == nil ? slot.asTuple : nil
    var i = 0
    while i < (list.map { $0.count } ?? tuple.map { $0.count } ?? 0) {
      if i > 0 { out.append(", ") }
      var item = Slot.none
      if let list { item = list.items[i] } else if let tuple { item = tuple.items[i] }
      item.retain()
      defer { item.release() }
      if try !write(item, level: level) { return false }
      i &+= 1
    }
    if tuple?.count == 1 { out.append(0x2C) }
    return true
  }
  private mutating func write(_ dict: DictObject, level: Int) throws(Raised) -> Bool {
    guard let items = ordered(dict) else { return false }
    for (i, item) in items.enumerated() {
      if i > 0 { out.append(", ") }
      if try !write(item.key.borrowed, level: level) { return false }
      out.append(": ")
      if try !write(item.value.borrowed, level: level) { return false }
    }
    return true
  }
  /// The items in the order in which they are written; nil: their keys are of several kinds.
  private func ordered(_ dict: DictObject) -> [(key: Value, value: Value)]? {
    let items = dict.items
    if !sorts || items.count < 2 { return items }
    if items.allSatisfy({ if case .int = $0.key { true } else { false } }) {
      return items.sorted { ($0.key.asInt ?? 0) < ($1.key.asInt ?? 0) }
    }
    let texts = items.compactMap { item in item.key.asStr.flatMap { $0.hasHeapType ? nil : ($0, item) } }
    if texts.count < items.count { return nil }
    return texts.sorted { $0.0.order($1.0) < 0 }.map { $0.1 }
  }
}
