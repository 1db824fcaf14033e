/// Function called with a gradient; a tensor it returns replaces the gradient.
public typealias GradientHook = (Tensor) throws(TorchError) -> Tensor?
/// Function called before a node runs with the gradients of its results.
package typealias NodePreHook = ([Tensor?]) throws(TorchError) -> [Tensor?]?
/// Function called after a node ran with the gradients of its inputs and of its results.
package typealias NodePostHook = ([Tensor?], [Tensor?]) throws(TorchError) -> [Tensor?]?

/// Number that identifies a registered hook for removal.
public struct HookHandle: Hashable, Sendable {
  let number: Int
}

/// Hooks of one node, called in order of registration.
struct NodeHooks {
  /// Hooks on the gradient of one result: `Tensor.register_hook`.
  var onOutput: [(handle: HookHandle, output: Int, body: GradientHook)] = []
  /// Results that keep their gradient, run after the hooks: `Tensor.retain_grad`.
  var retained: [(output: Int, tensor: WeakTensor)] = []
  var before: [(handle: HookHandle, body: NodePreHook)] = []
  var after: [(handle: HookHandle, body: NodePostHook)] = []
  /// Hooks of a leaf after its gradient was accumulated.
  var afterAccumulation: [(handle: HookHandle, body: (Tensor) throws(TorchError) -> Void)] = []
  private var lastNumber = 0

  mutating func makeHandle() -> HookHandle {
    lastNumber += 1
    return HookHandle(number: lastNumber)
  }

  mutating func remove(_ handle: HookHandle) {
    onOutput.removeAll { $0.handle == handle }
    before.removeAll { $0.handle == handle }
    after.removeAll { $0.handle == handle }
    afterAccumulation.removeAll { $0.handle == handle }
  }
}

/// Reference that does not keep a tensor alive.
struct WeakTensor {
  weak var tensor: Tensor?
}

extension Node {
  /// Calls a function with the gradients of the results before this node runs.
  package final func registerPreHook(_ body: @escaping NodePreHook) -> HookHandle {
    let handle = rareState.hooks.makeHandle()
    rareState.hooks.before.append((handle, body))
    return handle
  }

  /// Calls a function with the gradients of inputs and results after this node ran.
  package final func registerHook(_ body: @escaping NodePostHook) -> HookHandle {
    let handle = rareState.hooks.makeHandle()
    rareState.hooks.after.append((handle, body))
    return handle
  }

  /// Removes a hook registered on this node or on a tensor it made.
  package final func removeHook(_ handle: HookHandle) {
    rare?.hooks.remove(handle)
  }
}
