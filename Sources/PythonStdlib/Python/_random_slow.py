"""The distributions of `random` for classes with a source of their own: each asks `self.random()` or `self.getrandbits()`."""
from itertools import accumulate
from bisect import bisect
from math import acos, ceil, cos, e, exp, fabs, floor, isfinite, lgamma, log, pi, sin, sqrt
from operator import index

_NV_MAGIC = 4 * exp(-0.5) / sqrt(2.0)
_SG_MAGIC = 1.0 + log(4.5)
_LOG4 = log(4.0)


def build_on(cls, every=False):
    """Gives a class these methods unless it, or a class between it and Random, has its own."""
    inherited = set()
    for base in cls.__mro__:
        if base.__module__ == "random" and base.__name__ == "Random" and base is not cls:
            break
        inherited.update(base.__dict__)
    if not every:
        for base in cls.__mro__:
            if "_randbelow" in base.__dict__:
                break
            if "getrandbits" in base.__dict__ or "random" in base.__dict__:
                with_bits = "getrandbits" in base.__dict__
                cls._randbelow = cls._randbelow_with_getrandbits if with_bits else cls._randbelow_without_getrandbits
                break
    for name, function in _methods.items():
        if name not in inherited:
            setattr(cls, name, function)


def randrange(self, start, stop=None, step=1):
    """A number out of range(start, stop, step)."""
    start = index(start)
    if stop is None:
        if step != 1:
            raise TypeError("Missing a non-None stop argument")
        if start <= 0:
            raise ValueError("empty range for randrange()")
        return self._randbelow(start)
    stop, step = index(stop), index(step)
    if step == 0:
        raise ValueError("zero step for randrange()")
    count = (stop - start + step + (-1 if step > 0 else 1)) // step
    if count <= 0:
        raise ValueError(f"empty range in randrange({start}, {stop}" + (f", {step})" if step != 1 else ")"))
    return start + step * self._randbelow(count)


def randint(self, a, b):
    """A number from a to b, both included."""
    return self.randrange(a, b + 1)


def randbytes(self, n):
    """n random bytes."""
    return self.getrandbits(n * 8).to_bytes(n, "little")


def choice(self, seq):
    """One of the items of a sequence."""
    if not len(seq):
        raise IndexError("Cannot choose from an empty sequence")
    return seq[self._randbelow(len(seq))]


def shuffle(self, x):
    """Brings a list into another order."""
    for i in range(len(x) - 1, 0, -1):
        j = self._randbelow(i + 1)
        x[i], x[j] = x[j], x[i]


def sample(self, population, k, *, counts=None):
    """k different items of a sequence."""
    if not hasattr(population, "__getitem__") or isinstance(population, dict):
        raise TypeError("Population must be a sequence.  For dicts or sets, use sorted(d).")
    n = len(population)
    if counts is not None:
        totals = list(accumulate(counts))
        if len(totals) != n:
            raise ValueError("The number of counts does not match the population")
        total = totals.pop()
        if not isinstance(total, int):
            raise TypeError("Counts must be integers")
        if total <= 0:
            raise ValueError("Total of counts must be greater than zero")
        return [population[bisect(totals, place)] for place in self.sample(range(total), k=k)]
    if not 0 <= k <= n:
        raise ValueError("Sample larger than population or is negative")
    size = 21 if k <= 5 else 21 + 4 ** ceil(log(k * 3, 4))
    if n <= size:                   # a list of what is left
        pool, result = list(population), []
        for taken in range(k):
            j = self._randbelow(n - taken)
            result.append(pool[j])
            pool[j] = pool[n - taken - 1]
        return result
    seen, result = set(), []
    while len(result) < k:
        j = self._randbelow(n)
        if j not in seen:
            seen.add(j)
            result.append(population[j])
    return result


def choices(self, population, weights=None, *, cum_weights=None, k=1):
    """k items, the same ones more than once, by their weights."""
    n = len(population)
    if cum_weights is None:
        if weights is None:
            return [population[floor(self.random() * (n + 0.0))] for _ in range(k)]
        try:
            cum_weights = list(accumulate(weights))
        except TypeError:
            if not isinstance(weights, int):
                raise
            raise TypeError(f"The number of choices must be a keyword argument: k={weights!r}") from None
    elif weights is not None:
        raise TypeError("Cannot specify both weights and cumulative weights")
    if len(cum_weights) != n:
        raise ValueError("The number of weights does not match the population")
    total = cum_weights[-1] + 0.0
    if total <= 0.0:
        raise ValueError("Total of weights must be greater than zero")
    if not isfinite(total):
        raise ValueError("Total of weights must be finite")
    return [population[bisect(cum_weights, self.random() * total, 0, n - 1)] for _ in range(k)]


def uniform(self, a, b):
    """A number between a and b."""
    return a + (b - a) * self.random()


def triangular(self, low=0.0, high=1.0, mode=None):
    """A number between low and high, most often near mode."""
    u = self.random()
    try:
        c = 0.5 if mode is None else (mode - low) / (high - low)
    except ZeroDivisionError:
        return low
    if u > c:
        u, c, low, high = 1.0 - u, 1.0 - c, high, low
    return low + (high - low) * sqrt(u * c)


