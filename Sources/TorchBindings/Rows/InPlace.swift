import Arrays
import Autograd

extension Rows {
  /// In-place operators with an implementation of their own.
  static var inPlace: [Operator] {
    var rows: [Operator] = []
    rows.append(
      row("zero_(Tensor self)", .method, "Sets all elements to zero.") { (a) throws(TorchError) in
        a.wrap(try zero_(a.tensor(0)))
      })
    rows.append(
      row(.method, "Sets all elements.", [
        overload("fill_(Tensor self, Number value)") { (a) throws(TorchError) in
          a.wrap(try fill_(a.tensor(0), a.number(1)))
        },
        overload("fill_(Tensor self, Tensor value)") { (a) throws(TorchError) in
          a.wrap(try fill_(a.tensor(0), a.tensor(1)))
        },
      ]))
    rows.append(
      row(.function, "Copy with all elements set.", [
        overload("fill(Tensor self, Number value)") { (a) throws(TorchError) in
          a.wrap(try fill_(clone(a.tensor(0)), a.number(1)))
        },
        overload("fill(Tensor self, Tensor value)") { (a) throws(TorchError) in
          a.wrap(try fill_(clone(a.tensor(0)), a.tensor(1)))
        },
      ]))
    rows.append(
      row("copy_(Tensor self, Tensor src, bool non_blocking=False)", .method, "Copies the elements of src.") { (a) throws(TorchError) in
        a.wrap(try copy_(a.tensor(0), a.tensor(1)))
      })
    rows.append(
      row("detach_(Tensor self)", .method, "Cuts the history.") { (a) throws(TorchError) in
        a.wrap(try detach_(a.tensor(0)))
      })
    return rows
  }
}
