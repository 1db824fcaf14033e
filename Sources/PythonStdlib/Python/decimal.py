"""Decimal numbers with as many digits as wanted."""

import _decimals
import math as _math
import numbers as _numbers
import sys as _sys
from collections import namedtuple as _namedtuple

__all__ = ["Decimal", "Context", "DecimalTuple", "DefaultContext", "BasicContext", "ExtendedContext",
           "DecimalException", "Clamped", "InvalidOperation", "DivisionByZero", "Inexact", "Rounded", "Subnormal",
           "Overflow", "Underflow", "FloatOperation", "DivisionImpossible", "InvalidContext", "ConversionSyntax",
           "DivisionUndefined", "ROUND_DOWN", "ROUND_HALF_UP", "ROUND_HALF_EVEN", "ROUND_CEILING", "ROUND_FLOOR",
           "ROUND_UP", "ROUND_HALF_DOWN", "ROUND_05UP", "setcontext", "getcontext", "localcontext", "MAX_PREC",
           "MAX_EMAX", "MIN_EMIN", "MIN_ETINY", "HAVE_THREADS", "HAVE_CONTEXTVAR"]

_decimals = _decimals.begin()
__version__, __libmpdec_version__ = "1.70", "2.5.1"
DecimalTuple = _namedtuple("DecimalTuple", "sign digits exponent")
DecimalTuple.__module__ = "decimal"
ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_EVEN = "ROUND_DOWN", "ROUND_HALF_UP", "ROUND_HALF_EVEN"
ROUND_CEILING, ROUND_FLOOR, ROUND_UP = "ROUND_CEILING", "ROUND_FLOOR", "ROUND_UP"
ROUND_HALF_DOWN, ROUND_05UP = "ROUND_HALF_DOWN", "ROUND_05UP"
_ROUNDINGS = (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,
              ROUND_05UP)
HAVE_THREADS = HAVE_CONTEXTVAR = True
MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN = -MAX_EMAX
MIN_ETINY = MIN_EMIN - (MAX_PREC - 1)


class DecimalException(ArithmeticError):
    """Base of the signals."""

    def handle(self, context, *args):
        pass


class Clamped(DecimalException):
    """An exponent was changed to fit."""


class InvalidOperation(DecimalException):
    """The operation makes no sense."""

    def handle(self, context, *args):
        return _nan(args[0]._sign, args[0]._text) if args else _NaN


class ConversionSyntax(InvalidOperation):
    """The text is no number."""


class DivisionByZero(DecimalException, ZeroDivisionError):
    """Division by zero."""


class DivisionImpossible(InvalidOperation):
    """The integer quotient has too many digits."""


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    """0 / 0."""


class Inexact(DecimalException):
    """Digits other than zero were lost."""


class InvalidContext(InvalidOperation):
    """The context is wrong."""


class Rounded(DecimalException):
    """Digits were lost."""


class Subnormal(DecimalException):
    """The result is smaller than Emin allows."""


class Overflow(Inexact, Rounded):
    """The result is too large."""


class Underflow(Inexact, Rounded, Subnormal):
    """The result is too small."""


class FloatOperation(DecimalException, TypeError):
    """Decimals and floats were mixed."""


_signals = [Clamped, InvalidOperation, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded, Subnormal, Underflow]
_condition_map = {ConversionSyntax: InvalidOperation, DivisionImpossible: InvalidOperation,
                  DivisionUndefined: InvalidOperation, InvalidContext: InvalidOperation}

import contextvars as _contextvars
_current = _contextvars.ContextVar("decimal_context")


def getcontext():
    """The context of this thread."""
    try:
        return _current.get()
    except LookupError:
        context = DefaultContext.copy()
        context.clear_flags()
        _current.set(context)
        return context


def setcontext(context, /):
    if not isinstance(context, Context):
        raise TypeError("argument must be a context")
    if context in (DefaultContext, BasicContext, ExtendedContext):
        context = context.copy()
        context.clear_flags()
    _current.set(context)


def localcontext(ctx=None, **kwargs):
    """A context for a `with` statement."""
    if ctx is None:
        ctx = getcontext()
    manager = _ContextManager(ctx)
    for name, value in kwargs.items():
        if name not in _FIELDS:
            raise TypeError("'%s' is an invalid keyword argument for this function" % name)
        setattr(manager.new, name, value)
    return manager


class _ContextManager:
    def __init__(self, new):
        if not isinstance(new, Context):
            raise TypeError("optional argument must be a context")
        self.new = new.copy()

    def __enter__(self):
        self.saved = getcontext()
        _current.set(self.new)
        return self.new

    def __exit__(self, *args):
        _current.set(self.saved)


_new = object.__new__
_set = object.__setattr__


# A Decimal of its parts; special: 'F' infinity, 'n' NaN, 'N' signalling NaN (coefficient: payload).
_make = _decimals.make


