import Interpreter

/// Writes Python values as IPython's `pretty` does: containers wrapped at 79 columns, at most 1000 items each.
final class Pretty {
  let vm: VM
  private let bridge: PrettyBridge
  let printer = PrettyPrinter()
  /// Containers being printed.
  private var open: Set<ObjectIdentifier> = []
  /// How deep the value being printed lies.
  private var depth = 0
  /// Spec of `%precision`, if any.
  var floatFormat: String?
  /// Longest sequence that is shown whole.
  static let maximumItems = 1000
  /// Deepest nesting, whatever the recursion limit says: layout takes time in the square of it.
  private static let maximumDepth = 3000

  init(_ vm: VM, _ bridge: PrettyBridge) {
    self.vm = vm
    self.bridge = bridge
  }

  /// The text of a value.
  static func text(
    _ vm: VM, _ bridge: PrettyBridge, _ value: Value, floatFormat: String? = nil
  ) throws(Raised) -> String {
    let pretty = Pretty(vm, bridge)
    pretty.floatFormat = floatFormat
    try pretty.write(value)
    pretty.printer.flush()
    return pretty.printer.output
  }

  /// Writes one value.
  func write(_ value: Value) throws(Raised) {
    guard case .object(let object) = value else {
      if let function = registered(value) { return try write(value, by: function, false) }
      try writePlain(value)
      return
    }
    try vm.enterNative(" while pretty-printing an object")
    defer { vm.leaveNative() }
    if vm.interruptPending { try vm.checkInterrupt() }
    if depth >= Pretty.maximumDepth { throw vm.recursionError(" while pretty-printing an object") }
    let isCycle = !open.insert(ObjectIdentifier(object)).inserted
    depth += 1
    printer.beginGroup()
    defer {
      printer.endGroup()
      depth -= 1
      if !isCycle { open.remove(ObjectIdentifier(object)) }
    }
    if let function = registered(value) { return try write(value, by: function, isCycle) }
    try dispatch(object, isCycle)
  }

  /// The function that was registered for the type of a value.
  private func registered(_ value: Value) -> Value? {
    if bridge.printers.isEmpty { return nil }
    for type in vm.type(of: value).mroTypes {
      for printer in bridge.printers {
        if case .object(let wanted) = printer.type, wanted === type { return printer.function }
      }
    }
    return nil
  }

  private func write(_ value: Value, by function: Value, _ isCycle: Bool) throws(Raised) {
    try bridge.offer(self) { (printer) throws(Raised) in
      _ = try vm.call(function, [value, printer, .bool(isCycle)])
    }
  }

  private func writePlain(_ value: Value) throws(Raised) {
    if case .float = value, let floatFormat {
      let text = vm.string("%" + floatFormat)
      printer.text(try vm.str(try vm.binary(.remainder, .object(text), value)).string)
      return
    }
    printer.text(try vm.repr(value).string)
  }

  // MARK: Which way

  private func dispatch(_ object: Object, _ isCycle: Bool) throws(Raised) {
    guard object.hasHeapType else {
      try writeBuiltin(object, isCycle)
      return
    }
    for type in object.type.mroTypes {
      if !type.isHeap {
        if type === vm.types.object { break }
        if try writeByBase(type, object, isCycle) { return }
        continue
      }
      if vm.moduleName(of: type) == "collections", try writeCollection(type.name, object, isCycle) { return }
      if let method = type.namespace.get(vm, "_repr_pretty_") {
        try bridge.offer(self) { (printer) throws(Raised) in
          _ = try vm.call(method, [.object(object), printer, .bool(isCycle)])
        }
        return
      }
      if type.namespace.get(vm, "__repr__") != nil {
        try writeRepr(object)
        return
      }
    }
    try writeDefault(object, isCycle)
  }

  /// An instance of a Python class with a builtin base and no `__repr__` of its own.
  private func writeByBase(_ base: TypeObject, _ object: Object, _ isCycle: Bool) throws(Raised) -> Bool {
    switch object.kind {
    case .list, .tuple, .dict, .set, .frozenset, .exception, .type, .str, .int, .float, .bytes, .bytearray,
      .complex:
      try writeBuiltin(object, isCycle)
      return true
    default:
      let text = try object.repr(vm).string
      if text == vm.defaultRepr(object).string { return false }
      writeLines(text)
      return true
    }
  }

