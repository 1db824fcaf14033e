import Arrays
import Autograd
import Interpreter

extension Rows {
  /// Reductions, sorting and scans.
  static var reductions: [Operator] {
    var rows: [Operator] = []
    reductions0(&rows)
    reductions1(&rows)
    reductions2(&rows)
    reductions3(&rows)
    reductions4(&rows)
    return rows
  }

  private static func reductions0(_ rows: inout [Operator]) {
    rows.append(row(.both, "Sum of elements.", [
      overload("sum(Tensor self, *, ScalarType? dtype=None, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try sum(a.tensor(0), dtype: a.dtype(1)))
      },
      overload("sum(Tensor self, int[1]? dim, bool keepdim=False, *, ScalarType? dtype=None, Tensor out=None)") {
        (a) throws(TorchError) in
        if let made = a.plainSum(dtype: 3) { return a.wrap(made) }
        return a.wrap(try sum(a.tensor(0), dims: a.ints(1), keepDim: a.bool(2, false), dtype: a.dtype(3)))
      },
    ]))
    rows.append(row(.both, "Mean of elements.", [
      overload("mean(Tensor self, *, ScalarType? dtype=None, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try mean(a.tensor(0), dtype: a.dtype(1)))
      },
      overload("mean(Tensor self, int[1]? dim, bool keepdim=False, *, ScalarType? dtype=None, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try mean(a.tensor(0), dims: a.ints(1), keepDim: a.bool(2, false), dtype: a.dtype(3)))
      },
    ]))
    rows.append(row(.both, "Product of elements.", [
      overload("prod(Tensor self, *, ScalarType? dtype=None, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try prod(a.tensor(0), dtype: a.dtype(1)))
      },
      overload("prod(Tensor self, int dim, bool keepdim=False, *, ScalarType? dtype=None, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try prod(a.tensor(0), dim: a.int(1), keepDim: a.bool(2, false), dtype: a.dtype(3)))
      },
    ]))
    rows.append(row(
      "nansum(Tensor self, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None, Tensor out=None)",
      .both, "Ignores NaN."
    ) { (a) throws(TorchError) in
      a.wrap(try nansum(a.tensor(0), dims: a.ints(1), keepDim: a.bool(2, false), dtype: a.dtype(3)))
    })
    rows.append(row(
      "nanmean(Tensor self, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None, Tensor out=None)",
      .both, "Ignores NaN."
    ) { (a) throws(TorchError) in
      a.wrap(try nanmean(a.tensor(0), dims: a.ints(1), keepDim: a.bool(2, false), dtype: a.dtype(3)))
    })
    rows.append(row(.both, "Spread of elements.", [
      overload("std(Tensor self, bool unbiased, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try std(a.tensor(0), correction: a.bool(1) ? 1 : 0))
      },
      overload("std(Tensor self, int[1]? dim, bool unbiased, bool keepdim=False, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try std(a.tensor(0), dims: a.ints(1), correction: a.bool(2) ? 1 : 0, keepDim: a.bool(3, false)))
      },
      overload("std(Tensor self, int[1]? dim=None, *, Number? correction=None, bool keepdim=False, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try std(a.tensor(0), dims: a.ints(1), correction: a.optionalDouble(2) ?? 1, keepDim: a.bool(3, false)))
      },
      overload("std(Tensor self, int[1]? dim, bool keepdim, *, Number? correction=None, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try std(a.tensor(0), dims: a.ints(1), correction: a.optionalDouble(3) ?? 1, keepDim: a.bool(2)))
      },
    ]))
    rows.append(row(.both, "Spread of elements.", [
      overload("var(Tensor self, bool unbiased, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try `var`(a.tensor(0), correction: a.bool(1) ? 1 : 0))
      },
      overload("var(Tensor self, int[1]? dim, bool unbiased, bool keepdim=False, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try `var`(a.tensor(0), dims: a.ints(1), correction: a.bool(2) ? 1 : 0, keepDim: a.bool(3, false)))
      },
      overload("var(Tensor self, int[1]? dim=None, *, Number? correction=None, bool keepdim=False, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try `var`(a.tensor(0), dims: a.ints(1), correction: a.optionalDouble(2) ?? 1, keepDim: a.bool(3, false)))
      },
      overload("var(Tensor self, int[1]? dim, bool keepdim, *, Number? correction=None, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try `var`(a.tensor(0), dims: a.ints(1), correction: a.optionalDouble(3) ?? 1, keepDim: a.bool(2)))
      },
    ]))
    rows.append(row(.function, "Spread of elements.", [
      overload("std_mean(Tensor self, bool unbiased)") {
        (a) throws(TorchError) in
        let r = try stdMean(a.tensor(0), correction: a.bool(1) ? 1 : 0)
        return a.tuple([r.std, r.mean])
      },
      overload("std_mean(Tensor self, int[1]? dim, bool unbiased, bool keepdim=False)") {
        (a) throws(TorchError) in
        let r = try stdMean(a.tensor(0), dims: a.ints(1), correction: a.bool(2) ? 1 : 0, keepDim: a.bool(3, false))
        return a.tuple([r.std, r.mean])
      },
      overload("std_mean(Tensor self, int[1]? dim=None, *, Number? correction=None, bool keepdim=False)") {
        (a) throws(TorchError) in
        let r = try stdMean(a.tensor(0), dims: a.ints(1), correction: a.optionalDouble(2) ?? 1, keepDim: a.bool(3, false))
        return a.tuple([r.std, r.mean])
      },
      overload("std_mean(Tensor self, int[1]? dim, bool keepdim, *, Number? correction=None)") {
        (a) throws(TorchError) in
        let r = try stdMean(a.tensor(0), dims: a.ints(1), correction: a.optionalDouble(3) ?? 1, keepDim: a.bool(2))
        return a.tuple([r.std, r.mean])
      },
    ]))
    rows.append(row(.function, "Spread of elements.", [
      overload("var_mean(Tensor self, bool unbiased)") {
        (a) throws(TorchError) in
        let r = try varMean(a.tensor(0), correction: a.bool(1) ? 1 : 0)
        return a.tuple([r.variance, r.mean])
      },
      overload("var_mean(Tensor self, int[1]? dim, bool unbiased, bool keepdim=False)") {
        (a) throws(TorchError) in
        let r = try varMean(a.tensor(0), dims: a.ints(1), correction: a.bool(2) ? 1 : 0, keepDim: a.bool(3, false))
        return a.tuple([r.variance, r.mean])
      },
      overload("var_mean(Tensor self, int[1]? dim=None, *, Number? correction=None, bool keepdim=False)") {
        (a) throws(TorchError) in
        let r = try varMean(a.tensor(0), dims: a.ints(1), correction: a.optionalDouble(2) ?? 1, keepDim: a.bool(3, false))
        return a.tuple([r.variance, r.mean])
      },
      overload("var_mean(Tensor self, int[1]? dim, bool keepdim, *, Number? correction=None)") {
        (a) throws(TorchError) in
        let r = try varMean(a.tensor(0), dims: a.ints(1), correction: a.optionalDouble(3) ?? 1, keepDim: a.bool(2))
        return a.tuple([r.variance, r.mean])
      },
    ]))
    rows.append(row(.both, "Logical any.", [
      overload("any(Tensor self, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try any(a.tensor(0)))
      },
      overload("any(Tensor self, int[1]? dim, bool keepdim=False, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try any(a.tensor(0), dims: a.ints(1), keepDim: a.bool(2, false)))
      },
    ]))
    rows.append(row(.both, "Logical all.", [
      overload("all(Tensor self, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try all(a.tensor(0)))
      },
      overload("all(Tensor self, int[1]? dim, bool keepdim=False, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try all(a.tensor(0), dims: a.ints(1), keepDim: a.bool(2, false)))
      },
    ]))
    rows.append(row(
      "amax(Tensor self, int[1]? dim=[], bool keepdim=False, *, Tensor out=None)",
      .both, "Extreme elements."
    ) { (a) throws(TorchError) in
      a.wrap(try amax(a.tensor(0), dims: a.ints(1, []), keepDim: a.bool(2, false)))
    })
  }

