"""Powers, roots, exponentials and logarithms."""
import math as _math
from _decimals import make as _make, plain as _plain, whole as _whole
from _pydecimal.signals import (
    Clamped, Inexact, InvalidOperation, Overflow, ROUND_HALF_EVEN, Rounded, Subnormal, Underflow, _signals,
)
from _pydecimal.contexts import getcontext
from _pydecimal.parts import _convert_other, _digits
from _pydecimal.series import _dexp, _dlog, _dlog10, _dpower, _iroot

__name__ = "decimal"        # the module that pickles and messages name


class Powers:
    """Powers, roots, exponentials and logarithms, rounded correctly."""

    __slots__ = ()

    def __pow__(self, other, modulo=None, context=None):
        if modulo is not None:
            return self._power_modulo(other, modulo, context)
        if context is None:
            quick = self._quick_power(other)
            if quick is not None:
                return quick
        other = _convert_other(other)
        if other is NotImplemented:
            return other
        context = context or getcontext()
        nan = self._check_nans(other, context)
        if nan is not None:
            return nan
        if not other:
            if not self:
                return context._raise(InvalidOperation, "0 ** 0")
            return _whole(1)
        sign = 0
        base = self
        if self._sign == 1:
            if other._is_integer():
                if not other._is_even():
                    sign = 1
            elif self:
                return context._raise(InvalidOperation, "x ** y with x negative and y not an integer")
            base = self.copy_negate()
        if not base:
            return _make(sign, 0, 0) if other._sign == 0 else _make(sign, 0, 0, "F")
        if base._special == "F":
            return _make(sign, 0, 0, "F") if other._sign == 0 else _make(sign, 0, 0)
        if base._cmp(_whole(1)) == 0:
            if other._is_integer():
                if other._sign == 1:
                    times = 0
                elif other._cmp(_whole(context.prec)) > 0:
                    times = context.prec
                else:
                    times = int(other)
                exp = base._exp * times
                if exp < 1 - context.prec:
                    exp = 1 - context.prec
                    context._raise(Rounded)
            else:
                context._raise(Inexact)
                context._raise(Rounded)
                exp = 1 - context.prec
            return _make(sign, 10 ** -exp, exp)
        adjusted = base.adjusted()
        if other._special == "F":
            if (other._sign == 0) == (adjusted < 0):
                return _make(sign, 0, 0)
            return _make(sign, 0, 0, "F")
        answer, exact = None, False
        bound = base._log10_exp_bound() + other.adjusted()
        if (adjusted >= 0) == (other._sign == 0):
            if bound >= len(str(context.Emax)):
                answer = _make(sign, 1, context.Emax + 1)
        elif bound >= len(str(-context.Etiny())):
            answer = _make(sign, 1, context.Etiny() - 1)
        if answer is None:
            answer = base._power_exact(other, context.prec + 1)
            if answer is not None:
                if sign:
                    answer = _make(1, answer._int, answer._exp)
                exact = True
        if answer is None:
            p, extra = context.prec, 3
            while True:
                n, exp = _dpower(base._int, base._exp, other._int * (-1 if other._sign else 1), other._exp, p + extra)
                if n % (5 * 10 ** (_digits(n) - p - 1)):
                    break
                extra += 3
            answer = _make(sign, n, exp)
        if exact and not other._is_integer():
            if _digits(answer._int) <= context.prec:
                pad = context.prec + 1 - _digits(answer._int)
                answer = _make(answer._sign, answer._int * 10 ** pad, answer._exp - pad)
            new = context.copy()
            new.clear_flags()
            for signal in _signals:
                new.traps[signal] = False
            answer = answer._fix(new)
            new._raise(Inexact)
            if new.flags[Subnormal]:
                new._raise(Underflow)
            if new.flags[Overflow]:
                context._raise(Overflow, "above Emax", answer._sign)
            for signal in (Underflow, Subnormal, Inexact, Rounded, Clamped):
                if new.flags[signal]:
                    context._raise(signal)
            return answer
        return answer._fix(context)

    def __rpow__(self, other, modulo=None, context=None):
        other = _convert_other(other)
        return other if other is NotImplemented else other.__pow__(self, modulo, context)

    def _power_exact(self, other, p):
        """The power when it is exact in p digits; else None."""
        x, e = self._int, self._exp
        while x % 10 == 0:
            x, e = x // 10, e + 1
        y, ye = other._int, other._exp
        while y % 10 == 0:
            y, ye = y // 10, ye + 1
        if x == 1:
            # A power of ten.
            exponent = e * y
            while exponent % 10 == 0 and ye < 0:
                exponent //= 10
                ye += 1
            if ye < 0:
                return None
            exponent *= 10 ** ye
            if other._sign:
                exponent = -exponent
            if other._is_integer() and other._sign == 0:
                ideal = self._exp * int(other)
                zeros = min(exponent - ideal, p - 1)
            else:
                zeros = 0
            return _make(0, 10 ** zeros, exponent - zeros)
        if ye >= 0:
            m, n = y * 10 ** ye, 1
        else:
            n = 10 ** -ye
            g = _math.gcd(y, n)
            m, n = y // g, n // g
            if n > 4 * x.bit_length() + 64 and n > abs(e) + 64:
                return None
            if e % n:
                return None
            e //= n
            root = _iroot(x, n)
            if root is None:
                return None
            x = root
        if other._sign == 1:
            # 1/x**m is exact only for powers of 2 and of 5.
            last = x
            if last & (last - 1) == 0:
                k = last.bit_length() - 1
                if k * m * 7 > 10 * p * 4 + 64 * 3:
                    return None
                x, shift = 5 ** k, k
            else:
                k = 0
                while last % 5 == 0:
                    last //= 5
                    k += 1
                if last != 1:
                    return None
                if k * m > p * 4:
                    return None
                x, shift = 2 ** k, k
            e = -e - shift
        if x > 1 and m * (_digits(x) - 1) > p:
            return None
        if m > p * 100 // max(1, int(_math.log10(x) * 100)) + 1:
            return None
        x, e = x ** m, e * m
        if _digits(x) > p:
            return None
        if other._is_integer() and other._sign == 0:
            ideal = self._exp * int(other)
            zeros = min(e - ideal, p - _digits(x))
        else:
            zeros = 0
        return _make(0, x * 10 ** zeros, e - zeros)

    def _power_modulo(self, other, modulo, context=None):
        other, modulo = _convert_other(other), _convert_other(modulo)
        if other is NotImplemented or modulo is NotImplemented:
            return NotImplemented
        context = context or getcontext()
        for x in (self, other, modulo):
            if x._special == "N":
                return context._raise(InvalidOperation, "sNaN", x)
        for x in (self, other, modulo):
            if x._special == "n":
                return x._fix_nan(context)
        if not (self._is_integer() and other._is_integer() and modulo._is_integer()):
            return context._raise(InvalidOperation, "pow() 3rd argument not allowed unless all arguments are integers")
        if other._cmp(_whole(0)) < 0:
            return context._raise(InvalidOperation, "pow() 2nd argument cannot be negative when 3rd argument specified")
        if not modulo:
            return context._raise(InvalidOperation, "pow() 3rd argument cannot be 0")
        if modulo.adjusted() >= context.prec:
            return context._raise(InvalidOperation, "insufficient precision: pow() 3rd argument must not have more than "
                                                    "precision digits")
        if not other and not self:
            return context._raise(InvalidOperation, "at least one of pow() 1st argument and 2nd argument must be nonzero; "
                                                    "0**0 is not defined")
        sign = 0 if other._is_even() else self._sign
        m = abs(int(modulo))
        return _make(sign, pow(abs(int(self)), int(other), m), 0)

    def _is_integer(self):
        if self._special:
            return False
        if self._exp >= 0 or not self._int:
            return True
        return -self._exp <= _digits(self._int) and self._int % 10 ** -self._exp == 0

    def _is_even(self):
        if not self._int or self._exp > 0:
            return True
        return self._int // 10 ** -self._exp % 2 == 0

    def _sqrt(self, context=None):
        context = context or getcontext()
        if self._special:
            nan = self._check_nans(context=context)
            if nan is not None:
                return nan
            if self._sign == 0:
                return _plain(self)
        if not self:
            return _make(self._sign, 0, self._exp // 2)._fix(context)
        if self._sign == 1:
            return context._raise(InvalidOperation, "sqrt(-x), x > 0")
        prec = context.prec + 1
        exp, n = self._exp, self._int
        if exp & 1:
            e, n, size = exp - 1 >> 1, n * 10, (_digits(n) >> 1) + 1
        else:
            e, size = exp >> 1, _digits(n) + 1 >> 1
        shift = prec - size
        exact = True
        if shift >= 0:
            n *= 100 ** shift
        else:
            n, rest = divmod(n, 100 ** -shift)
            exact = not rest
        e -= shift
        root = _math.isqrt(n)
        exact = exact and root * root == n
        if exact:
            if shift >= 0:
                root //= 10 ** shift
            else:
                root *= 10 ** -shift
            e += shift
        elif root % 5 == 0:
            root += 1
        saved = context.rounding
        context = context._shallow(ROUND_HALF_EVEN)
        return _make(0, root, e)._fix(context)

    def exp(self, context=None):
        context = context or getcontext()
        nan = self._check_nans(context=context)
        if nan is not None:
            return nan
        if self._special:
            return _whole(0) if self._sign else _plain(self)
        if not self:
            return _whole(1)
        p, adjusted = context.prec, self.adjusted()
        if self._sign == 0 and adjusted > len(str((context.Emax + 1) * 3)):
            made = _make(0, 1, context.Emax + 1)
        elif self._sign == 1 and adjusted > len(str((-context.Etiny() + 1) * 3)):
            made = _make(0, 1, context.Etiny() - 1)
        elif self._sign == 0 and adjusted < -p:
            made = _make(0, 10 ** (p + 1) + 1, -p - 1)
        elif self._sign == 1 and adjusted < -p - 1:
            made = _make(0, 10 ** (p + 1) - 1, -p - 1)
        else:
            n = -self._int if self._sign else self._int
            extra = 3
            while True:
                coefficient, e = _dexp(n, self._exp, p + extra)
                if coefficient % (5 * 10 ** (_digits(coefficient) - p - 1)):
                    break
                extra += 3
            made = _make(0, coefficient, e)
        return made._fix(context._shallow(ROUND_HALF_EVEN))

    def ln(self, context=None):
        return self._log(context, False)

    def log10(self, context=None):
        return self._log(context, True)

    def _log(self, context, ten):
        context = context or getcontext()
        nan = self._check_nans(context=context)
        if nan is not None:
            return nan
        if not self:
            return _make(1, 0, 0, "F")
        if self._special == "F" and not self._sign:
            return _make(0, 0, 0, "F")
        if self._sign == 1:
            return context._raise(InvalidOperation, "log10 of a negative value" if ten else "ln of a negative value")
        if self._cmp(_whole(1)) == 0:
            return _whole(0)
        text = str(self._int)
        if ten and text[0] == "1" and text[1:] == "0" * (len(text) - 1):
            return _whole(self._exp + len(text) - 1)._fix(context._shallow(ROUND_HALF_EVEN))
        p = context.prec
        places = p - (self._log10_exp_bound() if ten else self._ln_exp_bound()) + 2
        while True:
            n = (_dlog10 if ten else _dlog)(self._int, self._exp, places)
            if n and _digits(abs(n)) > p + 1 and n % (5 * 10 ** (_digits(abs(n)) - p - 1)):
                break
            places += 3
        return _make(int(n < 0), abs(n), -places)._fix(context._shallow(ROUND_HALF_EVEN))

    def _ln_exp_bound(self):
        adjusted = self.adjusted()
        if adjusted >= 1:
            return len(str(adjusted * 23 // 10)) - 1
        if adjusted <= -2:
            return len(str((-1 - adjusted) * 23 // 10)) - 1
        n, e = self._int, self._exp
        if adjusted == 0:
            scale = 10 ** -e
            return len(str(n - scale)) - len(str(n)) - (str(n - scale) < str(n)) if n > scale else 0
        return e + len(str(10 ** -e - n)) - 1

    def _log10_exp_bound(self):
        adjusted = self.adjusted()
        if adjusted >= 1:
            return len(str(adjusted)) - 1
        if adjusted <= -2:
            return len(str(-1 - adjusted)) - 1
        n, e = self._int, self._exp
        if adjusted == 0:
            a, b = str(n - 10 ** -e), str(231 * n)
            return len(a) - len(b) - (a < b) + 2
        a = str(10 ** -e - n)
        return len(a) + e - (a < "231") - 1
