import Glibc
import Interpreter
package import Kernel

// Tasks of asyncio between cells. While no request waits, the language thread runs the loop of its cells; what a task
// prints goes to the cell that made it, because the task's context keeps that cell's request (`contextvars.Context`).

extension PythonLanguage {
  package func hasBackgroundWork(subshell: String?) -> Bool {
    withMachine(isMain: subshell == nil, interrupts: interruptHandles[subshell]) {
      // Without the module nobody has a loop.
      guard let events = vm.modules.get(vm, "asyncio.events") else { return false }
      do throws(Raised) { return try vm.truth(try vm.callMethod(events, "has_work", [])) } catch { return false }
    }
  }

  package func runBackground(subshell: String?, until wait: any IdleWait) {
    withMachine(isMain: subshell == nil, interrupts: interruptHandles[subshell]) {
      guard let events = vm.modules.get(vm, "asyncio.events") else { return }
      let me = UInt(pthread_self())
      idleWaits[me] = wait
      defer { idleWaits[me] = nil }
      do throws(Raised) { _ = try vm.callMethod(events, "run_background", []) } catch { show(error) }
      vm.collectAtRest()
      context?.flush()
    }
  }

  /// Adds what the loop of asyncio asks for in a kernel.
  func addLoopFunctions(_ module: ModuleObject) {
    module.function(vm, "in_cell()", "Whether the calling thread runs cells.") { [unowned self] (_, _) in
      .bool(cellContexts[UInt(pthread_self())] != nil)
    }
    module.function(vm, "request_waits()", "Whether the loop must give way to a request.") { [unowned self] (_, _) in
      .bool(idleWaits[UInt(pthread_self())]?.requestWaits ?? false)
    }
    module.function(vm, "wake(thread)", "Ends the wait of a thread that runs cells.") {
      [unowned self] (vm, args) throws(Raised) in
      cellContexts[UInt(bitPattern: try vm.index(args[0]))]?.wake()
      return .none
    }
    module.function(vm, "wait(pairs, seconds)", "Waits for descriptors, messages and a time: the descriptors that are ready.") {
      [unowned self] (vm, args) throws(Raised) in
      var descriptors: [PolledDescriptor] = []
      for pair in try vm.list(of: args[0]) {
        guard let pair = pair.asTuple, pair.count == 2 else { throw vm.typeError("pairs expected") }
        descriptors.append(
          PolledDescriptor(
            Int32(truncatingIfNeeded: try vm.index(pair[0])),
            events: Int16(truncatingIfNeeded: try vm.index(pair[1]))))
      }
      try wait(&descriptors, seconds: try vm.double(args[1]))
      var found: [Value] = []
      for one in descriptors where one.ready != 0 {
        found.append(.object(TupleObject(vm, [.int(Int(one.descriptor)), .int(Int(one.ready))])))
      }
      return .object(ListObject(vm, found))
    }
  }

  private func wait(_ descriptors: inout [PolledDescriptor], seconds: Double) throws(Raised) {
    try vm.checkInterrupt()
    let me = UInt(pthread_self())
    // Functions of `signal.signal` run here: nothing else wakes the wait for them.
    let piece = vm.signalHandler == nil ? seconds : min(seconds, 0.02)
    if let idle = idleWaits[me] {
      context?.flush()
      _ = vm.withoutLock { idle.wait(seconds: piece, polling: &descriptors) }
    } else if let context = cellContexts[me] {
      context.flush()
      if vm.withoutLock({ context.serve(seconds: piece, polling: &descriptors) }) == .interrupted {
        try vm.checkInterrupt()
        throw vm.raised(vm.types.keyboardInterrupt, "")
      }
    }
    try vm.checkInterrupt()
  }

  // MARK: Parents

  /// Adds what `get_parent` and its relatives call.
  func addParentFunctions(_ module: ModuleObject) {
    module.function(vm, "parent_identities()", "The identities of the client of the request that runs.") {
      [unowned self] (vm, _) in
      .object(ListObject(vm, (context?.identities ?? []).map { vm.makeBytes($0) }))
    }
    module.function(vm, "control_parent()", "The last request on control: (header, identities), or None.") {
      [unowned self] (vm, _) in
      guard let (header, identities) = context?.lastControlRequest else { return .none }
      let list = ListObject(vm, identities.map { vm.makeBytes($0) })
      return .object(TupleObject(vm, [header.value(vm), .object(list)]))
    }
    module.function(vm, "follow(msg_id)", "Sends the thread's output to a request, with None to each cell that runs.") {
      [unowned self] (vm, args) throws(Raised) in
      if args[0].isNone {
        vm.outputOwner = FollowsCells.shared
        return .bool(true)
      }
      let id = try vm.str(args[0]).string
      guard let known = givenParents.last(where: { $0.id == id }) else { return .bool(false) }
      vm.outputOwner = known.request
      return .bool(true)
    }
  }

  /// Keeps the running request as long as Python code may name it.
  func remember(parent id: String) {
    if givenParents.last?.id == id { return }
    givenParents.removeAll { $0.id == id }
    if givenParents.count >= 256 { givenParents.removeFirst() }
    givenParents.append((id, request))
  }
}

/// Stands for the cell that runs, as the receiver of a thread's output.
private final class FollowsCells: Sendable {
  static let shared = FollowsCells()
}
