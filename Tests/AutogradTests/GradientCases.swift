@testable import Arrays
@testable import Autograd

private let square: [[Int]] = [[3, 4]]
private let pair: [[Int]] = [[3, 4], [3, 4]]
private let stretched: [[Int]] = [[3, 1], [4]]

private func places(_ values: [Int], _ shape: [Int]? = nil) throws -> Tensor {
  Tensor(try NDArray.from(values, Dims(shape ?? [values.count]), .int64))
}

private func mask(_ values: [Int], _ shape: [Int]) throws -> Tensor { try to(places(values, shape), .bool) }

extension GradientCase {
  static let all: [GradientCase] =
    arithmetic + pointwise + views + copying + reductions + products + indexing + selection + activations + losses
    + layers + windows + combining + statistics + linearAlgebra

  private static let arithmetic: [GradientCase] = [
    GradientCase("add", stretched) { try add($0[0], $0[1]) },
    GradientCase("add alpha", pair) { try add($0[0], $0[1], alpha: 0.3) },
    GradientCase("add number", square) { try add($0[0], 2, alpha: 3) },
    GradientCase("sub", stretched) { try sub($0[0], $0[1]) },
    GradientCase("sub alpha", pair) { try sub($0[0], $0[1], alpha: 0.3) },
    GradientCase("rsub", square) { try rsub($0[0], 2.5) },
    GradientCase("mul", stretched) { try mul($0[0], $0[1]) },
    GradientCase("mul number", square) { try mul($0[0], 2.5) },
    GradientCase("div", stretched) { try div($0[0], $0[1]) },
    GradientCase("div number", square) { try div($0[0], 2.5) },
    GradientCase("remainder", pair, .positive) { try remainder($0[0], $0[1]) },
    GradientCase("fmod number", square, .positive) { try fmod($0[0], 0.77) },
    GradientCase("pow number", square) { try pow($0[0], 3) },
    GradientCase("pow fraction", square, .positive) { try pow($0[0], 1.7) },
    GradientCase("pow", pair, .positive) { try pow($0[0], $0[1]) },
    GradientCase("pow of number", square) { try pow(1.8, $0[0]) },
    GradientCase("maximum", pair) { try maximum($0[0], $0[1]) },
    GradientCase("minimum", pair) { try minimum($0[0], $0[1]) },
    GradientCase("fmax", pair) { try fmax($0[0], $0[1]) },
    GradientCase("fmin", pair) { try fmin($0[0], $0[1]) },
    GradientCase("atan2", pair) { try atan2($0[0], $0[1]) },
    GradientCase("hypot", pair) { try hypot($0[0], $0[1]) },
    GradientCase("logaddexp", pair) { try logaddexp($0[0], $0[1]) },
    GradientCase("logaddexp2", pair) { try logaddexp2($0[0], $0[1]) },
    GradientCase("xlogy", pair, .positive) { try xlogy($0[0], $0[1]) },
    GradientCase("copysign", pair) { try copysign($0[0], $0[1]) },
    GradientCase("lerp number", pair) { try lerp($0[0], $0[1], weight: 0.3) },
    GradientCase("lerp", [[3, 4], [3, 4], [4]]) { try lerp($0[0], $0[1], weight: $0[2]) },
    GradientCase("addcmul", [[3, 4], [4], [3, 1]]) { try addcmul($0[0], $0[1], $0[2], value: 0.7) },
    GradientCase("addcdiv", [[3, 4], [4], [3, 1]]) { try addcdiv($0[0], $0[1], $0[2], value: 0.7) },
    GradientCase("where", pair) { try `where`(mask([1, 0, 1, 0], [4]), $0[0], $0[1]) },
    GradientCase("masked fill", square) { try maskedFill($0[0], mask([1, 0, 1, 0], [4]), 2) },
    GradientCase("masked fill tensor", [[3, 4], []]) { try maskedFill($0[0], mask([1, 0, 1, 0], [4]), $0[1]) },
  ]

