import Arrays
import Autograd
import Interpreter

/// Arguments whose form is particular to some operators.
extension Call {
  /// Ints with a default.
  func ints(_ i: Int, _ fallback: [Int]) -> [Int] { has(i) ? ints(i) : fallback }

  /// The list of small tensors before a dimension joined; nil: the general function has to look.
  func joined(isNew: Bool) -> Tensor? {
    guard let items = Convert.items(base[0]) else { return nil }
    return plainJoin(items.count, int(1, 0), isNew: isNew) { Convert.tensor(torch, items[$0]) }
  }

  /// Sums of a small matrix over the one dimension given as an int; nil: the general function has to look.
  func plainSum(dtype: Int) -> Tensor? {
    guard base[1].isInt, !has(dtype) else { return nil }
    return sumPlainly(tensor(0), base[1].asInt, keepDim: bool(2, false))
  }

  /// Tensors of which some may be None.
  func optionalTensors(_ i: Int) -> [Tensor?] {
    guard let items = Convert.items(base[i]) else { return [] }
    return items.map { $0.isNone ? nil : Convert.tensor(torch, $0) }
  }

  /// A new tensor with `requires_grad` set.
  func leaf(_ tensor: Tensor, _ flag: Int) throws(TorchError) -> Value {
    guard bool(flag) else { return wrap(tensor) }
    if !tensor.dtype.isFloatingPoint && !tensor.dtype.isComplex {
      throw TorchError(.runtime, "Only Tensors of floating point and complex dtype can require gradients")
    }
    return wrap(try tensor.setRequiresGrad(true))
  }

  /// `reduction='mean'`.
  func reduction(_ i: Int) throws(TorchError) -> Reduction { try Reduction(name: string(i, "mean")) }

  /// `rounding_mode`; nil for None.
  func rounding(_ i: Int) throws(TorchError) -> RoundingMode? {
    guard has(i) else { return nil }
    guard let mode = RoundingMode(rawValue: string(i)) else {
      throw TorchError(
        .runtime, "div expected rounding_mode to be one of None, 'trunc', or 'floor' but found '\(string(i))'")
    }
    return mode
  }

  /// `interpolation='linear'`.
  func quantileMode(_ i: Int) throws(TorchError) -> QuantileInterpolation {
    guard let mode = QuantileInterpolation(rawValue: string(i, "linear")) else {
      throw TorchError(
        .runtime,
        "quantile() interpolation must be one of linear, lower, higher, midpoint or nearest, but got \(string(i))")
    }
    return mode
  }

  /// A limit given as a number or a tensor; nil for None.
  func limit(_ i: Int) throws(TorchError) -> Tensor? {
    guard has(i) else { return nil }
    if base[i].isKind(.tensor) { return tensor(i) }
    return try scalarTensor(.double(double(i)), tensor(0).dtype.realType)
  }

  /// `p` of a norm: a number, 'fro' or None.
  func order(_ i: Int) throws(TorchError) -> Double {
    guard has(i) else { return 2 }
    guard base[i].isKind(.str) || Convert.scalar(base[i]) != nil else {
      throw TorchError(
        .type, "linalg_vector_norm(): argument 'ord' (position 2) must be Number, not \(vm.type(of: base[i]).name)")
    }
    if base[i].isKind(.str) {
      if string(i) == "fro" { return 2 }
      throw TorchError(.runtime, "linalg.matrix_norm: Order \(string(i)) not supported.")
    }
    return number(i).doubleValue
  }

  /// Norm of matrices by its order: a number, 'fro', 'nuc' or None.
  func matrixNorm(_ x: Tensor, _ i: Int, keepDim: Bool) throws(TorchError) -> Tensor {
    if !has(i) { return try Autograd.matrixNorm(x, .frobenius, keepDim: keepDim) }
    if base[i].isKind(.str) {
      switch string(i) {
      case "fro": return try Autograd.matrixNorm(x, .frobenius, keepDim: keepDim)
      case "nuc": return try Autograd.matrixNorm(x, .nuclear, keepDim: keepDim)
      default: throw TorchError(.runtime, "linalg.matrix_norm: Order \(string(i)) not supported.")
      }
    }
    return try Autograd.matrixNorm(x, .order(number(i).doubleValue), keepDim: keepDim)
  }

