"""Numbers with fewer digits."""
from _decimals import make as _make, plain as _plain, whole as _whole
from _pydecimal.signals import (
    Clamped, Inexact, InvalidOperation, Overflow, ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_EVEN,
    Rounded, Subnormal, Underflow, _ROUNDINGS,
)
from _pydecimal.contexts import getcontext
from _pydecimal.parts import _convert_other, _digits, _round_up

__name__ = "decimal"        # the module that pickles and messages name


class Rounding:
    """What takes digits away: the context, another exponent, ints and floats."""

    __slots__ = ()

    def _check_nans(self, other=None, context=None):
        a = self._special in ("n", "N")
        b = other is not None and other._special in ("n", "N")
        if not a and not b:
            return None
        context = context or getcontext()
        if self._special == "N":
            return context._raise(InvalidOperation, "sNaN", self)
        if b and other._special == "N":
            return context._raise(InvalidOperation, "sNaN", other)
        return (self if a else other)._fix_nan(context)

    def _fix_nan(self, context):
        limit = context.prec - context.clamp
        if self._int and _digits(self._int) > limit:
            return _make(self._sign, self._int % 10 ** limit, 0, self._special)
        return _plain(self)

    def _fix(self, context):
        """The number as the context allows it, with the signals."""
        if self._special:
            return self._fix_nan(context) if self._special in ("n", "N") else \
                _plain(self)
        etiny, etop = context.Etiny(), context.Etop()
        n, exp, sign = self._int, self._exp, self._sign
        if not n:
            top = etop if context.clamp else context.Emax
            new = min(max(exp, etiny), top)
            if new != exp:
                context._raise(Clamped)
                return _make(sign, 0, new)
            return _plain(self)
        size = _digits(n)
        low = size + exp - context.prec
        if low > etop:
            made = context._raise(Overflow, "above Emax", sign)
            context._raise(Inexact)
            context._raise(Rounded)
            return made
        subnormal = low < etiny
        if subnormal:
            low = etiny
        if exp < low:
            cut = low - exp
            if cut > size + 1:
                whole, rest, scale = 0, 1, 10
            else:
                scale = 10 ** cut
                whole, rest = divmod(n, scale)
            lost = bool(rest)
            if _round_up(sign, whole, rest, scale, context.rounding):
                whole += 1
                if _digits(whole) > context.prec:
                    whole //= 10
                    low += 1
            if low > etop:
                made = context._raise(Overflow, "above Emax", sign)
            else:
                made = _make(sign, whole, low)
            if lost and subnormal:
                context._raise(Underflow)
            if subnormal:
                context._raise(Subnormal)
            if lost:
                context._raise(Inexact)
            context._raise(Rounded)
            if not made:
                context._raise(Clamped)
            return made
        if subnormal:
            context._raise(Subnormal)
        if context.clamp and exp > etop:
            context._raise(Clamped)
            return _make(sign, n * 10 ** (exp - etop), etop)
        return _plain(self)

    def _rescale(self, exp, rounding):
        if self._special:
            return self
        if not self._int:
            return _make(self._sign, 0, exp)
        if self._exp >= exp:
            return _make(self._sign, self._int * 10 ** (self._exp - exp), exp)
        cut = exp - self._exp
        if cut > _digits(self._int) + 1:
            whole, rest, scale = 0, 1, 10
        else:
            scale = 10 ** cut
            whole, rest = divmod(self._int, scale)
        return _make(self._sign, whole + _round_up(self._sign, whole, rest, scale, rounding), exp)

    def _quantize(self, exp, rounding=None, context=None):
        """The number rounded to the exponent of another."""
        exp = _convert_other(exp, True)
        context = context or getcontext()
        rounding = context.rounding if rounding is None else rounding
        if rounding not in _ROUNDINGS:
            raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   "
                            "ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
        if self._special or exp._special:
            nan = self._check_nans(exp, context)
            if nan is not None:
                return nan
            if exp._special == "F" and self._special == "F":
                return _plain(self)
            return context._raise(InvalidOperation, "quantize with one INF")
        if not context.Etiny() <= exp._exp <= context.Emax:
            return context._raise(InvalidOperation, "target exponent out of bounds in quantize")
        if not self._int:
            return _make(self._sign, 0, exp._exp)._fix(context)
        if self.adjusted() > context.Emax or self.adjusted() - exp._exp + 1 > context.prec:
            return context._raise(InvalidOperation, "quantize result has too many digits for current context")
        made = self._rescale(exp._exp, rounding)
        if made.adjusted() > context.Emax or _digits(made._int) > context.prec:
            return context._raise(InvalidOperation, "quantize result has too many digits for current context")
        if made and made.adjusted() < context.Emin:
            context._raise(Subnormal)
        if made._exp > self._exp:
            if made._cmp(self):
                context._raise(Inexact)
            context._raise(Rounded)
        return made._fix(context)

    def same_quantum(self, other, context=None):
        other = _convert_other(other, True)
        if self._special or other._special:
            nans = ("n", "N")
            return self._special in nans and other._special in nans or self._special == other._special == "F"
        return self._exp == other._exp

    def to_integral_exact(self, rounding=None, context=None):
        if self._special:
            nan = self._check_nans(context=context)
            return nan if nan is not None else _plain(self)
        if self._exp >= 0:
            return _plain(self)
        if not self._int:
            return _make(self._sign, 0, 0)
        context = context or getcontext()
        made = self._rescale(0, context.rounding if rounding is None else rounding)
        if made._cmp(self):
            context._raise(Inexact)
        context._raise(Rounded)
        return made

    def to_integral_value(self, rounding=None, context=None):
        """The nearest whole number."""
        context = context or getcontext()
        if self._special:
            nan = self._check_nans(context=context)
            return nan if nan is not None else _plain(self)
        return _plain(self) if self._exp >= 0 else self._rescale(0, context.rounding if rounding is None else rounding)

    to_integral = to_integral_value

    def normalize(self, context=None):
        """Without zeros at the end."""
        context = context or getcontext()
        nan = self._check_nans(context=context)
        if nan is not None:
            return nan
        made = self._fix(context)
        if made._special:
            return made
        if not made._int:
            return _make(made._sign, 0, 0)
        top = context.Etop() if context.clamp else context.Emax
        n, exp = made._int, made._exp
        while exp < top:
            q, r = divmod(n, 10)
            if r:
                break
            n, exp = q, exp + 1
        return _make(made._sign, n, exp)

    def _round(self, n=None):
        if n is not None:
            if not isinstance(n, int):
                raise TypeError("optional arg must be an integer")
            return self.quantize(_make(0, 1, -n))
        return self._whole(ROUND_HALF_EVEN, "round")

    def _whole(self, rounding, what):
        if self._special:
            if self._special == "F":
                raise OverflowError("cannot convert Infinity to integer")
            raise ValueError("cannot convert NaN to integer")
        return int(self._rescale(0, rounding))

    def __floor__(self):
        return self._whole(ROUND_FLOOR, "floor")

    def __ceil__(self):
        return self._whole(ROUND_CEILING, "ceil")

    # `__int__`, `__trunc__` and `__float__` are native where the parts are short.
    def _to_int(self):
        if self._special:
            return self._whole(ROUND_DOWN, "int")
        n = self._int * 10 ** self._exp if self._exp >= 0 else \
            0 if -self._exp > _digits(self._int) else self._int // 10 ** -self._exp
        return -n if self._sign else n

    def _to_float(self):
        if self._special in ("n", "N"):
            if self._special == "N":
                raise ValueError("cannot convert signaling NaN to float")
            return float("-nan" if self._sign else "nan")
        return float(str(self))

    def __complex__(self):
        return complex(float(self))

    real = property(lambda self: self)
    imag = property(lambda self: _whole(0))

    def conjugate(self):
        return self
