import Arrays

/// Pooling over windows of up to three spatial dimensions.
///
/// A window is a run of places per dimension; ordinary and adaptive pooling differ only in how the runs are laid out.

/// Places of one dimension that fall into each window.
private struct Windows {
  /// First place, number of places and distance between them, for each window.
  var runs: [(start: Int, count: Int)] = []
  var step = 1
  /// Size each window counts as when averaging with padding included.
  var paddedCounts: [Int] = []

  /// Windows of a kernel that moves by a stride.
  init(_ size: Int, kernel: Int, stride: Int, padding: Int, dilation: Int, ceilMode: Bool) {
    step = dilation
    let reach = dilation &* (kernel - 1) &+ 1
    let free = size &+ 2 &* padding &- reach
    var count = free < 0 ? 0 : (ceilMode ? (free + stride - 1) / stride : free / stride) + 1
    // The last window must begin inside the input or its left padding.
    if ceilMode, count > 0, (count - 1) &* stride >= size &+ padding { count -= 1 }
    for window in 0..<Swift.max(count, 0) {
      let begin = window &* stride &- padding
      var start = begin
      while start < 0 { start += dilation }
      let end = Swift.min(begin &+ reach, size)
      runs.append((start, start < end ? (end - start + dilation - 1) / dilation : 0))
      paddedCounts.append(Swift.min(begin &+ kernel, size &+ padding) - begin)
    }
  }

  /// Windows that divide a dimension into a number of parts.
  init(adaptive size: Int, into parts: Int) {
    for part in 0..<parts {
      let start = part &* size / parts
      let end = ((part + 1) &* size + parts - 1) / parts
      runs.append((start, end - start))
      paddedCounts.append(end - start)
    }
  }
}

/// Windows of all spatial dimensions, filled up to three in front.
private struct WindowGrid {
  var dims: [Windows]
  let rank: Int
  /// Spatial size of the input, three entries.
  let size: [Int]

  init(_ windows: [Windows], _ size: [Int]) {
    rank = windows.count
    let missing = 3 - windows.count
    let single = Windows(1, kernel: 1, stride: 1, padding: 0, dilation: 1, ceilMode: false)
    dims = [Windows](repeating: single, count: missing) + windows
    self.size = [Int](repeating: 1, count: missing) + size
  }

  var output: [Int] { dims.suffix(rank).map { $0.runs.count } }
  var outputCount: Int { dims.reduce(1) { $0 &* $1.runs.count } }
  var inputCount: Int { size.reduce(1, &*) }

  /// Visits every window: its number and three runs.
  @inline(__always)
  func forEach(_ body: (Int, (start: Int, count: Int), (start: Int, count: Int), (start: Int, count: Int)) -> Void) {
    var number = 0
    for depth in dims[0].runs {
      for row in dims[1].runs {
        for column in dims[2].runs {
          body(number, depth, row, column)
          number += 1
        }
      }
    }
  }
}

private func slidingGrid(_ x: Tensor, _ sizes: PoolSizes, _ ceilMode: Bool, _ name: String) throws(TorchError) -> WindowGrid {
  let dims = sizes.kernel.count
  try sizes.check(x, name)
  let size = Array(x.shape.suffix(dims))
  let windows = (0..<dims).map {
    Windows(
      size[$0], kernel: sizes.kernel[$0], stride: sizes.stride[$0], padding: sizes.padding[$0],
      dilation: sizes.dilation[$0], ceilMode: ceilMode)
  }
  let grid = WindowGrid(windows, size)
  guard grid.output.allSatisfy({ $0 > 0 }) else {
    func text(_ sizes: [Int]) -> String { "(" + sizes.map { String($0) }.joined(separator: "x") + ")" }
    let channels = x.shape[x.dim - dims - 1]
    throw .runtime(
      "Given input size: \(text([channels] + size)). Calculated output size: \(text([channels] + grid.output)). Output "
        + "size is too small")
  }
  return grid
}

// MARK: Averages

