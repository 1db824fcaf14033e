public import Arrays

/// Array of numbers that can record how it was computed, so that gradients can be taken.
///
/// A tensor requires grad exactly when it has a node: the node that computed it, or for a leaf the one that adds up its
/// gradient. Tensors are confined to one thread at a time.
public final class Tensor {
  /// Numbers, shape and dtype.
  package var array: NDArray
  /// Node that receives this tensor's gradient: the recorded operation, or a leaf's `AccumulateGrad`.
  var node: Node?
  /// Which result of its node this tensor is.
  public package(set) var outputNumber = 0
  /// Gradient accumulated by backward, nil before the first pass.
  package var storedGrad: Tensor?
  /// Tensor this one is a view of, never itself a view.
  package var base: Tensor?
  /// Version of the storage at which `node` was valid; a view whose storage was written gets a new node.
  var viewVersion = 0
  /// How a view came about, which decides whether it may be written in place.
  var viewOrigin = ViewOrigin.ordinary
  /// Whether the tensor was made in inference mode.
  package var isInference = false
  /// Whether a result keeps its gradient, `retains_grad`.
  public package(set) var retainsGrad = false
  /// Object that stands for this tensor in a binding; owned by the binding, which clears it.
  package var bindingObject: UnsafeMutableRawPointer?

  /// Circumstances in which a view was made.
  enum ViewOrigin: UInt8 {
    case ordinary, withoutGrad, severalViews
  }

  /// Makes a new object; `Tensor(array)` takes a kept one where there is one.
  init(fresh array: consuming NDArray) {
    self.array = array
  }

  /// Address of `array`, for the short cuts that take arrays by pointer; valid while the tensor is alive.
  @inline(__always)
  package var arrayPointer: UnsafePointer<NDArray> {
    withUnsafeMutablePointer(to: &array) { UnsafePointer($0) }
  }

  deinit {
    // The node of a leaf may outlive it inside a graph.
    if let node, node.isAccumulator { unsafeDowncast(node, to: AccumulateGrad.self).variable = nil }
  }

  /// Whether gradients flow to this tensor.
  public var requiresGrad: Bool {
    if node != nil { return true }
    guard let base else { return false }
    return base.node != nil && viewOrigin != .withoutGrad
  }

  /// Whether this tensor was not computed by a recorded operation.
  public var isLeaf: Bool {
    guard requiresGrad else { return true }
    syncView()
    return node?.isAccumulator ?? true
  }

  /// Recorded operation that computed this tensor; nil for leaves.
  public var gradFn: Node? {
    syncView()
    guard let node, !node.isAccumulator else { return nil }
    return node
  }

  /// Counts writes in place to the storage.
  public var version: Int { array.storage.version }

  /// Whether this tensor shares the storage of another one.
  public var isView: Bool { base != nil }

  /// Where this tensor's gradient goes.
  package var gradEdge: Edge {
    if base != nil { syncView() }
    return Edge(node, outputNumber)
  }

  /// Size of every dimension.
  public var shape: [Int] { Array(array.layout.shape) }
  /// Number of elements between neighbours, for every dimension.
  public var strides: [Int] { Array(array.layout.strides) }
  /// Number of dimensions.
  public var dim: Int { array.rank }
  /// Number of elements.
  public var count: Int { array.count }
  /// Element type.
  public var dtype: DType { array.dtype }

  /// The only element as a number; throws a runtime error when there is more than one.
  public func item() throws(TorchError) -> Scalar { try array.item() }

  /// All elements in row-major order.
  public func scalars() throws(TorchError) -> [Scalar] { try array.scalars() }

  /// Puts another array in place of this tensor's own, `x.data = y`; gradients arrive in its shape and dtype from then on.
  package func replaceArray(_ array: NDArray) {
    self.array = array
    if let node, node.isAccumulator { node.addOutput(array, at: 0) }
  }

  /// Turns recording for a leaf on or off, `requires_grad_()`.
  ///
  /// Throws a runtime error for results of operations and for dtypes that are not floating point or complex.
  @discardableResult
  public func setRequiresGrad(_ required: Bool = true) throws(TorchError) -> Tensor {
    if required == requiresGrad { return self }
    if !isLeaf {
      throw .runtime(
        "you can only change requires_grad flags of leaf variables."
          + (required
            ? ""
            : " If you want to use a computed variable in a subgraph that doesn't require differentiation use "
              + "var_no_grad = var.detach()."))
    }
    guard !required || dtype.isDifferentiable else {
      throw .runtime("only Tensors of floating point dtype can require gradients")
    }
    if required {
      if isInference, !GradMode.isInference {
        throw .runtime("Setting requires_grad=True on inference tensor outside InferenceMode is not allowed.")
      }
      node = AccumulateGrad(self)
    } else {
      (node as? AccumulateGrad)?.variable = nil
      node = nil
    }
    outputNumber = 0
    return self
  }
}
