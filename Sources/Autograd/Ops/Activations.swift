import Arrays

/// Activation functions. Each derivative is a C loop of its own, and differentiable again through the second derivative
/// stated beside it.

/// Records a derivative that torch cannot differentiate again: whoever tries gets its error.
func undifferentiable(
  _ g: Tensor, _ x: Tensor, _ array: NDArray, _ refuse: @escaping () throws(TorchError) -> Void
) throws(TorchError) -> Tensor {
  record(
    "NotImplemented", g, x, array,
    { (_, h) throws(TorchError) in
      try refuse()
      return h
    },
    { (_, h) throws(TorchError) in
      try refuse()
      return h
    })
}

/// Computes g * f'(x) by a loop; `second` gives f''(x), nil standing for zero.
private func slope(
  _ op: BinaryOp, _ g: Tensor, _ x: Tensor, _ parameters: Parameters? = nil,
  second: @escaping (Tensor) throws(TorchError) -> Tensor? = { _ in nil }
) throws(TorchError) -> Tensor {
  record(
    "ActivationBackwardBackward0", g, x, try NDArray.binary(op, g.array, x.array, parameters), saving: [.x, .y],
    { (n, h) throws(TorchError) in try slope(op, h, n.y, parameters, second: second) },
    { (n, h) throws(TorchError) in
      guard let curvature = try second(n.y) else { return try zerosLike(n.y) }
      return try h .* n.x .* curvature
    })
}

/// Computes max(x, 0).
public func relu(_ x: Tensor) throws(TorchError) -> Tensor {
  guard x.dtype != .bool else { throw .runtime("Boolean inputs not supported for relu") }
  return record("ReluBackward0", x, try elementwise(.relu, x), saving: .result) { (n, g) throws(TorchError) in
    try slope(.thresholdBackward, g, n.result, Parameters(0))
  }
}

/// Clamps into [0, 6].
public func relu6(_ x: Tensor) throws(TorchError) -> Tensor { try hardtanh(x, 0, 6) }

/// Computes x where positive and `slope * x` elsewhere.
public func leakyRelu(_ x: Tensor, _ negativeSlope: Double = 0.01) throws(TorchError) -> Tensor {
  let parameters = Parameters(negativeSlope)
  return record("LeakyReluBackward0", x, try x.array.unary(.leakyRelu, parameters), saving: .x) {
    (n, g) throws(TorchError) in try slope(.leakyReluBackward, g, n.x, parameters)
  }
}

/// Computes x where positive and a learned slope times x elsewhere; one slope, or one per channel.
public func prelu(_ x: Tensor, _ weight: Tensor) throws(TorchError) -> Tensor {
  guard x.dtype == weight.dtype else {
    throw .runtime(
      "prelu: Type promoting not supported. Got \(x.dtype.scalarTypeName) and \(weight.dtype.scalarTypeName)")
  }
  guard weight.dim <= 1 else {
    throw .runtime("prelu: Expected `weight` to be a scalar or 1D tensor, but got: ndim = \(weight.dim)")
  }
  var w = weight
  if weight.count != 1 {
    guard x.dim > 0 else { throw .runtime("Not allow zero-dim input tensor.") }
    let channels = x.dim > 1 ? x.array.shape[1] : 1
    guard channels == weight.count else {
      throw .runtime(
        "Mismatch of parameter numbers and input channel size. Found parameter numbers = \(weight.count) and channel "
          + "size = \(channels).")
    }
    var shape = Dims(repeating: 1, count: x.dim)
    if x.dim > 1 { shape[1] = channels }
    w = try reshape(weight, shape)
  } else if x.dim != weight.dim {
    w = try reshape(weight, Dims(repeating: 1, count: x.dim))
  }
  try x.requireFloating("prelu_cpu")
  let isPositive = try NDArray.binary(.gt, x.array, .int(0))
  let array = try NDArray.where(isPositive, x.array, elementwise(.mul, x, w))
  let mask = Tensor(isPositive)
  return record(
    "PreluKernelBackward0", x, w, array, saving: [.x, .y],
    { (n, g) throws(TorchError) in try depending(`where`(mask, g, n.y .* g), on: n.x) },
    { (n, g) throws(TorchError) in try maskedFill(n.x .* g, mask, 0) })
}

/// Computes x where positive and `alpha * (e**x - 1)` elsewhere.
public func elu(
  _ x: Tensor, alpha: Double = 1, scale: Double = 1, inputScale: Double = 1
) throws(TorchError) -> Tensor {
  let parameters = Parameters(alpha, scale, inputScale)
  return record("EluBackward0", x, try x.array.unary(.elu, parameters), saving: .x) { (n, g) throws(TorchError) in
    try slope(.eluBackward, g, n.x, parameters) { (x) throws(TorchError) in
      let curve = try exp(x .* inputScale) .* (alpha * scale * inputScale * inputScale)
      return try maskedFill(curve, ge(x, 0), 0)
    }
  }
}