  private func writeBuiltin(_ object: Object, _ isCycle: Bool) throws(Raised) {
    switch object.kind {
    case .list: try writeSequence("[", "]", unsafeDowncast(object, to: ListObject.self).values, isCycle)
    case .tuple:
      let values = unsafeDowncast(object, to: TupleObject.self).values
      if vm.type(of: .object(object)) !== vm.types.tuple, !object.hasHeapType {
        try writeRepr(object)
      } else {
        try writeSequence("(", ")", values, isCycle, isTuple: true)
      }
    case .dict:
      if !object.hasHeapType, object.type !== vm.types.dict,
        vm.moduleName(of: object.type) == "collections",
        try writeCollection(object.type.name, object, isCycle)
      {
        return
      }
      try writeDict("{", "}", unsafeDowncast(object, to: DictObject.self).items, isCycle)
    case .set: try writeSet("{", "}", object, isCycle)
    case .frozenset: try writeSet("frozenset({", "})", object, isCycle)
    case .mappingProxy: try writeMappingProxy(object, isCycle)
    case .type: try writeType(unsafeDowncast(object, to: TypeObject.self))
    case .function: try writeFunction(object)
    case .nativeFunction:
      if unsafeDowncast(object, to: NativeFunction.self).isMethod {
        try writeRepr(object)
      } else {
        try writeFunction(object)
      }
    case .boundMethod:
      if unsafeDowncast(object, to: BoundMethod.self).function.isKind(.nativeFunction) {
        try writeFunction(object)
      } else {
        try writeRepr(object)
      }
    case .exception: try writeException(unsafeDowncast(object, to: ExceptionObject.self))
    default:
      if vm.moduleName(of: object.type) == "collections",
        try writeCollection(object.type.name, object, isCycle)
      {
        return
      }
      let text = try vm.repr(.object(object)).string
      if text == vm.defaultRepr(object).string && !isSingleton(object) {
        try writeDefault(object, isCycle)
      } else {
        writeLines(text)
      }
    }
  }

  private func isSingleton(_ object: Object) -> Bool {
    object.kind == .ellipsis || object.kind == .notImplemented
  }

  // MARK: Pieces

  /// `repr`, its lines kept.
  private func writeRepr(_ object: Object) throws(Raised) { writeLines(try vm.repr(.object(object)).string) }

  private func writeLines(_ text: String) {
    printer.beginGroup()
    for (position, line) in PythonText.lines(text).enumerated() {
      if position > 0 { printer.breakLine() }
      printer.text(line)
    }
    printer.endGroup()
  }

  /// `<module.Class at 0x…>`.
  private func writeDefault(_ object: Object, _ isCycle: Bool) throws(Raised) {
    printer.beginGroup(1, "<")
    try write(.object(object.type))
    let address = String(UInt(bitPattern: Unmanaged.passUnretained(object).toOpaque()), radix: 16)
    printer.text(" at 0x" + address)
    if isCycle { printer.text(" ...") }
    printer.endGroup(1, ">")
  }

  private func writeSequence(
    _ open: String, _ close: String, _ values: [Value], _ isCycle: Bool, isTuple: Bool = false
  ) throws(Raised) {
    if isCycle {
      printer.text(open + "..." + close)
      return
    }
    printer.beginGroup(open.unicodeScalars.count, open)
    for (position, value) in values.enumerated() {
      if position == Pretty.maximumItems {
        elide()
        break
      }
      if position > 0 { comma() }
      try write(value)
    }
    if isTuple && values.count == 1 { printer.text(",") }
    printer.endGroup(open.unicodeScalars.count, close)
  }

  private func comma() {
    printer.text(",")
    printer.breakable()
  }

  private func elide() {
    comma()
    printer.text("...")
  }

  private func writeSet(_ open: String, _ close: String, _ object: Object, _ isCycle: Bool) throws(Raised) {
    if isCycle {
      printer.text(open + "..." + close)
      return
    }
    var values = try vm.list(of: .object(object))
    if values.isEmpty {
      printer.text(object.type.name + "()")
      return
    }
    if values.count < Pretty.maximumItems { values = try sorted(values) }
    try writeSequence(open, close, values, false)
  }

  /// Sorted if the items can be compared, else by type name and text, else as they are.
  private func sorted(_ values: [Value]) throws(Raised) -> [Value] {
    guard let function = vm.builtins.get(vm, "sorted") else { return values }
    do throws(Raised) {
      return try vm.list(of: try vm.call(function, [.object(ListObject(vm, values))]))
    } catch {
      return values
    }
  }

