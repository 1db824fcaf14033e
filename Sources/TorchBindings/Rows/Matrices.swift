import Arrays
import Autograd
import Interpreter

extension Rows {
  /// Products of vectors and matrices.
  static var matrices: [Operator] {
    var rows: [Operator] = []
    matrices0(&rows)
    matrices1(&rows)
    matrices2(&rows)
    return rows
  }

  private static func matrices0(_ rows: inout [Operator]) {
    rows.append(row(
      "diagonal(Tensor A, *, int offset=0, int dim1=-2, int dim2=-1)",
      .linalg, "The diagonal as a view."
    ) { (a) throws(TorchError) in
      a.wrap(try diagonal(a.tensor(0), offset: a.int(1, 0), a.int(2, -2), a.int(3, -1)))
    })
    rows.append(row(
      "diag(Tensor self, int diagonal=0, *, Tensor out=None)",
      .both, "Diagonal of a matrix or matrix of a diagonal."
    ) { (a) throws(TorchError) in
      a.wrap(try diag(a.tensor(0), a.int(1, 0)))
    })
    rows.append(row(
      "diag_embed(Tensor self, int offset=0, int dim1=-2, int dim2=-1)",
      .both, "Matrices of diagonals."
    ) { (a) throws(TorchError) in
      a.wrap(try diagEmbed(a.tensor(0), offset: a.int(1, 0), a.int(2, -2), a.int(3, -1)))
    })
    rows.append(row(
      "diagflat(Tensor self, int offset=0)",
      .both, "Matrix of a diagonal."
    ) { (a) throws(TorchError) in
      a.wrap(try diag(reshape(a.tensor(0), [-1]), a.int(1, 0)))
    })
    rows.append(row(
      "tril(Tensor self, int diagonal=0, *, Tensor out=None)",
      .all, "Lower triangle."
    ) { (a) throws(TorchError) in
      a.wrap(try tril(a.tensor(0), a.int(1, 0)))
    })
    rows.append(row(
      "triu(Tensor self, int diagonal=0, *, Tensor out=None)",
      .all, "Upper triangle."
    ) { (a) throws(TorchError) in
      a.wrap(try triu(a.tensor(0), a.int(1, 0)))
    })
    rows.append(row(
      "matmul(Tensor self, Tensor other, *, Tensor out=None)",
      [.function, .method, .linalg], "Matrix product."
    ) { (a) throws(TorchError) in
      a.wrap(try matmul(a.tensor(0), a.tensor(1)))
    })
    rows.append(row(
      "mm(Tensor self, Tensor mat2, *, Tensor out=None)",
      .both, "Matrix product of matrices."
    ) { (a) throws(TorchError) in
      a.wrap(try mm(a.tensor(0), a.tensor(1)))
    })
    rows.append(row(
      "bmm(Tensor self, Tensor mat2, *, Tensor out=None)",
      .both, "Matrix products of batches."
    ) { (a) throws(TorchError) in
      a.wrap(try bmm(a.tensor(0), a.tensor(1)))
    })
    rows.append(row(
      "mv(Tensor self, Tensor vec, *, Tensor out=None)",
      .both, "Matrix times vector."
    ) { (a) throws(TorchError) in
      a.wrap(try mv(a.tensor(0), a.tensor(1)))
    })
    rows.append(row(
      "dot(Tensor self, Tensor tensor, *, Tensor out=None)",
      .both, "Dot product."
    ) { (a) throws(TorchError) in
      a.wrap(try dot(a.tensor(0), a.tensor(1)))
    })
    rows.append(row(
      "vdot(Tensor self, Tensor other, *, Tensor out=None)",
      .both, "Dot product with the conjugate."
    ) { (a) throws(TorchError) in
      a.wrap(try vdot(a.tensor(0), a.tensor(1)))
    })
  }