/// Computes the self-normalising exponential unit.
public func selu(_ x: Tensor) throws(TorchError) -> Tensor {
  try elu(x, alpha: 1.6732632423543772848170429916717, scale: 1.0507009873554804934193349852946)
}

/// Computes x where positive and `alpha * (e**(x / alpha) - 1)` elsewhere.
public func celu(_ x: Tensor, alpha: Double = 1) throws(TorchError) -> Tensor {
  guard alpha != 0 else { throw .runtime("ZeroDivisionError: alpha cannot be 0 for CELU") }
  let parameters = Parameters(alpha, 1, 1 / alpha)
  return record("CeluBackward0", x, try x.array.unary(.elu, parameters), saving: .x) { (n, g) throws(TorchError) in
    try slope(.eluBackward, g, n.x, parameters) { (x) throws(TorchError) in
      try maskedFill(exp(x .* (1 / alpha)) .* (1 / alpha), ge(x, 0), 0)
    }
  }
}

/// How `gelu` computes the distribution function of the normal distribution.
public enum GeluApproximation: String, Sendable {
  /// By the error function.
  case none
  /// By a hyperbolic tangent.
  case tanh
}

/// Computes x times the distribution function of the normal distribution.
public func gelu(_ x: Tensor, approximate: GeluApproximation = .none) throws(TorchError) -> Tensor {
  switch approximate {
  case .none:
    return record("GeluBackward0", x, try elementwise(.gelu, x), saving: .x) { (n, g) throws(TorchError) in
      try slope(.geluBackward, g, n.x) { (x) throws(TorchError) in
        try exp(x .* x .* -0.5) .* 0.3989422804014327 .* (2 .- x .* x)
      }
    }
  case .tanh:
    return record("GeluBackward0", x, try elementwise(.geluTanh, x), saving: .x) { (n, g) throws(TorchError) in
      try slope(.geluTanhBackward, g, n.x, second: geluTanhCurvature)
    }
  }
}

private func geluTanhCurvature(_ x: Tensor) throws(TorchError) -> Tensor? {
  let k = 0.7978845608028654
  let square = try x .* x
  let t = try tanh((x .+ square .* x .* 0.044715) .* k)
  let inner = try (square .* 0.134145 .+ 1) .* k
  let steep = try 1 .- t .* t
  let bend = try x .* (0.26829 * k) .- t .* 2 .* inner .* inner
  return try steep .* (inner .+ x .* 0.5 .* bend)
}

/// Computes x * sigmoid(x).
public func silu(_ x: Tensor) throws(TorchError) -> Tensor {
  record("SiluBackward0", x, try elementwise(.silu, x), saving: .x) { (n, g) throws(TorchError) in
    try slope(.siluBackward, g, n.x) { (x) throws(TorchError) in
      let s = try sigmoid(x)
      return try s .* (1 .- s) .* (x .* (1 .- s .* 2) .+ 2)
    }
  }
}

/// Computes x * tanh(softplus(x)).
public func mish(_ x: Tensor) throws(TorchError) -> Tensor {
  record("MishBackward0", x, try elementwise(.mish, x), saving: .x) { (n, g) throws(TorchError) in
    try slope(.mishBackward, g, n.x) { (x) throws(TorchError) in
      let s = try sigmoid(x)
      let t = try tanh(softplus(x))
      return try (1 .- t .* t) .* s .* (x .* ((1 .- s) .- t .* s .* 2) .+ 2)
    }
  }
}

/// Computes log(1 + e**(beta x)) / beta, and x itself where beta x exceeds the threshold.
public func softplus(_ x: Tensor, beta: Double = 1, threshold: Double = 20) throws(TorchError) -> Tensor {
  let parameters = Parameters(beta, threshold)
  return record("SoftplusBackward0", x, try x.array.unary(.softplus, parameters), saving: .x) {
    (n, g) throws(TorchError) in
    try slope(.softplusBackward, g, n.x, parameters) { (x) throws(TorchError) in
      let s = try sigmoid(x .* beta)
      return try maskedFill(s .* (1 .- s) .* beta, gt(x .* beta, .double(threshold)), 0)
    }
  }
}

/// Computes log(sigmoid(x)) without underflow.
public func logSigmoid(_ x: Tensor) throws(TorchError) -> Tensor {
  record("LogSigmoidBackward0", x, try elementwise(.logsigmoid, x).contiguous(), saving: .x) { (n, g) throws(TorchError) in
    try slope(.logsigmoidBackward, g, n.x) { (x) throws(TorchError) in
      let s = try sigmoid(x)
      return try neg(s .* (1 .- s))
    }
  }
}

