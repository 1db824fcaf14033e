import Arrays
import Autograd
import Interpreter

/// Arguments whose form is particular to some operators.
extension Call {
  /// Ints with a default.
  func ints(_ i: Int, _ fallback: [Int]) -> [Int] { has(i) ? ints(i) : fallback }

  /// `memory_format`; nil for None.
  func memoryFormat(_ i: Int) -> MemoryFormat? { Convert.memoryFormat(base[i]) }

  /// A new tensor all of whose elements are alike, with the strides of parameter `i` or of a `memory_format`.
  func like(_ i: Int, _ made: Tensor, _ format: Int) throws(TorchError) -> Tensor {
    let (x, wanted) = (tensor(i), memoryFormat(format))
    if wanted == nil, x.array.isContiguous { return made }
    made.array = try made.array.restrided(like: x.array, wanted)
    return made
  }

  /// How a grid is read, from three parameters.
  func gridRule(_ i: Int) -> NDArray.GridRule {
    NDArray.GridRule(
      padding: NDArray.GridPadding(rawValue: Int32(clamping: int(i))) ?? .zeros, aligns: bool(i + 1), isNearest: bool(i + 2))
  }

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

  /// The same where the two flags of old programs, when given, decide.
  func reduction(_ i: Int, old: (average: Int, reduce: Int)) throws(TorchError) -> Reduction {
    try Reduction(name: reductionName(i, old: old))
  }

  /// Its name.
  func reductionName(_ i: Int, old: (average: Int, reduce: Int)) -> String {
    guard has(old.average) || has(old.reduce) else { return string(i, "mean") }
    guard !has(old.reduce) || bool(old.reduce) else { return "none" }
    return !has(old.average) || bool(old.average) ? "mean" : "sum"
  }

  /// Whether `searchsorted` finds the last place, as `right` or `side` says.
  func searchesRight() throws(TorchError) -> Bool {
    guard has(4) else { return bool(3, false) }
    let side = string(4)
    guard side == "left" || side == "right" else {
      throw TorchError(.runtime, "torch.searchsorted(): side can only be 'left' or 'right' but got \(side)")
    }
    guard side == "right" || !bool(3, false) else {
      throw TorchError(
        .runtime, "torch.searchsorted(): side and right can't be set to opposites, got side of left while right was True")
    }
    return side == "right"
  }

  /// What `searchsorted` searches, in the order of its `sorter`.
  func sortedSequence() throws(TorchError) -> Tensor {
    guard let sorter = optionalTensor(5) else { return tensor(0) }
    let values = tensor(0)
    guard values.shape == sorter.shape else {
      throw TorchError(
        .runtime,
        "torch.searchsorted(): boundary and sorter must have the same size, but got boundary tensor \(Dims(values.shape).text)"
          + "and got sorter tensor \(Dims(sorter.shape).text)")
    }
    guard sorter.dtype == .int64 else {
      throw TorchError(
        .runtime, "torch.searchsorted(): sorter must be a tensor of long dtype but got dtype \(sorter.dtype.scalarTypeName)")
    }
    if sorter.count > 0 {
      let (least, most) = (try sorter.array.amin().item().intValue, try sorter.array.amax().item().intValue)
      guard least >= 0, most < values.shape[values.dim - 1] else {
        throw TorchError(.runtime, "torch.searchsorted(): sorter index out of range")
      }
    }
    return try gather(values.detached(), -1, sorter)
  }

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

  /// What a norm is computed of: the tensor in the dtype that was asked for, which has to be able to hold a norm.
  func normed(_ i: Int, _ kind: String) throws(TorchError) -> Tensor {
    let x = tensor(0)
    guard let wanted = dtype(i) else { return x }
    guard x.dtype.isDifferentiable else {
      throw TorchError(
        .runtime,
        "linalg.\(kind)_norm: Expected a floating point or complex tensor as input. Got \(x.dtype.scalarTypeName)")
    }
    guard wanted.isDifferentiable else {
      throw TorchError(
        .runtime, "linalg.\(kind)_norm: dtype should be floating point or complex, but got \(wanted.scalarTypeName)")
    }
    guard x.dtype.isComplex == wanted.isComplex || !x.dtype.isComplex else {
      throw TorchError(
        .runtime,
        "linalg.\(kind)_norm: dtype should be complex for complex inputs, but got \(wanted.scalarTypeName)")
    }
    guard x.dtype.isComplex || !wanted.isComplex else {
      throw TorchError(
        .runtime, "linalg.\(kind)_norm: dtype should be real for real inputs, but got \(wanted.scalarTypeName)")
    }
    guard try Promotion.promote(x.dtype, wanted) == wanted else {
      throw TorchError(
        .runtime,
        "linalg.\(kind)_norm: the dtype of the input (\(x.dtype.scalarTypeName)) should be convertible without narrowing to the "
          + "specified dtype (\(wanted.scalarTypeName))")
    }
    return x.dtype == wanted ? x : try to(x, wanted)
  }

