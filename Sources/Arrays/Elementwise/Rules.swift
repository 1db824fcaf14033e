import ArrayKernels

/// Numbers an elementwise operation takes besides its arrays; the memory layout is that of `wick_params`.
package struct Parameters {
  package var d0, d1, d2, d3: Double
  package var i0, i1, i2, i3: Int

  package init(_ d0: Double = 0, _ d1: Double = 0, _ d2: Double = 0, _ d3: Double = 0) {
    (self.d0, self.d1, self.d2, self.d3) = (d0, d1, d2, d3)
    (i0, i1, i2, i3) = (0, 0, 0, 0)
  }

  /// Makes parameters from numbers in both forms, for loops that exist for integers and floats.
  package init(_ first: Scalar, _ second: Scalar = .int(0)) {
    self.init(first.doubleValue, second.doubleValue)
    i0 = first.intValue
    i1 = second.intValue
    if case .complex(let real, let imaginary) = first { (d0, d1) = (real, imaginary) }
  }

  func withPointer<R>(_ body: (UnsafePointer<wick_params>) -> R) -> R {
    withUnsafePointer(to: self) { pointer in
      pointer.withMemoryRebound(to: wick_params.self, capacity: 1, body)
    }
  }
}

extension UnaryOp {
  /// Whether integers are computed in the default float dtype.
  var promotesToFloat: Bool {
    switch self {
    case .reciprocal, .sqrt, .rsqrt, .exp, .exp2, .expm1, .log, .log2, .log10, .log1p, .sin, .cos, .tan,
      .asin, .acos,
      .atan, .sinh, .cosh, .tanh, .asinh, .acosh, .atanh, .sigmoid, .erf, .erfc, .erfinv, .lgamma, .digamma,
      .logit,
      .sinc, .i0, .i0e, .i1, .i1e, .ndtri, .entr, .erfcx, .logNdtr, .polygamma, .angle, .ndtr, .trigamma,
      .inverseSquare, .besselJ0, .besselJ1, .besselY0, .besselY1, .modifiedBesselK0, .modifiedBesselK1,
      .scaledModifiedBesselK0, .scaledModifiedBesselK1, .sphericalBesselJ0, .airyAi:
      true
    default: false
    }
  }

  /// Whether the result is a bool.
  var answersBool: Bool {
    switch self {
    case .logicalNot, .isnan, .isinf, .isfinite, .isposinf, .isneginf, .signbit: true
    default: false
    }
  }

  /// Whether integers come back unchanged.
  var isIdentityOnIntegers: Bool {
    switch self {
    case .floor, .ceil, .round, .trunc, .roundDecimals: true
    default: false
    }
  }

  /// torch's error for a dtype the operation does not have.
  @inline(never)
  func unsupported(_ dtype: DType) -> ArrayError {
    switch (self, dtype) {
    case (.neg, .bool):
      return .runtime(
        "Negation, the `-` operator, on a bool tensor is not supported. If you are trying to invert a mask, use the "
          + "`~` or `logical_not()` operator instead.")
    case (.relu, .bool): return .runtime("Boolean inputs not supported for relu")
    case (.relu, _) where dtype.isComplex: return .notImplemented("clamp is not supported for complex types")
    case (.clamp, _), (.clampMin, _), (.clampMax, _):
      if dtype.isComplex { return .notImplemented("clamp is not supported for complex types") }
      return .unsupported(kernelName, dtype)
    case (.floor, _), (.ceil, _), (.trunc, _):
      if dtype.isComplex { return .notImplemented("\(self) is not supported for complex inputs") }
      return .unsupported(kernelName, dtype)
    case (.isposinf, _), (.isneginf, _): return .runtime("\(self) does not support complex inputs.")
    case (.sign, _) where dtype.isComplex:
      return .notImplemented(
        "Unlike NumPy, torch.sign is not intended to support complex numbers. Please use torch.sgn instead.")
    case (.signbit, _): return .notImplemented("signbit is not implemented for complex tensors.")
    default: return .unsupported(kernelName, dtype)
    }
  }

  /// Name of torch's kernel in "not implemented for" messages.
  var kernelName: String {
    switch self {
    case .hardtanh, .clamp: "clamp_scalar_cpu"
    case .clampMin, .relu: "clamp_min_scalar_cpu"
    case .clampMax: "clamp_max_scalar_cpu"
    case .powScalar, .square, .cube: "pow"
    case .bitwiseNot: "bitwise_not_cpu"
    case .logicalNot: "logical_not_cpu"
    case .gelu, .geluTanh: "GeluKernelImpl"
    case .leakyRelu: "leaky_relu_cpu"
    case .logsigmoid: "log_sigmoid_cpu"
    case .roundDecimals: "round_cpu"
    case .digamma, .trigamma, .polygamma: "\(self)"
    case .logNdtr: "log_ndtr_cpu"
    case .erf, .erfc, .erfinv, .lgamma, .round, .floor, .ceil, .trunc, .i0, .exp, .expm1, .log, .log2, .log10,
      .log1p, .sin, .cos, .tan, .asin, .acos, .atan, .tanh, .sqrt:
      "\(self)_vml_cpu"
    case .ndtr: "erf_vml_cpu"
    default: "\(self)_cpu"
    }
  }
}

extension BinaryOp {
  /// Whether integers are computed in the default float dtype.
  var promotesToFloat: Bool {
    switch self {
    case .div, .atan2, .xlogy, .xlog1py, .copysign, .ldexp, .zeta: true
    default: false
    }
  }

  /// Whether the result is a bool.
  package var answersBool: Bool {
    switch self {
    case .eq, .ne, .lt, .le, .gt, .ge, .logicalAnd, .logicalOr, .logicalXor: true
    default: false
    }
  }

  /// torch's error for a dtype the operation does not have.
  @inline(never)
  func unsupported(_ dtype: DType) -> ArrayError {
    switch self {
    case .maximum, .minimum, .fmax, .fmin:
      return dtype.isComplex
        ? .runtime("\(self) not implemented for complex tensors.") : .unsupported(kernelName, dtype)
    case .heaviside:
      return dtype.isComplex
        ? .runtime("heaviside is not yet implemented for complex tensors.") : .unsupported(kernelName, dtype)
    default: return .unsupported(kernelName, dtype)
    }
  }

  /// Name of torch's kernel in "not implemented for" messages.
  var kernelName: String {
    switch self {
    case .bitwiseAnd: "bitwise_and_cpu"
    case .bitwiseOr: "bitwise_or_cpu"
    case .bitwiseXor: "bitwise_xor_cpu"
    case .logicalAnd: "logical_and_cpu"
    case .logicalOr: "logical_or_cpu"
    case .logicalXor: "logical_xor_cpu"
    case .floorDivide: "div_floor_cpu"
    case .truncDivide: "div_trunc_cpu"
    case .pow: "pow"
    case .smoothL1: "smooth_l1_cpu"
    case .xlogy: "xlogy_cpu"
    case .addAlpha: "add_cpu/sub_cpu"
    case .subAlpha: "add_cpu/sub_cpu"
    default: "\(self)_cpu"
    }
  }
}