/// Clamps into [min, max].
public func hardtanh(_ x: Tensor, _ min: Double = -1, _ max: Double = 1) throws(TorchError) -> Tensor {
  guard x.dtype != .bool else { throw .runtime("Bool inputs not supported for hardtanh") }
  guard !x.dtype.isComplex else { throw .notImplemented("clamp is not supported for complex types") }
  guard x.dtype != .uint8 || min >= 0 && max >= 0 else {
    throw .runtime("cannot do hardtanh on an unsigned type with negative limits")
  }
  let array =
    x.dtype.isIntegral
    ? try x.array.clamp(min: .int(Int(truncatingDouble: min)), max: .int(Int(truncatingDouble: max)))
    : try x.array.unary(.hardtanh, Parameters(min, max))
  return record("HardtanhBackward0", x, array, saving: .x) { (n, g) throws(TorchError) in
    try slope(.hardtanhBackward, g, n.x, Parameters(min, max))
  }
}

/// Computes a piecewise linear sigmoid.
public func hardsigmoid(_ x: Tensor) throws(TorchError) -> Tensor {
  record("HardsigmoidBackward0", x, try elementwise(.hardsigmoid, x), saving: .x) { (n, g) throws(TorchError) in
    let x = try n.x
    return try undifferentiable(g, x, NDArray.binary(.hardsigmoidBackward, g.array, x.array)) { () throws(TorchError) in
      throw .runtime("derivative for aten::hardsigmoid_backward is not implemented")
    }
  }
}

/// Computes x times a piecewise linear sigmoid.
public func hardswish(_ x: Tensor) throws(TorchError) -> Tensor {
  record("HardswishBackward0", x, try elementwise(.hardswish, x), saving: .x) { (n, g) throws(TorchError) in
    try slope(.hardswishBackward, g, n.x) { (x) throws(TorchError) in
      let isBent = try logicalAnd(gt(x, -3), lt(x, 3))
      return try to(isBent, x.dtype) ./ 3
    }
  }
}

/// Sets elements of magnitude up to `lambd` to zero.
public func hardshrink(_ x: Tensor, _ lambd: Double = 0.5) throws(TorchError) -> Tensor {
  record("HardshrinkBackward0", x, try x.array.unary(.hardshrink, Parameters(lambd)), saving: .x) {
    (n, g) throws(TorchError) in try slope(.shrinkBackward, g, n.x, Parameters(lambd))
  }
}

/// Moves elements toward zero by `lambd`.
public func softshrink(_ x: Tensor, _ lambd: Double = 0.5) throws(TorchError) -> Tensor {
  guard lambd >= 0 else {
    throw .runtime("lambda must be greater or equal to 0, but found to be \(lambd).")
  }
  guard !x.dtype.isIntegral else { throw .unsupported("softshrink_check", x.dtype) }
  return record("SoftshrinkBackward0", x, try x.array.unary(.softshrink, Parameters(lambd)), saving: .x) {
    (n, g) throws(TorchError) in try slope(.shrinkBackward, g, n.x, Parameters(lambd))
  }
}

/// Computes x - tanh(x).
public func tanhshrink(_ x: Tensor) throws(TorchError) -> Tensor { try x .- tanh(x) }

/// Computes x / (1 + |x|).
public func softsign(_ x: Tensor) throws(TorchError) -> Tensor { try x ./ (abs(x) .+ 1) }

/// Replaces elements up to a threshold by a value.
public func threshold(_ x: Tensor, _ threshold: Scalar, _ value: Scalar) throws(TorchError) -> Tensor {
  record("ThresholdBackward0", x, try x.array.unary(.threshold, Parameters(threshold, value)), saving: .x) {
    (n, g) throws(TorchError) in try slope(.thresholdBackward, g, n.x, Parameters(threshold))
  }
}

/// Multiplies the first half of a dimension by the sigmoid of the second.
public func glu(_ x: Tensor, _ dim: Int = -1) throws(TorchError) -> Tensor {
  guard x.dim > 0 else { throw .runtime("glu does not support scalars because halving size must be even") }
  let position = try x.array.normalize(dim: dim)
  let size = x.array.shape[position]
  guard size % 2 == 0 else {
    throw .runtime("Halving dimension must be even, but dimension \(position) is size \(size)")
  }
  try x.requireReal("glu_cpu")
  let value = try x.array.narrow(position, start: 0, length: size / 2)
  let gate = try x.array.narrow(position, start: size / 2, length: size / 2).unary(.sigmoid)
  return record("GluBackward0", x, try NDArray.binary(.mul, value, gate), saving: .x) { (n, g) throws(TorchError) in
    let x = try n.x
    let value = try narrow(x, position, 0, size / 2)
    let gate = try sigmoid(narrow(x, position, size / 2, size / 2))
    return try cat([g .* gate, g .* value .* gate .* (1 .- gate)], position)
  }
}