def _parse(text):
    """Sign, coefficient, exponent, special of a text; None when it is no number."""
    s = text.strip().replace("_", "")
    sign = 0
    if s[:1] in ("+", "-"):
        sign = 1 if s[0] == "-" else 0
        s = s[1:]
    low = s.lower()
    if low in ("inf", "infinity"):
        return sign, 0, 0, "F"
    if low.startswith(("nan", "snan")):
        digits = s[4:] if low[0] == "s" else s[3:]
        if digits and not digits.isdecimal():
            return None
        return sign, int(digits or "0"), 0, "N" if low[0] == "s" else "n"
    mantissa, e, exponent = low.partition("e")
    if e:
        plain = exponent[1:] if exponent[:1] in ("+", "-") else exponent
        if not plain.isdecimal():
            return None
        exponent = int(exponent)
    else:
        exponent = 0
    whole, dot, part = mantissa.partition(".")
    if not (whole + part).isdecimal() or whole and not whole.isdecimal() or part and not part.isdecimal():
        return None
    return sign, int(whole + part), exponent - len(part), None


def _digits(n):
    """Number of decimal digits."""
    if n < 1000000000000000:
        return len(str(n))
    guess = (n.bit_length() - 1) * 30103 // 100000
    return guess + 1 if n < 10 ** (guess + 1) and n >= 10 ** guess else _digits_slow(n, guess)


def _digits_slow(n, guess):
    while n >= 10 ** guess:
        guess += 1
    while guess > 1 and n < 10 ** (guess - 1):
        guess -= 1
    return guess


def _round_up(sign, n, rest, scale, rounding):
    """Whether n, from which rest/scale was cut, is to be increased."""
    if not rest:
        return False
    if rounding == ROUND_DOWN:
        return False
    if rounding == ROUND_UP:
        return True
    if rounding == ROUND_CEILING:
        return not sign
    if rounding == ROUND_FLOOR:
        return bool(sign)
    if rounding == ROUND_05UP:
        return n % 5 == 0
    twice = rest * 2
    if twice != scale:
        return twice > scale
    if rounding == ROUND_HALF_UP:
        return True
    if rounding == ROUND_HALF_DOWN:
        return False
    return bool(n & 1)


