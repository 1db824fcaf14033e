import Arrays
import Autograd
import Interpreter

extension Rows {
  /// Reading and writing by index and mask.
  static var indexing: [Operator] {
    var rows: [Operator] = []
    indexing0(&rows)
    indexing1(&rows)
    indexing2(&rows)
    return rows
  }

  private static func indexing0(_ rows: inout [Operator]) {
    rows.append(row(.function, "Chooses elements by a condition.", [
      overload("where(Tensor condition, *, Tensor out=None)") {
        (a) throws(TorchError) in
        let places = try nonzero(a.tensor(0))
        return a.tuple(try unbind(places, 1))
      },
      overload("where(Tensor condition, Tensor self, Tensor other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try `where`(a.tensor(0), a.tensor(1), a.tensor(2)))
      },
      overload("where(Tensor condition, Tensor self, Number other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try `where`(a.tensor(0), a.tensor(1), a.number(2)))
      },
      overload("where(Tensor condition, Number self, Tensor other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try `where`(a.tensor(0), a.number(1), a.tensor(2)))
      },
      overload("where(Tensor condition, Number self, Number other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try `where`(a.tensor(0), a.number(1), a.number(2)))
      },
    ]))
    rows.append(row(.method, "Chooses elements by a condition.", [
      overload("where(Tensor self, Tensor condition, Tensor other)") {
        (a) throws(TorchError) in
        a.wrap(try `where`(a.tensor(1), a.tensor(0), a.tensor(2)))
      },
      overload("where(Tensor self, Tensor condition, Number other)") {
        (a) throws(TorchError) in
        a.wrap(try `where`(a.tensor(1), a.tensor(0), a.number(2)))
      },
    ]))
    rows.append(row(
      "nonzero(Tensor self, *, Tensor out=None, bool as_tuple=False)",
      .both, "Places of elements that are not zero."
    ) { (a) throws(TorchError) in
      let places = try nonzero(a.tensor(0))
      if !a.bool(2, false) { return a.wrap(places) }
      return a.tuple(try unbind(a.tensor(0).dim == 0 ? nonzero(reshape(a.tensor(0), [1])) : places, 1))
    })
    rows.append(unary("argwhere", .both, "Places of elements that are not zero.", hasOut: false) { (x) throws(TorchError) in try argwhere(x) })
    rows.append(row(
      "gather(Tensor self, int dim, Tensor index, *, bool sparse_grad=False, Tensor out=None)",
      .both, "Takes by index along a dimension."
    ) { (a) throws(TorchError) in
      a.wrap(try gather(a.tensor(0), a.int(1), a.tensor(2)))
    })
    rows.append(row(
      "take_along_dim(Tensor self, Tensor indices, int? dim=None, *, Tensor out=None)",
      .both, "Takes along a dimension."
    ) { (a) throws(TorchError) in
      a.wrap(try takeAlongDim(a.tensor(0), a.tensor(1), a.optionalInt(2)))
    })
    rows.append(row(
      "take(Tensor self, Tensor index, *, Tensor out=None)",
      .both, "Takes from the flattened tensor."
    ) { (a) throws(TorchError) in
      a.wrap(try take(a.tensor(0), a.tensor(1)))
    })
    rows.append(row(
      "index_select(Tensor self, int dim, Tensor index, *, Tensor out=None)",
      .both, "Rows of a dimension."
    ) { (a) throws(TorchError) in
      a.wrap(try indexSelect(a.tensor(0), a.int(1), a.tensor(2)))
    })
    rows.append(row(
      "masked_select(Tensor self, Tensor mask, *, Tensor out=None)",
      .both, "Elements where mask is true."
    ) { (a) throws(TorchError) in
      a.wrap(try maskedSelect(a.tensor(0), a.tensor(1)))
    })
    rows.append(row(.both, "Fills where mask is true.", [
      overload("masked_fill(Tensor self, Tensor mask, Number value)") {
        (a) throws(TorchError) in
        a.wrap(try maskedFill(a.tensor(0), a.tensor(1), a.number(2)))
      },
      overload("masked_fill(Tensor self, Tensor mask, Tensor value)") {
        (a) throws(TorchError) in
        a.wrap(try maskedFill(a.tensor(0), a.tensor(1), a.tensor(2)))
      },
    ]))
    rows.append(row(.method, "Fills where mask is true, in place.", [
      overload("masked_fill_(Tensor self, Tensor mask, Number value)") { (a) throws(TorchError) in
        _ = try maskedFill_(a.tensor(0), a.tensor(1), a.number(2))
        return a.value(0)
      },
      overload("masked_fill_(Tensor self, Tensor mask, Tensor value)") { (a) throws(TorchError) in
        _ = try maskedFill_(a.tensor(0), a.tensor(1), a.tensor(2))
        return a.value(0)
      },
    ]))
    rows.append(row(
      "masked_scatter(Tensor self, Tensor mask, Tensor source)",
      .both, "Copies where mask is true."
    ) { (a) throws(TorchError) in
      a.wrap(try maskedScatter(a.tensor(0), a.tensor(1), a.tensor(2)))
    })
    rows.append(row(
      "masked_scatter_(Tensor self, Tensor mask, Tensor source)",
      .method, "Copies where mask is true, in place."
    ) { (a) throws(TorchError) in
      _ = try maskedScatter_(a.tensor(0), a.tensor(1), a.tensor(2))
      return a.value(0)
    })
    rows.append(row(.all, "Writes by index along a dimension.", [
      overload("scatter(Tensor self, int dim, Tensor index, Tensor src, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try scatter(a.tensor(0), a.int(1), a.tensor(2), a.tensor(3)))
      },
      overload("scatter(Tensor self, int dim, Tensor index, Number value, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try scatter(a.tensor(0), a.int(1), a.tensor(2), a.number(3)))
      },
      overload("scatter(Tensor self, int dim, Tensor index, Tensor src, *, str reduce, Tensor out=None)") {
        (a) throws(TorchError) in
        guard let r = ScatterReduction(rawValue: a.string(4) == "add" ? "sum" : a.string(4) == "multiply" ? "prod" : a.string(4)) else { throw TorchError(.runtime, "reduce argument must be either add or multiply.") }
        return a.wrap(try scatterReduce(a.tensor(0), a.int(1), a.tensor(2), a.tensor(3), r))
      },
      overload("scatter(Tensor self, int dim, Tensor index, Number value, *, str reduce, Tensor out=None)") {
        (a) throws(TorchError) in
        guard let r = ScatterReduction(rawValue: a.string(4) == "add" ? "sum" : a.string(4) == "multiply" ? "prod" : a.string(4)) else { throw TorchError(.runtime, "reduce argument must be either add or multiply.") }
        return a.wrap(try scatterReduce(a.tensor(0), a.int(1), a.tensor(2), fullLike(a.tensor(2), a.number(3), a.tensor(0).dtype), r))
      },
    ]))
  }

