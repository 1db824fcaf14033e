# Recorded from CPython 3.11.7.
from decimal import *
c = Context(prec=5, rounding=ROUND_HALF_EVEN)


def show(f, *args):
    c.clear_flags()
    try:
        made = getattr(c, f)(*args)
    except Exception as e:
        made = type(e).__name__
    print(f, *args, made, *[signal.__name__ for signal, on in c.flags.items() if on])


pairs = ((Decimal("1.23456"), Decimal("7.5")), (7, 3), (Decimal("1e10"), Decimal("-3")), (Decimal("NaN"), 1),
         (Decimal(0), Decimal("-0.00")), (Decimal("1234567890" * 5), Decimal("3.7")))
for f in ("add", "subtract", "multiply", "divide", "divide_int", "remainder", "quantize"):
    for a, b in pairs:
        show(f, a, b)
for f in ("plus", "minus", "abs", "sqrt", "create_decimal"):
    for a in (Decimal("1.234567"), "1.2345678", " 1", "1_0", 3, 123456789, Decimal("-0"), Decimal("Infinity"), 2.5):
        show(f, a)
for name, value in (("prec", 0), ("prec", 6), ("Emin", 1), ("Emax", 5), ("rounding", "x"), ("rounding", ROUND_UP), ("clamp", 2),
                    ("clamp", 1), ("capitals", 0), ("foo", 1), ("flags", 3), ("prec", True)):
    try:
        setattr(c, name, value)
        print(c)
    except Exception as e:
        print(name, type(e).__name__)
