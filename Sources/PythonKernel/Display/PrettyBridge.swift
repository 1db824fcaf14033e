import Interpreter

/// The printer `p` that `_repr_pretty_(self, p, cycle)` receives.
final class PrettyBridge: Object {
  private let pretty: Pretty

  init(_ vm: VM, _ pretty: Pretty) {
    self.pretty = pretty
    super.init(kind: .native, type: PrettyBridge.type(vm))
  }

  /// The Python type, kept in a hidden module so that there is one per machine.
  private static func type(_ vm: VM) -> TypeObject {
    if let made = vm.builtins.get(vm, "__pretty_printer_type__")?.asType { return made }
    let made = vm.nativeType("RepresentationPrinter", module: "IPython.lib.pretty", populate: populate)
    vm.builtins.set(vm, "__pretty_printer_type__", .object(made))
    return made
  }

  private static func printer(_ value: Value) -> Pretty? {
    guard case .object(let o) = value else { return nil }
    return (o as? PrettyBridge)?.pretty
  }

  private static func populate(_ type: TypeObject, _ vm: VM) {
    type.method(vm, "text(self, obj, /)", "Adds literal text.") { (vm, args) throws(Raised) in
      printer(args[0])?.printer.text(try vm.str(args[1]).string)
      return .none
    }
    type.method(vm, "breakable(self, sep=' ')", "Adds a separator where the line may break.") {
      (vm, args) throws(Raised) in
      printer(args[0])?.printer.breakable(args.has(1) ? try vm.str(args[1]).string : " ")
      return .none
    }
    type.method(vm, "break_(self)", "Ends the line.") { (_, args) throws(Raised) in
      printer(args[0])?.printer.breakLine()
      return .none
    }
    type.method(vm, "begin_group(self, indent=0, open='')", "Begins a group.") { (vm, args) throws(Raised) in
      printer(args[0])?.printer.beginGroup(try vm.index(args[1]), try vm.str(args[2]).string)
      return .none
    }
    type.method(vm, "end_group(self, dedent=0, close='')", "Ends a group.") { (vm, args) throws(Raised) in
      printer(args[0])?.printer.endGroup(try vm.index(args[1]), try vm.str(args[2]).string)
      return .none
    }
    type.method(vm, "group(self, indent=0, open='', close='')", "Groups what a with statement writes.") {
      (vm, args) throws(Raised) in
      guard let pretty = printer(args[0]) else { return .none }
      return .object(
        PrettyGroup(
          vm, pretty, indent: try vm.index(args[1]), open: try vm.str(args[2]).string,
          close: try vm.str(args[3]).string))
    }
    type.method(vm, "pretty(self, obj, /)", "Writes an object.") { (_, args) throws(Raised) in
      try printer(args[0])?.write(args[1])
      return .none
    }
    type.method(vm, "flush(self)", "Does nothing: the caller flushes.") { (_, _) throws(Raised) in .none }
    type.attribute(
      vm, "indentation", "Columns of the next line.",
      get: { (_, value) throws(Raised) in .int(printer(value)?.printer.indentation ?? 0) },
      set: { (vm, value, new) throws(Raised) in
        if let new { printer(value)?.printer.indentation = try vm.index(new) }
      })
    type.constant(vm, "verbose", .bool(false))
    type.constant(vm, "max_width", .int(79))
    type.constant(vm, "max_seq_length", .int(Pretty.maximumItems))
  }
}

/// What `p.group(…)` returns.
final class PrettyGroup: Object {
  private let pretty: Pretty
  private let indent: Int
  private let open: String
  private let close: String

  init(_ vm: VM, _ pretty: Pretty, indent: Int, open: String, close: String) {
    self.pretty = pretty
    self.indent = indent
    self.open = open
    self.close = close
    super.init(kind: .native, type: PrettyGroup.type(vm))
  }

  private static func type(_ vm: VM) -> TypeObject {
    if let made = vm.builtins.get(vm, "__pretty_group_type__")?.asType { return made }
    let made = vm.nativeType("PrettyGroup", module: "IPython.lib.pretty") { type, vm in
      type.method(vm, "__enter__(self)", "Begins the group.") { (_, args) throws(Raised) in
        if case .object(let o) = args[0], let group = o as? PrettyGroup {
          group.pretty.printer.beginGroup(group.indent, group.open)
        }
        return .none
      }
      type.method(vm, "__exit__(self, *exc)", "Ends the group.") { (_, args) throws(Raised) in
        if case .object(let o) = args[0], let group = o as? PrettyGroup {
          group.pretty.printer.endGroup(group.indent, group.close)
        }
        return .bool(false)
      }
    }
    vm.builtins.set(vm, "__pretty_group_type__", .object(made))
    return made
  }
}
