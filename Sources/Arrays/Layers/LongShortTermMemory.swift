import ArrayKernels

/// One direction of a layer of long short-term memory (float32), with what its derivative needs.
package struct LongShortTermMemory {
  private let sizes: wick_lstm
  /// Activated gates (steps, batch, 4 hidden): input, forget, cell, output.
  private let gates: NDArray
  /// States and cells (steps + 1, batch, hidden), in the order of the steps' places; tanh of the cells (steps, batch, hidden).
  private let states: NDArray
  private let cells: NDArray
  private let bents: NDArray

  private var steps: Int { sizes.steps }

  /// Runs over an input (steps, batch, features) from a first state and cell (batch, hidden).
  package init(
    _ x: NDArray, state: NDArray, cell: NDArray, inputWeight: NDArray, recurrentWeight: NDArray, inputBias: NDArray?,
    recurrentBias: NDArray?, isReverse: Bool
  ) throws(ArrayError) {
    let (steps, batch, hidden) = (x.shape[0], x.shape[1], state.shape[1])
    sizes = wick_lstm(steps: steps, batch: batch, hidden: hidden, is_reverse: isReverse ? 1 : 0)
    // All steps' inputs at once.
    let rows = try x.reshape(Dims(steps &* batch, x.shape[2]))
    let product = try NDArray.mm(rows, inputWeight.transpose(0, 1))
    if let inputBias { try product.binaryInPlace(.add, inputBias) }
    gates = try product.contiguous()
    states = try NDArray.empty(Dims(steps + 1, batch, hidden), .float32)
    cells = try NDArray.empty(Dims(steps + 1, batch, hidden), .float32)
    bents = try NDArray.empty(Dims(steps, batch, hidden), .float32)
    try states.select(0, isReverse ? steps : 0).assign(state)
    try cells.select(0, isReverse ? steps : 0).assign(cell)
    let turned = try recurrentWeight.transpose(0, 1).contiguousCopy()
    let bias = try recurrentBias?.contiguous()
    let room = try NDArray.empty(Dims(batch, 4 &* hidden), .float32)
    func floats(_ array: NDArray) -> UnsafeMutablePointer<Float> { array.pointer.assumingMemoryBound(to: Float.self) }
    let isDone = withUnsafePointer(to: sizes) {
      wick_lstm_forward(
        $0, floats(turned), bias.map(floats), floats(gates), floats(states), floats(cells), floats(bents), floats(room))
    }
    guard isDone != 0 else { throw Storage.outOfMemory(byteCount: states.count &* 4) }
  }

  /// States after each step (steps, batch, hidden).
  package func outputs() throws(ArrayError) -> NDArray {
    try states.narrow(0, start: sizes.is_reverse != 0 ? 0 : 1, length: steps).contiguousCopy()
  }

  /// State after the last step.
  package func lastState() throws(ArrayError) -> NDArray {
    try states.select(0, sizes.is_reverse != 0 ? 0 : steps).contiguousCopy()
  }

  /// Cell after the last step.
  package func lastCell() throws(ArrayError) -> NDArray {
    try cells.select(0, sizes.is_reverse != 0 ? 0 : steps).contiguousCopy()
  }

  /// States before each step (steps * batch, hidden).
  package func statesBefore() throws(ArrayError) -> NDArray {
    try states.narrow(0, start: sizes.is_reverse != 0 ? 1 : 0, length: steps)
      .reshape(Dims(steps &* sizes.batch, sizes.hidden))
  }

  /// Gradients of the gates before activation (steps * batch, 4 hidden), of the first state and of the first cell.
  package func backward(
    _ outputs: NDArray?, state: NDArray?, cell: NDArray?, recurrentWeight: NDArray
  ) throws(ArrayError) -> (gates: NDArray, state: NDArray, cell: NDArray) {
    let shape = Dims(sizes.batch, sizes.hidden)
    let h = try NDArray.zeros(shape, .float32)
    let c = try NDArray.zeros(shape, .float32)
    if let state { try h.assign(state) }
    if let cell { try c.assign(cell) }
    let slopes = try outputs?.contiguous()
    let weight = try recurrentWeight.contiguous()
    let result = try NDArray.empty(Dims(steps &* sizes.batch, 4 &* sizes.hidden), .float32)
    func floats(_ array: NDArray) -> UnsafeMutablePointer<Float> { array.pointer.assumingMemoryBound(to: Float.self) }
    let isDone = withUnsafePointer(to: sizes) {
      wick_lstm_backward(
        $0, floats(weight), floats(gates), floats(cells), floats(bents), slopes.map(floats), floats(h), floats(c),
        floats(result))
    }
    guard isDone != 0 else { throw Storage.outOfMemory(byteCount: states.count &* 4) }
    return (result, h, c)
  }
}