  private static let pointwise: [GradientCase] = [
    GradientCase("neg", square) { try neg($0[0]) },
    GradientCase("abs", square) { try abs($0[0]) },
    GradientCase("square", square) { try Autograd.square($0[0]) },
    GradientCase("reciprocal", square) { try reciprocal($0[0]) },
    GradientCase("sqrt", square, .positive) { try sqrt($0[0]) },
    GradientCase("rsqrt", square, .positive) { try rsqrt($0[0]) },
    GradientCase("exp", square) { try exp($0[0]) },
    GradientCase("exp2", square) { try exp2($0[0]) },
    GradientCase("expm1", square) { try expm1($0[0]) },
    GradientCase("log", square, .positive) { try log($0[0]) },
    GradientCase("log2", square, .positive) { try log2($0[0]) },
    GradientCase("log10", square, .positive) { try log10($0[0]) },
    GradientCase("log1p", square) { try log1p($0[0]) },
    GradientCase("sin", square) { try sin($0[0]) },
    GradientCase("cos", square) { try cos($0[0]) },
    GradientCase("tan", square) { try tan($0[0]) },
    GradientCase("asin", square, .open) { try asin($0[0]) },
    GradientCase("acos", square, .open) { try acos($0[0]) },
    GradientCase("atan", square) { try atan($0[0]) },
    GradientCase("sinh", square) { try sinh($0[0]) },
    GradientCase("cosh", square) { try cosh($0[0]) },
    GradientCase("tanh", square) { try tanh($0[0]) },
    GradientCase("asinh", square) { try asinh($0[0]) },
    GradientCase("acosh", square, .above(1)) { try acosh($0[0]) },
    GradientCase("atanh", square, .open) { try atanh($0[0]) },
    GradientCase("sigmoid", square) { try sigmoid($0[0]) },
    GradientCase("logit", square, .unit) { try logit($0[0]) },
    GradientCase("erf", square) { try erf($0[0]) },
    GradientCase("erfc", square) { try erfc($0[0]) },
    GradientCase("erfinv", square, .open) { try erfinv($0[0]) },
    GradientCase("lgamma", square, .positive) { try lgamma($0[0]) },
    GradientCase("digamma", square, .positive) { try digamma($0[0]) },
    GradientCase("frac", square) { try frac($0[0]) },
    GradientCase("sinc", square) { try sinc($0[0]) },
    GradientCase("deg2rad", square) { try deg2rad($0[0]) },
    GradientCase("clamp", square) { try clamp($0[0], min: -0.5, max: 0.5) },
    GradientCase("clamp tensors", [[3, 4], [4], [4]]) { try clamp($0[0], min: $0[1], max: $0[2]) },
    GradientCase("clamp min", square) { try clampMin($0[0], 0) },
    GradientCase("nan to num", square) { try nanToNum($0[0]) },
    GradientCase("floor", square) { try mul(floor($0[0]), $0[0]) },
  ]

  private static let views: [GradientCase] = [
    GradientCase("view", square) { try view($0[0], [2, 6]) },
    GradientCase("reshape copy", square) { try reshape(t($0[0]), [2, -1]) },
    GradientCase("flatten", [[2, 3, 2]]) { try flatten($0[0], 1) },
    GradientCase("unflatten", square) { try unflatten($0[0], 1, [2, -1]) },
    GradientCase("transpose", [[2, 3, 4]]) { try transpose($0[0], 0, 2) },
    GradientCase("permute", [[2, 3, 4]]) { try permute($0[0], [2, 0, 1]) },
    GradientCase("movedim", [[2, 3, 4]]) { try movedim($0[0], [0], [-1]) },
    GradientCase("squeeze", [[3, 1, 4, 1]]) { try squeeze($0[0]) },
    GradientCase("squeeze dim", [[3, 1, 4, 1]]) { try squeeze($0[0], 1) },
    GradientCase("squeeze dims", [[3, 1, 4, 1]]) { try squeeze($0[0], dims: [1, -1]) },
    GradientCase("unsqueeze", square) { try unsqueeze($0[0], 1) },
    GradientCase("expand", [[3, 1]]) { try expand($0[0], [2, 3, 4]) },
    GradientCase("select", square) { try select($0[0], 1, -2) },
    GradientCase("slice", square) { try slice($0[0], 1, start: -3, end: nil, step: 2) },
    GradientCase("narrow", square) { try narrow($0[0], 1, 1, 2) },
    GradientCase("diagonal", [[3, 4, 2]]) { try diagonal($0[0], offset: 1, 0, 1) },
    GradientCase("unfold", square) { try unfold($0[0], 1, size: 3, step: 1) },
    GradientCase("as strided", square) { try asStrided($0[0], [3, 3], [2, 1], offset: 1) },
    GradientCase("split", square) { let parts = try split($0[0], 2, 1); return try mul(parts[0], parts[1]) },
    GradientCase("unused piece", square) { try split($0[0], 3, 1)[0] },
    GradientCase("unbind", square) { let rows = try unbind($0[0]); return try mul(rows[0], rows[2]) },
    GradientCase("tensor split", square) { try tensorSplit($0[0], indices: [1, 3], 1)[1] },
  ]

