# Recorded from CPython 3.12.1.
from fractions import Fraction as F
from decimal import Decimal as D
import numbers, math, copy, pickle, random
print(isinstance(F(1), numbers.Rational), F.__mro__, issubclass(F, numbers.Complex))
def t(f):
    try: r = f(); print(type(r).__name__, r if not isinstance(r, F) else repr(r))
    except Exception as e: print(type(e).__name__, e)
for s in ("3/4", " -3/4 ", "1.5", "-.5", "+1e3", "1_000/3", "1e-5", "5.", "1/0", "1/-2", "1 /2", "", ".", "e5", "1__0", "0x1", "3/4e2", "1.2.3", "٣/٤", "1_0.5_0e1_0", "7e", " 5\n"):
    t(lambda: F(s))
for a in (F(1, 3), F(-7, 2), F(4), F(0)):
    for b in (2, F(2, 3), 0.5, 1j, D("0.5"), "x", True, -1, F(-2), F(1, 2), 0):
        for op in ("a + b", "a - b", "b - a", "a * b", "a / b", "b / a", "a // b", "b // a", "a % b", "b % a", "divmod(a, b)", "divmod(b, a)", "a ** b", "b ** a", "a == b", "b == a", "a < b", "b <= a", "a != b", "a > b"):
            print(op, a, b, end=": "); t(lambda: eval(op, {"a": a, "b": b}))
for a in (F(5, 2), F(-5, 2), F(7, 3), F(-7, 3), F(6)):
    print(int(a), math.trunc(a), math.floor(a), math.ceil(a), round(a), round(a, 1), round(a, -1), round(F(123456, 1000), 2), hash(a), bool(a), float(a), complex(a), a.real, a.imag, a.conjugate(), a.is_integer())
t(lambda: F.from_float(0.1)); t(lambda: F.from_float(3)); t(lambda: F.from_float("1")); t(lambda: F.from_decimal(D("1.25"))); t(lambda: F.from_decimal(0.5)); t(lambda: F(D("1.1"))); t(lambda: F(float("nan"))); t(lambda: F(float("inf")))
t(lambda: F(1.5, 2)); t(lambda: F([])); t(lambda: F(1, 0)); t(lambda: F(None)); t(lambda: F(True, 2))
print(F(1) == 1 + 0j, F(1) == 1 + 1j, F(1, 2) == D("0.5"), F(0.1).limit_denominator(100), F(math.pi).limit_denominator(1000))
t(lambda: F(1).__numerator); t(lambda: setattr(F(1), "numerator", 2)); t(lambda: setattr(F(1), "x", 2))
class S(F): pass
s = S(1, 2)
print(type(copy.copy(s)), type(copy.deepcopy(s)), copy.copy(F(1, 2)), type(s + 1), type(+s), repr(s), pickle.loads(pickle.dumps(s)), pickle.loads(pickle.dumps(F(2, 7))))
random.seed(1)
vals = [F(1, 3), F(-22, 7), F(0), F(10**20, 3), F(1, 10**9), F(999999, 1000), F(5, 2), F(-1, 400), F(123456789, 1000)]
specs = ["", ".3f", "e", ".2e", "g", ".3g", "#.3g", "%", ".1%", "10.2f", "<10.2f", "^10.2f", "=+10.2f", "*>12.3f", "010.2f", "+.0f", "#.0f", " .2f", ",.2f", "_.1f", "020,.2f", "z.1f", "-z.2f", "E", "G", ".0e", "n", "d", "s", "x<010.2f", ".10g", "0.3f", "5", "F"]
for v in vals:
    for sp in specs:
        print(v, sp, end=" -> "); t(lambda: format(v, sp))
for k in range(300):
    v = F(random.randint(-10**random.randint(1, 12), 10**random.randint(1, 12)), random.randint(1, 10**random.randint(1, 8)))
    sp = random.choice(["", "+", " "]) + random.choice(["", "0"]) + random.choice(["", "12", "25"]) + random.choice(["", ","]) + random.choice(["", ".0", ".1", ".5", ".9"]) + random.choice("eEfgG%")
    print(v, sp, end=" "); t(lambda: format(v, sp))
