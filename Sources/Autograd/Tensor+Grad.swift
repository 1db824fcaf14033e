import Arrays

/// Gradients and hooks of a tensor.
extension Tensor {
  /// Gradient accumulated by backward; nil before the first pass.
  public var grad: Tensor? { storedGrad }

  /// Replaces the gradient; nil removes it.
  ///
  /// Throws a runtime error when shape or dtype differ from the tensor's.
  public func setGrad(_ gradient: Tensor?) throws(TorchError) {
    guard let gradient else {
      storedGrad = nil
      return
    }
    guard gradient !== self else { throw .runtime("can't assign Variable as its own grad") }
    guard gradient.dtype == dtype else {
      throw .runtime(
        "attempting to assign a gradient with dtype '\(gradient.dtype.cppName)' to a tensor with grad_dtype "
          + "'\(dtype.scalarTypeName)'. The gradient must match the tensor's grad_dtype (defaults to the tensor's "
          + "dtype). You can set the tensor's grad_dtype attribute with a specific dtype, or None to allow any dtype. "
          + "Set grad_dtype with caution. Diverging the dtypes of a tensor and its gradient may break downstream "
          + "systems that assume they match.")
    }
    guard gradient.array.shape == array.shape else {
      throw .runtime(
        "attempting to assign a gradient of size '\(gradient.array.shape.text)' to a tensor of size "
          + "'\(array.shape.text)'. Please ensure that the gradient and the tensor are the same size")
    }
    storedGrad = gradient
  }

  /// Keeps the gradient of a result in `grad` as well, `retain_grad()`.
  ///
  /// Throws a runtime error when the tensor does not require grad; does nothing for a leaf.
  public func retainGrad() throws(TorchError) {
    guard requiresGrad else { throw .runtime("can't retain_grad on Tensor that has requires_grad=False") }
    guard !isLeaf, !retainsGrad, let node else { return }
    node.rareState.hooks.retained.append((outputNumber, WeakTensor(tensor: self)))
    retainsGrad = true
  }

  /// Calls a function with every gradient that arrives; a tensor it returns replaces the gradient.
  ///
  /// Throws a runtime error when the tensor does not require grad.
  @discardableResult
  public func registerHook(_ body: @escaping GradientHook) throws(TorchError) -> HookHandle {
    guard requiresGrad, let node = gradEdge.node else {
      throw .runtime("cannot register a hook on a tensor that doesn't require gradient")
    }
    let handle = node.rareState.hooks.makeHandle()
    node.rareState.hooks.onOutput.append((handle, outputNumber, body))
    return handle
  }

  /// Removes a hook that was registered on this tensor.
  public func removeHook(_ handle: HookHandle) { gradEdge.node?.removeHook(handle) }

  /// Calls a function with a leaf each time its gradient was accumulated.
  package func registerPostAccumulateGradHook(
    _ body: @escaping (Tensor) throws(TorchError) -> Void
  ) throws(TorchError) -> HookHandle {
    guard requiresGrad else {
      throw .runtime("cannot register a hook on a tensor that doesn't require gradient")
    }
    guard isLeaf, let node else {
      throw .runtime("post accumulate grad hooks cannot be registered on non-leaf tensors")
    }
    let handle = node.rareState.hooks.makeHandle()
    node.rareState.hooks.afterAccumulation.append((handle, body))
    return handle
  }

  /// The error of a value that was saved at another version than it has now; nil when it is as it was.
  package func checkVersion(_ expected: Int) throws(TorchError) {
    guard version != expected else { return }
    throw Saved.stale(array, gradFn, outputNumber, expected: expected)
  }

  /// Node at which hooks of this tensor are registered.
  package var hookNode: Node? { gradEdge.node }
}
