import Interpreter

/// `_native_abc`: how `abc` tells the machine which answers of `isinstance` it may remember.
enum AbstractModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(vm, name: "_native_abc", doc: "Remembered answers of abstract classes.")
    module.function(vm, "remember(check, /)", "Answers of this `__instancecheck__` hold until `renew` is called.") {
      (vm, args) in
      vm.abstractCheck = args[0]
      return .none
    }
    module.function(vm, "renew()", "Forgets all answers.") { (vm, _) in
      vm.abstractAnswers &+= 1
      return .none
    }
    module.function(vm, "check(cls, instance, /)", "What `ABCMeta.__instancecheck__` answers.") { (vm, args) throws(Raised) in
      guard let cls = args[0].asType else { throw vm.typeError("a class is needed") }
      return .bool(try vm.isInstanceOfAbstract(args[1], cls))
    }
    return module
  }
}
