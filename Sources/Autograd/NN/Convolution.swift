import Arrays

/// Convolutions of any number of spatial dimensions.
///
/// Three operations are closed under differentiation, each being linear in both of its operands: the convolution of an
/// input with a weight, the gradient of the input (which is also the transposed convolution) and the gradient of the
/// weight. Floating point numbers go through the loops of `ConvolutionShape`; others through columns: windows of the padded
/// input laid out so that one matrix product does the work.

/// Strides, padding and dilation of a convolution, one entry per spatial dimension.
struct ConvolutionGeometry {
  var stride: [Int]
  var padding: [Int]
  var dilation: [Int]
  var groups: Int

  var rank: Int { stride.count }

  /// Size of the output along a spatial dimension.
  func outputSize(_ input: Int, kernel: Int, _ dim: Int) -> Int {
    let reach = dilation[dim] &* (kernel - 1) &+ 1
    let free = input &+ 2 &* padding[dim] &- reach
    return free < 0 ? 0 : free / stride[dim] + 1
  }
}

/// Sizes for the loops over floating point numbers; nil: through columns.
private func loops(
  _ dtype: DType, _ inputShape: Dims, _ weightShape: Dims, _ output: [Int], _ geometry: ConvolutionGeometry
) -> ConvolutionShape? {
  ConvolutionShape(
    dtype: dtype, samples: inputShape[0], groups: geometry.groups, inChannels: inputShape[1], outChannels: weightShape[0],
    input: Array(Array(inputShape).dropFirst(2)), output: output, kernel: Array(Array(weightShape).dropFirst(2)),
    stride: geometry.stride, padding: geometry.padding, dilation: geometry.dilation)
}

/// Computes with float32 what has fewer bits.
private func widening(
  _ a: NDArray, _ b: NDArray, _ compute: (NDArray, NDArray) throws(ArrayError) -> NDArray
) throws(TorchError) -> NDArray {
  a.dtype.isReducedFloat ? try compute(a.to(.float32), b.to(.float32)).to(a.dtype) : try compute(a, b)
}

/// Windows of an input (N, C, …) as columns (N, groups, C / groups * kernel, output places).
private func columns(
  _ x: NDArray, _ kernel: [Int], _ output: [Int], _ geometry: ConvolutionGeometry
) throws(TorchError) -> NDArray {
  var amounts: [Int] = []
  for dim in (0..<geometry.rank).reversed() { amounts += [geometry.padding[dim], geometry.padding[dim]] }
  let isPadded = amounts.contains { $0 != 0 }
  let source = isPadded ? try padArray(x, amounts, 0) : x
  var shape = Dims(source.shape[0], source.shape[1])
  var strides = Dims(source.strides[0], source.strides[1])
  for dim in 0..<geometry.rank {
    shape.append(kernel[dim])
    strides.append(source.strides[2 + dim] &* geometry.dilation[dim])
  }
  for dim in 0..<geometry.rank {
    shape.append(output[dim])
    strides.append(source.strides[2 + dim] &* geometry.stride[dim])
  }
  let windows = source.view(Layout(shape: shape, strides: strides, offset: source.offset))
  let (batch, channels) = (x.shape[0], x.shape[1])
  let taps = kernel.reduce(1, &*)
  let places = output.reduce(1, &*)
  return try windows.contiguous()
    .reshape(Dims([batch, geometry.groups, channels / geometry.groups * taps, places]))
}