class Decimal(_decimals.DecimalNumber):
    """A decimal number: sign, digits and exponent. What begins with `_` is the rest of a native method."""

    __slots__ = ("__weakref__",)

    def _begin(self, value, context):
        if context is not None and not isinstance(context, Context):
            raise TypeError("optional argument must be a context")
        if isinstance(value, str):
            parts = _parse(value)
            limit = MAX_EMAX
            if parts is None or not parts[3] and parts[1] and abs(parts[2]) > 3 * limit:
                bad = (context or getcontext())._raise(ConversionSyntax, "Invalid literal for Decimal: %r" % value)
                self._sign, self._int, self._exp, self._special = bad._sign, bad._int, bad._exp, bad._special
                return
            self._sign, self._int, self._exp, self._special = parts
            return
        if isinstance(value, int):
            self._sign, self._int, self._exp, self._special = int(value < 0), abs(int(value)), 0, None
            return
        if isinstance(value, Decimal):
            self._sign, self._int, self._exp, self._special = value._sign, value._int, value._exp, value._special
            return
        if isinstance(value, (list, tuple)):
            if len(value) != 3:
                raise ValueError("Invalid tuple size in creation of Decimal from list or tuple.  The list or tuple "
                                 "should have exactly three elements.")
            sign, digits, exponent = value
            if sign not in (0, 1) or isinstance(sign, float):
                raise ValueError("sign must be an integer with the value 0 or 1")
            special = None
            if isinstance(exponent, str):
                if exponent not in ("F", "n", "N"):
                    raise ValueError("string argument in the third position must be 'F', 'n' or 'N'")
                special, exponent = exponent, 0
            elif not isinstance(exponent, int):
                raise ValueError("exponent must be an integer")
            n = 0
            if special != "F":
                for d in digits:
                    if not isinstance(d, int) or not 0 <= d <= 9:
                        raise ValueError("coefficient must be a tuple of digits")
                    n = n * 10 + d
            self._sign, self._int, self._exp, self._special = int(sign), n, exponent, special
            return
        if isinstance(value, float):
            (context or getcontext())._raise(FloatOperation, "strict semantics for mixing floats and Decimals are enabled")
            made = Decimal.from_float(value)
            self._sign, self._int, self._exp, self._special = made._sign, made._int, made._exp, made._special
            return
        raise TypeError("conversion from %s to Decimal is not supported" % type(value).__name__)

    @classmethod
    def from_float(cls, f, /):
        """The exact value of a float."""
        if isinstance(f, int):
            made = _make(int(f < 0), abs(int(f)), 0)
        elif isinstance(f, float):
            if _math.isinf(f) or _math.isnan(f):
                made = Decimal(repr(f))
            else:
                sign = 0 if _math.copysign(1.0, f) == 1.0 else 1
                n, d = abs(f).as_integer_ratio()
                k = d.bit_length() - 1
                made = _make(sign, n * 5 ** k, -k)
        else:
            raise TypeError("argument must be int or float")
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
        return Decimal(10)

    # NaNs

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
        return _make(self._sign, self._int, 0, self._special) if type(self) is not Decimal else self

    # Comparison

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
        return nan if nan is not None else Decimal(self._cmp(other))

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
            return Decimal(-1 if self._sign else 1)
        sign = -1 if self._sign else 1

        def key(x):
            if x._special == "n":
                return 3, x._int
            if x._special == "N":
                return 2, x._int
            return 1, 0
        a, b = key(self), key(other)
        if a != b or a[0] > 1:
            return Decimal(sign * ((a > b) - (a < b)))
        order = self._cmp(other)
        if order:
            return Decimal(order)
        if self._special:
            return Decimal(0)
        a, b = self._exp, other._exp
        return Decimal(sign * ((a > b) - (a < b)))

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

    # Rounding

    def _fix(self, context):
        """The number as the context allows it, with the signals."""
        if self._special:
            return self._fix_nan(context) if self._special in ("n", "N") else \
                self if type(self) is Decimal else _make(self._sign, self._int, self._exp, self._special)
        etiny, etop = context.Etiny(), context.Etop()
        n, exp, sign = self._int, self._exp, self._sign
        if not n:
            top = etop if context.clamp else context.Emax
            new = min(max(exp, etiny), top)
            if new != exp:
                context._raise(Clamped)
                return _make(sign, 0, new)
            return self if type(self) is Decimal else _make(sign, 0, exp)
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
        return self if type(self) is Decimal else _make(sign, n, exp)

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
                return Decimal(self)
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
            return nan if nan is not None else Decimal(self)
        if self._exp >= 0:
            return Decimal(self)
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
            return nan if nan is not None else Decimal(self)
        return Decimal(self) if self._exp >= 0 else self._rescale(0, context.rounding if rounding is None else rounding)

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

    def __round__(self, n=None):
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

    def __int__(self):
        if self._special:
            return self._whole(ROUND_DOWN, "int")
        n = self._int * 10 ** self._exp if self._exp >= 0 else \
            0 if -self._exp > _digits(self._int) else self._int // 10 ** -self._exp
        return -n if self._sign else n

    __trunc__ = __int__

    def __float__(self):
        if self._special in ("n", "N"):
            if self._special == "N":
                raise ValueError("cannot convert signaling NaN to float")
            return float("-nan" if self._sign else "nan")
        return float(str(self))

    def __complex__(self):
        return complex(float(self))

    real = property(lambda self: self)
    imag = property(lambda self: Decimal(0))

    def conjugate(self):
        return self

    # Arithmetic

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
        return Decimal(self)._fix(context)

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

    def _add(self, other, context=None):
        other = _convert_other(other)
        if other is NotImplemented:
            return other
        context = context or getcontext()
        if self._special or other._special:
            nan = self._check_nans(other, context)
            if nan is not None:
                return nan
            if self._special:
                if other._special and self._sign != other._sign:
                    return context._raise(InvalidOperation, "-INF + INF")
                return Decimal(self)
            return Decimal(other)
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

    def _rsub(self, other, context=None):
        other = _convert_other(other)
        return other if other is NotImplemented else other._sub(self, context)

    def _mul(self, other, context=None):
        other = _convert_other(other)
        if other is NotImplemented:
            return other
        context = context or getcontext()
        sign = self._sign ^ other._sign
        if self._special or other._special:
            nan = self._check_nans(other, context)
            if nan is not None:
                return nan
            if not self or not other:
                return context._raise(InvalidOperation, "(+-)INF * 0")
            return _make(sign, 0, 0, "F")
        return _make(sign, self._int * other._int, self._exp + other._exp)._fix(context)

    def _truediv(self, other, context=None):
        other = _convert_other(other)
        if other is NotImplemented:
            return other
        context = context or getcontext()
        sign = self._sign ^ other._sign
        if self._special or other._special:
            nan = self._check_nans(other, context)
            if nan is not None:
                return nan
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

    def _rtruediv(self, other, context=None):
        other = _convert_other(other)
        return other if other is NotImplemented else other._truediv(self, context)

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
            if q < 10 ** context.prec:
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
            return context._raise(DivisionByZero, "x // 0", sign), context._raise(InvalidOperation, "x % 0")
        q, r = self._divide(other, context)
        return q, r._fix(context)

    def __rdivmod__(self, other, context=None):
        other = _convert_other(other)
        return other if other is NotImplemented else other.__divmod__(self, context)

    def __mod__(self, other, context=None):
        other = _convert_other(other)
        if other is NotImplemented:
            return other
        context = context or getcontext()
        nan = self._check_nans(other, context)
        if nan is not None:
            return nan
        if self._special == "F":
            return context._raise(InvalidOperation, "INF % x")
        if not other:
            if self:
                return context._raise(InvalidOperation, "x % 0")
            return context._raise(DivisionUndefined, "0 % 0")
        return self._divide(other, context)[1]._fix(context)

    def __rmod__(self, other, context=None):
        other = _convert_other(other)
        return other if other is NotImplemented else other.__mod__(self, context)

    def __floordiv__(self, other, context=None):
        other = _convert_other(other)
        if other is NotImplemented:
            return other
        context = context or getcontext()
        nan = self._check_nans(other, context)
        if nan is not None:
            return nan
        if self._special == "F":
            if other._special == "F":
                return context._raise(InvalidOperation, "INF // INF")
            return _make(self._sign ^ other._sign, 0, 0, "F")
        if not other:
            if self:
                return context._raise(DivisionByZero, "x // 0", self._sign ^ other._sign)
            return context._raise(DivisionUndefined, "0 // 0")
        return self._divide(other, context)[0]

    def __rfloordiv__(self, other, context=None):
        other = _convert_other(other)
        return other if other is NotImplemented else other.__floordiv__(self, context)

    def remainder_near(self, other, context=None):
        """The remainder of the nearest whole quotient."""
        context = context or getcontext()
        other = _convert_other(other, True)
        nan = self._check_nans(other, context)
        if nan is not None:
            return nan
        if self._special == "F":
            return context._raise(InvalidOperation, "remainder_near(infinity, x)")
        if not other:
            if self:
                return context._raise(InvalidOperation, "remainder_near(x, 0)")
            return context._raise(DivisionUndefined, "remainder_near(0, 0)")
        if other._special == "F":
            return Decimal(self)._fix(context)
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
        if q >= 10 ** context.prec:
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

    def __pow__(self, other, modulo=None, context=None):
        if modulo is not None:
            return self._power_modulo(other, modulo, context)
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
            return _One
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
        if base._cmp(_One) == 0:
            if other._is_integer():
                if other._sign == 1:
                    times = 0
                elif other._cmp(Decimal(context.prec)) > 0:
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
        if other._cmp(_Zero) < 0:
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

    def sqrt(self, context=None):
        """The square root, rounded half even."""
        context = context or getcontext()
        if self._special:
            nan = self._check_nans(context=context)
            if nan is not None:
                return nan
            if self._sign == 0:
                return Decimal(self)
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
            return _Zero if self._sign else Decimal(self)
        if not self:
            return _One
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
        if self._cmp(_One) == 0:
            return _Zero
        text = str(self._int)
        if ten and text[0] == "1" and text[1:] == "0" * (len(text) - 1):
            return Decimal(self._exp + len(text) - 1)._fix(context._shallow(ROUND_HALF_EVEN))
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
        return Decimal(self.adjusted())._fix(context)

    def scaleb(self, other, context=None):
        context = context or getcontext()
        other = _convert_other(other, True)
        nan = self._check_nans(other, context)
        if nan is not None:
            return nan
        if other._special or other._exp != 0:
            return context._raise(InvalidOperation)
        limit = 2 * (context.Emax + context.prec)
        if not -limit <= int(other) <= limit:
            return context._raise(InvalidOperation)
        if self._special:
            return Decimal(self)
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
                return Decimal(self)
            return _make(1 - sign, 10 ** context.prec - 1, context.Etop())
        quiet = context.copy()
        quiet.rounding = rounding
        quiet._quiet()
        new = self._fix(quiet)
        if new._special or new._cmp(self):
            return new
        return self._add(_make(sign, 1, context.Etiny() - 1), quiet)

    def next_toward(self, other, context=None):
        other = _convert_other(other, True)
        context = context or getcontext()
        nan = self._check_nans(other, context)
        if nan is not None:
            return nan
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

    # Digits as bits

    def _bits(self, context):
        """The digits when all are 0 or 1; else None."""
        if self._sign or self._exp or self._special:
            return None
        text = str(self._int)
        if set(text) - {"0", "1"}:
            return None
        text = text[-context.prec:] if len(text) > context.prec else text
        return text.rjust(context.prec, "0")

    def _logical(self, other, context, function):
        context = context or getcontext()
        other = _convert_other(other, True)
        a, b = self._bits(context), other._bits(context)
        if a is None or b is None:
            return context._raise(InvalidOperation)
        return _make(0, int("".join(["1" if function(x == "1", y == "1") else "0" for x, y in zip(a, b)])), 0)

    def logical_and(self, other, context=None):
        return self._logical(other, context, lambda a, b: a and b)

    def logical_or(self, other, context=None):
        return self._logical(other, context, lambda a, b: a or b)

    def logical_xor(self, other, context=None):
        return self._logical(other, context, lambda a, b: a != b)

    def logical_invert(self, context=None):
        context = context or getcontext()
        return self.logical_xor(_make(0, int("1" * context.prec), 0), context)

    def _turn(self, other, context, rotate):
        context = context or getcontext()
        other = _convert_other(other, True)
        nan = self._check_nans(other, context)
        if nan is not None:
            return nan
        if other._special or other._exp != 0:
            return context._raise(InvalidOperation)
        by = int(other)
        if not -context.prec <= by <= context.prec:
            return context._raise(InvalidOperation)
        if self._special:
            return Decimal(self)
        text = str(self._int)[-context.prec:].rjust(context.prec, "0")
        if rotate:
            text = text[by:] + text[:by]
        else:
            text = text[:by] if by < 0 else (text + "0" * by)[-context.prec:]
        return _make(self._sign, int(text or "0"), self._exp)

    def rotate(self, other, context=None):
        return self._turn(other, context, True)

    def shift(self, other, context=None):
        return self._turn(other, context, False)

    def _format(self, specifier, context=None, _localeconv=None):
        context = context or getcontext()
        spec = _parse_format(specifier, _localeconv)
        if self._special:
            sign = "-" if self._sign else spec["sign"] if spec["sign"] in ("+", " ") else ""
            body = str(self.copy_abs())
            if spec["type"] == "%":
                body += "%"
            if spec["zeropad"]:
                spec["fill"], spec["align"] = " ", spec["align"] if spec["align"] != "=" else ">"
            return _align(sign, body, spec)
        kind = spec["type"]
        if kind is None:
            kind = ["g", "G"][context.capitals]
        number = self
        if kind == "%":
            number = _make(self._sign, self._int, self._exp + 2)
        rounding, precision = context.rounding, spec["precision"]
        if precision is not None:
            if kind in "eE":
                number = number._to_digits(precision + 1, rounding)
            elif kind in "fF%":
                number = number._rescale(-precision, rounding)
            elif kind in "gG" and number._int and _digits(number._int) > precision:
                number = number._to_digits(precision, rounding)
        if not number._int and number._exp > 0 and kind in "fF%":
            number = number._rescale(0, rounding)
        if not number._int and spec["no_neg_0"] and number._sign:
            sign_bit = 0
        else:
            sign_bit = number._sign
        digits = str(number._int)
        left = number._exp + len(digits)
        if kind in "eE":
            point = 1 - precision if not number._int and precision is not None else 1
        elif kind in "fF%":
            point = left
        else:
            point = left if number._exp <= 0 and left > -6 else 1
        if point < 0:
            whole, part = "0", "0" * -point + digits
        elif point > len(digits):
            whole, part = digits + "0" * (point - len(digits)), ""
        else:
            whole, part = digits[:point] or "0", digits[point:]
        return _layout(sign_bit, whole, part, left - point, spec, kind)

    def _to_digits(self, places, rounding):
        if not self._int:
            return _make(self._sign, 0, self.adjusted() + 1 - places)
        made = self._rescale(self.adjusted() + 1 - places, rounding)
        if made.adjusted() != self.adjusted():
            made = made._rescale(made.adjusted() + 1 - places, rounding)
        return made


