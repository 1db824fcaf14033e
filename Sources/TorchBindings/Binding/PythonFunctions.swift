import Interpreter

/// Functions of `torch.nn.functional` that torch has in Python: wrong calls of them fail in CPython's words, or later.
enum PythonFunctions {
  /// What marks the name of such a function on its way to the message.
  static let prefix = "F."

  /// Whether a function of `torch.nn.functional` is written in Python in torch.
  static func contains(_ name: String) -> Bool { names.contains(Substring(name)) }

  /// The name that messages show; some are chosen between two functions by an argument.
  static func innerName(_ name: String) -> String {
    ["max_pool1d", "max_pool2d", "max_pool3d", "threshold"].contains(name) ? "_" + name : name
  }

  /// Where functions that may answer places besides are asked to.
  static func indicesPlace(_ name: String) -> Int? {
    switch name {
    case "max_pool1d", "max_pool2d", "max_pool3d": 6
    case "adaptive_max_pool1d", "adaptive_max_pool2d", "adaptive_max_pool3d": 2
    default: nil
    }
  }

  /// Whether the operator inside calls for a `float`, not for any number.
  static func takesFloat(_ name: String, _ argument: String) -> Bool {
    argument == "eps" || argument == "margin" || argument == "momentum"
      || (name == "pad" && argument == "value") || (name == "huber_loss" && argument == "delta") || (name == "smooth_l1_loss" && argument == "beta")
  }

  /// Function, argument and place as the operator inside such a function names them.
  static func inner(
    _ name: String, _ argument: String, _ position: String, isFunctional: Bool
  ) -> (String, String, String) {
    func placed(_ operation: String, _ names: [String]) -> (String, String, String) {
      (operation, argument, names.firstIndex(of: argument).map { " (position \($0 + 1))" } ?? position)
    }
    guard isFunctional else {
      guard name == "norm" else { return (name, argument, position) }
      if argument == "p" { return ("linalg_vector_norm", "ord", " (position 2)") }
      return placed("linalg_vector_norm", ["input", "ord", "dim", "keepdim"])
    }
    switch (name, argument) {
    case ("nll_loss", _): return ("nll_loss_nd", argument, position)
    case ("fold", _): return placed("col2im", ["input", "output_size", "kernel_size", "dilation", "padding", "stride"])
    case ("unfold", _): return placed("im2col", ["input", "kernel_size", "dilation", "padding", "stride"])
    case ("batch_norm", _), ("instance_norm", _):
      return placed(name, ["input", "weight", "bias", "running_mean", "running_var", "training", "momentum", "eps"])
    case ("softmin", "dim"): return ("softmax", argument, " (position 1)")
    case ("softmin", "dtype"): return ("softmax", argument, position)
    case ("normalize", "p"): return ("linalg_vector_norm", "ord", " (position 2)")
    case ("normalize", "dim"): return ("linalg_vector_norm", "dim", " (position 3)")
    case ("logsigmoid", _): return ("log_sigmoid", argument, position)
    case ("embedding", "input"): return (name, "indices", " (position 2)")
    case ("embedding", "weight"): return (name, "weight", " (position 1)")
    case ("dropout", "training"): return (name, "train", position)
    case ("cross_entropy", _): return ("cross_entropy_loss", argument, position)
    case ("softmax", "dim"), ("log_softmax", "dim"): return (name, argument, " (position 1)")
    case ("leaky_relu", "negative_slope"), ("elu", "alpha"): return (name, argument, " (position 2)")
    default: return (name, argument, position)
    }
  }

  /// Functions that take one int for two and put it into a tuple themselves.
  static let pairing: Set<String> = ["fold", "unfold"]

  /// What such functions ask of their arguments first, in order: the place and the attribute.
  private static let asked: [String: [(place: Int, attribute: String)]] = [
    "softmax": [(0, "softmax")], "log_softmax": [(0, "log_softmax")], "sigmoid": [(0, "sigmoid")], "tanh": [(0, "tanh")],
    "normalize": [(0, "norm")], "mse_loss": [(1, "size"), (0, "size")], "l1_loss": [(1, "size"), (0, "size")],
    "smooth_l1_loss": [(1, "size"), (0, "size")], "huber_loss": [(1, "size"), (0, "size")],
    "binary_cross_entropy": [(1, "size"), (0, "size"), (2, "size")],
    "binary_cross_entropy_with_logits": [(1, "size"), (0, "size")], "gaussian_nll_loss": [(0, "size")],
    "margin_ranking_loss": [(0, "dim"), (1, "dim"), (2, "dim")], "glu": [(0, "dim")], "adaptive_avg_pool2d": [(0, "size")],
    "adaptive_avg_pool3d": [(0, "size")], "max_unpool2d": [(0, "size")], "interpolate": [(0, "dim")], "group_norm": [(0, "dim")],
    "instance_norm": [(0, "size")], "local_response_norm": [(0, "dim")],
  ]
  /// The same of functions of `torch` itself.
  private static let askedOfTorch: [String: [(place: Int, attribute: String)]] = [
    "norm": [(0, "layout")], "split": [(0, "split")], "tensordot": [(0, "dim"), (1, "dim")],
  ]

  /// The text of the AttributeError when such a function asks something of an argument that is no tensor.
  static func attributeMissing(
    _ vm: VM, _ name: String, _ arguments: Arguments, _ schemas: [Schema], isFunctional: Bool
  ) -> String? {
    guard let list = (isFunctional ? asked : askedOfTorch)[name], let schema = schemas.first,
      arguments.count >= schema.requiredCount, arguments.positionalCount <= schema.positionalCount
    else { return nil }
    for (keyword, _) in arguments.keywords where !schema.parameters.contains(where: { $0.matches(keyword) }) { return nil }
    for (place, attribute) in list {
      guard arguments.positionalCount > place else { return nil }
      let slot = arguments.base[place]
      if slot.isKind(.tensor) || (place == 2 && slot.isNone) { continue }
      // Without a dimension they choose one by the number of the input's.
      let first = attribute.hasSuffix("softmax") && arguments.count == 1 ? "dim" : attribute
      return "'\(vm.type(of: slot).operandName)' object has no attribute '\(first)'"
    }
    return nil
  }

  private static let names: Set<Substring> = Set(
    """
    adaptive_avg_pool2d adaptive_avg_pool3d adaptive_max_pool1d adaptive_max_pool2d adaptive_max_pool3d affine_grid \
    alpha_dropout batch_norm binary_cross_entropy binary_cross_entropy_with_logits celu cosine_embedding_loss \
    cross_entropy ctc_loss dropout dropout1d dropout2d dropout3d elu embedding embedding_bag feature_alpha_dropout fold \
    fractional_max_pool2d fractional_max_pool3d gaussian_nll_loss glu grid_sample group_norm gumbel_softmax hardsigmoid \
    hardswish hardtanh hinge_embedding_loss huber_loss instance_norm interpolate kl_div l1_loss layer_norm leaky_relu \
    local_response_norm log_softmax lp_pool1d lp_pool2d lp_pool3d margin_ranking_loss max_pool1d max_pool2d max_pool3d \
    max_unpool1d max_unpool2d max_unpool3d mish mse_loss multi_margin_loss multilabel_margin_loss \
    multilabel_soft_margin_loss nll_loss normalize pad poisson_nll_loss relu relu6 rms_norm rrelu selu sigmoid silu \
    smooth_l1_loss soft_margin_loss softmax softmin softsign tanh tanhshrink threshold triplet_margin_loss unfold
    """.split(separator: " "))
}
