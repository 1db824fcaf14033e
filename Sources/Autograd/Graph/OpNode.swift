import Arrays

/// Derivative with regard to one input: the incoming gradient to the input's gradient; nil stands for zero.
package typealias Derivative = (OpNode, Tensor) throws(TorchError) -> Tensor?
/// Derivative of an operation with several results or many inputs: one gradient per result to one per input.
package typealias JointDerivative = (OpNode, [Tensor?]) throws(TorchError) -> [Tensor?]

/// Node of an operation: name, derivatives beside each other, and the tensors they need.
///
/// Inputs called x, y, z and the first result can be saved without an allocation. Sums to the input's shape and casts to
/// its dtype are the engine's work, so derivatives may return gradients of the broadcast shape.
package final class OpNode: Node {
  let title: StaticString
  var derivativeX: Derivative?
  var derivativeY: Derivative?
  var savedX = Saved()
  var savedY = Saved()
  var savedResult = SavedResult()
  /// What operations with more inputs or results have besides.
  private var more: More?

  /// Parts that operations of one or two inputs do without: every field costs time when a node is made and freed.
  private final class More {
    var derivativeZ: Derivative?
    var joint: JointDerivative?
    var savedZ = Saved()
    var savedList: [Saved] = []
  }

  private var extended: More {
    if let more { return more }
    let made = More()
    more = made
    return made
  }

  var derivativeZ: Derivative? {
    get { more?.derivativeZ }
    set { extended.derivativeZ = newValue }
  }
  var joint: JointDerivative? {
    get { more?.joint }
    set { extended.joint = newValue }
  }
  var savedZ: Saved {
    get { more?.savedZ ?? Saved() }
    set { extended.savedZ = newValue }
  }

  init(_ title: StaticString) {
    self.title = title
    super.init()
  }

  // Saved tensors go before the edges (see `Node.deinit`): Swift would free them after.
  deinit {
    if savedX.tensor != nil { savedX.tensor = nil }
    if savedY.tensor != nil { savedY.tensor = nil }
    if savedX.packed != nil { savedX.packed = nil }
    if savedY.packed != nil { savedY.packed = nil }
    if more != nil { more = nil }
  }

  override public var name: String { title.description }

  /// First input, as it was.
  var x: Tensor { get throws(TorchError) { try savedX.unpack(self) } }
  /// Second input, as it was.
  var y: Tensor { get throws(TorchError) { try savedY.unpack(self) } }
  /// Third input, as it was.
  var z: Tensor { get throws(TorchError) { try savedZ.unpack(self) } }
  /// First result, as it was.
  var result: Tensor {
    get throws(TorchError) {
      if isWrapped, GradMode.isEnabled { isReachedTwice = true }
      return try savedResult.unpack(self)
    }
  }
  /// Whether a `CopySlices` runs it.
  final var isWrapped = false
  /// Whether a derivative of its derivative leads to it besides, through its result: then neither way may free it for the other.
  final private var isReachedTwice = false

  /// What was kept under a name of torch's, as `grad_fn._saved_self`; nil when this operation keeps nothing of the kind.
  package func savedTensor(_ name: String) throws(TorchError) -> Tensor? {
    switch name {
    case "self", "input", "mat1": return savedX.isUsed || isReleased ? try x : nil
    case "other", "mat2", "weight": return savedY.isUsed || isReleased ? try y : nil
    case "result": return savedResult.isUsed || isReleased ? try result : nil
    default: return nil
    }
  }

  /// Tensor number `index` of those saved with `save`.
  func saved(_ index: Int) throws(TorchError) -> Tensor {
    guard let more, index < more.savedList.count else { throw Saved.freed(self) }
    return try more.savedList[index].unpack(self)
  }

  /// Operations of which torch saves places or a mask, which here the derivative holds itself.
  private static let keepers: Set<String> = Set(
    ["Embedding", "Index", "IndexSelect", "Gather", "MaskedFill", "Where", "MaskedSelect", "Sort", "Max", "Min", "Topk", "Scatter",
      "ScatterAdd", "MaxPool1DWithIndices", "MaxPool2DWithIndices", "MaxPool3DWithIndices", "Take", "Median", "Nanmedian", "Kthvalue",
      "Cummax", "Cummin", "Mode", "IndexPut", "IndexFill", "IndexCopy", "Put", "MaskedScatter"])

  /// Refuses a second pass of those that have dropped nothing themselves.
  @inline(never)
  private func refuseSecondPass() throws(TorchError) {
    guard let end = name.firstRange(of: "Backward"), OpNode.keepers.contains(String(name[..<end.lowerBound])) else { return }
    throw Saved.freed(self)
  }

  /// Refuses a second pass. torch saves the number of `x * 2` like a tensor and misses it then; here nothing is missing.
  func checkNotReleased() throws(TorchError) {
    if isReleased { throw Saved.freed(self) }
  }

  /// Keeps more tensors than x, y, z.
  func save(_ tensors: Tensor...) {
    for tensor in tensors { extended.savedList.append(Saved(tensor)) }
  }

  /// Whether the gradient of an input is wanted at all.
  func needs(_ input: Int) -> Bool { edge(input).node != nil }

  override func run(in pass: BackwardPass) throws(TorchError) {
    guard more?.joint == nil, rare == nil else { return try pass.runCollecting(self) }
    guard let gradient = pending else {
      for index in 0..<edgeCount {
        var none: Tensor?
        try pass.send(&none, along: edge(index), from: self, input: index)
      }
      return
    }
    pending = nil
    if isReleased { try refuseSecondPass() }
    // All derivatives first: a node that becomes ready must not find this one half done.
    var first: Tensor?
    var second: Tensor?
    var third: Tensor?
    if pass.wants(edge0), let derivativeX { first = try derivativeX(self, gradient) }
    if edgeCount > 1 {
      if pass.wants(edge1), let derivativeY { second = try derivativeY(self, gradient) }
      if edgeCount > 2, pass.wants(edge2), let derivativeZ { third = try derivativeZ(self, gradient) }
    }
    try pass.send(&first, along: edge0, from: self, input: 0)
    if edgeCount > 1 {
      try pass.send(&second, along: edge1, from: self, input: 1)
      if edgeCount > 2 { try pass.send(&third, along: edge2, from: self, input: 2) }
    }
  }

  override package func apply(_ gradients: [Tensor?]) throws(TorchError) -> [Tensor?] {
    if isReleased { try refuseSecondPass() }
    if let joint {
      guard gradients.contains(where: { $0 != nil }) else { return [] }
      return try joint(self, gradients)
    }
    var results = [Tensor?](repeating: nil, count: edgeCount)
    guard let gradient = gradients.first ?? nil else { return results }
    if edge0.node != nil, let derivativeX { results[0] = try derivativeX(self, gradient) }
    if edgeCount > 1, edge1.node != nil, let derivativeY { results[1] = try derivativeY(self, gradient) }
    if edgeCount > 2, edge2.node != nil, let derivativeZ { results[2] = try derivativeZ(self, gradient) }
    return results
  }

  override package func release() {
    if isReachedTwice { return }
    super.release()
    savedX = Saved()
    savedY = Saved()
    savedResult = SavedResult()
    if let more {
      more.savedZ = Saved()
      more.savedList = []
    }
  }
}

