import Arrays
import Autograd

extension Rows {
  /// Sums, means, extremes.
  static var reductions: [Operator] {
    var rows: [Operator] = []
    rows.append(
      row(.both, "Sum.", [
        overload("sum(Tensor self, *, ScalarType? dtype=None)") { (a) throws(TorchError) in
          a.wrap(try sum(a.tensor(0), dtype: a.dtype(1)))
        },
        overload("sum(Tensor self, int[1]? dim, bool keepdim=False, *, ScalarType? dtype=None)") { (a) throws(TorchError) in
          a.wrap(try sumDims(a.tensor(0), a.optionalInts(1), a.bool(2), a.dtype(3)))
        },
      ]))
    rows.append(
      row("nansum(Tensor self, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None)", .both, "Sum without nan.") { (a) throws(TorchError) in
        a.wrap(try nansum(a.tensor(0), dims: a.ints(1), keepDim: a.bool(2), dtype: a.dtype(3)))
      })
    rows.append(
      row(.both, "Mean.", [
        overload("mean(Tensor self, *, ScalarType? dtype=None)") { (a) throws(TorchError) in
          a.wrap(try mean(a.tensor(0), dtype: a.dtype(1)))
        },
        overload("mean(Tensor self, int[1]? dim, bool keepdim=False, *, ScalarType? dtype=None)") { (a) throws(TorchError) in
          a.wrap(try meanDims(a.tensor(0), a.optionalInts(1), a.bool(2), a.dtype(3)))
        },
      ]))
    rows.append(
      row("nanmean(Tensor self, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None)", .both, "Mean without nan.") { (a) throws(TorchError) in
        a.wrap(try nanmean(a.tensor(0), dims: a.ints(1), keepDim: a.bool(2), dtype: a.dtype(3)))
      })
    rows.append(
      row(.both, "Product.", [
        overload("prod(Tensor self, *, ScalarType? dtype=None)") { (a) throws(TorchError) in
          a.wrap(try prod(a.tensor(0), dtype: a.dtype(1)))
        },
        overload("prod(Tensor self, int dim, bool keepdim=False, *, ScalarType? dtype=None)") { (a) throws(TorchError) in
          a.wrap(try prod(a.tensor(0), dim: a.int(1), keepDim: a.bool(2), dtype: a.dtype(3)))
        },
      ]))
    rows.append(
      row(.both, "Greatest elements.", [
        overload("max(Tensor self)") { (a) throws(TorchError) in
          a.wrap(try max(a.tensor(0)))
        },
        overload("max(Tensor self, int dim, bool keepdim=False)") { (a) throws(TorchError) in
          selected(a, "max", try max(a.tensor(0), dim: a.int(1), keepDim: a.bool(2)))
        },
        overload("max(Tensor self, Tensor other)") { (a) throws(TorchError) in
          a.wrap(try max(a.tensor(0), a.tensor(1)))
        },
      ]))
    rows.append(
      row(.both, "Least elements.", [
        overload("min(Tensor self)") { (a) throws(TorchError) in
          a.wrap(try min(a.tensor(0)))
        },
        overload("min(Tensor self, int dim, bool keepdim=False)") { (a) throws(TorchError) in
          selected(a, "min", try min(a.tensor(0), dim: a.int(1), keepDim: a.bool(2)))
        },
        overload("min(Tensor self, Tensor other)") { (a) throws(TorchError) in
          a.wrap(try min(a.tensor(0), a.tensor(1)))
        },
      ]))
    rows.append(
      row("amax(Tensor self, int[1] dim=(), bool keepdim=False)", .both, "Greatest elements along dims.") { (a) throws(TorchError) in
        a.wrap(try amax(a.tensor(0), dims: a.ints(1), keepDim: a.bool(2)))
      })
    rows.append(
      row("amin(Tensor self, int[1] dim=(), bool keepdim=False)", .both, "Least elements along dims.") { (a) throws(TorchError) in
        a.wrap(try amin(a.tensor(0), dims: a.ints(1), keepDim: a.bool(2)))
      })
    rows.append(
      row("aminmax(Tensor self, *, int? dim=None, bool keepdim=False)", .both, "Least and greatest elements.") { (a) throws(TorchError) in
        minAndMax(a, try aminmax(a.tensor(0), dim: a.optionalInt(1), keepDim: a.bool(2)))
      })
    rows.append(
      row(.both, "All are true.", [
        overload("all(Tensor self)") { (a) throws(TorchError) in
          a.wrap(try all(a.tensor(0)))
        },
        overload("all(Tensor self, int[1]? dim, bool keepdim=False)") { (a) throws(TorchError) in
          a.wrap(try all(a.tensor(0), dims: a.ints(1), keepDim: a.bool(2)))
        },
      ]))
    rows.append(
      row(.both, "Any is true.", [
        overload("any(Tensor self)") { (a) throws(TorchError) in
          a.wrap(try any(a.tensor(0)))
        },
        overload("any(Tensor self, int[1]? dim, bool keepdim=False)") { (a) throws(TorchError) in
          a.wrap(try any(a.tensor(0), dims: a.ints(1), keepDim: a.bool(2)))
        },
      ]))
    rows.append(
      row("argmax(Tensor self, int? dim=None, bool keepdim=False)", .both, "Place of the greatest element.") { (a) throws(TorchError) in
        a.wrap(try argmax(a.tensor(0), dim: a.optionalInt(1), keepDim: a.bool(2)))
      })
    rows.append(
      row("argmin(Tensor self, int? dim=None, bool keepdim=False)", .both, "Place of the least element.") { (a) throws(TorchError) in
        a.wrap(try argmin(a.tensor(0), dim: a.optionalInt(1), keepDim: a.bool(2)))
      })
    rows.append(
      row("count_nonzero(Tensor self, int[1]? dim=None)", .both, "Number of elements that are not zero.") { (a) throws(TorchError) in
        a.wrap(try countNonzero(a.tensor(0), dims: a.ints(1)))
      })
    rows.append(
      row(.both, "Variance.", [
        overload("var(Tensor self, bool unbiased=True)") { (a) throws(TorchError) in
          a.wrap(try `var`(a.tensor(0), correction: a.bool(1, true) ? 1 : 0))
        },
        overload("var(Tensor self, int[1]? dim, bool unbiased=True, bool keepdim=False)") { (a) throws(TorchError) in
          a.wrap(try `var`(a.tensor(0), dims: a.ints(1), correction: a.bool(2, true) ? 1 : 0, keepDim: a.bool(3)))
        },
        overload("var(Tensor self, int[1]? dim=None, *, Number? correction=None, bool keepdim=False)") { (a) throws(TorchError) in
          a.wrap(try `var`(a.tensor(0), dims: a.ints(1), correction: a.double(2, 1), keepDim: a.bool(3)))
        },
      ]))
    rows.append(
      row(.both, "Standard deviation.", [
        overload("std(Tensor self, bool unbiased=True)") { (a) throws(TorchError) in
          a.wrap(try std(a.tensor(0), correction: a.bool(1, true) ? 1 : 0))
        },
        overload("std(Tensor self, int[1]? dim, bool unbiased=True, bool keepdim=False)") { (a) throws(TorchError) in
          a.wrap(try std(a.tensor(0), dims: a.ints(1), correction: a.bool(2, true) ? 1 : 0, keepDim: a.bool(3)))
        },
        overload("std(Tensor self, int[1]? dim=None, *, Number? correction=None, bool keepdim=False)") { (a) throws(TorchError) in
          a.wrap(try std(a.tensor(0), dims: a.ints(1), correction: a.double(2, 1), keepDim: a.bool(3)))
        },
      ]))
    rows.append(
      row(.function, "Variance and mean.", [
        overload("var_mean(Tensor self, bool unbiased=True)") { (a) throws(TorchError) in
          pair(a, try varMean(a.tensor(0), correction: a.bool(1, true) ? 1 : 0))
        },
        overload("var_mean(Tensor self, int[1]? dim, bool unbiased=True, bool keepdim=False)") { (a) throws(TorchError) in
          pair(a, try varMean(a.tensor(0), dims: a.ints(1), correction: a.bool(2, true) ? 1 : 0, keepDim: a.bool(3)))
        },
        overload("var_mean(Tensor self, int[1]? dim=None, *, Number? correction=None, bool keepdim=False)") { (a) throws(TorchError) in
          pair(a, try varMean(a.tensor(0), dims: a.ints(1), correction: a.double(2, 1), keepDim: a.bool(3)))
        },
      ]))
    rows.append(
      row(.function, "Standard deviation and mean.", [
        overload("std_mean(Tensor self, bool unbiased=True)") { (a) throws(TorchError) in
          pair(a, try stdMean(a.tensor(0), correction: a.bool(1, true) ? 1 : 0))
        },
        overload("std_mean(Tensor self, int[1]? dim, bool unbiased=True, bool keepdim=False)") { (a) throws(TorchError) in
          pair(a, try stdMean(a.tensor(0), dims: a.ints(1), correction: a.bool(2, true) ? 1 : 0, keepDim: a.bool(3)))
        },
        overload("std_mean(Tensor self, int[1]? dim=None, *, Number? correction=None, bool keepdim=False)") { (a) throws(TorchError) in
          pair(a, try stdMean(a.tensor(0), dims: a.ints(1), correction: a.double(2, 1), keepDim: a.bool(3)))
        },
      ]))
    rows.append(
      row("norm(Tensor self, any p=2, int[1]? dim=None, bool keepdim=False, ScalarType? dtype=None)", .both, "Vector norm.") { (a) throws(TorchError) in
        a.wrap(try norm(a.tensor(0), normOrder(a, 1), dims: a.ints(2), keepDim: a.bool(3), dtype: a.dtype(4)))
      })
    rows.append(
      row("vector_norm(Tensor x, Number ord=2, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None)", .linalg, "Vector norm.") { (a) throws(TorchError) in
        a.wrap(try linalgVectorNorm(a.tensor(0), a.double(1, 2), dims: a.ints(2), keepDim: a.bool(3), dtype: a.dtype(4)))
      })
    rows.append(
      row("norm(Tensor A, any ord=None, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None)", .linalg, "Norm.") { (a) throws(TorchError) in
        a.wrap(try norm(a.tensor(0), normOrder(a, 1), dims: a.ints(2), keepDim: a.bool(3), dtype: a.dtype(4)))
      })
    rows.append(
      row("logsumexp(Tensor self, int[1] dim, bool keepdim=False)", .both, "Logarithm of the sum of exponentials.") { (a) throws(TorchError) in
        a.wrap(try logsumexp(a.tensor(0), dims: a.ints(1), keepDim: a.bool(2)))
      })
    rows.append(
      row("trace(Tensor self)", .both, "Sum of the diagonal.") { (a) throws(TorchError) in
        a.wrap(try trace(a.tensor(0)))
      })
    rows.append(
      row("dist(Tensor self, Tensor other, Number p=2)", .both, "Norm of the difference.") { (a) throws(TorchError) in
        a.wrap(try dist(a.tensor(0), a.tensor(1), a.double(2, 2)))
      })
    rows.append(
      row(.both, "Median: the lower of two.", [
        overload("median(Tensor self)") { (a) throws(TorchError) in
          a.wrap(try median(a.tensor(0)))
        },
        overload("median(Tensor self, int dim, bool keepdim=False)") { (a) throws(TorchError) in
          selected(a, "median", try median(a.tensor(0), dim: a.int(1), keepDim: a.bool(2)))
        },
      ]))
    rows.append(
      row(.both, "Median without nan.", [
        overload("nanmedian(Tensor self)") { (a) throws(TorchError) in
          a.wrap(try nanmedian(a.tensor(0)))
        },
        overload("nanmedian(Tensor self, int dim, bool keepdim=False)") { (a) throws(TorchError) in
          selected(a, "nanmedian", try nanmedian(a.tensor(0), dim: a.int(1), keepDim: a.bool(2)))
        },
      ]))
    rows.append(
      row("mode(Tensor self, int dim=-1, bool keepdim=False)", .both, "Commonest elements.") { (a) throws(TorchError) in
        selected(a, "mode", try mode(a.tensor(0), dim: a.int(1, -1), keepDim: a.bool(2)))
      })
    rows.append(
      row("kthvalue(Tensor self, int k, int dim=-1, bool keepdim=False)", .both, "The k-th least elements.") { (a) throws(TorchError) in
        selected(a, "kthvalue", try kthvalue(a.tensor(0), a.int(1), dim: a.int(2, -1), keepDim: a.bool(3)))
      })
    rows.append(
      row("topk(Tensor self, int k, int dim=-1, bool largest=True, bool sorted=True)", .both, "The k greatest elements.") { (a) throws(TorchError) in
        selected(a, "topk", try topk(a.tensor(0), a.int(1), dim: a.int(2, -1), largest: a.bool(3, true), sorted: a.bool(4, true)))
      })
    rows.append(
      row("sort(Tensor self, int dim=-1, bool descending=False, bool stable=False)", .both, "Sorted elements and their places.") { (a) throws(TorchError) in
        selected(a, "sort", try sort(a.tensor(0), dim: a.int(1, -1), descending: a.bool(2), stable: a.bool(3)))
      })
    rows.append(
      row("argsort(Tensor self, int dim=-1, bool descending=False, bool stable=False)", .both, "Places in sorted order.") { (a) throws(TorchError) in
        a.wrap(try argsort(a.tensor(0), dim: a.int(1, -1), descending: a.bool(2), stable: a.bool(3)))
      })
    rows.append(
      row("cummax(Tensor self, int dim)", .both, "Cumulative maximum.") { (a) throws(TorchError) in
        selected(a, "cummax", try cummax(a.tensor(0), a.int(1)))
      })
    rows.append(
      row("cummin(Tensor self, int dim)", .both, "Cumulative minimum.") { (a) throws(TorchError) in
        selected(a, "cummin", try cummin(a.tensor(0), a.int(1)))
      })
    rows.append(
      row("cumsum(Tensor self, int dim, *, ScalarType? dtype=None)", .all, "Cumulative sum.") { (a) throws(TorchError) in
        a.wrap(try cumsum(a.tensor(0), a.int(1), dtype: a.dtype(2)))
      })
    rows.append(
      row("cumprod(Tensor self, int dim, *, ScalarType? dtype=None)", .all, "Cumulative product.") { (a) throws(TorchError) in
        a.wrap(try cumprod(a.tensor(0), a.int(1), dtype: a.dtype(2)))
      })
    rows.append(
      row("logcumsumexp(Tensor self, int dim)", .both, "Cumulative logsumexp.") { (a) throws(TorchError) in
        a.wrap(try logcumsumexp(a.tensor(0), a.int(1)))
      })
    rows.append(
      row("bincount(Tensor self, Tensor? weights=None, int minlength=0)", .both, "Counts of the values.") { (a) throws(TorchError) in
        a.wrap(try bincount(a.tensor(0), weights: a.optionalTensor(1), minLength: a.int(2)))
      })
    rows.append(
      row("histc(Tensor self, int bins=100, Number min=0, Number max=0)", .both, "Histogram.") { (a) throws(TorchError) in
        a.wrap(try histc(a.tensor(0), bins: a.int(1, 100), min: a.double(2), max: a.double(3)))
      })
    rows.append(
      row("searchsorted(Tensor sorted_sequence, Tensor input, *, bool out_int32=False, bool right=False)", .function, "Places where values would go.") { (a) throws(TorchError) in
        a.wrap(try searchsorted(a.tensor(0), a.tensor(1), right: a.bool(3), int32: a.bool(2)))
      })
    rows.append(
      row("bucketize(Tensor input, Tensor boundaries, *, bool out_int32=False, bool right=False)", .function, "Bucket numbers.") { (a) throws(TorchError) in
        a.wrap(try bucketize(a.tensor(0), a.tensor(1), right: a.bool(3), int32: a.bool(2)))
      })
    rows.append(
      row("diff(Tensor self, int n=1, int dim=-1, Tensor? prepend=None, Tensor? append=None)", .both, "Differences of neighbours.") { (a) throws(TorchError) in
        a.wrap(try diff(a.tensor(0), a.int(1, 1), a.int(2, -1), prepend: a.optionalTensor(3), append: a.optionalTensor(4)))
      })
    rows.append(
      row("cov(Tensor self, *, int correction=1, Tensor? fweights=None, Tensor? aweights=None)", .both, "Covariance.") { (a) throws(TorchError) in
        a.wrap(try cov(a.tensor(0), correction: a.int(1, 1), fweights: a.optionalTensor(2), aweights: a.optionalTensor(3)))
      })
    rows.append(
      row("corrcoef(Tensor self)", .both, "Correlation coefficients.") { (a) throws(TorchError) in
        a.wrap(try corrcoef(a.tensor(0)))
      })
    rows.append(
      row(.both, "Quantiles.", [
        overload("quantile(Tensor self, float q, int? dim=None, bool keepdim=False)") { (a) throws(TorchError) in
          a.wrap(try quantile(a.tensor(0), a.double(1), dim: a.optionalInt(2), keepDim: a.bool(3)))
        },
        overload("quantile(Tensor self, Tensor q, int? dim=None, bool keepdim=False)") { (a) throws(TorchError) in
          a.wrap(try quantile(a.tensor(0), a.tensor(1), dim: a.optionalInt(2), keepDim: a.bool(3)))
        },
      ]))
    rows.append(
      row("cdist(Tensor x1, Tensor x2, float p=2.0)", .function, "Distances of all pairs of rows.") { (a) throws(TorchError) in
        a.wrap(try cdist(a.tensor(0), a.tensor(1), a.double(2, 2)))
      })
    rows.append(
      row("renorm(Tensor self, Number p, int dim, Number maxnorm)", .function, "Limits norms of slices.") { (a) throws(TorchError) in
        a.wrap(try renorm(a.tensor(0), a.double(1), a.int(2), a.double(3)))
      })
    return rows
  }
}
