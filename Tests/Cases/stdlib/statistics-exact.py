# Recorded from CPython 3.11.7.
# Figures of ints and floats are exact before they are rounded once.
import statistics
from fractions import Fraction

rows = [[1, 2, 4], [2, 4, 6], [1.5, 2.25, 8], [1e16, 1, -1e16], [0.1] * 10, [1e100, 1e-100], [2**62, 2**62, 3], [5e-324, 1.0],
        [10**30, 1], [True, 2], [-3, 0, 3], [0.0, -0.0], [1, Fraction(1, 3)]]
for row in rows:
    print(row[:3], statistics.mean(row), statistics.variance(row), statistics.pvariance(row), type(statistics.mean(row)).__name__)
print(statistics.stdev([1.5, 2.5, 2.75, 4]), statistics.pstdev([1, 2, 3, 4]), statistics.mean((1, 2)), statistics.mean({1, 2}))
print(statistics.variance([1, 2, 3], 2), statistics.mean([float("inf"), 1.0]), statistics.mean([float("nan")]))
for call in ("mean([])", "variance([1])", "mean(['a'])", "stdev([])"):
    try:
        print(eval("statistics." + call))
    except Exception as error:
        print(call, type(error).__name__, error)
# expect: [1, 2, 4] 2.3333333333333335 2.3333333333333335 1.5555555555555556 float
# expect: [2, 4, 6] 4 4 2.6666666666666665 int
# expect: [1.5, 2.25, 8] 3.9166666666666665 12.645833333333334 8.430555555555555 float
# expect: [1e+16, 1, -1e+16] 0.3333333333333333 1e+32 6.666666666666667e+31 float
# expect: [0.1, 0.1, 0.1] 0.1 0.0 0.0 float
# expect: [1e+100, 1e-100] 5e+99 5e+199 2.5e+199 float
# expect: [4611686018427387904, 4611686018427387904, 3] 3.0744573456182584e+18 7.089215977519551e+36 4.726143985013034e+36 float
# expect: [5e-324, 1.0] 0.5 0.5 0.25 float
# expect: [1000000000000000000000000000000, 1] 5e+29 5e+59 2.5e+59 float
# expect: [True, 2] 1.5 0.5 0.25 float
# expect: [-3, 0, 3] 0 9 6 int
# expect: [0.0, -0.0] 0.0 0.0 0.0 float
# expect: [1, Fraction(1, 3)] 2/3 2/9 1/9 Fraction
# expect: 1.0282468899377555 1.118033988749895 1.5 1.5
# expect: 1 inf nan
# expect: mean([]) StatisticsError mean requires at least one data point
# expect: variance([1]) StatisticsError variance requires at least two data points
# expect: mean(['a']) TypeError can't convert type 'str' to numerator/denominator
# expect: stdev([]) StatisticsError stdev requires at least two data points
