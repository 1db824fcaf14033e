import Arrays

/// Tensor kept for backward together with the version it had, so that a stale value is refused.
struct Saved {
  /// The input itself: differentiating twice goes on through its history.
  var tensor: Tensor?
  var version = 0
  /// What a hook made of the tensor, which is then not kept.
  var packed: PackedTensor?

  init() {}

  @inline(__always)
  init(_ tensor: Tensor) {
    if GradMode.state.pointee.packing != nil, let packed = SavedTensorHooks.pack(tensor) {
      self.packed = packed
      return
    }
    self.tensor = tensor
    version = tensor.array.storage.version
  }

  /// Returns the tensor, or torch's error when it was freed or changed in place.
  func unpack(_ node: Node) throws(TorchError) -> Tensor {
    guard let tensor else {
      if let packed { return try packed.unpack() }
      throw Saved.freed(node)
    }
    guard tensor.array.storage.version == version else {
      throw Saved.stale(tensor.array, tensor.gradFn, tensor.outputNumber, expected: version)
    }
    return tensor
  }

  /// Whether something was kept.
  var isUsed: Bool { tensor != nil || packed != nil }

  @inline(never)
  static func freed(_ node: Node) -> TorchError {
    .runtime(
      "Trying to backward through the graph a second time (or directly access saved tensors after they have already "
        + "been freed). Saved intermediate values of the graph are freed when you call .backward() or "
        + "autograd.grad(). Specify retain_graph=True if you need to backward through the graph a second time or if "
        + "you need to access saved tensors after calling backward.")
  }

  @inline(never)
  static func stale(_ array: NDArray, _ node: Node?, _ output: Int, expected: Int) -> TorchError {
    var origin = ""
    if let node {
      // torch leaves the "Backward0" out here.
      var name = node.name
      if let range = name.firstRange(of: "Backward") { name = String(name[..<range.lowerBound]) }
      origin = ", which is output \(output) of \(name),"
    }
    return .runtime(
      "one of the variables needed for gradient computation has been modified by an inplace operation: "
        + "[torch.\(array.dtype.scalarTypeName)Tensor \(array.layout.shape.text)]\(origin) is at version "
        + "\(array.storage.version); expected version \(expected) instead. Hint: enable anomaly detection to find the "
        + "operation that failed to compute its gradient, with torch.autograd.set_detect_anomaly(True, "
        + "check_nan=False).")
  }
}

/// Result of an operation kept for its own backward: the array alone, since its history is the node that keeps it.
struct SavedResult {
  var array: NDArray?
  var version = 0
  /// What a hook made of the result, which is then not kept.
  var packed: PackedTensor?

  init() {}

  @inline(__always)
  init(_ array: NDArray) {
    if GradMode.state.pointee.packing != nil, let packed = SavedTensorHooks.pack(Tensor(array)) {
      self.packed = packed
      return
    }
    self.array = array
    version = array.storage.version
  }

  /// Whether something was kept.
  var isUsed: Bool { array != nil || packed != nil }

  /// Returns the result as output of the node that keeps it.
  func unpack(_ node: Node, output: Int = 0) throws(TorchError) -> Tensor {
    var array = self.array
    if array == nil, let packed { array = try packed.unpack().array }
    guard let array else { throw Saved.freed(node) }
    guard packed != nil || array.storage.version == version else {
      throw Saved.stale(array, node, output, expected: version)
    }
    let tensor = Tensor(array)
    if array.dtype.isDifferentiable {
      tensor.node = node
      tensor.outputNumber = output
    }
    return tensor
  }
}