  private static let copying: [GradientCase] = [
    GradientCase("clone", square) { try clone($0[0]) },
    GradientCase("contiguous", square) { try contiguous(t($0[0])) },
    GradientCase("cat", [[3, 2], [3, 4]]) { try cat([$0[0], $0[1]], 1) },
    GradientCase("stack", pair) { try stack([$0[0], $0[1]], 1) },
    GradientCase("repeat", square) { try `repeat`($0[0], [2, 1, 3]) },
    GradientCase("tile", square) { try tile($0[0], [2]) },
    GradientCase("flip", square) { try flip($0[0], [0, 1]) },
    GradientCase("roll", square) { try roll($0[0], [1, -2], [0, 1]) },
    GradientCase("roll flat", square) { try roll($0[0], [3]) },
    GradientCase("tril", square) { try tril($0[0], 1) },
    GradientCase("triu", square) { try triu($0[0], -1) },
    GradientCase("diag", square) { try diag($0[0], 1) },
    GradientCase("diag embed", square) { try diagEmbed($0[0], offset: -1) },
    GradientCase("repeat interleave", square) { try repeatInterleave($0[0], 2, dim: 1) },
    GradientCase("write in place", pair) {
      let x = try clone($0[0])
      try copy_(select(x, 0, 1), mul(select($0[1], 0, 0), select($0[0], 0, 1)))
      return try mul(x, x)
    },
    GradientCase("multiply a view in place", pair) {
      let x = try clone($0[0])
      let column = try select(x, 1, 2)
      try mul_(column, select($0[1], 1, 0))
      return try add(mul(x, x), sum(mul(column, column)))
    },
    GradientCase("exponential in place", square) {
      let x = try clone($0[0])
      try inPlace(x) { (x) throws(TorchError) in try exp(x) }
      return x
    },
    GradientCase("sine in place", square) {
      let x = try clone($0[0])
      try inPlace(x) { (x) throws(TorchError) in try sin(x) }
      return x
    },
  ]

  private static let reductions: [GradientCase] = [
    GradientCase("sum", square) { try mul(sum($0[0]), sum($0[0])) },
    GradientCase("sum dim", [[2, 3, 4]]) { try exp(sum($0[0], dims: [0, -1])) },
    GradientCase("sum keep", [[2, 3, 4]]) { try sum($0[0], dims: [1], keepDim: true) },
    GradientCase("nansum", square) { try nansum($0[0], dims: [0]) },
    GradientCase("mean", square) { try exp(mean($0[0])) },
    GradientCase("mean dim", [[2, 3, 4]]) { try exp(mean($0[0], dims: [1])) },
    GradientCase("prod", square) { try prod($0[0]) },
    GradientCase("prod dim", square) { try prod($0[0], dim: 1) },
    GradientCase("max", square, .distinct) { try mul(max($0[0]), max($0[0])) },
    GradientCase("min", square, .distinct) { try mul(min($0[0]), min($0[0])) },
    GradientCase("amax", [[2, 3, 4]], .distinct) { try exp(amax($0[0], dims: [0, 2])) },
    GradientCase("amin", square, .distinct) { try exp(amin($0[0], dims: [1], keepDim: true)) },
    GradientCase("var", square) { try `var`($0[0]) },
    GradientCase("var dim", square) { try `var`($0[0], dims: [1], correction: 0) },
    GradientCase("std", square) { try std($0[0], dims: [0], keepDim: true) },
    GradientCase("var mean", square) { let r = try varMean($0[0], dims: [1]); return try mul(r.variance, r.mean) },
    GradientCase("std mean", square) { let r = try stdMean($0[0], dims: [1]); return try mul(r.std, r.mean) },
    GradientCase("norm", square) { try norm($0[0]) },
    GradientCase("norm 1", square) { try norm($0[0], 1, dims: [1]) },
    GradientCase("norm 3", square) { try norm($0[0], 3, dims: [1], keepDim: true) },
    GradientCase("norm 1.5", square) { try norm($0[0], 1.5, dims: [1]) },
    GradientCase("norm 0.5", square) { try norm($0[0], 0.5, dims: [1]) },
    GradientCase("norm inf", square, .distinct) { try norm($0[0], .infinity, dims: [1]) },
    GradientCase("logsumexp", square) { try logsumexp($0[0], dims: [1]) },
    GradientCase("trace", [[3, 3]]) { try exp(trace($0[0])) },
    GradientCase("dist", pair) { try dist($0[0], $0[1], 3) },
    GradientCase("softmax", square) { try softmax($0[0], 1) },
    GradientCase("softmax dim 0", square) { try softmax($0[0], 0) },
    GradientCase("log softmax", square) { try logSoftmax($0[0], -1) },
    GradientCase("cumsum", square) { try exp(cumsum($0[0], 1)) },
    GradientCase("cumprod", square) { try cumprod($0[0], 1) },
    GradientCase("logcumsumexp", square) { try logcumsumexp($0[0], 1) },
  ]

