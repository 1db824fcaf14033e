import Glibc
import Interpreter
package import Kernel

// Comms: the state lives in Python (`comm.get_comm_manager()`), messages pass through here.

extension PythonLanguage {
  /// Adds what the module `comm` calls.
  func addCommFunctions(_ module: ModuleObject) {
    module.function(
      vm, "comm_send(action, id, target, target_module, data, metadata, buffers)", "Sends a comm message."
    ) {
      [unowned self] (vm, args) throws(Raised) in
      let action = CommAction(rawValue: try vm.str(args[0]).string) ?? .message
      var buffers: [[UInt8]] = []
      if !args[6].isNone {
        for buffer in try vm.list(of: args[6]) { buffers.append(JSON.bytes(vm, buffer)) }
      }
      context?.flush()
      context?.sendComm(
        action,
        CommMessage(
          id: try vm.str(args[1]).string, targetName: args[2].asStr?.string,
          targetModule: args[3].asStr?.string,
          data: args[4].isNone ? .object([:]) : JSON(vm, args[4]),
          metadata: args[5].isNone ? .object([:]) : JSON(vm, args[5]), buffers: buffers))
      return .none
    }
  }

  package func commInfo(targetName: String?) -> [(id: String, targetName: String)] {
    withMachine {
      // Without the module nobody has opened a comm.
      guard vm.modules.get(vm, "comm") != nil else { return [] }
      do throws(Raised) {
        let comms = try vm.getAttr(try commManager(), "comms")
        var found: [(id: String, targetName: String)] = []
        for item in comms.asDict?.items ?? [] {
          let target = try vm.str(try vm.getAttr(item.value, "target_name")).string
          if targetName == nil || targetName == target { found.append((try vm.str(item.key).string, target)) }
        }
        return found
      } catch {
        return []
      }
    }
  }

  package func commOpen(_ message: CommMessage, in context: any ExecutionContext) {
    handle("comm_open", message, in: context)
  }
  package func commMessage(_ message: CommMessage, in context: any ExecutionContext) {
    handle("comm_msg", message, in: context)
  }
  package func commClose(_ message: CommMessage, in context: any ExecutionContext) {
    handle("comm_close", message, in: context)
  }

  private func commManager() throws(Raised) -> Value {
    try vm.call(try vm.getAttr(try importDotted("comm"), "get_comm_manager"), [])
  }

  private func handle(_ name: String, _ message: CommMessage, in context: any ExecutionContext) {
    withMachine {
      // Within a cell that awaits, the cell's own context comes back afterwards.
      let outer = request
      request = RunningRequest(context)
      if !outer.isExecuting { cellContexts[UInt(pthread_self())] = context }
      request.executionCount = outer.isExecuting ? outer.executionCount : shell.executionCount
      defer {
        context.flush()
        if outer.isExecuting { request = outer }
      }
      do throws(Raised) {
        _ = try vm.callMethod(try commManager(), name, [.none, .none, pythonMessage(name, message, context)])
      } catch {
        if error.exception.type.isSubtype(of: vm.types.keyboardInterrupt) { context.interruptWasRaised() }
        show(error)
      }
    }
  }

  /// The message as callbacks see it.
  private func pythonMessage(_ type: String, _ message: CommMessage, _ context: any ExecutionContext) -> Value
  {
    var content: JSONObject = ["comm_id": .string(message.id), "data": message.data]
    if let name = message.targetName { content["target_name"] = .string(name) }
    if let name = message.targetModule { content["target_module"] = .string(name) }
    let whole: JSON = [
      "header": context.parentHeader, "msg_type": .string(type), "parent_header": [:],
      "metadata": message.metadata,
      "content": .object(content),
    ]
    let value = whole.value(vm)
    if let dict = value.asDict {
      dict.set(vm, "buffers", .object(ListObject(vm, message.buffers.map { vm.makeBytes($0) })))
    }
    return value
  }
}
