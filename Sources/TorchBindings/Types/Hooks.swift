import Autograd
import Interpreter

/// Python functions as hooks of tensors and of nodes.
enum Hooks {
  // Invariant: only the thread that holds the interpreter lock runs backward.
  nonisolated(unsafe) private static var failure: Raised?

  /// Raises what a hook raised during backward.
  static func rethrow(_ vm: VM) throws(Raised) {
    if let error = failure {
      failure = nil
      throw error
    }
  }

  /// Keeps what Python raised during backward and gives the error that stops the pass.
  static func failed(_ error: Raised) -> TorchError {
    failure = error
    return TorchError(.runtime, "hook failed")
  }

  /// `Tensor.register_hook`.
  static func register(_ vm: VM, _ tensor: Tensor, _ hook: Value) throws(Raised) -> Value {
    let handle = try torchCall(vm) { () throws(TorchError) in
      try tensor.registerHook { (gradient) throws(TorchError) -> Tensor? in
        do throws(Raised) {
          let result = try vm.call(hook, [TorchState.of(vm).value(vm, gradient)])
          if result.isNone { return nil }
          guard result.kind == .tensor else {
            throw vm.typeError("expected Variable, but hook returned '\(vm.type(of: result).name)'")
          }
          let replaced = try TorchTypes.tensor(vm, result)
          try check(vm, hook, gradient, replaced)
          return replaced
        } catch {
          throw failed(error)
        }
      }
    }
    return removable(vm, tensor.hookNode, handle)
  }

  /// A gradient that a hook replaces keeps its size and type.
  private static func check(_ vm: VM, _ hook: Value, _ old: Tensor, _ new: Tensor) throws(Raised) {
    guard old.array.layout.shape == new.array.layout.shape else {
      throw vm.runtimeError("hook '\(name(vm, hook))' has changed the size of value")
    }
    guard old.dtype == new.dtype else {
      throw vm.runtimeError(
        "hook '\(name(vm, hook))' has changed the type of value (was torch.\(old.dtype.scalarTypeName)Tensor got "
          + "torch.\(new.dtype.scalarTypeName)Tensor)")
    }
  }

  private static func name(_ vm: VM, _ hook: Value) -> String {
    (try? vm.getAttr(hook, "__name__"))?.asStr?.string ?? "<unknown>"
  }

  /// `Node.register_hook`: called with the gradients of inputs and of results.
  static func registerAfter(_ vm: VM, _ node: Node, _ hook: Value) -> Value {
    let handle = node.registerHook { (inputs, outputs) throws(TorchError) -> [Tensor?]? in
      do throws(Raised) {
        return try replaced(vm, hook, try vm.call(hook, [tuple(vm, inputs), tuple(vm, outputs)]), inputs.count)
      } catch {
        throw failed(error)
      }
    }
    return removable(vm, node, handle)
  }

  /// `Node.register_prehook`: called with the gradients of results.
  static func registerBefore(_ vm: VM, _ node: Node, _ hook: Value) -> Value {
    let handle = node.registerPreHook { (outputs) throws(TorchError) -> [Tensor?]? in
      do throws(Raised) {
        return try replaced(vm, hook, try vm.call(hook, [tuple(vm, outputs)]), outputs.count)
      } catch {
        throw failed(error)
      }
    }
    return removable(vm, node, handle)
  }

  private static func tuple(_ vm: VM, _ tensors: [Tensor?]) -> Value {
    let torch = TorchState.of(vm)
    return .object(TupleObject(vm, tensors.map { torch.value(vm, optional: $0) }))
  }

  /// The gradients that a hook of a node answers, nil when it leaves them.
  private static func replaced(
    _ vm: VM, _ hook: Value, _ result: Value, _ count: Int
  ) throws(Raised) -> [Tensor?]? {
    if result.isNone { return nil }
    guard result.kind == .tuple else {
      throw vm.typeError("expected tuple, but hook returned '\(vm.type(of: result).name)'")
    }
    let values = try vm.list(of: result)
    guard values.count == count else {
      throw vm.runtimeError(
        "hook '\(name(vm, hook))' has returned an incorrect number of values (got \(values.count), but expected \(count))")
    }
    return try values.map { (v) throws(Raised) in v.isNone ? nil : try TorchTypes.tensor(vm, v) }
  }

  // Invariant: only the holder of the interpreter lock registers hooks.
  nonisolated(unsafe) private static var lastNumber = -1

  /// The object whose `remove()` takes a hook away.
  static func removable(_ vm: VM, _ node: Node?, _ handle: HookHandle) -> Value {
    weak var place = node
    let remove = NativeFunction(vm, "remove()", "Removes the hook.") { (_, _) in
      place?.removeHook(handle)
      return .none
    }
    lastNumber += 1
    let made = Object(kind: .instance, type: handleType(vm), tracked: true)
    vm.setInstanceAttribute(made, vm.intern("remove"), .object(remove))
    vm.setInstanceAttribute(made, vm.intern("id"), .int(lastNumber))
    return .object(made)
  }

  /// `torch.utils.hooks.RemovableHandle`.
  static func handleType(_ vm: VM) -> TypeObject {
    let torch = TorchState.of(vm)
    if let known = torch.handleType { return known }
    let made = TypeObject(
      name: "RemovableHandle", module: "torch.utils.hooks", bases: [vm.types.object], instanceKind: .instance,
      isHeap: true, metatype: vm.types.type, namespace: DictObject(vm))
    made.setMRO([made, vm.types.object])
    made.hasAttributes = true
    made.setPopulate { (type, vm) in
      type.method(vm, "__enter__(self, /)", "The handle.") { (_, args) in args[0] }
      type.method(vm, "__exit__(self, kind, value, traceback, /)", "Removes the hook.") { (vm, args) throws(Raised) in
        _ = try vm.call(try vm.getAttr(args[0], "remove"), [])
        return .none
      }
    }
    torch.handleType = made
    return made
  }
}