/// Averages windows, `F.avg_pool1d` to `avg_pool3d`.
public func avgPool(
  _ x: Tensor, kernel: [Int], stride: [Int] = [], padding: [Int] = [0], ceilMode: Bool = false,
  countIncludePad: Bool = true, divisorOverride: Int? = nil, dims: Int? = nil
) throws(TorchError) -> Tensor {
  let dims = dims ?? kernel.count
  let name: StaticString = dims == 3 ? "AvgPool3DBackward0" : "AvgPool2DBackward0"
  let sizes = try PoolSizes("avg_pool\(dims)d", dims, kernel, stride, padding)
  if dims == 1 {
    try x.checkPooledRank(1, "avg_pool1d")
    let rows = try avgPool(unsqueeze(x, -2), sizes.asRows, ceilMode, countIncludePad, nil, name)
    return try squeeze(rows, -2)
  }
  return try avgPool(x, sizes, ceilMode, countIncludePad, divisorOverride, name)
}

func avgPool(
  _ x: Tensor, _ sizes: PoolSizes, _ ceilMode: Bool, _ countIncludePad: Bool, _ divisorOverride: Int?, _ name: StaticString
) throws(TorchError) -> Tensor {
  if divisorOverride == 0 { throw .runtime("divisor must be not zero") }
  let dims = sizes.kernel.count
  let grid = try slidingGrid(x, sizes, ceilMode, "avg_pool\(dims)d")
  return try average(
    name, x, Dims(Array(x.shape.dropLast(dims))), grid, divisors(grid, countIncludePad, divisorOverride))
}

/// Averages into a fixed number of windows, `F.adaptive_avg_pool1d` and so on; nil keeps a size.
public func adaptiveAvgPool(_ x: Tensor, _ output: [Int?], dims: Int? = nil) throws(TorchError) -> Tensor {
  let dims = dims ?? output.count
  try checkAdaptiveOutput(x, output.count, dims, "adaptive_avg_pool\(dims)d")
  if dims == 1 {
    try x.checkPooledRank(1, "adaptive_avg_pool1d")
    return try squeeze(adaptiveAvgPool(unsqueeze(x, x.dim - 1), [1, output[0]]), x.dim - 1)
  }
  guard x.dim == dims + 1 || x.dim == dims + 2 else {
    throw .runtime(
      "adaptive_avg_pool\(dims)d(): Expected \(dims + 1)D or \(dims + 2)D tensor, but got \(x.array.shape.text)")
  }
  let size = Array(x.shape.suffix(dims))
  let target = zip(output, size).map { $0 ?? $1 }
  guard target.allSatisfy({ $0 >= 0 && $0 < 1 << 24 }) else {
    throw .runtime(
      "adaptive_avg_pool\(dims)d: elements of output_size must be greater than or equal to 0 but received "
        + "{\(target[0]), \(target.dropFirst().map { String($0) }.joined(separator: ","))}")
  }
  if target.allSatisfy({ $0 == 1 }) {
    return try mean(x, dims: Array((x.dim - dims)..<x.dim), keepDim: true)
  }
  try x.checkAdaptive(dims, "adaptive_avg_pool\(dims)d")
  try x.requireFloating("adaptive_avg_pool\(dims)d")
  let grid = WindowGrid(zip(size, target).map { Windows(adaptive: $0, into: $1) }, size)
  let name: StaticString = dims == 3 ? "AdaptiveAvgPool3DBackward0" : "AdaptiveAvgPool2DBackward0"
  return try average(name, x, Dims(Array(x.shape.dropLast(dims))), grid, divisors(grid, true, nil))
}

private func divisors(_ grid: WindowGrid, _ includesPadding: Bool, _ fixed: Int?) -> [Double] {
  var result: [Double] = []
  for (depth, depthPadded) in zip(grid.dims[0].runs, grid.dims[0].paddedCounts) {
    for (row, rowPadded) in zip(grid.dims[1].runs, grid.dims[1].paddedCounts) {
      for (column, columnPadded) in zip(grid.dims[2].runs, grid.dims[2].paddedCounts) {
        let count = includesPadding ? depthPadded * rowPadded * columnPadded : depth.count * row.count * column.count
        result.append(Double(fixed ?? count))
      }
    }
  }
  return result
}

