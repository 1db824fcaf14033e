import Arrays
import Autograd

extension Rows {
  /// Tensors made of sizes and numbers.
  static var creation: [Operator] {
    var rows: [Operator] = []
    rows.append(
      row("zeros(int[] size, *, any out=None, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool requires_grad=False)", .function, "Tensor of zeros.") { (a) throws(TorchError) in
        a.wrap(try zeros(a.ints(0), a.dtype(2)).setRequiresGrad(a.bool(6)))
      })
    rows.append(
      row("ones(int[] size, *, any out=None, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool requires_grad=False)", .function, "Tensor of ones.") { (a) throws(TorchError) in
        a.wrap(try ones(a.ints(0), a.dtype(2)).setRequiresGrad(a.bool(6)))
      })
    rows.append(
      row("empty(int[] size, *, any out=None, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool requires_grad=False, Layout? memory_format=None)", .function, "Tensor whose elements are not set.") { (a) throws(TorchError) in
        a.wrap(try empty(a.ints(0), a.dtype(2)).setRequiresGrad(a.bool(6)))
      })
    rows.append(
      row("full(int[1] size, Number fill_value, *, any out=None, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool requires_grad=False)", .function, "Tensor of one value.") { (a) throws(TorchError) in
        a.wrap(try full(a.ints(0), a.number(1), a.dtype(3)).setRequiresGrad(a.bool(7)))
      })
    rows.append(
      row("zeros_like(Tensor input, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool requires_grad=False, Layout? memory_format=None)", .function, "Zeros of the size of input.") { (a) throws(TorchError) in
        a.wrap(try zerosLike(a.tensor(0), a.dtype(1)).setRequiresGrad(a.bool(4)))
      })
    rows.append(
      row("ones_like(Tensor input, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool requires_grad=False, Layout? memory_format=None)", .function, "Ones of the size of input.") { (a) throws(TorchError) in
        a.wrap(try onesLike(a.tensor(0), a.dtype(1)).setRequiresGrad(a.bool(4)))
      })
    rows.append(
      row("empty_like(Tensor input, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool requires_grad=False, Layout? memory_format=None)", .function, "Unset elements of the size of input.") { (a) throws(TorchError) in
        a.wrap(try emptyLike(a.tensor(0), a.dtype(1)).setRequiresGrad(a.bool(4)))
      })
    rows.append(
      row("full_like(Tensor input, Number fill_value, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool requires_grad=False, Layout? memory_format=None)", .function, "One value in the size of input.") { (a) throws(TorchError) in
        a.wrap(try fullLike(a.tensor(0), a.number(1), a.dtype(2)).setRequiresGrad(a.bool(5)))
      })
    rows.append(
      row(.function, "Numbers from start to end by step.", [
        overload("arange(Number end, *, any out=None, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool requires_grad=False)") { (a) throws(TorchError) in
          a.wrap(try arange(a.number(0), a.dtype(2)).setRequiresGrad(a.bool(6)))
        },
        overload("arange(Number start, Number end, Number step=1, *, any out=None, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool requires_grad=False)") { (a) throws(TorchError) in
          a.wrap(try arange(a.number(0), a.number(1), step: a.number(2, 1), a.dtype(4)).setRequiresGrad(a.bool(8)))
        },
      ]))
    rows.append(
      row("linspace(Number start, Number end, int steps, *, any out=None, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool requires_grad=False)", .function, "Evenly spaced numbers.") { (a) throws(TorchError) in
        a.wrap(try linspace(a.number(0), a.number(1), steps: a.int(2), a.dtype(4)).setRequiresGrad(a.bool(8)))
      })
    rows.append(
      row("logspace(Number start, Number end, int steps, float base=10.0, *, any out=None, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool requires_grad=False)", .function, "Numbers evenly spaced on a log scale.") { (a) throws(TorchError) in
        a.wrap(try pow(.double(a.double(3, 10)), linspace(a.number(0), a.number(1), steps: a.int(2), a.dtype(5))).setRequiresGrad(a.bool(9)))
      })
    rows.append(
      row(.function, "Identity matrix.", [
        overload("eye(int n, *, any out=None, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool requires_grad=False)") { (a) throws(TorchError) in
          a.wrap(try eye(a.int(0), nil, a.dtype(2)).setRequiresGrad(a.bool(6)))
        },
        overload("eye(int n, int m, *, any out=None, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool requires_grad=False)") { (a) throws(TorchError) in
          a.wrap(try eye(a.int(0), a.int(1), a.dtype(3)).setRequiresGrad(a.bool(7)))
        },
      ]))
    rows.append(
      row("scalar_tensor(Number s, *, ScalarType? dtype=None)", .function, "Tensor with one number.") { (a) throws(TorchError) in
        a.wrap(try scalarTensor(a.number(0), a.dtype(1) ?? Settings.defaultDType))
      })
    rows.append(
      row("new_zeros(Tensor self, int[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool requires_grad=False)", .method, "Zeros of self's dtype.") { (a) throws(TorchError) in
        a.wrap(try zeros(a.ints(1), a.dtype(2) ?? a.tensor(0).dtype).setRequiresGrad(a.bool(6)))
      })
    rows.append(
      row("new_ones(Tensor self, int[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool requires_grad=False)", .method, "Ones of self's dtype.") { (a) throws(TorchError) in
        a.wrap(try ones(a.ints(1), a.dtype(2) ?? a.tensor(0).dtype).setRequiresGrad(a.bool(6)))
      })
    rows.append(
      row("new_empty(Tensor self, int[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool requires_grad=False)", .method, "Unset elements of self's dtype.") { (a) throws(TorchError) in
        a.wrap(try empty(a.ints(1), a.dtype(2) ?? a.tensor(0).dtype).setRequiresGrad(a.bool(6)))
      })
    rows.append(
      row("new_full(Tensor self, int[1] size, Number fill_value, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool requires_grad=False)", .method, "One value in self's dtype.") { (a) throws(TorchError) in
        a.wrap(try full(a.ints(1), a.number(2), a.dtype(3) ?? a.tensor(0).dtype).setRequiresGrad(a.bool(7)))
      })
    rows.append(
      row("clone(Tensor self, *, Layout? memory_format=None)", .both, "Copy of the elements.") { (a) throws(TorchError) in
        a.wrap(try clone(a.tensor(0)))
      })
    rows.append(
      row("contiguous(Tensor self, *, Layout? memory_format=None)", .method, "The same elements in order.") { (a) throws(TorchError) in
        a.wrap(try contiguous(a.tensor(0)))
      })
    rows.append(
      row("complex(Tensor real, Tensor imag)", .function, "Complex tensor of real and imaginary parts.") { (a) throws(TorchError) in
        a.wrap(try complex(a.tensor(0), a.tensor(1)))
      })
    rows.append(
      row("polar(Tensor abs, Tensor angle)", .function, "Complex tensor of absolute values and angles.") { (a) throws(TorchError) in
        a.wrap(try polar(a.tensor(0), a.tensor(1)))
      })
    rows.append(
      row("tril_indices(int row, int col, int offset=0)", .function, "Row and column numbers of the lower triangle.") { (a) throws(TorchError) in
        a.wrap(try trilIndices(a.int(0), a.int(1), offset: a.int(2)))
      })
    rows.append(
      row("triu_indices(int row, int col, int offset=0)", .function, "Row and column numbers of the upper triangle.") { (a) throws(TorchError) in
        a.wrap(try triuIndices(a.int(0), a.int(1), offset: a.int(2)))
      })
    rows.append(
      row("vander(Tensor x, int? N=None, bool increasing=False)", .function, "Vandermonde matrix.") { (a) throws(TorchError) in
        a.wrap(try vander(a.tensor(0), columns: a.optionalInt(1), increasing: a.bool(2)))
      })
    return rows
  }
}