  private func writeDict(
    _ open: String, _ close: String, _ items: [(key: Value, value: Value)], _ isCycle: Bool
  ) throws(Raised) {
    if isCycle {
      printer.text("{...}")
      return
    }
    printer.beginGroup(open.unicodeScalars.count, open)
    for (position, item) in items.enumerated() {
      if position == Pretty.maximumItems {
        elide()
        break
      }
      if position > 0 { comma() }
      try write(item.key)
      printer.text(": ")
      try write(item.value)
    }
    printer.endGroup(open.unicodeScalars.count, close)
  }

  private func writeMappingProxy(_ object: Object, _ isCycle: Bool) throws(Raised) {
    var items: [(key: Value, value: Value)] = []
    for pair in try vm.list(of: try vm.callMethod(.object(object), "items", [])) {
      if let tuple = pair.asTuple, tuple.count == 2 { items.append((tuple[0], tuple[1])) }
    }
    try writeDict("mappingproxy({", "})", items, isCycle)
  }

  private func writeType(_ type: TypeObject) throws(Raised) {
    if type.type !== vm.types.type,
      type.type.mroTypes.contains(where: {
        $0.isHeap && $0.namespace.get(vm, "__repr__") != nil
      })
    {
      try writeRepr(type)
      return
    }
    printer.text(vm.qualifiedTypeName(type))
  }

  private func writeFunction(_ object: Object) throws(Raised) {
    let description = FunctionDescription(vm, .object(object))
    let module = description.module
    let prefix = module.isEmpty || module == "builtins" ? "" : module + "."
    printer.text("<function \(prefix)\(description.qualifiedName)\(try description.signature() ?? "")>")
  }

  private func writeException(_ error: ExceptionObject) throws(Raised) {
    try writeCall(vm.qualifiedTypeName(error.type), error.arguments.values)
  }

  /// `name(argument, argument)`.
  private func writeCall(
    _ name: String, _ arguments: [Value], keywords: [(String, Value)] = []
  ) throws(Raised) {
    let prefix = name + "("
    var isFirst = true
    printer.beginGroup(prefix.unicodeScalars.count, prefix)
    for value in arguments {
      if !isFirst { comma() }
      isFirst = false
      try write(value)
    }
    for (key, value) in keywords {
      if !isFirst { comma() }
      isFirst = false
      printer.beginGroup(key.unicodeScalars.count + 1, key + "=")
      try write(value)
      printer.endGroup(key.unicodeScalars.count + 1)
    }
    printer.endGroup(prefix.unicodeScalars.count, ")")
  }

  /// Types of `collections`; false for those without a form of their own.
  private func writeCollection(_ name: String, _ object: Object, _ isCycle: Bool) throws(Raised) -> Bool {
    let value = Value.object(object)
    let shown = object.type.name
    guard ["defaultdict", "OrderedDict", "deque", "Counter"].contains(name) else { return false }
    if isCycle {
      printer.text(shown + "(...)")
      return true
    }
    switch name {
    case "defaultdict":
      let plain = DictObject(vm)
      if let dict = value.asDict {
        for item in dict.items { try plain.set(vm, item.key, item.value) }
      }
      try writeCall(shown, [try vm.getAttr(value, "default_factory"), .object(plain)])
    case "OrderedDict":
      let items = try vm.list(of: try vm.callMethod(value, "items", []))
      try writeCall(shown, items.isEmpty ? [] : [.object(ListObject(vm, items))])
    case "Counter":
      let plain = DictObject(vm)
      for pair in try vm.list(of: try vm.callMethod(value, "most_common", [])) {
        if let tuple = pair.asTuple, tuple.count == 2 { try plain.set(vm, tuple[0], tuple[1]) }
      }
      try writeCall(shown, plain.count == 0 ? [] : [.object(plain)])
    default:
      let items = ListObject(vm, try vm.list(of: value))
      let limit = try vm.getAttr(value, "maxlen")
      try writeCall(shown, [.object(items)], keywords: limit.isNone ? [] : [("maxlen", limit)])
    }
    return true
  }
}

/// Text operations with Python's rules.
enum PythonText {
  /// `str.splitlines()`.
  static func lines(_ text: String) -> [String] {
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    var isOpen = false
    var previousWasReturn = false
    for scalar in text.unicodeScalars {
      if previousWasReturn && scalar == "\n" {
        previousWasReturn = false
        continue
      }
      previousWasReturn = scalar == "\r"
      switch scalar.value {
      case 0x0A...0x0D, 0x1C...0x1E, 0x85, 0x2028, 0x2029:
        lines.append(String(line))
        line = String.UnicodeScalarView()
        isOpen = false
      default:
        line.append(scalar)
        isOpen = true
      }
    }
    if isOpen { lines.append(String(line)) }
    return lines
  }
}
