"""Which of two numbers is greater."""
import numbers as _numbers
import sys as _sys
from _decimals import DecimalNumber, make as _make, whole as _whole
from _pydecimal.signals import FloatOperation, InvalidOperation
from _pydecimal.contexts import getcontext
from _pydecimal.parts import _convert_other, _exact

__name__ = "decimal"        # the module that pickles and messages name


def _convert_for_comparison(self, other, equality=False):
    if isinstance(other, DecimalNumber):
        return self, other
    if isinstance(other, int):
        return self, _convert_other(other)
    if isinstance(other, float):
        context = getcontext()
        if equality:
            context.flags[FloatOperation] = True
        else:
            context._raise(FloatOperation, "strict semantics for mixing floats and Decimals are enabled")
        return self, _exact(other)
    if isinstance(other, _numbers.Rational):
        if not self._special:
            self = _make(self._sign, self._int * other.denominator, self._exp)
        return self, _whole(other.numerator)
    if equality and isinstance(other, _numbers.Complex) and other.imag == 0:
        other = other.real
        if isinstance(other, float):
            getcontext().flags[FloatOperation] = True
            return self, _exact(other)
    return NotImplemented, NotImplemented


class Comparing:
    """Order, equality and hash; of two numbers the greater or smaller."""

    __slots__ = ()

    def _cmp(self, other):
        if self._special == "F" or other._special == "F":
            a = 0 if self._special != "F" else -1 if self._sign else 1
            b = 0 if other._special != "F" else -1 if other._sign else 1
            return (a > b) - (a < b)
        if not self._int or not other._int:
            a = 0 if not self._int else -1 if self._sign else 1
            b = 0 if not other._int else -1 if other._sign else 1
            return (a > b) - (a < b)
        if self._sign != other._sign:
            return -1 if self._sign else 1
        a, b = self.adjusted(), other.adjusted()
        if a == b:
            shift = self._exp - other._exp
            a, b = (self._int * 10 ** shift, other._int) if shift >= 0 else (self._int, other._int * 10 ** -shift)
        order = (a > b) - (a < b)
        return -order if self._sign else order

    def _rich(self, other, op):
        self, other = _convert_for_comparison(self, other, op == "==")
        if other is NotImplemented:
            return other
        if self._special in ("n", "N") or other._special in ("n", "N"):
            context = getcontext()
            if op == "==":
                if self._special == "N" or other._special == "N":
                    context._raise(InvalidOperation, "comparison involving sNaN")
            elif self._special == "N" or other._special == "N":
                context._raise(InvalidOperation, "comparison involving sNaN")
            else:
                context._raise(InvalidOperation, "comparison involving NaN")
            return None
        return self._cmp(other)

    def _eq(self, other, context=None):
        order = self._rich(other, "==")
        return order if order is NotImplemented else order == 0

    def _ne(self, other):
        equal = self._eq(other)
        return equal if equal is NotImplemented else not equal

    def _lt(self, other, context=None):
        order = self._rich(other, "<")
        return order if order is NotImplemented else order is not None and order < 0

    def _le(self, other, context=None):
        order = self._rich(other, "<")
        return order if order is NotImplemented else order is not None and order <= 0

    def _gt(self, other, context=None):
        order = self._rich(other, "<")
        return order if order is NotImplemented else order is not None and order > 0

    def _ge(self, other, context=None):
        order = self._rich(other, "<")
        return order if order is NotImplemented else order is not None and order >= 0

    def _hash(self):
        if self._special:
            if self._special == "N":
                raise TypeError("Cannot hash a signaling NaN value.")
            if self._special == "n":
                return id(self) >> 4
            return -314159 if self._sign else 314159
        modulus = _sys.hash_info.modulus
        if self._exp >= 0:
            scale = pow(10, self._exp, modulus)
        else:
            scale = pow(pow(10, modulus - 2, modulus), -self._exp, modulus)
        h = self._int * scale % modulus
        h = h if not self._sign else -h
        return -2 if h == -1 else h

    def compare(self, other, context=None):
        """-1, 0, 1 or NaN."""
        other = _convert_other(other, True)
        nan = self._check_nans(other, context)
        return nan if nan is not None else _whole(self._cmp(other))

    def compare_signal(self, other, context=None):
        other = _convert_other(other, True)
        context = context or getcontext()
        for x in (self, other):
            if x._special == "N":
                return context._raise(InvalidOperation, "comparison involving sNaN", x)
        for x in (self, other):
            if x._special == "n":
                return context._raise(InvalidOperation, "comparison involving NaN", x)
        return self.compare(other, context)

    def compare_total(self, other, context=None):
        """The order of all representations."""
        other = _convert_other(other, True)
        if self._sign != other._sign:
            return _whole(-1 if self._sign else 1)
        sign = -1 if self._sign else 1

        def key(x):
            if x._special == "n":
                return 3, x._int
            if x._special == "N":
                return 2, x._int
            return 1, 0
        a, b = key(self), key(other)
        if a != b or a[0] > 1:
            return _whole(sign * ((a > b) - (a < b)))
        order = self._cmp(other)
        if order:
            return _whole(order)
        if self._special:
            return _whole(0)
        a, b = self._exp, other._exp
        return _whole(sign * ((a > b) - (a < b)))

    def compare_total_mag(self, other, context=None):
        other = _convert_other(other, True)
        return self.copy_abs().compare_total(other.copy_abs())

    def max(self, other, context=None):
        return self._extreme(other, context, 1, False)

    def min(self, other, context=None):
        return self._extreme(other, context, -1, False)

    def max_mag(self, other, context=None):
        return self._extreme(other, context, 1, True)

    def min_mag(self, other, context=None):
        return self._extreme(other, context, -1, True)

    def _extreme(self, other, context, wanted, magnitude):
        other = _convert_other(other, True)
        context = context or getcontext()
        if self._special or other._special:
            a, b = self._special, other._special
            if a in ("n", "N") or b in ("n", "N"):
                if b == "n" and a not in ("n", "N"):
                    return self._fix(context)
                if a == "n" and b not in ("n", "N"):
                    return other._fix(context)
                return self._check_nans(other, context)
        order = self.copy_abs()._cmp(other.copy_abs()) if magnitude else self._cmp(other)
        if order == 0:
            order = int(self.compare_total(other))
        return (self if order == wanted or order == 0 else other)._fix(context)
