import Arrays
import Autograd
import Interpreter

extension Rows {
  /// Comparing.
  static var comparison: [Operator] {
    var rows: [Operator] = []
    comparison0(&rows)
    comparison1(&rows)
    comparison2(&rows)
    return rows
  }

  private static func comparison0(_ rows: inout [Operator]) {
    rows.append(row(.all, "Bitwise and.", [
      overload("bitwise_and(Tensor self, Tensor other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try bitwiseAnd(a.tensor(0), a.tensor(1)))
      },
      overload("bitwise_and(Tensor self, Number other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try bitwiseAnd(a.tensor(0), a.number(1)))
      },
      overload("bitwise_and(Number self, Tensor other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try bitwiseAnd(a.tensor(0), a.tensor(1)))
      },
    ]))
    rows.append(row(.all, "Bitwise or.", [
      overload("bitwise_or(Tensor self, Tensor other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try bitwiseOr(a.tensor(0), a.tensor(1)))
      },
      overload("bitwise_or(Tensor self, Number other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try bitwiseOr(a.tensor(0), a.number(1)))
      },
      overload("bitwise_or(Number self, Tensor other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try bitwiseOr(a.tensor(0), a.tensor(1)))
      },
    ]))
    rows.append(row(.all, "Bitwise xor.", [
      overload("bitwise_xor(Tensor self, Tensor other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try bitwiseXor(a.tensor(0), a.tensor(1)))
      },
      overload("bitwise_xor(Tensor self, Number other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try bitwiseXor(a.tensor(0), a.number(1)))
      },
      overload("bitwise_xor(Number self, Tensor other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try bitwiseXor(a.tensor(0), a.tensor(1)))
      },
    ]))
    rows.append(row(.all, "Shifts bits left.", [
      overload("bitwise_left_shift(Tensor self, Tensor other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try bitwiseLeftShift(a.tensor(0), a.tensor(1)))
      },
      overload("bitwise_left_shift(Tensor self, Number other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try bitwiseLeftShift(a.tensor(0), a.tensor(1)))
      },
      overload("bitwise_left_shift(Number self, Tensor other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try bitwiseLeftShift(a.tensor(0), a.tensor(1)))
      },
    ]))
    rows.append(row(.all, "Shifts bits right.", [
      overload("bitwise_right_shift(Tensor self, Tensor other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try bitwiseRightShift(a.tensor(0), a.tensor(1)))
      },
      overload("bitwise_right_shift(Tensor self, Number other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try bitwiseRightShift(a.tensor(0), a.tensor(1)))
      },
      overload("bitwise_right_shift(Number self, Tensor other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try bitwiseRightShift(a.tensor(0), a.tensor(1)))
      },
    ]))
    rows.append(unary("bitwise_not", .all, "Inverts bits.") { (x) throws(TorchError) in try bitwiseNot(x) })
    rows.append(row(.all, "Compares elements.", [
      overload("eq(Tensor self, Tensor other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try eq(a.tensor(0), a.tensor(1)))
      },
      overload("eq(Tensor self, Number other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try eq(a.tensor(0), a.number(1)))
      },
    ]))
    rows.append(row(.all, "Compares elements.", [
      overload("ne(Tensor self, Tensor other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try ne(a.tensor(0), a.tensor(1)))
      },
      overload("ne(Tensor self, Number other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try ne(a.tensor(0), a.number(1)))
      },
    ]))
    rows.append(row(.all, "Compares elements.", [
      overload("not_equal(Tensor self, Tensor other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try ne(a.tensor(0), a.tensor(1)))
      },
      overload("not_equal(Tensor self, Number other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try ne(a.tensor(0), a.number(1)))
      },
    ]))
    rows.append(row(.all, "Compares elements.", [
      overload("lt(Tensor self, Tensor other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try lt(a.tensor(0), a.tensor(1)))
      },
      overload("lt(Tensor self, Number other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try lt(a.tensor(0), a.number(1)))
      },
    ]))
    rows.append(row(.all, "Compares elements.", [
      overload("less(Tensor self, Tensor other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try lt(a.tensor(0), a.tensor(1)))
      },
      overload("less(Tensor self, Number other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try lt(a.tensor(0), a.number(1)))
      },
    ]))
    rows.append(row(.all, "Compares elements.", [
      overload("le(Tensor self, Tensor other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try le(a.tensor(0), a.tensor(1)))
      },
      overload("le(Tensor self, Number other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try le(a.tensor(0), a.number(1)))
      },
    ]))
  }

