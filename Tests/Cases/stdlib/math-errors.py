# Recorded from CPython 3.11.7.
import math
def t(s):
    try: print(s,'->',repr(eval(s))[:300])
    except BaseException as e: print(s,'->',type(e).__name__,e.args)
for s in ['math.sqrt(-1)','math.exp(1000)','math.log(0)','math.log(-1)','math.log(10**400)','math.log2(2**1000)','math.log10(10**400)','math.log(8,2)','math.log(2,1)','math.sqrt("a")','math.floor(-2.5)','math.ceil(2.1)','math.trunc(-2.7)','math.trunc("a")','math.floor("a")','math.gamma(5)','math.gamma(0.5)','math.gamma(0)','math.gamma(-1)','math.gamma(172)','math.lgamma(10)','math.lgamma(0)','math.gcd()','math.gcd(12,18,-6)','math.gcd(2**100,2**70)','math.lcm(4,6)','math.lcm()','math.lcm(0,5)','math.isqrt(10**40)','math.isqrt(-1)','math.factorial(20)','math.factorial(100)','math.factorial(-1)','math.factorial(5.0)','math.comb(50,25)','math.comb(5,-1)','math.comb(3,5)','math.perm(5)','math.perm(10,3)','math.perm(100,50)','math.hypot(3,4)','math.hypot(1,1,1)','math.hypot()','math.hypot(1e200,1e200)','math.hypot(0.1,0.2,0.3)','math.dist([1,2],[4,6])','math.dist([1],[1,2])','math.fsum([.1]*10)','math.fsum([1e308,1e308,-1e308])','math.fsum([1e16,1,-1e16])','math.fsum([float("inf"),float("-inf")])','math.prod([1,2,3.5])','math.prod([],start=7)','math.isclose(1,1+1e-10)','math.isclose(1,2,rel_tol=-1)','math.ldexp(1,10)','math.ldexp(1,10000)','math.ldexp(1,1.5)','math.fmod(5,0)','math.fmod(-7,3)','math.remainder(7,3)','math.pow(2,0.5)','math.pow(-1,0.5)','math.pow(0,-1)','math.pow(1e300,2)','math.modf(-2.5)','math.frexp(10)','math.frexp(0)','math.nextafter(1,2)','math.ulp(1)','math.degrees(1)','math.radians(180)','math.cbrt(27)','math.exp2(10)','math.copysign(1,-0.0)','math.atan2(1,-1)','math.acos(2)','math.isnan(float("nan"))','math.isinf(1)','math.isfinite(1)','math.tau','math.sin(1e22)','math.cos(1)','math.tan(1)','math.erf(0.5)','math.erfc(0.5)','math.expm1(1e-10)','math.log1p(-1)','math.asinh(1)','math.acosh(0.5)','math.atanh(1)','math.sqrt(10**400)','math.floor(10**30)','math.floor(1e300)','math.inf','math.comb(10**30,2)','math.perm(5,None)', 'math.sqrt(True)','math.e']: t(s)
# expect: math.sqrt(-1) -> ValueError ('math domain error',)
# expect: math.exp(1000) -> OverflowError ('math range error',)
# expect: math.log(0) -> ValueError ('math domain error',)
# expect: math.log(-1) -> ValueError ('math domain error',)
# expect: math.log(10**400) -> 921.0340371976182
# expect: math.log2(2**1000) -> 1000.0
# expect: math.log10(10**400) -> 400.0
# expect: math.log(8,2) -> 3.0
# expect: math.log(2,1) -> ZeroDivisionError ('float division by zero',)
# expect: math.sqrt("a") -> TypeError ('must be real number, not str',)
# expect: math.floor(-2.5) -> -3
# expect: math.ceil(2.1) -> 3
# expect: math.trunc(-2.7) -> -2
# expect: math.trunc("a") -> TypeError ("type str doesn't define __trunc__ method",)
# expect: math.floor("a") -> TypeError ('must be real number, not str',)
# expect: math.gamma(5) -> 24.0
# expect: math.gamma(0.5) -> 1.7724538509055159
# expect: math.gamma(0) -> ValueError ('math domain error',)
# expect: math.gamma(-1) -> ValueError ('math domain error',)
# expect: math.gamma(172) -> OverflowError ('math range error',)
# expect: math.lgamma(10) -> 12.801827480081467
# expect: math.lgamma(0) -> ValueError ('math domain error',)
# expect: math.gcd() -> 0
# expect: math.gcd(12,18,-6) -> 6
# expect: math.gcd(2**100,2**70) -> 1180591620717411303424
# expect: math.lcm(4,6) -> 12
# expect: math.lcm() -> 1
# expect: math.lcm(0,5) -> 0
# expect: math.isqrt(10**40) -> 100000000000000000000
# expect: math.isqrt(-1) -> ValueError ('isqrt() argument must be nonnegative',)
# expect: math.factorial(20) -> 2432902008176640000
# expect: math.factorial(100) -> 93326215443944152681699238856266700490715968264381621468592963895217599993229915608941463976156518286253697920827223758251185210916864000000000000000000000000
# expect: math.factorial(-1) -> ValueError ('factorial() not defined for negative values',)
# expect: math.factorial(5.0) -> TypeError ("'float' object cannot be interpreted as an integer",)
# expect: math.comb(50,25) -> 126410606437752
# expect: math.comb(5,-1) -> ValueError ('k must be a non-negative integer',)
# expect: math.comb(3,5) -> 0
# expect: math.perm(5) -> 120
# expect: math.perm(10,3) -> 720
# expect: math.perm(100,50) -> 3068518756254966037202730459529469739228459721684688959447786986982158958772355072000000000000
# expect: math.hypot(3,4) -> 5.0
# expect: math.hypot(1,1,1) -> 1.7320508075688772
# expect: math.hypot() -> 0.0
# expect: math.hypot(1e200,1e200) -> 1.414213562373095e+200
# expect: math.hypot(0.1,0.2,0.3) -> 0.3741657386773941
# expect: math.dist([1,2],[4,6]) -> 5.0
# expect: math.dist([1],[1,2]) -> ValueError ('both points must have the same number of dimensions',)
# expect: math.fsum([.1]*10) -> 1.0
# expect: math.fsum([1e308,1e308,-1e308]) -> OverflowError ('intermediate overflow in fsum',)
# expect: math.fsum([1e16,1,-1e16]) -> 1.0
# expect: math.fsum([float("inf"),float("-inf")]) -> ValueError ('-inf + inf in fsum',)
# expect: math.prod([1,2,3.5]) -> 7.0
# expect: math.prod([],start=7) -> 7
# expect: math.isclose(1,1+1e-10) -> True
# expect: math.isclose(1,2,rel_tol=-1) -> ValueError ('tolerances must be non-negative',)
# expect: math.ldexp(1,10) -> 1024.0
# expect: math.ldexp(1,10000) -> OverflowError ('math range error',)
# expect: math.ldexp(1,1.5) -> TypeError ('Expected an int as second argument to ldexp.',)
# expect: math.fmod(5,0) -> ValueError ('math domain error',)
# expect: math.fmod(-7,3) -> -1.0
# expect: math.remainder(7,3) -> 1.0
# expect: math.pow(2,0.5) -> 1.4142135623730951
# expect: math.pow(-1,0.5) -> ValueError ('math domain error',)
# expect: math.pow(0,-1) -> ValueError ('math domain error',)
# expect: math.pow(1e300,2) -> OverflowError ('math range error',)
# expect: math.modf(-2.5) -> (-0.5, -2.0)
# expect: math.frexp(10) -> (0.625, 4)
# expect: math.frexp(0) -> (0.0, 0)
# expect: math.nextafter(1,2) -> 1.0000000000000002
# expect: math.ulp(1) -> 2.220446049250313e-16
# expect: math.degrees(1) -> 57.29577951308232
# expect: math.radians(180) -> 3.141592653589793
# expect: math.cbrt(27) -> 3.0000000000000004
# expect: math.exp2(10) -> 1024.0
# expect: math.copysign(1,-0.0) -> -1.0
# expect: math.atan2(1,-1) -> 2.356194490192345
# expect: math.acos(2) -> ValueError ('math domain error',)
# expect: math.isnan(float("nan")) -> True
# expect: math.isinf(1) -> False
# expect: math.isfinite(1) -> True
# expect: math.tau -> 6.283185307179586
# expect: math.sin(1e22) -> -0.8522008497671888
# expect: math.cos(1) -> 0.5403023058681398
# expect: math.tan(1) -> 1.5574077246549023
# expect: math.erf(0.5) -> 0.5204998778130465
# expect: math.erfc(0.5) -> 0.4795001221869535
# expect: math.expm1(1e-10) -> 1.00000000005e-10
# expect: math.log1p(-1) -> ValueError ('math domain error',)
# expect: math.asinh(1) -> 0.881373587019543
# expect: math.acosh(0.5) -> ValueError ('math domain error',)
# expect: math.atanh(1) -> ValueError ('math domain error',)
# expect: math.sqrt(10**400) -> OverflowError ('int too large to convert to float',)
# expect: math.floor(10**30) -> 1000000000000000000000000000000
# expect: math.floor(1e300) -> 100000000000000005250476025520442024870446858110815915491585411551180245798890819578637137508044786404370444383288387817694252323536043057564479218478670698284838720092657580373783023379478809005936895323497079994508111903896764088007465274278014249457925878882005684283811566947219638686545940054016
# expect: math.inf -> inf
# expect: math.comb(10**30,2) -> 499999999999999999999999999999500000000000000000000000000000
# expect: math.perm(5,None) -> 120
# expect: math.sqrt(True) -> 1.0
# expect: math.e -> 2.718281828459045
