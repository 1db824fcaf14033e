"""The class Decimal: how numbers are shown and told apart."""
import math as _math
import numbers as _numbers
from collections import namedtuple as _namedtuple

from _decimals import DecimalNumber, set_up, whole as _whole
from _pydecimal.arithmetic import Arithmetic
from _pydecimal.bits import Bits
from _pydecimal.comparison import Comparing
from _pydecimal.contexts import _current, getcontext
from _pydecimal.layout import Layout
from _pydecimal.parts import _digits, _exact
from _pydecimal.powers import Powers
from _pydecimal.reading import _read
from _pydecimal.rounding import Rounding
from _pydecimal.signals import FloatOperation, Inexact, Rounded

__name__ = "decimal"        # the module that pickles and messages name
DecimalTuple = _namedtuple("DecimalTuple", "sign digits exponent")
DecimalTuple.__module__ = "decimal"


class Decimal(Comparing, Rounding, Arithmetic, Powers, Bits, Layout, DecimalNumber):
    """A decimal number: sign, digits and exponent. What begins with `_` is the rest of a native method."""

    __slots__ = ("__weakref__",)

    def _begin(self, value, context):
        self._sign, self._int, self._exp, self._special = _read(value, context)

    @classmethod
    def from_float(cls, f, /):
        """The exact value of a float."""
        made = _exact(f)
        return made if cls is Decimal else cls(made)

    @property
    def _text(self):
        return str(self._int) if self._int else ""

    # Looks

    def _str(self, eng=False, context=None):
        sign = "-" if self._sign else ""
        if self._special:
            if self._special == "F":
                return sign + "Infinity"
            return sign + ("NaN" if self._special == "n" else "sNaN") + self._text
        digits, exp = str(self._int), self._exp
        left = exp + len(digits)
        if exp <= 0 and left > -6:
            point = left
        elif not eng:
            point = 1
        elif self._int == 0:
            point = (left + 1) % 3 - 1
        else:
            point = (left - 1) % 3 + 1
        if point <= 0:
            text = "0." + "0" * -point + digits
        elif point >= len(digits):
            text = digits + "0" * (point - len(digits))
        else:
            text = digits[:point] + "." + digits[point:]
        if left != point:
            text += ("E" if (context or getcontext()).capitals else "e") + "%+d" % (left - point)
        return sign + text

    def to_eng_string(self, context=None):
        """Text whose exponent is a multiple of 3."""
        return self._str(True, context)

    def as_tuple(self):
        if self._special:
            digits = (0,) if self._special == "F" else tuple([int(c) for c in self._text])
            return DecimalTuple(self._sign, digits, self._special)
        return DecimalTuple(self._sign, tuple([int(c) for c in str(self._int)]), self._exp)

    def as_integer_ratio(self):
        """Two ints whose quotient this is."""
        if self._special:
            if self._special == "F":
                raise OverflowError("cannot convert Infinity to integer ratio")
            raise ValueError("cannot convert NaN to integer ratio")
        if not self._int:
            return 0, 1
        n, d = (self._int * 10 ** self._exp, 1) if self._exp >= 0 else (self._int, 10 ** -self._exp)
        g = _math.gcd(n, d)
        return (-n if self._sign else n) // g, d // g

    def __reduce__(self):
        return self.__class__, (str(self),)

    def __copy__(self):
        return self if type(self) is Decimal else self.__class__(str(self))

    def __deepcopy__(self, memo):
        return self.__copy__()

    # Kinds

    def is_nan(self):
        return self._special in ("n", "N")

    def is_qnan(self):
        return self._special == "n"

    def is_snan(self):
        return self._special == "N"

    def is_infinite(self):
        return self._special == "F"

    def is_finite(self):
        return not self._special

    def is_signed(self):
        return self._sign == 1

    def is_zero(self):
        return not self._special and not self._int

    def is_canonical(self):
        return True

    def canonical(self):
        return self

    def is_normal(self, context=None):
        if self._special or not self._int:
            return False
        return (context or getcontext()).Emin <= self.adjusted()

    def is_subnormal(self, context=None):
        if self._special or not self._int:
            return False
        return self.adjusted() < (context or getcontext()).Emin

    def adjusted(self):
        """The exponent of the first digit."""
        return self._exp + _digits(self._int) - 1 if not self._special else 0

    def number_class(self, context=None):
        if self._special == "N":
            return "sNaN"
        if self._special == "n":
            return "NaN"
        sign = "-" if self._sign else "+"
        if self._special:
            return sign + "Infinity"
        if not self._int:
            return sign + "Zero"
        return sign + ("Subnormal" if self.is_subnormal(context) else "Normal")

    def radix(self):
        return _whole(10)


set_up(Decimal, _current, Inexact, Rounded, FloatOperation)
_numbers.Number.register(Decimal)