  private static func reductions1(_ rows: inout [Operator]) {
    rows.append(row(
      "amin(Tensor self, int[1]? dim=[], bool keepdim=False, *, Tensor out=None)",
      .both, "Extreme elements."
    ) { (a) throws(TorchError) in
      a.wrap(try amin(a.tensor(0), dims: a.ints(1, []), keepDim: a.bool(2, false)))
    })
    rows.append(row(
      "aminmax(Tensor self, *, int? dim=None, bool keepdim=False, Tensor out=None)",
      .both, "Smallest and largest."
    ) { (a) throws(TorchError) in
      let r = try aminmax(a.tensor(0), dim: a.optionalInt(1), keepDim: a.bool(2, false))
      return a.named("aminmax", [("min", r.min), ("max", r.max)])
    })
    rows.append(row(
      "argmax(Tensor self, int? dim=None, bool keepdim=False, *, Tensor out=None)",
      .both, "Place of the extreme element."
    ) { (a) throws(TorchError) in
      a.wrap(try argmax(a.tensor(0), dim: a.optionalInt(1), keepDim: a.bool(2, false)))
    })
    rows.append(row(
      "argmin(Tensor self, int? dim=None, bool keepdim=False, *, Tensor out=None)",
      .both, "Place of the extreme element."
    ) { (a) throws(TorchError) in
      a.wrap(try argmin(a.tensor(0), dim: a.optionalInt(1), keepDim: a.bool(2, false)))
    })
    rows.append(row(.both, "Median.", [
      overload("median(Tensor self, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try median(a.tensor(0)))
      },
      overload("median(Tensor self, int dim, bool keepdim=False, *, Tensor out=None)") {
        (a) throws(TorchError) in
        let r = try median(a.tensor(0), dim: a.int(1), keepDim: a.bool(2, false))
        return a.named("median", [("values", r.values), ("indices", r.indices)])
      },
    ]))
    rows.append(row(.both, "Median.", [
      overload("nanmedian(Tensor self, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try nanmedian(a.tensor(0)))
      },
      overload("nanmedian(Tensor self, int dim, bool keepdim=False, *, Tensor out=None)") {
        (a) throws(TorchError) in
        let r = try nanmedian(a.tensor(0), dim: a.int(1), keepDim: a.bool(2, false))
        return a.named("nanmedian", [("values", r.values), ("indices", r.indices)])
      },
    ]))
    rows.append(row(
      "mode(Tensor self, int dim=-1, bool keepdim=False, *, Tensor out=None)",
      .both, "Commonest value."
    ) { (a) throws(TorchError) in
      let r = try mode(a.tensor(0), dim: a.int(1, -1), keepDim: a.bool(2, false))
      return a.named("mode", [("values", r.values), ("indices", r.indices)])
    })
    rows.append(row(
      "kthvalue(Tensor self, int k, int dim=-1, bool keepdim=False, *, Tensor out=None)",
      .both, "The k-th smallest value."
    ) { (a) throws(TorchError) in
      let r = try kthvalue(a.tensor(0), a.int(1), dim: a.int(2, -1), keepDim: a.bool(3, false))
      return a.named("kthvalue", [("values", r.values), ("indices", r.indices)])
    })
    rows.append(row(
      "topk(Tensor self, int k, int dim=-1, bool largest=True, bool sorted=True, *, Tensor out=None)",
      .both, "The k largest values."
    ) { (a) throws(TorchError) in
      let r = try topk(a.tensor(0), a.int(1), dim: a.int(2, -1), largest: a.bool(3, true), sorted: a.bool(4, true))
      return a.named("topk", [("values", r.values), ("indices", r.indices)])
    })
    rows.append(row(.both, "Sorts.", [
      overload("sort(Tensor self, int dim=-1, bool descending=False, *, Tensor out=None)") {
        (a) throws(TorchError) in
        let r = try sort(a.tensor(0), dim: a.int(1, -1), descending: a.bool(2, false))
        return a.named("sort", [("values", r.values), ("indices", r.indices)])
      },
      overload("sort(Tensor self, *, bool? stable, int dim=-1, bool descending=False, Tensor out=None)") {
        (a) throws(TorchError) in
        let r = try sort(a.tensor(0), dim: a.int(2, -1), descending: a.bool(3, false), stable: a.bool(1))
        return a.named("sort", [("values", r.values), ("indices", r.indices)])
      },
    ]))
    rows.append(row(.both, "Order that sorts.", [
      overload("argsort(Tensor self, int dim=-1, bool descending=False, *, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try argsort(a.tensor(0), dim: a.int(1, -1), descending: a.bool(2, false)))
      },
      overload("argsort(Tensor self, *, bool stable, int dim=-1, bool descending=False, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try argsort(a.tensor(0), dim: a.int(2, -1), descending: a.bool(3, false), stable: a.bool(1)))
      },
    ]))
    rows.append(row(
      "msort(Tensor self, *, Tensor out=None)",
      .both, "Sorts along the first dimension."
    ) { (a) throws(TorchError) in
      a.wrap(try sort(a.tensor(0), dim: 0).values)
    })
  }

