# Recorded from CPython 3.11.7.
# Arguments of native functions by place and name, and what is said when they do not fit.
import math


def t(f, *args, **kwargs):
    try:
        print(f.__name__, f(*args, **kwargs))
    except Exception as error:
        print(f.__name__, type(error).__name__, error)


t(math.isclose, 1.0, 1.0 + 1e-10)
t(math.isclose, 1.0, 1.1, rel_tol=0.2)
t(math.isclose, 1.0, 1.1, abs_tol=0.2)
t(math.isclose, 1.0)
t(math.isclose, 1.0, 2.0, 3.0)
t(math.isclose, a=1.0, b=1.0)
t(math.isclose, 1.0, b=1.0, rel_tol=0.0)
t(math.isclose, 1.0, 1.0, other=1)
t(math.gcd, 12, 18)
t(math.gcd, 12, 18, -27)
t(math.gcd, 2.0, 4)
t(math.gcd, -2 ** 63, 2 ** 62)
t(math.gcd, a=1)
t(math.hypot, 3, 4)
t(math.hypot, 1, 2, 2)
t(math.hypot, 1, 1, 1, 1)
t(math.hypot)
t(math.hypot, 'a')
t(math.hypot, x=1)
t(math.floor, 2.7)
t(math.ceil, -1e300)
t(math.floor, math.inf)
t(sorted, ['bb', 'a'], key=len, reverse=True)
t(sorted, ['bb', 'a'], key=str.upper)
t(sorted, [3, -1], key=abs)
t(sorted, [1, 'a'], key=str)
t(sorted, [1, 2], key=lambda a, b: a)
t(sorted, ['a', 1], key=len)
t(print, 1, 2, sep='-', end='.\n')
t(print, 1, separator='-')
# expect: isclose True
# expect: isclose True
# expect: isclose True
# expect: isclose TypeError isclose() missing required argument 'b' (pos 2)
# expect: isclose TypeError isclose() takes exactly 2 positional arguments (3 given)
# expect: isclose True
# expect: isclose True
# expect: isclose TypeError 'other' is an invalid keyword argument for isclose()
# expect: gcd 6
# expect: gcd 3
# expect: gcd TypeError 'float' object cannot be interpreted as an integer
# expect: gcd 4611686018427387904
# expect: gcd TypeError math.gcd() takes no keyword arguments
# expect: hypot 5.0
# expect: hypot 3.0
# expect: hypot 2.0
# expect: hypot 0.0
# expect: hypot TypeError must be real number, not str
# expect: hypot TypeError math.hypot() takes no keyword arguments
# expect: floor 2
# expect: ceil -1000000000000000052504760255204420248704468581108159154915854115511802457988908195786371375080447864043704443832883878176942523235360430575644792184786706982848387200926575803737830233794788090059368953234970799945081119038967640880074652742780142494579258788820056842838115669472196386865459400540160
# expect: floor OverflowError cannot convert float infinity to integer
# expect: sorted ['bb', 'a']
# expect: sorted ['a', 'bb']
# expect: sorted [-1, 3]
# expect: sorted [1, 'a']
# expect: sorted TypeError <lambda>() missing 1 required positional argument: 'b'
# expect: sorted TypeError object of type 'int' has no len()
# expect: 1-2.
# expect: print None
# expect: print TypeError 'separator' is an invalid keyword argument for print()