def _nan(sign, payload):
    return _make(sign, int(payload or "0"), 0, "n")


def _iroot(x, n):
    """The n-th root of x when it is whole; else None."""
    if n == 1:
        return x
    low, high = 1, 1 << (x.bit_length() // n + 1)
    while low <= high:
        middle = low + high >> 1
        power = middle ** n
        if power == x:
            return middle
        if power < x:
            low = middle + 1
        else:
            high = middle - 1
    return None


def _div_nearest(a, b):
    q, r = divmod(a, b)
    return q + (2 * r + (q & 1) > b)


def _ln_fixed(x, one):
    """ln(x / one) * one, for x near one; by artanh."""
    # Take square roots until the argument is close to 1.
    times = 0
    while abs(x - one) << 6 > one:
        x = _math.isqrt(x * one)
        times += 1
    y = (x - one) * one // (x + one)
    square = y * y // one
    total, term, k = 0, y, 1
    while term:
        total += term // k
        term = term * square // one
        k += 2
    return total << times + 1


_constants = {}


def _ln10(places):
    """ln(10) * 10**places."""
    known = _constants.get("ln10")
    if known is None or known[0] < places + 5:
        guard = places + 25
        one = 10 ** guard
        # ln 10 = 23 artanh(1/9)*... the plain way is fast enough: ln(10) = 3 ln 2 + ln(1.25)
        def artanh(d):
            total, term, k, square = 0, one // d, 1, d * d
            while term:
                total += term // k
                term //= square
                k += 2
            return total
        ln2 = 2 * artanh(3)
        value = 3 * ln2 + 2 * artanh(9)
        known = _constants["ln10"] = (guard - 10, value // 10 ** 10)
    return _div_nearest(known[1], 10 ** (known[0] - places))


def _dlog(c, e, places):
    """ln(c * 10**e) * 10**places, nearly."""
    size = _digits(c)
    f = e + size - (e + size >= 1)
    if f < -1 or f > 0:
        pass
    work = places + 15 + len(str(abs(e) + size))
    one = 10 ** work
    shift = e - f + work
    x = c * 10 ** shift if shift >= 0 else _div_nearest(c, 10 ** -shift)
    total = _ln_fixed(x, one) + f * _ln10(work)
    return _div_nearest(total, 10 ** (work - places))


def _dlog10(c, e, places):
    work = places + 10
    return _div_nearest(_dlog(c, e, work) * 10 ** work, _ln10(work) * 10 ** (work - places))


def _dexp(c, e, p):
    """exp(c * 10**e) as digits (about p) and exponent."""
    extra = max(0, e + _digits(abs(c)) - 1)
    work = p + extra + 10
    shift = e + work
    x = c * 10 ** shift if shift >= 0 else _div_nearest(c, 10 ** -shift)
    quotient, x = divmod(x, _ln10(work))
    one = 10 ** work
    # exp(x) with x in [0, ln 10): halve, series, square.
    halvings = 12
    y = x >> halvings
    total, term, k = one, one, 1
    while term:
        term = term * y // one // k
        total += term
        k += 1
    for _ in range(halvings):
        total = total * total // one
    drop = extra + 8
    return _div_nearest(total, 10 ** drop), quotient - work + drop


def _dpower(xc, xe, yc, ye, p):
    """(xc * 10**xe) ** (yc * 10**ye) as digits and exponent."""
    bound = _digits(abs(yc)) + ye
    work = p + max(0, bound) + 15 + len(str(abs(xe) + _digits(xc)))
    log = _dlog(xc, xe, work)
    return _dexp(log * yc, ye - work, p)


def _convert_other(other, raiseit=False):
    if isinstance(other, Decimal):
        return other
    if isinstance(other, int):
        return _make(int(other < 0), abs(int(other)), 0)
    if raiseit:
        raise TypeError("conversion from %s to Decimal is not supported" % type(other).__name__)
    return NotImplemented


def _convert_for_comparison(self, other, equality=False):
    if isinstance(other, Decimal):
        return self, other
    if isinstance(other, int):
        return self, _convert_other(other)
    if isinstance(other, float):
        context = getcontext()
        if equality:
            context.flags[FloatOperation] = True
        else:
            context._raise(FloatOperation, "strict semantics for mixing floats and Decimals are enabled")
        return self, Decimal.from_float(other)
    if isinstance(other, _numbers.Rational):
        if not self._special:
            self = _make(self._sign, self._int * other.denominator, self._exp)
        return self, Decimal(other.numerator)
    if equality and isinstance(other, _numbers.Complex) and other.imag == 0:
        other = other.real
        if isinstance(other, float):
            getcontext().flags[FloatOperation] = True
            return self, Decimal.from_float(other)
    return NotImplemented, NotImplemented


_FIELDS = ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps")


class _SignalDict(dict):
    """Signals and whether they are set."""

    def __setitem__(self, key, value):
        if key not in _signals:
            raise KeyError("invalid error flag")
        dict.__setitem__(self, key, bool(value))

    def __delitem__(self, key):
        raise ValueError("signal keys cannot be deleted")

    def copy(self):
        return dict(self)

    def __reduce__(self):
        return dict, (dict(self),)


class Context:
    """Precision, rounding, limits, flags and traps."""

    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None,
                 traps=None):
        base = DefaultContext if "DefaultContext" in globals() else None

        def pick(value, name, default):
            return value if value is not None else getattr(base, name) if base is not None else default
        self.prec = pick(prec, "prec", 28)
        self.rounding = pick(rounding, "rounding", ROUND_HALF_EVEN)
        self.Emin, self.Emax = pick(Emin, "Emin", -999999), pick(Emax, "Emax", 999999)
        self.capitals, self.clamp = pick(capitals, "capitals", 1), pick(clamp, "clamp", 0)
        if traps is None:
            traps = dict(base.traps) if base is not None else {}
        self.traps = traps
        self.flags = {} if flags is None else flags

    def __setattr__(self, name, value):
        if name in ("prec", "Emin", "Emax", "capitals", "clamp"):
            if not isinstance(value, int):
                raise TypeError("an integer is required (got type %s)" % type(value).__name__)
            limits = {"prec": (1, MAX_PREC), "Emin": (MIN_EMIN, 0), "Emax": (0, MAX_EMAX), "capitals": (0, 1),
                      "clamp": (0, 1)}
            low, high = limits[name]
            if not low <= value <= high:
                if name in ("capitals", "clamp"):
                    raise ValueError("valid values for %s are 0 or 1" % name)
                raise ValueError("valid range for %s is [%s, %s]" % (
                    name, "MIN_EMIN" if name == "Emin" else low, {"prec": "MAX_PREC", "Emin": "0",
                                                                 "Emax": "MAX_EMAX"}[name]))
        elif name == "rounding":
            if value not in _ROUNDINGS or not isinstance(value, str):
                raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   "
                                "ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
        elif name in ("flags", "traps"):
            made = _SignalDict()
            if isinstance(value, dict):
                for signal in value:
                    if signal not in _signals:
                        raise KeyError("%r is not a valid signal dict" % (value,))
                for signal in _signals:
                    dict.__setitem__(made, signal, bool(value.get(signal, False)))
            elif isinstance(value, (list, tuple, set)):
                for signal in value:
                    if signal not in _signals:
                        raise TypeError("values must be signals")
                for signal in _signals:
                    dict.__setitem__(made, signal, signal in value)
            else:
                raise TypeError("%r must be a signal dict" % (value,))
            value = made
        else:
            raise AttributeError("'decimal.Context' object has no attribute '%s'" % name)
        object.__setattr__(self, name, value)
        _decimals.changed()

    def __delattr__(self, name):
        raise AttributeError("%s cannot be deleted" % name)

    def __repr__(self):
        return ("Context(prec=%d, rounding=%s, Emin=%d, Emax=%d, capitals=%d, clamp=%d, flags=[%s], traps=[%s])" % (
            self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp,
            ", ".join([f.__name__ for f, v in self.flags.items() if v]),
            ", ".join([t.__name__ for t, v in self.traps.items() if v])))

    def __reduce__(self):
        return self.__class__, (self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp,
                                [f for f, v in self.flags.items() if v], [t for t, v in self.traps.items() if v])

    def clear_flags(self):
        for signal in _signals:
            dict.__setitem__(self.flags, signal, False)

    def clear_traps(self):
        for signal in _signals:
            dict.__setitem__(self.traps, signal, False)

    def _quiet(self):
        self.clear_traps()

    def copy(self):
        return Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, self.flags, self.traps)

    __copy__ = copy

    def _shallow(self, rounding):
        """The same with another rounding; the flags are shared."""
        new = _new(Context)
        for name in _FIELDS:
            object.__setattr__(new, name, getattr(self, name))
        object.__setattr__(new, "rounding", rounding)
        return new

    def _raise(self, condition, explanation=None, *args):
        """Sets a flag; raises when the signal is trapped; else gives the result for it."""
        signal = _condition_map.get(condition, condition)
        dict.__setitem__(self.flags, signal, True)
        if self.traps[signal]:
            raise signal([condition])
        if signal is InvalidOperation:
            if condition is InvalidOperation and args:
                x = args[0]
                return _make(x._sign, x._int, 0, "n")._fix_nan(self)
            return _NaN
        if signal is DivisionByZero:
            return _make(args[0], 0, 0, "F")
        if signal is Overflow:
            sign = args[0]
            if self.rounding in (ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_HALF_DOWN, ROUND_UP) or \
                    self.rounding == (ROUND_FLOOR if sign else ROUND_CEILING):
                return _make(sign, 0, 0, "F")
            return _make(sign, 10 ** self.prec - 1, self.Emax - self.prec + 1)
        return None

    def Etiny(self):
        return self.Emin - self.prec + 1

    def Etop(self):
        return self.Emax - self.prec + 1

    def create_decimal(self, num="0", /):
        """A number rounded to the context."""
        if isinstance(num, str) and (num != num.strip() or "_" in num):
            return self._raise(ConversionSyntax, "trailing or leading whitespace and underscores are not permitted.")
        made = Decimal(num, self)
        if made._special in ("n", "N") and made._int and _digits(made._int) > self.prec - self.clamp:
            return self._raise(ConversionSyntax, "diagnostic info too long in NaN")
        return made._fix(self)

    def create_decimal_from_float(self, f, /):
        return Decimal.from_float(f)._fix(self)

    def _operand(self, value):
        return _convert_other(value, True)

    def abs(self, a, /):
        return self._operand(a)._abs(context=self)

    def plus(self, a, /):
        return self._operand(a)._pos(context=self)

    def minus(self, a, /):
        return self._operand(a)._neg(context=self)

    def _two(self, a, b, name):
        made = getattr(self._operand(a), name)(b, context=self)
        if made is NotImplemented:
            raise TypeError("conversion from %s to Decimal is not supported" % type(b).__name__)
        return made

    def add(self, a, b, /):
        return self._two(a, b, "_add")

    def subtract(self, a, b, /):
        return self._two(a, b, "_sub")

    def multiply(self, a, b, /):
        return self._two(a, b, "_mul")

    def divide(self, a, b, /):
        return self._two(a, b, "_truediv")

    def divide_int(self, a, b, /):
        return self._two(a, b, "__floordiv__")

    def divmod(self, a, b, /):
        return self._two(a, b, "__divmod__")

    def remainder(self, a, b, /):
        return self._two(a, b, "__mod__")

    def power(self, a, b, modulo=None):
        made = self._operand(a).__pow__(b, modulo, context=self)
        if made is NotImplemented:
            raise TypeError("conversion from %s to Decimal is not supported" % type(b).__name__)
        return made

    def fma(self, a, b, c, /):
        return self._operand(a).fma(b, c, context=self)

    def quantize(self, a, b, /):
        return self._operand(a).quantize(b, context=self)

    def to_sci_string(self, a, /):
        return self._operand(a)._str(context=self)

    def to_eng_string(self, a, /):
        return self._operand(a).to_eng_string(context=self)

    def canonical(self, a, /):
        if not isinstance(a, Decimal):
            raise TypeError("canonical requires a Decimal as an argument.")
        return a

    def radix(self):
        return Decimal(10)

    def is_canonical(self, a, /):
        if not isinstance(a, Decimal):
            raise TypeError("is_canonical requires a Decimal as an argument.")
        return True

    def to_integral_value(self, a, /):
        return self._operand(a).to_integral_value(context=self)

    to_integral = to_integral_value

    def copy_decimal(self, a, /):
        return Decimal(self._operand(a))

    def copy_sign(self, a, b, /):
        return self._operand(a).copy_sign(b)


