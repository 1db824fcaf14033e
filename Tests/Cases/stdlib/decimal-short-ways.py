# Recorded from CPython 3.11.7.
# Hashes, powers, rounding and texts of short decimals.
from decimal import Decimal, getcontext, localcontext, Inexact
from fractions import Fraction

for text in ("0", "-0", "1", "-1", "1.5", "-1.5", "0.1", "1E+5", "123456789.123456789", "1E-20", "-7E+30", "100.00"):
    number = Decimal(text)
    print(text, number, repr(number), hash(number) == hash(Fraction(number)), hash(number))
print(hash(Decimal("0.5")) == hash(0.5), {Decimal("2.0"): 1}[2], hash(Decimal("1E+400")) == hash(10**400))
for base, power in (("1.25", 2), ("-2.50", 3), ("1.05", 10), ("1.05", 40), ("3", 1), ("2", 0), ("0", 3), ("1.00", 2),
                    ("2", -2), ("10", 27), ("9", 29), ("2", "0.5"), ("1E+5", 3)):
    getcontext().clear_flags()
    print(base, power, Decimal(base) ** Decimal(power), bool(getcontext().flags[Inexact]))
print(Decimal("0.97") ** 100, Decimal("0.9").ln(), Decimal("0.999") ** Decimal("0.5"), Decimal("0.3").log10())
print(round(Decimal("2.675"), 2), round(Decimal("2.5")), round(Decimal("1234.5"), -2), round(Decimal("0.00012"), 3))
print([str(round(Decimal(n) / 4, 1)) for n in range(1, 8)], 2 ** Decimal(3), Decimal(2) ** 5, pow(Decimal(3), 4, 5))
with localcontext() as context:
    context.prec = 3
    print(Decimal("1.11") ** 2, +Decimal("1.2345"), Decimal("1.5") * Decimal("2.25"))
    try:
        print(round(Decimal("12345.678"), 2))
    except Exception as error:
        print(type(error).__name__)
# expect: 0 0 Decimal('0') True 0
# expect: -0 -0 Decimal('-0') True 0
# expect: 1 1 Decimal('1') True 1
# expect: -1 -1 Decimal('-1') True -2
# expect: 1.5 1.5 Decimal('1.5') True 1152921504606846977
# expect: -1.5 -1.5 Decimal('-1.5') True -1152921504606846977
# expect: 0.1 0.1 Decimal('0.1') True 2075258708292324556
# expect: 1E+5 1E+5 Decimal('1E+5') True 100000
# expect: 123456789.123456789 123456789.123456789 Decimal('123456789.123456789') True 1984229239923068540
# expect: 1E-20 1E-20 Decimal('1E-20') True 820755670837168267
# expect: -7E+30 -7E+30 Decimal('-7E+30') True -950967789697518991
# expect: 100.00 100.00 Decimal('100.00') True 100
# expect: True 1 True
# expect: 1.25 2 1.5625 False
# expect: -2.50 3 -15.625000 False
# expect: 1.05 10 1.62889462677744140625 False
# expect: 1.05 40 7.039988712124646244927265264 True
# expect: 3 1 3 False
# expect: 2 0 1 False
# expect: 0 3 0 False
# expect: 1.00 2 1.0000 False
# expect: 2 -2 0.25 False
# expect: 10 27 1000000000000000000000000000 False
# expect: 9 29 4710128697246244834921603689 False
# expect: 2 0.5 1.414213562373095048801688724 True
# expect: 1E+5 3 1E+15 False
# expect: 0.04755250792540576116127964922 -0.1053605156578263012275009808 0.9994998749374609101357260611 -0.5228787452803375627049720967
# expect: 2.68 2 1.2E+3 0.000
# expect: ['0.2', '0.5', '0.8', '1.0', '1.2', '1.5', '1.8'] 8 32 1
# expect: 1.23 1.23 3.38
# expect: InvalidOperation