  private static let products: [GradientCase] = [
    GradientCase("mm", [[3, 4], [4, 2]]) { try mm($0[0], $0[1]) },
    GradientCase("bmm", [[2, 3, 4], [2, 4, 2]]) { try bmm($0[0], $0[1]) },
    GradientCase("mv", [[3, 4], [4]]) { try mv($0[0], $0[1]) },
    GradientCase("dot", [[4], [4]]) { try dot($0[0], $0[1]) },
    GradientCase("outer", [[3], [4]]) { try outer($0[0], $0[1]) },
    GradientCase("addmm", [[2], [3, 4], [4, 2]]) { try addmm($0[0], $0[1], $0[2], beta: 0.5, alpha: 2) },
    GradientCase("baddbmm", [[2, 3, 2], [2, 3, 4], [2, 4, 2]]) { try baddbmm($0[0], $0[1], $0[2], beta: 0.5) },
    GradientCase("addbmm", [[3, 2], [2, 3, 4], [2, 4, 2]]) { try addbmm($0[0], $0[1], $0[2]) },
    GradientCase("addmv", [[3], [3, 4], [4]]) { try addmv($0[0], $0[1], $0[2], alpha: 0.4) },
    GradientCase("addr", [[3, 4], [3], [4]]) { try addr($0[0], $0[1], $0[2], alpha: 0.4) },
    GradientCase("matmul 1 2", [[4], [4, 2]]) { try matmul($0[0], $0[1]) },
    GradientCase("matmul 3 1", [[2, 3, 4], [4]]) { try matmul($0[0], $0[1]) },
    GradientCase("matmul 3 2", [[2, 3, 4], [4, 2]]) { try matmul($0[0], $0[1]) },
    GradientCase("matmul 2 3", [[3, 4], [2, 4, 2]]) { try matmul($0[0], $0[1]) },
    GradientCase("matmul 1 3", [[4], [2, 4, 2]]) { try matmul($0[0], $0[1]) },
    GradientCase("matmul broadcast", [[2, 1, 3, 4], [3, 4, 2]]) { try matmul($0[0], $0[1]) },
    GradientCase("linear", [[2, 3, 4], [2, 4], [2]]) { try linear($0[0], $0[1], $0[2]) },
    GradientCase("linear plain", [[3, 4], [2, 4]]) { try linear($0[0], $0[1]) },
    GradientCase("tensordot", [[2, 3, 4], [4, 3, 2]]) { try tensordot($0[0], $0[1], dims: ([1, 2], [1, 0])) },
    GradientCase("einsum ij,jk", [[3, 4], [4, 2]]) { try einsum("ij,jk->ik", $0) },
    GradientCase("einsum batch", [[2, 3, 4], [2, 4, 2]]) { try einsum("bij,bjk->bik", $0) },
    GradientCase("einsum three", [[3], [3, 4], [4]]) { try einsum("i,ij,j->", $0) },
    GradientCase("einsum diagonal", [[3, 3]]) { try einsum("ii->i", $0) },
    GradientCase("einsum ellipsis", [[2, 3, 4], [4, 2]]) { try einsum("...j,jk", $0) },
    GradientCase("multi dot", [[2, 3], [3, 4], [4, 2]]) { try multiDot($0) },
  ]

  private static let indexing: [GradientCase] = [
    GradientCase("index places", square) { try index($0[0], [.tensor(places([2, 0, 2]))]) },
    GradientCase("index mask", square) { try index($0[0], [.tensor(mask([1, 0, 1], [3]))]) },
    GradientCase("index mixed", [[3, 4, 2]]) {
      try index($0[0], [.tensor(places([2, 0])), .slice(start: 1, end: nil, step: 1), .tensor(places([1, 1]))])
    },
    GradientCase("index views", [[3, 4, 2]]) {
      try index($0[0], [.ellipsis, .newAxis, .integer(-1)])
    },
    GradientCase("index put", [[3, 4], [2, 4]]) { try indexPut($0[0], [places([0, 2])], $0[1]) },
    GradientCase("index put accumulate", [[3, 4], [3, 4]]) {
      try indexPut($0[0], [places([0, 2, 0])], $0[1], accumulate: true)
    },
    GradientCase("set index", [[3, 4], [2]]) {
      let x = try clone($0[0])
      try setIndex(x, [.tensor(places([0, 2])), .integer(1)], $0[1])
      return try mul(x, x)
    },
    GradientCase("index select", square) { try indexSelect($0[0], 1, places([3, 0, 0])) },
    GradientCase("index add", [[3, 4], [3, 2]]) { try indexAdd($0[0], 1, places([1, 1]), $0[1], alpha: 0.5) },
    GradientCase("index copy", [[3, 4], [3, 2]]) { try indexCopy($0[0], 1, places([3, 1]), $0[1]) },
    GradientCase("index fill", square) { try indexFill($0[0], 1, places([3, 1]), 2) },
    GradientCase("gather", square) { try gather($0[0], 1, places([0, 3, 3, 1, 2, 2], [3, 2])) },
    GradientCase("take along dim", square) { try takeAlongDim($0[0], places([0, 3], [1, 2]), 1) },
    GradientCase("scatter", [[3, 4], [3, 2]]) { try scatter($0[0], 1, places([0, 3, 2, 1, 2, 0], [3, 2]), $0[1]) },
    GradientCase("scatter number", square) { try scatter($0[0], 1, places([0, 3], [1, 2]), 1.5) },
    GradientCase("scatter add", [[3, 4], [3, 2]]) {
      try scatterAdd($0[0], 1, places([0, 0, 2, 1, 2, 2], [3, 2]), $0[1])
    },
    GradientCase("take", square) { try take($0[0], places([0, 5, 5, -1])) },
    GradientCase("put", [[3, 4], [2]]) { try put($0[0], places([0, 5]), $0[1]) },
    GradientCase("masked select", square) { try maskedSelect($0[0], mask([1, 0, 0, 1], [4])) },
    GradientCase("masked scatter", [[3, 4], [7]]) { try maskedScatter($0[0], mask([1, 0, 0, 1], [4]), $0[1]) },
  ]