def _forward():
    for name in ("exp", "ln", "log10", "sqrt", "normalize", "next_minus", "next_plus", "logb", "logical_invert",
                 "number_class", "is_normal", "is_subnormal", "to_integral_exact"):
        def one(self, a, /, _name=name):
            return getattr(self._operand(a), _name)(context=self)
        one.__name__ = name
        setattr(Context, name, one)
    for name in ("copy_abs", "copy_negate", "is_finite", "is_infinite", "is_nan", "is_qnan", "is_signed", "is_snan",
                 "is_zero"):
        def plain(self, a, /, _name=name):
            return getattr(self._operand(a), _name)()
        plain.__name__ = name
        setattr(Context, name, plain)
    for name in ("compare", "compare_signal", "compare_total", "compare_total_mag", "max", "min", "max_mag", "min_mag",
                 "remainder_near", "next_toward", "logical_and", "logical_or", "logical_xor", "rotate", "shift", "scaleb",
                 "same_quantum"):
        def two(self, a, b, /, _name=name):
            return getattr(self._operand(a), _name)(b, context=self)
        two.__name__ = name
        setattr(Context, name, two)


_forward()


# Formatting

def _parse_format(spec, conv=None):
    result = {"fill": " ", "align": ">", "sign": "-", "no_neg_0": False, "zeropad": False, "minimumwidth": 0,
              "thousands": "", "precision": None, "type": None, "point": ".", "grouping": [3, 0]}
    i, given = 0, False
    if len(spec) > 1 and spec[1] in "<>=^":
        result["fill"], result["align"], i, given = spec[0], spec[1], 2, True
    elif spec[:1] and spec[0] in "<>=^":
        result["align"], i, given = spec[0], 1, True
    if spec[i:i + 1] and spec[i] in "+- ":
        result["sign"] = spec[i]
        i += 1
    if spec[i:i + 1] == "z":
        result["no_neg_0"] = True
        i += 1
    if spec[i:i + 1] == "#":
        i += 1
    if spec[i:i + 1] == "0" and (i + 1 >= len(spec) or True):
        if given:
            raise ValueError("Fill character conflicts with '0' in format specifier: " + spec)
        result["zeropad"], result["fill"], result["align"] = True, "0", "="
        i += 1
    start = i
    while spec[i:i + 1].isdigit():
        i += 1
    if i > start:
        result["minimumwidth"] = int(spec[start:i])
    if spec[i:i + 1] == ",":
        result["thousands"] = ","
        i += 1
    if spec[i:i + 1] == ".":
        start = i = i + 1
        while spec[i:i + 1].isdigit():
            i += 1
        if i == start:
            raise ValueError("invalid format string")
        result["precision"] = int(spec[start:i])
    if i < len(spec):
        if len(spec) - i > 1 or spec[i] not in "eEfFgGn%":
            raise ValueError("invalid format string")
        result["type"] = spec[i]
    if result["precision"] == 0 and (result["type"] is None or result["type"] in "gGn"):
        result["precision"] = 1
    if result["type"] == "n":
        result["type"] = "g"
        if result["thousands"]:
            raise ValueError("invalid format string")
        if conv is None:
            import locale
            conv = locale.localeconv()
        result["thousands"], result["grouping"], result["point"] = (conv["thousands_sep"], conv["grouping"],
                                                                    conv["decimal_point"])
    return result


