import Interpreter

/// `_json`: JSON text of the plain kind, read and written at once. Whatever is out of the ordinary (errors, hooks,
/// subclasses, odd numbers) gives NotImplemented, and the module `json` does it step by step.
enum JSONModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(vm, name: "_native_json", doc: "Plain JSON at once.")
    module.function(vm, "parse(text, /)", "The object of a text, or NotImplemented.") { (vm, args) throws(Raised) in
      guard let text = args[0].asStr else { return .object(vm.notImplemented) }
      func parsed<Unit: FixedWidthInteger>(_ unit: Unit.Type) -> Value {
        var parser = JSONParser(vm, text, unit)
        return parser.whole() ?? .object(vm.notImplemented)
      }
      switch text.width {
      case 1: return parsed(UInt8.self)
      case 2: return parsed(UInt16.self)
      default: return parsed(UInt32.self)
      }
    }
    module.function(
      vm, "text(value, ascii, item_separator, key_separator, indent, sort_keys, /)", "The text of an object, or NotImplemented."
    ) { (vm, args) throws(Raised) in
      guard let item = args[2].asStr, let key = args[3].asStr else { return .object(vm.notImplemented) }
      var writer = JSONWriter(
        vm, ascii: try vm.truth(args[1]), item, key, indent: args[4].asStr, sortsKeys: try vm.truth(args[5]))
      guard writer.write(args.slot(0), 0) else { return .object(vm.notImplemented) }
      return .object(try writer.finish())
    }
    return module
  }
}