/// Which tensors an operation keeps for backward.
struct Saving: OptionSet {
  let rawValue: UInt8

  static let x = Saving(rawValue: 1)
  static let y = Saving(rawValue: 2)
  static let z = Saving(rawValue: 4)
  static let result = Saving(rawValue: 8)
  /// x only when y needs a gradient.
  static let xForY = Saving(rawValue: 16)
  /// y only when x needs a gradient.
  static let yForX = Saving(rawValue: 32)
}

/// Whether an operation on these inputs records a node.
@inline(__always)
package func records(_ x: Tensor) -> Bool {
  x.requiresGrad && GradMode.isEnabled
}

/// Whether an operation on these inputs records a node.
@inline(__always)
package func records(_ x: Tensor, _ y: Tensor) -> Bool {
  (x.requiresGrad || y.requiresGrad) && GradMode.isEnabled
}

/// Whether an operation on these inputs records a node.
package func records(_ tensors: [Tensor]) -> Bool {
  tensors.contains { $0.requiresGrad } && GradMode.isEnabled
}

/// Makes the result of an operation with one input, recording it when it requires grad.
///
/// torch counts the number in `x + 1` as a second input, with an edge to nowhere: `edges` is then 2.
@inline(__always)
func record(
  _ name: StaticString, _ x: Tensor, _ array: consuming NDArray, saving: Saving = [], edges: Int = 1,
  _ derivative: @escaping Derivative
) -> Tensor {
  guard records(x), array.dtype.isDifferentiable else { return Tensor(array) }
  return recorded(name, x, array, saving, edges, derivative)
}

private func recorded(
  _ name: StaticString, _ x: Tensor, _ array: consuming NDArray, _ saving: Saving, _ edges: Int,
  _ derivative: @escaping Derivative
) -> Tensor {
  let node = OpNode(name)
  node.edge0 = x.gradEdge
  node.edgeCount = edges
  node.derivativeX = derivative
  node.outputShape = array.layout.shape
  node.outputDType = array.dtype
  if saving.contains(.x) { node.savedX = Saved(x) }
  if saving.contains(.result) { node.savedResult = SavedResult(copy array) }
  return Tensor(array, node)
}