/// Adds columns back into the input they were windows of.
private func foldColumns(
  _ columns: NDArray, _ inputShape: Dims, _ kernel: [Int], _ output: [Int], _ geometry: ConvolutionGeometry
) throws(TorchError) -> NDArray {
  let (batch, channels) = (inputShape[0], inputShape[1])
  var padded = inputShape
  for dim in 0..<geometry.rank { padded[2 + dim] = inputShape[2 + dim] &+ 2 &* geometry.padding[dim] }
  let whole = try NDArray.zeros(padded, columns.dtype)
  let parts = try columns.reshape(Dims([batch, channels, kernel.reduce(1, &*)] + output))
  var tap = [Int](repeating: 0, count: geometry.rank)
  for number in 0..<kernel.reduce(1, &*) {
    var rest = number
    for dim in (0..<geometry.rank).reversed() {
      tap[dim] = rest % kernel[dim]
      rest /= kernel[dim]
    }
    var layout = whole.layout
    for dim in 0..<geometry.rank {
      layout.offset &+= tap[dim] &* geometry.dilation[dim] &* layout.strides[2 + dim]
      layout.shape[2 + dim] = output[dim]
      layout.strides[2 + dim] = layout.strides[2 + dim] &* geometry.stride[dim]
    }
    try whole.view(layout).binaryInPlace(.add, parts.select(2, number))
  }
  var inside = whole
  for dim in 0..<geometry.rank where geometry.padding[dim] != 0 {
    inside = try inside.narrow(2 + dim, start: geometry.padding[dim], length: inputShape[2 + dim])
  }
  let result = try inside.contiguous()
  result.storage.version = 0
  return result
}

private func kernelSize(_ weight: NDArray) -> [Int] { Array(Array(weight.shape).dropFirst(2)) }
private func spatialSize(_ array: NDArray) -> [Int] { Array(Array(array.shape).dropFirst(2)) }

/// Multiplies matrices group by group and, broadcasting, batch by batch.
private func groupedProduct(_ a: NDArray, _ b: NDArray) throws(TorchError) -> NDArray { try NDArray.matmul(a, b) }

private func forward(
  _ x: NDArray, _ weight: NDArray, _ bias: NDArray?, _ geometry: ConvolutionGeometry
) throws(TorchError) -> NDArray {
  let kernel = kernelSize(weight)
  let size = spatialSize(x)
  let output = (0..<geometry.rank).map { geometry.outputSize(size[$0], kernel: kernel[$0], $0) }
  let (batch, channels) = (x.shape[0], weight.shape[0])
  let shape = Dims([batch, channels] + output)
  if shape.contains(0) || x.count == 0 { return try adding(bias, to: NDArray.zeros(shape, x.dtype)) }
  if let loops = loops(x.dtype, x.shape, weight.shape, output, geometry) {
    if let bias, bias.dtype == x.dtype, !x.dtype.isReducedFloat { return try loops.forward(x, weight, bias: bias) }
    return try adding(
      bias, to: widening(x, weight) { (x, weight) throws(ArrayError) in try loops.forward(x, weight) })
  }
  let groups = geometry.groups
  let matrix = try weight.reshape(Dims(1, groups, channels / groups * 1).merged(with: weight.count / channels))
  return try adding(bias, to: groupedProduct(matrix, columns(x, kernel, output, geometry)).reshape(shape))
}

/// Adds a number to each channel.
private func adding(_ bias: NDArray?, to result: NDArray) throws(TorchError) -> NDArray {
  guard let bias else { return result }
  var wide = Dims(repeating: 1, count: result.rank)
  wide[1] = bias.count
  return try NDArray.binary(.add, result, bias.reshape(wide))
}

private func inputGradient(
  _ g: NDArray, _ weight: NDArray, _ inputShape: Dims, _ geometry: ConvolutionGeometry
) throws(TorchError) -> NDArray {
  if g.count == 0 || weight.count == 0 { return try NDArray.zeros(inputShape, g.dtype) }
  let (batch, channels) = (g.shape[0], weight.shape[0])
  let groups = geometry.groups
  let output = spatialSize(g)
  if g.dtype == weight.dtype, let loops = loops(g.dtype, inputShape, weight.shape, output, geometry) {
    return try widening(g, weight) { (g, weight) throws(ArrayError) in try loops.inputGradient(g, weight) }
  }
  let matrix = try weight.reshape(Dims(1, groups, channels / groups).merged(with: weight.count / channels))
  let rows = try g.contiguous().reshape(Dims([batch, groups, channels / groups, output.reduce(1, &*)]))
  return try foldColumns(
    groupedProduct(matrix.transpose(2, 3), rows), inputShape, kernelSize(weight), output, geometry)
}

