import Interpreter

/// `gc`.
enum GCModule {
  static func make(_ vm: VM) throws(Raised) -> ModuleObject {
    let module = ModuleObject(vm, name: "gc", doc: "The cycle collector.")
    module.function(vm, "collect(generation=2)", "Collects now; returns the number of unreachable objects.") {
      (vm, _) in .int(vm.collectGarbage())
    }
    module.function(vm, "enable()", "Enables automatic collection.") { (vm, _) in
      vm.isCollectorEnabled = true
      return .none
    }
    module.function(vm, "disable()", "Disables automatic collection.") { (vm, _) in
      vm.isCollectorEnabled = false
      return .none
    }
    module.function(vm, "isenabled()", "Tells whether collection is automatic.") { (vm, _) in
      .bool(vm.isCollectorEnabled)
    }
    module.function(vm, "get_count()", "Counts of the generations.") { (vm, _) in
      .object(TupleObject(vm, [.int(0), .int(0), .int(0)]))
    }
    module.function(vm, "get_threshold()", "Thresholds.") { (vm, _) in
      .object(TupleObject(vm, [.int(50_000), .int(10), .int(10)]))
    }
    for name in ["set_threshold", "set_debug", "freeze"] {
      module.function(vm, "\(name)(*args)", "Accepted and ignored.") { (_, _) in .none }
    }
    module.constant(vm, "garbage", .object(ListObject(vm, [])))
    return module
  }
}
