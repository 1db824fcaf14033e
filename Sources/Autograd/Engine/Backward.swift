import Arrays

/// Entry points of backward: `Tensor.backward`, `torch.autograd.backward` and `torch.autograd.grad`.

extension Tensor {
  /// Computes the gradient of this tensor with regard to the leaves it was computed from, and adds it to their `grad`.
  ///
  /// Without `gradient` the tensor must have one element. Throws a runtime error when nothing requires grad or when the
  /// graph was freed by an earlier call without `retainGraph`.
  public func backward(
    gradient: Tensor? = nil, retainGraph: Bool? = nil, createGraph: Bool = false, inputs: [Tensor]? = nil
  ) throws(TorchError) {
    try runBackward(
      [self], [gradient], retainGraph: retainGraph ?? createGraph, createGraph: createGraph, inputs: inputs)
  }
}

/// Adds the gradients of several tensors to the leaves they were computed from.
///
/// `gradients` has an entry for each tensor; nil stands for one where the tensor has a single element.
public func backward(
  _ tensors: [Tensor], gradients: [Tensor?]? = nil, retainGraph: Bool? = nil, createGraph: Bool = false,
  inputs: [Tensor]? = nil
) throws(TorchError) {
  let given = gradients ?? [Tensor?](repeating: nil, count: tensors.count)
  guard given.count == tensors.count else {
    throw .runtime("got \(tensors.count) tensors and \(given.count) gradients")
  }
  try runBackward(
    tensors, given, retainGraph: retainGraph ?? createGraph, createGraph: createGraph, inputs: inputs)
}

/// Computes the gradients of outputs with regard to inputs and returns them, leaving every `grad` as it is.
///
/// An input that outputs do not depend on is an error, or nil with `allowUnused`, or zeros with `materializeGrads`.
public func grad(
  _ outputs: [Tensor], _ inputs: [Tensor], gradOutputs: [Tensor?]? = nil, retainGraph: Bool? = nil,
  createGraph: Bool = false, allowUnused: Bool? = nil, materializeGrads: Bool = false
) throws(TorchError) -> [Tensor?] {
  if let allowUnused, !allowUnused, materializeGrads {
    throw .value(
      "Expected allow_unused to be True or not passed when materialize_grads=True, but got: allow_unused=False.")
  }
  guard !inputs.isEmpty else { throw .runtime("`inputs` argument to `grad()` cannot be empty.") }
  let given = gradOutputs ?? [Tensor?](repeating: nil, count: outputs.count)
  guard given.count == outputs.count else {
    throw .runtime("got \(outputs.count) tensors and \(given.count) gradients")
  }
  let (roots, gradients) = try makeRoots(outputs, given)
  var captures: [BackwardPass.Capture] = []
  captures.reserveCapacity(inputs.count)
  for input in inputs {
    guard let node = input.gradEdge.node else {
      throw .runtime("One of the differentiated Tensors does not require grad")
    }
    captures.append(.init(node: node, output: input.outputNumber))
  }
  let pass = BackwardPass(
    keepsGraph: retainGraph ?? createGraph, captures: captures, inside: GradMode.state.pointee.pass)
  try run(pass, roots, gradients, createGraph: createGraph)
  var results = pass.captured
  for index in results.indices where results[index] == nil {
    if materializeGrads {
      results[index] = try zerosLike(inputs[index])
    } else if !(allowUnused ?? false) {
      throw .runtime(
        "The differentiated Tensor at index \(index) appears to not have been used in the graph. Set "
          + "allow_unused=True if this is the desired behavior.")
    }
  }
  return results
}

private func runBackward(
  _ tensors: [Tensor], _ given: [Tensor?], retainGraph: Bool, createGraph: Bool, inputs: [Tensor]?
) throws(TorchError) {
  if let inputs, inputs.isEmpty { throw .runtime("`inputs` argument to `backward()` cannot be empty.") }
  let (roots, gradients) = try makeRoots(tensors, given)
  guard let inputs else {
    let pass = BackwardPass(keepsGraph: retainGraph, captures: nil, inside: GradMode.state.pointee.pass)
    try run(pass, roots, gradients, createGraph: createGraph)
    return
  }
  var captures: [BackwardPass.Capture] = []
  for input in inputs {
    guard let node = input.gradEdge.node else {
      throw .runtime("One of the differentiated Tensors does not require grad")
    }
    captures.append(.init(node: node, output: input.outputNumber))
  }
  let pass = BackwardPass(keepsGraph: retainGraph, captures: captures, inside: GradMode.state.pointee.pass)
  try run(pass, roots, gradients, createGraph: createGraph)
  for (input, gradient) in zip(inputs, pass.captured) {
    guard var gradient else { continue }
    if let leaf = input.node as? AccumulateGrad {
      try leaf.accumulate(&gradient)
    } else if !input.retainsGrad {
      if let grad = input.storedGrad { gradient = try add(grad, gradient) }
      input.storedGrad = gradient
    }
  }
}

private func run(
  _ pass: BackwardPass, _ roots: [Edge], _ gradients: [Tensor], createGraph: Bool
) throws(TorchError) {
  let state = GradMode.state
  let previous = (state.pointee.pass, state.pointee.gradEnabled)
  state.pointee.pass = pass
  state.pointee.gradEnabled = createGraph
  defer { (state.pointee.pass, state.pointee.gradEnabled) = previous }
  try pass.execute(roots: roots, gradients: gradients)
}

private func makeRoots(
  _ tensors: [Tensor], _ given: [Tensor?]
) throws(TorchError) -> ([Edge], [Tensor]) {
  var roots: [Edge] = []
  var gradients: [Tensor] = []
  for (index, tensor) in tensors.enumerated() {
    let edge = tensor.gradEdge
    if let gradient = given[index] {
      guard gradient.array.layout.shape == tensor.array.layout.shape else {
        throw .runtime(
          "Mismatch in shape: grad_output[\(index)] has a shape of torch.Size(\(gradient.array.layout.shape.text)) and "
            + "output[\(index)] has a shape of torch.Size(\(tensor.array.layout.shape.text)).")
      }
      guard gradient.dtype.isComplex == tensor.dtype.isComplex else {
        throw .runtime(
          "For complex Tensors, both grad_output and output are required to have the same dtype. Mismatch in dtype: "
            + "grad_output[\(index)] has a dtype of torch.\(gradient.dtype.name) and output[\(index)] has a dtype of "
            + "torch.\(tensor.dtype.name).")
      }
      gradients.append(gradient)
    } else if edge.node != nil {
      guard tensor.count == 1 else { throw .runtime("grad can be implicitly created only for scalar outputs") }
      guard tensor.dtype.isFloatingPoint else {
        throw .runtime(
          "grad can be implicitly created only for real scalar outputs but got torch.\(tensor.dtype.name)")
      }
      gradients.append(try ones(tensor.array.layout.shape, tensor.dtype))
    }
    guard edge.node != nil else {
      throw .runtime("element \(index) of tensors does not require grad and does not have a grad_fn")
    }
    roots.append(edge)
  }
  return (roots, gradients)
}
