"""Averages, spreads and distributions."""

import math
import sys
from _exact_sums import sums as _exact_sums
from bisect import bisect_left, bisect_right
from collections import Counter, namedtuple
from fractions import Fraction
from functools import reduce
from itertools import count, groupby, repeat
from math import erf, exp, fabs, fsum, hypot, log, sqrt, tau
from operator import itemgetter, mul

__all__ = ["NormalDist", "StatisticsError", "correlation", "covariance", "fmean", "geometric_mean", "harmonic_mean",
           "linear_regression", "mean", "median", "median_grouped", "median_high", "median_low", "mode", "multimode",
           "pstdev", "pvariance", "quantiles", "stdev", "variance"]


def _is_decimal(kind):
    """Whether a type is that of decimals: without their module there are none."""
    decimal = sys.modules.get("decimal")
    return decimal is not None and issubclass(kind, decimal.Decimal)


class StatisticsError(ValueError):
    """The data do not allow the figure."""


_SQRT2 = sqrt(2.0)


def _ratios(data):
    """The type the figure shall have, and every value as (numerator, denominator)."""
    kinds, ratios = set(), []
    for kind, values in groupby(data, type):
        kinds.add(kind)
        ratios += map(_exact_ratio, values)
    return reduce(_coerce, kinds, int), ratios


def _total(ratios):
    """The exact sum; an infinity or NaN among the values, which have no denominator, makes it one."""
    tops = {}
    for top, bottom in ratios:
        tops[bottom] = tops.get(bottom, 0) + top
    if None in tops:
        return tops[None]
    return sum([Fraction(top, bottom) for bottom, top in tops.items()], Fraction(0))


def _sum(data):
    """The exact sum: (type, sum, number of values)."""
    quick = _exact_sums(data, False)
    if quick is not None:
        isfloat, top, power = quick[:3]
        return float if isfloat else int, Fraction(top, 1 << power), len(data)
    kind, ratios = _ratios(data)
    return kind, _total(ratios), len(ratios)


def _ss(data, c=None):
    """The sum of squared deviations: (type, sum, mean, number)."""
    if c is not None:
        kind, total, n = _sum([(x - c) ** 2 for x in data])
        return kind, total, c, n
    quick = _exact_sums(data, True)
    if quick is not None:
        isfloat, top, power, square, other = quick
        n, total = len(data), Fraction(top, 1 << power)
        kind = float if isfloat else int
        return kind, Fraction(square, 1 << other) - total * total / (n or 1), total / (n or 1), n
    kind, ratios = _ratios(data)
    n, total = len(ratios), _total(ratios)
    if not isinstance(total, Fraction):
        return kind, total, total, n
    squares = _total([(top * top, bottom * bottom) for top, bottom in ratios])
    return kind, squares - total * total / (n or 1), total / (n or 1), n


def _isfinite(x):
    try:
        return x.is_finite()
    except AttributeError:
        return math.isfinite(x)


def _coerce(T, S):
    assert T is not bool, "initial type T is bool"
    if T is S or S is int or S is bool:
        return T
    if T is int:
        return S
    if issubclass(S, T):
        return S
    if issubclass(T, S):
        return T
    if issubclass(T, int):
        return S
    if issubclass(S, int):
        return T
    if issubclass(T, Fraction) and issubclass(S, float):
        return S
    if issubclass(T, float) and issubclass(S, Fraction):
        return T
    raise TypeError("don't know how to coerce %s and %s" % (T.__name__, S.__name__))


def _exact_ratio(x):
    try:
        ratio = x.as_integer_ratio
    except AttributeError:
        try:
            return x.numerator, x.denominator
        except AttributeError:
            text = "can't convert type '%s' to numerator/denominator" % type(x).__name__
            raise TypeError(text) from None
    try:
        return ratio()
    except (ValueError, OverflowError):
        return x, None


def _convert(value, T):
    """An exact figure in the type of the data, or as a float if that holds whole numbers only."""
    if type(value) is T:
        return value
    if isinstance(value, Fraction):
        if _is_decimal(T):
            return T(value.numerator) / T(value.denominator)
        if issubclass(T, int) and value.denominator > 1:
            return float(value)
    return T(value)