  private static let selection: [GradientCase] = [
    GradientCase("max dim", square, .distinct) { try max($0[0], dim: 1).values },
    GradientCase("min dim", square, .distinct) { try min($0[0], dim: 0, keepDim: true).values },
    GradientCase("median", square, .distinct) { try median($0[0]) },
    GradientCase("median dim", square, .distinct) { try median($0[0], dim: 1).values },
    GradientCase("kthvalue", square, .distinct) { try kthvalue($0[0], 2).values },
    GradientCase("topk", square, .distinct) { try topk($0[0], 2).values },
    GradientCase("sort", square, .distinct) { try sort($0[0], descending: true).values },
    GradientCase("cummax", square, .distinct) { try cummax($0[0], 1).values },
    GradientCase("cummin", square, .distinct) { try cummin($0[0], 1).values },
  ]

  private static let activations: [GradientCase] = [
    GradientCase("relu", square) { try relu($0[0]) },
    GradientCase("leaky relu", square) { try leakyRelu($0[0], 0.1) },
    GradientCase("prelu", [[2, 3, 2], [3]]) { try prelu($0[0], $0[1]) },
    GradientCase("elu", square) { try elu($0[0], alpha: 1.3) },
    GradientCase("selu", square) { try selu($0[0]) },
    GradientCase("celu", square) { try celu($0[0], alpha: 1.3) },
    GradientCase("gelu", square) { try gelu($0[0]) },
    GradientCase("gelu tanh", square) { try gelu($0[0], approximate: .tanh) },
    GradientCase("silu", square) { try silu($0[0]) },
    GradientCase("mish", square) { try mish($0[0]) },
    GradientCase("softplus", square) { try softplus($0[0], beta: 1.4, threshold: 0.8) },
    GradientCase("log sigmoid", square) { try logSigmoid($0[0]) },
    GradientCase("hardtanh", square) { try hardtanh($0[0], -0.5, 0.5) },
    GradientCase("relu6", square) { try relu6($0[0]) },
    // (PyTorch has no second derivative of this and of `cdist`, and says so.)
    GradientCase("hardsigmoid", square, twice: false) { try hardsigmoid($0[0]) },
    GradientCase("hardswish", square) { try hardswish($0[0]) },
    GradientCase("hardshrink", square) { try hardshrink($0[0], 0.5) },
    GradientCase("softshrink", square) { try softshrink($0[0], 0.5) },
    GradientCase("tanhshrink", square) { try tanhshrink($0[0]) },
    GradientCase("softsign", square) { try softsign($0[0]) },
    GradientCase("threshold", square) { try threshold($0[0], 0.05, 0.3) },
    GradientCase("glu", square) { try glu($0[0], 1) },
  ]

