/// The builtin functions, one row each.
enum BuiltinFunctions {
  /// Defines them in `builtins`.
  static func install(_ vm: VM) {
    installNumbers(vm)
    installObjects(vm)
    installIteration(vm)
    BuiltinIO.install(vm)
    BuiltinCode.install(vm)
    IterationTools.install(vm)
    vm.builtins.set(vm, "None", .none)
    vm.builtins.set(vm, "True", .bool(true))
    vm.builtins.set(vm, "False", .bool(false))
    vm.builtins.set(vm, "NotImplemented", .object(vm.notImplemented))
    vm.builtins.set(vm, "Ellipsis", .object(vm.ellipsis))
    vm.builtins.set(vm, "__debug__", .bool(true))
    vm.builtins.set(vm, "__name__", .object(vm.string("builtins")))
    vm.builtins.set(vm, "__build_class__", .object(vm.buildClassFunction))
    vm.builtins.set(vm, "EnvironmentError", .object(vm.types.osError))
    vm.builtins.set(vm, "IOError", .object(vm.types.osError))
  }

  /// Declares one builtin function.
  static func define(_ vm: VM, _ signature: String, _ doc: String, _ body: @escaping NativeFunction.Body) {
    let made = NativeFunction(vm, signature, doc, body)
    made.moduleName = "builtins"
    made.quick = QuickCall.of(made.name, nil)
    vm.builtins.set(vm, made.name, .object(made))
  }
}

extension VM {
  /// `callable(value)`.
  package func isCallable(_ value: Value) -> Bool {
    guard case .object(let o) = value else { return false }
    if o.hasHeapType && !o.type.special(self, .call).isUndefined { return true }
    return o.isCallable
  }
}
