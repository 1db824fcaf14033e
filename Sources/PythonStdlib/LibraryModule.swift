import Interpreter

/// `_library`: the modules that lie in the program as Python.
enum LibraryModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(vm, name: "_library", doc: "Modules that lie in the program as Python.")
    module.function(vm, "has(name, /)", "Whether there is such a module.") { (vm, args) throws(Raised) in
      .bool(vm.hasLibrarySource(of: try vm.str(args[0]).string))
    }
    module.function(vm, "code(name, /)", "The code of such a module; None of another.") { (vm, args) throws(Raised) in
      try vm.libraryCode(try vm.str(args[0]).string).map { .object($0) } ?? .none
    }
    module.function(vm, "source(name, /)", "The source of such a module; None of another.") { (vm, args) throws(Raised) in
      let source = vm.librarySource(of: try vm.str(args[0]).string)
      return source.map { .object(vm.string(String(decoding: $0, as: UTF8.self))) } ?? .none
    }
    module.function(vm, "is_package(name, /)", "Whether modules of the program lie in one of that name.") {
      (vm, args) throws(Raised) in .bool(vm.libraryPackages.contains(try vm.str(args[0]).string))
    }
    module.constant(vm, "finders", .object(TupleObject.make(vm, vm.finders.map { .object($0) })))
    return module
  }
}
