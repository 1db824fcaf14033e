import Arrays
import Autograd

extension Rows {
  /// Elements by index tensors and masks.
  static var indexing: [Operator] {
    var rows: [Operator] = []
    rows.append(
      row("index_select(Tensor self, int dim, Tensor index)", .both, "Slices by index.") { (a) throws(TorchError) in
        a.wrap(try indexSelect(a.tensor(0), a.int(1), a.tensor(2)))
      })
    rows.append(
      row("gather(Tensor self, int dim, Tensor index, *, bool sparse_grad=False)", .both, "Elements by index along a dimension.") { (a) throws(TorchError) in
        a.wrap(try gather(a.tensor(0), a.int(1), a.tensor(2)))
      })
    rows.append(
      row("take_along_dim(Tensor self, Tensor indices, int? dim=None)", .both, "Elements by index, any size.") { (a) throws(TorchError) in
        a.wrap(try takeAlongDim(a.tensor(0), a.tensor(1), a.optionalInt(2)))
      })
    rows.append(
      row("take(Tensor self, Tensor index)", .both, "Elements of the flat tensor.") { (a) throws(TorchError) in
        a.wrap(try take(a.tensor(0), a.tensor(1)))
      })
    rows.append(
      row("put(Tensor self, Tensor index, Tensor source, bool accumulate=False)", .all, "Puts elements into the flat tensor.") { (a) throws(TorchError) in
        a.wrap(try put(a.tensor(0), a.tensor(1), a.tensor(2), accumulate: a.bool(3)))
      })
    rows.append(
      row(.all, "Writes by index along a dimension.", [
        overload("scatter(Tensor self, int dim, Tensor index, Tensor src)") { (a) throws(TorchError) in
          a.wrap(try scatter(a.tensor(0), a.int(1), a.tensor(2), a.tensor(3)))
        },
        overload("scatter(Tensor self, int dim, Tensor index, Number value)") { (a) throws(TorchError) in
          a.wrap(try scatter(a.tensor(0), a.int(1), a.tensor(2), a.number(3)))
        },
        overload("scatter(Tensor self, int dim, Tensor index, Tensor src, *, str reduce)") { (a) throws(TorchError) in
          a.wrap(try scatterBy(a.tensor(0), a.int(1), a.tensor(2), a.tensor(3), a.string(4), true))
        },
      ]))
    rows.append(
      row("scatter_add(Tensor self, int dim, Tensor index, Tensor src)", .all, "Adds by index along a dimension.") { (a) throws(TorchError) in
        a.wrap(try scatterAdd(a.tensor(0), a.int(1), a.tensor(2), a.tensor(3)))
      })
    rows.append(
      row("scatter_reduce(Tensor self, int dim, Tensor index, Tensor src, str reduce, *, bool include_self=True)", .all, "Reduces by index along a dimension.") { (a) throws(TorchError) in
        a.wrap(try scatterBy(a.tensor(0), a.int(1), a.tensor(2), a.tensor(3), a.string(4), a.bool(5, true)))
      })
    rows.append(
      row("index_add(Tensor self, int dim, Tensor index, Tensor source, *, Number alpha=1)", .all, "Adds slices.") { (a) throws(TorchError) in
        a.wrap(try indexAdd(a.tensor(0), a.int(1), a.tensor(2), a.tensor(3), alpha: a.number(4, 1)))
      })
    rows.append(
      row("index_copy(Tensor self, int dim, Tensor index, Tensor source)", .all, "Copies slices.") { (a) throws(TorchError) in
        a.wrap(try indexCopy(a.tensor(0), a.int(1), a.tensor(2), a.tensor(3)))
      })
    rows.append(
      row(.all, "Fills slices.", [
        overload("index_fill(Tensor self, int dim, Tensor index, Number value)") { (a) throws(TorchError) in
          a.wrap(try indexFill(a.tensor(0), a.int(1), a.tensor(2), a.number(3)))
        },
        overload("index_fill(Tensor self, int dim, Tensor index, Tensor value)") { (a) throws(TorchError) in
          a.wrap(try indexFill(a.tensor(0), a.int(1), a.tensor(2), a.tensor(3)))
        },
      ]))
    rows.append(
      row("index_put(Tensor self, Tensor?[] indices, Tensor values, bool accumulate=False)", .all, "Writes at index tensors.") { (a) throws(TorchError) in
        a.wrap(try indexPut(a.tensor(0), optionals(a, 1), a.tensor(2), accumulate: a.bool(3)))
      })
    rows.append(
      row("masked_select(Tensor self, Tensor mask)", .both, "Elements where the mask is true.") { (a) throws(TorchError) in
        a.wrap(try maskedSelect(a.tensor(0), a.tensor(1)))
      })
    rows.append(
      row("masked_scatter(Tensor self, Tensor mask, Tensor source)", .all, "Writes where the mask is true.") { (a) throws(TorchError) in
        a.wrap(try maskedScatter(a.tensor(0), a.tensor(1), a.tensor(2)))
      })
    rows.append(
      row("nonzero(Tensor self, *, bool as_tuple=False)", .both, "Places of the elements that are not zero.") { (a) throws(TorchError) in
        a.bool(1) ? a.tuple(try nonzeroTuple(a.tensor(0))) : a.wrap(try nonzero(a.tensor(0)))
      })
    rows.append(
      row("argwhere(Tensor self)", .both, "Places of the elements that are not zero.") { (a) throws(TorchError) in
        a.wrap(try argwhere(a.tensor(0)))
      })
    return rows
  }
}
