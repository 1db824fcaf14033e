# Recorded from CPython 3.11.7.
import math

print(math.pi, math.e, math.tau, math.inf, math.nan, -math.inf)
print(math.sqrt(2), math.cbrt(27), math.exp(1), math.exp2(3), math.expm1(1e-10), math.log(10), math.log(8, 2), math.log2(8), math.log10(1000), math.log1p(1e-10))
print(math.sin(1), math.cos(1), math.tan(1), math.asin(0.5), math.acos(0.5), math.atan(1), math.atan2(-1, -1), math.sinh(1), math.cosh(1), math.tanh(0.5))
print(math.asinh(1), math.acosh(2), math.atanh(0.5), math.degrees(math.pi), math.radians(180), math.hypot(3, 4), math.hypot(1, 2, 3), math.dist((0, 0), (3, 4)))
print(math.floor(-2.5), math.ceil(-2.5), math.trunc(-2.5), math.fabs(-3), math.fmod(-7, 3), math.remainder(7, 4), math.modf(3.25), math.frexp(10), math.ldexp(0.5, 4), math.copysign(1, -0.0))
print(math.gcd(12, 18), math.gcd(), math.gcd(0, 5, 10), math.lcm(4, 6), math.factorial(10), math.comb(5, 2), math.perm(5, 2), math.perm(4), math.isqrt(17), math.prod([1, 2, 3, 4]), math.prod([2.5, 2], start=2))
print(math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1), math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.1, rel_tol=0.2), math.fsum([0.1] * 10))
print(math.gamma(5), math.lgamma(10), math.erf(0.5), math.erfc(0.5), math.nextafter(1, 2), math.ulp(1.0))
for bad in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.factorial(-1), lambda: math.exp(1000), lambda: math.sqrt("4"), lambda: math.acos(2), lambda: math.floor(math.inf), lambda: math.factorial(2.5), lambda: math.comb(-1, 2), lambda: math.fmod(1, 0), lambda: math.floor("a")):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
# expect: 3.141592653589793 2.718281828459045 6.283185307179586 inf nan -inf
# expect: 1.4142135623730951 3.0000000000000004 2.718281828459045 8.0 1.00000000005e-10 2.302585092994046 3.0 3.0 3.0 9.999999999500001e-11
# expect: 0.8414709848078965 0.5403023058681398 1.5574077246549023 0.5235987755982989 1.0471975511965979 0.7853981633974483 -2.356194490192345 1.1752011936438014 1.5430806348152437 0.46211715726000974
# expect: 0.881373587019543 1.3169578969248166 0.5493061443340548 180.0 3.141592653589793 5.0 3.7416573867739413 5.0
# expect: -3 -2 -2 3.0 -1.0 -1.0 (0.25, 3.0) (0.625, 4) 8.0 -1.0
# expect: 6 0 5 12 3628800 10 20 24 4 24 10.0
# expect: True True True True True 1.0
# expect: 24.0 12.801827480081467 0.5204998778130465 0.4795001221869535 1.0000000000000002 2.220446049250313e-16
# expect: ValueError math domain error
# expect: ValueError math domain error
# expect: ValueError factorial() not defined for negative values
# expect: OverflowError math range error
# expect: TypeError must be real number, not str
# expect: ValueError math domain error
# expect: OverflowError cannot convert float infinity to integer
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: ValueError n must be a non-negative integer
# expect: ValueError math domain error
# expect: TypeError must be real number, not str
