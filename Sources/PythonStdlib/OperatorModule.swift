import Interpreter

/// `_operator`: what Python code cannot do itself.
enum OperatorModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(vm, name: "_operator", doc: "Operators as functions.")
    module.function(vm, "index(a, /)", "Same as a.__index__().") { (vm, args) throws(Raised) in
      try vm.indexValue(args[0])
    }
    return module
  }
}
