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

  /// Function, argument and place as the operator inside such a function names them.
  static func inner(_ name: String, _ argument: String, _ position: String) -> (String, String, String) {
    switch (name, argument) {
    case ("embedding", "input"): return (name, "indices", " (position 2)")
    case ("cross_entropy", _): return ("cross_entropy_loss", argument, position)
    case ("softmax", "dim"), ("log_softmax", "dim"): return (name, argument, " (position 1)")
    case ("leaky_relu", "negative_slope"), ("elu", "alpha"): return (name, argument, " (position 2)")
    default: return (name, argument, position)
    }
  }

  /// The text of the AttributeError when such a function asks something of an argument that is no tensor.
  static func attributeMissing(_ vm: VM, _ name: String, _ arguments: Arguments, _ schemas: [Schema]) -> String? {
    let (place, attribute): (Int, String)
    switch name {
    case "softmax", "log_softmax", "sigmoid", "tanh": (place, attribute) = (0, name)
    case "normalize": (place, attribute) = (0, "norm")
    case "mse_loss", "l1_loss", "smooth_l1_loss", "huber_loss", "binary_cross_entropy", "binary_cross_entropy_with_logits":
      (place, attribute) = (1, "size")
    default: return nil
    }
    guard arguments.positionalCount > place, !arguments.base[place].isKind(.tensor) else { return nil }
    return "'\(vm.type(of: arguments.base[place]).name)' object has no attribute '\(attribute)'"
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
