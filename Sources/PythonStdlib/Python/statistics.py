"""Means, medians, spread, correlation, the normal distribution."""
import math as _math

class StatisticsError(ValueError):
    pass

def _fraction(x):
    if isinstance(x, int):
        return int(x), 1
    if isinstance(x, float) and not _math.isfinite(x):
        return None
    return x.as_integer_ratio()

def _sum(data):
    """The exact sum as a fraction, how many there were, and whether all were ints."""
    n, num, den, whole = 0, 0, 1, True
    special = 0.0
    for x in data:
        n += 1
        f = _fraction(x)
        if not isinstance(x, int):
            whole = False
        if f is None:
            special += x
            continue
        a, b = f
        if b == den:
            num += a
        else:
            num, den = num * b + a * den, den * b
            if den > 1 << 4000:
                g = _math.gcd(num, den)
                num, den = num // g, den // g
    return num, den, n, whole, special

def _value(num, den, whole):
    if whole and num % den == 0:
        return num // den
    return num / den

def mean(data):
    num, den, n, whole, special = _sum(data)
    if n < 1:
        raise StatisticsError("mean requires at least one data point")
    if special:
        return special
    return _value(num, den * n, whole)

def fmean(data, weights=None):
    data = [float(x) for x in data]
    if weights is None:
        if not data:
            raise StatisticsError("fmean requires at least one data point")
        return _math.fsum(data) / len(data)
    weights = [float(w) for w in weights]
    if len(weights) != len(data):
        raise StatisticsError("data and weights must be the same length")
    total = _math.fsum(weights)
    if not total:
        raise StatisticsError("sum of weights must be non-zero")
    return _math.fsum(a * b for a, b in zip(data, weights)) / total

def geometric_mean(data):
    data = list(data)
    if not data or any(x <= 0 for x in data):
        raise StatisticsError("geometric mean requires a non-empty dataset containing positive numbers")
    return _math.exp(fmean([_math.log(x) for x in data]))

def harmonic_mean(data, weights=None):
    data = list(data)
    if not data:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if any(x < 0 for x in data):
        raise StatisticsError("harmonic mean does not support negative values")
    if any(x == 0 for x in data):
        return 0
    weights = [1] * len(data) if weights is None else list(weights)
    return sum(weights) / _math.fsum(w / x for x, w in zip(data, weights))

def median(data):
    data = sorted(data)
    n = len(data)
    if n == 0:
        raise StatisticsError("no median for empty data")
    if n % 2:
        return data[n // 2]
    return (data[n // 2 - 1] + data[n // 2]) / 2

def median_low(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[(len(data) - 1) // 2]

def median_high(data):
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data[len(data) // 2]

def _counts(data):
    counts = {}
    for x in data:
        counts[x] = counts.get(x, 0) + 1
    return counts

def mode(data):
    counts = _counts(data)
    if not counts:
        raise StatisticsError("no mode for empty data")
    return max(counts, key=counts.get)

def multimode(data):
    counts = _counts(data)
    most = max(counts.values(), default=0)
    return [x for x, c in counts.items() if c == most]

def _squares(data, c=None):
    """Sum of squared deviations as an exact fraction."""
    data = list(data)
    num, den, n, whole, special = _sum(data)
    if c is None:
        mnum, mden = num, den * max(n, 1)
    else:
        mnum, mden = _fraction(c)
    total, unit = 0, 1
    for x in data:
        a, b = _fraction(x)
        dnum, dden = a * mden - mnum * b, b * mden
        g = _math.gcd(dnum, dden)
        dnum, dden = (dnum // g, dden // g) if g else (0, 1)
        s, q = dnum * dnum, dden * dden
        total, unit = total * q + s * unit, unit * q
        g = _math.gcd(total, unit)
        total, unit = total // g, unit // g
    return total, unit, n, whole

def variance(data, xbar=None):
    total, unit, n, whole = _squares(data, xbar)
    if n < 2:
        raise StatisticsError("variance requires at least two data points")
    return _value(total, unit * (n - 1), whole)

def pvariance(data, mu=None):
    total, unit, n, whole = _squares(data, mu)
    if n < 1:
        raise StatisticsError("pvariance requires at least one data point")
    return _value(total, unit * n, whole)

def _root(num, den):
    """The square root of a fraction, correctly rounded."""
    if num == 0:
        return 0.0
    shift = max(0, 120 - (num.bit_length() - den.bit_length()))
    shift += shift & 1
    q = (num << shift) // den
    r = _math.isqrt(q)
    if r * r != q or (num << shift) % den:
        r = r << 1 | 1
        return r / (1 << (shift // 2 + 1))
    return r / (1 << (shift // 2))

def stdev(data, xbar=None):
    total, unit, n, whole = _squares(data, xbar)
    if n < 2:
        raise StatisticsError("stdev requires at least two data points")
    return _root(total, unit * (n - 1))

def pstdev(data, mu=None):
    total, unit, n, whole = _squares(data, mu)
    if n < 1:
        raise StatisticsError("pstdev requires at least one data point")
    return _root(total, unit * n)

def quantiles(data, *, n=4, method="exclusive"):
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    size = len(data)
    if size < 2:
        raise StatisticsError("must have at least two data points")
    result = []
    if method == "inclusive":
        m = size - 1
        for i in range(1, n):
            j, delta = divmod(i * m, n)
            result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        return result
    if method == "exclusive":
        m = size + 1
        for i in range(1, n):
            j = min(max(i * m // n, 1), size - 1)
            delta = i * m - j * n
            result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
        return result
    raise ValueError(f"Unknown method: {method!r}")

def covariance(x, y, /):
    n = len(x)
    if len(y) != n:
        raise StatisticsError("covariance requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError("covariance requires at least two data points")
    mx, my = _math.fsum(x) / n, _math.fsum(y) / n
    return _math.fsum((a - mx) * (b - my) for a, b in zip(x, y)) / (n - 1)

def correlation(x, y, /):
    n = len(x)
    if len(y) != n:
        raise StatisticsError("correlation requires that both inputs have same number of data points")
    if n < 2:
        raise StatisticsError("correlation requires at least two data points")
    mx, my = _math.fsum(x) / n, _math.fsum(y) / n
    sxy = _math.fsum((a - mx) * (b - my) for a, b in zip(x, y))
    sxx = _math.fsum((a - mx) ** 2 for a in x)
    syy = _math.fsum((b - my) ** 2 for b in y)
    if not sxx * syy:
        raise StatisticsError("at least one of the inputs is constant")
    return sxy / _math.sqrt(sxx * syy)