  private static func matrices1(_ rows: inout [Operator]) {
    rows.append(row(
      "inner(Tensor self, Tensor other, *, Tensor out=None)",
      .both, "Product over last dimensions."
    ) { (a) throws(TorchError) in
      let (x, y) = (a.tensor(0), a.tensor(1))
      if x.dim == 0 || y.dim == 0 { return a.wrap(try mul(x, y)) }
      guard x.shape[x.dim - 1] == y.shape[y.dim - 1] else {
        throw TorchError(
          .runtime,
          "inner() the last dimension must match on both input tensors but got shapes \(x.array.shape.text) and "
            + y.array.shape.text)
      }
      return a.wrap(try tensordot(x, y, dims: ([-1], [-1])))
    })
    rows.append(row(
      "outer(Tensor self, Tensor vec2, *, Tensor out=None)",
      .both, "Outer product."
    ) { (a) throws(TorchError) in
      a.wrap(try outer(a.tensor(0), a.tensor(1)))
    })
    rows.append(row(
      "ger(Tensor self, Tensor vec2, *, Tensor out=None)",
      .both, "Outer product."
    ) { (a) throws(TorchError) in
      a.wrap(try outer(a.tensor(0), a.tensor(1)))
    })
    rows.append(row(
      "addmm(Tensor self, Tensor mat1, Tensor mat2, *, Number beta=1, Number alpha=1, Tensor out=None)",
      .all, "Product plus self."
    ) { (a) throws(TorchError) in
      a.wrap(try addmm(a.tensor(0), a.tensor(1), a.tensor(2), beta: a.number(3, 1), alpha: a.number(4, 1)))
    })
    rows.append(row(
      "addmv(Tensor self, Tensor mat, Tensor vec, *, Number beta=1, Number alpha=1, Tensor out=None)",
      .all, "Product plus self."
    ) { (a) throws(TorchError) in
      a.wrap(try addmv(a.tensor(0), a.tensor(1), a.tensor(2), beta: a.number(3, 1), alpha: a.number(4, 1)))
    })
    rows.append(row(
      "addr(Tensor self, Tensor vec1, Tensor vec2, *, Number beta=1, Number alpha=1, Tensor out=None)",
      .all, "Product plus self."
    ) { (a) throws(TorchError) in
      a.wrap(try addr(a.tensor(0), a.tensor(1), a.tensor(2), beta: a.number(3, 1), alpha: a.number(4, 1)))
    })
    rows.append(row(
      "addbmm(Tensor self, Tensor batch1, Tensor batch2, *, Number beta=1, Number alpha=1, Tensor out=None)",
      .all, "Product plus self."
    ) { (a) throws(TorchError) in
      a.wrap(try addbmm(a.tensor(0), a.tensor(1), a.tensor(2), beta: a.number(3, 1), alpha: a.number(4, 1)))
    })
    rows.append(row(
      "baddbmm(Tensor self, Tensor batch1, Tensor batch2, *, Number beta=1, Number alpha=1, Tensor out=None)",
      .all, "Product plus self."
    ) { (a) throws(TorchError) in
      a.wrap(try baddbmm(a.tensor(0), a.tensor(1), a.tensor(2), beta: a.number(3, 1), alpha: a.number(4, 1)))
    })
    rows.append(row(
      "kron(Tensor self, Tensor other, *, Tensor out=None)",
      .both, "Kronecker product."
    ) { (a) throws(TorchError) in
      a.wrap(try kron(a.tensor(0), a.tensor(1)))
    })
    rows.append(row(
      "chain_matmul(Tensor[...] matrices, *, Tensor out=None)",
      .function, "Chain of matrix products."
    ) { (a) throws(TorchError) in
      let matrices = a.tensors(0)
      for matrix in matrices where matrix.dim != 2 {
        throw .runtime("Tensor dimension is \(matrix.dim), expected 2 instead.")
      }
      return a.wrap(matrices.count == 1 ? matrices[0] : try multiDot(matrices))
    })
    rows.append(row(
      "multi_dot(Tensor[] tensors, *, Tensor out=None)",
      .linalg, "Chain of matrix products."
    ) { (a) throws(TorchError) in
      a.wrap(try multiDot(a.tensors(0)))
    })
    rows.append(row(
      "einsum(str equation, Tensor[...] operands)",
      .function, "Sum over named dimensions."
    ) { (a) throws(TorchError) in
      a.wrap(try einsum(a.string(0), a.tensors(1)))
    })
  }