  private static func comparison1(_ rows: inout [Operator]) {
    rows.append(row(.all, "Compares elements.", [
      overload("less_equal(Tensor self, Tensor other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try le(a.tensor(0), a.tensor(1)))
      },
      overload("less_equal(Tensor self, Number other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try le(a.tensor(0), a.number(1)))
      },
    ]))
    rows.append(row(.all, "Compares elements.", [
      overload("gt(Tensor self, Tensor other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try gt(a.tensor(0), a.tensor(1)))
      },
      overload("gt(Tensor self, Number other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try gt(a.tensor(0), a.number(1)))
      },
    ]))
    rows.append(row(.all, "Compares elements.", [
      overload("greater(Tensor self, Tensor other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try gt(a.tensor(0), a.tensor(1)))
      },
      overload("greater(Tensor self, Number other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try gt(a.tensor(0), a.number(1)))
      },
    ]))
    rows.append(row(.all, "Compares elements.", [
      overload("ge(Tensor self, Tensor other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try ge(a.tensor(0), a.tensor(1)))
      },
      overload("ge(Tensor self, Number other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try ge(a.tensor(0), a.number(1)))
      },
    ]))
    rows.append(row(.all, "Compares elements.", [
      overload("greater_equal(Tensor self, Tensor other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try ge(a.tensor(0), a.tensor(1)))
      },
      overload("greater_equal(Tensor self, Number other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try ge(a.tensor(0), a.number(1)))
      },
    ]))
    rows.append(row(
      "equal(Tensor self, Tensor other)",
      .both, "Tells whether size and elements are equal."
    ) { (a) throws(TorchError) in
      .bool(try equal(a.tensor(0), a.tensor(1)))
    })
    rows.append(row(
      "allclose(Tensor self, Tensor other, float rtol=1e-05, float atol=1e-08, bool equal_nan=False)",
      .both, "Tells whether all elements are close."
    ) { (a) throws(TorchError) in
      .bool(try allclose(a.tensor(0), a.tensor(1), rtol: a.double(2, 1e-05), atol: a.double(3, 1e-08), equalNan: a.bool(4, false)))
    })
    rows.append(row(
      "isclose(Tensor self, Tensor other, float rtol=1e-05, float atol=1e-08, bool equal_nan=False)",
      .both, "Tells which elements are close."
    ) { (a) throws(TorchError) in
      a.wrap(try isclose(a.tensor(0), a.tensor(1), rtol: a.double(2, 1e-05), atol: a.double(3, 1e-08), equalNan: a.bool(4, false)))
    })
    rows.append(unary("isnan", .both, "Classifies elements.", hasOut: false) { (x) throws(TorchError) in try isnan(x) })
    rows.append(unary("isinf", .both, "Classifies elements.", hasOut: false) { (x) throws(TorchError) in try isinf(x) })
    rows.append(unary("isfinite", .both, "Classifies elements.", hasOut: false) { (x) throws(TorchError) in try isfinite(x) })
    rows.append(unary("isneginf", .both, "Classifies elements.") { (x) throws(TorchError) in try isneginf(x) })
  }

  private static func comparison2(_ rows: inout [Operator]) {
    rows.append(unary("isposinf", .both, "Classifies elements.") { (x) throws(TorchError) in try isposinf(x) })
    rows.append(row(
      "isreal(Tensor self)",
      .both, "Tells which elements are real."
    ) { (a) throws(TorchError) in
      a.wrap(try a.tensor(0).dtype.isComplex ? eq(imag(a.tensor(0)), 0) : onesLike(a.tensor(0), .bool))
    })
    rows.append(row(
      "logical_and(Tensor self, Tensor other, *, Tensor out=None)",
      .all, "Logical and."
    ) { (a) throws(TorchError) in
      a.wrap(try logicalAnd(a.tensor(0), a.tensor(1)))
    })
    rows.append(row(
      "logical_or(Tensor self, Tensor other, *, Tensor out=None)",
      .all, "Logical or."
    ) { (a) throws(TorchError) in
      a.wrap(try logicalOr(a.tensor(0), a.tensor(1)))
    })
    rows.append(row(
      "logical_xor(Tensor self, Tensor other, *, Tensor out=None)",
      .all, "Logical xor."
    ) { (a) throws(TorchError) in
      a.wrap(try logicalXor(a.tensor(0), a.tensor(1)))
    })
    rows.append(unary("logical_not", .all, "Logical not.") { (x) throws(TorchError) in try logicalNot(x) })
    rows.append(row(.function, "Tells which elements are in a set.", [
      overload("isin(Tensor elements, Tensor test_elements, *, bool assume_unique=False, bool invert=False, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try isin(a.tensor(0), a.tensor(1), invert: a.bool(3, false)))
      },
      overload("isin(Tensor elements, Number test_element, *, bool assume_unique=False, bool invert=False, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try isin(a.tensor(0), a.tensor(1), invert: a.bool(3, false)))
      },
      overload("isin(Number element, Tensor test_elements, *, bool assume_unique=False, bool invert=False, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try isin(a.tensor(0), a.tensor(1), invert: a.bool(3, false)))
      },
    ]))
    rows.append(row(.both, "The max, of all or along a dimension.", [
      overload("max(Tensor self, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try max(a.tensor(0)))
      },
      overload("max(Tensor self, Tensor other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try max(a.tensor(0), a.tensor(1)))
      },
      overload("max(Tensor self, int dim, bool keepdim=False, *, Tensor out=None)") {
        (a) throws(TorchError) in
        let r = try max(a.tensor(0), dim: a.int(1), keepDim: a.bool(2, false))
        return a.named("max", [("values", r.values), ("indices", r.indices)])
      },
    ]))
    rows.append(row(.both, "The min, of all or along a dimension.", [
      overload("min(Tensor self, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try min(a.tensor(0)))
      },
      overload("min(Tensor self, Tensor other, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try min(a.tensor(0), a.tensor(1)))
      },
      overload("min(Tensor self, int dim, bool keepdim=False, *, Tensor out=None)") {
        (a) throws(TorchError) in
        let r = try min(a.tensor(0), dim: a.int(1), keepDim: a.bool(2, false))
        return a.named("min", [("values", r.values), ("indices", r.indices)])
      },
    ]))
  }
}