  private static func indexing1(_ rows: inout [Operator]) {
    rows.append(row(
      "scatter_add(Tensor self, int dim, Tensor index, Tensor src, *, Tensor out=None)",
      .all, "Adds by index along a dimension."
    ) { (a) throws(TorchError) in
      a.wrap(try scatterAdd(a.tensor(0), a.int(1), a.tensor(2), a.tensor(3)))
    })
    rows.append(row(
      "scatter_reduce(Tensor self, int dim, Tensor index, Tensor src, str reduce, *, bool include_self=True, Tensor out=None)",
      .all, "Combines by index along a dimension."
    ) { (a) throws(TorchError) in
      guard let r = ScatterReduction(rawValue: a.string(4)) else { throw TorchError(.runtime, "reduce argument must be either sum, prod, mean, amax or amin, got " + a.string(4)) }
      return a.wrap(try scatterReduce(a.tensor(0), a.int(1), a.tensor(2), a.tensor(3), r, includeSelf: a.bool(5, true)))
    })
    rows.append(row(
      "index_add(Tensor self, int dim, Tensor index, Tensor source, *, Number alpha=1, Tensor out=None)",
      .all, "Adds rows."
    ) { (a) throws(TorchError) in
      a.wrap(try indexAdd(a.tensor(0), a.int(1), a.tensor(2), a.tensor(3), alpha: a.number(4, 1)))
    })
    rows.append(row(
      "index_copy(Tensor self, int dim, Tensor index, Tensor source, *, Tensor out=None)",
      .all, "Copies rows."
    ) { (a) throws(TorchError) in
      a.wrap(try indexCopy(a.tensor(0), a.int(1), a.tensor(2), a.tensor(3)))
    })
    rows.append(row(.all, "Fills rows.", [
      overload("index_fill(Tensor self, int dim, Tensor index, Number value)") {
        (a) throws(TorchError) in
        a.wrap(try indexFill(a.tensor(0), a.int(1), a.tensor(2), a.number(3)))
      },
      overload("index_fill(Tensor self, int dim, Tensor index, Tensor value)") {
        (a) throws(TorchError) in
        a.wrap(try indexFill(a.tensor(0), a.int(1), a.tensor(2), a.tensor(3)))
      },
    ]))
    rows.append(row(
      "index_put(Tensor self, Tensor?[] indices, Tensor values, bool accumulate=False)",
      .both, "Writes at index tuples."
    ) { (a) throws(TorchError) in
      a.wrap(try indexPut(a.tensor(0), a.optionalTensors(1), a.tensor(2), accumulate: a.bool(3, false)))
    })
    rows.append(row(
      "index_put_(Tensor self, Tensor?[] indices, Tensor values, bool accumulate=False)",
      .method, "Writes at index tuples in place."
    ) { (a) throws(TorchError) in
      a.wrap(try indexPut_(a.tensor(0), a.optionalTensors(1), a.tensor(2), accumulate: a.bool(3, false)))
    })
    rows.append(row(
      "put(Tensor self, Tensor index, Tensor source, bool accumulate=False)",
      .all, "Writes to the flattened tensor."
    ) { (a) throws(TorchError) in
      a.wrap(try put(a.tensor(0), a.tensor(1), a.tensor(2), accumulate: a.bool(3, false)))
    })
    rows.append(row(.function, "Places in a sorted tensor.", [
      overload("searchsorted(Tensor sorted_sequence, Tensor self, *, bool out_int32=False, bool right=False, str? side=None, Tensor? sorter=None, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try searchsorted(a.sortedSequence(), a.tensor(1), right: a.searchesRight(), int32: a.bool(2, false)))
      },
      overload("searchsorted(Tensor sorted_sequence, Number self, *, bool out_int32=False, bool right=False, str? side=None, Tensor? sorter=None, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try searchsorted(a.sortedSequence(), a.tensor(1), right: a.searchesRight(), int32: a.bool(2, false)))
      },
    ]))
    rows.append(row(.function, "Buckets of values.", [
      overload("bucketize(Tensor self, Tensor boundaries, *, bool out_int32=False, bool right=False, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try bucketize(a.tensor(0), a.tensor(1), right: a.bool(3, false), int32: a.bool(2, false)))
      },
      overload("bucketize(Number self, Tensor boundaries, *, bool out_int32=False, bool right=False, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try bucketize(a.tensor(0), a.tensor(1), right: a.bool(3, false), int32: a.bool(2, false)))
      },
    ]))
    rows.append(row(.both, "Fills with a value.", [
      overload("fill(Tensor self, Number value)") {
        (a) throws(TorchError) in
        let c = try clone(a.tensor(0))
        return a.wrap(try fill_(c, a.number(1)))
      },
      overload("fill(Tensor self, Tensor value)") {
        (a) throws(TorchError) in
        let c = try clone(a.tensor(0))
        return a.wrap(try fill_(c, a.tensor(1)))
      },
    ]))
    rows.append(row(.both, "Fills with a value in place.", [
      overload("fill_(Tensor self, Number value)") {
        (a) throws(TorchError) in
        a.wrap(try fill_(a.tensor(0), a.number(1)))
      },
      overload("fill_(Tensor self, Tensor value)") {
        (a) throws(TorchError) in
        a.wrap(try fill_(a.tensor(0), a.tensor(1)))
      },
    ]))
  }

