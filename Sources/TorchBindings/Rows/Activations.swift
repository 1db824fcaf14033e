import Arrays
import Autograd

extension Rows {
  /// Activation functions.
  static var activations: [Operator] {
    var rows: [Operator] = []
    rows.append(
      row("relu(Tensor input)", [.function, .method, .inPlace, .functional], "Zero below zero.") { (a) throws(TorchError) in
        a.wrap(try relu(a.tensor(0)))
      })
    rows.append(
      row("relu6(Tensor input, bool inplace=False)", .functional, "relu limited to six.") { (a) throws(TorchError) in
        a.wrap(try relu6(a.tensor(0)))
      })
    rows.append(
      row("leaky_relu(Tensor input, float negative_slope=0.01, bool inplace=False)", .functional, "Small slope below zero.") { (a) throws(TorchError) in
        a.wrap(try leakyRelu(a.tensor(0), a.double(1, 0.01)))
      })
    rows.append(
      row("prelu(Tensor input, Tensor weight)", [.function, .method, .functional], "Learned slope below zero.") { (a) throws(TorchError) in
        a.wrap(try prelu(a.tensor(0), a.tensor(1)))
      })
    rows.append(
      row("elu(Tensor input, float alpha=1.0, bool inplace=False)", .functional, "Exponential below zero.") { (a) throws(TorchError) in
        a.wrap(try elu(a.tensor(0), alpha: a.double(1, 1)))
      })
    rows.append(
      row("selu(Tensor input, bool inplace=False)", [.function, .functional], "Self-normalising elu.") { (a) throws(TorchError) in
        a.wrap(try selu(a.tensor(0)))
      })
    rows.append(
      row("celu(Tensor input, float alpha=1.0, bool inplace=False)", [.function, .functional], "Continuous elu.") { (a) throws(TorchError) in
        a.wrap(try celu(a.tensor(0), alpha: a.double(1, 1)))
      })
    rows.append(
      row("gelu(Tensor input, *, str approximate='none')", .functional, "Gaussian error linear unit.") { (a) throws(TorchError) in
        a.wrap(try gelu(a.tensor(0), approximate: GeluApproximation(rawValue: a.string(1, "none")) ?? .none))
      })
    rows.append(
      row("silu(Tensor input, bool inplace=False)", .functional, "x times sigmoid(x).") { (a) throws(TorchError) in
        a.wrap(try silu(a.tensor(0)))
      })
    rows.append(
      row("mish(Tensor input, bool inplace=False)", .functional, "x times tanh(softplus(x)).") { (a) throws(TorchError) in
        a.wrap(try mish(a.tensor(0)))
      })
    rows.append(
      row("softplus(Tensor input, float beta=1.0, float threshold=20.0)", .functional, "Smooth relu.") { (a) throws(TorchError) in
        a.wrap(try softplus(a.tensor(0), beta: a.double(1, 1), threshold: a.double(2, 20)))
      })
    rows.append(
      row("logsigmoid(Tensor input)", .functional, "Logarithm of sigmoid.") { (a) throws(TorchError) in
        a.wrap(try logSigmoid(a.tensor(0)))
      })
    rows.append(
      row("hardtanh(Tensor input, float min_val=-1.0, float max_val=1.0, bool inplace=False)", .functional, "Limited to an interval.") { (a) throws(TorchError) in
        a.wrap(try hardtanh(a.tensor(0), a.double(1, -1), a.double(2, 1)))
      })
    rows.append(
      row("hardsigmoid(Tensor input, bool inplace=False)", .functional, "Piecewise linear sigmoid.") { (a) throws(TorchError) in
        a.wrap(try hardsigmoid(a.tensor(0)))
      })
    rows.append(
      row("hardswish(Tensor input, bool inplace=False)", .functional, "Piecewise swish.") { (a) throws(TorchError) in
        a.wrap(try hardswish(a.tensor(0)))
      })
    rows.append(
      row("hardshrink(Tensor input, float lambd=0.5)", [.function, .functional], "Zero near zero.") { (a) throws(TorchError) in
        a.wrap(try hardshrink(a.tensor(0), a.double(1, 0.5)))
      })
    rows.append(
      row("softshrink(Tensor input, float lambd=0.5)", .functional, "Shrinks towards zero.") { (a) throws(TorchError) in
        a.wrap(try softshrink(a.tensor(0), a.double(1, 0.5)))
      })
    rows.append(
      row("tanhshrink(Tensor input)", .functional, "x - tanh(x).") { (a) throws(TorchError) in
        a.wrap(try tanhshrink(a.tensor(0)))
      })
    rows.append(
      row("x|).|softsign(Tensor input)", .functional, "x / (1 +") { (a) throws(TorchError) in
        a.wrap(try softsign(a.tensor(0)))
      })
    rows.append(
      row("threshold(Tensor input, Number threshold, Number value, bool inplace=False)", [.function, .functional], "A value at or below the threshold.") { (a) throws(TorchError) in
        a.wrap(try threshold(a.tensor(0), a.number(1), a.number(2)))
      })
    rows.append(
      row("glu(Tensor input, int dim=-1)", .functional, "Gated linear unit.") { (a) throws(TorchError) in
        a.wrap(try glu(a.tensor(0), a.int(1, -1)))
      })
    rows.append(
      row("softmax(Tensor input, int? dim=None, int _stacklevel=3, ScalarType? dtype=None)", [.function, .method, .functional], "Softmax.") { (a) throws(TorchError) in
        a.wrap(try softmax(a.tensor(0), implicitDim(a, 1), dtype: a.dtype(3)))
      })
    rows.append(
      row("log_softmax(Tensor input, int? dim=None, int _stacklevel=3, ScalarType? dtype=None)", [.function, .method, .functional], "Logarithm of softmax.") { (a) throws(TorchError) in
        a.wrap(try logSoftmax(a.tensor(0), implicitDim(a, 1), dtype: a.dtype(3)))
      })
    rows.append(
      row("softmin(Tensor input, int? dim=None, int _stacklevel=3, ScalarType? dtype=None)", .functional, "Softmax of the negated elements.") { (a) throws(TorchError) in
        a.wrap(try softmin(a.tensor(0), implicitDim(a, 1), dtype: a.dtype(3)))
      })
    return rows
  }
}
