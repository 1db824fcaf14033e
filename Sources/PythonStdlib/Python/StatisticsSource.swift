extension PythonSources {
  /// Source of the module `statistics`.
  static let statisticsSource = #"""
    """Statistics."""
    import math as _math


    class StatisticsError(ValueError):
        pass


    def mean(data):
        data = list(data)
        if not data:
            raise StatisticsError("mean requires at least one data point")
        total = _math.fsum(data) if any(isinstance(x, float) for x in data) else sum(data)
        result = total / len(data)
        return int(result) if all(isinstance(x, int) for x in data) and result == int(result) else result


    def fmean(data, weights=None):
        data = list(data)
        if not data:
            raise StatisticsError("fmean requires at least one data point")
        if weights is not None:
            weights = list(weights)
            return _math.fsum(a * b for a, b in zip(data, weights)) / _math.fsum(weights)
        return _math.fsum(data) / len(data)


    def median(data):
        data = sorted(data)
        n = len(data)
        if not n:
            raise StatisticsError("no median for empty data")
        return data[n // 2] if n % 2 else (data[n // 2 - 1] + data[n // 2]) / 2


    def median_low(data):
        data = sorted(data)
        return data[(len(data) - 1) // 2]


    def median_high(data):
        data = sorted(data)
        return data[len(data) // 2]


    def mode(data):
        from collections import Counter
        pairs = Counter(iter(data)).most_common(1)
        if not pairs:
            raise StatisticsError("no mode for empty data")
        return pairs[0][0]


    def multimode(data):
        from collections import Counter
        counts = Counter(iter(data))
        top = max(counts.values(), default=0)
        return [v for v, n in counts.items() if n == top]


    def _squares(data, center):
        c = _math.fsum(data) / len(data) if center is None else center
        return _math.fsum((x - c) ** 2 for x in data)


    def variance(data, xbar=None):
        data = list(data)
        if len(data) < 2:
            raise StatisticsError("variance requires at least two data points")
        r = _squares(data, xbar) / (len(data) - 1)
        return int(r) if all(isinstance(x, int) for x in data) and r == int(r) else r


    def pvariance(data, mu=None):
        data = list(data)
        if not data:
            raise StatisticsError("pvariance requires at least one data point")
        r = _squares(data, mu) / len(data)
        return int(r) if all(isinstance(x, int) for x in data) and r == int(r) else r


    def stdev(data, xbar=None): return _math.sqrt(variance(data, xbar))
    def pstdev(data, mu=None): return _math.sqrt(pvariance(data, mu))


    def quantiles(data, *, n=4, method="exclusive"):
        data = sorted(data)
        ld = len(data)
        if ld < 2:
            raise StatisticsError("must have at least two data points")
        out = []
        m = ld + 1 if method == "exclusive" else ld - 1
        for i in range(1, n):
            if method == "inclusive":
                j, delta = divmod(i * m, n)
                out.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
            else:
                j = i * m // n
                j = 1 if j < 1 else ld - 1 if j > ld - 1 else j
                delta = i * m - j * n
                out.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
        return out
    """#
}