  private static let losses: [GradientCase] = [
    GradientCase("mse", pair) { try mseLoss($0[0], $0[1]) },
    GradientCase("mse none", pair) { try mseLoss($0[0], $0[1], reduction: .none) },
    GradientCase("l1", pair) { try l1Loss($0[0], $0[1], reduction: .sum) },
    GradientCase("smooth l1", pair) { try smoothL1Loss($0[0], $0[1], beta: 0.7) },
    GradientCase("huber", pair) { try huberLoss($0[0], $0[1], delta: 0.7) },
    GradientCase("bce", pair, .unit) { try binaryCrossEntropy($0[0], $0[1]) },
    GradientCase("bce logits", pair) { try binaryCrossEntropyWithLogits($0[0], $0[1]) },
    GradientCase("bce logits weighted", [[3, 4], [3, 4]]) {
      try binaryCrossEntropyWithLogits(
        $0[0], $0[1], weight: full([4], 0.6, .float64), reduction: .sum, posWeight: full([4], 1.7, .float64))
    },
    GradientCase("kl div", pair, .unit) { try klDiv($0[0], $0[1], reduction: "batchmean") },
    GradientCase("kl div log", pair) { try klDiv($0[0], $0[1], logTarget: true) },
    GradientCase("poisson nll", pair, .positive) { try poissonNllLoss($0[0], $0[1], full: true) },
    GradientCase("gaussian nll", [[3, 4], [3, 4], [3, 4]], .positive) { try gaussianNllLoss($0[0], $0[1], $0[2], full: true) },
    GradientCase("margin ranking", [[4], [4]]) {
      try marginRankingLoss($0[0], $0[1], to(places([1, -1, 1, -1]), .float64), margin: 0.4)
    },
    GradientCase("hinge embedding", [[4]]) { try hingeEmbeddingLoss($0[0], to(places([1, -1, 1, -1]), .float64)) },
    GradientCase("soft margin", [[4]]) { try softMarginLoss($0[0], to(places([1, -1, 1, -1]), .float64)) },
    GradientCase("cosine similarity", pair) { try cosineSimilarity($0[0], $0[1]) },
    GradientCase("cosine embedding", pair) { try cosineEmbeddingLoss($0[0], $0[1], to(places([1, -1, 1]), .float64)) },
    GradientCase("triplet", [[3, 4], [3, 4], [3, 4]]) { try tripletMarginLoss($0[0], $0[1], $0[2], swap: true) },
    GradientCase("nll", square) { try nllLoss($0[0], places([0, 3, 1])) },
    GradientCase("nll weighted", square) {
      try nllLoss($0[0], places([0, 3, 1]), weight: to(arange(1, 5), .float64), ignoreIndex: 3, reduction: .mean)
    },
    GradientCase("nll 2d", [[2, 3, 2, 2]]) { try nllLoss($0[0], places([0, 2, 1, 0, 1, 1, 2, 0], [2, 2, 2]), reduction: .none) },
    GradientCase("cross entropy", square) { try crossEntropy($0[0], places([0, 3, 1])) },
    GradientCase("cross entropy smooth", square) {
      try crossEntropy($0[0], places([0, 3, 1]), weight: to(arange(1, 5), .float64), ignoreIndex: 1, labelSmoothing: 0.2)
    },
    GradientCase("cross entropy soft", pair) { try crossEntropy($0[0], $0[1], labelSmoothing: 0.1) },
  ]

  private static let layers: [GradientCase] = [
    GradientCase("embedding", [[5, 3]]) { try embedding(places([1, 4, 1, 2], [2, 2]), $0[0], paddingIndex: 0) },
    GradientCase("normalize", square) { try normalize($0[0]) },
    GradientCase("layer norm", [[2, 3, 4], [3, 4], [3, 4]]) { try layerNorm($0[0], [3, 4], weight: $0[1], bias: $0[2]) },
    GradientCase("batch norm", [[3, 2, 4], [2], [2]]) {
      try batchNorm($0[0], weight: $0[1], bias: $0[2], training: true)
    },
    GradientCase("batch norm eval", [[3, 2, 4], [2], [2]]) {
      try batchNorm(
        $0[0], runningMean: full([2], 0.3, .float64), runningVar: full([2], 1.2, .float64), weight: $0[1], bias: $0[2])
    },
    GradientCase("group norm", [[2, 4, 3], [4], [4]]) { try groupNorm($0[0], 2, weight: $0[1], bias: $0[2]) },
    GradientCase("instance norm", [[2, 2, 5]]) { try instanceNorm($0[0]) },
    GradientCase("rms norm", [[3, 4], [4]]) { try rmsNorm($0[0], [4], weight: $0[1]) },
    GradientCase("local response norm", [[2, 4, 3]]) { try localResponseNorm($0[0], 3, alpha: 0.5) },
    GradientCase("pad", [[2, 3, 4]]) { try pad($0[0], [1, 2, -1, 1], value: 0.5) },
    GradientCase("pad reflect", [[2, 3, 4]]) { try pad($0[0], [1, 2], mode: .reflect) },
    GradientCase("pad replicate", [[1, 2, 3, 4]]) { try pad($0[0], [1, 2, 2, 0], mode: .replicate) },
    GradientCase("pad circular", [[1, 2, 3, 4]]) { try pad($0[0], [1, 2, 2, 0], mode: .circular) },
    GradientCase("attention", [[2, 3, 4], [2, 5, 4], [2, 5, 4]]) {
      try scaledDotProductAttention($0[0], $0[1], $0[2])
    },
    GradientCase("attention fused", [[1, 2, 3, 4], [1, 2, 3, 4], [1, 2, 3, 4]]) {
      try scaledDotProductAttention($0[0], $0[1], $0[2], isCausal: true)
    },
    GradientCase("pixel shuffle", [[1, 4, 2, 3]]) { try pixelShuffle($0[0], 2) },
    GradientCase("pixel unshuffle", [[1, 1, 2, 4]]) { try pixelUnshuffle($0[0], 2) },
  ]

