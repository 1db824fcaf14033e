import Interpreter

/// Makes the printer `p` that `_repr_pretty_(self, p, cycle)` receives: an instance of a Python class whose methods are
/// native and find the `Pretty` of the moment by the instance's number.
final class PrettyBridge {
  private let vm: VM
  /// Functions registered for the plain text of types.
  var printers: [TypeFormatter] = []
  /// The printers in use, by number.
  private var inUse: [Int: Pretty] = [:]
  private var lastNumber = 0
  private var printerClass: Value?
  private var groupClass: Value?

  init(_ vm: VM) { self.vm = vm }

  /// Calls `body` with the Python face of a printer.
  func offer(_ pretty: Pretty, _ body: (Value) throws(Raised) -> Void) throws(Raised) {
    lastNumber += 1
    let number = lastNumber
    inUse[number] = pretty
    defer { inUse[number] = nil }
    let object = try vm.call(try madeClass(), [])
    try vm.setAttr(object, "_number", .int(number))
    try body(object)
  }

  private func pretty(_ value: Value) throws(Raised) -> Pretty {
    guard let number = try vm.getAttr(value, "_number").asInt, let found = inUse[number] else {
      throw vm.runtimeError("this printer is not in use any more")
    }
    return found
  }

  private func madeClass() throws(Raised) -> Value {
    if let printerClass { return printerClass }
    let space = DictObject(vm)
    func method(_ signature: String, _ doc: String, _ body: @escaping NativeFunction.Body) {
      let made = NativeFunction(vm, signature, doc, isMethod: true, body)
      space.set(vm, made.name, .object(made))
    }
    method("text(self, obj, /)", "Adds literal text.") { [unowned self] (vm, args) throws(Raised) in
      try pretty(args[0]).printer.text(try vm.str(args[1]).string)
      return .none
    }
    method("breakable(self, sep=' ')", "Adds a separator where the line may break.") {
      [unowned self] (vm, args) throws(Raised) in
      try pretty(args[0]).printer.breakable(try vm.str(args[1]).string)
      return .none
    }
    method("break_(self)", "Ends the line.") { [unowned self] (_, args) throws(Raised) in
      try pretty(args[0]).printer.breakLine()
      return .none
    }
    method("begin_group(self, indent=0, open='')", "Begins a group.") {
      [unowned self] (vm, args) throws(Raised) in
      try pretty(args[0]).printer.beginGroup(try vm.index(args[1]), try vm.str(args[2]).string)
      return .none
    }
    method("end_group(self, dedent=0, close='')", "Ends a group.") {
      [unowned self] (vm, args) throws(Raised) in
      try pretty(args[0]).printer.endGroup(try vm.index(args[1]), try vm.str(args[2]).string)
      return .none
    }
    method("group(self, indent=0, open='', close='')", "Groups what a with statement writes.") {
      [unowned self] (vm, args) throws(Raised) in
      let group = try vm.call(try madeGroupClass(), [])
      let names = ["printer", "indent", "open", "close"]
      for (position, name) in names.enumerated() { try vm.setAttr(group, name, args[position]) }
      return group
    }
    method("pretty(self, obj, /)", "Writes an object.") { [unowned self] (_, args) throws(Raised) in
      try pretty(args[0]).write(args[1])
      return .none
    }
    method("flush(self)", "Does nothing: the caller flushes.") { (_, _) throws(Raised) in .none }
    space.set(vm, "verbose", .bool(false))
    space.set(vm, "max_width", .int(79))
    space.set(vm, "max_seq_length", .int(Pretty.maximumItems))
    let made = try makeClass("RepresentationPrinter", space)
    printerClass = made
    return made
  }

  private func makeClass(_ name: String, _ space: DictObject) throws(Raised) -> Value {
    space.set(vm, "__module__", .object(vm.string("IPython.lib.pretty")))
    let bases = TupleObject(vm, [])
    return try vm.call(.object(vm.types.type), [.object(vm.string(name)), .object(bases), .object(space)])
  }

  private func madeGroupClass() throws(Raised) -> Value {
    if let groupClass { return groupClass }
    let space = DictObject(vm)
    let enter = NativeFunction(vm, "__enter__(self)", "Begins the group.", isMethod: true) {
      (vm, args) throws(Raised) in
      let printer = try vm.getAttr(args[0], "printer")
      _ = try vm.callMethod(
        printer, "begin_group", [try vm.getAttr(args[0], "indent"), try vm.getAttr(args[0], "open")])
      return .none
    }
    let exit = NativeFunction(vm, "__exit__(self, *exc)", "Ends the group.", isMethod: true) {
      (vm, args) throws(Raised) in
      let printer = try vm.getAttr(args[0], "printer")
      _ = try vm.callMethod(
        printer, "end_group", [try vm.getAttr(args[0], "indent"), try vm.getAttr(args[0], "close")])
      return .bool(false)
    }
    space.set(vm, "__enter__", .object(enter))
    space.set(vm, "__exit__", .object(exit))
    let made = try makeClass("PrettyGroup", space)
    groupClass = made
    return made
  }
}