  /// Numerical derivatives along dimensions, each with its spacing.
  func gradients(
    _ x: Tensor, _ dims: [Int]?, _ spacings: [Double], _ spacing: Scalar?, _ edgeOrder: Int
  ) throws(TorchError) -> [Tensor] {
    let places = dims ?? Array(0..<x.dim)
    var results: [Tensor] = []
    for (k, dim) in places.enumerated() {
      let step = k < spacings.count ? spacings[k] : spacing?.doubleValue ?? 1
      results.append(try gradient(x, spacing: step, dim: dim, edgeOrder: edgeOrder))
    }
    return results
  }

  /// `padding`: ints, 'same' or 'valid'.
  func convolutionPadding(_ i: Int) throws(TorchError) -> ConvolutionPadding {
    if base[i].isKind(.str) {
      switch string(i) {
      case "same": return .same
      case "valid": return .valid
      default: throw TorchError(.value, "Invalid padding string '\(string(i))', should be one of 'valid', 'same'")
      }
    }
    return .amounts(ints(i, [0]))
  }

  /// Ints for `count` dimensions; one int stands for all.
  func spatial(_ i: Int, _ count: Int) -> [Int] {
    let given = ints(i)
    return given.count == 1 ? Array(repeating: given[0], count: count) : given
  }

  /// Sizes of which some may be None, which keeps the size.
  func outputSizes(_ i: Int, _ count: Int) -> [Int?] {
    if let one = Convert.int(base[i]) { return Array(repeating: one, count: count) }
    guard let items = Convert.items(base[i]) else { return Array(repeating: nil, count: count) }
    return items.map { Convert.int($0) }
  }

  /// Two lists of dimensions: `dims` of tensordot.
  func intLists(_ i: Int) -> [[Int]] {
    guard let items = Convert.items(base[i]) else { return [] }
    return items.map { Convert.ints($0) ?? [] }
  }

  /// Output size of max_unpool.
  func unpoolSize(
    _ x: Tensor, _ dims: Int, kernel: [Int], stride: [Int]?, padding: [Int], given: [Int]?
  ) -> [Int] {
    if let given { return Array(given.suffix(dims)) }
    let spatial = Array(x.shape.suffix(dims))
    func at(_ list: [Int], _ k: Int) -> Int { list.count == 1 ? list[0] : (k < list.count ? list[k] : 0) }
    let steps = stride ?? kernel
    return spatial.enumerated().map { (k, n) in
      let step = at(steps, k)
      return (n &- 1) &* step &+ at(kernel, k) &- 2 &* at(padding, k)
    }
  }

  /// Gives `self` another view of its elements (`t_`, `squeeze_`).
  func viewInPlace(_ body: (Tensor) throws(TorchError) -> Tensor) throws(TorchError) -> Value {
    let target = tensor(0)
    if target.requiresGrad && target.isLeaf && GradMode.isEnabled {
      throw TorchError(
        .runtime, "a leaf Variable that requires grad is being used in an in-place operation.")
    }
    if target.requiresGrad {
      _ = try inPlace(target, body)
    } else {
      target.array = try body(Tensor(target.array)).array
    }
    return value(0)
  }
}

extension Rows {
  /// An activation with torch's `inplace` flag.
  static func activation(
    _ a: Call, _ x: Tensor, _ flag: Int, _ body: (Tensor) throws(TorchError) -> Tensor
  ) throws(TorchError) -> Value {
    if a.bool(flag) {
      _ = try inPlace(x, body)
      return a.value(0)
    }
    return a.wrap(try body(x))
  }
}
