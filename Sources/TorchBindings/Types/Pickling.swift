import Interpreter

/// How tensors, dtypes, devices and generators are pickled: `torch._utils` says it.
enum Pickling {
  static func install(_ vm: VM, _ type: TypeObject) {
    type.method(vm, "__reduce_ex__(self, protocol, /)", "How the object is pickled and copied.") {
      (vm, args) throws(Raised) in
      _ = try vm.importModule("torch._utils")
      guard let utils = vm.modules.get(vm, "torch._utils") else {
        throw vm.typeError("cannot pickle '\(vm.type(of: args[0]).name)' object")
      }
      let object = args[0]
      return try TorchState.of(vm).withoutSubclasses { () throws(Raised) in try vm.callMethod(utils, "_reduce", [object]) }
    }
  }
}
