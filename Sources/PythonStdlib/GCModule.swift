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
      .object(TupleObject.make(vm, [.int(0), .int(0), .int(0)]))
    }
    module.function(vm, "get_threshold()", "Thresholds.") { (vm, _) in
      .object(TupleObject.make(vm, [.int(50_000), .int(10), .int(10)]))
    }
    for name in ["set_threshold", "freeze", "unfreeze"] {
      module.function(vm, "\(name)(*args)", "Accepted and ignored.") { (_, _) in .none }
    }
    let debug = GCState()
    module.function(vm, "set_debug(flags, /)", "Remembers the flags.") { (vm, args) throws(Raised) in
      debug.flags = try vm.index(args[0])
      return .none
    }
    module.function(vm, "get_debug()", "The flags.") { (_, _) in .int(debug.flags) }
    module.function(vm, "get_freeze_count()", "Nothing is frozen.") { (_, _) in .int(0) }
    module.function(vm, "is_tracked(obj, /)", "Whether the collector looks at an object.") { (_, args) in
      guard case .object(let o) = args[0] else { return .bool(false) }
      return .bool(o.isTracked)
    }
    module.function(vm, "is_finalized(obj, /)", "Not known.") { (_, _) in .bool(false) }
    module.function(vm, "get_stats()", "Figures of the generations.") { (vm, _) in
      let rows: [Value] = (0..<3).map { _ in
        let row = DictObject(vm)
        for key in ["collections", "collected", "uncollectable"] { row.set(vm, key, .int(0)) }
        return .object(row)
      }
      return .object(ListObject.make(vm, rows))
    }
    module.function(vm, "get_objects(generation=None)", "The objects that the collector looks at, and tensors they hold.") {
      (vm, args) in
      let found = vm.trackedObjects()
      var known = Set(found.map { ObjectIdentifier($0) })
      var tensors: [Object] = []
      for object in found {
        object.traverseAll { slot in
          if slot.isKind(.tensor), known.insert(ObjectIdentifier(slot.object)).inserted { tensors.append(slot.object) }
        }
      }
      return .object(ListObject.make(vm, (found + tensors).map { .object($0) }))
    }
    module.function(vm, "get_referrers(*objs)", "The objects that hold one of these.") { (vm, args) in
      let given = args[0].asTuple
      let wanted = Set((given?.values ?? []).compactMap { (value) -> ObjectIdentifier? in
        if case .object(let o) = value { return ObjectIdentifier(o) }
        return nil
      })
      let found = vm.trackedObjects().filter { object in
        if object === given { return false }
        var holds = false
        object.traverseAll { if $0.isObject || $0.isHeld { holds = holds || wanted.contains(ObjectIdentifier($0.object)) } }
        return holds
      }
      return .object(ListObject.make(vm, found.map { .object($0) }))
    }
    module.function(vm, "get_referents(*objs)", "What objects hold.") { (vm, args) throws(Raised) in
      let found = ListObject.make(vm)
      for value in args[0].asTuple?.values ?? [] {
        if case .object(let o) = value { o.traverseAll { if !$0.isUndefined && !$0.isHeld { found.append($0.value) } } }
      }
      return .object(found)
    }
    for (name, value) in [
      ("DEBUG_STATS", 1), ("DEBUG_COLLECTABLE", 2), ("DEBUG_UNCOLLECTABLE", 4), ("DEBUG_SAVEALL", 32), ("DEBUG_LEAK", 38),
    ] { module.constant(vm, name, .int(value)) }
    module.constant(vm, "callbacks", .object(ListObject.make(vm, [])))
    module.constant(vm, "garbage", .object(ListObject.make(vm, [])))
    return module
  }
}

/// What `gc.set_debug` was told.
private final class GCState {
  var flags = 0
}