def _fail_neg(values, errmsg="negative value"):
    for x in values:
        if x < 0:
            raise StatisticsError(errmsg)
        yield x


def _rank(data, /, *, key=None, reverse=False, ties="average", start=1):
    """The ranks of values; equal ones share theirs."""
    if ties != "average":
        raise ValueError("Unknown tie resolution method: %r" % (ties,))
    if key is not None:
        data = map(key, data)
    pairs = sorted(zip(data, count()), reverse=reverse)
    i, result = start - 1, [0] * len(pairs)
    for _, group in groupby(pairs, key=itemgetter(0)):
        group = list(group)
        rank = i + (len(group) + 1) / 2
        for _, place in group:
            result[place] = rank
        i += len(group)
    return result


def _integer_sqrt_of_frac_rto(n, m):
    """sqrt(n / m) rounded to odd."""
    a = math.isqrt(n // m)
    return a | (a * a * m != n)


def _float_sqrt_of_frac(n, m):
    """sqrt(n / m) as the nearest float."""
    q = (n.bit_length() - m.bit_length() - 109) // 2
    if q >= 0:
        numerator, denominator = _integer_sqrt_of_frac_rto(n, m << 2 * q) << q, 1
    else:
        numerator, denominator = _integer_sqrt_of_frac_rto(n << -2 * q, m), 1 << -q
    return numerator / denominator


def _decimal_sqrt_of_frac(n, m):
    """sqrt(n / m) as a Decimal, rounded correctly."""
    from decimal import Decimal, getcontext
    if n == 0:
        return Decimal("0.0")
    if n < 0:
        n, m = -n, -m
    near = (Decimal(n) / Decimal(m)).sqrt()
    if Fraction(*near.as_integer_ratio()) ** 2 == Fraction(n, m):
        return near
    places = getcontext().prec + 2 - near.adjusted()
    up, down = 10 ** max(2 * places, 0), 10 ** max(-2 * places, 0)
    # The last digit, a 1, stands for all that follow: it is on the right side of every tie.
    return Decimal(math.isqrt(n * up // (m * down)) * 10 + 1).scaleb(-places - 1)


def mean(data):
    """The arithmetic mean."""
    kind, total, n = _sum(data)
    if n < 1:
        raise StatisticsError("mean requires at least one data point")
    return _convert(total / n, kind)


def fmean(data, weights=None):
    """The arithmetic mean as a float, faster."""
    try:
        n = len(data)
    except TypeError:
        data = list(data)
        n = len(data)
    if weights is None:
        if not n:
            raise StatisticsError("fmean requires at least one data point")
        return fsum(data) / n
    if not isinstance(weights, (list, tuple)):
        weights = list(weights)
    if len(weights) != n:
        raise StatisticsError("data and weights must be the same length")
    bottom = fsum(weights)
    if not bottom:
        raise StatisticsError("sum of weights must be non-zero")
    return fsum(map(mul, data, weights)) / bottom


def geometric_mean(data):
    try:
        return exp(fmean(map(log, data)))
    except ValueError:
        raise StatisticsError("geometric mean requires a non-empty dataset containing positive numbers") from None


def harmonic_mean(data, weights=None):
    if iter(data) is data:
        data = list(data)
    message = "harmonic mean does not support negative values"
    n = len(data)
    if n < 1:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if n == 1 and weights is None:
        x = data[0]
        from numbers import Real
        if isinstance(x, Real) or _is_decimal(type(x)):
            if x < 0:
                raise StatisticsError(message)
            return x
        raise TypeError("unsupported type")
    if weights is None:
        weights, sum_weights = repeat(1, n), n
    else:
        weights = list(weights)
        if n != len(weights):
            raise StatisticsError("Number of weights does not match data size")
        _, sum_weights, _ = _sum([w for w in _fail_neg(weights, message)])
    try:
        data = _fail_neg(data, message)
        kind, total, _ = _sum([w / x if w else 0 for w, x in zip(weights, data)])
    except ZeroDivisionError:
        return 0
    if total <= 0:
        raise StatisticsError("Weighted sum must be positive")
    return _convert(sum_weights / total, kind)


def _in_order(data):
    """The data sorted, and their number."""
    data = sorted(data)
    if not data:
        raise StatisticsError("no median for empty data")
    return data, len(data)


def median(data):
    """The middle value."""
    data, n = _in_order(data)
    return data[n // 2] if n % 2 else (data[n // 2 - 1] + data[n // 2]) / 2


def median_low(data):
    """The middle value, or the smaller of two."""
    data, n = _in_order(data)
    return data[(n - 1) // 2]


def median_high(data):
    """The middle value, or the greater of two."""
    data, n = _in_order(data)
    return data[n // 2]


def median_grouped(data, interval=1.0):
    """The median of grouped data."""
    data, n = _in_order(data)
    middle = data[n // 2]
    below = bisect_left(data, middle)
    inside = bisect_right(data, middle, below) - below
    try:
        middle, width = float(middle), float(interval)
    except ValueError:
        raise TypeError("Value cannot be converted to a float") from None
    return middle - width / 2.0 + width * (n / 2 - below) / inside


def mode(data):
    """The most frequent value."""
    pairs = Counter(iter(data)).most_common(1)
    if not pairs:
        raise StatisticsError("no mode for empty data")
    return pairs[0][0]


def multimode(data):
    counts = Counter(iter(data))
    if not counts:
        return []
    most = max(counts.values())
    return [value for value, n in counts.items() if n == most]


def quantiles(data, *, n=4, method="exclusive"):
    """The cut points of n parts of equal size."""
    if n < 1:
        raise StatisticsError("n must be at least 1")
    data = sorted(data)
    size = len(data)
    if size < 2:
        raise StatisticsError("must have at least two data points")
    if method not in ("exclusive", "inclusive"):
        raise ValueError("Unknown method: %r" % (method,))
    # In n-ths of a step from one value to the next: where the first value is, and the distance of cut points.
    start, step = (n, size + 1) if method == "exclusive" else (0, size - 1)
    cuts = []
    for at in range(step - start, n * step - start, step):
        left = max(0, min(at // n, size - 2))
        beyond = at - left * n
        cuts.append((data[left] * (n - beyond) + data[left + 1] * beyond) / n)
    return cuts


def _variance(name, data, centre, less):
    """The type of the data and the exact variance; `less` is 1 for a sample."""
    kind, total, _, n = _ss(data, centre)
    if n <= less:
        raise StatisticsError("%s requires at least %s" % (name, "two data points" if less else "one data point"))
    return total / (n - less), kind


def _deviation(value, kind):
    root = _decimal_sqrt_of_frac if _is_decimal(kind) else _float_sqrt_of_frac
    return root(value.numerator, value.denominator)


def variance(data, xbar=None):
    """The variance of a sample."""
    return _convert(*_variance("variance", data, xbar, 1))


def pvariance(data, mu=None):
    """The variance of a population."""
    return _convert(*_variance("pvariance", data, mu, 0))


def stdev(data, xbar=None):
    """The square root of the variance of a sample."""
    return _deviation(*_variance("stdev", data, xbar, 1))


def pstdev(data, mu=None):
    """The square root of the variance of a population."""
    return _deviation(*_variance("pstdev", data, mu, 0))


def _mean_stdev(data):
    kind, total, xbar, n = _ss(data)
    if n < 2:
        raise StatisticsError("stdev requires at least two data points")
    value = total / (n - 1)
    try:
        return float(xbar), _float_sqrt_of_frac(value.numerator, value.denominator)
    except AttributeError:
        return float(xbar), float(xbar) / float(total)


def _paired(name, x, y):
    """How many points two samples make."""
    if len(x) != len(y):
        raise StatisticsError(name + " requires that both inputs have same number of data points")
    if len(x) < 2:
        raise StatisticsError(name + " requires at least two data points")
    return len(x)


def _centred(values):
    """The mean and how far each value is from it."""
    middle = fsum(values) / len(values)
    return middle, [value - middle for value in values]


def covariance(x, y, /):
    """The covariance of two samples."""
    n = _paired("covariance", x, y)
    return fsum(map(mul, _centred(x)[1], _centred(y)[1])) / (n - 1)


def correlation(x, y, /, *, method="linear"):
    """Pearson's coefficient, or Spearman's with method='ranked'."""
    n = _paired("correlation", x, y)
    if method not in ("linear", "ranked"):
        raise ValueError("Unknown method: %r" % (method,))
    if method == "ranked":
        x, y = [_rank(values, start=(n - 1) / -2) for values in (x, y)]
    else:
        x, y = _centred(x)[1], _centred(y)[1]
    sxy, sxx, syy = fsum(map(mul, x, y)), fsum(map(mul, x, x)), fsum(map(mul, y, y))
    try:
        return sxy / sqrt(sxx * syy)
    except ZeroDivisionError:
        raise StatisticsError("at least one of the inputs is constant") from None


LinearRegression = namedtuple("LinearRegression", ("slope", "intercept"))


def linear_regression(x, y, /, *, proportional=False):
    """Slope and intercept of the line through the points."""
    _paired("linear regression", x, y)
    xbar = ybar = 0.0
    if not proportional:
        (xbar, x), (ybar, y) = _centred(x), _centred(y)
    try:
        slope = (fsum(map(mul, x, y)) + 0.0) / fsum(map(mul, x, x))
    except ZeroDivisionError:
        raise StatisticsError("x is constant") from None
    return LinearRegression(slope=slope, intercept=0.0 if proportional else ybar - slope * xbar)


def _normal_dist_inv_cdf(p, mu, sigma):
    """The inverse of the normal distribution: Wichura's algorithm AS 241."""
    q = p - 0.5

    def ratio(r, top, bottom, factor=1.0):
        a = b = 0.0
        for c in top:
            a = a * r + c
        for c in bottom:
            b = b * r + c
        return a * factor / b
    if fabs(q) <= 0.425:
        r = 0.180625 - q * q
        x = ratio(r, (2.50908_09287_30122_6727e+3, 3.34305_75583_58812_8105e+4, 6.72657_70927_00870_0853e+4,
                          4.59219_53931_54987_1457e+4, 1.37316_93765_50946_1125e+4, 1.97159_09503_06551_4427e+3,
                          1.33141_66789_17843_7745e+2, 3.38713_28727_96366_6080e+0),
                      (5.22649_52788_52854_5610e+3, 2.87290_85735_72194_2674e+4, 3.93078_95800_09271_0610e+4,
                       2.12137_94301_58659_5867e+4, 5.39419_60214_24751_1077e+3, 6.87187_00749_20579_0830e+2,
                       4.23133_30701_60091_1252e+1, 1.0), q)
        return mu + x * sigma
    r = sqrt(-log(p if q <= 0.0 else 1.0 - p))
    if r <= 5.0:
        x = ratio(r - 1.6, (7.74545_01427_83414_07640e-4, 2.27238_44989_26918_45833e-2, 2.41780_72517_74506_11770e-1,
                            1.27045_82524_52368_38258e+0, 3.64784_83247_63204_60504e+0, 5.76949_72214_60691_40550e+0,
                            4.63033_78461_56545_29590e+0, 1.42343_71107_49683_57734e+0),
                  (1.05075_00716_44416_84324e-9, 5.47593_80849_95344_94600e-4, 1.51986_66563_61645_71966e-2,
                   1.48103_97642_74800_74590e-1, 6.89767_33498_51000_04550e-1, 1.67638_48301_83803_84940e+0,
                   2.05319_16266_37758_82187e+0, 1.0))
    else:
        x = ratio(r - 5.0, (2.01033_43992_92288_13265e-7, 2.71155_55687_43487_57815e-5, 1.24266_09473_88078_43860e-3,
                            2.65321_89526_57612_30930e-2, 2.96560_57182_85048_91230e-1, 1.78482_65399_17291_33580e+0,
                            5.46378_49111_64114_36990e+0, 6.65790_46435_01103_77720e+0),
                  (2.04426_31033_89939_78564e-15, 1.42151_17583_16445_88870e-7, 1.84631_83175_10054_68180e-5,
                   7.86869_13114_56132_59100e-4, 1.48753_61290_85061_48525e-2, 1.36929_88092_27358_05310e-1,
                   5.99832_20655_58879_37690e-1, 1.0))
    return mu + (-x if q < 0.0 else x) * sigma


class NormalDist:
    """The normal distribution."""

    __slots__ = {"_mu": "Arithmetic mean of a normal distribution", "_sigma": "Standard deviation of a normal distribution"}

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError("sigma must be non-negative")
        self._mu, self._sigma = float(mu), float(sigma)

    @classmethod
    def from_samples(cls, data):
        return cls(*_mean_stdev(data))

    def samples(self, n, *, seed=None):
        import random
        gauss = random.gauss if seed is None else random.Random(seed).gauss
        return [gauss(self._mu, self._sigma) for _ in repeat(None, n)]

    def _need_spread(self, name):
        if self._sigma == 0.0:
            raise StatisticsError(name + "() not defined when sigma is zero")

    def pdf(self, x):
        """The density at x."""
        self._need_spread("pdf")
        variance, distance = self.variance, x - self._mu
        return exp(distance * distance / (-2.0 * variance)) / sqrt(tau * variance)

    def cdf(self, x):
        """The chance of a value up to x."""
        self._need_spread("cdf")
        return 0.5 * (1.0 + erf((x - self._mu) / (self._sigma * _SQRT2)))

    def inv_cdf(self, p):
        """The value that is reached with chance p."""
        if p >= 1.0 or p <= 0.0:
            raise StatisticsError("p must be in the range 0.0 < p < 1.0")
        if not self._sigma:
            raise StatisticsError("cdf() not defined when sigma at or below zero")
        return _normal_dist_inv_cdf(p, self._mu, self._sigma)

    def quantiles(self, n=4):
        return [self.inv_cdf(i / n) for i in range(1, n)]

    def overlap(self, other):
        """The area two distributions share."""
        if not isinstance(other, NormalDist):
            raise TypeError("Expected another NormalDist instance")
        X, Y = self, other
        if (Y._sigma, Y._mu) < (X._sigma, X._mu):
            X, Y = Y, X
        vx, vy = X.variance, Y.variance
        if not vx or not vy:
            raise StatisticsError("overlap() not defined when sigma is zero")
        dv, dm = vy - vx, fabs(Y._mu - X._mu)
        if not dv:
            return 1.0 - erf(dm / (2.0 * X._sigma * _SQRT2))
        a = X._mu * vy - Y._mu * vx
        b = X._sigma * Y._sigma * sqrt(dm * dm + dv * log(vy / vx))
        x1, x2 = (a + b) / dv, (a - b) / dv
        return 1.0 - (fabs(Y.cdf(x1) - X.cdf(x1)) + fabs(Y.cdf(x2) - X.cdf(x2)))

    def zscore(self, x):
        self._need_spread("zscore")
        return (x - self._mu) / self._sigma

    mean = property(lambda self: self._mu)
    median = property(lambda self: self._mu)
    mode = property(lambda self: self._mu)
    stdev = property(lambda self: self._sigma)
    variance = property(lambda self: self._sigma * self._sigma)

    def __add__(x1, x2):
        if isinstance(x2, NormalDist):
            return NormalDist(x1._mu + x2._mu, hypot(x1._sigma, x2._sigma))
        return NormalDist(x1._mu + x2, x1._sigma)

    def __sub__(x1, x2):
        if isinstance(x2, NormalDist):
            return NormalDist(x1._mu - x2._mu, hypot(x1._sigma, x2._sigma))
        return NormalDist(x1._mu - x2, x1._sigma)

    def __mul__(x1, x2):
        return NormalDist(x1._mu * x2, x1._sigma * fabs(x2))

    def __truediv__(x1, x2):
        return NormalDist(x1._mu / x2, x1._sigma / fabs(x2))

    def __pos__(x1):
        return NormalDist(x1._mu, x1._sigma)

    def __neg__(x1):
        return NormalDist(-x1._mu, x1._sigma)

    __radd__ = __add__

    def __rsub__(x1, x2):
        return -(x1 - x2)

    __rmul__ = __mul__

    def __eq__(x1, x2):
        if not isinstance(x2, NormalDist):
            return NotImplemented
        return x1._mu == x2._mu and x1._sigma == x2._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return "%s(mu=%r, sigma=%r)" % (type(self).__name__, self._mu, self._sigma)

    def __getstate__(self):
        return self._mu, self._sigma

    def __setstate__(self, state):
        self._mu, self._sigma = state