private func weightGradient(
  _ x: NDArray, _ g: NDArray, _ weightShape: Dims, _ geometry: ConvolutionGeometry
) throws(TorchError) -> NDArray {
  if g.count == 0 || x.count == 0 { return try NDArray.zeros(weightShape, x.dtype) }
  let (batch, channels) = (g.shape[0], weightShape[0])
  let groups = geometry.groups
  let output = spatialSize(g)
  let kernel = Array(Array(weightShape).dropFirst(2))
  if x.dtype == g.dtype, let loops = loops(x.dtype, x.shape, weightShape, output, geometry) {
    return try widening(x, g) { (x, g) throws(ArrayError) in try loops.weightGradient(x, g) }.reshape(weightShape)
  }
  let rows = try g.contiguous().reshape(Dims([batch, groups, channels / groups, output.reduce(1, &*)]))
  let windows = try columns(x, kernel, output, geometry)
  return try groupedProduct(rows, windows.transpose(2, 3)).sum(Dims(0)).reshape(weightShape)
}

extension Dims {
  /// Appends one more entry.
  fileprivate func merged(with last: Int) -> Dims {
    var result = self
    result.append(last)
    return result
  }
}

/// Differentiable form of the convolution without bias.
private func convolve(_ x: Tensor, _ w: Tensor, _ geometry: ConvolutionGeometry) throws(TorchError) -> Tensor {
  let (inputShape, weightShape) = (x.array.shape, w.array.shape)
  return record(
    "ConvolutionBackward0", x, w, try forward(x.array, w.array, nil, geometry), saving: [.xForY, .yForX],
    { (n, g) throws(TorchError) in try convolveInput(g, conj(n.y), inputShape, geometry) },
    { (n, g) throws(TorchError) in try convolveWeight(conj(n.x), g, weightShape, geometry) })
}

/// Gradient of a convolution's input, or a transposed convolution.
private func convolveInput(
  _ g: Tensor, _ w: Tensor, _ inputShape: Dims, _ geometry: ConvolutionGeometry
) throws(TorchError) -> Tensor {
  let weightShape = w.array.shape
  return record(
    "ConvolutionBackwardBackward0", g, w, try inputGradient(g.array, w.array, inputShape, geometry),
    saving: [.xForY, .yForX], { (n, h) throws(TorchError) in try convolve(h, conj(n.y), geometry) },
    { (n, h) throws(TorchError) in try convolveWeight(h, conj(n.x), weightShape, geometry) })
}

/// Gradient of a convolution's weight.
private func convolveWeight(
  _ x: Tensor, _ g: Tensor, _ weightShape: Dims, _ geometry: ConvolutionGeometry
) throws(TorchError) -> Tensor {
  let inputShape = x.array.shape
  return record(
    "ConvolutionBackwardBackward0", x, g, try weightGradient(x.array, g.array, weightShape, geometry),
    saving: [.xForY, .yForX], { (n, h) throws(TorchError) in try convolveInput(conj(n.y), h, inputShape, geometry) },
    { (n, h) throws(TorchError) in try convolve(conj(n.x), h, geometry) })
}

