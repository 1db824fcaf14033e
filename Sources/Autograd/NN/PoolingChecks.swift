import Arrays

/// What torch refuses of the arguments of pooling, in the order of its checks.
///
/// Each of its functions has texts of its own: `max_pool1d` without places is another kernel than with them.

/// Sizes of sliding windows, one number for each spatial dimension.
struct PoolSizes {
  var kernel, stride, padding, dilation: [Int]

  /// Spreads single numbers over `dims` dimensions; no stride is the kernel's size.
  init(_ name: String, _ dims: Int, _ kernel: [Int], _ stride: [Int], _ padding: [Int], _ dilation: [Int] = [1]) throws(TorchError) {
    self.kernel = try PoolSizes.spread(kernel, dims, name, "kernel_size")
    self.stride = stride.isEmpty ? self.kernel : try PoolSizes.spread(stride, dims, name, "stride")
    self.padding = try PoolSizes.spread(padding, dims, name, "padding")
    self.dilation = try PoolSizes.spread(dilation, dims, name, "dilation")
  }

  /// The same with a dimension of one place in front.
  var asRows: PoolSizes {
    var rows = self
    rows.kernel.insert(1, at: 0)
    rows.stride.insert(1, at: 0)
    rows.padding.insert(0, at: 0)
    rows.dilation.insert(1, at: 0)
    return rows
  }

  private static func spread(_ values: [Int], _ dims: Int, _ name: String, _ what: String) throws(TorchError) -> [Int] {
    if values.count == dims { return values }
    if values.count == 1 { return [Int](repeating: values[0], count: dims) }
    switch name {
    case "max_pool1d":
      let kinds = what == "stride" ? "None, an int, list of ints, or" : what == "padding" ? "an int, list of ints, or" : "an int, list of ints or"
      throw .runtime("max_pool1d() \(what) must be \(kinds) tuple of ints of size 1 but got size \(values.count)")
    case "avg_pool1d": throw .runtime("avg_pool1d() argument '\(what)' should contain one int (got \(values.count))")
    default:
      let either = name == "avg_pool3d" ? "" : "either "
      let kinds = what == "stride" ? "\(either)be omitted, a single int," : what == "dilation" ? "be \(either)a single int," : "\(either)be a single int,"
      throw .runtime("\(name): \(what) must \(kinds) or a tuple of \(dims == 2 ? "two" : "three") ints")
    }
  }

  /// Refuses inputs and sizes that pooling does not take.
  func check(_ x: Tensor, _ name: String) throws(TorchError) {
    try x.checkPooledRank(kernel.count, name)
    try checkWindows()
    try checkPadding()
    try x.checkPooledSizes(kernel.count, name)
    guard name == "avg_pool3d" else { return }
    let size = Array(x.shape.suffix(3))
    guard (0..<3).allSatisfy({ size[$0] &+ 2 &* padding[$0] >= kernel[$0] }) else {
      throw .runtime(
        "input image (T: \(size[0]) H: \(size[1]) W: \(size[2])) smaller than kernel size (kT: \(kernel[0]) kH: \(kernel[1]) kW: "
          + "\(kernel[2]))")
    }
  }

  /// Refuses sizes that no kernel takes.
  private func checkWindows() throws(TorchError) {
    guard !stride.contains(0) else { throw .runtime("stride should not be zero") }
    guard kernel.allSatisfy({ $0 > 0 }) else {
      let names = kernel.count == 3 ? ["kT", "kH", "kW"] : ["kH", "kW"]
      throw .runtime(
        "kernel size should be greater than zero, but got "
          + zip(names, kernel).map { "\($0): \($1)" }.joined(separator: " "))
    }
    guard stride.allSatisfy({ $0 > 0 }) else { throw .runtime("stride should not be zero") }
    guard dilation.allSatisfy({ $0 > 0 }) else {
      let names = dilation.count == 3 ? ["dilationT", "dilationH", "dilationW"] : ["dilationH", "dilationW"]
      throw .runtime(
        "dilation should be greater than zero, but got "
          + zip(names, dilation).map { "\($0): \($1)" }.joined(separator: " "))
    }
  }

