"""Sum, difference, product, quotient, remainder."""
from _decimals import make as _make, plain as _plain, whole as _whole
from _pydecimal.signals import (
    Clamped, DivisionByZero, DivisionImpossible, DivisionUndefined, Inexact, InvalidOperation, Overflow,
    ROUND_CEILING, ROUND_FLOOR, Rounded, Subnormal, Underflow,
)
from _pydecimal.contexts import getcontext
from _pydecimal.operands import _of_two, _reflected
from _pydecimal.parts import _convert_other, _digits

__name__ = "decimal"        # the module that pickles and messages name


class Arithmetic:
    """The operations that are exact before they are rounded."""

    __slots__ = ()

    def _neg(self, context=None):
        context = context or getcontext()
        if self._special:
            nan = self._check_nans(context=context)
            if nan is not None:
                return nan
        if not self and context.rounding != ROUND_FLOOR:
            return self.copy_abs()._fix(context)
        return self.copy_negate()._fix(context)

    def _pos(self, context=None):
        context = context or getcontext()
        if self._special:
            nan = self._check_nans(context=context)
            if nan is not None:
                return nan
        if not self and context.rounding != ROUND_FLOOR:
            return self.copy_abs()._fix(context)
        return _plain(self)._fix(context)

    def _abs(self, round=True, context=None):
        if not round:
            return self.copy_abs()
        if self._special:
            nan = self._check_nans(context=context)
            if nan is not None:
                return nan
        return self._neg(context) if self._sign else self._pos(context)

    def copy_abs(self):
        return _make(0, self._int, self._exp, self._special)

    def copy_negate(self):
        return _make(1 - self._sign, self._int, self._exp, self._special)

    def copy_sign(self, other, context=None):
        other = _convert_other(other, True)
        return _make(other._sign, self._int, self._exp, self._special)

    @_of_two
    def _add(self, other, context):
        if self._special or other._special:
            if self._special:
                if other._special and self._sign != other._sign:
                    return context._raise(InvalidOperation, "-INF + INF")
                return _plain(self)
            return _plain(other)
        exp = min(self._exp, other._exp)
        if not self._int and not other._int:
            sign = self._sign & other._sign if context.rounding != ROUND_FLOOR or self._sign == other._sign else 1
            return _make(sign, 0, exp)._fix(context)
        if not self._int:
            exp = max(exp, other._exp - context.prec - 1)
            return other._rescale(exp, context.rounding)._fix(context)
        if not other._int:
            exp = max(exp, self._exp - context.prec - 1)
            return self._rescale(exp, context.rounding)._fix(context)
        a, b, ea, eb = self._int, other._int, self._exp, other._exp
        sa, sb = self._sign, other._sign
        # Far apart numbers: the small one only decides the rounding.
        if ea < eb:
            a, b, ea, eb, sa, sb = b, a, eb, ea, sb, sa
        size_a, size_b = _digits(a), _digits(b)
        floor = ea + min(-1, size_a - context.prec - 2)
        if size_b + eb - 1 < floor:
            b, eb = 1, floor
        a *= 10 ** (ea - eb)
        total = (-a if sa else a) + (-b if sb else b)
        if not total:
            return _make(1 if context.rounding == ROUND_FLOOR else 0, 0, exp)._fix(context)
        return _make(int(total < 0), abs(total), eb)._fix(context)

    def _sub(self, other, context=None):
        other = _convert_other(other)
        if other is NotImplemented:
            return other
        if self._special or other._special:
            nan = self._check_nans(other, context)
            if nan is not None:
                return nan
        return self._add(other.copy_negate(), context)

    _rsub = _reflected("_sub")

    @_of_two
    def _mul(self, other, context):
        sign = self._sign ^ other._sign
        if self._special or other._special:
            if not self or not other:
                return context._raise(InvalidOperation, "(+-)INF * 0")
            return _make(sign, 0, 0, "F")
        return _make(sign, self._int * other._int, self._exp + other._exp)._fix(context)

    @_of_two
    def _truediv(self, other, context):
        sign = self._sign ^ other._sign
        if self._special or other._special:
            if self._special and other._special:
                return context._raise(InvalidOperation, "(+-)INF/(+-)INF")
            if self._special:
                return _make(sign, 0, 0, "F")
            context._raise(Clamped, "Division by infinity")
            return _make(sign, 0, context.Etiny())
        if not other._int:
            if not self._int:
                return context._raise(DivisionUndefined, "0 / 0")
            return context._raise(DivisionByZero, "x / 0", sign)
        if not self._int:
            return _make(sign, 0, self._exp - other._exp)._fix(context)
        shift = _digits(other._int) - _digits(self._int) + context.prec + 1
        exp = self._exp - other._exp - shift
        if shift >= 0:
            n, rest = divmod(self._int * 10 ** shift, other._int)
        else:
            n, rest = divmod(self._int, other._int * 10 ** -shift)
        if rest:
            if n % 5 == 0:
                n += 1
        else:
            ideal = self._exp - other._exp
            while exp < ideal:
                q, r = divmod(n, 10)
                if r:
                    break
                n, exp = q, exp + 1
        return _make(sign, n, exp)._fix(context)

    _rtruediv = _reflected("_truediv")

    def _divide(self, other, context):
        """Whole quotient and remainder of two finite numbers."""
        sign = self._sign ^ other._sign
        ideal = self._exp if other._special == "F" else min(self._exp, other._exp)
        gap = self.adjusted() - other.adjusted()
        if not self._int or other._special == "F" or gap <= -2:
            return _make(sign, 0, 0), self._rescale(ideal, context.rounding)
        if gap <= context.prec:
            a, b = self._int, other._int
            if self._exp >= other._exp:
                a *= 10 ** (self._exp - other._exp)
            else:
                b *= 10 ** (other._exp - self._exp)
            q, r = divmod(a, b)
            if _digits(q) <= context.prec:
                return _make(sign, q, 0), _make(self._sign, r, ideal)
        made = context._raise(DivisionImpossible, "quotient too large in //, % or divmod")
        return made, made

    def __divmod__(self, other, context=None):
        other = _convert_other(other)
        if other is NotImplemented:
            return other
        context = context or getcontext()
        nan = self._check_nans(other, context)
        if nan is not None:
            return nan, nan
        sign = self._sign ^ other._sign
        if self._special == "F":
            if other._special == "F":
                made = context._raise(InvalidOperation, "divmod(INF, INF)")
                return made, made
            return _make(sign, 0, 0, "F"), context._raise(InvalidOperation, "INF % x")
        if not other:
            if not self:
                made = context._raise(DivisionUndefined, "divmod(0, 0)")
                return made, made
            rest = context._raise(InvalidOperation, "x % 0")
            return context._raise(DivisionByZero, "x // 0", sign), rest
        q, r = self._divide(other, context)
        return q, r._fix(context)

    __rdivmod__ = _reflected("__divmod__")

    @_of_two
    def _mod(self, other, context):
        if self._special == "F":
            return context._raise(InvalidOperation, "INF % x")
        if not other:
            if self:
                return context._raise(InvalidOperation, "x % 0")
            return context._raise(DivisionUndefined, "0 % 0")
        return self._divide(other, context)[1]._fix(context)

    _rmod = _reflected("_mod")

    @_of_two
    def _floordiv(self, other, context):
        if self._special == "F":
            if other._special == "F":
                return context._raise(InvalidOperation, "INF // INF")
            return _make(self._sign ^ other._sign, 0, 0, "F")
        if not other:
            if self:
                return context._raise(DivisionByZero, "x // 0", self._sign ^ other._sign)
            return context._raise(DivisionUndefined, "0 // 0")
        return self._divide(other, context)[0]

    _rfloordiv = _reflected("_floordiv")

    @_of_two(strict=True)
    def remainder_near(self, other, context):
        """The remainder of the nearest whole quotient."""
        if self._special == "F":
            return context._raise(InvalidOperation, "remainder_near(infinity, x)")
        if not other:
            if self:
                return context._raise(InvalidOperation, "remainder_near(x, 0)")
            return context._raise(DivisionUndefined, "remainder_near(0, 0)")
        if other._special == "F":
            return _plain(self)._fix(context)
        ideal = min(self._exp, other._exp)
        if not self:
            return _make(self._sign, 0, ideal)._fix(context)
        gap = self.adjusted() - other.adjusted()
        if gap >= context.prec + 1:
            return context._raise(DivisionImpossible)
        if gap <= -2:
            return self._rescale(ideal, context.rounding)._fix(context)
        a, b = self._int, other._int
        if self._exp >= other._exp:
            a *= 10 ** (self._exp - other._exp)
        else:
            b *= 10 ** (other._exp - self._exp)
        q, r = divmod(a, b)
        if 2 * r + (q & 1) > b:
            r -= b
            q += 1
        if _digits(q) > context.prec:
            return context._raise(DivisionImpossible)
        sign = self._sign
        if r < 0:
            sign, r = 1 - sign, -r
        return _make(sign, r, ideal)._fix(context)

    def fma(self, other, third, context=None):
        """self * other + third with one rounding."""
        other, third = _convert_other(other, True), _convert_other(third, True)
        context = context or getcontext()
        if self._special or other._special:
            for x in (self, other):
                if x._special == "N":
                    return context._raise(InvalidOperation, "sNaN", x)
            if self._special == "n":
                product = self
            elif other._special == "n":
                product = other
            elif not self or not other:
                return context._raise(InvalidOperation, "INF * 0 in fma")
            else:
                product = _make(self._sign ^ other._sign, 0, 0, "F")
        else:
            product = _make(self._sign ^ other._sign, self._int * other._int, self._exp + other._exp)
        return product._add(third, context)

    def logb(self, context=None):
        """The exponent of the first digit, as a number."""
        nan = self._check_nans(context=context)
        if nan is not None:
            return nan
        context = context or getcontext()
        if self._special:
            return _make(0, 0, 0, "F")
        if not self:
            return context._raise(DivisionByZero, "logb(0)", 1)
        return _whole(self.adjusted())._fix(context)

    @_of_two(strict=True)
    def scaleb(self, other, context):
        if other._special or other._exp != 0:
            return context._raise(InvalidOperation)
        limit = 2 * (context.Emax + context.prec)
        if not -limit <= int(other) <= limit:
            return context._raise(InvalidOperation)
        if self._special:
            return _plain(self)
        return _make(self._sign, self._int, self._exp + int(other))._fix(context)

    def next_minus(self, context=None):
        return self._next(context, 1, ROUND_FLOOR)

    def next_plus(self, context=None):
        return self._next(context, 0, ROUND_CEILING)

    def _next(self, context, sign, rounding):
        context = context or getcontext()
        nan = self._check_nans(context=context)
        if nan is not None:
            return nan
        if self._special:
            if self._sign == sign:
                return _plain(self)
            return _make(1 - sign, 10 ** context.prec - 1, context.Etop())
        quiet = context.copy()
        quiet.rounding = rounding
        quiet._quiet()
        new = self._fix(quiet)
        if new._special or new._cmp(self):
            return new
        return self._add(_make(sign, 1, context.Etiny() - 1), quiet)

    @_of_two(strict=True)
    def next_toward(self, other, context):
        order = self._cmp(other)
        if order == 0:
            return self.copy_sign(other)
        made = self.next_plus(context) if order < 0 else self.next_minus(context)
        if made._special == "F":
            context._raise(Overflow, "Infinite result from next_toward", made._sign)
            context._raise(Inexact)
            context._raise(Rounded)
        elif made.adjusted() < context.Emin:
            for signal in (Underflow, Subnormal, Inexact, Rounded):
                context._raise(signal)
            if not made:
                context._raise(Clamped)
        return made