/// Convolves an input (N, C, …) or (C, …) with a weight, plus bias; 1 to 3 spatial dimensions by the name's number.
public func convolution(
  _ x: Tensor, _ weight: Tensor, _ bias: Tensor? = nil, stride: [Int], padding: [Int], dilation: [Int],
  transposed: Bool = false, outputPadding: [Int] = [], groups: Int = 1
) throws(TorchError) -> Tensor {
  let rank = weight.dim - 2
  guard rank >= 1, x.dim == weight.dim else {
    throw .runtime(
      "Expected \(weight.dim)-dimensional input for \(weight.dim)-dimensional weight \(weight.array.shape.text), but got "
        + "\(x.dim)-dimensional input of size \(x.array.shape.text) instead")
  }
  let geometry = ConvolutionGeometry(
    stride: try spread(stride, rank, "stride"), padding: try spread(padding, rank, "padding"),
    dilation: try spread(dilation, rank, "dilation"), groups: groups)
  try checkConvolution(x, weight, bias, geometry, transposed)
  let array: NDArray
  var inputShape = x.array.shape
  if transposed {
    let extra = try spread(outputPadding.isEmpty ? [0] : outputPadding, rank, "output_padding")
    inputShape = try transposedShape(x, weight, geometry, extra)
    array = try adding(bias?.array, to: inputGradient(x.array, weight.array, inputShape, geometry))
  } else {
    array = try forward(x.array, weight.array, bias?.array, geometry)
  }
  let weightShape = weight.array.shape
  let xShape = x.array.shape
  return record("ConvolutionBackward0", [x, weight, bias], array) { (n) in
    n.savedX = Saved(x)
    n.savedY = Saved(weight)
  } _: { (n, g) throws(TorchError) in
    var results: [Tensor?] = [nil, nil, nil]
    if n.needs(0) {
      let w = try conj(n.y)
      var gradient = transposed ? try convolve(g, w, geometry) : try convolveInput(g, w, inputShape, geometry)
      // Output padding of a stride or more adds positions no input stands for.
      if transposed {
        for dim in 2..<gradient.dim where gradient.array.shape[dim] > xShape[dim] {
          gradient = try narrow(gradient, dim, 0, xShape[dim])
        }
      }
      results[0] = gradient
    }
    if n.needs(1) {
      results[1] =
        transposed
        ? try convolveWeight(g, conj(n.x), weightShape, geometry) : try convolveWeight(conj(n.x), g, weightShape, geometry)
    }
    if n.needs(2) { results[2] = try sum(g, dims: [0] + Array(2..<g.dim)) }
    return results
  }
}

private func spread(_ values: [Int], _ rank: Int, _ name: String) throws(TorchError) -> [Int] {
  if values.count == rank { return values }
  guard values.count == 1 else {
    throw .runtime(
      "expected \(name) to be a single integer value or a list of \(rank) values to match the convolution dimensions, but "
        + "got \(name)=\(Dims(values).text)")
  }
  return [Int](repeating: values[0], count: rank)
}

private func checkConvolution(
  _ x: Tensor, _ weight: Tensor, _ bias: Tensor?, _ geometry: ConvolutionGeometry, _ transposed: Bool
) throws(TorchError) {
  guard geometry.padding.allSatisfy({ $0 >= 0 }) else { throw .runtime("negative padding is not supported") }
  guard geometry.stride.allSatisfy({ $0 > 0 }) else { throw .runtime("non-positive stride is not supported") }
  guard geometry.dilation.allSatisfy({ $0 > 0 }) else { throw .runtime("dilation should be greater than zero") }
  guard geometry.groups > 0 else { throw .runtime("non-positive groups is not supported") }
  let groups = geometry.groups
  let weightText = weight.array.shape.text
  let expected = transposed ? weight.array.shape[0] : weight.array.shape[1] &* groups
  guard weight.array.shape[0] >= groups else {
    throw .runtime(
      "Given groups=\(groups), expected weight to be at least \(groups) at dimension 0, but got weight of size \(weightText) instead")
  }
  guard weight.array.shape[0] % groups == 0, weight.array.shape[0] >= groups else {
    throw .runtime(
      "Given groups=\(groups), expected weight to be divisible by \(groups) at dimension 0, but got weight of size "
        + "\(weightText) instead")
  }
  guard x.array.shape[1] == expected else {
    throw .runtime(
      "Given \(transposed ? "transposed=1" : "groups=\(groups)"), weight of size \(weightText), expected "
        + "input\(x.array.shape.text) to have \(expected) channels, but got \(x.array.shape[1]) channels instead")
  }
  let outputs = transposed ? weight.array.shape[1] &* groups : weight.array.shape[0]
  if let bias, bias.dim != 1 || bias.count != outputs {
    throw .runtime(
      "Given \(transposed ? "transposed=1, " : "")weight of size \(weightText), expected bias to be 1-dimensional with "
        + "\(outputs) elements, but got bias of size \(bias.array.shape.text) instead")
  }
  guard x.dtype == weight.dtype else {
    throw .runtime("expected scalar type \(x.dtype.scalarTypeName) but found \(weight.dtype.scalarTypeName)")
  }
  if transposed { return }
  let padded = (0..<geometry.rank).map { x.array.shape[2 + $0] &+ 2 &* geometry.padding[$0] }
  let kernel = (0..<geometry.rank).map { geometry.dilation[$0] &* (weight.array.shape[2 + $0] - 1) &+ 1 }
  guard zip(padded, kernel).allSatisfy({ $0 >= $1 }) else {
    func text(_ sizes: [Int]) -> String { "(" + sizes.map { String($0) }.joined(separator: " x ") + ")" }
    throw .runtime(
      "Calculated padded input size per channel: \(text(padded)). Kernel size: \(text(kernel)). Kernel size can't be "
        + "greater than actual input size")
  }
}

