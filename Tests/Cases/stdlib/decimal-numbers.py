# Recorded from CPython 3.11.7.
from decimal import ROUND_HALF_UP, Decimal as D, getcontext, localcontext

print(D("1.1") + D("2.2"), D(1) / D(3), D(2).sqrt(), D(10) ** -3, D(7) // 2, D(-7) % 3, divmod(D(7), 2))
print(D("1.5").exp(), D(2).ln(), D(2).log10(), D(2) ** D("0.5"), D(3) ** D("1.7"))
print(D("3.14159").quantize(D(".01")), D("2.675").quantize(D(".01"), ROUND_HALF_UP), round(D("2.5")), round(D("2.675"), 2))
print(D("1E+5").normalize(), D("0.1") == 0.1, D(0.1), hash(D("1.5")) == hash(1.5), int(D("-3.7")), float(D("0.1")))
print(f"{D('1234567.891'):,.2f} {D('0.5'):.0%} {D('12'):>8} {D('1.5'):e}", D("Infinity"), D("-0"), D("NaN"))
for bad in (lambda: D(1) / 0, lambda: D("x"), lambda: D("NaN") < 1, lambda: D(0) / 0):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
with localcontext() as context:
    context.prec = 5
    print(D(1) / 3, context)
print(D("1.23").as_tuple(), D("1.25").as_integer_ratio(), sum([D("0.1")] * 10), D(1).compare(D(2)))
getcontext().prec = 50
print(D(2).sqrt(), D(1).exp(), D(3).ln())
# expect: 3.3 0.3333333333333333333333333333 1.414213562373095048801688724 0.001 3 -1 (Decimal('3'), Decimal('1'))
# expect: 4.481689070338064822602055460 0.6931471805599453094172321215 0.3010299956639811952137388947 1.414213562373095048801688724 6.473007839923779298664846748
# expect: 3.14 2.68 2 2.68
# expect: 1E+5 False 0.1000000000000000055511151231257827021181583404541015625 True -3 0.1
# expect: 1,234,567.89 50%       12 1.5e+0 Infinity -0 NaN
# expect: DivisionByZero [<class 'decimal.DivisionByZero'>]
# expect: InvalidOperation [<class 'decimal.ConversionSyntax'>]
# expect: InvalidOperation [<class 'decimal.InvalidOperation'>]
# expect: InvalidOperation [<class 'decimal.DivisionUndefined'>]
# expect: 0.33333 Context(prec=5, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=[InvalidOperation, DivisionByZero, Inexact, FloatOperation, Rounded], traps=[InvalidOperation, DivisionByZero, Overflow])
# expect: DecimalTuple(sign=0, digits=(1, 2, 3), exponent=-2) (5, 4) 1.0 -1
# expect: 1.4142135623730950488016887242096980785696718753769 2.7182818284590452353602874713526624977572470937000 1.0986122886681096913952452369225257046474905578227
