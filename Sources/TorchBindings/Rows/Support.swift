import Arrays
import Autograd
import Interpreter

/// What several rows need between schema and operator.
extension Rows {
  /// `values` and `indices` as torch's named tuple.
  static func selected(_ a: Call, _ name: String, _ result: Selected) -> Value {
    a.named(name, [("values", result.values), ("indices", result.indices)])
  }

  static func minAndMax(_ a: Call, _ result: (min: Tensor, max: Tensor)) -> Value {
    a.named("aminmax", [("min", result.min), ("max", result.max)])
  }

  static func pair(_ a: Call, _ result: (variance: Tensor, mean: Tensor)) -> Value {
    a.tuple([result.variance, result.mean])
  }
  static func pair(_ a: Call, _ result: (std: Tensor, mean: Tensor)) -> Value { a.tuple([result.std, result.mean]) }

  /// The result of a pooling, with indices when asked for.
  static func pooled(_ a: Call, _ flag: Int, _ result: Selected) -> Value {
    a.bool(flag) ? a.tuple([result.values, result.indices]) : a.wrap(result.values)
  }

  static func divide(_ x: Tensor, _ y: Tensor, _ mode: String) throws(TorchError) -> Tensor {
    switch mode {
    case "": return try div(x, y)
    case "floor", "trunc": return try div(x, y, roundingMode: RoundingMode(rawValue: mode) ?? .floor)
    default: throw roundingError(mode)
    }
  }
  static func divide(_ x: Tensor, _ y: Scalar, _ mode: String) throws(TorchError) -> Tensor {
    switch mode {
    case "": return try div(x, y)
    case "floor", "trunc": return try div(x, y, roundingMode: RoundingMode(rawValue: mode) ?? .floor)
    default: throw roundingError(mode)
    }
  }
  private static func roundingError(_ mode: String) -> TorchError {
    TorchError(
      .runtime, "div expected rounding_mode to be one of None, 'trunc', or 'floor' but found '\(mode)'")
  }

  /// One tensor of places per dimension.
  static func nonzeroTuple(_ x: Tensor) throws(TorchError) -> [Tensor] {
    try unbind(nonzero(x.dim == 0 ? unsqueeze(x, 0) : x), 1)
  }

  static func sumDims(_ x: Tensor, _ dims: [Int]?, _ keepDim: Bool, _ dtype: DType?) throws(TorchError) -> Tensor {
    guard let dims else { return keepDim ? try sum(x, dims: [], keepDim: true, dtype: dtype) : try sum(x, dtype: dtype) }
    return try sum(x, dims: dims, keepDim: keepDim, dtype: dtype)
  }
  static func meanDims(_ x: Tensor, _ dims: [Int]?, _ keepDim: Bool, _ dtype: DType?) throws(TorchError) -> Tensor {
    guard let dims else { return keepDim ? try mean(x, dims: [], keepDim: true, dtype: dtype) : try mean(x, dtype: dtype) }
    return try mean(x, dims: dims, keepDim: keepDim, dtype: dtype)
  }

  /// The order of a norm: a number, "fro", "inf" or None.
  static func normOrder(_ a: Call, _ i: Int) throws(TorchError) -> Double {
    if !a.has(i) { return 2 }
    if a.base[i].isKind(.str) {
      switch a.string(i) {
      case "fro": return 2
      case "inf": return .infinity
      default: throw TorchError(.runtime, "norm: order '\(a.string(i))' is not supported")
      }
    }
    return a.double(i, 2)
  }

  static func viewAs(_ x: Tensor, _ dtype: DType?) throws(TorchError) -> Tensor {
    guard let dtype, dtype != x.dtype else { return try view(x, x.shape) }
    throw TorchError(.notImplemented, "view(dtype) to \(dtype.name) is not implemented")
  }

  static func scatterBy(
    _ x: Tensor, _ dim: Int, _ index: Tensor, _ source: Tensor, _ name: String, _ includeSelf: Bool
  ) throws(TorchError) -> Tensor {
    let names = ["add": "sum", "multiply": "prod"]
    guard let reduction = ScatterReduction(rawValue: names[name] ?? name) else {
      throw TorchError(.runtime, "reduce argument must be either sum, prod, mean, amax or amin, got \(name).")
    }
    return try scatterReduce(x, dim, index, source, reduction, includeSelf: includeSelf)
  }

  /// A list of tensors where None stands for a whole dimension.
  static func optionals(_ a: Call, _ i: Int) -> [Tensor?] {
    guard let items = Convert.items(a.base[i]) else { return [] }
    return items.map { $0.isNone ? nil : Convert.tensor(a.torch, $0) }
  }

  static func innerProduct(_ x: Tensor, _ y: Tensor) throws(TorchError) -> Tensor {
    if x.dim == 0 || y.dim == 0 { return try mul(x, y) }
    return try tensordot(x, y, dims: ([x.dim - 1], [y.dim - 1]))
  }

  /// The dimension of softmax when none is given, as torch chooses it (with a warning there).
  static func implicitDim(_ a: Call, _ i: Int) -> Int {
    if let dim = a.optionalInt(i) { return dim }
    let rank = a.tensor(0).dim
    return rank == 0 || rank == 1 || rank == 3 ? 0 : 1
  }

  /// `reduction=`, with torch's error for other texts.
  static func reduction(_ a: Call, _ i: Int) throws(TorchError) -> Reduction {
    let text = a.string(i, "mean")
    guard let found = Reduction(rawValue: text) else {
      throw TorchError(.value, "\(text) is not a valid value for reduction")
    }
    return found
  }

  /// A window parameter: one int stands for all dimensions.
  static func window(_ a: Call, _ i: Int, _ count: Int, _ fallback: Int = 1) -> [Int] {
    guard let values = a.optionalInts(i) else { return [Int](repeating: fallback, count: count) }
    return values.count == 1 ? [Int](repeating: values[0], count: count) : values
  }

  static func padding(_ a: Call, _ i: Int) throws(TorchError) -> ConvolutionPadding {
    if a.base[i].isKind(.str) {
      switch a.string(i) {
      case "same": return .same
      case "valid": return .amounts([0])
      default: throw TorchError(.runtime, "padding must be 'same' or 'valid', got '\(a.string(i))'")
      }
    }
    return .amounts(a.optionalInts(i) ?? [0])
  }

  /// `output_size` of adaptive pooling: None keeps a dimension.
  static func outputSize(_ a: Call, _ i: Int, _ count: Int) -> [Int?] {
    if let one = Convert.int(a.base[i]) { return [Int?](repeating: one, count: count) }
    return Convert.items(a.base[i])?.map { Convert.int($0) } ?? []
  }
}
