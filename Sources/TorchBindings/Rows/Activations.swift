import Arrays
import Autograd
import Interpreter

extension Rows {
  /// Activations.
  static var activations: [Operator] {
    var rows: [Operator] = []
    activations0(&rows)
    activations1(&rows)
    activations2(&rows)
    return rows
  }

  private static func activations0(_ rows: inout [Operator]) {
    rows.append(row(
      "relu(Tensor input, any inplace=False)",
      .functional, "Activation relu."
    ) { (a) throws(TorchError) in
      try activation(a, a.tensor(0), 1) { (x) throws(TorchError) in try relu(x) }
    })
    rows.append(row(
      "relu6(Tensor input, any inplace=False)",
      .functional, "Activation relu6."
    ) { (a) throws(TorchError) in
      try activation(a, a.tensor(0), 1) { (x) throws(TorchError) in try relu6(x) }
    })
    rows.append(row(
      "selu(Tensor input, any inplace=False)",
      .functional, "Activation selu."
    ) { (a) throws(TorchError) in
      try activation(a, a.tensor(0), 1) { (x) throws(TorchError) in try selu(x) }
    })
    rows.append(row(
      "silu(Tensor input, any inplace=False)",
      .functional, "Activation silu."
    ) { (a) throws(TorchError) in
      try activation(a, a.tensor(0), 1) { (x) throws(TorchError) in try silu(x) }
    })
    rows.append(row(
      "mish(Tensor input, any inplace=False)",
      .functional, "Activation mish."
    ) { (a) throws(TorchError) in
      try activation(a, a.tensor(0), 1) { (x) throws(TorchError) in try mish(x) }
    })
    rows.append(row(
      "hardsigmoid(Tensor input, any inplace=False)",
      .functional, "Activation hardsigmoid."
    ) { (a) throws(TorchError) in
      try activation(a, a.tensor(0), 1) { (x) throws(TorchError) in try hardsigmoid(x) }
    })
    rows.append(row(
      "hardswish(Tensor input, any inplace=False)",
      .functional, "Activation hardswish."
    ) { (a) throws(TorchError) in
      try activation(a, a.tensor(0), 1) { (x) throws(TorchError) in try hardswish(x) }
    })
    rows.append(unary("relu", .all, "Activation relu.", hasOut: false) { (x) throws(TorchError) in try relu(x) })
    rows.append(unary("selu", .function, "Activation selu.", hasOut: false) { (x) throws(TorchError) in try selu(x) })
    rows.append(row(
      "tanh(Tensor input)",
      .functional, "Activation tanh."
    ) { (a) throws(TorchError) in
      a.wrap(try tanh(a.tensor(0)))
    })
    rows.append(row(
      "sigmoid(Tensor input)",
      .functional, "Activation sigmoid."
    ) { (a) throws(TorchError) in
      a.wrap(try sigmoid(a.tensor(0)))
    })
    rows.append(row(
      "logsigmoid(Tensor input)",
      .functional, "Activation logsigmoid."
    ) { (a) throws(TorchError) in
      a.wrap(try logSigmoid(a.tensor(0)))
    })
  }

  private static func activations1(_ rows: inout [Operator]) {
    rows.append(row(
      "softsign(Tensor input)",
      .functional, "Activation softsign."
    ) { (a) throws(TorchError) in
      a.wrap(try softsign(a.tensor(0)))
    })
    rows.append(row(
      "tanhshrink(Tensor input)",
      .functional, "Activation tanhshrink."
    ) { (a) throws(TorchError) in
      a.wrap(try tanhshrink(a.tensor(0)))
    })
    rows.append(row(
      "leaky_relu(Tensor input, float negative_slope=0.01, any inplace=False)",
      .functional, "Activation leaky_relu."
    ) { (a) throws(TorchError) in
      try activation(a, a.tensor(0), 2) { (x) throws(TorchError) in try leakyRelu(x, a.double(1, 0.01)) }
    })
    rows.append(row(
      "elu(Tensor input, float alpha=1.0, any inplace=False)",
      .functional, "Activation elu."
    ) { (a) throws(TorchError) in
      try activation(a, a.tensor(0), 2) { (x) throws(TorchError) in try elu(x, alpha: a.double(1, 1.0)) }
    })
    rows.append(row(
      "celu(Tensor input, float alpha=1.0, any inplace=False)",
      .functional, "Activation celu."
    ) { (a) throws(TorchError) in
      try activation(a, a.tensor(0), 2) { (x) throws(TorchError) in try celu(x, alpha: a.double(1, 1.0)) }
    })
    rows.append(row(
      "celu(Tensor self, float alpha=1.0)",
      .function, "Activation celu."
    ) { (a) throws(TorchError) in
      a.wrap(try celu(a.tensor(0), alpha: a.double(1, 1.0)))
    })
    rows.append(row(
      "hardtanh(Tensor input, float min_val=-1.0, float max_val=1.0, any inplace=False)",
      .functional, "Activation hardtanh."
    ) { (a) throws(TorchError) in
      guard a.double(1, -1.0) <= a.double(2, 1.0) else { throw TorchError(.value, "min_val cannot be greater than max_val") }
      return try activation(a, a.tensor(0), 3) { (x) throws(TorchError) in
        try hardtanh(x, a.double(1, -1.0), a.double(2, 1.0))
      }
    })
    rows.append(row(
      "threshold(Tensor input, Number threshold, Number value, any inplace=False)",
      .functional, "Activation threshold."
    ) { (a) throws(TorchError) in
      try activation(a, a.tensor(0), 3) { (x) throws(TorchError) in try threshold(x, a.number(1), a.number(2)) }
    })
    rows.append(row(
      "threshold(Tensor self, Number threshold, Number value, *, Tensor out=None)",
      .function, "Activation threshold."
    ) { (a) throws(TorchError) in
      a.wrap(try threshold(a.tensor(0), a.number(1), a.number(2)))
    })
    rows.append(row(
      "gelu(Tensor input, *, str approximate=none)",
      .functional, "Activation gelu."
    ) { (a) throws(TorchError) in
      guard let mode = GeluApproximation(rawValue: a.string(1, "none")) else { throw TorchError(.runtime, "approximate argument must be either none or tanh.") }
      return a.wrap(try gelu(a.tensor(0), approximate: mode))
    })
    rows.append(row(
      "glu(Tensor input, int dim=-1)",
      .functional, "Activation glu."
    ) { (a) throws(TorchError) in
      a.wrap(try glu(a.tensor(0), a.int(1, -1)))
    })
    rows.append(row(
      "softplus(Tensor input, Number beta=1, Number threshold=20)",
      .functional, "Activation softplus."
    ) { (a) throws(TorchError) in
      a.wrap(try softplus(a.tensor(0), beta: a.number(1, 1).doubleValue, threshold: a.number(2, 20).doubleValue))
    })
  }

