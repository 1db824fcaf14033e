import Arrays

/// Recurrent layers that are one operation.

/// Runs one direction of a layer of long short-term memory over (steps, batch, features); nil when the loops are not for these
/// tensors (float32 alone, and none of them empty).
///
/// Answers the states after each step, the last state and the last cell. As torch's, it has no second derivative.
package func lstmLayer(
  _ x: Tensor, state: Tensor, cell: Tensor, inputWeight: Tensor, recurrentWeight: Tensor, inputBias: Tensor?,
  recurrentBias: Tensor?, isReverse: Bool
) throws(TorchError) -> [Tensor]? {
  let all = [x, state, cell, inputWeight, recurrentWeight]
  guard all.allSatisfy({ $0.dtype == .float32 && $0.count > 0 }) else { return nil }
  guard inputBias?.dtype ?? .float32 == .float32, recurrentBias?.dtype ?? .float32 == .float32 else { return nil }
  guard x.dim == 3, state.dim == 2, cell.shape == state.shape, state.shape[0] == x.shape[1] else { return nil }
  let hidden = state.shape[1]
  guard inputWeight.shape == [4 &* hidden, x.shape[2]], recurrentWeight.shape == [4 &* hidden, hidden] else { return nil }
  guard inputBias?.count ?? (4 &* hidden) == 4 &* hidden, recurrentBias?.count ?? (4 &* hidden) == 4 &* hidden else {
    return nil
  }
  let run = try LongShortTermMemory(
    x.array, state: state.array, cell: cell.array, inputWeight: inputWeight.array, recurrentWeight: recurrentWeight.array,
    inputBias: inputBias?.array, recurrentBias: recurrentBias?.array, isReverse: isReverse)
  let arrays = [try run.outputs(), try run.lastState(), try run.lastCell()]
  let inputs: [Tensor?] = [x, state, cell, inputWeight, recurrentWeight, inputBias, recurrentBias]
  return record("MkldnnRnnLayerBackward0", inputs, arrays) { (n) in
    n.save(x, inputWeight, recurrentWeight)
  } _: { (n, gradients) throws(TorchError) in
    guard !GradMode.isEnabled else {
      throw .runtime("the derivative for 'mkldnn_rnn_layer_backward' is not implemented.")
    }
    let (x, inputWeight, recurrentWeight) = (try n.saved(0), try n.saved(1), try n.saved(2))
    let slopes = try run.backward(
      gradients[0]?.array, state: gradients[1]?.array, cell: gradients[2]?.array, recurrentWeight: recurrentWeight.array)
    var results: [Tensor?] = [nil, Tensor(slopes.state), Tensor(slopes.cell), nil, nil, nil, nil]
    if n.needs(0) { results[0] = Tensor(try NDArray.mm(slopes.gates, inputWeight.array).reshape(x.array.shape)) }
    let turned = try slopes.gates.transpose(0, 1)
    if n.needs(3) {
      let rows = try x.array.reshape(Dims(x.shape[0] &* x.shape[1], x.shape[2]))
      results[3] = Tensor(try NDArray.mm(turned, rows))
    }
    if n.needs(4) { results[4] = Tensor(try NDArray.mm(turned, run.statesBefore())) }
    if n.needs(5) || n.needs(6) {
      let total = try slopes.gates.sum(Dims(0))
      results[5] = Tensor(total)
      results[6] = Tensor(try total.clone())
    }
    return results
  }
}