print(sum([F(1, 3)] * 3), max(F(1, 2), 0.75), sorted([F(1, 2), 0.3, 1]), F(1, 3) in {1/3: 1}, {F(1): 2}[1])
import statistics; print(statistics.mean([F(1, 2), F(1, 3)]), statistics.variance([F(1), F(2), F(4)]))
# expect: True (<class 'fractions.Fraction'>, <class 'numbers.Rational'>, <class 'numbers.Real'>, <class 'numbers.Complex'>, <class 'numbers.Number'>, <class 'object'>) True
# expect: Fraction Fraction(3, 4)
# expect: Fraction Fraction(-3, 4)
# expect: Fraction Fraction(3, 2)
# expect: Fraction Fraction(-1, 2)
# expect: Fraction Fraction(1000, 1)
# expect: Fraction Fraction(1000, 3)
# expect: Fraction Fraction(1, 100000)
# expect: Fraction Fraction(5, 1)
# expect: ZeroDivisionError Fraction(1, 0)
# expect: ValueError Invalid literal for Fraction: '1/-2'
# expect: Fraction Fraction(1, 2)
# expect: ValueError Invalid literal for Fraction: ''
# expect: ValueError Invalid literal for Fraction: '.'
# expect: ValueError Invalid literal for Fraction: 'e5'
# expect: ValueError Invalid literal for Fraction: '1__0'
# expect: ValueError Invalid literal for Fraction: '0x1'
# expect: ValueError Invalid literal for Fraction: '3/4e2'
# expect: ValueError Invalid literal for Fraction: '1.2.3'
# expect: Fraction Fraction(3, 4)
# expect: Fraction Fraction(105000000000, 1)
# expect: ValueError Invalid literal for Fraction: '7e'
# expect: Fraction Fraction(5, 1)
# expect: a + b 1/3 2: Fraction Fraction(7, 3)
# expect: a - b 1/3 2: Fraction Fraction(-5, 3)
# expect: b - a 1/3 2: Fraction Fraction(5, 3)
# expect: a * b 1/3 2: Fraction Fraction(2, 3)
# expect: a / b 1/3 2: Fraction Fraction(1, 6)
# expect: b / a 1/3 2: Fraction Fraction(6, 1)
# expect: a // b 1/3 2: int 0
# expect: b // a 1/3 2: int 6
# expect: a % b 1/3 2: Fraction Fraction(1, 3)
# expect: b % a 1/3 2: Fraction Fraction(0, 1)
# expect: divmod(a, b) 1/3 2: tuple (0, Fraction(1, 3))
# expect: divmod(b, a) 1/3 2: tuple (6, Fraction(0, 1))
# expect: a ** b 1/3 2: Fraction Fraction(1, 9)
# expect: b ** a 1/3 2: float 1.2599210498948732
# expect: a == b 1/3 2: bool False
# expect: b == a 1/3 2: bool False
# expect: a < b 1/3 2: bool True
# expect: b <= a 1/3 2: bool False
# expect: a != b 1/3 2: bool True
# expect: a > b 1/3 2: bool False
# expect: a + b 1/3 2/3: Fraction Fraction(1, 1)
# expect: a - b 1/3 2/3: Fraction Fraction(-1, 3)
# expect: b - a 1/3 2/3: Fraction Fraction(1, 3)
# expect: a * b 1/3 2/3: Fraction Fraction(2, 9)
# expect: a / b 1/3 2/3: Fraction Fraction(1, 2)
# expect: b / a 1/3 2/3: Fraction Fraction(2, 1)
# expect: a // b 1/3 2/3: int 0
# expect: b // a 1/3 2/3: int 2
# expect: a % b 1/3 2/3: Fraction Fraction(1, 3)
# expect: b % a 1/3 2/3: Fraction Fraction(0, 1)
# expect: divmod(a, b) 1/3 2/3: tuple (0, Fraction(1, 3))
# expect: divmod(b, a) 1/3 2/3: tuple (2, Fraction(0, 1))
# expect: a ** b 1/3 2/3: float 0.4807498567691361
# expect: b ** a 1/3 2/3: float 0.8735804647362989
# expect: a == b 1/3 2/3: bool False
# expect: b == a 1/3 2/3: bool False
# expect: a < b 1/3 2/3: bool True
# expect: b <= a 1/3 2/3: bool False
# expect: a != b 1/3 2/3: bool True
# expect: a > b 1/3 2/3: bool False
# expect: a + b 1/3 0.5: float 0.8333333333333333
# expect: a - b 1/3 0.5: float -0.16666666666666669
# expect: b - a 1/3 0.5: float 0.16666666666666669
# expect: a * b 1/3 0.5: float 0.16666666666666666
# expect: a / b 1/3 0.5: float 0.6666666666666666
# expect: b / a 1/3 0.5: float 1.5
# expect: a // b 1/3 0.5: float 0.0
# expect: b // a 1/3 0.5: float 1.0
# expect: a % b 1/3 0.5: float 0.3333333333333333
# expect: b % a 1/3 0.5: float 0.16666666666666669
# expect: divmod(a, b) 1/3 0.5: tuple (0.0, 0.3333333333333333)
# expect: divmod(b, a) 1/3 0.5: tuple (1.0, 0.16666666666666669)
# expect: a ** b 1/3 0.5: float 0.5773502691896257
# expect: b ** a 1/3 0.5: float 0.7937005259840998
# expect: a == b 1/3 0.5: bool False
# expect: b == a 1/3 0.5: bool False
# expect: a < b 1/3 0.5: bool True
# expect: b <= a 1/3 0.5: bool False
# expect: a != b 1/3 0.5: bool True
# expect: a > b 1/3 0.5: bool False
# expect: a + b 1/3 1j: complex (0.3333333333333333+1j)
# expect: a - b 1/3 1j: complex (0.3333333333333333-1j)
# expect: b - a 1/3 1j: complex (-0.3333333333333333+1j)
# expect: a * b 1/3 1j: complex 0.3333333333333333j
# expect: a / b 1/3 1j: complex -0.3333333333333333j
# expect: b / a 1/3 1j: complex 3j
# expect: a // b 1/3 1j: TypeError unsupported operand type(s) for //: 'complex' and 'complex'
# expect: b // a 1/3 1j: TypeError unsupported operand type(s) for //: 'complex' and 'complex'
# expect: a % b 1/3 1j: TypeError unsupported operand type(s) for %: 'complex' and 'complex'
# expect: b % a 1/3 1j: TypeError unsupported operand type(s) for %: 'complex' and 'complex'
# expect: divmod(a, b) 1/3 1j: TypeError unsupported operand type(s) for divmod(): 'complex' and 'complex'
# expect: divmod(b, a) 1/3 1j: TypeError unsupported operand type(s) for divmod(): 'complex' and 'complex'
# expect: a ** b 1/3 1j: complex (0.4548324228266097-0.8905770416677471j)
# expect: b ** a 1/3 1j: complex (0.8660254037844387+0.49999999999999994j)
# expect: a == b 1/3 1j: bool False
# expect: b == a 1/3 1j: bool False
# expect: a < b 1/3 1j: TypeError '<' not supported between instances of 'Fraction' and 'complex'
# expect: b <= a 1/3 1j: TypeError '<=' not supported between instances of 'complex' and 'Fraction'
# expect: a != b 1/3 1j: bool True
# expect: a > b 1/3 1j: TypeError '>' not supported between instances of 'Fraction' and 'complex'
# expect: a + b 1/3 0.5: TypeError unsupported operand type(s) for +: 'Fraction' and 'decimal.Decimal'
# expect: a - b 1/3 0.5: TypeError unsupported operand type(s) for -: 'Fraction' and 'decimal.Decimal'
# expect: b - a 1/3 0.5: TypeError unsupported operand type(s) for -: 'decimal.Decimal' and 'Fraction'
# expect: a * b 1/3 0.5: TypeError unsupported operand type(s) for *: 'Fraction' and 'decimal.Decimal'
# expect: a / b 1/3 0.5: TypeError unsupported operand type(s) for /: 'Fraction' and 'decimal.Decimal'
# expect: b / a 1/3 0.5: TypeError unsupported operand type(s) for /: 'decimal.Decimal' and 'Fraction'
# expect: a // b 1/3 0.5: TypeError unsupported operand type(s) for //: 'Fraction' and 'decimal.Decimal'
# expect: b // a 1/3 0.5: TypeError unsupported operand type(s) for //: 'decimal.Decimal' and 'Fraction'
# expect: a % b 1/3 0.5: TypeError unsupported operand type(s) for %: 'Fraction' and 'decimal.Decimal'
# expect: b % a 1/3 0.5: TypeError unsupported operand type(s) for %: 'decimal.Decimal' and 'Fraction'
# expect: divmod(a, b) 1/3 0.5: TypeError unsupported operand type(s) for divmod(): 'Fraction' and 'decimal.Decimal'
# expect: divmod(b, a) 1/3 0.5: TypeError unsupported operand type(s) for divmod(): 'decimal.Decimal' and 'Fraction'
# expect: a ** b 1/3 0.5: TypeError unsupported operand type(s) for ** or pow(): 'float' and 'decimal.Decimal'
# expect: b ** a 1/3 0.5: TypeError unsupported operand type(s) for ** or pow(): 'decimal.Decimal' and 'float'
# expect: a == b 1/3 0.5: bool False
# expect: b == a 1/3 0.5: bool False
# expect: a < b 1/3 0.5: bool True
# expect: b <= a 1/3 0.5: bool False
# expect: a != b 1/3 0.5: bool True
# expect: a > b 1/3 0.5: bool False
# expect: a + b 1/3 x: TypeError unsupported operand type(s) for +: 'Fraction' and 'str'
# expect: a - b 1/3 x: TypeError unsupported operand type(s) for -: 'Fraction' and 'str'
# expect: b - a 1/3 x: TypeError unsupported operand type(s) for -: 'str' and 'Fraction'
# expect: a * b 1/3 x: TypeError can't multiply sequence by non-int of type 'Fraction'
# expect: a / b 1/3 x: TypeError unsupported operand type(s) for /: 'Fraction' and 'str'
# expect: b / a 1/3 x: TypeError unsupported operand type(s) for /: 'str' and 'Fraction'
# expect: a // b 1/3 x: TypeError unsupported operand type(s) for //: 'Fraction' and 'str'
# expect: b // a 1/3 x: TypeError unsupported operand type(s) for //: 'str' and 'Fraction'
# expect: a % b 1/3 x: TypeError unsupported operand type(s) for %: 'Fraction' and 'str'
# expect: b % a 1/3 x: TypeError not all arguments converted during string formatting
# expect: divmod(a, b) 1/3 x: TypeError unsupported operand type(s) for divmod(): 'Fraction' and 'str'
# expect: divmod(b, a) 1/3 x: TypeError unsupported operand type(s) for divmod(): 'str' and 'Fraction'
# expect: a ** b 1/3 x: TypeError unsupported operand type(s) for ** or pow(): 'float' and 'str'
# expect: b ** a 1/3 x: TypeError unsupported operand type(s) for ** or pow(): 'str' and 'float'
# expect: a == b 1/3 x: bool False
# expect: b == a 1/3 x: bool False
# expect: a < b 1/3 x: TypeError '<' not supported between instances of 'Fraction' and 'str'
# expect: b <= a 1/3 x: TypeError '<=' not supported between instances of 'str' and 'Fraction'
# expect: a != b 1/3 x: bool True
# expect: a > b 1/3 x: TypeError '>' not supported between instances of 'Fraction' and 'str'
# expect: a + b 1/3 True: Fraction Fraction(4, 3)
# expect: a - b 1/3 True: Fraction Fraction(-2, 3)
# expect: b - a 1/3 True: Fraction Fraction(2, 3)
# expect: a * b 1/3 True: Fraction Fraction(1, 3)
# expect: a / b 1/3 True: Fraction Fraction(1, 3)
# expect: b / a 1/3 True: Fraction Fraction(3, 1)
# expect: a // b 1/3 True: int 0
# expect: b // a 1/3 True: int 3
# expect: a % b 1/3 True: Fraction Fraction(1, 3)
# expect: b % a 1/3 True: Fraction Fraction(0, 1)
# expect: divmod(a, b) 1/3 True: tuple (0, Fraction(1, 3))
# expect: divmod(b, a) 1/3 True: tuple (3, Fraction(0, 1))
# expect: a ** b 1/3 True: Fraction Fraction(1, 3)
# expect: b ** a 1/3 True: float 1.0
# expect: a == b 1/3 True: bool False
# expect: b == a 1/3 True: bool False
# expect: a < b 1/3 True: bool True
# expect: b <= a 1/3 True: bool False
# expect: a != b 1/3 True: bool True
# expect: a > b 1/3 True: bool False
# expect: a + b 1/3 -1: Fraction Fraction(-2, 3)
# expect: a - b 1/3 -1: Fraction Fraction(4, 3)
# expect: b - a 1/3 -1: Fraction Fraction(-4, 3)
# expect: a * b 1/3 -1: Fraction Fraction(-1, 3)
# expect: a / b 1/3 -1: Fraction Fraction(-1, 3)
# expect: b / a 1/3 -1: Fraction Fraction(-3, 1)
# expect: a // b 1/3 -1: int -1
# expect: b // a 1/3 -1: int -3
# expect: a % b 1/3 -1: Fraction Fraction(-2, 3)
# expect: b % a 1/3 -1: Fraction Fraction(0, 1)
# expect: divmod(a, b) 1/3 -1: tuple (-1, Fraction(-2, 3))
# expect: divmod(b, a) 1/3 -1: tuple (-3, Fraction(0, 1))
# expect: a ** b 1/3 -1: Fraction Fraction(3, 1)
# expect: b ** a 1/3 -1: complex (0.5000000000000001+0.8660254037844386j)
# expect: a == b 1/3 -1: bool False
# expect: b == a 1/3 -1: bool False
# expect: a < b 1/3 -1: bool False
# expect: b <= a 1/3 -1: bool True
# expect: a != b 1/3 -1: bool True
# expect: a > b 1/3 -1: bool True
# expect: a + b 1/3 -2: Fraction Fraction(-5, 3)
# expect: a - b 1/3 -2: Fraction Fraction(7, 3)
# expect: b - a 1/3 -2: Fraction Fraction(-7, 3)
# expect: a * b 1/3 -2: Fraction Fraction(-2, 3)
# expect: a / b 1/3 -2: Fraction Fraction(-1, 6)
# expect: b / a 1/3 -2: Fraction Fraction(-6, 1)
# expect: a // b 1/3 -2: int -1
# expect: b // a 1/3 -2: int -6
# expect: a % b 1/3 -2: Fraction Fraction(-5, 3)
# expect: b % a 1/3 -2: Fraction Fraction(0, 1)
# expect: divmod(a, b) 1/3 -2: tuple (-1, Fraction(-5, 3))
# expect: divmod(b, a) 1/3 -2: tuple (-6, Fraction(0, 1))
# expect: a ** b 1/3 -2: Fraction Fraction(9, 1)
# expect: b ** a 1/3 -2: complex (0.6299605249474367+1.0911236359717214j)
# expect: a == b 1/3 -2: bool False
# expect: b == a 1/3 -2: bool False
# expect: a < b 1/3 -2: bool False
# expect: b <= a 1/3 -2: bool True
# expect: a != b 1/3 -2: bool True
# expect: a > b 1/3 -2: bool True
# expect: a + b 1/3 1/2: Fraction Fraction(5, 6)
# expect: a - b 1/3 1/2: Fraction Fraction(-1, 6)
# expect: b - a 1/3 1/2: Fraction Fraction(1, 6)
# expect: a * b 1/3 1/2: Fraction Fraction(1, 6)
# expect: a / b 1/3 1/2: Fraction Fraction(2, 3)
# expect: b / a 1/3 1/2: Fraction Fraction(3, 2)
# expect: a // b 1/3 1/2: int 0
# expect: b // a 1/3 1/2: int 1
# expect: a % b 1/3 1/2: Fraction Fraction(1, 3)
# expect: b % a 1/3 1/2: Fraction Fraction(1, 6)
# expect: divmod(a, b) 1/3 1/2: tuple (0, Fraction(1, 3))
# expect: divmod(b, a) 1/3 1/2: tuple (1, Fraction(1, 6))
# expect: a ** b 1/3 1/2: float 0.5773502691896257
# expect: b ** a 1/3 1/2: float 0.7937005259840998
# expect: a == b 1/3 1/2: bool False
# expect: b == a 1/3 1/2: bool False
# expect: a < b 1/3 1/2: bool True
# expect: b <= a 1/3 1/2: bool False
# expect: a != b 1/3 1/2: bool True
# expect: a > b 1/3 1/2: bool False
# expect: a + b 1/3 0: Fraction Fraction(1, 3)
# expect: a - b 1/3 0: Fraction Fraction(1, 3)
# expect: b - a 1/3 0: Fraction Fraction(-1, 3)
# expect: a * b 1/3 0: Fraction Fraction(0, 1)
# expect: a / b 1/3 0: ZeroDivisionError Fraction(1, 0)
# expect: b / a 1/3 0: Fraction Fraction(0, 1)
# expect: a // b 1/3 0: ZeroDivisionError integer division or modulo by zero
# expect: b // a 1/3 0: int 0
# expect: a % b 1/3 0: ZeroDivisionError integer modulo by zero
# expect: b % a 1/3 0: Fraction Fraction(0, 1)
# expect: divmod(a, b) 1/3 0: ZeroDivisionError integer division or modulo by zero
# expect: divmod(b, a) 1/3 0: tuple (0, Fraction(0, 1))
# expect: a ** b 1/3 0: Fraction Fraction(1, 1)
# expect: b ** a 1/3 0: float 0.0
# expect: a == b 1/3 0: bool False
# expect: b == a 1/3 0: bool False
# expect: a < b 1/3 0: bool False
# expect: b <= a 1/3 0: bool True
# expect: a != b 1/3 0: bool True
# expect: a > b 1/3 0: bool True
# expect: a + b -7/2 2: Fraction Fraction(-3, 2)
# expect: a - b -7/2 2: Fraction Fraction(-11, 2)
# expect: b - a -7/2 2: Fraction Fraction(11, 2)
# expect: a * b -7/2 2: Fraction Fraction(-7, 1)
# expect: a / b -7/2 2: Fraction Fraction(-7, 4)
# expect: b / a -7/2 2: Fraction Fraction(-4, 7)
# expect: a // b -7/2 2: int -2
# expect: b // a -7/2 2: int -1
# expect: a % b -7/2 2: Fraction Fraction(1, 2)
# expect: b % a -7/2 2: Fraction Fraction(-3, 2)
# expect: divmod(a, b) -7/2 2: tuple (-2, Fraction(1, 2))
# expect: divmod(b, a) -7/2 2: tuple (-1, Fraction(-3, 2))
# expect: a ** b -7/2 2: Fraction Fraction(49, 4)
# expect: b ** a -7/2 2: float 0.08838834764831845
# expect: a == b -7/2 2: bool False
# expect: b == a -7/2 2: bool False
# expect: a < b -7/2 2: bool True
# expect: b <= a -7/2 2: bool False
# expect: a != b -7/2 2: bool True
# expect: a > b -7/2 2: bool False
# expect: a + b -7/2 2/3: Fraction Fraction(-17, 6)
# expect: a - b -7/2 2/3: Fraction Fraction(-25, 6)
# expect: b - a -7/2 2/3: Fraction Fraction(25, 6)
# expect: a * b -7/2 2/3: Fraction Fraction(-7, 3)
# expect: a / b -7/2 2/3: Fraction Fraction(-21, 4)
# expect: b / a -7/2 2/3: Fraction Fraction(-4, 21)
# expect: a // b -7/2 2/3: int -6
# expect: b // a -7/2 2/3: int -1
# expect: a % b -7/2 2/3: Fraction Fraction(1, 2)
# expect: b % a -7/2 2/3: Fraction Fraction(-17, 6)
# expect: divmod(a, b) -7/2 2/3: tuple (-6, Fraction(1, 2))
# expect: divmod(b, a) -7/2 2/3: tuple (-1, Fraction(-17, 6))
# expect: a ** b -7/2 2/3: complex (-1.1526090730146112+1.9963774757261734j)
# expect: b ** a -7/2 2/3: float 4.133513940946614
# expect: a == b -7/2 2/3: bool False
# expect: b == a -7/2 2/3: bool False
# expect: a < b -7/2 2/3: bool True
# expect: b <= a -7/2 2/3: bool False
# expect: a != b -7/2 2/3: bool True
# expect: a > b -7/2 2/3: bool False
# expect: a + b -7/2 0.5: float -3.0
# expect: a - b -7/2 0.5: float -4.0
# expect: b - a -7/2 0.5: float 4.0
# expect: a * b -7/2 0.5: float -1.75
# expect: a / b -7/2 0.5: float -7.0
# expect: b / a -7/2 0.5: float -0.14285714285714285
# expect: a // b -7/2 0.5: float -7.0
# expect: b // a -7/2 0.5: float -1.0
# expect: a % b -7/2 0.5: float 0.0
# expect: b % a -7/2 0.5: float -3.0
# expect: divmod(a, b) -7/2 0.5: tuple (-7.0, 0.0)
# expect: divmod(b, a) -7/2 0.5: tuple (-1.0, -3.0)
# expect: a ** b -7/2 0.5: complex (1.1455521855546893e-16+1.8708286933869707j)
# expect: b ** a -7/2 0.5: float 11.313708498984761
# expect: a == b -7/2 0.5: bool False
# expect: b == a -7/2 0.5: bool False
# expect: a < b -7/2 0.5: bool True
# expect: b <= a -7/2 0.5: bool False
# expect: a != b -7/2 0.5: bool True
# expect: a > b -7/2 0.5: bool False
# expect: a + b -7/2 1j: complex (-3.5+1j)
# expect: a - b -7/2 1j: complex (-3.5-1j)
# expect: b - a -7/2 1j: complex (3.5+1j)
# expect: a * b -7/2 1j: complex (-0-3.5j)
# expect: a / b -7/2 1j: complex 3.5j
# expect: b / a -7/2 1j: complex (-0-0.2857142857142857j)
# expect: a // b -7/2 1j: TypeError unsupported operand type(s) for //: 'complex' and 'complex'
# expect: b // a -7/2 1j: TypeError unsupported operand type(s) for //: 'complex' and 'complex'
# expect: a % b -7/2 1j: TypeError unsupported operand type(s) for %: 'complex' and 'complex'
# expect: b % a -7/2 1j: TypeError unsupported operand type(s) for %: 'complex' and 'complex'
# expect: divmod(a, b) -7/2 1j: TypeError unsupported operand type(s) for divmod(): 'complex' and 'complex'
# expect: divmod(b, a) -7/2 1j: TypeError unsupported operand type(s) for divmod(): 'complex' and 'complex'
# expect: a ** b -7/2 1j: complex (0.013512955403013309+0.04104683627253339j)
# expect: b ** a -7/2 1j: complex (0.7071067811865474+0.7071067811865477j)
# expect: a == b -7/2 1j: bool False
# expect: b == a -7/2 1j: bool False
# expect: a < b -7/2 1j: TypeError '<' not supported between instances of 'Fraction' and 'complex'
# expect: b <= a -7/2 1j: TypeError '<=' not supported between instances of 'complex' and 'Fraction'
# expect: a != b -7/2 1j: bool True
# expect: a > b -7/2 1j: TypeError '>' not supported between instances of 'Fraction' and 'complex'
# expect: a + b -7/2 0.5: TypeError unsupported operand type(s) for +: 'Fraction' and 'decimal.Decimal'
# expect: a - b -7/2 0.5: TypeError unsupported operand type(s) for -: 'Fraction' and 'decimal.Decimal'
# expect: b - a -7/2 0.5: TypeError unsupported operand type(s) for -: 'decimal.Decimal' and 'Fraction'
# expect: a * b -7/2 0.5: TypeError unsupported operand type(s) for *: 'Fraction' and 'decimal.Decimal'
# expect: a / b -7/2 0.5: TypeError unsupported operand type(s) for /: 'Fraction' and 'decimal.Decimal'
# expect: b / a -7/2 0.5: TypeError unsupported operand type(s) for /: 'decimal.Decimal' and 'Fraction'
# expect: a // b -7/2 0.5: TypeError unsupported operand type(s) for //: 'Fraction' and 'decimal.Decimal'
# expect: b // a -7/2 0.5: TypeError unsupported operand type(s) for //: 'decimal.Decimal' and 'Fraction'
# expect: a % b -7/2 0.5: TypeError unsupported operand type(s) for %: 'Fraction' and 'decimal.Decimal'
# expect: b % a -7/2 0.5: TypeError unsupported operand type(s) for %: 'decimal.Decimal' and 'Fraction'
# expect: divmod(a, b) -7/2 0.5: TypeError unsupported operand type(s) for divmod(): 'Fraction' and 'decimal.Decimal'
# expect: divmod(b, a) -7/2 0.5: TypeError unsupported operand type(s) for divmod(): 'decimal.Decimal' and 'Fraction'
# expect: a ** b -7/2 0.5: TypeError unsupported operand type(s) for ** or pow(): 'float' and 'decimal.Decimal'
# expect: b ** a -7/2 0.5: TypeError unsupported operand type(s) for ** or pow(): 'decimal.Decimal' and 'float'
# expect: a == b -7/2 0.5: bool False
# expect: b == a -7/2 0.5: bool False
# expect: a < b -7/2 0.5: bool True
# expect: b <= a -7/2 0.5: bool False
# expect: a != b -7/2 0.5: bool True
# expect: a > b -7/2 0.5: bool False
# expect: a + b -7/2 x: TypeError unsupported operand type(s) for +: 'Fraction' and 'str'
# expect: a - b -7/2 x: TypeError unsupported operand type(s) for -: 'Fraction' and 'str'
# expect: b - a -7/2 x: TypeError unsupported operand type(s) for -: 'str' and 'Fraction'
# expect: a * b -7/2 x: TypeError can't multiply sequence by non-int of type 'Fraction'
# expect: a / b -7/2 x: TypeError unsupported operand type(s) for /: 'Fraction' and 'str'
# expect: b / a -7/2 x: TypeError unsupported operand type(s) for /: 'str' and 'Fraction'
# expect: a // b -7/2 x: TypeError unsupported operand type(s) for //: 'Fraction' and 'str'
# expect: b // a -7/2 x: TypeError unsupported operand type(s) for //: 'str' and 'Fraction'
# expect: a % b -7/2 x: TypeError unsupported operand type(s) for %: 'Fraction' and 'str'
# expect: b % a -7/2 x: TypeError not all arguments converted during string formatting
# expect: divmod(a, b) -7/2 x: TypeError unsupported operand type(s) for divmod(): 'Fraction' and 'str'
# expect: divmod(b, a) -7/2 x: TypeError unsupported operand type(s) for divmod(): 'str' and 'Fraction'
# expect: a ** b -7/2 x: TypeError unsupported operand type(s) for ** or pow(): 'float' and 'str'
# expect: b ** a -7/2 x: TypeError unsupported operand type(s) for ** or pow(): 'str' and 'float'
# expect: a == b -7/2 x: bool False
# expect: b == a -7/2 x: bool False
# expect: a < b -7/2 x: TypeError '<' not supported between instances of 'Fraction' and 'str'
# expect: b <= a -7/2 x: TypeError '<=' not supported between instances of 'str' and 'Fraction'
# expect: a != b -7/2 x: bool True
# expect: a > b -7/2 x: TypeError '>' not supported between instances of 'Fraction' and 'str'
# expect: a + b -7/2 True: Fraction Fraction(-5, 2)
# expect: a - b -7/2 True: Fraction Fraction(-9, 2)
# expect: b - a -7/2 True: Fraction Fraction(9, 2)
# expect: a * b -7/2 True: Fraction Fraction(-7, 2)
# expect: a / b -7/2 True: Fraction Fraction(-7, 2)
# expect: b / a -7/2 True: Fraction Fraction(-2, 7)
# expect: a // b -7/2 True: int -4
# expect: b // a -7/2 True: int -1
# expect: a % b -7/2 True: Fraction Fraction(1, 2)
# expect: b % a -7/2 True: Fraction Fraction(-5, 2)
# expect: divmod(a, b) -7/2 True: tuple (-4, Fraction(1, 2))
# expect: divmod(b, a) -7/2 True: tuple (-1, Fraction(-5, 2))
# expect: a ** b -7/2 True: Fraction Fraction(-7, 2)
# expect: b ** a -7/2 True: float 1.0
# expect: a == b -7/2 True: bool False
# expect: b == a -7/2 True: bool False
# expect: a < b -7/2 True: bool True
# expect: b <= a -7/2 True: bool False
# expect: a != b -7/2 True: bool True
# expect: a > b -7/2 True: bool False
# expect: a + b -7/2 -1: Fraction Fraction(-9, 2)
# expect: a - b -7/2 -1: Fraction Fraction(-5, 2)
# expect: b - a -7/2 -1: Fraction Fraction(5, 2)
# expect: a * b -7/2 -1: Fraction Fraction(7, 2)
# expect: a / b -7/2 -1: Fraction Fraction(7, 2)
# expect: b / a -7/2 -1: Fraction Fraction(2, 7)
# expect: a // b -7/2 -1: int 3
# expect: b // a -7/2 -1: int 0
# expect: a % b -7/2 -1: Fraction Fraction(-1, 2)
# expect: b % a -7/2 -1: Fraction Fraction(-1, 1)
# expect: divmod(a, b) -7/2 -1: tuple (3, Fraction(-1, 2))
# expect: divmod(b, a) -7/2 -1: tuple (0, Fraction(-1, 1))
# expect: a ** b -7/2 -1: Fraction Fraction(-2, 7)
# expect: b ** a -7/2 -1: complex (-4.286263797015736e-16+1j)
# expect: a == b -7/2 -1: bool False
# expect: b == a -7/2 -1: bool False
# expect: a < b -7/2 -1: bool True
# expect: b <= a -7/2 -1: bool False
# expect: a != b -7/2 -1: bool True
# expect: a > b -7/2 -1: bool False
# expect: a + b -7/2 -2: Fraction Fraction(-11, 2)
# expect: a - b -7/2 -2: Fraction Fraction(-3, 2)
# expect: b - a -7/2 -2: Fraction Fraction(3, 2)
# expect: a * b -7/2 -2: Fraction Fraction(7, 1)
# expect: a / b -7/2 -2: Fraction Fraction(7, 4)
# expect: b / a -7/2 -2: Fraction Fraction(4, 7)
# expect: a // b -7/2 -2: int 1
# expect: b // a -7/2 -2: int 0
# expect: a % b -7/2 -2: Fraction Fraction(-3, 2)
# expect: b % a -7/2 -2: Fraction Fraction(-2, 1)
# expect: divmod(a, b) -7/2 -2: tuple (1, Fraction(-3, 2))
# expect: divmod(b, a) -7/2 -2: tuple (0, Fraction(-2, 1))
# expect: a ** b -7/2 -2: Fraction Fraction(4, 49)
# expect: b ** a -7/2 -2: complex (-3.7885577460302836e-17+0.08838834764831845j)
# expect: a == b -7/2 -2: bool False
# expect: b == a -7/2 -2: bool False
# expect: a < b -7/2 -2: bool True
# expect: b <= a -7/2 -2: bool False
# expect: a != b -7/2 -2: bool True
# expect: a > b -7/2 -2: bool False
# expect: a + b -7/2 1/2: Fraction Fraction(-3, 1)
# expect: a - b -7/2 1/2: Fraction Fraction(-4, 1)
# expect: b - a -7/2 1/2: Fraction Fraction(4, 1)
# expect: a * b -7/2 1/2: Fraction Fraction(-7, 4)
# expect: a / b -7/2 1/2: Fraction Fraction(-7, 1)
# expect: b / a -7/2 1/2: Fraction Fraction(-1, 7)
# expect: a // b -7/2 1/2: int -7
# expect: b // a -7/2 1/2: int -1
# expect: a % b -7/2 1/2: Fraction Fraction(0, 1)
# expect: b % a -7/2 1/2: Fraction Fraction(-3, 1)
# expect: divmod(a, b) -7/2 1/2: tuple (-7, Fraction(0, 1))
# expect: divmod(b, a) -7/2 1/2: tuple (-1, Fraction(-3, 1))
# expect: a ** b -7/2 1/2: complex (1.1455521855546893e-16+1.8708286933869707j)
# expect: b ** a -7/2 1/2: float 11.313708498984761
# expect: a == b -7/2 1/2: bool False
# expect: b == a -7/2 1/2: bool False
# expect: a < b -7/2 1/2: bool True
# expect: b <= a -7/2 1/2: bool False
# expect: a != b -7/2 1/2: bool True
# expect: a > b -7/2 1/2: bool False
# expect: a + b -7/2 0: Fraction Fraction(-7, 2)
# expect: a - b -7/2 0: Fraction Fraction(-7, 2)
# expect: b - a -7/2 0: Fraction Fraction(7, 2)
# expect: a * b -7/2 0: Fraction Fraction(0, 1)
# expect: a / b -7/2 0: ZeroDivisionError Fraction(1, 0)
# expect: b / a -7/2 0: Fraction Fraction(0, 1)
# expect: a // b -7/2 0: ZeroDivisionError integer division or modulo by zero
# expect: b // a -7/2 0: int 0
# expect: a % b -7/2 0: ZeroDivisionError integer modulo by zero
# expect: b % a -7/2 0: Fraction Fraction(0, 1)
# expect: divmod(a, b) -7/2 0: ZeroDivisionError integer division or modulo by zero
# expect: divmod(b, a) -7/2 0: tuple (0, Fraction(0, 1))
# expect: a ** b -7/2 0: Fraction Fraction(1, 1)
# expect: b ** a -7/2 0: ZeroDivisionError 0.0 cannot be raised to a negative power
# expect: a == b -7/2 0: bool False
# expect: b == a -7/2 0: bool False
# expect: a < b -7/2 0: bool True
# expect: b <= a -7/2 0: bool False
# expect: a != b -7/2 0: bool True
# expect: a > b -7/2 0: bool False
# expect: a + b 4 2: Fraction Fraction(6, 1)
# expect: a - b 4 2: Fraction Fraction(2, 1)
# expect: b - a 4 2: Fraction Fraction(-2, 1)
# expect: a * b 4 2: Fraction Fraction(8, 1)
# expect: a / b 4 2: Fraction Fraction(2, 1)
# expect: b / a 4 2: Fraction Fraction(1, 2)
# expect: a // b 4 2: int 2
# expect: b // a 4 2: int 0
# expect: a % b 4 2: Fraction Fraction(0, 1)
# expect: b % a 4 2: Fraction Fraction(2, 1)
# expect: divmod(a, b) 4 2: tuple (2, Fraction(0, 1))
# expect: divmod(b, a) 4 2: tuple (0, Fraction(2, 1))
# expect: a ** b 4 2: Fraction Fraction(16, 1)
# expect: b ** a 4 2: int 16
# expect: a == b 4 2: bool False
# expect: b == a 4 2: bool False
# expect: a < b 4 2: bool False
# expect: b <= a 4 2: bool True
# expect: a != b 4 2: bool True
# expect: a > b 4 2: bool True
# expect: a + b 4 2/3: Fraction Fraction(14, 3)
# expect: a - b 4 2/3: Fraction Fraction(10, 3)
# expect: b - a 4 2/3: Fraction Fraction(-10, 3)
# expect: a * b 4 2/3: Fraction Fraction(8, 3)
# expect: a / b 4 2/3: Fraction Fraction(6, 1)
# expect: b / a 4 2/3: Fraction Fraction(1, 6)
# expect: a // b 4 2/3: int 6
# expect: b // a 4 2/3: int 0
# expect: a % b 4 2/3: Fraction Fraction(0, 1)
# expect: b % a 4 2/3: Fraction Fraction(2, 3)
# expect: divmod(a, b) 4 2/3: tuple (6, Fraction(0, 1))
# expect: divmod(b, a) 4 2/3: tuple (0, Fraction(2, 3))
# expect: a ** b 4 2/3: float 2.5198420997897464
# expect: b ** a 4 2/3: Fraction Fraction(16, 81)
# expect: a == b 4 2/3: bool False
# expect: b == a 4 2/3: bool False
# expect: a < b 4 2/3: bool False
# expect: b <= a 4 2/3: bool True
# expect: a != b 4 2/3: bool True
# expect: a > b 4 2/3: bool True
# expect: a + b 4 0.5: float 4.5
# expect: a - b 4 0.5: float 3.5
# expect: b - a 4 0.5: float -3.5
# expect: a * b 4 0.5: float 2.0
# expect: a / b 4 0.5: float 8.0
# expect: b / a 4 0.5: float 0.125
# expect: a // b 4 0.5: float 8.0
# expect: b // a 4 0.5: float 0.0
# expect: a % b 4 0.5: float 0.0
# expect: b % a 4 0.5: float 0.5
# expect: divmod(a, b) 4 0.5: tuple (8.0, 0.0)
# expect: divmod(b, a) 4 0.5: tuple (0.0, 0.5)
# expect: a ** b 4 0.5: float 2.0
# expect: b ** a 4 0.5: float 0.0625
# expect: a == b 4 0.5: bool False
# expect: b == a 4 0.5: bool False
# expect: a < b 4 0.5: bool False
# expect: b <= a 4 0.5: bool True
# expect: a != b 4 0.5: bool True
# expect: a > b 4 0.5: bool True
# expect: a + b 4 1j: complex (4+1j)
# expect: a - b 4 1j: complex (4-1j)
# expect: b - a 4 1j: complex (-4+1j)
# expect: a * b 4 1j: complex 4j
# expect: a / b 4 1j: complex -4j
# expect: b / a 4 1j: complex 0.25j
# expect: a // b 4 1j: TypeError unsupported operand type(s) for //: 'complex' and 'complex'
# expect: b // a 4 1j: TypeError unsupported operand type(s) for //: 'complex' and 'complex'
# expect: a % b 4 1j: TypeError unsupported operand type(s) for %: 'complex' and 'complex'
# expect: b % a 4 1j: TypeError unsupported operand type(s) for %: 'complex' and 'complex'
# expect: divmod(a, b) 4 1j: TypeError unsupported operand type(s) for divmod(): 'complex' and 'complex'
# expect: divmod(b, a) 4 1j: TypeError unsupported operand type(s) for divmod(): 'complex' and 'complex'
# expect: a ** b 4 1j: complex (0.18345697474330172+0.9830277404112437j)
# expect: b ** a 4 1j: complex (1+0j)
# expect: a == b 4 1j: bool False
# expect: b == a 4 1j: bool False
# expect: a < b 4 1j: TypeError '<' not supported between instances of 'Fraction' and 'complex'
# expect: b <= a 4 1j: TypeError '<=' not supported between instances of 'complex' and 'Fraction'
# expect: a != b 4 1j: bool True
# expect: a > b 4 1j: TypeError '>' not supported between instances of 'Fraction' and 'complex'
# expect: a + b 4 0.5: TypeError unsupported operand type(s) for +: 'Fraction' and 'decimal.Decimal'
# expect: a - b 4 0.5: TypeError unsupported operand type(s) for -: 'Fraction' and 'decimal.Decimal'
# expect: b - a 4 0.5: TypeError unsupported operand type(s) for -: 'decimal.Decimal' and 'Fraction'
# expect: a * b 4 0.5: TypeError unsupported operand type(s) for *: 'Fraction' and 'decimal.Decimal'
# expect: a / b 4 0.5: TypeError unsupported operand type(s) for /: 'Fraction' and 'decimal.Decimal'
# expect: b / a 4 0.5: TypeError unsupported operand type(s) for /: 'decimal.Decimal' and 'Fraction'
# expect: a // b 4 0.5: TypeError unsupported operand type(s) for //: 'Fraction' and 'decimal.Decimal'
# expect: b // a 4 0.5: TypeError unsupported operand type(s) for //: 'decimal.Decimal' and 'Fraction'
# expect: a % b 4 0.5: TypeError unsupported operand type(s) for %: 'Fraction' and 'decimal.Decimal'
# expect: b % a 4 0.5: TypeError unsupported operand type(s) for %: 'decimal.Decimal' and 'Fraction'
# expect: divmod(a, b) 4 0.5: TypeError unsupported operand type(s) for divmod(): 'Fraction' and 'decimal.Decimal'
# expect: divmod(b, a) 4 0.5: TypeError unsupported operand type(s) for divmod(): 'decimal.Decimal' and 'Fraction'
# expect: a ** b 4 0.5: TypeError unsupported operand type(s) for ** or pow(): 'float' and 'decimal.Decimal'
# expect: b ** a 4 0.5: Decimal 0.0625
# expect: a == b 4 0.5: bool False
# expect: b == a 4 0.5: bool False
# expect: a < b 4 0.5: bool False
# expect: b <= a 4 0.5: bool True
# expect: a != b 4 0.5: bool True
# expect: a > b 4 0.5: bool True
# expect: a + b 4 x: TypeError unsupported operand type(s) for +: 'Fraction' and 'str'
# expect: a - b 4 x: TypeError unsupported operand type(s) for -: 'Fraction' and 'str'
# expect: b - a 4 x: TypeError unsupported operand type(s) for -: 'str' and 'Fraction'
# expect: a * b 4 x: TypeError can't multiply sequence by non-int of type 'Fraction'
# expect: a / b 4 x: TypeError unsupported operand type(s) for /: 'Fraction' and 'str'
# expect: b / a 4 x: TypeError unsupported operand type(s) for /: 'str' and 'Fraction'
# expect: a // b 4 x: TypeError unsupported operand type(s) for //: 'Fraction' and 'str'
# expect: b // a 4 x: TypeError unsupported operand type(s) for //: 'str' and 'Fraction'
# expect: a % b 4 x: TypeError unsupported operand type(s) for %: 'Fraction' and 'str'
# expect: b % a 4 x: TypeError not all arguments converted during string formatting
# expect: divmod(a, b) 4 x: TypeError unsupported operand type(s) for divmod(): 'Fraction' and 'str'
# expect: divmod(b, a) 4 x: TypeError unsupported operand type(s) for divmod(): 'str' and 'Fraction'
# expect: a ** b 4 x: TypeError unsupported operand type(s) for ** or pow(): 'float' and 'str'
# expect: b ** a 4 x: TypeError unsupported operand type(s) for ** or pow(): 'str' and 'int'
# expect: a == b 4 x: bool False
# expect: b == a 4 x: bool False
# expect: a < b 4 x: TypeError '<' not supported between instances of 'Fraction' and 'str'
# expect: b <= a 4 x: TypeError '<=' not supported between instances of 'str' and 'Fraction'
# expect: a != b 4 x: bool True
# expect: a > b 4 x: TypeError '>' not supported between instances of 'Fraction' and 'str'
# expect: a + b 4 True: Fraction Fraction(5, 1)
# expect: a - b 4 True: Fraction Fraction(3, 1)
# expect: b - a 4 True: Fraction Fraction(-3, 1)
# expect: a * b 4 True: Fraction Fraction(4, 1)
# expect: a / b 4 True: Fraction Fraction(4, 1)
# expect: b / a 4 True: Fraction Fraction(1, 4)
# expect: a // b 4 True: int 4
# expect: b // a 4 True: int 0
# expect: a % b 4 True: Fraction Fraction(0, 1)
# expect: b % a 4 True: Fraction Fraction(1, 1)
# expect: divmod(a, b) 4 True: tuple (4, Fraction(0, 1))
# expect: divmod(b, a) 4 True: tuple (0, Fraction(1, 1))
# expect: a ** b 4 True: Fraction Fraction(4, 1)
# expect: b ** a 4 True: int 1
# expect: a == b 4 True: bool False
# expect: b == a 4 True: bool False
# expect: a < b 4 True: bool False
# expect: b <= a 4 True: bool True
# expect: a != b 4 True: bool True
# expect: a > b 4 True: bool True
# expect: a + b 4 -1: Fraction Fraction(3, 1)
# expect: a - b 4 -1: Fraction Fraction(5, 1)
# expect: b - a 4 -1: Fraction Fraction(-5, 1)
# expect: a * b 4 -1: Fraction Fraction(-4, 1)
# expect: a / b 4 -1: Fraction Fraction(-4, 1)
# expect: b / a 4 -1: Fraction Fraction(-1, 4)
# expect: a // b 4 -1: int -4
# expect: b // a 4 -1: int -1
# expect: a % b 4 -1: Fraction Fraction(0, 1)
# expect: b % a 4 -1: Fraction Fraction(3, 1)
# expect: divmod(a, b) 4 -1: tuple (-4, Fraction(0, 1))
# expect: divmod(b, a) 4 -1: tuple (-1, Fraction(3, 1))
# expect: a ** b 4 -1: Fraction Fraction(1, 4)
# expect: b ** a 4 -1: int 1
# expect: a == b 4 -1: bool False
# expect: b == a 4 -1: bool False
# expect: a < b 4 -1: bool False
# expect: b <= a 4 -1: bool True
# expect: a != b 4 -1: bool True
# expect: a > b 4 -1: bool True
# expect: a + b 4 -2: Fraction Fraction(2, 1)
# expect: a - b 4 -2: Fraction Fraction(6, 1)
# expect: b - a 4 -2: Fraction Fraction(-6, 1)
# expect: a * b 4 -2: Fraction Fraction(-8, 1)
# expect: a / b 4 -2: Fraction Fraction(-2, 1)
# expect: b / a 4 -2: Fraction Fraction(-1, 2)
# expect: a // b 4 -2: int -2
# expect: b // a 4 -2: int -1
# expect: a % b 4 -2: Fraction Fraction(0, 1)
# expect: b % a 4 -2: Fraction Fraction(2, 1)
# expect: divmod(a, b) 4 -2: tuple (-2, Fraction(0, 1))
# expect: divmod(b, a) 4 -2: tuple (-1, Fraction(2, 1))
# expect: a ** b 4 -2: Fraction Fraction(1, 16)
# expect: b ** a 4 -2: Fraction Fraction(16, 1)
# expect: a == b 4 -2: bool False
# expect: b == a 4 -2: bool False
# expect: a < b 4 -2: bool False
# expect: b <= a 4 -2: bool True
# expect: a != b 4 -2: bool True
# expect: a > b 4 -2: bool True
# expect: a + b 4 1/2: Fraction Fraction(9, 2)
# expect: a - b 4 1/2: Fraction Fraction(7, 2)
# expect: b - a 4 1/2: Fraction Fraction(-7, 2)
# expect: a * b 4 1/2: Fraction Fraction(2, 1)
# expect: a / b 4 1/2: Fraction Fraction(8, 1)
# expect: b / a 4 1/2: Fraction Fraction(1, 8)
# expect: a // b 4 1/2: int 8
# expect: b // a 4 1/2: int 0
# expect: a % b 4 1/2: Fraction Fraction(0, 1)
# expect: b % a 4 1/2: Fraction Fraction(1, 2)
# expect: divmod(a, b) 4 1/2: tuple (8, Fraction(0, 1))
# expect: divmod(b, a) 4 1/2: tuple (0, Fraction(1, 2))
# expect: a ** b 4 1/2: float 2.0
# expect: b ** a 4 1/2: Fraction Fraction(1, 16)
# expect: a == b 4 1/2: bool False
# expect: b == a 4 1/2: bool False
# expect: a < b 4 1/2: bool False
# expect: b <= a 4 1/2: bool True
# expect: a != b 4 1/2: bool True
# expect: a > b 4 1/2: bool True
# expect: a + b 4 0: Fraction Fraction(4, 1)
# expect: a - b 4 0: Fraction Fraction(4, 1)
# expect: b - a 4 0: Fraction Fraction(-4, 1)
# expect: a * b 4 0: Fraction Fraction(0, 1)
# expect: a / b 4 0: ZeroDivisionError Fraction(1, 0)
# expect: b / a 4 0: Fraction Fraction(0, 1)
# expect: a // b 4 0: ZeroDivisionError integer division or modulo by zero
# expect: b // a 4 0: int 0
# expect: a % b 4 0: ZeroDivisionError integer modulo by zero
# expect: b % a 4 0: Fraction Fraction(0, 1)
# expect: divmod(a, b) 4 0: ZeroDivisionError integer division or modulo by zero
# expect: divmod(b, a) 4 0: tuple (0, Fraction(0, 1))
# expect: a ** b 4 0: Fraction Fraction(1, 1)
# expect: b ** a 4 0: int 0
# expect: a == b 4 0: bool False
# expect: b == a 4 0: bool False
# expect: a < b 4 0: bool False
# expect: b <= a 4 0: bool True
# expect: a != b 4 0: bool True
# expect: a > b 4 0: bool True
# expect: a + b 0 2: Fraction Fraction(2, 1)
# expect: a - b 0 2: Fraction Fraction(-2, 1)
# expect: b - a 0 2: Fraction Fraction(2, 1)
# expect: a * b 0 2: Fraction Fraction(0, 1)
# expect: a / b 0 2: Fraction Fraction(0, 1)
# expect: b / a 0 2: ZeroDivisionError Fraction(1, 0)
# expect: a // b 0 2: int 0
# expect: b // a 0 2: ZeroDivisionError integer division or modulo by zero
# expect: a % b 0 2: Fraction Fraction(0, 1)
# expect: b % a 0 2: ZeroDivisionError integer modulo by zero
# expect: divmod(a, b) 0 2: tuple (0, Fraction(0, 1))
# expect: divmod(b, a) 0 2: ZeroDivisionError integer division or modulo by zero
# expect: a ** b 0 2: Fraction Fraction(0, 1)
# expect: b ** a 0 2: int 1
# expect: a == b 0 2: bool False
# expect: b == a 0 2: bool False
# expect: a < b 0 2: bool True
# expect: b <= a 0 2: bool False
# expect: a != b 0 2: bool True
# expect: a > b 0 2: bool False
# expect: a + b 0 2/3: Fraction Fraction(2, 3)
# expect: a - b 0 2/3: Fraction Fraction(-2, 3)
# expect: b - a 0 2/3: Fraction Fraction(2, 3)
# expect: a * b 0 2/3: Fraction Fraction(0, 1)
# expect: a / b 0 2/3: Fraction Fraction(0, 1)
# expect: b / a 0 2/3: ZeroDivisionError Fraction(1, 0)
# expect: a // b 0 2/3: int 0
# expect: b // a 0 2/3: ZeroDivisionError integer division or modulo by zero
# expect: a % b 0 2/3: Fraction Fraction(0, 1)
# expect: b % a 0 2/3: ZeroDivisionError integer modulo by zero
# expect: divmod(a, b) 0 2/3: tuple (0, Fraction(0, 1))
# expect: divmod(b, a) 0 2/3: ZeroDivisionError integer division or modulo by zero
# expect: a ** b 0 2/3: float 0.0
# expect: b ** a 0 2/3: Fraction Fraction(1, 1)
# expect: a == b 0 2/3: bool False
# expect: b == a 0 2/3: bool False
# expect: a < b 0 2/3: bool True
# expect: b <= a 0 2/3: bool False
# expect: a != b 0 2/3: bool True
# expect: a > b 0 2/3: bool False
# expect: a + b 0 0.5: float 0.5
# expect: a - b 0 0.5: float -0.5
# expect: b - a 0 0.5: float 0.5
# expect: a * b 0 0.5: float 0.0
# expect: a / b 0 0.5: float 0.0
# expect: b / a 0 0.5: ZeroDivisionError float division by zero
# expect: a // b 0 0.5: float 0.0
# expect: b // a 0 0.5: ZeroDivisionError float floor division by zero
# expect: a % b 0 0.5: float 0.0
# expect: b % a 0 0.5: ZeroDivisionError float modulo
# expect: divmod(a, b) 0 0.5: tuple (0.0, 0.0)
# expect: divmod(b, a) 0 0.5: ZeroDivisionError float divmod()
# expect: a ** b 0 0.5: float 0.0
# expect: b ** a 0 0.5: float 1.0
# expect: a == b 0 0.5: bool False
# expect: b == a 0 0.5: bool False
# expect: a < b 0 0.5: bool True
# expect: b <= a 0 0.5: bool False
# expect: a != b 0 0.5: bool True
# expect: a > b 0 0.5: bool False
# expect: a + b 0 1j: complex 1j
# expect: a - b 0 1j: complex -1j
# expect: b - a 0 1j: complex 1j
# expect: a * b 0 1j: complex 0j
# expect: a / b 0 1j: complex 0j
# expect: b / a 0 1j: ZeroDivisionError complex division by zero
# expect: a // b 0 1j: TypeError unsupported operand type(s) for //: 'complex' and 'complex'
# expect: b // a 0 1j: TypeError unsupported operand type(s) for //: 'complex' and 'complex'
# expect: a % b 0 1j: TypeError unsupported operand type(s) for %: 'complex' and 'complex'
# expect: b % a 0 1j: TypeError unsupported operand type(s) for %: 'complex' and 'complex'
# expect: divmod(a, b) 0 1j: TypeError unsupported operand type(s) for divmod(): 'complex' and 'complex'
# expect: divmod(b, a) 0 1j: TypeError unsupported operand type(s) for divmod(): 'complex' and 'complex'
# expect: a ** b 0 1j: ZeroDivisionError 0.0 to a negative or complex power
# expect: b ** a 0 1j: complex (1+0j)
# expect: a == b 0 1j: bool False
# expect: b == a 0 1j: bool False
# expect: a < b 0 1j: TypeError '<' not supported between instances of 'Fraction' and 'complex'
# expect: b <= a 0 1j: TypeError '<=' not supported between instances of 'complex' and 'Fraction'
# expect: a != b 0 1j: bool True
# expect: a > b 0 1j: TypeError '>' not supported between instances of 'Fraction' and 'complex'
# expect: a + b 0 0.5: TypeError unsupported operand type(s) for +: 'Fraction' and 'decimal.Decimal'
# expect: a - b 0 0.5: TypeError unsupported operand type(s) for -: 'Fraction' and 'decimal.Decimal'
# expect: b - a 0 0.5: TypeError unsupported operand type(s) for -: 'decimal.Decimal' and 'Fraction'
# expect: a * b 0 0.5: TypeError unsupported operand type(s) for *: 'Fraction' and 'decimal.Decimal'
# expect: a / b 0 0.5: TypeError unsupported operand type(s) for /: 'Fraction' and 'decimal.Decimal'
# expect: b / a 0 0.5: TypeError unsupported operand type(s) for /: 'decimal.Decimal' and 'Fraction'
# expect: a // b 0 0.5: TypeError unsupported operand type(s) for //: 'Fraction' and 'decimal.Decimal'
# expect: b // a 0 0.5: TypeError unsupported operand type(s) for //: 'decimal.Decimal' and 'Fraction'
# expect: a % b 0 0.5: TypeError unsupported operand type(s) for %: 'Fraction' and 'decimal.Decimal'
# expect: b % a 0 0.5: TypeError unsupported operand type(s) for %: 'decimal.Decimal' and 'Fraction'
# expect: divmod(a, b) 0 0.5: TypeError unsupported operand type(s) for divmod(): 'Fraction' and 'decimal.Decimal'
# expect: divmod(b, a) 0 0.5: TypeError unsupported operand type(s) for divmod(): 'decimal.Decimal' and 'Fraction'
# expect: a ** b 0 0.5: TypeError unsupported operand type(s) for ** or pow(): 'float' and 'decimal.Decimal'
# expect: b ** a 0 0.5: Decimal 1
# expect: a == b 0 0.5: bool False
# expect: b == a 0 0.5: bool False
# expect: a < b 0 0.5: bool True
# expect: b <= a 0 0.5: bool False
# expect: a != b 0 0.5: bool True
# expect: a > b 0 0.5: bool False
# expect: a + b 0 x: TypeError unsupported operand type(s) for +: 'Fraction' and 'str'
# expect: a - b 0 x: TypeError unsupported operand type(s) for -: 'Fraction' and 'str'
# expect: b - a 0 x: TypeError unsupported operand type(s) for -: 'str' and 'Fraction'
# expect: a * b 0 x: TypeError can't multiply sequence by non-int of type 'Fraction'
# expect: a / b 0 x: TypeError unsupported operand type(s) for /: 'Fraction' and 'str'
# expect: b / a 0 x: TypeError unsupported operand type(s) for /: 'str' and 'Fraction'
# expect: a // b 0 x: TypeError unsupported operand type(s) for //: 'Fraction' and 'str'
# expect: b // a 0 x: TypeError unsupported operand type(s) for //: 'str' and 'Fraction'
# expect: a % b 0 x: TypeError unsupported operand type(s) for %: 'Fraction' and 'str'
# expect: b % a 0 x: TypeError not all arguments converted during string formatting
# expect: divmod(a, b) 0 x: TypeError unsupported operand type(s) for divmod(): 'Fraction' and 'str'
# expect: divmod(b, a) 0 x: TypeError unsupported operand type(s) for divmod(): 'str' and 'Fraction'
# expect: a ** b 0 x: TypeError unsupported operand type(s) for ** or pow(): 'float' and 'str'
# expect: b ** a 0 x: TypeError unsupported operand type(s) for ** or pow(): 'str' and 'int'
# expect: a == b 0 x: bool False
# expect: b == a 0 x: bool False
# expect: a < b 0 x: TypeError '<' not supported between instances of 'Fraction' and 'str'
# expect: b <= a 0 x: TypeError '<=' not supported between instances of 'str' and 'Fraction'
# expect: a != b 0 x: bool True
# expect: a > b 0 x: TypeError '>' not supported between instances of 'Fraction' and 'str'
# expect: a + b 0 True: Fraction Fraction(1, 1)
# expect: a - b 0 True: Fraction Fraction(-1, 1)
# expect: b - a 0 True: Fraction Fraction(1, 1)
# expect: a * b 0 True: Fraction Fraction(0, 1)
# expect: a / b 0 True: Fraction Fraction(0, 1)
# expect: b / a 0 True: ZeroDivisionError Fraction(1, 0)
# expect: a // b 0 True: int 0
# expect: b // a 0 True: ZeroDivisionError integer division or modulo by zero
# expect: a % b 0 True: Fraction Fraction(0, 1)
# expect: b % a 0 True: ZeroDivisionError integer modulo by zero
# expect: divmod(a, b) 0 True: tuple (0, Fraction(0, 1))
# expect: divmod(b, a) 0 True: ZeroDivisionError integer division or modulo by zero
# expect: a ** b 0 True: Fraction Fraction(0, 1)
# expect: b ** a 0 True: int 1
# expect: a == b 0 True: bool False
# expect: b == a 0 True: bool False
# expect: a < b 0 True: bool True
# expect: b <= a 0 True: bool False
# expect: a != b 0 True: bool True
# expect: a > b 0 True: bool False
# expect: a + b 0 -1: Fraction Fraction(-1, 1)
# expect: a - b 0 -1: Fraction Fraction(1, 1)
# expect: b - a 0 -1: Fraction Fraction(-1, 1)
# expect: a * b 0 -1: Fraction Fraction(0, 1)
# expect: a / b 0 -1: Fraction Fraction(0, 1)
# expect: b / a 0 -1: ZeroDivisionError Fraction(1, 0)
# expect: a // b 0 -1: int 0
# expect: b // a 0 -1: ZeroDivisionError integer division or modulo by zero
# expect: a % b 0 -1: Fraction Fraction(0, 1)
# expect: b % a 0 -1: ZeroDivisionError integer modulo by zero
# expect: divmod(a, b) 0 -1: tuple (0, Fraction(0, 1))
# expect: divmod(b, a) 0 -1: ZeroDivisionError integer division or modulo by zero
# expect: a ** b 0 -1: ZeroDivisionError Fraction(1, 0)
# expect: b ** a 0 -1: int 1
# expect: a == b 0 -1: bool False
# expect: b == a 0 -1: bool False
# expect: a < b 0 -1: bool False
# expect: b <= a 0 -1: bool True
# expect: a != b 0 -1: bool True
# expect: a > b 0 -1: bool True
# expect: a + b 0 -2: Fraction Fraction(-2, 1)
# expect: a - b 0 -2: Fraction Fraction(2, 1)
# expect: b - a 0 -2: Fraction Fraction(-2, 1)
# expect: a * b 0 -2: Fraction Fraction(0, 1)
# expect: a / b 0 -2: Fraction Fraction(0, 1)
# expect: b / a 0 -2: ZeroDivisionError Fraction(1, 0)
# expect: a // b 0 -2: int 0
# expect: b // a 0 -2: ZeroDivisionError integer division or modulo by zero
# expect: a % b 0 -2: Fraction Fraction(0, 1)
# expect: b % a 0 -2: ZeroDivisionError integer modulo by zero
# expect: divmod(a, b) 0 -2: tuple (0, Fraction(0, 1))
# expect: divmod(b, a) 0 -2: ZeroDivisionError integer division or modulo by zero
# expect: a ** b 0 -2: ZeroDivisionError Fraction(1, 0)
# expect: b ** a 0 -2: Fraction Fraction(1, 1)
# expect: a == b 0 -2: bool False
# expect: b == a 0 -2: bool False
# expect: a < b 0 -2: bool False
# expect: b <= a 0 -2: bool True
# expect: a != b 0 -2: bool True
# expect: a > b 0 -2: bool True
# expect: a + b 0 1/2: Fraction Fraction(1, 2)
# expect: a - b 0 1/2: Fraction Fraction(-1, 2)
# expect: b - a 0 1/2: Fraction Fraction(1, 2)
# expect: a * b 0 1/2: Fraction Fraction(0, 1)
# expect: a / b 0 1/2: Fraction Fraction(0, 1)
# expect: b / a 0 1/2: ZeroDivisionError Fraction(1, 0)
# expect: a // b 0 1/2: int 0
# expect: b // a 0 1/2: ZeroDivisionError integer division or modulo by zero
# expect: a % b 0 1/2: Fraction Fraction(0, 1)
# expect: b % a 0 1/2: ZeroDivisionError integer modulo by zero
# expect: divmod(a, b) 0 1/2: tuple (0, Fraction(0, 1))
# expect: divmod(b, a) 0 1/2: ZeroDivisionError integer division or modulo by zero
# expect: a ** b 0 1/2: float 0.0
# expect: b ** a 0 1/2: Fraction Fraction(1, 1)
# expect: a == b 0 1/2: bool False
# expect: b == a 0 1/2: bool False
# expect: a < b 0 1/2: bool True
# expect: b <= a 0 1/2: bool False
# expect: a != b 0 1/2: bool True
# expect: a > b 0 1/2: bool False
# expect: a + b 0 0: Fraction Fraction(0, 1)
# expect: a - b 0 0: Fraction Fraction(0, 1)
# expect: b - a 0 0: Fraction Fraction(0, 1)
# expect: a * b 0 0: Fraction Fraction(0, 1)
# expect: a / b 0 0: ZeroDivisionError Fraction(1, 0)
# expect: b / a 0 0: ZeroDivisionError Fraction(1, 0)
# expect: a // b 0 0: ZeroDivisionError integer division or modulo by zero
# expect: b // a 0 0: ZeroDivisionError integer division or modulo by zero
# expect: a % b 0 0: ZeroDivisionError integer modulo by zero
# expect: b % a 0 0: ZeroDivisionError integer modulo by zero
# expect: divmod(a, b) 0 0: ZeroDivisionError integer division or modulo by zero
# expect: divmod(b, a) 0 0: ZeroDivisionError integer division or modulo by zero
# expect: a ** b 0 0: Fraction Fraction(1, 1)
# expect: b ** a 0 0: int 1
# expect: a == b 0 0: bool True
# expect: b == a 0 0: bool True
# expect: a < b 0 0: bool False
# expect: b <= a 0 0: bool True
# expect: a != b 0 0: bool False
# expect: a > b 0 0: bool False
# expect: 2 2 2 3 2 5/2 0 6173/50 1152921504606846978 True 2.5 (2.5+0j) 5/2 0 5/2 False
# expect: -2 -2 -3 -2 -2 -5/2 0 6173/50 -1152921504606846978 True -2.5 (-2.5+0j) -5/2 0 -5/2 False
# expect: 2 2 2 3 2 23/10 0 6173/50 1537228672809129303 True 2.3333333333333335 (2.3333333333333335+0j) 7/3 0 7/3 False
# expect: -2 -2 -3 -2 -2 -23/10 0 6173/50 -1537228672809129303 True -2.3333333333333335 (-2.3333333333333335+0j) -7/3 0 -7/3 False
# expect: 6 6 6 6 6 6 10 6173/50 6 True 6.0 (6+0j) 6 0 6 True
# expect: Fraction Fraction(3602879701896397, 36028797018963968)
# expect: Fraction Fraction(3, 1)
# expect: TypeError Fraction.from_float() only takes floats, not '1' (str)
# expect: Fraction Fraction(5, 4)
# expect: TypeError Fraction.from_decimal() only takes Decimals, not 0.5 (float)
# expect: Fraction Fraction(11, 10)
# expect: ValueError cannot convert NaN to integer ratio
# expect: OverflowError cannot convert Infinity to integer ratio
# expect: TypeError both arguments should be Rational instances
# expect: TypeError argument should be a string or a Rational instance
# expect: ZeroDivisionError Fraction(1, 0)
# expect: TypeError argument should be a string or a Rational instance
# expect: Fraction Fraction(1, 2)
# expect: True False True 1/10 355/113
# expect: AttributeError 'Fraction' object has no attribute '__numerator'
# expect: AttributeError property 'numerator' of 'Fraction' object has no setter
# expect: AttributeError 'Fraction' object has no attribute 'x'
# expect: <class '__main__.S'> <class '__main__.S'> 1/2 <class 'fractions.Fraction'> <class 'fractions.Fraction'> S(1, 2) 1/2 2/7
# expect: 1/3  -> str 1/3
# expect: 1/3 .3f -> str 0.333
# expect: 1/3 e -> str 3.333333e-01
# expect: 1/3 .2e -> str 3.33e-01
# expect: 1/3 g -> str 0.333333
# expect: 1/3 .3g -> str 0.333
# expect: 1/3 #.3g -> str 0.333
# expect: 1/3 % -> str 33.333333%
# expect: 1/3 .1% -> str 33.3%
# expect: 1/3 10.2f -> str       0.33
# expect: 1/3 <10.2f -> str 0.33      
# expect: 1/3 ^10.2f -> str    0.33   
# expect: 1/3 =+10.2f -> str +     0.33
# expect: 1/3 *>12.3f -> str *******0.333
# expect: 1/3 010.2f -> str 0000000.33
# expect: 1/3 +.0f -> str +0
# expect: 1/3 #.0f -> str 0.
# expect: 1/3  .2f -> str  0.33
# expect: 1/3 ,.2f -> str 0.33
# expect: 1/3 _.1f -> str 0.3
# expect: 1/3 020,.2f -> str 0,000,000,000,000.33
# expect: 1/3 z.1f -> str 0.3
# expect: 1/3 -z.2f -> str 0.33
# expect: 1/3 E -> str 3.333333E-01
# expect: 1/3 G -> str 0.333333
# expect: 1/3 .0e -> str 3e-01
# expect: 1/3 n -> ValueError Invalid format specifier 'n' for object of type 'Fraction'
# expect: 1/3 d -> ValueError Invalid format specifier 'd' for object of type 'Fraction'
# expect: 1/3 s -> ValueError Invalid format specifier 's' for object of type 'Fraction'
# expect: 1/3 x<010.2f -> ValueError Invalid format specifier 'x<010.2f' for object of type 'Fraction'; can't use explicit alignment when zero-padding
# expect: 1/3 .10g -> str 0.3333333333
# expect: 1/3 0.3f -> str 0.333
# expect: 1/3 5 -> ValueError Invalid format specifier '5' for object of type 'Fraction'
# expect: 1/3 F -> str 0.333333
# expect: -22/7  -> str -22/7
# expect: -22/7 .3f -> str -3.143
# expect: -22/7 e -> str -3.142857e+00
# expect: -22/7 .2e -> str -3.14e+00
# expect: -22/7 g -> str -3.14286
# expect: -22/7 .3g -> str -3.14
# expect: -22/7 #.3g -> str -3.14
# expect: -22/7 % -> str -314.285714%
# expect: -22/7 .1% -> str -314.3%
# expect: -22/7 10.2f -> str      -3.14
# expect: -22/7 <10.2f -> str -3.14     
# expect: -22/7 ^10.2f -> str   -3.14   
# expect: -22/7 =+10.2f -> str -     3.14
# expect: -22/7 *>12.3f -> str ******-3.143
# expect: -22/7 010.2f -> str -000003.14
# expect: -22/7 +.0f -> str -3
# expect: -22/7 #.0f -> str -3.
# expect: -22/7  .2f -> str -3.14
# expect: -22/7 ,.2f -> str -3.14
# expect: -22/7 _.1f -> str -3.1
# expect: -22/7 020,.2f -> str -0,000,000,000,003.14
# expect: -22/7 z.1f -> str -3.1
# expect: -22/7 -z.2f -> str -3.14
# expect: -22/7 E -> str -3.142857E+00
# expect: -22/7 G -> str -3.14286
# expect: -22/7 .0e -> str -3e+00
# expect: -22/7 n -> ValueError Invalid format specifier 'n' for object of type 'Fraction'
# expect: -22/7 d -> ValueError Invalid format specifier 'd' for object of type 'Fraction'
# expect: -22/7 s -> ValueError Invalid format specifier 's' for object of type 'Fraction'
# expect: -22/7 x<010.2f -> ValueError Invalid format specifier 'x<010.2f' for object of type 'Fraction'; can't use explicit alignment when zero-padding
# expect: -22/7 .10g -> str -3.142857143
# expect: -22/7 0.3f -> str -3.143
# expect: -22/7 5 -> ValueError Invalid format specifier '5' for object of type 'Fraction'
# expect: -22/7 F -> str -3.142857
# expect: 0  -> str 0
# expect: 0 .3f -> str 0.000
# expect: 0 e -> str 0.000000e+00
# expect: 0 .2e -> str 0.00e+00
# expect: 0 g -> str 0
# expect: 0 .3g -> str 0
# expect: 0 #.3g -> str 0.00
# expect: 0 % -> str 0.000000%
# expect: 0 .1% -> str 0.0%
# expect: 0 10.2f -> str       0.00
# expect: 0 <10.2f -> str 0.00      
# expect: 0 ^10.2f -> str    0.00   
# expect: 0 =+10.2f -> str +     0.00
# expect: 0 *>12.3f -> str *******0.000
# expect: 0 010.2f -> str 0000000.00
# expect: 0 +.0f -> str +0
# expect: 0 #.0f -> str 0.
# expect: 0  .2f -> str  0.00
# expect: 0 ,.2f -> str 0.00
# expect: 0 _.1f -> str 0.0
# expect: 0 020,.2f -> str 0,000,000,000,000.00
# expect: 0 z.1f -> str 0.0
# expect: 0 -z.2f -> str 0.00
# expect: 0 E -> str 0.000000E+00
# expect: 0 G -> str 0
# expect: 0 .0e -> str 0e+00
# expect: 0 n -> ValueError Invalid format specifier 'n' for object of type 'Fraction'
# expect: 0 d -> ValueError Invalid format specifier 'd' for object of type 'Fraction'
# expect: 0 s -> ValueError Invalid format specifier 's' for object of type 'Fraction'
# expect: 0 x<010.2f -> ValueError Invalid format specifier 'x<010.2f' for object of type 'Fraction'; can't use explicit alignment when zero-padding
# expect: 0 .10g -> str 0
# expect: 0 0.3f -> str 0.000
# expect: 0 5 -> ValueError Invalid format specifier '5' for object of type 'Fraction'
# expect: 0 F -> str 0.000000
# expect: 100000000000000000000/3  -> str 100000000000000000000/3
# expect: 100000000000000000000/3 .3f -> str 33333333333333333333.333
# expect: 100000000000000000000/3 e -> str 3.333333e+19
# expect: 100000000000000000000/3 .2e -> str 3.33e+19
# expect: 100000000000000000000/3 g -> str 3.33333e+19
# expect: 100000000000000000000/3 .3g -> str 3.33e+19
# expect: 100000000000000000000/3 #.3g -> str 3.33e+19
# expect: 100000000000000000000/3 % -> str 3333333333333333333333.333333%
# expect: 100000000000000000000/3 .1% -> str 3333333333333333333333.3%
# expect: 100000000000000000000/3 10.2f -> str 33333333333333333333.33
# expect: 100000000000000000000/3 <10.2f -> str 33333333333333333333.33
# expect: 100000000000000000000/3 ^10.2f -> str 33333333333333333333.33
# expect: 100000000000000000000/3 =+10.2f -> str +33333333333333333333.33
# expect: 100000000000000000000/3 *>12.3f -> str 33333333333333333333.333
# expect: 100000000000000000000/3 010.2f -> str 33333333333333333333.33
# expect: 100000000000000000000/3 +.0f -> str +33333333333333333333
# expect: 100000000000000000000/3 #.0f -> str 33333333333333333333.
# expect: 100000000000000000000/3  .2f -> str  33333333333333333333.33
# expect: 100000000000000000000/3 ,.2f -> str 33,333,333,333,333,333,333.33
# expect: 100000000000000000000/3 _.1f -> str 33_333_333_333_333_333_333.3
# expect: 100000000000000000000/3 020,.2f -> str 33,333,333,333,333,333,333.33
# expect: 100000000000000000000/3 z.1f -> str 33333333333333333333.3
# expect: 100000000000000000000/3 -z.2f -> str 33333333333333333333.33
# expect: 100000000000000000000/3 E -> str 3.333333E+19
# expect: 100000000000000000000/3 G -> str 3.33333E+19
# expect: 100000000000000000000/3 .0e -> str 3e+19
# expect: 100000000000000000000/3 n -> ValueError Invalid format specifier 'n' for object of type 'Fraction'
# expect: 100000000000000000000/3 d -> ValueError Invalid format specifier 'd' for object of type 'Fraction'
# expect: 100000000000000000000/3 s -> ValueError Invalid format specifier 's' for object of type 'Fraction'
# expect: 100000000000000000000/3 x<010.2f -> ValueError Invalid format specifier 'x<010.2f' for object of type 'Fraction'; can't use explicit alignment when zero-padding
# expect: 100000000000000000000/3 .10g -> str 3.333333333e+19
# expect: 100000000000000000000/3 0.3f -> str 33333333333333333333.333
# expect: 100000000000000000000/3 5 -> ValueError Invalid format specifier '5' for object of type 'Fraction'
# expect: 100000000000000000000/3 F -> str 33333333333333333333.333333
# expect: 1/1000000000  -> str 1/1000000000
# expect: 1/1000000000 .3f -> str 0.000
# expect: 1/1000000000 e -> str 1.000000e-09
# expect: 1/1000000000 .2e -> str 1.00e-09
# expect: 1/1000000000 g -> str 1e-09
# expect: 1/1000000000 .3g -> str 1e-09
# expect: 1/1000000000 #.3g -> str 1.00e-09
# expect: 1/1000000000 % -> str 0.000000%
# expect: 1/1000000000 .1% -> str 0.0%
# expect: 1/1000000000 10.2f -> str       0.00
# expect: 1/1000000000 <10.2f -> str 0.00      
# expect: 1/1000000000 ^10.2f -> str    0.00   
# expect: 1/1000000000 =+10.2f -> str +     0.00
# expect: 1/1000000000 *>12.3f -> str *******0.000
# expect: 1/1000000000 010.2f -> str 0000000.00
# expect: 1/1000000000 +.0f -> str +0
# expect: 1/1000000000 #.0f -> str 0.
# expect: 1/1000000000  .2f -> str  0.00
# expect: 1/1000000000 ,.2f -> str 0.00
# expect: 1/1000000000 _.1f -> str 0.0
# expect: 1/1000000000 020,.2f -> str 0,000,000,000,000.00
# expect: 1/1000000000 z.1f -> str 0.0
# expect: 1/1000000000 -z.2f -> str 0.00
# expect: 1/1000000000 E -> str 1.000000E-09
# expect: 1/1000000000 G -> str 1E-09
# expect: 1/1000000000 .0e -> str 1e-09
# expect: 1/1000000000 n -> ValueError Invalid format specifier 'n' for object of type 'Fraction'
# expect: 1/1000000000 d -> ValueError Invalid format specifier 'd' for object of type 'Fraction'
# expect: 1/1000000000 s -> ValueError Invalid format specifier 's' for object of type 'Fraction'
# expect: 1/1000000000 x<010.2f -> ValueError Invalid format specifier 'x<010.2f' for object of type 'Fraction'; can't use explicit alignment when zero-padding
# expect: 1/1000000000 .10g -> str 1e-09
# expect: 1/1000000000 0.3f -> str 0.000
# expect: 1/1000000000 5 -> ValueError Invalid format specifier '5' for object of type 'Fraction'
# expect: 1/1000000000 F -> str 0.000000
# expect: 999999/1000  -> str 999999/1000
# expect: 999999/1000 .3f -> str 999.999
# expect: 999999/1000 e -> str 9.999990e+02
# expect: 999999/1000 .2e -> str 1.00e+03
# expect: 999999/1000 g -> str 999.999
# expect: 999999/1000 .3g -> str 1e+03
# expect: 999999/1000 #.3g -> str 1.00e+03
# expect: 999999/1000 % -> str 99999.900000%
# expect: 999999/1000 .1% -> str 99999.9%
# expect: 999999/1000 10.2f -> str    1000.00
# expect: 999999/1000 <10.2f -> str 1000.00   
# expect: 999999/1000 ^10.2f -> str  1000.00  
# expect: 999999/1000 =+10.2f -> str +  1000.00
# expect: 999999/1000 *>12.3f -> str *****999.999
# expect: 999999/1000 010.2f -> str 0001000.00
# expect: 999999/1000 +.0f -> str +1000
# expect: 999999/1000 #.0f -> str 1000.
# expect: 999999/1000  .2f -> str  1000.00
# expect: 999999/1000 ,.2f -> str 1,000.00
# expect: 999999/1000 _.1f -> str 1_000.0
# expect: 999999/1000 020,.2f -> str 0,000,000,001,000.00
# expect: 999999/1000 z.1f -> str 1000.0
# expect: 999999/1000 -z.2f -> str 1000.00
# expect: 999999/1000 E -> str 9.999990E+02
# expect: 999999/1000 G -> str 999.999
# expect: 999999/1000 .0e -> str 1e+03
# expect: 999999/1000 n -> ValueError Invalid format specifier 'n' for object of type 'Fraction'
# expect: 999999/1000 d -> ValueError Invalid format specifier 'd' for object of type 'Fraction'
# expect: 999999/1000 s -> ValueError Invalid format specifier 's' for object of type 'Fraction'
# expect: 999999/1000 x<010.2f -> ValueError Invalid format specifier 'x<010.2f' for object of type 'Fraction'; can't use explicit alignment when zero-padding
# expect: 999999/1000 .10g -> str 999.999
# expect: 999999/1000 0.3f -> str 999.999
# expect: 999999/1000 5 -> ValueError Invalid format specifier '5' for object of type 'Fraction'
# expect: 999999/1000 F -> str 999.999000
# expect: 5/2  -> str 5/2
# expect: 5/2 .3f -> str 2.500
# expect: 5/2 e -> str 2.500000e+00
# expect: 5/2 .2e -> str 2.50e+00
# expect: 5/2 g -> str 2.5
# expect: 5/2 .3g -> str 2.5
# expect: 5/2 #.3g -> str 2.50
# expect: 5/2 % -> str 250.000000%
# expect: 5/2 .1% -> str 250.0%
# expect: 5/2 10.2f -> str       2.50
# expect: 5/2 <10.2f -> str 2.50      
# expect: 5/2 ^10.2f -> str    2.50   
# expect: 5/2 =+10.2f -> str +     2.50
# expect: 5/2 *>12.3f -> str *******2.500
# expect: 5/2 010.2f -> str 0000002.50
# expect: 5/2 +.0f -> str +2
# expect: 5/2 #.0f -> str 2.
# expect: 5/2  .2f -> str  2.50
# expect: 5/2 ,.2f -> str 2.50
# expect: 5/2 _.1f -> str 2.5
# expect: 5/2 020,.2f -> str 0,000,000,000,002.50
# expect: 5/2 z.1f -> str 2.5
# expect: 5/2 -z.2f -> str 2.50
# expect: 5/2 E -> str 2.500000E+00
# expect: 5/2 G -> str 2.5
# expect: 5/2 .0e -> str 2e+00
# expect: 5/2 n -> ValueError Invalid format specifier 'n' for object of type 'Fraction'
# expect: 5/2 d -> ValueError Invalid format specifier 'd' for object of type 'Fraction'
# expect: 5/2 s -> ValueError Invalid format specifier 's' for object of type 'Fraction'
# expect: 5/2 x<010.2f -> ValueError Invalid format specifier 'x<010.2f' for object of type 'Fraction'; can't use explicit alignment when zero-padding
# expect: 5/2 .10g -> str 2.5
# expect: 5/2 0.3f -> str 2.500
# expect: 5/2 5 -> ValueError Invalid format specifier '5' for object of type 'Fraction'
# expect: 5/2 F -> str 2.500000
# expect: -1/400  -> str -1/400
# expect: -1/400 .3f -> str -0.002
# expect: -1/400 e -> str -2.500000e-03
# expect: -1/400 .2e -> str -2.50e-03
# expect: -1/400 g -> str -0.0025
# expect: -1/400 .3g -> str -0.0025
# expect: -1/400 #.3g -> str -0.00250
# expect: -1/400 % -> str -0.250000%
# expect: -1/400 .1% -> str -0.2%
# expect: -1/400 10.2f -> str      -0.00
# expect: -1/400 <10.2f -> str -0.00     
# expect: -1/400 ^10.2f -> str   -0.00   
# expect: -1/400 =+10.2f -> str -     0.00
# expect: -1/400 *>12.3f -> str ******-0.002
# expect: -1/400 010.2f -> str -000000.00
# expect: -1/400 +.0f -> str -0
# expect: -1/400 #.0f -> str -0.
# expect: -1/400  .2f -> str -0.00
# expect: -1/400 ,.2f -> str -0.00
# expect: -1/400 _.1f -> str -0.0
# expect: -1/400 020,.2f -> str -0,000,000,000,000.00
# expect: -1/400 z.1f -> str 0.0
# expect: -1/400 -z.2f -> str 0.00
# expect: -1/400 E -> str -2.500000E-03
# expect: -1/400 G -> str -0.0025
# expect: -1/400 .0e -> str -2e-03
# expect: -1/400 n -> ValueError Invalid format specifier 'n' for object of type 'Fraction'
# expect: -1/400 d -> ValueError Invalid format specifier 'd' for object of type 'Fraction'
# expect: -1/400 s -> ValueError Invalid format specifier 's' for object of type 'Fraction'
# expect: -1/400 x<010.2f -> ValueError Invalid format specifier 'x<010.2f' for object of type 'Fraction'; can't use explicit alignment when zero-padding
# expect: -1/400 .10g -> str -0.0025
# expect: -1/400 0.3f -> str -0.002
# expect: -1/400 5 -> ValueError Invalid format specifier '5' for object of type 'Fraction'
# expect: -1/400 F -> str -0.002500
# expect: 123456789/1000  -> str 123456789/1000
# expect: 123456789/1000 .3f -> str 123456.789
# expect: 123456789/1000 e -> str 1.234568e+05
# expect: 123456789/1000 .2e -> str 1.23e+05
# expect: 123456789/1000 g -> str 123457
# expect: 123456789/1000 .3g -> str 1.23e+05
# expect: 123456789/1000 #.3g -> str 1.23e+05
# expect: 123456789/1000 % -> str 12345678.900000%
# expect: 123456789/1000 .1% -> str 12345678.9%
# expect: 123456789/1000 10.2f -> str  123456.79
# expect: 123456789/1000 <10.2f -> str 123456.79 
# expect: 123456789/1000 ^10.2f -> str 123456.79 
# expect: 123456789/1000 =+10.2f -> str +123456.79
# expect: 123456789/1000 *>12.3f -> str **123456.789
# expect: 123456789/1000 010.2f -> str 0123456.79
# expect: 123456789/1000 +.0f -> str +123457
# expect: 123456789/1000 #.0f -> str 123457.
# expect: 123456789/1000  .2f -> str  123456.79
# expect: 123456789/1000 ,.2f -> str 123,456.79
# expect: 123456789/1000 _.1f -> str 123_456.8
# expect: 123456789/1000 020,.2f -> str 0,000,000,123,456.79
# expect: 123456789/1000 z.1f -> str 123456.8
# expect: 123456789/1000 -z.2f -> str 123456.79
# expect: 123456789/1000 E -> str 1.234568E+05
# expect: 123456789/1000 G -> str 123457
# expect: 123456789/1000 .0e -> str 1e+05
# expect: 123456789/1000 n -> ValueError Invalid format specifier 'n' for object of type 'Fraction'
# expect: 123456789/1000 d -> ValueError Invalid format specifier 'd' for object of type 'Fraction'
# expect: 123456789/1000 s -> ValueError Invalid format specifier 's' for object of type 'Fraction'
# expect: 123456789/1000 x<010.2f -> ValueError Invalid format specifier 'x<010.2f' for object of type 'Fraction'; can't use explicit alignment when zero-padding
# expect: 123456789/1000 .10g -> str 123456.789
# expect: 123456789/1000 0.3f -> str 123456.789
# expect: 123456789/1000 5 -> ValueError Invalid format specifier '5' for object of type 'Fraction'
# expect: 123456789/1000 F -> str 123456.789000
# expect: 273365501/1288 +012,.0e str +000,002e+05
# expect: -23840374/17667  012.9e str -1.349429671e+03
# expect: -976594/9 025.5% str -00000000010851044.44444%
# expect: 238039605/66546793  12.0g str            4
# expect: -45451/24  0,.9g str -1,893.79167
# expect: 38470104053/77016 +025.5E str +00000000000004.99508E+05
# expect: -268076094603/376  0,.9e str -7.129683367e+08
# expect: 53052359/365667 +12.1% str    +14508.4%
# expect: 5368148493/173  .9G str  31029760.1
# expect: 8609658/998735  012,.9G str  08.62056301
# expect: -139358606393/532  12.5f str -261952267.65602
# expect: -168441657/2280359 +0,.5G str -73.866
# expect: 2893/882 0e str 3.280045e+00
# expect: -62258421/4402 12,E str -1.414321E+04
# expect: 68124/673 +012,.5g str +0,000,101.22
# expect: -61/5760331 +12.1% str        -0.0%
# expect: -349689723/349270 12% str -100120.171501%
# expect: 47284783/4569293 0.5% str 1034.83806%
# expect: -8169058099/16474 12f str -495875.810307
# expect: 455945928944/17091 25.9g str                26677545.4
# expect: 561021352391/7 0.9% str 8014590748442.857142857%
# expect: 2559350271/43 +025,f str +0,000,059,519,773.744186
# expect: -1840943947/3 025.1g str -00000000000000000006e+08
# expect: 78402/49  025,.9E str  00,000,001.600040816E+03
# expect: 30122610587/58 12,.9G str  519,355,355
# expect: 610623/119447 +25,.0G str                        +5
# expect: -655623126/7 0.1e str -9.4e+07
# expect: -761484740/843 012,.9G str -903,303.369
# expect: 37202741/6 +25g str              +6.20046e+06
# expect: -76/9615 +,.0% str -1%
# expect: -231/176290  025,.5f str -00,000,000,000,000.00131
# expect: 5100 025,.5g str 0,000,000,000,000,005,100
# expect: 56373/41  0,.0G str  1E+03
# expect: 726863469529/271672 12.0f str      2675519
# expect: 11619/12145153  0,.1e str  9.6e-04
# expect: -83485/4028 +25.0E str                    -2E+01
# expect: 6572/35  25% str             18777.142857%
# expect: 98389/517222 +,G str +0.190226
# expect: -53332836776/14009  0.0G str -4E+06
# expect: -217684547904/973 +025% str -0000022372512631.449126%
# expect: -9529029931/57736630  025,.9g str -0,000,000,000,165.043057
# expect: 1136383/53 +25,.9e str          +2.144118868e+04
# expect: 637179630279/608 12,.5G str    1.048E+09
# expect: -8502680/7963 25,.9% str       -106,777.345221650%
# expect: 30934276529/519121  0,.1G str  6E+04
# expect: 711201058203/84727 ,.0G str 8E+06
# expect: 29153/72394 +25,.9e str          +4.026991187e-01
# expect: 6748392953/160 +0.5% str +4217745595.62500%
# expect: 384977867209/8641203 25.1% str                4455142.0%
# expect: 96487/18  12.5g str       5360.4
# expect: -2269783/8477868  0.5G str -0.26773
# expect: -23650809/85 +0,.9e str -2.782448118e+05
# expect: 471118998  12.0f str    471118998
# expect: 71742533/13594  025,.0G str  0,000,000,000,000,005E+03
# expect: 55366954/99 0,e str 5.592622e+05
# expect: 3209479649/88332  ,.9f str  36,334.280317439
# expect: 717205519/795461  0.5% str  90162.24793%
# expect: -59090546/5693603  0,.5E str -1.03784E+01
# expect: -233968818/2521  025,.0g str -0,000,000,000,000,009e+04
# expect: 18050243206/551751 025,.5f str 000,000,000,032,714.47302
# expect: 3175867571/4766  12.5f str  666359.12107
# expect: -490/478497 +025,.0g str -0,000,000,000,000,000.001
# expect: 22666267/68494858 025.9g str 000000000000000.330919249
# expect: 70153/2649645 25.5% str                  2.64764%
# expect: -666689089095/8653 12,e str -7.704716e+07
# expect: -593443614347/68654908  ,.9f str -8,643.862931795
# expect: 99269052/294149 +12,.9f str +337.478801560
# expect: -224286170405/501  012,.0f str -447,676,987
# expect: -7287/78038635  25,.5G str               -9.3377E-05
# expect: 297/458  012,.5E str  6.48472E-01
# expect: 786864590806/8943 12,.5e str  8.79866e+07
# expect: -236  12,.1% str   -23,600.0%
# expect: -9811/49 0,.5g str -200.22
# expect: 2862/60631  0,.1f str  0.0
# expect: 238668373 +012,.0g str +000,002e+08
# expect: 3924224404/7 25,.1E str                   5.6E+08
# expect: 87530509/1893 25f str              46239.043317
# expect: 1527259/453 +25,.0% str                 +337,143%
# expect: -55734325/34059  .9G str -1636.40521
# expect: 149429/2  025.9g str  0000000000000000074714.5
# expect: -62575602971/33 .0g str -2e+09
# expect: 5/33 +0,E str +1.515152E-01
# expect: -523956805/917 +0,f str -571,381.466739
# expect: -683499/7 012.1g str -0000001e+05
# expect: 14189474370/4116961  12,.9g str  3,446.58946
# expect: -9550368761/70296049  12.0f str         -136
# expect: 338128984/53 +25f str           +6379792.150943
# expect: -2518723995/2458 +012.9e str -1.024704636e+06
# expect: 957836/822825 +12,.5g str      +1.1641
# expect: 420775881446/75 ,.9f str 5,610,345,085.946666667
# expect: 411401563265/189571  012,.5G str  02.1702E+06
# expect: 543969179/30 025.9E str 00000000001.813230597E+07
# expect: 741/2  025.0f str  000000000000000000000370
# expect: 35586416067/5 25,G str               7.11728E+09
# expect: 47165977/14414 0,.5% str 327,223.37311%
# expect: 489460523/3950  12,.0e str        1e+05
# expect: -290039809674/5127985 +0,.5e str -5.65602e+04
# expect: 9025 025,.9% str 00,000,902,500.000000000%
# expect: -98353851/4546966  025,.5f str -00,000,000,000,021.63065
# expect: 476937197/564 025.5% str 000000000084563332.80142%
# expect: -52599668078/6746771 +g str -7796.27
# expect: 9100383/166681  012,.5e str  5.45976e+01
# expect: -80579333/2487396 12,.0G str       -3E+01
# expect: 4227189/96931 +012,.5E str +4.36103E+01
# expect: -106147408887/766528 .0% str -13847819%
# expect: 11/246 025e str 00000000000004.471545e-02
# expect: 4399214977/4379 +0.9% str +100461634.551267413%
# expect: 16057992043/89726 +12.0% str   +17896699%
# expect: -22369622529/43 +025,.5e str -00,000,000,005.20224e+08
# expect: -9545465004/3375577 012,.5% str -282,780.24776%
# expect: -153127304/902875 +,.1e str -1.7e+02
# expect: 6590928388/5  012.5E str  1.31819E+09
# expect: 24599/9409491  25.5f str                   0.00261
# expect: 93238073/35004 +12,.9g str +2,663.64053
# expect: 174715/757  025G str  00000000000000000230.799
# expect: 739997151/661 025,.5f str 000,000,001,119,511.57489
# expect: 186/29495 25E str              6.306154E-03
# expect: -4382770465/4443 025% str -0000000098644394.890840%
# expect: 79219/282145  0.1f str  0.3
# expect: -487/698  12% str  -69.770774%
# expect: 41452/4413  12E str  9.393157E+00
# expect: 710207/1538  012.9f str  461.773081925
# expect: 968084/621 +0,.9g str +1,558.91143
# expect: -225567161/1653  .0E str -1E+05
# expect: 4595243/5  025,.5E str  00,000,000,009.19049E+05
# expect: 816479404222/72431  025.9f str  00000011272513.208736591
# expect: 17647711799/75 12,.1f str 235,302,824.0
# expect: 369/3688619 +25.1f str                      +0.0
# expect: 75232036907/9 12.5e str  8.35912e+09
# expect: 7202320861/48516 +025,e str +0,000,000,001.484525e+05
# expect: -13284206 25,.9f str     -13,284,206.000000000
# expect: 98904986139/93613142 ,.0e str 1e+03
# expect: 465203792982/265805  25,.5g str                1.7502e+06
# expect: -284377/93850445 ,G str -0.00303011
# expect: 43133785/2860386  25.5E str               1.50797E+01
# expect: 52279987259/1634 012.5% str 3199509624.17381%
# expect: -33880973/7078 +025.9g str -000000000000004786.80037
# expect: -80355/7 +.0g str -1e+04
# expect: 21072428882/79  12.5g str   2.6674e+08
# expect: 402136010893/89323  12.0f str      4502043
# expect: -7783389514/982059 12G str     -7925.58
# expect: -442941428061/32 +0.5e str -1.38419e+10
# expect: -311262972/6037049  .1g str -5e+01
# expect: 20241482105/64  025,.9g str  0,000,000,000,316,273,158
# expect: -249581239/6527832 012,.0f str -000,000,038
# expect: -3185712583/47 +0,.1f str -67,781,118.8
# expect: 3683087/1807669 12.0e str        2e+00
# expect: -1468775642/804731  25,.5% str           -182,517.59184%
# expect: -336/31  ,.5g str -10.839
# expect: -15857272497/689  ,.0f str -23,014,909
# expect: 48950488876/231 +12,.9f str +211,906,878.251082251
# expect: 888363658/27373  0,.9G str  32,454.0115
# expect: 6200184655 +g str +6.20018e+09
# expect: -159623161/8262  0.5% str -1932015.98886%
# expect: -126089150/95037 ,.5G str -1,326.7
# expect: -553150465/43  12,.5g str  -1.2864e+07
# expect: 6508675/96  12.5E str  6.77987E+04
# expect: 452123328797/476040 .5g str 9.4976e+05
# expect: -247/8352 +0.1% str -3.0%
# expect: -548255989 12,G str -5.48256E+08
# expect: -70175123/1543252 +012,.1g str -000,005e+01
# expect: 976952005/2338832 +025,.0G str +0,000,000,000,000,004E+02
# expect: -4403480035/217648 +25G str                  -20232.1
# expect: -891635248/353053 +25,.9e str          -2.525499707e+03
# expect: 62347055771/524372  ,.1E str  1.2E+05
# expect: 4613258713/26 +012,.1G str +000,002E+08
# expect: -254522/99  12,.9f str -2,570.929292929
# expect: -9641453921/927 +0.1G str -1E+07
# expect: -241737585131/810 +0,.0G str -3E+08
# expect: 338720958/970757 +,.1% str +34,892.5%
# expect: 0  25,.0E str                     0E+00
# expect: -188/499  25,.5E str              -3.76754E-01
# expect: 43479/88372  0g str  0.492
# expect: 249 25G str                       249
# expect: 1505/10618 +012,E str +1.417404E-01
# expect: -50387177/6349 +012.5e str -7.93624e+03
# expect: 79996463433/9767647 +0,.0% str +818,994%
# expect: 4755857/5032891  025,.0f str  0,000,000,000,000,000,001
# expect: -21395563496/9054833 +012.9e str -2.362888802e+03
# expect: -4561212/8323 +25,.1% str                -54,802.5%
# expect: -46913294440/23 025.1g str -00000000000000000002e+09
# expect: 354575/77226 25.1e str                   4.6e+00
# expect: -32677816369/26848  0.0G str -1E+06
# expect: -597815963342/38503 +025,E str -0,000,000,001.552648E+07
# expect: -929161/368 012.9E str -2.524894022E+03
# expect: -206531360281/1535  012,.0% str -13,454,811,745%
# expect: -621/9292825 +012.9% str -0.006682575%
# expect: 355718383/28150 0,G str 12,636.5
# expect: 2715870249/411262 .0f str 6604
# expect: 17 +e str +1.700000e+01
# expect: -642753873/10 12.1f str  -64275387.3
# expect: -3465136476/2993 0.9% str -115774690.143668560%
# expect: -55519580/426519 25.9% str         -13016.906632530%
# expect: 347/2893 +,.0e str +1e-01
# expect: -69004009/5 +25.5E str              -1.38008E+07
# expect: 3419985712 .1% str 341998571200.0%
# expect: 453925337/529  0,.1f str  858,081.9
# expect: 42614595553/3242478 0,.1E str 1.3E+04
# expect: 20553702602/99 +025,.1f str +00,000,000,207,613,157.6
# expect: 9726169/82809 +025.1E str +000000000000000001.2E+02
# expect: -60389/893  ,.0E str -7E+01
# expect: -481/5832  0,.5f str -0.08248
# expect: 1291957/464702 +,% str +278.018386%
# expect: 71752670  25,.1G str                     7E+07
# expect: 672280795/358694  ,f str  1,874.246001
# expect: 870317678561/1023 012,.0f str 0,850,750,419
# expect: 2375/2 ,.9f str 1,187.500000000
# expect: -533/40  012,.0G str -000,001E+01
# expect: -545861/36 .0e str -2e+04
# expect: 16234723/17 +25.0e str                    +1e+06
# expect: 14243624587/86509  ,.5G str  1.6465E+05
# expect: 1/75048980 +12.9f str +0.000000013
# expect: 956946777517/435731 0,E str 2.196187E+06
# expect: -671724/33083 +012.1E str -00002.0E+01
# expect: -86906365343/7224617  12,.9g str -12,029.2003
# expect: -3091318706/331 0,.1G str -9E+06
# expect: -39231339383/6486 +12% str -604861846.793093%
# expect: -876486633/5  025,.1G str -0,000,000,000,000,002E+08
# expect: 1048113517/31700 +0,% str +3,306,351.788644%
# expect: -81917/8957 +12,.0E str       -9E+00
# expect: 6047753/594898 +25,.5e str              +1.01660e+01
# expect: -1230414295/14639356 12,f str   -84.048389
# expect: -77809/138034 0,.5g str -0.56369
# expect: -331929121/533  025.1% str -000000000000062275632.5%
# expect: 47164404454/55 +25,.5G str               +8.5753E+08
# expect: -36147358  ,.0g str -4e+07
# expect: -2030292/70056853  25.9g str             -0.0289806338
# expect: -60978849/813562 0.9e str -7.495292184e+01
# expect: -67572630802/42815491 +025.5e str -00000000000001.57823e+03
# expect: -487140619784/532123 12,.9% str -91,546,619.819853680%
# expect: 24430912/17005 +25.0E str                    +1E+03
# expect: 3474551971/15 0,.0f str 231,636,798
# expect: -58268393/19801 +025,.1% str -0,000,000,000,294,270.0%
# expect: -361580773139/5253720 +,.0g str -7e+04
# expect: 14156407/69 +012,.9f str +205,165.318840580
# expect: 6726926943/507965  025.0E str  00000000000000000001E+04
# expect: -38908486/423 +12,f str -91,982.236407
# expect: 129401/1754125 +12,.5% str    +7.37695%
# expect: -301/316788  .9f str -0.000950162
# expect: -362349/4 0,.0e str -9e+04
# expect: 412202115870/75629 +012,.0E str +000,005E+06
# expect: 493/494 12.5E str  9.97976E-01
# expect: 4975807399/11 +.5G str +4.5235E+08
# expect: -12572899/18  025.0f str -000000000000000000698494
# expect: -19544665313/68002 +0,.0% str -28,741,310%
# expect: -9835/5526 +g str -1.77977
# expect: -106596/17906179 +12,.1g str       -0.006
# expect: 335657/458 E str 7.328755E+02
# expect: -37221967588/7 ,.1g str -5e+09
# expect: 9823/949766 +025.9g str +0000000000000.0103425475
# expect: 575180171073/613141 0g str 938088
# expect: -626/155 +12.5e str -4.03871e+00
# expect: -5310511916/17  025,.0G str -0,000,000,000,000,003E+08
# expect: 4657136/24165 ,e str 1.927224e+02
# expect: -74084/1821  ,.0e str -4e+01
# expect: 8195530 +012.9e str +8.195530000e+06
# expect: 3174645369/2201 +012.1G str +0000001E+06
# expect: 484069211058/39688703  12,.5% str  1,219,664.97887%
# expect: 1251560086/1255 ,f str 997,259.032669
# expect: 41875/18159 12.5g str        2.306
# expect: -639607168350/131207  25.1G str                    -5E+06
# expect: 38024879/5  25,e str              7.604976e+06
# expect: -15795253673/12282453  025,.9% str -0,000,128,600.155628521%
# expect: 1384/5 ,.0E str 3E+02
# expect: -25175320/49  025,.1G str -0,000,000,000,000,005E+05
# expect: 14945/228  0.5G str  65.548
# expect: 56528263/1139109 25.5g str                    49.625
# expect: 36493/92 ,g str 396.663
# expect: -770302/20315  0,.9e str -3.791789318e+01
# expect: -64766783/27335 025.5g str -0000000000000000002369.4
# expect: -858503058/8081  12,.0G str       -1E+05
# expect: -369539/4028  ,.1% str -9,174.3%
# expect: -41482584132/9288607 +25,.0g str                    -4e+03
# expect: -701/7215026  ,.5G str -9.7158E-05
# expect: -732524/21 025.9% str -0000003488209.523809524%
# expect: -592964751391/35556734 0.5% str -1667658.09084%
# expect: -1964779/794  012.9e str -2.474532746e+03
# expect: -3112213/32  12.1G str       -1E+05
# expect: 806777/2 25,.1f str                 403,388.5
# expect: 168431159/297249 +25,.9E str          +5.666332233E+02
# expect: 2413840820/1273 +025,.9e str +00,000,001.896182891e+06
# expect: -40915713384/1321 012.0E str -0000003E+07
# expect: 1806438715/1770211 12.5e str  1.02047e+03
# expect: -378083280590/33523  012e str -1.127832e+07
# expect: -1422/95931379  0.5g str -1.4823e-05
# expect: -793616937/4 +25,.1f str            -198,404,234.2
# expect: -397089 0f str -397089.000000
# expect: 2818309941/364 .9G str 7742609.73
# expect: -45760694198/48898095 12.9e str -9.358379748e+02
# expect: -2991 +25,.0g str                    -3e+03
# expect: 150168917/135759  012,.1e str  0,001.1e+03
# expect: 75534124/2233141  25.9e str           3.382416247e+01
# expect: -256835/138726 025,.9e str -00,000,001.851383302e+00
# expect: -64925256017/1526510 +025.0E str -00000000000000000004E+04
# expect: 997718951231/10 +25.0e str                    +1e+11
# expect: 22095959/7 +% str +315656557.142857%
# expect: -6483289738/88661163 0.0f str -73
# expect: 60072646/453705  12,.5f str    132.40464
# expect: 219491754  0.5G str  2.1949E+08
# expect: -38219321/81  12,.9e str -4.718434691e+05
# expect: 1 0.75 [0.3, Fraction(1, 2), 1] False 2
# expect: 5/12 7/3