with localcontext() as k:
    k.prec, k.Emax, k.Emin = MAX_PREC, MAX_EMAX, MIN_EMIN
    x = Decimal(3) ** 200
    print(x * x, x + 1, x - x, (x * x) // 1 == x * x, x % 7, Decimal(10 ** 60) * Decimal(10 ** 60), -x, k.flags[Inexact])
setcontext(Context(prec=40))
k = getcontext()
print(Decimal(1) / 3, Decimal(2).sqrt(), Decimal("1e39") + Decimal("0.4"), Decimal("1e40") + 1, Decimal("9" * 40) + 1)
k.flags[Inexact] = False
print(Decimal(1) / 3, k.flags[Inexact])
k.clear_flags()
print(Decimal(1) / 3, k.flags[Inexact])
k.traps[Inexact] = True
try:
    print(Decimal(1) / 3)
except Inexact as e:
    print("trapped")
tiny = Context(prec=16, Emin=-383, Emax=384, traps=[])
print(tiny.subtract(Decimal("1E-383"), Decimal("1E-402")), sorted(signal.__name__ for signal, on in tiny.flags.items() if on))
for a, b in ((7, 2), (-7, 2), (7, -2), ("1e3", "0.3"), ("0", "5"), ("-0", "5"), ("1e20", "1"), ("0.5", "1e10")):
    a, b = Decimal(a), Decimal(b)
    print(a // b, a % b, divmod(a, b), 3 % b, 3 // b)
# expect: add 1.23456 7.5 8.7346 Inexact Rounded
# expect: add 7 3 10
# expect: add 1E+10 -3 1.0000E+10 Inexact Rounded
# expect: add NaN 1 NaN
# expect: add 0 -0.00 0.00
# expect: add 12345678901234567890123456789012345678901234567890 3.7 1.2346E+49 Inexact Rounded
# expect: subtract 1.23456 7.5 -6.2654 Inexact Rounded
# expect: subtract 7 3 4
# expect: subtract 1E+10 -3 1.0000E+10 Inexact Rounded
# expect: subtract NaN 1 NaN
# expect: subtract 0 -0.00 0.00
# expect: subtract 12345678901234567890123456789012345678901234567890 3.7 1.2346E+49 Inexact Rounded
# expect: multiply 1.23456 7.5 9.2592 Rounded
# expect: multiply 7 3 21
# expect: multiply 1E+10 -3 -3E+10
# expect: multiply NaN 1 NaN
# expect: multiply 0 -0.00 -0.00
# expect: multiply 12345678901234567890123456789012345678901234567890 3.7 4.5679E+49 Inexact Rounded
# expect: divide 1.23456 7.5 0.16461 Inexact Rounded
# expect: divide 7 3 2.3333 Inexact Rounded
# expect: divide 1E+10 -3 -3.3333E+9 Inexact Rounded
# expect: divide NaN 1 NaN
# expect: divide 0 -0.00 InvalidOperation InvalidOperation
# expect: divide 12345678901234567890123456789012345678901234567890 3.7 3.3367E+48 Inexact Rounded
# expect: divide_int 1.23456 7.5 0
# expect: divide_int 7 3 2
# expect: divide_int 1E+10 -3 InvalidOperation InvalidOperation
# expect: divide_int NaN 1 NaN
# expect: divide_int 0 -0.00 InvalidOperation InvalidOperation
# expect: divide_int 12345678901234567890123456789012345678901234567890 3.7 InvalidOperation InvalidOperation
# expect: remainder 1.23456 7.5 1.2346 Inexact Rounded
# expect: remainder 7 3 1
# expect: remainder 1E+10 -3 InvalidOperation InvalidOperation
# expect: remainder NaN 1 NaN
# expect: remainder 0 -0.00 InvalidOperation InvalidOperation
# expect: remainder 12345678901234567890123456789012345678901234567890 3.7 InvalidOperation InvalidOperation
# expect: quantize 1.23456 7.5 1.2 Inexact Rounded
# expect: quantize 7 3 7
# expect: quantize 1E+10 -3 InvalidOperation InvalidOperation
# expect: quantize NaN 1 NaN
# expect: quantize 0 -0.00 0.00
# expect: quantize 12345678901234567890123456789012345678901234567890 3.7 InvalidOperation InvalidOperation
# expect: plus 1.234567 1.2346 Inexact Rounded
# expect: plus 1.2345678 TypeError
# expect: plus  1 TypeError
# expect: plus 1_0 TypeError
# expect: plus 3 3
# expect: plus 123456789 1.2346E+8 Inexact Rounded
# expect: plus -0 0
# expect: plus Infinity Infinity
# expect: plus 2.5 TypeError
# expect: minus 1.234567 -1.2346 Inexact Rounded
# expect: minus 1.2345678 TypeError
# expect: minus  1 TypeError
# expect: minus 1_0 TypeError
# expect: minus 3 -3
# expect: minus 123456789 -1.2346E+8 Inexact Rounded
# expect: minus -0 0
# expect: minus Infinity -Infinity
# expect: minus 2.5 TypeError
# expect: abs 1.234567 1.2346 Inexact Rounded
# expect: abs 1.2345678 TypeError
# expect: abs  1 TypeError
# expect: abs 1_0 TypeError
# expect: abs 3 3
# expect: abs 123456789 1.2346E+8 Inexact Rounded
# expect: abs -0 0
# expect: abs Infinity Infinity
# expect: abs 2.5 TypeError
# expect: sqrt 1.234567 1.1111 Inexact Rounded
# expect: sqrt 1.2345678 TypeError
# expect: sqrt  1 TypeError
# expect: sqrt 1_0 TypeError
# expect: sqrt 3 1.7321 Inexact Rounded
# expect: sqrt 123456789 11111 Inexact Rounded
# expect: sqrt -0 -0
# expect: sqrt Infinity Infinity
# expect: sqrt 2.5 TypeError
# expect: create_decimal 1.234567 1.2346 Inexact Rounded
# expect: create_decimal 1.2345678 1.2346 Inexact Rounded
# expect: create_decimal  1 InvalidOperation InvalidOperation
# expect: create_decimal 1_0 InvalidOperation InvalidOperation
# expect: create_decimal 3 3
# expect: create_decimal 123456789 1.2346E+8 Inexact Rounded
# expect: create_decimal -0 -0
# expect: create_decimal Infinity Infinity
# expect: create_decimal 2.5 2.5 FloatOperation
# expect: prec ValueError
# expect: Context(prec=6, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=[FloatOperation], traps=[InvalidOperation, DivisionByZero, Overflow])
# expect: Emin ValueError
# expect: Context(prec=6, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=5, capitals=1, clamp=0, flags=[FloatOperation], traps=[InvalidOperation, DivisionByZero, Overflow])
# expect: rounding TypeError
# expect: Context(prec=6, rounding=ROUND_UP, Emin=-999999, Emax=5, capitals=1, clamp=0, flags=[FloatOperation], traps=[InvalidOperation, DivisionByZero, Overflow])
# expect: clamp ValueError
# expect: Context(prec=6, rounding=ROUND_UP, Emin=-999999, Emax=5, capitals=1, clamp=1, flags=[FloatOperation], traps=[InvalidOperation, DivisionByZero, Overflow])
# expect: Context(prec=6, rounding=ROUND_UP, Emin=-999999, Emax=5, capitals=0, clamp=1, flags=[FloatOperation], traps=[InvalidOperation, DivisionByZero, Overflow])
# expect: foo AttributeError
# expect: flags TypeError
# expect: Context(prec=1, rounding=ROUND_UP, Emin=-999999, Emax=5, capitals=0, clamp=1, flags=[FloatOperation], traps=[InvalidOperation, DivisionByZero, Overflow])
# expect: 70550791086553325712464271575934796216507949612787315762871223209262085551582934156579298529447134158154952334825355911866929793071824566694145084454535257027960285323760313192443283334088001 265613988875874769338781322035779626829233452653394495974574961739092490901302182994384699044002 0 True 2 1000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000 -265613988875874769338781322035779626829233452653394495974574961739092490901302182994384699044001 False
# expect: 0.3333333333333333333333333333333333333333 1.414213562373095048801688724209698078570 1000000000000000000000000000000000000000 1.000000000000000000000000000000000000000E+40 1.000000000000000000000000000000000000000E+40
# expect: 0.3333333333333333333333333333333333333333 True
# expect: 0.3333333333333333333333333333333333333333 True
# expect: trapped
# expect: 1.000000000000000E-383 ['Inexact', 'Rounded', 'Subnormal', 'Underflow']
# expect: 3 1 (Decimal('3'), Decimal('1')) 1 1
# expect: -3 -1 (Decimal('-3'), Decimal('-1')) 1 1
# expect: -3 1 (Decimal('-3'), Decimal('1')) 1 -1
# expect: 3333 0.1 (Decimal('3333'), Decimal('0.1')) 0.0 10
# expect: 0 0 (Decimal('0'), Decimal('0')) 3 0
# expect: -0 -0 (Decimal('-0'), Decimal('-0')) 3 0
# expect: 100000000000000000000 0 (Decimal('100000000000000000000'), Decimal('0')) 0 3
# expect: 0 0.5 (Decimal('0'), Decimal('0.5')) 3 0