def normalvariate(self, mu=0.0, sigma=1.0):
    """The normal distribution, by the ratio of uniform numbers."""
    while True:
        u = self.random()
        v = 1.0 - self.random()
        z = _NV_MAGIC * (u - 0.5) / v
        if z * z / 4.0 <= -log(v):
            return mu + z * sigma


def gauss(self, mu=0.0, sigma=1.0):
    """The normal distribution, two numbers at a time."""
    z = self.__dict__.pop("_kept", None)
    if z is None:
        angle = self.random() * 2.0 * pi
        radius = sqrt(-2.0 * log(1.0 - self.random()))
        z = cos(angle) * radius
        self.__dict__["_kept"] = sin(angle) * radius
    return mu + z * sigma


def lognormvariate(self, mu=0.0, sigma=1.0):
    """The logarithm of it is normal."""
    return exp(self.normalvariate(mu, sigma))


def expovariate(self, lambd=1.0):
    """The exponential distribution."""
    return -log(1.0 - self.random()) / lambd


def vonmisesvariate(self, mu, kappa):
    """Angles around mu."""
    if kappa <= 1e-6:
        return 2.0 * pi * self.random()
    s = 0.5 / kappa
    r = s + sqrt(1.0 + s * s)
    while True:
        z = cos(pi * self.random())
        d = z / (r + z)
        u = self.random()
        if u < 1.0 - d * d or u <= (1.0 - d) * exp(d):
            break
    q = 1.0 / r
    angle = acos((q + z) / (1.0 + q * z))
    return (mu + angle if self.random() > 0.5 else mu - angle) % (2.0 * pi)


def gammavariate(self, alpha, beta):
    """The gamma distribution; which method depends on alpha."""
    if alpha <= 0.0 or beta <= 0.0:
        raise ValueError("gammavariate: alpha and beta must be > 0.0")
    if alpha > 1.0:
        ainv = sqrt(2.0 * alpha - 1.0)
        b, c = alpha - _LOG4, alpha + ainv
        while True:
            u1 = self.random()
            if not 1e-7 < u1 < 0.9999999:
                continue
            u2 = 1.0 - self.random()
            v = log(u1 / (1.0 - u1)) / ainv
            x = alpha * exp(v)
            z = u1 * u1 * u2
            r = b + c * v - x
            if r + _SG_MAGIC - 4.5 * z >= 0.0 or r >= log(z):
                return x * beta
    if alpha == 1.0:
        return -log(1.0 - self.random()) * beta
    while True:
        b = (e + alpha) / e
        p = b * self.random()
        x = p ** (1.0 / alpha) if p <= 1.0 else -log((b - p) / alpha)
        u1 = self.random()
        if p > 1.0:
            if u1 <= x ** (alpha - 1.0):
                break
        elif u1 <= exp(-x):
            break
    return x * beta


def betavariate(self, alpha, beta):
    """The beta distribution: numbers between 0 and 1."""
    y = self.gammavariate(alpha, 1.0)
    return y / (y + self.gammavariate(beta, 1.0)) if y else 0.0


def paretovariate(self, alpha):
    """The Pareto distribution."""
    return (1.0 - self.random()) ** (-1.0 / alpha)


def weibullvariate(self, alpha, beta):
    """The Weibull distribution."""
    return alpha * (-log(1.0 - self.random())) ** (1.0 / beta)


_methods = {name: value for name, value in list(globals().items())
            if getattr(value, "__module__", None) == __name__ and name != "build_on"}


def binomialvariate(self, n=1, p=0.5):
    """How many of n trials succeed: by geometric steps for few, by transformed rejection (BTRS) for many."""
    n = index(n)
    if n < 0:
        raise ValueError("n must be non-negative")
    if p <= 0.0 or p >= 1.0:
        if p == 0.0:
            return 0
        if p == 1.0:
            return n
        raise ValueError("p must be in the range 0.0 <= p <= 1.0")
    random = self.random
    if n == 1:
        return index(random() < p)
    if p > 0.5:
        return n - binomialvariate(self, n, 1.0 - p)
    if n * p < 10.0:
        x = y = 0
        c = log(1.0 - p) / log(2.0)
        if not c:
            return x
        while True:
            y += floor(log(random()) / log(2.0) / c) + 1
            if y > n:
                return x
            x += 1
    spq = sqrt(n * p * (1.0 - p))
    b = 1.15 + 2.53 * spq
    a = -0.0873 + 0.0248 * b + 0.01 * p
    c = n * p + 0.5
    vr = 0.92 - 4.2 / b
    setup = False
    while True:
        u = random() - 0.5
        us = 0.5 - fabs(u)
        k = floor((2.0 * a / us + b) * u + c)
        if k < 0 or k > n:
            continue
        v = random()
        if us >= 0.07 and v <= vr:
            return k
        if not setup:
            alpha = (2.83 + 5.1 / b) * spq
            lpq = log(p / (1.0 - p))
            m = floor((n + 1) * p)
            h = lgamma(m + 1) + lgamma(n - m + 1)
            setup = True
        v *= alpha / (a / (us * us) + b)
        if log(v) <= h - lgamma(k + 1) - lgamma(n - k + 1) + (k - m) * lpq:
            return k