  /// Refuses paddings that windows could lie in as a whole.
  private func checkPadding() throws(TorchError) {
    for dim in 0..<kernel.count {
      guard padding[dim] >= 0 else { throw .runtime("pad must be non-negative, but got pad: \(padding[dim])") }
      guard padding[dim] <= ((kernel[dim] - 1) &* dilation[dim] &+ 1) / 2 else {
        throw .runtime(
          "pad should be at most half of effective kernel size, but got pad=\(padding[dim]), kernel_size=\(kernel[dim]) and "
            + "dilation=\(dilation[dim])")
      }
    }
  }

  /// What `max_pool1d` checks when it gives no places.
  func checkLine(_ x: Tensor) throws(TorchError) {
    let isFilled = x.dim == 2 || x.dim == 3 ? !x.shape.suffix(2).contains(0) : false
    guard isFilled else {
      throw .runtime(
        "max_pool1d: Expected 2D or 3D (batch mode) tensor with optional 0 dim batch size for input, but got:"
          + (x.dim == 0 ? "[]" : x.array.shape.text))
    }
    guard kernel[0] > 0 else {
      throw .runtime("max_pool1d() kernel_size must be greater than zero, but got \(kernel[0])")
    }
    guard stride[0] > 0 else { throw .runtime("max_pool1d() stride must be greater than zero, but got \(stride[0])") }
    guard padding[0] >= 0 else { throw .runtime("max_pool1d() padding must be non-negative, but got \(padding[0])") }
    guard padding[0] <= kernel[0] / 2 else {
      throw .runtime(
        "max_pool1d() padding should be at most half of kernel size, but got padding=\(padding[0]) and kernel_size=\(kernel[0])")
    }
    guard dilation[0] > 0 else {
      throw .runtime("max_pool1d() dilation must be greater than zero, but got \(dilation[0])")
    }
  }
}

extension Tensor {
  /// Refuses an input of pooling that has another number of dimensions than it takes.
  func checkPooledRank(_ dims: Int, _ name: String) throws(TorchError) {
    if name == "avg_pool2d" {
      if dim < 3 { _ = try array.normalize(dim: -3) }
      return
    }
    guard dim != dims + 1, dim != dims + 2 else { return }
    throw .runtime(
      dims == 1
        ? "Expected 2 to 3 dimensions, but got \(dim)-dimensional tensor for argument #1 'self' (while checking arguments for "
          + "\(name))"
        : "non-empty \(dims + 1)D or \(dims + 2)D (batch mode) tensor expected for input")
  }

  /// Refuses an input of pooling that has nothing in a dimension that is no batch.
  func checkPooledSizes(_ dims: Int, _ name: String) throws(TorchError) {
    let isRightRank = dim == dims + 1 || dim == dims + 2
    if isRightRank, !shape.suffix(dims + 1).contains(0) { return }
    if dims == 3 {
      let function = name == "max_pool3d" ? "max_pool3d_with_indices_out_cpu_template" : name
      throw .runtime(
        "\(function)(): Expected input's non-batch dimensions to have positive length, but input has a shape of "
          + "\(array.shape.text) and non-batch dimension 0 has length zero!")
    }
    throw .runtime(
      "Expected 3D or 4D (batch mode) tensor with optional 0 dim batch size for input, but got:\(array.shape.text)")
  }

  /// Refuses an input of adaptive pooling that has nothing in a dimension of space; the largest are not taken of no channel.
  func checkAdaptive(_ dims: Int, _ name: String) throws(TorchError) {
    let first = name.hasPrefix("adaptive_avg") && dims < 3 ? dim - dims : 1
    for position in first..<dim where shape[position] == 0 {
      throw .runtime(
        "\(name)(): Expected input to have non-zero size for non-batch dimensions, but input has sizes \(array.shape.text) "
          + "with dimension \(position) being empty")
    }
  }
}

/// Refuses a list of output sizes of another length than there are dimensions of space.
func checkAdaptiveOutput(_ x: Tensor, _ count: Int, _ dims: Int, _ name: String) throws(TorchError) {
  guard count != dims else { return }
  if dims > 1, x.dim <= count { throw .value("Input dimension should be at least \(count + 1)") }
  if dims == 1 { throw .runtime("\(name)() argument 'output_size' should contain one int (got \(count))") }
  throw .runtime(
    name.hasPrefix("adaptive_avg")
      ? "\(name): output_size must be \(dims)" : "\(name)(): internal error: output_size.size() must be \(dims)")
}
