# Recorded from CPython 3.11.7.
from decimal import Decimal
from fractions import Fraction
from statistics import (NormalDist, StatisticsError, correlation, fmean, geometric_mean, harmonic_mean, linear_regression, mean,
                        median, median_grouped, mode, multimode, pstdev, quantiles, stdev, variance)

data = [1.5, 2.5, 4.0, 4.0, 7.25]
print(mean(data), fmean(data, [1, 2, 3, 4, 5]), median(data), mode(data), multimode("aabbc"), stdev(data), pstdev(data), variance(data))
print(mean([Fraction(1, 3), Fraction(1, 2)]), stdev([Decimal("1.5"), Decimal("2.5"), Decimal("4")]), mean([1, 2, 3, 4]))
print(quantiles(range(1, 11)), quantiles(data, n=10, method="inclusive"), median_grouped([1, 3, 3, 5, 7]))
print(harmonic_mean([40, 60]), harmonic_mean([40, 60], weights=[5, 30]), geometric_mean([54, 24, 36]))
print(correlation([1, 2, 3, 4], [1, 4, 9, 16]), linear_regression([1, 2, 3], [2, 4.5, 6]))
normal = NormalDist(100, 15)
print(normal.cdf(115), normal.inv_cdf(0.975), normal.pdf(100), normal + NormalDist(1, 8), normal.overlap(NormalDist(110, 10)), NormalDist.from_samples(data))
for bad in (lambda: mean([]), lambda: stdev([1]), lambda: mode([]), lambda: normal.inv_cdf(1)):
    try:
        bad()
    except StatisticsError as error:
        print(error)
# expect: 3.85 4.716666666666667 4.0 4.0 ['a', 'b'] 2.1765798859678918 1.9467922333931784 4.7375
# expect: 5/12 1.258305739211791616206114134 2.5
# expect: [2.75, 5.5, 8.25] [1.9, 2.3, 2.8, 3.4, 4.0, 4.0, 4.0, 4.65, 5.95] 3.25
# expect: 48.0 56.0 36.000000000000014
# expect: 0.9843740386976972 LinearRegression(slope=2.0, intercept=0.16666666666666696)
# expect: 0.8413447460685429 129.3994597681008 0.02659615202676218 NormalDist(mu=101.0, sigma=17.0) 0.6538769160102378 NormalDist(mu=3.85, sigma=2.1765798859678918)
# expect: mean requires at least one data point
# expect: stdev requires at least two data points
# expect: no mode for empty data
# expect: p must be in the range 0.0 < p < 1.0