  private static let windows: [GradientCase] = [
    GradientCase("conv1d", [[2, 2, 6], [3, 2, 3], [3]]) {
      try conv(dims: 1, $0[0], $0[1], $0[2], stride: [2], padding: .amounts([1]))
    },
    GradientCase("conv2d", [[2, 2, 5, 4], [3, 2, 3, 2], [3]]) {
      try conv(dims: 2, $0[0], $0[1], $0[2], stride: [2, 1], padding: .amounts([1, 1]), dilation: [1, 2])
    },
    GradientCase("conv2d groups", [[1, 4, 4, 4], [4, 2, 3, 3]]) { try conv(dims: 2, $0[0], $0[1], groups: 2) },
    GradientCase("conv2d same", [[1, 1, 4, 4], [1, 1, 2, 2]]) { try conv(dims: 2, $0[0], $0[1], padding: .same) },
    GradientCase("conv3d", [[1, 1, 3, 3, 4], [2, 1, 2, 2, 2]]) { try conv(dims: 3, $0[0], $0[1]) },
    GradientCase("conv transpose 2d", [[2, 4, 3, 3], [4, 1, 3, 2], [2]]) {
      try convTranspose(
        dims: 2, $0[0], $0[1], $0[2], stride: [2, 2], padding: [1, 0], outputPadding: [1, 0], groups: 2)
    },
    GradientCase("unfold windows", [[2, 2, 4, 4]]) { try im2col($0[0], kernel: [2, 3], padding: [1], stride: [2]) },
    GradientCase("fold windows", [[1, 4, 9]]) { try col2im($0[0], output: [4, 4], kernel: [2]) },
    GradientCase("avg pool", [[2, 5, 4]]) { try avgPool($0[0], kernel: [2, 3], padding: [1], ceilMode: true) },
    GradientCase("avg pool inner", [[2, 5, 4]]) {
      try avgPool($0[0], kernel: [2, 3], padding: [1], countIncludePad: false)
    },
    GradientCase("adaptive avg pool", [[2, 5, 4]]) { try adaptiveAvgPool($0[0], [3, nil]) },
    GradientCase("max pool 1d", [[2, 6]], .distinct) { try maxPool($0[0], kernel: [3], stride: [2], padding: [1]).values },
    GradientCase("max pool 2d", [[1, 2, 5, 4]], .distinct) {
      try maxPool($0[0], kernel: [2, 2], stride: [1, 2], dilation: [2, 1]).values
    },
    GradientCase("max pool 3d", [[1, 3, 3, 4]], .distinct) { try maxPool($0[0], kernel: [2, 2, 2]).values },
    GradientCase("adaptive max pool", [[1, 5, 4]], .distinct) { try adaptiveMaxPool($0[0], [2, 3]).values },
    GradientCase("interpolate nearest", [[1, 2, 3]]) { try interpolate($0[0], size: [7]) },
    GradientCase("interpolate bilinear", [[1, 2, 3, 4]]) { try interpolate($0[0], size: [5, 6], mode: .bilinear) },
    GradientCase("interpolate corners", [[1, 2, 3, 4]]) {
      try interpolate($0[0], scaleFactor: [2], mode: .bilinear, alignCorners: true)
    },
    GradientCase("interpolate bicubic", [[1, 1, 3, 4]]) { try interpolate($0[0], size: [5, 6], mode: .bicubic) },
  ]

  private static let combining: [GradientCase] = [
    GradientCase("meshgrid", [[3], [4]]) { let grid = try meshgrid($0, indexing: .xy); return try mul(grid[0], grid[1]) },
    GradientCase("hstack", [[3], [4]]) { try hstack($0) },
    GradientCase("vstack", [[4], [3, 4]]) { try vstack($0) },
    GradientCase("dstack", pair) { try dstack($0) },
    GradientCase("column stack", [[3], [3, 2]]) { try columnStack($0) },
    GradientCase("rot90", square) { try rot90($0[0], -1) },
    GradientCase("block diag", [[2, 3], [4]]) { try blockDiag($0) },
    GradientCase("cartesian prod", [[2], [3]]) { try cartesianProd($0) },
    GradientCase("combinations", [[4]]) { try combinations($0[0], 2) },
    GradientCase("kron", [[2, 3], [2, 1]]) { try kron($0[0], $0[1]) },
    GradientCase("cross", [[4, 3], [4, 3]]) { try cross($0[0], $0[1]) },
    GradientCase("vander", [[3]]) { try vander($0[0]) },
    GradientCase("take apart complex", pair) {
      let z = try complex($0[0], $0[1])
      return try add(real(mul(z, z)), imag(exp(z)))
    },
    GradientCase("complex modulus", pair) { try abs(complex($0[0], $0[1])) },
    GradientCase("complex angle", pair) { try angle(complex($0[0], $0[1])) },
    GradientCase("polar", pair) { let z = try polar($0[0], $0[1]); return try add(real(z), imag(z)) },
  ]