private func average(
  _ name: StaticString, _ x: Tensor, _ lead: Dims, _ grid: WindowGrid, _ divisors: [Double]
) throws(TorchError) -> Tensor {
  let shape = Dims(Array(lead) + grid.output)
  let array: NDArray
  switch x.dtype {
  case .float32: array = try averageArray(x.array, shape, grid, divisors, Float.self)
  case .float64: array = try averageArray(x.array, shape, grid, divisors, Double.self)
  case .int64:
    array = try averageArray(x.array.to(.float64), shape, grid, divisors, Double.self).to(.int64)
  default:
    guard x.dtype.isDifferentiable, !x.dtype.isComplex else {
      throw .unsupported("avg_pool2d", x.dtype)
    }
    array = try averageArray(x.array.to(.float32), shape, grid, divisors, Float.self).to(x.dtype)
  }
  let before = x.array.shape
  return record(name, x, array, saving: .x) { (n, g) throws(TorchError) in
    try depending(averageBackward(g, before, lead, grid, divisors), on: n.x)
  }
}

private func averageBackward(
  _ g: Tensor, _ shape: Dims, _ lead: Dims, _ grid: WindowGrid, _ divisors: [Double]
) throws(TorchError) -> Tensor {
  let array =
    g.dtype == .float64
    ? try spreadArray(g.array, shape, grid, divisors, Double.self)
    : try spreadArray(g.array.to(.float32), shape, grid, divisors, Float.self).to(g.dtype)
  return record("AvgPoolBackwardBackward0", g, array) { (_, h) throws(TorchError) in
    try average("AvgPoolBackward0", h, lead, grid, divisors)
  }
}

// Both loops stay inside the arrays: runs lie inside the input by construction, planes by the counts.
private func averageArray<Element: BinaryFloatingPoint>(
  _ x: NDArray, _ shape: Dims, _ grid: WindowGrid, _ divisors: [Double], _: Element.Type
) throws(TorchError) -> NDArray {
  let source = try x.contiguous()
  let result = try NDArray.empty(shape, x.dtype)
  if result.count == 0 { return result }
  var input = source.pointer.assumingMemoryBound(to: Element.self)
  var output = result.pointer.assumingMemoryBound(to: Element.self)
  let (rows, columns) = (grid.size[1], grid.size[2])
  for _ in 0..<(result.count / grid.outputCount) {
    grid.forEach { number, depth, row, column in
      var total: Element = 0
      for d in 0..<depth.count {
        for r in 0..<row.count {
          let line = input + ((depth.start + d) * rows + row.start + r) * columns + column.start
          for c in 0..<column.count { total += line[c] }
        }
      }
      output[number] = total / Element(divisors[number])
    }
    input += grid.inputCount
    output += grid.outputCount
  }
  return result
}

private func spreadArray<Element: BinaryFloatingPoint>(
  _ g: NDArray, _ shape: Dims, _ grid: WindowGrid, _ divisors: [Double], _: Element.Type
) throws(TorchError) -> NDArray {
  let source = try g.contiguous()
  let result = try NDArray.zeros(shape, g.dtype)
  if source.count == 0 { return result }
  var gradient = source.pointer.assumingMemoryBound(to: Element.self)
  var output = result.pointer.assumingMemoryBound(to: Element.self)
  let (rows, columns) = (grid.size[1], grid.size[2])
  for _ in 0..<(source.count / grid.outputCount) {
    grid.forEach { number, depth, row, column in
      let share = gradient[number] / Element(divisors[number])
      for d in 0..<depth.count {
        for r in 0..<row.count {
          let line = output + ((depth.start + d) * rows + row.start + r) * columns + column.start
          for c in 0..<column.count { line[c] += share }
        }
      }
    }
    gradient += grid.outputCount
    output += grid.inputCount
  }
  return result
}

// MARK: Maxima