private func transposedShape(
  _ x: Tensor, _ weight: Tensor, _ geometry: ConvolutionGeometry, _ extra: [Int]
) throws(TorchError) -> Dims {
  var shape = Dims(x.array.shape[0], weight.array.shape[1] &* geometry.groups)
  for dim in 0..<geometry.rank {
    guard extra[dim] < geometry.stride[dim] || extra[dim] < geometry.dilation[dim] else {
      throw .runtime(
        "output padding must be smaller than either stride or dilation, but got output_padding_height: "
          + "\(extra[0]) output_padding_width: \(extra[extra.count - 1]) stride_height: \(geometry.stride[0]) "
          + "stride_width: \(geometry.stride[geometry.rank - 1]) dilation_height: \(geometry.dilation[0]) "
          + "dilation_width: \(geometry.dilation[geometry.rank - 1])")
    }
    let size =
      (x.array.shape[2 + dim] - 1) &* geometry.stride[dim] &- 2 &* geometry.padding[dim] &+ geometry.dilation[dim]
      &* (weight.array.shape[2 + dim] - 1) &+ extra[dim] &+ 1
    guard size > 0 else {
      throw .runtime(
        "Given input size per channel: \(Dims(spatialSize(x.array)).text). Calculated output size per channel: (\(size)). "
          + "Output size is too small")
    }
    shape.append(size)
  }
  return shape
}

/// Padding of a convolution: amounts, or a size that keeps the input's.
public enum ConvolutionPadding: Sendable {
  case amounts([Int])
  /// As much as keeps the size, `padding='same'`.
  case same
  /// None, `padding='valid'`.
  case valid
}

/// Convolves with `dims` spatial dimensions: `F.conv1d`, `conv2d` and `conv3d`.
public func conv(
  dims: Int, _ x: Tensor, _ weight: Tensor, _ bias: Tensor? = nil, stride: [Int] = [1],
  padding: ConvolutionPadding = .amounts([0]), dilation: [Int] = [1], groups: Int = 1
) throws(TorchError) -> Tensor {
  let isBatched = try checkRank(dims, x, "conv\(dims)d")
  try checkWeightRank(dims, weight, stride)
  if let bias, bias.dtype != x.dtype {
    throw .runtime("Input type (\(x.dtype.cppName)) and bias type (\(bias.dtype.cppName)) should be the same")
  }
  var input = isBatched ? x : try unsqueeze(x, 0)
  var amounts: [Int]
  switch padding {
  case .amounts(let given): amounts = given
  case .valid: amounts = [0]
  case .same:
    guard stride.allSatisfy({ $0 == 1 }) else {
      throw .runtime("padding='same' is not supported for strided convolutions")
    }
    let spacing = try spread(dilation, dims, "dilation")
    amounts = []
    var uneven = [Int](repeating: 0, count: 2 * dims)
    for dim in 0..<dims {
      let total = spacing[dim] &* (weight.array.shape[2 + dim] - 1)
      amounts.append(total / 2)
      uneven[2 * (dims - 1 - dim) + 1] = total % 2
    }
    if uneven.contains(1) { input = try constantPad(input, uneven, 0) }
  }
  let result = try convolution(
    input, weight, bias, stride: stride, padding: amounts, dilation: dilation, groups: groups)
  return isBatched ? result : try squeeze(result, 0)
}

