import Interpreter

/// `_traceback`: the text behind `traceback`.
enum TracebackModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(vm, name: "_traceback", doc: "Tracebacks as text.")
    module.function(vm, "text(exception, /)", "The traceback of an exception with those it came from.") {
      (vm, args) throws(Raised) in
      guard let exception = args[0].asException else {
        throw vm.typeError("Exception expected for value, \(vm.type(of: args[0]).name) found")
      }
      return .object(vm.string(vm.tracebackText(exception)))
    }
    module.function(vm, "line(filename, number, /)", "A line of a source.") { (vm, args) throws(Raised) in
      let line = vm.sourceLine(try vm.str(args[0]).string, try vm.index(args[1]))
      return .object(vm.string(line ?? ""))
    }
    module.function(vm, "lines(filename, /)", "All lines of a source that is known; None of another.") {
      (vm, args) throws(Raised) in
      let name = try vm.str(args[0]).string
      guard vm.sourceLine(name, 1) != nil, let lines = vm.sources[name] else { return .none }
      return .object(ListObject(vm, lines.map { .object(vm.string($0 + "\n")) }))
    }
    return module
  }
}
