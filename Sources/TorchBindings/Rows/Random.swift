import Arrays
import Autograd
import Interpreter

extension Rows {
  /// Random numbers.
  static var random: [Operator] {
    var rows: [Operator] = []
    random0(&rows)
    random1(&rows)
    return rows
  }

  private static func random0(_ rows: inout [Operator]) {
    rows.append(row(
      "rand(int[] size, *, Generator? generator=None, Tensor out=None, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool requires_grad=False)",
      .function, "Uniform random numbers in [0, 1)."
    ) { (a) throws(TorchError) in
      try a.leaf(rand(sizes: a.dims(0), a.dtype(3), generator: a.generator(1)), 7)
    })
    rows.append(row(
      "rand_like(Tensor self, *, Generator? generator=None, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool requires_grad=False, MemoryFormat? memory_format=None)",
      .function, "Uniform random numbers in [0, 1)."
    ) { (a) throws(TorchError) in
      try a.leaf(randLike(a.tensor(0), a.dtype(2), generator: a.generator(1)), 6)
    })
    rows.append(row(
      "randn(int[] size, *, Generator? generator=None, Tensor out=None, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool requires_grad=False)",
      .function, "Normal random numbers."
    ) { (a) throws(TorchError) in
      try a.leaf(randn(sizes: a.dims(0), a.dtype(3), generator: a.generator(1)), 7)
    })
    rows.append(row(
      "randn_like(Tensor self, *, Generator? generator=None, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool requires_grad=False, MemoryFormat? memory_format=None)",
      .function, "Normal random numbers."
    ) { (a) throws(TorchError) in
      try a.leaf(randnLike(a.tensor(0), a.dtype(2), generator: a.generator(1)), 6)
    })
    rows.append(row(.function, "Random ints.", [
      overload("randint(int high, int[] size, *, Generator? generator=None, Tensor out=None, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool requires_grad=False)") {
        (a) throws(TorchError) in
        try a.leaf(randint(0, a.int(0), a.ints(1), a.dtype(4), generator: a.generator(2)), 8)
      },
      overload("randint(int low, int high, int[] size, *, Generator? generator=None, Tensor out=None, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool requires_grad=False)") {
        (a) throws(TorchError) in
        try a.leaf(randint(a.int(0), a.int(1), a.ints(2), a.dtype(5), generator: a.generator(3)), 9)
      },
    ]))
    rows.append(row(.function, "Random ints.", [
      overload("randint_like(Tensor self, int high, *, Generator? generator=None, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool requires_grad=False, MemoryFormat? memory_format=None)") {
        (a) throws(TorchError) in
        try a.leaf(randintLike(a.tensor(0), 0, a.int(1), a.dtype(3), generator: a.generator(2)), 7)
      },
      overload("randint_like(Tensor self, int low, int high, *, Generator? generator=None, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool requires_grad=False, MemoryFormat? memory_format=None)") {
        (a) throws(TorchError) in
        try a.leaf(randintLike(a.tensor(0), a.int(1), a.int(2), a.dtype(4), generator: a.generator(3)), 8)
      },
    ]))
    rows.append(row(
      "randperm(int n, *, Generator? generator=None, Tensor out=None, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool requires_grad=False)",
      .function, "Random order."
    ) { (a) throws(TorchError) in
      try a.leaf(randperm(a.int(0), a.dtype(3), generator: a.generator(1)), 7)
    })
    rows.append(row(.function, "Normal random numbers.", [
      overload("normal(Tensor mean, Tensor std, *, Generator? generator=None, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try normal(a.tensor(0), a.tensor(1), generator: a.generator(2)))
      },
      overload("normal(Tensor mean, float std=1, *, Generator? generator=None, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try normal(a.tensor(0), a.double(1, 1), generator: a.generator(2)))
      },
      overload("normal(float mean, Tensor std, *, Generator? generator=None, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try normal(a.double(0), a.tensor(1), generator: a.generator(2)))
      },
      overload("normal(float mean, float std, int[] size, *, Generator? generator=None, Tensor out=None, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, bool requires_grad=False)") {
        (a) throws(TorchError) in
        try a.leaf(normal(a.double(0), a.double(1), a.ints(2), a.dtype(5), generator: a.generator(3)), 9)
      },
    ]))
    rows.append(row(.both, "Random 0 and 1.", [
      overload("bernoulli(Tensor self, *, Generator? generator=None, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try bernoulli(a.tensor(0), generator: a.generator(1)))
      },
      overload("bernoulli(Tensor self, float p, *, Generator? generator=None, Tensor out=None)") {
        (a) throws(TorchError) in
        let c = try emptyLike(a.tensor(0))
        return a.wrap(try bernoulli_(c, p: a.double(1), generator: a.generator(2)))
      },
    ]))
    rows.append(row(.method, "Random 0 and 1 in place.", [
      overload("bernoulli_(Tensor self, float p=0.5, *, Generator? generator=None)") {
        (a) throws(TorchError) in
        a.wrap(try bernoulli_(a.tensor(0), p: a.double(1, 0.5), generator: a.generator(2)))
      },
      overload("bernoulli_(Tensor self, Tensor p, *, Generator? generator=None)") {
        (a) throws(TorchError) in
        a.wrap(try bernoulli_(a.tensor(0), a.tensor(1), generator: a.generator(2)))
      },
    ]))
    rows.append(row(
      "uniform_(Tensor self, float from=0, float to=1, *, Generator? generator=None)",
      .method, "Uniform random numbers in place."
    ) { (a) throws(TorchError) in
      a.wrap(try uniform_(a.tensor(0), from: a.double(1, 0), to: a.double(2, 1), generator: a.generator(3)))
    })
    rows.append(row(
      "normal_(Tensor self, float mean=0, float std=1, *, Generator? generator=None)",
      .method, "Normal random numbers in place."
    ) { (a) throws(TorchError) in
      a.wrap(try normal_(a.tensor(0), mean: a.double(1, 0), std: a.double(2, 1), generator: a.generator(3)))
    })
  }