/// Takes the largest element of each window and its place in the flattened space, `F.max_pool1d` to `max_pool3d`.
public func maxPool(
  _ x: Tensor, kernel: [Int], stride: [Int] = [], padding: [Int] = [0], dilation: [Int] = [1], ceilMode: Bool = false,
  dims: Int? = nil, withIndices: Bool = true
) throws(TorchError) -> Selected {
  let dims = dims ?? kernel.count
  let sizes = try PoolSizes("max_pool\(dims)d", dims, kernel, stride, padding, dilation)
  guard dims == 1 else { return try maxPool(x, sizes, ceilMode) }
  if withIndices {
    try x.checkPooledRank(1, "max_pool1d_with_indices")
    try x.requireFloating("max_pool1d_impl")
  } else {
    try sizes.checkLine(x)
    let windows = Windows(
      x.shape[x.dim - 1], kernel: sizes.kernel[0], stride: sizes.stride[0], padding: sizes.padding[0],
      dilation: sizes.dilation[0], ceilMode: ceilMode)
    guard !windows.runs.isEmpty else { throw .runtime("max_pool1d() Invalid computed output size: 0") }
    try x.requireFloating("max_pool1d_impl")
  }
  let result = try maxPool(unsqueeze(x, -2), sizes.asRows, ceilMode)
  return (try squeeze(result.values, -2), try squeeze(result.indices, -2))
}

private func maxPool(_ x: Tensor, _ sizes: PoolSizes, _ ceilMode: Bool) throws(TorchError) -> Selected {
  let dims = sizes.kernel.count
  let grid = try slidingGrid(x, sizes, ceilMode, "max_pool\(dims)d")
  let lead = Dims(Array(x.shape.dropLast(dims)))
  var found: (values: NDArray, places: NDArray)?
  if dims == 2 {
    let steps = (0..<2).map {
      NDArray.WindowSteps(
        kernel: sizes.kernel[$0], stride: sizes.stride[$0], padding: sizes.padding[$0], dilation: sizes.dilation[$0])
    }
    found = try x.array.maxPool(rows: steps[0], columns: steps[1], shape: Dims(Array(lead) + grid.output))
  }
  return try maximum(
    dims == 3 ? "MaxPool3DWithIndicesBackward0" : "MaxPool2DWithIndicesBackward0", x, lead, grid, found: found)
}

/// Takes the largest elements of a fixed number of windows, `F.adaptive_max_pool1d` and so on; nil keeps a size.
public func adaptiveMaxPool(_ x: Tensor, _ output: [Int?], dims: Int? = nil) throws(TorchError) -> Selected {
  let dims = dims ?? output.count
  try checkAdaptiveOutput(x, output.count, dims, "adaptive_max_pool\(dims)d")
  if dims == 1 { try x.checkPooledRank(1, "adaptive_max_pool1d") }
  guard x.dim == dims + 1 || x.dim == dims + 2 else {
    throw .runtime(
      "adaptive_max_pool\(dims)d(): Expected \(dims + 1)D or \(dims + 2)D tensor, but got: \(x.array.shape.text)")
  }
  try x.checkAdaptive(dims, "adaptive_max_pool\(dims)d")
  if dims == 1 {
    let result = try adaptiveMaxPool(unsqueeze(x, -2), [1, output[0]])
    return (try squeeze(result.values, -2), try squeeze(result.indices, -2))
  }
  let size = Array(x.shape.suffix(dims))
  let target = zip(output, size).map { $0 ?? $1 }
  guard target.allSatisfy({ $0 >= 0 && $0 < 1 << 24 }) else {
    let made = Dims(Array(x.shape.dropLast(dims)) + target)
    throw .runtime("Trying to create tensor with negative dimension \(target.first { $0 < 0 } ?? target[0]): \(made.text)")
  }
  try x.requireFloating("adaptive_max_pool\(dims)d")
  let grid = WindowGrid(zip(size, target).map { Windows(adaptive: $0, into: $1) }, size)
  let name: StaticString = dims == 3 ? "AdaptiveMaxPool3DBackward0" : "AdaptiveMaxPool2DBackward0"
  return try maximum(name, x, Dims(Array(x.shape.dropLast(dims))), grid)
}

private func maximum(
  _ name: StaticString, _ x: Tensor, _ lead: Dims, _ grid: WindowGrid, found known: (values: NDArray, places: NDArray)? = nil
) throws(TorchError) -> Selected {
  let found: (values: NDArray, places: NDArray)
  if let known {
    found = known
  } else {
    found = try maximumArrays(x, Dims(Array(lead) + grid.output), grid)
  }
  let before = x.array.shape
  let places = Tensor(try found.places.reshape(Dims(lead.product ?? 0, grid.outputCount)))
  let inputCount = grid.inputCount
  let values = record(name, x, found.values, saving: .x) { (n, g) throws(TorchError) in
    let rows = places.array.shape[0]
    if !GradMode.isEnabled, let gradient = try g.array.addedAtPlaces(places.array, planes: rows, into: before) {
      return Tensor(gradient)
    }
    let flat = try reshape(g, places.array.shape)
    let gradient = try reshape(scatterAdd(zeros(Dims(rows, inputCount), g.dtype), 1, places, flat), before)
    return try depending(gradient, on: n.x)
  }
  return (values, Tensor(found.places))
}