  private static func reductions2(_ rows: inout [Operator]) {
    rows.append(row(
      "cumsum(Tensor self, int dim, *, ScalarType? dtype=None, Tensor out=None)",
      .all, "Running sum."
    ) { (a) throws(TorchError) in
      a.wrap(try cumsum(a.tensor(0), a.int(1), dtype: a.dtype(2)))
    })
    rows.append(row(
      "cumprod(Tensor self, int dim, *, ScalarType? dtype=None, Tensor out=None)",
      .all, "Running prod."
    ) { (a) throws(TorchError) in
      a.wrap(try cumprod(a.tensor(0), a.int(1), dtype: a.dtype(2)))
    })
    rows.append(row(
      "cummax(Tensor self, int dim, *, Tensor out=None)",
      .both, "Running extreme."
    ) { (a) throws(TorchError) in
      let r = try cummax(a.tensor(0), a.int(1))
      return a.named("cummax", [("values", r.values), ("indices", r.indices)])
    })
    rows.append(row(
      "cummin(Tensor self, int dim, *, Tensor out=None)",
      .both, "Running extreme."
    ) { (a) throws(TorchError) in
      let r = try cummin(a.tensor(0), a.int(1))
      return a.named("cummin", [("values", r.values), ("indices", r.indices)])
    })
    rows.append(row(
      "logcumsumexp(Tensor self, int dim, *, Tensor out=None)",
      .both, "Running logarithm of sums of exponentials."
    ) { (a) throws(TorchError) in
      a.wrap(try logcumsumexp(a.tensor(0), a.int(1)))
    })
    rows.append(row(
      "logsumexp(Tensor self, int[1] dim, bool keepdim=False, *, Tensor out=None)",
      [.function, .method, .special], "Logarithm of the sum of exponentials."
    ) { (a) throws(TorchError) in
      a.wrap(try logsumexp(a.tensor(0), dims: a.ints(1), keepDim: a.bool(2, false)))
    })
    rows.append(row(
      "count_nonzero(Tensor self, int[1]? dim=None)",
      .both, "Number of elements that are not zero."
    ) { (a) throws(TorchError) in
      a.wrap(try countNonzero(a.tensor(0), dims: a.ints(1)))
    })
    rows.append(row(.both, "Quantiles.", [
      overload("quantile(Tensor self, Tensor q, int? dim=None, bool keepdim=False, *, str interpolation=linear, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try quantile(a.tensor(0), a.tensor(1), dim: a.optionalInt(2), keepDim: a.bool(3, false), interpolation: a.quantileMode(4), ignoringNaN: false))
      },
      overload("quantile(Tensor self, float q, int? dim=None, bool keepdim=False, *, str interpolation=linear, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try quantile(a.tensor(0), a.double(1), dim: a.optionalInt(2), keepDim: a.bool(3, false), interpolation: a.quantileMode(4), ignoringNaN: false))
      },
    ]))
    rows.append(row(.both, "Quantiles.", [
      overload("nanquantile(Tensor self, Tensor q, int? dim=None, bool keepdim=False, *, str interpolation=linear, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try quantile(a.tensor(0), a.tensor(1), dim: a.optionalInt(2), keepDim: a.bool(3, false), interpolation: a.quantileMode(4), ignoringNaN: true))
      },
      overload("nanquantile(Tensor self, float q, int? dim=None, bool keepdim=False, *, str interpolation=linear, Tensor out=None)") {
        (a) throws(TorchError) in
        a.wrap(try quantile(a.tensor(0), a.double(1), dim: a.optionalInt(2), keepDim: a.bool(3, false), interpolation: a.quantileMode(4), ignoringNaN: true))
      },
    ]))
    rows.append(row(
      "norm(Tensor self, any p=2, int[1]? dim=None, bool keepdim=False, Tensor out=None, ScalarType? dtype=None)",
      .both, "Norm."
    ) { (a) throws(TorchError) in
      if a.base[1].isKind(.str), a.string(1) == "nuc" { return a.wrap(try matrixNorm(a.tensor(0), .nuclear, keepDim: a.bool(3, false))) }
      return a.wrap(try norm(a.normed(5, "vector"), a.order(1), dims: a.ints(2), keepDim: a.bool(3, false)))
    })
    rows.append(row(
      "vector_norm(Tensor self, Number ord=2, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None, Tensor out=None)",
      .linalg, "Norm of vectors."
    ) { (a) throws(TorchError) in
      a.wrap(try linalgVectorNorm(a.normed(4, "vector"), a.number(1, 2).doubleValue, dims: a.ints(2), keepDim: a.bool(3, false)))
    })
    rows.append(row(
      "dist(Tensor self, Tensor other, float p=2)",
      .both, "p-norm of the difference."
    ) { (a) throws(TorchError) in
      a.wrap(try dist(a.tensor(0), a.tensor(1), a.double(2, 2)))
    })
  }

