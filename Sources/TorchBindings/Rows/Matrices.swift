import Arrays
import Autograd

extension Rows {
  /// Products and linear algebra.
  static var matrices: [Operator] {
    var rows: [Operator] = []
    rows.append(
      row("matmul(Tensor self, Tensor other)", .both, "Matrix product.") { (a) throws(TorchError) in
        a.wrap(try matmul(a.tensor(0), a.tensor(1)))
      })
    rows.append(
      row("mm(Tensor self, Tensor mat2)", .both, "Product of two matrices.") { (a) throws(TorchError) in
        a.wrap(try mm(a.tensor(0), a.tensor(1)))
      })
    rows.append(
      row("bmm(Tensor self, Tensor mat2)", .both, "Products of matrices in batches.") { (a) throws(TorchError) in
        a.wrap(try bmm(a.tensor(0), a.tensor(1)))
      })
    rows.append(
      row("mv(Tensor self, Tensor vec)", .both, "Matrix times vector.") { (a) throws(TorchError) in
        a.wrap(try mv(a.tensor(0), a.tensor(1)))
      })
    rows.append(
      row("dot(Tensor self, Tensor tensor)", .both, "Inner product.") { (a) throws(TorchError) in
        a.wrap(try dot(a.tensor(0), a.tensor(1)))
      })
    rows.append(
      row("inner(Tensor self, Tensor other)", .both, "Inner product.") { (a) throws(TorchError) in
        a.wrap(try innerProduct(a.tensor(0), a.tensor(1)))
      })
    rows.append(
      row("vdot(Tensor self, Tensor other)", .both, "Conjugated inner product.") { (a) throws(TorchError) in
        a.wrap(try vdot(a.tensor(0), a.tensor(1)))
      })
    rows.append(
      row("outer(Tensor self, Tensor vec2)", .both, "Outer product.") { (a) throws(TorchError) in
        a.wrap(try outer(a.tensor(0), a.tensor(1)))
      })
    rows.append(
      row("ger(Tensor self, Tensor vec2)", .both, "Outer product.") { (a) throws(TorchError) in
        a.wrap(try outer(a.tensor(0), a.tensor(1)))
      })
    rows.append(
      row("addmm(Tensor self, Tensor mat1, Tensor mat2, *, Number beta=1, Number alpha=1)", .all, "beta * self + alpha * mat1 @ mat2.") { (a) throws(TorchError) in
        a.wrap(try addmm(a.tensor(0), a.tensor(1), a.tensor(2), beta: a.number(3, 1), alpha: a.number(4, 1)))
      })
    rows.append(
      row("baddbmm(Tensor self, Tensor batch1, Tensor batch2, *, Number beta=1, Number alpha=1)", .all, "Batched addmm.") { (a) throws(TorchError) in
        a.wrap(try baddbmm(a.tensor(0), a.tensor(1), a.tensor(2), beta: a.number(3, 1), alpha: a.number(4, 1)))
      })
    rows.append(
      row("addbmm(Tensor self, Tensor batch1, Tensor batch2, *, Number beta=1, Number alpha=1)", .all, "Sum of products in a batch.") { (a) throws(TorchError) in
        a.wrap(try addbmm(a.tensor(0), a.tensor(1), a.tensor(2), beta: a.number(3, 1), alpha: a.number(4, 1)))
      })
    rows.append(
      row("addmv(Tensor self, Tensor mat, Tensor vec, *, Number beta=1, Number alpha=1)", .all, "beta * self + alpha * mat @ vec.") { (a) throws(TorchError) in
        a.wrap(try addmv(a.tensor(0), a.tensor(1), a.tensor(2), beta: a.number(3, 1), alpha: a.number(4, 1)))
      })
    rows.append(
      row("addr(Tensor self, Tensor vec1, Tensor vec2, *, Number beta=1, Number alpha=1)", .all, "beta * self + alpha * outer(vec1, vec2).") { (a) throws(TorchError) in
        a.wrap(try addr(a.tensor(0), a.tensor(1), a.tensor(2), beta: a.number(3, 1), alpha: a.number(4, 1)))
      })
    rows.append(
      row("multi_dot(Tensor[] tensors)", .linalg, "Product of several matrices.") { (a) throws(TorchError) in
        a.wrap(try multiDot(a.tensors(0)))
      })
    rows.append(
      row("chain_matmul(Tensor[...] matrices)", .function, "Product of several matrices.") { (a) throws(TorchError) in
        a.wrap(try multiDot(a.tensors(0)))
      })
    rows.append(
      row("kron(Tensor self, Tensor other)", .both, "Kronecker product.") { (a) throws(TorchError) in
        a.wrap(try kron(a.tensor(0), a.tensor(1)))
      })
    rows.append(
      row("cross(Tensor self, Tensor other, int? dim=None)", [.function, .method, .linalg], "Cross product.") { (a) throws(TorchError) in
        a.wrap(try cross(a.tensor(0), a.tensor(1), a.int(2, -1)))
      })
    return rows
  }
}
