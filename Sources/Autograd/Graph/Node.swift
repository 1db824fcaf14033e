import Arrays

/// One recorded operation, `grad_fn` in Python: knows how to turn the gradient of its results into those of its inputs.
///
/// Nodes point at the nodes that made their inputs (`nextEdges`), so the newest node holds the whole history. State of a
/// running backward pass lives in the node itself, which saves the engine its dictionaries.
public class Node {
  /// Number in order of recording; backward runs higher numbers first, as torch does.
  package final let sequence: UInt64
  /// Whether this is the node of a leaf.
  final let isAccumulator: Bool
  /// Set once the saved tensors were freed by a backward pass.
  package final var isReleased = false

  /// Shape and dtype of the first result; gradients arriving here are summed and cast to them.
  final var outputShape = Dims()
  final var outputDType = DType.float32

  /// The first three edges lie in the node itself: most operations have no more.
  final var edge0 = Edge()
  final var edge1 = Edge()
  final var edge2 = Edge()
  /// Number of inputs.
  package final var edgeCount = 0
  /// Everything few nodes have: more edges, more results, hooks.
  final var rare: RareState?

  /// Backward pass that `pending`, `dependencies`, `isNeeded` and `isCaptured` belong to.
  final var pass: UInt32 = 0
  /// Edges of the running pass over which no gradient has come yet.
  final var dependencies: Int32 = 0
  /// Whether the running pass has to execute this node.
  final var isNeeded = true
  /// Whether the running pass hands out gradients arriving here.
  final var isCaptured = false
  /// Gradient of the first result collected so far.
  final var pending: Tensor?

  /// Parts of a node that are seldom used.
  final class RareState {
    var edges: [Edge] = []
    /// Shapes and dtypes of results after the first.
    var outputs: [(shape: Dims, dtype: DType)] = []
    var pending: [Tensor?] = []
    var hooks = NodeHooks()
  }

  package init(isAccumulator: Bool = false) {
    self.isAccumulator = isAccumulator
    if isAccumulator {
      sequence = .max
    } else {
      let state = GradMode.state
      sequence = state.pointee.nextSequence
      state.pointee.nextSequence &+= 1
    }
  }

  /// Name as torch prints it, such as "AddBackward0".
  public var name: String { "Node" }

  /// Turns gradients of the results into gradients of the inputs; nil stands for zero.
  ///
  /// `gradients` has one entry per result, the answer one per edge. Inputs that need none may be nil.
  package func apply(_ gradients: [Tensor?]) throws(TorchError) -> [Tensor?] {
    [Tensor?](repeating: nil, count: edgeCount)
  }

  /// Runs the node inside a pass; overridden where arrays would cost too much.
  func run(in pass: BackwardPass) throws(TorchError) {
    try pass.runCollecting(self)
  }

  /// Drops saved tensors after a pass that does not retain the graph.
  package func release() {
    isReleased = true
  }

  final var rareState: RareState {
    if let rare { return rare }
    let made = RareState()
    rare = made
    return made
  }

  /// Edge to the node that made an input.
  package final func edge(_ index: Int) -> Edge {
    switch index {
    case 0: return edge0
    case 1: return edge1
    case 2: return edge2
    default: return rare.map { index - 3 < $0.edges.count ? $0.edges[index - 3] : Edge() } ?? Edge()
    }
  }

  /// Adds the edge of one more input.
  package final func addEdge(_ edge: Edge) {
    switch edgeCount {
    case 0: edge0 = edge
    case 1: edge1 = edge
    case 2: edge2 = edge
    default: rareState.edges.append(edge)
    }
    edgeCount += 1
  }

  /// Adds the edge of an input tensor; a tensor that needs no gradient has none.
  package final func addInput(_ tensor: Tensor?) {
    addEdge(tensor?.gradEdge ?? Edge())
  }

  /// Nodes that made the inputs, `next_functions` in Python.
  public final var nextEdges: [Edge] { (0..<edgeCount).map { edge($0) } }

  /// Number of results.
  package final var outputCount: Int { 1 + (rare?.outputs.count ?? 0) }

  /// States the shape and dtype of the next result.
  package final func addOutput(_ array: NDArray, at index: Int) {
    if index == 0 {
      outputShape = array.layout.shape
      outputDType = array.dtype
    } else {
      let rare = rareState
      while rare.outputs.count < index { rare.outputs.append((Dims(), .float32)) }
      rare.outputs[index - 1] = (array.layout.shape, array.dtype)
    }
  }

  final func outputShape(at index: Int) -> Dims {
    if index == 0 { return outputShape }
    return rare.map { index - 1 < $0.outputs.count ? $0.outputs[index - 1].shape : Dims() } ?? Dims()
  }

  final func outputDType(at index: Int) -> DType {
    if index == 0 { return outputDType }
    return rare.map { index - 1 < $0.outputs.count ? $0.outputs[index - 1].dtype : .float32 } ?? .float32
  }

  // A chain of a million nodes would overflow the stack if each freed the next inside its own deinit: nodes that
  // would be freed here are queued, and the outermost deinit empties the queue. Saved tensors were
  // dropped by the subclass before; the nodes they reach are held by an edge as well, so no chain runs through them.
  deinit {
    guard edge0.node != nil || edgeCount > 1 else { return }
    drainEdges()
  }

  private final func drainEdges() {
    let state = GradMode.state
    Node.enqueue(&edge0.node, state)
    if edgeCount > 1 {
      Node.enqueue(&edge1.node, state)
      Node.enqueue(&edge2.node, state)
      if let rare, !rare.edges.isEmpty {
        for index in rare.edges.indices { Node.enqueue(&rare.edges[index].node, state) }
      }
    }
    guard !state.pointee.isDraining, !state.pointee.draining.isEmpty else { return }
    state.pointee.isDraining = true
    while state.pointee.draining.popLast() != nil {}
    state.pointee.isDraining = false
  }

  @inline(__always)
  private static func enqueue(_ node: inout Node?, _ state: UnsafeMutablePointer<GradState>) {
    guard node != nil, isKnownUniquelyReferenced(&node), let last = node else { return }
    node = nil
    state.pointee.draining.append(last)
  }
}

/// Reference to one result of a node; no node means that no gradient flows there.
public struct Edge {
  /// Node that receives the gradient.
  public package(set) var node: Node?
  /// Which of the node's results the gradient belongs to.
  public package(set) var index: Int

  package init(_ node: Node? = nil, _ index: Int = 0) {
    self.node = node
    self.index = index
  }
}
