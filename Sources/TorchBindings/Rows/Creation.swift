import Arrays
import Autograd
import Interpreter

extension Rows {
  /// Making and converting tensors.
  static var creation: [Operator] {
    var rows: [Operator] = []
    creation0(&rows)
    creation1(&rows)
    return rows
  }

  private static func creation0(_ rows: inout [Operator]) {
    rows.append(row(
      "zeros(int[] size, *, Tensor out=None, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool requires_grad=False)",
      .function, "Tensor of zeros."
    ) { (a) throws(TorchError) in
      try a.leaf(zeros(sizes: a.dims(0), a.dtype(2)), 6)
    })
    rows.append(row(
      "zeros_like(Tensor self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool requires_grad=False, MemoryFormat? memory_format=None)",
      .function, "Tensor of zeros shaped like another."
    ) { (a) throws(TorchError) in
      try a.leaf(a.like(0, zerosLike(a.tensor(0), a.dtype(1)), 6), 5)
    })
    rows.append(row(
      "new_zeros(Tensor self, int[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool requires_grad=False, MemoryFormat? memory_format=None)",
      .method, "Tensor of zeros of the same dtype."
    ) { (a) throws(TorchError) in
      let sizes = a.ints(1)
      if let size = sizes.first(where: { $0 < 0 }) {
        throw TorchError(.runtime, "Trying to create tensor with negative dimension \(size): \(Dims(sizes).text)")
      }
      return try a.leaf(zeros(sizes, a.dtype(2) ?? a.tensor(0).dtype), 6)
    })
    rows.append(row(
      "ones(int[] size, *, Tensor out=None, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool requires_grad=False)",
      .function, "Tensor of ones."
    ) { (a) throws(TorchError) in
      try a.leaf(ones(sizes: a.dims(0), a.dtype(2)), 6)
    })
    rows.append(row(
      "ones_like(Tensor self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool requires_grad=False, MemoryFormat? memory_format=None)",
      .function, "Tensor of ones shaped like another."
    ) { (a) throws(TorchError) in
      try a.leaf(a.like(0, onesLike(a.tensor(0), a.dtype(1)), 6), 5)
    })
    rows.append(row(
      "new_ones(Tensor self, int[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool requires_grad=False, MemoryFormat? memory_format=None)",
      .method, "Tensor of ones of the same dtype."
    ) { (a) throws(TorchError) in
      try a.leaf(ones(a.ints(1), a.dtype(2) ?? a.tensor(0).dtype), 6)
    })
    rows.append(row(
      "empty(int[] size, *, Tensor out=None, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool requires_grad=False, MemoryFormat? memory_format=None)",
      .function, "Tensor of any contents."
    ) { (a) throws(TorchError) in
      try a.leaf(empty(a.ints(0), a.dtype(2), a.memoryFormat(7)), 6)
    })
    rows.append(row(
      "empty_like(Tensor self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool requires_grad=False, MemoryFormat? memory_format=None)",
      .function, "Tensor of any contents shaped like another."
    ) { (a) throws(TorchError) in
      try a.leaf(a.like(0, emptyLike(a.tensor(0), a.dtype(1)), 6), 5)
    })
    rows.append(row(
      "new_empty(Tensor self, int[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool requires_grad=False, MemoryFormat? memory_format=None)",
      .method, "Tensor of any contents of the same dtype."
    ) { (a) throws(TorchError) in
      try a.leaf(empty(a.ints(1), a.dtype(2) ?? a.tensor(0).dtype), 6)
    })
    rows.append(row(
      "full(int[] size, Number fill_value, *, Tensor out=None, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool requires_grad=False)",
      .function, "Tensor filled with a value."
    ) { (a) throws(TorchError) in
      try a.leaf(full(a.ints(0), a.number(1), a.dtype(3)), 7)
    })
    rows.append(row(
      "full_like(Tensor self, Number fill_value, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool requires_grad=False, MemoryFormat? memory_format=None)",
      .function, "Tensor shaped like another filled with a value."
    ) { (a) throws(TorchError) in
      try a.leaf(a.like(0, fullLike(a.tensor(0), a.number(1), a.dtype(2)), 7), 6)
    })
    rows.append(row(
      "new_full(Tensor self, int[] size, Number fill_value, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool requires_grad=False, MemoryFormat? memory_format=None)",
      .method, "Tensor of the same dtype filled with a value."
    ) { (a) throws(TorchError) in
      try a.leaf(full(a.ints(1), a.number(2), a.dtype(3) ?? a.tensor(0).dtype), 7)
    })
  }