  /// `p` of a norm: a number, 'fro' or None.
  func order(_ i: Int) throws(TorchError) -> Double {
    guard has(i) else { return 2 }
    guard base[i].isKind(.str) || Convert.scalar(base[i]) != nil else {
      throw TorchError(
        .type, "linalg_vector_norm(): argument 'ord' (position 2) must be Number, not \(vm.type(of: base[i]).operandName)")
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
    if spacing == nil, !spacings.isEmpty || dims == nil, let dims, spacings.count != dims.count {
      throw TorchError(
        .runtime,
        "torch.gradient expected spacing to be unspecified, a scalar or it's spacing and dim arguments to have the same length, but "
          + "got a spacing argument of length \(spacings.count) and a dim argument of length \(dims.count).")
    }
    for (k, dim) in places.enumerated() where places[..<k].contains(where: { ($0 - dim) % Swift.max(x.dim, 1) == 0 }) {
      throw TorchError(.runtime, "dim \(dim) appears multiple times in the list of dims")
    }
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
  func outputSizes(_ i: Int, _ count: Int, _ name: String) throws(TorchError) -> [Int?] {
    let start = "\(name)\(count)d(): argument 'output_size' (position 2) must be tuple of ints, "
    if base[i].isBool { throw TorchError(.type, start + "not bool") }
    if !base[i].isKind(.tensor), let one = Convert.int(base[i]) { return Array(repeating: one, count: count) }
    if base[i].isKind(.tensor) {
      guard tensor(i).dim > 0 else { throw TorchError(.type, "len() of a 0-d tensor") }
      throw TorchError(.type, start + "but found element of type Tensor at pos 0")
    }
    guard let items = Convert.items(base[i]) else {
      if count == 1 { throw TorchError(.type, start + "not \(vm.type(of: base[i]).operandName)") }
      if base[i].isKind(.str) { throw .value("Input dimension should be at least \(string(i).count + 1)") }
      if base[i].isKind(.dict) { return [] }
      throw TorchError(.type, "object of type '\(vm.type(of: base[i]).operandName)' has no len()")
    }
    guard count == 1 || items.count < tensor(0).dim else {
      throw .value("Input dimension should be at least \(items.count + 1)")
    }
    for (k, item) in items.enumerated() where !item.isNone && (item.isKind(.tensor) || Convert.int(item) == nil) {
      throw TorchError(.type, start + "but found element of type \(vm.type(of: item).operandName) at pos \(k)")
    }
    return items.map { Convert.int($0) }
  }

  /// Two lists of dimensions: `dims` of tensordot, which may be a tensor of two rows.
  func contractedDims(_ i: Int) throws(TorchError) -> [[Int]] {
    if base[i].isUndefined { return [[-2, -1], [0, 1]] }
    if base[i].isKind(.tensor) {
      let x = tensor(i)
      guard x.dim > 1 else { return try [[x.item().intValue], [x.item().intValue]] }
      guard x.shape[0] == 2 else {
        throw TorchError(.runtime, "dims tensor must have size 2 in first dimension, got \(x.shape[0])")
      }
      return try [0, 1].map { (k) throws(TorchError) in try select(x, 0, k).array.to(.int64).integers() }
    }
    guard let items = Convert.items(base[i]) else {
      let shown = (try? vm.str(value(i)).string) ?? ""
      throw TorchError(
        .runtime,
        "tensordot expects dims to be int or tuple[list[int], list[int]] or list[list[int]] containing two lists, but got "
          + "dims=\(shown)")
    }
    guard items.count == 2 else {
      throw .value(
        items.count < 2
          ? "not enough values to unpack (expected 2, got \(items.count))" : "too many values to unpack (expected 2)")
    }
    var lists: [[Int]] = []
    for (item, name) in zip(items, ["dims_self", "dims_other"]) {
      guard let list = Convert.items(item), let numbers = Convert.ints(item), list.count == numbers.count else {
        throw TorchError(
          .type,
          "tensordot(): argument '\(name)' (position \(lists.count + 3)) must be tuple of ints, not "
            + vm.type(of: item).operandName)
      }
      lists.append(numbers)
    }
    return lists
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
