# Recorded from CPython 3.11.7.
import numbers
for c in (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral):
    print(c, sorted(getattr(c, "__abstractmethods__", ())), c.__mro__)
class I(numbers.Integral):
    def __init__(self, v): self.v = v
    def __int__(self): return self.v
    def __repr__(self): return f"I({self.v})"
    def _op(name):
        def m(self, *a): return I(getattr(int(self), name)(*[int(x) for x in a]))
        return m
    for n in "__add__ __radd__ __mul__ __rmul__ __neg__ __pos__ __abs__ __pow__ __rpow__ __lshift__ __rlshift__ __rshift__ __rrshift__ __and__ __rand__ __xor__ __rxor__ __or__ __ror__ __invert__ __trunc__ __floor__ __ceil__ __round__ __floordiv__ __rfloordiv__ __mod__ __rmod__ __truediv__ __rtruediv__".split(): locals()[n] = _op(n)
    def __eq__(self, o): return int(self) == o
    def __lt__(self, o): return int(self) < o
    def __le__(self, o): return int(self) <= o
    __hash__ = lambda self: hash(self.v)
i = I(6)
print(i - I(2), 10 - i, divmod(i, I(4)), i.real, i.imag, i.conjugate(), i.numerator, i.denominator, float(i), complex(i), [0, 1, 2, 3, 4, 5, 6, 7][i], bool(i), bool(I(0)), isinstance(i, numbers.Real), range(i))
print(isinstance(1, numbers.Integral), isinstance(1.5, numbers.Real), isinstance(True, numbers.Rational), isinstance(1j, numbers.Complex), isinstance(1j, numbers.Real), isinstance("x", numbers.Number))
import decimal, fractions
print(isinstance(decimal.Decimal(1), numbers.Number), isinstance(decimal.Decimal(1), numbers.Real), issubclass(fractions.Fraction, numbers.Rational))
# expect: <class 'numbers.Number'> [] (<class 'numbers.Number'>, <class 'object'>)
# expect: <class 'numbers.Complex'> ['__abs__', '__add__', '__complex__', '__eq__', '__mul__', '__neg__', '__pos__', '__pow__', '__radd__', '__rmul__', '__rpow__', '__rtruediv__', '__truediv__', 'conjugate', 'imag', 'real'] (<class 'numbers.Complex'>, <class 'numbers.Number'>, <class 'object'>)
# expect: <class 'numbers.Real'> ['__abs__', '__add__', '__ceil__', '__eq__', '__float__', '__floor__', '__floordiv__', '__le__', '__lt__', '__mod__', '__mul__', '__neg__', '__pos__', '__pow__', '__radd__', '__rfloordiv__', '__rmod__', '__rmul__', '__round__', '__rpow__', '__rtruediv__', '__truediv__', '__trunc__'] (<class 'numbers.Real'>, <class 'numbers.Complex'>, <class 'numbers.Number'>, <class 'object'>)
# expect: <class 'numbers.Rational'> ['__abs__', '__add__', '__ceil__', '__eq__', '__floor__', '__floordiv__', '__le__', '__lt__', '__mod__', '__mul__', '__neg__', '__pos__', '__pow__', '__radd__', '__rfloordiv__', '__rmod__', '__rmul__', '__round__', '__rpow__', '__rtruediv__', '__truediv__', '__trunc__', 'denominator', 'numerator'] (<class 'numbers.Rational'>, <class 'numbers.Real'>, <class 'numbers.Complex'>, <class 'numbers.Number'>, <class 'object'>)
# expect: <class 'numbers.Integral'> ['__abs__', '__add__', '__and__', '__ceil__', '__eq__', '__floor__', '__floordiv__', '__int__', '__invert__', '__le__', '__lshift__', '__lt__', '__mod__', '__mul__', '__neg__', '__or__', '__pos__', '__pow__', '__radd__', '__rand__', '__rfloordiv__', '__rlshift__', '__rmod__', '__rmul__', '__ror__', '__round__', '__rpow__', '__rrshift__', '__rshift__', '__rtruediv__', '__rxor__', '__truediv__', '__trunc__', '__xor__'] (<class 'numbers.Integral'>, <class 'numbers.Rational'>, <class 'numbers.Real'>, <class 'numbers.Complex'>, <class 'numbers.Number'>, <class 'object'>)
# expect: I(4) I(4) (I(1), I(2)) I(6) 0 I(6) I(6) 1 6.0 (6+0j) 6 True False True range(0, 6)
# expect: True True True True False False
# expect: True False True