  private static func matrices2(_ rows: inout [Operator]) {
    rows.append(row(.function, "Sum over dimensions of two tensors.", [
      overload("tensordot(Tensor a, Tensor b, int dims=2, Tensor out=None)") {
        (a) throws(TorchError) in
        let n = a.int(2, 2)
        let x = a.tensor(0)
        guard n >= 0 else { throw TorchError(.runtime, "tensordot expects dims >= 0, but got dims=\(n)") }
        guard n <= Swift.min(x.dim, a.tensor(1).dim) else {
          throw TorchError(.runtime, "tensordot expects dims < ndim_a or ndim_b, but got dims=\(n)")
        }
        return a.wrap(try tensordot(x, a.tensor(1), dims: (Array(-Swift.min(Swift.max(n, 0), x.dim)..<0), Array(0..<Swift.max(0, n)))))
      },
      overload("tensordot(Tensor a, Tensor b, any dims=2, Tensor out=None)") {
        (a) throws(TorchError) in
        let pair = try a.contractedDims(2)
        return a.wrap(try tensordot(a.tensor(0), a.tensor(1), dims: (pair.first ?? [], pair.last ?? [])))
      },
    ]))
    rows.append(row(
      "cross(Tensor self, Tensor other, int? dim=None, *, Tensor out=None)",
      .both, "Cross product."
    ) { (a) throws(TorchError) in
      var dim = a.optionalInt(2)
      if dim == nil {
        dim = a.tensor(0).shape.firstIndex(of: 3)
        if dim == nil, a.tensor(0).dim == a.tensor(1).dim { throw TorchError(.runtime, "no dimension of size 3 in input") }
      }
      return a.wrap(try cross(a.tensor(0), a.tensor(1), dim ?? -1))
    })
    rows.append(row(
      "cross(Tensor self, Tensor other, *, int dim=-1, Tensor out=None)",
      .linalg, "Cross product."
    ) { (a) throws(TorchError) in
      a.wrap(try cross(a.tensor(0), a.tensor(1), a.int(2, -1)))
    })
    rows.append(row(
      "vecdot(Tensor x, Tensor y, *, int dim=-1, Tensor out=None)",
      .linalg, "Dot products along a dimension."
    ) { (a) throws(TorchError) in
      a.wrap(try sum(mul(conj(a.tensor(0)), a.tensor(1)), dims: [a.int(2, -1)]))
    })
    rows.append(row(
      "cdist(Tensor x1, Tensor x2, float p=2.0, str compute_mode=use_mm_for_euclid_dist_if_necessary)",
      .function, "Distances of all pairs."
    ) { (a) throws(TorchError) in
      let name = a.string(3, DistanceMode.ifNecessary.rawValue)
      guard let mode = DistanceMode(rawValue: name) else { throw .value("\(name) is not a valid value for compute_mode") }
      return a.wrap(try cdist(a.tensor(0), a.tensor(1), a.double(2, 2.0), mode: mode))
    })
    rows.append(row(
      "cosine_similarity(Tensor x1, Tensor x2, int dim=1, float eps=1e-08)",
      .function, "Cosine of the angle of vectors."
    ) { (a) throws(TorchError) in
      a.wrap(try cosineSimilarity(a.tensor(0), a.tensor(1), dim: a.int(2, 1), eps: a.double(3, 1e-08)))
    })
    rows.append(row(
      "pairwise_distance(Tensor x1, Tensor x2, float p=2.0, float eps=1e-06, bool keepdim=False)",
      .function, "Distances of pairs."
    ) { (a) throws(TorchError) in
      a.wrap(try pairwiseDistance(a.tensor(0), a.tensor(1), p: a.double(2, 2.0), eps: a.double(3, 1e-06), keepDim: a.bool(4, false)))
    })
    rows.append(row(
      "cosine_similarity(Tensor x1, Tensor x2, int dim=1, float eps=1e-08)",
      .functional, "Cosine of the angle of vectors."
    ) { (a) throws(TorchError) in
      a.wrap(try cosineSimilarity(a.tensor(0), a.tensor(1), dim: a.int(2, 1), eps: a.double(3, 1e-08)))
    })
    rows.append(row(
      "pairwise_distance(Tensor x1, Tensor x2, float p=2.0, float eps=1e-06, bool keepdim=False)",
      .functional, "Distances of pairs."
    ) { (a) throws(TorchError) in
      a.wrap(try pairwiseDistance(a.tensor(0), a.tensor(1), p: a.double(2, 2.0), eps: a.double(3, 1e-06), keepDim: a.bool(4, false)))
    })
    rows.append(row(
      "vander(Tensor x, *, int? N=None)",
      .linalg, "Powers of a vector as columns."
    ) { (a) throws(TorchError) in
      let dtype = a.tensor(0).dtype
      guard dtype != .bool, !dtype.isReducedFloat else {
        throw TorchError(
          .runtime,
          "linalg.vander supports floating point, complex, and integer tensors, but got \(dtype.scalarTypeName)")
      }
      return a.wrap(try vander(a.tensor(0), columns: a.optionalInt(1), increasing: true))
    })
  }
}