  private static func indexing2(_ rows: inout [Operator]) {
    rows.append(unary("zero_", .both, "Sets to zero.", hasOut: false) { (x) throws(TorchError) in try zero_(x) })
    rows.append(row(.method, "Overwrites the elements.", [
      overload("copy_(Tensor self, Tensor src, bool non_blocking=False)") { (a) throws(TorchError) in
        a.wrap(try copy_(a.tensor(0), a.tensor(1)))
      },
      overload("copy_(Tensor self, Number src, bool non_blocking=False)") { (a) throws(TorchError) in
        a.wrap(try copy_(a.tensor(0), Tensor(NDArray.scalar(a.number(1), a.number(1).category == .integral ? .int64 : a.tensor(0).dtype.isComplex ? .complex128 : .float64))))
      },
    ]))
    rows.append(row("numel(Tensor self)", .function, "Number of elements.") { (a) in .int(a.tensor(0).count) })
    rows.append(row("requires_grad_(Tensor self, bool requires_grad=True)", .method, "Sets whether gradients are recorded.") {
      (a) throws(TorchError) in
      _ = try a.tensor(0).setRequiresGrad(a.bool(1, true))
      return a.value(0)
    })
    rows.append(unary("detach_", .both, "Drops the history in place.", hasOut: false) { (x) throws(TorchError) in try detach_(x) })
    rows.append(unary("detach", .function, "The same elements without history.", hasOut: false) { (x) throws(TorchError) in try detach(x) })
    rows.append(row(
      "fill_diagonal_(Tensor self, Number fill_value, bool wrap=False)",
      .method, "Fills the diagonal."
    ) { (a) throws(TorchError) in
      let x = a.tensor(0)
      _ = try fill_(diagonal(x), a.number(1))
      if a.bool(2, false), x.dim == 2, x.array.shape[1] > 0, x.array.shape[1] < x.array.shape[0] {
        // Below the square the diagonal starts again, one row left out.
        let (rows, columns) = (x.array.shape[0], x.array.shape[1])
        var start = columns &+ 1
        while start < rows {
          _ = try fill_(diagonal(narrow(x, 0, start, Swift.min(columns, rows &- start))), a.number(1))
          start &+= columns &+ 1
        }
      }
      return a.value(0)
    })
  }
}
