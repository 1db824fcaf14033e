# Recorded from CPython 3.11.7.
import math


class F:
    def __floor__(self):
        return "floor"

    def __ceil__(self):
        return "ceil"

    def __trunc__(self):
        return "trunc"

    def __float__(self):
        return 4.0

    def __round__(self, n=None):
        return ("round", n)


print(math.floor(F()), math.ceil(F()), math.trunc(F()), math.sqrt(F()), round(F()), round(F(), 2))
print(math.floor(1e300) == int(1e300), math.ceil(2**70), math.floor(7), type(math.floor(2.7)).__name__)
print([math.floor(x) for x in (-1.5, -0.5, 0.5, 1.5)], [math.ceil(x) for x in (-1.5, -0.5, 0.5, 1.5)], [round(x) for x in (-1.5, -0.5, 0.5, 1.5)])
print([round(x, 1) for x in (0.25, 0.35, -0.45, 1.05)], [x // 1 for x in (-1.5, 1.5)], [int(x) for x in (-1.9, 1.9)])
print(math.log(10**400), math.log2(2**1000), math.log10(10**350), math.sqrt(10**300), math.isqrt(10**400) == 10**200)
print(math.sumprod([1, 2], [3, 4]) if hasattr(math, "sumprod") else 11)
# expect: floor ceil trunc 2.0 ('round', None) ('round', 2)
# expect: True 1180591620717411303424 7 int
# expect: [-2, -1, 0, 1] [-1, 0, 1, 2] [-2, 0, 0, 2]
# expect: [0.2, 0.3, -0.5, 1.1] [-2.0, 1.0] [-1, 1]
# expect: 921.0340371976182 1000.0 350.0 1e+150 True
# expect: 11