/// Convolves transposed with `dims` spatial dimensions: `F.conv_transpose1d` and so on.
public func convTranspose(
  dims: Int, _ x: Tensor, _ weight: Tensor, _ bias: Tensor? = nil, stride: [Int] = [1], padding: [Int] = [0],
  outputPadding: [Int] = [0], groups: Int = 1, dilation: [Int] = [1]
) throws(TorchError) -> Tensor {
  let isBatched = try checkRank(dims, x, "conv_transpose\(dims)d")
  try checkWeightRank(dims, weight, stride)
  let result = try convolution(
    isBatched ? x : unsqueeze(x, 0), weight, bias, stride: stride, padding: padding, dilation: dilation,
    transposed: true, outputPadding: outputPadding, groups: groups)
  return isBatched ? result : try squeeze(result, 0)
}

private func checkRank(_ dims: Int, _ x: Tensor, _ name: String) throws(TorchError) -> Bool {
  guard x.dim == dims + 1 || x.dim == dims + 2 else {
    throw .runtime(
      "Expected \(dims + 1)D (unbatched) or \(dims + 2)D (batched) input to \(name), but got input of size: "
        + x.array.shape.text)
  }
  return x.dim == dims + 2
}

private func checkWeightRank(_ dims: Int, _ weight: Tensor, _ stride: [Int]) throws(TorchError) {
  guard weight.dim >= 3 else { throw .runtime("weight should have at least three dimensions") }
  guard weight.dim == dims + 2 else {
    let wide = stride.count == dims ? stride : [Int](repeating: stride.first ?? 1, count: dims)
    throw .runtime(
      "expected stride to be a single integer value or a list of \(Swift.max(weight.dim - 2, 0)) values to match the "
        + "convolution dimensions, but got stride=\(Dims(wide).text)")
  }
}

/// Lays windows of (N, C, H, W) out as columns, `F.unfold`.
public func im2col(
  _ x: Tensor, kernel: [Int], dilation: [Int] = [1], padding: [Int] = [0], stride: [Int] = [1]
) throws(TorchError) -> Tensor {
  guard x.dim == 3 || x.dim == 4 else {
    throw .runtime(
      "Expected 3D or 4D (batch mode) tensor with possibly 0 batch size and other non-zero dimensions for input, but got: "
        + x.array.shape.text)
  }
  let isBatched = x.dim == 4
  let input = isBatched ? x : try unsqueeze(x, 0)
  let size = try spread(kernel, 2, "kernel_size")
  let geometry = try foldGeometry(dilation, padding, stride)
  let output = (0..<2).map { geometry.outputSize(input.array.shape[2 + $0], kernel: size[$0], $0) }
  guard output[0] > 0, output[1] > 0 else {
    throw .runtime(
      "Given input with spatial size (\(input.shape[2]), \(input.shape[3])), kernel_size=(\(size[0]), \(size[1])), "
        + "dilation=(\(geometry.dilation[0]), \(geometry.dilation[1])), padding=(\(geometry.padding[0]), "
        + "\(geometry.padding[1])), calculated shape of the array of sliding blocks as (\(output[0]), \(output[1])), but "
        + "its components must be at least one.")
  }
  let spatial = [input.shape[2], input.shape[3]]
  let array = try columns(input.array, size, output, geometry)
    .reshape(Dims(input.shape[0], input.shape[1] &* size[0] &* size[1], output[0] &* output[1]))
  let result = record("Im2ColBackward0", input, array) { (_, g) throws(TorchError) in
    try col2im(g, output: spatial, kernel: kernel, dilation: dilation, padding: padding, stride: stride)
  }
  return isBatched ? result : try squeeze(result, 0)
}