  private static func creation1(_ rows: inout [Operator]) {
    rows.append(row(.function, "Numbers from start to end by steps.", [
      overload("arange(Number end, *, Tensor out=None, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool requires_grad=False)") {
        (a) throws(TorchError) in
        try a.leaf(arange(a.number(0), a.dtype(2)), 6)
      },
      overload("arange(Number start, Number end, Number step=1, *, Tensor out=None, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool requires_grad=False)") {
        (a) throws(TorchError) in
        try a.leaf(arange(a.number(0), a.number(1), step: a.number(2, 1), a.dtype(4)), 8)
      },
    ]))
    rows.append(row(
      "range(Number start, Number end, Number step=1, *, Tensor out=None, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool requires_grad=False)",
      .function, "Numbers from start to end included, by steps."
    ) { (a) throws(TorchError) in
      try a.leaf(arange(a.number(0), .double(a.number(1).doubleValue + a.number(2, 1).doubleValue), step: a.number(2, 1), a.dtype(4) ?? Settings.defaultDType), 8)
    })
    rows.append(row(.function, "Evenly spaced numbers.", [
      overload("linspace(Number start, Number end, int steps, *, Tensor out=None, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool requires_grad=False)") {
        (a) throws(TorchError) in try a.leaf(linspace(a.end(0, "linspace"), a.end(1, "linspace"), steps: a.int(2), a.dtype(4)), 8)
      },
      overload("linspace(Tensor start, Tensor end, int steps, *, Tensor out=None, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool requires_grad=False)") {
        (a) throws(TorchError) in try a.leaf(linspace(a.end(0, "linspace"), a.end(1, "linspace"), steps: a.int(2), a.dtype(4)), 8)
      },
      overload("linspace(Number start, Tensor end, int steps, *, Tensor out=None, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool requires_grad=False)") {
        (a) throws(TorchError) in try a.leaf(linspace(a.end(0, "linspace"), a.end(1, "linspace"), steps: a.int(2), a.dtype(4)), 8)
      },
      overload("linspace(Tensor start, Number end, int steps, *, Tensor out=None, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool requires_grad=False)") {
        (a) throws(TorchError) in try a.leaf(linspace(a.end(0, "linspace"), a.end(1, "linspace"), steps: a.int(2), a.dtype(4)), 8)
      },
    ]))
    rows.append(row(.function, "Numbers evenly spaced on a logarithmic scale.", [
      overload("logspace(Number start, Number end, int steps, float base=10.0, *, Tensor out=None, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool requires_grad=False)") {
        (a) throws(TorchError) in try a.leaf(logspace(a, a.end(0, "logspace"), a.end(1, "logspace")), 9)
      },
      overload("logspace(Tensor start, Tensor end, int steps, float base=10.0, *, Tensor out=None, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool requires_grad=False)") {
        (a) throws(TorchError) in try a.leaf(logspace(a, a.end(0, "logspace"), a.end(1, "logspace")), 9)
      },
      overload("logspace(Number start, Tensor end, int steps, float base=10.0, *, Tensor out=None, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool requires_grad=False)") {
        (a) throws(TorchError) in try a.leaf(logspace(a, a.end(0, "logspace"), a.end(1, "logspace")), 9)
      },
      overload("logspace(Tensor start, Number end, int steps, float base=10.0, *, Tensor out=None, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool requires_grad=False)") {
        (a) throws(TorchError) in try a.leaf(logspace(a, a.end(0, "logspace"), a.end(1, "logspace")), 9)
      },
    ]))
    rows.append(row(.function, "Identity matrix.", [
      overload("eye(int n, *, Tensor out=None, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool requires_grad=False)") {
        (a) throws(TorchError) in
        try a.leaf(eye(a.int(0), nil, a.dtype(2)), 6)
      },
      overload("eye(int n, int m, *, Tensor out=None, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool requires_grad=False)") {
        (a) throws(TorchError) in
        try a.leaf(eye(a.int(0), a.int(1), a.dtype(3)), 7)
      },
    ]))
    rows.append(row(
      "scalar_tensor(Number s, *, Tensor out=None, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool requires_grad=False)",
      .function, "A 0-dimensional tensor."
    ) { (a) throws(TorchError) in
      try a.leaf(scalarTensor(a.number(0), a.dtype(2)), 6)
    })
    rows.append(row(
      "complex(Tensor real, Tensor imag, *, Tensor out=None)",
      .function, "Complex numbers of parts."
    ) { (a) throws(TorchError) in
      a.wrap(try complex(a.tensor(0), a.tensor(1)))
    })
    rows.append(row(
      "polar(Tensor abs, Tensor angle, *, Tensor out=None)",
      .function, "Complex numbers of size and angle."
    ) { (a) throws(TorchError) in
      a.wrap(try polar(a.tensor(0), a.tensor(1)))
    })
    rows.append(row(
      "tril_indices(int row, int col, int offset=0, *, Tensor out=None, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool requires_grad=False)",
      .function, "Places of the lower triangle."
    ) { (a) throws(TorchError) in
      try a.leaf(to(trilIndices(a.int(0), a.int(1), offset: a.int(2, 0)), a.dtype(4) ?? .int64), 8)
    })
    rows.append(row(
      "triu_indices(int row, int col, int offset=0, *, Tensor out=None, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool requires_grad=False)",
      .function, "Places of the upper triangle."
    ) { (a) throws(TorchError) in
      try a.leaf(to(triuIndices(a.int(0), a.int(1), offset: a.int(2, 0)), a.dtype(4) ?? .int64), 8)
    })
    rows.append(row(
      "vander(Tensor x, int? N=None, bool increasing=False)",
      .function, "Powers of a vector as columns."
    ) { (a) throws(TorchError) in
      guard a.tensor(0).dim == 1 else { throw TorchError(.runtime, "x must be a one-dimensional tensor.") }
      return a.wrap(try vander(a.tensor(0), columns: a.optionalInt(1), increasing: a.bool(2, false)))
    })
    rows.append(row(
      "clone(Tensor self, *, MemoryFormat? memory_format=None)",
      .both, "A copy that keeps its history."
    ) { (a) throws(TorchError) in
      a.wrap(try clone(a.tensor(0), a.memoryFormat(1) ?? .preserve))
    })
  }

  private static func logspace(_ a: Call, _ start: Scalar, _ end: Scalar) throws(TorchError) -> Tensor {
    let powers = try pow(.double(a.double(3, 10.0)), linspace(start, end, steps: a.int(2), .float64))
    return try to(powers, a.dtype(5) ?? Settings.defaultDType)
  }
}

extension Call {
  /// An end of a range, which may be a tensor without dimensions.
  fileprivate func end(_ i: Int, _ name: String) throws(TorchError) -> Scalar {
    guard base[i].isKind(.tensor) else { return number(i) }
    let ranks = [(0, "start"), (1, "end")].compactMap { (k, word) in base[k].isKind(.tensor) ? (word, tensor(k).dim) : nil }
    if ranks.contains(where: { $0.1 != 0 }) {
      let shown = ranks.map { "\($0.0) with \($0.1) dimension(s)" }.joined(separator: " and ")
      throw TorchError(.runtime, "\(name) only supports 0-dimensional start and end tensors, but got \(shown).")
    }
    return try tensor(i).item()
  }
}
