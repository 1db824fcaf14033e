import Arrays
import Autograd

extension Rows {
  /// Arithmetic of two operands.
  static var arithmetic: [Operator] {
    var rows: [Operator] = []
    rows.append(row(.all, "Adds other, scaled by alpha, to self.", [
      overload("add(Tensor self, Tensor other, *, Number alpha=1)") { (a) throws(TorchError) in
        a.wrap(try add(a.tensor(0), a.tensor(1), alpha: a.number(2, 1)))
      },
      overload("add(Tensor self, Number other, *, Number alpha=1)") { (a) throws(TorchError) in
        a.wrap(try add(a.tensor(0), a.number(1), alpha: a.number(2, 1)))
      },
    ]))
    rows.append(row(.all, "Multiplies self by other.", [
      overload("mul(Tensor self, Tensor other)") { (a) throws(TorchError) in
        a.wrap(try mul(a.tensor(0), a.tensor(1)))
      },
      overload("mul(Tensor self, Number other)") { (a) throws(TorchError) in
        a.wrap(try mul(a.tensor(0), a.number(1)))
      },
    ]))
    return rows
  }
  static var creation: [Operator] {
    [
      row(
        "zeros(int[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool requires_grad=False)",
        .function, "Tensor of zeros."
      ) { (a) throws(TorchError) in
        a.wrap(try zeros(a.ints(0), a.dtype(1)).setRequiresGrad(a.bool(5)))
      }
    ]
  }
  static var pointwise: [Operator] { [unary("exp", .all, "Exponential of the elements.", exp)] }
  static var comparison: [Operator] { [] }
  static var reductions: [Operator] {
    [
      row(.both, "Sum of the elements.", [
        overload("sum(Tensor self, *, ScalarType? dtype=None)") { (a) throws(TorchError) in
          a.wrap(try sum(a.tensor(0), dtype: a.dtype(1)))
        },
        overload("sum(Tensor self, int[1]? dim, bool keepdim=False, *, ScalarType? dtype=None)") {
          (a) throws(TorchError) in
          a.wrap(try sum(a.tensor(0), dims: a.ints(1), keepDim: a.bool(2), dtype: a.dtype(3)))
        },
      ])
    ]
  }
  static var shapes: [Operator] { [] }
  static var indexing: [Operator] { [] }
  static var matrices: [Operator] { [] }
  static var activations: [Operator] { [] }
  static var losses: [Operator] { [] }
  static var layers: [Operator] { [] }
  static var random: [Operator] {
    [
      row(
        "rand(int[] size, *, Generator? generator=None, any out=None, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool requires_grad=False)",
        .function, "Uniform random numbers in [0, 1)."
      ) { (a) throws(TorchError) in
        a.wrap(try rand(a.ints(0), a.dtype(3), generator: a.generator(1)).setRequiresGrad(a.bool(7)))
      }
    ]
  }
}