/// Adds columns back into (N, C, H, W), `F.fold`.
public func col2im(
  _ x: Tensor, output: [Int], kernel: [Int], dilation: [Int] = [1], padding: [Int] = [0], stride: [Int] = [1]
) throws(TorchError) -> Tensor {
  guard x.dim == 2 || x.dim == 3 else {
    throw .runtime(
      "Expected 2D or 3D (batch mode) tensor for input with possibly 0 batch size and non-zero dimensions for input, but "
        + "got: \(x.array.shape.text)")
  }
  let isBatched = x.dim == 3
  let input = isBatched ? x : try unsqueeze(x, 0)
  let size = try spread(kernel, 2, "kernel_size")
  let spatial = try spread(output, 2, "output_size")
  let geometry = try foldGeometry(dilation, padding, stride)
  let places = (0..<2).map { geometry.outputSize(spatial[$0], kernel: size[$0], $0) }
  let taps = size[0] &* size[1]
  guard taps > 0, input.shape[1] % taps == 0 else {
    throw .runtime(
      "Expected size of input's dimension 1 to be divisible by the product of kernel_size, but got "
        + "input.size(1)=\(input.shape[1]) and kernel_size=(\(size[0]), \(size[1])).")
  }
  guard input.shape[2] == places[0] &* places[1] else {
    throw .runtime(
      "Given output_size=(\(spatial[0]), \(spatial[1])), kernel_size=(\(size[0]), \(size[1])), "
        + "dilation=(\(geometry.dilation[0]), \(geometry.dilation[1])), padding=(\(geometry.padding[0]), "
        + "\(geometry.padding[1])), stride=(\(geometry.stride[0]), \(geometry.stride[1])), expected size of input's "
        + "dimension 2 to match the calculated number of sliding blocks \(places[0]) * \(places[1]) = "
        + "\(places[0] &* places[1]), but got input.size(2)=\(input.shape[2]).")
  }
  let shape = Dims([input.shape[0], input.shape[1] / taps] + spatial)
  let array = try foldColumns(input.array.contiguous(), shape, size, places, geometry)
  let result = record("Col2ImBackward0", input, array) { (_, g) throws(TorchError) in
    try im2col(g, kernel: kernel, dilation: dilation, padding: padding, stride: stride)
  }
  return isBatched ? result : try squeeze(result, 0)
}

private func foldGeometry(
  _ dilation: [Int], _ padding: [Int], _ stride: [Int]
) throws(TorchError) -> ConvolutionGeometry {
  let geometry = ConvolutionGeometry(
    stride: try spread(stride, 2, "stride"), padding: try spread(padding, 2, "padding"),
    dilation: try spread(dilation, 2, "dilation"), groups: 1)
  guard geometry.dilation.allSatisfy({ $0 > 0 }) else {
    throw .runtime(
      "dilation should be greater than zero, but got dilation_height: \(geometry.dilation[0]) dilation_width: "
        + "\(geometry.dilation[1])")
  }
  guard geometry.stride.allSatisfy({ $0 > 0 }) else {
    throw .runtime(
      "stride should be greater than zero, but got stride_height: \(geometry.stride[0]) stride_width: "
        + "\(geometry.stride[1])")
  }
  guard geometry.padding.allSatisfy({ $0 >= 0 }) else {
    throw .runtime(
      "padding should be non-negative, but got pad_height: \(geometry.padding[0]) pad_width: \(geometry.padding[1])")
  }
  return geometry
}