  private static func activations2(_ rows: inout [Operator]) {
    rows.append(row(
      "hardshrink(Tensor input, Number lambd=0.5)",
      .functional, "Activation hardshrink."
    ) { (a) throws(TorchError) in
      a.wrap(try hardshrink(a.tensor(0), a.double(1, 0.5)))
    })
    rows.append(row(
      "hardshrink(Tensor input, Number lambd=0.5, *, Tensor out=None)",
      .both, "Activation hardshrink."
    ) { (a) throws(TorchError) in
      a.wrap(try hardshrink(a.tensor(0), a.double(1, 0.5)))
    })
    rows.append(row(
      "softshrink(Tensor input, Number lambd=0.5)",
      .functional, "Activation softshrink."
    ) { (a) throws(TorchError) in
      a.wrap(try softshrink(a.tensor(0), a.double(1, 0.5)))
    })
    rows.append(row(
      "prelu(Tensor input, Tensor weight)",
      .functional, "Activation prelu."
    ) { (a) throws(TorchError) in
      a.wrap(try prelu(a.tensor(0), a.tensor(1)))
    })
    rows.append(row(
      "prelu(Tensor self, Tensor weight)",
      .both, "Activation prelu."
    ) { (a) throws(TorchError) in
      a.wrap(try prelu(a.tensor(0), a.tensor(1)))
    })
    rows.append(row(
      "softmax(Tensor self, int dim, ScalarType? dtype=None, *, Tensor out=None)",
      [.function, .method, .special], "Activation softmax."
    ) { (a) throws(TorchError) in
      a.wrap(try softmax(a.tensor(0), a.int(1), dtype: a.dtype(2)))
    })
    rows.append(row(
      "log_softmax(Tensor self, int dim, ScalarType? dtype=None, *, Tensor out=None)",
      [.function, .method, .special], "Activation log_softmax."
    ) { (a) throws(TorchError) in
      a.wrap(try logSoftmax(a.tensor(0), a.int(1), dtype: a.dtype(2)))
    })
    rows.append(row(
      "softmax(Tensor input, int? dim=None, int _stacklevel=3, ScalarType? dtype=None)",
      .functional, "Activation softmax."
    ) { (a) throws(TorchError) in
      a.wrap(try softmax(a.tensor(0), a.optionalInt(1) ?? (a.tensor(0).dim == 0 || a.tensor(0).dim == 1 || a.tensor(0).dim == 3 ? 0 : 1), dtype: a.dtype(3)))
    })
    rows.append(row(
      "log_softmax(Tensor input, int? dim=None, int _stacklevel=3, ScalarType? dtype=None)",
      .functional, "Activation log_softmax."
    ) { (a) throws(TorchError) in
      a.wrap(try logSoftmax(a.tensor(0), a.optionalInt(1) ?? (a.tensor(0).dim == 0 || a.tensor(0).dim == 1 || a.tensor(0).dim == 3 ? 0 : 1), dtype: a.dtype(3)))
    })
    rows.append(row(
      "softmin(Tensor input, int? dim=None, int _stacklevel=3, ScalarType? dtype=None)",
      .functional, "Activation softmin."
    ) { (a) throws(TorchError) in
      a.wrap(try softmin(a.tensor(0), a.optionalInt(1) ?? (a.tensor(0).dim == 0 || a.tensor(0).dim == 1 || a.tensor(0).dim == 3 ? 0 : 1), dtype: a.dtype(3)))
    })
  }
}