private func maximumArrays(
  _ x: Tensor, _ shape: Dims, _ grid: WindowGrid
) throws(TorchError) -> (values: NDArray, places: NDArray) {
  switch x.dtype {
  case .float32: return try maximumArray(x.array, shape, grid, Float.self)
  case .float64: return try maximumArray(x.array, shape, grid, Double.self)
  default:
    guard !x.dtype.isComplex, x.dtype != .bool else { throw .unsupported("max_pool2d", x.dtype) }
    let wide = try maximumArray(x.array.to(.float64), shape, grid, Double.self)
    return (try wide.0.to(x.dtype), wide.1)
  }
}

// Stays inside the arrays: runs lie inside the input by construction, planes by the counts.
private func maximumArray<Element: BinaryFloatingPoint>(
  _ x: NDArray, _ shape: Dims, _ grid: WindowGrid, _: Element.Type
) throws(TorchError) -> (NDArray, NDArray) {
  let source = try x.contiguous()
  let values = try NDArray.empty(shape, x.dtype)
  let indices = try NDArray.empty(shape, .int64)
  if values.count == 0 { return (values, indices) }
  var input = source.pointer.assumingMemoryBound(to: Element.self)
  var output = values.pointer.assumingMemoryBound(to: Element.self)
  var places = indices.pointer.assumingMemoryBound(to: Int.self)
  let (rows, columns) = (grid.size[1], grid.size[2])
  let (depthStep, rowStep, columnStep) = (grid.dims[0].step, grid.dims[1].step, grid.dims[2].step)
  for _ in 0..<(values.count / grid.outputCount) {
    grid.forEach { number, depth, row, column in
      var best = -Element.infinity
      var place = (depth.start * rows + row.start) * columns + column.start
      for d in 0..<depth.count {
        for r in 0..<row.count {
          let line = ((depth.start + d * depthStep) * rows + row.start + r * rowStep) * columns + column.start
          for c in 0..<column.count {
            let value = input[line + c * columnStep]
            if value > best || value.isNaN {
              best = value
              place = line + c * columnStep
            }
          }
        }
      }
      output[number] = best
      places[number] = place
    }
    input += grid.inputCount
    output += grid.outputCount
    places += grid.outputCount
  }
  return (values, indices)
}

/// Puts the values of a max pool back to their places, `F.max_unpool1d` to `max_unpool3d`.
public func maxUnpool(_ x: Tensor, _ indices: Tensor, output: [Int]) throws(TorchError) -> Tensor {
  guard indices.dtype == .int64 else {
    throw .runtime("elements in indices should be type int64 but got: \(indices.dtype.scalarTypeName)")
  }
  guard output.count != 2 || x.dim == 3 || x.dim == 4 else {
    throw .runtime(
      "Input to max_unpooling2d should be a 3d or 4d Tensor, but got a tensor with \(x.dim) dimensions.")
  }
  guard x.array.shape == indices.array.shape else {
    throw .runtime(
      "Expected shape of indices to be same as that of the input tensor (\(x.array.shape.text)) but got indices tensor "
        + "with shape: \(indices.array.shape.text)")
  }
  let dims = output.count
  let lead = Array(x.shape.dropLast(dims))
  let rows = lead.reduce(1, &*)
  let size = output.reduce(1, &*)
  let flat = try reshape(x, [rows, -1])
  let places = try reshape(indices, [rows, -1])
  for place in try places.array.integers() where place < 0 || place >= size {
    throw .runtime("Found an invalid max index: \(place) (output volumes are of size \(output.map { String($0) }.joined(separator: "x")))")
  }
  return try reshape(scatter(zeros(Dims(rows, size), x.dtype), 1, places, flat), lead + output)
}