  private static func reductions3(_ rows: inout [Operator]) {
    rows.append(row(
      "histc(Tensor self, int bins=100, Number min=0, Number max=0, *, Tensor out=None)",
      .both, "Histogram."
    ) { (a) throws(TorchError) in
      a.wrap(try histc(a.tensor(0), bins: a.int(1, 100), min: a.double(2, 0), max: a.double(3, 0)))
    })
    rows.append(row(
      "bincount(Tensor self, Tensor? weights=None, int minlength=0)",
      .both, "Counts of small ints."
    ) { (a) throws(TorchError) in
      a.wrap(try bincount(a.tensor(0), weights: a.optionalTensor(1), minLength: a.int(2, 0)))
    })
    rows.append(row(
      "unique(Tensor self, bool sorted=True, bool return_inverse=False, bool return_counts=False, int? dim=None)",
      .both, "Different elements."
    ) { (a) throws(TorchError) in
      let u = try unique(a.tensor(0), dim: a.optionalInt(4))
      var all = [u.values]
      if a.bool(2, false) { all.append(u.inverse) }
      if a.bool(3, false) { all.append(u.counts) }
      return all.count == 1 ? a.wrap(all[0]) : a.tuple(all)
    })
    rows.append(row(
      "unique_consecutive(Tensor self, bool return_inverse=False, bool return_counts=False, int? dim=None)",
      .both, "Elements that differ from the one before."
    ) { (a) throws(TorchError) in
      let u = try uniqueConsecutive(a.tensor(0), dim: a.optionalInt(3))
      var all = [u.values]
      if a.bool(1, false) { all.append(u.inverse) }
      if a.bool(2, false) { all.append(u.counts) }
      return all.count == 1 ? a.wrap(all[0]) : a.tuple(all)
    })
    rows.append(row(
      "cov(Tensor self, *, int correction=1, Tensor? fweights=None, Tensor? aweights=None)",
      .both, "Covariance."
    ) { (a) throws(TorchError) in
      a.wrap(try cov(a.tensor(0), correction: a.int(1, 1), fweights: a.optionalTensor(2), aweights: a.optionalTensor(3)))
    })
    rows.append(unary("corrcoef", .both, "Correlation.", hasOut: false) { (x) throws(TorchError) in try corrcoef(x) })
    rows.append(unary("trace", .both, "Trace.", hasOut: false) { (x) throws(TorchError) in try trace(x) })
    rows.append(row(
      "renorm(Tensor self, Number p, int dim, Number maxnorm, *, Tensor out=None)",
      .all, "Limits norms along a dimension."
    ) { (a) throws(TorchError) in
      a.wrap(try renorm(a.tensor(0), a.number(1).doubleValue, a.int(2), a.number(3).doubleValue))
    })
    rows.append(row(.function, "Integral by trapezoids.", [
      overload("trapezoid(Tensor y, Tensor x, *, int dim=-1)") {
        (a) throws(TorchError) in
        a.wrap(try trapezoid(a.tensor(0), a.tensor(1), dim: a.int(2, -1)))
      },
      overload("trapezoid(Tensor y, *, Number dx=1, int dim=-1)") {
        (a) throws(TorchError) in
        a.wrap(try trapezoid(a.tensor(0), dx: a.number(1, 1).doubleValue, dim: a.int(2, -1)))
      },
    ]))
    rows.append(row(.function, "Integral by trapezoids.", [
      overload("trapz(Tensor y, Tensor x, *, int dim=-1)") {
        (a) throws(TorchError) in
        a.wrap(try trapezoid(a.tensor(0), a.tensor(1), dim: a.int(2, -1)))
      },
      overload("trapz(Tensor y, *, Number dx=1, int dim=-1)") {
        (a) throws(TorchError) in
        a.wrap(try trapezoid(a.tensor(0), dx: a.number(1, 1).doubleValue, dim: a.int(2, -1)))
      },
    ]))
    rows.append(row(.function, "Running integral by trapezoids.", [
      overload("cumulative_trapezoid(Tensor y, Tensor x, *, int dim=-1)") {
        (a) throws(TorchError) in
        a.wrap(try cumulativeTrapezoid(a.tensor(0), a.tensor(1), dim: a.int(2, -1)))
      },
      overload("cumulative_trapezoid(Tensor y, *, Number dx=1, int dim=-1)") {
        (a) throws(TorchError) in
        a.wrap(try cumulativeTrapezoid(a.tensor(0), dx: a.number(1, 1).doubleValue, dim: a.int(2, -1)))
      },
    ]))
    rows.append(row(
      "diff(Tensor self, int n=1, int dim=-1, Tensor? prepend=None, Tensor? append=None, *, Tensor out=None)",
      .both, "Differences of neighbours."
    ) { (a) throws(TorchError) in
      a.wrap(try diff(a.tensor(0), a.int(1, 1), a.int(2, -1), prepend: a.optionalTensor(3), append: a.optionalTensor(4)))
    })
  }