/// Makes the result of an operation with two inputs, recording it when one requires grad.
@inline(__always)
func record(
  _ name: StaticString, _ x: Tensor, _ y: Tensor, _ array: consuming NDArray, saving: Saving = [],
  _ derivativeX: @escaping Derivative, _ derivativeY: @escaping Derivative
) -> Tensor {
  guard records(x, y), array.dtype.isDifferentiable else { return Tensor(array) }
  return recorded(name, x, y, array, saving, derivativeX, derivativeY)
}

private func recorded(
  _ name: StaticString, _ x: Tensor, _ y: Tensor, _ array: consuming NDArray, _ saving: Saving,
  _ derivativeX: @escaping Derivative, _ derivativeY: @escaping Derivative
) -> Tensor {
  let node = OpNode(name)
  node.edge0 = x.gradEdge
  node.edge1 = y.gradEdge
  node.edgeCount = 2
  node.derivativeX = derivativeX
  node.derivativeY = derivativeY
  node.outputShape = array.layout.shape
  node.outputDType = array.dtype
  if !saving.isEmpty { keep(node, x, y, array, saving) }
  return Tensor(array, node)
}

@inline(__always)
private func keep(_ node: OpNode, _ x: Tensor, _ y: Tensor, _ array: NDArray, _ saving: Saving) {
  // torch saves by name, `other` before `self`: hooks on what is saved are called in this order.
  if saving.contains(.y) || (saving.contains(.yForX) && node.edge0.node != nil) { node.savedY = Saved(y) }
  if saving.contains(.x) || (saving.contains(.xForY) && node.edge1.node != nil) { node.savedX = Saved(x) }
  if saving.contains(.result) { node.savedResult = SavedResult(copy array) }
}

/// Makes the result of an operation with three inputs, recording it when one requires grad.
func record(
  _ name: StaticString, _ x: Tensor, _ y: Tensor, _ z: Tensor, _ array: NDArray, saving: Saving = [],
  _ derivativeX: @escaping Derivative, _ derivativeY: @escaping Derivative, _ derivativeZ: @escaping Derivative
) -> Tensor {
  guard x.requiresGrad || y.requiresGrad || z.requiresGrad, GradMode.isEnabled, array.dtype.isDifferentiable else {
    return Tensor(array)
  }
  let node = OpNode(name)
  node.edge0 = x.gradEdge
  node.edge1 = y.gradEdge
  node.edge2 = z.gradEdge
  node.edgeCount = 3
  node.derivativeX = derivativeX
  node.derivativeY = derivativeY
  node.derivativeZ = derivativeZ
  node.outputShape = array.layout.shape
  node.outputDType = array.dtype
  keep(node, x, y, array, saving)
  if saving.contains(.z) { node.savedZ = Saved(z) }
  return Tensor(array, node)
}

/// Makes the results of an operation with any number of inputs and results, recording it when an input requires grad.
///
/// Missing inputs (nil) have an edge to nowhere. `prepare` saves what the derivative needs.
func record(
  _ name: StaticString, _ inputs: [Tensor?], _ arrays: [NDArray], prepare: (OpNode) -> Void = { _ in },
  _ derivative: @escaping JointDerivative
) -> [Tensor] {
  let needed = GradMode.isEnabled && inputs.contains { $0?.requiresGrad ?? false }
  guard needed else { return arrays.map { Tensor($0) } }
  let node = OpNode(name)
  for input in inputs { node.addInput(input) }
  node.joint = derivative
  prepare(node)
  var results: [Tensor] = []
  results.reserveCapacity(arrays.count)
  for (index, array) in arrays.enumerated() {
    node.addOutput(array, at: index)
    if array.dtype.isDifferentiable {
      results.append(Tensor(array, node, output: index))
    } else {
      results.append(Tensor(array))
    }
  }
  return results
}

/// Makes the single result of an operation with any number of inputs.
func record(
  _ name: StaticString, _ inputs: [Tensor?], _ array: NDArray, prepare: (OpNode) -> Void = { _ in },
  _ derivative: @escaping (OpNode, Tensor) throws(TorchError) -> [Tensor?]
) -> Tensor {
  let needed = GradMode.isEnabled && array.dtype.isDifferentiable && inputs.contains { $0?.requiresGrad ?? false }
  guard needed else { return Tensor(array) }
  let node = OpNode(name)
  for input in inputs { node.addInput(input) }
  node.joint = { (node, gradients) throws(TorchError) -> [Tensor?] in
    guard let gradient = gradients[0] else { return [] }
    return try derivative(node, gradient)
  }
  prepare(node)
  node.addOutput(array, at: 0)
  return Tensor(array, node)
}

extension Tensor {
  /// Makes a result of a recorded operation.
  @inline(__always)
  convenience init(_ array: consuming NDArray, _ node: Node, output: Int = 0) {
    self.init(array)
    self.node = node
    outputNumber = output
  }
}
