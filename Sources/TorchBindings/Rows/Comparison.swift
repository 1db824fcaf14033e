import Arrays
import Autograd

extension Rows {
  /// Comparisons, where, masks.
  static var comparison: [Operator] {
    var rows: [Operator] = []
    rows.append(
      row(.all, "Equal.", [
        overload("eq(Tensor self, Tensor other)") { (a) throws(TorchError) in
          a.wrap(try eq(a.tensor(0), a.tensor(1)))
        },
        overload("eq(Tensor self, Number other)") { (a) throws(TorchError) in
          a.wrap(try eq(a.tensor(0), a.number(1)))
        },
      ]))
    rows.append(
      row(.all, "Not equal.", [
        overload("ne(Tensor self, Tensor other)") { (a) throws(TorchError) in
          a.wrap(try ne(a.tensor(0), a.tensor(1)))
        },
        overload("ne(Tensor self, Number other)") { (a) throws(TorchError) in
          a.wrap(try ne(a.tensor(0), a.number(1)))
        },
      ]))
    rows.append(
      row(.all, "Not equal.", [
        overload("not_equal(Tensor self, Tensor other)") { (a) throws(TorchError) in
          a.wrap(try ne(a.tensor(0), a.tensor(1)))
        },
        overload("not_equal(Tensor self, Number other)") { (a) throws(TorchError) in
          a.wrap(try ne(a.tensor(0), a.number(1)))
        },
      ]))
    rows.append(
      row(.all, "Less.", [
        overload("lt(Tensor self, Tensor other)") { (a) throws(TorchError) in
          a.wrap(try lt(a.tensor(0), a.tensor(1)))
        },
        overload("lt(Tensor self, Number other)") { (a) throws(TorchError) in
          a.wrap(try lt(a.tensor(0), a.number(1)))
        },
      ]))
    rows.append(
      row(.all, "Less.", [
        overload("less(Tensor self, Tensor other)") { (a) throws(TorchError) in
          a.wrap(try lt(a.tensor(0), a.tensor(1)))
        },
        overload("less(Tensor self, Number other)") { (a) throws(TorchError) in
          a.wrap(try lt(a.tensor(0), a.number(1)))
        },
      ]))
    rows.append(
      row(.all, "Less or equal.", [
        overload("le(Tensor self, Tensor other)") { (a) throws(TorchError) in
          a.wrap(try le(a.tensor(0), a.tensor(1)))
        },
        overload("le(Tensor self, Number other)") { (a) throws(TorchError) in
          a.wrap(try le(a.tensor(0), a.number(1)))
        },
      ]))
    rows.append(
      row(.all, "Less or equal.", [
        overload("less_equal(Tensor self, Tensor other)") { (a) throws(TorchError) in
          a.wrap(try le(a.tensor(0), a.tensor(1)))
        },
        overload("less_equal(Tensor self, Number other)") { (a) throws(TorchError) in
          a.wrap(try le(a.tensor(0), a.number(1)))
        },
      ]))
    rows.append(
      row(.all, "Greater.", [
        overload("gt(Tensor self, Tensor other)") { (a) throws(TorchError) in
          a.wrap(try gt(a.tensor(0), a.tensor(1)))
        },
        overload("gt(Tensor self, Number other)") { (a) throws(TorchError) in
          a.wrap(try gt(a.tensor(0), a.number(1)))
        },
      ]))
    rows.append(
      row(.all, "Greater.", [
        overload("greater(Tensor self, Tensor other)") { (a) throws(TorchError) in
          a.wrap(try gt(a.tensor(0), a.tensor(1)))
        },
        overload("greater(Tensor self, Number other)") { (a) throws(TorchError) in
          a.wrap(try gt(a.tensor(0), a.number(1)))
        },
      ]))
    rows.append(
      row(.all, "Greater or equal.", [
        overload("ge(Tensor self, Tensor other)") { (a) throws(TorchError) in
          a.wrap(try ge(a.tensor(0), a.tensor(1)))
        },
        overload("ge(Tensor self, Number other)") { (a) throws(TorchError) in
          a.wrap(try ge(a.tensor(0), a.number(1)))
        },
      ]))
    rows.append(
      row(.all, "Greater or equal.", [
        overload("greater_equal(Tensor self, Tensor other)") { (a) throws(TorchError) in
          a.wrap(try ge(a.tensor(0), a.tensor(1)))
        },
        overload("greater_equal(Tensor self, Number other)") { (a) throws(TorchError) in
          a.wrap(try ge(a.tensor(0), a.number(1)))
        },
      ]))
    rows.append(
      row("equal(Tensor self, Tensor other)", .both, "Same size and elements.") { (a) throws(TorchError) in
        .bool(try equal(a.tensor(0), a.tensor(1)))
      })
    rows.append(
      row("isclose(Tensor self, Tensor other, float rtol=1e-05, float atol=1e-08, bool equal_nan=False)", .both, "Close, element by element.") { (a) throws(TorchError) in
        a.wrap(try isclose(a.tensor(0), a.tensor(1), rtol: a.double(2, 1e-5), atol: a.double(3, 1e-8), equalNan: a.bool(4)))
      })
    rows.append(
      row("allclose(Tensor self, Tensor other, float rtol=1e-05, float atol=1e-08, bool equal_nan=False)", .both, "All elements are close.") { (a) throws(TorchError) in
        .bool(try allclose(a.tensor(0), a.tensor(1), rtol: a.double(2, 1e-5), atol: a.double(3, 1e-8), equalNan: a.bool(4)))
      })
    rows.append(
      row(.function, "Elements of input or other by a condition.", [
        overload("where(Tensor condition)") { (a) throws(TorchError) in
          a.tuple(try nonzeroTuple(a.tensor(0)))
        },
        overload("where(Tensor condition, Tensor input, Tensor other)") { (a) throws(TorchError) in
          a.wrap(try `where`(a.tensor(0), a.tensor(1), a.tensor(2)))
        },
        overload("where(Tensor condition, Tensor input, Number other)") { (a) throws(TorchError) in
          a.wrap(try `where`(a.tensor(0), a.tensor(1), a.number(2)))
        },
        overload("where(Tensor condition, Number input, Tensor other)") { (a) throws(TorchError) in
          a.wrap(try `where`(a.tensor(0), a.number(1), a.tensor(2)))
        },
        overload("where(Tensor condition, Number input, Number other)") { (a) throws(TorchError) in
          a.wrap(try `where`(a.tensor(0), a.number(1), a.number(2)))
        },
      ]))
    rows.append(
      row(.method, "Elements of self or other by a condition.", [
        overload("where(Tensor self, Tensor condition, Tensor other)") { (a) throws(TorchError) in
          a.wrap(try `where`(a.tensor(1), a.tensor(0), a.tensor(2)))
        },
        overload("where(Tensor self, Tensor condition, Number other)") { (a) throws(TorchError) in
          a.wrap(try `where`(a.tensor(1), a.tensor(0), a.number(2)))
        },
      ]))
    rows.append(
      row(.all, "Fills where the mask is true.", [
        overload("masked_fill(Tensor self, Tensor mask, Number value)") { (a) throws(TorchError) in
          a.wrap(try maskedFill(a.tensor(0), a.tensor(1), a.number(2)))
        },
        overload("masked_fill(Tensor self, Tensor mask, Tensor value)") { (a) throws(TorchError) in
          a.wrap(try maskedFill(a.tensor(0), a.tensor(1), a.tensor(2)))
        },
      ]))
    rows.append(
      row("isin(Tensor elements, Tensor test_elements, *, bool assume_unique=False, bool invert=False)", [.function, .method], "Is an element of the others.") { (a) throws(TorchError) in
        a.wrap(try isin(a.tensor(0), a.tensor(1), invert: a.bool(3)))
      })
    return rows
  }
}