  private static func reductions4(_ rows: inout [Operator]) {
    rows.append(row(.function, "Numerical derivative.", [
      overload("gradient(Tensor self, *, Number? spacing=None, int[1]? dim=None, int edge_order=1)") {
        (a) throws(TorchError) in
        a.tuple(try a.gradients(a.tensor(0), a.optionalInts(2), [], a.optionalNumber(1), a.int(3, 1)))
      },
      overload("gradient(Tensor self, *, float[] spacing, int[1]? dim=None, int edge_order=1)") {
        (a) throws(TorchError) in
        a.tuple(try a.gradients(a.tensor(0), a.optionalInts(2), a.doubles(1), nil, a.int(3, 1)))
      },
      overload("gradient(Tensor self, *, Tensor[] spacing, int[1]? dim=None, int edge_order=1)") {
        (a) throws(TorchError) in
        let (x, places) = (a.tensor(0), a.tensors(1))
        let dims = a.optionalInts(2) ?? Array(0..<x.dim)
        guard dims.count == places.count else {
          throw TorchError(
            .runtime, "torch.gradient expected spacing to be unspecified, a scalar or a list of length equal to "
              + "'self.dim() = \(x.dim)', since dim argument was not given, but got a list of length \(places.count)")
        }
        var results: [Tensor] = []
        for (dim, place) in zip(dims, places) {
          results.append(try gradient(x, coordinates: place, dim: dim, edgeOrder: a.int(3, 1)))
        }
        return a.tuple(results)
      },
    ]))
  }
}