  private static func random1(_ rows: inout [Operator]) {
    rows.append(row(.method, "Random ints in place.", [
      overload("random_(Tensor self, *, Generator? generator=None)") {
        (a) throws(TorchError) in
        a.wrap(try random_(a.tensor(0), generator: a.generator(1)))
      },
      overload("random_(Tensor self, int to, *, Generator? generator=None)") {
        (a) throws(TorchError) in
        a.wrap(try random_(a.tensor(0), low: 0, high: a.int(1), generator: a.generator(2)))
      },
      overload("random_(Tensor self, int from, int? to, *, Generator? generator=None)") {
        (a) throws(TorchError) in
        a.wrap(try random_(a.tensor(0), low: a.int(1), high: a.optionalInt(2), generator: a.generator(3)))
      },
    ]))
    rows.append(row("geometric_(Tensor self, float p, *, Generator? generator=None)", .method, "Numbers of trials up to success.") {
      (a) throws(TorchError) in
      a.wrap(try geometric_(a.tensor(0), p: a.double(1), generator: a.generator(2)))
    })
    rows.append(row(
      "cauchy_(Tensor self, float median=0, float sigma=1, *, Generator? generator=None)", .method,
      "Numbers of Cauchy's distribution."
    ) { (a) throws(TorchError) in
      a.wrap(try cauchy_(a.tensor(0), median: a.double(1), sigma: a.double(2, 1), generator: a.generator(3)))
    })
    rows.append(row(
      "log_normal_(Tensor self, float mean=1, float std=2, *, Generator? generator=None)", .method,
      "Exponentials of normal numbers."
    ) { (a) throws(TorchError) in
      a.wrap(try logNormal_(a.tensor(0), mean: a.double(1, 1), std: a.double(2, 2), generator: a.generator(3)))
    })
    rows.append(row(
      "exponential_(Tensor self, float lambd=1, *, Generator? generator=None)",
      .method, "Exponential random numbers in place."
    ) { (a) throws(TorchError) in
      a.wrap(try exponential_(a.tensor(0), lambda: a.double(1, 1), generator: a.generator(2)))
    })
    rows.append(row(
      "poisson(Tensor self, Generator? generator=None)",
      .function, "Poisson random numbers."
    ) { (a) throws(TorchError) in
      a.wrap(try poisson(a.tensor(0), generator: a.generator(1)))
    })
    rows.append(row(
      "multinomial(Tensor self, int num_samples, bool replacement=False, *, Generator? generator=None, Tensor out=None)",
      .both, "Samples of weights."
    ) { (a) throws(TorchError) in
      a.wrap(try multinomial(a.tensor(0), a.int(1), replacement: a.bool(2, false), generator: a.generator(3)))
    })
  }
}
