import Arrays
import Autograd
import Interpreter

/// `torch.autocast("cpu")`: operators that compute in a shorter dtype, in float32, or in the widest of their operands.
enum Autocast {
  private enum Rule { case short, wide, widest }

  private static let rules: [String: Rule] = {
    var made: [String: Rule] = [:]
    let short: [String] = [
      "conv1d", "conv2d", "conv3d", "conv_transpose1d", "conv_transpose2d", "conv_transpose3d", "bmm", "mm", "baddbmm",
      "addmm", "addbmm", "linear", "matmul", "prelu", "scaled_dot_product_attention", "vecdot", "chain_matmul",
    ]
    let wide: [String] = [
      "avg_pool3d", "binary_cross_entropy", "grid_sample", "polar", "prod", "quantile", "nanquantile", "stft", "cdist",
      "trace", "view_as_complex", "cholesky", "cholesky_inverse", "cholesky_solve", "inverse", "lu_solve", "orgqr",
      "ormqr", "pinverse", "max_pool3d", "max_unpool2d", "max_unpool3d", "adaptive_avg_pool3d", "reflection_pad1d",
      "replication_pad1d", "mse_loss", "cosine_embedding_loss", "nll_loss", "hinge_embedding_loss", "poisson_nll_loss",
      "smooth_l1_loss", "cross_entropy", "l1_loss", "huber_loss", "margin_ranking_loss", "multilabel_margin_loss",
      "soft_margin_loss", "triplet_margin_loss", "multi_margin_loss", "ctc_loss", "kl_div", "gaussian_nll_loss",
    ]
    for name in short { made[name] = .short }
    for name in wide { made[name] = .wide }
    for name in ["stack", "cat", "index_copy"] { made[name] = .widest }
    return made
  }()

  /// Tells whether an operator computes in another dtype under autocast.
  static func concerns(_ name: String) -> Bool { rules[name] != nil }

  /// Calls an operator with its floating point operands converted; autocast is off meanwhile.
  static func call(
    _ vm: VM, _ torch: TorchState, _ row: Operator, _ arguments: Arguments, shownName: String?, isMethod: Bool
  ) throws(Raised) -> Value {
    guard let short = torch.autocast, let rule = rules[row.name] else {
      return try row.call(vm, torch, arguments, shownName: shownName, isMethod: isMethod)
    }
    let count = arguments.positionalCount + (arguments.keywordNames?.count ?? 0)
    let target: DType
    switch rule {
    case .short: target = short
    case .wide: target = .float32
    case .widest:
      var isWide = false
      for k in 0..<count { for tensor in tensors(torch, arguments.base[k]) where tensor.dtype == .float32 { isWide = true } }
      target = isWide ? .float32 : short
    }
    torch.autocast = nil
    defer { torch.autocast = short }
    let start = try vm.reserveStack(count)
    defer { vm.releaseStack(start, count: count) }
    for k in 0..<count { start[k] = try converted(vm, torch, arguments.base[k], target).owned }
    let changed = Arguments(base: start, count: arguments.count, keywordNames: arguments.keywordNames)
    return try row.call(vm, torch, changed, shownName: shownName, isMethod: isMethod)
  }

  /// A tensor in the dtype of matrix products; the same when autocast is off.
  @inline(__always)
  static func short(_ torch: TorchState, _ x: Tensor) throws(TorchError) -> Tensor {
    guard let short = torch.autocast else { return x }
    return try cast(x, short)
  }

  private static func cast(_ x: Tensor, _ dtype: DType) throws(TorchError) -> Tensor {
    guard x.dtype.isFloatingPoint, x.dtype != .float64, x.dtype != dtype else { return x }
    return try to(x, dtype)
  }

  private static func tensors(_ torch: TorchState, _ slot: Slot) -> [Tensor] {
    if slot.isKind(.tensor) { return [Convert.tensor(torch, slot)] }
    guard let items = Convert.items(slot), items.allSatisfy({ $0.isKind(.tensor) }) else { return [] }
    return items.map { Convert.tensor(torch, $0) }
  }

  private static func converted(
    _ vm: VM, _ torch: TorchState, _ slot: Slot, _ dtype: DType
  ) throws(Raised) -> Value {
    let found = tensors(torch, slot)
    guard !found.isEmpty, found.contains(where: { $0.dtype.isFloatingPoint && $0.dtype != dtype }) else { return slot.value }
    let made = try torchCall(vm) { () throws(TorchError) in
      var list: [Tensor] = []
      for x in found { list.append(try cast(x, dtype)) }
      return list
    }
    if slot.isKind(.tensor) { return torch.value(vm, made[0]) }
    return .object(ListObject(vm, made.map { torch.value(vm, $0) }))
  }
}
