import Arrays

/// One traversal of a graph from its roots, newest node first.
///
/// A pass counts how many edges lead to every node it can reach, hands gradients along edges, and runs a node once all
/// its edges have delivered. Among ready nodes the one recorded last runs first, which is torch's order, so sums of
/// gradients round alike. Counts and collected gradients live in the nodes, stamped with the pass's number; a pass that
/// starts inside another one (from a hook or a custom function) puts the states it overwrites aside and restores them.
package final class BackwardPass {
  let number: UInt32
  let keepsGraph: Bool
  /// Whether only nodes that lead to a wanted input run.
  let isPartial: Bool
  /// Nodes reached, so that a failing pass can let go of collected gradients.
  private var reached: [Unmanaged<Node>] = []
  /// Ready nodes as a binary heap on the sequence number.
  private var ready: [Node] = []
  private var setAside: [SuspendedNode] = []
  private var captures: [Capture] = []
  /// Gradients handed out, in order of the wanted inputs.
  private(set) var captured: [Tensor?] = []
  /// Pass that was running when this one began.
  private let outer: BackwardPass?

  /// Gradient wanted at a node.
  struct Capture {
    let node: Node
    let output: Int
  }

  /// State of an outer pass in a node that an inner pass visits too.
  private struct SuspendedNode {
    let node: Node
    let pass: UInt32
    let dependencies: Int32
    let isNeeded: Bool
    let isCaptured: Bool
    let pending: Tensor?
    let others: [Tensor?]
  }

  /// Whether a NaN in a gradient is an error.
  private let detectsAnomaly: Bool

  init(keepsGraph: Bool, captures: [Capture]?, inside outer: BackwardPass?) {
    let state = GradMode.state
    detectsAnomaly = state.pointee.detectsAnomaly
    state.pointee.lastPass &+= 1
    number = state.pointee.lastPass
    self.keepsGraph = keepsGraph
    isPartial = captures != nil
    self.captures = captures ?? []
    if isPartial { captured = [Tensor?](repeating: nil, count: self.captures.count) }
    self.outer = outer
    swap(&reached, &state.pointee.spareReached)
    swap(&ready, &state.pointee.spareReady)
  }

  deinit {
    let state = GradMode.state
    reached.removeAll(keepingCapacity: true)
    ready.removeAll(keepingCapacity: true)
    swap(&reached, &state.pointee.spareReached)
    swap(&ready, &state.pointee.spareReady)
  }

  /// Runs from the given roots with their gradients.
  func execute(roots: [Edge], gradients: [Tensor]) throws(TorchError) {
    discover(from: roots)
    if isPartial { markNeeded(from: roots) }
    for root in roots { root.node?.dependencies &+= 1 }
    do {
      for index in roots.indices {
        guard let node = roots[index].node else { continue }
        var gradient = try fit(gradients[index], to: node, output: roots[index].index, from: nil, input: index)
        deliver(&gradient, to: node, output: roots[index].index)
      }
      while let node = popReady() { try runNode(node) }
    } catch {
      abandon()
      throw error
    }
    restore()
  }

  // MARK: Preparation

  private func visit(_ node: Node) {
    if outer != nil, node.pass != 0, isOuterPass(node.pass) {
      setAside.append(
        SuspendedNode(
          node: node, pass: node.pass, dependencies: node.dependencies, isNeeded: node.isNeeded,
          isCaptured: node.isCaptured, pending: node.pending, others: node.rare?.pending ?? []))
      node.pending = nil
      node.rare?.pending = []
    }
    node.pass = number
    node.dependencies = 0
    node.isNeeded = !isPartial
    node.isCaptured = false
    reached.append(.passUnretained(node))
  }

  private func isOuterPass(_ candidate: UInt32) -> Bool {
    var pass = outer
    while let current = pass {
      if current.number == candidate { return true }
      pass = current.outer
    }
    return false
  }

  private func discover(from roots: [Edge]) {
    var next = 0
    for root in roots {
      if let node = root.node, node.pass != number { visit(node) }
    }
    while next < reached.count {
      let node = reached[next].takeUnretainedValue()
      next += 1
      for index in 0..<node.edgeCount {
        let edge = node.edge(index)
        guard let target = edge.node else { continue }
        if target.pass != number { visit(target) }
        target.dependencies &+= 1
      }
    }
  }

  /// Marks the nodes from which a wanted input can be reached, children before parents.
  private func markNeeded(from roots: [Edge]) {
    for capture in captures where capture.node.pass == number { capture.node.isCaptured = true }
    var stack: [(node: Node, edge: Int)] = []
    var finished: Set<ObjectIdentifier> = []
    for root in roots {
      guard let node = root.node, finished.insert(ObjectIdentifier(node)).inserted else { continue }
      stack.append((node, 0))
      while let (current, index) = stack.last {
        guard index < current.edgeCount else {
          stack.removeLast()
          continue
        }
        stack[stack.count - 1].edge += 1
        guard let target = current.edge(index).node else { continue }
        if finished.insert(ObjectIdentifier(target)).inserted {
          stack.append((target, 0))
          // Look at this edge again once the target is finished.
          stack[stack.count - 2].edge = index
        } else if target.isNeeded || target.isCaptured {
          current.isNeeded = true
        }
      }
    }
  }

  // MARK: Running

  private func runNode(_ node: Node) throws(TorchError) {
    if let rare = node.rare, !rare.hooks.onOutput.isEmpty || !rare.hooks.retained.isEmpty {
      try callOutputHooks(node, rare)
    }
    if node.isCaptured {
      for index in captures.indices where captures[index].node === node {
        captured[index] = captures[index].output == 0 ? node.pending : pendingOther(node, captures[index].output)
      }
      if !node.isNeeded {
        node.pending = nil
        node.rare?.pending = []
        return
      }
    }
    try node.run(in: self)
    if !keepsGraph { node.release() }
  }

  private func pendingOther(_ node: Node, _ output: Int) -> Tensor? {
    guard let rare = node.rare, output - 1 < rare.pending.count else { return nil }
    return rare.pending[output - 1]
  }

  /// Takes the gradients of all results out of a node.
  private func takeGradients(_ node: Node) -> [Tensor?] {
    var gradients: [Tensor?] = [node.pending]
    node.pending = nil
    let others = node.outputCount - 1
    if others > 0, let rare = node.rare {
      for index in 0..<others { gradients.append(index < rare.pending.count ? rare.pending[index] : nil) }
      rare.pending = []
    }
    return gradients
  }

  /// Runs a node by way of arrays, with its hooks.
  func runCollecting(_ node: Node) throws(TorchError) {
    var gradients = takeGradients(node)
    let hooks = node.rare?.hooks
    if let hooks {
      for hook in hooks.before {
        if let replaced = try hook.body(gradients) { gradients = replaced }
      }
    }
    var results = try node.apply(gradients)
    if let hooks {
      for hook in hooks.after {
        if let replaced = try hook.body(results, gradients) { results = replaced }
      }
    }
    gradients = []
    for index in 0..<node.edgeCount {
      let edge = node.edge(index)
      guard edge.node != nil else { continue }
      var gradient: Tensor?
      if index < results.count {
        gradient = results[index]
        results[index] = nil
      }
      try send(&gradient, along: edge, from: node, input: index)
    }
  }

  private func callOutputHooks(_ node: Node, _ rare: Node.RareState) throws(TorchError) {
    var gradients = takeGradients(node)
    for hook in rare.hooks.onOutput where hook.output < gradients.count {
      guard let gradient = gradients[hook.output], let replaced = try hook.body(gradient) else { continue }
      gradients[hook.output] = replaced
    }
    for entry in rare.hooks.retained where entry.output < gradients.count {
      guard let tensor = entry.tensor.tensor, let gradient = gradients[entry.output] else { continue }
      if let grad = tensor.storedGrad {
        tensor.storedGrad = try add(grad, gradient)
      } else {
        tensor.storedGrad = try clone(gradient)
      }
    }
    node.pending = gradients[0]
    if gradients.count > 1 { rare.pending = Array(gradients[1...]) }
  }

  /// Whether an edge's gradient is worth computing.
  @inline(__always)
  func wants(_ edge: Edge) -> Bool {
    guard let node = edge.node else { return false }
    return !isPartial || node.isNeeded || node.isCaptured
  }

  /// Hands a gradient along an edge and queues the node at its end when it was the last one awaited.
  func send(_ gradient: inout Tensor?, along edge: Edge, from node: Node, input: Int) throws(TorchError) {
    guard let target = edge.node else { return }
    guard !isPartial || target.isNeeded || target.isCaptured else { return }
    if gradient != nil {
      if detectsAnomaly { try refuseNaN(gradient, from: node, input: input) }
      var fitted = gradient
      gradient = nil
      if let arrived = fitted, !isFitting(arrived, target, edge.index) {
        fitted = try fit(arrived, to: target, output: edge.index, from: node, input: input)
      }
      try collect(&fitted, at: target, output: edge.index)
    }
    target.dependencies &-= 1
    if target.dependencies == 0 { pushReady(target) }
  }

  private func refuseNaN(_ gradient: Tensor?, from node: Node, input: Int) throws(TorchError) {
    guard let array = gradient?.array, array.dtype.isDifferentiable else { return }
    guard try !array.unary(.isnan).any().item().boolValue else {
      throw .runtime("Function '\(node.name)' returned nan values in its \(input)th output.")
    }
  }

  @inline(__always)
  private func isFitting(_ gradient: Tensor, _ target: Node, _ output: Int) -> Bool {
    output == 0 && gradient.array.dtype == target.outputDType && gradient.array.layout.shape == target.outputShape
  }

  private func deliver(_ gradient: inout Tensor?, to node: Node, output: Int) {
    do {
      try collect(&gradient, at: node, output: output)
    } catch {
      // Two roots on one node whose gradients do not add up: shapes were fitted before, so this cannot happen.
    }
    node.dependencies &-= 1
    if node.dependencies == 0 { pushReady(node) }
  }

  /// Sums a gradient to the shape of the result it belongs to and casts it to its dtype.
  private func fit(
    _ gradient: Tensor, to target: Node, output: Int, from node: Node?, input: Int
  ) throws(TorchError) -> Tensor? {
    let shape = target.outputShape(at: output)
    let dtype = target.outputDType(at: output)
    var fitted = gradient
    if fitted.array.layout.shape != shape {
      guard shape.stretches(to: fitted.array.layout.shape) else {
        throw .runtime(
          "Function \(node?.name ?? "GraphRoot") returned an invalid gradient at index \(input) - got "
            + "\(fitted.array.layout.shape.text) but expected shape compatible with \(shape.text)")
      }
      fitted = try sumTo(fitted, shape)
    }
    if fitted.array.dtype != dtype {
      if fitted.array.dtype.isComplex, !dtype.isComplex { fitted = try real(fitted) }
      if fitted.array.dtype != dtype { fitted = try to(fitted, dtype) }
    }
    return fitted
  }

  /// Adds a gradient to those a node has collected.
  private func collect(_ gradient: inout Tensor?, at node: Node, output: Int) throws(TorchError) {
    guard let arrived = gradient else { return }
    if output == 0 {
      guard var present = node.pending else {
        gradient = nil
        node.pending = arrived
        return
      }
      node.pending = nil
      node.pending = try sum(&present, arrived)
      return
    }
    let rare = node.rareState
    while rare.pending.count < output { rare.pending.append(nil) }
    if var present = rare.pending[output - 1] {
      rare.pending[output - 1] = nil
      rare.pending[output - 1] = try sum(&present, arrived)
    } else {
      rare.pending[output - 1] = arrived
    }
  }

  private func sum(_ present: inout Tensor, _ arrived: Tensor) throws(TorchError) -> Tensor {
    if !GradMode.isEnabled, isKnownUniquelyReferenced(&present), present.ownsStorage,
      present.array.isContiguous, present.array.dtype == arrived.array.dtype
    {
      try addInPlaceUnrecorded(present, arrived)
      return present
    }
    return try Autograd.add(present, arrived)
  }

  /// Whether the pass that runs on this thread will come to the node of a tensor's gradient; nil: none runs.
  package static func runs(_ tensor: Tensor) -> Bool? {
    guard let pass = GradMode.state.pointee.pass else { return nil }
    guard let node = tensor.gradEdge.node, node.pass == pass.number else { return false }
    return !pass.isPartial || node.isNeeded || node.isCaptured
  }

  /// Number of the pass that runs on this thread.
  package static var current: UInt32? { GradMode.state.pointee.pass?.number }

  // MARK: Ready nodes

  private func pushReady(_ node: Node) {
    ready.append(node)
    var child = ready.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard ready[child].sequence > ready[parent].sequence else { break }
      ready.swapAt(child, parent)
      child = parent
    }
  }

  private func popReady() -> Node? {
    guard let last = ready.popLast() else { return nil }
    guard let first = ready.first else { return last }
    ready[0] = last
    var parent = 0
    while true {
      var largest = parent
      let left = 2 * parent + 1
      if left < ready.count, ready[left].sequence > ready[largest].sequence { largest = left }
      if left + 1 < ready.count, ready[left + 1].sequence > ready[largest].sequence { largest = left + 1 }
      guard largest != parent else { break }
      ready.swapAt(parent, largest)
      parent = largest
    }
    return first
  }

  // MARK: End

  private func abandon() {
    for reference in reached {
      let node = reference.takeUnretainedValue()
      node.pending = nil
      node.rare?.pending = []
    }
    ready = []
    restore()
  }

  private func restore() {
    for state in setAside {
      state.node.pass = state.pass
      state.node.dependencies = state.dependencies
      state.node.isNeeded = state.isNeeded
      state.node.isCaptured = state.isCaptured
      state.node.pending = state.pending
      if !state.others.isEmpty { state.node.rareState.pending = state.others }
    }
    setAside = []
  }
}