def _align(sign, body, spec):
    width, fill = spec["minimumwidth"], spec["fill"]
    pad = fill * (width - len(sign) - len(body))
    align = spec["align"]
    if align == "<":
        return sign + body + pad
    if align == ">":
        return pad + sign + body
    if align == "=":
        return sign + pad + body
    half = len(pad) // 2
    return pad[:half] + sign + body + pad[half:]


def _grouped(digits, spec, width):
    sep = spec["thousands"]
    groups, sizes, last = [], list(spec["grouping"]), 3
    k = 0
    while True:
        size = sizes[k] if k < len(sizes) else 0
        if size == 0:
            if not sizes:
                size = 10 ** 9
            else:
                size = last
        if size == 127:
            size = 10 ** 9
        last = size
        k += 1
        part = min(max(len(digits), width, 1), size)
        groups.append("0" * (part - len(digits)) + digits[-part:])
        digits = digits[:-part]
        width -= part
        if not digits and width <= 0:
            break
        width -= len(sep)
    return sep.join(reversed(groups))


def _layout(sign, whole, part, exp, spec, kind):
    sign = "-" if sign else spec["sign"] if spec["sign"] in ("+", " ") else ""
    if part:
        part = spec["point"] + part
    if exp != 0 or kind in "eE":
        part += {"E": "E", "e": "e", "G": "E", "g": "e"}[kind] + "%+d" % exp
    if kind == "%":
        part += "%"
    width = spec["minimumwidth"] - len(part) - len(sign) if spec["zeropad"] else 0
    if spec["thousands"]:
        whole = _grouped(whole, spec, width)
    elif spec["zeropad"]:
        whole = whole.rjust(width, "0")
    return _align(sign, whole + part, spec)


_decimals.set_up(Decimal, vars(_contextvars), _current, Inexact, Rounded)
DefaultContext = Context(prec=28, rounding=ROUND_HALF_EVEN, traps=[DivisionByZero, Overflow, InvalidOperation], flags=[],
                         Emax=999999, Emin=-999999, capitals=1, clamp=0)
BasicContext = Context(prec=9, rounding=ROUND_HALF_UP, traps=[DivisionByZero, Overflow, InvalidOperation, Clamped,
                                                             Underflow], flags=[])
ExtendedContext = Context(prec=9, rounding=ROUND_HALF_EVEN, traps=[], flags=[])

_numbers.Number.register(Decimal) if hasattr(_numbers.Number, "register") else None
_Infinity, _NaN, _Zero, _One = _make(0, 0, 0, "F"), _make(0, 0, 0, "n"), _make(0, 0, 0), _make(0, 1, 0)