  private static let statistics: [GradientCase] = [
    GradientCase("quantile", square, .distinct) { try quantile($0[0], 0.3, dim: 1) },
    GradientCase("quantile all", square, .distinct) { try quantile($0[0], 0.7) },
    GradientCase("cov", square) { try cov($0[0]) },
    GradientCase("corrcoef", square) { try corrcoef($0[0]) },
    GradientCase("diff", square) { try diff($0[0], 2) },
    GradientCase("trapezoid", square) { try trapezoid($0[0], dx: 0.5) },
    GradientCase("trapezoid places", [[3, 4], [4]]) { try trapezoid($0[0], $0[1]) },
    GradientCase("cumulative trapezoid", square) { try cumulativeTrapezoid($0[0]) },
    GradientCase("gradient", square) { try gradient($0[0], dim: 1, edgeOrder: 2) },
    GradientCase("cdist", [[3, 2], [4, 2]], twice: false) { try cdist($0[0], $0[1]) },
    GradientCase("renorm", square) { try renorm($0[0], 2, 0, 0.9) },
    GradientCase("scatter mean", [[3, 4], [3, 4]]) {
      try scatterReduce($0[0], 1, places([0, 0, 1, 3, 2, 2, 2, 1, 0, 1, 2, 3], [3, 4]), $0[1], .mean)
    },
    GradientCase("scatter amax", [[3, 4], [3, 4]], .distinct) {
      try scatterReduce($0[0], 1, places([0, 0, 1, 3, 2, 2, 2, 1, 0, 1, 2, 3], [3, 4]), $0[1], .amax)
    },
    GradientCase("float power", square, .positive) { try floatPower($0[0], 1.3) },
    GradientCase("xlog1py", pair, .positive) { try xlog1py($0[0], $0[1]) },
    GradientCase("entr", square, .positive) { try entr($0[0]) },
    GradientCase("ndtr", square) { try ndtr($0[0]) },
    GradientCase("i0", square) { try i0($0[0]) },
    GradientCase("mvlgamma", square, .above(2)) { try mvlgamma($0[0], 2) },
  ]

  private static let linearAlgebra: [GradientCase] = [
    GradientCase("inv", [[2, 3, 3]]) { try inv($0[0]) },
    GradientCase("det", [[2, 3, 3]]) { try det($0[0]) },
    GradientCase("slogdet", [[3, 3]]) { try slogdet($0[0]).logabsdet },
    GradientCase("solve", [[3, 3], [3, 2]]) { try solve($0[0], $0[1]) },
    GradientCase("solve vector", [[3, 3], [3]]) { try solve($0[0], $0[1]) },
    GradientCase("solve triangular", [[3, 3], [3, 2]]) { try solveTriangular($0[0], $0[1], upper: true) },
    GradientCase("cholesky", [[3, 3]]) {
      try cholesky(add(matmul($0[0], transpose($0[0], 0, 1)), eye(3, nil, .float64)))
    },
    GradientCase("qr", [[4, 3]]) { let r = try qr($0[0]); return try add(sum(mul(r.q, r.q), dims: [0]), r.r) },
    GradientCase("qr both", [[4, 3]]) { let r = try qr($0[0]); return try cat([r.q, r.r]) },
    GradientCase("eigh values", [[3, 3]]) { try eigh(add($0[0], t($0[0]))).values },
    GradientCase("eigh projector", [[3, 3]]) {
      let v = try select(eigh(add($0[0], t($0[0]))).vectors, 1, 0)
      return try outer(v, v)
    },
    GradientCase("singular values", [[3, 4]]) { try svd($0[0]).s },
    GradientCase("svd projector", [[4, 3]]) {
      let r = try svd($0[0])
      return try outer(select(r.u, 1, 0), select(r.vh, 0, 0))
    },
    GradientCase("pinv", [[4, 3]]) { try pinv($0[0]) },
    GradientCase("lstsq", [[4, 3], [4, 2]]) { try lstsq($0[0], $0[1]).solution },
    GradientCase("matrix power", [[3, 3]]) { try matrixPower($0[0], -3) },
    GradientCase("matrix exp", [[3, 3]]) { try matrixExp($0[0]) },
    GradientCase("nuclear norm", [[3, 4]]) { try matrixNorm($0[0], .nuclear) },
    GradientCase("spectral norm", [[3, 4]]) { try matrixNorm($0[0], .order(2)) },
    GradientCase("column norm", [[3, 4]]) { try matrixNorm($0[0], .order(1)) },
    GradientCase("cond", [[3, 3]]) { try cond($0[0]) },
  ]
}
